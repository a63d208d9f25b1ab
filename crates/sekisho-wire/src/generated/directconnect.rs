//! AWS Direct Connect: the shapes of the served operations, as plain structs and as tables.
//!
//! Written by `cargo xtask codegen` from `models/directconnect.json`; do not edit.
use crate::shape::*;

/// The shape `AvailableBillingMode`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AvailableBillingMode {
    /// `billingMode`, one of [`enums::BILLING_MODE`].
    pub billing_mode: Option<String>,
    /// `availablePortSpeeds`.
    pub available_port_speeds: Option<Vec<String>>,
    /// `includedRegions`.
    pub included_regions: Option<Vec<String>>,
}

impl Shaped for AvailableBillingMode {
    const SHAPE: &'static Structure = &Structure {
        name: "AvailableBillingMode",
        members: &[
            member("billingMode", shapes::BILLING_MODE),
            member("availablePortSpeeds", shapes::AVAILABLE_PORT_SPEEDS),
            member("includedRegions", shapes::INCLUDED_REGION_LIST),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            billing_mode: members.take(),
            available_port_speeds: members.take(),
            included_regions: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.billing_mode), value(&self.available_port_speeds), value(&self.included_regions)]
    }
}

/// The shape `BGPPeer`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BGPPeer {
    /// `bgpPeerId`.
    pub bgp_peer_id: Option<String>,
    /// `asn`.
    pub asn: Option<i32>,
    /// `asnLong`.
    pub asn_long: Option<i64>,
    /// `authKey`.
    pub auth_key: Option<String>,
    /// `addressFamily`, one of [`enums::ADDRESS_FAMILY`].
    pub address_family: Option<String>,
    /// `amazonAddress`.
    pub amazon_address: Option<String>,
    /// `customerAddress`.
    pub customer_address: Option<String>,
    /// `bgpPeerState`, one of [`enums::BGP_PEER_STATE`].
    pub bgp_peer_state: Option<String>,
    /// `bgpStatus`, one of [`enums::BGP_STATUS`].
    pub bgp_status: Option<String>,
    /// `awsDeviceV2`.
    pub aws_device_v2: Option<String>,
    /// `awsLogicalDeviceId`.
    pub aws_logical_device_id: Option<String>,
}

impl Shaped for BGPPeer {
    const SHAPE: &'static Structure = &Structure {
        name: "BGPPeer",
        members: &[
            member("bgpPeerId", TEXT),
            member("asn", INTEGER),
            member("asnLong", LONG),
            member("authKey", TEXT),
            member("addressFamily", shapes::ADDRESS_FAMILY),
            member("amazonAddress", TEXT),
            member("customerAddress", TEXT),
            member("bgpPeerState", shapes::BGP_PEER_STATE),
            member("bgpStatus", shapes::BGP_STATUS),
            member("awsDeviceV2", TEXT),
            member("awsLogicalDeviceId", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            bgp_peer_id: members.take(),
            asn: members.take(),
            asn_long: members.take(),
            auth_key: members.take(),
            address_family: members.take(),
            amazon_address: members.take(),
            customer_address: members.take(),
            bgp_peer_state: members.take(),
            bgp_status: members.take(),
            aws_device_v2: members.take(),
            aws_logical_device_id: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.bgp_peer_id),
            value(&self.asn),
            value(&self.asn_long),
            value(&self.auth_key),
            value(&self.address_family),
            value(&self.amazon_address),
            value(&self.customer_address),
            value(&self.bgp_peer_state),
            value(&self.bgp_status),
            value(&self.aws_device_v2),
            value(&self.aws_logical_device_id),
        ]
    }
}

/// The shape `ConfirmConnectionRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConfirmConnectionInput {
    /// `connectionId`, required.
    pub connection_id: Option<String>,
}

impl Shaped for ConfirmConnectionInput {
    const SHAPE: &'static Structure =
        &Structure { name: "ConfirmConnectionRequest", members: &[member("connectionId", TEXT).required()] };
    fn from_members(members: &mut Members) -> Self {
        Self { connection_id: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.connection_id)]
    }
}

/// The shape `ConfirmConnectionResponse`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConfirmConnectionOutput {
    /// `connectionState`, one of [`enums::CONNECTION_STATE`].
    pub connection_state: Option<String>,
}

impl Shaped for ConfirmConnectionOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "ConfirmConnectionResponse",
        members: &[member("connectionState", shapes::CONNECTION_STATE)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { connection_state: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.connection_state)]
    }
}

/// The shape `Connection`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Connection {
    /// `ownerAccount`.
    pub owner_account: Option<String>,
    /// `connectionId`.
    pub connection_id: Option<String>,
    /// `connectionName`.
    pub connection_name: Option<String>,
    /// `connectionState`, one of [`enums::CONNECTION_STATE`].
    pub connection_state: Option<String>,
    /// `region`.
    pub region: Option<String>,
    /// `location`.
    pub location: Option<String>,
    /// `bandwidth`.
    pub bandwidth: Option<String>,
    /// `vlan`.
    pub vlan: Option<i32>,
    /// `partnerName`.
    pub partner_name: Option<String>,
    /// `loaIssueTime`.
    pub loa_issue_time: Option<Timestamp>,
    /// `lagId`.
    pub lag_id: Option<String>,
    /// `awsDevice`.
    pub aws_device: Option<String>,
    /// `jumboFrameCapable`.
    pub jumbo_frame_capable: Option<bool>,
    /// `awsDeviceV2`.
    pub aws_device_v2: Option<String>,
    /// `awsLogicalDeviceId`.
    pub aws_logical_device_id: Option<String>,
    /// `hasLogicalRedundancy`, one of [`enums::HAS_LOGICAL_REDUNDANCY`].
    pub has_logical_redundancy: Option<String>,
    /// `tags`.
    pub tags: Option<Vec<Tag>>,
    /// `providerName`.
    pub provider_name: Option<String>,
    /// `macSecCapable`.
    pub mac_sec_capable: Option<bool>,
    /// `portEncryptionStatus`.
    pub port_encryption_status: Option<String>,
    /// `encryptionMode`.
    pub encryption_mode: Option<String>,
    /// `macSecKeys`.
    pub mac_sec_keys: Option<Vec<MacSecKey>>,
    /// `rateLimiterStatus`.
    pub rate_limiter_status: Option<RateLimiterStatus>,
    /// `partnerInterconnectMacSecCapable`.
    pub partner_interconnect_mac_sec_capable: Option<bool>,
    /// `prefixPoolSizeIpv4`.
    pub prefix_pool_size_ipv4: Option<i32>,
    /// `prefixPoolSizeIpv6`.
    pub prefix_pool_size_ipv6: Option<i32>,
    /// `prefixPoolUnallocatedCountIpv4`.
    pub prefix_pool_unallocated_count_ipv4: Option<i32>,
    /// `prefixPoolUnallocatedCountIpv6`.
    pub prefix_pool_unallocated_count_ipv6: Option<i32>,
    /// `billingMode`, one of [`enums::BILLING_MODE`].
    pub billing_mode: Option<String>,
}

impl Shaped for Connection {
    const SHAPE: &'static Structure = &Structure {
        name: "Connection",
        members: &[
            member("ownerAccount", TEXT),
            member("connectionId", TEXT),
            member("connectionName", TEXT),
            member("connectionState", shapes::CONNECTION_STATE),
            member("region", TEXT),
            member("location", TEXT),
            member("bandwidth", TEXT),
            member("vlan", INTEGER),
            member("partnerName", TEXT),
            member("loaIssueTime", Shape::Timestamp),
            member("lagId", TEXT),
            member("awsDevice", TEXT),
            member("jumboFrameCapable", Shape::Boolean),
            member("awsDeviceV2", TEXT),
            member("awsLogicalDeviceId", TEXT),
            member("hasLogicalRedundancy", shapes::HAS_LOGICAL_REDUNDANCY),
            member("tags", shapes::TAG_LIST),
            member("providerName", TEXT),
            member("macSecCapable", Shape::Boolean),
            member("portEncryptionStatus", TEXT),
            member("encryptionMode", TEXT),
            member("macSecKeys", shapes::MAC_SEC_KEY_LIST),
            member("rateLimiterStatus", Shape::Structure(RateLimiterStatus::SHAPE)),
            member("partnerInterconnectMacSecCapable", Shape::Boolean),
            member("prefixPoolSizeIpv4", shapes::PREFIX_POOL_SIZE),
            member("prefixPoolSizeIpv6", shapes::PREFIX_POOL_SIZE),
            member("prefixPoolUnallocatedCountIpv4", shapes::PREFIX_POOL_UNALLOCATED_COUNT),
            member("prefixPoolUnallocatedCountIpv6", shapes::PREFIX_POOL_UNALLOCATED_COUNT),
            member("billingMode", shapes::BILLING_MODE),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            owner_account: members.take(),
            connection_id: members.take(),
            connection_name: members.take(),
            connection_state: members.take(),
            region: members.take(),
            location: members.take(),
            bandwidth: members.take(),
            vlan: members.take(),
            partner_name: members.take(),
            loa_issue_time: members.take(),
            lag_id: members.take(),
            aws_device: members.take(),
            jumbo_frame_capable: members.take(),
            aws_device_v2: members.take(),
            aws_logical_device_id: members.take(),
            has_logical_redundancy: members.take(),
            tags: members.take(),
            provider_name: members.take(),
            mac_sec_capable: members.take(),
            port_encryption_status: members.take(),
            encryption_mode: members.take(),
            mac_sec_keys: members.take(),
            rate_limiter_status: members.take(),
            partner_interconnect_mac_sec_capable: members.take(),
            prefix_pool_size_ipv4: members.take(),
            prefix_pool_size_ipv6: members.take(),
            prefix_pool_unallocated_count_ipv4: members.take(),
            prefix_pool_unallocated_count_ipv6: members.take(),
            billing_mode: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.owner_account),
            value(&self.connection_id),
            value(&self.connection_name),
            value(&self.connection_state),
            value(&self.region),
            value(&self.location),
            value(&self.bandwidth),
            value(&self.vlan),
            value(&self.partner_name),
            value(&self.loa_issue_time),
            value(&self.lag_id),
            value(&self.aws_device),
            value(&self.jumbo_frame_capable),
            value(&self.aws_device_v2),
            value(&self.aws_logical_device_id),
            value(&self.has_logical_redundancy),
            value(&self.tags),
            value(&self.provider_name),
            value(&self.mac_sec_capable),
            value(&self.port_encryption_status),
            value(&self.encryption_mode),
            value(&self.mac_sec_keys),
            value(&self.rate_limiter_status),
            value(&self.partner_interconnect_mac_sec_capable),
            value(&self.prefix_pool_size_ipv4),
            value(&self.prefix_pool_size_ipv6),
            value(&self.prefix_pool_unallocated_count_ipv4),
            value(&self.prefix_pool_unallocated_count_ipv6),
            value(&self.billing_mode),
        ]
    }
}

