//! What the network tests stand on: the reference topology as a desired network, and polling with deadlines.
//!
//! Every test has its own fabric, whose namespaces are held by descriptors only, so all may run at once with the same
//! addresses and nothing is left behind. Lab addresses are dialled from inside only.

#![allow(dead_code, reason = "each test binary uses its own part of this module")]

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::future::Future;
use std::io::{self, Read as _};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::{Duration, Instant};

use ipnet::Ipv4Net;
use sekisho_core::id::{BgpPeerId, HostName, SecurityGroupId, SiteName, VirtualInterfaceId, VpcId};
use sekisho_core::lab::RouterKind;
use sekisho_core::plan::network::{
    DesiredHop, DesiredInterface, DesiredNetwork, DesiredPeer, DesiredRule, DesiredSecurityGroup,
    DesiredSite, DesiredSource, DesiredSubnet, DesiredTransit, DesiredVpc, DesiredWorkload,
};
use sekisho_core::vpc::Protocol;
use sekisho_fabric::{ExecOptions, Fabric, Mode, Options, Place};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// Longer than anything here takes on a busy machine.
pub(crate) const PATIENCE: Duration = Duration::from_secs(40);
/// How long silence has to last to count as silence.
pub(crate) const SILENCE: Duration = Duration::from_secs(2);
pub(crate) const ENI: &str = "10.0.1.10:443";
pub(crate) const LAPTOP: Ipv4Addr = Ipv4Addr::new(192, 168, 10, 10);
pub(crate) const APP: Ipv4Addr = Ipv4Addr::new(10, 0, 1, 50);
pub(crate) const KEY: &str = "0xzxgA9YoW9h58u8SvOmXRTw";

pub(crate) fn net(text: &str) -> Ipv4Net {
    text.parse().unwrap()
}

pub(crate) fn address(text: &str) -> Ipv4Addr {
    text.parse().unwrap()
}

pub(crate) fn vpc(id: &str) -> Place {
    Place::Vpc(id.into())
}

pub(crate) fn host(name: &str) -> Place {
    Place::Host(name.into())
}

/// A rule that lets TCP 443 in.
pub(crate) fn https_from(source: DesiredSource) -> DesiredRule {
    DesiredRule { protocol: Protocol::Tcp { from: 443, to: 443 }, source }
}

/// A VPC with one endpoint interface, open to everybody; its replies to the site leave by the gateway.
pub(crate) fn vpc_of(gateway: &str, site: &str) -> DesiredVpc {
    let routes = BTreeMap::from([(net(site), DesiredHop::Gateway(gateway.into()))]);
    let subnet = |cidr: &str, router: &str| DesiredSubnet {
        cidr_block: net(cidr),
        router: address(router),
        routes: routes.clone(),
    };
    let interface = DesiredInterface {
        address: address("10.0.1.10"),
        subnet: "subnet-a".into(),
        security_groups: vec!["sg-front".into()],
        endpoint: "vpce-a".into(),
    };
    let front = DesiredSecurityGroup {
        members: vec![address("10.0.1.10")],
        ingress: vec![https_from(DesiredSource::Cidr(net("0.0.0.0/0")))],
    };
    DesiredVpc {
        cidr_block: net("10.0.0.0/16"),
        resolver: Some(address("10.0.0.2")),
        gateway: Some(gateway.into()),
        subnets: BTreeMap::from([
            ("subnet-a".into(), subnet("10.0.1.0/24", "10.0.1.1")),
            ("subnet-b".into(), subnet("10.0.2.0/24", "10.0.2.1")),
        ]),
        interfaces: BTreeMap::from([("eni-a".into(), interface)]),
        security_groups: BTreeMap::from([("sg-front".into(), front)]),
        workloads: BTreeMap::new(),
    }
}

fn peer() -> DesiredPeer {
    DesiredPeer {
        amazon_address: net("169.254.96.1/30"),
        customer_address: net("169.254.96.2/30"),
        customer_asn: 65010,
        auth_key: KEY.to_owned(),
        prefixes_max: 100,
    }
}

