//! What a speaker is told to be: its AS, its peers, and what it advertises to each.
//!
//! Everything is checked by [`SpeakerConfig::validate`] before a socket is touched, and what is wrong is refused by
//! name, because a session that stays down for a silent reason costs a network engineer an afternoon. A session
//! carries the routes of one address family, the family of its two addresses, as on a virtual interface, where
//! each family has a peer of its own.
//!
//! Sources: RFC 4271 §4.2 (hold time), 2385 §4.5 (key), AWS Direct Connect API, `NewPrivateVirtualInterface`
//! (authKey of 6 to 80 characters), Direct Connect quotas (100 prefixes a family).

use std::collections::BTreeSet;
use std::fmt;
use std::net::{IpAddr, Ipv4Addr};
use std::time::Duration;

use ipnet::IpNet;

/// The port BGP listens on (RFC 4271 §2).
pub const BGP_PORT: u16 = 179;
/// The hold time Amazon's side proposes, in seconds.
pub const DEFAULT_HOLD_TIME: u16 = 90;
/// The shortest hold time that may be proposed or accepted, in seconds (RFC 4271 §4.2).
pub const MIN_HOLD_TIME: u16 = 3;
/// Prefixes accepted from a customer, for each address family, on a private virtual interface.
pub const DEFAULT_PREFIX_LIMIT: u32 = 100;
/// The largest prefix limit that can be configured.
pub const MAX_PREFIX_LIMIT: u32 = 10_000;
/// Longest key the kernel takes for the TCP MD5 option, in bytes.
pub const MAX_AUTH_KEY_LEN: usize = 80;
/// Peers of one speaker, at most.
pub const MAX_PEERS: usize = 512;
/// Prefixes advertised to one peer, at most.
pub const MAX_ADVERTISED: usize = 5_000;
/// Communities on one advertised prefix, at most.
pub const MAX_COMMUNITIES: usize = 32;
/// Times the local AS may be prepended to one advertised prefix, at most.
pub const MAX_PREPEND: u8 = 16;

/// One speaker: an AS in one network namespace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpeakerConfig {
    /// The AS number of this side, two or four octets.
    pub local_asn: u32,
    /// The BGP identifier. Not zero.
    pub router_id: Ipv4Addr,
    /// The neighbours, each with an identifier and an address of its own.
    pub peers: Vec<PeerConfig>,
}

/// Who opens the TCP connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Connect {
    /// Both dial and listen, as a router does.
    #[default]
    Both,
    /// Only dial. Connections from the peer are closed.
    Active,
    /// Only listen.
    Passive,
}

impl Connect {
    pub(crate) fn dials(self) -> bool {
        self != Self::Passive
    }

    pub(crate) fn listens(self) -> bool {
        self != Self::Active
    }
}

/// One neighbour.
#[derive(Clone, PartialEq, Eq)]
pub struct PeerConfig {
    /// The name it has in events and in the snapshot, such as a `bgpPeerId`.
    pub id: String,
    /// Our address of the link.
    pub local_addr: IpAddr,
    /// The neighbour's address.
    pub remote_addr: IpAddr,
    /// The AS number the neighbour must have.
    pub remote_asn: u32,
    /// The key of the TCP MD5 option (RFC 2385), or none for an unsigned session.
    pub auth_key: Option<String>,
    /// The hold time proposed, in seconds; the smaller of both sides' is used.
    pub hold_time: u16,
    /// Prefixes accepted, at most. One more ends the session with Cease, 6/1.
    pub prefix_limit: u32,
    /// What is told to this neighbour.
    pub advertise: Vec<Advertisement>,
    /// Who dials.
    pub connect: Connect,
    /// The TCP port, on both sides.
    pub port: u16,
    /// How long a connection attempt may take, and how long to wait after a failed one.
    pub connect_retry: Duration,
    /// How long the session stays idle after the prefix limit was passed, before the prefixes are counted again.
    pub idle_hold: Duration,
}

/// Without the key, which is a secret.
impl fmt::Debug for PeerConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PeerConfig")
            .field("id", &self.id)
            .field("local_addr", &self.local_addr)
            .field("remote_addr", &self.remote_addr)
            .field("remote_asn", &self.remote_asn)
            .field("auth_key", &self.auth_key.as_ref().map(|_| format_args!("secret")))
            .field("hold_time", &self.hold_time)
            .field("prefix_limit", &self.prefix_limit)
            .field("advertise", &self.advertise)
            .field("connect", &self.connect)
            .field("port", &self.port)
            .field("connect_retry", &self.connect_retry)
            .field("idle_hold", &self.idle_hold)
            .finish()
    }
}

