//! The `apigateway` service's errors: one constructor for each name its clients branch on.
//!
//! Clients match on message text too (Terraform retries on some of them), so texts known from AWS are kept byte for
//! byte where they are used; texts for what this gateway does not serve say so and name the field. Names and statuses
//! are those of the service's model.

use sekisho_wire::AwsError;

/// `BadRequestException`, 400.
pub(crate) fn bad_request(message: impl Into<String>) -> AwsError {
    AwsError::new("BadRequestException", message)
}

/// `NotFoundException`, 404.
pub(crate) fn not_found(message: impl Into<String>) -> AwsError {
    AwsError::new("NotFoundException", message).with_status(404)
}

/// `ConflictException`, 409.
pub(crate) fn conflict(message: impl Into<String>) -> AwsError {
    AwsError::new("ConflictException", message).with_status(409)
}

/// `LimitExceededException`, 429: a quota of the model, not of the moment.
pub(crate) fn limit_exceeded(message: impl Into<String>) -> AwsError {
    AwsError::new("LimitExceededException", message).with_status(429)
}

/// What AWS serves and this gateway does not: refused, never accepted and ignored.
pub(crate) fn unsupported(what: impl std::fmt::Display) -> AwsError {
    bad_request(format!("{what} is not supported by this gateway"))
}

/// A value outside a closed set; `at` is the model's path to the member, `set` in AWS's order.
pub(crate) fn not_in_enum(value: &str, at: &str, set: &str) -> AwsError {
    constraint(&format!("'{value}'"), at, &format!("Member must satisfy enum value set: [{set}]"))
}

/// A value that does not match the model's pattern.
pub(crate) fn not_matching(value: &str, at: &str, pattern: &str) -> AwsError {
    constraint(
        &format!("'{value}'"),
        at,
        &format!("Member must satisfy regular expression pattern: {pattern}"),
    )
}

/// A required member, or the complaint that it is missing.
pub(crate) fn required<'a>(value: &'a Option<String>, at: &str) -> Result<&'a str, AwsError> {
    value.as_deref().ok_or_else(|| constraint("null", at, "Member must not be null"))
}

fn constraint(value: &str, at: &str, rule: &str) -> AwsError {
    AwsError::new(
        "ValidationException",
        format!("1 validation error detected: Value {value} at '{at}' failed to satisfy constraint: {rule}"),
    )
}

/// The frame in which AWS puts a complaint about a mapping.
pub(crate) fn validation_result(prefix: &str, complaint: &str) -> AwsError {
    bad_request(format!("{prefix}Validation Result: warnings : [], errors : [{complaint}]"))
}
