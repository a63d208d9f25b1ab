//! The account's settings of the service: fixed, since nothing here throttles or logs by account yet.

use sekisho_wire::apigateway as wire;

use crate::{Call, Outcome, Reply};

/// What AWS shows of a fresh account.
pub(super) fn get_account(_: &Call<'_>, _: &wire::GetAccountInput) -> Outcome<wire::Account> {
    Ok(Reply::read(wire::Account {
        cloudwatch_role_arn: None,
        throttle_settings: Some(wire::ThrottleSettings {
            burst_limit: Some(5000),
            rate_limit: Some(10_000.0),
        }),
        features: Some(vec!["UsagePlans".to_owned()]),
        api_key_version: Some("4".to_owned()),
    }))
}
