//! Integrations and their responses.

use crate::support::{Account, api, bad, call, child, method, mock, patch, said};
use sekisho_wire::apigateway::Integration;

/// An account with one method, and a macro-free way to put integrations on it.
fn bench() -> (Account, String, String) {
    let mut account = Account::new();
    let (id, root) = api(&mut account, "REGIONAL");
    let pet = child(&mut account, &id, &root, "{petId}");
    call!(
        account,
        PutMethod(PutMethodInput {
            rest_api_id: &id,
            resource_id: &pet,
            http_method: "GET",
            authorization_type: "NONE",
            request_parameters: [("method.request.path.petId", true)],
        })
    )
    .unwrap();
    (account, id, pet)
}

macro_rules! put {
    ($account:expr, $id:expr, $resource:expr, { $($field:ident: $value:expr),* $(,)? }) => {
        call!($account, PutIntegration(PutIntegrationInput {
            rest_api_id: &$id,
            resource_id: &$resource,
            http_method: "GET",
            $($field: $value,)*
        }))
    };
}

#[test]
fn refusals_of_a_put() {
    let (mut account, id, pet) = bench();
    assert_eq!(
        said(put!(account, id, pet, { type_: "HTTPS" })),
        "ValidationException 400 1 validation error detected: Value 'HTTPS' at 'putIntegrationInput.type' failed to \
         satisfy constraint: Member must satisfy enum value set: [HTTP, MOCK, AWS_PROXY, HTTP_PROXY, AWS]"
    );
    assert_eq!(
        bad(put!(account, id, pet, { type_: "HTTP", uri: "http://example.com" })),
        "Enumeration value for HttpMethod must be non-empty"
    );
    assert_eq!(
        bad(put!(account, id, pet, { type_: "HTTP", integration_http_method: "GET", uri: "example.com" })),
        "Invalid HTTP endpoint specified for URI"
    );
    assert_eq!(
        bad(put!(account, id, pet, { type_: "HTTP", integration_http_method: "GET" })),
        "Invalid HTTP endpoint specified for URI"
    );
    for (kind, uri, message) in [
        ("AWS_PROXY", "http://example.com", "Invalid ARN specified in the request"),
        (
            "AWS",
            "arn:aws:apigateway:eu-west-1:sqs:queue/x",
            "AWS ARN for integration must contain path or action",
        ),
        (
            "AWS_PROXY",
            "arn:aws:apigateway:eu-west-1:sqs:path/x",
            "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream \
             invocations.",
        ),
        (
            "AWS_PROXY",
            "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/f/invocations",
            "Integration type AWS_PROXY is not supported by this gateway",
        ),
    ] {
        let result = put!(account, id, pet, { type_: kind, integration_http_method: "POST", uri: uri });
        assert_eq!(bad(result), message);
    }
    for timeout in [49, 29_001, -1, 0] {
        assert_eq!(
            bad(put!(account, id, pet, { type_: "MOCK", timeout_in_millis: timeout })),
            "Timeout should be between 50 ms and 29000 ms"
        );
    }
    for (target, expression, complaint) in [
        ("integration.request.header.x", "true", "Invalid mapping expression specified: true"),
        (
            "integration.request.cookie.x",
            "'a'",
            "Invalid mapping expression specified: integration.request.cookie.x",
        ),
        (
            "integration.request.path.x",
            "method.request.path.other",
            "Invalid mapping expression parameter specified: method.request.path.other",
        ),
    ] {
        assert_eq!(
            bad(put!(account, id, pet, { type_: "MOCK", request_parameters: [(target, expression)] })),
            format!(
                "Invalid mapping expression specified: Validation Result: warnings : [], errors : [{complaint}]"
            )
        );
    }
    assert_eq!(
        bad(put!(account, id, pet, { type_: "MOCK", request_templates: [("123", "x")] })),
        "Validation Result: warnings : [], errors : [Invalid content type specified: 123]"
    );
    let large = "x".repeat(300 * 1024 + 1);
    assert!(
        bad(put!(account, id, pet, { type_: "MOCK", request_templates: [("a/b", large.as_str())] }))
            .contains("at most 307200 are allowed")
    );
}

