//! The speaker against the routers customers have: BIRD 2 and FRR, on a real kernel.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "helpers of tests are tests")]

mod bgp_support;

use std::time::Duration;

use bgp_support::{
    AMAZON_V6, BIRD, Bird, CUSTOMER_V6, Customer, FRR, Frr, KEY, Ours, Router, Vif, can_run, prefixes,
    to_customer, wait_for,
};
use ipnet::IpNet;
use sekisho_fabric::bgp::{BgpEvent, Connect, Direction, PeerConfig, PeerState};

fn net(text: &str) -> IpNet {
    text.parse().unwrap()
}

/// Up, routes both ways, changes while up, down when the customer stops.
fn whole_life<C: Customer>(connect: Connect, passive: bool, key: Option<&'static str>) {
    let vif = Vif::new();
    let peer = PeerConfig { connect, auth_key: key.map(str::to_owned), ..to_customer() };
    let mut ours = Ours::amazon(&vif, peer);
    let mut customer = C::start(&vif, &Router { passive, key, ..Router::default() });

    let up = ours.wait_up();
    assert_eq!((up.hold_time, up.remote_router_id), (Some(9), Some("10.255.0.2".parse().unwrap())));
    let status = ours.wait_accepted(1);
    let route = &status.accepted[0];
    assert_eq!(route.prefix, net("192.168.10.0/24"));
    assert_eq!(
        (route.as_path.as_slice(), route.next_hop.to_string()),
        ([65010].as_slice(), "169.254.96.2".into())
    );
    wait_for("the customer to learn the VPC", || customer.has_route("10.0.0.0/16").then_some(()));

    customer.announce(&prefixes(3));
    ours.wait_accepted(3);
    customer.announce(&prefixes(1));
    ours.wait_accepted(1);
    ours.change(|peer| peer.advertise = vec![net("10.0.0.0/16").into(), net("10.1.0.0/16").into()]);
    wait_for("the customer to learn more", || customer.has_route("10.1.0.0/16").then_some(()));
    ours.change(|peer| peer.advertise = vec![net("10.1.0.0/16").into()]);
    wait_for("the customer to forget", || (!customer.has_route("10.0.0.0/16")).then_some(()));
    let still = ours.wait("the change is known", |status| status.advertised == [net("10.1.0.0/16")]);
    assert_eq!(still.established_at, up.established_at, "the session stayed up");

    customer.stop();
    let down = ours.wait("the session is down", |status| !status.is_up());
    assert!(down.accepted.is_empty() && down.advertised.is_empty());
    let events = ours.events();
    let at = |wanted: &dyn Fn(&BgpEvent) -> bool| events.iter().position(wanted).expect("the event was told");
    let gone =
        at(&|event| matches!(event, BgpEvent::Withdrawn { prefix, .. } if *prefix == net("192.168.10.0/24")));
    assert!(gone < at(&|event| matches!(event, BgpEvent::PeerDown { .. })), "withdrawn before down");
    assert!(at(&|event| matches!(event, BgpEvent::PeerUp { .. })) < gone);
}

/// A wrong, missing or superfluous key is silence; the right one heals it.
fn keys_that_differ<C: Customer>(ours_key: Option<&str>, theirs: Option<&'static str>, hint: &str) {
    let vif = Vif::new();
    let customer = C::start(&vif, &Router { key: theirs, ..Router::default() });
    let mut ours = Ours::amazon(&vif, PeerConfig { auth_key: ours_key.map(str::to_owned), ..to_customer() });
    ours.wait_error("no answer from 169.254.96.2:179: ");
    let status = ours.wait_error(hint);
    assert!(status.state == PeerState::Connect || status.state == PeerState::Active);
    assert!(!ours.events().iter().any(|event| matches!(event, BgpEvent::PeerUp { .. })));
    ours.change(|peer| peer.auth_key = theirs.map(str::to_owned));
    assert_eq!(ours.wait_up().last_error, None);
    drop(customer);
}

fn wrong_asn<C: Customer>() {
    let vif = Vif::new();
    let customer = C::start(&vif, &Router { asn: 4_200_000_001, ..Router::default() });
    let mut ours = Ours::amazon(&vif, to_customer());
    ours.wait_error("notification 2/2 bad peer as");
    assert!(
        ours.events().iter().any(|event| matches!(event, BgpEvent::Notification { code: 2, subcode: 2, .. }))
    );
    ours.change(|peer| peer.remote_asn = 4_200_000_001);
    ours.wait_up();
    assert_eq!(ours.wait_accepted(1).accepted[0].as_path, [4_200_000_001]);
    wait_for("the customer to learn the VPC", || customer.has_route("10.0.0.0/16").then_some(()));
}

fn silent_loss<C: Customer>() {
    let vif = Vif::new();
    let customer = C::start(&vif, &Router { hold_time: 3, ..Router::default() });
    let mut ours = Ours::amazon(&vif, PeerConfig { auth_key: None, ..to_customer() });
    assert_eq!(ours.wait_up().hold_time, Some(3), "the smaller hold time is used");
    ours.wait_accepted(1);
    vif.lose_silently();
    ours.wait("the hold timer expires", |status| !status.is_up());
    let events = ours.events();
    let expired = |event: &BgpEvent| {
        matches!(event, BgpEvent::Notification { direction: Direction::Sent, code: 4, subcode: 0, .. })
    };
    assert!(events.iter().any(expired), "{events:?}");
    vif.mend();
    ours.wait_up();
    ours.wait_accepted(1);
    drop(customer);
}

