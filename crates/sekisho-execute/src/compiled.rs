//! The compiled forms: what the request path reads of an API, its stages, its deployments, its methods.
//!
//! Nothing here can fail any more: what did not compile is kept as the error that closes it.

use std::{ops::Range, sync::Arc};

use bytes::Bytes;
use http::{Method, StatusCode};
use sekisho_core::{
    id::{ResourceId, RestApiId, StageName, VpcEndpointId, VpcId},
    rest_api::{Deployment, EndpointType, PassthroughBehavior, Stage},
    vpc::VpcEndpoint,
};
use sekisho_policy::{CompiledPolicy, NarrowedPolicy};
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

impl Place {
    /// What the ARNs of all methods of an API begin with.
    pub(crate) fn method_arn_prefix(&self, api: &RestApiId) -> String {
        let Self { partition, region, account_id, .. } = self;
        format!("arn:{partition}:execute-api:{region}:{account_id}:{api}/")
    }
}

/// A REST API. Small and cheap to clone, because it lies in the runtime's table itself.
#[derive(Clone, Debug)]
pub(crate) struct CompiledApi {
    pub(crate) id: RestApiId,
    pub(crate) stages: Arc<[StageSlot]>,
}

/// A stage under its name. Most names are short, and a short one is compared without leaving the API's own table; what
/// the stage serves can be reached from there too, so that a request does not wait for the one to find the other.
#[derive(Clone, Debug)]
pub(crate) struct StageSlot {
    /// The name's length and its beginning.
    length: u8,
    beginning: [u8; 15],
    pub(crate) stage: Arc<CompiledStage>,
    /// The stage's.
    pub(crate) deployment: Option<Arc<CompiledDeployment>>,
}

impl StageSlot {
    pub(crate) fn new(stage: Arc<CompiledStage>) -> Self {
        let name = stage.name().as_str().as_bytes();
        let mut beginning = [0; 15];
        for (to, from) in beginning.iter_mut().zip(name) {
            *to = *from;
        }
        let length = u8::try_from(name.len()).unwrap_or(u8::MAX);
        Self { length, beginning, deployment: stage.deployment.clone(), stage }
    }

    pub(crate) fn is_named(&self, name: &str) -> bool {
        match self.beginning.get(..usize::from(self.length)) {
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
        for StageSlot { stage, .. } in &*self.stages {
            let place = format!("API `{}`, stage `{}`", self.id, stage.name());
            let Some(deployment) = &stage.deployment else {
                found.push(format!("{place}: its deployment does not exist"));
                continue;
            };
            if let PolicySlot::Unreadable(error) = &deployment.policy {
                found.push(format!("{place}: the resource policy cannot be read, nothing passes: {error}"));
            }
            for resource in &deployment.resources {
                for (verb, method) in deployment.methods_of(resource) {
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

/// A deployment. What every request reads comes first and lies together: the policy, the router, the verbs.
#[derive(Debug)]
#[repr(C)]
pub(crate) struct CompiledDeployment {
    pub(crate) endpoint_type: EndpointType,
    pub(crate) default_endpoint_disabled: bool,
    pub(crate) policy: PolicySlot<NarrowedPolicy>,
    pub(crate) router: Router,
    /// By the number of the resource.
    pub(crate) verbs: Box<[Verbs]>,
    /// Of all resources, those of one together.
    pub(crate) methods: Box<[(Verb, CompiledMethod)]>,
    pub(crate) resources: Box<[CompiledResource]>,
    pub(crate) binary_media_types: Box<[Box<str>]>,
    pub(crate) source: Arc<Deployment>,
}

impl CompiledDeployment {
    /// The method that serves a verb: the resource's own, else its `ANY`.
    pub(crate) fn method(&self, resource_number: u32, verb: Verb) -> Option<&CompiledMethod> {
        let number = self.verbs.get(resource_number as usize)?.method(verb)?;
        self.methods.get(number as usize).map(|(_, method)| method)
    }

    /// What keeps callers from a method of the resource, if anything does.
    pub(crate) fn gate<'d>(&'d self, resource_number: u32, method: &'d CompiledMethod) -> &'d Gate {
        match self.verbs.get(resource_number as usize) {
            Some(verbs) if verbs.all_open => &Gate::Open,
            _ => &method.gate,
        }
    }

    /// The methods of a resource.
    pub(crate) fn methods_of(&self, resource: &CompiledResource) -> &[(Verb, CompiledMethod)] {
        let Range { start, end } = resource.methods;
        self.methods.get(start as usize..end as usize).unwrap_or_default()
    }
}

/// Which methods a resource has, in one piece with the other resources'.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Verbs {
    /// The number of the resource's first method.
    first: u32,
    /// By verb: how many methods further, or [`Self::NONE`].
    further: [u8; Verb::COUNT],
    /// Whether every method lets every caller through, so that a request need not look at the method for that.
    all_open: bool,
}

impl Verbs {
    const NONE: u8 = u8::MAX;

    /// Of a resource's methods, each verb at most once; `first` is the number of the first method.
    pub(crate) fn new(first: u32, methods: &[(Verb, CompiledMethod)]) -> Self {
        let mut further = [Self::NONE; Verb::COUNT];
        for (number, (verb, _)) in (0..Self::NONE).zip(methods) {
            if let Some(slot) = further.get_mut(*verb as usize) {
                *slot = number;
            }
        }
        Self { first, further, all_open: methods.iter().all(|(_, method)| method.gate == Gate::Open) }
    }

    /// The number of the method that serves a verb: that verb's, else that of `ANY`.
    fn method(&self, verb: Verb) -> Option<u32> {
        let of = |verb: Verb| self.further.get(verb as usize).copied().filter(|number| *number != Self::NONE);
        of(verb).or_else(|| of(Verb::Any)).map(|further| self.first + u32::from(further))
    }
}

/// An endpoint.
#[derive(Clone, Debug)]
pub(crate) struct CompiledEndpoint {
    pub(crate) source: Arc<VpcEndpoint>,
    pub(crate) policy: PolicySlot<Box<CompiledPolicy>>,
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
pub(crate) enum PolicySlot<P> {
    /// None given.
    Absent,
    /// One that lets everyone do everything, which is not asked.
    Open,
    /// One, and whether its text speaks of headers.
    Policy { policy: P, asks_for_headers: bool },
    /// One that cannot be read.
    Unreadable(Box<str>),
}

/// A resource with its methods.
#[derive(Clone, Debug)]
pub(crate) struct CompiledResource {
    pub(crate) id: ResourceId,
    pub(crate) path: Arc<str>,
    pub(crate) parameters: Box<[PathParameter]>,
    /// The numbers of its methods in the deployment.
    pub(crate) methods: Range<u32>,
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
#[repr(u8)]
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
    /// How many there are.
    const COUNT: usize = 8;

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
