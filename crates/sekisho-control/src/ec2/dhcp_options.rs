//! DHCP options sets. The account has its default one, which every VPC uses.

use sekisho_core::id::DhcpOptionsId;
use sekisho_wire::ec2::{DescribeDhcpOptionsInput, DescribeDhcpOptionsOutput};

use super::{
    filters::{Filters, one},
    ids, lookup,
    pagination::{Asked, Page},
    parameters::dry_run,
    shapes,
};
use crate::{Call, Outcome, Reply};

/// `DescribeDhcpOptions`.
pub(super) fn describe(
    call: &mut Call<'_>,
    input: DescribeDhcpOptionsInput,
) -> Outcome<DescribeDhcpOptionsOutput> {
    let wanted: Vec<DhcpOptionsId> = ids::DHCP_OPTIONS.parse_all(input.dhcp_options_ids.as_deref())?;
    let filters =
        Filters::parse(input.filters.as_deref(), &["dhcp-options-id", "key", "value", "owner-id"], true)?;
    let asked = Asked {
        max_results: input.max_results,
        next_token: input.next_token.as_deref(),
        ids: (!wanted.is_empty()).then_some("dhcpOptionsIds"),
    };
    let page = Page::parse("DescribeDhcpOptions", &asked)?;
    dry_run(input.dry_run)?;
    let world = call.world;
    let chosen = lookup::select(world.dhcp_options.values(), &wanted, &ids::DHCP_OPTIONS)?;
    let passing = chosen
        .into_iter()
        .filter(|options| {
            filters.matches(&options.tags, |name| match name {
                "dhcp-options-id" => one(&options.id),
                "key" => vec!["domain-name".to_owned(), "domain-name-servers".to_owned()],
                "value" => std::iter::once(&options.domain_name)
                    .chain(&options.domain_name_servers)
                    .cloned()
                    .collect(),
                _ => one(world.account_id()),
            })
        })
        .map(|options| (options.id.to_string(), options));
    let (sets, next_token) = page.cut(passing);
    let dhcp_options = sets.into_iter().map(|set| shapes::network::dhcp_options(world, set)).collect();
    Ok(Reply::read(DescribeDhcpOptionsOutput { next_token, dhcp_options: Some(dhcp_options) }))
}
