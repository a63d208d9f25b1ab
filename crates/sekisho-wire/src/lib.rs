//! The AWS protocols and SigV4: bytes to operations and values to bytes.
//!
//! [`route`] says which service and protocol a request speaks, [`sigv4::verify`] who signed it, [`Route::decode`] what it
//! asks for; [`encode`] and [`encode_error`] write the reply. The shapes are generated from AWS's service models, one
//! module for each service; [`client`] is the other side of the same tables.
#![forbid(unsafe_code)]

mod cbor;
pub mod client;
mod document;
mod error;
mod front;
mod generated;
mod http;
mod json;
mod limits;
mod query;
mod reply;
mod rest;
#[cfg(test)]
mod round_trip;
mod services;
pub mod shape;
pub mod sigv4;
mod time;
mod validate;
mod xml;

pub use error::{AwsError, MessageKey};
pub use front::{Decoded, Refusal, Route, decode, route};
pub use generated::{apigateway, directconnect, ec2, sts};
pub use http::{HttpReply, HttpRequest};
pub use limits::Limits;
pub use reply::{encode, encode_error};
pub use services::{Protocol, Request, Response, ServiceName};
pub use shape::Timestamp;
