//! Static routes, toward virtual private gateways and network interfaces.
//!
//! A destination equal to or inside the VPC's own block belongs to the local route; only an interface may take a more
//! specific part of it (VPC guide, "Route priority"). Other targets do not exist here and are refused by name.

use ipnet::Ipv4Net;
use sekisho_core::{
    World,
    id::{NetworkInterfaceId, RouteTableId, VpnGatewayId},
    limits::ROUTES_PER_TABLE_MAX,
    vpc::{RouteTable, RouteTarget, StaticRoute},
};
use sekisho_wire::{
    AwsError,
    ec2::{
        CreateRouteInput, CreateRouteOutput, DeleteRouteInput, DeleteRouteOutput, ReplaceRouteInput,
        ReplaceRouteOutput,
    },
};

use super::{
    cidr,
    error::{bad_value, combination, missing, unsupported},
    ids, lookup,
    parameters::dry_run,
};
use crate::{Call, Outcome, Reply};

/// What a request names as the destination.
fn destination(block: Option<&str>, prefix_list: Option<&str>) -> Result<Ipv4Net, AwsError> {
    if let Some(id) = prefix_list {
        ids::PREFIX_LIST.parse::<String>(id)?;
        return Err(ids::PREFIX_LIST.not_found(id));
    }
    let Some(block) = block else { return Err(missing("destinationCidrBlock")) };
    let net = cidr::parse(block, "destinationCidrBlock")?;
    let unroutable = Ipv4Net::new_assert(std::net::Ipv4Addr::new(169, 254, 168, 0), 22);
    if unroutable.contains(&net) {
        return Err(bad_value(format!("The destination {net} is reserved and cannot be routed.")));
    }
    Ok(net)
}

/// What a request names as the target.
fn target(gateway: Option<&str>, interface: Option<&str>) -> Result<RouteTarget, AwsError> {
    match (gateway, interface) {
        (Some(_), Some(_)) => {
            Err(combination("The request must contain exactly one of gatewayId and networkInterfaceId"))
        }
        (None, None) => Err(AwsError::ec2(
            "MissingParameter",
            "The request must contain exactly one of gatewayId and networkInterfaceId",
        )),
        (None, Some(id)) => Ok(RouteTarget::NetworkInterface(ids::NETWORK_INTERFACE.parse(id)?)),
        (Some(id), None) if id.starts_with("vgw-") => {
            Ok(RouteTarget::VpnGateway(ids::VPN_GATEWAY.parse(id)?))
        }
        (Some("local"), None) => Err(bad_value("A route to the target local cannot be made or restored.")),
        (Some(id), None) => Err(unsupported(format!(
            "The gateway {id} is not supported as a target; routes lead to virtual private gateways and network \
             interfaces."
        ))),
    }
}

/// Whether the target is there and in the table's VPC.
fn check_target(world: &World, table: &RouteTable, target: &RouteTarget) -> Result<(), AwsError> {
    let elsewhere = |noun: &str, id: &str| {
        bad_value(format!("route table {} and {noun} {id} belong to different networks", table.id))
    };
    match target {
        RouteTarget::Local => Ok(()),
        RouteTarget::VpnGateway(id) => check_gateway(world, table, id)
            .and_then(|here| if here { Ok(()) } else { Err(elsewhere("network gateway", id.as_str())) }),
        RouteTarget::NetworkInterface(id) => check_interface(world, table, id)
            .and_then(|here| if here { Ok(()) } else { Err(elsewhere("interface", id.as_str())) }),
    }
}

fn check_gateway(world: &World, table: &RouteTable, id: &VpnGatewayId) -> Result<bool, AwsError> {
    Ok(lookup::vpn_gateway(world, id)?.is_attached_to(&table.vpc_id))
}

fn check_interface(world: &World, table: &RouteTable, id: &NetworkInterfaceId) -> Result<bool, AwsError> {
    let interface = world.network_interfaces.get(id).ok_or_else(|| ids::NETWORK_INTERFACE.not_found(id))?;
    Ok(interface.vpc_id == table.vpc_id)
}

