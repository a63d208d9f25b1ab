//! What a template can see: the body, the parameters, `$context` and `$stageVariables`, all borrowed and asked for
//! only when the template mentions them; and what it can change: the overrides.
//!
//! The engine never copies a header map or builds a `$context` tree. Whoever invokes it lends views.

use std::borrow::Cow;
use std::collections::BTreeMap;

/// A map of names to texts that a template may look into: headers, query parameters, path parameters, stage
/// variables. A repeated name answers with its last value, as API Gateway does.
pub trait Names: std::fmt::Debug {
    /// The value of `name`, compared case-sensitively.
    fn value(&self, name: &str) -> Option<Cow<'_, str>>;
    /// Calls `each` with every name and value, in order, a name at most once.
    fn each<'s>(&'s self, each: &mut dyn FnMut(Cow<'s, str>, Cow<'s, str>));
}

impl Names for () {
    fn value(&self, _name: &str) -> Option<Cow<'_, str>> {
        None
    }
    fn each<'s>(&'s self, _each: &mut dyn FnMut(Cow<'s, str>, Cow<'s, str>)) {}
}

impl Names for BTreeMap<String, String> {
    fn value(&self, name: &str) -> Option<Cow<'_, str>> {
        self.get(name).map(|value| Cow::Borrowed(value.as_str()))
    }
    fn each<'s>(&'s self, each: &mut dyn FnMut(Cow<'s, str>, Cow<'s, str>)) {
        for (name, value) in self {
            each(Cow::Borrowed(name), Cow::Borrowed(value));
        }
    }
}

impl<K: AsRef<str> + std::fmt::Debug, V: AsRef<str> + std::fmt::Debug> Names for Vec<(K, V)> {
    fn value(&self, name: &str) -> Option<Cow<'_, str>> {
        let found = self.iter().rev().find(|(key, _)| key.as_ref() == name);
        found.map(|(_, value)| Cow::Borrowed(value.as_ref()))
    }
    fn each<'s>(&'s self, each: &mut dyn FnMut(Cow<'s, str>, Cow<'s, str>)) {
        let mut seen = std::collections::HashSet::new();
        for (key, _) in self {
            let key = key.as_ref();
            if seen.insert(key)
                && let Some(value) = self.value(key)
            {
                each(Cow::Borrowed(key), value);
            }
        }
    }
}

/// What `$context` has under a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ContextValue<'a> {
    /// A text, the kind nearly all of them are.
    Text(Cow<'a, str>),
    /// A number, as `$context.requestTimeEpoch` is.
    Integer(i64),
    /// Something with members, as `identity`; the source is asked again with a longer path.
    Group,
}

/// The source of `$context`. A path is what follows the dollar name: `["identity", "sourceIp"]`.
pub trait ContextSource: std::fmt::Debug {
    /// The value under `path` (never empty), or nothing.
    fn value(&self, path: &[&str]) -> Option<ContextValue<'_>>;
    /// The member names of the group under `path` (empty: of `$context` itself), for printing and `keySet()`.
    fn members(&self, path: &[&str]) -> Vec<Cow<'_, str>>;
}

impl ContextSource for () {
    fn value(&self, _path: &[&str]) -> Option<ContextValue<'_>> {
        None
    }
    fn members(&self, _path: &[&str]) -> Vec<Cow<'_, str>> {
        Vec::new()
    }
}

/// Everything one rendering can see.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    /// The body of the request, or of the integration's response, as text. An empty one reads as `{}`.
    pub body: &'a str,
    /// Path parameters of the method request.
    pub path: &'a dyn Names,
    /// Query parameters of the method request.
    pub querystring: &'a dyn Names,
    /// Headers of the method request.
    pub header: &'a dyn Names,
    /// `$context`.
    pub context: &'a dyn ContextSource,
    /// `$stageVariables`.
    pub stage_variables: &'a dyn Names,
}

impl<'a> Scope<'a> {
    /// A scope with a body and nothing else.
    pub fn of_body(body: &'a str) -> Self {
        Self { body, path: &(), querystring: &(), header: &(), context: &(), stage_variables: &() }
    }
}

/// What a template asked to be changed in the request to the integration or in the response, in the order asked.
/// The caller applies them after the parameter mappings ("Use a mapping template to override an API's request
/// and response parameters and status codes"). Values are as printed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Overrides {
    /// `$context.requestOverride.header.{name}`.
    pub request_header: Vec<(String, String)>,
    /// `$context.requestOverride.path.{name}`.
    pub request_path: Vec<(String, String)>,
    /// `$context.requestOverride.querystring.{name}`.
    pub request_querystring: Vec<(String, String)>,
    /// `$context.responseOverride.header.{name}`.
    pub response_header: Vec<(String, String)>,
    /// `$context.responseOverride.status`, as the template gave it; see [`Overrides::status`].
    pub response_status: Option<String>,
}

impl Overrides {
    /// Whether nothing was overridden.
    pub fn is_empty(&self) -> bool {
        self == &Self::default()
    }

    /// The status to answer with. One that is not an integer from 100 to 599 is ignored, as API Gateway does.
    pub fn status(&self) -> Option<u16> {
        let status = self.response_status.as_deref()?.trim().parse().ok()?;
        (100..=599).contains(&status).then_some(status)
    }
}

/// A finished rendering; the text itself went to the caller's buffer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rendered {
    /// What the template asked to be changed.
    pub overrides: Overrides,
    /// Steps used, for metrics and tests.
    pub steps: u64,
}
