//! Errors as AWS's clients expect them: a code they branch on, a message people read, a status.
//!
//! One type serves every protocol; the encoder puts the code where the protocol keeps it (`<Code>`, `__type`,
//! `x-amzn-ErrorType`). Clients branch on the code, some on the message text, so both are exact.
use crate::shape::Service;
use std::borrow::Cow;

/// An error answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwsError {
    /// The error's name (`InvalidVpcID.NotFound`, `BadRequestException`).
    pub code: Cow<'static, str>,
    /// The text.
    pub message: String,
    /// The HTTP status.
    pub status: u16,
    /// How JSON bodies spell the text's key.
    pub message_key: MessageKey,
    /// Further headers (`Retry-After`).
    pub headers: Vec<(Cow<'static, str>, String)>,
    /// Further members of a JSON or CBOR body.
    pub members: Vec<(Cow<'static, str>, String)>,
}

/// How a JSON error body spells its text's key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MessageKey {
    /// `message`, nearly everywhere.
    #[default]
    Lower,
    /// `Message`, for `AccessDeniedException`.
    Upper,
}

impl MessageKey {
    /// The key.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Lower => "message",
            Self::Upper => "Message",
        }
    }
}

impl AwsError {
    /// A client error with status 400.
    pub fn new(code: impl Into<Cow<'static, str>>, message: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            message: message.into(),
            status: 400,
            message_key: MessageKey::Lower,
            headers: Vec::new(),
            members: Vec::new(),
        }
    }

    /// An EC2 error; the status follows from the code (400 for nearly everything, every `…NotFound` included).
    pub fn ec2(code: impl Into<Cow<'static, str>>, message: impl Into<String>) -> Self {
        let error = Self::new(code, message);
        let status = match error.code.as_ref() {
            "AuthFailure" => 401,
            "UnauthorizedOperation" | "Blocked" => 403,
            "DryRunOperation" => 412,
            "InternalError" | "InternalFailure" => 500,
            "RequestLimitExceeded" | "Unavailable" | "ServiceUnavailable" => 503,
            _ => 400,
        };
        error.with_status(status)
    }

    /// An error with the status the service's model gives it; 400 if it is not modelled.
    pub fn modelled(
        service: &Service,
        code: impl Into<Cow<'static, str>>,
        message: impl Into<String>,
    ) -> Self {
        let error = Self::new(code, message);
        let status =
            service.errors.iter().find(|(name, _)| *name == error.code).map_or(400, |(_, status)| *status);
        error.with_status(status)
    }

    /// The same error with another status.
    #[must_use]
    pub fn with_status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    /// The same error with its text under `Message`.
    #[must_use]
    pub fn with_upper_message(mut self) -> Self {
        self.message_key = MessageKey::Upper;
        self
    }

    /// The same error with one more header.
    #[must_use]
    pub fn with_header(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }
}

impl std::fmt::Display for AwsError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}

impl std::error::Error for AwsError {}

#[cfg(test)]
mod tests {
    use super::AwsError;
    use crate::apigateway;

    #[test]
    fn statuses_follow_from_codes() {
        for (code, status) in [
            ("InvalidVpcID.NotFound", 400),
            ("AuthFailure", 401),
            ("UnauthorizedOperation", 403),
            ("DryRunOperation", 412),
            ("RequestLimitExceeded", 503),
        ] {
            assert_eq!(AwsError::ec2(code, "").status, status, "{code}");
        }
        for (code, status) in [
            ("NotFoundException", 404),
            ("ConflictException", 409),
            ("TooManyRequestsException", 429),
            ("ValidationException", 400),
        ] {
            assert_eq!(AwsError::modelled(&apigateway::SERVICE, code, "").status, status, "{code}");
        }
    }
}
