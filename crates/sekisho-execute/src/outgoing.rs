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
    let (uri, host) = uri(invocation, backend, &parameters)?;
    let headers = headers_for(invocation, backend, &parameters, host)?;
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

/// Where the request goes, and its `Host`.
fn uri(
    invocation: &Invocation<'_>,
    backend: &HttpBackend,
    parameters: &Parameters,
) -> Result<(Uri, Bytes), Reason> {
    let mut text = String::with_capacity(128);
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
    let mut separator = if text.as_bytes().contains(&b'?') { '&' } else { '?' };
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
    let text = Bytes::from(text);
    let invalid = || Reason::InvalidEndpointAddress { uri: String::from_utf8_lossy(&text).into_owned() };
    let parsed = Uri::from_maybe_shared(text.clone()).map_err(|_| invalid())?;
    let host = host_of(&text, &parsed).ok_or_else(invalid)?;
    Ok((parsed, host))
}

/// Host and port as they stand in the text, without a copy; `None` where this is no address of a web server.
fn host_of(text: &Bytes, uri: &Uri) -> Option<Bytes> {
    let scheme = uri.scheme_str().filter(|scheme| matches!(*scheme, "http" | "https"))?;
    let authority = uri.authority()?.as_str().as_bytes();
    // User information is no part of the host.
    let user = authority.iter().rposition(|byte| *byte == b'@').map_or(0, |at| at + 1);
    let host = authority.get(user..).filter(|host| !matches!(host.first(), None | Some(b':')))?;
    let start = scheme.len() + "://".len() + user;
    let range = start..start + host.len();
    Some(if text.get(range.clone()) == Some(host) { text.slice(range) } else { Bytes::copy_from_slice(host) })
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
    host: Bytes,
) -> Result<HeaderMap, Reason> {
    // The gateway adds three, and two more where they are missing.
    let mut sent = match backend.proxy {
        true => proxied(invocation),
        false => HeaderMap::with_capacity(6 + parameters.headers.len()),
    };
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
    if !headers::has(&sent, &header::ACCEPT) {
        sent.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    }
    if !headers::has(&sent, &header::USER_AGENT) {
        sent.insert(header::USER_AGENT, own(&format!("AmazonAPIGateway_{api}"))?);
    }
    sent.insert(headers::BACKEND_API_ID, own(api)?);
    sent.insert(headers::TRACE_ID, invocation.trace_id());
    // Only a mapping can have set it.
    if parameters.headers.is_empty() || !sent.contains_key(header::HOST) {
        let host = HeaderValue::from_maybe_shared(host).map_err(|_| Reason::Configuration {
            error: "the backend's host is no header value".to_owned(),
        })?;
        sent.insert(header::HOST, host);
    }
    Ok(sent)
}

/// The client's headers as a proxy passes them on.
fn proxied(invocation: &Invocation<'_>) -> HeaderMap {
    let client = invocation.head.headers;
    let nominated = headers::nominated(client);
    // `Host` goes, and the gateway adds three. The allocator likes the next smaller size better than a spare place.
    let mut sent = HeaderMap::with_capacity(client.len() + 2);
    for (name, value) in client {
        let hidden = headers::is_dropped_toward_backend(name)
            || nominated.iter().any(|each| each == name.as_str())
            || (*name == header::AUTHORIZATION && invocation.head.looks_signed());
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
