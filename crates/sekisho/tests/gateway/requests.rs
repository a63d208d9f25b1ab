//! One request, one answer.

use sekisho_core::{Change, rest_api::EndpointType};
use sekisho_execute::Reason;
use sekisho_wire::{HttpRequest, sigv4};

use crate::{
    harness::{Backend, Conduct, E1, Lab, regional_name, request},
    world,
};

pub(crate) const API: &str = "abc1234567";
const FORBIDDEN: &str = "{\"message\":\"Forbidden\"}";

/// An API as the Example API: a page, the pets, a proxy.
pub(crate) fn example(proxied: &str) -> Vec<Change> {
    let store = format!("http://petstore.execute-api.{}.amazonaws.com/petstore/pets", world::REGION);
    let mut pet = world::http("GET", &format!("{store}/{{petId}}"));
    pet.request_parameters =
        [("integration.request.path.petId".to_owned(), "method.request.path.petId".to_owned())].into();
    let mut routes = vec![
        ("/".to_owned(), "GET", world::mock("{\"hello\":\"world\"}")),
        ("/head".to_owned(), "HEAD", world::mock("{\"hello\":\"world\"}")),
        ("/pets".to_owned(), "GET", world::http("GET", &store)),
        ("/pets".to_owned(), "POST", world::http("POST", &store)),
        ("/pets/{petId}".to_owned(), "GET", pet),
        ("/proxy".to_owned(), "ANY", world::http_proxy(proxied)),
    ];
    // A mapped request is read whole before it is sent on.
    routes.push(("/mapped".to_owned(), "POST", world::http("POST", proxied)));
    let private = world::api(API, EndpointType::Private, Some(world::policy(API, E1)), routes, "d00001");
    let public = world::api(
        "pub1234567",
        EndpointType::Regional,
        None,
        vec![("/".to_owned(), "GET", world::mock("{\"public\":true}"))],
        "d00001",
    );
    private.into_iter().chain(public).collect()
}

fn lab() -> Lab {
    Lab::new(example("http://127.0.0.1:9/"))
}

#[tokio::test]
async fn a_mock_answers_with_identifiers() {
    let lab = lab();
    let answer = lab.call(API, "GET", "/", "").await;
    assert_eq!((answer.line.as_str(), answer.text()), ("HTTP/1.1 200 OK", "{\"hello\":\"world\"}"));
    assert_eq!(answer.header("content-type"), Some("application/json"));
    assert_eq!(answer.header("connection"), Some("keep-alive"));
    assert!(answer.header("date").is_some_and(|date| date.ends_with(" GMT")));
    let id = answer.header("x-amzn-requestid").unwrap();
    assert!(id.len() == 36 && id.as_bytes()[14] == b'4', "{id}");
    let extended = answer.header("x-amz-apigw-id").unwrap();
    assert!(extended.len() == 16 && extended.ends_with('='), "{extended}");
    assert!(lab.gateway.recent().is_empty());
    let other = lab.call(API, "GET", "/", "").await;
    assert_ne!(other.header("x-amzn-requestid"), Some(id));
}

#[tokio::test]
async fn names_lead_to_the_api() {
    let lab = lab();
    let region = world::REGION;
    for host in [
        format!("{API}.execute-api.{region}.amazonaws.com"),
        format!("{API}-{E1}.execute-api.{region}.amazonaws.com"),
    ] {
        let answer = lab.ask(&format!("GET /prod HTTP/1.1\r\nHost: {host}\r\n\r\n")).await;
        assert_eq!(answer.status, 200, "{host}: {answer:?}");
        let absolute = lab.ask(&format!("GET https://{host}/prod HTTP/1.1\r\nHost: {host}\r\n\r\n")).await;
        assert_eq!(absolute.status, 200, "{host}: {absolute:?}");
    }
}