impl PeerConfig {
    /// A peer with Amazon's timers and limits, nothing advertised and no key.
    #[must_use]
    pub fn new(id: impl Into<String>, local_addr: IpAddr, remote_addr: IpAddr, remote_asn: u32) -> Self {
        Self {
            id: id.into(),
            local_addr,
            remote_addr,
            remote_asn,
            auth_key: None,
            hold_time: DEFAULT_HOLD_TIME,
            prefix_limit: DEFAULT_PREFIX_LIMIT,
            advertise: Vec::new(),
            connect: Connect::Both,
            port: BGP_PORT,
            connect_retry: Duration::from_secs(2),
            idle_hold: Duration::from_secs(5),
        }
    }

    /// Whether `other` can be reached by changing only what is advertised, so that the session may stay up.
    pub(crate) fn same_session(&self, other: &Self) -> bool {
        let same_advertise = Self { advertise: Vec::new(), ..other.clone() };
        Self { advertise: Vec::new(), ..self.clone() } == same_advertise
    }
}

/// One prefix told to a neighbour, with the attributes the neighbour's choice depends on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Advertisement {
    /// The prefix; its host bits are zero.
    pub prefix: IpNet,
    /// Times the local AS is prepended beyond the one time it always stands in the path.
    pub prepend: u8,
    /// The multi-exit discriminator, or none.
    pub med: Option<u32>,
    /// Communities (RFC 1997), as `AS << 16 | value`.
    pub communities: Vec<u32>,
}

impl From<IpNet> for Advertisement {
    fn from(prefix: IpNet) -> Self {
        Self { prefix, prepend: 0, med: None, communities: Vec::new() }
    }
}

/// Why a configuration is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// AS 0 (RFC 7607), AS 23456 (reserved for two-octet compatibility) or 4294967295 (RFC 7300).
    #[error("AS number {0} is reserved")]
    ReservedAsn(u32),
    /// The identifier is `0.0.0.0`.
    #[error("the BGP identifier is zero")]
    ZeroRouterId,
    /// More peers than a speaker takes.
    #[error("{0} peers, the most is {MAX_PEERS}")]
    TooManyPeers(usize),
    /// Two peers have one identifier.
    #[error("two peers are called `{0}`")]
    DuplicatePeer(String),
    /// Two peers have the same addresses.
    #[error("peer `{0}` has the addresses of another peer")]
    DuplicateAddresses(String),
    /// A fact about one peer is wrong.
    #[error("peer `{peer}`: {reason}")]
    Peer {
        /// The peer's identifier.
        peer: String,
        /// What is wrong with it.
        reason: PeerConfigError,
    },
}

/// Why one peer's configuration is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PeerConfigError {
    /// The identifier is empty.
    #[error("the identifier is empty")]
    EmptyId,
    /// The session would be internal, which this speaker does not do.
    #[error("the peer's AS number {0} is our own")]
    InternalSession(u32),
    /// The peer's AS number is reserved.
    #[error("AS number {0} is reserved")]
    ReservedAsn(u32),
    /// One address is IPv4, the other IPv6.
    #[error("local address {0} and remote address {1} are of different families")]
    MixedFamilies(IpAddr, IpAddr),
    /// An address that cannot be a session end.
    #[error("address {0} cannot be an end of a session")]
    UnusableAddress(IpAddr),
    /// The hold time is below three seconds.
    #[error("hold time {0} s is below {MIN_HOLD_TIME} s")]
    HoldTime(u16),
    /// The prefix limit is zero or too large.
    #[error("prefix limit {0} is not between 1 and {MAX_PREFIX_LIMIT}")]
    PrefixLimit(u32),
    /// The key is empty or longer than the kernel takes.
    #[error("the key has {0} bytes, not 1 to {MAX_AUTH_KEY_LEN}")]
    AuthKeyLength(usize),
    /// Port 0.
    #[error("the port is zero")]
    ZeroPort,
    /// A wait of zero would spin.
    #[error("{0} is zero")]
    ZeroWait(&'static str),
    /// More prefixes than are advertised to one peer.
    #[error("{0} advertised prefixes, the most is {MAX_ADVERTISED}")]
    TooManyAdvertised(usize),
    /// A prefix of the other address family.
    #[error("advertised prefix {0} is not of the session's address family")]
    AdvertisedFamily(IpNet),
    /// A prefix with host bits.
    #[error("advertised prefix {0} has host bits")]
    HostBits(IpNet),
    /// One prefix twice.
    #[error("prefix {0} is advertised twice")]
    DuplicateAdvertised(IpNet),
    /// Too many communities on a prefix.
    #[error("prefix {0} has more than {MAX_COMMUNITIES} communities")]
    TooManyCommunities(IpNet),
    /// The AS is prepended too often.
    #[error("prefix {0} is prepended more than {MAX_PREPEND} times")]
    Prepend(IpNet),
}

