//! VPC endpoints: describe and delete. Making and changing them are in the modules below.
//!
//! Deleting answers 200 whatever happens, with an item for each id that failed; the endpoint is `deleting` and keeps its
//! interfaces until the network has let go of them, and meanwhile its subnets and groups cannot be deleted.

use sekisho_core::{
    Change, World,
    id::VpcEndpointId,
    vpc::{Lifecycle, VpcEndpoint},
};
use sekisho_wire::ec2::{
    DeleteVpcEndpointsInput, DeleteVpcEndpointsOutput, DescribeVpcEndpointsInput, DescribeVpcEndpointsOutput,
    UnsuccessfulItem, UnsuccessfulItemError,
};

use super::{
    filters::{Filters, one},
    ids, lookup,
    pagination::{Asked, Page},
    parameters::dry_run,
    shapes,
};
use crate::{Call, Outcome, Reply};

pub(super) mod create;
pub(super) mod modify;
mod options;
mod placement;

/// Longest page; a longer one asked for is quietly cut.
const PAGE_MAX: usize = 1000;

/// `DescribeVpcEndpoints`.
pub(super) fn describe(
    call: &mut Call<'_>,
    input: DescribeVpcEndpointsInput,
) -> Outcome<DescribeVpcEndpointsOutput> {
    const NAMES: &[&str] = &[
        "ip-address-type",
        "service-name",
        "service-region",
        "vpc-id",
        "vpc-endpoint-id",
        "vpc-endpoint-state",
        "vpc-endpoint-type",
    ];
    let wanted: Vec<VpcEndpointId> = ids::VPC_ENDPOINT.parse_all(input.vpc_endpoint_ids.as_deref())?;
    let filters = Filters::parse(input.filters.as_deref(), NAMES, true)?;
    let asked = Asked {
        max_results: input.max_results,
        next_token: input.next_token.as_deref(),
        ids: (!wanted.is_empty()).then_some("vpcEndpointIds"),
    };
    let page = Page::parse("DescribeVpcEndpoints", &asked)?.at_most(PAGE_MAX);
    dry_run(input.dry_run)?;
    let world = call.world;
    let chosen = lookup::select(world.vpc_endpoints.values(), &wanted, &ids::VPC_ENDPOINT)?;
    let passing = chosen
        .into_iter()
        .filter(|endpoint| filters.matches(&endpoint.tags, |name| property(world, endpoint, name)))
        .map(|endpoint| (endpoint.id.to_string(), endpoint));
    let (endpoints, next_token) = page.cut(passing);
    let vpc_endpoints =
        endpoints.into_iter().map(|endpoint| shapes::endpoint::endpoint(world, endpoint)).collect();
    Ok(Reply::read(DescribeVpcEndpointsOutput { vpc_endpoints: Some(vpc_endpoints), next_token }))
}

fn property(world: &World, endpoint: &VpcEndpoint, name: &str) -> Vec<String> {
    match name {
        "ip-address-type" => one("ipv4"),
        "service-name" => one(&endpoint.service_name),
        "service-region" => one(world.region()),
        "vpc-id" => one(&endpoint.vpc_id),
        "vpc-endpoint-id" => one(&endpoint.id),
        "vpc-endpoint-state" => one(shapes::state(endpoint.state)),
        _ => one("Interface"),
    }
}

/// `DeleteVpcEndpoints`.
pub(super) fn delete(
    call: &mut Call<'_>,
    input: DeleteVpcEndpointsInput,
) -> Outcome<DeleteVpcEndpointsOutput> {
    let mut wanted: Vec<VpcEndpointId> = ids::VPC_ENDPOINT.parse_all(input.vpc_endpoint_ids.as_deref())?;
    if wanted.is_empty() {
        return Err(super::error::missing("vpcEndpointId"));
    }
    dry_run(input.dry_run)?;
    wanted.sort_unstable();
    wanted.dedup();
    let mut changes: Vec<Change> = Vec::new();
    let mut unsuccessful = Vec::new();
    for id in wanted {
        match call.world.vpc_endpoints.get(&id) {
            Some(endpoint) if matches!(endpoint.state, Lifecycle::Pending | Lifecycle::Available) => {
                let gone = VpcEndpoint { state: Lifecycle::Deleting, ..(**endpoint).clone() };
                changes.push(gone.into());
            }
            // On its way already, which is what was asked for.
            Some(_) => {}
            None => unsuccessful.push(UnsuccessfulItem {
                error: Some(UnsuccessfulItemError {
                    code: shapes::text("InvalidVpcEndpoint.NotFound"),
                    message: Some(format!("The Vpc Endpoint Id '{id}' does not exist")),
                }),
                resource_id: shapes::text(&id),
            }),
        }
    }
    Ok(Reply::write(DeleteVpcEndpointsOutput { unsuccessful: Some(unsuccessful) }, changes))
}
