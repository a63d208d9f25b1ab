//! Integrations: where a method's requests go.
//!
//! `MOCK`, `HTTP` and `HTTP_PROXY` over the network the gateway itself stands in are served; the other types, VPC
//! links, credentials and streaming are refused, after the checks AWS itself makes. Putting an
//! integration drops the responses of the one before. Source: API Gateway's API reference, `Integration`.

use indexmap::IndexMap;
use sekisho_core::rest_api::{Integration, IntegrationKind, Method, PassthroughBehavior};
use sekisho_wire::{AwsError, apigateway as wire};

use super::{
    errors::{bad_request, not_found, not_in_enum, required, unsupported},
    integration_responses, lookup, mapping, methods,
    patch::{self, ADR, Op, R, Rule, Wording, rule},
};
use crate::{Call, Outcome, Reply};

/// Bounds and default of a backend's time, milliseconds (API Gateway guide, quotas).
const TIMEOUT_MS_MIN: i64 = 50;
const TIMEOUT_MS_MAX: i64 = 29_000;
/// Characters of a backend's address.
const URI_CHARACTERS_MAX: usize = 4096;
/// Cache key parameters of an integration.
const CACHE_KEYS_MAX: usize = 100;

/// Puts an integration, in the place of any before it.
pub(super) fn put_integration(
    call: &Call<'_>,
    input: &wire::PutIntegrationInput,
) -> Outcome<wire::Integration> {
    check_type(input)?;
    let (resource, method) =
        lookup::resource_and_method(call, &input.rest_api_id, &input.resource_id, &input.http_method)?;
    let integration = build(input, method, resource.id.as_str())?;
    let answer = shown(&integration);
    let method = Method { integration: Some(integration), ..method.clone() };
    let verb = input.http_method.as_deref().unwrap_or("");
    Ok(Reply::write(answer, vec![methods::with_method(resource, verb, method).into()]))
}

fn check_type(input: &wire::PutIntegrationInput) -> Result<&str, AwsError> {
    let kind = required(&input.type_, "putIntegrationInput.type")?;
    if matches!(kind, "HTTP" | "MOCK" | "AWS_PROXY" | "HTTP_PROXY" | "AWS") {
        return Ok(kind);
    }
    Err(not_in_enum(kind, "putIntegrationInput.type", "HTTP, MOCK, AWS_PROXY, HTTP_PROXY, AWS"))
}

/// The integration a request describes, checked; `owner` is the resource's id, the default cache name space.
pub(crate) fn build(
    input: &wire::PutIntegrationInput,
    method: &Method,
    owner: &str,
) -> Result<Integration, AwsError> {
    let kind = match check_type(input)? {
        "HTTP" => IntegrationKind::Http,
        "HTTP_PROXY" => IntegrationKind::HttpProxy,
        "MOCK" => IntegrationKind::Mock,
        aws => return Err(refuse_aws(aws, input)),
    };
    let http_method = input.integration_http_method.clone().filter(|verb| !verb.is_empty());
    let uri = input.uri.clone().filter(|uri| !uri.is_empty());
    check_backend(kind, http_method.as_deref(), uri.as_deref())?;
    check_unserved(input)?;
    let cache_key_parameters = input.cache_key_parameters.clone().unwrap_or_default();
    let integration = Integration {
        kind,
        http_method,
        uri,
        request_parameters: input.request_parameters.clone().unwrap_or_default(),
        request_templates: input.request_templates.clone().unwrap_or_default(),
        passthrough_behavior: passthrough(input.passthrough_behavior.as_deref())?,
        content_handling: content_handling(input.content_handling.as_deref())?,
        timeout_in_millis: timeout(input.timeout_in_millis.map_or(TIMEOUT_MS_MAX, i64::from))?,
        cache_namespace: input
            .cache_namespace
            .clone()
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| owner.to_owned()),
        cache_key_parameters,
        responses: IndexMap::new(),
        insecure_skip_verification: input.tls_config.as_ref().and_then(|tls| tls.insecure_skip_verification),
    };
    check(&integration, method)?;
    Ok(integration)
}

/// What must hold after a put and after a patch.
fn check(integration: &Integration, method: &Method) -> Result<(), AwsError> {
    check_backend(integration.kind, integration.http_method.as_deref(), integration.uri.as_deref())?;
    mapping::check_request(&integration.request_parameters, method)?;
    mapping::check_templates(&integration.request_templates)?;
    if integration.cache_key_parameters.len() > CACHE_KEYS_MAX {
        return Err(bad_request(format!("At most {CACHE_KEYS_MAX} cache key parameters may be given")));
    }
    Ok(())
}