#[test]
fn what_is_not_served_is_named() {
    let (mut account, id, pet) = bench();
    macro_rules! refused {
        ($field:ident: $value:expr) => {
            bad(put!(account, id, pet, { type_: "MOCK", $field: $value }))
        };
    }
    assert_eq!(
        refused!(connection_type: "VPC_LINK"),
        "connectionType VPC_LINK is not supported by this gateway"
    );
    assert_eq!(refused!(connection_id: "abc"), "connectionId is not supported by this gateway");
    assert_eq!(
        refused!(credentials: "arn:aws:iam::1:role/x"),
        "credentials is not supported by this gateway"
    );
    assert_eq!(refused!(integration_target: "arn:x"), "integrationTarget is not supported by this gateway");
    assert_eq!(
        refused!(response_transfer_mode: "STREAM"),
        "responseTransferMode STREAM is not supported by this gateway"
    );
    assert!(
        refused!(passthrough_behavior: "SOMETIMES").starts_with("Invalid passthrough behavior specified")
    );
}

#[test]
fn a_mock_answers_exactly_this() {
    let (mut account, id, pet) = bench();
    let made = put!(account, id, pet, { type_: "MOCK" }).unwrap();
    assert_eq!(
        made,
        Integration {
            type_: Some("MOCK".to_owned()),
            passthrough_behavior: Some("WHEN_NO_MATCH".to_owned()),
            timeout_in_millis: Some(29_000),
            cache_namespace: Some(pet.clone()),
            cache_key_parameters: Some(Vec::new()),
            ..Integration::default()
        }
    );
    let made = put!(account, id, pet, {
        type_: "HTTP_PROXY",
        integration_http_method: "ANY",
        uri: "https://${stageVariables.host}/pets/{petId}",
        request_parameters: [("integration.request.path.petId", "method.request.path.petId")],
        passthrough_behavior: "NEVER",
        content_handling: "CONVERT_TO_TEXT",
        timeout_in_millis: 50,
    })
    .unwrap();
    assert_eq!(made.connection_type.as_deref(), Some("INTERNET"));
    assert_eq!(made.content_handling.as_deref(), Some("CONVERT_TO_TEXT"));
}

#[test]
#[expect(clippy::too_many_lines, reason = "one story, told in requests")]
fn responses_need_what_the_method_declares() {
    let (mut account, id, pet) = bench();
    mock(&mut account, &id, &pet, "GET");
    call!(
        account,
        PutMethodResponse(PutMethodResponseInput {
            rest_api_id: &id,
            resource_id: &pet,
            http_method: "GET",
            status_code: "200",
            response_parameters: [("method.response.header.X", false)],
        })
    )
    .unwrap();
    macro_rules! respond {
        ({ $($field:ident: $value:expr),* $(,)? }) => {
            call!(account, PutIntegrationResponse(PutIntegrationResponseInput {
                rest_api_id: &id,
                resource_id: &pet,
                http_method: "GET",
                status_code: "200",
                $($field: $value,)*
            }))
        };
    }
    let frame = |complaint: &str| {
        format!(
            "Invalid mapping expression specified: Validation Result: warnings : [], errors : [{complaint}]"
        )
    };
    assert_eq!(
        bad(respond!({ response_parameters: [("method.response.header.Y", "'1'")] })),
        frame("Invalid mapping expression parameter specified: method.response.header.Y")
    );
    assert_eq!(
        bad(respond!({ response_parameters: [("method.response.header.X", "star")] })),
        frame("Invalid mapping expression specified: star")
    );
    assert!(bad(respond!({ selection_pattern: "(" })).starts_with("Invalid selection pattern specified: ("));
    assert_eq!(
        bad(respond!({ response_templates: [("123", "x")] })),
        "Validation Result: warnings : [], errors : [Invalid content type specified: 123]"
    );
    respond!({ response_parameters: [("method.response.header.X", "'*'")], selection_pattern: "2\\d\\d" })
        .unwrap();
    // A template that does not parse is stored; it fails the request that uses it.
    respond!({ response_templates: [("application/json", "#if(")] }).unwrap();
    let update = |account: &mut Account, op: &str, path: &str, value: &str| {
        call!(
            account,
            UpdateIntegrationResponse(UpdateIntegrationResponseInput {
                rest_api_id: &id,
                resource_id: &pet,
                http_method: "GET",
                status_code: "200",
                patch_operations: patch(op, path, value),
            })
        )
    };
    assert_eq!(
        said(update(&mut account, "remove", "/responseTemplates/text~1html", "")),
        "NotFoundException 404 Content-Type specified was not found"
    );
    update(&mut account, "replace", "/selectionPattern", "4\\d\\d").unwrap();
    update(&mut account, "add", "/responseTemplates/text~1html", "<p>").unwrap();
    let read = call!(
        account,
        GetIntegration(GetIntegrationInput { rest_api_id: &id, resource_id: &pet, http_method: "GET" })
    );
    let responses = read.unwrap().integration_responses.unwrap();
    assert_eq!(responses["200"].selection_pattern.as_deref(), Some("4\\d\\d"));
    assert_eq!(responses["200"].response_templates.as_ref().unwrap().len(), 2);
    // Putting the integration anew drops its responses.
    mock(&mut account, &id, &pet, "GET");
    let gone = call!(
        account,
        GetIntegrationResponse(GetIntegrationResponseInput {
            rest_api_id: &id,
            resource_id: &pet,
            http_method: "GET",
            status_code: "200",
        })
    );
    assert_eq!(said(gone), "NotFoundException 404 Invalid Response status code specified");
}

