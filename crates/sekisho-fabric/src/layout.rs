//! What every namespace should hold, worked out from the desired network: links, addresses, routes, rules, filters.
//!
//! Pure: nothing here touches the kernel, so the shape of the network is tested as data.
//!
//! ```text
//!  host ──eth0   h…┐                                                            ┌w…   eth0── workload
//!                  ├ site ─dx0 ═══ cust─ transit ─v…  ─────  g…─ vpc ───────────┤             │
//!  host ──eth0   h…┘   │inet0                            (ENIs: local routes)   └w…           │inet0
//!                      └───────────────────────────── internet ───────────────────────────────┘
//! ```
//!
//! What must stay true: packets nobody has a route for are dropped without a word in VPCs and transits (a blackhole
//! rule after the main table), and refused with an ICMP error by a site's router, as real ones do; private addresses
//! never leave for the internet; the internet forwards nothing, so it is no way round a dedicated link.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::net::Ipv4Addr;

use ipnet::Ipv4Net;
use sekisho_core::id::{HostName, SiteName, VirtualInterfaceId, VpcId};
use sekisho_core::lab::RouterKind;
use sekisho_core::plan::network::{DesiredNetwork, DesiredSite, DesiredTransit};

use crate::Step;
use crate::netlink::nftables::Ruleset;
use crate::netlink::route::{BGP, Hop, LOCAL_TABLE, MAIN_TABLE, OURS, Route, Rule};

mod filter;
mod vpc;

pub(crate) use filter::probe_rules;

/// The internet's router, as its neighbours see it.
const INTERNET_ROUTER: Ipv4Addr = Ipv4Addr::new(198, 51, 100, 1);
/// Where the public front listens.
pub const PUBLIC_FRONT: Ipv4Addr = Ipv4Addr::new(198, 51, 100, 10);
/// Where the public DNS listens.
pub const PUBLIC_DNS: Ipv4Addr = Ipv4Addr::new(198, 51, 100, 53);
/// The next hop on links without addresses (RFC 7600, IPv4 dummy address); never on the wire.
const DUMMY_HOP: Ipv4Addr = Ipv4Addr::new(192, 0, 0, 8);
/// Routes learned by BGP.
const BGP_METRIC: u32 = 100;
/// Behind every other route.
const LAST_METRIC: u32 = 1 << 30;
/// Rules: the main table, then what the subnets say, then nothing.
const PRIORITY_MAIN: u32 = 1000;
const PRIORITY_SUBNET: u32 = 2000;
const PRIORITY_NOTHING: u32 = 3000;
/// BIRD's protocol number.
const BIRD: u8 = 12;
/// Ethernet's usual MTU.
const USUAL_MTU: u32 = 1500;

/// A namespace by what it is for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Space {
    Vpc(VpcId),
    Transit(VirtualInterfaceId),
    Site(SiteName),
    Host(HostName),
    Internet,
}

impl fmt::Display for Space {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Vpc(id) => write!(f, "{id}"),
            Self::Transit(id) => write!(f, "{id}"),
            Self::Site(name) => write!(f, "site {name}"),
            Self::Host(name) => write!(f, "host {name}"),
            Self::Internet => f.write_str("internet"),
        }
    }
}

/// One end of a cable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Port {
    pub(crate) mtu: u32,
    /// What it leads to, in full.
    pub(crate) alias: String,
    /// Addresses are not resolved: both ends have the same hardware address.
    pub(crate) no_arp: bool,
    /// Only sources that are routed there are taken (AWS's source check).
    pub(crate) strict: bool,
}

/// A namespace's contents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Wanted {
    pub(crate) forward: bool,
    pub(crate) ports: BTreeMap<String, Port>,
    pub(crate) addresses: BTreeSet<(String, Ipv4Net)>,
    pub(crate) routes: BTreeSet<Route>,
    /// Protocol numbers of routes that are ours to remove.
    pub(crate) protocols: BTreeSet<u8>,
    pub(crate) rules: BTreeSet<Rule>,
    pub(crate) ruleset: Option<Ruleset>,
}

/// A cable between two namespaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cable {
    pub(crate) ends: [(Space, String); 2],
    pub(crate) mtu: u32,
    pub(crate) no_arp: bool,
    /// Both ends are 802.1Q sub-interfaces with this tag, on a trunk of their own.
    pub(crate) tag: Option<u16>,
}

/// The whole.
#[derive(Clone, Debug, Default)]
pub(crate) struct Layout {
    pub(crate) spaces: BTreeMap<Space, Wanted>,
    pub(crate) cables: Vec<Cable>,
    /// What cannot be laid out.
    pub(crate) problems: Vec<Step>,
}

/// Routes each virtual interface has learned, with their AS path lengths, best first.
pub(crate) type Learned = BTreeMap<VirtualInterfaceId, Vec<(Ipv4Net, usize)>>;

