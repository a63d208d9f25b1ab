//! Linux networking: namespaces, routes, nftables, BGP sessions.