/// One VPC, one gateway, one virtual interface, one site with a host, and a workload.
pub(crate) fn reference(router: RouterKind) -> DesiredNetwork {
    let mut network = DesiredNetwork::default();
    add_path(&mut network, "a", "192.168.10.0/24", router);
    network.sites.get_mut("onprem-a").unwrap().hosts.insert("laptop".into(), LAPTOP);
    let app = DesiredWorkload { address: APP, subnet: "subnet-a".into(), resolver: address("10.0.0.2") };
    network.vpcs.get_mut("vpc-a").unwrap().workloads.insert("app".into(), app);
    network
}

/// A VPC, its gateway, a virtual interface and a site, all with this letter.
pub(crate) fn add_path(network: &mut DesiredNetwork, letter: &str, site: &str, router: RouterKind) {
    let vpc_id = VpcId::from(format!("vpc-{letter}"));
    let interface = VirtualInterfaceId::from(format!("dxvif-{letter}"));
    let gateway = format!("vgw-{letter}");
    network.vpcs.insert(vpc_id.clone(), vpc_of(&gateway, site));
    let transit = DesiredTransit {
        gateway: gateway.as_str().into(),
        vpcs: vec![vpc_id],
        vlan: 101,
        mtu: 1500,
        amazon_asn: 64512,
        peers: BTreeMap::from([(BgpPeerId::from(format!("dxpeer-{letter}")), peer())]),
        advertise: vec![net("10.0.0.0/16")],
        learned: Vec::new(),
    };
    network.transits.insert(interface.clone(), transit);
    let cidr_block = net(site);
    let desired = DesiredSite {
        virtual_interface: interface,
        cidr_block,
        router_address: cidr_block.hosts().next().unwrap(),
        router,
        router_running: true,
        peer: Some(peer()),
        amazon_asn: 64512,
        announce: vec![cidr_block],
        hosts: BTreeMap::new(),
    };
    network.sites.insert(SiteName::from(format!("onprem-{letter}")), desired);
}

pub(crate) fn rules_of<'a>(network: &'a mut DesiredNetwork, group: &str) -> &'a mut Vec<DesiredRule> {
    let groups = &mut network.vpcs.get_mut("vpc-a").unwrap().security_groups;
    &mut groups.entry(SecurityGroupId::from(group)).or_default().ingress
}

/// Timers as short as the protocols allow.
pub(crate) fn quick() -> Options {
    Options { hold_time: 3, connect_retry: Duration::from_secs(1), connect_timeout: SILENCE }
}

/// A fabric with the desired network applied; no error in any object.
pub(crate) struct Lab {
    pub(crate) fabric: Arc<Fabric>,
    pub(crate) network: DesiredNetwork,
}

impl Lab {
    pub(crate) async fn new(network: DesiredNetwork) -> Self {
        let fabric = Fabric::start(Mode::Netns, None, quick()).await.unwrap();
        Self::with(fabric, network).await
    }

    pub(crate) async fn with(fabric: Fabric, network: DesiredNetwork) -> Self {
        let lab = Self { fabric: Arc::new(fabric), network };
        lab.apply().await;
        lab
    }

    /// Applies the network; nothing may fail.
    pub(crate) async fn apply(&self) -> Vec<String> {
        let report = self.fabric.reconcile(&self.network).await.unwrap();
        assert!(report.errors.is_empty(), "{:#?}", report.errors);
        report.steps.into_iter().map(|step| format!("{}: {}", step.place, step.what)).collect()
    }

    /// Waits until every session is established (or none is), then applies again, as the product does.
    pub(crate) async fn wait_sessions(&self, up: bool) {
        let mut sessions = self.fabric.bgp();
        let as_wanted = |sessions: &Arc<Vec<sekisho_core::direct_connect::BgpSession>>| {
            !sessions.is_empty()
                && sessions
                    .iter()
                    .all(|session| session.established == up && session.accepted.is_empty() != up)
        };
        let waited = tokio::time::timeout(PATIENCE, sessions.wait_for(as_wanted)).await;
        match waited {
            Ok(result) => drop(result.unwrap()),
            Err(_) => panic!("sessions are not {up}: {:#?}", self.fabric.bgp().borrow()),
        }
        self.apply().await;
    }

