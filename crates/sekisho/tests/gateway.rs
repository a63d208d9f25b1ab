//! The gateway over real TLS on loopback: what clients see, what backends see, and what happens when either misbehaves.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a helper that fails fails its test")]

#[path = "gateway/harness.rs"]
mod harness;
#[path = "gateway/world.rs"]
mod world;

#[path = "gateway/backends.rs"]
mod backends;
#[path = "gateway/clients.rs"]
mod clients;
#[path = "gateway/requests.rs"]
mod requests;
#[path = "gateway/swaps.rs"]
mod swaps;
