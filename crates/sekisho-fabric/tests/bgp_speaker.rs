//! The speaker against itself, and against peers that do what no router does: collide on purpose, speak nonsense, come
//! from nowhere. On a real kernel.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "helpers of tests are tests")]

mod bgp_support;

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::time::{Duration, Instant};

use bgp_support::{
    AMAZON, AMAZON_ASN, CUSTOMER, CUSTOMER_ASN, KEY, Ours, PATIENCE, Vif, can_run, prefixes, to_amazon,
    to_customer, wait_for,
};
use bytes::Bytes;
use ipnet::IpNet;
use rustbgpd_wire::{
    Afi, Capability, Message, NotificationMessage, OpenMessage, Safi, decode_message, encode_message,
};
use sekisho_fabric::bgp::{
    Advertisement, BgpEvent, ConfigError, Connect, Direction, PeerConfig, PeerState, PeerStatus, Speaker,
    SpeakerConfig, SpeakerError, best_path,
};
use socket2::{Domain, Socket, Type};

fn advertise(prefixes: &[String]) -> Vec<Advertisement> {
    prefixes.iter().map(|prefix| prefix.parse::<IpNet>().unwrap().into()).collect()
}

fn customer(vif: &Vif, peer: PeerConfig) -> Ours {
    Ours::start(&vif.customer, CUSTOMER_ASN, [10, 255, 0, 2], vec![peer])
}

fn with_key(peer: PeerConfig) -> PeerConfig {
    PeerConfig { auth_key: Some(KEY.into()), ..peer }
}

#[test]
fn two_of_us_meet_and_part() {
    if !can_run(&[]) {
        return;
    }
    let vif = Vif::new();
    let amazon = Ours::amazon(&vif, with_key(to_customer()));
    let mut site = customer(&vif, with_key(to_amazon()));
    amazon.wait_up();
    site.wait_up();
    assert_eq!(amazon.wait_accepted(1).accepted[0].prefix.to_string(), "192.168.10.0/24");
    let learned = site.wait_accepted(1);
    assert_eq!(learned.accepted[0].as_path, [AMAZON_ASN]);
    assert_eq!(learned.accepted[0].next_hop.to_string(), AMAZON);
    assert!(learned.uptime(Instant::now()).is_some());
    wait_for("the end of the RIB", || {
        site.events().iter().any(|event| matches!(event, BgpEvent::EndOfRib { .. })).then_some(())
    });

    amazon.handle.shutdown();
    site.wait_error("notification 6/2 administrative shutdown, received");
    site.wait_accepted(0);
}

#[test]
fn a_peer_taken_out_or_changed_is_told_why() {
    if !can_run(&[]) {
        return;
    }
    let vif = Vif::new();
    let mut amazon = Ours::amazon(&vif, to_customer());
    let mut site = customer(&vif, to_amazon());
    let first = amazon.wait_up();
    site.wait_up();

    amazon.change(|peer| peer.hold_time = 30);
    let told = |events: &[BgpEvent], wanted: u8| {
        events.iter().any(|event| {
            matches!(event, BgpEvent::Notification { direction: Direction::Received, code: 6, subcode, .. }
                if *subcode == wanted)
        })
    };
    let mut events = Vec::new();
    wait_for("the change to be told", || {
        events.extend(site.events());
        told(&events, 6).then_some(())
    });
    amazon.wait("another session is up", |status| {
        status.is_up() && status.established_at != first.established_at
    });

    let peers = std::mem::take(&mut amazon.config.peers);
    amazon.handle.update(amazon.config.clone()).unwrap();
    wait_for("the end to be told", || {
        events.extend(site.events());
        told(&events, 3).then_some(())
    });
    wait_for("the peer to be forgotten", || amazon.handle.snapshot().is_empty().then_some(()));

    amazon.config.peers = peers;
    amazon.handle.update(amazon.config.clone()).unwrap();
    amazon.wait_up();
}

