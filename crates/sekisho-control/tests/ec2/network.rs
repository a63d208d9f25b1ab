//! VPCs, subnets, ACLs, DHCP options, regions and zones.

use crate::support::{ACCOUNT, Lab, REGION};

#[test]
fn a_vpc_comes_with_its_table_acl_and_group() {
    let mut lab = Lab::new();
    let made = lab
        .ok("CreateVpc", "CidrBlock=10.0.0.0/16&InstanceTenancy=default&AmazonProvidedIpv6CidrBlock=false");
    assert_eq!(made.text("vpc.state"), "pending");
    let vpc = made.text("vpc.vpcId");
    assert_eq!(vpc.len(), "vpc-".len() + 17);
    lab.settle();
    let read = lab.ok("DescribeVpcs", &format!("VpcId.1={vpc}"));
    for (path, expected) in [
        ("state", "available"),
        ("cidrBlock", "10.0.0.0/16"),
        ("instanceTenancy", "default"),
        ("isDefault", "false"),
        ("ownerId", ACCOUNT),
        ("cidrBlockAssociationSet.0.cidrBlockState.state", "associated"),
        ("cidrBlockAssociationSet.0.cidrBlock", "10.0.0.0/16"),
    ] {
        assert_eq!(read.text(&format!("vpcSet.0.{path}")), expected, "{path}");
    }
    let options = read.text("vpcSet.0.dhcpOptionsId");
    let dhcp = lab.ok("DescribeDhcpOptions", &format!("DhcpOptionsId.1={options}"));
    assert_eq!(
        dhcp.text("dhcpOptionsSet.0.dhcpConfigurationSet.0.valueSet.0.value"),
        format!("{REGION}.compute.internal")
    );
    assert_eq!(dhcp.text("dhcpOptionsSet.0.dhcpConfigurationSet.1.valueSet.0.value"), "AmazonProvidedDNS");

    let table = lab.ok("DescribeRouteTables", &format!("Filter.1.Name=vpc-id&Filter.1.Value.1={vpc}"));
    assert_eq!(table.count("routeTableSet"), 1);
    for (path, expected) in [
        ("associationSet.0.main", "true"),
        ("associationSet.0.associationState.state", "associated"),
        ("routeSet.0.destinationCidrBlock", "10.0.0.0/16"),
        ("routeSet.0.gatewayId", "local"),
        ("routeSet.0.origin", "CreateRouteTable"),
        ("routeSet.0.state", "active"),
    ] {
        assert_eq!(table.text(&format!("routeTableSet.0.{path}")), expected, "{path}");
    }
    assert_eq!(table.maybe("routeTableSet.0.associationSet.0.subnetId"), None);

    let acl = lab.ok(
        "DescribeNetworkAcls",
        &format!("Filter.1.Name=vpc-id&Filter.1.Value.1={vpc}&Filter.2.Name=default&Filter.2.Value.1=true"),
    );
    assert_eq!(acl.each("networkAclSet.0.entrySet", "ruleNumber"), ["100", "32767", "100", "32767"]);
    assert_eq!(acl.each("networkAclSet.0.entrySet", "ruleAction"), ["allow", "deny", "allow", "deny"]);

    let group = lab.ok("DescribeSecurityGroups", &format!("Filter.1.Name=vpc-id&Filter.1.Value.1={vpc}"));
    let group_id = group.text("securityGroupInfo.0.groupId");
    assert_eq!(group.text("securityGroupInfo.0.groupDescription"), "default VPC security group");
    assert_eq!(group.text("securityGroupInfo.0.ipPermissions.0.groups.0.groupId"), group_id);
    assert_eq!(group.text("securityGroupInfo.0.ipPermissionsEgress.0.ipRanges.0.cidrIp"), "0.0.0.0/0");
    assert_eq!(group.maybe("securityGroupInfo.0.ipPermissionsEgress.0.fromPort"), None);

    lab.ok("DeleteVpc", &format!("VpcId={vpc}"));
    assert_eq!(lab.fails("DescribeVpcs", &format!("VpcId.1={vpc}")).code, "InvalidVpcID.NotFound");
    assert_eq!(lab.ok("DescribeSecurityGroups", "").count("securityGroupInfo"), 0);
    assert_eq!(lab.ok("DescribeRouteTables", "").count("routeTableSet"), 0);
    assert_eq!(lab.ok("DescribeNetworkAcls", "").count("networkAclSet"), 0);
}

