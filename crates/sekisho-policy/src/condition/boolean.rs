//! `Bool`, and the wanted values of `Null`.

use crate::context::Value;

/// `true` or `false`, whatever the letter case.
pub(crate) fn parse(text: &str) -> Option<bool> {
    if text.eq_ignore_ascii_case("true") {
        Some(true)
    } else if text.eq_ignore_ascii_case("false") {
        Some(false)
    } else {
        None
    }
}

/// Which of the two are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wanted {
    yes: bool,
    no: bool,
}

impl Wanted {
    pub(crate) fn new(values: &[String]) -> Self {
        let any = |wanted| values.iter().any(|value| parse(value) == Some(wanted));
        Self { yes: any(true), no: any(false) }
    }

    pub(crate) fn matches(&self, value: &Value<'_>) -> bool {
        let found = match value {
            Value::Bool(found) => Some(*found),
            Value::Text(text) => parse(text),
            _ => None,
        };
        match found {
            Some(true) => self.yes,
            Some(false) => self.no,
            None => false,
        }
    }
}
