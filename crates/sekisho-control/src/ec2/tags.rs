//! Tags: on creation, afterwards, and the list of all of them.
//!
//! Keys have 1 to 128 characters and may not start with `aws:`, values up to 256, a resource has 50 at most (EC2 guide,
//! "Tag your EC2 resources").

use std::sync::Arc;

use sekisho_core::{
    Change, World,
    limits::TAGS_MAX,
    vpc::{SecurityGroup, Tags},
};
use sekisho_wire::{
    AwsError,
    ec2::{
        CreateTagsInput, CreateTagsOutput, DeleteTagsInput, DeleteTagsOutput, DescribeTagsInput,
        DescribeTagsOutput, Tag, TagDescription, TagSpecification,
    },
};

use super::{
    error::{bad_value, invalid_value},
    filters::{Filters, one},
    ids,
    pagination::{Asked, Page},
    parameters::dry_run,
    shapes::text,
};
use crate::{Call, Outcome, Reply};

/// Resources of one call.
const RESOURCES_MAX: usize = 1000;

/// The tags of a creation that makes a `resource_type`.
pub(super) fn on_create(
    specifications: Option<&[TagSpecification]>,
    resource_type: &str,
) -> Result<Tags, AwsError> {
    let specifications = specifications.unwrap_or_default();
    if specifications.len() > 1 {
        return Err(bad_value(
            "The same resource type may not be specified more than once in tag specifications",
        ));
    }
    let Some(specification) = specifications.first() else { return Ok(Tags::new()) };
    let Some(given) = specification.resource_type.as_deref() else {
        return Err(bad_value("Tag specification resource type must have a value"));
    };
    if given != resource_type {
        return Err(bad_value(format!(
            "'{given}' is not a valid taggable resource type for this operation."
        )));
    }
    let tags = specification.tags.as_deref().unwrap_or_default();
    if tags.is_empty() {
        return Err(bad_value("Tag specification must have at least one tag"));
    }
    let tags = parse(tags)?;
    check_count(&tags)?;
    Ok(tags)
}

fn parse(tags: &[Tag]) -> Result<Tags, AwsError> {
    let mut parsed = Tags::new();
    for tag in tags {
        let key = tag.key.clone().unwrap_or_default();
        let value = tag.value.clone().unwrap_or_default();
        check_key(&key)?;
        if value.chars().count() > 256 {
            return Err(bad_value("Tag value exceeds the maximum length of 256 characters"));
        }
        if parsed.contains_key(&key) {
            return Err(bad_value(format!("Duplicate tag key '{key}' specified.")));
        }
        parsed.insert(key, value);
    }
    Ok(parsed)
}

fn check_key(key: &str) -> Result<(), AwsError> {
    let reserved = key.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("aws:"));
    if key.is_empty() || reserved {
        return Err(AwsError::ec2(
            "InvalidTagKey.Malformed",
            format!(
                "The tag key '{key}' is not valid. Tag keys cannot be empty or null, and cannot start with aws:."
            ),
        ));
    }
    if key.chars().count() > 128 {
        return Err(bad_value("Tag key exceeds the maximum length of 128 characters"));
    }
    Ok(())
}

fn check_count(tags: &Tags) -> Result<(), AwsError> {
    if tags.len() > TAGS_MAX {
        return Err(AwsError::ec2(
            "TagLimitExceeded",
            "The maximum number of Tags for a resource has been reached.",
        ));
    }
    Ok(())
}

/// `CreateTags`: adds tags or overwrites their values.
pub(super) fn create(call: &mut Call<'_>, input: CreateTagsInput) -> Outcome<CreateTagsOutput> {
    let tags = parse(input.tags.as_deref().unwrap_or_default())?;
    let resources = check_resources(input.resources.as_deref())?;
    dry_run(input.dry_run)?;
    let changes = edit_all(call.world, resources, |existing| {
        existing.extend(tags.iter().map(|(key, value)| (key.clone(), value.clone())));
        check_count(existing)
    })?;
    Ok(Reply::write(CreateTagsOutput::default(), changes))
}

/// `DeleteTags`: a key alone takes the tag away whatever its value; no keys take all.
pub(super) fn delete(call: &mut Call<'_>, input: DeleteTagsInput) -> Outcome<DeleteTagsOutput> {
    let tags = input.tags.unwrap_or_default();
    for tag in &tags {
        check_key(tag.key.as_deref().unwrap_or_default())?;
    }
    let resources = check_resources(input.resources.as_deref())?;
    dry_run(input.dry_run)?;
    let changes = edit_all(call.world, resources, |existing| {
        existing.retain(|key, value| {
            let named = |tag: &Tag| {
                tag.key.as_ref() == Some(key) && tag.value.as_ref().is_none_or(|wanted| wanted == value)
            };
            !tags.is_empty() && !tags.iter().any(named)
        });
        Ok(())
    })?;
    Ok(Reply::write(DeleteTagsOutput::default(), changes))
}

/// Malformed ids are refused before anything is looked up.
fn check_resources(resources: Option<&[String]>) -> Result<&[String], AwsError> {
    let resources = resources.unwrap_or_default();
    if resources.len() > RESOURCES_MAX {
        return Err(invalid_value(
            &resources.len().to_string(),
            "resourceId",
            &format!("A call may name {RESOURCES_MAX} resources at most."),
        ));
    }
    for id in resources {
        kind_of(id)?.parse::<String>(id)?;
    }
    Ok(resources)
}

