//! The two addresses of a BGP peer.
//!
//! Either both are given or neither; then a /30 of 169.254.0.0/16 is drawn, Amazon's end first (API reference,
//! `NewPrivateVirtualInterface`; user guide, "Peer IP addresses"). Networks of live peers never overlap, on whichever
//! interface they are, since a router that has both would not know where to send; AWS leaves that to the customer.

use std::net::Ipv4Addr;

use ipnet::Ipv4Net;
use sekisho_core::{Mint, World, vpc::Lifecycle};
use sekisho_wire::AwsError;

use super::error::{client, shown};

/// Peer networks that may be given; wider ones are a mistake rather than a link.
const PREFIX_LENGTHS: std::ops::RangeInclusive<u8> = 24..=31;
const LINK_LOCAL: u32 = 0xa9fe_0000;
/// /30 networks in 169.254.0.0/16.
const DRAWN_NETWORKS: u32 = 1 << 14;

/// Amazon's end and the customer's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Addresses {
    /// With its prefix length.
    pub(super) amazon: Ipv4Net,
    /// With its prefix length.
    pub(super) customer: Ipv4Net,
}

/// The addresses given, checked, or drawn ones.
pub(super) fn choose(
    world: &World,
    mint: &mut Mint,
    amazon: Option<&str>,
    customer: Option<&str>,
) -> Result<Addresses, AwsError> {
    match (amazon, customer) {
        (None, None) => draw(world, mint),
        (Some(amazon), Some(customer)) => {
            let addresses = Addresses {
                amazon: parse("Amazon", "amazonAddress", amazon)?,
                customer: parse("Customer", "customerAddress", customer)?,
            };
            check(world, addresses)?;
            Ok(addresses)
        }
        _ => Err(client("amazonAddress and customerAddress must be given together, or neither")),
    }
}

/// An address in CIDR form; IPv6 is refused as not served.
pub(super) fn parse(whose: &str, member: &str, text: &str) -> Result<Ipv4Net, AwsError> {
    if text.contains(':') {
        return Err(client(format!("{member}: IPv6 BGP peers are not served by this implementation")));
    }
    let network: Ipv4Net = text.parse().map_err(|_| {
        client(format!(
            "{whose} Address {} is not an IPv4 address in CIDR form, such as 169.254.255.1/30",
            shown(text)
        ))
    })?;
    if !PREFIX_LENGTHS.contains(&network.prefix_len()) {
        return Err(client(format!("{whose} Address {network} must have a prefix length of 24 to 31")));
    }
    Ok(network)
}

fn check(world: &World, Addresses { amazon, customer }: Addresses) -> Result<(), AwsError> {
    if amazon.prefix_len() != customer.prefix_len() || amazon.trunc() != customer.trunc() {
        return Err(client("Amazon Address and Customer Address must be in the same CIDR"));
    }
    check_usable("Amazon", amazon)?;
    check_usable("Customer", customer)?;
    if amazon.addr() == customer.addr() {
        return Err(client("Amazon Address and Customer Address must differ"));
    }
    if is_resolver_net(amazon.trunc()) {
        return Err(client(format!(
            "Amazon Address and Customer Address must not be in {}, which holds 169.254.169.253 and 169.254.169.254",
            amazon.trunc()
        )));
    }
    match owner(world, amazon.trunc()) {
        Some(owner) => {
            Err(client(format!("The peer addresses in {} overlap those of {owner}", amazon.trunc())))
        }
        None => Ok(()),
    }
}

fn check_usable(whose: &str, address: Ipv4Net) -> Result<(), AwsError> {
    if address.prefix_len() < 31 {
        if address.addr() == address.network() {
            return Err(client(format!("{whose} Address is address 0 on its subnet.")));
        }
        if address.addr() == address.broadcast() {
            return Err(client(format!("{whose} Address is the broadcast address on its subnet.")));
        }
    }
    let ip = address.addr();
    let unusable = ip.is_loopback()
        || ip.is_multicast()
        || ip.octets().first().is_some_and(|high| matches!(high, 0 | 240..));
    if unusable {
        return Err(client(format!("{whose} Address {address} is not a unicast address")));
    }
    Ok(())
}

fn overlap(one: Ipv4Net, other: Ipv4Net) -> bool {
    one.contains(&other.network()) || other.contains(&one.network())
}

/// Whether a network holds the addresses of Amazon's resolver or the instance metadata service.
fn is_resolver_net(network: Ipv4Net) -> bool {
    [253, 254].iter().any(|last| network.contains(&Ipv4Addr::new(169, 254, 169, *last)))
}

/// The live interface that has peers in a network.
fn owner(world: &World, network: Ipv4Net) -> Option<String> {
    world
        .virtual_interfaces
        .values()
        .filter(|interface| interface.state != Lifecycle::Deleted)
        .find(|interface| {
            interface.bgp_peers.iter().any(|peer| overlap(peer.amazon_address.trunc(), network))
        })
        .map(|interface| interface.id.to_string())
}

/// The first free /30 from a random one on.
fn draw(world: &World, mint: &mut Mint) -> Result<Addresses, AwsError> {
    let start = u32::try_from(mint.bits() % u64::from(DRAWN_NETWORKS)).unwrap_or(0);
    let taken: Vec<Ipv4Net> = world
        .virtual_interfaces
        .values()
        .filter(|interface| interface.state != Lifecycle::Deleted)
        .flat_map(|interface| &interface.bgp_peers)
        .map(|peer| peer.amazon_address.trunc())
        .collect();
    (0..DRAWN_NETWORKS)
        .map(|step| LINK_LOCAL + (start + step) % DRAWN_NETWORKS * 4)
        .filter_map(|base| {
            let amazon = Ipv4Net::new(Ipv4Addr::from(base + 1), 30).ok()?;
            let customer = Ipv4Net::new(Ipv4Addr::from(base + 2), 30).ok()?;
            Some(Addresses { amazon, customer })
        })
        .find(|drawn| {
            let network = drawn.amazon.trunc();
            // RFC 3927 keeps the first and last 256 addresses of the range back.
            let [_, _, third, _] = network.addr().octets();
            !matches!(third, 0 | 169 | 255) && !taken.iter().any(|other| overlap(*other, network))
        })
        .ok_or_else(|| client("169.254.0.0/16 has no free /30 for the peer addresses; give them"))
}
