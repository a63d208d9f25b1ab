//! Looking mapping expressions up for one request.

use http::HeaderMap;
use sekisho_vtl::{Value, parse_json};

use crate::{
    compiled::PathParameter, context::seen, expression::Source, invocation::Invocation, reason::Reason,
};

/// What expressions can see besides the invocation.
#[derive(Debug)]
pub(crate) struct Sight<'s> {
    pub(crate) invocation: &'s Invocation<'s>,
    /// The body of the request, or of the backend's answer; read once, where an expression looks into it.
    pub(crate) body: Option<Value<'s>>,
    /// The backend's headers, on the response side.
    pub(crate) backend: Option<&'s HeaderMap>,
}

impl<'s> Sight<'s> {
    /// The values of an expression: none where there is nothing, several for the multivalue forms.
    pub(crate) fn values(&self, source: &Source) -> Result<Vec<String>, Reason> {
        let invocation = self.invocation;
        let one = |value: Option<String>| value.into_iter().collect();
        Ok(match source {
            Source::Static(text) => vec![text.to_string()],
            Source::Path(name) => one(invocation.path_value(name)),
            Source::Query(name) => one(invocation.query_values(name).next_back().map(str::to_owned)),
            Source::MultiQuery(name) => invocation.query_values(name).map(str::to_owned).collect(),
            Source::Header(name) => one(seen(invocation.head.headers, name).next_back().map(Into::into)),
            Source::MultiHeader(name) => seen(invocation.head.headers, name).map(Into::into).collect(),
            Source::StageVariable(name) => one(invocation.stage.source.variables.get(&**name).cloned()),
            Source::Context(path) => one(invocation.context_text(path)),
            Source::ResponseHeader(name) => {
                one(self.backend.and_then(|backend| last(backend, name)).map(Into::into))
            }
            Source::MultiResponseHeader(name) => {
                let all = self.backend.map(|backend| backend.get_all(name).into_iter());
                all.into_iter().flatten().map(|value| lossy(value).into()).collect()
            }
            Source::Body(path) => {
                let Some(body) = &self.body else { return Ok(Vec::new()) };
                let found = path.evaluate(body).map_err(bad_body)?.into_value();
                match found.as_str() {
                    Some(text) => vec![text.to_owned()],
                    None if found.is_null() => Vec::new(),
                    None => one(found.to_json()),
                }
            }
        })
    }
}

fn last<'h>(headers: &'h HeaderMap, name: &http::HeaderName) -> Option<std::borrow::Cow<'h, str>> {
    headers.get_all(name).into_iter().next_back().map(lossy)
}

fn lossy(value: &http::HeaderValue) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(value.as_bytes())
}

/// A body for expressions.
pub(crate) fn read_body(text: &str) -> Result<Value<'_>, Reason> {
    parse_json(text).map_err(bad_body)
}

fn bad_body(error: impl std::fmt::Display) -> Reason {
    Reason::BadBody { error: error.to_string() }
}

/// A path parameter's value.
pub(crate) fn path_value(parameter: &PathParameter, path: &crate::path::TargetPath<'_>) -> String {
    let segment = parameter.segment as usize;
    if parameter.greedy { path.segments_from(segment) } else { path.segment(segment).into_owned() }
}
