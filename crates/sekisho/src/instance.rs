//! One running instance: its directory, what it is told at start, and everything started in the right order.
//!
//! The order matters twice. Sockets on the machine's loopback are bound *before* the process may move into its own
//! namespaces, and no thread may exist until then ([`Prepared`]); after that come store, authority, gateway, network and
//! last the AWS APIs, so that a client that gets through finds everything there. Stopping goes the other way round.

use std::{
    fs,
    net::{SocketAddr, TcpListener},
    os::unix::{fs::PermissionsExt, net::UnixListener},
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use sekisho_control::found::{RootKey, found};
use sekisho_core::World;
use sekisho_fabric::{Fabric, HostDialer, Mode, Probe};

use crate::{
    admin::{Admin, InstanceFacts},
    ca::{self, Authority},
    clock,
    config::Config,
    control_listener::Control,
    gateway::{Gateway, GatewayOptions},
    network::{self, Network, Ports},
    node::Node,
    store::Store,
};

/// How often a fresh leaf certificate is made.
const LEAF_RENEWAL: Duration = Duration::from_secs(24 * 3600);

/// An instance's directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataDir(PathBuf);

impl DataDir {
    /// The directory given, or `$SEKISHO_DATA_DIR`, or `$XDG_DATA_HOME/sekisho`, or `~/.local/share/sekisho`.
    ///
    /// # Errors
    /// When none is given and there is no home.
    pub fn choose(given: Option<PathBuf>) -> Result<Self> {
        if let Some(path) = given {
            return Ok(Self(path));
        }
        let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        if let Some(path) = set("SEKISHO_DATA_DIR") {
            return Ok(Self(path));
        }
        let base = set("XDG_DATA_HOME").or_else(|| set("HOME").map(|home| home.join(".local/share")));
        base.map(|base| Self(base.join("sekisho"))).context("there is no HOME; say --data-dir")
    }

    /// The directory itself.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Where the store is.
    #[must_use]
    pub fn store(&self) -> PathBuf {
        self.0.join("store.redb")
    }

    /// Where the instance listens for its own command line.
    #[must_use]
    pub fn socket(&self) -> PathBuf {
        self.0.join("sekisho.sock")
    }

    /// Takes the directory for this process; it is given back when the process ends, however it ends.
    fn lock(&self) -> Result<nix::fcntl::Flock<fs::File>> {
        let path = self.0.join("lock");
        let file = fs::OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .with_context(|| format!("cannot use `{}`", path.display()))?;
        nix::fcntl::Flock::lock(file, nix::fcntl::FlockArg::LockExclusiveNonblock).map_err(|(_, error)| {
            if error == nix::errno::Errno::EWOULDBLOCK {
                anyhow::anyhow!(
                    "an instance already runs on `{}`; `sekisho status` shows it",
                    self.0.display()
                )
            } else {
                anyhow::anyhow!("cannot lock `{}`: {error}", path.display())
            }
        })
    }

    fn create(&self) -> Result<()> {
        fs::create_dir_all(&self.0)
            .with_context(|| format!("cannot make the data directory `{}`", self.0.display()))?;
        // Keys are in it.
        fs::set_permissions(&self.0, fs::Permissions::from_mode(0o700))
            .with_context(|| format!("cannot protect the data directory `{}`", self.0.display()))
    }
}

/// What has to be done while the process has one thread.
#[derive(Debug)]
pub struct Prepared {
    directory: DataDir,
    config: Config,
    control: TcpListener,
    front: TcpListener,
    admin: UnixListener,
    mode: Mode,
    probes: Vec<Probe>,
    dialer: Option<HostDialer>,
    lock: nix::fcntl::Flock<fs::File>,
    started: Instant,
}

impl Prepared {
    /// Chooses the network mode, binds the machine's sockets and, where the mode asks for it, moves the process into its
    /// own namespaces.
    ///
    /// # Errors
    /// A mode that does not work here, a taken port, an unusable directory, an instance that runs already.
    pub fn new(directory: DataDir, config: Config) -> Result<Self> {
        let started = Instant::now();
        directory.create()?;
        let lock = directory.lock()?;
        let (mode, probes) = sekisho_fabric::choose(config.network)?;
        let admin = bind_admin(&directory)?;
        let control = bind(config.listen, "--listen")?;
        let front = bind(config.front, "--front")?;
        raise_descriptor_limit();
        let dialer = match mode {
            Mode::Userns => Some(sekisho_fabric::enter_userns()?),
            Mode::Netns | Mode::Loopback => None,
        };
        Ok(Self { directory, config, control, front, admin, mode, probes, dialer, lock, started })
    }

    /// Starts everything. To be called inside a runtime.
    ///
    /// # Errors
    /// A store that cannot be opened, a network that cannot be made.
    pub async fn start(self) -> Result<Running> {
        let (store, world) = Store::open(&self.directory.store())?;
        let is_new = world.settings().is_none();
        let node = Arc::new(Node::new(store, world));
        found_if_new(&node, &self.config).await?;
        let world = node.world();
        check_settings(&world, &self.config)?;
        let region = world.region().to_owned();
        let authority = Arc::new(Authority::open(self.directory.path())?);
        let tls = ca::server_config(authority.leaf(&region)?)?;
        let fabric =
            Arc::new(Fabric::start(self.mode, self.dialer, sekisho_fabric::Options::default()).await?);
        let gateway = Gateway::start(GatewayOptions {
            view: node.view(),
            fabric: Some(Arc::clone(&fabric)),
            tls,
            roots: Arc::new(crate::gateway::system_roots()),
            region: region.clone(),
            cores: None,
            limits: crate::gateway::Limits::default(),
        })?;
        let control_address = self.control.local_addr()?;
        let front_address = self.front.local_addr()?;
        self.front.set_nonblocking(true)?;
        let front = gateway.listen(self.front, crate::gateway::Door::Public)?;
        let ports = choose_ports(self.mode);
        let network = Network::new(Arc::clone(&node), Arc::clone(&fabric), Arc::clone(&gateway), ports);
        let facts = InstanceFacts {
            control: control_address,
            front: front_address,
            mode: self.mode,
            probes: self.probes,
            data_dir: self.directory.path().to_owned(),
            ca_bundle: authority.bundle().to_owned(),
            started: clock::now(),
            is_new,
            ready_ms: 0,
        };
        let tasks = vec![
            tokio::spawn(Arc::clone(&network).run()),
            tokio::spawn(network::follow_sessions(Arc::clone(&node), fabric.bgp())),
            tokio::spawn(renew_leaf(Arc::clone(&authority), Arc::clone(&gateway), region)),
        ];
        self.control.set_nonblocking(true)?;
        let control = tokio::net::TcpListener::from_std(self.control)?;
        let control = tokio::spawn(Control::new(Arc::clone(&node)).serve(control));
        let facts = InstanceFacts {
            ready_ms: self.started.elapsed().as_millis().try_into().unwrap_or(u64::MAX),
            ..facts
        };
        let admin = Admin::new(
            Arc::clone(&node),
            Arc::clone(&fabric),
            Arc::clone(&gateway),
            Arc::clone(&network),
            facts,
        );
        self.admin.set_nonblocking(true)?;
        let listener = tokio::net::UnixListener::from_std(self.admin)?;
        let admin_task = tokio::spawn(Arc::clone(&admin).serve(listener));
        Ok(Running {
            directory: self.directory,
            admin,
            gateway,
            fabric,
            front,
            tasks,
            control,
            admin_task,
            _lock: self.lock,
        })
    }
}

/// A running instance.
#[derive(Debug)]
pub struct Running {
    directory: DataDir,
    admin: Arc<Admin>,
    gateway: Arc<Gateway>,
    fabric: Arc<Fabric>,
    front: crate::gateway::Listening,
    tasks: Vec<tokio::task::JoinHandle<()>>,
    control: tokio::task::JoinHandle<()>,
    admin_task: tokio::task::JoinHandle<()>,
    /// Held until everything is down.
    _lock: nix::fcntl::Flock<fs::File>,
}

impl Running {
    /// The instance's facts.
    #[must_use]
    pub fn facts(&self) -> &InstanceFacts {
        self.admin.facts()
    }

    /// What differs from a real network, for people.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        self.fabric.notes()
    }

    /// Stops everything: no new calls, requests in flight finish, sessions say goodbye, namespaces go.
    pub async fn stop(self) {
        self.control.abort();
        self.admin_task.abort();
        for task in &self.tasks {
            task.abort();
        }
        drop(self.front);
        self.gateway.stop().await;
        self.fabric.shutdown().await;
        let _ = fs::remove_file(self.directory.socket());
    }
}

