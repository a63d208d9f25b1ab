//! The invocation of REST APIs: method request → integration request → integration response → method response.
//!
//! [`Runtime`] is everything the request path reads, compiled from a [`sekisho_core::World`] and kept by the shell behind
//! one pointer. [`Invocation::begin`] takes a request's head and answers with a [`Step`]: respond, read the body, call the
//! backend. There is no I/O, clock or randomness here, so the gateway, `TestInvokeMethod` and `trace` run the same code;
//! every answer carries its [`Reason`].
#![forbid(unsafe_code)]

pub mod limits;

mod arrival;
mod compile;
mod compiled;
mod content;
mod context;
mod expression;
mod headers;
mod host;
mod incoming;
mod integration;
mod invocation;
mod locate;
mod mapping;
mod method_arn;
mod mock;
mod outgoing;
mod path;
mod reason;
mod refusal;
mod response;
mod router;
mod runtime;
mod selector;

pub use arrival::{Arrival, Authentication, Caller, Entry, RequestHead, Stamp};
pub use expression::{MappingError, check_request_mapping, check_response_mapping};
pub use integration::{
    BodyFailure, IntegrationBody, IntegrationFailure, IntegrationRequest, IntegrationResponse, RequestBody,
    ResponseMode,
};
pub use invocation::{Invocation, Step};
pub use locate::{Located, check_head, locate};
pub use reason::Reason;
pub use refusal::Refusal;
pub use response::{Header, MethodResponse, ResponseBody, Spelling, Subject};
pub use runtime::Runtime;
pub use selector::check_selection_pattern;
