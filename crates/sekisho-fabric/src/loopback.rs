//! The network without a kernel's help: addresses of 127.64.0.0/10 stand for lab addresses, and what routes, sessions
//! and security groups would do to a connection is worked out from the desired network.
//!
//! The whole of 127.0.0.0/8 is local on Linux, so nothing has to be configured.

use std::net::Ipv4Addr;

use sekisho_core::id::NetworkInterfaceId;
use sekisho_core::plan::network::DesiredNetwork;

use crate::Place;

/// What happens to a new connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It arrives.
    Pass,
    /// Nobody answers, for this reason (for the operator, never for the client).
    Silent(String),
}

/// Whether a connection from an address of a place reaches an endpoint interface on a TCP port.
#[must_use]
pub fn verdict(
    desired: &DesiredNetwork,
    from: (&Place, Ipv4Addr),
    to: &NetworkInterfaceId,
    port: u16,
) -> Verdict {
    let _ = (desired, from, port);
    Verdict::Silent(format!("{to} is not reachable"))
}
