//! What only OpenAPI 3.0 has: servers, request bodies, and schemas under their content types.

use serde_json::{Map, Value};

use super::{
    openapi::{Notes, Reader, text},
    swagger2::TYPES_MAX,
};

/// The base path: the variable of that name, or the path of the first server's address.
pub(super) fn base_path(root: &Map<String, Value>) -> Option<String> {
    let server = root.get("servers")?.as_array()?.first()?;
    if let Some(variable) = server.pointer("/variables/basePath/default").and_then(Value::as_str) {
        return Some(variable.to_owned());
    }
    let url = text(server.as_object()?, "url")?;
    let after_host = match url.split_once("://") {
        Some((_, rest)) => rest.split_once('/').map(|(_, path)| path)?,
        None => url.strip_prefix('/')?,
    };
    Some(after_host.to_owned())
}

/// The schemas of a request body.
pub(super) fn body<'t>(
    reader: Reader<'t>,
    operation: &'t Map<String, Value>,
    at: &str,
    notes: &mut Notes,
) -> Vec<(String, &'t Value)> {
    let Some(body) = operation.get("requestBody") else { return Vec::new() };
    match reader.resolve(body, &format!("{at}/requestBody"), notes).and_then(Value::as_object) {
        Some(body) => content(body),
        None => Vec::new(),
    }
}

/// The schemas of `content`, by content type.
pub(super) fn content(holder: &Map<String, Value>) -> Vec<(String, &Value)> {
    let types = holder.get("content").and_then(Value::as_object).into_iter().flatten();
    types
        .filter_map(|(content_type, media)| Some((content_type.clone(), media.get("schema")?)))
        .take(TYPES_MAX)
        .collect()
}
