//! Imports: documents in, drafts out.

use indexmap::IndexMap;
use sekisho_control::apigateway::example_api;
use sekisho_core::rest_api::{Integration, Method, Resource};
use sekisho_wire::{
    AwsError,
    apigateway::{ImportRestApiInput, PutRestApiInput, Request, Response, RestApi},
};
use serde_json::{Value, json};

use crate::support::{ACCOUNT, Account, REGION, api, bad, call, child, method, mock, said};

const ORDERS: &str = include_str!("../../../../testdata/openapi/orders.yaml");
const PRIVATE: &str = include_str!("../../../../testdata/openapi/private.yaml");
const LEFT_OUT: &str = include_str!("../../../../testdata/openapi/left-out.json");
const WRONG: &str = include_str!("../../../../testdata/openapi/wrong.json");

fn import(account: &mut Account, body: &str, parameters: &[(&str, &str)]) -> Result<RestApi, AwsError> {
    let parameters = parameters.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
    let request = Request::ImportRestApi(ImportRestApiInput {
        body: Some(body.as_bytes().to_vec()),
        parameters: Some(parameters.collect()),
        fail_on_warnings: None,
    });
    match account.run(request)? {
        Response::ImportRestApi(answer) => Ok(answer),
        other => panic!("{}", other.operation()),
    }
}

fn put(account: &mut Account, id: &str, mode: &str, body: &Value) -> Result<RestApi, AwsError> {
    let request = Request::PutRestApi(PutRestApiInput {
        rest_api_id: Some(id.to_owned()),
        mode: Some(mode.to_owned()),
        body: Some(body.to_string().into_bytes()),
        ..PutRestApiInput::default()
    });
    match account.run(request)? {
        Response::PutRestApi(answer) => Ok(answer),
        other => panic!("{}", other.operation()),
    }
}

fn paths(account: &Account) -> Vec<String> {
    let mut paths: Vec<_> = account.world.resources.values().map(|item| item.path.clone()).collect();
    paths.sort();
    paths
}

fn resource<'a>(account: &'a Account, path: &str) -> &'a Resource {
    account.world.resources.values().find(|item| item.path == path).unwrap()
}

fn found<'a>(account: &'a Account, path: &str, verb: &str) -> (&'a Method, &'a Integration) {
    let method = &resource(account, path).methods[verb];
    (method, method.integration.as_ref().unwrap())
}

fn schema(account: &Account, name: &str) -> Value {
    let model = account.world.models.values().find(|model| model.name.as_str() == name).unwrap();
    serde_json::from_str(model.schema.as_ref().unwrap()).unwrap()
}

fn pairs<V: Clone>(map: &IndexMap<String, V>) -> Vec<(&str, V)> {
    map.iter().map(|(key, value)| (key.as_str(), value.clone())).collect()
}

#[test]
fn what_is_no_openapi_document() {
    let mut account = Account::new();
    for body in [
        "",
        "{",
        "[]",
        "null",
        "hello",
        "{}",
        "a: [",
        "\u{0}",
        r#"{"swagger":"1.2","info":{"title":"x"}}"#,
        r#"{"openapi":"3.1.0","info":{"title":"x"},"paths":{}}"#,
        r#"{"openapi":"3.0.1","info":{},"paths":{}}"#,
        r#"{"openapi":"3.0.1","paths":{}}"#,
        r#"{"swagger":"2.0","info":{"title":"x"},"paths":[]}"#,
        &format!("{{\"a\":{}", "[".repeat(100_000)),
        &format!("a: {}", "[".repeat(100_000)),
        &"%TAG !a! x\n".repeat(100_000),
        "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]",
    ] {
        assert_eq!(bad(import(&mut account, body, &[])), "Invalid OpenAPI input.", "{body:.40}");
    }
    let large = format!("{{\"swagger\":\"2.0\",\"x\":\"{}\"}}", "x".repeat(6 * 1024 * 1024));
    assert!(bad(import(&mut account, &large, &[])).contains("at most 6291456 are allowed"));
    assert_eq!(account.world.rest_apis.len(), 0);
}

