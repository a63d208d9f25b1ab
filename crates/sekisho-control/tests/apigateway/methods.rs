//! Methods and their responses.

use crate::support::{Account, api, bad, call, child, method, mock, patch, said};
use sekisho_wire::apigateway::Method;

#[test]
fn refusals_of_a_put() {
    let mut account = Account::new();
    let (id, root) = api(&mut account, "REGIONAL");
    let put = |account: &mut Account, verb: &str, kind: &str| {
        call!(
            account,
            PutMethod(PutMethodInput {
                rest_api_id: &id,
                resource_id: &root,
                http_method: verb,
                authorization_type: kind,
            })
        )
    };
    assert_eq!(
        bad(put(&mut account, "FETCH", "NONE")),
        "Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY"
    );
    for kind in ["CUSTOM", "COGNITO_USER_POOLS"] {
        assert_eq!(
            bad(put(&mut account, "GET", kind)),
            "Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS \
             requires a valid authorizer."
        );
    }
    assert_eq!(
        bad(put(&mut account, "GET", "AWS_IAM")),
        "authorizationType AWS_IAM is not supported by this gateway"
    );
    assert!(
        bad(put(&mut account, "GET", "MAGIC")).starts_with("Invalid authorization type specified: MAGIC")
    );
    macro_rules! refused {
        ($field:ident: $value:expr) => {
            bad(call!(
                account,
                PutMethod(PutMethodInput {
                    rest_api_id: &id,
                    resource_id: &root,
                    http_method: "GET",
                    authorization_type: "NONE",
                    $field: $value,
                })
            ))
        };
    }
    assert_eq!(refused!(request_validator_id: "abc123"), "Invalid Request Validator identifier specified");
    assert_eq!(refused!(authorizer_id: "abc123"), "authorizerId is not supported by this gateway");
    assert_eq!(refused!(authorization_scopes: ["a"]), "authorizationScopes is not supported by this gateway");
    assert_eq!(
        refused!(request_models: [("application/json", "Nope")]),
        "Invalid model identifier specified: Nope"
    );
    assert_eq!(
        refused!(request_models: [("123", "Empty")]),
        "Validation Result: warnings : [], errors : [Invalid content type specified: 123]"
    );
    assert_eq!(
        refused!(request_parameters: [("method.request.header.a", true), ("method.request.querystring.a", true)]),
        "Parameter names must be unique across querystring, header and path"
    );
    assert_eq!(
        refused!(request_parameters: [("header.a", true)]),
        "Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping \
         expression specified: header.a]"
    );
    let before = account.world.clone();
    put(&mut account, "ANY", "NONE").unwrap();
    assert_ne!(account.world, before);
    assert_eq!(
        said(put(&mut account, "ANY", "NONE")),
        "ConflictException 409 Method already exists for this resource"
    );
}

#[test]
fn a_minimal_method_answers_exactly_this() {
    let mut account = Account::new();
    let (id, root) = api(&mut account, "REGIONAL");
    let made = call!(
        account,
        PutMethod(PutMethodInput {
            rest_api_id: &id,
            resource_id: &root,
            http_method: "ANY",
            authorization_type: "NONE",
        })
    );
    assert_eq!(
        made.unwrap(),
        Method {
            http_method: Some("ANY".to_owned()),
            authorization_type: Some("NONE".to_owned()),
            api_key_required: Some(false),
            ..Method::default()
        }
    );
}

#[test]
fn what_is_not_there_is_not_found() {
    let mut account = Account::new();
    let (id, root) = api(&mut account, "REGIONAL");
    macro_rules! not_found {
        ($operation:ident($input:ident), $verb:expr $(, $field:ident: $value:expr)*) => {
            said(call!(account, $operation($input {
                rest_api_id: &id,
                resource_id: &root,
                http_method: $verb,
                $($field: $value,)*
            })))
        };
    }
    let no_method = "NotFoundException 404 Invalid Method identifier specified";
    assert_eq!(not_found!(GetMethod(GetMethodInput), "GET"), no_method);
    assert_eq!(not_found!(DeleteMethod(DeleteMethodInput), "GET"), no_method);
    assert_eq!(not_found!(GetIntegration(GetIntegrationInput), "GET"), no_method);
    method(&mut account, &id, &root, "GET");
    let no_integration = "NotFoundException 404 Invalid Integration identifier specified";
    assert_eq!(not_found!(GetIntegration(GetIntegrationInput), "GET"), no_integration);
    assert_eq!(not_found!(DeleteIntegration(DeleteIntegrationInput), "GET"), no_integration);
    let no_response = "NotFoundException 404 Invalid Response status code specified";
    assert_eq!(not_found!(GetMethodResponse(GetMethodResponseInput), "GET", status_code: "200"), no_response);
    assert_eq!(
        not_found!(DeleteMethodResponse(DeleteMethodResponseInput), "GET", status_code: "200"),
        no_response
    );
    mock(&mut account, &id, &root, "GET");
    assert_eq!(
        not_found!(PutIntegrationResponse(PutIntegrationResponseInput), "GET", status_code: "200"),
        no_response
    );
    assert_eq!(
        not_found!(GetIntegrationResponse(GetIntegrationResponseInput), "GET", status_code: "200"),
        no_response
    );
}

