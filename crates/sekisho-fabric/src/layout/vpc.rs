//! A VPC's namespace: its interfaces, the tables its subnets' replies leave by, its workloads.
//!
//! An endpoint interface is a local route. Replies are routed by their source: each subnet has a table of its own, and
//! what it does not name is dropped. What a table sends to the gateway is sent to the virtual interface that has learned
//! the longest prefix of it, as the gateway would.
//!
//! Source: VPC guide, "Configure route tables" and "Route priority"; Site-to-Site VPN guide, "Virtual private gateway".

use std::collections::{BTreeMap, BTreeSet};
use std::net::Ipv4Addr;

use ipnet::Ipv4Net;
use sekisho_core::id::{VirtualInterfaceId, VpcId, VpnGatewayId};
use sekisho_core::plan::network::{DesiredHop, DesiredNetwork, DesiredSubnet, DesiredVpc};

use super::{
    Cable, DUMMY_HOP, INTERNET_ROUTER, Layout, Learned, PRIORITY_SUBNET, Space, USUAL_MTU, filter, hash,
    host_net, link, link_name, local, private_ranges, route, silent_rules,
};
use crate::netlink::route::{Hop, Route, Rule};

/// Subnets' tables are numbered from here, by a hash of their name.
const TABLES: u32 = 0x5e00_0000;
/// Workloads have an address of their own on the internet, since VPCs may overlap (RFC 6598 space).
const PUBLIC_ADDRESSES: u32 = 0x6440_0000;
const PUBLIC_ADDRESSES_COUNT: u64 = 1 << 22;

pub(super) fn lay_out(
    layout: &mut Layout,
    id: &VpcId,
    vpc: &DesiredVpc,
    desired: &DesiredNetwork,
    learned: &Learned,
) {
    let space = Space::Vpc(id.clone());
    let wanted = layout.wanted(&space);
    wanted.forward = true;
    wanted.rules = silent_rules();
    wanted.ruleset = Some(filter::vpc_rules(vpc));
    wanted.routes.insert(route(vpc.cidr_block.trunc(), Hop::Blackhole));
    let mut locals: BTreeSet<Ipv4Addr> = vpc.subnets.values().map(|subnet| subnet.router).collect();
    locals.extend(vpc.interfaces.values().map(|interface| interface.address));
    locals.extend(vpc.resolver);
    wanted.routes.extend(locals.into_iter().map(local));
    for (subnet_id, subnet) in &vpc.subnets {
        let number = hash(subnet_id.as_str()) & 0xff_ffff;
        let table = TABLES | u32::try_from(number).unwrap_or_default();
        let from = Some(subnet.cidr_block.trunc());
        wanted.rules.insert(Rule { priority: PRIORITY_SUBNET, from, table: Some(table) });
        let gateway = |gateway: &VpnGatewayId| gateway_routes(id, gateway, desired, learned);
        let routes = subnet_routes(subnet, gateway);
        wanted.routes.extend(routes.into_iter().map(|(net, hop)| Route { table, ..route(net, hop) }));
    }
    for name in vpc.workloads.keys() {
        lay_out_workload(layout, &space, vpc, name.as_str());
    }
}

