//! The case tables: one policy and one request, the whole flow, and the shorthand.
//!
//! Reads the tables of the repository, and every `.json` file of the directory that `SEKISHO_CASES` names. Cases that
//! nobody is sure of are shown where we differ, and never fail.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a runner stops on a broken table and shows what it read"
)]

use std::path::{Path, PathBuf};

use sekisho_policy::{
    ApiArnScope, CompiledPolicy, Decision, FlowDecision, InvokePolicies, MethodAuth, PolicyDocument,
    PolicyError, PolicyKind, Request, decision_of, evaluate_invoke, expand_resource, expand_shorthand,
};
use serde_json::{Value as Json, json};

mod support;
use support::{OwnedContext, principal};

/// The tables of one format, from the repository and from `SEKISHO_CASES`.
fn tables(format: &str) -> Vec<(PathBuf, Json)> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata/cases");
    let extra = std::env::var_os("SEKISHO_CASES").map(PathBuf::from);
    let mut found = Vec::new();
    for directory in [Some(own), extra].into_iter().flatten() {
        let entries = std::fs::read_dir(&directory).unwrap_or_else(|error| panic!("{directory:?}: {error}"));
        let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        for path in paths.into_iter().filter(|path| path.extension().is_some_and(|ext| ext == "json")) {
            let text = std::fs::read_to_string(&path).unwrap();
            match serde_json::from_str::<Json>(&text) {
                Ok(table) if table["format"] == format => found.push((path, table)),
                Ok(table) => println!("{}: another format, {}", path.display(), table["format"]),
                Err(error) => println!("{}: not read, {error}", path.display()),
            }
        }
    }
    assert!(!found.is_empty(), "no table of format {format}");
    found
}

fn str_of<'j>(json: &'j Json, name: &str) -> &'j str {
    json[name].as_str().unwrap_or_else(|| panic!("`{name}` is no text in {json}"))
}

fn compile(json: &Json, kind: PolicyKind) -> Result<CompiledPolicy, PolicyError> {
    let text = json.as_str().map_or_else(|| json.to_string(), str::to_owned);
    PolicyDocument::parse(&text, kind).map(|document| CompiledPolicy::compile(&document))
}

/// Runs every case, prints what was read, and fails with the list of sure cases that differ.
fn run(format: &str, list: &str, outcome: impl Fn(&Json) -> String) {
    let mut wrong = Vec::new();
    for (path, table) in tables(format) {
        let cases = table[list].as_array().unwrap_or_else(|| panic!("{path:?} has no `{list}`"));
        let mut unsure = 0;
        for case in cases {
            let got = outcome(case);
            let wanted = str_of(case, "expect");
            let sure = case["sure"] != "unsure";
            unsure += usize::from(!sure);
            if got != wanted {
                let name = case["id"].as_str().or(case["input"].as_str()).unwrap_or("?");
                let line =
                    format!("{name}: wanted {wanted}, got {got} ({})", case["why"].as_str().unwrap_or("-"));
                if sure { wrong.push(line) } else { println!("unsure, differs: {line}") }
            }
        }
        println!("{}: {} {list} read, {unsure} of them unsure", path.display(), cases.len());
    }
    assert!(wrong.is_empty(), "{} sure cases differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn one_policy() {
    run("sekisho-policy-cases/1", "cases", |case| {
        let source = case.get("policyText").unwrap_or(&case["policy"]);
        let policy = match compile(source, PolicyKind::Resource) {
            Ok(policy) => policy,
            Err(_) => return "Malformed".to_owned(),
        };
        let request = &case["request"];
        OwnedContext::new(&request["context"]).with(|context| {
            let request = Request {
                action: str_of(request, "action"),
                resource: str_of(request, "resource"),
                principal: principal(&request["principal"]),
                context,
            };
            let decision = policy.decide(&request);
            assert_eq!(decision_of(&policy.explain(&request)), decision, "{case}");
            match decision {
                Decision::Allow => "Allow",
                Decision::ExplicitDeny => "ExplicitDeny",
                Decision::Silent => "ImplicitDeny",
            }
            .to_owned()
        })
    });
}

#[test]
fn whole_flow() {
    run("sekisho-policy-flow-cases/1", "cases", |case| {
        let optional = |name: &str, kind| match &case[name] {
            Json::Null => None,
            json => Some(compile(json, kind).unwrap()),
        };
        let endpoint = optional("endpointPolicy", PolicyKind::Endpoint);
        let resource = optional("resourcePolicy", PolicyKind::Resource);
        let authorizer = optional("authorizerPolicy", PolicyKind::Identity);
        let identity: Vec<_> =
            case["identityPolicies"].as_array().map(Vec::as_slice).unwrap_or_default().to_vec();
        let identity: Vec<_> =
            identity.iter().map(|json| compile(json, PolicyKind::Identity).unwrap()).collect();
        let identity: Vec<_> = identity.iter().collect();
        let auth = match str_of(case, "auth") {
            "NONE" => MethodAuth::None,
            "AWS_IAM" => MethodAuth::AwsIam,
            "CUSTOM" => MethodAuth::Custom,
            "COGNITO_USER_POOLS" => MethodAuth::CognitoUserPools,
            other => panic!("unknown authorization {other}"),
        };
        let request = &case["request"];
        let policies = InvokePolicies {
            endpoint: endpoint.as_ref(),
            domain: None,
            resource: resource.as_ref(),
            identity: &identity,
            authorizer: authorizer.as_ref(),
            auth,
            owner_account: str_of(request, "owner"),
        };
        OwnedContext::new(&request["context"]).with(|context| {
            let request = Request {
                action: str_of(request, "action"),
                resource: str_of(request, "resource"),
                principal: principal(&request["principal"]),
                context,
            };
            match evaluate_invoke(&policies, &request) {
                FlowDecision::Allow => "Allow",
                FlowDecision::Deny(reason) if reason.explicit => "ExplicitDeny",
                FlowDecision::Deny(_) => "ImplicitDeny",
            }
            .to_owned()
        })
    });
}

#[test]
fn shorthand() {
    run("sekisho-policy-flow-cases/1", "shorthand", |case| {
        let scope = ApiArnScope {
            partition: str_of(case, "partition"),
            region: str_of(case, "region"),
            account_id: str_of(case, "account"),
            api_id: str_of(case, "apiId"),
        };
        let input = str_of(case, "input");
        let policy = json!({"Statement": [{"NotResource": [input, "*"], "Resource": input}, {"Sid": input}]});
        let expanded: Json =
            serde_json::from_str(&expand_shorthand(&policy.to_string(), &scope).unwrap()).unwrap();
        let single = expand_resource(input, &scope).into_owned();
        let wanted =
            json!({"Statement": [{"NotResource": [single, "*"], "Resource": single}, {"Sid": input}]});
        assert_eq!(expanded, wanted);
        single
    });
}
