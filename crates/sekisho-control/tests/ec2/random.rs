//! Random calls: none may panic, a failed one changes nothing, and the world stays sound.

use std::collections::BTreeSet;

use proptest::prelude::*;
use sekisho_core::{
    World,
    vpc::{AttachmentState, Lifecycle, Peer},
};

use crate::support::{Lab, SERVICE_NAME};

/// What must hold of any world.
fn check(world: &World) {
    let subnets: Vec<_> = world.subnets.values().collect();
    for (index, subnet) in subnets.iter().enumerate() {
        let vpc = world.vpcs.get(&subnet.vpc_id).expect("a subnet's VPC");
        assert!(vpc.cidr_block.contains(&subnet.cidr_block));
        for other in subnets.iter().skip(index + 1).filter(|other| other.vpc_id == subnet.vpc_id) {
            assert!(
                !subnet.cidr_block.contains(&other.cidr_block)
                    && !other.cidr_block.contains(&subnet.cidr_block)
            );
        }
        let tables = world.route_tables.values().flat_map(|table| &table.associations);
        assert!(tables.filter(|link| link.subnet_id.as_ref() == Some(&subnet.id)).count() <= 1);
        let acls = world.network_acls.values().flat_map(|acl| &acl.associations);
        assert_eq!(acls.filter(|link| link.subnet_id == subnet.id).count(), 1);
    }
    for vpc in world.vpcs.values() {
        assert!(world.dhcp_options.contains_key(&vpc.dhcp_options_id));
        let here = |id: &sekisho_core::id::VpcId| *id == vpc.id;
        assert_eq!(
            world.route_tables.values().filter(|table| here(&table.vpc_id) && table.is_main()).count(),
            1
        );
        assert_eq!(
            world
                .security_groups
                .values()
                .filter(|group| here(&group.vpc_id) && group.name == "default")
                .count(),
            1
        );
        assert!(world.vpc_endpoints_of(&vpc.id).filter(|endpoint| endpoint.private_dns_enabled).count() <= 1);
        let attached = world.vpn_gateways.values().flat_map(|gateway| &gateway.attachments);
        assert!(
            attached.filter(|link| here(&link.vpc_id) && link.state != AttachmentState::Detached).count()
                <= 1
        );
    }
    check_routing(world);
    check_groups(world);
    check_endpoints(world);
}

fn check_routing(world: &World) {
    for table in world.route_tables.values() {
        assert!(world.vpcs.contains_key(&table.vpc_id));
        for link in table.associations.iter().filter_map(|link| link.subnet_id.as_ref()) {
            assert_eq!(world.subnets.get(link).expect("a link's subnet").vpc_id, table.vpc_id);
        }
        for gateway in &table.propagating_gateways {
            assert!(world.vpn_gateways.contains_key(gateway));
        }
        let destinations: BTreeSet<_> = table.routes.iter().map(|route| route.destination).collect();
        assert_eq!(destinations.len(), table.routes.len());
    }
    for gateway in world.vpn_gateways.values() {
        let live: Vec<_> =
            gateway.attachments.iter().filter(|link| link.state != AttachmentState::Detached).collect();
        assert!(live.len() <= 1);
        assert!(live.iter().all(|link| world.vpcs.contains_key(&link.vpc_id)));
        assert!(live.is_empty() || matches!(gateway.state, Lifecycle::Pending | Lifecycle::Available));
    }
}

fn check_groups(world: &World) {
    for group in world.security_groups.values() {
        assert!(world.vpcs.contains_key(&group.vpc_id));
        let mut seen = Vec::new();
        for rule in &group.rules {
            if let Peer::Group(id) = &rule.peer {
                assert_eq!(world.security_groups.get(id).expect("a rule's group").vpc_id, group.vpc_id);
            }
            let key = (rule.is_egress, rule.protocol, rule.peer.clone());
            assert!(!seen.contains(&key));
            seen.push(key);
        }
    }
}

