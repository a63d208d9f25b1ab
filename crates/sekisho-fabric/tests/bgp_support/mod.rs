//! What the BGP tests stand on: a virtual interface between two network namespaces, the speaker at one end, and BIRD or
//! FRR at the other.
//!
//! A namespace is held by a descriptor only, so that the kernel removes it, its links and its sockets however the test
//! ends; every test has its own, so all may run at once with the same addresses. Daemons are killed when their value is
//! dropped or the test's thread dies. Nothing waits for a fixed time: conditions are polled until a deadline.

#![expect(unsafe_code, reason = "entering a namespace has no safe form in the standard library")]
#![allow(dead_code, reason = "each test binary uses its own part of this module")]

use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, Write as _};
use std::net::Ipv4Addr;
use std::os::fd::AsRawFd;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use sekisho_fabric::bgp::{BgpEvent, PeerConfig, PeerStatus, Speaker, SpeakerConfig, SpeakerHandle};
use tokio::sync::mpsc;

/// Longer than anything here takes on a busy machine.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);
pub(crate) const AMAZON: &str = "169.254.96.1";
pub(crate) const CUSTOMER: &str = "169.254.96.2";
pub(crate) const AMAZON_V6: &str = "2001:db8:96::1";
pub(crate) const CUSTOMER_V6: &str = "2001:db8:96::2";
pub(crate) const AMAZON_ASN: u32 = 64512;
pub(crate) const CUSTOMER_ASN: u32 = 65010;
pub(crate) const KEY: &str = "0xzxgA9YoW9h58u8SvOmXRTw";

/// Whether this test can run here; prints why not.
pub(crate) fn can_run(needs: &[&str]) -> bool {
    // SAFETY: no preconditions.
    if unsafe { libc::geteuid() } != 0 {
        println!("skipped: making network namespaces needs root");
        return false;
    }
    for path in needs {
        if !Path::new(path).exists() {
            println!("skipped: {path} is not installed");
            return false;
        }
    }
    true
}

/// Polls until `condition` gives something.
pub(crate) fn wait_for<T>(what: &str, mut condition: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(value) = condition() {
            return value;
        }
        assert!(Instant::now() < deadline, "gave up waiting for {what}");
        std::thread::park_timeout(Duration::from_millis(10));
    }
}

/// A network namespace that lives as long as this value and the sockets in it.
#[derive(Clone)]
pub(crate) struct NetNs(Arc<File>);

impl NetNs {
    pub(crate) fn new() -> Self {
        let make = || {
            // SAFETY: affects only this thread, which is thrown away.
            let result = unsafe { libc::unshare(libc::CLONE_NEWNET) };
            assert_eq!(result, 0, "unshare: {}", io::Error::last_os_error());
            File::open("/proc/thread-self/ns/net").unwrap()
        };
        let namespace = Self(Arc::new(std::thread::spawn(make).join().unwrap()));
        namespace.ip("link set dev lo up");
        namespace
    }

    /// A closure that moves the calling thread into the namespace.
    pub(crate) fn enter(&self) -> impl Fn() -> io::Result<()> + Send + Sync + 'static {
        let namespace = Arc::clone(&self.0);
        move || {
            // SAFETY: the descriptor is open and of a network namespace; affects only this thread.
            let result = unsafe { libc::setns(namespace.as_raw_fd(), libc::CLONE_NEWNET) };
            if result == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
        }
    }

    /// Runs `work` on a thread inside.
    pub(crate) fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> T {
        let enter = self.enter();
        let inside = move || {
            enter().unwrap();
            work()
        };
        std::thread::spawn(inside).join().unwrap()
    }

    /// A command that runs inside.
    fn inside(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        // SAFETY: only a system call between fork and exec, no allocation, no lock.
        unsafe { command.pre_exec(self.enter()) };
        command
    }

    pub(crate) fn ip(&self, arguments: &str) {
        let output = self.inside("ip").args(arguments.split_whitespace()).output().unwrap();
        assert!(output.status.success(), "ip {arguments}: {}", String::from_utf8_lossy(&output.stderr));
    }

    fn path(&self) -> String {
        format!("/proc/{}/fd/{}", std::process::id(), self.0.as_raw_fd())
    }
}

