//! Signature Version 4: verifying requests in the header and in the presigned form, and signing our own.
//!
//! The canonical request is built from the *raw* target: the path is normalised and encoded once more (every service
//! but S3), the query decoded, encoded and sorted. Body hashes are computed here and never taken from a header. Checks
//! run in AWS's order (form, date, signed headers, algorithm, credential, scope, key, signature), because clients and
//! people read the first message. Signatures are compared in constant time. The caller looks up keys and may keep
//! derived ones: a derivation costs four HMACs, a verification then one more and the hashes.
mod authorization;
mod canonical;
mod error;
mod sign;

use crate::http::HttpRequest;
use crate::shape::Timestamp;
use authorization::{Authorization, Form};
use canonical::{Canonical, PlusMeans};
use hmac::{Hmac, Mac as _};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

pub use error::SigV4Error;
pub use sign::{Credentials, Signing, sign, sign_query};

/// The only algorithm.
pub(crate) const ALGORITHM: &str = "AWS4-HMAC-SHA256";
/// The query parameters of a presigned URL, which are no operation's.
pub(crate) const PRESIGNING: [&str; 7] = [
    "X-Amz-Algorithm",
    "X-Amz-Credential",
    "X-Amz-Signature",
    "X-Amz-SignedHeaders",
    "X-Amz-Date",
    "X-Amz-Expires",
    "X-Amz-Security-Token",
];
/// The end of every scope.
pub(crate) const TERMINATOR: &str = "aws4_request";
/// A presigned URL's longest life, in seconds.
const LONGEST_EXPIRY: i64 = 604_800;

/// Who signed, for what: the parts of a credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope<'a> {
    /// The access key's id.
    pub access_key: &'a str,
    /// The day, `YYYYMMDD`.
    pub date: &'a str,
    /// The region.
    pub region: &'a str,
    /// The service's signing name.
    pub service: &'a str,
}

/// A signing key: derived from a secret for one day, region and service.
#[derive(Clone, PartialEq, Eq)]
pub struct SigningKey([u8; 32]);

impl std::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SigningKey(…)")
    }
}

/// What the caller knows of an access key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Secret {
    /// The key derived for the scope asked about.
    pub key: SigningKey,
    /// The session token that must come with it; `None` for a long-lived key, which must come without.
    pub session_token: Option<String>,
    /// When the session ends.
    pub expires: Option<Timestamp>,
}

/// What a request must be signed for.
#[derive(Clone, Copy, Debug)]
pub struct Expected<'a> {
    /// The region.
    pub region: &'a str,
    /// The services that may stand in the scope.
    pub services: &'a [&'a str],
    /// The time now.
    pub now: Timestamp,
    /// How far the request's date may be off, in milliseconds.
    pub skew: i64,
    /// Whether dots and double slashes of the path are resolved: everywhere but in S3.
    pub normalize_path: bool,
}

/// Five minutes, the data plane's skew.
pub const SKEW_DATA_PLANE: i64 = 5 * 60_000;
/// Fifteen minutes, the control plane's skew.
pub const SKEW_CONTROL_PLANE: i64 = 15 * 60_000;

/// A verified signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// The access key's id.
    pub access_key: String,
    /// The region of the scope.
    pub region: String,
    /// The service of the scope.
    pub service: String,
    /// The session token, where one came.
    pub session_token: Option<String>,
    /// Whether the signature came in the query string.
    pub presigned: bool,
    /// The date signed.
    pub signed_at: Timestamp,
}

/// Derives the signing key of a secret for a day (`YYYYMMDD`), region and service.
pub fn derive_signing_key(secret: &str, date: &str, region: &str, service: &str) -> SigningKey {
    let first = hmac(format!("AWS4{secret}").as_bytes(), date.as_bytes());
    let of_region = hmac(&first, region.as_bytes());
    let of_service = hmac(&of_region, service.as_bytes());
    SigningKey(hmac(&of_service, TERMINATOR.as_bytes()))
}

pub(crate) fn hmac(key: &[u8], message: &[u8]) -> [u8; 32] {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else {
        // HMAC takes keys of any length; a zero signature would match nothing that hex can spell by chance.
        return [0; 32];
    };
    mac.update(message);
    mac.finalize().into_bytes().into()
}

