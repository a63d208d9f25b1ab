//! The shape of the network, as data.

use std::collections::{BTreeMap, BTreeSet};
use std::net::Ipv4Addr;

use ipnet::Ipv4Net;
use sekisho_core::id::{BgpPeerId, SiteName, VirtualInterfaceId};
use sekisho_core::lab::RouterKind;
use sekisho_core::plan::network::{
    DesiredHop, DesiredInterface, DesiredNetwork, DesiredPeer, DesiredRule, DesiredSecurityGroup,
    DesiredSite, DesiredSource, DesiredSubnet, DesiredTransit, DesiredVpc, DesiredWorkload,
};
use sekisho_core::vpc::Protocol;

use super::*;
use crate::netlink::nftables::{Expression, Verdict};

fn net(text: &str) -> Ipv4Net {
    text.parse().unwrap()
}

fn address(text: &str) -> Ipv4Addr {
    text.parse().unwrap()
}

fn vpc(routes: &[(&str, DesiredHop)]) -> DesiredVpc {
    let routes = routes.iter().map(|(destination, hop)| (net(destination), hop.clone())).collect();
    let subnet = DesiredSubnet { cidr_block: net("10.0.1.0/24"), router: address("10.0.1.1"), routes };
    DesiredVpc {
        cidr_block: net("10.0.0.0/16"),
        resolver: None,
        gateway: Some("vgw-1".into()),
        subnets: BTreeMap::from([("subnet-1".into(), subnet)]),
        interfaces: BTreeMap::new(),
        security_groups: BTreeMap::new(),
        workloads: BTreeMap::new(),
    }
}

fn transit(gateway: &str) -> DesiredTransit {
    let peer = DesiredPeer {
        amazon_address: net("169.254.96.1/30"),
        customer_address: net("169.254.96.2/30"),
        customer_asn: 65010,
        auth_key: "secret-key".to_owned(),
        prefixes_max: 100,
    };
    DesiredTransit {
        gateway: gateway.into(),
        vpcs: vec!["vpc-1".into()],
        vlan: 7,
        mtu: 8500,
        amazon_asn: 64512,
        peers: BTreeMap::from([(BgpPeerId::from("dxpeer-1"), peer)]),
        advertise: vec![net("10.0.0.0/16")],
        learned: Vec::new(),
    }
}

fn site(interface: &str) -> DesiredSite {
    DesiredSite {
        virtual_interface: interface.into(),
        cidr_block: net("192.168.10.0/24"),
        router_address: address("192.168.10.1"),
        router: RouterKind::BuiltIn,
        router_running: true,
        peer: None,
        amazon_asn: 64512,
        announce: Vec::new(),
        hosts: BTreeMap::new(),
    }
}

fn world(routes: &[(&str, DesiredHop)], transits: &[&str]) -> DesiredNetwork {
    DesiredNetwork {
        vpcs: BTreeMap::from([("vpc-1".into(), vpc(routes))]),
        transits: transits.iter().map(|id| (VirtualInterfaceId::from(*id), transit("vgw-1"))).collect(),
        sites: BTreeMap::new(),
    }
}

fn gateway() -> DesiredHop {
    DesiredHop::Gateway("vgw-1".into())
}

/// The subnet's table in words.
fn table(desired: &DesiredNetwork, learned: &[(&str, &str, usize)]) -> Vec<String> {
    let mut by_interface = Learned::new();
    for (interface, prefix, length) in learned {
        let routes = by_interface.entry(VirtualInterfaceId::from(*interface)).or_default();
        routes.push((net(prefix), *length));
    }
    let layout = layout(desired, &by_interface, false);
    let wanted = &layout.spaces[&Space::Vpc("vpc-1".into())];
    let name = |hop: &Hop| match hop {
        Hop::Link { device, .. } => desired
            .transits
            .keys()
            .find(|id| link_name('g', id.as_str()) == *device)
            .map_or_else(|| device.clone(), ToString::to_string),
        other => format!("{other:?}"),
    };
    let own = wanted.routes.iter().filter(|route| route.table != MAIN_TABLE && route.table != LOCAL_TABLE);
    own.map(|route| format!("{} {}", route.destination, name(&route.hop))).collect()
}

