//! `StringEquals`, `StringEqualsIgnoreCase`, `StringLike` and their negations.

use crate::context::{TextBuffer, Value, View};
use crate::pattern::Pattern;
use crate::variable::Syntax;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    Equal,
    EqualIgnoringCase,
    Like,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wanted {
    how: How,
    patterns: Box<[Pattern]>,
}

impl Wanted {
    pub(crate) fn new(how: How, values: &[String], variables: bool) -> Self {
        let syntax = Syntax { wildcards: how == How::Like, variables };
        Self { how, patterns: values.iter().map(|value| Pattern::new(value, syntax)).collect() }
    }

    /// The wanted text, where it is one and compared byte by byte.
    pub(crate) fn only_text(&self) -> Option<&str> {
        match (self.how, &*self.patterns) {
            (How::Equal | How::Like, [Pattern::Exact(text)]) => Some(text),
            _ => None,
        }
    }

    #[inline]
    pub(crate) fn matches(&self, value: &Value<'_>, view: &View<'_, '_>) -> bool {
        if let Value::Text(text) = value {
            return self.matches_text(text, view);
        }
        let mut buffer = TextBuffer::new();
        value.text(&mut buffer).is_some_and(|text| self.matches_text(text, view))
    }

    #[inline]
    fn matches_text(&self, text: &str, view: &View<'_, '_>) -> bool {
        match self.how {
            How::Equal | How::Like => self.patterns.iter().any(|pattern| pattern.matches(text, view)),
            How::EqualIgnoringCase => {
                self.patterns.iter().any(|pattern| pattern.equals_ignoring_case(text, view))
            }
        }
    }
}