#[tokio::test]
async fn refusals_look_alike_and_are_remembered_apart() {
    let lab = lab();
    let host = regional_name();
    for request in [
        format!("GET /prod HTTP/1.1\r\nHost: {host}\r\n\r\n"),
        "GET /prod HTTP/1.1\r\nHost: localhost\r\n\r\n".to_owned(),
        request("zzz1234567", "GET", "", ""),
        request("pub1234567", "GET", "/", ""),
        format!("GET /other/ HTTP/1.1\r\nHost: {host}\r\nx-apigw-api-id: {API}\r\n\r\n"),
    ] {
        let answer = lab.ask(&request).await;
        assert_eq!((answer.status, answer.text()), (403, FORBIDDEN), "{request}");
        assert_eq!(answer.header("x-amzn-errortype"), Some("ForbiddenException"));
        let last = lab
            .gateway
            .recent()
            .into_iter()
            .find(|refusal| Some(refusal.request_id.as_str()) == answer.header("x-amzn-requestid"));
        let last = last.expect("the refusal is found by its id");
        assert_ne!(last.reason, Reason::Served);
        assert_eq!(last.status, 403);
    }
    assert_eq!(lab.gateway.recent().len(), 5);
    let missing = lab.call(API, "GET", "/none", "").await;
    assert_eq!((missing.status, missing.text()), (403, "{\"message\":\"Missing Authentication Token\"}"));
}

#[tokio::test]
async fn the_socket_names_the_endpoint() {
    let lab = lab();
    let mut client = lab.connect(lab.second).await;
    client.send(request(API, "GET", "/", "").as_bytes()).await;
    let answer = client.answer("GET").await;
    assert_eq!(answer.status, 403);
    assert!(answer.text().contains("with an explicit deny"), "{}", answer.text());
    let mut client = lab.connect(lab.public).await;
    client
        .send(
            format!(
                "GET /prod HTTP/1.1\r\nHost: pub1234567.execute-api.{}.amazonaws.com\r\n\r\n",
                world::REGION
            )
            .as_bytes(),
        )
        .await;
    assert_eq!(client.answer("GET").await.text(), "{\"public\":true}");
    client.send(request(API, "GET", "/", "").as_bytes()).await;
    assert_eq!(client.answer("GET").await.status, 403);
}

#[tokio::test]
async fn the_pet_store_is_built_in() {
    let lab = lab();
    let pets = lab.call(API, "GET", "/pets", "").await;
    assert_eq!(pets.status, 200, "{pets:?}");
    assert!(
        pets.text().contains("\n  {\n    \"id\": 1,\n    \"type\": \"dog\",\n    \"price\": 249.99\n  }"),
        "{}",
        pets.text()
    );
    let pet = lab.call(API, "GET", "/pets/3", "").await;
    assert!(pet.text().contains("fish"), "{}", pet.text());
    let out_of_range = lab.call(API, "GET", "/pets/-1", "").await;
    assert_eq!(out_of_range.status, 200);
    assert!(out_of_range.text().contains("The value is out of range."));
    let made = lab.call(API, "POST", "/pets", "{\"type\":\"dog\",\"price\":249.99}").await;
    assert!(made.text().contains("\"message\": \"success\""), "{}", made.text());
}

