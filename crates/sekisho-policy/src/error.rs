//! Why a policy text is not a policy, and where in the text.
//!
//! AWS answers every malformed document with one fixed sentence; we keep that for the wire ([`PolicyError::aws_message`])
//! and give our own surfaces the position and the reason.

use crate::document::PolicyKind;

/// A policy text that is refused, the place in it, and the reason.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {reason}")]
pub struct PolicyError {
    /// What the text was meant to be.
    pub kind: PolicyKind,
    /// Line of the offending place, from 1.
    pub line: usize,
    /// Column of the offending place in characters, from 1.
    pub column: usize,
    /// What is wrong there.
    pub reason: Reason,
}

impl PolicyError {
    /// The sentence AWS answers with for this kind of policy: API Gateway's for a resource policy, EC2's for an
    /// endpoint policy, IAM's for an identity policy.
    #[must_use]
    pub fn aws_message(&self) -> String {
        match self.kind {
            PolicyKind::Resource => {
                "Invalid policy document. Please check the policy syntax and ensure that Principals are valid.".into()
            }
            PolicyKind::Endpoint => {
                format!("The Policy Document is not valid. Syntax error at position ({},{})", self.line, self.column)
            }
            PolicyKind::Identity => "Syntax errors in policy.".into(),
        }
    }
}

/// What is wrong with a policy text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Reason {
    /// The text is not JSON.
    #[error("not JSON: {0}")]
    Json(&'static str),
    /// Lists and objects are nested too deeply.
    #[error("nested deeper than {limit} levels")]
    TooDeep {
        /// The limit, in levels.
        limit: usize,
    },
    /// The text is too long.
    #[error("{length} characters, more than the {limit} allowed")]
    TooLong {
        /// Length found, in characters.
        length: usize,
        /// The limit, in characters.
        limit: usize,
    },
    /// The same key stands twice in one object.
    #[error("`{0}` is given twice")]
    Duplicate(String),
    /// An element that must be there is not.
    #[error("`{0}` is missing")]
    Missing(&'static str),
    /// An element nobody knows; element names are case-sensitive.
    #[error("`{0}` is not an element of a policy")]
    UnknownElement(String),
    /// Two elements that exclude each other.
    #[error("`{0}` and `{1}` exclude each other")]
    Exclusive(&'static str, &'static str),
    /// A principal where the kind of policy has none.
    #[error("an identity policy names no principal")]
    PrincipalNotAllowed,
    /// An element has the wrong JSON type.
    #[error("`{element}` must be {wanted}")]
    WrongType {
        /// The element.
        element: String,
        /// What it must be.
        wanted: &'static str,
    },
    /// A list without members.
    #[error("`{0}` must not be empty")]
    Empty(String),
    /// An element has a value outside its grammar.
    #[error("`{value}` is no valid {element}: {wanted}")]
    BadValue {
        /// The element.
        element: &'static str,
        /// What was found.
        value: String,
        /// What would be right.
        wanted: &'static str,
    },
    /// A condition operator nobody knows.
    #[error("`{0}` is not a condition operator")]
    UnknownOperator(String),
    /// A kind of principal nobody knows.
    #[error("`{0}` is not a kind of principal (AWS, Service, Federated, CanonicalUser)")]
    UnknownPrincipalType(String),
    /// A policy variable that is not written as one.
    #[error("`{0}` is no valid policy variable")]
    BadVariable(String),
}