/// The part of the VPC's own block only an interface may take.
fn check_local(
    world: &World,
    table: &RouteTable,
    destination: Ipv4Net,
    target: &RouteTarget,
) -> Result<(), AwsError> {
    let block = lookup::vpc(world, &table.vpc_id)?.cidr_block;
    if block.contains(&destination) && !matches!(target, RouteTarget::NetworkInterface(_)) {
        return Err(bad_value(format!(
            "The destination CIDR block {destination} is equal to or more specific than one of this VPC's CIDR \
             blocks. This route can target only an interface or an instance."
        )));
    }
    Ok(())
}

/// `CreateRoute`.
pub(super) fn create(call: &mut Call<'_>, input: CreateRouteInput) -> Outcome<CreateRouteOutput> {
    let id: RouteTableId = ids::ROUTE_TABLE.parse(input.route_table_id.as_deref().unwrap_or_default())?;
    let destination =
        destination(input.destination_cidr_block.as_deref(), input.destination_prefix_list_id.as_deref())?;
    let target = target(input.gateway_id.as_deref(), input.network_interface_id.as_deref())?;
    dry_run(input.dry_run)?;
    let world = call.world;
    let mut table = lookup::route_table(world, &id)?.clone();
    check_target(world, &table, &target)?;
    let is_local = lookup::vpc(world, &table.vpc_id)?.cidr_block == destination;
    if is_local || table.routes.iter().any(|route| route.destination == destination) {
        return Err(AwsError::ec2(
            "RouteAlreadyExists",
            format!("The route identified by {destination} already exists."),
        ));
    }
    check_local(world, &table, destination, &target)?;
    if table.routes.len() >= ROUTES_PER_TABLE_MAX {
        return Err(AwsError::ec2("RouteLimitExceeded", "The maximum number of routes has been reached."));
    }
    table.routes.push(StaticRoute { destination, target });
    Ok(Reply::write(CreateRouteOutput { return_: Some(true) }, vec![table.into()]))
}

/// `ReplaceRoute`.
pub(super) fn replace(call: &mut Call<'_>, input: ReplaceRouteInput) -> Outcome<ReplaceRouteOutput> {
    let id: RouteTableId = ids::ROUTE_TABLE.parse(input.route_table_id.as_deref().unwrap_or_default())?;
    let destination =
        destination(input.destination_cidr_block.as_deref(), input.destination_prefix_list_id.as_deref())?;
    let target = target(input.gateway_id.as_deref(), input.network_interface_id.as_deref())?;
    dry_run(input.dry_run)?;
    let mut table = lookup::route_table(call.world, &id)?.clone();
    check_target(call.world, &table, &target)?;
    check_local(call.world, &table, destination, &target)?;
    let Some(route) = table.routes.iter_mut().find(|route| route.destination == destination) else {
        return Err(bad_value(format!(
            "There is no route defined for '{destination}' in the route table. Use CreateRoute instead."
        )));
    };
    route.target = target;
    Ok(Reply::write(ReplaceRouteOutput::default(), vec![table.into()]))
}

/// `DeleteRoute`.
pub(super) fn delete(call: &mut Call<'_>, input: DeleteRouteInput) -> Outcome<DeleteRouteOutput> {
    let id: RouteTableId = ids::ROUTE_TABLE.parse(input.route_table_id.as_deref().unwrap_or_default())?;
    let destination =
        destination(input.destination_cidr_block.as_deref(), input.destination_prefix_list_id.as_deref())?;
    dry_run(input.dry_run)?;
    let mut table = lookup::route_table(call.world, &id)?.clone();
    if lookup::vpc(call.world, &table.vpc_id)?.cidr_block == destination {
        return Err(bad_value(format!("cannot remove local route {destination} in route table {id}")));
    }
    let before = table.routes.len();
    table.routes.retain(|route| route.destination != destination);
    if table.routes.len() == before {
        return Err(AwsError::ec2(
            "InvalidRoute.NotFound",
            format!("no route with destination-cidr-block {destination} in route table {id}"),
        ));
    }
    Ok(Reply::write(DeleteRouteOutput::default(), vec![table.into()]))
}
