//! Which of two connections between the same two speakers survives.
//!
//! Both sides dial, so two connections may come up at once, and both sides must close the same one. RFC 4271 §6.8
//! makes them agree by comparing BGP identifiers: the connection opened by the speaker with the higher identifier
//! stays. RFC 6286 §2.3 breaks a tie between different ASes by the AS number. The comparison is made when an OPEN is
//! accepted; a connection that is already established wins, whoever opened it.

use std::net::Ipv4Addr;

/// Who opened a TCP connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// We dialled.
    Local,
    /// The peer dialled.
    Remote,
}

/// How far the other connection is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Other {
    /// There is none, or its OPEN has not come: nothing is known of who is there.
    Unknown,
    /// Its OPEN was accepted.
    OpenConfirm,
    /// It is established.
    Established,
}

/// What to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// No collision.
    KeepBoth,
    /// Close the connection whose OPEN was just accepted.
    CloseThis,
    /// Close the other one.
    CloseOther,
}

/// One speaker as the comparison sees it: ordered by identifier, then AS number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Identity {
    pub(crate) router_id: Ipv4Addr,
    pub(crate) asn: u32,
}

/// Decides, when an OPEN was accepted on a connection opened by `this`.
pub(crate) fn resolve(local: Identity, remote: Identity, this: Origin, other: Other) -> Verdict {
    match other {
        Other::Unknown => Verdict::KeepBoth,
        Other::Established => Verdict::CloseThis,
        Other::OpenConfirm => {
            let winner = if local > remote { Origin::Local } else { Origin::Remote };
            if this == winner { Verdict::CloseOther } else { Verdict::CloseThis }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn identity(last: u8, asn: u32) -> Identity {
        Identity { router_id: Ipv4Addr::new(10, 0, 0, last), asn }
    }

    #[test]
    fn alone_is_no_collision() {
        for this in [Origin::Local, Origin::Remote] {
            assert_eq!(resolve(identity(1, 1), identity(2, 2), this, Other::Unknown), Verdict::KeepBoth);
        }
    }

    #[test]
    fn established_wins() {
        for this in [Origin::Local, Origin::Remote] {
            assert_eq!(resolve(identity(9, 1), identity(2, 2), this, Other::Established), Verdict::CloseThis);
        }
    }

    /// Whatever the order of the two OPENs and whoever looks, the same connection is closed.
    #[test]
    fn both_sides_close_the_same_connection() {
        let flip = |origin| if origin == Origin::Local { Origin::Remote } else { Origin::Local };
        let survivor = |a, b, this| match resolve(a, b, this, Other::OpenConfirm) {
            Verdict::CloseOther => this,
            Verdict::CloseThis => flip(this),
            Verdict::KeepBoth => panic!("both in OpenConfirm collide"),
        };
        let cases = [
            (identity(1, 7), identity(2, 7)),
            (identity(2, 1), identity(1, 2)),
            (identity(1, 1), identity(1, 2)),
        ];
        for (a, b) in cases {
            for ours in [Origin::Local, Origin::Remote] {
                for theirs in [Origin::Local, Origin::Remote] {
                    assert_eq!(survivor(a, b, ours), flip(survivor(b, a, theirs)));
                }
            }
        }
    }
}
