//! Rules of security groups: authorize, revoke, modify, describe.
//!
//! A request may spell its rules as permissions or, for one rule with an IPv4 range, as top-level parameters; a revoke
//! may also name rule ids. A call makes or takes all its rules or none.

use sekisho_core::{
    World,
    id::SecurityGroupId,
    limits::RULES_PER_GROUP_MAX,
    vpc::{Peer, SecurityGroup, SecurityGroupRule},
};
use sekisho_wire::{
    AwsError,
    ec2::{
        AuthorizeSecurityGroupEgressInput, AuthorizeSecurityGroupEgressOutput,
        AuthorizeSecurityGroupIngressInput, AuthorizeSecurityGroupIngressOutput,
        DescribeSecurityGroupRulesInput, DescribeSecurityGroupRulesOutput, IpPermission, IpRange,
        ModifySecurityGroupRulesInput, ModifySecurityGroupRulesOutput, RevokeSecurityGroupEgressInput,
        RevokeSecurityGroupEgressOutput, RevokeSecurityGroupIngressInput, RevokeSecurityGroupIngressOutput,
        RevokedSecurityGroupRule, SecurityGroupRule as RuleShape, SecurityGroupRuleRequest, TagSpecification,
    },
};

use super::{
    error::{bad_value, combination, missing},
    filters::{Filters, one},
    ids, lookup,
    pagination::{Asked, Page},
    parameters::dry_run,
    rule_spec::{self, RuleSpec},
    security_groups::named_group,
    shapes, tags,
};
use crate::{Call, Outcome, Reply};

/// One rule spelt with top-level parameters.
struct Flat {
    protocol: Option<String>,
    from: Option<i32>,
    to: Option<i32>,
    cidr: Option<String>,
}

/// The permissions of a request, whichever way they are spelt; empty if there are none.
fn permissions(given: Option<Vec<IpPermission>>, flat: Flat) -> Result<Vec<IpPermission>, AwsError> {
    let given = given.unwrap_or_default();
    let is_flat = flat.protocol.is_some() || flat.from.is_some() || flat.to.is_some() || flat.cidr.is_some();
    match (given.is_empty(), is_flat) {
        (false, true) => Err(combination(
            "The parameter ipPermissions cannot be used with ipProtocol, fromPort, toPort or cidrIp",
        )),
        (_, false) => Ok(given),
        (true, true) => {
            let Some(cidr) = flat.cidr else { return Err(missing("cidrIp")) };
            Ok(vec![IpPermission {
                ip_protocol: flat.protocol,
                from_port: flat.from,
                to_port: flat.to,
                ip_ranges: Some(vec![IpRange { description: None, cidr_ip: Some(cidr) }]),
                ..Default::default()
            }])
        }
    }
}

/// `AuthorizeSecurityGroupIngress`.
pub(super) fn authorize_ingress(
    call: &mut Call<'_>,
    input: AuthorizeSecurityGroupIngressInput,
) -> Outcome<AuthorizeSecurityGroupIngressOutput> {
    let group = named_group(input.group_id.as_deref(), input.group_name.as_deref())?;
    let flat =
        Flat { protocol: input.ip_protocol, from: input.from_port, to: input.to_port, cidr: input.cidr_ip };
    let permissions = permissions(input.ip_permissions, flat)?;
    let reply = authorize(call, &group, false, &permissions, (input.tag_specifications, input.dry_run))?;
    Ok(reply.map(|rules| AuthorizeSecurityGroupIngressOutput {
        return_: Some(true),
        security_group_rules: Some(rules),
    }))
}

/// `AuthorizeSecurityGroupEgress`.
pub(super) fn authorize_egress(
    call: &mut Call<'_>,
    input: AuthorizeSecurityGroupEgressInput,
) -> Outcome<AuthorizeSecurityGroupEgressOutput> {
    let group = named_group(input.group_id.as_deref(), None)?;
    let flat =
        Flat { protocol: input.ip_protocol, from: input.from_port, to: input.to_port, cidr: input.cidr_ip };
    let permissions = permissions(input.ip_permissions, flat)?;
    let reply = authorize(call, &group, true, &permissions, (input.tag_specifications, input.dry_run))?;
    Ok(reply.map(|rules| AuthorizeSecurityGroupEgressOutput {
        return_: Some(true),
        security_group_rules: Some(rules),
    }))
}

