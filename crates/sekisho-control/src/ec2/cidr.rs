//! CIDR blocks as requests spell them.
//!
//! Host bits are cleared, as the service does (`100.68.0.18/18` is stored as `100.68.0.0/18`); anything that is not four
//! decimal octets and a length is refused.

use std::net::Ipv4Addr;

use ipnet::Ipv4Net;
use sekisho_wire::AwsError;

use super::error::invalid_value;

/// A block given as `parameter`.
pub(super) fn parse(text: &str, parameter: &str) -> Result<Ipv4Net, AwsError> {
    text.parse::<Ipv4Net>()
        .map(|net| net.trunc())
        .map_err(|_| invalid_value(text, parameter, "This is not a valid CIDR block."))
}

/// Addresses that no VPC may hold: this network, loopback, link-local, multicast and above.
pub(super) fn is_reserved(net: Ipv4Net) -> bool {
    const RESERVED: [(Ipv4Addr, u8); 4] = [
        (Ipv4Addr::new(0, 0, 0, 0), 8),
        (Ipv4Addr::new(127, 0, 0, 0), 8),
        (Ipv4Addr::new(169, 254, 0, 0), 16),
        (Ipv4Addr::new(224, 0, 0, 0), 3),
    ];
    RESERVED
        .iter()
        .filter_map(|(address, length)| Ipv4Net::new(*address, *length).ok())
        .any(|reserved| overlap(reserved, net))
}

/// Whether two blocks share an address.
pub(super) fn overlap(one: Ipv4Net, other: Ipv4Net) -> bool {
    one.contains(&other) || other.contains(&one)
}

/// Addresses of a subnet that can be given out: all but the first four and the last (VPC guide, "Subnet CIDR blocks").
pub(super) fn usable(net: Ipv4Net) -> impl Iterator<Item = Ipv4Addr> {
    usable_range(net).map(Ipv4Addr::from)
}

/// How many addresses of a subnet can be given out.
pub(super) fn usable_count(net: Ipv4Net) -> usize {
    usable_range(net).len()
}

/// Whether an address of a subnet can be given out.
pub(super) fn is_usable(net: Ipv4Net, address: Ipv4Addr) -> bool {
    usable_range(net).contains(&u32::from(address))
}

fn usable_range(net: Ipv4Net) -> std::ops::Range<u32> {
    u32::from(net.network()).saturating_add(4)..u32::from(net.broadcast())
}
