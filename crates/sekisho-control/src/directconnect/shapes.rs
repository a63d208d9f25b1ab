//! From the model to the shapes on the wire.

use sekisho_core::{
    World,
    direct_connect::{BgpPeer, Connection, VirtualInterface},
    vpc::{Lifecycle, Tags},
};
use sekisho_wire::directconnect as wire;

use super::router_configuration::customer_router_config;

/// What a gateway's ASN is taken to be when the gateway is gone; AWS's default.
const AMAZON_ASN_DEFAULT: u32 = 64_512;

fn owned(text: impl AsRef<str>) -> Option<String> {
    Some(text.as_ref().to_owned())
}

/// Tags in the order they were given.
pub(super) fn tags(tags: &Tags) -> Vec<wire::Tag> {
    tags.iter().map(|(key, value)| wire::Tag { key: owned(key), value: owned(value) }).collect()
}

/// The word for a connection's state.
pub(super) const fn connection_state(state: Lifecycle) -> &'static str {
    match state {
        Lifecycle::Pending => "requested",
        Lifecycle::Available => "available",
        Lifecycle::Deleting => "deleting",
        Lifecycle::Deleted => "deleted",
    }
}

/// A connection.
pub(super) fn connection(world: &World, connection: &Connection) -> wire::Connection {
    wire::Connection {
        owner_account: owned(world.account_id()),
        connection_id: owned(&connection.id),
        connection_name: owned(&connection.name),
        connection_state: owned(connection_state(connection.state)),
        region: owned(world.region()),
        location: owned(&connection.location),
        bandwidth: owned(&connection.bandwidth),
        aws_device: owned(&connection.device),
        jumbo_frame_capable: Some(true),
        aws_device_v2: owned(&connection.device),
        aws_logical_device_id: owned(&connection.device),
        has_logical_redundancy: owned("yes"),
        tags: Some(tags(&connection.tags)),
        provider_name: connection.provider_name.clone(),
        mac_sec_capable: Some(false),
        port_encryption_status: owned("Encryption Down"),
        encryption_mode: owned(&connection.encryption_mode),
        mac_sec_keys: Some(Vec::new()),
        billing_mode: owned("PayAsYouGo"),
        ..wire::Connection::default()
    }
}

/// The ASN of Amazon's end.
pub(super) fn amazon_side_asn(world: &World, interface: &VirtualInterface) -> u32 {
    world
        .vpn_gateways
        .get(&interface.virtual_gateway_id)
        .map_or(AMAZON_ASN_DEFAULT, |gateway| gateway.amazon_side_asn)
}

fn is_up(world: &World, interface: &VirtualInterface, peer: &BgpPeer) -> bool {
    interface.state == Lifecycle::Available
        && world.bgp_sessions.get(&peer.id).is_some_and(|session| session.established)
}

/// The word for an interface's state: provisioned ones are `available` or `down` by what BGP says.
pub(super) fn interface_state(world: &World, interface: &VirtualInterface) -> &'static str {
    match interface.state {
        Lifecycle::Pending => "pending",
        Lifecycle::Available => {
            let up = interface.bgp_peers.iter().any(|peer| is_up(world, interface, peer));
            if up { "available" } else { "down" }
        }
        Lifecycle::Deleting => "deleting",
        Lifecycle::Deleted => "deleted",
    }
}

/// An ASN as the two members tell it: one too big for `asn` leaves 0 there and stands in `asnLong`.
fn asn_members(asn: u32) -> (Option<i32>, Option<i64>) {
    match i32::try_from(asn) {
        Ok(short) if short < i32::MAX => (Some(short), None),
        _ => (Some(0), Some(i64::from(asn))),
    }
}

fn bgp_peer(
    world: &World,
    interface: &VirtualInterface,
    device: Option<&str>,
    peer: &BgpPeer,
) -> wire::BGPPeer {
    let (asn, asn_long) = asn_members(peer.asn);
    let state = match interface.state {
        Lifecycle::Pending => "pending",
        Lifecycle::Available => "available",
        Lifecycle::Deleting => "deleting",
        Lifecycle::Deleted => "deleted",
    };
    wire::BGPPeer {
        bgp_peer_id: owned(&peer.id),
        asn,
        asn_long,
        auth_key: owned(&peer.auth_key),
        address_family: owned("ipv4"),
        amazon_address: Some(peer.amazon_address.to_string()),
        customer_address: Some(peer.customer_address.to_string()),
        bgp_peer_state: owned(state),
        bgp_status: owned(if is_up(world, interface, peer) { "up" } else { "down" }),
        aws_device_v2: device.and_then(owned),
        aws_logical_device_id: device.and_then(owned),
    }
}

/// A virtual interface; its top-level ASN, key and addresses are those of its first peer.
pub(super) fn virtual_interface(world: &World, interface: &VirtualInterface) -> wire::VirtualInterface {
    let connection = world.connections.get(&interface.connection_id);
    let device = connection.map(|connection| connection.device.as_str());
    let first = interface.bgp_peers.first();
    let (asn, asn_long) = first.map_or((None, None), |peer| asn_members(peer.asn));
    wire::VirtualInterface {
        owner_account: owned(world.account_id()),
        virtual_interface_id: owned(&interface.id),
        location: connection.map(|connection| connection.location.clone()),
        connection_id: owned(&interface.connection_id),
        virtual_interface_type: owned("private"),
        virtual_interface_name: owned(&interface.name),
        vlan: Some(i32::from(interface.vlan)),
        asn,
        asn_long,
        amazon_side_asn: Some(i64::from(amazon_side_asn(world, interface))),
        auth_key: first.map(|peer| peer.auth_key.clone()),
        amazon_address: first.map(|peer| peer.amazon_address.to_string()),
        customer_address: first.map(|peer| peer.customer_address.to_string()),
        address_family: owned("ipv4"),
        virtual_interface_state: owned(interface_state(world, interface)),
        customer_router_config: Some(customer_router_config(world, interface)),
        mtu: Some(i32::from(interface.mtu)),
        jumbo_frame_capable: Some(true),
        virtual_gateway_id: owned(&interface.virtual_gateway_id),
        route_filter_prefixes: Some(Vec::new()),
        bgp_peers: Some(
            interface.bgp_peers.iter().map(|peer| bgp_peer(world, interface, device, peer)).collect(),
        ),
        region: owned(world.region()),
        aws_device_v2: device.and_then(owned),
        aws_logical_device_id: device.and_then(owned),
        tags: Some(tags(&interface.tags)),
        site_link_enabled: Some(interface.site_link_enabled),
        ..wire::VirtualInterface::default()
    }
}
