//! Everything the request path reads, compiled from a world: APIs with their stages and deployments, and endpoints.
//!
//! Documents are parsed here, when a world comes in, and never per request. A document that does not compile stays as
//! an error that closes what it guards. [`Runtime::update`] recompiles only what changed and shares the rest, so one
//! changed API costs the same among a thousand. `update(build(a), a, b)` is `build(b)`; a property test holds it to it.

use std::{
    collections::BTreeSet,
    hash::{Hash, Hasher},
    sync::Arc,
};

use imbl::ordmap::DiffItem;
use sekisho_core::{
    World,
    id::{RestApiId, VpcEndpointId},
    names,
    rest_api::Stage,
    vpc::{Lifecycle, VpcEndpoint},
};

use crate::{
    compile,
    compiled::{CompiledApi, CompiledDeployment, CompiledEndpoint, CompiledStage, Place, StageSlot},
};

/// Keys are identifiers that we mint ourselves, so nobody can choose them to collide: a fixed hash will do.
type Map<K, V> = imbl::GenericHashMap<K, V, foldhash::fast::FixedState, imbl::shared_ptr::DefaultSharedPtr>;

/// An API's identifier as the table holds it: in place where it is as short as those that we mint, so that looking one
/// up follows no pointer.
#[derive(Clone, Debug, PartialEq, Eq)]
enum ApiKey {
    /// At most [`ApiKey::SHORT`] bytes, filled up with zeros, and how many.
    Short(u64, u64),
    Long(Box<str>),
}

impl ApiKey {
    const SHORT: usize = 15;

    fn new(id: &str) -> Self {
        let mut bytes = [0; 16];
        match bytes.get_mut(..id.len()) {
            Some(beginning) if id.len() <= Self::SHORT => beginning.copy_from_slice(id.as_bytes()),
            _ => return Self::Long(id.into()),
        }
        let all = u128::from_le_bytes(bytes) | (id.len() as u128) << 120;
        Self::Short(all as u64, (all >> 64) as u64)
    }
}

impl Hash for ApiKey {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self {
            Self::Short(low, high) => {
                state.write_u64(*low);
                state.write_u64(*high);
            }
            Self::Long(id) => id.hash(state),
        }
    }
}

/// The compiled form of a world's gateway side. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Runtime {
    pub(crate) place: Arc<Place>,
    apis: Map<ApiKey, CompiledApi>,
    endpoints: Map<VpcEndpointId, Arc<CompiledEndpoint>>,
}

impl Runtime {
    /// Compiles a world.
    #[must_use]
    pub fn build(world: &World) -> Self {
        Self::default().update(&World::default(), world)
    }

    /// The runtime of `new`, given that `self` is that of `old`. Only what changed is compiled again.
    #[must_use]
    pub fn update(&self, old: &World, new: &World) -> Self {
        let mut next = self.clone();
        next.place = self.place_of(new);
        let moved = *next.place != *self.place;
        let changed = if moved { all_apis(old, new) } else { changed_apis(old, new) };
        for id in changed {
            let key = ApiKey::new(id.as_str());
            if !new.rest_apis.contains_key(&id) {
                next.apis.remove(&key);
                continue;
            }
            // A policy is compiled for a place, so nothing compiled for another is kept.
            let before = self.apis.get(&key).filter(|_| !moved);
            let api = compile_api(&id, new, &next.place, before);
            next.apis.insert(key, api);
        }
        for item in old.vpc_endpoints.diff(&new.vpc_endpoints) {
            match item {
                DiffItem::Add(id, endpoint) | DiffItem::Update { new: (id, endpoint), .. }
                    if serves(endpoint) =>
                {
                    next.endpoints.insert(id.clone(), Arc::new(compile::endpoint(endpoint)));
                }
                DiffItem::Add(id, _) | DiffItem::Update { new: (id, _), .. } | DiffItem::Remove(id, _) => {
                    next.endpoints.remove(id);
                }
            }
        }
        next
    }

    /// How many APIs, deployed or not.
    #[must_use]
    pub fn api_count(&self) -> usize {
        self.apis.len()
    }

    /// How many endpoints.
    #[must_use]
    pub fn endpoint_count(&self) -> usize {
        self.endpoints.len()
    }

