//! Route tables: who uses them and which gateways propagate into them. Their routes are in the sibling module.

use sekisho_core::{
    Change, EntityKey, World,
    id::{RouteTableId, SubnetId, VpcId, VpnGatewayId},
    limits::ROUTE_TABLES_PER_VPC_MAX,
    route::routes_of,
    vpc::{RouteTable, RouteTableAssociation, RouteTarget},
};
use sekisho_wire::{
    AwsError,
    ec2::{
        AssociateRouteTableInput, AssociateRouteTableOutput, CreateRouteTableInput, CreateRouteTableOutput,
        DeleteRouteTableInput, DeleteRouteTableOutput, DescribeRouteTablesInput, DescribeRouteTablesOutput,
        DisableVgwRoutePropagationInput, DisableVgwRoutePropagationOutput, DisassociateRouteTableInput,
        DisassociateRouteTableOutput, EnableVgwRoutePropagationInput, EnableVgwRoutePropagationOutput,
        ReplaceRouteTableAssociationInput, ReplaceRouteTableAssociationOutput,
    },
};

use super::{
    error::{bad_value, has_dependencies, missing},
    filters::{Filters, one},
    idempotency, ids, lookup,
    pagination::{Asked, Page},
    parameters::dry_run,
    shapes::{self, routing::associated},
    tags,
};
use crate::{Call, Outcome, Reply};

/// `CreateRouteTable`.
pub(super) fn create(call: &mut Call<'_>, input: CreateRouteTableInput) -> Outcome<CreateRouteTableOutput> {
    let vpc_id: VpcId = ids::VPC.parse(input.vpc_id.as_deref().unwrap_or_default())?;
    let tags = tags::on_create(input.tag_specifications.as_deref(), ids::ROUTE_TABLE.resource_type)?;
    idempotency::check_token(input.client_token.as_deref())?;
    let digest = idempotency::digest(&input);
    dry_run(input.dry_run)?;
    let world = call.world;
    if let Some(token) = &input.client_token
        && let Some(made) =
            world.route_tables.values().find(|table| table.client_token.as_ref() == Some(token))
    {
        if made.request_digest.as_ref() != Some(&digest) {
            return Err(idempotency::mismatch());
        }
        return Ok(Reply::read(CreateRouteTableOutput {
            route_table: Some(shapes::routing::route_table(world, made)),
            client_token: Some(token.clone()),
        }));
    }
    lookup::vpc(world, &vpc_id)?;
    if world.route_tables.values().filter(|table| table.vpc_id == vpc_id).count() >= ROUTE_TABLES_PER_VPC_MAX
    {
        return Err(AwsError::ec2(
            "RouteTableLimitExceeded",
            "The maximum number of route tables has been reached.",
        ));
    }
    let table = RouteTable {
        id: RouteTableId::from(format!("rtb-{}", call.mint.hex(17))),
        vpc_id,
        associations: Vec::new(),
        routes: Vec::new(),
        propagating_gateways: Vec::new(),
        request_digest: input.client_token.is_some().then_some(digest),
        client_token: input.client_token.clone(),
        tags,
    };
    let output = CreateRouteTableOutput {
        route_table: Some(shapes::routing::route_table(world, &table)),
        client_token: input.client_token,
    };
    Ok(Reply::write(output, vec![table.into()]))
}

/// `DescribeRouteTables`.
pub(super) fn describe(
    call: &mut Call<'_>,
    input: DescribeRouteTablesInput,
) -> Outcome<DescribeRouteTablesOutput> {
    const NAMES: &[&str] = &[
        "association.gateway-id",
        "association.route-table-association-id",
        "association.route-table-id",
        "association.subnet-id",
        "association.main",
        "owner-id",
        "route-table-id",
        "route.destination-cidr-block",
        "route.destination-ipv6-cidr-block",
        "route.destination-prefix-list-id",
        "route.egress-only-internet-gateway-id",
        "route.gateway-id",
        "route.instance-id",
        "route.nat-gateway-id",
        "route.transit-gateway-id",
        "route.origin",
        "route.state",
        "route.vpc-peering-connection-id",
        "vpc-id",
    ];
    let wanted: Vec<RouteTableId> = ids::ROUTE_TABLE.parse_all(input.route_table_ids.as_deref())?;
    let filters = Filters::parse(input.filters.as_deref(), NAMES, true)?;
    let asked = Asked {
        max_results: input.max_results,
        next_token: input.next_token.as_deref(),
        ids: (!wanted.is_empty()).then_some("routeTableIds"),
    };
    let page = Page::parse("DescribeRouteTables", &asked)?;
    dry_run(input.dry_run)?;
    let world = call.world;
    let chosen = lookup::select(world.route_tables.values(), &wanted, &ids::ROUTE_TABLE)?;
    let passing = chosen
        .into_iter()
        .filter(|table| filters.matches(&table.tags, |name| property(world, table, name)))
        .map(|table| (table.id.to_string(), table));
    let (tables, next_token) = page.cut(passing);
    let route_tables = tables.into_iter().map(|table| shapes::routing::route_table(world, table)).collect();
    Ok(Reply::read(DescribeRouteTablesOutput { route_tables: Some(route_tables), next_token }))
}

