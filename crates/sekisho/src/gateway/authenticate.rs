//! Who signed a request: [`sekisho_wire::sigv4`] held against the world's access keys.

use http::request::Parts;
use sekisho_core::{Timestamp, World, id::AccessKeyId};
use sekisho_execute::{Authentication, Caller};
use sekisho_wire::{
    HttpRequest,
    sigv4::{Expected, SKEW_DATA_PLANE, Scope, Secret, SigV4Error, derive_signing_key, verify},
};

/// What became of the signature of a request that looks signed.
pub(super) fn authenticate(world: &World, parts: &Parts, body: &[u8], now: Timestamp) -> Authentication {
    match caller(world, parts, body, now) {
        Ok(caller) => Authentication::Signed(caller),
        Err(error) => Authentication::Refused { error_type: error.code(), message: error.message() },
    }
}

fn caller(world: &World, parts: &Parts, body: &[u8], now: Timestamp) -> Result<Caller, SigV4Error> {
    let mut headers: Vec<(&str, &[u8])> =
        parts.headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())).collect();
    if let Some(authority) = parts.uri.authority()
        && !parts.headers.contains_key(http::header::HOST)
    {
        headers.push(("host", authority.as_str().as_bytes()));
    }
    let request = HttpRequest {
        method: parts.method.as_str(),
        target: parts.uri.path_and_query().map_or("/", |target| target.as_str()),
        headers: &headers,
        body,
    };
    let expected = Expected {
        region: world.region(),
        services: &["execute-api"],
        now: sekisho_wire::Timestamp(now.0),
        skew: SKEW_DATA_PLANE,
        normalize_path: true,
    };
    let lookup = |scope: &Scope<'_>| {
        let key = world.access_keys.get(scope.access_key)?;
        let key = derive_signing_key(&key.secret, scope.date, scope.region, scope.service);
        Some(Secret { key, session_token: None, expires: None })
    };
    let verified = verify(&request, lookup, &expected)?;
    let key = world
        .access_keys
        .get(&AccessKeyId::from(verified.access_key.as_str()))
        .ok_or(SigV4Error::UnknownKey)?;
    Ok(Caller {
        principal_arn: key.principal_arn.clone(),
        role_arn: None,
        account_id: world.account_id().to_owned(),
        user_id: key.user_id.clone(),
        access_key_id: verified.access_key,
    })
}
