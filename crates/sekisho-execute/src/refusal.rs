//! What the gateway says when it refuses or fails: one table from reasons to the wire.
//!
//! Before execution starts there is no blank after the colon, during execution there is one; policy denials say
//! `Message`; a body that is too long is told in plain text. Clients compare these bytes. Source: the API Gateway guide,
//! "Gateway response types", and recorded answers.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use sekisho_policy::{DenyReason, DenyStyle, PolicyLayer, deny_body, deny_message, mask_arn};
use sha2::{Digest, Sha256};

use crate::{
    arrival::Stamp,
    headers,
    integration::IntegrationFailure,
    reason::Reason,
    response::{MethodResponse, ResponseBody, Subject},
};

/// A refusal: the reason, and what the wire says of it.
#[derive(Clone, Debug)]
pub struct Refusal {
    /// Why.
    pub reason: Reason,
    /// What was addressed, as far as it was found.
    pub subject: Subject,
    /// Said in place of the reason's own words.
    complaint: Option<(&'static str, String)>,
}

/// The wire's side of a reason.
struct Wire {
    status: StatusCode,
    error_type: Option<&'static str>,
    body: Bytes,
}

const FORBIDDEN: &str = "{\"message\":\"Forbidden\"}";
const MISSING_TOKEN: &str = "{\"message\":\"Missing Authentication Token\"}";
const INTERNAL: &str = "{\"message\": \"Internal server error\"}";
const TIMED_OUT: &str = "{\"message\": \"Endpoint request timed out\"}";
const NETWORK: &str = "{\"message\": \"Network error communicating with endpoint\"}";
const UNSUPPORTED: &str = "{\"message\": \"Unsupported Media Type\"}";
const BAD_PAYLOAD: &str = "{\"message\": \"Could not process payload\"}";
const BAD_REQUEST: &str = "{\"message\": \"Bad Request\"}";
const TOO_LARGE: &str = "HTTP content length exceeded 10485760 bytes.";
const URI_TOO_LONG: &str = "{\"message\":\"Request URI too long\"}";
const HEADERS_TOO_LARGE: &str = "{\"message\":\"Request header fields too large\"}";

impl Refusal {
    /// A refusal in the reason's own words.
    #[must_use]
    pub fn new(reason: Reason, subject: Subject) -> Self {
        Self { reason, subject, complaint: None }
    }

    /// A refusal of a method that does not exist, with the complaint about an `Authorization` header that is not a
    /// signature.
    pub(crate) fn missing_method(reason: Reason, subject: Subject, headers: &HeaderMap) -> Self {
        let authorization = headers.get(header::AUTHORIZATION).map(HeaderValue::as_bytes);
        let foreign = authorization.filter(|value| !value.starts_with(b"AWS4-"));
        let complaint = foreign.map(|value| ("IncompleteSignatureException", complaint(value, headers)));
        Self { reason, subject, complaint }
    }

    /// The same refusal, saying this.
    pub(crate) fn saying(mut self, error_type: &'static str, message: &str) -> Self {
        self.complaint = Some((error_type, message.to_owned()));
        self
    }

