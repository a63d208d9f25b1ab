//! The data plane: sockets, TLS and HTTP around [`sekisho_execute::Invocation`]. It decides nothing.
//!
//! One current-thread runtime runs on each core. A listener's acceptor hands every socket to the core with the fewest
//! connections, and a connection never leaves its core, so nothing is locked or shared on the way of a request: the
//! compiled world is read through a per-core [`arc_swap::Cache`], backend connections are pooled per core, request
//! identifiers come from a per-core generator. (Measured: a runtime per core costs a quarter less than a multi-thread
//! one; a listener per core would hash few long-lived clients unevenly and lose queued connections when it closes.)
//!
//! What must stay true: a connection's endpoint is that of the address it came in on; whatever is swapped (world,
//! certificate, listener), an open connection goes on; every wait has a limit ([`Limits`]).

mod accept;
mod authenticate;
mod backend;
mod body;
mod connect;
mod connection;
mod core;
mod identifiers;
mod pool;
mod refusals;
mod service;

use std::{
    num::NonZeroUsize,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use anyhow::{Context, Result};
use arc_swap::ArcSwap;
use rustls::{RootCertStore, ServerConfig};
use sekisho_core::id::VpcId;
use sekisho_fabric::Fabric;
use tokio::sync::{Semaphore, oneshot, watch};

pub use connect::system_roots;
pub use refusals::Refusal;

use crate::node::View;

/// By which kind of listener a connection came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Door {
    /// An address of a VPC: one of an endpoint's interfaces.
    Vpc(VpcId),
    /// The front that public APIs are reached by.
    Public,
}

/// How long and how much. The defaults are the product's; tests shorten them.
#[derive(Clone, Debug)]
pub struct Limits {
    /// From accept to the end of the TLS handshake.
    pub handshake: Duration,
    /// From a request head's first byte to its last. Checked once a second.
    pub head: Duration,
    /// A connection without a request; API Gateway's idle timeout.
    pub idle: Duration,
    /// A connection with a request on which neither side moves a byte. Longer than the longest integration timeout.
    pub stalled: Duration,
    /// Requests in flight when the gateway stops may take this long.
    pub drain: Duration,
    /// Open connections, all cores together.
    pub connections: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            handshake: Duration::from_secs(10),
            head: Duration::from_secs(30),
            idle: Duration::from_secs(310),
            stalled: Duration::from_secs(330),
            drain: Duration::from_secs(30),
            connections: 65_536,
        }
    }
}

/// What a gateway is made of.
#[derive(Debug)]
pub struct GatewayOptions {
    /// The world and its compiled form, as [`crate::node::Node::view`] gives them.
    pub view: Arc<ArcSwap<View>>,
    /// The network that the listeners stand in; without one, socket addresses are taken for what they say.
    pub fabric: Option<Arc<Fabric>>,
    /// The listeners' TLS settings.
    pub tls: Arc<ServerConfig>,
    /// The authorities that HTTPS backends are held to.
    pub roots: Arc<RootCertStore>,
    /// The region, for the pet store's name.
    pub region: String,
    /// How many cores; all there are unless given.
    pub cores: Option<NonZeroUsize>,
    /// How long and how much.
    pub limits: Limits,
}

/// What all cores share.
#[derive(Debug)]
struct Shared {
    view: Arc<ArcSwap<View>>,
    fabric: Option<Arc<Fabric>>,
    tls: ArcSwap<ServerConfig>,
    dialer: connect::Dialer,
    limits: Limits,
    /// One permit for each connection.
    permits: Arc<Semaphore>,
    /// Turns true when the gateway stops.
    draining: watch::Sender<bool>,
}

/// The data plane. Dropping it ends all connections at once; [`Gateway::stop`] lets them finish.
#[derive(Debug)]
pub struct Gateway {
    shared: Arc<Shared>,
    cores: Arc<[core::Core]>,
    threads: Mutex<Vec<std::thread::JoinHandle<()>>>,
    next: AtomicUsize,
}

