//! From entities to the answers' shapes: every field a client reads is given, empty lists included.

use sekisho_core::{
    World,
    vpc::{Lifecycle, Tags},
};
use sekisho_wire::ec2::Tag;

pub(super) mod endpoint;
pub(super) mod group;
pub(super) mod interface;
pub(super) mod network;
pub(super) mod routing;

/// `arn:PARTITION:ec2:REGION:ACCOUNT:TYPE/ID`.
pub(super) fn arn(world: &World, resource_type: &str, id: impl std::fmt::Display) -> String {
    format!("arn:{}:ec2:{}:{}:{resource_type}/{id}", world.partition(), world.region(), world.account_id())
}

/// `tagSet`.
pub(super) fn tags(tags: &Tags) -> Option<Vec<Tag>> {
    let tag = |(key, value): (&String, &String)| Tag { key: Some(key.clone()), value: Some(value.clone()) };
    Some(tags.iter().map(tag).collect())
}

/// EC2's word for a state.
pub(super) const fn state(state: Lifecycle) -> &'static str {
    match state {
        Lifecycle::Pending => "pending",
        Lifecycle::Available => "available",
        Lifecycle::Deleting => "deleting",
        Lifecycle::Deleted => "deleted",
    }
}

/// A field from anything printable.
pub(super) fn text(value: impl ToString) -> Option<String> {
    Some(value.to_string())
}
