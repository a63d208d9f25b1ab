//! What a route table really contains: local, static and propagated routes, each with its state.
//!
//! `DescribeRouteTables`, the network planner and `status` all call [`routes_of`], so what a person is shown is what the
//! kernel is given. Priority for one destination: local, then static, then propagated; a propagated route that lies inside
//! the VPC's own block never takes effect, however specific it is (VPC guide, "Route priority").

use std::collections::BTreeSet;

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
    let propagated = propagated_routes(world, table, &routes);
    routes.extend(propagated);
    routes
}

/// What the propagating gateways add to `configured`, as much of it as a table takes.
fn propagated_routes(world: &World, table: &RouteTable, configured: &[Route]) -> Vec<Route> {
    let shadowed = |prefix: &Ipv4Net| {
        configured.iter().any(|route| match route.target {
            RouteTarget::Local => route.destination.contains(prefix),
            _ => route.destination == *prefix,
        })
    };
    let mut seen = BTreeSet::new();
    table
        .propagating_gateways
        .iter()
        .filter(|id| target_works(world, table, &RouteTarget::VpnGateway((*id).clone())))
        .flat_map(|id| learned_prefixes(world, id).into_iter().map(move |prefix| (id, prefix)))
        .filter(|(_, prefix)| !shadowed(prefix) && seen.insert(*prefix))
        .take(PROPAGATED_ROUTES_MAX)
        .map(|(id, destination)| Route {
            destination,
            target: RouteTarget::VpnGateway(id.clone()),
            origin: RouteOrigin::EnableVgwRoutePropagation,
            active: true,
        })
        .collect()
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

/// Prefixes a gateway has learned over all its virtual interfaces, sorted, each once.
#[must_use]
pub fn learned_prefixes(world: &World, gateway: &VpnGatewayId) -> Vec<Ipv4Net> {
    prefixes(sessions_of(world, gateway))
}

/// Prefixes that `sessions` have accepted, without host bits, sorted, each once.
pub(crate) fn prefixes<'w>(sessions: impl Iterator<Item = &'w BgpSession>) -> Vec<Ipv4Net> {
    let accepted: BTreeSet<Ipv4Net> =
        sessions.flat_map(|session| session.accepted.iter().map(|route| route.prefix.trunc())).collect();
    accepted.into_iter().collect()
}
