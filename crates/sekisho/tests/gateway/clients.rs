//! Clients: versions, connections that stay, connections that stall, connections that break off.

use std::{process::Command, sync::atomic::Ordering, time::Duration};

use sekisho::gateway::Limits;
use tokio::io::AsyncWriteExt as _;

use crate::{
    harness::{Backend, Conduct, Lab, SOON, regional_name, request, until},
    requests::{API, example},
    world,
};

fn lab() -> Lab {
    Lab::new(example("http://127.0.0.1:9/"))
}

fn openssl(lab: &Lab, arguments: &[&str]) -> (bool, String) {
    let output = Command::new("openssl")
        .args(["s_client", "-connect", &lab.first.to_string(), "-servername", &regional_name(), "-CAfile"])
        .arg(lab.ca_file())
        .args(arguments)
        .stdin(std::process::Stdio::null())
        .output()
        .expect("the tests need `openssl`");
    let text = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8_lossy(&text).into_owned())
}

#[tokio::test]
async fn tls_1_2_and_1_3_are_spoken_and_1_1_is_not() {
    let lab = lab();
    for versions in [&[&rustls::version::TLS12], &[&rustls::version::TLS13]] {
        let mut client = lab.connect_as(lab.first, &regional_name(), versions).await.unwrap();
        client.send(request(API, "GET", "/", "").as_bytes()).await;
        assert_eq!(client.answer("GET").await.status, 200);
    }
    let (fine, text) = openssl(&lab, &["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"]);
    assert!(!fine && text.contains("alert") && text.contains("Cipher is (NONE)"), "{text}");
    let (fine, text) = openssl(
        &lab,
        &["-tls1_3", "-verify_return_error", "-verify_hostname", &regional_name(), "-alpn", "h2"],
    );
    assert!(
        fine && text.contains("Verify return code: 0 (ok)") && text.contains("No ALPN negotiated"),
        "{text}"
    );
    assert!(
        text.contains(&format!("CN = *.execute-api.{}.amazonaws.com", world::REGION))
            || text.contains(&format!("CN=*.execute-api.{}.amazonaws.com", world::REGION)),
        "{text}"
    );
}

#[tokio::test]
async fn the_certificate_covers_the_names_and_no_others() {
    let lab = lab();
    let region = world::REGION;
    for name in [
        regional_name(),
        format!("{API}.execute-api.{region}.amazonaws.com"),
        format!("execute-api.{region}.amazonaws.com"),
        "localhost".to_owned(),
    ] {
        assert!(lab.connect_as(lab.first, &name, rustls::ALL_VERSIONS).await.is_ok(), "{name}");
    }
    assert!(lab.connect_as(lab.first, "api.example.com", rustls::ALL_VERSIONS).await.is_err());
}

