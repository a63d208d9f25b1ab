//! Answering names: the public view and each VPC's view, as a function of the world, without wire formats.
//!
//! The public view (any resolver in the world, so also an on-premises machine) knows the endpoints' own names, always with
//! the *private* addresses of their interfaces, the aliases of associated APIs, and the region's public API names. A VPC
//! view puts an endpoint's private names before it: while private DNS is on, every name under the service's domain leads
//! to that endpoint, public APIs included. A name that exists without the asked type is NODATA, never NXDOMAIN.
//!
//! A [`View`] is compiled once per world change; a look-up is one hash of the lower-case name.

use std::{
    collections::{BTreeSet, HashMap},
    net::Ipv4Addr,
    sync::Arc,
};

use crate::{
    id::{RestApiId, VpcEndpointId, VpcId},
    names::{
        alias_name, api_name, endpoint_domain, execute_api_domain, pet_store_host, regional_name, zonal_name,
    },
    rest_api::EndpointType,
    vpc::VpcEndpoint,
    world::World,
};

/// The zone that all names are in.
const ZONE: &str = "amazonaws.com";

/// Time to live of every answer, seconds (seen on real endpoint names).
pub const TTL_SECONDS: u32 = 60;

/// Addresses that the public view gives for things that do not live in a VPC.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PublicAddresses {
    /// Where the region's public APIs are served.
    pub front: Vec<Ipv4Addr>,
}

/// What a look-up finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer<'v> {
    /// Addresses for an A question; for other types the name exists and has nothing (NODATA).
    Addresses(&'v [Ipv4Addr]),
    /// No such name.
    NxDomain,
    /// Not a name of ours; a forwarder may be asked.
    NotOurs,
}

/// What a name leads to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Entry {
    /// The VPC the addresses are of; `None` for public ones.
    vpc: Option<VpcId>,
    addresses: Vec<Ipv4Addr>,
}

/// A compiled name table.
#[derive(Clone, Debug, Default)]
pub struct View {
    names: Arc<HashMap<String, Entry>>,
    /// Private DNS: the domain that an endpoint has taken over, and its addresses.
    captured: Option<(String, Entry)>,
    /// Suffixes under which an unknown name is NXDOMAIN.
    zones: Arc<Vec<String>>,
}

impl View {
    /// Looks a name up. `name` is without the final dot; case does not matter.
    #[must_use]
    pub fn look_up(&self, name: &str) -> Answer<'_> {
        let lower;
        let name = if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
            lower = name.to_ascii_lowercase();
            lower.as_str()
        } else {
            name
        };
        // A DNS wildcard matches any number of labels (RFC 4592), so deeper names are captured too.
        if let Some((domain, entry)) = &self.captured
            && is_at_or_below(name, domain)
        {
            return Answer::Addresses(&entry.addresses);
        }
        if let Some(entry) = self.names.get(name) {
            return Answer::Addresses(&entry.addresses);
        }
        if self.zones.iter().any(|zone| is_at_or_below(name, zone)) {
            Answer::NxDomain
        } else {
            Answer::NotOurs
        }
    }

    /// The same table with every address replaced by the one that clients have to use for it: itself, except where a
    /// lab stands on loopback addresses.
    #[must_use]
    pub fn translated(&self, translate: impl Fn(Option<&VpcId>, Ipv4Addr) -> Ipv4Addr) -> Self {
        let mut entries = self.names.values().chain(self.captured.iter().map(|(_, entry)| entry));
        let same = entries.all(|entry| {
            entry.addresses.iter().all(|address| translate(entry.vpc.as_ref(), *address) == *address)
        });
        if same {
            return self.clone();
        }
        let turn = |entry: &Entry| Entry {
            vpc: entry.vpc.clone(),
            addresses: entry
                .addresses
                .iter()
                .map(|address| translate(entry.vpc.as_ref(), *address))
                .collect(),
        };
        Self {
            names: Arc::new(self.names.iter().map(|(name, entry)| (name.clone(), turn(entry))).collect()),
            captured: self.captured.as_ref().map(|(domain, entry)| (domain.clone(), turn(entry))),
            zones: Arc::clone(&self.zones),
        }
    }

    /// How many names the table holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether the table holds no name.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }
}

fn is_at_or_below(name: &str, zone: &str) -> bool {
    name.strip_suffix(zone).is_some_and(|front| front.is_empty() || front.ends_with('.'))
}

