//! Deployments: frozen copies of a draft.
//!
//! A deployment shares the entities of the world it was taken from; the request path reads deployments only, so a
//! draft that changes afterwards, its resource policy included, changes nothing on the wire. A private API without a
//! resource policy cannot be deployed. Source: API Gateway's guide, "Deploy REST APIs", and its API reference,
//! `Deployment`.

use std::sync::Arc;

use indexmap::IndexMap;
use sekisho_core::{
    Change, EntityKey, Keyed, World,
    rest_api::{Definition, Deployment, RestApi},
};
use sekisho_wire::{AwsError, apigateway as wire};

use super::{
    errors::{bad_request, limit_exceeded, unsupported},
    lookup,
    pagination::Window,
    patch::{self, R, Rule, Wording, rule},
    resources, rest_apis, stages,
};
use crate::{Call, Outcome, Reply};

/// Deployments of one API, each a whole copy of it.
const DEPLOYMENTS_MAX: usize = 10_000;

/// Freezes the draft and, if a stage is named, serves it there.
pub(super) fn create_deployment(
    call: &mut Call<'_>,
    input: &wire::CreateDeploymentInput,
) -> Outcome<wire::Deployment> {
    let api = lookup::rest_api(call, &input.rest_api_id)?;
    let stage_name = input.stage_name.as_deref().filter(|name| !name.is_empty());
    check_canary(call.world, api, input, stage_name)?;
    stages::check_cluster(input.cache_cluster_enabled, &input.cache_cluster_size, input.tracing_enabled)?;
    check_deployable(call.world, api)?;
    if call.world.deployments_of(&api.id).count() >= DEPLOYMENTS_MAX {
        return Err(limit_exceeded(format!("An API can have at most {DEPLOYMENTS_MAX} deployments")));
    }
    let taken = |world: &World, id: &str| world.deployments.contains_key(&(api.id.clone(), id.into()));
    let deployment = Deployment {
        rest_api_id: api.id.clone(),
        id: resources::fresh(call, taken).into(),
        description: input.description.clone().filter(|text| !text.is_empty()),
        created: call.now,
        definition: Definition {
            rest_api: Arc::clone(api),
            resources: call.world.resources_of(&api.id).cloned().collect(),
            models: call.world.models_of(&api.id).cloned().collect(),
        },
    };
    let answer = shown(&deployment, false);
    let stage = match stage_name {
        Some(name) => Some(stages::serve(call, api, name, &deployment.id, input)?),
        None => None,
    };
    let changes = std::iter::once(deployment.into()).chain(stage.map(Change::from)).collect();
    Ok(Reply::write(answer, changes))
}

/// A canary needs its stage; with one, it is still not served.
fn check_canary(
    world: &World,
    api: &RestApi,
    input: &wire::CreateDeploymentInput,
    stage_name: Option<&str>,
) -> Result<(), AwsError> {
    if input.canary_settings.is_none() {
        return Ok(());
    }
    let Some(name) = stage_name else {
        let given = if input.stage_name.is_some() { "" } else { "null" };
        return Err(bad_request(format!(
            "Invalid deployment content specified.Non null and non empty stageName must be provided for canary \
             deployment. Provided value is {given}"
        )));
    };
    if !world.stages.contains_key(&(api.id.clone(), name.into())) {
        return Err(bad_request(format!(
            "Invalid deployment content specified.Stage {name} must already be created before making a canary \
             release deployment"
        )));
    }
    Err(unsupported("canarySettings"))
}

fn check_deployable(world: &World, api: &RestApi) -> Result<(), AwsError> {
    if rest_apis::is_private(api) && api.policy.is_none() {
        return Err(bad_request("Private REST API doesn't have a resource policy attached to it"));
    }
    let mut methods = world.resources_of(&api.id).flat_map(|resource| resource.methods.values()).peekable();
    if methods.peek().is_none() {
        return Err(bad_request("The REST API doesn't contain any methods"));
    }
    if methods.any(|method| method.integration.is_none()) {
        return Err(bad_request("No integration defined for method"));
    }
    Ok(())
}

/// One deployment, with a summary of its methods if asked.
pub(super) fn get_deployment(call: &Call<'_>, input: &wire::GetDeploymentInput) -> Outcome<wire::Deployment> {
    let api = lookup::rest_api(call, &input.rest_api_id)?;
    let words = input.embed.as_deref().unwrap_or_default();
    if let Some(other) = words.iter().find(|word| !word.eq_ignore_ascii_case("apisummary")) {
        return Err(unsupported(format_args!("Embedding '{other}'")));
    }
    let deployment = lookup::deployment(call.world, &api.id, &input.deployment_id)?;
    Ok(Reply::read(shown(deployment, !words.is_empty())))
}

/// All deployments, in pages.
pub(super) fn get_deployments(
    call: &Call<'_>,
    input: &wire::GetDeploymentsInput,
) -> Outcome<wire::Deployments> {
    let api = lookup::rest_api(call, &input.rest_api_id)?;
    let window = Window::new(&input.position, input.limit)?;
    let items = call.world.deployments_of(&api.id).map(|item| (item.id.to_string(), shown(item, false)));
    let (page, position) = window.page(items);
    Ok(Reply::read(wire::Deployments { position, items: Some(page) }))
}

const RULES: &[Rule] = &[rule("/description", R)];

/// Changes the description, the only part that can change.
pub(super) fn update_deployment(
    call: &Call<'_>,
    input: &wire::UpdateDeploymentInput,
) -> Outcome<wire::Deployment> {
    let api = lookup::rest_api(call, &input.rest_api_id)?;
    let mut deployment = Deployment::clone(lookup::deployment(call.world, &api.id, &input.deployment_id)?);
    for step in patch::read("updateDeploymentInput", &input.patch_operations, RULES, Wording::Common)? {
        deployment.description = step.filled();
    }
    Ok(Reply::write(shown(&deployment, false), vec![deployment.into()]))
}

/// Removes a deployment that no stage serves.
pub(super) fn delete_deployment(
    call: &Call<'_>,
    input: &wire::DeleteDeploymentInput,
) -> Outcome<wire::DeleteDeploymentOutput> {
    let api = lookup::rest_api(call, &input.rest_api_id)?;
    let deployment = lookup::deployment(call.world, &api.id, &input.deployment_id)?;
    if call.world.stages_of(&api.id).any(|stage| stage.deployment_id == deployment.id) {
        return Err(bad_request("Active stages pointing to this deployment must be moved or deleted"));
    }
    let change = Change::Delete(EntityKey::Deployment(deployment.key()));
    Ok(Reply::write(wire::DeleteDeploymentOutput {}, vec![change]))
}

fn shown(deployment: &Deployment, with_summary: bool) -> wire::Deployment {
    wire::Deployment {
        id: Some(deployment.id.to_string()),
        description: deployment.description.clone(),
        created_date: Some(rest_apis::moment(deployment.created)),
        api_summary: with_summary.then(|| summary(&deployment.definition)),
    }
}

/// Path to verb to what a caller needs.
fn summary(definition: &Definition) -> IndexMap<String, IndexMap<String, wire::MethodSnapshot>> {
    let with_methods = definition.resources.iter().filter(|resource| !resource.methods.is_empty());
    with_methods
        .map(|resource| {
            let methods = resource.methods.iter().map(|(verb, method)| {
                let snapshot = wire::MethodSnapshot {
                    authorization_type: Some(method.authorization_type.clone()),
                    api_key_required: Some(method.api_key_required),
                };
                (verb.clone(), snapshot)
            });
            (resource.path.clone(), methods.collect())
        })
        .collect()
}
