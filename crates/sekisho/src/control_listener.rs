//! The AWS APIs on one port: read, tell the service apart, verify, run, store, answer.
//!
//! The order is AWS's: who is asked, is the signature right, what is asked, then the operation itself. A reply leaves only
//! after [`Node::call`] has made its changes durable. Besides the AWS APIs the port answers `/_sekisho/health`.

use std::{collections::HashMap, convert::Infallible, sync::Arc, time::Duration};

use bytes::Bytes;
use http::{Request, Response, StatusCode};
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::Incoming;
use hyper_util::rt::{TokioIo, TokioTimer};
use sekisho_control::{Call, Caller, Reply};
use sekisho_core::{World, id::AccessKeyId};
use sekisho_wire::{
    AwsError, HttpReply, HttpRequest, Limits, Protocol, Refusal, Response as WireResponse,
    sigv4::{self, Expected, SKEW_CONTROL_PLANE, Scope, Secret, SigningKey},
};
use tokio::{net::TcpListener, sync::Semaphore};

use crate::{clock, node::Node};

/// Connections served at once; more wait to be accepted.
const CONNECTIONS_MAX: usize = 512;
/// Time for a request's head.
const HEAD_TIMEOUT: Duration = Duration::from_secs(30);
/// Time for a request's body.
const BODY_TIMEOUT: Duration = Duration::from_secs(60);
/// Derived signing keys kept; the cache is emptied when it is full.
const SIGNING_KEYS_MAX: usize = 256;

/// What every connection shares.
#[derive(Debug)]
pub struct Control {
    node: Arc<Node>,
    signing_keys: std::sync::Mutex<HashMap<(String, String, String), SigningKey>>,
}

impl Control {
    /// The AWS APIs over a node.
    #[must_use]
    pub fn new(node: Arc<Node>) -> Arc<Self> {
        Arc::new(Self { node, signing_keys: std::sync::Mutex::default() })
    }

    /// Accepts connections until the task is dropped.
    pub async fn serve(self: Arc<Self>, listener: TcpListener) {
        let permits = Arc::new(Semaphore::new(CONNECTIONS_MAX));
        loop {
            let Ok(permit) = Arc::clone(&permits).acquire_owned().await else { return };
            let stream = match listener.accept().await {
                Ok((stream, _)) => stream,
                Err(error) => {
                    tracing::warn!(%error, "control connection was not accepted");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            };
            let _ = stream.set_nodelay(true);
            let control = Arc::clone(&self);
            tokio::spawn(async move {
                let service = hyper::service::service_fn(move |request| {
                    let control = Arc::clone(&control);
                    async move { Ok::<_, Infallible>(control.answer(request).await) }
                });
                let served = hyper::server::conn::http1::Builder::new()
                    .timer(TokioTimer::new())
                    .header_read_timeout(HEAD_TIMEOUT)
                    .serve_connection(TokioIo::new(stream), service)
                    .await;
                if let Err(error) = served {
                    tracing::debug!(%error, "control connection ended early");
                }
                drop(permit);
            });
        }
    }

    async fn answer(&self, request: Request<Incoming>) -> Response<Full<Bytes>> {
        let request_id = clock::mint().uuid();
        let (head, body) = request.into_parts();
        if head.uri.path() == "/_sekisho/health" {
            return plain(StatusCode::OK, "{\"status\":\"ok\"}");
        }
        let headers: Vec<(&str, &[u8])> =
            head.headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())).collect();
        let target = head.uri.path_and_query().map_or("/", |target| target.as_str());
        let bodiless = HttpRequest { method: head.method.as_str(), target, headers: &headers, body: &[] };
        let body = match read_body(body).await {
            Ok(body) => body,
            Err(error) => {
                let protocol = sekisho_wire::route(&bodiless)
                    .map_or_else(|refusal| refusal.protocol, |route| route.protocol);
                return to_http(sekisho_wire::encode_error(protocol, &error, &request_id));
            }
        };
        let request = HttpRequest { body: &body, ..bodiless };
        let reply = match self.run(&request).await {
            Ok((protocol, response)) => sekisho_wire::encode(protocol, &response, &request_id),
            Err(refusal) => sekisho_wire::encode_error(refusal.protocol, &refusal.error, &request_id),
        };
        tracing::debug!(status = reply.status, %request_id, target, "control call answered");
        to_http(reply)
    }

    /// One call, from bytes to a durable reply.
    async fn run(&self, request: &HttpRequest<'_>) -> Result<(Protocol, WireResponse), Refusal> {
        let route = sekisho_wire::route(request)?;
        let protocol = route.protocol;
        let refused = |error: AwsError| Refusal { protocol, error };
        let now = clock::now();
        let world = self.node.world();
        let caller =
            self.verify(request, &world, route.service.signing_name(), now, protocol).map_err(refused)?;
        let decoded = route.decode(request, &Limits::DEFAULT).map_err(refused)?;
        let seed = clock::random();
        let done = self
            .node
            .call(|world| {
                let mut call = Call { world, caller: &caller, now, mint: sekisho_core::Mint::new(seed) };
                dispatch(&mut call, decoded.request.clone()).map(|reply| (reply.output, reply.changes))
            })
            .await;
        match done {
            Ok(Ok(output)) => Ok((protocol, output)),
            Ok(Err(error)) => Err(refused(error)),
            Err(error) => {
                tracing::error!(%error, "a change could not be stored");
                Err(refused(internal_error(protocol)))
            }
        }
    }

    fn verify(
        &self,
        request: &HttpRequest<'_>,
        world: &World,
        service: &str,
        now: sekisho_core::Timestamp,
        protocol: Protocol,
    ) -> Result<Caller, AwsError> {
        let expected = Expected {
            region: world.region(),
            services: &[service],
            now: sekisho_wire::Timestamp(now.0),
            skew: SKEW_CONTROL_PLANE,
            normalize_path: true,
        };
        let verified = sigv4::verify(request, |scope| self.secret(world, scope), &expected)
            .map_err(|error| error.to_error(protocol))?;
        let key = world.access_keys.get(&AccessKeyId::from(verified.access_key.as_str()));
        let key = key.ok_or_else(|| sigv4::SigV4Error::UnknownKey.to_error(protocol))?;
        Ok(Caller {
            account_id: world.account_id().to_owned(),
            arn: key.principal_arn.clone(),
            user_id: key.user_id.clone(),
        })
    }

    fn secret(&self, world: &World, scope: &Scope<'_>) -> Option<Secret> {
        let access_key = world.access_keys.get(&AccessKeyId::from(scope.access_key))?;
        let name = (
            scope.access_key.to_owned(),
            scope.date.to_owned(),
            format!("{}/{}", scope.region, scope.service),
        );
        let mut cache = self.signing_keys.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if cache.len() >= SIGNING_KEYS_MAX {
            cache.clear();
        }
        let key = cache
            .entry(name)
            .or_insert_with(|| {
                sigv4::derive_signing_key(&access_key.secret, scope.date, scope.region, scope.service)
            })
            .clone();
        Some(Secret { key, session_token: None, expires: None })
    }
}

