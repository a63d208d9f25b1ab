//! The whole decision on an invocation: endpoint policy, domain policy, resource policy, identity side.
//!
//! The endpoint policy comes first and must allow. Then the method's authorization decides how the API's resource policy
//! counts: alone and explicitly (no authorization, Cognito), or together with the identity side, where within one account
//! either may allow (Table A) and across accounts both must (Table B); a Lambda authorizer's policy counts by Table A. A
//! deny anywhere wins. Without IAM authorization the caller is anonymous to the resource policy, whatever the request is
//! signed with. A private API without a resource policy refuses every call. Source: the API Gateway guide, "How resource
//! policies affect authorization workflow", "Use VPC endpoint policies for private APIs".

use crate::evaluate::{CompiledPolicy, Decision, Request};
use crate::principal::Principal;

/// How a method authorizes its callers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MethodAuth {
    /// `NONE`.
    None,
    /// `AWS_IAM`: the caller has signed.
    AwsIam,
    /// `CUSTOM`: a Lambda authorizer.
    Custom,
    /// `COGNITO_USER_POOLS`: a token has been verified.
    CognitoUserPools,
}

/// Every policy that has a say in an invocation.
#[derive(Debug, Clone, Copy)]
pub struct InvokePolicies<'p> {
    /// The VPC endpoint's; `None` is full access.
    pub endpoint: Option<&'p CompiledPolicy>,
    /// The private custom domain name's, where the request came by one that has a policy.
    pub domain: Option<&'p CompiledPolicy>,
    /// The API's resource policy as deployed; a private API without one refuses.
    pub resource: Option<&'p CompiledPolicy>,
    /// The caller's identity policies; looked at for `AWS_IAM` alone.
    pub identity: &'p [&'p CompiledPolicy],
    /// What the Lambda authorizer returned; looked at for `CUSTOM` alone.
    pub authorizer: Option<&'p CompiledPolicy>,
    /// How the method authorizes.
    pub auth: MethodAuth,
    /// The account that owns the API, twelve digits.
    pub owner_account: &'p str,
}

/// Whether an invocation goes through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FlowDecision {
    /// It does.
    Allow,
    /// It does not.
    Deny(DenyReason),
}

/// Which policy refused, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DenyReason {
    /// Whose policy.
    pub policy: PolicyLayer,
    /// Whether a statement denied; else none allowed.
    pub explicit: bool,
    /// Whether the caller was anonymous to that policy, although the request may name one.
    pub anonymous: bool,
}

impl DenyReason {
    /// The caller as the refusal names it.
    #[must_use]
    pub fn user<'a>(&self, principal: &Principal<'a>) -> &'a str {
        if self.anonymous { "anonymous" } else { principal.display_name() }
    }
}

/// Whose policy decides, in the order they are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PolicyLayer {
    /// The VPC endpoint's.
    Endpoint,
    /// The private custom domain name's.
    Domain,
    /// The API's resource policy.
    Resource,
    /// The caller's identity policies.
    Identity,
    /// The Lambda authorizer's.
    Authorizer,
}

/// What is known before a Lambda authorizer is called or a token is verified: refused at once where the endpoint or
/// domain policy does not allow, the resource policy denies explicitly, or there is none. `Allow` means: go on.
#[must_use]
pub fn evaluate_before_authorizer(policies: &InvokePolicies<'_>, request: &Request<'_>) -> FlowDecision {
    before_authorizer(policies, request).map_or_else(FlowDecision::Deny, |_| FlowDecision::Allow)
}

/// The whole decision, after the caller is authenticated or the authorizer has answered.
#[must_use]
pub fn evaluate_invoke(policies: &InvokePolicies<'_>, request: &Request<'_>) -> FlowDecision {
    let decided = before_authorizer(policies, request).and_then(|resource| match policies.auth {
        MethodAuth::None | MethodAuth::CognitoUserPools => require(resource, PolicyLayer::Resource, true),
        MethodAuth::Custom => {
            let said = policies.authorizer.map_or(Decision::Silent, |policy| policy.decide(request));
            either_allows(said, resource, PolicyLayer::Authorizer)
        }
        MethodAuth::AwsIam => {
            let said = identity_side(policies.identity, request);
            match request.principal.account() == Some(policies.owner_account) {
                true => either_allows(said, resource, PolicyLayer::Identity),
                false => both_allow(said, resource),
            }
        }
    });
    decided.map_or_else(FlowDecision::Deny, |()| FlowDecision::Allow)
}

/// The endpoint and domain policies allow and the resource policy does not deny; what it says is returned.
fn before_authorizer(policies: &InvokePolicies<'_>, request: &Request<'_>) -> Result<Decision, DenyReason> {
    let unsigned = request.principal == Principal::Anonymous;
    let anonymous = policies.auth != MethodAuth::AwsIam;
    let judge = |policy: &CompiledPolicy| {
        if anonymous { policy.decide_anonymous(request) } else { policy.decide(request) }
    };
    if let Some(endpoint) = policies.endpoint {
        require(endpoint.decide(request), PolicyLayer::Endpoint, unsigned)?;
    }
    if let Some(domain) = policies.domain {
        require(judge(domain), PolicyLayer::Domain, anonymous || unsigned)?;
    }
    match policies.resource.map(judge) {
        None => deny(PolicyLayer::Resource, false, anonymous || unsigned),
        Some(Decision::ExplicitDeny) => deny(PolicyLayer::Resource, true, anonymous || unsigned),
        Some(said) => Ok(said),
    }
}

fn deny<T>(policy: PolicyLayer, explicit: bool, anonymous: bool) -> Result<T, DenyReason> {
    Err(DenyReason { policy, explicit, anonymous })
}

fn require(said: Decision, policy: PolicyLayer, anonymous: bool) -> Result<(), DenyReason> {
    match said {
        Decision::Allow => Ok(()),
        Decision::ExplicitDeny => deny(policy, true, anonymous),
        Decision::Silent => deny(policy, false, anonymous),
    }
}

/// All identity policies as one; the root user of an account may do everything in it.
fn identity_side(identity: &[&CompiledPolicy], request: &Request<'_>) -> Decision {
    let root = matches!(request.principal, Principal::Root { .. });
    let mut said = if root { Decision::Allow } else { Decision::Silent };
    for policy in identity {
        match policy.decide(request) {
            Decision::ExplicitDeny => return Decision::ExplicitDeny,
            Decision::Allow => said = Decision::Allow,
            Decision::Silent => {}
        }
    }
    said
}

/// Table A. The resource policy is known not to deny.
fn either_allows(said: Decision, resource: Decision, side: PolicyLayer) -> Result<(), DenyReason> {
    match (said, resource) {
        (Decision::ExplicitDeny, _) => deny(side, true, false),
        (Decision::Allow, _) | (_, Decision::Allow) => Ok(()),
        _ => deny(side, false, false),
    }
}

/// Table B. The resource policy is known not to deny.
fn both_allow(said: Decision, resource: Decision) -> Result<(), DenyReason> {
    require(said, PolicyLayer::Identity, false)?;
    require(resource, PolicyLayer::Resource, false)
}
