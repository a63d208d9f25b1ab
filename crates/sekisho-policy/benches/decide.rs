//! How long a decision takes: `cargo bench -p sekisho-policy --bench decide [-- --json]`.
//!
//! Each case is repeated in batches and the best batch counts, because on a shared machine everything else is noise.
#![expect(clippy::print_stdout, reason = "a benchmark's output is its purpose")]

use std::hint::black_box;
use std::net::{IpAddr, Ipv4Addr};
use std::time::Instant;

use sekisho_policy::{
    CompiledPolicy, Context, ContextKey, Decision, PolicyDocument, PolicyKind, Principal, Request, Timestamp,
    Value,
};

const API: &str = "arn:aws:execute-api:eu-west-1:123456789012:abcdef1234";

/// The two statements of the reference path.
fn reference() -> String {
    format!(
        r#"{{"Version":"2012-10-17","Statement":[
        {{"Effect":"Deny","Principal":"*","Action":"execute-api:Invoke","Resource":"{API}/*/*/*",
          "Condition":{{"StringNotEquals":{{"aws:sourceVpce":"vpce-0123456789abcdef0"}}}}}},
        {{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"{API}/*/*/*"}}]}}"#
    )
}

/// Statements that each match in everything but the address; the last one allows.
fn by_address() -> Vec<String> {
    statements(|index| {
        let block =
            if index + 1 == COUNT { "10.1.0.0/16".to_owned() } else { format!("172.16.{index}.0/24") };
        format!(
            r#"{{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"{API}/prod/GET/*",
            "Condition":{{"IpAddress":{{"aws:VpcSourceIp":"{block}"}}}}}}"#
        )
    })
}

/// Statements for a path each; the last one allows.
fn by_path() -> Vec<String> {
    statements(|index| {
        let path = if index + 1 == COUNT { "pets/*".to_owned() } else { format!("route{index}/*") };
        format!(
            r#"{{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"{API}/*/GET/{path}"}}"#
        )
    })
}

const COUNT: usize = 200;

/// As many policies as it takes, since 200 statements are longer than one policy may be.
fn statements(statement: impl Fn(usize) -> String) -> Vec<String> {
    let all: Vec<_> = (0..COUNT).map(statement).collect();
    let policy = |part: &[String]| format!(r#"{{"Version":"2012-10-17","Statement":[{}]}}"#, part.join(","));
    all.chunks(50).map(policy).collect()
}

/// Best nanoseconds of one call, over batches.
fn best(batches: usize, calls: u32, mut act: impl FnMut()) -> f64 {
    let batch = |_| {
        let start = Instant::now();
        (0..calls).for_each(|_| act());
        start.elapsed().as_secs_f64() * 1e9 / f64::from(calls)
    };
    (0..batches).map(batch).fold(f64::INFINITY, f64::min)
}

fn request_context() -> Context<'static> {
    let mut context = Context::new();
    context
        .set(ContextKey::SourceVpce, Value::Text("vpce-0123456789abcdef0"))
        .set(ContextKey::SourceVpc, Value::Text("vpc-0123456789abcdef0"))
        .set(ContextKey::VpcSourceIp, Value::Address(IpAddr::V4(Ipv4Addr::new(10, 1, 2, 3))))
        .set(ContextKey::UserAgent, Value::Text("curl/8.5.0"))
        .set(ContextKey::SecureTransport, Value::Bool(true))
        .set_time(Timestamp::from_seconds(1_767_225_600));
    context
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let has = |name: &str| arguments.iter().any(|argument| argument == name);
    // Without `--bench` we are run as a test: only to see that it works.
    let (batches, calls) = if has("--bench") { (200, 2_000) } else { (1, 1) };
    let resource = format!("{API}/prod/GET/pets/1");
    let context = request_context();
    let request = Request {
        action: "execute-api:Invoke",
        resource: &resource,
        principal: Principal::Anonymous,
        context: &context,
    };
    let mut results = Vec::new();
    for (name, limit, texts) in [
        ("reference_2", 100.0, vec![reference()]),
        ("by_address_200", 5_000.0, by_address()),
        ("by_path_200", 5_000.0, by_path()),
    ] {
        let policies: Vec<_> = texts.iter().map(|text| compile(text)).collect();
        let decide = || {
            policies
                .iter()
                .map(|policy| policy.decide(black_box(&request)))
                .find(|said| *said != Decision::Silent)
        };
        assert_eq!(decide(), Some(Decision::Allow), "{name}");
        let nanoseconds = best(batches, calls, || _ = black_box(decide()));
        results.push((format!("decide_{name}"), nanoseconds, Some(limit)));
    }
    let text = reference();
    let compiling = best(batches, calls.div_ceil(20), || _ = black_box(compile(black_box(&text))));
    results.push(("parse_and_compile_reference_2".to_owned(), compiling, None));
    let building = best(batches, calls, || _ = black_box(request_context()));
    results.push(("build_context".to_owned(), building, None));
    print(&results, has("--json"));
}

fn compile(text: &str) -> CompiledPolicy {
    let document =
        PolicyDocument::parse(text, PolicyKind::Endpoint).expect("the benchmark's own policies are fine");
    CompiledPolicy::compile(&document)
}

fn print(results: &[(String, f64, Option<f64>)], json: bool) {
    if json {
        let line = |(name, nanoseconds, limit): &(String, f64, Option<f64>)| {
            let limit = limit.map_or("null".to_owned(), |limit| limit.to_string());
            format!(r#"{{"name":"{name}","nanoseconds":{nanoseconds:.1},"target":{limit}}}"#)
        };
        println!("[{}]", results.iter().map(line).collect::<Vec<_>>().join(","));
        return;
    }
    for (name, nanoseconds, limit) in results {
        let limit = limit.map_or(String::new(), |limit| format!("  (target {limit})"));
        println!("{name:32} {nanoseconds:10.1} ns{limit}");
    }
}
