//! Links and their addresses: veth pairs, 802.1Q sub-interfaces.
//!
//! Sources: `rtnetlink(7)`; `linux/if_link.h`.

use std::collections::BTreeMap;
use std::io;
use std::net::Ipv4Addr;
use std::os::fd::{AsRawFd, BorrowedFd};

use ipnet::Ipv4Net;

use super::{CREATE, EXCLUSIVE, Message, REPLACE, Socket, address, attributes, number, text};

const VETH_INFO_PEER: u16 = 1;
const IFLA_VLAN_ID: u16 = 1;
const IFA_ADDRESS: u16 = 1;
const IFA_LOCAL: u16 = 2;
const IFF_UP: u32 = libc::IFF_UP as u32;
const IFF_NOARP: u32 = libc::IFF_NOARP as u32;

/// A link as the kernel has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) index: u32,
    pub(crate) up: bool,
    pub(crate) no_arp: bool,
    pub(crate) mtu: u32,
    pub(crate) alias: String,
}

/// What a link is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Settings<'a> {
    pub(crate) mtu: u32,
    pub(crate) alias: &'a str,
    pub(crate) no_arp: bool,
}

fn fixed(index: u32, flags: u32, change: u32) -> [u8; 16] {
    let mut bytes = [0; 16];
    bytes[4..8].copy_from_slice(&index.to_ne_bytes());
    bytes[8..12].copy_from_slice(&flags.to_ne_bytes());
    bytes[12..16].copy_from_slice(&change.to_ne_bytes());
    bytes
}

/// All links by name.
pub(crate) fn links(socket: &mut Socket) -> io::Result<BTreeMap<String, Link>> {
    let mut all = BTreeMap::new();
    for received in socket.dump(Message::new(libc::RTM_GETLINK, 0, &fixed(0, 0, 0)))? {
        let (Some(index), Some(flags)) =
            (received.body.get(4..8).and_then(number), received.body.get(8..12).and_then(number))
        else {
            continue;
        };
        let (up, no_arp) = (flags & IFF_UP != 0, flags & IFF_NOARP != 0);
        let mut link = Link { index, up, no_arp, mtu: 0, alias: String::new() };
        let mut name = String::new();
        for (kind, value) in attributes(received.body.get(16..).unwrap_or_default()) {
            match kind {
                libc::IFLA_IFNAME => name = text(value),
                libc::IFLA_MTU => link.mtu = number(value).unwrap_or_default(),
                libc::IFLA_IFALIAS => link.alias = text(value),
                _ => {}
            }
        }
        all.insert(name, link);
    }
    Ok(all)
}

/// Makes a pair, one end here, the other in another namespace. With a hardware address, both ends get it: on a link
/// without ARP each then takes what the other sends.
pub(crate) fn add_veth(
    socket: &mut Socket,
    name: &str,
    (peer, peer_name): (BorrowedFd<'_>, &str),
    mtu: u32,
    hardware: Option<[u8; 6]>,
) -> io::Result<()> {
    let mut message = Message::new(libc::RTM_NEWLINK, CREATE | EXCLUSIVE, &fixed(0, 0, 0));
    let end = |message: &mut Message, name: &str| {
        message.text(libc::IFLA_IFNAME, name);
        message.u32(libc::IFLA_MTU, mtu);
        if let Some(hardware) = hardware {
            message.bytes(libc::IFLA_ADDRESS, &hardware);
        }
    };
    end(&mut message, name);
    message.nest(libc::IFLA_LINKINFO, |message| {
        message.text(libc::IFLA_INFO_KIND, "veth");
        message.nest(libc::IFLA_INFO_DATA, |message| {
            message.nest(VETH_INFO_PEER, |message| {
                message.raw(&fixed(0, 0, 0));
                end(message, peer_name);
                message.bytes(libc::IFLA_NET_NS_FD, &peer.as_raw_fd().to_ne_bytes());
            });
        });
    });
    socket.request(message)
}

/// Makes an 802.1Q sub-interface.
pub(crate) fn add_vlan(socket: &mut Socket, name: &str, parent: u32, tag: u16, mtu: u32) -> io::Result<()> {
    let mut message = Message::new(libc::RTM_NEWLINK, CREATE | EXCLUSIVE, &fixed(0, 0, 0));
    message.text(libc::IFLA_IFNAME, name);
    message.u32(libc::IFLA_LINK, parent);
    message.u32(libc::IFLA_MTU, mtu);
    message.nest(libc::IFLA_LINKINFO, |message| {
        message.text(libc::IFLA_INFO_KIND, "vlan");
        message.nest(libc::IFLA_INFO_DATA, |message| message.bytes(IFLA_VLAN_ID, &tag.to_ne_bytes()));
    });
    socket.request(message)
}

/// Sets a link up with its settings.
pub(crate) fn set_up(socket: &mut Socket, index: u32, settings: Settings<'_>) -> io::Result<()> {
    let no_arp = if settings.no_arp { IFF_NOARP } else { 0 };
    let mut message = Message::new(libc::RTM_NEWLINK, 0, &fixed(index, IFF_UP | no_arp, IFF_UP | IFF_NOARP));
    if settings.mtu > 0 {
        message.u32(libc::IFLA_MTU, settings.mtu);
    }
    if !settings.alias.is_empty() {
        message.text(libc::IFLA_IFALIAS, settings.alias);
    }
    socket.request(message)
}

/// Removes a link, and with it its peer or its sub-interfaces.
pub(crate) fn delete(socket: &mut Socket, index: u32) -> io::Result<()> {
    socket.request(Message::new(libc::RTM_DELLINK, 0, &fixed(index, 0, 0)))
}

/// All IPv4 addresses with the index of their link.
pub(crate) fn addresses(socket: &mut Socket) -> io::Result<Vec<(u32, Ipv4Net)>> {
    let mut all = Vec::new();
    let question = Message::new(libc::RTM_GETADDR, 0, &[libc::AF_INET as u8, 0, 0, 0, 0, 0, 0, 0]);
    for received in socket.dump(question)? {
        let (Some(length), Some(index)) = (received.body.get(1), received.body.get(4..8).and_then(number))
        else {
            continue;
        };
        let local = attributes(received.body.get(8..).unwrap_or_default())
            .find(|(kind, _)| *kind == IFA_LOCAL)
            .and_then(|(_, value)| address(value));
        if let Some(net) = local.and_then(|local| Ipv4Net::new(local, *length).ok()) {
            all.push((index, net));
        }
    }
    Ok(all)
}

fn address_message(kind: u16, flags: u16, index: u32, net: Ipv4Net) -> Message {
    let mut fixed = [libc::AF_INET as u8, net.prefix_len(), 0, 0, 0, 0, 0, 0];
    fixed[4..8].copy_from_slice(&index.to_ne_bytes());
    let mut message = Message::new(kind, flags, &fixed);
    let local: Ipv4Addr = net.addr();
    message.bytes(IFA_LOCAL, &local.octets());
    message.bytes(IFA_ADDRESS, &local.octets());
    message
}

/// Gives a link an address.
pub(crate) fn add_address(socket: &mut Socket, index: u32, net: Ipv4Net) -> io::Result<()> {
    socket.request(address_message(libc::RTM_NEWADDR, CREATE | REPLACE, index, net))
}

/// Takes an address from a link.
pub(crate) fn delete_address(socket: &mut Socket, index: u32, net: Ipv4Net) -> io::Result<()> {
    socket.request(address_message(libc::RTM_DELADDR, 0, index, net))
}