/// The shape `Connections`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Connections {
    /// `connections`.
    pub connections: Option<Vec<Connection>>,
    /// `nextToken`.
    pub next_token: Option<String>,
}

impl Shaped for Connections {
    const SHAPE: &'static Structure = &Structure {
        name: "Connections",
        members: &[member("connections", shapes::CONNECTION_LIST), member("nextToken", TEXT)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { connections: members.take(), next_token: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.connections), value(&self.next_token)]
    }
}

/// The shape `CreateBGPPeerRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateBGPPeerInput {
    /// `virtualInterfaceId`.
    pub virtual_interface_id: Option<String>,
    /// `newBGPPeer`.
    pub new_bgp_peer: Option<NewBGPPeer>,
}

impl Shaped for CreateBGPPeerInput {
    const SHAPE: &'static Structure = &Structure {
        name: "CreateBGPPeerRequest",
        members: &[
            member("virtualInterfaceId", TEXT),
            member("newBGPPeer", Shape::Structure(NewBGPPeer::SHAPE)),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { virtual_interface_id: members.take(), new_bgp_peer: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.virtual_interface_id), value(&self.new_bgp_peer)]
    }
}

/// The shape `CreateBGPPeerResponse`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateBGPPeerOutput {
    /// `virtualInterface`.
    pub virtual_interface: Option<VirtualInterface>,
}

impl Shaped for CreateBGPPeerOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "CreateBGPPeerResponse",
        members: &[member("virtualInterface", Shape::Structure(VirtualInterface::SHAPE))],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { virtual_interface: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.virtual_interface)]
    }
}

/// The shape `CreateConnectionRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateConnectionInput {
    /// `location`, required.
    pub location: Option<String>,
    /// `bandwidth`, required.
    pub bandwidth: Option<String>,
    /// `connectionName`, required.
    pub connection_name: Option<String>,
    /// `lagId`.
    pub lag_id: Option<String>,
    /// `tags`.
    pub tags: Option<Vec<Tag>>,
    /// `providerName`.
    pub provider_name: Option<String>,
    /// `requestMACSec`.
    pub request_mac_sec: Option<bool>,
    /// `billingMode`, one of [`enums::REQUEST_BILLING_MODE`].
    pub billing_mode: Option<String>,
}

impl Shaped for CreateConnectionInput {
    const SHAPE: &'static Structure = &Structure {
        name: "CreateConnectionRequest",
        members: &[
            member("location", TEXT).required(),
            member("bandwidth", TEXT).required(),
            member("connectionName", TEXT).required(),
            member("lagId", TEXT),
            member("tags", shapes::TAG_LIST),
            member("providerName", TEXT),
            member("requestMACSec", Shape::Boolean),
            member("billingMode", shapes::REQUEST_BILLING_MODE),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            location: members.take(),
            bandwidth: members.take(),
            connection_name: members.take(),
            lag_id: members.take(),
            tags: members.take(),
            provider_name: members.take(),
            request_mac_sec: members.take(),
            billing_mode: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.location),
            value(&self.bandwidth),
            value(&self.connection_name),
            value(&self.lag_id),
            value(&self.tags),
            value(&self.provider_name),
            value(&self.request_mac_sec),
            value(&self.billing_mode),
        ]
    }
}

/// The shape `CreatePrivateVirtualInterfaceRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreatePrivateVirtualInterfaceInput {
    /// `connectionId`, required.
    pub connection_id: Option<String>,
    /// `newPrivateVirtualInterface`, required.
    pub new_private_virtual_interface: Option<NewPrivateVirtualInterface>,
}

impl Shaped for CreatePrivateVirtualInterfaceInput {
    const SHAPE: &'static Structure = &Structure {
        name: "CreatePrivateVirtualInterfaceRequest",
        members: &[
            member("connectionId", TEXT).required(),
            member("newPrivateVirtualInterface", Shape::Structure(NewPrivateVirtualInterface::SHAPE))
                .required(),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { connection_id: members.take(), new_private_virtual_interface: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.connection_id), value(&self.new_private_virtual_interface)]
    }
}

/// The shape `DeleteBGPPeerRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteBGPPeerInput {
    /// `virtualInterfaceId`.
    pub virtual_interface_id: Option<String>,
    /// `asn`.
    pub asn: Option<i32>,
    /// `asnLong`.
    pub asn_long: Option<i64>,
    /// `customerAddress`.
    pub customer_address: Option<String>,
    /// `bgpPeerId`.
    pub bgp_peer_id: Option<String>,
}

impl Shaped for DeleteBGPPeerInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DeleteBGPPeerRequest",
        members: &[
            member("virtualInterfaceId", TEXT),
            member("asn", INTEGER),
            member("asnLong", LONG),
            member("customerAddress", TEXT),
            member("bgpPeerId", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            virtual_interface_id: members.take(),
            asn: members.take(),
            asn_long: members.take(),
            customer_address: members.take(),
            bgp_peer_id: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.virtual_interface_id),
            value(&self.asn),
            value(&self.asn_long),
            value(&self.customer_address),
            value(&self.bgp_peer_id),
        ]
    }
}

/// The shape `DeleteBGPPeerResponse`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteBGPPeerOutput {
    /// `virtualInterface`.
    pub virtual_interface: Option<VirtualInterface>,
}

impl Shaped for DeleteBGPPeerOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "DeleteBGPPeerResponse",
        members: &[member("virtualInterface", Shape::Structure(VirtualInterface::SHAPE))],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { virtual_interface: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.virtual_interface)]
    }
}

/// The shape `DeleteConnectionRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteConnectionInput {
    /// `connectionId`, required.
    pub connection_id: Option<String>,
}

impl Shaped for DeleteConnectionInput {
    const SHAPE: &'static Structure =
        &Structure { name: "DeleteConnectionRequest", members: &[member("connectionId", TEXT).required()] };
    fn from_members(members: &mut Members) -> Self {
        Self { connection_id: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.connection_id)]
    }
}

/// The shape `DeleteVirtualInterfaceRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteVirtualInterfaceInput {
    /// `virtualInterfaceId`, required.
    pub virtual_interface_id: Option<String>,
}

impl Shaped for DeleteVirtualInterfaceInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DeleteVirtualInterfaceRequest",
        members: &[member("virtualInterfaceId", TEXT).required()],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { virtual_interface_id: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.virtual_interface_id)]
    }
}

/// The shape `DeleteVirtualInterfaceResponse`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteVirtualInterfaceOutput {
    /// `virtualInterfaceState`, one of [`enums::VIRTUAL_INTERFACE_STATE`].
    pub virtual_interface_state: Option<String>,
}

impl Shaped for DeleteVirtualInterfaceOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "DeleteVirtualInterfaceResponse",
        members: &[member("virtualInterfaceState", shapes::VIRTUAL_INTERFACE_STATE)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { virtual_interface_state: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.virtual_interface_state)]
    }
}

/// The shape `DescribeConnectionsRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeConnectionsInput {
    /// `connectionId`.
    pub connection_id: Option<String>,
    /// `maxResults`.
    pub max_results: Option<i32>,
    /// `nextToken`.
    pub next_token: Option<String>,
}

impl Shaped for DescribeConnectionsInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeConnectionsRequest",
        members: &[member("connectionId", TEXT), member("maxResults", INTEGER), member("nextToken", TEXT)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { connection_id: members.take(), max_results: members.take(), next_token: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.connection_id), value(&self.max_results), value(&self.next_token)]
    }
}

/// The shape `DescribeRouterConfigurationRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeRouterConfigurationInput {
    /// `virtualInterfaceId`, required.
    pub virtual_interface_id: Option<String>,
    /// `routerTypeIdentifier`.
    pub router_type_identifier: Option<String>,
}

impl Shaped for DescribeRouterConfigurationInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeRouterConfigurationRequest",
        members: &[member("virtualInterfaceId", TEXT).required(), member("routerTypeIdentifier", TEXT)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { virtual_interface_id: members.take(), router_type_identifier: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.virtual_interface_id), value(&self.router_type_identifier)]
    }
}

/// The shape `DescribeRouterConfigurationResponse`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeRouterConfigurationOutput {
    /// `customerRouterConfig`.
    pub customer_router_config: Option<String>,
    /// `router`.
    pub router: Option<RouterType>,
    /// `virtualInterfaceId`.
    pub virtual_interface_id: Option<String>,
    /// `virtualInterfaceName`.
    pub virtual_interface_name: Option<String>,
}

impl Shaped for DescribeRouterConfigurationOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeRouterConfigurationResponse",
        members: &[
            member("customerRouterConfig", TEXT),
            member("router", Shape::Structure(RouterType::SHAPE)),
            member("virtualInterfaceId", TEXT),
            member("virtualInterfaceName", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            customer_router_config: members.take(),
            router: members.take(),
            virtual_interface_id: members.take(),
            virtual_interface_name: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.customer_router_config),
            value(&self.router),
            value(&self.virtual_interface_id),
            value(&self.virtual_interface_name),
        ]
    }
}

/// The shape `DescribeTagsRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeTagsInput {
    /// `resourceArns`, required.
    pub resource_arns: Option<Vec<String>>,
}

impl Shaped for DescribeTagsInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeTagsRequest",
        members: &[member("resourceArns", shapes::RESOURCE_ARN_LIST).required()],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { resource_arns: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.resource_arns)]
    }
}

/// The shape `DescribeTagsResponse`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeTagsOutput {
    /// `resourceTags`.
    pub resource_tags: Option<Vec<ResourceTag>>,
}

impl Shaped for DescribeTagsOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeTagsResponse",
        members: &[member("resourceTags", shapes::RESOURCE_TAG_LIST)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { resource_tags: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.resource_tags)]
    }
}

/// The shape `DescribeVirtualInterfacesRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeVirtualInterfacesInput {
    /// `connectionId`.
    pub connection_id: Option<String>,
    /// `virtualInterfaceId`.
    pub virtual_interface_id: Option<String>,
    /// `maxResults`.
    pub max_results: Option<i32>,
    /// `nextToken`.
    pub next_token: Option<String>,
}

impl Shaped for DescribeVirtualInterfacesInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DescribeVirtualInterfacesRequest",
        members: &[
            member("connectionId", TEXT),
            member("virtualInterfaceId", TEXT),
            member("maxResults", INTEGER),
            member("nextToken", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            connection_id: members.take(),
            virtual_interface_id: members.take(),
            max_results: members.take(),
            next_token: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.connection_id),
            value(&self.virtual_interface_id),
            value(&self.max_results),
            value(&self.next_token),
        ]
    }
}

/// The shape `Location`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Location {
    /// `locationCode`.
    pub location_code: Option<String>,
    /// `locationName`.
    pub location_name: Option<String>,
    /// `region`.
    pub region: Option<String>,
    /// `availablePortSpeeds`.
    pub available_port_speeds: Option<Vec<String>>,
    /// `availableProviders`.
    pub available_providers: Option<Vec<String>>,
    /// `availableMacSecPortSpeeds`.
    pub available_mac_sec_port_speeds: Option<Vec<String>>,
    /// `availableBillingModes`.
    pub available_billing_modes: Option<Vec<AvailableBillingMode>>,
}

impl Shaped for Location {
    const SHAPE: &'static Structure = &Structure {
        name: "Location",
        members: &[
            member("locationCode", TEXT),
            member("locationName", TEXT),
            member("region", TEXT),
            member("availablePortSpeeds", shapes::AVAILABLE_PORT_SPEEDS),
            member("availableProviders", shapes::PROVIDER_LIST),
            member("availableMacSecPortSpeeds", shapes::AVAILABLE_MAC_SEC_PORT_SPEEDS),
            member("availableBillingModes", shapes::AVAILABLE_BILLING_MODE_LIST),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            location_code: members.take(),
            location_name: members.take(),
            region: members.take(),
            available_port_speeds: members.take(),
            available_providers: members.take(),
            available_mac_sec_port_speeds: members.take(),
            available_billing_modes: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.location_code),
            value(&self.location_name),
            value(&self.region),
            value(&self.available_port_speeds),
            value(&self.available_providers),
            value(&self.available_mac_sec_port_speeds),
            value(&self.available_billing_modes),
        ]
    }
}

/// The shape `Locations`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Locations {
    /// `locations`.
    pub locations: Option<Vec<Location>>,
}

impl Shaped for Locations {
    const SHAPE: &'static Structure =
        &Structure { name: "Locations", members: &[member("locations", shapes::LOCATION_LIST)] };
    fn from_members(members: &mut Members) -> Self {
        Self { locations: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.locations)]
    }
}

/// The shape `MacSecKey`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MacSecKey {
    /// `secretARN`.
    pub secret_arn: Option<String>,
    /// `ckn`.
    pub ckn: Option<String>,
    /// `state`.
    pub state: Option<String>,
    /// `startOn`.
    pub start_on: Option<String>,
}

impl Shaped for MacSecKey {
    const SHAPE: &'static Structure = &Structure {
        name: "MacSecKey",
        members: &[
            member("secretARN", TEXT),
            member("ckn", TEXT),
            member("state", TEXT),
            member("startOn", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            secret_arn: members.take(),
            ckn: members.take(),
            state: members.take(),
            start_on: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.secret_arn), value(&self.ckn), value(&self.state), value(&self.start_on)]
    }
}

/// The shape `NewBGPPeer`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewBGPPeer {
    /// `asn`.
    pub asn: Option<i32>,
    /// `asnLong`.
    pub asn_long: Option<i64>,
    /// `authKey`.
    pub auth_key: Option<String>,
    /// `addressFamily`, one of [`enums::ADDRESS_FAMILY`].
    pub address_family: Option<String>,
    /// `amazonAddress`.
    pub amazon_address: Option<String>,
    /// `customerAddress`.
    pub customer_address: Option<String>,
}

impl Shaped for NewBGPPeer {
    const SHAPE: &'static Structure = &Structure {
        name: "NewBGPPeer",
        members: &[
            member("asn", INTEGER),
            member("asnLong", LONG),
            member("authKey", TEXT),
            member("addressFamily", shapes::ADDRESS_FAMILY),
            member("amazonAddress", TEXT),
            member("customerAddress", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            asn: members.take(),
            asn_long: members.take(),
            auth_key: members.take(),
            address_family: members.take(),
            amazon_address: members.take(),
            customer_address: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.asn),
            value(&self.asn_long),
            value(&self.auth_key),
            value(&self.address_family),
            value(&self.amazon_address),
            value(&self.customer_address),
        ]
    }
}

/// The shape `NewPrivateVirtualInterface`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewPrivateVirtualInterface {
    /// `virtualInterfaceName`, required.
    pub virtual_interface_name: Option<String>,
    /// `vlan`, required.
    pub vlan: Option<i32>,
    /// `asn`.
    pub asn: Option<i32>,
    /// `asnLong`.
    pub asn_long: Option<i64>,
    /// `mtu`.
    pub mtu: Option<i32>,
    /// `authKey`.
    pub auth_key: Option<String>,
    /// `amazonAddress`.
    pub amazon_address: Option<String>,
    /// `customerAddress`.
    pub customer_address: Option<String>,
    /// `addressFamily`, one of [`enums::ADDRESS_FAMILY`].
    pub address_family: Option<String>,
    /// `virtualGatewayId`.
    pub virtual_gateway_id: Option<String>,
    /// `directConnectGatewayId`.
    pub direct_connect_gateway_id: Option<String>,
    /// `tags`.
    pub tags: Option<Vec<Tag>>,
    /// `enableSiteLink`.
    pub enable_site_link: Option<bool>,
    /// `prefixPoolAllocatedCountIpv4`.
    pub prefix_pool_allocated_count_ipv4: Option<i32>,
    /// `prefixPoolAllocatedCountIpv6`.
    pub prefix_pool_allocated_count_ipv6: Option<i32>,
    /// `rateLimit`.
    pub rate_limit: Option<String>,
}