#[test]
fn the_query_string_is_read_strictly() {
    let mut account = Account::new();
    let body = r#"{"swagger":"2.0","info":{"title":"x"},"paths":{}}"#;
    assert_eq!(
        bad(import(&mut account, body, &[("basepath", "sideways")])),
        "Invalid import parameter specified: basepath=sideways"
    );
    assert_eq!(
        bad(import(&mut account, body, &[("endpointConfigurationTypes", "LOCAL")])),
        "Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE"
    );
    assert_eq!(
        bad(import(&mut account, body, &[("endpointConfigurationTypes", "EDGE,PRIVATE")])),
        "Cannot create an api with multiple Endpoint Types."
    );
    let edge = import(&mut account, body, &[("mode", "import"), ("failonwarnings", "true")]).unwrap();
    assert_eq!(edge.endpoint_configuration.unwrap().types.unwrap(), ["EDGE"]);
    let (id, _) = api(&mut account, "PRIVATE");
    let merge = put(&mut account, &id, "replace", &json!({}));
    assert_eq!(
        said(merge),
        "ValidationException 400 1 validation error detected: Value 'replace' at 'putRestApiInput.mode' failed to \
         satisfy constraint: Member must satisfy enum value set: [merge, overwrite]"
    );
    let result = call!(
        account,
        PutRestApi(PutRestApiInput {
            rest_api_id: &id,
            parameters: [("endpointConfigurationTypes", "EDGE")],
            body: body.as_bytes().to_vec(),
        })
    );
    assert!(bad(result).contains("cannot change the endpoint type PRIVATE"));
}

#[test]
fn the_example_api_becomes_six_methods() {
    let mut account = Account::new();
    let document = example_api::document(REGION);
    assert!(!document.contains("${AWS::"));
    let made = import(&mut account, &document, &[("endpointConfigurationTypes", "PRIVATE")]).unwrap();
    assert_eq!((made.name.as_deref(), &made.warnings, &made.policy), (Some("PetStore"), &None, &None));
    assert_eq!(made.endpoint_configuration.unwrap().types.unwrap(), ["PRIVATE"]);
    assert_eq!(paths(&account), ["/", "/pets", "/pets/{petId}"]);
    let verbs = |path: &str| resource(&account, path).methods.keys().cloned().collect::<Vec<_>>();
    assert_eq!(
        (verbs("/"), verbs("/pets"), verbs("/pets/{petId}")),
        (
            vec!["GET".to_owned()],
            vec!["GET".to_owned(), "POST".to_owned(), "OPTIONS".to_owned()],
            vec!["GET".to_owned(), "OPTIONS".to_owned()],
        )
    );
    let (_, root) = found(&account, "/", "GET");
    let page = &root.responses["200"].response_templates["text/html"];
    assert!(page.contains("Welcome to your Pet Store API") && page.contains("/$context.stage/pets/1"));
    let (get, pet) = found(&account, "/pets/{petId}", "GET");
    assert_eq!(get.operation_name.as_deref(), Some("GetPet"));
    assert_eq!(
        pet.uri.as_deref(),
        Some("http://petstore.execute-api.eu-west-1.amazonaws.com/petstore/pets/{petId}")
    );
    assert_eq!(
        pairs(&pet.request_parameters),
        [("integration.request.path.petId", "method.request.path.petId".to_owned())]
    );
    let (post, _) = found(&account, "/pets", "POST");
    assert_eq!(pairs(&post.request_models), [("application/json", "NewPet".to_owned())]);
    assert_eq!(
        pairs(&post.responses["200"].response_models),
        [("application/json", "NewPetResponse".to_owned())]
    );
    let id = made.id.unwrap();
    assert_eq!(
        schema(&account, "Pets")["items"]["$ref"],
        format!("https://apigateway.amazonaws.com/restapis/{id}/models/Pet")
    );
    assert_eq!(schema(&account, "PetType")["enum"], json!(["dog", "cat", "fish", "bird", "gecko"]));
    let deployed =
        call!(account, CreateDeployment(CreateDeploymentInput { rest_api_id: &id, stage_name: "test" }));
    assert_eq!(bad(deployed), "Private REST API doesn't have a resource policy attached to it");
}

