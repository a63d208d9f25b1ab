//! The lab: on-premises sites and hosts that Sekisho itself makes, so that a path can be rehearsed on one machine.
//!
//! A site stands for the customer's router at the far end of one virtual interface; hosts sit behind a site or, as
//! workloads, in a subnet of a VPC. In production there are none: the far end is a real router on a real VLAN.

use std::net::Ipv4Addr;

use ipnet::Ipv4Net;
use serde::{Deserialize, Serialize};

use crate::{
    Keyed, Timestamp,
    id::{HostName, SiteName, SubnetId, VirtualInterfaceId},
};

/// An on-premises site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    /// Its name, letters, digits and dashes.
    pub name: SiteName,
    /// The virtual interface whose customer end this is.
    pub virtual_interface_id: VirtualInterfaceId,
    /// The site's own network, announced to Amazon.
    pub cidr_block: Ipv4Net,
    /// Which program speaks BGP.
    pub router: RouterKind,
    /// Whether the router runs. A stopped one has withdrawn everything.
    pub router_running: bool,
    /// Announced in addition to the site's network, for rehearsing prefix limits.
    pub extra_prefixes: Vec<Ipv4Net>,
    /// An MD5 key to use instead of the interface's own, for rehearsing a wrong key.
    pub auth_key_override: Option<String>,
    /// When it was made.
    pub created: Timestamp,
}

impl Keyed for Site {
    type Key = SiteName;
    fn key(&self) -> SiteName {
        self.name.clone()
    }
}

/// The program that plays the customer's router.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RouterKind {
    /// BIRD 2.
    Bird,
    /// FRRouting.
    Frr,
    /// Our own speaker.
    BuiltIn,
}

impl RouterKind {
    /// The name used on the command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Bird => "bird",
            Self::Frr => "frr",
            Self::BuiltIn => "built-in",
        }
    }
}

/// A lab host.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Host {
    /// Its name, letters, digits and dashes; unique in the lab.
    pub name: HostName,
    /// Where it stands.
    pub place: HostPlace,
    /// Its address.
    pub address: Ipv4Addr,
    /// When it was made.
    pub created: Timestamp,
}

impl Keyed for Host {
    type Key = HostName;
    fn key(&self) -> HostName {
        self.name.clone()
    }
}

/// Where a lab host stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HostPlace {
    /// Behind a site's router.
    Site(SiteName),
    /// In a subnet, as a workload; it asks the VPC's resolver.
    Subnet(SubnetId),
}

impl HostPlace {
    /// The subnet, for a workload.
    #[must_use]
    pub const fn subnet_id(&self) -> Option<&SubnetId> {
        match self {
            Self::Subnet(subnet) => Some(subnet),
            Self::Site(_) => None,
        }
    }
}
