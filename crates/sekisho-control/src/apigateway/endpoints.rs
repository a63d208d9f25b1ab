//! How an API is reached: its endpoint type, address type, associated VPC endpoints, and TLS policy.
//!
//! An association with a VPC endpoint makes a DNS alias; it neither grants nor denies anything. An endpoint need not
//! exist when it is named: it may be of another account, or be made later. Source: API Gateway's guide, "API endpoint
//! types" and "Private REST APIs".

use sekisho_core::{
    id::VpcEndpointId,
    rest_api::{EndpointType, RestApi},
};
use sekisho_wire::{AwsError, apigateway as wire};

use super::errors::{bad_request, unsupported};

/// Associations of one API.
const VPC_ENDPOINTS_MAX: usize = 100;

/// How an API is reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Endpoint {
    /// The type.
    pub(crate) kind: EndpointType,
    /// `ipv4` or `dualstack`.
    pub(crate) ip_address_type: String,
    /// Associated endpoints.
    pub(crate) vpc_endpoint_ids: Vec<VpcEndpointId>,
}

/// The endpoint a request describes; EDGE where it says nothing.
pub(crate) fn read(configuration: Option<&wire::EndpointConfiguration>) -> Result<Endpoint, AwsError> {
    let types = configuration.and_then(|configuration| configuration.types.as_deref());
    let kind = match types {
        None => EndpointType::Edge,
        Some([]) => {
            return Err(bad_request(
                "REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.",
            ));
        }
        Some([only]) => kind(only)?,
        Some(several) => {
            several.iter().try_for_each(|word| kind(word).map(drop))?;
            return Err(bad_request("Cannot create an api with multiple Endpoint Types."));
        }
    };
    let ip_address_type =
        match configuration.and_then(|configuration| configuration.ip_address_type.as_deref()) {
            None => default_ip_address_type(kind),
            Some(word) => ip_address_type(word)?,
        };
    let ids = configuration.and_then(|configuration| configuration.vpc_endpoint_ids.as_deref());
    let mut vpc_endpoint_ids = Vec::new();
    for id in ids.unwrap_or_default() {
        add_vpc_endpoint(&mut vpc_endpoint_ids, id)?;
    }
    let endpoint = Endpoint { kind, ip_address_type: ip_address_type.to_owned(), vpc_endpoint_ids };
    check(endpoint.kind, &endpoint.ip_address_type, &endpoint.vpc_endpoint_ids)?;
    Ok(endpoint)
}

/// What must hold between the three.
pub(crate) fn check(
    kind: EndpointType,
    ip_address_type: &str,
    vpc_endpoint_ids: &[VpcEndpointId],
) -> Result<(), AwsError> {
    if kind == EndpointType::Private && ip_address_type != "dualstack" {
        return Err(bad_request("Only dualstack ipAddressType is supported for Private APIs."));
    }
    if kind != EndpointType::Private && !vpc_endpoint_ids.is_empty() {
        return Err(bad_request("VPCEndpoints can only be specified with PRIVATE apis."));
    }
    Ok(())
}

/// The type a word means.
pub(crate) fn kind(word: &str) -> Result<EndpointType, AwsError> {
    match word {
        "EDGE" => Ok(EndpointType::Edge),
        "PRIVATE" => Ok(EndpointType::Private),
        "REGIONAL" => Ok(EndpointType::Regional),
        _ => Err(bad_request("Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE")),
    }
}

/// The address type a word means.
pub(crate) fn ip_address_type(word: &str) -> Result<&'static str, AwsError> {
    match word {
        "ipv4" => Ok("ipv4"),
        "dualstack" => Ok("dualstack"),
        _ => Err(bad_request("ipAddressType must be either ipv4 or dualstack.")),
    }
}

/// A private API is dual-stack, the others start with IPv4.
pub(crate) const fn default_ip_address_type(kind: EndpointType) -> &'static str {
    match kind {
        EndpointType::Private => "dualstack",
        EndpointType::Edge | EndpointType::Regional => "ipv4",
    }
}

/// Associates one endpoint; one that is there already stays once.
pub(crate) fn add_vpc_endpoint(ids: &mut Vec<VpcEndpointId>, id: &str) -> Result<(), AwsError> {
    let fits = id.strip_prefix("vpce-").is_some_and(|digits| {
        matches!(digits.len(), 8 | 17)
            && digits.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
    });
    if !fits {
        return Err(bad_request(format!("Invalid VPC endpoint id specified: {id}")));
    }
    let id = VpcEndpointId::from(id);
    if !ids.contains(&id) {
        ids.push(id);
    }
    if ids.len() > VPC_ENDPOINTS_MAX {
        return Err(bad_request(format!("At most {VPC_ENDPOINTS_MAX} VPC endpoints may be associated")));
    }
    Ok(())
}

/// Changes the type of an API: the address type follows, and a TLS policy that was the default stays the default.
pub(crate) fn change_kind(api: &mut RestApi, from: &str, to: &str) -> Result<(), AwsError> {
    // The path names the old type, or (as Terraform does) its place in the list, which has one member.
    if from != "0" && kind(from)? != api.endpoint_type {
        return Err(bad_request(format!(
            "Invalid patch path /endpointConfiguration/types/{from}, the endpoint type is {}",
            api.endpoint_type.as_str()
        )));
    }
    let to = kind(to)?;
    if to == api.endpoint_type {
        return Ok(());
    }
    if (api.endpoint_type, to) == (EndpointType::Private, EndpointType::Edge) {
        return Err(bad_request("The endpoint type of a private API can only be changed to REGIONAL"));
    }
    if api.security_policy == default_security_policy(api.endpoint_type) {
        default_security_policy(to).clone_into(&mut api.security_policy);
    }
    api.endpoint_type = to;
    default_ip_address_type(to).clone_into(&mut api.ip_address_type);
    Ok(())
}

/// The TLS policy an API starts with.
pub(crate) const fn default_security_policy(kind: EndpointType) -> &'static str {
    match kind {
        EndpointType::Private => "TLS_1_2",
        EndpointType::Edge | EndpointType::Regional => "TLS_1_0",
    }
}

/// A TLS policy that is held: the default, or TLS 1.2 and newer, which is what the gateway speaks.
pub(crate) fn security_policy(kind: EndpointType, word: Option<&str>) -> Result<String, AwsError> {
    match word {
        None | Some("") => Ok(default_security_policy(kind).to_owned()),
        Some(word) if word == "TLS_1_2" || word == default_security_policy(kind) => Ok(word.to_owned()),
        Some(other) => Err(unsupported(format_args!("securityPolicy {other}"))),
    }
}

/// `BASIC` is what the gateway does.
pub(crate) fn check_access_mode(word: Option<&str>) -> Result<(), AwsError> {
    match word {
        None | Some("" | "BASIC") => Ok(()),
        Some(other) => Err(unsupported(format_args!("endpointAccessMode {other}"))),
    }
}
