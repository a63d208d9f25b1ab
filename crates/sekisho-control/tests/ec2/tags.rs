//! Tags.

use crate::support::Lab;

#[test]
fn tags_are_given_on_creation() {
    let mut lab = Lab::new();
    let spec = |kind: &str| {
        format!(
            "&TagSpecification.1.ResourceType={kind}&TagSpecification.1.Tag.1.Key=Name&TagSpecification.1.Tag.1.Value=x"
        )
    };
    let vpc = lab.ok("CreateVpc", &format!("CidrBlock=10.0.0.0/16{}", spec("vpc")));
    assert_eq!(vpc.text("vpc.tagSet.0.value"), "x");
    let id = vpc.text("vpc.vpcId");
    lab.ok("CreateSubnet", &format!("VpcId={id}&CidrBlock=10.0.0.0/24{}", spec("subnet")));
    lab.ok("CreateRouteTable", &format!("VpcId={id}{}", spec("route-table")));
    let group = lab.ok(
        "CreateSecurityGroup",
        &format!("VpcId={id}&GroupName=g&GroupDescription=d{}", spec("security-group")),
    );
    assert_eq!(group.text("tagSet.0.key"), "Name");
    lab.ok("CreateVpnGateway", &format!("Type=ipsec.1{}", spec("vpn-gateway")));
    lab.endpoint(&id, &spec("vpc-endpoint"));
    let tags = lab.ok("DescribeTags", "Filter.1.Name=key&Filter.1.Value.1=Name");
    assert_eq!(tags.count("tagSet"), 6);
    let one = lab.ok("DescribeTags", "Filter.1.Name=resource-type&Filter.1.Value.1=vpc-endpoint");
    assert_eq!(one.count("tagSet"), 1);
    lab.refused(
        "CreateVpc",
        &format!("CidrBlock=10.0.0.0/16{}", spec("subnet")),
        "InvalidParameterValue",
        "'subnet' is not a valid taggable resource type for this operation.",
    );
    for (more, code) in [
        ("&TagSpecification.1.ResourceType=vpc".to_owned(), "InvalidParameterValue"),
        ("&TagSpecification.1.Tag.1.Key=a".to_owned(), "InvalidParameterValue"),
        (
            format!("{0}&TagSpecification.2.ResourceType=vpc&TagSpecification.2.Tag.1.Key=a", spec("vpc")),
            "InvalidParameterValue",
        ),
        (format!("{}&TagSpecification.1.Tag.2.Key=Name", spec("vpc")), "InvalidParameterValue"),
        (format!("{}&TagSpecification.1.Tag.2.Key=aws:x", spec("vpc")), "InvalidTagKey.Malformed"),
        (format!("{}&TagSpecification.1.Tag.2.Value=x", spec("vpc")), "InvalidTagKey.Malformed"),
    ] {
        assert_eq!(lab.fails("CreateVpc", &format!("CidrBlock=10.0.0.0/16{more}")).code, code, "{more}");
    }
}

#[test]
fn tags_come_and_go_on_everything() {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    let subnet = lab.subnet(&vpc, "10.0.1.0/24", 'a');
    let table = lab.main_table(&vpc);
    let group = lab.default_group(&vpc);
    let rule = lab.ok("DescribeSecurityGroupRules", "").text("securityGroupRuleSet.0.securityGroupRuleId");
    let acl = lab.ok("DescribeNetworkAcls", "").text("networkAclSet.0.networkAclId");
    let options = lab.ok("DescribeDhcpOptions", "").text("dhcpOptionsSet.0.dhcpOptionsId");
    let gateway = lab.ok("CreateVpnGateway", "Type=ipsec.1").text("vpnGateway.vpnGatewayId");
    let endpoint = lab.endpoint(&vpc, &format!("&SubnetId.1={subnet}"));
    let interface = lab.ok("DescribeNetworkInterfaces", "").text("networkInterfaceSet.0.networkInterfaceId");
    let all = [vpc, subnet, table, group, rule, acl, options, gateway, endpoint, interface];
    let resources: String =
        all.iter().enumerate().map(|(index, id)| format!("&ResourceId.{}={id}", index + 1)).collect();
    lab.ok("CreateTags", &format!("Tag.1.Key=a&Tag.1.Value=1&Tag.2.Key=b&Tag.2.Value=2{resources}"));
    assert_eq!(lab.ok("DescribeTags", "").count("tagSet"), 20);
    for id in &all {
        let tags = lab.ok("DescribeTags", &format!("Filter.1.Name=resource-id&Filter.1.Value.1={id}"));
        assert_eq!(tags.each("tagSet", "key"), ["a", "b"], "{id}");
    }
    lab.ok("CreateTags", &format!("Tag.1.Key=a&Tag.1.Value=3{resources}"));
    lab.ok("DeleteTags", &format!("Tag.1.Key=a&Tag.1.Value=1{resources}"));
    assert_eq!(
        lab.ok("DescribeTags", "Filter.1.Name=value&Filter.1.Value.1=3").count("tagSet"),
        10,
        "another value stays"
    );
    lab.ok("DeleteTags", &format!("Tag.1.Key=a{resources}"));
    assert_eq!(lab.ok("DescribeTags", "").count("tagSet"), 10);
    lab.ok("DeleteTags", resources.trim_start_matches('&'));
    assert_eq!(lab.ok("DescribeTags", "").count("tagSet"), 0);
}

#[test]
fn all_or_none() {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    assert_eq!(
        lab.fails("CreateTags", &format!("ResourceId.1={vpc}&ResourceId.2=vpc-12345678&Tag.1.Key=a")).code,
        "InvalidVpcID.NotFound"
    );
    assert_eq!(lab.ok("DescribeTags", "").count("tagSet"), 0);
}

#[test]
fn tags_have_limits() {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    for (tag, code) in [
        (format!("Tag.1.Key={}", "k".repeat(129)), "InvalidParameterValue"),
        (format!("Tag.1.Key=k&Tag.1.Value={}", "v".repeat(257)), "InvalidParameterValue"),
        ("Tag.1.Key=aws:k".to_owned(), "InvalidTagKey.Malformed"),
        ("Tag.1.Key=AWS:k".to_owned(), "InvalidTagKey.Malformed"),
        ("Tag.1.Key=".to_owned(), "InvalidTagKey.Malformed"),
        (String::new(), "MissingParameter"),
    ] {
        assert_eq!(lab.fails("CreateTags", &format!("ResourceId.1={vpc}&{tag}")).code, code, "{tag}");
    }
    let widest =
        format!("ResourceId.1={vpc}&Tag.1.Key={}&Tag.1.Value={}", "関".repeat(128), "所".repeat(256));
    lab.ok("CreateTags", &widest);
    let more: String = (1..=49).map(|index| format!("&Tag.{index}.Key=k{index}")).collect();
    lab.ok("CreateTags", &format!("ResourceId.1={vpc}{more}"));
    lab.refused(
        "CreateTags",
        &format!("ResourceId.1={vpc}&Tag.1.Key=one-more"),
        "TagLimitExceeded",
        "The maximum number of Tags for a resource has been reached.",
    );
    lab.ok("CreateTags", &format!("ResourceId.1={vpc}&Tag.1.Key=k1&Tag.1.Value=new"));
}
