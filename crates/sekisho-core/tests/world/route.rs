//! What a route table contains: priorities, states, and the limit of propagated routes.

use proptest::prelude::*;
use sekisho_core::{
    World,
    route::{RouteOrigin, learned_prefixes, routes_of},
    vpc::{RouteTarget, StaticRoute},
};

use crate::{
    reference::{self, bent, interface, net, session, table, to_gateway, virtual_interface, with},
    strategy,
};

/// The main table's routes, printed.
fn routes(world: &World) -> Vec<String> {
    printed(world, "rtb-main")
}

fn printed(world: &World, table: &str) -> Vec<String> {
    routes_of(world, &world.route_tables[table])
        .iter()
        .map(|route| {
            let target = match &route.target {
                RouteTarget::Local => "local",
                RouteTarget::VpnGateway(id) => id.as_str(),
                RouteTarget::NetworkInterface(id) => id.as_str(),
            };
            let state = if route.active { "active" } else { "blackhole" };
            format!("{} {target} {} {state}", route.destination, route.origin.as_str())
        })
        .collect()
}

fn with_static(world: &World, routes: Vec<StaticRoute>) -> World {
    let main = bent(&world.route_tables["rtb-main"], |table| table.routes = routes);
    world.apply(&[main.into()])
}

#[test]
fn local_then_static_as_made_then_propagated() {
    let world = with([session("dxpeer-1", "dxvif-1", &["192.168.10.0/24", "172.31.0.0/16"]).into()]);
    let to_interface = StaticRoute {
        destination: net("10.0.9.0/24"),
        target: RouteTarget::NetworkInterface("eni-a".into()),
    };
    let to_nothing = StaticRoute {
        destination: net("10.0.8.0/24"),
        target: RouteTarget::NetworkInterface("eni-x".into()),
    };
    let world = with_static(
        &world,
        vec![
            to_gateway("203.0.113.0/24", "vgw-1"),
            to_gateway("198.51.100.0/24", "vgw-x"),
            to_interface,
            to_nothing,
        ],
    );
    assert_eq!(
        routes(&world),
        [
            "10.0.0.0/16 local CreateRouteTable active",
            "203.0.113.0/24 vgw-1 CreateRoute active",
            "198.51.100.0/24 vgw-x CreateRoute blackhole",
            "10.0.9.0/24 eni-a CreateRoute active",
            "10.0.8.0/24 eni-x CreateRoute blackhole",
            "172.31.0.0/16 vgw-1 EnableVgwRoutePropagation active",
            "192.168.10.0/24 vgw-1 EnableVgwRoutePropagation active",
        ],
    );
}

#[test]
fn static_stands_before_propagated_even_when_it_leads_nowhere() {
    let world = with_static(&reference::world(), vec![to_gateway("192.168.10.0/24", "vgw-x")]);
    assert_eq!(
        routes(&world),
        ["10.0.0.0/16 local CreateRouteTable active", "192.168.10.0/24 vgw-x CreateRoute blackhole"],
    );
    // Another prefix length is another route; the longest decides, whatever it is.
    let world = with_static(&reference::world(), vec![to_gateway("192.168.0.0/16", "vgw-x")]);
    assert_eq!(routes(&world).len(), 3);
}

#[test]
fn propagated_stays_out_of_the_vpc_itself() {
    let learned = ["10.0.0.0/16", "10.0.0.0/17", "10.0.1.10/32", "10.0.0.0/15", "10.1.0.0/16"];
    let world = with([session("dxpeer-1", "dxvif-1", &learned).into()]);
    assert_eq!(
        routes(&world),
        [
            "10.0.0.0/16 local CreateRouteTable active",
            "10.0.0.0/15 vgw-1 EnableVgwRoutePropagation active",
            "10.1.0.0/16 vgw-1 EnableVgwRoutePropagation active",
        ],
    );
}

#[test]
fn host_bits_do_not_make_another_route() {
    let world = with([session("dxpeer-1", "dxvif-1", &["192.168.10.7/24", "192.168.10.0/24"]).into()]);
    assert_eq!(learned_prefixes(&world, &"vgw-1".into()), [net("192.168.10.0/24")]);
}

