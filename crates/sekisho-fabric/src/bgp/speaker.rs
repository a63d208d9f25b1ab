//! The thread that is a speaker: its listeners, its peers, and changes of its configuration.
//!
//! A thread of its own, with a current-thread runtime, because a network namespace is a property of a thread: it enters
//! the namespace first and every socket made afterwards belongs there.
//!
//! The configuration is level-triggered: [`SpeakerHandle::update`] says what is wanted, and the thread makes the
//! difference. A peer whose advertised prefixes changed keeps its session and is sent only those; any other change
//! of a peer ends its session (Cease 6/6) and starts another; a peer that is gone is told so (Cease 6/3).

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::os::fd::AsFd;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use rustbgpd_wire::notification::cease_subcode;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, watch};
use tokio::task::JoinSet;

use super::collision::Identity;
use super::config::{ConfigError, PeerConfig, SpeakerConfig};
use super::event::BgpEvent;
use super::peer::{Command, Peer};
use super::publisher::Publisher;
use super::status::Snapshot;
use super::{md5, transport};

/// Commands waiting for a peer, and accepted connections waiting for the speaker.
const QUEUE: usize = 16;
/// The wait before listening is tried again where it failed.
const LISTEN_RETRY: Duration = Duration::from_secs(1);

/// Why a speaker does not start or does not take a change.
#[derive(Debug, thiserror::Error)]
pub enum SpeakerError {
    /// The configuration is wrong.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The thread, its runtime or the namespace cannot be had.
    #[error("cannot start the speaker: {0}")]
    Start(#[source] io::Error),
    /// The thread has ended.
    #[error("the speaker has stopped")]
    Stopped,
}

/// Starts speakers.
#[derive(Debug)]
pub struct Speaker;

impl Speaker {
    /// Starts a speaker on a new thread, which calls `enter` first: that is where a namespace is entered. Returns when
    /// `enter` has; sessions come up later.
    ///
    /// # Errors
    ///
    /// A wrong configuration, or that the thread could not be started or `enter` failed.
    pub fn spawn(
        config: SpeakerConfig,
        enter: impl FnOnce() -> io::Result<()> + Send + 'static,
        events: mpsc::UnboundedSender<BgpEvent>,
    ) -> Result<SpeakerHandle, SpeakerError> {
        config.validate()?;
        let (wanted, wants) = watch::channel(Some(Arc::new(config)));
        let (status, snapshot) = watch::channel(Snapshot::new());
        let publisher = Publisher::new(events, status);
        let (started, starts) = std::sync::mpsc::sync_channel(1);
        let thread = std::thread::Builder::new()
            .name("bgp".to_owned())
            .spawn(move || {
                let ready =
                    enter().and_then(|()| tokio::runtime::Builder::new_current_thread().enable_all().build());
                match ready {
                    Ok(runtime) => {
                        // The receiver waits for exactly this.
                        let _ = started.send(Ok(()));
                        runtime.block_on(run(wants, publisher));
                    }
                    Err(error) => {
                        let _ = started.send(Err(error));
                    }
                }
            })
            .map_err(SpeakerError::Start)?;
        match starts.recv() {
            Ok(Ok(())) => Ok(SpeakerHandle { wanted, snapshot, thread: Some(thread) }),
            Ok(Err(error)) => Err(SpeakerError::Start(error)),
            Err(_) => Err(SpeakerError::Stopped),
        }
    }
}

/// A running speaker. Dropping it stops the speaker too, without waiting.
#[derive(Debug)]
pub struct SpeakerHandle {
    wanted: watch::Sender<Option<Arc<SpeakerConfig>>>,
    snapshot: watch::Receiver<Snapshot>,
    thread: Option<JoinHandle<()>>,
}

impl SpeakerHandle {
    /// Makes `config` what is wanted. Returns at once; only what differs changes.
    ///
    /// # Errors
    ///
    /// A wrong configuration, which changes nothing, or that the speaker has stopped.
    pub fn update(&self, config: SpeakerConfig) -> Result<(), SpeakerError> {
        config.validate()?;
        self.wanted.send(Some(Arc::new(config))).map_err(|_| SpeakerError::Stopped)
    }

