//! What the operator reads: which statement, which element, which condition, and what the request had.

use sekisho_policy::{
    ApiArnScope, CompiledPolicy, Context, ContextKey, Mismatch, PolicyDocument, PolicyKind, Principal,
    Request, Value, expand_shorthand,
};

const SCOPE: ApiArnScope<'_> =
    ApiArnScope { partition: "aws", region: "eu-west-1", account_id: "123456789012", api_id: "abc123" };

const REFERENCE: &str = r#"{
  "Version": "2012-10-17",
  "Statement": [
    {"Sid": "only", "Effect": "Deny", "Principal": "*", "Action": "execute-api:Invoke",
     "Resource": ["execute-api:/*/*/*"], "Condition": {"StringNotEquals": {"aws:sourceVpce": "vpce-1"}}},
    {"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/*/*/*"}
  ]
}"#;

/// One line for each statement.
fn report(policy: &CompiledPolicy, request: &Request<'_>) -> Vec<String> {
    let line = |trace: &sekisho_policy::StatementTrace| {
        let name = trace.sid.clone().unwrap_or_else(|| trace.index.to_string());
        let why = match trace.first_mismatch() {
            None => "applies".to_owned(),
            Some(Mismatch::Element(e)) => format!("{} {:?} is not {}", e.element, e.wanted, e.got),
            Some(Mismatch::Condition(c)) => {
                format!("{} {} {:?} got {:?}", c.operator, c.key, c.wanted, c.got)
            }
        };
        format!("{name} {:?}: {why}", trace.effect)
    };
    policy.explain(request).iter().map(line).collect()
}

#[test]
fn the_reference_path_explained() {
    let text = expand_shorthand(REFERENCE, &SCOPE).expect("the reference policy is JSON");
    let document = PolicyDocument::parse(&text, PolicyKind::Resource).expect("the reference policy is fine");
    let policy = CompiledPolicy::compile(&document);
    assert!(policy.has_condition_on(ContextKey::SourceVpce));
    assert!(!policy.has_condition_on(ContextKey::SourceVpc));
    let mut context = Context::new();
    context.set(ContextKey::SourceVpce, Value::Text("vpce-1"));
    let mut request = Request {
        action: "execute-api:Invoke",
        resource: "arn:aws:execute-api:eu-west-1:123456789012:abc123/prod/GET/",
        principal: Principal::Anonymous,
        context: &context,
    };
    let right =
        [r#"only Deny: StringNotEquals aws:sourceVpce ["vpce-1"] got Some(["vpce-1"])"#, "1 Allow: applies"];
    assert_eq!(report(&policy, &request), right);
    let nowhere = Context::new();
    request.context = &nowhere;
    assert_eq!(report(&policy, &request), ["only Deny: applies", "1 Allow: applies"]);
    request.resource = "arn:aws:execute-api:eu-west-1:123456789012:other/prod/GET/";
    let pattern = "arn:aws:execute-api:eu-west-1:123456789012:abc123/*/*/*";
    let line = format!(r#"Resource ["{pattern}"] is not {}"#, request.resource);
    assert_eq!(report(&policy, &request), [format!("only Deny: {line}"), format!("1 Allow: {line}")]);
}

#[test]
fn writing_out_the_shorthand_keeps_the_rest() {
    let text = r#" { "Statement" : { "Resource" : [ "execute-api:/a" , "*", "é\u0001\"" ], "x" : 1.50 , "NotResource":
        "execute-api:/", "Action": "execute-api:/no" }, "Version" : null } "#;
    let wanted = r#"{"Statement":{"Resource":["arn:aws:execute-api:eu-west-1:123456789012:abc123/a","*","é\u0001\""],"x":1.50,"NotResource":"arn:aws:execute-api:eu-west-1:123456789012:abc123/","Action":"execute-api:/no"},"Version":null}"#;
    assert_eq!(expand_shorthand(text, &SCOPE).as_deref(), Ok(wanted));
    for text in ["", "{", r#"{"a":1,"a":1}"#] {
        assert!(expand_shorthand(text, &SCOPE).is_err());
    }
    for text in ["[]", "1", r#"{"Statement":[1,[{"Resource":"execute-api:/"}]]}"#] {
        assert_eq!(expand_shorthand(text, &SCOPE).as_deref(), Ok(text), "what is no statement is left alone");
    }
}
