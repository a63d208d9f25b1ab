//! `x-amazon-apigateway-*`: what AWS adds to OpenAPI, and which of it is taken.
//!
//! Authorization is never dropped silently: an operation that names an authorizer or IAM refuses the whole import,
//! since importing it open would be worse than not importing it. Source: API Gateway's guide, "OpenAPI extensions".

use indexmap::IndexMap;
use serde_json::{Map, Value};

use super::openapi::{Dialect, Notes, Reader, scalar, text};

/// The prefix of all of them.
const PREFIX: &str = "x-amazon-apigateway-";

/// What the extensions at the root say.
#[derive(Debug, Default)]
pub(crate) struct Root {
    /// The resource policy as text.
    pub(crate) policy: Option<String>,
    /// Media types treated as bytes.
    pub(crate) binary_media_types: Option<Vec<String>>,
    /// Where API keys come from.
    pub(crate) api_key_source: Option<String>,
    /// Whether the default name is off.
    pub(crate) disable_execute_api_endpoint: Option<bool>,
    /// Associated VPC endpoints.
    pub(crate) vpc_endpoint_ids: Option<Vec<String>>,
    /// From which size answers would be compressed; −1 for what is no number.
    pub(crate) minimum_compression_size: Option<i64>,
    /// The TLS policy.
    pub(crate) security_policy: Option<String>,
    /// `BASIC` or `STRICT`.
    pub(crate) access_mode: Option<String>,
    /// Tags of the API.
    pub(crate) tags: IndexMap<String, String>,
}

/// Reads the extensions at the root.
pub(super) fn root(
    root: &Map<String, Value>,
    dialect: Dialect,
    ignore_documentation: bool,
    notes: &mut Notes,
) -> Root {
    let mut found = Root::default();
    for (key, value) in root {
        let Some(name) = key.strip_prefix(PREFIX) else { continue };
        match name {
            "policy" => {
                found.policy = Some(value.as_str().map_or_else(|| value.to_string(), str::to_owned));
            }
            "binary-media-types" => found.binary_media_types = Some(texts(value)),
            "api-key-source" => found.api_key_source = scalar(Some(value)),
            "endpoint-configuration" => endpoint_configuration(&mut found, value, key, notes),
            "minimum-compression-size" if value.is_null() => {}
            "minimum-compression-size" => {
                found.minimum_compression_size = Some(value.as_i64().unwrap_or(-1));
            }
            "security-policy" => found.security_policy = scalar(Some(value)),
            "endpoint-access-mode" => found.access_mode = scalar(Some(value)),
            "documentation" if ignore_documentation => {}
            _ => notes.warn(format!("/{key} is left out: it is not supported by this gateway")),
        }
    }
    if dialect == Dialect::OpenApi3 {
        for server in root.get("servers").and_then(Value::as_array).into_iter().flatten() {
            let key = "x-amazon-apigateway-endpoint-configuration";
            if let Some(value) = server.get(key) {
                endpoint_configuration(&mut found, value, &format!("servers/{key}"), notes);
            }
        }
    }
    for tag in root.get("tags").and_then(Value::as_array).into_iter().flatten() {
        let value = tag.get("x-amazon-apigateway-tag-value").and_then(Value::as_str);
        if let (Some(name), Some(value)) = (tag.get("name").and_then(Value::as_str), value) {
            found.tags.insert(name.to_owned(), value.to_owned());
        }
    }
    found
}

fn endpoint_configuration(found: &mut Root, value: &Value, at: &str, notes: &mut Notes) {
    for (key, value) in value.as_object().into_iter().flatten() {
        match key.as_str() {
            "disableExecuteApiEndpoint" => found.disable_execute_api_endpoint = value.as_bool(),
            "vpcEndpointIds" => found.vpc_endpoint_ids = Some(texts(value)),
            _ => notes.warn(format!("/{at}/{key} is left out: it is not imported for REST APIs")),
        }
    }
}

/// A list's texts, or a single text as a list of one.
pub(super) fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Array(list) => list.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        Value::String(text) => vec![text.clone()],
        _ => Vec::new(),
    }
}

/// Reads an operation's extensions; gives its integration.
pub(super) fn operation<'t>(
    source: &'t Map<String, Value>,
    at: &str,
    notes: &mut Notes,
) -> Option<&'t Map<String, Value>> {
    let mut integration = None;
    for (key, value) in source {
        let Some(name) = key.strip_prefix(PREFIX) else { continue };
        match name {
            "integration" => match value.as_object() {
                Some(object) => integration = Some(object),
                None => notes.error(format!("{at}/{key} is not an object")),
            },
            "auth" => {
                let kind = value.get("type").and_then(Value::as_str).unwrap_or("");
                if !kind.eq_ignore_ascii_case("none") {
                    notes.error(format!(
                        "{at}/{key}: authorization by '{kind}' is not supported by this gateway"
                    ));
                }
            }
            _ => notes.warn(format!("{at}/{key} is left out: it is not supported by this gateway")),
        }
    }
    integration
}

/// Whether an operation needs an API key. Schemes that would authorize are errors, others are only descriptions.
pub(super) fn security(
    reader: Reader<'_>,
    root: &Map<String, Value>,
    source: &Map<String, Value>,
    at: &str,
    notes: &mut Notes,
) -> bool {
    let requirements = source.get("security").or_else(|| root.get("security"));
    let schemes = match reader.dialect {
        Dialect::Swagger2 => root.get("securityDefinitions"),
        Dialect::OpenApi3 => reader.tree.pointer("/components/securitySchemes"),
    };
    let mut api_key = false;
    let named = requirements.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object);
    for name in named.flat_map(Map::keys) {
        if !notes.step() {
            break;
        }
        let Some(scheme) = schemes.and_then(|schemes| schemes.get(name)).and_then(Value::as_object) else {
            notes.warn(format!("{at}/security: the scheme '{name}' is not defined and not enforced"));
            continue;
        };
        let authorizes = scheme.keys().any(|key| key.starts_with("x-amazon-apigateway-auth"));
        let is_key = text(scheme, "type") == Some("apiKey")
            && text(scheme, "in") == Some("header")
            && text(scheme, "name").is_some_and(|header| header.eq_ignore_ascii_case("x-api-key"));
        if authorizes {
            notes.error(format!("{at}/security: authorization by '{name}' is not supported by this gateway"));
        } else if is_key {
            api_key = true;
        } else {
            notes.warn(format!("{at}/security: the scheme '{name}' has no authorizer and is not enforced"));
        }
    }
    api_key
}
