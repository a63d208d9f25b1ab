//! Cuts botocore's `service-2.json.gz` down to the served operations and the shapes they reach.
//!
//! Documentation is dropped. Operations that are not served keep their name and, for REST services, method and path, so
//! that the front end can tell "AWS has it, this gateway does not" from "there is no such thing".
use super::served::Service;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

/// Keys that carry no meaning on the wire.
const DROPPED: [&str; 6] =
    ["documentation", "documentationUrl", "box", "deprecated", "deprecatedMessage", "deprecatedSince"];

/// The trimmed model as JSON text.
pub(crate) fn trim(botocore: &Path, service: &Service) -> Result<String, String> {
    let path = botocore.join("data").join(service.name).join(service.version).join("service-2.json.gz");
    let output = Command::new("gzip")
        .arg("-dc")
        .arg(&path)
        .output()
        .map_err(|error| format!("gzip {}: {error}", path.display()))?;
    if !output.status.success() {
        return Err(format!("gzip cannot read {}", path.display()));
    }
    let model: Value =
        serde_json::from_slice(&output.stdout).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut trimmed = cut(&model, service)?;
    drop_documentation(&mut trimmed);
    let mut text = serde_json::to_string_pretty(&trimmed).map_err(|error| error.to_string())?;
    text.push('\n');
    Ok(text)
}

fn cut(model: &Value, service: &Service) -> Result<Value, String> {
    let operations = object(model, "operations")?;
    let shapes = object(model, "shapes")?;
    let mut kept = Map::new();
    let mut unserved = Map::new();
    let mut reached = BTreeSet::new();
    for (name, operation) in operations {
        if service.operations.contains(&name.as_str()) {
            for role in ["input", "output"] {
                if let Some(shape) = operation[role]["shape"].as_str() {
                    reach(shape, shapes, &mut reached);
                }
            }
            for error in operation["errors"].as_array().into_iter().flatten() {
                if let Some(shape) = error["shape"].as_str() {
                    reach(shape, shapes, &mut reached);
                }
            }
            kept.insert(name.clone(), operation.clone());
        } else {
            let http = &operation["http"];
            unserved
                .insert(name.clone(), json!({ "method": http["method"], "requestUri": http["requestUri"] }));
        }
    }
    for name in service.operations {
        if !kept.contains_key(*name) {
            return Err(format!("{} has no operation {name}", service.name));
        }
    }
    let shapes: Map<String, Value> = shapes
        .iter()
        .filter(|(name, _)| reached.contains(name.as_str()))
        .map(|(name, shape)| (name.clone(), shape.clone()))
        .collect();
    Ok(json!({ "metadata": model["metadata"], "operations": kept, "shapes": shapes, "unserved": unserved }))
}

fn reach(name: &str, shapes: &Map<String, Value>, reached: &mut BTreeSet<String>) {
    if !reached.insert(name.to_owned()) {
        return;
    }
    let Some(shape) = shapes.get(name) else { return };
    let members = shape["members"].as_object().into_iter().flatten().map(|(_, member)| member);
    for used in members.chain(["member", "key", "value"].iter().map(|role| &shape[*role])) {
        if let Some(next) = used["shape"].as_str() {
            reach(next, shapes, reached);
        }
    }
}

fn drop_documentation(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            // A structure may have a member called `documentation`; only text is prose.
            fields.retain(|key, inner| inner.is_object() || !DROPPED.contains(&key.as_str()));
            fields.values_mut().for_each(drop_documentation);
        }
        Value::Array(items) => items.iter_mut().for_each(drop_documentation),
        _ => {}
    }
}

/// The named object inside a model, or a complaint.
pub(crate) fn object<'a>(model: &'a Value, key: &str) -> Result<&'a Map<String, Value>, String> {
    model[key].as_object().ok_or_else(|| format!("the model has no `{key}`"))
}