impl Shaped for NewPrivateVirtualInterface {
    const SHAPE: &'static Structure = &Structure {
        name: "NewPrivateVirtualInterface",
        members: &[
            member("virtualInterfaceName", TEXT).required(),
            member("vlan", INTEGER).required(),
            member("asn", INTEGER),
            member("asnLong", LONG),
            member("mtu", INTEGER),
            member("authKey", TEXT),
            member("amazonAddress", TEXT),
            member("customerAddress", TEXT),
            member("addressFamily", shapes::ADDRESS_FAMILY),
            member("virtualGatewayId", TEXT),
            member("directConnectGatewayId", TEXT),
            member("tags", shapes::TAG_LIST),
            member("enableSiteLink", Shape::Boolean),
            member("prefixPoolAllocatedCountIpv4", shapes::PREFIX_POOL_ALLOCATED_COUNT),
            member("prefixPoolAllocatedCountIpv6", shapes::PREFIX_POOL_ALLOCATED_COUNT),
            member("rateLimit", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            virtual_interface_name: members.take(),
            vlan: members.take(),
            asn: members.take(),
            asn_long: members.take(),
            mtu: members.take(),
            auth_key: members.take(),
            amazon_address: members.take(),
            customer_address: members.take(),
            address_family: members.take(),
            virtual_gateway_id: members.take(),
            direct_connect_gateway_id: members.take(),
            tags: members.take(),
            enable_site_link: members.take(),
            prefix_pool_allocated_count_ipv4: members.take(),
            prefix_pool_allocated_count_ipv6: members.take(),
            rate_limit: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.virtual_interface_name),
            value(&self.vlan),
            value(&self.asn),
            value(&self.asn_long),
            value(&self.mtu),
            value(&self.auth_key),
            value(&self.amazon_address),
            value(&self.customer_address),
            value(&self.address_family),
            value(&self.virtual_gateway_id),
            value(&self.direct_connect_gateway_id),
            value(&self.tags),
            value(&self.enable_site_link),
            value(&self.prefix_pool_allocated_count_ipv4),
            value(&self.prefix_pool_allocated_count_ipv6),
            value(&self.rate_limit),
        ]
    }
}

/// The shape `RateLimiterStatus`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RateLimiterStatus {
    /// `maxAllowed`.
    pub max_allowed: Option<i32>,
    /// `inUse`.
    pub in_use: Option<i32>,
    /// `remaining`.
    pub remaining: Option<i32>,
    /// `totalBandwidth`.
    pub total_bandwidth: Option<String>,
}

impl Shaped for RateLimiterStatus {
    const SHAPE: &'static Structure = &Structure {
        name: "RateLimiterStatus",
        members: &[
            member("maxAllowed", INTEGER),
            member("inUse", INTEGER),
            member("remaining", INTEGER),
            member("totalBandwidth", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            max_allowed: members.take(),
            in_use: members.take(),
            remaining: members.take(),
            total_bandwidth: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.max_allowed),
            value(&self.in_use),
            value(&self.remaining),
            value(&self.total_bandwidth),
        ]
    }
}

/// The shape `ResourceTag`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResourceTag {
    /// `resourceArn`.
    pub resource_arn: Option<String>,
    /// `tags`.
    pub tags: Option<Vec<Tag>>,
}

impl Shaped for ResourceTag {
    const SHAPE: &'static Structure = &Structure {
        name: "ResourceTag",
        members: &[member("resourceArn", TEXT), member("tags", shapes::TAG_LIST)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { resource_arn: members.take(), tags: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.resource_arn), value(&self.tags)]
    }
}

/// The shape `RouteFilterPrefix`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RouteFilterPrefix {
    /// `cidr`.
    pub cidr: Option<String>,
}

impl Shaped for RouteFilterPrefix {
    const SHAPE: &'static Structure =
        &Structure { name: "RouteFilterPrefix", members: &[member("cidr", TEXT)] };
    fn from_members(members: &mut Members) -> Self {
        Self { cidr: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.cidr)]
    }
}

/// The shape `RouterType`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RouterType {
    /// `vendor`.
    pub vendor: Option<String>,
    /// `platform`.
    pub platform: Option<String>,
    /// `software`.
    pub software: Option<String>,
    /// `xsltTemplateName`.
    pub xslt_template_name: Option<String>,
    /// `xsltTemplateNameForMacSec`.
    pub xslt_template_name_for_mac_sec: Option<String>,
    /// `routerTypeIdentifier`.
    pub router_type_identifier: Option<String>,
}

impl Shaped for RouterType {
    const SHAPE: &'static Structure = &Structure {
        name: "RouterType",
        members: &[
            member("vendor", TEXT),
            member("platform", TEXT),
            member("software", TEXT),
            member("xsltTemplateName", TEXT),
            member("xsltTemplateNameForMacSec", TEXT),
            member("routerTypeIdentifier", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            vendor: members.take(),
            platform: members.take(),
            software: members.take(),
            xslt_template_name: members.take(),
            xslt_template_name_for_mac_sec: members.take(),
            router_type_identifier: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.vendor),
            value(&self.platform),
            value(&self.software),
            value(&self.xslt_template_name),
            value(&self.xslt_template_name_for_mac_sec),
            value(&self.router_type_identifier),
        ]
    }
}

/// The shape `Tag`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tag {
    /// `key`, required.
    pub key: Option<String>,
    /// `value`.
    pub value: Option<String>,
}

impl Shaped for Tag {
    const SHAPE: &'static Structure = &Structure {
        name: "Tag",
        members: &[member("key", shapes::TAG_KEY).required(), member("value", shapes::TAG_VALUE)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { key: members.take(), value: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.key), value(&self.value)]
    }
}

/// The shape `TagResourceRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagResourceInput {
    /// `resourceArn`, required.
    pub resource_arn: Option<String>,
    /// `tags`, required.
    pub tags: Option<Vec<Tag>>,
}

impl Shaped for TagResourceInput {
    const SHAPE: &'static Structure = &Structure {
        name: "TagResourceRequest",
        members: &[member("resourceArn", TEXT).required(), member("tags", shapes::TAG_LIST).required()],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { resource_arn: members.take(), tags: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.resource_arn), value(&self.tags)]
    }
}

/// The shape `TagResourceResponse`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagResourceOutput {}

impl Shaped for TagResourceOutput {
    const SHAPE: &'static Structure = &Structure { name: "TagResourceResponse", members: &[] };
    fn from_members(_: &mut Members) -> Self {
        Self {}
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![]
    }
}

/// The shape `UntagResourceRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagResourceInput {
    /// `resourceArn`, required.
    pub resource_arn: Option<String>,
    /// `tagKeys`, required.
    pub tag_keys: Option<Vec<String>>,
}

impl Shaped for UntagResourceInput {
    const SHAPE: &'static Structure = &Structure {
        name: "UntagResourceRequest",
        members: &[
            member("resourceArn", TEXT).required(),
            member("tagKeys", shapes::TAG_KEY_LIST).required(),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { resource_arn: members.take(), tag_keys: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.resource_arn), value(&self.tag_keys)]
    }
}

/// The shape `UntagResourceResponse`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagResourceOutput {}

impl Shaped for UntagResourceOutput {
    const SHAPE: &'static Structure = &Structure { name: "UntagResourceResponse", members: &[] };
    fn from_members(_: &mut Members) -> Self {
        Self {}
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![]
    }
}

/// The shape `UpdateConnectionRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateConnectionInput {
    /// `connectionId`, required.
    pub connection_id: Option<String>,
    /// `connectionName`.
    pub connection_name: Option<String>,
    /// `encryptionMode`.
    pub encryption_mode: Option<String>,
}

impl Shaped for UpdateConnectionInput {
    const SHAPE: &'static Structure = &Structure {
        name: "UpdateConnectionRequest",
        members: &[
            member("connectionId", TEXT).required(),
            member("connectionName", TEXT),
            member("encryptionMode", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            connection_id: members.take(),
            connection_name: members.take(),
            encryption_mode: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.connection_id), value(&self.connection_name), value(&self.encryption_mode)]
    }
}

/// The shape `UpdateVirtualInterfaceAttributesRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateVirtualInterfaceAttributesInput {
    /// `virtualInterfaceId`, required.
    pub virtual_interface_id: Option<String>,
    /// `mtu`.
    pub mtu: Option<i32>,
    /// `enableSiteLink`.
    pub enable_site_link: Option<bool>,
    /// `virtualInterfaceName`.
    pub virtual_interface_name: Option<String>,
    /// `prefixPoolAllocatedCountIpv4`.
    pub prefix_pool_allocated_count_ipv4: Option<i32>,
    /// `prefixPoolAllocatedCountIpv6`.
    pub prefix_pool_allocated_count_ipv6: Option<i32>,
    /// `rateLimit`.
    pub rate_limit: Option<String>,
}

impl Shaped for UpdateVirtualInterfaceAttributesInput {
    const SHAPE: &'static Structure = &Structure {
        name: "UpdateVirtualInterfaceAttributesRequest",
        members: &[
            member("virtualInterfaceId", TEXT).required(),
            member("mtu", INTEGER),
            member("enableSiteLink", Shape::Boolean),
            member("virtualInterfaceName", TEXT),
            member("prefixPoolAllocatedCountIpv4", shapes::PREFIX_POOL_ALLOCATED_COUNT),
            member("prefixPoolAllocatedCountIpv6", shapes::PREFIX_POOL_ALLOCATED_COUNT),
            member("rateLimit", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            virtual_interface_id: members.take(),
            mtu: members.take(),
            enable_site_link: members.take(),
            virtual_interface_name: members.take(),
            prefix_pool_allocated_count_ipv4: members.take(),
            prefix_pool_allocated_count_ipv6: members.take(),
            rate_limit: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.virtual_interface_id),
            value(&self.mtu),
            value(&self.enable_site_link),
            value(&self.virtual_interface_name),
            value(&self.prefix_pool_allocated_count_ipv4),
            value(&self.prefix_pool_allocated_count_ipv6),
            value(&self.rate_limit),
        ]
    }
}

