//! Sessions: the speaker of each virtual interface, and what all of them report.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::{Arc, Weak};
use std::time::{SystemTime, UNIX_EPOCH};

use ipnet::{IpNet, Ipv4Net};
use sekisho_core::Timestamp;
use sekisho_core::direct_connect::{BgpSession, LearnedRoute};
use sekisho_core::id::{BgpPeerId, VirtualInterfaceId};
use sekisho_core::plan::network::DesiredTransit;
use tokio::sync::watch;
use tokio::task::AbortHandle;

use super::{Inner, Options, lock};
use crate::bgp::{
    Advertisement, PeerConfig, PeerStatus, Snapshot, Speaker, SpeakerConfig, SpeakerError, SpeakerHandle,
};
use crate::layout::{Learned, Space};
use crate::namespace::Namespace;
use crate::router;

/// A running speaker with the task that follows it.
#[derive(Debug)]
pub(super) struct Session {
    config: SpeakerConfig,
    handle: Option<SpeakerHandle>,
    follower: AbortHandle,
}

impl Session {
    /// Starts a speaker in a namespace; what it learns is put there.
    pub(super) fn start(
        config: SpeakerConfig,
        namespace: &Namespace,
        space: &Space,
        inner: &Arc<Inner>,
    ) -> Result<Self, SpeakerError> {
        // Events are edges; levels are what is followed here.
        let (events, _) = tokio::sync::mpsc::unbounded_channel();
        let handle = Speaker::spawn(config.clone(), namespace.enter(), events)?;
        let follower = follow(handle.watch(), space.clone(), Arc::downgrade(inner));
        let follower = inner.runtime.spawn(follower).abort_handle();
        Ok(Self { config, handle: Some(handle), follower })
    }

    /// Makes the speaker's configuration this one. Whether that changed anything.
    pub(super) fn update(&mut self, config: &SpeakerConfig) -> Result<bool, SpeakerError> {
        if self.config == *config {
            return Ok(false);
        }
        self.handle.as_ref().ok_or(SpeakerError::Stopped)?.update(config.clone())?;
        self.config = config.clone();
        Ok(true)
    }

    pub(super) fn watch(&self) -> Option<watch::Receiver<Snapshot>> {
        self.handle.as_ref().map(SpeakerHandle::watch)
    }

    /// Says Cease, and waits until it was said.
    pub(super) fn stop(mut self) {
        if let Some(handle) = self.handle.take() {
            handle.shutdown();
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.follower.abort();
    }
}

/// Puts what is learned into the kernel as it comes, then says so.
async fn follow(mut snapshot: watch::Receiver<Snapshot>, space: Space, inner: Weak<Inner>) {
    while snapshot.changed().await.is_ok() {
        let (inner, space) = (inner.clone(), space.clone());
        let put = move || {
            let Some(inner) = inner.upgrade() else { return };
            if let Ok(entry) = inner.entry(&space) {
                // What fails here fails in the next reconcile too, and is reported there.
                let _ = entry.sync();
            }
            if let Space::Transit(_) = space {
                inner.publish();
            }
        };
        if tokio::task::spawn_blocking(put).await.is_err() {
            return;
        }
    }
}

/// A virtual interface's speaker; none if it has no peer.
pub(super) fn speaker_config(transit: &DesiredTransit, options: &Options) -> Option<SpeakerConfig> {
    let first = transit.peers.values().next()?;
    let advertise: Vec<Advertisement> =
        transit.advertise.iter().map(|prefix| Advertisement::from(IpNet::V4(prefix.trunc()))).collect();
    let peers = transit.peers.iter().map(|(id, peer)| {
        let mut config = PeerConfig::new(
            id.as_str(),
            peer.amazon_address.addr().into(),
            peer.customer_address.addr().into(),
            peer.customer_asn,
        );
        config.auth_key = Some(peer.auth_key.clone()).filter(|key| !key.is_empty());
        config.hold_time = options.hold_time;
        config.connect_retry = options.connect_retry;
        config.prefix_limit = u32::try_from(peer.prefixes_max).unwrap_or(u32::MAX);
        config.advertise.clone_from(&advertise);
        config
    });
    Some(SpeakerConfig {
        local_asn: transit.amazon_asn,
        router_id: first.amazon_address.addr(),
        peers: peers.collect(),
    })
}

pub(super) fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

fn report(id: &VirtualInterfaceId, peer: &str, status: &PeerStatus) -> BgpSession {
    let accepted = status.accepted.iter().filter_map(|route| match (route.prefix, route.next_hop) {
        (IpNet::V4(prefix), IpAddr::V4(next_hop)) => {
            Some(LearnedRoute { prefix, next_hop, as_path: route.as_path.clone() })
        }
        _ => None,
    });
    let v4 = |prefix: &IpNet| match prefix {
        IpNet::V4(prefix) => Some(*prefix),
        IpNet::V6(_) => None,
    };
    BgpSession {
        peer_id: BgpPeerId::from(peer),
        virtual_interface_id: id.clone(),
        established: status.is_up(),
        state: status.state.to_string(),
        accepted: accepted.collect(),
        advertised: status.advertised.iter().filter_map(v4).collect::<Vec<Ipv4Net>>(),
        last_error: status.last_error.clone(),
        since: now(),
    }
}

/// The speakers' receivers, to be read without the state's lock.
pub(super) type Receivers = BTreeMap<VirtualInterfaceId, watch::Receiver<Snapshot>>;

/// What each virtual interface has learned.
pub(super) fn learned(receivers: &Receivers) -> Learned {
    let routes = |receiver: &watch::Receiver<Snapshot>| {
        router::learned(&receiver.borrow())
            .into_iter()
            .map(|(prefix, _, path)| (prefix, path.len()))
            .collect()
    };
    receivers.iter().map(|(id, receiver)| (id.clone(), routes(receiver))).collect()
}

impl Inner {
    /// Tells everybody what the sessions report, if that changed.
    pub(super) fn publish(&self) {
        let receivers = lock(&self.receivers).clone();
        let sessions = receivers.iter().flat_map(|(id, receiver)| {
            let snapshot = receiver.borrow().clone();
            snapshot.iter().map(|(peer, status)| report(id, peer, status)).collect::<Vec<_>>()
        });
        self.publish_these(sessions.collect());
    }

    /// The same for given sessions; a session whose state is the same keeps its time.
    pub(super) fn publish_these(&self, mut sessions: Vec<BgpSession>) {
        self.sessions.send_if_modified(|published| {
            for session in &mut sessions {
                let before = published.iter().find(|old| old.peer_id == session.peer_id);
                if let Some(before) = before.filter(|old| old.state == session.state) {
                    session.since = before.since;
                }
            }
            let differs = **published != sessions;
            if differs {
                *published = Arc::new(sessions);
            }
            differs
        });
    }
}
