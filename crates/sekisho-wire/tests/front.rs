//! The front end on bytes: routing, REST and RPC requests good and bad, errors in every protocol.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test's helpers fail by panicking")]

use sekisho_wire::apigateway as api;
use sekisho_wire::{AwsError, Limits, Protocol, Refusal, Request, ServiceName, decode, encode_error, route};
use sekisho_wire::{HttpRequest, Route};

type Headers<'a> = &'a [(&'a str, &'a [u8])];

fn request<'a>(method: &'a str, target: &'a str, headers: Headers<'a>, body: &'a str) -> HttpRequest<'a> {
    HttpRequest { method, target, headers, body: body.as_bytes() }
}

fn rest(method: &str, target: &str, body: &str) -> Result<api::Request, AwsError> {
    match decode(&request(method, target, &[], body), &Limits::DEFAULT) {
        Ok(decoded) => match decoded.request {
            Request::ApiGateway(request) => Ok(request),
            other => panic!("{other:?}"),
        },
        Err(Refusal { error, .. }) => Err(error),
    }
}

fn rest_refused(method: &str, target: &str, body: &str) -> (String, String) {
    let error = rest(method, target, body).unwrap_err();
    (error.code.into_owned(), error.message)
}

#[test]
fn the_scope_names_the_service() {
    for (service, expected) in [
        ("ec2", Some((ServiceName::Ec2, Protocol::Ec2Query))),
        ("sts", Some((ServiceName::Sts, Protocol::AwsQuery))),
        ("directconnect", Some((ServiceName::DirectConnect, Protocol::AwsJson11))),
        ("apigateway", Some((ServiceName::ApiGateway, Protocol::RestJson1))),
        ("iam", None),
        ("", None),
    ] {
        let value = format!(
            "AWS4-HMAC-SHA256 Credential=AKID/20260101/eu-west-1/{service}/aws4_request, Signature=0"
        );
        let header: Headers<'_> = &[("Authorization", value.as_bytes())];
        let found = route(&request("POST", "/", header, ""))
            .ok()
            .map(|Route { service, protocol }| (service, protocol));
        assert_eq!(found, expected, "{service}");
        let target = format!("/?X-Amz-Credential=AKID%2F20260101%2Feu-west-1%2F{service}%2Faws4_request");
        let found = route(&request("POST", &target, &[], ""))
            .ok()
            .map(|Route { service, protocol }| (service, protocol));
        assert_eq!(found, expected, "{service} presigned");
    }
}

#[test]
fn an_unsigned_request_is_judged_by_its_form() {
    let form: Headers<'_> = &[("content-type", b"application/x-www-form-urlencoded")];
    let target: Headers<'_> = &[("x-amz-target", b"OvertureService.DescribeLocations")];
    let other: Headers<'_> = &[("x-amz-target", b"DynamoDB_20120810.ListTables")];
    for (request, expected) in [
        (request("POST", "/", form, "Action=X&Version=2016-11-15"), Ok(ServiceName::Ec2)),
        (request("GET", "/?Action=X&Version=2011-06-15", &[], ""), Ok(ServiceName::Sts)),
        (request("POST", "/", target, "{}"), Ok(ServiceName::DirectConnect)),
        (request("POST", "/service/OvertureService/operation/X", &[], ""), Ok(ServiceName::DirectConnect)),
        (request("GET", "/restapis", &[], ""), Ok(ServiceName::ApiGateway)),
        (request("GET", "/vpclinks?limit=1", &[], ""), Ok(ServiceName::ApiGateway)),
        (request("POST", "/", form, "Action=ListUsers&Version=2010-05-08"), Err(("InvalidAction", 400))),
        (request("POST", "/", other, "{}"), Err(("UnknownOperationException", 400))),
        (request("GET", "/", &[], ""), Err(("MissingAuthenticationTokenException", 403))),
        (request("GET", "/nope", &[], ""), Err(("MissingAuthenticationTokenException", 403))),
    ] {
        let found = route(&request);
        let found =
            found.as_ref().map(|route| route.service).map_err(|r| (r.error.code.as_ref(), r.error.status));
        assert_eq!(found, expected, "{}", request.target);
    }
}