    pub(crate) fn api(&self, id: &str) -> Option<&CompiledApi> {
        self.apis.get(&ApiKey::new(id))
    }

    pub(crate) fn endpoint(&self, id: &VpcEndpointId) -> Option<&CompiledEndpoint> {
        self.endpoints.get(id).map(|endpoint| &**endpoint)
    }

    fn place_of(&self, world: &World) -> Arc<Place> {
        let place = Place {
            partition: world.partition().to_owned(),
            region: world.region().to_owned(),
            account_id: world.account_id().to_owned(),
            host_suffix: format!(".{}", names::execute_api_domain(world.region())),
        };
        if *self.place == place { Arc::clone(&self.place) } else { Arc::new(place) }
    }

    /// What cannot be served as it was deployed, and why, one sentence each: documents that do not compile. For the
    /// operator, at start and after a deployment.
    #[must_use]
    pub fn problems(&self) -> Vec<String> {
        let endpoints = self.endpoints.values().filter_map(|endpoint| endpoint.problem());
        let mut found: Vec<String> =
            endpoints.chain(self.apis.values().flat_map(|api| api.problems())).collect();
        found.sort();
        found
    }

    /// Everything compiled, as text, in an order that does not depend on how it came about. For tests.
    #[must_use]
    pub fn describe(&self) -> String {
        let mut lines: Vec<String> = self.apis.values().map(|api| format!("{api:#?}")).collect();
        lines.extend(self.endpoints.values().map(|endpoint| format!("{endpoint:#?}")));
        lines.sort();
        format!("{:?}\n{}", self.place, lines.join("\n"))
    }
}

/// Whether requests can come by an endpoint: from the moment it is made until it is being deleted.
fn serves(endpoint: &VpcEndpoint) -> bool {
    matches!(endpoint.state, Lifecycle::Pending | Lifecycle::Available)
}

/// Every API that was or is.
fn all_apis(old: &World, new: &World) -> BTreeSet<RestApiId> {
    old.rest_apis.keys().chain(new.rest_apis.keys()).cloned().collect()
}

/// The APIs of which something that requests can see differs. Drafts cannot be seen, but an API's existence can.
fn changed_apis(old: &World, new: &World) -> BTreeSet<RestApiId> {
    let mut changed = BTreeSet::new();
    for item in old.rest_apis.diff(&new.rest_apis) {
        if let DiffItem::Add(id, _) | DiffItem::Remove(id, _) = item {
            changed.insert(id.clone());
        }
    }
    for item in old.stages.diff(&new.stages) {
        let (DiffItem::Add(key, _) | DiffItem::Remove(key, _) | DiffItem::Update { new: (key, _), .. }) =
            item;
        changed.insert(key.0.clone());
    }
    for item in old.deployments.diff(&new.deployments) {
        let (DiffItem::Add(key, _) | DiffItem::Remove(key, _) | DiffItem::Update { new: (key, _), .. }) =
            item;
        changed.insert(key.0.clone());
    }
    changed
}

fn compile_api(id: &RestApiId, world: &World, place: &Place, before: Option<&CompiledApi>) -> CompiledApi {
    let mut known: Vec<Arc<CompiledDeployment>> =
        before.iter().flat_map(|api| &*api.stages).filter_map(|slot| slot.deployment.clone()).collect();
    let stages = world.stages_of(id).map(|stage| {
        let deployment = deployment_of(stage, world, place, &mut known);
        StageSlot::new(Arc::new(CompiledStage { source: Arc::clone(stage), deployment }))
    });
    CompiledApi { id: id.clone(), stages: stages.collect() }
}

/// The compiled deployment of a stage: one that is known, if it was made from an equal definition, else a new one.
fn deployment_of(
    stage: &Stage,
    world: &World,
    place: &Place,
    known: &mut Vec<Arc<CompiledDeployment>>,
) -> Option<Arc<CompiledDeployment>> {
    let key = (stage.rest_api_id.clone(), stage.deployment_id.clone());
    let source = world.deployments.get(&key)?;
    if let Some(found) = known.iter().find(|found| found.source == *source) {
        return Some(Arc::clone(found));
    }
    let compiled = Arc::new(compile::deployment(source, place));
    known.push(Arc::clone(&compiled));
    Some(compiled)
}
