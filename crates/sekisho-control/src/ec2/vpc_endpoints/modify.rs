//! `ModifyVpcEndpoint`: subnets, groups, policy, private DNS. Type, VPC and service stay.
//!
//! An endpoint that gets or loses an interface goes back to `pending` until the network has followed; a client waits for
//! that as it did after the creation.

use std::{collections::BTreeMap, net::Ipv4Addr};

use sekisho_core::{
    Change, EntityKey, World,
    id::{NetworkInterfaceId, SecurityGroupId, SubnetId, VpcEndpointId},
    vpc::{Lifecycle, NetworkInterface, Vpc, VpcEndpoint},
};
use sekisho_wire::{
    AwsError,
    ec2::{ModifyVpcEndpointInput, ModifyVpcEndpointOutput},
};

use super::{
    options::{check_families, check_groups, check_policy, check_private_dns},
    placement::{self, Owner, check_subnets, parse_addresses},
};
use crate::{
    Call, Outcome, Reply,
    ec2::{
        error::{bad_parameter, combination},
        ids, lookup,
        parameters::dry_run,
    },
};

/// What is asked for, well spelt.
struct Asked {
    id: VpcEndpointId,
    reset_policy: bool,
    policy_document: Option<String>,
    add_subnets: Vec<SubnetId>,
    remove_subnets: Vec<SubnetId>,
    addresses: BTreeMap<SubnetId, Ipv4Addr>,
    add_groups: Vec<SecurityGroupId>,
    remove_groups: Vec<SecurityGroupId>,
    has_route_tables: bool,
    private_dns: Option<bool>,
}

fn parse(input: ModifyVpcEndpointInput) -> Result<Asked, AwsError> {
    let id = ids::VPC_ENDPOINT.parse(input.vpc_endpoint_id.as_deref().unwrap_or_default())?;
    let reset_policy = input.reset_policy.unwrap_or(false);
    if reset_policy && input.policy_document.is_some() {
        return Err(combination(
            "The parameter policyDocument cannot be used with the parameter resetPolicy",
        ));
    }
    if let Some(text) = &input.policy_document {
        check_policy(text)?;
    }
    let add_subnets: Vec<SubnetId> = ids::SUBNET.parse_all(input.add_subnet_ids.as_deref())?;
    let addresses = parse_addresses(input.subnet_configurations.as_deref(), &add_subnets)?;
    let mut route_tables: Vec<String> = ids::ROUTE_TABLE.parse_all(input.add_route_table_ids.as_deref())?;
    route_tables.extend(ids::ROUTE_TABLE.parse_all::<String>(input.remove_route_table_ids.as_deref())?);
    check_families(input.ip_address_type.as_deref(), input.dns_options.as_ref())?;
    let asked = Asked {
        id,
        reset_policy,
        policy_document: input.policy_document,
        add_subnets,
        remove_subnets: ids::SUBNET.parse_all(input.remove_subnet_ids.as_deref())?,
        addresses,
        add_groups: ids::SECURITY_GROUP.parse_all(input.add_security_group_ids.as_deref())?,
        remove_groups: ids::SECURITY_GROUP.parse_all(input.remove_security_group_ids.as_deref())?,
        has_route_tables: !route_tables.is_empty(),
        private_dns: input.private_dns_enabled,
    };
    dry_run(input.dry_run)?;
    Ok(asked)
}