fn bind(address: SocketAddr, option: &str) -> Result<TcpListener> {
    if !address.ip().is_loopback() {
        bail!(
            "{option} {address} is not a loopback address; the AWS APIs and the front are served to this machine only"
        );
    }
    TcpListener::bind(address).map_err(|error| {
        if error.kind() == std::io::ErrorKind::AddrInUse {
            anyhow::anyhow!(
                "{address} is taken. `sekisho status` tells whether an instance runs; {option} chooses another address"
            )
        } else {
            anyhow::anyhow!("cannot listen on {address}: {error}")
        }
    })
}

/// Binds the private socket. The directory is locked, so one that is there is a dead process's.
fn bind_admin(directory: &DataDir) -> Result<UnixListener> {
    let path = directory.socket();
    match fs::remove_file(&path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            return Err(error).with_context(|| format!("cannot replace `{}`", path.display()));
        }
        _ => {}
    }
    let listener = crate::admin::short_path(&path, |short| UnixListener::bind(short))
        .with_context(|| format!("cannot listen on `{}`", path.display()))?;
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600))?;
    Ok(listener)
}

/// Every namespace and listener is a descriptor; the soft limit is raised to the hard one.
fn raise_descriptor_limit() {
    use nix::sys::resource::{Resource, getrlimit, setrlimit};
    if let Ok((_, hard)) = getrlimit(Resource::RLIMIT_NOFILE) {
        let _ = setrlimit(Resource::RLIMIT_NOFILE, hard, hard);
    }
}

