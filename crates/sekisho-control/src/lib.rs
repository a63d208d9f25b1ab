//! The AWS APIs: one pure function per operation, from (world, caller, input, time) to a reply and the changes that
//! make it true.
//!
//! Nothing here touches a socket, a clock or the store. The shell decodes and verifies a request, calls the service's
//! `dispatch` with the world it read, commits the changes (compare-and-set on that world's revision; on conflict it
//! calls again with the newer world) and only then encodes the reply. So an operation may be run twice: it must depend
//! on its arguments alone.
#![forbid(unsafe_code)]

pub mod apigateway;
pub mod call;
pub mod directconnect;
pub mod ec2;
pub mod found;
pub mod lab;
pub mod sts;

pub use call::{Call, Caller, Outcome, Reply};