/// A link's name: a letter and a hash, since the kernel allows 15 bytes. The full name stands in the alias.
pub(crate) fn link_name(letter: char, id: &str) -> String {
    format!("{letter}{:010x}", hash(id) & 0xff_ffff_ffff)
}

/// FNV-1a: stable across runs and builds.
pub(crate) fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

pub(crate) fn host_net(address: Ipv4Addr) -> Ipv4Net {
    Ipv4Net::from(address)
}

fn private_ranges() -> impl Iterator<Item = Ipv4Net> {
    [
        ([10, 0, 0, 0], 8),
        ([172, 16, 0, 0], 12),
        ([192, 168, 0, 0], 16),
        ([169, 254, 0, 0], 16),
        ([100, 64, 0, 0], 10),
    ]
    .into_iter()
    .filter_map(|(network, length)| Ipv4Net::new(Ipv4Addr::from(network), length).ok())
}

fn route(destination: Ipv4Net, hop: Hop) -> Route {
    Route { table: MAIN_TABLE, destination, metric: 0, protocol: OURS, hop, source: None }
}

fn local(address: Ipv4Addr) -> Route {
    Route { table: LOCAL_TABLE, ..route(host_net(address), Hop::Local) }
}

fn link(device: &str, via: Option<Ipv4Addr>) -> Hop {
    Hop::Link { device: device.to_owned(), via }
}

/// The main table, and then nothing: no ICMP error for what has no route.
fn silent_rules() -> BTreeSet<Rule> {
    BTreeSet::from([
        Rule { priority: PRIORITY_MAIN, from: None, table: Some(MAIN_TABLE) },
        Rule { priority: PRIORITY_NOTHING, from: None, table: None },
    ])
}

impl Layout {
    fn wanted(&mut self, space: &Space) -> &mut Wanted {
        self.spaces
            .entry(space.clone())
            .or_insert_with(|| Wanted { protocols: BTreeSet::from([OURS]), ..Wanted::default() })
    }

    fn problem(&mut self, place: &Space, what: impl Into<String>) {
        self.problems.push(Step { place: place.to_string(), what: what.into() });
    }

    /// A cable with both its ends' settings; `strict` is about the second end.
    fn cable(&mut self, cable: Cable, strict: bool) {
        let names = cable.ends.clone().map(|(space, _)| space.to_string());
        for (index, (space, name)) in cable.ends.iter().enumerate() {
            let port = Port {
                mtu: cable.mtu,
                alias: format!("sekisho: to {}", names[1 - index]),
                no_arp: cable.no_arp,
                strict: strict && index == 1,
            };
            if cable.tag.is_some() {
                let trunk = Port { mtu: cable.mtu + TAG_BYTES, ..port.clone() };
                self.wanted(space).ports.insert(TRUNK.to_owned(), trunk);
            }
            self.wanted(space).ports.insert(name.clone(), port);
        }
        self.cables.push(cable);
    }
}

/// The layout of a desired network. `vlan`: the kernel makes 802.1Q sub-interfaces.
pub(crate) fn layout(desired: &DesiredNetwork, learned: &Learned, vlan: bool) -> Layout {
    let mut layout = Layout::default();
    let internet = layout.wanted(&Space::Internet);
    for address in [INTERNET_ROUTER, PUBLIC_FRONT, PUBLIC_DNS] {
        internet.addresses.insert(("lo".to_owned(), host_net(address)));
    }
    for (id, vpc) in &desired.vpcs {
        vpc::lay_out(&mut layout, id, vpc, desired, learned);
    }
    for (id, transit) in &desired.transits {
        lay_out_transit(&mut layout, id, transit, desired);
    }
    let mut taken = BTreeSet::new();
    for (name, site) in &desired.sites {
        lay_out_site(&mut layout, name, site);
        let space = Space::Site(name.clone());
        let Some(transit) = desired.transits.get(&site.virtual_interface) else {
            continue;
        };
        if taken.insert(&site.virtual_interface) {
            connect(&mut layout, name, site, transit, vlan);
        } else {
            layout.problem(&space, format!("{} ends at another site already", site.virtual_interface));
        }
    }
    layout
}

fn lay_out_transit(
    layout: &mut Layout,
    id: &VirtualInterfaceId,
    transit: &DesiredTransit,
    desired: &DesiredNetwork,
) {
    let space = Space::Transit(id.clone());
    let wanted = layout.wanted(&space);
    wanted.forward = true;
    wanted.rules = silent_rules();
    wanted.ruleset = Some(filter::transit_rules());
    wanted.protocols.insert(BGP);
    for vpc_id in &transit.vpcs {
        let Some(vpc) = desired.vpcs.get(vpc_id) else { continue };
        let name = link_name('v', vpc_id.as_str());
        let to_vpc = Route { source: None, ..route(vpc.cidr_block, link(&name, Some(DUMMY_HOP))) };
        if layout.wanted(&space).routes.iter().any(|other| other.key() == to_vpc.key()) {
            layout.problem(&space, format!("another VPC of the gateway has {} already", vpc.cidr_block));
            continue;
        }
        layout.wanted(&space).routes.insert(to_vpc);
        let gateway = (Space::Vpc(vpc_id.clone()), link_name('g', id.as_str()));
        let ends = [(space.clone(), name), gateway];
        layout.cable(Cable { ends, mtu: u32::from(transit.mtu), no_arp: true, tag: None }, false);
    }
}

