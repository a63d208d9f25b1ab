//! What holds whatever is asked: imports never panic, and the world stays whole under any sequence of calls.

use indexmap::IndexMap;
use proptest::prelude::*;
use sekisho_core::World;
use sekisho_wire::apigateway::{
    CreateDeploymentInput, CreateResourceInput, CreateRestApiInput, CreateStageInput, DeleteDeploymentInput,
    DeleteResourceInput, DeleteRestApiInput, DeleteStageInput, ImportRestApiInput, PutIntegrationInput,
    PutMethodInput, PutRestApiInput, Request, UpdateResourceInput, UpdateStageInput,
};
use serde_json::{Value, json};

use crate::support::{Account, POLICY, endpoint, patch};

/// Any JSON, built from words that the importer looks for.
fn tree() -> impl Strategy<Value = Value> {
    let words = prop::sample::select(vec![
        "swagger",
        "openapi",
        "info",
        "title",
        "paths",
        "/",
        "/pets",
        "/{a}",
        "/{a+}",
        "get",
        "post",
        "parameters",
        "responses",
        "200",
        "default",
        "schema",
        "$ref",
        "in",
        "name",
        "body",
        "definitions",
        "components",
        "schemas",
        "content",
        "application/json",
        "x-amazon-apigateway-integration",
        "x-amazon-apigateway-policy",
        "x-amazon-apigateway-any-method",
        "type",
        "mock",
        "http",
        "uri",
        "statusCode",
        "requestTemplates",
        "security",
        "servers",
        "url",
        "basePath",
        "items",
        "properties",
        "2.0",
        "3.0.1",
        "#/definitions/A",
        "#/paths/~1",
        "#",
        "A",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        words.clone().prop_map(Value::from),
        "\\PC{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 96, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((words.clone(), inner), 0..8).prop_map(|members| {
                Value::Object(members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
            }),
        ]
    })
}

fn import(account: &mut Account, body: Vec<u8>, basepath: &str) {
    let parameters = IndexMap::from([("basepath".to_owned(), basepath.to_owned())]);
    // The answer does not matter, only that there is one and that the world stays whole.
    drop(account.run(Request::ImportRestApi(ImportRestApiInput {
        body: Some(body),
        parameters: Some(parameters),
        fail_on_warnings: Some(false),
    })));
    assert_whole(&account.world);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_json_is_imported_or_refused(paths in tree(), rest in tree(), three in any::<bool>()) {
        let mut account = Account::new();
        let mut document = json!({"info": {"title": "t"}, "paths": {"/x": paths}, "definitions": rest});
        document[if three { "openapi" } else { "swagger" }] = json!(if three { "3.0.1" } else { "2.0" });
        document["components"] = json!({"schemas": rest});
        for body in [document.to_string(), paths.to_string(), serde_yaml_ng::to_string(&document).unwrap()] {
            import(&mut account, body.into_bytes(), "prepend");
        }
    }

    #[test]
    fn any_bytes_are_refused(body in prop::collection::vec(any::<u8>(), 0..512), text in "\\PC{0,256}") {
        let mut account = Account::new();
        import(&mut account, body, "split");
        import(&mut account, text.into_bytes(), "ignore");
    }

    #[test]
    fn the_world_stays_whole(steps in prop::collection::vec((0_u8..14, any::<u8>(), any::<u8>()), 1..60)) {
        let mut account = Account::new();
        for (kind, one, two) in steps {
            drop(account.run(request(&account.world, kind, one, two)));
            assert_whole(&account.world);
        }
    }
}

/// Every part of an API belongs to it, trees hang together, stages serve what exists.
fn assert_whole(world: &World) {
    for ((api, id), resource) in &world.resources {
        let head = &world.rest_apis[api];
        match (&resource.parent_id, &resource.path_part) {
            (None, None) => assert_eq!((id, resource.path.as_str()), (&head.root_resource_id, "/")),
            (Some(parent), Some(part)) => {
                let parent = &world.resources[&(api.clone(), parent.clone())];
                assert_eq!(resource.path, format!("{}/{part}", parent.path.trim_end_matches('/')));
                assert!(!parent.path.ends_with("+}"), "nothing is below {}", parent.path);
            }
            other => panic!("half a resource: {other:?}"),
        }
        for other in world.resources_of(api).filter(|other| other.id != *id) {
            let sibling = other.parent_id == resource.parent_id && other.parent_id.is_some();
            let variable = |part: &Option<String>| part.as_ref().is_some_and(|part| part.starts_with('{'));
            assert!(!(sibling && other.path_part == resource.path_part), "two of {}", resource.path);
            assert!(!(sibling && variable(&other.path_part) && variable(&resource.path_part)));
        }
        for method in resource.methods.values() {
            for name in method.request_models.values() {
                assert!(world.models.contains_key(&(api.clone(), name.as_str().into())), "{name}");
            }
        }
    }
    for api in world.rest_apis.values() {
        assert!(world.resources.contains_key(&(api.id.clone(), api.root_resource_id.clone())));
    }
    assert!(world.models.keys().all(|(api, _)| world.rest_apis.contains_key(api)));
    assert!(world.deployments.keys().all(|(api, _)| world.rest_apis.contains_key(api)));
    for ((api, _), stage) in &world.stages {
        assert!(world.deployments.contains_key(&(api.clone(), stage.deployment_id.clone())));
    }
}

