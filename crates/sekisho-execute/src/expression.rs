//! Parameter mapping expressions: `method.request.header.X`, `integration.response.body.id`, `context.stage`, `'text'`.
//!
//! Compiled once, at deployment. Source: the API Gateway guide, "Parameter mapping source reference".

use http::HeaderName;
use sekisho_vtl::JsonPath;

/// Why an expression or its target is not one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MappingError {
    /// The expression is none of the forms.
    #[error("`{0}` is not a mapping expression")]
    Source(String),
    /// The target is none of the forms.
    #[error("`{0}` is not a mapping target")]
    Target(String),
    /// The target is a header that the gateway keeps to itself.
    #[error("header `{0}` cannot be mapped to")]
    Reserved(String),
    /// The JSONPath after `body` is not one.
    #[error("`{expression}` holds no valid JSONPath: {error}")]
    Path {
        /// The expression.
        expression: String,
        /// What is wrong with it.
        error: String,
    },
}

/// A compiled expression.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Source {
    Static(Box<str>),
    Path(Box<str>),
    Query(Box<str>),
    MultiQuery(Box<str>),
    Header(HeaderName),
    MultiHeader(HeaderName),
    /// Of the request, or of the integration's response.
    Body(Box<JsonPath>),
    StageVariable(Box<str>),
    Context(Box<str>),
    ResponseHeader(HeaderName),
    MultiResponseHeader(HeaderName),
}

/// A compiled target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    Header(HeaderName, Box<str>),
    Query(Box<str>),
    Path(Box<str>),
}

/// Headers no mapping may set.
const RESERVED: [&str; 4] =
    ["content-length", "transfer-encoding", "x-amzn-trace-id", "x-amzn-apigateway-api-id"];

impl Source {
    /// Whether it looks into a body.
    pub(crate) fn is_body(&self) -> bool {
        matches!(self, Self::Body(_))
    }

    /// An expression of the request side.
    pub(crate) fn request(expression: &str) -> Result<Self, MappingError> {
        let refused = || MappingError::Source(expression.to_owned());
        if let Some(common) = Self::common(expression) {
            return Ok(common);
        }
        let rest = expression.strip_prefix("method.request.").ok_or_else(refused)?;
        if let Some(path) = rest.strip_prefix("body") {
            return body(path, expression);
        }
        let (place, name) = rest.split_once('.').filter(|(_, name)| !name.is_empty()).ok_or_else(refused)?;
        Ok(match place {
            "path" => Self::Path(name.into()),
            "querystring" => Self::Query(name.into()),
            "multivaluequerystring" => Self::MultiQuery(name.into()),
            "header" => Self::Header(header(name).ok_or_else(refused)?),
            "multivalueheader" => Self::MultiHeader(header(name).ok_or_else(refused)?),
            _ => return Err(refused()),
        })
    }

    /// An expression of the response side.
    pub(crate) fn response(expression: &str) -> Result<Self, MappingError> {
        let refused = || MappingError::Source(expression.to_owned());
        if let Some(common) = Self::common(expression) {
            return Ok(common);
        }
        let rest = expression.strip_prefix("integration.response.").ok_or_else(refused)?;
        if let Some(path) = rest.strip_prefix("body") {
            return body(path, expression);
        }
        let (place, name) = rest.split_once('.').ok_or_else(refused)?;
        match place {
            "header" => Ok(Self::ResponseHeader(header(name).ok_or_else(refused)?)),
            "multivalueheader" => Ok(Self::MultiResponseHeader(header(name).ok_or_else(refused)?)),
            _ => Err(refused()),
        }
    }

    fn common(expression: &str) -> Option<Self> {
        if let Some(text) = expression.strip_prefix('\'') {
            return text.strip_suffix('\'').map(|text| Self::Static(text.into()));
        }
        let named = |prefix: &str| expression.strip_prefix(prefix).filter(|name| !name.is_empty());
        named("stageVariables.")
            .map(|name| Self::StageVariable(name.into()))
            .or_else(|| named("context.").map(|path| Self::Context(path.into())))
    }
}

impl Target {
    /// `integration.request.{header|querystring|path}.{name}`.
    pub(crate) fn request(target: &str) -> Result<Self, MappingError> {
        let refused = || MappingError::Target(target.to_owned());
        let rest = target.strip_prefix("integration.request.").ok_or_else(refused)?;
        let (place, name) = rest.split_once('.').filter(|(_, name)| !name.is_empty()).ok_or_else(refused)?;
        match place {
            "header" => Self::header(name, target),
            "querystring" => Ok(Self::Query(name.into())),
            "path" => Ok(Self::Path(name.into())),
            _ => Err(refused()),
        }
    }

