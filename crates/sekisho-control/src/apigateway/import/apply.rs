//! Laying a document over a draft, through the checks of the API's own calls.
//!
//! Every failure is noted and the rest goes on, so that one import tells all that is wrong; the caller throws the
//! draft away if there was an error.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use sekisho_core::{
    id::{ModelName, ResourceId},
    rest_api::{Method, Model},
};
use sekisho_wire::{AwsError, apigateway as wire};
use serde_json::{Map, Value};

use super::{
    BasePath,
    extensions::{Root, texts},
    openapi::{Document, Notes, Operation, Response, scalar, text},
    schema::Models,
};
use crate::{
    Call,
    apigateway::{
        draft::Draft, endpoints, integration_responses, integrations, method_responses, methods, models,
        policies, rest_apis, tags,
    },
};

/// Lays the document over the draft.
pub(super) fn apply(
    call: &mut Call<'_>,
    draft: &mut Draft,
    document: Document<'_>,
    base_path: BasePath,
    notes: &mut Notes,
) {
    document.title.clone_into(&mut draft.api.name);
    if document.version.is_some() {
        draft.api.version.clone_from(&document.version);
    }
    if document.description.is_some() {
        draft.api.description.clone_from(&document.description);
    }
    if let Err(error) = head(call, draft, &document.root) {
        notes.error(error.message);
    }
    let api = draft.api.id.clone();
    let taken = document.schemas.keys().filter(|name| models::check_name(name).is_ok());
    let names: BTreeSet<String> =
        draft.models.keys().map(ToString::to_string).chain(taken.cloned()).collect();
    let known = Models { api: &api, names: &names };
    for (name, schema) in &document.schemas {
        let at = format!("the model '{name}'");
        if let Err(error) = models::check_name(name) {
            notes.warn(format!("Unable to create {at}: {}", error.message));
            continue;
        }
        let text = pretty(&known.convert(schema, &at, notes));
        if !notes.spend(text.len()) {
            return;
        }
        put_model(call, draft, name, text);
    }
    let prefix = prefix(document.base_path.as_deref().unwrap_or(""), base_path);
    for (path, operations) in document.paths {
        let path = format!("{prefix}/{}", path.trim_matches('/'));
        let path = if path.len() > 1 { path.trim_end_matches('/') } else { path.as_str() };
        match draft.at_path(call, path) {
            Ok(resource) => {
                for operation in operations {
                    let place = Place { resource: &resource, path, verb: &operation.verb };
                    put_operation(call, draft, &known, &place, &operation, notes);
                }
            }
            Err(error) => {
                notes.error(format!("Unable to create resource at path '{path}': {}", error.message))
            }
        }
    }
}

/// What stands in front of every path, without a slash at the end.
fn prefix(base_path: &str, choice: BasePath) -> String {
    let parts: Vec<&str> = base_path.split('/').filter(|part| !part.is_empty()).collect();
    let skipped = match choice {
        BasePath::Ignore => parts.len(),
        BasePath::Prepend => 0,
        BasePath::Split => 1,
    };
    parts.iter().skip(skipped).map(|part| format!("/{part}")).collect()
}

/// What the root extensions say of the API's head.
fn head(call: &Call<'_>, draft: &mut Draft, root: &Root) -> Result<(), AwsError> {
    let api = &mut draft.api;
    if let Some(policy) = &root.policy {
        api.policy = policies::accept(call, api.id.as_str(), policy)?;
    }
    for media_type in root.binary_media_types.iter().flatten() {
        rest_apis::add_binary(api, media_type)?;
    }
    if let Some(word) = &root.api_key_source {
        api.api_key_source = rest_apis::api_key_source(word, "x-amazon-apigateway-api-key-source")?;
    }
    if let Some(off) = root.disable_execute_api_endpoint {
        api.disable_execute_api_endpoint = off;
    }
    if let Some(ids) = &root.vpc_endpoint_ids {
        api.vpc_endpoint_ids = Vec::new();
        ids.iter().try_for_each(|id| endpoints::add_vpc_endpoint(&mut api.vpc_endpoint_ids, id))?;
    }
    rest_apis::check_compression(root.minimum_compression_size)?;
    if root.security_policy.is_some() {
        api.security_policy = endpoints::security_policy(api.endpoint_type, root.security_policy.as_deref())?;
    }
    endpoints::check_access_mode(root.access_mode.as_deref())?;
    api.tags.extend(root.tags.clone());
    tags::check(&api.tags)
}

/// Where an operation goes.
struct Place<'a> {
    resource: &'a ResourceId,
    path: &'a str,
    verb: &'a str,
}

