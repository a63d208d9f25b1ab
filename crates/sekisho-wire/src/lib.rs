//! The AWS protocols and SigV4: bytes to operations and values to bytes.
#![forbid(unsafe_code)]

mod error;
mod generated;
pub mod shape;

pub use error::{AwsError, MessageKey};
pub use generated::{apigateway, directconnect, ec2, sts};
pub use shape::Timestamp;
