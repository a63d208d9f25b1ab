//! Subnets: inside their VPC's block, apart from one another, in one zone.

use sekisho_core::{
    Change, EntityKey, World,
    id::{SubnetId, VpcId},
    limits::SUBNETS_PER_VPC_MAX,
    vpc::{Lifecycle, NetworkAclAssociation, Subnet, Vpc},
};
use sekisho_wire::{
    AwsError,
    ec2::{
        CreateSubnetInput, CreateSubnetOutput, DeleteSubnetInput, DeleteSubnetOutput, DescribeSubnetsInput,
        DescribeSubnetsOutput, ModifySubnetAttributeInput, ModifySubnetAttributeOutput,
    },
};

use super::{
    cidr,
    error::{combination, has_dependencies, invalid_value},
    filters::{Filters, one},
    ids, lookup,
    pagination::{Asked, Page},
    parameters::dry_run,
    regions::{Zone, zones},
    shapes, tags,
    vpcs::{only_attribute, several_attributes},
};
use crate::{Call, Outcome, Reply};

/// `CreateSubnet`.
pub(super) fn create(call: &mut Call<'_>, input: CreateSubnetInput) -> Outcome<CreateSubnetOutput> {
    let vpc_id: VpcId = ids::VPC.parse(input.vpc_id.as_deref().unwrap_or_default())?;
    let Some(block) = input.cidr_block.as_deref() else {
        return Err(AwsError::ec2(
            "MissingParameter",
            "Either 'cidrBlock' or 'ipv4IpamPoolId' should be provided.",
        ));
    };
    let cidr_block = cidr::parse(block, "cidrBlock")?;
    let out_of_range = || AwsError::ec2("InvalidSubnet.Range", format!("The CIDR '{block}' is invalid."));
    if !(16..=28).contains(&cidr_block.prefix_len()) {
        return Err(out_of_range());
    }
    let zone =
        asked_zone(call.world, input.availability_zone.as_deref(), input.availability_zone_id.as_deref())?;
    let tags = tags::on_create(input.tag_specifications.as_deref(), ids::SUBNET.resource_type)?;
    dry_run(input.dry_run)?;
    let vpc = lookup::vpc(call.world, &vpc_id)?;
    if !vpc.cidr_block.contains(&cidr_block) {
        return Err(out_of_range());
    }
    if call.world.subnets_of(&vpc_id).any(|other| cidr::overlap(other.cidr_block, cidr_block)) {
        return Err(AwsError::ec2(
            "InvalidSubnet.Conflict",
            format!("The CIDR '{block}' conflicts with another subnet"),
        ));
    }
    if call.world.subnets_of(&vpc_id).count() >= SUBNETS_PER_VPC_MAX {
        return Err(AwsError::ec2("SubnetLimitExceeded", "The maximum number of subnets has been reached."));
    }
    let zone = zone.unwrap_or_else(|| emptiest_zone(call.world, vpc));
    let subnet = Subnet {
        id: SubnetId::from(format!("subnet-{}", call.mint.hex(17))),
        vpc_id: vpc_id.clone(),
        cidr_block,
        availability_zone: zone.name,
        availability_zone_id: zone.id,
        map_public_ip_on_launch: false,
        hostname_type: "ip-name".to_owned(),
        enable_resource_name_dns_a_record: false,
        state: Lifecycle::Pending,
        tags,
    };
    let output = CreateSubnetOutput { subnet: Some(shapes::network::subnet(call.world, &subnet)) };
    let mut changes = Vec::new();
    if let Some(acl) = call.world.network_acls.values().find(|acl| acl.vpc_id == vpc_id && acl.is_default) {
        let mut acl = (**acl).clone();
        acl.associations.push(NetworkAclAssociation {
            id: format!("aclassoc-{}", call.mint.hex(17)),
            subnet_id: subnet.id.clone(),
        });
        changes.push(acl.into());
    }
    changes.insert(0, subnet.into());
    Ok(Reply::write(output, changes))
}

