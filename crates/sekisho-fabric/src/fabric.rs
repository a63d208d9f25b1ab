//! The fabric: what the rest of the product sees of the network.
//!
//! Everything that touches the kernel is synchronous and runs on the threads of the namespaces; here are the calls, the
//! order among them, and the tasks that wait: one for each speaker, which puts what it learned into the kernel and says
//! so, and one for each namespace, which notices what was changed by hand.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::Duration;

use sekisho_core::direct_connect::BgpSession;
use sekisho_core::id::HostName;
use sekisho_core::plan::network::DesiredNetwork;
use tokio::sync::watch;

use crate::layout::{PUBLIC_DNS, Space};
use crate::loopback::{AddressBook, Realm, realm, sessions};
use crate::{Child, Error, ExecOptions, HostDialer, Mode, Place, Step, exec};

mod reconcile;
mod session;
mod socket;
mod space;

use reconcile::State;
use space::Entry;

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
    inner: Arc<Inner>,
}

/// What the tasks share.
#[derive(Debug)]
struct Inner {
    mode: Mode,
    options: Options,
    vlan: bool,
    dialer: Option<HostDialer>,
    /// Held while the kernel is being changed.
    state: Mutex<State>,
    /// Read by whoever wants a socket.
    spaces: RwLock<BTreeMap<Space, Arc<Entry>>>,
    desired: RwLock<Arc<DesiredNetwork>>,
    receivers: Mutex<session::Receivers>,
    book: Mutex<AddressBook>,
    sessions: watch::Sender<Arc<Vec<BgpSession>>>,
    changed: watch::Sender<u64>,
    notes: Mutex<BTreeMap<String, String>>,
    runtime: tokio::runtime::Handle,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Inner {
    fn desired(&self) -> Arc<DesiredNetwork> {
        Arc::clone(&self.desired.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn entry(&self, space: &Space) -> io::Result<Arc<Entry>> {
        let spaces = self.spaces.read().unwrap_or_else(PoisonError::into_inner);
        spaces
            .get(space)
            .cloned()
            .ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, format!("{space} is not in the network")))
    }

    fn note(&self, key: &str, text: Option<String>) {
        let mut notes = lock(&self.notes);
        match text {
            Some(text) => notes.insert(key.to_owned(), text),
            None => notes.remove(key),
        };
    }
}

impl Fabric {
    /// Starts with nothing but, where there are namespaces, the lab's internet. To be called inside a tokio runtime.
    ///
    /// # Errors
    ///
    /// The mode does not work here, or the dialer is missing in [`Mode::Userns`].
    pub async fn start(mode: Mode, dialer: Option<HostDialer>, options: Options) -> Result<Self, Error> {
        if mode == Mode::Userns && dialer.is_none() {
            let source = io::Error::other("enter_userns was not called");
            return Err(Error::Io { what: "starting in a user namespace".to_owned(), source });
        }
        let vlan = mode.has_namespaces() && blocking(crate::vlan_available).await?;
        let inner = Arc::new(Inner {
            mode,
            options,
            vlan,
            dialer,
            state: Mutex::default(),
            spaces: RwLock::default(),
            desired: RwLock::default(),
            receivers: Mutex::default(),
            book: Mutex::default(),
            sessions: watch::Sender::new(Arc::default()),
            changed: watch::Sender::new(0),
            notes: Mutex::default(),
            runtime: tokio::runtime::Handle::current(),
        });
        if mode.has_namespaces() && !vlan {
            let text = "the kernel has no 802.1Q (module 8021q): lab links are untagged".to_owned();
            inner.note("vlan", Some(text));
        }
        if mode == Mode::Loopback {
            let text = "no namespaces: routing, BGP sessions and security groups are evaluated from the configuration; a \
                        refused connection is accepted and never answered";
            inner.note("loopback", Some(text.to_owned()));
        }
        let fabric = Self { inner };
        let report = fabric.reconcile(&DesiredNetwork::default()).await?;
        match report.errors.into_iter().next() {
            Some(error) => Err(Error::Io { what: error.place, source: io::Error::other(error.what) }),
            None => Ok(fabric),
        }
    }

    /// The mode in use.
    #[must_use]
    pub fn mode(&self) -> Mode {
        self.inner.mode
    }

    /// What differs from a real network here, one sentence each.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        lock(&self.inner.notes).values().cloned().collect()
    }

