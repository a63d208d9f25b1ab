//! The method response: what becomes of a backend's answer.
//!
//! A proxy passes it on. Otherwise the status chooses an integration response, whose template makes the body and whose
//! mappings make the headers; nothing else of the backend's head gets through. Overrides come last. Sources: the API
//! Gateway guide, "Set up an integration response", "Parameter mapping examples".

use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, StatusCode, header};
use sekisho_vtl::Overrides;

use crate::{
    compiled::{CompiledResponse, Conversion, Responses},
    content::{convert_request, convert_response, is_binary, response_template},
    expression, headers,
    integration::{IntegrationBody, IntegrationResponse},
    invocation::{Invocation, header_value},
    limits::PAYLOAD_BYTES_MAX,
    mapping::{Sight, read_body},
    reason::Reason,
    response::{Header, ResponseBody, Spelling},
};

/// A response in the making.
#[derive(Debug)]
pub(crate) struct Made {
    pub(crate) status: StatusCode,
    pub(crate) headers: Vec<Header>,
    pub(crate) body: ResponseBody,
}

/// The answer of a backend behind a proxy.
pub(crate) fn proxied(response: IntegrationResponse) -> Result<Made, Reason> {
    let length =
        headers::first(&response.headers, &header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    let length: Option<u64> = length.and_then(|text| text.parse().ok());
    if length.is_some_and(|length| length > PAYLOAD_BYTES_MAX as u64) {
        return Err(Reason::Integration(crate::IntegrationFailure::ResponseTooLarge));
    }
    Ok(Made {
        status: response.status,
        headers: headers::from_backend(response.headers),
        body: match response.body {
            IntegrationBody::Bytes(body) => ResponseBody::Bytes(body),
            IntegrationBody::Streamed => ResponseBody::Stream,
        },
    })
}

/// A MOCK's answer; its body is empty to its templates.
pub(crate) fn mocked(
    invocation: &Invocation<'_>,
    responses: &Responses,
    status: u16,
) -> Result<Made, Reason> {
    let chosen = responses.select(status).ok_or(Reason::NoResponseMatch { status })?;
    let backend = HeaderMap::new();
    make(invocation, chosen, &backend, IntegrationBody::Bytes(Bytes::new()))
}

/// The answer of a backend, mapped.
pub(crate) fn mapped(
    invocation: &Invocation<'_>,
    responses: &Responses,
    response: IntegrationResponse,
) -> Result<Made, Reason> {
    let status = response.status.as_u16();
    let chosen = responses.select(status).ok_or(Reason::NoResponseMatch { status })?;
    let mut made = make(invocation, chosen, &response.headers, response.body)?;
    if !made.headers.iter().any(|each| each.name == headers::TRACE_ID) {
        let trace = invocation.trace_id();
        made.headers.push(headers::fixed(headers::TRACE_ID, "X-Amzn-Trace-Id", trace));
    }
    Ok(made)
}

fn make(
    invocation: &Invocation<'_>,
    chosen: &CompiledResponse,
    backend: &HeaderMap,
    body: IntegrationBody,
) -> Result<Made, Reason> {
    let body = match body {
        IntegrationBody::Bytes(body) => body,
        IntegrationBody::Streamed => {
            // Only asked for where no response looks into the body.
            if chosen.needs_body() {
                let error = "the backend's body was to be read and was not".to_owned();
                return Err(Reason::Configuration { error });
            }
            let headers = mapped_headers(invocation, chosen, backend, "")?;
            return overridden(
                invocation,
                chosen.status,
                headers,
                ResponseBody::Stream,
                &Overrides::default(),
            );
        }
    };
    if body.len() > PAYLOAD_BYTES_MAX {
        return Err(Reason::Integration(crate::IntegrationFailure::ResponseTooLarge));
    }
    let types = invocation.binary_media_types();
    let binary = !body.is_empty() && is_binary(types, backend, header::CONTENT_TYPE);
    let accepts_binary = is_binary(types, invocation.head.headers, header::ACCEPT);
    let text = String::from_utf8_lossy(&body);
    let headers = mapped_headers(invocation, chosen, backend, &text)?;
    let (out, overrides) = match response_template(&chosen.templates, invocation.head.headers) {
        Some(slot) => {
            let to_text = chosen.conversion.filter(|conversion| *conversion == Conversion::ToText);
            let (payload, is_text) = convert_request(body.clone(), binary, to_text)?;
            let (out, overrides) = invocation.render(slot, &payload, is_text)?;
            let to_binary = chosen.conversion.filter(|conversion| *conversion == Conversion::ToBinary);
            (convert_request(out.into(), false, to_binary)?.0, overrides)
        }
        None => {
            let converted =
                convert_response(body, binary, accepts_binary && !types.is_empty(), chosen.conversion)?;
            (converted, Overrides::default())
        }
    };
    overridden(invocation, chosen.status, headers, ResponseBody::Bytes(out), &overrides)
}

fn mapped_headers(
    invocation: &Invocation<'_>,
    chosen: &CompiledResponse,
    backend: &HeaderMap,
    body: &str,
) -> Result<Vec<Header>, Reason> {
    let looks = chosen.mappings.iter().any(|(_, source)| source.is_body());
    let sight =
        Sight { invocation, body: looks.then(|| read_body(body)).transpose()?, backend: Some(backend) };
    let mut made = Vec::with_capacity(chosen.mappings.len() + 4);
    for (target, source) in &chosen.mappings {
        for value in sight.values(source)? {
            made.push(Header {
                name: target.name.clone(),
                spelling: Spelling::Given(Arc::clone(&target.written)),
                value: header_value(&target.written, &value)?,
            });
        }
    }
    Ok(made)
}

/// Applies what the templates asked to be changed: the request's first, then the response's own.
fn overridden(
    invocation: &Invocation<'_>,
    status: StatusCode,
    mut made: Vec<Header>,
    body: ResponseBody,
    own: &Overrides,
) -> Result<Made, Reason> {
    let mut status = status;
    for overrides in [invocation.request_overrides(), own] {
        let asked = overrides.status().filter(|status| *status >= 200);
        if let Some(asked) = asked.and_then(|asked| StatusCode::from_u16(asked).ok()) {
            status = asked;
        }
        for (written, value) in &overrides.response_header {
            let parsed = HeaderName::from_bytes(written.as_bytes()).ok();
            let Some(name) = parsed.filter(|name| !expression::is_reserved(name)) else {
                return Err(Reason::Configuration {
                    error: format!("header `{written}` cannot be overridden"),
                });
            };
            let (name, written) = match headers::is_remapped_when_mapped(&name) {
                true => {
                    let (renamed, written) = headers::remapped(written);
                    (renamed.unwrap_or(name), written)
                }
                false => (name, Arc::from(written.as_str())),
            };
            let value = header_value(&written, value)?;
            made.retain(|each| each.name != name);
            made.push(Header { name, spelling: Spelling::Given(written), value });
        }
    }
    Ok(Made { status, headers: made, body })
}