fn check_endpoints(world: &World) {
    let mut addresses = BTreeSet::new();
    for interface in world.network_interfaces.values() {
        let subnet = world.subnets.get(&interface.subnet_id).expect("an interface's subnet");
        assert!(subnet.cidr_block.contains(&interface.private_ip_address));
        assert!(
            addresses.insert((subnet.id.clone(), interface.private_ip_address)),
            "an address is given once"
        );
        let endpoint = world.vpc_endpoints.get(&interface.vpc_endpoint_id).expect("an interface's endpoint");
        assert!(endpoint.network_interface_ids.contains(&interface.id));
        assert_eq!(interface.groups, endpoint.group_ids);
    }
    for endpoint in world.vpc_endpoints.values() {
        assert!(world.vpcs.contains_key(&endpoint.vpc_id));
        assert_eq!(endpoint.subnet_ids.len(), endpoint.network_interface_ids.len());
        let mut zones = BTreeSet::new();
        for (subnet, interface) in endpoint.subnet_ids.iter().zip(&endpoint.network_interface_ids) {
            let interface = world.network_interfaces.get(interface).expect("an endpoint's interface");
            assert_eq!(interface.subnet_id, *subnet);
            assert!(zones.insert(interface.availability_zone.clone()));
        }
        assert!(!endpoint.group_ids.is_empty());
        for group in &endpoint.group_ids {
            assert_eq!(
                world.security_groups.get(group).expect("an endpoint's group").vpc_id,
                endpoint.vpc_id
            );
        }
    }
}

/// One random step: an operation, and numbers that pick its parameters.
type Step = (u8, [u8; 5]);

fn pick<T: ToString>(mut all: impl Iterator<Item = T>, number: u8, absent: &str) -> String {
    let ids: Vec<T> = all.by_ref().collect();
    // One number in sixteen names something that is not there.
    if ids.is_empty() || number % 16 == 15 {
        absent.to_owned()
    } else {
        ids[usize::from(number) % ids.len()].to_string()
    }
}

