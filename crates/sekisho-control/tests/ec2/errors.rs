//! What is refused, with the codes and texts that clients know.

use crate::support::{Lab, REGION, SERVICE_NAME};

#[test]
#[expect(clippy::too_many_lines, reason = "one table")]
fn unknown_ids_are_named() {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    let table = lab.main_table(&vpc);
    let pad = "0123456789abcdef0";
    for (operation, parameters, code, message) in [
        (
            "DescribeVpcs",
            format!("VpcId.1={vpc}&VpcId.2=vpc-{pad}"),
            "InvalidVpcID.NotFound",
            format!("The vpc ID 'vpc-{pad}' does not exist"),
        ),
        (
            "DeleteVpc",
            format!("VpcId=vpc-{pad}"),
            "InvalidVpcID.NotFound",
            format!("The vpc ID 'vpc-{pad}' does not exist"),
        ),
        (
            "DescribeVpcAttribute",
            format!("VpcId=vpc-{pad}&Attribute=enableDnsSupport"),
            "InvalidVpcID.NotFound",
            format!("The vpc ID 'vpc-{pad}' does not exist"),
        ),
        (
            "ModifyVpcAttribute",
            format!("VpcId=vpc-{pad}&EnableDnsSupport.Value=true"),
            "InvalidVpcID.NotFound",
            format!("The vpc ID 'vpc-{pad}' does not exist"),
        ),
        (
            "CreateSubnet",
            format!("VpcId=vpc-{pad}&CidrBlock=10.0.0.0/24"),
            "InvalidVpcID.NotFound",
            format!("The vpc ID 'vpc-{pad}' does not exist"),
        ),
        (
            "DeleteSubnet",
            format!("SubnetId=subnet-{pad}"),
            "InvalidSubnetID.NotFound",
            format!("The subnet ID 'subnet-{pad}' does not exist"),
        ),
        (
            "DescribeSubnets",
            format!("SubnetId.1=subnet-{pad}"),
            "InvalidSubnetID.NotFound",
            format!("The subnet ID 'subnet-{pad}' does not exist"),
        ),
        (
            "DeleteRouteTable",
            format!("RouteTableId=rtb-{pad}"),
            "InvalidRouteTableID.NotFound",
            format!("The routeTable ID 'rtb-{pad}' does not exist"),
        ),
        (
            "DisassociateRouteTable",
            format!("AssociationId=rtbassoc-{pad}"),
            "InvalidAssociationID.NotFound",
            format!("The association ID 'rtbassoc-{pad}' does not exist"),
        ),
        (
            "DescribeSecurityGroups",
            format!("GroupId.1=sg-{pad}"),
            "InvalidGroup.NotFound",
            format!("The security group 'sg-{pad}' does not exist"),
        ),
        (
            "DeleteSecurityGroup",
            format!("GroupId=sg-{pad}"),
            "InvalidGroup.NotFound",
            format!("The security group 'sg-{pad}' does not exist"),
        ),
        (
            "DescribeSecurityGroupRules",
            format!("SecurityGroupRuleId.1=sgr-{pad}"),
            "InvalidSecurityGroupRuleId.NotFound",
            format!("The security group rule ID 'sgr-{pad}' does not exist"),
        ),
        (
            "DescribeNetworkAcls",
            format!("NetworkAclId.1=acl-{pad}"),
            "InvalidNetworkAclID.NotFound",
            format!("The network acl ID 'acl-{pad}' does not exist"),
        ),
        (
            "DescribeNetworkInterfaces",
            format!("NetworkInterfaceId.1=eni-{pad}"),
            "InvalidNetworkInterfaceID.NotFound",
            format!("The networkInterface ID 'eni-{pad}' does not exist"),
        ),
        (
            "DescribeVpnGateways",
            format!("VpnGatewayId.1=vgw-{pad}"),
            "InvalidVpnGatewayID.NotFound",
            format!("The virtual private gateway ID 'vgw-{pad}' does not exist"),
        ),
        (
            "AttachVpnGateway",
            format!("VpcId={vpc}&VpnGatewayId=vgw-{pad}"),
            "InvalidVpnGatewayID.NotFound",
            format!("The virtual private gateway ID 'vgw-{pad}' does not exist"),
        ),
        (
            "EnableVgwRoutePropagation",
            format!("RouteTableId={table}&GatewayId=vgw-{pad}"),
            "InvalidVpnGatewayID.NotFound",
            format!("The virtual private gateway ID 'vgw-{pad}' does not exist"),
        ),
        (
            "DescribeVpcEndpoints",
            format!("VpcEndpointId.1=vpce-{pad}"),
            "InvalidVpcEndpointId.NotFound",
            format!("The Vpc Endpoint Id 'vpce-{pad}' does not exist"),
        ),
        (
            "ModifyVpcEndpoint",
            format!("VpcEndpointId=vpce-{pad}"),
            "InvalidVpcEndpointId.NotFound",
            format!("The Vpc Endpoint Id 'vpce-{pad}' does not exist"),
        ),
        (
            "DescribeDhcpOptions",
            format!("DhcpOptionsId.1=dopt-{pad}"),
            "InvalidDhcpOptionID.NotFound",
            format!("The dhcpOption ID 'dopt-{pad}' does not exist"),
        ),
        (
            "DescribePrefixLists",
            format!("PrefixListId.1=pl-{pad}"),
            "InvalidPrefixListID.NotFound",
            format!("The prefix list ID 'pl-{pad}' does not exist"),
        ),
        (
            "DescribeManagedPrefixLists",
            format!("PrefixListId.1=pl-{pad}"),
            "InvalidPrefixListID.NotFound",
            format!("The prefix list ID 'pl-{pad}' does not exist"),
        ),
        (
            "CreateRoute",
            format!("RouteTableId={table}&DestinationPrefixListId=pl-{pad}&GatewayId=vgw-{pad}"),
            "InvalidPrefixListID.NotFound",
            format!("The prefix list ID 'pl-{pad}' does not exist"),
        ),
        (
            "CreateTags",
            format!("ResourceId.1=rtb-{pad}&Tag.1.Key=k"),
            "InvalidRouteTableID.NotFound",
            format!("The routeTable ID 'rtb-{pad}' does not exist"),
        ),
        (
            "DescribeVpcEndpointServices",
            "ServiceName.1=com.amazonaws.x.y".into(),
            "InvalidServiceName",
            "The Vpc Endpoint Service 'com.amazonaws.x.y' does not exist".into(),
        ),
    ] {
        lab.refused(operation, &parameters, code, &message);
    }
}

