//! The integration request: what is sent to an HTTP backend.
//!
//! Without a proxy only what is mapped is sent; a proxy sends all, mapped headers replacing and mapped query parameters
//! following the client's own. Overrides of the request template come last. Sources: the API Gateway guide, "Set up
//! request data mappings", "Override an API's request and response parameters", "Important notes: HTTP headers".

use std::{fmt::Write as _, time::Duration};

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Uri, header};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use sekisho_vtl::Overrides;

use crate::{
    compiled::{HttpBackend, UriPart},
    expression::{self, Source, Target},
    headers,
    integration::{IntegrationRequest, RequestBody, ResponseMode},
    invocation::Invocation,
    mapping::Sight,
    reason::Reason,
};

/// All but RFC 3986's unreserved characters.
const COMPONENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
/// The same, slashes kept: for what a `{proxy+}` took.
const SEGMENTS: &AsciiSet = &COMPONENT.remove(b'/');

/// Parameters of the integration request, by place, as mapped and overridden.
#[derive(Debug, Default)]
struct Parameters {
    headers: Vec<(HeaderName, Vec<String>)>,
    query: Vec<(String, Vec<String>)>,
    /// Name, value, and whether its slashes separate segments.
    path: Vec<(String, String, bool)>,
}

impl Parameters {
    fn new(backend: &HttpBackend, sight: &Sight<'_>, overrides: &Overrides) -> Result<Self, Reason> {
        let mut all = Self::default();
        for (target, source) in &backend.mappings {
            let values = sight.values(source)?;
            if values.is_empty() {
                continue;
            }
            match target {
                Target::Header(name, _) => all.set_header(name.clone(), values),
                Target::Query(name) => all.set_query(name, values),
                Target::Path(name) => {
                    let segments = matches!(source, Source::Path(name) if sight.invocation.is_greedy(name));
                    all.set_path(name, values.into_iter().next_back().unwrap_or_default(), segments);
                }
            }
        }
        for (name, value) in &overrides.request_header {
            let parsed = HeaderName::from_bytes(name.as_bytes());
            match parsed.ok().filter(|parsed| !expression::is_reserved(parsed)) {
                Some(parsed) => all.set_header(parsed, vec![value.clone()]),
                None => {
                    return Err(Reason::Configuration {
                        error: format!("header `{name}` cannot be overridden"),
                    });
                }
            }
        }
        for (name, value) in &overrides.request_querystring {
            all.set_query(name, vec![value.clone()]);
        }
        for (name, value) in &overrides.request_path {
            all.set_path(name, value.clone(), false);
        }
        Ok(all)
    }

    fn set_header(&mut self, name: HeaderName, values: Vec<String>) {
        self.headers.retain(|(each, _)| *each != name);
        self.headers.push((name, values));
    }

    fn set_query(&mut self, name: &str, values: Vec<String>) {
        self.query.retain(|(each, _)| each != name);
        self.query.push((name.to_owned(), values));
    }

    fn set_path(&mut self, name: &str, value: String, segments: bool) {
        self.path.retain(|(each, ..)| each != name);
        self.path.push((name.to_owned(), value, segments));
    }
}

/// Builds the request to a backend. `body` is `None` where the client's is passed through.
pub(crate) fn build(
    invocation: &Invocation<'_>,
    backend: &HttpBackend,
    sight: &Sight<'_>,
    overrides: &Overrides,
    body: Option<Bytes>,
) -> Result<IntegrationRequest, Reason> {
    let parameters = Parameters::new(backend, sight, overrides)?;
    let uri = uri(invocation, backend, &parameters)?;
    let headers = headers_for(invocation, backend, &parameters, &uri)?;
    Ok(IntegrationRequest {
        method: match &backend.method {
            Some(method) => method.clone(),
            None => Method::from_bytes(invocation.verb.as_str().as_bytes()).unwrap_or(Method::GET),
        },
        uri,
        headers,
        body: body.map_or(RequestBody::Passthrough, RequestBody::Bytes),
        timeout: Duration::from_millis(u64::from(backend.timeout_millis)),
        insecure_skip_verification: backend.insecure_skip_verification,
        response: if backend.responses.need_body || invocation.converts_responses(backend) {
            ResponseMode::Buffer
        } else {
            ResponseMode::Stream
        },
    })
}

