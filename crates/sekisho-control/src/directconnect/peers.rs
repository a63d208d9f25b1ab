//! BGP peers of a virtual interface.
//!
//! An interface has at least one peer, made with it, and at most [`PEERS_MAX`]: our connections have logical redundancy,
//! which lets a second IPv4 peer stand beside the first (API reference, `CreateBGPPeer`), so that a key or an address
//! can be changed without an outage. The MD5 key is mandatory; one is made up if none is given.

use sekisho_core::{
    Mint, World,
    direct_connect::{BgpPeer, VirtualInterface},
    id::BgpPeerId,
};
use sekisho_wire::{AwsError, directconnect as wire};

use super::{
    addresses,
    error::{client, last_peer, not_served, shown},
    input::{fresh_id, required, required_structure},
    shapes, virtual_interfaces,
};
use crate::{Call, Outcome, Reply};

/// IPv4 peers of one interface.
const PEERS_MAX: usize = 2;
/// Bytes of an MD5 key (API reference, `NewBGPPeer`).
const KEY_LENGTHS: std::ops::RangeInclusive<usize> = 6..=80;
/// Characters of a made-up key behind its `0x`.
const KEY_DRAWN: usize = 22;

/// What a request says about a peer, wherever it says it.
#[derive(Debug)]
pub(super) struct NewPeer<'i> {
    /// `asn`.
    pub(super) asn: Option<i32>,
    /// `asnLong`.
    pub(super) asn_long: Option<i64>,
    /// `authKey`.
    pub(super) auth_key: Option<&'i str>,
    /// `addressFamily`.
    pub(super) address_family: Option<&'i str>,
    /// `amazonAddress`.
    pub(super) amazon_address: Option<&'i str>,
    /// `customerAddress`.
    pub(super) customer_address: Option<&'i str>,
}

impl NewPeer<'_> {
    /// The peer, checked and completed. `amazon_side_asn` is the gateway's.
    pub(super) fn make(
        &self,
        world: &World,
        mint: &mut Mint,
        amazon_side_asn: u32,
    ) -> Result<BgpPeer, AwsError> {
        match self.address_family {
            None | Some("ipv4") => {}
            Some("ipv6") => return Err(not_served("IPv6 BGP peers are")),
            Some(other) => {
                return Err(client(format!("addressFamily {} is not one of: ipv4, ipv6", shown(other))));
            }
        }
        let asn =
            asn(self.asn, self.asn_long)?.ok_or_else(|| client("An ASN is required: give asn or asnLong"))?;
        if asn == amazon_side_asn {
            return Err(client(format!(
                "The ASN {asn} is that of the Amazon side; the customer's must differ"
            )));
        }
        let auth_key = match self.auth_key {
            Some(key) => checked_key(key)?.to_owned(),
            None => drawn_key(mint),
        };
        let addresses = addresses::choose(world, mint, self.amazon_address, self.customer_address)?;
        let taken = |id: &str| {
            world
                .virtual_interfaces
                .values()
                .any(|interface| interface.bgp_peers.iter().any(|peer| peer.id.as_str() == id))
        };
        Ok(BgpPeer {
            id: BgpPeerId::from(fresh_id(mint, "dxpeer", taken)),
            asn,
            auth_key,
            amazon_address: addresses.amazon,
            customer_address: addresses.customer,
        })
    }
}

/// The ASN that the two members name: `asn` up to 2147483646, `asnLong` up to 4294967294.
fn asn(asn: Option<i32>, asn_long: Option<i64>) -> Result<Option<u32>, AwsError> {
    let short = match asn {
        None => None,
        Some(asn) if (1..i32::MAX).contains(&asn) => u32::try_from(asn).ok(),
        Some(asn) => {
            return Err(client(format!(
                "asn {asn} is not from 1 to 2147483646; use asnLong for larger ones"
            )));
        }
    };
    let long = match asn_long {
        None => None,
        Some(asn) if (1..i64::from(u32::MAX)).contains(&asn) => u32::try_from(asn).ok(),
        Some(asn) => return Err(client(format!("asnLong {asn} is not from 1 to 4294967294"))),
    };
    match (short, long) {
        (Some(short), Some(long)) if short != long => {
            Err(client("asn and asnLong differ; give only one of them"))
        }
        (short, long) => Ok(long.or(short)),
    }
}

