//! The errors that more than one resource answers with, each text in one place.

use sekisho_wire::AwsError;

/// `MissingParameter`, naming the parameter.
pub(super) fn missing(parameter: &str) -> AwsError {
    AwsError::ec2("MissingParameter", format!("The request must contain the parameter {parameter}"))
}

/// `InvalidParameterValue` in the service's usual words, with a reason that may be empty.
pub(super) fn invalid_value(value: &str, parameter: &str, reason: &str) -> AwsError {
    let space = if reason.is_empty() { "" } else { " " };
    AwsError::ec2(
        "InvalidParameterValue",
        format!("Value ({value}) for parameter {parameter} is invalid.{space}{reason}"),
    )
}

/// `InvalidParameterValue` with a text of its own.
pub(super) fn bad_value(message: impl Into<String>) -> AwsError {
    AwsError::ec2("InvalidParameterValue", message)
}

/// `InvalidParameter`, the endpoint operations' word.
pub(super) fn bad_parameter(message: impl Into<String>) -> AwsError {
    AwsError::ec2("InvalidParameter", message)
}

/// `InvalidParameterCombination`.
pub(super) fn combination(message: impl Into<String>) -> AwsError {
    AwsError::ec2("InvalidParameterCombination", message)
}

/// `UnsupportedOperation`: AWS has it, this gateway does not.
pub(super) fn unsupported(message: impl Into<String>) -> AwsError {
    AwsError::ec2("UnsupportedOperation", message)
}

/// `DependencyViolation` on deleting a thing that others stand on.
pub(super) fn has_dependencies(noun: &str, id: impl std::fmt::Display) -> AwsError {
    AwsError::ec2("DependencyViolation", format!("The {noun} '{id}' has dependencies and cannot be deleted."))
}
