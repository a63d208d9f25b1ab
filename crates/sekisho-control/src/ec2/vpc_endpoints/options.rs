//! What an endpoint may be like: its policy, its names, its address family, its groups.

use sekisho_core::{
    World,
    id::{SecurityGroupId, VpcEndpointId},
    limits::{ENDPOINT_POLICY_CHARACTERS_MAX, GROUPS_PER_INTERFACE_MAX},
    names::execute_api_domain,
    vpc::Vpc,
};
use sekisho_policy::{PolicyDocument, PolicyKind};
use sekisho_wire::{AwsError, ec2::DnsOptionsSpecification};

use crate::ec2::{
    error::{bad_parameter, unsupported},
    lookup,
};

/// A policy text, if it is one: JSON, the grammar of endpoint policies, 20,480 characters.
pub(super) fn check_policy(text: &str) -> Result<(), AwsError> {
    let length = text.chars().count();
    if length > ENDPOINT_POLICY_CHARACTERS_MAX {
        return Err(AwsError::ec2(
            "InvalidPolicyDocument",
            format!(
                "The Policy Document is not valid. It has {length} characters, more than the \
                 {ENDPOINT_POLICY_CHARACTERS_MAX} allowed"
            ),
        ));
    }
    PolicyDocument::parse(text, PolicyKind::Endpoint)
        .map(|_| ())
        .map_err(|error| AwsError::ec2("InvalidPolicyDocument", error.aws_message()))
}

/// Only IPv4 endpoints are served.
pub(super) fn check_families(
    ip_address_type: Option<&str>,
    dns_options: Option<&DnsOptionsSpecification>,
) -> Result<(), AwsError> {
    if let Some(other) = ip_address_type.filter(|kind| *kind != "ipv4") {
        return Err(unsupported(format!(
            "The value {other} of the parameter IpAddressType is not supported."
        )));
    }
    let Some(options) = dns_options else { return Ok(()) };
    if let Some(other) = options.dns_record_ip_type.as_deref().filter(|kind| *kind != "ipv4") {
        return Err(unsupported(format!(
            "The value {other} of the parameter DnsOptions.DnsRecordIpType is not supported."
        )));
    }
    if options.private_dns_only_for_inbound_resolver_endpoint == Some(true) {
        return Err(bad_parameter(
            "PrivateDnsOnlyForInboundResolverEndpoint is supported for Amazon S3 endpoints only.",
        ));
    }
    let has_domains =
        options.private_dns_specified_domains.as_ref().is_some_and(|domains| !domains.is_empty());
    if options.private_dns_preference.is_some() || has_domains {
        return Err(bad_parameter(
            "PrivateDnsPreference and PrivateDnsSpecifiedDomains are for resource and service network endpoints only.",
        ));
    }
    Ok(())
}

/// Whether an endpoint of this VPC may have private DNS on: both attributes set, and nobody else on that name.
pub(super) fn check_private_dns(
    world: &World,
    vpc: &Vpc,
    itself: Option<&VpcEndpointId>,
) -> Result<(), AwsError> {
    if !(vpc.enable_dns_support && vpc.enable_dns_hostnames) {
        return Err(bad_parameter(format!(
            "Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true \
             for {}",
            vpc.id
        )));
    }
    let taken = world
        .vpc_endpoints_of(&vpc.id)
        .any(|endpoint| endpoint.private_dns_enabled && Some(&endpoint.id) != itself);
    if taken {
        return Err(bad_parameter(format!(
            "private-dns-enabled cannot be set because there is already a conflicting DNS domain for {} in the VPC {}",
            execute_api_domain(world.region()),
            vpc.id
        )));
    }
    Ok(())
}

/// The groups, once each: in the endpoint's VPC, and not too many.
pub(super) fn check_groups(
    world: &World,
    vpc: &Vpc,
    groups: &[SecurityGroupId],
    beside: &str,
) -> Result<Vec<SecurityGroupId>, AwsError> {
    let mut unique: Vec<SecurityGroupId> = Vec::new();
    for id in groups {
        let group = lookup::security_group(world, id)?;
        if group.vpc_id != vpc.id {
            return Err(bad_parameter(format!(
                "Security group {id} and {beside} belong to different networks."
            )));
        }
        if !unique.contains(id) {
            unique.push(id.clone());
        }
    }
    if unique.len() > GROUPS_PER_INTERFACE_MAX {
        return Err(AwsError::ec2(
            "SecurityGroupsPerInterfaceLimitExceeded",
            "The maximum number of security groups per interface has been reached.",
        ));
    }
    Ok(unique)
}
