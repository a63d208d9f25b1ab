//! Making, reading and deleting endpoints.

use crate::support::{ACCOUNT, Lab, REGION, SERVICE_NAME};

const DEFAULT_POLICY: &str = "{\n  \"Statement\": [\n    {\n      \"Action\": \"*\", \n      \"Effect\": \"Allow\", \n      \"Principal\": \"*\", \n      \"Resource\": \"*\"\n    }\n  ]\n}";

fn create(vpc: &str) -> String {
    format!("VpcEndpointType=Interface&VpcId={vpc}&ServiceName={SERVICE_NAME}")
}

#[test]
fn an_endpoint_in_two_zones_is_whole_at_once() {
    let mut lab = Lab::new();
    let vpc = lab.vpc_with_dns();
    let a = lab.subnet(&vpc, "10.0.1.0/24", 'a');
    let c = lab.subnet(&vpc, "10.0.2.0/24", 'c');
    let group = lab.group(&vpc, "endpoint");
    let made = lab.ok(
        "CreateVpcEndpoint",
        &format!("{}&SubnetId.1={a}&SubnetId.2={c}&SecurityGroupId.1={group}&ClientToken=t&DnsOptions.DnsRecordIpType=ipv4&IpAddressType=ipv4&TagSpecification.1.ResourceType=vpc-endpoint&TagSpecification.1.Tag.1.Key=Name&TagSpecification.1.Tag.1.Value=e", create(&vpc)),
    );
    let id = made.text("vpcEndpoint.vpcEndpointId");
    for (path, expected) in [
        ("vpcEndpointType", "Interface"),
        ("vpcId", vpc.as_str()),
        ("serviceName", SERVICE_NAME),
        ("state", "pending"),
        ("policyDocument", DEFAULT_POLICY),
        ("ipAddressType", "ipv4"),
        ("dnsOptions.dnsRecordIpType", "ipv4"),
        ("privateDnsEnabled", "true"),
        ("requesterManaged", "false"),
        ("ownerId", ACCOUNT),
        ("groupSet.0.groupId", group.as_str()),
        ("groupSet.0.groupName", "endpoint"),
        ("tagSet.0.value", "e"),
    ] {
        assert_eq!(made.text(&format!("vpcEndpoint.{path}")), expected, "{path}");
    }
    assert_eq!(made.text("clientToken"), "t");
    assert_eq!(made.count("vpcEndpoint.routeTableIdSet"), 0);
    assert_eq!(made.each("vpcEndpoint.subnetIdSet", ""), [a.clone(), c.clone()]);
    let names = made.each("vpcEndpoint.dnsEntrySet", "dnsName");
    let (suffix, _) = names[0]
        .strip_prefix(&format!("{id}-"))
        .and_then(|rest| rest.split_once('.'))
        .expect("regional first");
    assert_eq!(suffix.len(), 8);
    assert_eq!(
        names,
        [
            format!("{id}-{suffix}.execute-api.{REGION}.vpce.amazonaws.com"),
            format!("{id}-{suffix}-{REGION}a.execute-api.{REGION}.vpce.amazonaws.com"),
            format!("{id}-{suffix}-{REGION}c.execute-api.{REGION}.vpce.amazonaws.com"),
            format!("execute-api.{REGION}.amazonaws.com"),
            format!("*.execute-api.{REGION}.amazonaws.com"),
        ]
    );
    lab.settle();
    let read = lab.ok("DescribeVpcEndpoints", &format!("VpcEndpointId.1={id}"));
    assert_eq!(read.text("vpcEndpointSet.0.state"), "available");
    assert_eq!(read.each("vpcEndpointSet.0.dnsEntrySet", "dnsName"), names);

    let interfaces = read.each("vpcEndpointSet.0.networkInterfaceIdSet", "");
    assert_eq!(interfaces.len(), 2);
    let list = lab.ok("DescribeNetworkInterfaces", &format!("NetworkInterfaceId.1={}", interfaces[0]));
    for (path, expected) in [
        ("interfaceType", "vpc_endpoint".to_owned()),
        ("description", format!("VPC Endpoint Interface {id}")),
        ("privateIpAddress", "10.0.1.4".to_owned()),
        ("privateIpAddressesSet.0.privateIpAddress", "10.0.1.4".to_owned()),
        ("subnetId", a),
        ("requesterManaged", "true".to_owned()),
        ("status", "in-use".to_owned()),
        ("groupSet.0.groupId", group.clone()),
        ("attachment.status", "attached".to_owned()),
        ("attachment.instanceOwnerId", "amazon-aws".to_owned()),
    ] {
        assert_eq!(list.text(&format!("networkInterfaceSet.0.{path}")), expected, "{path}");
    }
    for (name, value, count) in [
        ("group-id", group.as_str(), 2),
        ("subnet-id", c.as_str(), 1),
        ("addresses.private-ip-address", "10.0.2.4", 1),
        ("interface-type", "vpc_endpoint", 2),
        ("interface-type", "lambda", 0),
        ("attachment.instance-id", "*", 0),
    ] {
        let list =
            lab.ok("DescribeNetworkInterfaces", &format!("Filter.1.Name={name}&Filter.1.Value.1={value}"));
        assert_eq!(list.count("networkInterfaceSet"), count, "{name}={value}");
    }
}

