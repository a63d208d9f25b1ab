//! The shell: everything of Sekisho that touches the outside. It holds no decision.
//!
//! `node` owns the world and the store; `control_listener` serves the AWS APIs; `gateway` serves invocations; `dns` answers
//! names; `network` keeps the fabric as the world asks; `cli` is what a person types. See ARCHITECTURE.md for the two flows.

pub mod store;