fn authorize(
    call: &mut Call<'_>,
    group_id: &SecurityGroupId,
    is_egress: bool,
    permissions: &[IpPermission],
    (specifications, dry): (Option<Vec<TagSpecification>>, Option<bool>),
) -> Outcome<Vec<RuleShape>> {
    if permissions.is_empty() {
        return Err(missing("ipPermissions"));
    }
    let specs = rule_spec::parse(permissions, call.world.account_id())?;
    let tags = tags::on_create(specifications.as_deref(), ids::RULE.resource_type)?;
    dry_run(dry)?;
    let mut group = lookup::security_group(call.world, group_id)?.clone();
    for spec in &specs {
        check_peer(call.world, &group, spec)?;
        check_duplicate(&group, is_egress, spec, None)?;
    }
    let first = group.rules.len();
    for spec in specs {
        group.rules.push(SecurityGroupRule {
            id: format!("sgr-{}", call.mint.hex(17)),
            is_egress,
            protocol: spec.protocol,
            peer: spec.peer,
            description: spec.description,
            tags: tags.clone(),
        });
    }
    check_quota(&group, is_egress)?;
    let output =
        group.rules.iter().skip(first).map(|rule| shapes::group::rule(call.world, &group, rule)).collect();
    Ok(Reply::write(output, vec![group.into()]))
}

/// A group as the other end must be there, in the same VPC.
fn check_peer(world: &World, group: &SecurityGroup, spec: &RuleSpec) -> Result<(), AwsError> {
    let Peer::Group(id) = &spec.peer else { return Ok(()) };
    let peer = lookup::security_group(world, id)?;
    if peer.vpc_id != group.vpc_id || spec.peer_vpc.as_ref().is_some_and(|vpc| *vpc != peer.vpc_id) {
        return Err(AwsError::ec2(
            "InvalidGroup.NotFound",
            "You have specified two resources that belong to different networks.",
        ));
    }
    Ok(())
}

fn check_duplicate(
    group: &SecurityGroup,
    is_egress: bool,
    spec: &RuleSpec,
    except: Option<&str>,
) -> Result<(), AwsError> {
    let exists = group.rules.iter().any(|rule| {
        rule.is_egress == is_egress
            && Some(rule.id.as_str()) != except
            && spec.is_same(rule.protocol, &rule.peer)
    });
    if exists {
        return Err(AwsError::ec2(
            "InvalidPermission.Duplicate",
            format!("the specified rule \"{}\" already exists", spec.spelling()),
        ));
    }
    Ok(())
}

/// Rules count for each address family apart; a group as source counts for both.
fn check_quota(group: &SecurityGroup, is_egress: bool) -> Result<(), AwsError> {
    let count = |other_family: fn(&Peer) -> bool| {
        group.rules.iter().filter(|rule| rule.is_egress == is_egress && !other_family(&rule.peer)).count()
    };
    let over = count(|peer| matches!(peer, Peer::Cidr6(_))) > RULES_PER_GROUP_MAX
        || count(|peer| matches!(peer, Peer::Cidr(_))) > RULES_PER_GROUP_MAX;
    if over {
        return Err(AwsError::ec2(
            "RulesPerSecurityGroupLimitExceeded",
            "The maximum number of rules per security group has been reached.",
        ));
    }
    Ok(())
}

/// `RevokeSecurityGroupIngress`.
pub(super) fn revoke_ingress(
    call: &mut Call<'_>,
    input: RevokeSecurityGroupIngressInput,
) -> Outcome<RevokeSecurityGroupIngressOutput> {
    let rule_ids = input.security_group_rule_ids.unwrap_or_default();
    let group = group_of_revoke(call.world, input.group_id, input.group_name.as_deref(), &rule_ids)?;
    let flat =
        Flat { protocol: input.ip_protocol, from: input.from_port, to: input.to_port, cidr: input.cidr_ip };
    let permissions = permissions(input.ip_permissions, flat)?;
    let reply = revoke(call, &group, false, &permissions, (&rule_ids, input.dry_run))?;
    Ok(reply.map(|revoked| RevokeSecurityGroupIngressOutput {
        return_: Some(true),
        unknown_ip_permissions: Some(Vec::new()),
        revoked_security_group_rules: Some(revoked),
    }))
}

