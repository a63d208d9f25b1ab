//! How states move on: each to its end, once, and forgotten in time.

use proptest::prelude::*;
use sekisho_core::{
    Change, EntityKey, Timestamp, World,
    lifecycle::{advance, is_settled},
    vpc::{AttachmentState, Lifecycle},
};

use crate::{
    reference::{
        self, connection, endpoint, gateway, session, subnet, virtual_interface, vpc, with, without,
    },
    strategy,
};

const NOW: Timestamp = Timestamp(1_000_000_000);
const LISTED_MS: i64 = 15 * 60 * 1000;

fn advanced(world: &World, now: Timestamp) -> World {
    world.apply(&advance(world, now))
}

/// Everything with a life cycle in one state, gone at `deleted`.
fn all_in(state: Lifecycle, deleted: Option<Timestamp>) -> World {
    let mut vpc = vpc("vpc-1", "10.0.0.0/16");
    let mut subnet = subnet("subnet-a", "vpc-1", "10.0.1.0/24", "a");
    let mut endpoint = endpoint("vpce-1", "vpc-1", &["eni-a", "eni-b"]);
    let mut gateway = gateway("vgw-1", "vpc-1");
    let mut connection = connection("dxcon-1");
    let mut interface = virtual_interface("dxvif-1", "vgw-1", "dxpeer-1");
    (vpc.state, subnet.state, endpoint.state) = (state, state, state);
    (gateway.state, connection.state, interface.state) = (state, state, state);
    (gateway.deleted, connection.deleted, interface.deleted) = (deleted, deleted, deleted);
    with([vpc.into(), subnet.into(), endpoint.into(), gateway.into(), connection.into(), interface.into()])
}

#[test]
fn what_is_settled_stays() {
    let world = reference::world();
    assert!(is_settled(&world));
    for now in [i64::MIN, 0, i64::MAX] {
        assert_eq!(advance(&world, Timestamp(now)), []);
    }
    assert_eq!(advance(&World::default(), NOW), []);
    assert!(is_settled(&World::default()));
}

#[test]
fn pending_becomes_available() {
    let world = all_in(Lifecycle::Pending, None);
    assert!(!is_settled(&world));
    let next = advanced(&world, NOW);
    assert!(is_settled(&next));
    assert_eq!(World { revision: 0, ..next }, World { revision: 0, ..reference::world() });
}

#[test]
fn deleting_is_gone_or_listed_as_deleted() {
    let world = all_in(Lifecycle::Deleting, None);
    assert!(!is_settled(&world));
    let next = advanced(&world, NOW);
    assert!(is_settled(&next));
    assert!(next.vpcs.is_empty() && !next.subnets.contains_key("subnet-a"));
    assert!(next.vpc_endpoints.is_empty() && next.network_interfaces.is_empty());
    assert!(next.bgp_sessions.is_empty());
    let listed = [
        (next.vpn_gateways["vgw-1"].state, next.vpn_gateways["vgw-1"].deleted),
        (next.connections["dxcon-1"].state, next.connections["dxcon-1"].deleted),
        (next.virtual_interfaces["dxvif-1"].state, next.virtual_interfaces["dxvif-1"].deleted),
    ];
    assert_eq!(listed, [(Lifecycle::Deleted, Some(NOW)); 3]);
}

#[test]
fn a_known_moment_of_deletion_is_kept() {
    let before = Timestamp(NOW.0 - 1000);
    let next = advanced(&all_in(Lifecycle::Deleting, Some(before)), NOW);
    assert_eq!(next.virtual_interfaces["dxvif-1"].deleted, Some(before));
    assert_eq!(next.vpn_gateways["vgw-1"].deleted, Some(before));
    assert_eq!(next.connections["dxcon-1"].deleted, Some(before));
    // Even when it is long ago.
    let long_ago = Timestamp(NOW.0 - LISTED_MS - 1);
    let next = advanced(&all_in(Lifecycle::Deleting, Some(long_ago)), NOW);
    assert!(
        next.virtual_interfaces.is_empty() && next.vpn_gateways.is_empty() && next.connections.is_empty()
    );
}

#[test]
fn deleted_things_are_forgotten_after_fifteen_minutes() {
    let world = advanced(&all_in(Lifecycle::Deleting, None), NOW);
    for (later, listed) in [(0, true), (LISTED_MS - 1, true), (LISTED_MS, true), (LISTED_MS + 1, false)] {
        let next = advanced(&world, NOW.plus_millis(later));
        assert_eq!(next.vpn_gateways.contains_key("vgw-1"), listed, "{later}");
        assert_eq!(next.connections.contains_key("dxcon-1"), listed, "{later}");
        assert_eq!(next.virtual_interfaces.contains_key("dxvif-1"), listed, "{later}");
    }
    // A clock that was set back forgets nothing.
    assert_eq!(advance(&world, Timestamp(i64::MIN)), []);
}

