//! The front end: which service and protocol a request speaks, and what it asks for.
//!
//! One listener serves all services, as the SDKs' single endpoint setting needs. The service is that of the signature's
//! credential scope, because the scope is what gets verified; only an unsigned request is judged by its form, so that
//! its refusal comes in the protocol its client understands. Routing reads no more than that: the caller verifies the
//! signature between [`route`] and [`Route::decode`].
use crate::document::{self, Format};
use crate::error::AwsError;
use crate::http::HttpRequest;
use crate::limits::Limits;
use crate::query::{self, Dialect};
use crate::services::{Protocol, Request, ServiceName};
use crate::shape::{Operation, Value};
use crate::validate::{check, framework_message};
use crate::{cbor, directconnect, json, rest};

/// A request understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Decoded {
    /// The service asked.
    pub service: ServiceName,
    /// The protocol to answer in.
    pub protocol: Protocol,
    /// What is asked.
    pub request: Request,
}

/// A refusal and the protocol to word it in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The protocol.
    pub protocol: Protocol,
    /// The error.
    pub error: AwsError,
}

/// Where a request goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Route {
    /// The service.
    pub service: ServiceName,
    /// The protocol.
    pub protocol: Protocol,
}

/// Where the RPC v2 protocol keeps its operations.
const RPC_PREFIX: &str = "/service/";

/// Finds the service and the protocol without reading the body further than an unsigned form's version.
pub fn route(request: &HttpRequest<'_>) -> Result<Route, Refusal> {
    if let Some(name) = crate::sigv4::scope_service(request) {
        let known = ServiceName::ALL.into_iter().find(|service| service.signing_name() == name);
        return known.map(|service| with_protocol(service, request)).ok_or_else(|| {
            let protocol = protocol_of_form(request);
            let text = format!("The service '{name}' is not served here");
            Refusal { protocol, error: unknown_operation(protocol, text) }
        });
    }
    let protocol = protocol_of_form(request);
    let service = match protocol {
        Protocol::AwsJson11 | Protocol::RpcV2Cbor => named_in_rpc(request),
        Protocol::AwsQuery | Protocol::Ec2Query => named_in_form(request),
        Protocol::RestJson1 => named_in_path(request),
    };
    service
        .map(|service| with_protocol(service, request))
        .ok_or_else(|| Refusal { protocol, error: no_such_route(protocol) })
}

fn with_protocol(service: ServiceName, request: &HttpRequest<'_>) -> Route {
    let protocol = match service {
        ServiceName::DirectConnect if protocol_of_form(request) == Protocol::RpcV2Cbor => Protocol::RpcV2Cbor,
        _ => service.protocol(),
    };
    Route { service, protocol }
}

/// The protocol a request looks to be in.
fn protocol_of_form(request: &HttpRequest<'_>) -> Protocol {
    let form = request
        .header("content-type")
        .is_some_and(|value| value.starts_with("application/x-www-form-urlencoded"));
    if request.header("x-amz-target").is_some() {
        Protocol::AwsJson11
    } else if request.header("smithy-protocol") == Some("rpc-v2-cbor")
        || request.path().starts_with(RPC_PREFIX)
    {
        Protocol::RpcV2Cbor
    } else if request.path() == "/" && (form || request.query_parameter("Action").is_some()) {
        match named_in_form(request) {
            Some(ServiceName::Ec2) => Protocol::Ec2Query,
            _ => Protocol::AwsQuery,
        }
    } else {
        Protocol::RestJson1
    }
}

fn named_in_rpc(request: &HttpRequest<'_>) -> Option<ServiceName> {
    let target = directconnect::SERVICE.target;
    let named = match request.header("x-amz-target") {
        Some(header) => header.split('.').next(),
        None => request.path().strip_prefix(RPC_PREFIX).and_then(|rest| rest.split('/').next()),
    };
    (named == Some(target)).then_some(ServiceName::DirectConnect)
}

fn named_in_form(request: &HttpRequest<'_>) -> Option<ServiceName> {
    let body = std::str::from_utf8(request.body).unwrap_or_default();
    let mut pairs = crate::http::pairs(request.query()).chain(crate::http::pairs(body));
    let version = pairs.find(|(key, _)| *key == "Version")?.1;
    [ServiceName::Ec2, ServiceName::Sts].into_iter().find(|service| service.model().version == version)
}

