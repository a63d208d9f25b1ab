//! A policy cut down to the one question that most requests put to it: may anyone at all invoke this API?
//!
//! Where a method asks for no IAM authorization, the caller is anonymous and the action `execute-api:Invoke`, and all
//! resources of one API begin alike. What a policy says to those three is worked out when it is deployed; what is left
//! for a request is the end of the resource and the conditions, in two or three cache lines instead of twenty. A request
//! meets its API's policy cold, so those lines are the cost. It must say what [`CompiledPolicy::decide_anonymous`] says;
//! a property test holds it to that.

use crate::condition::ConditionTest;
use crate::context::{Context, ContextKey, KeyRef, Value, View};
use crate::document::Effect;
use crate::evaluate::{CompiledPolicy, CompiledStatement, Decision};
use crate::principal::Principal;
use crate::resource::ArnPattern;

/// A policy for anonymous callers of one action on resources that begin alike.
#[derive(Debug, Clone, PartialEq)]
pub struct NarrowedPolicy {
    /// Denies first. What can never apply is left out.
    statements: Box<[Remainder]>,
    prefix_length: usize,
    asks_for_resource: bool,
}

/// What is left of a statement.
#[derive(Debug, Clone, PartialEq)]
struct Remainder {
    effect: Effect,
    /// The first of the conditions, where it is of that kind.
    equals: Option<Equals>,
    resource: Option<Box<ResourceTest>>,
    conditions: Box<[ConditionTest]>,
}

/// The patterns of a `Resource` or `NotResource` that depend on the request.
#[derive(Debug, Clone, PartialEq)]
struct ResourceTest {
    negated: bool,
    patterns: Box<[EndPattern]>,
}

/// What is left of a pattern once the beginning of the resource is known.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum EndPattern {
    /// Every resource that begins so.
    Always,
    /// None.
    Never,
    /// Those that end so.
    Exact(Box<str>),
    /// Those that go on so.
    Prefix(Box<str>),
    /// The whole resource has to be looked at.
    Whole(ArnPattern),
}

impl NarrowedPolicy {
    /// Narrows a policy. Every resource that will be asked about is `prefix` followed by a stage, a verb and a path with
    /// slashes between them, as `arn:…:execute-api:REGION:ACCOUNT:API/` is by `prod/GET/pets`.
    #[must_use]
    pub fn new(policy: &CompiledPolicy, action: &str, prefix: &str) -> Self {
        let narrowed = policy.statements().iter().filter_map(|each| Remainder::of(each, action, prefix));
        let statements: Box<[_]> = narrowed.collect();
        Self {
            asks_for_resource: statements.iter().any(|statement| statement.resource.is_some()),
            prefix_length: prefix.len(),
            statements,
        }
    }

    /// Whether any decision depends on how the resource ends. Where none does, [`Self::decide`] does not look at it.
    #[must_use]
    pub fn asks_for_resource(&self) -> bool {
        self.asks_for_resource
    }

    /// What the policy says to an anonymous caller of the action it was narrowed to; the resource begins with the
    /// prefix.
    #[must_use]
    pub fn decide(&self, resource: &str, context: &Context<'_>) -> Decision {
        let view = View { context, anonymous: true };
        let end = resource.get(self.prefix_length..).unwrap_or("");
        for statement in &self.statements {
            if statement.applies(resource, end, &view) {
                return match statement.effect {
                    Effect::Deny => Decision::ExplicitDeny,
                    Effect::Allow => Decision::Allow,
                };
            }
        }
        Decision::Silent
    }
}

impl Remainder {
    /// `None` where the statement applies to no such request.
    fn of(statement: &CompiledStatement, action: &str, prefix: &str) -> Option<Self> {
        let concerned = statement.principal.matches(&Principal::Anonymous)
            && statement.action.matches(|pattern| pattern.matches(action));
        let negated = statement.resource.negated;
        let patterns = statement.resource.patterns().iter().map(|pattern| pattern.narrowed(prefix));
        let patterns: Box<[_]> = patterns.filter(|pattern| *pattern != EndPattern::Never).collect();
        let resource = match (patterns.contains(&EndPattern::Always), patterns.is_empty()) {
            (true, _) if negated => return None,
            (_, true) if !negated => return None,
            (true, _) | (_, true) => None,
            (false, false) => Some(Box::new(ResourceTest { negated, patterns })),
        };
        let mut conditions = statement.conditions().to_vec();
        conditions.sort_by_key(|condition| Equals::of(condition).is_none());
        concerned.then(|| Self {
            effect: statement.effect,
            equals: conditions.first().and_then(Equals::of),
            resource,
            conditions: conditions.into(),
        })
    }

