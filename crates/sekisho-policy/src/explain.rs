//! Why a policy says what it says, statement by statement.

use crate::condition::ConditionTest;
use crate::context::{Value, View};
use crate::document::{Effect, ListElement, NamedPrincipal, PrincipalElement, Principals};
use crate::evaluate::{CompiledPolicy, CompiledStatement, Decision, Observer, Request};
use crate::principal::Principal;

/// One statement beside one request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementTrace {
    /// Place in the document, from 0.
    pub index: usize,
    /// The statement's identifier, if it has one.
    pub sid: Option<String>,
    /// Allow or Deny.
    pub effect: Effect,
    /// Whether every element matched, so that the effect applies.
    pub applies: bool,
    /// `Principal` or `NotPrincipal`.
    pub principal: ElementTrace,
    /// `Action` or `NotAction`.
    pub action: ElementTrace,
    /// `Resource` or `NotResource`.
    pub resource: ElementTrace,
    /// The conditions, in the document's order.
    pub conditions: Vec<ConditionTrace>,
}

impl StatementTrace {
    /// The first element that kept the statement from applying, in the order AWS documents the elements.
    #[must_use]
    pub fn first_mismatch(&self) -> Option<Mismatch<'_>> {
        let elements = [&self.principal, &self.action, &self.resource];
        let element = elements.into_iter().find(|element| !element.matched).map(Mismatch::Element);
        element.or_else(|| self.conditions.iter().find(|condition| !condition.holds).map(Mismatch::Condition))
    }
}

/// What kept a statement from applying.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mismatch<'t> {
    /// Principal, action or resource.
    Element(&'t ElementTrace),
    /// A condition.
    Condition(&'t ConditionTrace),
}

/// Principal, action or resource beside the request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ElementTrace {
    /// The element's name, `Not…` included.
    pub element: &'static str,
    /// Whether it lets the statement apply.
    pub matched: bool,
    /// What the statement names.
    pub wanted: Vec<String>,
    /// What the request has.
    pub got: String,
}

/// A condition beside the request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConditionTrace {
    /// The operator with prefix and suffix.
    pub operator: String,
    /// The key as the policy writes it.
    pub key: String,
    /// The wanted values.
    pub wanted: Vec<String>,
    /// The request's values; `None` where the key is absent.
    pub got: Option<Vec<String>>,
    /// Whether the condition holds.
    pub holds: bool,
}

/// The decision that the traces of one policy amount to.
#[must_use]
pub fn decision_of(traces: &[StatementTrace]) -> Decision {
    let applies = |effect| traces.iter().any(|trace| trace.applies && trace.effect == effect);
    if applies(Effect::Deny) {
        Decision::ExplicitDeny
    } else if applies(Effect::Allow) {
        Decision::Allow
    } else {
        Decision::Silent
    }
}

impl CompiledPolicy {
    /// Each statement beside the request, in the document's order, found by the code that decides.
    #[must_use]
    pub fn explain(&self, request: &Request<'_>) -> Vec<StatementTrace> {
        self.explain_for(request, request.principal, View { context: request.context, anonymous: false })
    }

    /// As [`Self::explain`], for [`Self::decide_anonymous`].
    #[must_use]
    pub fn explain_anonymous(&self, request: &Request<'_>) -> Vec<StatementTrace> {
        self.explain_for(request, Principal::Anonymous, View { context: request.context, anonymous: true })
    }

    fn explain_for(
        &self,
        request: &Request<'_>,
        caller: Principal<'_>,
        view: View<'_, '_>,
    ) -> Vec<StatementTrace> {
        let trace = |statement: &CompiledStatement| {
            let mut recorder =
                Recorder { view, principal: false, action: false, resource: false, conditions: vec![] };
            let applies = statement.applies(request, &caller, &view, &mut recorder);
            recorder.into_trace(statement, applies, request, &caller)
        };
        let mut traces: Vec<_> = self.statements().iter().map(trace).collect();
        traces.sort_by_key(|trace| trace.index);
        traces
    }
}

struct Recorder<'r, 'a> {
    view: View<'r, 'a>,
    principal: bool,
    action: bool,
    resource: bool,
    conditions: Vec<ConditionTrace>,
}

impl Observer for Recorder<'_, '_> {
    const EXHAUSTIVE: bool = true;

    fn principal(&mut self, matched: bool) {
        self.principal = matched;
    }

    fn action(&mut self, matched: bool) {
        self.action = matched;
    }

    fn resource(&mut self, matched: bool) {
        self.resource = matched;
    }

    fn condition(&mut self, condition: &ConditionTest, holds: bool) {
        let got = self.view.get(&condition.key).map(|value| match value {
            Value::List(texts) => texts.iter().map(|text| (*text).to_owned()).collect(),
            value => vec![value.to_string()],
        });
        self.conditions.push(ConditionTrace {
            operator: condition.source.operator.to_string(),
            key: condition.source.key.clone(),
            wanted: condition.source.values.clone(),
            got,
            holds,
        });
    }
}

impl Recorder<'_, '_> {
    fn into_trace(
        self,
        statement: &CompiledStatement,
        applies: bool,
        request: &Request<'_>,
        caller: &Principal<'_>,
    ) -> StatementTrace {
        let source = &statement.source;
        let names = |element: &ListElement, plain, not| if element.negated { not } else { plain };
        StatementTrace {
            index: statement.index,
            sid: source.sid.clone(),
            effect: statement.effect,
            applies,
            principal: ElementTrace {
                element: if source.principal.negated { "NotPrincipal" } else { "Principal" },
                matched: self.principal,
                wanted: principal_texts(&source.principal),
                got: caller.display_name().to_owned(),
            },
            action: ElementTrace {
                element: names(&source.action, "Action", "NotAction"),
                matched: self.action,
                wanted: source.action.values.clone(),
                got: request.action.to_owned(),
            },
            resource: ElementTrace {
                element: names(&source.resource, "Resource", "NotResource"),
                matched: self.resource,
                wanted: source.resource.values.clone(),
                got: request.resource.to_owned(),
            },
            conditions: self.conditions,
        }
    }
}

fn principal_texts(element: &PrincipalElement) -> Vec<String> {
    match &element.principals {
        Principals::Everyone => vec!["*".to_owned()],
        Principals::Named(named) => named.iter().map(|NamedPrincipal { id, .. }| id.clone()).collect(),
    }
}
