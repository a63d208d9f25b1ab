//! Amazon API Gateway: the shapes of the served operations, as plain structs and as tables.
//!
//! Written by `cargo xtask codegen` from `models/apigateway.json`; do not edit.
use crate::shape::*;
use indexmap::IndexMap;

/// The shape `AccessLogSettings`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccessLogSettings {
    /// `format`.
    pub format: Option<String>,
    /// `destinationArn`.
    pub destination_arn: Option<String>,
}

impl Shaped for AccessLogSettings {
    const SHAPE: &'static Structure = &Structure {
        name: "AccessLogSettings",
        members: &[member("format", TEXT), member("destinationArn", TEXT)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { format: members.take(), destination_arn: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.format), value(&self.destination_arn)]
    }
}

/// The shape `Account`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Account {
    /// `cloudwatchRoleArn`.
    pub cloudwatch_role_arn: Option<String>,
    /// `throttleSettings`.
    pub throttle_settings: Option<ThrottleSettings>,
    /// `features`.
    pub features: Option<Vec<String>>,
    /// `apiKeyVersion`.
    pub api_key_version: Option<String>,
}

impl Shaped for Account {
    const SHAPE: &'static Structure = &Structure {
        name: "Account",
        members: &[
            member("cloudwatchRoleArn", TEXT),
            member("throttleSettings", Shape::Structure(ThrottleSettings::SHAPE)),
            member("features", shapes::LIST_OF_STRING),
            member("apiKeyVersion", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            cloudwatch_role_arn: members.take(),
            throttle_settings: members.take(),
            features: members.take(),
            api_key_version: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.cloudwatch_role_arn),
            value(&self.throttle_settings),
            value(&self.features),
            value(&self.api_key_version),
        ]
    }
}

/// The shape `CanarySettings`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CanarySettings {
    /// `percentTraffic`.
    pub percent_traffic: Option<f64>,
    /// `deploymentId`.
    pub deployment_id: Option<String>,
    /// `stageVariableOverrides`.
    pub stage_variable_overrides: Option<IndexMap<String, String>>,
    /// `useStageCache`.
    pub use_stage_cache: Option<bool>,
}

impl Shaped for CanarySettings {
    const SHAPE: &'static Structure = &Structure {
        name: "CanarySettings",
        members: &[
            member("percentTraffic", Shape::Double),
            member("deploymentId", TEXT),
            member("stageVariableOverrides", shapes::MAP_OF_STRING_TO_STRING),
            member("useStageCache", Shape::Boolean),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            percent_traffic: members.take(),
            deployment_id: members.take(),
            stage_variable_overrides: members.take(),
            use_stage_cache: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.percent_traffic),
            value(&self.deployment_id),
            value(&self.stage_variable_overrides),
            value(&self.use_stage_cache),
        ]
    }
}

/// The shape `CreateDeploymentRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateDeploymentInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `stageName`.
    pub stage_name: Option<String>,
    /// `stageDescription`.
    pub stage_description: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `cacheClusterEnabled`.
    pub cache_cluster_enabled: Option<bool>,
    /// `cacheClusterSize`, one of [`enums::CACHE_CLUSTER_SIZE`].
    pub cache_cluster_size: Option<String>,
    /// `variables`.
    pub variables: Option<IndexMap<String, String>>,
    /// `canarySettings`.
    pub canary_settings: Option<DeploymentCanarySettings>,
    /// `tracingEnabled`.
    pub tracing_enabled: Option<bool>,
}

impl Shaped for CreateDeploymentInput {
    const SHAPE: &'static Structure = &Structure {
        name: "CreateDeploymentRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            member("stageName", TEXT),
            member("stageDescription", TEXT),
            member("description", TEXT),
            member("cacheClusterEnabled", Shape::Boolean),
            member("cacheClusterSize", shapes::CACHE_CLUSTER_SIZE),
            member("variables", shapes::MAP_OF_STRING_TO_STRING),
            member("canarySettings", Shape::Structure(DeploymentCanarySettings::SHAPE)),
            member("tracingEnabled", Shape::Boolean),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            rest_api_id: members.take(),
            stage_name: members.take(),
            stage_description: members.take(),
            description: members.take(),
            cache_cluster_enabled: members.take(),
            cache_cluster_size: members.take(),
            variables: members.take(),
            canary_settings: members.take(),
            tracing_enabled: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.rest_api_id),
            value(&self.stage_name),
            value(&self.stage_description),
            value(&self.description),
            value(&self.cache_cluster_enabled),
            value(&self.cache_cluster_size),
            value(&self.variables),
            value(&self.canary_settings),
            value(&self.tracing_enabled),
        ]
    }
}

/// The shape `CreateModelRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateModelInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `name`, required.
    pub name: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `schema`.
    pub schema: Option<String>,
    /// `contentType`, required.
    pub content_type: Option<String>,
}

impl Shaped for CreateModelInput {
    const SHAPE: &'static Structure = &Structure {
        name: "CreateModelRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            member("name", TEXT).required(),
            member("description", TEXT),
            member("schema", TEXT),
            member("contentType", TEXT).required(),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            rest_api_id: members.take(),
            name: members.take(),
            description: members.take(),
            schema: members.take(),
            content_type: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.rest_api_id),
            value(&self.name),
            value(&self.description),
            value(&self.schema),
            value(&self.content_type),
        ]
    }
}

/// The shape `CreateResourceRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateResourceInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `parentId`, required.
    pub parent_id: Option<String>,
    /// `pathPart`, required.
    pub path_part: Option<String>,
}

impl Shaped for CreateResourceInput {
    const SHAPE: &'static Structure = &Structure {
        name: "CreateResourceRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            named("parentId", "parent_id", "parent_id", TEXT).at(Place::Uri).required(),
            member("pathPart", TEXT).required(),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { rest_api_id: members.take(), parent_id: members.take(), path_part: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.rest_api_id), value(&self.parent_id), value(&self.path_part)]
    }
}

/// The shape `CreateRestApiRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateRestApiInput {
    /// `name`, required.
    pub name: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `version`.
    pub version: Option<String>,
    /// `cloneFrom`.
    pub clone_from: Option<String>,
    /// `binaryMediaTypes`.
    pub binary_media_types: Option<Vec<String>>,
    /// `minimumCompressionSize`.
    pub minimum_compression_size: Option<i32>,
    /// `apiKeySource`, one of [`enums::API_KEY_SOURCE_TYPE`].
    pub api_key_source: Option<String>,
    /// `endpointConfiguration`.
    pub endpoint_configuration: Option<EndpointConfiguration>,
    /// `policy`.
    pub policy: Option<String>,
    /// `tags`.
    pub tags: Option<IndexMap<String, String>>,
    /// `disableExecuteApiEndpoint`.
    pub disable_execute_api_endpoint: Option<bool>,
    /// `securityPolicy`, one of [`enums::SECURITY_POLICY`].
    pub security_policy: Option<String>,
    /// `endpointAccessMode`, one of [`enums::ENDPOINT_ACCESS_MODE`].
    pub endpoint_access_mode: Option<String>,
}

impl Shaped for CreateRestApiInput {
    const SHAPE: &'static Structure = &Structure {
        name: "CreateRestApiRequest",
        members: &[
            member("name", TEXT).required(),
            member("description", TEXT),
            member("version", TEXT),
            member("cloneFrom", TEXT),
            member("binaryMediaTypes", shapes::LIST_OF_STRING),
            member("minimumCompressionSize", INTEGER),
            member("apiKeySource", shapes::API_KEY_SOURCE_TYPE),
            member("endpointConfiguration", Shape::Structure(EndpointConfiguration::SHAPE)),
            member("policy", TEXT),
            member("tags", shapes::MAP_OF_STRING_TO_STRING),
            member("disableExecuteApiEndpoint", Shape::Boolean),
            member("securityPolicy", shapes::SECURITY_POLICY),
            member("endpointAccessMode", shapes::ENDPOINT_ACCESS_MODE),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            name: members.take(),
            description: members.take(),
            version: members.take(),
            clone_from: members.take(),
            binary_media_types: members.take(),
            minimum_compression_size: members.take(),
            api_key_source: members.take(),
            endpoint_configuration: members.take(),
            policy: members.take(),
            tags: members.take(),
            disable_execute_api_endpoint: members.take(),
            security_policy: members.take(),
            endpoint_access_mode: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.name),
            value(&self.description),
            value(&self.version),
            value(&self.clone_from),
            value(&self.binary_media_types),
            value(&self.minimum_compression_size),
            value(&self.api_key_source),
            value(&self.endpoint_configuration),
            value(&self.policy),
            value(&self.tags),
            value(&self.disable_execute_api_endpoint),
            value(&self.security_policy),
            value(&self.endpoint_access_mode),
        ]
    }
}

/// The shape `CreateStageRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateStageInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `stageName`, required.
    pub stage_name: Option<String>,
    /// `deploymentId`, required.
    pub deployment_id: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `cacheClusterEnabled`.
    pub cache_cluster_enabled: Option<bool>,
    /// `cacheClusterSize`, one of [`enums::CACHE_CLUSTER_SIZE`].
    pub cache_cluster_size: Option<String>,
    /// `variables`.
    pub variables: Option<IndexMap<String, String>>,
    /// `documentationVersion`.
    pub documentation_version: Option<String>,
    /// `canarySettings`.
    pub canary_settings: Option<CanarySettings>,
    /// `tracingEnabled`.
    pub tracing_enabled: Option<bool>,
    /// `tags`.
    pub tags: Option<IndexMap<String, String>>,
}

impl Shaped for CreateStageInput {
    const SHAPE: &'static Structure = &Structure {
        name: "CreateStageRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            member("stageName", TEXT).required(),
            member("deploymentId", TEXT).required(),
            member("description", TEXT),
            member("cacheClusterEnabled", Shape::Boolean),
            member("cacheClusterSize", shapes::CACHE_CLUSTER_SIZE),
            member("variables", shapes::MAP_OF_STRING_TO_STRING),
            member("documentationVersion", TEXT),
            member("canarySettings", Shape::Structure(CanarySettings::SHAPE)),
            member("tracingEnabled", Shape::Boolean),
            member("tags", shapes::MAP_OF_STRING_TO_STRING),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            rest_api_id: members.take(),
            stage_name: members.take(),
            deployment_id: members.take(),
            description: members.take(),
            cache_cluster_enabled: members.take(),
            cache_cluster_size: members.take(),
            variables: members.take(),
            documentation_version: members.take(),
            canary_settings: members.take(),
            tracing_enabled: members.take(),
            tags: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.rest_api_id),
            value(&self.stage_name),
            value(&self.deployment_id),
            value(&self.description),
            value(&self.cache_cluster_enabled),
            value(&self.cache_cluster_size),
            value(&self.variables),
            value(&self.documentation_version),
            value(&self.canary_settings),
            value(&self.tracing_enabled),
            value(&self.tags),
        ]
    }
}

/// The shape `DeleteDeploymentRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteDeploymentInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `deploymentId`, required.
    pub deployment_id: Option<String>,
}

impl Shaped for DeleteDeploymentInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DeleteDeploymentRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            named("deploymentId", "deployment_id", "deployment_id", TEXT).at(Place::Uri).required(),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { rest_api_id: members.take(), deployment_id: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.rest_api_id), value(&self.deployment_id)]
    }
}

/// The shape `DeleteIntegrationRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteIntegrationInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `resourceId`, required.
    pub resource_id: Option<String>,
    /// `httpMethod`, required.
    pub http_method: Option<String>,
}

impl Shaped for DeleteIntegrationInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DeleteIntegrationRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            named("resourceId", "resource_id", "resource_id", TEXT).at(Place::Uri).required(),
            named("httpMethod", "http_method", "http_method", TEXT).at(Place::Uri).required(),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { rest_api_id: members.take(), resource_id: members.take(), http_method: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.rest_api_id), value(&self.resource_id), value(&self.http_method)]
    }
}

/// The shape `DeleteIntegrationResponseRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteIntegrationResponseInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `resourceId`, required.
    pub resource_id: Option<String>,
    /// `httpMethod`, required.
    pub http_method: Option<String>,
    /// `statusCode`, required.
    pub status_code: Option<String>,
}

impl Shaped for DeleteIntegrationResponseInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DeleteIntegrationResponseRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            named("resourceId", "resource_id", "resource_id", TEXT).at(Place::Uri).required(),
            named("httpMethod", "http_method", "http_method", TEXT).at(Place::Uri).required(),
            named("statusCode", "status_code", "status_code", shapes::STATUS_CODE).at(Place::Uri).required(),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            rest_api_id: members.take(),
            resource_id: members.take(),
            http_method: members.take(),
            status_code: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.rest_api_id),
            value(&self.resource_id),
            value(&self.http_method),
            value(&self.status_code),
        ]
    }
}

/// The shape `DeleteMethodRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteMethodInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `resourceId`, required.
    pub resource_id: Option<String>,
    /// `httpMethod`, required.
    pub http_method: Option<String>,
}

impl Shaped for DeleteMethodInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DeleteMethodRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            named("resourceId", "resource_id", "resource_id", TEXT).at(Place::Uri).required(),
            named("httpMethod", "http_method", "http_method", TEXT).at(Place::Uri).required(),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { rest_api_id: members.take(), resource_id: members.take(), http_method: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.rest_api_id), value(&self.resource_id), value(&self.http_method)]
    }
}

/// The shape `DeleteMethodResponseRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteMethodResponseInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `resourceId`, required.
    pub resource_id: Option<String>,
    /// `httpMethod`, required.
    pub http_method: Option<String>,
    /// `statusCode`, required.
    pub status_code: Option<String>,
}

impl Shaped for DeleteMethodResponseInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DeleteMethodResponseRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            named("resourceId", "resource_id", "resource_id", TEXT).at(Place::Uri).required(),
            named("httpMethod", "http_method", "http_method", TEXT).at(Place::Uri).required(),
            named("statusCode", "status_code", "status_code", shapes::STATUS_CODE).at(Place::Uri).required(),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            rest_api_id: members.take(),
            resource_id: members.take(),
            http_method: members.take(),
            status_code: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.rest_api_id),
            value(&self.resource_id),
            value(&self.http_method),
            value(&self.status_code),
        ]
    }
}

/// The shape `DeleteModelRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteModelInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `modelName`, required.
    pub model_name: Option<String>,
}

impl Shaped for DeleteModelInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DeleteModelRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            named("modelName", "model_name", "model_name", TEXT).at(Place::Uri).required(),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { rest_api_id: members.take(), model_name: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.rest_api_id), value(&self.model_name)]
    }
}

/// The shape `DeleteResourceRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteResourceInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `resourceId`, required.
    pub resource_id: Option<String>,
}

impl Shaped for DeleteResourceInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DeleteResourceRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            named("resourceId", "resource_id", "resource_id", TEXT).at(Place::Uri).required(),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { rest_api_id: members.take(), resource_id: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.rest_api_id), value(&self.resource_id)]
    }
}

/// The shape `DeleteRestApiRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteRestApiInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
}

impl Shaped for DeleteRestApiInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DeleteRestApiRequest",
        members: &[named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required()],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { rest_api_id: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.rest_api_id)]
    }
}

/// The shape `DeleteStageRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteStageInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `stageName`, required.
    pub stage_name: Option<String>,
}

impl Shaped for DeleteStageInput {
    const SHAPE: &'static Structure = &Structure {
        name: "DeleteStageRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            named("stageName", "stage_name", "stage_name", TEXT).at(Place::Uri).required(),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { rest_api_id: members.take(), stage_name: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.rest_api_id), value(&self.stage_name)]
    }
}

/// The shape `Deployment`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Deployment {
    /// `id`.
    pub id: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `createdDate`.
    pub created_date: Option<Timestamp>,
    /// `apiSummary`.
    pub api_summary: Option<IndexMap<String, IndexMap<String, MethodSnapshot>>>,
}

impl Shaped for Deployment {
    const SHAPE: &'static Structure = &Structure {
        name: "Deployment",
        members: &[
            member("id", TEXT),
            member("description", TEXT),
            member("createdDate", Shape::Timestamp),
            member("apiSummary", shapes::PATH_TO_MAP_OF_METHOD_SNAPSHOT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            id: members.take(),
            description: members.take(),
            created_date: members.take(),
            api_summary: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.id), value(&self.description), value(&self.created_date), value(&self.api_summary)]
    }
}

/// The shape `DeploymentCanarySettings`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeploymentCanarySettings {
    /// `percentTraffic`.
    pub percent_traffic: Option<f64>,
    /// `stageVariableOverrides`.
    pub stage_variable_overrides: Option<IndexMap<String, String>>,
    /// `useStageCache`.
    pub use_stage_cache: Option<bool>,
}

