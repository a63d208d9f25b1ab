//! Backends that misbehave, and HTTPS ones.

use std::{net::Ipv4Addr, sync::Arc};

use sekisho_core::{
    Change,
    rest_api::{EndpointType, Integration},
};
use sekisho_execute::{IntegrationFailure, Reason};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use crate::{
    harness::{Backend, Conduct, E1, Lab},
    requests::API,
    world,
};

const NETWORK: &str = "{\"message\": \"Network error communicating with endpoint\"}";
/// A mapped call whose answer has to be read whole, because a template looks at it.
fn whole(uri: &str) -> Integration {
    let mut integration = world::http("GET", uri);
    if let Some(answer) = integration.responses.get_mut("200") {
        answer.response_templates.insert("application/json".to_owned(), "[$input.body]".to_owned());
    }
    integration
}

const TIMED_OUT: &str = "{\"message\": \"Endpoint request timed out\"}";

fn with(integration: Integration) -> Vec<Change> {
    let routes = vec![("/".to_owned(), "ANY", integration)];
    world::api(API, EndpointType::Private, Some(world::policy(API, E1)), routes, "d00001").into()
}

/// The answer over an integration, and the failure behind it.
async fn failure(integration: Integration) -> (u16, String, IntegrationFailure) {
    let lab = Lab::new(with(integration));
    let answer = lab.call(API, "GET", "/", "").await;
    let refusal = lab.gateway.recent().pop().expect("it is remembered");
    let Reason::Integration(failure) = refusal.reason else { panic!("{:?}", refusal.reason) };
    (answer.status, answer.text().to_owned(), failure)
}

#[tokio::test]
async fn nobody_listens() {
    let port = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port();
    for integration in [
        world::http_proxy(&format!("http://127.0.0.1:{port}/")),
        world::http("GET", &format!("https://127.0.0.1:{port}/")),
    ] {
        let (status, body, failure) = failure(integration).await;
        assert_eq!((status, body.as_str()), (504, NETWORK));
        assert!(matches!(failure, IntegrationFailure::Connect(_)), "{failure:?}");
    }
}

#[tokio::test]
async fn nobody_has_the_name() {
    let (status, body, failure) = failure(world::http_proxy("http://no-such-host.invalid/")).await;
    assert!(matches!(failure, IntegrationFailure::UnknownHost(_)), "{failure:?}");
    assert!(status >= 500 && !body.is_empty());
}

#[tokio::test]
async fn connections_break() {
    for conduct in
        [Conduct::Reset, Conduct::SayAndClose(""), Conduct::SayAndClose("HTTP/1.1 200 OK\r\nContent-")]
    {
        let backend = Backend::start(conduct).await;
        let (status, body, failure) = failure(world::http_proxy(&backend.uri("/"))).await;
        assert_eq!((status, body.as_str()), (504, NETWORK), "{conduct:?}");
        assert!(matches!(failure, IntegrationFailure::Connect(_)), "{failure:?}");
    }
    // In the middle of a body that is read whole.
    let backend =
        Backend::start(Conduct::SayAndClose("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")).await;
    let (status, body, _) = failure(whole(&backend.uri("/"))).await;
    assert_eq!((status, body.as_str()), (504, NETWORK));
}

#[tokio::test]
async fn what_comes_is_no_http() {
    for text in ["hello\r\n\r\n", "HTTP/1.1 abc OK\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n"] {
        let backend = Backend::start(Conduct::SayAndClose(text)).await;
        let (status, _, failure) = failure(world::http_proxy(&backend.uri("/"))).await;
        assert!(status >= 500, "{text}");
        assert!(matches!(failure, IntegrationFailure::Malformed(_)), "{text}: {failure:?}");
    }
}

#[tokio::test]
async fn the_answer_does_not_come_in_time() {
    let silent = Backend::start(Conduct::Wait).await;
    let half = Backend::start(Conduct::Say("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")).await;
    for mut integration in [world::http_proxy(&silent.uri("/")), whole(&half.uri("/"))] {
        integration.timeout_in_millis = 100;
        let (status, body, failure) = failure(integration).await;
        assert_eq!((status, body.as_str()), (504, TIMED_OUT));
        assert_eq!(failure, IntegrationFailure::Timeout);
    }
}

#[tokio::test]
async fn redirects_are_not_followed() {
    let backend = Backend::start(Conduct::Say(
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n",
    ))
    .await;
    let lab = Lab::new(with(world::http_proxy(&backend.uri("/"))));
    let answer = lab.call(API, "GET", "/", "").await;
    assert_eq!((answer.status, answer.header("location")), (302, Some("http://127.0.0.1:9/")));
}