#[test]
fn an_empty_world_is_the_internet_alone() {
    let layout = layout(&DesiredNetwork::default(), &Learned::new(), true);
    assert_eq!(layout.spaces.keys().collect::<Vec<_>>(), [&Space::Internet]);
    assert!(layout.cables.is_empty() && layout.problems.is_empty());
    assert!(!layout.spaces[&Space::Internet].forward, "the internet is no way round");
}

#[test]
fn a_route_to_the_gateway_is_worth_what_was_learned() {
    let desired = world(&[("192.168.10.0/24", gateway())], &["dxvif-1", "dxvif-2"]);
    assert_eq!(table(&desired, &[]), ["192.168.10.0/24 Blackhole"]);
    assert_eq!(table(&desired, &[("dxvif-1", "192.168.11.0/24", 1)]), ["192.168.10.0/24 Blackhole"]);
    assert_eq!(table(&desired, &[("dxvif-9", "192.168.10.0/24", 1)]), ["192.168.10.0/24 Blackhole"]);
    let both = [("dxvif-1", "192.168.10.0/24", 2), ("dxvif-2", "192.168.10.0/24", 1)];
    assert_eq!(table(&desired, &both), ["192.168.10.0/24 dxvif-2"], "the shorter path");
    let covering = [("dxvif-1", "192.168.0.0/16", 1), ("dxvif-2", "192.168.10.128/25", 5)];
    assert_eq!(table(&desired, &covering), ["192.168.10.0/24 dxvif-1", "192.168.10.128/25 dxvif-2"]);
}

#[test]
fn what_the_table_says_itself_is_closer_than_what_was_learned() {
    let routes = [("10.9.0.0/16", gateway()), ("10.9.1.0/24", DesiredHop::Blackhole)];
    let desired = world(&routes, &["dxvif-1"]);
    let learned = [("dxvif-1", "10.9.0.0/17", 1), ("dxvif-1", "10.9.1.0/25", 1)];
    assert_eq!(
        table(&desired, &learned),
        ["10.9.0.0/16 Blackhole", "10.9.0.0/17 dxvif-1", "10.9.1.0/24 Blackhole"],
    );
}

#[test]
fn a_gateway_of_somebody_else_carries_nothing() {
    let mut desired = world(&[("192.168.10.0/24", gateway())], &["dxvif-1"]);
    desired.transits.insert("dxvif-1".into(), transit("vgw-2"));
    assert_eq!(table(&desired, &[("dxvif-1", "192.168.10.0/24", 1)]), ["192.168.10.0/24 Blackhole"]);
}

#[test]
fn names_fit_and_differ() {
    let ids = ["", "a", "vpc-0123456789abcdef0", "vpc-0123456789abcdef1", &"x".repeat(4000)];
    let names: BTreeSet<String> = ids.iter().map(|id| link_name('g', id)).collect();
    assert!(names.len() == ids.len() && names.iter().all(|name| name.len() < 16));
}

#[test]
fn tags_only_where_the_kernel_has_them() {
    let mut desired = world(&[], &["dxvif-1"]);
    desired.sites.insert("onprem".into(), site("dxvif-1"));
    for vlan in [false, true] {
        let layout = layout(&desired, &Learned::new(), vlan);
        let is_link = |cable: &&Cable| cable.ends[0].1 == CUSTOMER_PORT;
        let link = layout.cables.iter().find(is_link).unwrap();
        assert_eq!((link.tag, link.mtu), (vlan.then_some(7), 8500));
        let transit = &layout.spaces[&Space::Transit("dxvif-1".into())];
        assert_eq!(transit.ports.get(TRUNK).map(|port| port.mtu), vlan.then_some(8504));
    }
}

