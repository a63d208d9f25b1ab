//! The gateway's own headers: which are dropped, which are renamed, which are added.
//!
//! Source: the API Gateway guide, "Important notes: HTTP headers". Differing on purpose: `Content-Encoding` is passed on
//! by HTTP_PROXY in both directions, because the body is passed on as it is.

use std::sync::Arc;

use http::{HeaderMap, HeaderName, HeaderValue, header};

use crate::response::{Header, Spelling};

/// `x-amzn-requestid`.
pub(crate) const REQUEST_ID: HeaderName = HeaderName::from_static("x-amzn-requestid");
/// `x-amz-apigw-id`.
pub(crate) const EXTENDED_REQUEST_ID: HeaderName = HeaderName::from_static("x-amz-apigw-id");
/// `x-amzn-trace-id`.
pub(crate) const TRACE_ID: HeaderName = HeaderName::from_static("x-amzn-trace-id");
/// `x-amzn-errortype`.
pub(crate) const ERROR_TYPE: HeaderName = HeaderName::from_static("x-amzn-errortype");
/// `x-amzn-apigateway-api-id`.
pub(crate) const BACKEND_API_ID: HeaderName = HeaderName::from_static("x-amzn-apigateway-api-id");

/// Response headers of a backend that a proxy does not pass on.
const DROPPED_TOWARD_CLIENT: [&str; 6] =
    ["keep-alive", "proxy-connection", "trailer", "transfer-encoding", "upgrade", "via"];

/// Response headers that come back under another name, whatever the integration.
const REMAPPED: [&str; 6] =
    ["connection", "content-length", "date", "server", "x-amzn-requestid", "x-amz-apigw-id"];

/// Response headers that come back under another name when they are mapped to.
const REMAPPED_WHEN_MAPPED: [&str; 10] = [
    "authorization",
    "content-md5",
    "expect",
    "host",
    "max-forwards",
    "proxy-authenticate",
    "trailer",
    "upgrade",
    "user-agent",
    "www-authenticate",
];

/// Whether a client's header is kept from a backend.
pub(crate) fn is_dropped_toward_backend(name: &HeaderName) -> bool {
    matches!(
        name.as_str(),
        "connection"
            | "content-length"
            | "content-md5"
            | "expect"
            | "host"
            | "keep-alive"
            | "max-forwards"
            | "proxy-authenticate"
            | "proxy-authorization"
            | "proxy-connection"
            | "server"
            | "te"
            | "trailer"
            | "transfer-encoding"
            | "upgrade"
            | "via"
            | "www-authenticate"
    )
}

/// Whether a header that a mapping sets gets another name.
pub(crate) fn is_remapped_when_mapped(name: &HeaderName) -> bool {
    REMAPPED.contains(&name.as_str()) || REMAPPED_WHEN_MAPPED.contains(&name.as_str())
}

/// The name a header gets instead.
pub(crate) fn remapped(written: &str) -> (Option<HeaderName>, Arc<str>) {
    let written = format!("x-amzn-Remapped-{written}");
    (HeaderName::from_bytes(written.as_bytes()).ok(), written.into())
}

/// A backend's headers as a proxied client gets them.
pub(crate) fn from_backend(backend: HeaderMap) -> Vec<Header> {
    let nominated = nominated(&backend);
    let mut headers = Vec::with_capacity(backend.len() + 3);
    let mut last = None;
    for (name, value) in backend {
        // The second and later values of a name come without it.
        let Some(name) = name.or_else(|| last.take()) else { continue };
        last = Some(name.clone());
        let text = name.as_str();
        if DROPPED_TOWARD_CLIENT.contains(&text) || nominated.iter().any(|each| each == text) {
            continue;
        }
        headers.push(match remapped_from_backend(text) {
            Some((name, written)) => fixed(name, written, value),
            None => Header { name, spelling: Spelling::Lower, value },
        });
    }
    headers
}

/// The name under which a proxied client gets a backend's header of the gateway's own, and its usual spelling.
fn remapped_from_backend(name: &str) -> Option<(HeaderName, &'static str)> {
    const CONNECTION: HeaderName = HeaderName::from_static("x-amzn-remapped-connection");
    const CONTENT_LENGTH: HeaderName = HeaderName::from_static("x-amzn-remapped-content-length");
    const DATE: HeaderName = HeaderName::from_static("x-amzn-remapped-date");
    const SERVER: HeaderName = HeaderName::from_static("x-amzn-remapped-server");
    const REQUEST_ID: HeaderName = HeaderName::from_static("x-amzn-remapped-x-amzn-requestid");
    const EXTENDED_REQUEST_ID: HeaderName = HeaderName::from_static("x-amzn-remapped-x-amz-apigw-id");
    Some(match name {
        "connection" => (CONNECTION, "x-amzn-Remapped-Connection"),
        "content-length" => (CONTENT_LENGTH, "x-amzn-Remapped-Content-Length"),
        "date" => (DATE, "x-amzn-Remapped-Date"),
        "server" => (SERVER, "x-amzn-Remapped-Server"),
        "x-amzn-requestid" => (REQUEST_ID, "x-amzn-Remapped-x-amzn-RequestId"),
        "x-amz-apigw-id" => (EXTENDED_REQUEST_ID, "x-amzn-Remapped-x-amz-apigw-id"),
        _ => return None,
    })
}

