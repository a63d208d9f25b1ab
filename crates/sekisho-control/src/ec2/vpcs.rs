//! VPCs.
//!
//! One `CreateVpc` also makes the main route table, the default network ACL and the group `default`; clients look for
//! all three right away. They go with the VPC, everything else in it has to go first.

use sekisho_core::{
    Change, EntityKey, World,
    id::{NetworkAclId, RouteTableId, SecurityGroupId, VpcId},
    limits::VPCS_MAX,
    vpc::{
        Lifecycle, NetworkAcl, Peer, Protocol, RouteTable, RouteTableAssociation, SecurityGroup,
        SecurityGroupRule, Tags, Vpc,
    },
};
use sekisho_wire::{
    AwsError,
    ec2::{
        AttributeBooleanValue, CreateVpcInput, CreateVpcOutput, DeleteVpcInput, DeleteVpcOutput,
        DescribeVpcAttributeInput, DescribeVpcAttributeOutput, DescribeVpcsInput, DescribeVpcsOutput,
        ModifyVpcAttributeInput, ModifyVpcAttributeOutput,
    },
};

use super::{
    cidr,
    error::{bad_value, combination, has_dependencies, invalid_value, missing},
    filters::{Filters, one},
    ids, lookup,
    pagination::{Asked, Page},
    parameters::dry_run,
    security_groups::open_egress,
    shapes, tags,
};
use crate::{Call, Outcome, Reply};

/// `CreateVpc`.
pub(super) fn create(call: &mut Call<'_>, input: CreateVpcInput) -> Outcome<CreateVpcOutput> {
    let Some(block) = input.cidr_block.as_deref() else {
        return Err(AwsError::ec2(
            "MissingParameter",
            "Either 'cidrBlock' or 'ipv4IpamPoolId' should be provided.",
        ));
    };
    let cidr_block = cidr::parse(block, "cidrBlock")?;
    if !(16..=28).contains(&cidr_block.prefix_len()) || cidr::is_reserved(cidr_block) {
        return Err(AwsError::ec2("InvalidVpc.Range", format!("The CIDR '{block}' is invalid.")));
    }
    let instance_tenancy = input.instance_tenancy.unwrap_or_else(|| "default".to_owned());
    if instance_tenancy == "host" {
        return Err(invalid_value("host", "instanceTenancy", "A VPC has default or dedicated tenancy."));
    }
    let tags = tags::on_create(input.tag_specifications.as_deref(), ids::VPC.resource_type)?;
    dry_run(input.dry_run)?;
    let Some(settings) = call.world.settings() else {
        return Err(AwsError::ec2("InternalError", "The account has not been set up."));
    };
    if call.world.vpcs.len() >= VPCS_MAX {
        return Err(AwsError::ec2("VpcLimitExceeded", "The maximum number of VPCs has been reached."));
    }
    let vpc = Vpc {
        id: VpcId::from(format!("vpc-{}", call.mint.hex(17))),
        cidr_block,
        cidr_association_id: format!("vpc-cidr-assoc-{}", call.mint.hex(17)),
        instance_tenancy,
        dhcp_options_id: settings.dhcp_options_id.clone(),
        enable_dns_support: true,
        enable_dns_hostnames: false,
        enable_network_address_usage_metrics: false,
        state: Lifecycle::Pending,
        tags,
    };
    let output = CreateVpcOutput { vpc: Some(shapes::network::vpc(call.world, &vpc)) };
    let mut changes = companions(call, &vpc.id);
    changes.insert(0, vpc.into());
    Ok(Reply::write(output, changes))
}

