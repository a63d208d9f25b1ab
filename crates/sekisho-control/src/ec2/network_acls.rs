//! Network ACLs. A VPC has its default one, which lets everything through; clients look for it after making a VPC.

use sekisho_core::{World, id::NetworkAclId, vpc::NetworkAcl};
use sekisho_wire::ec2::{DescribeNetworkAclsInput, DescribeNetworkAclsOutput};

use super::{
    filters::{Filters, one},
    ids, lookup,
    pagination::{Asked, Page},
    parameters::dry_run,
    shapes,
};
use crate::{Call, Outcome, Reply};

/// `DescribeNetworkAcls`.
pub(super) fn describe(
    call: &mut Call<'_>,
    input: DescribeNetworkAclsInput,
) -> Outcome<DescribeNetworkAclsOutput> {
    const NAMES: &[&str] = &[
        "association.association-id",
        "association.network-acl-id",
        "association.subnet-id",
        "default",
        "entry.cidr",
        "entry.icmp.code",
        "entry.icmp.type",
        "entry.ipv6-cidr",
        "entry.port-range.from",
        "entry.port-range.to",
        "entry.protocol",
        "entry.rule-action",
        "entry.egress",
        "entry.rule-number",
        "network-acl-id",
        "owner-id",
        "vpc-id",
    ];
    let wanted: Vec<NetworkAclId> = ids::NETWORK_ACL.parse_all(input.network_acl_ids.as_deref())?;
    let filters = Filters::parse(input.filters.as_deref(), NAMES, true)?;
    let asked = Asked {
        max_results: input.max_results,
        next_token: input.next_token.as_deref(),
        ids: (!wanted.is_empty()).then_some("networkAclIds"),
    };
    let page = Page::parse("DescribeNetworkAcls", &asked)?;
    dry_run(input.dry_run)?;
    let world = call.world;
    let chosen = lookup::select(world.network_acls.values(), &wanted, &ids::NETWORK_ACL)?;
    let passing = chosen
        .into_iter()
        .filter(|acl| filters.matches(&acl.tags, |name| property(world, acl, name)))
        .map(|acl| (acl.id.to_string(), acl));
    let (acls, next_token) = page.cut(passing);
    let network_acls = acls.into_iter().map(|acl| shapes::interface::network_acl(world, acl)).collect();
    Ok(Reply::read(DescribeNetworkAclsOutput { network_acls: Some(network_acls), next_token }))
}

fn property(world: &World, acl: &NetworkAcl, name: &str) -> Vec<String> {
    let links = || acl.associations.iter();
    match name {
        "association.association-id" => links().map(|link| link.id.clone()).collect(),
        "association.network-acl-id" => links().map(|_| acl.id.to_string()).collect(),
        "association.subnet-id" => links().map(|link| link.subnet_id.to_string()).collect(),
        "default" => one(acl.is_default),
        "network-acl-id" => one(&acl.id),
        "owner-id" => one(world.account_id()),
        "vpc-id" => one(&acl.vpc_id),
        _ => shapes::interface::default_entries()
            .into_iter()
            .filter_map(|entry| match name {
                "entry.cidr" => entry.cidr_block,
                "entry.protocol" => entry.protocol,
                "entry.rule-action" => entry.rule_action,
                "entry.egress" => entry.egress.map(|egress| egress.to_string()),
                "entry.rule-number" => entry.rule_number.map(|number| number.to_string()),
                _ => None,
            })
            .collect(),
    }
}
