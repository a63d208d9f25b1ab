//! Linux networking: namespaces, routes, nftables, BGP sessions.
//!
//! The world says what should be there ([`sekisho_core::plan::network::DesiredNetwork`]); a [`Fabric`] makes it so, again
//! and again, and hands out sockets that live in it. The same calls work in three modes ([`Mode`]): as root, in an
//! unprivileged user namespace, and without any namespace on the machine's loopback.
//!
//! What must stay true: namespaces of a lab are held by descriptors only, so that nothing is left behind however the
//! process ends; a VPC's packet filter drops before its first link is up; nothing outside our own namespaces is ever
//! changed. This is the only crate with `unsafe` code and the only one that needs privileges.

pub mod bgp;
pub mod loopback;

mod apply;
mod cable;
mod error;
mod exec;
mod fabric;
mod layout;
mod mode;
mod mounts;
mod namespace;
mod netlink;
mod place;
mod probe;
mod router;
mod userns;

pub use error::{Error, Step};
pub use exec::{Child, ExecOptions};
pub use fabric::{Fabric, Options, Report};
pub use layout::{PUBLIC_DNS, PUBLIC_FRONT};
pub use mode::Mode;
pub use place::Place;
pub use probe::{Probe, choose, probe, vlan_available};
pub use router::is_installed as router_is_installed;
pub use userns::{HostDialer, enter_userns};