impl Shaped for DeploymentCanarySettings {
    const SHAPE: &'static Structure = &Structure {
        name: "DeploymentCanarySettings",
        members: &[
            member("percentTraffic", Shape::Double),
            member("stageVariableOverrides", shapes::MAP_OF_STRING_TO_STRING),
            member("useStageCache", Shape::Boolean),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            percent_traffic: members.take(),
            stage_variable_overrides: members.take(),
            use_stage_cache: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.percent_traffic),
            value(&self.stage_variable_overrides),
            value(&self.use_stage_cache),
        ]
    }
}

/// The shape `Deployments`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Deployments {
    /// `position`.
    pub position: Option<String>,
    /// `items`.
    pub items: Option<Vec<Deployment>>,
}

impl Shaped for Deployments {
    const SHAPE: &'static Structure = &Structure {
        name: "Deployments",
        members: &[member("position", TEXT), named("items", "item", "item", shapes::LIST_OF_DEPLOYMENT)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { position: members.take(), items: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.position), value(&self.items)]
    }
}

/// The shape `EndpointConfiguration`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EndpointConfiguration {
    /// `types`.
    pub types: Option<Vec<String>>,
    /// `ipAddressType`, one of [`enums::IP_ADDRESS_TYPE`].
    pub ip_address_type: Option<String>,
    /// `vpcEndpointIds`.
    pub vpc_endpoint_ids: Option<Vec<String>>,
}

impl Shaped for EndpointConfiguration {
    const SHAPE: &'static Structure = &Structure {
        name: "EndpointConfiguration",
        members: &[
            member("types", shapes::LIST_OF_ENDPOINT_TYPE),
            member("ipAddressType", shapes::IP_ADDRESS_TYPE),
            member("vpcEndpointIds", shapes::LIST_OF_STRING),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { types: members.take(), ip_address_type: members.take(), vpc_endpoint_ids: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.types), value(&self.ip_address_type), value(&self.vpc_endpoint_ids)]
    }
}

/// The shape `GetAccountRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetAccountInput {}

impl Shaped for GetAccountInput {
    const SHAPE: &'static Structure = &Structure { name: "GetAccountRequest", members: &[] };
    fn from_members(_: &mut Members) -> Self {
        Self {}
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![]
    }
}

/// The shape `GetDeploymentRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDeploymentInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `deploymentId`, required.
    pub deployment_id: Option<String>,
    /// `embed`.
    pub embed: Option<Vec<String>>,
}

impl Shaped for GetDeploymentInput {
    const SHAPE: &'static Structure = &Structure {
        name: "GetDeploymentRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            named("deploymentId", "deployment_id", "deployment_id", TEXT).at(Place::Uri).required(),
            member("embed", shapes::LIST_OF_STRING).at(Place::Query),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { rest_api_id: members.take(), deployment_id: members.take(), embed: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.rest_api_id), value(&self.deployment_id), value(&self.embed)]
    }
}

/// The shape `GetDeploymentsRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDeploymentsInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `position`.
    pub position: Option<String>,
    /// `limit`.
    pub limit: Option<i32>,
}

impl Shaped for GetDeploymentsInput {
    const SHAPE: &'static Structure = &Structure {
        name: "GetDeploymentsRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            member("position", TEXT).at(Place::Query),
            member("limit", INTEGER).at(Place::Query),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { rest_api_id: members.take(), position: members.take(), limit: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.rest_api_id), value(&self.position), value(&self.limit)]
    }
}

/// The shape `GetIntegrationRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetIntegrationInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `resourceId`, required.
    pub resource_id: Option<String>,
    /// `httpMethod`, required.
    pub http_method: Option<String>,
}

impl Shaped for GetIntegrationInput {
    const SHAPE: &'static Structure = &Structure {
        name: "GetIntegrationRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            named("resourceId", "resource_id", "resource_id", TEXT).at(Place::Uri).required(),
            named("httpMethod", "http_method", "http_method", TEXT).at(Place::Uri).required(),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { rest_api_id: members.take(), resource_id: members.take(), http_method: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.rest_api_id), value(&self.resource_id), value(&self.http_method)]
    }
}

/// The shape `GetIntegrationResponseRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetIntegrationResponseInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `resourceId`, required.
    pub resource_id: Option<String>,
    /// `httpMethod`, required.
    pub http_method: Option<String>,
    /// `statusCode`, required.
    pub status_code: Option<String>,
}

impl Shaped for GetIntegrationResponseInput {
    const SHAPE: &'static Structure = &Structure {
        name: "GetIntegrationResponseRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            named("resourceId", "resource_id", "resource_id", TEXT).at(Place::Uri).required(),
            named("httpMethod", "http_method", "http_method", TEXT).at(Place::Uri).required(),
            named("statusCode", "status_code", "status_code", shapes::STATUS_CODE).at(Place::Uri).required(),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            rest_api_id: members.take(),
            resource_id: members.take(),
            http_method: members.take(),
            status_code: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.rest_api_id),
            value(&self.resource_id),
            value(&self.http_method),
            value(&self.status_code),
        ]
    }
}

/// The shape `GetMethodRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetMethodInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `resourceId`, required.
    pub resource_id: Option<String>,
    /// `httpMethod`, required.
    pub http_method: Option<String>,
}

impl Shaped for GetMethodInput {
    const SHAPE: &'static Structure = &Structure {
        name: "GetMethodRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            named("resourceId", "resource_id", "resource_id", TEXT).at(Place::Uri).required(),
            named("httpMethod", "http_method", "http_method", TEXT).at(Place::Uri).required(),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { rest_api_id: members.take(), resource_id: members.take(), http_method: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.rest_api_id), value(&self.resource_id), value(&self.http_method)]
    }
}

/// The shape `GetMethodResponseRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetMethodResponseInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `resourceId`, required.
    pub resource_id: Option<String>,
    /// `httpMethod`, required.
    pub http_method: Option<String>,
    /// `statusCode`, required.
    pub status_code: Option<String>,
}

impl Shaped for GetMethodResponseInput {
    const SHAPE: &'static Structure = &Structure {
        name: "GetMethodResponseRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            named("resourceId", "resource_id", "resource_id", TEXT).at(Place::Uri).required(),
            named("httpMethod", "http_method", "http_method", TEXT).at(Place::Uri).required(),
            named("statusCode", "status_code", "status_code", shapes::STATUS_CODE).at(Place::Uri).required(),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            rest_api_id: members.take(),
            resource_id: members.take(),
            http_method: members.take(),
            status_code: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.rest_api_id),
            value(&self.resource_id),
            value(&self.http_method),
            value(&self.status_code),
        ]
    }
}

/// The shape `GetModelRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetModelInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `modelName`, required.
    pub model_name: Option<String>,
    /// `flatten`.
    pub flatten: Option<bool>,
}

impl Shaped for GetModelInput {
    const SHAPE: &'static Structure = &Structure {
        name: "GetModelRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            named("modelName", "model_name", "model_name", TEXT).at(Place::Uri).required(),
            member("flatten", Shape::Boolean).at(Place::Query),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { rest_api_id: members.take(), model_name: members.take(), flatten: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.rest_api_id), value(&self.model_name), value(&self.flatten)]
    }
}

/// The shape `GetModelsRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetModelsInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `position`.
    pub position: Option<String>,
    /// `limit`.
    pub limit: Option<i32>,
}

impl Shaped for GetModelsInput {
    const SHAPE: &'static Structure = &Structure {
        name: "GetModelsRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            member("position", TEXT).at(Place::Query),
            member("limit", INTEGER).at(Place::Query),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { rest_api_id: members.take(), position: members.take(), limit: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.rest_api_id), value(&self.position), value(&self.limit)]
    }
}

/// The shape `GetResourceRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetResourceInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `resourceId`, required.
    pub resource_id: Option<String>,
    /// `embed`.
    pub embed: Option<Vec<String>>,
}

impl Shaped for GetResourceInput {
    const SHAPE: &'static Structure = &Structure {
        name: "GetResourceRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            named("resourceId", "resource_id", "resource_id", TEXT).at(Place::Uri).required(),
            member("embed", shapes::LIST_OF_STRING).at(Place::Query),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { rest_api_id: members.take(), resource_id: members.take(), embed: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.rest_api_id), value(&self.resource_id), value(&self.embed)]
    }
}

/// The shape `GetResourcesRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetResourcesInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `position`.
    pub position: Option<String>,
    /// `limit`.
    pub limit: Option<i32>,
    /// `embed`.
    pub embed: Option<Vec<String>>,
}

impl Shaped for GetResourcesInput {
    const SHAPE: &'static Structure = &Structure {
        name: "GetResourcesRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            member("position", TEXT).at(Place::Query),
            member("limit", INTEGER).at(Place::Query),
            member("embed", shapes::LIST_OF_STRING).at(Place::Query),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            rest_api_id: members.take(),
            position: members.take(),
            limit: members.take(),
            embed: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.rest_api_id), value(&self.position), value(&self.limit), value(&self.embed)]
    }
}

/// The shape `GetRestApiRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetRestApiInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
}

impl Shaped for GetRestApiInput {
    const SHAPE: &'static Structure = &Structure {
        name: "GetRestApiRequest",
        members: &[named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required()],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { rest_api_id: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.rest_api_id)]
    }
}

/// The shape `GetRestApisRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetRestApisInput {
    /// `position`.
    pub position: Option<String>,
    /// `limit`.
    pub limit: Option<i32>,
}

impl Shaped for GetRestApisInput {
    const SHAPE: &'static Structure = &Structure {
        name: "GetRestApisRequest",
        members: &[member("position", TEXT).at(Place::Query), member("limit", INTEGER).at(Place::Query)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { position: members.take(), limit: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.position), value(&self.limit)]
    }
}

/// The shape `GetStageRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetStageInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `stageName`, required.
    pub stage_name: Option<String>,
}

impl Shaped for GetStageInput {
    const SHAPE: &'static Structure = &Structure {
        name: "GetStageRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            named("stageName", "stage_name", "stage_name", TEXT).at(Place::Uri).required(),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { rest_api_id: members.take(), stage_name: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.rest_api_id), value(&self.stage_name)]
    }
}

/// The shape `GetStagesRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetStagesInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `deploymentId`.
    pub deployment_id: Option<String>,
}

impl Shaped for GetStagesInput {
    const SHAPE: &'static Structure = &Structure {
        name: "GetStagesRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            member("deploymentId", TEXT).at(Place::Query),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { rest_api_id: members.take(), deployment_id: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.rest_api_id), value(&self.deployment_id)]
    }
}

/// The shape `GetTagsRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetTagsInput {
    /// `resourceArn`, required.
    pub resource_arn: Option<String>,
    /// `position`.
    pub position: Option<String>,
    /// `limit`.
    pub limit: Option<i32>,
}

impl Shaped for GetTagsInput {
    const SHAPE: &'static Structure = &Structure {
        name: "GetTagsRequest",
        members: &[
            named("resourceArn", "resource_arn", "resource_arn", TEXT).at(Place::Uri).required(),
            member("position", TEXT).at(Place::Query),
            member("limit", INTEGER).at(Place::Query),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { resource_arn: members.take(), position: members.take(), limit: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.resource_arn), value(&self.position), value(&self.limit)]
    }
}

/// The shape `ImportRestApiRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportRestApiInput {
    /// `failOnWarnings`.
    pub fail_on_warnings: Option<bool>,
    /// `parameters`.
    pub parameters: Option<IndexMap<String, String>>,
    /// `body`, required.
    pub body: Option<Vec<u8>>,
}

impl Shaped for ImportRestApiInput {
    const SHAPE: &'static Structure = &Structure {
        name: "ImportRestApiRequest",
        members: &[
            named("failOnWarnings", "failonwarnings", "failonwarnings", Shape::Boolean).at(Place::Query),
            member("parameters", shapes::MAP_OF_STRING_TO_STRING).at(Place::Query),
            member("body", Shape::Blob).at(Place::Payload).required(),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { fail_on_warnings: members.take(), parameters: members.take(), body: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.fail_on_warnings), value(&self.parameters), value(&self.body)]
    }
}

/// The shape `Integration`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Integration {
    /// `type`, one of [`enums::INTEGRATION_TYPE`].
    pub type_: Option<String>,
    /// `httpMethod`.
    pub http_method: Option<String>,
    /// `uri`.
    pub uri: Option<String>,
    /// `connectionType`, one of [`enums::CONNECTION_TYPE`].
    pub connection_type: Option<String>,
    /// `connectionId`.
    pub connection_id: Option<String>,
    /// `credentials`.
    pub credentials: Option<String>,
    /// `requestParameters`.
    pub request_parameters: Option<IndexMap<String, String>>,
    /// `requestTemplates`.
    pub request_templates: Option<IndexMap<String, String>>,
    /// `passthroughBehavior`.
    pub passthrough_behavior: Option<String>,
    /// `contentHandling`, one of [`enums::CONTENT_HANDLING_STRATEGY`].
    pub content_handling: Option<String>,
    /// `timeoutInMillis`.
    pub timeout_in_millis: Option<i32>,
    /// `cacheNamespace`.
    pub cache_namespace: Option<String>,
    /// `cacheKeyParameters`.
    pub cache_key_parameters: Option<Vec<String>>,
    /// `integrationResponses`.
    pub integration_responses: Option<IndexMap<String, IntegrationResponse>>,
    /// `tlsConfig`.
    pub tls_config: Option<TlsConfig>,
    /// `responseTransferMode`, one of [`enums::RESPONSE_TRANSFER_MODE`].
    pub response_transfer_mode: Option<String>,
    /// `integrationTarget`.
    pub integration_target: Option<String>,
}

impl Shaped for Integration {
    const SHAPE: &'static Structure = &Structure {
        name: "Integration",
        members: &[
            member("type", shapes::INTEGRATION_TYPE),
            member("httpMethod", TEXT),
            member("uri", TEXT),
            member("connectionType", shapes::CONNECTION_TYPE),
            member("connectionId", TEXT),
            member("credentials", TEXT),
            member("requestParameters", shapes::MAP_OF_STRING_TO_STRING),
            member("requestTemplates", shapes::MAP_OF_STRING_TO_STRING),
            member("passthroughBehavior", TEXT),
            member("contentHandling", shapes::CONTENT_HANDLING_STRATEGY),
            member("timeoutInMillis", INTEGER),
            member("cacheNamespace", TEXT),
            member("cacheKeyParameters", shapes::LIST_OF_STRING),
            member("integrationResponses", shapes::MAP_OF_INTEGRATION_RESPONSE),
            member("tlsConfig", Shape::Structure(TlsConfig::SHAPE)),
            member("responseTransferMode", shapes::RESPONSE_TRANSFER_MODE),
            member("integrationTarget", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            type_: members.take(),
            http_method: members.take(),
            uri: members.take(),
            connection_type: members.take(),
            connection_id: members.take(),
            credentials: members.take(),
            request_parameters: members.take(),
            request_templates: members.take(),
            passthrough_behavior: members.take(),
            content_handling: members.take(),
            timeout_in_millis: members.take(),
            cache_namespace: members.take(),
            cache_key_parameters: members.take(),
            integration_responses: members.take(),
            tls_config: members.take(),
            response_transfer_mode: members.take(),
            integration_target: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.type_),
            value(&self.http_method),
            value(&self.uri),
            value(&self.connection_type),
            value(&self.connection_id),
            value(&self.credentials),
            value(&self.request_parameters),
            value(&self.request_templates),
            value(&self.passthrough_behavior),
            value(&self.content_handling),
            value(&self.timeout_in_millis),
            value(&self.cache_namespace),
            value(&self.cache_key_parameters),
            value(&self.integration_responses),
            value(&self.tls_config),
            value(&self.response_transfer_mode),
            value(&self.integration_target),
        ]
    }
}

/// The shape `IntegrationResponse`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IntegrationResponse {
    /// `statusCode`.
    pub status_code: Option<String>,
    /// `selectionPattern`.
    pub selection_pattern: Option<String>,
    /// `responseParameters`.
    pub response_parameters: Option<IndexMap<String, String>>,
    /// `responseTemplates`.
    pub response_templates: Option<IndexMap<String, String>>,
    /// `contentHandling`, one of [`enums::CONTENT_HANDLING_STRATEGY`].
    pub content_handling: Option<String>,
}

impl Shaped for IntegrationResponse {
    const SHAPE: &'static Structure = &Structure {
        name: "IntegrationResponse",
        members: &[
            member("statusCode", shapes::STATUS_CODE),
            member("selectionPattern", TEXT),
            member("responseParameters", shapes::MAP_OF_STRING_TO_STRING),
            member("responseTemplates", shapes::MAP_OF_STRING_TO_STRING),
            member("contentHandling", shapes::CONTENT_HANDLING_STRATEGY),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            status_code: members.take(),
            selection_pattern: members.take(),
            response_parameters: members.take(),
            response_templates: members.take(),
            content_handling: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.status_code),
            value(&self.selection_pattern),
            value(&self.response_parameters),
            value(&self.response_templates),
            value(&self.content_handling),
        ]
    }
}

