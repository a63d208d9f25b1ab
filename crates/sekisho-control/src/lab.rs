//! The lab's own operations: sites and hosts that stand for the on-premises side.
//!
//! These are not AWS calls; the command line asks for them over the instance's private socket. They follow the same rule:
//! a pure function from the world and an input to changes, or a refusal that says what is wrong and what to do.

use std::net::Ipv4Addr;

use ipnet::Ipv4Net;
use sekisho_core::{
    Change, EntityKey, Timestamp, World,
    id::{HostName, SiteName, SubnetId, VirtualInterfaceId},
    lab::{Host, HostPlace, RouterKind, Site},
    limits::LAB_PLACES_MAX,
    vpc::Lifecycle,
};

/// A refused lab operation, in words for a person.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{what}")]
pub struct LabError {
    /// What is wrong.
    pub what: String,
    /// What to do next.
    pub help: String,
}

fn refuse<T>(what: impl Into<String>, help: impl Into<String>) -> Result<T, LabError> {
    Err(LabError { what: what.into(), help: help.into() })
}

/// A new site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSite {
    /// Its name.
    pub name: String,
    /// The virtual interface whose customer end it is.
    pub virtual_interface_id: String,
    /// Its network.
    pub cidr_block: Ipv4Net,
    /// Which program speaks BGP.
    pub router: RouterKind,
}

/// What to change at a site; absent members stay.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteEdit {
    /// Start or stop the router.
    pub router_running: Option<bool>,
    /// Announce these besides the site's own network.
    pub extra_prefixes: Option<Vec<Ipv4Net>>,
    /// Use this MD5 key; the inner `None` goes back to the interface's own.
    pub auth_key: Option<Option<String>>,
    /// Another program.
    pub router: Option<RouterKind>,
}

/// Makes a site.
///
/// # Errors
/// A bad or taken name, an unknown interface, a network that overlaps another site's or a VPC's.
pub fn add_site(world: &World, input: NewSite, now: Timestamp) -> Result<Vec<Change>, LabError> {
    check_name(&input.name)?;
    check_room(world)?;
    let name = SiteName::from(input.name.as_str());
    if world.sites.contains_key(&name) {
        return refuse(
            format!("there is a site `{name}` already"),
            "choose another name, or remove it first",
        );
    }
    let interface_id = VirtualInterfaceId::from(input.virtual_interface_id.as_str());
    let Some(interface) = world.virtual_interfaces.get(&interface_id) else {
        return refuse(
            format!("there is no virtual interface `{interface_id}`"),
            "`aws directconnect describe-virtual-interfaces` lists them",
        );
    };
    if matches!(interface.state, Lifecycle::Deleting | Lifecycle::Deleted) {
        return refuse(format!("the virtual interface `{interface_id}` is deleted"), "create another one");
    }
    if let Some(other) = world.sites.values().find(|site| site.virtual_interface_id == interface_id) {
        return refuse(
            format!("`{interface_id}` leads to the site `{}` already", other.name),
            "a virtual interface has one customer end; create another one",
        );
    }
    check_network(world, input.cidr_block)?;
    Ok(vec![
        Site {
            name,
            virtual_interface_id: interface_id,
            cidr_block: input.cidr_block.trunc(),
            router: input.router,
            router_running: true,
            extra_prefixes: Vec::new(),
            auth_key_override: None,
            created: now,
        }
        .into(),
    ])
}

/// Changes a site.
///
/// # Errors
/// An unknown site, a key of a wrong length.
pub fn edit_site(world: &World, name: &str, edit: SiteEdit) -> Result<Vec<Change>, LabError> {
    let Some(site) = world.sites.get(&SiteName::from(name)) else { return no_site(world, name) };
    let mut next = (**site).clone();
    if let Some(running) = edit.router_running {
        next.router_running = running;
    }
    if let Some(prefixes) = edit.extra_prefixes {
        next.extra_prefixes = prefixes.into_iter().map(|prefix| prefix.trunc()).collect();
    }
    if let Some(key) = edit.auth_key {
        if key.as_ref().is_some_and(|key| !(6..=80).contains(&key.len()) || !key.is_ascii()) {
            return refuse("a BGP key has 6 to 80 ASCII characters", "give one of that length");
        }
        next.auth_key_override = key;
    }
    if let Some(router) = edit.router {
        next.router = router;
    }
    Ok(vec![next.into()])
}

/// Removes a site and its hosts.
///
/// # Errors
/// An unknown site.
pub fn remove_site(world: &World, name: &str) -> Result<Vec<Change>, LabError> {
    let name_of_site = SiteName::from(name);
    if !world.sites.contains_key(&name_of_site) {
        return no_site(world, name);
    }
    let hosts = world.hosts.values().filter(|host| host.place == HostPlace::Site(name_of_site.clone()));
    let mut changes: Vec<Change> =
        hosts.map(|host| Change::Delete(EntityKey::Host(host.name.clone()))).collect();
    changes.push(Change::Delete(EntityKey::Site(name_of_site)));
    Ok(changes)
}

/// Where a new host is to stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewPlace {
    /// Behind a site's router.
    Site(String),
    /// In a subnet.
    Subnet(String),
}