#[test]
fn malformed_ids_are_never_looked_up() {
    let mut lab = Lab::new();
    for bad in [
        "x",
        "vpc-",
        "vpc-1234567",
        "vpc-0123456789abcdef01",
        "vpc-0123456G",
        "VPC-12345678",
        "subnet-12345678",
    ] {
        lab.refused(
            "DescribeVpcs",
            &format!("VpcId.1={bad}"),
            "InvalidVpcID.Malformed",
            &format!("Invalid id: \"{bad}\" (expecting \"vpc-...\")"),
        );
    }
    for (operation, parameters, code) in [
        ("DescribeRouteTables", "RouteTableId.1=rtb-x", "InvalidRouteTableId.Malformed"),
        ("DescribeSecurityGroups", "GroupId.1=sg-x", "InvalidGroupId.Malformed"),
        ("DescribeVpcEndpoints", "VpcEndpointId.1=vpce-x", "InvalidVpcEndpointId.Malformed"),
        ("DeleteVpcEndpoints", "VpcEndpointId.1=vpce-x", "InvalidVpcEndpointId.Malformed"),
        ("DescribeVpnGateways", "VpnGatewayId.1=igw-12345678", "InvalidVpnGatewayID.Malformed"),
        ("CreateTags", "ResourceId.1=vpc-x&Tag.1.Key=k", "InvalidVpcID.Malformed"),
        ("CreateTags", "ResourceId.1=i-12345678&Tag.1.Key=k", "InvalidID"),
        ("CreateTags", "ResourceId.1=vpc&Tag.1.Key=k", "InvalidID"),
    ] {
        assert_eq!(lab.fails(operation, parameters).code, code, "{operation} {parameters}");
    }
    lab.refused(
        "DescribeSubnets",
        "SubnetId.1=x",
        "InvalidSubnetId.Malformed",
        "Invalid Subnet Id: 'x' (expecting 'subnet-...; the Id may only contain lowercase alphanumeric characters and a \
         single dash')",
    );
}

