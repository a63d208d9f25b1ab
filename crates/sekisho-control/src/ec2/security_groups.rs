//! Security groups. Their rules are in the sibling module.
//!
//! Group `default` comes and goes with its VPC. A group goes when no interface, no endpoint and no other group's rule
//! uses it.

use sekisho_core::{
    Change, EntityKey, Mint, World,
    id::{SecurityGroupId, VpcId},
    limits::SECURITY_GROUPS_MAX,
    vpc::{Peer, Protocol, SecurityGroup, SecurityGroupRule, Tags},
};
use sekisho_wire::{
    AwsError,
    ec2::{
        CreateSecurityGroupInput, CreateSecurityGroupOutput, DeleteSecurityGroupInput,
        DeleteSecurityGroupOutput, DescribeSecurityGroupsInput, DescribeSecurityGroupsOutput,
    },
};

use super::{
    error::{combination, invalid_value, missing},
    filters::{Filters, one},
    ids, lookup,
    pagination::{Asked, Page},
    parameters::dry_run,
    shapes, tags,
};
use crate::{Call, Outcome, Reply};

/// The rule a new group starts with: everything may go out.
pub(super) fn open_egress(mint: &mut Mint) -> SecurityGroupRule {
    SecurityGroupRule {
        id: format!("sgr-{}", mint.hex(17)),
        is_egress: true,
        protocol: Protocol::All,
        peer: Peer::Cidr(ipnet::Ipv4Net::default()),
        description: None,
        tags: Tags::new(),
    }
}

/// Whether a name or description has only the characters the service allows, and at most 255 of them.
pub(super) fn is_plain(text: &str) -> bool {
    text.chars().count() <= 255
        && text
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || " ._-:/()#,@[]+=&;{}!$*".contains(letter))
}

/// The group a request names. By name is for the default VPC alone, which this account does not have.
pub(super) fn named_group(id: Option<&str>, name: Option<&str>) -> Result<SecurityGroupId, AwsError> {
    match (id, name) {
        (Some(_), Some(_)) => {
            Err(combination("The parameter groupName cannot be used with the parameter groupId"))
        }
        (Some(id), None) => ids::SECURITY_GROUP.parse(id),
        (None, Some(_)) => Err(no_default_vpc()),
        (None, None) => Err(missing("groupId")),
    }
}

/// There is no default VPC to fall back on.
fn no_default_vpc() -> AwsError {
    AwsError::ec2("VPCIdNotSpecified", "No default VPC for this user")
}

/// `CreateSecurityGroup`.
pub(super) fn create(
    call: &mut Call<'_>,
    input: CreateSecurityGroupInput,
) -> Outcome<CreateSecurityGroupOutput> {
    let name = input.group_name.unwrap_or_default();
    let description = input.description.unwrap_or_default();
    for (value, parameter) in [(&name, "GroupName"), (&description, "GroupDescription")] {
        if !is_plain(value) {
            return Err(invalid_value(
                value,
                parameter,
                "Character sets beyond ASCII letters, digits, spaces and ._-:/()#,@[]+=&;{}!$* are not supported, \
                 and 255 characters are the limit.",
            ));
        }
    }
    if name.starts_with("sg-") {
        return Err(invalid_value(&name, "groupName", "Group names may not be in the format sg-*."));
    }
    if name.eq_ignore_ascii_case("default") {
        return Err(AwsError::ec2(
            "InvalidGroup.Reserved",
            "Cannot use reserved security group name: default",
        ));
    }
    let vpc_id: Option<VpcId> = input.vpc_id.as_deref().map(|id| ids::VPC.parse(id)).transpose()?;
    let tags = tags::on_create(input.tag_specifications.as_deref(), ids::SECURITY_GROUP.resource_type)?;
    dry_run(input.dry_run)?;
    let vpc_id = vpc_id.ok_or_else(no_default_vpc)?;
    let world = call.world;
    lookup::vpc(world, &vpc_id)?;
    if world.security_groups.values().any(|group| group.vpc_id == vpc_id && group.name == name) {
        return Err(AwsError::ec2(
            "InvalidGroup.Duplicate",
            format!("The security group '{name}' already exists for VPC '{vpc_id}'"),
        ));
    }
    if world.security_groups.len() >= SECURITY_GROUPS_MAX {
        return Err(AwsError::ec2(
            "SecurityGroupLimitExceeded",
            "The maximum number of security groups has been reached.",
        ));
    }
    let id = SecurityGroupId::from(format!("sg-{}", call.mint.hex(17)));
    let rules = vec![open_egress(&mut call.mint)];
    let output = CreateSecurityGroupOutput {
        group_id: shapes::text(&id),
        tags: shapes::tags(&tags),
        security_group_arn: shapes::text(shapes::arn(world, ids::SECURITY_GROUP.resource_type, &id)),
    };
    let group = SecurityGroup { id, vpc_id, name, description, rules, tags };
    Ok(Reply::write(output, vec![group.into()]))
}

