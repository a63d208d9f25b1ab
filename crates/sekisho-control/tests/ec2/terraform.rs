//! The calls Terraform makes, in its order, for the resources of a private API's network.

use crate::support::{Lab, SERVICE_NAME};

#[test]
fn a_vpc_and_its_subnets() {
    let mut lab = Lab::new();
    let vpc = lab
        .ok("CreateVpc", "AmazonProvidedIpv6CidrBlock=false&CidrBlock=10.0.0.0/16&InstanceTenancy=default&TagSpecification.1.ResourceType=vpc&TagSpecification.1.Tag.1.Key=Name&TagSpecification.1.Tag.1.Value=main")
        .text("vpc.vpcId");
    assert_eq!(lab.ok("DescribeVpcs", &format!("VpcId.1={vpc}")).text("vpcSet.0.state"), "pending");
    lab.settle();
    assert_eq!(lab.ok("DescribeVpcs", &format!("VpcId.1={vpc}")).text("vpcSet.0.state"), "available");
    lab.ok("ModifyVpcAttribute", &format!("EnableDnsHostnames.Value=true&VpcId={vpc}"));
    for (name, value) in [
        ("enableDnsHostnames", "true"),
        ("enableDnsSupport", "true"),
        ("enableNetworkAddressUsageMetrics", "false"),
    ] {
        let read = lab.ok("DescribeVpcAttribute", &format!("Attribute={name}&VpcId={vpc}"));
        assert_eq!(read.text(&format!("{name}.value")), value);
        assert_eq!(read.text("vpcId"), vpc);
    }
    let found = |lab: &mut Lab, operation: &str, name: &str, value: &str, list: &str| {
        lab.ok(
            operation,
            &format!(
                "Filter.1.Name={name}&Filter.1.Value.1={value}&Filter.2.Name=vpc-id&Filter.2.Value.1={vpc}"
            ),
        )
        .count(list)
    };
    assert_eq!(found(&mut lab, "DescribeNetworkAcls", "default", "true", "networkAclSet"), 1);
    assert_eq!(found(&mut lab, "DescribeRouteTables", "association.main", "true", "routeTableSet"), 1);
    assert_eq!(found(&mut lab, "DescribeSecurityGroups", "group-name", "default", "securityGroupInfo"), 1);

    let subnet = lab.subnet(&vpc, "10.0.1.0/24", 'a');
    lab.settle();
    assert_eq!(
        lab.ok("DescribeSubnets", &format!("SubnetId.1={subnet}")).text("subnetSet.0.state"),
        "available"
    );
    let left =
        lab.ok("DescribeNetworkInterfaces", &format!("Filter.1.Name=subnet-id&Filter.1.Value.1={subnet}"));
    assert_eq!(left.count("networkInterfaceSet"), 0);
    lab.ok("DeleteSubnet", &format!("SubnetId={subnet}"));
    assert_eq!(
        lab.fails("DescribeSubnets", &format!("SubnetId.1={subnet}")).code,
        "InvalidSubnetID.NotFound"
    );
    lab.ok("DeleteVpc", &format!("VpcId={vpc}"));
    assert_eq!(lab.fails("DescribeVpcs", &format!("VpcId.1={vpc}")).code, "InvalidVpcID.NotFound");
}

#[test]
fn a_security_group_loses_its_default_egress() {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    let group = lab
        .ok(
            "CreateSecurityGroup",
            &format!("GroupDescription=Managed by Terraform&GroupName=endpoint&VpcId={vpc}"),
        )
        .text("groupId");
    lab.ok("DescribeSecurityGroups", &format!("GroupId.1={group}"));
    let egress = |range: &str| {
        format!(
            "GroupId={group}&IpPermissions.1.FromPort=0&IpPermissions.1.ToPort=0&IpPermissions.1.IpProtocol=-1&IpPermissions.1.{range}"
        )
    };
    lab.ok("RevokeSecurityGroupEgress", &egress("IpRanges.1.CidrIp=0.0.0.0/0"));
    lab.refused(
        "RevokeSecurityGroupEgress",
        &egress("Ipv6Ranges.1.CidrIpv6=::/0"),
        "InvalidPermission.NotFound",
        "The specified rule does not exist in this security group",
    );
    lab.ok("AuthorizeSecurityGroupIngress", &format!("GroupId={group}&IpPermissions.1.FromPort=443&IpPermissions.1.ToPort=443&IpPermissions.1.IpProtocol=tcp&IpPermissions.1.IpRanges.1.CidrIp=192.168.0.0/16"));
    let read = lab.ok("DescribeSecurityGroups", &format!("GroupId.1={group}"));
    assert_eq!(read.count("securityGroupInfo.0.ipPermissionsEgress"), 0);
    assert_eq!(read.text("securityGroupInfo.0.ipPermissions.0.ipRanges.0.cidrIp"), "192.168.0.0/16");

    // aws_vpc_security_group_ingress_rule reads the id from the answer.
    let rule = lab
        .ok("AuthorizeSecurityGroupIngress", &format!("GroupId={group}&IpPermissions.1.FromPort=443&IpPermissions.1.ToPort=443&IpPermissions.1.IpProtocol=tcp&IpPermissions.1.IpRanges.1.CidrIp=10.200.0.0/16"))
        .text("securityGroupRuleSet.0.securityGroupRuleId");
    lab.ok("DescribeSecurityGroupRules", &format!("SecurityGroupRuleId.1={rule}"));
    lab.ok("ModifySecurityGroupRules", &format!("GroupId={group}&SecurityGroupRule.1.SecurityGroupRuleId={rule}&SecurityGroupRule.1.SecurityGroupRule.IpProtocol=tcp&SecurityGroupRule.1.SecurityGroupRule.FromPort=443&SecurityGroupRule.1.SecurityGroupRule.ToPort=443&SecurityGroupRule.1.SecurityGroupRule.CidrIpv4=10.201.0.0/16"));
    lab.ok("RevokeSecurityGroupIngress", &format!("GroupId={group}&SecurityGroupRuleId.1={rule}"));
    lab.ok("DescribeNetworkInterfaces", &format!("Filter.1.Name=group-id&Filter.1.Value.1={group}"));
    lab.ok("DeleteSecurityGroup", &format!("GroupId={group}"));
    assert_eq!(
        lab.fails("DescribeSecurityGroups", &format!("GroupId.1={group}")).code,
        "InvalidGroup.NotFound"
    );
}

