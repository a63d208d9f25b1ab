//! Acceptors: from a listening socket to a core, with the facts of the connection.
//!
//! The endpoint is looked up by the VPC and the local address of the socket, in an index that is made again only when
//! the world's interfaces changed. In loopback mode the fabric says what lab addresses the sockets' addresses stand for
//! and whether the connection would have arrived; one that would not is held open without a word, as a packet filter
//! that drops looks to a client.

use std::{
    io::ErrorKind,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use foldhash::HashMap;
use futures_util::FutureExt as _;
use imbl::OrdMap;
use sekisho_core::{
    World,
    id::{NetworkInterfaceId, VpcId},
    plan::network::plan,
    vpc::NetworkInterface,
};
use sekisho_execute::{Arrival, Entry};
use sekisho_fabric::{Place, loopback};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, oneshot},
};

use super::{
    Door, Shared, connection,
    core::{self, Command, Core},
};

/// After the machine ran out of something (descriptors, memory), the next accept waits this long.
const PAUSE: Duration = Duration::from_millis(50);
/// The port that clients mean, whichever one stands for it on loopback.
const ENDPOINT_PORT: u16 = 443;

/// A socket on its way to its core.
pub(super) struct Accepted {
    pub(super) socket: Socket,
    pub(super) arrival: Arrival,
    pub(super) permit: OwnedSemaphorePermit,
}

/// A socket, registered with this core's runtime or with none.
pub(super) enum Socket {
    Here(TcpStream),
    Elsewhere(std::net::TcpStream),
}

impl Socket {
    /// The socket, registered with the runtime this is called on.
    pub(super) fn register(self) -> std::io::Result<TcpStream> {
        match self {
            Self::Here(socket) => Ok(socket),
            Self::Elsewhere(socket) => TcpStream::from_std(socket),
        }
    }
}

/// Which interface has an address.
#[derive(Default)]
pub(super) struct Endpoints {
    made_from: OrdMap<NetworkInterfaceId, Arc<NetworkInterface>>,
    by_address: HashMap<VpcId, HashMap<Ipv4Addr, Arc<NetworkInterface>>>,
}

impl Endpoints {
    /// The interface with an address in a VPC.
    fn find(&mut self, world: &World, vpc: &VpcId, address: IpAddr) -> Option<Arc<NetworkInterface>> {
        if !self.made_from.ptr_eq(&world.network_interfaces) {
            self.made_from = world.network_interfaces.clone();
            self.by_address.clear();
            for interface in self.made_from.values() {
                let vpc = self.by_address.entry(interface.vpc_id.clone()).or_default();
                vpc.insert(interface.private_ip_address, Arc::clone(interface));
            }
        }
        match address.to_canonical() {
            IpAddr::V4(address) => self.by_address.get(vpc)?.get(&address).cloned(),
            IpAddr::V6(_) => None,
        }
    }
}

/// What becomes of a connection.
enum Admission {
    Serve(Arrival),
    Hold(String),
    Close,
}

/// The task behind a listener.
pub(super) struct Acceptor {
    door: Door,
    shared: Arc<Shared>,
    cores: Arc<[Core]>,
    home: usize,
}

impl Acceptor {
    pub(super) const fn new(door: Door, shared: Arc<Shared>, cores: Arc<[Core]>, home: usize) -> Self {
        Self { door, shared, cores, home }
    }

    /// Accepts until told to close, and takes what is queued even then.
    pub(super) async fn run(self, listener: std::net::TcpListener, mut closed: oneshot::Receiver<()>) {
        let listener = match TcpListener::from_std(listener) {
            Ok(listener) => listener,
            Err(error) => {
                tracing::error!(%error, "a listener cannot be waited on");
                return;
            }
        };
        let mut draining = self.shared.draining.subscribe();
        loop {
            tokio::select! {
                biased;
                _ = &mut closed => break,
                _ = draining.wait_for(|draining| *draining) => break,
                () = self.accept(&listener) => {}
            }
        }
        while self.accept_queued(&listener) {}
    }

