//! What goes out: the method response, its headers in order and in AWS's spelling, and why it is what it is.

use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderName, HeaderValue, StatusCode};
use sekisho_core::id::{ResourceId, RestApiId, StageName};

use crate::reason::Reason;

/// The answer to a request. `Date`, `Content-Length` and connection headers are the shell's.
#[derive(Clone, Debug)]
pub struct MethodResponse {
    /// The status.
    pub status: StatusCode,
    /// The headers in order.
    pub headers: Vec<Header>,
    /// The body. Given for `HEAD` too; the shell leaves it out on the wire.
    pub body: ResponseBody,
    /// `x-amzn-ErrorType`, where the gateway itself refused or failed.
    pub error_type: Option<&'static str>,
    /// Why, for the operator; [`Reason::Served`] where a backend or a MOCK answered.
    pub reason: Reason,
    /// What was addressed, as far as it was found.
    pub subject: Subject,
}

impl MethodResponse {
    /// The first value of a header, by lower-case name.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&HeaderValue> {
        self.headers.iter().find(|header| header.name.as_str() == name).map(|header| &header.value)
    }
}

/// A body going out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResponseBody {
    /// These bytes.
    Bytes(Bytes),
    /// The integration's body as it arrives, unbuffered.
    Stream,
}

/// A header and the spelling AWS gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The name, lower case.
    pub name: HeaderName,
    /// The name as AWS or the API's author writes it.
    pub spelling: Spelling,
    /// The value.
    pub value: HeaderValue,
}

/// How a header's name is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// The gateway's own.
    Fixed(&'static str),
    /// An author's.
    Given(Arc<str>),
    /// As it came from the backend, of which only the lower case is known.
    Lower,
}

impl Header {
    /// The name as it is written.
    #[must_use]
    pub fn written(&self) -> &str {
        match &self.spelling {
            Spelling::Fixed(text) => text,
            Spelling::Given(text) => text,
            Spelling::Lower => self.name.as_str(),
        }
    }
}

/// What a request addressed, as far as it was found; for logs and metrics.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// The API.
    pub api: Option<RestApiId>,
    /// The stage.
    pub stage: Option<StageName>,
    /// The resource.
    pub resource: Option<ResourceId>,
    /// The resource's path template, `/pets/{petId}`.
    pub resource_path: Option<Arc<str>>,
}
