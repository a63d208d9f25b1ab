//! One policy, one request: does it allow, deny, or say nothing?
//!
//! A policy is compiled once, when it is stored or deployed; a decision then walks the statements without allocating.
//! Statement order never matters: any Deny that applies decides, else any Allow. The statements are walked by one
//! function for [`CompiledPolicy::decide`] and [`CompiledPolicy::explain`], told apart only by an observer, so an
//! explanation cannot disagree with a decision. Source: the IAM guide, "Policy evaluation logic".

use crate::action::ActionPattern;
use crate::condition::ConditionTest;
use crate::context::{Context, ContextKey, KeyRef, View};
use crate::document::{Effect, PolicyDocument, PolicyKind, Statement, Version};
use crate::principal::{Principal, PrincipalTest};
use crate::resource::ArnPattern;

/// What is asked: may this caller do this to that, in these circumstances?
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// Such as `execute-api:Invoke`.
    pub action: &'a str,
    /// The full ARN.
    pub resource: &'a str,
    /// Who asks.
    pub principal: Principal<'a>,
    /// The condition keys.
    pub context: &'a Context<'a>,
}

/// What one policy says to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Decision {
    /// A statement allows and none denies.
    Allow,
    /// A statement denies.
    ExplicitDeny,
    /// No statement applies.
    Silent,
}

/// A policy ready to decide.
#[derive(Debug, Clone, PartialEq)]
pub struct CompiledPolicy {
    kind: PolicyKind,
    /// Denies first, in the document's order otherwise.
    statements: Box<[CompiledStatement]>,
}

/// `Action` or `Resource` or their `Not…` form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ListTest<P> {
    pub(crate) negated: bool,
    patterns: Box<[P]>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct CompiledStatement {
    /// Place in the document, from 0.
    pub(crate) index: usize,
    pub(crate) effect: Effect,
    pub(crate) principal: PrincipalTest,
    pub(crate) action: ListTest<ActionPattern>,
    pub(crate) resource: ListTest<ArnPattern>,
    conditions: Box<[ConditionTest]>,
    /// As written, for explaining.
    pub(crate) source: Box<Statement>,
}

/// Told of each element as it is tested.
pub(crate) trait Observer {
    /// Whether to go on testing a statement after an element that did not match.
    const EXHAUSTIVE: bool;
    fn principal(&mut self, matched: bool);
    fn action(&mut self, matched: bool);
    fn resource(&mut self, matched: bool);
    fn condition(&mut self, condition: &ConditionTest, holds: bool);
}

/// Watches nothing.
struct Unobserved;

impl Observer for Unobserved {
    const EXHAUSTIVE: bool = false;
    fn principal(&mut self, _matched: bool) {}
    fn action(&mut self, _matched: bool) {}
    fn resource(&mut self, _matched: bool) {}
    fn condition(&mut self, _condition: &ConditionTest, _holds: bool) {}
}

impl CompiledPolicy {
    /// Compiles a document. Values are parsed to their types, keys resolved to slots, patterns cut at their wildcards.
    #[must_use]
    pub fn compile(document: &PolicyDocument) -> Self {
        let numbered = document.statements.iter().enumerate();
        let mut statements: Vec<_> = numbered
            .map(|(index, statement)| CompiledStatement::new(index, statement, document.version))
            .collect();
        statements.sort_by_key(|statement| statement.effect == Effect::Allow);
        Self { kind: document.kind, statements: statements.into() }
    }

    /// What the policy was read as.
    #[must_use]
    pub fn kind(&self) -> PolicyKind {
        self.kind
    }

    /// Whether any statement has a condition on the key; so a private API's policy can be found to be open to every VPC,
    /// where it asks for neither the endpoint nor the VPC. Variables in values do not count.
    #[must_use]
    pub fn has_condition_on(&self, key: ContextKey) -> bool {
        let conditions = self.statements.iter().flat_map(|statement| &statement.conditions);
        conditions.map(|condition| &condition.key).any(|found| *found == KeyRef::Slot(key))
    }

    /// What the policy says to the request.
    #[must_use]
    pub fn decide(&self, request: &Request<'_>) -> Decision {
        self.decide_for(request, request.principal, View { context: request.context, anonymous: false })
    }

    /// What the policy says to the request when its caller does not count as authenticated: the principal is anonymous
    /// and the keys that speak of the caller are absent.
    #[must_use]
    pub fn decide_anonymous(&self, request: &Request<'_>) -> Decision {
        self.decide_for(request, Principal::Anonymous, View { context: request.context, anonymous: true })
    }

    fn decide_for(&self, request: &Request<'_>, caller: Principal<'_>, view: View<'_, '_>) -> Decision {
        for statement in &self.statements {
            if statement.applies(request, &caller, &view, &mut Unobserved) {
                return match statement.effect {
                    Effect::Deny => Decision::ExplicitDeny,
                    Effect::Allow => Decision::Allow,
                };
            }
        }
        Decision::Silent
    }

    pub(crate) fn statements(&self) -> &[CompiledStatement] {
        &self.statements
    }
}

impl CompiledStatement {
    fn new(index: usize, statement: &Statement, version: Version) -> Self {
        let variables = version == Version::V2012;
        Self {
            index,
            effect: statement.effect,
            principal: PrincipalTest::new(&statement.principal),
            action: ListTest {
                negated: statement.action.negated,
                patterns: statement.action.values.iter().map(|value| ActionPattern::new(value)).collect(),
            },
            resource: ListTest {
                negated: statement.resource.negated,
                patterns: statement
                    .resource
                    .values
                    .iter()
                    .map(|value| ArnPattern::new(value, variables))
                    .collect(),
            },
            conditions: statement
                .conditions
                .iter()
                .map(|condition| ConditionTest::new(condition, version))
                .collect(),
            source: Box::new(statement.clone()),
        }
    }

    pub(crate) fn conditions(&self) -> &[ConditionTest] {
        &self.conditions
    }

    /// Whether every element matches.
    #[inline]
    pub(crate) fn applies<O: Observer>(
        &self,
        request: &Request<'_>,
        caller: &Principal<'_>,
        view: &View<'_, '_>,
        observer: &mut O,
    ) -> bool {
        let principal = self.principal.matches(caller);
        observer.principal(principal);
        if !principal && !O::EXHAUSTIVE {
            return false;
        }
        let action = self.action.matches(|pattern| pattern.matches(request.action));
        observer.action(action);
        if !action && !O::EXHAUSTIVE {
            return false;
        }
        let resource = self.resource.matches(|pattern| pattern.matches(request.resource, view));
        observer.resource(resource);
        if !resource && !O::EXHAUSTIVE {
            return false;
        }
        let mut applies = principal && action && resource;
        for condition in &self.conditions {
            let holds = condition.holds(view);
            observer.condition(condition, holds);
            applies &= holds;
            if !holds && !O::EXHAUSTIVE {
                return false;
            }
        }
        applies
    }
}

impl<P> ListTest<P> {
    pub(crate) fn patterns(&self) -> &[P] {
        &self.patterns
    }

    #[inline]
    pub(crate) fn matches(&self, test: impl Fn(&P) -> bool) -> bool {
        self.patterns.iter().any(test) != self.negated
    }
}