/// A virtual interface: `vif0` in Amazon's namespace, `dx0` in the customer's.
pub(crate) struct Vif {
    pub(crate) amazon: NetNs,
    pub(crate) customer: NetNs,
}

impl Vif {
    pub(crate) fn new() -> Self {
        let (amazon, customer) = (NetNs::new(), NetNs::new());
        amazon.ip(&format!("link add name vif0 type veth peer name dx0 netns {}", customer.path()));
        for (namespace, device, v4, v6) in
            [(&amazon, "vif0", AMAZON, AMAZON_V6), (&customer, "dx0", CUSTOMER, CUSTOMER_V6)]
        {
            namespace.ip(&format!("address add {v4}/30 dev {device}"));
            namespace.ip(&format!("address add {v6}/125 dev {device} nodad"));
            namespace.ip(&format!("link set dev {device} up"));
        }
        Self { amazon, customer }
    }

    /// Loses every packet in both directions, while both ends see their link up: the neighbours have a wrong address.
    pub(crate) fn lose_silently(&self) {
        self.amazon.ip(&format!("neigh replace {CUSTOMER} lladdr 02:00:00:00:00:99 dev vif0 nud permanent"));
        self.customer.ip(&format!("neigh replace {AMAZON} lladdr 02:00:00:00:00:98 dev dx0 nud permanent"));
    }

    pub(crate) fn mend(&self) {
        self.amazon.ip(&format!("neigh del {CUSTOMER} dev vif0"));
        self.customer.ip(&format!("neigh del {AMAZON} dev dx0"));
    }
}

/// Our speaker at one end, with what it told.
pub(crate) struct Ours {
    pub(crate) handle: SpeakerHandle,
    events: mpsc::UnboundedReceiver<BgpEvent>,
    pub(crate) config: SpeakerConfig,
}

impl Ours {
    pub(crate) fn start(namespace: &NetNs, asn: u32, router_id: [u8; 4], peers: Vec<PeerConfig>) -> Self {
        let (sender, events) = mpsc::unbounded_channel();
        let config = SpeakerConfig { local_asn: asn, router_id: Ipv4Addr::from(router_id), peers };
        let handle = Speaker::spawn(config.clone(), namespace.enter(), sender).unwrap();
        Self { handle, events, config }
    }

    /// At Amazon's end, with one peer.
    pub(crate) fn amazon(vif: &Vif, peer: PeerConfig) -> Self {
        Self::start(&vif.amazon, AMAZON_ASN, [10, 255, 0, 1], vec![peer])
    }

    /// Changes the first peer and makes it wanted.
    pub(crate) fn change(&mut self, change: impl FnOnce(&mut PeerConfig)) {
        change(&mut self.config.peers[0]);
        self.handle.update(self.config.clone()).unwrap();
    }

    /// Waits until a peer's status fulfils `condition`.
    pub(crate) fn wait_peer(
        &self,
        what: &str,
        peer: &str,
        condition: impl Fn(&PeerStatus) -> bool,
    ) -> Arc<PeerStatus> {
        let mut last = None;
        let deadline = Instant::now() + PATIENCE;
        loop {
            let status = self.handle.snapshot().get(peer).cloned();
            if let Some(status) = &status
                && condition(status)
            {
                return Arc::clone(status);
            }
            last = status.or(last);
            assert!(Instant::now() < deadline, "gave up waiting until {what}: {last:?}");
            std::thread::park_timeout(Duration::from_millis(5));
        }
    }

    pub(crate) fn wait(&self, what: &str, condition: impl Fn(&PeerStatus) -> bool) -> Arc<PeerStatus> {
        let peer = self.config.peers[0].id.clone();
        self.wait_peer(what, &peer, condition)
    }

    pub(crate) fn wait_up(&self) -> Arc<PeerStatus> {
        self.wait("the session is up", PeerStatus::is_up)
    }

