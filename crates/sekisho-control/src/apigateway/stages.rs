//! Stages: the names under which deployments are served.
//!
//! A stage always points to a deployment of its API. Its variables and its deployment change at once, without another
//! deployment. Method settings, caching, access logs, tracing, canaries, client certificates and documentation
//! versions are refused unless they are set to what they are anyway: off. Source: API Gateway's API reference, `Stage`,
//! and its guide on stages.

use indexmap::IndexMap;
use sekisho_core::{
    Change, EntityKey, Keyed,
    id::DeploymentId,
    limits::STAGES_PER_API_MAX,
    rest_api::{RestApi, Stage},
};
use sekisho_wire::{AwsError, apigateway as wire};

use super::{
    errors::{bad_request, conflict, limit_exceeded, required, unsupported},
    lookup, methods,
    patch::{self, ADR, D, Op, R, RD, Rule, Step, rule},
    rest_apis, tags,
};
use crate::{Call, Outcome, Reply};

/// Characters of a name (API Gateway guide, quotas).
const NAME_CHARACTERS_MAX: usize = 128;
/// Stage variables: how many, and the characters of a key and a value (API Gateway guide, quotas).
const VARIABLES_MAX: usize = 100;
const VARIABLE_KEY_CHARACTERS_MAX: usize = 64;
const VARIABLE_VALUE_CHARACTERS_MAX: usize = 512;

/// Makes a stage that serves a deployment.
pub(super) fn create_stage(call: &Call<'_>, input: &wire::CreateStageInput) -> Outcome<wire::Stage> {
    let api = lookup::rest_api(call, &input.rest_api_id)?;
    let name = required(&input.stage_name, "createStageInput.stageName")?;
    check_name(name)?;
    check_cluster(input.cache_cluster_enabled, &input.cache_cluster_size, input.tracing_enabled)?;
    methods::check_nothing("documentationVersion", &input.documentation_version)?;
    let deployment_id = required(&input.deployment_id, "createStageInput.deploymentId")?;
    let deployment_id = existing_deployment(call, api, deployment_id)?;
    if input.canary_settings.is_some() {
        return Err(unsupported("canarySettings"));
    }
    let variables = input.variables.clone().unwrap_or_default();
    check_variables(&variables)?;
    let given = input.tags.clone().unwrap_or_default();
    tags::check(&given)?;
    if call.world.stages.contains_key(&(api.id.clone(), name.into())) {
        return Err(conflict("Stage already exists"));
    }
    check_room(call, api)?;
    let stage = Stage {
        rest_api_id: api.id.clone(),
        name: name.into(),
        deployment_id,
        description: input.description.clone().filter(|text| !text.is_empty()),
        variables,
        created: call.now,
        last_updated: call.now,
        tags: given,
    };
    Ok(Reply::write(shown(&stage), vec![stage.into()]))
}

/// The stage that a new deployment is served by: the one of that name pointed anew, or a fresh one.
pub(crate) fn serve(
    call: &Call<'_>,
    api: &RestApi,
    name: &str,
    deployment: &DeploymentId,
    input: &wire::CreateDeploymentInput,
) -> Result<Stage, AwsError> {
    check_name(name)?;
    let existing = call.world.stages.get(&(api.id.clone(), name.into()));
    let mut stage = match existing {
        Some(stage) => Stage::clone(stage),
        None => {
            check_room(call, api)?;
            Stage {
                rest_api_id: api.id.clone(),
                name: name.into(),
                deployment_id: deployment.clone(),
                description: None,
                variables: IndexMap::new(),
                created: call.now,
                last_updated: call.now,
                tags: IndexMap::new(),
            }
        }
    };
    stage.deployment_id = deployment.clone();
    stage.last_updated = call.now;
    if let Some(description) = &input.stage_description {
        stage.description = Some(description.clone()).filter(|text| !text.is_empty());
    }
    if let Some(variables) = &input.variables {
        check_variables(variables)?;
        stage.variables.clone_from(variables);
    }
    Ok(stage)
}