    #[inline]
    fn applies(&self, resource: &str, end: &str, view: &View<'_, '_>) -> bool {
        self.resource.as_ref().is_none_or(|test| test.matches(resource, end, view))
            && self.conditions_hold(view)
    }

    #[inline]
    fn conditions_hold(&self, view: &View<'_, '_>) -> bool {
        let first = self.equals.as_ref().and_then(|equals| equals.holds(view));
        let others = self.conditions.get(usize::from(first.is_some())..).unwrap_or_default();
        first != Some(false) && others.iter().all(|condition| condition.holds(view))
    }
}

impl ResourceTest {
    fn matches(&self, resource: &str, end: &str, view: &View<'_, '_>) -> bool {
        let matches = |pattern: &EndPattern| match pattern {
            EndPattern::Always => true,
            EndPattern::Never => false,
            EndPattern::Exact(wanted) => end == &**wanted,
            EndPattern::Prefix(prefix) => end.starts_with(&**prefix),
            EndPattern::Whole(pattern) => pattern.matches(resource, view),
        };
        self.patterns.iter().any(matches) != self.negated
    }
}

/// The commonest condition in place: one short text that a key's value is to equal, or not to.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Equals {
    key: ContextKey,
    negated: bool,
    length: u8,
    wanted: [u8; Self::LONGEST],
}

impl Equals {
    /// The identifiers of endpoints, VPCs and accounts fit, and a statement fills one cache line.
    const LONGEST: usize = 28;

    fn of(condition: &ConditionTest) -> Option<Self> {
        let (text, negated) = condition.only_text()?;
        let KeyRef::Slot(key) = condition.key else { return None };
        let mut wanted = [0; Self::LONGEST];
        wanted.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        (!key.is_of_caller()).then_some(Self { key, negated, length: u8::try_from(text.len()).ok()?, wanted })
    }

    /// Whether the condition holds; `None` where the key's value is not one text.
    #[inline]
    fn holds(&self, view: &View<'_, '_>) -> Option<bool> {
        let Some(Value::Text(text)) = view.context.get(self.key) else { return None };
        let wanted = self.wanted.get(..usize::from(self.length)).unwrap_or_default();
        Some((text.as_bytes() == wanted) != self.negated)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{PolicyDocument, PolicyKind};

    const PREFIX: &str = "arn:aws:execute-api:r:123456789012:a/";

    fn narrowed(statements: &str) -> NarrowedPolicy {
        let text = format!(r#"{{"Version": "2012-10-17", "Statement": {statements}}}"#).replace('\'', "\"");
        let document = PolicyDocument::parse(&text, PolicyKind::Resource).unwrap();
        NarrowedPolicy::new(&CompiledPolicy::compile(&document), "execute-api:Invoke", PREFIX)
    }

    fn check(statement: &str, statements: usize, asks_for_resource: bool) {
        let narrowed = narrowed(statement);
        assert_eq!(narrowed.statements.len(), statements, "{statement}");
        assert_eq!(narrowed.asks_for_resource(), asks_for_resource, "{statement}");
    }

    #[test]
    fn a_statement_fills_one_cache_line() {
        assert!(size_of::<Remainder>() <= 64);
    }

    #[test]
    fn what_can_never_apply_is_left_out() {
        let with = |element: &str| {
            format!(r"{{'Effect': 'Allow', 'Principal': '*', 'Action': 'execute-api:*', {element}}}")
        };
        for (resource, statements, asks) in [
            ("*", 1, false),
            ("arn:aws:execute-api:*:*:*", 1, true),
            ("arn:aws:execute-api:r:123456789012:*", 1, false),
            ("arn:aws:execute-api:r:123456789012:a/*", 1, false),
            ("arn:aws:execute-api:r:123456789012:a/*/*/*", 1, false),
            ("arn:aws:execute-api:r:123456789012:a/*/*/*/*", 1, true),
            ("arn:aws:execute-api:r:123456789012:a/prod/*", 1, true),
            ("arn:aws:execute-api:r:123456789012:b/*/*/*", 0, false),
            ("arn:aws:execute-api:r:123456789012:b/*", 0, false),
        ] {
            check(&with(&format!("'Resource': '{resource}'")), statements, asks);
        }
        check(&with("'NotResource': 'arn:aws:execute-api:r:123456789012:b/*'"), 1, false);
        check(&with("'NotResource': 'arn:aws:execute-api:r:123456789012:a/*'"), 0, false);
        let other = "{'Effect': 'Allow', 'Principal': '*', 'Action': 's3:*', 'Resource': '*'}";
        check(other, 0, false);
        let named =
            "{'Effect': 'Deny', 'Principal': {'AWS': '123456789012'}, 'Action': '*', 'Resource': '*'}";
        check(named, 0, false);
    }
}
