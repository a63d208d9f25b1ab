//! The shell: everything of Sekisho that touches the outside. It holds no decision.
//!
//! `node` owns the world and the store; `control_listener` serves the AWS APIs; `gateway` serves invocations; `dns` answers
//! names; `network` keeps the fabric as the world asks; `cli` is what a person types. See ARCHITECTURE.md for the two flows.

pub mod admin;
pub mod ca;
pub mod cli;
pub mod client;
pub mod clock;
pub mod config;
pub mod control_listener;
pub mod dns;
pub mod gateway;
pub mod instance;
pub mod network;
pub mod node;
pub mod petstore;
pub mod store;
