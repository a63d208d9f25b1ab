//! Any text is either refused with a place inside it, or becomes a policy whose decision and explanation agree; writing
//! out the shorthand twice is the same as once.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sekisho_policy::{
    ApiArnScope, CompiledPolicy, Context, ContextKey, PolicyDocument, PolicyKind, Principal, Request, Value,
    decision_of, expand_shorthand,
};

fuzz_target!(|text: &str| {
    let scope =
        ApiArnScope { partition: "aws", region: "eu-west-1", account_id: "123456789012", api_id: "abc123" };
    if let Ok(once) = expand_shorthand(text, &scope) {
        assert_eq!(expand_shorthand(&once, &scope).as_ref(), Ok(&once));
    }
    let mut context = Context::new();
    context
        .set(ContextKey::SourceVpce, Value::Text("vpce-1"))
        .set(ContextKey::SecureTransport, Value::Bool(true));
    let request = Request {
        action: "execute-api:Invoke",
        resource: "arn:aws:execute-api:eu-west-1:123456789012:abc123/prod/GET/pets",
        principal: Principal::Anonymous,
        context: &context,
    };
    for kind in [PolicyKind::Resource, PolicyKind::Endpoint, PolicyKind::Identity] {
        match PolicyDocument::parse(text, kind) {
            Ok(document) => {
                let policy = CompiledPolicy::compile(&document);
                assert_eq!(decision_of(&policy.explain(&request)), policy.decide(&request));
            }
            Err(error) => {
                assert!(error.line <= text.lines().count().max(1) + 1);
                assert!(error.column <= text.chars().count() + 1);
            }
        }
    }
});