#[test]
fn an_endpoint_without_subnets_has_no_names() {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    let made = lab.ok("CreateVpcEndpoint", &format!("{}&PrivateDnsEnabled=false", create(&vpc)));
    for list in ["subnetIdSet", "networkInterfaceIdSet", "dnsEntrySet", "tagSet"] {
        assert_eq!(made.count(&format!("vpcEndpoint.{list}")), 0, "{list}");
    }
    assert_eq!(made.text("vpcEndpoint.groupSet.0.groupName"), "default");
    assert_eq!(made.text("vpcEndpoint.privateDnsEnabled"), "false");
    assert_eq!(made.text("vpcEndpoint.dnsOptions.dnsRecordIpType"), "ipv4");
    assert_eq!(made.maybe("clientToken"), None);
}

#[test]
fn the_wrong_service_or_type_is_refused() {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    lab.refused(
        "CreateVpcEndpoint",
        &format!("VpcId={vpc}&ServiceName={SERVICE_NAME}"),
        "InvalidParameter",
        "Endpoint type (Gateway) does not match available service types ([Interface]).",
    );
    lab.refused(
        "CreateVpcEndpoint",
        &format!("VpcId={vpc}&VpcEndpointType=GatewayLoadBalancer&ServiceName={SERVICE_NAME}"),
        "InvalidParameter",
        "Endpoint type (GatewayLoadBalancer) does not match available service types ([Interface]).",
    );
    for service in ["com.amazonaws.ap-northeast-1.s3", "com.amazonaws.us-east-1.execute-api", "x"] {
        lab.refused(
            "CreateVpcEndpoint",
            &format!("VpcId={vpc}&VpcEndpointType=Interface&ServiceName={service}"),
            "InvalidServiceName",
            &format!("The Vpc Endpoint Service '{service}' does not exist"),
        );
    }
    for (more, code) in [
        ("&RouteTableId.1=rtb-12345678", "InvalidParameter"),
        ("&IpAddressType=dualstack", "UnsupportedOperation"),
        ("&DnsOptions.DnsRecordIpType=ipv6", "UnsupportedOperation"),
        ("&DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint=true", "InvalidParameter"),
        ("&DnsOptions.PrivateDnsSpecifiedDomain.1=x", "InvalidParameter"),
        ("&ServiceRegion=us-east-1", "UnsupportedOperation"),
        ("&PolicyDocument={}", "InvalidPolicyDocument"),
        ("&SubnetId.1=subnet-12345678", "InvalidSubnetID.NotFound"),
        ("&SecurityGroupId.1=sg-12345678", "InvalidGroup.NotFound"),
    ] {
        assert_eq!(lab.fails("CreateVpcEndpoint", &format!("{}{more}", create(&vpc))).code, code, "{more}");
    }
    lab.ok("CreateVpcEndpoint", &format!("{}&PrivateDnsEnabled=false&ServiceRegion={REGION}", create(&vpc)));
}

