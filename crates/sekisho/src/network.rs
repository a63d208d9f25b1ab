//! Keeping the outside as the world asks: kernel, listeners, name tables, states.
//!
//! One level-triggered loop. It wakes when the world changed, when the fabric noticed that something was touched, when a
//! BGP session reported, and once a minute; each turn it plans from the world it finds, lets the fabric apply the
//! difference, opens and closes listeners, swaps the name tables, and then commits the states that follow
//! ([`sekisho_core::lifecycle`]). Running a turn again changes nothing.
//!
//! Order within a turn: network before listeners before names, so that a name never leads to a place that is not there.

use std::{
    collections::{BTreeMap, BTreeSet, btree_map::Entry},
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
    time::Duration,
};

use sekisho_core::{
    Change, EntityKey, World,
    direct_connect::BgpSession,
    id::VpcId,
    lifecycle,
    plan::{
        dns::PublicAddresses,
        network::{DesiredNetwork, plan},
    },
};
use sekisho_fabric::{Fabric, PUBLIC_DNS, PUBLIC_FRONT, Place};
use tokio::sync::watch;

use crate::{
    clock,
    dns::{self, DnsServer, Names},
    gateway::{Door, Gateway, Listening},
    node::Node,
};

/// A turn happens at least this often.
const RESYNC: Duration = Duration::from_secs(60);
/// After a failed turn the next one waits this long.
const RETRY: Duration = Duration::from_secs(1);

/// The ports that endpoints and resolvers listen on: 443 and 53, unless the machine forbids low ports on loopback.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ports {
    /// Endpoints and the lab's front.
    pub https: u16,
    /// Resolvers.
    pub dns: u16,
}

/// The loop's belongings.
#[derive(Debug)]
pub struct Network {
    node: Arc<Node>,
    fabric: Arc<Fabric>,
    gateway: Arc<Gateway>,
    names: Arc<Names>,
    ports: Ports,
    status: watch::Sender<NetworkStatus>,
}

/// What the loop last did, for `status` and for those who wait until a revision is carried out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NetworkStatus {
    /// The last revision carried out without an error.
    pub applied_revision: u64,
    /// What could not be done, for people.
    pub errors: Vec<String>,
    /// Steps taken since the start.
    pub steps: usize,
}

/// Listeners by what they are for; dropping one closes it.
#[derive(Debug, Default)]
struct Listeners {
    https: BTreeMap<(Option<VpcId>, Ipv4Addr), Listening>,
    dns: BTreeMap<(Option<VpcId>, Ipv4Addr), DnsServer>,
}

impl Network {
    /// A loop over a node and a fabric.
    #[must_use]
    pub fn new(node: Arc<Node>, fabric: Arc<Fabric>, gateway: Arc<Gateway>, ports: Ports) -> Arc<Self> {
        let status = watch::Sender::new(NetworkStatus::default());
        Arc::new(Self { node, fabric, gateway, names: Arc::default(), ports, status })
    }

    /// What the loop reports.
    #[must_use]
    pub fn status(&self) -> watch::Receiver<NetworkStatus> {
        self.status.subscribe()
    }

    /// The ports in use.
    #[must_use]
    pub const fn ports(&self) -> Ports {
        self.ports
    }

    /// Runs until the task is dropped.
    pub async fn run(self: Arc<Self>) {
        let mut listeners = Listeners::default();
        let mut revisions = self.node.revisions();
        let mut touched = self.fabric.changed();
        loop {
            revisions.mark_unchanged();
            touched.mark_unchanged();
            let pause = if self.turn(&mut listeners).await { RESYNC } else { RETRY };
            tokio::select! {
                changed = revisions.changed() => if changed.is_err() { return },
                changed = touched.changed() => if changed.is_err() { return },
                () = tokio::time::sleep(pause) => {}
            }
        }
    }

    /// One turn; whether everything is as the world asks.
    async fn turn(&self, listeners: &mut Listeners) -> bool {
        let world = self.node.world();
        let desired = plan(&world);
        let mut errors = Vec::new();
        let mut steps = 0;
        match self.fabric.reconcile(&desired).await {
            Ok(report) => {
                steps = report.steps.len();
                for step in &report.steps {
                    tracing::debug!(place = %step.place, what = %step.what, "network step");
                }
                errors.extend(report.errors.iter().map(|step| format!("{}: {}", step.place, step.what)));
            }
            Err(error) => errors.push(error.to_string()),
        }
        self.follow_listeners(listeners, &desired, &mut errors);
        let public = PublicAddresses { front: vec![PUBLIC_FRONT] };
        self.names.follow(&world, &public, |vpc, address| {
            let place = vpc.map_or(Place::Internet, |vpc| Place::Vpc(vpc.clone()));
            self.fabric.lab_address(&place, address)
        });
        for error in &errors {
            tracing::warn!(%error, "the network is not yet as it should be");
        }
        let settled = errors.is_empty();
        if settled {
            let seen = world.revision;
            let advanced = self
                .node
                .advance(|world| {
                    if world.revision == seen { lifecycle::advance(world, clock::now()) } else { Vec::new() }
                })
                .await;
            if let Err(error) = advanced {
                tracing::error!(%error, "a state could not be stored");
            }
        }
        self.status.send_modify(|status| {
            if settled {
                status.applied_revision = world.revision;
            }
            status.errors = errors;
            status.steps += steps;
        });
        settled
    }

