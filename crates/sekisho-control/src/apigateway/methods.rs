//! Methods: what a client may ask of a resource.
//!
//! Authorization other than `NONE`, authorizers, scopes and request validators are refused: a method must never be
//! more open than its owner said. Source: API Gateway's API reference, `Method`.

use std::sync::Arc;

use indexmap::IndexMap;
use sekisho_core::rest_api::{Method, Resource};
use sekisho_wire::{AwsError, apigateway as wire};

use super::{
    errors::{bad_request, conflict, required, unsupported},
    integrations, lookup, mapping, method_responses,
    patch::{self, AD, ADR, R, Rule, Wording, rule},
};
use crate::{Call, Outcome, Reply};

/// The verbs, in the order AWS lists them.
pub(crate) const VERBS: [&str; 8] = ["GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "HEAD", "ANY"];

/// Refuses what is not a verb.
pub(crate) fn check_verb(verb: &str) -> Result<(), AwsError> {
    if VERBS.contains(&verb) {
        return Ok(());
    }
    Err(bad_request(format!("Invalid HttpMethod specified. Valid options are {}", VERBS.join(","))))
}

/// Puts a method where none is.
pub(super) fn put_method(call: &Call<'_>, input: &wire::PutMethodInput) -> Outcome<wire::Method> {
    let api = lookup::rest_api(call, &input.rest_api_id)?;
    let resource = lookup::resource(call.world, &api.id, &input.resource_id)?;
    let verb = required(&input.http_method, "putMethodInput.httpMethod")?;
    let method = build(input, &|name| has_model(call, resource, name))?;
    if resource.methods.contains_key(verb) {
        return Err(conflict("Method already exists for this resource"));
    }
    let answer = shown(verb, &method);
    let mut resource = Resource::clone(resource);
    resource.methods.insert(verb.to_owned(), method);
    Ok(Reply::write(answer, vec![resource.into()]))
}

/// Whether the resource's API has a model of that name.
pub(crate) fn has_model(call: &Call<'_>, resource: &Resource, name: &str) -> bool {
    call.world.models.contains_key(&(resource.rest_api_id.clone(), name.into()))
}

/// The method a request describes, checked; the same for the API and for imports.
pub(crate) fn build(
    input: &wire::PutMethodInput,
    has_model: &dyn Fn(&str) -> bool,
) -> Result<Method, AwsError> {
    check_verb(required(&input.http_method, "putMethodInput.httpMethod")?)?;
    let authorization = required(&input.authorization_type, "putMethodInput.authorizationType")?;
    check_authorization(authorization)?;
    check_nothing("authorizerId", &input.authorizer_id)?;
    if input.authorization_scopes.as_ref().is_some_and(|scopes| !scopes.is_empty()) {
        return Err(unsupported("authorizationScopes"));
    }
    check_validator(input.request_validator_id.as_deref())?;
    let request_parameters = input.request_parameters.clone().unwrap_or_default();
    mapping::check_declared(&request_parameters)?;
    let request_models = input.request_models.clone().unwrap_or_default();
    check_models(&request_models, has_model)?;
    Ok(Method {
        authorization_type: authorization.to_owned(),
        api_key_required: input.api_key_required.unwrap_or(false),
        operation_name: input.operation_name.clone().filter(|name| !name.is_empty()),
        request_parameters,
        request_models,
        responses: IndexMap::new(),
        integration: None,
    })
}

/// `NONE` is served. The types that need an authorizer get AWS's own answer, since no authorizer exists here.
fn check_authorization(kind: &str) -> Result<(), AwsError> {
    match kind {
        "NONE" => Ok(()),
        "CUSTOM" | "COGNITO_USER_POOLS" => Err(bad_request(
            "Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS \
             requires a valid authorizer.",
        )),
        "AWS_IAM" | "JWT" => Err(unsupported(format_args!("authorizationType {kind}"))),
        other => Err(bad_request(format!(
            "Invalid authorization type specified: {other}. Valid options are \
             NONE,AWS_IAM,CUSTOM,COGNITO_USER_POOLS,JWT"
        ))),
    }
}

/// No validator exists here, so none can be named.
fn check_validator(id: Option<&str>) -> Result<(), AwsError> {
    match id {
        None | Some("") => Ok(()),
        Some(_) => Err(bad_request("Invalid Request Validator identifier specified")),
    }
}

/// Refuses a field that is not served, unless it is empty.
pub(crate) fn check_nothing(field: &str, value: &Option<String>) -> Result<(), AwsError> {
    match value.as_deref() {
        None | Some("") => Ok(()),
        Some(_) => Err(unsupported(field)),
    }
}

/// Checks a map from content type to model name.
pub(crate) fn check_models(
    models: &IndexMap<String, String>,
    has_model: &dyn Fn(&str) -> bool,
) -> Result<(), AwsError> {
    mapping::check_content_types(models.keys())?;
    match models.values().find(|name| !has_model(name)) {
        Some(name) => Err(bad_request(format!("Invalid model identifier specified: {name}"))),
        None => Ok(()),
    }
}

/// One method, with its responses and its integration.
pub(super) fn get_method(call: &Call<'_>, input: &wire::GetMethodInput) -> Outcome<wire::Method> {
    let (_, method) =
        lookup::resource_and_method(call, &input.rest_api_id, &input.resource_id, &input.http_method)?;
    Ok(Reply::read(shown(input.http_method.as_deref().unwrap_or(""), method)))
}

const RULES: &[Rule] = &[
    rule("/authorizationScopes", AD),
    rule("/authorizationType", R),
    rule("/authorizerId", R),
    rule("/apiKeyRequired", R),
    rule("/operationName", R),
    rule("/requestParameters/{parameter}", ADR),
    rule("/requestModels/{contentType}", ADR),
    rule("/requestValidatorId", R),
];

/// Changes a method.
pub(super) fn update_method(call: &Call<'_>, input: &wire::UpdateMethodInput) -> Outcome<wire::Method> {
    let (resource, method) =
        lookup::resource_and_method(call, &input.rest_api_id, &input.resource_id, &input.http_method)?;
    let steps = patch::read("updateMethodInput", &input.patch_operations, RULES, Wording::Common)?;
    let mut method = method.clone();
    for step in &steps {
        match step.rule {
            "/authorizationType" => {
                check_authorization(step.value())?;
                step.value().clone_into(&mut method.authorization_type);
            }
            "/authorizerId" => check_nothing("authorizerId", &step.filled())?,
            "/authorizationScopes" => check_nothing("authorizationScopes", &step.filled())?,
            "/requestValidatorId" => check_validator(Some(step.value()))?,
            "/apiKeyRequired" => method.api_key_required = step.boolean()?,
            "/operationName" => method.operation_name = step.filled(),
            "/requestParameters/{parameter}" => {
                let needed = step.op != patch::Op::Remove && step.filled().is_some() && step.boolean()?;
                let missing = "Invalid parameter name specified";
                patch::edit_map(&mut method.request_parameters, step, needed, missing)?;
            }
            _ => {
                let missing = "Content-Type specified was not found";
                patch::edit_map(&mut method.request_models, step, step.value().to_owned(), missing)?;
            }
        }
    }
    mapping::check_declared(&method.request_parameters)?;
    check_models(&method.request_models, &|name| has_model(call, resource, name))?;
    let verb = input.http_method.as_deref().unwrap_or("");
    let answer = shown(verb, &method);
    Ok(Reply::write(answer, vec![with_method(resource, verb, method).into()]))
}

/// The resource with one of its methods replaced.
pub(crate) fn with_method(resource: &Arc<Resource>, verb: &str, method: Method) -> Resource {
    let mut resource = Resource::clone(resource);
    resource.methods.insert(verb.to_owned(), method);
    resource
}

/// Removes a method, its responses and its integration.
pub(super) fn delete_method(
    call: &Call<'_>,
    input: &wire::DeleteMethodInput,
) -> Outcome<wire::DeleteMethodOutput> {
    let (resource, _) =
        lookup::resource_and_method(call, &input.rest_api_id, &input.resource_id, &input.http_method)?;
    let mut resource = Resource::clone(resource);
    resource.methods.shift_remove(input.http_method.as_deref().unwrap_or(""));
    Ok(Reply::write(wire::DeleteMethodOutput {}, vec![resource.into()]))
}

/// A method as the API shows it.
pub(crate) fn shown(verb: &str, method: &Method) -> wire::Method {
    let responses = method
        .responses
        .iter()
        .map(|(status, response)| (status.clone(), method_responses::shown(status, response)));
    wire::Method {
        http_method: Some(verb.to_owned()),
        authorization_type: Some(method.authorization_type.clone()),
        api_key_required: Some(method.api_key_required),
        operation_name: method.operation_name.clone(),
        request_parameters: filled(&method.request_parameters),
        request_models: filled(&method.request_models),
        method_responses: (!method.responses.is_empty()).then(|| responses.collect()),
        method_integration: method.integration.as_ref().map(integrations::shown),
        ..wire::Method::default()
    }
}

/// A map, or nothing where it is empty: AWS leaves empty maps out.
pub(crate) fn filled<V: Clone>(map: &IndexMap<String, V>) -> Option<IndexMap<String, V>> {
    (!map.is_empty()).then(|| map.clone())
}