pub(crate) fn hex(bytes: &[u8; 32]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut out = String::with_capacity(64);
    for byte in bytes {
        out.push(char::from(DIGITS[usize::from(byte >> 4)]));
        out.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    out
}

pub(crate) fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// The service in a request's credential, whether or not the signature holds; `None` if it shows none.
pub fn scope_service(request: &HttpRequest<'_>) -> Option<String> {
    let credential = match request.header("authorization") {
        Some(header) => {
            let at = header.find("Credential=")? + "Credential=".len();
            header.get(at..)?.split([',', ' ']).next()?.to_owned()
        }
        None => request.query_parameter("X-Amz-Credential")?,
    };
    credential.rsplit('/').nth(1).map(str::to_owned)
}

/// Whether a request carries any signature to be checked.
pub fn is_signed(request: &HttpRequest<'_>) -> bool {
    Form::of(request).is_some()
}

/// Verifies a request's signature; `lookup` gives what is known of the access key, with the key for that scope.
pub fn verify(
    request: &HttpRequest<'_>,
    lookup: impl FnOnce(&Scope<'_>) -> Option<Secret>,
    expected: &Expected<'_>,
) -> Result<Verified, SigV4Error> {
    let form = Form::of(request).ok_or(SigV4Error::Missing)?;
    let authorization = Authorization::read(request, form)?;
    let signed_at = authorization.moment()?;
    hold_time(&authorization, signed_at, expected)?;
    authorization.hold_signed_headers(request)?;
    authorization.hold_algorithm()?;
    let scope = authorization.scope()?;
    hold_scope(&scope, &authorization, expected)?;
    let secret = lookup(&scope.0).ok_or(SigV4Error::UnknownKey)?;
    hold_session(&authorization, &secret, expected)?;
    hold_signature(request, &authorization, &scope.0, &secret, expected)?;
    Ok(Verified {
        access_key: scope.0.access_key.to_owned(),
        region: scope.0.region.to_owned(),
        service: scope.0.service.to_owned(),
        session_token: authorization.token.clone(),
        presigned: form == Form::Query,
        signed_at: Timestamp(signed_at),
    })
}

fn hold_time(
    authorization: &Authorization,
    signed_at: i64,
    expected: &Expected<'_>,
) -> Result<(), SigV4Error> {
    let (now, skew) = (expected.now.0, expected.skew);
    let life = match authorization.form {
        Form::Header => skew,
        Form::Query => authorization.expiry()?.saturating_mul(1000),
    };
    let (signed, minutes) = (&authorization.date, skew / 60_000);
    if signed_at > now.saturating_add(skew) {
        return Err(SigV4Error::NotYet {
            signed: signed.clone(),
            limit: crate::time::basic(now.saturating_add(skew)),
            now: crate::time::basic(now),
            minutes,
        });
    }
    if signed_at.saturating_add(life) >= now {
        return Ok(());
    }
    Err(match authorization.form {
        Form::Header => SigV4Error::Expired {
            signed: signed.clone(),
            limit: crate::time::basic(now.saturating_sub(skew)),
            now: crate::time::basic(now),
            minutes,
        },
        Form::Query => SigV4Error::ExpiredUrl {
            end: crate::time::basic(signed_at.saturating_add(life)),
            now: crate::time::basic(now),
        },
    })
}

fn hold_scope(
    (scope, terminator): &(Scope<'_>, &str),
    authorization: &Authorization,
    expected: &Expected<'_>,
) -> Result<(), SigV4Error> {
    let mut sentences = Vec::new();
    if scope.region != expected.region {
        sentences.push(format!("Credential should be scoped to a valid region, not '{}'. ", scope.region));
    }
    if !expected.services.contains(&scope.service) {
        let service = expected.services.first().copied().unwrap_or_default();
        sentences.push(format!("Credential should be scoped to correct service: '{service}'. "));
    }
    if *terminator != TERMINATOR {
        let text = format!(
            "Credential should be scoped with a valid terminator: '{TERMINATOR}', not '{terminator}'. "
        );
        sentences.push(text);
    }
    let day = authorization.date.get(..8).unwrap_or_default();
    if scope.date != day {
        sentences.push(format!(
            "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: \
             '{}' != '{day}', from '{}'. ",
            scope.date, authorization.date
        ));
    }
    if sentences.is_empty() {
        Ok(())
    } else {
        Err(SigV4Error::Scope(sentences.concat().trim_end().to_owned()))
    }
}

fn hold_session(
    authorization: &Authorization,
    secret: &Secret,
    expected: &Expected<'_>,
) -> Result<(), SigV4Error> {
    let same = match (&authorization.token, &secret.session_token) {
        (None, None) => true,
        (Some(given), Some(known)) => given.as_bytes().ct_eq(known.as_bytes()).into(),
        _ => false,
    };
    if !same {
        return Err(SigV4Error::UnknownKey);
    }
    match secret.expires {
        Some(end) if end <= expected.now => Err(SigV4Error::ExpiredToken),
        _ => Ok(()),
    }
}

/// Compares signatures. Clients differ in two ways that cannot be seen beforehand: whether a presigned URL's token was
/// added before or after signing, and whether a raw `+` was signed as a blank or as itself.
fn hold_signature(
    request: &HttpRequest<'_>,
    authorization: &Authorization,
    scope: &Scope<'_>,
    secret: &Secret,
    expected: &Expected<'_>,
) -> Result<(), SigV4Error> {
    let body = hex(&sha256(request.body));
    let attempt = |plus: PlusMeans, with_token: bool| {
        let canonical =
            Canonical { request, authorization, normalize_path: expected.normalize_path, plus, with_token };
        let text = canonical.text(&body)?;
        let to_sign = string_to_sign(&authorization.date, scope, &text);
        let signature = hex(&hmac(&secret.key.0, to_sign.as_bytes()));
        let same: bool = signature.as_bytes().ct_eq(authorization.signature.as_bytes()).into();
        Some((same, text, to_sign))
    };
    let pluses: &[PlusMeans] = if request.query().contains('+') {
        &[PlusMeans::Blank, PlusMeans::Plus]
    } else {
        &[PlusMeans::Blank]
    };
    let tokens: &[bool] = if authorization.token_in_query { &[true, false] } else { &[true] };
    let mut first = None;
    for plus in pluses {
        for with_token in tokens {
            match attempt(*plus, *with_token) {
                Some((true, ..)) => return Ok(()),
                Some((false, canonical, string_to_sign)) => {
                    first.get_or_insert((canonical, string_to_sign));
                }
                None => {}
            }
        }
    }
    let (canonical, string_to_sign) = first.unwrap_or_default();
    Err(SigV4Error::Mismatch { canonical, string_to_sign })
}

/// The text that is signed.
pub(crate) fn string_to_sign(date: &str, scope: &Scope<'_>, canonical: &str) -> String {
    let hash = hex(&sha256(canonical.as_bytes()));
    [
        ALGORITHM,
        "\n",
        date,
        "\n",
        scope.date,
        "/",
        scope.region,
        "/",
        scope.service,
        "/",
        TERMINATOR,
        "\n",
        &hash,
    ]
    .concat()
}
