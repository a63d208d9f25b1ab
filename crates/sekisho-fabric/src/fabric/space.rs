//! A namespace with what it should hold, and the task that notices when it does not.

use std::io;
use std::net::Ipv4Addr;
use std::os::fd::{AsRawFd, OwnedFd};
use std::sync::{Arc, Mutex, Weak};
use std::time::Duration;

use tokio::io::Interest;
use tokio::io::unix::AsyncFd;
use tokio::sync::watch;
use tokio::task::AbortHandle;

use super::{Inner, lock};
use crate::apply::{self, Outcome};
use crate::bgp::Snapshot;
use crate::layout::{Space, Wanted, learned_route};
use crate::namespace::Namespace;
use crate::netlink::Socket;
use crate::router;

/// How long changes are gathered before they are looked at.
const GATHER: Duration = Duration::from_millis(30);
/// Multicast groups of rtnetlink: links, addresses, routes, rules.
const ROUTE_GROUPS: [u32; 4] = [1, 5, 7, 8];
/// The multicast group of nf_tables.
const FILTER_GROUPS: [u32; 1] = [7];

/// Where routes learned by a speaker go.
#[derive(Debug, Clone)]
pub(super) struct Learning {
    pub(super) snapshot: watch::Receiver<Snapshot>,
    pub(super) device: &'static str,
    pub(super) source: Option<Ipv4Addr>,
}

/// A namespace.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) namespace: Arc<Namespace>,
    wanted: Mutex<Wanted>,
    learning: Mutex<Option<Learning>>,
    watching: Vec<AbortHandle>,
}

impl Entry {
    pub(super) fn new(space: &Space, wanted: &Wanted, inner: &Arc<Inner>) -> io::Result<Self> {
        let namespace = Namespace::new(wanted.forward, wanted.ruleset.clone())?;
        let mut watching = Vec::new();
        let sockets = namespace.run(|_| {
            let route = Socket::listen(libc::NETLINK_ROUTE, &ROUTE_GROUPS)?;
            Ok([route, Socket::listen(libc::NETLINK_NETFILTER, &FILTER_GROUPS)?])
        })?;
        for socket in sockets {
            let task = watch(socket, space.clone(), Arc::downgrade(inner));
            watching.push(inner.runtime.spawn(task).abort_handle());
        }
        Ok(Self { namespace, wanted: Mutex::new(wanted.clone()), learning: Mutex::default(), watching })
    }

    /// Sets what is wanted, without doing it.
    pub(super) fn want(&self, wanted: Wanted) {
        *lock(&self.wanted) = wanted;
    }

    /// Sets where learned routes come from.
    pub(super) fn learn(&self, learning: Option<Learning>) {
        *lock(&self.learning) = learning;
    }

    /// What is wanted now, learned routes among it.
    fn current(&self) -> Wanted {
        let mut wanted = lock(&self.wanted).clone();
        if let Some(learning) = &*lock(&self.learning) {
            let taken: Vec<_> = wanted.routes.iter().map(crate::netlink::route::Route::key).collect();
            for (prefix, next_hop, _) in router::learned(&learning.snapshot.borrow()) {
                let mut route = learned_route(prefix, next_hop, learning.device);
                route.source = learning.source;
                if !taken.contains(&route.key()) {
                    wanted.routes.insert(route);
                }
            }
        }
        wanted
    }

    /// Makes the namespace what it should be.
    pub(super) fn sync(&self) -> io::Result<Outcome> {
        let wanted = self.current();
        self.namespace.run(move |inside| Ok(apply::sync(inside, &wanted)))
    }

    /// Whether it is not.
    pub(super) fn differs(&self) -> io::Result<bool> {
        let wanted = self.current();
        self.namespace.run(move |inside| apply::differs(inside, &wanted))
    }
}

impl Drop for Entry {
    fn drop(&mut self) {
        for task in &self.watching {
            task.abort();
        }
    }
}

/// Waits for the kernel to tell of changes, and says so if they leave something not as wanted. Our own changes do not.
async fn watch(socket: OwnedFd, space: Space, inner: Weak<Inner>) {
    let Ok(socket) = register(socket) else { return };
    loop {
        let Ok(mut ready) = socket.readable().await else { return };
        drain(socket.get_ref());
        ready.clear_ready();
        drop(ready);
        tokio::time::sleep(GATHER).await;
        drain(socket.get_ref());
        let (inner, space) = (inner.clone(), space.clone());
        let look = move || {
            let Some(inner) = inner.upgrade() else { return };
            // Not in the middle of a reconcile.
            let _state = lock(&inner.state);
            let differs = inner.entry(&space).and_then(|entry| entry.differs());
            if differs.is_ok_and(|differs| differs) {
                inner.changed.send_modify(|count| *count = count.wrapping_add(1));
            }
        };
        if tokio::task::spawn_blocking(look).await.is_err() {
            return;
        }
    }
}

#[expect(unsafe_code, reason = "the runtime cannot check that a descriptor stays open")]
fn register(socket: OwnedFd) -> io::Result<AsyncFd<OwnedFd>> {
    // SAFETY: an owned descriptor is open, always the same, and not replaced while it is registered.
    unsafe { AsyncFd::register_with_interest(socket, Interest::READABLE) }.map_err(io::Error::from)
}

/// Reads everything that waits; what it says does not matter, since the state is looked at.
#[expect(unsafe_code, reason = "reading a raw socket without waiting")]
fn drain(socket: &OwnedFd) {
    let mut buffer = [0_u8; 8192];
    loop {
        // SAFETY: the pointer and length are of one buffer.
        let length = unsafe {
            libc::recv(socket.as_raw_fd(), buffer.as_mut_ptr().cast(), buffer.len(), libc::MSG_DONTWAIT)
        };
        let overrun = || io::Error::last_os_error().raw_os_error() == Some(libc::ENOBUFS);
        if length < 0 && !overrun() {
            return;
        }
    }
}
