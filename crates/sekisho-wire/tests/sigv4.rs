//! SigV4: AWS's own signing suite (it ships in the crate `aws-sigv4`), mutations of it, and the order of the checks.
#![expect(clippy::unwrap_used, reason = "a test's helpers fail by panicking")]

use sekisho_wire::sigv4::{
    Credentials, Expected, SKEW_DATA_PLANE, Scope, Secret, SigV4Error, Signing, derive_signing_key, sign,
    sign_query, verify,
};
use sekisho_wire::{HttpRequest, Protocol, Timestamp};
use std::path::PathBuf;
use std::process::Command;

const SECRET: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
/// 2015-08-30T12:36:00Z.
const NOW: Timestamp = Timestamp(1_440_938_160_000);

/// What a tool prints.
fn printed(tool: &str, arguments: &[&str]) -> String {
    let output = Command::new(tool).args(arguments).output().unwrap();
    assert!(output.status.success(), "{tool}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Where cargo unpacked the suite. Only the host's packages are asked for, so that cargo fetches no others.
fn suite() -> PathBuf {
    let version = printed("rustc", &["-vV"]);
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let arguments =
        ["metadata", "--format-version", "1", "--filter-platform", host, "--manifest-path", manifest];
    let metadata: serde_json::Value = serde_json::from_str(&printed(env!("CARGO"), &arguments)).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let package = packages.iter().find(|package| package["name"] == "aws-sigv4").unwrap();
    PathBuf::from(package["manifest_path"].as_str().unwrap())
        .parent()
        .unwrap()
        .join("aws-signing-test-suite/v4")
}

/// A request as text in the suite.
#[derive(Clone, Debug)]
struct Parsed {
    method: String,
    target: String,
    headers: Vec<(String, String)>,
    body: String,
}

impl Parsed {
    fn read(text: &str) -> Self {
        let (head, body) = text.split_once("\n\n").unwrap_or((text, ""));
        let mut lines = head.lines();
        let first = lines.next().unwrap();
        let (method, rest) = first.split_once(' ').unwrap();
        let target = rest.rsplit_once(' ').unwrap().0;
        let mut headers: Vec<(String, String)> = Vec::new();
        for line in lines {
            match line.split_once(':') {
                Some((name, value)) if !line.starts_with(' ') => {
                    headers.push((name.to_owned(), value.to_owned()))
                }
                // A folded line belongs to the header before it.
                _ => headers.last_mut().unwrap().1.push_str(line),
            }
        }
        let body = body.trim_end_matches('\n').to_owned();
        Self { method: method.to_owned(), target: target.to_owned(), headers, body }
    }

    fn verify(&self, case: &Case) -> Result<(), SigV4Error> {
        let headers: Vec<(&str, &[u8])> =
            self.headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())).collect();
        let request = HttpRequest {
            method: &self.method,
            target: &self.target,
            headers: &headers,
            body: self.body.as_bytes(),
        };
        let expected = Expected { normalize_path: case.normalize, ..expected() };
        verify(&request, |scope| secret(scope, case.token.as_deref()), &expected).map(|_| ())
    }
}

struct Case {
    normalize: bool,
    token: Option<String>,
}

fn expected() -> Expected<'static> {
    Expected {
        region: "us-east-1",
        services: &["service"],
        now: NOW,
        skew: SKEW_DATA_PLANE,
        normalize_path: true,
    }
}

fn secret(scope: &Scope<'_>, token: Option<&str>) -> Option<Secret> {
    (scope.access_key == "AKIDEXAMPLE").then(|| Secret {
        key: derive_signing_key(SECRET, scope.date, scope.region, scope.service),
        session_token: token.map(str::to_owned),
        expires: None,
    })
}

fn every_case(mut check: impl FnMut(&str, &Case, Parsed)) -> usize {
    let mut count = 0;
    for entry in std::fs::read_dir(suite()).unwrap() {
        let folder = entry.unwrap().path();
        // Two of the folders have no context of their own: they use other credentials, kept in the signer's code.
        let Ok(context) = std::fs::read_to_string(folder.join("context.json")) else { continue };
        let context: serde_json::Value = serde_json::from_str(&context).unwrap();
        let case = Case {
            normalize: context["normalize"].as_bool().unwrap(),
            token: context["credentials"]["token"].as_str().map(str::to_owned),
        };
        for form in ["header", "query"] {
            let path = folder.join(format!("{form}-signed-request.txt"));
            let text = std::fs::read_to_string(&path).unwrap();
            count += 1;
            check(&path.display().to_string(), &case, Parsed::read(&text));
        }
    }
    count
}