#[test]
fn blocks_and_zones_are_checked() {
    let mut lab = Lab::new();
    for (block, code, message) in [
        (
            "x",
            "InvalidParameterValue",
            "Value (x) for parameter cidrBlock is invalid. This is not a valid CIDR block.",
        ),
        (
            "10.0.0.0",
            "InvalidParameterValue",
            "Value (10.0.0.0) for parameter cidrBlock is invalid. This is not a valid CIDR block.",
        ),
        (
            "10.0.0.0/33",
            "InvalidParameterValue",
            "Value (10.0.0.0/33) for parameter cidrBlock is invalid. This is not a valid CIDR block.",
        ),
        (
            "fd00::/16",
            "InvalidParameterValue",
            "Value (fd00::/16) for parameter cidrBlock is invalid. This is not a valid CIDR block.",
        ),
        ("10.0.0.0/15", "InvalidVpc.Range", "The CIDR '10.0.0.0/15' is invalid."),
        ("10.0.0.0/29", "InvalidVpc.Range", "The CIDR '10.0.0.0/29' is invalid."),
        ("169.254.0.0/16", "InvalidVpc.Range", "The CIDR '169.254.0.0/16' is invalid."),
        ("127.0.0.0/16", "InvalidVpc.Range", "The CIDR '127.0.0.0/16' is invalid."),
        ("224.0.0.0/16", "InvalidVpc.Range", "The CIDR '224.0.0.0/16' is invalid."),
    ] {
        lab.refused("CreateVpc", &format!("CidrBlock={block}"), code, message);
    }
    lab.ok("CreateVpc", "CidrBlock=198.51.100.0/28");
    let vpc = lab.vpc();
    lab.subnet(&vpc, "10.0.1.0/24", 'a');
    for (block, code, message) in [
        ("10.0.1.0/24", "InvalidSubnet.Conflict", "The CIDR '10.0.1.0/24' conflicts with another subnet"),
        ("10.0.1.128/25", "InvalidSubnet.Conflict", "The CIDR '10.0.1.128/25' conflicts with another subnet"),
        ("10.0.0.0/16", "InvalidSubnet.Conflict", "The CIDR '10.0.0.0/16' conflicts with another subnet"),
        ("10.1.0.0/24", "InvalidSubnet.Range", "The CIDR '10.1.0.0/24' is invalid."),
        ("10.0.2.0/29", "InvalidSubnet.Range", "The CIDR '10.0.2.0/29' is invalid."),
        ("10.0.0.0/8", "InvalidSubnet.Range", "The CIDR '10.0.0.0/8' is invalid."),
    ] {
        lab.refused("CreateSubnet", &format!("VpcId={vpc}&CidrBlock={block}"), code, message);
    }
    lab.refused(
        "CreateSubnet",
        &format!("VpcId={vpc}&CidrBlock=10.0.2.0/24&AvailabilityZone={REGION}b"),
        "InvalidParameterValue",
        "Value (ap-northeast-1b) for parameter availabilityZone is invalid. Subnets can currently only be created in the \
         following availability zones: ap-northeast-1a, ap-northeast-1c, ap-northeast-1d.",
    );
    let both =
        format!("VpcId={vpc}&CidrBlock=10.0.2.0/24&AvailabilityZone={REGION}a&AvailabilityZoneId=apne1-az4");
    assert_eq!(lab.fails("CreateSubnet", &both).code, "InvalidParameterCombination");
}