fn property(world: &World, table: &RouteTable, name: &str) -> Vec<String> {
    let links = || table.associations.iter();
    match name {
        "association.route-table-association-id" => links().map(|link| link.id.clone()).collect(),
        "association.route-table-id" => links().map(|_| table.id.to_string()).collect(),
        "association.subnet-id" => {
            links().filter_map(|link| link.subnet_id.as_ref().map(ToString::to_string)).collect()
        }
        "association.main" => links().map(|link| link.subnet_id.is_none().to_string()).collect(),
        "owner-id" => one(world.account_id()),
        "route-table-id" => one(&table.id),
        "vpc-id" => one(&table.vpc_id),
        _ => routes_of(world, table)
            .iter()
            .filter_map(|route| match name {
                "route.destination-cidr-block" => Some(route.destination.to_string()),
                "route.origin" => Some(route.origin.as_str().to_owned()),
                "route.state" => Some(shapes::routing::route_state(route).to_owned()),
                "route.gateway-id" => match &route.target {
                    RouteTarget::Local => Some("local".to_owned()),
                    RouteTarget::VpnGateway(id) => Some(id.to_string()),
                    RouteTarget::NetworkInterface(_) => None,
                },
                _ => None,
            })
            .collect(),
    }
}

/// `DeleteRouteTable`: not the main one, not one in use.
pub(super) fn delete(call: &mut Call<'_>, input: DeleteRouteTableInput) -> Outcome<DeleteRouteTableOutput> {
    let id: RouteTableId = ids::ROUTE_TABLE.parse(input.route_table_id.as_deref().unwrap_or_default())?;
    dry_run(input.dry_run)?;
    let table = lookup::route_table(call.world, &id)?;
    if !table.associations.is_empty() {
        return Err(has_dependencies("routeTable", &id));
    }
    let changes = vec![Change::Delete(EntityKey::RouteTable(id))];
    Ok(Reply::write(DeleteRouteTableOutput::default(), changes))
}

fn different_networks(table: &RouteTableId, other: &str, id: impl std::fmt::Display) -> AwsError {
    bad_value(format!("Route table {table} and {other} {id} belong to different networks"))
}

/// `AssociateRouteTable`. Asking again for what is already so gives the same answer.
pub(super) fn associate(
    call: &mut Call<'_>,
    input: AssociateRouteTableInput,
) -> Outcome<AssociateRouteTableOutput> {
    let id: RouteTableId = ids::ROUTE_TABLE.parse(input.route_table_id.as_deref().unwrap_or_default())?;
    let Some(subnet_id) = input.subnet_id.as_deref() else { return Err(missing("subnetId")) };
    let subnet_id: SubnetId = ids::SUBNET.parse(subnet_id)?;
    dry_run(input.dry_run)?;
    let world = call.world;
    let mut table = lookup::route_table(world, &id)?.clone();
    let subnet = lookup::subnet(world, &subnet_id)?;
    if subnet.vpc_id != table.vpc_id {
        return Err(different_networks(&id, "subnet", &subnet_id));
    }
    let answer = |association_id: &str| AssociateRouteTableOutput {
        association_id: shapes::text(association_id),
        association_state: associated(),
    };
    let is_link = |link: &&RouteTableAssociation| link.subnet_id.as_ref() == Some(&subnet_id);
    if let Some(link) = table.associations.iter().find(is_link) {
        return Ok(Reply::read(answer(&link.id)));
    }
    if world.route_tables.values().any(|other| other.associations.iter().any(|link| is_link(&link))) {
        return Err(AwsError::ec2(
            "Resource.AlreadyAssociated",
            format!("the specified association for route table {id} conflicts with an existing association"),
        ));
    }
    let association_id = format!("rtbassoc-{}", call.mint.hex(17));
    let output = answer(&association_id);
    table.associations.push(RouteTableAssociation { id: association_id, subnet_id: Some(subnet_id) });
    Ok(Reply::write(output, vec![table.into()]))
}

/// The table that holds an association, and the association.
fn holder<'w>(
    world: &'w World,
    association: &str,
) -> Result<(&'w RouteTable, &'w RouteTableAssociation), AwsError> {
    world
        .route_tables
        .values()
        .find_map(|table| {
            table.associations.iter().find(|link| link.id == association).map(|link| (&**table, link))
        })
        .ok_or_else(|| ids::ASSOCIATION.not_found(association))
}