fn check_room(call: &Call<'_>, api: &RestApi) -> Result<(), AwsError> {
    if call.world.stages_of(&api.id).count() >= STAGES_PER_API_MAX {
        return Err(limit_exceeded(format!(
            "Maximum number of stages for this API has been reached ({STAGES_PER_API_MAX})"
        )));
    }
    Ok(())
}

fn check_name(name: &str) -> Result<(), AwsError> {
    let fits = !name.is_empty()
        && name.len() <= NAME_CHARACTERS_MAX
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
    if fits { Ok(()) } else { Err(bad_request("Stage name only allows a-zA-Z0-9_-")) }
}

/// Caching and tracing can only be off.
pub(crate) fn check_cluster(
    cache: Option<bool>,
    size: &Option<String>,
    tracing: Option<bool>,
) -> Result<(), AwsError> {
    if cache == Some(true) {
        return Err(unsupported("cacheClusterEnabled"));
    }
    methods::check_nothing("cacheClusterSize", size)?;
    if tracing == Some(true) {
        return Err(unsupported("tracingEnabled"));
    }
    Ok(())
}

fn check_variables(variables: &IndexMap<String, String>) -> Result<(), AwsError> {
    if variables.len() > VARIABLES_MAX {
        return Err(limit_exceeded(format!("A stage can have at most {VARIABLES_MAX} variables")));
    }
    variables.iter().try_for_each(|(key, value)| check_variable(key, value))
}

fn check_variable(key: &str, value: &str) -> Result<(), AwsError> {
    let key_fits = !key.is_empty()
        && key.len() <= VARIABLE_KEY_CHARACTERS_MAX
        && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if !key_fits {
        return Err(bad_request(format!(
            "Invalid stage variable name: {key}. Please use 1 to {VARIABLE_KEY_CHARACTERS_MAX} letters, digits and \
             underscores"
        )));
    }
    let value_fits = !value.is_empty()
        && value.len() <= VARIABLE_VALUE_CHARACTERS_MAX
        && value.chars().all(|c| c.is_ascii_alphanumeric() || "-._~:/?#&=,".contains(c));
    if value_fits {
        return Ok(());
    }
    Err(bad_request(format!(
        "Invalid stage variable value: {value}. Please use values with 1 to {VARIABLE_VALUE_CHARACTERS_MAX} \
         alphanumeric characters and the symbols - . _ ~ : / ? # & = and ,"
    )))
}

fn existing_deployment(call: &Call<'_>, api: &RestApi, id: &str) -> Result<DeploymentId, AwsError> {
    let id = DeploymentId::from(id);
    if call.world.deployments.contains_key(&(api.id.clone(), id.clone())) {
        return Ok(id);
    }
    Err(bad_request("Deployment id does not exist"))
}

/// One stage.
pub(super) fn get_stage(call: &Call<'_>, input: &wire::GetStageInput) -> Outcome<wire::Stage> {
    let api = lookup::rest_api(call, &input.rest_api_id)?;
    Ok(Reply::read(shown(lookup::stage(call.world, &api.id, &input.stage_name)?)))
}

/// All stages, or those that serve one deployment. This list has no pages.
pub(super) fn get_stages(call: &Call<'_>, input: &wire::GetStagesInput) -> Outcome<wire::Stages> {
    let api = lookup::rest_api(call, &input.rest_api_id)?;
    let wanted = |stage: &Stage| {
        input.deployment_id.as_deref().is_none_or(|id| id.is_empty() || stage.deployment_id.as_str() == id)
    };
    let item =
        call.world.stages_of(&api.id).filter(|stage| wanted(stage)).map(|stage| shown(stage)).collect();
    Ok(Reply::read(wire::Stages { item: Some(item) }))
}

