//! The same service as clients reach it: HTTP requests decoded, dispatched, and the answers encoded.

use sekisho_wire::{
    HttpReply, HttpRequest, Limits, Protocol, Request, Response, decode, encode, encode_error,
};
use serde_json::Value;

use crate::support::Account;

const AUTHORIZATION: &str = "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261124/eu-west-1/apigateway/aws4_request, \
                             SignedHeaders=host, Signature=00";

fn send(account: &mut Account, method: &str, target: &str, body: &str) -> (u16, Value) {
    let headers: [(&str, &[u8]); 4] = [
        ("host", b"apigateway.eu-west-1.amazonaws.com"),
        ("accept", b"application/json"),
        ("content-type", b"application/json"),
        ("authorization", AUTHORIZATION.as_bytes()),
    ];
    let request = HttpRequest { method, target, headers: &headers, body: body.as_bytes() };
    let limits = Limits::DEFAULT;
    let reply: HttpReply = match decode(&request, &limits) {
        Err(refusal) => encode_error(refusal.protocol, &refusal.error, "r"),
        Ok(decoded) => {
            let Request::ApiGateway(request) = decoded.request else {
                panic!("{target} is another service's")
            };
            match account.run(request) {
                Ok(response) => encode(Protocol::RestJson1, &Response::ApiGateway(response), "r"),
                Err(error) => encode_error(Protocol::RestJson1, &error, "r"),
            }
        }
    };
    let body = serde_json::from_slice(&reply.body).unwrap_or(Value::Null);
    (reply.status, body)
}

#[test]
fn a_private_api_from_import_to_stage() {
    let mut account = Account::new();
    let document = sekisho_control::apigateway::example_api::document("eu-west-1");
    let target =
        "/restapis?mode=import&failonwarnings=true&endpointConfigurationTypes=PRIVATE&basepath=ignore";
    let (status, api) = send(&mut account, "POST", target, &document);
    assert_eq!((status, &api["endpointConfiguration"]["types"][0]), (201, &Value::from("PRIVATE")), "{api}");
    let id = api["id"].as_str().unwrap().to_owned();
    let (status, refused) = send(&mut account, "POST", &format!("/restapis/{id}/deployments"), "{}");
    assert_eq!(status, 400);
    assert_eq!(refused["message"], "Private REST API doesn't have a resource policy attached to it");
    let policy = serde_json::json!({"patchOperations": [
        {"op": "replace", "path": "/policy", "value": crate::support::POLICY},
    ]});
    let (status, patched) = send(&mut account, "PATCH", &format!("/restapis/{id}"), &policy.to_string());
    assert_eq!((status, &patched["tags"]), (200, &serde_json::json!({})), "{patched}");
    assert!(patched["policy"].as_str().unwrap().starts_with("{\\\"Version\\\""));
    let deploy = r#"{"stageName": "test", "variables": {"a": "b"}}"#;
    let (status, _) = send(&mut account, "POST", &format!("/restapis/{id}/deployments"), deploy);
    assert_eq!(status, 201);
    let (status, stages) = send(&mut account, "GET", &format!("/restapis/{id}/stages"), "");
    assert_eq!((status, &stages["item"][0]["stageName"]), (200, &Value::from("test")), "{stages}");
    assert_eq!(stages["item"][0]["methodSettings"], serde_json::json!({}));
    let (_, page) = send(&mut account, "GET", &format!("/restapis/{id}/resources?limit=2&embed=methods"), "");
    assert_eq!(page["item"].as_array().unwrap().len(), 2, "{page}");
    assert!(page["position"].is_string());
    let tags = format!("/tags/arn%3Aaws%3Aapigateway%3Aeu-west-1%3A%3A%2Frestapis%2F{id}");
    assert_eq!(send(&mut account, "PUT", &tags, r#"{"tags": {"team": "pets"}}"#).0, 204);
    assert_eq!(send(&mut account, "GET", &tags, "").1["tags"]["team"], "pets");
    let (status, gone) = send(&mut account, "DELETE", &format!("/restapis/{id}"), "");
    assert_eq!((status, gone), (202, Value::Null));
    let (status, missing) = send(&mut account, "GET", &format!("/restapis/{id}"), "");
    assert_eq!(status, 404);
    assert_eq!(missing["message"], format!("Invalid API identifier specified 123456789012:{id}"));
}
