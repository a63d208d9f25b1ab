//! Tests of reading and writing UPDATEs.

use bytes::Bytes;
use proptest::prelude::*;

use super::*;

fn context_v6() -> Context {
    Context { local_addr: "2001:db8::1".parse().unwrap(), ..test_context() }
}

fn peer_context() -> Context {
    Context {
        local_asn: 65010,
        remote_asn: 64512,
        local_addr: "169.254.96.2".parse().unwrap(),
        four_octet_as: true,
    }
}

fn advertisement(prefix: &str) -> Advertisement {
    prefix.parse::<IpNet>().unwrap().into()
}

/// An UPDATE for 192.168.10.0/24 with these raw attributes.
fn update(attributes: &[&[u8]]) -> UpdateMessage {
    UpdateMessage {
        withdrawn_routes: Bytes::new(),
        path_attributes: attributes.concat().into(),
        nlri: Bytes::from_static(&[24, 192, 168, 10]),
    }
}

const ORIGIN: &[u8] = &[0x40, 1, 1, 0];
const PATH_65010: &[u8] = &[0x40, 2, 6, 2, 1, 0, 0, 0xFD, 0xF2];
const NEXT_HOP: &[u8] = &[0x40, 3, 4, 169, 254, 96, 2];

fn withdrawn() -> Received {
    Received { withdrawn: vec!["192.168.10.0/24".parse().unwrap()], ..Received::default() }
}

#[test]
fn what_one_side_writes_the_other_reads() {
    let advertised = [
        Advertisement { prepend: 2, med: Some(7), communities: vec![1, 2], ..advertisement("10.0.0.0/8") },
        advertisement("0.0.0.0/0"),
        advertisement("192.168.10.0/24"),
    ];
    let routes: Vec<Route> = announcements(&advertised, &peer_context())
        .iter()
        .flat_map(|update| decode(update, &test_context()).unwrap().announced)
        .collect();
    let prefixes: Vec<String> = routes.iter().map(|route| route.prefix.to_string()).collect();
    assert_eq!(prefixes, ["0.0.0.0/0", "192.168.10.0/24", "10.0.0.0/8"]);
    assert_eq!(routes[2].as_path, [65010, 65010, 65010]);
    assert_eq!((routes[2].med, routes[2].communities.as_slice()), (Some(7), [1, 2].as_slice()));
    assert_eq!(routes[2].next_hop, peer_context().local_addr);
}

#[test]
fn ipv6_goes_in_attributes() {
    let peer = Context { local_addr: "2001:db8::2".parse().unwrap(), ..peer_context() };
    let written = announcements(&[advertisement("2001:db8:1::/48")], &peer);
    let received = decode(&written[0], &context_v6()).unwrap();
    assert_eq!(received.announced[0].next_hop, peer.local_addr);
    let gone = withdrawals(&["2001:db8:1::/48".parse().unwrap()], &peer);
    let received = decode(&gone[0], &context_v6()).unwrap();
    assert_eq!(received.withdrawn, ["2001:db8:1::/48".parse::<IpNet>().unwrap()]);
    assert!(!received.end_of_rib);
}

#[test]
fn the_end_of_the_rib_is_told_and_heard() {
    for context in [test_context(), context_v6()] {
        let marker = end_of_rib(&context).unwrap();
        assert!(decode(&marker, &context).unwrap().end_of_rib);
    }
    assert!(!decode(&end_of_rib(&context_v6()).unwrap(), &test_context()).unwrap().end_of_rib);
}

#[test]
fn many_prefixes_are_cut_into_messages_that_fit() {
    let advertised: Vec<Advertisement> = (0..5_000_u32)
        .map(|n| Advertisement {
            prepend: 16,
            communities: (0..32).collect(),
            ..IpNet::new(std::net::Ipv6Addr::from(u128::from(n) << 32).into(), 128).unwrap().into()
        })
        .collect();
    let updates = announcements(&advertised, &context_v6());
    assert!(updates.iter().all(|update| update.encoded_len() <= 4096));
    assert_eq!(updates.len(), 5_000 / 150 + 1);
}

#[test]
fn a_usable_route_is_learned() {
    let received = decode(&update(&[ORIGIN, PATH_65010, NEXT_HOP]), &test_context()).unwrap();
    assert_eq!(received.announced.len(), 1);
    assert!(received.withdrawn.is_empty());
}