/// The key is changed at one end, then at the other: the session ends and heals.
#[test]
fn keys_are_rotated() {
    if !can_run(&[]) {
        return;
    }
    let vif = Vif::new();
    let mut amazon = Ours::amazon(&vif, with_key(to_customer()));
    let mut site = customer(&vif, with_key(to_amazon()));
    let first = amazon.wait_up();
    amazon.change(|peer| peer.auth_key = Some("0xanother".into()));
    amazon.wait_error("signed with another key came in: the authentication keys differ");
    site.change(|peer| peer.auth_key = Some("0xanother".into()));
    let second = amazon.wait_up();
    assert_ne!(first.established_at, second.established_at);
}

/// Who only listens never sees a wrongly signed connection, and yet can say why nobody comes.
#[test]
fn a_wrong_key_is_suspected_by_the_listener_too() {
    if !can_run(&[]) {
        return;
    }
    let vif = Vif::new();
    let amazon = Ours::amazon(&vif, PeerConfig { connect: Connect::Passive, ..with_key(to_customer()) });
    let key = Some("0xwrong".to_owned());
    let mut site = customer(&vif, PeerConfig { connect: Connect::Active, auth_key: key, ..to_amazon() });
    let status =
        amazon.wait_error("no connection from 169.254.96.2: segments signed with another key came in");
    assert_eq!(status.state, PeerState::Active);
    site.change(|peer| peer.auth_key = Some(KEY.into()));
    assert_eq!(amazon.wait_up().last_error, None);
}

#[test]
fn a_link_that_goes_and_comes_heals() {
    if !can_run(&[]) {
        return;
    }
    let vif = Vif::new();
    let amazon = Ours::amazon(&vif, PeerConfig { hold_time: 3, ..with_key(to_customer()) });
    let site = customer(&vif, PeerConfig { hold_time: 3, ..with_key(to_amazon()) });
    amazon.wait_accepted(1);
    site.wait_accepted(1);
    vif.customer.ip("link set dev dx0 down");
    amazon.wait_error("notification 4/0 hold timer expired, sent");
    site.wait("the customer's end is down", |status| !status.is_up());
    vif.customer.ip("link set dev dx0 up");
    amazon.wait_accepted(1);
    site.wait_accepted(1);
}

/// The limit is the family's, inclusive, and a customer beyond it never flickers up.
#[test]
fn one_prefix_too_many_is_one_too_many() {
    if !can_run(&[]) {
        return;
    }
    let vif = Vif::new();
    let mut amazon = Ours::amazon(&vif, to_customer());
    let mut site = customer(&vif, PeerConfig { advertise: advertise(&prefixes(101)), ..to_amazon() });
    let idle = amazon
        .wait_error("notification 6/1 maximum number of prefixes reached, sent: more than 100 IPv4 prefixes");
    assert_eq!(idle.state, PeerState::Idle);
    site.wait("the customer knows why", |status| {
        status.last_error.as_deref() == Some("notification 6/1 maximum number of prefixes reached, received")
    });
    let before = amazon.events();
    assert!(!before.iter().any(|event| matches!(event, BgpEvent::Learned { .. })));
    let mut refusals = 0;
    wait_for("two more refusals", || {
        for event in amazon.events() {
            assert!(!matches!(event, BgpEvent::PeerUp { .. } | BgpEvent::Learned { .. }), "{event:?}");
            refusals += usize::from(matches!(event, BgpEvent::Notification { code: 6, subcode: 1, .. }));
        }
        (refusals >= 2).then_some(())
    });
    site.change(|peer| peer.advertise = advertise(&prefixes(100)));
    assert_eq!(amazon.wait_accepted(100).state, PeerState::Established);
    site.wait_accepted(1);
}

