//! One request: its head into an [`Invocation`], its steps performed, its answer onto the wire.

use std::{
    convert::Infallible,
    future::Future,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use bytes::Bytes;
use http::{
    HeaderName, HeaderValue, Request, Response, StatusCode, Version,
    header::{CONNECTION, CONTENT_TYPE},
    request::Parts,
};
use hyper::body::Incoming;
use sekisho_core::Timestamp;
use sekisho_execute::{
    Arrival, Authentication, BodyFailure, MethodResponse, Reason, RequestHead, ResponseBody, Step, Subject,
};

use super::{
    authenticate::authenticate,
    backend::{self, Client, Failure},
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

/// The future of an answer. A panic in it is a defect of the gateway, and an answer all the same.
pub(super) struct Answering {
    work: Pin<Box<dyn Future<Output = Answered> + Send>>,
    watch: Arc<Watch>,
}

impl Future for Answering {
    type Output = Result<Answered, Infallible>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let work = self.work.as_mut();
        match catch_unwind(AssertUnwindSafe(|| work.poll(context))) {
            Ok(polled) => polled.map(Ok),
            Err(_) => Poll::Ready(Ok(panicked(&self.watch))),
        }
    }
}

impl hyper::service::Service<Request<Incoming>> for Service {
    type Response = Answered;
    type Error = Infallible;
    type Future = Answering;

    fn call(&self, request: Request<Incoming>) -> Answering {
        let (arrival, watch) = (Arc::clone(&self.arrival), Arc::clone(&self.watch));
        let open = Open::new(Arc::clone(&watch));
        let (parts, body) = request.into_parts();
        let mut client = Client::Arriving(body);
        // The block keeps head and body in their place; what is large is lent or boxed from here on, because moving it
        // from future to future costs more than the decision does, and a future of more than a kilobyte is slow to
        // allocate.
        let work = Box::pin(async move {
            let mut stream = None;
            let now = clock::now();
            let head = RequestHead::of(&parts);
            let Some(response) = answer(&arrival, &parts, &mut client, now, &mut stream).await else {
                return unavailable(open);
            };
            if response.reason != Reason::Served {
                remember(now, &arrival, head, &response);
            }
            write(response, stream, !open.is_ending() && keeps_alive(&parts), open)
        });
        Answering { work, watch }
    }
}

/// The answer; none where the core is ending.
async fn answer(
    arrival: &Arrival,
    parts: &Parts,
    client: &mut Client,
    now: Timestamp,
    stream: &mut Option<Box<BackendBody>>,
) -> Option<MethodResponse> {
    let mut step = None;
    let head = RequestHead::of(parts);
    if head.looks_signed() {
        step = Box::pin(begin_signed(arrival, parts, client, now)).await;
    } else {
        core::with(|local| {
            let stamp = local.stamp(now);
            step = Some(local.begin(arrival, head, &Authentication::Anonymous, stamp));
        });
    }
    loop {
        match step? {
            Step::Respond(response) => return Some(response),
            Step::ReadBody(invocation) => {
                let read = match std::mem::replace(client, Client::Gone) {
                    Client::Arriving(body) => Box::pin(read_client(body)).await,
                    Client::Read(bytes) => Ok(bytes),
                    Client::Gone => Err(BodyFailure::Broken("the body was read before".to_owned())),
                };
                step = Some(match read {
                    Ok(bytes) => invocation.handle_body(bytes),
                    Err(failure) => invocation.handle_body_failure(&failure),
                });
            }
            Step::CallHttp(invocation, request) => {
                let shared = core::with(|local| Arc::clone(&local.shared))?;
                match Box::pin(backend::call(&shared, request, client)).await {
                    Ok((response, body)) => {
                        let response = invocation.handle_integration_response(response);
                        *stream = body;
                        return Some(response);
                    }
                    Err(Failure::Backend(failure)) => {
                        return Some(invocation.handle_integration_failure(failure));
                    }
                    Err(Failure::Client(failure)) => step = Some(invocation.handle_body_failure(&failure)),
                }
            }
        }
    }
}

/// Reads the body, which is part of what is signed, verifies, and begins.
async fn begin_signed<'a>(
    arrival: &'a Arrival,
    parts: &'a Parts,
    client: &mut Client,
    now: Timestamp,
) -> Option<Step<'a>> {
    let Client::Arriving(body) = std::mem::replace(client, Client::Gone) else { return None };
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
                return Step::Respond(refusal.into_response(&stamp));
            }
        };
        let world = Arc::clone(&local.view.load().world);
        let authentication = authenticate(&world, parts, &body, now);
        *client = Client::Read(body);
        local.begin(arrival, RequestHead::of(parts), &authentication, stamp)
    })
}

#[cold]
fn remember(now: Timestamp, arrival: &Arrival, head: RequestHead<'_>, response: &MethodResponse) {
    let refusal = Refusal::of(now, arrival, head, response);
    tracing::debug!(request_id = %refusal.request_id, reason = ?refusal.reason, "a request was refused");
    core::with(|local| local.refusals.push(refusal));
}

/// Whether the client will use the connection again.
fn keeps_alive(parts: &Parts) -> bool {
    // Seldom there, and few lines: looking at each name costs less than a hash.
    let asked = if parts.headers.keys().any(|name| *name == CONNECTION) {
        parts.headers.get(CONNECTION)
    } else {
        None
    };
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

fn write(
    response: MethodResponse,
    stream: Option<Box<BackendBody>>,
    persistent: bool,
    open: Open,
) -> Answered {
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
