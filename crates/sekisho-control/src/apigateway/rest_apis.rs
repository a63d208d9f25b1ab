//! REST APIs: their heads.
//!
//! A new API has a root resource and two models at once. Fields that nobody set are left out of answers; `tags` is
//! shown empty by reads and updates, not by the answer to a create. Source: API Gateway's API reference, `RestApi`.

use sekisho_core::{
    Change, EntityKey, Keyed, Timestamp,
    id::RestApiId,
    limits::REST_APIS_MAX,
    rest_api::{EndpointType, RestApi},
};
use sekisho_wire::{AwsError, apigateway as wire};

use super::{
    draft::Draft,
    endpoints::{self, Endpoint},
    errors::{bad_request, limit_exceeded, not_in_enum, required, unsupported},
    lookup, mapping,
    pagination::Window,
    patch::{self, AD, ADR, R, Rule, Wording, rule},
    policies, tags,
};
use crate::{Call, Outcome, Reply};

/// Characters of a name.
const NAME_CHARACTERS_MAX: usize = 1024;
/// Media types that one API may treat as bytes.
const BINARY_MEDIA_TYPES_MAX: usize = 100;
/// The model's upper bound of `minimumCompressionSize`.
const COMPRESSION_BYTES_MAX: i64 = 10_485_760;

/// Makes an API.
pub(super) fn create_rest_api(
    call: &mut Call<'_>,
    input: &wire::CreateRestApiInput,
) -> Outcome<wire::RestApi> {
    let name = required(&input.name, "createRestApiInput.name")?;
    check_name(name)?;
    if input.description.as_deref() == Some("") {
        return Err(bad_request("Description cannot be an empty string"));
    }
    check_compression(input.minimum_compression_size.map(i64::from))?;
    let endpoint = endpoints::read(input.endpoint_configuration.as_ref())?;
    endpoints::check_access_mode(input.endpoint_access_mode.as_deref())?;
    let mut api = blank(call, name, endpoint)?;
    let source = match &input.clone_from {
        None => None,
        Some(_) => Some(lookup::rest_api(call, &input.clone_from)?),
    };
    if let Some(source) = source {
        api.binary_media_types.clone_from(&source.binary_media_types);
        api.api_key_source.clone_from(&source.api_key_source);
    }
    api.description.clone_from(&input.description);
    api.version = input.version.clone().filter(|version| !version.is_empty());
    if let Some(word) = &input.api_key_source {
        api.api_key_source = api_key_source(word, "createRestApiInput.apiKeySource")?;
    }
    if let Some(types) = &input.binary_media_types {
        api.binary_media_types = Vec::new();
        types.iter().try_for_each(|word| add_binary(&mut api, word))?;
    }
    api.disable_execute_api_endpoint = input.disable_execute_api_endpoint.unwrap_or(false);
    api.security_policy = endpoints::security_policy(api.endpoint_type, input.security_policy.as_deref())?;
    api.tags = input.tags.clone().unwrap_or_default();
    tags::check(&api.tags)?;
    api.policy = policies::accept(call, api.id.as_str(), input.policy.as_deref().unwrap_or(""))?;
    let mut draft = Draft::new(call, api);
    if let Some(source) = source {
        draft.clone_from(call.world, source);
    }
    let answer = shown(&draft.api, ShowTags::IfAny);
    Ok(Reply::write(answer, draft.changes(call.world)))
}

/// An API with nothing but a name and a way to reach it.
pub(crate) fn blank(call: &mut Call<'_>, name: &str, endpoint: Endpoint) -> Result<RestApi, AwsError> {
    if call.world.rest_apis.len() >= REST_APIS_MAX {
        return Err(limit_exceeded(format!("At most {REST_APIS_MAX} REST APIs may exist")));
    }
    let mut id = call.mint.alphanumeric(10);
    while call.world.rest_apis.contains_key(&RestApiId::from(id.as_str())) {
        id = call.mint.alphanumeric(10);
    }
    Ok(RestApi {
        id: id.into(),
        name: name.to_owned(),
        description: None,
        version: None,
        created: call.now,
        api_key_source: "HEADER".to_owned(),
        endpoint_type: endpoint.kind,
        ip_address_type: endpoint.ip_address_type,
        vpc_endpoint_ids: endpoint.vpc_endpoint_ids,
        policy: None,
        binary_media_types: Vec::new(),
        minimum_compression_size: None,
        disable_execute_api_endpoint: false,
        security_policy: endpoints::default_security_policy(endpoint.kind).to_owned(),
        root_resource_id: call.mint.alphanumeric(10).into(),
        tags: indexmap::IndexMap::new(),
    })
}

/// A name that is there and not too long.
pub(crate) fn check_name(name: &str) -> Result<(), AwsError> {
    if name.is_empty() {
        return Err(bad_request("API name must be non-empty"));
    }
    if name.chars().count() > NAME_CHARACTERS_MAX {
        return Err(bad_request(format!("API name can be at most {NAME_CHARACTERS_MAX} characters")));
    }
    Ok(())
}

