//! How long the gateway's own decision takes: 1,000 APIs of 30 routes, asked in random order, from a parsed head to the
//! method, and on to a MOCK's ready response. Prints nanoseconds, allocations and bytes per route; `--json` for machines,
//! `--apis N` for another size, `--requests N` and `--runs N` for counting instructions.

use std::{
    alloc::{GlobalAlloc, Layout, System},
    hint::black_box,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Instant,
};

use http::{HeaderValue, Request, request::Parts};
use indexmap::IndexMap;
use sekisho_core::{
    Change, Timestamp, World,
    account::Settings,
    rest_api::{
        Definition, Deployment, EndpointType, Integration, IntegrationKind, IntegrationResponse, Method,
        PassthroughBehavior, Resource, RestApi, Stage,
    },
    vpc::{Lifecycle, VpcEndpoint},
};
use sekisho_execute::{
    Arrival, Authentication, Entry, Invocation, RequestHead, Runtime, Stamp, Step, locate,
};

/// Counts what is allocated.
struct Counting;

static BYTES: AtomicUsize = AtomicUsize::new(0);
static CALLS: AtomicUsize = AtomicUsize::new(0);

#[expect(unsafe_code, reason = "a global allocator is unsafe to write; this one only counts and passes on")]
// SAFETY: every call is passed to the system's allocator unchanged.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        BYTES.fetch_add(layout.size(), Ordering::Relaxed);
        CALLS.fetch_add(1, Ordering::Relaxed);
        // SAFETY: the caller's promise is passed on.
        unsafe { System.alloc(layout) }
    }
    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        BYTES.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller's promise is passed on.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

const ROUTES: usize = 30;
const ENDPOINT: &str = "vpce-0123456789abcdef0";

fn api_id(number: usize) -> String {
    format!("api{number:07}")
}

fn founded() -> World {
    let endpoint_policy = r#"{"Statement":[{"Action":"*","Effect":"Allow","Principal":"*","Resource":"*"}]}"#;
    World::default().apply(&[
        Settings {
            account_id: "123456789012".to_owned(),
            region: "eu-west-1".to_owned(),
            partition: "aws".to_owned(),
            dhcp_options_id: "dopt-1".into(),
            created: Timestamp(0),
        }
        .into(),
        VpcEndpoint {
            id: ENDPOINT.into(),
            vpc_id: "vpc-0a".into(),
            service_name: "com.amazonaws.eu-west-1.execute-api".to_owned(),
            name_suffix: "abcd1234".to_owned(),
            policy_document: Some(endpoint_policy.to_owned()),
            subnet_ids: Vec::new(),
            group_ids: Vec::new(),
            network_interface_ids: Vec::new(),
            private_dns_enabled: false,
            state: Lifecycle::Available,
            client_token: None,
            request_digest: None,
            created: Timestamp(0),
            tags: IndexMap::new(),
        }
        .into(),
    ])
}

fn head(id: &str) -> RestApi {
    let arn = format!("arn:aws:execute-api:eu-west-1:123456789012:{id}/*/*/*");
    RestApi {
        id: id.into(),
        name: "bench".to_owned(),
        description: None,
        version: None,
        created: Timestamp(0),
        api_key_source: "HEADER".to_owned(),
        endpoint_type: EndpointType::Private,
        ip_address_type: "ipv4".to_owned(),
        vpc_endpoint_ids: Vec::new(),
        policy: Some(format!(
            r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"Deny","Principal":"*","Action":"execute-api:Invoke","Resource":"{arn}","Condition":{{"StringNotEquals":{{"aws:SourceVpce":"{ENDPOINT}"}}}}}},{{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"{arn}"}}]}}"#
        )),
        binary_media_types: Vec::new(),
        minimum_compression_size: None,
        disable_execute_api_endpoint: false,
        security_policy: "TLS_1_2".to_owned(),
        root_resource_id: "root000000".into(),
        tags: IndexMap::new(),
    }
}