fn lay_out_workload(layout: &mut Layout, space: &Space, vpc: &DesiredVpc, name: &str) {
    let Some((workload, subnet)) =
        vpc.workloads.get(name).and_then(|workload| Some((workload, vpc.subnets.get(&workload.subnet)?)))
    else {
        return layout.problem(space, format!("{name} is in a subnet that is not there"));
    };
    let host = Space::Host(name.into());
    let port = link_name('w', name);
    let to_workload =
        Route { source: Some(subnet.router), ..route(host_net(workload.address), link(&port, None)) };
    layout.wanted(space).routes.insert(to_workload);
    let ends = [(host.clone(), "eth0".to_owned()), (space.clone(), port)];
    layout.cable(Cable { ends, mtu: USUAL_MTU, no_arp: false, tag: None }, true);

    let uplink = link_name('w', name);
    let public = public_address(layout, name);
    layout.wanted(&Space::Internet).routes.insert(route(host_net(public), link(&uplink, None)));
    let ends = [(host.clone(), "inet0".to_owned()), (Space::Internet, uplink)];
    layout.cable(Cable { ends, mtu: USUAL_MTU, no_arp: false, tag: None }, false);

    let wanted = layout.wanted(&host);
    wanted.addresses.insert(("eth0".to_owned(), host_net(workload.address)));
    wanted.addresses.insert(("inet0".to_owned(), host_net(public)));
    // Whatever the route table may send to the gateway goes to the subnet's router, which decides.
    let inside = private_ranges().chain([vpc.cidr_block.trunc()]).chain(subnet.routes.keys().copied());
    for range in inside.collect::<BTreeSet<_>>() {
        let via = route(range, link("eth0", Some(subnet.router)));
        wanted.routes.insert(Route { source: Some(workload.address), ..via });
    }
    if !subnet.routes.contains_key(&Ipv4Net::default()) {
        let default = route(Ipv4Net::default(), link("inet0", Some(INTERNET_ROUTER)));
        wanted.routes.insert(Route { source: Some(public), ..default });
    }
}

/// An address for a workload that no other has.
fn public_address(layout: &mut Layout, name: &str) -> Ipv4Addr {
    let internet = layout.wanted(&Space::Internet);
    let mut offset = hash(name) % PUBLIC_ADDRESSES_COUNT;
    loop {
        let address = Ipv4Addr::from(PUBLIC_ADDRESSES + u32::try_from(offset).unwrap_or_default());
        if !internet.routes.iter().any(|route| route.destination == host_net(address)) {
            return address;
        }
        offset = (offset + 1) % PUBLIC_ADDRESSES_COUNT;
    }
}

/// What a gateway of a VPC can carry: the best virtual interface for each prefix.
fn gateway_routes(
    vpc: &VpcId,
    gateway: &VpnGatewayId,
    desired: &DesiredNetwork,
    learned: &Learned,
) -> BTreeMap<Ipv4Net, VirtualInterfaceId> {
    let mut best: BTreeMap<Ipv4Net, (usize, &VirtualInterfaceId)> = BTreeMap::new();
    let carries = |id: &VirtualInterfaceId| {
        desired
            .transits
            .get(id)
            .is_some_and(|transit| transit.gateway == *gateway && transit.vpcs.contains(vpc))
    };
    for (id, routes) in learned.iter().filter(|(id, _)| carries(id)) {
        for (prefix, length) in routes {
            let candidate = (*length, id);
            best.entry(*prefix).and_modify(|old| *old = candidate.min(*old)).or_insert(candidate);
        }
    }
    best.into_iter().map(|(prefix, (_, id))| (prefix, id.clone())).collect()
}

/// A subnet's table. A route to the gateway is as good as what the gateway has learned: the prefix itself goes where its
/// closest covering prefix was learned, and longer prefixes inside it where they were, unless the table itself says
/// something closer about them.
fn subnet_routes(
    subnet: &DesiredSubnet,
    gateway: impl Fn(&VpnGatewayId) -> BTreeMap<Ipv4Net, VirtualInterfaceId>,
) -> BTreeMap<Ipv4Net, Hop> {
    let to = |id: &VirtualInterfaceId| link(&link_name('g', id.as_str()), Some(DUMMY_HOP));
    let mut table = BTreeMap::new();
    for (destination, hop) in &subnet.routes {
        let DesiredHop::Gateway(id) = hop else {
            table.insert(*destination, Hop::Blackhole);
            continue;
        };
        let learned = gateway(id);
        let covering = learned
            .iter()
            .filter(|(prefix, _)| prefix.contains(destination))
            .max_by_key(|(prefix, _)| prefix.prefix_len());
        table.insert(*destination, covering.map_or(Hop::Blackhole, |(_, id)| to(id)));
        for (prefix, id) in learned {
            let closest = subnet
                .routes
                .keys()
                .filter(|route| route.contains(&prefix))
                .max_by_key(|route| route.prefix_len());
            if closest == Some(destination) && prefix != *destination {
                table.insert(prefix, to(&id));
            }
        }
    }
    table
}