#[test]
fn what_is_missing_is_named() {
    let mut lab = Lab::new();
    for (operation, parameters, parameter) in [
        ("DeleteVpc", "", "vpcId"),
        ("DeleteVpc", "VpcId=", "vpcId"),
        ("AssociateRouteTable", "RouteTableId=rtb-12345678", "subnetId"),
        ("CreateSecurityGroup", "GroupName=x", "groupDescription"),
        ("AuthorizeSecurityGroupIngress", "GroupId=sg-12345678", "ipPermissions"),
        ("AuthorizeSecurityGroupIngress", "IpProtocol=tcp", "groupId"),
        ("RevokeSecurityGroupEgress", "GroupId=sg-12345678", "ipPermissions"),
        ("CreateVpcEndpoint", "VpcId=vpc-12345678", "serviceName"),
        ("CreateRoute", "RouteTableId=rtb-12345678&GatewayId=vgw-12345678", "destinationCidrBlock"),
        ("DescribeVpcAttribute", "VpcId=vpc-12345678", "attribute"),
        ("DescribeVpcs", "Filter.1.Name=vpc-id", "Filter.Value"),
    ] {
        lab.refused(
            operation,
            parameters,
            "MissingParameter",
            &format!("The request must contain the parameter {parameter}"),
        );
    }
}

#[test]
fn what_is_not_supported_is_named() {
    let mut lab = Lab::new();
    for (operation, parameters, name) in [
        (
            "CreateVpc",
            "CidrBlock=10.0.0.0/16&AmazonProvidedIpv6CidrBlock=true",
            "AmazonProvidedIpv6CidrBlock",
        ),
        ("CreateVpc", "CidrBlock=10.0.0.0/16&Ipv4IpamPoolId=ipam-pool-1", "Ipv4IpamPoolId"),
        ("CreateVpc", "CidrBlock=10.0.0.0/16&VpcEncryptionControl.Mode=monitor", "VpcEncryptionControl"),
        ("CreateSubnet", "VpcId=vpc-12345678&CidrBlock=10.0.0.0/24&Ipv6CidrBlock=fd00::/64", "Ipv6CidrBlock"),
        ("CreateSubnet", "VpcId=vpc-12345678&CidrBlock=10.0.0.0/24&OutpostArn=arn", "OutpostArn"),
        ("AssociateRouteTable", "RouteTableId=rtb-12345678&GatewayId=igw-12345678", "GatewayId"),
        (
            "CreateRoute",
            "RouteTableId=rtb-12345678&DestinationCidrBlock=0.0.0.0/0&NatGatewayId=nat-12345678",
            "NatGatewayId",
        ),
        (
            "ReplaceRoute",
            "RouteTableId=rtb-12345678&DestinationCidrBlock=0.0.0.0/0&LocalTarget=true",
            "LocalTarget",
        ),
        (
            "DeleteRoute",
            "RouteTableId=rtb-12345678&DestinationIpv6CidrBlock=::/0",
            "DestinationIpv6CidrBlock",
        ),
        (
            "AuthorizeSecurityGroupIngress",
            "GroupId=sg-12345678&SourceSecurityGroupName=x",
            "SourceSecurityGroupName",
        ),
        ("CreateVpnGateway", "Type=ipsec.1&AvailabilityZone=ap-northeast-1a", "AvailabilityZone"),
        ("CreateVpcEndpoint", "VpcId=vpc-12345678&ServiceNetworkArn=arn", "ServiceNetworkArn"),
    ] {
        lab.refused(
            operation,
            parameters,
            "UnsupportedOperation",
            &format!("The parameter {name} is not supported."),
        );
    }
    let vpc = lab.vpc();
    let table = lab.main_table(&vpc);
    let route = format!("RouteTableId={table}&DestinationCidrBlock=0.0.0.0/0&GatewayId=igw-12345678");
    assert_eq!(lab.fails("CreateRoute", &route).code, "UnsupportedOperation");
    // Empty and false ask for nothing.
    lab.ok("CreateVpnGateway", "Type=ipsec.1&AvailabilityZone=");
    lab.ok("CreateVpc", "CidrBlock=10.0.0.0/16&AmazonProvidedIpv6CidrBlock=false&Ipv4IpamPoolId=");
}