/// 443 and 53 in namespaces of our own; on loopback only where the machine lets us.
fn choose_ports(mode: Mode) -> Ports {
    let standard = Ports { https: 443, dns: 53 };
    if mode != Mode::Loopback {
        return standard;
    }
    let allowed = |port: u16| TcpListener::bind((std::net::Ipv4Addr::new(127, 127, 255, 254), port)).is_ok();
    if allowed(standard.https) && allowed(standard.dns) { standard } else { Ports { https: 8443, dns: 8053 } }
}

async fn found_if_new(node: &Node, config: &Config) -> Result<()> {
    if node.world().settings().is_some() {
        return Ok(());
    }
    let (id, secret) = (root_key_id(), root_secret());
    let (now, seed) = (clock::now(), clock::random());
    let (account, region) = (config.account_id(), config.region());
    node.advance(|world| {
        if world.settings().is_some() {
            return Vec::new();
        }
        let mut mint = sekisho_core::Mint::new(seed);
        found(account, region, "aws", RootKey { id: &id, secret: &secret }, now, &mut mint)
    })
    .await?;
    Ok(())
}

/// A configured region or account that differs from the stored one is refused: resources are named after them.
fn check_settings(world: &World, config: &Config) -> Result<()> {
    let stored = [
        ("region", world.region(), config.region.as_deref()),
        ("account", world.account_id(), config.account_id.as_deref()),
    ];
    for (what, stored, configured) in stored {
        if let Some(configured) = configured.filter(|configured| *configured != stored) {
            bail!(
                "this data directory belongs to {what} {stored}, not {configured}; use another --data-dir for that"
            );
        }
    }
    Ok(())
}

fn root_key_id() -> String {
    const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let random: [u8; 16] = clock::random();
    let tail: String = random
        .iter()
        .map(|byte| char::from(*ALPHABET.get(usize::from(*byte) % 32).unwrap_or(&b'A')))
        .collect();
    format!("AKIA{tail}")
}

fn root_secret() -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let random: [u8; 40] = clock::random();
    random.iter().map(|byte| char::from(*ALPHABET.get(usize::from(*byte) % 64).unwrap_or(&b'A'))).collect()
}

async fn renew_leaf(authority: Arc<Authority>, gateway: Arc<Gateway>, region: String) {
    loop {
        tokio::time::sleep(LEAF_RENEWAL).await;
        match authority.leaf(&region).and_then(ca::server_config) {
            Ok(config) => gateway.set_tls(config),
            Err(error) => tracing::error!(%error, "the endpoint certificate could not be renewed"),
        }
    }
}
