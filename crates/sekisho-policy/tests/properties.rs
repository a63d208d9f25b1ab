//! The engine beside a plain evaluator on generated policies and requests, and the laws of the language.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use sekisho_policy::{
    CompiledPolicy, Context, ContextKey, Decision, FlowDecision, InvokePolicies, MethodAuth, NarrowedPolicy,
    PolicyDocument, PolicyKind, PolicyLayer, Principal, Request, Timestamp, Value, decision_of,
    evaluate_before_authorizer, evaluate_invoke, explain_invoke,
};
use serde_json::{Value as Json, json};

#[path = "support/naive.rs"]
mod naive;
mod support;
use naive::{Ask, DATES};
use support::{OwnedContext, principal};

const ACTIONS: [&str; 7] = [
    "*",
    "execute-api:Invoke",
    "EXECUTE-API:inv*",
    "execute-api:*",
    "*:invok?",
    "s3:Get*",
    "execute-api:I*v*e",
];

const RESOURCES: [&str; 14] = [
    "*",
    "arn:aws:execute-api:r:123456789012:a/p/GET/x",
    "arn:aws:execute-api:r:123456789012:a/*/*/*",
    "arn:aws:execute-api:r:123456789012:a/*/GET/*",
    "arn:aws:execute-api:*:*:a/p/*",
    "arn:aws:execute-api:r:123456789012:a/p/GET/${aws:username}",
    "arn:aws:execute-api:r:123456789012:a/p/*/${aws:username}*",
    "arn:aws:execute-api:r:123456789012:a/p/GET/${aws:PrincipalTag/t, 'x'}",
    "arn:aws:execute-api:r:123456789012:a/p/GET/${*}",
    "arn:aws:execute-api:r:123456789012:a/?/GET/?",
    "arn:aws:execute-api:${x:region, 'r'}:123456789012:a/p/GET/?*",
    "arn:aws:execute-api:r:12345678901?:a/*/x/*",
    "arn:aws:s3:::b",
    "arn:*:*:*:*:*x*",
];

const ASKED: [&str; 6] = [
    "arn:aws:execute-api:r:123456789012:a/p/GET/x",
    "arn:aws:execute-api:r:123456789012:a/p/GET/",
    "arn:aws:execute-api:r:123456789012:a/p/POST/x/GET/y:z",
    "arn:aws:execute-api:r:123456789012:a/p/GET/*",
    "arn:aws:execute-api:eu:123456789012:a/q/GET/é",
    "arn:aws:s3:::b",
];

fn callers() -> Vec<Json> {
    vec![
        json!({"kind": "anonymous"}),
        json!({"kind": "user", "arn": "arn:aws:iam::123456789012:user/bob"}),
        json!({"kind": "user", "arn": "arn:aws:iam::111122223333:user/bob"}),
        json!({"kind": "root", "arn": "arn:aws:iam::123456789012:root"}),
        json!({"kind": "assumed-role", "arn": "arn:aws:sts::123456789012:assumed-role/app/s",
               "role": "arn:aws:iam::123456789012:role/app"}),
        json!({"kind": "service", "service": "sns.amazonaws.com"}),
    ]
}

fn principals() -> Vec<Json> {
    vec![
        json!("*"),
        json!({"AWS": "*"}),
        json!({"AWS": "123456789012"}),
        json!({"AWS": ["arn:aws:iam::123456789012:user/bob", "arn:aws:iam::123456789012:root"]}),
        json!({"AWS": "arn:aws:iam::123456789012:role/app"}),
        json!({"AWS": ["arn:aws:sts::123456789012:assumed-role/app/s"], "Service": "sns.amazonaws.com"}),
        json!({"AWS": "arn:aws:iam::123456789012:user/*"}),
        json!({"Federated": "cognito-identity.amazonaws.com"}),
    ]
}

const STRINGS: [&str; 12] = [
    "a",
    "A",
    "b",
    "",
    "ab",
    "a*",
    "*",
    "?",
    "*b*",
    "${aws:username}",
    "a${aws:PrincipalTag/t, 'b'}*",
    "${*}${?}${$}",
];
const NUMBERS: [&str; 6] = ["1", "1.0", "-1", "10", "9.5", "0"];
const TRUTHS: [&str; 2] = ["true", "false"];
const NETWORKS: [&str; 7] =
    ["10.0.0.0/8", "10.1.2.3", "0.0.0.0/0", "10.1.2.0/25", "2001:DB8::/32", "::/0", "192.168.0.0/16"];
