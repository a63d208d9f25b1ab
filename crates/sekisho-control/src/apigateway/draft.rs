//! The whole draft of one API in hand: its head, resources and models, for what touches many of them at once.
//!
//! Creating, cloning and importing an API work on a draft and end with the changes that make the world's tables equal
//! to it, so an import is all or nothing.

use std::collections::BTreeMap;

use sekisho_core::{
    Change, EntityKey, Keyed, World,
    id::{ModelName, ResourceId, RestApiId},
    rest_api::{Model, Resource, RestApi},
};
use sekisho_wire::AwsError;

use super::{models, resources};
use crate::Call;

/// A draft being worked on.
#[derive(Debug)]
pub(crate) struct Draft {
    /// The head.
    pub(crate) api: RestApi,
    /// The tree.
    pub(crate) resources: BTreeMap<ResourceId, Resource>,
    /// The models.
    pub(crate) models: BTreeMap<ModelName, Model>,
    /// Ids that paths had before the draft was cleared; a path that comes back gets its id back.
    ids: BTreeMap<String, ResourceId>,
}

impl Draft {
    /// The draft of a new API: its root and the default models.
    pub(crate) fn new(call: &mut Call<'_>, api: RestApi) -> Self {
        let root = Resource {
            rest_api_id: api.id.clone(),
            id: api.root_resource_id.clone(),
            parent_id: None,
            path_part: None,
            path: "/".to_owned(),
            methods: indexmap::IndexMap::new(),
        };
        let models = models::defaults(call, &api.id).map(|model| (model.name.clone(), model));
        Self {
            api,
            resources: BTreeMap::from([(root.id.clone(), root)]),
            models: BTreeMap::from(models),
            ids: BTreeMap::new(),
        }
    }

    /// The draft as the world has it.
    pub(crate) fn load(world: &World, api: &RestApi) -> Self {
        Self {
            api: api.clone(),
            resources: world
                .resources_of(&api.id)
                .map(|item| (item.id.clone(), Resource::clone(item)))
                .collect(),
            models: world.models_of(&api.id).map(|item| (item.name.clone(), Model::clone(item))).collect(),
            ids: BTreeMap::new(),
        }
    }

    /// Takes over another API's resources and models, the names in schemas made this API's own.
    pub(crate) fn clone_from(&mut self, world: &World, source: &RestApi) {
        let other = Self::load(world, source);
        let id = self.api.id.clone();
        self.api.root_resource_id = source.root_resource_id.clone();
        let own = |rest_api_id: &RestApiId| models::reference(rest_api_id, "");
        let (theirs, ours) = (own(&source.id), own(&id));
        self.resources = other
            .resources
            .into_iter()
            .map(|(key, resource)| (key, Resource { rest_api_id: id.clone(), ..resource }))
            .collect();
        self.models = other
            .models
            .into_iter()
            .map(|(key, model)| {
                let schema = model.schema.map(|schema| schema.replace(&theirs, &ours));
                (key, Model { rest_api_id: id.clone(), schema, ..model })
            })
            .collect();
    }

    /// Empties the draft before a document takes its place: what a document can say is gone, but for the root and the
    /// default models. The endpoint type, the tags and whether the default name is on stay.
    pub(crate) fn clear(&mut self) {
        let root = self.api.root_resource_id.clone();
        self.ids = self.resources.values().map(|item| (item.path.clone(), item.id.clone())).collect();
        self.resources.retain(|id, _| *id == root);
        self.resources.values_mut().for_each(|root| root.methods.clear());
        self.models.retain(|name, _| matches!(name.as_str(), "Empty" | "Error"));
        self.api.policy = None;
        self.api.vpc_endpoint_ids = Vec::new();
        self.api.binary_media_types = Vec::new();
        self.api.description = None;
        self.api.version = None;
    }

    /// The changes from the world to this draft.
    pub(crate) fn changes(self, world: &World) -> Vec<Change> {
        let mut changes = Vec::new();
        for old in world.resources_of(&self.api.id) {
            if !self.resources.contains_key(&old.id) {
                changes.push(Change::Delete(EntityKey::Resource(old.key())));
            }
        }
        for old in world.models_of(&self.api.id) {
            if !self.models.contains_key(&old.name) {
                changes.push(Change::Delete(EntityKey::Model(old.key())));
            }
        }
        if world.rest_apis.get(&self.api.id).is_none_or(|old| **old != self.api) {
            changes.push(self.api.into());
        }
        for resource in self.resources.into_values() {
            if world.resources.get(&resource.key()).is_none_or(|old| **old != resource) {
                changes.push(resource.into());
            }
        }
        for model in self.models.into_values() {
            if world.models.get(&model.key()).is_none_or(|old| **old != model) {
                changes.push(model.into());
            }
        }
        changes
    }

    /// The resource at a path, made with everything above it where it is missing.
    pub(crate) fn at_path(&mut self, call: &mut Call<'_>, path: &str) -> Result<ResourceId, AwsError> {
        let mut current = self.api.root_resource_id.clone();
        for part in path.split('/').filter(|part| !part.is_empty()) {
            current = self.child(call, &current, part)?;
        }
        Ok(current)
    }

    fn child(
        &mut self,
        call: &mut Call<'_>,
        parent: &ResourceId,
        part: &str,
    ) -> Result<ResourceId, AwsError> {
        let found = self
            .resources
            .values()
            .find(|item| item.parent_id.as_ref() == Some(parent) && item.path_part.as_deref() == Some(part));
        if let Some(found) = found {
            return Ok(found.id.clone());
        }
        let above = self.resources.get(parent).ok_or_else(super::lookup::no_resource)?;
        resources::check_part(part)?;
        resources::check_place(self.resources.values(), above, part, None)?;
        resources::check_count(self.resources.len() + 1)?;
        let path = resources::join(&above.path, part);
        resources::check_depth(&path)?;
        let id = match self.ids.get(&path) {
            Some(id) => id.clone(),
            None => {
                let (taken, reserved) = (&self.resources, &self.ids);
                let is_taken =
                    |id: &str| taken.contains_key(id) || reserved.values().any(|old| old.as_str() == id);
                resources::fresh(call, |_, id| is_taken(id)).into()
            }
        };
        let resource = Resource {
            rest_api_id: self.api.id.clone(),
            id: id.clone(),
            parent_id: Some(parent.clone()),
            path_part: Some(part.to_owned()),
            path,
            methods: indexmap::IndexMap::new(),
        };
        self.resources.insert(id.clone(), resource);
        Ok(id)
    }
}