#[test]
fn values_outside_the_model_are_refused() {
    let mut lab = Lab::new();
    for (operation, parameters) in [
        ("CreateVpc", "CidrBlock=10.0.0.0/16&InstanceTenancy=shared"),
        ("CreateVpc", "CidrBlock=10.0.0.0/16&InstanceTenancy=host"),
        ("CreateVpnGateway", "Type=ipsec.2"),
        ("CreateVpnGateway", "Type=ipsec.1&AmazonSideAsn=64511"),
        ("CreateVpnGateway", "Type=ipsec.1&AmazonSideAsn=65535"),
        ("CreateVpnGateway", "Type=ipsec.1&AmazonSideAsn=4294967295"),
        ("CreateVpnGateway", "Type=ipsec.1&AmazonSideAsn=-1"),
        ("DescribeVpcAttribute", "VpcId=vpc-12345678&Attribute=enableIpv6"),
        ("CreateVpcEndpoint", "VpcId=vpc-12345678&VpcEndpointType=interface&ServiceName=x"),
        ("DescribeVpcs", "MaxResults=4"),
        ("DescribeVpcs", "MaxResults=1001"),
        ("DescribeTags", "MaxResults=4"),
        ("DescribeVpcEndpoints", "MaxResults=0"),
    ] {
        assert_eq!(
            lab.fails(operation, parameters).code,
            "InvalidParameterValue",
            "{operation} {parameters}"
        );
    }
    for asn in ["64512", "65534", "4200000000", "4294967294"] {
        let made = lab.ok("CreateVpnGateway", &format!("Type=ipsec.1&AmazonSideAsn={asn}"));
        assert_eq!(made.text("vpnGateway.amazonSideAsn"), asn);
    }
}

#[test]
fn one_attribute_a_call() {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    lab.refused(
        "ModifyVpcAttribute",
        &format!("VpcId={vpc}&EnableDnsHostnames.Value=true&EnableDnsSupport.Value=true"),
        "InvalidParameterCombination",
        "Fields for multiple attribute types specified: enableDnsHostnames, enableDnsSupport",
    );
    assert_eq!(lab.fails("ModifyVpcAttribute", &format!("VpcId={vpc}")).code, "InvalidParameterCombination");
}

#[test]
fn things_in_use_stay() {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    let has_dependencies = format!("The vpc '{vpc}' has dependencies and cannot be deleted.");
    let delete = format!("VpcId={vpc}");
    let subnet = lab.subnet(&vpc, "10.0.1.0/24", 'a');
    lab.refused("DeleteVpc", &delete, "DependencyViolation", &has_dependencies);
    let endpoint = lab.endpoint(&vpc, &format!("&SubnetId.1={subnet}"));
    let gone = format!("The subnet '{subnet}' has dependencies and cannot be deleted.");
    lab.refused("DeleteSubnet", &format!("SubnetId={subnet}"), "DependencyViolation", &gone);
    lab.ok("DeleteVpcEndpoints", &format!("VpcEndpointId.1={endpoint}"));
    lab.refused("DeleteSubnet", &format!("SubnetId={subnet}"), "DependencyViolation", &gone);
    lab.settle();
    lab.ok("DeleteSubnet", &format!("SubnetId={subnet}"));

    let group = lab.group(&vpc, "web");
    lab.refused("DeleteVpc", &delete, "DependencyViolation", &has_dependencies);
    let user = lab.group(&vpc, "user");
    lab.ok(
        "AuthorizeSecurityGroupIngress",
        &format!("GroupId={user}&IpPermissions.1.IpProtocol=-1&IpPermissions.1.Groups.1.GroupId={group}"),
    );
    lab.refused(
        "DeleteSecurityGroup",
        &format!("GroupId={group}"),
        "DependencyViolation",
        &format!("resource {group} has a dependent object"),
    );
    let default = lab.default_group(&vpc);
    lab.refused(
        "DeleteSecurityGroup",
        &format!("GroupId={default}"),
        "CannotDelete",
        &format!("the specified group: \"{default}\" name: \"default\" cannot be deleted by a user"),
    );
    lab.ok("DeleteSecurityGroup", &format!("GroupId={user}"));
    lab.ok("DeleteSecurityGroup", &format!("GroupId={group}"));

    let table = lab.ok("CreateRouteTable", &format!("VpcId={vpc}")).text("routeTable.routeTableId");
    lab.refused("DeleteVpc", &delete, "DependencyViolation", &has_dependencies);
    let main = lab.main_table(&vpc);
    lab.refused(
        "DeleteRouteTable",
        &format!("RouteTableId={main}"),
        "DependencyViolation",
        &format!("The routeTable '{main}' has dependencies and cannot be deleted."),
    );
    lab.ok("DeleteRouteTable", &format!("RouteTableId={table}"));
    let gateway = lab.attached_gateway(&vpc);
    lab.refused("DeleteVpc", &delete, "DependencyViolation", &has_dependencies);
    assert_eq!(lab.fails("DeleteVpnGateway", &format!("VpnGatewayId={gateway}")).code, "IncorrectState");
    lab.ok("DetachVpnGateway", &format!("VpcId={vpc}&VpnGatewayId={gateway}"));
    lab.refused("DeleteVpc", &delete, "DependencyViolation", &has_dependencies);
    lab.settle();
    lab.ok("DeleteVpc", &delete);
    lab.ok("DeleteVpnGateway", &format!("VpnGatewayId={gateway}"));
}