#[tokio::test]
async fn a_kept_connection_that_closed_is_replaced() {
    let backend =
        Backend::start(Conduct::SayAndClose("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")).await;
    let lab = Lab::new(with(world::http_proxy(&backend.uri("/"))));
    let mut client = lab.connect(lab.first).await;
    for count in 1..=3 {
        client.send(crate::harness::request(API, "GET", "/", "").as_bytes()).await;
        assert_eq!(client.answer("GET").await.text(), "ok");
        crate::harness::until("the backend closes", || {
            backend.ended.load(std::sync::atomic::Ordering::SeqCst) == count
        })
        .await;
    }
}

/// An HTTPS backend that answers `secure`, with a certificate of its own for a name.
async fn https_backend(name: &str, chain: impl FnOnce() -> rustls::sign::CertifiedKey) -> String {
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_cert_resolver(Arc::new(rustls::sign::SingleCertAndKey::from(chain())));
    let acceptor = tokio_rustls::TlsAcceptor::from(Arc::new(config));
    let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let uri = format!("https://{name}:{}/", listener.local_addr().unwrap().port());
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            if let Ok(mut stream) = acceptor.accept(socket).await {
                drop(stream.read(&mut [0; 4096]).await);
                drop(stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecure").await);
                drop(stream.shutdown().await);
            }
        }
    });
    uri
}

fn certified(chain: Vec<rcgen::Certificate>, key: &rcgen::KeyPair) -> rustls::sign::CertifiedKey {
    let private = rustls_pki_types::PrivateKeyDer::try_from(key.serialize_der()).unwrap();
    let key = rustls::crypto::aws_lc_rs::sign::any_supported_type(&private).unwrap();
    rustls::sign::CertifiedKey::new(
        chain.into_iter().map(|certificate| certificate.der().clone()).collect(),
        key,
    )
}

/// A leaf for `localhost` under an authority nobody knows.
fn unknown_chain() -> rustls::sign::CertifiedKey {
    let root_key = rcgen::KeyPair::generate().unwrap();
    let mut root = rcgen::CertificateParams::default();
    root.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    root.distinguished_name.push(rcgen::DnType::CommonName, "nobody's root");
    let root_certificate = root.self_signed(&root_key).unwrap();
    let key = rcgen::KeyPair::generate().unwrap();
    let leaf = rcgen::CertificateParams::new(vec!["localhost".to_owned()]).unwrap();
    let leaf = leaf.signed_by(&key, &rcgen::Issuer::new(root, root_key)).unwrap();
    certified(vec![leaf, root_certificate], &key)
}

#[tokio::test]
async fn https_backends_are_held_to_their_certificates() {
    let unknown = https_backend("localhost", unknown_chain).await;
    let (status, body, refused) = failure(world::http_proxy(&unknown)).await;
    assert_eq!((status, body.as_str()), (500, "{\"message\": \"Internal server error\"}"));
    assert!(matches!(refused, IntegrationFailure::Tls(_)), "{refused:?}");

    let any_root =
        |uri: &str| Integration { insecure_skip_verification: Some(true), ..world::http_proxy(uri) };
    let lab = Lab::new(with(any_root(&unknown)));
    assert_eq!(lab.call(API, "GET", "/", "").await.text(), "secure");

    // The name is checked all the same.
    let other = https_backend("127.0.0.1", unknown_chain).await;
    let (_, _, refused) = failure(any_root(&other)).await;
    assert!(matches!(refused, IntegrationFailure::Tls(_)), "{refused:?}");
}

#[tokio::test]
async fn https_backends_under_a_known_root_are_called() {
    let lab = Lab::new(Vec::new());
    let leaf = lab.authority.leaf(world::REGION).unwrap();
    let uri = https_backend("localhost", || leaf).await;
    lab.apply(&with(world::http_proxy(&uri)));
    assert_eq!(lab.call(API, "GET", "/", "").await.text(), "secure");
}

#[tokio::test]
async fn a_streamed_answer_may_not_pause_longer_than_the_timeout() {
    let half = Backend::start(Conduct::Say("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")).await;
    let mut integration = world::http_proxy(&half.uri("/"));
    integration.timeout_in_millis = 200;
    let lab = Lab::new(with(integration));
    let mut client = lab.connect(lab.first).await;
    client.send(crate::harness::request(API, "GET", "/", "").as_bytes()).await;
    let seen = String::from_utf8(client.closed().await).unwrap();
    assert!(seen.starts_with("HTTP/1.1 200 OK\r\n") && seen.ends_with("\r\n\r\nhalf"), "{seen}");
}
