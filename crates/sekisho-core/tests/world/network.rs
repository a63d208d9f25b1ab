//! The network planner: the reference topology exactly, then one thing bent at a time.

use std::collections::BTreeMap;

use proptest::prelude::*;
use sekisho_core::{
    EntityKey, World,
    lab::{HostPlace, RouterKind},
    plan::network::{
        DesiredHop, DesiredInterface, DesiredNetwork, DesiredPeer, DesiredRule, DesiredSecurityGroup,
        DesiredSite, DesiredSource, DesiredSubnet, DesiredTransit, DesiredVpc, DesiredWorkload, plan,
        resolver_address,
    },
    vpc::{AttachmentState, Lifecycle, Peer, Protocol, VpcAttachment},
};

use crate::{
    reference::{
        self, address, bent, endpoint, gateway, group, host, interface, net, rule, session, subnet, table,
        to_gateway, virtual_interface, vpc, with, without,
    },
    strategy::{config, world},
};

fn to_vgw() -> DesiredHop {
    DesiredHop::Gateway("vgw-1".into())
}

/// The routes of a subnet of `vpc-1`, printed.
fn routes(world: &World, subnet: &str) -> Vec<String> {
    let network = plan(world);
    network.vpcs["vpc-1"].subnets[subnet]
        .routes
        .iter()
        .map(|(net, hop)| match hop {
            DesiredHop::Blackhole => format!("{net} blackhole"),
            DesiredHop::Gateway(id) => format!("{net} {id}"),
        })
        .collect()
}

fn expected_peer() -> DesiredPeer {
    DesiredPeer {
        amazon_address: net("169.254.10.1/30"),
        customer_address: net("169.254.10.2/30"),
        customer_asn: 65_000,
        auth_key: "secret".into(),
        prefixes_max: 100,
    }
}

fn expected_vpc() -> DesiredVpc {
    let subnet = |cidr: &str, router: &str| DesiredSubnet {
        cidr_block: net(cidr),
        router: address(router),
        routes: BTreeMap::from([(net("192.168.10.0/24"), to_vgw())]),
    };
    let interface = |at: &str, subnet: &str| DesiredInterface {
        address: address(at),
        subnet: subnet.into(),
        security_groups: vec!["sg-443".into()],
        endpoint: "vpce-1".into(),
    };
    let https = Protocol::Tcp { from: 443, to: 443 };
    let group = DesiredSecurityGroup {
        members: vec![address("10.0.1.10"), address("10.0.2.10")],
        ingress: vec![
            DesiredRule { protocol: https, source: DesiredSource::Cidr(net("192.168.10.0/24")) },
            DesiredRule { protocol: Protocol::All, source: DesiredSource::Group("sg-443".into()) },
        ],
    };
    let workload = DesiredWorkload {
        address: address("10.0.1.20"),
        subnet: "subnet-a".into(),
        resolver: address("10.0.0.2"),
    };
    DesiredVpc {
        cidr_block: net("10.0.0.0/16"),
        resolver: Some(address("10.0.0.2")),
        gateway: Some("vgw-1".into()),
        subnets: BTreeMap::from([
            ("subnet-a".into(), subnet("10.0.1.0/24", "10.0.1.1")),
            ("subnet-b".into(), subnet("10.0.2.0/24", "10.0.2.1")),
        ]),
        interfaces: BTreeMap::from([
            ("eni-a".into(), interface("10.0.1.10", "subnet-a")),
            ("eni-b".into(), interface("10.0.2.10", "subnet-b")),
        ]),
        security_groups: BTreeMap::from([("sg-443".into(), group)]),
        workloads: BTreeMap::from([("worker".into(), workload)]),
    }
}

