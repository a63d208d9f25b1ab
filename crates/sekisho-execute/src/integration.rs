//! The integration request: what the shell is asked to send to a backend, and what it reports back.

use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode, Uri};

/// A request to an HTTP backend.
#[derive(Clone, Debug)]
pub struct IntegrationRequest {
    /// The verb.
    pub method: Method,
    /// Absolute, `http` or `https`, path and query encoded.
    pub uri: Uri,
    /// All headers, `Host` included; `Content-Length` and `Transfer-Encoding` follow from the body.
    pub headers: HeaderMap,
    /// The body.
    pub body: RequestBody,
    /// How long until the whole answer's head (streamed) or the whole answer (buffered) must be there.
    pub timeout: Duration,
    /// Whether the backend's certificate chain may end anywhere.
    pub insecure_skip_verification: bool,
    /// What to do with the answer's body.
    pub response: ResponseMode,
}

/// A body going to a backend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RequestBody {
    /// The client's body as it arrives, unbuffered, at most [`crate::limits::PAYLOAD_BYTES_MAX`] bytes.
    Passthrough,
    /// These bytes.
    Bytes(Bytes),
}

/// What becomes of an answer's body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResponseMode {
    /// Passed on as it arrives; report the head with [`IntegrationBody::Streamed`].
    Stream,
    /// Read whole, at most [`crate::limits::PAYLOAD_BYTES_MAX`] bytes, and reported with [`IntegrationBody::Bytes`].
    Buffer,
}

/// A backend's answer.
#[derive(Clone, Debug)]
pub struct IntegrationResponse {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body.
    pub body: IntegrationBody,
}

/// The body of a backend's answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IntegrationBody {
    /// Read whole.
    Bytes(Bytes),
    /// Still arriving; the shell passes it on where the method response says [`crate::ResponseBody::Stream`].
    Streamed,
}

/// Why a backend gave no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IntegrationFailure {
    /// Not in time.
    Timeout,
    /// No connection, or it broke; what the network said.
    Connect(String),
    /// The TLS handshake failed: name, chain or protocol; what was wrong.
    Tls(String),
    /// The host's name does not resolve.
    UnknownHost(String),
    /// What came back is no HTTP.
    Malformed(String),
    /// The answer's body is longer than the limit.
    ResponseTooLarge,
}

/// Why a client's body could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BodyFailure {
    /// Longer than [`crate::limits::PAYLOAD_BYTES_MAX`].
    TooLarge,
    /// The connection broke or the framing is wrong; what was wrong.
    Broken(String),
}