fn asked_zone(world: &World, name: Option<&str>, id: Option<&str>) -> Result<Option<Zone>, AwsError> {
    let known = zones(world.region());
    let names: Vec<&str> = known.iter().map(|zone| zone.name.as_str()).collect();
    let unknown = |value: &str, parameter: &str| {
        let reason = format!(
            "Subnets can currently only be created in the following availability zones: {}.",
            names.join(", ")
        );
        invalid_value(value, parameter, &reason)
    };
    match (name, id) {
        (Some(_), Some(_)) => {
            Err(combination("Only one of availabilityZone and availabilityZoneId may be specified"))
        }
        (Some(name), None) => known
            .iter()
            .find(|zone| zone.name == name)
            .cloned()
            .map(Some)
            .ok_or_else(|| unknown(name, "availabilityZone")),
        (None, Some(id)) => known
            .iter()
            .find(|zone| zone.id == id)
            .cloned()
            .map(Some)
            .ok_or_else(|| unknown(id, "availabilityZoneId")),
        (None, None) => Ok(None),
    }
}

/// The zone in which the VPC has the fewest subnets, so that subnets made without one spread.
fn emptiest_zone(world: &World, vpc: &Vpc) -> Zone {
    let held = |zone: &Zone| {
        world.subnets_of(&vpc.id).filter(|subnet| subnet.availability_zone == zone.name).count()
    };
    zones(world.region())
        .into_iter()
        .min_by_key(held)
        .unwrap_or_else(|| Zone { name: format!("{}a", world.region()), id: String::new() })
}

/// `DescribeSubnets`.
pub(super) fn describe(call: &mut Call<'_>, input: DescribeSubnetsInput) -> Outcome<DescribeSubnetsOutput> {
    const NAMES: &[&str] = &[
        "availability-zone",
        "availabilityZone",
        "availability-zone-id",
        "availabilityZoneId",
        "available-ip-address-count",
        "cidr-block",
        "cidr",
        "cidrBlock",
        "customer-owned-ipv4-pool",
        "default-for-az",
        "defaultForAz",
        "enable-dns64",
        "enable-lni-at-device-index",
        "ipv6-cidr-block-association.ipv6-cidr-block",
        "ipv6-cidr-block-association.association-id",
        "ipv6-cidr-block-association.state",
        "ipv6-native",
        "map-customer-owned-ip-on-launch",
        "map-public-ip-on-launch",
        "outpost-arn",
        "owner-id",
        "private-dns-name-options-on-launch.hostname-type",
        "private-dns-name-options-on-launch.enable-resource-name-dns-a-record",
        "private-dns-name-options-on-launch.enable-resource-name-dns-aaaa-record",
        "state",
        "subnet-arn",
        "subnet-id",
        "vpc-id",
    ];
    let wanted: Vec<SubnetId> = ids::SUBNET.parse_all(input.subnet_ids.as_deref())?;
    let filters = Filters::parse(input.filters.as_deref(), NAMES, true)?;
    let asked = Asked {
        max_results: input.max_results,
        next_token: input.next_token.as_deref(),
        ids: (!wanted.is_empty()).then_some("subnetIds"),
    };
    let page = Page::parse("DescribeSubnets", &asked)?;
    dry_run(input.dry_run)?;
    let world = call.world;
    let chosen = lookup::select(world.subnets.values(), &wanted, &ids::SUBNET)?;
    let passing = chosen
        .into_iter()
        .filter(|subnet| filters.matches(&subnet.tags, |name| property(world, subnet, name)))
        .map(|subnet| (subnet.id.to_string(), subnet));
    let (subnets, next_token) = page.cut(passing);
    let subnets = subnets.into_iter().map(|subnet| shapes::network::subnet(world, subnet)).collect();
    Ok(Reply::read(DescribeSubnetsOutput { next_token, subnets: Some(subnets) }))
}

fn property(world: &World, subnet: &Subnet, name: &str) -> Vec<String> {
    match name {
        "availability-zone" | "availabilityZone" => one(&subnet.availability_zone),
        "availability-zone-id" | "availabilityZoneId" => one(&subnet.availability_zone_id),
        "available-ip-address-count" => one(shapes::network::available_addresses(world, subnet)),
        "cidr-block" | "cidr" | "cidrBlock" => one(subnet.cidr_block),
        "default-for-az"
        | "defaultForAz"
        | "enable-dns64"
        | "ipv6-native"
        | "map-customer-owned-ip-on-launch"
        | "private-dns-name-options-on-launch.enable-resource-name-dns-aaaa-record" => one(false),
        "map-public-ip-on-launch" => one(subnet.map_public_ip_on_launch),
        "owner-id" => one(world.account_id()),
        "private-dns-name-options-on-launch.hostname-type" => one(&subnet.hostname_type),
        "private-dns-name-options-on-launch.enable-resource-name-dns-a-record" => {
            one(subnet.enable_resource_name_dns_a_record)
        }
        "state" => one(shapes::state(subnet.state)),
        "subnet-arn" => one(shapes::arn(world, ids::SUBNET.resource_type, &subnet.id)),
        "subnet-id" => one(&subnet.id),
        "vpc-id" => one(&subnet.vpc_id),
        _ => Vec::new(),
    }
}