fn checked_key(key: &str) -> Result<&str, AwsError> {
    if !KEY_LENGTHS.contains(&key.len()) {
        return Err(client("authKey must have 6 to 80 characters"));
    }
    if !key.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(client("authKey must consist of printable ASCII characters without spaces"));
    }
    Ok(key)
}

/// `0x` and letters and digits, every one equally likely.
fn drawn_key(mint: &mut Mint) -> String {
    const ALPHABET: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    let mut key = "0x".to_owned();
    while key.len() < KEY_DRAWN + 2 {
        for byte in mint.secret_bytes(KEY_DRAWN) {
            // 248 is the largest multiple of 62 in a byte.
            if byte < 248 && key.len() < KEY_DRAWN + 2 {
                key.extend(ALPHABET.get(usize::from(byte) % ALPHABET.len()).map(|byte| char::from(*byte)));
            }
        }
    }
    key
}

/// `CreateBGPPeer`.
pub(super) fn create(
    call: &mut Call<'_>,
    input: wire::CreateBGPPeerInput,
) -> Outcome<wire::CreateBGPPeerOutput> {
    let id = required(input.virtual_interface_id.as_ref(), "virtualInterfaceId")?;
    let new = required_structure(input.new_bgp_peer.as_ref(), "newBGPPeer")?;
    let interface = virtual_interfaces::find_live(call.world, id)?;
    let new = NewPeer {
        asn: new.asn,
        asn_long: new.asn_long,
        auth_key: new.auth_key.as_deref(),
        address_family: new.address_family.as_deref(),
        amazon_address: new.amazon_address.as_deref(),
        customer_address: new.customer_address.as_deref(),
    };
    let amazon_side_asn = shapes::amazon_side_asn(call.world, interface);
    let peer = new.make(call.world, &mut call.mint, amazon_side_asn)?;
    if interface.bgp_peers.len() >= PEERS_MAX {
        return Err(client(format!(
            "Virtual Interface {id} has the maximum of {PEERS_MAX} IPv4 BGP peers already"
        )));
    }
    let mut next = interface.clone();
    next.bgp_peers.push(peer);
    let output =
        wire::CreateBGPPeerOutput { virtual_interface: Some(shapes::virtual_interface(call.world, &next)) };
    Ok(Reply::write(output, vec![next.into()]))
}

/// `DeleteBGPPeer`: the peer that every member given points at.
pub(super) fn delete(
    call: &mut Call<'_>,
    input: wire::DeleteBGPPeerInput,
) -> Outcome<wire::DeleteBGPPeerOutput> {
    let id = required(input.virtual_interface_id.as_ref(), "virtualInterfaceId")?;
    let asn = asn(input.asn, input.asn_long)?;
    let customer_address = input
        .customer_address
        .as_deref()
        .map(|text| addresses::parse("Customer", "customerAddress", text))
        .transpose()?;
    let peer_id = input.bgp_peer_id.as_deref();
    if asn.is_none() && customer_address.is_none() && peer_id.is_none() {
        return Err(client("Say which BGP peer: give bgpPeerId, or asn (or asnLong) and customerAddress"));
    }
    let interface = virtual_interfaces::find_live(call.world, id)?;
    let is_meant = |peer: &BgpPeer| {
        peer_id.is_none_or(|id| peer.id.as_str() == id)
            && asn.is_none_or(|asn| peer.asn == asn)
            && customer_address.is_none_or(|address| peer.customer_address == address)
    };
    let next = without(interface, is_meant)?;
    let output =
        wire::DeleteBGPPeerOutput { virtual_interface: Some(shapes::virtual_interface(call.world, &next)) };
    Ok(Reply::write(output, vec![next.into()]))
}

fn without(
    interface: &VirtualInterface,
    is_meant: impl Fn(&BgpPeer) -> bool,
) -> Result<VirtualInterface, AwsError> {
    match interface.bgp_peers.iter().filter(|peer| is_meant(peer)).count() {
        0 => Err(client(format!("The BGP peer does not exist on Virtual Interface {}", interface.id))),
        1 if interface.bgp_peers.len() == 1 => Err(last_peer()),
        1 => {
            let mut next = interface.clone();
            next.bgp_peers.retain(|peer| !is_meant(peer));
            Ok(next)
        }
        _ => Err(client(format!(
            "More than one BGP peer of Virtual Interface {} is meant; give bgpPeerId",
            interface.id
        ))),
    }
}