/// The shape `Method`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Method {
    /// `httpMethod`.
    pub http_method: Option<String>,
    /// `authorizationType`.
    pub authorization_type: Option<String>,
    /// `authorizerId`.
    pub authorizer_id: Option<String>,
    /// `apiKeyRequired`.
    pub api_key_required: Option<bool>,
    /// `requestValidatorId`.
    pub request_validator_id: Option<String>,
    /// `operationName`.
    pub operation_name: Option<String>,
    /// `requestParameters`.
    pub request_parameters: Option<IndexMap<String, bool>>,
    /// `requestModels`.
    pub request_models: Option<IndexMap<String, String>>,
    /// `methodResponses`.
    pub method_responses: Option<IndexMap<String, MethodResponse>>,
    /// `methodIntegration`.
    pub method_integration: Option<Integration>,
    /// `authorizationScopes`.
    pub authorization_scopes: Option<Vec<String>>,
}

impl Shaped for Method {
    const SHAPE: &'static Structure = &Structure {
        name: "Method",
        members: &[
            member("httpMethod", TEXT),
            member("authorizationType", TEXT),
            member("authorizerId", TEXT),
            member("apiKeyRequired", Shape::Boolean),
            member("requestValidatorId", TEXT),
            member("operationName", TEXT),
            member("requestParameters", shapes::MAP_OF_STRING_TO_BOOLEAN),
            member("requestModels", shapes::MAP_OF_STRING_TO_STRING),
            member("methodResponses", shapes::MAP_OF_METHOD_RESPONSE),
            member("methodIntegration", Shape::Structure(Integration::SHAPE)),
            member("authorizationScopes", shapes::LIST_OF_STRING),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            http_method: members.take(),
            authorization_type: members.take(),
            authorizer_id: members.take(),
            api_key_required: members.take(),
            request_validator_id: members.take(),
            operation_name: members.take(),
            request_parameters: members.take(),
            request_models: members.take(),
            method_responses: members.take(),
            method_integration: members.take(),
            authorization_scopes: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.http_method),
            value(&self.authorization_type),
            value(&self.authorizer_id),
            value(&self.api_key_required),
            value(&self.request_validator_id),
            value(&self.operation_name),
            value(&self.request_parameters),
            value(&self.request_models),
            value(&self.method_responses),
            value(&self.method_integration),
            value(&self.authorization_scopes),
        ]
    }
}

/// The shape `MethodResponse`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MethodResponse {
    /// `statusCode`.
    pub status_code: Option<String>,
    /// `responseParameters`.
    pub response_parameters: Option<IndexMap<String, bool>>,
    /// `responseModels`.
    pub response_models: Option<IndexMap<String, String>>,
}

impl Shaped for MethodResponse {
    const SHAPE: &'static Structure = &Structure {
        name: "MethodResponse",
        members: &[
            member("statusCode", shapes::STATUS_CODE),
            member("responseParameters", shapes::MAP_OF_STRING_TO_BOOLEAN),
            member("responseModels", shapes::MAP_OF_STRING_TO_STRING),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            status_code: members.take(),
            response_parameters: members.take(),
            response_models: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.status_code), value(&self.response_parameters), value(&self.response_models)]
    }
}

/// The shape `MethodSetting`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MethodSetting {
    /// `metricsEnabled`.
    pub metrics_enabled: Option<bool>,
    /// `loggingLevel`.
    pub logging_level: Option<String>,
    /// `dataTraceEnabled`.
    pub data_trace_enabled: Option<bool>,
    /// `throttlingBurstLimit`.
    pub throttling_burst_limit: Option<i32>,
    /// `throttlingRateLimit`.
    pub throttling_rate_limit: Option<f64>,
    /// `cachingEnabled`.
    pub caching_enabled: Option<bool>,
    /// `cacheTtlInSeconds`.
    pub cache_ttl_in_seconds: Option<i32>,
    /// `cacheDataEncrypted`.
    pub cache_data_encrypted: Option<bool>,
    /// `requireAuthorizationForCacheControl`.
    pub require_authorization_for_cache_control: Option<bool>,
    /// `unauthorizedCacheControlHeaderStrategy`, one of [`enums::UNAUTHORIZED_CACHE_CONTROL_HEADER_STRATEGY`].
    pub unauthorized_cache_control_header_strategy: Option<String>,
}

impl Shaped for MethodSetting {
    const SHAPE: &'static Structure = &Structure {
        name: "MethodSetting",
        members: &[
            member("metricsEnabled", Shape::Boolean),
            member("loggingLevel", TEXT),
            member("dataTraceEnabled", Shape::Boolean),
            member("throttlingBurstLimit", INTEGER),
            member("throttlingRateLimit", Shape::Double),
            member("cachingEnabled", Shape::Boolean),
            member("cacheTtlInSeconds", INTEGER),
            member("cacheDataEncrypted", Shape::Boolean),
            member("requireAuthorizationForCacheControl", Shape::Boolean),
            member(
                "unauthorizedCacheControlHeaderStrategy",
                shapes::UNAUTHORIZED_CACHE_CONTROL_HEADER_STRATEGY,
            ),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            metrics_enabled: members.take(),
            logging_level: members.take(),
            data_trace_enabled: members.take(),
            throttling_burst_limit: members.take(),
            throttling_rate_limit: members.take(),
            caching_enabled: members.take(),
            cache_ttl_in_seconds: members.take(),
            cache_data_encrypted: members.take(),
            require_authorization_for_cache_control: members.take(),
            unauthorized_cache_control_header_strategy: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.metrics_enabled),
            value(&self.logging_level),
            value(&self.data_trace_enabled),
            value(&self.throttling_burst_limit),
            value(&self.throttling_rate_limit),
            value(&self.caching_enabled),
            value(&self.cache_ttl_in_seconds),
            value(&self.cache_data_encrypted),
            value(&self.require_authorization_for_cache_control),
            value(&self.unauthorized_cache_control_header_strategy),
        ]
    }
}

/// The shape `MethodSnapshot`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MethodSnapshot {
    /// `authorizationType`.
    pub authorization_type: Option<String>,
    /// `apiKeyRequired`.
    pub api_key_required: Option<bool>,
}

impl Shaped for MethodSnapshot {
    const SHAPE: &'static Structure = &Structure {
        name: "MethodSnapshot",
        members: &[member("authorizationType", TEXT), member("apiKeyRequired", Shape::Boolean)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { authorization_type: members.take(), api_key_required: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.authorization_type), value(&self.api_key_required)]
    }
}

/// The shape `Model`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// `id`.
    pub id: Option<String>,
    /// `name`.
    pub name: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `schema`.
    pub schema: Option<String>,
    /// `contentType`.
    pub content_type: Option<String>,
}

impl Shaped for Model {
    const SHAPE: &'static Structure = &Structure {
        name: "Model",
        members: &[
            member("id", TEXT),
            member("name", TEXT),
            member("description", TEXT),
            member("schema", TEXT),
            member("contentType", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            id: members.take(),
            name: members.take(),
            description: members.take(),
            schema: members.take(),
            content_type: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.id),
            value(&self.name),
            value(&self.description),
            value(&self.schema),
            value(&self.content_type),
        ]
    }
}

/// The shape `Models`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Models {
    /// `position`.
    pub position: Option<String>,
    /// `items`.
    pub items: Option<Vec<Model>>,
}

impl Shaped for Models {
    const SHAPE: &'static Structure = &Structure {
        name: "Models",
        members: &[member("position", TEXT), named("items", "item", "item", shapes::LIST_OF_MODEL)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { position: members.take(), items: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.position), value(&self.items)]
    }
}

/// The shape `PatchOperation`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PatchOperation {
    /// `op`, one of [`enums::OP`].
    pub op: Option<String>,
    /// `path`.
    pub path: Option<String>,
    /// `value`.
    pub value: Option<String>,
    /// `from`.
    pub from: Option<String>,
}

impl Shaped for PatchOperation {
    const SHAPE: &'static Structure = &Structure {
        name: "PatchOperation",
        members: &[
            member("op", shapes::OP),
            member("path", TEXT),
            member("value", TEXT),
            member("from", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { op: members.take(), path: members.take(), value: members.take(), from: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.op), value(&self.path), value(&self.value), value(&self.from)]
    }
}

/// The shape `PutIntegrationRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutIntegrationInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `resourceId`, required.
    pub resource_id: Option<String>,
    /// `httpMethod`, required.
    pub http_method: Option<String>,
    /// `type`, one of [`enums::INTEGRATION_TYPE`], required.
    pub type_: Option<String>,
    /// `integrationHttpMethod`.
    pub integration_http_method: Option<String>,
    /// `uri`.
    pub uri: Option<String>,
    /// `connectionType`, one of [`enums::CONNECTION_TYPE`].
    pub connection_type: Option<String>,
    /// `connectionId`.
    pub connection_id: Option<String>,
    /// `credentials`.
    pub credentials: Option<String>,
    /// `requestParameters`.
    pub request_parameters: Option<IndexMap<String, String>>,
    /// `requestTemplates`.
    pub request_templates: Option<IndexMap<String, String>>,
    /// `passthroughBehavior`.
    pub passthrough_behavior: Option<String>,
    /// `cacheNamespace`.
    pub cache_namespace: Option<String>,
    /// `cacheKeyParameters`.
    pub cache_key_parameters: Option<Vec<String>>,
    /// `contentHandling`, one of [`enums::CONTENT_HANDLING_STRATEGY`].
    pub content_handling: Option<String>,
    /// `timeoutInMillis`.
    pub timeout_in_millis: Option<i32>,
    /// `tlsConfig`.
    pub tls_config: Option<TlsConfig>,
    /// `responseTransferMode`, one of [`enums::RESPONSE_TRANSFER_MODE`].
    pub response_transfer_mode: Option<String>,
    /// `integrationTarget`.
    pub integration_target: Option<String>,
}

impl Shaped for PutIntegrationInput {
    const SHAPE: &'static Structure = &Structure {
        name: "PutIntegrationRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            named("resourceId", "resource_id", "resource_id", TEXT).at(Place::Uri).required(),
            named("httpMethod", "http_method", "http_method", TEXT).at(Place::Uri).required(),
            member("type", shapes::INTEGRATION_TYPE).required(),
            named("integrationHttpMethod", "httpMethod", "httpMethod", TEXT),
            member("uri", TEXT),
            member("connectionType", shapes::CONNECTION_TYPE),
            member("connectionId", TEXT),
            member("credentials", TEXT),
            member("requestParameters", shapes::MAP_OF_STRING_TO_STRING),
            member("requestTemplates", shapes::MAP_OF_STRING_TO_STRING),
            member("passthroughBehavior", TEXT),
            member("cacheNamespace", TEXT),
            member("cacheKeyParameters", shapes::LIST_OF_STRING),
            member("contentHandling", shapes::CONTENT_HANDLING_STRATEGY),
            member("timeoutInMillis", INTEGER),
            member("tlsConfig", Shape::Structure(TlsConfig::SHAPE)),
            member("responseTransferMode", shapes::RESPONSE_TRANSFER_MODE),
            member("integrationTarget", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            rest_api_id: members.take(),
            resource_id: members.take(),
            http_method: members.take(),
            type_: members.take(),
            integration_http_method: members.take(),
            uri: members.take(),
            connection_type: members.take(),
            connection_id: members.take(),
            credentials: members.take(),
            request_parameters: members.take(),
            request_templates: members.take(),
            passthrough_behavior: members.take(),
            cache_namespace: members.take(),
            cache_key_parameters: members.take(),
            content_handling: members.take(),
            timeout_in_millis: members.take(),
            tls_config: members.take(),
            response_transfer_mode: members.take(),
            integration_target: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.rest_api_id),
            value(&self.resource_id),
            value(&self.http_method),
            value(&self.type_),
            value(&self.integration_http_method),
            value(&self.uri),
            value(&self.connection_type),
            value(&self.connection_id),
            value(&self.credentials),
            value(&self.request_parameters),
            value(&self.request_templates),
            value(&self.passthrough_behavior),
            value(&self.cache_namespace),
            value(&self.cache_key_parameters),
            value(&self.content_handling),
            value(&self.timeout_in_millis),
            value(&self.tls_config),
            value(&self.response_transfer_mode),
            value(&self.integration_target),
        ]
    }
}

/// The shape `PutIntegrationResponseRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutIntegrationResponseInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `resourceId`, required.
    pub resource_id: Option<String>,
    /// `httpMethod`, required.
    pub http_method: Option<String>,
    /// `statusCode`, required.
    pub status_code: Option<String>,
    /// `selectionPattern`.
    pub selection_pattern: Option<String>,
    /// `responseParameters`.
    pub response_parameters: Option<IndexMap<String, String>>,
    /// `responseTemplates`.
    pub response_templates: Option<IndexMap<String, String>>,
    /// `contentHandling`, one of [`enums::CONTENT_HANDLING_STRATEGY`].
    pub content_handling: Option<String>,
}

impl Shaped for PutIntegrationResponseInput {
    const SHAPE: &'static Structure = &Structure {
        name: "PutIntegrationResponseRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            named("resourceId", "resource_id", "resource_id", TEXT).at(Place::Uri).required(),
            named("httpMethod", "http_method", "http_method", TEXT).at(Place::Uri).required(),
            named("statusCode", "status_code", "status_code", shapes::STATUS_CODE).at(Place::Uri).required(),
            member("selectionPattern", TEXT),
            member("responseParameters", shapes::MAP_OF_STRING_TO_STRING),
            member("responseTemplates", shapes::MAP_OF_STRING_TO_STRING),
            member("contentHandling", shapes::CONTENT_HANDLING_STRATEGY),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            rest_api_id: members.take(),
            resource_id: members.take(),
            http_method: members.take(),
            status_code: members.take(),
            selection_pattern: members.take(),
            response_parameters: members.take(),
            response_templates: members.take(),
            content_handling: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.rest_api_id),
            value(&self.resource_id),
            value(&self.http_method),
            value(&self.status_code),
            value(&self.selection_pattern),
            value(&self.response_parameters),
            value(&self.response_templates),
            value(&self.content_handling),
        ]
    }
}

/// The shape `PutMethodRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutMethodInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `resourceId`, required.
    pub resource_id: Option<String>,
    /// `httpMethod`, required.
    pub http_method: Option<String>,
    /// `authorizationType`, required.
    pub authorization_type: Option<String>,
    /// `authorizerId`.
    pub authorizer_id: Option<String>,
    /// `apiKeyRequired`.
    pub api_key_required: Option<bool>,
    /// `operationName`.
    pub operation_name: Option<String>,
    /// `requestParameters`.
    pub request_parameters: Option<IndexMap<String, bool>>,
    /// `requestModels`.
    pub request_models: Option<IndexMap<String, String>>,
    /// `requestValidatorId`.
    pub request_validator_id: Option<String>,
    /// `authorizationScopes`.
    pub authorization_scopes: Option<Vec<String>>,
}

impl Shaped for PutMethodInput {
    const SHAPE: &'static Structure = &Structure {
        name: "PutMethodRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            named("resourceId", "resource_id", "resource_id", TEXT).at(Place::Uri).required(),
            named("httpMethod", "http_method", "http_method", TEXT).at(Place::Uri).required(),
            member("authorizationType", TEXT).required(),
            member("authorizerId", TEXT),
            member("apiKeyRequired", Shape::Boolean),
            member("operationName", TEXT),
            member("requestParameters", shapes::MAP_OF_STRING_TO_BOOLEAN),
            member("requestModels", shapes::MAP_OF_STRING_TO_STRING),
            member("requestValidatorId", TEXT),
            member("authorizationScopes", shapes::LIST_OF_STRING),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            rest_api_id: members.take(),
            resource_id: members.take(),
            http_method: members.take(),
            authorization_type: members.take(),
            authorizer_id: members.take(),
            api_key_required: members.take(),
            operation_name: members.take(),
            request_parameters: members.take(),
            request_models: members.take(),
            request_validator_id: members.take(),
            authorization_scopes: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.rest_api_id),
            value(&self.resource_id),
            value(&self.http_method),
            value(&self.authorization_type),
            value(&self.authorizer_id),
            value(&self.api_key_required),
            value(&self.operation_name),
            value(&self.request_parameters),
            value(&self.request_models),
            value(&self.request_validator_id),
            value(&self.authorization_scopes),
        ]
    }
}

/// The shape `PutMethodResponseRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutMethodResponseInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `resourceId`, required.
    pub resource_id: Option<String>,
    /// `httpMethod`, required.
    pub http_method: Option<String>,
    /// `statusCode`, required.
    pub status_code: Option<String>,
    /// `responseParameters`.
    pub response_parameters: Option<IndexMap<String, bool>>,
    /// `responseModels`.
    pub response_models: Option<IndexMap<String, String>>,
}