    fn follow_listeners(
        &self,
        listeners: &mut Listeners,
        desired: &DesiredNetwork,
        errors: &mut Vec<String>,
    ) {
        let (mut https, mut dns) = (BTreeSet::new(), BTreeSet::new());
        https.insert((None, PUBLIC_FRONT));
        dns.insert((None, PUBLIC_DNS));
        for (id, vpc) in &desired.vpcs {
            if self.fabric.has_wildcard() {
                https.insert((Some(id.clone()), Ipv4Addr::UNSPECIFIED));
            } else {
                https.extend(vpc.interfaces.values().map(|interface| (Some(id.clone()), interface.address)));
            }
            dns.extend(vpc.resolver.map(|resolver| (Some(id.clone()), resolver)));
        }
        listeners.https.retain(|key, _| https.contains(key));
        listeners.dns.retain(|key, _| dns.contains(key));
        for key in https {
            let port = self.ports.https;
            if let Entry::Vacant(vacant) = listeners.https.entry(key) {
                match self.open_https(vacant.key()) {
                    Ok(listening) => {
                        vacant.insert(listening);
                    }
                    Err(error) => errors.push(format!("cannot listen on {}:{port}: {error}", vacant.key().1)),
                }
            }
        }
        for key in dns {
            let port = self.ports.dns;
            if let Entry::Vacant(vacant) = listeners.dns.entry(key) {
                match self.open_dns(vacant.key()) {
                    Ok(server) => {
                        vacant.insert(server);
                    }
                    Err(error) => {
                        errors.push(format!("cannot answer DNS on {}:{port}: {error}", vacant.key().1))
                    }
                }
            }
        }
    }

    fn place_of(vpc: Option<&VpcId>) -> Place {
        vpc.map_or(Place::Internet, |vpc| Place::Vpc(vpc.clone()))
    }

    fn address_of(&self, place: &Place, address: Ipv4Addr, port: u16) -> SocketAddr {
        let address =
            if address.is_unspecified() { address } else { self.fabric.lab_address(place, address) };
        SocketAddr::from((address, port))
    }

    fn open_https(&self, (vpc, address): &(Option<VpcId>, Ipv4Addr)) -> std::io::Result<Listening> {
        let place = Self::place_of(vpc.as_ref());
        let listener = self.fabric.listen_tcp(&place, self.address_of(&place, *address, self.ports.https))?;
        let door = vpc.as_ref().map_or(Door::Public, |vpc| Door::Vpc(vpc.clone()));
        self.gateway.listen(listener, door)
    }

    fn open_dns(&self, (vpc, address): &(Option<VpcId>, Ipv4Addr)) -> std::io::Result<DnsServer> {
        let place = Self::place_of(vpc.as_ref());
        let at = self.address_of(&place, *address, self.ports.dns);
        let (udp, tcp) = (self.fabric.bind_udp(&place, at)?, self.fabric.listen_tcp(&place, at)?);
        let scope = vpc.as_ref().map_or(dns::Scope::Public, |vpc| dns::Scope::Vpc(vpc.clone()));
        dns::serve(Arc::clone(&self.names), scope, vec![udp], vec![tcp])
    }
}

/// Copies what BGP sessions report into the world, until the task is dropped.
pub async fn follow_sessions(node: Arc<Node>, mut sessions: watch::Receiver<Arc<Vec<BgpSession>>>) {
    loop {
        let reported = Arc::clone(&sessions.borrow_and_update());
        if let Err(error) = node.advance(|world| session_changes(world, &reported)).await {
            tracing::error!(%error, "a BGP session's state could not be taken over");
        }
        if sessions.changed().await.is_err() {
            return;
        }
    }
}

/// The changes that make the world's sessions the reported ones.
fn session_changes(world: &World, reported: &[BgpSession]) -> Vec<Change> {
    let mut changes: Vec<Change> = reported
        .iter()
        .filter(|session| world.bgp_sessions.get(&session.peer_id).is_none_or(|known| **known != **session))
        .map(|session| session.clone().into())
        .collect();
    let gone = world.bgp_sessions.keys().filter(|id| !reported.iter().any(|session| session.peer_id == **id));
    changes.extend(gone.map(|id| Change::Delete(EntityKey::BgpSession(id.clone()))));
    changes
}
