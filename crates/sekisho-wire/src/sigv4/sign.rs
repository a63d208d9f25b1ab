//! Signing our own requests: the command line's, the tests', and integrations that call AWS-shaped services.
use super::authorization::{Authorization, Form};
use super::canonical::{Canonical, PlusMeans};
use super::{ALGORITHM, Scope, TERMINATOR, derive_signing_key, hex, hmac, sha256, string_to_sign};
use crate::http::{HttpRequest, percent_encode};
use crate::shape::Timestamp;

/// An access key.
#[derive(Clone, Copy)]
pub struct Credentials<'a> {
    /// Its id.
    pub access_key: &'a str,
    /// Its secret.
    pub secret: &'a str,
    /// The session token that belongs to it.
    pub session_token: Option<&'a str>,
}

impl std::fmt::Debug for Credentials<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Credentials({})", self.access_key)
    }
}

/// What to sign for.
#[derive(Clone, Copy, Debug)]
pub struct Signing<'a> {
    /// The access key.
    pub credentials: Credentials<'a>,
    /// The region.
    pub region: &'a str,
    /// The service's signing name.
    pub service: &'a str,
    /// The time to sign with.
    pub now: Timestamp,
}

/// The headers to add to a request so that it is signed: all its present headers are signed, `host` must be among them.
pub fn sign(request: &HttpRequest<'_>, signing: &Signing<'_>) -> Vec<(String, String)> {
    let date = crate::time::basic(signing.now.0);
    let mut added = vec![("x-amz-date".to_owned(), date.clone())];
    if let Some(token) = signing.credentials.session_token {
        added.push(("x-amz-security-token".to_owned(), token.to_owned()));
    }
    let mut headers = request.headers.to_vec();
    headers.extend(added.iter().map(|(name, value)| (name.as_str(), value.as_bytes())));
    let signed = HttpRequest { headers: &headers, ..*request };
    let parts = parts(&signed, signing, Form::Header, &date);
    let signature = signature(&signed, &parts, signing);
    let authorization = format!(
        "{ALGORITHM} Credential={}, SignedHeaders={}, Signature={signature}",
        parts.credential, parts.signed_headers
    );
    added.push(("authorization".to_owned(), authorization));
    added
}

/// The target of a request with its signature in the query string, good for that many seconds.
pub fn sign_query(request: &HttpRequest<'_>, signing: &Signing<'_>, expires: u32) -> String {
    let date = crate::time::basic(signing.now.0);
    let parts = parts(request, signing, Form::Query, &date);
    let expires = expires.to_string();
    let mut query = vec![
        ("X-Amz-Algorithm", ALGORITHM),
        ("X-Amz-Credential", &parts.credential),
        ("X-Amz-Date", &date),
        ("X-Amz-Expires", &expires),
        ("X-Amz-SignedHeaders", &parts.signed_headers),
    ];
    query.extend(signing.credentials.session_token.map(|token| ("X-Amz-Security-Token", token)));
    let mut target = request.target.to_owned();
    let add = |key: &str, value: &str, target: &mut String| {
        target.push(if target.contains('?') { '&' } else { '?' });
        target.push_str(key);
        target.push('=');
        percent_encode(value, target);
    };
    for (key, value) in query {
        add(key, value, &mut target);
    }
    let signature = signature(&HttpRequest { target: &target, ..*request }, &parts, signing);
    add("X-Amz-Signature", &signature, &mut target);
    target
}

fn parts(request: &HttpRequest<'_>, signing: &Signing<'_>, form: Form, date: &str) -> Authorization {
    let mut names: Vec<String> = request.headers.iter().map(|(name, _)| name.to_ascii_lowercase()).collect();
    names.sort();
    names.dedup();
    let day = date.get(..8).unwrap_or_default();
    let Signing { credentials, region, service, .. } = signing;
    let credential = format!("{}/{day}/{region}/{service}/{TERMINATOR}", credentials.access_key);
    Authorization::to_sign(form, credential, names.join(";"), date.to_owned())
}

fn signature(request: &HttpRequest<'_>, parts: &Authorization, signing: &Signing<'_>) -> String {
    let canonical = Canonical {
        request,
        authorization: parts,
        normalize_path: true,
        plus: PlusMeans::Blank,
        with_token: true,
    };
    let day = parts.date.get(..8).unwrap_or_default();
    let Signing { credentials, region, service, .. } = *signing;
    // Every name was taken from the headers, so each is there.
    let text = canonical.text(&hex(&sha256(request.body))).unwrap_or_default();
    let scope = Scope { access_key: credentials.access_key, date: day, region, service };
    let key = derive_signing_key(credentials.secret, day, region, service);
    hex(&hmac(&key.0, string_to_sign(&parts.date, &scope, &text).as_bytes()))
}