#[test]
fn the_suite_verifies() {
    let mut wrong = Vec::new();
    let count = every_case(|name, case, parsed| {
        if let Err(error) = parsed.verify(case) {
            wrong.push(format!("{name}: {error}"));
        }
    });
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 76, "{count} cases");
}

/// Every single change to what was signed is refused.
#[test]
fn mutations_are_refused() {
    let mut mutated = 0;
    let mut accepted = Vec::new();
    every_case(|name, case, parsed| {
        let mut mutants: Vec<(&str, Parsed)> = Vec::new();
        mutants.push(("method", Parsed { method: format!("{}X", parsed.method), ..parsed.clone() }));
        mutants.push(("path", Parsed { target: format!("/x{}", parsed.target), ..parsed.clone() }));
        mutants.push(("body", Parsed { body: format!("{}x", parsed.body), ..parsed.clone() }));
        let mark = if parsed.target.contains('?') { '&' } else { '?' };
        mutants.push(("query", Parsed { target: format!("{}{mark}x=y", parsed.target), ..parsed.clone() }));
        for at in 0..parsed.headers.len() {
            // A token or a length outside the signed headers may change the answer, not the signature.
            let signed = parsed.clone();
            let name = signed.headers[at].0.to_lowercase();
            let listed =
                parsed.headers.iter().any(|(key, value)| key == "Authorization" && value.contains(&name))
                    || parsed.target.contains(&format!("%3B{name}"))
                    || name == "host";
            if listed || name == "authorization" || name == "x-amz-security-token" {
                let mut changed = signed.clone();
                changed.headers[at].1.push('0');
                mutants.push(("header value", changed));
                let mut gone = signed.clone();
                gone.headers.remove(at);
                mutants.push(("header gone", gone));
            }
            if listed {
                let mut twice = signed;
                twice.headers.push((name, "again".to_owned()));
                mutants.push(("header twice", twice));
            }
        }
        for piece in
            ["X-Amz-Date=2015", "X-Amz-Expires=3", "X-Amz-Signature=", "us-east-1", "X-Amz-Security-Token=A"]
        {
            if let Some((before, after)) = parsed.target.split_once(piece) {
                let target = format!("{before}{piece}0{after}");
                mutants.push((piece, Parsed { target, ..parsed.clone() }));
            }
        }
        for (kind, mutant) in mutants {
            mutated += 1;
            if mutant.verify(case).is_ok() {
                accepted.push(format!("{kind} of {name}: {} {:?}", mutant.target, mutant.headers));
            }
        }
    });
    assert!(accepted.is_empty(), "{} of {mutated} accepted:\n{}", accepted.len(), accepted.join("\n"));
    assert!(mutated > 400, "{mutated}");
}

const DATE: &str = "20150830T123600Z";
const CREDENTIAL: &str = "Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request";

fn refused(headers: &[(&str, &str)], target: &str) -> SigV4Error {
    let headers: Vec<(&str, &[u8])> = headers.iter().map(|(name, value)| (*name, value.as_bytes())).collect();
    let request = HttpRequest { method: "GET", target, headers: &headers, body: b"" };
    verify(&request, |scope| secret(scope, None), &expected()).unwrap_err()
}

fn refused_header(authorization: &str, date: &str) -> (&'static str, String) {
    let error = refused(&[("host", "h"), ("x-amz-date", date), ("authorization", authorization)], "/");
    (error.code(), error.message())
}