/// AWS integrations: AWS's own complaints about the address first, then that they are not served.
fn refuse_aws(kind: &str, input: &wire::PutIntegrationInput) -> AwsError {
    let uri = input.uri.as_deref().unwrap_or("");
    if input.integration_http_method.as_deref().is_none_or(str::is_empty) {
        return bad_request("Enumeration value for HttpMethod must be non-empty");
    }
    let parts: Vec<&str> = uri.splitn(6, ':').collect();
    let [first, _, "apigateway", _, service, target] = parts.as_slice() else {
        return bad_request("Invalid ARN specified in the request");
    };
    if *first != "arn" {
        return bad_request("Invalid ARN specified in the request");
    }
    if !target.starts_with("path/") && !target.starts_with("action/") {
        return bad_request("AWS ARN for integration must contain path or action");
    }
    if kind == "AWS_PROXY" && !matches!(*service, "lambda" | "firehose") {
        return bad_request(
            "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream \
             invocations.",
        );
    }
    unsupported(format_args!("Integration type {kind}"))
}

fn check_backend(
    kind: IntegrationKind,
    http_method: Option<&str>,
    uri: Option<&str>,
) -> Result<(), AwsError> {
    if let Some(verb) = http_method {
        methods::check_verb(verb)?;
    }
    if kind == IntegrationKind::Mock {
        return Ok(());
    }
    if http_method.is_none() {
        return Err(bad_request("Enumeration value for HttpMethod must be non-empty"));
    }
    if uri.is_some_and(is_http_endpoint) {
        return Ok(());
    }
    Err(bad_request("Invalid HTTP endpoint specified for URI"))
}

/// An absolute `http` or `https` address with a host, on port 80, 443 or 1024–65535. Stage variables may stand
/// anywhere after the scheme, path variables anywhere after the host.
fn is_http_endpoint(uri: &str) -> bool {
    let Some(rest) = uri.strip_prefix("http://").or_else(|| uri.strip_prefix("https://")) else {
        return false;
    };
    if uri.len() > URI_CHARACTERS_MAX || uri.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return false;
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or("");
    if authority.contains("${stageVariables.") {
        return authority.contains('}');
    }
    let (host, port) = match authority.strip_prefix('[') {
        Some(literal) => match literal.split_once(']') {
            Some((host, "")) => (host, None),
            Some((host, port)) => (host, port.strip_prefix(':').or(Some("x"))),
            None => return false,
        },
        None => match authority.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (authority, None),
        },
    };
    let port_fits = match port.map(str::parse::<u16>) {
        None => true,
        Some(Ok(port)) => matches!(port, 80 | 443 | 1024..),
        Some(Err(_)) => false,
    };
    let literal = authority.starts_with('[');
    let host_fits = if literal {
        host.parse::<std::net::Ipv6Addr>().is_ok()
    } else {
        !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || ".-_".contains(c))
    };
    host_fits && port_fits
}

fn check_unserved(input: &wire::PutIntegrationInput) -> Result<(), AwsError> {
    match input.connection_type.as_deref() {
        None | Some("" | "INTERNET") => {}
        Some("VPC_LINK") => return Err(unsupported("connectionType VPC_LINK")),
        Some(other) => {
            return Err(not_in_enum(other, "putIntegrationInput.connectionType", "INTERNET, VPC_LINK"));
        }
    }
    methods::check_nothing("connectionId", &input.connection_id)?;
    methods::check_nothing("credentials", &input.credentials)?;
    methods::check_nothing("integrationTarget", &input.integration_target)?;
    match input.response_transfer_mode.as_deref() {
        None | Some("" | "BUFFERED") => Ok(()),
        Some("STREAM") => Err(unsupported("responseTransferMode STREAM")),
        Some(other) => {
            Err(not_in_enum(other, "putIntegrationInput.responseTransferMode", "BUFFERED, STREAM"))
        }
    }
}

fn passthrough(word: Option<&str>) -> Result<PassthroughBehavior, AwsError> {
    Ok(match word {
        None | Some("" | "WHEN_NO_MATCH") => PassthroughBehavior::WhenNoMatch,
        Some("WHEN_NO_TEMPLATES") => PassthroughBehavior::WhenNoTemplates,
        Some("NEVER") => PassthroughBehavior::Never,
        Some(other) => {
            return Err(bad_request(format!(
                "Invalid passthrough behavior specified: {other}. Valid options are \
                 WHEN_NO_MATCH,WHEN_NO_TEMPLATES,NEVER"
            )));
        }
    })
}