/// The main route table, the default ACL and the default group of a new VPC.
fn companions(call: &mut Call<'_>, vpc_id: &VpcId) -> Vec<Change> {
    let main_table = RouteTable {
        id: RouteTableId::from(format!("rtb-{}", call.mint.hex(17))),
        vpc_id: vpc_id.clone(),
        associations: vec![RouteTableAssociation {
            id: format!("rtbassoc-{}", call.mint.hex(17)),
            subnet_id: None,
        }],
        routes: Vec::new(),
        propagating_gateways: Vec::new(),
        client_token: None,
        request_digest: None,
        tags: Tags::new(),
    };
    let default_acl = NetworkAcl {
        id: NetworkAclId::from(format!("acl-{}", call.mint.hex(17))),
        vpc_id: vpc_id.clone(),
        is_default: true,
        associations: Vec::new(),
        tags: Tags::new(),
    };
    let group_id = SecurityGroupId::from(format!("sg-{}", call.mint.hex(17)));
    let from_itself = SecurityGroupRule {
        id: format!("sgr-{}", call.mint.hex(17)),
        is_egress: false,
        protocol: Protocol::All,
        peer: Peer::Group(group_id.clone()),
        description: None,
        tags: Tags::new(),
    };
    let default_group = SecurityGroup {
        id: group_id,
        vpc_id: vpc_id.clone(),
        name: "default".to_owned(),
        description: "default VPC security group".to_owned(),
        rules: vec![from_itself, open_egress(&mut call.mint)],
        tags: Tags::new(),
    };
    vec![main_table.into(), default_acl.into(), default_group.into()]
}

/// `DescribeVpcs`.
pub(super) fn describe(call: &mut Call<'_>, input: DescribeVpcsInput) -> Outcome<DescribeVpcsOutput> {
    const NAMES: &[&str] = &[
        "cidr",
        "cidrBlock",
        "cidr-block-association.cidr-block",
        "cidr-block-association.association-id",
        "cidr-block-association.state",
        "dhcp-options-id",
        "dhcpOptionsId",
        "ipv6-cidr-block-association.ipv6-cidr-block",
        "ipv6-cidr-block-association.ipv6-pool",
        "ipv6-cidr-block-association.association-id",
        "ipv6-cidr-block-association.state",
        "is-default",
        "isDefault",
        "owner-id",
        "state",
        "vpc-id",
        "vpcId",
    ];
    let wanted: Vec<VpcId> = ids::VPC.parse_all(input.vpc_ids.as_deref())?;
    let filters = Filters::parse(input.filters.as_deref(), NAMES, true)?;
    let asked = Asked {
        max_results: input.max_results,
        next_token: input.next_token.as_deref(),
        ids: (!wanted.is_empty()).then_some("vpcIds"),
    };
    let page = Page::parse("DescribeVpcs", &asked)?;
    dry_run(input.dry_run)?;
    let world = call.world;
    let chosen = lookup::select(world.vpcs.values(), &wanted, &ids::VPC)?;
    let passing = chosen
        .into_iter()
        .filter(|vpc| filters.matches(&vpc.tags, |name| property(world, vpc, name)))
        .map(|vpc| (vpc.id.to_string(), vpc));
    let (vpcs, next_token) = page.cut(passing);
    let vpcs = vpcs.into_iter().map(|vpc| shapes::network::vpc(world, vpc)).collect();
    Ok(Reply::read(DescribeVpcsOutput { next_token, vpcs: Some(vpcs) }))
}

fn property(world: &World, vpc: &Vpc, name: &str) -> Vec<String> {
    match name {
        "cidr" | "cidrBlock" | "cidr-block-association.cidr-block" => one(vpc.cidr_block),
        "cidr-block-association.association-id" => one(&vpc.cidr_association_id),
        "cidr-block-association.state" => one("associated"),
        "dhcp-options-id" | "dhcpOptionsId" => one(&vpc.dhcp_options_id),
        "is-default" | "isDefault" => one(false),
        "owner-id" => one(world.account_id()),
        "state" => one(shapes::state(vpc.state)),
        "vpc-id" | "vpcId" => one(&vpc.id),
        _ => Vec::new(),
    }
}

/// `DeleteVpc`.
pub(super) fn delete(call: &mut Call<'_>, input: DeleteVpcInput) -> Outcome<DeleteVpcOutput> {
    let id: VpcId = ids::VPC.parse(input.vpc_id.as_deref().unwrap_or_default())?;
    dry_run(input.dry_run)?;
    let world = call.world;
    lookup::vpc(world, &id)?;
    if is_in_use(world, &id) {
        return Err(has_dependencies("vpc", &id));
    }
    let mut changes: Vec<Change> = Vec::new();
    let tables = world.route_tables.values().filter(|table| table.vpc_id == id);
    changes.extend(tables.map(|table| Change::Delete(EntityKey::RouteTable(table.id.clone()))));
    let acls = world.network_acls.values().filter(|acl| acl.vpc_id == id);
    changes.extend(acls.map(|acl| Change::Delete(EntityKey::NetworkAcl(acl.id.clone()))));
    let groups = world.security_groups.values().filter(|group| group.vpc_id == id);
    changes.extend(groups.map(|group| Change::Delete(EntityKey::SecurityGroup(group.id.clone()))));
    changes.push(Change::Delete(EntityKey::Vpc(id)));
    Ok(Reply::write(DeleteVpcOutput::default(), changes))
}

