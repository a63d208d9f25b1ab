//! One request: its head into an [`Invocation`], its steps performed, its answer onto the wire.

use std::{
    convert::Infallible,
    future::Future,
    panic::AssertUnwindSafe,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use bytes::Bytes;
use futures_util::FutureExt as _;
use http::{
    HeaderName, HeaderValue, Request, Response, StatusCode, Version,
    header::{CONNECTION, CONTENT_TYPE},
    request::Parts,
};
use hyper::body::{Body as _, Incoming};
use sekisho_core::Timestamp;
use sekisho_execute::{
    Arrival, Authentication, BodyFailure, IntegrationFailure, IntegrationRequest, Invocation, MethodResponse,
    Reason, RequestHead, ResponseBody, Step, Subject,
};

use super::{
    authenticate::authenticate,
    backend::{self, ClientBody, Failure},
    body::{BackendBody, Open, Outgoing, read_client},
    connection::Watch,
    core,
    refusals::Refusal,
};
use crate::clock;

/// What a connection's requests have in common.
#[derive(Debug)]
pub(super) struct Service {
    arrival: Arc<Arrival>,
    watch: Arc<Watch>,
}

impl Service {
    pub(super) fn new(arrival: Arrival, watch: Arc<Watch>) -> Self {
        Self { arrival: Arc::new(arrival), watch }
    }
}

type Answered = Response<Outgoing>;

/// The future of an answer.
pub(super) struct Answering(Pin<Box<dyn Future<Output = Answered> + Send>>);

impl Future for Answering {
    type Output = Result<Answered, Infallible>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.0.as_mut().poll(context).map(Ok)
    }
}

impl hyper::service::Service<Request<Incoming>> for Service {
    type Response = Answered;
    type Error = Infallible;
    type Future = Answering;

    fn call(&self, request: Request<Incoming>) -> Answering {
        let (arrival, watch) = (Arc::clone(&self.arrival), Arc::clone(&self.watch));
        let open = Open::new(Arc::clone(&watch));
        let caught = AssertUnwindSafe(answer(arrival, request, Arc::clone(&watch), open)).catch_unwind();
        Answering(Box::pin(caught.map(move |outcome| outcome.unwrap_or_else(|_| panicked(&watch)))))
    }
}

async fn answer(
    arrival: Arc<Arrival>,
    request: Request<Incoming>,
    watch: Arc<Watch>,
    open: Open,
) -> Answered {
    let (parts, body) = request.into_parts();
    let now = clock::now();
    let head = RequestHead::of(&parts);
    let begun = if head.looks_signed() {
        begin_signed(&arrival, &parts, body, now).await
    } else {
        let step = core::with(|local| {
            let stamp = local.stamp(now);
            local.begin(&arrival, head, &Authentication::Anonymous, stamp)
        });
        step.map(|step| (step, Client::Arriving(body)))
    };
    let Some((step, client)) = begun else { return unavailable(open) };
    let (response, stream) = match step {
        Step::Respond(response) => (response, None),
        step => Box::pin(perform(step, client)).await,
    };
    if response.reason != Reason::Served {
        remember(now, &arrival, head, &response);
    }
    let persistent = !watch.is_ending() && keeps_alive(&parts);
    write(response, stream, open, persistent)
}

/// The client's body, as far as it is known.
#[derive(Debug)]
enum Client {
    Arriving(Incoming),
    Read(Bytes),
    Gone,
}

/// Reads the body, which is part of what is signed, verifies, and begins.
async fn begin_signed<'a>(
    arrival: &'a Arrival,
    parts: &'a Parts,
    body: Incoming,
    now: Timestamp,
) -> Option<(Step<'a>, Client)> {
    let read = read_client(body).await;
    core::with(|local| {
        let stamp = local.stamp(now);
        let body = match read {
            Ok(body) => body,
            Err(failure) => {
                let reason = match failure {
                    BodyFailure::TooLarge => Reason::PayloadTooLarge,
                    BodyFailure::Broken(error) => Reason::BodyUnreadable { error },
                };
                let refusal = sekisho_execute::Refusal::new(reason, Subject::default());
                return (Step::Respond(refusal.into_response(&stamp)), Client::Gone);
            }
        };
        let world = Arc::clone(&local.view.load().world);
        let authentication = authenticate(&world, parts, &body, now);
        (local.begin(arrival, RequestHead::of(parts), &authentication, stamp), Client::Read(body))
    })
}

