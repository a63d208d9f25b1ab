//! Client tokens: the same token with the same parameters gives the same answer, with others it is refused.

use std::fmt::Write as _;

use sekisho_wire::{AwsError, shape::Shaped};
use sha2::{Digest, Sha256};

use super::error::invalid_value;

/// A client token, if it is short enough (64 characters).
pub(super) fn check_token(token: Option<&str>) -> Result<(), AwsError> {
    match token {
        Some(token) if token.chars().count() > 64 => {
            Err(invalid_value(token, "clientToken", "It may have 64 characters at most."))
        }
        _ => Ok(()),
    }
}

/// A digest of what a request asks for, its token and `DryRun` aside.
pub(super) fn digest<T: Shaped>(input: &T) -> String {
    let asked: Vec<_> = T::SHAPE
        .members
        .iter()
        .zip(input.to_members())
        .filter(|(member, value)| value.is_some() && !matches!(member.name, "ClientToken" | "DryRun"))
        .map(|(member, value)| (member.name, value))
        .collect();
    hex(&format!("{asked:?}"))
}

/// The SHA-256 of a text in hexadecimal.
pub(super) fn hex(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::new(), |mut digits, byte| {
        // Writing to a string cannot fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

/// The token was used for another request.
pub(super) fn mismatch() -> AwsError {
    AwsError::ec2(
        "IdempotentParameterMismatch",
        "The client token you have provided has already been used with different parameters.",
    )
}