#[test]
fn private_dns_is_on_unless_switched_off() {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    let requires = format!(
        "Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true for {vpc}"
    );
    lab.refused("CreateVpcEndpoint", &create(&vpc), "InvalidParameter", &requires);
    lab.refused(
        "CreateVpcEndpoint",
        &format!("{}&PrivateDnsEnabled=true", create(&vpc)),
        "InvalidParameter",
        &requires,
    );
    lab.ok("ModifyVpcAttribute", &format!("VpcId={vpc}&EnableDnsHostnames.Value=true"));
    let first = lab.ok("CreateVpcEndpoint", &create(&vpc));
    assert_eq!(first.text("vpcEndpoint.privateDnsEnabled"), "true");
    let conflict = format!(
        "private-dns-enabled cannot be set because there is already a conflicting DNS domain for \
         execute-api.{REGION}.amazonaws.com in the VPC {vpc}"
    );
    lab.refused("CreateVpcEndpoint", &create(&vpc), "InvalidParameter", &conflict);
    let second = lab.endpoint(&vpc, "");
    lab.refused(
        "ModifyVpcEndpoint",
        &format!("VpcEndpointId={second}&PrivateDnsEnabled=true"),
        "InvalidParameter",
        &conflict,
    );
    lab.ok(
        "ModifyVpcEndpoint",
        &format!("VpcEndpointId={}&PrivateDnsEnabled=false", first.text("vpcEndpoint.vpcEndpointId")),
    );
    lab.ok("ModifyVpcEndpoint", &format!("VpcEndpointId={second}&PrivateDnsEnabled=true"));
    lab.ok("ModifyVpcEndpoint", &format!("VpcEndpointId={second}&PrivateDnsEnabled=true"));
    let elsewhere = lab.vpc_with_dns();
    lab.ok("CreateVpcEndpoint", &create(&elsewhere));
}

#[test]
fn subnets_and_groups_must_fit() {
    let mut lab = Lab::new();
    let (vpc, other) = (lab.vpc(), lab.vpc());
    let a = lab.subnet(&vpc, "10.0.1.0/24", 'a');
    let a2 = lab.subnet(&vpc, "10.0.2.0/24", 'a');
    let stranger = lab.subnet(&other, "10.0.1.0/24", 'a');
    let strangers = lab.group(&other, "x");
    let create = format!("{}&PrivateDnsEnabled=false", create(&vpc));
    for pair in [(&a, &a2), (&a, &a)] {
        lab.refused(
            "CreateVpcEndpoint",
            &format!("{create}&SubnetId.1={}&SubnetId.2={}", pair.0, pair.1),
            "DuplicateSubnetsInSameZone",
            &format!(
                "Found another VPC endpoint subnet in the availability zone of {}. VPC endpoint subnets should be in different \
                 availability zones supported by the VPC endpoint service.",
                pair.1
            ),
        );
    }
    assert_eq!(
        lab.fails("CreateVpcEndpoint", &format!("{create}&SubnetId.1={stranger}")).code,
        "InvalidParameter"
    );
    lab.refused(
        "CreateVpcEndpoint",
        &format!("{create}&SubnetId.1={a}&SecurityGroupId.1={strangers}"),
        "InvalidParameter",
        &format!("Security group {strangers} and subnet {a} belong to different networks."),
    );
    let groups: Vec<String> = (1..=6).map(|index| lab.group(&vpc, &format!("g{index}"))).collect();
    let given: String =
        groups.iter().enumerate().map(|(index, id)| format!("&SecurityGroupId.{}={id}", index + 1)).collect();
    assert_eq!(
        lab.fails("CreateVpcEndpoint", &format!("{create}{given}")).code,
        "SecurityGroupsPerInterfaceLimitExceeded"
    );
}

