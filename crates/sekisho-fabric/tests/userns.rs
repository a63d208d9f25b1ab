//! The whole lab as an unprivileged user: nobody, without any capability, in a user namespace.
//!
//! A program of its own, since a user namespace can only be entered by a process with one thread. Started as root, it runs
//! itself again as nobody; started as anybody else, it is that user.

#![expect(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "helpers of tests are tests")]

use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use sekisho_core::lab::RouterKind;
use sekisho_fabric::{Fabric, HostDialer, Mode, Place, choose, enter_userns};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

mod lab_support;
use lab_support::{ENI, Lab, PATIENCE, add_path, host, quick, reference, rules_of, vpc};

/// Set for the run inside: where the outside listens.
const OUTSIDE: &str = "SEKISHO_TEST_OUTSIDE";
/// Instead: wait to be killed.
const HANG: &str = "hang";

fn main() {
    if std::env::args().any(|argument| argument == "--list") {
        println!("the_lab_as_nobody: test");
        return;
    }
    match std::env::var(OUTSIDE) {
        Ok(outside) => inside(&outside),
        Err(_) => outside(),
    }
}

fn outside() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let own = File::open(std::env::current_exe().unwrap()).unwrap();
    let root =
        std::fs::metadata("/proc/self").map(|own| std::os::unix::fs::MetadataExt::uid(&own)).unwrap() == 0;
    // Through a descriptor, because nobody may not be allowed to walk to the file.
    let program = "/proc/self/fd/0";
    let mut command = Command::new(if root { "setpriv" } else { program });
    if root {
        command.args([
            "--reuid",
            "65534",
            "--regid",
            "65534",
            "--clear-groups",
            "--bounding-set=-all",
            program,
        ]);
    }
    command.env(OUTSIDE, listener.local_addr().unwrap().to_string()).env_remove("TMPDIR");
    let mut child = command.current_dir("/").stdin(own).stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let served = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        stream.write_all(b"from the machine").unwrap();
    });
    for line in lines.by_ref() {
        let line = line.unwrap();
        println!("{line}");
        if let Some(address) = line.strip_prefix("listening ") {
            // A socket of the machine, served from inside.
            let mut stream = TcpStream::connect(address).unwrap();
            let mut text = String::new();
            stream.read_to_string(&mut text).unwrap();
            assert_eq!(text, "from inside");
        }
    }
    let status = child.wait().unwrap();
    assert!(status.success(), "{status}");
    if !served.is_finished() {
        println!("skipped: user namespaces do not work here");
        return;
    }
    served.join().unwrap();
    killed();
    println!("test the_lab_as_nobody ... ok");
}

/// A lab killed without warning leaves no process behind.
fn killed() {
    let own = std::env::current_exe().unwrap();
    let mut child = Command::new(own).env(OUTSIDE, HANG).stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    let children: Vec<&str> = line.split_whitespace().collect();
    assert!(children.len() >= 5, "a dialer, BIRD, zebra, bgpd and a command: {line}");
    child.kill().unwrap();
    child.wait().unwrap();
    let deadline = Instant::now() + PATIENCE;
    for process in children {
        // A zombie has ended; whoever inherits it will see.
        let runs = || {
            let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
            stat.rsplit_once(')').is_some_and(|(_, rest)| !rest.trim_start().starts_with('Z'))
        };
        while runs() {
            assert!(Instant::now() < deadline, "process {process} is left");
            std::thread::park_timeout(Duration::from_millis(10));
        }
    }
    println!("nothing is left of a killed lab");
}

/// Brings everything up, tells the children's ids, and waits to be killed.
async fn hang(dialer: HostDialer) {
    let fabric = Fabric::start(Mode::Userns, Some(dialer), quick()).await.unwrap();
    let mut network = reference(RouterKind::Bird);
    add_path(&mut network, "b", "192.168.20.0/24", RouterKind::Frr);
    let lab = Lab::with(fabric, network).await;
    lab.wait_sessions(true).await;
    let sleeper = lab.fabric.command(&"laptop".into(), &["sleep".into(), "600".into()], Default::default());
    let _sleeper = sleeper.unwrap();
    let mut children = String::new();
    for task in std::fs::read_dir("/proc/self/task").unwrap().flatten() {
        children += &std::fs::read_to_string(task.path().join("children")).unwrap_or_default();
        children.push(' ');
    }
    println!("{}", children.replace('\n', " "));
    std::future::pending::<()>().await;
}

fn inside(outside: &str) {
    let probes = match choose(Some(Mode::Userns)) {
        Ok((mode, probes)) => {
            assert_eq!(mode, Mode::Userns);
            probes
        }
        Err(error) => {
            println!("{error}");
            return;
        }
    };
    assert!(outside == HANG || (!probes[0].works && probes[0].reason.contains("unshare")), "{probes:?}");
    assert!(probes[2].works);
    let dialer = enter_userns().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    if outside == HANG {
        return runtime.block_on(hang(dialer));
    }
    runtime.block_on(lab(dialer, outside));
}

async fn lab(dialer: HostDialer, outside: &str) {
    assert!(Fabric::start(Mode::Userns, None, quick()).await.is_err(), "without a dialer");
    let fabric = Fabric::start(Mode::Userns, Some(dialer), quick()).await.unwrap();
    machine(&fabric, outside).await;
    let mut lab = Lab::with(fabric, reference(RouterKind::BuiltIn)).await;
    lab.serve(&vpc("vpc-a"), "0.0.0.0:443");
    let laptop = host("laptop");
    for router in [RouterKind::BuiltIn, RouterKind::Bird, RouterKind::Frr] {
        lab.network = reference(router);
        lab.apply().await;
        lab.wait_sessions(true).await;
        lab.wait_call(&laptop, ENI, Ok("192.168.10.10 -> 10.0.1.10 in vpc-a")).await;
        println!("{} works", router.as_str());
    }
    rules_of(&mut lab.network, "sg-front").clear();
    lab.apply().await;
    lab.assert_silent(&laptop, ENI).await;
    let (code, text) = lab.run("laptop", "head -1 /etc/resolv.conf; id -u").await;
    assert_eq!((code, text.as_str()), (Some(0), "nameserver 198.51.100.53\n0\n"));
    lab.fabric.shutdown().await;
    println!("the lab works");
}

/// The machine's own network, through the dialer.
async fn machine(fabric: &Fabric, outside: &str) {
    let mut stream = fabric.connect_tcp(&Place::Machine, outside.parse().unwrap()).await.unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).await.unwrap();
    assert_eq!(text, "from the machine");
    let refused = fabric.connect_tcp(&Place::Machine, "127.0.0.1:1".parse().unwrap()).await.unwrap_err();
    assert_eq!(refused.kind(), std::io::ErrorKind::ConnectionRefused);

    let listener = fabric.listen_tcp(&Place::Machine, "127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = tokio::net::TcpListener::from_std(listener).unwrap();
    println!("listening {}", listener.local_addr().unwrap());
    std::io::stdout().flush().unwrap();
    let (mut stream, _) =
        tokio::time::timeout(Duration::from_secs(20), listener.accept()).await.unwrap().unwrap();
    stream.write_all(b"from inside").await.unwrap();
    drop(stream);
    let socket = fabric.bind_udp(&Place::Machine, "127.0.0.1:0".parse().unwrap()).unwrap();
    assert!(socket.local_addr().unwrap().port() > 0);
}