#[test]
fn the_example_apis_templates_render() {
    let mut account = Account::new();
    import(&mut account, &example_api::document(REGION), &[]).unwrap();
    let integrations = account.world.resources.values().flat_map(|item| item.methods.values());
    let mut rendered = 0;
    for integration in integrations.filter_map(|method| method.integration.as_ref()) {
        let responses =
            integration.responses.values().flat_map(|response| response.response_templates.values());
        for text in integration.request_templates.values().chain(responses) {
            let template = sekisho_vtl::Template::compile(text).unwrap();
            let mut out = String::new();
            template
                .render(&sekisho_vtl::Scope::of_body(""), &sekisho_vtl::Budget::default(), &mut out)
                .unwrap();
            assert!(out == "{\"statusCode\": 200}" || out.ends_with("</html>\n"), "{out}");
            rendered += 1;
        }
    }
    assert_eq!(rendered, 4);
}

#[test]
fn openapi_three_in_yaml() {
    let mut account = Account::new();
    let made = import(&mut account, ORDERS, &[("endpointConfigurationTypes", "REGIONAL")]).unwrap();
    assert_eq!(made.warnings, None);
    assert_eq!((made.name.as_deref(), made.version.as_deref()), (Some("orders"), Some("1.4")));
    assert_eq!(made.description.as_deref(), Some("What was ordered, and by whom"));
    assert_eq!(made.binary_media_types.unwrap(), ["image/png", "application/pdf"]);
    assert_eq!(made.disable_execute_api_endpoint, Some(true));
    assert_eq!(made.tags.unwrap().into_iter().collect::<Vec<_>>(), [("team".to_owned(), "sales".to_owned())]);
    assert_eq!(paths(&account), ["/", "/orders", "/orders/{orderId}"]);
    let (get, backend) = found(&account, "/orders/{orderId}", "GET");
    assert!(get.api_key_required);
    assert_eq!(
        pairs(&get.request_parameters),
        [("method.request.path.orderId", true), ("method.request.header.trace", false)]
    );
    assert_eq!(backend.timeout_in_millis, 3000);
    assert_eq!(backend.passthrough_behavior.as_str(), "NEVER");
    assert_eq!(backend.request_parameters["integration.request.header.X-Region"], format!("'{REGION}'"));
    let order: Vec<_> = backend
        .responses
        .iter()
        .map(|(status, response)| (status.as_str(), response.selection_pattern.as_deref()))
        .collect();
    assert_eq!(order, [("200", Some("2\\d\\d")), ("404", None)]);
    let (put, _) = found(&account, "/orders/{orderId}", "PUT");
    assert!(!put.api_key_required);
    assert_eq!(put.request_models["application/json"], "Order");
    let in_place = &put.request_models["application/xml"];
    assert!(in_place.starts_with("MODEL") && in_place.len() == 11, "{in_place}");
    // What models do not know is gone; a property that is called like a keyword stays.
    let order = schema(&account, "Order");
    assert_eq!(order["properties"]["id"], json!({"type": "string"}));
    assert_eq!(order["properties"]["default"], json!({"type": "boolean"}));
    assert_eq!(schema(&account, "Line").get("nullable"), None);
    assert_eq!(schema(&account, "Line")["properties"]["quantity"], json!({"type": "integer", "minimum": 0}));
}

#[test]
fn base_paths() {
    for (choice, swagger, three) in [
        ("ignore", "/{proxy+}", "/orders"),
        ("prepend", "/a/b/c/{proxy+}", "/shop/v1/orders"),
        ("split", "/b/c/{proxy+}", "/v1/orders"),
    ] {
        let mut account = Account::new();
        let parameters = [("basepath", choice), ("endpointConfigurationTypes", "PRIVATE")];
        import(&mut account, PRIVATE, &parameters).unwrap();
        assert!(paths(&account).contains(&swagger.to_owned()), "{choice}");
        let mut account = Account::new();
        import(&mut account, ORDERS, &parameters).unwrap();
        assert!(paths(&account).contains(&three.to_owned()), "{choice}");
    }
}