    /// Serves every connection to port 443 of a VPC: a line with both addresses, as the listener sees them.
    pub(crate) fn serve(&self, place: &Place, listen: &str) {
        let listener = self.fabric.listen_tcp(place, listen.parse().unwrap()).unwrap();
        let listener = tokio::net::TcpListener::from_std(listener).unwrap();
        let place = place.to_string();
        tokio::spawn(async move {
            while let Ok((stream, peer)) = listener.accept().await {
                tokio::spawn(answer(stream, peer, place.clone()));
            }
        });
    }

    /// What the listener says to a connection from a place.
    pub(crate) async fn call(&self, from: &Place, to: &str) -> io::Result<String> {
        let mut stream = self.fabric.connect_tcp(from, to.parse().unwrap()).await?;
        stream.write_all(b"?\n").await?;
        let mut text = String::new();
        stream.read_to_string(&mut text).await?;
        Ok(text.trim().to_owned())
    }

    /// Asserts that nobody answers: no connection, no reset, no ICMP error.
    pub(crate) async fn assert_silent(&self, from: &Place, to: &str) {
        let error = self.call(from, to).await.expect_err("it answered");
        assert_eq!(error.kind(), io::ErrorKind::TimedOut, "{error}");
    }

    /// Polls a call until it gives this.
    pub(crate) async fn wait_call(&self, from: &Place, to: &str, expected: Result<&str, io::ErrorKind>) {
        let expected = expected.map(str::to_owned);
        eventually(&format!("{from} to {to}: {expected:?}"), || async {
            let got = self.call(from, to).await.map_err(|error| error.kind());
            if got == expected { Ok(()) } else { Err(format!("{got:?}")) }
        })
        .await;
    }

    /// Output and exit code of a command on a host.
    pub(crate) async fn run(&self, on: &str, command: &str) -> (Option<i32>, String) {
        let (mut reader, writer) = io::pipe().unwrap();
        let options = ExecOptions {
            stdout: Some(writer.try_clone().unwrap().into()),
            stderr: Some(writer.into()),
            ..ExecOptions::default()
        };
        let argv: Vec<OsString> = ["sh", "-c", command].map(OsString::from).to_vec();
        let mut child = self.fabric.command(&HostName::from(on), &argv, options).unwrap();
        let read = tokio::task::spawn_blocking(move || {
            let mut text = String::new();
            reader.read_to_string(&mut text).unwrap();
            text
        });
        let status =
            tokio::time::timeout(PATIENCE, child.wait()).await.expect("the command does not end").unwrap();
        (status.code(), read.await.unwrap())
    }
}

async fn answer(mut stream: TcpStream, peer: SocketAddr, place: String) {
    let local = stream.local_addr().unwrap();
    let mut question = [0; 2];
    while stream.read_exact(&mut question).await.is_ok() {
        let text = format!("{} -> {} in {place}\n", peer.ip(), local.ip());
        if stream.write_all(text.as_bytes()).await.is_err() || question[0] == b'?' {
            return;
        }
    }
}

/// Polls until `condition` holds.
pub(crate) async fn eventually<F: Future<Output = Result<(), String>>>(
    what: &str,
    mut condition: impl FnMut() -> F,
) {
    let deadline = Instant::now() + PATIENCE;
    loop {
        match condition().await {
            Ok(()) => return,
            Err(last) => assert!(Instant::now() < deadline, "gave up waiting for {what}; last: {last}"),
        }
        tokio::task::yield_now().await;
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Whether the test can run here; prints why not.
pub(crate) fn can_run() -> bool {
    let root = std::fs::read_to_string("/proc/self/status")
        .unwrap()
        .lines()
        .any(|line| line.starts_with("Uid:\t0\t"));
    if !root {
        println!("skipped: making network namespaces needs root");
    }
    root
}
