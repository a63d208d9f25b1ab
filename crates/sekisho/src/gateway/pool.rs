//! Idle backend connections of a core, newest first.
//!
//! A connection is lent whole ([`Lease`]) and comes back when the last byte of its answer was passed on; one that is
//! dropped on the way closes, so a client that goes away takes its backend request with it. Backends differ in who may
//! share a connection: scheme, authority, and whether the chain was checked.

use foldhash::HashMap;
use http::uri::Authority;
use hyper::client::conn::http1::SendRequest;

use super::{body::ToBackend, core};

/// Seconds an idle connection is kept; shorter than the usual server's patience.
const IDLE_SECONDS_MAX: u32 = 50;
/// Idle connections kept to one backend.
const IDLE_PER_ORIGIN_MAX: usize = 512;
/// Idle connections kept at all.
const IDLE_MAX: usize = 8_192;

/// How a backend is spoken to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scheme {
    /// Without TLS.
    Http,
    /// With TLS, the chain checked.
    Https,
    /// With TLS, whose chain may end anywhere.
    HttpsAnyRoot,
}

impl Scheme {
    /// The port where none is written.
    pub(super) const fn default_port(self) -> u16 {
        match self {
            Self::Http => 80,
            Self::Https | Self::HttpsAnyRoot => 443,
        }
    }
}

/// A backend.
#[derive(Clone, Debug)]
pub(super) struct Origin {
    /// How it is spoken to.
    pub(super) scheme: Scheme,
    /// Host and port as written.
    pub(super) authority: Authority,
}

/// A backend connection, lent.
#[derive(Debug)]
pub(super) struct Lease {
    /// Sends on it.
    pub(super) sender: SendRequest<ToBackend>,
    /// To whom it leads.
    pub(super) origin: Origin,
}

impl Lease {
    /// Puts the connection back, as soon as it can take another request.
    pub(super) fn give_back(self) {
        if self.sender.is_ready() {
            core::with(|local| {
                let tick = local.tick;
                local.pool.put(self, tick);
            });
        } else if !self.sender.is_closed() {
            tokio::spawn(async move {
                let mut lease = self;
                if lease.sender.ready().await.is_ok() {
                    core::with(|local| {
                        let tick = local.tick;
                        local.pool.put(lease, tick);
                    });
                }
            });
        }
    }
}

struct Idle {
    sender: SendRequest<ToBackend>,
    since: u32,
}

/// All idle connections of a core.
#[derive(Default)]
pub(super) struct Pool {
    /// By scheme, then by authority.
    idle: [HashMap<Box<str>, Vec<Idle>>; 3],
    count: usize,
}

impl Pool {
    /// Takes the newest connection that still stands.
    pub(super) fn take(&mut self, origin: &Origin) -> Option<SendRequest<ToBackend>> {
        let idle = self.idle[origin.scheme as usize].get_mut(origin.authority.as_str())?;
        while let Some(Idle { sender, .. }) = idle.pop() {
            self.count -= 1;
            if sender.is_ready() {
                return Some(sender);
            }
        }
        None
    }

    fn put(&mut self, lease: Lease, tick: u32) {
        let Lease { sender, origin } = lease;
        if self.count >= IDLE_MAX {
            return;
        }
        let of_scheme = &mut self.idle[origin.scheme as usize];
        let idle = match of_scheme.get_mut(origin.authority.as_str()) {
            Some(idle) => idle,
            None => of_scheme.entry(Box::from(origin.authority.as_str())).or_default(),
        };
        if idle.len() < IDLE_PER_ORIGIN_MAX {
            idle.push(Idle { sender, since: tick });
            self.count += 1;
        }
    }

    /// Lets go what waited too long or was closed; to be dropped by the caller outside the borrow.
    pub(super) fn sweep(&mut self, tick: u32) -> Vec<SendRequest<ToBackend>> {
        let mut gone = Vec::new();
        for of_scheme in &mut self.idle {
            of_scheme.retain(|_, idle| {
                let old = idle.extract_if(.., |idle| {
                    idle.sender.is_closed() || tick.wrapping_sub(idle.since) > IDLE_SECONDS_MAX
                });
                gone.extend(old.map(|idle| idle.sender));
                !idle.is_empty()
            });
        }
        self.count -= gone.len();
        gone
    }
}