#[test]
fn conflicts_are_told_and_the_rest_is_laid_out() {
    let mut desired = world(&[], &["dxvif-1"]);
    for name in ["one", "two"] {
        let mut site = site("dxvif-1");
        site.hosts.insert(format!("host-{name}").as_str().into(), address("192.168.10.10"));
        desired.sites.insert(SiteName::from(name), site);
    }
    let lost = DesiredWorkload {
        address: address("10.0.9.9"),
        subnet: "subnet-9".into(),
        resolver: address("10.0.0.2"),
    };
    desired.vpcs.get_mut("vpc-1").unwrap().workloads.insert("lost".into(), lost);
    let layout = layout(&desired, &Learned::new(), false);
    let problems: Vec<_> = layout.problems.iter().map(|step| step.what.as_str()).collect();
    assert_eq!(problems.len(), 4, "{problems:?}");
    assert!(problems.iter().any(|text| text.contains("dxvif-1 ends at another site already")));
    assert!(problems.iter().any(|text| text.contains("lost is in a subnet that is not there")));
    assert!(layout.spaces.contains_key(&Space::Host("host-two".into())));
}

fn interface(last: u8, groups: &[&str]) -> DesiredInterface {
    DesiredInterface {
        address: Ipv4Addr::new(10, 0, 1, last),
        subnet: "subnet-1".into(),
        security_groups: groups.iter().map(|group| (*group).into()).collect(),
        endpoint: "vpce-1".into(),
    }
}

#[test]
fn interfaces_with_the_same_groups_share_a_chain() {
    let mut vpc = vpc(&[]);
    let interfaces = [
        ("eni-1", interface(1, &["sg-a", "sg-b"])),
        ("eni-2", interface(2, &["sg-b", "sg-a", "sg-a"])),
        ("eni-3", interface(3, &["sg-a"])),
        ("eni-4", interface(4, &[])),
        ("eni-5", interface(5, &["sg-unknown"])),
    ];
    vpc.interfaces = interfaces.map(|(id, interface)| (id.into(), interface)).into();
    let rule = |source| DesiredRule { protocol: Protocol::All, source };
    let groups = [
        ("sg-a", vec![rule(DesiredSource::Group("sg-c".into())), rule(DesiredSource::Group("sg-x".into()))]),
        ("sg-b", vec![rule(DesiredSource::Cidr(net("0.0.0.0/0")))]),
        ("sg-c", Vec::new()),
        ("sg-unused", vec![rule(DesiredSource::Cidr(net("0.0.0.0/0")))]),
    ];
    let group = |ingress| DesiredSecurityGroup { members: vec![address("10.0.1.3")], ingress };
    vpc.security_groups = groups.map(|(id, ingress)| (id.into(), group(ingress))).into();
    let rules = filter::vpc_rules(&vpc);
    assert_eq!(rules.interfaces.len(), 3, "no group and unknown groups let nothing in");
    assert_eq!(rules.interfaces[&address("10.0.1.1")], rules.interfaces[&address("10.0.1.2")]);
    assert_ne!(rules.interfaces[&address("10.0.1.1")], rules.interfaces[&address("10.0.1.3")]);
    assert_eq!(rules.groups.keys().collect::<Vec<_>>(), ["sg-a", "sg-b"]);
    assert_eq!(rules.sets.keys().collect::<Vec<_>>(), ["m_sg-c"]);
    assert_eq!(rules.groups["sg-a"].rules.len(), 1, "a source that is not there matches nobody");
    assert_eq!(rules.groups["sg-b"].rules, [vec![Expression::Verdict(Verdict::Accept)]]);
    assert_eq!(rules.bases["input"].hook.map(|(_, accepts)| accepts), Some(false));
    assert_eq!(rules.bases["forward"].hook.map(|(_, accepts)| accepts), Some(false));
}
