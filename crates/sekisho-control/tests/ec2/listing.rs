//! Filters and pages.

use crate::support::Lab;

#[test]
fn filters_hold_together_and_values_apart() {
    let mut lab = Lab::new();
    for (block, tags) in [("10.0.0.0/16", "a"), ("10.1.0.0/16", "ab"), ("172.16.0.0/16", "b*")] {
        lab.ok("CreateVpc", &format!("CidrBlock={block}&TagSpecification.1.ResourceType=vpc&TagSpecification.1.Tag.1.Key=Name&TagSpecification.1.Tag.1.Value={tags}"));
    }
    lab.settle();
    for (filters, count) in [
        ("Filter.1.Name=cidr&Filter.1.Value.1=10.*", 2),
        ("Filter.1.Name=cidrBlock&Filter.1.Value.1=10.0.0.0/16&Filter.1.Value.2=172.16.0.0/16", 2),
        ("Filter.1.Name=cidr&Filter.1.Value.1=10.?.0.0/16&Filter.2.Name=tag:Name&Filter.2.Value.1=a", 1),
        ("Filter.1.Name=tag:Name&Filter.1.Value.1=a*", 2),
        (r"Filter.1.Name=tag:Name&Filter.1.Value.1=b\*", 1),
        ("Filter.1.Name=tag:Name&Filter.1.Value.1=A", 0),
        ("Filter.1.Name=tag:name&Filter.1.Value.1=a", 0),
        ("Filter.1.Name=tag-key&Filter.1.Value.1=Na*", 3),
        ("Filter.1.Name=state&Filter.1.Value.1=available", 3),
        ("Filter.1.Name=isDefault&Filter.1.Value.1=true", 0),
        ("Filter.1.Name=ipv6-cidr-block-association.state&Filter.1.Value.1=*", 0),
    ] {
        assert_eq!(lab.ok("DescribeVpcs", filters).count("vpcSet"), count, "{filters}");
    }
    for name in ["x", "State", "tag", "tag:", "vpcid"] {
        lab.refused(
            "DescribeVpcs",
            &format!("Filter.1.Name={name}&Filter.1.Value.1=x"),
            "InvalidParameterValue",
            &format!("The filter '{name}' is invalid"),
        );
    }
    assert_eq!(
        lab.fails("DescribeRegions", "Filter.1.Name=tag:x&Filter.1.Value.1=x").code,
        "InvalidParameterValue"
    );
    let many: String = (1..=201).map(|index| format!("&Filter.1.Value.{index}=x")).collect();
    assert_eq!(lab.fails("DescribeVpcs", &format!("Filter.1.Name=state{many}")).code, "FilterLimitExceeded");
    let long = "x".repeat(1025);
    assert_eq!(
        lab.fails("DescribeVpcs", &format!("Filter.1.Name=state&Filter.1.Value.1={long}")).code,
        "InvalidParameterValue"
    );
}

#[test]
fn group_filters_look_into_rules() {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    let group = lab.group(&vpc, "web");
    lab.ok(
        "AuthorizeSecurityGroupIngress",
        &format!("GroupId={group}&IpProtocol=tcp&FromPort=443&ToPort=443&CidrIp=10.0.0.0/8"),
    );
    for (name, value, count) in [
        ("ip-permission.cidr", "10.0.0.0/8", 1),
        ("ip-permission.from-port", "443", 1),
        ("ip-permission.protocol", "tcp", 1),
        ("egress.ip-permission.cidr", "0.0.0.0/0", 2),
        ("egress.ip-permission.protocol", "tcp", 0),
        ("ip-permission.group-name", "default", 1),
        ("description", "d", 1),
        ("ip-permission.prefix-list-id", "*", 0),
    ] {
        let list =
            lab.ok("DescribeSecurityGroups", &format!("Filter.1.Name={name}&Filter.1.Value.1={value}"));
        assert_eq!(list.count("securityGroupInfo"), count, "{name}");
    }
}

#[test]
fn pages_join_to_the_whole_and_survive_changes() {
    let mut lab = Lab::new();
    let made: Vec<String> = (0..12).map(|_| lab.vpc()).collect();
    let all = lab.ok("DescribeVpcs", "").each("vpcSet", "vpcId");
    assert_eq!(all.len(), 12);
    let first = lab.ok("DescribeVpcs", "MaxResults=5");
    let token = first.text("nextToken");
    assert!(token.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    let mut seen = first.each("vpcSet", "vpcId");
    // What has been given may go, and the rest is still given once.
    lab.ok("DeleteVpc", &format!("VpcId={}", seen[4]));
    let second = lab.ok("DescribeVpcs", &format!("MaxResults=5&NextToken={token}"));
    seen.extend(second.each("vpcSet", "vpcId"));
    let third = lab.ok("DescribeVpcs", &format!("MaxResults=5&NextToken={}", second.text("nextToken")));
    assert_eq!(third.maybe("nextToken"), None);
    seen.extend(third.each("vpcSet", "vpcId"));
    assert_eq!(seen, all);
    lab.refused(
        "DescribeSubnets",
        &format!("NextToken={token}"),
        "InvalidNextToken",
        "The token is not valid for this operation.",
    );
    assert_eq!(lab.fails("DescribeVpcs", "NextToken=x").code, "InvalidNextToken");
    let both = format!("MaxResults=5&VpcId.1={}", made[0]);
    lab.refused(
        "DescribeVpcs",
        &both,
        "InvalidParameterCombination",
        "The parameter vpcIds cannot be used with the parameter maxResults",
    );
}

#[test]
fn every_describe_pages() {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    for index in 1..=6 {
        let letter = ['a', 'c', 'd'][index % 3];
        let subnet = lab.subnet(&vpc, &format!("10.0.{index}.0/24"), letter);
        lab.endpoint(&vpc, &format!("&SubnetId.1={subnet}"));
        lab.group(&vpc, &format!("g{index}"));
        lab.ok("CreateRouteTable", &format!("VpcId={vpc}"));
        lab.ok("CreateTags", &format!("ResourceId.1={subnet}&Tag.1.Key=k&Tag.1.Value={index}"));
        lab.vpc();
    }
    for (operation, list, id) in [
        ("DescribeVpcs", "vpcSet", "vpcId"),
        ("DescribeSubnets", "subnetSet", "subnetId"),
        ("DescribeRouteTables", "routeTableSet", "routeTableId"),
        ("DescribeSecurityGroups", "securityGroupInfo", "groupId"),
        ("DescribeSecurityGroupRules", "securityGroupRuleSet", "securityGroupRuleId"),
        ("DescribeNetworkAcls", "networkAclSet", "networkAclId"),
        ("DescribeNetworkInterfaces", "networkInterfaceSet", "networkInterfaceId"),
        ("DescribeVpcEndpoints", "vpcEndpointSet", "vpcEndpointId"),
        ("DescribeTags", "tagSet", "value"),
    ] {
        let whole = lab.ok(operation, "").each(list, id);
        let mut seen = Vec::new();
        let mut token = String::new();
        loop {
            let page = lab.ok(operation, &format!("MaxResults=5{token}"));
            assert!(page.count(list) <= 5);
            seen.extend(page.each(list, id));
            match page.maybe("nextToken") {
                Some(next) => token = format!("&NextToken={next}"),
                None => break,
            }
        }
        assert_eq!(seen, whole, "{operation}");
    }
    lab.ok("DescribeVpcEndpoints", "MaxResults=100000");
}
