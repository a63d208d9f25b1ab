//! Schemas of a document as models' schemas: JSON Schema draft 4 with references to other models by address.
//!
//! Keywords that models do not know are dropped, as AWS drops them; names of properties are never taken for keywords.
//! Source: API Gateway's guide, "Important notes for REST APIs" and "Data models".

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::openapi::Notes;
use crate::apigateway::models;

/// Keywords that have no meaning in a model.
const DROPPED: [&str; 12] = [
    "default",
    "deprecated",
    "discriminator",
    "example",
    "examples",
    "exclusiveMinimum",
    "externalDocs",
    "nullable",
    "readOnly",
    "writeOnly",
    "xml",
    "$schema",
];

/// Where the references of a schema lead.
#[derive(Debug)]
pub(crate) struct Models<'a> {
    /// The API whose models are named.
    pub(crate) api: &'a sekisho_core::id::RestApiId,
    /// Whether a model of that name is there or will be.
    pub(crate) names: &'a BTreeSet<String>,
}

impl Models<'_> {
    /// The name a reference means, if that model is there.
    pub(crate) fn name_of<'s>(&self, target: &'s str) -> Option<&'s str> {
        let name = target
            .strip_prefix("#/definitions/")
            .or_else(|| target.strip_prefix("#/components/schemas/"))
            .or_else(|| {
                target.strip_prefix(models::REFERENCE_PREFIX)?.split_once("/models/").map(|(_, name)| name)
            })?;
        self.names.contains(name).then_some(name)
    }

    /// The schema a model stores.
    pub(crate) fn convert(&self, schema: &Value, at: &str, notes: &mut Notes) -> Value {
        let Value::Object(members) = schema else { return schema.clone() };
        if !notes.step() {
            return Value::Null;
        }
        let mut out = Map::new();
        for (keyword, value) in members {
            if keyword.starts_with("x-") || DROPPED.contains(&keyword.as_str()) {
                continue;
            }
            match self.convert_member(keyword, value, at, notes) {
                Some(value) => drop(out.insert(keyword.clone(), value)),
                None => continue,
            }
        }
        Value::Object(out)
    }

    fn convert_member(&self, keyword: &str, value: &Value, at: &str, notes: &mut Notes) -> Option<Value> {
        Some(match (keyword, value) {
            ("$ref", Value::String(target)) => match self.name_of(target) {
                Some(name) => Value::String(models::reference(self.api, name)),
                None => {
                    notes.warn(format!("Unable to find the model '{target}' that is referenced at {at}"));
                    return None;
                }
            },
            ("properties" | "patternProperties" | "definitions", Value::Object(map)) => {
                let convert = |(name, schema): (&String, &Value)| {
                    (name.clone(), self.convert(schema, &format!("{at}/{name}"), notes))
                };
                Value::Object(map.iter().map(convert).collect())
            }
            ("allOf" | "anyOf" | "oneOf" | "items", Value::Array(list)) => {
                Value::Array(list.iter().map(|schema| self.convert(schema, at, notes)).collect())
            }
            ("items" | "additionalProperties" | "not", schema) => self.convert(schema, at, notes),
            _ => value.clone(),
        })
    }
}
