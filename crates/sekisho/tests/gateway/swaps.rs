//! Swapped under way: deployments, certificates, listeners, the gateway itself.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use sekisho::{ca, gateway::Door};
use sekisho_core::rest_api::EndpointType;

use crate::{
    harness::{Backend, Conduct, E1, Lab, request, until},
    requests::{API, example},
    world,
};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn deployments_swap_under_load_without_an_error() {
    let lab = Arc::new(Lab::new(example("http://127.0.0.1:9/")));
    let (stop, served) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let load: Vec<_> = (0..4)
        .map(|_| {
            let (lab, stop, served) = (Arc::clone(&lab), Arc::clone(&stop), Arc::clone(&served));
            tokio::spawn(async move {
                let mut client = lab.connect(lab.first).await;
                let mut last = 0;
                while !stop.load(Ordering::Relaxed) {
                    client.send(request(API, "GET", "/", "").as_bytes()).await;
                    let answer = client.answer("GET").await;
                    assert_eq!(answer.status, 200, "{answer:?}");
                    let number = answer
                        .text()
                        .strip_prefix("{\"n\":")
                        .map_or(0, |rest| rest.trim_end_matches('}').parse().unwrap());
                    assert!(number >= last, "an older deployment came back");
                    last = number;
                    served.fetch_add(1, Ordering::Relaxed);
                }
                last
            })
        })
        .collect();
    let last = 200;
    for number in 1..=last {
        let routes = vec![("/".to_owned(), "GET", world::mock(&format!("{{\"n\":{number}}}")))];
        lab.apply(&world::api(
            API,
            EndpointType::Private,
            Some(world::policy(API, E1)),
            routes,
            &format!("d{number}"),
        ));
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    let before = served.load(Ordering::Relaxed);
    until("more is served", || served.load(Ordering::Relaxed) >= before + 20).await;
    stop.store(true, Ordering::Relaxed);
    for task in load {
        assert_eq!(task.await.unwrap(), last, "the newest deployment is live");
    }
}

#[tokio::test]
async fn certificates_rotate_and_connections_stay() {
    let lab = Lab::new(example("http://127.0.0.1:9/"));
    let shown =
        |client: &crate::harness::Client| client.stream.get_ref().1.peer_certificates().unwrap()[0].clone();
    let mut old = lab.connect(lab.first).await;
    lab.gateway.set_tls(ca::server_config(lab.authority.leaf(world::REGION).unwrap()).unwrap());
    let new = lab.connect(lab.first).await;
    assert_ne!(shown(&old), shown(&new));
    old.send(request(API, "GET", "/", "").as_bytes()).await;
    assert_eq!(old.answer("GET").await.status, 200);
}

#[tokio::test]
async fn a_closed_listener_leaves_its_connections() {
    let mut lab = Lab::new(example("http://127.0.0.1:9/"));
    let mut client = lab.connect(lab.first).await;
    lab.listening.remove(0);
    let address = lab.first;
    until("nobody listens", || std::net::TcpListener::bind(address).is_ok()).await;
    client.send(request(API, "GET", "/", "").as_bytes()).await;
    assert_eq!(client.answer("GET").await.status, 200);
    // And it opens again.
    let listener = std::net::TcpListener::bind(address).unwrap();
    lab.listening.push(lab.gateway.listen(listener, Door::Vpc(world::VPC.into())).unwrap());
    assert_eq!(lab.call(API, "GET", "/", "").await.status, 200);
}

#[tokio::test]
async fn stopping_lets_requests_finish() {
    let backend = Backend::start(Conduct::Wait).await;
    let lab = Lab::new(
        world::api(
            API,
            EndpointType::Private,
            Some(world::policy(API, E1)),
            vec![("/".to_owned(), "GET", {
                let mut slow = world::http_proxy(&backend.uri("/"));
                slow.timeout_in_millis = 1_500;
                slow
            })],
            "d00001",
        )
        .into(),
    );
    let mut idle = lab.connect(lab.first).await;
    let mut busy = lab.connect(lab.first).await;
    busy.send(request(API, "GET", "/", "").as_bytes()).await;
    until("the backend is called", || backend.connections.load(Ordering::SeqCst) == 1).await;
    let gateway = Arc::clone(&lab.gateway);
    let stopping = tokio::spawn(async move { gateway.stop().await });
    assert!(idle.closed().await.is_empty());
    let answer = busy.answer("GET").await;
    assert_eq!(answer.status, 504, "{answer:?}");
    assert!(busy.closed().await.is_empty());
    stopping.await.unwrap();
    assert!(lab.connect_as(lab.first, "localhost", rustls::ALL_VERSIONS).await.is_err());
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    assert!(lab.gateway.listen(listener, Door::Public).is_err());
}

#[tokio::test]
async fn an_endpoint_that_goes_takes_its_open_connections_rights() {
    let lab = Lab::new(example("http://127.0.0.1:9/"));
    let mut client = lab.connect(lab.first).await;
    client.send(request(API, "GET", "/", "").as_bytes()).await;
    assert_eq!(client.answer("GET").await.status, 200);
    lab.apply(&[sekisho_core::Change::Delete(sekisho_core::EntityKey::VpcEndpoint(E1.into()))]);
    client.send(request(API, "GET", "/", "").as_bytes()).await;
    assert_eq!(client.answer("GET").await.status, 403);
}