const ARNS: [&str; 7] = [
    "arn:aws:sns:r:1:topic",
    "arn:aws:sns:*:1:t*",
    "arn:aws:*:1:t*",
    "*",
    "arn:aws:sns:r:?:${aws:username}",
    "arn:${*}:sns:r:1:topic",
    "arn:aws:sns:${aws:PrincipalTag/t}:1:*",
];
const BINARIES: [&str; 3] = ["QUJD", "quJD", "QQ=="];

/// Keys, and the values that a request may have for them.
const KEYS: [(&str, &[&str]); 10] = [
    ("aws:SourceVpce", &["a", "A", "b", "ab", "", "*"]),
    ("aws:username", &["a", "b", "x", "*", "topic", "${aws:userid}"]),
    ("aws:PrincipalTag/t", &["a", "r", "?"]),
    ("aws:EpochTime", &["1767225600", "10", "junk"]),
    ("aws:CurrentTime", &["2026-01-01T00:00:00Z", "2026-01-01T00:00:01Z", "junk"]),
    ("aws:VpcSourceIp", &["10.1.2.3", "10.1.2.200", "2001:db8::1", "192.168.0.1", "junk"]),
    ("aws:SecureTransport", &["true", "false", "junk"]),
    ("aws:SourceArn", &["arn:aws:sns:r:1:topic", "arn:aws:sns:a:1:t:u", "arn:aws:s3:::b", "junk"]),
    ("x:number", &["1", "9.5", "-1.0", "1e1", "junk"]),
    ("x:binary", &["QUJD", "QQ==", "junk"]),
];

fn one_or_list(pool: &'static [&'static str]) -> impl Strategy<Value = Json> {
    prop_oneof![
        3 => select(pool).prop_map(|text| json!(text)),
        2 => subsequence(pool, 1..=2.min(pool.len())).prop_map(|texts| json!(texts)),
    ]
}

/// An operator's name without prefix and suffix, with values that suit it.
fn comparison() -> impl Strategy<Value = (&'static str, Json)> {
    const DATE_TEXTS: [&str; 6] = [DATES[0].0, DATES[1].0, DATES[2].0, DATES[3].0, DATES[4].0, DATES[5].0];
    const GROUPS: [(&[&str], &[&str]); 8] = [
        (
            &[
                "StringEquals",
                "StringNotEquals",
                "StringEqualsIgnoreCase",
                "StringNotEqualsIgnoreCase",
                "StringLike",
                "StringNotLike",
            ],
            &STRINGS,
        ),
        (
            &[
                "NumericEquals",
                "NumericNotEquals",
                "NumericLessThan",
                "NumericLessThanEquals",
                "NumericGreaterThan",
                "NumericGreaterThanEquals",
            ],
            &NUMBERS,
        ),
        (
            &[
                "DateEquals",
                "DateNotEquals",
                "DateLessThan",
                "DateLessThanEquals",
                "DateGreaterThan",
                "DateGreaterThanEquals",
            ],
            &DATE_TEXTS,
        ),
        (&["Bool"], &TRUTHS),
        (&["IpAddress", "NotIpAddress"], &NETWORKS),
        (&["ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"], &ARNS),
        (&["BinaryEquals"], &BINARIES),
        (&["Null"], &TRUTHS),
    ];
    select(&GROUPS[..]).prop_flat_map(|(names, pool)| (select(names), one_or_list(pool)))
}

fn condition() -> impl Strategy<Value = Json> {
    let key = select(&KEYS[..])
        .prop_flat_map(|(key, _)| prop_oneof![3 => Just(key.to_owned()), 1 => Just(key.to_uppercase())]);
    let entry = (comparison(), key, select(&["", "", "ForAllValues:", "ForAnyValue:"][..]), any::<bool>());
    prop::collection::vec(entry, 0..3).prop_map(|entries| {
        let mut blocks = json!({});
        for ((name, values), key, prefix, if_exists) in entries {
            let bare = name == "Null";
            let suffix = if if_exists && !bare { "IfExists" } else { "" };
            let operator = format!("{}{name}{suffix}", if bare { "" } else { prefix });
            blocks[operator][key] = values;
        }
        blocks
    })
}