    /// `method.response.header.{name}`.
    pub(crate) fn response(target: &str) -> Result<Self, MappingError> {
        let name = target.strip_prefix("method.response.header.");
        Self::header(name.ok_or_else(|| MappingError::Target(target.to_owned()))?, target)
    }

    fn header(name: &str, target: &str) -> Result<Self, MappingError> {
        let parsed = header(name).ok_or_else(|| MappingError::Target(target.to_owned()))?;
        if is_reserved(&parsed) {
            return Err(MappingError::Reserved(name.to_owned()));
        }
        Ok(Self::Header(parsed, name.into()))
    }
}

/// Whether the gateway keeps a header to itself.
pub(crate) fn is_reserved(name: &HeaderName) -> bool {
    RESERVED.contains(&name.as_str())
}

fn header(name: &str) -> Option<HeaderName> {
    HeaderName::from_bytes(name.as_bytes()).ok()
}

fn body(path: &str, expression: &str) -> Result<Source, MappingError> {
    let compiled = JsonPath::compile_mapping_suffix(path);
    compiled
        .map(|path| Source::Body(Box::new(path)))
        .map_err(|error| MappingError::Path { expression: expression.to_owned(), error: error.to_string() })
}

/// Checks an entry of an integration's `requestParameters`.
///
/// # Errors
/// What is wrong with the target or the expression. A reserved header is accepted here, as API Gateway does, and fails
/// the request at run time.
pub fn check_request_mapping(target: &str, expression: &str) -> Result<(), MappingError> {
    accept_reserved(Target::request(target))?;
    Source::request(expression).map(drop)
}

/// Checks an entry of an integration response's `responseParameters`.
///
/// # Errors
/// As [`check_request_mapping`].
pub fn check_response_mapping(target: &str, expression: &str) -> Result<(), MappingError> {
    accept_reserved(Target::response(target))?;
    Source::response(expression).map(drop)
}

fn accept_reserved(target: Result<Target, MappingError>) -> Result<(), MappingError> {
    match target {
        Ok(_) | Err(MappingError::Reserved(_)) => Ok(()),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(target: &str, expression: &str) -> String {
        check_request_mapping(target, expression).map_or_else(|error| error.to_string(), |()| "ok".to_owned())
    }

    fn response(target: &str, expression: &str) -> String {
        check_response_mapping(target, expression)
            .map_or_else(|error| error.to_string(), |()| "ok".to_owned())
    }

    #[test]
    fn every_form_is_read() {
        for expression in [
            "'text'",
            "''",
            "stageVariables.x",
            "context.identity.sourceIp",
            "method.request.path.id",
            "method.request.querystring.a.b",
            "method.request.multivaluequerystring.a",
            "method.request.header.X-Y",
            "method.request.multivalueheader.X-Y",
            "method.request.body",
            "method.request.body.a.b",
            "method.request.body[0].price",
        ] {
            assert_eq!(request("integration.request.header.X", expression), "ok", "{expression}");
        }
        for expression in [
            "'*'",
            "integration.response.header.X",
            "integration.response.multivalueheader.X",
            "integration.response.body",
            "integration.response.body.redirect.url",
        ] {
            assert_eq!(response("method.response.header.X", expression), "ok", "{expression}");
        }
    }

    #[test]
    fn other_texts_are_refused() {
        for expression in [
            "",
            "'",
            "'x",
            "text",
            "stageVariables.",
            "context.",
            "method.request.header",
            "method.request.header.",
            "method.request.header.a b",
            "method.request.cookie.a",
            "method.request.bodyguard",
            "integration.response.header.X",
        ] {
            assert_ne!(request("integration.request.header.X", expression), "ok", "{expression}");
        }
        assert_eq!(
            request("integration.request.cookie.x", "'a'"),
            "`integration.request.cookie.x` is not a mapping target"
        );
        assert_eq!(response("method.response.body", "'a'"), "`method.response.body` is not a mapping target");
        assert_eq!(
            response("method.response.header.X", "method.request.header.X"),
            "`method.request.header.X` is not a mapping expression"
        );
    }

    #[test]
    fn reserved_headers_fail_only_when_compiled() {
        assert_eq!(request("integration.request.header.Content-Length", "'1'"), "ok");
        let compiled = Target::request("integration.request.header.Content-Length");
        assert_eq!(compiled, Err(MappingError::Reserved("Content-Length".to_owned())));
    }
}