/// The shape `VirtualGateway`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VirtualGateway {
    /// `virtualGatewayId`.
    pub virtual_gateway_id: Option<String>,
    /// `virtualGatewayState`.
    pub virtual_gateway_state: Option<String>,
}

impl Shaped for VirtualGateway {
    const SHAPE: &'static Structure = &Structure {
        name: "VirtualGateway",
        members: &[member("virtualGatewayId", TEXT), member("virtualGatewayState", TEXT)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { virtual_gateway_id: members.take(), virtual_gateway_state: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.virtual_gateway_id), value(&self.virtual_gateway_state)]
    }
}

/// The shape `VirtualGateways`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VirtualGateways {
    /// `virtualGateways`.
    pub virtual_gateways: Option<Vec<VirtualGateway>>,
}

impl Shaped for VirtualGateways {
    const SHAPE: &'static Structure = &Structure {
        name: "VirtualGateways",
        members: &[member("virtualGateways", shapes::VIRTUAL_GATEWAY_LIST)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { virtual_gateways: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.virtual_gateways)]
    }
}

/// The shape `VirtualInterface`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VirtualInterface {
    /// `ownerAccount`.
    pub owner_account: Option<String>,
    /// `virtualInterfaceId`.
    pub virtual_interface_id: Option<String>,
    /// `location`.
    pub location: Option<String>,
    /// `connectionId`.
    pub connection_id: Option<String>,
    /// `virtualInterfaceType`.
    pub virtual_interface_type: Option<String>,
    /// `virtualInterfaceName`.
    pub virtual_interface_name: Option<String>,
    /// `vlan`.
    pub vlan: Option<i32>,
    /// `asn`.
    pub asn: Option<i32>,
    /// `asnLong`.
    pub asn_long: Option<i64>,
    /// `amazonSideAsn`.
    pub amazon_side_asn: Option<i64>,
    /// `authKey`.
    pub auth_key: Option<String>,
    /// `amazonAddress`.
    pub amazon_address: Option<String>,
    /// `customerAddress`.
    pub customer_address: Option<String>,
    /// `addressFamily`, one of [`enums::ADDRESS_FAMILY`].
    pub address_family: Option<String>,
    /// `virtualInterfaceState`, one of [`enums::VIRTUAL_INTERFACE_STATE`].
    pub virtual_interface_state: Option<String>,
    /// `customerRouterConfig`.
    pub customer_router_config: Option<String>,
    /// `mtu`.
    pub mtu: Option<i32>,
    /// `jumboFrameCapable`.
    pub jumbo_frame_capable: Option<bool>,
    /// `virtualGatewayId`.
    pub virtual_gateway_id: Option<String>,
    /// `directConnectGatewayId`.
    pub direct_connect_gateway_id: Option<String>,
    /// `routeFilterPrefixes`.
    pub route_filter_prefixes: Option<Vec<RouteFilterPrefix>>,
    /// `bgpPeers`.
    pub bgp_peers: Option<Vec<BGPPeer>>,
    /// `region`.
    pub region: Option<String>,
    /// `awsDeviceV2`.
    pub aws_device_v2: Option<String>,
    /// `awsLogicalDeviceId`.
    pub aws_logical_device_id: Option<String>,
    /// `tags`.
    pub tags: Option<Vec<Tag>>,
    /// `siteLinkEnabled`.
    pub site_link_enabled: Option<bool>,
    /// `prefixPoolAllocatedCountIpv4`.
    pub prefix_pool_allocated_count_ipv4: Option<i32>,
    /// `prefixPoolAllocatedCountIpv6`.
    pub prefix_pool_allocated_count_ipv6: Option<i32>,
    /// `rateLimit`.
    pub rate_limit: Option<String>,
}

impl Shaped for VirtualInterface {
    const SHAPE: &'static Structure = &Structure {
        name: "VirtualInterface",
        members: &[
            member("ownerAccount", TEXT),
            member("virtualInterfaceId", TEXT),
            member("location", TEXT),
            member("connectionId", TEXT),
            member("virtualInterfaceType", TEXT),
            member("virtualInterfaceName", TEXT),
            member("vlan", INTEGER),
            member("asn", INTEGER),
            member("asnLong", LONG),
            member("amazonSideAsn", LONG),
            member("authKey", TEXT),
            member("amazonAddress", TEXT),
            member("customerAddress", TEXT),
            member("addressFamily", shapes::ADDRESS_FAMILY),
            member("virtualInterfaceState", shapes::VIRTUAL_INTERFACE_STATE),
            member("customerRouterConfig", TEXT),
            member("mtu", INTEGER),
            member("jumboFrameCapable", Shape::Boolean),
            member("virtualGatewayId", TEXT),
            member("directConnectGatewayId", TEXT),
            member("routeFilterPrefixes", shapes::ROUTE_FILTER_PREFIX_LIST),
            member("bgpPeers", shapes::BGP_PEER_LIST),
            member("region", TEXT),
            member("awsDeviceV2", TEXT),
            member("awsLogicalDeviceId", TEXT),
            member("tags", shapes::TAG_LIST),
            member("siteLinkEnabled", Shape::Boolean),
            member("prefixPoolAllocatedCountIpv4", shapes::PREFIX_POOL_ALLOCATED_COUNT),
            member("prefixPoolAllocatedCountIpv6", shapes::PREFIX_POOL_ALLOCATED_COUNT),
            member("rateLimit", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            owner_account: members.take(),
            virtual_interface_id: members.take(),
            location: members.take(),
            connection_id: members.take(),
            virtual_interface_type: members.take(),
            virtual_interface_name: members.take(),
            vlan: members.take(),
            asn: members.take(),
            asn_long: members.take(),
            amazon_side_asn: members.take(),
            auth_key: members.take(),
            amazon_address: members.take(),
            customer_address: members.take(),
            address_family: members.take(),
            virtual_interface_state: members.take(),
            customer_router_config: members.take(),
            mtu: members.take(),
            jumbo_frame_capable: members.take(),
            virtual_gateway_id: members.take(),
            direct_connect_gateway_id: members.take(),
            route_filter_prefixes: members.take(),
            bgp_peers: members.take(),
            region: members.take(),
            aws_device_v2: members.take(),
            aws_logical_device_id: members.take(),
            tags: members.take(),
            site_link_enabled: members.take(),
            prefix_pool_allocated_count_ipv4: members.take(),
            prefix_pool_allocated_count_ipv6: members.take(),
            rate_limit: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.owner_account),
            value(&self.virtual_interface_id),
            value(&self.location),
            value(&self.connection_id),
            value(&self.virtual_interface_type),
            value(&self.virtual_interface_name),
            value(&self.vlan),
            value(&self.asn),
            value(&self.asn_long),
            value(&self.amazon_side_asn),
            value(&self.auth_key),
            value(&self.amazon_address),
            value(&self.customer_address),
            value(&self.address_family),
            value(&self.virtual_interface_state),
            value(&self.customer_router_config),
            value(&self.mtu),
            value(&self.jumbo_frame_capable),
            value(&self.virtual_gateway_id),
            value(&self.direct_connect_gateway_id),
            value(&self.route_filter_prefixes),
            value(&self.bgp_peers),
            value(&self.region),
            value(&self.aws_device_v2),
            value(&self.aws_logical_device_id),
            value(&self.tags),
            value(&self.site_link_enabled),
            value(&self.prefix_pool_allocated_count_ipv4),
            value(&self.prefix_pool_allocated_count_ipv6),
            value(&self.rate_limit),
        ]
    }
}

/// The shape `VirtualInterfaces`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VirtualInterfaces {
    /// `virtualInterfaces`.
    pub virtual_interfaces: Option<Vec<VirtualInterface>>,
    /// `nextToken`.
    pub next_token: Option<String>,
}

impl Shaped for VirtualInterfaces {
    const SHAPE: &'static Structure = &Structure {
        name: "VirtualInterfaces",
        members: &[member("virtualInterfaces", shapes::VIRTUAL_INTERFACE_LIST), member("nextToken", TEXT)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { virtual_interfaces: members.take(), next_token: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.virtual_interfaces), value(&self.next_token)]
    }
}

/// The shape `DescribeLocationsInput`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeLocationsInput {}

impl Shaped for DescribeLocationsInput {
    const SHAPE: &'static Structure = &Structure { name: "DescribeLocationsInput", members: &[] };
    fn from_members(_: &mut Members) -> Self {
        Self {}
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![]
    }
}

/// The shape `DescribeVirtualGatewaysInput`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeVirtualGatewaysInput {}

impl Shaped for DescribeVirtualGatewaysInput {
    const SHAPE: &'static Structure = &Structure { name: "DescribeVirtualGatewaysInput", members: &[] };
    fn from_members(_: &mut Members) -> Self {
        Self {}
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![]
    }
}

