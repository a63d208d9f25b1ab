//! Damage done to the VPC's own namespace by hand, and that nothing is left behind.
//!
//! A process of its own, because namespaces held by descriptors are found through this process's threads.

#![expect(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "helpers of tests are tests")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use sekisho_core::lab::RouterKind;

mod lab_support;
use lab_support::{ENI, Lab, PATIENCE, can_run, eventually, host, reference, vpc};

/// The namespaces of this process's threads, each once, with a path that leads there.
fn namespaces() -> Vec<PathBuf> {
    let mut seen = BTreeSet::new();
    let tasks = std::fs::read_dir(format!("/proc/{}/task", std::process::id())).unwrap();
    tasks
        .flatten()
        .map(|task| task.path().join("ns/net"))
        .filter(|path| std::fs::read_link(path).is_ok_and(|name| seen.insert(name)))
        .collect()
}

fn inside(namespace: &Path, command: &str) -> String {
    let output = Command::new("nsenter")
        .arg(format!("--net={}", namespace.display()))
        .args(["sh", "-c", command])
        .output()
        .unwrap();
    assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The namespace in which a command prints this.
fn find(command: &str, text: &str) -> PathBuf {
    let own = std::fs::read_link("/proc/self/ns/net").unwrap();
    namespaces()
        .into_iter()
        .filter(|path| std::fs::read_link(path).unwrap() != own)
        .find(|path| inside(path, command).contains(text))
        .unwrap()
}

/// What the machine's own namespace shows of ours, and of anything.
fn machine() -> [String; 4] {
    ["ip -br link", "ip route show table all", "ip rule", "nft list tables"].map(|command| {
        let output = Command::new("sh").args(["-c", command]).output().unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    })
}

#[tokio::test]
async fn a_damaged_vpc_is_mended_and_nothing_is_left() {
    if !can_run() {
        return;
    }
    let before = machine();
    let lab = Lab::new(reference(RouterKind::Bird)).await;
    lab.serve(&vpc("vpc-a"), "0.0.0.0:443");
    lab.wait_sessions(true).await;
    let laptop = host("laptop");
    let answer = "192.168.10.10 -> 10.0.1.10 in vpc-a";
    lab.wait_call(&laptop, ENI, Ok(answer)).await;
    let in_vpc = find("ip route show table local", "local 10.0.1.10 ");
    let in_transit = find("ip address", "169.254.96.1/30");
    let damages = [
        (&in_vpc, "nft delete table inet sekisho"),
        (&in_vpc, "nft flush chain inet sekisho sg-front"),
        (&in_vpc, "ip route del local 10.0.1.10 dev lo table local"),
        (&in_vpc, "ip route del blackhole 10.0.0.0/16"),
        (&in_vpc, "ip rule del priority 3000"),
        (&in_vpc, "ip rule del priority 2000"),
        (&in_vpc, "ip link set $(ip -br link | grep -o '^g[0-9a-f]*') down"),
        (&in_vpc, "ip link del $(ip -br link | grep -o '^g[0-9a-f]*')"),
        (&in_transit, "ip route del 192.168.10.0/24 proto bgp"),
        (&in_transit, "nft flush ruleset"),
        (&in_transit, "ip link set cust mtu 1400"),
    ];
    for (place, damage) in damages {
        let mut changed = lab.fabric.changed();
        changed.mark_unchanged();
        inside(place, damage);
        tokio::time::timeout(PATIENCE, changed.changed()).await.expect(damage).unwrap();
        let steps = lab.apply().await;
        assert!(!steps.is_empty(), "{damage}");
        lab.wait_call(&laptop, ENI, Ok(answer)).await;
        assert_eq!(lab.apply().await, Vec::<String>::new(), "after {damage}");
    }
    // What is not ours is left alone.
    inside(
        &in_vpc,
        "nft add table inet other; ip route add blackhole 203.0.113.0/24; ip rule add from 203.0.113.0/24 blackhole",
    );
    lab.apply().await;
    assert!(inside(&in_vpc, "nft list tables").contains("other"));
    assert!(inside(&in_vpc, "ip route").contains("203.0.113.0/24"));
    assert!(inside(&in_vpc, "ip rule").contains("203.0.113.0/24"));

    lab.fabric.shutdown().await;
    drop(lab);
    eventually("our threads and namespaces to be gone", || async {
        let left = namespaces().len();
        if left == 1 { Ok(()) } else { Err(format!("{left} namespaces")) }
    })
    .await;
    assert_eq!(machine(), before);
}
