//! Models.

use crate::support::{Account, api, bad, call, patch, said};

#[test]
fn two_models_exist_at_once() {
    let mut account = Account::new();
    let (id, _) = api(&mut account, "PRIVATE");
    let models = call!(account, GetModels(GetModelsInput { rest_api_id: &id })).unwrap().items.unwrap();
    let shown: Vec<_> = models
        .iter()
        .map(|model| (model.name.as_deref().unwrap(), model.description.as_deref().unwrap()))
        .collect();
    assert_eq!(
        shown,
        [
            ("Empty", "This is a default empty schema model"),
            ("Error", "This is a default error schema model")
        ]
    );
    for model in &models {
        assert_eq!(model.content_type.as_deref(), Some("application/json"));
        let schema: serde_json::Value = serde_json::from_str(model.schema.as_ref().unwrap()).unwrap();
        assert_eq!(schema["type"], "object");
    }
}

#[test]
fn refusals() {
    let mut account = Account::new();
    let (id, root) = api(&mut account, "REGIONAL");
    let create = |account: &mut Account, name: &str, schema: &str| {
        call!(
            account,
            CreateModel(CreateModelInput {
                rest_api_id: &id,
                name: name,
                content_type: "application/json",
                schema: schema,
            })
        )
    };
    assert_eq!(bad(create(&mut account, "", "{}")), "Model name must be non-empty");
    assert_eq!(bad(create(&mut account, "a-b", "{}")), "Model name must be alphanumeric: a-b");
    assert_eq!(
        bad(create(&mut account, "a", "")),
        "Model schema must have at least 1 property or array items defined"
    );
    let deep = "[".repeat(100_000);
    for schema in ["{", "[]", "1", deep.as_str()] {
        assert_eq!(
            bad(create(&mut account, "a", schema)),
            "Invalid model specified: Validation Result: warnings : [], errors : [Invalid model schema specified]"
        );
    }
    create(&mut account, "Pet", r#"{"type":"object"}"#).unwrap();
    assert_eq!(
        said(create(&mut account, "Pet", "{\"type\":\"object\"}")),
        "ConflictException 409 Model name already exists for this REST API"
    );
    let large = format!("{{\"title\":\"{}\"}}", "x".repeat(400 * 1024));
    assert!(said(create(&mut account, "Large", &large)).starts_with("LimitExceededException 429"));
    call!(
        account,
        PutMethod(PutMethodInput {
            rest_api_id: &id,
            resource_id: &root,
            http_method: "ANY",
            authorization_type: "NONE",
            request_models: [("application/json", "Pet")],
        })
    )
    .unwrap();
    let delete = |account: &mut Account, name: &str| {
        call!(account, DeleteModel(DeleteModelInput { rest_api_id: &id, model_name: name }))
    };
    assert_eq!(
        said(delete(&mut account, "Pet")),
        "ConflictException 409 Cannot delete model 'Pet', is referenced in method request: //ANY"
    );
    assert_eq!(said(delete(&mut account, "X")), "NotFoundException 404 Invalid model name specified: X");
    delete(&mut account, "Empty").unwrap();
}

#[test]
fn a_model_is_patched_and_flattened() {
    let mut account = Account::new();
    let (id, _) = api(&mut account, "REGIONAL");
    let reference = |name: &str| format!("https://apigateway.amazonaws.com/restapis/{id}/models/{name}");
    for (name, schema) in [
        (
            "Pet",
            format!(
                r#"{{"properties":{{"next":{{"$ref":"{}"}},"food":{{"$ref":"{}"}}}}}}"#,
                reference("Pet"),
                reference("Food")
            ),
        ),
        ("Food", r#"{"type":"string"}"#.to_owned()),
    ] {
        call!(
            account,
            CreateModel(CreateModelInput {
                rest_api_id: &id,
                name: name,
                content_type: "application/json",
                schema: schema,
            })
        )
        .unwrap();
    }
    let flat = call!(account, GetModel(GetModelInput { rest_api_id: &id, model_name: "Pet", flatten: true }));
    let flat: serde_json::Value = serde_json::from_str(&flat.unwrap().schema.unwrap()).unwrap();
    assert_eq!(flat["properties"]["food"]["$ref"], "#/definitions/Food");
    assert_eq!(flat["definitions"]["Food"]["type"], "string");
    assert_eq!(flat["definitions"]["Pet"]["properties"]["next"]["$ref"], "#/definitions/Pet");
    let update = |account: &mut Account, path: &str, value: &str| {
        call!(
            account,
            UpdateModel(UpdateModelInput {
                rest_api_id: &id,
                model_name: "Food",
                patch_operations: patch("replace", path, value),
            })
        )
    };
    assert_eq!(
        update(&mut account, "/description", "what it eats").unwrap().description.unwrap(),
        "what it eats"
    );
    assert_eq!(
        bad(update(&mut account, "/schema", "")),
        "Model schema must have at least 1 property or array items defined"
    );
    assert_eq!(
        bad(update(&mut account, "/name", "Meal")),
        "Invalid patch path  '/name' specified for op 'replace'. Must be one of: [/description, /schema]"
    );
}