#[test]
fn group_names_are_checked() {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    lab.group(&vpc, "web");
    let create = |name: &str| format!("VpcId={vpc}&GroupName={name}&GroupDescription=d");
    lab.refused(
        "CreateSecurityGroup",
        &create("web"),
        "InvalidGroup.Duplicate",
        &format!("The security group 'web' already exists for VPC '{vpc}'"),
    );
    lab.refused(
        "CreateSecurityGroup",
        &create("default"),
        "InvalidGroup.Reserved",
        "Cannot use reserved security group name: default",
    );
    for name in ["sg-web", "関所", &"x".repeat(256)] {
        assert_eq!(lab.fails("CreateSecurityGroup", &create(name)).code, "InvalidParameterValue", "{name}");
    }
    lab.ok("CreateSecurityGroup", &create(&"x".repeat(255)));
    lab.refused(
        "CreateSecurityGroup",
        "GroupName=a&GroupDescription=d",
        "VPCIdNotSpecified",
        "No default VPC for this user",
    );
    assert_eq!(lab.fails("DescribeSecurityGroups", "GroupName.1=web").code, "InvalidGroup.NotFound");
    assert_eq!(lab.fails("DeleteSecurityGroup", "GroupName=web").code, "VPCIdNotSpecified");
}

#[test]
fn quotas_have_codes() {
    let mut lab = Lab::new();
    for _ in 0..5 {
        lab.ok("CreateVpnGateway", "Type=ipsec.1");
    }
    assert_eq!(lab.fails("CreateVpnGateway", "Type=ipsec.1").code, "VpnGatewayLimitExceeded");
    let vpc = lab.vpc();
    for index in 0..200 {
        lab.ok("CreateSubnet", &format!("VpcId={vpc}&CidrBlock=10.0.{index}.0/28"));
    }
    assert_eq!(
        lab.fails("CreateSubnet", &format!("VpcId={vpc}&CidrBlock=10.0.200.0/28")).code,
        "SubnetLimitExceeded"
    );
    for _ in 0..199 {
        lab.ok("CreateRouteTable", &format!("VpcId={vpc}"));
    }
    assert_eq!(lab.fails("CreateRouteTable", &format!("VpcId={vpc}")).code, "RouteTableLimitExceeded");
    for _ in 0..50 {
        lab.endpoint(&vpc, "");
    }
    let one_more =
        format!("VpcId={vpc}&VpcEndpointType=Interface&ServiceName={SERVICE_NAME}&PrivateDnsEnabled=false");
    assert_eq!(lab.fails("CreateVpcEndpoint", &one_more).code, "VpcEndpointLimitExceeded");
}

#[test]
fn the_largest_quotas_have_codes_too() {
    let mut lab = Lab::new();
    let first = lab.vpc();
    // The VPC came with one group.
    for index in 1..2500 {
        lab.group(&first, &format!("g{index}"));
    }
    let one_more = format!("VpcId={first}&GroupName=x&GroupDescription=d");
    assert_eq!(lab.fails("CreateSecurityGroup", &one_more).code, "SecurityGroupLimitExceeded");
    for _ in 1..500 {
        lab.vpc();
    }
    lab.refused(
        "CreateVpc",
        "CidrBlock=10.0.0.0/16",
        "VpcLimitExceeded",
        "The maximum number of VPCs has been reached.",
    );
}