/// The routes a speaker's sessions have brought, as they stand in its namespace.
pub(crate) fn learned_route(prefix: Ipv4Net, next_hop: Ipv4Addr, device: &str) -> Route {
    Route { metric: BGP_METRIC, protocol: BGP, ..route(prefix, link(device, Some(next_hop))) }
}

/// The pair below a tagged cable, at both ends.
pub(crate) const TRUNK: &str = "trunk0";
/// What an 802.1Q tag adds to a frame.
pub(crate) const TAG_BYTES: u32 = 4;
/// The link of a transit towards the customer.
pub(crate) const CUSTOMER_PORT: &str = "cust";
/// The link of a site's router towards Amazon.
pub(crate) const AMAZON_PORT: &str = "dx0";

fn lay_out_site(layout: &mut Layout, name: &SiteName, site: &DesiredSite) {
    let space = Space::Site(name.clone());
    let wanted = layout.wanted(&space);
    wanted.forward = true;
    wanted.addresses.insert(("lo".to_owned(), host_net(site.router_address)));
    wanted.routes.insert(route(site.cidr_block.trunc(), Hop::Unreachable));
    // Filtered towards the provider, as RFC 1918 §5 asks. A client hears that at once: since Linux 6.9 a mere
    // "unreachable" does not end its attempts (RFC 1122 §4.2.3.9).
    for range in private_ranges() {
        wanted.routes.insert(Route { metric: LAST_METRIC, ..route(range, Hop::Prohibit) });
    }
    let own = Some(site.router_address);
    let default = route(Ipv4Net::default(), link("inet0", Some(INTERNET_ROUTER)));
    wanted.routes.insert(Route { source: own, ..default });
    if !site.router_running || site.router == RouterKind::BuiltIn {
        // A daemon removes its own routes, unless it was killed.
        wanted.protocols.extend([BGP, BIRD]);
    }
    let uplink = link_name('s', name.as_str());
    let ends = [(space.clone(), "inet0".to_owned()), (Space::Internet, uplink.clone())];
    layout.cable(Cable { ends, mtu: USUAL_MTU, no_arp: false, tag: None }, false);
    let addresses = site.hosts.values().chain([&site.router_address]);
    for address in addresses.copied().collect::<BTreeSet<_>>() {
        let via = (address != site.router_address).then_some(site.router_address);
        let back = route(host_net(address), link(&uplink, via));
        if layout.wanted(&Space::Internet).routes.iter().any(|other| other.key() == back.key()) {
            layout.problem(&space, format!("the internet has {address} at another site already"));
        } else {
            layout.wanted(&Space::Internet).routes.insert(back);
        }
    }
    for (host_name, address) in &site.hosts {
        let host = Space::Host(host_name.clone());
        let downlink = link_name('h', host_name.as_str());
        let to_host = Route { source: own, ..route(host_net(*address), link(&downlink, None)) };
        layout.wanted(&space).routes.insert(to_host);
        let ends = [(host.clone(), "eth0".to_owned()), (space.clone(), downlink)];
        layout.cable(Cable { ends, mtu: USUAL_MTU, no_arp: false, tag: None }, false);
        let wanted = layout.wanted(&host);
        wanted.addresses.insert(("eth0".to_owned(), host_net(*address)));
        wanted.routes.insert(route(Ipv4Net::default(), link("eth0", own)));
    }
}

/// The dedicated link between a transit and a site.
fn connect(layout: &mut Layout, name: &SiteName, site: &DesiredSite, transit: &DesiredTransit, vlan: bool) {
    let ends = [
        (Space::Transit(site.virtual_interface.clone()), CUSTOMER_PORT.to_owned()),
        (Space::Site(name.clone()), AMAZON_PORT.to_owned()),
    ];
    for peer in transit.peers.values() {
        layout.wanted(&ends[0].0).addresses.insert((CUSTOMER_PORT.to_owned(), peer.amazon_address));
    }
    if let Some(peer) = &site.peer {
        layout.wanted(&ends[1].0).addresses.insert((AMAZON_PORT.to_owned(), peer.customer_address));
    }
    let tag = vlan.then_some(transit.vlan);
    layout.cable(Cable { ends, mtu: u32::from(transit.mtu), no_arp: false, tag }, false);
}

#[cfg(test)]
mod tests;