/// `ModifyVpcEndpoint`.
pub(in crate::ec2) fn modify(
    call: &mut Call<'_>,
    input: ModifyVpcEndpointInput,
) -> Outcome<ModifyVpcEndpointOutput> {
    let asked = parse(input)?;
    let world = call.world;
    let mut endpoint = lookup::vpc_endpoint(world, &asked.id)?.clone();
    if matches!(endpoint.state, Lifecycle::Deleting | Lifecycle::Deleted) {
        return Err(AwsError::ec2(
            "IncorrectState",
            format!("The Vpc Endpoint '{}' is being deleted and cannot be modified", asked.id),
        ));
    }
    if asked.has_route_tables {
        return Err(bad_parameter("Route table IDs are only supported for Gateway type VPC Endpoint."));
    }
    let vpc = lookup::vpc(world, &endpoint.vpc_id)?;
    endpoint.group_ids = groups(world, vpc, &endpoint, &asked)?;
    let mut changes = move_interfaces(call, vpc, &mut endpoint, &asked)?;
    if asked.reset_policy {
        endpoint.policy_document = None;
    }
    if asked.policy_document.is_some() {
        endpoint.policy_document = asked.policy_document;
    }
    if let Some(private_dns) = asked.private_dns {
        if private_dns {
            check_private_dns(world, vpc, Some(&asked.id))?;
        }
        endpoint.private_dns_enabled = private_dns;
    }
    changes.push(endpoint.into());
    Ok(Reply::write(ModifyVpcEndpointOutput { return_: Some(true) }, changes))
}

fn groups(
    world: &World,
    vpc: &Vpc,
    endpoint: &VpcEndpoint,
    asked: &Asked,
) -> Result<Vec<SecurityGroupId>, AwsError> {
    if let Some(stranger) = asked.remove_groups.iter().find(|id| !endpoint.group_ids.contains(id)) {
        return Err(bad_parameter(format!(
            "The security group {stranger} is not associated with the Vpc Endpoint {}.",
            endpoint.id
        )));
    }
    let kept = endpoint.group_ids.iter().filter(|id| !asked.remove_groups.contains(id));
    let wanted: Vec<SecurityGroupId> = kept.chain(&asked.add_groups).cloned().collect();
    if wanted.is_empty() {
        return Err(bad_parameter(format!(
            "The Vpc Endpoint {} must have at least one security group.",
            endpoint.id
        )));
    }
    let beside =
        endpoint.subnet_ids.first().map_or_else(|| format!("VPC {}", vpc.id), |id| format!("subnet {id}"));
    check_groups(world, vpc, &wanted, &beside)
}

/// Takes interfaces out of the subnets to leave, puts them into the new ones, and the groups onto all of them.
fn move_interfaces(
    call: &mut Call<'_>,
    vpc: &Vpc,
    endpoint: &mut VpcEndpoint,
    asked: &Asked,
) -> Result<Vec<Change>, AwsError> {
    let world = call.world;
    if let Some(stranger) = asked.remove_subnets.iter().find(|id| !endpoint.subnet_ids.contains(id)) {
        return Err(bad_parameter(format!(
            "The subnet {stranger} is not associated with the Vpc Endpoint {}.",
            endpoint.id
        )));
    }
    let mut kept = endpoint.subnet_ids.clone();
    kept.retain(|id| !asked.remove_subnets.contains(id));
    let added = check_subnets(world, vpc, &kept, &asked.add_subnets)?;
    let owner = Owner { endpoint: &endpoint.id, groups: &endpoint.group_ids, now: call.now };
    let fresh = placement::interfaces(world, &mut call.mint, &owner, &added, &asked.addresses)?;

    let old: Vec<&NetworkInterface> = endpoint
        .network_interface_ids
        .iter()
        .filter_map(|id| world.network_interfaces.get(id).map(|interface| &**interface))
        .collect();
    let mut changes: Vec<Change> = Vec::new();
    let mut interface_ids: Vec<NetworkInterfaceId> = Vec::new();
    for interface in old {
        if asked.remove_subnets.contains(&interface.subnet_id) {
            changes.push(Change::Delete(EntityKey::NetworkInterface(interface.id.clone())));
            continue;
        }
        interface_ids.push(interface.id.clone());
        if interface.groups != endpoint.group_ids {
            let groups = endpoint.group_ids.clone();
            changes.push(NetworkInterface { groups, ..interface.clone() }.into());
        }
    }
    if !asked.add_subnets.is_empty() || !asked.remove_subnets.is_empty() {
        endpoint.state = Lifecycle::Pending;
    }
    interface_ids.extend(fresh.iter().map(|interface| interface.id.clone()));
    changes.extend(fresh.into_iter().map(Change::from));
    kept.extend(asked.add_subnets.iter().cloned());
    endpoint.subnet_ids = kept;
    endpoint.network_interface_ids = interface_ids;
    Ok(changes)
}