impl Shaped for PutMethodResponseInput {
    const SHAPE: &'static Structure = &Structure {
        name: "PutMethodResponseRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            named("resourceId", "resource_id", "resource_id", TEXT).at(Place::Uri).required(),
            named("httpMethod", "http_method", "http_method", TEXT).at(Place::Uri).required(),
            named("statusCode", "status_code", "status_code", shapes::STATUS_CODE).at(Place::Uri).required(),
            member("responseParameters", shapes::MAP_OF_STRING_TO_BOOLEAN),
            member("responseModels", shapes::MAP_OF_STRING_TO_STRING),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            rest_api_id: members.take(),
            resource_id: members.take(),
            http_method: members.take(),
            status_code: members.take(),
            response_parameters: members.take(),
            response_models: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.rest_api_id),
            value(&self.resource_id),
            value(&self.http_method),
            value(&self.status_code),
            value(&self.response_parameters),
            value(&self.response_models),
        ]
    }
}

/// The shape `PutRestApiRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRestApiInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `mode`, one of [`enums::PUT_MODE`].
    pub mode: Option<String>,
    /// `failOnWarnings`.
    pub fail_on_warnings: Option<bool>,
    /// `parameters`.
    pub parameters: Option<IndexMap<String, String>>,
    /// `body`, required.
    pub body: Option<Vec<u8>>,
}

impl Shaped for PutRestApiInput {
    const SHAPE: &'static Structure = &Structure {
        name: "PutRestApiRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            member("mode", shapes::PUT_MODE).at(Place::Query),
            named("failOnWarnings", "failonwarnings", "failonwarnings", Shape::Boolean).at(Place::Query),
            member("parameters", shapes::MAP_OF_STRING_TO_STRING).at(Place::Query),
            member("body", Shape::Blob).at(Place::Payload).required(),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            rest_api_id: members.take(),
            mode: members.take(),
            fail_on_warnings: members.take(),
            parameters: members.take(),
            body: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.rest_api_id),
            value(&self.mode),
            value(&self.fail_on_warnings),
            value(&self.parameters),
            value(&self.body),
        ]
    }
}

/// The shape `Resource`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Resource {
    /// `id`.
    pub id: Option<String>,
    /// `parentId`.
    pub parent_id: Option<String>,
    /// `pathPart`.
    pub path_part: Option<String>,
    /// `path`.
    pub path: Option<String>,
    /// `resourceMethods`.
    pub resource_methods: Option<IndexMap<String, Method>>,
}

impl Shaped for Resource {
    const SHAPE: &'static Structure = &Structure {
        name: "Resource",
        members: &[
            member("id", TEXT),
            member("parentId", TEXT),
            member("pathPart", TEXT),
            member("path", TEXT),
            member("resourceMethods", shapes::MAP_OF_METHOD),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            id: members.take(),
            parent_id: members.take(),
            path_part: members.take(),
            path: members.take(),
            resource_methods: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.id),
            value(&self.parent_id),
            value(&self.path_part),
            value(&self.path),
            value(&self.resource_methods),
        ]
    }
}

/// The shape `Resources`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Resources {
    /// `position`.
    pub position: Option<String>,
    /// `items`.
    pub items: Option<Vec<Resource>>,
}

impl Shaped for Resources {
    const SHAPE: &'static Structure = &Structure {
        name: "Resources",
        members: &[member("position", TEXT), named("items", "item", "item", shapes::LIST_OF_RESOURCE)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { position: members.take(), items: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.position), value(&self.items)]
    }
}

/// The shape `RestApi`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestApi {
    /// `id`.
    pub id: Option<String>,
    /// `name`.
    pub name: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `createdDate`.
    pub created_date: Option<Timestamp>,
    /// `version`.
    pub version: Option<String>,
    /// `warnings`.
    pub warnings: Option<Vec<String>>,
    /// `binaryMediaTypes`.
    pub binary_media_types: Option<Vec<String>>,
    /// `minimumCompressionSize`.
    pub minimum_compression_size: Option<i32>,
    /// `apiKeySource`, one of [`enums::API_KEY_SOURCE_TYPE`].
    pub api_key_source: Option<String>,
    /// `endpointConfiguration`.
    pub endpoint_configuration: Option<EndpointConfiguration>,
    /// `policy`.
    pub policy: Option<String>,
    /// `tags`.
    pub tags: Option<IndexMap<String, String>>,
    /// `disableExecuteApiEndpoint`.
    pub disable_execute_api_endpoint: Option<bool>,
    /// `rootResourceId`.
    pub root_resource_id: Option<String>,
    /// `securityPolicy`, one of [`enums::SECURITY_POLICY`].
    pub security_policy: Option<String>,
    /// `endpointAccessMode`, one of [`enums::ENDPOINT_ACCESS_MODE`].
    pub endpoint_access_mode: Option<String>,
    /// `apiStatus`, one of [`enums::API_STATUS`].
    pub api_status: Option<String>,
    /// `apiStatusMessage`.
    pub api_status_message: Option<String>,
}

impl Shaped for RestApi {
    const SHAPE: &'static Structure = &Structure {
        name: "RestApi",
        members: &[
            member("id", TEXT),
            member("name", TEXT),
            member("description", TEXT),
            member("createdDate", Shape::Timestamp),
            member("version", TEXT),
            member("warnings", shapes::LIST_OF_STRING),
            member("binaryMediaTypes", shapes::LIST_OF_STRING),
            member("minimumCompressionSize", INTEGER),
            member("apiKeySource", shapes::API_KEY_SOURCE_TYPE),
            member("endpointConfiguration", Shape::Structure(EndpointConfiguration::SHAPE)),
            member("policy", TEXT),
            member("tags", shapes::MAP_OF_STRING_TO_STRING),
            member("disableExecuteApiEndpoint", Shape::Boolean),
            member("rootResourceId", TEXT),
            member("securityPolicy", shapes::SECURITY_POLICY),
            member("endpointAccessMode", shapes::ENDPOINT_ACCESS_MODE),
            member("apiStatus", shapes::API_STATUS),
            member("apiStatusMessage", TEXT),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            id: members.take(),
            name: members.take(),
            description: members.take(),
            created_date: members.take(),
            version: members.take(),
            warnings: members.take(),
            binary_media_types: members.take(),
            minimum_compression_size: members.take(),
            api_key_source: members.take(),
            endpoint_configuration: members.take(),
            policy: members.take(),
            tags: members.take(),
            disable_execute_api_endpoint: members.take(),
            root_resource_id: members.take(),
            security_policy: members.take(),
            endpoint_access_mode: members.take(),
            api_status: members.take(),
            api_status_message: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.id),
            value(&self.name),
            value(&self.description),
            value(&self.created_date),
            value(&self.version),
            value(&self.warnings),
            value(&self.binary_media_types),
            value(&self.minimum_compression_size),
            value(&self.api_key_source),
            value(&self.endpoint_configuration),
            value(&self.policy),
            value(&self.tags),
            value(&self.disable_execute_api_endpoint),
            value(&self.root_resource_id),
            value(&self.security_policy),
            value(&self.endpoint_access_mode),
            value(&self.api_status),
            value(&self.api_status_message),
        ]
    }
}

/// The shape `RestApis`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestApis {
    /// `position`.
    pub position: Option<String>,
    /// `items`.
    pub items: Option<Vec<RestApi>>,
}

impl Shaped for RestApis {
    const SHAPE: &'static Structure = &Structure {
        name: "RestApis",
        members: &[member("position", TEXT), named("items", "item", "item", shapes::LIST_OF_REST_API)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { position: members.take(), items: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.position), value(&self.items)]
    }
}

/// The shape `Stage`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stage {
    /// `deploymentId`.
    pub deployment_id: Option<String>,
    /// `clientCertificateId`.
    pub client_certificate_id: Option<String>,
    /// `stageName`.
    pub stage_name: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `cacheClusterEnabled`.
    pub cache_cluster_enabled: Option<bool>,
    /// `cacheClusterSize`, one of [`enums::CACHE_CLUSTER_SIZE`].
    pub cache_cluster_size: Option<String>,
    /// `cacheClusterStatus`, one of [`enums::CACHE_CLUSTER_STATUS`].
    pub cache_cluster_status: Option<String>,
    /// `methodSettings`.
    pub method_settings: Option<IndexMap<String, MethodSetting>>,
    /// `variables`.
    pub variables: Option<IndexMap<String, String>>,
    /// `documentationVersion`.
    pub documentation_version: Option<String>,
    /// `accessLogSettings`.
    pub access_log_settings: Option<AccessLogSettings>,
    /// `canarySettings`.
    pub canary_settings: Option<CanarySettings>,
    /// `tracingEnabled`.
    pub tracing_enabled: Option<bool>,
    /// `webAclArn`.
    pub web_acl_arn: Option<String>,
    /// `tags`.
    pub tags: Option<IndexMap<String, String>>,
    /// `createdDate`.
    pub created_date: Option<Timestamp>,
    /// `lastUpdatedDate`.
    pub last_updated_date: Option<Timestamp>,
}

impl Shaped for Stage {
    const SHAPE: &'static Structure = &Structure {
        name: "Stage",
        members: &[
            member("deploymentId", TEXT),
            member("clientCertificateId", TEXT),
            member("stageName", TEXT),
            member("description", TEXT),
            member("cacheClusterEnabled", Shape::Boolean),
            member("cacheClusterSize", shapes::CACHE_CLUSTER_SIZE),
            member("cacheClusterStatus", shapes::CACHE_CLUSTER_STATUS),
            member("methodSettings", shapes::MAP_OF_METHOD_SETTINGS),
            member("variables", shapes::MAP_OF_STRING_TO_STRING),
            member("documentationVersion", TEXT),
            member("accessLogSettings", Shape::Structure(AccessLogSettings::SHAPE)),
            member("canarySettings", Shape::Structure(CanarySettings::SHAPE)),
            member("tracingEnabled", Shape::Boolean),
            member("webAclArn", TEXT),
            member("tags", shapes::MAP_OF_STRING_TO_STRING),
            member("createdDate", Shape::Timestamp),
            member("lastUpdatedDate", Shape::Timestamp),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            deployment_id: members.take(),
            client_certificate_id: members.take(),
            stage_name: members.take(),
            description: members.take(),
            cache_cluster_enabled: members.take(),
            cache_cluster_size: members.take(),
            cache_cluster_status: members.take(),
            method_settings: members.take(),
            variables: members.take(),
            documentation_version: members.take(),
            access_log_settings: members.take(),
            canary_settings: members.take(),
            tracing_enabled: members.take(),
            web_acl_arn: members.take(),
            tags: members.take(),
            created_date: members.take(),
            last_updated_date: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.deployment_id),
            value(&self.client_certificate_id),
            value(&self.stage_name),
            value(&self.description),
            value(&self.cache_cluster_enabled),
            value(&self.cache_cluster_size),
            value(&self.cache_cluster_status),
            value(&self.method_settings),
            value(&self.variables),
            value(&self.documentation_version),
            value(&self.access_log_settings),
            value(&self.canary_settings),
            value(&self.tracing_enabled),
            value(&self.web_acl_arn),
            value(&self.tags),
            value(&self.created_date),
            value(&self.last_updated_date),
        ]
    }
}

/// The shape `Stages`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stages {
    /// `item`.
    pub item: Option<Vec<Stage>>,
}

impl Shaped for Stages {
    const SHAPE: &'static Structure =
        &Structure { name: "Stages", members: &[member("item", shapes::LIST_OF_STAGE)] };
    fn from_members(members: &mut Members) -> Self {
        Self { item: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.item)]
    }
}

/// The shape `TagResourceRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagResourceInput {
    /// `resourceArn`, required.
    pub resource_arn: Option<String>,
    /// `tags`, required.
    pub tags: Option<IndexMap<String, String>>,
}

impl Shaped for TagResourceInput {
    const SHAPE: &'static Structure = &Structure {
        name: "TagResourceRequest",
        members: &[
            named("resourceArn", "resource_arn", "resource_arn", TEXT).at(Place::Uri).required(),
            member("tags", shapes::MAP_OF_STRING_TO_STRING).required(),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { resource_arn: members.take(), tags: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.resource_arn), value(&self.tags)]
    }
}

/// The shape `Tags`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tags {
    /// `tags`.
    pub tags: Option<IndexMap<String, String>>,
}

impl Shaped for Tags {
    const SHAPE: &'static Structure =
        &Structure { name: "Tags", members: &[member("tags", shapes::MAP_OF_STRING_TO_STRING)] };
    fn from_members(members: &mut Members) -> Self {
        Self { tags: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.tags)]
    }
}

/// The shape `ThrottleSettings`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ThrottleSettings {
    /// `burstLimit`.
    pub burst_limit: Option<i32>,
    /// `rateLimit`.
    pub rate_limit: Option<f64>,
}

impl Shaped for ThrottleSettings {
    const SHAPE: &'static Structure = &Structure {
        name: "ThrottleSettings",
        members: &[member("burstLimit", INTEGER), member("rateLimit", Shape::Double)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { burst_limit: members.take(), rate_limit: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.burst_limit), value(&self.rate_limit)]
    }
}

/// The shape `TlsConfig`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TlsConfig {
    /// `insecureSkipVerification`.
    pub insecure_skip_verification: Option<bool>,
}

impl Shaped for TlsConfig {
    const SHAPE: &'static Structure =
        &Structure { name: "TlsConfig", members: &[member("insecureSkipVerification", Shape::Boolean)] };
    fn from_members(members: &mut Members) -> Self {
        Self { insecure_skip_verification: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.insecure_skip_verification)]
    }
}

/// The shape `UntagResourceRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagResourceInput {
    /// `resourceArn`, required.
    pub resource_arn: Option<String>,
    /// `tagKeys`, required.
    pub tag_keys: Option<Vec<String>>,
}

impl Shaped for UntagResourceInput {
    const SHAPE: &'static Structure = &Structure {
        name: "UntagResourceRequest",
        members: &[
            named("resourceArn", "resource_arn", "resource_arn", TEXT).at(Place::Uri).required(),
            member("tagKeys", shapes::LIST_OF_STRING).at(Place::Query).required(),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { resource_arn: members.take(), tag_keys: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.resource_arn), value(&self.tag_keys)]
    }
}

/// The shape `UpdateDeploymentRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateDeploymentInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `deploymentId`, required.
    pub deployment_id: Option<String>,
    /// `patchOperations`.
    pub patch_operations: Option<Vec<PatchOperation>>,
}

impl Shaped for UpdateDeploymentInput {
    const SHAPE: &'static Structure = &Structure {
        name: "UpdateDeploymentRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            named("deploymentId", "deployment_id", "deployment_id", TEXT).at(Place::Uri).required(),
            member("patchOperations", shapes::LIST_OF_PATCH_OPERATION),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { rest_api_id: members.take(), deployment_id: members.take(), patch_operations: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.rest_api_id), value(&self.deployment_id), value(&self.patch_operations)]
    }
}

/// The shape `UpdateIntegrationRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateIntegrationInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `resourceId`, required.
    pub resource_id: Option<String>,
    /// `httpMethod`, required.
    pub http_method: Option<String>,
    /// `patchOperations`.
    pub patch_operations: Option<Vec<PatchOperation>>,
}

impl Shaped for UpdateIntegrationInput {
    const SHAPE: &'static Structure = &Structure {
        name: "UpdateIntegrationRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            named("resourceId", "resource_id", "resource_id", TEXT).at(Place::Uri).required(),
            named("httpMethod", "http_method", "http_method", TEXT).at(Place::Uri).required(),
            member("patchOperations", shapes::LIST_OF_PATCH_OPERATION),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            rest_api_id: members.take(),
            resource_id: members.take(),
            http_method: members.take(),
            patch_operations: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.rest_api_id),
            value(&self.resource_id),
            value(&self.http_method),
            value(&self.patch_operations),
        ]
    }
}

/// The shape `UpdateIntegrationResponseRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateIntegrationResponseInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `resourceId`, required.
    pub resource_id: Option<String>,
    /// `httpMethod`, required.
    pub http_method: Option<String>,
    /// `statusCode`, required.
    pub status_code: Option<String>,
    /// `patchOperations`.
    pub patch_operations: Option<Vec<PatchOperation>>,
}

impl Shaped for UpdateIntegrationResponseInput {
    const SHAPE: &'static Structure = &Structure {
        name: "UpdateIntegrationResponseRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            named("resourceId", "resource_id", "resource_id", TEXT).at(Place::Uri).required(),
            named("httpMethod", "http_method", "http_method", TEXT).at(Place::Uri).required(),
            named("statusCode", "status_code", "status_code", shapes::STATUS_CODE).at(Place::Uri).required(),
            member("patchOperations", shapes::LIST_OF_PATCH_OPERATION),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            rest_api_id: members.take(),
            resource_id: members.take(),
            http_method: members.take(),
            status_code: members.take(),
            patch_operations: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.rest_api_id),
            value(&self.resource_id),
            value(&self.http_method),
            value(&self.status_code),
            value(&self.patch_operations),
        ]
    }
}

/// The shape `UpdateMethodRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateMethodInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `resourceId`, required.
    pub resource_id: Option<String>,
    /// `httpMethod`, required.
    pub http_method: Option<String>,
    /// `patchOperations`.
    pub patch_operations: Option<Vec<PatchOperation>>,
}