/// `DeleteSubnet`.
pub(super) fn delete(call: &mut Call<'_>, input: DeleteSubnetInput) -> Outcome<DeleteSubnetOutput> {
    let id: SubnetId = ids::SUBNET.parse(input.subnet_id.as_deref().unwrap_or_default())?;
    dry_run(input.dry_run)?;
    let world = call.world;
    let subnet = lookup::subnet(world, &id)?;
    let listed = world.vpc_endpoints_of(&subnet.vpc_id).any(|endpoint| endpoint.subnet_ids.contains(&id));
    if listed || world.addresses_in_use(&id).next().is_some() {
        return Err(has_dependencies("subnet", &id));
    }
    let mut changes = vec![Change::Delete(EntityKey::Subnet(id.clone()))];
    for table in world.route_tables.values() {
        if table.associations.iter().any(|link| link.subnet_id.as_ref() == Some(&id)) {
            let mut table = (**table).clone();
            table.associations.retain(|link| link.subnet_id.as_ref() != Some(&id));
            changes.push(table.into());
        }
    }
    for acl in world.network_acls.values() {
        if acl.associations.iter().any(|link| link.subnet_id == id) {
            let mut acl = (**acl).clone();
            acl.associations.retain(|link| link.subnet_id != id);
            changes.push(acl.into());
        }
    }
    Ok(Reply::write(DeleteSubnetOutput::default(), changes))
}

/// `ModifySubnetAttribute`: one attribute a call.
pub(super) fn modify_attribute(
    call: &mut Call<'_>,
    input: ModifySubnetAttributeInput,
) -> Outcome<ModifySubnetAttributeOutput> {
    let id: SubnetId = ids::SUBNET.parse(input.subnet_id.as_deref().unwrap_or_default())?;
    // The ones that are not supported have passed only as `false`, which is what they are.
    let flags = [
        ("assignIpv6AddressOnCreation", &input.assign_ipv6_address_on_creation),
        ("mapPublicIpOnLaunch", &input.map_public_ip_on_launch),
        ("mapCustomerOwnedIpOnLaunch", &input.map_customer_owned_ip_on_launch),
        ("enableDns64", &input.enable_dns64),
        ("enableResourceNameDnsARecordOnLaunch", &input.enable_resource_name_dns_a_record_on_launch),
        ("enableResourceNameDnsAAAARecordOnLaunch", &input.enable_resource_name_dns_aaaa_record_on_launch),
        ("disableLniAtDeviceIndex", &input.disable_lni_at_device_index),
    ];
    let hostname_type = input.private_dns_hostname_type_on_launch.as_deref();
    let flag = match hostname_type {
        None => Some(only_attribute(&flags)?),
        Some(_) => {
            let mut names = vec!["privateDnsHostnameTypeOnLaunch"];
            names.extend(flags.iter().filter(|(_, value)| value.is_some()).map(|(name, _)| *name));
            if names.len() > 1 {
                return Err(several_attributes(&names));
            }
            None
        }
    };
    // ModifySubnetAttribute has no DryRun in the model.
    let mut subnet = lookup::subnet(call.world, &id)?.clone();
    match (hostname_type, flag) {
        (Some(kind), _) => subnet.hostname_type = kind.to_owned(),
        (None, Some(("mapPublicIpOnLaunch", flag))) => subnet.map_public_ip_on_launch = flag,
        (None, Some(("enableResourceNameDnsARecordOnLaunch", flag))) => {
            subnet.enable_resource_name_dns_a_record = flag;
        }
        (None, _) => return Ok(Reply::read(ModifySubnetAttributeOutput::default())),
    }
    Ok(Reply::write(ModifySubnetAttributeOutput::default(), vec![subnet.into()]))
}
