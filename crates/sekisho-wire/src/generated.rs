//! What `cargo xtask codegen` writes, one module for each service.
pub mod apigateway;
pub mod directconnect;
#[expect(clippy::too_many_lines, reason = "one arm for each of its operations")]
pub mod ec2;
pub mod sts;
