//! Requests that botocore 1.44.5 serialised and signed, one for each served operation and protocol and some presigned:
//! each verifies, and decodes to the parameters botocore was given.
//!
//! The rows are in `testdata/wire/botocore-requests.json`: the request with its body in base64, the time of signing, the
//! session token if one was used, and the parameters (timestamps as `{"ts": ms}`, blobs as `{"blob": [bytes]}`).
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test's helpers fail by panicking")]

use base64::Engine as _;
use sekisho_wire::shape::{Message as _, Shape, Structure, Value};
use sekisho_wire::sigv4::{Expected, SKEW_CONTROL_PLANE, Secret, derive_signing_key, verify};
use sekisho_wire::{HttpRequest, Limits, Protocol, Request, Timestamp, decode};
use serde_json::json;

fn named(shape: Shape, value: &Value) -> serde_json::Value {
    match (shape, value) {
        (_, Value::Text(text)) => json!(text),
        (_, Value::Boolean(flag)) => json!(flag),
        (_, Value::Integer(number)) => json!(number),
        (_, Value::Double(number)) => json!(number),
        (_, Value::Timestamp(millis)) => json!({ "ts": millis }),
        (_, Value::Blob(bytes)) => json!({ "blob": bytes }),
        (Shape::List(list), Value::List(items)) => {
            items.iter().map(|item| named(list.member, item)).collect()
        }
        (Shape::Map(map), Value::Map(entries)) => {
            entries.iter().map(|(key, inner)| (key.clone(), named(map.value, inner))).collect()
        }
        (Shape::Structure(structure), Value::Structure(members)) => named_members(structure, members),
        other => panic!("{other:?}"),
    }
}

fn named_members(structure: &'static Structure, members: &[Option<Value>]) -> serde_json::Value {
    let set = structure.members.iter().zip(members);
    set.filter_map(|(member, value)| Some((member.name.to_owned(), named(member.shape, value.as_ref()?))))
        .collect()
}

fn members(request: &Request) -> Vec<Option<Value>> {
    match request {
        Request::Sts(inner) => inner.to_members(),
        Request::Ec2(inner) => inner.to_members(),
        Request::DirectConnect(inner) => inner.to_members(),
        Request::ApiGateway(inner) => inner.to_members(),
    }
}

fn check(row: &serde_json::Value) {
    let text = |key: &str| row[key].as_str().unwrap();
    let headers = row["headers"].as_object().unwrap();
    let headers: Vec<(&str, &[u8])> =
        headers.iter().map(|(name, value)| (name.as_str(), value.as_str().unwrap().as_bytes())).collect();
    let body = base64::engine::general_purpose::STANDARD.decode(text("body")).unwrap();
    let request =
        HttpRequest { method: text("method"), target: text("target"), headers: &headers, body: &body };
    let name = format!("{} {} {}", text("operation"), request.method, request.target);
    let expected = Expected {
        region: "eu-west-1",
        services: &[text("service")],
        now: Timestamp(row["now"].as_i64().unwrap()),
        skew: SKEW_CONTROL_PLANE,
        normalize_path: true,
    };
    let token = row["session_token"].as_str().map(str::to_owned);
    let verified = verify(
        &request,
        |scope| {
            let key = derive_signing_key("secretEXAMPLE", scope.date, scope.region, scope.service);
            Some(Secret { key, session_token: token, expires: None })
        },
        &expected,
    );
    assert!(verified.is_ok(), "{name}: {verified:?}");
    let decoded = decode(&request, &Limits::DEFAULT).unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"));
    assert_eq!(decoded.request.operation(), text("operation"), "{name}");
    let protocol = match decoded.protocol {
        Protocol::Ec2Query => "ec2",
        Protocol::AwsQuery => "query",
        Protocol::AwsJson11 => "json",
        Protocol::RpcV2Cbor => "smithy-rpc-v2-cbor",
        Protocol::RestJson1 => "rest-json",
    };
    assert_eq!(protocol, text("protocol"), "{name}");
    let tables = decoded.service.model().operation(text("operation")).unwrap();
    assert_eq!(named_members(tables.input, &members(&decoded.request)), row["parameters"], "{name}");
}

#[test]
fn every_request_verifies_and_decodes() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../testdata/wire/botocore-requests.json");
    let rows: Vec<serde_json::Value> = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    rows.iter().for_each(check);
    assert!(rows.len() >= 133, "{}", rows.len());
}