fn uri(invocation: &Invocation<'_>, backend: &HttpBackend, parameters: &Parameters) -> Result<Uri, Reason> {
    let mut text = String::new();
    let invalid = |text: &str| Reason::InvalidEndpointAddress { uri: text.to_owned() };
    for part in &backend.uri {
        match part {
            UriPart::Text(fixed) => text.push_str(fixed),
            UriPart::StageVariable(name) => match invocation.stage.source.variables.get(&**name) {
                Some(value) => text.push_str(value),
                None => {
                    write!(text, "${{stageVariables.{name}}}").ok();
                    return Err(invalid(&text));
                }
            },
            UriPart::Path(name) => {
                let Some((_, value, segments)) = parameters.path.iter().find(|(each, ..)| **each == **name)
                else {
                    write!(text, "{{{name}}}").ok();
                    return Err(invalid(&text));
                };
                push_path(&mut text, value, *segments);
            }
        }
    }
    let own = backend.proxy.then(|| invocation.head.uri.query()).flatten();
    let mut separator = if text.contains('?') { '&' } else { '?' };
    if let Some(query) = own.filter(|query| !query.is_empty()) {
        text.push(separator);
        text.push_str(query);
        separator = '&';
    }
    for (name, values) in &parameters.query {
        for value in values {
            let (name, value) = (utf8_percent_encode(name, COMPONENT), utf8_percent_encode(value, COMPONENT));
            write!(text, "{separator}{name}={value}").ok();
            separator = '&';
        }
    }
    let parsed: Uri = text.parse().map_err(|_| invalid(&text))?;
    let served = matches!(parsed.scheme_str(), Some("http" | "https"));
    let named = parsed.host().is_some_and(|host| !host.is_empty());
    if served && named { Ok(parsed) } else { Err(invalid(&text)) }
}

/// Encodes a path parameter. What a `{proxy+}` took keeps its slashes, and an encoded slash stays encoded once.
fn push_path(text: &mut String, value: &str, segments: bool) {
    if !segments {
        text.extend(utf8_percent_encode(value, COMPONENT));
        return;
    }
    for (index, piece) in value.split("%2F").enumerate() {
        if index > 0 {
            text.push_str("%2F");
        }
        text.extend(utf8_percent_encode(piece, SEGMENTS));
    }
}

fn headers_for(
    invocation: &Invocation<'_>,
    backend: &HttpBackend,
    parameters: &Parameters,
    uri: &Uri,
) -> Result<HeaderMap, Reason> {
    let mut sent = if backend.proxy { proxied(invocation) } else { HeaderMap::with_capacity(8) };
    if !backend.proxy
        && let Some(content_type) = invocation.head.headers.get(header::CONTENT_TYPE)
    {
        sent.insert(header::CONTENT_TYPE, content_type.clone());
    }
    for (name, values) in &parameters.headers {
        let value = HeaderValue::from_str(&values.join(","))
            .map_err(|_| Reason::BadParameter { target: format!("header {name}") })?;
        sent.insert(name.clone(), value);
    }
    let api = invocation.stage.source.rest_api_id.as_str();
    let own = |text: &str| {
        HeaderValue::from_str(text)
            .map_err(|_| Reason::Configuration { error: format!("`{text}` is no header value") })
    };
    if !sent.contains_key(header::ACCEPT) {
        sent.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    }
    if !sent.contains_key(header::USER_AGENT) {
        sent.insert(header::USER_AGENT, own(&format!("AmazonAPIGateway_{api}"))?);
    }
    sent.insert(headers::BACKEND_API_ID, own(api)?);
    sent.insert(headers::TRACE_ID, own(&invocation.trace_id())?);
    if !sent.contains_key(header::HOST) {
        let authority = uri.authority().map_or("", |authority| {
            authority.as_str().rsplit_once('@').map_or(authority.as_str(), |(_, host)| host)
        });
        sent.insert(header::HOST, own(authority)?);
    }
    Ok(sent)
}

/// The client's headers as a proxy passes them on.
fn proxied(invocation: &Invocation<'_>) -> HeaderMap {
    let client = invocation.head.headers;
    let nominated = headers::nominated(client);
    let signed = invocation.head.looks_signed();
    let mut sent = HeaderMap::with_capacity(client.len() + 4);
    for (name, value) in client {
        let hidden = headers::is_dropped_toward_backend(name)
            || nominated.iter().any(|each| each == name.as_str())
            || (signed && name == header::AUTHORIZATION);
        if !hidden {
            sent.append(name.clone(), value.clone());
        }
    }
    sent
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn path_parameters_are_encoded_once() {
        let check = |value: &str, segments: bool, expected: &str| {
            let mut text = String::new();
            push_path(&mut text, value, segments);
            assert_eq!(text, expected);
        };
        check("a/b c", false, "a%2Fb%20c");
        check("a/b c", true, "a/b%20c");
        check("a%2F..%2Fb/c", true, "a%2F..%2Fb/c");
        check("50%", true, "50%25");
        check("猫?x#y", false, "%E7%8C%AB%3Fx%23y");
    }
}
