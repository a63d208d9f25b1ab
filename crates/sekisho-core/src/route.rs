//! What a route table really contains: local, static and propagated routes, each with its state.
//!
//! `DescribeRouteTables`, the network planner and `status` all call [`routes_of`], so what a person is shown is what the
//! kernel is given. Priority for one destination: local, then static, then propagated (VPC guide, "Route priority").

use ipnet::Ipv4Net;

use crate::{
    direct_connect::BgpSession,
    id::VpnGatewayId,
    limits::PROPAGATED_ROUTES_MAX,
    vpc::{Lifecycle, RouteTable, RouteTarget},
    world::World,
};

/// Where a route comes from, in AWS's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RouteOrigin {
    /// The local route every table starts with.
    CreateRouteTable,
    /// Made by a call.
    CreateRoute,
    /// Learned by a gateway that propagates.
    EnableVgwRoutePropagation,
}

impl RouteOrigin {
    /// AWS's word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CreateRouteTable => "CreateRouteTable",
            Self::CreateRoute => "CreateRoute",
            Self::EnableVgwRoutePropagation => "EnableVgwRoutePropagation",
        }
    }
}

/// One effective route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// Where to.
    pub destination: Ipv4Net,
    /// By what.
    pub target: RouteTarget,
    /// Where it comes from.
    pub origin: RouteOrigin,
    /// `active` when true, else `blackhole`: its target is gone or detached.
    pub active: bool,
}

/// All routes of a table in AWS's order: local, static as made, propagated by prefix.
#[must_use]
pub fn routes_of(world: &World, table: &RouteTable) -> Vec<Route> {
    let mut routes = Vec::new();
    if let Some(vpc) = world.vpcs.get(&table.vpc_id) {
        routes.push(Route {
            destination: vpc.cidr_block,
            target: RouteTarget::Local,
            origin: RouteOrigin::CreateRouteTable,
            active: true,
        });
    }
    routes.extend(table.routes.iter().map(|route| Route {
        destination: route.destination,
        target: route.target.clone(),
        origin: RouteOrigin::CreateRoute,
        active: target_works(world, table, &route.target),
    }));
    for gateway in &table.propagating_gateways {
        if !target_works(world, table, &RouteTarget::VpnGateway(gateway.clone())) {
            continue;
        }
        for prefix in learned_prefixes(world, gateway) {
            let shadowed = routes.iter().any(|route| route.destination == prefix);
            if !shadowed {
                routes.push(Route {
                    destination: prefix,
                    target: RouteTarget::VpnGateway(gateway.clone()),
                    origin: RouteOrigin::EnableVgwRoutePropagation,
                    active: true,
                });
            }
        }
    }
    routes
}

fn target_works(world: &World, table: &RouteTable, target: &RouteTarget) -> bool {
    match target {
        RouteTarget::Local => true,
        RouteTarget::VpnGateway(id) => {
            world.vpn_gateways.get(id).is_some_and(|gateway| gateway.is_attached_to(&table.vpc_id))
        }
        RouteTarget::NetworkInterface(id) => world.network_interfaces.contains_key(id),
    }
}

/// Sessions whose virtual interface ends on a gateway and that are established.
pub fn sessions_of<'w>(world: &'w World, gateway: &'w VpnGatewayId) -> impl Iterator<Item = &'w BgpSession> {
    world.bgp_sessions.values().map(|session| &**session).filter(move |session| {
        session.established
            && world.virtual_interfaces.get(&session.virtual_interface_id).is_some_and(|interface| {
                interface.virtual_gateway_id == *gateway && interface.state == Lifecycle::Available
            })
    })
}

/// Prefixes a gateway has learned, sorted, each once, at most as many as a table takes.
#[must_use]
pub fn learned_prefixes(world: &World, gateway: &VpnGatewayId) -> Vec<Ipv4Net> {
    let mut prefixes: Vec<Ipv4Net> = sessions_of(world, gateway)
        .flat_map(|session| session.accepted.iter().map(|route| route.prefix))
        .collect();
    prefixes.sort_unstable();
    prefixes.dedup();
    prefixes.truncate(PROPAGATED_ROUTES_MAX);
    prefixes
}
