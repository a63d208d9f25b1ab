//! Why a signature was refused, and how each protocol says so.
//!
//! The data plane and REST answer 403 with the name in `x-amzn-ErrorType`, the RPC protocols 400 with `__type`, plain
//! Query 403, and EC2 has names of its own (`AuthFailure` with 401).
use crate::error::AwsError;
use crate::services::Protocol;

/// A refused signature, in the order of the checks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SigV4Error {
    /// There is no signature.
    Missing,
    /// A part is missing or malformed; the text says which.
    Incomplete(String),
    /// The date is too old.
    Expired {
        /// The date signed, as sent.
        signed: String,
        /// The oldest date that would do.
        limit: String,
        /// The time now.
        now: String,
        /// The skew allowed, in minutes.
        minutes: i64,
    },
    /// A presigned URL's life is over.
    ExpiredUrl {
        /// Its end.
        end: String,
        /// The time now.
        now: String,
    },
    /// The date is in the future.
    NotYet {
        /// The date signed, as sent.
        signed: String,
        /// The latest date that would do.
        limit: String,
        /// The time now.
        now: String,
        /// The skew allowed, in minutes.
        minutes: i64,
    },
    /// A header that must be signed is not.
    Unsigned(&'static str),
    /// The scope is for something else; the text says what.
    Scope(String),
    /// The access key is not known, or its session token is not the one given.
    UnknownKey,
    /// The session has ended.
    ExpiredToken,
    /// The signature is another than the one computed.
    Mismatch {
        /// The canonical request computed; empty if a signed header was not there.
        canonical: String,
        /// The string to sign computed.
        string_to_sign: String,
    },
}

impl SigV4Error {
    /// The error's name in JSON protocols and on the data plane.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Missing => "MissingAuthenticationTokenException",
            Self::Incomplete(_) => "IncompleteSignatureException",
            Self::UnknownKey => "UnrecognizedClientException",
            Self::ExpiredToken => "ExpiredTokenException",
            Self::Expired { .. }
            | Self::ExpiredUrl { .. }
            | Self::NotYet { .. }
            | Self::Unsigned(_)
            | Self::Scope(_)
            | Self::Mismatch { .. } => "InvalidSignatureException",
        }
    }

    /// The text.
    pub fn message(&self) -> String {
        match self {
            Self::Missing => "Missing Authentication Token".to_owned(),
            Self::Incomplete(text) | Self::Scope(text) => text.clone(),
            Self::Expired { signed, limit, now, minutes } => {
                format!("Signature expired: {signed} is now earlier than {limit} ({now} - {minutes} min.)")
            }
            Self::ExpiredUrl { end, now } => format!("Signature expired: {end} is now earlier than {now}"),
            Self::NotYet { signed, limit, now, minutes } => {
                format!(
                    "Signature not yet current: {signed} is still later than {limit} ({now} + {minutes} min.)"
                )
            }
            Self::Unsigned(header) => {
                format!("'{header}' must be a 'SignedHeader' in the AWS Authorization.")
            }
            Self::UnknownKey => "The security token included in the request is invalid.".to_owned(),
            Self::ExpiredToken => "The security token included in the request is expired".to_owned(),
            Self::Mismatch { canonical, .. } if canonical.is_empty() => MISMATCH.to_owned(),
            Self::Mismatch { canonical, string_to_sign } => format!(
                "{MISMATCH}\n\nThe Canonical String for this request should have been\n'{canonical}'\n\n\
                 The String-to-Sign should have been\n'{string_to_sign}'\n"
            ),
        }
    }

    /// The error in a protocol's words.
    pub fn to_error(&self, protocol: Protocol) -> AwsError {
        match protocol {
            Protocol::RestJson1 => AwsError::new(self.code(), self.message()).with_status(403),
            Protocol::AwsJson11 | Protocol::RpcV2Cbor => AwsError::new(self.code(), self.message()),
            Protocol::AwsQuery => self.to_query_error(),
            Protocol::Ec2Query => match self {
                Self::UnknownKey | Self::ExpiredToken | Self::Mismatch { .. } | Self::Scope(_) => {
                    AwsError::ec2(
                        "AuthFailure",
                        "AWS was not able to validate the provided access credentials",
                    )
                }
                Self::Expired { .. } | Self::ExpiredUrl { .. } | Self::NotYet { .. } => {
                    AwsError::ec2("RequestExpired", format!("Request has expired. {}", self.message()))
                }
                Self::Missing | Self::Incomplete(_) | Self::Unsigned(_) => self.to_query_error(),
            },
        }
    }

    fn to_query_error(&self) -> AwsError {
        let error = |code, message: String| AwsError::new(code, message).with_status(403);
        match self {
            Self::Missing => {
                error("MissingAuthenticationToken", "Request is missing Authentication Token".to_owned())
            }
            Self::Incomplete(text) => AwsError::new("IncompleteSignature", text.clone()),
            Self::UnknownKey => error("InvalidClientTokenId", self.message()),
            Self::ExpiredToken => error("ExpiredToken", self.message()),
            _ => error("SignatureDoesNotMatch", self.message()),
        }
    }
}

const MISMATCH: &str = "The request signature we calculated does not match the signature you provided. Check your AWS \
                        Secret Access Key and signing method. Consult the service documentation for details.";

impl std::fmt::Display for SigV4Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.code(), self.message())
    }
}

impl std::error::Error for SigV4Error {}