#[test]
fn an_integration_is_patched() {
    let (mut account, id, pet) = bench();
    put!(account, id, pet, { type_: "HTTP", integration_http_method: "GET", uri: "http://example.com/" })
        .unwrap();
    let update = |account: &mut Account, op: &str, path: &str, value: &str| {
        call!(
            account,
            UpdateIntegration(UpdateIntegrationInput {
                rest_api_id: &id,
                resource_id: &pet,
                http_method: "GET",
                patch_operations: patch(op, path, value),
            })
        )
    };
    assert!(
        bad(update(&mut account, "replace", "/type", "MOCK"))
            .starts_with("Invalid patch path  '/type' specified for op 'replace'. Must be one of: [")
    );
    assert_eq!(
        bad(update(&mut account, "replace", "/uri", "nowhere")),
        "Invalid HTTP endpoint specified for URI"
    );
    assert_eq!(
        bad(update(&mut account, "replace", "/httpMethod", "")),
        "Enumeration value for HttpMethod must be non-empty"
    );
    assert_eq!(
        bad(update(&mut account, "replace", "/timeoutInMillis", "soon")),
        "Timeout should be between 50 ms and 29000 ms"
    );
    assert_eq!(
        bad(update(&mut account, "replace", "/connectionType", "VPC_LINK")),
        "connectionType VPC_LINK is not supported by this gateway"
    );
    assert_eq!(
        bad(update(&mut account, "replace", "/credentials", "x")),
        "credentials is not supported by this gateway"
    );
    update(&mut account, "replace", "/credentials", "").unwrap();
    assert!(
        bad(update(&mut account, "add", "/requestParameters/integration.request.header.x", "true"))
            .contains("specified: true")
    );
    assert_eq!(
        update(&mut account, "replace", "/timeoutInMillis", "50").unwrap().timeout_in_millis,
        Some(50)
    );
    let skip = update(&mut account, "replace", "/tlsConfig/insecureSkipVerification", "true").unwrap();
    assert_eq!(skip.tls_config.unwrap().insecure_skip_verification, Some(true));
    let keys = update(&mut account, "add", "/cacheKeyParameters/method.request.path.petId", "").unwrap();
    assert_eq!(keys.cache_key_parameters.unwrap(), ["method.request.path.petId"]);
    let none = update(&mut account, "remove", "/cacheKeyParameters/method.request.path.petId", "").unwrap();
    assert_eq!(none.cache_key_parameters.unwrap(), [""; 0]);
    assert_eq!(
        said(update(&mut account, "remove", "/requestTemplates/text~1html", "")),
        "NotFoundException 404 Content-Type specified was not found"
    );
    mock(&mut account, &id, &pet, "GET");
    assert_eq!(bad(update(&mut account, "replace", "/uri", "http://example.com")), "Invalid patch path /uri");
    method(&mut account, &id, &pet, "POST");
}
