//! The three ways to have a network, from most to least real.

use std::fmt;
use std::str::FromStr;

use crate::Error;

/// How the network is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// Network namespaces, as root: everything is real.
    Netns,
    /// The same inside an unprivileged user namespace: a private world, entered before any thread exists.
    Userns,
    /// No namespaces: every lab address stands on an address of 127.64.0.0/10; routing and security groups are
    /// evaluated, not enforced by a kernel.
    Loopback,
}

impl Mode {
    /// All modes, best first.
    pub const ALL: [Self; 3] = [Self::Netns, Self::Userns, Self::Loopback];

    /// The word used on the command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Netns => "netns",
            Self::Userns => "userns",
            Self::Loopback => "loopback",
        }
    }

    /// Whether the kernel carries the packets.
    #[must_use]
    pub const fn has_namespaces(self) -> bool {
        !matches!(self, Self::Loopback)
    }
}

impl fmt::Display for Mode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for Mode {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::ALL
            .into_iter()
            .find(|mode| mode.as_str() == text)
            .ok_or_else(|| Error::UnknownMode(text.chars().take(40).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_exact() {
        for text in ["", "Netns", "netns ", "root", &"n".repeat(10_000)] {
            let error = text.parse::<Mode>().unwrap_err().to_string();
            assert!(error.contains("netns, userns, loopback") && error.len() < 200, "{error}");
        }
        for mode in Mode::ALL {
            assert_eq!(mode.to_string().parse::<Mode>().unwrap(), mode);
        }
    }
}
