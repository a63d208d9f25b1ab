//! Amazon resource names: six components, the account as API Gateway shows it, and the `execute-api:/…` shorthand.
//!
//! The first five colons separate; later ones belong to the sixth component. Source: the IAM guide, "Identify AWS
//! resources with Amazon Resource Names", and the API Gateway guide on resource policies.

use std::borrow::Cow;

/// Where an API lives, as its ARN says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ApiArnScope<'a> {
    /// Such as `aws`.
    pub partition: &'a str,
    /// Such as `eu-west-1`.
    pub region: &'a str,
    /// Twelve digits.
    pub account_id: &'a str,
    /// The API's identifier.
    pub api_id: &'a str,
}

/// The six components of an ARN; `None` where there are fewer, or the first is not `arn`.
pub(crate) fn components(text: &str) -> Option<[&str; 6]> {
    let mut parts = text.splitn(6, ':');
    let mut next = || parts.next();
    let all = [next()?, next()?, next()?, next()?, next()?, next()?];
    (all.first() == Some(&"arn")).then_some(all)
}

/// Whether the text is an account identifier: twelve digits.
pub(crate) fn is_account_id(text: &str) -> bool {
    text.len() == 12 && text.bytes().all(|b| b.is_ascii_digit())
}

/// The ARN with all but the last four digits of its account starred, as API Gateway shows it to a refused caller.
/// What is not an ARN with a twelve-digit account is returned as it is.
#[must_use]
pub fn mask_arn(arn: &str) -> Cow<'_, str> {
    match components(arn) {
        Some([_, partition, service, region, account, resource]) if is_account_id(account) => {
            let shown = account.get(8..).unwrap_or_default();
            Cow::Owned(format!("arn:{partition}:{service}:{region}:********{shown}:{resource}"))
        }
        _ => Cow::Borrowed(arn),
    }
}

/// The ARN that `execute-api:/…` stands for; anything else is returned as it is.
#[must_use]
pub fn expand_resource<'t>(resource: &'t str, scope: &ApiArnScope<'_>) -> Cow<'t, str> {
    match resource.strip_prefix("execute-api:/") {
        Some(rest) => {
            let ApiArnScope { partition, region, account_id, api_id } = scope;
            Cow::Owned(format!("arn:{partition}:execute-api:{region}:{account_id}:{api_id}/{rest}"))
        }
        None => Cow::Borrowed(resource),
    }
}
