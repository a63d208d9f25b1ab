//! The customer's router of a lab site: BIRD, FRR, or our own speaker.
//!
//! A daemon runs as a child in the site's namespace, from a directory of its own, and is restarted when its
//! configuration changes. It dies with the namespace's thread (`PR_SET_PDEATHSIG`), however this process ends.

use std::fmt::Write as _;
use std::io;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use ipnet::{IpNet, Ipv4Net};
use sekisho_core::lab::RouterKind;
use sekisho_core::plan::network::{DesiredPeer, DesiredSite};

use crate::bgp::{Advertisement, PeerConfig, SpeakerConfig};
use crate::exec::die_with_parent;
use crate::fabric::Options;
use crate::mounts::Mounts;
use crate::namespace::Namespace;

/// How long a daemon may take to say goodbye before it is killed.
const GOODBYE: Duration = Duration::from_secs(3);
/// How long zebra may take to listen for bgpd.
const STARTING: Duration = Duration::from_secs(10);

/// Where a program is installed, if it is.
fn find(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .chain(
            ["/usr/sbin", "/sbin", "/usr/local/sbin", "/usr/lib/frr", "/usr/libexec/frr"].map(PathBuf::from),
        )
        .map(|directory| directory.join(name))
        .find(|file| file.is_file())
}

/// The router that can be had: the one asked for, or our own where that is not installed.
pub(crate) fn available(kind: RouterKind) -> RouterKind {
    let installed = match kind {
        RouterKind::Bird => find("bird").is_some(),
        RouterKind::Frr => find("bgpd").is_some() && find("zebra").is_some(),
        RouterKind::BuiltIn => true,
    };
    if installed { kind } else { RouterKind::BuiltIn }
}

/// Our own speaker as the site's router.
pub(crate) fn speaker_config(site: &DesiredSite, peer: &DesiredPeer, options: &Options) -> SpeakerConfig {
    let mut config = PeerConfig::new(
        "amazon",
        peer.customer_address.addr().into(),
        peer.amazon_address.addr().into(),
        site.amazon_asn,
    );
    config.auth_key = Some(peer.auth_key.clone());
    config.hold_time = options.hold_time;
    config.connect_retry = options.connect_retry;
    config.advertise =
        site.announce.iter().map(|prefix| Advertisement::from(IpNet::V4(prefix.trunc()))).collect();
    SpeakerConfig { local_asn: peer.customer_asn, router_id: site.router_address, peers: vec![config] }
}

/// Refuses a key that a configuration file cannot hold.
fn check_key(key: &str) -> io::Result<()> {
    if key.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\\' | b'!' | b'#')) {
        return Ok(());
    }
    let text =
        "the MD5 key has a character that the router's configuration file cannot hold; use router built-in";
    Err(io::Error::new(io::ErrorKind::InvalidInput, text))
}

fn bird_config(site: &DesiredSite, peer: &DesiredPeer, options: &Options) -> String {
    let mut text = format!("router id {};\n", site.router_address);
    text.push_str("protocol device { scan time 1; }\nprotocol static site {\n  ipv4;\n");
    for prefix in &site.announce {
        // A string never fails to be written to.
        let _ = writeln!(text, "  route {} blackhole;", prefix.trunc());
    }
    let hold = options.hold_time;
    let retry = options.connect_retry.as_secs().max(1);
    let (customer, amazon) = (peer.customer_address.addr(), peer.amazon_address.addr());
    let _ = write!(
        text,
        "}}\nprotocol kernel {{\n  ipv4 {{\n    import none;\n    export filter {{\n      \
         if source != RTS_BGP then reject;\n      krt_prefsrc = {};\n      accept;\n    }};\n  }};\n}}\n\
         protocol bgp amazon {{\n  local {customer} as {};\n  neighbor {amazon} as {};\n  password \"{}\";\n  \
         hold time {hold};\n  keepalive time {};\n  connect delay time 1;\n  connect retry time {retry};\n  \
         error wait time 1,{};\n  ipv4 {{ import all; export where source = RTS_STATIC; }};\n}}\n",
        site.router_address,
        peer.customer_asn,
        site.amazon_asn,
        peer.auth_key,
        (hold / 3).max(1),
        (2 * retry).max(2),
    );
    text
}