#[tokio::test]
async fn a_proxy_passes_requests_and_answers() {
    let backend = Backend::start(Conduct::Echo).await;
    let lab = Lab::new(example(&backend.uri("/echo")));
    let mut client = lab.connect(lab.first).await;
    let head = format!(
        "PUT /prod/proxy?a=b%20c&a=d HTTP/1.1\r\nHost: {}\r\nx-apigw-api-id: {API}\r\nX-Mine: 1\r\nTE: trailers\r\nConnection: keep-alive, X-Hop\r\nContent-Length: 5\r\n\r\nhello",
        regional_name()
    );
    for _ in 0..3 {
        client.send(head.as_bytes()).await;
        let answer = client.answer("PUT").await;
        assert_eq!(answer.status, 200, "{answer:?}");
        let seen = answer.text().to_ascii_lowercase();
        assert!(seen.starts_with("put /echo?a=b%20c&a=d http/1.1\r\n"), "{seen}");
        assert!(seen.ends_with("\r\n\r\nhello") && seen.contains("\r\ncontent-length: 5\r\n"), "{seen}");
        assert!(seen.contains("\r\nx-mine: 1\r\n") && !seen.contains("\r\nte:"), "{seen}");
        assert!(seen.contains(&format!("\r\nhost: {}\r\n", backend.address)), "{seen}");
        assert_eq!(answer.header("x-backend"), Some("Yes"));
        assert_eq!(answer.header("x-amzn-remapped-server"), Some("Backend"));
        assert_eq!(answer.header("keep-alive"), None);
    }
    assert_eq!(backend.connections.load(std::sync::atomic::Ordering::SeqCst), 1, "the connection is kept");
}

#[tokio::test]
async fn chunks_stream_both_ways() {
    let backend = Backend::start(Conduct::Echo).await;
    let lab = Lab::new(example(&backend.uri("/")));
    let mut client = lab.connect(lab.first).await;
    let head = format!(
        "POST /prod/proxy HTTP/1.1\r\nHost: {}\r\nx-apigw-api-id: {API}\r\nTransfer-Encoding: chunked\r\n\r\n",
        regional_name()
    );
    client.send(head.as_bytes()).await;
    client.send(b"3\r\nabc\r\n").await;
    client.send(b"2\r\nde\r\n0\r\n\r\n").await;
    let answer = client.answer("POST").await;
    assert!(answer.text().ends_with("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"), "{}", answer.text());
    let chunked = Backend::start(Conduct::Say(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nX-Trailer: 1\r\n\r\n",
    ))
    .await;
    lab.apply(&example(&chunked.uri("/")));
    lab.apply(&world::api(
        API,
        EndpointType::Private,
        Some(world::policy(API, E1)),
        vec![("/proxy".to_owned(), "ANY", world::http_proxy(&chunked.uri("/")))],
        "d00002",
    ));
    let answer = lab.call(API, "GET", "/proxy", "").await;
    assert_eq!(answer.text(), "hello");
}

#[tokio::test]
async fn a_body_that_is_too_long_gets_413() {
    let backend = Backend::start(Conduct::Echo).await;
    let lab = Lab::new(example(&backend.uri("/")));
    for path in ["/proxy", "/mapped"] {
        let mut client = lab.connect(lab.first).await;
        let head =
            format!("POST /prod{path} HTTP/1.1\r\nHost: {}\r\nx-apigw-api-id: {API}\r\n", regional_name());
        client.send(format!("{head}Content-Length: 10485761\r\n\r\n").as_bytes()).await;
        let answer = client.answer("POST").await;
        assert_eq!(
            (answer.status, answer.text()),
            (413, "HTTP content length exceeded 10485760 bytes."),
            "{path}"
        );
        assert_eq!(answer.header("content-type"), Some("text; charset=utf-8"));
        let mut client = lab.connect(lab.first).await;
        client.send(format!("{head}Transfer-Encoding: chunked\r\n\r\n").as_bytes()).await;
        let chunk =
            [format!("{:x}\r\n", 1024 * 1024).into_bytes(), vec![b'x'; 1024 * 1024], b"\r\n".to_vec()]
                .concat();
        for _ in 0..11 {
            client.send_what_goes(&chunk).await;
        }
        let answer = client.answer("POST").await;
        assert_eq!(
            (answer.status, answer.text()),
            (413, "HTTP content length exceeded 10485760 bytes."),
            "{path}, chunked"
        );
    }
    // What fits both ways passes.
    let mut client = lab.connect(lab.first).await;
    let head = format!(
        "POST /prod/proxy HTTP/1.1\r\nHost: {}\r\nx-apigw-api-id: {API}\r\nContent-Length: 10480000\r\n\r\n",
        regional_name()
    );
    client.send(head.as_bytes()).await;
    client.send(&vec![b'y'; 10_480_000]).await;
    let answer = client.answer("POST").await;
    assert_eq!(answer.status, 200, "{:?}", lab.gateway.recent());
    assert!(answer.body.len() > 10_480_000 && answer.body.ends_with(b"yyyy"));
}

