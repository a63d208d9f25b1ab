//! A network namespace: a thread that lives in it, and a descriptor that keeps it.
//!
//! The thread makes the namespace and answers for everything inside it: its netlink sockets, the sockets it makes for
//! others, and the children it starts (which die with it, because the kernel's parent-death signal follows the thread).
//! Nothing else ever enters: a runtime's workers stay where they are.
//!
//! Held by a descriptor only: when the process is gone, however it went, the kernel removes the namespace with its links,
//! routes and filters.
#![expect(unsafe_code, reason = "making a namespace has no safe form in the standard library")]

use std::fs::File;
use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError, mpsc};

use crate::netlink::nftables::{Filter, Ruleset};
use crate::netlink::{Socket, link};

/// Stack of a namespace's thread, in bytes: it runs short, flat jobs.
const STACK: usize = 512 << 10;

type Job = Box<dyn FnOnce(&mut Inside) + Send>;

/// What the thread has at hand.
#[derive(Debug)]
pub(crate) struct Inside {
    pub(crate) route: Socket,
    pub(crate) filter: Filter,
}

/// A namespace.
#[derive(Debug)]
pub(crate) struct Namespace {
    fd: Arc<OwnedFd>,
    jobs: Mutex<mpsc::Sender<Job>>,
}

impl Namespace {
    /// Makes one, with forwarding as asked, its packet filter in place before any link is up, then `lo` up.
    pub(crate) fn new(forward: bool, ruleset: Option<Ruleset>) -> io::Result<Arc<Self>> {
        let (jobs, receiver) = mpsc::channel::<Job>();
        let (started, starts) = mpsc::sync_channel(1);
        std::thread::Builder::new().name("netns".to_owned()).stack_size(STACK).spawn(move || {
            match enter_new(forward, ruleset.as_ref()) {
                Ok((fd, mut inside)) => {
                    // The receiver waits for exactly this.
                    let _ = started.send(Ok(fd));
                    while let Ok(job) = receiver.recv() {
                        job(&mut inside);
                    }
                }
                Err(error) => {
                    let _ = started.send(Err(error));
                }
            }
        })?;
        let fd = starts.recv().map_err(|_| io::Error::other("the namespace's thread ended"))??;
        Ok(Arc::new(Self { fd: Arc::new(fd), jobs: Mutex::new(jobs) }))
    }

    /// The descriptor.
    pub(crate) fn fd(&self) -> BorrowedFd<'_> {
        self.fd.as_fd()
    }

    /// A closure that moves the thread calling it into the namespace, for good.
    pub(crate) fn enter(&self) -> impl Fn() -> io::Result<()> + Send + Sync + use<> {
        let fd = Arc::clone(&self.fd);
        move || {
            use std::os::fd::AsRawFd;
            // SAFETY: the descriptor is open and of a network namespace; only the calling thread is moved.
            let result = unsafe { libc::setns(fd.as_raw_fd(), libc::CLONE_NEWNET) };
            if result == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
        }
    }

    /// Runs `work` inside and waits for it.
    pub(crate) fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Inside) -> io::Result<T> + Send + 'static,
    ) -> io::Result<T> {
        let (done, result) = mpsc::sync_channel(1);
        let job: Job = Box::new(move |inside| {
            // Nobody waiting any more is no fault.
            let _ = done.send(work(inside));
        });
        let gone = || io::Error::other("the namespace is gone");
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner).send(job).map_err(|_| gone())?;
        result.recv().map_err(|_| gone())?
    }
}

fn enter_new(forward: bool, ruleset: Option<&Ruleset>) -> io::Result<(OwnedFd, Inside)> {
    // SAFETY: no pointers; only this thread is moved.
    if unsafe { libc::unshare(libc::CLONE_NEWNET) } != 0 {
        return Err(io::Error::last_os_error());
    }
    let fd = OwnedFd::from(File::open("/proc/thread-self/ns/net")?);
    let mut inside = Inside { route: Socket::open(libc::NETLINK_ROUTE)?, filter: Filter::open()? };
    for scope in ["all", "default"] {
        set(&format!("ipv4/conf/{scope}/rp_filter"), "0")?;
        if Path::new("/proc/sys/net/ipv6").exists() {
            set(&format!("ipv6/conf/{scope}/accept_dad"), "0")?;
        }
    }
    set("ipv4/ip_forward", if forward { "1" } else { "0" })?;
    if let Some(ruleset) = ruleset {
        inside.filter.apply(ruleset)?;
    }
    if let Some(lo) = link::links(&mut inside.route)?.get("lo") {
        let settings = link::Settings { mtu: 0, alias: "", no_arp: false };
        link::set_up(&mut inside.route, lo.index, settings)?;
    }
    Ok((fd, inside))
}

/// Sets a value below `/proc/sys/net`, which shows the namespace of the thread that opens it.
pub(crate) fn set(path: &str, value: &str) -> io::Result<()> {
    std::fs::write(Path::new("/proc/sys/net").join(path), value)
        .map_err(|error| io::Error::new(error.kind(), format!("net/{path}: {error}")))
}