/// Answers are not compressed yet, so only "off" is taken.
pub(crate) fn check_compression(size: Option<i64>) -> Result<(), AwsError> {
    match size {
        None => Ok(()),
        Some(size) if !(0..=COMPRESSION_BYTES_MAX).contains(&size) => {
            Err(bad_request("Invalid minimum compression size, must be between 0 and 10485760"))
        }
        Some(_) => Err(unsupported("minimumCompressionSize")),
    }
}

/// Where API keys come from.
pub(crate) fn api_key_source(word: &str, at: &str) -> Result<String, AwsError> {
    match word {
        "HEADER" | "AUTHORIZER" => Ok(word.to_owned()),
        other => Err(not_in_enum(other, at, "HEADER, AUTHORIZER")),
    }
}

/// One more media type that is treated as bytes.
pub(crate) fn add_binary(api: &mut RestApi, media_type: &str) -> Result<(), AwsError> {
    if media_type == "$default" || !mapping::is_content_type(media_type) {
        return Err(bad_request(format!("Invalid binary media type specified: {media_type}")));
    }
    if !api.binary_media_types.iter().any(|other| other == media_type) {
        api.binary_media_types.push(media_type.to_owned());
    }
    if api.binary_media_types.len() > BINARY_MEDIA_TYPES_MAX {
        return Err(bad_request(format!("At most {BINARY_MEDIA_TYPES_MAX} binary media types may be given")));
    }
    Ok(())
}

/// One API.
pub(super) fn get_rest_api(call: &Call<'_>, input: &wire::GetRestApiInput) -> Outcome<wire::RestApi> {
    Ok(Reply::read(shown(lookup::rest_api(call, &input.rest_api_id)?, ShowTags::Always)))
}

/// All APIs, in pages.
pub(super) fn get_rest_apis(call: &Call<'_>, input: &wire::GetRestApisInput) -> Outcome<wire::RestApis> {
    let window = Window::new(&input.position, input.limit)?;
    let start = RestApiId::from(window.after().unwrap_or(""));
    let items = call.world.rest_apis.range(start..).map(|(id, api)| (id.to_string(), api));
    let (page, position) = window.page(items);
    let items = page.into_iter().map(|api| shown(api, ShowTags::Always)).collect();
    Ok(Reply::read(wire::RestApis { position, items: Some(items) }))
}

const TYPE_RULE: &str = "/endpointConfiguration/types/{type}";
const VPC_ENDPOINTS_RULE: &str = "/endpointConfiguration/vpcEndpointIds";
const RULES: &[Rule] = &[
    rule("/apiKeySource", R),
    rule("/binaryMediaTypes/{mediaType}", ADR),
    rule("/description", ADR),
    rule("/disableExecuteApiEndpoint", R),
    rule("/endpointAccessMode", R),
    rule("/endpointConfiguration/ipAddressType", R),
    rule(TYPE_RULE, R),
    rule(VPC_ENDPOINTS_RULE, AD),
    rule("/minimumCompressionSize", R),
    rule("/name", R),
    rule("/policy", R),
    rule("/securityPolicy", R),
];

/// Changes an API's head.
pub(super) fn update_rest_api(call: &Call<'_>, input: &wire::UpdateRestApiInput) -> Outcome<wire::RestApi> {
    let old = lookup::rest_api(call, &input.rest_api_id)?;
    let operations = patch::parse("updateRestApiInput", &input.patch_operations)?;
    let bare = |path: &Option<String>| path.as_deref() == Some("/binaryMediaTypes");
    if operations.iter().any(|(_, operation)| bare(&operation.path)) {
        return Err(bad_request("Invalid patch path /binaryMediaTypes"));
    }
    let mut api = RestApi::clone(old);
    for step in patch::read("updateRestApiInput", &input.patch_operations, RULES, Wording::RestApi)? {
        apply(call, &mut api, &step)?;
    }
    endpoints::check(api.endpoint_type, &api.ip_address_type, &api.vpc_endpoint_ids)?;
    let answer = shown(&api, ShowTags::Always);
    let changes = if **old == api { Vec::new() } else { vec![Change::from(api)] };
    Ok(Reply::write(answer, changes))
}

fn apply(call: &Call<'_>, api: &mut RestApi, step: &patch::Step<'_>) -> Result<(), AwsError> {
    match step.rule {
        "/apiKeySource" => api.api_key_source = api_key_source(step.value(), "apiKeySource")?,
        "/binaryMediaTypes/{mediaType}" => edit_binary(api, step)?,
        "/description" => {
            api.description = if step.op == patch::Op::Remove { None } else { step.filled() };
        }
        "/disableExecuteApiEndpoint" => api.disable_execute_api_endpoint = step.boolean()?,
        "/endpointAccessMode" => endpoints::check_access_mode(Some(step.value()))?,
        "/endpointConfiguration/ipAddressType" => {
            endpoints::ip_address_type(step.value())?.clone_into(&mut api.ip_address_type);
        }
        TYPE_RULE => endpoints::change_kind(api, step.key(), step.value())?,
        VPC_ENDPOINTS_RULE => edit_vpc_endpoints(api, step)?,
        "/minimumCompressionSize" => match step.filled() {
            None => api.minimum_compression_size = None,
            Some(size) => check_compression(Some(size.parse().unwrap_or(-1)))?,
        },
        "/name" => {
            check_name(step.value())?;
            step.value().clone_into(&mut api.name);
        }
        "/policy" => api.policy = policies::accept(call, api.id.as_str(), step.value())?,
        _ => api.security_policy = endpoints::security_policy(api.endpoint_type, Some(step.value()))?,
    }
    Ok(())
}