    pub(crate) fn wait_error(&self, part: &str) -> Arc<PeerStatus> {
        self.wait(&format!("the last error is `{part}`"), |status| {
            status.last_error.as_deref().is_some_and(|error| error.contains(part))
        })
    }

    pub(crate) fn wait_accepted(&self, count: usize) -> Arc<PeerStatus> {
        self.wait(&format!("{count} prefixes are accepted"), |status| status.accepted.len() == count)
    }

    /// Everything told since the last call.
    pub(crate) fn events(&mut self) -> Vec<BgpEvent> {
        std::iter::from_fn(|| self.events.try_recv().ok()).collect()
    }
}

/// The peer at Amazon's end, with fast timers.
pub(crate) fn to_customer() -> PeerConfig {
    PeerConfig {
        hold_time: 9,
        connect_retry: Duration::from_secs(1),
        idle_hold: Duration::from_secs(1),
        advertise: vec!["10.0.0.0/16".parse::<ipnet::IpNet>().unwrap().into()],
        ..PeerConfig::new("dxpeer-1", AMAZON.parse().unwrap(), CUSTOMER.parse().unwrap(), CUSTOMER_ASN)
    }
}

/// The peer at the customer's end, when that is our speaker too.
pub(crate) fn to_amazon() -> PeerConfig {
    PeerConfig {
        id: "amazon".into(),
        local_addr: CUSTOMER.parse().unwrap(),
        remote_addr: AMAZON.parse().unwrap(),
        remote_asn: AMAZON_ASN,
        advertise: prefixes(1).iter().map(|prefix| prefix.parse::<ipnet::IpNet>().unwrap().into()).collect(),
        ..to_customer()
    }
}

/// `count` prefixes of a customer: 192.168.10.0/24, then 172.16.n.0/24.
pub(crate) fn prefixes(count: usize) -> Vec<String> {
    std::iter::once("192.168.10.0/24".to_owned())
        .chain((0..).map(|n| format!("172.16.{n}.0/24")))
        .take(count)
        .collect()
}

/// The customer's router as a test sees it.
#[derive(Clone)]
pub(crate) struct Router {
    pub(crate) asn: u32,
    pub(crate) key: Option<&'static str>,
    pub(crate) passive: bool,
    pub(crate) hold_time: u16,
    pub(crate) prefixes: Vec<String>,
    pub(crate) v6: bool,
}

impl Default for Router {
    fn default() -> Self {
        Self { asn: CUSTOMER_ASN, key: None, passive: false, hold_time: 9, prefixes: prefixes(1), v6: false }
    }
}

/// A customer's router that runs.
pub(crate) trait Customer {
    fn start(vif: &Vif, router: &Router) -> Self
    where
        Self: Sized;
    /// Makes the router announce exactly these.
    fn announce(&mut self, prefixes: &[String]);
    /// Whether the router has learned this prefix.
    fn has_route(&self, prefix: &str) -> bool;
    /// What the router says of its session.
    fn describe(&self) -> String;
    /// Ends it as an administrator would.
    fn stop(self);
}

/// A directory that is removed with its value.
pub(crate) struct TempDir(PathBuf);

impl TempDir {
    pub(crate) fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("sekisho-bgp-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir(&path).unwrap();
        Self(path)
    }

    fn file(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }
}

impl Drop for TempDir {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A daemon that is killed with its value, and when the test dies in any other way: a shell around it waits for its own
/// standard input to end, then removes the daemon and its directory. The kernel's parent-death signal would not do,
/// because FRR changes its user and thereby loses it.
struct Daemon(Child);

impl Daemon {
    fn start(namespace: &NetNs, directory: &TempDir, program: &str, arguments: &[&str]) -> Self {
        let guard = "exec 3<&0; directory=$1; shift; \"$0\" \"$@\" </dev/null & \
                     read -r signal <&3 || signal=KILL; kill -$signal $!; wait $!; \
                     [ $signal = TERM ] || rm -rf \"$directory\"";
        let mut command = namespace.inside("sh");
        command.args(["-c", guard, program]).arg(&directory.0).args(arguments);
        Self(command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap())
    }

