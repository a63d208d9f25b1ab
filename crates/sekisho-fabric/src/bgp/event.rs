//! What a speaker tells as it happens.
//!
//! Events are edges: they say that something changed. Whoever needs the whole state, or may have missed an event,
//! reads the [`Snapshot`](super::Snapshot) instead, which says the same things as levels.

use std::net::{IpAddr, Ipv4Addr};

use ipnet::IpNet;

use super::status::PeerState;

/// A route learned from a peer, with what a choice between routes depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// The destination.
    pub prefix: IpNet,
    /// The router to send to.
    pub next_hop: IpAddr,
    /// The AS path, nearest first. Always a sequence: a path with an AS_SET is not accepted (RFC 9774).
    pub as_path: Vec<u32>,
    /// Communities (RFC 1997), as `AS << 16 | value`, in the order received.
    pub communities: Vec<u32>,
    /// The multi-exit discriminator, if one was sent.
    pub med: Option<u32>,
}

/// Which side sent a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// We did.
    Sent,
    /// The peer did.
    Received,
}

/// Something that happened on one of a speaker's sessions. `peer` is the identifier from the configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BgpEvent {
    /// The session is established; routes follow.
    PeerUp {
        /// The peer.
        peer: String,
        /// The BGP identifier it has.
        router_id: Ipv4Addr,
        /// The hold time in use, in seconds.
        hold_time: u16,
    },
    /// The session is no longer established. Every route learned from it is gone, one [`BgpEvent::Withdrawn`] each
    /// came before.
    PeerDown {
        /// The peer.
        peer: String,
        /// Why, in words.
        reason: String,
    },
    /// A route was announced, or its attributes changed.
    Learned {
        /// The peer.
        peer: String,
        /// The route.
        route: Route,
    },
    /// A route is gone.
    Withdrawn {
        /// The peer.
        peer: String,
        /// Its destination.
        prefix: IpNet,
    },
    /// The peer has told all it had when the session came up (RFC 4724 §2).
    EndOfRib {
        /// The peer.
        peer: String,
    },
    /// A NOTIFICATION ended a connection.
    Notification {
        /// The peer.
        peer: String,
        /// Who sent it.
        direction: Direction,
        /// The error code.
        code: u8,
        /// The error subcode.
        subcode: u8,
        /// Both in words, such as `notification 6/1 maximum number of prefixes reached`.
        text: String,
    },
    /// The session's state, or the reason it is not up, changed.
    State {
        /// The peer.
        peer: String,
        /// The state now.
        state: PeerState,
        /// What last went wrong, if anything since the session was last up.
        last_error: Option<String>,
    },
}