#[test]
fn addresses_may_be_chosen() {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    let a = lab.subnet(&vpc, "10.0.1.0/28", 'a');
    let c = lab.subnet(&vpc, "10.0.2.0/28", 'c');
    let create = format!("{}&PrivateDnsEnabled=false&SubnetId.1={a}", create(&vpc));
    let with = |subnet: &str, address: &str| {
        format!("{create}&SubnetConfiguration.1.SubnetId={subnet}&SubnetConfiguration.1.Ipv4={address}")
    };
    for (parameters, code) in [
        (with(&a, "10.0.1.3"), "InvalidParameterValue"),
        (with(&a, "10.0.1.15"), "InvalidParameterValue"),
        (with(&a, "10.0.2.5"), "InvalidParameterValue"),
        (with(&a, "x"), "InvalidParameterValue"),
        (with(&c, "10.0.2.5"), "InvalidParameter"),
        (format!("{create}&SubnetConfiguration.1.SubnetId={a}"), "MissingParameter"),
        (format!("{}&SubnetConfiguration.1.Ipv6=fd00::1", with(&a, "10.0.1.5")), "UnsupportedOperation"),
        (
            format!(
                "{}&SubnetConfiguration.2.SubnetId={a}&SubnetConfiguration.2.Ipv4=10.0.1.6",
                with(&a, "10.0.1.5")
            ),
            "InvalidParameter",
        ),
    ] {
        assert_eq!(lab.fails("CreateVpcEndpoint", &parameters).code, code, "{parameters}");
    }
    lab.ok("CreateVpcEndpoint", &with(&a, "10.0.1.5"));
    lab.refused(
        "CreateVpcEndpoint",
        &with(&a, "10.0.1.5"),
        "InvalidIPAddress.InUse",
        "Address 10.0.1.5 is in use.",
    );
    for _ in 0..10 {
        lab.ok("CreateVpcEndpoint", &create);
    }
    let mut addresses =
        lab.ok("DescribeNetworkInterfaces", "").each("networkInterfaceSet", "privateIpAddress");
    addresses.sort_by_key(|address| address.parse::<std::net::Ipv4Addr>().expect("an address"));
    let expected: Vec<String> = (4..15).map(|host| format!("10.0.1.{host}")).collect();
    assert_eq!(addresses, expected);
    assert_eq!(lab.fails("CreateVpcEndpoint", &create).code, "InsufficientFreeAddressesInSubnet");
    assert_eq!(
        lab.ok("DescribeSubnets", &format!("SubnetId.1={a}")).text("subnetSet.0.availableIpAddressCount"),
        "0"
    );
}

#[test]
fn policies_are_read_before_they_are_kept() {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    let create = |policy: &str| -> Vec<(String, String)> {
        [
            ("VpcEndpointType", "Interface"),
            ("VpcId", vpc.as_str()),
            ("ServiceName", SERVICE_NAME),
            ("PrivateDnsEnabled", "false"),
            ("PolicyDocument", policy),
        ]
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
    };
    let mut call = |policy: &str| {
        let pairs = create(policy);
        let pairs: Vec<(&str, &str)> =
            pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        lab.call_with("CreateVpcEndpoint", &pairs)
    };
    let good = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"*"}]}"#;
    assert_eq!(call(good).expect("a policy").text("vpcEndpoint.policyDocument"), good);
    for bad in [
        "not json",
        "[]",
        r#"{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#,
        r#"{"Statement":[{"Effect":"allow","Principal":"*","Action":"*","Resource":"*"}]}"#,
        &format!("{}{good}", " ".repeat(20_480)),
    ] {
        let error = call(bad).expect_err(bad);
        assert_eq!(error.code, "InvalidPolicyDocument", "{bad}");
        assert!(error.message.starts_with("The Policy Document is not valid. "), "{error}");
    }
    let error = call("{\"Statement\": x}").expect_err("syntax");
    assert_eq!(error.message, "The Policy Document is not valid. Syntax error at position (1,15)");
}

