//! What stays true whatever is called in whatever order.

use std::collections::BTreeSet;

use ipnet::Ipv4Net;
use proptest::prelude::*;
use sekisho_core::{World, direct_connect::VirtualInterface, vpc::Lifecycle};
use serde_json::json;

use super::lab::{GATEWAY, Lab, interface_body, text};

/// One step; the numbers choose among what is there.
#[derive(Clone, Debug)]
enum Step {
    CreateConnection,
    DeleteConnection(usize),
    CreateInterface { connection: usize, vlan: u16, third: Option<u8>, gateway: bool },
    DeleteInterface(usize),
    CreatePeer { interface: usize, third: Option<u8> },
    DeletePeer { interface: usize, peer: usize },
    SetMtu { interface: usize, mtu: i32 },
    Settle,
    Wait(i64),
}

fn step() -> impl Strategy<Value = Step> {
    let index = || 0usize..6;
    // A few VLANs and networks, so that they clash often.
    let third = || proptest::option::of(0u8..4);
    prop_oneof![
        2 => Just(Step::CreateConnection),
        1 => index().prop_map(Step::DeleteConnection),
        6 => (index(), 0u16..5, third(), proptest::bool::weighted(0.9)).prop_map(
            |(connection, vlan, third, gateway)| Step::CreateInterface { connection, vlan, third, gateway }
        ),
        3 => index().prop_map(Step::DeleteInterface),
        3 => (index(), third()).prop_map(|(interface, third)| Step::CreatePeer { interface, third }),
        3 => (index(), 0usize..3).prop_map(|(interface, peer)| Step::DeletePeer { interface, peer }),
        1 => (index(), prop_oneof![Just(1500), Just(8500), Just(9001)])
            .prop_map(|(interface, mtu)| Step::SetMtu { interface, mtu }),
        3 => Just(Step::Settle),
        1 => (0i64..20).prop_map(Step::Wait),
    ]
}

fn pick<T: Clone>(items: &[T], index: usize) -> Option<T> {
    items.get(index % items.len().max(1)).cloned()
}

/// Two pairs of networks, the wider of each pair overlapping the narrower; none: to be drawn.
fn addresses(third: Option<u8>) -> serde_json::Value {
    match third {
        None => json!({}),
        Some(third) => {
            let length = if third % 2 == 0 { 30 } else { 23 + third };
            json!({
                "amazonAddress": format!("10.0.{}.1/{length}", third / 2),
                "customerAddress": format!("10.0.{}.2/{length}", third / 2),
            })
        }
    }
}

fn run(lab: &mut Lab, step: &Step) {
    let connections: Vec<String> = lab.world.connections.keys().map(ToString::to_string).collect();
    let interfaces: Vec<String> = lab.world.virtual_interfaces.keys().map(ToString::to_string).collect();
    let (operation, body) = match step {
        Step::CreateConnection => {
            ("CreateConnection", json!({"location": "EqTY2", "bandwidth": "1Gbps", "connectionName": "c"}))
        }
        Step::DeleteConnection(index) => match pick(&connections, *index) {
            Some(id) => ("DeleteConnection", json!({"connectionId": id})),
            None => return,
        },
        Step::CreateInterface { connection, vlan, third, gateway } => {
            let Some(id) = pick(&connections, *connection) else { return };
            let mut over = addresses(*third);
            over["vlan"] = json!(vlan);
            over["virtualGatewayId"] = json!(if *gateway { GATEWAY } else { "vgw-0123" });
            ("CreatePrivateVirtualInterface", interface_body(&id, &over))
        }
        Step::DeleteInterface(index) => match pick(&interfaces, *index) {
            Some(id) => ("DeleteVirtualInterface", json!({"virtualInterfaceId": id})),
            None => return,
        },
        Step::CreatePeer { interface, third } => {
            let Some(id) = pick(&interfaces, *interface) else { return };
            let mut new = addresses(*third);
            new["asn"] = json!(65001);
            ("CreateBGPPeer", json!({"virtualInterfaceId": id, "newBGPPeer": new}))
        }
        Step::DeletePeer { interface, peer } => {
            let Some(found) = lab.world.virtual_interfaces.values().nth(*interface) else { return };
            let Some(peer) = found.bgp_peers.get(*peer) else { return };
            let body = json!({"virtualInterfaceId": found.id.as_str(), "bgpPeerId": peer.id.as_str()});
            ("DeleteBGPPeer", body)
        }
        Step::SetMtu { interface, mtu } => match pick(&interfaces, *interface) {
            Some(id) => ("UpdateVirtualInterfaceAttributes", json!({"virtualInterfaceId": id, "mtu": mtu})),
            None => return,
        },
        Step::Settle => return lab.settle(),
        Step::Wait(minutes) => return lab.wait_minutes(*minutes),
    };
    let before = lab.world.clone();
    if let Err(refused) = lab.call(operation, &body) {
        assert_eq!((refused.status, refused.code.as_str()), (400, "DirectConnectClientException"));
        assert!(!refused.message.is_empty());
        assert_eq!(lab.world, before, "a refused {operation} changed something");
    }
}