#[test]
fn vpc_attributes_change_one_at_a_time() {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    let read = |lab: &mut Lab, name: &str| {
        lab.ok("DescribeVpcAttribute", &format!("VpcId={vpc}&Attribute={name}"))
            .text(&format!("{name}.value"))
    };
    for (name, wire, default) in [
        ("enableDnsHostnames", "EnableDnsHostnames", "false"),
        ("enableNetworkAddressUsageMetrics", "EnableNetworkAddressUsageMetrics", "false"),
        ("enableDnsSupport", "EnableDnsSupport", "true"),
    ] {
        assert_eq!(read(&mut lab, name), default);
        lab.ok("ModifyVpcAttribute", &format!("VpcId={vpc}&{wire}.Value=true"));
        assert_eq!(read(&mut lab, name), "true");
        lab.ok("ModifyVpcAttribute", &format!("VpcId={vpc}&{wire}.Value=false"));
        assert_eq!(read(&mut lab, name), "false");
    }
    // Host names need the resolver.
    let error = lab.fails("ModifyVpcAttribute", &format!("VpcId={vpc}&EnableDnsHostnames.Value=true"));
    assert_eq!(error.code, "InvalidParameterValue");
}

#[test]
fn host_bits_are_cleared() {
    let mut lab = Lab::new();
    assert_eq!(lab.ok("CreateVpc", "CidrBlock=100.68.0.18/18").text("vpc.cidrBlock"), "100.68.0.0/18");
}

#[test]
fn a_subnet_counts_its_addresses_and_zones() {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    let made =
        lab.ok("CreateSubnet", &format!("VpcId={vpc}&CidrBlock=10.0.1.0/24&AvailabilityZone={REGION}a"));
    for (path, expected) in [
        ("state", "pending"),
        ("availableIpAddressCount", "251"),
        ("availabilityZone", "ap-northeast-1a"),
        ("availabilityZoneId", "apne1-az4"),
        ("mapPublicIpOnLaunch", "false"),
        ("defaultForAz", "false"),
        ("privateDnsNameOptionsOnLaunch.hostnameType", "ip-name"),
        ("privateDnsNameOptionsOnLaunch.enableResourceNameDnsARecord", "false"),
        ("privateDnsNameOptionsOnLaunch.enableResourceNameDnsAAAARecord", "false"),
    ] {
        assert_eq!(made.text(&format!("subnet.{path}")), expected, "{path}");
    }
    let id = made.text("subnet.subnetId");
    assert_eq!(made.text("subnet.subnetArn"), format!("arn:aws:ec2:{REGION}:{ACCOUNT}:subnet/{id}"));
    lab.endpoint(&vpc, &format!("&SubnetId.1={id}"));
    let read = lab.ok("DescribeSubnets", &format!("SubnetId.1={id}"));
    assert_eq!(read.text("subnetSet.0.availableIpAddressCount"), "250");
    let smallest = lab.ok("CreateSubnet", &format!("VpcId={vpc}&CidrBlock=10.0.2.0/28"));
    assert_eq!(smallest.text("subnet.availableIpAddressCount"), "11");
    assert_ne!(smallest.text("subnet.availabilityZone"), "ap-northeast-1a", "spread over the zones");
    let by_id =
        lab.ok("CreateSubnet", &format!("VpcId={vpc}&CidrBlock=10.0.3.0/28&AvailabilityZoneId=apne1-az2"));
    assert_eq!(by_id.text("subnet.availabilityZone"), "ap-northeast-1d");
    let acl = lab.ok("DescribeNetworkAcls", "");
    assert_eq!(acl.count("networkAclSet.0.associationSet"), 3);
    let last = by_id.text("subnet.subnetId");
    lab.ok("DeleteSubnet", &format!("SubnetId={last}"));
    assert_eq!(lab.ok("DescribeNetworkAcls", "").count("networkAclSet.0.associationSet"), 2);
}

