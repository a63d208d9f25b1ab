//! `CreateVpcEndpoint`.
//!
//! The type is `Gateway` unless given, which no service here has; private DNS is on unless switched off; no group means
//! the VPC's default one; no subnet means an endpoint without interfaces and names (EC2 API reference, PrivateLink
//! guide).

use std::{collections::BTreeMap, net::Ipv4Addr};

use sekisho_core::{
    Change, World,
    id::{SecurityGroupId, SubnetId, VpcEndpointId, VpcId},
    limits::ENDPOINTS_PER_VPC_MAX,
    names::execute_api_service,
    vpc::{Lifecycle, Tags, Vpc, VpcEndpoint},
};
use sekisho_wire::{
    AwsError,
    ec2::{CreateVpcEndpointInput, CreateVpcEndpointOutput},
};

use super::{
    options::{check_families, check_groups, check_policy, check_private_dns},
    placement::{self, Owner, check_subnets, parse_addresses},
};
use crate::{
    Call, Outcome, Reply,
    ec2::{
        endpoint_services::unknown_service,
        error::{bad_parameter, missing, unsupported},
        idempotency, ids, lookup,
        parameters::dry_run,
        shapes, tags,
    },
};

/// What is asked for, well spelt.
struct Asked {
    kind: String,
    vpc_id: VpcId,
    service_name: String,
    policy_document: Option<String>,
    subnet_ids: Vec<SubnetId>,
    addresses: BTreeMap<SubnetId, Ipv4Addr>,
    group_ids: Vec<SecurityGroupId>,
    has_route_tables: bool,
    private_dns: bool,
    client_token: Option<String>,
    digest: String,
    tags: Tags,
}

fn parse(world: &World, input: CreateVpcEndpointInput) -> Result<Asked, AwsError> {
    let digest = idempotency::digest(&input);
    let vpc_id = ids::VPC.parse(input.vpc_id.as_deref().unwrap_or_default())?;
    let service_name = input.service_name.ok_or_else(|| missing("serviceName"))?;
    let subnet_ids: Vec<SubnetId> = ids::SUBNET.parse_all(input.subnet_ids.as_deref())?;
    let group_ids = ids::SECURITY_GROUP.parse_all(input.security_group_ids.as_deref())?;
    let route_tables: Vec<String> = ids::ROUTE_TABLE.parse_all(input.route_table_ids.as_deref())?;
    let addresses = parse_addresses(input.subnet_configurations.as_deref(), &subnet_ids)?;
    if let Some(text) = &input.policy_document {
        check_policy(text)?;
    }
    check_families(input.ip_address_type.as_deref(), input.dns_options.as_ref())?;
    if let Some(other) = input.service_region.filter(|region| region != world.region()) {
        return Err(unsupported(format!(
            "The value {other} of the parameter ServiceRegion is not supported."
        )));
    }
    idempotency::check_token(input.client_token.as_deref())?;
    let tags = tags::on_create(input.tag_specifications.as_deref(), ids::VPC_ENDPOINT.resource_type)?;
    dry_run(input.dry_run)?;
    Ok(Asked {
        kind: input.vpc_endpoint_type.unwrap_or_else(|| "Gateway".to_owned()),
        vpc_id,
        service_name,
        policy_document: input.policy_document,
        subnet_ids,
        addresses,
        group_ids,
        has_route_tables: !route_tables.is_empty(),
        private_dns: input.private_dns_enabled.unwrap_or(true),
        client_token: input.client_token,
        digest,
        tags,
    })
}

