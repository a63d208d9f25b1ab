//! Choosing an integration response by the backend's status.
//!
//! A selection pattern is a regular expression over the whole status code. There are only 500 of those, so a pattern is
//! asked about all of them once, at deployment, and is a set of bits from then on: no expression runs per request.
//! Source: the API Gateway guide, "Set up an integration response".

use std::sync::Arc;

use crate::limits::SELECTION_PATTERN_BYTES_MAX;

/// A compiled selection pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Selector {
    /// No pattern: takes what no other takes.
    Default,
    /// One status.
    One(u16),
    /// A set; bit `status - 100`.
    Set(Arc<[u64; 8]>),
}

impl Selector {
    /// Compiles a pattern.
    pub(crate) fn compile(pattern: Option<&str>) -> Result<Self, String> {
        let Some(pattern) = pattern.filter(|pattern| !pattern.is_empty()) else { return Ok(Self::Default) };
        if pattern.len() == 3
            // `+12` is a number to the parser and a broken expression to everybody else.
            && pattern.bytes().all(|byte| byte.is_ascii_digit())
            && let Ok(status) = pattern.parse()
        {
            return Ok(Self::One(status));
        }
        let whole = regex::RegexBuilder::new(&format!("\\A(?:{pattern})\\z"))
            .size_limit(SELECTION_PATTERN_BYTES_MAX)
            .build()
            .map_err(|error| {
                format!("selection pattern `{pattern}` is not supported: {}", sentence(&error))
            })?;
        let mut bits = [0_u64; 8];
        for status in 100..600_usize {
            let index = status - 100;
            if whole.is_match(&status.to_string())
                && let Some(word) = bits.get_mut(index / 64)
            {
                *word |= 1 << (index % 64);
            }
        }
        Ok(Self::Set(Arc::new(bits)))
    }

    /// Whether the pattern takes the status; the default takes none by itself.
    pub(crate) fn takes(&self, status: u16) -> bool {
        match self {
            Self::Default => false,
            Self::One(one) => *one == status,
            Self::Set(bits) => status.checked_sub(100).is_some_and(|index| {
                let index = usize::from(index);
                bits.get(index / 64).is_some_and(|word| word >> (index % 64) & 1 == 1)
            }),
        }
    }
}

/// What is wrong with an expression; the library draws a picture above it.
fn sentence(error: &regex::Error) -> String {
    let text = error.to_string();
    let last = text.lines().last().unwrap_or_default();
    last.strip_prefix("error: ").unwrap_or(last).to_owned()
}

/// Checks a selection pattern.
///
/// # Errors
/// What is wrong with it, in a sentence; look-around and back references are not supported.
pub fn check_selection_pattern(pattern: &str) -> Result<(), String> {
    Selector::compile(Some(pattern)).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pattern: &str, takes: &[u16], leaves: &[u16]) {
        let selector = Selector::compile(Some(pattern)).unwrap();
        for status in takes {
            assert!(selector.takes(*status), "{pattern} should take {status}");
        }
        for status in leaves {
            assert!(!selector.takes(*status), "{pattern} should leave {status}");
        }
    }

    #[test]
    fn patterns_match_the_whole_status() {
        check("404", &[404], &[200, 400]);
        check("4\\d{2}", &[400, 499], &[399, 500, 40, 4000]);
        check("4", &[], &[404, 400]);
        check("4.*|5\\d\\d", &[404, 500, 599], &[200]);
        check(".+", &[100, 599], &[99, 600, 0, u16::MAX]);
        check("", &[], &[200]);
        check("(?:)", &[], &[200]);
    }

    #[test]
    fn broken_patterns_are_refused() {
        for pattern in ["(", "[", "*", "(?!4)", "(.)\\1", "a{99999}{99999}"] {
            assert!(check_selection_pattern(pattern).is_err(), "{pattern}");
        }
    }
}