#[test]
fn the_reference_topology() {
    let transit = DesiredTransit {
        gateway: "vgw-1".into(),
        vpcs: vec!["vpc-1".into()],
        vlan: 101,
        mtu: 1500,
        amazon_asn: 64_512,
        peers: BTreeMap::from([("dxpeer-1".into(), expected_peer())]),
        advertise: vec![net("10.0.0.0/16")],
        learned: vec![net("192.168.10.0/24")],
    };
    let site = DesiredSite {
        virtual_interface: "dxvif-1".into(),
        cidr_block: net("192.168.10.0/24"),
        router_address: address("192.168.10.1"),
        router: RouterKind::BuiltIn,
        router_running: true,
        peer: Some(expected_peer()),
        amazon_asn: 64_512,
        announce: vec![net("192.168.10.0/24")],
        hosts: BTreeMap::from([("desk".into(), address("192.168.10.20"))]),
    };
    let expected = DesiredNetwork {
        vpcs: BTreeMap::from([("vpc-1".into(), expected_vpc())]),
        transits: BTreeMap::from([("dxvif-1".into(), transit)]),
        sites: BTreeMap::from([("onprem".into(), site)]),
    };
    assert_eq!(plan(&reference::world()), expected);
}

#[test]
fn an_empty_world_wants_nothing() {
    assert_eq!(plan(&World::default()), DesiredNetwork::default());
}

#[test]
fn without_propagation_there_is_no_way_back() {
    assert!(routes(&with([table("rtb-main", "vpc-1", &[None]).into()]), "subnet-a").is_empty());
}

#[test]
fn without_a_table_there_is_no_way_back_either() {
    assert!(routes(&without([EntityKey::RouteTable("rtb-main".into())]), "subnet-a").is_empty());
}

#[test]
fn a_detached_or_deleted_gateway_carries_nothing() {
    let world = reference::world();
    let main = bent(&world.route_tables["rtb-main"], |table| {
        table.routes = vec![to_gateway("172.16.0.0/12", "vgw-1")];
    });
    let world = world.apply(&[main.into()]);
    assert_eq!(routes(&world, "subnet-b"), ["172.16.0.0/12 vgw-1", "192.168.10.0/24 vgw-1"]);

    let attached = |state| vec![VpcAttachment { vpc_id: "vpc-1".into(), state }];
    let mut cases = Vec::new();
    for state in [AttachmentState::Detaching, AttachmentState::Detached] {
        cases.push((Lifecycle::Available, attached(state)));
    }
    for state in [Lifecycle::Deleting, Lifecycle::Deleted] {
        cases.push((state, attached(AttachmentState::Attached)));
    }
    cases.push((Lifecycle::Available, Vec::new()));
    cases.push((
        Lifecycle::Available,
        vec![VpcAttachment { vpc_id: "vpc-2".into(), ..attached(AttachmentState::Attached)[0].clone() }],
    ));
    for (state, attachments) in cases {
        let case = format!("{state:?} {attachments:?}");
        let mut detached = gateway("vgw-1", "vpc-1");
        (detached.state, detached.attachments) = (state, attachments);
        let world = world.apply(&[detached.into()]);
        assert_eq!(routes(&world, "subnet-b"), ["172.16.0.0/12 blackhole"], "{case}");
        let network = plan(&world);
        assert_eq!(network.vpcs["vpc-1"].gateway, None, "{case}");
        let transit = &network.transits["dxvif-1"];
        assert!(transit.vpcs.is_empty() && transit.advertise.is_empty(), "{case}");
    }
    let gone = world.apply(&[sekisho_core::Change::Delete(EntityKey::VpnGateway("vgw-1".into()))]);
    assert_eq!(routes(&gone, "subnet-b"), ["172.16.0.0/12 blackhole"]);
}

#[test]
fn an_attaching_gateway_is_already_wanted() {
    let mut attaching = gateway("vgw-1", "vpc-1");
    attaching.attachments[0].state = AttachmentState::Attaching;
    assert_eq!(plan(&with([attaching.into()])), plan(&reference::world()));
}

#[test]
fn without_dns_support_there_is_no_resolver() {
    let mut quiet = vpc("vpc-1", "10.0.0.0/16");
    quiet.enable_dns_support = false;
    let network = plan(&with([quiet.clone().into()]));
    assert_eq!(network.vpcs["vpc-1"].resolver, None);
    // A workload still asks there, as DHCP has told it.
    assert_eq!(network.vpcs["vpc-1"].workloads["worker"].resolver, address("10.0.0.2"));
    assert_eq!(resolver_address(&quiet), address("10.0.0.2"));
    let mut loud = quiet;
    (loud.enable_dns_support, loud.enable_dns_hostnames) = (true, false);
    assert_eq!(plan(&with([loud.into()])).vpcs["vpc-1"].resolver, Some(address("10.0.0.2")));
}

