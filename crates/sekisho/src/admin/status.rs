//! What there is and how it stands, gathered from the world, the network loop and the gateway.

use std::{ffi::OsString, net::Ipv4Addr};

use sekisho_core::{
    Timestamp, id::HostName, lab::HostPlace, names::regional_name, plan::network::resolver_address,
    vpc::Lifecycle,
};
use sekisho_fabric::{PUBLIC_DNS, Place};
use serde::{Deserialize, Serialize};

use super::Admin;

/// Everything `sekisho status` shows.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Status {
    /// The product's version.
    pub version: String,
    /// The region.
    pub region: String,
    /// The account.
    pub account_id: String,
    /// The data directory.
    pub data_dir: String,
    /// Where the AWS APIs are.
    pub control: String,
    /// Where this machine reaches public APIs.
    pub front: String,
    /// The network mode.
    pub mode: String,
    /// Every mode, whether it works here, and why or why not.
    pub probes: Vec<(String, bool, String)>,
    /// What differs from a real network.
    pub notes: Vec<String>,
    /// Seconds since the start.
    pub uptime_seconds: i64,
    /// How long the start took, milliseconds.
    pub ready_ms: u64,
    /// The world's revision.
    pub revision: u64,
    /// The last revision the network has carried out.
    pub applied_revision: u64,
    /// What the network could not do.
    pub network_errors: Vec<String>,
    /// HTTPS and DNS ports inside the lab.
    pub ports: (u16, u16),
    /// Counts: VPCs, REST APIs, stages.
    pub counts: (usize, usize, usize),
    /// Endpoints.
    pub endpoints: Vec<EndpointStatus>,
    /// Virtual interfaces.
    pub links: Vec<LinkStatus>,
    /// Lab sites.
    pub sites: Vec<SiteStatus>,
    /// Lab hosts.
    pub hosts: Vec<HostStatus>,
    /// Requests refused lately, oldest first, with their true reasons.
    pub refusals: Vec<RefusalStatus>,
}

/// One refused request.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RefusalStatus {
    /// Milliseconds since the epoch.
    pub at: i64,
    /// `x-amzn-RequestId`, as the caller saw it.
    pub request_id: String,
    /// From where.
    pub source: String,
    /// `GET host/path`.
    pub request: String,
    /// The status answered.
    pub status: u16,
    /// Why, in a sentence.
    pub why: String,
}

/// One endpoint.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct EndpointStatus {
    /// `vpce-…`.
    pub id: String,
    /// `available` and so on.
    pub state: String,
    /// Its regional name.
    pub name: String,
    /// Its addresses.
    pub addresses: Vec<Ipv4Addr>,
    /// Whether private DNS is on.
    pub private_dns: bool,
}

/// One virtual interface.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LinkStatus {
    /// `dxvif-…`.
    pub id: String,
    /// Given by the customer.
    pub name: String,
    /// Whether a session is established.
    pub up: bool,
    /// RFC 4271 state name.
    pub bgp_state: String,
    /// Prefixes accepted from the customer.
    pub accepted: usize,
    /// The last error.
    pub last_error: Option<String>,
}

/// One lab site.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SiteStatus {
    /// Its name.
    pub name: String,
    /// Its network.
    pub cidr: String,
    /// The program.
    pub router: String,
    /// Whether it runs.
    pub running: bool,
    /// The interface it is the far end of.
    pub virtual_interface: String,
}

/// One lab host.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct HostStatus {
    /// Its name.
    pub name: String,
    /// Its address.
    pub address: Ipv4Addr,
    /// The site or subnet.
    pub place: String,
}

const fn word(state: Lifecycle) -> &'static str {
    match state {
        Lifecycle::Pending => "pending",
        Lifecycle::Available => "available",
        Lifecycle::Deleting => "deleting",
        Lifecycle::Deleted => "deleted",
    }
}