fn dispatch(call: &mut Call<'_>, request: sekisho_wire::Request) -> sekisho_control::Outcome<WireResponse> {
    use sekisho_wire::Request as Wire;
    match request {
        Wire::ApiGateway(request) => sekisho_control::apigateway::dispatch(call, request)
            .map(|reply| reply.map(WireResponse::ApiGateway)),
        Wire::DirectConnect(request) => sekisho_control::directconnect::dispatch(call, request)
            .map(|reply| reply.map(WireResponse::DirectConnect)),
        Wire::Ec2(request) => {
            sekisho_control::ec2::dispatch(call, request).map(|reply: Reply<_>| reply.map(WireResponse::Ec2))
        }
        Wire::Sts(request) => {
            sekisho_control::sts::dispatch(call, request).map(|reply| reply.map(WireResponse::Sts))
        }
    }
}

fn internal_error(protocol: Protocol) -> AwsError {
    let code = match protocol {
        Protocol::Ec2Query => "InternalError",
        _ => "InternalFailure",
    };
    AwsError::new(code, "An internal error has occurred").with_status(500)
}

/// Reads the whole body, or words why it cannot be read.
async fn read_body(body: Incoming) -> Result<Bytes, AwsError> {
    let refused = |status: StatusCode, code, text| AwsError::new(code, text).with_status(status.as_u16());
    // One byte over the wire's own limit: the wire words the refusal in the protocol's way.
    let limited = Limited::new(body, Limits::DEFAULT.body + 1);
    match tokio::time::timeout(BODY_TIMEOUT, limited.collect()).await {
        Err(_) => Err(refused(
            StatusCode::REQUEST_TIMEOUT,
            "RequestTimeout",
            "The request body did not arrive in time",
        )),
        Ok(Ok(whole)) => Ok(whole.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => {
            Err(refused(StatusCode::PAYLOAD_TOO_LARGE, "RequestEntityTooLarge", "The request is too large"))
        }
        Ok(Err(_)) => {
            Err(refused(StatusCode::BAD_REQUEST, "IncompleteBody", "The request body cannot be read"))
        }
    }
}

fn plain(status: StatusCode, body: &'static str) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(Bytes::from_static(body.as_bytes())));
    *response.status_mut() = status;
    response
        .headers_mut()
        .insert(http::header::CONTENT_TYPE, http::HeaderValue::from_static("application/json"));
    response
}

fn to_http(reply: HttpReply) -> Response<Full<Bytes>> {
    let mut builder = Response::builder().status(reply.status);
    for (name, value) in &reply.headers {
        builder = builder.header(name.as_ref(), value);
    }
    builder.body(Full::new(Bytes::from(reply.body))).unwrap_or_else(|error| {
        tracing::error!(%error, "a reply could not be written");
        plain(StatusCode::INTERNAL_SERVER_ERROR, "{\"message\":\"An internal error has occurred\"}")
    })
}
