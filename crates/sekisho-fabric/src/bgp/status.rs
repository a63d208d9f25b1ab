//! What a speaker knows of each peer at one moment.

use std::collections::BTreeMap;
use std::fmt;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use ipnet::IpNet;

use super::event::Route;

/// All peers of a speaker, by identifier.
pub type Snapshot = BTreeMap<String, Arc<PeerStatus>>;

/// The state of a session (RFC 4271 §8.2.2), the most advanced one where there are two connections.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum PeerState {
    /// No connection is tried or taken, until a wait is over.
    #[default]
    Idle,
    /// Dialling.
    Connect,
    /// Waiting for the peer to dial, or for the next attempt.
    Active,
    /// Connected, our OPEN is sent.
    OpenSent,
    /// Both OPENs are accepted.
    OpenConfirm,
    /// Up: routes are exchanged.
    Established,
}

impl fmt::Display for PeerState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Idle => "Idle",
            Self::Connect => "Connect",
            Self::Active => "Active",
            Self::OpenSent => "OpenSent",
            Self::OpenConfirm => "OpenConfirm",
            Self::Established => "Established",
        })
    }
}

/// One peer at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PeerStatus {
    /// The state of the session.
    pub state: PeerState,
    /// Since when the session has been established, if it is.
    pub established_at: Option<Instant>,
    /// The BGP identifier of the peer, while established.
    pub remote_router_id: Option<Ipv4Addr>,
    /// The hold time in use, in seconds, while established.
    pub hold_time: Option<u16>,
    /// Routes held from the peer, by prefix.
    pub accepted: Vec<Route>,
    /// Prefixes told to the peer, in order.
    pub advertised: Vec<IpNet>,
    /// What last went wrong, since the session was last up: `notification 6/1 maximum number of prefixes reached, …`.
    pub last_error: Option<String>,
}

impl PeerStatus {
    /// Whether the session is established, which is what `bgpStatus` `up` means.
    #[must_use]
    pub fn is_up(&self) -> bool {
        self.state == PeerState::Established
    }

    /// How long the session has been established at `now`.
    #[must_use]
    pub fn uptime(&self, now: Instant) -> Option<Duration> {
        self.established_at.map(|since| now.saturating_duration_since(since))
    }
}