/// `DisassociateRouteTable`.
pub(super) fn disassociate(
    call: &mut Call<'_>,
    input: DisassociateRouteTableInput,
) -> Outcome<DisassociateRouteTableOutput> {
    let id: String = ids::ASSOCIATION.parse(input.association_id.as_deref().unwrap_or_default())?;
    dry_run(input.dry_run)?;
    let (table, link) = holder(call.world, &id)?;
    if link.subnet_id.is_none() {
        return Err(bad_value(format!("cannot disassociate the main route table association {id}")));
    }
    let mut table = table.clone();
    table.associations.retain(|link| link.id != id);
    Ok(Reply::write(DisassociateRouteTableOutput::default(), vec![table.into()]))
}

/// `ReplaceRouteTableAssociation`: also how a VPC gets another main table.
pub(super) fn replace_association(
    call: &mut Call<'_>,
    input: ReplaceRouteTableAssociationInput,
) -> Outcome<ReplaceRouteTableAssociationOutput> {
    let id: String = ids::ASSOCIATION.parse(input.association_id.as_deref().unwrap_or_default())?;
    let table_id: RouteTableId =
        ids::ROUTE_TABLE.parse(input.route_table_id.as_deref().unwrap_or_default())?;
    dry_run(input.dry_run)?;
    let world = call.world;
    let (old, link) = holder(world, &id)?;
    let new = lookup::route_table(world, &table_id)?;
    if new.vpc_id != old.vpc_id {
        return Err(different_networks(&table_id, "route table", &old.id));
    }
    let answer = |id: &str| ReplaceRouteTableAssociationOutput {
        new_association_id: shapes::text(id),
        association_state: associated(),
    };
    if new.id == old.id {
        return Ok(Reply::read(answer(&id)));
    }
    let new_id = format!("rtbassoc-{}", call.mint.hex(17));
    let output = answer(&new_id);
    let (mut old, mut new) = (old.clone(), new.clone());
    new.associations.push(RouteTableAssociation { id: new_id, subnet_id: link.subnet_id.clone() });
    old.associations.retain(|link| link.id != id);
    Ok(Reply::write(output, vec![old.into(), new.into()]))
}

/// `EnableVgwRoutePropagation`: the gateway must be attached to the table's VPC.
pub(super) fn enable_propagation(
    call: &mut Call<'_>,
    input: EnableVgwRoutePropagationInput,
) -> Outcome<EnableVgwRoutePropagationOutput> {
    let gateway_id: VpnGatewayId = ids::VPN_GATEWAY.parse(input.gateway_id.as_deref().unwrap_or_default())?;
    let id: RouteTableId = ids::ROUTE_TABLE.parse(input.route_table_id.as_deref().unwrap_or_default())?;
    dry_run(input.dry_run)?;
    let table = lookup::route_table(call.world, &id)?;
    let gateway = lookup::vpn_gateway(call.world, &gateway_id)?;
    if !gateway.is_attached_to(&table.vpc_id) {
        return Err(AwsError::ec2(
            "Gateway.NotAttached",
            format!("resource {gateway_id} is not attached to network {}", table.vpc_id),
        ));
    }
    if table.propagating_gateways.contains(&gateway_id) {
        return Ok(Reply::read(EnableVgwRoutePropagationOutput::default()));
    }
    let mut table = table.clone();
    table.propagating_gateways.push(gateway_id);
    Ok(Reply::write(EnableVgwRoutePropagationOutput::default(), vec![table.into()]))
}

/// `DisableVgwRoutePropagation`. A gateway that does not propagate already is as asked for.
pub(super) fn disable_propagation(
    call: &mut Call<'_>,
    input: DisableVgwRoutePropagationInput,
) -> Outcome<DisableVgwRoutePropagationOutput> {
    let gateway_id: VpnGatewayId = ids::VPN_GATEWAY.parse(input.gateway_id.as_deref().unwrap_or_default())?;
    let id: RouteTableId = ids::ROUTE_TABLE.parse(input.route_table_id.as_deref().unwrap_or_default())?;
    dry_run(input.dry_run)?;
    let table = lookup::route_table(call.world, &id)?;
    lookup::vpn_gateway(call.world, &gateway_id)?;
    if !table.propagating_gateways.contains(&gateway_id) {
        return Ok(Reply::read(DisableVgwRoutePropagationOutput::default()));
    }
    let mut table = table.clone();
    table.propagating_gateways.retain(|id| *id != gateway_id);
    Ok(Reply::write(DisableVgwRoutePropagationOutput::default(), vec![table.into()]))
}
