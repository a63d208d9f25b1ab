//! Private virtual interfaces.
//!
//! A new one is `pending` until the network has it, then `available` or `down` by what its BGP sessions report; it never
//! waits for the customer's router to be provisioned. The VLAN is fixed for life. A deleted one stays listed as
//! `deleted` for a while, and its VLAN and addresses are free again.

use sekisho_core::{
    World,
    direct_connect::{Connection, VirtualInterface},
    id::VirtualInterfaceId,
    limits::VIRTUAL_INTERFACES_PER_CONNECTION_MAX,
    vpc::{Lifecycle, Tags},
};
use sekisho_wire::{AwsError, directconnect as wire};

use super::{
    connections,
    error::{client, no_virtual_interface, not_served},
    input::{fresh_id, name, refuse_present, refuse_true, required, required_structure},
    pagination::page,
    peers::NewPeer,
    shapes, tags, virtual_gateways,
};
use crate::{Call, Outcome, Reply};

/// Bytes of an IP packet (API reference, `NewPrivateVirtualInterface`).
const MTUS: [i32; 2] = [1500, 8500];
const MTU_DEFAULT: u16 = 1500;

/// The interface of that id, deleted ones included as long as they are listed.
pub(super) fn find<'w>(world: &'w World, id: &str) -> Result<&'w VirtualInterface, AwsError> {
    world
        .virtual_interfaces
        .get(&VirtualInterfaceId::from(id))
        .map(|interface| &**interface)
        .ok_or_else(|| no_virtual_interface(id))
}

/// The interface of that id, if it is not being deleted.
pub(super) fn find_live<'w>(world: &'w World, id: &str) -> Result<&'w VirtualInterface, AwsError> {
    let interface = find(world, id)?;
    match interface.state {
        Lifecycle::Pending | Lifecycle::Available => Ok(interface),
        Lifecycle::Deleting | Lifecycle::Deleted => Err(no_virtual_interface(id)),
    }
}

/// `CreatePrivateVirtualInterface`.
pub(super) fn create(
    call: &mut Call<'_>,
    input: wire::CreatePrivateVirtualInterfaceInput,
) -> Outcome<wire::VirtualInterface> {
    let connection_id = required(input.connection_id.as_ref(), "connectionId")?;
    let new = required_structure(input.new_private_virtual_interface.as_ref(), "newPrivateVirtualInterface")?;
    let interface_name = name(new.virtual_interface_name.as_ref(), "virtualInterfaceName")?;
    let vlan = checked_vlan(new.vlan)?;
    let mtu = new.mtu.map_or(Ok(MTU_DEFAULT), checked_mtu)?;
    refuse_unserved(new)?;
    let gateway_id = gateway_id(new)?;
    let tags = tags::merge(&Tags::new(), new.tags.as_deref().unwrap_or_default())?;
    let connection = connections::find_live(call.world, connection_id)?;
    let gateway = virtual_gateways::find(call.world, gateway_id)?;
    check_place(call.world, connection, vlan)?;
    let peer = NewPeer {
        asn: new.asn,
        asn_long: new.asn_long,
        auth_key: new.auth_key.as_deref(),
        address_family: new.address_family.as_deref(),
        amazon_address: new.amazon_address.as_deref(),
        customer_address: new.customer_address.as_deref(),
    }
    .make(call.world, &mut call.mint, gateway.amazon_side_asn)?;
    let id = fresh_id(&mut call.mint, "dxvif", |id| call.world.virtual_interfaces.contains_key(id));
    let interface = VirtualInterface {
        id: VirtualInterfaceId::from(id),
        connection_id: connection.id.clone(),
        name: interface_name.to_owned(),
        vlan,
        mtu,
        virtual_gateway_id: gateway.id.clone(),
        state: Lifecycle::Pending,
        bgp_peers: vec![peer],
        site_link_enabled: false,
        created: call.now,
        deleted: None,
        tags,
    };
    Ok(Reply::write(shapes::virtual_interface(call.world, &interface), vec![interface.into()]))
}

fn refuse_unserved(new: &wire::NewPrivateVirtualInterface) -> Result<(), AwsError> {
    refuse_true(new.enable_site_link, "enableSiteLink")?;
    refuse_present(new.prefix_pool_allocated_count_ipv4.as_ref(), "prefixPoolAllocatedCountIpv4")?;
    refuse_present(new.prefix_pool_allocated_count_ipv6.as_ref(), "prefixPoolAllocatedCountIpv6")?;
    refuse_present(new.rate_limit.as_ref(), "rateLimit")
}

/// Exactly one kind of gateway must be named, and only virtual private gateways are served.
fn gateway_id(new: &wire::NewPrivateVirtualInterface) -> Result<&str, AwsError> {
    let given = |member: &'_ Option<String>| member.as_ref().is_some_and(|id| !id.is_empty());
    match (given(&new.virtual_gateway_id), given(&new.direct_connect_gateway_id)) {
        (true, false) => required(new.virtual_gateway_id.as_ref(), "virtualGatewayId"),
        (false, true) => Err(not_served(
            "Direct Connect gateways (directConnectGatewayId; give virtualGatewayId instead) are",
        )),
        _ => Err(client("Exactly one of virtualGatewayId and directConnectGatewayId must be given")),
    }
}

