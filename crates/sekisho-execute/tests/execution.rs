//! From a method request to a method response: MOCK, HTTP and HTTP_PROXY, templates, mappings, selection, conversions.

mod support;

use sekisho_core::rest_api::{
    EndpointType, Integration, IntegrationKind, IntegrationResponse as Answer, PassthroughBehavior,
};
use sekisho_execute::{IntegrationFailure, Runtime};
use support::*;

const ID: &str = "x-apigw-api-id: petstore01";
const URI: &str = "http://b.example/x";

/// Sends to a world; `{ID}` names the API.
#[track_caller]
fn check(world: &sekisho_core::World, request: &str, backend: Backend<'_>, expected: &str) {
    let runtime = Runtime::build(world);
    let exchange = Exchange { backend, ..Exchange::new(&runtime) };
    same(&exchange.send(&request.replace("{ID}", ID)), expected);
}

const NO_BACKEND: Backend<'static> = Err(IntegrationFailure::Timeout);

fn http() -> Integration {
    backend(IntegrationKind::Http, "POST", URI)
}

fn proxy(uri: &str) -> Integration {
    backend(IntegrationKind::HttpProxy, "ANY", uri)
}

fn templates(answer: &[(&str, &str)]) -> Answer {
    Answer { response_templates: texts(answer), ..Answer::default() }
}

