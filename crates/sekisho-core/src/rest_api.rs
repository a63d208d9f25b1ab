//! REST APIs: the draft (head, resources with their methods, models), deployments and stages.
//!
//! A [`Deployment`] holds a copy of the whole draft, resource policy included; the request path reads deployments and
//! stages only. Field names are those of API Gateway's v1 model; maps keep the order in which clients gave them.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::{
    Keyed, Timestamp,
    id::{DeploymentId, ModelName, ResourceId, RestApiId, StageName, VpcEndpointId},
    vpc::Tags,
};

/// A REST API's head.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RestApi {
    /// Ten letters and digits.
    pub id: RestApiId,
    /// Not unique.
    pub name: String,
    /// Free text.
    pub description: Option<String>,
    /// Free text, from the document's `info.version`.
    pub version: Option<String>,
    /// When it was made.
    pub created: Timestamp,
    /// Where API keys come from: `HEADER` or `AUTHORIZER`.
    pub api_key_source: String,
    /// How it is reached.
    pub endpoint_type: EndpointType,
    /// `ipv4` or `dualstack`.
    pub ip_address_type: String,
    /// Endpoints that get an alias name. Neither a grant nor a restriction.
    pub vpc_endpoint_ids: Vec<VpcEndpointId>,
    /// The resource policy, shorthand expanded, as compact JSON.
    pub policy: Option<String>,
    /// Media types treated as bytes.
    pub binary_media_types: Vec<String>,
    /// Answers of at least this many bytes are compressed; `None` is off.
    pub minimum_compression_size: Option<u32>,
    /// Whether the default name is switched off.
    pub disable_execute_api_endpoint: bool,
    /// `TLS_1_2` and so on.
    pub security_policy: String,
    /// The resource `/`.
    pub root_resource_id: ResourceId,
    /// Tags.
    pub tags: Tags,
}

impl Keyed for RestApi {
    type Key = RestApiId;
    fn key(&self) -> RestApiId {
        self.id.clone()
    }
}

/// How a REST API is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum EndpointType {
    /// Public; served here as regional.
    Edge,
    /// Only through interface endpoints.
    Private,
    /// Public, in this region.
    Regional,
}

impl EndpointType {
    /// AWS's word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Edge => "EDGE",
            Self::Private => "PRIVATE",
            Self::Regional => "REGIONAL",
        }
    }
}

/// A resource of a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resource {
    /// The API it is of.
    pub rest_api_id: RestApiId,
    /// Unique in the API.
    pub id: ResourceId,
    /// `None` for the root.
    pub parent_id: Option<ResourceId>,
    /// `None` for the root; `pets`, `{petId}` or `{proxy+}`.
    pub path_part: Option<String>,
    /// From the root, `/pets/{petId}`.
    pub path: String,
    /// By verb, `GET` … `ANY`.
    pub methods: IndexMap<String, Method>,
}

impl Keyed for Resource {
    type Key = (RestApiId, ResourceId);
    fn key(&self) -> Self::Key {
        (self.rest_api_id.clone(), self.id.clone())
    }
}

/// A method.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Method {
    /// `NONE`; the other types are refused until they are served.
    pub authorization_type: String,
    /// Whether an API key is needed.
    pub api_key_required: bool,
    /// A friendly name.
    pub operation_name: Option<String>,
    /// `method.request.{header|querystring|path}.{name}` to required.
    pub request_parameters: IndexMap<String, bool>,
    /// Content type to model name.
    pub request_models: IndexMap<String, String>,
    /// By status code.
    pub responses: IndexMap<String, MethodResponse>,
    /// The backend.
    pub integration: Option<Integration>,
}

/// A method response.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MethodResponse {
    /// `method.response.header.{name}` to required.
    pub response_parameters: IndexMap<String, bool>,
    /// Content type to model name.
    pub response_models: IndexMap<String, String>,
}