fn checked_vlan(vlan: Option<i32>) -> Result<u16, AwsError> {
    let vlan = vlan.ok_or_else(|| client("vlan is required"))?;
    u16::try_from(vlan)
        .ok()
        .filter(|vlan| (1..=4094).contains(vlan))
        .ok_or_else(|| client(format!("VLAN {vlan} is not from 1 to 4094")))
}

fn checked_mtu(mtu: i32) -> Result<u16, AwsError> {
    u16::try_from(mtu)
        .ok()
        .filter(|_| MTUS.contains(&mtu))
        .ok_or_else(|| client(format!("MTU {mtu} is not supported; the supported values are 1500 and 8500")))
}

/// Room on the connection, and a VLAN that nothing else there has.
fn check_place(world: &World, connection: &Connection, vlan: u16) -> Result<(), AwsError> {
    let on_it = || {
        world.virtual_interfaces.values().filter(|interface| {
            interface.connection_id == connection.id && interface.state != Lifecycle::Deleted
        })
    };
    if let Some(other) = on_it().find(|interface| interface.vlan == vlan) {
        return Err(client(format!("VLAN {vlan} is in use on Connection {} by {}", connection.id, other.id)));
    }
    if on_it().count() >= VIRTUAL_INTERFACES_PER_CONNECTION_MAX {
        return Err(client(format!(
            "Connection {} has the maximum of {VIRTUAL_INTERFACES_PER_CONNECTION_MAX} virtual interfaces already",
            connection.id
        )));
    }
    Ok(())
}

/// `DescribeVirtualInterfaces`. An unknown interface gives an empty list; clients wait for that after a deletion.
pub(super) fn describe(
    call: &mut Call<'_>,
    input: wire::DescribeVirtualInterfacesInput,
) -> Outcome<wire::VirtualInterfaces> {
    let world = call.world;
    let connection = input.connection_id.as_deref().map(|id| connections::find(world, id)).transpose()?;
    let id = input.virtual_interface_id.as_deref();
    let chosen = world.virtual_interfaces.values().filter(|interface| {
        connection.is_none_or(|connection| interface.connection_id == connection.id)
            && id.is_none_or(|id| interface.id.as_str() == id)
    });
    let page = page(
        chosen,
        |interface| interface.id.to_string(),
        "virtual-interfaces",
        input.max_results,
        input.next_token.as_deref(),
    )?;
    let interfaces = page.items.into_iter().map(|interface| shapes::virtual_interface(world, interface));
    Ok(Reply::read(wire::VirtualInterfaces {
        virtual_interfaces: Some(interfaces.collect()),
        next_token: page.next_token,
    }))
}

/// `UpdateVirtualInterfaceAttributes`. Another MTU makes the interface `pending` until the network has it.
pub(super) fn update_attributes(
    call: &mut Call<'_>,
    input: wire::UpdateVirtualInterfaceAttributesInput,
) -> Outcome<wire::VirtualInterface> {
    let id = required(input.virtual_interface_id.as_ref(), "virtualInterfaceId")?;
    let mtu = input.mtu.map(checked_mtu).transpose()?;
    let new_name = input
        .virtual_interface_name
        .as_ref()
        .map(|text| name(Some(text), "virtualInterfaceName"))
        .transpose()?;
    refuse_true(input.enable_site_link, "enableSiteLink")?;
    refuse_present(input.prefix_pool_allocated_count_ipv4.as_ref(), "prefixPoolAllocatedCountIpv4")?;
    refuse_present(input.prefix_pool_allocated_count_ipv6.as_ref(), "prefixPoolAllocatedCountIpv6")?;
    refuse_present(input.rate_limit.as_ref(), "rateLimit")?;
    let interface = find_live(call.world, id)?;
    let mut next = interface.clone();
    if let Some(mtu) = mtu.filter(|mtu| *mtu != next.mtu) {
        next.mtu = mtu;
        next.state = Lifecycle::Pending;
    }
    if let Some(new_name) = new_name {
        next.name = new_name.to_owned();
    }
    let changes = if next == *interface { Vec::new() } else { vec![next.clone().into()] };
    Ok(Reply::write(shapes::virtual_interface(call.world, &next), changes))
}

/// `DeleteVirtualInterface`. Deleting one that is being deleted answers with where it stands.
pub(super) fn delete(
    call: &mut Call<'_>,
    input: wire::DeleteVirtualInterfaceInput,
) -> Outcome<wire::DeleteVirtualInterfaceOutput> {
    let id = required(input.virtual_interface_id.as_ref(), "virtualInterfaceId")?;
    let interface = find(call.world, id)?;
    let state = |interface: &VirtualInterface| wire::DeleteVirtualInterfaceOutput {
        virtual_interface_state: Some(shapes::interface_state(call.world, interface).to_owned()),
    };
    if matches!(interface.state, Lifecycle::Deleting | Lifecycle::Deleted) {
        return Ok(Reply::read(state(interface)));
    }
    let next = VirtualInterface { state: Lifecycle::Deleting, ..interface.clone() };
    Ok(Reply::write(state(&next), vec![next.into()]))
}