impl SpeakerConfig {
    /// Checks everything that can be known before a socket is opened.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong, by name.
    pub fn validate(&self) -> Result<(), ConfigError> {
        if is_reserved_asn(self.local_asn) {
            return Err(ConfigError::ReservedAsn(self.local_asn));
        }
        if self.router_id.is_unspecified() {
            return Err(ConfigError::ZeroRouterId);
        }
        if self.peers.len() > MAX_PEERS {
            return Err(ConfigError::TooManyPeers(self.peers.len()));
        }
        let mut ids = BTreeSet::new();
        let mut addresses = BTreeSet::new();
        for peer in &self.peers {
            if !ids.insert(peer.id.as_str()) {
                return Err(ConfigError::DuplicatePeer(peer.id.clone()));
            }
            if !addresses.insert((peer.local_addr, peer.remote_addr, peer.port)) {
                return Err(ConfigError::DuplicateAddresses(peer.id.clone()));
            }
            peer.validate(self.local_asn)
                .map_err(|reason| ConfigError::Peer { peer: peer.id.clone(), reason })?;
        }
        Ok(())
    }
}

impl PeerConfig {
    fn validate(&self, local_asn: u32) -> Result<(), PeerConfigError> {
        if self.id.is_empty() {
            return Err(PeerConfigError::EmptyId);
        }
        if is_reserved_asn(self.remote_asn) {
            return Err(PeerConfigError::ReservedAsn(self.remote_asn));
        }
        if self.remote_asn == local_asn {
            return Err(PeerConfigError::InternalSession(local_asn));
        }
        self.validate_addresses()?;
        if self.hold_time < MIN_HOLD_TIME {
            return Err(PeerConfigError::HoldTime(self.hold_time));
        }
        if self.prefix_limit == 0 || self.prefix_limit > MAX_PREFIX_LIMIT {
            return Err(PeerConfigError::PrefixLimit(self.prefix_limit));
        }
        if let Some(key) = &self.auth_key
            && !(1..=MAX_AUTH_KEY_LEN).contains(&key.len())
        {
            return Err(PeerConfigError::AuthKeyLength(key.len()));
        }
        if self.port == 0 {
            return Err(PeerConfigError::ZeroPort);
        }
        if self.connect_retry.is_zero() {
            return Err(PeerConfigError::ZeroWait("the connect retry time"));
        }
        if self.idle_hold.is_zero() {
            return Err(PeerConfigError::ZeroWait("the idle hold time"));
        }
        self.validate_advertised()
    }

    fn validate_addresses(&self) -> Result<(), PeerConfigError> {
        if self.local_addr.is_ipv4() != self.remote_addr.is_ipv4() {
            return Err(PeerConfigError::MixedFamilies(self.local_addr, self.remote_addr));
        }
        for address in [self.local_addr, self.remote_addr] {
            // A link-local IPv6 address needs an interface, which this configuration does not carry.
            let unusable = match address {
                IpAddr::V4(v4) => v4.is_unspecified() || v4.is_multicast() || v4.is_broadcast(),
                IpAddr::V6(v6) => {
                    v6.is_unspecified()
                        || v6.is_multicast()
                        || v6.is_unicast_link_local()
                        || v6.to_ipv4_mapped().is_some()
                }
            };
            if unusable {
                return Err(PeerConfigError::UnusableAddress(address));
            }
        }
        if self.local_addr == self.remote_addr {
            return Err(PeerConfigError::UnusableAddress(self.remote_addr));
        }
        Ok(())
    }

    fn validate_advertised(&self) -> Result<(), PeerConfigError> {
        if self.advertise.len() > MAX_ADVERTISED {
            return Err(PeerConfigError::TooManyAdvertised(self.advertise.len()));
        }
        let mut seen = BTreeSet::new();
        for Advertisement { prefix, prepend, communities, .. } in &self.advertise {
            if prefix.addr().is_ipv4() != self.local_addr.is_ipv4() {
                return Err(PeerConfigError::AdvertisedFamily(*prefix));
            }
            if prefix.trunc() != *prefix {
                return Err(PeerConfigError::HostBits(*prefix));
            }
            if !seen.insert(*prefix) {
                return Err(PeerConfigError::DuplicateAdvertised(*prefix));
            }
            if communities.len() > MAX_COMMUNITIES {
                return Err(PeerConfigError::TooManyCommunities(*prefix));
            }
            if *prepend > MAX_PREPEND {
                return Err(PeerConfigError::Prepend(*prefix));
            }
        }
        Ok(())
    }
}