/// Two virtual interfaces of one speaker: preference, then path length, then both.
#[test]
fn two_interfaces_are_chosen_between() {
    if !can_run(&[]) {
        return;
    }
    let vif = Vif::new();
    vif.amazon.ip("address add 169.254.97.1/30 dev vif0");
    vif.customer.ip("address add 169.254.97.2/30 dev dx0");
    let second = |peer: PeerConfig, local: &str, remote: &str| PeerConfig {
        id: format!("{}-b", peer.id),
        local_addr: local.parse().unwrap(),
        remote_addr: remote.parse().unwrap(),
        ..peer
    };
    let ours = second(to_customer(), "169.254.97.1", "169.254.97.2");
    let theirs = second(to_amazon(), "169.254.97.2", "169.254.97.1");
    let amazon = Ours::start(&vif.amazon, AMAZON_ASN, [10, 255, 0, 1], vec![to_customer(), ours]);
    let mut site = Ours::start(&vif.customer, CUSTOMER_ASN, [10, 255, 0, 2], vec![to_amazon(), theirs]);
    let chosen = |wanted: &[&str]| {
        wait_for(&format!("{wanted:?} to be used"), || {
            let best = best_path(&amazon.handle.snapshot());
            let peers: Vec<String> = best.first()?.paths.iter().map(|(peer, _)| peer.clone()).collect();
            (best.len() == 1 && peers == wanted).then_some(())
        });
    };
    chosen(&["dxpeer-1", "dxpeer-1-b"]);
    let mut change = |peer: usize, change: fn(&mut Advertisement)| {
        change(&mut site.config.peers[peer].advertise[0]);
        site.handle.update(site.config.clone()).unwrap();
    };
    change(0, |route| route.prepend = 3);
    chosen(&["dxpeer-1-b"]);
    change(0, |route| route.communities = vec![7224 << 16 | 7300]);
    chosen(&["dxpeer-1"]);
    change(1, |route| {
        *route =
            Advertisement { med: Some(5), prepend: 3, communities: vec![7224 << 16 | 7300], ..route.clone() }
    });
    chosen(&["dxpeer-1"]);
    change(1, |route| route.med = None);
    chosen(&["dxpeer-1", "dxpeer-1-b"]);
}

#[test]
fn what_cannot_be_is_refused_at_once() {
    let config = SpeakerConfig { local_asn: 0, router_id: Ipv4Addr::LOCALHOST, peers: vec![] };
    let (events, _receiver) = tokio::sync::mpsc::unbounded_channel();
    let error = Speaker::spawn(config.clone(), || Ok(()), events.clone()).unwrap_err();
    assert!(matches!(error, SpeakerError::Config(ConfigError::ReservedAsn(0))));
    let config = SpeakerConfig { local_asn: 64512, ..config };
    let enter = || Err(std::io::ErrorKind::PermissionDenied.into());
    let error = Speaker::spawn(config.clone(), enter, events.clone()).unwrap_err();
    assert_eq!(error.to_string(), "cannot start the speaker: permission denied");
    let handle = Speaker::spawn(config.clone(), || Ok(()), events).unwrap();
    let wrong = SpeakerConfig { router_id: Ipv4Addr::UNSPECIFIED, ..config };
    assert!(matches!(handle.update(wrong), Err(SpeakerError::Config(ConfigError::ZeroRouterId))));
    handle.shutdown();
}

/// A port that is taken is named, and had when it is free.
#[test]
fn a_taken_port_is_named_and_healed() {
    if !can_run(&[]) {
        return;
    }
    let vif = Vif::new();
    let taken = vif.amazon.run(|| TcpListener::bind(SocketAddr::new(AMAZON.parse().unwrap(), 179)).unwrap());
    let amazon = Ours::amazon(&vif, PeerConfig { connect: Connect::Passive, ..to_customer() });
    amazon.wait_error("cannot listen on 169.254.96.1:179: Address already in use");
    drop(taken);
    let site = customer(&vif, PeerConfig { connect: Connect::Active, ..to_amazon() });
    amazon.wait_up();
    drop(site);
}

/// One BGP connection made by hand, from the customer's namespace.
struct Script(TcpStream);

impl Script {
    fn dial(vif: &Vif, local: &'static str) -> Self {
        let stream = vif.customer.run(move || {
            let deadline = Instant::now() + PATIENCE;
            loop {
                let socket = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
                socket.bind(&SocketAddr::new(local.parse().unwrap(), 0).into()).unwrap();
                match socket.connect(&SocketAddr::new(AMAZON.parse().unwrap(), 179).into()) {
                    Ok(()) => return TcpStream::from(socket),
                    Err(error) => assert!(Instant::now() < deadline, "cannot dial: {error}"),
                }
                std::thread::park_timeout(Duration::from_millis(10));
            }
        });
        Self::new(stream)
    }

