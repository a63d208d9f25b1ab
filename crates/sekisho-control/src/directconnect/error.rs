//! The service's errors.
//!
//! There are no codes per resource: a client sees `DirectConnectClientException` and reads the text. The texts that
//! Terraform's provider and others look for are made here and nowhere else; the rest are our own words, since AWS's are
//! not published (API reference, "Common errors" of each operation).

use sekisho_wire::AwsError;

/// A fault of the caller.
pub(super) fn client(message: impl Into<String>) -> AwsError {
    AwsError::new("DirectConnectClientException", message)
}

/// No such connection. Terraform looks for `Could not find Connection with ID`.
pub(super) fn no_connection(id: &str) -> AwsError {
    client(format!("Could not find Connection with ID {}", shown(id)))
}

/// No such virtual interface. Terraform looks for `does not exist`.
pub(super) fn no_virtual_interface(id: &str) -> AwsError {
    client(format!("Virtual Interface with ID {} does not exist", shown(id)))
}

/// Terraform looks for this text when it deletes peers.
pub(super) fn last_peer() -> AwsError {
    client("The last BGP Peer on a Virtual Interface cannot be deleted")
}

/// A member or a value that this implementation does not serve.
pub(super) fn not_served(what: &str) -> AwsError {
    client(format!("{what} not served by this implementation"))
}

/// The same key twice in one list of tags.
pub(super) fn duplicate_tag_keys() -> AwsError {
    AwsError::new("DuplicateTagKeysException", "A tag key was specified more than once.")
}

/// More than fifty tags.
pub(super) fn too_many_tags() -> AwsError {
    AwsError::new(
        "TooManyTagsException",
        "You have reached the limit on the number of tags that can be assigned.",
    )
}

/// A caller's text for a message: whole if short, else its beginning.
pub(super) fn shown(text: &str) -> String {
    const SHOWN_MAX: usize = 64;
    if text.chars().count() <= SHOWN_MAX {
        return text.to_owned();
    }
    text.chars().take(SHOWN_MAX).chain("...".chars()).collect()
}
