//! A private world for an unprivileged user, and the one door out of it.
//!
//! After the process moved into its own user and network namespaces it cannot reach the machine's network any more. A
//! small child, forked before, stays outside: it makes sockets when asked, connected, listening or bound, and passes
//! them back (`SCM_RIGHTS`). It can do nothing else, and ends with its parent.
//!
//! Source: user_namespaces(7), "Defining user and group ID mappings".
#![expect(
    unsafe_code,
    reason = "fork, unshare and descriptor passing have no safe form in the standard library"
)]

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::net::SocketAddr;
use std::os::fd::{FromRawFd, OwnedFd};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::oneshot;

use crate::Error;

mod child;
mod message;

use message::{Kind, Request};

/// Answers that are waited for, at most.
const OUTSTANDING_MAX: usize = 256;

type Waiting = BTreeMap<u64, oneshot::Sender<io::Result<OwnedFd>>>;

/// The child that stayed in the machine's network.
#[derive(Debug)]
pub struct HostDialer {
    channel: Arc<OwnedFd>,
    waiting: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    next: u64,
    waiting: Waiting,
    started: bool,
    ended: bool,
}

impl HostDialer {
    /// Starts listening for answers. Not before threads are allowed.
    fn start(&self) -> io::Result<()> {
        let mut state = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if state.started {
            return Ok(());
        }
        state.started = true;
        let (channel, waiting) = (Arc::clone(&self.channel), Arc::clone(&self.waiting));
        std::thread::Builder::new().name("dialer".to_owned()).stack_size(128 << 10).spawn(move || {
            while let Ok(Some((id, answer))) = message::receive_answer(&channel) {
                let waiting = waiting.lock().unwrap_or_else(PoisonError::into_inner).waiting.remove(&id);
                if let Some(waiting) = waiting {
                    // Nobody waiting any more closes the socket.
                    let _ = waiting.send(answer);
                }
            }
            let mut state = waiting.lock().unwrap_or_else(PoisonError::into_inner);
            state.ended = true;
            state.waiting.clear();
        })?;
        Ok(())
    }

    fn ask(
        &self,
        kind: Kind,
        address: SocketAddr,
        patience: Duration,
    ) -> io::Result<oneshot::Receiver<io::Result<OwnedFd>>> {
        self.start()?;
        let (told, answer) = oneshot::channel();
        let id = {
            let mut state = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
            if state.ended {
                return Err(io::Error::new(io::ErrorKind::BrokenPipe, "the host's dialer has ended"));
            }
            state.waiting.retain(|_, waiting| !waiting.is_closed());
            if state.waiting.len() >= OUTSTANDING_MAX {
                return Err(io::Error::other(format!(
                    "{OUTSTANDING_MAX} connections are being made already"
                )));
            }
            state.next += 1;
            let id = state.next;
            state.waiting.insert(id, told);
            id
        };
        message::send_request(&self.channel, &Request { id, kind, address, patience })?;
        Ok(answer)
    }

    /// A connected socket.
    pub(crate) async fn connect(&self, address: SocketAddr, patience: Duration) -> io::Result<OwnedFd> {
        self.ask(Kind::Connect, address, patience)?.await.map_err(|_| gone())?
    }

    /// A listening or bound socket; answered at once.
    pub(crate) fn bind(&self, address: SocketAddr, datagrams: bool) -> io::Result<OwnedFd> {
        let kind = if datagrams { Kind::Bind } else { Kind::Listen };
        let answer = self.ask(kind, address, Duration::ZERO)?;
        // The child never waits for a bind; a thread of its own keeps a runtime's worker from being asked to block.
        let wait = move || answer.blocking_recv().map_err(|_| gone())?;
        std::thread::spawn(wait).join().map_err(|_| gone())?
    }
}

fn gone() -> io::Error {
    io::Error::new(io::ErrorKind::BrokenPipe, "the host's dialer has ended")
}

/// The number of this process's threads.
pub(crate) fn threads() -> usize {
    fs::read_dir("/proc/self/task").map_or(0, Iterator::count)
}

/// Moves the whole process into new user, network and mount namespaces, as root of them. To be called from `main` before
/// any thread exists.
///
/// # Errors
///
/// There are threads already, or the kernel refuses.
pub fn enter_userns() -> Result<HostDialer, Error> {
    let count = threads();
    if count > 1 {
        return Err(Error::Threads(count));
    }
    let mut ends = [0; 2];
    // SAFETY: the array has two elements.
    let result = unsafe {
        libc::socketpair(libc::AF_UNIX, libc::SOCK_SEQPACKET | libc::SOCK_CLOEXEC, 0, ends.as_mut_ptr())
    };
    if result != 0 {
        return Err(Error::io("socketpair")(io::Error::last_os_error()));
    }
    // SAFETY: just opened, owned by nobody else.
    let [ours, theirs] = ends.map(|fd| unsafe { OwnedFd::from_raw_fd(fd) });
    // SAFETY: there is one thread, so the child has all there is.
    match unsafe { libc::fork() } {
        -1 => return Err(Error::io("fork")(io::Error::last_os_error())),
        0 => {
            drop(ours);
            child::run(&theirs);
        }
        _ => drop(theirs),
    }
    unshare_all().map_err(|(what, source)| Error::io(what)(source))?;
    let channel = Arc::new(ours);
    Ok(HostDialer { channel, waiting: Arc::default() })
}

/// Into new user, network and mount namespaces, with identity maps and `lo` up. What failed comes with the error.
pub(crate) fn unshare_all() -> Result<(), (String, io::Error)> {
    let step = |what: &str| {
        let what = what.to_owned();
        move |error| (what, error)
    };
    // SAFETY: no arguments, cannot fail.
    let (user, group) = unsafe { (libc::geteuid(), libc::getegid()) };
    let flags = libc::CLONE_NEWUSER | libc::CLONE_NEWNET | libc::CLONE_NEWNS;
    // SAFETY: plain numbers; the process has one thread.
    if unsafe { libc::unshare(flags) } != 0 {
        return Err(step("unshare user, network and mount namespaces")(io::Error::last_os_error()));
    }
    fs::write("/proc/self/setgroups", "deny").map_err(step("/proc/self/setgroups"))?;
    fs::write("/proc/self/uid_map", format!("0 {user} 1")).map_err(step("/proc/self/uid_map"))?;
    fs::write("/proc/self/gid_map", format!("0 {group} 1")).map_err(step("/proc/self/gid_map"))?;
    let private = libc::MS_REC | libc::MS_PRIVATE;
    let (root, none) = (c"/".as_ptr(), std::ptr::null());
    // SAFETY: strings with their zero, or null where mount(2) allows it.
    if unsafe { libc::mount(none, root, none, private, std::ptr::null()) } != 0 {
        return Err(step("private mounts")(io::Error::last_os_error()));
    }
    let raise = || {
        let mut socket = crate::netlink::Socket::open(libc::NETLINK_ROUTE)?;
        let links = crate::netlink::link::links(&mut socket)?;
        let lo = links.get("lo").ok_or_else(|| io::Error::other("there is no lo"))?;
        let settings = crate::netlink::link::Settings { mtu: 0, alias: "", no_arp: false };
        crate::netlink::link::set_up(&mut socket, lo.index, settings)
    };
    raise().map_err(step("lo up"))
}
