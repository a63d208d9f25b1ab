//! Tags of connections and virtual interfaces, by ARN.

use std::sync::Arc;

use sekisho_core::{
    Change, World,
    direct_connect::{Connection, VirtualInterface},
    id::{ConnectionId, VirtualInterfaceId},
    limits::TAGS_MAX,
    vpc::Tags,
};
use sekisho_wire::{
    AwsError,
    directconnect::{
        DescribeTagsInput, DescribeTagsOutput, ResourceTag, Tag, TagResourceInput, TagResourceOutput,
        UntagResourceInput, UntagResourceOutput,
    },
};

use super::{
    error::{client, duplicate_tag_keys, shown, too_many_tags},
    input::required,
    shapes,
};
use crate::{Call, Outcome, Reply};

/// ARNs in one `DescribeTags`; bounds the answer.
const ARNS_MAX: usize = 100;
const KEY_CHARACTERS_MAX: usize = 128;
const VALUE_CHARACTERS_MAX: usize = 256;

/// Something that has tags.
enum Tagged<'w> {
    Connection(&'w Arc<Connection>),
    VirtualInterface(&'w Arc<VirtualInterface>),
}

impl Tagged<'_> {
    fn tags(&self) -> &Tags {
        match self {
            Self::Connection(connection) => &connection.tags,
            Self::VirtualInterface(interface) => &interface.tags,
        }
    }

    fn with_tags(&self, tags: Tags) -> Change {
        match self {
            Self::Connection(connection) => Connection { tags, ..(***connection).clone() }.into(),
            Self::VirtualInterface(interface) => VirtualInterface { tags, ..(***interface).clone() }.into(),
        }
    }
}

/// `arn:PARTITION:directconnect:REGION:ACCOUNT:dxcon/ID` or `…:dxvif/ID`.
fn find<'w>(world: &'w World, arn: &str) -> Result<Tagged<'w>, AwsError> {
    let prefix =
        format!("arn:{}:directconnect:{}:{}:", world.partition(), world.region(), world.account_id());
    let found =
        arn.strip_prefix(&prefix).and_then(|rest| rest.split_once('/')).and_then(|(kind, id)| match kind {
            "dxcon" => world.connections.get(&ConnectionId::from(id)).map(Tagged::Connection),
            "dxvif" => {
                world.virtual_interfaces.get(&VirtualInterfaceId::from(id)).map(Tagged::VirtualInterface)
            }
            _ => None,
        });
    // An ARN is longer than what messages show elsewhere; its end is what matters.
    found.ok_or_else(|| {
        let arn: String = arn.chars().take(200).collect();
        client(format!("The resource {arn} does not exist"))
    })
}

/// `old` with `new` laid over it: known keys get their new value in place, new ones come last.
pub(super) fn merge(old: &Tags, new: &[Tag]) -> Result<Tags, AwsError> {
    let mut given = Tags::new();
    for tag in new {
        let key = tag.key.as_deref().unwrap_or_default();
        let value = tag.value.as_deref().unwrap_or_default();
        check(key, value)?;
        if given.insert(key.to_owned(), value.to_owned()).is_some() {
            return Err(duplicate_tag_keys());
        }
        if given.len() > TAGS_MAX {
            return Err(too_many_tags());
        }
    }
    let mut merged = old.clone();
    merged.extend(given);
    if merged.len() > TAGS_MAX { Err(too_many_tags()) } else { Ok(merged) }
}

fn check(key: &str, value: &str) -> Result<(), AwsError> {
    if !(1..=KEY_CHARACTERS_MAX).contains(&key.chars().count()) {
        return Err(client(format!("A tag key must have 1 to {KEY_CHARACTERS_MAX} characters")));
    }
    if key.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("aws:")) {
        return Err(client(format!("The tag key {} starts with aws:, which is reserved", shown(key))));
    }
    if value.chars().count() > VALUE_CHARACTERS_MAX {
        return Err(client(format!("A tag value must have at most {VALUE_CHARACTERS_MAX} characters")));
    }
    Ok(())
}

/// `DescribeTags`.
pub(super) fn describe(call: &mut Call<'_>, input: DescribeTagsInput) -> Outcome<DescribeTagsOutput> {
    let arns = input.resource_arns.ok_or_else(|| client("resourceArns is required"))?;
    if arns.len() > ARNS_MAX {
        return Err(client(format!("resourceArns must have at most {ARNS_MAX} entries")));
    }
    let tags_of = |arn: String| {
        let tags = shapes::tags(find(call.world, &arn)?.tags());
        Ok(ResourceTag { resource_arn: Some(arn), tags: Some(tags) })
    };
    let resource_tags: Result<Vec<ResourceTag>, AwsError> = arns.into_iter().map(tags_of).collect();
    Ok(Reply::read(DescribeTagsOutput { resource_tags: Some(resource_tags?) }))
}

/// `TagResource`.
pub(super) fn tag(call: &mut Call<'_>, input: TagResourceInput) -> Outcome<TagResourceOutput> {
    let arn = required(input.resource_arn.as_ref(), "resourceArn")?;
    let tags = input.tags.as_deref().filter(|tags| !tags.is_empty());
    let tags = tags.ok_or_else(|| client("tags is required"))?;
    let resource = find(call.world, arn)?;
    let merged = merge(resource.tags(), tags)?;
    Ok(Reply::write(TagResourceOutput {}, changes(&resource, merged)))
}

/// `UntagResource`. Keys that are not there are no error.
pub(super) fn untag(call: &mut Call<'_>, input: UntagResourceInput) -> Outcome<UntagResourceOutput> {
    let arn = required(input.resource_arn.as_ref(), "resourceArn")?;
    let keys = input.tag_keys.ok_or_else(|| client("tagKeys is required"))?;
    let resource = find(call.world, arn)?;
    let mut left = resource.tags().clone();
    for key in &keys {
        left.shift_remove(key);
    }
    Ok(Reply::write(UntagResourceOutput {}, changes(&resource, left)))
}

fn changes(resource: &Tagged<'_>, tags: Tags) -> Vec<Change> {
    let same = tags.len() == resource.tags().len() && tags.iter().eq(resource.tags());
    if same { Vec::new() } else { vec![resource.with_tags(tags)] }
}
