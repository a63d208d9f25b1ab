//! A call to an HTTP backend, and what its failures are called.
//!
//! The timeout spans connecting, sending and the answer's head, and its body where that is read whole. Redirects are
//! not followed. A pooled connection that closed before the request went out is replaced once and silently.

use std::{
    error::Error as _,
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use bytes::Bytes;
use http::{Request, Response, Uri, uri::PathAndQuery};
use hyper::{
    body::{Body as _, Incoming},
    client::conn::TrySendError,
};
use sekisho_execute::{
    BodyFailure, IntegrationBody, IntegrationFailure, IntegrationRequest, IntegrationResponse, RequestBody,
    ResponseMode, limits::PAYLOAD_BYTES_MAX,
};

use super::{
    Shared,
    body::{BackendBody, BackendBodyError, ToBackend},
    core,
    pool::{Lease, Origin, Scheme},
};

/// Why there is no answer to pass on.
#[derive(Debug)]
pub(super) enum Failure {
    /// The backend gave none.
    Backend(IntegrationFailure),
    /// The client's body could not be sent on.
    Client(BodyFailure),
}

/// A backend's answer; the body beside it where it still arrives.
pub(super) type Answer = (IntegrationResponse, Option<Box<BackendBody>>);

/// The client's body, as far as it is known.
#[derive(Debug)]
pub(super) enum Client {
    /// Still on the wire.
    Arriving(Incoming),
    /// Read before, to verify a signature.
    Read(Bytes),
    /// Used before.
    Gone,
}

/// Calls a backend; the client's body is gone afterwards. Its future is kept under a kilobyte, which the allocator is
/// quick with.
pub(super) async fn call(
    shared: &Shared,
    request: Box<IntegrationRequest>,
    client: &mut Client,
) -> Result<Answer, Failure> {
    let limit = request.timeout;
    let mut too_large = None;
    let called = {
        let attempt = pin!(attempt(shared, request, client, &mut too_large));
        tokio::time::timeout(limit, attempt).await
    };
    match called {
        Ok(Ok(answer)) => Ok(answer),
        Ok(Err(_)) if too_large.is_some_and(|flag| flag.load(Ordering::Relaxed)) => {
            Err(Failure::Client(BodyFailure::TooLarge))
        }
        Ok(Err(failure)) => Err(Failure::Backend(failure)),
        Err(_) => Err(Failure::Backend(IntegrationFailure::Timeout)),
    }
}

async fn attempt(
    shared: &Shared,
    request: Box<IntegrationRequest>,
    client: &mut Client,
    too_large: &mut Option<Arc<AtomicBool>>,
) -> Result<Answer, IntegrationFailure> {
    let (mode, timeout) = (request.response, request.timeout);
    let (origin, outgoing) = outgoing(request, client, too_large)?;
    let sent = match core::with(|local| local.pool.take(&origin)).flatten() {
        Some(mut sender) => match sender.try_send_request(outgoing).await {
            Ok(response) => Ok((response, sender)),
            Err(error) => Err(unsent(error)?),
        },
        None => Err(outgoing),
    };
    let (response, lease) = match sent {
        Ok((response, sender)) => (response, Lease { sender, origin }),
        // Large and seldom, so not a part of every call.
        Err(outgoing) => Box::pin(send(shared, origin, outgoing)).await?,
    };
    let (head, incoming) = response.into_parts();
    let body = Box::new(BackendBody::new(incoming, lease, timeout));
    match mode {
        ResponseMode::Stream => {
            let response = IntegrationResponse {
                status: head.status,
                headers: head.headers,
                body: IntegrationBody::Streamed,
            };
            Ok((response, Some(body)))
        }
        ResponseMode::Buffer => {
            let bytes = body.read().await.map_err(|error| match error {
                BackendBodyError::Broken(error) => name(&error),
                BackendBodyError::Paused => IntegrationFailure::Timeout,
            })?;
            let bytes = bytes.ok_or(IntegrationFailure::ResponseTooLarge)?;
            let response = IntegrationResponse {
                status: head.status,
                headers: head.headers,
                body: IntegrationBody::Bytes(bytes),
            };
            Ok((response, None))
        }
    }
}

/// The backend, and the request as it goes out.
fn outgoing(
    request: Box<IntegrationRequest>,
    client: &mut Client,
    too_large: &mut Option<Arc<AtomicBool>>,
) -> Result<(Origin, Request<ToBackend>), IntegrationFailure> {
    let IntegrationRequest { method, uri, headers, body, insecure_skip_verification, .. } = *request;
    let (origin, target) = split(uri, insecure_skip_verification)?;
    let body = match (body, std::mem::replace(client, Client::Gone)) {
        (RequestBody::Bytes(bytes), _) | (RequestBody::Passthrough, Client::Read(bytes)) => {
            ToBackend::Bytes(bytes)
        }
        (RequestBody::Passthrough, Client::Arriving(body)) if !body.is_end_stream() => {
            let too_large = Arc::clone(too_large.insert(Arc::default()));
            ToBackend::Client { body, left: PAYLOAD_BYTES_MAX, too_large }
        }
        (RequestBody::Passthrough, Client::Arriving(_) | Client::Gone) => ToBackend::Bytes(Bytes::new()),
    };
    let mut outgoing = Request::new(body);
    *outgoing.method_mut() = method;
    *outgoing.uri_mut() = target;
    *outgoing.headers_mut() = headers;
    Ok((origin, outgoing))
}

/// The backend and the target in origin form.
fn split(uri: Uri, any_root: bool) -> Result<(Origin, Uri), IntegrationFailure> {
    let parts = uri.into_parts();
    let scheme = match parts.scheme.as_ref().map(http::uri::Scheme::as_str) {
        Some("http") => Scheme::Http,
        Some("https") if any_root => Scheme::HttpsAnyRoot,
        Some("https") => Scheme::Https,
        _ => return Err(IntegrationFailure::Connect("the address is neither http nor https".to_owned())),
    };
    let authority =
        parts.authority.ok_or_else(|| IntegrationFailure::Connect("the address names no host".to_owned()))?;
    let target = parts.path_and_query.unwrap_or_else(|| PathAndQuery::from_static("/"));
    Ok((Origin { scheme, authority }, Uri::from(target)))
}

/// Sends on another idle connection, or on a new one.
async fn send(
    shared: &Shared,
    origin: Origin,
    mut request: Request<ToBackend>,
) -> Result<(Response<Incoming>, Lease), IntegrationFailure> {
    while let Some(mut sender) = core::with(|local| local.pool.take(&origin)).flatten() {
        match sender.try_send_request(request).await {
            Ok(response) => return Ok((response, Lease { sender, origin })),
            Err(error) => request = unsent(error)?,
        }
    }
    let mut sender = shared.dialer.dial(&origin).await?;
    match sender.try_send_request(request).await {
        Ok(response) => Ok((response, Lease { sender, origin })),
        Err(error) => Err(name(error.error())),
    }
}

/// The request, where the connection closed before anything of it was sent.
fn unsent(mut error: TrySendError<Request<ToBackend>>) -> Result<Request<ToBackend>, IntegrationFailure> {
    error.take_message().ok_or_else(|| name(error.error()))
}

/// What hyper's error is to an integration.
fn name(error: &hyper::Error) -> IntegrationFailure {
    let text = error.source().map_or_else(|| error.to_string(), |source| format!("{error}: {source}"));
    if error.is_parse() || error.is_parse_status() {
        IntegrationFailure::Malformed(text)
    } else if error.is_timeout() {
        IntegrationFailure::Timeout
    } else {
        IntegrationFailure::Connect(text)
    }
}
