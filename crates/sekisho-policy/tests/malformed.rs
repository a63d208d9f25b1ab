//! What is no policy is refused, with its place and a reason; what AWS would say is the same for all.

use sekisho_policy::{PolicyDocument, PolicyKind, Reason, limits};

fn refusal(text: &str, kind: PolicyKind) -> sekisho_policy::PolicyError {
    PolicyDocument::parse(text, kind).expect_err(text)
}

/// A resource policy around one statement.
fn around(statement: &str) -> String {
    format!(r#"{{"Version":"2012-10-17","Statement":[{statement}]}}"#)
}

#[test]
fn texts_that_are_no_json() {
    for (text, line, column) in [
        ("", 1, 1),
        ("   ", 1, 4),
        ("{", 1, 2),
        ("[", 1, 2),
        ("nul", 1, 1),
        ("{\"Statement\":[],}", 1, 17),
        ("{\"Version\":'2012-10-17'}", 1, 12),
        ("{\n \"Version\" \"2012-10-17\"}", 2, 12),
        ("{} {}", 1, 4),
        ("{\"a\":1,\"a\":2}", 1, 8),
        ("{\"a\":01}", 1, 7),
        ("{\"a\":-}", 1, 7),
        ("{\"a\":1.}", 1, 8),
        ("{\"a\":\"\\x\"}", 1, 9),
        ("{\"a\":\"\\ud800\"}", 1, 13),
        ("{\"a\":\"\\u12\"}", 1, 9),
        ("{\"a\":\"\n\"}", 1, 7),
        ("{\"a\":\"é", 1, 8),
        ("\u{feff}{}", 1, 1),
        ("{a:1}", 1, 2),
        ("{\"a\":NaN}", 1, 6),
        ("{\"a\":1 /* */}", 1, 8),
    ] {
        let error = refusal(text, PolicyKind::Resource);
        assert_eq!((error.line, error.column), (line, column), "{text:?}: {error}");
        assert!(matches!(error.reason, Reason::Json(_) | Reason::Duplicate(_)), "{text:?}: {error}");
    }
}

#[test]
fn documents_outside_the_grammar() {
    const GOOD: &str = r#""Effect":"Allow","Principal":"*","Action":"*","Resource":"*""#;
    for statement in [
        "null",
        "[]",
        "\"x\"",
        "{}",
        r#"{"Effect":"Allow","Principal":"*","Action":"*"}"#,
        r#"{"Effect":"Allow","Principal":"*","Resource":"*"}"#,
        r#"{"Effect":"Allow","Action":"*","Resource":"*"}"#,
        r#"{"Effect":["Allow"],"Principal":"*","Action":"*","Resource":"*"}"#,
        r#"{"Effect":"Allow","Principal":"*","Action":[],"Resource":"*"}"#,
        r#"{"Effect":"Allow","Principal":"*","Action":["*",1],"Resource":"*"}"#,
        r#"{"Effect":"Allow","Principal":"*","Action":":x","Resource":"*"}"#,
        r#"{"Effect":"Allow","Principal":"*","Action":"x:","Resource":"*"}"#,
        r#"{"Effect":"Allow","Principal":"*","Action":"*","NotAction":"*","Resource":"*"}"#,
        r#"{"Effect":"Allow","Principal":"*","Action":"*","Resource":"execute-api:/*"}"#,
        r#"{"Effect":"Allow","Principal":"*","Action":"*","Resource":"arn:aws:s3"}"#,
        r#"{"Effect":"Allow","Principal":"*","Action":"*","Resource":"ARN:aws:s3:::x"}"#,
        r#"{"Effect":"Allow","Principal":"*","Action":"*","Resource":"arn:aws:s3:::${x"}"#,
        r#"{"Effect":"Allow","Principal":"*","Action":"*","Resource":"arn:aws:s3:::${}"}"#,
        r#"{"Effect":"Allow","Principal":"x","Action":"*","Resource":"*"}"#,
        r#"{"Effect":"Allow","Principal":{},"Action":"*","Resource":"*"}"#,
        r#"{"Effect":"Allow","Principal":{"AWS":[]},"Action":"*","Resource":"*"}"#,
        r#"{"Effect":"Allow","Principal":{"AWS":"12345678901"},"Action":"*","Resource":"*"}"#,
        r#"{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::1:root"},"Action":"*","Resource":"*"}"#,
        r#"{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:group/g"},"Action":"*","Resource":"*"}"#,
        r#"{"Effect":"Allow","Principal":{"AWS":"AIDAEXAMPLE"},"Action":"*","Resource":"*"}"#,
        r#"{"Effect":"Allow","Principal":{"aws":"*"},"Action":"*","Resource":"*"}"#,
        &format!("{{{GOOD},\"Sid\":1}}"),
        &format!("{{{GOOD},\"Sid\":\"a\"}},{{{GOOD},\"Sid\":\"a\"}}"),
        &format!("{{{GOOD},\"Condition\":[]}}"),
        &format!("{{{GOOD},\"Condition\":{{\"StringEquals\":{{}}}}}}"),
        &format!("{{{GOOD},\"Condition\":{{\"StringEquals\":{{\"k\":[]}}}}}}"),
        &format!("{{{GOOD},\"Condition\":{{\"StringEquals\":{{\"k\":null}}}}}}"),
        &format!("{{{GOOD},\"Condition\":{{\"StringEquals\":{{\"k\":[[\"a\"]]}}}}}}"),
        &format!("{{{GOOD},\"Condition\":{{\"StringEquals\":{{\"\":\"a\"}}}}}}"),
        &format!("{{{GOOD},\"Condition\":{{\"StringEquals\":{{\"k\":\"${{\"}}}}}}"),
        &format!("{{{GOOD},\"Condition\":{{\"NullIfExists\":{{\"k\":\"true\"}}}}}}"),
        &format!("{{{GOOD},\"Condition\":{{\"Bool\":{{\"k\":\"yes\"}}}}}}"),
        &format!("{{{GOOD},\"Condition\":{{\"DateEquals\":{{\"k\":\"tomorrow\"}}}}}}"),
        &format!("{{{GOOD},\"Condition\":{{\"BinaryEquals\":{{\"k\":\"*\"}}}}}}"),
        &format!("{{{GOOD},\"Condition\":{{\"IpAddress\":{{\"k\":\"10.0.0.0/8/8\"}}}}}}"),
    ] {
        let error = refusal(&around(statement), PolicyKind::Resource);
        assert!(!matches!(error.reason, Reason::Json(_)), "{statement}: {error}");
    }
    for text in [
        "[]",
        "\"\"",
        "{}",
        r#"{"Version":2012,"Statement":[]}"#,
        r#"{"Version":"2012-10-18","Statement":[]}"#,
        r#"{"Statement":[]}"#,
        r#"{"Id":1,"Statement":[]}"#,
        r#"{"statement":[]}"#,
    ] {
        refusal(text, PolicyKind::Resource);
    }
    assert!(PolicyDocument::parse(&around(&format!("{{{GOOD}}}")), PolicyKind::Resource).is_ok());
}

#[test]
fn the_kind_decides_on_the_principal() {
    let with = around(r#"{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}"#);
    let without = around(r#"{"Effect":"Allow","Action":"*","Resource":"*"}"#);
    for (text, kind, fine) in [
        (&with, PolicyKind::Resource, true),
        (&with, PolicyKind::Endpoint, true),
        (&with, PolicyKind::Identity, false),
        (&without, PolicyKind::Resource, false),
        (&without, PolicyKind::Endpoint, false),
        (&without, PolicyKind::Identity, true),
    ] {
        assert_eq!(PolicyDocument::parse(text, kind).is_ok(), fine, "{kind:?} {text}");
    }
}

#[test]
fn lengths_at_the_limit_and_one_beyond() {
    for (kind, limit) in [
        (PolicyKind::Resource, limits::RESOURCE_POLICY_CHARS_MAX),
        (PolicyKind::Endpoint, limits::ENDPOINT_POLICY_CHARS_MAX),
        (PolicyKind::Identity, limits::IDENTITY_POLICY_CHARS_MAX),
    ] {
        let principal = if kind == PolicyKind::Identity { "" } else { r#""Principal":"*","# };
        let of_length = |length: usize| {
            let frame = |id: &str| {
                format!(
                    r#"{{"Id":"{id}","Statement":{{"Effect":"Allow",{principal}"Action":"*","Resource":"*"}}}}"#
                )
            };
            frame(&"é".repeat(length - frame("").chars().count()))
        };
        assert!(PolicyDocument::parse(&of_length(limit), kind).is_ok(), "{kind:?}");
        let error = refusal(&of_length(limit + 1), kind);
        assert_eq!(error.reason, Reason::TooLong { length: limit + 1, limit });
    }
    let blank =
        format!(r#"{{"Statement":{}{{"Effect":"Allow","Action":"*","Resource":"*"}}}}"#, " ".repeat(50_000));
    assert!(PolicyDocument::parse(&blank, PolicyKind::Identity).is_ok(), "white space is not counted");
    let blank = " ".repeat(limits::POLICY_BYTES_MAX + 1);
    assert!(matches!(refusal(&blank, PolicyKind::Identity).reason, Reason::TooLong { .. }));
}

#[test]
fn depth_at_the_limit_and_one_beyond() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let error = refusal(&nested(limits::JSON_DEPTH_MAX + 1), PolicyKind::Resource);
    assert_eq!(error.reason, Reason::TooDeep { limit: limits::JSON_DEPTH_MAX });
    let error = refusal(&nested(limits::JSON_DEPTH_MAX), PolicyKind::Resource);
    assert!(matches!(error.reason, Reason::WrongType { .. }), "{error}");
    assert!(matches!(refusal(&nested(4_000), PolicyKind::Resource).reason, Reason::TooDeep { .. }));
}

#[test]
fn the_sentences_on_the_wire() {
    let text = "{\n  \"Statement\": x}";
    let message = |kind| refusal(text, kind).aws_message();
    assert_eq!(
        message(PolicyKind::Resource),
        "Invalid policy document. Please check the policy syntax and ensure that Principals are valid."
    );
    assert_eq!(
        message(PolicyKind::Endpoint),
        "The Policy Document is not valid. Syntax error at position (2,16)"
    );
    assert_eq!(
        refusal(text, PolicyKind::Resource).to_string(),
        "line 2, column 16: not JSON: a value was expected"
    );
}

#[test]
fn principals_that_match_nobody_are_told() {
    let text = around(
        r#"{"Effect":"Deny","Principal":{"AWS":["arn:aws:iam::123456789012:user/*","123456789012"]},
            "Action":"*","Resource":"*"}"#,
    );
    let document = PolicyDocument::parse(&text, PolicyKind::Resource).unwrap();
    assert_eq!(document.unusable_principals().collect::<Vec<_>>(), ["arn:aws:iam::123456789012:user/*"]);
}
