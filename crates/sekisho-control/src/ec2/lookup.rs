//! Finding what a request names, or saying that it is not there.

use std::{collections::BTreeSet, fmt::Display, sync::Arc};

use sekisho_core::{
    Keyed, World,
    id::{RouteTableId, SecurityGroupId, SubnetId, VpcEndpointId, VpcId, VpnGatewayId},
    vpc::{Lifecycle, RouteTable, SecurityGroup, Subnet, Vpc, VpcEndpoint, VpnGateway},
};
use sekisho_wire::AwsError;

use super::ids;

fn found<'w, T>(entity: Option<&'w Arc<T>>, kind: &ids::Kind, id: impl Display) -> Result<&'w T, AwsError> {
    entity.map(Arc::as_ref).ok_or_else(|| kind.not_found(id))
}

/// A VPC.
pub(super) fn vpc<'w>(world: &'w World, id: &VpcId) -> Result<&'w Vpc, AwsError> {
    found(world.vpcs.get(id), &ids::VPC, id)
}

/// A subnet.
pub(super) fn subnet<'w>(world: &'w World, id: &SubnetId) -> Result<&'w Subnet, AwsError> {
    found(world.subnets.get(id), &ids::SUBNET, id)
}

/// A route table.
pub(super) fn route_table<'w>(world: &'w World, id: &RouteTableId) -> Result<&'w RouteTable, AwsError> {
    found(world.route_tables.get(id), &ids::ROUTE_TABLE, id)
}

/// A security group.
pub(super) fn security_group<'w>(
    world: &'w World,
    id: &SecurityGroupId,
) -> Result<&'w SecurityGroup, AwsError> {
    found(world.security_groups.get(id), &ids::SECURITY_GROUP, id)
}

/// A VPC endpoint.
pub(super) fn vpc_endpoint<'w>(world: &'w World, id: &VpcEndpointId) -> Result<&'w VpcEndpoint, AwsError> {
    found(world.vpc_endpoints.get(id), &ids::VPC_ENDPOINT, id)
}

/// A virtual private gateway that is not deleted; a deleted one is listed, and unknown to everything else.
pub(super) fn vpn_gateway<'w>(world: &'w World, id: &VpnGatewayId) -> Result<&'w VpnGateway, AwsError> {
    let live =
        |gateway: &&Arc<VpnGateway>| matches!(gateway.state, Lifecycle::Pending | Lifecycle::Available);
    found(world.vpn_gateways.get(id).filter(live), &ids::VPN_GATEWAY, id)
}

/// The entities with the given ids, or all of them where none is given; in key order.
pub(super) fn select<'w, E>(
    all: impl Iterator<Item = &'w Arc<E>>,
    wanted: &[E::Key],
    kind: &ids::Kind,
) -> Result<Vec<&'w E>, AwsError>
where
    E: Keyed + 'w,
    E::Key: Display,
{
    if wanted.is_empty() {
        return Ok(all.map(Arc::as_ref).collect());
    }
    let wanted_keys: BTreeSet<&E::Key> = wanted.iter().collect();
    let chosen: Vec<&E> = all.map(Arc::as_ref).filter(|entity| wanted_keys.contains(&entity.key())).collect();
    let present: BTreeSet<E::Key> = chosen.iter().map(|entity| entity.key()).collect();
    match wanted.iter().find(|id| !present.contains(id)) {
        Some(absent) => Err(kind.not_found(absent)),
        None => Ok(chosen),
    }
}
