//! The flow beyond the tables: what is asked of whom, and what a refused caller reads.

use sekisho_policy::{
    CompiledPolicy, Context, ContextKey, DenyReason, DenyStyle, FlowDecision, InvokePolicies, MethodAuth,
    PolicyDocument, PolicyKind, PolicyLayer, Principal, Request, Value, deny_body, deny_message,
    evaluate_before_authorizer, evaluate_invoke, mask_arn,
};

const ARN: &str = "arn:aws:execute-api:eu-west-1:123456789012:abc123/prod/GET/pets";
const BOB: Principal<'_> =
    Principal::User { account: "123456789012", arn: "arn:aws:iam::123456789012:user/bob" };

fn policy(kind: PolicyKind, effect: &str, rest: &str) -> CompiledPolicy {
    let principal = if kind == PolicyKind::Identity { "" } else { r#","Principal":"*""# };
    let text = format!(
        r#"{{"Version":"2012-10-17","Statement":{{"Effect":"{effect}","Action":"*","Resource":"*"{principal}{rest}}}}}"#
    );
    CompiledPolicy::compile(&PolicyDocument::parse(&text, kind).expect("the test's policies are fine"))
}

fn policies(auth: MethodAuth, resource: &CompiledPolicy) -> InvokePolicies<'_> {
    InvokePolicies {
        endpoint: None,
        domain: None,
        resource: Some(resource),
        identity: &[],
        authorizer: None,
        auth,
        owner_account: "123456789012",
    }
}

fn denied(policy: PolicyLayer, explicit: bool, anonymous: bool) -> FlowDecision {
    FlowDecision::Deny(DenyReason { policy, explicit, anonymous })
}