fn named_in_path(request: &HttpRequest<'_>) -> Option<ServiceName> {
    let first = |path: &str| path.split(['/', '?']).nth(1).unwrap_or_default().to_owned();
    let wanted = first(request.path());
    let model = ServiceName::ApiGateway.model();
    let known = model.operations.iter().map(|operation| operation.uri);
    let other = model.unserved.iter().map(|operation| operation.uri);
    known.chain(other).any(|uri| first(uri) == wanted).then_some(ServiceName::ApiGateway)
}

/// What AWS answers where there is nothing of that name.
fn no_such_route(protocol: Protocol) -> AwsError {
    match protocol {
        Protocol::RestJson1 => {
            AwsError::new("MissingAuthenticationTokenException", "Missing Authentication Token")
                .with_status(403)
        }
        _ => unknown_operation(protocol, "There is no such operation".to_owned()),
    }
}

fn unknown_operation(protocol: Protocol, message: String) -> AwsError {
    match protocol {
        Protocol::Ec2Query | Protocol::AwsQuery => AwsError::new("InvalidAction", message),
        Protocol::AwsJson11 | Protocol::RpcV2Cbor => AwsError::new("UnknownOperationException", message),
        Protocol::RestJson1 => AwsError::new("UnsupportedOperationException", message),
    }
}

/// Routes and decodes in one go, for callers that verified the signature already or need not.
pub fn decode(request: &HttpRequest<'_>, limits: &Limits) -> Result<Decoded, Refusal> {
    let route = route(request)?;
    route.decode(request, limits).map_err(|error| Refusal { protocol: route.protocol, error })
}

impl Route {
    /// What the request asks for. Everything sent is understood, or the request is refused.
    pub fn decode(&self, request: &HttpRequest<'_>, limits: &Limits) -> Result<Decoded, AwsError> {
        if request.body.len() > limits.body || request.target.len() > limits.target {
            return Err(AwsError::new("RequestEntityTooLarge", "The request is too large").with_status(413));
        }
        let (operation, members) = match self.protocol {
            Protocol::Ec2Query => self.decode_query(Dialect::Ec2, request, limits)?,
            Protocol::AwsQuery => self.decode_query(Dialect::Plain, request, limits)?,
            Protocol::AwsJson11 => self.decode_json(request, limits)?,
            Protocol::RpcV2Cbor => self.decode_cbor(request, limits)?,
            Protocol::RestJson1 => self.decode_rest(request, limits)?,
        };
        self.hold_constraints(operation, &members)?;
        let request = Request::build(self.service, operation.name, members)
            .ok_or_else(|| AwsError::new("InternalFailure", "The operation has no type").with_status(500))?;
        Ok(Decoded { service: self.service, protocol: self.protocol, request })
    }

    fn decode_query(
        &self,
        dialect: Dialect,
        request: &HttpRequest<'_>,
        limits: &Limits,
    ) -> Result<(&'static Operation, Vec<Option<Value>>), AwsError> {
        if !matches!(request.method, "GET" | "POST") {
            return Err(AwsError::ec2("UnsupportedProtocol", "Only GET and POST are supported"));
        }
        let form = query::parse(request, limits)?;
        let model = self.service.model();
        if form.version.is_empty() {
            return Err(AwsError::ec2("MissingParameter", "The request must contain the parameter Version"));
        }
        if form.version != model.version {
            let text =
                format!("The requested version ({}) is not valid; use {}", form.version, model.version);
            return Err(AwsError::ec2("NoSuchVersion", text));
        }
        let Some(operation) = model.operation(&form.action) else {
            return Err(match model.is_unserved(&form.action) {
                true => AwsError::new("UnsupportedOperation", self.unserved(&form.action)),
                false => AwsError::new(
                    "InvalidAction",
                    format!("The action {} is not valid for this web service.", form.action),
                ),
            });
        };
        Ok((operation, form.members(dialect, operation.input, limits)?))
    }

