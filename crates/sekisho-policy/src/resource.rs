//! Patterns for ARNs, in `Resource` elements and in ARN conditions.
//!
//! An ARN is compared component by component: a `*` in the account does not reach over the colon into the resource.
//! Within the sixth component it does cross `/`, so `…/*/GET/*` also matches a POST to `/x/GET/y`; that is AWS's
//! behaviour. Where the first five components are plain text, which is nearly always, one comparison of the whole text
//! says the same and is cheaper. Source: the IAM guide, ARN condition operators.

use crate::arn;
use crate::context::View;
use crate::narrow::EndPattern;
use crate::pattern::Pattern;
use crate::variable::{self, Syntax, Token};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ArnPattern {
    /// `*` alone.
    Any,
    /// Not the shape of an ARN: no ARN matches it.
    Never,
    /// The first five components are plain text.
    Whole(Pattern),
    Components(Box<[Pattern; 6]>),
}

impl ArnPattern {
    pub(crate) fn new(text: &str, variables: bool) -> Self {
        let tokens = variable::tokens(text, Syntax { wildcards: true, variables });
        let Ok(tokens) = tokens else { return Self::Never };
        if tokens == [Token::AnyRun] {
            return Self::Any;
        }
        let Some(parts) = split(&tokens) else { return Self::Never };
        let (head, _) = parts.split_at(5);
        if head.iter().flatten().all(|token| matches!(token, Token::Literal(_))) {
            return Self::Whole(Pattern::from_tokens(&tokens));
        }
        Self::Components(Box::new(parts.map(|part| Pattern::from_tokens(&part))))
    }

    #[inline]
    pub(crate) fn matches(&self, text: &str, view: &View<'_, '_>) -> bool {
        match self {
            Self::Any => true,
            Self::Never => false,
            Self::Whole(pattern) => pattern.matches(text, view),
            Self::Components(patterns) => arn::components(text).is_some_and(|parts| {
                patterns.iter().zip(parts).all(|(pattern, part)| pattern.matches(part, view))
            }),
        }
    }
}

impl ArnPattern {
    /// What is left of the pattern for ARNs that are `prefix`, up to the sixth component's first slash, and three parts
    /// with slashes between them.
    pub(crate) fn narrowed(&self, prefix: &str) -> EndPattern {
        match self {
            Self::Any => EndPattern::Always,
            Self::Never => EndPattern::Never,
            Self::Whole(pattern) => {
                pattern.narrowed(prefix).unwrap_or_else(|| EndPattern::Whole(self.clone()))
            }
            Self::Components(_) => EndPattern::Whole(self.clone()),
        }
    }
}

/// The tokens of each of the six components, cut at the colons that stand in plain text.
fn split<'t>(tokens: &[Token<'t>]) -> Option<[Vec<Token<'t>>; 6]> {
    let mut parts: Vec<Vec<Token<'t>>> = vec![Vec::new()];
    for token in tokens {
        let &Token::Literal(mut text) = token else {
            parts.last_mut()?.push(token.clone());
            continue;
        };
        while parts.len() < 6
            && let Some((before, after)) = text.split_once(':')
        {
            parts.last_mut()?.push(Token::Literal(before));
            parts.push(Vec::new());
            text = after;
        }
        parts.last_mut()?.push(Token::Literal(text));
    }
    parts.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::{Context, ContextKey, Value};

    fn check(pattern: &str, text: &str) -> bool {
        let mut context = Context::new();
        context.set(ContextKey::Username, Value::Text("a:b"));
        ArnPattern::new(pattern, true).matches(text, &View { context: &context, anonymous: false })
    }

    #[test]
    fn components_are_kept_apart() {
        for (pattern, text, wanted) in [
            ("*", "arn:aws:s3:::b", true),
            ("arn:aws:s3", "arn:aws:s3", false),
            ("arn:aws:*:b", "arn:aws:s3:::b", false),
            ("arn:aws:x:r:*:api/*", "arn:aws:x:r:1:z/p:api/q", false),
            ("arn:aws:x:r:*:api/*", "arn:aws:x:r:1:api/q", true),
            ("arn:aws:x:r:1:api/*", "arn:aws:x:r:1:api/q:r", true),
            ("arn:aws:x:r:1:${aws:username}", "arn:aws:x:r:1:a:b", true),
            ("arn:aws:x:r:${aws:username}", "arn:aws:x:r:a:b", false),
            ("arn:aws:x:r:${aws:username}:b", "arn:aws:x:r:a:b:b", false),
            ("arn:aws:x:?:1:b", "arn:aws:x::1:b", false),
            ("arn:aws:x:*:1:b", "no arn", false),
        ] {
            assert_eq!(check(pattern, text), wanted, "{pattern} on {text}");
        }
    }
}
