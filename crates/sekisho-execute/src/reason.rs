//! Why a request was answered as it was: the truth for the operator, where the wire shows only `Forbidden`.
//!
//! The variants are closed on purpose: the operator's log, `trace` and the tests account for every one of them.

use sekisho_core::{
    id::{RestApiId, StageName, VpcEndpointId},
    rest_api::EndpointType,
};

use crate::integration::IntegrationFailure;

/// Why a request was answered as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A backend or a MOCK answered.
    Served,
    /// The URL is longer than allowed.
    UrlTooLong {
        /// Bytes found.
        bytes: usize,
        /// Bytes allowed.
        limit: usize,
    },
    /// The header lines are longer than allowed together.
    HeadersTooLarge {
        /// Bytes found.
        bytes: usize,
        /// Bytes allowed.
        limit: usize,
    },
    /// The connection came by an endpoint that no longer exists.
    UnknownEndpoint {
        /// Which.
        endpoint: VpcEndpointId,
    },
    /// Neither `x-apigw-api-id` nor the host names an API.
    NoApiIdentified {
        /// The host sent, if any.
        host: Option<String>,
    },
    /// No API has the identifier.
    UnknownApi {
        /// As sent.
        api: String,
    },
    /// The alias of an API at one endpoint was used through another door.
    AliasOfAnotherEndpoint {
        /// The endpoint in the name.
        named: String,
        /// The endpoint the connection came by; `None` for the public front.
        arrived: Option<VpcEndpointId>,
    },
    /// A private API was asked for at the public front, or a public API through an endpoint.
    NotThroughThisEntry {
        /// Which API.
        api: RestApiId,
        /// What it is.
        endpoint_type: EndpointType,
    },
    /// The API's default name is switched off.
    DefaultEndpointDisabled {
        /// Which API.
        api: RestApiId,
    },
    /// The request's signature does not hold.
    SignatureRefused {
        /// What the caller was told.
        message: String,
    },
    /// A signature was sent and nobody verified it.
    SignatureNotVerified,
    /// The endpoint's policy refused.
    EndpointPolicyDenied {
        /// Which endpoint.
        endpoint: VpcEndpointId,
        /// By a Deny; else no Allow applied.
        explicit: bool,
        /// Who called.
        user: String,
        /// What was asked for.
        resource: String,
    },
    /// The endpoint's policy cannot be read, so nothing passes.
    EndpointPolicyUnreadable {
        /// Which endpoint.
        endpoint: VpcEndpointId,
        /// What is wrong with it.
        error: String,
    },
    /// The path names no stage.
    NoStage {
        /// Of which API.
        api: RestApiId,
    },
    /// No stage has the name.
    UnknownStage {
        /// Of which API.
        api: RestApiId,
        /// As sent.
        stage: String,
    },
    /// The stage points at a deployment that does not exist.
    MissingDeployment {
        /// Of which API.
        api: RestApiId,
        /// Which stage.
        stage: StageName,
    },
    /// The API's resource policy, as deployed, refused.
    ResourcePolicyDenied {
        /// Which API.
        api: RestApiId,
        /// By a Deny; else no Allow applied.
        explicit: bool,
        /// Who called.
        user: String,
        /// What was asked for.
        resource: String,
    },
    /// A private API was deployed without a resource policy, so nothing passes.
    NoResourcePolicy {
        /// Which API.
        api: RestApiId,
        /// What was asked for.
        resource: String,
    },
    /// The API's resource policy cannot be read, so nothing passes.
    ResourcePolicyUnreadable {
        /// Which API.
        api: RestApiId,
        /// What is wrong with it.
        error: String,
    },
    /// The method's ARN is longer than policies take.
    ArnTooLong {
        /// Bytes found.
        bytes: usize,
    },
    /// No resource has the path.
    NoResource {
        /// The path below the stage.
        path: String,
    },
    /// The resource does not have the method.
    NoMethod {
        /// The resource's path template.
        resource: String,
        /// The method asked for.
        method: String,
    },
    /// The method wants an API key; none are served yet, so none is right.
    ApiKeyRequired,
    /// The method's kind of authorization is not served, so nobody is let through.
    AuthorizationNotServed {
        /// Which kind.
        authorization_type: String,
    },
    /// The method was deployed without an integration.
    NoIntegration,
    /// The client's body is longer than allowed.
    PayloadTooLarge,
    /// The client's body could not be read.
    BodyUnreadable {
        /// Why.
        error: String,
    },
    /// No template takes the content type and it may not pass.
    UnsupportedMediaType {
        /// As sent, or the default.
        content_type: String,
    },
    /// The body is not the JSON that a template looks for.
    BadBody {
        /// What is wrong with it.
        error: String,
    },
    /// A value of the client's cannot stand where a mapping puts it, as a line break in a header.
    BadParameter {
        /// What was to be set.
        target: String,
    },
    /// The integration cannot be used as it was deployed: a template, pattern, mapping or address is wrong.
    Configuration {
        /// What is wrong.
        error: String,
    },
    /// A MOCK's rendered request holds no integer `statusCode`.
    NoMockStatus,
    /// The backend's address does not make a URL.
    InvalidEndpointAddress {
        /// What came out.
        uri: String,
    },
    /// The backend gave no answer.
    Integration(IntegrationFailure),
    /// No integration response takes the backend's status and none is the default.
    NoResponseMatch {
        /// The backend's status.
        status: u16,
    },
}