fn kind_of(id: &str) -> Result<&'static ids::Kind, AwsError> {
    const TAGGABLE: [&ids::Kind; 10] = [
        &ids::VPC,
        &ids::SUBNET,
        &ids::ROUTE_TABLE,
        &ids::SECURITY_GROUP,
        &ids::RULE,
        &ids::NETWORK_ACL,
        &ids::NETWORK_INTERFACE,
        &ids::VPC_ENDPOINT,
        &ids::VPN_GATEWAY,
        &ids::DHCP_OPTIONS,
    ];
    let prefix = id.split('-').next().unwrap_or_default();
    TAGGABLE
        .into_iter()
        .find(|kind| kind.prefix == prefix && id.len() > prefix.len())
        .ok_or_else(|| AwsError::ec2("InvalidID", format!("The ID '{id}' is not valid")))
}

/// Edits the resources one after the other, so that one named twice, or two rules of one group, add up.
fn edit_all(
    world: &World,
    resources: &[String],
    edit: impl Fn(&mut Tags) -> Result<(), AwsError>,
) -> Result<Vec<Change>, AwsError> {
    let mut next = world.clone();
    let mut changes = Vec::new();
    for id in resources {
        let change = edited(&next, id, &edit)?;
        next = next.apply(std::slice::from_ref(&change));
        changes.push(change);
    }
    Ok(changes)
}

fn edited(
    world: &World,
    id: &str,
    edit: &impl Fn(&mut Tags) -> Result<(), AwsError>,
) -> Result<Change, AwsError> {
    let kind = kind_of(id)?;
    macro_rules! edit_in {
        ($table:ident) => {{
            let mut entity =
                world.$table.get(id).map(|entity| (**entity).clone()).ok_or_else(|| kind.not_found(id))?;
            edit(&mut entity.tags)?;
            Ok(entity.into())
        }};
    }
    match kind.prefix {
        "vpc" => edit_in!(vpcs),
        "subnet" => edit_in!(subnets),
        "rtb" => edit_in!(route_tables),
        "sg" => edit_in!(security_groups),
        "acl" => edit_in!(network_acls),
        "eni" => edit_in!(network_interfaces),
        "vpce" => edit_in!(vpc_endpoints),
        "vgw" => edit_in!(vpn_gateways),
        "dopt" => edit_in!(dhcp_options),
        _ => edit_rule(world, id, edit),
    }
}

fn edit_rule(
    world: &World,
    id: &str,
    edit: &impl Fn(&mut Tags) -> Result<(), AwsError>,
) -> Result<Change, AwsError> {
    let holder = |group: &&Arc<SecurityGroup>| group.rules.iter().any(|rule| rule.id == id);
    let group = world.security_groups.values().find(holder).ok_or_else(|| ids::RULE.not_found(id))?;
    let mut group = (**group).clone();
    if let Some(rule) = group.rules.iter_mut().find(|rule| rule.id == id) {
        edit(&mut rule.tags)?;
    }
    Ok(group.into())
}

/// `DescribeTags`: every tag there is.
pub(super) fn describe(call: &mut Call<'_>, input: DescribeTagsInput) -> Outcome<DescribeTagsOutput> {
    let filters =
        Filters::parse(input.filters.as_deref(), &["key", "resource-id", "resource-type", "value"], true)?;
    if let Some(number) = input.max_results.filter(|number| !(5..=1000).contains(number)) {
        return Err(invalid_value(&number.to_string(), "maxResults", "Expecting a value from 5 to 1000."));
    }
    let asked = Asked { max_results: input.max_results, next_token: input.next_token.as_deref(), ids: None };
    let page = Page::parse("DescribeTags", &asked)?;
    dry_run(input.dry_run)?;
    let mut all = Vec::new();
    for (id, resource_type, tags) in tagged(call.world) {
        for (key, value) in tags {
            let alone = Tags::from_iter([(key.clone(), value.clone())]);
            let passes = filters.matches(&alone, |name| match name {
                "key" => one(key),
                "resource-id" => one(&id),
                "resource-type" => one(resource_type),
                _ => one(value),
            });
            if passes {
                let description = TagDescription {
                    key: text(key),
                    resource_id: text(&id),
                    resource_type: text(resource_type),
                    value: text(value),
                };
                all.push((format!("{id}\n{key}"), description));
            }
        }
    }
    all.sort_by(|one, other| one.0.cmp(&other.0));
    let (tags, next_token) = page.cut(all.into_iter());
    Ok(Reply::read(DescribeTagsOutput { next_token, tags: Some(tags) }))
}

/// Every taggable resource: id, type, tags.
fn tagged(world: &World) -> Vec<(String, &'static str, &Tags)> {
    let mut all = Vec::new();
    macro_rules! add {
        ($($table:ident: $kind:ident,)*) => {$(
            all.extend(world.$table.values().map(|entity| {
                (entity.id.to_string(), ids::$kind.resource_type, &entity.tags)
            }));
        )*};
    }
    add! {
        vpcs: VPC,
        subnets: SUBNET,
        route_tables: ROUTE_TABLE,
        security_groups: SECURITY_GROUP,
        network_acls: NETWORK_ACL,
        network_interfaces: NETWORK_INTERFACE,
        vpc_endpoints: VPC_ENDPOINT,
        vpn_gateways: VPN_GATEWAY,
        dhcp_options: DHCP_OPTIONS,
    }
    for group in world.security_groups.values() {
        all.extend(group.rules.iter().map(|rule| (rule.id.clone(), ids::RULE.resource_type, &rule.tags)));
    }
    all
}
