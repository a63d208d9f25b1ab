//! Integration responses: which of the backend's answers becomes which of the method's.
//!
//! They are tried in the order in which they were put; the one without a pattern takes the rest. Source: API Gateway's
//! API reference, `IntegrationResponse`.

use sekisho_core::rest_api::{Integration, IntegrationResponse, Method};
use sekisho_wire::{AwsError, apigateway as wire};

use super::{
    errors::{required, unsupported},
    integrations::content_handling,
    lookup, mapping,
    method_responses::check_status,
    methods,
    patch::{self, ADR, R, Rule, Wording, rule},
};
use crate::{Call, Outcome, Reply};

/// Puts a response, in the place of any with the same status.
pub(super) fn put_integration_response(
    call: &Call<'_>,
    input: &wire::PutIntegrationResponseInput,
) -> Outcome<wire::IntegrationResponse> {
    let status = check_status(&input.status_code, "putIntegrationResponseInput.statusCode")?;
    let (resource, method) =
        lookup::resource_and_method(call, &input.rest_api_id, &input.resource_id, &input.http_method)?;
    let mut integration = lookup::integration(method)?.clone();
    let response = build(input, method)?;
    let answer = shown(status, &response);
    integration.responses.insert(status.to_owned(), response);
    let method = Method { integration: Some(integration), ..method.clone() };
    let verb = input.http_method.as_deref().unwrap_or("");
    Ok(Reply::write(answer, vec![methods::with_method(resource, verb, method).into()]))
}

/// The response a request describes, checked against what the method declares.
pub(crate) fn build(
    input: &wire::PutIntegrationResponseInput,
    method: &Method,
) -> Result<IntegrationResponse, AwsError> {
    let response = IntegrationResponse {
        selection_pattern: input.selection_pattern.clone(),
        response_parameters: input.response_parameters.clone().unwrap_or_default(),
        response_templates: input.response_templates.clone().unwrap_or_default(),
        content_handling: content_handling(input.content_handling.as_deref())?,
    };
    check(&response, method, input.status_code.as_deref().unwrap_or(""))?;
    Ok(response)
}

fn check(response: &IntegrationResponse, method: &Method, status: &str) -> Result<(), AwsError> {
    if status.starts_with('1') {
        return Err(unsupported(format_args!("An integration response with the interim status {status}")));
    }
    let declared = method.responses.get(status).ok_or_else(lookup::no_response)?;
    if let Some(pattern) = &response.selection_pattern {
        mapping::check_pattern(pattern)?;
    }
    mapping::check_response(&response.response_parameters, &declared.response_parameters)?;
    mapping::check_templates(&response.response_templates)
}

fn find<'i>(
    integration: &'i Integration,
    status: &Option<String>,
    at: &str,
) -> Result<(&'i str, &'i IntegrationResponse), AwsError> {
    let status = required(status, at)?;
    integration
        .responses
        .get_key_value(status)
        .map(|(status, response)| (status.as_str(), response))
        .ok_or_else(lookup::no_response)
}

/// One response.
pub(super) fn get_integration_response(
    call: &Call<'_>,
    input: &wire::GetIntegrationResponseInput,
) -> Outcome<wire::IntegrationResponse> {
    let (_, method) =
        lookup::resource_and_method(call, &input.rest_api_id, &input.resource_id, &input.http_method)?;
    let integration = lookup::integration(method)?;
    let (status, response) = find(integration, &input.status_code, "getIntegrationResponseInput.statusCode")?;
    Ok(Reply::read(shown(status, response)))
}

const RULES: &[Rule] = &[
    rule("/contentHandling", R),
    rule("/responseParameters/{parameter}", ADR),
    rule("/responseTemplates/{contentType}", ADR),
    rule("/selectionPattern", R),
];

/// Changes a response.
pub(super) fn update_integration_response(
    call: &Call<'_>,
    input: &wire::UpdateIntegrationResponseInput,
) -> Outcome<wire::IntegrationResponse> {
    let (resource, method) =
        lookup::resource_and_method(call, &input.rest_api_id, &input.resource_id, &input.http_method)?;
    let mut integration = lookup::integration(method)?.clone();
    let (status, response) =
        find(&integration, &input.status_code, "updateIntegrationResponseInput.statusCode")?;
    let (status, mut response) = (status.to_owned(), response.clone());
    let steps =
        patch::read("updateIntegrationResponseInput", &input.patch_operations, RULES, Wording::Common)?;
    for step in &steps {
        match step.rule {
            "/contentHandling" => response.content_handling = content_handling(Some(step.value()))?,
            "/selectionPattern" => response.selection_pattern = Some(step.value().to_owned()),
            "/responseParameters/{parameter}" => {
                let missing = "Invalid parameter name specified";
                let value = step.value().to_owned();
                patch::edit_map(&mut response.response_parameters, step, value, missing)?;
            }
            _ => {
                let missing = "Content-Type specified was not found";
                let value = step.value().to_owned();
                patch::edit_map(&mut response.response_templates, step, value, missing)?;
            }
        }
    }
    check(&response, method, &status)?;
    let answer = shown(&status, &response);
    integration.responses.insert(status, response);
    let method = Method { integration: Some(integration), ..method.clone() };
    let verb = input.http_method.as_deref().unwrap_or("");
    Ok(Reply::write(answer, vec![methods::with_method(resource, verb, method).into()]))
}

/// Removes a response.
pub(super) fn delete_integration_response(
    call: &Call<'_>,
    input: &wire::DeleteIntegrationResponseInput,
) -> Outcome<wire::DeleteIntegrationResponseOutput> {
    let (resource, method) =
        lookup::resource_and_method(call, &input.rest_api_id, &input.resource_id, &input.http_method)?;
    let mut integration = lookup::integration(method)?.clone();
    let (status, _) = find(&integration, &input.status_code, "deleteIntegrationResponseInput.statusCode")?;
    let status = status.to_owned();
    integration.responses.shift_remove(&status);
    let method = Method { integration: Some(integration), ..method.clone() };
    let verb = input.http_method.as_deref().unwrap_or("");
    let changed = methods::with_method(resource, verb, method);
    Ok(Reply::write(wire::DeleteIntegrationResponseOutput {}, vec![changed.into()]))
}

/// A response as the API shows it.
pub(crate) fn shown(status: &str, response: &IntegrationResponse) -> wire::IntegrationResponse {
    wire::IntegrationResponse {
        status_code: Some(status.to_owned()),
        selection_pattern: response.selection_pattern.clone(),
        response_parameters: methods::filled(&response.response_parameters),
        response_templates: methods::filled(&response.response_templates),
        content_handling: response.content_handling.clone(),
    }
}