fn frr_config(site: &DesiredSite, peer: &DesiredPeer, options: &Options) -> String {
    let amazon = peer.amazon_address.addr();
    let hold = options.hold_time;
    let mut text = format!(
        "router bgp {}\n bgp router-id {}\n no bgp ebgp-requires-policy\n no bgp network import-check\n \
         no bgp default ipv4-unicast\n neighbor {amazon} remote-as {}\n neighbor {amazon} password {}\n \
         neighbor {amazon} timers {} {hold}\n neighbor {amazon} timers connect {}\n \
         neighbor {amazon} advertisement-interval 0\n address-family ipv4 unicast\n  neighbor {amazon} activate\n",
        peer.customer_asn,
        site.router_address,
        site.amazon_asn,
        peer.auth_key,
        (hold / 3).max(1),
        options.connect_retry.as_secs().max(1),
    );
    for prefix in &site.announce {
        // A string never fails to be written to.
        let _ = writeln!(text, "  network {}", prefix.trunc());
    }
    text + " exit-address-family\nexit\n"
}

/// zebra's part: packets of the router itself have the site's address.
fn zebra_config(router: Ipv4Addr) -> String {
    format!("route-map source permit 10\n set src {router}\nexit\nip protocol bgp route-map source\n")
}

/// A directory that goes with its value.
#[derive(Debug)]
struct Directory(PathBuf);

