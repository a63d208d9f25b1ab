//! Replies: answers and errors in the protocol the request came in.
//!
//! The request id goes wherever the protocol has it, always also as the header `x-amzn-RequestId`, because that is where
//! people look for it. JSON and CBOR errors carry their name in `__type`, REST ones in `x-amzn-ErrorType`.
use crate::document::{Document, from_structure};
use crate::error::AwsError;
use crate::http::HttpReply;
use crate::query::{self, Dialect};
use crate::services::{Protocol, Response};
use crate::{cbor, json, rest, sts};
use indexmap::IndexMap;

/// Writes the answer to an operation that succeeded.
pub fn encode(protocol: Protocol, response: &Response, request_id: &str) -> HttpReply {
    let (members, model) = (response.members(), response.service().model());
    let Some(operation) = response.tables() else {
        let error = AwsError::new("InternalFailure", "The operation has no tables").with_status(500);
        return encode_error(protocol, &error, request_id);
    };
    match protocol {
        Protocol::Ec2Query => query::encode_answer(Dialect::Ec2, model, operation, &members, request_id),
        Protocol::AwsQuery => query::encode_answer(Dialect::Plain, model, operation, &members, request_id),
        Protocol::AwsJson11 => {
            let document = from_structure(operation.output, &members);
            rpc_reply(protocol, operation.status, request_id, json::write(&document))
        }
        Protocol::RpcV2Cbor => {
            let document = from_structure(operation.output, &members);
            rpc_reply(protocol, operation.status, request_id, cbor::write(&document))
        }
        Protocol::RestJson1 => rest::encode_answer(operation, &members, request_id),
    }
}

fn rpc_reply(protocol: Protocol, status: u16, request_id: &str, body: Vec<u8>) -> HttpReply {
    let mut headers = vec![("x-amzn-RequestId".into(), request_id.to_owned())];
    if protocol == Protocol::RpcV2Cbor {
        headers.push(("smithy-protocol".into(), "rpc-v2-cbor".to_owned()));
        headers.push(("content-type".into(), "application/cbor".to_owned()));
    } else {
        headers.push(("content-type".into(), "application/x-amz-json-1.1".to_owned()));
    }
    HttpReply { status, headers, body }
}

/// Errors of AWS's framework, which come in its namespace where the protocol shows one.
const FRAMEWORK: [&str; 10] = [
    "AccessDeniedException",
    "ExpiredTokenException",
    "IncompleteSignatureException",
    "InternalFailure",
    "InvalidSignatureException",
    "MissingAuthenticationTokenException",
    "RequestEntityTooLarge",
    "SerializationException",
    "UnknownOperationException",
    "UnrecognizedClientException",
];

/// Writes an error.
pub fn encode_error(protocol: Protocol, error: &AwsError, request_id: &str) -> HttpReply {
    let mut reply = match protocol {
        Protocol::Ec2Query => return query::encode_error(Dialect::Ec2, "", error, request_id),
        Protocol::AwsQuery => {
            return query::encode_error(Dialect::Plain, sts::SERVICE.namespace, error, request_id);
        }
        Protocol::AwsJson11 => {
            rpc_reply(protocol, error.status, request_id, json::write(&error_body(error, true)))
        }
        Protocol::RpcV2Cbor => {
            rpc_reply(protocol, error.status, request_id, cbor::write(&error_body(error, true)))
        }
        Protocol::RestJson1 => HttpReply {
            status: error.status,
            headers: vec![
                ("x-amzn-RequestId".into(), request_id.to_owned()),
                ("content-type".into(), "application/json".to_owned()),
            ],
            body: json::write(&error_body(error, false)),
        },
    };
    reply.headers.push(("x-amzn-ErrorType".into(), error.code.to_string()));
    reply.headers.extend(error.headers.iter().cloned());
    reply
}

fn error_body(error: &AwsError, with_type: bool) -> Document {
    let mut entries = IndexMap::new();
    let mut add = |key: &str, text: String| entries.insert(key.to_owned(), Document::Text(text));
    if with_type {
        let framework = FRAMEWORK.contains(&error.code.as_ref());
        let prefix = if framework { "com.amazon.coral.service#" } else { "" };
        add("__type", format!("{prefix}{}", error.code));
    }
    add(error.message_key.as_str(), error.message.clone());
    for (key, text) in &error.members {
        add(key, text.clone());
    }
    Document::Map(entries)
}
