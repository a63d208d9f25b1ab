//! The world as a value: changes, planners, names, routes and life cycles, as data in and data out.
//!
//! [`strategy`] makes arbitrary entities of every kind, so that the laws of `apply`, `diff` and the stored form are tried
//! on worlds no call would build; [`reference`] is the reference topology, which the table tests bend one thing at a time.
#![expect(clippy::unwrap_used, reason = "what the tests build here is valid")]

mod changes;
mod dns;
mod lifecycle;
mod look_ups;
mod mint;
mod names;
mod network;
mod reference;
mod route;
mod strategy;
