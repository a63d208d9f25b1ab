//! Matching texts with `*`, `?` and variables, without regular expressions and without allocation.
//!
//! A pattern is cut at its `*`s into segments when the policy is compiled. The first segment is anchored at the front,
//! the last at the back, and those between are each taken at their leftmost place, which is enough: if any placing of
//! them exists, the leftmost one does. So the work grows with text times pattern at worst, never exponentially, and a
//! policy author cannot stop the process with many stars. `*` and `?` match every character, `/` and newlines included;
//! `?` is one character, not one byte.

use crate::context::{KeyRef, TextBuffer, View};
use crate::narrow::EndPattern;
use crate::variable::{self, Syntax, Token};

/// A compiled pattern; the simple shapes, which are nearly all, have a cheap test of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Pattern {
    /// `*`.
    Any,
    /// No wildcard, no variable.
    Exact(Box<str>),
    /// One `*`, at the end.
    Prefix(Box<str>),
    /// Anything else without variables.
    Glob(Glob),
    /// With at least one variable.
    Template(Glob),
}

/// Segments between stars.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Glob {
    first: Box<[Piece]>,
    /// The segments after the first star; `None` where there is no star.
    rest: Option<Tail>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Tail {
    middle: Box<[Box<[Piece]>]>,
    last: Box<[Piece]>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Literal(Box<str>),
    AnyChar,
    Variable { key: KeyRef, default: Option<Box<str>> },
}

impl Pattern {
    /// Compiles a text whose variables are known to be proper; one that is not is taken as it stands.
    pub(crate) fn new(text: &str, syntax: Syntax) -> Self {
        match variable::tokens(text, syntax) {
            Ok(tokens) => Self::from_tokens(&tokens),
            Err(_) => Self::Exact(text.into()),
        }
    }

