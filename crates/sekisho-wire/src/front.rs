//! The front end: which service and protocol a request speaks, what it asks for, and how the reply is written.
//!
//! One listener serves all services, as the SDKs' single endpoint setting needs. The service is that of the signature's
//! credential scope, because the scope is what gets verified; only an unsigned request is judged by its form, so that
//! its refusal comes in the protocol its client understands. Routing reads no more than that: the caller verifies the
//! signature between [`route`] and [`Route::decode`].
use crate::document::{self, Format};
use crate::error::AwsError;
use crate::http::{HttpReply, HttpRequest};
use crate::limits::Limits;
use crate::query::{self, Dialect};
use crate::shape::{Members, Message as _, Operation, Service, Value};
use crate::validate::{check, framework_message};
use crate::{apigateway, cbor, directconnect, ec2, json, rest, sts};

/// A protocol of the AWS APIs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Protocol {
    /// EC2's Query: form in, XML out.
    Ec2Query,
    /// Plain Query, as of STS: form in, XML out.
    AwsQuery,
    /// JSON 1.1: `X-Amz-Target`, JSON in and out.
    AwsJson11,
    /// Smithy's RPC v2: operation in the path, CBOR in and out.
    RpcV2Cbor,
    /// REST with JSON bodies.
    RestJson1,
}

/// A service that is served.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ServiceName {
    /// AWS STS.
    Sts,
    /// Amazon EC2.
    Ec2,
    /// AWS Direct Connect.
    DirectConnect,
    /// Amazon API Gateway, REST APIs.
    ApiGateway,
}

impl ServiceName {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Sts, Self::Ec2, Self::DirectConnect, Self::ApiGateway];

    /// The service's tables.
    pub fn model(self) -> &'static Service {
        match self {
            Self::Sts => &sts::SERVICE,
            Self::Ec2 => &ec2::SERVICE,
            Self::DirectConnect => &directconnect::SERVICE,
            Self::ApiGateway => &apigateway::SERVICE,
        }
    }

    /// The name in credential scopes.
    pub fn signing_name(self) -> &'static str {
        self.model().name
    }

    /// The protocol its requests are in, unless they say otherwise.
    pub fn protocol(self) -> Protocol {
        match self {
            Self::Sts => Protocol::AwsQuery,
            Self::Ec2 => Protocol::Ec2Query,
            Self::DirectConnect => Protocol::AwsJson11,
            Self::ApiGateway => Protocol::RestJson1,
        }
    }
}

/// A request of some service.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// AWS STS.
    Sts(sts::Request),
    /// Amazon EC2.
    Ec2(ec2::Request),
    /// AWS Direct Connect.
    DirectConnect(directconnect::Request),
    /// Amazon API Gateway.
    ApiGateway(apigateway::Request),
}

/// A response of some service.
#[derive(Clone, Debug, PartialEq)]
pub enum Response {
    /// AWS STS.
    Sts(sts::Response),
    /// Amazon EC2.
    Ec2(ec2::Response),
    /// AWS Direct Connect.
    DirectConnect(directconnect::Response),
    /// Amazon API Gateway.
    ApiGateway(apigateway::Response),
}

macro_rules! of_services {
    ($name:ident) => {
        impl $name {
            /// The service.
            pub fn service(&self) -> ServiceName {
                match self {
                    Self::Sts(_) => ServiceName::Sts,
                    Self::Ec2(_) => ServiceName::Ec2,
                    Self::DirectConnect(_) => ServiceName::DirectConnect,
                    Self::ApiGateway(_) => ServiceName::ApiGateway,
                }
            }

            /// The operation's name.
            pub fn operation(&self) -> &'static str {
                match self {
                    Self::Sts(inner) => inner.operation(),
                    Self::Ec2(inner) => inner.operation(),
                    Self::DirectConnect(inner) => inner.operation(),
                    Self::ApiGateway(inner) => inner.operation(),
                }
            }

            pub(crate) fn members(&self) -> Vec<Option<Value>> {
                match self {
                    Self::Sts(inner) => inner.to_members(),
                    Self::Ec2(inner) => inner.to_members(),
                    Self::DirectConnect(inner) => inner.to_members(),
                    Self::ApiGateway(inner) => inner.to_members(),
                }
            }

            pub(crate) fn build(
                service: ServiceName,
                operation: &str,
                members: Vec<Option<Value>>,
            ) -> Option<Self> {
                let mut members = Members::new(members);
                Some(match service {
                    ServiceName::Sts => Self::Sts(sts::$name::from_members(operation, &mut members)?),
                    ServiceName::Ec2 => Self::Ec2(ec2::$name::from_members(operation, &mut members)?),
                    ServiceName::DirectConnect => {
                        Self::DirectConnect(directconnect::$name::from_members(operation, &mut members)?)
                    }
                    ServiceName::ApiGateway => {
                        Self::ApiGateway(apigateway::$name::from_members(operation, &mut members)?)
                    }
                })
            }

            /// The operation's tables; absent only for what no generated table lists, which cannot be built.
            pub(crate) fn tables(&self) -> Option<&'static Operation> {
                self.service().model().operation(self.operation())
            }
        }
    };
}

