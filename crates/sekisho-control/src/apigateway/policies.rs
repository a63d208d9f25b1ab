//! Resource policies as they are saved and shown.
//!
//! On save the short form `execute-api:/…` is written out as full ARNs and the text is checked against the policy
//! grammar; what is stored is what deployments compile. On the way out AWS escapes the text once more than JSON
//! needs, and clients undo that, so the same is done here. Source: API Gateway's guide, "API Gateway resource
//! policies".

use sekisho_core::limits::RESOURCE_POLICY_CHARACTERS_MAX;
use sekisho_policy::{ApiArnScope, PolicyDocument, PolicyKind, expand_shorthand};
use sekisho_wire::AwsError;

use super::errors::bad_request;
use crate::Call;

/// A policy text as it is stored; an empty one is no policy.
pub(crate) fn accept(call: &Call<'_>, api_id: &str, text: &str) -> Result<Option<String>, AwsError> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let scope = ApiArnScope {
        partition: call.world.partition(),
        region: call.world.region(),
        account_id: &call.caller.account_id,
        api_id,
    };
    let expanded = expand_shorthand(text, &scope).map_err(|error| bad_request(error.aws_message()))?;
    let document = PolicyDocument::parse(&expanded, PolicyKind::Resource)
        .map_err(|error| bad_request(error.aws_message()))?;
    if document.unusable_principals().next().is_some() {
        return Err(bad_request(
            "Invalid policy document. Please check the policy syntax and ensure that Principals are valid.",
        ));
    }
    if expanded.chars().count() > RESOURCE_POLICY_CHARACTERS_MAX {
        return Err(bad_request(format!(
            "The resource policy has more than {RESOURCE_POLICY_CHARACTERS_MAX} characters"
        )));
    }
    Ok(Some(expanded))
}

/// The policy as answers carry it: the inside of a JSON string, without the quotes around it.
pub(crate) fn escaped(policy: &str) -> String {
    let mut out = String::with_capacity(policy.len() + policy.len() / 8);
    for character in policy.chars() {
        if matches!(character, '"' | '\\') {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn an_escaped_policy_reads_back_as_a_json_string() {
        let policy = r#"{"a":"b\"c\\"}"#;
        let back: String = serde_json::from_str(&format!("\"{}\"", escaped(policy))).unwrap();
        assert_eq!(back, policy);
    }
}
