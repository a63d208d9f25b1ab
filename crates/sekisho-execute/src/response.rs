//! What goes out: the method response, its headers in order and in AWS's spelling, and why it is what it is.

use std::{fmt, sync::Arc};

use bytes::Bytes;
use http::{HeaderName, HeaderValue, StatusCode};
use sekisho_core::id::{ResourceId, RestApiId, StageName};

use crate::{
    compiled::{CompiledResource, CompiledStage},
    reason::Reason,
};

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

/// What a request addressed, as far as it was found; for logs and metrics. Cheap to clone and to drop.
#[derive(Clone, Default)]
pub struct Subject {
    found: Found,
}

#[derive(Clone, Default)]
enum Found {
    #[default]
    Nothing,
    Api(RestApiId),
    Stage(Arc<CompiledStage>),
    /// With the number of the resource in the stage's deployment.
    Resource(Arc<CompiledStage>, u32),
}

impl Subject {
    pub(crate) fn of_api(api: &RestApiId) -> Self {
        Self { found: Found::Api(api.clone()) }
    }

    pub(crate) fn of_stage(stage: &Arc<CompiledStage>) -> Self {
        Self { found: Found::Stage(Arc::clone(stage)) }
    }

    pub(crate) fn of_resource(stage: &Arc<CompiledStage>, number: u32) -> Self {
        Self { found: Found::Resource(Arc::clone(stage), number) }
    }

    /// The API.
    #[must_use]
    pub fn api(&self) -> Option<&RestApiId> {
        match &self.found {
            Found::Nothing => None,
            Found::Api(api) => Some(api),
            Found::Stage(stage) | Found::Resource(stage, _) => Some(&stage.source.rest_api_id),
        }
    }

    /// The stage.
    #[must_use]
    pub fn stage(&self) -> Option<&StageName> {
        match &self.found {
            Found::Nothing | Found::Api(_) => None,
            Found::Stage(stage) | Found::Resource(stage, _) => Some(stage.name()),
        }
    }

    /// The resource's identifier.
    #[must_use]
    pub fn resource(&self) -> Option<&ResourceId> {
        self.compiled().map(|resource| &resource.id)
    }

    /// The resource's path template, `/pets/{petId}`.
    #[must_use]
    pub fn resource_path(&self) -> Option<&str> {
        self.compiled().map(|resource| &*resource.path)
    }

    fn compiled(&self) -> Option<&CompiledResource> {
        match &self.found {
            Found::Resource(stage, number) => stage.deployment.as_ref()?.resources.get(*number as usize),
            _ => None,
        }
    }
}

impl PartialEq for Subject {
    fn eq(&self, other: &Self) -> bool {
        (self.api(), self.stage(), self.resource()) == (other.api(), other.stage(), other.resource())
    }
}

impl Eq for Subject {}

impl fmt::Debug for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Subject")
            .field("api", &self.api())
            .field("stage", &self.stage())
            .field("resource_path", &self.resource_path())
            .finish()
    }
}
