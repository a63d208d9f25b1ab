//! Linux networking: namespaces, routes, nftables, BGP sessions.

pub mod bgp;
