//! What comes in: the connection's facts, the request's head, who signed it, and what the shell stamps on it.
//!
//! Facts of the connection are the listening socket's, never the client's: that is what makes `aws:SourceVpce`
//! trustworthy. Nothing in this crate reads a clock or draws a random number, so the moment, the identifiers and the
//! trace's random bits come in with [`Stamp`].

use std::net::IpAddr;

use http::{HeaderMap, HeaderValue, Method, Uri, Version};
use sekisho_core::{Timestamp, id::VpcEndpointId};

use crate::headers;

/// By which door a connection came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// An interface endpoint; looked up in the runtime at every request, so a changed policy binds open connections.
    Endpoint(VpcEndpointId),
    /// The public front.
    Public,
}

/// The facts of a connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// By which door.
    pub entry: Entry,
    /// The peer's address as it reaches the listener.
    pub source_ip: IpAddr,
    /// The TLS server name, if one was sent. Reported; nothing is decided by it.
    pub server_name: Option<String>,
    /// `TLSv1.3` and so on, in AWS's spelling; `None` without TLS.
    pub tls_version: Option<&'static str>,
    /// The cipher suite's name.
    pub cipher_suite: Option<&'static str>,
}

/// A request's head, borrowed from whoever read it. Outlives the invocation.
#[derive(Clone, Copy, Debug)]
pub struct RequestHead<'a> {
    /// The method on the wire.
    pub method: &'a Method,
    /// Path and query as sent; with an authority for absolute forms and HTTP/2.
    pub uri: &'a Uri,
    /// The protocol's version.
    pub version: Version,
    /// All headers.
    pub headers: &'a HeaderMap,
}

impl<'a> RequestHead<'a> {
    /// The head of a request that was read with `http`.
    #[must_use]
    pub fn of(parts: &'a http::request::Parts) -> Self {
        Self { method: &parts.method, uri: &parts.uri, version: parts.version, headers: &parts.headers }
    }

    /// The host asked for: the URI's authority (HTTP/2, absolute form), else the `Host` header.
    #[must_use]
    pub fn host(&self) -> Option<&'a str> {
        match self.uri.authority() {
            Some(authority) => Some(authority.as_str()),
            None => headers::first(self.headers, &http::header::HOST).and_then(|value| value.to_str().ok()),
        }
    }

    /// Reads all header lines once, for what every decision asks.
    pub(crate) fn scan(&self) -> Scan<'a> {
        let mut scan = Scan::default();
        for (name, value) in self.headers {
            // `: ` and the line's end.
            scan.header_bytes += name.as_str().len() + value.len() + 4;
            let place = match name.as_str() {
                "x-apigw-api-id" => &mut scan.api_id,
                "x-http-method-override" => &mut scan.method_override,
                "x-amzn-requestid" => &mut scan.request_id,
                "authorization" => &mut scan.authorization,
                "content-type" => &mut scan.content_type,
                "content-length" => &mut scan.content_length,
                _ => continue,
            };
            place.get_or_insert(value);
        }
        scan
    }

    /// Whether the request carries a Signature Version 4 (or 4a), in the header or in the query, right or wrong. Only
    /// then does the shell have to verify it and pass [`Authentication::Signed`] or [`Authentication::Refused`].
    #[must_use]
    pub fn looks_signed(&self) -> bool {
        self.is_signed_by(headers::rare(self.headers, &http::header::AUTHORIZATION))
    }

    pub(crate) fn is_signed_by(&self, authorization: Option<&HeaderValue>) -> bool {
        authorization.is_some_and(|value| value.as_bytes().starts_with(b"AWS4-"))
            || self.uri.query().is_some_and(|query| query.contains("X-Amz-Signature="))
    }
}

/// The headers that every decision asks for, each the first of its name.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Scan<'a> {
    pub(crate) header_bytes: usize,
    pub(crate) api_id: Option<&'a HeaderValue>,
    pub(crate) method_override: Option<&'a HeaderValue>,
    pub(crate) request_id: Option<&'a HeaderValue>,
    pub(crate) authorization: Option<&'a HeaderValue>,
    pub(crate) content_type: Option<&'a HeaderValue>,
    pub(crate) content_length: Option<&'a HeaderValue>,
}

/// The caller of a signed request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// `arn:aws:iam::123456789012:root` or another caller's.
    pub principal_arn: String,
    /// The role's ARN, for a session.
    pub role_arn: Option<String>,
    /// Twelve digits.
    pub account_id: String,
    /// `aws:userid`.
    pub user_id: String,
    /// The access key that signed.
    pub access_key_id: String,
}

/// What became of the request's signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Authentication {
    /// Nothing that looks like a signature was sent: no `Authorization`, a bearer token, basic credentials. Passing
    /// this for a request that looks signed refuses it.
    Anonymous,
    /// The signature holds.
    Signed(Caller),
    /// A signature was sent and does not hold.
    Refused {
        /// `InvalidSignatureException` and its kin.
        error_type: &'static str,
        /// The sentence the caller reads.
        message: String,
    },
}

/// What the shell stamps on a request.
#[derive(Clone, Debug)]
pub struct Stamp {
    /// The moment of arrival.
    pub now: Timestamp,
    /// A fresh UUID, version 4, lower case. A client's own UUID in `x-amzn-RequestId` takes its place.
    pub request_id: HeaderValue,
    /// Fifteen base64url characters and `=`.
    pub extended_request_id: HeaderValue,
    /// Random bits for `X-Amzn-Trace-Id`.
    pub trace: [u8; 12],
}
