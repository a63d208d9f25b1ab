//! What the kernel counts of segments whose MD5 signature was not as it should be (RFC 2385).
//!
//! Such segments are dropped without an answer, so that neither side's session says more than "nothing came". These
//! counters are the only place where a wrong key shows. They are one set for a whole network namespace; a virtual
//! interface has a namespace to itself or shares it with few, so a counter that moved while a peer was dialled without an
//! answer is a strong hint and is worded as one.
//!
//! Source: Linux `Documentation/networking/snmp_counter.rst` and `/proc/net/netstat`, two lines a group: names, values.

use std::fs;

/// Dropped segments since the namespace was made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Md5Counters {
    /// Signed with another key.
    wrong: u64,
    /// Not signed, where a signature was expected.
    missing: u64,
    /// Signed, where none was expected.
    unexpected: u64,
}

impl Md5Counters {
    /// Reads those of the calling thread's namespace; zeros where there is no `/proc`.
    pub(crate) fn read() -> Self {
        fs::read_to_string("/proc/thread-self/net/netstat").map(|text| Self::parse(&text)).unwrap_or_default()
    }

    fn parse(text: &str) -> Self {
        let mut lines = text.lines().filter_map(|line| line.strip_prefix("TcpExt:"));
        let (Some(names), Some(values)) = (lines.next(), lines.next()) else { return Self::default() };
        let mut counters = Self::default();
        for (name, value) in names.split_whitespace().zip(values.split_whitespace()) {
            let counter = match name {
                "TCPMD5Failure" => &mut counters.wrong,
                "TCPMD5NotFound" => &mut counters.missing,
                "TCPMD5Unexpected" => &mut counters.unexpected,
                _ => continue,
            };
            *counter = value.parse().unwrap_or_default();
        }
        counters
    }

    /// What moved since `before` suggests about the keys of both sides, if anything moved.
    pub(crate) fn hint_since(self, before: Self) -> Option<&'static str> {
        if self.wrong > before.wrong {
            Some("segments signed with another key came in: the authentication keys differ")
        } else if self.missing > before.missing {
            Some("unsigned segments came in: the peer has no authentication key")
        } else if self.unexpected > before.unexpected {
            Some("signed segments came in: the peer has an authentication key and we have none")
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counters_are_found_by_name() {
        let text = "TcpExt: SyncookiesSent TCPMD5NotFound TCPMD5Unexpected TCPMD5Failure Other\n\
                    TcpExt: 9 1 2 3 4\nIpExt: TCPMD5Failure\nIpExt: 77\n";
        assert_eq!(Md5Counters::parse(text), Md5Counters { wrong: 3, missing: 1, unexpected: 2 });
    }

    #[test]
    fn anything_else_is_zero() {
        for text in ["", "TcpExt:", "TcpExt: TCPMD5Failure\n", "TcpExt: TCPMD5Failure\nTcpExt: x\n", "\u{0}"]
        {
            assert_eq!(Md5Counters::parse(text), Md5Counters::default(), "{text:?}");
        }
    }

    #[test]
    fn only_what_moved_is_a_hint() {
        let before = Md5Counters { wrong: 3, missing: 1, unexpected: 2 };
        assert_eq!(before.hint_since(before), None);
        let after = Md5Counters { wrong: 4, ..before };
        assert!(after.hint_since(before).unwrap().contains("keys differ"));
        let after = Md5Counters { missing: 2, ..before };
        assert!(after.hint_since(before).unwrap().contains("no authentication key"));
    }
}