/// What is done to a payload between text and bytes.
pub(crate) fn content_handling(word: Option<&str>) -> Result<Option<String>, AwsError> {
    match word {
        None | Some("") => Ok(None),
        Some(word @ ("CONVERT_TO_BINARY" | "CONVERT_TO_TEXT")) => Ok(Some(word.to_owned())),
        Some(other) => Err(not_in_enum(other, "contentHandling", "CONVERT_TO_BINARY, CONVERT_TO_TEXT")),
    }
}

fn timeout(milliseconds: i64) -> Result<u32, AwsError> {
    if (TIMEOUT_MS_MIN..=TIMEOUT_MS_MAX).contains(&milliseconds)
        && let Ok(milliseconds) = u32::try_from(milliseconds)
    {
        return Ok(milliseconds);
    }
    Err(bad_request(format!("Timeout should be between {TIMEOUT_MS_MIN} ms and {TIMEOUT_MS_MAX} ms")))
}

/// The integration of a method.
pub(super) fn get_integration(
    call: &Call<'_>,
    input: &wire::GetIntegrationInput,
) -> Outcome<wire::Integration> {
    let (_, method) =
        lookup::resource_and_method(call, &input.rest_api_id, &input.resource_id, &input.http_method)?;
    Ok(Reply::read(shown(lookup::integration(method)?)))
}

const RULES: &[Rule] = &[
    rule("/cacheKeyParameters/{parameter}", ADR),
    rule("/cacheNamespace", R),
    rule("/connectionId", R),
    rule("/connectionType", R),
    rule("/contentHandling", R),
    rule("/credentials", R),
    rule("/httpMethod", R),
    rule("/integrationTarget", R),
    rule("/passthroughBehavior", R),
    rule("/requestParameters/{parameter}", ADR),
    rule("/requestTemplates/{contentType}", ADR),
    rule("/responseTransferMode", R),
    rule("/timeoutInMillis", R),
    rule("/tlsConfig/insecureSkipVerification", R),
    rule("/uri", R),
];

/// Changes an integration; its type never.
pub(super) fn update_integration(
    call: &Call<'_>,
    input: &wire::UpdateIntegrationInput,
) -> Outcome<wire::Integration> {
    let (resource, method) =
        lookup::resource_and_method(call, &input.rest_api_id, &input.resource_id, &input.http_method)?;
    let mut integration = lookup::integration(method)?.clone();
    let steps = patch::read("updateIntegrationInput", &input.patch_operations, RULES, Wording::Common)?;
    for step in &steps {
        apply(&mut integration, step, resource.id.as_str())?;
    }
    check(&integration, method)?;
    let answer = shown(&integration);
    let method = Method { integration: Some(integration), ..method.clone() };
    let verb = input.http_method.as_deref().unwrap_or("");
    Ok(Reply::write(answer, vec![methods::with_method(resource, verb, method).into()]))
}

fn apply(integration: &mut Integration, step: &patch::Step<'_>, owner: &str) -> Result<(), AwsError> {
    match step.rule {
        "/uri" | "/httpMethod" if integration.kind == IntegrationKind::Mock => {
            return Err(bad_request(format!("Invalid patch path {}", step.path)));
        }
        "/uri" => integration.uri = step.filled(),
        "/httpMethod" => integration.http_method = step.filled(),
        "/cacheNamespace" => {
            integration.cache_namespace = step.filled().unwrap_or_else(|| owner.to_owned());
        }
        "/cacheKeyParameters/{parameter}" => edit_cache_keys(integration, step)?,
        "/contentHandling" => integration.content_handling = content_handling(Some(step.value()))?,
        "/passthroughBehavior" => integration.passthrough_behavior = passthrough(Some(step.value()))?,
        "/timeoutInMillis" => {
            integration.timeout_in_millis = timeout(step.value().parse().unwrap_or(-1))?;
        }
        "/tlsConfig/insecureSkipVerification" => {
            integration.insecure_skip_verification = Some(step.boolean()?);
        }
        "/requestParameters/{parameter}" => {
            let value = step.value().to_owned();
            patch::edit_map(
                &mut integration.request_parameters,
                step,
                value,
                "Invalid parameter name specified",
            )?;
        }
        "/requestTemplates/{contentType}" => {
            let value = step.value().to_owned();
            let missing = "Content-Type specified was not found";
            patch::edit_map(&mut integration.request_templates, step, value, missing)?;
        }
        other => {
            let mut input = wire::PutIntegrationInput::default();
            let value = step.filled();
            match other {
                "/connectionType" => input.connection_type = value,
                "/connectionId" => input.connection_id = value,
                "/credentials" => input.credentials = value,
                "/integrationTarget" => input.integration_target = value,
                _ => input.response_transfer_mode = value,
            }
            check_unserved(&input)?;
        }
    }
    Ok(())
}