impl Shaped for UpdateMethodInput {
    const SHAPE: &'static Structure = &Structure {
        name: "UpdateMethodRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            named("resourceId", "resource_id", "resource_id", TEXT).at(Place::Uri).required(),
            named("httpMethod", "http_method", "http_method", TEXT).at(Place::Uri).required(),
            member("patchOperations", shapes::LIST_OF_PATCH_OPERATION),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            rest_api_id: members.take(),
            resource_id: members.take(),
            http_method: members.take(),
            patch_operations: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.rest_api_id),
            value(&self.resource_id),
            value(&self.http_method),
            value(&self.patch_operations),
        ]
    }
}

/// The shape `UpdateMethodResponseRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateMethodResponseInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `resourceId`, required.
    pub resource_id: Option<String>,
    /// `httpMethod`, required.
    pub http_method: Option<String>,
    /// `statusCode`, required.
    pub status_code: Option<String>,
    /// `patchOperations`.
    pub patch_operations: Option<Vec<PatchOperation>>,
}

impl Shaped for UpdateMethodResponseInput {
    const SHAPE: &'static Structure = &Structure {
        name: "UpdateMethodResponseRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            named("resourceId", "resource_id", "resource_id", TEXT).at(Place::Uri).required(),
            named("httpMethod", "http_method", "http_method", TEXT).at(Place::Uri).required(),
            named("statusCode", "status_code", "status_code", shapes::STATUS_CODE).at(Place::Uri).required(),
            member("patchOperations", shapes::LIST_OF_PATCH_OPERATION),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self {
            rest_api_id: members.take(),
            resource_id: members.take(),
            http_method: members.take(),
            status_code: members.take(),
            patch_operations: members.take(),
        }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![
            value(&self.rest_api_id),
            value(&self.resource_id),
            value(&self.http_method),
            value(&self.status_code),
            value(&self.patch_operations),
        ]
    }
}

/// The shape `UpdateModelRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateModelInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `modelName`, required.
    pub model_name: Option<String>,
    /// `patchOperations`.
    pub patch_operations: Option<Vec<PatchOperation>>,
}

impl Shaped for UpdateModelInput {
    const SHAPE: &'static Structure = &Structure {
        name: "UpdateModelRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            named("modelName", "model_name", "model_name", TEXT).at(Place::Uri).required(),
            member("patchOperations", shapes::LIST_OF_PATCH_OPERATION),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { rest_api_id: members.take(), model_name: members.take(), patch_operations: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.rest_api_id), value(&self.model_name), value(&self.patch_operations)]
    }
}

/// The shape `UpdateResourceRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateResourceInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `resourceId`, required.
    pub resource_id: Option<String>,
    /// `patchOperations`.
    pub patch_operations: Option<Vec<PatchOperation>>,
}

impl Shaped for UpdateResourceInput {
    const SHAPE: &'static Structure = &Structure {
        name: "UpdateResourceRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            named("resourceId", "resource_id", "resource_id", TEXT).at(Place::Uri).required(),
            member("patchOperations", shapes::LIST_OF_PATCH_OPERATION),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { rest_api_id: members.take(), resource_id: members.take(), patch_operations: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.rest_api_id), value(&self.resource_id), value(&self.patch_operations)]
    }
}

/// The shape `UpdateRestApiRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateRestApiInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `patchOperations`.
    pub patch_operations: Option<Vec<PatchOperation>>,
}

impl Shaped for UpdateRestApiInput {
    const SHAPE: &'static Structure = &Structure {
        name: "UpdateRestApiRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            member("patchOperations", shapes::LIST_OF_PATCH_OPERATION),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { rest_api_id: members.take(), patch_operations: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.rest_api_id), value(&self.patch_operations)]
    }
}

/// The shape `UpdateStageRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateStageInput {
    /// `restApiId`, required.
    pub rest_api_id: Option<String>,
    /// `stageName`, required.
    pub stage_name: Option<String>,
    /// `patchOperations`.
    pub patch_operations: Option<Vec<PatchOperation>>,
}

impl Shaped for UpdateStageInput {
    const SHAPE: &'static Structure = &Structure {
        name: "UpdateStageRequest",
        members: &[
            named("restApiId", "restapi_id", "restapi_id", TEXT).at(Place::Uri).required(),
            named("stageName", "stage_name", "stage_name", TEXT).at(Place::Uri).required(),
            member("patchOperations", shapes::LIST_OF_PATCH_OPERATION),
        ],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { rest_api_id: members.take(), stage_name: members.take(), patch_operations: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.rest_api_id), value(&self.stage_name), value(&self.patch_operations)]
    }
}

/// The shape `DeleteDeploymentOutput`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteDeploymentOutput {}

impl Shaped for DeleteDeploymentOutput {
    const SHAPE: &'static Structure = &Structure { name: "DeleteDeploymentOutput", members: &[] };
    fn from_members(_: &mut Members) -> Self {
        Self {}
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![]
    }
}

/// The shape `DeleteIntegrationOutput`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteIntegrationOutput {}

impl Shaped for DeleteIntegrationOutput {
    const SHAPE: &'static Structure = &Structure { name: "DeleteIntegrationOutput", members: &[] };
    fn from_members(_: &mut Members) -> Self {
        Self {}
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![]
    }
}

/// The shape `DeleteIntegrationResponseOutput`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteIntegrationResponseOutput {}

impl Shaped for DeleteIntegrationResponseOutput {
    const SHAPE: &'static Structure = &Structure { name: "DeleteIntegrationResponseOutput", members: &[] };
    fn from_members(_: &mut Members) -> Self {
        Self {}
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![]
    }
}

/// The shape `DeleteMethodOutput`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteMethodOutput {}

impl Shaped for DeleteMethodOutput {
    const SHAPE: &'static Structure = &Structure { name: "DeleteMethodOutput", members: &[] };
    fn from_members(_: &mut Members) -> Self {
        Self {}
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![]
    }
}

/// The shape `DeleteMethodResponseOutput`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteMethodResponseOutput {}

impl Shaped for DeleteMethodResponseOutput {
    const SHAPE: &'static Structure = &Structure { name: "DeleteMethodResponseOutput", members: &[] };
    fn from_members(_: &mut Members) -> Self {
        Self {}
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![]
    }
}

/// The shape `DeleteModelOutput`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteModelOutput {}

impl Shaped for DeleteModelOutput {
    const SHAPE: &'static Structure = &Structure { name: "DeleteModelOutput", members: &[] };
    fn from_members(_: &mut Members) -> Self {
        Self {}
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![]
    }
}

/// The shape `DeleteResourceOutput`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteResourceOutput {}

impl Shaped for DeleteResourceOutput {
    const SHAPE: &'static Structure = &Structure { name: "DeleteResourceOutput", members: &[] };
    fn from_members(_: &mut Members) -> Self {
        Self {}
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![]
    }
}

/// The shape `DeleteRestApiOutput`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteRestApiOutput {}

impl Shaped for DeleteRestApiOutput {
    const SHAPE: &'static Structure = &Structure { name: "DeleteRestApiOutput", members: &[] };
    fn from_members(_: &mut Members) -> Self {
        Self {}
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![]
    }
}

/// The shape `DeleteStageOutput`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteStageOutput {}

impl Shaped for DeleteStageOutput {
    const SHAPE: &'static Structure = &Structure { name: "DeleteStageOutput", members: &[] };
    fn from_members(_: &mut Members) -> Self {
        Self {}
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![]
    }
}

/// The shape `TagResourceOutput`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagResourceOutput {}

impl Shaped for TagResourceOutput {
    const SHAPE: &'static Structure = &Structure { name: "TagResourceOutput", members: &[] };
    fn from_members(_: &mut Members) -> Self {
        Self {}
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![]
    }
}

/// The shape `UntagResourceOutput`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagResourceOutput {}

impl Shaped for UntagResourceOutput {
    const SHAPE: &'static Structure = &Structure { name: "UntagResourceOutput", members: &[] };
    fn from_members(_: &mut Members) -> Self {
        Self {}
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![]
    }
}

/// The values each enumerated string may take.
pub mod enums {
    /// `ApiKeySourceType`.
    pub const API_KEY_SOURCE_TYPE: &[&str] = &["HEADER", "AUTHORIZER"];
    /// `ApiStatus`.
    pub const API_STATUS: &[&str] = &["UPDATING", "AVAILABLE", "PENDING", "FAILED"];
    /// `CacheClusterSize`.
    pub const CACHE_CLUSTER_SIZE: &[&str] = &["0.5", "1.6", "6.1", "13.5", "28.4", "58.2", "118", "237"];
    /// `CacheClusterStatus`.
    pub const CACHE_CLUSTER_STATUS: &[&str] =
        &["CREATE_IN_PROGRESS", "AVAILABLE", "DELETE_IN_PROGRESS", "NOT_AVAILABLE", "FLUSH_IN_PROGRESS"];
    /// `ConnectionType`.
    pub const CONNECTION_TYPE: &[&str] = &["INTERNET", "VPC_LINK"];
    /// `ContentHandlingStrategy`.
    pub const CONTENT_HANDLING_STRATEGY: &[&str] = &["CONVERT_TO_BINARY", "CONVERT_TO_TEXT"];
    /// `EndpointAccessMode`.
    pub const ENDPOINT_ACCESS_MODE: &[&str] = &["BASIC", "STRICT"];
    /// `EndpointType`.
    pub const ENDPOINT_TYPE: &[&str] = &["REGIONAL", "EDGE", "PRIVATE"];
    /// `IntegrationType`.
    pub const INTEGRATION_TYPE: &[&str] = &["HTTP", "AWS", "MOCK", "HTTP_PROXY", "AWS_PROXY"];
    /// `IpAddressType`.
    pub const IP_ADDRESS_TYPE: &[&str] = &["ipv4", "dualstack"];
    /// `Op`.
    pub const OP: &[&str] = &["add", "remove", "replace", "move", "copy", "test"];
    /// `PutMode`.
    pub const PUT_MODE: &[&str] = &["merge", "overwrite"];
    /// `ResponseTransferMode`.
    pub const RESPONSE_TRANSFER_MODE: &[&str] = &["BUFFERED", "STREAM"];
    /// `SecurityPolicy`.
    pub const SECURITY_POLICY: &[&str] = &[
        "TLS_1_0",
        "TLS_1_2",
        "SecurityPolicy_TLS13_1_3_2025_09",
        "SecurityPolicy_TLS13_1_3_FIPS_2025_09",
        "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09",
        "SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09",
        "SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09",
        "SecurityPolicy_TLS13_1_2_Ext2_PQ_2025_09",
        "SecurityPolicy_TLS13_1_2_Ext2_FIPS_PQ_2025_09",
        "SecurityPolicy_TLS13_1_2_PQ_2025_09",
        "SecurityPolicy_TLS13_1_2_2021_06",
        "SecurityPolicy_TLS13_2025_EDGE",
        "SecurityPolicy_TLS12_PFS_2025_EDGE",
        "SecurityPolicy_TLS12_2018_EDGE",
    ];
    /// `UnauthorizedCacheControlHeaderStrategy`.
    pub const UNAUTHORIZED_CACHE_CONTROL_HEADER_STRATEGY: &[&str] =
        &["FAIL_WITH_403", "SUCCEED_WITH_RESPONSE_HEADER", "SUCCEED_WITHOUT_RESPONSE_HEADER"];
}

/// Tables of lists, maps and constrained scalars.
mod shapes {
    use super::*;
    pub(super) const API_KEY_SOURCE_TYPE: Shape =
        Shape::Text(&Text { values: enums::API_KEY_SOURCE_TYPE, length: Bounds::NONE, pattern: None });
    pub(super) const API_STATUS: Shape =
        Shape::Text(&Text { values: enums::API_STATUS, length: Bounds::NONE, pattern: None });
    pub(super) const CACHE_CLUSTER_SIZE: Shape =
        Shape::Text(&Text { values: enums::CACHE_CLUSTER_SIZE, length: Bounds::NONE, pattern: None });
    pub(super) const CACHE_CLUSTER_STATUS: Shape =
        Shape::Text(&Text { values: enums::CACHE_CLUSTER_STATUS, length: Bounds::NONE, pattern: None });
    pub(super) const CONNECTION_TYPE: Shape =
        Shape::Text(&Text { values: enums::CONNECTION_TYPE, length: Bounds::NONE, pattern: None });
    pub(super) const CONTENT_HANDLING_STRATEGY: Shape =
        Shape::Text(&Text { values: enums::CONTENT_HANDLING_STRATEGY, length: Bounds::NONE, pattern: None });
    pub(super) const ENDPOINT_ACCESS_MODE: Shape =
        Shape::Text(&Text { values: enums::ENDPOINT_ACCESS_MODE, length: Bounds::NONE, pattern: None });
    pub(super) const ENDPOINT_TYPE: Shape =
        Shape::Text(&Text { values: enums::ENDPOINT_TYPE, length: Bounds::NONE, pattern: None });
    pub(super) const INTEGRATION_TYPE: Shape =
        Shape::Text(&Text { values: enums::INTEGRATION_TYPE, length: Bounds::NONE, pattern: None });
    pub(super) const IP_ADDRESS_TYPE: Shape =
        Shape::Text(&Text { values: enums::IP_ADDRESS_TYPE, length: Bounds::NONE, pattern: None });
    pub(super) const LIST_OF_DEPLOYMENT: Shape = Shape::List(&List {
        wire: "member",
        count: Bounds::NONE,
        member: Shape::Structure(Deployment::SHAPE),
    });
    pub(super) const LIST_OF_ENDPOINT_TYPE: Shape =
        Shape::List(&List { wire: "member", count: Bounds::NONE, member: ENDPOINT_TYPE });
    pub(super) const LIST_OF_MODEL: Shape =
        Shape::List(&List { wire: "member", count: Bounds::NONE, member: Shape::Structure(Model::SHAPE) });
    pub(super) const LIST_OF_PATCH_OPERATION: Shape = Shape::List(&List {
        wire: "member",
        count: Bounds::NONE,
        member: Shape::Structure(PatchOperation::SHAPE),
    });
    pub(super) const LIST_OF_RESOURCE: Shape =
        Shape::List(&List { wire: "member", count: Bounds::NONE, member: Shape::Structure(Resource::SHAPE) });
    pub(super) const LIST_OF_REST_API: Shape =
        Shape::List(&List { wire: "member", count: Bounds::NONE, member: Shape::Structure(RestApi::SHAPE) });
    pub(super) const LIST_OF_STAGE: Shape =
        Shape::List(&List { wire: "member", count: Bounds::NONE, member: Shape::Structure(Stage::SHAPE) });
    pub(super) const LIST_OF_STRING: Shape =
        Shape::List(&List { wire: "member", count: Bounds::NONE, member: TEXT });
    pub(super) const MAP_OF_INTEGRATION_RESPONSE: Shape =
        Shape::Map(&Map { value: Shape::Structure(IntegrationResponse::SHAPE) });
    pub(super) const MAP_OF_METHOD: Shape = Shape::Map(&Map { value: Shape::Structure(Method::SHAPE) });
    pub(super) const MAP_OF_METHOD_RESPONSE: Shape =
        Shape::Map(&Map { value: Shape::Structure(MethodResponse::SHAPE) });
    pub(super) const MAP_OF_METHOD_SETTINGS: Shape =
        Shape::Map(&Map { value: Shape::Structure(MethodSetting::SHAPE) });
    pub(super) const MAP_OF_METHOD_SNAPSHOT: Shape =
        Shape::Map(&Map { value: Shape::Structure(MethodSnapshot::SHAPE) });
    pub(super) const MAP_OF_STRING_TO_BOOLEAN: Shape = Shape::Map(&Map { value: Shape::Boolean });
    pub(super) const MAP_OF_STRING_TO_STRING: Shape = Shape::Map(&Map { value: TEXT });
    pub(super) const OP: Shape =
        Shape::Text(&Text { values: enums::OP, length: Bounds::NONE, pattern: None });
    pub(super) const PATH_TO_MAP_OF_METHOD_SNAPSHOT: Shape =
        Shape::Map(&Map { value: MAP_OF_METHOD_SNAPSHOT });
    pub(super) const PUT_MODE: Shape =
        Shape::Text(&Text { values: enums::PUT_MODE, length: Bounds::NONE, pattern: None });
    pub(super) const RESPONSE_TRANSFER_MODE: Shape =
        Shape::Text(&Text { values: enums::RESPONSE_TRANSFER_MODE, length: Bounds::NONE, pattern: None });
    pub(super) const SECURITY_POLICY: Shape =
        Shape::Text(&Text { values: enums::SECURITY_POLICY, length: Bounds::NONE, pattern: None });
    pub(super) const STATUS_CODE: Shape =
        Shape::Text(&Text { values: &[], length: Bounds::NONE, pattern: Some("[1-5]\\d\\d") });
    pub(super) const UNAUTHORIZED_CACHE_CONTROL_HEADER_STRATEGY: Shape = Shape::Text(&Text {
        values: enums::UNAUTHORIZED_CACHE_CONTROL_HEADER_STRATEGY,
        length: Bounds::NONE,
        pattern: None,
    });
}