fn edit_binary(api: &mut RestApi, step: &patch::Step<'_>) -> Result<(), AwsError> {
    let found = api.binary_media_types.iter().position(|media_type| media_type == step.key());
    match (step.op, found) {
        (patch::Op::Remove, Some(index)) => drop(api.binary_media_types.remove(index)),
        (patch::Op::Replace, Some(index)) => {
            api.binary_media_types.remove(index);
            add_binary(api, &step.filled().unwrap_or_else(|| step.key().to_owned()))?;
        }
        (patch::Op::Add, _) => add_binary(api, step.key())?,
        _ => return Err(bad_request(format!("Invalid patch path {}", step.path))),
    }
    Ok(())
}

fn edit_vpc_endpoints(api: &mut RestApi, step: &patch::Step<'_>) -> Result<(), AwsError> {
    if step.op == patch::Op::Add {
        return endpoints::add_vpc_endpoint(&mut api.vpc_endpoint_ids, step.value());
    }
    match api.vpc_endpoint_ids.iter().position(|id| id.as_str() == step.value()) {
        Some(index) => drop(api.vpc_endpoint_ids.remove(index)),
        None => {
            return Err(bad_request(format!("The VPC endpoint {} is not associated", step.value())));
        }
    }
    Ok(())
}

/// Removes an API and all that is of it.
pub(super) fn delete_rest_api(
    call: &Call<'_>,
    input: &wire::DeleteRestApiInput,
) -> Outcome<wire::DeleteRestApiOutput> {
    let api = lookup::rest_api(call, &input.rest_api_id)?;
    let world = call.world;
    let stages = world.stages_of(&api.id).map(|item| EntityKey::Stage(item.key()));
    let deployments = world.deployments_of(&api.id).map(|item| EntityKey::Deployment(item.key()));
    let models = world.models_of(&api.id).map(|item| EntityKey::Model(item.key()));
    let resources = world.resources_of(&api.id).map(|item| EntityKey::Resource(item.key()));
    let head = std::iter::once(EntityKey::RestApi(api.id.clone()));
    let changes = stages.chain(deployments).chain(models).chain(resources).chain(head);
    Ok(Reply::write(wire::DeleteRestApiOutput {}, changes.map(Change::Delete).collect()))
}

/// Whether `tags` is shown when there are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ShowTags {
    /// Reads and updates.
    Always,
    /// The answer to a create.
    IfAny,
}

/// An API as answers show it.
pub(crate) fn shown(api: &RestApi, tags: ShowTags) -> wire::RestApi {
    let default_policy = endpoints::default_security_policy(api.endpoint_type);
    wire::RestApi {
        id: Some(api.id.to_string()),
        name: Some(api.name.clone()),
        description: api.description.clone(),
        created_date: Some(moment(api.created)),
        version: api.version.clone(),
        binary_media_types: (!api.binary_media_types.is_empty()).then(|| api.binary_media_types.clone()),
        minimum_compression_size: api.minimum_compression_size.and_then(|size| i32::try_from(size).ok()),
        api_key_source: Some(api.api_key_source.clone()),
        endpoint_configuration: Some(wire::EndpointConfiguration {
            types: Some(vec![api.endpoint_type.as_str().to_owned()]),
            ip_address_type: Some(api.ip_address_type.clone()),
            vpc_endpoint_ids: (!api.vpc_endpoint_ids.is_empty())
                .then(|| api.vpc_endpoint_ids.iter().map(ToString::to_string).collect()),
        }),
        policy: api.policy.as_deref().map(policies::escaped),
        tags: (tags == ShowTags::Always || !api.tags.is_empty()).then(|| api.tags.clone()),
        disable_execute_api_endpoint: Some(api.disable_execute_api_endpoint),
        root_resource_id: Some(api.root_resource_id.to_string()),
        security_policy: (api.security_policy != default_policy).then(|| api.security_policy.clone()),
        ..wire::RestApi::default()
    }
}

/// A moment as answers carry it.
pub(crate) const fn moment(at: Timestamp) -> sekisho_wire::Timestamp {
    sekisho_wire::Timestamp(at.0)
}

/// Whether a deployment needs a resource policy.
pub(crate) fn is_private(api: &RestApi) -> bool {
    api.endpoint_type == EndpointType::Private
}