    /// Accepts one, and waits for a permit to serve it.
    async fn accept(&self, listener: &TcpListener) {
        match listener.accept().await {
            Ok((socket, peer)) => {
                if let Ok(permit) = Arc::clone(&self.shared.permits).acquire_owned().await {
                    self.admit(socket, peer, permit);
                }
            }
            Err(error) => match error.kind() {
                ErrorKind::Interrupted | ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset => {}
                _ => {
                    tracing::warn!(%error, "a connection cannot be accepted");
                    tokio::time::sleep(PAUSE).await;
                }
            },
        }
    }

    /// Accepts one that is queued; whether there was one.
    fn accept_queued(&self, listener: &TcpListener) -> bool {
        let Some(Ok((socket, peer))) = listener.accept().now_or_never() else { return false };
        if let Ok(permit) = Arc::clone(&self.shared.permits).try_acquire_owned() {
            self.admit(socket, peer, permit);
        }
        true
    }

    fn admit(&self, socket: TcpStream, peer: SocketAddr, permit: OwnedSemaphorePermit) {
        if let Err(error) = socket.set_nodelay(true) {
            tracing::debug!(%error, "a connection was gone before it was taken");
            return;
        }
        match self.judge(&socket, peer) {
            Admission::Serve(arrival) => {
                let core = self.least_loaded();
                if core == self.home {
                    connection::spawn(Accepted { socket: Socket::Here(socket), arrival, permit });
                } else if let Ok(socket) = socket.into_std() {
                    let accepted = Accepted { socket: Socket::Elsewhere(socket), arrival, permit };
                    self.cores[core].send(Command::Serve(accepted));
                }
            }
            Admission::Hold(reason) => {
                tracing::info!(%peer, %reason, "a connection is left without an answer");
                if let Ok(socket) = socket.into_std() {
                    self.cores[self.home].send(Command::Hold(socket));
                }
            }
            Admission::Close => {}
        }
    }

    fn least_loaded(&self) -> usize {
        let loads = self.cores.iter().map(|core| core.load.load(Ordering::Relaxed));
        loads.enumerate().min_by_key(|(_, load)| *load).map_or(self.home, |(index, _)| index)
    }

    fn judge(&self, socket: &TcpStream, peer: SocketAddr) -> Admission {
        let Door::Vpc(vpc) = &self.door else {
            return Admission::Serve(arrival(Entry::Public, self.seen_as(&Place::Internet, peer)));
        };
        let Ok(local) = socket.local_addr() else { return Admission::Close };
        let place = Place::Vpc(vpc.clone());
        let (local, source) = (self.seen_as(&place, local), self.seen_as(&place, peer));
        let judged = core::with(|core| {
            let world = Arc::clone(&core.view.load().world);
            let Some(interface) = core.endpoints.find(&world, vpc, local.ip()) else {
                tracing::debug!(%local, "a connection came to an address that no endpoint has");
                return Admission::Close;
            };
            if let Some(reason) = self.silence(&world, peer, &interface.id) {
                return Admission::Hold(reason);
            }
            Admission::Serve(arrival(Entry::Endpoint(interface.vpc_endpoint_id.clone()), source))
        });
        judged.unwrap_or(Admission::Close)
    }

    /// The lab address behind a socket's address.
    fn seen_as(&self, place: &Place, address: SocketAddr) -> SocketAddr {
        let stands_for = self.shared.fabric.as_ref().and_then(|fabric| fabric.stands_for(place, address));
        stands_for.unwrap_or(address)
    }

    /// Why a connection would not have arrived, where no kernel has filtered it.
    fn silence(&self, world: &World, peer: SocketAddr, to: &NetworkInterfaceId) -> Option<String> {
        let fabric = self.shared.fabric.as_ref().filter(|fabric| !fabric.mode().has_namespaces())?;
        let Some((place, address)) = fabric.origin(peer) else {
            return Some("the client is outside the lab".to_owned());
        };
        match loopback::verdict(&plan(world), (&place, address), to, ENDPOINT_PORT) {
            loopback::Verdict::Pass => None,
            loopback::Verdict::Silent(reason) => Some(reason),
        }
    }
}

fn arrival(entry: Entry, source: SocketAddr) -> Arrival {
    let source_ip = source.ip().to_canonical();
    Arrival { entry, source_ip, server_name: None, tls_version: None, cipher_suite: None }
}