#[test]
fn deleted_without_a_moment_counts_from_now() {
    let world = all_in(Lifecycle::Deleted, None);
    let next = advanced(&world, NOW);
    assert_eq!(next.vpn_gateways["vgw-1"].deleted, Some(NOW));
    assert_eq!(next.connections["dxcon-1"].deleted, Some(NOW));
    assert_eq!(next.virtual_interfaces["dxvif-1"].deleted, Some(NOW));
    let last = advanced(&next, NOW.plus_millis(LISTED_MS + 1));
    assert!(last.vpn_gateways.is_empty() && last.connections.is_empty());
    assert!(last.virtual_interfaces.is_empty());
}

#[test]
fn attachments_reach_their_ends() {
    let cases = [
        (AttachmentState::Attaching, AttachmentState::Attached),
        (AttachmentState::Attached, AttachmentState::Attached),
        (AttachmentState::Detaching, AttachmentState::Detached),
        (AttachmentState::Detached, AttachmentState::Detached),
    ];
    for (state, end) in cases {
        let mut changing = gateway("vgw-1", "vpc-1");
        changing.attachments[0].state = state;
        let world = with([changing.into()]);
        assert_eq!(is_settled(&world), state == end, "{state:?}");
        let next = advanced(&world, NOW);
        assert_eq!(next.vpn_gateways["vgw-1"].attachments[0].state, end, "{state:?}");
        assert_eq!(advance(&next, NOW), []);
    }
}

#[test]
fn sessions_without_their_interface_are_removed() {
    let removal = [Change::Delete(EntityKey::BgpSession("dxpeer-1".into()))];
    let gone = without([EntityKey::VirtualInterface("dxvif-1".into())]);
    assert_eq!(advance(&gone, NOW), removal);
    let mut without_peer = virtual_interface("dxvif-1", "vgw-1", "dxpeer-1");
    without_peer.bgp_peers.clear();
    assert_eq!(advance(&with([without_peer.into()]), NOW), removal);
    assert_eq!(advance(&with([virtual_interface("dxvif-1", "vgw-1", "dxpeer-2").into()]), NOW), removal,);
    let mut deleted = virtual_interface("dxvif-1", "vgw-1", "dxpeer-1");
    (deleted.state, deleted.deleted) = (Lifecycle::Deleted, Some(NOW));
    assert_eq!(advance(&with([deleted.into()]), NOW), removal);
    // A session of another interface's peer is nobody's.
    let elsewhere = with([
        virtual_interface("dxvif-2", "vgw-1", "dxpeer-2").into(),
        session("dxpeer-1", "dxvif-2", &[]).into(),
    ]);
    assert_eq!(advance(&elsewhere, NOW), removal);
}

#[test]
fn deleting_one_endpoint_leaves_the_others_interfaces() {
    let mut dying = endpoint("vpce-1", "vpc-1", &["eni-a"]);
    dying.state = Lifecycle::Deleting;
    let next = advanced(&with([dying.into(), endpoint("vpce-2", "vpc-1", &["eni-b"]).into()]), NOW);
    assert!(next.network_interfaces.contains_key("eni-b") && !next.network_interfaces.contains_key("eni-a"));
    assert!(next.vpc_endpoints.contains_key("vpce-2") && !next.vpc_endpoints.contains_key("vpce-1"));
}

proptest! {
    #![proptest_config(strategy::config())]

    #[test]
    fn one_step_settles_any_world(world in strategy::world(), now in any::<i64>()) {
        let now = Timestamp(now);
        let changes = advance(&world, now);
        prop_assert_eq!(&advance(&world, now), &changes);
        let next = world.apply(&changes);
        prop_assert_eq!(advance(&next, now), []);
        prop_assert!(is_settled(&next));
        // Later, the only thing left to do is to forget.
        let last = Timestamp(i64::MAX);
        prop_assert!(advance(&next, last).iter().all(|change| matches!(change, Change::Delete(_))));
    }

    #[test]
    fn a_world_that_is_not_settled_has_something_to_do(world in strategy::world()) {
        if !is_settled(&world) {
            prop_assert_ne!(advance(&world, NOW), []);
        }
    }
}