#[test]
fn a_dying_virtual_interface_has_no_transit_and_no_session() {
    for state in [Lifecycle::Deleting, Lifecycle::Deleted] {
        let mut dying = virtual_interface("dxvif-1", "vgw-1", "dxpeer-1");
        dying.state = state;
        let world = with([dying.into()]);
        let network = plan(&world);
        assert!(network.transits.is_empty(), "{state:?}");
        assert_eq!(network.sites["onprem"].peer, None, "{state:?}");
        assert!(routes(&world, "subnet-a").is_empty(), "{state:?}");
    }
    let network = plan(&without([EntityKey::VirtualInterface("dxvif-1".into())]));
    assert!(network.transits.is_empty() && network.sites["onprem"].peer.is_none());
}

#[test]
fn a_pending_virtual_interface_is_made_but_routes_nothing_yet() {
    let mut pending = virtual_interface("dxvif-1", "vgw-1", "dxpeer-1");
    pending.state = Lifecycle::Pending;
    let world = with([pending.into()]);
    let network = plan(&world);
    assert_eq!(network.transits["dxvif-1"].peers["dxpeer-1"], expected_peer());
    assert!(network.transits["dxvif-1"].learned.is_empty());
    assert!(routes(&world, "subnet-a").is_empty());
}

#[test]
fn a_session_that_is_down_takes_its_routes_along() {
    let mut down = session("dxpeer-1", "dxvif-1", &["192.168.10.0/24"]);
    down.established = false;
    assert!(routes(&with([down.into()]), "subnet-a").is_empty());
}

#[test]
fn each_transit_carries_what_it_learned_itself() {
    let world = with([
        virtual_interface("dxvif-2", "vgw-1", "dxpeer-2").into(),
        session("dxpeer-2", "dxvif-2", &["192.168.20.0/24", "192.168.10.0/24"]).into(),
    ]);
    let network = plan(&world);
    assert_eq!(network.transits["dxvif-1"].learned, [net("192.168.10.0/24")]);
    assert_eq!(network.transits["dxvif-2"].learned, [net("192.168.10.0/24"), net("192.168.20.0/24")]);
    assert_eq!(routes(&world, "subnet-a"), ["192.168.10.0/24 vgw-1", "192.168.20.0/24 vgw-1"]);
}

#[test]
fn what_is_learned_never_overrides_local() {
    let learned = ["10.0.0.0/16", "10.0.1.0/24", "10.0.1.10/32", "10.0.255.0/24"];
    assert!(routes(&with([session("dxpeer-1", "dxvif-1", &learned).into()]), "subnet-a").is_empty());
    // Wider prefixes may come in: local is more specific than they are.
    let learned = ["0.0.0.0/0", "10.0.0.0/8", "10.0.0.0/15", "10.1.0.0/24"];
    assert_eq!(
        routes(&with([session("dxpeer-1", "dxvif-1", &learned).into()]), "subnet-a"),
        ["0.0.0.0/0 vgw-1", "10.0.0.0/8 vgw-1", "10.0.0.0/15 vgw-1", "10.1.0.0/24 vgw-1"],
    );
}

#[test]
fn an_own_table_stands_before_the_main_one() {
    let mut own = table("rtb-0", "vpc-1", &[Some("subnet-b")]);
    own.routes = vec![to_gateway("172.16.0.0/12", "vgw-1")];
    let world = with([own.clone().into()]);
    assert_eq!(routes(&world, "subnet-a"), ["192.168.10.0/24 vgw-1"]);
    assert_eq!(routes(&world, "subnet-b"), ["172.16.0.0/12 vgw-1"]);
    // An own table without a route is still its own.
    own.routes.clear();
    assert!(routes(&with([own.into()]), "subnet-b").is_empty());
    // A table without associations serves nobody; one after the main table serves as well.
    let mut late = table("rtb-zzz", "vpc-1", &[]);
    late.routes = vec![to_gateway("172.16.0.0/12", "vgw-1")];
    assert_eq!(routes(&with([late.clone().into()]), "subnet-b"), ["192.168.10.0/24 vgw-1"]);
    late.associations = table("rtb-zzz", "vpc-1", &[Some("subnet-a"), Some("subnet-b")]).associations;
    assert_eq!(routes(&with([late.into()]), "subnet-b"), ["172.16.0.0/12 vgw-1"]);
}