#[test]
fn a_lambda_authorizer_is_not_called_after_an_explicit_deny() {
    let context = Context::new();
    let request = Request {
        action: "execute-api:Invoke",
        resource: ARN,
        principal: Principal::Anonymous,
        context: &context,
    };
    let says = |effect| policy(PolicyKind::Resource, effect, "");
    let silent = policy(PolicyKind::Resource, "Allow", r#","Condition":{"Null":{"aws:SourceVpce":"false"}}"#);
    let yes = policy(PolicyKind::Identity, "Allow", "");
    let no = policy(PolicyKind::Identity, "Deny", "");
    let (allow, deny) = (says("Allow"), says("Deny"));
    for (resource, authorizer, before, after) in [
        (
            &deny,
            Some(&yes),
            denied(PolicyLayer::Resource, true, true),
            denied(PolicyLayer::Resource, true, true),
        ),
        (&allow, Some(&yes), FlowDecision::Allow, FlowDecision::Allow),
        (&allow, None, FlowDecision::Allow, FlowDecision::Allow),
        (&allow, Some(&no), FlowDecision::Allow, denied(PolicyLayer::Authorizer, true, false)),
        (&silent, Some(&yes), FlowDecision::Allow, FlowDecision::Allow),
        (&silent, None, FlowDecision::Allow, denied(PolicyLayer::Authorizer, false, false)),
    ] {
        let policies = InvokePolicies { authorizer, ..policies(MethodAuth::Custom, resource) };
        assert_eq!(evaluate_before_authorizer(&policies, &request), before);
        assert_eq!(evaluate_invoke(&policies, &request), after);
    }
    for auth in [MethodAuth::None, MethodAuth::Custom, MethodAuth::CognitoUserPools, MethodAuth::AwsIam] {
        let none = InvokePolicies { resource: None, authorizer: Some(&yes), ..policies(auth, &allow) };
        assert_eq!(evaluate_before_authorizer(&none, &request), denied(PolicyLayer::Resource, false, true));
        assert_eq!(evaluate_invoke(&none, &request), denied(PolicyLayer::Resource, false, true));
    }
    for auth in [MethodAuth::None, MethodAuth::CognitoUserPools] {
        let said = evaluate_invoke(&policies(auth, &silent), &request);
        assert_eq!(said, denied(PolicyLayer::Resource, false, true));
        assert_eq!(evaluate_invoke(&policies(auth, &allow), &request), FlowDecision::Allow);
    }
}

#[test]
fn without_iam_the_signer_counts_for_the_endpoint_alone() {
    let of_bob = r#","Condition":{"StringEquals":{"aws:username":"bob","aws:PrincipalTag/team":"a"}}"#;
    let endpoint = policy(PolicyKind::Endpoint, "Allow", of_bob);
    let resource = policy(PolicyKind::Resource, "Allow", of_bob);
    let open = policy(PolicyKind::Resource, "Allow", "");
    let others = [("aws:PrincipalTag/team", Value::Text("a"))];
    let mut context = Context::new();
    context.set(ContextKey::Username, Value::Text("bob")).set_others(&others);
    let request = Request { action: "execute-api:Invoke", resource: ARN, principal: BOB, context: &context };
    let with = |auth, resource| InvokePolicies { endpoint: Some(&endpoint), ..policies(auth, resource) };
    assert_eq!(evaluate_invoke(&with(MethodAuth::None, &open), &request), FlowDecision::Allow);
    let refused = denied(PolicyLayer::Resource, false, true);
    assert_eq!(evaluate_invoke(&with(MethodAuth::None, &resource), &request), refused);
    assert_eq!(evaluate_invoke(&with(MethodAuth::AwsIam, &resource), &request), FlowDecision::Allow);
    let anonymous = Request { principal: Principal::Anonymous, context: &Context::new(), ..request };
    assert_eq!(
        evaluate_invoke(&with(MethodAuth::None, &open), &anonymous),
        denied(PolicyLayer::Endpoint, false, true)
    );
}

#[test]
fn the_domain_is_asked_before_the_api() {
    let (allow, deny) = (policy(PolicyKind::Resource, "Allow", ""), policy(PolicyKind::Resource, "Deny", ""));
    let context = Context::new();
    let request = Request { action: "execute-api:Invoke", resource: ARN, principal: BOB, context: &context };
    let all = InvokePolicies { domain: Some(&deny), ..policies(MethodAuth::None, &allow) };
    assert_eq!(evaluate_invoke(&all, &request), denied(PolicyLayer::Domain, true, true));
    let all = InvokePolicies { domain: Some(&allow), ..policies(MethodAuth::None, &deny) };
    assert_eq!(evaluate_invoke(&all, &request), denied(PolicyLayer::Resource, true, true));
}

#[test]
fn an_anonymous_caller_of_an_iam_method_is_in_no_account() {
    let silent = policy(PolicyKind::Resource, "Allow", r#","Condition":{"Null":{"aws:SourceVpce":"false"}}"#);
    let allow = policy(PolicyKind::Resource, "Allow", "");
    let context = Context::new();
    let root = Principal::Root { account: "123456789012", arn: "arn:aws:iam::123456789012:root" };
    let request =
        |principal| Request { action: "execute-api:Invoke", resource: ARN, principal, context: &context };
    let iam = policies(MethodAuth::AwsIam, &allow);
    assert_eq!(
        evaluate_invoke(&iam, &request(Principal::Anonymous)),
        denied(PolicyLayer::Identity, false, false)
    );
    assert_eq!(evaluate_invoke(&policies(MethodAuth::AwsIam, &silent), &request(root)), FlowDecision::Allow);
}

#[test]
fn refusals_word_for_word() {
    let masked = mask_arn(ARN);
    assert_eq!(masked, "arn:aws:execute-api:eu-west-1:********9012:abc123/prod/GET/pets");
    assert_eq!(mask_arn("no arn"), "no arn");
    assert_eq!(mask_arn("arn:aws:s3:::b"), "arn:aws:s3:::b");
    let head =
        format!("User: anonymous is not authorized to perform: execute-api:Invoke on resource: {masked}");
    let authorizer = "User is not authorized to access this resource";
    let allows = "allows the execute-api:Invoke action";
    for (policy, explicit, style, wanted) in [
        (PolicyLayer::Resource, false, DenyStyle::Classic, head.clone()),
        (PolicyLayer::Resource, true, DenyStyle::Classic, format!("{head} with an explicit deny")),
        (
            PolicyLayer::Resource,
            false,
            DenyStyle::Y2026,
            format!("{head} because no resource-based policy {allows}"),
        ),
        (
            PolicyLayer::Resource,
            true,
            DenyStyle::Y2026,
            format!("{head} with an explicit deny in a resource-based policy"),
        ),
        (
            PolicyLayer::Endpoint,
            false,
            DenyStyle::Y2026,
            format!("{head} because no VPC endpoint policy {allows}"),
        ),
        (
            PolicyLayer::Endpoint,
            true,
            DenyStyle::Y2026,
            format!("{head} with an explicit deny in a VPC endpoint policy"),
        ),
        (
            PolicyLayer::Identity,
            false,
            DenyStyle::Y2026,
            format!("{head} because no identity-based policy {allows}"),
        ),
        (
            PolicyLayer::Identity,
            true,
            DenyStyle::Y2026,
            format!("{head} with an explicit deny in an identity-based policy"),
        ),
        (PolicyLayer::Identity, false, DenyStyle::Classic, head),
        (PolicyLayer::Authorizer, false, DenyStyle::Classic, authorizer.to_owned()),
        (PolicyLayer::Authorizer, true, DenyStyle::Classic, format!("{authorizer} with an explicit deny")),
        (
            PolicyLayer::Authorizer,
            true,
            DenyStyle::Y2026,
            format!("{authorizer} with an explicit deny in an identity-based policy"),
        ),
        (
            PolicyLayer::Authorizer,
            false,
            DenyStyle::Y2026,
            format!("{authorizer} because no identity-based policy {allows}"),
        ),
    ] {
        let reason = DenyReason { policy, explicit, anonymous: true };
        assert_eq!(deny_message(reason, reason.user(&BOB), &masked, style), wanted);
    }
    assert_eq!(deny_body("a\"b"), r#"{"Message":"a\"b"}"#);
    let named = DenyReason { policy: PolicyLayer::Endpoint, explicit: true, anonymous: false };
    assert_eq!(named.user(&BOB), "arn:aws:iam::123456789012:user/bob");
}