    fn terminate(mut self) {
        self.0.stdin.take().unwrap().write_all(b"TERM\n").unwrap();
        wait_for("the daemon to end", || self.0.try_wait().unwrap());
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        let _ = self.0.wait();
    }
}

pub(crate) const BIRD: &[&str] = &["/usr/sbin/bird", "/usr/sbin/birdc"];

/// BIRD 2.
pub(crate) struct Bird {
    daemon: Daemon,
    directory: TempDir,
    router: Router,
}

impl Bird {
    fn config(router: &Router) -> String {
        let Router { asn, key, passive, hold_time, prefixes, v6 } = router;
        let (channel, local, remote) =
            if *v6 { ("ipv6", CUSTOMER_V6, AMAZON_V6) } else { ("ipv4", CUSTOMER, AMAZON) };
        let mut text = String::from("router id 10.255.0.2;\nprotocol device { scan time 1; }\n");
        writeln!(text, "protocol static site {{ {channel};").unwrap();
        for prefix in prefixes {
            writeln!(text, "  route {prefix} blackhole;").unwrap();
        }
        let password = key.map_or(String::new(), |key| format!("password \"{key}\";"));
        let passive = if *passive { "on" } else { "off" };
        write!(
            text,
            "}}\nprotocol bgp amazon {{\n  local {local} as {asn};\n  neighbor {remote} as {AMAZON_ASN};\n  {password}\n  \
             passive {passive};\n  hold time {hold_time};\n  connect delay time 1;\n  connect retry time 1;\n  \
             error wait time 1,2;\n  {channel} {{ import all; export where source = RTS_STATIC; }};\n}}\n"
        )
        .unwrap();
        text
    }

    fn cli(&self, command: &str) -> String {
        let output = Command::new("birdc")
            .args(["-s", &self.directory.file("ctl"), "-r"])
            .args(command.split_whitespace())
            .output()
            .unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    fn configure(&self) {
        std::fs::write(self.directory.file("bird.conf"), Self::config(&self.router)).unwrap();
        let output =
            Command::new("birdc").args(["-s", &self.directory.file("ctl"), "configure"]).output().unwrap();
        let text = String::from_utf8_lossy(&output.stdout);
        assert!(text.contains("Reconfigur"), "birdc configure: {text}");
    }
}

impl Customer for Bird {
    fn start(vif: &Vif, router: &Router) -> Self {
        let directory = TempDir::new();
        std::fs::write(directory.file("bird.conf"), Self::config(router)).unwrap();
        let (config, control, pid) =
            (directory.file("bird.conf"), directory.file("ctl"), directory.file("pid"));
        let daemon = Daemon::start(
            &vif.customer,
            &directory,
            BIRD[0],
            &["-f", "-c", &config, "-s", &control, "-P", &pid],
        );
        let bird = Self { daemon, directory, router: router.clone() };
        wait_for("bird to answer", || bird.cli("show status").contains("Daemon is up").then_some(()));
        bird
    }

    fn announce(&mut self, prefixes: &[String]) {
        self.router.prefixes = prefixes.to_vec();
        self.configure();
    }

    fn has_route(&self, prefix: &str) -> bool {
        let text = self.cli(&format!("show route {prefix} protocol amazon"));
        text.contains(prefix)
    }

    fn describe(&self) -> String {
        self.cli("show protocols all amazon")
    }

