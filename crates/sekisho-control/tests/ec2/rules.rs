//! Security group rules.

use crate::support::{ACCOUNT, Lab, REGION};

fn permission(protocol: &str, from: &str, to: &str, cidr: &str) -> String {
    let port = |name: &str, number: &str| {
        if number.is_empty() { String::new() } else { format!("&IpPermissions.1.{name}={number}") }
    };
    format!(
        "IpPermissions.1.IpProtocol={protocol}{}{}&IpPermissions.1.IpRanges.1.CidrIp={cidr}",
        port("FromPort", from),
        port("ToPort", to)
    )
}

#[test]
fn a_rule_shows_in_both_views() {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    let group = lab.group(&vpc, "web");
    let made = lab.ok(
        "AuthorizeSecurityGroupIngress",
        &format!("GroupId={group}&{}&IpPermissions.1.IpRanges.1.Description=on premises&IpPermissions.1.IpRanges.2.CidrIp=192.168.0.0/16&IpPermissions.1.Ipv6Ranges.1.CidrIpv6=fd00::1/8&IpPermissions.1.Groups.1.GroupId={group}&IpPermissions.1.Groups.1.UserId={ACCOUNT}&TagSpecification.1.ResourceType=security-group-rule&TagSpecification.1.Tag.1.Key=k&TagSpecification.1.Tag.1.Value=v", permission("6", "443", "443", "10.0.0.7/8")),
    );
    assert_eq!(made.text("return"), "true");
    assert_eq!(made.count("securityGroupRuleSet"), 4);
    let first = made.text("securityGroupRuleSet.0.securityGroupRuleId");
    for (path, expected) in [
        ("groupId", group.as_str()),
        ("groupOwnerId", ACCOUNT),
        ("isEgress", "false"),
        ("ipProtocol", "tcp"),
        ("fromPort", "443"),
        ("toPort", "443"),
        ("cidrIpv4", "10.0.0.0/8"),
        ("description", "on premises"),
        ("tagSet.0.key", "k"),
    ] {
        assert_eq!(made.text(&format!("securityGroupRuleSet.0.{path}")), expected, "{path}");
    }
    assert_eq!(
        made.text("securityGroupRuleSet.0.securityGroupRuleArn"),
        format!("arn:aws:ec2:{REGION}:{ACCOUNT}:security-group-rule/{first}")
    );
    assert_eq!(made.text("securityGroupRuleSet.2.cidrIpv6"), "fd00::/8");
    assert_eq!(made.text("securityGroupRuleSet.3.referencedGroupInfo.groupId"), group);
    let read = lab.ok("DescribeSecurityGroups", &format!("GroupId.1={group}"));
    assert_eq!(read.count("securityGroupInfo.0.ipPermissions"), 1, "merged");
    assert_eq!(
        read.each("securityGroupInfo.0.ipPermissions.0.ipRanges", "cidrIp"),
        ["10.0.0.0/8", "192.168.0.0/16"]
    );
    assert_eq!(read.text("securityGroupInfo.0.ipPermissions.0.groups.0.userId"), ACCOUNT);
    let rules =
        lab.ok("DescribeSecurityGroupRules", &format!("Filter.1.Name=group-id&Filter.1.Value.1={group}"));
    assert_eq!(rules.count("securityGroupRuleSet"), 5);
    let one = lab.ok("DescribeSecurityGroupRules", &format!("SecurityGroupRuleId.1={first}"));
    assert_eq!(one.count("securityGroupRuleSet"), 1);
    let tagged = lab.ok("DescribeSecurityGroupRules", "Filter.1.Name=tag:k&Filter.1.Value.1=v");
    assert_eq!(tagged.count("securityGroupRuleSet"), 4);
}