/// Makes a host; without an address it gets the lowest free one.
///
/// # Errors
/// A bad or taken name, an unknown place, an address outside it or in use.
pub fn add_host(
    world: &World,
    name: &str,
    place: &NewPlace,
    address: Option<Ipv4Addr>,
    now: Timestamp,
) -> Result<Vec<Change>, LabError> {
    check_name(name)?;
    check_room(world)?;
    let name = HostName::from(name);
    if world.hosts.contains_key(&name) {
        return refuse(
            format!("there is a host `{name}` already"),
            "choose another name, or remove it first",
        );
    }
    let (place, network, used, first) = match place {
        NewPlace::Site(site) => {
            let Some(site) = world.sites.get(&SiteName::from(site.as_str())) else {
                return no_site(world, site);
            };
            let place = HostPlace::Site(site.name.clone());
            let used: Vec<Ipv4Addr> =
                world.hosts.values().filter(|host| host.place == place).map(|host| host.address).collect();
            // The router has the first address.
            (place, site.cidr_block, used, 10)
        }
        NewPlace::Subnet(id) => {
            let id = SubnetId::from(id.as_str());
            let Some(subnet) = world.subnets.get(&id) else {
                return refuse(
                    format!("there is no subnet `{id}`"),
                    "`aws ec2 describe-subnets` lists them; sites are given with --site",
                );
            };
            let used = world.addresses_in_use(&id).collect();
            (HostPlace::Subnet(id.clone()), subnet.cidr_block, used, 4)
        }
    };
    let address = match address {
        Some(address) => check_address(network, address, &used)?,
        None => free_address(network, first, &used)?,
    };
    Ok(vec![Host { name, place, address, created: now }.into()])
}

/// Removes a host.
///
/// # Errors
/// An unknown host.
pub fn remove_host(world: &World, name: &str) -> Result<Vec<Change>, LabError> {
    let id = HostName::from(name);
    if !world.hosts.contains_key(&id) {
        return refuse(format!("there is no host `{name}`"), "`sekisho lab list` shows the lab");
    }
    Ok(vec![Change::Delete(EntityKey::Host(id))])
}

fn no_site<T>(world: &World, name: &str) -> Result<T, LabError> {
    let names: Vec<&str> = world.sites.keys().map(SiteName::as_str).collect();
    let help = if names.is_empty() {
        "there are no sites yet; `sekisho lab add-site` makes one".to_owned()
    } else {
        format!("sites: {}", names.join(", "))
    };
    refuse(format!("there is no site `{name}`"), help)
}

fn check_name(name: &str) -> Result<(), LabError> {
    let fits = (1..=32).contains(&name.len())
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && !name.starts_with('-');
    if fits {
        return Ok(());
    }
    let shown: String = name.chars().take(40).collect();
    refuse(format!("`{shown}` is not a name"), "a name has 1 to 32 lower-case letters, digits and dashes")
}

fn check_room(world: &World) -> Result<(), LabError> {
    if world.sites.len() + world.hosts.len() < LAB_PLACES_MAX {
        return Ok(());
    }
    refuse(
        format!("the lab is full ({LAB_PLACES_MAX} sites and hosts)"),
        "remove some with `sekisho lab remove`",
    )
}

fn check_network(world: &World, network: Ipv4Net) -> Result<(), LabError> {
    if !(8..=29).contains(&network.prefix_len()) {
        return refuse(
            format!("a site's network is a /8 to /29, not {network}"),
            "for example 192.168.10.0/24",
        );
    }
    let overlaps = |other: Ipv4Net| other.contains(&network.network()) || network.contains(&other.network());
    if let Some(site) = world.sites.values().find(|site| overlaps(site.cidr_block)) {
        return refuse(
            format!("{network} overlaps the network of site `{}` ({})", site.name, site.cidr_block),
            "choose another network",
        );
    }
    if let Some(vpc) = world.vpcs.values().find(|vpc| overlaps(vpc.cidr_block)) {
        return refuse(
            format!(
                "{network} overlaps {} ({}), so replies would stay inside the VPC",
                vpc.id, vpc.cidr_block
            ),
            "choose another network",
        );
    }
    let reserved: [Ipv4Net; 3] = [
        Ipv4Net::new_assert(Ipv4Addr::new(127, 0, 0, 0), 8),
        Ipv4Net::new_assert(Ipv4Addr::new(169, 254, 0, 0), 16),
        Ipv4Net::new_assert(Ipv4Addr::new(198, 51, 100, 0), 24),
    ];
    match reserved.iter().find(|range| overlaps(**range)) {
        Some(range) => {
            refuse(format!("{network} overlaps {range}, which the lab uses itself"), "choose another network")
        }
        None => Ok(()),
    }
}

fn check_address(network: Ipv4Net, address: Ipv4Addr, used: &[Ipv4Addr]) -> Result<Ipv4Addr, LabError> {
    let usable = network.contains(&address)
        && address != network.network()
        && address != network.broadcast()
        && u32::from(address) != u32::from(network.network()) + 1;
    if !usable {
        return refuse(
            format!("{address} is not a host's address in {network}"),
            "the first address is the router's; leave --address out to take a free one",
        );
    }
    if used.contains(&address) {
        return refuse(format!("{address} is in use"), "leave --address out to take a free one");
    }
    Ok(address)
}

fn free_address(network: Ipv4Net, first: u32, used: &[Ipv4Addr]) -> Result<Ipv4Addr, LabError> {
    let (base, last) = (u32::from(network.network()), u32::from(network.broadcast()));
    let start = if base + first < last { base + first } else { base + 2 };
    let candidates = (start..last).chain(base + 2..start.min(last));
    candidates
        .map(Ipv4Addr::from)
        .find(|address| !used.contains(address))
        .map_or_else(|| refuse(format!("{network} has no free address"), "use a larger network"), Ok)
}
