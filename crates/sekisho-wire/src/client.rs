//! The client's side of the protocols, by the same tables: requests to bytes, replies to responses.
//!
//! For the command line's walkthrough and for tests; [`crate::sigv4::sign`] adds the signature.
use crate::cbor;
use crate::document::{Document, Format, Reader, from_structure};
use crate::error::AwsError;
use crate::http::{HttpReply, HttpRequest};
use crate::json;
use crate::limits::Limits;
use crate::query::{self, Dialect};
use crate::rest;
use crate::services::{Protocol, Request, Response, ServiceName};
use indexmap::IndexMap;

/// A request to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// The method.
    pub method: &'static str,
    /// The request target.
    pub target: String,
    /// The headers, without `host` and `content-length`.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Outgoing {
    /// Calls with the request as a listener would see it.
    pub fn view<T>(&self, call: impl FnOnce(&HttpRequest<'_>) -> T) -> T {
        let headers: Vec<(&str, &[u8])> =
            self.headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())).collect();
        call(&HttpRequest { method: self.method, target: &self.target, headers: &headers, body: &self.body })
    }
}

/// Why a call gave no response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClientError {
    /// The service refused.
    Service(AwsError),
    /// The reply is not one the protocol knows.
    Malformed(String),
}

impl std::fmt::Display for ClientError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Service(error) => error.fmt(f),
            Self::Malformed(text) => write!(f, "the reply cannot be read: {text}"),
        }
    }
}

impl std::error::Error for ClientError {}

/// Writes a request, in its service's own protocol unless another is asked for.
pub fn encode(request: &Request, protocol: Option<Protocol>) -> Option<Outgoing> {
    let (operation, members) = (request.tables()?, request.members());
    let model = request.service().model();
    let form = |dialect| {
        query::encode_form(dialect, operation.name, model.version, operation.input, &members).into_bytes()
    };
    let document = || from_structure(operation.input, &members);
    let (target, body, headers) = match protocol.unwrap_or_else(|| request.service().protocol()) {
        Protocol::Ec2Query => ("/".to_owned(), form(Dialect::Ec2), vec![content_type(FORM)]),
        Protocol::AwsQuery => ("/".to_owned(), form(Dialect::Plain), vec![content_type(FORM)]),
        Protocol::AwsJson11 => {
            let target = ("x-amz-target".to_owned(), format!("{}.{}", model.target, operation.name));
            (
                "/".to_owned(),
                json::write(&document()),
                vec![content_type("application/x-amz-json-1.1"), target],
            )
        }
        Protocol::RpcV2Cbor => {
            let target = format!("/service/{}/operation/{}", model.target, operation.name);
            let protocol = ("smithy-protocol".to_owned(), "rpc-v2-cbor".to_owned());
            (target, cbor::write(&document()), vec![content_type("application/cbor"), protocol])
        }
        Protocol::RestJson1 => {
            let (target, body) = rest::encode(operation, &members);
            let headers =
                vec![("accept".to_owned(), "application/json".to_owned()), content_type("application/json")];
            (target, body, headers)
        }
    };
    Some(Outgoing { method: operation.method, target, headers, body })
}

const FORM: &str = "application/x-www-form-urlencoded; charset=utf-8";

fn content_type(value: &str) -> (String, String) {
    ("content-type".to_owned(), value.to_owned())
}

/// Reads the reply to an operation.
pub fn decode(
    service: ServiceName,
    operation: &str,
    protocol: Protocol,
    reply: &HttpReply,
) -> Result<Response, ClientError> {
    if !(200..300).contains(&reply.status) {
        return Err(decode_error(protocol, reply).map_or_else(ClientError::Malformed, ClientError::Service));
    }
    let tables = service
        .model()
        .operation(operation)
        .ok_or_else(|| ClientError::Malformed(format!("{operation} is not an operation that is served")))?;
    let limits = Limits::DEFAULT;
    let members = match protocol {
        Protocol::Ec2Query => query::decode_answer(Dialect::Ec2, tables, &reply.body),
        Protocol::AwsQuery => query::decode_answer(Dialect::Plain, tables, &reply.body),
        Protocol::AwsJson11 | Protocol::RpcV2Cbor | Protocol::RestJson1 => {
            let format = if protocol == Protocol::RpcV2Cbor { Format::Cbor } else { Format::Json };
            document(format, &reply.body)
                .and_then(|document| Reader { format, limits: &limits }.structure(tables.output, document))
        }
    }
    .map_err(ClientError::Malformed)?;
    Response::build(service, operation, members)
        .ok_or_else(|| ClientError::Malformed(format!("{operation} has no type")))
}

fn document(format: Format, body: &[u8]) -> Result<Document, String> {
    match (format, body) {
        (_, []) => Ok(Document::Map(IndexMap::new())),
        (Format::Json, body) => json::parse(body, Limits::DEFAULT.depth),
        (Format::Cbor, body) => cbor::parse(body, Limits::DEFAULT.depth),
    }
}

fn decode_error(protocol: Protocol, reply: &HttpReply) -> Result<AwsError, String> {
    let format = match protocol {
        Protocol::Ec2Query | Protocol::AwsQuery => return query::decode_error(reply.status, &reply.body),
        Protocol::RpcV2Cbor => Format::Cbor,
        Protocol::AwsJson11 | Protocol::RestJson1 => Format::Json,
    };
    let Document::Map(entries) = document(format, &reply.body)? else {
        return Err("the error is not a structure".to_owned());
    };
    let text = |key: &str| match entries.get(key) {
        Some(Document::Text(text)) => Some(text.clone()),
        _ => None,
    };
    let code = text("__type").or_else(|| reply.header("x-amzn-errortype").map(str::to_owned));
    let code = code.ok_or("the error has no name")?;
    // A namespace stands before `#`, a coral suffix after `:`.
    let code = code.rsplit('#').next().and_then(|name| name.split(':').next()).unwrap_or_default().to_owned();
    let message = text("message").or_else(|| text("Message")).unwrap_or_default();
    Ok(AwsError::new(code, message).with_status(reply.status))
}
