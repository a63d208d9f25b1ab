//! The network without a kernel's help: addresses of 127.64.0.0/10 stand for lab addresses, and what routes, sessions
//! and security groups would do to a connection is worked out from the desired network.
//!
//! The whole of 127.0.0.0/8 is local on Linux, so nothing has to be configured. What is lost: silence comes after the
//! connection was accepted (it is held open, unanswered), and BGP sessions are what the configuration says they would be,
//! not conversations.
//!
//! Source for the order of the checks: VPC guide, "Route tables", "Security groups"; Direct Connect guide, "Routing
//! policies".

use std::net::Ipv4Addr;

use ipnet::Ipv4Net;
use sekisho_core::Timestamp;
use sekisho_core::direct_connect::{BgpSession, LearnedRoute};
use sekisho_core::id::{NetworkInterfaceId, SiteName, VpcId};
use sekisho_core::plan::network::{
    DesiredHop, DesiredInterface, DesiredNetwork, DesiredPeer, DesiredRule, DesiredSite, DesiredSource,
    DesiredTransit, DesiredVpc,
};
use sekisho_core::vpc::Protocol;

use crate::Place;

mod book;

pub(crate) use book::{AddressBook, Realm, realm};

/// What happens to a new connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It arrives.
    Pass,
    /// Nobody answers, for this reason (for the operator, never for the client).
    Silent(String),
}

/// The only port of an endpoint interface.
const ENDPOINT_PORT: u16 = 443;

/// Where a connection starts.
pub(crate) enum Origin {
    Vpc(VpcId),
    Site(SiteName),
}

/// The network a place is in, if it is in the lab.
pub(crate) fn origin(desired: &DesiredNetwork, place: &Place) -> Option<Origin> {
    match place {
        Place::Vpc(id) => Some(Origin::Vpc(id.clone())),
        Place::Site(name) => Some(Origin::Site(name.clone())),
        Place::Host(host) => {
            let at_site = desired.sites.iter().find(|(_, site)| site.hosts.contains_key(host));
            let in_vpc = || desired.vpcs.iter().find(|(_, vpc)| vpc.workloads.contains_key(host));
            at_site
                .map(|(name, _)| Origin::Site(name.clone()))
                .or_else(|| in_vpc().map(|(id, _)| Origin::Vpc(id.clone())))
        }
        Place::Internet | Place::Machine => None,
    }
}

/// Whether a connection from an address of a place reaches an endpoint interface on a TCP port.
#[must_use]
pub fn verdict(
    desired: &DesiredNetwork,
    from: (&Place, Ipv4Addr),
    to: &NetworkInterfaceId,
    port: u16,
) -> Verdict {
    match check(desired, from, to, port) {
        Ok(()) => Verdict::Pass,
        Err(reason) => Verdict::Silent(reason),
    }
}

fn check(
    desired: &DesiredNetwork,
    (place, address): (&Place, Ipv4Addr),
    to: &NetworkInterfaceId,
    port: u16,
) -> Result<(), String> {
    let (vpc_id, vpc, interface) = desired
        .vpcs
        .iter()
        .find_map(|(id, vpc)| Some((id, vpc, vpc.interfaces.get(to)?)))
        .ok_or_else(|| format!("there is no network interface {to}"))?;
    if port != ENDPOINT_PORT {
        return Err(format!("an endpoint serves port {ENDPOINT_PORT} only, not {port}"));
    }
    match origin(desired, place) {
        None => return Err(format!("{place} has no private path to {vpc_id}")),
        Some(Origin::Vpc(id)) if id == *vpc_id => {}
        Some(Origin::Vpc(id)) => return Err(format!("{id} and {vpc_id} are not connected")),
        Some(Origin::Site(site)) => check_link(desired, &site, address, (vpc_id, vpc), interface)?,
    }
    check_groups(vpc, interface, address, port)
}

