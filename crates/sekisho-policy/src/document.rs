//! A policy document as written: its statements and their elements, checked but not yet compiled.
//!
//! A document can only be made by [`PolicyDocument::parse`], so whoever holds one knows that it keeps the grammar: every
//! statement has an effect, principals where the kind of policy wants them, actions and resources that are well formed,
//! and conditions whose operators and values make sense. Source: the IAM guide, "Grammar of the IAM JSON policy
//! language".

use crate::condition::Operator;
use crate::error::PolicyError;
use crate::{parse, shorthand};

/// What a policy is attached to; decides whether its statements name principals, and how long it may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PolicyKind {
    /// The resource policy of an API, or of a private custom domain name.
    Resource,
    /// The policy of a VPC endpoint.
    Endpoint,
    /// The policy of a user or role, or the one a Lambda authorizer returns: no principal.
    Identity,
}

/// Version of the language; it decides whether `${…}` is a variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// `2008-10-17`, also meant where no version is given: no policy variables.
    V2008,
    /// `2012-10-17`.
    V2012,
}

/// What a statement does where it applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Effect {
    /// Lets the request through, unless another statement denies.
    Allow,
    /// Refuses the request, whatever else is said.
    Deny,
}

/// A policy document that keeps the grammar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyDocument {
    pub(crate) kind: PolicyKind,
    pub(crate) version: Version,
    pub(crate) id: Option<String>,
    pub(crate) statements: Vec<Statement>,
}

impl PolicyDocument {
    /// Reads a policy. `execute-api:/…` resources must have been expanded ([`expand_shorthand`]).
    ///
    /// # Errors
    /// The first thing that breaks JSON, the grammar or a limit, with its place.
    pub fn parse(text: &str, kind: PolicyKind) -> Result<Self, PolicyError> {
        parse::document(text, kind)
    }

    /// What the policy was read as.
    #[must_use]
    pub fn kind(&self) -> PolicyKind {
        self.kind
    }

    /// The version of the language it is written in.
    #[must_use]
    pub fn version(&self) -> Version {
        self.version
    }

    /// The policy's own identifier, if it has one.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The statements, in the order they were written.
    #[must_use]
    pub fn statements(&self) -> &[Statement] {
        &self.statements
    }

    /// Principals that AWS refuses when a policy is saved although they keep the grammar: ARNs with a wildcard inside.
    /// They match nobody, so a control plane should refuse the policy rather than store a Deny that is silent.
    pub fn unusable_principals(&self) -> impl Iterator<Item = &str> {
        let named = self.statements.iter().filter_map(|statement| match &statement.principal.principals {
            Principals::Named(named) => Some(named),
            Principals::Everyone => None,
        });
        named.flatten().map(|named| named.id.as_str()).filter(|id| *id != "*" && id.contains(['*', '?']))
    }
}

/// The policy text with every `execute-api:/…` resource written out as a full ARN, without blanks; key order and the
/// difference between a text and a list of one stay.
///
/// # Errors
/// Where the text is not JSON, gives a key twice, or is too long. The grammar is not checked here.
pub fn expand_shorthand(text: &str, scope: &crate::ApiArnScope<'_>) -> Result<String, PolicyError> {
    shorthand::expand(text, scope)
}

/// One statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    pub(crate) sid: Option<String>,
    pub(crate) effect: Effect,
    pub(crate) principal: PrincipalElement,
    pub(crate) action: ListElement,
    pub(crate) resource: ListElement,
    pub(crate) conditions: Vec<Condition>,
}

impl Statement {
    /// The statement's identifier, if it has one.
    #[must_use]
    pub fn sid(&self) -> Option<&str> {
        self.sid.as_deref()
    }

    /// Allow or Deny.
    #[must_use]
    pub fn effect(&self) -> Effect {
        self.effect
    }

    /// `Principal` or `NotPrincipal`; everyone for an identity policy.
    #[must_use]
    pub fn principal(&self) -> &PrincipalElement {
        &self.principal
    }

    /// `Action` or `NotAction`.
    #[must_use]
    pub fn action(&self) -> &ListElement {
        &self.action
    }

    /// `Resource` or `NotResource`.
    #[must_use]
    pub fn resource(&self) -> &ListElement {
        &self.resource
    }

    /// The conditions, all of which must hold.
    #[must_use]
    pub fn conditions(&self) -> &[Condition] {
        &self.conditions
    }
}

/// `Action`, `NotAction`, `Resource` or `NotResource`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListElement {
    /// Whether it is the `Not…` form.
    pub negated: bool,
    /// The patterns, at least one.
    pub values: Vec<String>,
}

/// `Principal` or `NotPrincipal`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrincipalElement {
    /// Whether it is `NotPrincipal`.
    pub negated: bool,
    /// Whom it names.
    pub principals: Principals,
}

/// Whom a principal element names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Principals {
    /// `"*"`: everyone, anonymous callers included.
    Everyone,
    /// The named ones.
    Named(Vec<NamedPrincipal>),
}

/// One entry of a principal map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedPrincipal {
    /// The key of the map.
    pub kind: PrincipalType,
    /// The account, ARN, service name or provider as written.
    pub id: String,
}

/// The keys of a principal map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PrincipalType {
    /// `AWS`: an account, user, role or session.
    Aws,
    /// `Service`.
    Service,
    /// `Federated`: an identity provider; no caller of an API is one.
    Federated,
    /// `CanonicalUser`: known to S3 only.
    CanonicalUser,
}

/// One operator on one key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// The operator with its prefix and suffix.
    pub operator: Operator,
    /// The condition key as written; compared without regard to case.
    pub key: String,
    /// The wanted values as text, at least one.
    pub values: Vec<String>,
}