/// The backend of a method.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Integration {
    /// What kind of backend.
    pub kind: IntegrationKind,
    /// The backend's verb; `None` for `MOCK`.
    pub http_method: Option<String>,
    /// The backend's address; `None` for `MOCK`.
    pub uri: Option<String>,
    /// `integration.request.{header|querystring|path}.{name}` to expression.
    pub request_parameters: IndexMap<String, String>,
    /// Content type to template.
    pub request_templates: IndexMap<String, String>,
    /// What happens to a body no template matches.
    pub passthrough_behavior: PassthroughBehavior,
    /// `CONVERT_TO_TEXT` or `CONVERT_TO_BINARY`.
    pub content_handling: Option<String>,
    /// 50–29,000.
    pub timeout_in_millis: u32,
    /// The resource id unless given; reported, caching is not served yet.
    pub cache_namespace: String,
    /// Reported, caching is not served yet.
    pub cache_key_parameters: Vec<String>,
    /// By status code, in the order they are tried.
    pub responses: IndexMap<String, IntegrationResponse>,
    /// Whether an HTTPS backend's chain may end anywhere.
    pub insecure_skip_verification: Option<bool>,
}

/// Kinds of integration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum IntegrationKind {
    /// HTTP with mapping.
    Http,
    /// HTTP passed through.
    HttpProxy,
    /// Answered by the gateway itself.
    Mock,
}

impl IntegrationKind {
    /// AWS's word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Http => "HTTP",
            Self::HttpProxy => "HTTP_PROXY",
            Self::Mock => "MOCK",
        }
    }
}

/// What happens to a request body whose content type has no template.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum PassthroughBehavior {
    /// 415.
    Never,
    /// Passed on unless another template stands.
    #[default]
    WhenNoMatch,
    /// Passed on only where no template stands at all, else 415.
    WhenNoTemplates,
}

impl PassthroughBehavior {
    /// AWS's word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Never => "NEVER",
            Self::WhenNoMatch => "WHEN_NO_MATCH",
            Self::WhenNoTemplates => "WHEN_NO_TEMPLATES",
        }
    }
}

/// An integration response.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IntegrationResponse {
    /// A regular expression over the backend's status; `None` or empty is the default response.
    pub selection_pattern: Option<String>,
    /// `method.response.header.{name}` to expression.
    pub response_parameters: IndexMap<String, String>,
    /// Content type to template.
    pub response_templates: IndexMap<String, String>,
    /// `CONVERT_TO_TEXT` or `CONVERT_TO_BINARY`.
    pub content_handling: Option<String>,
}

/// A model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Model {
    /// The API it is of.
    pub rest_api_id: RestApiId,
    /// Six letters and digits.
    pub id: String,
    /// Letters and digits, unique in the API.
    pub name: ModelName,
    /// Free text.
    pub description: Option<String>,
    /// JSON Schema draft 4, as text.
    pub schema: Option<String>,
    /// `application/json`.
    pub content_type: String,
}

impl Keyed for Model {
    type Key = (RestApiId, ModelName);
    fn key(&self) -> Self::Key {
        (self.rest_api_id.clone(), self.name.clone())
    }
}

/// A deployment: a frozen copy of the draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deployment {
    /// The API it is of.
    pub rest_api_id: RestApiId,
    /// Six letters and digits.
    pub id: DeploymentId,
    /// Free text, the only part that can change.
    pub description: Option<String>,
    /// When it was made.
    pub created: Timestamp,
    /// What was deployed.
    pub definition: Definition,
}

impl Keyed for Deployment {
    type Key = (RestApiId, DeploymentId);
    fn key(&self) -> Self::Key {
        (self.rest_api_id.clone(), self.id.clone())
    }
}

/// The whole of a draft at one moment. Shared with the world it was taken from where nothing changed since.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Definition {
    /// The head, resource policy included.
    pub rest_api: std::sync::Arc<RestApi>,
    /// All resources.
    pub resources: Vec<std::sync::Arc<Resource>>,
    /// All models.
    pub models: Vec<std::sync::Arc<Model>>,
}

/// A stage: a name under which a deployment is served.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    /// The API it is of.
    pub rest_api_id: RestApiId,
    /// Unique in the API.
    pub name: StageName,
    /// What it serves.
    pub deployment_id: DeploymentId,
    /// Free text.
    pub description: Option<String>,
    /// Stage variables.
    pub variables: IndexMap<String, String>,
    /// When it was made.
    pub created: Timestamp,
    /// When it last changed.
    pub last_updated: Timestamp,
    /// Tags.
    pub tags: Tags,
}

impl Keyed for Stage {
    type Key = (RestApiId, StageName);
    fn key(&self) -> Self::Key {
        (self.rest_api_id.clone(), self.name.clone())
    }
}
