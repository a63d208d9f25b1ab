//! Tests of one connection: two sessions that speak to each other in memory, and bytes of every kind.

use proptest::prelude::*;

use super::*;
use crate::bgp::config::Advertisement;

const SECOND: Duration = Duration::from_secs(1);

fn identity(last: u8, asn: u32) -> Identity {
    Identity { router_id: std::net::Ipv4Addr::new(10, 0, 0, last), asn }
}

fn amazon() -> PeerConfig {
    PeerConfig::new("amazon", "169.254.96.1".parse().unwrap(), "169.254.96.2".parse().unwrap(), 65010)
}

fn customer() -> PeerConfig {
    PeerConfig::new("customer", "169.254.96.2".parse().unwrap(), "169.254.96.1".parse().unwrap(), 64512)
}

fn pair(change: impl FnOnce(&mut PeerConfig, &mut PeerConfig), now: Instant) -> (Session, Session) {
    let (mut ours, mut theirs) = (amazon(), customer());
    change(&mut ours, &mut theirs);
    let a = Session::start(identity(1, 64512), &ours, Origin::Remote, now);
    let b = Session::start(identity(2, 65010), &theirs, Origin::Local, now);
    (a, b)
}

/// Carries bytes to and fro until both are silent.
fn exchange(a: &mut Session, b: &mut Session, now: Instant) -> (Vec<Output>, Vec<Output>) {
    let (mut from_a, mut from_b) = (Vec::new(), Vec::new());
    while a.has_output() || b.has_output() {
        let bytes = a.output().split();
        b.receive(&bytes);
        from_b.extend(std::iter::from_fn(|| b.next(now)));
        let bytes = b.output().split();
        a.receive(&bytes);
        from_a.extend(std::iter::from_fn(|| a.next(now)));
    }
    (from_a, from_b)
}

fn sent_code(session: &Session) -> Option<(Direction, u8, u8)> {
    let (direction, notification) = session.closed()?.notification.as_ref()?;
    Some((*direction, notification.code.as_u8(), notification.subcode))
}

#[test]
fn two_sessions_establish_and_tell_routes() {
    let now = Instant::now();
    let (mut a, mut b) = pair(|_, _| {}, now);
    let (outputs, _) = exchange(&mut a, &mut b, now);
    assert!(
        matches!(outputs[..], [Output::OpenAccepted(remote), Output::Established] if remote == identity(2, 65010))
    );
    assert_eq!((a.state(), b.state()), (PeerState::Established, PeerState::Established));
    let routes: Vec<Advertisement> = vec!["192.168.10.0/24".parse::<ipnet::IpNet>().unwrap().into()];
    let updates = message::announcements(&routes, b.context());
    b.send_updates(updates);
    let (outputs, _) = exchange(&mut a, &mut b, now);
    assert!(
        matches!(&outputs[..], [Output::Update(received)] if received.announced[0].prefix == routes[0].prefix)
    );
}

#[test]
fn the_smaller_hold_time_is_used_and_expires() {
    let now = Instant::now();
    let (mut a, mut b) = pair(|_, theirs| theirs.hold_time = 9, now);
    exchange(&mut a, &mut b, now);
    assert_eq!(a.negotiated().unwrap().hold_time, 9);
    a.tick(now + 3 * SECOND);
    assert!(a.has_output(), "a keepalive is due after a third");
    a.output().clear();
    a.tick(now + 9 * SECOND);
    assert_eq!(sent_code(&a), Some((Direction::Sent, 4, 0)));
    assert!(a.closed().unwrap().reason.starts_with("notification 4/0 hold timer expired"));
}

#[test]
fn a_connection_without_open_ends_after_our_hold_time() {
    let now = Instant::now();
    let mut a = Session::start(identity(1, 64512), &amazon(), Origin::Remote, now);
    a.tick(now + 89 * SECOND);
    assert!(a.closed().is_none());
    a.tick(now + 90 * SECOND);
    assert_eq!(sent_code(&a), Some((Direction::Sent, 4, 0)));
}

#[test]
fn unacceptable_opens_are_refused_by_code() {
    let now = Instant::now();
    type Change = fn(&mut PeerConfig, &mut PeerConfig);
    let cases: [(&str, Change, (u8, u8)); 4] = [
        ("another AS", |ours, _| ours.remote_asn = 65011, (2, 2)),
        ("four octets", |ours, _| ours.remote_asn = 4_200_000_000, (2, 2)),
        ("hold time 0", |_, theirs| theirs.hold_time = 0, (2, 6)),
        ("hold time 2", |_, theirs| theirs.hold_time = 2, (2, 6)),
    ];
    for (name, change, (code, subcode)) in cases {
        let (mut a, mut b) = pair(change, now);
        let opening = b.output().split();
        a.receive(&opening);
        assert!(a.next(now).is_none());
        assert_eq!(sent_code(&a), Some((Direction::Sent, code, subcode)), "{name}");
        let answer = a.output().split();
        b.receive(&answer);
        while b.next(now).is_some() {}
        assert_eq!(sent_code(&b), Some((Direction::Received, code, subcode)), "{name}");
    }
}

