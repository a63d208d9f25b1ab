//! The reference path over real namespaces: host, site router, BGP, transit, VPC, endpoint interface; and everything that
//! closes it.

#![expect(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "helpers of tests are tests")]

use std::io;
use std::net::SocketAddr;

use sekisho_core::lab::RouterKind;
use sekisho_core::plan::network::{DesiredInterface, DesiredSource, DesiredWorkload};
use sekisho_fabric::{Fabric, Mode, Place, vlan_available};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

mod lab_support;
use lab_support::{
    APP, ENI, LAPTOP, Lab, add_path, address, can_run, eventually, host, https_from, net, quick, reference,
    rules_of, vpc,
};

const FROM_LAPTOP: &str = "192.168.10.10 -> 10.0.1.10 in vpc-a";

async fn path_with(router: RouterKind) {
    if !can_run() {
        return;
    }
    let fabric = Fabric::start(Mode::Netns, None, quick()).await.unwrap();
    let report = fabric.reconcile(&reference(router)).await.unwrap();
    let tagged = report.steps.iter().any(|step| step.what.contains("type vlan id 101"));
    assert_eq!(tagged, vlan_available(), "{:?}", fabric.notes());
    println!("the link is {}", if tagged { "tagged" } else { "untagged" });
    let mut lab = Lab::with(fabric, reference(router)).await;
    lab.serve(&vpc("vpc-a"), "0.0.0.0:443");
    lab.wait_sessions(true).await;
    let laptop = host("laptop");
    lab.wait_call(&laptop, ENI, Ok(FROM_LAPTOP)).await;
    assert_eq!(lab.apply().await, Vec::<String>::new(), "a second reconcile does nothing");

    // The router is stopped: what it had learned is withdrawn, and the site says so at once.
    lab.network.sites.get_mut("onprem-a").unwrap().router_running = false;
    lab.apply().await;
    lab.wait_sessions(false).await;
    lab.wait_call(&laptop, ENI, Err(io::ErrorKind::HostUnreachable)).await;

    lab.network.sites.get_mut("onprem-a").unwrap().router_running = true;
    lab.apply().await;
    lab.wait_sessions(true).await;
    lab.wait_call(&laptop, ENI, Ok(FROM_LAPTOP)).await;
    lab.fabric.shutdown().await;
    assert!(lab.fabric.reconcile(&lab.network).await.is_err());
}

#[tokio::test]
async fn the_path_with_bird() {
    path_with(RouterKind::Bird).await;
}

#[tokio::test]
async fn the_path_with_frr() {
    path_with(RouterKind::Frr).await;
}

#[tokio::test]
async fn the_path_with_the_built_in_router() {
    path_with(RouterKind::BuiltIn).await;
}

#[tokio::test]
async fn a_closed_group_is_silent_and_an_open_connection_stays() {
    if !can_run() {
        return;
    }
    let mut lab = Lab::new(reference(RouterKind::BuiltIn)).await;
    lab.serve(&vpc("vpc-a"), "0.0.0.0:443");
    lab.wait_sessions(true).await;
    let laptop = host("laptop");
    lab.wait_call(&laptop, ENI, Ok(FROM_LAPTOP)).await;
    let mut open = lab.fabric.connect_tcp(&laptop, ENI.parse().unwrap()).await.unwrap();

    rules_of(&mut lab.network, "sg-front").clear();
    let steps = lab.apply().await;
    assert_eq!(steps, ["vpc-a: table inet sekisho changed"]);
    lab.assert_silent(&laptop, ENI).await;
    lab.assert_silent(&host("app"), ENI).await;
    open.write_all(b"+\n?\n").await.unwrap();
    let mut text = String::new();
    open.read_to_string(&mut text).await.unwrap();
    assert_eq!(text, format!("{FROM_LAPTOP}\n{FROM_LAPTOP}\n"), "a tracked connection survives");

    // Another range and another port do not help; the right range does, at once.
    let elsewhere = https_from(DesiredSource::Cidr(net("192.168.11.0/24")));
    rules_of(&mut lab.network, "sg-front").push(elsewhere);
    lab.apply().await;
    lab.assert_silent(&laptop, ENI).await;
    let right = https_from(DesiredSource::Cidr(net("192.168.10.0/24")));
    rules_of(&mut lab.network, "sg-front").push(right);
    lab.apply().await;
    assert_eq!(lab.call(&laptop, ENI).await.unwrap(), FROM_LAPTOP);
    lab.assert_silent(&host("app"), ENI).await;
    // Ports the endpoint does not serve, and addresses nobody has, are mute as well.
    lab.assert_silent(&laptop, "10.0.1.10:80").await;
    lab.assert_silent(&laptop, "10.0.1.11:443").await;
    lab.assert_silent(&laptop, "10.0.1.1:443").await;
}

