//! Finding what a request names, or AWS's exact answer that it is not there.

use std::sync::Arc;

use sekisho_core::{
    World,
    id::{DeploymentId, ModelName, ResourceId, RestApiId, StageName},
    rest_api::{Deployment, Integration, Method, Model, Resource, RestApi, Stage},
};
use sekisho_wire::AwsError;

use super::errors::{not_found, required};
use crate::Call;

/// The REST API. Ids are lower case; another spelling is not found.
pub(crate) fn rest_api<'w>(call: &Call<'w>, id: &Option<String>) -> Result<&'w Arc<RestApi>, AwsError> {
    let id = required(id, "restApiId")?;
    call.world
        .rest_apis
        .get(&RestApiId::from(id))
        .ok_or_else(|| not_found(format!("Invalid API identifier specified {}:{id}", call.caller.account_id)))
}

/// The resource of the API.
pub(crate) fn resource<'w>(
    world: &'w World,
    api: &RestApiId,
    id: &Option<String>,
) -> Result<&'w Arc<Resource>, AwsError> {
    let id = required(id, "resourceId")?;
    world.resources.get(&(api.clone(), ResourceId::from(id))).ok_or_else(no_resource)
}

/// No such resource.
pub(crate) fn no_resource() -> AwsError {
    not_found("Invalid Resource identifier specified")
}

/// The method of the resource.
pub(crate) fn method<'w>(resource: &'w Resource, verb: &Option<String>) -> Result<&'w Method, AwsError> {
    let verb = required(verb, "httpMethod")?;
    resource.methods.get(verb).ok_or_else(|| not_found("Invalid Method identifier specified"))
}

/// The resource and its method, as the four levels of a method's address name them.
pub(crate) fn resource_and_method<'w>(
    call: &Call<'w>,
    api: &Option<String>,
    resource_id: &Option<String>,
    verb: &Option<String>,
) -> Result<(&'w Arc<Resource>, &'w Method), AwsError> {
    let api = rest_api(call, api)?;
    let resource = resource(call.world, &api.id, resource_id)?;
    Ok((resource, method(resource, verb)?))
}

/// The integration of the method.
pub(crate) fn integration(method: &Method) -> Result<&Integration, AwsError> {
    method.integration.as_ref().ok_or_else(|| not_found("Invalid Integration identifier specified"))
}

/// No such response of a method or an integration.
pub(crate) fn no_response() -> AwsError {
    not_found("Invalid Response status code specified")
}

/// The model of the API.
pub(crate) fn model<'w>(
    world: &'w World,
    api: &RestApiId,
    name: &Option<String>,
) -> Result<&'w Arc<Model>, AwsError> {
    let name = required(name, "modelName")?;
    world
        .models
        .get(&(api.clone(), ModelName::from(name)))
        .ok_or_else(|| not_found(format!("Invalid model name specified: {name}")))
}

/// The deployment of the API.
pub(crate) fn deployment<'w>(
    world: &'w World,
    api: &RestApiId,
    id: &Option<String>,
) -> Result<&'w Arc<Deployment>, AwsError> {
    let id = required(id, "deploymentId")?;
    world
        .deployments
        .get(&(api.clone(), DeploymentId::from(id)))
        .ok_or_else(|| not_found("Invalid Deployment identifier specified"))
}

/// The stage of the API.
pub(crate) fn stage<'w>(
    world: &'w World,
    api: &RestApiId,
    name: &Option<String>,
) -> Result<&'w Arc<Stage>, AwsError> {
    let name = required(name, "stageName")?;
    world
        .stages
        .get(&(api.clone(), StageName::from(name)))
        .ok_or_else(|| not_found("Invalid stage identifier specified"))
}
