//! Resources: the tree of paths.
//!
//! What must stay true: every resource but the root has a parent in the same API; siblings have different parts and at
//! most one of them is a variable; nothing stands below a greedy variable; `path` is the parts joined from the root.
//! Source: API Gateway's API reference, `Resource`, and its guide on path parameters.

use std::collections::BTreeMap;

use sekisho_core::{
    Change, EntityKey, Keyed, World,
    id::{ResourceId, RestApiId},
    limits::RESOURCES_PER_API_MAX,
    rest_api::Resource,
};
use sekisho_wire::{AwsError, apigateway as wire};

use super::{
    errors::{bad_request, conflict, limit_exceeded, required, unsupported},
    lookup, methods,
    pagination::Window,
    patch::{self, R, Rule, Wording, rule},
};
use crate::{Call, Outcome, Reply};

/// Characters of one part.
const PART_CHARACTERS_MAX: usize = 512;
/// Levels of the tree.
const DEPTH_MAX: usize = 64;

/// Makes a child of a resource.
pub(super) fn create_resource(
    call: &mut Call<'_>,
    input: &wire::CreateResourceInput,
) -> Outcome<wire::Resource> {
    let api = lookup::rest_api(call, &input.rest_api_id)?;
    let parent = lookup::resource(call.world, &api.id, &input.parent_id)?;
    let part = required(&input.path_part, "createResourceInput.pathPart")?;
    check_part(part)?;
    let siblings = call.world.resources_of(&api.id).map(|resource| &**resource);
    check_place(siblings, parent, part, None)?;
    check_count(call.world.resources_of(&api.id).count() + 1)?;
    let resource = Resource {
        rest_api_id: api.id.clone(),
        id: fresh_id(call, &api.id),
        parent_id: Some(parent.id.clone()),
        path_part: Some(part.to_owned()),
        path: join(&parent.path, part),
        methods: indexmap::IndexMap::new(),
    };
    check_depth(&resource.path)?;
    Ok(Reply::write(shown(&resource, false), vec![resource.into()]))
}

/// One resource.
pub(super) fn get_resource(call: &Call<'_>, input: &wire::GetResourceInput) -> Outcome<wire::Resource> {
    let api = lookup::rest_api(call, &input.rest_api_id)?;
    let embed = embeds_methods(&input.embed)?;
    Ok(Reply::read(shown(lookup::resource(call.world, &api.id, &input.resource_id)?, embed)))
}

/// All resources, in pages.
pub(super) fn get_resources(call: &Call<'_>, input: &wire::GetResourcesInput) -> Outcome<wire::Resources> {
    let api = lookup::rest_api(call, &input.rest_api_id)?;
    let embed = embeds_methods(&input.embed)?;
    let window = Window::new(&input.position, input.limit)?;
    let items = call.world.resources_of(&api.id);
    let (page, position) = window.page(items.map(|resource| (resource.id.to_string(), resource)));
    let items = page.into_iter().map(|resource| shown(resource, embed)).collect();
    Ok(Reply::read(wire::Resources { position, items: Some(items) }))
}

const RULES: &[Rule] = &[rule("/parentId", R), rule("/pathPart", R)];

/// Moves or renames a resource, and with it everything below.
pub(super) fn update_resource(call: &Call<'_>, input: &wire::UpdateResourceInput) -> Outcome<wire::Resource> {
    let api = lookup::rest_api(call, &input.rest_api_id)?;
    let resource = lookup::resource(call.world, &api.id, &input.resource_id)?;
    let steps = patch::read("updateResourceInput", &input.patch_operations, RULES, Wording::Common)?;
    let mut tree: BTreeMap<ResourceId, Resource> =
        call.world.resources_of(&api.id).map(|item| (item.id.clone(), (**item).clone())).collect();
    for step in &steps {
        match step.rule {
            "/parentId" => reparent(&mut tree, &resource.id, step.value())?,
            _ => rename(&mut tree, &resource.id, step.value())?,
        }
    }
    let changes = tree
        .values()
        .filter(|item| call.world.resources.get(&item.key()).is_none_or(|old| **old != **item))
        .map(|item| Change::from(item.clone()))
        .collect();
    let updated = tree.get(&resource.id).ok_or_else(lookup::no_resource)?;
    Ok(Reply::write(shown(updated, false), changes))
}

