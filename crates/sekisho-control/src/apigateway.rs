//! The `apigateway` service: private REST APIs' control plane (API Gateway v1, 2015-07-09).
//!
//! One function for each operation, in the file of its resource. Every one of them reads the world and gives an answer
//! and the changes that make it true; the draft, the deployments and the stages are entities of `sekisho-core`.
//! What AWS has and this gateway does not serve is refused with an error that names the field.

mod account;
mod deployments;
mod draft;
mod endpoints;
mod errors;
pub mod example_api;
mod import;
mod integration_responses;
mod integrations;
mod lookup;
mod mapping;
mod method_responses;
mod methods;
mod models;
mod pagination;
mod patch;
mod policies;
mod resources;
mod rest_apis;
mod stages;
mod tags;

use sekisho_wire::apigateway::{Request, Response};

use crate::{Call, Outcome};

/// One arm for each operation; the compiler finds the one that is missing.
macro_rules! operations {
    ($call:ident, $request:ident; $($operation:ident => $function:path;)*) => {
        match $request {
            $(Request::$operation(input) => $function($call, &input).map(|reply| reply.map(Response::$operation)),)*
        }
    };
}

/// Runs one API Gateway operation.
///
/// # Errors
/// What AWS answers: `BadRequestException`, `NotFoundException`, `ConflictException`, `LimitExceededException`,
/// `ValidationException`.
pub fn dispatch(call: &mut Call<'_>, request: Request) -> Outcome<Response> {
    operations! { call, request;
        CreateRestApi => rest_apis::create_rest_api;
        GetRestApi => rest_apis::get_rest_api;
        GetRestApis => rest_apis::get_rest_apis;
        UpdateRestApi => rest_apis::update_rest_api;
        DeleteRestApi => rest_apis::delete_rest_api;
        ImportRestApi => import::import_rest_api;
        PutRestApi => import::put_rest_api;
        CreateResource => resources::create_resource;
        GetResource => resources::get_resource;
        GetResources => resources::get_resources;
        UpdateResource => resources::update_resource;
        DeleteResource => resources::delete_resource;
        PutMethod => methods::put_method;
        GetMethod => methods::get_method;
        UpdateMethod => methods::update_method;
        DeleteMethod => methods::delete_method;
        PutMethodResponse => method_responses::put_method_response;
        GetMethodResponse => method_responses::get_method_response;
        UpdateMethodResponse => method_responses::update_method_response;
        DeleteMethodResponse => method_responses::delete_method_response;
        PutIntegration => integrations::put_integration;
        GetIntegration => integrations::get_integration;
        UpdateIntegration => integrations::update_integration;
        DeleteIntegration => integrations::delete_integration;
        PutIntegrationResponse => integration_responses::put_integration_response;
        GetIntegrationResponse => integration_responses::get_integration_response;
        UpdateIntegrationResponse => integration_responses::update_integration_response;
        DeleteIntegrationResponse => integration_responses::delete_integration_response;
        CreateModel => models::create_model;
        GetModel => models::get_model;
        GetModels => models::get_models;
        UpdateModel => models::update_model;
        DeleteModel => models::delete_model;
        CreateDeployment => deployments::create_deployment;
        GetDeployment => deployments::get_deployment;
        GetDeployments => deployments::get_deployments;
        UpdateDeployment => deployments::update_deployment;
        DeleteDeployment => deployments::delete_deployment;
        CreateStage => stages::create_stage;
        GetStage => stages::get_stage;
        GetStages => stages::get_stages;
        UpdateStage => stages::update_stage;
        DeleteStage => stages::delete_stage;
        GetTags => tags::get_tags;
        TagResource => tags::tag_resource;
        UntagResource => tags::untag_resource;
        GetAccount => account::get_account;
    }
}