#[tokio::test]
async fn a_group_can_be_the_source() {
    if !can_run() {
        return;
    }
    let mut network = reference(RouterKind::BuiltIn);
    *rules_of(&mut network, "sg-front") = vec![https_from(DesiredSource::Group("sg-app".into()))];
    rules_of(&mut network, "sg-app");
    let mut lab = Lab::new(network).await;
    lab.serve(&vpc("vpc-a"), "0.0.0.0:443");
    let app = host("app");
    lab.assert_silent(&app, ENI).await;
    let groups = &mut lab.network.vpcs.get_mut("vpc-a").unwrap().security_groups;
    groups.get_mut("sg-app").unwrap().members.push(APP);
    lab.apply().await;
    assert_eq!(lab.call(&app, ENI).await.unwrap(), "10.0.1.50 -> 10.0.1.10 in vpc-a");
    let groups = &mut lab.network.vpcs.get_mut("vpc-a").unwrap().security_groups;
    groups.get_mut("sg-app").unwrap().members.clear();
    lab.apply().await;
    lab.assert_silent(&app, ENI).await;
}

#[tokio::test]
async fn without_a_route_back_there_is_silence() {
    if !can_run() {
        return;
    }
    let mut network = reference(RouterKind::BuiltIn);
    for subnet in network.vpcs.get_mut("vpc-a").unwrap().subnets.values_mut() {
        subnet.routes.clear();
    }
    let mut lab = Lab::new(network).await;
    lab.serve(&vpc("vpc-a"), "0.0.0.0:443");
    lab.wait_sessions(true).await;
    lab.assert_silent(&host("laptop"), ENI).await;
    // A workload in the VPC needs none.
    assert_eq!(lab.call(&host("app"), ENI).await.unwrap(), "10.0.1.50 -> 10.0.1.10 in vpc-a");
    lab.network.vpcs = reference(RouterKind::BuiltIn).vpcs;
    lab.apply().await;
    assert_eq!(lab.call(&host("laptop"), ENI).await.unwrap(), FROM_LAPTOP);
}

#[tokio::test]
async fn a_wrong_key_and_too_many_prefixes_close_the_path() {
    if !can_run() {
        return;
    }
    let mut lab = Lab::new(reference(RouterKind::Bird)).await;
    lab.serve(&vpc("vpc-a"), "0.0.0.0:443");
    lab.wait_sessions(true).await;
    let laptop = host("laptop");
    lab.wait_call(&laptop, ENI, Ok(FROM_LAPTOP)).await;
    let right = lab.network.clone();

    let peer = lab.network.sites.get_mut("onprem-a").unwrap().peer.as_mut().unwrap();
    peer.auth_key = "somebody-elses-key".to_owned();
    lab.apply().await;
    lab.wait_sessions(false).await;
    lab.wait_call(&laptop, ENI, Err(io::ErrorKind::HostUnreachable)).await;

    lab.network = right.clone();
    let announce = &mut lab.network.sites.get_mut("onprem-a").unwrap().announce;
    announce.extend((0..100).map(|third| net(&format!("172.16.{third}.0/24"))));
    lab.apply().await;
    let sessions = lab.fabric.bgp();
    eventually("the prefix limit", || async {
        let sessions = sessions.borrow();
        let error = sessions[0].last_error.clone().unwrap_or_default();
        if error.contains("maximum number of prefixes") { Ok(()) } else { Err(format!("{sessions:?}")) }
    })
    .await;

    lab.network = right;
    lab.apply().await;
    lab.wait_sessions(true).await;
    lab.wait_call(&laptop, ENI, Ok(FROM_LAPTOP)).await;
}