#[test]
fn a_gateway_and_its_propagation() {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    let gateway =
        lab.ok("CreateVpnGateway", "Type=ipsec.1&AvailabilityZone=").text("vpnGateway.vpnGatewayId");
    let table =
        lab.ok("CreateRouteTable", &format!("ClientToken=a&VpcId={vpc}")).text("routeTable.routeTableId");
    let propagate = format!("GatewayId={gateway}&RouteTableId={table}");
    assert_eq!(lab.fails("EnableVgwRoutePropagation", &propagate).code, "Gateway.NotAttached");
    lab.ok("AttachVpnGateway", &format!("VpcId={vpc}&VpnGatewayId={gateway}"));
    lab.settle();
    let read = lab.ok("DescribeVpnGateways", &format!("VpnGatewayId.1={gateway}"));
    assert_eq!(read.text("vpnGatewaySet.0.attachments.0.state"), "attached");
    lab.ok("EnableVgwRoutePropagation", &propagate);
    let read = lab.ok("DescribeRouteTables", &format!("RouteTableId.1={table}"));
    assert_eq!(read.text("routeTableSet.0.propagatingVgwSet.0.gatewayId"), gateway);
    lab.ok("DisableVgwRoutePropagation", &propagate);
    lab.ok("DeleteRouteTable", &format!("RouteTableId={table}"));
    lab.ok("DetachVpnGateway", &format!("VpcId={vpc}&VpnGatewayId={gateway}"));
    assert_eq!(lab.fails("DeleteVpnGateway", &format!("VpnGatewayId={gateway}")).code, "IncorrectState");
    lab.settle();
    let read = lab.ok("DescribeVpnGateways", &format!("VpnGatewayId.1={gateway}"));
    assert_eq!(read.text("vpnGatewaySet.0.attachments.0.state"), "detached");
    lab.ok("DeleteVpnGateway", &format!("VpnGatewayId={gateway}"));
}

#[test]
fn an_endpoint_and_all_it_reads() {
    let mut lab = Lab::new();
    let vpc = lab.vpc_with_dns();
    let subnet = lab.subnet(&vpc, "10.0.1.0/24", 'a');
    let group = lab.group(&vpc, "endpoint");
    lab.settle();
    let service = lab.ok("DescribeVpcEndpointServices", &format!("ServiceName.1={SERVICE_NAME}"));
    assert_eq!(service.count("serviceDetailSet"), 1);
    let id = lab
        .ok("CreateVpcEndpoint", &format!("ClientToken=terraform-20220121&PrivateDnsEnabled=false&ServiceName={SERVICE_NAME}&SecurityGroupId.1={group}&SubnetId.1={subnet}&VpcEndpointType=Interface&VpcId={vpc}&TagSpecification.1.ResourceType=vpc-endpoint&TagSpecification.1.Tag.1.Key=Name&TagSpecification.1.Tag.1.Value=x"))
        .text("vpcEndpoint.vpcEndpointId");
    let state = |lab: &mut Lab| {
        lab.ok("DescribeVpcEndpoints", &format!("VpcEndpointId.1={id}")).text("vpcEndpointSet.0.state")
    };
    assert_eq!(state(&mut lab), "pending");
    lab.settle();
    assert_eq!(state(&mut lab), "available");
    let lists = lab.ok(
        "DescribePrefixLists",
        &format!("Filter.1.Name=prefix-list-name&Filter.1.Value.1={SERVICE_NAME}"),
    );
    assert_eq!(lists.count("prefixListSet"), 0);
    let interface = lab.ok("DescribeVpcEndpoints", "").text("vpcEndpointSet.0.networkInterfaceIdSet.0");
    let read = lab.ok("DescribeNetworkInterfaces", &format!("NetworkInterfaceId.1={interface}"));
    assert_eq!(read.text("networkInterfaceSet.0.privateIpAddress"), "10.0.1.4");
    lab.ok("ModifyVpcEndpoint", &format!("VpcEndpointId={id}&PrivateDnsEnabled=true"));
    let gone = lab.ok("DeleteVpcEndpoints", &format!("VpcEndpointId.1={id}"));
    assert_eq!(gone.count("unsuccessful"), 0);
    assert_eq!(state(&mut lab), "deleting");
    lab.settle();
    assert_eq!(
        lab.fails("DescribeVpcEndpoints", &format!("VpcEndpointId.1={id}")).code,
        "InvalidVpcEndpointId.NotFound"
    );
    lab.ok("DeleteSubnet", &format!("SubnetId={subnet}"));
    lab.ok("DeleteSecurityGroup", &format!("GroupId={group}"));
    lab.ok("DeleteVpc", &format!("VpcId={vpc}"));
}
