//! The expressions of a rule: small instructions over one register.
//!
//! A rule is a list of them; the first that does not hold ends the rule. Only register 1 is used, because every
//! comparison here follows its load at once.

use std::net::Ipv4Addr;

use ipnet::Ipv4Net;

use crate::netlink::Message;

/// A rule.
pub(crate) type Rule = Vec<Expression>;

const REGISTER: u32 = 1;
const REGISTER_VERDICT: u32 = 0;
const EXPRESSION_NAME: u16 = 1;
const EXPRESSION_DATA: u16 = 2;
const LIST_ELEMENT: u16 = 1;
const DATA_VALUE: u16 = 1;
const DATA_VERDICT: u16 = 2;
const VERDICT_CODE: u16 = 1;
const VERDICT_CHAIN: u16 = 2;
const NF_DROP: u32 = 0;
const NF_ACCEPT: u32 = 1;
const NFT_JUMP: i32 = -3;
/// `rt mtu` as a segment size, the option's kind and the place of the size in it.
const RT_TCPMSS: u32 = 3;
const TCPOPT_MAXSEG: u8 = 2;
const OPERATION_TCPOPT: u32 = 1;

/// Where in a packet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Base {
    Network,
    Transport,
}

/// How bytes are compared, as big numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Compare {
    Equal,
    NotEqual,
    AtMost,
    AtLeast,
}

/// What happens to a packet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict {
    Accept,
    Drop,
    Jump(String),
}

impl Verdict {
    /// The verdict as a data attribute's content.
    pub(crate) fn write_data(&self, message: &mut Message) {
        message.nest(DATA_VERDICT, |message| match self {
            Self::Accept => message.be32(VERDICT_CODE, NF_ACCEPT),
            Self::Drop => message.be32(VERDICT_CODE, NF_DROP),
            Self::Jump(chain) => {
                message.be32(VERDICT_CODE, NFT_JUMP.cast_unsigned());
                message.text(VERDICT_CHAIN, chain);
            }
        });
    }
}

/// One instruction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Expression {
    /// Loads a fact about the packet (`NFT_META_…`).
    Meta(i32),
    /// Loads the connection's state as a bit.
    ConnectionState,
    /// Loads bytes.
    Payload { base: Base, offset: u32, length: u32 },
    /// Keeps bits.
    Mask(Vec<u8>),
    /// Goes on if what is loaded compares so.
    Compare(Compare, Vec<u8>),
    /// Goes on if what is loaded is in a set.
    InSet(String),
    /// Takes the verdict a map has for what is loaded.
    VerdictMap(String),
    /// Ends.
    Verdict(Verdict),
    /// Writes the path's segment size into a SYN's option.
    ClampSegmentSize,
}

impl Expression {
    /// Writes the expression as an element of a rule's list.
    pub(crate) fn write(&self, message: &mut Message) {
        if *self == Self::ClampSegmentSize {
            return write_clamp(message);
        }
        element(message, self.name(), |message| self.write_data(message));
    }