impl Admin {
    /// Gathers the status.
    pub(super) fn status(&self) -> Status {
        let world = self.node.world();
        let network = self.network.status().borrow().clone();
        let ports = self.network.ports();
        let endpoints = world
            .vpc_endpoints
            .values()
            .map(|endpoint| EndpointStatus {
                id: endpoint.id.to_string(),
                state: word(endpoint.state).to_owned(),
                name: regional_name(endpoint, world.region()),
                addresses: endpoint
                    .network_interface_ids
                    .iter()
                    .filter_map(|id| world.network_interfaces.get(id))
                    .map(|interface| interface.private_ip_address)
                    .collect(),
                private_dns: endpoint.private_dns_enabled,
            })
            .collect();
        Status {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            region: world.region().to_owned(),
            account_id: world.account_id().to_owned(),
            data_dir: self.facts.data_dir.display().to_string(),
            control: format!("http://{}", self.facts.control),
            front: format!("https://{}", self.facts.front),
            mode: self.facts.mode.to_string(),
            probes: self
                .facts
                .probes
                .iter()
                .map(|probe| (probe.mode.to_string(), probe.works, probe.reason.clone()))
                .collect(),
            notes: self.fabric.notes(),
            uptime_seconds: Timestamp(crate::clock::now().0 - self.facts.started.0).seconds(),
            ready_ms: self.facts.ready_ms,
            revision: world.revision,
            applied_revision: network.applied_revision,
            network_errors: network.errors,
            ports: (ports.https, ports.dns),
            counts: (world.vpcs.len(), world.rest_apis.len(), world.stages.len()),
            endpoints,
            links: self.links(),
            sites: self.sites(),
            hosts: self.hosts(),
            refusals: self.refusals(),
        }
    }

    fn links(&self) -> Vec<LinkStatus> {
        let world = self.node.world();
        let live = world.virtual_interfaces.values().filter(|link| link.state != Lifecycle::Deleted);
        live.map(|link| {
            let sessions = || link.bgp_peers.iter().filter_map(|peer| world.bgp_sessions.get(&peer.id));
            LinkStatus {
                id: link.id.to_string(),
                name: link.name.clone(),
                up: sessions().any(|session| session.established),
                bgp_state: sessions()
                    .next()
                    .map_or_else(|| "Idle".to_owned(), |session| session.state.clone()),
                accepted: sessions().map(|session| session.accepted.len()).sum(),
                last_error: sessions().find_map(|session| session.last_error.clone()),
            }
        })
        .collect()
    }

    fn sites(&self) -> Vec<SiteStatus> {
        let world = self.node.world();
        world
            .sites
            .values()
            .map(|site| SiteStatus {
                name: site.name.to_string(),
                cidr: site.cidr_block.to_string(),
                router: site.router.as_str().to_owned(),
                running: site.router_running,
                virtual_interface: site.virtual_interface_id.to_string(),
            })
            .collect()
    }

    fn hosts(&self) -> Vec<HostStatus> {
        let world = self.node.world();
        world
            .hosts
            .values()
            .map(|host| HostStatus {
                name: host.name.to_string(),
                address: host.address,
                place: match &host.place {
                    HostPlace::Site(site) => format!("site {site}"),
                    HostPlace::Subnet(subnet) => subnet.to_string(),
                },
            })
            .collect()
    }

    fn refusals(&self) -> Vec<RefusalStatus> {
        let told = |refusal: crate::gateway::Refusal| RefusalStatus {
            at: refusal.at.0,
            request_id: refusal.request_id,
            source: refusal.source_ip.to_string(),
            request: format!("{} {}{}", refusal.method, refusal.host.unwrap_or_default(), refusal.target),
            status: refusal.status,
            why: refusal.reason.explain(),
        };
        self.gateway.recent().into_iter().map(told).collect()
    }

    /// What a command on a host is told besides the caller's own environment. With namespaces the host's network speaks
    /// for itself; on loopback the command has to be told whom to ask and as whom to speak.
    pub(super) fn host_env(&self, host: &HostName) -> Vec<(OsString, OsString)> {
        let mut env: Vec<(OsString, OsString)> = vec![("SEKISHO_HOST".into(), host.as_str().into())];
        // Whatever the caller trusts for other instances, a command on this lab's host trusts this lab.
        for name in ["SSL_CERT_FILE", "CURL_CA_BUNDLE", "AWS_CA_BUNDLE", "REQUESTS_CA_BUNDLE"] {
            env.push((name.into(), self.facts.ca_bundle.clone().into_os_string()));
        }
        if self.facts.mode.has_namespaces() {
            return env;
        }
        let world = self.node.world();
        let Some(host) = world.hosts.get(host) else { return env };
        let resolver = match &host.place {
            HostPlace::Site(_) => self.fabric.lab_address(&Place::Internet, PUBLIC_DNS),
            HostPlace::Subnet(subnet) => {
                let vpc = world.subnets.get(subnet).and_then(|subnet| world.vpcs.get(&subnet.vpc_id));
                let Some(vpc) = vpc else { return env };
                self.fabric.lab_address(&Place::Vpc(vpc.id.clone()), resolver_address(vpc))
            }
        };
        let ports = self.network.ports();
        let own = self.fabric.lab_address(&Place::Host(host.name.clone()), host.address);
        env.push(("SEKISHO_RESOLVER".into(), format!("{resolver}:{}", ports.dns).into()));
        env.push(("SEKISHO_SOURCE".into(), own.to_string().into()));
        env
    }
}
