//! `ArnEquals`, `ArnLike` and their negations; AWS lets both take wildcards, so they are one.

use crate::context::{TextBuffer, Value, View};
use crate::resource::ArnPattern;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wanted(Box<[ArnPattern]>);

impl Wanted {
    pub(crate) fn new(values: &[String], variables: bool) -> Self {
        Self(values.iter().map(|value| ArnPattern::new(value, variables)).collect())
    }

    pub(crate) fn matches(&self, value: &Value<'_>, view: &View<'_, '_>) -> bool {
        let mut buffer = TextBuffer::new();
        value.text(&mut buffer).is_some_and(|text| self.0.iter().any(|pattern| pattern.matches(text, view)))
    }
}