    fn stop(self) {
        self.daemon.terminate();
    }
}

pub(crate) const FRR: &[&str] = &["/usr/lib/frr/zebra", "/usr/lib/frr/bgpd", "/usr/bin/vtysh"];

/// FRR: zebra and bgpd.
pub(crate) struct Frr {
    bgpd: Daemon,
    _zebra: Daemon,
    directory: TempDir,
    router: Router,
}

impl Frr {
    fn config(router: &Router) -> String {
        let Router { asn, key, passive, hold_time, prefixes, v6 } = router;
        let (family, remote) = if *v6 { ("ipv6", AMAZON_V6) } else { ("ipv4", AMAZON) };
        let mut text = format!(
            "router bgp {asn}\n bgp router-id 10.255.0.2\n no bgp ebgp-requires-policy\n no bgp network import-check\n \
             no bgp default ipv4-unicast\n neighbor {remote} remote-as {AMAZON_ASN}\n \
             neighbor {remote} timers {} {hold_time}\n neighbor {remote} timers connect 1\n \
             neighbor {remote} advertisement-interval 0\n",
            hold_time / 3
        );
        if let Some(key) = key {
            writeln!(text, " neighbor {remote} password {key}").unwrap();
        }
        if *passive {
            writeln!(text, " neighbor {remote} passive").unwrap();
        }
        writeln!(text, " address-family {family} unicast\n  neighbor {remote} activate").unwrap();
        for prefix in prefixes {
            writeln!(text, "  network {prefix}").unwrap();
        }
        text + " exit-address-family\nexit\n"
    }

    fn family(&self) -> &'static str {
        if self.router.v6 { "ipv6" } else { "ipv4" }
    }

    fn vtysh(&self, commands: &[&str]) -> String {
        let mut command = Command::new("vtysh");
        command.args(["--vty_socket", &self.directory.file(""), "-d", "bgpd"]);
        for line in commands {
            command.args(["-c", line]);
        }
        let output = command.output().unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    fn daemon(vif: &Vif, directory: &TempDir, program: &str, name: &str) -> Daemon {
        let (config, pid) = (directory.file(&format!("{name}.conf")), directory.file(&format!("{name}.pid")));
        let (zebra, vty) = (directory.file("zserv.api"), directory.file(""));
        let files = ["-f", &config, "-i", &pid, "-z", &zebra, "--vty_socket", &vty];
        Daemon::start(
            &vif.customer,
            directory,
            program,
            &[&files[..], &["-A", "127.0.0.1", "-P", "0"]].concat(),
        )
    }
}

impl Customer for Frr {
    fn start(vif: &Vif, router: &Router) -> Self {
        let directory = TempDir::new();
        std::fs::write(directory.file("zebra.conf"), "").unwrap();
        std::fs::write(directory.file("bgpd.conf"), Self::config(router)).unwrap();
        let owned = Command::new("chown").args(["-R", "frr:frr", &directory.file("")]).status().unwrap();
        assert!(owned.success(), "FRR runs as its own user and must own its directory");
        let zebra = Self::daemon(vif, &directory, FRR[0], "zebra");
        wait_for("zebra to listen", || directory.0.join("zserv.api").exists().then_some(()));
        let bgpd = Self::daemon(vif, &directory, FRR[1], "bgpd");
        let frr = Self { bgpd, _zebra: zebra, directory, router: router.clone() };
        wait_for("bgpd to answer", || frr.describe().contains("BGP neighbor is").then_some(()));
        frr
    }

    fn announce(&mut self, prefixes: &[String]) {
        let router = format!("router bgp {}", self.router.asn);
        let family = format!("address-family {} unicast", self.family());
        let mut lines = vec!["configure terminal".to_owned(), router, family];
        lines.extend(
            self.router
                .prefixes
                .iter()
                .filter(|old| !prefixes.contains(old))
                .map(|old| format!("no network {old}")),
        );
        lines.extend(
            prefixes
                .iter()
                .filter(|new| !self.router.prefixes.contains(new))
                .map(|new| format!("network {new}")),
        );
        self.vtysh(&lines.iter().map(String::as_str).collect::<Vec<_>>());
        self.router.prefixes = prefixes.to_vec();
    }

    fn has_route(&self, prefix: &str) -> bool {
        let text = self.vtysh(&[&format!("show bgp {} unicast {prefix} json", self.family())]);
        text.contains("\"valid\":true")
    }

    fn describe(&self) -> String {
        self.vtysh(&["show bgp neighbors"])
    }

    fn stop(self) {
        self.bgpd.terminate();
    }
}
