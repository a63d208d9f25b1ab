//! Changing endpoints.

use crate::support::Lab;

struct Setting {
    lab: Lab,
    vpc: String,
    a: String,
    c: String,
    id: String,
}

fn setting() -> Setting {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    let a = lab.subnet(&vpc, "10.0.1.0/24", 'a');
    let c = lab.subnet(&vpc, "10.0.2.0/24", 'c');
    let id = lab.endpoint(&vpc, &format!("&SubnetId.1={a}"));
    lab.settle();
    Setting { lab, vpc, a, c, id }
}

#[test]
fn subnets_come_and_go_with_their_interfaces() {
    let Setting { mut lab, a, c, id, .. } = setting();
    let before = lab.ok("DescribeNetworkInterfaces", "").text("networkInterfaceSet.0.networkInterfaceId");
    let modify = format!("VpcEndpointId={id}");
    let done = lab.ok("ModifyVpcEndpoint", &format!("{modify}&AddSubnetId.1={c}&SubnetConfiguration.1.SubnetId={c}&SubnetConfiguration.1.Ipv4=10.0.2.77"));
    assert_eq!(done.text("return"), "true");
    let read = lab.ok("DescribeVpcEndpoints", &format!("VpcEndpointId.1={id}"));
    assert_eq!(read.text("vpcEndpointSet.0.state"), "pending");
    assert_eq!(read.each("vpcEndpointSet.0.subnetIdSet", ""), [a.clone(), c.clone()]);
    assert_eq!(read.count("vpcEndpointSet.0.dnsEntrySet"), 3);
    let interfaces = read.each("vpcEndpointSet.0.networkInterfaceIdSet", "");
    assert_eq!(interfaces[0], before, "the old interface keeps its id and address");
    let fresh = lab.ok("DescribeNetworkInterfaces", &format!("NetworkInterfaceId.1={}", interfaces[1]));
    assert_eq!(fresh.text("networkInterfaceSet.0.privateIpAddress"), "10.0.2.77");
    lab.settle();
    lab.ok("ModifyVpcEndpoint", &format!("{modify}&RemoveSubnetId.1={a}"));
    lab.settle();
    let read = lab.ok("DescribeVpcEndpoints", &format!("VpcEndpointId.1={id}"));
    assert_eq!(read.text("vpcEndpointSet.0.state"), "available");
    assert_eq!(read.each("vpcEndpointSet.0.subnetIdSet", ""), [c]);
    assert_eq!(lab.ok("DescribeNetworkInterfaces", "").count("networkInterfaceSet"), 1);
    lab.ok("DeleteSubnet", &format!("SubnetId={a}"));
}

#[test]
fn groups_reach_the_interfaces() {
    let Setting { mut lab, vpc, id, .. } = setting();
    let (one, two) = (lab.group(&vpc, "one"), lab.group(&vpc, "two"));
    let default = lab.default_group(&vpc);
    lab.ok("ModifyVpcEndpoint", &format!("VpcEndpointId={id}&AddSecurityGroupId.1={one}&AddSecurityGroupId.2={two}&RemoveSecurityGroupId.1={default}"));
    let read = lab.ok("DescribeVpcEndpoints", &format!("VpcEndpointId.1={id}"));
    assert_eq!(read.each("vpcEndpointSet.0.groupSet", "groupName"), ["one", "two"]);
    assert_eq!(read.text("vpcEndpointSet.0.state"), "available");
    let interface = lab.ok("DescribeNetworkInterfaces", "");
    assert_eq!(interface.each("networkInterfaceSet.0.groupSet", "groupId"), [one.clone(), two.clone()]);
    assert_eq!(lab.fails("DeleteSecurityGroup", &format!("GroupId={one}")).code, "DependencyViolation");
    lab.ok("ModifyVpcEndpoint", &format!("VpcEndpointId={id}&RemoveSecurityGroupId.1={one}"));
    lab.ok("DeleteSecurityGroup", &format!("GroupId={one}"));
    lab.refused(
        "ModifyVpcEndpoint",
        &format!("VpcEndpointId={id}&RemoveSecurityGroupId.1={two}"),
        "InvalidParameter",
        &format!("The Vpc Endpoint {id} must have at least one security group."),
    );
}

#[test]
fn policies_change_and_come_back() {
    let Setting { mut lab, id, .. } = setting();
    let policy = r#"{"Statement":[{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}]}"#;
    let change = |lab: &mut Lab, pairs: &[(&str, &str)]| {
        let mut all = vec![("VpcEndpointId", id.as_str())];
        all.extend_from_slice(pairs);
        lab.call_with("ModifyVpcEndpoint", &all)
    };
    let read = |lab: &mut Lab| lab.ok("DescribeVpcEndpoints", "").text("vpcEndpointSet.0.policyDocument");
    let default = read(&mut lab);
    change(&mut lab, &[("PolicyDocument", policy)]).expect("a policy");
    assert_eq!(read(&mut lab), policy);
    assert_eq!(change(&mut lab, &[("PolicyDocument", "{")]).expect_err("json").code, "InvalidPolicyDocument");
    assert_eq!(read(&mut lab), policy);
    let both = change(&mut lab, &[("PolicyDocument", policy), ("ResetPolicy", "true")]).expect_err("both");
    assert_eq!(both.code, "InvalidParameterCombination");
    change(&mut lab, &[("ResetPolicy", "true")]).expect("reset");
    assert_eq!(read(&mut lab), default);
}

#[test]
fn what_does_not_fit_is_refused() {
    let Setting { mut lab, vpc, a, c, id } = setting();
    let a2 = lab.subnet(&vpc, "10.0.3.0/24", 'a');
    let group = lab.group(&vpc, "g");
    for (more, code) in [
        (format!("&AddSubnetId.1={a}"), "DuplicateSubnetsInSameZone"),
        (format!("&AddSubnetId.1={a2}"), "DuplicateSubnetsInSameZone"),
        (format!("&RemoveSubnetId.1={c}"), "InvalidParameter"),
        ("&AddSubnetId.1=subnet-12345678".to_owned(), "InvalidSubnetID.NotFound"),
        (format!("&RemoveSecurityGroupId.1={group}"), "InvalidParameter"),
        ("&AddSecurityGroupId.1=sg-12345678".to_owned(), "InvalidGroup.NotFound"),
        ("&AddRouteTableId.1=rtb-12345678".to_owned(), "InvalidParameter"),
        ("&PrivateDnsEnabled=true".to_owned(), "InvalidParameter"),
        ("&IpAddressType=ipv6".to_owned(), "UnsupportedOperation"),
        (
            format!("&SubnetConfiguration.1.SubnetId={a}&SubnetConfiguration.1.Ipv4=10.0.1.9"),
            "InvalidParameter",
        ),
    ] {
        let error = lab.fails("ModifyVpcEndpoint", &format!("VpcEndpointId={id}{more}"));
        assert_eq!(error.code, code, "{more}");
    }
    // A subnet of the zone that is left in the same call may come.
    lab.ok("ModifyVpcEndpoint", &format!("VpcEndpointId={id}&AddSubnetId.1={a2}&RemoveSubnetId.1={a}"));
    let read = lab.ok("DescribeVpcEndpoints", "");
    assert_eq!(read.each("vpcEndpointSet.0.subnetIdSet", ""), [a2]);
}