#[test]
fn vpcs_keep_to_themselves() {
    let world = with([
        vpc("vpc-2", "10.0.0.0/16").into(),
        subnet("subnet-2", "vpc-2", "10.0.1.0/24", "a").into(),
        table("rtb-2", "vpc-2", &[None]).into(),
        group("sg-2", "vpc-2", vec![rule(Protocol::All, Peer::Group("sg-443".into()))]).into(),
        interface("eni-2", ("vpc-2", "subnet-2", "a"), "10.0.1.10", "vpce-2").into(),
        endpoint("vpce-2", "vpc-2", &["eni-2"]).into(),
        host("other", HostPlace::Subnet("subnet-2".into()), "10.0.1.30").into(),
    ]);
    let network = plan(&world);
    assert_eq!(network.vpcs["vpc-1"], expected_vpc());
    let other = &network.vpcs["vpc-2"];
    assert_eq!(other.gateway, None);
    assert_eq!(other.subnets.len() + other.interfaces.len() + other.workloads.len(), 3);
    assert!(other.subnets["subnet-2"].routes.is_empty());
    // An interface that names a group of another VPC is no member of it.
    assert_eq!(other.security_groups.keys().map(AsRef::<str>::as_ref).collect::<Vec<_>>(), ["sg-2"]);
    assert!(other.security_groups["sg-2"].members.is_empty());
}

#[test]
fn an_endpoint_that_is_deleted_leaves_the_network_first() {
    for state in [Lifecycle::Deleting, Lifecycle::Deleted] {
        let mut dying = endpoint("vpce-1", "vpc-1", &["eni-a", "eni-b"]);
        dying.state = state;
        let network = plan(&with([dying.into()]));
        let vpc = &network.vpcs["vpc-1"];
        assert!(vpc.interfaces.is_empty(), "{state:?}");
        assert!(vpc.security_groups["sg-443"].members.is_empty(), "{state:?}");
    }
    let mut pending = endpoint("vpce-1", "vpc-1", &["eni-a", "eni-b"]);
    pending.state = Lifecycle::Pending;
    assert_eq!(plan(&with([pending.into()])).vpcs["vpc-1"].interfaces.len(), 2);
}

#[test]
fn a_site_announces_itself_and_may_have_the_wrong_key() {
    let world = reference::world();
    let changed = bent(&world.sites["onprem"], |site| {
        site.extra_prefixes = vec![net("172.20.0.0/16"), net("172.21.0.0/16")];
        site.auth_key_override = Some("another".into());
        site.router_running = false;
    });
    let network = plan(&world.apply(&[changed.into()]));
    let site = &network.sites["onprem"];
    assert_eq!(site.announce, [net("192.168.10.0/24"), net("172.20.0.0/16"), net("172.21.0.0/16")]);
    assert_eq!(site.peer.as_ref().unwrap().auth_key, "another");
    assert_eq!(network.transits["dxvif-1"].peers["dxpeer-1"].auth_key, "secret");
    assert!(!site.router_running);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_world_has_one_plan(world in world()) {
        let network = plan(&world);
        prop_assert_eq!(&plan(&world), &network);
        // The order of history does not matter.
        let mut changes = World::default().diff(&world);
        changes.reverse();
        prop_assert_eq!(&plan(&World::default().apply(&changes)), &network);
        prop_assert!(network.vpcs.keys().eq(world.vpcs.keys()));
        for (id, vpc) in &network.vpcs {
            prop_assert!(vpc.gateway.as_ref().is_none_or(|gateway| world.vpn_gateways[gateway].is_attached_to(id)));
            for hop in vpc.subnets.values().flat_map(|subnet| subnet.routes.values()) {
                if let DesiredHop::Gateway(gateway) = hop {
                    prop_assert!(world.vpn_gateways[gateway].is_attached_to(id));
                }
            }
        }
    }
}
