//! The names of an interface endpoint and of an API, in one place.
//!
//! DNS, certificates, `DescribeVpcEndpoints` and the gateway's own host matching all call these functions, so a name
//! cannot be right in one and wrong in another. Shapes: API Gateway guide, "Invoke a private API"; PrivateLink guide.

use crate::{
    id::{RestApiId, VpcEndpointId},
    vpc::VpcEndpoint,
    world::World,
};

/// The service's own host, `execute-api.REGION.amazonaws.com`; the base of every default API name.
#[must_use]
pub fn execute_api_domain(region: &str) -> String {
    format!("execute-api.{region}.amazonaws.com")
}

/// The public suffix of endpoint names, `execute-api.REGION.vpce.amazonaws.com`.
#[must_use]
pub fn endpoint_domain(region: &str) -> String {
    format!("execute-api.{region}.vpce.amazonaws.com")
}

/// `com.amazonaws.REGION.execute-api`.
#[must_use]
pub fn execute_api_service(region: &str) -> String {
    format!("com.amazonaws.{region}.execute-api")
}

/// The host the Example API's backend answers on, inside the region.
#[must_use]
pub fn pet_store_host(region: &str) -> String {
    format!("petstore.execute-api.{region}.amazonaws.com")
}

/// The endpoint's regional name, which comes first in `dnsEntrySet`.
#[must_use]
pub fn regional_name(endpoint: &VpcEndpoint, region: &str) -> String {
    format!("{}-{}.{}", endpoint.id, endpoint.name_suffix, endpoint_domain(region))
}

/// The endpoint's name in one zone.
#[must_use]
pub fn zonal_name(endpoint: &VpcEndpoint, zone: &str, region: &str) -> String {
    format!("{}-{}-{zone}.{}", endpoint.id, endpoint.name_suffix, endpoint_domain(region))
}

/// An API's default name.
#[must_use]
pub fn api_name(api: &RestApiId, region: &str) -> String {
    format!("{api}.{}", execute_api_domain(region))
}

/// The alias of an API at an endpoint it is associated with.
#[must_use]
pub fn alias_name(api: &RestApiId, endpoint: &VpcEndpointId, region: &str) -> String {
    format!("{api}-{endpoint}.{}", execute_api_domain(region))
}

/// Zone id of the names under `vpce.amazonaws.com`, a constant per region.
#[must_use]
pub fn endpoint_hosted_zone(region: &str) -> &'static str {
    match region {
        "us-east-1" => "Z7HUB22UULQXV",
        "us-east-2" => "ZC8PG0KIFKBRI",
        _ => "Z2E726K9Y6RL4W",
    }
}

/// Zone id of the managed private zone behind private names.
pub const PRIVATE_HOSTED_ZONE: &str = "Z1K56Z6FNPJRR";

/// One entry of `dnsEntrySet`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DnsEntry {
    /// The name.
    pub dns_name: String,
    /// The hosted zone it stands in.
    pub hosted_zone_id: &'static str,
}

/// All names of an endpoint in AWS's order: regional, zonal, private last. Empty for an endpoint without subnets.
#[must_use]
pub fn dns_entries(world: &World, endpoint: &VpcEndpoint) -> Vec<DnsEntry> {
    let region = world.region();
    let zones: Vec<&str> = endpoint
        .network_interface_ids
        .iter()
        .filter_map(|id| world.network_interfaces.get(id))
        .map(|interface| interface.availability_zone.as_str())
        .collect();
    if zones.is_empty() {
        return Vec::new();
    }
    let public = endpoint_hosted_zone(region);
    let mut names = vec![DnsEntry { dns_name: regional_name(endpoint, region), hosted_zone_id: public }];
    names.extend(
        zones
            .iter()
            .map(|zone| DnsEntry { dns_name: zonal_name(endpoint, zone, region), hosted_zone_id: public }),
    );
    if endpoint.private_dns_enabled {
        let domain = execute_api_domain(region);
        let wildcard = format!("*.{domain}");
        names.extend(
            [domain, wildcard].map(|dns_name| DnsEntry { dns_name, hosted_zone_id: PRIVATE_HOSTED_ZONE }),
        );
    }
    names
}