    /// Makes the network the desired one. Does only what differs, so calling it again does nothing. Runs to its end even
    /// if the caller stops waiting.
    ///
    /// # Errors
    ///
    /// The fabric was shut down. What is wrong with one object stands in the report.
    pub async fn reconcile(&self, desired: &DesiredNetwork) -> Result<Report, Error> {
        let (inner, desired) = (Arc::clone(&self.inner), Arc::new(desired.clone()));
        blocking(move || inner.reconcile(&desired)).await?
    }

    /// Wakes when something was changed by hand or broke, so that a reconcile is due.
    #[must_use]
    pub fn changed(&self) -> watch::Receiver<u64> {
        self.inner.changed.subscribe()
    }

    /// A listening, nonblocking socket in a place. With namespaces, a wildcard address serves every interface of the
    /// place; on loopback a wildcard is refused, each address has to be listened on (see [`Fabric::has_wildcard`]). The
    /// address may be one that appears later.
    ///
    /// # Errors
    ///
    /// The place does not exist, or the address cannot be had.
    pub fn listen_tcp(&self, place: &Place, address: SocketAddr) -> io::Result<std::net::TcpListener> {
        if let Some(dialer) = self.machine_dialer(place) {
            return dialer.bind(address, false).map(Into::into);
        }
        let address = self.on_socket(place, address)?;
        self.inside(place, move || socket::listen(address))
    }

    /// A bound, nonblocking UDP socket in a place.
    ///
    /// # Errors
    ///
    /// As [`Fabric::listen_tcp`].
    pub fn bind_udp(&self, place: &Place, address: SocketAddr) -> io::Result<std::net::UdpSocket> {
        if let Some(dialer) = self.machine_dialer(place) {
            return dialer.bind(address, true).map(Into::into);
        }
        let address = self.on_socket(place, address)?;
        self.inside(place, move || socket::bind(address))
    }

    /// A connection made from a place.
    ///
    /// # Errors
    ///
    /// The place does not exist, or the connection fails or takes longer than [`Options::connect_timeout`].
    pub async fn connect_tcp(&self, place: &Place, address: SocketAddr) -> io::Result<tokio::net::TcpStream> {
        let patience = self.inner.options.connect_timeout;
        if let Some(dialer) = self.machine_dialer(place) {
            let stream = std::net::TcpStream::from(dialer.connect(address, patience).await?);
            return tokio::net::TcpStream::from_std(stream);
        }
        let source = self.source_of(place, address);
        let target = self.on_socket(place, address)?;
        let socket = self.inside(place, move || socket::dialling(target, source))?;
        let connecting = tokio::net::TcpSocket::from_std_stream(socket).connect(target);
        tokio::time::timeout(patience, connecting).await.map_err(|_| io::ErrorKind::TimedOut)?
    }

    /// Starts a command on a host: in its network and with its resolver. On loopback it runs on the machine, whose
    /// resolver knows nothing of the lab.
    ///
    /// # Errors
    ///
    /// The host does not exist, or the program cannot be started.
    pub fn command(&self, host: &HostName, argv: &[OsString], options: ExecOptions) -> io::Result<Child> {
        let desired = self.inner.desired();
        let workload = desired.vpcs.values().find_map(|vpc| vpc.workloads.get(host));
        let is_host = desired.sites.values().any(|site| site.hosts.contains_key(host));
        if workload.is_none() && !is_host {
            return Err(io::Error::new(io::ErrorKind::NotFound, format!("there is no host {host}")));
        }
        if !self.inner.mode.has_namespaces() {
            return exec::start(exec::prepare(argv, options, None)?, || Ok(()));
        }
        let resolver = workload.map_or(PUBLIC_DNS, |workload| workload.resolver);
        let entry = self.inner.entry(&Space::Host(host.clone()))?;
        exec::start(exec::prepare(argv, options, Some(resolver))?, entry.namespace.enter())
    }

    /// What every session of every virtual interface reports, as a level: a change of any replaces the whole.
    #[must_use]
    pub fn bgp(&self) -> watch::Receiver<Arc<Vec<BgpSession>>> {
        self.inner.sessions.subscribe()
    }

    /// Whether one wildcard listener serves all addresses of a place.
    #[must_use]
    pub fn has_wildcard(&self) -> bool {
        self.inner.mode.has_namespaces()
    }

    /// The lab address that an address seen on a socket of a place stands for: itself, except on loopback. `None` if a
    /// loopback address stands for nothing, such as that of a client outside the lab.
    #[must_use]
    pub fn stands_for(&self, place: &Place, address: SocketAddr) -> Option<SocketAddr> {
        if self.inner.mode.has_namespaces() || *place == Place::Machine {
            return Some(address);
        }
        let (_, lab) = self.origin(address)?;
        Some(SocketAddr::new(lab.into(), address.port()))
    }

