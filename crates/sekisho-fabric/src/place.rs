//! Where a socket can stand.

use std::fmt;

use sekisho_core::id::{HostName, SiteName, VpcId};

/// A place with addresses of its own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// A VPC: its endpoint interfaces, its resolver.
    Vpc(VpcId),
    /// The public internet of the lab: public DNS and the public front.
    Internet,
    /// A lab host or workload.
    Host(HostName),
    /// A site's router.
    Site(SiteName),
    /// The machine itself, outside the lab.
    Machine,
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Vpc(id) => write!(formatter, "{id}"),
            Self::Internet => formatter.write_str("internet"),
            Self::Host(name) => write!(formatter, "host {name}"),
            Self::Site(name) => write!(formatter, "site {name}"),
            Self::Machine => formatter.write_str("machine"),
        }
    }
}