    fn new(stream: TcpStream) -> Self {
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        Self(stream)
    }

    fn send(&mut self, message: &Message) {
        self.0.write_all(&encode_message(message).unwrap()).unwrap();
    }

    fn send_open(&mut self, router_id: [u8; 4]) {
        self.send(&Message::Open(OpenMessage {
            version: 4,
            my_as: u16::try_from(CUSTOMER_ASN).unwrap(),
            hold_time: 90,
            bgp_identifier: Ipv4Addr::from(router_id),
            capabilities: vec![
                Capability::MultiProtocol { afi: Afi::Ipv4, safi: Safi::Unicast },
                Capability::FourOctetAs { asn: CUSTOMER_ASN },
            ],
        }));
    }

    /// The next message, or `None` when the connection is closed.
    fn receive(&mut self) -> Option<Message> {
        let mut header = [0; 19];
        self.0.read_exact(&mut header).ok()?;
        let mut message = vec![0; usize::from(u16::from_be_bytes([header[16], header[17]]))];
        message[..19].copy_from_slice(&header);
        self.0.read_exact(&mut message[19..]).ok()?;
        Some(decode_message(&mut Bytes::from(message), 4096).unwrap())
    }

    fn expect_open(&mut self) {
        assert!(matches!(self.receive(), Some(Message::Open(_))));
    }

    fn expect_keepalive(&mut self) {
        assert!(matches!(self.receive(), Some(Message::Keepalive)));
    }

    /// What ends the connection, whatever came before.
    fn expect_notification(&mut self) -> Option<NotificationMessage> {
        loop {
            match self.receive()? {
                Message::Notification(notification) => return Some(notification),
                _ => continue,
            }
        }
    }

    fn expect_collision(&mut self) {
        let notification = self.expect_notification().expect("a NOTIFICATION before the end");
        assert_eq!((notification.code.as_u8(), notification.subcode), (6, 7));
        assert!(self.receive().is_none(), "closed after it");
    }
}

/// Both connections open, the OPENs given in either order: the one whose opener has the higher identifier stays.
fn collide(their_id: [u8; 4], dialled_first: bool) {
    if !can_run(&[]) {
        return;
    }
    let vif = Vif::new();
    let listener =
        vif.customer.run(|| TcpListener::bind(SocketAddr::new(CUSTOMER.parse().unwrap(), 179)).unwrap());
    let amazon = Ours::amazon(&vif, PeerConfig { hold_time: 90, ..to_customer() });
    let mut by_us = Script::new(listener.accept().unwrap().0);
    let mut by_them = Script::dial(&vif, CUSTOMER);
    by_us.expect_open();
    by_them.expect_open();
    {
        let (first, second) =
            if dialled_first { (&mut by_us, &mut by_them) } else { (&mut by_them, &mut by_us) };
        first.send_open(their_id);
        first.expect_keepalive();
        second.send_open(their_id);
    }
    let ours_wins = [10, 255, 0, 1] > their_id;
    let (winner, loser) = if ours_wins { (&mut by_us, &mut by_them) } else { (&mut by_them, &mut by_us) };
    loser.expect_collision();
    winner.send(&Message::Keepalive);
    let up = amazon.wait_up();
    assert_eq!(up.remote_router_id, Some(Ipv4Addr::from(their_id)));
    assert_eq!(up.last_error, None);
}

#[test]
fn a_collision_we_win_dialled_first() {
    collide([10, 0, 0, 1], true);
}

#[test]
fn a_collision_we_win_accepted_first() {
    collide([10, 0, 0, 1], false);
}

#[test]
fn a_collision_they_win_dialled_first() {
    collide([10, 255, 0, 9], true);
}

#[test]
fn a_collision_they_win_accepted_first() {
    collide([10, 255, 0, 9], false);
}