/// The values each enumerated string may take.
pub mod enums {
    /// `AddressFamily`.
    pub const ADDRESS_FAMILY: &[&str] = &["ipv4", "ipv6"];
    /// `BGPPeerState`.
    pub const BGP_PEER_STATE: &[&str] = &["verifying", "pending", "available", "deleting", "deleted"];
    /// `BGPStatus`.
    pub const BGP_STATUS: &[&str] = &["up", "down", "unknown"];
    /// `BillingMode`.
    pub const BILLING_MODE: &[&str] = &[
        "PayAsYouGo",
        "FlatRateTier1",
        "FlatRateTier2",
        "FlatRateTier3",
        "FlatRateTier4",
        "FlatRateTier5",
        "PortPairFlatRateTier1",
        "PortPairFlatRateTier2",
        "PortPairFlatRateTier3",
        "PortPairFlatRateTier4",
        "PortPairFlatRateTier5",
    ];
    /// `ConnectionState`.
    pub const CONNECTION_STATE: &[&str] = &[
        "ordering",
        "requested",
        "pending",
        "available",
        "down",
        "deleting",
        "deleted",
        "rejected",
        "unknown",
    ];
    /// `HasLogicalRedundancy`.
    pub const HAS_LOGICAL_REDUNDANCY: &[&str] = &["unknown", "yes", "no"];
    /// `RequestBillingMode`.
    pub const REQUEST_BILLING_MODE: &[&str] =
        &["PayAsYouGo", "FlatRateTier1", "FlatRateTier2", "FlatRateTier3", "FlatRateTier4", "FlatRateTier5"];
    /// `VirtualInterfaceState`.
    pub const VIRTUAL_INTERFACE_STATE: &[&str] = &[
        "confirming",
        "verifying",
        "pending",
        "available",
        "down",
        "testing",
        "deleting",
        "deleted",
        "rejected",
        "unknown",
    ];
}

/// Tables of lists, maps and constrained scalars.
mod shapes {
    use super::*;
    pub(super) const ADDRESS_FAMILY: Shape =
        Shape::Text(&Text { values: enums::ADDRESS_FAMILY, length: Bounds::NONE, pattern: None });
    pub(super) const AVAILABLE_BILLING_MODE_LIST: Shape = Shape::List(&List {
        wire: "member",
        count: Bounds::NONE,
        member: Shape::Structure(AvailableBillingMode::SHAPE),
    });
    pub(super) const AVAILABLE_MAC_SEC_PORT_SPEEDS: Shape =
        Shape::List(&List { wire: "member", count: Bounds::NONE, member: TEXT });
    pub(super) const AVAILABLE_PORT_SPEEDS: Shape =
        Shape::List(&List { wire: "member", count: Bounds::NONE, member: TEXT });
    pub(super) const BGP_PEER_LIST: Shape =
        Shape::List(&List { wire: "member", count: Bounds::NONE, member: Shape::Structure(BGPPeer::SHAPE) });
    pub(super) const BGP_PEER_STATE: Shape =
        Shape::Text(&Text { values: enums::BGP_PEER_STATE, length: Bounds::NONE, pattern: None });
    pub(super) const BGP_STATUS: Shape =
        Shape::Text(&Text { values: enums::BGP_STATUS, length: Bounds::NONE, pattern: None });
    pub(super) const BILLING_MODE: Shape =
        Shape::Text(&Text { values: enums::BILLING_MODE, length: Bounds::NONE, pattern: None });
    pub(super) const CONNECTION_LIST: Shape = Shape::List(&List {
        wire: "member",
        count: Bounds::NONE,
        member: Shape::Structure(Connection::SHAPE),
    });
    pub(super) const CONNECTION_STATE: Shape =
        Shape::Text(&Text { values: enums::CONNECTION_STATE, length: Bounds::NONE, pattern: None });
    pub(super) const HAS_LOGICAL_REDUNDANCY: Shape =
        Shape::Text(&Text { values: enums::HAS_LOGICAL_REDUNDANCY, length: Bounds::NONE, pattern: None });
    pub(super) const INCLUDED_REGION_LIST: Shape =
        Shape::List(&List { wire: "member", count: Bounds::NONE, member: TEXT });
    pub(super) const LOCATION_LIST: Shape =
        Shape::List(&List { wire: "member", count: Bounds::NONE, member: Shape::Structure(Location::SHAPE) });
    pub(super) const MAC_SEC_KEY_LIST: Shape = Shape::List(&List {
        wire: "member",
        count: Bounds::NONE,
        member: Shape::Structure(MacSecKey::SHAPE),
    });
    pub(super) const PREFIX_POOL_ALLOCATED_COUNT: Shape = Shape::Integer(Bounds { min: Some(0), max: None });
    pub(super) const PREFIX_POOL_SIZE: Shape = Shape::Integer(Bounds { min: Some(0), max: None });
    pub(super) const PREFIX_POOL_UNALLOCATED_COUNT: Shape =
        Shape::Integer(Bounds { min: Some(0), max: None });
    pub(super) const PROVIDER_LIST: Shape =
        Shape::List(&List { wire: "member", count: Bounds::NONE, member: TEXT });
    pub(super) const REQUEST_BILLING_MODE: Shape =
        Shape::Text(&Text { values: enums::REQUEST_BILLING_MODE, length: Bounds::NONE, pattern: None });
    pub(super) const RESOURCE_ARN_LIST: Shape =
        Shape::List(&List { wire: "member", count: Bounds::NONE, member: TEXT });
    pub(super) const RESOURCE_TAG_LIST: Shape = Shape::List(&List {
        wire: "member",
        count: Bounds::NONE,
        member: Shape::Structure(ResourceTag::SHAPE),
    });
    pub(super) const ROUTE_FILTER_PREFIX_LIST: Shape = Shape::List(&List {
        wire: "member",
        count: Bounds::NONE,
        member: Shape::Structure(RouteFilterPrefix::SHAPE),
    });
    pub(super) const TAG_KEY: Shape = Shape::Text(&Text {
        values: &[],
        length: Bounds { min: Some(1), max: Some(128) },
        pattern: Some("^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$"),
    });
    pub(super) const TAG_KEY_LIST: Shape =
        Shape::List(&List { wire: "member", count: Bounds::NONE, member: TAG_KEY });
    pub(super) const TAG_LIST: Shape = Shape::List(&List {
        wire: "member",
        count: Bounds { min: Some(1), max: None },
        member: Shape::Structure(Tag::SHAPE),
    });
    pub(super) const TAG_VALUE: Shape = Shape::Text(&Text {
        values: &[],
        length: Bounds { min: Some(0), max: Some(256) },
        pattern: Some("^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$"),
    });
    pub(super) const VIRTUAL_GATEWAY_LIST: Shape = Shape::List(&List {
        wire: "member",
        count: Bounds::NONE,
        member: Shape::Structure(VirtualGateway::SHAPE),
    });
    pub(super) const VIRTUAL_INTERFACE_LIST: Shape = Shape::List(&List {
        wire: "member",
        count: Bounds::NONE,
        member: Shape::Structure(VirtualInterface::SHAPE),
    });
    pub(super) const VIRTUAL_INTERFACE_STATE: Shape =
        Shape::Text(&Text { values: enums::VIRTUAL_INTERFACE_STATE, length: Bounds::NONE, pattern: None });
}

/// The input of one served operation.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// `ConfirmConnection`.
    ConfirmConnection(ConfirmConnectionInput),
    /// `CreateBGPPeer`.
    CreateBGPPeer(CreateBGPPeerInput),
    /// `CreateConnection`.
    CreateConnection(CreateConnectionInput),
    /// `CreatePrivateVirtualInterface`.
    CreatePrivateVirtualInterface(CreatePrivateVirtualInterfaceInput),
    /// `DeleteBGPPeer`.
    DeleteBGPPeer(DeleteBGPPeerInput),
    /// `DeleteConnection`.
    DeleteConnection(DeleteConnectionInput),
    /// `DeleteVirtualInterface`.
    DeleteVirtualInterface(DeleteVirtualInterfaceInput),
    /// `DescribeConnections`.
    DescribeConnections(DescribeConnectionsInput),
    /// `DescribeLocations`.
    DescribeLocations(DescribeLocationsInput),
    /// `DescribeRouterConfiguration`.
    DescribeRouterConfiguration(DescribeRouterConfigurationInput),
    /// `DescribeTags`.
    DescribeTags(DescribeTagsInput),
    /// `DescribeVirtualGateways`.
    DescribeVirtualGateways(DescribeVirtualGatewaysInput),
    /// `DescribeVirtualInterfaces`.
    DescribeVirtualInterfaces(DescribeVirtualInterfacesInput),
    /// `TagResource`.
    TagResource(TagResourceInput),
    /// `UntagResource`.
    UntagResource(UntagResourceInput),
    /// `UpdateConnection`.
    UpdateConnection(UpdateConnectionInput),
    /// `UpdateVirtualInterfaceAttributes`.
    UpdateVirtualInterfaceAttributes(UpdateVirtualInterfaceAttributesInput),
}

impl Request {
    /// The operation's name.
    pub fn operation(&self) -> &'static str {
        match self {
            Self::ConfirmConnection(_) => "ConfirmConnection",
            Self::CreateBGPPeer(_) => "CreateBGPPeer",
            Self::CreateConnection(_) => "CreateConnection",
            Self::CreatePrivateVirtualInterface(_) => "CreatePrivateVirtualInterface",
            Self::DeleteBGPPeer(_) => "DeleteBGPPeer",
            Self::DeleteConnection(_) => "DeleteConnection",
            Self::DeleteVirtualInterface(_) => "DeleteVirtualInterface",
            Self::DescribeConnections(_) => "DescribeConnections",
            Self::DescribeLocations(_) => "DescribeLocations",
            Self::DescribeRouterConfiguration(_) => "DescribeRouterConfiguration",
            Self::DescribeTags(_) => "DescribeTags",
            Self::DescribeVirtualGateways(_) => "DescribeVirtualGateways",
            Self::DescribeVirtualInterfaces(_) => "DescribeVirtualInterfaces",
            Self::TagResource(_) => "TagResource",
            Self::UntagResource(_) => "UntagResource",
            Self::UpdateConnection(_) => "UpdateConnection",
            Self::UpdateVirtualInterfaceAttributes(_) => "UpdateVirtualInterfaceAttributes",
        }
    }
}