/// The `n`th of some ids, or one that does not exist.
fn pick<T: ToString>(ids: impl Iterator<Item = T>, number: u8) -> Option<String> {
    let ids: Vec<String> = ids.map(|id| id.to_string()).collect();
    Some(ids.get(usize::from(number) % (ids.len() + 1)).cloned().unwrap_or_else(|| "nope".to_owned()))
}

#[expect(clippy::too_many_lines, reason = "one arm for each kind of request")]
fn request(world: &World, kind: u8, one: u8, two: u8) -> Request {
    let rest_api_id = pick(world.rest_apis.keys(), one);
    let api = rest_api_id.as_deref().unwrap_or("").into();
    let resource_id = pick(world.resources_of(&api).map(|item| item.id.clone()), two);
    let deployment_id = pick(world.deployments_of(&api).map(|item| item.id.clone()), two);
    let stage_name = Some(["a", "b", "c"][usize::from(two % 3)].to_owned());
    let http_method = Some(["GET", "POST", "ANY"][usize::from(two % 3)].to_owned());
    let part = ["a", "b", "{x}", "{y+}", "bad part"][usize::from(two % 5)];
    let body = json!({
        "swagger": "2.0",
        "info": {"title": "t"},
        "paths": {format!("/{part}/c"): {"get": {"x-amazon-apigateway-integration": {"type": "mock"}}}},
    });
    let body = Some(body.to_string().into_bytes());
    match kind {
        0 => Request::CreateRestApi(CreateRestApiInput {
            name: Some("n".to_owned()),
            policy: two.is_multiple_of(2).then(|| POLICY.to_owned()),
            endpoint_configuration: Some(endpoint(["EDGE", "PRIVATE", "REGIONAL"][usize::from(two % 3)])),
            clone_from: two.is_multiple_of(5).then_some(rest_api_id).flatten(),
            ..CreateRestApiInput::default()
        }),
        1 if one.is_multiple_of(4) => Request::DeleteRestApi(DeleteRestApiInput { rest_api_id }),
        1 | 2 => Request::CreateResource(CreateResourceInput {
            rest_api_id,
            parent_id: resource_id,
            path_part: Some(part.to_owned()),
        }),
        3 => Request::DeleteResource(DeleteResourceInput { rest_api_id, resource_id }),
        4 => Request::UpdateResource(UpdateResourceInput {
            rest_api_id,
            resource_id,
            patch_operations: Some(patch("replace", "/pathPart", part)),
        }),
        5 => {
            let parent =
                pick(world.resources_of(&api).map(|item| item.id.clone()), two / 7).unwrap_or_default();
            Request::UpdateResource(UpdateResourceInput {
                rest_api_id,
                resource_id,
                patch_operations: Some(patch("replace", "/parentId", &parent)),
            })
        }
        6 => Request::PutMethod(PutMethodInput {
            rest_api_id,
            resource_id,
            http_method,
            authorization_type: Some("NONE".to_owned()),
            ..PutMethodInput::default()
        }),
        7 => Request::PutIntegration(PutIntegrationInput {
            rest_api_id,
            resource_id,
            http_method,
            type_: Some("MOCK".to_owned()),
            ..PutIntegrationInput::default()
        }),
        8 => Request::CreateDeployment(CreateDeploymentInput {
            rest_api_id,
            stage_name: stage_name.filter(|_| one.is_multiple_of(2)),
            ..CreateDeploymentInput::default()
        }),
        9 => Request::DeleteDeployment(DeleteDeploymentInput { rest_api_id, deployment_id }),
        10 => Request::CreateStage(CreateStageInput {
            rest_api_id,
            stage_name,
            deployment_id,
            ..CreateStageInput::default()
        }),
        11 => Request::UpdateStage(UpdateStageInput {
            rest_api_id,
            stage_name,
            patch_operations: deployment_id.map(|id| patch("replace", "/deploymentId", &id)),
        }),
        12 => Request::DeleteStage(DeleteStageInput { rest_api_id, stage_name }),
        _ => Request::PutRestApi(PutRestApiInput {
            rest_api_id,
            mode: Some(if two.is_multiple_of(2) { "merge" } else { "overwrite" }.to_owned()),
            body,
            ..PutRestApiInput::default()
        }),
    }
}
