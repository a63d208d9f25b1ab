//! The API Gateway service through `dispatch`: requests in, answers and worlds out.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![expect(clippy::needless_update, reason = "the same macro fills inputs of one member and of many")]

mod deployments;
mod import;
mod integrations;
mod methods;
mod models;
mod over_http;
mod patches;
mod properties;
mod resources;
mod rest_apis;
mod stages;
mod support;
mod tags;
mod terraform;