#[test]
fn a_private_api_with_its_policy_can_be_deployed_at_once() {
    let mut account = Account::new();
    let made = import(&mut account, PRIVATE, &[("endpointConfigurationTypes", "PRIVATE")]).unwrap();
    let id = made.id.unwrap();
    assert_eq!(made.endpoint_configuration.unwrap().vpc_endpoint_ids.unwrap(), ["vpce-0123456789abcdef0"]);
    assert!(made.policy.unwrap().contains(&format!("arn:aws:execute-api:{REGION}:{ACCOUNT}:{id}/*/*/*")));
    assert_eq!(made.version.as_deref(), Some("2026-11-24"));
    let (any, _) = found(&account, "/{proxy+}", "ANY");
    assert_eq!(pairs(&any.request_parameters), [("method.request.path.proxy", true)]);
    call!(account, CreateDeployment(CreateDeploymentInput { rest_api_id: &id, stage_name: "test" })).unwrap();
    assert_eq!(
        bad(import(&mut account, PRIVATE, &[("endpointConfigurationTypes", "REGIONAL")])),
        "Errors found during import:\n\tVPCEndpoints can only be specified with PRIVATE apis."
    );
}

#[test]
fn what_is_left_out_is_said() {
    let mut account = Account::new();
    let made = import(&mut account, LEFT_OUT, &[("ignore", "documentation")]).unwrap();
    let warnings = made.warnings.unwrap();
    for part in [
        "/x-amazon-apigateway-gateway-responses is left out",
        "/x-amazon-apigateway-request-validators is left out",
        "/paths/~1a/get/x-amazon-apigateway-request-validator is left out",
        "/paths/~1a/trace is left out",
        "the parameter 'file' in 'formData' is left out",
        "the reference 'other.json#/parameters/x' is left out",
        "/paths/~1a/get/responses/default is left out",
        "Unable to find the model '#/definitions/Gone' that is referenced at /paths/~1a/get/responses/201",
        "Unable to find the model '#/definitions/Gone' that is referenced at the model 'Tree'/other",
        "Unable to create the model 'bad-name': Model name must be alphanumeric: bad-name",
        "the scheme 'basic' has no authorizer and is not enforced",
        "the scheme 'nowhere' is not defined and not enforced",
        "x-amazon-apigateway-integration/colour is left out",
        "it takes the place of another response with status 200",
    ] {
        assert!(warnings.iter().any(|warning| warning.contains(part)), "{part}: {warnings:#?}");
    }
    assert_eq!(warnings.len(), 14, "{warnings:#?}");
    let (get, _) = found(&account, "/a", "GET");
    assert_eq!(
        pairs(&get.responses["200"].response_models),
        [("application/json", "Tree".to_owned()), ("text/plain", "Tree".to_owned())]
    );
    let strict = account.run(Request::ImportRestApi(ImportRestApiInput {
        body: Some(LEFT_OUT.as_bytes().to_vec()),
        fail_on_warnings: Some(true),
        parameters: None,
    }));
    let message = bad(strict);
    assert!(message.starts_with("Warnings found during import:\n\t"), "{message}");
    assert!(message.contains("/x-amazon-apigateway-documentation is left out"), "{message}");
    assert_eq!(account.world.rest_apis.len(), 1);
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    let mut account = Account::new();
    let before = account.world.clone();
    let message = bad(import(&mut account, WRONG, &[]));
    assert!(message.starts_with("Errors found during import:\n\t"), "{message}");
    for part in [
        "minimumCompressionSize is not supported by this gateway",
        "/paths/~1pets~1{id}/get/security: authorization by 'iam' is not supported by this gateway",
        "Unable to put integration on 'GET' for resource at path '/pets/{id}': Integration type AWS_PROXY is not \
         supported by this gateway",
        "x-amazon-apigateway-auth: authorization by 'AWS_IAM' is not supported by this gateway",
        "Unable to put integration on 'PUT' for resource at path '/pets/{id}': Invalid mapping expression specified: \
         Validation Result: warnings : [], errors : [Invalid mapping expression parameter specified: \
         method.request.path.id]",
        "Unable to create resource at path '/pets/{name}': A sibling ({id}) of this resource already has a variable \
         path part -- only one is allowed",
        "Unable to create resource at path '/files/{path+}/more': Cannot create a child of a resource with a greedy \
         path variable: {path+}",
        "Unable to create resource at path '/what is this': Resource's path part only allow",
        "Unable to put method response '700' on 'GET' for resource at path '/responses'",
        "Unable to put integration on 'GET' for resource at path '/responses': Timeout should be between",
        "Unable to put integration response on 'POST' for resource at path '/responses': Invalid mapping expression \
         specified: Validation Result: warnings : [], errors : [Invalid mapping expression parameter specified: \
         method.response.header.X]",
        "Unable to put integration response on 'POST' for resource at path '/responses': Invalid Response status \
         code specified",
    ] {
        assert!(message.contains(part), "{part}\n{message}");
    }
    assert_eq!(account.world, before, "an import is all or nothing");
}