/// Cache keys are a list of names; a replaced one keeps its place.
fn edit_cache_keys(integration: &mut Integration, step: &patch::Step<'_>) -> Result<(), AwsError> {
    let keys = &mut integration.cache_key_parameters;
    let found = keys.iter().position(|key| key == step.key());
    match (step.op, found) {
        (Op::Remove, Some(index)) => drop(keys.remove(index)),
        (Op::Remove, None) => return Err(not_found("Invalid parameter name specified")),
        (Op::Replace, Some(index)) => {
            if let (Some(slot), Some(value)) = (keys.get_mut(index), step.filled()) {
                *slot = value;
            }
        }
        (_, None) => keys.push(step.key().to_owned()),
        _ => {}
    }
    Ok(())
}

/// Removes the integration of a method and its responses.
pub(super) fn delete_integration(
    call: &Call<'_>,
    input: &wire::DeleteIntegrationInput,
) -> Outcome<wire::DeleteIntegrationOutput> {
    let (resource, method) =
        lookup::resource_and_method(call, &input.rest_api_id, &input.resource_id, &input.http_method)?;
    lookup::integration(method)?;
    let method = Method { integration: None, ..method.clone() };
    let verb = input.http_method.as_deref().unwrap_or("");
    let changed = methods::with_method(resource, verb, method);
    Ok(Reply::write(wire::DeleteIntegrationOutput {}, vec![changed.into()]))
}

/// An integration as the API shows it.
pub(crate) fn shown(integration: &Integration) -> wire::Integration {
    let over_http = integration.kind != IntegrationKind::Mock;
    let responses = integration
        .responses
        .iter()
        .map(|(status, response)| (status.clone(), integration_responses::shown(status, response)));
    wire::Integration {
        type_: Some(integration.kind.as_str().to_owned()),
        http_method: integration.http_method.clone(),
        uri: integration.uri.clone(),
        connection_type: over_http.then(|| "INTERNET".to_owned()),
        request_parameters: methods::filled(&integration.request_parameters),
        request_templates: methods::filled(&integration.request_templates),
        passthrough_behavior: Some(integration.passthrough_behavior.as_str().to_owned()),
        content_handling: integration.content_handling.clone(),
        timeout_in_millis: i32::try_from(integration.timeout_in_millis).ok(),
        cache_namespace: Some(integration.cache_namespace.clone()),
        cache_key_parameters: Some(integration.cache_key_parameters.clone()),
        integration_responses: (!integration.responses.is_empty()).then(|| responses.collect()),
        tls_config: integration
            .insecure_skip_verification
            .map(|skip| wire::TlsConfig { insecure_skip_verification: Some(skip) }),
        ..wire::Integration::default()
    }
}

#[cfg(test)]
mod tests {
    use super::is_http_endpoint;

    #[test]
    fn backends() {
        for good in [
            "http://petstore.execute-api.eu-west-1.amazonaws.com/petstore/pets/{petId}",
            "https://example.com",
            "https://example.com:8443/a?b=c",
            "http://10.0.0.1:80/",
            "http://[fd00::1]:8080/",
            "http://${stageVariables.host}/x",
            "https://${stageVariables.host}:${stageVariables.port}/{proxy}",
        ] {
            assert!(is_http_endpoint(good), "{good}");
        }
        for bad in [
            "",
            "example.com",
            "ftp://example.com",
            "http://",
            "http:///path",
            "http://example.com:99/",
            "http://example.com:70000/",
            "http://example.com:abc/",
            "http://user@example.com/",
            "http://exa mple.com/",
            "http://[::1/",
            "http://[::1]x/",
            "http://${stageVariables.host/x",
            "${stageVariables.url}",
        ] {
            assert!(!is_http_endpoint(bad), "{bad}");
        }
    }
}