fn statement() -> impl Strategy<Value = Json> {
    let element = |name: &'static str, values: BoxedStrategy<Json>| {
        (values, prop::bool::weighted(0.2))
            .prop_map(move |(value, not)| (if not { format!("Not{name}") } else { name.to_owned() }, value))
    };
    (
        select(&["Allow", "Deny"][..]),
        element("Principal", select(principals()).boxed()),
        element("Action", one_or_list(&ACTIONS).boxed()),
        element("Resource", one_or_list(&RESOURCES).boxed()),
        condition(),
    )
        .prop_map(|(effect, principal, action, resource, condition)| {
            let mut statement = json!({"Effect": effect});
            for (name, value) in [principal, action, resource] {
                statement[name] = value;
            }
            if condition != json!({}) {
                statement["Condition"] = condition;
            }
            statement
        })
}

fn policy() -> impl Strategy<Value = Json> {
    let version = select(&[Some("2012-10-17"), Some("2012-10-17"), Some("2008-10-17"), None][..]);
    (version, prop::collection::vec(statement(), 1..4)).prop_map(|(version, statements)| {
        let mut policy = json!({"Statement": statements});
        if let Some(version) = version {
            policy["Version"] = json!(version);
        }
        policy
    })
}

fn ask() -> impl Strategy<Value = Ask> {
    let entry = |(key, pool): (&'static str, &'static [&'static str])| {
        let value = prop_oneof![
            4 => select(pool).prop_map(|text| Some(json!(text))),
            1 => subsequence(pool, 0..=2).prop_map(|texts| Some(json!(texts))),
            2 => Just(None),
        ];
        value.prop_map(move |value| value.map(|value| (key.to_lowercase(), value)))
    };
    let context: Vec<_> = KEYS.into_iter().map(entry).collect();
    (
        select(&["execute-api:Invoke", "execute-api:InvalidateCache", "s3:GetObject"][..]),
        select(&ASKED[..]),
        select(callers()),
        context,
    )
        .prop_map(|(action, resource, caller, context)| Ask {
            action: action.to_owned(),
            resource: resource.to_owned(),
            caller,
            context: context.into_iter().flatten().collect(),
        })
}

fn compile(policy: &Json) -> CompiledPolicy {
    CompiledPolicy::compile(
        &PolicyDocument::parse(&policy.to_string(), PolicyKind::Resource)
            .expect("a generated policy is fine"),
    )
}

fn with_request<T>(ask: &Ask, act: impl FnOnce(&Request<'_>) -> T) -> T {
    let context = Json::Object(ask.context.iter().map(|(key, value)| (key.clone(), value.clone())).collect());
    OwnedContext::new(&context).with(|context| {
        act(&Request {
            action: &ask.action,
            resource: &ask.resource,
            principal: principal(&ask.caller),
            context,
        })
    })
}

fn engine(policy: &Json, ask: &Ask) -> Decision {
    with_request(ask, |request| compile(policy).decide(request))
}

/// The same context with typed values where the text is the canonical one of its type.
fn typed<'a>(context: &BTreeMap<String, &'a str>) -> Context<'a> {
    let mut typed = Context::new();
    for (name, text) in context {
        let Some(key) = ContextKey::from_name(name) else { continue };
        let value = match key {
            ContextKey::VpcSourceIp => text.parse().ok().map(Value::Address),
            ContextKey::SecureTransport => text.parse().ok().map(Value::Bool),
            ContextKey::CurrentTime => Timestamp::parse(text).map(Value::Time),
            ContextKey::EpochTime => text.parse().ok().map(Value::Number),
            _ => None,
        };
        typed.set(key, value.unwrap_or(Value::Text(text)));
    }
    typed
}