    fn decode_json(
        &self,
        request: &HttpRequest<'_>,
        limits: &Limits,
    ) -> Result<(&'static Operation, Vec<Option<Value>>), AwsError> {
        let target = request.header("x-amz-target").unwrap_or_default();
        let name = target.strip_prefix(self.service.model().target).and_then(|rest| rest.strip_prefix('.'));
        let operation = self.rpc_operation(request, name)?;
        let document = match request.body {
            [] => document::Document::Map(indexmap::IndexMap::new()),
            body => json::parse(body, limits.depth).map_err(serialization)?,
        };
        let reader = document::Reader { format: Format::Json, limits };
        Ok((operation, reader.structure(operation.input, document).map_err(serialization)?))
    }

    fn decode_cbor(
        &self,
        request: &HttpRequest<'_>,
        limits: &Limits,
    ) -> Result<(&'static Operation, Vec<Option<Value>>), AwsError> {
        let rest = request.path().strip_prefix(RPC_PREFIX).and_then(|rest| rest.split_once('/'));
        let name = rest
            .filter(|(service, _)| *service == self.service.model().target)
            .and_then(|(_, rest)| rest.strip_prefix("operation/"));
        let operation = self.rpc_operation(request, name)?;
        let document = match request.body {
            [] => document::Document::Map(indexmap::IndexMap::new()),
            body => cbor::parse(body, limits.depth).map_err(serialization)?,
        };
        let reader = document::Reader { format: Format::Cbor, limits };
        Ok((operation, reader.structure(operation.input, document).map_err(serialization)?))
    }

    fn rpc_operation(
        &self,
        request: &HttpRequest<'_>,
        name: Option<&str>,
    ) -> Result<&'static Operation, AwsError> {
        let name = name.filter(|_| request.method == "POST" && request.query().is_empty());
        let unknown = |text: String| AwsError::new("UnknownOperationException", text);
        let name =
            name.ok_or_else(|| unknown("The request names no operation of this service".to_owned()))?;
        let model = self.service.model();
        model.operation(name).ok_or_else(|| {
            if model.is_unserved(name) {
                unknown(self.unserved(name))
            } else {
                unknown(format!("There is no operation '{name}'"))
            }
        })
    }

    fn decode_rest(
        &self,
        request: &HttpRequest<'_>,
        limits: &Limits,
    ) -> Result<(&'static Operation, Vec<Option<Value>>), AwsError> {
        match rest::find(self.service.model(), request) {
            rest::Found::Served(operation, labels) => {
                Ok((operation, rest::decode(operation, labels, request, limits)?))
            }
            rest::Found::Unserved(name) => {
                Err(AwsError::new("UnsupportedOperationException", self.unserved(name)))
            }
            // The v2 API (HTTP and WebSocket) shares the signing name.
            rest::Found::Nothing if request.path().starts_with("/v2/") => {
                let text = "API Gateway's v2 API is not served here".to_owned();
                Err(AwsError::new("UnsupportedOperationException", text))
            }
            rest::Found::Nothing => Err(no_such_route(self.protocol)),
        }
    }

    fn unserved(&self, operation: &str) -> String {
        format!(
            "The operation {operation} of {} exists in AWS but is not served here",
            self.service.signing_name()
        )
    }

    fn hold_constraints(&self, operation: &Operation, members: &[Option<Value>]) -> Result<(), AwsError> {
        let violations = check(operation.input, members);
        if violations.is_empty() {
            return Ok(());
        }
        let error = match self.protocol {
            Protocol::Ec2Query | Protocol::AwsQuery => query::missing_error(&violations),
            Protocol::AwsJson11 | Protocol::RpcV2Cbor => {
                Some(AwsError::new("DirectConnectClientException", framework_message("", &violations)))
            }
            Protocol::RestJson1 => {
                let prefix = format!("{}Input.", lower_first(operation.name));
                Some(AwsError::new("ValidationException", framework_message(&prefix, &violations)))
            }
        };
        error.map_or(Ok(()), Err)
    }
}

/// A name with its first letter in lower case.
pub(crate) fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn serialization(message: String) -> AwsError {
    AwsError::new("SerializationException", message)
}
