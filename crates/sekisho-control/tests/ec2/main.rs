//! The `ec2` service through its front door: requests as clients spell them, answers read by their wire names.
//!
//! Every test starts from a founded world, runs calls as the shell would (commit, then let the lifecycle advance) and
//! looks at the answers alone. A last module throws random calls at it and checks what must hold of any world.

#![expect(clippy::panic, reason = "the helpers of tests stop the test")]

mod dry_run;
mod endpoints;
mod endpoints_modify;
mod errors;
mod listing;
mod network;
mod random;
mod routing;
mod rules;
mod support;
mod tags;
mod terraform;