#[test]
fn protocols_have_one_spelling() {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    for (index, (given, from, to, name, shown_from, shown_to)) in [
        ("-1", "", "", "-1", "-1", "-1"),
        ("-1", "22", "80", "-1", "-1", "-1"),
        ("tcp", "0", "65535", "tcp", "0", "65535"),
        ("TCP", "22", "22", "tcp", "22", "22"),
        ("17", "53", "53", "udp", "53", "53"),
        ("icmp", "8", "-1", "icmp", "8", "-1"),
        ("1", "", "", "icmp", "-1", "-1"),
        ("icmpv6", "-1", "-1", "icmpv6", "-1", "-1"),
        ("50", "5", "6", "50", "-1", "-1"),
    ]
    .into_iter()
    .enumerate()
    {
        let group = lab.group(&vpc, &format!("g{index}"));
        let made = lab.ok(
            "AuthorizeSecurityGroupIngress",
            &format!("GroupId={group}&{}", permission(given, from, to, "10.0.0.0/8")),
        );
        for (path, expected) in [("ipProtocol", name), ("fromPort", shown_from), ("toPort", shown_to)] {
            assert_eq!(made.text(&format!("securityGroupRuleSet.0.{path}")), expected, "{given} {path}");
        }
    }
    let group = lab.group(&vpc, "bad");
    for (protocol, from, to, code) in [
        ("tcp", "", "", "InvalidParameterValue"),
        ("tcp", "443", "", "InvalidParameterValue"),
        ("tcp", "-1", "-1", "InvalidParameterValue"),
        ("tcp", "443", "80", "InvalidParameterValue"),
        ("udp", "0", "65536", "InvalidParameterValue"),
        ("icmp", "256", "0", "InvalidParameterValue"),
        ("icmp", "-1", "0", "InvalidParameterValue"),
        ("icmpv6", "128", "0", "UnsupportedOperation"),
        ("sctp", "1", "1", "InvalidPermission.Malformed"),
        ("256", "", "", "InvalidPermission.Malformed"),
        ("-2", "", "", "InvalidPermission.Malformed"),
        ("+6", "1", "1", "InvalidPermission.Malformed"),
    ] {
        let error = lab.fails(
            "AuthorizeSecurityGroupIngress",
            &format!("GroupId={group}&{}", permission(protocol, from, to, "10.0.0.0/8")),
        );
        assert_eq!(error.code, code, "{protocol} {from} {to}");
    }
}

#[test]
fn duplicates_are_spelt_as_the_service_spells_them() {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    let group = lab.group(&vpc, "web");
    let https = format!("GroupId={group}&{}", permission("tcp", "443", "443", "0.0.0.0/0"));
    lab.ok("AuthorizeSecurityGroupIngress", &https);
    lab.refused(
        "AuthorizeSecurityGroupIngress",
        &https,
        "InvalidPermission.Duplicate",
        "the specified rule \"peer: 0.0.0.0/0, TCP, from port: 443, to port: 443, ALLOW\" already exists",
    );
    let flat = format!("GroupId={group}&IpProtocol=6&FromPort=443&ToPort=443&CidrIp=0.0.0.0/0");
    assert_eq!(lab.fails("AuthorizeSecurityGroupIngress", &flat).code, "InvalidPermission.Duplicate");
    let all =
        format!("GroupId={group}&IpPermissions.1.IpProtocol=-1&IpPermissions.1.Groups.1.GroupId={group}");
    lab.ok("AuthorizeSecurityGroupIngress", &all);
    lab.refused(
        "AuthorizeSecurityGroupIngress",
        &all,
        "InvalidPermission.Duplicate",
        &format!("the specified rule \"peer: {group}, ALL, ALLOW\" already exists"),
    );
    lab.refused(
        "AuthorizeSecurityGroupEgress",
        &format!("GroupId={group}&{}", permission("-1", "", "", "0.0.0.0/0")),
        "InvalidPermission.Duplicate",
        "the specified rule \"peer: 0.0.0.0/0, ALL, ALLOW\" already exists",
    );
    let twice = format!(
        "GroupId={group}&{}&IpPermissions.1.IpRanges.2.CidrIp=10.1.2.3/8",
        permission("tcp", "1", "1", "10.0.0.0/8")
    );
    lab.refused(
        "AuthorizeSecurityGroupIngress",
        &twice,
        "InvalidParameterValue",
        "The same permission must not appear multiple times",
    );
    // Half new, half old: none is made.
    let half = format!(
        "GroupId={group}&{}&IpPermissions.1.IpRanges.2.CidrIp=0.0.0.0/0",
        permission("tcp", "443", "443", "10.0.0.0/8")
    );
    assert_eq!(lab.fails("AuthorizeSecurityGroupIngress", &half).code, "InvalidPermission.Duplicate");
    // The other direction is another matter.
    lab.ok("AuthorizeSecurityGroupEgress", &https);
}

