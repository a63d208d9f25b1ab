//! What only Swagger 2.0 has: bodies as parameters, and content types apart from schemas.

use serde_json::{Map, Value};

/// What is meant where no content type is given.
const JSON: &str = "application/json";
/// Content types of one list that are looked at; a method takes fewer.
pub(super) const TYPES_MAX: usize = 301;

/// A body parameter's schema under each content type the operation takes.
pub(super) fn body<'t>(
    root: &'t Map<String, Value>,
    operation: &'t Map<String, Value>,
    parameter: &'t Map<String, Value>,
) -> Vec<(String, &'t Value)> {
    with_types(root, operation, "consumes", parameter.get("schema"))
}

/// A response's schema under each content type the operation gives.
pub(super) fn response_content<'t>(
    root: &'t Map<String, Value>,
    operation: &'t Map<String, Value>,
    response: &'t Map<String, Value>,
) -> Vec<(String, &'t Value)> {
    with_types(root, operation, "produces", response.get("schema"))
}

fn with_types<'t>(
    root: &'t Map<String, Value>,
    operation: &'t Map<String, Value>,
    list: &str,
    schema: Option<&'t Value>,
) -> Vec<(String, &'t Value)> {
    let Some(schema) = schema else { return Vec::new() };
    let types = operation.get(list).or_else(|| root.get(list)).and_then(Value::as_array);
    let mut types: Vec<&str> =
        types.into_iter().flatten().filter_map(Value::as_str).take(TYPES_MAX).collect();
    if types.is_empty() {
        types.push(JSON);
    }
    types.into_iter().map(|content_type| (content_type.to_owned(), schema)).collect()
}