fn reparent(
    tree: &mut BTreeMap<ResourceId, Resource>,
    id: &ResourceId,
    new_parent: &str,
) -> Result<(), AwsError> {
    let resource = tree.get(id).ok_or_else(lookup::no_resource)?;
    let Some(part) = resource.path_part.clone() else {
        return Err(bad_request("Root resource cannot update its parentId."));
    };
    let parent = tree.get(new_parent).ok_or_else(lookup::no_resource)?;
    let mut above = Some(&parent.id);
    for _ in 0..=tree.len() {
        let Some(current) = above else { break };
        if current == id {
            return Err(bad_request("Resources cannot be cyclical."));
        }
        above = tree.get(current).and_then(|item| item.parent_id.as_ref());
    }
    check_place(tree.values(), parent, &part, Some(id))?;
    let parent_id = parent.id.clone();
    if let Some(resource) = tree.get_mut(id) {
        resource.parent_id = Some(parent_id);
    }
    repath(tree, id)
}

fn rename(tree: &mut BTreeMap<ResourceId, Resource>, id: &ResourceId, part: &str) -> Result<(), AwsError> {
    let resource = tree.get(id).ok_or_else(lookup::no_resource)?;
    let Some(parent) = resource.parent_id.as_ref().and_then(|parent| tree.get(parent)) else {
        return Err(bad_request("Root resource cannot update its pathPart."));
    };
    check_part(part)?;
    check_place(tree.values(), parent, part, Some(id))?;
    if is_greedy(part) && tree.values().any(|item| item.parent_id.as_ref() == Some(id)) {
        return Err(below_greedy(part));
    }
    if let Some(resource) = tree.get_mut(id) {
        resource.path_part = Some(part.to_owned());
    }
    repath(tree, id)
}

/// Writes the paths of a resource and all below it anew.
fn repath(tree: &mut BTreeMap<ResourceId, Resource>, id: &ResourceId) -> Result<(), AwsError> {
    for member in subtree(tree.values(), id) {
        let path = tree.get(&member).and_then(|resource| {
            let parent = tree.get(resource.parent_id.as_ref()?)?;
            Some(join(&parent.path, resource.path_part.as_deref()?))
        });
        if let (Some(path), Some(resource)) = (path, tree.get_mut(&member)) {
            check_depth(&path)?;
            resource.path = path;
        }
    }
    Ok(())
}

/// A resource and everything below it, parents first.
pub(crate) fn subtree<'r>(
    resources: impl Iterator<Item = &'r Resource> + Clone,
    id: &ResourceId,
) -> Vec<ResourceId> {
    let mut children: BTreeMap<&ResourceId, Vec<&ResourceId>> = BTreeMap::new();
    for resource in resources {
        if let Some(parent) = &resource.parent_id {
            children.entry(parent).or_default().push(&resource.id);
        }
    }
    let mut found = vec![id.clone()];
    let mut next = 0;
    while let Some(current) = found.get(next).cloned() {
        found.extend(children.remove(&current).unwrap_or_default().into_iter().cloned());
        next += 1;
    }
    found
}

/// Removes a resource and everything below it.
pub(super) fn delete_resource(
    call: &Call<'_>,
    input: &wire::DeleteResourceInput,
) -> Outcome<wire::DeleteResourceOutput> {
    let api = lookup::rest_api(call, &input.rest_api_id)?;
    let resource = lookup::resource(call.world, &api.id, &input.resource_id)?;
    if resource.parent_id.is_none() {
        return Err(bad_request("Root resource cannot be deleted."));
    }
    let all: Vec<&Resource> = call.world.resources_of(&api.id).map(|item| &**item).collect();
    let changes = subtree(all.iter().copied(), &resource.id)
        .into_iter()
        .map(|id| Change::Delete(EntityKey::Resource((api.id.clone(), id))))
        .collect();
    Ok(Reply::write(wire::DeleteResourceOutput {}, changes))
}