/// `DescribeSecurityGroups`.
pub(super) fn describe(
    call: &mut Call<'_>,
    input: DescribeSecurityGroupsInput,
) -> Outcome<DescribeSecurityGroupsOutput> {
    const NAMES: &[&str] = &[
        "description",
        "egress.ip-permission.cidr",
        "egress.ip-permission.from-port",
        "egress.ip-permission.group-id",
        "egress.ip-permission.group-name",
        "egress.ip-permission.ipv6-cidr",
        "egress.ip-permission.prefix-list-id",
        "egress.ip-permission.protocol",
        "egress.ip-permission.to-port",
        "egress.ip-permission.user-id",
        "group-id",
        "group-name",
        "ip-permission.cidr",
        "ip-permission.from-port",
        "ip-permission.group-id",
        "ip-permission.group-name",
        "ip-permission.ipv6-cidr",
        "ip-permission.prefix-list-id",
        "ip-permission.protocol",
        "ip-permission.to-port",
        "ip-permission.user-id",
        "owner-id",
        "vpc-id",
    ];
    let wanted: Vec<SecurityGroupId> = ids::SECURITY_GROUP.parse_all(input.group_ids.as_deref())?;
    let filters = Filters::parse(input.filters.as_deref(), NAMES, true)?;
    let asked = Asked {
        max_results: input.max_results,
        next_token: input.next_token.as_deref(),
        ids: (!wanted.is_empty()).then_some("groupIds"),
    };
    let page = Page::parse("DescribeSecurityGroups", &asked)?;
    dry_run(input.dry_run)?;
    if let Some(name) = input.group_names.unwrap_or_default().first() {
        return Err(AwsError::ec2(
            "InvalidGroup.NotFound",
            format!("The security group '{name}' does not exist in default VPC 'null'"),
        ));
    }
    let world = call.world;
    let chosen = lookup::select(world.security_groups.values(), &wanted, &ids::SECURITY_GROUP)?;
    let passing = chosen
        .into_iter()
        .filter(|group| filters.matches(&group.tags, |name| property(world, group, name)))
        .map(|group| (group.id.to_string(), group));
    let (groups, next_token) = page.cut(passing);
    let security_groups =
        groups.into_iter().map(|group| shapes::group::security_group(world, group)).collect();
    Ok(Reply::read(DescribeSecurityGroupsOutput { next_token, security_groups: Some(security_groups) }))
}

fn property(world: &World, group: &SecurityGroup, name: &str) -> Vec<String> {
    match name {
        "description" => one(&group.description),
        "group-id" => one(&group.id),
        "group-name" => one(&group.name),
        "owner-id" => one(world.account_id()),
        "vpc-id" => one(&group.vpc_id),
        _ => {
            let (egress, name) =
                name.strip_prefix("egress.").map_or((false, name), |inbound| (true, inbound));
            let rules = group.rules.iter().filter(|rule| rule.is_egress == egress);
            rules.filter_map(|rule| rule_property(world, rule, name)).collect()
        }
    }
}

fn rule_property(world: &World, rule: &SecurityGroupRule, name: &str) -> Option<String> {
    let (protocol, range) = shapes::group::protocol(rule.protocol);
    match (name, &rule.peer) {
        ("ip-permission.protocol", _) => Some(protocol),
        ("ip-permission.from-port", _) => range.map(|(from, _)| from.to_string()),
        ("ip-permission.to-port", _) => range.map(|(_, to)| to.to_string()),
        ("ip-permission.cidr", Peer::Cidr(net)) => Some(net.to_string()),
        ("ip-permission.ipv6-cidr", Peer::Cidr6(net)) => Some(net.to_string()),
        ("ip-permission.group-id", Peer::Group(id)) => Some(id.to_string()),
        ("ip-permission.group-name", Peer::Group(id)) => {
            world.security_groups.get(id).map(|group| group.name.clone())
        }
        ("ip-permission.user-id", Peer::Group(_)) => Some(world.account_id().to_owned()),
        _ => None,
    }
}

/// `DeleteSecurityGroup`.
pub(super) fn delete(
    call: &mut Call<'_>,
    input: DeleteSecurityGroupInput,
) -> Outcome<DeleteSecurityGroupOutput> {
    let id = named_group(input.group_id.as_deref(), input.group_name.as_deref())?;
    dry_run(input.dry_run)?;
    let group = lookup::security_group(call.world, &id)?;
    if group.name == "default" {
        return Err(AwsError::ec2(
            "CannotDelete",
            format!("the specified group: \"{id}\" name: \"default\" cannot be deleted by a user"),
        ));
    }
    if is_in_use(call.world, group) {
        return Err(AwsError::ec2("DependencyViolation", format!("resource {id} has a dependent object")));
    }
    let output = DeleteSecurityGroupOutput { return_: Some(true), group_id: shapes::text(&id) };
    Ok(Reply::write(output, vec![Change::Delete(EntityKey::SecurityGroup(id))]))
}

fn is_in_use(world: &World, group: &SecurityGroup) -> bool {
    let guards = |groups: &[SecurityGroupId]| groups.contains(&group.id);
    let refers = |other: &SecurityGroup| {
        other.id != group.id
            && other.rules.iter().any(|rule| matches!(&rule.peer, Peer::Group(id) if *id == group.id))
    };
    world.network_interfaces_of(&group.vpc_id).any(|interface| guards(&interface.groups))
        || world.vpc_endpoints_of(&group.vpc_id).any(|endpoint| guards(&endpoint.group_ids))
        || world.security_groups.values().any(|other| refers(other))
}
