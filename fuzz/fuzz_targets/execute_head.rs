//! Any head and body, by any door, get an answer with a status and a reason; a refused one says nothing of the API.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sekisho_execute::{
    Authentication, Entry, IntegrationFailure, Invocation, Reason, RequestHead, Runtime, Step,
};

#[path = "../../crates/sekisho-execute/tests/support/mod.rs"]
mod support;

/// The request as text: a door, `VERB target`, header lines, an empty line, the body.
fn read(text: &str) -> Option<(Entry, http::Request<Vec<u8>>)> {
    let (door, rest) = text.split_at_checked(1)?;
    let (head, body) = rest.split_once("\n\n").unwrap_or((rest, ""));
    let mut lines = head.lines();
    let (verb, target) = lines.next()?.split_once(' ')?;
    let mut request = http::Request::builder().method(verb).uri(target);
    for line in lines {
        let (name, value) = line.split_once(':')?;
        request = request.header(name, value);
    }
    let entry = match door {
        "p" => Entry::Public,
        "o" => Entry::Endpoint(support::OTHER_ENDPOINT.into()),
        _ => Entry::Endpoint(support::ENDPOINT.into()),
    };
    Some((entry, request.body(body.as_bytes().to_vec()).ok()?))
}

fuzz_target!(|text: &str| {
    let Some((entry, request)) = read(text) else { return };
    let runtime = Runtime::build(&support::reference());
    let through_the_named_endpoint = entry == Entry::Endpoint(support::ENDPOINT.into());
    let (parts, body) = request.into_parts();
    let arrival = support::arrival(entry);
    let head = RequestHead::of(&parts);
    let mut step = Invocation::begin(&runtime, &arrival, head, &Authentication::Anonymous, support::stamp());
    let response = loop {
        step = match step {
            Step::Respond(response) => break response,
            Step::ReadBody(invocation) => invocation.handle_body(body.clone().into()),
            Step::CallHttp(invocation, _) => {
                break invocation.handle_integration_failure(IntegrationFailure::Timeout);
            }
        };
    };
    assert!(response.status.as_u16() >= 200);
    assert!(!response.reason.explain().is_empty());
    let reached = matches!(response.reason, Reason::Served | Reason::Integration(_));
    assert!(through_the_named_endpoint || !reached, "let through by the wrong door");
});