impl Message for Request {
    fn to_members(&self) -> Vec<Option<Value>> {
        match self {
            Self::ConfirmConnection(inner) => inner.to_members(),
            Self::CreateBGPPeer(inner) => inner.to_members(),
            Self::CreateConnection(inner) => inner.to_members(),
            Self::CreatePrivateVirtualInterface(inner) => inner.to_members(),
            Self::DeleteBGPPeer(inner) => inner.to_members(),
            Self::DeleteConnection(inner) => inner.to_members(),
            Self::DeleteVirtualInterface(inner) => inner.to_members(),
            Self::DescribeConnections(inner) => inner.to_members(),
            Self::DescribeLocations(inner) => inner.to_members(),
            Self::DescribeRouterConfiguration(inner) => inner.to_members(),
            Self::DescribeTags(inner) => inner.to_members(),
            Self::DescribeVirtualGateways(inner) => inner.to_members(),
            Self::DescribeVirtualInterfaces(inner) => inner.to_members(),
            Self::TagResource(inner) => inner.to_members(),
            Self::UntagResource(inner) => inner.to_members(),
            Self::UpdateConnection(inner) => inner.to_members(),
            Self::UpdateVirtualInterfaceAttributes(inner) => inner.to_members(),
        }
    }

    fn from_members(operation: &str, members: &mut Members) -> Option<Self> {
        Some(match operation {
            "ConfirmConnection" => Self::ConfirmConnection(ConfirmConnectionInput::from_members(members)),
            "CreateBGPPeer" => Self::CreateBGPPeer(CreateBGPPeerInput::from_members(members)),
            "CreateConnection" => Self::CreateConnection(CreateConnectionInput::from_members(members)),
            "CreatePrivateVirtualInterface" => {
                Self::CreatePrivateVirtualInterface(CreatePrivateVirtualInterfaceInput::from_members(members))
            }
            "DeleteBGPPeer" => Self::DeleteBGPPeer(DeleteBGPPeerInput::from_members(members)),
            "DeleteConnection" => Self::DeleteConnection(DeleteConnectionInput::from_members(members)),
            "DeleteVirtualInterface" => {
                Self::DeleteVirtualInterface(DeleteVirtualInterfaceInput::from_members(members))
            }
            "DescribeConnections" => {
                Self::DescribeConnections(DescribeConnectionsInput::from_members(members))
            }
            "DescribeLocations" => Self::DescribeLocations(DescribeLocationsInput::from_members(members)),
            "DescribeRouterConfiguration" => {
                Self::DescribeRouterConfiguration(DescribeRouterConfigurationInput::from_members(members))
            }
            "DescribeTags" => Self::DescribeTags(DescribeTagsInput::from_members(members)),
            "DescribeVirtualGateways" => {
                Self::DescribeVirtualGateways(DescribeVirtualGatewaysInput::from_members(members))
            }
            "DescribeVirtualInterfaces" => {
                Self::DescribeVirtualInterfaces(DescribeVirtualInterfacesInput::from_members(members))
            }
            "TagResource" => Self::TagResource(TagResourceInput::from_members(members)),
            "UntagResource" => Self::UntagResource(UntagResourceInput::from_members(members)),
            "UpdateConnection" => Self::UpdateConnection(UpdateConnectionInput::from_members(members)),
            "UpdateVirtualInterfaceAttributes" => Self::UpdateVirtualInterfaceAttributes(
                UpdateVirtualInterfaceAttributesInput::from_members(members),
            ),
            _ => return None,
        })
    }
}

/// The output of one served operation.
#[derive(Clone, Debug, PartialEq)]
pub enum Response {
    /// `ConfirmConnection`.
    ConfirmConnection(ConfirmConnectionOutput),
    /// `CreateBGPPeer`.
    CreateBGPPeer(CreateBGPPeerOutput),
    /// `CreateConnection`.
    CreateConnection(Connection),
    /// `CreatePrivateVirtualInterface`.
    CreatePrivateVirtualInterface(VirtualInterface),
    /// `DeleteBGPPeer`.
    DeleteBGPPeer(DeleteBGPPeerOutput),
    /// `DeleteConnection`.
    DeleteConnection(Connection),
    /// `DeleteVirtualInterface`.
    DeleteVirtualInterface(DeleteVirtualInterfaceOutput),
    /// `DescribeConnections`.
    DescribeConnections(Connections),
    /// `DescribeLocations`.
    DescribeLocations(Locations),
    /// `DescribeRouterConfiguration`.
    DescribeRouterConfiguration(DescribeRouterConfigurationOutput),
    /// `DescribeTags`.
    DescribeTags(DescribeTagsOutput),
    /// `DescribeVirtualGateways`.
    DescribeVirtualGateways(VirtualGateways),
    /// `DescribeVirtualInterfaces`.
    DescribeVirtualInterfaces(VirtualInterfaces),
    /// `TagResource`.
    TagResource(TagResourceOutput),
    /// `UntagResource`.
    UntagResource(UntagResourceOutput),
    /// `UpdateConnection`.
    UpdateConnection(Connection),
    /// `UpdateVirtualInterfaceAttributes`.
    UpdateVirtualInterfaceAttributes(VirtualInterface),
}

impl Response {
    /// The operation's name.
    pub fn operation(&self) -> &'static str {
        match self {
            Self::ConfirmConnection(_) => "ConfirmConnection",
            Self::CreateBGPPeer(_) => "CreateBGPPeer",
            Self::CreateConnection(_) => "CreateConnection",
            Self::CreatePrivateVirtualInterface(_) => "CreatePrivateVirtualInterface",
            Self::DeleteBGPPeer(_) => "DeleteBGPPeer",
            Self::DeleteConnection(_) => "DeleteConnection",
            Self::DeleteVirtualInterface(_) => "DeleteVirtualInterface",
            Self::DescribeConnections(_) => "DescribeConnections",
            Self::DescribeLocations(_) => "DescribeLocations",
            Self::DescribeRouterConfiguration(_) => "DescribeRouterConfiguration",
            Self::DescribeTags(_) => "DescribeTags",
            Self::DescribeVirtualGateways(_) => "DescribeVirtualGateways",
            Self::DescribeVirtualInterfaces(_) => "DescribeVirtualInterfaces",
            Self::TagResource(_) => "TagResource",
            Self::UntagResource(_) => "UntagResource",
            Self::UpdateConnection(_) => "UpdateConnection",
            Self::UpdateVirtualInterfaceAttributes(_) => "UpdateVirtualInterfaceAttributes",
        }
    }
}

impl Message for Response {
    fn to_members(&self) -> Vec<Option<Value>> {
        match self {
            Self::ConfirmConnection(inner) => inner.to_members(),
            Self::CreateBGPPeer(inner) => inner.to_members(),
            Self::CreateConnection(inner) => inner.to_members(),
            Self::CreatePrivateVirtualInterface(inner) => inner.to_members(),
            Self::DeleteBGPPeer(inner) => inner.to_members(),
            Self::DeleteConnection(inner) => inner.to_members(),
            Self::DeleteVirtualInterface(inner) => inner.to_members(),
            Self::DescribeConnections(inner) => inner.to_members(),
            Self::DescribeLocations(inner) => inner.to_members(),
            Self::DescribeRouterConfiguration(inner) => inner.to_members(),
            Self::DescribeTags(inner) => inner.to_members(),
            Self::DescribeVirtualGateways(inner) => inner.to_members(),
            Self::DescribeVirtualInterfaces(inner) => inner.to_members(),
            Self::TagResource(inner) => inner.to_members(),
            Self::UntagResource(inner) => inner.to_members(),
            Self::UpdateConnection(inner) => inner.to_members(),
            Self::UpdateVirtualInterfaceAttributes(inner) => inner.to_members(),
        }
    }

    fn from_members(operation: &str, members: &mut Members) -> Option<Self> {
        Some(match operation {
            "ConfirmConnection" => Self::ConfirmConnection(ConfirmConnectionOutput::from_members(members)),
            "CreateBGPPeer" => Self::CreateBGPPeer(CreateBGPPeerOutput::from_members(members)),
            "CreateConnection" => Self::CreateConnection(Connection::from_members(members)),
            "CreatePrivateVirtualInterface" => {
                Self::CreatePrivateVirtualInterface(VirtualInterface::from_members(members))
            }
            "DeleteBGPPeer" => Self::DeleteBGPPeer(DeleteBGPPeerOutput::from_members(members)),
            "DeleteConnection" => Self::DeleteConnection(Connection::from_members(members)),
            "DeleteVirtualInterface" => {
                Self::DeleteVirtualInterface(DeleteVirtualInterfaceOutput::from_members(members))
            }
            "DescribeConnections" => Self::DescribeConnections(Connections::from_members(members)),
            "DescribeLocations" => Self::DescribeLocations(Locations::from_members(members)),
            "DescribeRouterConfiguration" => {
                Self::DescribeRouterConfiguration(DescribeRouterConfigurationOutput::from_members(members))
            }
            "DescribeTags" => Self::DescribeTags(DescribeTagsOutput::from_members(members)),
            "DescribeVirtualGateways" => {
                Self::DescribeVirtualGateways(VirtualGateways::from_members(members))
            }
            "DescribeVirtualInterfaces" => {
                Self::DescribeVirtualInterfaces(VirtualInterfaces::from_members(members))
            }
            "TagResource" => Self::TagResource(TagResourceOutput::from_members(members)),
            "UntagResource" => Self::UntagResource(UntagResourceOutput::from_members(members)),
            "UpdateConnection" => Self::UpdateConnection(Connection::from_members(members)),
            "UpdateVirtualInterfaceAttributes" => {
                Self::UpdateVirtualInterfaceAttributes(VirtualInterface::from_members(members))
            }
            _ => return None,
        })
    }
}

