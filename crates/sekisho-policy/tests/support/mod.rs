//! Shared by the integration tests: requests and contexts from JSON.

use sekisho_policy::{Context, Principal, Value};
use serde_json::Value as Json;

/// Owns what a [`Context`] borrows. Every value is text, so the engine has to read the types itself.
#[derive(Debug)]
pub(crate) struct OwnedContext {
    entries: Vec<(String, OwnedValue)>,
}

#[derive(Debug)]
enum OwnedValue {
    Text(String),
    List(Vec<String>),
}

impl OwnedContext {
    pub(crate) fn new(json: &Json) -> Self {
        let object = json.as_object().expect("a context is an object");
        let text = |value: &Json| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let value = |value: &Json| match value {
            Json::Array(items) => OwnedValue::List(items.iter().map(text).collect()),
            other => OwnedValue::Text(text(other)),
        };
        Self { entries: object.iter().map(|(key, json)| (key.clone(), value(json))).collect() }
    }

    /// Builds the borrowed context and hands it over.
    pub(crate) fn with<T>(&self, act: impl FnOnce(&Context<'_>) -> T) -> T {
        let lists: Vec<Vec<&str>> = self
            .entries
            .iter()
            .map(|(_, value)| match value {
                OwnedValue::Text(_) => Vec::new(),
                OwnedValue::List(items) => items.iter().map(String::as_str).collect(),
            })
            .collect();
        let mut context = Context::new();
        let mut others = Vec::new();
        for ((key, value), list) in self.entries.iter().zip(&lists) {
            let value = match value {
                OwnedValue::Text(text) => Value::Text(text),
                OwnedValue::List(_) => Value::List(list),
            };
            match sekisho_policy::ContextKey::from_name(key) {
                Some(key) => drop(context.set(key, value)),
                None => others.push((key.as_str(), value)),
            }
        }
        context.set_others(&others);
        act(&context)
    }
}

/// The caller that a case names.
pub(crate) fn principal(json: &Json) -> Principal<'_> {
    let text = |name: &str| json.get(name).and_then(Json::as_str);
    match text("kind") {
        Some("anonymous") => Principal::Anonymous,
        Some("service") => Principal::Service { name: text("service").expect("a service has a name") },
        _ => Principal::from_arn(text("arn").expect("a caller has an ARN"), text("role"))
            .expect("a caller's ARN"),
    }
}