/// `PROPTEST_CASES` cases, at least 600.
fn config() -> ProptestConfig {
    let default = ProptestConfig::default();
    ProptestConfig { cases: default.cases.max(600), failure_persistence: None, ..default }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_engine_agrees_with_the_plain_evaluator(policy in policy(), asks in prop::collection::vec(ask(), 4)) {
        for ask in &asks {
            let wanted = naive::decide(&policy, ask);
            prop_assert_eq!(format!("{:?}", engine(&policy, ask)), wanted, "{} {:?}", policy, ask);
        }
    }

    #[test]
    fn an_explanation_agrees_with_the_decision(policy in policy(), ask in ask()) {
        let policy = compile(&policy);
        with_request(&ask, |request| {
            let traces = policy.explain(request);
            prop_assert_eq!(decision_of(&traces), policy.decide(request));
            for (index, trace) in traces.iter().enumerate() {
                prop_assert_eq!(trace.index, index);
                prop_assert_eq!(trace.applies, trace.first_mismatch().is_none());
            }
            prop_assert_eq!(decision_of(&policy.explain_anonymous(request)), policy.decide_anonymous(request));
            Ok(())
        })?;
    }

    #[test]
    fn an_explained_flow_agrees_with_the_decision(
        endpoint in prop::option::of(policy()), domain in prop::option::weighted(0.2, policy()),
        resource in prop::option::weighted(0.9, policy()), authorizer in prop::option::of(policy()),
        identity in policy(), ask in ask(), lenient in any::<bool>(),
        auth in select(&[MethodAuth::None, MethodAuth::AwsIam, MethodAuth::Custom, MethodAuth::CognitoUserPools][..]),
    ) {
        let open = json!({"Statement": {"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}});
        let [endpoint, domain, resource, authorizer] =
            [endpoint, domain, resource, authorizer].map(|policy| policy.as_ref().map(compile));
        let (identity, open) = (compile(&identity), compile(&open));
        let policies = InvokePolicies {
            endpoint: if lenient { None } else { endpoint.as_ref() },
            domain: domain.as_ref(),
            resource: resource.as_ref(),
            identity: &[&identity, &open],
            authorizer: authorizer.as_ref(),
            auth,
            owner_account: "123456789012",
        };
        with_request(&ask, |request| {
            let decision = evaluate_invoke(&policies, request);
            let (explained, traces) = explain_invoke(&policies, request);
            prop_assert_eq!(explained, decision);
            prop_assert!(traces.windows(2).all(|pair| pair[0].policy <= pair[1].policy));
            match (decision, evaluate_before_authorizer(&policies, request)) {
                (FlowDecision::Allow, before) => {
                    prop_assert_eq!(before, FlowDecision::Allow);
                    prop_assert!(traces.iter().all(|trace| trace.decision != Decision::ExplicitDeny));
                    prop_assert!(traces.iter().any(|trace| trace.decision == Decision::Allow));
                }
                (after, FlowDecision::Deny(before)) => prop_assert_eq!(after, FlowDecision::Deny(before)),
                (FlowDecision::Deny(reason), FlowDecision::Allow) => {
                    prop_assert!(reason.policy >= PolicyLayer::Resource);
                    prop_assert_eq!(reason.explicit, traces.iter().any(|t| t.decision == Decision::ExplicitDeny));
                }
            }
            Ok(())
        })?;
    }

    #[test]
    fn a_narrowed_policy_says_what_the_whole_one_says(
        policy in policy(), ask in ask(), end in "(p|q|[a-z]?)/(GET|POST)/([a-z:/*]|é){0,6}",
    ) {
        const PREFIX: &str = "arn:aws:execute-api:r:123456789012:a/";
        let policy = compile(&policy);
        let narrowed = NarrowedPolicy::new(&policy, "execute-api:Invoke", PREFIX);
        let (invoke, known) = ("execute-api:Invoke".to_owned(), ask.resource.starts_with(PREFIX));
        let resource = if known { ask.resource.clone() } else { format!("{PREFIX}{end}") };
        with_request(&Ask { action: invoke, resource, ..ask }, |request| {
            let whole = policy.decide_anonymous(request);
            prop_assert_eq!(narrowed.decide(request.resource, request.context), whole);
            if !narrowed.asks_for_resource() {
                prop_assert_eq!(narrowed.decide("", request.context), whole);
            }
            Ok(())
        })?;
    }

    #[test]
    fn statement_order_is_irrelevant(policy in policy(), ask in ask()) {
        let mut turned = policy.clone();
        turned["Statement"].as_array_mut().unwrap().reverse();
        prop_assert_eq!(engine(&policy, &ask), engine(&turned, &ask));
    }

    #[test]
    fn another_deny_never_allows(policy in policy(), deny in statement(), ask in ask()) {
        let mut more = policy.clone();
        let mut deny = deny;
        deny["Effect"] = json!("Deny");
        more["Statement"].as_array_mut().unwrap().push(deny);
        let (before, after) = (engine(&policy, &ask), engine(&more, &ask));
        prop_assert!(after == before || after == Decision::ExplicitDeny, "{before:?} became {after:?}");
    }

    #[test]
    fn a_not_element_is_the_complement(
        actions in one_or_list(&ACTIONS), resources in one_or_list(&RESOURCES), ask in ask(), on_action in any::<bool>(),
    ) {
        let says = |name: &str| {
            let mut statement = json!({"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"});
            let (element, value) = if on_action { ("Action", &actions) } else { ("Resource", &resources) };
            statement.as_object_mut().unwrap().remove(element);
            statement[format!("{name}{element}")] = value.clone();
            engine(&json!({"Version": "2012-10-17", "Statement": statement}), &ask)
        };
        prop_assert_ne!(says(""), says("Not"));
    }

    #[test]
    fn if_exists_is_the_plain_operator_where_the_key_is_present(
        (name, values) in comparison(), key in select(&KEYS[..]), ask in ask(),
        prefix in select(&["", "ForAllValues:", "ForAnyValue:"][..]),
    ) {
        if name == "Null" {
            return Ok(());
        }
        let says = |suffix: &str| {
            let condition = json!({format!("{prefix}{name}{suffix}"): {key.0: values.clone()}});
            let statement =
                json!({"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*", "Condition": condition});
            engine(&json!({"Version": "2012-10-17", "Statement": statement}), &ask)
        };
        let present = ask.context.get(&key.0.to_lowercase()).is_some_and(|value| *value != json!([]));
        match present {
            true => prop_assert_eq!(says(""), says("IfExists")),
            false => prop_assert_eq!(says("IfExists"), Decision::Allow),
        }
    }

    #[test]
    fn a_typed_value_is_as_good_as_its_text(policy in policy(), ask in ask()) {
        let context: BTreeMap<String, &str> =
            ask.context.iter().filter_map(|(key, value)| Some((key.clone(), value.as_str()?))).collect();
        let text = Ask { context: context.iter().map(|(key, text)| (key.clone(), json!(text))).collect(), ..ask.clone() };
        let text = Ask {
            context: text.context.into_iter().filter(|(key, _)| ContextKey::from_name(key).is_some()).collect(),
            ..text
        };
        let policy = compile(&policy);
        let wanted = with_request(&text, |request| policy.decide(request));
        let typed = typed(&context);
        let got = with_request(&text, |request| policy.decide(&Request { context: &typed, ..*request }));
        prop_assert_eq!(got, wanted);
    }

    #[test]
    fn any_request_is_decided_without_panic(
        policy in policy(), text in prop_oneof!["\\PC{0,40}", "[-+]?[0-9.:eTZ/-]{0,40}"], resource in "[arn:*/\\PC]{0,60}",
    ) {
        let policy = compile(&policy);
        let caller = json!({"kind": "anonymous"});
        let context = KEYS.iter().map(|(key, _)| (key.to_lowercase(), json!(text))).collect();
        let ask = Ask { action: text, resource, caller, context };
        with_request(&ask, |request| {
            prop_assert_eq!(decision_of(&policy.explain(request)), policy.decide(request));
            Ok(())
        })?;
    }

    #[test]
    fn any_text_is_read_without_panic(text in "\\PC{0,200}", policy in policy(), cut in any::<prop::sample::Index>(), byte in "[\\[\\]{}\",:0-9a-z${}\\\\ ]") {
        let _ = PolicyDocument::parse(&text, PolicyKind::Resource);
        let mut bent = policy.to_string();
        let at = cut.index(bent.len());
        if bent.is_char_boundary(at) {
            bent.insert_str(at, &byte);
        }
        for kind in [PolicyKind::Resource, PolicyKind::Endpoint, PolicyKind::Identity] {
            if let Ok(document) = PolicyDocument::parse(&bent, kind) {
                let request = Request {
                    action: "execute-api:Invoke", resource: ASKED[0], principal: Principal::Anonymous,
                    context: &Context::new(),
                };
                let policy = CompiledPolicy::compile(&document);
                prop_assert_eq!(decision_of(&policy.explain(&request)), policy.decide(&request));
            }
        }
    }
}