/// The input of one served operation.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// `CreateDeployment`.
    CreateDeployment(CreateDeploymentInput),
    /// `CreateModel`.
    CreateModel(CreateModelInput),
    /// `CreateResource`.
    CreateResource(CreateResourceInput),
    /// `CreateRestApi`.
    CreateRestApi(CreateRestApiInput),
    /// `CreateStage`.
    CreateStage(CreateStageInput),
    /// `DeleteDeployment`.
    DeleteDeployment(DeleteDeploymentInput),
    /// `DeleteIntegration`.
    DeleteIntegration(DeleteIntegrationInput),
    /// `DeleteIntegrationResponse`.
    DeleteIntegrationResponse(DeleteIntegrationResponseInput),
    /// `DeleteMethod`.
    DeleteMethod(DeleteMethodInput),
    /// `DeleteMethodResponse`.
    DeleteMethodResponse(DeleteMethodResponseInput),
    /// `DeleteModel`.
    DeleteModel(DeleteModelInput),
    /// `DeleteResource`.
    DeleteResource(DeleteResourceInput),
    /// `DeleteRestApi`.
    DeleteRestApi(DeleteRestApiInput),
    /// `DeleteStage`.
    DeleteStage(DeleteStageInput),
    /// `GetAccount`.
    GetAccount(GetAccountInput),
    /// `GetDeployment`.
    GetDeployment(GetDeploymentInput),
    /// `GetDeployments`.
    GetDeployments(GetDeploymentsInput),
    /// `GetIntegration`.
    GetIntegration(GetIntegrationInput),
    /// `GetIntegrationResponse`.
    GetIntegrationResponse(GetIntegrationResponseInput),
    /// `GetMethod`.
    GetMethod(GetMethodInput),
    /// `GetMethodResponse`.
    GetMethodResponse(GetMethodResponseInput),
    /// `GetModel`.
    GetModel(GetModelInput),
    /// `GetModels`.
    GetModels(GetModelsInput),
    /// `GetResource`.
    GetResource(GetResourceInput),
    /// `GetResources`.
    GetResources(GetResourcesInput),
    /// `GetRestApi`.
    GetRestApi(GetRestApiInput),
    /// `GetRestApis`.
    GetRestApis(GetRestApisInput),
    /// `GetStage`.
    GetStage(GetStageInput),
    /// `GetStages`.
    GetStages(GetStagesInput),
    /// `GetTags`.
    GetTags(GetTagsInput),
    /// `ImportRestApi`.
    ImportRestApi(ImportRestApiInput),
    /// `PutIntegration`.
    PutIntegration(PutIntegrationInput),
    /// `PutIntegrationResponse`.
    PutIntegrationResponse(PutIntegrationResponseInput),
    /// `PutMethod`.
    PutMethod(PutMethodInput),
    /// `PutMethodResponse`.
    PutMethodResponse(PutMethodResponseInput),
    /// `PutRestApi`.
    PutRestApi(PutRestApiInput),
    /// `TagResource`.
    TagResource(TagResourceInput),
    /// `UntagResource`.
    UntagResource(UntagResourceInput),
    /// `UpdateDeployment`.
    UpdateDeployment(UpdateDeploymentInput),
    /// `UpdateIntegration`.
    UpdateIntegration(UpdateIntegrationInput),
    /// `UpdateIntegrationResponse`.
    UpdateIntegrationResponse(UpdateIntegrationResponseInput),
    /// `UpdateMethod`.
    UpdateMethod(UpdateMethodInput),
    /// `UpdateMethodResponse`.
    UpdateMethodResponse(UpdateMethodResponseInput),
    /// `UpdateModel`.
    UpdateModel(UpdateModelInput),
    /// `UpdateResource`.
    UpdateResource(UpdateResourceInput),
    /// `UpdateRestApi`.
    UpdateRestApi(UpdateRestApiInput),
    /// `UpdateStage`.
    UpdateStage(UpdateStageInput),
}

impl Request {
    /// The operation's name.
    pub fn operation(&self) -> &'static str {
        match self {
            Self::CreateDeployment(_) => "CreateDeployment",
            Self::CreateModel(_) => "CreateModel",
            Self::CreateResource(_) => "CreateResource",
            Self::CreateRestApi(_) => "CreateRestApi",
            Self::CreateStage(_) => "CreateStage",
            Self::DeleteDeployment(_) => "DeleteDeployment",
            Self::DeleteIntegration(_) => "DeleteIntegration",
            Self::DeleteIntegrationResponse(_) => "DeleteIntegrationResponse",
            Self::DeleteMethod(_) => "DeleteMethod",
            Self::DeleteMethodResponse(_) => "DeleteMethodResponse",
            Self::DeleteModel(_) => "DeleteModel",
            Self::DeleteResource(_) => "DeleteResource",
            Self::DeleteRestApi(_) => "DeleteRestApi",
            Self::DeleteStage(_) => "DeleteStage",
            Self::GetAccount(_) => "GetAccount",
            Self::GetDeployment(_) => "GetDeployment",
            Self::GetDeployments(_) => "GetDeployments",
            Self::GetIntegration(_) => "GetIntegration",
            Self::GetIntegrationResponse(_) => "GetIntegrationResponse",
            Self::GetMethod(_) => "GetMethod",
            Self::GetMethodResponse(_) => "GetMethodResponse",
            Self::GetModel(_) => "GetModel",
            Self::GetModels(_) => "GetModels",
            Self::GetResource(_) => "GetResource",
            Self::GetResources(_) => "GetResources",
            Self::GetRestApi(_) => "GetRestApi",
            Self::GetRestApis(_) => "GetRestApis",
            Self::GetStage(_) => "GetStage",
            Self::GetStages(_) => "GetStages",
            Self::GetTags(_) => "GetTags",
            Self::ImportRestApi(_) => "ImportRestApi",
            Self::PutIntegration(_) => "PutIntegration",
            Self::PutIntegrationResponse(_) => "PutIntegrationResponse",
            Self::PutMethod(_) => "PutMethod",
            Self::PutMethodResponse(_) => "PutMethodResponse",
            Self::PutRestApi(_) => "PutRestApi",
            Self::TagResource(_) => "TagResource",
            Self::UntagResource(_) => "UntagResource",
            Self::UpdateDeployment(_) => "UpdateDeployment",
            Self::UpdateIntegration(_) => "UpdateIntegration",
            Self::UpdateIntegrationResponse(_) => "UpdateIntegrationResponse",
            Self::UpdateMethod(_) => "UpdateMethod",
            Self::UpdateMethodResponse(_) => "UpdateMethodResponse",
            Self::UpdateModel(_) => "UpdateModel",
            Self::UpdateResource(_) => "UpdateResource",
            Self::UpdateRestApi(_) => "UpdateRestApi",
            Self::UpdateStage(_) => "UpdateStage",
        }
    }
}

impl Message for Request {
    fn to_members(&self) -> Vec<Option<Value>> {
        match self {
            Self::CreateDeployment(inner) => inner.to_members(),
            Self::CreateModel(inner) => inner.to_members(),
            Self::CreateResource(inner) => inner.to_members(),
            Self::CreateRestApi(inner) => inner.to_members(),
            Self::CreateStage(inner) => inner.to_members(),
            Self::DeleteDeployment(inner) => inner.to_members(),
            Self::DeleteIntegration(inner) => inner.to_members(),
            Self::DeleteIntegrationResponse(inner) => inner.to_members(),
            Self::DeleteMethod(inner) => inner.to_members(),
            Self::DeleteMethodResponse(inner) => inner.to_members(),
            Self::DeleteModel(inner) => inner.to_members(),
            Self::DeleteResource(inner) => inner.to_members(),
            Self::DeleteRestApi(inner) => inner.to_members(),
            Self::DeleteStage(inner) => inner.to_members(),
            Self::GetAccount(inner) => inner.to_members(),
            Self::GetDeployment(inner) => inner.to_members(),
            Self::GetDeployments(inner) => inner.to_members(),
            Self::GetIntegration(inner) => inner.to_members(),
            Self::GetIntegrationResponse(inner) => inner.to_members(),
            Self::GetMethod(inner) => inner.to_members(),
            Self::GetMethodResponse(inner) => inner.to_members(),
            Self::GetModel(inner) => inner.to_members(),
            Self::GetModels(inner) => inner.to_members(),
            Self::GetResource(inner) => inner.to_members(),
            Self::GetResources(inner) => inner.to_members(),
            Self::GetRestApi(inner) => inner.to_members(),
            Self::GetRestApis(inner) => inner.to_members(),
            Self::GetStage(inner) => inner.to_members(),
            Self::GetStages(inner) => inner.to_members(),
            Self::GetTags(inner) => inner.to_members(),
            Self::ImportRestApi(inner) => inner.to_members(),
            Self::PutIntegration(inner) => inner.to_members(),
            Self::PutIntegrationResponse(inner) => inner.to_members(),
            Self::PutMethod(inner) => inner.to_members(),
            Self::PutMethodResponse(inner) => inner.to_members(),
            Self::PutRestApi(inner) => inner.to_members(),
            Self::TagResource(inner) => inner.to_members(),
            Self::UntagResource(inner) => inner.to_members(),
            Self::UpdateDeployment(inner) => inner.to_members(),
            Self::UpdateIntegration(inner) => inner.to_members(),
            Self::UpdateIntegrationResponse(inner) => inner.to_members(),
            Self::UpdateMethod(inner) => inner.to_members(),
            Self::UpdateMethodResponse(inner) => inner.to_members(),
            Self::UpdateModel(inner) => inner.to_members(),
            Self::UpdateResource(inner) => inner.to_members(),
            Self::UpdateRestApi(inner) => inner.to_members(),
            Self::UpdateStage(inner) => inner.to_members(),
        }
    }

    fn from_members(operation: &str, members: &mut Members) -> Option<Self> {
        Some(match operation {
            "CreateDeployment" => Self::CreateDeployment(CreateDeploymentInput::from_members(members)),
            "CreateModel" => Self::CreateModel(CreateModelInput::from_members(members)),
            "CreateResource" => Self::CreateResource(CreateResourceInput::from_members(members)),
            "CreateRestApi" => Self::CreateRestApi(CreateRestApiInput::from_members(members)),
            "CreateStage" => Self::CreateStage(CreateStageInput::from_members(members)),
            "DeleteDeployment" => Self::DeleteDeployment(DeleteDeploymentInput::from_members(members)),
            "DeleteIntegration" => Self::DeleteIntegration(DeleteIntegrationInput::from_members(members)),
            "DeleteIntegrationResponse" => {
                Self::DeleteIntegrationResponse(DeleteIntegrationResponseInput::from_members(members))
            }
            "DeleteMethod" => Self::DeleteMethod(DeleteMethodInput::from_members(members)),
            "DeleteMethodResponse" => {
                Self::DeleteMethodResponse(DeleteMethodResponseInput::from_members(members))
            }
            "DeleteModel" => Self::DeleteModel(DeleteModelInput::from_members(members)),
            "DeleteResource" => Self::DeleteResource(DeleteResourceInput::from_members(members)),
            "DeleteRestApi" => Self::DeleteRestApi(DeleteRestApiInput::from_members(members)),
            "DeleteStage" => Self::DeleteStage(DeleteStageInput::from_members(members)),
            "GetAccount" => Self::GetAccount(GetAccountInput::from_members(members)),
            "GetDeployment" => Self::GetDeployment(GetDeploymentInput::from_members(members)),
            "GetDeployments" => Self::GetDeployments(GetDeploymentsInput::from_members(members)),
            "GetIntegration" => Self::GetIntegration(GetIntegrationInput::from_members(members)),
            "GetIntegrationResponse" => {
                Self::GetIntegrationResponse(GetIntegrationResponseInput::from_members(members))
            }
            "GetMethod" => Self::GetMethod(GetMethodInput::from_members(members)),
            "GetMethodResponse" => Self::GetMethodResponse(GetMethodResponseInput::from_members(members)),
            "GetModel" => Self::GetModel(GetModelInput::from_members(members)),
            "GetModels" => Self::GetModels(GetModelsInput::from_members(members)),
            "GetResource" => Self::GetResource(GetResourceInput::from_members(members)),
            "GetResources" => Self::GetResources(GetResourcesInput::from_members(members)),
            "GetRestApi" => Self::GetRestApi(GetRestApiInput::from_members(members)),
            "GetRestApis" => Self::GetRestApis(GetRestApisInput::from_members(members)),
            "GetStage" => Self::GetStage(GetStageInput::from_members(members)),
            "GetStages" => Self::GetStages(GetStagesInput::from_members(members)),
            "GetTags" => Self::GetTags(GetTagsInput::from_members(members)),
            "ImportRestApi" => Self::ImportRestApi(ImportRestApiInput::from_members(members)),
            "PutIntegration" => Self::PutIntegration(PutIntegrationInput::from_members(members)),
            "PutIntegrationResponse" => {
                Self::PutIntegrationResponse(PutIntegrationResponseInput::from_members(members))
            }
            "PutMethod" => Self::PutMethod(PutMethodInput::from_members(members)),
            "PutMethodResponse" => Self::PutMethodResponse(PutMethodResponseInput::from_members(members)),
            "PutRestApi" => Self::PutRestApi(PutRestApiInput::from_members(members)),
            "TagResource" => Self::TagResource(TagResourceInput::from_members(members)),
            "UntagResource" => Self::UntagResource(UntagResourceInput::from_members(members)),
            "UpdateDeployment" => Self::UpdateDeployment(UpdateDeploymentInput::from_members(members)),
            "UpdateIntegration" => Self::UpdateIntegration(UpdateIntegrationInput::from_members(members)),
            "UpdateIntegrationResponse" => {
                Self::UpdateIntegrationResponse(UpdateIntegrationResponseInput::from_members(members))
            }
            "UpdateMethod" => Self::UpdateMethod(UpdateMethodInput::from_members(members)),
            "UpdateMethodResponse" => {
                Self::UpdateMethodResponse(UpdateMethodResponseInput::from_members(members))
            }
            "UpdateModel" => Self::UpdateModel(UpdateModelInput::from_members(members)),
            "UpdateResource" => Self::UpdateResource(UpdateResourceInput::from_members(members)),
            "UpdateRestApi" => Self::UpdateRestApi(UpdateRestApiInput::from_members(members)),
            "UpdateStage" => Self::UpdateStage(UpdateStageInput::from_members(members)),
            _ => return None,
        })
    }
}

/// The output of one served operation.
#[derive(Clone, Debug, PartialEq)]
pub enum Response {
    /// `CreateDeployment`.
    CreateDeployment(Deployment),
    /// `CreateModel`.
    CreateModel(Model),
    /// `CreateResource`.
    CreateResource(Resource),
    /// `CreateRestApi`.
    CreateRestApi(RestApi),
    /// `CreateStage`.
    CreateStage(Stage),
    /// `DeleteDeployment`.
    DeleteDeployment(DeleteDeploymentOutput),
    /// `DeleteIntegration`.
    DeleteIntegration(DeleteIntegrationOutput),
    /// `DeleteIntegrationResponse`.
    DeleteIntegrationResponse(DeleteIntegrationResponseOutput),
    /// `DeleteMethod`.
    DeleteMethod(DeleteMethodOutput),
    /// `DeleteMethodResponse`.
    DeleteMethodResponse(DeleteMethodResponseOutput),
    /// `DeleteModel`.
    DeleteModel(DeleteModelOutput),
    /// `DeleteResource`.
    DeleteResource(DeleteResourceOutput),
    /// `DeleteRestApi`.
    DeleteRestApi(DeleteRestApiOutput),
    /// `DeleteStage`.
    DeleteStage(DeleteStageOutput),
    /// `GetAccount`.
    GetAccount(Account),
    /// `GetDeployment`.
    GetDeployment(Deployment),
    /// `GetDeployments`.
    GetDeployments(Deployments),
    /// `GetIntegration`.
    GetIntegration(Integration),
    /// `GetIntegrationResponse`.
    GetIntegrationResponse(IntegrationResponse),
    /// `GetMethod`.
    GetMethod(Method),
    /// `GetMethodResponse`.
    GetMethodResponse(MethodResponse),
    /// `GetModel`.
    GetModel(Model),
    /// `GetModels`.
    GetModels(Models),
    /// `GetResource`.
    GetResource(Resource),
    /// `GetResources`.
    GetResources(Resources),
    /// `GetRestApi`.
    GetRestApi(RestApi),
    /// `GetRestApis`.
    GetRestApis(RestApis),
    /// `GetStage`.
    GetStage(Stage),
    /// `GetStages`.
    GetStages(Stages),
    /// `GetTags`.
    GetTags(Tags),
    /// `ImportRestApi`.
    ImportRestApi(RestApi),
    /// `PutIntegration`.
    PutIntegration(Integration),
    /// `PutIntegrationResponse`.
    PutIntegrationResponse(IntegrationResponse),
    /// `PutMethod`.
    PutMethod(Method),
    /// `PutMethodResponse`.
    PutMethodResponse(MethodResponse),
    /// `PutRestApi`.
    PutRestApi(RestApi),
    /// `TagResource`.
    TagResource(TagResourceOutput),
    /// `UntagResource`.
    UntagResource(UntagResourceOutput),
    /// `UpdateDeployment`.
    UpdateDeployment(Deployment),
    /// `UpdateIntegration`.
    UpdateIntegration(Integration),
    /// `UpdateIntegrationResponse`.
    UpdateIntegrationResponse(IntegrationResponse),
    /// `UpdateMethod`.
    UpdateMethod(Method),
    /// `UpdateMethodResponse`.
    UpdateMethodResponse(MethodResponse),
    /// `UpdateModel`.
    UpdateModel(Model),
    /// `UpdateResource`.
    UpdateResource(Resource),
    /// `UpdateRestApi`.
    UpdateRestApi(RestApi),
    /// `UpdateStage`.
    UpdateStage(Stage),
}