impl Reason {
    /// The reason as a sentence for the operator, with what would mend it.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "a table, one sentence a variant")]
    pub fn explain(&self) -> String {
        match self {
            Self::Served => "the request was served".to_owned(),
            Self::UrlTooLong { bytes, limit } => {
                format!("the URL has {bytes} bytes, more than the {limit} allowed")
            }
            Self::HeadersTooLarge { bytes, limit } => {
                format!("the header lines have {bytes} bytes together, more than the {limit} allowed")
            }
            Self::UnknownEndpoint { endpoint } => format!("endpoint `{endpoint}` does not exist any more"),
            Self::NoApiIdentified { host } => {
                let host = host.as_deref().unwrap_or("none");
                format!(
                    "nothing names an API: there is no `x-apigw-api-id` header, and the host (`{host}`) is no API's name"
                )
            }
            Self::UnknownApi { api } => format!("there is no API `{api}`"),
            Self::AliasOfAnotherEndpoint { named, arrived } => {
                let arrived = arrived.as_ref().map_or("the public front", VpcEndpointId::as_str);
                format!("the host names endpoint `{named}`, but the connection came by {arrived}")
            }
            Self::NotThroughThisEntry { api, endpoint_type: EndpointType::Private } => {
                format!("API `{api}` is private: it is reached through a VPC endpoint only")
            }
            Self::NotThroughThisEntry { api, endpoint_type } => format!(
                "API `{api}` is public ({}): it is not reached through a VPC endpoint; is private DNS on in this VPC?",
                endpoint_type.as_str()
            ),
            Self::DefaultEndpointDisabled { api } => {
                format!("the default name of API `{api}` is switched off (disableExecuteApiEndpoint)")
            }
            Self::SignatureRefused { message } => format!("the signature does not hold: {message}"),
            Self::SignatureNotVerified => {
                "the request is signed and the signature was not verified".to_owned()
            }
            Self::EndpointPolicyDenied { endpoint, explicit, user, resource } => format!(
                "the policy of endpoint `{endpoint}` {} `{user}` to invoke `{resource}`",
                forbids(*explicit)
            ),
            Self::EndpointPolicyUnreadable { endpoint, error } => {
                format!("the policy of endpoint `{endpoint}` cannot be read, so nothing passes: {error}")
            }
            Self::NoStage { api } => format!("the path names no stage of API `{api}`"),
            Self::UnknownStage { api, stage } => format!("API `{api}` has no stage `{stage}`"),
            Self::MissingDeployment { api, stage } => {
                format!("stage `{stage}` of API `{api}` points at a deployment that does not exist")
            }
            Self::ResourcePolicyDenied { api, explicit, user, resource } => format!(
                "the resource policy of API `{api}`, as deployed, {} `{user}` to invoke `{resource}`",
                forbids(*explicit)
            ),
            Self::NoResourcePolicy { api, .. } => format!(
                "private API `{api}` was deployed without a resource policy, so nothing passes; set one and deploy again"
            ),
            Self::ResourcePolicyUnreadable { api, error } => {
                format!("the resource policy of API `{api}` cannot be read, so nothing passes: {error}")
            }
            Self::ArnTooLong { bytes } => {
                format!("the method's ARN has {bytes} bytes, more than policies take; shorten the path")
            }
            Self::NoResource { path } => format!("no resource with methods has the path `/{path}`"),
            Self::NoMethod { resource, method } => format!("resource `{resource}` has no method {method}"),
            Self::ApiKeyRequired => {
                "the method requires an API key, and API keys are not served yet".to_owned()
            }
            Self::AuthorizationNotServed { authorization_type } => {
                format!(
                    "the method's authorization type `{authorization_type}` is not served, so nobody passes"
                )
            }
            Self::NoIntegration => {
                "the method was deployed without an integration; set one and deploy again".to_owned()
            }
            Self::PayloadTooLarge => "the body is longer than 10485760 bytes".to_owned(),
            Self::BodyUnreadable { error } => format!("the body could not be read: {error}"),
            Self::UnsupportedMediaType { content_type } => {
                format!("no mapping template takes `{content_type}`, and the passthrough behaviour stops it")
            }
            Self::BadBody { error } => format!("the body is not what the mapping needs: {error}"),
            Self::BadParameter { target } => {
                format!("the value the client gave cannot be set as `{target}`")
            }
            Self::Configuration { error } => {
                format!("the method cannot be carried out as it was deployed: {error}")
            }
            Self::NoMockStatus => {
                "the MOCK's rendered request template holds no integer `statusCode`".to_owned()
            }
            Self::InvalidEndpointAddress { uri } => format!("the integration's address `{uri}` is no URL"),
            Self::Integration(failure) => explain_failure(failure),
            Self::NoResponseMatch { status } => format!(
                "no integration response takes the backend's status {status}, and none is the default"
            ),
        }
    }
}

fn forbids(explicit: bool) -> &'static str {
    if explicit { "denies" } else { "does not allow" }
}

fn explain_failure(failure: &IntegrationFailure) -> String {
    match failure {
        IntegrationFailure::Timeout => "the backend did not answer in time".to_owned(),
        IntegrationFailure::Connect(error) => format!("the backend could not be reached: {error}"),
        IntegrationFailure::Tls(error) => format!("the TLS handshake with the backend failed: {error}"),
        IntegrationFailure::UnknownHost(error) => format!("the backend's name does not resolve: {error}"),
        IntegrationFailure::Malformed(error) => format!("the backend's answer is no HTTP: {error}"),
        IntegrationFailure::ResponseTooLarge => {
            "the backend's answer is longer than 10485760 bytes".to_owned()
        }
    }
}
