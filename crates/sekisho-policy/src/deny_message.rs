//! The sentence a refused caller reads.
//!
//! The refusal is 403 with `x-amzn-ErrorType: AccessDeniedException` and a body of one member, `Message` with a capital.
//! AWS has been changing the endings Region by Region; both wordings are kept, the newer one is the default.

use crate::decision::{DenyReason, PolicyLayer};
use crate::json;

/// Which wording of the endings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum DenyStyle {
    /// Resource and identity refusals end at most in `with an explicit deny`.
    Classic,
    /// Every refusal says which kind of policy refused.
    #[default]
    Y2026,
}

/// The text of a refusal. `user` is what [`DenyReason::user`] gives, the ARN comes masked from [`crate::mask_arn`].
#[must_use]
pub fn deny_message(reason: DenyReason, user: &str, masked_arn: &str, style: DenyStyle) -> String {
    let beginning = match reason.policy {
        PolicyLayer::Authorizer => "User is not authorized to access this resource".to_owned(),
        _ => {
            format!("User: {user} is not authorized to perform: execute-api:Invoke on resource: {masked_arn}")
        }
    };
    beginning + ending(reason, style)
}

fn ending(reason: DenyReason, style: DenyStyle) -> &'static str {
    match (reason.policy, reason.explicit, style) {
        (PolicyLayer::Endpoint, false, _) => {
            " because no VPC endpoint policy allows the execute-api:Invoke action"
        }
        (PolicyLayer::Endpoint, true, _) => " with an explicit deny in a VPC endpoint policy",
        (_, false, DenyStyle::Classic) => "",
        (_, true, DenyStyle::Classic) => " with an explicit deny",
        (PolicyLayer::Domain | PolicyLayer::Resource, false, DenyStyle::Y2026) => {
            " because no resource-based policy allows the execute-api:Invoke action"
        }
        (PolicyLayer::Domain | PolicyLayer::Resource, true, DenyStyle::Y2026) => {
            " with an explicit deny in a resource-based policy"
        }
        (PolicyLayer::Identity | PolicyLayer::Authorizer, false, DenyStyle::Y2026) => {
            " because no identity-based policy allows the execute-api:Invoke action"
        }
        (PolicyLayer::Identity | PolicyLayer::Authorizer, true, DenyStyle::Y2026) => {
            " with an explicit deny in an identity-based policy"
        }
    }
}

/// The body of the response: `{"Message":"…"}`.
#[must_use]
pub fn deny_body(message: &str) -> String {
    let mut body = String::with_capacity(message.len() + 14);
    body.push_str("{\"Message\":");
    json::write_string(message, &mut body);
    body.push('}');
    body
}