#[test]
fn messages_are_read_one_at_a_time_and_not_after_the_end() {
    let now = Instant::now();
    let (mut a, mut b) = pair(|_, _| {}, now);
    let opening = [&b.output().split()[..], &encode_message(&Message::Keepalive).unwrap()[..]].concat();
    a.receive(&opening);
    assert!(matches!(a.next(now), Some(Output::OpenAccepted(_))));
    assert_eq!(a.state(), PeerState::OpenConfirm, "the keepalive has not been looked at");
    a.cease(cease_subcode::CONNECTION_COLLISION_RESOLUTION, bytes::Bytes::new(), "");
    assert!(a.next(now).is_none());
    assert!(a.closed().unwrap().is_collision());
}

#[test]
fn only_the_first_cause_is_told() {
    let now = Instant::now();
    let (mut a, _) = pair(|_, _| {}, now);
    a.cease(cease_subcode::MAX_PREFIXES, bytes::Bytes::new(), "detail");
    a.disconnected("gone".into(), now);
    a.tick(now + 900 * SECOND);
    assert_eq!(a.closed().unwrap().reason, "notification 6/1 maximum number of prefixes reached, detail");
}

#[test]
fn messages_out_of_turn_are_state_machine_errors() {
    let now = Instant::now();
    let update = Message::Update(message::end_of_rib(&message::test_context()).unwrap());
    for early in [Message::Keepalive, update] {
        let (mut a, _) = pair(|_, _| {}, now);
        a.receive(&encode_message(&early).unwrap());
        assert!(a.next(now).is_none());
        assert_eq!(sent_code(&a), Some((Direction::Sent, 5, 0)));
    }
}

#[test]
fn a_peer_that_does_not_read_is_closed() {
    let now = Instant::now();
    let (mut a, mut b) = pair(|_, _| {}, now);
    exchange(&mut a, &mut b, now);
    let marker = message::end_of_rib(a.context()).unwrap();
    a.send_updates(std::iter::repeat_n(marker, MAX_OUTPUT / 23 + 1));
    assert_eq!(a.closed().unwrap().reason, "the peer does not read");
    assert!(a.output().len() < MAX_OUTPUT);
}

/// What a peer says to come up: OPEN and KEEPALIVE.
fn opening(now: Instant) -> Vec<u8> {
    let mut said = pair(|_, _| {}, now).1.output().split().to_vec();
    said.extend_from_slice(&encode_message(&Message::Keepalive).unwrap());
    said
}

fn pair_established(now: Instant) -> Session {
    let (mut a, mut b) = pair(|_, _| {}, now);
    exchange(&mut a, &mut b, now);
    a
}

proptest! {
    #[test]
    fn any_bytes_are_survived(chunks: Vec<Vec<u8>>, up: bool) {
        let now = Instant::now();
        let mut session = if up { pair_established(now) } else { pair(|_, _| {}, now).0 };
        for chunk in chunks {
            session.receive(&chunk);
            while session.next(now).is_some() {}
        }
        session.tick(now + 1000 * SECOND);
    }

    /// Well-framed messages with any type and body reach every decoder behind the framing.
    #[test]
    fn any_message_is_survived(
        messages in proptest::collection::vec((0_u8..8, proptest::collection::vec(any::<u8>(), 0..64)), 0..8),
        up: bool,
    ) {
        let now = Instant::now();
        let mut session = if up { pair_established(now) } else { pair(|_, _| {}, now).0 };
        for (kind, body) in messages {
            let length = u16::try_from(19 + body.len()).unwrap();
            let bytes = [&[0xFF; 16][..], &length.to_be_bytes(), &[kind], &body].concat();
            session.receive(&bytes);
            while session.next(now).is_some() {}
        }
        prop_assert!(session.output().len() < 64 * 1024);
    }

    #[test]
    fn a_damaged_opening_is_survived(at in 0_usize..200, value: u8, split in 0_usize..200) {
        let now = Instant::now();
        let mut said = opening(now);
        let at = at % said.len();
        said[at] = value;
        let mut session = pair(|_, _| {}, now).0;
        let (first, second) = said.split_at(split % said.len());
        for part in [first, second] {
            session.receive(part);
            while session.next(now).is_some() {}
        }
    }
}