#[tokio::test]
async fn two_vpcs_may_have_the_same_range() {
    if !can_run() {
        return;
    }
    let mut network = reference(RouterKind::BuiltIn);
    add_path(&mut network, "b", "192.168.20.0/24", RouterKind::Bird);
    let hosts = &mut network.sites.get_mut("onprem-b").unwrap().hosts;
    hosts.insert("desk".into(), address("192.168.20.10"));
    let app = DesiredWorkload { address: APP, subnet: "subnet-a".into(), resolver: address("10.0.0.2") };
    network.vpcs.get_mut("vpc-b").unwrap().workloads.insert("app-b".into(), app);
    let lab = Lab::new(network).await;
    lab.serve(&vpc("vpc-a"), "0.0.0.0:443");
    lab.serve(&vpc("vpc-b"), "0.0.0.0:443");
    lab.serve(&Place::Internet, "198.51.100.10:443");
    lab.wait_sessions(true).await;
    lab.wait_call(&host("laptop"), ENI, Ok(FROM_LAPTOP)).await;
    lab.wait_call(&host("desk"), ENI, Ok("192.168.20.10 -> 10.0.1.10 in vpc-b")).await;
    assert_eq!(lab.call(&host("app"), ENI).await.unwrap(), "10.0.1.50 -> 10.0.1.10 in vpc-a");
    assert_eq!(lab.call(&host("app-b"), ENI).await.unwrap(), "10.0.1.50 -> 10.0.1.10 in vpc-b");
    // Everybody reaches the public front; workloads with the same address are told apart there.
    let front = "198.51.100.10:443";
    let mut seen = Vec::new();
    for name in ["laptop", "desk", "app", "app-b"] {
        seen.push(lab.call(&host(name), front).await.unwrap());
    }
    assert!(seen[0].starts_with("192.168.10.10 -> 198.51.100.10"), "{seen:?}");
    assert!(seen[1].starts_with("192.168.20.10 -> 198.51.100.10"), "{seen:?}");
    assert_ne!(seen[2], seen[3]);
    // The internet is no way from one site to another, nor to a workload.
    let error = lab.call(&host("laptop"), "192.168.20.10:443").await.unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::HostUnreachable, "{error}");
}

#[tokio::test]
async fn the_resolver_answers_workloads_only() {
    if !can_run() {
        return;
    }
    let mut network = reference(RouterKind::BuiltIn);
    // Not even a group that lets everything in opens VPC+2.
    rules_of(&mut network, "sg-front")[0].protocol = sekisho_core::vpc::Protocol::All;
    let lab = Lab::new(network).await;
    lab.wait_sessions(true).await;
    let echo = |place: Place, at: &str| {
        let socket = lab.fabric.bind_udp(&place, at.parse().unwrap()).unwrap();
        let socket = tokio::net::UdpSocket::from_std(socket).unwrap();
        tokio::spawn(async move {
            let mut buffer = [0; 512];
            while let Ok((length, peer)) = socket.recv_from(&mut buffer).await {
                if socket.send_to(&buffer[..length], peer).await.is_err() {
                    return;
                }
            }
        });
    };
    echo(vpc("vpc-a"), "10.0.0.2:53");
    echo(Place::Internet, "198.51.100.53:53");
    lab.serve(&vpc("vpc-a"), "10.0.0.2:53");
    let ask = async |name: &str, server: &str| -> io::Result<()> {
        let socket = lab.fabric.bind_udp(&host(name), "0.0.0.0:0".parse().unwrap())?;
        let socket = tokio::net::UdpSocket::from_std(socket)?;
        socket.connect(server.parse::<SocketAddr>().unwrap()).await?;
        socket.send(b"?").await?;
        let mut buffer = [0; 16];
        tokio::time::timeout(lab_support::SILENCE, socket.recv(&mut buffer)).await??;
        Ok(())
    };
    ask("app", "10.0.0.2:53").await.unwrap();
    assert_eq!(lab.call(&host("app"), "10.0.0.2:53").await.unwrap(), "10.0.1.50 -> 10.0.0.2 in vpc-a");
    assert_eq!(ask("laptop", "10.0.0.2:53").await.unwrap_err().kind(), io::ErrorKind::TimedOut);
    lab.assert_silent(&host("laptop"), "10.0.0.2:53").await;
    ask("laptop", "198.51.100.53:53").await.unwrap();
    ask("app", "198.51.100.53:53").await.unwrap();
}

#[tokio::test]
async fn what_is_damaged_by_hand_is_noticed_and_mended() {
    if !can_run() {
        return;
    }
    let lab = Lab::new(reference(RouterKind::BuiltIn)).await;
    lab.serve(&vpc("vpc-a"), "0.0.0.0:443");
    lab.wait_sessions(true).await;
    lab.wait_call(&host("laptop"), ENI, Ok(FROM_LAPTOP)).await;
    // A host's own namespace is one that a command can damage.
    let damages = [
        "ip route del default",
        "ip link set eth0 down",
        "ip address del 192.168.10.10/32 dev eth0",
        "ip link del eth0",
        "ip link set eth0 mtu 1400",
    ];
    for damage in damages {
        let mut changed = lab.fabric.changed();
        changed.mark_unchanged();
        let (code, text) = lab.run("laptop", damage).await;
        assert_eq!(code, Some(0), "{damage}: {text}");
        tokio::time::timeout(lab_support::PATIENCE, changed.changed()).await.expect(damage).unwrap();
        let steps = lab.apply().await;
        assert!(!steps.is_empty(), "{damage}");
        assert_eq!(lab.call(&host("laptop"), ENI).await.unwrap(), FROM_LAPTOP, "after {damage}");
        assert_eq!(lab.apply().await, Vec::<String>::new(), "after {damage}");
    }
}

