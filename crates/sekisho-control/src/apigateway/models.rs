//! Models: JSON Schemas that methods name.
//!
//! Two stand in every new API, `Empty` and `Error`. A model is described, stored and deployed; bodies are not yet
//! checked against it, which is why request validators are refused. Source: API Gateway's guide, "Data models".

use sekisho_core::{
    Change, EntityKey, World,
    id::RestApiId,
    rest_api::{Method, Model},
};
use sekisho_wire::{AwsError, apigateway as wire};
use serde_json::Value;

use super::{
    errors::{bad_request, conflict, limit_exceeded, not_found, required, validation_result},
    lookup, mapping,
    pagination::Window,
    patch::{self, R, Rule, Wording, rule},
    resources,
};
use crate::{Call, Outcome, Reply};

/// Bytes of all schemas of an API together (API Gateway guide, quotas: 400 KB).
const SCHEMAS_BYTES_MAX: usize = 400 * 1024;
/// Characters of a name.
const NAME_CHARACTERS_MAX: usize = 256;
/// Models that one flattened schema may draw in.
const FLATTENED_MAX: usize = 200;

/// How a schema names another model: this, the API's id, `/models/`, the name.
pub(crate) const REFERENCE_PREFIX: &str = "https://apigateway.amazonaws.com/restapis/";

/// The two models every API starts with.
pub(crate) fn defaults(call: &mut Call<'_>, api: &RestApiId) -> [Model; 2] {
    let mut model = |name: &str, description: &str, schema: &str| Model {
        rest_api_id: api.clone(),
        id: call.mint.alphanumeric(6),
        name: name.into(),
        description: Some(description.to_owned()),
        schema: Some(schema.to_owned()),
        content_type: "application/json".to_owned(),
    };
    [
        model(
            "Empty",
            "This is a default empty schema model",
            "{\n  \"$schema\": \"http://json-schema.org/draft-04/schema#\",\n  \"title\" : \"Empty Schema\",\n  \
             \"type\" : \"object\"\n}",
        ),
        model(
            "Error",
            "This is a default error schema model",
            "{\n  \"$schema\" : \"http://json-schema.org/draft-04/schema#\",\n  \"title\" : \"Error Schema\",\n  \
             \"type\" : \"object\",\n  \"properties\" : {\n    \"message\" : { \"type\" : \"string\" }\n  }\n}",
        ),
    ]
}

/// Makes a model.
pub(super) fn create_model(call: &mut Call<'_>, input: &wire::CreateModelInput) -> Outcome<wire::Model> {
    let api = lookup::rest_api(call, &input.rest_api_id)?;
    let name = required(&input.name, "createModelInput.name")?;
    let content_type = required(&input.content_type, "createModelInput.contentType")?;
    check_name(name)?;
    check_schema(input.schema.as_deref())?;
    mapping::check_content_types([content_type.to_owned()].iter())?;
    if call.world.models.contains_key(&(api.id.clone(), name.into())) {
        return Err(conflict("Model name already exists for this REST API"));
    }
    let added = input.schema.as_ref().map_or(0, String::len);
    check_total(call.world.models_of(&api.id).map(|model| &**model), added)?;
    let model = Model {
        rest_api_id: api.id.clone(),
        id: call.mint.alphanumeric(6),
        name: name.into(),
        description: input.description.clone().filter(|text| !text.is_empty()),
        schema: input.schema.clone(),
        content_type: content_type.to_owned(),
    };
    Ok(Reply::write(shown(&model), vec![model.into()]))
}

/// Letters and digits.
pub(crate) fn check_name(name: &str) -> Result<(), AwsError> {
    if name.is_empty() {
        return Err(bad_request("Model name must be non-empty"));
    }
    if name.len() > NAME_CHARACTERS_MAX || !name.chars().all(|c| c.is_ascii_alphanumeric()) {
        return Err(bad_request(format!("Model name must be alphanumeric: {name}")));
    }
    Ok(())
}

fn check_schema(schema: Option<&str>) -> Result<(), AwsError> {
    let schema = schema.unwrap_or("");
    if schema.trim().is_empty() {
        return Err(bad_request("Model schema must have at least 1 property or array items defined"));
    }
    match serde_json::from_str::<Value>(schema) {
        Ok(Value::Object(_)) => Ok(()),
        _ => Err(validation_result("Invalid model specified: ", "Invalid model schema specified")),
    }
}

/// Refuses more schema text than an API may have.
pub(crate) fn check_total<'m>(models: impl Iterator<Item = &'m Model>, added: usize) -> Result<(), AwsError> {
    let total: usize = models.map(|model| model.schema.as_ref().map_or(0, String::len)).sum();
    if total + added > SCHEMAS_BYTES_MAX {
        return Err(limit_exceeded(format!(
            "The models of an API may have {SCHEMAS_BYTES_MAX} bytes of schemas in total"
        )));
    }
    Ok(())
}

/// One model, with the models it names drawn in if asked.
pub(super) fn get_model(call: &Call<'_>, input: &wire::GetModelInput) -> Outcome<wire::Model> {
    let api = lookup::rest_api(call, &input.rest_api_id)?;
    let model = lookup::model(call.world, &api.id, &input.model_name)?;
    let mut answer = shown(model);
    if input.flatten == Some(true) {
        answer.schema = Some(flatten(call.world, model)?);
    }
    Ok(Reply::read(answer))
}

