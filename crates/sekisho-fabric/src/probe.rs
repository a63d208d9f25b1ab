//! Which modes work on this machine, found by trying.
//!
//! A kernel may let `unshare` succeed and deny everything after it (AppArmor on Ubuntu 23.10 and later), so only a whole
//! attempt tells: namespaces, identity maps, sysctls, a veth pair, a packet filter. Each is made in a child process, and is
//! gone with it.
#![expect(unsafe_code, reason = "a trial in a forked child has no safe form in the standard library")]

use std::io;
use std::os::fd::{AsFd, FromRawFd, OwnedFd};

use crate::netlink::nftables::{Filter, Ruleset};
use crate::netlink::{Socket, link};
use crate::{Error, Mode, namespace, userns};

/// Bytes of a child's report.
const REPORT: usize = 512;
/// What loopback mode loses, for people.
const LOOPBACK_LOSS: &str =
    "no namespaces: routing, BGP and security groups are evaluated, not enforced by the kernel";

/// The outcome of trying one mode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Probe {
    /// The mode tried.
    pub mode: Mode,
    /// Whether everything it needs could be done.
    pub works: bool,
    /// What failed, or what is lost in this mode, for people; empty if nothing is.
    pub reason: String,
}

/// Tries each mode in a child process. To be called before threads exist, else what a child may do is uncertain and the
/// kernel's modes are reported as not working.
#[must_use]
pub fn probe() -> Vec<Probe> {
    let try_mode = |mode: Mode, attempt: fn() -> Result<(), (String, io::Error)>| {
        let outcome = in_child(attempt);
        Probe { mode, works: outcome.is_ok(), reason: outcome.err().unwrap_or_default() }
    };
    vec![
        try_mode(Mode::Netns, || {
            // SAFETY: plain numbers; the child has one thread.
            if unsafe { libc::unshare(libc::CLONE_NEWNET) } != 0 {
                return Err(("unshare a network namespace".to_owned(), io::Error::last_os_error()));
            }
            attempt_network()
        }),
        try_mode(Mode::Userns, || {
            userns::unshare_all()?;
            attempt_network()
        }),
        Probe { mode: Mode::Loopback, works: true, reason: LOOPBACK_LOSS.to_owned() },
    ]
}

/// Inside a fresh network namespace: everything the fabric does, once.
fn attempt_network() -> Result<(), (String, io::Error)> {
    let step = |what: &'static str| move |error: io::Error| (what.to_owned(), error);
    namespace::set("ipv4/ip_forward", "1").map_err(step("sysctl"))?;
    namespace::set("ipv4/conf/all/rp_filter", "0").map_err(step("sysctl"))?;
    let own = std::fs::File::open("/proc/self/ns/net").map_err(step("/proc/self/ns/net"))?;
    let mut socket = Socket::open(libc::NETLINK_ROUTE).map_err(step("netlink"))?;
    link::add_veth(&mut socket, "probe0", (own.as_fd(), "probe1"), 1500, None)
        .map_err(step("a veth pair"))?;
    let mut filter = Filter::open().map_err(step("nf_tables"))?;
    let ruleset: Ruleset = crate::layout::probe_rules();
    filter.apply(&ruleset).map_err(step("an nf_tables table"))?;
    // SAFETY: plain numbers; the child has one thread.
    if unsafe { libc::unshare(libc::CLONE_NEWNS) } != 0 {
        return Err(("unshare a mount namespace".to_owned(), io::Error::last_os_error()));
    }
    Ok(())
}

/// Whether the kernel makes 802.1Q sub-interfaces. Tried in a namespace of its own, on a thread of its own; `false` also
/// where namespaces cannot be made.
#[must_use]
pub fn vlan_available() -> bool {
    let attempt = || -> io::Result<()> {
        let space = namespace::Namespace::new(false, None)?;
        let own = std::sync::Arc::clone(&space);
        space.run(move |inside| {
            link::add_veth(&mut inside.route, "probe0", (own.fd(), "probe1"), 1504, None)?;
            let links = link::links(&mut inside.route)?;
            let parent = links.get("probe0").ok_or_else(|| io::Error::other("no link"))?;
            link::add_vlan(&mut inside.route, "probe2", parent.index, 101, 1500)
        })
    };
    attempt().is_ok()
}

/// Runs a trial in a child; what it says is the error.
fn in_child(attempt: fn() -> Result<(), (String, io::Error)>) -> Result<(), String> {
    let count = userns::threads();
    if count > 1 {
        return Err(format!("not tried: it can only be before threads are started, and there are {count}"));
    }
    let mut ends = [0; 2];
    // SAFETY: the array has two elements.
    if unsafe { libc::pipe2(ends.as_mut_ptr(), libc::O_CLOEXEC) } != 0 {
        return Err(format!("pipe: {}", io::Error::last_os_error()));
    }
    // SAFETY: just opened, owned by nobody else.
    let [reads, writes] = ends.map(|fd| unsafe { OwnedFd::from_raw_fd(fd) });
    // SAFETY: there is one thread, so the child has all there is.
    match unsafe { libc::fork() } {
        -1 => Err(format!("fork: {}", io::Error::last_os_error())),
        0 => {
            let text = match attempt() {
                Ok(()) => "ok".to_owned(),
                Err((what, error)) => format!("{what}: {error}"),
            };
            // A report that cannot be written reads as empty.
            let _ = io::Write::write_all(&mut std::fs::File::from(writes), text.as_bytes());
            // SAFETY: ends the child without running what belongs to the parent.
            unsafe { libc::_exit(0) }
        }
        child => {
            drop(writes);
            let mut text = String::new();
            let mut report = io::Read::take(std::fs::File::from(reads), REPORT as u64);
            // What cannot be read is empty.
            let _ = io::Read::read_to_string(&mut report, &mut text);
            // SAFETY: our own child; the status is not asked for.
            unsafe { libc::waitpid(child, std::ptr::null_mut(), 0) };
            match text.as_str() {
                "ok" => Ok(()),
                "" => Err("the trial died".to_owned()),
                text => Err(text.to_owned()),
            }
        }
    }
}

/// The requested mode if it works, or the best that does.
///
/// # Errors
///
/// The requested mode does not work here.
pub fn choose(requested: Option<Mode>) -> Result<(Mode, Vec<Probe>), Error> {
    let probes = probe();
    let Some(mode) = requested else {
        let best = probes.iter().find(|probe| probe.works).map_or(Mode::Loopback, |probe| probe.mode);
        return Ok((best, probes));
    };
    let reason = match probes.iter().find(|probe| probe.mode == mode) {
        Some(probe) if probe.works => return Ok((mode, probes)),
        Some(probe) => probe.reason.clone(),
        None => "it was not tried".to_owned(),
    };
    Err(Error::Unavailable { mode, reason, probes })
}