/// A second connection while one is established is closed, and the first not disturbed.
#[test]
fn an_established_connection_stays() {
    if !can_run(&[]) {
        return;
    }
    let vif = Vif::new();
    let listener =
        vif.customer.run(|| TcpListener::bind(SocketAddr::new(CUSTOMER.parse().unwrap(), 179)).unwrap());
    let amazon = Ours::amazon(&vif, PeerConfig { hold_time: 90, ..to_customer() });
    let mut first = Script::new(listener.accept().unwrap().0);
    first.expect_open();
    first.send_open([10, 255, 0, 9]);
    first.send(&Message::Keepalive);
    let up = amazon.wait_up();
    let mut second = Script::dial(&vif, CUSTOMER);
    second.expect_open();
    second.send_open([10, 255, 0, 9]);
    second.expect_collision();
    assert_eq!(amazon.wait_up().established_at, up.established_at);
}

/// Nobody's connection is closed without a word; nonsense is answered and forgotten.
#[test]
fn strangers_and_nonsense_do_no_harm() {
    if !can_run(&[]) {
        return;
    }
    let vif = Vif::new();
    vif.customer.ip("address add 169.254.99.2/32 dev dx0");
    vif.amazon.ip("route add 169.254.99.2/32 dev vif0");
    let amazon = Ours::amazon(&vif, PeerConfig { connect: Connect::Passive, ..to_customer() });
    let mut stranger = Script::dial(&vif, "169.254.99.2");
    assert!(stranger.receive().is_none());

    let mut marker = Script::dial(&vif, CUSTOMER);
    marker.expect_open();
    marker.0.write_all(&[0; 19]).unwrap();
    let answer = marker.expect_notification().unwrap();
    assert_eq!((answer.code.as_u8(), answer.subcode), (1, 1));
    amazon.wait_error("notification 1/1 connection not synchronized, sent");

    let mut early = Script::dial(&vif, CUSTOMER);
    early.expect_open();
    early.send(&Message::Keepalive);
    assert_eq!(early.expect_notification().unwrap().code.as_u8(), 5);

    let mut no_hold = Script::dial(&vif, CUSTOMER);
    no_hold.expect_open();
    no_hold.send(&Message::Open(OpenMessage {
        version: 4,
        my_as: u16::try_from(CUSTOMER_ASN).unwrap(),
        hold_time: 0,
        bgp_identifier: Ipv4Addr::new(10, 255, 0, 9),
        capabilities: vec![],
    }));
    let answer = no_hold.expect_notification().unwrap();
    assert_eq!((answer.code.as_u8(), answer.subcode), (2, 6));

    let site = customer(&vif, to_amazon());
    amazon.wait("a session comes up after all that", PeerStatus::is_up);
    drop(site);
}

/// A router without capabilities (RFC 4271 alone), and a refresh.
#[test]
fn the_plainest_peer_is_served() {
    if !can_run(&[]) {
        return;
    }
    let vif = Vif::new();
    let amazon = Ours::amazon(&vif, PeerConfig { connect: Connect::Passive, hold_time: 90, ..to_customer() });
    let mut plain = Script::dial(&vif, CUSTOMER);
    plain.expect_open();
    plain.send(&Message::Open(OpenMessage {
        version: 4,
        my_as: u16::try_from(CUSTOMER_ASN).unwrap(),
        hold_time: 90,
        bgp_identifier: Ipv4Addr::new(10, 255, 0, 9),
        capabilities: vec![],
    }));
    plain.expect_keepalive();
    plain.send(&Message::Keepalive);
    amazon.wait_up();
    let update = |message| match message {
        Some(Message::Update(update)) => update.parse(false, false, &[]).unwrap(),
        other => panic!("not an UPDATE: {other:?}"),
    };
    let first = update(plain.receive());
    assert_eq!(first.announced[0].prefix.to_string(), "10.0.0.0/16");
    assert!(update(plain.receive()).announced.is_empty(), "the end of the RIB");
    plain.send(&Message::RouteRefresh(rustbgpd_wire::RouteRefreshMessage::new(Afi::Ipv4, Safi::Unicast)));
    assert_eq!(update(plain.receive()), first);
}
