//! The compiled forms: what the request path reads of an API, its stages, its deployments, its methods.
//!
//! Nothing here can fail any more: what did not compile is kept as the error that closes it.

use std::sync::Arc;

use bytes::Bytes;
use http::{Method, StatusCode};
use sekisho_core::{
    id::{ResourceId, RestApiId, StageName, VpcEndpointId, VpcId},
    rest_api::{Deployment, EndpointType, PassthroughBehavior, Stage},
    vpc::VpcEndpoint,
};
use sekisho_policy::CompiledPolicy;
use sekisho_vtl::Template;

use crate::{
    expression::{Source, Target},
    response::Header,
    router::Router,
    selector::Selector,
};

/// Where this instance is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) partition: String,
    pub(crate) region: String,
    pub(crate) account_id: String,
    /// `.execute-api.REGION.amazonaws.com`.
    pub(crate) host_suffix: String,
}

/// A REST API.
#[derive(Clone, Debug)]
pub(crate) struct CompiledApi {
    pub(crate) id: RestApiId,
    pub(crate) stages: Box<[StageSlot]>,
}

/// A stage under its name. Most names are short, and a short one is compared without leaving the API's own table.
#[derive(Clone, Debug)]
pub(crate) struct StageSlot {
    length: usize,
    beginning: [u8; 16],
    pub(crate) stage: Arc<CompiledStage>,
}

impl StageSlot {
    pub(crate) fn new(stage: Arc<CompiledStage>) -> Self {
        let name = stage.name().as_str().as_bytes();
        let mut beginning = [0; 16];
        for (to, from) in beginning.iter_mut().zip(name) {
            *to = *from;
        }
        Self { length: name.len(), beginning, stage }
    }

    pub(crate) fn is_named(&self, name: &str) -> bool {
        self.length == name.len()
            && match self.beginning.get(..self.length) {
                Some(whole) => whole == name.as_bytes(),
                None => self.stage.name().as_str() == name,
            }
    }
}

/// A stage.
#[derive(Clone, Debug)]
pub(crate) struct CompiledStage {
    pub(crate) source: Arc<Stage>,
    /// `None` where the stage points at nothing.
    pub(crate) deployment: Option<Arc<CompiledDeployment>>,
}

impl CompiledApi {
    /// What of it cannot be served as it was deployed.
    pub(crate) fn problems(&self) -> Vec<String> {
        let mut found = Vec::new();
        for StageSlot { stage, .. } in &self.stages {
            let place = format!("API `{}`, stage `{}`", self.id, stage.name());
            let Some(deployment) = &stage.deployment else {
                found.push(format!("{place}: its deployment does not exist"));
                continue;
            };
            if let PolicySlot::Unreadable(error) = &deployment.policy {
                found.push(format!("{place}: the resource policy cannot be read, nothing passes: {error}"));
            }
            for resource in &deployment.resources {
                for (verb, method) in &resource.methods {
                    let errors = method.integration.problems();
                    let place = format!("{place}, {} {}", verb.as_str(), resource.path);
                    found.extend(errors.into_iter().map(|error| format!("{place}: {error}")));
                }
            }
        }
        found
    }
}

impl CompiledEndpoint {
    /// What of it closes it.
    pub(crate) fn problem(&self) -> Option<String> {
        match &self.policy {
            PolicySlot::Unreadable(error) => {
                Some(format!("endpoint `{}`: the policy cannot be read, nothing passes: {error}", self.id()))
            }
            _ => None,
        }
    }
}

impl CompiledIntegration {
    /// What of it fails requests.
    fn problems(&self) -> Vec<String> {
        let (request, responses) = match self {
            Self::Absent => return Vec::new(),
            Self::Broken(error) => return vec![error.to_string()],
            Self::Mock(mock) => (&mock.request, &mock.responses),
            Self::Http(backend) => (&backend.request, &backend.responses),
        };
        let templates = responses.all.iter().map(|response| &response.templates).chain([&request.templates]);
        let errors = templates.flatten().filter_map(|(content_type, slot)| {
            slot.as_ref()
                .err()
                .map(|error| format!("the template for `{content_type}` does not compile: {error}"))
        });
        errors.collect()
    }
}

impl CompiledStage {
    pub(crate) fn name(&self) -> &StageName {
        &self.source.name
    }
}

/// A deployment.
#[derive(Debug)]
pub(crate) struct CompiledDeployment {
    pub(crate) source: Arc<Deployment>,
    pub(crate) endpoint_type: EndpointType,
    pub(crate) default_endpoint_disabled: bool,
    pub(crate) policy: PolicySlot,
    pub(crate) binary_media_types: Box<[Box<str>]>,
    pub(crate) router: Router,
    pub(crate) resources: Box<[CompiledResource]>,
}

/// An endpoint.
#[derive(Clone, Debug)]
pub(crate) struct CompiledEndpoint {
    pub(crate) source: Arc<VpcEndpoint>,
    pub(crate) policy: PolicySlot,
}

impl CompiledEndpoint {
    pub(crate) fn id(&self) -> &VpcEndpointId {
        &self.source.id
    }
    pub(crate) fn vpc_id(&self) -> &VpcId {
        &self.source.vpc_id
    }
}

/// A policy, or the lack of one.
#[derive(Clone, Debug)]
pub(crate) enum PolicySlot {
    /// None given.
    Absent,
    /// One that lets everyone do everything, which is not asked.
    Open,
    /// One, and whether its text speaks of headers.
    Policy { policy: Box<CompiledPolicy>, asks_for_headers: bool },
    /// One that cannot be read.
    Unreadable(Box<str>),
}