/// Whether there is such a header. Requests have few lines: looking at each name costs less than a hash.
pub(crate) fn has(headers: &HeaderMap, name: &HeaderName) -> bool {
    headers.keys().any(|each| each == name)
}

/// The first value of a header that is seldom there.
pub(crate) fn rare<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h HeaderValue> {
    if has(headers, name) { headers.get(name) } else { None }
}

/// The first value of a header that is usually there, and among the first.
pub(crate) fn first<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h HeaderValue> {
    headers.iter().find(|(each, _)| *each == name).map(|(_, value)| value)
}

/// Headers that `Connection` declares to be of this hop only.
pub(crate) fn nominated(headers: &HeaderMap) -> Vec<String> {
    if !has(headers, &header::CONNECTION) {
        return Vec::new();
    }
    let lines = headers.get_all(header::CONNECTION).iter().filter_map(|value| value.to_str().ok());
    let names = lines.flat_map(|line| line.split(',')).map(|name| name.trim().to_ascii_lowercase());
    names.filter(|name| !name.is_empty()).collect()
}

/// Puts the default content type in front where none is set.
pub(crate) fn ensure_content_type(headers: &mut Vec<Header>) {
    if !headers.iter().any(|each| each.name == header::CONTENT_TYPE) {
        headers.insert(0, content_type("application/json"));
    }
}

/// A content type of the gateway's own.
pub(crate) fn content_type(value: &'static str) -> Header {
    Header {
        name: header::CONTENT_TYPE,
        spelling: Spelling::Fixed("Content-Type"),
        value: HeaderValue::from_static(value),
    }
}

/// A fixed text as a value. The frequent ones are static, so that cloning them touches nothing shared.
pub(crate) fn value(text: &str) -> Option<HeaderValue> {
    const FREQUENT: [&str; 8] = [
        "*",
        "true",
        "no-store",
        "application/json",
        "text/html",
        "text/plain",
        "text/html; charset=utf-8",
        "text/plain; charset=utf-8",
    ];
    match FREQUENT.into_iter().find(|frequent| *frequent == text) {
        Some(frequent) => Some(HeaderValue::from_static(frequent)),
        None => HeaderValue::from_str(text).ok(),
    }
}

/// A header of the gateway's own.
pub(crate) const fn fixed(name: HeaderName, written: &'static str, value: HeaderValue) -> Header {
    Header { name, spelling: Spelling::Fixed(written), value }
}

/// Whether a text is a UUID, 8-4-4-4-12 hexadecimal digits.
pub(crate) fn is_uuid(text: &[u8]) -> bool {
    text.len() == 36
        && text.iter().enumerate().all(|(index, byte)| match index {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_renamed_is_renamed_alike_from_a_backend_and_from_a_mapping() {
        for name in REMAPPED {
            let (renamed, written) = remapped_from_backend(name).unwrap();
            assert_eq!(renamed, remapped(name).0.unwrap());
            assert_eq!(renamed.as_str(), written.to_ascii_lowercase());
        }
        assert!(remapped_from_backend("content-type").is_none());
    }

    #[test]
    fn a_backend_s_headers_are_dropped_or_renamed() {
        let mut backend = HeaderMap::new();
        for (name, value) in [
            ("server", "nginx"),
            ("connection", "close, x-hop"),
            ("x-hop", "1"),
            ("transfer-encoding", "chunked"),
            ("x-amzn-requestid", "theirs"),
            ("content-encoding", "gzip"),
            ("set-cookie", "a"),
            ("set-cookie", "b"),
        ] {
            backend.append(name, HeaderValue::from_static(value));
        }
        let found: Vec<String> = from_backend(backend)
            .iter()
            .map(|each| format!("{}: {}", each.written(), each.value.to_str().unwrap()))
            .collect();
        let expected = [
            "x-amzn-Remapped-Server: nginx",
            "x-amzn-Remapped-Connection: close, x-hop",
            "x-amzn-Remapped-x-amzn-RequestId: theirs",
            "content-encoding: gzip",
            "set-cookie: a",
            "set-cookie: b",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn uuids_are_told_from_other_texts() {
        assert!(is_uuid(b"7b5a3e0c-1111-4222-8333-0123456789ab"));
        assert!(!is_uuid(b"7b5a3e0c-1111-4222-8333-0123456789a"));
        assert!(!is_uuid(b"7b5a3e0cx1111-4222-8333-0123456789ab"));
        assert!(!is_uuid(b"zb5a3e0c-1111-4222-8333-0123456789ab"));
    }
}