    pub(crate) fn from_tokens(tokens: &[Token<'_>]) -> Self {
        let stars = tokens.iter().filter(|token| **token == Token::AnyRun).count();
        let plain = !tokens.iter().any(|token| matches!(token, Token::AnyChar | Token::Variable { .. }));
        match (plain, stars, tokens.last()) {
            (true, 0, _) => Self::Exact(literals(tokens)),
            (true, 1, Some(Token::AnyRun)) if tokens.len() == 1 => Self::Any,
            (true, 1, Some(Token::AnyRun)) => Self::Prefix(literals(tokens)),
            _ if tokens.iter().any(|token| matches!(token, Token::Variable { .. })) => {
                Self::Template(Glob::new(tokens))
            }
            _ => Self::Glob(Glob::new(tokens)),
        }
    }

    /// Whether the text matches. A variable without a value matches nothing at all.
    #[inline]
    pub(crate) fn matches(&self, text: &str, view: &View<'_, '_>) -> bool {
        match self {
            Self::Any => true,
            Self::Exact(wanted) => text == &**wanted,
            Self::Prefix(prefix) => text.starts_with(&**prefix),
            Self::Glob(glob) => glob.matches(text, view),
            Self::Template(glob) => glob.has_values(view) && glob.matches(text, view),
        }
    }

    /// What is left of the pattern for texts that are `prefix` and three parts with slashes between them; `None` where
    /// the whole text has to be looked at.
    pub(crate) fn narrowed(&self, prefix: &str) -> Option<EndPattern> {
        let never = || Some(EndPattern::Never);
        match self {
            Self::Any => Some(EndPattern::Always),
            Self::Exact(text) => match text.strip_prefix(prefix) {
                Some(end) => Some(EndPattern::Exact(end.into())),
                None => never(),
            },
            Self::Prefix(beginning) => match beginning.strip_prefix(prefix) {
                Some(end) if !end.is_empty() => Some(EndPattern::Prefix(end.into())),
                Some(_) => Some(EndPattern::Always),
                None if prefix.starts_with(&**beginning) => Some(EndPattern::Always),
                None => never(),
            },
            Self::Glob(glob) => match glob.beginning() {
                Some(beginning) if beginning == prefix && glob.has_at_most_two_slashes() => {
                    Some(EndPattern::Always)
                }
                Some(beginning) if beginning.starts_with(prefix) || prefix.starts_with(beginning) => None,
                Some(_) => never(),
                None => None,
            },
            Self::Template(_) => None,
        }
    }

    /// As [`Self::matches`] without regard to letter case; for patterns without wildcards.
    pub(crate) fn equals_ignoring_case(&self, text: &str, view: &View<'_, '_>) -> bool {
        match self {
            Self::Any => true,
            Self::Exact(wanted) => strip_ignoring_case(text, wanted) == Some(""),
            Self::Template(glob) if glob.rest.is_none() => {
                let fold = |rest, piece: &Piece| match piece {
                    Piece::Literal(literal) => strip_ignoring_case(rest, literal),
                    Piece::AnyChar => after_first(rest),
                    Piece::Variable { key, default } => {
                        with_value(key, default.as_deref(), view, |value| strip_ignoring_case(rest, value))
                    }
                };
                glob.first.iter().try_fold(text, fold) == Some("")
            }
            other => other.matches(text, view),
        }
    }
}

fn literals(tokens: &[Token<'_>]) -> Box<str> {
    let text = |token: &Token<'_>| match token {
        Token::Literal(text) => (*text).to_owned(),
        _ => String::new(),
    };
    tokens.iter().map(text).collect::<String>().into()
}

impl Glob {
    fn new(tokens: &[Token<'_>]) -> Self {
        let mut segments = tokens.split(|token| *token == Token::AnyRun).map(pieces);
        let first = segments.next().unwrap_or_default();
        let mut middle: Vec<_> = segments.collect();
        let rest = middle.pop().map(|last| {
            middle.retain(|segment| !segment.is_empty());
            Tail { middle: middle.into(), last }
        });
        Self { first, rest }
    }

    /// The text that every match begins with, where a star follows it.
    fn beginning(&self) -> Option<&str> {
        match (&*self.first, &self.rest) {
            ([Piece::Literal(text)], Some(_)) => Some(text),
            _ => None,
        }
    }

    /// Whether all that must follow [`Self::beginning`] is two slashes somewhere, or less: `*/*/*`.
    fn has_at_most_two_slashes(&self) -> bool {
        let slash = |segment: &[Piece]| matches!(segment, [Piece::Literal(text)] if &**text == "/");
        self.rest.as_ref().is_some_and(|tail| {
            tail.last.is_empty() && tail.middle.len() <= 2 && tail.middle.iter().all(|each| slash(each))
        })
    }

    fn has_values(&self, view: &View<'_, '_>) -> bool {
        let valued = |piece: &Piece| match piece {
            Piece::Variable { key, default } => {
                with_value(key, default.as_deref(), view, |_| Some(())).is_some()
            }
            _ => true,
        };
        let rest = self.rest.iter().flat_map(|rest| rest.middle.iter().flatten().chain(&rest.last));
        self.first.iter().chain(rest).all(valued)
    }

    fn matches(&self, text: &str, view: &View<'_, '_>) -> bool {
        let Some(text) = strip_front(&self.first, text, view) else { return false };
        let Some(tail) = &self.rest else { return text.is_empty() };
        let Some(mut text) = strip_back(&tail.last, text, view) else { return false };
        for segment in &tail.middle {
            match after_leftmost(segment, text, view) {
                Some(rest) => text = rest,
                None => return false,
            }
        }
        true
    }
}

/// The pieces of one segment, neighbouring literals joined.
fn pieces(tokens: &[Token<'_>]) -> Box<[Piece]> {
    let mut out: Vec<Piece> = Vec::with_capacity(tokens.len());
    for token in tokens {
        match token {
            Token::Literal(text) => match out.last_mut() {
                Some(Piece::Literal(before)) => *before = format!("{before}{text}").into(),
                _ => out.push(Piece::Literal((*text).into())),
            },
            Token::AnyChar => out.push(Piece::AnyChar),
            Token::Variable { key, default } => {
                out.push(Piece::Variable { key: KeyRef::new(key), default: default.map(Into::into) });
            }
            Token::AnyRun => {}
        }
    }
    out.into()
}

fn strip_front<'t>(segment: &[Piece], text: &'t str, view: &View<'_, '_>) -> Option<&'t str> {
    segment.iter().try_fold(text, |rest, piece| match piece {
        Piece::Literal(literal) => rest.strip_prefix(&**literal),
        Piece::AnyChar => after_first(rest),
        Piece::Variable { key, default } => {
            with_value(key, default.as_deref(), view, |value| rest.strip_prefix(value))
        }
    })
}

fn strip_back<'t>(segment: &[Piece], text: &'t str, view: &View<'_, '_>) -> Option<&'t str> {
    segment.iter().rev().try_fold(text, |rest, piece| match piece {
        Piece::Literal(literal) => rest.strip_suffix(&**literal),
        Piece::AnyChar => {
            let mut chars = rest.chars();
            chars.next_back().map(|_| chars.as_str())
        }
        Piece::Variable { key, default } => {
            with_value(key, default.as_deref(), view, |value| rest.strip_suffix(value))
        }
    })
}