#[test]
fn unusable_routes_count_as_withdrawn() {
    let loop_path: &[u8] = &[0x40, 2, 10, 2, 2, 0, 0, 0xFD, 0xF2, 0, 0, 0xFC, 0];
    let foreign_path: &[u8] = &[0x40, 2, 6, 2, 1, 0, 0, 0xFD, 0xF3];
    let empty_path: &[u8] = &[0x40, 2, 0];
    let our_next_hop: &[u8] = &[0x40, 3, 4, 169, 254, 96, 1];
    let bad_origin: &[u8] = &[0x40, 1, 1, 9];
    let cases: [&[&[u8]]; 8] = [
        &[ORIGIN, loop_path, NEXT_HOP],
        &[ORIGIN, foreign_path, NEXT_HOP],
        &[ORIGIN, empty_path, NEXT_HOP],
        &[ORIGIN, PATH_65010, our_next_hop],
        &[bad_origin, PATH_65010, NEXT_HOP],
        &[PATH_65010, NEXT_HOP],
        &[ORIGIN, PATH_65010],
        &[ORIGIN, NEXT_HOP],
    ];
    for attributes in cases {
        assert_eq!(decode(&update(attributes), &test_context()), Ok(withdrawn()), "{attributes:?}");
    }
}

#[test]
fn local_preference_of_an_external_peer_is_ignored() {
    let local_pref: &[u8] = &[0x40, 5, 4, 0, 0, 1, 0];
    let broken: &[u8] = &[0x40, 5, 3, 0, 0, 1];
    for attribute in [local_pref, broken] {
        let received = decode(&update(&[ORIGIN, PATH_65010, NEXT_HOP, attribute]), &test_context()).unwrap();
        assert_eq!(received.announced.len(), 1);
    }
}

#[test]
fn unreadable_prefixes_end_the_session() {
    let broken = UpdateMessage { nlri: Bytes::from_static(&[33, 1, 2, 3, 4, 5]), ..update(&[ORIGIN]) };
    let notification = decode(&broken, &test_context()).unwrap_err();
    assert_eq!((notification.code.as_u8(), notification.subcode), (3, 10));
}

#[test]
fn notifications_are_told_in_words() {
    let text = |code, subcode, data: &'static [u8]| {
        describe(&NotificationMessage::new(
            NotificationCode::from_u8(code),
            subcode,
            Bytes::from_static(data),
        ))
    };
    assert_eq!(text(6, 1, &[]), "notification 6/1 maximum number of prefixes reached");
    assert_eq!(text(2, 2, &[]), "notification 2/2 bad peer as");
    assert_eq!(text(6, 2, b"\x03bye"), "notification 6/2 administrative shutdown (bye)");
    assert_eq!(text(6, 2, b"\x02\x1b\n"), "notification 6/2 administrative shutdown (\\u{1b}\\n)");
    assert_eq!(text(99, 3, &[]), "notification 99/3 unknown error code");
}

#[test]
fn the_limit_is_told_with_its_family() {
    assert_eq!(prefix_limit_data(Afi::Ipv4, 100)[..], [0, 1, 1, 0, 0, 0, 100]);
    assert_eq!(prefix_limit_data(Afi::Ipv6, 256)[..], [0, 2, 1, 0, 0, 1, 0]);
}

proptest! {
    #[test]
    fn any_update_is_read_or_refused(withdrawn: Vec<u8>, attributes: Vec<u8>, nlri: Vec<u8>, four: bool, v6: bool) {
        let context = if v6 { context_v6() } else { test_context() };
        let update = UpdateMessage {
            withdrawn_routes: withdrawn.into(),
            path_attributes: attributes.into(),
            nlri: nlri.into(),
        };
        let _ = decode(&update, &Context { four_octet_as: four, ..context });
    }

    #[test]
    fn damaged_attributes_are_read_or_refused(at in 0_usize..32, value: u8, cut in 0_usize..32) {
        let mut attributes = [ORIGIN, PATH_65010, NEXT_HOP, &[0xC0, 8, 4, 0x1C, 0x38, 0x1C, 0x84]].concat();
        let at = at % attributes.len();
        attributes[at] = value;
        attributes.truncate(attributes.len() - cut % attributes.len());
        let _ = decode(&update(&[&attributes]), &test_context());
    }
}
