//! Loopback mode: lab addresses on 127.64.0.0/10, and what the network would have done to a connection.

#![expect(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "helpers of tests are tests")]

use std::net::{Ipv4Addr, SocketAddr};

use sekisho_core::Timestamp;
use sekisho_core::lab::RouterKind;
use sekisho_core::plan::network::{DesiredHop, DesiredNetwork, DesiredSource};
use sekisho_core::vpc::Protocol;
use sekisho_fabric::loopback::{Verdict, sessions, verdict};
use sekisho_fabric::{Fabric, Mode, Place};

mod lab_support;
use lab_support::{
    APP, LAPTOP, Lab, add_path, address, host, https_from, net, quick, reference, rules_of, vpc,
};

fn network() -> DesiredNetwork {
    reference(RouterKind::Bird)
}

/// Why the laptop's connection does not arrive; empty if it does.
fn why(network: &DesiredNetwork) -> String {
    reason(network, &host("laptop"), LAPTOP)
}

fn reason(network: &DesiredNetwork, place: &Place, source: Ipv4Addr) -> String {
    match verdict(network, (place, source), &"eni-a".into(), 443) {
        Verdict::Pass => String::new(),
        Verdict::Silent(reason) => reason,
    }
}

#[test]
fn each_layer_can_close_the_path() {
    assert_eq!(why(&network()), "");
    let broken = |breaks: &dyn Fn(&mut DesiredNetwork)| {
        let mut network = network();
        breaks(&mut network);
        why(&network)
    };
    type Breaks<'a> = (&'a dyn Fn(&mut DesiredNetwork), &'a str);
    let site = |network: &mut DesiredNetwork| network.sites.remove("onprem-a").unwrap();
    let cases: &[Breaks<'_>] = &[
        (&|network| network.vpcs.clear(), "there is no network interface eni-a"),
        (&|network| drop(site(network)), "host laptop has no private path to vpc-a"),
        (&|network| network.transits.clear(), "dxvif-a of site onprem-a is not there"),
        (&|network| network.sites.get_mut("onprem-a").unwrap().router_running = false, "router is stopped"),
        (&|network| network.sites.get_mut("onprem-a").unwrap().peer = None, "has no BGP peer"),
        (
            &|network| {
                let peer = network.sites.get_mut("onprem-a").unwrap().peer.as_mut().unwrap();
                peer.auth_key = "another".to_owned();
            },
            "the MD5 keys differ",
        ),
        (&|network| network.sites.get_mut("onprem-a").unwrap().amazon_asn = 1, "the AS numbers differ"),
        (
            &|network| {
                let announce = &mut network.sites.get_mut("onprem-a").unwrap().announce;
                announce.extend((0..100).map(|third| net(&format!("172.16.{third}.0/24"))));
            },
            "101 prefixes announced, the most is 100",
        ),
        (
            &|network| network.sites.get_mut("onprem-a").unwrap().announce = vec![net("192.168.11.0/24")],
            "does not announce a prefix with 192.168.10.10",
        ),
        (
            &|network| network.transits.get_mut("dxvif-a").unwrap().vpcs.clear(),
            "dxvif-a does not lead to vpc-a",
        ),
        (
            &|network| {
                network.vpcs.get_mut("vpc-a").unwrap().subnets.get_mut("subnet-a").unwrap().routes.clear()
            },
            "no route back to 192.168.10.10",
        ),
        (
            &|network| {
                let vpc = network.vpcs.get_mut("vpc-a").unwrap();
                let routes = &mut vpc.subnets.get_mut("subnet-a").unwrap().routes;
                routes.insert(net("192.168.10.0/25"), DesiredHop::Blackhole);
            },
            "192.168.10.0/25 does not lead back",
        ),
        (&|network| rules_of(network, "sg-front").clear(), "no security group of the endpoint (sg-front)"),
        (
            &|network| rules_of(network, "sg-front")[0].protocol = Protocol::Udp { from: 0, to: 65535 },
            "lets tcp/443 in from 192.168.10.10",
        ),
        (
            &|network| rules_of(network, "sg-front")[0].protocol = Protocol::Tcp { from: 0, to: 442 },
            "lets tcp/443 in",
        ),
        (
            &|network| {
                rules_of(network, "sg-front")[0].source = DesiredSource::Cidr(net("192.168.10.11/32"));
            },
            "lets tcp/443 in",
        ),
        (
            &|network| rules_of(network, "sg-front")[0].source = DesiredSource::Group("sg-gone".into()),
            "lets tcp/443 in",
        ),
    ];
    for (breaks, expected) in cases {
        let reason = broken(*breaks);
        assert!(reason.contains(expected), "expected `{expected}`, got `{reason}`");
    }
}