impl Place<'_> {
    fn error(&self, notes: &mut Notes, what: &str, error: &AwsError) {
        notes.error(format!(
            "Unable to put {what} on '{}' for resource at path '{}': {}",
            self.verb, self.path, error.message
        ));
    }
}

fn put_operation(
    call: &mut Call<'_>,
    draft: &mut Draft,
    known: &Models<'_>,
    place: &Place<'_>,
    operation: &Operation<'_>,
    notes: &mut Notes,
) {
    let request_models = content_models(call, draft, known, &operation.body, &operation.at, notes);
    let input = wire::PutMethodInput {
        http_method: Some(operation.verb.clone()),
        authorization_type: Some("NONE".to_owned()),
        api_key_required: Some(operation.api_key_required),
        operation_name: operation.operation_id.clone(),
        request_parameters: Some(operation.parameters.clone()),
        request_models: Some(request_models),
        ..wire::PutMethodInput::default()
    };
    let mut method = match methods::build(&input, &|name| draft.models.contains_key(name)) {
        Ok(method) => method,
        Err(error) => return place.error(notes, "method", &error),
    };
    for response in &operation.responses {
        put_response(call, draft, known, (place, operation), response, &mut method, notes);
    }
    if let Some(source) = operation.integration {
        put_integration(place, operation, source, &mut method, notes);
    }
    if let Some(resource) = draft.resources.get_mut(place.resource) {
        resource.methods.insert(operation.verb.clone(), method);
    }
}

fn put_response(
    call: &mut Call<'_>,
    draft: &mut Draft,
    known: &Models<'_>,
    (place, operation): (&Place<'_>, &Operation<'_>),
    response: &Response<'_>,
    method: &mut Method,
    notes: &mut Notes,
) {
    let at = format!("{}/responses/{}", operation.at, response.status);
    let response_models = content_models(call, draft, known, &response.content, &at, notes);
    let headers = response.headers.iter().map(|name| (format!("method.response.header.{name}"), false));
    let input = wire::PutMethodResponseInput {
        status_code: Some(response.status.clone()),
        response_parameters: Some(headers.collect()),
        response_models: Some(response_models),
        ..wire::PutMethodResponseInput::default()
    };
    let built = method_responses::check_status(&input.status_code, "statusCode")
        .and_then(|_| method_responses::build(&input, &|name| draft.models.contains_key(name)));
    match built {
        Ok(built) => drop(method.responses.insert(response.status.clone(), built)),
        Err(error) => place.error(notes, &format!("method response '{}'", response.status), &error),
    }
}

/// Content type to model name, the models made where a schema is written in place.
fn content_models(
    call: &mut Call<'_>,
    draft: &mut Draft,
    known: &Models<'_>,
    content: &[(String, &Value)],
    at: &str,
    notes: &mut Notes,
) -> IndexMap<String, String> {
    let mut named = IndexMap::new();
    for (content_type, schema) in content {
        if !notes.step() {
            break;
        }
        let Some(members) = schema.as_object() else { continue };
        let name = match text(members, "$ref") {
            Some(target) => match known.name_of(target) {
                Some(name) => name.to_owned(),
                None => {
                    notes.warn(format!("Unable to find the model '{target}' that is referenced at {at}"));
                    continue;
                }
            },
            None if members.is_empty() => "Empty".to_owned(),
            None => {
                let text = pretty(&known.convert(schema, at, notes));
                if !notes.spend(text.len()) {
                    break;
                }
                let name = name_in_place(draft, &text);
                put_model(call, draft, &name, text);
                name
            }
        };
        if draft.models.contains_key(name.as_str()) {
            named.insert(content_type.clone(), name);
        }
    }
    named
}

/// The name of a model whose schema is written in place: `MODEL` and six digits of the schema's hash (FNV-1a), so that
/// importing the same document again makes no further models.
fn name_in_place(draft: &Draft, schema: &str) -> String {
    let mut hash = schema.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    loop {
        let name = format!("MODEL{:06x}", hash & 0xff_ffff);
        match draft.models.get(name.as_str()) {
            Some(other) if other.schema.as_deref() != Some(schema) => hash = hash.wrapping_add(1),
            _ => return name,
        }
    }
}

fn put_model(call: &mut Call<'_>, draft: &mut Draft, name: &str, schema: String) {
    let key = ModelName::from(name);
    let old = draft.models.get(&key);
    let model = Model {
        rest_api_id: draft.api.id.clone(),
        id: old.map_or_else(|| call.mint.alphanumeric(6), |old| old.id.clone()),
        name: key.clone(),
        description: old.and_then(|old| old.description.clone()),
        schema: Some(schema),
        content_type: "application/json".to_owned(),
    };
    draft.models.insert(key, model);
}

fn pretty(schema: &Value) -> String {
    serde_json::to_string_pretty(schema).unwrap_or_else(|_| schema.to_string())
}