#[test]
fn peers_must_be_there() {
    let mut lab = Lab::new();
    let (vpc, other) = (lab.vpc(), lab.vpc());
    let group = lab.group(&vpc, "web");
    let stranger = lab.group(&other, "web");
    for (peer, code, message) in [
        (
            "IpRanges.1.CidrIp=10.0.0.0/33".to_owned(),
            "InvalidParameterValue",
            "CIDR block 10.0.0.0/33 is malformed".to_owned(),
        ),
        (
            "IpRanges.1.CidrIp=fd00::/8".to_owned(),
            "InvalidParameterValue",
            "CIDR block fd00::/8 is malformed".to_owned(),
        ),
        (
            "Ipv6Ranges.1.CidrIpv6=10.0.0.0/8".to_owned(),
            "InvalidParameterValue",
            "CIDR block 10.0.0.0/8 is malformed".to_owned(),
        ),
        (
            "PrefixListIds.1.PrefixListId=pl-12345678".to_owned(),
            "InvalidPrefixListID.NotFound",
            "The prefix list ID 'pl-12345678' does not exist".to_owned(),
        ),
        (
            "Groups.1.GroupId=sg-12345678".to_owned(),
            "InvalidGroup.NotFound",
            "The security group 'sg-12345678' does not exist".to_owned(),
        ),
        (
            format!("Groups.1.GroupId={group}&IpPermissions.1.Groups.1.UserId=999999999999"),
            "InvalidGroup.NotFound",
            format!("The security group '{group}' does not exist"),
        ),
        (
            format!("Groups.1.GroupId={stranger}"),
            "InvalidGroup.NotFound",
            "You have specified two resources that belong to different networks.".to_owned(),
        ),
        (
            "Groups.1.GroupName=web".to_owned(),
            "UnsupportedOperation",
            "A group as a source must be given by its id: use GroupId.".to_owned(),
        ),
        (
            "FromPort=1".to_owned(),
            "MissingParameter",
            "A permission must contain one of ipRanges, ipv6Ranges, groups, prefixListIds".to_owned(),
        ),
    ] {
        lab.refused(
            "AuthorizeSecurityGroupIngress",
            &format!("GroupId={group}&IpPermissions.1.IpProtocol=-1&IpPermissions.1.{peer}"),
            code,
            &message,
        );
    }
}

#[test]
fn what_is_said_of_a_group_must_be_true() {
    let mut lab = Lab::new();
    let (vpc, other) = (lab.vpc(), lab.vpc());
    let group = lab.group(&vpc, "web");
    for (peer, code) in [
        (format!("GroupId={group}&IpPermissions.1.Groups.1.VpcId={other}"), "InvalidGroup.NotFound"),
        (format!("GroupId={group}&IpPermissions.1.Groups.1.GroupName=web"), "InvalidParameterCombination"),
        (format!("GroupId={group}&IpPermissions.1.Groups.1.PeeringStatus=active"), "UnsupportedOperation"),
        (
            format!("GroupId={group}&IpPermissions.1.Groups.1.VpcPeeringConnectionId=pcx-12345678"),
            "UnsupportedOperation",
        ),
    ] {
        let call = format!("GroupId={group}&IpPermissions.1.IpProtocol=-1&IpPermissions.1.Groups.1.{peer}");
        assert_eq!(lab.fails("AuthorizeSecurityGroupIngress", &call).code, code, "{peer}");
    }
    let same =
        format!("GroupId={group}&IpPermissions.1.IpProtocol=50&IpPermissions.1.Groups.1.GroupId={group}");
    lab.ok("AuthorizeSecurityGroupIngress", &format!("{same}&IpPermissions.1.Groups.1.VpcId={vpc}"));
    let both = format!("GroupId={group}&{}&IpProtocol=tcp", permission("-1", "", "", "10.0.0.0/8"));
    assert_eq!(lab.fails("AuthorizeSecurityGroupIngress", &both).code, "InvalidParameterCombination");
    let description = format!(
        "GroupId={group}&{}&IpPermissions.1.IpRanges.1.Description=関所",
        permission("-1", "", "", "10.0.0.0/8")
    );
    assert!(
        lab.fails("AuthorizeSecurityGroupIngress", &description)
            .message
            .starts_with("Invalid rule description.")
    );
}

#[test]
fn sixty_rules_a_family_and_direction() {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    let group = lab.group(&vpc, "web");
    let add = |index: usize| {
        format!("GroupId={group}&{}", permission("tcp", "443", "443", &format!("10.{index}.0.0/16")))
    };
    for index in 0..60 {
        lab.ok("AuthorizeSecurityGroupIngress", &add(index));
    }
    lab.refused(
        "AuthorizeSecurityGroupIngress",
        &add(60),
        "RulesPerSecurityGroupLimitExceeded",
        "The maximum number of rules per security group has been reached.",
    );
    lab.ok(
        "AuthorizeSecurityGroupIngress",
        &format!("GroupId={group}&IpPermissions.1.IpProtocol=-1&IpPermissions.1.Ipv6Ranges.1.CidrIpv6=::/0"),
    );
    lab.ok("AuthorizeSecurityGroupEgress", &add(0));
}

