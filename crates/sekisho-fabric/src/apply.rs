//! One namespace made what it should be: what the kernel has is read, compared, and only the difference is done.
//!
//! The same comparison, without doing anything, tells whether something was damaged by hand. Only what is recognisably
//! ours is removed: routes and rules by their protocol number, addresses on our own links, one table by its name.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use ipnet::Ipv4Net;

use crate::layout::{self, Port, Wanted};
use crate::namespace::{self, Inside};
use crate::netlink::link::{self, Link};
use crate::netlink::route::{self, Route, Rule};

/// What a namespace has.
struct Observed {
    links: BTreeMap<String, Link>,
    addresses: BTreeSet<(String, Ipv4Net)>,
    routes: Vec<Route>,
    rules: BTreeSet<Rule>,
    strict: BTreeSet<String>,
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Action {
    SetUp(String, Port),
    Strict(String),
    AddAddress(String, Ipv4Net),
    DeleteAddress(String, Ipv4Net),
    AddRoute(Route),
    DeleteRoute(Route),
    AddRule(Rule),
    DeleteRule(Rule),
}

impl std::fmt::Display for Action {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::SetUp(name, port) => write!(f, "link set {name} up mtu {}", port.mtu),
            Self::Strict(name) => write!(f, "net.ipv4.conf.{name}.rp_filter=1"),
            Self::AddAddress(name, net) => write!(f, "address add {net} dev {name}"),
            Self::DeleteAddress(name, net) => write!(f, "address del {net} dev {name}"),
            Self::AddRoute(route) => write!(f, "route add {route}"),
            Self::DeleteRoute(route) => write!(f, "route del {route}"),
            Self::AddRule(rule) => write!(f, "rule add {rule}"),
            Self::DeleteRule(rule) => write!(f, "rule del {rule}"),
        }
    }
}

/// What was done and what could not be.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    pub(crate) done: Vec<String>,
    pub(crate) failed: Vec<String>,
}

fn observe(inside: &mut Inside, wanted: &Wanted) -> io::Result<Observed> {
    let links = link::links(&mut inside.route)?;
    let names: BTreeMap<u32, String> = links.iter().map(|(name, link)| (link.index, name.clone())).collect();
    let addresses = link::addresses(&mut inside.route)?
        .into_iter()
        .filter_map(|(index, net)| Some((names.get(&index)?.clone(), net)))
        .collect();
    let is_strict = |name: &&String| {
        std::fs::read_to_string(format!("/proc/sys/net/ipv4/conf/{name}/rp_filter"))
            .is_ok_and(|text| text.trim() == "1")
    };
    let strict = wanted.ports.iter().filter(|(_, port)| port.strict).map(|(name, _)| name);
    Ok(Observed {
        addresses,
        routes: route::routes(&mut inside.route, &names)?,
        rules: route::rules(&mut inside.route)?.into_iter().collect(),
        strict: strict.filter(is_strict).cloned().collect(),
        links,
    })
}

fn is_as_wanted(link: &Link, port: &Port) -> bool {
    link.up && link.no_arp == port.no_arp && link.mtu == port.mtu && link.alias == port.alias
}