/// The schema with every model it names, directly or not, under `definitions`, and the references made local.
fn flatten(world: &World, model: &Model) -> Result<String, AwsError> {
    let read = |model: &Model| {
        serde_json::from_str::<Value>(model.schema.as_deref().unwrap_or("{}"))
            .map_err(|_| validation_result("Invalid model specified: ", "Invalid model schema specified"))
    };
    let mut names: Vec<String> = Vec::new();
    let mut root = read(model)?;
    localize(&mut root, &model.rest_api_id, &mut names);
    let mut definitions = serde_json::Map::new();
    let mut next = 0;
    while let Some(name) = names.get(next).cloned() {
        if names.len() > FLATTENED_MAX {
            return Err(limit_exceeded(format!("A schema may draw in at most {FLATTENED_MAX} models")));
        }
        let found = world
            .models
            .get(&(model.rest_api_id.clone(), name.as_str().into()))
            .ok_or_else(|| not_found(format!("Invalid model name specified: {name}")))?;
        let mut schema = read(found)?;
        localize(&mut schema, &model.rest_api_id, &mut names);
        definitions.insert(name, schema);
        next += 1;
    }
    if let (Value::Object(members), false) = (&mut root, definitions.is_empty()) {
        members.insert("definitions".to_owned(), Value::Object(definitions));
    }
    Ok(root.to_string())
}

fn localize(schema: &mut Value, api: &RestApiId, names: &mut Vec<String>) {
    match schema {
        Value::Object(members) => {
            if let Some(Value::String(target)) = members.get_mut("$ref")
                && let Some(name) = referenced(target, api).map(str::to_owned)
            {
                *target = format!("#/definitions/{name}");
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            members.values_mut().for_each(|member| localize(member, api, names));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| localize(item, api, names)),
        _ => {}
    }
}

/// The name of the model of this API that a reference means.
fn referenced<'r>(target: &'r str, api: &RestApiId) -> Option<&'r str> {
    target.strip_prefix(REFERENCE_PREFIX)?.strip_prefix(api.as_str())?.strip_prefix("/models/")
}

/// The reference by which a schema names a model.
pub(crate) fn reference(api: &RestApiId, name: &str) -> String {
    format!("{REFERENCE_PREFIX}{api}/models/{name}")
}

/// All models, in pages.
pub(super) fn get_models(call: &Call<'_>, input: &wire::GetModelsInput) -> Outcome<wire::Models> {
    let api = lookup::rest_api(call, &input.rest_api_id)?;
    let window = Window::new(&input.position, input.limit)?;
    let items = call.world.models_of(&api.id).map(|model| (model.name.to_string(), shown(model)));
    let (page, position) = window.page(items);
    Ok(Reply::read(wire::Models { position, items: Some(page) }))
}

const RULES: &[Rule] = &[rule("/description", R), rule("/schema", R)];

/// Changes a model's description or schema.
pub(super) fn update_model(call: &Call<'_>, input: &wire::UpdateModelInput) -> Outcome<wire::Model> {
    let api = lookup::rest_api(call, &input.rest_api_id)?;
    let old = lookup::model(call.world, &api.id, &input.model_name)?;
    let mut model = Model::clone(old);
    for step in patch::read("updateModelInput", &input.patch_operations, RULES, Wording::Common)? {
        if step.rule == "/description" {
            model.description = step.filled();
        } else {
            check_schema(Some(step.value()))?;
            model.schema = step.filled();
        }
    }
    let others = call.world.models_of(&api.id).filter(|other| other.name != model.name);
    check_total(others.map(|other| &**other), model.schema.as_ref().map_or(0, String::len))?;
    Ok(Reply::write(shown(&model), vec![model.into()]))
}

/// Removes a model that no method names.
pub(super) fn delete_model(
    call: &Call<'_>,
    input: &wire::DeleteModelInput,
) -> Outcome<wire::DeleteModelOutput> {
    let api = lookup::rest_api(call, &input.rest_api_id)?;
    let model = lookup::model(call.world, &api.id, &input.model_name)?;
    for resource in call.world.resources_of(&api.id) {
        for (verb, method) in &resource.methods {
            if let Some(place) = use_of(method, model.name.as_str()) {
                return Err(conflict(format!(
                    "Cannot delete model '{}', is referenced in {place}: {}",
                    model.name,
                    resources::join_verb(&resource.path, verb),
                )));
            }
        }
    }
    let key = EntityKey::Model((api.id.clone(), model.name.clone()));
    Ok(Reply::write(wire::DeleteModelOutput {}, vec![Change::Delete(key)]))
}

fn use_of(method: &Method, name: &str) -> Option<&'static str> {
    let names = |models: &indexmap::IndexMap<String, String>| models.values().any(|model| model == name);
    if names(&method.request_models) {
        return Some("method request");
    }
    method.responses.values().any(|response| names(&response.response_models)).then_some("method response")
}

/// A model as the API shows it.
pub(crate) fn shown(model: &Model) -> wire::Model {
    wire::Model {
        id: Some(model.id.clone()),
        name: Some(model.name.to_string()),
        description: model.description.clone(),
        schema: model.schema.clone(),
        content_type: Some(model.content_type.clone()),
    }
}