/// The public view.
#[must_use]
pub fn public_view(world: &World, addresses: &PublicAddresses) -> View {
    let region = world.region();
    let zones = Arc::new(vec![ZONE.to_owned()]);
    // Names that are there only because others are below them have no addresses (RFC 8020: NODATA, not NXDOMAIN).
    let mut names: HashMap<String, Entry> =
        [ZONE, "vpce.amazonaws.com"].map(|name| (name.to_owned(), Entry::default())).into();
    if region.is_empty() {
        return View { names: Arc::new(names), captured: None, zones };
    }
    names.extend(domains_of(region).map(|name| (name, Entry::default())));
    let associated = associated_apis(world);
    for endpoint in live_endpoints(world) {
        let by_zone = addresses_by_zone(world, endpoint);
        if by_zone.is_empty() {
            continue;
        }
        let inside = |addresses| Entry { vpc: Some(endpoint.vpc_id.clone()), addresses };
        let all: Vec<Ipv4Addr> = by_zone.iter().map(|(_, address)| *address).collect();
        for (zone, address) in &by_zone {
            names.insert(zonal_name(endpoint, zone, region), inside(vec![*address]));
        }
        let regional = regional_name(endpoint, region);
        names.insert(regional, inside(all.clone()));
        for api in associated.get(&endpoint.id).into_iter().flatten() {
            names.insert(alias_name(api, &endpoint.id, region), inside(all.clone()));
        }
    }
    let front = Entry { vpc: None, addresses: addresses.front.clone() };
    for api in world.rest_apis.values().filter(|api| api.endpoint_type != EndpointType::Private) {
        names.insert(api_name(&api.id, region), front.clone());
    }
    names.insert(pet_store_host(region), front);
    View { names: Arc::new(names), captured: None, zones }
}

/// The domains of a region that others are below.
fn domains_of(region: &str) -> [String; 4] {
    [
        format!("{region}.{ZONE}"),
        format!("{region}.vpce.{ZONE}"),
        endpoint_domain(region),
        execute_api_domain(region),
    ]
}

/// A VPC's view: the public one behind the endpoint that has private DNS on, if the VPC's attributes let it.
#[must_use]
pub fn vpc_view(world: &World, vpc: &VpcId, public: &View) -> View {
    let mut view = public.clone();
    let resolves_private =
        world.vpcs.get(vpc).is_some_and(|vpc| vpc.enable_dns_support && vpc.enable_dns_hostnames);
    if !resolves_private {
        return view;
    }
    let capturing =
        live_endpoints(world).find(|endpoint| endpoint.vpc_id == *vpc && endpoint.private_dns_enabled);
    if let Some(endpoint) = capturing {
        let addresses: Vec<Ipv4Addr> =
            addresses_by_zone(world, endpoint).into_iter().map(|(_, address)| address).collect();
        if !addresses.is_empty() {
            let entry = Entry { vpc: Some(vpc.clone()), addresses };
            view.captured = Some((execute_api_domain(world.region()), entry));
        }
    }
    view
}

fn live_endpoints(world: &World) -> impl Iterator<Item = &VpcEndpoint> {
    world.vpc_endpoints.values().map(|endpoint| &**endpoint).filter(|endpoint| endpoint.state.is_live())
}

fn addresses_by_zone(world: &World, endpoint: &VpcEndpoint) -> Vec<(String, Ipv4Addr)> {
    endpoint
        .network_interface_ids
        .iter()
        .filter_map(|id| world.network_interfaces.get(id))
        .map(|interface| (interface.availability_zone.clone(), interface.private_ip_address))
        .collect()
}

/// APIs by endpoint, as their *deployed* heads list them: an association works after the next deployment.
fn associated_apis(world: &World) -> HashMap<VpcEndpointId, BTreeSet<RestApiId>> {
    let mut apis: HashMap<VpcEndpointId, BTreeSet<RestApiId>> = HashMap::new();
    for stage in world.stages.values() {
        let key = (stage.rest_api_id.clone(), stage.deployment_id.clone());
        let Some(deployment) = world.deployments.get(&key) else { continue };
        let api = &deployment.definition.rest_api;
        if api.endpoint_type != EndpointType::Private {
            continue;
        }
        for endpoint in &api.vpc_endpoint_ids {
            apis.entry(endpoint.clone()).or_default().insert(api.id.clone());
        }
    }
    apis
}