#[test]
fn labels_query_body_and_payload() {
    assert_eq!(
        rest(
            "PUT",
            "/restapis/abc/resources/r1/methods/GET/integration",
            r#"{"type":"MOCK","httpMethod":"POST"}"#
        ),
        Ok(api::Request::PutIntegration(api::PutIntegrationInput {
            rest_api_id: Some("abc".into()),
            resource_id: Some("r1".into()),
            http_method: Some("GET".into()),
            type_: Some("MOCK".into()),
            integration_http_method: Some("POST".into()),
            ..Default::default()
        }))
    );
    let arn = "arn%3Aaws%3Aapigateway%3Aeu-west-1%3A%3A%2Frestapis%2Fabc";
    assert_eq!(
        rest("DELETE", &format!("/tags/{arn}?tagKeys=a&tagKeys=b%20c"), ""),
        Ok(api::Request::UntagResource(api::UntagResourceInput {
            resource_arn: Some("arn:aws:apigateway:eu-west-1::/restapis/abc".into()),
            tag_keys: Some(vec!["a".into(), "b c".into()]),
        }))
    );
    let Ok(api::Request::ImportRestApi(input)) = rest(
        "POST",
        "/restapis?mode=import&failonwarnings=true&endpointConfigurationTypes=PRIVATE",
        "openapi: 3",
    ) else {
        panic!()
    };
    assert_eq!((input.fail_on_warnings, input.body), (Some(true), Some(b"openapi: 3".to_vec())));
    assert_eq!(input.parameters.unwrap()["endpointConfigurationTypes"], "PRIVATE");
    assert!(matches!(rest("POST", "/restapis", r#"{"name":"x"}"#), Ok(api::Request::CreateRestApi(_))));
    assert!(matches!(rest("PUT", "/restapis/a?mode=merge", "{}"), Ok(api::Request::PutRestApi(_))));
}

#[test]
fn bad_rest_requests_get_exact_answers() {
    for (method, target, body, code, message) in [
        ("GET", "/restapis/", "", "MissingAuthenticationTokenException", "Missing Authentication Token"),
        ("PATCH", "/restapis", "", "MissingAuthenticationTokenException", "Missing Authentication Token"),
        ("GET", "/restapis/%zz", "", "MissingAuthenticationTokenException", "Missing Authentication Token"),
        (
            "GET",
            "/restapis/a/authorizers",
            "",
            "UnsupportedOperationException",
            "The operation GetAuthorizers of apigateway exists in AWS but is not served here",
        ),
        ("GET", "/restapis?limit=x", "", "SerializationException", "For input string: \"x\""),
        (
            "GET",
            "/restapis?nope=1",
            "",
            "BadRequestException",
            "The query parameter 'nope' is not recognized",
        ),
        (
            "GET",
            "/restapis?limit=1&limit=2",
            "",
            "BadRequestException",
            "The query parameter 'limit' is given more than once",
        ),
        (
            "POST",
            "/restapis",
            r#"{"name":true}"#,
            "SerializationException",
            "class java.lang.Boolean can not be converted to an String",
        ),
        (
            "POST",
            "/restapis",
            r#"{"name":"x","nope":1}"#,
            "SerializationException",
            "Unrecognized member 'nope' in CreateRestApiRequest",
        ),
        (
            "GET",
            "/restapis/a",
            r#"{"restapi_id":"b"}"#,
            "SerializationException",
            "Unrecognized member 'restapi_id' in GetRestApiRequest",
        ),
        ("POST", "/restapis", "[]", "SerializationException", "Start of list found where not expected"),
    ] {
        assert_eq!(
            rest_refused(method, target, body),
            (code.to_owned(), message.to_owned()),
            "{method} {target} {body}"
        );
    }
    let (code, _) = rest_refused("POST", "/restapis", "{\"name\":");
    assert_eq!(code, "SerializationException");
    let scope: Headers<'_> =
        &[("authorization", b"AWS4-HMAC-SHA256 Credential=a/b/c/apigateway/aws4_request")];
    let refusal = decode(&request("GET", "/v2/apis", scope, ""), &Limits::DEFAULT).unwrap_err();
    assert_eq!(refusal.error.code, "UnsupportedOperationException");
}

#[test]
fn constraints_are_worded_as_the_framework_does() {
    for (method, target, body, message) in [
        (
            "PUT",
            "/restapis/a/resources/r/methods/GET/integration",
            r#"{"type":"HTTPS"}"#,
            "1 validation error detected: Value 'HTTPS' at 'putIntegrationInput.type' failed to satisfy constraint: \
             Member must satisfy enum value set: [HTTP, MOCK, AWS_PROXY, HTTP_PROXY, AWS]",
        ),
        (
            "PUT",
            "/restapis/a/resources/r/methods/GET/responses/999",
            "",
            "1 validation error detected: Value '999' at 'putMethodResponseInput.statusCode' failed to satisfy \
             constraint: Member must satisfy regular expression pattern: [1-5]\\d\\d",
        ),
        (
            "POST",
            "/restapis",
            "{}",
            "1 validation error detected: Value null at 'createRestApiInput.name' failed to satisfy constraint: \
             Member must not be null",
        ),
    ] {
        let expected = ("ValidationException".to_owned(), message.to_owned());
        assert_eq!(rest_refused(method, target, body), expected, "{method} {target} {body}");
    }
}

#[test]
fn what_the_service_words_itself_passes() {
    for (method, target, body) in [
        ("POST", "/restapis", r#"{"name":"x","endpointConfiguration":{"types":["LOCAL"]}}"#),
        (
            "POST",
            "/restapis",
            r#"{"name":"x","endpointConfiguration":{"types":["EDGE"],"ipAddressType":"ipv9"}}"#,
        ),
        ("PUT", "/restapis/a/resources/r/methods/TRACE", r#"{"authorizationType":"MAGIC"}"#),
        (
            "PUT",
            "/restapis/a/resources/r/methods/GET/integration",
            r#"{"type":"HTTP","httpMethod":"TRACE","passthroughBehavior":"SOMETIMES"}"#,
        ),
    ] {
        assert!(rest(method, target, body).is_ok(), "{method} {target} {body}");
    }
}

#[test]
fn bad_rpc_requests_get_exact_answers() {
    for (target, body, code, message) in [
        ("OvertureService.Nope", "{}", "UnknownOperationException", "There is no operation 'Nope'"),
        (
            "OvertureService.CreateLag",
            "{}",
            "UnknownOperationException",
            "The operation CreateLag of directconnect exists in AWS but is not served here",
        ),
        (
            "OvertureService.CreateConnection",
            r#"{"location":"EqDC2","bandwidth":"1Gbps"}"#,
            "DirectConnectClientException",
            "1 validation error detected: Value null at 'connectionName' failed to satisfy constraint: Member must not be null",
        ),
        (
            "OvertureService.DeleteBGPPeer",
            r#"{"asn":"65000"}"#,
            "SerializationException",
            "class java.lang.String can not be converted to an Integer",
        ),
    ] {
        let headers: Headers<'_> = &[("X-Amz-Target", target.as_bytes())];
        let refusal = decode(&request("POST", "/", headers, body), &Limits::DEFAULT).unwrap_err();
        assert_eq!(refusal.protocol, Protocol::AwsJson11);
        assert_eq!((refusal.error.code.as_ref(), refusal.error.message.as_str()), (code, message));
    }
    let headers: Headers<'_> = &[("smithy-protocol", b"rpc-v2-cbor")];
    let cut = HttpRequest {
        method: "POST",
        target: "/service/OvertureService/operation/DescribeConnections",
        headers,
        body: b"\xa1\x6cconn",
    };
    let refusal = decode(&cut, &Limits::DEFAULT).unwrap_err();
    assert_eq!(
        (refusal.protocol, refusal.error.code.as_ref()),
        (Protocol::RpcV2Cbor, "SerializationException")
    );
    assert!(decode(&HttpRequest { body: b"", ..cut }, &Limits::DEFAULT).is_ok());
    assert!(decode(&HttpRequest { method: "GET", ..cut }, &Limits::DEFAULT).is_err());
}

#[test]
fn errors_in_every_protocol() {
    let error = AwsError::new("UnknownOperationException", "no\n\"x\"");
    let text = |protocol| String::from_utf8_lossy(&encode_error(protocol, &error, "id").body).into_owned();
    assert_eq!(
        text(Protocol::AwsJson11),
        r#"{"__type":"com.amazon.coral.service#UnknownOperationException","message":"no\n\"x\""}"#
    );
    assert_eq!(text(Protocol::RestJson1), r#"{"message":"no\n\"x\""}"#);
    assert_eq!(
        text(Protocol::AwsQuery),
        "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type>\
         <Code>UnknownOperationException</Code><Message>no\n&quot;x&quot;</Message></Error><RequestId>id</RequestId>\
         </ErrorResponse>"
    );
    let denied = AwsError::new("AccessDeniedException", "User: x is not authorized")
        .with_status(403)
        .with_upper_message()
        .with_header("Retry-After", "2");
    let reply = encode_error(Protocol::RestJson1, &denied, "id");
    assert_eq!(reply.body, br#"{"Message":"User: x is not authorized"}"#);
    assert_eq!(reply.header("x-amzn-errortype"), Some("AccessDeniedException"));
    assert_eq!((reply.header("retry-after"), reply.header("x-amzn-requestid")), (Some("2"), Some("id")));
}

#[test]
fn everything_has_a_limit() {
    let big = "x".repeat(Limits::DEFAULT.body + 1);
    let refusal = decode(&request("POST", "/restapis", &[], &big), &Limits::DEFAULT).unwrap_err();
    assert_eq!(refusal.error.status, 413);
    let long = format!("/restapis?name={}", "x".repeat(Limits::DEFAULT.target));
    assert_eq!(decode(&request("GET", &long, &[], ""), &Limits::DEFAULT).unwrap_err().error.status, 413);
    let deep = format!("{{\"name\":{}", "[".repeat(1000));
    assert_eq!(rest_refused("POST", "/restapis", &deep).0, "SerializationException");
    let wide = format!(
        "{{\"name\":\"x\",\"binaryMediaTypes\":[{}\"a\"]}}",
        "\"a\",".repeat(Limits::DEFAULT.elements)
    );
    assert_eq!(rest_refused("POST", "/restapis", &wide).0, "SerializationException");
}