/// What can be set on a method of a stage.
const SETTINGS: [&str; 10] = [
    "metrics/enabled",
    "logging/dataTrace",
    "logging/loglevel",
    "throttling/burstLimit",
    "throttling/rateLimit",
    "caching/ttlInSeconds",
    "caching/enabled",
    "caching/dataEncrypted",
    "caching/requireAuthorizationForCacheControl",
    "caching/unauthorizedCacheControlHeaderStrategy",
];

const VARIABLE_RULE: &str = "/variables/{variableName}";
const RULES: &[Rule] = &[
    rule("/deploymentId", R),
    rule("/description", R),
    rule("/cacheClusterEnabled", R),
    rule("/cacheClusterSize", R),
    rule("/clientCertificateId", R),
    rule("/accessLogSettings", D),
    rule("/accessLogSettings/destinationArn", ADR),
    rule("/accessLogSettings/format", ADR),
    rule("/canarySettings", D),
    rule("/canarySettings/{setting}", R),
    rule("/canarySettings/stageVariableOverrides/{variableName}", RD),
    rule("/documentationVersion", R),
    rule("/tracingEnabled", R),
    rule("/variables", RD),
    rule(VARIABLE_RULE, RD),
];

/// AWS's list of what may be patched on a stage, its missing commas included.
const PATHS: &str = "/deploymentId, /description, /cacheClusterEnabled, /cacheClusterSize, /clientCertificateId, \
    /accessLogSettings, /accessLogSettings/destinationArn, /accessLogSettings/format, \
    /{resourcePath}/{httpMethod}/metrics/enabled, /{resourcePath}/{httpMethod}/logging/dataTrace, \
    /{resourcePath}/{httpMethod}/logging/loglevel, \
    /{resourcePath}/{httpMethod}/throttling/burstLimit/{resourcePath}/{httpMethod}/throttling/rateLimit\
    /{resourcePath}/{httpMethod}/caching/ttlInSeconds, /{resourcePath}/{httpMethod}/caching/enabled, \
    /{resourcePath}/{httpMethod}/caching/dataEncrypted, \
    /{resourcePath}/{httpMethod}/caching/requireAuthorizationForCacheControl, \
    /{resourcePath}/{httpMethod}/caching/unauthorizedCacheControlHeaderStrategy, /*/*/metrics/enabled, \
    /*/*/logging/dataTrace, /*/*/logging/loglevel, /*/*/throttling/burstLimit /*/*/throttling/rateLimit \
    /*/*/caching/ttlInSeconds, /*/*/caching/enabled, /*/*/caching/dataEncrypted, \
    /*/*/caching/requireAuthorizationForCacheControl, /*/*/caching/unauthorizedCacheControlHeaderStrategy, \
    /variables/{variable_name}, /tracingEnabled";

/// Changes a stage.
pub(super) fn update_stage(call: &Call<'_>, input: &wire::UpdateStageInput) -> Outcome<wire::Stage> {
    let api = lookup::rest_api(call, &input.rest_api_id)?;
    let old = lookup::stage(call.world, &api.id, &input.stage_name)?;
    let mut stage = Stage::clone(old);
    for (op, operation) in patch::parse("updateStageInput", &input.patch_operations)? {
        let path = operation.path.as_deref().unwrap_or("");
        if op == Op::Copy {
            return Err(refuse_copy(path, operation.from.as_deref().unwrap_or("")));
        }
        match patch::fit(op, path, operation.value.as_deref(), RULES) {
            Some(step) => apply(call, api, &mut stage, &step)?,
            None => return Err(refuse_path(op, path)),
        }
    }
    check_variables(&stage.variables)?;
    stage.last_updated = call.now;
    Ok(Reply::write(shown(&stage), vec![stage.into()]))
}