#[tokio::test]
async fn commands_ask_the_hosts_resolver_and_trust_the_bundle() {
    if !can_run() {
        return;
    }
    let lab = Lab::new(reference(RouterKind::BuiltIn)).await;
    let before = std::fs::read_to_string("/etc/resolv.conf").unwrap();
    let (code, text) = lab.run("laptop", "head -1 /etc/resolv.conf; ls /tmp | head -1; exit 7").await;
    assert_eq!(code, Some(7));
    assert!(text.starts_with("nameserver 198.51.100.53\n"), "{text}");
    let (_, text) = lab.run("app", "head -1 /etc/resolv.conf").await;
    assert_eq!(text, "nameserver 10.0.0.2\n");
    assert_eq!(std::fs::read_to_string("/etc/resolv.conf").unwrap(), before);
    let missing = lab.fabric.command(&"nobody".into(), &["true".into()], Default::default());
    assert_eq!(missing.unwrap_err().kind(), io::ErrorKind::NotFound);
    let unknown = lab.fabric.command(&"laptop".into(), &["no-such-program".into()], Default::default());
    assert_eq!(unknown.unwrap_err().kind(), io::ErrorKind::NotFound);
    let sleeper = ["sh".into(), "-c".into(), "sleep 600; true".into()];
    let mut child = lab.fabric.command(&"laptop".into(), &sleeper, Default::default()).unwrap();
    child.signal(15).unwrap();
    let status = child.wait().await.unwrap();
    assert_eq!(std::os::unix::process::ExitStatusExt::signal(&status), Some(15));
}

#[tokio::test]
async fn things_come_and_go() {
    if !can_run() {
        return;
    }
    let mut lab = Lab::new(reference(RouterKind::BuiltIn)).await;
    lab.serve(&vpc("vpc-a"), "0.0.0.0:443");
    let app = host("app");
    let second = DesiredInterface {
        address: address("10.0.2.10"),
        subnet: "subnet-b".into(),
        security_groups: vec!["sg-front".into(), "sg-none".into()],
        endpoint: "vpce-a".into(),
    };
    lab.network.vpcs.get_mut("vpc-a").unwrap().interfaces.insert("eni-b".into(), second);
    lab.apply().await;
    assert_eq!(lab.call(&app, "10.0.2.10:443").await.unwrap(), "10.0.1.50 -> 10.0.2.10 in vpc-a");
    lab.network.vpcs.get_mut("vpc-a").unwrap().interfaces.remove("eni-b");
    lab.apply().await;
    lab.assert_silent(&app, "10.0.2.10:443").await;

    // A listener keeps the namespace alive; the links go all the same, and come back elsewhere.
    let whole = std::mem::take(&mut lab.network);
    lab.apply().await;
    assert!(lab.fabric.listen_tcp(&vpc("vpc-a"), "0.0.0.0:443".parse().unwrap()).is_err());
    assert!(lab.fabric.bgp().borrow().is_empty());
    lab.network = whole;
    lab.apply().await;
    lab.serve(&vpc("vpc-a"), "0.0.0.0:443");
    lab.wait_sessions(true).await;
    lab.wait_call(&host("laptop"), ENI, Ok(FROM_LAPTOP)).await;
    // The VPC can call its workloads and, with a route, the site.
    lab.serve(&host("app"), "0.0.0.0:8080");
    lab.serve(&host("laptop"), "0.0.0.0:8080");
    let place = vpc("vpc-a");
    assert_eq!(lab.call(&place, &format!("{APP}:8080")).await.unwrap(), "10.0.1.1 -> 10.0.1.50 in host app");
    let text = lab.call(&place, &format!("{LAPTOP}:8080")).await.unwrap();
    assert_eq!(text, "10.0.1.1 -> 192.168.10.10 in host laptop");
    // The site cannot call a workload, which has no group that lets it in.
    lab.assert_silent(&host("laptop"), &format!("{APP}:8080")).await;
}