    /// What is known of each peer now.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot {
        self.snapshot.borrow().clone()
    }

    /// A receiver that wakes when the snapshot changes.
    #[must_use]
    pub fn watch(&self) -> watch::Receiver<Snapshot> {
        self.snapshot.clone()
    }

    /// Ends every session with Cease 6/2 and waits for the thread: a second at most. Not to be called on a runtime's
    /// worker.
    pub fn shutdown(mut self) {
        // A thread that has ended already needs no telling, and one that panicked has said so.
        let _ = self.wanted.send(None);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for SpeakerHandle {
    fn drop(&mut self) {
        let _ = self.wanted.send(None);
    }
}

/// A peer's task.
struct Running {
    config: PeerConfig,
    commands: mpsc::Sender<Command>,
    task: tokio::task::JoinHandle<()>,
}

/// A listening socket, and the remote addresses it has keys for.
struct Listening {
    listener: Arc<TcpListener>,
    keys: BTreeMap<IpAddr, String>,
    accepting: tokio::task::AbortHandle,
}

struct State {
    publisher: Publisher,
    identity: Option<Identity>,
    peers: BTreeMap<String, Running>,
    /// Tasks of peers that were told to stop, which a successor of the same name waits for.
    stopping: BTreeMap<String, tokio::task::JoinHandle<()>>,
    listeners: BTreeMap<SocketAddr, Listening>,
    accepted: mpsc::Sender<(SocketAddr, TcpStream)>,
    tasks: JoinSet<()>,
}

async fn run(mut wants: watch::Receiver<Option<Arc<SpeakerConfig>>>, publisher: Publisher) {
    let (accepted, mut connections) = mpsc::channel(QUEUE);
    let mut state = State {
        publisher,
        identity: None,
        peers: BTreeMap::new(),
        stopping: BTreeMap::new(),
        listeners: BTreeMap::new(),
        accepted,
        tasks: JoinSet::new(),
    };
    loop {
        let wanted = wants.borrow_and_update().clone();
        let Some(config) = wanted else { break };
        state.reconcile(&config).await;
        loop {
            let complete = state.listen(&config).await;
            tokio::select! {
                changed = wants.changed() => match changed {
                    Ok(()) => break,
                    Err(_) => return state.stop().await,
                },
                Some((local, stream)) = connections.recv() => state.dispatch(local, stream).await,
                () = tokio::time::sleep(LISTEN_RETRY), if !complete => {}
            }
        }
    }
    state.stop().await;
}

impl State {
    /// Stops and starts peers until they are the configured ones.
    async fn reconcile(&mut self, config: &SpeakerConfig) {
        self.stopping.retain(|_, task| !task.is_finished());
        let identity = Identity { router_id: config.router_id, asn: config.local_asn };
        let same_identity = self.identity.replace(identity) == Some(identity);
        let wanted: BTreeMap<&str, &PeerConfig> =
            config.peers.iter().map(|peer| (peer.id.as_str(), peer)).collect();
        let present: Vec<String> = self.peers.keys().cloned().collect();
        for id in present {
            let subcode = match (wanted.get(id.as_str()), self.peers.get(&id)) {
                (Some(wanted), Some(running)) if same_identity && running.config.same_session(wanted) => {
                    continue;
                }
                (Some(_), _) => cease_subcode::OTHER_CONFIGURATION_CHANGE,
                (None, _) => cease_subcode::PEER_DECONFIGURED,
            };
            self.stop_peer(&id, subcode).await;
        }
        for peer in &config.peers {
            match self.peers.get_mut(&peer.id) {
                Some(running) if running.config == *peer => {}
                Some(running) => {
                    running.config = peer.clone();
                    // It was running a moment ago; if it has ended since, the next change starts it again.
                    let _ = running.commands.send(Command::Advertise(peer.advertise.clone())).await;
                }
                None => self.start_peer(identity, peer),
            }
        }
    }

    fn start_peer(&mut self, identity: Identity, config: &PeerConfig) {
        let (commands, receiver) = mpsc::channel(QUEUE);
        let predecessor = self.stopping.remove(&config.id);
        let (publisher, own_config) = (self.publisher.clone(), config.clone());
        let task = tokio::spawn(async move {
            if let Some(predecessor) = predecessor {
                // However it ended, it has.
                let _ = predecessor.await;
            }
            Peer::new(identity, own_config, publisher).run(receiver).await;
        });
        self.peers.insert(config.id.clone(), Running { config: config.clone(), commands, task });
    }

    async fn stop_peer(&mut self, id: &str, subcode: u8) {
        if let Some(running) = self.peers.remove(id) {
            let _ = running.commands.send(Command::Stop(subcode)).await;
            self.stopping.insert(id.to_owned(), running.task);
        }
    }

    /// Makes the listeners and their keys those the peers need. Whether all could be had.
    async fn listen(&mut self, config: &SpeakerConfig) -> bool {
        let listening = || config.peers.iter().filter(|peer| peer.connect.listens());
        let wanted: BTreeSet<SocketAddr> = listening().map(local_socket).collect();
        self.listeners.retain(|local, listening| {
            let keep = wanted.contains(local);
            if !keep {
                listening.accepting.abort();
            }
            keep
        });
        let mut complete = true;
        for local in wanted {
            let keys: BTreeMap<IpAddr, String> = listening()
                .filter(|peer| local_socket(peer) == local)
                .filter_map(|peer| Some((peer.remote_addr, peer.auth_key.clone()?)))
                .collect();
            if let Err(error) = self.ensure_listener(local, keys) {
                complete = false;
                let text = format!("cannot listen on {local}: {error}");
                for peer in listening().filter(|peer| local_socket(peer) == local) {
                    if let Some(running) = self.peers.get(&peer.id) {
                        let _ = running.commands.send(Command::CannotListen(text.clone())).await;
                    }
                }
            }
        }
        complete
    }

    fn ensure_listener(&mut self, local: SocketAddr, keys: BTreeMap<IpAddr, String>) -> io::Result<()> {
        let Some(listening) = self.listeners.get_mut(&local) else {
            let listener = Arc::new(transport::listen(local, &keys)?);
            let accepting = self.tasks.spawn(accept(local, Arc::clone(&listener), self.accepted.clone()));
            self.listeners.insert(local, Listening { listener, keys, accepting });
            return Ok(());
        };
        let gone: Vec<IpAddr> =
            listening.keys.keys().filter(|remote| !keys.contains_key(remote)).copied().collect();
        for remote in gone {
            md5::remove_key(listening.listener.as_fd(), remote)?;
            listening.keys.remove(&remote);
        }
        for (remote, key) in keys {
            if listening.keys.get(&remote) != Some(&key) {
                md5::set_key(listening.listener.as_fd(), remote, &key)?;
                listening.keys.insert(remote, key);
            }
        }
        Ok(())
    }

    /// Gives a connection to the peer it comes from; nobody's is closed.
    async fn dispatch(&mut self, local: SocketAddr, stream: TcpStream) {
        let Ok(remote) = stream.peer_addr() else { return };
        let from = |running: &&Running| {
            running.config.remote_addr == remote.ip() && local_socket(&running.config) == local
        };
        if let Some(running) = self.peers.values().find(from) {
            let _ = running.commands.send(Command::Accepted(stream)).await;
        }
    }

    /// Ends everything, and waits until peers were told.
    async fn stop(mut self) {
        self.tasks.abort_all();
        let ids: Vec<String> = self.peers.keys().cloned().collect();
        for id in ids {
            self.stop_peer(&id, cease_subcode::ADMINISTRATIVE_SHUTDOWN).await;
        }
        for (_, task) in std::mem::take(&mut self.stopping) {
            let _ = task.await;
        }
    }
}

fn local_socket(peer: &PeerConfig) -> SocketAddr {
    SocketAddr::new(peer.local_addr, peer.port)
}

async fn accept(
    local: SocketAddr,
    listener: Arc<TcpListener>,
    accepted: mpsc::Sender<(SocketAddr, TcpStream)>,
) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                if accepted.send((local, stream)).await.is_err() {
                    return;
                }
            }
            // Out of descriptors, most likely: the connection waits in the kernel meanwhile.
            Err(_) => tokio::time::sleep(LISTEN_RETRY).await,
        }
    }
}