/// The difference, in an order that never opens what is to stay shut: rules that drop before routes that lead.
fn difference(observed: &Observed, wanted: &Wanted) -> Vec<Action> {
    let mut actions = Vec::new();
    actions.extend(wanted.rules.difference(&observed.rules).cloned().map(Action::AddRule));
    // A sub-interface goes up only on a trunk that is.
    let trunk_first = |(name, _): &(&String, &Port)| *name != layout::TRUNK;
    let mut ports: Vec<_> = wanted.ports.iter().collect();
    ports.sort_by_key(trunk_first);
    for (name, port) in ports {
        let Some(link) = observed.links.get(name) else { continue };
        if port.strict && !observed.strict.contains(name) {
            actions.push(Action::Strict(name.clone()));
        }
        if !is_as_wanted(link, port) {
            actions.push(Action::SetUp(name.clone(), port.clone()));
        }
    }
    let ours = |name: &String| name == "lo" || wanted.ports.contains_key(name);
    for (name, net) in observed.addresses.difference(&wanted.addresses) {
        if ours(name) && !net.addr().is_loopback() {
            actions.push(Action::DeleteAddress(name.clone(), *net));
        }
    }
    for (name, net) in wanted.addresses.difference(&observed.addresses) {
        if observed.links.contains_key(name) {
            actions.push(Action::AddAddress(name.clone(), *net));
        }
    }
    let kept: BTreeSet<_> = wanted.routes.iter().map(Route::key).collect();
    let gone = |route: &&Route| wanted.protocols.contains(&route.protocol) && !kept.contains(&route.key());
    actions.extend(observed.routes.iter().filter(gone).cloned().map(Action::DeleteRoute));
    let present: BTreeSet<&Route> = observed.routes.iter().collect();
    // Routes with a preferred source need that address first, which is a route of the local table.
    let mut missing: Vec<&Route> = wanted.routes.iter().filter(|route| !present.contains(route)).collect();
    missing.sort_by_key(|route| std::cmp::Reverse(route.table == route::LOCAL_TABLE));
    actions.extend(missing.into_iter().cloned().map(Action::AddRoute));
    actions.extend(observed.rules.difference(&wanted.rules).cloned().map(Action::DeleteRule));
    actions
}

/// Whether anything is not as wanted.
pub(crate) fn differs(inside: &mut Inside, wanted: &Wanted) -> io::Result<bool> {
    if let Some(ruleset) = &wanted.ruleset
        && inside.filter.differs(ruleset)?
    {
        return Ok(true);
    }
    let observed = observe(inside, wanted)?;
    let missing = wanted.ports.keys().any(|name| !observed.links.contains_key(name));
    Ok(missing || !difference(&observed, wanted).is_empty())
}

/// Makes everything as wanted, the filter first.
pub(crate) fn sync(inside: &mut Inside, wanted: &Wanted) -> Outcome {
    let mut outcome = Outcome::default();
    if let Some(ruleset) = &wanted.ruleset {
        match inside.filter.apply(ruleset) {
            Ok(Some(what)) => outcome.done.push(what.to_owned()),
            Ok(None) => {}
            Err(error) => outcome.failed.push(format!("table inet sekisho: {error}")),
        }
    }
    let observed = match observe(inside, wanted) {
        Ok(observed) => observed,
        Err(error) => {
            outcome.failed.push(format!("reading the kernel's tables: {error}"));
            return outcome;
        }
    };
    let links: BTreeMap<String, u32> =
        observed.links.iter().map(|(name, link)| (name.clone(), link.index)).collect();
    for action in difference(&observed, wanted) {
        match act(inside, &action, &links) {
            Ok(()) => outcome.done.push(action.to_string()),
            Err(error) => outcome.failed.push(format!("{action}: {error}")),
        }
    }
    outcome
}

fn act(inside: &mut Inside, action: &Action, links: &BTreeMap<String, u32>) -> io::Result<()> {
    let index = |name: &String| {
        links
            .get(name)
            .copied()
            .ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, "there is no such link"))
    };
    match action {
        Action::SetUp(name, port) => {
            let settings = link::Settings { mtu: port.mtu, alias: &port.alias, no_arp: port.no_arp };
            link::set_up(&mut inside.route, index(name)?, settings)
        }
        Action::Strict(name) => namespace::set(&format!("ipv4/conf/{name}/rp_filter"), "1"),
        Action::AddAddress(name, net) => link::add_address(&mut inside.route, index(name)?, *net),
        Action::DeleteAddress(name, net) => {
            gone(link::delete_address(&mut inside.route, index(name)?, *net), libc::EADDRNOTAVAIL)
        }
        Action::AddRoute(route) => route::add(&mut inside.route, route, links),
        // A route that went with its address or link is gone as wanted.
        Action::DeleteRoute(route) => gone(route::delete(&mut inside.route, route, links), libc::ESRCH),
        Action::AddRule(rule) => route::add_rule(&mut inside.route, rule),
        Action::DeleteRule(rule) => route::delete_rule(&mut inside.route, rule),
    }
}

fn gone(result: io::Result<()>, already: i32) -> io::Result<()> {
    match result {
        Err(error) if error.raw_os_error() == Some(already) => Ok(()),
        result => result,
    }
}