fn assert_laws(world: &World) {
    let live: Vec<&VirtualInterface> = world
        .virtual_interfaces
        .values()
        .map(|interface| &**interface)
        .filter(|interface| interface.state != Lifecycle::Deleted)
        .collect();
    let mut vlans = BTreeSet::new();
    let mut nets: Vec<Ipv4Net> = Vec::new();
    for interface in live {
        assert!((1..=4094).contains(&interface.vlan));
        assert!(matches!(interface.mtu, 1500 | 8500));
        assert!(vlans.insert((interface.connection_id.clone(), interface.vlan)), "a VLAN twice");
        assert!(world.vpn_gateways.contains_key(&interface.virtual_gateway_id));
        let connection = world.connections.get(&interface.connection_id).expect("its connection is there");
        assert!(matches!(connection.state, Lifecycle::Pending | Lifecycle::Available));
        assert!((1..=2).contains(&interface.bgp_peers.len()));
        for peer in &interface.bgp_peers {
            assert_eq!(peer.amazon_address.trunc(), peer.customer_address.trunc());
            assert_ne!(peer.amazon_address.addr(), peer.customer_address.addr());
            assert!((6..=80).contains(&peer.auth_key.len()));
            let net = peer.amazon_address.trunc();
            let clash = nets.iter().find(|other| other.contains(&net) || net.contains(*other));
            assert!(clash.is_none(), "{net} overlaps {clash:?}");
            nets.push(net);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_is_called_the_laws_hold(steps in proptest::collection::vec(step(), 1..60)) {
        let mut lab = Lab::new();
        for step in &steps {
            run(&mut lab, step);
            assert_laws(&lab.world);
        }
        // Every interface is listed, whatever its state.
        let listed = lab.ok("DescribeVirtualInterfaces", &json!({}));
        let ids: BTreeSet<String> = listed["virtualInterfaces"]
            .as_array()
            .unwrap()
            .iter()
            .map(|interface| text(&interface["virtualInterfaceId"]))
            .collect();
        let known: BTreeSet<String> = lab.world.virtual_interfaces.keys().map(ToString::to_string).collect();
        prop_assert_eq!(ids, known);
    }

    #[test]
    fn any_text_as_address_key_or_token_is_answered(text in "\\PC{0,40}", other in "[0-9./:a-f]{0,24}") {
        let mut lab = Lab::new();
        let id = lab.connection();
        for over in [
            json!({"amazonAddress": text, "customerAddress": other}),
            json!({"amazonAddress": other, "customerAddress": other}),
            json!({"authKey": text}),
            json!({"virtualInterfaceName": text}),
        ] {
            let _ = lab.call("CreatePrivateVirtualInterface", &interface_body(&id, &over));
            assert_laws(&lab.world);
        }
        for body in [json!({"nextToken": text}), json!({"nextToken": other}), json!({"connectionId": text})] {
            let listed = lab.call("DescribeConnections", &body);
            prop_assert!(listed.is_err());
        }
        let tags = lab.call("DescribeTags", &json!({"resourceArns": [text]}));
        prop_assert!(tags.is_err());
    }
}
