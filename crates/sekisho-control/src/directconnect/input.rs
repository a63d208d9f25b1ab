//! Checks that several operations share: required members, names, fresh identifiers.

use sekisho_core::Mint;
use sekisho_wire::AwsError;

use super::error::{client, not_served};

/// Longest name of a connection or virtual interface, characters (API reference, `NewPrivateVirtualInterface`).
const NAME_CHARACTERS_MAX: usize = 100;

/// A member that must be there and not empty.
pub(super) fn required<'i>(member: Option<&'i String>, name: &str) -> Result<&'i str, AwsError> {
    match member {
        Some(text) if !text.is_empty() => Ok(text),
        _ => Err(client(format!("{name} is required"))),
    }
}

/// A structure that must be there.
pub(super) fn required_structure<T>(member: Option<T>, name: &str) -> Result<T, AwsError> {
    member.ok_or_else(|| client(format!("{name} is required")))
}

/// Refuses a member that is not served, whatever its value.
pub(super) fn refuse_present<T>(member: Option<&T>, name: &str) -> Result<(), AwsError> {
    if member.is_some() { Err(not_served(&format!("{name} is"))) } else { Ok(()) }
}

/// Refuses a switch that asks for something not served; `false` asks for what is there anyway.
pub(super) fn refuse_true(member: Option<bool>, name: &str) -> Result<(), AwsError> {
    if member == Some(true) { Err(not_served(&format!("{name}=true is"))) } else { Ok(()) }
}

/// A customer's name for something: 1 to 100 characters, none of them control characters.
///
/// The API reference lists only lower-case letters, digits and hyphens; AWS takes more, so does this.
pub(super) fn name<'i>(member: Option<&'i String>, what: &str) -> Result<&'i str, AwsError> {
    let text = required(member, what)?;
    if text.chars().count() > NAME_CHARACTERS_MAX {
        return Err(client(format!("{what} must have at most {NAME_CHARACTERS_MAX} characters")));
    }
    if text.chars().any(char::is_control) {
        return Err(client(format!("{what} must not contain control characters")));
    }
    Ok(text)
}

/// A fresh identifier, for example `dxcon-fg31dyv6`: `f` and seven letters or digits, not `taken`.
pub(super) fn fresh_id(mint: &mut Mint, prefix: &str, taken: impl Fn(&str) -> bool) -> String {
    loop {
        let id = format!("{prefix}-f{}", mint.alphanumeric(7));
        if !taken(&id) {
            return id;
        }
    }
}