of_services!(Request);
of_services!(Response);

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
            Protocol::Ec2Query | Protocol::AwsQuery => query::constraint_error(&violations),
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

fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn serialization(message: String) -> AwsError {
    AwsError::new("SerializationException", message)
}

/// Writes the answer to an operation that succeeded.
pub fn encode(protocol: Protocol, response: &Response, request_id: &str) -> HttpReply {
    let (members, model) = (response.members(), response.service().model());
    let Some(operation) = response.tables() else {
        let error = AwsError::new("InternalFailure", "The operation has no tables").with_status(500);
        return encode_error(protocol, &error, request_id);
    };
    match protocol {
        Protocol::Ec2Query => query::encode_answer(Dialect::Ec2, model, operation, &members, request_id),
        Protocol::AwsQuery => query::encode_answer(Dialect::Plain, model, operation, &members, request_id),
        Protocol::AwsJson11 => {
            let document = document::from_structure(operation.output, &members);
            rpc_reply(protocol, operation.status, request_id, json::write(&document))
        }
        Protocol::RpcV2Cbor => {
            let document = document::from_structure(operation.output, &members);
            rpc_reply(protocol, operation.status, request_id, cbor::write(&document))
        }
        Protocol::RestJson1 => rest::encode_answer(operation, &members, request_id),
    }
}

fn rpc_reply(protocol: Protocol, status: u16, request_id: &str, body: Vec<u8>) -> HttpReply {
    let mut headers = vec![("x-amzn-RequestId".into(), request_id.to_owned())];
    if protocol == Protocol::RpcV2Cbor {
        headers.push(("smithy-protocol".into(), "rpc-v2-cbor".to_owned()));
        headers.push(("content-type".into(), "application/cbor".to_owned()));
    } else {
        headers.push(("content-type".into(), "application/x-amz-json-1.1".to_owned()));
    }
    HttpReply { status, headers, body }
}

/// Errors of AWS's framework, which come in its namespace where the protocol shows one.
const FRAMEWORK: [&str; 10] = [
    "AccessDeniedException",
    "ExpiredTokenException",
    "IncompleteSignatureException",
    "InternalFailure",
    "InvalidSignatureException",
    "MissingAuthenticationTokenException",
    "RequestEntityTooLarge",
    "SerializationException",
    "UnknownOperationException",
    "UnrecognizedClientException",
];

/// Writes an error.
pub fn encode_error(protocol: Protocol, error: &AwsError, request_id: &str) -> HttpReply {
    let mut reply = match protocol {
        Protocol::Ec2Query => return query::encode_error(Dialect::Ec2, "", error, request_id),
        Protocol::AwsQuery => {
            return query::encode_error(Dialect::Plain, sts::SERVICE.namespace, error, request_id);
        }
        Protocol::AwsJson11 => {
            rpc_reply(protocol, error.status, request_id, json::write(&error_body(error, true)))
        }
        Protocol::RpcV2Cbor => {
            rpc_reply(protocol, error.status, request_id, cbor::write(&error_body(error, true)))
        }
        Protocol::RestJson1 => HttpReply {
            status: error.status,
            headers: vec![
                ("x-amzn-RequestId".into(), request_id.to_owned()),
                ("content-type".into(), "application/json".to_owned()),
            ],
            body: json::write(&error_body(error, false)),
        },
    };
    reply.headers.push(("x-amzn-ErrorType".into(), error.code.to_string()));
    reply.headers.extend(error.headers.iter().cloned());
    reply
}

fn error_body(error: &AwsError, with_type: bool) -> document::Document {
    let mut entries = indexmap::IndexMap::new();
    let mut add = |key: &str, text: String| entries.insert(key.to_owned(), document::Document::Text(text));
    if with_type {
        let framework = FRAMEWORK.contains(&error.code.as_ref());
        let prefix = if framework { "com.amazon.coral.service#" } else { "" };
        add("__type", format!("{prefix}{}", error.code));
    }
    add(error.message_key.as_str(), error.message.clone());
    for (key, text) in &error.members {
        add(key, text.clone());
    }
    document::Document::Map(entries)
}