#[test]
fn where_a_connection_starts_matters() {
    let mut network = network();
    add_path(&mut network, "b", "192.168.20.0/24", RouterKind::BuiltIn);
    assert_eq!(reason(&network, &host("app"), APP), "");
    assert_eq!(reason(&network, &vpc("vpc-a"), APP), "");
    assert!(reason(&network, &vpc("vpc-b"), APP).contains("vpc-b and vpc-a are not connected"));
    assert!(
        reason(&network, &Place::Site("onprem-b".into()), address("192.168.20.1")).contains("does not lead")
    );
    for stranger in [Place::Machine, Place::Internet, host("nobody")] {
        assert!(reason(&network, &stranger, LAPTOP).contains("no private path"), "{stranger}");
    }
    let other_port = verdict(&network, (&host("laptop"), LAPTOP), &"eni-a".into(), 80);
    assert!(matches!(other_port, Verdict::Silent(text) if text.contains("443 only, not 80")));
    *rules_of(&mut network, "sg-front") = vec![https_from(DesiredSource::Group("sg-front".into()))];
    assert!(reason(&network, &host("app"), APP).contains("lets tcp/443 in"));
    assert_eq!(reason(&network, &vpc("vpc-a"), address("10.0.1.10")), "");
}

#[test]
fn sessions_are_what_the_configuration_would_bring() {
    let mut network = network();
    let up = sessions(&network, Timestamp(5));
    assert!(up.len() == 1 && up[0].established && up[0].accepted.len() == 1, "{up:?}");
    assert_eq!((up[0].state.as_str(), up[0].since), ("Established", Timestamp(5)));
    network.sites.get_mut("onprem-a").unwrap().router_running = false;
    let down = sessions(&network, Timestamp(6));
    assert!(!down[0].established && down[0].accepted.is_empty() && down[0].advertised.is_empty());
    assert!(down[0].last_error.as_ref().unwrap().contains("stopped"));
    network.sites.clear();
    assert!(sessions(&network, Timestamp(7))[0].last_error.as_ref().unwrap().contains("nobody"));
}

#[tokio::test]
async fn sockets_stand_on_loopback_addresses() {
    let fabric = Fabric::start(Mode::Loopback, None, quick()).await.unwrap();
    assert!(!fabric.has_wildcard() && fabric.notes().len() == 1);
    let mut network = network();
    add_path(&mut network, "b", "192.168.20.0/24", RouterKind::BuiltIn);
    let lab = Lab::with(fabric, network).await;
    let fabric = &lab.fabric;
    assert!(fabric.bgp().borrow().iter().any(|session| session.established));
    let eni = address("10.0.1.10");
    let (in_a, in_b) = (fabric.lab_address(&vpc("vpc-a"), eni), fabric.lab_address(&vpc("vpc-b"), eni));
    assert!(in_a.is_loopback() && in_b.is_loopback() && in_a != in_b);
    assert_eq!(fabric.lab_address(&host("laptop"), eni), in_a, "as the laptop's link leads");

    for refused in ["0.0.0.0:0", "[::]:0", "[::1]:0"] {
        assert!(fabric.listen_tcp(&vpc("vpc-a"), refused.parse().unwrap()).is_err(), "{refused}");
    }
    let listener = fabric.listen_tcp(&vpc("vpc-a"), SocketAddr::new(eni.into(), 0)).unwrap();
    let listener = tokio::net::TcpListener::from_std(listener).unwrap();
    let port = listener.local_addr().unwrap().port();
    let laptop = host("laptop");
    let calling = fabric.connect_tcp(&laptop, SocketAddr::new(eni.into(), port));
    let (accepted, called) = tokio::join!(listener.accept(), calling);
    let (stream, peer) = accepted.unwrap();
    called.unwrap();
    let place = vpc("vpc-a");
    assert_eq!(fabric.stands_for(&place, stream.local_addr().unwrap()).unwrap().ip(), eni);
    assert_eq!(fabric.stands_for(&place, peer).unwrap().ip(), LAPTOP);
    assert_eq!(fabric.origin(peer), Some((Place::Site("onprem-a".into()), LAPTOP)));
    assert_eq!(fabric.stands_for(&place, "127.0.0.1:1".parse().unwrap()), None);
    let (code, text) = lab.run("laptop", "echo here").await;
    assert_eq!((code, text.as_str()), (Some(0), "here\n"));
    fabric.shutdown().await;
    assert!(fabric.bgp().borrow().is_empty());
}