/// Members of `x-amazon-apigateway-integration` that are read.
const INTEGRATION_MEMBERS: [&str; 16] = [
    "type",
    "httpMethod",
    "uri",
    "connectionType",
    "connectionId",
    "credentials",
    "requestParameters",
    "requestTemplates",
    "passthroughBehavior",
    "contentHandling",
    "timeoutInMillis",
    "cacheNamespace",
    "cacheKeyParameters",
    "responseTransferMode",
    "integrationTarget",
    "tlsConfig",
];

fn put_integration(
    place: &Place<'_>,
    operation: &Operation<'_>,
    source: &Map<String, Value>,
    method: &mut Method,
    notes: &mut Notes,
) {
    let at = format!("{}/x-amazon-apigateway-integration", operation.at);
    for key in source.keys().filter(|key| *key != "responses" && !INTEGRATION_MEMBERS.contains(&key.as_str()))
    {
        notes.warn(format!("{at}/{key} is left out: it is not a member of an integration"));
    }
    if !notes.spend(size(source)) {
        return;
    }
    let upper = |name: &str| scalar(source.get(name)).map(|word| word.to_ascii_uppercase());
    let skip = source.get("tlsConfig").and_then(|tls| tls.get("insecureSkipVerification"));
    // What is no number of milliseconds becomes one that is refused.
    let timeout = source
        .get("timeoutInMillis")
        .map(|value| scalar(Some(value)).and_then(|digits| digits.parse::<i32>().ok()).unwrap_or(-1));
    let input = wire::PutIntegrationInput {
        type_: upper("type"),
        integration_http_method: upper("httpMethod"),
        uri: scalar(source.get("uri")),
        connection_type: upper("connectionType"),
        connection_id: scalar(source.get("connectionId")),
        credentials: scalar(source.get("credentials")),
        request_parameters: Some(text_map(source.get("requestParameters"))),
        request_templates: Some(text_map(source.get("requestTemplates"))),
        passthrough_behavior: upper("passthroughBehavior"),
        content_handling: upper("contentHandling"),
        timeout_in_millis: timeout,
        cache_namespace: scalar(source.get("cacheNamespace")),
        cache_key_parameters: source.get("cacheKeyParameters").map(texts),
        response_transfer_mode: upper("responseTransferMode"),
        integration_target: scalar(source.get("integrationTarget")),
        tls_config: skip
            .and_then(Value::as_bool)
            .map(|skip| wire::TlsConfig { insecure_skip_verification: Some(skip) }),
        ..wire::PutIntegrationInput::default()
    };
    let mut integration = match integrations::build(&input, method, place.resource.as_str()) {
        Ok(integration) => integration,
        Err(error) => return place.error(notes, "integration", &error),
    };
    for (pattern, response) in source.get("responses").and_then(Value::as_object).into_iter().flatten() {
        let at = format!("{at}/responses/{pattern}");
        let Some(response) = response.as_object() else {
            notes.error(format!("{at} is not an object"));
            continue;
        };
        let input = wire::PutIntegrationResponseInput {
            status_code: scalar(response.get("statusCode")),
            selection_pattern: (pattern != "default").then(|| pattern.clone()),
            response_parameters: Some(text_map(response.get("responseParameters"))),
            response_templates: Some(text_map(response.get("responseTemplates"))),
            content_handling: scalar(response.get("contentHandling")).map(|word| word.to_ascii_uppercase()),
            ..wire::PutIntegrationResponseInput::default()
        };
        let built = method_responses::check_status(&input.status_code, "statusCode")
            .and_then(|status| Ok((status.to_owned(), integration_responses::build(&input, method)?)));
        match built {
            Ok((status, built)) => {
                if integration.responses.insert(status.clone(), built).is_some() {
                    notes.warn(format!("{at}: it takes the place of another response with status {status}"));
                }
            }
            Err(error) => place.error(notes, "integration response", &error),
        }
    }
    method.integration = Some(integration);
}

/// Bytes of the texts of an integration.
fn size(source: &Map<String, Value>) -> usize {
    let texts = source.values().map(|value| match value {
        Value::String(text) => text.len(),
        Value::Object(members) => size(members),
        Value::Array(list) => list.iter().filter_map(Value::as_str).map(str::len).sum(),
        _ => 0,
    });
    source.len() + texts.sum::<usize>()
}

/// A map of text; numbers and booleans are taken as text, anything else is left empty and refused by the checks.
fn text_map(value: Option<&Value>) -> IndexMap<String, String> {
    let members = value.and_then(Value::as_object).into_iter().flatten();
    members.map(|(key, value)| (key.clone(), scalar(Some(value)).unwrap_or_default())).collect()
}