/// AS numbers no speaker may have: RFC 7607 (0), 6793 §9 (23456), 7300 (the last one).
fn is_reserved_asn(asn: u32) -> bool {
    matches!(asn, 0 | 23_456 | u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn peer() -> PeerConfig {
        PeerConfig::new("p", "169.254.96.1".parse().unwrap(), "169.254.96.2".parse().unwrap(), 65010)
    }

    fn check(change: impl FnOnce(&mut PeerConfig)) -> Result<(), PeerConfigError> {
        let mut peer = peer();
        change(&mut peer);
        let config =
            SpeakerConfig { local_asn: 64512, router_id: Ipv4Addr::new(1, 1, 1, 1), peers: vec![peer] };
        match config.validate() {
            Err(ConfigError::Peer { reason, .. }) => Err(reason),
            Err(other) => panic!("unexpected {other}"),
            Ok(()) => Ok(()),
        }
    }

    #[test]
    fn the_defaults_are_amazons() {
        let peer = peer();
        assert_eq!((peer.hold_time, peer.prefix_limit, peer.port), (90, 100, 179));
        assert_eq!(check(|_| {}), Ok(()));
    }

    #[test]
    fn keys_are_not_shown() {
        let peer = PeerConfig { auth_key: Some("0xsecretkey".into()), ..peer() };
        assert!(!format!("{peer:?}").contains("0xsecretkey"));
    }

    #[test]
    fn wrong_peers_are_refused_by_name() {
        use PeerConfigError as E;
        let net = |text: &str| text.parse::<IpNet>().unwrap();
        assert_eq!(check(|p| p.hold_time = 0), Err(E::HoldTime(0)));
        assert_eq!(check(|p| p.hold_time = 2), Err(E::HoldTime(2)));
        assert_eq!(check(|p| p.prefix_limit = 0), Err(E::PrefixLimit(0)));
        assert_eq!(check(|p| p.prefix_limit = 10_001), Err(E::PrefixLimit(10_001)));
        assert_eq!(check(|p| p.auth_key = Some(String::new())), Err(E::AuthKeyLength(0)));
        assert_eq!(check(|p| p.auth_key = Some("k".repeat(80))), Ok(()));
        assert_eq!(check(|p| p.auth_key = Some("k".repeat(81))), Err(E::AuthKeyLength(81)));
        assert_eq!(check(|p| p.remote_asn = 64512), Err(E::InternalSession(64512)));
        assert_eq!(check(|p| p.remote_asn = 0), Err(E::ReservedAsn(0)));
        assert_eq!(check(|p| p.remote_asn = 4_200_000_001), Ok(()));
        assert_eq!(check(|p| p.port = 0), Err(E::ZeroPort));
        assert_eq!(check(|p| p.id.clear()), Err(E::EmptyId));
        assert_eq!(
            check(|p| p.advertise = vec![net("2001:db8::/32").into()]),
            Err(E::AdvertisedFamily(net("2001:db8::/32")))
        );
        assert_eq!(
            check(|p| p.advertise = vec![net("10.0.0.1/16").into()]),
            Err(E::HostBits(net("10.0.0.1/16")))
        );
        assert_eq!(
            check(|p| p.advertise = vec![net("10.0.0.0/16").into(), net("10.0.0.0/16").into()]),
            Err(E::DuplicateAdvertised(net("10.0.0.0/16")))
        );
        assert!(matches!(check(|p| p.remote_addr = "::1".parse().unwrap()), Err(E::MixedFamilies(..))));
        assert!(matches!(check(|p| p.remote_addr = p.local_addr), Err(E::UnusableAddress(_))));
    }

    #[test]
    fn wrong_speakers_are_refused_by_name() {
        let base = SpeakerConfig {
            local_asn: 64512,
            router_id: Ipv4Addr::new(1, 1, 1, 1),
            peers: vec![peer(), peer()],
        };
        assert_eq!(base.validate(), Err(ConfigError::DuplicatePeer("p".into())));
        let renamed = PeerConfig { id: "q".into(), ..peer() };
        let twice = SpeakerConfig { peers: vec![peer(), renamed], ..base };
        assert_eq!(twice.validate(), Err(ConfigError::DuplicateAddresses("q".into())));
        let zero = SpeakerConfig { local_asn: 0, peers: Vec::new(), ..twice };
        assert_eq!(zero.validate(), Err(ConfigError::ReservedAsn(0)));
        let id = SpeakerConfig { local_asn: 64512, router_id: Ipv4Addr::UNSPECIFIED, peers: Vec::new() };
        assert_eq!(id.validate(), Err(ConfigError::ZeroRouterId));
    }
}