/// Whether anything stands in a VPC but what came with it.
fn is_in_use(world: &World, id: &VpcId) -> bool {
    world.subnets_of(id).next().is_some()
        || world.vpc_endpoints_of(id).next().is_some()
        || world.network_interfaces_of(id).next().is_some()
        || world.route_tables.values().any(|table| table.vpc_id == *id && !table.is_main())
        || world.security_groups.values().any(|group| group.vpc_id == *id && group.name != "default")
        || world.network_acls.values().any(|acl| acl.vpc_id == *id && !acl.is_default)
        || world.vpn_gateways.values().any(|gateway| super::vpn_gateways::holds(gateway, id))
}

/// `DescribeVpcAttribute`.
pub(super) fn describe_attribute(
    call: &mut Call<'_>,
    input: DescribeVpcAttributeInput,
) -> Outcome<DescribeVpcAttributeOutput> {
    let id: VpcId = ids::VPC.parse(input.vpc_id.as_deref().unwrap_or_default())?;
    dry_run(input.dry_run)?;
    let vpc = lookup::vpc(call.world, &id)?;
    let mut output = DescribeVpcAttributeOutput { vpc_id: shapes::text(&id), ..Default::default() };
    let value = |flag: bool| Some(AttributeBooleanValue { value: Some(flag) });
    match input.attribute.as_deref().unwrap_or_default() {
        "enableDnsSupport" => output.enable_dns_support = value(vpc.enable_dns_support),
        "enableDnsHostnames" => output.enable_dns_hostnames = value(vpc.enable_dns_hostnames),
        "enableNetworkAddressUsageMetrics" => {
            output.enable_network_address_usage_metrics = value(vpc.enable_network_address_usage_metrics);
        }
        other => return Err(invalid_value(other, "attribute", "")),
    }
    Ok(Reply::read(output))
}

/// `ModifyVpcAttribute`: one attribute a call.
pub(super) fn modify_attribute(
    call: &mut Call<'_>,
    input: ModifyVpcAttributeInput,
) -> Outcome<ModifyVpcAttributeOutput> {
    let id: VpcId = ids::VPC.parse(input.vpc_id.as_deref().unwrap_or_default())?;
    let given = [
        ("enableDnsHostnames", &input.enable_dns_hostnames),
        ("enableDnsSupport", &input.enable_dns_support),
        ("enableNetworkAddressUsageMetrics", &input.enable_network_address_usage_metrics),
    ];
    let (name, flag) = only_attribute(&given)?;
    // ModifyVpcAttribute alone has no DryRun in the model.
    let mut vpc = lookup::vpc(call.world, &id)?.clone();
    match name {
        "enableDnsHostnames" if flag && !vpc.enable_dns_support => {
            return Err(bad_value(
                "enableDnsHostnames can only be set to true while enableDnsSupport is true.",
            ));
        }
        "enableDnsHostnames" => vpc.enable_dns_hostnames = flag,
        "enableDnsSupport" => vpc.enable_dns_support = flag,
        _ => vpc.enable_network_address_usage_metrics = flag,
    }
    Ok(Reply::write(ModifyVpcAttributeOutput::default(), vec![vpc.into()]))
}

/// The one attribute that is given.
pub(super) fn only_attribute(
    attributes: &[(&'static str, &Option<AttributeBooleanValue>)],
) -> Result<(&'static str, bool), AwsError> {
    let given: Vec<_> = attributes
        .iter()
        .filter_map(|(name, value)| value.as_ref().map(|value| (*name, value.value)))
        .collect();
    match given.as_slice() {
        [] => Err(combination("No attributes specified.")),
        [(name, Some(flag))] => Ok((name, *flag)),
        [(name, None)] => Err(missing(&format!("{name}.value"))),
        several => {
            let names: Vec<&str> = several.iter().map(|(name, _)| *name).collect();
            Err(several_attributes(&names))
        }
    }
}

/// More than one attribute in one call.
pub(super) fn several_attributes(names: &[&str]) -> AwsError {
    combination(format!("Fields for multiple attribute types specified: {}", names.join(", ")))
}