/// Ten collections, each with an item and a list below the item: thirty routes.
fn resources(id: &str) -> Vec<Arc<Resource>> {
    let answer = IntegrationResponse {
        response_parameters: [("method.response.header.Content-Type".to_owned(), "'text/plain'".to_owned())]
            .into(),
        response_templates: [("text/plain".to_owned(), "hello from the mock\n".repeat(10))].into(),
        ..IntegrationResponse::default()
    };
    let mock = Integration {
        kind: IntegrationKind::Mock,
        http_method: None,
        uri: None,
        request_parameters: IndexMap::new(),
        request_templates: [("application/json".to_owned(), r#"{"statusCode": 200}"#.to_owned())].into(),
        passthrough_behavior: PassthroughBehavior::WhenNoMatch,
        content_handling: None,
        timeout_in_millis: 29_000,
        cache_namespace: String::new(),
        cache_key_parameters: Vec::new(),
        responses: [("200".to_owned(), answer)].into(),
        insecure_skip_verification: None,
    };
    let method =
        Method { authorization_type: "NONE".to_owned(), integration: Some(mock), ..Method::default() };
    let paths = (0..ROUTES / 3).flat_map(|number| {
        [
            format!("/collection{number}"),
            format!("/collection{number}/{{item}}"),
            format!("/collection{number}/{{item}}/parts"),
        ]
    });
    paths
        .enumerate()
        .map(|(number, path)| {
            Arc::new(Resource {
                rest_api_id: id.into(),
                id: format!("res{number:03}").into(),
                parent_id: None,
                path_part: None,
                path,
                methods: [("GET".to_owned(), method.clone())].into(),
            })
        })
        .collect()
}

fn api(number: usize) -> [Change; 3] {
    let id = api_id(number);
    let head = head(&id);
    let definition =
        Definition { rest_api: Arc::new(head.clone()), resources: resources(&id), models: Vec::new() };
    let deployment = Deployment {
        rest_api_id: id.as_str().into(),
        id: "dep001".into(),
        description: None,
        created: Timestamp(0),
        definition,
    };
    let stage = Stage {
        rest_api_id: id.as_str().into(),
        name: "prod".into(),
        deployment_id: "dep001".into(),
        description: None,
        variables: IndexMap::new(),
        created: Timestamp(0),
        last_updated: Timestamp(0),
        tags: IndexMap::new(),
    };
    [head.into(), deployment.into(), stage.into()]
}

/// A head as a client sends it; the choice is the number's.
fn request(number: usize, apis: usize) -> Parts {
    let collection = number / apis % (ROUTES / 3);
    let path = match number % 3 {
        0 => format!("/prod/collection{collection}"),
        1 => format!("/prod/collection{collection}/item-{number}"),
        _ => format!("/prod/collection{collection}/item-{number}/parts"),
    };
    Request::get(path)
        .header("host", format!("{ENDPOINT}-abcd1234.execute-api.eu-west-1.vpce.amazonaws.com"))
        .header("user-agent", "curl/8.5.0")
        .header("accept", "*/*")
        .header("x-apigw-api-id", api_id(number % apis))
        .body(())
        .expect("the bench writes valid requests")
        .into_parts()
        .0
}

/// What one act costs on the average.
struct Cost {
    nanoseconds: f64,
    allocations: f64,
}

/// The cost of an act upon a head. Requests go in small batches; each batch counts with the best of its runs, so that a
/// busy machine does not count, but every batch counts, so that cache misses do. A head has just been parsed when it is
/// decided about, so a batch's heads are read once before the clock starts.
fn measure(requests: &[Parts], runs: usize, mut act: impl FnMut(RequestHead<'_>)) -> Cost {
    const BATCH: usize = 50;
    let mut best = vec![u128::MAX; requests.len().div_ceil(BATCH)];
    let calls = CALLS.load(Ordering::Relaxed);
    for _ in 0..runs {
        for (batch, best) in requests.chunks(BATCH).zip(&mut best) {
            black_box(batch.iter().map(touch).sum::<usize>());
            let start = Instant::now();
            for parts in batch {
                act(RequestHead::of(parts));
            }
            *best = start.elapsed().as_nanos().min(*best);
        }
    }
    let calls = CALLS.load(Ordering::Relaxed) - calls;
    let total: u128 = best.iter().sum();
    Cost {
        nanoseconds: total as f64 / requests.len() as f64,
        allocations: calls as f64 / (runs * requests.len()) as f64,
    }
}

/// The decision alone, and all the way to the MOCK's answer.
fn costs(runtime: &Runtime, requests: &[Parts], runs: usize) -> [Cost; 2] {
    let arrival = Arrival {
        entry: Entry::Endpoint(ENDPOINT.into()),
        source_ip: [10, 0, 0, 9].into(),
        server_name: None,
        tls_version: Some("TLSv1.3"),
        cipher_suite: None,
    };
    let stamp = Stamp {
        now: Timestamp(1_700_000_000_000),
        request_id: HeaderValue::from_static("11111111-2222-4333-8444-555555555555"),
        extended_request_id: HeaderValue::from_static("OjvBvF2VZPgFQFw="),
        trace: [7; 12],
    };
    let decision = measure(requests, runs, |head| {
        let located = locate(runtime, &arrival, &head, &Authentication::Anonymous, stamp.now);
        assert!(black_box(located).is_ok(), "every request has its method");
    });
    let answer = measure(requests, runs, |head| {
        let step = Invocation::begin(runtime, &arrival, head, &Authentication::Anonymous, stamp.clone());
        match black_box(step) {
            Step::Respond(response) => assert!(response.error_type.is_none(), "{response:?}"),
            step => unreachable!("{step:?}"),
        }
    });
    [decision, answer]
}

/// Reads all of a head.
fn touch(parts: &Parts) -> usize {
    let headers = parts.headers.iter().map(|(name, value)| {
        let found = parts.headers.get(name).map_or(0, HeaderValue::len);
        name.as_str().len() + found + value.as_bytes().iter().map(|byte| usize::from(*byte)).sum::<usize>()
    });
    headers.sum::<usize>() + parts.uri.path().bytes().map(usize::from).sum::<usize>()
}

/// The number after an option.
fn option(name: &str, otherwise: usize) -> usize {
    let arguments: Vec<String> = std::env::args().collect();
    let given = arguments.iter().position(|argument| argument == name).and_then(|at| arguments.get(at + 1));
    given.map_or(otherwise, |text| text.parse().expect("the option takes a number"))
}

#[expect(clippy::print_stdout, reason = "printing is what it is for")]
fn main() {
    let json = std::env::args().any(|argument| argument == "--json");
    let apis = option("--apis", 1_000);
    let mut world = founded();
    for number in 0..apis {
        world = world.apply(&api(number));
    }
    let before = BYTES.load(Ordering::Relaxed);
    let start = Instant::now();
    let runtime = Runtime::build(&world);
    let build_ms = start.elapsed().as_secs_f64() * 1e3;
    let per_route = (BYTES.load(Ordering::Relaxed) - before) / (apis * ROUTES);
    assert!(runtime.problems().is_empty());

    let changed = world.apply(&api(apis / 2)).apply(&api(apis));
    let start = Instant::now();
    let updated = runtime.update(&world, &changed);
    let update_us = start.elapsed().as_secs_f64() * 1e6;
    assert_eq!(updated.api_count(), apis + 1);

    // A fixed permutation walks the whole table in an order the caches do not like.
    let requests: Vec<Parts> =
        (0..option("--requests", 20_000)).map(|step| request(step * 7_919, apis)).collect();
    let [decision, answer] = costs(&runtime, &requests, option("--runs", 31));
    let (decision_ns, decision_allocations) = (decision.nanoseconds, decision.allocations);
    let (answer_ns, answer_allocations) = (answer.nanoseconds, answer.allocations);
    if json {
        println!(
            "{{\"apis\":{apis},\"routes\":{},\"decision_ns\":{decision_ns:.0},\
             \"allocations\":{decision_allocations:.1},\"answer_ns\":{answer_ns:.0},\
             \"answer_allocations\":{answer_allocations:.1},\"bytes_per_route\":{per_route},\
             \"build_ms\":{build_ms:.1},\"update_one_us\":{update_us:.0}}}",
            apis * ROUTES
        );
    } else {
        println!("{apis} APIs of {ROUTES} routes, random access");
        println!("decision          {decision_ns:.0} ns, {decision_allocations:.1} allocations");
        println!("decision, answer  {answer_ns:.0} ns, {answer_allocations:.1} allocations");
        println!("memory            {per_route} bytes a route");
        println!("build everything  {build_ms:.1} ms");
        println!("update one API    {update_us:.0} µs");
    }
}