#[test]
fn merging_keeps_and_overwriting_removes() {
    let mut account = Account::new();
    let (id, root) = api(&mut account, "REGIONAL");
    let old = child(&mut account, &id, &root, "old");
    let both = child(&mut account, &id, &root, "both");
    for (resource, verb) in [(&old, "GET"), (&both, "GET"), (&both, "POST")] {
        method(&mut account, &id, resource, verb);
        mock(&mut account, &id, resource, verb);
    }
    call!(
        account,
        CreateModel(CreateModelInput {
            rest_api_id: &id,
            name: "Old",
            content_type: "application/json",
            schema: "{}",
        })
    )
    .unwrap();
    let deployed =
        call!(account, CreateDeployment(CreateDeploymentInput { rest_api_id: &id, stage_name: "t" }));
    let deployed = deployed.unwrap();
    let mut document = json!({
        "swagger": "2.0",
        "info": {"title": "renamed", "version": "2"},
        "x-amazon-apigateway-binary-media-types": ["image/png"],
        "definitions": {"New": {"type": "object"}},
        "paths": {"/both": {"get": {"operationId": "New", "responses": {"200": {"description": "x"}}}}},
    });
    let merged = put(&mut account, &id, "merge", &document).unwrap();
    assert_eq!((merged.name.as_deref(), merged.version.as_deref()), (Some("renamed"), Some("2")));
    assert_eq!(merged.tags, Some(IndexMap::new()));
    assert_eq!(paths(&account), ["/", "/both", "/old"]);
    let get = &resource(&account, "/both").methods["GET"];
    assert_eq!(
        (get.operation_name.as_deref(), &get.integration),
        (Some("New"), &None),
        "replaced as a whole"
    );
    assert!(resource(&account, "/both").methods.contains_key("POST"));
    document["x-amazon-apigateway-binary-media-types"] = json!(["image/gif"]);
    let merged = put(&mut account, &id, "merge", &document).unwrap();
    assert_eq!(merged.binary_media_types.unwrap(), ["image/png", "image/gif"]);

    let over = put(&mut account, &id, "overwrite", &document).unwrap();
    assert_eq!(over.binary_media_types.unwrap(), ["image/gif"]);
    assert_eq!(over.endpoint_configuration.unwrap().types.unwrap(), ["REGIONAL"]);
    assert_eq!(paths(&account), ["/", "/both"]);
    assert_eq!(resource(&account, "/both").id.as_str(), both);
    assert_eq!(resource(&account, "/both").methods.keys().collect::<Vec<_>>(), ["GET"]);
    let models: Vec<_> = account.world.models.values().map(|model| model.name.to_string()).collect();
    assert_eq!(models, ["Empty", "Error", "New"]);
    let stage = call!(account, GetStage(GetStageInput { rest_api_id: &id, stage_name: "t" })).unwrap();
    assert_eq!(stage.deployment_id, deployed.id, "nothing is deployed by an import");
}