#[test]
fn rules_are_revoked_by_value_and_by_id() {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    let group = lab.group(&vpc, "web");
    let https = format!("GroupId={group}&{}", permission("tcp", "443", "443", "10.0.0.0/8"));
    lab.ok("AuthorizeSecurityGroupIngress", &format!("{https}&IpPermissions.1.IpRanges.1.Description=d"));
    lab.refused(
        "RevokeSecurityGroupEgress",
        &https,
        "InvalidPermission.NotFound",
        "The specified rule does not exist in this security group",
    );
    let gone = lab.ok("RevokeSecurityGroupIngress", &https);
    assert_eq!(gone.text("return"), "true");
    assert_eq!(gone.text("revokedSecurityGroupRuleSet.0.cidrIpv4"), "10.0.0.0/8");
    assert_eq!(gone.count("unknownIpPermissionSet"), 0);
    let id = lab
        .ok(
            "AuthorizeSecurityGroupIngress",
            &format!("GroupId={group}&IpProtocol=tcp&FromPort=1&ToPort=2&CidrIp=10.0.0.0/8"),
        )
        .text("securityGroupRuleSet.0.securityGroupRuleId");
    assert_eq!(
        lab.fails("RevokeSecurityGroupEgress", &format!("GroupId={group}&SecurityGroupRuleId.1={id}")).code,
        "InvalidSecurityGroupRuleId.NotFound"
    );
    assert_eq!(
        lab.fails("RevokeSecurityGroupIngress", &format!("{https}&SecurityGroupRuleId.1={id}")).code,
        "InvalidParameterCombination"
    );
    assert_eq!(
        lab.fails(
            "RevokeSecurityGroupIngress",
            &format!("GroupId={group}&SecurityGroupRuleId.1={id}&SecurityGroupRuleId.2=sgr-12345678")
        )
        .code,
        "InvalidSecurityGroupRuleId.NotFound"
    );
    lab.ok("RevokeSecurityGroupIngress", &format!("SecurityGroupRuleId.1={id}"));
    assert_eq!(
        lab.fails("DescribeSecurityGroupRules", &format!("SecurityGroupRuleId.1={id}")).code,
        "InvalidSecurityGroupRuleId.NotFound"
    );
}

#[test]
fn rules_are_modified_whole() {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    let group = lab.group(&vpc, "web");
    let made = lab.ok(
        "AuthorizeSecurityGroupIngress",
        &format!(
            "GroupId={group}&{}&IpPermissions.1.IpRanges.2.CidrIp=172.16.0.0/12",
            permission("tcp", "443", "443", "10.0.0.0/8")
        ),
    );
    let ids = made.each("securityGroupRuleSet", "securityGroupRuleId");
    let update = |index: usize, id: &str, rule: &str| {
        let fields: String = rule
            .split(',')
            .map(|field| format!("&SecurityGroupRule.{index}.SecurityGroupRule.{field}"))
            .collect();
        format!("&SecurityGroupRule.{index}.SecurityGroupRuleId={id}{fields}")
    };
    let modify = |more: &str| format!("GroupId={group}{more}");
    lab.ok(
        "ModifySecurityGroupRules",
        &modify(&update(
            1,
            &ids[0],
            "IpProtocol=tcp,FromPort=443,ToPort=443,CidrIpv4=10.0.0.0/9,Description=new",
        )),
    );
    let read = lab.ok("DescribeSecurityGroupRules", &format!("SecurityGroupRuleId.1={}", ids[0]));
    assert_eq!(read.text("securityGroupRuleSet.0.cidrIpv4"), "10.0.0.0/9");
    assert_eq!(read.text("securityGroupRuleSet.0.description"), "new");
    // Two rules may change places in one call.
    let swap = update(1, &ids[0], "IpProtocol=tcp,FromPort=443,ToPort=443,CidrIpv4=172.16.0.0/12")
        + &update(2, &ids[1], "IpProtocol=tcp,FromPort=443,ToPort=443,CidrIpv4=10.0.0.0/9");
    lab.ok("ModifySecurityGroupRules", &modify(&swap));
    for (more, code) in [
        (
            update(1, &ids[0], "IpProtocol=tcp,FromPort=443,ToPort=443,CidrIpv4=10.0.0.0/9"),
            "InvalidPermission.Duplicate",
        ),
        (update(1, &ids[0], "IpProtocol=-1,CidrIpv6=::/0"), "InvalidParameterValue"),
        (update(1, &ids[0], "IpProtocol=-1,CidrIpv4=0.0.0.0/0,CidrIpv6=::/0"), "InvalidParameterCombination"),
        (update(1, &ids[0], "IpProtocol=-1"), "MissingParameter"),
        (update(1, &ids[0], "CidrIpv4=0.0.0.0/0"), "MissingParameter"),
        (update(1, &ids[0], "IpProtocol=-1,PrefixListId=pl-12345678"), "InvalidPrefixListID.NotFound"),
        (
            update(1, "sgr-12345678", "IpProtocol=-1,CidrIpv4=0.0.0.0/0"),
            "InvalidSecurityGroupRuleId.NotFound",
        ),
        (String::new(), "MissingParameter"),
    ] {
        assert_eq!(lab.fails("ModifySecurityGroupRules", &modify(&more)).code, code, "{more}");
    }
}
