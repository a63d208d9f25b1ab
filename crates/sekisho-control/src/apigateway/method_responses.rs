//! Method responses: what a method may answer.
//!
//! An integration response can only give a status and headers that are declared here. Source: API Gateway's API
//! reference, `MethodResponse`.

use sekisho_core::rest_api::MethodResponse;
use sekisho_wire::{AwsError, apigateway as wire};

use super::{
    errors::{conflict, not_matching, required},
    lookup, mapping, methods,
    patch::{self, ADR, Rule, Wording, rule},
};
use crate::{Call, Outcome, Reply};

/// The pattern of the model's status codes.
const STATUS_PATTERN: &str = "[1-5]\\d\\d";

/// Refuses what is not a status code.
pub(crate) fn check_status<'a>(status: &'a Option<String>, at: &str) -> Result<&'a str, AwsError> {
    let status = required(status, at)?;
    let fits = matches!(status.as_bytes(), [b'1'..=b'5', tens, units] if tens.is_ascii_digit() && units.is_ascii_digit());
    if fits { Ok(status) } else { Err(not_matching(status, at, STATUS_PATTERN)) }
}

/// Puts a response where none is.
pub(super) fn put_method_response(
    call: &Call<'_>,
    input: &wire::PutMethodResponseInput,
) -> Outcome<wire::MethodResponse> {
    let status = check_status(&input.status_code, "putMethodResponseInput.statusCode")?;
    let (resource, method) =
        lookup::resource_and_method(call, &input.rest_api_id, &input.resource_id, &input.http_method)?;
    let response = build(input, &|name| methods::has_model(call, resource, name))?;
    if method.responses.contains_key(status) {
        return Err(conflict("Response already exists for this resource"));
    }
    let answer = shown(status, &response);
    let mut method = method.clone();
    method.responses.insert(status.to_owned(), response);
    let verb = input.http_method.as_deref().unwrap_or("");
    Ok(Reply::write(answer, vec![methods::with_method(resource, verb, method).into()]))
}

/// The response a request describes, checked.
pub(crate) fn build(
    input: &wire::PutMethodResponseInput,
    has_model: &dyn Fn(&str) -> bool,
) -> Result<MethodResponse, AwsError> {
    let response = MethodResponse {
        response_parameters: input.response_parameters.clone().unwrap_or_default(),
        response_models: input.response_models.clone().unwrap_or_default(),
    };
    check(&response, has_model)?;
    Ok(response)
}

fn check(response: &MethodResponse, has_model: &dyn Fn(&str) -> bool) -> Result<(), AwsError> {
    mapping::check_declared_headers(&response.response_parameters)?;
    methods::check_models(&response.response_models, has_model)
}

/// One response.
pub(super) fn get_method_response(
    call: &Call<'_>,
    input: &wire::GetMethodResponseInput,
) -> Outcome<wire::MethodResponse> {
    let (_, method) =
        lookup::resource_and_method(call, &input.rest_api_id, &input.resource_id, &input.http_method)?;
    let status = required(&input.status_code, "getMethodResponseInput.statusCode")?;
    let response = method.responses.get(status).ok_or_else(lookup::no_response)?;
    Ok(Reply::read(shown(status, response)))
}

const RULES: &[Rule] =
    &[rule("/responseModels/{contentType}", ADR), rule("/responseParameters/{parameter}", ADR)];

/// Changes a response.
pub(super) fn update_method_response(
    call: &Call<'_>,
    input: &wire::UpdateMethodResponseInput,
) -> Outcome<wire::MethodResponse> {
    let (resource, method) =
        lookup::resource_and_method(call, &input.rest_api_id, &input.resource_id, &input.http_method)?;
    let status = required(&input.status_code, "updateMethodResponseInput.statusCode")?;
    let mut method = method.clone();
    let response = method.responses.get_mut(status).ok_or_else(lookup::no_response)?;
    for step in patch::read("updateMethodResponseInput", &input.patch_operations, RULES, Wording::Common)? {
        if step.rule == "/responseParameters/{parameter}" {
            let needed = step.op != patch::Op::Remove && step.filled().is_some() && step.boolean()?;
            let missing = "Invalid parameter name specified";
            patch::edit_map(&mut response.response_parameters, &step, needed, missing)?;
        } else {
            let missing = "Content-Type specified was not found";
            patch::edit_map(&mut response.response_models, &step, step.value().to_owned(), missing)?;
        }
    }
    check(response, &|name| methods::has_model(call, resource, name))?;
    let answer = shown(status, response);
    let verb = input.http_method.as_deref().unwrap_or("");
    Ok(Reply::write(answer, vec![methods::with_method(resource, verb, method).into()]))
}

/// Removes a response.
pub(super) fn delete_method_response(
    call: &Call<'_>,
    input: &wire::DeleteMethodResponseInput,
) -> Outcome<wire::DeleteMethodResponseOutput> {
    let (resource, method) =
        lookup::resource_and_method(call, &input.rest_api_id, &input.resource_id, &input.http_method)?;
    let status = required(&input.status_code, "deleteMethodResponseInput.statusCode")?;
    let mut method = method.clone();
    method.responses.shift_remove(status).ok_or_else(lookup::no_response)?;
    let verb = input.http_method.as_deref().unwrap_or("");
    let changed = methods::with_method(resource, verb, method);
    Ok(Reply::write(wire::DeleteMethodResponseOutput {}, vec![changed.into()]))
}

/// A response as the API shows it.
pub(crate) fn shown(status: &str, response: &MethodResponse) -> wire::MethodResponse {
    wire::MethodResponse {
        status_code: Some(status.to_owned()),
        response_parameters: methods::filled(&response.response_parameters),
        response_models: methods::filled(&response.response_models),
    }
}