#[test]
fn models_in_place_do_not_pile_up() {
    let mut account = Account::new();
    let (id, _) = api(&mut account, "REGIONAL");
    let document = json!({
        "openapi": "3.0.3",
        "info": {"title": "x", "version": "1"},
        "paths": {"/a": {"get": {"responses": {"200": {"description": "x", "content": {
            "application/json": {"schema": {"type": "array", "items": {"type": "string"}}},
            "text/csv": {"schema": {"type": "array", "items": {"type": "string"}}},
            "text/plain": {"schema": {}},
        }}}}}},
    });
    for mode in ["merge", "merge", "overwrite"] {
        put(&mut account, &id, mode, &document).unwrap();
        assert_eq!(account.world.models.len(), 3);
    }
    let models = &resource(&account, "/a").methods["GET"].responses["200"].response_models;
    assert_eq!(models["application/json"], models["text/csv"]);
    assert_eq!(models["text/plain"], "Empty");
}

#[test]
fn a_global_api_key_counts_and_a_global_authorizer_refuses() {
    let document = |scheme: Value| {
        json!({
            "swagger": "2.0",
            "info": {"title": "x", "version": "1"},
            "security": [{"s": []}],
            "securityDefinitions": {"s": scheme},
            "paths": {"/a": {"get": {}, "post": {"security": []}}},
        })
        .to_string()
    };
    let key = json!({"type": "apiKey", "in": "header", "name": "X-API-Key"});
    let mut account = Account::new();
    import(&mut account, &document(key), &[]).unwrap();
    assert!(resource(&account, "/a").methods["GET"].api_key_required);
    assert!(!resource(&account, "/a").methods["POST"].api_key_required);
    let authorizer = json!({
        "type": "apiKey", "in": "header", "name": "Authorization",
        "x-amazon-apigateway-authorizer": {"type": "token"},
    });
    assert!(
        bad(import(&mut account, &document(authorizer), &[]))
            .contains("authorization by 's' is not supported")
    );
}

#[test]
fn too_many_resources_and_too_much_behind_references() {
    let mut account = Account::new();
    let paths: serde_json::Map<_, _> = (0..400).map(|n| (format!("/p{n}"), json!({"get": {}}))).collect();
    let many = json!({"swagger": "2.0", "info": {"title": "x"}, "paths": paths});
    assert!(bad(import(&mut account, &many.to_string(), &[])).contains("Maximum number of resources"));
    // A shared schema of some size, in every response of many operations.
    let properties: serde_json::Map<_, _> =
        (0..3000).map(|n| (format!("p{n}"), json!({"type": "string"}))).collect();
    let shared = json!({"description": "x", "schema": {"type": "object", "properties": properties}});
    let responses: serde_json::Map<_, _> =
        (200..500).map(|status| (status.to_string(), json!({"$ref": "#/responses/shared"}))).collect();
    let paths: serde_json::Map<_, _> =
        (0..250).map(|n| (format!("/p{n}"), json!({"get": {"responses": responses}}))).collect();
    let deep =
        json!({"swagger": "2.0", "info": {"title": "x"}, "paths": paths, "responses": {"shared": shared}});
    assert!(
        bad(import(&mut account, &deep.to_string(), &[]))
            .contains("too large once its references are followed")
    );
    let circle = json!({
        "swagger": "2.0",
        "info": {"title": "x"},
        "parameters": {"a": {"$ref": "#/parameters/b"}, "b": {"$ref": "#/parameters/a"}},
        "paths": {"/a": {"get": {"parameters": [{"$ref": "#/parameters/a"}]}}},
    });
    let made = import(&mut account, &circle.to_string(), &[]).unwrap();
    assert!(made.warnings.unwrap()[0].contains("leads through more than 16 others"));
}