/// The service: its names, its operations, its modelled errors.
pub static SERVICE: Service = Service {
    name: "directconnect",
    version: "2012-10-25",
    namespace: "http://directconnect.amazonaws.com/doc/2012-10-25/",
    target: "OvertureService",
    operations: &[
        Operation {
            name: "ConfirmConnection",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: ConfirmConnectionInput::SHAPE,
            output: ConfirmConnectionOutput::SHAPE,
        },
        Operation {
            name: "CreateBGPPeer",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: CreateBGPPeerInput::SHAPE,
            output: CreateBGPPeerOutput::SHAPE,
        },
        Operation {
            name: "CreateConnection",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: CreateConnectionInput::SHAPE,
            output: Connection::SHAPE,
        },
        Operation {
            name: "CreatePrivateVirtualInterface",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: CreatePrivateVirtualInterfaceInput::SHAPE,
            output: VirtualInterface::SHAPE,
        },
        Operation {
            name: "DeleteBGPPeer",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DeleteBGPPeerInput::SHAPE,
            output: DeleteBGPPeerOutput::SHAPE,
        },
        Operation {
            name: "DeleteConnection",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DeleteConnectionInput::SHAPE,
            output: Connection::SHAPE,
        },
        Operation {
            name: "DeleteVirtualInterface",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DeleteVirtualInterfaceInput::SHAPE,
            output: DeleteVirtualInterfaceOutput::SHAPE,
        },
        Operation {
            name: "DescribeConnections",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DescribeConnectionsInput::SHAPE,
            output: Connections::SHAPE,
        },
        Operation {
            name: "DescribeLocations",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DescribeLocationsInput::SHAPE,
            output: Locations::SHAPE,
        },
        Operation {
            name: "DescribeRouterConfiguration",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DescribeRouterConfigurationInput::SHAPE,
            output: DescribeRouterConfigurationOutput::SHAPE,
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
            name: "DescribeVirtualGateways",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DescribeVirtualGatewaysInput::SHAPE,
            output: VirtualGateways::SHAPE,
        },
        Operation {
            name: "DescribeVirtualInterfaces",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: DescribeVirtualInterfacesInput::SHAPE,
            output: VirtualInterfaces::SHAPE,
        },
        Operation {
            name: "TagResource",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: TagResourceInput::SHAPE,
            output: TagResourceOutput::SHAPE,
        },
        Operation {
            name: "UntagResource",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: UntagResourceInput::SHAPE,
            output: UntagResourceOutput::SHAPE,
        },
        Operation {
            name: "UpdateConnection",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: UpdateConnectionInput::SHAPE,
            output: Connection::SHAPE,
        },
        Operation {
            name: "UpdateVirtualInterfaceAttributes",
            method: "POST",
            uri: "/",
            status: 200,
            wrapper: None,
            input: UpdateVirtualInterfaceAttributesInput::SHAPE,
            output: VirtualInterface::SHAPE,
        },
    ],
    unserved: &[
        Unserved { name: "AcceptDirectConnectGatewayAssociationProposal", method: "POST", uri: "/" },
        Unserved { name: "AllocateConnectionOnInterconnect", method: "POST", uri: "/" },
        Unserved { name: "AllocateHostedConnection", method: "POST", uri: "/" },
        Unserved { name: "AllocatePrivateVirtualInterface", method: "POST", uri: "/" },
        Unserved { name: "AllocatePublicVirtualInterface", method: "POST", uri: "/" },
        Unserved { name: "AllocateTransitVirtualInterface", method: "POST", uri: "/" },
        Unserved { name: "AssociateConnectionWithLag", method: "POST", uri: "/" },
        Unserved { name: "AssociateConnectionsToResiliencyGroup", method: "POST", uri: "/" },
        Unserved { name: "AssociateHostedConnection", method: "POST", uri: "/" },
        Unserved { name: "AssociateMacSecKey", method: "POST", uri: "/" },
        Unserved { name: "AssociateVirtualInterface", method: "POST", uri: "/" },
        Unserved { name: "ConfirmCustomerAgreement", method: "POST", uri: "/" },
        Unserved { name: "ConfirmPrivateVirtualInterface", method: "POST", uri: "/" },
        Unserved { name: "ConfirmPublicVirtualInterface", method: "POST", uri: "/" },
        Unserved { name: "ConfirmTransitVirtualInterface", method: "POST", uri: "/" },
        Unserved { name: "CreateDirectConnectGateway", method: "POST", uri: "/" },
        Unserved { name: "CreateDirectConnectGatewayAssociation", method: "POST", uri: "/" },
        Unserved { name: "CreateDirectConnectGatewayAssociationProposal", method: "POST", uri: "/" },
        Unserved { name: "CreateInterconnect", method: "POST", uri: "/" },
        Unserved { name: "CreateLag", method: "POST", uri: "/" },
        Unserved { name: "CreatePublicVirtualInterface", method: "POST", uri: "/" },
        Unserved { name: "CreateResiliencyGroup", method: "POST", uri: "/" },
        Unserved { name: "CreateTransitVirtualInterface", method: "POST", uri: "/" },
        Unserved { name: "DeleteDirectConnectGateway", method: "POST", uri: "/" },
        Unserved { name: "DeleteDirectConnectGatewayAssociation", method: "POST", uri: "/" },
        Unserved { name: "DeleteDirectConnectGatewayAssociationProposal", method: "POST", uri: "/" },
        Unserved { name: "DeleteInterconnect", method: "POST", uri: "/" },
        Unserved { name: "DeleteLag", method: "POST", uri: "/" },
        Unserved { name: "DeleteResiliencyGroup", method: "POST", uri: "/" },
        Unserved { name: "DescribeConnectionLoa", method: "POST", uri: "/" },
        Unserved { name: "DescribeConnectionsOnInterconnect", method: "POST", uri: "/" },
        Unserved { name: "DescribeCustomerMetadata", method: "POST", uri: "/" },
        Unserved { name: "DescribeDirectConnectGatewayAssociationProposals", method: "POST", uri: "/" },
        Unserved { name: "DescribeDirectConnectGatewayAssociations", method: "POST", uri: "/" },
        Unserved { name: "DescribeDirectConnectGatewayAttachments", method: "POST", uri: "/" },
        Unserved { name: "DescribeDirectConnectGateways", method: "POST", uri: "/" },
        Unserved { name: "DescribeHostedConnections", method: "POST", uri: "/" },
        Unserved { name: "DescribeInterconnectLoa", method: "POST", uri: "/" },
        Unserved { name: "DescribeInterconnects", method: "POST", uri: "/" },
        Unserved { name: "DescribeLags", method: "POST", uri: "/" },
        Unserved { name: "DescribeLoa", method: "POST", uri: "/" },
        Unserved { name: "DisassociateConnectionFromLag", method: "POST", uri: "/" },
        Unserved { name: "DisassociateConnectionsFromResiliencyGroup", method: "POST", uri: "/" },
        Unserved { name: "DisassociateMacSecKey", method: "POST", uri: "/" },
        Unserved { name: "GetResiliencyGroup", method: "POST", uri: "/" },
        Unserved { name: "ListResiliencyGroupAssociations", method: "POST", uri: "/" },
        Unserved { name: "ListResiliencyGroups", method: "POST", uri: "/" },
        Unserved { name: "ListVirtualInterfaceRoutes", method: "POST", uri: "/" },
        Unserved { name: "ListVirtualInterfaceTestHistory", method: "POST", uri: "/" },
        Unserved { name: "StartBgpFailoverTest", method: "POST", uri: "/" },
        Unserved { name: "StopBgpFailoverTest", method: "POST", uri: "/" },
        Unserved { name: "UpdateConnectionsBillingMode", method: "POST", uri: "/" },
        Unserved { name: "UpdateDirectConnectGateway", method: "POST", uri: "/" },
        Unserved { name: "UpdateDirectConnectGatewayAssociation", method: "POST", uri: "/" },
        Unserved { name: "UpdateLag", method: "POST", uri: "/" },
        Unserved { name: "UpdateResiliencyGroup", method: "POST", uri: "/" },
    ],
    errors: &[
        ("DirectConnectClientException", 400),
        ("DirectConnectServerException", 500),
        ("DuplicateTagKeysException", 400),
        ("LimitExceededException", 400),
        ("TooManyTagsException", 400),
    ],
};