/// A resource with its methods.
#[derive(Clone, Debug)]
pub(crate) struct CompiledResource {
    pub(crate) id: ResourceId,
    pub(crate) path: Arc<str>,
    pub(crate) parameters: Box<[PathParameter]>,
    pub(crate) methods: Box<[(Verb, CompiledMethod)]>,
}

impl CompiledResource {
    /// The method that serves a verb: its own, else `ANY`.
    pub(crate) fn method(&self, verb: Verb) -> Option<&CompiledMethod> {
        let found = self.methods.iter().find(|(own, _)| *own == verb);
        found.or_else(|| self.methods.iter().find(|(own, _)| *own == Verb::Any)).map(|(_, method)| method)
    }
}

/// A `{parameter}` of a resource's path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PathParameter {
    pub(crate) name: Box<str>,
    /// The number of its segment.
    pub(crate) segment: u32,
    pub(crate) greedy: bool,
}

/// The verbs that methods can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verb {
    Get,
    Put,
    Post,
    Delete,
    Patch,
    Options,
    Head,
    /// All the others.
    Any,
}

impl Verb {
    pub(crate) fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "GET" => Self::Get,
            "PUT" => Self::Put,
            "POST" => Self::Post,
            "DELETE" => Self::Delete,
            "PATCH" => Self::Patch,
            "OPTIONS" => Self::Options,
            "HEAD" => Self::Head,
            "ANY" => Self::Any,
            _ => return None,
        })
    }

    /// The verb of a request; `ANY` is none.
    pub(crate) fn of_request(text: &str) -> Option<Self> {
        Self::parse(text).filter(|verb| *verb != Self::Any)
    }

    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
            Self::Patch => "PATCH",
            Self::Options => "OPTIONS",
            Self::Head => "HEAD",
            Self::Any => "ANY",
        }
    }
}

/// A method with its integration.
#[derive(Clone, Debug)]
pub(crate) struct CompiledMethod {
    pub(crate) gate: Gate,
    /// The whole answer to a request without a content type, where nothing in it depends on the request.
    pub(crate) ready: Option<Arc<StaticAnswer>>,
    pub(crate) integration: CompiledIntegration,
}

/// What a caller needs besides the policies' consent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Gate {
    Open,
    /// An API key; none are served.
    ApiKey,
    /// A kind of authorization that is not served.
    Closed(Box<str>),
}

/// An integration.
#[derive(Clone, Debug)]
pub(crate) enum CompiledIntegration {
    Absent,
    Broken(Box<str>),
    Mock(Box<Mock>),
    Http(Box<HttpBackend>),
}

/// A template, or why it cannot be used.
pub(crate) type TemplateSlot = Result<Arc<Template>, Arc<str>>;

/// Templates by content type, in the order given.
pub(crate) type Templates = Box<[(Box<str>, TemplateSlot)]>;

/// An integration without a backend.
#[derive(Clone, Debug)]
pub(crate) struct Mock {
    pub(crate) request: RequestTemplates,
    /// By the number of the request template: the whole answer, where nothing in it depends on the request.
    pub(crate) answers: Box<[Option<Arc<StaticAnswer>>]>,
    pub(crate) responses: Responses,
}

/// An answer that is the same for every request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StaticAnswer {
    pub(crate) status: StatusCode,
    pub(crate) headers: Box<[Header]>,
    pub(crate) body: Bytes,
}

/// An HTTP backend.
#[derive(Clone, Debug)]
pub(crate) struct HttpBackend {
    pub(crate) proxy: bool,
    /// `None`: the client's.
    pub(crate) method: Option<Method>,
    pub(crate) uri: Box<[UriPart]>,
    pub(crate) mappings: Box<[(Target, Source)]>,
    pub(crate) mappings_need_body: bool,
    pub(crate) request: RequestTemplates,
    pub(crate) timeout_millis: u32,
    pub(crate) insecure_skip_verification: bool,
    pub(crate) responses: Responses,
}

/// A part of an integration's URI.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum UriPart {
    Text(Box<str>),
    /// `{name}`.
    Path(Box<str>),
    /// `${stageVariables.name}`.
    StageVariable(Box<str>),
}

/// How a request's body becomes the integration's.
#[derive(Clone, Debug)]
pub(crate) struct RequestTemplates {
    pub(crate) templates: Templates,
    pub(crate) passthrough: PassthroughBehavior,
    pub(crate) conversion: Option<Conversion>,
}

/// `contentHandling`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Conversion {
    ToText,
    ToBinary,
}

/// An integration's responses.
#[derive(Clone, Debug)]
pub(crate) struct Responses {
    pub(crate) all: Box<[CompiledResponse]>,
    /// Whether any of them looks at the backend's body or changes it.
    pub(crate) need_body: bool,
}

impl Responses {
    /// The response that takes a status: the first whose pattern does, else the default.
    pub(crate) fn select(&self, status: u16) -> Option<&CompiledResponse> {
        let found = self.all.iter().find(|response| response.selector.takes(status));
        found.or_else(|| self.all.iter().find(|response| response.selector == Selector::Default))
    }
}

/// An integration response.
#[derive(Clone, Debug)]
pub(crate) struct CompiledResponse {
    pub(crate) status: StatusCode,
    pub(crate) selector: Selector,
    pub(crate) mappings: Box<[(ResponseTarget, Source)]>,
    pub(crate) templates: Templates,
    pub(crate) conversion: Option<Conversion>,
}

impl CompiledResponse {
    /// Whether it looks at the backend's body or changes it.
    pub(crate) fn needs_body(&self) -> bool {
        !self.templates.is_empty()
            || self.conversion.is_some()
            || self.mappings.iter().any(|(_, source)| source.is_body())
    }
}

/// A header that a response mapping sets: its name as parsed and as written, remapped where it must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ResponseTarget {
    pub(crate) name: http::HeaderName,
    pub(crate) written: Arc<str>,
}