impl Response {
    /// The operation's name.
    pub fn operation(&self) -> &'static str {
        match self {
            Self::CreateDeployment(_) => "CreateDeployment",
            Self::CreateModel(_) => "CreateModel",
            Self::CreateResource(_) => "CreateResource",
            Self::CreateRestApi(_) => "CreateRestApi",
            Self::CreateStage(_) => "CreateStage",
            Self::DeleteDeployment(_) => "DeleteDeployment",
            Self::DeleteIntegration(_) => "DeleteIntegration",
            Self::DeleteIntegrationResponse(_) => "DeleteIntegrationResponse",
            Self::DeleteMethod(_) => "DeleteMethod",
            Self::DeleteMethodResponse(_) => "DeleteMethodResponse",
            Self::DeleteModel(_) => "DeleteModel",
            Self::DeleteResource(_) => "DeleteResource",
            Self::DeleteRestApi(_) => "DeleteRestApi",
            Self::DeleteStage(_) => "DeleteStage",
            Self::GetAccount(_) => "GetAccount",
            Self::GetDeployment(_) => "GetDeployment",
            Self::GetDeployments(_) => "GetDeployments",
            Self::GetIntegration(_) => "GetIntegration",
            Self::GetIntegrationResponse(_) => "GetIntegrationResponse",
            Self::GetMethod(_) => "GetMethod",
            Self::GetMethodResponse(_) => "GetMethodResponse",
            Self::GetModel(_) => "GetModel",
            Self::GetModels(_) => "GetModels",
            Self::GetResource(_) => "GetResource",
            Self::GetResources(_) => "GetResources",
            Self::GetRestApi(_) => "GetRestApi",
            Self::GetRestApis(_) => "GetRestApis",
            Self::GetStage(_) => "GetStage",
            Self::GetStages(_) => "GetStages",
            Self::GetTags(_) => "GetTags",
            Self::ImportRestApi(_) => "ImportRestApi",
            Self::PutIntegration(_) => "PutIntegration",
            Self::PutIntegrationResponse(_) => "PutIntegrationResponse",
            Self::PutMethod(_) => "PutMethod",
            Self::PutMethodResponse(_) => "PutMethodResponse",
            Self::PutRestApi(_) => "PutRestApi",
            Self::TagResource(_) => "TagResource",
            Self::UntagResource(_) => "UntagResource",
            Self::UpdateDeployment(_) => "UpdateDeployment",
            Self::UpdateIntegration(_) => "UpdateIntegration",
            Self::UpdateIntegrationResponse(_) => "UpdateIntegrationResponse",
            Self::UpdateMethod(_) => "UpdateMethod",
            Self::UpdateMethodResponse(_) => "UpdateMethodResponse",
            Self::UpdateModel(_) => "UpdateModel",
            Self::UpdateResource(_) => "UpdateResource",
            Self::UpdateRestApi(_) => "UpdateRestApi",
            Self::UpdateStage(_) => "UpdateStage",
        }
    }
}

impl Message for Response {
    fn to_members(&self) -> Vec<Option<Value>> {
        match self {
            Self::CreateDeployment(inner) => inner.to_members(),
            Self::CreateModel(inner) => inner.to_members(),
            Self::CreateResource(inner) => inner.to_members(),
            Self::CreateRestApi(inner) => inner.to_members(),
            Self::CreateStage(inner) => inner.to_members(),
            Self::DeleteDeployment(inner) => inner.to_members(),
            Self::DeleteIntegration(inner) => inner.to_members(),
            Self::DeleteIntegrationResponse(inner) => inner.to_members(),
            Self::DeleteMethod(inner) => inner.to_members(),
            Self::DeleteMethodResponse(inner) => inner.to_members(),
            Self::DeleteModel(inner) => inner.to_members(),
            Self::DeleteResource(inner) => inner.to_members(),
            Self::DeleteRestApi(inner) => inner.to_members(),
            Self::DeleteStage(inner) => inner.to_members(),
            Self::GetAccount(inner) => inner.to_members(),
            Self::GetDeployment(inner) => inner.to_members(),
            Self::GetDeployments(inner) => inner.to_members(),
            Self::GetIntegration(inner) => inner.to_members(),
            Self::GetIntegrationResponse(inner) => inner.to_members(),
            Self::GetMethod(inner) => inner.to_members(),
            Self::GetMethodResponse(inner) => inner.to_members(),
            Self::GetModel(inner) => inner.to_members(),
            Self::GetModels(inner) => inner.to_members(),
            Self::GetResource(inner) => inner.to_members(),
            Self::GetResources(inner) => inner.to_members(),
            Self::GetRestApi(inner) => inner.to_members(),
            Self::GetRestApis(inner) => inner.to_members(),
            Self::GetStage(inner) => inner.to_members(),
            Self::GetStages(inner) => inner.to_members(),
            Self::GetTags(inner) => inner.to_members(),
            Self::ImportRestApi(inner) => inner.to_members(),
            Self::PutIntegration(inner) => inner.to_members(),
            Self::PutIntegrationResponse(inner) => inner.to_members(),
            Self::PutMethod(inner) => inner.to_members(),
            Self::PutMethodResponse(inner) => inner.to_members(),
            Self::PutRestApi(inner) => inner.to_members(),
            Self::TagResource(inner) => inner.to_members(),
            Self::UntagResource(inner) => inner.to_members(),
            Self::UpdateDeployment(inner) => inner.to_members(),
            Self::UpdateIntegration(inner) => inner.to_members(),
            Self::UpdateIntegrationResponse(inner) => inner.to_members(),
            Self::UpdateMethod(inner) => inner.to_members(),
            Self::UpdateMethodResponse(inner) => inner.to_members(),
            Self::UpdateModel(inner) => inner.to_members(),
            Self::UpdateResource(inner) => inner.to_members(),
            Self::UpdateRestApi(inner) => inner.to_members(),
            Self::UpdateStage(inner) => inner.to_members(),
        }
    }

    fn from_members(operation: &str, members: &mut Members) -> Option<Self> {
        Some(match operation {
            "CreateDeployment" => Self::CreateDeployment(Deployment::from_members(members)),
            "CreateModel" => Self::CreateModel(Model::from_members(members)),
            "CreateResource" => Self::CreateResource(Resource::from_members(members)),
            "CreateRestApi" => Self::CreateRestApi(RestApi::from_members(members)),
            "CreateStage" => Self::CreateStage(Stage::from_members(members)),
            "DeleteDeployment" => Self::DeleteDeployment(DeleteDeploymentOutput::from_members(members)),
            "DeleteIntegration" => Self::DeleteIntegration(DeleteIntegrationOutput::from_members(members)),
            "DeleteIntegrationResponse" => {
                Self::DeleteIntegrationResponse(DeleteIntegrationResponseOutput::from_members(members))
            }
            "DeleteMethod" => Self::DeleteMethod(DeleteMethodOutput::from_members(members)),
            "DeleteMethodResponse" => {
                Self::DeleteMethodResponse(DeleteMethodResponseOutput::from_members(members))
            }
            "DeleteModel" => Self::DeleteModel(DeleteModelOutput::from_members(members)),
            "DeleteResource" => Self::DeleteResource(DeleteResourceOutput::from_members(members)),
            "DeleteRestApi" => Self::DeleteRestApi(DeleteRestApiOutput::from_members(members)),
            "DeleteStage" => Self::DeleteStage(DeleteStageOutput::from_members(members)),
            "GetAccount" => Self::GetAccount(Account::from_members(members)),
            "GetDeployment" => Self::GetDeployment(Deployment::from_members(members)),
            "GetDeployments" => Self::GetDeployments(Deployments::from_members(members)),
            "GetIntegration" => Self::GetIntegration(Integration::from_members(members)),
            "GetIntegrationResponse" => {
                Self::GetIntegrationResponse(IntegrationResponse::from_members(members))
            }
            "GetMethod" => Self::GetMethod(Method::from_members(members)),
            "GetMethodResponse" => Self::GetMethodResponse(MethodResponse::from_members(members)),
            "GetModel" => Self::GetModel(Model::from_members(members)),
            "GetModels" => Self::GetModels(Models::from_members(members)),
            "GetResource" => Self::GetResource(Resource::from_members(members)),
            "GetResources" => Self::GetResources(Resources::from_members(members)),
            "GetRestApi" => Self::GetRestApi(RestApi::from_members(members)),
            "GetRestApis" => Self::GetRestApis(RestApis::from_members(members)),
            "GetStage" => Self::GetStage(Stage::from_members(members)),
            "GetStages" => Self::GetStages(Stages::from_members(members)),
            "GetTags" => Self::GetTags(Tags::from_members(members)),
            "ImportRestApi" => Self::ImportRestApi(RestApi::from_members(members)),
            "PutIntegration" => Self::PutIntegration(Integration::from_members(members)),
            "PutIntegrationResponse" => {
                Self::PutIntegrationResponse(IntegrationResponse::from_members(members))
            }
            "PutMethod" => Self::PutMethod(Method::from_members(members)),
            "PutMethodResponse" => Self::PutMethodResponse(MethodResponse::from_members(members)),
            "PutRestApi" => Self::PutRestApi(RestApi::from_members(members)),
            "TagResource" => Self::TagResource(TagResourceOutput::from_members(members)),
            "UntagResource" => Self::UntagResource(UntagResourceOutput::from_members(members)),
            "UpdateDeployment" => Self::UpdateDeployment(Deployment::from_members(members)),
            "UpdateIntegration" => Self::UpdateIntegration(Integration::from_members(members)),
            "UpdateIntegrationResponse" => {
                Self::UpdateIntegrationResponse(IntegrationResponse::from_members(members))
            }
            "UpdateMethod" => Self::UpdateMethod(Method::from_members(members)),
            "UpdateMethodResponse" => Self::UpdateMethodResponse(MethodResponse::from_members(members)),
            "UpdateModel" => Self::UpdateModel(Model::from_members(members)),
            "UpdateResource" => Self::UpdateResource(Resource::from_members(members)),
            "UpdateRestApi" => Self::UpdateRestApi(RestApi::from_members(members)),
            "UpdateStage" => Self::UpdateStage(Stage::from_members(members)),
            _ => return None,
        })
    }
}

