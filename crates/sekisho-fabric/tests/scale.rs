//! Many interfaces and rules: put in transactions that fit a small socket buffer, changed by what differs, and read back by
//! another program.
//!
//! A process of its own, because namespaces held by descriptors are found through this process's threads.

#![expect(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "helpers of tests are tests")]

use std::collections::BTreeMap;
use std::net::Ipv4Addr;
use std::process::Command;
use std::time::Instant;

use sekisho_core::id::SecurityGroupId;
use sekisho_core::plan::network::{
    DesiredInterface, DesiredNetwork, DesiredRule, DesiredSecurityGroup, DesiredSource, DesiredWorkload,
};
use sekisho_core::vpc::Protocol;

mod lab_support;
use lab_support::{APP, Lab, address, can_run, host, https_from, net, vpc, vpc_of};

const INTERFACES: u32 = 3000;
const GROUPS: u32 = 50;

fn group(number: u32) -> SecurityGroupId {
    SecurityGroupId::from(format!("sg-{number:04}"))
}

/// Fifty groups of sixty rules, of every kind there is, and the last rule of each lets the workload in.
fn network() -> DesiredNetwork {
    let mut network = DesiredNetwork::default();
    let mut desired = vpc_of("vgw-a", "192.168.10.0/24");
    desired.interfaces = (0..INTERFACES)
        .map(|number| {
            let interface = DesiredInterface {
                address: Ipv4Addr::from(u32::from(Ipv4Addr::new(10, 0, 1, 0)) + 100 + number),
                subnet: "subnet-a".into(),
                security_groups: (0..5).map(|step| group((number + step * 7) % GROUPS)).collect(),
                endpoint: "vpce-a".into(),
            };
            (format!("eni-{number}").as_str().into(), interface)
        })
        .collect();
    let kinds = [
        Protocol::Tcp { from: 443, to: 443 },
        Protocol::Tcp { from: 1024, to: 65535 },
        Protocol::Udp { from: 0, to: 65535 },
        Protocol::Icmp { kind: 8, code: -1 },
        Protocol::Number(50),
    ];
    desired.security_groups = (0..GROUPS)
        .map(|number| {
            let source = |rule: u32| match rule % 3 {
                0 => DesiredSource::Group(group((number + 1) % GROUPS)),
                _ => DesiredSource::Cidr(net(&format!("203.0.{}.0/24", rule % 256))),
            };
            let rules = (0..59).zip(kinds.iter().cycle());
            let mut ingress: Vec<_> = rules
                .map(|(rule, protocol)| DesiredRule { protocol: *protocol, source: source(rule) })
                .collect();
            ingress.push(https_from(DesiredSource::Cidr(net("10.0.1.50/32"))));
            let members =
                (0..40).map(|member| Ipv4Addr::from(u32::from(address("10.0.1.100")) + member)).collect();
            (group(number), DesiredSecurityGroup { members, ingress })
        })
        .collect::<BTreeMap<_, _>>();
    let app = DesiredWorkload { address: APP, subnet: "subnet-a".into(), resolver: address("10.0.0.2") };
    desired.workloads.insert("app".into(), app);
    network.vpcs.insert("vpc-a".into(), desired);
    network
}

/// The VPC's rules, as `nft` reads them.
fn oracle(part: &str) -> String {
    for task in std::fs::read_dir(format!("/proc/{}/task", std::process::id())).unwrap().flatten() {
        let namespace = format!("--net={}", task.path().join("ns/net").display());
        let output = Command::new("nsenter")
            .args([&namespace, "nft", "list", "table", "inet", "sekisho"])
            .output()
            .unwrap();
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        if text.contains(part) {
            return text;
        }
    }
    panic!("no namespace has the table");
}

#[tokio::test]
async fn thousands_of_interfaces_and_rules() {
    if !can_run() {
        return;
    }
    let began = Instant::now();
    let mut lab = Lab::new(network()).await;
    println!("{INTERFACES} interfaces and {} rules put in {:?}", GROUPS * 60, began.elapsed());
    lab.serve(&vpc("vpc-a"), "0.0.0.0:443");
    assert_eq!(lab.call(&host("app"), "10.0.12.27:443").await.unwrap(), "10.0.1.50 -> 10.0.12.27 in vpc-a");
    let text = oracle("chain sg-0000");
    assert_eq!(text.matches(" : jump c_").count(), 3000);
    let first = text.split("chain sg-0000 {").nth(1).unwrap().split('}').next().unwrap();
    let lines: Vec<&str> = first.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(lines.len(), 60);
    assert_eq!(
        lines[..5],
        [
            "ip saddr @m_sg-0001 tcp dport 443 accept",
            "ip saddr 203.0.1.0/24 tcp dport 1024-65535 accept",
            "ip saddr 203.0.2.0/24 meta l4proto udp accept",
            "ip saddr @m_sg-0001 icmp type echo-request accept",
            "ip saddr 203.0.4.0/24 meta l4proto esp accept",
        ],
    );
    assert_eq!(lines[59], "ip saddr 10.0.1.50 tcp dport 443 accept");

    let began = Instant::now();
    for number in 0..GROUPS {
        let groups = &mut lab.network.vpcs.get_mut("vpc-a").unwrap().security_groups;
        groups.get_mut(&group(number)).unwrap().ingress.pop();
    }
    assert_eq!(lab.apply().await, ["vpc-a: table inet sekisho changed"]);
    println!("all groups changed in {:?}", began.elapsed());
    lab.assert_silent(&host("app"), "10.0.12.27:443").await;
    let began = Instant::now();
    assert_eq!(lab.apply().await, Vec::<String>::new());
    println!("nothing to do, seen in {:?}", began.elapsed());

    lab.network.vpcs.get_mut("vpc-a").unwrap().interfaces.clear();
    lab.apply().await;
    let text = oracle("chain input");
    assert!(!text.contains("sg-") && !text.contains("c_") && text.contains("policy drop"), "{text}");
}
