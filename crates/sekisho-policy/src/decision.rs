//! The whole decision on an invocation: endpoint policy, domain policy, resource policy, identity side.
//!
//! The endpoint policy comes first and must allow. Then the method's authorization decides how the API's resource policy
//! counts: alone and explicitly (no authorization, Cognito), or together with the identity side, where within one account
//! either may allow (Table A) and across accounts both must (Table B); a Lambda authorizer's policy counts by Table A. A
//! deny anywhere wins. Without IAM authorization the caller is anonymous to the resource policy, whatever the request is
//! signed with. A private API without a resource policy refuses every call. Source: the API Gateway guide, "How resource
//! policies affect authorization workflow", "Use VPC endpoint policies for private APIs".

use crate::evaluate::{CompiledPolicy, Decision, Request};
use crate::explain::{StatementTrace, decision_of};
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

/// One policy that was asked, and its statements beside the request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LayerTrace {
    /// Whose policy.
    pub policy: PolicyLayer,
    /// Whether the caller was anonymous to it.
    pub anonymous: bool,
    /// What it said.
    pub decision: Decision,
    /// Why, statement by statement.
    pub statements: Vec<StatementTrace>,
}

/// What is known before a Lambda authorizer is called or a token is verified: refused at once where the endpoint or
/// domain policy does not allow, the resource policy denies explicitly, or there is none. `Allow` means: go on.
#[must_use]
pub fn evaluate_before_authorizer(policies: &InvokePolicies<'_>, request: &Request<'_>) -> FlowDecision {
    before_authorizer(policies, request, &mut Decide).map_or_else(FlowDecision::Deny, |_| FlowDecision::Allow)
}

/// The whole decision, after the caller is authenticated or the authorizer has answered.
#[must_use]
pub fn evaluate_invoke(policies: &InvokePolicies<'_>, request: &Request<'_>) -> FlowDecision {
    flow(policies, request, &mut Decide).map_or_else(FlowDecision::Deny, |()| FlowDecision::Allow)
}

/// The whole decision, and every policy that was asked on the way to it, in order. A policy that is missing, where one
/// must allow, has no trace: the decision names it.
#[must_use]
pub fn explain_invoke(
    policies: &InvokePolicies<'_>,
    request: &Request<'_>,
) -> (FlowDecision, Vec<LayerTrace>) {
    let mut judge = Explain { traces: Vec::new() };
    let decision = flow(policies, request, &mut judge);
    (decision.map_or_else(FlowDecision::Deny, |()| FlowDecision::Allow), judge.traces)
}

/// Asks one policy. The flow is written over it once, so deciding and explaining take the same way.
trait Judge {
    fn ask(
        &mut self,
        layer: PolicyLayer,
        policy: &CompiledPolicy,
        request: &Request<'_>,
        anonymous: bool,
    ) -> Decision;
}

struct Decide;

impl Judge for Decide {
    fn ask(
        &mut self,
        _: PolicyLayer,
        policy: &CompiledPolicy,
        request: &Request<'_>,
        anonymous: bool,
    ) -> Decision {
        if anonymous { policy.decide_anonymous(request) } else { policy.decide(request) }
    }
}

struct Explain {
    traces: Vec<LayerTrace>,
}

impl Judge for Explain {
    fn ask(
        &mut self,
        layer: PolicyLayer,
        policy: &CompiledPolicy,
        request: &Request<'_>,
        anonymous: bool,
    ) -> Decision {
        let statements = if anonymous { policy.explain_anonymous(request) } else { policy.explain(request) };
        let decision = decision_of(&statements);
        self.traces.push(LayerTrace { policy: layer, anonymous, decision, statements });
        decision
    }
}

fn flow(
    policies: &InvokePolicies<'_>,
    request: &Request<'_>,
    judge: &mut impl Judge,
) -> Result<(), DenyReason> {
    let resource = before_authorizer(policies, request, judge)?;
    match policies.auth {
        MethodAuth::None | MethodAuth::CognitoUserPools => require(resource, PolicyLayer::Resource, true),
        MethodAuth::Custom => {
            let said = match policies.authorizer {
                Some(policy) => judge.ask(PolicyLayer::Authorizer, policy, request, false),
                None => Decision::Silent,
            };
            either_allows(said, resource, PolicyLayer::Authorizer)
        }
        MethodAuth::AwsIam => {
            let said = identity_side(policies.identity, request, judge);
            match request.principal.account() == Some(policies.owner_account) {
                true => either_allows(said, resource, PolicyLayer::Identity),
                false => both_allow(said, resource),
            }
        }
    }
}

/// The endpoint and domain policies allow and the resource policy does not deny; what it says is returned.
fn before_authorizer(
    policies: &InvokePolicies<'_>,
    request: &Request<'_>,
    judge: &mut impl Judge,
) -> Result<Decision, DenyReason> {
    let unsigned = request.principal == Principal::Anonymous;
    let anonymous = policies.auth != MethodAuth::AwsIam;
    if let Some(endpoint) = policies.endpoint {
        let said = judge.ask(PolicyLayer::Endpoint, endpoint, request, false);
        require(said, PolicyLayer::Endpoint, unsigned)?;
    }
    if let Some(domain) = policies.domain {
        let said = judge.ask(PolicyLayer::Domain, domain, request, anonymous);
        require(said, PolicyLayer::Domain, anonymous || unsigned)?;
    }
    let Some(resource) = policies.resource else {
        return deny(PolicyLayer::Resource, false, anonymous || unsigned);
    };
    match judge.ask(PolicyLayer::Resource, resource, request, anonymous) {
        Decision::ExplicitDeny => deny(PolicyLayer::Resource, true, anonymous || unsigned),
        said => Ok(said),
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
fn identity_side(identity: &[&CompiledPolicy], request: &Request<'_>, judge: &mut impl Judge) -> Decision {
    let root = matches!(request.principal, Principal::Root { .. });
    let mut said = if root { Decision::Allow } else { Decision::Silent };
    for policy in identity {
        match judge.ask(PolicyLayer::Identity, policy, request, false) {
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
