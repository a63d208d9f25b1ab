//! Tags of REST APIs and stages, addressed by ARN.
//!
//! The ARNs have no account: `arn:aws:apigateway:{region}::/restapis/{id}` and `…/stages/{name}`. Source: API
//! Gateway's guide, "Tagging API Gateway resources".

use std::sync::Arc;

use indexmap::IndexMap;
use sekisho_core::{
    Change,
    limits::TAGS_MAX,
    rest_api::{RestApi, Stage},
};
use sekisho_wire::{AwsError, apigateway as wire};

use super::{
    errors::{bad_request, not_found, required},
    lookup,
};
use crate::{Call, Outcome, Reply};

/// Characters of a key and of a value.
const KEY_CHARACTERS_MAX: usize = 128;
const VALUE_CHARACTERS_MAX: usize = 256;

/// Refuses tags that AWS refuses.
pub(crate) fn check(tags: &IndexMap<String, String>) -> Result<(), AwsError> {
    for (key, value) in tags {
        if key.is_empty() || key.chars().count() > KEY_CHARACTERS_MAX {
            return Err(bad_request(format!("Tag keys must have 1 to {KEY_CHARACTERS_MAX} characters")));
        }
        if key.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("aws:")) {
            return Err(bad_request("Tag keys cannot start with aws:"));
        }
        if value.chars().count() > VALUE_CHARACTERS_MAX {
            return Err(bad_request(format!(
                "Tag values can have at most {VALUE_CHARACTERS_MAX} characters"
            )));
        }
    }
    if tags.len() > TAGS_MAX {
        return Err(bad_request(format!("A resource can have at most {TAGS_MAX} tags")));
    }
    Ok(())
}

/// What an ARN names.
enum Tagged<'w> {
    Api(&'w Arc<RestApi>),
    Stage(&'w Arc<Stage>),
}

impl Tagged<'_> {
    fn tags(&self) -> &IndexMap<String, String> {
        match self {
            Self::Api(api) => &api.tags,
            Self::Stage(stage) => &stage.tags,
        }
    }

    fn with(&self, tags: IndexMap<String, String>) -> Change {
        match self {
            Self::Api(api) => RestApi { tags, ..RestApi::clone(api) }.into(),
            Self::Stage(stage) => Stage { tags, ..Stage::clone(stage) }.into(),
        }
    }
}

fn find<'w>(call: &Call<'w>, arn: &Option<String>) -> Result<Tagged<'w>, AwsError> {
    let arn = required(arn, "resourceArn")?;
    let invalid = || bad_request(format!("Invalid ARN specified in the request: {arn}"));
    let parts: Vec<&str> = arn.splitn(6, ':').collect();
    let ["arn", partition, "apigateway", region, "", path] = parts.as_slice() else { return Err(invalid()) };
    if *partition != call.world.partition() {
        return Err(invalid());
    }
    if *region != call.world.region() {
        return Err(not_found(format!("Invalid resource identifier specified: {arn}")));
    }
    let path: Vec<&str> = path.split('/').collect();
    match path.as_slice() {
        ["", "restapis", id] => Ok(Tagged::Api(lookup::rest_api(call, &Some((*id).to_owned()))?)),
        ["", "restapis", id, "stages", name] => {
            let api = lookup::rest_api(call, &Some((*id).to_owned()))?;
            Ok(Tagged::Stage(lookup::stage(call.world, &api.id, &Some((*name).to_owned()))?))
        }
        _ => Err(invalid()),
    }
}

/// The tags of a resource. Never more than fit one page.
pub(super) fn get_tags(call: &Call<'_>, input: &wire::GetTagsInput) -> Outcome<wire::Tags> {
    let tagged = find(call, &input.resource_arn)?;
    Ok(Reply::read(wire::Tags { tags: Some(tagged.tags().clone()) }))
}

/// Adds tags; those that are there get the new value.
pub(super) fn tag_resource(
    call: &Call<'_>,
    input: &wire::TagResourceInput,
) -> Outcome<wire::TagResourceOutput> {
    let tagged = find(call, &input.resource_arn)?;
    let given = input.tags.clone().unwrap_or_default();
    check(&given)?;
    let mut tags = tagged.tags().clone();
    tags.extend(given);
    check(&tags)?;
    Ok(Reply::write(wire::TagResourceOutput {}, vec![tagged.with(tags)]))
}

/// Takes tags away; one that is not there is nothing to say about.
pub(super) fn untag_resource(
    call: &Call<'_>,
    input: &wire::UntagResourceInput,
) -> Outcome<wire::UntagResourceOutput> {
    let tagged = find(call, &input.resource_arn)?;
    let mut tags = tagged.tags().clone();
    for key in input.tag_keys.as_deref().unwrap_or_default() {
        tags.shift_remove(key);
    }
    Ok(Reply::write(wire::UntagResourceOutput {}, vec![tagged.with(tags)]))
}