/// What follows the leftmost place at which the segment matches.
fn after_leftmost<'t>(segment: &[Piece], text: &'t str, view: &View<'_, '_>) -> Option<&'t str> {
    if let [Piece::Literal(literal)] = segment {
        return after_literal(literal, text);
    }
    let mut rest = text;
    loop {
        if let Some(after) = strip_front(segment, rest, view) {
            return Some(after);
        }
        rest = after_first(rest)?;
    }
}

/// What follows the leftmost occurrence of a literal. Texts are short and the first byte rare, so looking for that byte
/// and comparing there is quicker than preparing a searcher.
fn after_literal<'t>(literal: &str, text: &'t str) -> Option<&'t str> {
    let (hay, needle) = (text.as_bytes(), literal.as_bytes());
    let Some(initial) = needle.first() else { return Some(text) };
    let last_start = hay.len().checked_sub(needle.len())?;
    let starts = hay.get(..=last_start)?;
    let mut from = 0;
    loop {
        let at = from + starts.get(from..)?.iter().position(|byte| byte == initial)?;
        let after = at + needle.len();
        if hay.get(at..after) == Some(needle) {
            return text.get(after..);
        }
        from = at + 1;
    }
}

fn after_first(text: &str) -> Option<&str> {
    let mut chars = text.chars();
    chars.next().map(|_| chars.as_str())
}

/// What follows the prefix, letter case disregarded character by character.
fn strip_ignoring_case<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    for wanted in prefix.chars() {
        let found = rest.next()?;
        let same = found == wanted
            || found.to_lowercase().eq(wanted.to_lowercase())
            || found.to_uppercase().eq(wanted.to_uppercase());
        if !same {
            return None;
        }
    }
    Some(rest.as_str())
}

/// Hands over what the variable stands for: its single value, else its default. `None` where it has neither.
fn with_value<T>(
    key: &KeyRef,
    default: Option<&str>,
    view: &View<'_, '_>,
    act: impl FnOnce(&str) -> Option<T>,
) -> Option<T> {
    match view.get(key) {
        Some(value) => {
            let mut buffer = TextBuffer::new();
            act(value.text(&mut buffer)?)
        }
        None => act(default?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::{Context, ContextKey, Value};

    fn check(pattern: &str, text: &str) -> bool {
        let mut context = Context::new();
        context.set(ContextKey::Username, Value::Text("b*b"));
        let view = View { context: &context, anonymous: false };
        Pattern::new(pattern, Syntax { wildcards: true, variables: true }).matches(text, &view)
    }

    #[test]
    fn wildcards() {
        for (pattern, text, wanted) in [
            ("", "", true),
            ("", "a", false),
            ("*", "", true),
            ("**", "x", true),
            ("a*", "a", true),
            ("a*a", "a", false),
            ("a*a", "aa", true),
            ("*ab*b", "ab", false),
            ("*ab*b", "xabb", true),
            ("*a?c*", "xxabcx", true),
            ("a?c", "aéc", true),
            ("a??c", "aéc", false),
            ("*?", "é", true),
            ("?*?", "é", false),
            ("*\n*", "a\nb", true),
            ("a*b*c", "a1b2b3c", true),
            ("a*bc*c", "abc", false),
            ("*aab*", "aaab", true),
            ("x${aws:username}", "xb*b", true),
            ("x${aws:username}", "xbob", false),
            ("*${aws:username}*", "xxb*bxx", true),
            ("${nothing}*", "x", false),
            ("${nothing, ''}*", "x", true),
        ] {
            assert_eq!(check(pattern, text), wanted, "{pattern} on {text}");
        }
    }

    #[test]
    fn many_stars_end_quickly() {
        let pattern = format!("{}b", "*a".repeat(2_000));
        assert!(!check(&pattern, &"a".repeat(8_000)));
    }
}
