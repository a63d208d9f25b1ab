//! Where a speaker's peers say what happens: once as an event, once as the state that follows.

use std::sync::Arc;

use ipnet::IpNet;
use tokio::sync::{mpsc, watch};

use super::event::{BgpEvent, Route};
use super::status::{PeerStatus, Snapshot};

/// Where peers say what happens. Receivers that are gone are not missed.
#[derive(Debug, Clone)]
pub(crate) struct Publisher {
    events: mpsc::UnboundedSender<BgpEvent>,
    status: watch::Sender<Snapshot>,
}

impl Publisher {
    pub(crate) fn new(events: mpsc::UnboundedSender<BgpEvent>, status: watch::Sender<Snapshot>) -> Self {
        Self { events, status }
    }

    pub(crate) fn event(&self, event: BgpEvent) {
        let _ = self.events.send(event);
    }

    /// Publishes `new` with `routes`, or with the routes published before, if anything differs.
    pub(crate) fn status(&self, peer: &str, mut new: PeerStatus, routes: Option<(Vec<Route>, Vec<IpNet>)>) {
        let old = self.status.borrow().get(peer).cloned();
        match (routes, &old) {
            (Some((accepted, advertised)), _) => {
                new.accepted = accepted;
                new.advertised = advertised;
            }
            (None, Some(old)) => {
                new.accepted.clone_from(&old.accepted);
                new.advertised.clone_from(&old.advertised);
            }
            (None, None) => {}
        }
        if old.as_deref() == Some(&new) {
            return;
        }
        if old.is_none_or(|old| (old.state, &old.last_error) != (new.state, &new.last_error)) {
            let (state, last_error) = (new.state, new.last_error.clone());
            self.event(BgpEvent::State { peer: peer.to_owned(), state, last_error });
        }
        self.status.send_modify(|snapshot| {
            snapshot.insert(peer.to_owned(), Arc::new(new));
        });
    }

    pub(crate) fn remove(&self, peer: &str) {
        self.status.send_modify(|snapshot| {
            snapshot.remove(peer);
        });
    }
}
