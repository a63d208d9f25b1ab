//! Prefix lists. There are none: `execute-api` has no list of its own, and customer lists are not served yet.
//!
//! Terraform looks for a list by an endpoint's service name and takes an empty answer, not an error.

use sekisho_wire::{
    AwsError,
    ec2::{
        DescribeManagedPrefixListsInput, DescribeManagedPrefixListsOutput, DescribePrefixListsInput,
        DescribePrefixListsOutput, Filter,
    },
};

use super::{
    filters::Filters,
    ids,
    pagination::{Asked, Page},
    parameters::dry_run,
};
use crate::{Call, Outcome, Reply};

/// The checks of a list that is always empty: no id can be right.
fn check(
    names: &'static [&'static str],
    filters: Option<&[Filter]>,
    wanted: Option<&[String]>,
    (operation, mut asked): (&'static str, Asked<'_>),
    dry: Option<bool>,
) -> Result<(), AwsError> {
    let wanted: Vec<String> = ids::PREFIX_LIST.parse_all(wanted)?;
    Filters::parse(filters, names, true)?;
    asked.ids = (!wanted.is_empty()).then_some("prefixListIds");
    Page::parse(operation, &asked)?;
    dry_run(dry)?;
    wanted.first().map_or(Ok(()), |id| Err(ids::PREFIX_LIST.not_found(id)))
}

/// `DescribePrefixLists`.
pub(super) fn describe(
    _: &mut Call<'_>,
    input: DescribePrefixListsInput,
) -> Outcome<DescribePrefixListsOutput> {
    let asked = Asked { max_results: input.max_results, next_token: input.next_token.as_deref(), ids: None };
    check(
        &["prefix-list-id", "prefix-list-name"],
        input.filters.as_deref(),
        input.prefix_list_ids.as_deref(),
        ("DescribePrefixLists", asked),
        input.dry_run,
    )?;
    Ok(Reply::read(DescribePrefixListsOutput { next_token: None, prefix_lists: Some(Vec::new()) }))
}

/// `DescribeManagedPrefixLists`.
pub(super) fn describe_managed(
    _: &mut Call<'_>,
    input: DescribeManagedPrefixListsInput,
) -> Outcome<DescribeManagedPrefixListsOutput> {
    let asked = Asked { max_results: input.max_results, next_token: input.next_token.as_deref(), ids: None };
    check(
        &["owner-id", "prefix-list-id", "prefix-list-name"],
        input.filters.as_deref(),
        input.prefix_list_ids.as_deref(),
        ("DescribeManagedPrefixLists", asked),
        input.dry_run,
    )?;
    Ok(Reply::read(DescribeManagedPrefixListsOutput { next_token: None, prefix_lists: Some(Vec::new()) }))
}
