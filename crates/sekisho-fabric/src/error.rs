//! What can go wrong, and what was done.

use std::io;

use crate::{Mode, Probe};

/// Why the fabric as a whole cannot do what was asked. What is wrong with one object stands in
/// [`Report::errors`](crate::Report) instead.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Not a mode's name.
    #[error("unknown network mode `{0}`; the modes are netns, userns, loopback")]
    UnknownMode(String),
    /// The mode asked for does not work on this machine.
    #[error("network mode {mode} does not work here: {reason}")]
    Unavailable {
        /// The mode.
        mode: Mode,
        /// What failed.
        reason: String,
        /// All that was tried.
        probes: Vec<Probe>,
    },
    /// A user namespace has to be entered while the process has one thread.
    #[error("a user namespace can only be entered before any thread is started; there are {0}")]
    Threads(usize),
    /// A step of the start failed.
    #[error("{what}: {source}")]
    Io {
        /// What was tried.
        what: String,
        /// What the kernel said.
        source: io::Error,
    },
    /// The fabric was shut down.
    #[error("the network is shut down")]
    Stopped,
}

impl Error {
    pub(crate) fn io(what: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        let what = what.into();
        move |source| Self::Io { what, source }
    }
}

/// One thing a reconcile did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Where: `vpc-0a…`, `dxvif-…`, a site's or a host's name.
    pub place: String,
    /// What, in the words of `ip` and `nft`: `link add …`, `route del …`.
    pub what: String,
}