fn apply(call: &Call<'_>, api: &RestApi, stage: &mut Stage, step: &Step<'_>) -> Result<(), AwsError> {
    match step.rule {
        "/deploymentId" => stage.deployment_id = existing_deployment(call, api, step.value())?,
        "/description" => stage.description = step.filled(),
        "/cacheClusterEnabled" => check_cluster(Some(step.boolean()?), &None, None)?,
        "/tracingEnabled" => check_cluster(None, &None, Some(step.boolean()?))?,
        "/cacheClusterSize" => check_cluster(None, &step.filled(), None)?,
        "/variables" if step.op == Op::Remove => stage.variables.clear(),
        VARIABLE_RULE if step.op == Op::Remove => {
            patch::edit_map(
                &mut stage.variables,
                step,
                String::new(),
                "Invalid stage variable name specified",
            )?;
        }
        VARIABLE_RULE => {
            check_variable(step.key(), step.value())?;
            stage.variables.insert(step.key().to_owned(), step.value().to_owned());
        }
        // There is nothing of these to take away.
        "/accessLogSettings" | "/canarySettings" => {}
        "/variables" => return Err(unsupported("Replacing /variables as a whole")),
        other => {
            let field = other.trim_start_matches('/').split('/').next().unwrap_or(other);
            if step.op != Op::Remove {
                methods::check_nothing(field, &step.filled())?;
            }
        }
    }
    Ok(())
}

fn refuse_copy(path: &str, from: &str) -> AwsError {
    let pairs = [
        ("/deploymentId", "/canarySettings/deploymentId"),
        ("/variables", "/canarySettings/stageVariableOverrides"),
    ];
    if pairs.contains(&(path, from)) {
        return bad_request("Promotion not available. Canary does not exist.");
    }
    bad_request(format!(
        "Invalid copy operation with path: {path} and from {from}. Valid copy:path are [/deploymentId, /variables] \
         and valid copy:from are [/canarySettings/deploymentId, /canarySettings/stageVariableOverrides]"
    ))
}

/// Method settings by their shape, everything else by AWS's list.
fn refuse_path(op: Op, path: &str) -> AwsError {
    let mut parts = path.trim_start_matches('/').splitn(3, '/');
    let (resource, verb, setting) = (parts.next().unwrap_or(""), parts.next(), parts.next());
    match (verb, setting) {
        (Some(verb), None) if op == Op::Remove && (verb == "*" || methods::VERBS.contains(&verb)) => {
            bad_request(format!(
                "Cannot remove method setting {}/{verb} because there is no method setting for this method ",
                patch::unescape(resource)
            ))
        }
        (Some(_), Some(setting)) if op == Op::Replace && SETTINGS.contains(&setting) => {
            unsupported(format_args!("Method setting {setting}"))
        }
        _ => bad_request(format!("Invalid method setting path: {path}. Must be one of: [{PATHS}]")),
    }
}

/// Removes a stage.
pub(super) fn delete_stage(
    call: &Call<'_>,
    input: &wire::DeleteStageInput,
) -> Outcome<wire::DeleteStageOutput> {
    let api = lookup::rest_api(call, &input.rest_api_id)?;
    let stage = lookup::stage(call.world, &api.id, &input.stage_name)?;
    let change = Change::Delete(EntityKey::Stage(stage.key()));
    Ok(Reply::write(wire::DeleteStageOutput {}, vec![change]))
}

fn shown(stage: &Stage) -> wire::Stage {
    wire::Stage {
        deployment_id: Some(stage.deployment_id.to_string()),
        stage_name: Some(stage.name.to_string()),
        description: stage.description.clone(),
        cache_cluster_enabled: Some(false),
        cache_cluster_status: Some("NOT_AVAILABLE".to_owned()),
        method_settings: Some(IndexMap::new()),
        variables: methods::filled(&stage.variables),
        tracing_enabled: Some(false),
        tags: methods::filled(&stage.tags),
        created_date: Some(rest_apis::moment(stage.created)),
        last_updated_date: Some(rest_apis::moment(stage.last_updated)),
        ..wire::Stage::default()
    }
}
