//! Patterns for actions: `service:Name` with wildcards, letter case disregarded, no variables.

use crate::context::{Context, View};
use crate::limits::ACTION_BYTES_MAX;
use crate::pattern::Pattern;
use crate::variable::Syntax;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ActionPattern {
    Any,
    Exact(Box<str>),
    Prefix(Box<str>),
    /// Lower-cased.
    Glob(Pattern),
}

impl ActionPattern {
    pub(crate) fn new(text: &str) -> Self {
        match Pattern::new(text, Syntax { wildcards: true, variables: false }) {
            Pattern::Any => Self::Any,
            Pattern::Exact(wanted) => Self::Exact(wanted),
            Pattern::Prefix(prefix) => Self::Prefix(prefix),
            Pattern::Glob(_) | Pattern::Template(_) => {
                let lower = text.to_ascii_lowercase();
                Self::Glob(Pattern::new(&lower, Syntax { wildcards: true, variables: false }))
            }
        }
    }

    #[inline]
    pub(crate) fn matches(&self, action: &str) -> bool {
        match self {
            Self::Any => true,
            Self::Exact(wanted) => action == &**wanted || action.eq_ignore_ascii_case(wanted),
            Self::Prefix(prefix) => action
                .as_bytes()
                .get(..prefix.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(prefix.as_bytes())),
            Self::Glob(pattern) => lower_matches(pattern, action),
        }
    }
}

/// Lower-cases on the stack; an action longer than any real one matches no such pattern.
fn lower_matches(pattern: &Pattern, action: &str) -> bool {
    let mut room = [0_u8; ACTION_BYTES_MAX];
    let Some(lower) = room.get_mut(..action.len()) else { return false };
    lower.copy_from_slice(action.as_bytes());
    lower.make_ascii_lowercase();
    let context = Context::new();
    str::from_utf8(lower)
        .is_ok_and(|lower| pattern.matches(lower, &View { context: &context, anonymous: true }))
}