/// There and back between a site and an interface.
fn check_link(
    desired: &DesiredNetwork,
    name: &SiteName,
    source: Ipv4Addr,
    (vpc_id, vpc): (&VpcId, &DesiredVpc),
    interface: &DesiredInterface,
) -> Result<(), String> {
    let site = desired.sites.get(name).ok_or_else(|| format!("there is no site {name}"))?;
    let transit = desired
        .transits
        .get(&site.virtual_interface)
        .ok_or_else(|| format!("{} of site {name} is not there", site.virtual_interface))?;
    session(site, transit)
        .map_err(|reason| format!("BGP of {} is down: {reason}", site.virtual_interface))?;
    if !transit.vpcs.contains(vpc_id) || !transit.advertise.iter().any(|net| net.contains(&interface.address))
    {
        return Err(format!("{} does not lead to {vpc_id}", site.virtual_interface));
    }
    if !site.announce.iter().any(|prefix| prefix.contains(&source)) {
        return Err(format!("site {name} does not announce a prefix with {source}"));
    }
    let subnet = vpc
        .subnets
        .get(&interface.subnet)
        .ok_or_else(|| format!("subnet {} is not there", interface.subnet))?;
    let back = subnet
        .routes
        .iter()
        .filter(|(destination, _)| destination.contains(&source))
        .max_by_key(|(destination, _)| destination.prefix_len());
    match back {
        Some((_, DesiredHop::Gateway(gateway))) if *gateway == transit.gateway => Ok(()),
        Some((destination, _)) => {
            Err(format!("the subnet's route {destination} does not lead back to {source}"))
        }
        None => Err(format!("the subnet's route table has no route back to {source}")),
    }
}

fn check_groups(
    vpc: &DesiredVpc,
    interface: &DesiredInterface,
    source: Ipv4Addr,
    port: u16,
) -> Result<(), String> {
    let groups = interface.security_groups.iter().filter_map(|id| vpc.security_groups.get(id));
    let lets_in = |rule: &DesiredRule| permits(vpc, rule, source, port);
    if groups.flat_map(|group| &group.ingress).any(lets_in) {
        return Ok(());
    }
    let names: Vec<&str> = interface.security_groups.iter().map(|id| id.as_str()).collect();
    Err(format!("no security group of the endpoint ({}) lets tcp/{port} in from {source}", names.join(", ")))
}

fn permits(vpc: &DesiredVpc, rule: &DesiredRule, source: Ipv4Addr, port: u16) -> bool {
    let protocol = match rule.protocol {
        Protocol::All | Protocol::Number(6) => true,
        Protocol::Tcp { from, to } => (from..=to).contains(&port),
        Protocol::Udp { .. } | Protocol::Icmp { .. } | Protocol::Number(_) => false,
    };
    let peer = match &rule.source {
        DesiredSource::Cidr(range) => range.contains(&source),
        DesiredSource::Group(id) => {
            vpc.security_groups.get(id).is_some_and(|group| group.members.contains(&source))
        }
    };
    protocol && peer
}

/// Why the session between a site and a transit is not up, or the peer it has.
fn session<'a>(site: &DesiredSite, transit: &'a DesiredTransit) -> Result<&'a DesiredPeer, String> {
    let theirs = site.peer.as_ref().ok_or("the virtual interface has no BGP peer")?;
    let ours = transit
        .peers
        .values()
        .find(|peer| peer.customer_address == theirs.customer_address)
        .ok_or("the site has another peer address")?;
    if !site.router_running {
        return Err("the site's router is stopped".to_owned());
    }
    if ours.auth_key != theirs.auth_key {
        return Err("the MD5 keys differ".to_owned());
    }
    if ours.customer_asn != theirs.customer_asn || site.amazon_asn != transit.amazon_asn {
        return Err("the AS numbers differ".to_owned());
    }
    if site.announce.len() > ours.prefixes_max {
        return Err(format!("{} prefixes announced, the most is {}", site.announce.len(), ours.prefixes_max));
    }
    Ok(ours)
}

/// The sessions the configuration would bring about.
#[must_use]
pub fn sessions(desired: &DesiredNetwork, now: Timestamp) -> Vec<BgpSession> {
    let of_transit = |(id, transit): (&_, &DesiredTransit)| {
        let id: &sekisho_core::id::VirtualInterfaceId = id;
        let site = desired.sites.values().find(|site| site.virtual_interface == *id);
        let up = site.map_or(Err("nobody is at the other end".to_owned()), |site| session(site, transit));
        let session_of = |(peer_id, peer): (&sekisho_core::id::BgpPeerId, &DesiredPeer)| {
            let established = up.as_ref().is_ok_and(|with| *with == peer);
            let learned = |prefix: &Ipv4Net| LearnedRoute {
                prefix: prefix.trunc(),
                next_hop: peer.customer_address.addr(),
                as_path: vec![peer.customer_asn],
            };
            let accepted =
                site.filter(|_| established).map(|site| site.announce.iter().map(learned).collect());
            BgpSession {
                peer_id: peer_id.clone(),
                virtual_interface_id: id.clone(),
                established,
                state: if established { "Established" } else { "Active" }.to_owned(),
                accepted: accepted.unwrap_or_default(),
                advertised: if established { transit.advertise.clone() } else { Vec::new() },
                last_error: up.as_ref().err().cloned(),
                since: now,
            }
        };
        transit.peers.iter().map(session_of).collect::<Vec<_>>()
    };
    desired.transits.iter().flat_map(of_transit).collect()
}