/// Performs steps until there is an answer.
async fn perform(mut step: Step<'_>, mut client: Client) -> (MethodResponse, Option<BackendBody>) {
    loop {
        step = match step {
            Step::Respond(response) => return (response, None),
            Step::ReadBody(invocation) => {
                let read = match std::mem::replace(&mut client, Client::Gone) {
                    Client::Arriving(body) => read_client(body).await,
                    Client::Read(bytes) => Ok(bytes),
                    Client::Gone => Err(BodyFailure::Broken("the body was read before".to_owned())),
                };
                match read {
                    Ok(bytes) => invocation.handle_body(bytes),
                    Err(failure) => invocation.handle_body_failure(&failure),
                }
            }
            Step::CallHttp(invocation, request) => {
                let body = std::mem::replace(&mut client, Client::Gone);
                match call(*invocation, *request, body).await {
                    Ok(answered) => return answered,
                    Err(next) => next,
                }
            }
        }
    }
}

async fn call<'a>(
    invocation: Invocation<'a>,
    request: IntegrationRequest,
    client: Client,
) -> Result<(MethodResponse, Option<BackendBody>), Step<'a>> {
    let client = match client {
        Client::Arriving(body) if !body.is_end_stream() => Some(ClientBody::Arriving(body)),
        Client::Read(bytes) => Some(ClientBody::Read(bytes)),
        Client::Arriving(_) | Client::Gone => None,
    };
    let Some(shared) = core::with(|local| Arc::clone(&local.shared)) else {
        let ended = "the gateway is ending".to_owned();
        return Ok((invocation.handle_integration_failure(IntegrationFailure::Connect(ended)), None));
    };
    match backend::call(&shared, request, client).await {
        Ok((response, body)) => {
            let response = invocation.handle_integration_response(response);
            let stream = if response.body == ResponseBody::Stream { body } else { None };
            Ok((response, stream))
        }
        Err(Failure::Backend(failure)) => Ok((invocation.handle_integration_failure(failure), None)),
        Err(Failure::Client(failure)) => Err(invocation.handle_body_failure(&failure)),
    }
}

#[cold]
fn remember(now: Timestamp, arrival: &Arrival, head: RequestHead<'_>, response: &MethodResponse) {
    let refusal = Refusal::of(now, arrival, head, response);
    tracing::debug!(request_id = %refusal.request_id, reason = ?refusal.reason, "a request was refused");
    core::with(|local| local.refusals.push(refusal));
}

/// Whether the client will use the connection again.
fn keeps_alive(parts: &Parts) -> bool {
    let asked = parts.headers.get(CONNECTION);
    let says = |word: &str| {
        asked
            .and_then(|value| value.to_str().ok())
            .is_some_and(|text| text.split(',').any(|each| each.trim().eq_ignore_ascii_case(word)))
    };
    match parts.version {
        Version::HTTP_10 => says("keep-alive"),
        _ => asked.is_none() || !says("close"),
    }
}

fn write(response: MethodResponse, stream: Option<BackendBody>, open: Open, persistent: bool) -> Answered {
    let body = match (response.body, stream) {
        (ResponseBody::Stream, Some(stream)) => Outgoing::stream(stream, open),
        (ResponseBody::Stream, None) => Outgoing::bytes(Bytes::new(), open),
        (ResponseBody::Bytes(bytes), _) => Outgoing::bytes(bytes, open),
    };
    let mut answered = Response::new(body);
    *answered.status_mut() = response.status;
    let headers = answered.headers_mut();
    headers.reserve(response.headers.len() + 1);
    for header in response.headers {
        headers.append(header.name, header.value);
    }
    if persistent {
        headers.insert(CONNECTION, HeaderValue::from_static("keep-alive"));
    }
    answered
}

/// The answer where a request made the gateway itself fail: a defect, which other requests do not notice.
#[cold]
fn panicked(watch: &Arc<Watch>) -> Answered {
    let id = core::with(|local| local.stamp(clock::now()).request_id);
    let id = id.unwrap_or(HeaderValue::from_static("-"));
    tracing::error!(request_id = ?id, "a request made the gateway panic");
    let body = Bytes::from_static(br#"{"message": "Internal server error"}"#);
    let mut answered = Response::new(Outgoing::bytes(body, Open::new(Arc::clone(watch))));
    *answered.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    let headers = answered.headers_mut();
    headers.insert(HeaderName::from_static("x-amzn-requestid"), id);
    headers.insert(
        HeaderName::from_static("x-amzn-errortype"),
        HeaderValue::from_static("InternalServerErrorException"),
    );
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    answered
}

/// The answer of a core that is ending.
#[cold]
fn unavailable(open: Open) -> Answered {
    let mut answered = Response::new(Outgoing::bytes(Bytes::new(), open));
    *answered.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    answered
}
