//! The world: everything Sekisho knows, as one immutable value, and the closed set of changes that lead to the next.
//!
//! Nothing here performs I/O, reads a clock or draws a random number: time and entropy come in as arguments
//! ([`Timestamp`], [`Mint`]). Every plane of the product (AWS APIs, gateway, DNS, network, status) reads the same
//! [`World`] snapshot; [`World::apply`] is the only way to another one, and [`plan`] turns a world into the state that
//! the network, the listeners and the name tables should have.
#![forbid(unsafe_code)]

pub mod account;
pub mod change;
pub mod direct_connect;
pub mod id;
pub mod lab;
pub mod lifecycle;
pub mod limits;
pub mod mint;
pub mod names;
pub mod plan;
pub mod rest_api;
pub mod route;
pub mod time;
pub mod vpc;
pub mod world;

pub use change::{Change, Entity, EntityKey, Keyed, StoredEntity};
pub use mint::Mint;
pub use time::Timestamp;
pub use world::World;