#[test]
#[expect(clippy::too_many_lines, reason = "one row for each check")]
fn checks_run_in_order() {
    let error = refused(&[("host", "h")], "/");
    assert_eq!(
        (error.code(), error.message().as_str()),
        ("MissingAuthenticationTokenException", "Missing Authentication Token")
    );
    for (authorization, date, code, message) in [
        (
            "Bearer x",
            DATE,
            "IncompleteSignatureException",
            "Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): '",
        ),
        ("AWS4-HMAC-SHA256", DATE, "IncompleteSignatureException", "Invalid key=value pair"),
        (
            "AWS4-HMAC-SHA256 a=b",
            DATE,
            "IncompleteSignatureException",
            "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter. Authorization=AWS4-HMAC-SHA256",
        ),
        (
            "Basic a=b",
            "yesterday",
            "IncompleteSignatureException",
            "Authorization header requires 'Credential' parameter.",
        ),
        (
            "X Credential=a, SignedHeaders=b, Signature=c",
            "yesterday",
            "IncompleteSignatureException",
            "Date must be in ISO-8601 'basic format'. Got 'yesterday'. See http://en.wikipedia.org/wiki/ISO_8601",
        ),
        (
            "X Credential=a, SignedHeaders=b, Signature=c",
            "20150830T123059Z",
            "InvalidSignatureException",
            "Signature expired: 20150830T123059Z is now earlier than 20150830T123100Z (20150830T123600Z - 5 min.)",
        ),
        (
            "X Credential=a, SignedHeaders=b, Signature=c",
            "20150830T124101Z",
            "InvalidSignatureException",
            "Signature not yet current: 20150830T124101Z is still later than 20150830T124100Z (20150830T123600Z + 5 min.)",
        ),
        (
            "X Credential=a, SignedHeaders=b, Signature=c",
            DATE,
            "InvalidSignatureException",
            "'Host' must be a 'SignedHeader' in the AWS Authorization.",
        ),
        (
            "X Credential=a, SignedHeaders=host, Signature=c",
            DATE,
            "InvalidSignatureException",
            "'X-Amz-Date' must be a 'SignedHeader' in the AWS Authorization.",
        ),
        (
            "X Credential=a, SignedHeaders=host;x-amz-date, Signature=c",
            DATE,
            "IncompleteSignatureException",
            "Unsupported AWS 'algorithm': 'X' (only AWS4-HMAC-SHA256 for now). ",
        ),
        (
            "AWS4-HMAC-SHA256 Credential=a, SignedHeaders=host;x-amz-date, Signature=c",
            DATE,
            "IncompleteSignatureException",
            "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'a'",
        ),
        (
            "AWS4-HMAC-SHA256 Credential=a/20150831/r/s/t, SignedHeaders=host;x-amz-date, Signature=c",
            DATE,
            "InvalidSignatureException",
            "Credential should be scoped to a valid region, not 'r'. Credential should be scoped to correct service: 'service'. Credential should be scoped with a valid terminator: 'aws4_request', not 't'. Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20150831' != '20150830', from '20150830T123600Z'.",
        ),
        (
            "AWS4-HMAC-SHA256 Credential=a/20150830/us-east-1/service/aws4_request,SignedHeaders=host;x-amz-date,Signature=c",
            DATE,
            "UnrecognizedClientException",
            "The security token included in the request is invalid.",
        ),
        (
            &format!("AWS4-HMAC-SHA256 {CREDENTIAL}, SignedHeaders=host;x-amz-date, Signature=c"),
            DATE,
            "InvalidSignatureException",
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.\n\nThe Canonical String for this request should have been\n'GET\n/\n\nhost:h\nx-amz-date:20150830T123600Z\n\nhost;x-amz-date\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'\n\nThe String-to-Sign should have been\n'AWS4-HMAC-SHA256\n20150830T123600Z\n20150830/us-east-1/service/aws4_request\n",
        ),
    ] {
        let (found, text) = refused_header(authorization, date);
        assert_eq!(found, code, "{authorization}");
        assert!(text.starts_with(message), "{authorization}:\n{text}\n{message}");
    }
}

#[test]
fn presigned_urls_need_every_part_and_a_life() {
    let error = refused(&[("host", "h")], "/?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=x");
    assert_eq!(
        error.message(),
        "AWS query-string parameters must include 'X-Amz-Credential'. AWS query-string parameters must include \
         'X-Amz-Signature'. AWS query-string parameters must include 'X-Amz-SignedHeaders'. AWS query-string parameters \
         must include 'X-Amz-Expires'. Re-examine the query-string parameters."
    );
    for expires in ["0", "604801", "-1", "x", "", "+5"] {
        let target = format!(
            "/?X-Amz-Algorithm=A&X-Amz-Credential=c&X-Amz-Signature=s&X-Amz-SignedHeaders=host&X-Amz-Date={DATE}\
             &X-Amz-Expires={expires}"
        );
        let message = refused(&[("host", "h")], &target).message();
        assert!(
            message.starts_with("X-Amz-Expires must be between 1 and 604800 seconds."),
            "{expires}: {message}"
        );
    }
}