#[test]
fn a_client_token_repeats_an_endpoint() {
    let mut lab = Lab::new();
    let vpc = lab.vpc_with_dns();
    let create = format!("{}&ClientToken=terraform-1", create(&vpc));
    let first = lab.ok("CreateVpcEndpoint", &create);
    let again = lab.ok("CreateVpcEndpoint", &create);
    assert!(!again.changed);
    assert_eq!(first.text("vpcEndpoint.vpcEndpointId"), again.text("vpcEndpoint.vpcEndpointId"));
    assert_eq!(
        lab.fails("CreateVpcEndpoint", &format!("{create}&PrivateDnsEnabled=false")).code,
        "IdempotentParameterMismatch"
    );
    assert_eq!(
        lab.fails("CreateVpcEndpoint", &format!("{create}{}", "x".repeat(64))).code,
        "InvalidParameterValue"
    );
}

#[test]
fn deleting_takes_what_is_there_and_lists_the_rest() {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    let subnet = lab.subnet(&vpc, "10.0.1.0/24", 'a');
    let id = lab.endpoint(&vpc, &format!("&SubnetId.1={subnet}"));
    let gone = lab.ok("DeleteVpcEndpoints", &format!("VpcEndpointId.1={id}&VpcEndpointId.2=vpce-12345678"));
    assert_eq!(gone.count("unsuccessful"), 1);
    assert_eq!(gone.text("unsuccessful.0.resourceId"), "vpce-12345678");
    assert_eq!(gone.text("unsuccessful.0.error.code"), "InvalidVpcEndpoint.NotFound");
    assert_eq!(
        gone.text("unsuccessful.0.error.message"),
        "The Vpc Endpoint Id 'vpce-12345678' does not exist"
    );
    let read = lab.ok("DescribeVpcEndpoints", &format!("VpcEndpointId.1={id}"));
    assert_eq!(read.text("vpcEndpointSet.0.state"), "deleting");
    assert_eq!(read.count("vpcEndpointSet.0.networkInterfaceIdSet"), 1);
    assert_eq!(lab.ok("DescribeNetworkInterfaces", "").count("networkInterfaceSet"), 1);
    assert_eq!(lab.ok("DeleteVpcEndpoints", &format!("VpcEndpointId.1={id}")).count("unsuccessful"), 0);
    assert_eq!(lab.fails("ModifyVpcEndpoint", &format!("VpcEndpointId={id}")).code, "IncorrectState");
    lab.settle();
    assert_eq!(lab.ok("DescribeNetworkInterfaces", "").count("networkInterfaceSet"), 0);
    assert_eq!(
        lab.fails("DescribeVpcEndpoints", &format!("VpcEndpointId.1={id}")).code,
        "InvalidVpcEndpointId.NotFound"
    );
}

#[test]
fn the_service_is_listed() {
    let mut lab = Lab::new();
    for parameters in [
        String::new(),
        format!("ServiceName.1={SERVICE_NAME}"),
        "Filter.1.Name=service-type&Filter.1.Value.1=Interface".to_owned(),
        format!("ServiceRegion.1={REGION}"),
    ] {
        let list = lab.ok("DescribeVpcEndpointServices", &parameters);
        assert_eq!(list.each("serviceNameSet", ""), [SERVICE_NAME]);
        for (path, expected) in [
            ("serviceName", SERVICE_NAME),
            ("serviceType.0.serviceType", "Interface"),
            ("owner", "amazon"),
            ("availabilityZoneSet.0", "ap-northeast-1a"),
            ("baseEndpointDnsNameSet.0", "execute-api.ap-northeast-1.vpce.amazonaws.com"),
            ("privateDnsNameSet.1.privateDnsName", "*.execute-api.ap-northeast-1.amazonaws.com"),
            ("vpcEndpointPolicySupported", "true"),
            ("acceptanceRequired", "false"),
        ] {
            assert_eq!(list.text(&format!("serviceDetailSet.0.{path}")), expected, "{path}");
        }
        assert_eq!(list.text("serviceDetailSet.0.serviceId").len(), "vpce-svc-".len() + 17);
    }
    for parameters in ["Filter.1.Name=service-name&Filter.1.Value.1=x", "ServiceRegion.1=us-east-1"] {
        let none = lab.ok("DescribeVpcEndpointServices", parameters);
        assert_eq!((none.count("serviceNameSet"), none.count("serviceDetailSet")), (0, 0));
    }
}
