//! The invocation of REST APIs: method request → integration request → integration response → method response.
//!
//! [`Runtime`] is everything the request path reads, compiled from a [`sekisho_core::World`] and kept by the shell behind
//! one pointer. [`Invocation::begin`] takes a request's head and answers with a [`Step`]: respond, read the body, call the
//! backend. There is no I/O, clock or randomness here, so the gateway, `TestInvokeMethod` and `trace` run the same code;
//! every answer carries its [`Reason`].
#![forbid(unsafe_code)]

pub mod limits;

mod arrival;
mod integration;
mod invocation;
mod reason;
mod response;
mod runtime;

pub use arrival::{Arrival, Authentication, Caller, Entry, RequestHead, Stamp};
pub use integration::{
    BodyFailure, IntegrationBody, IntegrationFailure, IntegrationRequest, IntegrationResponse, RequestBody,
    ResponseMode,
};
pub use invocation::{Invocation, Step};
pub use reason::Reason;
pub use response::{Header, MethodResponse, ResponseBody, Spelling, Subject};
pub use runtime::Runtime;