impl Directory {
    fn new() -> io::Result<Self> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        use std::os::unix::fs::DirBuilderExt;
        let base = std::env::temp_dir();
        sweep(&base);
        loop {
            let number = NEXT.fetch_add(1, Ordering::Relaxed);
            let path = base.join(format!("{PREFIX}{}-{number}", std::process::id()));
            match std::fs::DirBuilder::new().mode(0o700).create(&path) {
                Ok(()) => return Ok(Self(path)),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
    }

    fn write(&self, name: &str, text: &str) -> io::Result<PathBuf> {
        let path = self.0.join(name);
        std::fs::write(&path, text)?;
        Ok(path)
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        // What cannot be removed now is swept at the next start.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The groups FRR looks for, with root in them.
const GROUPS: &[u8] = b"root:x:0:root\nfrr:x:0:root\nfrrvty:x:0:root\n";

const PREFIX: &str = "sekisho-router-";

/// Removes directories of processes that are gone: those killed before they could.
fn sweep(base: &Path) {
    let Ok(entries) = std::fs::read_dir(base) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let Some(process) = name.to_str().and_then(|name| name.strip_prefix(PREFIX)?.split('-').next())
        else {
            continue;
        };
        if process.parse::<u32>().is_ok() && !Path::new("/proc").join(process).exists() {
            // Somebody else's cannot be removed, and need not be.
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

/// A running BIRD or FRR.
#[derive(Debug)]
pub(crate) struct Daemon {
    kind: RouterKind,
    config: String,
    /// In the order in which they are ended.
    children: Vec<Child>,
    _directory: Directory,
}

impl Daemon {
    /// What would be run.
    pub(crate) fn config(
        kind: RouterKind,
        site: &DesiredSite,
        peer: &DesiredPeer,
        options: &Options,
    ) -> io::Result<String> {
        check_key(&peer.auth_key)?;
        Ok(if kind == RouterKind::Frr {
            frr_config(site, peer, options)
        } else {
            bird_config(site, peer, options)
        })
    }

    /// Starts it in the site's namespace.
    pub(crate) fn start(
        kind: RouterKind,
        config: String,
        router: Ipv4Addr,
        namespace: &Arc<Namespace>,
    ) -> io::Result<Self> {
        let directory = Directory::new()?;
        let children = if kind == RouterKind::Frr {
            start_frr(&directory, &config, router, namespace)?
        } else {
            vec![start_bird(&directory, &config, namespace)?]
        };
        Ok(Self { kind, config, children, _directory: directory })
    }

    /// Whether it runs with exactly this configuration.
    pub(crate) fn is(&mut self, kind: RouterKind, config: &str) -> bool {
        self.kind == kind && self.config == config && !self.has_ended()
    }

    /// Whether one of its processes is gone.
    pub(crate) fn has_ended(&mut self) -> bool {
        self.children.iter_mut().any(|child| !matches!(child.try_wait(), Ok(None)))
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        for child in &mut self.children {
            end(child);
        }
    }
}

/// Asks a child to end, so that it withdraws what it announced, and makes it if it does not.
fn end(child: &mut Child) {
    if !matches!(child.try_wait(), Ok(None)) {
        return;
    }
    crate::exec::terminate(child.id());
    let deadline = Instant::now() + GOODBYE;
    while matches!(child.try_wait(), Ok(None)) {
        if Instant::now() > deadline {
            // It is gone then, one way or the other.
            let _ = child.kill();
            let _ = child.wait();
            return;
        }
        std::thread::park_timeout(Duration::from_millis(5));
    }
}

fn spawn(mut command: Command, namespace: &Namespace) -> io::Result<Child> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    die_with_parent(&mut command);
    namespace.run(move |_| command.spawn())
}

fn start_bird(directory: &Directory, config: &str, namespace: &Namespace) -> io::Result<Child> {
    let program =
        find("bird").ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, "bird is not installed"))?;
    let mut command = Command::new(program);
    command.arg("-f").arg("-c").arg(directory.write("bird.conf", config)?);
    command.arg("-s").arg(directory.0.join("bird.ctl")).arg("-P").arg(directory.0.join("bird.pid"));
    spawn(command, namespace)
}

fn start_frr(
    directory: &Directory,
    config: &str,
    router: Ipv4Addr,
    namespace: &Namespace,
) -> io::Result<Vec<Child>> {
    let socket = directory.0.join("zserv.api");
    let daemon = |name: &str, config: &str| {
        let missing = || io::Error::new(io::ErrorKind::NotFound, format!("{name} is not installed"));
        let mut command = Command::new(find(name).ok_or_else(missing)?);
        command.arg("-f").arg(directory.write(&format!("{name}.conf"), config)?);
        command.arg("-i").arg(directory.0.join(format!("{name}.pid"))).arg("-z").arg(&socket);
        command.arg("--vty_socket").arg(&directory.0).args(["-A", "127.0.0.1", "-P", "0"]);
        // A change of user would free the daemon from dying with its parent, and there is no other user in a user
        // namespace. It insists on a group of its own, and litters.
        command.args(["-u", "root", "-g", "root"]);
        Mounts::default().replace("/etc/group", GROUPS.to_vec())?.hide("/var/tmp")?.apply_to(&mut command);
        spawn(command, namespace)
    };
    let mut zebra = daemon("zebra", &zebra_config(router))?;
    let deadline = Instant::now() + STARTING;
    while !socket.exists() {
        let ended = !matches!(zebra.try_wait(), Ok(None));
        if ended || Instant::now() > deadline {
            end(&mut zebra);
            return Err(io::Error::other("zebra does not start"));
        }
        std::thread::park_timeout(Duration::from_millis(5));
    }
    match daemon("bgpd", config) {
        Ok(bgpd) => Ok(vec![bgpd, zebra]),
        Err(error) => {
            end(&mut zebra);
            Err(error)
        }
    }
}

/// Prefixes a site's own speaker has learned, with their next hops.
pub(crate) fn learned(snapshot: &crate::bgp::Snapshot) -> Vec<(Ipv4Net, Ipv4Addr, Vec<u32>)> {
    crate::bgp::best_path(snapshot)
        .into_iter()
        .filter_map(|best| {
            let (_, route) = best.paths.into_iter().next()?;
            match (route.prefix, route.next_hop) {
                (IpNet::V4(prefix), std::net::IpAddr::V4(next_hop)) => {
                    Some((prefix, next_hop, route.as_path))
                }
                _ => None,
            }
        })
        .collect()
}