    /// What the client reads.
    #[must_use]
    pub fn into_response(self, stamp: &Stamp) -> MethodResponse {
        let wire = match &self.complaint {
            Some((error_type, message)) => {
                let body = format!("{{\"message\":{}}}", serde_json::Value::from(message.as_str()));
                Wire { status: StatusCode::FORBIDDEN, error_type: Some(error_type), body: body.into() }
            }
            None => wire(&self.reason),
        };
        let mut headers = Vec::with_capacity(4);
        match wire.error_type {
            None => headers.push(headers::content_type("text; charset=utf-8")),
            Some(error_type) => {
                headers.push(headers::content_type("application/json"));
                let value = HeaderValue::from_static(error_type);
                headers.push(headers::fixed(headers::ERROR_TYPE, "x-amzn-ErrorType", value));
                headers.extend(stamped(stamp.clone()));
            }
        }
        MethodResponse {
            status: wire.status,
            headers,
            body: ResponseBody::Bytes(wire.body),
            error_type: wire.error_type,
            reason: self.reason,
            subject: self.subject,
        }
    }
}

/// The identifiers every answer carries.
pub(crate) fn stamped(stamp: Stamp) -> [crate::response::Header; 2] {
    [
        headers::fixed(headers::REQUEST_ID, "x-amzn-RequestId", stamp.request_id),
        headers::fixed(headers::EXTENDED_REQUEST_ID, "x-amz-apigw-id", stamp.extended_request_id),
    ]
}

fn wire(reason: &Reason) -> Wire {
    let (status, error_type, body) = match reason {
        Reason::EndpointPolicyDenied { explicit, user, resource, .. } => {
            return denied(PolicyLayer::Endpoint, *explicit, user, resource);
        }
        Reason::ResourcePolicyDenied { explicit, user, resource, .. } => {
            return denied(PolicyLayer::Resource, *explicit, user, resource);
        }
        Reason::NoResourcePolicy { resource, .. } => {
            return denied(PolicyLayer::Resource, false, "anonymous", resource);
        }
        Reason::UrlTooLong { .. } | Reason::ArnTooLong { .. } => (414, "BadRequestException", URI_TOO_LONG),
        Reason::HeadersTooLarge { .. } => (431, "BadRequestException", HEADERS_TOO_LARGE),
        Reason::UnknownEndpoint { .. }
        | Reason::NoApiIdentified { .. }
        | Reason::UnknownApi { .. }
        | Reason::AliasOfAnotherEndpoint { .. }
        | Reason::NotThroughThisEntry { .. }
        | Reason::DefaultEndpointDisabled { .. }
        | Reason::SignatureNotVerified
        | Reason::SignatureRefused { .. }
        | Reason::EndpointPolicyUnreadable { .. }
        | Reason::NoStage { .. }
        | Reason::UnknownStage { .. }
        | Reason::MissingDeployment { .. }
        | Reason::ResourcePolicyUnreadable { .. }
        | Reason::ApiKeyRequired
        | Reason::AuthorizationNotServed { .. } => (403, "ForbiddenException", FORBIDDEN),
        Reason::NoResource { .. } | Reason::NoMethod { .. } => {
            (403, "MissingAuthenticationTokenException", MISSING_TOKEN)
        }
        Reason::PayloadTooLarge => (413, "", TOO_LARGE),
        Reason::UnsupportedMediaType { .. } => (415, "BadRequestException", UNSUPPORTED),
        Reason::BadBody { .. } => (400, "BadRequestException", BAD_PAYLOAD),
        Reason::BodyUnreadable { .. } | Reason::BadParameter { .. } => {
            (400, "BadRequestException", BAD_REQUEST)
        }
        Reason::Integration(failure) => {
            let (status, body) = failed(failure);
            (status, "InternalServerErrorException", body)
        }
        Reason::Served
        | Reason::NoIntegration
        | Reason::Configuration { .. }
        | Reason::NoMockStatus
        | Reason::InvalidEndpointAddress { .. }
        | Reason::NoResponseMatch { .. } => (500, "InternalServerErrorException", INTERNAL),
    };
    Wire {
        status: StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
        error_type: (!error_type.is_empty()).then_some(error_type),
        body: Bytes::from_static(body.as_bytes()),
    }
}

fn failed(failure: &IntegrationFailure) -> (u16, &'static str) {
    match failure {
        IntegrationFailure::Timeout => (504, TIMED_OUT),
        IntegrationFailure::Connect(_) | IntegrationFailure::Malformed(_) => (504, NETWORK),
        IntegrationFailure::Tls(_)
        | IntegrationFailure::UnknownHost(_)
        | IntegrationFailure::ResponseTooLarge => (500, INTERNAL),
    }
}

fn denied(policy: PolicyLayer, explicit: bool, user: &str, resource: &str) -> Wire {
    let reason = DenyReason { policy, explicit, anonymous: user == "anonymous" };
    let message = deny_message(reason, user, &mask_arn(resource), DenyStyle::default());
    Wire {
        status: StatusCode::FORBIDDEN,
        error_type: Some("AccessDeniedException"),
        body: deny_body(&message).into(),
    }
}

/// What is wrong with an `Authorization` header, read as if it were to hold a signature.
fn complaint(value: &[u8], headers: &HeaderMap) -> String {
    if !value.contains(&b'=') {
        let digest = STANDARD.encode(Sha256::digest(value));
        return format!(
            "Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with \
             Base64): '{digest}'."
        );
    }
    let text = String::from_utf8_lossy(value);
    let mut said = String::new();
    for name in ["Credential", "Signature", "SignedHeaders"] {
        if !text.split([' ', ',']).any(|pair| pair.split('=').next() == Some(name)) {
            said.push_str(&format!("Authorization header requires '{name}' parameter. "));
        }
    }
    if !headers.contains_key("x-amz-date") && !headers.contains_key(header::DATE) {
        said.push_str(
            "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ",
        );
    }
    said.push_str(&format!("Authorization={text}"));
    said
}