/// An open listener; dropping it closes it. Connections it has accepted go on.
#[derive(Debug)]
pub struct Listening {
    _close: oneshot::Sender<()>,
}

impl Gateway {
    /// Starts the cores. Nothing is listened on yet.
    ///
    /// # Errors
    /// When a thread or its runtime cannot be made, or the TLS settings for backends cannot.
    pub fn start(options: GatewayOptions) -> Result<Arc<Self>> {
        let GatewayOptions { view, fabric, tls, roots, region, cores, limits } = options;
        let count = cores.or_else(|| std::thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
        let dialer = connect::Dialer::new(fabric.clone(), roots, &region)?;
        let permits = Arc::new(Semaphore::new(limits.connections.min(Semaphore::MAX_PERMITS)));
        let shared = Arc::new(Shared {
            view,
            fabric,
            tls: ArcSwap::new(tls),
            dialer,
            limits,
            permits,
            draining: watch::Sender::new(false),
        });
        let (mut cores, mut threads) = (Vec::with_capacity(count), Vec::with_capacity(count));
        for index in 0..count {
            let (core, thread) = core::start(index, &shared).context("cannot start a gateway core")?;
            cores.push(core);
            threads.push(thread);
        }
        let (cores, next) = (Arc::from(cores), AtomicUsize::new(0));
        Ok(Arc::new(Self { shared, cores, threads: Mutex::new(threads), next }))
    }

    /// Serves a listening socket, which is made nonblocking.
    ///
    /// # Errors
    /// When the socket is not usable, or the gateway has stopped.
    pub fn listen(&self, listener: std::net::TcpListener, door: Door) -> std::io::Result<Listening> {
        if *self.shared.draining.borrow() {
            return Err(std::io::Error::other("the gateway has stopped"));
        }
        listener.set_nonblocking(true)?;
        let (close, closed) = oneshot::channel();
        let home = self.next.fetch_add(1, Ordering::Relaxed) % self.cores.len();
        let acceptor = accept::Acceptor::new(door, Arc::clone(&self.shared), Arc::clone(&self.cores), home);
        self.cores[home].spawn(acceptor.run(listener, closed));
        Ok(Listening { _close: close })
    }

    /// Changes the TLS settings of all listeners. Open connections keep theirs.
    pub fn set_tls(&self, config: Arc<ServerConfig>) {
        self.shared.tls.store(config);
    }

    /// The requests refused last, oldest first: about a thousand.
    #[must_use]
    pub fn recent(&self) -> Vec<Refusal> {
        let mut all: Vec<Refusal> = self.cores.iter().flat_map(|core| core.refusals.list()).collect();
        all.sort_by_key(|refusal| refusal.at);
        all
    }

    /// How many connections are open.
    #[must_use]
    pub fn connections(&self) -> usize {
        self.shared.limits.connections.saturating_sub(self.shared.permits.available_permits())
    }

    /// Stops accepting, lets requests in flight finish, then closes everything.
    pub async fn stop(&self) {
        self.shared.draining.send_replace(true);
        for core in &*self.cores {
            core.send(core::Command::Drain);
        }
        let all = u32::try_from(self.shared.limits.connections).unwrap_or(u32::MAX);
        let finished = self.shared.permits.acquire_many(all);
        if tokio::time::timeout(self.shared.limits.drain, finished).await.is_err() {
            tracing::warn!(open = self.connections(), "connections are closed before they have finished");
        }
        self.end();
        let threads = std::mem::take(&mut *self.threads.lock().unwrap_or_else(PoisonError::into_inner));
        let joined = tokio::task::spawn_blocking(move || {
            threads.into_iter().map(std::thread::JoinHandle::join).all(|end| end.is_ok())
        });
        if !matches!(joined.await, Ok(true)) {
            tracing::error!("a gateway core ended badly");
        }
    }

    fn end(&self) {
        for core in &*self.cores {
            core.send(core::Command::End);
        }
    }
}

impl Drop for Gateway {
    fn drop(&mut self) {
        self.end();
    }
}