/// `RevokeSecurityGroupEgress`.
pub(super) fn revoke_egress(
    call: &mut Call<'_>,
    input: RevokeSecurityGroupEgressInput,
) -> Outcome<RevokeSecurityGroupEgressOutput> {
    let group = named_group(input.group_id.as_deref(), None)?;
    let rule_ids = input.security_group_rule_ids.unwrap_or_default();
    let flat =
        Flat { protocol: input.ip_protocol, from: input.from_port, to: input.to_port, cidr: input.cidr_ip };
    let permissions = permissions(input.ip_permissions, flat)?;
    let reply = revoke(call, &group, true, &permissions, (&rule_ids, input.dry_run))?;
    Ok(reply.map(|revoked| RevokeSecurityGroupEgressOutput {
        return_: Some(true),
        unknown_ip_permissions: Some(Vec::new()),
        revoked_security_group_rules: Some(revoked),
    }))
}

/// The group of a revoke: as named, else the one that has the first rule named.
fn group_of_revoke(
    world: &World,
    id: Option<String>,
    name: Option<&str>,
    rule_ids: &[String],
) -> Result<SecurityGroupId, AwsError> {
    match (id, name, rule_ids.first()) {
        (None, None, Some(rule_id)) => {
            ids::RULE.parse::<String>(rule_id)?;
            let holder = world
                .security_groups
                .values()
                .find(|group| group.rules.iter().any(|rule| rule.id == *rule_id));
            holder.map(|group| group.id.clone()).ok_or_else(|| ids::RULE.not_found(rule_id))
        }
        (id, name, _) => named_group(id.as_deref(), name),
    }
}

fn revoke(
    call: &mut Call<'_>,
    group_id: &SecurityGroupId,
    is_egress: bool,
    permissions: &[IpPermission],
    (rule_ids, dry): (&[String], Option<bool>),
) -> Outcome<Vec<RevokedSecurityGroupRule>> {
    match (permissions.is_empty(), rule_ids.is_empty()) {
        (true, true) => return Err(missing("ipPermissions")),
        (false, false) => {
            return Err(combination(
                "The parameter securityGroupRuleIds cannot be used with the parameter ipPermissions",
            ));
        }
        _ => {}
    }
    let specs = rule_spec::parse(permissions, call.world.account_id())?;
    for id in rule_ids {
        ids::RULE.parse::<String>(id)?;
    }
    dry_run(dry)?;
    let mut group = lookup::security_group(call.world, group_id)?.clone();
    let mut gone: Vec<SecurityGroupRule> = Vec::new();
    let mut take = |wanted: &dyn Fn(&SecurityGroupRule) -> bool| {
        let index = group.rules.iter().position(|rule| rule.is_egress == is_egress && wanted(rule));
        let rule = index.map(|index| group.rules.remove(index));
        let found = rule.is_some();
        gone.extend(rule);
        found
    };
    for spec in &specs {
        if !take(&|rule| spec.is_same(rule.protocol, &rule.peer)) {
            return Err(AwsError::ec2(
                "InvalidPermission.NotFound",
                "The specified rule does not exist in this security group",
            ));
        }
    }
    for id in rule_ids {
        if !take(&|rule| rule.id == *id) {
            return Err(ids::RULE.not_found(id));
        }
    }
    let output = gone.iter().map(|rule| shapes::group::revoked(&group, rule)).collect();
    Ok(Reply::write(output, vec![group.into()]))
}

/// `DescribeSecurityGroupRules`.
pub(super) fn describe(
    call: &mut Call<'_>,
    input: DescribeSecurityGroupRulesInput,
) -> Outcome<DescribeSecurityGroupRulesOutput> {
    let wanted: Vec<String> = ids::RULE.parse_all(input.security_group_rule_ids.as_deref())?;
    let filters = Filters::parse(input.filters.as_deref(), &["group-id", "security-group-rule-id"], true)?;
    let asked = Asked {
        max_results: input.max_results,
        next_token: input.next_token.as_deref(),
        ids: (!wanted.is_empty()).then_some("securityGroupRuleIds"),
    };
    let page = Page::parse("DescribeSecurityGroupRules", &asked)?;
    dry_run(input.dry_run)?;
    let world = call.world;
    let mut all: Vec<(&SecurityGroup, &SecurityGroupRule)> = world
        .security_groups
        .values()
        .flat_map(|group| group.rules.iter().map(move |rule| (&**group, rule)))
        .collect();
    all.sort_by(|(_, one), (_, other)| one.id.cmp(&other.id));
    if let Some(absent) = wanted.iter().find(|id| !all.iter().any(|(_, rule)| rule.id == **id)) {
        return Err(ids::RULE.not_found(absent));
    }
    let passing = all
        .into_iter()
        .filter(|(_, rule)| wanted.is_empty() || wanted.contains(&rule.id))
        .filter(|(group, rule)| {
            filters.matches(&rule.tags, |name| match name {
                "group-id" => one(&group.id),
                _ => one(&rule.id),
            })
        })
        .map(|(group, rule)| (rule.id.clone(), (group, rule)));
    let (rules, next_token) = page.cut(passing);
    let rules = rules.into_iter().map(|(group, rule)| shapes::group::rule(world, group, rule)).collect();
    Ok(Reply::read(DescribeSecurityGroupRulesOutput { security_group_rules: Some(rules), next_token }))
}