    /// On loopback: the network and the lab address that an address of 127.64.0.0/10 stands for, to be given to
    /// [`loopback::verdict`](crate::loopback::verdict). `None` in the other modes, and for strangers.
    #[must_use]
    pub fn origin(&self, address: SocketAddr) -> Option<(Place, Ipv4Addr)> {
        let IpAddr::V4(loopback) = address.ip() else { return None };
        let book = lock(&self.inner.book);
        let (realm, lab) = book.lab(loopback)?;
        let place = match realm {
            Realm::Vpc(id) => Place::Vpc(id.clone()),
            Realm::Site(name) => Place::Site(name.clone()),
            Realm::Internet => Place::Internet,
        };
        Some((place, *lab))
    }

    /// The address to use on a socket of a place for a lab address: itself, except on loopback, where it is one of
    /// 127.64.0.0/10. The unspecified address, and an address that means nothing in the place, stay what they are.
    #[must_use]
    pub fn lab_address(&self, place: &Place, address: Ipv4Addr) -> Ipv4Addr {
        if self.inner.mode.has_namespaces() || address.is_unspecified() || address.is_loopback() {
            return address;
        }
        let Some(realm) = realm(&self.inner.desired(), place, address) else { return address };
        lock(&self.inner.book).loopback(realm, address).unwrap_or(address)
    }

    /// Ends everything: sessions say Cease, then routers, then namespaces go.
    pub async fn shutdown(&self) {
        let inner = Arc::clone(&self.inner);
        // A shutdown that panicked has ended too.
        let _ = blocking(move || inner.shutdown()).await;
    }

    fn machine_dialer(&self, place: &Place) -> Option<&HostDialer> {
        self.inner.dialer.as_ref().filter(|_| *place == Place::Machine && self.inner.mode == Mode::Userns)
    }

    /// The address as the kernel has it.
    fn on_socket(&self, place: &Place, address: SocketAddr) -> io::Result<SocketAddr> {
        if self.inner.mode.has_namespaces() || *place == Place::Machine {
            return Ok(address);
        }
        let refuse = |text: String| Err(io::Error::new(io::ErrorKind::InvalidInput, text));
        let IpAddr::V4(lab) = address.ip() else {
            return refuse("the lab has no IPv6 addresses on loopback".to_owned());
        };
        if lab.is_unspecified() {
            return refuse("on loopback each address is listened on by itself, not a wildcard".to_owned());
        }
        let loopback = self.lab_address(place, lab);
        if !loopback.is_loopback() {
            return refuse(format!("{lab} means nothing in {place}"));
        }
        Ok(SocketAddr::new(loopback.into(), address.port()))
    }

    /// The address a connection has to come from, where the kernel would not choose it.
    fn source_of(&self, place: &Place, to: SocketAddr) -> Option<Ipv4Addr> {
        let desired = self.inner.desired();
        let IpAddr::V4(to) = to.ip() else { return None };
        match place {
            Place::Vpc(id) if self.inner.mode.has_namespaces() => {
                let vpc = desired.vpcs.get(id).filter(|vpc| !vpc.cidr_block.contains(&to))?;
                let leads = |net: &ipnet::Ipv4Net| net.contains(&to);
                let subnet = vpc.subnets.values().find(|subnet| subnet.routes.keys().any(leads))?;
                Some(subnet.router)
            }
            Place::Host(name) if !self.inner.mode.has_namespaces() => {
                let own = desired.sites.values().find_map(|site| site.hosts.get(name).copied());
                let workload =
                    || desired.vpcs.values().find_map(|vpc| Some(vpc.workloads.get(name)?.address));
                Some(self.lab_address(place, own.or_else(workload)?))
            }
            _ => None,
        }
    }

    fn inside<T: Send + 'static>(
        &self,
        place: &Place,
        make: impl FnOnce() -> io::Result<T> + Send + 'static,
    ) -> io::Result<T> {
        let space = match place {
            _ if !self.inner.mode.has_namespaces() => return make(),
            Place::Machine => return make(),
            Place::Vpc(id) => Space::Vpc(id.clone()),
            Place::Internet => Space::Internet,
            Place::Host(name) => Space::Host(name.clone()),
            Place::Site(name) => Space::Site(name.clone()),
        };
        self.inner.entry(&space)?.namespace.run(move |_| make())
    }
}

/// Runs on a thread that may wait.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Error> {
    tokio::task::spawn_blocking(work).await.map_err(|error| Error::Io {
        what: "a thread of the network".to_owned(),
        source: io::Error::other(error),
    })
}