    const fn name(&self) -> &'static str {
        match self {
            Self::Meta(_) => "meta",
            Self::ConnectionState => "ct",
            Self::Payload { .. } => "payload",
            Self::Mask(_) => "bitwise",
            Self::Compare(..) => "cmp",
            Self::InSet(_) | Self::VerdictMap(_) => "lookup",
            Self::Verdict(_) => "immediate",
            Self::ClampSegmentSize => "exthdr",
        }
    }

    fn write_data(&self, message: &mut Message) {
        match self {
            Self::Meta(key) => {
                message.be32(1, REGISTER);
                message.be32(2, key.cast_unsigned());
            }
            Self::ConnectionState => {
                message.be32(1, REGISTER);
                message.be32(2, libc::NFT_CT_STATE.cast_unsigned());
            }
            Self::Payload { base, offset, length } => {
                message.be32(1, REGISTER);
                message.be32(
                    2,
                    match base {
                        Base::Network => libc::NFT_PAYLOAD_NETWORK_HEADER,
                        Base::Transport => libc::NFT_PAYLOAD_TRANSPORT_HEADER,
                    }
                    .cast_unsigned(),
                );
                message.be32(3, *offset);
                message.be32(4, *length);
            }
            Self::Mask(mask) => {
                message.be32(1, REGISTER);
                message.be32(2, REGISTER);
                message.be32(3, u32::try_from(mask.len()).unwrap_or_default());
                message.nest(4, |message| message.bytes(DATA_VALUE, mask));
                message.nest(5, |message| message.bytes(DATA_VALUE, &vec![0; mask.len()]));
            }
            Self::Compare(compare, value) => {
                message.be32(1, REGISTER);
                message.be32(
                    2,
                    match compare {
                        Compare::Equal => libc::NFT_CMP_EQ,
                        Compare::NotEqual => libc::NFT_CMP_NEQ,
                        Compare::AtMost => libc::NFT_CMP_LTE,
                        Compare::AtLeast => libc::NFT_CMP_GTE,
                    }
                    .cast_unsigned(),
                );
                message.nest(3, |message| message.bytes(DATA_VALUE, value));
            }
            Self::InSet(set) => {
                message.text(1, set);
                message.be32(2, REGISTER);
            }
            Self::VerdictMap(map) => {
                message.text(1, map);
                message.be32(2, REGISTER);
                message.be32(3, REGISTER_VERDICT);
            }
            Self::Verdict(verdict) => {
                message.be32(1, REGISTER_VERDICT);
                message.nest(2, |message| verdict.write_data(message));
            }
            Self::ClampSegmentSize => {}
        }
    }

    /// `ip protocol` or `meta l4proto`.
    pub(crate) fn protocol(number: u8) -> [Self; 2] {
        [Self::Meta(libc::NFT_META_L4PROTO), Self::Compare(Compare::Equal, vec![number])]
    }

    /// Only IPv4 packets.
    pub(crate) fn ipv4() -> [Self; 2] {
        let family = u8::try_from(libc::NFPROTO_IPV4).unwrap_or_default();
        [Self::Meta(libc::NFT_META_NFPROTO), Self::Compare(Compare::Equal, vec![family])]
    }

    /// From a link whose name starts so.
    pub(crate) fn from_link_prefix(prefix: &str) -> [Self; 2] {
        [Self::Meta(libc::NFT_META_IIFNAME), Self::Compare(Compare::Equal, prefix.as_bytes().to_vec())]
    }

    /// From the link of exactly this name.
    pub(crate) fn from_link(name: &str) -> [Self; 2] {
        let mut padded = name.as_bytes().to_vec();
        padded.resize(16, 0);
        [Self::Meta(libc::NFT_META_IIFNAME), Self::Compare(Compare::Equal, padded)]
    }

    /// In one of these connection states (bits of `NF_CT_STATE_BIT`).
    pub(crate) fn state(bits: u32) -> [Self; 3] {
        [
            Self::ConnectionState,
            Self::Mask(bits.to_ne_bytes().to_vec()),
            Self::Compare(Compare::NotEqual, vec![0; 4]),
        ]
    }

    /// Loads the source address.
    pub(crate) const fn source() -> Self {
        Self::Payload { base: Base::Network, offset: 12, length: 4 }
    }

    /// Loads the destination address.
    pub(crate) const fn destination() -> Self {
        Self::Payload { base: Base::Network, offset: 16, length: 4 }
    }

    /// Loads the destination port.
    pub(crate) const fn destination_port() -> Self {
        Self::Payload { base: Base::Transport, offset: 2, length: 2 }
    }

    /// To exactly this address.
    pub(crate) fn to(address: Ipv4Addr) -> [Self; 2] {
        [Self::destination(), Self::Compare(Compare::Equal, address.octets().to_vec())]
    }

    /// From a range; nothing to check if that is everything.
    pub(crate) fn from_range(range: Ipv4Net) -> Vec<Self> {
        if range.prefix_len() == 0 {
            return Vec::new();
        }
        vec![
            Self::source(),
            Self::Mask(range.netmask().octets().to_vec()),
            Self::Compare(Compare::Equal, range.network().octets().to_vec()),
        ]
    }

    /// To one of these ports; nothing to check if that is all.
    pub(crate) fn to_ports(from: u16, to: u16) -> Vec<Self> {
        let bytes = |port: u16| port.to_be_bytes().to_vec();
        match (from, to) {
            (0, u16::MAX) => Vec::new(),
            (from, to) if from == to => {
                vec![Self::destination_port(), Self::Compare(Compare::Equal, bytes(from))]
            }
            (from, to) => vec![
                Self::destination_port(),
                Self::Compare(Compare::AtLeast, bytes(from)),
                Self::Compare(Compare::AtMost, bytes(to)),
            ],
        }
    }
}

fn element(message: &mut Message, name: &str, data: impl FnOnce(&mut Message)) {
    message.nest(LIST_ELEMENT, |message| {
        message.text(EXPRESSION_NAME, name);
        message.nest(EXPRESSION_DATA, data);
    });
}

/// `tcp option maxseg size set rt mtu`: load, to network order, store.
fn write_clamp(message: &mut Message) {
    element(message, "rt", |message| {
        message.be32(1, REGISTER);
        message.be32(2, RT_TCPMSS);
    });
    element(message, "byteorder", |message| {
        message.be32(1, REGISTER);
        message.be32(2, REGISTER);
        message.be32(3, libc::NFT_BYTEORDER_HTON.cast_unsigned());
        message.be32(4, 2);
        message.be32(5, 2);
    });
    element(message, "exthdr", |message| {
        message.bytes(2, &[TCPOPT_MAXSEG]);
        message.be32(3, 2);
        message.be32(4, 2);
        message.be32(6, OPERATION_TCPOPT);
        message.be32(7, REGISTER);
    });
}