/// `CreateVpcEndpoint`.
pub(in crate::ec2) fn create(
    call: &mut Call<'_>,
    input: CreateVpcEndpointInput,
) -> Outcome<CreateVpcEndpointOutput> {
    let asked = parse(call.world, input)?;
    if let Some(made) = made_before(call.world, &asked)? {
        return Ok(Reply::read(answer(call.world, made)));
    }
    let world = call.world;
    let vpc = lookup::vpc(world, &asked.vpc_id)?;
    check_service(world, &asked)?;
    let subnets = check_subnets(world, vpc, &[], &asked.subnet_ids)?;
    let group_ids = groups(world, vpc, &asked)?;
    if asked.private_dns {
        check_private_dns(world, vpc, None)?;
    }
    if world.vpc_endpoints_of(&vpc.id).count() >= ENDPOINTS_PER_VPC_MAX {
        return Err(AwsError::ec2(
            "VpcEndpointLimitExceeded",
            "The maximum number of VPC endpoints has been reached.",
        ));
    }
    let id = VpcEndpointId::from(format!("vpce-{}", call.mint.hex(17)));
    let owner = Owner { endpoint: &id, groups: &group_ids, now: call.now };
    let interfaces = placement::interfaces(world, &mut call.mint, &owner, &subnets, &asked.addresses)?;
    let endpoint = VpcEndpoint {
        name_suffix: call.mint.alphanumeric(8),
        vpc_id: asked.vpc_id,
        service_name: asked.service_name,
        policy_document: asked.policy_document,
        subnet_ids: asked.subnet_ids,
        network_interface_ids: interfaces.iter().map(|interface| interface.id.clone()).collect(),
        private_dns_enabled: asked.private_dns,
        state: Lifecycle::Pending,
        request_digest: asked.client_token.is_some().then_some(asked.digest),
        client_token: asked.client_token,
        created: call.now,
        tags: asked.tags,
        group_ids,
        id,
    };
    let mut changes: Vec<Change> = interfaces.into_iter().map(Change::from).collect();
    changes.push(endpoint.clone().into());
    let output = answer(&world.apply(&changes), &endpoint);
    Ok(Reply::write(output, changes))
}

fn answer(world: &World, endpoint: &VpcEndpoint) -> CreateVpcEndpointOutput {
    CreateVpcEndpointOutput {
        vpc_endpoint: Some(shapes::endpoint::endpoint(world, endpoint)),
        client_token: endpoint.client_token.clone(),
    }
}

/// The endpoint that the same token made before.
fn made_before<'w>(world: &'w World, asked: &Asked) -> Result<Option<&'w VpcEndpoint>, AwsError> {
    let Some(token) = &asked.client_token else { return Ok(None) };
    let made = world.vpc_endpoints.values().find(|endpoint| endpoint.client_token.as_ref() == Some(token));
    match made {
        Some(made) if made.request_digest.as_ref() != Some(&asked.digest) => Err(idempotency::mismatch()),
        made => Ok(made.map(|made| &**made)),
    }
}

/// The service is there, of the type asked for, and that type takes what is given.
fn check_service(world: &World, asked: &Asked) -> Result<(), AwsError> {
    if asked.service_name != execute_api_service(world.region()) {
        return Err(unknown_service(&asked.service_name));
    }
    if asked.kind != "Interface" {
        return Err(bad_parameter(format!(
            "Endpoint type ({}) does not match available service types ([Interface]).",
            asked.kind
        )));
    }
    if asked.has_route_tables {
        return Err(bad_parameter("Route table IDs are only supported for Gateway type VPC Endpoint."));
    }
    Ok(())
}

/// The groups given, else the VPC's default one.
fn groups(world: &World, vpc: &Vpc, asked: &Asked) -> Result<Vec<SecurityGroupId>, AwsError> {
    if asked.group_ids.is_empty() {
        let default = |group: &&std::sync::Arc<sekisho_core::vpc::SecurityGroup>| {
            group.vpc_id == vpc.id && group.name == "default"
        };
        return Ok(world
            .security_groups
            .values()
            .find(default)
            .map(|group| group.id.clone())
            .into_iter()
            .collect());
    }
    let beside =
        asked.subnet_ids.first().map_or_else(|| format!("VPC {}", vpc.id), |id| format!("subnet {id}"));
    check_groups(world, vpc, &asked.group_ids, &beside)
}