#[test]
fn method_responses_are_put_once_and_patched() {
    let mut account = Account::new();
    let (id, root) = api(&mut account, "REGIONAL");
    let pets = child(&mut account, &id, &root, "pets");
    method(&mut account, &id, &pets, "GET");
    let put = |account: &mut Account, status: &str| {
        call!(
            account,
            PutMethodResponse(PutMethodResponseInput {
                rest_api_id: &id,
                resource_id: &pets,
                http_method: "GET",
                status_code: status,
                response_models: [("application/json", "Empty")],
                response_parameters: [("method.response.header.X", false)],
            })
        )
    };
    for status in ["abc", "600", "20", "2000", ""] {
        assert_eq!(
            said(put(&mut account, status)),
            format!(
                "ValidationException 400 1 validation error detected: Value '{status}' at \
                 'putMethodResponseInput.statusCode' failed to satisfy constraint: Member must satisfy regular \
                 expression pattern: [1-5]\\d\\d"
            )
        );
    }
    put(&mut account, "200").unwrap();
    assert_eq!(
        said(put(&mut account, "200")),
        "ConflictException 409 Response already exists for this resource"
    );
    let update = |account: &mut Account, op: &str, path: &str, value: &str| {
        call!(
            account,
            UpdateMethodResponse(UpdateMethodResponseInput {
                rest_api_id: &id,
                resource_id: &pets,
                http_method: "GET",
                status_code: "200",
                patch_operations: patch(op, path, value),
            })
        )
    };
    let updated =
        update(&mut account, "add", "/responseParameters/method.response.header.Y", "true").unwrap();
    assert!(updated.response_parameters.unwrap()["method.response.header.Y"]);
    update(&mut account, "replace", "/responseModels/application~1json", "Error").unwrap();
    assert_eq!(
        bad(update(&mut account, "add", "/responseModels/text~1html", "Nope")),
        "Invalid model identifier specified: Nope"
    );
    assert_eq!(
        said(update(&mut account, "remove", "/responseModels/text~1html", "")),
        "NotFoundException 404 Content-Type specified was not found"
    );
    assert!(
        bad(update(&mut account, "add", "/responseParameters/method.response.body", "true"))
            .contains("Invalid mapping")
    );
    let removed = update(&mut account, "remove", "/responseModels/application~1json", "").unwrap();
    assert_eq!(removed.response_models, None);
}

#[test]
fn a_method_is_patched() {
    let mut account = Account::new();
    let (id, root) = api(&mut account, "REGIONAL");
    method(&mut account, &id, &root, "GET");
    let update = |account: &mut Account, op: &str, path: &str, value: &str| {
        call!(
            account,
            UpdateMethod(UpdateMethodInput {
                rest_api_id: &id,
                resource_id: &root,
                http_method: "GET",
                patch_operations: patch(op, path, value),
            })
        )
    };
    assert!(update(&mut account, "replace", "/apiKeyRequired", "true").unwrap().api_key_required.unwrap());
    assert!(
        bad(update(&mut account, "replace", "/apiKeyRequired", "maybe")).contains("must be true or false")
    );
    let named = update(&mut account, "replace", "/operationName", "List").unwrap();
    assert_eq!(named.operation_name.as_deref(), Some("List"));
    let path = "/requestParameters/method.request.querystring.type";
    let with = update(&mut account, "add", path, "false").unwrap();
    assert!(!with.request_parameters.unwrap()["method.request.querystring.type"]);
    update(&mut account, "remove", path, "").unwrap();
    assert_eq!(
        bad(update(&mut account, "replace", "/authorizationType", "AWS_IAM")),
        "authorizationType AWS_IAM is not supported by this gateway"
    );
    assert_eq!(
        bad(update(&mut account, "replace", "/requestValidatorId", "abcdef")),
        "Invalid Request Validator identifier specified"
    );
    update(&mut account, "replace", "/requestValidatorId", "").unwrap();
    assert!(
        bad(update(&mut account, "replace", "/httpMethod", "PUT"))
            .starts_with("Invalid patch path  '/httpMethod' specified for op 'replace'. Must be one of: [")
    );
    assert!(
        bad(update(&mut account, "copy", "/apiKeyRequired", ""))
            .ends_with("Please choose supported operations")
    );
}