/// The service: its names, its operations, its modelled errors.
pub static SERVICE: Service = Service {
    name: "apigateway",
    version: "2015-07-09",
    namespace: "",
    target: "",
    operations: &[
        Operation {
            name: "CreateDeployment",
            method: "POST",
            uri: "/restapis/{restapi_id}/deployments",
            status: 201,
            wrapper: None,
            input: CreateDeploymentInput::SHAPE,
            output: Deployment::SHAPE,
        },
        Operation {
            name: "CreateModel",
            method: "POST",
            uri: "/restapis/{restapi_id}/models",
            status: 201,
            wrapper: None,
            input: CreateModelInput::SHAPE,
            output: Model::SHAPE,
        },
        Operation {
            name: "CreateResource",
            method: "POST",
            uri: "/restapis/{restapi_id}/resources/{parent_id}",
            status: 201,
            wrapper: None,
            input: CreateResourceInput::SHAPE,
            output: Resource::SHAPE,
        },
        Operation {
            name: "CreateRestApi",
            method: "POST",
            uri: "/restapis",
            status: 201,
            wrapper: None,
            input: CreateRestApiInput::SHAPE,
            output: RestApi::SHAPE,
        },
        Operation {
            name: "CreateStage",
            method: "POST",
            uri: "/restapis/{restapi_id}/stages",
            status: 201,
            wrapper: None,
            input: CreateStageInput::SHAPE,
            output: Stage::SHAPE,
        },
        Operation {
            name: "DeleteDeployment",
            method: "DELETE",
            uri: "/restapis/{restapi_id}/deployments/{deployment_id}",
            status: 202,
            wrapper: None,
            input: DeleteDeploymentInput::SHAPE,
            output: DeleteDeploymentOutput::SHAPE,
        },
        Operation {
            name: "DeleteIntegration",
            method: "DELETE",
            uri: "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration",
            status: 204,
            wrapper: None,
            input: DeleteIntegrationInput::SHAPE,
            output: DeleteIntegrationOutput::SHAPE,
        },
        Operation {
            name: "DeleteIntegrationResponse",
            method: "DELETE",
            uri: "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration/responses/{status_code}",
            status: 204,
            wrapper: None,
            input: DeleteIntegrationResponseInput::SHAPE,
            output: DeleteIntegrationResponseOutput::SHAPE,
        },
        Operation {
            name: "DeleteMethod",
            method: "DELETE",
            uri: "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}",
            status: 204,
            wrapper: None,
            input: DeleteMethodInput::SHAPE,
            output: DeleteMethodOutput::SHAPE,
        },
        Operation {
            name: "DeleteMethodResponse",
            method: "DELETE",
            uri: "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/responses/{status_code}",
            status: 204,
            wrapper: None,
            input: DeleteMethodResponseInput::SHAPE,
            output: DeleteMethodResponseOutput::SHAPE,
        },
        Operation {
            name: "DeleteModel",
            method: "DELETE",
            uri: "/restapis/{restapi_id}/models/{model_name}",
            status: 202,
            wrapper: None,
            input: DeleteModelInput::SHAPE,
            output: DeleteModelOutput::SHAPE,
        },
        Operation {
            name: "DeleteResource",
            method: "DELETE",
            uri: "/restapis/{restapi_id}/resources/{resource_id}",
            status: 202,
            wrapper: None,
            input: DeleteResourceInput::SHAPE,
            output: DeleteResourceOutput::SHAPE,
        },
        Operation {
            name: "DeleteRestApi",
            method: "DELETE",
            uri: "/restapis/{restapi_id}",
            status: 202,
            wrapper: None,
            input: DeleteRestApiInput::SHAPE,
            output: DeleteRestApiOutput::SHAPE,
        },
        Operation {
            name: "DeleteStage",
            method: "DELETE",
            uri: "/restapis/{restapi_id}/stages/{stage_name}",
            status: 202,
            wrapper: None,
            input: DeleteStageInput::SHAPE,
            output: DeleteStageOutput::SHAPE,
        },
        Operation {
            name: "GetAccount",
            method: "GET",
            uri: "/account",
            status: 200,
            wrapper: None,
            input: GetAccountInput::SHAPE,
            output: Account::SHAPE,
        },
        Operation {
            name: "GetDeployment",
            method: "GET",
            uri: "/restapis/{restapi_id}/deployments/{deployment_id}",
            status: 200,
            wrapper: None,
            input: GetDeploymentInput::SHAPE,
            output: Deployment::SHAPE,
        },
        Operation {
            name: "GetDeployments",
            method: "GET",
            uri: "/restapis/{restapi_id}/deployments",
            status: 200,
            wrapper: None,
            input: GetDeploymentsInput::SHAPE,
            output: Deployments::SHAPE,
        },
        Operation {
            name: "GetIntegration",
            method: "GET",
            uri: "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration",
            status: 200,
            wrapper: None,
            input: GetIntegrationInput::SHAPE,
            output: Integration::SHAPE,
        },
        Operation {
            name: "GetIntegrationResponse",
            method: "GET",
            uri: "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration/responses/{status_code}",
            status: 200,
            wrapper: None,
            input: GetIntegrationResponseInput::SHAPE,
            output: IntegrationResponse::SHAPE,
        },
        Operation {
            name: "GetMethod",
            method: "GET",
            uri: "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}",
            status: 200,
            wrapper: None,
            input: GetMethodInput::SHAPE,
            output: Method::SHAPE,
        },
        Operation {
            name: "GetMethodResponse",
            method: "GET",
            uri: "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/responses/{status_code}",
            status: 200,
            wrapper: None,
            input: GetMethodResponseInput::SHAPE,
            output: MethodResponse::SHAPE,
        },
        Operation {
            name: "GetModel",
            method: "GET",
            uri: "/restapis/{restapi_id}/models/{model_name}",
            status: 200,
            wrapper: None,
            input: GetModelInput::SHAPE,
            output: Model::SHAPE,
        },
        Operation {
            name: "GetModels",
            method: "GET",
            uri: "/restapis/{restapi_id}/models",
            status: 200,
            wrapper: None,
            input: GetModelsInput::SHAPE,
            output: Models::SHAPE,
        },
        Operation {
            name: "GetResource",
            method: "GET",
            uri: "/restapis/{restapi_id}/resources/{resource_id}",
            status: 200,
            wrapper: None,
            input: GetResourceInput::SHAPE,
            output: Resource::SHAPE,
        },
        Operation {
            name: "GetResources",
            method: "GET",
            uri: "/restapis/{restapi_id}/resources",
            status: 200,
            wrapper: None,
            input: GetResourcesInput::SHAPE,
            output: Resources::SHAPE,
        },
        Operation {
            name: "GetRestApi",
            method: "GET",
            uri: "/restapis/{restapi_id}",
            status: 200,
            wrapper: None,
            input: GetRestApiInput::SHAPE,
            output: RestApi::SHAPE,
        },
        Operation {
            name: "GetRestApis",
            method: "GET",
            uri: "/restapis",
            status: 200,
            wrapper: None,
            input: GetRestApisInput::SHAPE,
            output: RestApis::SHAPE,
        },
        Operation {
            name: "GetStage",
            method: "GET",
            uri: "/restapis/{restapi_id}/stages/{stage_name}",
            status: 200,
            wrapper: None,
            input: GetStageInput::SHAPE,
            output: Stage::SHAPE,
        },
        Operation {
            name: "GetStages",
            method: "GET",
            uri: "/restapis/{restapi_id}/stages",
            status: 200,
            wrapper: None,
            input: GetStagesInput::SHAPE,
            output: Stages::SHAPE,
        },
        Operation {
            name: "GetTags",
            method: "GET",
            uri: "/tags/{resource_arn}",
            status: 200,
            wrapper: None,
            input: GetTagsInput::SHAPE,
            output: Tags::SHAPE,
        },
        Operation {
            name: "ImportRestApi",
            method: "POST",
            uri: "/restapis?mode=import",
            status: 201,
            wrapper: None,
            input: ImportRestApiInput::SHAPE,
            output: RestApi::SHAPE,
        },
        Operation {
            name: "PutIntegration",
            method: "PUT",
            uri: "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration",
            status: 201,
            wrapper: None,
            input: PutIntegrationInput::SHAPE,
            output: Integration::SHAPE,
        },
        Operation {
            name: "PutIntegrationResponse",
            method: "PUT",
            uri: "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration/responses/{status_code}",
            status: 201,
            wrapper: None,
            input: PutIntegrationResponseInput::SHAPE,
            output: IntegrationResponse::SHAPE,
        },
        Operation {
            name: "PutMethod",
            method: "PUT",
            uri: "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}",
            status: 201,
            wrapper: None,
            input: PutMethodInput::SHAPE,
            output: Method::SHAPE,
        },
        Operation {
            name: "PutMethodResponse",
            method: "PUT",
            uri: "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/responses/{status_code}",
            status: 201,
            wrapper: None,
            input: PutMethodResponseInput::SHAPE,
            output: MethodResponse::SHAPE,
        },
        Operation {
            name: "PutRestApi",
            method: "PUT",
            uri: "/restapis/{restapi_id}",
            status: 200,
            wrapper: None,
            input: PutRestApiInput::SHAPE,
            output: RestApi::SHAPE,
        },
        Operation {
            name: "TagResource",
            method: "PUT",
            uri: "/tags/{resource_arn}",
            status: 204,
            wrapper: None,
            input: TagResourceInput::SHAPE,
            output: TagResourceOutput::SHAPE,
        },
        Operation {
            name: "UntagResource",
            method: "DELETE",
            uri: "/tags/{resource_arn}",
            status: 204,
            wrapper: None,
            input: UntagResourceInput::SHAPE,
            output: UntagResourceOutput::SHAPE,
        },
        Operation {
            name: "UpdateDeployment",
            method: "PATCH",
            uri: "/restapis/{restapi_id}/deployments/{deployment_id}",
            status: 200,
            wrapper: None,
            input: UpdateDeploymentInput::SHAPE,
            output: Deployment::SHAPE,
        },
        Operation {
            name: "UpdateIntegration",
            method: "PATCH",
            uri: "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration",
            status: 200,
            wrapper: None,
            input: UpdateIntegrationInput::SHAPE,
            output: Integration::SHAPE,
        },
        Operation {
            name: "UpdateIntegrationResponse",
            method: "PATCH",
            uri: "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration/responses/{status_code}",
            status: 200,
            wrapper: None,
            input: UpdateIntegrationResponseInput::SHAPE,
            output: IntegrationResponse::SHAPE,
        },
        Operation {
            name: "UpdateMethod",
            method: "PATCH",
            uri: "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}",
            status: 200,
            wrapper: None,
            input: UpdateMethodInput::SHAPE,
            output: Method::SHAPE,
        },
        Operation {
            name: "UpdateMethodResponse",
            method: "PATCH",
            uri: "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/responses/{status_code}",
            status: 201,
            wrapper: None,
            input: UpdateMethodResponseInput::SHAPE,
            output: MethodResponse::SHAPE,
        },
        Operation {
            name: "UpdateModel",
            method: "PATCH",
            uri: "/restapis/{restapi_id}/models/{model_name}",
            status: 200,
            wrapper: None,
            input: UpdateModelInput::SHAPE,
            output: Model::SHAPE,
        },
        Operation {
            name: "UpdateResource",
            method: "PATCH",
            uri: "/restapis/{restapi_id}/resources/{resource_id}",
            status: 200,
            wrapper: None,
            input: UpdateResourceInput::SHAPE,
            output: Resource::SHAPE,
        },
        Operation {
            name: "UpdateRestApi",
            method: "PATCH",
            uri: "/restapis/{restapi_id}",
            status: 200,
            wrapper: None,
            input: UpdateRestApiInput::SHAPE,
            output: RestApi::SHAPE,
        },
        Operation {
            name: "UpdateStage",
            method: "PATCH",
            uri: "/restapis/{restapi_id}/stages/{stage_name}",
            status: 200,
            wrapper: None,
            input: UpdateStageInput::SHAPE,
            output: Stage::SHAPE,
        },
    ],
    unserved: &[
        Unserved { name: "CreateApiKey", method: "POST", uri: "/apikeys" },
        Unserved { name: "CreateAuthorizer", method: "POST", uri: "/restapis/{restapi_id}/authorizers" },
        Unserved {
            name: "CreateBasePathMapping",
            method: "POST",
            uri: "/domainnames/{domain_name}/basepathmappings",
        },
        Unserved {
            name: "CreateDocumentationPart",
            method: "POST",
            uri: "/restapis/{restapi_id}/documentation/parts",
        },
        Unserved {
            name: "CreateDocumentationVersion",
            method: "POST",
            uri: "/restapis/{restapi_id}/documentation/versions",
        },
        Unserved { name: "CreateDomainName", method: "POST", uri: "/domainnames" },
        Unserved {
            name: "CreateDomainNameAccessAssociation",
            method: "POST",
            uri: "/domainnameaccessassociations",
        },
        Unserved {
            name: "CreateRequestValidator",
            method: "POST",
            uri: "/restapis/{restapi_id}/requestvalidators",
        },
        Unserved { name: "CreateUsagePlan", method: "POST", uri: "/usageplans" },
        Unserved { name: "CreateUsagePlanKey", method: "POST", uri: "/usageplans/{usageplanId}/keys" },
        Unserved { name: "CreateVpcLink", method: "POST", uri: "/vpclinks" },
        Unserved { name: "DeleteApiKey", method: "DELETE", uri: "/apikeys/{api_Key}" },
        Unserved {
            name: "DeleteAuthorizer",
            method: "DELETE",
            uri: "/restapis/{restapi_id}/authorizers/{authorizer_id}",
        },
        Unserved {
            name: "DeleteBasePathMapping",
            method: "DELETE",
            uri: "/domainnames/{domain_name}/basepathmappings/{base_path}",
        },
        Unserved {
            name: "DeleteClientCertificate",
            method: "DELETE",
            uri: "/clientcertificates/{clientcertificate_id}",
        },
        Unserved {
            name: "DeleteDocumentationPart",
            method: "DELETE",
            uri: "/restapis/{restapi_id}/documentation/parts/{part_id}",
        },
        Unserved {
            name: "DeleteDocumentationVersion",
            method: "DELETE",
            uri: "/restapis/{restapi_id}/documentation/versions/{doc_version}",
        },
        Unserved { name: "DeleteDomainName", method: "DELETE", uri: "/domainnames/{domain_name}" },
        Unserved {
            name: "DeleteDomainNameAccessAssociation",
            method: "DELETE",
            uri: "/domainnameaccessassociations/{domain_name_access_association_arn}",
        },
        Unserved {
            name: "DeleteGatewayResponse",
            method: "DELETE",
            uri: "/restapis/{restapi_id}/gatewayresponses/{response_type}",
        },
        Unserved {
            name: "DeleteRequestValidator",
            method: "DELETE",
            uri: "/restapis/{restapi_id}/requestvalidators/{requestvalidator_id}",
        },
        Unserved { name: "DeleteUsagePlan", method: "DELETE", uri: "/usageplans/{usageplanId}" },
        Unserved {
            name: "DeleteUsagePlanKey",
            method: "DELETE",
            uri: "/usageplans/{usageplanId}/keys/{keyId}",
        },
        Unserved { name: "DeleteVpcLink", method: "DELETE", uri: "/vpclinks/{vpclink_id}" },
        Unserved {
            name: "FlushStageAuthorizersCache",
            method: "DELETE",
            uri: "/restapis/{restapi_id}/stages/{stage_name}/cache/authorizers",
        },
        Unserved {
            name: "FlushStageCache",
            method: "DELETE",
            uri: "/restapis/{restapi_id}/stages/{stage_name}/cache/data",
        },
        Unserved { name: "GenerateClientCertificate", method: "POST", uri: "/clientcertificates" },
        Unserved { name: "GetApiKey", method: "GET", uri: "/apikeys/{api_Key}" },
        Unserved { name: "GetApiKeys", method: "GET", uri: "/apikeys" },
        Unserved {
            name: "GetAuthorizer",
            method: "GET",
            uri: "/restapis/{restapi_id}/authorizers/{authorizer_id}",
        },
        Unserved { name: "GetAuthorizers", method: "GET", uri: "/restapis/{restapi_id}/authorizers" },
        Unserved {
            name: "GetBasePathMapping",
            method: "GET",
            uri: "/domainnames/{domain_name}/basepathmappings/{base_path}",
        },
        Unserved {
            name: "GetBasePathMappings",
            method: "GET",
            uri: "/domainnames/{domain_name}/basepathmappings",
        },
        Unserved {
            name: "GetClientCertificate",
            method: "GET",
            uri: "/clientcertificates/{clientcertificate_id}",
        },
        Unserved { name: "GetClientCertificates", method: "GET", uri: "/clientcertificates" },
        Unserved {
            name: "GetDocumentationPart",
            method: "GET",
            uri: "/restapis/{restapi_id}/documentation/parts/{part_id}",
        },
        Unserved {
            name: "GetDocumentationParts",
            method: "GET",
            uri: "/restapis/{restapi_id}/documentation/parts",
        },
        Unserved {
            name: "GetDocumentationVersion",
            method: "GET",
            uri: "/restapis/{restapi_id}/documentation/versions/{doc_version}",
        },
        Unserved {
            name: "GetDocumentationVersions",
            method: "GET",
            uri: "/restapis/{restapi_id}/documentation/versions",
        },
        Unserved { name: "GetDomainName", method: "GET", uri: "/domainnames/{domain_name}" },
        Unserved {
            name: "GetDomainNameAccessAssociations",
            method: "GET",
            uri: "/domainnameaccessassociations",
        },
        Unserved { name: "GetDomainNames", method: "GET", uri: "/domainnames" },
        Unserved {
            name: "GetExport",
            method: "GET",
            uri: "/restapis/{restapi_id}/stages/{stage_name}/exports/{export_type}",
        },
        Unserved {
            name: "GetGatewayResponse",
            method: "GET",
            uri: "/restapis/{restapi_id}/gatewayresponses/{response_type}",
        },
        Unserved {
            name: "GetGatewayResponses",
            method: "GET",
            uri: "/restapis/{restapi_id}/gatewayresponses",
        },
        Unserved {
            name: "GetModelTemplate",
            method: "GET",
            uri: "/restapis/{restapi_id}/models/{model_name}/default_template",
        },
        Unserved {
            name: "GetRequestValidator",
            method: "GET",
            uri: "/restapis/{restapi_id}/requestvalidators/{requestvalidator_id}",
        },
        Unserved {
            name: "GetRequestValidators",
            method: "GET",
            uri: "/restapis/{restapi_id}/requestvalidators",
        },
        Unserved {
            name: "GetSdk",
            method: "GET",
            uri: "/restapis/{restapi_id}/stages/{stage_name}/sdks/{sdk_type}",
        },
        Unserved { name: "GetSdkType", method: "GET", uri: "/sdktypes/{sdktype_id}" },
        Unserved { name: "GetSdkTypes", method: "GET", uri: "/sdktypes" },
        Unserved { name: "GetUsage", method: "GET", uri: "/usageplans/{usageplanId}/usage" },
        Unserved { name: "GetUsagePlan", method: "GET", uri: "/usageplans/{usageplanId}" },
        Unserved { name: "GetUsagePlanKey", method: "GET", uri: "/usageplans/{usageplanId}/keys/{keyId}" },
        Unserved { name: "GetUsagePlanKeys", method: "GET", uri: "/usageplans/{usageplanId}/keys" },
        Unserved { name: "GetUsagePlans", method: "GET", uri: "/usageplans" },
        Unserved { name: "GetVpcLink", method: "GET", uri: "/vpclinks/{vpclink_id}" },
        Unserved { name: "GetVpcLinks", method: "GET", uri: "/vpclinks" },
        Unserved { name: "ImportApiKeys", method: "POST", uri: "/apikeys?mode=import" },
        Unserved {
            name: "ImportDocumentationParts",
            method: "PUT",
            uri: "/restapis/{restapi_id}/documentation/parts",
        },
        Unserved {
            name: "PutGatewayResponse",
            method: "PUT",
            uri: "/restapis/{restapi_id}/gatewayresponses/{response_type}",
        },
        Unserved {
            name: "RejectDomainNameAccessAssociation",
            method: "POST",
            uri: "/rejectdomainnameaccessassociations",
        },
        Unserved {
            name: "TestInvokeAuthorizer",
            method: "POST",
            uri: "/restapis/{restapi_id}/authorizers/{authorizer_id}",
        },
        Unserved {
            name: "TestInvokeMethod",
            method: "POST",
            uri: "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}",
        },
        Unserved { name: "UpdateAccount", method: "PATCH", uri: "/account" },
        Unserved { name: "UpdateApiKey", method: "PATCH", uri: "/apikeys/{api_Key}" },
        Unserved {
            name: "UpdateAuthorizer",
            method: "PATCH",
            uri: "/restapis/{restapi_id}/authorizers/{authorizer_id}",
        },
        Unserved {
            name: "UpdateBasePathMapping",
            method: "PATCH",
            uri: "/domainnames/{domain_name}/basepathmappings/{base_path}",
        },
        Unserved {
            name: "UpdateClientCertificate",
            method: "PATCH",
            uri: "/clientcertificates/{clientcertificate_id}",
        },
        Unserved {
            name: "UpdateDocumentationPart",
            method: "PATCH",
            uri: "/restapis/{restapi_id}/documentation/parts/{part_id}",
        },
        Unserved {
            name: "UpdateDocumentationVersion",
            method: "PATCH",
            uri: "/restapis/{restapi_id}/documentation/versions/{doc_version}",
        },
        Unserved { name: "UpdateDomainName", method: "PATCH", uri: "/domainnames/{domain_name}" },
        Unserved {
            name: "UpdateGatewayResponse",
            method: "PATCH",
            uri: "/restapis/{restapi_id}/gatewayresponses/{response_type}",
        },
        Unserved {
            name: "UpdateRequestValidator",
            method: "PATCH",
            uri: "/restapis/{restapi_id}/requestvalidators/{requestvalidator_id}",
        },
        Unserved {
            name: "UpdateUsage",
            method: "PATCH",
            uri: "/usageplans/{usageplanId}/keys/{keyId}/usage",
        },
        Unserved { name: "UpdateUsagePlan", method: "PATCH", uri: "/usageplans/{usageplanId}" },
        Unserved { name: "UpdateVpcLink", method: "PATCH", uri: "/vpclinks/{vpclink_id}" },
    ],
    errors: &[
        ("BadRequestException", 400),
        ("ConflictException", 409),
        ("LimitExceededException", 429),
        ("NotFoundException", 404),
        ("ServiceUnavailableException", 503),
        ("TooManyRequestsException", 429),
        ("UnauthorizedException", 401),
    ],
};