#[test]
fn a_table_takes_a_hundred_propagated_routes() {
    let prefixes = |from: u32, count: u32| -> Vec<String> {
        (from..from + count).map(|number| format!("172.16.{number}.0/24")).collect()
    };
    for (first, second, expected) in [(99, 0, 99), (100, 0, 100), (100, 1, 100), (100, 100, 100)] {
        let one = prefixes(0, first);
        let two = prefixes(first, second);
        let texts = |list: &[String]| -> Vec<&'static str> {
            list.iter().map(|text| &*Box::leak(text.clone().into_boxed_str())).collect()
        };
        let world = with([
            session("dxpeer-1", "dxvif-1", &texts(&one)).into(),
            virtual_interface("dxvif-2", "vgw-1", "dxpeer-2").into(),
            session("dxpeer-2", "dxvif-2", &texts(&two)).into(),
        ]);
        let table = &world.route_tables["rtb-main"];
        let propagated: Vec<_> = routes_of(&world, table)
            .into_iter()
            .filter(|route| route.origin == RouteOrigin::EnableVgwRoutePropagation)
            .map(|route| route.destination)
            .collect();
        assert_eq!(propagated.len(), expected, "{first} + {second}");
        assert!(propagated.is_sorted(), "the same ones each time");
        // The gateway itself knows them all.
        assert_eq!(learned_prefixes(&world, &"vgw-1".into()).len(), (first + second) as usize);
    }
}

#[test]
fn shadowed_prefixes_do_not_use_the_limit_up() {
    let prefixes: Vec<String> = (0..150).map(|number| format!("10.0.{number}.0/24")).collect();
    let mut learned: Vec<&str> = prefixes.iter().map(String::as_str).collect();
    learned.push("192.168.10.0/24");
    let world = with([session("dxpeer-1", "dxvif-1", &learned).into()]);
    assert_eq!(routes(&world).last().unwrap(), "192.168.10.0/24 vgw-1 EnableVgwRoutePropagation active");
}

#[test]
fn a_gateway_twice_in_a_table_propagates_once() {
    let mut main = table("rtb-main", "vpc-1", &[None]);
    main.propagating_gateways = vec!["vgw-1".into(), "vgw-1".into(), "vgw-x".into()];
    assert_eq!(routes(&with([main.into()])).len(), 2);
}

#[test]
fn a_table_of_a_vpc_that_is_not_there_has_no_local_route() {
    let mut lost = table("rtb-x", "vpc-x", &[None]);
    lost.routes = vec![to_gateway("0.0.0.0/0", "vgw-1")];
    assert_eq!(printed(&with([lost.into()]), "rtb-x"), ["0.0.0.0/0 vgw-1 CreateRoute blackhole"]);
}

#[test]
fn the_route_to_an_interface_needs_the_interface() {
    let world = with([interface("eni-c", ("vpc-1", "subnet-a", "a"), "10.0.1.11", "vpce-1").into()]);
    let route =
        StaticRoute { destination: net("0.0.0.0/0"), target: RouteTarget::NetworkInterface("eni-c".into()) };
    let world = with_static(&world, vec![route]);
    assert_eq!(routes(&world)[1], "0.0.0.0/0 eni-c CreateRoute active");
}

proptest! {
    #![proptest_config(strategy::config())]

    #[test]
    fn any_table_holds_the_rules(world in strategy::world()) {
        for table in world.route_tables.values() {
            let routes = routes_of(&world, table);
            let local = world.vpcs.get(&table.vpc_id).map(|vpc| vpc.cidr_block);
            prop_assert_eq!(local.is_some(), routes.iter().any(|route| route.origin == RouteOrigin::CreateRouteTable));
            let fixed = table.routes.len() + usize::from(local.is_some());
            prop_assert!((fixed..=fixed + 100).contains(&routes.len()));
            for (index, route) in routes.iter().enumerate().skip(fixed) {
                prop_assert_eq!(route.origin, RouteOrigin::EnableVgwRoutePropagation);
                prop_assert!(route.active);
                prop_assert!(!local.is_some_and(|local| local.contains(&route.destination)));
                let before = routes.iter().take(index);
                prop_assert!(before.into_iter().all(|other| other.destination != route.destination));
            }
        }
    }
}
