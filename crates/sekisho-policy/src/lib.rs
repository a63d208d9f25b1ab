//! The IAM policy language as API Gateway and VPC endpoints use it: parse, compile, evaluate, explain.
//!
//! A text is read once ([`PolicyDocument::parse`]), compiled once ([`CompiledPolicy::compile`]) and then asked as often
//! as requests come ([`CompiledPolicy::decide`]), without allocation. [`evaluate_invoke`] combines the policies of an
//! endpoint, an API and a caller into one decision; [`CompiledPolicy::explain`] says why.
//!
//! A private API that one endpoint may call:
//!
//! ```
//! use sekisho_policy::*;
//!
//! let scope = ApiArnScope { partition: "aws", region: "eu-west-1", account_id: "123456789012", api_id: "abc123" };
//! let text = expand_shorthand(
//!     r#"{"Version": "2012-10-17", "Statement": [
//!         {"Effect": "Deny", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/*/*/*",
//!          "Condition": {"StringNotEquals": {"aws:sourceVpce": "vpce-0123456789abcdef0"}}},
//!         {"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/*/*/*"}]}"#,
//!     &scope,
//! )?;
//! let policy = CompiledPolicy::compile(&PolicyDocument::parse(&text, PolicyKind::Resource)?);
//!
//! let mut context = Context::new();
//! context.set(ContextKey::SourceVpce, Value::Text("vpce-0123456789abcdef0"));
//! let request = Request {
//!     action: "execute-api:Invoke",
//!     resource: "arn:aws:execute-api:eu-west-1:123456789012:abc123/prod/GET/pets",
//!     principal: Principal::Anonymous,
//!     context: &context,
//! };
//! assert_eq!(policy.decide(&request), Decision::Allow);
//! let elsewhere = Request { context: &Context::new(), ..request };
//! assert_eq!(policy.decide(&elsewhere), Decision::ExplicitDeny);
//! # Ok::<(), PolicyError>(())
//! ```
#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, clippy::string_slice)
)]

pub mod limits;

mod action;
mod arn;
mod condition;
mod context;
mod decision;
mod deny_message;
mod document;
mod error;
mod evaluate;
mod explain;
mod json;
mod narrow;
mod parse;
mod pattern;
mod principal;
mod resource;
mod shorthand;
mod timestamp;
mod variable;

pub use arn::{ApiArnScope, expand_resource, mask_arn};
pub use condition::{Comparison, Operator, Quantifier};
pub use context::{Context, ContextKey, Value};
pub use decision::{
    DenyReason, FlowDecision, InvokePolicies, LayerTrace, MethodAuth, PolicyLayer,
    evaluate_before_authorizer, evaluate_invoke, explain_invoke,
};
pub use deny_message::{DenyStyle, deny_body, deny_message};
pub use document::{
    Condition, Effect, ListElement, NamedPrincipal, PolicyDocument, PolicyKind, PrincipalElement,
    PrincipalType, Principals, Statement, Version, expand_shorthand,
};
pub use error::{PolicyError, Reason};
pub use evaluate::{CompiledPolicy, Decision, Request};
pub use explain::{ConditionTrace, ElementTrace, Mismatch, StatementTrace, decision_of};
pub use narrow::NarrowedPolicy;
pub use principal::Principal;
pub use timestamp::Timestamp;
