//! STS: who am I.

use sekisho_wire::sts::{GetCallerIdentityOutput, Request, Response};

use crate::{Call, Outcome, Reply};

/// Runs one STS operation.
///
/// # Errors
/// None so far; the signature is that of every service.
pub fn dispatch(call: &mut Call<'_>, request: Request) -> Outcome<Response> {
    match request {
        Request::GetCallerIdentity(_) => {
            Ok(Reply::read(Response::GetCallerIdentity(GetCallerIdentityOutput {
                account: Some(call.caller.account_id.clone()),
                arn: Some(call.caller.arn.clone()),
                user_id: Some(call.caller.user_id.clone()),
            })))
        }
    }
}