#[tokio::test]
async fn long_heads_are_answered() {
    let lab = lab();
    let url = |bytes: usize| request(API, "GET", &format!("/?q={}", "a".repeat(bytes)), "");
    assert_eq!(lab.ask(&url(8_000)).await.status, 200);
    assert_eq!(lab.ask(&url(8_200)).await.status, 414);
    let headers = |bytes: usize| {
        format!(
            "GET /prod/ HTTP/1.1\r\nHost: {}\r\nx-apigw-api-id: {API}\r\nX-Long: {}\r\n\r\n",
            regional_name(),
            "a".repeat(bytes)
        )
    };
    assert_eq!(lab.ask(&headers(7_800)).await.status, 200);
    assert_eq!(lab.ask(&headers(8_000)).await.status, 431);
    // Beyond what is read at all, the connection says so and closes.
    for request in [headers(200_000), url(70_000)] {
        let mut client = lab.connect(lab.first).await;
        client.send_what_goes(request.as_bytes()).await;
        if let Some(answer) = client.try_answer("GET").await {
            assert!(matches!(answer.status, 414 | 431), "{answer:?}");
        }
    }
    for garbage in [
        "nonsense\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "GET /\u{7f}\u{0} HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nContent-Length: x\r\n\r\n",
    ] {
        assert_eq!(lab.ask(garbage).await.status, 400, "{garbage:?}");
    }
}

#[tokio::test]
async fn signatures_are_verified() {
    let backend = Backend::start(Conduct::Echo).await;
    let mut changes = example(&backend.uri("/"));
    changes.push(world::access_key("AKIAEXAMPLE", "secret"));
    let lab = Lab::new(changes);
    let host = regional_name();
    let headers: [(&str, &[u8]); 2] = [("host", host.as_bytes()), ("x-apigw-api-id", API.as_bytes())];
    let unsigned = HttpRequest { method: "POST", target: "/prod/proxy", headers: &headers, body: b"signed" };
    let ask = |secret: &'static str, body: &'static str| {
        let signing = sigv4::Signing {
            credentials: sigv4::Credentials { access_key: "AKIAEXAMPLE", secret, session_token: None },
            region: world::REGION,
            service: "execute-api",
            now: sekisho_wire::Timestamp(sekisho::clock::now().0),
        };
        let added: String = sigv4::sign(&unsigned, &signing)
            .iter()
            .map(|(name, value)| format!("{name}: {value}\r\n"))
            .collect();
        format!(
            "POST /prod/proxy HTTP/1.1\r\nhost: {host}\r\nx-apigw-api-id: {API}\r\n{added}Content-Length: {}\r\n\r\n{body}",
            body.len()
        )
    };
    let right = lab.ask(&ask("secret", "signed")).await;
    assert_eq!(right.status, 200, "{right:?}");
    assert!(
        right.text().ends_with("\r\n\r\nsigned")
            && !right.text().to_ascii_lowercase().contains("authorization"),
        "{}",
        right.text()
    );
    for (secret, body) in [("wrong", "signed"), ("secret", "forged")] {
        let answer = lab.ask(&ask(secret, body)).await;
        assert_eq!(
            (answer.status, answer.header("x-amzn-errortype")),
            (403, Some("InvalidSignatureException")),
            "{answer:?}"
        );
    }
    // Whose body cannot be verified because it is too long is told that.
    let head = format!(
        "POST /prod/proxy HTTP/1.1\r\nHost: {host}\r\nAuthorization: AWS4-HMAC-SHA256 x\r\nContent-Length: 10485761\r\n\r\n"
    );
    assert_eq!(lab.ask(&head).await.status, 413);
}