#[test]
fn the_example_api_is_served() {
    let world = reference();
    check(
        &world,
        "GET /prod\n{ID}",
        NO_BACKEND,
        "200
        Content-Type: text/html
        <html><body>Welcome to your Pet Store API <a href=\"/prod/pets/\">pets</a></body></html>",
    );
    check(
        &world,
        "OPTIONS /prod/pets/7\n{ID}",
        NO_BACKEND,
        "200
        Content-Type: application/json
        Access-Control-Allow-Methods: GET,OPTIONS
        Access-Control-Allow-Headers: Content-Type,X-Amz-Date,Authorization,X-Api-Key
        Access-Control-Allow-Origin: *
        ",
    );
    check(
        &world,
        "GET /prod/pets/?type=cat&other=1&page=2\n{ID}\naccept: text/plain\nuser-agent: curl/8",
        Ok((200, &[("content-type", "text/plain"), ("x-own", "1")], "[]")),
        "> GET http://petstore.execute-api.eu-west-1.amazonaws.com/petstore/pets?page=2&type=cat
        > accept: application/json
        > host: petstore.execute-api.eu-west-1.amazonaws.com
        > user-agent: AmazonAPIGateway_petstore01
        > x-amzn-apigateway-api-id: petstore01
        > x-amzn-trace-id: Root=1-6553f100-abababababababababababab
        > (client's body)
        200
        Content-Type: application/json
        Access-Control-Allow-Origin: *
        X-Amzn-Trace-Id: Root=1-6553f100-abababababababababababab
        (backend's body)",
    );
    check(
        &world,
        "GET /prod/pets/-1%2F..\n{ID}",
        Ok((400, &[], "{}")),
        "> GET http://petstore.execute-api.eu-west-1.amazonaws.com/petstore/pets/-1%2F..
        > accept: application/json
        > host: petstore.execute-api.eu-west-1.amazonaws.com
        > user-agent: AmazonAPIGateway_petstore01
        > x-amzn-apigateway-api-id: petstore01
        > x-amzn-trace-id: Root=1-6553f100-abababababababababababab
        > (client's body)
        200
        Content-Type: application/json
        Access-Control-Allow-Origin: *
        X-Amzn-Trace-Id: Root=1-6553f100-abababababababababababab
        (backend's body)",
    );
}

#[test]
fn a_mock_takes_its_status_from_its_template() {
    let answers = map(&[
        ("200", templates(&[("application/json", "fine")])),
        (
            "404",
            Answer {
                selection_pattern: Some("4\\d{2}".to_owned()),
                ..templates(&[("application/json", "no")])
            },
        ),
    ]);
    let with = |template: &str| world_with(Integration { responses: answers.clone(), ..mock(template) });
    let broken = "500
        Content-Type: application/json
        x-amzn-ErrorType: InternalServerErrorException
        {\"message\": \"Internal server error\"}
        # ";
    let fine = "200\nContent-Type: application/json\nfine";
    let no = "404\nContent-Type: application/json\nno";
    let no_status = "the MOCK's rendered request template holds no integer `statusCode`";
    check(&with("{statusCode: 200}"), "POST /prod/x\n{ID}", NO_BACKEND, fine);
    check(&with("{\"statusCode\": 404}"), "POST /prod/x\n{ID}", NO_BACKEND, no);
    check(&with("{\"statusCode\": 500}"), "POST /prod/x\n{ID}", NO_BACKEND, fine);
    let by_query = with("{\"statusCode\": $input.params('s')}");
    check(&by_query, "POST /prod/x?s=200&s=410\n{ID}", NO_BACKEND, no);
    check(&by_query, "POST /prod/x\n{ID}", NO_BACKEND, &format!("{broken}{no_status}"));
    let by_body = with("{\"statusCode\": $input.path('$.s')}");
    check(&by_body, "POST /prod/x\n{ID}\n\n{\"s\": 404}", NO_BACKEND, no);
    check(
        &by_body,
        "POST /prod/x\n{ID}\n\n{\"s\": ",
        NO_BACKEND,
        "400
        Content-Type: application/json
        x-amzn-ErrorType: BadRequestException
        {\"message\": \"Could not process payload\"}
        # the body is not what the mapping needs: unexpected end of text at byte 6",
    );
    check(&with(""), "POST /prod/x\n{ID}", NO_BACKEND, &format!("{broken}{no_status}"));
}

#[test]
fn a_mock_without_templates_reads_the_body() {
    let bare = world_with(Integration { request_templates: texts(&[]), ..mock("") });
    check(
        &bare,
        "POST /prod/x\n{ID}\n\n{\"statusCode\": 200}",
        NO_BACKEND,
        "200\nContent-Type: application/json\n",
    );
}

#[test]
fn overrides_come_last() {
    let answer = Answer {
        response_parameters: texts(&[("method.response.header.X-Own", "'mapped'")]),
        ..templates(&[("application/json", "#set($context.responseOverride.header.X-Own = 'changed')done")])
    };
    let world = world_with(Integration {
        responses: map(&[("200", answer)]),
        ..mock("#set($context.responseOverride.status = 444){\"statusCode\": 200}")
    });
    check(
        &world,
        "POST /prod/x\n{ID}",
        NO_BACKEND,
        "444\nContent-Type: application/json\nX-Own: changed\ndone",
    );
    let template = "#set($context.requestOverride.header.X-A = 'a')#set($context.requestOverride.querystring.q = \
                    'b c')#set($context.requestOverride.path.id = '7')$input.body";
    let world = world_with(Integration {
        request_templates: texts(&[("application/json", template)]),
        request_parameters: texts(&[
            ("integration.request.path.id", "'1'"),
            ("integration.request.header.X-A", "'mapped'"),
        ]),
        ..backend(IntegrationKind::Http, "PUT", "http://b.example/{id}?k=v")
    });
    check(
        &world,
        "POST /prod/x\n{ID}\n\n{\"n\":1}",
        Ok((200, &[], "ok")),
        "> PUT http://b.example/7?k=v&q=b%20c
        > accept: application/json
        > host: b.example
        > user-agent: AmazonAPIGateway_petstore01
        > x-a: a
        > x-amzn-apigateway-api-id: petstore01
        > x-amzn-trace-id: Root=1-6553f100-abababababababababababab
        > {\"n\":1}
        200
        Content-Type: application/json
        X-Amzn-Trace-Id: Root=1-6553f100-abababababababababababab
        (backend's body)",
    );
}

#[test]
fn every_source_can_be_mapped_from() {
    let resources = vec![resource(
        API,
        "/x/{id}/{rest+}",
        &[(
            "POST",
            method(Integration {
                request_parameters: texts(&[
                    ("integration.request.path.a", "method.request.path.id"),
                    ("integration.request.path.b", "method.request.path.rest"),
                    ("integration.request.querystring.one", "method.request.querystring.q"),
                    ("integration.request.querystring.all", "method.request.multivaluequerystring.q"),
                    ("integration.request.querystring.absent", "method.request.querystring.nope"),
                    ("integration.request.header.X-One", "method.request.header.X-H"),
                    ("integration.request.header.X-All", "method.request.multivalueheader.X-H"),
                    ("integration.request.header.X-Body", "method.request.body.pets[0].name"),
                    ("integration.request.header.X-Object", "method.request.body.pets[0]"),
                    ("integration.request.header.X-Stage", "stageVariables.color"),
                    ("integration.request.header.X-Context", "context.identity.sourceIp"),
                    ("integration.request.header.X-Time", "context.requestTimeEpoch"),
                    ("integration.request.header.X-Static", "'fixed text'"),
                    ("integration.request.header.X-Nothing", "context.nothing.at.all"),
                ]),
                ..backend(IntegrationKind::Http, "POST", "https://${stageVariables.host}/{a}/-/{b}")
            }),
        )],
    )];
    let world = world_of(resources).apply(&[stage(
        API,
        "prod",
        "dep001",
        &[("color", "blue"), ("host", "b.example:8443")],
    )]);
    check(
        &world,
        "POST /prod/x/a%2Fb/c/d%20e%2Ff?q=1&q=2%263\n{ID}\nx-h: h1\nx-h: h2\ncontent-type: \
         text/plain\n\n{\"pets\":[{\"name\":\"Rex\"}]}",
        Ok((200, &[], "ok")),
        "> POST https://b.example:8443/a%2Fb/-/c/d%20e%2Ff?one=2%263&all=1&all=2%263
        > accept: application/json
        > content-type: text/plain
        > host: b.example:8443
        > user-agent: AmazonAPIGateway_petstore01
        > x-all: h1,h2
        > x-amzn-apigateway-api-id: petstore01
        > x-amzn-trace-id: Root=1-6553f100-abababababababababababab
        > x-body: Rex
        > x-context: 192.168.7.9
        > x-object: {\"name\":\"Rex\"}
        > x-one: h2
        > x-stage: blue
        > x-static: fixed text
        > x-time: 1700000000123
        > {\"pets\":[{\"name\":\"Rex\"}]}
        200
        Content-Type: application/json
        X-Amzn-Trace-Id: Root=1-6553f100-abababababababababababab
        (backend's body)",
    );
}

#[test]
fn an_answer_is_mapped_by_its_status() {
    let error = Answer {
        selection_pattern: Some("5\\d\\d".to_owned()),
        response_parameters: texts(&[
            ("method.response.header.X-Code", "integration.response.body.error.code"),
            ("method.response.header.X-Theirs", "integration.response.header.X-Own"),
            ("method.response.header.Server", "'mine'"),
        ]),
        ..templates(&[(
            "application/json",
            "{\"failed\": $input.json('$.error.code'), \"of\": \"$input.params('v')\"}",
        )])
    };
    let world = world_with(Integration {
        responses: map(&[
            ("502", error),
            ("404", Answer { selection_pattern: Some("404".to_owned()), ..Answer::default() }),
        ]),
        ..http()
    });
    let sent = "> POST http://b.example/x
        > accept: application/json
        > host: b.example
        > user-agent: AmazonAPIGateway_petstore01
        > x-amzn-apigateway-api-id: petstore01
        > x-amzn-trace-id: Root=1-6553f100-abababababababababababab
        > (client's body)";
    check(
        &world,
        "POST /prod/x?v=3\n{ID}",
        Ok((503, &[("x-own", "a"), ("x-own", "b")], "{\"error\":{\"code\":17}}")),
        &format!(
            "{sent}
            502
            Content-Type: application/json
            X-Code: 17
            X-Theirs: b
            x-amzn-Remapped-Server: mine
            X-Amzn-Trace-Id: Root=1-6553f100-abababababababababababab
            {{\"failed\": 17, \"of\": \"3\"}}"
        ),
    );
    check(
        &world,
        "POST /prod/x\n{ID}",
        Ok((200, &[], "")),
        &format!(
            "{sent}
            500
            Content-Type: application/json
            x-amzn-ErrorType: InternalServerErrorException
            {{\"message\": \"Internal server error\"}}
            # no integration response takes the backend's status 200, and none is the default"
        ),
    );
}

#[test]
fn bodies_pass_or_stop_by_content_type() {
    let some: &[(&str, &str)] = &[("application/json", "{\"t\":1}"), ("application/xml", "<t/>")];
    let any: &[(&str, &str)] = &[("$default", "default")];
    let none: &[(&str, &str)] = &[];
    let (pass, stop) = ("(client's body)", "415");
    use PassthroughBehavior::{Never, WhenNoMatch, WhenNoTemplates};
    for (stored, behavior, content_type, expected) in [
        (some, Never, "", "{\"t\":1}"),
        (some, Never, "application/json; charset=utf-8", "{\"t\":1}"),
        (some, WhenNoTemplates, "Application/XML", "<t/>"),
        (some, WhenNoMatch, "text/plain", pass),
        (some, WhenNoTemplates, "text/plain", stop),
        (some, Never, "text/plain", stop),
        (any, Never, "text/plain", "default"),
        (none, WhenNoMatch, "text/plain", pass),
        (none, WhenNoTemplates, "text/plain", pass),
        (none, Never, "text/plain", stop),
        (none, Never, "", stop),
    ] {
        let world = world_with(Integration {
            request_templates: texts(stored),
            passthrough_behavior: behavior,
            ..http()
        });
        let header =
            if content_type.is_empty() { String::new() } else { format!("content-type: {content_type}") };
        let runtime = Runtime::build(&world);
        let found = Exchange::new(&runtime).send(format!("POST /prod/x\n{ID}\n{header}").trim());
        let line = if expected == stop { "{\"message\": \"Unsupported Media Type\"}" } else { expected };
        let shown = found.lines().any(|each| each.trim_start_matches("> ") == line);
        assert!(shown, "{stored:?} {behavior:?} {content_type}: {found}");
    }
}

#[test]
fn the_template_of_an_answer_is_chosen_by_accept() {
    let world = world_with(Integration {
        responses: map(&[(
            "200",
            templates(&[("text/html", "html"), ("application/json", "json"), ("text/plain", "text")]),
        )]),
        ..mock("{statusCode:200}")
    });
    for (accept, expected) in [
        ("text/plain", "text"),
        ("text/html;q=0.1, text/plain", "html"),
        ("image/png, text/html", "json"),
        ("*/*", "json"),
        ("", "json"),
    ] {
        check(
            &world,
            &format!("POST /prod/x\n{{ID}}\naccept: {accept}"),
            NO_BACKEND,
            &format!("200\nContent-Type: application/json\n{expected}"),
        );
    }
    let first = world_with(Integration {
        responses: map(&[("200", templates(&[("text/html", "html"), ("text/plain", "text")]))]),
        ..mock("{statusCode:200}")
    });
    check(&first, "POST /prod/x\n{ID}", NO_BACKEND, "200\nContent-Type: application/json\nhtml");
}

#[test]
fn a_proxy_passes_everything_but_the_hop() {
    let resources = vec![resource(
        API,
        "/{proxy+}",
        &[(
            "ANY",
            method(Integration {
                request_parameters: texts(&[
                    ("integration.request.path.proxy", "method.request.path.proxy"),
                    ("integration.request.querystring.added", "'1'"),
                    ("integration.request.header.X-Replaced", "'ours'"),
                ]),
                ..proxy("http://b.example:8080/base/{proxy}")
            }),
        )],
    )];
    check(
        &world_of(resources),
        "PATCH /prod/a/b%20c/?q=%41&r\n{ID}\nhost: anything\nconnection: x-hop\nx-hop: 1\nte: trailers\nvia: \
         me\nx-replaced: theirs\ncookie: a\nauthorization: Bearer t\naccept-encoding: gzip\nuser-agent: \
         curl/8\nx-amzn-trace-id: Root=1-11111111-222222222222222222222222\n\nbody",
        Ok((
            201,
            &[
                ("content-type", "text/plain"),
                ("server", "nginx"),
                ("content-length", "4"),
                ("transfer-encoding", "chunked"),
                ("set-cookie", "a"),
                ("set-cookie", "b"),
            ],
            "pong",
        )),
        "> PATCH http://b.example:8080/base/a/b%20c?q=%41&r&added=1
        > accept-encoding: gzip
        > accept: application/json
        > authorization: Bearer t
        > cookie: a
        > host: b.example:8080
        > user-agent: curl/8
        > x-amzn-apigateway-api-id: petstore01
        > x-amzn-trace-id: Root=1-11111111-222222222222222222222222
        > x-apigw-api-id: petstore01
        > x-replaced: ours
        > (client's body)
        201
        content-type: text/plain
        x-amzn-Remapped-Server: nginx
        x-amzn-Remapped-Content-Length: 4
        set-cookie: a
        set-cookie: b
        (backend's body)",
    );
}

#[test]
fn failures_of_a_backend_are_told_in_the_gateway_s_words() {
    let world = world_with(proxy(URI));
    let runtime = Runtime::build(&world);
    for (failure, status, message, reason) in [
        (
            IntegrationFailure::Timeout,
            504,
            "Endpoint request timed out",
            "the backend did not answer in time",
        ),
        (
            IntegrationFailure::Connect("refused".to_owned()),
            504,
            "Network error communicating with endpoint",
            "the backend could not be reached: refused",
        ),
        (
            IntegrationFailure::Tls("wrong name".to_owned()),
            500,
            "Internal server error",
            "the TLS handshake with the backend failed: wrong name",
        ),
        (
            IntegrationFailure::UnknownHost("b.example".to_owned()),
            500,
            "Internal server error",
            "the backend's name does not resolve: b.example",
        ),
    ] {
        let exchange = Exchange { backend: Err(failure), ..Exchange::new(&runtime) };
        let found = exchange.send(&format!("POST /prod/x\n{ID}"));
        let found = found.split_once("body)\n").unwrap().1;
        same(
            found,
            &format!(
                "{status}
                Content-Type: application/json
                x-amzn-ErrorType: InternalServerErrorException
                {{\"message\": \"{message}\"}}
                # {reason}"
            ),
        );
    }
}

#[test]
fn what_does_not_compile_fails_its_method_alone() {
    let failing = |integration: Integration| {
        let runtime = Runtime::build(&world_of(vec![
            resource(API, "/x", &[("POST", method(integration))]),
            resource(API, "/fine", &[("POST", method(mock("{statusCode:200}")))]),
        ]));
        let fine = Exchange::new(&runtime).send(&format!("POST /prod/fine\n{ID}"));
        assert!(fine.starts_with("200\n"), "{fine}");
        let found = Exchange::new(&runtime).send(&format!("POST /prod/x\n{ID}"));
        assert!(found.starts_with("500\n"), "{found}");
        assert!(found.contains("{\"message\": \"Internal server error\"}"), "{found}");
        found.lines().last().unwrap().to_owned()
    };
    let mapped = |target: &str, source: &str| {
        failing(Integration { request_parameters: texts(&[(target, source)]), ..http() })
    };
    assert_eq!(
        mapped("integration.request.header.Content-Length", "'1'"),
        "# the method cannot be carried out as it was deployed: header `Content-Length` cannot be mapped to"
    );
    assert_eq!(
        mapped("integration.request.header.X", "nonsense"),
        "# the method cannot be carried out as it was deployed: `nonsense` is not a mapping expression"
    );
    let uri = |uri: &str| failing(backend(IntegrationKind::Http, "POST", uri));
    let unset = uri("http://${stageVariables.host}/x");
    assert_eq!(unset, "# the integration's address `http://${stageVariables.host}` is no URL");
    assert_eq!(uri("http://b/{id}"), "# the integration's address `http://b/{id}` is no URL");
    assert_eq!(uri("b.example"), "# the integration's address `b.example` is no URL");
    assert_eq!(uri("ftp://b.example"), "# the integration's address `ftp://b.example` is no URL");
    assert_eq!(uri(""), "# the integration's address `` is no URL");
    let pattern = Answer { selection_pattern: Some("(".to_owned()), ..Answer::default() };
    assert!(
        failing(Integration { responses: map(&[("200", pattern)]), ..http() })
            .contains("selection pattern `(`")
    );
    assert!(failing(mock("#if(")).contains("as it was deployed"));
    assert!(
        failing(Integration { responses: map(&[("100", Answer::default())]), ..http() })
            .contains("no status from 200 to 599")
    );
}

#[test]
fn a_client_cannot_break_a_header_by_a_mapping() {
    let world = world_with(Integration {
        request_parameters: texts(&[("integration.request.header.X", "method.request.querystring.q")]),
        ..http()
    });
    check(
        &world,
        "POST /prod/x?q=a%0d%0aInjected:%201\n{ID}",
        Ok((200, &[], "")),
        "400
        Content-Type: application/json
        x-amzn-ErrorType: BadRequestException
        {\"message\": \"Bad Request\"}
        # the value the client gave cannot be set as `header x`",
    );
}

#[test]
fn binary_bodies_are_converted() {
    let mut api = head(API, EndpointType::Private, Some(&only_through(ENDPOINT, API)));
    api.binary_media_types = vec!["image/*".to_owned()];
    let answer = |handling: Option<&str>| {
        map(&[("200", Answer { content_handling: handling.map(str::to_owned), ..Answer::default() })])
    };
    let world = |integration: Integration| {
        founded()
            .apply(&[endpoint(ENDPOINT, None)])
            .apply(&deployed(api.clone(), vec![resource(API, "/x", &[("POST", method(integration))])]))
    };
    let to_text = world(Integration {
        content_handling: Some("CONVERT_TO_TEXT".to_owned()),
        request_templates: texts(&[("image/png", "{\"image\":\"$input.body\"}")]),
        responses: answer(None),
        ..http()
    });
    let runtime = Runtime::build(&to_text);
    let exchange = |backend| Exchange { backend, ..Exchange::new(&runtime) };
    let request = format!("POST /prod/x\n{ID}\ncontent-type: image/png\naccept: image/png\n\nhi");
    let found = exchange(Ok((200, &[("content-type", "text/plain")], "aGk="))).send(&request);
    assert!(found.contains("> {\"image\":\"aGk=\"}\n"), "{found}");
    assert!(found.ends_with("\nhi\n"), "text for a binary Accept is decoded: {found}");
    let found = exchange(Ok((200, &[("content-type", "image/png")], "hi"))).send(&request);
    assert!(found.ends_with("\nhi\n"), "bytes for a binary Accept stay: {found}");
    let text = request.replace("accept: image/png", "accept: text/plain");
    let found = exchange(Ok((200, &[("content-type", "image/png")], "hi"))).send(&text);
    assert!(found.ends_with("\naGk=\n"), "bytes for a text Accept are encoded: {found}");
    let template = |handling: Option<&str>| {
        let answer = Answer {
            content_handling: handling.map(str::to_owned),
            ..templates(&[("application/json", "<$input.body>")])
        };
        world(Integration { responses: map(&[("200", answer)]), ..http() })
    };
    let image: Backend<'_> = Ok((200, &[("content-type", "image/png")], "hi"));
    for (handling, expected) in [(None, "500\n"), (Some("CONVERT_TO_TEXT"), "\n<aGk=>\n")] {
        let runtime = Runtime::build(&template(handling));
        let found = Exchange { backend: image.clone(), ..Exchange::new(&runtime) }.send(&request);
        assert!(found.contains(expected), "a template takes bytes as text only: {found}");
    }
}

#[test]
fn context_is_complete_in_templates() {
    let answer = templates(&[(
        "application/json",
        "$context.accountId $context.apiId $context.deploymentId $context.domainName $context.domainPrefix \
         $context.extendedRequestId $context.httpMethod $context.identity.sourceIp $context.identity.userAgent \
         $context.identity.vpcId $context.identity.vpceId [$context.identity.userArn] $context.path \
         $context.protocol $context.requestId $context.requestTime $context.requestTimeEpoch $context.resourceId \
         $context.resourcePath $context.stage $stageVariables.color",
    )]);
    let world = world_with(Integration { responses: map(&[("200", answer)]), ..mock("{statusCode:200}") })
        .apply(&[stage(API, "prod", "dep001", &[("color", "blue")])]);
    check(
        &world,
        "POST /prod/x/\nhost: petstore01.execute-api.eu-west-1.amazonaws.com:443\nuser-agent: curl/8",
        NO_BACKEND,
        "200
        Content-Type: application/json
        123456789012 petstore01 dep001 petstore01.execute-api.eu-west-1.amazonaws.com petstore01 OjvBvF2VZPgFQFw= POST \
         192.168.7.9 curl/8 vpc-0a vpce-0123456789abcdef0 [] /prod/x/ HTTP/1.1 11111111-2222-4333-8444-555555555555 \
         14/Nov/2023:22:13:20 +0000 1700000000123 id2 /x prod blue",
    );
}
