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
