//! The fabric: what the rest of the product sees of the network.

use std::ffi::OsString;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use sekisho_core::direct_connect::BgpSession;
use sekisho_core::id::HostName;
use sekisho_core::plan::network::DesiredNetwork;
use tokio::sync::watch;

use crate::{Child, Error, ExecOptions, HostDialer, Mode, Place, Step};

/// Times and choices that a test wants shorter than a network does.
#[derive(Clone, Debug)]
pub struct Options {
    /// The hold time both ends propose, in seconds; at least 3.
    pub hold_time: u16,
    /// How long a BGP speaker waits between attempts.
    pub connect_retry: Duration,
    /// How long a dial may take.
    pub connect_timeout: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            hold_time: crate::bgp::config::DEFAULT_HOLD_TIME,
            connect_retry: Duration::from_secs(2),
            connect_timeout: Duration::from_secs(30),
        }
    }
}

/// What a reconcile did. Both empty: everything was as desired.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Done, in order.
    pub steps: Vec<Step>,
    /// Could not be done, for each object that is concerned; everything else was.
    pub errors: Vec<Step>,
}

/// The network.
#[derive(Debug)]
pub struct Fabric {
    mode: Mode,
    sessions: watch::Sender<Arc<Vec<BgpSession>>>,
    changed: watch::Sender<u64>,
}

impl Fabric {
    /// Starts with nothing but, where there are namespaces, the lab's internet. To be called inside a tokio runtime.
    ///
    /// # Errors
    ///
    /// The mode does not work here, or the dialer is missing in [`Mode::Userns`].
    #[expect(clippy::unused_async, reason = "starting will wait for the internet's namespace")]
    pub async fn start(mode: Mode, dialer: Option<HostDialer>, options: Options) -> Result<Self, Error> {
        let _ = (dialer, options);
        Ok(Self { mode, sessions: watch::Sender::new(Arc::new(Vec::new())), changed: watch::Sender::new(0) })
    }

    /// The mode in use.
    #[must_use]
    pub const fn mode(&self) -> Mode {
        self.mode
    }

    /// What differs from a real network here, one sentence each.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        Vec::new()
    }

    /// Makes the network the desired one. Does only what differs, so calling it again does nothing.
    ///
    /// # Errors
    ///
    /// The fabric was shut down. What is wrong with one object stands in the report.
    #[expect(clippy::unused_async, reason = "the work will be done on blocking threads")]
    pub async fn reconcile(&self, _desired: &DesiredNetwork) -> Result<Report, Error> {
        Ok(Report::default())
    }

    /// Wakes when something was changed by hand or broke, so that a reconcile is due.
    #[must_use]
    pub fn changed(&self) -> watch::Receiver<u64> {
        self.changed.subscribe()
    }

    /// A listening, nonblocking socket in a place. With namespaces, a wildcard address serves every interface of the
    /// place; on loopback a wildcard is refused, each address has to be listened on (see [`Fabric::has_wildcard`]).
    ///
    /// # Errors
    ///
    /// The place does not exist, or the address cannot be had.
    pub fn listen_tcp(&self, _place: &Place, _address: SocketAddr) -> io::Result<std::net::TcpListener> {
        Err(io::ErrorKind::Unsupported.into())
    }

    /// A bound, nonblocking UDP socket in a place.
    ///
    /// # Errors
    ///
    /// As [`Fabric::listen_tcp`].
    pub fn bind_udp(&self, _place: &Place, _address: SocketAddr) -> io::Result<std::net::UdpSocket> {
        Err(io::ErrorKind::Unsupported.into())
    }

    /// A connection made from a place.
    ///
    /// # Errors
    ///
    /// The place does not exist, or the connection fails or takes longer than [`Options::connect_timeout`].
    #[expect(clippy::unused_async, reason = "connecting waits")]
    pub async fn connect_tcp(
        &self,
        _place: &Place,
        _address: SocketAddr,
    ) -> io::Result<tokio::net::TcpStream> {
        Err(io::ErrorKind::Unsupported.into())
    }

    /// Starts a command on a host.
    ///
    /// # Errors
    ///
    /// The host does not exist, or the program cannot be started.
    pub fn command(&self, _host: &HostName, _argv: &[OsString], _options: ExecOptions) -> io::Result<Child> {
        Err(io::ErrorKind::Unsupported.into())
    }

    /// What every session of every virtual interface reports, as a level: a change of any replaces the whole.
    #[must_use]
    pub fn bgp(&self) -> watch::Receiver<Arc<Vec<BgpSession>>> {
        self.sessions.subscribe()
    }

    /// Whether one wildcard listener serves all addresses of a place.
    #[must_use]
    pub const fn has_wildcard(&self) -> bool {
        self.mode.has_namespaces()
    }

    /// The lab address that an address seen on a socket of a place stands for: itself, except on loopback. `None` if a
    /// loopback address stands for nothing, such as that of a client outside the lab.
    #[must_use]
    pub fn stands_for(&self, _place: &Place, address: SocketAddr) -> Option<SocketAddr> {
        self.mode.has_namespaces().then_some(address)
    }

    /// The address to use on a socket of a place for a lab address: itself, except on loopback, where it is one of
    /// 127.64.0.0/10.
    #[must_use]
    pub fn lab_address(&self, _place: &Place, address: Ipv4Addr) -> Ipv4Addr {
        address
    }

    /// Ends everything: sessions say Cease, then routers, then namespaces go.
    #[expect(clippy::unused_async, reason = "the work will be done on blocking threads")]
    pub async fn shutdown(&self) {}
}
