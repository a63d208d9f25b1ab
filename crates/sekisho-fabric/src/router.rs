//! The customer's router of a lab site: BIRD, FRR, or our own speaker.
//!
//! A daemon runs as a child in the site's namespace, with its files in a directory only it sees, and is restarted when its
//! configuration changes. It dies with the namespace's thread (`PR_SET_PDEATHSIG`), however this process ends.

use std::fmt::Write as _;
use std::io;
use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use ipnet::{IpNet, Ipv4Net};
use sekisho_core::lab::RouterKind;
use sekisho_core::plan::network::{DesiredPeer, DesiredSite};

use crate::bgp::{Advertisement, PeerConfig, SpeakerConfig};
use crate::exec::die_with_parent;
use crate::fabric::Options;
use crate::mounts::{self, Mounts};
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

/// Whether a router's programs are on this machine.
#[must_use]
pub fn is_installed(kind: RouterKind) -> bool {
    match kind {
        RouterKind::Bird => find("bird").is_some(),
        RouterKind::Frr => find("bgpd").is_some() && find("zebra").is_some(),
        RouterKind::BuiltIn => true,
    }
}

/// The router that can be had: the one asked for, or our own where that is not installed.
pub(crate) fn available(kind: RouterKind) -> RouterKind {
    if is_installed(kind) { kind } else { RouterKind::BuiltIn }
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
    // The machine's log is not the lab's.
    let mut text = format!("log stderr all;\nrouter id {};\n", site.router_address);
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

/// Where a daemon keeps its files: a directory only it sees, gone with it.
const FILES: &str = "/run";
/// The groups FRR looks for, with root in them.
const GROUPS: &[u8] = b"root:x:0:root\nfrr:x:0:root\nfrrvty:x:0:root\n";

/// A running BIRD or FRR.
#[derive(Debug)]
pub(crate) struct Daemon {
    kind: RouterKind,
    config: String,
    /// In the order in which they are ended.
    children: Vec<Child>,
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
        let children = if kind == RouterKind::Frr {
            start_frr(&config, router, namespace)?
        } else {
            vec![start_bird(&config, namespace)?]
        };
        Ok(Self { kind, config, children })
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

fn start_bird(config: &str, namespace: &Namespace) -> io::Result<Child> {
    let mut command = Command::new(find("bird").ok_or_else(|| missing("bird"))?);
    command.args(["-f", "-c", "/run/bird.conf", "-s", "/run/bird.ctl", "-P", "/run/bird.pid"]);
    Mounts::default().folder(FILES, &[("bird.conf", config)])?.apply_to(&mut command);
    spawn(command, namespace)
}

fn missing(program: &str) -> io::Error {
    io::Error::new(io::ErrorKind::NotFound, format!("{program} is not installed"))
}

fn frr_command(name: &str) -> io::Result<Command> {
    let mut command = Command::new(find(name).ok_or_else(|| missing(name))?);
    command.args(["-f", &format!("{FILES}/{name}.conf"), "-i", &format!("{FILES}/{name}.pid")]);
    command.args(["-z", "/run/zserv.api", "--vty_socket", FILES, "-A", "127.0.0.1", "-P", "0"]);
    // A change of user would free the daemon from dying with its parent, and there is no other user in a user namespace.
    command.args(["-u", "root", "-g", "root", "--log", "stdout"]);
    Ok(command)
}

fn start_frr(config: &str, router: Ipv4Addr, namespace: &Namespace) -> io::Result<Vec<Child>> {
    let mut zebra = frr_command("zebra")?;
    let mut bgpd = frr_command("bgpd")?;
    let files = [("zebra.conf", zebra_config(router)), ("bgpd.conf", config.to_owned())];
    let files = files.each_ref().map(|(name, text)| (*name, text.as_str()));
    // FRR insists on a group of its own, and leaves crash logs.
    Mounts::default()
        .replace("/etc/group", GROUPS.to_vec())?
        .folder(FILES, &files)?
        .folder("/var/tmp", &[])?
        .apply_to(&mut zebra);
    let mut zebra = spawn(zebra, namespace)?;
    let started = wait_for_zebra(&mut zebra)
        .and_then(|()| mounts::share(&mut bgpd, zebra.id()))
        .and_then(|()| spawn(bgpd, namespace));
    match started {
        Ok(bgpd) => Ok(vec![bgpd, zebra]),
        Err(error) => {
            end(&mut zebra);
            Err(error)
        }
    }
}

fn wait_for_zebra(zebra: &mut Child) -> io::Result<()> {
    let socket = PathBuf::from(format!("/proc/{}/root/run/zserv.api", zebra.id()));
    let deadline = Instant::now() + STARTING;
    while !socket.exists() {
        if !matches!(zebra.try_wait(), Ok(None)) || Instant::now() > deadline {
            return Err(io::Error::other("zebra does not start"));
        }
        std::thread::park_timeout(Duration::from_millis(5));
    }
    Ok(())
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
