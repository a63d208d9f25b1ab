//! Every way to be refused before execution: who is asked first, and what the client and the operator read.

mod support;

use sekisho_core::rest_api::{EndpointType, Method};
use sekisho_execute::{Authentication, Caller, Entry, Runtime};
use support::*;

const FORBIDDEN: &str = r#"403
Content-Type: application/json
x-amzn-ErrorType: ForbiddenException
{"message":"Forbidden"}"#;
const MISSING: &str = r#"403
Content-Type: application/json
x-amzn-ErrorType: MissingAuthenticationTokenException
{"message":"Missing Authentication Token"}"#;

#[track_caller]
fn check(exchange: &Exchange<'_>, request: &str, wire: &str, reason: &str) {
    same(&exchange.send(request), &format!("{wire}\n# {reason}"));
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of refusals")]
fn an_api_that_is_not_found_or_not_here_is_forbidden() {
    let public = head("public0001", EndpointType::Regional, None);
    let mut off = head("switched00", EndpointType::Private, Some(&only_through(ENDPOINT, "switched00")));
    off.disable_execute_api_endpoint = true;
    let world = reference()
        .apply(&deployed(public, pet_store("public0001")))
        .apply(&deployed(off, pet_store("switched00")))
        .apply(&[head("undeployed", EndpointType::Private, None).into()])
        .apply(&[stage(API, "loose", "dep999", &[])]);
    let runtime = Runtime::build(&world);
    let by_endpoint = Exchange::new(&runtime);
    let vpce = "host: vpce-0123456789abcdef0-abcd1234.execute-api.eu-west-1.vpce.amazonaws.com";
    check(
        &by_endpoint,
        &format!("GET /prod\n{vpce}"),
        FORBIDDEN,
        "nothing names an API: there is no `x-apigw-api-id` header, and the host \
         (`vpce-0123456789abcdef0-abcd1234.execute-api.eu-west-1.vpce.amazonaws.com`) is no API's name",
    );
    check(&by_endpoint, "GET /prod\nx-apigw-api-id: petstore99", FORBIDDEN, "there is no API `petstore99`");
    check(
        &by_endpoint,
        "GET /prod\nhost: petstore99.execute-api.eu-west-1.amazonaws.com",
        FORBIDDEN,
        "there is no API `petstore99`",
    );
    check(
        &by_endpoint,
        "GET /prod\nhost: petstore01-vpce-0fedcba9876543210.execute-api.eu-west-1.amazonaws.com",
        FORBIDDEN,
        "the host names endpoint `vpce-0fedcba9876543210`, but the connection came by vpce-0123456789abcdef0",
    );
    check(
        &by_endpoint,
        "GET /dev\nx-apigw-api-id: petstore01",
        FORBIDDEN,
        "API `petstore01` has no stage `dev`",
    );
    check(
        &by_endpoint,
        "GET /\nx-apigw-api-id: petstore01",
        FORBIDDEN,
        "the path names no stage of API `petstore01`",
    );
    check(
        &by_endpoint,
        "GET /prod\nx-apigw-api-id: undeployed",
        FORBIDDEN,
        "API `undeployed` has no stage `prod`",
    );
    check(
        &by_endpoint,
        "GET /loose\nx-apigw-api-id: petstore01",
        FORBIDDEN,
        "stage `loose` of API `petstore01` points at a deployment that does not exist",
    );
    check(
        &by_endpoint,
        "GET /prod\nhost: public0001.execute-api.eu-west-1.amazonaws.com",
        FORBIDDEN,
        "API `public0001` is public (REGIONAL): it is not reached through a VPC endpoint; is private DNS on in this \
         VPC?",
    );
    check(
        &by_endpoint,
        "GET /prod\nx-apigw-api-id: switched00",
        FORBIDDEN,
        "the default name of API `switched00` is switched off (disableExecuteApiEndpoint)",
    );
    let by_front = Exchange { entry: Entry::Public, ..Exchange::new(&runtime) };
    check(
        &by_front,
        "GET /prod\nhost: petstore01.execute-api.eu-west-1.amazonaws.com",
        FORBIDDEN,
        "API `petstore01` is private: it is reached through a VPC endpoint only",
    );
    check(
        &by_front,
        "GET /prod\nhost: petstore01-vpce-0123456789abcdef0.execute-api.eu-west-1.amazonaws.com",
        FORBIDDEN,
        "the host names endpoint `vpce-0123456789abcdef0`, but the connection came by the public front",
    );
    let gone = Exchange { entry: Entry::Endpoint("vpce-gone".into()), ..Exchange::new(&runtime) };
    check(
        &gone,
        "GET /prod\nx-apigw-api-id: petstore01",
        FORBIDDEN,
        "endpoint `vpce-gone` does not exist any more",
    );
}

#[test]
fn a_public_api_answers_at_the_front() {
    let public = head("public0001", EndpointType::Regional, None);
    let runtime = Runtime::build(&founded().apply(&deployed(public, pet_store("public0001"))));
    let front = Exchange { entry: Entry::Public, ..Exchange::new(&runtime) };
    let found = front.send("GET /prod\nhost: public0001.execute-api.eu-west-1.amazonaws.com");
    assert!(found.starts_with("200\n"), "{found}");
}

#[test]
fn a_path_or_method_that_is_not_there_misses_a_token() {
    let runtime = Runtime::build(&reference());
    let exchange = Exchange::new(&runtime);
    let id = "x-apigw-api-id: petstore01";
    check(
        &exchange,
        &format!("GET /prod/cats\n{id}"),
        MISSING,
        "no resource with methods has the path `/cats`",
    );
    check(&exchange, &format!("POST /prod\n{id}"), MISSING, "resource `/` has no method POST");
    check(&exchange, &format!("HEAD /prod\n{id}"), MISSING, "resource `/` has no method HEAD");
    check(&exchange, &format!("TRACE /prod\n{id}"), MISSING, "resource `/` has no method TRACE");
    check(
        &exchange,
        &format!("GET /prod/pets/../pets\n{id}"),
        MISSING,
        "no resource with methods has the path `/pets/../pets`",
    );
    check(
        &exchange,
        &format!("GET /prod//pets\n{id}"),
        MISSING,
        "no resource with methods has the path `//pets`",
    );
    let override_to_delete = format!("GET /prod\n{id}\nX-HTTP-Method-Override: DELETE");
    check(&exchange, &override_to_delete, MISSING, "resource `/` has no method DELETE");
}

#[test]
fn a_foreign_authorization_on_a_missing_method_is_complained_about() {
    let runtime = Runtime::build(&reference());
    let exchange = Exchange::new(&runtime);
    let wire = |message: &str| {
        format!(
            "403\nContent-Type: application/json\nx-amzn-ErrorType: IncompleteSignatureException\n{{\"message\":\"{message}\"}}"
        )
    };
    let reason = "no resource with methods has the path `/cats`";
    check(
        &exchange,
        "GET /prod/cats\nx-apigw-api-id: petstore01\nauthorization: Bearer x",
        &wire(
            "Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with \
             Base64): 'uTem/WB082UJMN2ajD6lH6UChGpTAddMJSx2iu923No='.",
        ),
        reason,
    );
    check(
        &exchange,
        "GET /prod/cats\nx-apigw-api-id: petstore01\nauthorization: Basic eA==",
        &wire(
            "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. \
             Authorization header requires 'SignedHeaders' parameter. Authorization header requires existence of either \
             a 'X-Amz-Date' or a 'Date' header. Authorization=Basic eA==",
        ),
        reason,
    );
    let bearer = exchange.send("GET /prod\nx-apigw-api-id: petstore01\nauthorization: Bearer x");
    assert!(bearer.starts_with("200\n"), "a bearer token is anonymous: {bearer}");
}

fn denied(endings: &str, path: &str) -> String {
    format!(
        "403\nContent-Type: application/json\nx-amzn-ErrorType: AccessDeniedException\n{{\"Message\":\"User: anonymous is \
         not authorized to perform: execute-api:Invoke on resource: \
         arn:aws:execute-api:eu-west-1:********9012:petstore01/{path}{endings}\"}}"
    )
}

#[test]
fn the_resource_policy_is_asked_before_the_path_is_looked_at() {
    let runtime = Runtime::build(&reference());
    let other = Exchange { entry: Entry::Endpoint(OTHER_ENDPOINT.into()), ..Exchange::new(&runtime) };
    for (request, path) in [
        ("GET /prod", "prod/GET/"),
        ("GET /prod/pets/7/", "prod/GET/pets/7"),
        ("POST /prod/%63ats%2Fa", "prod/POST/cats%2Fa"),
    ] {
        let arn = format!("arn:aws:execute-api:eu-west-1:123456789012:petstore01/{path}");
        check(
            &other,
            &format!("{request}\nx-apigw-api-id: petstore01"),
            &denied(" with an explicit deny in a resource-based policy", path),
            &format!(
                "the resource policy of API `petstore01`, as deployed, denies `anonymous` to invoke `{arn}`"
            ),
        );
    }
}

#[test]
fn the_endpoint_policy_is_asked_before_the_stage_is_looked_at() {
    let silent = r#"{"Statement":[{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"arn:aws:execute-api:*:*:another/*"}]}"#;
    let denying = r#"{"Statement":[{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}]}"#;
    for (policy, ending, verb) in [
        (silent, " because no VPC endpoint policy allows the execute-api:Invoke action", "does not allow"),
        (denying, " with an explicit deny in a VPC endpoint policy", "denies"),
    ] {
        let runtime = Runtime::build(&reference().apply(&[endpoint(ENDPOINT, Some(policy))]));
        check(
            &Exchange::new(&runtime),
            "GET /nowhere/x\nx-apigw-api-id: petstore01",
            &denied(ending, "nowhere/GET/x"),
            &format!(
                "the policy of endpoint `vpce-0123456789abcdef0` {verb} `anonymous` to invoke \
                 `arn:aws:execute-api:eu-west-1:123456789012:petstore01/nowhere/GET/x`"
            ),
        );
    }
}

#[test]
fn policies_that_cannot_be_read_let_nothing_through() {
    let runtime = Runtime::build(&reference().apply(&[endpoint(ENDPOINT, Some("{"))]));
    let found = Exchange::new(&runtime).send("GET /prod\nx-apigw-api-id: petstore01");
    assert!(found.starts_with(FORBIDDEN), "{found}");
    assert!(found.contains("# the policy of endpoint `vpce-0123456789abcdef0` cannot be read"), "{found}");
    assert_eq!(runtime.problems().len(), 1);
    let broken = head(API, EndpointType::Private, Some(r#"{"Statement":[]"#));
    let runtime = Runtime::build(&reference().apply(&deployed(broken, pet_store(API))));
    let found = Exchange::new(&runtime).send("GET /prod\nx-apigw-api-id: petstore01");
    assert!(found.starts_with(FORBIDDEN), "{found}");
    assert!(found.contains("# the resource policy of API `petstore01` cannot be read"), "{found}");
    assert_eq!(runtime.problems().len(), 1);
}

#[test]
fn a_private_api_without_a_policy_lets_nobody_in() {
    let bare = head(API, EndpointType::Private, None);
    let runtime = Runtime::build(&reference().apply(&deployed(bare, pet_store(API))));
    check(
        &Exchange::new(&runtime),
        "GET /prod\nx-apigw-api-id: petstore01",
        &denied(" because no resource-based policy allows the execute-api:Invoke action", "prod/GET/"),
        "private API `petstore01` was deployed without a resource policy, so nothing passes; set one and deploy again",
    );
}

#[test]
fn signatures_count_for_the_endpoint_policy_alone() {
    let root = format!("arn:aws:iam::{ACCOUNT}:root");
    let policy = format!(
        r#"{{"Statement":[{{"Effect":"Allow","Principal":{{"AWS":"{root}"}},"Action":"*","Resource":"*"}}]}}"#
    );
    let runtime = Runtime::build(&reference().apply(&[endpoint(ENDPOINT, Some(&policy))]));
    let signed = "GET /prod\nx-apigw-api-id: petstore01\nauthorization: AWS4-HMAC-SHA256 Credential=x";
    let caller = Caller {
        principal_arn: root,
        role_arn: None,
        account_id: ACCOUNT.to_owned(),
        user_id: ACCOUNT.to_owned(),
        access_key_id: "AKIAX".to_owned(),
    };
    let by = |authentication| Exchange { authentication, ..Exchange::new(&runtime) };
    let found = by(Authentication::Signed(caller)).send(signed);
    assert!(found.starts_with("200\n"), "{found}");
    let found = by(Authentication::Anonymous).send("GET /prod\nx-apigw-api-id: petstore01");
    assert!(found.contains("because no VPC endpoint policy allows"), "{found}");
    check(
        &by(Authentication::Anonymous),
        signed,
        FORBIDDEN,
        "the request is signed and the signature was not verified",
    );
    let refused = Authentication::Refused {
        error_type: "InvalidSignatureException",
        message: "Signature expired: \"x\"".to_owned(),
    };
    check(
        &by(refused),
        signed,
        "403\nContent-Type: application/json\nx-amzn-ErrorType: InvalidSignatureException\n{\"message\":\"Signature expired: \\\"x\\\"\"}",
        "the signature does not hold: Signature expired: \"x\"",
    );
}

#[test]
fn conditions_see_the_connection_and_the_headers() {
    let resource = format!("arn:aws:execute-api:{REGION}:{ACCOUNT}:{API}/*");
    let policy = |condition: &str| {
        format!(
            r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"{resource}","Condition":{condition}}}]}}"#
        )
    };
    for (condition, passes) in [
        (r#"{"IpAddress":{"aws:VpcSourceIp":"192.168.0.0/16"}}"#, true),
        (r#"{"IpAddress":{"aws:VpcSourceIp":"10.0.0.0/8"}}"#, false),
        (r#"{"IpAddress":{"aws:SourceIp":"192.168.0.0/16"}}"#, false),
        (r#"{"StringEquals":{"aws:SourceVpc":"vpc-0a"}}"#, true),
        (r#"{"Bool":{"aws:SecureTransport":"true"}}"#, true),
        (r#"{"StringLike":{"aws:UserAgent":"curl/*"}}"#, true),
        (r#"{"StringLike":{"aws:Referer":"*"}}"#, false),
        (r#"{"DateLessThan":{"aws:CurrentTime":"2023-11-15T00:00:00Z"}}"#, true),
        (r#"{"DateLessThan":{"aws:CurrentTime":"2023-11-14T00:00:00Z"}}"#, false),
        (r#"{"StringEquals":{"aws:PrincipalAccount":"123456789012"}}"#, false),
    ] {
        let api = head(API, EndpointType::Private, Some(&policy(condition)));
        let runtime = Runtime::build(&reference().apply(&deployed(api, pet_store(API))));
        let found =
            Exchange::new(&runtime).send("GET /prod\nx-apigw-api-id: petstore01\nuser-agent: curl/8.1");
        assert_eq!(found.starts_with("200\n"), passes, "{condition}: {found}");
    }
}

#[test]
fn methods_that_ask_for_more_than_is_served_are_closed() {
    let with = |edit: fn(&mut Method)| {
        let mut closed = method(mock(r#"{"statusCode": 200}"#));
        edit(&mut closed);
        Runtime::build(&world_of(vec![resource(API, "/x", &[("GET", closed)])]))
    };
    let key = with(|method| method.api_key_required = true);
    let request = "GET /prod/x\nx-apigw-api-id: petstore01\nx-api-key: guess";
    check(
        &Exchange::new(&key),
        request,
        FORBIDDEN,
        "the method requires an API key, and API keys are not served yet",
    );
    let iam = with(|method| method.authorization_type = "AWS_IAM".to_owned());
    check(
        &Exchange::new(&iam),
        request,
        FORBIDDEN,
        "the method's authorization type `AWS_IAM` is not served, so nobody passes",
    );
}

#[test]
fn heads_have_limits() {
    let runtime = Runtime::build(&reference());
    let exchange = Exchange::new(&runtime);
    let id = "x-apigw-api-id: petstore01";
    let url = |bytes: usize| format!("/prod/?{}", "q".repeat(bytes - 7));
    let found = exchange.send(&format!("GET {}\n{id}", url(8_192)));
    assert!(found.starts_with("200\n"), "{found}");
    check(
        &exchange,
        &format!("GET {}\n{id}", url(8_193)),
        "414\nContent-Type: application/json\nx-amzn-ErrorType: BadRequestException\n{\"message\":\"Request URI too long\"}",
        "the URL has 8193 bytes, more than the 8192 allowed",
    );
    // `x-apigw-api-id: petstore01` and its line end are 28 bytes, `a: ` and its line end 5.
    let found = exchange.send(&format!("GET /prod\n{id}\na: {}", "b".repeat(8_000 - 28 - 5)));
    assert!(found.starts_with("200\n"), "{found}");
    let found = exchange.send(&format!("GET /prod\n{id}\na: {}", "b".repeat(8_001 - 28 - 5)));
    assert!(found.starts_with("431\n"), "{found}");
    let prefix = "arn:aws:execute-api:eu-west-1:123456789012:petstore01/prod/GET/".len();
    let found = exchange.send(&format!("GET /prod/{}\n{id}", "p".repeat(1_600 - prefix)));
    assert!(found.starts_with("403\n"), "{found}");
    let found = exchange.send(&format!("GET /prod/{}\n{id}", "p".repeat(1_601 - prefix)));
    assert!(found.starts_with("414\n"), "{found}");
    check(
        &exchange,
        &format!("POST /prod/pets\n{id}\ncontent-length: 10485761"),
        "413\nContent-Type: text; charset=utf-8\nHTTP content length exceeded 10485760 bytes.",
        "the body is longer than 10485760 bytes",
    );
}

#[test]
fn every_answer_carries_its_identifiers() {
    let runtime = Runtime::build(&reference());
    let exchange = Exchange::new(&runtime);
    let identifiers = |request: &str| {
        let response = exchange.perform(request, &mut String::new());
        let text = |name| response.header(name).map(|value| value.to_str().unwrap().to_owned());
        (text("x-amzn-requestid").unwrap(), text("x-amz-apigw-id").unwrap())
    };
    let ours = "11111111-2222-4333-8444-555555555555";
    let theirs = "7b5a3e0c-1111-4222-8333-0123456789ab";
    let extended = "OjvBvF2VZPgFQFw=".to_owned();
    for path in ["prod", "prod/cats", "nowhere"] {
        let request = format!("GET /{path}\nx-apigw-api-id: petstore01");
        assert_eq!(identifiers(&request), (ours.to_owned(), extended.clone()));
        let own = format!("{request}\nx-amzn-RequestId: {theirs}\nx-amz-apigw-id: mine");
        assert_eq!(identifiers(&own), (theirs.to_owned(), extended.clone()));
        let broken = format!("{request}\nx-amzn-RequestId: not-a-uuid");
        assert_eq!(identifiers(&broken), (ours.to_owned(), extended.clone()));
    }
}

#[test]
fn any_serves_what_has_no_method_of_its_own() {
    let page = |text: &str| {
        let answer = sekisho_core::rest_api::IntegrationResponse {
            response_templates: texts(&[("application/json", text)]),
            ..Default::default()
        };
        let mut mock = mock("{statusCode: 200}");
        mock.responses = map(&[("200", answer)]);
        method(mock)
    };
    let runtime = Runtime::build(&world_of(vec![
        resource(API, "/x", &[("GET", page("get")), ("ANY", page("any"))]),
        resource(API, "/empty", &[]),
        resource(API, "/{proxy+}", &[("ANY", page("proxy"))]),
    ]));
    for (request, expected) in [
        ("GET /prod/x", "get"),
        ("HEAD /prod/x", "any"),
        ("POST /prod/x/", "any"),
        ("GET /prod/x/y", "proxy"),
        ("GET /prod/empty", "proxy"),
    ] {
        let found = Exchange::new(&runtime).send(&format!("{request}\nx-apigw-api-id: petstore01"));
        same(&found, &format!("200\nContent-Type: application/json\n{expected}"));
    }
}
