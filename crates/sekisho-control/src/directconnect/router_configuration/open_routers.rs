//! Configuration texts for BIRD 2 and FRR on Linux.
//!
//! Both announce what the lab's site behind the interface announces, if there is one; otherwise the place to name the
//! prefixes is marked. Timers are Amazon's: hold 90 s, keepalive 30 s (Direct Connect guide, "BGP"). The commands that
//! make the VLAN device stand in comments, since they are not the router's business.

use std::fmt::Write as _;

use ipnet::Ipv4Net;
use sekisho_core::{
    World,
    direct_connect::{BgpPeer, VirtualInterface},
};
use sekisho_wire::AwsError;

use super::super::{error::client, shapes};

fn announced(world: &World, interface: &VirtualInterface) -> Vec<Ipv4Net> {
    let site = world.sites.values().find(|site| site.virtual_interface_id == interface.id);
    let own = site.map(|site| site.cidr_block);
    let extra = site.map(|site| site.extra_prefixes.as_slice()).unwrap_or_default();
    own.into_iter().chain(extra.iter().copied()).collect()
}

fn router_id(interface: &VirtualInterface) -> String {
    interface.bgp_peers.first().map(|peer| peer.customer_address.addr().to_string()).unwrap_or_default()
}

/// The lines that say how to make the VLAN device, each behind `comment`.
fn device(out: &mut String, comment: char, interface: &VirtualInterface) {
    let (vlan, mtu) = (interface.vlan, interface.mtu);
    // Writing to a string cannot fail, here and below.
    let _ = writeln!(out, "{comment} {}; replace eth1 by the port of the connection.", interface.id);
    let _ = writeln!(out, "{comment}   ip link add link eth1 name eth1.{vlan} mtu {mtu} type vlan id {vlan}");
    for peer in &interface.bgp_peers {
        let _ = writeln!(out, "{comment}   ip address add {} dev eth1.{vlan}", peer.customer_address);
    }
    let _ = writeln!(out, "{comment}   ip link set eth1.{vlan} up");
}

/// BIRD 2.
///
/// # Errors
/// A key with a quotation mark: BIRD's strings cannot hold one.
pub(super) fn bird(world: &World, interface: &VirtualInterface) -> Result<String, AwsError> {
    if interface.bgp_peers.iter().any(|peer| peer.auth_key.contains('"')) {
        return Err(client(
            "The authKey has a quotation mark, which BIRD cannot be told; use another router type",
        ));
    }
    let amazon_asn = shapes::amazon_side_asn(world, interface);
    let mut out = String::new();
    device(&mut out, '#', interface);
    let _ = writeln!(out, "router id {};\n", router_id(interface));
    out.push_str("protocol device {\n}\n\n");
    out.push_str(
        "protocol kernel {\n  ipv4 {\n    import none;\n    export where source = RTS_BGP;\n  };\n}\n\n",
    );
    out.push_str("protocol static announced {\n  ipv4;\n");
    let prefixes = announced(world, interface);
    if prefixes.is_empty() {
        out.push_str("  # Name what to announce:  route 192.0.2.0/24 unreachable;\n");
    }
    for prefix in prefixes {
        let _ = writeln!(out, "  route {prefix} unreachable;");
    }
    out.push_str("}\n");
    for (index, peer) in interface.bgp_peers.iter().enumerate() {
        bird_peer(&mut out, index + 1, peer, amazon_asn);
    }
    Ok(out)
}

fn bird_peer(out: &mut String, number: usize, peer: &BgpPeer, amazon_asn: u32) {
    let _ = writeln!(out, "\nprotocol bgp amazon{number} {{");
    let _ = writeln!(out, "  local {} as {};", peer.customer_address.addr(), peer.asn);
    let _ = writeln!(out, "  neighbor {} as {amazon_asn};", peer.amazon_address.addr());
    let _ = writeln!(out, "  password \"{}\";", peer.auth_key);
    out.push_str("  hold time 90;\n  keepalive time 30;\n");
    out.push_str("  ipv4 {\n    import all;\n    export where proto = \"announced\";\n  };\n}\n");
}

/// FRR. Its default of announcing nothing without a policy is switched off, and what is named need not be in the kernel.
pub(super) fn frr(world: &World, interface: &VirtualInterface) -> String {
    let amazon_asn = shapes::amazon_side_asn(world, interface);
    let own_asn = interface.bgp_peers.first().map_or(0, |peer| peer.asn);
    let mut out = String::new();
    device(&mut out, '!', interface);
    let _ = writeln!(out, "router bgp {own_asn}");
    let _ = writeln!(out, " bgp router-id {}", router_id(interface));
    out.push_str(" no bgp ebgp-requires-policy\n no bgp network import-check\n");
    for peer in &interface.bgp_peers {
        let neighbor = peer.amazon_address.addr();
        let _ = writeln!(out, " neighbor {neighbor} remote-as {amazon_asn}");
        if peer.asn != own_asn {
            let _ = writeln!(out, " neighbor {neighbor} local-as {} no-prepend replace-as", peer.asn);
        }
        let _ = writeln!(out, " neighbor {neighbor} password {}", peer.auth_key);
        let _ = writeln!(out, " neighbor {neighbor} timers 30 90");
    }
    out.push_str(" !\n address-family ipv4 unicast\n");
    let prefixes = announced(world, interface);
    if prefixes.is_empty() {
        out.push_str("  ! Name what to announce:  network 192.0.2.0/24\n");
    }
    for prefix in prefixes {
        let _ = writeln!(out, "  network {prefix}");
    }
    for peer in &interface.bgp_peers {
        let _ = writeln!(out, "  neighbor {} activate", peer.amazon_address.addr());
    }
    out.push_str(" exit-address-family\nexit\n");
    out
}