/// A path part: letters, digits and a few marks, or one variable in braces, greedy with `+`.
pub(crate) fn check_part(part: &str) -> Result<(), AwsError> {
    let inner = part.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    let text = inner.map_or(part, |inner| inner.strip_suffix('+').unwrap_or(inner));
    let fits = !text.is_empty()
        && part.len() <= PART_CHARACTERS_MAX
        && text != "."
        && text != ".."
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "_-.,:".contains(c) || (inner.is_none() && c == '~'));
    if fits {
        return Ok(());
    }
    Err(bad_request(
        "Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the \
         beginning and the end.",
    ))
}

/// Whether `part` may stand below `parent`, beside what is there; `moving` is the resource that is being placed anew.
pub(crate) fn check_place<'r>(
    resources: impl Iterator<Item = &'r Resource>,
    parent: &Resource,
    part: &str,
    moving: Option<&ResourceId>,
) -> Result<(), AwsError> {
    if let Some(above) = parent.path_part.as_deref().filter(|above| is_greedy(above)) {
        return Err(below_greedy(above));
    }
    let mut variable = None;
    for sibling in resources {
        let Some(other) = sibling.path_part.as_deref() else { continue };
        if sibling.parent_id.as_ref() != Some(&parent.id) || Some(&sibling.id) == moving {
            continue;
        }
        if other == part {
            return Err(conflict(format!(
                "Another resource with the same parent already has this name: {part}"
            )));
        }
        if other.starts_with('{') {
            variable = Some(other);
        }
    }
    match variable {
        Some(other) if part.starts_with('{') => Err(bad_request(format!(
            "A sibling ({other}) of this resource already has a variable path part -- only one is allowed"
        ))),
        _ => Ok(()),
    }
}

fn below_greedy(part: &str) -> AwsError {
    bad_request(format!("Cannot create a child of a resource with a greedy path variable: {part}"))
}

fn is_greedy(part: &str) -> bool {
    part.ends_with("+}")
}

/// The path of a child.
pub(crate) fn join(parent: &str, part: &str) -> String {
    if parent == "/" { format!("/{part}") } else { format!("{parent}/{part}") }
}

/// A method as AWS spells it in messages: `//ANY` for the root's.
pub(crate) fn join_verb(path: &str, verb: &str) -> String {
    format!("{path}/{verb}")
}

/// Refuses a path with too many parts.
pub(crate) fn check_depth(path: &str) -> Result<(), AwsError> {
    if path.split('/').count() > DEPTH_MAX + 1 {
        return Err(bad_request(format!("A path may have at most {DEPTH_MAX} parts")));
    }
    Ok(())
}

/// Refuses more resources than an API may have, the root among them.
pub(crate) fn check_count(count: usize) -> Result<(), AwsError> {
    if count > RESOURCES_PER_API_MAX {
        return Err(limit_exceeded(format!(
            "Maximum number of resources for this API has been reached ({RESOURCES_PER_API_MAX})"
        )));
    }
    Ok(())
}

/// An id that no resource of the API has.
pub(crate) fn fresh_id(call: &mut Call<'_>, api: &RestApiId) -> ResourceId {
    fresh(call, |world, id| world.resources.contains_key(&(api.clone(), ResourceId::from(id)))).into()
}

/// Six letters and digits that are not taken.
pub(crate) fn fresh(call: &mut Call<'_>, taken: impl Fn(&World, &str) -> bool) -> String {
    let mut id = call.mint.alphanumeric(6);
    while taken(call.world, &id) {
        id = call.mint.alphanumeric(6);
    }
    id
}

fn embeds_methods(embed: &Option<Vec<String>>) -> Result<bool, AwsError> {
    let words = embed.as_deref().unwrap_or_default();
    match words.iter().find(|word| *word != "methods") {
        Some(other) => Err(unsupported(format_args!("Embedding '{other}'"))),
        None => Ok(!words.is_empty()),
    }
}

/// A resource as the API shows it: its methods in full, or their verbs only.
pub(crate) fn shown(resource: &Resource, embed: bool) -> wire::Resource {
    let methods = resource.methods.iter().map(|(verb, method)| {
        let method = if embed { methods::shown(verb, method) } else { wire::Method::default() };
        (verb.clone(), method)
    });
    wire::Resource {
        id: Some(resource.id.to_string()),
        parent_id: resource.parent_id.as_ref().map(ToString::to_string),
        path_part: resource.path_part.clone(),
        path: Some(resource.path.clone()),
        resource_methods: (!resource.methods.is_empty()).then(|| methods.collect()),
    }
}