fn signing(token: Option<&'static str>) -> Signing<'static> {
    let credentials = Credentials { access_key: "AKIDEXAMPLE", secret: SECRET, session_token: token };
    Signing { credentials, region: "us-east-1", service: "service", now: NOW }
}

#[test]
fn what_we_sign_we_verify() {
    for token in [None, Some("token+/=")] {
        let headers: &[(&str, &[u8])] = &[("Host", b"h:4566"), ("x-two", b" a   b ")];
        let request =
            HttpRequest { method: "POST", target: "/a%20b//c/../d?z=1&a=%2F+x&a=", headers, body: b"body" };
        let added = sign(&request, &signing(token));
        let mut all = headers.to_vec();
        all.extend(added.iter().map(|(name, value)| (name.as_str(), value.as_bytes())));
        let signed = HttpRequest { headers: &all, ..request };
        let verified = verify(&signed, |scope| secret(scope, token), &expected()).unwrap();
        assert_eq!((verified.access_key.as_str(), verified.presigned), ("AKIDEXAMPLE", false));
        let target = sign_query(&request, &signing(token), 60);
        let presigned = HttpRequest { target: &target, ..request };
        assert!(verify(&presigned, |scope| secret(scope, token), &expected()).unwrap().presigned);
        let later = Expected { now: Timestamp(NOW.0 + 60_001), ..expected() };
        let error = verify(&presigned, |scope| secret(scope, token), &later).unwrap_err();
        assert_eq!(
            error.message(),
            "Signature expired: 20150830T123700Z is now earlier than 20150830T123700Z"
        );
        let other = verify(&signed, |scope| secret(scope, Some("other")), &expected());
        assert_eq!(other, Err(SigV4Error::UnknownKey));
    }
}

proptest::proptest! {
    #[test]
    fn any_request_signed_is_verified_and_changed_is_refused(
        path in "(/[a-zA-Z0-9%._~関 -]{0,8}){1,4}",
        query in "([a-z%+=关.-]{1,6}(=[ -%\'-~é]{0,6})?&?){0,4}",
        value in "[ -~\\t]{0,12}",
        body: Vec<u8>,
        flip in 0usize..64,
    ) {
        let target = if query.is_empty() { path } else { format!("{path}?{query}") };
        let headers: &[(&str, &[u8])] = &[("host", b"h"), ("x-any", value.as_bytes())];
        let request = HttpRequest { method: "PUT", target: &target, headers, body: &body };
        let added = sign(&request, &signing(None));
        let check = |headers: &[(&str, &[u8])], body: &[u8]| {
            let request = HttpRequest { headers, body, ..request };
            verify(&request, |scope| secret(scope, None), &expected())
        };
        let mut all = headers.to_vec();
        all.extend(added.iter().map(|(name, value)| (name.as_str(), value.as_bytes())));
        proptest::prop_assert!(check(&all, &body).is_ok());
        let longer = [body.as_slice(), b"x"].concat();
        proptest::prop_assert!(check(&all, &longer).is_err());
        let mut forged = added.last().unwrap().1.clone().into_bytes();
        let at = forged.len() - 1 - flip;
        forged[at] = if forged[at] == b'0' { b'1' } else { b'0' };
        all.last_mut().unwrap().1 = &forged;
        proptest::prop_assert!(check(&all, &body).is_err());
    }
}

#[test]
fn sessions_end() {
    let headers: &[(&str, &[u8])] = &[("host", b"h")];
    let request = HttpRequest { method: "GET", target: "/", headers, body: b"" };
    let target = sign_query(&request, &signing(Some("t")), 60);
    let presigned = HttpRequest { target: &target, ..request };
    let ended =
        |scope: &Scope<'_>| secret(scope, Some("t")).map(|known| Secret { expires: Some(NOW), ..known });
    assert_eq!(verify(&presigned, ended, &expected()), Err(SigV4Error::ExpiredToken));
}

#[test]
fn each_protocol_has_its_words() {
    for (error, protocol, code, status) in [
        (SigV4Error::Missing, Protocol::RestJson1, "MissingAuthenticationTokenException", 403),
        (SigV4Error::Missing, Protocol::AwsJson11, "MissingAuthenticationTokenException", 400),
        (SigV4Error::Missing, Protocol::Ec2Query, "MissingAuthenticationToken", 403),
        (SigV4Error::UnknownKey, Protocol::RestJson1, "UnrecognizedClientException", 403),
        (SigV4Error::UnknownKey, Protocol::RpcV2Cbor, "UnrecognizedClientException", 400),
        (SigV4Error::UnknownKey, Protocol::AwsQuery, "InvalidClientTokenId", 403),
        (SigV4Error::UnknownKey, Protocol::Ec2Query, "AuthFailure", 401),
        (SigV4Error::Incomplete("x".into()), Protocol::AwsQuery, "IncompleteSignature", 400),
        (SigV4Error::ExpiredToken, Protocol::AwsQuery, "ExpiredToken", 403),
    ] {
        let answer = error.to_error(protocol);
        assert_eq!((answer.code.as_ref(), answer.status), (code, status), "{error:?} {protocol:?}");
    }
}
