//! Endpoint services: the one there is, `execute-api`.
//!
//! The entry's shape follows the ones AWS prints for its own services (PrivateLink guide). Naming a service that does
//! not exist is an error, a filter that matches nothing is not.

use sekisho_core::{
    World,
    names::{endpoint_domain, execute_api_domain, execute_api_service},
    vpc::Tags,
};
use sekisho_wire::{
    AwsError,
    ec2::{
        DescribeVpcEndpointServicesInput, DescribeVpcEndpointServicesOutput, PrivateDnsDetails,
        ServiceDetail, ServiceTypeDetail,
    },
};

use super::{
    filters::{Filters, one},
    idempotency,
    pagination::{Asked, Page},
    parameters::dry_run,
    regions::zones,
    shapes::text,
};
use crate::{Call, Outcome, Reply};

/// Longest page.
const PAGE_MAX: usize = 1000;

/// No such service.
pub(super) fn unknown_service(name: &str) -> AwsError {
    AwsError::ec2("InvalidServiceName", format!("The Vpc Endpoint Service '{name}' does not exist"))
}

/// `DescribeVpcEndpointServices`.
pub(super) fn describe(
    call: &mut Call<'_>,
    input: DescribeVpcEndpointServicesInput,
) -> Outcome<DescribeVpcEndpointServicesOutput> {
    const NAMES: &[&str] =
        &["owner", "service-name", "service-region", "service-type", "supported-ip-address-types"];
    let filters = Filters::parse(input.filters.as_deref(), NAMES, true)?;
    let asked = Asked { max_results: input.max_results, next_token: input.next_token.as_deref(), ids: None };
    let page = Page::parse("DescribeVpcEndpointServices", &asked)?.at_most(PAGE_MAX);
    dry_run(input.dry_run)?;
    let world = call.world;
    let service = execute_api_service(world.region());
    let wanted = input.service_names.unwrap_or_default();
    if let Some(unknown) = wanted.iter().find(|name| **name != service) {
        return Err(unknown_service(unknown));
    }
    let regions = input.service_regions.unwrap_or_default();
    let here = regions.is_empty() || regions.iter().any(|region| region == world.region());
    let passes = here
        && filters.matches(&Tags::new(), |name| match name {
            "owner" => one("amazon"),
            "service-name" => one(&service),
            "service-region" => one(world.region()),
            "service-type" => one("Interface"),
            _ => one("ipv4"),
        });
    let (details, next_token) =
        page.cut(passes.then(|| (service.clone(), detail(world, &service))).into_iter());
    Ok(Reply::read(DescribeVpcEndpointServicesOutput {
        service_names: Some(details.iter().filter_map(|detail| detail.service_name.clone()).collect()),
        service_details: Some(details),
        next_token,
    }))
}

fn detail(world: &World, service: &str) -> ServiceDetail {
    let region = world.region();
    let zones = zones(region);
    let domain = execute_api_domain(region);
    let digits: String = idempotency::hex(service).chars().take(17).collect();
    let names = [domain.clone(), format!("*.{domain}")];
    ServiceDetail {
        service_name: text(service),
        service_id: Some(format!("vpce-svc-{digits}")),
        service_type: Some(vec![ServiceTypeDetail { service_type: text("Interface") }]),
        service_region: text(region),
        availability_zone_ids: Some(zones.iter().map(|zone| zone.id.clone()).collect()),
        availability_zones: Some(zones.into_iter().map(|zone| zone.name).collect()),
        owner: text("amazon"),
        base_endpoint_dns_names: Some(vec![endpoint_domain(region)]),
        private_dns_name: Some(domain),
        private_dns_names: Some(
            names.into_iter().map(|name| PrivateDnsDetails { private_dns_name: Some(name) }).collect(),
        ),
        vpc_endpoint_policy_supported: Some(true),
        acceptance_required: Some(false),
        manages_vpc_endpoints: Some(false),
        tags: Some(Vec::new()),
        private_dns_name_verification_state: text("verified"),
        supported_ip_address_types: Some(vec!["ipv4".to_owned()]),
        ..Default::default()
    }
}