#[test]
fn subnet_attributes_change_one_at_a_time() {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    let id = lab.subnet(&vpc, "10.0.1.0/24", 'a');
    lab.ok("ModifySubnetAttribute", &format!("SubnetId={id}&MapPublicIpOnLaunch.Value=true"));
    lab.ok("ModifySubnetAttribute", &format!("SubnetId={id}&PrivateDnsHostnameTypeOnLaunch=resource-name"));
    lab.ok(
        "ModifySubnetAttribute",
        &format!("SubnetId={id}&EnableResourceNameDnsARecordOnLaunch.Value=true"),
    );
    let same =
        lab.ok("ModifySubnetAttribute", &format!("SubnetId={id}&AssignIpv6AddressOnCreation.Value=false"));
    assert!(!same.changed);
    let read = lab.ok("DescribeSubnets", &format!("SubnetId.1={id}"));
    assert_eq!(read.text("subnetSet.0.mapPublicIpOnLaunch"), "true");
    assert_eq!(read.text("subnetSet.0.privateDnsNameOptionsOnLaunch.hostnameType"), "resource-name");
    assert_eq!(read.text("subnetSet.0.privateDnsNameOptionsOnLaunch.enableResourceNameDnsARecord"), "true");
    for (more, code) in [
        ("&MapPublicIpOnLaunch.Value=true&EnableDns64.Value=false", "InvalidParameterCombination"),
        (
            "&MapPublicIpOnLaunch.Value=true&PrivateDnsHostnameTypeOnLaunch=ip-name",
            "InvalidParameterCombination",
        ),
        ("", "InvalidParameterCombination"),
        ("&AssignIpv6AddressOnCreation.Value=true", "UnsupportedOperation"),
        ("&PrivateDnsHostnameTypeOnLaunch=x", "InvalidParameterValue"),
    ] {
        let error = lab.fails("ModifySubnetAttribute", &format!("SubnetId={id}{more}"));
        assert_eq!(error.code, code, "{more}");
    }
}

#[test]
fn regions_zones_and_account() {
    let mut lab = Lab::new();
    let regions = lab.ok("DescribeRegions", "RegionName.1=ap-northeast-1");
    assert_eq!(regions.count("regionInfo"), 1);
    assert_eq!(regions.text("regionInfo.0.regionEndpoint"), "ec2.ap-northeast-1.amazonaws.com");
    assert_eq!(regions.text("regionInfo.0.optInStatus"), "opt-in-not-required");
    assert!(
        lab.ok("DescribeRegions", "AllRegions=true").count("regionInfo")
            > lab.ok("DescribeRegions", "").count("regionInfo")
    );
    let zones = lab.ok("DescribeAvailabilityZones", "");
    assert_eq!(
        zones.each("availabilityZoneInfo", "zoneName"),
        ["ap-northeast-1a", "ap-northeast-1c", "ap-northeast-1d"]
    );
    assert_eq!(zones.text("availabilityZoneInfo.0.zoneState"), "available");
    let one = lab.ok(
        "DescribeAvailabilityZones",
        "Filter.1.Name=zone-id&Filter.1.Value.1=apne1-az1&ZoneName.1=ap-northeast-1c",
    );
    assert_eq!(one.count("availabilityZoneInfo"), 1);
    let attributes = lab.ok("DescribeAccountAttributes", "AttributeName.1=supported-platforms");
    assert_eq!(attributes.text("accountAttributeSet.0.attributeValueSet.0.attributeValue"), "VPC");
    let all = lab.ok("DescribeAccountAttributes", "");
    assert_eq!(all.count("accountAttributeSet"), 6);
    for (operation, parameters) in [
        ("DescribeRegions", "RegionName.1=mars-north-1"),
        ("DescribeAvailabilityZones", "ZoneName.1=ap-northeast-1b"),
        ("DescribeAvailabilityZones", "ZoneId.1=apne1-az9"),
        ("DescribeAccountAttributes", "AttributeName.1=x"),
    ] {
        assert_eq!(
            lab.fails(operation, parameters).code,
            "InvalidParameterValue",
            "{operation} {parameters}"
        );
    }
}
