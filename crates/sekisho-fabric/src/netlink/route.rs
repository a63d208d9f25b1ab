//! Routes and routing rules. Ours are known by their protocol number.
//!
//! Sources: `rtnetlink(7)`; `linux/rtnetlink.h`, `linux/fib_rules.h`.

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::net::Ipv4Addr;

use ipnet::Ipv4Net;

use super::{CREATE, EXCLUSIVE, Message, REPLACE, Socket, address, attributes, number};

/// The protocol number of what the fabric itself puts; nobody else's in `/etc/iproute2/rt_protos`.
pub(crate) const OURS: u8 = 83;
/// The protocol number of routes learned by BGP.
pub(crate) const BGP: u8 = 186;
/// The table of local addresses.
pub(crate) const LOCAL_TABLE: u32 = 255;
/// The main table.
pub(crate) const MAIN_TABLE: u32 = 254;

const FRA_SRC: u16 = 2;
const FRA_PRIORITY: u16 = 6;
const FRA_TABLE: u16 = 15;
const FRA_PROTOCOL: u16 = 21;
const FR_ACT_TO_TBL: u8 = 1;
const FR_ACT_BLACKHOLE: u8 = 6;
const RTNH_F_ONLINK: u32 = 4;
const RTN_UNICAST: u8 = 1;
const RTN_LOCAL: u8 = 2;
const RTN_BLACKHOLE: u8 = 6;
const RTN_UNREACHABLE: u8 = 7;
const RTN_PROHIBIT: u8 = 8;
const RT_SCOPE_UNIVERSE: u8 = 0;
const RT_SCOPE_LINK: u8 = 253;
const RT_SCOPE_HOST: u8 = 254;

/// What becomes of a packet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Hop {
    /// Delivered here, as to an address of the loopback interface.
    Local,
    /// Sent out of a link, to a neighbour or straight to the destination.
    Link { device: String, via: Option<Ipv4Addr> },
    /// Dropped without a word.
    Blackhole,
    /// Refused with an ICMP error: nobody is there.
    Unreachable,
    /// Refused with an ICMP error: not this way.
    Prohibit,
}

/// An IPv4 route.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Route {
    pub(crate) table: u32,
    pub(crate) destination: Ipv4Net,
    pub(crate) metric: u32,
    pub(crate) protocol: u8,
    pub(crate) hop: Hop,
    /// The preferred source address.
    pub(crate) source: Option<Ipv4Addr>,
}

impl Route {
    /// What the kernel keeps only one of.
    pub(crate) fn key(&self) -> (u32, Ipv4Net, u32) {
        (self.table, self.destination, self.metric)
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.hop {
            Hop::Local => write!(f, "local {} dev lo", self.destination)?,
            Hop::Blackhole => write!(f, "blackhole {}", self.destination)?,
            Hop::Unreachable => write!(f, "unreachable {}", self.destination)?,
            Hop::Prohibit => write!(f, "prohibit {}", self.destination)?,
            Hop::Link { device, via: Some(via) } => write!(f, "{} via {via} dev {device}", self.destination)?,
            Hop::Link { device, via: None } => write!(f, "{} dev {device}", self.destination)?,
        }
        if let Some(source) = self.source {
            write!(f, " src {source}")?;
        }
        if self.metric != 0 {
            write!(f, " metric {}", self.metric)?;
        }
        match self.table {
            MAIN_TABLE => Ok(()),
            LOCAL_TABLE => f.write_str(" table local"),
            table => write!(f, " table {table}"),
        }
    }
}

/// All IPv4 routes, those the kernel keeps for itself among them.
pub(crate) fn routes(socket: &mut Socket, names: &BTreeMap<u32, String>) -> io::Result<Vec<Route>> {
    let question =
        Message::new(libc::RTM_GETROUTE, 0, &[libc::AF_INET as u8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let received = socket.dump(question)?;
    Ok(received.iter().filter_map(|received| read_route(&received.body, names)).collect())
}

fn read_route(body: &[u8], names: &BTreeMap<u32, String>) -> Option<Route> {
    let fixed: [u8; 8] = body.get(0..8)?.try_into().ok()?;
    let [_, length, _, _, table, protocol, _, kind] = fixed;
    let mut route = Route {
        table: u32::from(table),
        destination: Ipv4Net::new(Ipv4Addr::UNSPECIFIED, length).ok()?,
        metric: 0,
        protocol,
        hop: Hop::Blackhole,
        source: None,
    };
    let (mut device, mut via) = (String::new(), None);
    for (kind, value) in attributes(body.get(12..)?) {
        match kind {
            libc::RTA_DST => route.destination = Ipv4Net::new(address(value)?, length).ok()?,
            libc::RTA_PRIORITY => route.metric = number(value)?,
            libc::RTA_TABLE => route.table = number(value)?,
            libc::RTA_PREFSRC => route.source = address(value),
            libc::RTA_GATEWAY => via = address(value),
            libc::RTA_OIF => device = names.get(&number(value)?).cloned().unwrap_or_default(),
            _ => {}
        }
    }
    route.hop = match kind {
        RTN_UNICAST => Hop::Link { device, via },
        RTN_LOCAL if device == "lo" => Hop::Local,
        RTN_BLACKHOLE => Hop::Blackhole,
        RTN_UNREACHABLE => Hop::Unreachable,
        RTN_PROHIBIT => Hop::Prohibit,
        _ => return None,
    };
    Some(route)
}

fn route_message(kind: u16, flags: u16, route: &Route, links: &BTreeMap<String, u32>) -> io::Result<Message> {
    let (action, scope, device, via) = match &route.hop {
        Hop::Local => (RTN_LOCAL, RT_SCOPE_HOST, Some("lo"), None),
        Hop::Blackhole => (RTN_BLACKHOLE, RT_SCOPE_UNIVERSE, None, None),
        Hop::Unreachable => (RTN_UNREACHABLE, RT_SCOPE_UNIVERSE, None, None),
        Hop::Prohibit => (RTN_PROHIBIT, RT_SCOPE_UNIVERSE, None, None),
        Hop::Link { device, via: None } => (RTN_UNICAST, RT_SCOPE_LINK, Some(device.as_str()), None),
        Hop::Link { device, via } => (RTN_UNICAST, RT_SCOPE_UNIVERSE, Some(device.as_str()), *via),
    };
    let table = u8::try_from(route.table).unwrap_or(0);
    let flag_bits = if via.is_some() { RTNH_F_ONLINK } else { 0 };
    let mut fixed = [
        libc::AF_INET as u8,
        route.destination.prefix_len(),
        0,
        0,
        table,
        route.protocol,
        scope,
        action,
        0,
        0,
        0,
        0,
    ];
    fixed[8..12].copy_from_slice(&flag_bits.to_ne_bytes());
    let mut message = Message::new(kind, flags, &fixed);
    message.bytes(libc::RTA_DST, &route.destination.network().octets());
    message.u32(libc::RTA_TABLE, route.table);
    if route.metric != 0 {
        message.u32(libc::RTA_PRIORITY, route.metric);
    }
    if let Some(via) = via {
        message.bytes(libc::RTA_GATEWAY, &via.octets());
    }
    if let Some(source) = route.source {
        message.bytes(libc::RTA_PREFSRC, &source.octets());
    }
    if let Some(device) = device {
        let index = links
            .get(device)
            .ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, format!("there is no link {device}")))?;
        message.u32(libc::RTA_OIF, *index);
    }
    Ok(message)
}

