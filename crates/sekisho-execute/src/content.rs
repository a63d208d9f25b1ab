//! Bodies: what content type they have, which template takes them, whether they are text or bytes.
//!
//! Sources: the API Gateway guide, "Method request behavior for payloads without mapping templates", "Content type
//! conversions in API Gateway".

use base64::{Engine as _, engine::general_purpose::STANDARD};
use bytes::Bytes;
use http::{HeaderMap, HeaderName, header};
use sekisho_core::rest_api::PassthroughBehavior;

use crate::{
    compile::media_type,
    compiled::{Conversion, RequestTemplates, TemplateSlot, Templates},
    reason::Reason,
};

const DEFAULT: &str = "application/json";

/// What becomes of a request's body.
#[derive(Clone, Copy, Debug)]
pub(crate) enum RequestPlan<'t> {
    /// This template, by its number, makes the integration's body.
    Template(usize, &'t TemplateSlot),
    /// It passes as it is.
    Passthrough,
}

impl RequestTemplates {
    /// What becomes of a body of this content type.
    pub(crate) fn plan(&self, headers: &HeaderMap) -> Result<RequestPlan<'_>, Reason> {
        let content_type = first(headers, header::CONTENT_TYPE);
        let found = named(&self.templates, content_type).or_else(|| named(&self.templates, "$default"));
        if let Some((number, slot)) = found {
            return Ok(RequestPlan::Template(number, slot));
        }
        match self.passthrough {
            PassthroughBehavior::WhenNoMatch => Ok(RequestPlan::Passthrough),
            PassthroughBehavior::WhenNoTemplates if self.templates.is_empty() => Ok(RequestPlan::Passthrough),
            PassthroughBehavior::WhenNoTemplates | PassthroughBehavior::Never => {
                Err(Reason::UnsupportedMediaType { content_type: content_type.to_owned() })
            }
        }
    }
}

/// The template for an answer: by the request's `Accept`, else JSON's, else the first.
pub(crate) fn response_template<'t>(
    templates: &'t Templates,
    request: &HeaderMap,
) -> Option<&'t TemplateSlot> {
    let accepted = named(templates, first(request, header::ACCEPT));
    let found = accepted.or_else(|| named(templates, DEFAULT)).map(|(_, slot)| slot);
    found.or_else(|| templates.first().map(|(_, slot)| slot))
}

fn named<'t>(templates: &'t Templates, content_type: &str) -> Option<(usize, &'t TemplateSlot)> {
    let mut numbered = templates.iter().enumerate();
    numbered
        .find(|(_, (name, _))| name.eq_ignore_ascii_case(content_type))
        .map(|(number, (_, slot))| (number, slot))
}

/// The first media type of a header, without parameters; JSON's where there is none.
fn first(headers: &HeaderMap, name: HeaderName) -> &str {
    let value = headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or(DEFAULT);
    match media_type(value.split(',').next().unwrap_or("")) {
        "" => DEFAULT,
        found => found,
    }
}

/// Whether an API treats the media type of a header as bytes.
pub(crate) fn is_binary(media_types: &[Box<str>], headers: &HeaderMap, name: HeaderName) -> bool {
    !media_types.is_empty() && {
        let sent = first(headers, name);
        media_types.iter().any(|range| covers(range, sent))
    }
}

fn covers(range: &str, sent: &str) -> bool {
    match range.strip_suffix("/*") {
        Some("*") => true,
        Some(family) => {
            sent.split_once('/').is_some_and(|(sent_family, _)| sent_family.eq_ignore_ascii_case(family))
        }
        None => range.eq_ignore_ascii_case(sent),
    }
}

/// A request's body as the integration takes it, and whether it is text.
pub(crate) fn convert_request(
    body: Bytes,
    binary: bool,
    conversion: Option<Conversion>,
) -> Result<(Bytes, bool), Reason> {
    match (binary, conversion) {
        (true, Some(Conversion::ToText)) => Ok((encode(&body), true)),
        (false, Some(Conversion::ToBinary)) => Ok((decode(&body)?, false)),
        (binary, _) => Ok((body, !binary)),
    }
}

/// A backend's body as the client takes it: by what it is, what is accepted, and what is asked for.
pub(crate) fn convert_response(
    body: Bytes,
    binary: bool,
    accepts_binary: bool,
    conversion: Option<Conversion>,
) -> Result<Bytes, Reason> {
    match (binary, accepts_binary, conversion) {
        (true, _, Some(Conversion::ToText)) | (true, false, None) => Ok(encode(&body)),
        (false, _, Some(Conversion::ToBinary)) | (false, true, None) => decode(&body),
        (true, _, Some(Conversion::ToBinary))
        | (true, true, None)
        | (false, _, Some(Conversion::ToText))
        | (false, false, None) => Ok(body),
    }
}

fn encode(body: &Bytes) -> Bytes {
    STANDARD.encode(body).into()
}

fn decode(body: &Bytes) -> Result<Bytes, Reason> {
    let text = body.trim_ascii();
    STANDARD
        .decode(text)
        .map(Bytes::from)
        .map_err(|error| Reason::Configuration { error: format!("the body is no Base64 text: {error}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_cover_media_types() {
        for (range, sent, expected) in [
            ("*/*", "image/png", true),
            ("image/*", "image/png", true),
            ("image/*", "IMAGE/png", true),
            ("image/*", "imagex/png", false),
            ("image/png", "image/PNG", true),
            ("image/png", "image/jpeg", false),
            ("image/*", "", false),
        ] {
            assert_eq!(covers(range, sent), expected, "{range} {sent}");
        }
    }

    /// Request table: (binary, handling) to what `aGk=` becomes.
    #[test]
    fn requests_are_converted() {
        let body = || Bytes::from_static(b"aGk=");
        let check = |binary, conversion, expected: &str, text: bool| {
            assert_eq!(convert_request(body(), binary, conversion), Ok((expected.to_owned().into(), text)));
        };
        check(false, None, "aGk=", true);
        check(true, None, "aGk=", false);
        check(true, Some(Conversion::ToText), "YUdrPQ==", true);
        check(false, Some(Conversion::ToText), "aGk=", true);
        check(false, Some(Conversion::ToBinary), "hi", false);
        check(true, Some(Conversion::ToBinary), "aGk=", false);
        let broken = convert_request(Bytes::from_static(b"{}"), false, Some(Conversion::ToBinary));
        assert!(matches!(broken, Err(Reason::Configuration { .. })));
    }

    #[test]
    fn responses_are_converted() {
        let body = || Bytes::from_static(b"aGk=");
        let check = |binary, accepts, conversion, expected: &str| {
            assert_eq!(convert_response(body(), binary, accepts, conversion), Ok(expected.to_owned().into()));
        };
        check(false, false, None, "aGk=");
        check(false, true, None, "hi");
        check(true, false, None, "YUdrPQ==");
        check(true, true, None, "aGk=");
        check(false, false, Some(Conversion::ToBinary), "hi");
        check(false, true, Some(Conversion::ToText), "aGk=");
        check(true, true, Some(Conversion::ToText), "YUdrPQ==");
        check(true, false, Some(Conversion::ToBinary), "aGk=");
    }
}