#[tokio::test]
async fn curl_sees_http_1_1() {
    let lab = lab();
    let (name, port) = (regional_name(), lab.first.port());
    let (resolve, url) = (format!("{name}:{port}:127.0.0.1"), format!("https://{name}:{port}/prod"));
    let ca = lab.ca_file();
    let run = tokio::task::spawn_blocking(move || {
        Command::new("curl")
            .args([
                "-sS",
                "--http2",
                "-IX",
                "GET",
                "-H",
                &format!("x-apigw-api-id:{API}"),
                "--resolve",
                &resolve,
                "--cacert",
            ])
            .arg(ca)
            .arg(url)
            .output()
            .expect("the tests need `curl`")
    });
    let output = run.await.unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert_eq!(
        text.lines().next(),
        Some("HTTP/1.1 200 OK"),
        "{text}{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[tokio::test]
async fn connections_stay_and_pipelines_keep_their_order() {
    let backend = Backend::start(Conduct::Echo).await;
    let lab = Lab::new(example(&backend.uri("/")));
    let mut client = lab.connect(lab.first).await;
    let many = [
        request(API, "GET", "/proxy?n=1", ""),
        request(API, "GET", "/", ""),
        request(API, "GET", "/proxy?n=3", ""),
    ]
    .concat();
    client.send(many.as_bytes()).await;
    assert!(client.answer("GET").await.text().starts_with("GET /?n=1 "));
    assert_eq!(client.answer("GET").await.text(), "{\"hello\":\"world\"}");
    assert!(client.answer("GET").await.text().starts_with("GET /?n=3 "));
    for _ in 0..50 {
        client.send(request(API, "GET", "/", "").as_bytes()).await;
        assert_eq!(client.answer("GET").await.status, 200);
    }
    let close = request(API, "GET", "/", "").replacen("\r\n", "\r\nConnection: close\r\n", 1);
    client.send(close.as_bytes()).await;
    let answer = client.answer("GET").await;
    assert_eq!(answer.header("connection"), Some("close"));
    assert!(client.closed().await.is_empty());
}

#[tokio::test]
async fn http_1_0_is_answered_and_closed() {
    let lab = lab();
    let mut client = lab.connect(lab.first).await;
    client.send(request(API, "GET", "/", "").replace("HTTP/1.1", "HTTP/1.0").as_bytes()).await;
    let answer = client.answer("GET").await;
    assert_eq!((answer.status, answer.text()), (200, "{\"hello\":\"world\"}"));
    assert!(client.closed().await.is_empty());
}

#[tokio::test]
async fn head_and_expect() {
    let backend = Backend::start(Conduct::Echo).await;
    let lab = Lab::new(example(&backend.uri("/")));
    let mut client = lab.connect(lab.first).await;
    client.send(request(API, "HEAD", "/head", "").as_bytes()).await;
    let answer = client.answer("HEAD").await;
    assert_eq!((answer.status, answer.header("content-length")), (200, Some("17")));
    // A GET does not serve HEAD.
    client.send(request(API, "HEAD", "/", "").as_bytes()).await;
    assert_eq!(client.answer("HEAD").await.status, 403);
    let head = format!(
        "POST /prod/proxy HTTP/1.1\r\nHost: {}\r\nx-apigw-api-id: {API}\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n",
        regional_name()
    );
    client.send(head.as_bytes()).await;
    assert_eq!(client.answer("POST").await.status, 100);
    client.send(b"ok").await;
    let answer = client.answer("POST").await;
    assert!(
        answer.text().ends_with("\r\n\r\nok") && !answer.text().to_ascii_lowercase().contains("expect"),
        "{}",
        answer.text()
    );
}

#[tokio::test]
async fn slow_heads_and_idle_connections_are_closed() {
    let limits = Limits {
        head: Duration::from_secs(1),
        idle: Duration::from_secs(3),
        handshake: Duration::from_secs(1),
        ..Limits::default()
    };
    let lab = Lab::with(example("http://127.0.0.1:9/"), limits);
    let mut silent = tokio::net::TcpStream::connect(lab.first).await.unwrap();
    let mut slow = lab.connect(lab.first).await;
    slow.send(b"GET / HTTP/1.1\r\nHost: a").await;
    let mut idle = lab.connect(lab.first).await;
    idle.send(request(API, "GET", "/", "").as_bytes()).await;
    assert_eq!(idle.answer("GET").await.status, 200);
    assert!(slow.closed().await.is_empty());
    let mut byte = [0];
    let read = tokio::time::timeout(SOON, tokio::io::AsyncReadExt::read(&mut silent, &mut byte)).await;
    assert!(matches!(read, Ok(Ok(0) | Err(_))), "{read:?}");
    // The idle one outlives them and then goes, too.
    idle.send(request(API, "GET", "/", "").as_bytes()).await;
    assert_eq!(idle.answer("GET").await.status, 200);
    assert!(idle.closed().await.is_empty());
    until("every connection is gone", || lab.gateway.connections() == 0).await;
}

#[tokio::test]
async fn a_client_that_goes_takes_its_backend_call_along() {
    let backend = Backend::start(Conduct::Wait).await;
    let lab = Lab::new(example(&backend.uri("/")));
    let mut client = lab.connect(lab.first).await;
    client.send(request(API, "GET", "/proxy", "").as_bytes()).await;
    until("the backend is called", || backend.connections.load(Ordering::SeqCst) == 1).await;
    client.stream.shutdown().await.unwrap();
    drop(client);
    until("the call ends", || backend.ended.load(Ordering::SeqCst) == 1).await;
}