/// Puts a route, in place of one with the same key.
pub(crate) fn add(socket: &mut Socket, route: &Route, links: &BTreeMap<String, u32>) -> io::Result<()> {
    socket.request(route_message(libc::RTM_NEWROUTE, CREATE | REPLACE, route, links)?)
}

/// Removes a route.
pub(crate) fn delete(socket: &mut Socket, route: &Route, links: &BTreeMap<String, u32>) -> io::Result<()> {
    socket.request(route_message(libc::RTM_DELROUTE, 0, route, links)?)
}

/// A routing rule of ours.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Rule {
    pub(crate) priority: u32,
    /// Packets from here; none is all.
    pub(crate) from: Option<Ipv4Net>,
    /// The table to look in; none drops without a word.
    pub(crate) table: Option<u32>,
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.from {
            Some(from) => write!(f, "from {from}")?,
            None => f.write_str("from all")?,
        }
        match self.table {
            Some(table) => write!(f, " lookup {table}")?,
            None => f.write_str(" blackhole")?,
        }
        write!(f, " priority {}", self.priority)
    }
}

/// Our routing rules.
pub(crate) fn rules(socket: &mut Socket) -> io::Result<Vec<Rule>> {
    let question =
        Message::new(libc::RTM_GETRULE, 0, &[libc::AF_INET as u8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let mut all = Vec::new();
    for received in socket.dump(question)? {
        let Some([_, _, length, _, table, _, _, action]) =
            received.body.get(0..8).and_then(|fixed| <[u8; 8]>::try_from(fixed).ok())
        else {
            continue;
        };
        let mut rule = Rule { priority: 0, from: None, table: Some(u32::from(table)) };
        let mut protocol = 0;
        for (kind, value) in attributes(received.body.get(12..).unwrap_or_default()) {
            match kind {
                FRA_SRC => {
                    rule.from = address(value).and_then(|from| Ipv4Net::new(from, length).ok());
                }
                FRA_PRIORITY => rule.priority = number(value).unwrap_or_default(),
                FRA_TABLE => rule.table = number(value),
                FRA_PROTOCOL => protocol = value.first().copied().unwrap_or_default(),
                _ => {}
            }
        }
        if action == FR_ACT_BLACKHOLE {
            rule.table = None;
        }
        if protocol == OURS {
            all.push(rule);
        }
    }
    Ok(all)
}

fn rule_message(kind: u16, flags: u16, rule: &Rule) -> Message {
    let action = if rule.table.is_some() { FR_ACT_TO_TBL } else { FR_ACT_BLACKHOLE };
    let length = rule.from.map_or(0, |from| from.prefix_len());
    let fixed = [libc::AF_INET as u8, 0, length, 0, 0, 0, 0, action, 0, 0, 0, 0];
    let mut message = Message::new(kind, flags, &fixed);
    if let Some(from) = rule.from {
        message.bytes(FRA_SRC, &from.network().octets());
    }
    message.u32(FRA_PRIORITY, rule.priority);
    if let Some(table) = rule.table {
        message.u32(FRA_TABLE, table);
    }
    message.bytes(FRA_PROTOCOL, &[OURS]);
    message
}

/// Puts a rule.
pub(crate) fn add_rule(socket: &mut Socket, rule: &Rule) -> io::Result<()> {
    socket.request(rule_message(libc::RTM_NEWRULE, CREATE | EXCLUSIVE, rule))
}

/// Removes a rule.
pub(crate) fn delete_rule(socket: &mut Socket, rule: &Rule) -> io::Result<()> {
    socket.request(rule_message(libc::RTM_DELRULE, 0, rule))
}