#[expect(clippy::too_many_lines, reason = "one table of calls")]
fn step(lab: &mut Lab, (operation, [a, b, c, d, e]): Step) {
    let world = lab.world.clone();
    let vpc = pick(world.vpcs.keys(), a, "vpc-12345678");
    let subnet = pick(world.subnets.keys(), b, "subnet-12345678");
    let subnet2 = pick(world.subnets.keys(), c, "subnet-12345678");
    let group = pick(world.security_groups.keys(), d, "sg-12345678");
    let group2 = pick(world.security_groups.keys(), e, "sg-1");
    let table = pick(world.route_tables.keys(), b, "rtb-12345678");
    let gateway = pick(world.vpn_gateways.keys(), c, "vgw-12345678");
    let endpoint = pick(world.vpc_endpoints.keys(), a, "vpce-12345678");
    let link = pick(
        world.route_tables.values().flat_map(|table| table.associations.iter().map(|link| link.id.clone())),
        d,
        "rtbassoc-12345678",
    );
    let flag = e % 2 == 0;
    let call = match operation % 28 {
        0 => ("CreateVpc", format!("CidrBlock=10.{}.0.0/{}", a % 4, 14 + b % 8)),
        1 | 2 => ("CreateSubnet", {
            // Mostly inside its VPC, whose second number is the block's.
            let second = world.vpcs.get(vpc.as_str()).map_or(9, |vpc| vpc.cidr_block.network().octets()[1]);
            format!("VpcId={vpc}&CidrBlock=10.{second}.{}.0/{}", c % 8, 20 + d % 10)
        }),
        3 => ("CreateSecurityGroup", format!("VpcId={vpc}&GroupName=g{}&GroupDescription=d", b % 4)),
        4 => ("CreateVpnGateway", "Type=ipsec.1".to_owned()),
        5 => ("CreateRouteTable", format!("VpcId={vpc}&ClientToken=t{}", b % 4)),
        6..=8 => (
            "CreateVpcEndpoint",
            format!(
                "VpcId={vpc}&VpcEndpointType=Interface&ServiceName={SERVICE_NAME}&SubnetId.1={subnet}&SubnetId.2={subnet2}&PrivateDnsEnabled={flag}"
            ),
        ),
        9 => (
            "CreateVpcEndpoint",
            format!(
                "VpcId={vpc}&VpcEndpointType=Interface&ServiceName={SERVICE_NAME}&SubnetId.1={subnet}&SecurityGroupId.1={group}&PrivateDnsEnabled=false&ClientToken=t{}",
                e % 3
            ),
        ),
        10 => ("ModifyVpcEndpoint", format!("VpcEndpointId={endpoint}&AddSubnetId.1={subnet}")),
        11 => (
            "ModifyVpcEndpoint",
            format!("VpcEndpointId={endpoint}&RemoveSubnetId.1={subnet}&AddSubnetId.1={subnet2}"),
        ),
        12 => (
            "ModifyVpcEndpoint",
            format!("VpcEndpointId={endpoint}&AddSecurityGroupId.1={group}&RemoveSecurityGroupId.1={group2}"),
        ),
        13 => ("ModifyVpcEndpoint", format!("VpcEndpointId={endpoint}&PrivateDnsEnabled={flag}")),
        14 => ("DeleteVpcEndpoints", format!("VpcEndpointId.1={endpoint}")),
        15 => ("DeleteSubnet", format!("SubnetId={subnet}")),
        16 => ("DeleteSecurityGroup", format!("GroupId={group}")),
        17 => ("DeleteVpc", format!("VpcId={vpc}")),
        18 => ("AssociateRouteTable", format!("RouteTableId={table}&SubnetId={subnet2}")),
        19 => ("ReplaceRouteTableAssociation", format!("AssociationId={link}&RouteTableId={table}")),
        20 => ("DisassociateRouteTable", format!("AssociationId={link}")),
        21 => ("DeleteRouteTable", format!("RouteTableId={table}")),
        22 => ("AttachVpnGateway", format!("VpcId={vpc}&VpnGatewayId={gateway}")),
        23 => ("DetachVpnGateway", format!("VpcId={vpc}&VpnGatewayId={gateway}")),
        24 => (
            "CreateRoute",
            format!(
                "RouteTableId={table}&DestinationCidrBlock=10.{}.0.0/{}&GatewayId={gateway}",
                d % 8,
                e % 34
            ),
        ),
        25 => ("EnableVgwRoutePropagation", format!("RouteTableId={table}&GatewayId={gateway}")),
        26 => (
            "AuthorizeSecurityGroupIngress",
            format!(
                "GroupId={group}&IpPermissions.1.IpProtocol=-1&IpPermissions.1.Groups.1.GroupId={group2}"
            ),
        ),
        _ if flag => ("DeleteVpnGateway", format!("VpnGatewayId={gateway}")),
        _ => ("ModifyVpcAttribute", format!("VpcId={vpc}&EnableDnsHostnames.Value=true")),
    };
    let before = lab.world.clone();
    let outcome = lab.call(call.0, &call.1);
    if outcome.is_err() {
        assert!(lab.world == before);
    }
    if a % 4 == 0 {
        lab.settle();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_world_stays_sound(steps in prop::collection::vec(any::<Step>(), 1..120)) {
        let mut lab = Lab::new();
        let vpc = lab.vpc_with_dns();
        lab.subnet(&vpc, "10.0.1.0/24", 'a');
        lab.subnet(&vpc, "10.0.2.0/24", 'c');
        for one in steps {
            step(&mut lab, one);
            check(&lab.world);
        }
    }

    #[test]
    fn no_text_is_a_panic(text in ".{0,40}", number in any::<i32>()) {
        let mut lab = Lab::new();
        let vpc = lab.vpc();
        let number = number.to_string();
        for (operation, pairs) in [
            ("CreateVpc", vec![("CidrBlock", text.as_str())]),
            ("DescribeVpcs", vec![("VpcId.1", text.as_str())]),
            ("DescribeVpcs", vec![("Filter.1.Name", "cidr"), ("Filter.1.Value.1", text.as_str())]),
            ("DescribeVpcs", vec![("Filter.1.Name", text.as_str()), ("Filter.1.Value.1", "x")]),
            ("DescribeVpcs", vec![("NextToken", text.as_str()), ("MaxResults", number.as_str())]),
            ("CreateTags", vec![("ResourceId.1", text.as_str()), ("Tag.1.Key", text.as_str())]),
            ("CreateTags", vec![("ResourceId.1", vpc.as_str()), ("Tag.1.Key", text.as_str()), ("Tag.1.Value", text.as_str())]),
            ("CreateSecurityGroup", vec![("VpcId", vpc.as_str()), ("GroupName", text.as_str()), ("GroupDescription", text.as_str())]),
            ("CreateVpcEndpoint", vec![("VpcId", vpc.as_str()), ("VpcEndpointType", "Interface"), ("ServiceName", SERVICE_NAME), ("PrivateDnsEnabled", "false"), ("PolicyDocument", text.as_str())]),
            ("AuthorizeSecurityGroupIngress", vec![("GroupId", "sg-12345678"), ("IpProtocol", text.as_str()), ("FromPort", number.as_str()), ("ToPort", number.as_str()), ("CidrIp", text.as_str())]),
            ("CreateRoute", vec![("RouteTableId", "rtb-12345678"), ("DestinationCidrBlock", text.as_str()), ("GatewayId", text.as_str())]),
        ] {
            let _ = lab.call_with(operation, &pairs);
        }
        check(&lab.world);
    }
}
