//! `IpAddress` and `NotIpAddress`: addresses in CIDR blocks of their own family.
//!
//! An IPv4 address written into IPv6 (`::ffff:…`, as a dual-stack socket reports it) is the IPv4 address. Bits beyond a
//! block's prefix are ignored.

use std::net::IpAddr;

use crate::context::Value;

/// A block of addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Network {
    V4 { bits: u32, mask: u32 },
    V6 { bits: u128, mask: u128 },
}

impl Network {
    /// Reads an address, or an address and a prefix length.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (address, length) = match text.split_once('/') {
            Some((address, length)) => {
                let plain =
                    !length.is_empty() && length.len() <= 3 && length.bytes().all(|b| b.is_ascii_digit());
                (address, Some(length.parse::<u32>().ok().filter(|_| plain)?))
            }
            None => (text, None),
        };
        match address.parse::<IpAddr>().ok()? {
            IpAddr::V4(address) => Self::v4(address.to_bits(), length.unwrap_or(32)),
            IpAddr::V6(address) => match (address.to_ipv4_mapped(), length.unwrap_or(128)) {
                (Some(inner), length @ 96..=128) => Self::v4(inner.to_bits(), length - 96),
                (_, length) => Self::v6(address.to_bits(), length),
            },
        }
    }

    fn v4(bits: u32, length: u32) -> Option<Self> {
        let mask = u32::MAX.checked_shl(32_u32.checked_sub(length)?).unwrap_or(0);
        Some(Self::V4 { bits: bits & mask, mask })
    }

    fn v6(bits: u128, length: u32) -> Option<Self> {
        let mask = u128::MAX.checked_shl(128_u32.checked_sub(length)?).unwrap_or(0);
        Some(Self::V6 { bits: bits & mask, mask })
    }

    #[inline]
    fn contains(&self, address: IpAddr) -> bool {
        match (self, address) {
            (Self::V4 { bits, mask }, IpAddr::V4(address)) => address.to_bits() & mask == *bits,
            (Self::V6 { bits, mask }, IpAddr::V6(address)) => address.to_bits() & mask == *bits,
            _ => false,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wanted(Box<[Network]>);

impl Wanted {
    pub(crate) fn new(values: &[String]) -> Self {
        Self(values.iter().filter_map(|value| Network::parse(value)).collect())
    }

    #[inline]
    pub(crate) fn matches(&self, value: &Value<'_>) -> bool {
        let found = match value {
            Value::Address(address) => Some(*address),
            Value::Text(text) => text.parse().ok(),
            _ => None,
        };
        found.is_some_and(|found| {
            let found = found.to_canonical();
            self.0.iter().any(|network| network.contains(found))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_hold_their_own_family() {
        for (block, address, wanted) in [
            ("10.0.0.0/8", "10.255.0.1", true),
            ("10.0.0.0/8", "11.0.0.0", false),
            ("10.1.2.3/8", "10.9.9.9", true),
            ("0.0.0.0/0", "203.0.113.9", true),
            ("0.0.0.0/0", "::1", false),
            ("::/0", "::1", true),
            ("::/0", "10.0.0.1", false),
            ("10.0.0.0/8", "::ffff:10.0.0.1", true),
            ("::ffff:10.0.0.0/104", "10.0.0.1", true),
            ("2001:DB8::/32", "2001:db8:0:0:0:0:0:1", true),
        ] {
            let test = Wanted::new(&[block.to_owned()]);
            assert_eq!(test.matches(&Value::Text(address)), wanted, "{block} {address}");
            assert_eq!(test.matches(&Value::Address(address.parse().unwrap())), wanted, "{block} {address}");
        }
    }

    #[test]
    fn other_texts_are_no_blocks() {
        for text in [
            "",
            "x",
            "10.0.0.0/33",
            "10.0.0.0/",
            "10.0.0.0/-1",
            "10.0.0.0/+8",
            "10.0.0/8",
            "::/129",
            "10.0.0.1/8/8",
        ] {
            assert_eq!(Network::parse(text), None, "{text}");
        }
    }
}
