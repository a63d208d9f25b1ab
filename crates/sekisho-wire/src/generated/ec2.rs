//! Amazon Elastic Compute Cloud: the shapes of the served operations, as plain structs and as tables.
//!
//! Written by `cargo xtask codegen` from `models/ec2.json`; do not edit.
use crate::shape::*;

/// The shape `AccountAttribute`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccountAttribute {
    /// `AttributeName`.
    pub attribute_name: Option<String>,
    /// `AttributeValues`.
    pub attribute_values: Option<Vec<AccountAttributeValue>>,
}

impl Shaped for AccountAttribute {
    const SHAPE: &'static Structure = &Structure {
        name: "AccountAttribute",
        members: &[
            named("AttributeName", "attributeName", "AttributeName", TEXT),
            named(
                "AttributeValues",
                "attributeValueSet",
                "AttributeValueSet",
                shapes::ACCOUNT_ATTRIBUTE_VALUE_LIST,
            ),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { attribute_name: members.take(), attribute_values: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.attribute_name), value(&self.attribute_values)]
    }
}

/// The shape `AccountAttributeValue`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccountAttributeValue {
    /// `AttributeValue`.
    pub attribute_value: Option<String>,
}

impl Shaped for AccountAttributeValue {
    const SHAPE: &'static Structure = &Structure {
        name: "AccountAttributeValue",
        members: &[named("AttributeValue", "attributeValue", "AttributeValue", TEXT)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { attribute_value: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.attribute_value)]
    }
}

/// The shape `AssociateRouteTableRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssociateRouteTableInput {
    /// `GatewayId`.
    pub gateway_id: Option<String>,
    /// `PublicIpv4Pool`.
    pub public_ipv4_pool: Option<String>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
    /// `SubnetId`.
    pub subnet_id: Option<String>,
    /// `RouteTableId`, required.
    pub route_table_id: Option<String>,
}

impl Shaped for AssociateRouteTableInput {
    const SHAPE: &'static Structure = &Structure {
        name: "AssociateRouteTableRequest",
        members: &[
            named("GatewayId", "GatewayId", "GatewayId", TEXT),
            named("PublicIpv4Pool", "PublicIpv4Pool", "PublicIpv4Pool", TEXT),
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
            named("SubnetId", "subnetId", "SubnetId", TEXT),
            named("RouteTableId", "routeTableId", "RouteTableId", TEXT).required(),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            gateway_id: members.take(),
            public_ipv4_pool: members.take(),
            dry_run: members.take(),
            subnet_id: members.take(),
            route_table_id: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.gateway_id),
            value(&self.public_ipv4_pool),
            value(&self.dry_run),
            value(&self.subnet_id),
            value(&self.route_table_id),
        ]
    }
}

/// The shape `AssociateRouteTableResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssociateRouteTableOutput {
    /// `AssociationId`.
    pub association_id: Option<String>,
    /// `AssociationState`.
    pub association_state: Option<RouteTableAssociationState>,
}

impl Shaped for AssociateRouteTableOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "AssociateRouteTableResult",
        members: &[
            named("AssociationId", "associationId", "AssociationId", TEXT),
            named(
                "AssociationState",
                "associationState",
                "AssociationState",
                Shape::Structure(RouteTableAssociationState::SHAPE),
            ),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { association_id: members.take(), association_state: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.association_id), value(&self.association_state)]
    }
}

/// The shape `AttachVpnGatewayRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttachVpnGatewayInput {
    /// `VpcId`, required.
    pub vpc_id: Option<String>,
    /// `VpnGatewayId`, required.
    pub vpn_gateway_id: Option<String>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
}

impl Shaped for AttachVpnGatewayInput {
    const SHAPE: &'static Structure = &Structure {
        name: "AttachVpnGatewayRequest",
        members: &[
            named("VpcId", "VpcId", "VpcId", TEXT).required(),
            named("VpnGatewayId", "VpnGatewayId", "VpnGatewayId", TEXT).required(),
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { vpc_id: members.take(), vpn_gateway_id: members.take(), dry_run: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.vpc_id), value(&self.vpn_gateway_id), value(&self.dry_run)]
    }
}

/// The shape `AttachVpnGatewayResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttachVpnGatewayOutput {
    /// `VpcAttachment`.
    pub vpc_attachment: Option<VpcAttachment>,
}

impl Shaped for AttachVpnGatewayOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "AttachVpnGatewayResult",
        members: &[named(
            "VpcAttachment",
            "attachment",
            "Attachment",
            Shape::Structure(VpcAttachment::SHAPE),
        )],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { vpc_attachment: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.vpc_attachment)]
    }
}

/// The shape `AttachmentEnaSrdSpecification`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttachmentEnaSrdSpecification {
    /// `EnaSrdEnabled`.
    pub ena_srd_enabled: Option<bool>,
    /// `EnaSrdUdpSpecification`.
    pub ena_srd_udp_specification: Option<AttachmentEnaSrdUdpSpecification>,
}

impl Shaped for AttachmentEnaSrdSpecification {
    const SHAPE: &'static Structure = &Structure {
        name: "AttachmentEnaSrdSpecification",
        members: &[
            named("EnaSrdEnabled", "enaSrdEnabled", "EnaSrdEnabled", Shape::Boolean),
            named(
                "EnaSrdUdpSpecification",
                "enaSrdUdpSpecification",
                "EnaSrdUdpSpecification",
                Shape::Structure(AttachmentEnaSrdUdpSpecification::SHAPE),
            ),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { ena_srd_enabled: members.take(), ena_srd_udp_specification: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.ena_srd_enabled), value(&self.ena_srd_udp_specification)]
    }
}

/// The shape `AttachmentEnaSrdUdpSpecification`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttachmentEnaSrdUdpSpecification {
    /// `EnaSrdUdpEnabled`.
    pub ena_srd_udp_enabled: Option<bool>,
}

impl Shaped for AttachmentEnaSrdUdpSpecification {
    const SHAPE: &'static Structure = &Structure {
        name: "AttachmentEnaSrdUdpSpecification",
        members: &[named("EnaSrdUdpEnabled", "enaSrdUdpEnabled", "EnaSrdUdpEnabled", Shape::Boolean)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { ena_srd_udp_enabled: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.ena_srd_udp_enabled)]
    }
}

/// The shape `AttributeBooleanValue`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttributeBooleanValue {
    /// `Value`.
    pub value: Option<bool>,
}

impl Shaped for AttributeBooleanValue {
    const SHAPE: &'static Structure = &Structure {
        name: "AttributeBooleanValue",
        members: &[named("Value", "value", "Value", Shape::Boolean)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { value: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.value)]
    }
}

/// The shape `AttributeValue`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttributeValue {
    /// `Value`.
    pub value: Option<String>,
}

impl Shaped for AttributeValue {
    const SHAPE: &'static Structure =
        &Structure { name: "AttributeValue", members: &[named("Value", "value", "Value", TEXT)] };
    fn from_members(members: &mut Members) -> Self {
        Self { value: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.value)]
    }
}

/// The shape `AuthorizeSecurityGroupEgressRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AuthorizeSecurityGroupEgressInput {
    /// `TagSpecifications`.
    pub tag_specifications: Option<Vec<TagSpecification>>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
    /// `GroupId`, required.
    pub group_id: Option<String>,
    /// `SourceSecurityGroupName`.
    pub source_security_group_name: Option<String>,
    /// `SourceSecurityGroupOwnerId`.
    pub source_security_group_owner_id: Option<String>,
    /// `IpProtocol`.
    pub ip_protocol: Option<String>,
    /// `FromPort`.
    pub from_port: Option<i32>,
    /// `ToPort`.
    pub to_port: Option<i32>,
    /// `CidrIp`.
    pub cidr_ip: Option<String>,
    /// `IpPermissions`.
    pub ip_permissions: Option<Vec<IpPermission>>,
}

impl Shaped for AuthorizeSecurityGroupEgressInput {
    const SHAPE: &'static Structure = &Structure {
        name: "AuthorizeSecurityGroupEgressRequest",
        members: &[
            named(
                "TagSpecifications",
                "TagSpecification",
                "TagSpecification",
                shapes::TAG_SPECIFICATION_LIST,
            ),
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
            named("GroupId", "groupId", "GroupId", TEXT).required(),
            named("SourceSecurityGroupName", "sourceSecurityGroupName", "SourceSecurityGroupName", TEXT),
            named(
                "SourceSecurityGroupOwnerId",
                "sourceSecurityGroupOwnerId",
                "SourceSecurityGroupOwnerId",
                TEXT,
            ),
            named("IpProtocol", "ipProtocol", "IpProtocol", TEXT),
            named("FromPort", "fromPort", "FromPort", INTEGER),
            named("ToPort", "toPort", "ToPort", INTEGER),
            named("CidrIp", "cidrIp", "CidrIp", TEXT),
            named("IpPermissions", "ipPermissions", "IpPermissions", shapes::IP_PERMISSION_LIST),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            tag_specifications: members.take(),
            dry_run: members.take(),
            group_id: members.take(),
            source_security_group_name: members.take(),
            source_security_group_owner_id: members.take(),
            ip_protocol: members.take(),
            from_port: members.take(),
            to_port: members.take(),
            cidr_ip: members.take(),
            ip_permissions: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.tag_specifications),
            value(&self.dry_run),
            value(&self.group_id),
            value(&self.source_security_group_name),
            value(&self.source_security_group_owner_id),
            value(&self.ip_protocol),
            value(&self.from_port),
            value(&self.to_port),
            value(&self.cidr_ip),
            value(&self.ip_permissions),
        ]
    }
}

/// The shape `AuthorizeSecurityGroupEgressResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AuthorizeSecurityGroupEgressOutput {
    /// `Return`.
    pub return_: Option<bool>,
    /// `SecurityGroupRules`.
    pub security_group_rules: Option<Vec<SecurityGroupRule>>,
}

impl Shaped for AuthorizeSecurityGroupEgressOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "AuthorizeSecurityGroupEgressResult",
        members: &[
            named("Return", "return", "Return", Shape::Boolean),
            named(
                "SecurityGroupRules",
                "securityGroupRuleSet",
                "SecurityGroupRuleSet",
                shapes::SECURITY_GROUP_RULE_LIST,
            ),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { return_: members.take(), security_group_rules: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.return_), value(&self.security_group_rules)]
    }
}

/// The shape `AuthorizeSecurityGroupIngressRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AuthorizeSecurityGroupIngressInput {
    /// `CidrIp`.
    pub cidr_ip: Option<String>,
    /// `FromPort`.
    pub from_port: Option<i32>,
    /// `GroupId`.
    pub group_id: Option<String>,
    /// `GroupName`.
    pub group_name: Option<String>,
    /// `IpPermissions`.
    pub ip_permissions: Option<Vec<IpPermission>>,
    /// `IpProtocol`.
    pub ip_protocol: Option<String>,
    /// `SourceSecurityGroupName`.
    pub source_security_group_name: Option<String>,
    /// `SourceSecurityGroupOwnerId`.
    pub source_security_group_owner_id: Option<String>,
    /// `ToPort`.
    pub to_port: Option<i32>,
    /// `TagSpecifications`.
    pub tag_specifications: Option<Vec<TagSpecification>>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
}

impl Shaped for AuthorizeSecurityGroupIngressInput {
    const SHAPE: &'static Structure = &Structure {
        name: "AuthorizeSecurityGroupIngressRequest",
        members: &[
            named("CidrIp", "CidrIp", "CidrIp", TEXT),
            named("FromPort", "FromPort", "FromPort", INTEGER),
            named("GroupId", "GroupId", "GroupId", TEXT),
            named("GroupName", "GroupName", "GroupName", TEXT),
            named("IpPermissions", "IpPermissions", "IpPermissions", shapes::IP_PERMISSION_LIST),
            named("IpProtocol", "IpProtocol", "IpProtocol", TEXT),
            named("SourceSecurityGroupName", "SourceSecurityGroupName", "SourceSecurityGroupName", TEXT),
            named(
                "SourceSecurityGroupOwnerId",
                "SourceSecurityGroupOwnerId",
                "SourceSecurityGroupOwnerId",
                TEXT,
            ),
            named("ToPort", "ToPort", "ToPort", INTEGER),
            named(
                "TagSpecifications",
                "TagSpecification",
                "TagSpecification",
                shapes::TAG_SPECIFICATION_LIST,
            ),
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            cidr_ip: members.take(),
            from_port: members.take(),
            group_id: members.take(),
            group_name: members.take(),
            ip_permissions: members.take(),
            ip_protocol: members.take(),
            source_security_group_name: members.take(),
            source_security_group_owner_id: members.take(),
            to_port: members.take(),
            tag_specifications: members.take(),
            dry_run: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.cidr_ip),
            value(&self.from_port),
            value(&self.group_id),
            value(&self.group_name),
            value(&self.ip_permissions),
            value(&self.ip_protocol),
            value(&self.source_security_group_name),
            value(&self.source_security_group_owner_id),
            value(&self.to_port),
            value(&self.tag_specifications),
            value(&self.dry_run),
        ]
    }
}

/// The shape `AuthorizeSecurityGroupIngressResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AuthorizeSecurityGroupIngressOutput {
    /// `Return`.
    pub return_: Option<bool>,
    /// `SecurityGroupRules`.
    pub security_group_rules: Option<Vec<SecurityGroupRule>>,
}

impl Shaped for AuthorizeSecurityGroupIngressOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "AuthorizeSecurityGroupIngressResult",
        members: &[
            named("Return", "return", "Return", Shape::Boolean),
            named(
                "SecurityGroupRules",
                "securityGroupRuleSet",
                "SecurityGroupRuleSet",
                shapes::SECURITY_GROUP_RULE_LIST,
            ),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { return_: members.take(), security_group_rules: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.return_), value(&self.security_group_rules)]
    }
}

/// The shape `AvailabilityZone`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AvailabilityZone {
    /// `OptInStatus`, one of [`enums::AVAILABILITY_ZONE_OPT_IN_STATUS`].
    pub opt_in_status: Option<String>,
    /// `Messages`.
    pub messages: Option<Vec<AvailabilityZoneMessage>>,
    /// `RegionName`.
    pub region_name: Option<String>,
    /// `ZoneName`.
    pub zone_name: Option<String>,
    /// `ZoneId`.
    pub zone_id: Option<String>,
    /// `GroupName`.
    pub group_name: Option<String>,
    /// `NetworkBorderGroup`.
    pub network_border_group: Option<String>,
    /// `ZoneType`.
    pub zone_type: Option<String>,
    /// `ParentZoneName`.
    pub parent_zone_name: Option<String>,
    /// `ParentZoneId`.
    pub parent_zone_id: Option<String>,
    /// `GroupLongName`.
    pub group_long_name: Option<String>,
    /// `Geography`.
    pub geography: Option<Vec<AvailabilityZoneGeography>>,
    /// `SubGeography`.
    pub sub_geography: Option<Vec<AvailabilityZoneSubGeography>>,
    /// `State`, one of [`enums::AVAILABILITY_ZONE_STATE`].
    pub state: Option<String>,
}

impl Shaped for AvailabilityZone {
    const SHAPE: &'static Structure = &Structure {
        name: "AvailabilityZone",
        members: &[
            named("OptInStatus", "optInStatus", "OptInStatus", shapes::AVAILABILITY_ZONE_OPT_IN_STATUS),
            named("Messages", "messageSet", "MessageSet", shapes::AVAILABILITY_ZONE_MESSAGE_LIST),
            named("RegionName", "regionName", "RegionName", TEXT),
            named("ZoneName", "zoneName", "ZoneName", TEXT),
            named("ZoneId", "zoneId", "ZoneId", TEXT),
            named("GroupName", "groupName", "GroupName", TEXT),
            named("NetworkBorderGroup", "networkBorderGroup", "NetworkBorderGroup", TEXT),
            named("ZoneType", "zoneType", "ZoneType", TEXT),
            named("ParentZoneName", "parentZoneName", "ParentZoneName", TEXT),
            named("ParentZoneId", "parentZoneId", "ParentZoneId", TEXT),
            named("GroupLongName", "groupLongName", "GroupLongName", TEXT),
            named("Geography", "geographySet", "GeographySet", shapes::AVAILABILITY_ZONE_GEOGRAPHY_LIST),
            named(
                "SubGeography",
                "subGeographySet",
                "SubGeographySet",
                shapes::AVAILABILITY_ZONE_SUB_GEOGRAPHY_LIST,
            ),
            named("State", "zoneState", "ZoneState", shapes::AVAILABILITY_ZONE_STATE),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            opt_in_status: members.take(),
            messages: members.take(),
            region_name: members.take(),
            zone_name: members.take(),
            zone_id: members.take(),
            group_name: members.take(),
            network_border_group: members.take(),
            zone_type: members.take(),
            parent_zone_name: members.take(),
            parent_zone_id: members.take(),
            group_long_name: members.take(),
            geography: members.take(),
            sub_geography: members.take(),
            state: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.opt_in_status),
            value(&self.messages),
            value(&self.region_name),
            value(&self.zone_name),
            value(&self.zone_id),
            value(&self.group_name),
            value(&self.network_border_group),
            value(&self.zone_type),
            value(&self.parent_zone_name),
            value(&self.parent_zone_id),
            value(&self.group_long_name),
            value(&self.geography),
            value(&self.sub_geography),
            value(&self.state),
        ]
    }
}

/// The shape `AvailabilityZoneGeography`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AvailabilityZoneGeography {
    /// `Name`.
    pub name: Option<String>,
}

impl Shaped for AvailabilityZoneGeography {
    const SHAPE: &'static Structure =
        &Structure { name: "AvailabilityZoneGeography", members: &[named("Name", "name", "Name", TEXT)] };
    fn from_members(members: &mut Members) -> Self {
        Self { name: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.name)]
    }
}

/// The shape `AvailabilityZoneMessage`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AvailabilityZoneMessage {
    /// `Message`.
    pub message: Option<String>,
}

impl Shaped for AvailabilityZoneMessage {
    const SHAPE: &'static Structure = &Structure {
        name: "AvailabilityZoneMessage",
        members: &[named("Message", "message", "Message", TEXT)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { message: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.message)]
    }
}

/// The shape `AvailabilityZoneSubGeography`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AvailabilityZoneSubGeography {
    /// `Name`.
    pub name: Option<String>,
}

impl Shaped for AvailabilityZoneSubGeography {
    const SHAPE: &'static Structure =
        &Structure { name: "AvailabilityZoneSubGeography", members: &[named("Name", "name", "Name", TEXT)] };
    fn from_members(members: &mut Members) -> Self {
        Self { name: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.name)]
    }
}

/// The shape `BlockPublicAccessStates`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BlockPublicAccessStates {
    /// `InternetGatewayBlockMode`, one of [`enums::BLOCK_PUBLIC_ACCESS_MODE`].
    pub internet_gateway_block_mode: Option<String>,
}

impl Shaped for BlockPublicAccessStates {
    const SHAPE: &'static Structure = &Structure {
        name: "BlockPublicAccessStates",
        members: &[named(
            "InternetGatewayBlockMode",
            "internetGatewayBlockMode",
            "InternetGatewayBlockMode",
            shapes::BLOCK_PUBLIC_ACCESS_MODE,
        )],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { internet_gateway_block_mode: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.internet_gateway_block_mode)]
    }
}

/// The shape `ConnectionTrackingConfiguration`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConnectionTrackingConfiguration {
    /// `TcpEstablishedTimeout`.
    pub tcp_established_timeout: Option<i32>,
    /// `UdpStreamTimeout`.
    pub udp_stream_timeout: Option<i32>,
    /// `UdpTimeout`.
    pub udp_timeout: Option<i32>,
}

impl Shaped for ConnectionTrackingConfiguration {
    const SHAPE: &'static Structure = &Structure {
        name: "ConnectionTrackingConfiguration",
        members: &[
            named("TcpEstablishedTimeout", "tcpEstablishedTimeout", "TcpEstablishedTimeout", INTEGER),
            named("UdpStreamTimeout", "udpStreamTimeout", "UdpStreamTimeout", INTEGER),
            named("UdpTimeout", "udpTimeout", "UdpTimeout", INTEGER),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            tcp_established_timeout: members.take(),
            udp_stream_timeout: members.take(),
            udp_timeout: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.tcp_established_timeout), value(&self.udp_stream_timeout), value(&self.udp_timeout)]
    }
}

/// The shape `CreateRouteRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateRouteInput {
    /// `DestinationPrefixListId`.
    pub destination_prefix_list_id: Option<String>,
    /// `VpcEndpointId`.
    pub vpc_endpoint_id: Option<String>,
    /// `TransitGatewayId`.
    pub transit_gateway_id: Option<String>,
    /// `LocalGatewayId`.
    pub local_gateway_id: Option<String>,
    /// `CarrierGatewayId`.
    pub carrier_gateway_id: Option<String>,
    /// `CoreNetworkArn`.
    pub core_network_arn: Option<String>,
    /// `OdbNetworkArn`.
    pub odb_network_arn: Option<String>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
    /// `RouteTableId`, required.
    pub route_table_id: Option<String>,
    /// `DestinationCidrBlock`.
    pub destination_cidr_block: Option<String>,
    /// `GatewayId`.
    pub gateway_id: Option<String>,
    /// `DestinationIpv6CidrBlock`.
    pub destination_ipv6_cidr_block: Option<String>,
    /// `EgressOnlyInternetGatewayId`.
    pub egress_only_internet_gateway_id: Option<String>,
    /// `InstanceId`.
    pub instance_id: Option<String>,
    /// `NetworkInterfaceId`.
    pub network_interface_id: Option<String>,
    /// `VpcPeeringConnectionId`.
    pub vpc_peering_connection_id: Option<String>,
    /// `NatGatewayId`.
    pub nat_gateway_id: Option<String>,
}

impl Shaped for CreateRouteInput {
    const SHAPE: &'static Structure = &Structure {
        name: "CreateRouteRequest",
        members: &[
            named("DestinationPrefixListId", "DestinationPrefixListId", "DestinationPrefixListId", TEXT),
            named("VpcEndpointId", "VpcEndpointId", "VpcEndpointId", TEXT),
            named("TransitGatewayId", "TransitGatewayId", "TransitGatewayId", TEXT),
            named("LocalGatewayId", "LocalGatewayId", "LocalGatewayId", TEXT),
            named("CarrierGatewayId", "CarrierGatewayId", "CarrierGatewayId", TEXT),
            named("CoreNetworkArn", "CoreNetworkArn", "CoreNetworkArn", TEXT),
            named("OdbNetworkArn", "OdbNetworkArn", "OdbNetworkArn", TEXT),
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
            named("RouteTableId", "routeTableId", "RouteTableId", TEXT).required(),
            named("DestinationCidrBlock", "destinationCidrBlock", "DestinationCidrBlock", TEXT),
            named("GatewayId", "gatewayId", "GatewayId", TEXT),
            named("DestinationIpv6CidrBlock", "destinationIpv6CidrBlock", "DestinationIpv6CidrBlock", TEXT),
            named(
                "EgressOnlyInternetGatewayId",
                "egressOnlyInternetGatewayId",
                "EgressOnlyInternetGatewayId",
                TEXT,
            ),
            named("InstanceId", "instanceId", "InstanceId", TEXT),
            named("NetworkInterfaceId", "networkInterfaceId", "NetworkInterfaceId", TEXT),
            named("VpcPeeringConnectionId", "vpcPeeringConnectionId", "VpcPeeringConnectionId", TEXT),
            named("NatGatewayId", "natGatewayId", "NatGatewayId", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            destination_prefix_list_id: members.take(),
            vpc_endpoint_id: members.take(),
            transit_gateway_id: members.take(),
            local_gateway_id: members.take(),
            carrier_gateway_id: members.take(),
            core_network_arn: members.take(),
            odb_network_arn: members.take(),
            dry_run: members.take(),
            route_table_id: members.take(),
            destination_cidr_block: members.take(),
            gateway_id: members.take(),
            destination_ipv6_cidr_block: members.take(),
            egress_only_internet_gateway_id: members.take(),
            instance_id: members.take(),
            network_interface_id: members.take(),
            vpc_peering_connection_id: members.take(),
            nat_gateway_id: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.destination_prefix_list_id),
            value(&self.vpc_endpoint_id),
            value(&self.transit_gateway_id),
            value(&self.local_gateway_id),
            value(&self.carrier_gateway_id),
            value(&self.core_network_arn),
            value(&self.odb_network_arn),
            value(&self.dry_run),
            value(&self.route_table_id),
            value(&self.destination_cidr_block),
            value(&self.gateway_id),
            value(&self.destination_ipv6_cidr_block),
            value(&self.egress_only_internet_gateway_id),
            value(&self.instance_id),
            value(&self.network_interface_id),
            value(&self.vpc_peering_connection_id),
            value(&self.nat_gateway_id),
        ]
    }
}

/// The shape `CreateRouteResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateRouteOutput {
    /// `Return`.
    pub return_: Option<bool>,
}

impl Shaped for CreateRouteOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "CreateRouteResult",
        members: &[named("Return", "return", "Return", Shape::Boolean)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { return_: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.return_)]
    }
}

/// The shape `CreateRouteTableRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateRouteTableInput {
    /// `TagSpecifications`.
    pub tag_specifications: Option<Vec<TagSpecification>>,
    /// `ClientToken`.
    pub client_token: Option<String>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
    /// `VpcId`, required.
    pub vpc_id: Option<String>,
}

impl Shaped for CreateRouteTableInput {
    const SHAPE: &'static Structure = &Structure {
        name: "CreateRouteTableRequest",
        members: &[
            named(
                "TagSpecifications",
                "TagSpecification",
                "TagSpecification",
                shapes::TAG_SPECIFICATION_LIST,
            ),
            named("ClientToken", "ClientToken", "ClientToken", TEXT),
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
            named("VpcId", "vpcId", "VpcId", TEXT).required(),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            tag_specifications: members.take(),
            client_token: members.take(),
            dry_run: members.take(),
            vpc_id: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.tag_specifications),
            value(&self.client_token),
            value(&self.dry_run),
            value(&self.vpc_id),
        ]
    }
}

/// The shape `CreateRouteTableResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateRouteTableOutput {
    /// `RouteTable`.
    pub route_table: Option<RouteTable>,
    /// `ClientToken`.
    pub client_token: Option<String>,
}

impl Shaped for CreateRouteTableOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "CreateRouteTableResult",
        members: &[
            named("RouteTable", "routeTable", "RouteTable", Shape::Structure(RouteTable::SHAPE)),
            named("ClientToken", "clientToken", "ClientToken", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { route_table: members.take(), client_token: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.route_table), value(&self.client_token)]
    }
}

/// The shape `CreateSecurityGroupRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateSecurityGroupInput {
    /// `Description`, required.
    pub description: Option<String>,
    /// `GroupName`, required.
    pub group_name: Option<String>,
    /// `VpcId`.
    pub vpc_id: Option<String>,
    /// `TagSpecifications`.
    pub tag_specifications: Option<Vec<TagSpecification>>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
}

impl Shaped for CreateSecurityGroupInput {
    const SHAPE: &'static Structure = &Structure {
        name: "CreateSecurityGroupRequest",
        members: &[
            named("Description", "GroupDescription", "GroupDescription", TEXT).required(),
            named("GroupName", "GroupName", "GroupName", TEXT).required(),
            named("VpcId", "VpcId", "VpcId", TEXT),
            named(
                "TagSpecifications",
                "TagSpecification",
                "TagSpecification",
                shapes::TAG_SPECIFICATION_LIST,
            ),
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            description: members.take(),
            group_name: members.take(),
            vpc_id: members.take(),
            tag_specifications: members.take(),
            dry_run: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.description),
            value(&self.group_name),
            value(&self.vpc_id),
            value(&self.tag_specifications),
            value(&self.dry_run),
        ]
    }
}

/// The shape `CreateSecurityGroupResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateSecurityGroupOutput {
    /// `GroupId`.
    pub group_id: Option<String>,
    /// `Tags`.
    pub tags: Option<Vec<Tag>>,
    /// `SecurityGroupArn`.
    pub security_group_arn: Option<String>,
}

impl Shaped for CreateSecurityGroupOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "CreateSecurityGroupResult",
        members: &[
            named("GroupId", "groupId", "GroupId", TEXT),
            named("Tags", "tagSet", "TagSet", shapes::TAG_LIST),
            named("SecurityGroupArn", "securityGroupArn", "SecurityGroupArn", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { group_id: members.take(), tags: members.take(), security_group_arn: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.group_id), value(&self.tags), value(&self.security_group_arn)]
    }
}

/// The shape `CreateSubnetRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateSubnetInput {
    /// `TagSpecifications`.
    pub tag_specifications: Option<Vec<TagSpecification>>,
    /// `AvailabilityZone`.
    pub availability_zone: Option<String>,
    /// `AvailabilityZoneId`.
    pub availability_zone_id: Option<String>,
    /// `CidrBlock`.
    pub cidr_block: Option<String>,
    /// `Ipv6CidrBlock`.
    pub ipv6_cidr_block: Option<String>,
    /// `OutpostArn`.
    pub outpost_arn: Option<String>,
    /// `VpcId`, required.
    pub vpc_id: Option<String>,
    /// `Ipv6Native`.
    pub ipv6_native: Option<bool>,
    /// `Ipv4IpamPoolId`.
    pub ipv4_ipam_pool_id: Option<String>,
    /// `Ipv4NetmaskLength`.
    pub ipv4_netmask_length: Option<i32>,
    /// `Ipv6IpamPoolId`.
    pub ipv6_ipam_pool_id: Option<String>,
    /// `Ipv6NetmaskLength`.
    pub ipv6_netmask_length: Option<i32>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
}

impl Shaped for CreateSubnetInput {
    const SHAPE: &'static Structure = &Structure {
        name: "CreateSubnetRequest",
        members: &[
            named(
                "TagSpecifications",
                "TagSpecification",
                "TagSpecification",
                shapes::TAG_SPECIFICATION_LIST,
            ),
            named("AvailabilityZone", "AvailabilityZone", "AvailabilityZone", TEXT),
            named("AvailabilityZoneId", "AvailabilityZoneId", "AvailabilityZoneId", TEXT),
            named("CidrBlock", "CidrBlock", "CidrBlock", TEXT),
            named("Ipv6CidrBlock", "Ipv6CidrBlock", "Ipv6CidrBlock", TEXT),
            named("OutpostArn", "OutpostArn", "OutpostArn", TEXT),
            named("VpcId", "VpcId", "VpcId", TEXT).required(),
            named("Ipv6Native", "Ipv6Native", "Ipv6Native", Shape::Boolean),
            named("Ipv4IpamPoolId", "Ipv4IpamPoolId", "Ipv4IpamPoolId", TEXT),
            named("Ipv4NetmaskLength", "Ipv4NetmaskLength", "Ipv4NetmaskLength", INTEGER),
            named("Ipv6IpamPoolId", "Ipv6IpamPoolId", "Ipv6IpamPoolId", TEXT),
            named("Ipv6NetmaskLength", "Ipv6NetmaskLength", "Ipv6NetmaskLength", INTEGER),
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            tag_specifications: members.take(),
            availability_zone: members.take(),
            availability_zone_id: members.take(),
            cidr_block: members.take(),
            ipv6_cidr_block: members.take(),
            outpost_arn: members.take(),
            vpc_id: members.take(),
            ipv6_native: members.take(),
            ipv4_ipam_pool_id: members.take(),
            ipv4_netmask_length: members.take(),
            ipv6_ipam_pool_id: members.take(),
            ipv6_netmask_length: members.take(),
            dry_run: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.tag_specifications),
            value(&self.availability_zone),
            value(&self.availability_zone_id),
            value(&self.cidr_block),
            value(&self.ipv6_cidr_block),
            value(&self.outpost_arn),
            value(&self.vpc_id),
            value(&self.ipv6_native),
            value(&self.ipv4_ipam_pool_id),
            value(&self.ipv4_netmask_length),
            value(&self.ipv6_ipam_pool_id),
            value(&self.ipv6_netmask_length),
            value(&self.dry_run),
        ]
    }
}

/// The shape `CreateSubnetResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateSubnetOutput {
    /// `Subnet`.
    pub subnet: Option<Subnet>,
}

impl Shaped for CreateSubnetOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "CreateSubnetResult",
        members: &[named("Subnet", "subnet", "Subnet", Shape::Structure(Subnet::SHAPE))],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { subnet: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.subnet)]
    }
}

/// The shape `CreateTagsRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateTagsInput {
    /// `DryRun`.
    pub dry_run: Option<bool>,
    /// `Resources`, required.
    pub resources: Option<Vec<String>>,
    /// `Tags`, required.
    pub tags: Option<Vec<Tag>>,
}

impl Shaped for CreateTagsInput {
    const SHAPE: &'static Structure = &Structure {
        name: "CreateTagsRequest",
        members: &[
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
            named("Resources", "ResourceId", "ResourceId", shapes::RESOURCE_ID_LIST).required(),
            named("Tags", "Tag", "Tag", shapes::TAG_LIST).required(),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { dry_run: members.take(), resources: members.take(), tags: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.dry_run), value(&self.resources), value(&self.tags)]
    }
}

/// The shape `CreateVpcEndpointRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateVpcEndpointInput {
    /// `DryRun`.
    pub dry_run: Option<bool>,
    /// `VpcEndpointType`, one of [`enums::VPC_ENDPOINT_TYPE`].
    pub vpc_endpoint_type: Option<String>,
    /// `VpcId`, required.
    pub vpc_id: Option<String>,
    /// `ServiceName`.
    pub service_name: Option<String>,
    /// `PolicyDocument`.
    pub policy_document: Option<String>,
    /// `RouteTableIds`.
    pub route_table_ids: Option<Vec<String>>,
    /// `SubnetIds`.
    pub subnet_ids: Option<Vec<String>>,
    /// `SecurityGroupIds`.
    pub security_group_ids: Option<Vec<String>>,
    /// `IpAddressType`, one of [`enums::IP_ADDRESS_TYPE`].
    pub ip_address_type: Option<String>,
    /// `DnsOptions`.
    pub dns_options: Option<DnsOptionsSpecification>,
    /// `ClientToken`.
    pub client_token: Option<String>,
    /// `PrivateDnsEnabled`.
    pub private_dns_enabled: Option<bool>,
    /// `TagSpecifications`.
    pub tag_specifications: Option<Vec<TagSpecification>>,
    /// `SubnetConfigurations`.
    pub subnet_configurations: Option<Vec<SubnetConfiguration>>,
    /// `ServiceNetworkArn`.
    pub service_network_arn: Option<String>,
    /// `ResourceConfigurationArn`.
    pub resource_configuration_arn: Option<String>,
    /// `ServiceRegion`.
    pub service_region: Option<String>,
}

impl Shaped for CreateVpcEndpointInput {
    const SHAPE: &'static Structure = &Structure {
        name: "CreateVpcEndpointRequest",
        members: &[
            named("DryRun", "DryRun", "DryRun", Shape::Boolean),
            named("VpcEndpointType", "VpcEndpointType", "VpcEndpointType", shapes::VPC_ENDPOINT_TYPE),
            named("VpcId", "VpcId", "VpcId", TEXT).required(),
            named("ServiceName", "ServiceName", "ServiceName", TEXT),
            named("PolicyDocument", "PolicyDocument", "PolicyDocument", TEXT),
            named("RouteTableIds", "RouteTableId", "RouteTableId", shapes::VPC_ENDPOINT_ROUTE_TABLE_ID_LIST),
            named("SubnetIds", "SubnetId", "SubnetId", shapes::VPC_ENDPOINT_SUBNET_ID_LIST),
            named(
                "SecurityGroupIds",
                "SecurityGroupId",
                "SecurityGroupId",
                shapes::VPC_ENDPOINT_SECURITY_GROUP_ID_LIST,
            ),
            named("IpAddressType", "IpAddressType", "IpAddressType", shapes::IP_ADDRESS_TYPE),
            named("DnsOptions", "DnsOptions", "DnsOptions", Shape::Structure(DnsOptionsSpecification::SHAPE)),
            named("ClientToken", "ClientToken", "ClientToken", TEXT),
            named("PrivateDnsEnabled", "PrivateDnsEnabled", "PrivateDnsEnabled", Shape::Boolean),
            named(
                "TagSpecifications",
                "TagSpecification",
                "TagSpecification",
                shapes::TAG_SPECIFICATION_LIST,
            ),
            named(
                "SubnetConfigurations",
                "SubnetConfiguration",
                "SubnetConfiguration",
                shapes::SUBNET_CONFIGURATIONS_LIST,
            ),
            named("ServiceNetworkArn", "ServiceNetworkArn", "ServiceNetworkArn", TEXT),
            named("ResourceConfigurationArn", "ResourceConfigurationArn", "ResourceConfigurationArn", TEXT),
            named("ServiceRegion", "ServiceRegion", "ServiceRegion", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            dry_run: members.take(),
            vpc_endpoint_type: members.take(),
            vpc_id: members.take(),
            service_name: members.take(),
            policy_document: members.take(),
            route_table_ids: members.take(),
            subnet_ids: members.take(),
            security_group_ids: members.take(),
            ip_address_type: members.take(),
            dns_options: members.take(),
            client_token: members.take(),
            private_dns_enabled: members.take(),
            tag_specifications: members.take(),
            subnet_configurations: members.take(),
            service_network_arn: members.take(),
            resource_configuration_arn: members.take(),
            service_region: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.dry_run),
            value(&self.vpc_endpoint_type),
            value(&self.vpc_id),
            value(&self.service_name),
            value(&self.policy_document),
            value(&self.route_table_ids),
            value(&self.subnet_ids),
            value(&self.security_group_ids),
            value(&self.ip_address_type),
            value(&self.dns_options),
            value(&self.client_token),
            value(&self.private_dns_enabled),
            value(&self.tag_specifications),
            value(&self.subnet_configurations),
            value(&self.service_network_arn),
            value(&self.resource_configuration_arn),
            value(&self.service_region),
        ]
    }
}

/// The shape `CreateVpcEndpointResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateVpcEndpointOutput {
    /// `VpcEndpoint`.
    pub vpc_endpoint: Option<VpcEndpoint>,
    /// `ClientToken`.
    pub client_token: Option<String>,
}

impl Shaped for CreateVpcEndpointOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "CreateVpcEndpointResult",
        members: &[
            named("VpcEndpoint", "vpcEndpoint", "VpcEndpoint", Shape::Structure(VpcEndpoint::SHAPE)),
            named("ClientToken", "clientToken", "ClientToken", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { vpc_endpoint: members.take(), client_token: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.vpc_endpoint), value(&self.client_token)]
    }
}

/// The shape `CreateVpcRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateVpcInput {
    /// `CidrBlock`.
    pub cidr_block: Option<String>,
    /// `Ipv6Pool`.
    pub ipv6_pool: Option<String>,
    /// `Ipv6CidrBlock`.
    pub ipv6_cidr_block: Option<String>,
    /// `Ipv4IpamPoolId`.
    pub ipv4_ipam_pool_id: Option<String>,
    /// `Ipv4NetmaskLength`.
    pub ipv4_netmask_length: Option<i32>,
    /// `Ipv6IpamPoolId`.
    pub ipv6_ipam_pool_id: Option<String>,
    /// `Ipv6NetmaskLength`.
    pub ipv6_netmask_length: Option<i32>,
    /// `Ipv6CidrBlockNetworkBorderGroup`.
    pub ipv6_cidr_block_network_border_group: Option<String>,
    /// `VpcEncryptionControl`.
    pub vpc_encryption_control: Option<VpcEncryptionControlConfiguration>,
    /// `TagSpecifications`.
    pub tag_specifications: Option<Vec<TagSpecification>>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
    /// `InstanceTenancy`, one of [`enums::TENANCY`].
    pub instance_tenancy: Option<String>,
    /// `AmazonProvidedIpv6CidrBlock`.
    pub amazon_provided_ipv6_cidr_block: Option<bool>,
}

impl Shaped for CreateVpcInput {
    const SHAPE: &'static Structure = &Structure {
        name: "CreateVpcRequest",
        members: &[
            named("CidrBlock", "CidrBlock", "CidrBlock", TEXT),
            named("Ipv6Pool", "Ipv6Pool", "Ipv6Pool", TEXT),
            named("Ipv6CidrBlock", "Ipv6CidrBlock", "Ipv6CidrBlock", TEXT),
            named("Ipv4IpamPoolId", "Ipv4IpamPoolId", "Ipv4IpamPoolId", TEXT),
            named("Ipv4NetmaskLength", "Ipv4NetmaskLength", "Ipv4NetmaskLength", INTEGER),
            named("Ipv6IpamPoolId", "Ipv6IpamPoolId", "Ipv6IpamPoolId", TEXT),
            named("Ipv6NetmaskLength", "Ipv6NetmaskLength", "Ipv6NetmaskLength", INTEGER),
            named(
                "Ipv6CidrBlockNetworkBorderGroup",
                "Ipv6CidrBlockNetworkBorderGroup",
                "Ipv6CidrBlockNetworkBorderGroup",
                TEXT,
            ),
            named(
                "VpcEncryptionControl",
                "VpcEncryptionControl",
                "VpcEncryptionControl",
                Shape::Structure(VpcEncryptionControlConfiguration::SHAPE),
            ),
            named(
                "TagSpecifications",
                "TagSpecification",
                "TagSpecification",
                shapes::TAG_SPECIFICATION_LIST,
            ),
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
            named("InstanceTenancy", "instanceTenancy", "InstanceTenancy", shapes::TENANCY),
            named(
                "AmazonProvidedIpv6CidrBlock",
                "amazonProvidedIpv6CidrBlock",
                "AmazonProvidedIpv6CidrBlock",
                Shape::Boolean,
            ),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            cidr_block: members.take(),
            ipv6_pool: members.take(),
            ipv6_cidr_block: members.take(),
            ipv4_ipam_pool_id: members.take(),
            ipv4_netmask_length: members.take(),
            ipv6_ipam_pool_id: members.take(),
            ipv6_netmask_length: members.take(),
            ipv6_cidr_block_network_border_group: members.take(),
            vpc_encryption_control: members.take(),
            tag_specifications: members.take(),
            dry_run: members.take(),
            instance_tenancy: members.take(),
            amazon_provided_ipv6_cidr_block: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.cidr_block),
            value(&self.ipv6_pool),
            value(&self.ipv6_cidr_block),
            value(&self.ipv4_ipam_pool_id),
            value(&self.ipv4_netmask_length),
            value(&self.ipv6_ipam_pool_id),
            value(&self.ipv6_netmask_length),
            value(&self.ipv6_cidr_block_network_border_group),
            value(&self.vpc_encryption_control),
            value(&self.tag_specifications),
            value(&self.dry_run),
            value(&self.instance_tenancy),
            value(&self.amazon_provided_ipv6_cidr_block),
        ]
    }
}

/// The shape `CreateVpcResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateVpcOutput {
    /// `Vpc`.
    pub vpc: Option<Vpc>,
}

impl Shaped for CreateVpcOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "CreateVpcResult",
        members: &[named("Vpc", "vpc", "Vpc", Shape::Structure(Vpc::SHAPE))],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { vpc: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.vpc)]
    }
}

/// The shape `CreateVpnGatewayRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateVpnGatewayInput {
    /// `AvailabilityZone`.
    pub availability_zone: Option<String>,
    /// `Type`, one of [`enums::GATEWAY_TYPE`], required.
    pub type_: Option<String>,
    /// `TagSpecifications`.
    pub tag_specifications: Option<Vec<TagSpecification>>,
    /// `AmazonSideAsn`.
    pub amazon_side_asn: Option<i64>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
}

impl Shaped for CreateVpnGatewayInput {
    const SHAPE: &'static Structure = &Structure {
        name: "CreateVpnGatewayRequest",
        members: &[
            named("AvailabilityZone", "AvailabilityZone", "AvailabilityZone", TEXT),
            named("Type", "Type", "Type", shapes::GATEWAY_TYPE).required(),
            named(
                "TagSpecifications",
                "TagSpecification",
                "TagSpecification",
                shapes::TAG_SPECIFICATION_LIST,
            ),
            named("AmazonSideAsn", "AmazonSideAsn", "AmazonSideAsn", LONG),
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            availability_zone: members.take(),
            type_: members.take(),
            tag_specifications: members.take(),
            amazon_side_asn: members.take(),
            dry_run: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.availability_zone),
            value(&self.type_),
            value(&self.tag_specifications),
            value(&self.amazon_side_asn),
            value(&self.dry_run),
        ]
    }
}

/// The shape `CreateVpnGatewayResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateVpnGatewayOutput {
    /// `VpnGateway`.
    pub vpn_gateway: Option<VpnGateway>,
}

impl Shaped for CreateVpnGatewayOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "CreateVpnGatewayResult",
        members: &[named("VpnGateway", "vpnGateway", "VpnGateway", Shape::Structure(VpnGateway::SHAPE))],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { vpn_gateway: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.vpn_gateway)]
    }
}

/// The shape `DeleteRouteRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteRouteInput {
    /// `DestinationPrefixListId`.
    pub destination_prefix_list_id: Option<String>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
    /// `RouteTableId`, required.
    pub route_table_id: Option<String>,
    /// `DestinationCidrBlock`.
    pub destination_cidr_block: Option<String>,
    /// `DestinationIpv6CidrBlock`.
    pub destination_ipv6_cidr_block: Option<String>,
}

impl Shaped for DeleteRouteInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DeleteRouteRequest",
        members: &[
            named("DestinationPrefixListId", "DestinationPrefixListId", "DestinationPrefixListId", TEXT),
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
            named("RouteTableId", "routeTableId", "RouteTableId", TEXT).required(),
            named("DestinationCidrBlock", "destinationCidrBlock", "DestinationCidrBlock", TEXT),
            named("DestinationIpv6CidrBlock", "destinationIpv6CidrBlock", "DestinationIpv6CidrBlock", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            destination_prefix_list_id: members.take(),
            dry_run: members.take(),
            route_table_id: members.take(),
            destination_cidr_block: members.take(),
            destination_ipv6_cidr_block: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.destination_prefix_list_id),
            value(&self.dry_run),
            value(&self.route_table_id),
            value(&self.destination_cidr_block),
            value(&self.destination_ipv6_cidr_block),
        ]
    }
}

/// The shape `DeleteRouteTableRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteRouteTableInput {
    /// `DryRun`.
    pub dry_run: Option<bool>,
    /// `RouteTableId`, required.
    pub route_table_id: Option<String>,
}

impl Shaped for DeleteRouteTableInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DeleteRouteTableRequest",
        members: &[
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
            named("RouteTableId", "routeTableId", "RouteTableId", TEXT).required(),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { dry_run: members.take(), route_table_id: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.dry_run), value(&self.route_table_id)]
    }
}

/// The shape `DeleteSecurityGroupRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteSecurityGroupInput {
    /// `GroupId`.
    pub group_id: Option<String>,
    /// `GroupName`.
    pub group_name: Option<String>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
}

impl Shaped for DeleteSecurityGroupInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DeleteSecurityGroupRequest",
        members: &[
            named("GroupId", "GroupId", "GroupId", TEXT),
            named("GroupName", "GroupName", "GroupName", TEXT),
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { group_id: members.take(), group_name: members.take(), dry_run: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.group_id), value(&self.group_name), value(&self.dry_run)]
    }
}

/// The shape `DeleteSecurityGroupResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteSecurityGroupOutput {
    /// `Return`.
    pub return_: Option<bool>,
    /// `GroupId`.
    pub group_id: Option<String>,
}

impl Shaped for DeleteSecurityGroupOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "DeleteSecurityGroupResult",
        members: &[
            named("Return", "return", "Return", Shape::Boolean),
            named("GroupId", "groupId", "GroupId", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { return_: members.take(), group_id: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.return_), value(&self.group_id)]
    }
}

/// The shape `DeleteSubnetRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteSubnetInput {
    /// `SubnetId`, required.
    pub subnet_id: Option<String>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
}

impl Shaped for DeleteSubnetInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DeleteSubnetRequest",
        members: &[
            named("SubnetId", "SubnetId", "SubnetId", TEXT).required(),
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { subnet_id: members.take(), dry_run: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.subnet_id), value(&self.dry_run)]
    }
}

/// The shape `DeleteTagsRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteTagsInput {
    /// `DryRun`.
    pub dry_run: Option<bool>,
    /// `Resources`, required.
    pub resources: Option<Vec<String>>,
    /// `Tags`.
    pub tags: Option<Vec<Tag>>,
}

impl Shaped for DeleteTagsInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DeleteTagsRequest",
        members: &[
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
            named("Resources", "resourceId", "ResourceId", shapes::RESOURCE_ID_LIST).required(),
            named("Tags", "tag", "Tag", shapes::TAG_LIST),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { dry_run: members.take(), resources: members.take(), tags: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.dry_run), value(&self.resources), value(&self.tags)]
    }
}

/// The shape `DeleteVpcEndpointsRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteVpcEndpointsInput {
    /// `DryRun`.
    pub dry_run: Option<bool>,
    /// `VpcEndpointIds`, required.
    pub vpc_endpoint_ids: Option<Vec<String>>,
}

impl Shaped for DeleteVpcEndpointsInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DeleteVpcEndpointsRequest",
        members: &[
            named("DryRun", "DryRun", "DryRun", Shape::Boolean),
            named("VpcEndpointIds", "VpcEndpointId", "VpcEndpointId", shapes::VPC_ENDPOINT_ID_LIST)
                .required(),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { dry_run: members.take(), vpc_endpoint_ids: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.dry_run), value(&self.vpc_endpoint_ids)]
    }
}

/// The shape `DeleteVpcEndpointsResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteVpcEndpointsOutput {
    /// `Unsuccessful`.
    pub unsuccessful: Option<Vec<UnsuccessfulItem>>,
}

impl Shaped for DeleteVpcEndpointsOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "DeleteVpcEndpointsResult",
        members: &[named("Unsuccessful", "unsuccessful", "Unsuccessful", shapes::UNSUCCESSFUL_ITEM_SET)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { unsuccessful: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.unsuccessful)]
    }
}

/// The shape `DeleteVpcRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteVpcInput {
    /// `VpcId`, required.
    pub vpc_id: Option<String>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
}

impl Shaped for DeleteVpcInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DeleteVpcRequest",
        members: &[
            named("VpcId", "VpcId", "VpcId", TEXT).required(),
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { vpc_id: members.take(), dry_run: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.vpc_id), value(&self.dry_run)]
    }
}

/// The shape `DeleteVpnGatewayRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteVpnGatewayInput {
    /// `VpnGatewayId`, required.
    pub vpn_gateway_id: Option<String>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
}

impl Shaped for DeleteVpnGatewayInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DeleteVpnGatewayRequest",
        members: &[
            named("VpnGatewayId", "VpnGatewayId", "VpnGatewayId", TEXT).required(),
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { vpn_gateway_id: members.take(), dry_run: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.vpn_gateway_id), value(&self.dry_run)]
    }
}

/// The shape `DescribeAccountAttributesRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAccountAttributesInput {
    /// `DryRun`.
    pub dry_run: Option<bool>,
    /// `AttributeNames`.
    pub attribute_names: Option<Vec<String>>,
}

impl Shaped for DescribeAccountAttributesInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeAccountAttributesRequest",
        members: &[
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
            named(
                "AttributeNames",
                "attributeName",
                "AttributeName",
                shapes::ACCOUNT_ATTRIBUTE_NAME_STRING_LIST,
            ),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { dry_run: members.take(), attribute_names: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.dry_run), value(&self.attribute_names)]
    }
}

/// The shape `DescribeAccountAttributesResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAccountAttributesOutput {
    /// `AccountAttributes`.
    pub account_attributes: Option<Vec<AccountAttribute>>,
}

impl Shaped for DescribeAccountAttributesOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeAccountAttributesResult",
        members: &[named(
            "AccountAttributes",
            "accountAttributeSet",
            "AccountAttributeSet",
            shapes::ACCOUNT_ATTRIBUTE_LIST,
        )],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { account_attributes: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.account_attributes)]
    }
}

/// The shape `DescribeAvailabilityZonesRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAvailabilityZonesInput {
    /// `ZoneNames`.
    pub zone_names: Option<Vec<String>>,
    /// `ZoneIds`.
    pub zone_ids: Option<Vec<String>>,
    /// `AllAvailabilityZones`.
    pub all_availability_zones: Option<bool>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
    /// `Filters`.
    pub filters: Option<Vec<Filter>>,
}

impl Shaped for DescribeAvailabilityZonesInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeAvailabilityZonesRequest",
        members: &[
            named("ZoneNames", "ZoneName", "ZoneName", shapes::ZONE_NAME_STRING_LIST),
            named("ZoneIds", "ZoneId", "ZoneId", shapes::ZONE_ID_STRING_LIST),
            named("AllAvailabilityZones", "AllAvailabilityZones", "AllAvailabilityZones", Shape::Boolean),
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
            named("Filters", "Filter", "Filter", shapes::FILTER_LIST),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            zone_names: members.take(),
            zone_ids: members.take(),
            all_availability_zones: members.take(),
            dry_run: members.take(),
            filters: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.zone_names),
            value(&self.zone_ids),
            value(&self.all_availability_zones),
            value(&self.dry_run),
            value(&self.filters),
        ]
    }
}

/// The shape `DescribeAvailabilityZonesResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAvailabilityZonesOutput {
    /// `AvailabilityZones`.
    pub availability_zones: Option<Vec<AvailabilityZone>>,
}

impl Shaped for DescribeAvailabilityZonesOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeAvailabilityZonesResult",
        members: &[named(
            "AvailabilityZones",
            "availabilityZoneInfo",
            "AvailabilityZoneInfo",
            shapes::AVAILABILITY_ZONE_LIST,
        )],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { availability_zones: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.availability_zones)]
    }
}

/// The shape `DescribeDhcpOptionsRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeDhcpOptionsInput {
    /// `DhcpOptionsIds`.
    pub dhcp_options_ids: Option<Vec<String>>,
    /// `NextToken`.
    pub next_token: Option<String>,
    /// `MaxResults`.
    pub max_results: Option<i32>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
    /// `Filters`.
    pub filters: Option<Vec<Filter>>,
}

impl Shaped for DescribeDhcpOptionsInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeDhcpOptionsRequest",
        members: &[
            named("DhcpOptionsIds", "DhcpOptionsId", "DhcpOptionsId", shapes::DHCP_OPTIONS_ID_STRING_LIST),
            named("NextToken", "NextToken", "NextToken", TEXT),
            named("MaxResults", "MaxResults", "MaxResults", shapes::DESCRIBE_DHCP_OPTIONS_MAX_RESULTS),
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
            named("Filters", "Filter", "Filter", shapes::FILTER_LIST),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            dhcp_options_ids: members.take(),
            next_token: members.take(),
            max_results: members.take(),
            dry_run: members.take(),
            filters: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.dhcp_options_ids),
            value(&self.next_token),
            value(&self.max_results),
            value(&self.dry_run),
            value(&self.filters),
        ]
    }
}

/// The shape `DescribeDhcpOptionsResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeDhcpOptionsOutput {
    /// `NextToken`.
    pub next_token: Option<String>,
    /// `DhcpOptions`.
    pub dhcp_options: Option<Vec<DhcpOptions>>,
}

impl Shaped for DescribeDhcpOptionsOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeDhcpOptionsResult",
        members: &[
            named("NextToken", "nextToken", "NextToken", TEXT),
            named("DhcpOptions", "dhcpOptionsSet", "DhcpOptionsSet", shapes::DHCP_OPTIONS_LIST),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { next_token: members.take(), dhcp_options: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.next_token), value(&self.dhcp_options)]
    }
}

/// The shape `DescribeManagedPrefixListsRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeManagedPrefixListsInput {
    /// `DryRun`.
    pub dry_run: Option<bool>,
    /// `Filters`.
    pub filters: Option<Vec<Filter>>,
    /// `MaxResults`.
    pub max_results: Option<i32>,
    /// `NextToken`.
    pub next_token: Option<String>,
    /// `PrefixListIds`.
    pub prefix_list_ids: Option<Vec<String>>,
}

impl Shaped for DescribeManagedPrefixListsInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeManagedPrefixListsRequest",
        members: &[
            named("DryRun", "DryRun", "DryRun", Shape::Boolean),
            named("Filters", "Filter", "Filter", shapes::FILTER_LIST),
            named("MaxResults", "MaxResults", "MaxResults", shapes::PREFIX_LIST_MAX_RESULTS),
            named("NextToken", "NextToken", "NextToken", TEXT),
            named("PrefixListIds", "PrefixListId", "PrefixListId", shapes::VALUE_STRING_LIST),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            dry_run: members.take(),
            filters: members.take(),
            max_results: members.take(),
            next_token: members.take(),
            prefix_list_ids: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.dry_run),
            value(&self.filters),
            value(&self.max_results),
            value(&self.next_token),
            value(&self.prefix_list_ids),
        ]
    }
}

/// The shape `DescribeManagedPrefixListsResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeManagedPrefixListsOutput {
    /// `NextToken`.
    pub next_token: Option<String>,
    /// `PrefixLists`.
    pub prefix_lists: Option<Vec<ManagedPrefixList>>,
}

impl Shaped for DescribeManagedPrefixListsOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeManagedPrefixListsResult",
        members: &[
            named("NextToken", "nextToken", "NextToken", TEXT),
            named("PrefixLists", "prefixListSet", "PrefixListSet", shapes::MANAGED_PREFIX_LIST_SET),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { next_token: members.take(), prefix_lists: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.next_token), value(&self.prefix_lists)]
    }
}

/// The shape `DescribeNetworkAclsRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeNetworkAclsInput {
    /// `NextToken`.
    pub next_token: Option<String>,
    /// `MaxResults`.
    pub max_results: Option<i32>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
    /// `NetworkAclIds`.
    pub network_acl_ids: Option<Vec<String>>,
    /// `Filters`.
    pub filters: Option<Vec<Filter>>,
}

impl Shaped for DescribeNetworkAclsInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeNetworkAclsRequest",
        members: &[
            named("NextToken", "NextToken", "NextToken", TEXT),
            named("MaxResults", "MaxResults", "MaxResults", shapes::DESCRIBE_NETWORK_ACLS_MAX_RESULTS),
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
            named("NetworkAclIds", "NetworkAclId", "NetworkAclId", shapes::NETWORK_ACL_ID_STRING_LIST),
            named("Filters", "Filter", "Filter", shapes::FILTER_LIST),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            next_token: members.take(),
            max_results: members.take(),
            dry_run: members.take(),
            network_acl_ids: members.take(),
            filters: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.next_token),
            value(&self.max_results),
            value(&self.dry_run),
            value(&self.network_acl_ids),
            value(&self.filters),
        ]
    }
}

/// The shape `DescribeNetworkAclsResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeNetworkAclsOutput {
    /// `NetworkAcls`.
    pub network_acls: Option<Vec<NetworkAcl>>,
    /// `NextToken`.
    pub next_token: Option<String>,
}

impl Shaped for DescribeNetworkAclsOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeNetworkAclsResult",
        members: &[
            named("NetworkAcls", "networkAclSet", "NetworkAclSet", shapes::NETWORK_ACL_LIST),
            named("NextToken", "nextToken", "NextToken", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { network_acls: members.take(), next_token: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.network_acls), value(&self.next_token)]
    }
}

/// The shape `DescribeNetworkInterfacesRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeNetworkInterfacesInput {
    /// `NextToken`.
    pub next_token: Option<String>,
    /// `MaxResults`.
    pub max_results: Option<i32>,
    /// `IncludeManagedResources`.
    pub include_managed_resources: Option<bool>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
    /// `NetworkInterfaceIds`.
    pub network_interface_ids: Option<Vec<String>>,
    /// `Filters`.
    pub filters: Option<Vec<Filter>>,
}

impl Shaped for DescribeNetworkInterfacesInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeNetworkInterfacesRequest",
        members: &[
            named("NextToken", "NextToken", "NextToken", TEXT),
            named("MaxResults", "MaxResults", "MaxResults", shapes::DESCRIBE_NETWORK_INTERFACES_MAX_RESULTS),
            named(
                "IncludeManagedResources",
                "IncludeManagedResources",
                "IncludeManagedResources",
                Shape::Boolean,
            ),
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
            named(
                "NetworkInterfaceIds",
                "NetworkInterfaceId",
                "NetworkInterfaceId",
                shapes::NETWORK_INTERFACE_ID_LIST,
            ),
            named("Filters", "filter", "Filter", shapes::FILTER_LIST),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            next_token: members.take(),
            max_results: members.take(),
            include_managed_resources: members.take(),
            dry_run: members.take(),
            network_interface_ids: members.take(),
            filters: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.next_token),
            value(&self.max_results),
            value(&self.include_managed_resources),
            value(&self.dry_run),
            value(&self.network_interface_ids),
            value(&self.filters),
        ]
    }
}

/// The shape `DescribeNetworkInterfacesResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeNetworkInterfacesOutput {
    /// `NetworkInterfaces`.
    pub network_interfaces: Option<Vec<NetworkInterface>>,
    /// `NextToken`.
    pub next_token: Option<String>,
}

impl Shaped for DescribeNetworkInterfacesOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeNetworkInterfacesResult",
        members: &[
            named(
                "NetworkInterfaces",
                "networkInterfaceSet",
                "NetworkInterfaceSet",
                shapes::NETWORK_INTERFACE_LIST,
            ),
            named("NextToken", "nextToken", "NextToken", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { network_interfaces: members.take(), next_token: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.network_interfaces), value(&self.next_token)]
    }
}

/// The shape `DescribePrefixListsRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribePrefixListsInput {
    /// `DryRun`.
    pub dry_run: Option<bool>,
    /// `Filters`.
    pub filters: Option<Vec<Filter>>,
    /// `MaxResults`.
    pub max_results: Option<i32>,
    /// `NextToken`.
    pub next_token: Option<String>,
    /// `PrefixListIds`.
    pub prefix_list_ids: Option<Vec<String>>,
}

impl Shaped for DescribePrefixListsInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribePrefixListsRequest",
        members: &[
            named("DryRun", "DryRun", "DryRun", Shape::Boolean),
            named("Filters", "Filter", "Filter", shapes::FILTER_LIST),
            named("MaxResults", "MaxResults", "MaxResults", INTEGER),
            named("NextToken", "NextToken", "NextToken", TEXT),
            named(
                "PrefixListIds",
                "PrefixListId",
                "PrefixListId",
                shapes::PREFIX_LIST_RESOURCE_ID_STRING_LIST,
            ),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            dry_run: members.take(),
            filters: members.take(),
            max_results: members.take(),
            next_token: members.take(),
            prefix_list_ids: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.dry_run),
            value(&self.filters),
            value(&self.max_results),
            value(&self.next_token),
            value(&self.prefix_list_ids),
        ]
    }
}

/// The shape `DescribePrefixListsResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribePrefixListsOutput {
    /// `NextToken`.
    pub next_token: Option<String>,
    /// `PrefixLists`.
    pub prefix_lists: Option<Vec<PrefixList>>,
}

impl Shaped for DescribePrefixListsOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribePrefixListsResult",
        members: &[
            named("NextToken", "nextToken", "NextToken", TEXT),
            named("PrefixLists", "prefixListSet", "PrefixListSet", shapes::PREFIX_LIST_SET),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { next_token: members.take(), prefix_lists: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.next_token), value(&self.prefix_lists)]
    }
}

/// The shape `DescribeRegionsRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeRegionsInput {
    /// `RegionNames`.
    pub region_names: Option<Vec<String>>,
    /// `AllRegions`.
    pub all_regions: Option<bool>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
    /// `Filters`.
    pub filters: Option<Vec<Filter>>,
}

impl Shaped for DescribeRegionsInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeRegionsRequest",
        members: &[
            named("RegionNames", "RegionName", "RegionName", shapes::REGION_NAME_STRING_LIST),
            named("AllRegions", "AllRegions", "AllRegions", Shape::Boolean),
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
            named("Filters", "Filter", "Filter", shapes::FILTER_LIST),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            region_names: members.take(),
            all_regions: members.take(),
            dry_run: members.take(),
            filters: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.region_names), value(&self.all_regions), value(&self.dry_run), value(&self.filters)]
    }
}

/// The shape `DescribeRegionsResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeRegionsOutput {
    /// `Regions`.
    pub regions: Option<Vec<Region>>,
}

impl Shaped for DescribeRegionsOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeRegionsResult",
        members: &[named("Regions", "regionInfo", "RegionInfo", shapes::REGION_LIST)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { regions: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.regions)]
    }
}

/// The shape `DescribeRouteTablesRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeRouteTablesInput {
    /// `NextToken`.
    pub next_token: Option<String>,
    /// `MaxResults`.
    pub max_results: Option<i32>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
    /// `RouteTableIds`.
    pub route_table_ids: Option<Vec<String>>,
    /// `Filters`.
    pub filters: Option<Vec<Filter>>,
}

impl Shaped for DescribeRouteTablesInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeRouteTablesRequest",
        members: &[
            named("NextToken", "NextToken", "NextToken", TEXT),
            named("MaxResults", "MaxResults", "MaxResults", shapes::DESCRIBE_ROUTE_TABLES_MAX_RESULTS),
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
            named("RouteTableIds", "RouteTableId", "RouteTableId", shapes::ROUTE_TABLE_ID_STRING_LIST),
            named("Filters", "Filter", "Filter", shapes::FILTER_LIST),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            next_token: members.take(),
            max_results: members.take(),
            dry_run: members.take(),
            route_table_ids: members.take(),
            filters: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.next_token),
            value(&self.max_results),
            value(&self.dry_run),
            value(&self.route_table_ids),
            value(&self.filters),
        ]
    }
}

/// The shape `DescribeRouteTablesResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeRouteTablesOutput {
    /// `RouteTables`.
    pub route_tables: Option<Vec<RouteTable>>,
    /// `NextToken`.
    pub next_token: Option<String>,
}

impl Shaped for DescribeRouteTablesOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeRouteTablesResult",
        members: &[
            named("RouteTables", "routeTableSet", "RouteTableSet", shapes::ROUTE_TABLE_LIST),
            named("NextToken", "nextToken", "NextToken", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { route_tables: members.take(), next_token: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.route_tables), value(&self.next_token)]
    }
}

/// The shape `DescribeSecurityGroupRulesRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeSecurityGroupRulesInput {
    /// `Filters`.
    pub filters: Option<Vec<Filter>>,
    /// `SecurityGroupRuleIds`.
    pub security_group_rule_ids: Option<Vec<String>>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
    /// `NextToken`.
    pub next_token: Option<String>,
    /// `MaxResults`.
    pub max_results: Option<i32>,
}

impl Shaped for DescribeSecurityGroupRulesInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeSecurityGroupRulesRequest",
        members: &[
            named("Filters", "Filter", "Filter", shapes::FILTER_LIST),
            named(
                "SecurityGroupRuleIds",
                "SecurityGroupRuleId",
                "SecurityGroupRuleId",
                shapes::SECURITY_GROUP_RULE_ID_LIST,
            ),
            named("DryRun", "DryRun", "DryRun", Shape::Boolean),
            named("NextToken", "NextToken", "NextToken", TEXT),
            named(
                "MaxResults",
                "MaxResults",
                "MaxResults",
                shapes::DESCRIBE_SECURITY_GROUP_RULES_MAX_RESULTS,
            ),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            filters: members.take(),
            security_group_rule_ids: members.take(),
            dry_run: members.take(),
            next_token: members.take(),
            max_results: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.filters),
            value(&self.security_group_rule_ids),
            value(&self.dry_run),
            value(&self.next_token),
            value(&self.max_results),
        ]
    }
}

/// The shape `DescribeSecurityGroupRulesResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeSecurityGroupRulesOutput {
    /// `SecurityGroupRules`.
    pub security_group_rules: Option<Vec<SecurityGroupRule>>,
    /// `NextToken`.
    pub next_token: Option<String>,
}

impl Shaped for DescribeSecurityGroupRulesOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeSecurityGroupRulesResult",
        members: &[
            named(
                "SecurityGroupRules",
                "securityGroupRuleSet",
                "SecurityGroupRuleSet",
                shapes::SECURITY_GROUP_RULE_LIST,
            ),
            named("NextToken", "nextToken", "NextToken", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { security_group_rules: members.take(), next_token: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.security_group_rules), value(&self.next_token)]
    }
}

/// The shape `DescribeSecurityGroupsRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeSecurityGroupsInput {
    /// `GroupIds`.
    pub group_ids: Option<Vec<String>>,
    /// `GroupNames`.
    pub group_names: Option<Vec<String>>,
    /// `NextToken`.
    pub next_token: Option<String>,
    /// `MaxResults`.
    pub max_results: Option<i32>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
    /// `Filters`.
    pub filters: Option<Vec<Filter>>,
}

impl Shaped for DescribeSecurityGroupsInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeSecurityGroupsRequest",
        members: &[
            named("GroupIds", "GroupId", "GroupId", shapes::GROUP_ID_STRING_LIST),
            named("GroupNames", "GroupName", "GroupName", shapes::GROUP_NAME_STRING_LIST),
            named("NextToken", "NextToken", "NextToken", TEXT),
            named("MaxResults", "MaxResults", "MaxResults", shapes::DESCRIBE_SECURITY_GROUPS_MAX_RESULTS),
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
            named("Filters", "Filter", "Filter", shapes::FILTER_LIST),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            group_ids: members.take(),
            group_names: members.take(),
            next_token: members.take(),
            max_results: members.take(),
            dry_run: members.take(),
            filters: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.group_ids),
            value(&self.group_names),
            value(&self.next_token),
            value(&self.max_results),
            value(&self.dry_run),
            value(&self.filters),
        ]
    }
}

/// The shape `DescribeSecurityGroupsResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeSecurityGroupsOutput {
    /// `NextToken`.
    pub next_token: Option<String>,
    /// `SecurityGroups`.
    pub security_groups: Option<Vec<SecurityGroup>>,
}

impl Shaped for DescribeSecurityGroupsOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeSecurityGroupsResult",
        members: &[
            named("NextToken", "nextToken", "NextToken", TEXT),
            named("SecurityGroups", "securityGroupInfo", "SecurityGroupInfo", shapes::SECURITY_GROUP_LIST),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { next_token: members.take(), security_groups: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.next_token), value(&self.security_groups)]
    }
}

/// The shape `DescribeSubnetsRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeSubnetsInput {
    /// `Filters`.
    pub filters: Option<Vec<Filter>>,
    /// `SubnetIds`.
    pub subnet_ids: Option<Vec<String>>,
    /// `NextToken`.
    pub next_token: Option<String>,
    /// `MaxResults`.
    pub max_results: Option<i32>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
}

impl Shaped for DescribeSubnetsInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeSubnetsRequest",
        members: &[
            named("Filters", "Filter", "Filter", shapes::FILTER_LIST),
            named("SubnetIds", "SubnetId", "SubnetId", shapes::SUBNET_ID_STRING_LIST),
            named("NextToken", "NextToken", "NextToken", TEXT),
            named("MaxResults", "MaxResults", "MaxResults", shapes::DESCRIBE_SUBNETS_MAX_RESULTS),
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            filters: members.take(),
            subnet_ids: members.take(),
            next_token: members.take(),
            max_results: members.take(),
            dry_run: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.filters),
            value(&self.subnet_ids),
            value(&self.next_token),
            value(&self.max_results),
            value(&self.dry_run),
        ]
    }
}

/// The shape `DescribeSubnetsResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeSubnetsOutput {
    /// `NextToken`.
    pub next_token: Option<String>,
    /// `Subnets`.
    pub subnets: Option<Vec<Subnet>>,
}

impl Shaped for DescribeSubnetsOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeSubnetsResult",
        members: &[
            named("NextToken", "nextToken", "NextToken", TEXT),
            named("Subnets", "subnetSet", "SubnetSet", shapes::SUBNET_LIST),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { next_token: members.take(), subnets: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.next_token), value(&self.subnets)]
    }
}

/// The shape `DescribeTagsRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeTagsInput {
    /// `DryRun`.
    pub dry_run: Option<bool>,
    /// `Filters`.
    pub filters: Option<Vec<Filter>>,
    /// `MaxResults`.
    pub max_results: Option<i32>,
    /// `NextToken`.
    pub next_token: Option<String>,
}

impl Shaped for DescribeTagsInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeTagsRequest",
        members: &[
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
            named("Filters", "Filter", "Filter", shapes::FILTER_LIST),
            named("MaxResults", "maxResults", "MaxResults", INTEGER),
            named("NextToken", "nextToken", "NextToken", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            dry_run: members.take(),
            filters: members.take(),
            max_results: members.take(),
            next_token: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.dry_run), value(&self.filters), value(&self.max_results), value(&self.next_token)]
    }
}

/// The shape `DescribeTagsResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeTagsOutput {
    /// `NextToken`.
    pub next_token: Option<String>,
    /// `Tags`.
    pub tags: Option<Vec<TagDescription>>,
}

impl Shaped for DescribeTagsOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeTagsResult",
        members: &[
            named("NextToken", "nextToken", "NextToken", TEXT),
            named("Tags", "tagSet", "TagSet", shapes::TAG_DESCRIPTION_LIST),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { next_token: members.take(), tags: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.next_token), value(&self.tags)]
    }
}

/// The shape `DescribeVpcAttributeRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeVpcAttributeInput {
    /// `Attribute`, one of [`enums::VPC_ATTRIBUTE_NAME`], required.
    pub attribute: Option<String>,
    /// `VpcId`, required.
    pub vpc_id: Option<String>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
}

impl Shaped for DescribeVpcAttributeInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeVpcAttributeRequest",
        members: &[
            named("Attribute", "Attribute", "Attribute", shapes::VPC_ATTRIBUTE_NAME).required(),
            named("VpcId", "VpcId", "VpcId", TEXT).required(),
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { attribute: members.take(), vpc_id: members.take(), dry_run: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.attribute), value(&self.vpc_id), value(&self.dry_run)]
    }
}

/// The shape `DescribeVpcAttributeResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeVpcAttributeOutput {
    /// `EnableDnsHostnames`.
    pub enable_dns_hostnames: Option<AttributeBooleanValue>,
    /// `EnableDnsSupport`.
    pub enable_dns_support: Option<AttributeBooleanValue>,
    /// `EnableNetworkAddressUsageMetrics`.
    pub enable_network_address_usage_metrics: Option<AttributeBooleanValue>,
    /// `VpcId`.
    pub vpc_id: Option<String>,
}

impl Shaped for DescribeVpcAttributeOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeVpcAttributeResult",
        members: &[
            named(
                "EnableDnsHostnames",
                "enableDnsHostnames",
                "EnableDnsHostnames",
                Shape::Structure(AttributeBooleanValue::SHAPE),
            ),
            named(
                "EnableDnsSupport",
                "enableDnsSupport",
                "EnableDnsSupport",
                Shape::Structure(AttributeBooleanValue::SHAPE),
            ),
            named(
                "EnableNetworkAddressUsageMetrics",
                "enableNetworkAddressUsageMetrics",
                "EnableNetworkAddressUsageMetrics",
                Shape::Structure(AttributeBooleanValue::SHAPE),
            ),
            named("VpcId", "vpcId", "VpcId", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            enable_dns_hostnames: members.take(),
            enable_dns_support: members.take(),
            enable_network_address_usage_metrics: members.take(),
            vpc_id: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.enable_dns_hostnames),
            value(&self.enable_dns_support),
            value(&self.enable_network_address_usage_metrics),
            value(&self.vpc_id),
        ]
    }
}

/// The shape `DescribeVpcEndpointServicesRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeVpcEndpointServicesInput {
    /// `DryRun`.
    pub dry_run: Option<bool>,
    /// `ServiceNames`.
    pub service_names: Option<Vec<String>>,
    /// `Filters`.
    pub filters: Option<Vec<Filter>>,
    /// `MaxResults`.
    pub max_results: Option<i32>,
    /// `NextToken`.
    pub next_token: Option<String>,
    /// `ServiceRegions`.
    pub service_regions: Option<Vec<String>>,
}

impl Shaped for DescribeVpcEndpointServicesInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeVpcEndpointServicesRequest",
        members: &[
            named("DryRun", "DryRun", "DryRun", Shape::Boolean),
            named("ServiceNames", "ServiceName", "ServiceName", shapes::VALUE_STRING_LIST),
            named("Filters", "Filter", "Filter", shapes::FILTER_LIST),
            named("MaxResults", "MaxResults", "MaxResults", INTEGER),
            named("NextToken", "NextToken", "NextToken", TEXT),
            named("ServiceRegions", "ServiceRegion", "ServiceRegion", shapes::VALUE_STRING_LIST),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            dry_run: members.take(),
            service_names: members.take(),
            filters: members.take(),
            max_results: members.take(),
            next_token: members.take(),
            service_regions: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.dry_run),
            value(&self.service_names),
            value(&self.filters),
            value(&self.max_results),
            value(&self.next_token),
            value(&self.service_regions),
        ]
    }
}

/// The shape `DescribeVpcEndpointServicesResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeVpcEndpointServicesOutput {
    /// `ServiceNames`.
    pub service_names: Option<Vec<String>>,
    /// `ServiceDetails`.
    pub service_details: Option<Vec<ServiceDetail>>,
    /// `NextToken`.
    pub next_token: Option<String>,
}

impl Shaped for DescribeVpcEndpointServicesOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeVpcEndpointServicesResult",
        members: &[
            named("ServiceNames", "serviceNameSet", "ServiceNameSet", shapes::VALUE_STRING_LIST),
            named("ServiceDetails", "serviceDetailSet", "ServiceDetailSet", shapes::SERVICE_DETAIL_SET),
            named("NextToken", "nextToken", "NextToken", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { service_names: members.take(), service_details: members.take(), next_token: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.service_names), value(&self.service_details), value(&self.next_token)]
    }
}

/// The shape `DescribeVpcEndpointsRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeVpcEndpointsInput {
    /// `DryRun`.
    pub dry_run: Option<bool>,
    /// `VpcEndpointIds`.
    pub vpc_endpoint_ids: Option<Vec<String>>,
    /// `Filters`.
    pub filters: Option<Vec<Filter>>,
    /// `MaxResults`.
    pub max_results: Option<i32>,
    /// `NextToken`.
    pub next_token: Option<String>,
}

impl Shaped for DescribeVpcEndpointsInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeVpcEndpointsRequest",
        members: &[
            named("DryRun", "DryRun", "DryRun", Shape::Boolean),
            named("VpcEndpointIds", "VpcEndpointId", "VpcEndpointId", shapes::VPC_ENDPOINT_ID_LIST),
            named("Filters", "Filter", "Filter", shapes::FILTER_LIST),
            named("MaxResults", "MaxResults", "MaxResults", INTEGER),
            named("NextToken", "NextToken", "NextToken", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            dry_run: members.take(),
            vpc_endpoint_ids: members.take(),
            filters: members.take(),
            max_results: members.take(),
            next_token: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.dry_run),
            value(&self.vpc_endpoint_ids),
            value(&self.filters),
            value(&self.max_results),
            value(&self.next_token),
        ]
    }
}

/// The shape `DescribeVpcEndpointsResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeVpcEndpointsOutput {
    /// `VpcEndpoints`.
    pub vpc_endpoints: Option<Vec<VpcEndpoint>>,
    /// `NextToken`.
    pub next_token: Option<String>,
}

impl Shaped for DescribeVpcEndpointsOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeVpcEndpointsResult",
        members: &[
            named("VpcEndpoints", "vpcEndpointSet", "VpcEndpointSet", shapes::VPC_ENDPOINT_SET),
            named("NextToken", "nextToken", "NextToken", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { vpc_endpoints: members.take(), next_token: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.vpc_endpoints), value(&self.next_token)]
    }
}

/// The shape `DescribeVpcsRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeVpcsInput {
    /// `Filters`.
    pub filters: Option<Vec<Filter>>,
    /// `VpcIds`.
    pub vpc_ids: Option<Vec<String>>,
    /// `NextToken`.
    pub next_token: Option<String>,
    /// `MaxResults`.
    pub max_results: Option<i32>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
}

impl Shaped for DescribeVpcsInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeVpcsRequest",
        members: &[
            named("Filters", "Filter", "Filter", shapes::FILTER_LIST),
            named("VpcIds", "VpcId", "VpcId", shapes::VPC_ID_STRING_LIST),
            named("NextToken", "NextToken", "NextToken", TEXT),
            named("MaxResults", "MaxResults", "MaxResults", shapes::DESCRIBE_VPCS_MAX_RESULTS),
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            filters: members.take(),
            vpc_ids: members.take(),
            next_token: members.take(),
            max_results: members.take(),
            dry_run: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.filters),
            value(&self.vpc_ids),
            value(&self.next_token),
            value(&self.max_results),
            value(&self.dry_run),
        ]
    }
}

/// The shape `DescribeVpcsResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeVpcsOutput {
    /// `NextToken`.
    pub next_token: Option<String>,
    /// `Vpcs`.
    pub vpcs: Option<Vec<Vpc>>,
}

impl Shaped for DescribeVpcsOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeVpcsResult",
        members: &[
            named("NextToken", "nextToken", "NextToken", TEXT),
            named("Vpcs", "vpcSet", "VpcSet", shapes::VPC_LIST),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { next_token: members.take(), vpcs: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.next_token), value(&self.vpcs)]
    }
}

/// The shape `DescribeVpnGatewaysRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeVpnGatewaysInput {
    /// `Filters`.
    pub filters: Option<Vec<Filter>>,
    /// `VpnGatewayIds`.
    pub vpn_gateway_ids: Option<Vec<String>>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
}

impl Shaped for DescribeVpnGatewaysInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeVpnGatewaysRequest",
        members: &[
            named("Filters", "Filter", "Filter", shapes::FILTER_LIST),
            named("VpnGatewayIds", "VpnGatewayId", "VpnGatewayId", shapes::VPN_GATEWAY_ID_STRING_LIST),
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { filters: members.take(), vpn_gateway_ids: members.take(), dry_run: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.filters), value(&self.vpn_gateway_ids), value(&self.dry_run)]
    }
}

/// The shape `DescribeVpnGatewaysResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeVpnGatewaysOutput {
    /// `VpnGateways`.
    pub vpn_gateways: Option<Vec<VpnGateway>>,
}

impl Shaped for DescribeVpnGatewaysOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeVpnGatewaysResult",
        members: &[named("VpnGateways", "vpnGatewaySet", "VpnGatewaySet", shapes::VPN_GATEWAY_LIST)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { vpn_gateways: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.vpn_gateways)]
    }
}

/// The shape `DetachVpnGatewayRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DetachVpnGatewayInput {
    /// `VpcId`, required.
    pub vpc_id: Option<String>,
    /// `VpnGatewayId`, required.
    pub vpn_gateway_id: Option<String>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
}

impl Shaped for DetachVpnGatewayInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DetachVpnGatewayRequest",
        members: &[
            named("VpcId", "VpcId", "VpcId", TEXT).required(),
            named("VpnGatewayId", "VpnGatewayId", "VpnGatewayId", TEXT).required(),
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { vpc_id: members.take(), vpn_gateway_id: members.take(), dry_run: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.vpc_id), value(&self.vpn_gateway_id), value(&self.dry_run)]
    }
}

/// The shape `DhcpConfiguration`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DhcpConfiguration {
    /// `Key`.
    pub key: Option<String>,
    /// `Values`.
    pub values: Option<Vec<AttributeValue>>,
}

impl Shaped for DhcpConfiguration {
    const SHAPE: &'static Structure = &Structure {
        name: "DhcpConfiguration",
        members: &[
            named("Key", "key", "Key", TEXT),
            named("Values", "valueSet", "ValueSet", shapes::DHCP_CONFIGURATION_VALUE_LIST),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { key: members.take(), values: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.key), value(&self.values)]
    }
}

/// The shape `DhcpOptions`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DhcpOptions {
    /// `OwnerId`.
    pub owner_id: Option<String>,
    /// `Tags`.
    pub tags: Option<Vec<Tag>>,
    /// `DhcpOptionsId`.
    pub dhcp_options_id: Option<String>,
    /// `DhcpConfigurations`.
    pub dhcp_configurations: Option<Vec<DhcpConfiguration>>,
}

impl Shaped for DhcpOptions {
    const SHAPE: &'static Structure = &Structure {
        name: "DhcpOptions",
        members: &[
            named("OwnerId", "ownerId", "OwnerId", TEXT),
            named("Tags", "tagSet", "TagSet", shapes::TAG_LIST),
            named("DhcpOptionsId", "dhcpOptionsId", "DhcpOptionsId", TEXT),
            named(
                "DhcpConfigurations",
                "dhcpConfigurationSet",
                "DhcpConfigurationSet",
                shapes::DHCP_CONFIGURATION_LIST,
            ),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            owner_id: members.take(),
            tags: members.take(),
            dhcp_options_id: members.take(),
            dhcp_configurations: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.owner_id),
            value(&self.tags),
            value(&self.dhcp_options_id),
            value(&self.dhcp_configurations),
        ]
    }
}

/// The shape `DisableVgwRoutePropagationRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisableVgwRoutePropagationInput {
    /// `GatewayId`, required.
    pub gateway_id: Option<String>,
    /// `RouteTableId`, required.
    pub route_table_id: Option<String>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
}

impl Shaped for DisableVgwRoutePropagationInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DisableVgwRoutePropagationRequest",
        members: &[
            named("GatewayId", "GatewayId", "GatewayId", TEXT).required(),
            named("RouteTableId", "RouteTableId", "RouteTableId", TEXT).required(),
            named("DryRun", "DryRun", "DryRun", Shape::Boolean),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { gateway_id: members.take(), route_table_id: members.take(), dry_run: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.gateway_id), value(&self.route_table_id), value(&self.dry_run)]
    }
}

/// The shape `DisassociateRouteTableRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisassociateRouteTableInput {
    /// `DryRun`.
    pub dry_run: Option<bool>,
    /// `AssociationId`, required.
    pub association_id: Option<String>,
}

impl Shaped for DisassociateRouteTableInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DisassociateRouteTableRequest",
        members: &[
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
            named("AssociationId", "associationId", "AssociationId", TEXT).required(),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { dry_run: members.take(), association_id: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.dry_run), value(&self.association_id)]
    }
}

/// The shape `DnsEntry`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DnsEntry {
    /// `DnsName`.
    pub dns_name: Option<String>,
    /// `HostedZoneId`.
    pub hosted_zone_id: Option<String>,
}

impl Shaped for DnsEntry {
    const SHAPE: &'static Structure = &Structure {
        name: "DnsEntry",
        members: &[
            named("DnsName", "dnsName", "DnsName", TEXT),
            named("HostedZoneId", "hostedZoneId", "HostedZoneId", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { dns_name: members.take(), hosted_zone_id: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.dns_name), value(&self.hosted_zone_id)]
    }
}

/// The shape `DnsOptions`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DnsOptions {
    /// `DnsRecordIpType`, one of [`enums::DNS_RECORD_IP_TYPE`].
    pub dns_record_ip_type: Option<String>,
    /// `PrivateDnsOnlyForInboundResolverEndpoint`.
    pub private_dns_only_for_inbound_resolver_endpoint: Option<bool>,
    /// `PrivateDnsPreference`.
    pub private_dns_preference: Option<String>,
    /// `PrivateDnsSpecifiedDomains`.
    pub private_dns_specified_domains: Option<Vec<String>>,
}

impl Shaped for DnsOptions {
    const SHAPE: &'static Structure = &Structure {
        name: "DnsOptions",
        members: &[
            named("DnsRecordIpType", "dnsRecordIpType", "DnsRecordIpType", shapes::DNS_RECORD_IP_TYPE),
            named(
                "PrivateDnsOnlyForInboundResolverEndpoint",
                "privateDnsOnlyForInboundResolverEndpoint",
                "PrivateDnsOnlyForInboundResolverEndpoint",
                Shape::Boolean,
            ),
            named("PrivateDnsPreference", "privateDnsPreference", "PrivateDnsPreference", TEXT),
            named(
                "PrivateDnsSpecifiedDomains",
                "privateDnsSpecifiedDomainSet",
                "PrivateDnsSpecifiedDomainSet",
                shapes::PRIVATE_DNS_SPECIFIED_DOMAIN_SET,
            ),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            dns_record_ip_type: members.take(),
            private_dns_only_for_inbound_resolver_endpoint: members.take(),
            private_dns_preference: members.take(),
            private_dns_specified_domains: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.dns_record_ip_type),
            value(&self.private_dns_only_for_inbound_resolver_endpoint),
            value(&self.private_dns_preference),
            value(&self.private_dns_specified_domains),
        ]
    }
}

/// The shape `DnsOptionsSpecification`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DnsOptionsSpecification {
    /// `DnsRecordIpType`, one of [`enums::DNS_RECORD_IP_TYPE`].
    pub dns_record_ip_type: Option<String>,
    /// `PrivateDnsOnlyForInboundResolverEndpoint`.
    pub private_dns_only_for_inbound_resolver_endpoint: Option<bool>,
    /// `PrivateDnsPreference`.
    pub private_dns_preference: Option<String>,
    /// `PrivateDnsSpecifiedDomains`.
    pub private_dns_specified_domains: Option<Vec<String>>,
}

impl Shaped for DnsOptionsSpecification {
    const SHAPE: &'static Structure = &Structure {
        name: "DnsOptionsSpecification",
        members: &[
            named("DnsRecordIpType", "DnsRecordIpType", "DnsRecordIpType", shapes::DNS_RECORD_IP_TYPE),
            named(
                "PrivateDnsOnlyForInboundResolverEndpoint",
                "PrivateDnsOnlyForInboundResolverEndpoint",
                "PrivateDnsOnlyForInboundResolverEndpoint",
                Shape::Boolean,
            ),
            named("PrivateDnsPreference", "PrivateDnsPreference", "PrivateDnsPreference", TEXT),
            named(
                "PrivateDnsSpecifiedDomains",
                "PrivateDnsSpecifiedDomain",
                "PrivateDnsSpecifiedDomain",
                shapes::PRIVATE_DNS_SPECIFIED_DOMAIN_SET,
            ),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            dns_record_ip_type: members.take(),
            private_dns_only_for_inbound_resolver_endpoint: members.take(),
            private_dns_preference: members.take(),
            private_dns_specified_domains: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.dns_record_ip_type),
            value(&self.private_dns_only_for_inbound_resolver_endpoint),
            value(&self.private_dns_preference),
            value(&self.private_dns_specified_domains),
        ]
    }
}

/// The shape `EnableVgwRoutePropagationRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnableVgwRoutePropagationInput {
    /// `GatewayId`, required.
    pub gateway_id: Option<String>,
    /// `RouteTableId`, required.
    pub route_table_id: Option<String>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
}

impl Shaped for EnableVgwRoutePropagationInput {
    const SHAPE: &'static Structure = &Structure {
        name: "EnableVgwRoutePropagationRequest",
        members: &[
            named("GatewayId", "GatewayId", "GatewayId", TEXT).required(),
            named("RouteTableId", "RouteTableId", "RouteTableId", TEXT).required(),
            named("DryRun", "DryRun", "DryRun", Shape::Boolean),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { gateway_id: members.take(), route_table_id: members.take(), dry_run: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.gateway_id), value(&self.route_table_id), value(&self.dry_run)]
    }
}

/// The shape `Filter`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// `Name`.
    pub name: Option<String>,
    /// `Values`.
    pub values: Option<Vec<String>>,
}

impl Shaped for Filter {
    const SHAPE: &'static Structure = &Structure {
        name: "Filter",
        members: &[
            named("Name", "Name", "Name", TEXT),
            named("Values", "Value", "Value", shapes::VALUE_STRING_LIST),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { name: members.take(), values: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.name), value(&self.values)]
    }
}

/// The shape `GroupIdentifier`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GroupIdentifier {
    /// `GroupId`.
    pub group_id: Option<String>,
    /// `GroupName`.
    pub group_name: Option<String>,
}

impl Shaped for GroupIdentifier {
    const SHAPE: &'static Structure = &Structure {
        name: "GroupIdentifier",
        members: &[
            named("GroupId", "groupId", "GroupId", TEXT),
            named("GroupName", "groupName", "GroupName", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { group_id: members.take(), group_name: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.group_id), value(&self.group_name)]
    }
}

/// The shape `IcmpTypeCode`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IcmpTypeCode {
    /// `Code`.
    pub code: Option<i32>,
    /// `Type`.
    pub type_: Option<i32>,
}

impl Shaped for IcmpTypeCode {
    const SHAPE: &'static Structure = &Structure {
        name: "IcmpTypeCode",
        members: &[named("Code", "code", "Code", INTEGER), named("Type", "type", "Type", INTEGER)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { code: members.take(), type_: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.code), value(&self.type_)]
    }
}

/// The shape `IpPermission`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IpPermission {
    /// `IpProtocol`.
    pub ip_protocol: Option<String>,
    /// `FromPort`.
    pub from_port: Option<i32>,
    /// `ToPort`.
    pub to_port: Option<i32>,
    /// `UserIdGroupPairs`.
    pub user_id_group_pairs: Option<Vec<UserIdGroupPair>>,
    /// `IpRanges`.
    pub ip_ranges: Option<Vec<IpRange>>,
    /// `Ipv6Ranges`.
    pub ipv6_ranges: Option<Vec<Ipv6Range>>,
    /// `PrefixListIds`.
    pub prefix_list_ids: Option<Vec<PrefixListId>>,
}

impl Shaped for IpPermission {
    const SHAPE: &'static Structure = &Structure {
        name: "IpPermission",
        members: &[
            named("IpProtocol", "ipProtocol", "IpProtocol", TEXT),
            named("FromPort", "fromPort", "FromPort", INTEGER),
            named("ToPort", "toPort", "ToPort", INTEGER),
            named("UserIdGroupPairs", "groups", "Groups", shapes::USER_ID_GROUP_PAIR_LIST),
            named("IpRanges", "ipRanges", "IpRanges", shapes::IP_RANGE_LIST),
            named("Ipv6Ranges", "ipv6Ranges", "Ipv6Ranges", shapes::IPV6_RANGE_LIST),
            named("PrefixListIds", "prefixListIds", "PrefixListIds", shapes::PREFIX_LIST_ID_LIST),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            ip_protocol: members.take(),
            from_port: members.take(),
            to_port: members.take(),
            user_id_group_pairs: members.take(),
            ip_ranges: members.take(),
            ipv6_ranges: members.take(),
            prefix_list_ids: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.ip_protocol),
            value(&self.from_port),
            value(&self.to_port),
            value(&self.user_id_group_pairs),
            value(&self.ip_ranges),
            value(&self.ipv6_ranges),
            value(&self.prefix_list_ids),
        ]
    }
}

/// The shape `IpRange`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IpRange {
    /// `Description`.
    pub description: Option<String>,
    /// `CidrIp`.
    pub cidr_ip: Option<String>,
}

impl Shaped for IpRange {
    const SHAPE: &'static Structure = &Structure {
        name: "IpRange",
        members: &[
            named("Description", "description", "Description", TEXT),
            named("CidrIp", "cidrIp", "CidrIp", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { description: members.take(), cidr_ip: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.description), value(&self.cidr_ip)]
    }
}

/// The shape `Ipv4PrefixSpecification`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ipv4PrefixSpecification {
    /// `Ipv4Prefix`.
    pub ipv4_prefix: Option<String>,
}

impl Shaped for Ipv4PrefixSpecification {
    const SHAPE: &'static Structure = &Structure {
        name: "Ipv4PrefixSpecification",
        members: &[named("Ipv4Prefix", "ipv4Prefix", "Ipv4Prefix", TEXT)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { ipv4_prefix: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.ipv4_prefix)]
    }
}

/// The shape `Ipv6PrefixSpecification`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ipv6PrefixSpecification {
    /// `Ipv6Prefix`.
    pub ipv6_prefix: Option<String>,
}

impl Shaped for Ipv6PrefixSpecification {
    const SHAPE: &'static Structure = &Structure {
        name: "Ipv6PrefixSpecification",
        members: &[named("Ipv6Prefix", "ipv6Prefix", "Ipv6Prefix", TEXT)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { ipv6_prefix: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.ipv6_prefix)]
    }
}

/// The shape `Ipv6Range`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ipv6Range {
    /// `Description`.
    pub description: Option<String>,
    /// `CidrIpv6`.
    pub cidr_ipv6: Option<String>,
}

impl Shaped for Ipv6Range {
    const SHAPE: &'static Structure = &Structure {
        name: "Ipv6Range",
        members: &[
            named("Description", "description", "Description", TEXT),
            named("CidrIpv6", "cidrIpv6", "CidrIpv6", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { description: members.take(), cidr_ipv6: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.description), value(&self.cidr_ipv6)]
    }
}

/// The shape `LastError`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LastError {
    /// `Message`.
    pub message: Option<String>,
    /// `Code`.
    pub code: Option<String>,
}

impl Shaped for LastError {
    const SHAPE: &'static Structure = &Structure {
        name: "LastError",
        members: &[named("Message", "message", "Message", TEXT), named("Code", "code", "Code", TEXT)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { message: members.take(), code: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.message), value(&self.code)]
    }
}

/// The shape `ManagedPrefixList`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ManagedPrefixList {
    /// `PrefixListId`.
    pub prefix_list_id: Option<String>,
    /// `AddressFamily`.
    pub address_family: Option<String>,
    /// `State`, one of [`enums::PREFIX_LIST_STATE`].
    pub state: Option<String>,
    /// `StateMessage`.
    pub state_message: Option<String>,
    /// `PrefixListArn`.
    pub prefix_list_arn: Option<String>,
    /// `PrefixListName`.
    pub prefix_list_name: Option<String>,
    /// `MaxEntries`.
    pub max_entries: Option<i32>,
    /// `Version`.
    pub version: Option<i64>,
    /// `Tags`.
    pub tags: Option<Vec<Tag>>,
    /// `OwnerId`.
    pub owner_id: Option<String>,
    /// `IpamPrefixListResolverTargetId`.
    pub ipam_prefix_list_resolver_target_id: Option<String>,
    /// `IpamPrefixListResolverSyncEnabled`.
    pub ipam_prefix_list_resolver_sync_enabled: Option<bool>,
}

impl Shaped for ManagedPrefixList {
    const SHAPE: &'static Structure = &Structure {
        name: "ManagedPrefixList",
        members: &[
            named("PrefixListId", "prefixListId", "PrefixListId", TEXT),
            named("AddressFamily", "addressFamily", "AddressFamily", TEXT),
            named("State", "state", "State", shapes::PREFIX_LIST_STATE),
            named("StateMessage", "stateMessage", "StateMessage", TEXT),
            named("PrefixListArn", "prefixListArn", "PrefixListArn", shapes::RESOURCE_ARN),
            named("PrefixListName", "prefixListName", "PrefixListName", TEXT),
            named("MaxEntries", "maxEntries", "MaxEntries", INTEGER),
            named("Version", "version", "Version", LONG),
            named("Tags", "tagSet", "TagSet", shapes::TAG_LIST),
            named("OwnerId", "ownerId", "OwnerId", TEXT),
            named(
                "IpamPrefixListResolverTargetId",
                "ipamPrefixListResolverTargetId",
                "IpamPrefixListResolverTargetId",
                TEXT,
            ),
            named(
                "IpamPrefixListResolverSyncEnabled",
                "ipamPrefixListResolverSyncEnabled",
                "IpamPrefixListResolverSyncEnabled",
                Shape::Boolean,
            ),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            prefix_list_id: members.take(),
            address_family: members.take(),
            state: members.take(),
            state_message: members.take(),
            prefix_list_arn: members.take(),
            prefix_list_name: members.take(),
            max_entries: members.take(),
            version: members.take(),
            tags: members.take(),
            owner_id: members.take(),
            ipam_prefix_list_resolver_target_id: members.take(),
            ipam_prefix_list_resolver_sync_enabled: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.prefix_list_id),
            value(&self.address_family),
            value(&self.state),
            value(&self.state_message),
            value(&self.prefix_list_arn),
            value(&self.prefix_list_name),
            value(&self.max_entries),
            value(&self.version),
            value(&self.tags),
            value(&self.owner_id),
            value(&self.ipam_prefix_list_resolver_target_id),
            value(&self.ipam_prefix_list_resolver_sync_enabled),
        ]
    }
}

/// The shape `ModifySecurityGroupRulesRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifySecurityGroupRulesInput {
    /// `GroupId`, required.
    pub group_id: Option<String>,
    /// `SecurityGroupRules`, required.
    pub security_group_rules: Option<Vec<SecurityGroupRuleUpdate>>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
}

impl Shaped for ModifySecurityGroupRulesInput {
    const SHAPE: &'static Structure = &Structure {
        name: "ModifySecurityGroupRulesRequest",
        members: &[
            named("GroupId", "GroupId", "GroupId", TEXT).required(),
            named(
                "SecurityGroupRules",
                "SecurityGroupRule",
                "SecurityGroupRule",
                shapes::SECURITY_GROUP_RULE_UPDATE_LIST,
            )
            .required(),
            named("DryRun", "DryRun", "DryRun", Shape::Boolean),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { group_id: members.take(), security_group_rules: members.take(), dry_run: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.group_id), value(&self.security_group_rules), value(&self.dry_run)]
    }
}

/// The shape `ModifySecurityGroupRulesResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifySecurityGroupRulesOutput {
    /// `Return`.
    pub return_: Option<bool>,
}

impl Shaped for ModifySecurityGroupRulesOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "ModifySecurityGroupRulesResult",
        members: &[named("Return", "return", "Return", Shape::Boolean)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { return_: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.return_)]
    }
}

/// The shape `ModifySubnetAttributeRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifySubnetAttributeInput {
    /// `AssignIpv6AddressOnCreation`.
    pub assign_ipv6_address_on_creation: Option<AttributeBooleanValue>,
    /// `MapPublicIpOnLaunch`.
    pub map_public_ip_on_launch: Option<AttributeBooleanValue>,
    /// `SubnetId`, required.
    pub subnet_id: Option<String>,
    /// `MapCustomerOwnedIpOnLaunch`.
    pub map_customer_owned_ip_on_launch: Option<AttributeBooleanValue>,
    /// `CustomerOwnedIpv4Pool`.
    pub customer_owned_ipv4_pool: Option<String>,
    /// `EnableDns64`.
    pub enable_dns64: Option<AttributeBooleanValue>,
    /// `PrivateDnsHostnameTypeOnLaunch`, one of [`enums::HOSTNAME_TYPE`].
    pub private_dns_hostname_type_on_launch: Option<String>,
    /// `EnableResourceNameDnsARecordOnLaunch`.
    pub enable_resource_name_dns_a_record_on_launch: Option<AttributeBooleanValue>,
    /// `EnableResourceNameDnsAAAARecordOnLaunch`.
    pub enable_resource_name_dns_aaaa_record_on_launch: Option<AttributeBooleanValue>,
    /// `EnableLniAtDeviceIndex`.
    pub enable_lni_at_device_index: Option<i32>,
    /// `DisableLniAtDeviceIndex`.
    pub disable_lni_at_device_index: Option<AttributeBooleanValue>,
}

impl Shaped for ModifySubnetAttributeInput {
    const SHAPE: &'static Structure = &Structure {
        name: "ModifySubnetAttributeRequest",
        members: &[
            named(
                "AssignIpv6AddressOnCreation",
                "AssignIpv6AddressOnCreation",
                "AssignIpv6AddressOnCreation",
                Shape::Structure(AttributeBooleanValue::SHAPE),
            ),
            named(
                "MapPublicIpOnLaunch",
                "MapPublicIpOnLaunch",
                "MapPublicIpOnLaunch",
                Shape::Structure(AttributeBooleanValue::SHAPE),
            ),
            named("SubnetId", "subnetId", "SubnetId", TEXT).required(),
            named(
                "MapCustomerOwnedIpOnLaunch",
                "MapCustomerOwnedIpOnLaunch",
                "MapCustomerOwnedIpOnLaunch",
                Shape::Structure(AttributeBooleanValue::SHAPE),
            ),
            named("CustomerOwnedIpv4Pool", "CustomerOwnedIpv4Pool", "CustomerOwnedIpv4Pool", TEXT),
            named(
                "EnableDns64",
                "EnableDns64",
                "EnableDns64",
                Shape::Structure(AttributeBooleanValue::SHAPE),
            ),
            named(
                "PrivateDnsHostnameTypeOnLaunch",
                "PrivateDnsHostnameTypeOnLaunch",
                "PrivateDnsHostnameTypeOnLaunch",
                shapes::HOSTNAME_TYPE,
            ),
            named(
                "EnableResourceNameDnsARecordOnLaunch",
                "EnableResourceNameDnsARecordOnLaunch",
                "EnableResourceNameDnsARecordOnLaunch",
                Shape::Structure(AttributeBooleanValue::SHAPE),
            ),
            named(
                "EnableResourceNameDnsAAAARecordOnLaunch",
                "EnableResourceNameDnsAAAARecordOnLaunch",
                "EnableResourceNameDnsAAAARecordOnLaunch",
                Shape::Structure(AttributeBooleanValue::SHAPE),
            ),
            named("EnableLniAtDeviceIndex", "EnableLniAtDeviceIndex", "EnableLniAtDeviceIndex", INTEGER),
            named(
                "DisableLniAtDeviceIndex",
                "DisableLniAtDeviceIndex",
                "DisableLniAtDeviceIndex",
                Shape::Structure(AttributeBooleanValue::SHAPE),
            ),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            assign_ipv6_address_on_creation: members.take(),
            map_public_ip_on_launch: members.take(),
            subnet_id: members.take(),
            map_customer_owned_ip_on_launch: members.take(),
            customer_owned_ipv4_pool: members.take(),
            enable_dns64: members.take(),
            private_dns_hostname_type_on_launch: members.take(),
            enable_resource_name_dns_a_record_on_launch: members.take(),
            enable_resource_name_dns_aaaa_record_on_launch: members.take(),
            enable_lni_at_device_index: members.take(),
            disable_lni_at_device_index: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.assign_ipv6_address_on_creation),
            value(&self.map_public_ip_on_launch),
            value(&self.subnet_id),
            value(&self.map_customer_owned_ip_on_launch),
            value(&self.customer_owned_ipv4_pool),
            value(&self.enable_dns64),
            value(&self.private_dns_hostname_type_on_launch),
            value(&self.enable_resource_name_dns_a_record_on_launch),
            value(&self.enable_resource_name_dns_aaaa_record_on_launch),
            value(&self.enable_lni_at_device_index),
            value(&self.disable_lni_at_device_index),
        ]
    }
}

/// The shape `ModifyVpcAttributeRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyVpcAttributeInput {
    /// `EnableDnsHostnames`.
    pub enable_dns_hostnames: Option<AttributeBooleanValue>,
    /// `EnableDnsSupport`.
    pub enable_dns_support: Option<AttributeBooleanValue>,
    /// `VpcId`, required.
    pub vpc_id: Option<String>,
    /// `EnableNetworkAddressUsageMetrics`.
    pub enable_network_address_usage_metrics: Option<AttributeBooleanValue>,
}

impl Shaped for ModifyVpcAttributeInput {
    const SHAPE: &'static Structure = &Structure {
        name: "ModifyVpcAttributeRequest",
        members: &[
            named(
                "EnableDnsHostnames",
                "EnableDnsHostnames",
                "EnableDnsHostnames",
                Shape::Structure(AttributeBooleanValue::SHAPE),
            ),
            named(
                "EnableDnsSupport",
                "EnableDnsSupport",
                "EnableDnsSupport",
                Shape::Structure(AttributeBooleanValue::SHAPE),
            ),
            named("VpcId", "vpcId", "VpcId", TEXT).required(),
            named(
                "EnableNetworkAddressUsageMetrics",
                "EnableNetworkAddressUsageMetrics",
                "EnableNetworkAddressUsageMetrics",
                Shape::Structure(AttributeBooleanValue::SHAPE),
            ),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            enable_dns_hostnames: members.take(),
            enable_dns_support: members.take(),
            vpc_id: members.take(),
            enable_network_address_usage_metrics: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.enable_dns_hostnames),
            value(&self.enable_dns_support),
            value(&self.vpc_id),
            value(&self.enable_network_address_usage_metrics),
        ]
    }
}

/// The shape `ModifyVpcEndpointRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyVpcEndpointInput {
    /// `DryRun`.
    pub dry_run: Option<bool>,
    /// `VpcEndpointId`, required.
    pub vpc_endpoint_id: Option<String>,
    /// `ResetPolicy`.
    pub reset_policy: Option<bool>,
    /// `PolicyDocument`.
    pub policy_document: Option<String>,
    /// `AddRouteTableIds`.
    pub add_route_table_ids: Option<Vec<String>>,
    /// `RemoveRouteTableIds`.
    pub remove_route_table_ids: Option<Vec<String>>,
    /// `AddSubnetIds`.
    pub add_subnet_ids: Option<Vec<String>>,
    /// `RemoveSubnetIds`.
    pub remove_subnet_ids: Option<Vec<String>>,
    /// `AddSecurityGroupIds`.
    pub add_security_group_ids: Option<Vec<String>>,
    /// `RemoveSecurityGroupIds`.
    pub remove_security_group_ids: Option<Vec<String>>,
    /// `IpAddressType`, one of [`enums::IP_ADDRESS_TYPE`].
    pub ip_address_type: Option<String>,
    /// `DnsOptions`.
    pub dns_options: Option<DnsOptionsSpecification>,
    /// `PrivateDnsEnabled`.
    pub private_dns_enabled: Option<bool>,
    /// `SubnetConfigurations`.
    pub subnet_configurations: Option<Vec<SubnetConfiguration>>,
}

impl Shaped for ModifyVpcEndpointInput {
    const SHAPE: &'static Structure = &Structure {
        name: "ModifyVpcEndpointRequest",
        members: &[
            named("DryRun", "DryRun", "DryRun", Shape::Boolean),
            named("VpcEndpointId", "VpcEndpointId", "VpcEndpointId", TEXT).required(),
            named("ResetPolicy", "ResetPolicy", "ResetPolicy", Shape::Boolean),
            named("PolicyDocument", "PolicyDocument", "PolicyDocument", TEXT),
            named(
                "AddRouteTableIds",
                "AddRouteTableId",
                "AddRouteTableId",
                shapes::VPC_ENDPOINT_ROUTE_TABLE_ID_LIST,
            ),
            named(
                "RemoveRouteTableIds",
                "RemoveRouteTableId",
                "RemoveRouteTableId",
                shapes::VPC_ENDPOINT_ROUTE_TABLE_ID_LIST,
            ),
            named("AddSubnetIds", "AddSubnetId", "AddSubnetId", shapes::VPC_ENDPOINT_SUBNET_ID_LIST),
            named("RemoveSubnetIds", "RemoveSubnetId", "RemoveSubnetId", shapes::VPC_ENDPOINT_SUBNET_ID_LIST),
            named(
                "AddSecurityGroupIds",
                "AddSecurityGroupId",
                "AddSecurityGroupId",
                shapes::VPC_ENDPOINT_SECURITY_GROUP_ID_LIST,
            ),
            named(
                "RemoveSecurityGroupIds",
                "RemoveSecurityGroupId",
                "RemoveSecurityGroupId",
                shapes::VPC_ENDPOINT_SECURITY_GROUP_ID_LIST,
            ),
            named("IpAddressType", "IpAddressType", "IpAddressType", shapes::IP_ADDRESS_TYPE),
            named("DnsOptions", "DnsOptions", "DnsOptions", Shape::Structure(DnsOptionsSpecification::SHAPE)),
            named("PrivateDnsEnabled", "PrivateDnsEnabled", "PrivateDnsEnabled", Shape::Boolean),
            named(
                "SubnetConfigurations",
                "SubnetConfiguration",
                "SubnetConfiguration",
                shapes::SUBNET_CONFIGURATIONS_LIST,
            ),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            dry_run: members.take(),
            vpc_endpoint_id: members.take(),
            reset_policy: members.take(),
            policy_document: members.take(),
            add_route_table_ids: members.take(),
            remove_route_table_ids: members.take(),
            add_subnet_ids: members.take(),
            remove_subnet_ids: members.take(),
            add_security_group_ids: members.take(),
            remove_security_group_ids: members.take(),
            ip_address_type: members.take(),
            dns_options: members.take(),
            private_dns_enabled: members.take(),
            subnet_configurations: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.dry_run),
            value(&self.vpc_endpoint_id),
            value(&self.reset_policy),
            value(&self.policy_document),
            value(&self.add_route_table_ids),
            value(&self.remove_route_table_ids),
            value(&self.add_subnet_ids),
            value(&self.remove_subnet_ids),
            value(&self.add_security_group_ids),
            value(&self.remove_security_group_ids),
            value(&self.ip_address_type),
            value(&self.dns_options),
            value(&self.private_dns_enabled),
            value(&self.subnet_configurations),
        ]
    }
}

/// The shape `ModifyVpcEndpointResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyVpcEndpointOutput {
    /// `Return`.
    pub return_: Option<bool>,
}

impl Shaped for ModifyVpcEndpointOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "ModifyVpcEndpointResult",
        members: &[named("Return", "return", "Return", Shape::Boolean)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { return_: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.return_)]
    }
}

/// The shape `NetworkAcl`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkAcl {
    /// `Associations`.
    pub associations: Option<Vec<NetworkAclAssociation>>,
    /// `Entries`.
    pub entries: Option<Vec<NetworkAclEntry>>,
    /// `IsDefault`.
    pub is_default: Option<bool>,
    /// `NetworkAclId`.
    pub network_acl_id: Option<String>,
    /// `Tags`.
    pub tags: Option<Vec<Tag>>,
    /// `VpcId`.
    pub vpc_id: Option<String>,
    /// `OwnerId`.
    pub owner_id: Option<String>,
}

impl Shaped for NetworkAcl {
    const SHAPE: &'static Structure = &Structure {
        name: "NetworkAcl",
        members: &[
            named("Associations", "associationSet", "AssociationSet", shapes::NETWORK_ACL_ASSOCIATION_LIST),
            named("Entries", "entrySet", "EntrySet", shapes::NETWORK_ACL_ENTRY_LIST),
            named("IsDefault", "default", "Default", Shape::Boolean),
            named("NetworkAclId", "networkAclId", "NetworkAclId", TEXT),
            named("Tags", "tagSet", "TagSet", shapes::TAG_LIST),
            named("VpcId", "vpcId", "VpcId", TEXT),
            named("OwnerId", "ownerId", "OwnerId", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            associations: members.take(),
            entries: members.take(),
            is_default: members.take(),
            network_acl_id: members.take(),
            tags: members.take(),
            vpc_id: members.take(),
            owner_id: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.associations),
            value(&self.entries),
            value(&self.is_default),
            value(&self.network_acl_id),
            value(&self.tags),
            value(&self.vpc_id),
            value(&self.owner_id),
        ]
    }
}

/// The shape `NetworkAclAssociation`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkAclAssociation {
    /// `NetworkAclAssociationId`.
    pub network_acl_association_id: Option<String>,
    /// `NetworkAclId`.
    pub network_acl_id: Option<String>,
    /// `SubnetId`.
    pub subnet_id: Option<String>,
}

impl Shaped for NetworkAclAssociation {
    const SHAPE: &'static Structure = &Structure {
        name: "NetworkAclAssociation",
        members: &[
            named("NetworkAclAssociationId", "networkAclAssociationId", "NetworkAclAssociationId", TEXT),
            named("NetworkAclId", "networkAclId", "NetworkAclId", TEXT),
            named("SubnetId", "subnetId", "SubnetId", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            network_acl_association_id: members.take(),
            network_acl_id: members.take(),
            subnet_id: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.network_acl_association_id), value(&self.network_acl_id), value(&self.subnet_id)]
    }
}

/// The shape `NetworkAclEntry`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkAclEntry {
    /// `CidrBlock`.
    pub cidr_block: Option<String>,
    /// `Egress`.
    pub egress: Option<bool>,
    /// `IcmpTypeCode`.
    pub icmp_type_code: Option<IcmpTypeCode>,
    /// `Ipv6CidrBlock`.
    pub ipv6_cidr_block: Option<String>,
    /// `PortRange`.
    pub port_range: Option<PortRange>,
    /// `Protocol`.
    pub protocol: Option<String>,
    /// `RuleAction`, one of [`enums::RULE_ACTION`].
    pub rule_action: Option<String>,
    /// `RuleNumber`.
    pub rule_number: Option<i32>,
}

impl Shaped for NetworkAclEntry {
    const SHAPE: &'static Structure = &Structure {
        name: "NetworkAclEntry",
        members: &[
            named("CidrBlock", "cidrBlock", "CidrBlock", TEXT),
            named("Egress", "egress", "Egress", Shape::Boolean),
            named("IcmpTypeCode", "icmpTypeCode", "IcmpTypeCode", Shape::Structure(IcmpTypeCode::SHAPE)),
            named("Ipv6CidrBlock", "ipv6CidrBlock", "Ipv6CidrBlock", TEXT),
            named("PortRange", "portRange", "PortRange", Shape::Structure(PortRange::SHAPE)),
            named("Protocol", "protocol", "Protocol", TEXT),
            named("RuleAction", "ruleAction", "RuleAction", shapes::RULE_ACTION),
            named("RuleNumber", "ruleNumber", "RuleNumber", INTEGER),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            cidr_block: members.take(),
            egress: members.take(),
            icmp_type_code: members.take(),
            ipv6_cidr_block: members.take(),
            port_range: members.take(),
            protocol: members.take(),
            rule_action: members.take(),
            rule_number: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.cidr_block),
            value(&self.egress),
            value(&self.icmp_type_code),
            value(&self.ipv6_cidr_block),
            value(&self.port_range),
            value(&self.protocol),
            value(&self.rule_action),
            value(&self.rule_number),
        ]
    }
}

/// The shape `NetworkInterface`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkInterface {
    /// `Association`.
    pub association: Option<NetworkInterfaceAssociation>,
    /// `Attachment`.
    pub attachment: Option<NetworkInterfaceAttachment>,
    /// `AvailabilityZone`.
    pub availability_zone: Option<String>,
    /// `ConnectionTrackingConfiguration`.
    pub connection_tracking_configuration: Option<ConnectionTrackingConfiguration>,
    /// `Description`.
    pub description: Option<String>,
    /// `Groups`.
    pub groups: Option<Vec<GroupIdentifier>>,
    /// `InterfaceType`, one of [`enums::NETWORK_INTERFACE_TYPE`].
    pub interface_type: Option<String>,
    /// `Ipv6Addresses`.
    pub ipv6_addresses: Option<Vec<NetworkInterfaceIpv6Address>>,
    /// `MacAddress`.
    pub mac_address: Option<String>,
    /// `NetworkInterfaceId`.
    pub network_interface_id: Option<String>,
    /// `OutpostArn`.
    pub outpost_arn: Option<String>,
    /// `OwnerId`.
    pub owner_id: Option<String>,
    /// `PrivateDnsName`.
    pub private_dns_name: Option<String>,
    /// `PublicDnsName`.
    pub public_dns_name: Option<String>,
    /// `PublicIpDnsNameOptions`.
    pub public_ip_dns_name_options: Option<PublicIpDnsNameOptions>,
    /// `PrivateIpAddress`.
    pub private_ip_address: Option<String>,
    /// `PrivateIpAddresses`.
    pub private_ip_addresses: Option<Vec<NetworkInterfacePrivateIpAddress>>,
    /// `Ipv4Prefixes`.
    pub ipv4_prefixes: Option<Vec<Ipv4PrefixSpecification>>,
    /// `Ipv6Prefixes`.
    pub ipv6_prefixes: Option<Vec<Ipv6PrefixSpecification>>,
    /// `RequesterId`.
    pub requester_id: Option<String>,
    /// `RequesterManaged`.
    pub requester_managed: Option<bool>,
    /// `SourceDestCheck`.
    pub source_dest_check: Option<bool>,
    /// `Status`, one of [`enums::NETWORK_INTERFACE_STATUS`].
    pub status: Option<String>,
    /// `SubnetId`.
    pub subnet_id: Option<String>,
    /// `TagSet`.
    pub tag_set: Option<Vec<Tag>>,
    /// `VpcId`.
    pub vpc_id: Option<String>,
    /// `DenyAllIgwTraffic`.
    pub deny_all_igw_traffic: Option<bool>,
    /// `Ipv6Native`.
    pub ipv6_native: Option<bool>,
    /// `Ipv6Address`.
    pub ipv6_address: Option<String>,
    /// `Operator`.
    pub operator: Option<OperatorResponse>,
    /// `AssociatedSubnets`.
    pub associated_subnets: Option<Vec<String>>,
    /// `AvailabilityZoneId`.
    pub availability_zone_id: Option<String>,
}

impl Shaped for NetworkInterface {
    const SHAPE: &'static Structure = &Structure {
        name: "NetworkInterface",
        members: &[
            named(
                "Association",
                "association",
                "Association",
                Shape::Structure(NetworkInterfaceAssociation::SHAPE),
            ),
            named(
                "Attachment",
                "attachment",
                "Attachment",
                Shape::Structure(NetworkInterfaceAttachment::SHAPE),
            ),
            named("AvailabilityZone", "availabilityZone", "AvailabilityZone", TEXT),
            named(
                "ConnectionTrackingConfiguration",
                "connectionTrackingConfiguration",
                "ConnectionTrackingConfiguration",
                Shape::Structure(ConnectionTrackingConfiguration::SHAPE),
            ),
            named("Description", "description", "Description", TEXT),
            named("Groups", "groupSet", "GroupSet", shapes::GROUP_IDENTIFIER_LIST),
            named("InterfaceType", "interfaceType", "InterfaceType", shapes::NETWORK_INTERFACE_TYPE),
            named(
                "Ipv6Addresses",
                "ipv6AddressesSet",
                "Ipv6AddressesSet",
                shapes::NETWORK_INTERFACE_IPV6_ADDRESSES_LIST,
            ),
            named("MacAddress", "macAddress", "MacAddress", TEXT),
            named("NetworkInterfaceId", "networkInterfaceId", "NetworkInterfaceId", TEXT),
            named("OutpostArn", "outpostArn", "OutpostArn", TEXT),
            named("OwnerId", "ownerId", "OwnerId", TEXT),
            named("PrivateDnsName", "privateDnsName", "PrivateDnsName", TEXT),
            named("PublicDnsName", "publicDnsName", "PublicDnsName", TEXT),
            named(
                "PublicIpDnsNameOptions",
                "publicIpDnsNameOptions",
                "PublicIpDnsNameOptions",
                Shape::Structure(PublicIpDnsNameOptions::SHAPE),
            ),
            named("PrivateIpAddress", "privateIpAddress", "PrivateIpAddress", TEXT),
            named(
                "PrivateIpAddresses",
                "privateIpAddressesSet",
                "PrivateIpAddressesSet",
                shapes::NETWORK_INTERFACE_PRIVATE_IP_ADDRESS_LIST,
            ),
            named("Ipv4Prefixes", "ipv4PrefixSet", "Ipv4PrefixSet", shapes::IPV4_PREFIXES_LIST),
            named("Ipv6Prefixes", "ipv6PrefixSet", "Ipv6PrefixSet", shapes::IPV6_PREFIXES_LIST),
            named("RequesterId", "requesterId", "RequesterId", TEXT),
            named("RequesterManaged", "requesterManaged", "RequesterManaged", Shape::Boolean),
            named("SourceDestCheck", "sourceDestCheck", "SourceDestCheck", Shape::Boolean),
            named("Status", "status", "Status", shapes::NETWORK_INTERFACE_STATUS),
            named("SubnetId", "subnetId", "SubnetId", TEXT),
            named("TagSet", "tagSet", "TagSet", shapes::TAG_LIST),
            named("VpcId", "vpcId", "VpcId", TEXT),
            named("DenyAllIgwTraffic", "denyAllIgwTraffic", "DenyAllIgwTraffic", Shape::Boolean),
            named("Ipv6Native", "ipv6Native", "Ipv6Native", Shape::Boolean),
            named("Ipv6Address", "ipv6Address", "Ipv6Address", TEXT),
            named("Operator", "operator", "Operator", Shape::Structure(OperatorResponse::SHAPE)),
            named(
                "AssociatedSubnets",
                "associatedSubnetSet",
                "AssociatedSubnetSet",
                shapes::ASSOCIATED_SUBNET_LIST,
            ),
            named("AvailabilityZoneId", "availabilityZoneId", "AvailabilityZoneId", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            association: members.take(),
            attachment: members.take(),
            availability_zone: members.take(),
            connection_tracking_configuration: members.take(),
            description: members.take(),
            groups: members.take(),
            interface_type: members.take(),
            ipv6_addresses: members.take(),
            mac_address: members.take(),
            network_interface_id: members.take(),
            outpost_arn: members.take(),
            owner_id: members.take(),
            private_dns_name: members.take(),
            public_dns_name: members.take(),
            public_ip_dns_name_options: members.take(),
            private_ip_address: members.take(),
            private_ip_addresses: members.take(),
            ipv4_prefixes: members.take(),
            ipv6_prefixes: members.take(),
            requester_id: members.take(),
            requester_managed: members.take(),
            source_dest_check: members.take(),
            status: members.take(),
            subnet_id: members.take(),
            tag_set: members.take(),
            vpc_id: members.take(),
            deny_all_igw_traffic: members.take(),
            ipv6_native: members.take(),
            ipv6_address: members.take(),
            operator: members.take(),
            associated_subnets: members.take(),
            availability_zone_id: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.association),
            value(&self.attachment),
            value(&self.availability_zone),
            value(&self.connection_tracking_configuration),
            value(&self.description),
            value(&self.groups),
            value(&self.interface_type),
            value(&self.ipv6_addresses),
            value(&self.mac_address),
            value(&self.network_interface_id),
            value(&self.outpost_arn),
            value(&self.owner_id),
            value(&self.private_dns_name),
            value(&self.public_dns_name),
            value(&self.public_ip_dns_name_options),
            value(&self.private_ip_address),
            value(&self.private_ip_addresses),
            value(&self.ipv4_prefixes),
            value(&self.ipv6_prefixes),
            value(&self.requester_id),
            value(&self.requester_managed),
            value(&self.source_dest_check),
            value(&self.status),
            value(&self.subnet_id),
            value(&self.tag_set),
            value(&self.vpc_id),
            value(&self.deny_all_igw_traffic),
            value(&self.ipv6_native),
            value(&self.ipv6_address),
            value(&self.operator),
            value(&self.associated_subnets),
            value(&self.availability_zone_id),
        ]
    }
}

/// The shape `NetworkInterfaceAssociation`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkInterfaceAssociation {
    /// `AllocationId`.
    pub allocation_id: Option<String>,
    /// `AssociationId`.
    pub association_id: Option<String>,
    /// `IpOwnerId`.
    pub ip_owner_id: Option<String>,
    /// `PublicDnsName`.
    pub public_dns_name: Option<String>,
    /// `PublicIp`.
    pub public_ip: Option<String>,
    /// `CustomerOwnedIp`.
    pub customer_owned_ip: Option<String>,
    /// `CarrierIp`.
    pub carrier_ip: Option<String>,
}

impl Shaped for NetworkInterfaceAssociation {
    const SHAPE: &'static Structure = &Structure {
        name: "NetworkInterfaceAssociation",
        members: &[
            named("AllocationId", "allocationId", "AllocationId", TEXT),
            named("AssociationId", "associationId", "AssociationId", TEXT),
            named("IpOwnerId", "ipOwnerId", "IpOwnerId", TEXT),
            named("PublicDnsName", "publicDnsName", "PublicDnsName", TEXT),
            named("PublicIp", "publicIp", "PublicIp", TEXT),
            named("CustomerOwnedIp", "customerOwnedIp", "CustomerOwnedIp", TEXT),
            named("CarrierIp", "carrierIp", "CarrierIp", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            allocation_id: members.take(),
            association_id: members.take(),
            ip_owner_id: members.take(),
            public_dns_name: members.take(),
            public_ip: members.take(),
            customer_owned_ip: members.take(),
            carrier_ip: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.allocation_id),
            value(&self.association_id),
            value(&self.ip_owner_id),
            value(&self.public_dns_name),
            value(&self.public_ip),
            value(&self.customer_owned_ip),
            value(&self.carrier_ip),
        ]
    }
}

/// The shape `NetworkInterfaceAttachment`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkInterfaceAttachment {
    /// `AttachTime`.
    pub attach_time: Option<Timestamp>,
    /// `AttachmentId`.
    pub attachment_id: Option<String>,
    /// `DeleteOnTermination`.
    pub delete_on_termination: Option<bool>,
    /// `DeviceIndex`.
    pub device_index: Option<i32>,
    /// `NetworkCardIndex`.
    pub network_card_index: Option<i32>,
    /// `InstanceId`.
    pub instance_id: Option<String>,
    /// `InstanceOwnerId`.
    pub instance_owner_id: Option<String>,
    /// `Status`, one of [`enums::ATTACHMENT_STATUS`].
    pub status: Option<String>,
    /// `EnaSrdSpecification`.
    pub ena_srd_specification: Option<AttachmentEnaSrdSpecification>,
    /// `EnaQueueCount`.
    pub ena_queue_count: Option<i32>,
}

impl Shaped for NetworkInterfaceAttachment {
    const SHAPE: &'static Structure = &Structure {
        name: "NetworkInterfaceAttachment",
        members: &[
            named("AttachTime", "attachTime", "AttachTime", Shape::Timestamp),
            named("AttachmentId", "attachmentId", "AttachmentId", TEXT),
            named("DeleteOnTermination", "deleteOnTermination", "DeleteOnTermination", Shape::Boolean),
            named("DeviceIndex", "deviceIndex", "DeviceIndex", INTEGER),
            named("NetworkCardIndex", "networkCardIndex", "NetworkCardIndex", INTEGER),
            named("InstanceId", "instanceId", "InstanceId", TEXT),
            named("InstanceOwnerId", "instanceOwnerId", "InstanceOwnerId", TEXT),
            named("Status", "status", "Status", shapes::ATTACHMENT_STATUS),
            named(
                "EnaSrdSpecification",
                "enaSrdSpecification",
                "EnaSrdSpecification",
                Shape::Structure(AttachmentEnaSrdSpecification::SHAPE),
            ),
            named("EnaQueueCount", "enaQueueCount", "EnaQueueCount", INTEGER),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            attach_time: members.take(),
            attachment_id: members.take(),
            delete_on_termination: members.take(),
            device_index: members.take(),
            network_card_index: members.take(),
            instance_id: members.take(),
            instance_owner_id: members.take(),
            status: members.take(),
            ena_srd_specification: members.take(),
            ena_queue_count: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.attach_time),
            value(&self.attachment_id),
            value(&self.delete_on_termination),
            value(&self.device_index),
            value(&self.network_card_index),
            value(&self.instance_id),
            value(&self.instance_owner_id),
            value(&self.status),
            value(&self.ena_srd_specification),
            value(&self.ena_queue_count),
        ]
    }
}

/// The shape `NetworkInterfaceIpv6Address`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkInterfaceIpv6Address {
    /// `Ipv6Address`.
    pub ipv6_address: Option<String>,
    /// `PublicIpv6DnsName`.
    pub public_ipv6_dns_name: Option<String>,
    /// `IsPrimaryIpv6`.
    pub is_primary_ipv6: Option<bool>,
}

impl Shaped for NetworkInterfaceIpv6Address {
    const SHAPE: &'static Structure = &Structure {
        name: "NetworkInterfaceIpv6Address",
        members: &[
            named("Ipv6Address", "ipv6Address", "Ipv6Address", TEXT),
            named("PublicIpv6DnsName", "publicIpv6DnsName", "PublicIpv6DnsName", TEXT),
            named("IsPrimaryIpv6", "isPrimaryIpv6", "IsPrimaryIpv6", Shape::Boolean),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            ipv6_address: members.take(),
            public_ipv6_dns_name: members.take(),
            is_primary_ipv6: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.ipv6_address), value(&self.public_ipv6_dns_name), value(&self.is_primary_ipv6)]
    }
}

/// The shape `NetworkInterfacePrivateIpAddress`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkInterfacePrivateIpAddress {
    /// `Association`.
    pub association: Option<NetworkInterfaceAssociation>,
    /// `Primary`.
    pub primary: Option<bool>,
    /// `PrivateDnsName`.
    pub private_dns_name: Option<String>,
    /// `PrivateIpAddress`.
    pub private_ip_address: Option<String>,
}

impl Shaped for NetworkInterfacePrivateIpAddress {
    const SHAPE: &'static Structure = &Structure {
        name: "NetworkInterfacePrivateIpAddress",
        members: &[
            named(
                "Association",
                "association",
                "Association",
                Shape::Structure(NetworkInterfaceAssociation::SHAPE),
            ),
            named("Primary", "primary", "Primary", Shape::Boolean),
            named("PrivateDnsName", "privateDnsName", "PrivateDnsName", TEXT),
            named("PrivateIpAddress", "privateIpAddress", "PrivateIpAddress", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            association: members.take(),
            primary: members.take(),
            private_dns_name: members.take(),
            private_ip_address: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.association),
            value(&self.primary),
            value(&self.private_dns_name),
            value(&self.private_ip_address),
        ]
    }
}

/// The shape `OperatorResponse`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OperatorResponse {
    /// `Managed`.
    pub managed: Option<bool>,
    /// `Principal`.
    pub principal: Option<String>,
    /// `HiddenByDefault`.
    pub hidden_by_default: Option<bool>,
}

impl Shaped for OperatorResponse {
    const SHAPE: &'static Structure = &Structure {
        name: "OperatorResponse",
        members: &[
            named("Managed", "managed", "Managed", Shape::Boolean),
            named("Principal", "principal", "Principal", TEXT),
            named("HiddenByDefault", "hiddenByDefault", "HiddenByDefault", Shape::Boolean),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { managed: members.take(), principal: members.take(), hidden_by_default: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.managed), value(&self.principal), value(&self.hidden_by_default)]
    }
}

/// The shape `PayerResponsibilityEntry`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PayerResponsibilityEntry {
    /// `Scope`, one of [`enums::PAYER_RESPONSIBILITY_SCOPE`].
    pub scope: Option<String>,
    /// `PayerResponsibilityType`, one of [`enums::PAYER_RESPONSIBILITY_TYPE`].
    pub payer_responsibility_type: Option<String>,
}

impl Shaped for PayerResponsibilityEntry {
    const SHAPE: &'static Structure = &Structure {
        name: "PayerResponsibilityEntry",
        members: &[
            named("Scope", "scope", "Scope", shapes::PAYER_RESPONSIBILITY_SCOPE),
            named(
                "PayerResponsibilityType",
                "payerResponsibilityType",
                "PayerResponsibilityType",
                shapes::PAYER_RESPONSIBILITY_TYPE,
            ),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { scope: members.take(), payer_responsibility_type: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.scope), value(&self.payer_responsibility_type)]
    }
}

/// The shape `PortRange`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PortRange {
    /// `From`.
    pub from: Option<i32>,
    /// `To`.
    pub to: Option<i32>,
}

impl Shaped for PortRange {
    const SHAPE: &'static Structure = &Structure {
        name: "PortRange",
        members: &[named("From", "from", "From", INTEGER), named("To", "to", "To", INTEGER)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { from: members.take(), to: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.from), value(&self.to)]
    }
}

/// The shape `PrefixList`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PrefixList {
    /// `Cidrs`.
    pub cidrs: Option<Vec<String>>,
    /// `PrefixListId`.
    pub prefix_list_id: Option<String>,
    /// `PrefixListName`.
    pub prefix_list_name: Option<String>,
}

impl Shaped for PrefixList {
    const SHAPE: &'static Structure = &Structure {
        name: "PrefixList",
        members: &[
            named("Cidrs", "cidrSet", "CidrSet", shapes::VALUE_STRING_LIST),
            named("PrefixListId", "prefixListId", "PrefixListId", TEXT),
            named("PrefixListName", "prefixListName", "PrefixListName", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { cidrs: members.take(), prefix_list_id: members.take(), prefix_list_name: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.cidrs), value(&self.prefix_list_id), value(&self.prefix_list_name)]
    }
}

/// The shape `PrefixListId`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PrefixListId {
    /// `Description`.
    pub description: Option<String>,
    /// `PrefixListId`.
    pub prefix_list_id: Option<String>,
}

impl Shaped for PrefixListId {
    const SHAPE: &'static Structure = &Structure {
        name: "PrefixListId",
        members: &[
            named("Description", "description", "Description", TEXT),
            named("PrefixListId", "prefixListId", "PrefixListId", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { description: members.take(), prefix_list_id: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.description), value(&self.prefix_list_id)]
    }
}

/// The shape `PrivateDnsDetails`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PrivateDnsDetails {
    /// `PrivateDnsName`.
    pub private_dns_name: Option<String>,
}

impl Shaped for PrivateDnsDetails {
    const SHAPE: &'static Structure = &Structure {
        name: "PrivateDnsDetails",
        members: &[named("PrivateDnsName", "privateDnsName", "PrivateDnsName", TEXT)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { private_dns_name: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.private_dns_name)]
    }
}

/// The shape `PrivateDnsNameOptionsOnLaunch`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PrivateDnsNameOptionsOnLaunch {
    /// `HostnameType`, one of [`enums::HOSTNAME_TYPE`].
    pub hostname_type: Option<String>,
    /// `EnableResourceNameDnsARecord`.
    pub enable_resource_name_dns_a_record: Option<bool>,
    /// `EnableResourceNameDnsAAAARecord`.
    pub enable_resource_name_dns_aaaa_record: Option<bool>,
}

impl Shaped for PrivateDnsNameOptionsOnLaunch {
    const SHAPE: &'static Structure = &Structure {
        name: "PrivateDnsNameOptionsOnLaunch",
        members: &[
            named("HostnameType", "hostnameType", "HostnameType", shapes::HOSTNAME_TYPE),
            named(
                "EnableResourceNameDnsARecord",
                "enableResourceNameDnsARecord",
                "EnableResourceNameDnsARecord",
                Shape::Boolean,
            ),
            named(
                "EnableResourceNameDnsAAAARecord",
                "enableResourceNameDnsAAAARecord",
                "EnableResourceNameDnsAAAARecord",
                Shape::Boolean,
            ),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            hostname_type: members.take(),
            enable_resource_name_dns_a_record: members.take(),
            enable_resource_name_dns_aaaa_record: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.hostname_type),
            value(&self.enable_resource_name_dns_a_record),
            value(&self.enable_resource_name_dns_aaaa_record),
        ]
    }
}

/// The shape `PropagatingVgw`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PropagatingVgw {
    /// `GatewayId`.
    pub gateway_id: Option<String>,
}

impl Shaped for PropagatingVgw {
    const SHAPE: &'static Structure =
        &Structure { name: "PropagatingVgw", members: &[named("GatewayId", "gatewayId", "GatewayId", TEXT)] };
    fn from_members(members: &mut Members) -> Self {
        Self { gateway_id: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.gateway_id)]
    }
}

/// The shape `PublicIpDnsNameOptions`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PublicIpDnsNameOptions {
    /// `DnsHostnameType`.
    pub dns_hostname_type: Option<String>,
    /// `PublicIpv4DnsName`.
    pub public_ipv4_dns_name: Option<String>,
    /// `PublicIpv6DnsName`.
    pub public_ipv6_dns_name: Option<String>,
    /// `PublicDualStackDnsName`.
    pub public_dual_stack_dns_name: Option<String>,
}

impl Shaped for PublicIpDnsNameOptions {
    const SHAPE: &'static Structure = &Structure {
        name: "PublicIpDnsNameOptions",
        members: &[
            named("DnsHostnameType", "dnsHostnameType", "DnsHostnameType", TEXT),
            named("PublicIpv4DnsName", "publicIpv4DnsName", "PublicIpv4DnsName", TEXT),
            named("PublicIpv6DnsName", "publicIpv6DnsName", "PublicIpv6DnsName", TEXT),
            named("PublicDualStackDnsName", "publicDualStackDnsName", "PublicDualStackDnsName", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            dns_hostname_type: members.take(),
            public_ipv4_dns_name: members.take(),
            public_ipv6_dns_name: members.take(),
            public_dual_stack_dns_name: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.dns_hostname_type),
            value(&self.public_ipv4_dns_name),
            value(&self.public_ipv6_dns_name),
            value(&self.public_dual_stack_dns_name),
        ]
    }
}

/// The shape `ReferencedSecurityGroup`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReferencedSecurityGroup {
    /// `GroupId`.
    pub group_id: Option<String>,
    /// `PeeringStatus`.
    pub peering_status: Option<String>,
    /// `UserId`.
    pub user_id: Option<String>,
    /// `VpcId`.
    pub vpc_id: Option<String>,
    /// `VpcPeeringConnectionId`.
    pub vpc_peering_connection_id: Option<String>,
}

impl Shaped for ReferencedSecurityGroup {
    const SHAPE: &'static Structure = &Structure {
        name: "ReferencedSecurityGroup",
        members: &[
            named("GroupId", "groupId", "GroupId", TEXT),
            named("PeeringStatus", "peeringStatus", "PeeringStatus", TEXT),
            named("UserId", "userId", "UserId", TEXT),
            named("VpcId", "vpcId", "VpcId", TEXT),
            named("VpcPeeringConnectionId", "vpcPeeringConnectionId", "VpcPeeringConnectionId", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            group_id: members.take(),
            peering_status: members.take(),
            user_id: members.take(),
            vpc_id: members.take(),
            vpc_peering_connection_id: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.group_id),
            value(&self.peering_status),
            value(&self.user_id),
            value(&self.vpc_id),
            value(&self.vpc_peering_connection_id),
        ]
    }
}

/// The shape `Region`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Region {
    /// `OptInStatus`.
    pub opt_in_status: Option<String>,
    /// `Geography`.
    pub geography: Option<Vec<RegionGeography>>,
    /// `RegionName`.
    pub region_name: Option<String>,
    /// `Endpoint`.
    pub endpoint: Option<String>,
}

impl Shaped for Region {
    const SHAPE: &'static Structure = &Structure {
        name: "Region",
        members: &[
            named("OptInStatus", "optInStatus", "OptInStatus", TEXT),
            named("Geography", "geographySet", "GeographySet", shapes::REGION_GEOGRAPHY_LIST),
            named("RegionName", "regionName", "RegionName", TEXT),
            named("Endpoint", "regionEndpoint", "RegionEndpoint", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            opt_in_status: members.take(),
            geography: members.take(),
            region_name: members.take(),
            endpoint: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.opt_in_status),
            value(&self.geography),
            value(&self.region_name),
            value(&self.endpoint),
        ]
    }
}

/// The shape `RegionGeography`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RegionGeography {
    /// `Name`.
    pub name: Option<String>,
}

impl Shaped for RegionGeography {
    const SHAPE: &'static Structure =
        &Structure { name: "RegionGeography", members: &[named("Name", "name", "Name", TEXT)] };
    fn from_members(members: &mut Members) -> Self {
        Self { name: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.name)]
    }
}

/// The shape `ReplaceRouteRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplaceRouteInput {
    /// `DestinationPrefixListId`.
    pub destination_prefix_list_id: Option<String>,
    /// `VpcEndpointId`.
    pub vpc_endpoint_id: Option<String>,
    /// `LocalTarget`.
    pub local_target: Option<bool>,
    /// `TransitGatewayId`.
    pub transit_gateway_id: Option<String>,
    /// `LocalGatewayId`.
    pub local_gateway_id: Option<String>,
    /// `CarrierGatewayId`.
    pub carrier_gateway_id: Option<String>,
    /// `CoreNetworkArn`.
    pub core_network_arn: Option<String>,
    /// `OdbNetworkArn`.
    pub odb_network_arn: Option<String>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
    /// `RouteTableId`, required.
    pub route_table_id: Option<String>,
    /// `DestinationCidrBlock`.
    pub destination_cidr_block: Option<String>,
    /// `GatewayId`.
    pub gateway_id: Option<String>,
    /// `DestinationIpv6CidrBlock`.
    pub destination_ipv6_cidr_block: Option<String>,
    /// `EgressOnlyInternetGatewayId`.
    pub egress_only_internet_gateway_id: Option<String>,
    /// `InstanceId`.
    pub instance_id: Option<String>,
    /// `NetworkInterfaceId`.
    pub network_interface_id: Option<String>,
    /// `VpcPeeringConnectionId`.
    pub vpc_peering_connection_id: Option<String>,
    /// `NatGatewayId`.
    pub nat_gateway_id: Option<String>,
}

impl Shaped for ReplaceRouteInput {
    const SHAPE: &'static Structure = &Structure {
        name: "ReplaceRouteRequest",
        members: &[
            named("DestinationPrefixListId", "DestinationPrefixListId", "DestinationPrefixListId", TEXT),
            named("VpcEndpointId", "VpcEndpointId", "VpcEndpointId", TEXT),
            named("LocalTarget", "LocalTarget", "LocalTarget", Shape::Boolean),
            named("TransitGatewayId", "TransitGatewayId", "TransitGatewayId", TEXT),
            named("LocalGatewayId", "LocalGatewayId", "LocalGatewayId", TEXT),
            named("CarrierGatewayId", "CarrierGatewayId", "CarrierGatewayId", TEXT),
            named("CoreNetworkArn", "CoreNetworkArn", "CoreNetworkArn", TEXT),
            named("OdbNetworkArn", "OdbNetworkArn", "OdbNetworkArn", TEXT),
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
            named("RouteTableId", "routeTableId", "RouteTableId", TEXT).required(),
            named("DestinationCidrBlock", "destinationCidrBlock", "DestinationCidrBlock", TEXT),
            named("GatewayId", "gatewayId", "GatewayId", TEXT),
            named("DestinationIpv6CidrBlock", "destinationIpv6CidrBlock", "DestinationIpv6CidrBlock", TEXT),
            named(
                "EgressOnlyInternetGatewayId",
                "egressOnlyInternetGatewayId",
                "EgressOnlyInternetGatewayId",
                TEXT,
            ),
            named("InstanceId", "instanceId", "InstanceId", TEXT),
            named("NetworkInterfaceId", "networkInterfaceId", "NetworkInterfaceId", TEXT),
            named("VpcPeeringConnectionId", "vpcPeeringConnectionId", "VpcPeeringConnectionId", TEXT),
            named("NatGatewayId", "natGatewayId", "NatGatewayId", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            destination_prefix_list_id: members.take(),
            vpc_endpoint_id: members.take(),
            local_target: members.take(),
            transit_gateway_id: members.take(),
            local_gateway_id: members.take(),
            carrier_gateway_id: members.take(),
            core_network_arn: members.take(),
            odb_network_arn: members.take(),
            dry_run: members.take(),
            route_table_id: members.take(),
            destination_cidr_block: members.take(),
            gateway_id: members.take(),
            destination_ipv6_cidr_block: members.take(),
            egress_only_internet_gateway_id: members.take(),
            instance_id: members.take(),
            network_interface_id: members.take(),
            vpc_peering_connection_id: members.take(),
            nat_gateway_id: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.destination_prefix_list_id),
            value(&self.vpc_endpoint_id),
            value(&self.local_target),
            value(&self.transit_gateway_id),
            value(&self.local_gateway_id),
            value(&self.carrier_gateway_id),
            value(&self.core_network_arn),
            value(&self.odb_network_arn),
            value(&self.dry_run),
            value(&self.route_table_id),
            value(&self.destination_cidr_block),
            value(&self.gateway_id),
            value(&self.destination_ipv6_cidr_block),
            value(&self.egress_only_internet_gateway_id),
            value(&self.instance_id),
            value(&self.network_interface_id),
            value(&self.vpc_peering_connection_id),
            value(&self.nat_gateway_id),
        ]
    }
}

/// The shape `ReplaceRouteTableAssociationRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplaceRouteTableAssociationInput {
    /// `DryRun`.
    pub dry_run: Option<bool>,
    /// `AssociationId`, required.
    pub association_id: Option<String>,
    /// `RouteTableId`, required.
    pub route_table_id: Option<String>,
}

impl Shaped for ReplaceRouteTableAssociationInput {
    const SHAPE: &'static Structure = &Structure {
        name: "ReplaceRouteTableAssociationRequest",
        members: &[
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
            named("AssociationId", "associationId", "AssociationId", TEXT).required(),
            named("RouteTableId", "routeTableId", "RouteTableId", TEXT).required(),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { dry_run: members.take(), association_id: members.take(), route_table_id: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.dry_run), value(&self.association_id), value(&self.route_table_id)]
    }
}

/// The shape `ReplaceRouteTableAssociationResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplaceRouteTableAssociationOutput {
    /// `NewAssociationId`.
    pub new_association_id: Option<String>,
    /// `AssociationState`.
    pub association_state: Option<RouteTableAssociationState>,
}

impl Shaped for ReplaceRouteTableAssociationOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "ReplaceRouteTableAssociationResult",
        members: &[
            named("NewAssociationId", "newAssociationId", "NewAssociationId", TEXT),
            named(
                "AssociationState",
                "associationState",
                "AssociationState",
                Shape::Structure(RouteTableAssociationState::SHAPE),
            ),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { new_association_id: members.take(), association_state: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.new_association_id), value(&self.association_state)]
    }
}

/// The shape `RevokeSecurityGroupEgressRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RevokeSecurityGroupEgressInput {
    /// `SecurityGroupRuleIds`.
    pub security_group_rule_ids: Option<Vec<String>>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
    /// `GroupId`, required.
    pub group_id: Option<String>,
    /// `SourceSecurityGroupName`.
    pub source_security_group_name: Option<String>,
    /// `SourceSecurityGroupOwnerId`.
    pub source_security_group_owner_id: Option<String>,
    /// `IpProtocol`.
    pub ip_protocol: Option<String>,
    /// `FromPort`.
    pub from_port: Option<i32>,
    /// `ToPort`.
    pub to_port: Option<i32>,
    /// `CidrIp`.
    pub cidr_ip: Option<String>,
    /// `IpPermissions`.
    pub ip_permissions: Option<Vec<IpPermission>>,
}

impl Shaped for RevokeSecurityGroupEgressInput {
    const SHAPE: &'static Structure = &Structure {
        name: "RevokeSecurityGroupEgressRequest",
        members: &[
            named(
                "SecurityGroupRuleIds",
                "SecurityGroupRuleId",
                "SecurityGroupRuleId",
                shapes::SECURITY_GROUP_RULE_ID_LIST,
            ),
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
            named("GroupId", "groupId", "GroupId", TEXT).required(),
            named("SourceSecurityGroupName", "sourceSecurityGroupName", "SourceSecurityGroupName", TEXT),
            named(
                "SourceSecurityGroupOwnerId",
                "sourceSecurityGroupOwnerId",
                "SourceSecurityGroupOwnerId",
                TEXT,
            ),
            named("IpProtocol", "ipProtocol", "IpProtocol", TEXT),
            named("FromPort", "fromPort", "FromPort", INTEGER),
            named("ToPort", "toPort", "ToPort", INTEGER),
            named("CidrIp", "cidrIp", "CidrIp", TEXT),
            named("IpPermissions", "ipPermissions", "IpPermissions", shapes::IP_PERMISSION_LIST),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            security_group_rule_ids: members.take(),
            dry_run: members.take(),
            group_id: members.take(),
            source_security_group_name: members.take(),
            source_security_group_owner_id: members.take(),
            ip_protocol: members.take(),
            from_port: members.take(),
            to_port: members.take(),
            cidr_ip: members.take(),
            ip_permissions: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.security_group_rule_ids),
            value(&self.dry_run),
            value(&self.group_id),
            value(&self.source_security_group_name),
            value(&self.source_security_group_owner_id),
            value(&self.ip_protocol),
            value(&self.from_port),
            value(&self.to_port),
            value(&self.cidr_ip),
            value(&self.ip_permissions),
        ]
    }
}

/// The shape `RevokeSecurityGroupEgressResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RevokeSecurityGroupEgressOutput {
    /// `Return`.
    pub return_: Option<bool>,
    /// `UnknownIpPermissions`.
    pub unknown_ip_permissions: Option<Vec<IpPermission>>,
    /// `RevokedSecurityGroupRules`.
    pub revoked_security_group_rules: Option<Vec<RevokedSecurityGroupRule>>,
}

impl Shaped for RevokeSecurityGroupEgressOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "RevokeSecurityGroupEgressResult",
        members: &[
            named("Return", "return", "Return", Shape::Boolean),
            named(
                "UnknownIpPermissions",
                "unknownIpPermissionSet",
                "UnknownIpPermissionSet",
                shapes::IP_PERMISSION_LIST,
            ),
            named(
                "RevokedSecurityGroupRules",
                "revokedSecurityGroupRuleSet",
                "RevokedSecurityGroupRuleSet",
                shapes::REVOKED_SECURITY_GROUP_RULE_LIST,
            ),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            return_: members.take(),
            unknown_ip_permissions: members.take(),
            revoked_security_group_rules: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.return_),
            value(&self.unknown_ip_permissions),
            value(&self.revoked_security_group_rules),
        ]
    }
}

/// The shape `RevokeSecurityGroupIngressRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RevokeSecurityGroupIngressInput {
    /// `CidrIp`.
    pub cidr_ip: Option<String>,
    /// `FromPort`.
    pub from_port: Option<i32>,
    /// `GroupId`.
    pub group_id: Option<String>,
    /// `GroupName`.
    pub group_name: Option<String>,
    /// `IpPermissions`.
    pub ip_permissions: Option<Vec<IpPermission>>,
    /// `IpProtocol`.
    pub ip_protocol: Option<String>,
    /// `SourceSecurityGroupName`.
    pub source_security_group_name: Option<String>,
    /// `SourceSecurityGroupOwnerId`.
    pub source_security_group_owner_id: Option<String>,
    /// `ToPort`.
    pub to_port: Option<i32>,
    /// `SecurityGroupRuleIds`.
    pub security_group_rule_ids: Option<Vec<String>>,
    /// `DryRun`.
    pub dry_run: Option<bool>,
}

impl Shaped for RevokeSecurityGroupIngressInput {
    const SHAPE: &'static Structure = &Structure {
        name: "RevokeSecurityGroupIngressRequest",
        members: &[
            named("CidrIp", "CidrIp", "CidrIp", TEXT),
            named("FromPort", "FromPort", "FromPort", INTEGER),
            named("GroupId", "GroupId", "GroupId", TEXT),
            named("GroupName", "GroupName", "GroupName", TEXT),
            named("IpPermissions", "IpPermissions", "IpPermissions", shapes::IP_PERMISSION_LIST),
            named("IpProtocol", "IpProtocol", "IpProtocol", TEXT),
            named("SourceSecurityGroupName", "SourceSecurityGroupName", "SourceSecurityGroupName", TEXT),
            named(
                "SourceSecurityGroupOwnerId",
                "SourceSecurityGroupOwnerId",
                "SourceSecurityGroupOwnerId",
                TEXT,
            ),
            named("ToPort", "ToPort", "ToPort", INTEGER),
            named(
                "SecurityGroupRuleIds",
                "SecurityGroupRuleId",
                "SecurityGroupRuleId",
                shapes::SECURITY_GROUP_RULE_ID_LIST,
            ),
            named("DryRun", "dryRun", "DryRun", Shape::Boolean),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            cidr_ip: members.take(),
            from_port: members.take(),
            group_id: members.take(),
            group_name: members.take(),
            ip_permissions: members.take(),
            ip_protocol: members.take(),
            source_security_group_name: members.take(),
            source_security_group_owner_id: members.take(),
            to_port: members.take(),
            security_group_rule_ids: members.take(),
            dry_run: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.cidr_ip),
            value(&self.from_port),
            value(&self.group_id),
            value(&self.group_name),
            value(&self.ip_permissions),
            value(&self.ip_protocol),
            value(&self.source_security_group_name),
            value(&self.source_security_group_owner_id),
            value(&self.to_port),
            value(&self.security_group_rule_ids),
            value(&self.dry_run),
        ]
    }
}

/// The shape `RevokeSecurityGroupIngressResult`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RevokeSecurityGroupIngressOutput {
    /// `Return`.
    pub return_: Option<bool>,
    /// `UnknownIpPermissions`.
    pub unknown_ip_permissions: Option<Vec<IpPermission>>,
    /// `RevokedSecurityGroupRules`.
    pub revoked_security_group_rules: Option<Vec<RevokedSecurityGroupRule>>,
}

impl Shaped for RevokeSecurityGroupIngressOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "RevokeSecurityGroupIngressResult",
        members: &[
            named("Return", "return", "Return", Shape::Boolean),
            named(
                "UnknownIpPermissions",
                "unknownIpPermissionSet",
                "UnknownIpPermissionSet",
                shapes::IP_PERMISSION_LIST,
            ),
            named(
                "RevokedSecurityGroupRules",
                "revokedSecurityGroupRuleSet",
                "RevokedSecurityGroupRuleSet",
                shapes::REVOKED_SECURITY_GROUP_RULE_LIST,
            ),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            return_: members.take(),
            unknown_ip_permissions: members.take(),
            revoked_security_group_rules: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.return_),
            value(&self.unknown_ip_permissions),
            value(&self.revoked_security_group_rules),
        ]
    }
}

/// The shape `RevokedSecurityGroupRule`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RevokedSecurityGroupRule {
    /// `SecurityGroupRuleId`.
    pub security_group_rule_id: Option<String>,
    /// `GroupId`.
    pub group_id: Option<String>,
    /// `IsEgress`.
    pub is_egress: Option<bool>,
    /// `IpProtocol`.
    pub ip_protocol: Option<String>,
    /// `FromPort`.
    pub from_port: Option<i32>,
    /// `ToPort`.
    pub to_port: Option<i32>,
    /// `CidrIpv4`.
    pub cidr_ipv4: Option<String>,
    /// `CidrIpv6`.
    pub cidr_ipv6: Option<String>,
    /// `PrefixListId`.
    pub prefix_list_id: Option<String>,
    /// `ReferencedGroupId`.
    pub referenced_group_id: Option<String>,
    /// `Description`.
    pub description: Option<String>,
}

impl Shaped for RevokedSecurityGroupRule {
    const SHAPE: &'static Structure = &Structure {
        name: "RevokedSecurityGroupRule",
        members: &[
            named("SecurityGroupRuleId", "securityGroupRuleId", "SecurityGroupRuleId", TEXT),
            named("GroupId", "groupId", "GroupId", TEXT),
            named("IsEgress", "isEgress", "IsEgress", Shape::Boolean),
            named("IpProtocol", "ipProtocol", "IpProtocol", TEXT),
            named("FromPort", "fromPort", "FromPort", INTEGER),
            named("ToPort", "toPort", "ToPort", INTEGER),
            named("CidrIpv4", "cidrIpv4", "CidrIpv4", TEXT),
            named("CidrIpv6", "cidrIpv6", "CidrIpv6", TEXT),
            named("PrefixListId", "prefixListId", "PrefixListId", TEXT),
            named("ReferencedGroupId", "referencedGroupId", "ReferencedGroupId", TEXT),
            named("Description", "description", "Description", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            security_group_rule_id: members.take(),
            group_id: members.take(),
            is_egress: members.take(),
            ip_protocol: members.take(),
            from_port: members.take(),
            to_port: members.take(),
            cidr_ipv4: members.take(),
            cidr_ipv6: members.take(),
            prefix_list_id: members.take(),
            referenced_group_id: members.take(),
            description: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.security_group_rule_id),
            value(&self.group_id),
            value(&self.is_egress),
            value(&self.ip_protocol),
            value(&self.from_port),
            value(&self.to_port),
            value(&self.cidr_ipv4),
            value(&self.cidr_ipv6),
            value(&self.prefix_list_id),
            value(&self.referenced_group_id),
            value(&self.description),
        ]
    }
}

/// The shape `Route`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Route {
    /// `DestinationCidrBlock`.
    pub destination_cidr_block: Option<String>,
    /// `DestinationIpv6CidrBlock`.
    pub destination_ipv6_cidr_block: Option<String>,
    /// `DestinationPrefixListId`.
    pub destination_prefix_list_id: Option<String>,
    /// `EgressOnlyInternetGatewayId`.
    pub egress_only_internet_gateway_id: Option<String>,
    /// `GatewayId`.
    pub gateway_id: Option<String>,
    /// `InstanceId`.
    pub instance_id: Option<String>,
    /// `InstanceOwnerId`.
    pub instance_owner_id: Option<String>,
    /// `NatGatewayId`.
    pub nat_gateway_id: Option<String>,
    /// `TransitGatewayId`.
    pub transit_gateway_id: Option<String>,
    /// `LocalGatewayId`.
    pub local_gateway_id: Option<String>,
    /// `CarrierGatewayId`.
    pub carrier_gateway_id: Option<String>,
    /// `NetworkInterfaceId`.
    pub network_interface_id: Option<String>,
    /// `Origin`, one of [`enums::ROUTE_ORIGIN`].
    pub origin: Option<String>,
    /// `State`, one of [`enums::ROUTE_STATE`].
    pub state: Option<String>,
    /// `VpcPeeringConnectionId`.
    pub vpc_peering_connection_id: Option<String>,
    /// `CoreNetworkArn`.
    pub core_network_arn: Option<String>,
    /// `OdbNetworkArn`.
    pub odb_network_arn: Option<String>,
    /// `IpAddress`.
    pub ip_address: Option<String>,
}

impl Shaped for Route {
    const SHAPE: &'static Structure = &Structure {
        name: "Route",
        members: &[
            named("DestinationCidrBlock", "destinationCidrBlock", "DestinationCidrBlock", TEXT),
            named("DestinationIpv6CidrBlock", "destinationIpv6CidrBlock", "DestinationIpv6CidrBlock", TEXT),
            named("DestinationPrefixListId", "destinationPrefixListId", "DestinationPrefixListId", TEXT),
            named(
                "EgressOnlyInternetGatewayId",
                "egressOnlyInternetGatewayId",
                "EgressOnlyInternetGatewayId",
                TEXT,
            ),
            named("GatewayId", "gatewayId", "GatewayId", TEXT),
            named("InstanceId", "instanceId", "InstanceId", TEXT),
            named("InstanceOwnerId", "instanceOwnerId", "InstanceOwnerId", TEXT),
            named("NatGatewayId", "natGatewayId", "NatGatewayId", TEXT),
            named("TransitGatewayId", "transitGatewayId", "TransitGatewayId", TEXT),
            named("LocalGatewayId", "localGatewayId", "LocalGatewayId", TEXT),
            named("CarrierGatewayId", "carrierGatewayId", "CarrierGatewayId", TEXT),
            named("NetworkInterfaceId", "networkInterfaceId", "NetworkInterfaceId", TEXT),
            named("Origin", "origin", "Origin", shapes::ROUTE_ORIGIN),
            named("State", "state", "State", shapes::ROUTE_STATE),
            named("VpcPeeringConnectionId", "vpcPeeringConnectionId", "VpcPeeringConnectionId", TEXT),
            named("CoreNetworkArn", "coreNetworkArn", "CoreNetworkArn", TEXT),
            named("OdbNetworkArn", "odbNetworkArn", "OdbNetworkArn", TEXT),
            named("IpAddress", "ipAddress", "IpAddress", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            destination_cidr_block: members.take(),
            destination_ipv6_cidr_block: members.take(),
            destination_prefix_list_id: members.take(),
            egress_only_internet_gateway_id: members.take(),
            gateway_id: members.take(),
            instance_id: members.take(),
            instance_owner_id: members.take(),
            nat_gateway_id: members.take(),
            transit_gateway_id: members.take(),
            local_gateway_id: members.take(),
            carrier_gateway_id: members.take(),
            network_interface_id: members.take(),
            origin: members.take(),
            state: members.take(),
            vpc_peering_connection_id: members.take(),
            core_network_arn: members.take(),
            odb_network_arn: members.take(),
            ip_address: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.destination_cidr_block),
            value(&self.destination_ipv6_cidr_block),
            value(&self.destination_prefix_list_id),
            value(&self.egress_only_internet_gateway_id),
            value(&self.gateway_id),
            value(&self.instance_id),
            value(&self.instance_owner_id),
            value(&self.nat_gateway_id),
            value(&self.transit_gateway_id),
            value(&self.local_gateway_id),
            value(&self.carrier_gateway_id),
            value(&self.network_interface_id),
            value(&self.origin),
            value(&self.state),
            value(&self.vpc_peering_connection_id),
            value(&self.core_network_arn),
            value(&self.odb_network_arn),
            value(&self.ip_address),
        ]
    }
}

/// The shape `RouteTable`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RouteTable {
    /// `Associations`.
    pub associations: Option<Vec<RouteTableAssociation>>,
    /// `PropagatingVgws`.
    pub propagating_vgws: Option<Vec<PropagatingVgw>>,
    /// `RouteTableId`.
    pub route_table_id: Option<String>,
    /// `Routes`.
    pub routes: Option<Vec<Route>>,
    /// `Tags`.
    pub tags: Option<Vec<Tag>>,
    /// `VpcId`.
    pub vpc_id: Option<String>,
    /// `OwnerId`.
    pub owner_id: Option<String>,
}

impl Shaped for RouteTable {
    const SHAPE: &'static Structure = &Structure {
        name: "RouteTable",
        members: &[
            named("Associations", "associationSet", "AssociationSet", shapes::ROUTE_TABLE_ASSOCIATION_LIST),
            named("PropagatingVgws", "propagatingVgwSet", "PropagatingVgwSet", shapes::PROPAGATING_VGW_LIST),
            named("RouteTableId", "routeTableId", "RouteTableId", TEXT),
            named("Routes", "routeSet", "RouteSet", shapes::ROUTE_LIST),
            named("Tags", "tagSet", "TagSet", shapes::TAG_LIST),
            named("VpcId", "vpcId", "VpcId", TEXT),
            named("OwnerId", "ownerId", "OwnerId", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            associations: members.take(),
            propagating_vgws: members.take(),
            route_table_id: members.take(),
            routes: members.take(),
            tags: members.take(),
            vpc_id: members.take(),
            owner_id: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.associations),
            value(&self.propagating_vgws),
            value(&self.route_table_id),
            value(&self.routes),
            value(&self.tags),
            value(&self.vpc_id),
            value(&self.owner_id),
        ]
    }
}

/// The shape `RouteTableAssociation`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RouteTableAssociation {
    /// `Main`.
    pub main: Option<bool>,
    /// `RouteTableAssociationId`.
    pub route_table_association_id: Option<String>,
    /// `RouteTableId`.
    pub route_table_id: Option<String>,
    /// `SubnetId`.
    pub subnet_id: Option<String>,
    /// `GatewayId`.
    pub gateway_id: Option<String>,
    /// `PublicIpv4Pool`.
    pub public_ipv4_pool: Option<String>,
    /// `AssociationState`.
    pub association_state: Option<RouteTableAssociationState>,
}

impl Shaped for RouteTableAssociation {
    const SHAPE: &'static Structure = &Structure {
        name: "RouteTableAssociation",
        members: &[
            named("Main", "main", "Main", Shape::Boolean),
            named("RouteTableAssociationId", "routeTableAssociationId", "RouteTableAssociationId", TEXT),
            named("RouteTableId", "routeTableId", "RouteTableId", TEXT),
            named("SubnetId", "subnetId", "SubnetId", TEXT),
            named("GatewayId", "gatewayId", "GatewayId", TEXT),
            named("PublicIpv4Pool", "publicIpv4Pool", "PublicIpv4Pool", TEXT),
            named(
                "AssociationState",
                "associationState",
                "AssociationState",
                Shape::Structure(RouteTableAssociationState::SHAPE),
            ),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            main: members.take(),
            route_table_association_id: members.take(),
            route_table_id: members.take(),
            subnet_id: members.take(),
            gateway_id: members.take(),
            public_ipv4_pool: members.take(),
            association_state: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.main),
            value(&self.route_table_association_id),
            value(&self.route_table_id),
            value(&self.subnet_id),
            value(&self.gateway_id),
            value(&self.public_ipv4_pool),
            value(&self.association_state),
        ]
    }
}

/// The shape `RouteTableAssociationState`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RouteTableAssociationState {
    /// `State`, one of [`enums::ROUTE_TABLE_ASSOCIATION_STATE_CODE`].
    pub state: Option<String>,
    /// `StatusMessage`.
    pub status_message: Option<String>,
}

impl Shaped for RouteTableAssociationState {
    const SHAPE: &'static Structure = &Structure {
        name: "RouteTableAssociationState",
        members: &[
            named("State", "state", "State", shapes::ROUTE_TABLE_ASSOCIATION_STATE_CODE),
            named("StatusMessage", "statusMessage", "StatusMessage", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { state: members.take(), status_message: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.state), value(&self.status_message)]
    }
}

/// The shape `SecurityGroup`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SecurityGroup {
    /// `GroupId`.
    pub group_id: Option<String>,
    /// `IpPermissionsEgress`.
    pub ip_permissions_egress: Option<Vec<IpPermission>>,
    /// `Tags`.
    pub tags: Option<Vec<Tag>>,
    /// `VpcId`.
    pub vpc_id: Option<String>,
    /// `SecurityGroupArn`.
    pub security_group_arn: Option<String>,
    /// `OwnerId`.
    pub owner_id: Option<String>,
    /// `GroupName`.
    pub group_name: Option<String>,
    /// `Description`.
    pub description: Option<String>,
    /// `IpPermissions`.
    pub ip_permissions: Option<Vec<IpPermission>>,
}

impl Shaped for SecurityGroup {
    const SHAPE: &'static Structure = &Structure {
        name: "SecurityGroup",
        members: &[
            named("GroupId", "groupId", "GroupId", TEXT),
            named(
                "IpPermissionsEgress",
                "ipPermissionsEgress",
                "IpPermissionsEgress",
                shapes::IP_PERMISSION_LIST,
            ),
            named("Tags", "tagSet", "TagSet", shapes::TAG_LIST),
            named("VpcId", "vpcId", "VpcId", TEXT),
            named("SecurityGroupArn", "securityGroupArn", "SecurityGroupArn", TEXT),
            named("OwnerId", "ownerId", "OwnerId", TEXT),
            named("GroupName", "groupName", "GroupName", TEXT),
            named("Description", "groupDescription", "GroupDescription", TEXT),
            named("IpPermissions", "ipPermissions", "IpPermissions", shapes::IP_PERMISSION_LIST),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            group_id: members.take(),
            ip_permissions_egress: members.take(),
            tags: members.take(),
            vpc_id: members.take(),
            security_group_arn: members.take(),
            owner_id: members.take(),
            group_name: members.take(),
            description: members.take(),
            ip_permissions: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.group_id),
            value(&self.ip_permissions_egress),
            value(&self.tags),
            value(&self.vpc_id),
            value(&self.security_group_arn),
            value(&self.owner_id),
            value(&self.group_name),
            value(&self.description),
            value(&self.ip_permissions),
        ]
    }
}

/// The shape `SecurityGroupIdentifier`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SecurityGroupIdentifier {
    /// `GroupId`.
    pub group_id: Option<String>,
    /// `GroupName`.
    pub group_name: Option<String>,
}

impl Shaped for SecurityGroupIdentifier {
    const SHAPE: &'static Structure = &Structure {
        name: "SecurityGroupIdentifier",
        members: &[
            named("GroupId", "groupId", "GroupId", TEXT),
            named("GroupName", "groupName", "GroupName", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { group_id: members.take(), group_name: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.group_id), value(&self.group_name)]
    }
}

/// The shape `SecurityGroupRule`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SecurityGroupRule {
    /// `SecurityGroupRuleId`.
    pub security_group_rule_id: Option<String>,
    /// `GroupId`.
    pub group_id: Option<String>,
    /// `GroupOwnerId`.
    pub group_owner_id: Option<String>,
    /// `IsEgress`.
    pub is_egress: Option<bool>,
    /// `IpProtocol`.
    pub ip_protocol: Option<String>,
    /// `FromPort`.
    pub from_port: Option<i32>,
    /// `ToPort`.
    pub to_port: Option<i32>,
    /// `CidrIpv4`.
    pub cidr_ipv4: Option<String>,
    /// `CidrIpv6`.
    pub cidr_ipv6: Option<String>,
    /// `PrefixListId`.
    pub prefix_list_id: Option<String>,
    /// `ReferencedGroupInfo`.
    pub referenced_group_info: Option<ReferencedSecurityGroup>,
    /// `Description`.
    pub description: Option<String>,
    /// `Tags`.
    pub tags: Option<Vec<Tag>>,
    /// `SecurityGroupRuleArn`.
    pub security_group_rule_arn: Option<String>,
}

impl Shaped for SecurityGroupRule {
    const SHAPE: &'static Structure = &Structure {
        name: "SecurityGroupRule",
        members: &[
            named("SecurityGroupRuleId", "securityGroupRuleId", "SecurityGroupRuleId", TEXT),
            named("GroupId", "groupId", "GroupId", TEXT),
            named("GroupOwnerId", "groupOwnerId", "GroupOwnerId", TEXT),
            named("IsEgress", "isEgress", "IsEgress", Shape::Boolean),
            named("IpProtocol", "ipProtocol", "IpProtocol", TEXT),
            named("FromPort", "fromPort", "FromPort", INTEGER),
            named("ToPort", "toPort", "ToPort", INTEGER),
            named("CidrIpv4", "cidrIpv4", "CidrIpv4", TEXT),
            named("CidrIpv6", "cidrIpv6", "CidrIpv6", TEXT),
            named("PrefixListId", "prefixListId", "PrefixListId", TEXT),
            named(
                "ReferencedGroupInfo",
                "referencedGroupInfo",
                "ReferencedGroupInfo",
                Shape::Structure(ReferencedSecurityGroup::SHAPE),
            ),
            named("Description", "description", "Description", TEXT),
            named("Tags", "tagSet", "TagSet", shapes::TAG_LIST),
            named("SecurityGroupRuleArn", "securityGroupRuleArn", "SecurityGroupRuleArn", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            security_group_rule_id: members.take(),
            group_id: members.take(),
            group_owner_id: members.take(),
            is_egress: members.take(),
            ip_protocol: members.take(),
            from_port: members.take(),
            to_port: members.take(),
            cidr_ipv4: members.take(),
            cidr_ipv6: members.take(),
            prefix_list_id: members.take(),
            referenced_group_info: members.take(),
            description: members.take(),
            tags: members.take(),
            security_group_rule_arn: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.security_group_rule_id),
            value(&self.group_id),
            value(&self.group_owner_id),
            value(&self.is_egress),
            value(&self.ip_protocol),
            value(&self.from_port),
            value(&self.to_port),
            value(&self.cidr_ipv4),
            value(&self.cidr_ipv6),
            value(&self.prefix_list_id),
            value(&self.referenced_group_info),
            value(&self.description),
            value(&self.tags),
            value(&self.security_group_rule_arn),
        ]
    }
}

/// The shape `SecurityGroupRuleRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SecurityGroupRuleRequest {
    /// `IpProtocol`.
    pub ip_protocol: Option<String>,
    /// `FromPort`.
    pub from_port: Option<i32>,
    /// `ToPort`.
    pub to_port: Option<i32>,
    /// `CidrIpv4`.
    pub cidr_ipv4: Option<String>,
    /// `CidrIpv6`.
    pub cidr_ipv6: Option<String>,
    /// `PrefixListId`.
    pub prefix_list_id: Option<String>,
    /// `ReferencedGroupId`.
    pub referenced_group_id: Option<String>,
    /// `Description`.
    pub description: Option<String>,
}

impl Shaped for SecurityGroupRuleRequest {
    const SHAPE: &'static Structure = &Structure {
        name: "SecurityGroupRuleRequest",
        members: &[
            named("IpProtocol", "IpProtocol", "IpProtocol", TEXT),
            named("FromPort", "FromPort", "FromPort", INTEGER),
            named("ToPort", "ToPort", "ToPort", INTEGER),
            named("CidrIpv4", "CidrIpv4", "CidrIpv4", TEXT),
            named("CidrIpv6", "CidrIpv6", "CidrIpv6", TEXT),
            named("PrefixListId", "PrefixListId", "PrefixListId", TEXT),
            named("ReferencedGroupId", "ReferencedGroupId", "ReferencedGroupId", TEXT),
            named("Description", "Description", "Description", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            ip_protocol: members.take(),
            from_port: members.take(),
            to_port: members.take(),
            cidr_ipv4: members.take(),
            cidr_ipv6: members.take(),
            prefix_list_id: members.take(),
            referenced_group_id: members.take(),
            description: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.ip_protocol),
            value(&self.from_port),
            value(&self.to_port),
            value(&self.cidr_ipv4),
            value(&self.cidr_ipv6),
            value(&self.prefix_list_id),
            value(&self.referenced_group_id),
            value(&self.description),
        ]
    }
}

/// The shape `SecurityGroupRuleUpdate`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SecurityGroupRuleUpdate {
    /// `SecurityGroupRuleId`, required.
    pub security_group_rule_id: Option<String>,
    /// `SecurityGroupRule`.
    pub security_group_rule: Option<SecurityGroupRuleRequest>,
}

impl Shaped for SecurityGroupRuleUpdate {
    const SHAPE: &'static Structure = &Structure {
        name: "SecurityGroupRuleUpdate",
        members: &[
            named("SecurityGroupRuleId", "SecurityGroupRuleId", "SecurityGroupRuleId", TEXT).required(),
            named(
                "SecurityGroupRule",
                "SecurityGroupRule",
                "SecurityGroupRule",
                Shape::Structure(SecurityGroupRuleRequest::SHAPE),
            ),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { security_group_rule_id: members.take(), security_group_rule: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.security_group_rule_id), value(&self.security_group_rule)]
    }
}

/// The shape `ServiceDetail`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ServiceDetail {
    /// `ServiceName`.
    pub service_name: Option<String>,
    /// `ServiceId`.
    pub service_id: Option<String>,
    /// `ServiceType`.
    pub service_type: Option<Vec<ServiceTypeDetail>>,
    /// `ServiceRegion`.
    pub service_region: Option<String>,
    /// `AvailabilityZoneIds`.
    pub availability_zone_ids: Option<Vec<String>>,
    /// `AvailabilityZones`.
    pub availability_zones: Option<Vec<String>>,
    /// `Owner`.
    pub owner: Option<String>,
    /// `BaseEndpointDnsNames`.
    pub base_endpoint_dns_names: Option<Vec<String>>,
    /// `PrivateDnsName`.
    pub private_dns_name: Option<String>,
    /// `PrivateDnsNames`.
    pub private_dns_names: Option<Vec<PrivateDnsDetails>>,
    /// `VpcEndpointPolicySupported`.
    pub vpc_endpoint_policy_supported: Option<bool>,
    /// `AcceptanceRequired`.
    pub acceptance_required: Option<bool>,
    /// `ManagesVpcEndpoints`.
    pub manages_vpc_endpoints: Option<bool>,
    /// `PayerResponsibility`, one of [`enums::PAYER_RESPONSIBILITY`].
    pub payer_responsibility: Option<String>,
    /// `Tags`.
    pub tags: Option<Vec<Tag>>,
    /// `PrivateDnsNameVerificationState`, one of [`enums::DNS_NAME_STATE`].
    pub private_dns_name_verification_state: Option<String>,
    /// `SupportedIpAddressTypes`.
    pub supported_ip_address_types: Option<Vec<String>>,
}

impl Shaped for ServiceDetail {
    const SHAPE: &'static Structure = &Structure {
        name: "ServiceDetail",
        members: &[
            named("ServiceName", "serviceName", "ServiceName", TEXT),
            named("ServiceId", "serviceId", "ServiceId", TEXT),
            named("ServiceType", "serviceType", "ServiceType", shapes::SERVICE_TYPE_DETAIL_SET),
            named("ServiceRegion", "serviceRegion", "ServiceRegion", TEXT),
            named(
                "AvailabilityZoneIds",
                "availabilityZoneIdSet",
                "AvailabilityZoneIdSet",
                shapes::VALUE_STRING_LIST,
            ),
            named(
                "AvailabilityZones",
                "availabilityZoneSet",
                "AvailabilityZoneSet",
                shapes::VALUE_STRING_LIST,
            ),
            named("Owner", "owner", "Owner", TEXT),
            named(
                "BaseEndpointDnsNames",
                "baseEndpointDnsNameSet",
                "BaseEndpointDnsNameSet",
                shapes::VALUE_STRING_LIST,
            ),
            named("PrivateDnsName", "privateDnsName", "PrivateDnsName", TEXT),
            named(
                "PrivateDnsNames",
                "privateDnsNameSet",
                "PrivateDnsNameSet",
                shapes::PRIVATE_DNS_DETAILS_SET,
            ),
            named(
                "VpcEndpointPolicySupported",
                "vpcEndpointPolicySupported",
                "VpcEndpointPolicySupported",
                Shape::Boolean,
            ),
            named("AcceptanceRequired", "acceptanceRequired", "AcceptanceRequired", Shape::Boolean),
            named("ManagesVpcEndpoints", "managesVpcEndpoints", "ManagesVpcEndpoints", Shape::Boolean),
            named(
                "PayerResponsibility",
                "payerResponsibility",
                "PayerResponsibility",
                shapes::PAYER_RESPONSIBILITY,
            ),
            named("Tags", "tagSet", "TagSet", shapes::TAG_LIST),
            named(
                "PrivateDnsNameVerificationState",
                "privateDnsNameVerificationState",
                "PrivateDnsNameVerificationState",
                shapes::DNS_NAME_STATE,
            ),
            named(
                "SupportedIpAddressTypes",
                "supportedIpAddressTypeSet",
                "SupportedIpAddressTypeSet",
                shapes::SUPPORTED_IP_ADDRESS_TYPES,
            ),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            service_name: members.take(),
            service_id: members.take(),
            service_type: members.take(),
            service_region: members.take(),
            availability_zone_ids: members.take(),
            availability_zones: members.take(),
            owner: members.take(),
            base_endpoint_dns_names: members.take(),
            private_dns_name: members.take(),
            private_dns_names: members.take(),
            vpc_endpoint_policy_supported: members.take(),
            acceptance_required: members.take(),
            manages_vpc_endpoints: members.take(),
            payer_responsibility: members.take(),
            tags: members.take(),
            private_dns_name_verification_state: members.take(),
            supported_ip_address_types: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.service_name),
            value(&self.service_id),
            value(&self.service_type),
            value(&self.service_region),
            value(&self.availability_zone_ids),
            value(&self.availability_zones),
            value(&self.owner),
            value(&self.base_endpoint_dns_names),
            value(&self.private_dns_name),
            value(&self.private_dns_names),
            value(&self.vpc_endpoint_policy_supported),
            value(&self.acceptance_required),
            value(&self.manages_vpc_endpoints),
            value(&self.payer_responsibility),
            value(&self.tags),
            value(&self.private_dns_name_verification_state),
            value(&self.supported_ip_address_types),
        ]
    }
}

/// The shape `ServiceTypeDetail`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ServiceTypeDetail {
    /// `ServiceType`, one of [`enums::SERVICE_TYPE`].
    pub service_type: Option<String>,
}

impl Shaped for ServiceTypeDetail {
    const SHAPE: &'static Structure = &Structure {
        name: "ServiceTypeDetail",
        members: &[named("ServiceType", "serviceType", "ServiceType", shapes::SERVICE_TYPE)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { service_type: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.service_type)]
    }
}

/// The shape `Subnet`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Subnet {
    /// `AvailabilityZoneId`.
    pub availability_zone_id: Option<String>,
    /// `EnableLniAtDeviceIndex`.
    pub enable_lni_at_device_index: Option<i32>,
    /// `MapCustomerOwnedIpOnLaunch`.
    pub map_customer_owned_ip_on_launch: Option<bool>,
    /// `CustomerOwnedIpv4Pool`.
    pub customer_owned_ipv4_pool: Option<String>,
    /// `OwnerId`.
    pub owner_id: Option<String>,
    /// `AssignIpv6AddressOnCreation`.
    pub assign_ipv6_address_on_creation: Option<bool>,
    /// `Ipv6CidrBlockAssociationSet`.
    pub ipv6_cidr_block_association_set: Option<Vec<SubnetIpv6CidrBlockAssociation>>,
    /// `Tags`.
    pub tags: Option<Vec<Tag>>,
    /// `SubnetArn`.
    pub subnet_arn: Option<String>,
    /// `OutpostArn`.
    pub outpost_arn: Option<String>,
    /// `EnableDns64`.
    pub enable_dns64: Option<bool>,
    /// `Ipv6Native`.
    pub ipv6_native: Option<bool>,
    /// `PrivateDnsNameOptionsOnLaunch`.
    pub private_dns_name_options_on_launch: Option<PrivateDnsNameOptionsOnLaunch>,
    /// `BlockPublicAccessStates`.
    pub block_public_access_states: Option<BlockPublicAccessStates>,
    /// `Type`.
    pub type_: Option<String>,
    /// `SubnetId`.
    pub subnet_id: Option<String>,
    /// `State`, one of [`enums::SUBNET_STATE`].
    pub state: Option<String>,
    /// `VpcId`.
    pub vpc_id: Option<String>,
    /// `CidrBlock`.
    pub cidr_block: Option<String>,
    /// `AvailableIpAddressCount`.
    pub available_ip_address_count: Option<i32>,
    /// `AvailabilityZone`.
    pub availability_zone: Option<String>,
    /// `DefaultForAz`.
    pub default_for_az: Option<bool>,
    /// `MapPublicIpOnLaunch`.
    pub map_public_ip_on_launch: Option<bool>,
}

impl Shaped for Subnet {
    const SHAPE: &'static Structure = &Structure {
        name: "Subnet",
        members: &[
            named("AvailabilityZoneId", "availabilityZoneId", "AvailabilityZoneId", TEXT),
            named("EnableLniAtDeviceIndex", "enableLniAtDeviceIndex", "EnableLniAtDeviceIndex", INTEGER),
            named(
                "MapCustomerOwnedIpOnLaunch",
                "mapCustomerOwnedIpOnLaunch",
                "MapCustomerOwnedIpOnLaunch",
                Shape::Boolean,
            ),
            named("CustomerOwnedIpv4Pool", "customerOwnedIpv4Pool", "CustomerOwnedIpv4Pool", TEXT),
            named("OwnerId", "ownerId", "OwnerId", TEXT),
            named(
                "AssignIpv6AddressOnCreation",
                "assignIpv6AddressOnCreation",
                "AssignIpv6AddressOnCreation",
                Shape::Boolean,
            ),
            named(
                "Ipv6CidrBlockAssociationSet",
                "ipv6CidrBlockAssociationSet",
                "Ipv6CidrBlockAssociationSet",
                shapes::SUBNET_IPV6_CIDR_BLOCK_ASSOCIATION_SET,
            ),
            named("Tags", "tagSet", "TagSet", shapes::TAG_LIST),
            named("SubnetArn", "subnetArn", "SubnetArn", TEXT),
            named("OutpostArn", "outpostArn", "OutpostArn", TEXT),
            named("EnableDns64", "enableDns64", "EnableDns64", Shape::Boolean),
            named("Ipv6Native", "ipv6Native", "Ipv6Native", Shape::Boolean),
            named(
                "PrivateDnsNameOptionsOnLaunch",
                "privateDnsNameOptionsOnLaunch",
                "PrivateDnsNameOptionsOnLaunch",
                Shape::Structure(PrivateDnsNameOptionsOnLaunch::SHAPE),
            ),
            named(
                "BlockPublicAccessStates",
                "blockPublicAccessStates",
                "BlockPublicAccessStates",
                Shape::Structure(BlockPublicAccessStates::SHAPE),
            ),
            named("Type", "type", "Type", TEXT),
            named("SubnetId", "subnetId", "SubnetId", TEXT),
            named("State", "state", "State", shapes::SUBNET_STATE),
            named("VpcId", "vpcId", "VpcId", TEXT),
            named("CidrBlock", "cidrBlock", "CidrBlock", TEXT),
            named("AvailableIpAddressCount", "availableIpAddressCount", "AvailableIpAddressCount", INTEGER),
            named("AvailabilityZone", "availabilityZone", "AvailabilityZone", TEXT),
            named("DefaultForAz", "defaultForAz", "DefaultForAz", Shape::Boolean),
            named("MapPublicIpOnLaunch", "mapPublicIpOnLaunch", "MapPublicIpOnLaunch", Shape::Boolean),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            availability_zone_id: members.take(),
            enable_lni_at_device_index: members.take(),
            map_customer_owned_ip_on_launch: members.take(),
            customer_owned_ipv4_pool: members.take(),
            owner_id: members.take(),
            assign_ipv6_address_on_creation: members.take(),
            ipv6_cidr_block_association_set: members.take(),
            tags: members.take(),
            subnet_arn: members.take(),
            outpost_arn: members.take(),
            enable_dns64: members.take(),
            ipv6_native: members.take(),
            private_dns_name_options_on_launch: members.take(),
            block_public_access_states: members.take(),
            type_: members.take(),
            subnet_id: members.take(),
            state: members.take(),
            vpc_id: members.take(),
            cidr_block: members.take(),
            available_ip_address_count: members.take(),
            availability_zone: members.take(),
            default_for_az: members.take(),
            map_public_ip_on_launch: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.availability_zone_id),
            value(&self.enable_lni_at_device_index),
            value(&self.map_customer_owned_ip_on_launch),
            value(&self.customer_owned_ipv4_pool),
            value(&self.owner_id),
            value(&self.assign_ipv6_address_on_creation),
            value(&self.ipv6_cidr_block_association_set),
            value(&self.tags),
            value(&self.subnet_arn),
            value(&self.outpost_arn),
            value(&self.enable_dns64),
            value(&self.ipv6_native),
            value(&self.private_dns_name_options_on_launch),
            value(&self.block_public_access_states),
            value(&self.type_),
            value(&self.subnet_id),
            value(&self.state),
            value(&self.vpc_id),
            value(&self.cidr_block),
            value(&self.available_ip_address_count),
            value(&self.availability_zone),
            value(&self.default_for_az),
            value(&self.map_public_ip_on_launch),
        ]
    }
}

/// The shape `SubnetCidrBlockState`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SubnetCidrBlockState {
    /// `State`, one of [`enums::SUBNET_CIDR_BLOCK_STATE_CODE`].
    pub state: Option<String>,
    /// `StatusMessage`.
    pub status_message: Option<String>,
}

impl Shaped for SubnetCidrBlockState {
    const SHAPE: &'static Structure = &Structure {
        name: "SubnetCidrBlockState",
        members: &[
            named("State", "state", "State", shapes::SUBNET_CIDR_BLOCK_STATE_CODE),
            named("StatusMessage", "statusMessage", "StatusMessage", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { state: members.take(), status_message: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.state), value(&self.status_message)]
    }
}

/// The shape `SubnetConfiguration`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SubnetConfiguration {
    /// `SubnetId`.
    pub subnet_id: Option<String>,
    /// `Ipv4`.
    pub ipv4: Option<String>,
    /// `Ipv6`.
    pub ipv6: Option<String>,
}

impl Shaped for SubnetConfiguration {
    const SHAPE: &'static Structure = &Structure {
        name: "SubnetConfiguration",
        members: &[
            named("SubnetId", "SubnetId", "SubnetId", TEXT),
            named("Ipv4", "Ipv4", "Ipv4", TEXT),
            named("Ipv6", "Ipv6", "Ipv6", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { subnet_id: members.take(), ipv4: members.take(), ipv6: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.subnet_id), value(&self.ipv4), value(&self.ipv6)]
    }
}

/// The shape `SubnetIpPrefixes`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SubnetIpPrefixes {
    /// `SubnetId`.
    pub subnet_id: Option<String>,
    /// `IpPrefixes`.
    pub ip_prefixes: Option<Vec<String>>,
}

impl Shaped for SubnetIpPrefixes {
    const SHAPE: &'static Structure = &Structure {
        name: "SubnetIpPrefixes",
        members: &[
            named("SubnetId", "subnetId", "SubnetId", TEXT),
            named("IpPrefixes", "ipPrefixSet", "IpPrefixSet", shapes::VALUE_STRING_LIST),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { subnet_id: members.take(), ip_prefixes: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.subnet_id), value(&self.ip_prefixes)]
    }
}

/// The shape `SubnetIpv6CidrBlockAssociation`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SubnetIpv6CidrBlockAssociation {
    /// `AssociationId`.
    pub association_id: Option<String>,
    /// `Ipv6CidrBlock`.
    pub ipv6_cidr_block: Option<String>,
    /// `Ipv6CidrBlockState`.
    pub ipv6_cidr_block_state: Option<SubnetCidrBlockState>,
    /// `Ipv6AddressAttribute`, one of [`enums::IPV6_ADDRESS_ATTRIBUTE`].
    pub ipv6_address_attribute: Option<String>,
    /// `IpSource`, one of [`enums::IP_SOURCE`].
    pub ip_source: Option<String>,
}

impl Shaped for SubnetIpv6CidrBlockAssociation {
    const SHAPE: &'static Structure = &Structure {
        name: "SubnetIpv6CidrBlockAssociation",
        members: &[
            named("AssociationId", "associationId", "AssociationId", TEXT),
            named("Ipv6CidrBlock", "ipv6CidrBlock", "Ipv6CidrBlock", TEXT),
            named(
                "Ipv6CidrBlockState",
                "ipv6CidrBlockState",
                "Ipv6CidrBlockState",
                Shape::Structure(SubnetCidrBlockState::SHAPE),
            ),
            named(
                "Ipv6AddressAttribute",
                "ipv6AddressAttribute",
                "Ipv6AddressAttribute",
                shapes::IPV6_ADDRESS_ATTRIBUTE,
            ),
            named("IpSource", "ipSource", "IpSource", shapes::IP_SOURCE),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            association_id: members.take(),
            ipv6_cidr_block: members.take(),
            ipv6_cidr_block_state: members.take(),
            ipv6_address_attribute: members.take(),
            ip_source: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.association_id),
            value(&self.ipv6_cidr_block),
            value(&self.ipv6_cidr_block_state),
            value(&self.ipv6_address_attribute),
            value(&self.ip_source),
        ]
    }
}

/// The shape `Tag`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tag {
    /// `Key`.
    pub key: Option<String>,
    /// `Value`.
    pub value: Option<String>,
}

impl Shaped for Tag {
    const SHAPE: &'static Structure = &Structure {
        name: "Tag",
        members: &[named("Key", "key", "Key", TEXT), named("Value", "value", "Value", TEXT)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { key: members.take(), value: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.key), value(&self.value)]
    }
}

/// The shape `TagDescription`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagDescription {
    /// `Key`.
    pub key: Option<String>,
    /// `ResourceId`.
    pub resource_id: Option<String>,
    /// `ResourceType`, one of [`enums::RESOURCE_TYPE`].
    pub resource_type: Option<String>,
    /// `Value`.
    pub value: Option<String>,
}

impl Shaped for TagDescription {
    const SHAPE: &'static Structure = &Structure {
        name: "TagDescription",
        members: &[
            named("Key", "key", "Key", TEXT),
            named("ResourceId", "resourceId", "ResourceId", TEXT),
            named("ResourceType", "resourceType", "ResourceType", shapes::RESOURCE_TYPE),
            named("Value", "value", "Value", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            key: members.take(),
            resource_id: members.take(),
            resource_type: members.take(),
            value: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.key), value(&self.resource_id), value(&self.resource_type), value(&self.value)]
    }
}

/// The shape `TagSpecification`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagSpecification {
    /// `ResourceType`, one of [`enums::RESOURCE_TYPE`].
    pub resource_type: Option<String>,
    /// `Tags`.
    pub tags: Option<Vec<Tag>>,
}

impl Shaped for TagSpecification {
    const SHAPE: &'static Structure = &Structure {
        name: "TagSpecification",
        members: &[
            named("ResourceType", "resourceType", "ResourceType", shapes::RESOURCE_TYPE),
            named("Tags", "Tag", "Tag", shapes::TAG_LIST),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { resource_type: members.take(), tags: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.resource_type), value(&self.tags)]
    }
}

/// The shape `UnsuccessfulItem`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnsuccessfulItem {
    /// `Error`.
    pub error: Option<UnsuccessfulItemError>,
    /// `ResourceId`.
    pub resource_id: Option<String>,
}

impl Shaped for UnsuccessfulItem {
    const SHAPE: &'static Structure = &Structure {
        name: "UnsuccessfulItem",
        members: &[
            named("Error", "error", "Error", Shape::Structure(UnsuccessfulItemError::SHAPE)),
            named("ResourceId", "resourceId", "ResourceId", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { error: members.take(), resource_id: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.error), value(&self.resource_id)]
    }
}

/// The shape `UnsuccessfulItemError`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnsuccessfulItemError {
    /// `Code`.
    pub code: Option<String>,
    /// `Message`.
    pub message: Option<String>,
}

impl Shaped for UnsuccessfulItemError {
    const SHAPE: &'static Structure = &Structure {
        name: "UnsuccessfulItemError",
        members: &[named("Code", "code", "Code", TEXT), named("Message", "message", "Message", TEXT)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { code: members.take(), message: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.code), value(&self.message)]
    }
}

/// The shape `UserIdGroupPair`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UserIdGroupPair {
    /// `Description`.
    pub description: Option<String>,
    /// `UserId`.
    pub user_id: Option<String>,
    /// `GroupName`.
    pub group_name: Option<String>,
    /// `GroupId`.
    pub group_id: Option<String>,
    /// `VpcId`.
    pub vpc_id: Option<String>,
    /// `VpcPeeringConnectionId`.
    pub vpc_peering_connection_id: Option<String>,
    /// `PeeringStatus`.
    pub peering_status: Option<String>,
}

impl Shaped for UserIdGroupPair {
    const SHAPE: &'static Structure = &Structure {
        name: "UserIdGroupPair",
        members: &[
            named("Description", "description", "Description", TEXT),
            named("UserId", "userId", "UserId", TEXT),
            named("GroupName", "groupName", "GroupName", TEXT),
            named("GroupId", "groupId", "GroupId", TEXT),
            named("VpcId", "vpcId", "VpcId", TEXT),
            named("VpcPeeringConnectionId", "vpcPeeringConnectionId", "VpcPeeringConnectionId", TEXT),
            named("PeeringStatus", "peeringStatus", "PeeringStatus", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            description: members.take(),
            user_id: members.take(),
            group_name: members.take(),
            group_id: members.take(),
            vpc_id: members.take(),
            vpc_peering_connection_id: members.take(),
            peering_status: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.description),
            value(&self.user_id),
            value(&self.group_name),
            value(&self.group_id),
            value(&self.vpc_id),
            value(&self.vpc_peering_connection_id),
            value(&self.peering_status),
        ]
    }
}

/// The shape `Vpc`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vpc {
    /// `OwnerId`.
    pub owner_id: Option<String>,
    /// `InstanceTenancy`, one of [`enums::TENANCY`].
    pub instance_tenancy: Option<String>,
    /// `Ipv6CidrBlockAssociationSet`.
    pub ipv6_cidr_block_association_set: Option<Vec<VpcIpv6CidrBlockAssociation>>,
    /// `CidrBlockAssociationSet`.
    pub cidr_block_association_set: Option<Vec<VpcCidrBlockAssociation>>,
    /// `IsDefault`.
    pub is_default: Option<bool>,
    /// `EncryptionControl`.
    pub encryption_control: Option<VpcEncryptionControl>,
    /// `Tags`.
    pub tags: Option<Vec<Tag>>,
    /// `BlockPublicAccessStates`.
    pub block_public_access_states: Option<BlockPublicAccessStates>,
    /// `VpcId`.
    pub vpc_id: Option<String>,
    /// `State`, one of [`enums::VPC_STATE`].
    pub state: Option<String>,
    /// `CidrBlock`.
    pub cidr_block: Option<String>,
    /// `DhcpOptionsId`.
    pub dhcp_options_id: Option<String>,
}

impl Shaped for Vpc {
    const SHAPE: &'static Structure = &Structure {
        name: "Vpc",
        members: &[
            named("OwnerId", "ownerId", "OwnerId", TEXT),
            named("InstanceTenancy", "instanceTenancy", "InstanceTenancy", shapes::TENANCY),
            named(
                "Ipv6CidrBlockAssociationSet",
                "ipv6CidrBlockAssociationSet",
                "Ipv6CidrBlockAssociationSet",
                shapes::VPC_IPV6_CIDR_BLOCK_ASSOCIATION_SET,
            ),
            named(
                "CidrBlockAssociationSet",
                "cidrBlockAssociationSet",
                "CidrBlockAssociationSet",
                shapes::VPC_CIDR_BLOCK_ASSOCIATION_SET,
            ),
            named("IsDefault", "isDefault", "IsDefault", Shape::Boolean),
            named(
                "EncryptionControl",
                "encryptionControl",
                "EncryptionControl",
                Shape::Structure(VpcEncryptionControl::SHAPE),
            ),
            named("Tags", "tagSet", "TagSet", shapes::TAG_LIST),
            named(
                "BlockPublicAccessStates",
                "blockPublicAccessStates",
                "BlockPublicAccessStates",
                Shape::Structure(BlockPublicAccessStates::SHAPE),
            ),
            named("VpcId", "vpcId", "VpcId", TEXT),
            named("State", "state", "State", shapes::VPC_STATE),
            named("CidrBlock", "cidrBlock", "CidrBlock", TEXT),
            named("DhcpOptionsId", "dhcpOptionsId", "DhcpOptionsId", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            owner_id: members.take(),
            instance_tenancy: members.take(),
            ipv6_cidr_block_association_set: members.take(),
            cidr_block_association_set: members.take(),
            is_default: members.take(),
            encryption_control: members.take(),
            tags: members.take(),
            block_public_access_states: members.take(),
            vpc_id: members.take(),
            state: members.take(),
            cidr_block: members.take(),
            dhcp_options_id: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.owner_id),
            value(&self.instance_tenancy),
            value(&self.ipv6_cidr_block_association_set),
            value(&self.cidr_block_association_set),
            value(&self.is_default),
            value(&self.encryption_control),
            value(&self.tags),
            value(&self.block_public_access_states),
            value(&self.vpc_id),
            value(&self.state),
            value(&self.cidr_block),
            value(&self.dhcp_options_id),
        ]
    }
}

/// The shape `VpcAttachment`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpcAttachment {
    /// `VpcId`.
    pub vpc_id: Option<String>,
    /// `State`, one of [`enums::ATTACHMENT_STATUS`].
    pub state: Option<String>,
}

impl Shaped for VpcAttachment {
    const SHAPE: &'static Structure = &Structure {
        name: "VpcAttachment",
        members: &[
            named("VpcId", "vpcId", "VpcId", TEXT),
            named("State", "state", "State", shapes::ATTACHMENT_STATUS),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { vpc_id: members.take(), state: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.vpc_id), value(&self.state)]
    }
}

/// The shape `VpcCidrBlockAssociation`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpcCidrBlockAssociation {
    /// `AssociationId`.
    pub association_id: Option<String>,
    /// `CidrBlock`.
    pub cidr_block: Option<String>,
    /// `CidrBlockState`.
    pub cidr_block_state: Option<VpcCidrBlockState>,
}

impl Shaped for VpcCidrBlockAssociation {
    const SHAPE: &'static Structure = &Structure {
        name: "VpcCidrBlockAssociation",
        members: &[
            named("AssociationId", "associationId", "AssociationId", TEXT),
            named("CidrBlock", "cidrBlock", "CidrBlock", TEXT),
            named(
                "CidrBlockState",
                "cidrBlockState",
                "CidrBlockState",
                Shape::Structure(VpcCidrBlockState::SHAPE),
            ),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { association_id: members.take(), cidr_block: members.take(), cidr_block_state: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.association_id), value(&self.cidr_block), value(&self.cidr_block_state)]
    }
}

/// The shape `VpcCidrBlockState`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpcCidrBlockState {
    /// `State`, one of [`enums::VPC_CIDR_BLOCK_STATE_CODE`].
    pub state: Option<String>,
    /// `StatusMessage`.
    pub status_message: Option<String>,
}

impl Shaped for VpcCidrBlockState {
    const SHAPE: &'static Structure = &Structure {
        name: "VpcCidrBlockState",
        members: &[
            named("State", "state", "State", shapes::VPC_CIDR_BLOCK_STATE_CODE),
            named("StatusMessage", "statusMessage", "StatusMessage", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { state: members.take(), status_message: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.state), value(&self.status_message)]
    }
}

/// The shape `VpcEncryptionControl`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpcEncryptionControl {
    /// `VpcId`.
    pub vpc_id: Option<String>,
    /// `VpcEncryptionControlId`.
    pub vpc_encryption_control_id: Option<String>,
    /// `Mode`, one of [`enums::VPC_ENCRYPTION_CONTROL_MODE`].
    pub mode: Option<String>,
    /// `State`, one of [`enums::VPC_ENCRYPTION_CONTROL_STATE`].
    pub state: Option<String>,
    /// `StateMessage`.
    pub state_message: Option<String>,
    /// `ResourceExclusions`.
    pub resource_exclusions: Option<VpcEncryptionControlExclusions>,
    /// `Tags`.
    pub tags: Option<Vec<Tag>>,
}

impl Shaped for VpcEncryptionControl {
    const SHAPE: &'static Structure = &Structure {
        name: "VpcEncryptionControl",
        members: &[
            named("VpcId", "vpcId", "VpcId", TEXT),
            named("VpcEncryptionControlId", "vpcEncryptionControlId", "VpcEncryptionControlId", TEXT),
            named("Mode", "mode", "Mode", shapes::VPC_ENCRYPTION_CONTROL_MODE),
            named("State", "state", "State", shapes::VPC_ENCRYPTION_CONTROL_STATE),
            named("StateMessage", "stateMessage", "StateMessage", TEXT),
            named(
                "ResourceExclusions",
                "resourceExclusions",
                "ResourceExclusions",
                Shape::Structure(VpcEncryptionControlExclusions::SHAPE),
            ),
            named("Tags", "tagSet", "TagSet", shapes::TAG_LIST),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            vpc_id: members.take(),
            vpc_encryption_control_id: members.take(),
            mode: members.take(),
            state: members.take(),
            state_message: members.take(),
            resource_exclusions: members.take(),
            tags: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.vpc_id),
            value(&self.vpc_encryption_control_id),
            value(&self.mode),
            value(&self.state),
            value(&self.state_message),
            value(&self.resource_exclusions),
            value(&self.tags),
        ]
    }
}

/// The shape `VpcEncryptionControlConfiguration`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpcEncryptionControlConfiguration {
    /// `Mode`, one of [`enums::VPC_ENCRYPTION_CONTROL_MODE`], required.
    pub mode: Option<String>,
    /// `InternetGatewayExclusion`, one of [`enums::VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE_INPUT`].
    pub internet_gateway_exclusion: Option<String>,
    /// `EgressOnlyInternetGatewayExclusion`, one of [`enums::VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE_INPUT`].
    pub egress_only_internet_gateway_exclusion: Option<String>,
    /// `NatGatewayExclusion`, one of [`enums::VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE_INPUT`].
    pub nat_gateway_exclusion: Option<String>,
    /// `VirtualPrivateGatewayExclusion`, one of [`enums::VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE_INPUT`].
    pub virtual_private_gateway_exclusion: Option<String>,
    /// `VpcPeeringExclusion`, one of [`enums::VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE_INPUT`].
    pub vpc_peering_exclusion: Option<String>,
    /// `LambdaExclusion`, one of [`enums::VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE_INPUT`].
    pub lambda_exclusion: Option<String>,
    /// `VpcLatticeExclusion`, one of [`enums::VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE_INPUT`].
    pub vpc_lattice_exclusion: Option<String>,
    /// `ElasticFileSystemExclusion`, one of [`enums::VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE_INPUT`].
    pub elastic_file_system_exclusion: Option<String>,
    /// `GlobalAcceleratorExclusion`, one of [`enums::VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE_INPUT`].
    pub global_accelerator_exclusion: Option<String>,
    /// `ApiGatewayV2Exclusion`, one of [`enums::VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE_INPUT`].
    pub api_gateway_v2_exclusion: Option<String>,
}

impl Shaped for VpcEncryptionControlConfiguration {
    const SHAPE: &'static Structure = &Structure {
        name: "VpcEncryptionControlConfiguration",
        members: &[
            named("Mode", "Mode", "Mode", shapes::VPC_ENCRYPTION_CONTROL_MODE).required(),
            named(
                "InternetGatewayExclusion",
                "InternetGatewayExclusion",
                "InternetGatewayExclusion",
                shapes::VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE_INPUT,
            ),
            named(
                "EgressOnlyInternetGatewayExclusion",
                "EgressOnlyInternetGatewayExclusion",
                "EgressOnlyInternetGatewayExclusion",
                shapes::VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE_INPUT,
            ),
            named(
                "NatGatewayExclusion",
                "NatGatewayExclusion",
                "NatGatewayExclusion",
                shapes::VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE_INPUT,
            ),
            named(
                "VirtualPrivateGatewayExclusion",
                "VirtualPrivateGatewayExclusion",
                "VirtualPrivateGatewayExclusion",
                shapes::VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE_INPUT,
            ),
            named(
                "VpcPeeringExclusion",
                "VpcPeeringExclusion",
                "VpcPeeringExclusion",
                shapes::VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE_INPUT,
            ),
            named(
                "LambdaExclusion",
                "LambdaExclusion",
                "LambdaExclusion",
                shapes::VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE_INPUT,
            ),
            named(
                "VpcLatticeExclusion",
                "VpcLatticeExclusion",
                "VpcLatticeExclusion",
                shapes::VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE_INPUT,
            ),
            named(
                "ElasticFileSystemExclusion",
                "ElasticFileSystemExclusion",
                "ElasticFileSystemExclusion",
                shapes::VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE_INPUT,
            ),
            named(
                "GlobalAcceleratorExclusion",
                "GlobalAcceleratorExclusion",
                "GlobalAcceleratorExclusion",
                shapes::VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE_INPUT,
            ),
            named(
                "ApiGatewayV2Exclusion",
                "ApiGatewayV2Exclusion",
                "ApiGatewayV2Exclusion",
                shapes::VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE_INPUT,
            ),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            mode: members.take(),
            internet_gateway_exclusion: members.take(),
            egress_only_internet_gateway_exclusion: members.take(),
            nat_gateway_exclusion: members.take(),
            virtual_private_gateway_exclusion: members.take(),
            vpc_peering_exclusion: members.take(),
            lambda_exclusion: members.take(),
            vpc_lattice_exclusion: members.take(),
            elastic_file_system_exclusion: members.take(),
            global_accelerator_exclusion: members.take(),
            api_gateway_v2_exclusion: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.mode),
            value(&self.internet_gateway_exclusion),
            value(&self.egress_only_internet_gateway_exclusion),
            value(&self.nat_gateway_exclusion),
            value(&self.virtual_private_gateway_exclusion),
            value(&self.vpc_peering_exclusion),
            value(&self.lambda_exclusion),
            value(&self.vpc_lattice_exclusion),
            value(&self.elastic_file_system_exclusion),
            value(&self.global_accelerator_exclusion),
            value(&self.api_gateway_v2_exclusion),
        ]
    }
}

/// The shape `VpcEncryptionControlExclusion`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpcEncryptionControlExclusion {
    /// `State`, one of [`enums::VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE`].
    pub state: Option<String>,
    /// `StateMessage`.
    pub state_message: Option<String>,
}

impl Shaped for VpcEncryptionControlExclusion {
    const SHAPE: &'static Structure = &Structure {
        name: "VpcEncryptionControlExclusion",
        members: &[
            named("State", "state", "State", shapes::VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE),
            named("StateMessage", "stateMessage", "StateMessage", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { state: members.take(), state_message: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.state), value(&self.state_message)]
    }
}

/// The shape `VpcEncryptionControlExclusions`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpcEncryptionControlExclusions {
    /// `InternetGateway`.
    pub internet_gateway: Option<VpcEncryptionControlExclusion>,
    /// `EgressOnlyInternetGateway`.
    pub egress_only_internet_gateway: Option<VpcEncryptionControlExclusion>,
    /// `NatGateway`.
    pub nat_gateway: Option<VpcEncryptionControlExclusion>,
    /// `VirtualPrivateGateway`.
    pub virtual_private_gateway: Option<VpcEncryptionControlExclusion>,
    /// `VpcPeering`.
    pub vpc_peering: Option<VpcEncryptionControlExclusion>,
    /// `Lambda`.
    pub lambda: Option<VpcEncryptionControlExclusion>,
    /// `VpcLattice`.
    pub vpc_lattice: Option<VpcEncryptionControlExclusion>,
    /// `ElasticFileSystem`.
    pub elastic_file_system: Option<VpcEncryptionControlExclusion>,
    /// `GlobalAccelerator`.
    pub global_accelerator: Option<VpcEncryptionControlExclusion>,
    /// `ApiGatewayV2`.
    pub api_gateway_v2: Option<VpcEncryptionControlExclusion>,
}

impl Shaped for VpcEncryptionControlExclusions {
    const SHAPE: &'static Structure = &Structure {
        name: "VpcEncryptionControlExclusions",
        members: &[
            named(
                "InternetGateway",
                "internetGateway",
                "InternetGateway",
                Shape::Structure(VpcEncryptionControlExclusion::SHAPE),
            ),
            named(
                "EgressOnlyInternetGateway",
                "egressOnlyInternetGateway",
                "EgressOnlyInternetGateway",
                Shape::Structure(VpcEncryptionControlExclusion::SHAPE),
            ),
            named(
                "NatGateway",
                "natGateway",
                "NatGateway",
                Shape::Structure(VpcEncryptionControlExclusion::SHAPE),
            ),
            named(
                "VirtualPrivateGateway",
                "virtualPrivateGateway",
                "VirtualPrivateGateway",
                Shape::Structure(VpcEncryptionControlExclusion::SHAPE),
            ),
            named(
                "VpcPeering",
                "vpcPeering",
                "VpcPeering",
                Shape::Structure(VpcEncryptionControlExclusion::SHAPE),
            ),
            named("Lambda", "lambda", "Lambda", Shape::Structure(VpcEncryptionControlExclusion::SHAPE)),
            named(
                "VpcLattice",
                "vpcLattice",
                "VpcLattice",
                Shape::Structure(VpcEncryptionControlExclusion::SHAPE),
            ),
            named(
                "ElasticFileSystem",
                "elasticFileSystem",
                "ElasticFileSystem",
                Shape::Structure(VpcEncryptionControlExclusion::SHAPE),
            ),
            named(
                "GlobalAccelerator",
                "globalAccelerator",
                "GlobalAccelerator",
                Shape::Structure(VpcEncryptionControlExclusion::SHAPE),
            ),
            named(
                "ApiGatewayV2",
                "apiGatewayV2",
                "ApiGatewayV2",
                Shape::Structure(VpcEncryptionControlExclusion::SHAPE),
            ),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            internet_gateway: members.take(),
            egress_only_internet_gateway: members.take(),
            nat_gateway: members.take(),
            virtual_private_gateway: members.take(),
            vpc_peering: members.take(),
            lambda: members.take(),
            vpc_lattice: members.take(),
            elastic_file_system: members.take(),
            global_accelerator: members.take(),
            api_gateway_v2: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.internet_gateway),
            value(&self.egress_only_internet_gateway),
            value(&self.nat_gateway),
            value(&self.virtual_private_gateway),
            value(&self.vpc_peering),
            value(&self.lambda),
            value(&self.vpc_lattice),
            value(&self.elastic_file_system),
            value(&self.global_accelerator),
            value(&self.api_gateway_v2),
        ]
    }
}

/// The shape `VpcEndpoint`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpcEndpoint {
    /// `VpcEndpointId`.
    pub vpc_endpoint_id: Option<String>,
    /// `VpcEndpointType`, one of [`enums::VPC_ENDPOINT_TYPE`].
    pub vpc_endpoint_type: Option<String>,
    /// `VpcId`.
    pub vpc_id: Option<String>,
    /// `ServiceName`.
    pub service_name: Option<String>,
    /// `State`, one of [`enums::STATE`].
    pub state: Option<String>,
    /// `PolicyDocument`.
    pub policy_document: Option<String>,
    /// `RouteTableIds`.
    pub route_table_ids: Option<Vec<String>>,
    /// `SubnetIds`.
    pub subnet_ids: Option<Vec<String>>,
    /// `Groups`.
    pub groups: Option<Vec<SecurityGroupIdentifier>>,
    /// `IpAddressType`, one of [`enums::IP_ADDRESS_TYPE`].
    pub ip_address_type: Option<String>,
    /// `DnsOptions`.
    pub dns_options: Option<DnsOptions>,
    /// `PrivateDnsEnabled`.
    pub private_dns_enabled: Option<bool>,
    /// `RequesterManaged`.
    pub requester_managed: Option<bool>,
    /// `NetworkInterfaceIds`.
    pub network_interface_ids: Option<Vec<String>>,
    /// `DnsEntries`.
    pub dns_entries: Option<Vec<DnsEntry>>,
    /// `CreationTimestamp`.
    pub creation_timestamp: Option<Timestamp>,
    /// `Tags`.
    pub tags: Option<Vec<Tag>>,
    /// `OwnerId`.
    pub owner_id: Option<String>,
    /// `LastError`.
    pub last_error: Option<LastError>,
    /// `Ipv4Prefixes`.
    pub ipv4_prefixes: Option<Vec<SubnetIpPrefixes>>,
    /// `Ipv6Prefixes`.
    pub ipv6_prefixes: Option<Vec<SubnetIpPrefixes>>,
    /// `FailureReason`.
    pub failure_reason: Option<String>,
    /// `ServiceNetworkArn`.
    pub service_network_arn: Option<String>,
    /// `ResourceConfigurationArn`.
    pub resource_configuration_arn: Option<String>,
    /// `ServiceRegion`.
    pub service_region: Option<String>,
    /// `PayerResponsibilities`.
    pub payer_responsibilities: Option<Vec<PayerResponsibilityEntry>>,
}

impl Shaped for VpcEndpoint {
    const SHAPE: &'static Structure = &Structure {
        name: "VpcEndpoint",
        members: &[
            named("VpcEndpointId", "vpcEndpointId", "VpcEndpointId", TEXT),
            named("VpcEndpointType", "vpcEndpointType", "VpcEndpointType", shapes::VPC_ENDPOINT_TYPE),
            named("VpcId", "vpcId", "VpcId", TEXT),
            named("ServiceName", "serviceName", "ServiceName", TEXT),
            named("State", "state", "State", shapes::STATE),
            named("PolicyDocument", "policyDocument", "PolicyDocument", TEXT),
            named("RouteTableIds", "routeTableIdSet", "RouteTableIdSet", shapes::VALUE_STRING_LIST),
            named("SubnetIds", "subnetIdSet", "SubnetIdSet", shapes::VALUE_STRING_LIST),
            named("Groups", "groupSet", "GroupSet", shapes::GROUP_IDENTIFIER_SET),
            named("IpAddressType", "ipAddressType", "IpAddressType", shapes::IP_ADDRESS_TYPE),
            named("DnsOptions", "dnsOptions", "DnsOptions", Shape::Structure(DnsOptions::SHAPE)),
            named("PrivateDnsEnabled", "privateDnsEnabled", "PrivateDnsEnabled", Shape::Boolean),
            named("RequesterManaged", "requesterManaged", "RequesterManaged", Shape::Boolean),
            named(
                "NetworkInterfaceIds",
                "networkInterfaceIdSet",
                "NetworkInterfaceIdSet",
                shapes::VALUE_STRING_LIST,
            ),
            named("DnsEntries", "dnsEntrySet", "DnsEntrySet", shapes::DNS_ENTRY_SET),
            named("CreationTimestamp", "creationTimestamp", "CreationTimestamp", Shape::Timestamp),
            named("Tags", "tagSet", "TagSet", shapes::TAG_LIST),
            named("OwnerId", "ownerId", "OwnerId", TEXT),
            named("LastError", "lastError", "LastError", Shape::Structure(LastError::SHAPE)),
            named("Ipv4Prefixes", "ipv4PrefixSet", "Ipv4PrefixSet", shapes::SUBNET_IP_PREFIXES_LIST),
            named("Ipv6Prefixes", "ipv6PrefixSet", "Ipv6PrefixSet", shapes::SUBNET_IP_PREFIXES_LIST),
            named("FailureReason", "failureReason", "FailureReason", TEXT),
            named("ServiceNetworkArn", "serviceNetworkArn", "ServiceNetworkArn", TEXT),
            named("ResourceConfigurationArn", "resourceConfigurationArn", "ResourceConfigurationArn", TEXT),
            named("ServiceRegion", "serviceRegion", "ServiceRegion", TEXT),
            named(
                "PayerResponsibilities",
                "payerResponsibilitySet",
                "PayerResponsibilitySet",
                shapes::PAYER_RESPONSIBILITY_SET,
            ),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            vpc_endpoint_id: members.take(),
            vpc_endpoint_type: members.take(),
            vpc_id: members.take(),
            service_name: members.take(),
            state: members.take(),
            policy_document: members.take(),
            route_table_ids: members.take(),
            subnet_ids: members.take(),
            groups: members.take(),
            ip_address_type: members.take(),
            dns_options: members.take(),
            private_dns_enabled: members.take(),
            requester_managed: members.take(),
            network_interface_ids: members.take(),
            dns_entries: members.take(),
            creation_timestamp: members.take(),
            tags: members.take(),
            owner_id: members.take(),
            last_error: members.take(),
            ipv4_prefixes: members.take(),
            ipv6_prefixes: members.take(),
            failure_reason: members.take(),
            service_network_arn: members.take(),
            resource_configuration_arn: members.take(),
            service_region: members.take(),
            payer_responsibilities: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.vpc_endpoint_id),
            value(&self.vpc_endpoint_type),
            value(&self.vpc_id),
            value(&self.service_name),
            value(&self.state),
            value(&self.policy_document),
            value(&self.route_table_ids),
            value(&self.subnet_ids),
            value(&self.groups),
            value(&self.ip_address_type),
            value(&self.dns_options),
            value(&self.private_dns_enabled),
            value(&self.requester_managed),
            value(&self.network_interface_ids),
            value(&self.dns_entries),
            value(&self.creation_timestamp),
            value(&self.tags),
            value(&self.owner_id),
            value(&self.last_error),
            value(&self.ipv4_prefixes),
            value(&self.ipv6_prefixes),
            value(&self.failure_reason),
            value(&self.service_network_arn),
            value(&self.resource_configuration_arn),
            value(&self.service_region),
            value(&self.payer_responsibilities),
        ]
    }
}

/// The shape `VpcIpv6CidrBlockAssociation`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpcIpv6CidrBlockAssociation {
    /// `AssociationId`.
    pub association_id: Option<String>,
    /// `Ipv6CidrBlock`.
    pub ipv6_cidr_block: Option<String>,
    /// `Ipv6CidrBlockState`.
    pub ipv6_cidr_block_state: Option<VpcCidrBlockState>,
    /// `NetworkBorderGroup`.
    pub network_border_group: Option<String>,
    /// `Ipv6Pool`.
    pub ipv6_pool: Option<String>,
    /// `Ipv6AddressAttribute`, one of [`enums::IPV6_ADDRESS_ATTRIBUTE`].
    pub ipv6_address_attribute: Option<String>,
    /// `IpSource`, one of [`enums::IP_SOURCE`].
    pub ip_source: Option<String>,
}

impl Shaped for VpcIpv6CidrBlockAssociation {
    const SHAPE: &'static Structure = &Structure {
        name: "VpcIpv6CidrBlockAssociation",
        members: &[
            named("AssociationId", "associationId", "AssociationId", TEXT),
            named("Ipv6CidrBlock", "ipv6CidrBlock", "Ipv6CidrBlock", TEXT),
            named(
                "Ipv6CidrBlockState",
                "ipv6CidrBlockState",
                "Ipv6CidrBlockState",
                Shape::Structure(VpcCidrBlockState::SHAPE),
            ),
            named("NetworkBorderGroup", "networkBorderGroup", "NetworkBorderGroup", TEXT),
            named("Ipv6Pool", "ipv6Pool", "Ipv6Pool", TEXT),
            named(
                "Ipv6AddressAttribute",
                "ipv6AddressAttribute",
                "Ipv6AddressAttribute",
                shapes::IPV6_ADDRESS_ATTRIBUTE,
            ),
            named("IpSource", "ipSource", "IpSource", shapes::IP_SOURCE),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            association_id: members.take(),
            ipv6_cidr_block: members.take(),
            ipv6_cidr_block_state: members.take(),
            network_border_group: members.take(),
            ipv6_pool: members.take(),
            ipv6_address_attribute: members.take(),
            ip_source: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.association_id),
            value(&self.ipv6_cidr_block),
            value(&self.ipv6_cidr_block_state),
            value(&self.network_border_group),
            value(&self.ipv6_pool),
            value(&self.ipv6_address_attribute),
            value(&self.ip_source),
        ]
    }
}

/// The shape `VpnGateway`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpnGateway {
    /// `AmazonSideAsn`.
    pub amazon_side_asn: Option<i64>,
    /// `Tags`.
    pub tags: Option<Vec<Tag>>,
    /// `VpnGatewayId`.
    pub vpn_gateway_id: Option<String>,
    /// `State`, one of [`enums::VPN_STATE`].
    pub state: Option<String>,
    /// `Type`, one of [`enums::GATEWAY_TYPE`].
    pub type_: Option<String>,
    /// `AvailabilityZone`.
    pub availability_zone: Option<String>,
    /// `VpcAttachments`.
    pub vpc_attachments: Option<Vec<VpcAttachment>>,
}

impl Shaped for VpnGateway {
    const SHAPE: &'static Structure = &Structure {
        name: "VpnGateway",
        members: &[
            named("AmazonSideAsn", "amazonSideAsn", "AmazonSideAsn", LONG),
            named("Tags", "tagSet", "TagSet", shapes::TAG_LIST),
            named("VpnGatewayId", "vpnGatewayId", "VpnGatewayId", TEXT),
            named("State", "state", "State", shapes::VPN_STATE),
            named("Type", "type", "Type", shapes::GATEWAY_TYPE),
            named("AvailabilityZone", "availabilityZone", "AvailabilityZone", TEXT),
            named("VpcAttachments", "attachments", "Attachments", shapes::VPC_ATTACHMENT_LIST),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            amazon_side_asn: members.take(),
            tags: members.take(),
            vpn_gateway_id: members.take(),
            state: members.take(),
            type_: members.take(),
            availability_zone: members.take(),
            vpc_attachments: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.amazon_side_asn),
            value(&self.tags),
            value(&self.vpn_gateway_id),
            value(&self.state),
            value(&self.type_),
            value(&self.availability_zone),
            value(&self.vpc_attachments),
        ]
    }
}

/// The shape `CreateTagsOutput`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateTagsOutput {}

impl Shaped for CreateTagsOutput {
    const SHAPE: &'static Structure = &Structure { name: "CreateTagsOutput", members: &[] };
    fn from_members(_: &mut Members) -> Self {
        Self {}
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![]
    }
}

/// The shape `DeleteRouteOutput`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteRouteOutput {}

impl Shaped for DeleteRouteOutput {
    const SHAPE: &'static Structure = &Structure { name: "DeleteRouteOutput", members: &[] };
    fn from_members(_: &mut Members) -> Self {
        Self {}
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![]
    }
}

/// The shape `DeleteRouteTableOutput`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteRouteTableOutput {}

impl Shaped for DeleteRouteTableOutput {
    const SHAPE: &'static Structure = &Structure { name: "DeleteRouteTableOutput", members: &[] };
    fn from_members(_: &mut Members) -> Self {
        Self {}
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![]
    }
}

/// The shape `DeleteSubnetOutput`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteSubnetOutput {}

impl Shaped for DeleteSubnetOutput {
    const SHAPE: &'static Structure = &Structure { name: "DeleteSubnetOutput", members: &[] };
    fn from_members(_: &mut Members) -> Self {
        Self {}
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![]
    }
}

/// The shape `DeleteTagsOutput`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteTagsOutput {}

impl Shaped for DeleteTagsOutput {
    const SHAPE: &'static Structure = &Structure { name: "DeleteTagsOutput", members: &[] };
    fn from_members(_: &mut Members) -> Self {
        Self {}
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![]
    }
}

/// The shape `DeleteVpcOutput`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteVpcOutput {}

impl Shaped for DeleteVpcOutput {
    const SHAPE: &'static Structure = &Structure { name: "DeleteVpcOutput", members: &[] };
    fn from_members(_: &mut Members) -> Self {
        Self {}
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![]
    }
}

/// The shape `DeleteVpnGatewayOutput`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteVpnGatewayOutput {}

impl Shaped for DeleteVpnGatewayOutput {
    const SHAPE: &'static Structure = &Structure { name: "DeleteVpnGatewayOutput", members: &[] };
    fn from_members(_: &mut Members) -> Self {
        Self {}
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![]
    }
}

/// The shape `DetachVpnGatewayOutput`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DetachVpnGatewayOutput {}

impl Shaped for DetachVpnGatewayOutput {
    const SHAPE: &'static Structure = &Structure { name: "DetachVpnGatewayOutput", members: &[] };
    fn from_members(_: &mut Members) -> Self {
        Self {}
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![]
    }
}

/// The shape `DisableVgwRoutePropagationOutput`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisableVgwRoutePropagationOutput {}

impl Shaped for DisableVgwRoutePropagationOutput {
    const SHAPE: &'static Structure = &Structure { name: "DisableVgwRoutePropagationOutput", members: &[] };
    fn from_members(_: &mut Members) -> Self {
        Self {}
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![]
    }
}

/// The shape `DisassociateRouteTableOutput`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisassociateRouteTableOutput {}

impl Shaped for DisassociateRouteTableOutput {
    const SHAPE: &'static Structure = &Structure { name: "DisassociateRouteTableOutput", members: &[] };
    fn from_members(_: &mut Members) -> Self {
        Self {}
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![]
    }
}

/// The shape `EnableVgwRoutePropagationOutput`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnableVgwRoutePropagationOutput {}

impl Shaped for EnableVgwRoutePropagationOutput {
    const SHAPE: &'static Structure = &Structure { name: "EnableVgwRoutePropagationOutput", members: &[] };
    fn from_members(_: &mut Members) -> Self {
        Self {}
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![]
    }
}

/// The shape `ModifySubnetAttributeOutput`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifySubnetAttributeOutput {}

impl Shaped for ModifySubnetAttributeOutput {
    const SHAPE: &'static Structure = &Structure { name: "ModifySubnetAttributeOutput", members: &[] };
    fn from_members(_: &mut Members) -> Self {
        Self {}
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![]
    }
}

/// The shape `ModifyVpcAttributeOutput`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyVpcAttributeOutput {}

impl Shaped for ModifyVpcAttributeOutput {
    const SHAPE: &'static Structure = &Structure { name: "ModifyVpcAttributeOutput", members: &[] };
    fn from_members(_: &mut Members) -> Self {
        Self {}
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![]
    }
}

/// The shape `ReplaceRouteOutput`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplaceRouteOutput {}

impl Shaped for ReplaceRouteOutput {
    const SHAPE: &'static Structure = &Structure { name: "ReplaceRouteOutput", members: &[] };
    fn from_members(_: &mut Members) -> Self {
        Self {}
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![]
    }
}

/// The values each enumerated string may take.
pub mod enums {
    /// `AccountAttributeName`.
    pub const ACCOUNT_ATTRIBUTE_NAME: &[&str] = &["supported-platforms", "default-vpc"];
    /// `AttachmentStatus`.
    pub const ATTACHMENT_STATUS: &[&str] = &["attaching", "attached", "detaching", "detached"];
    /// `AvailabilityZoneOptInStatus`.
    pub const AVAILABILITY_ZONE_OPT_IN_STATUS: &[&str] = &["opt-in-not-required", "opted-in", "not-opted-in"];
    /// `AvailabilityZoneState`.
    pub const AVAILABILITY_ZONE_STATE: &[&str] =
        &["available", "information", "impaired", "unavailable", "constrained"];
    /// `BlockPublicAccessMode`.
    pub const BLOCK_PUBLIC_ACCESS_MODE: &[&str] = &["off", "block-bidirectional", "block-ingress"];
    /// `DnsNameState`.
    pub const DNS_NAME_STATE: &[&str] = &["pendingVerification", "verified", "failed"];
    /// `DnsRecordIpType`.
    pub const DNS_RECORD_IP_TYPE: &[&str] = &["ipv4", "dualstack", "ipv6", "service-defined"];
    /// `GatewayType`.
    pub const GATEWAY_TYPE: &[&str] = &["ipsec.1"];
    /// `HostnameType`.
    pub const HOSTNAME_TYPE: &[&str] = &["ip-name", "resource-name"];
    /// `IpAddressType`.
    pub const IP_ADDRESS_TYPE: &[&str] = &["ipv4", "dualstack", "ipv6"];
    /// `IpSource`.
    pub const IP_SOURCE: &[&str] = &["amazon", "byoip", "none"];
    /// `Ipv6AddressAttribute`.
    pub const IPV6_ADDRESS_ATTRIBUTE: &[&str] = &["public", "private"];
    /// `NetworkInterfaceStatus`.
    pub const NETWORK_INTERFACE_STATUS: &[&str] =
        &["available", "associated", "attaching", "in-use", "detaching"];
    /// `NetworkInterfaceType`.
    pub const NETWORK_INTERFACE_TYPE: &[&str] = &[
        "interface",
        "natGateway",
        "efa",
        "efa-only",
        "trunk",
        "load_balancer",
        "network_load_balancer",
        "vpc_endpoint",
        "branch",
        "transit_gateway",
        "lambda",
        "quicksight",
        "global_accelerator_managed",
        "api_gateway_managed",
        "gateway_load_balancer",
        "gateway_load_balancer_endpoint",
        "iot_rules_managed",
        "aws_codestar_connections_managed",
    ];
    /// `PayerResponsibility`.
    pub const PAYER_RESPONSIBILITY: &[&str] = &["ServiceOwner"];
    /// `PayerResponsibilityScope`.
    pub const PAYER_RESPONSIBILITY_SCOPE: &[&str] = &["vpc-endpoint-charges", "resource-gateway-charges"];
    /// `PayerResponsibilityType`.
    pub const PAYER_RESPONSIBILITY_TYPE: &[&str] =
        &["vpc-endpoint-account", "resource-gateway-account", "vpc-endpoint-service-account"];
    /// `PrefixListState`.
    pub const PREFIX_LIST_STATE: &[&str] = &[
        "create-in-progress",
        "create-complete",
        "create-failed",
        "modify-in-progress",
        "modify-complete",
        "modify-failed",
        "restore-in-progress",
        "restore-complete",
        "restore-failed",
        "delete-in-progress",
        "delete-complete",
        "delete-failed",
    ];
    /// `ResourceType`.
    pub const RESOURCE_TYPE: &[&str] = &[
        "capacity-reservation",
        "client-vpn-endpoint",
        "customer-gateway",
        "carrier-gateway",
        "coip-pool",
        "declarative-policies-report",
        "dedicated-host",
        "dhcp-options",
        "egress-only-internet-gateway",
        "elastic-ip",
        "elastic-gpu",
        "export-image-task",
        "export-instance-task",
        "fca-policy",
        "fleet",
        "fpga-image",
        "host-reservation",
        "image",
        "image-usage-report",
        "import-image-task",
        "import-snapshot-task",
        "instance",
        "instance-event-window",
        "internet-gateway",
        "ipam",
        "ipam-pool",
        "ipam-scope",
        "ipv4pool-ec2",
        "ipv6pool-ec2",
        "key-pair",
        "launch-template",
        "local-gateway",
        "local-gateway-route-table",
        "local-gateway-virtual-interface",
        "local-gateway-virtual-interface-group",
        "local-gateway-route-table-vpc-association",
        "local-gateway-route-table-virtual-interface-group-association",
        "natgateway",
        "network-acl",
        "network-interface",
        "network-insights-analysis",
        "network-insights-path",
        "network-insights-access-scope",
        "network-insights-access-scope-analysis",
        "outpost-lag",
        "placement-group",
        "prefix-list",
        "replace-root-volume-task",
        "reserved-instances",
        "route-table",
        "security-group",
        "security-group-rule",
        "service-link-virtual-interface",
        "snapshot",
        "spot-fleet-request",
        "spot-instances-request",
        "subnet",
        "subnet-cidr-reservation",
        "traffic-mirror-filter",
        "traffic-mirror-session",
        "traffic-mirror-target",
        "transit-gateway",
        "transit-gateway-attachment",
        "transit-gateway-connect-peer",
        "transit-gateway-multicast-domain",
        "transit-gateway-policy-table",
        "transit-gateway-metering-policy",
        "transit-gateway-route-table",
        "transit-gateway-route-table-announcement",
        "volume",
        "vpc",
        "vpc-endpoint",
        "vpc-endpoint-connection",
        "vpc-endpoint-service",
        "vpc-endpoint-service-permission",
        "vpc-peering-connection",
        "vpn-connection",
        "vpn-gateway",
        "vpc-flow-log",
        "capacity-reservation-fleet",
        "traffic-mirror-filter-rule",
        "vpc-endpoint-connection-device-type",
        "verified-access-instance",
        "verified-access-group",
        "verified-access-endpoint",
        "verified-access-policy",
        "verified-access-trust-provider",
        "vpn-connection-device-type",
        "vpc-block-public-access-exclusion",
        "vpc-encryption-control",
        "route-server",
        "route-server-endpoint",
        "route-server-peer",
        "ipam-resource-discovery",
        "ipam-resource-discovery-association",
        "instance-connect-endpoint",
        "verified-access-endpoint-target",
        "ipam-external-resource-verification-token",
        "capacity-block",
        "mac-modification-task",
        "ipam-prefix-list-resolver",
        "ipam-policy",
        "ipam-prefix-list-resolver-target",
        "ipam-internet-registry-association",
        "secondary-interface",
        "secondary-network",
        "secondary-subnet",
        "capacity-manager-data-export",
        "vpn-concentrator",
        "ipam-pool-allocation",
        "capacity-reservation-cancellation-quote",
        "application-status-check",
        "capacity-reservation-modification-quote",
        "metric-category",
    ];
    /// `RouteOrigin`.
    pub const ROUTE_ORIGIN: &[&str] =
        &["CreateRouteTable", "CreateRoute", "EnableVgwRoutePropagation", "Advertisement"];
    /// `RouteState`.
    pub const ROUTE_STATE: &[&str] = &["active", "blackhole", "filtered"];
    /// `RouteTableAssociationStateCode`.
    pub const ROUTE_TABLE_ASSOCIATION_STATE_CODE: &[&str] =
        &["associating", "associated", "disassociating", "disassociated", "failed"];
    /// `RuleAction`.
    pub const RULE_ACTION: &[&str] = &["allow", "deny"];
    /// `ServiceConnectivityType`.
    pub const SERVICE_CONNECTIVITY_TYPE: &[&str] = &["ipv4", "ipv6"];
    /// `ServiceType`.
    pub const SERVICE_TYPE: &[&str] = &["Interface", "Gateway", "GatewayLoadBalancer"];
    /// `State`.
    pub const STATE: &[&str] = &[
        "PendingAcceptance",
        "Pending",
        "Available",
        "Deleting",
        "Deleted",
        "Rejected",
        "Failed",
        "Expired",
        "Partial",
    ];
    /// `SubnetCidrBlockStateCode`.
    pub const SUBNET_CIDR_BLOCK_STATE_CODE: &[&str] =
        &["associating", "associated", "disassociating", "disassociated", "failing", "failed"];
    /// `SubnetState`.
    pub const SUBNET_STATE: &[&str] =
        &["pending", "available", "unavailable", "failed", "failed-insufficient-capacity"];
    /// `Tenancy`.
    pub const TENANCY: &[&str] = &["default", "dedicated", "host"];
    /// `VpcAttributeName`.
    pub const VPC_ATTRIBUTE_NAME: &[&str] =
        &["enableDnsSupport", "enableDnsHostnames", "enableNetworkAddressUsageMetrics"];
    /// `VpcCidrBlockStateCode`.
    pub const VPC_CIDR_BLOCK_STATE_CODE: &[&str] =
        &["associating", "associated", "disassociating", "disassociated", "failing", "failed"];
    /// `VpcEncryptionControlExclusionState`.
    pub const VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE: &[&str] =
        &["enabling", "enabled", "disabling", "disabled"];
    /// `VpcEncryptionControlExclusionStateInput`.
    pub const VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE_INPUT: &[&str] = &["enable", "disable"];
    /// `VpcEncryptionControlMode`.
    pub const VPC_ENCRYPTION_CONTROL_MODE: &[&str] = &["monitor", "enforce"];
    /// `VpcEncryptionControlState`.
    pub const VPC_ENCRYPTION_CONTROL_STATE: &[&str] = &[
        "enforce-in-progress",
        "monitor-in-progress",
        "enforce-failed",
        "monitor-failed",
        "deleting",
        "deleted",
        "available",
        "creating",
        "delete-failed",
    ];
    /// `VpcEndpointType`.
    pub const VPC_ENDPOINT_TYPE: &[&str] =
        &["Interface", "Gateway", "GatewayLoadBalancer", "Resource", "ServiceNetwork", "Tunnel"];
    /// `VpcState`.
    pub const VPC_STATE: &[&str] = &["pending", "available", "deleting"];
    /// `VpnState`.
    pub const VPN_STATE: &[&str] = &["pending", "available", "deleting", "deleted"];
}

/// Tables of lists, maps and constrained scalars.
mod shapes {
    use super::*;
    pub(super) const ACCOUNT_ATTRIBUTE_LIST: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(AccountAttribute::SHAPE),
    });
    pub(super) const ACCOUNT_ATTRIBUTE_NAME: Shape =
        Shape::Text(&Text { values: enums::ACCOUNT_ATTRIBUTE_NAME, length: Bounds::NONE, pattern: None });
    pub(super) const ACCOUNT_ATTRIBUTE_NAME_STRING_LIST: Shape =
        Shape::List(&List { wire: "attributeName", count: Bounds::NONE, member: ACCOUNT_ATTRIBUTE_NAME });
    pub(super) const ACCOUNT_ATTRIBUTE_VALUE_LIST: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(AccountAttributeValue::SHAPE),
    });
    pub(super) const ASSOCIATED_SUBNET_LIST: Shape =
        Shape::List(&List { wire: "item", count: Bounds::NONE, member: TEXT });
    pub(super) const ATTACHMENT_STATUS: Shape =
        Shape::Text(&Text { values: enums::ATTACHMENT_STATUS, length: Bounds::NONE, pattern: None });
    pub(super) const AVAILABILITY_ZONE_GEOGRAPHY_LIST: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(AvailabilityZoneGeography::SHAPE),
    });
    pub(super) const AVAILABILITY_ZONE_LIST: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(AvailabilityZone::SHAPE),
    });
    pub(super) const AVAILABILITY_ZONE_MESSAGE_LIST: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(AvailabilityZoneMessage::SHAPE),
    });
    pub(super) const AVAILABILITY_ZONE_OPT_IN_STATUS: Shape = Shape::Text(&Text {
        values: enums::AVAILABILITY_ZONE_OPT_IN_STATUS,
        length: Bounds::NONE,
        pattern: None,
    });
    pub(super) const AVAILABILITY_ZONE_STATE: Shape =
        Shape::Text(&Text { values: enums::AVAILABILITY_ZONE_STATE, length: Bounds::NONE, pattern: None });
    pub(super) const AVAILABILITY_ZONE_SUB_GEOGRAPHY_LIST: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(AvailabilityZoneSubGeography::SHAPE),
    });
    pub(super) const BLOCK_PUBLIC_ACCESS_MODE: Shape =
        Shape::Text(&Text { values: enums::BLOCK_PUBLIC_ACCESS_MODE, length: Bounds::NONE, pattern: None });
    pub(super) const DESCRIBE_DHCP_OPTIONS_MAX_RESULTS: Shape =
        Shape::Integer(Bounds { min: Some(5), max: Some(1000) });
    pub(super) const DESCRIBE_NETWORK_ACLS_MAX_RESULTS: Shape =
        Shape::Integer(Bounds { min: Some(5), max: Some(1000) });
    pub(super) const DESCRIBE_NETWORK_INTERFACES_MAX_RESULTS: Shape =
        Shape::Integer(Bounds { min: Some(5), max: Some(1000) });
    pub(super) const DESCRIBE_ROUTE_TABLES_MAX_RESULTS: Shape =
        Shape::Integer(Bounds { min: Some(5), max: Some(100) });
    pub(super) const DESCRIBE_SECURITY_GROUP_RULES_MAX_RESULTS: Shape =
        Shape::Integer(Bounds { min: Some(5), max: Some(1000) });
    pub(super) const DESCRIBE_SECURITY_GROUPS_MAX_RESULTS: Shape =
        Shape::Integer(Bounds { min: Some(5), max: Some(1000) });
    pub(super) const DESCRIBE_SUBNETS_MAX_RESULTS: Shape =
        Shape::Integer(Bounds { min: Some(5), max: Some(1000) });
    pub(super) const DESCRIBE_VPCS_MAX_RESULTS: Shape =
        Shape::Integer(Bounds { min: Some(5), max: Some(1000) });
    pub(super) const DHCP_CONFIGURATION_LIST: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(DhcpConfiguration::SHAPE),
    });
    pub(super) const DHCP_CONFIGURATION_VALUE_LIST: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(AttributeValue::SHAPE),
    });
    pub(super) const DHCP_OPTIONS_ID_STRING_LIST: Shape =
        Shape::List(&List { wire: "DhcpOptionsId", count: Bounds::NONE, member: TEXT });
    pub(super) const DHCP_OPTIONS_LIST: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(DhcpOptions::SHAPE),
    });
    pub(super) const DNS_ENTRY_SET: Shape =
        Shape::List(&List { wire: "item", count: Bounds::NONE, member: Shape::Structure(DnsEntry::SHAPE) });
    pub(super) const DNS_NAME_STATE: Shape =
        Shape::Text(&Text { values: enums::DNS_NAME_STATE, length: Bounds::NONE, pattern: None });
    pub(super) const DNS_RECORD_IP_TYPE: Shape =
        Shape::Text(&Text { values: enums::DNS_RECORD_IP_TYPE, length: Bounds::NONE, pattern: None });
    pub(super) const FILTER_LIST: Shape =
        Shape::List(&List { wire: "Filter", count: Bounds::NONE, member: Shape::Structure(Filter::SHAPE) });
    pub(super) const GATEWAY_TYPE: Shape =
        Shape::Text(&Text { values: enums::GATEWAY_TYPE, length: Bounds::NONE, pattern: None });
    pub(super) const GROUP_ID_STRING_LIST: Shape =
        Shape::List(&List { wire: "groupId", count: Bounds::NONE, member: TEXT });
    pub(super) const GROUP_IDENTIFIER_LIST: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(GroupIdentifier::SHAPE),
    });
    pub(super) const GROUP_IDENTIFIER_SET: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(SecurityGroupIdentifier::SHAPE),
    });
    pub(super) const GROUP_NAME_STRING_LIST: Shape =
        Shape::List(&List { wire: "GroupName", count: Bounds::NONE, member: TEXT });
    pub(super) const HOSTNAME_TYPE: Shape =
        Shape::Text(&Text { values: enums::HOSTNAME_TYPE, length: Bounds::NONE, pattern: None });
    pub(super) const IP_ADDRESS_TYPE: Shape =
        Shape::Text(&Text { values: enums::IP_ADDRESS_TYPE, length: Bounds::NONE, pattern: None });
    pub(super) const IP_PERMISSION_LIST: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(IpPermission::SHAPE),
    });
    pub(super) const IP_RANGE_LIST: Shape =
        Shape::List(&List { wire: "item", count: Bounds::NONE, member: Shape::Structure(IpRange::SHAPE) });
    pub(super) const IP_SOURCE: Shape =
        Shape::Text(&Text { values: enums::IP_SOURCE, length: Bounds::NONE, pattern: None });
    pub(super) const IPV4_PREFIXES_LIST: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(Ipv4PrefixSpecification::SHAPE),
    });
    pub(super) const IPV6_ADDRESS_ATTRIBUTE: Shape =
        Shape::Text(&Text { values: enums::IPV6_ADDRESS_ATTRIBUTE, length: Bounds::NONE, pattern: None });
    pub(super) const IPV6_PREFIXES_LIST: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(Ipv6PrefixSpecification::SHAPE),
    });
    pub(super) const IPV6_RANGE_LIST: Shape =
        Shape::List(&List { wire: "item", count: Bounds::NONE, member: Shape::Structure(Ipv6Range::SHAPE) });
    pub(super) const MANAGED_PREFIX_LIST_SET: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(ManagedPrefixList::SHAPE),
    });
    pub(super) const NETWORK_ACL_ASSOCIATION_LIST: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(NetworkAclAssociation::SHAPE),
    });
    pub(super) const NETWORK_ACL_ENTRY_LIST: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(NetworkAclEntry::SHAPE),
    });
    pub(super) const NETWORK_ACL_ID_STRING_LIST: Shape =
        Shape::List(&List { wire: "item", count: Bounds::NONE, member: TEXT });
    pub(super) const NETWORK_ACL_LIST: Shape =
        Shape::List(&List { wire: "item", count: Bounds::NONE, member: Shape::Structure(NetworkAcl::SHAPE) });
    pub(super) const NETWORK_INTERFACE_ID_LIST: Shape =
        Shape::List(&List { wire: "item", count: Bounds::NONE, member: TEXT });
    pub(super) const NETWORK_INTERFACE_IPV6_ADDRESSES_LIST: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(NetworkInterfaceIpv6Address::SHAPE),
    });
    pub(super) const NETWORK_INTERFACE_LIST: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(NetworkInterface::SHAPE),
    });
    pub(super) const NETWORK_INTERFACE_PRIVATE_IP_ADDRESS_LIST: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(NetworkInterfacePrivateIpAddress::SHAPE),
    });
    pub(super) const NETWORK_INTERFACE_STATUS: Shape =
        Shape::Text(&Text { values: enums::NETWORK_INTERFACE_STATUS, length: Bounds::NONE, pattern: None });
    pub(super) const NETWORK_INTERFACE_TYPE: Shape =
        Shape::Text(&Text { values: enums::NETWORK_INTERFACE_TYPE, length: Bounds::NONE, pattern: None });
    pub(super) const PAYER_RESPONSIBILITY: Shape =
        Shape::Text(&Text { values: enums::PAYER_RESPONSIBILITY, length: Bounds::NONE, pattern: None });
    pub(super) const PAYER_RESPONSIBILITY_SCOPE: Shape =
        Shape::Text(&Text { values: enums::PAYER_RESPONSIBILITY_SCOPE, length: Bounds::NONE, pattern: None });
    pub(super) const PAYER_RESPONSIBILITY_SET: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(PayerResponsibilityEntry::SHAPE),
    });
    pub(super) const PAYER_RESPONSIBILITY_TYPE: Shape =
        Shape::Text(&Text { values: enums::PAYER_RESPONSIBILITY_TYPE, length: Bounds::NONE, pattern: None });
    pub(super) const PREFIX_LIST_ID_LIST: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(PrefixListId::SHAPE),
    });
    pub(super) const PREFIX_LIST_MAX_RESULTS: Shape = Shape::Integer(Bounds { min: Some(1), max: Some(100) });
    pub(super) const PREFIX_LIST_RESOURCE_ID_STRING_LIST: Shape =
        Shape::List(&List { wire: "item", count: Bounds::NONE, member: TEXT });
    pub(super) const PREFIX_LIST_SET: Shape =
        Shape::List(&List { wire: "item", count: Bounds::NONE, member: Shape::Structure(PrefixList::SHAPE) });
    pub(super) const PREFIX_LIST_STATE: Shape =
        Shape::Text(&Text { values: enums::PREFIX_LIST_STATE, length: Bounds::NONE, pattern: None });
    pub(super) const PRIVATE_DNS_DETAILS_SET: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(PrivateDnsDetails::SHAPE),
    });
    pub(super) const PRIVATE_DNS_SPECIFIED_DOMAIN_SET: Shape =
        Shape::List(&List { wire: "item", count: Bounds { min: Some(0), max: Some(10) }, member: TEXT });
    pub(super) const PROPAGATING_VGW_LIST: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(PropagatingVgw::SHAPE),
    });
    pub(super) const REGION_GEOGRAPHY_LIST: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(RegionGeography::SHAPE),
    });
    pub(super) const REGION_LIST: Shape =
        Shape::List(&List { wire: "item", count: Bounds::NONE, member: Shape::Structure(Region::SHAPE) });
    pub(super) const REGION_NAME_STRING_LIST: Shape =
        Shape::List(&List { wire: "RegionName", count: Bounds::NONE, member: TEXT });
    pub(super) const RESOURCE_ARN: Shape =
        Shape::Text(&Text { values: &[], length: Bounds { min: Some(1), max: Some(1283) }, pattern: None });
    pub(super) const RESOURCE_ID_LIST: Shape =
        Shape::List(&List { wire: "member", count: Bounds::NONE, member: TEXT });
    pub(super) const RESOURCE_TYPE: Shape =
        Shape::Text(&Text { values: enums::RESOURCE_TYPE, length: Bounds::NONE, pattern: None });
    pub(super) const REVOKED_SECURITY_GROUP_RULE_LIST: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(RevokedSecurityGroupRule::SHAPE),
    });
    pub(super) const ROUTE_LIST: Shape =
        Shape::List(&List { wire: "item", count: Bounds::NONE, member: Shape::Structure(Route::SHAPE) });
    pub(super) const ROUTE_ORIGIN: Shape =
        Shape::Text(&Text { values: enums::ROUTE_ORIGIN, length: Bounds::NONE, pattern: None });
    pub(super) const ROUTE_STATE: Shape =
        Shape::Text(&Text { values: enums::ROUTE_STATE, length: Bounds::NONE, pattern: None });
    pub(super) const ROUTE_TABLE_ASSOCIATION_LIST: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(RouteTableAssociation::SHAPE),
    });
    pub(super) const ROUTE_TABLE_ASSOCIATION_STATE_CODE: Shape = Shape::Text(&Text {
        values: enums::ROUTE_TABLE_ASSOCIATION_STATE_CODE,
        length: Bounds::NONE,
        pattern: None,
    });
    pub(super) const ROUTE_TABLE_ID_STRING_LIST: Shape =
        Shape::List(&List { wire: "item", count: Bounds::NONE, member: TEXT });
    pub(super) const ROUTE_TABLE_LIST: Shape =
        Shape::List(&List { wire: "item", count: Bounds::NONE, member: Shape::Structure(RouteTable::SHAPE) });
    pub(super) const RULE_ACTION: Shape =
        Shape::Text(&Text { values: enums::RULE_ACTION, length: Bounds::NONE, pattern: None });
    pub(super) const SECURITY_GROUP_LIST: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(SecurityGroup::SHAPE),
    });
    pub(super) const SECURITY_GROUP_RULE_ID_LIST: Shape =
        Shape::List(&List { wire: "item", count: Bounds::NONE, member: TEXT });
    pub(super) const SECURITY_GROUP_RULE_LIST: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(SecurityGroupRule::SHAPE),
    });
    pub(super) const SECURITY_GROUP_RULE_UPDATE_LIST: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(SecurityGroupRuleUpdate::SHAPE),
    });
    pub(super) const SERVICE_CONNECTIVITY_TYPE: Shape =
        Shape::Text(&Text { values: enums::SERVICE_CONNECTIVITY_TYPE, length: Bounds::NONE, pattern: None });
    pub(super) const SERVICE_DETAIL_SET: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(ServiceDetail::SHAPE),
    });
    pub(super) const SERVICE_TYPE: Shape =
        Shape::Text(&Text { values: enums::SERVICE_TYPE, length: Bounds::NONE, pattern: None });
    pub(super) const SERVICE_TYPE_DETAIL_SET: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(ServiceTypeDetail::SHAPE),
    });
    pub(super) const STATE: Shape =
        Shape::Text(&Text { values: enums::STATE, length: Bounds::NONE, pattern: None });
    pub(super) const SUBNET_CIDR_BLOCK_STATE_CODE: Shape = Shape::Text(&Text {
        values: enums::SUBNET_CIDR_BLOCK_STATE_CODE,
        length: Bounds::NONE,
        pattern: None,
    });
    pub(super) const SUBNET_CONFIGURATIONS_LIST: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(SubnetConfiguration::SHAPE),
    });
    pub(super) const SUBNET_ID_STRING_LIST: Shape =
        Shape::List(&List { wire: "SubnetId", count: Bounds::NONE, member: TEXT });
    pub(super) const SUBNET_IP_PREFIXES_LIST: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(SubnetIpPrefixes::SHAPE),
    });
    pub(super) const SUBNET_IPV6_CIDR_BLOCK_ASSOCIATION_SET: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(SubnetIpv6CidrBlockAssociation::SHAPE),
    });
    pub(super) const SUBNET_LIST: Shape =
        Shape::List(&List { wire: "item", count: Bounds::NONE, member: Shape::Structure(Subnet::SHAPE) });
    pub(super) const SUBNET_STATE: Shape =
        Shape::Text(&Text { values: enums::SUBNET_STATE, length: Bounds::NONE, pattern: None });
    pub(super) const SUPPORTED_IP_ADDRESS_TYPES: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds { min: Some(0), max: Some(2) },
        member: SERVICE_CONNECTIVITY_TYPE,
    });
    pub(super) const TAG_DESCRIPTION_LIST: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(TagDescription::SHAPE),
    });
    pub(super) const TAG_LIST: Shape =
        Shape::List(&List { wire: "item", count: Bounds::NONE, member: Shape::Structure(Tag::SHAPE) });
    pub(super) const TAG_SPECIFICATION_LIST: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(TagSpecification::SHAPE),
    });
    pub(super) const TENANCY: Shape =
        Shape::Text(&Text { values: enums::TENANCY, length: Bounds::NONE, pattern: None });
    pub(super) const UNSUCCESSFUL_ITEM_SET: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(UnsuccessfulItem::SHAPE),
    });
    pub(super) const USER_ID_GROUP_PAIR_LIST: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(UserIdGroupPair::SHAPE),
    });
    pub(super) const VALUE_STRING_LIST: Shape =
        Shape::List(&List { wire: "item", count: Bounds::NONE, member: TEXT });
    pub(super) const VPC_ATTACHMENT_LIST: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(VpcAttachment::SHAPE),
    });
    pub(super) const VPC_ATTRIBUTE_NAME: Shape =
        Shape::Text(&Text { values: enums::VPC_ATTRIBUTE_NAME, length: Bounds::NONE, pattern: None });
    pub(super) const VPC_CIDR_BLOCK_ASSOCIATION_SET: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(VpcCidrBlockAssociation::SHAPE),
    });
    pub(super) const VPC_CIDR_BLOCK_STATE_CODE: Shape =
        Shape::Text(&Text { values: enums::VPC_CIDR_BLOCK_STATE_CODE, length: Bounds::NONE, pattern: None });
    pub(super) const VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE: Shape = Shape::Text(&Text {
        values: enums::VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE,
        length: Bounds::NONE,
        pattern: None,
    });
    pub(super) const VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE_INPUT: Shape = Shape::Text(&Text {
        values: enums::VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE_INPUT,
        length: Bounds::NONE,
        pattern: None,
    });
    pub(super) const VPC_ENCRYPTION_CONTROL_MODE: Shape = Shape::Text(&Text {
        values: enums::VPC_ENCRYPTION_CONTROL_MODE,
        length: Bounds::NONE,
        pattern: None,
    });
    pub(super) const VPC_ENCRYPTION_CONTROL_STATE: Shape = Shape::Text(&Text {
        values: enums::VPC_ENCRYPTION_CONTROL_STATE,
        length: Bounds::NONE,
        pattern: None,
    });
    pub(super) const VPC_ENDPOINT_ID_LIST: Shape =
        Shape::List(&List { wire: "item", count: Bounds::NONE, member: TEXT });
    pub(super) const VPC_ENDPOINT_ROUTE_TABLE_ID_LIST: Shape =
        Shape::List(&List { wire: "item", count: Bounds::NONE, member: TEXT });
    pub(super) const VPC_ENDPOINT_SECURITY_GROUP_ID_LIST: Shape =
        Shape::List(&List { wire: "item", count: Bounds::NONE, member: TEXT });
    pub(super) const VPC_ENDPOINT_SET: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(VpcEndpoint::SHAPE),
    });
    pub(super) const VPC_ENDPOINT_SUBNET_ID_LIST: Shape =
        Shape::List(&List { wire: "item", count: Bounds::NONE, member: TEXT });
    pub(super) const VPC_ENDPOINT_TYPE: Shape =
        Shape::Text(&Text { values: enums::VPC_ENDPOINT_TYPE, length: Bounds::NONE, pattern: None });
    pub(super) const VPC_ID_STRING_LIST: Shape =
        Shape::List(&List { wire: "VpcId", count: Bounds::NONE, member: TEXT });
    pub(super) const VPC_IPV6_CIDR_BLOCK_ASSOCIATION_SET: Shape = Shape::List(&List {
        wire: "item",
        count: Bounds::NONE,
        member: Shape::Structure(VpcIpv6CidrBlockAssociation::SHAPE),
    });
    pub(super) const VPC_LIST: Shape =
        Shape::List(&List { wire: "item", count: Bounds::NONE, member: Shape::Structure(Vpc::SHAPE) });
    pub(super) const VPC_STATE: Shape =
        Shape::Text(&Text { values: enums::VPC_STATE, length: Bounds::NONE, pattern: None });
    pub(super) const VPN_GATEWAY_ID_STRING_LIST: Shape =
        Shape::List(&List { wire: "VpnGatewayId", count: Bounds::NONE, member: TEXT });
    pub(super) const VPN_GATEWAY_LIST: Shape =
        Shape::List(&List { wire: "item", count: Bounds::NONE, member: Shape::Structure(VpnGateway::SHAPE) });
    pub(super) const VPN_STATE: Shape =
        Shape::Text(&Text { values: enums::VPN_STATE, length: Bounds::NONE, pattern: None });
    pub(super) const ZONE_ID_STRING_LIST: Shape =
        Shape::List(&List { wire: "ZoneId", count: Bounds::NONE, member: TEXT });
    pub(super) const ZONE_NAME_STRING_LIST: Shape =
        Shape::List(&List { wire: "ZoneName", count: Bounds::NONE, member: TEXT });
}

/// The input of one served operation.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// `AssociateRouteTable`.
    AssociateRouteTable(AssociateRouteTableInput),
    /// `AttachVpnGateway`.
    AttachVpnGateway(AttachVpnGatewayInput),
    /// `AuthorizeSecurityGroupEgress`.
    AuthorizeSecurityGroupEgress(AuthorizeSecurityGroupEgressInput),
    /// `AuthorizeSecurityGroupIngress`.
    AuthorizeSecurityGroupIngress(AuthorizeSecurityGroupIngressInput),
    /// `CreateRoute`.
    CreateRoute(CreateRouteInput),
    /// `CreateRouteTable`.
    CreateRouteTable(CreateRouteTableInput),
    /// `CreateSecurityGroup`.
    CreateSecurityGroup(CreateSecurityGroupInput),
    /// `CreateSubnet`.
    CreateSubnet(CreateSubnetInput),
    /// `CreateTags`.
    CreateTags(CreateTagsInput),
    /// `CreateVpc`.
    CreateVpc(CreateVpcInput),
    /// `CreateVpcEndpoint`.
    CreateVpcEndpoint(CreateVpcEndpointInput),
    /// `CreateVpnGateway`.
    CreateVpnGateway(CreateVpnGatewayInput),
    /// `DeleteRoute`.
    DeleteRoute(DeleteRouteInput),
    /// `DeleteRouteTable`.
    DeleteRouteTable(DeleteRouteTableInput),
    /// `DeleteSecurityGroup`.
    DeleteSecurityGroup(DeleteSecurityGroupInput),
    /// `DeleteSubnet`.
    DeleteSubnet(DeleteSubnetInput),
    /// `DeleteTags`.
    DeleteTags(DeleteTagsInput),
    /// `DeleteVpc`.
    DeleteVpc(DeleteVpcInput),
    /// `DeleteVpcEndpoints`.
    DeleteVpcEndpoints(DeleteVpcEndpointsInput),
    /// `DeleteVpnGateway`.
    DeleteVpnGateway(DeleteVpnGatewayInput),
    /// `DescribeAccountAttributes`.
    DescribeAccountAttributes(DescribeAccountAttributesInput),
    /// `DescribeAvailabilityZones`.
    DescribeAvailabilityZones(DescribeAvailabilityZonesInput),
    /// `DescribeDhcpOptions`.
    DescribeDhcpOptions(DescribeDhcpOptionsInput),
    /// `DescribeManagedPrefixLists`.
    DescribeManagedPrefixLists(DescribeManagedPrefixListsInput),
    /// `DescribeNetworkAcls`.
    DescribeNetworkAcls(DescribeNetworkAclsInput),
    /// `DescribeNetworkInterfaces`.
    DescribeNetworkInterfaces(DescribeNetworkInterfacesInput),
    /// `DescribePrefixLists`.
    DescribePrefixLists(DescribePrefixListsInput),
    /// `DescribeRegions`.
    DescribeRegions(DescribeRegionsInput),
    /// `DescribeRouteTables`.
    DescribeRouteTables(DescribeRouteTablesInput),
    /// `DescribeSecurityGroupRules`.
    DescribeSecurityGroupRules(DescribeSecurityGroupRulesInput),
    /// `DescribeSecurityGroups`.
    DescribeSecurityGroups(DescribeSecurityGroupsInput),
    /// `DescribeSubnets`.
    DescribeSubnets(DescribeSubnetsInput),
    /// `DescribeTags`.
    DescribeTags(DescribeTagsInput),
    /// `DescribeVpcAttribute`.
    DescribeVpcAttribute(DescribeVpcAttributeInput),
    /// `DescribeVpcEndpointServices`.
    DescribeVpcEndpointServices(DescribeVpcEndpointServicesInput),
    /// `DescribeVpcEndpoints`.
    DescribeVpcEndpoints(DescribeVpcEndpointsInput),
    /// `DescribeVpcs`.
    DescribeVpcs(DescribeVpcsInput),
    /// `DescribeVpnGateways`.
    DescribeVpnGateways(DescribeVpnGatewaysInput),
    /// `DetachVpnGateway`.
    DetachVpnGateway(DetachVpnGatewayInput),
    /// `DisableVgwRoutePropagation`.
    DisableVgwRoutePropagation(DisableVgwRoutePropagationInput),
    /// `DisassociateRouteTable`.
    DisassociateRouteTable(DisassociateRouteTableInput),
    /// `EnableVgwRoutePropagation`.
    EnableVgwRoutePropagation(EnableVgwRoutePropagationInput),
    /// `ModifySecurityGroupRules`.
    ModifySecurityGroupRules(ModifySecurityGroupRulesInput),
    /// `ModifySubnetAttribute`.
    ModifySubnetAttribute(ModifySubnetAttributeInput),
    /// `ModifyVpcAttribute`.
    ModifyVpcAttribute(ModifyVpcAttributeInput),
    /// `ModifyVpcEndpoint`.
    ModifyVpcEndpoint(ModifyVpcEndpointInput),
    /// `ReplaceRoute`.
    ReplaceRoute(ReplaceRouteInput),
    /// `ReplaceRouteTableAssociation`.
    ReplaceRouteTableAssociation(ReplaceRouteTableAssociationInput),
    /// `RevokeSecurityGroupEgress`.
    RevokeSecurityGroupEgress(RevokeSecurityGroupEgressInput),
    /// `RevokeSecurityGroupIngress`.
    RevokeSecurityGroupIngress(RevokeSecurityGroupIngressInput),
}

impl Request {
    /// The operation's name.
    pub fn operation(&self) -> &'static str {
        match self {
            Self::AssociateRouteTable(_) => "AssociateRouteTable",
            Self::AttachVpnGateway(_) => "AttachVpnGateway",
            Self::AuthorizeSecurityGroupEgress(_) => "AuthorizeSecurityGroupEgress",
            Self::AuthorizeSecurityGroupIngress(_) => "AuthorizeSecurityGroupIngress",
            Self::CreateRoute(_) => "CreateRoute",
            Self::CreateRouteTable(_) => "CreateRouteTable",
            Self::CreateSecurityGroup(_) => "CreateSecurityGroup",
            Self::CreateSubnet(_) => "CreateSubnet",
            Self::CreateTags(_) => "CreateTags",
            Self::CreateVpc(_) => "CreateVpc",
            Self::CreateVpcEndpoint(_) => "CreateVpcEndpoint",
            Self::CreateVpnGateway(_) => "CreateVpnGateway",
            Self::DeleteRoute(_) => "DeleteRoute",
            Self::DeleteRouteTable(_) => "DeleteRouteTable",
            Self::DeleteSecurityGroup(_) => "DeleteSecurityGroup",
            Self::DeleteSubnet(_) => "DeleteSubnet",
            Self::DeleteTags(_) => "DeleteTags",
            Self::DeleteVpc(_) => "DeleteVpc",
            Self::DeleteVpcEndpoints(_) => "DeleteVpcEndpoints",
            Self::DeleteVpnGateway(_) => "DeleteVpnGateway",
            Self::DescribeAccountAttributes(_) => "DescribeAccountAttributes",
            Self::DescribeAvailabilityZones(_) => "DescribeAvailabilityZones",
            Self::DescribeDhcpOptions(_) => "DescribeDhcpOptions",
            Self::DescribeManagedPrefixLists(_) => "DescribeManagedPrefixLists",
            Self::DescribeNetworkAcls(_) => "DescribeNetworkAcls",
            Self::DescribeNetworkInterfaces(_) => "DescribeNetworkInterfaces",
            Self::DescribePrefixLists(_) => "DescribePrefixLists",
            Self::DescribeRegions(_) => "DescribeRegions",
            Self::DescribeRouteTables(_) => "DescribeRouteTables",
            Self::DescribeSecurityGroupRules(_) => "DescribeSecurityGroupRules",
            Self::DescribeSecurityGroups(_) => "DescribeSecurityGroups",
            Self::DescribeSubnets(_) => "DescribeSubnets",
            Self::DescribeTags(_) => "DescribeTags",
            Self::DescribeVpcAttribute(_) => "DescribeVpcAttribute",
            Self::DescribeVpcEndpointServices(_) => "DescribeVpcEndpointServices",
            Self::DescribeVpcEndpoints(_) => "DescribeVpcEndpoints",
            Self::DescribeVpcs(_) => "DescribeVpcs",
            Self::DescribeVpnGateways(_) => "DescribeVpnGateways",
            Self::DetachVpnGateway(_) => "DetachVpnGateway",
            Self::DisableVgwRoutePropagation(_) => "DisableVgwRoutePropagation",
            Self::DisassociateRouteTable(_) => "DisassociateRouteTable",
            Self::EnableVgwRoutePropagation(_) => "EnableVgwRoutePropagation",
            Self::ModifySecurityGroupRules(_) => "ModifySecurityGroupRules",
            Self::ModifySubnetAttribute(_) => "ModifySubnetAttribute",
            Self::ModifyVpcAttribute(_) => "ModifyVpcAttribute",
            Self::ModifyVpcEndpoint(_) => "ModifyVpcEndpoint",
            Self::ReplaceRoute(_) => "ReplaceRoute",
            Self::ReplaceRouteTableAssociation(_) => "ReplaceRouteTableAssociation",
            Self::RevokeSecurityGroupEgress(_) => "RevokeSecurityGroupEgress",
            Self::RevokeSecurityGroupIngress(_) => "RevokeSecurityGroupIngress",
        }
    }
}

impl Message for Request {
    fn to_members(&self) -> Vec<Option<Value>> {
        match self {
            Self::AssociateRouteTable(inner) => inner.to_members(),
            Self::AttachVpnGateway(inner) => inner.to_members(),
            Self::AuthorizeSecurityGroupEgress(inner) => inner.to_members(),
            Self::AuthorizeSecurityGroupIngress(inner) => inner.to_members(),
            Self::CreateRoute(inner) => inner.to_members(),
            Self::CreateRouteTable(inner) => inner.to_members(),
            Self::CreateSecurityGroup(inner) => inner.to_members(),
            Self::CreateSubnet(inner) => inner.to_members(),
            Self::CreateTags(inner) => inner.to_members(),
            Self::CreateVpc(inner) => inner.to_members(),
            Self::CreateVpcEndpoint(inner) => inner.to_members(),
            Self::CreateVpnGateway(inner) => inner.to_members(),
            Self::DeleteRoute(inner) => inner.to_members(),
            Self::DeleteRouteTable(inner) => inner.to_members(),
            Self::DeleteSecurityGroup(inner) => inner.to_members(),
            Self::DeleteSubnet(inner) => inner.to_members(),
            Self::DeleteTags(inner) => inner.to_members(),
            Self::DeleteVpc(inner) => inner.to_members(),
            Self::DeleteVpcEndpoints(inner) => inner.to_members(),
            Self::DeleteVpnGateway(inner) => inner.to_members(),
            Self::DescribeAccountAttributes(inner) => inner.to_members(),
            Self::DescribeAvailabilityZones(inner) => inner.to_members(),
            Self::DescribeDhcpOptions(inner) => inner.to_members(),
            Self::DescribeManagedPrefixLists(inner) => inner.to_members(),
            Self::DescribeNetworkAcls(inner) => inner.to_members(),
            Self::DescribeNetworkInterfaces(inner) => inner.to_members(),
            Self::DescribePrefixLists(inner) => inner.to_members(),
            Self::DescribeRegions(inner) => inner.to_members(),
            Self::DescribeRouteTables(inner) => inner.to_members(),
            Self::DescribeSecurityGroupRules(inner) => inner.to_members(),
            Self::DescribeSecurityGroups(inner) => inner.to_members(),
            Self::DescribeSubnets(inner) => inner.to_members(),
            Self::DescribeTags(inner) => inner.to_members(),
            Self::DescribeVpcAttribute(inner) => inner.to_members(),
            Self::DescribeVpcEndpointServices(inner) => inner.to_members(),
            Self::DescribeVpcEndpoints(inner) => inner.to_members(),
            Self::DescribeVpcs(inner) => inner.to_members(),
            Self::DescribeVpnGateways(inner) => inner.to_members(),
            Self::DetachVpnGateway(inner) => inner.to_members(),
            Self::DisableVgwRoutePropagation(inner) => inner.to_members(),
            Self::DisassociateRouteTable(inner) => inner.to_members(),
            Self::EnableVgwRoutePropagation(inner) => inner.to_members(),
            Self::ModifySecurityGroupRules(inner) => inner.to_members(),
            Self::ModifySubnetAttribute(inner) => inner.to_members(),
            Self::ModifyVpcAttribute(inner) => inner.to_members(),
            Self::ModifyVpcEndpoint(inner) => inner.to_members(),
            Self::ReplaceRoute(inner) => inner.to_members(),
            Self::ReplaceRouteTableAssociation(inner) => inner.to_members(),
            Self::RevokeSecurityGroupEgress(inner) => inner.to_members(),
            Self::RevokeSecurityGroupIngress(inner) => inner.to_members(),
        }
    }

    fn from_members(operation: &str, members: &mut Members) -> Option<Self> {
        Some(match operation {
            "AssociateRouteTable" => {
                Self::AssociateRouteTable(AssociateRouteTableInput::from_members(members))
            }
            "AttachVpnGateway" => Self::AttachVpnGateway(AttachVpnGatewayInput::from_members(members)),
            "AuthorizeSecurityGroupEgress" => {
                Self::AuthorizeSecurityGroupEgress(AuthorizeSecurityGroupEgressInput::from_members(members))
            }
            "AuthorizeSecurityGroupIngress" => {
                Self::AuthorizeSecurityGroupIngress(AuthorizeSecurityGroupIngressInput::from_members(members))
            }
            "CreateRoute" => Self::CreateRoute(CreateRouteInput::from_members(members)),
            "CreateRouteTable" => Self::CreateRouteTable(CreateRouteTableInput::from_members(members)),
            "CreateSecurityGroup" => {
                Self::CreateSecurityGroup(CreateSecurityGroupInput::from_members(members))
            }
            "CreateSubnet" => Self::CreateSubnet(CreateSubnetInput::from_members(members)),
            "CreateTags" => Self::CreateTags(CreateTagsInput::from_members(members)),
            "CreateVpc" => Self::CreateVpc(CreateVpcInput::from_members(members)),
            "CreateVpcEndpoint" => Self::CreateVpcEndpoint(CreateVpcEndpointInput::from_members(members)),
            "CreateVpnGateway" => Self::CreateVpnGateway(CreateVpnGatewayInput::from_members(members)),
            "DeleteRoute" => Self::DeleteRoute(DeleteRouteInput::from_members(members)),
            "DeleteRouteTable" => Self::DeleteRouteTable(DeleteRouteTableInput::from_members(members)),
            "DeleteSecurityGroup" => {
                Self::DeleteSecurityGroup(DeleteSecurityGroupInput::from_members(members))
            }
            "DeleteSubnet" => Self::DeleteSubnet(DeleteSubnetInput::from_members(members)),
            "DeleteTags" => Self::DeleteTags(DeleteTagsInput::from_members(members)),
            "DeleteVpc" => Self::DeleteVpc(DeleteVpcInput::from_members(members)),
            "DeleteVpcEndpoints" => Self::DeleteVpcEndpoints(DeleteVpcEndpointsInput::from_members(members)),
            "DeleteVpnGateway" => Self::DeleteVpnGateway(DeleteVpnGatewayInput::from_members(members)),
            "DescribeAccountAttributes" => {
                Self::DescribeAccountAttributes(DescribeAccountAttributesInput::from_members(members))
            }
            "DescribeAvailabilityZones" => {
                Self::DescribeAvailabilityZones(DescribeAvailabilityZonesInput::from_members(members))
            }
            "DescribeDhcpOptions" => {
                Self::DescribeDhcpOptions(DescribeDhcpOptionsInput::from_members(members))
            }
            "DescribeManagedPrefixLists" => {
                Self::DescribeManagedPrefixLists(DescribeManagedPrefixListsInput::from_members(members))
            }
            "DescribeNetworkAcls" => {
                Self::DescribeNetworkAcls(DescribeNetworkAclsInput::from_members(members))
            }
            "DescribeNetworkInterfaces" => {
                Self::DescribeNetworkInterfaces(DescribeNetworkInterfacesInput::from_members(members))
            }
            "DescribePrefixLists" => {
                Self::DescribePrefixLists(DescribePrefixListsInput::from_members(members))
            }
            "DescribeRegions" => Self::DescribeRegions(DescribeRegionsInput::from_members(members)),
            "DescribeRouteTables" => {
                Self::DescribeRouteTables(DescribeRouteTablesInput::from_members(members))
            }
            "DescribeSecurityGroupRules" => {
                Self::DescribeSecurityGroupRules(DescribeSecurityGroupRulesInput::from_members(members))
            }
            "DescribeSecurityGroups" => {
                Self::DescribeSecurityGroups(DescribeSecurityGroupsInput::from_members(members))
            }
            "DescribeSubnets" => Self::DescribeSubnets(DescribeSubnetsInput::from_members(members)),
            "DescribeTags" => Self::DescribeTags(DescribeTagsInput::from_members(members)),
            "DescribeVpcAttribute" => {
                Self::DescribeVpcAttribute(DescribeVpcAttributeInput::from_members(members))
            }
            "DescribeVpcEndpointServices" => {
                Self::DescribeVpcEndpointServices(DescribeVpcEndpointServicesInput::from_members(members))
            }
            "DescribeVpcEndpoints" => {
                Self::DescribeVpcEndpoints(DescribeVpcEndpointsInput::from_members(members))
            }
            "DescribeVpcs" => Self::DescribeVpcs(DescribeVpcsInput::from_members(members)),
            "DescribeVpnGateways" => {
                Self::DescribeVpnGateways(DescribeVpnGatewaysInput::from_members(members))
            }
            "DetachVpnGateway" => Self::DetachVpnGateway(DetachVpnGatewayInput::from_members(members)),
            "DisableVgwRoutePropagation" => {
                Self::DisableVgwRoutePropagation(DisableVgwRoutePropagationInput::from_members(members))
            }
            "DisassociateRouteTable" => {
                Self::DisassociateRouteTable(DisassociateRouteTableInput::from_members(members))
            }
            "EnableVgwRoutePropagation" => {
                Self::EnableVgwRoutePropagation(EnableVgwRoutePropagationInput::from_members(members))
            }
            "ModifySecurityGroupRules" => {
                Self::ModifySecurityGroupRules(ModifySecurityGroupRulesInput::from_members(members))
            }
            "ModifySubnetAttribute" => {
                Self::ModifySubnetAttribute(ModifySubnetAttributeInput::from_members(members))
            }
            "ModifyVpcAttribute" => Self::ModifyVpcAttribute(ModifyVpcAttributeInput::from_members(members)),
            "ModifyVpcEndpoint" => Self::ModifyVpcEndpoint(ModifyVpcEndpointInput::from_members(members)),
            "ReplaceRoute" => Self::ReplaceRoute(ReplaceRouteInput::from_members(members)),
            "ReplaceRouteTableAssociation" => {
                Self::ReplaceRouteTableAssociation(ReplaceRouteTableAssociationInput::from_members(members))
            }
            "RevokeSecurityGroupEgress" => {
                Self::RevokeSecurityGroupEgress(RevokeSecurityGroupEgressInput::from_members(members))
            }
            "RevokeSecurityGroupIngress" => {
                Self::RevokeSecurityGroupIngress(RevokeSecurityGroupIngressInput::from_members(members))
            }
            _ => return None,
        })
    }
}

/// The output of one served operation.
#[derive(Clone, Debug, PartialEq)]
pub enum Response {
    /// `AssociateRouteTable`.
    AssociateRouteTable(AssociateRouteTableOutput),
    /// `AttachVpnGateway`.
    AttachVpnGateway(AttachVpnGatewayOutput),
    /// `AuthorizeSecurityGroupEgress`.
    AuthorizeSecurityGroupEgress(AuthorizeSecurityGroupEgressOutput),
    /// `AuthorizeSecurityGroupIngress`.
    AuthorizeSecurityGroupIngress(AuthorizeSecurityGroupIngressOutput),
    /// `CreateRoute`.
    CreateRoute(CreateRouteOutput),
    /// `CreateRouteTable`.
    CreateRouteTable(CreateRouteTableOutput),
    /// `CreateSecurityGroup`.
    CreateSecurityGroup(CreateSecurityGroupOutput),
    /// `CreateSubnet`.
    CreateSubnet(CreateSubnetOutput),
    /// `CreateTags`.
    CreateTags(CreateTagsOutput),
    /// `CreateVpc`.
    CreateVpc(CreateVpcOutput),
    /// `CreateVpcEndpoint`.
    CreateVpcEndpoint(CreateVpcEndpointOutput),
    /// `CreateVpnGateway`.
    CreateVpnGateway(CreateVpnGatewayOutput),
    /// `DeleteRoute`.
    DeleteRoute(DeleteRouteOutput),
    /// `DeleteRouteTable`.
    DeleteRouteTable(DeleteRouteTableOutput),
    /// `DeleteSecurityGroup`.
    DeleteSecurityGroup(DeleteSecurityGroupOutput),
    /// `DeleteSubnet`.
    DeleteSubnet(DeleteSubnetOutput),
    /// `DeleteTags`.
    DeleteTags(DeleteTagsOutput),
    /// `DeleteVpc`.
    DeleteVpc(DeleteVpcOutput),
    /// `DeleteVpcEndpoints`.
    DeleteVpcEndpoints(DeleteVpcEndpointsOutput),
    /// `DeleteVpnGateway`.
    DeleteVpnGateway(DeleteVpnGatewayOutput),
    /// `DescribeAccountAttributes`.
    DescribeAccountAttributes(DescribeAccountAttributesOutput),
    /// `DescribeAvailabilityZones`.
    DescribeAvailabilityZones(DescribeAvailabilityZonesOutput),
    /// `DescribeDhcpOptions`.
    DescribeDhcpOptions(DescribeDhcpOptionsOutput),
    /// `DescribeManagedPrefixLists`.
    DescribeManagedPrefixLists(DescribeManagedPrefixListsOutput),
    /// `DescribeNetworkAcls`.
    DescribeNetworkAcls(DescribeNetworkAclsOutput),
    /// `DescribeNetworkInterfaces`.
    DescribeNetworkInterfaces(DescribeNetworkInterfacesOutput),
    /// `DescribePrefixLists`.
    DescribePrefixLists(DescribePrefixListsOutput),
    /// `DescribeRegions`.
    DescribeRegions(DescribeRegionsOutput),
    /// `DescribeRouteTables`.
    DescribeRouteTables(DescribeRouteTablesOutput),
    /// `DescribeSecurityGroupRules`.
    DescribeSecurityGroupRules(DescribeSecurityGroupRulesOutput),
    /// `DescribeSecurityGroups`.
    DescribeSecurityGroups(DescribeSecurityGroupsOutput),
    /// `DescribeSubnets`.
    DescribeSubnets(DescribeSubnetsOutput),
    /// `DescribeTags`.
    DescribeTags(DescribeTagsOutput),
    /// `DescribeVpcAttribute`.
    DescribeVpcAttribute(DescribeVpcAttributeOutput),
    /// `DescribeVpcEndpointServices`.
    DescribeVpcEndpointServices(DescribeVpcEndpointServicesOutput),
    /// `DescribeVpcEndpoints`.
    DescribeVpcEndpoints(DescribeVpcEndpointsOutput),
    /// `DescribeVpcs`.
    DescribeVpcs(DescribeVpcsOutput),
    /// `DescribeVpnGateways`.
    DescribeVpnGateways(DescribeVpnGatewaysOutput),
    /// `DetachVpnGateway`.
    DetachVpnGateway(DetachVpnGatewayOutput),
    /// `DisableVgwRoutePropagation`.
    DisableVgwRoutePropagation(DisableVgwRoutePropagationOutput),
    /// `DisassociateRouteTable`.
    DisassociateRouteTable(DisassociateRouteTableOutput),
    /// `EnableVgwRoutePropagation`.
    EnableVgwRoutePropagation(EnableVgwRoutePropagationOutput),
    /// `ModifySecurityGroupRules`.
    ModifySecurityGroupRules(ModifySecurityGroupRulesOutput),
    /// `ModifySubnetAttribute`.
    ModifySubnetAttribute(ModifySubnetAttributeOutput),
    /// `ModifyVpcAttribute`.
    ModifyVpcAttribute(ModifyVpcAttributeOutput),
    /// `ModifyVpcEndpoint`.
    ModifyVpcEndpoint(ModifyVpcEndpointOutput),
    /// `ReplaceRoute`.
    ReplaceRoute(ReplaceRouteOutput),
    /// `ReplaceRouteTableAssociation`.
    ReplaceRouteTableAssociation(ReplaceRouteTableAssociationOutput),
    /// `RevokeSecurityGroupEgress`.
    RevokeSecurityGroupEgress(RevokeSecurityGroupEgressOutput),
    /// `RevokeSecurityGroupIngress`.
    RevokeSecurityGroupIngress(RevokeSecurityGroupIngressOutput),
}

impl Response {
    /// The operation's name.
    pub fn operation(&self) -> &'static str {
        match self {
            Self::AssociateRouteTable(_) => "AssociateRouteTable",
            Self::AttachVpnGateway(_) => "AttachVpnGateway",
            Self::AuthorizeSecurityGroupEgress(_) => "AuthorizeSecurityGroupEgress",
            Self::AuthorizeSecurityGroupIngress(_) => "AuthorizeSecurityGroupIngress",
            Self::CreateRoute(_) => "CreateRoute",
            Self::CreateRouteTable(_) => "CreateRouteTable",
            Self::CreateSecurityGroup(_) => "CreateSecurityGroup",
            Self::CreateSubnet(_) => "CreateSubnet",
            Self::CreateTags(_) => "CreateTags",
            Self::CreateVpc(_) => "CreateVpc",
            Self::CreateVpcEndpoint(_) => "CreateVpcEndpoint",
            Self::CreateVpnGateway(_) => "CreateVpnGateway",
            Self::DeleteRoute(_) => "DeleteRoute",
            Self::DeleteRouteTable(_) => "DeleteRouteTable",
            Self::DeleteSecurityGroup(_) => "DeleteSecurityGroup",
            Self::DeleteSubnet(_) => "DeleteSubnet",
            Self::DeleteTags(_) => "DeleteTags",
            Self::DeleteVpc(_) => "DeleteVpc",
            Self::DeleteVpcEndpoints(_) => "DeleteVpcEndpoints",
            Self::DeleteVpnGateway(_) => "DeleteVpnGateway",
            Self::DescribeAccountAttributes(_) => "DescribeAccountAttributes",
            Self::DescribeAvailabilityZones(_) => "DescribeAvailabilityZones",
            Self::DescribeDhcpOptions(_) => "DescribeDhcpOptions",
            Self::DescribeManagedPrefixLists(_) => "DescribeManagedPrefixLists",
            Self::DescribeNetworkAcls(_) => "DescribeNetworkAcls",
            Self::DescribeNetworkInterfaces(_) => "DescribeNetworkInterfaces",
            Self::DescribePrefixLists(_) => "DescribePrefixLists",
            Self::DescribeRegions(_) => "DescribeRegions",
            Self::DescribeRouteTables(_) => "DescribeRouteTables",
            Self::DescribeSecurityGroupRules(_) => "DescribeSecurityGroupRules",
            Self::DescribeSecurityGroups(_) => "DescribeSecurityGroups",
            Self::DescribeSubnets(_) => "DescribeSubnets",
            Self::DescribeTags(_) => "DescribeTags",
            Self::DescribeVpcAttribute(_) => "DescribeVpcAttribute",
            Self::DescribeVpcEndpointServices(_) => "DescribeVpcEndpointServices",
            Self::DescribeVpcEndpoints(_) => "DescribeVpcEndpoints",
            Self::DescribeVpcs(_) => "DescribeVpcs",
            Self::DescribeVpnGateways(_) => "DescribeVpnGateways",
            Self::DetachVpnGateway(_) => "DetachVpnGateway",
            Self::DisableVgwRoutePropagation(_) => "DisableVgwRoutePropagation",
            Self::DisassociateRouteTable(_) => "DisassociateRouteTable",
            Self::EnableVgwRoutePropagation(_) => "EnableVgwRoutePropagation",
            Self::ModifySecurityGroupRules(_) => "ModifySecurityGroupRules",
            Self::ModifySubnetAttribute(_) => "ModifySubnetAttribute",
            Self::ModifyVpcAttribute(_) => "ModifyVpcAttribute",
            Self::ModifyVpcEndpoint(_) => "ModifyVpcEndpoint",
            Self::ReplaceRoute(_) => "ReplaceRoute",
            Self::ReplaceRouteTableAssociation(_) => "ReplaceRouteTableAssociation",
            Self::RevokeSecurityGroupEgress(_) => "RevokeSecurityGroupEgress",
            Self::RevokeSecurityGroupIngress(_) => "RevokeSecurityGroupIngress",
        }
    }
}

impl Message for Response {
    fn to_members(&self) -> Vec<Option<Value>> {
        match self {
            Self::AssociateRouteTable(inner) => inner.to_members(),
            Self::AttachVpnGateway(inner) => inner.to_members(),
            Self::AuthorizeSecurityGroupEgress(inner) => inner.to_members(),
            Self::AuthorizeSecurityGroupIngress(inner) => inner.to_members(),
            Self::CreateRoute(inner) => inner.to_members(),
            Self::CreateRouteTable(inner) => inner.to_members(),
            Self::CreateSecurityGroup(inner) => inner.to_members(),
            Self::CreateSubnet(inner) => inner.to_members(),
            Self::CreateTags(inner) => inner.to_members(),
            Self::CreateVpc(inner) => inner.to_members(),
            Self::CreateVpcEndpoint(inner) => inner.to_members(),
            Self::CreateVpnGateway(inner) => inner.to_members(),
            Self::DeleteRoute(inner) => inner.to_members(),
            Self::DeleteRouteTable(inner) => inner.to_members(),
            Self::DeleteSecurityGroup(inner) => inner.to_members(),
            Self::DeleteSubnet(inner) => inner.to_members(),
            Self::DeleteTags(inner) => inner.to_members(),
            Self::DeleteVpc(inner) => inner.to_members(),
            Self::DeleteVpcEndpoints(inner) => inner.to_members(),
            Self::DeleteVpnGateway(inner) => inner.to_members(),
            Self::DescribeAccountAttributes(inner) => inner.to_members(),
            Self::DescribeAvailabilityZones(inner) => inner.to_members(),
            Self::DescribeDhcpOptions(inner) => inner.to_members(),
            Self::DescribeManagedPrefixLists(inner) => inner.to_members(),
            Self::DescribeNetworkAcls(inner) => inner.to_members(),
            Self::DescribeNetworkInterfaces(inner) => inner.to_members(),
            Self::DescribePrefixLists(inner) => inner.to_members(),
            Self::DescribeRegions(inner) => inner.to_members(),
            Self::DescribeRouteTables(inner) => inner.to_members(),
            Self::DescribeSecurityGroupRules(inner) => inner.to_members(),
            Self::DescribeSecurityGroups(inner) => inner.to_members(),
            Self::DescribeSubnets(inner) => inner.to_members(),
            Self::DescribeTags(inner) => inner.to_members(),
            Self::DescribeVpcAttribute(inner) => inner.to_members(),
            Self::DescribeVpcEndpointServices(inner) => inner.to_members(),
            Self::DescribeVpcEndpoints(inner) => inner.to_members(),
            Self::DescribeVpcs(inner) => inner.to_members(),
            Self::DescribeVpnGateways(inner) => inner.to_members(),
            Self::DetachVpnGateway(inner) => inner.to_members(),
            Self::DisableVgwRoutePropagation(inner) => inner.to_members(),
            Self::DisassociateRouteTable(inner) => inner.to_members(),
            Self::EnableVgwRoutePropagation(inner) => inner.to_members(),
            Self::ModifySecurityGroupRules(inner) => inner.to_members(),
            Self::ModifySubnetAttribute(inner) => inner.to_members(),
            Self::ModifyVpcAttribute(inner) => inner.to_members(),
            Self::ModifyVpcEndpoint(inner) => inner.to_members(),
            Self::ReplaceRoute(inner) => inner.to_members(),
            Self::ReplaceRouteTableAssociation(inner) => inner.to_members(),
            Self::RevokeSecurityGroupEgress(inner) => inner.to_members(),
            Self::RevokeSecurityGroupIngress(inner) => inner.to_members(),
        }
    }

    fn from_members(operation: &str, members: &mut Members) -> Option<Self> {
        Some(match operation {
            "AssociateRouteTable" => {
                Self::AssociateRouteTable(AssociateRouteTableOutput::from_members(members))
            }
            "AttachVpnGateway" => Self::AttachVpnGateway(AttachVpnGatewayOutput::from_members(members)),
            "AuthorizeSecurityGroupEgress" => {
                Self::AuthorizeSecurityGroupEgress(AuthorizeSecurityGroupEgressOutput::from_members(members))
            }
            "AuthorizeSecurityGroupIngress" => Self::AuthorizeSecurityGroupIngress(
                AuthorizeSecurityGroupIngressOutput::from_members(members),
            ),
            "CreateRoute" => Self::CreateRoute(CreateRouteOutput::from_members(members)),
            "CreateRouteTable" => Self::CreateRouteTable(CreateRouteTableOutput::from_members(members)),
            "CreateSecurityGroup" => {
                Self::CreateSecurityGroup(CreateSecurityGroupOutput::from_members(members))
            }
            "CreateSubnet" => Self::CreateSubnet(CreateSubnetOutput::from_members(members)),
            "CreateTags" => Self::CreateTags(CreateTagsOutput::from_members(members)),
            "CreateVpc" => Self::CreateVpc(CreateVpcOutput::from_members(members)),
            "CreateVpcEndpoint" => Self::CreateVpcEndpoint(CreateVpcEndpointOutput::from_members(members)),
            "CreateVpnGateway" => Self::CreateVpnGateway(CreateVpnGatewayOutput::from_members(members)),
            "DeleteRoute" => Self::DeleteRoute(DeleteRouteOutput::from_members(members)),
            "DeleteRouteTable" => Self::DeleteRouteTable(DeleteRouteTableOutput::from_members(members)),
            "DeleteSecurityGroup" => {
                Self::DeleteSecurityGroup(DeleteSecurityGroupOutput::from_members(members))
            }
            "DeleteSubnet" => Self::DeleteSubnet(DeleteSubnetOutput::from_members(members)),
            "DeleteTags" => Self::DeleteTags(DeleteTagsOutput::from_members(members)),
            "DeleteVpc" => Self::DeleteVpc(DeleteVpcOutput::from_members(members)),
            "DeleteVpcEndpoints" => Self::DeleteVpcEndpoints(DeleteVpcEndpointsOutput::from_members(members)),
            "DeleteVpnGateway" => Self::DeleteVpnGateway(DeleteVpnGatewayOutput::from_members(members)),
            "DescribeAccountAttributes" => {
                Self::DescribeAccountAttributes(DescribeAccountAttributesOutput::from_members(members))
            }
            "DescribeAvailabilityZones" => {
                Self::DescribeAvailabilityZones(DescribeAvailabilityZonesOutput::from_members(members))
            }
            "DescribeDhcpOptions" => {
                Self::DescribeDhcpOptions(DescribeDhcpOptionsOutput::from_members(members))
            }
            "DescribeManagedPrefixLists" => {
                Self::DescribeManagedPrefixLists(DescribeManagedPrefixListsOutput::from_members(members))
            }
            "DescribeNetworkAcls" => {
                Self::DescribeNetworkAcls(DescribeNetworkAclsOutput::from_members(members))
            }
            "DescribeNetworkInterfaces" => {
                Self::DescribeNetworkInterfaces(DescribeNetworkInterfacesOutput::from_members(members))
            }
            "DescribePrefixLists" => {
                Self::DescribePrefixLists(DescribePrefixListsOutput::from_members(members))
            }
            "DescribeRegions" => Self::DescribeRegions(DescribeRegionsOutput::from_members(members)),
            "DescribeRouteTables" => {
                Self::DescribeRouteTables(DescribeRouteTablesOutput::from_members(members))
            }
            "DescribeSecurityGroupRules" => {
                Self::DescribeSecurityGroupRules(DescribeSecurityGroupRulesOutput::from_members(members))
            }
            "DescribeSecurityGroups" => {
                Self::DescribeSecurityGroups(DescribeSecurityGroupsOutput::from_members(members))
            }
            "DescribeSubnets" => Self::DescribeSubnets(DescribeSubnetsOutput::from_members(members)),
            "DescribeTags" => Self::DescribeTags(DescribeTagsOutput::from_members(members)),
            "DescribeVpcAttribute" => {
                Self::DescribeVpcAttribute(DescribeVpcAttributeOutput::from_members(members))
            }
            "DescribeVpcEndpointServices" => {
                Self::DescribeVpcEndpointServices(DescribeVpcEndpointServicesOutput::from_members(members))
            }
            "DescribeVpcEndpoints" => {
                Self::DescribeVpcEndpoints(DescribeVpcEndpointsOutput::from_members(members))
            }
            "DescribeVpcs" => Self::DescribeVpcs(DescribeVpcsOutput::from_members(members)),
            "DescribeVpnGateways" => {
                Self::DescribeVpnGateways(DescribeVpnGatewaysOutput::from_members(members))
            }
            "DetachVpnGateway" => Self::DetachVpnGateway(DetachVpnGatewayOutput::from_members(members)),
            "DisableVgwRoutePropagation" => {
                Self::DisableVgwRoutePropagation(DisableVgwRoutePropagationOutput::from_members(members))
            }
            "DisassociateRouteTable" => {
                Self::DisassociateRouteTable(DisassociateRouteTableOutput::from_members(members))
            }
            "EnableVgwRoutePropagation" => {
                Self::EnableVgwRoutePropagation(EnableVgwRoutePropagationOutput::from_members(members))
            }
            "ModifySecurityGroupRules" => {
                Self::ModifySecurityGroupRules(ModifySecurityGroupRulesOutput::from_members(members))
            }
            "ModifySubnetAttribute" => {
                Self::ModifySubnetAttribute(ModifySubnetAttributeOutput::from_members(members))
            }
            "ModifyVpcAttribute" => Self::ModifyVpcAttribute(ModifyVpcAttributeOutput::from_members(members)),
            "ModifyVpcEndpoint" => Self::ModifyVpcEndpoint(ModifyVpcEndpointOutput::from_members(members)),
            "ReplaceRoute" => Self::ReplaceRoute(ReplaceRouteOutput::from_members(members)),
            "ReplaceRouteTableAssociation" => {
                Self::ReplaceRouteTableAssociation(ReplaceRouteTableAssociationOutput::from_members(members))
            }
            "RevokeSecurityGroupEgress" => {
                Self::RevokeSecurityGroupEgress(RevokeSecurityGroupEgressOutput::from_members(members))
            }
            "RevokeSecurityGroupIngress" => {
                Self::RevokeSecurityGroupIngress(RevokeSecurityGroupIngressOutput::from_members(members))
            }
            _ => return None,
        })
    }
}

/// The service: its names, its operations, its modelled errors.
pub static SERVICE: Service = Service {
    name: "ec2",
    version: "2016-11-15",
    namespace: "http://ec2.amazonaws.com/doc/2016-11-15",
    target: "",
    operations: &[
        Operation {
            name: "AssociateRouteTable",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: AssociateRouteTableInput::SHAPE,
            output: AssociateRouteTableOutput::SHAPE,
        },
        Operation {
            name: "AttachVpnGateway",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: AttachVpnGatewayInput::SHAPE,
            output: AttachVpnGatewayOutput::SHAPE,
        },
        Operation {
            name: "AuthorizeSecurityGroupEgress",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: AuthorizeSecurityGroupEgressInput::SHAPE,
            output: AuthorizeSecurityGroupEgressOutput::SHAPE,
        },
        Operation {
            name: "AuthorizeSecurityGroupIngress",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: AuthorizeSecurityGroupIngressInput::SHAPE,
            output: AuthorizeSecurityGroupIngressOutput::SHAPE,
        },
        Operation {
            name: "CreateRoute",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: CreateRouteInput::SHAPE,
            output: CreateRouteOutput::SHAPE,
        },
        Operation {
            name: "CreateRouteTable",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: CreateRouteTableInput::SHAPE,
            output: CreateRouteTableOutput::SHAPE,
        },
        Operation {
            name: "CreateSecurityGroup",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: CreateSecurityGroupInput::SHAPE,
            output: CreateSecurityGroupOutput::SHAPE,
        },
        Operation {
            name: "CreateSubnet",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: CreateSubnetInput::SHAPE,
            output: CreateSubnetOutput::SHAPE,
        },
        Operation {
            name: "CreateTags",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: CreateTagsInput::SHAPE,
            output: CreateTagsOutput::SHAPE,
        },
        Operation {
            name: "CreateVpc",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: CreateVpcInput::SHAPE,
            output: CreateVpcOutput::SHAPE,
        },
        Operation {
            name: "CreateVpcEndpoint",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: CreateVpcEndpointInput::SHAPE,
            output: CreateVpcEndpointOutput::SHAPE,
        },
        Operation {
            name: "CreateVpnGateway",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: CreateVpnGatewayInput::SHAPE,
            output: CreateVpnGatewayOutput::SHAPE,
        },
        Operation {
            name: "DeleteRoute",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DeleteRouteInput::SHAPE,
            output: DeleteRouteOutput::SHAPE,
        },
        Operation {
            name: "DeleteRouteTable",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DeleteRouteTableInput::SHAPE,
            output: DeleteRouteTableOutput::SHAPE,
        },
        Operation {
            name: "DeleteSecurityGroup",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DeleteSecurityGroupInput::SHAPE,
            output: DeleteSecurityGroupOutput::SHAPE,
        },
        Operation {
            name: "DeleteSubnet",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DeleteSubnetInput::SHAPE,
            output: DeleteSubnetOutput::SHAPE,
        },
        Operation {
            name: "DeleteTags",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DeleteTagsInput::SHAPE,
            output: DeleteTagsOutput::SHAPE,
        },
        Operation {
            name: "DeleteVpc",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DeleteVpcInput::SHAPE,
            output: DeleteVpcOutput::SHAPE,
        },
        Operation {
            name: "DeleteVpcEndpoints",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DeleteVpcEndpointsInput::SHAPE,
            output: DeleteVpcEndpointsOutput::SHAPE,
        },
        Operation {
            name: "DeleteVpnGateway",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DeleteVpnGatewayInput::SHAPE,
            output: DeleteVpnGatewayOutput::SHAPE,
        },
        Operation {
            name: "DescribeAccountAttributes",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DescribeAccountAttributesInput::SHAPE,
            output: DescribeAccountAttributesOutput::SHAPE,
        },
        Operation {
            name: "DescribeAvailabilityZones",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DescribeAvailabilityZonesInput::SHAPE,
            output: DescribeAvailabilityZonesOutput::SHAPE,
        },
        Operation {
            name: "DescribeDhcpOptions",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DescribeDhcpOptionsInput::SHAPE,
            output: DescribeDhcpOptionsOutput::SHAPE,
        },
        Operation {
            name: "DescribeManagedPrefixLists",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DescribeManagedPrefixListsInput::SHAPE,
            output: DescribeManagedPrefixListsOutput::SHAPE,
        },
        Operation {
            name: "DescribeNetworkAcls",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DescribeNetworkAclsInput::SHAPE,
            output: DescribeNetworkAclsOutput::SHAPE,
        },
        Operation {
            name: "DescribeNetworkInterfaces",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DescribeNetworkInterfacesInput::SHAPE,
            output: DescribeNetworkInterfacesOutput::SHAPE,
        },
        Operation {
            name: "DescribePrefixLists",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DescribePrefixListsInput::SHAPE,
            output: DescribePrefixListsOutput::SHAPE,
        },
        Operation {
            name: "DescribeRegions",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DescribeRegionsInput::SHAPE,
            output: DescribeRegionsOutput::SHAPE,
        },
        Operation {
            name: "DescribeRouteTables",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DescribeRouteTablesInput::SHAPE,
            output: DescribeRouteTablesOutput::SHAPE,
        },
        Operation {
            name: "DescribeSecurityGroupRules",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DescribeSecurityGroupRulesInput::SHAPE,
            output: DescribeSecurityGroupRulesOutput::SHAPE,
        },
        Operation {
            name: "DescribeSecurityGroups",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DescribeSecurityGroupsInput::SHAPE,
            output: DescribeSecurityGroupsOutput::SHAPE,
        },
        Operation {
            name: "DescribeSubnets",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DescribeSubnetsInput::SHAPE,
            output: DescribeSubnetsOutput::SHAPE,
        },
        Operation {
            name: "DescribeTags",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DescribeTagsInput::SHAPE,
            output: DescribeTagsOutput::SHAPE,
        },
        Operation {
            name: "DescribeVpcAttribute",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DescribeVpcAttributeInput::SHAPE,
            output: DescribeVpcAttributeOutput::SHAPE,
        },
        Operation {
            name: "DescribeVpcEndpointServices",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DescribeVpcEndpointServicesInput::SHAPE,
            output: DescribeVpcEndpointServicesOutput::SHAPE,
        },
        Operation {
            name: "DescribeVpcEndpoints",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DescribeVpcEndpointsInput::SHAPE,
            output: DescribeVpcEndpointsOutput::SHAPE,
        },
        Operation {
            name: "DescribeVpcs",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DescribeVpcsInput::SHAPE,
            output: DescribeVpcsOutput::SHAPE,
        },
        Operation {
            name: "DescribeVpnGateways",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DescribeVpnGatewaysInput::SHAPE,
            output: DescribeVpnGatewaysOutput::SHAPE,
        },
        Operation {
            name: "DetachVpnGateway",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DetachVpnGatewayInput::SHAPE,
            output: DetachVpnGatewayOutput::SHAPE,
        },
        Operation {
            name: "DisableVgwRoutePropagation",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DisableVgwRoutePropagationInput::SHAPE,
            output: DisableVgwRoutePropagationOutput::SHAPE,
        },
        Operation {
            name: "DisassociateRouteTable",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DisassociateRouteTableInput::SHAPE,
            output: DisassociateRouteTableOutput::SHAPE,
        },
        Operation {
            name: "EnableVgwRoutePropagation",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: EnableVgwRoutePropagationInput::SHAPE,
            output: EnableVgwRoutePropagationOutput::SHAPE,
        },
        Operation {
            name: "ModifySecurityGroupRules",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: ModifySecurityGroupRulesInput::SHAPE,
            output: ModifySecurityGroupRulesOutput::SHAPE,
        },
        Operation {
            name: "ModifySubnetAttribute",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: ModifySubnetAttributeInput::SHAPE,
            output: ModifySubnetAttributeOutput::SHAPE,
        },
        Operation {
            name: "ModifyVpcAttribute",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: ModifyVpcAttributeInput::SHAPE,
            output: ModifyVpcAttributeOutput::SHAPE,
        },
        Operation {
            name: "ModifyVpcEndpoint",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: ModifyVpcEndpointInput::SHAPE,
            output: ModifyVpcEndpointOutput::SHAPE,
        },
        Operation {
            name: "ReplaceRoute",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: ReplaceRouteInput::SHAPE,
            output: ReplaceRouteOutput::SHAPE,
        },
        Operation {
            name: "ReplaceRouteTableAssociation",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: ReplaceRouteTableAssociationInput::SHAPE,
            output: ReplaceRouteTableAssociationOutput::SHAPE,
        },
        Operation {
            name: "RevokeSecurityGroupEgress",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: RevokeSecurityGroupEgressInput::SHAPE,
            output: RevokeSecurityGroupEgressOutput::SHAPE,
        },
        Operation {
            name: "RevokeSecurityGroupIngress",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: RevokeSecurityGroupIngressInput::SHAPE,
            output: RevokeSecurityGroupIngressOutput::SHAPE,
        },
    ],
    unserved: &[
        Unserved { name: "AcceptAddressTransfer", method: "POST", uri: "/" },
        Unserved { name: "AcceptCapacityReservationBillingOwnership", method: "POST", uri: "/" },
        Unserved { name: "AcceptReservedInstancesExchangeQuote", method: "POST", uri: "/" },
        Unserved { name: "AcceptTransitGatewayClientVpnAttachment", method: "POST", uri: "/" },
        Unserved { name: "AcceptTransitGatewayMulticastDomainAssociations", method: "POST", uri: "/" },
        Unserved { name: "AcceptTransitGatewayPeeringAttachment", method: "POST", uri: "/" },
        Unserved { name: "AcceptTransitGatewayVpcAttachment", method: "POST", uri: "/" },
        Unserved { name: "AcceptVpcEndpointConnections", method: "POST", uri: "/" },
        Unserved { name: "AcceptVpcPeeringConnection", method: "POST", uri: "/" },
        Unserved { name: "AdvertiseByoipCidr", method: "POST", uri: "/" },
        Unserved { name: "AllocateAddress", method: "POST", uri: "/" },
        Unserved { name: "AllocateHosts", method: "POST", uri: "/" },
        Unserved { name: "AllocateIpamPoolCidr", method: "POST", uri: "/" },
        Unserved { name: "ApplySecurityGroupsToClientVpnTargetNetwork", method: "POST", uri: "/" },
        Unserved { name: "AssignIpv6Addresses", method: "POST", uri: "/" },
        Unserved { name: "AssignPrivateIpAddresses", method: "POST", uri: "/" },
        Unserved { name: "AssignPrivateNatGatewayAddress", method: "POST", uri: "/" },
        Unserved { name: "AssociateAddress", method: "POST", uri: "/" },
        Unserved { name: "AssociateApplicationStatusCheck", method: "POST", uri: "/" },
        Unserved { name: "AssociateCapacityReservationBillingOwner", method: "POST", uri: "/" },
        Unserved { name: "AssociateClientVpnTargetNetwork", method: "POST", uri: "/" },
        Unserved { name: "AssociateDhcpOptions", method: "POST", uri: "/" },
        Unserved { name: "AssociateEnclaveCertificateIamRole", method: "POST", uri: "/" },
        Unserved { name: "AssociateIamInstanceProfile", method: "POST", uri: "/" },
        Unserved { name: "AssociateInstanceEventWindow", method: "POST", uri: "/" },
        Unserved { name: "AssociateIpamByoasn", method: "POST", uri: "/" },
        Unserved { name: "AssociateIpamResourceDiscovery", method: "POST", uri: "/" },
        Unserved { name: "AssociateKmsKeyId", method: "POST", uri: "/" },
        Unserved { name: "AssociateNatGatewayAddress", method: "POST", uri: "/" },
        Unserved { name: "AssociateNetworkingFlexCostAllocationPolicy", method: "POST", uri: "/" },
        Unserved { name: "AssociateRouteServer", method: "POST", uri: "/" },
        Unserved { name: "AssociateSecurityGroupVpc", method: "POST", uri: "/" },
        Unserved { name: "AssociateSubnetCidrBlock", method: "POST", uri: "/" },
        Unserved { name: "AssociateTransitGatewayMulticastDomain", method: "POST", uri: "/" },
        Unserved { name: "AssociateTransitGatewayPolicyTable", method: "POST", uri: "/" },
        Unserved { name: "AssociateTransitGatewayRouteTable", method: "POST", uri: "/" },
        Unserved { name: "AssociateTrunkInterface", method: "POST", uri: "/" },
        Unserved { name: "AssociateVpcCidrBlock", method: "POST", uri: "/" },
        Unserved { name: "AttachClassicLinkVpc", method: "POST", uri: "/" },
        Unserved { name: "AttachImageWatermark", method: "POST", uri: "/" },
        Unserved { name: "AttachInternetGateway", method: "POST", uri: "/" },
        Unserved { name: "AttachNetworkInterface", method: "POST", uri: "/" },
        Unserved { name: "AttachVerifiedAccessTrustProvider", method: "POST", uri: "/" },
        Unserved { name: "AttachVolume", method: "POST", uri: "/" },
        Unserved { name: "AuthorizeClientVpnIngress", method: "POST", uri: "/" },
        Unserved { name: "BatchModifyIpamRoutingPolicyRegistrations", method: "POST", uri: "/" },
        Unserved { name: "BundleInstance", method: "POST", uri: "/" },
        Unserved { name: "CancelBundleTask", method: "POST", uri: "/" },
        Unserved { name: "CancelCapacityReservation", method: "POST", uri: "/" },
        Unserved { name: "CancelCapacityReservationFleets", method: "POST", uri: "/" },
        Unserved { name: "CancelConversionTask", method: "POST", uri: "/" },
        Unserved { name: "CancelDeclarativePoliciesReport", method: "POST", uri: "/" },
        Unserved { name: "CancelExportTask", method: "POST", uri: "/" },
        Unserved { name: "CancelImageLaunchPermission", method: "POST", uri: "/" },
        Unserved { name: "CancelImportTask", method: "POST", uri: "/" },
        Unserved { name: "CancelReservedInstancesListing", method: "POST", uri: "/" },
        Unserved { name: "CancelSpotFleetRequests", method: "POST", uri: "/" },
        Unserved { name: "CancelSpotInstanceRequests", method: "POST", uri: "/" },
        Unserved { name: "ConfirmProductInstance", method: "POST", uri: "/" },
        Unserved { name: "CopyFpgaImage", method: "POST", uri: "/" },
        Unserved { name: "CopyImage", method: "POST", uri: "/" },
        Unserved { name: "CopySnapshot", method: "POST", uri: "/" },
        Unserved { name: "CopyVolumes", method: "POST", uri: "/" },
        Unserved { name: "CreateApplicationStatusCheck", method: "POST", uri: "/" },
        Unserved { name: "CreateCapacityManagerDataExport", method: "POST", uri: "/" },
        Unserved { name: "CreateCapacityReservation", method: "POST", uri: "/" },
        Unserved { name: "CreateCapacityReservationBySplitting", method: "POST", uri: "/" },
        Unserved { name: "CreateCapacityReservationCancellationQuote", method: "POST", uri: "/" },
        Unserved { name: "CreateCapacityReservationDateChangeQuote", method: "POST", uri: "/" },
        Unserved { name: "CreateCapacityReservationFleet", method: "POST", uri: "/" },
        Unserved { name: "CreateCarrierGateway", method: "POST", uri: "/" },
        Unserved { name: "CreateClientVpnEndpoint", method: "POST", uri: "/" },
        Unserved { name: "CreateClientVpnRoute", method: "POST", uri: "/" },
        Unserved { name: "CreateCoipCidr", method: "POST", uri: "/" },
        Unserved { name: "CreateCoipPool", method: "POST", uri: "/" },
        Unserved { name: "CreateCustomerGateway", method: "POST", uri: "/" },
        Unserved { name: "CreateDefaultSubnet", method: "POST", uri: "/" },
        Unserved { name: "CreateDefaultVpc", method: "POST", uri: "/" },
        Unserved { name: "CreateDelegateMacVolumeOwnershipTask", method: "POST", uri: "/" },
        Unserved { name: "CreateDhcpOptions", method: "POST", uri: "/" },
        Unserved { name: "CreateEgressOnlyInternetGateway", method: "POST", uri: "/" },
        Unserved { name: "CreateFleet", method: "POST", uri: "/" },
        Unserved { name: "CreateFlowLogs", method: "POST", uri: "/" },
        Unserved { name: "CreateFpgaImage", method: "POST", uri: "/" },
        Unserved { name: "CreateImage", method: "POST", uri: "/" },
        Unserved { name: "CreateImageUsageReport", method: "POST", uri: "/" },
        Unserved { name: "CreateInstanceConnectEndpoint", method: "POST", uri: "/" },
        Unserved { name: "CreateInstanceEventWindow", method: "POST", uri: "/" },
        Unserved { name: "CreateInstanceExportTask", method: "POST", uri: "/" },
        Unserved { name: "CreateInternetGateway", method: "POST", uri: "/" },
        Unserved { name: "CreateInterruptibleCapacityReservationAllocation", method: "POST", uri: "/" },
        Unserved { name: "CreateIpam", method: "POST", uri: "/" },
        Unserved { name: "CreateIpamExternalResourceVerificationToken", method: "POST", uri: "/" },
        Unserved { name: "CreateIpamInternetRegistryAssociation", method: "POST", uri: "/" },
        Unserved { name: "CreateIpamPolicy", method: "POST", uri: "/" },
        Unserved { name: "CreateIpamPool", method: "POST", uri: "/" },
        Unserved { name: "CreateIpamPrefixListResolver", method: "POST", uri: "/" },
        Unserved { name: "CreateIpamPrefixListResolverTarget", method: "POST", uri: "/" },
        Unserved { name: "CreateIpamResourceDiscovery", method: "POST", uri: "/" },
        Unserved { name: "CreateIpamRoutingPolicyRegistration", method: "POST", uri: "/" },
        Unserved { name: "CreateIpamScope", method: "POST", uri: "/" },
        Unserved { name: "CreateKeyPair", method: "POST", uri: "/" },
        Unserved { name: "CreateLaunchTemplate", method: "POST", uri: "/" },
        Unserved { name: "CreateLaunchTemplateVersion", method: "POST", uri: "/" },
        Unserved { name: "CreateLocalGatewayRoute", method: "POST", uri: "/" },
        Unserved { name: "CreateLocalGatewayRouteTable", method: "POST", uri: "/" },
        Unserved {
            name: "CreateLocalGatewayRouteTableVirtualInterfaceGroupAssociation",
            method: "POST",
            uri: "/",
        },
        Unserved { name: "CreateLocalGatewayRouteTableVpcAssociation", method: "POST", uri: "/" },
        Unserved { name: "CreateLocalGatewayVirtualInterface", method: "POST", uri: "/" },
        Unserved { name: "CreateLocalGatewayVirtualInterfaceGroup", method: "POST", uri: "/" },
        Unserved { name: "CreateMacSystemIntegrityProtectionModificationTask", method: "POST", uri: "/" },
        Unserved { name: "CreateManagedPrefixList", method: "POST", uri: "/" },
        Unserved { name: "CreateMetricCategory", method: "POST", uri: "/" },
        Unserved { name: "CreateNatGateway", method: "POST", uri: "/" },
        Unserved { name: "CreateNetworkAcl", method: "POST", uri: "/" },
        Unserved { name: "CreateNetworkAclEntry", method: "POST", uri: "/" },
        Unserved { name: "CreateNetworkInsightsAccessScope", method: "POST", uri: "/" },
        Unserved { name: "CreateNetworkInsightsPath", method: "POST", uri: "/" },
        Unserved { name: "CreateNetworkInterface", method: "POST", uri: "/" },
        Unserved { name: "CreateNetworkInterfacePermission", method: "POST", uri: "/" },
        Unserved { name: "CreateNetworkingFlexCostAllocationPolicy", method: "POST", uri: "/" },
        Unserved { name: "CreatePlacementGroup", method: "POST", uri: "/" },
        Unserved { name: "CreatePublicIpv4Pool", method: "POST", uri: "/" },
        Unserved { name: "CreateReplaceRootVolumeTask", method: "POST", uri: "/" },
        Unserved { name: "CreateReservedInstancesListing", method: "POST", uri: "/" },
        Unserved { name: "CreateRestoreImageTask", method: "POST", uri: "/" },
        Unserved { name: "CreateRouteServer", method: "POST", uri: "/" },
        Unserved { name: "CreateRouteServerEndpoint", method: "POST", uri: "/" },
        Unserved { name: "CreateRouteServerPeer", method: "POST", uri: "/" },
        Unserved { name: "CreateSecondaryNetwork", method: "POST", uri: "/" },
        Unserved { name: "CreateSecondarySubnet", method: "POST", uri: "/" },
        Unserved { name: "CreateSnapshot", method: "POST", uri: "/" },
        Unserved { name: "CreateSnapshots", method: "POST", uri: "/" },
        Unserved { name: "CreateSpotDatafeedSubscription", method: "POST", uri: "/" },
        Unserved { name: "CreateStoreImageTask", method: "POST", uri: "/" },
        Unserved { name: "CreateSubnetCidrReservation", method: "POST", uri: "/" },
        Unserved { name: "CreateTrafficMirrorFilter", method: "POST", uri: "/" },
        Unserved { name: "CreateTrafficMirrorFilterRule", method: "POST", uri: "/" },
        Unserved { name: "CreateTrafficMirrorSession", method: "POST", uri: "/" },
        Unserved { name: "CreateTrafficMirrorTarget", method: "POST", uri: "/" },
        Unserved { name: "CreateTransitGateway", method: "POST", uri: "/" },
        Unserved { name: "CreateTransitGatewayConnect", method: "POST", uri: "/" },
        Unserved { name: "CreateTransitGatewayConnectPeer", method: "POST", uri: "/" },
        Unserved { name: "CreateTransitGatewayMeteringPolicy", method: "POST", uri: "/" },
        Unserved { name: "CreateTransitGatewayMeteringPolicyEntry", method: "POST", uri: "/" },
        Unserved { name: "CreateTransitGatewayMulticastDomain", method: "POST", uri: "/" },
        Unserved { name: "CreateTransitGatewayNetworkFunctionAttachment", method: "POST", uri: "/" },
        Unserved { name: "CreateTransitGatewayPeeringAttachment", method: "POST", uri: "/" },
        Unserved { name: "CreateTransitGatewayPolicyTable", method: "POST", uri: "/" },
        Unserved { name: "CreateTransitGatewayPolicyTableEntry", method: "POST", uri: "/" },
        Unserved { name: "CreateTransitGatewayPrefixListReference", method: "POST", uri: "/" },
        Unserved { name: "CreateTransitGatewayRoute", method: "POST", uri: "/" },
        Unserved { name: "CreateTransitGatewayRouteTable", method: "POST", uri: "/" },
        Unserved { name: "CreateTransitGatewayRouteTableAnnouncement", method: "POST", uri: "/" },
        Unserved { name: "CreateTransitGatewayVpcAttachment", method: "POST", uri: "/" },
        Unserved { name: "CreateVerifiedAccessEndpoint", method: "POST", uri: "/" },
        Unserved { name: "CreateVerifiedAccessGroup", method: "POST", uri: "/" },
        Unserved { name: "CreateVerifiedAccessInstance", method: "POST", uri: "/" },
        Unserved { name: "CreateVerifiedAccessTrustProvider", method: "POST", uri: "/" },
        Unserved { name: "CreateVolume", method: "POST", uri: "/" },
        Unserved { name: "CreateVpcBlockPublicAccessExclusion", method: "POST", uri: "/" },
        Unserved { name: "CreateVpcEncryptionControl", method: "POST", uri: "/" },
        Unserved { name: "CreateVpcEndpointConnectionNotification", method: "POST", uri: "/" },
        Unserved { name: "CreateVpcEndpointServiceConfiguration", method: "POST", uri: "/" },
        Unserved { name: "CreateVpcPeeringConnection", method: "POST", uri: "/" },
        Unserved { name: "CreateVpnConcentrator", method: "POST", uri: "/" },
        Unserved { name: "CreateVpnConnection", method: "POST", uri: "/" },
        Unserved { name: "CreateVpnConnectionRoute", method: "POST", uri: "/" },
        Unserved { name: "DeleteApplicationStatusCheck", method: "POST", uri: "/" },
        Unserved { name: "DeleteCapacityManagerDataExport", method: "POST", uri: "/" },
        Unserved { name: "DeleteCarrierGateway", method: "POST", uri: "/" },
        Unserved { name: "DeleteClientVpnEndpoint", method: "POST", uri: "/" },
        Unserved { name: "DeleteClientVpnEndpointAuthorizationPolicy", method: "POST", uri: "/" },
        Unserved { name: "DeleteClientVpnRoute", method: "POST", uri: "/" },
        Unserved { name: "DeleteCoipCidr", method: "POST", uri: "/" },
        Unserved { name: "DeleteCoipPool", method: "POST", uri: "/" },
        Unserved { name: "DeleteCustomerGateway", method: "POST", uri: "/" },
        Unserved { name: "DeleteDhcpOptions", method: "POST", uri: "/" },
        Unserved { name: "DeleteEgressOnlyInternetGateway", method: "POST", uri: "/" },
        Unserved { name: "DeleteFleets", method: "POST", uri: "/" },
        Unserved { name: "DeleteFlowLogs", method: "POST", uri: "/" },
        Unserved { name: "DeleteFpgaImage", method: "POST", uri: "/" },
        Unserved { name: "DeleteImageUsageReport", method: "POST", uri: "/" },
        Unserved { name: "DeleteInstanceConnectEndpoint", method: "POST", uri: "/" },
        Unserved { name: "DeleteInstanceEventWindow", method: "POST", uri: "/" },
        Unserved { name: "DeleteInternetGateway", method: "POST", uri: "/" },
        Unserved { name: "DeleteIpam", method: "POST", uri: "/" },
        Unserved { name: "DeleteIpamExternalResourceVerificationToken", method: "POST", uri: "/" },
        Unserved { name: "DeleteIpamInternetRegistryAssociation", method: "POST", uri: "/" },
        Unserved { name: "DeleteIpamPolicy", method: "POST", uri: "/" },
        Unserved { name: "DeleteIpamPool", method: "POST", uri: "/" },
        Unserved { name: "DeleteIpamPrefixListResolver", method: "POST", uri: "/" },
        Unserved { name: "DeleteIpamPrefixListResolverTarget", method: "POST", uri: "/" },
        Unserved { name: "DeleteIpamResourceDiscovery", method: "POST", uri: "/" },
        Unserved { name: "DeleteIpamRoutingPolicyRegistration", method: "POST", uri: "/" },
        Unserved { name: "DeleteIpamScope", method: "POST", uri: "/" },
        Unserved { name: "DeleteKeyPair", method: "POST", uri: "/" },
        Unserved { name: "DeleteLaunchTemplate", method: "POST", uri: "/" },
        Unserved { name: "DeleteLaunchTemplateVersions", method: "POST", uri: "/" },
        Unserved { name: "DeleteLocalGatewayRoute", method: "POST", uri: "/" },
        Unserved { name: "DeleteLocalGatewayRouteTable", method: "POST", uri: "/" },
        Unserved {
            name: "DeleteLocalGatewayRouteTableVirtualInterfaceGroupAssociation",
            method: "POST",
            uri: "/",
        },
        Unserved { name: "DeleteLocalGatewayRouteTableVpcAssociation", method: "POST", uri: "/" },
        Unserved { name: "DeleteLocalGatewayVirtualInterface", method: "POST", uri: "/" },
        Unserved { name: "DeleteLocalGatewayVirtualInterfaceGroup", method: "POST", uri: "/" },
        Unserved { name: "DeleteManagedPrefixList", method: "POST", uri: "/" },
        Unserved { name: "DeleteMetricCategory", method: "POST", uri: "/" },
        Unserved { name: "DeleteNatGateway", method: "POST", uri: "/" },
        Unserved { name: "DeleteNetworkAcl", method: "POST", uri: "/" },
        Unserved { name: "DeleteNetworkAclEntry", method: "POST", uri: "/" },
        Unserved { name: "DeleteNetworkInsightsAccessScope", method: "POST", uri: "/" },
        Unserved { name: "DeleteNetworkInsightsAccessScopeAnalysis", method: "POST", uri: "/" },
        Unserved { name: "DeleteNetworkInsightsAnalysis", method: "POST", uri: "/" },
        Unserved { name: "DeleteNetworkInsightsPath", method: "POST", uri: "/" },
        Unserved { name: "DeleteNetworkInterface", method: "POST", uri: "/" },
        Unserved { name: "DeleteNetworkInterfacePermission", method: "POST", uri: "/" },
        Unserved { name: "DeleteNetworkingFlexCostAllocationPolicies", method: "POST", uri: "/" },
        Unserved { name: "DeletePlacementGroup", method: "POST", uri: "/" },
        Unserved { name: "DeletePublicIpv4Pool", method: "POST", uri: "/" },
        Unserved { name: "DeleteQueuedReservedInstances", method: "POST", uri: "/" },
        Unserved { name: "DeleteRouteServer", method: "POST", uri: "/" },
        Unserved { name: "DeleteRouteServerEndpoint", method: "POST", uri: "/" },
        Unserved { name: "DeleteRouteServerPeer", method: "POST", uri: "/" },
        Unserved { name: "DeleteSecondaryNetwork", method: "POST", uri: "/" },
        Unserved { name: "DeleteSecondarySubnet", method: "POST", uri: "/" },
        Unserved { name: "DeleteSnapshot", method: "POST", uri: "/" },
        Unserved { name: "DeleteSpotDatafeedSubscription", method: "POST", uri: "/" },
        Unserved { name: "DeleteSubnetCidrReservation", method: "POST", uri: "/" },
        Unserved { name: "DeleteTrafficMirrorFilter", method: "POST", uri: "/" },
        Unserved { name: "DeleteTrafficMirrorFilterRule", method: "POST", uri: "/" },
        Unserved { name: "DeleteTrafficMirrorSession", method: "POST", uri: "/" },
        Unserved { name: "DeleteTrafficMirrorTarget", method: "POST", uri: "/" },
        Unserved { name: "DeleteTransitGateway", method: "POST", uri: "/" },
        Unserved { name: "DeleteTransitGatewayClientVpnAttachment", method: "POST", uri: "/" },
        Unserved { name: "DeleteTransitGatewayConnect", method: "POST", uri: "/" },
        Unserved { name: "DeleteTransitGatewayConnectPeer", method: "POST", uri: "/" },
        Unserved { name: "DeleteTransitGatewayMeteringPolicy", method: "POST", uri: "/" },
        Unserved { name: "DeleteTransitGatewayMeteringPolicyEntry", method: "POST", uri: "/" },
        Unserved { name: "DeleteTransitGatewayMulticastDomain", method: "POST", uri: "/" },
        Unserved { name: "DeleteTransitGatewayNetworkFunctionAttachment", method: "POST", uri: "/" },
        Unserved { name: "DeleteTransitGatewayPeeringAttachment", method: "POST", uri: "/" },
        Unserved { name: "DeleteTransitGatewayPolicyTable", method: "POST", uri: "/" },
        Unserved { name: "DeleteTransitGatewayPolicyTableEntry", method: "POST", uri: "/" },
        Unserved { name: "DeleteTransitGatewayPrefixListReference", method: "POST", uri: "/" },
        Unserved { name: "DeleteTransitGatewayRoute", method: "POST", uri: "/" },
        Unserved { name: "DeleteTransitGatewayRouteTable", method: "POST", uri: "/" },
        Unserved { name: "DeleteTransitGatewayRouteTableAnnouncement", method: "POST", uri: "/" },
        Unserved { name: "DeleteTransitGatewayVpcAttachment", method: "POST", uri: "/" },
        Unserved { name: "DeleteVerifiedAccessEndpoint", method: "POST", uri: "/" },
        Unserved { name: "DeleteVerifiedAccessGroup", method: "POST", uri: "/" },
        Unserved { name: "DeleteVerifiedAccessInstance", method: "POST", uri: "/" },
        Unserved { name: "DeleteVerifiedAccessTrustProvider", method: "POST", uri: "/" },
        Unserved { name: "DeleteVolume", method: "POST", uri: "/" },
        Unserved { name: "DeleteVpcBlockPublicAccessExclusion", method: "POST", uri: "/" },
        Unserved { name: "DeleteVpcEncryptionControl", method: "POST", uri: "/" },
        Unserved { name: "DeleteVpcEndpointConnectionNotifications", method: "POST", uri: "/" },
        Unserved { name: "DeleteVpcEndpointServiceConfigurations", method: "POST", uri: "/" },
        Unserved { name: "DeleteVpcPeeringConnection", method: "POST", uri: "/" },
        Unserved { name: "DeleteVpnConcentrator", method: "POST", uri: "/" },
        Unserved { name: "DeleteVpnConnection", method: "POST", uri: "/" },
        Unserved { name: "DeleteVpnConnectionRoute", method: "POST", uri: "/" },
        Unserved { name: "DeprovisionByoipCidr", method: "POST", uri: "/" },
        Unserved { name: "DeprovisionIpamByoasn", method: "POST", uri: "/" },
        Unserved { name: "DeprovisionIpamPoolCidr", method: "POST", uri: "/" },
        Unserved { name: "DeprovisionPublicIpv4PoolCidr", method: "POST", uri: "/" },
        Unserved { name: "DeregisterImage", method: "POST", uri: "/" },
        Unserved { name: "DeregisterInstanceEventNotificationAttributes", method: "POST", uri: "/" },
        Unserved { name: "DeregisterTransitGatewayMulticastGroupMembers", method: "POST", uri: "/" },
        Unserved { name: "DeregisterTransitGatewayMulticastGroupSources", method: "POST", uri: "/" },
        Unserved { name: "DescribeAccountVpcEncryptionControl", method: "POST", uri: "/" },
        Unserved { name: "DescribeAddressTransfers", method: "POST", uri: "/" },
        Unserved { name: "DescribeAddresses", method: "POST", uri: "/" },
        Unserved { name: "DescribeAddressesAttribute", method: "POST", uri: "/" },
        Unserved { name: "DescribeAggregateIdFormat", method: "POST", uri: "/" },
        Unserved { name: "DescribeApplicationStatus", method: "POST", uri: "/" },
        Unserved { name: "DescribeApplicationStatusCheckAssociations", method: "POST", uri: "/" },
        Unserved { name: "DescribeApplicationStatusChecks", method: "POST", uri: "/" },
        Unserved { name: "DescribeAwsNetworkPerformanceMetricSubscriptions", method: "POST", uri: "/" },
        Unserved { name: "DescribeBundleTasks", method: "POST", uri: "/" },
        Unserved { name: "DescribeByoipCidrs", method: "POST", uri: "/" },
        Unserved { name: "DescribeCapacityBlockExtensionHistory", method: "POST", uri: "/" },
        Unserved { name: "DescribeCapacityBlockExtensionOfferings", method: "POST", uri: "/" },
        Unserved { name: "DescribeCapacityBlockOfferings", method: "POST", uri: "/" },
        Unserved { name: "DescribeCapacityBlockStatus", method: "POST", uri: "/" },
        Unserved { name: "DescribeCapacityBlocks", method: "POST", uri: "/" },
        Unserved { name: "DescribeCapacityManagerDataExports", method: "POST", uri: "/" },
        Unserved { name: "DescribeCapacityReservationBillingRequests", method: "POST", uri: "/" },
        Unserved { name: "DescribeCapacityReservationCancellationQuotes", method: "POST", uri: "/" },
        Unserved { name: "DescribeCapacityReservationDateChangeQuotes", method: "POST", uri: "/" },
        Unserved { name: "DescribeCapacityReservationFleets", method: "POST", uri: "/" },
        Unserved { name: "DescribeCapacityReservationTopology", method: "POST", uri: "/" },
        Unserved { name: "DescribeCapacityReservations", method: "POST", uri: "/" },
        Unserved { name: "DescribeCarrierGateways", method: "POST", uri: "/" },
        Unserved { name: "DescribeClassicLinkInstances", method: "POST", uri: "/" },
        Unserved { name: "DescribeClientVpnAuthorizationRules", method: "POST", uri: "/" },
        Unserved { name: "DescribeClientVpnConnections", method: "POST", uri: "/" },
        Unserved { name: "DescribeClientVpnEndpoints", method: "POST", uri: "/" },
        Unserved { name: "DescribeClientVpnRoutes", method: "POST", uri: "/" },
        Unserved { name: "DescribeClientVpnTargetNetworks", method: "POST", uri: "/" },
        Unserved { name: "DescribeCoipPools", method: "POST", uri: "/" },
        Unserved { name: "DescribeConversionTasks", method: "POST", uri: "/" },
        Unserved { name: "DescribeCustomerGateways", method: "POST", uri: "/" },
        Unserved { name: "DescribeDeclarativePoliciesReports", method: "POST", uri: "/" },
        Unserved { name: "DescribeEgressOnlyInternetGateways", method: "POST", uri: "/" },
        Unserved { name: "DescribeElasticGpus", method: "POST", uri: "/" },
        Unserved { name: "DescribeExportImageTasks", method: "POST", uri: "/" },
        Unserved { name: "DescribeExportTasks", method: "POST", uri: "/" },
        Unserved { name: "DescribeFastLaunchImages", method: "POST", uri: "/" },
        Unserved { name: "DescribeFastSnapshotRestores", method: "POST", uri: "/" },
        Unserved { name: "DescribeFleetHistory", method: "POST", uri: "/" },
        Unserved { name: "DescribeFleetInstances", method: "POST", uri: "/" },
        Unserved { name: "DescribeFleets", method: "POST", uri: "/" },
        Unserved { name: "DescribeFlowLogs", method: "POST", uri: "/" },
        Unserved { name: "DescribeFpgaImageAttribute", method: "POST", uri: "/" },
        Unserved { name: "DescribeFpgaImages", method: "POST", uri: "/" },
        Unserved { name: "DescribeHostReservationOfferings", method: "POST", uri: "/" },
        Unserved { name: "DescribeHostReservations", method: "POST", uri: "/" },
        Unserved { name: "DescribeHosts", method: "POST", uri: "/" },
        Unserved { name: "DescribeIamInstanceProfileAssociations", method: "POST", uri: "/" },
        Unserved { name: "DescribeIdFormat", method: "POST", uri: "/" },
        Unserved { name: "DescribeIdentityIdFormat", method: "POST", uri: "/" },
        Unserved { name: "DescribeImageAttribute", method: "POST", uri: "/" },
        Unserved { name: "DescribeImageReferences", method: "POST", uri: "/" },
        Unserved { name: "DescribeImageUsageReportEntries", method: "POST", uri: "/" },
        Unserved { name: "DescribeImageUsageReports", method: "POST", uri: "/" },
        Unserved { name: "DescribeImages", method: "POST", uri: "/" },
        Unserved { name: "DescribeImportImageTasks", method: "POST", uri: "/" },
        Unserved { name: "DescribeImportSnapshotTasks", method: "POST", uri: "/" },
        Unserved { name: "DescribeInstanceAttribute", method: "POST", uri: "/" },
        Unserved { name: "DescribeInstanceConnectEndpoints", method: "POST", uri: "/" },
        Unserved { name: "DescribeInstanceCreditSpecifications", method: "POST", uri: "/" },
        Unserved { name: "DescribeInstanceEventNotificationAttributes", method: "POST", uri: "/" },
        Unserved { name: "DescribeInstanceEventWindows", method: "POST", uri: "/" },
        Unserved { name: "DescribeInstanceImageMetadata", method: "POST", uri: "/" },
        Unserved { name: "DescribeInstanceSqlHaHistoryStates", method: "POST", uri: "/" },
        Unserved { name: "DescribeInstanceSqlHaStates", method: "POST", uri: "/" },
        Unserved { name: "DescribeInstanceStatus", method: "POST", uri: "/" },
        Unserved { name: "DescribeInstanceTopology", method: "POST", uri: "/" },
        Unserved { name: "DescribeInstanceTypeOfferings", method: "POST", uri: "/" },
        Unserved { name: "DescribeInstanceTypes", method: "POST", uri: "/" },
        Unserved { name: "DescribeInstances", method: "POST", uri: "/" },
        Unserved { name: "DescribeInternetGateways", method: "POST", uri: "/" },
        Unserved { name: "DescribeIpamByoasn", method: "POST", uri: "/" },
        Unserved { name: "DescribeIpamExternalResourceVerificationTokens", method: "POST", uri: "/" },
        Unserved { name: "DescribeIpamInternetRegistryAssociations", method: "POST", uri: "/" },
        Unserved { name: "DescribeIpamPolicies", method: "POST", uri: "/" },
        Unserved { name: "DescribeIpamPoolAllocations", method: "POST", uri: "/" },
        Unserved { name: "DescribeIpamPools", method: "POST", uri: "/" },
        Unserved { name: "DescribeIpamPrefixListResolverTargets", method: "POST", uri: "/" },
        Unserved { name: "DescribeIpamPrefixListResolvers", method: "POST", uri: "/" },
        Unserved { name: "DescribeIpamResourceDiscoveries", method: "POST", uri: "/" },
        Unserved { name: "DescribeIpamResourceDiscoveryAssociations", method: "POST", uri: "/" },
        Unserved { name: "DescribeIpamScopes", method: "POST", uri: "/" },
        Unserved { name: "DescribeIpams", method: "POST", uri: "/" },
        Unserved { name: "DescribeIpv6Pools", method: "POST", uri: "/" },
        Unserved { name: "DescribeKeyPairs", method: "POST", uri: "/" },
        Unserved { name: "DescribeLaunchTemplateVersions", method: "POST", uri: "/" },
        Unserved { name: "DescribeLaunchTemplates", method: "POST", uri: "/" },
        Unserved {
            name: "DescribeLocalGatewayRouteTableVirtualInterfaceGroupAssociations",
            method: "POST",
            uri: "/",
        },
        Unserved { name: "DescribeLocalGatewayRouteTableVpcAssociations", method: "POST", uri: "/" },
        Unserved { name: "DescribeLocalGatewayRouteTables", method: "POST", uri: "/" },
        Unserved { name: "DescribeLocalGatewayVirtualInterfaceGroups", method: "POST", uri: "/" },
        Unserved { name: "DescribeLocalGatewayVirtualInterfaces", method: "POST", uri: "/" },
        Unserved { name: "DescribeLocalGateways", method: "POST", uri: "/" },
        Unserved { name: "DescribeLockedSnapshots", method: "POST", uri: "/" },
        Unserved { name: "DescribeMacHosts", method: "POST", uri: "/" },
        Unserved { name: "DescribeMacModificationTasks", method: "POST", uri: "/" },
        Unserved { name: "DescribeMetricCategories", method: "POST", uri: "/" },
        Unserved { name: "DescribeMovingAddresses", method: "POST", uri: "/" },
        Unserved { name: "DescribeNatGateways", method: "POST", uri: "/" },
        Unserved { name: "DescribeNetworkInsightsAccessScopeAnalyses", method: "POST", uri: "/" },
        Unserved { name: "DescribeNetworkInsightsAccessScopes", method: "POST", uri: "/" },
        Unserved { name: "DescribeNetworkInsightsAnalyses", method: "POST", uri: "/" },
        Unserved { name: "DescribeNetworkInsightsPaths", method: "POST", uri: "/" },
        Unserved { name: "DescribeNetworkInterfaceAttribute", method: "POST", uri: "/" },
        Unserved { name: "DescribeNetworkInterfacePermissions", method: "POST", uri: "/" },
        Unserved { name: "DescribeNetworkingFlexCostAllocationPolicies", method: "POST", uri: "/" },
        Unserved { name: "DescribeNetworkingFlexCostAllocationPolicyAssociations", method: "POST", uri: "/" },
        Unserved { name: "DescribeOutpostLags", method: "POST", uri: "/" },
        Unserved { name: "DescribePlacementGroups", method: "POST", uri: "/" },
        Unserved { name: "DescribePrincipalIdFormat", method: "POST", uri: "/" },
        Unserved { name: "DescribePublicIpv4Pools", method: "POST", uri: "/" },
        Unserved { name: "DescribeReplaceRootVolumeTasks", method: "POST", uri: "/" },
        Unserved { name: "DescribeReservedInstances", method: "POST", uri: "/" },
        Unserved { name: "DescribeReservedInstancesListings", method: "POST", uri: "/" },
        Unserved { name: "DescribeReservedInstancesModifications", method: "POST", uri: "/" },
        Unserved { name: "DescribeReservedInstancesOfferings", method: "POST", uri: "/" },
        Unserved { name: "DescribeRouteServerEndpoints", method: "POST", uri: "/" },
        Unserved { name: "DescribeRouteServerPeers", method: "POST", uri: "/" },
        Unserved { name: "DescribeRouteServers", method: "POST", uri: "/" },
        Unserved { name: "DescribeScheduledInstanceAvailability", method: "POST", uri: "/" },
        Unserved { name: "DescribeScheduledInstances", method: "POST", uri: "/" },
        Unserved { name: "DescribeSecondaryInterfaces", method: "POST", uri: "/" },
        Unserved { name: "DescribeSecondaryNetworks", method: "POST", uri: "/" },
        Unserved { name: "DescribeSecondarySubnets", method: "POST", uri: "/" },
        Unserved { name: "DescribeSecurityGroupReferences", method: "POST", uri: "/" },
        Unserved { name: "DescribeSecurityGroupVpcAssociations", method: "POST", uri: "/" },
        Unserved { name: "DescribeServiceLinkVirtualInterfaces", method: "POST", uri: "/" },
        Unserved { name: "DescribeSnapshotAttribute", method: "POST", uri: "/" },
        Unserved { name: "DescribeSnapshotTierStatus", method: "POST", uri: "/" },
        Unserved { name: "DescribeSnapshots", method: "POST", uri: "/" },
        Unserved { name: "DescribeSpotDatafeedSubscription", method: "POST", uri: "/" },
        Unserved { name: "DescribeSpotFleetInstances", method: "POST", uri: "/" },
        Unserved { name: "DescribeSpotFleetRequestHistory", method: "POST", uri: "/" },
        Unserved { name: "DescribeSpotFleetRequests", method: "POST", uri: "/" },
        Unserved { name: "DescribeSpotInstanceRequests", method: "POST", uri: "/" },
        Unserved { name: "DescribeSpotPriceHistory", method: "POST", uri: "/" },
        Unserved { name: "DescribeStaleSecurityGroups", method: "POST", uri: "/" },
        Unserved { name: "DescribeStoreImageTasks", method: "POST", uri: "/" },
        Unserved { name: "DescribeTrafficMirrorFilterRules", method: "POST", uri: "/" },
        Unserved { name: "DescribeTrafficMirrorFilters", method: "POST", uri: "/" },
        Unserved { name: "DescribeTrafficMirrorSessions", method: "POST", uri: "/" },
        Unserved { name: "DescribeTrafficMirrorTargets", method: "POST", uri: "/" },
        Unserved { name: "DescribeTransitGatewayAttachments", method: "POST", uri: "/" },
        Unserved { name: "DescribeTransitGatewayConnectPeers", method: "POST", uri: "/" },
        Unserved { name: "DescribeTransitGatewayConnects", method: "POST", uri: "/" },
        Unserved { name: "DescribeTransitGatewayMeteringPolicies", method: "POST", uri: "/" },
        Unserved { name: "DescribeTransitGatewayMulticastDomains", method: "POST", uri: "/" },
        Unserved { name: "DescribeTransitGatewayNetworkFunctionAttachments", method: "POST", uri: "/" },
        Unserved { name: "DescribeTransitGatewayPeeringAttachments", method: "POST", uri: "/" },
        Unserved { name: "DescribeTransitGatewayPolicyTables", method: "POST", uri: "/" },
        Unserved { name: "DescribeTransitGatewayRouteTableAnnouncements", method: "POST", uri: "/" },
        Unserved { name: "DescribeTransitGatewayRouteTables", method: "POST", uri: "/" },
        Unserved { name: "DescribeTransitGatewayVpcAttachments", method: "POST", uri: "/" },
        Unserved { name: "DescribeTransitGateways", method: "POST", uri: "/" },
        Unserved { name: "DescribeTrunkInterfaceAssociations", method: "POST", uri: "/" },
        Unserved { name: "DescribeVerifiedAccessEndpoints", method: "POST", uri: "/" },
        Unserved { name: "DescribeVerifiedAccessGroups", method: "POST", uri: "/" },
        Unserved { name: "DescribeVerifiedAccessInstanceLoggingConfigurations", method: "POST", uri: "/" },
        Unserved { name: "DescribeVerifiedAccessInstances", method: "POST", uri: "/" },
        Unserved { name: "DescribeVerifiedAccessTrustProviders", method: "POST", uri: "/" },
        Unserved { name: "DescribeVolumeAttribute", method: "POST", uri: "/" },
        Unserved { name: "DescribeVolumeStatus", method: "POST", uri: "/" },
        Unserved { name: "DescribeVolumes", method: "POST", uri: "/" },
        Unserved { name: "DescribeVolumesModifications", method: "POST", uri: "/" },
        Unserved { name: "DescribeVpcBlockPublicAccessExclusions", method: "POST", uri: "/" },
        Unserved { name: "DescribeVpcBlockPublicAccessOptions", method: "POST", uri: "/" },
        Unserved { name: "DescribeVpcClassicLink", method: "POST", uri: "/" },
        Unserved { name: "DescribeVpcClassicLinkDnsSupport", method: "POST", uri: "/" },
        Unserved { name: "DescribeVpcEncryptionControls", method: "POST", uri: "/" },
        Unserved { name: "DescribeVpcEndpointAssociations", method: "POST", uri: "/" },
        Unserved { name: "DescribeVpcEndpointConnectionNotifications", method: "POST", uri: "/" },
        Unserved { name: "DescribeVpcEndpointConnections", method: "POST", uri: "/" },
        Unserved { name: "DescribeVpcEndpointServiceConfigurations", method: "POST", uri: "/" },
        Unserved { name: "DescribeVpcEndpointServicePermissions", method: "POST", uri: "/" },
        Unserved { name: "DescribeVpcPeeringConnections", method: "POST", uri: "/" },
        Unserved { name: "DescribeVpnConcentrators", method: "POST", uri: "/" },
        Unserved { name: "DescribeVpnConnections", method: "POST", uri: "/" },
        Unserved { name: "DetachClassicLinkVpc", method: "POST", uri: "/" },
        Unserved { name: "DetachImageWatermark", method: "POST", uri: "/" },
        Unserved { name: "DetachInternetGateway", method: "POST", uri: "/" },
        Unserved { name: "DetachNetworkInterface", method: "POST", uri: "/" },
        Unserved { name: "DetachVerifiedAccessTrustProvider", method: "POST", uri: "/" },
        Unserved { name: "DetachVolume", method: "POST", uri: "/" },
        Unserved { name: "DisableAddressTransfer", method: "POST", uri: "/" },
        Unserved { name: "DisableAllowedImagesSettings", method: "POST", uri: "/" },
        Unserved { name: "DisableApplicationStatusCheckSuppression", method: "POST", uri: "/" },
        Unserved { name: "DisableAwsNetworkPerformanceMetricSubscription", method: "POST", uri: "/" },
        Unserved { name: "DisableCapacityManager", method: "POST", uri: "/" },
        Unserved { name: "DisableEbsEncryptionByDefault", method: "POST", uri: "/" },
        Unserved { name: "DisableFastLaunch", method: "POST", uri: "/" },
        Unserved { name: "DisableFastSnapshotRestores", method: "POST", uri: "/" },
        Unserved { name: "DisableImage", method: "POST", uri: "/" },
        Unserved { name: "DisableImageBlockPublicAccess", method: "POST", uri: "/" },
        Unserved { name: "DisableImageDeprecation", method: "POST", uri: "/" },
        Unserved { name: "DisableImageDeregistrationProtection", method: "POST", uri: "/" },
        Unserved { name: "DisableInstanceSqlHaStandbyDetections", method: "POST", uri: "/" },
        Unserved { name: "DisableIpamOrganizationAdminAccount", method: "POST", uri: "/" },
        Unserved { name: "DisableIpamPolicy", method: "POST", uri: "/" },
        Unserved { name: "DisableRouteServerPropagation", method: "POST", uri: "/" },
        Unserved { name: "DisableSerialConsoleAccess", method: "POST", uri: "/" },
        Unserved { name: "DisableSnapshotBlockPublicAccess", method: "POST", uri: "/" },
        Unserved { name: "DisableTransitGatewayRouteTablePropagation", method: "POST", uri: "/" },
        Unserved { name: "DisableVpcClassicLink", method: "POST", uri: "/" },
        Unserved { name: "DisableVpcClassicLinkDnsSupport", method: "POST", uri: "/" },
        Unserved { name: "DisassociateAddress", method: "POST", uri: "/" },
        Unserved { name: "DisassociateApplicationStatusCheck", method: "POST", uri: "/" },
        Unserved { name: "DisassociateCapacityReservationBillingOwner", method: "POST", uri: "/" },
        Unserved { name: "DisassociateClientVpnTargetNetwork", method: "POST", uri: "/" },
        Unserved { name: "DisassociateEnclaveCertificateIamRole", method: "POST", uri: "/" },
        Unserved { name: "DisassociateIamInstanceProfile", method: "POST", uri: "/" },
        Unserved { name: "DisassociateInstanceEventWindow", method: "POST", uri: "/" },
        Unserved { name: "DisassociateIpamByoasn", method: "POST", uri: "/" },
        Unserved { name: "DisassociateIpamResourceDiscovery", method: "POST", uri: "/" },
        Unserved { name: "DisassociateKmsKeyId", method: "POST", uri: "/" },
        Unserved { name: "DisassociateNatGatewayAddress", method: "POST", uri: "/" },
        Unserved { name: "DisassociateNetworkingFlexCostAllocationPolicy", method: "POST", uri: "/" },
        Unserved { name: "DisassociateRouteServer", method: "POST", uri: "/" },
        Unserved { name: "DisassociateSecurityGroupVpc", method: "POST", uri: "/" },
        Unserved { name: "DisassociateSubnetCidrBlock", method: "POST", uri: "/" },
        Unserved { name: "DisassociateTransitGatewayMulticastDomain", method: "POST", uri: "/" },
        Unserved { name: "DisassociateTransitGatewayPolicyTable", method: "POST", uri: "/" },
        Unserved { name: "DisassociateTransitGatewayRouteTable", method: "POST", uri: "/" },
        Unserved { name: "DisassociateTrunkInterface", method: "POST", uri: "/" },
        Unserved { name: "DisassociateVpcCidrBlock", method: "POST", uri: "/" },
        Unserved { name: "EnableAddressTransfer", method: "POST", uri: "/" },
        Unserved { name: "EnableAllowedImagesSettings", method: "POST", uri: "/" },
        Unserved { name: "EnableApplicationStatusCheckSuppression", method: "POST", uri: "/" },
        Unserved { name: "EnableAwsNetworkPerformanceMetricSubscription", method: "POST", uri: "/" },
        Unserved { name: "EnableCapacityManager", method: "POST", uri: "/" },
        Unserved { name: "EnableEbsEncryptionByDefault", method: "POST", uri: "/" },
        Unserved { name: "EnableFastLaunch", method: "POST", uri: "/" },
        Unserved { name: "EnableFastSnapshotRestores", method: "POST", uri: "/" },
        Unserved { name: "EnableImage", method: "POST", uri: "/" },
        Unserved { name: "EnableImageBlockPublicAccess", method: "POST", uri: "/" },
        Unserved { name: "EnableImageDeprecation", method: "POST", uri: "/" },
        Unserved { name: "EnableImageDeregistrationProtection", method: "POST", uri: "/" },
        Unserved { name: "EnableInstanceSqlHaStandbyDetections", method: "POST", uri: "/" },
        Unserved { name: "EnableIpamInternetRegistryAssociation", method: "POST", uri: "/" },
        Unserved { name: "EnableIpamOrganizationAdminAccount", method: "POST", uri: "/" },
        Unserved { name: "EnableIpamPolicy", method: "POST", uri: "/" },
        Unserved { name: "EnableReachabilityAnalyzerOrganizationSharing", method: "POST", uri: "/" },
        Unserved { name: "EnableRouteServerPropagation", method: "POST", uri: "/" },
        Unserved { name: "EnableSerialConsoleAccess", method: "POST", uri: "/" },
        Unserved { name: "EnableSnapshotBlockPublicAccess", method: "POST", uri: "/" },
        Unserved { name: "EnableTransitGatewayRouteTablePropagation", method: "POST", uri: "/" },
        Unserved { name: "EnableVolumeIO", method: "POST", uri: "/" },
        Unserved { name: "EnableVpcClassicLink", method: "POST", uri: "/" },
        Unserved { name: "EnableVpcClassicLinkDnsSupport", method: "POST", uri: "/" },
        Unserved { name: "ExportClientVpnClientCertificateRevocationList", method: "POST", uri: "/" },
        Unserved { name: "ExportClientVpnClientConfiguration", method: "POST", uri: "/" },
        Unserved { name: "ExportImage", method: "POST", uri: "/" },
        Unserved { name: "ExportTransitGatewayRoutes", method: "POST", uri: "/" },
        Unserved { name: "ExportVerifiedAccessInstanceClientConfiguration", method: "POST", uri: "/" },
        Unserved { name: "GetActiveVpnTunnelStatus", method: "POST", uri: "/" },
        Unserved { name: "GetAllowedImagesSettings", method: "POST", uri: "/" },
        Unserved { name: "GetAssociatedEnclaveCertificateIamRoles", method: "POST", uri: "/" },
        Unserved { name: "GetAssociatedIpv6PoolCidrs", method: "POST", uri: "/" },
        Unserved { name: "GetAwsNetworkPerformanceData", method: "POST", uri: "/" },
        Unserved { name: "GetCapacityManagerAttributes", method: "POST", uri: "/" },
        Unserved { name: "GetCapacityManagerMetricData", method: "POST", uri: "/" },
        Unserved { name: "GetCapacityManagerMetricDimensions", method: "POST", uri: "/" },
        Unserved { name: "GetCapacityManagerMonitoredTagKeys", method: "POST", uri: "/" },
        Unserved { name: "GetCapacityManagerSupportabilityScores", method: "POST", uri: "/" },
        Unserved { name: "GetCapacityReservationUsage", method: "POST", uri: "/" },
        Unserved { name: "GetClientVpnEndpointAuthorizationPolicy", method: "POST", uri: "/" },
        Unserved { name: "GetCoipPoolUsage", method: "POST", uri: "/" },
        Unserved { name: "GetConsoleOutput", method: "POST", uri: "/" },
        Unserved { name: "GetConsoleScreenshot", method: "POST", uri: "/" },
        Unserved { name: "GetDeclarativePoliciesReportSummary", method: "POST", uri: "/" },
        Unserved { name: "GetDefaultCreditSpecification", method: "POST", uri: "/" },
        Unserved { name: "GetEbsDefaultKmsKeyId", method: "POST", uri: "/" },
        Unserved { name: "GetEbsEncryptionByDefault", method: "POST", uri: "/" },
        Unserved { name: "GetEnabledIpamPolicy", method: "POST", uri: "/" },
        Unserved { name: "GetFlowLogsIntegrationTemplate", method: "POST", uri: "/" },
        Unserved { name: "GetGroupsForCapacityReservation", method: "POST", uri: "/" },
        Unserved { name: "GetHostReservationPurchasePreview", method: "POST", uri: "/" },
        Unserved { name: "GetImageAncestry", method: "POST", uri: "/" },
        Unserved { name: "GetImageBlockPublicAccessState", method: "POST", uri: "/" },
        Unserved { name: "GetImageFindings", method: "POST", uri: "/" },
        Unserved { name: "GetInstanceMetadataDefaults", method: "POST", uri: "/" },
        Unserved { name: "GetInstanceTpmEkPub", method: "POST", uri: "/" },
        Unserved { name: "GetInstanceTypesFromInstanceRequirements", method: "POST", uri: "/" },
        Unserved { name: "GetInstanceUefiData", method: "POST", uri: "/" },
        Unserved { name: "GetIpamAddressHistory", method: "POST", uri: "/" },
        Unserved { name: "GetIpamDiscoveredAccounts", method: "POST", uri: "/" },
        Unserved { name: "GetIpamDiscoveredPublicAddresses", method: "POST", uri: "/" },
        Unserved { name: "GetIpamDiscoveredResourceCidrs", method: "POST", uri: "/" },
        Unserved { name: "GetIpamDiscoveredRoutes", method: "POST", uri: "/" },
        Unserved { name: "GetIpamInternetRegistryAssociationAsns", method: "POST", uri: "/" },
        Unserved { name: "GetIpamInternetRegistryAssociationCidrs", method: "POST", uri: "/" },
        Unserved { name: "GetIpamPolicyAllocationRules", method: "POST", uri: "/" },
        Unserved { name: "GetIpamPolicyOrganizationTargets", method: "POST", uri: "/" },
        Unserved { name: "GetIpamPoolAllocations", method: "POST", uri: "/" },
        Unserved { name: "GetIpamPoolCidrs", method: "POST", uri: "/" },
        Unserved { name: "GetIpamPrefixListResolverRules", method: "POST", uri: "/" },
        Unserved { name: "GetIpamPrefixListResolverVersionEntries", method: "POST", uri: "/" },
        Unserved { name: "GetIpamPrefixListResolverVersions", method: "POST", uri: "/" },
        Unserved { name: "GetIpamResourceCidrs", method: "POST", uri: "/" },
        Unserved { name: "GetIpamRouteOriginAuthorizations", method: "POST", uri: "/" },
        Unserved { name: "GetIpamRouteProtectionFindings", method: "POST", uri: "/" },
        Unserved { name: "GetIpamRoutingPolicyRegistrationDeltas", method: "POST", uri: "/" },
        Unserved { name: "GetIpamRoutingPolicyRegistrations", method: "POST", uri: "/" },
        Unserved { name: "GetLaunchTemplateData", method: "POST", uri: "/" },
        Unserved { name: "GetManagedPrefixListAssociations", method: "POST", uri: "/" },
        Unserved { name: "GetManagedPrefixListEntries", method: "POST", uri: "/" },
        Unserved { name: "GetManagedResourceVisibility", method: "POST", uri: "/" },
        Unserved { name: "GetNetworkInsightsAccessScopeAnalysisFindings", method: "POST", uri: "/" },
        Unserved { name: "GetNetworkInsightsAccessScopeContent", method: "POST", uri: "/" },
        Unserved { name: "GetNetworkingFlexCostAllocationPolicyVersions", method: "POST", uri: "/" },
        Unserved { name: "GetPasswordData", method: "POST", uri: "/" },
        Unserved { name: "GetReservedInstancesExchangeQuote", method: "POST", uri: "/" },
        Unserved { name: "GetRouteServerAssociations", method: "POST", uri: "/" },
        Unserved { name: "GetRouteServerPropagations", method: "POST", uri: "/" },
        Unserved { name: "GetRouteServerRoutingDatabase", method: "POST", uri: "/" },
        Unserved { name: "GetSecurityGroupsForVpc", method: "POST", uri: "/" },
        Unserved { name: "GetSerialConsoleAccessStatus", method: "POST", uri: "/" },
        Unserved { name: "GetSnapshotBlockPublicAccessState", method: "POST", uri: "/" },
        Unserved { name: "GetSpotPlacementScores", method: "POST", uri: "/" },
        Unserved { name: "GetSubnetCidrReservations", method: "POST", uri: "/" },
        Unserved { name: "GetTransitGatewayAttachmentNatConfiguration", method: "POST", uri: "/" },
        Unserved { name: "GetTransitGatewayAttachmentPropagations", method: "POST", uri: "/" },
        Unserved { name: "GetTransitGatewayMeteringPolicyEntries", method: "POST", uri: "/" },
        Unserved { name: "GetTransitGatewayMulticastDomainAssociations", method: "POST", uri: "/" },
        Unserved { name: "GetTransitGatewayPolicyTableAssociations", method: "POST", uri: "/" },
        Unserved { name: "GetTransitGatewayPolicyTableEntries", method: "POST", uri: "/" },
        Unserved { name: "GetTransitGatewayPrefixListReferences", method: "POST", uri: "/" },
        Unserved { name: "GetTransitGatewayRouteTableAssociations", method: "POST", uri: "/" },
        Unserved { name: "GetTransitGatewayRouteTablePropagations", method: "POST", uri: "/" },
        Unserved { name: "GetVerifiedAccessEndpointPolicy", method: "POST", uri: "/" },
        Unserved { name: "GetVerifiedAccessEndpointTargets", method: "POST", uri: "/" },
        Unserved { name: "GetVerifiedAccessGroupPolicy", method: "POST", uri: "/" },
        Unserved { name: "GetVpcResourcesBlockingEncryptionEnforcement", method: "POST", uri: "/" },
        Unserved { name: "GetVpnConnectionDeviceSampleConfiguration", method: "POST", uri: "/" },
        Unserved { name: "GetVpnConnectionDeviceTypes", method: "POST", uri: "/" },
        Unserved { name: "GetVpnTunnelReplacementStatus", method: "POST", uri: "/" },
        Unserved { name: "ImportClientVpnClientCertificateRevocationList", method: "POST", uri: "/" },
        Unserved { name: "ImportImage", method: "POST", uri: "/" },
        Unserved { name: "ImportInstance", method: "POST", uri: "/" },
        Unserved { name: "ImportKeyPair", method: "POST", uri: "/" },
        Unserved { name: "ImportSnapshot", method: "POST", uri: "/" },
        Unserved { name: "ImportVolume", method: "POST", uri: "/" },
        Unserved { name: "ListImagesInRecycleBin", method: "POST", uri: "/" },
        Unserved { name: "ListSnapshotsInRecycleBin", method: "POST", uri: "/" },
        Unserved { name: "ListVolumesInRecycleBin", method: "POST", uri: "/" },
        Unserved { name: "LockSnapshot", method: "POST", uri: "/" },
        Unserved { name: "ModifyAccountVpcEncryptionControl", method: "POST", uri: "/" },
        Unserved { name: "ModifyAddressAttribute", method: "POST", uri: "/" },
        Unserved { name: "ModifyApplicationStatusCheck", method: "POST", uri: "/" },
        Unserved { name: "ModifyAvailabilityZoneGroup", method: "POST", uri: "/" },
        Unserved { name: "ModifyCapacityReservation", method: "POST", uri: "/" },
        Unserved { name: "ModifyCapacityReservationFleet", method: "POST", uri: "/" },
        Unserved { name: "ModifyClientVpnEndpoint", method: "POST", uri: "/" },
        Unserved { name: "ModifyClientVpnEndpointAuthorizationPolicy", method: "POST", uri: "/" },
        Unserved { name: "ModifyDefaultCreditSpecification", method: "POST", uri: "/" },
        Unserved { name: "ModifyEbsDefaultKmsKeyId", method: "POST", uri: "/" },
        Unserved { name: "ModifyFleet", method: "POST", uri: "/" },
        Unserved { name: "ModifyFpgaImageAttribute", method: "POST", uri: "/" },
        Unserved { name: "ModifyHosts", method: "POST", uri: "/" },
        Unserved { name: "ModifyIdFormat", method: "POST", uri: "/" },
        Unserved { name: "ModifyIdentityIdFormat", method: "POST", uri: "/" },
        Unserved { name: "ModifyImageAttribute", method: "POST", uri: "/" },
        Unserved { name: "ModifyInstanceAttribute", method: "POST", uri: "/" },
        Unserved { name: "ModifyInstanceCapacityReservationAttributes", method: "POST", uri: "/" },
        Unserved { name: "ModifyInstanceConnectEndpoint", method: "POST", uri: "/" },
        Unserved { name: "ModifyInstanceCpuOptions", method: "POST", uri: "/" },
        Unserved { name: "ModifyInstanceCreditSpecification", method: "POST", uri: "/" },
        Unserved { name: "ModifyInstanceEventStartTime", method: "POST", uri: "/" },
        Unserved { name: "ModifyInstanceEventWindow", method: "POST", uri: "/" },
        Unserved { name: "ModifyInstanceMaintenanceOptions", method: "POST", uri: "/" },
        Unserved { name: "ModifyInstanceMetadataDefaults", method: "POST", uri: "/" },
        Unserved { name: "ModifyInstanceMetadataOptions", method: "POST", uri: "/" },
        Unserved { name: "ModifyInstanceNetworkPerformanceOptions", method: "POST", uri: "/" },
        Unserved { name: "ModifyInstancePlacement", method: "POST", uri: "/" },
        Unserved { name: "ModifyIpam", method: "POST", uri: "/" },
        Unserved { name: "ModifyIpamPolicyAllocationRules", method: "POST", uri: "/" },
        Unserved { name: "ModifyIpamPool", method: "POST", uri: "/" },
        Unserved { name: "ModifyIpamPoolAllocation", method: "POST", uri: "/" },
        Unserved { name: "ModifyIpamPrefixListResolver", method: "POST", uri: "/" },
        Unserved { name: "ModifyIpamPrefixListResolverTarget", method: "POST", uri: "/" },
        Unserved { name: "ModifyIpamResourceCidr", method: "POST", uri: "/" },
        Unserved { name: "ModifyIpamResourceDiscovery", method: "POST", uri: "/" },
        Unserved { name: "ModifyIpamRoutingPolicyRegistration", method: "POST", uri: "/" },
        Unserved { name: "ModifyIpamScope", method: "POST", uri: "/" },
        Unserved { name: "ModifyLaunchTemplate", method: "POST", uri: "/" },
        Unserved { name: "ModifyLocalGatewayRoute", method: "POST", uri: "/" },
        Unserved { name: "ModifyManagedPrefixList", method: "POST", uri: "/" },
        Unserved { name: "ModifyManagedResourceVisibility", method: "POST", uri: "/" },
        Unserved { name: "ModifyMetricCategory", method: "POST", uri: "/" },
        Unserved { name: "ModifyNetworkInterfaceAttribute", method: "POST", uri: "/" },
        Unserved { name: "ModifyNetworkingFlexCostAllocationPolicy", method: "POST", uri: "/" },
        Unserved { name: "ModifyPrivateDnsNameOptions", method: "POST", uri: "/" },
        Unserved { name: "ModifyPublicIpDnsNameOptions", method: "POST", uri: "/" },
        Unserved { name: "ModifyReservedInstances", method: "POST", uri: "/" },
        Unserved { name: "ModifyRouteServer", method: "POST", uri: "/" },
        Unserved { name: "ModifySnapshotAttribute", method: "POST", uri: "/" },
        Unserved { name: "ModifySnapshotTier", method: "POST", uri: "/" },
        Unserved { name: "ModifySpotFleetRequest", method: "POST", uri: "/" },
        Unserved { name: "ModifyTrafficMirrorFilterNetworkServices", method: "POST", uri: "/" },
        Unserved { name: "ModifyTrafficMirrorFilterRule", method: "POST", uri: "/" },
        Unserved { name: "ModifyTrafficMirrorSession", method: "POST", uri: "/" },
        Unserved { name: "ModifyTransitGateway", method: "POST", uri: "/" },
        Unserved { name: "ModifyTransitGatewayAttachmentNatConfiguration", method: "POST", uri: "/" },
        Unserved { name: "ModifyTransitGatewayMeteringPolicy", method: "POST", uri: "/" },
        Unserved { name: "ModifyTransitGatewayNetworkFunctionAttachment", method: "POST", uri: "/" },
        Unserved { name: "ModifyTransitGatewayPeeringAttachment", method: "POST", uri: "/" },
        Unserved { name: "ModifyTransitGatewayPolicyTableEntry", method: "POST", uri: "/" },
        Unserved { name: "ModifyTransitGatewayPrefixListReference", method: "POST", uri: "/" },
        Unserved { name: "ModifyTransitGatewayVpcAttachment", method: "POST", uri: "/" },
        Unserved { name: "ModifyVerifiedAccessEndpoint", method: "POST", uri: "/" },
        Unserved { name: "ModifyVerifiedAccessEndpointPolicy", method: "POST", uri: "/" },
        Unserved { name: "ModifyVerifiedAccessGroup", method: "POST", uri: "/" },
        Unserved { name: "ModifyVerifiedAccessGroupPolicy", method: "POST", uri: "/" },
        Unserved { name: "ModifyVerifiedAccessInstance", method: "POST", uri: "/" },
        Unserved { name: "ModifyVerifiedAccessInstanceLoggingConfiguration", method: "POST", uri: "/" },
        Unserved { name: "ModifyVerifiedAccessTrustProvider", method: "POST", uri: "/" },
        Unserved { name: "ModifyVolume", method: "POST", uri: "/" },
        Unserved { name: "ModifyVolumeAttribute", method: "POST", uri: "/" },
        Unserved { name: "ModifyVpcBlockPublicAccessExclusion", method: "POST", uri: "/" },
        Unserved { name: "ModifyVpcBlockPublicAccessOptions", method: "POST", uri: "/" },
        Unserved { name: "ModifyVpcEncryptionControl", method: "POST", uri: "/" },
        Unserved { name: "ModifyVpcEndpointConnectionNotification", method: "POST", uri: "/" },
        Unserved { name: "ModifyVpcEndpointPayerResponsibility", method: "POST", uri: "/" },
        Unserved { name: "ModifyVpcEndpointServiceConfiguration", method: "POST", uri: "/" },
        Unserved { name: "ModifyVpcEndpointServicePayerResponsibility", method: "POST", uri: "/" },
        Unserved { name: "ModifyVpcEndpointServicePermissions", method: "POST", uri: "/" },
        Unserved { name: "ModifyVpcPeeringConnectionOptions", method: "POST", uri: "/" },
        Unserved { name: "ModifyVpcTenancy", method: "POST", uri: "/" },
        Unserved { name: "ModifyVpnConnection", method: "POST", uri: "/" },
        Unserved { name: "ModifyVpnConnectionOptions", method: "POST", uri: "/" },
        Unserved { name: "ModifyVpnTunnelCertificate", method: "POST", uri: "/" },
        Unserved { name: "ModifyVpnTunnelOptions", method: "POST", uri: "/" },
        Unserved { name: "MonitorInstances", method: "POST", uri: "/" },
        Unserved { name: "MoveAddressToVpc", method: "POST", uri: "/" },
        Unserved { name: "MoveByoipCidrToIpam", method: "POST", uri: "/" },
        Unserved { name: "MoveCapacityReservationInstances", method: "POST", uri: "/" },
        Unserved { name: "ProvisionByoipCidr", method: "POST", uri: "/" },
        Unserved { name: "ProvisionIpamByoasn", method: "POST", uri: "/" },
        Unserved { name: "ProvisionIpamPoolCidr", method: "POST", uri: "/" },
        Unserved { name: "ProvisionPublicIpv4PoolCidr", method: "POST", uri: "/" },
        Unserved { name: "PurchaseCapacityBlock", method: "POST", uri: "/" },
        Unserved { name: "PurchaseCapacityBlockExtension", method: "POST", uri: "/" },
        Unserved { name: "PurchaseHostReservation", method: "POST", uri: "/" },
        Unserved { name: "PurchaseReservedInstancesOffering", method: "POST", uri: "/" },
        Unserved { name: "PurchaseScheduledInstances", method: "POST", uri: "/" },
        Unserved { name: "RebootInstances", method: "POST", uri: "/" },
        Unserved { name: "RegisterImage", method: "POST", uri: "/" },
        Unserved { name: "RegisterInstanceEventNotificationAttributes", method: "POST", uri: "/" },
        Unserved { name: "RegisterTransitGatewayMulticastGroupMembers", method: "POST", uri: "/" },
        Unserved { name: "RegisterTransitGatewayMulticastGroupSources", method: "POST", uri: "/" },
        Unserved { name: "RejectCapacityReservationBillingOwnership", method: "POST", uri: "/" },
        Unserved { name: "RejectTransitGatewayClientVpnAttachment", method: "POST", uri: "/" },
        Unserved { name: "RejectTransitGatewayMulticastDomainAssociations", method: "POST", uri: "/" },
        Unserved { name: "RejectTransitGatewayPeeringAttachment", method: "POST", uri: "/" },
        Unserved { name: "RejectTransitGatewayVpcAttachment", method: "POST", uri: "/" },
        Unserved { name: "RejectVpcEndpointConnections", method: "POST", uri: "/" },
        Unserved { name: "RejectVpcPeeringConnection", method: "POST", uri: "/" },
        Unserved { name: "ReleaseAddress", method: "POST", uri: "/" },
        Unserved { name: "ReleaseHosts", method: "POST", uri: "/" },
        Unserved { name: "ReleaseIpamPoolAllocation", method: "POST", uri: "/" },
        Unserved { name: "ReplaceIamInstanceProfileAssociation", method: "POST", uri: "/" },
        Unserved { name: "ReplaceImageCriteriaInAllowedImagesSettings", method: "POST", uri: "/" },
        Unserved { name: "ReplaceImageInstanceTypeSpecification", method: "POST", uri: "/" },
        Unserved { name: "ReplaceNetworkAclAssociation", method: "POST", uri: "/" },
        Unserved { name: "ReplaceNetworkAclEntry", method: "POST", uri: "/" },
        Unserved { name: "ReplaceTransitGatewayRoute", method: "POST", uri: "/" },
        Unserved { name: "ReplaceVpnTunnel", method: "POST", uri: "/" },
        Unserved { name: "ReportInstanceStatus", method: "POST", uri: "/" },
        Unserved { name: "RequestSpotFleet", method: "POST", uri: "/" },
        Unserved { name: "RequestSpotInstances", method: "POST", uri: "/" },
        Unserved { name: "ResetAddressAttribute", method: "POST", uri: "/" },
        Unserved { name: "ResetEbsDefaultKmsKeyId", method: "POST", uri: "/" },
        Unserved { name: "ResetFpgaImageAttribute", method: "POST", uri: "/" },
        Unserved { name: "ResetImageAttribute", method: "POST", uri: "/" },
        Unserved { name: "ResetInstanceAttribute", method: "POST", uri: "/" },
        Unserved { name: "ResetNetworkInterfaceAttribute", method: "POST", uri: "/" },
        Unserved { name: "ResetSnapshotAttribute", method: "POST", uri: "/" },
        Unserved { name: "RestoreAddressToClassic", method: "POST", uri: "/" },
        Unserved { name: "RestoreImageFromRecycleBin", method: "POST", uri: "/" },
        Unserved { name: "RestoreManagedPrefixListVersion", method: "POST", uri: "/" },
        Unserved { name: "RestoreSnapshotFromRecycleBin", method: "POST", uri: "/" },
        Unserved { name: "RestoreSnapshotTier", method: "POST", uri: "/" },
        Unserved { name: "RestoreVolumeFromRecycleBin", method: "POST", uri: "/" },
        Unserved { name: "RevokeClientVpnIngress", method: "POST", uri: "/" },
        Unserved { name: "RunInstances", method: "POST", uri: "/" },
        Unserved { name: "RunScheduledInstances", method: "POST", uri: "/" },
        Unserved { name: "SearchLocalGatewayRoutes", method: "POST", uri: "/" },
        Unserved { name: "SearchTransitGatewayMulticastGroups", method: "POST", uri: "/" },
        Unserved { name: "SearchTransitGatewayRoutes", method: "POST", uri: "/" },
        Unserved { name: "SendDiagnosticInterrupt", method: "POST", uri: "/" },
        Unserved { name: "StartDeclarativePoliciesReport", method: "POST", uri: "/" },
        Unserved { name: "StartInstances", method: "POST", uri: "/" },
        Unserved { name: "StartNetworkInsightsAccessScopeAnalysis", method: "POST", uri: "/" },
        Unserved { name: "StartNetworkInsightsAnalysis", method: "POST", uri: "/" },
        Unserved { name: "StartVpcEndpointServicePrivateDnsVerification", method: "POST", uri: "/" },
        Unserved { name: "StopInstances", method: "POST", uri: "/" },
        Unserved { name: "TerminateClientVpnConnections", method: "POST", uri: "/" },
        Unserved { name: "TerminateInstances", method: "POST", uri: "/" },
        Unserved { name: "UnassignIpv6Addresses", method: "POST", uri: "/" },
        Unserved { name: "UnassignPrivateIpAddresses", method: "POST", uri: "/" },
        Unserved { name: "UnassignPrivateNatGatewayAddress", method: "POST", uri: "/" },
        Unserved { name: "UnlockSnapshot", method: "POST", uri: "/" },
        Unserved { name: "UnmonitorInstances", method: "POST", uri: "/" },
        Unserved { name: "UpdateCapacityManagerMonitoredTagKeys", method: "POST", uri: "/" },
        Unserved { name: "UpdateCapacityManagerOrganizationsAccess", method: "POST", uri: "/" },
        Unserved { name: "UpdateInterruptibleCapacityReservationAllocation", method: "POST", uri: "/" },
        Unserved { name: "UpdateSecurityGroupRuleDescriptionsEgress", method: "POST", uri: "/" },
        Unserved { name: "UpdateSecurityGroupRuleDescriptionsIngress", method: "POST", uri: "/" },
        Unserved { name: "ValidateSecurityGroupQuotasForInterface", method: "POST", uri: "/" },
        Unserved { name: "WithdrawByoipCidr", method: "POST", uri: "/" },
    ],
    errors: &[],
};