/// 101 prefixes take the session down and keep it down; 100 heal it.
fn prefix_limit<C: Customer>() {
    let vif = Vif::new();
    let mut customer = C::start(&vif, &Router { prefixes: prefixes(100), ..Router::default() });
    let mut ours = Ours::amazon(&vif, to_customer());
    ours.wait_accepted(100);
    customer.announce(&prefixes(101));
    let text = "notification 6/1 maximum number of prefixes reached";
    let down = ours.wait_error(text);
    assert_eq!((down.state, down.accepted.len()), (PeerState::Idle, 0));
    ours.events();
    // It is tried again, and stays down for everyone.
    let mut retried = Vec::new();
    wait_for("another refusal", || {
        retried.extend(ours.events());
        retried
            .iter()
            .any(|event| matches!(event, BgpEvent::Notification { code: 6, subcode: 1, .. }))
            .then_some(())
    });
    let leaked = |event: &BgpEvent| matches!(event, BgpEvent::PeerUp { .. } | BgpEvent::Learned { .. });
    assert!(!retried.iter().any(leaked), "{retried:?}");
    customer.announce(&prefixes(100));
    let healed = ours.wait_accepted(100);
    assert!(healed.is_up());
    assert_eq!(healed.last_error, None);
    wait_for("the customer to learn the VPC", || customer.has_route("10.0.0.0/16").then_some(()));
}

fn ipv6<C: Customer>() {
    let vif = Vif::new();
    let site = vec!["2001:db8:10::/48".to_owned()];
    let mut customer =
        C::start(&vif, &Router { v6: true, key: Some(KEY), prefixes: site, ..Router::default() });
    let peer = PeerConfig {
        local_addr: AMAZON_V6.parse().unwrap(),
        remote_addr: CUSTOMER_V6.parse().unwrap(),
        auth_key: Some(KEY.into()),
        advertise: vec![net("2001:db8:a::/56").into()],
        ..to_customer()
    };
    let ours = Ours::amazon(&vif, peer);
    ours.wait_up();
    let route = &ours.wait_accepted(1).accepted[0];
    assert_eq!((route.prefix, route.next_hop.to_string()), (net("2001:db8:10::/48"), CUSTOMER_V6.to_owned()));
    wait_for("the customer to learn the VPC", || customer.has_route("2001:db8:a::/56").then_some(()));
    customer.announce(&[]);
    ours.wait_accepted(0);
}

/// Shutting down says so, and the customer's route is gone at once.
fn shutdown<C: Customer>() {
    let vif = Vif::new();
    let customer = C::start(&vif, &Router { hold_time: 90, ..Router::default() });
    let ours = Ours::amazon(&vif, PeerConfig { hold_time: 90, ..to_customer() });
    ours.wait_up();
    wait_for("the customer to learn the VPC", || customer.has_route("10.0.0.0/16").then_some(()));
    ours.handle.shutdown();
    let told = std::time::Instant::now();
    wait_for("the customer to forget", || (!customer.has_route("10.0.0.0/16")).then_some(()));
    assert!(told.elapsed() < Duration::from_secs(10), "long before the hold timer");
    wait_for("the reason to be known", || {
        customer.describe().to_lowercase().contains("administrative").then_some(())
    });
}

macro_rules! against {
    ($daemon:ident, $customer:ty, $needs:expr) => {
        mod $daemon {
            use super::*;

            macro_rules! cases {
                ($test_name:ident => $run:expr) => {
                    #[test]
                    fn $test_name() {
                        if can_run($needs) {
                            $run;
                        }
                    }
                };
            }

            cases!(we_dial_with_key => whole_life::<$customer>(Connect::Active, false, Some(KEY)));
            cases!(we_listen_with_key => whole_life::<$customer>(Connect::Passive, false, Some(KEY)));
            cases!(they_listen_with_key => whole_life::<$customer>(Connect::Both, true, Some(KEY)));
            cases!(both_dial_without_key => whole_life::<$customer>(Connect::Both, false, None));
            cases!(wrong_key => keys_that_differ::<$customer>(Some("0xwrong"), Some(KEY), "the authentication keys differ"));
            cases!(missing_key => keys_that_differ::<$customer>(None, Some(KEY), "and we have none"));
            cases!(superfluous_key => keys_that_differ::<$customer>(Some(KEY), None, "the peer has no authentication key"));
            cases!(another_asn_is_refused => wrong_asn::<$customer>());
            cases!(a_silent_loss_ends_with_the_hold_time => silent_loss::<$customer>());
            cases!(the_prefix_limit_holds_and_heals => prefix_limit::<$customer>());
            cases!(ipv6_has_a_session_of_its_own => ipv6::<$customer>());
            cases!(shutting_down_is_told => shutdown::<$customer>());
        }
    };
}

against!(bird, Bird, BIRD);
against!(frr, Frr, FRR);