/// `ModifySecurityGroupRules`: each update gives the whole rule; what kind of peer it has stays.
pub(super) fn modify(
    call: &mut Call<'_>,
    input: ModifySecurityGroupRulesInput,
) -> Outcome<ModifySecurityGroupRulesOutput> {
    let group_id = named_group(input.group_id.as_deref(), None)?;
    let updates = input.security_group_rules.unwrap_or_default();
    if updates.is_empty() {
        return Err(missing("securityGroupRule"));
    }
    let mut specs: Vec<(String, RuleSpec)> = Vec::new();
    for update in updates {
        let id = update.security_group_rule_id.ok_or_else(|| missing("securityGroupRuleId"))?;
        ids::RULE.parse::<String>(&id)?;
        let request = update.security_group_rule.ok_or_else(|| missing("securityGroupRule"))?;
        if specs.iter().any(|(other, _)| *other == id) {
            return Err(bad_value(format!("The security group rule ID '{id}' is given more than once")));
        }
        specs.push((id, spec_of(&request)?));
    }
    dry_run(input.dry_run)?;
    let mut group = lookup::security_group(call.world, &group_id)?.clone();
    for (id, spec) in &specs {
        check_peer(call.world, &group, spec)?;
        let rule =
            group.rules.iter_mut().find(|rule| rule.id == *id).ok_or_else(|| ids::RULE.not_found(id))?;
        if std::mem::discriminant(&rule.peer) != std::mem::discriminant(&spec.peer) {
            return Err(bad_value(format!(
                "The kind of source or destination of the rule '{id}' cannot be modified"
            )));
        }
        rule.protocol = spec.protocol;
        rule.peer = spec.peer.clone();
        rule.description.clone_from(&spec.description);
    }
    for (id, spec) in &specs {
        let is_egress = group.rules.iter().any(|rule| rule.id == *id && rule.is_egress);
        check_duplicate(&group, is_egress, spec, Some(id))?;
    }
    Ok(Reply::write(ModifySecurityGroupRulesOutput { return_: Some(true) }, vec![group.into()]))
}

fn spec_of(request: &SecurityGroupRuleRequest) -> Result<RuleSpec, AwsError> {
    let name = request.ip_protocol.as_deref().ok_or_else(|| missing("ipProtocol"))?;
    let protocol = rule_spec::protocol(name, request.from_port, request.to_port)?;
    if let Some(id) = request.prefix_list_id.as_deref().filter(|id| !id.is_empty()) {
        ids::PREFIX_LIST.parse::<String>(id)?;
        return Err(ids::PREFIX_LIST.not_found(id));
    }
    let given = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    let peer =
        match (given(&request.cidr_ipv4), given(&request.cidr_ipv6), given(&request.referenced_group_id)) {
            (Some(cidr), None, None) => rule_spec::cidr4(&cidr)?,
            (None, Some(cidr), None) => rule_spec::cidr6(&cidr)?,
            (None, None, Some(id)) => Peer::Group(ids::SECURITY_GROUP.parse(&id)?),
            (None, None, None) => {
                return Err(AwsError::ec2(
                    "MissingParameter",
                    "A rule must contain one of cidrIpv4, cidrIpv6, prefixListId, referencedGroupId",
                ));
            }
            _ => {
                return Err(combination(
                    "A rule must contain only one of cidrIpv4, cidrIpv6, prefixListId, referencedGroupId",
                ));
            }
        };
    let description = rule_spec::description(request.description.as_deref())?;
    Ok(RuleSpec { protocol, peer, description, peer_vpc: None })
}
