//! Direct Connect: connections, virtual interfaces, BGP peers, and what their sessions report.
//!
//! A virtual interface's `available`/`down` is not stored: it follows from [`BgpSession`], an observed record that the
//! network shell puts and that no store keeps.

use std::net::Ipv4Addr;

use ipnet::Ipv4Net;
use serde::{Deserialize, Serialize};

use crate::{
    Keyed, Timestamp,
    id::{BgpPeerId, ConnectionId, VirtualInterfaceId, VpnGatewayId},
    vpc::{Lifecycle, Tags},
};

/// A dedicated connection at a location.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Connection {
    /// `dxcon-…`.
    pub id: ConnectionId,
    /// Given by the customer.
    pub name: String,
    /// Location code, `EqTY2`.
    pub location: String,
    /// `1Gbps` and so on.
    pub bandwidth: String,
    /// The provider at the location, if one was named.
    pub provider_name: Option<String>,
    /// Where it stands. `requested`/`pending` are both [`Lifecycle::Pending`] here.
    pub state: Lifecycle,
    /// `no_encrypt` unless MACsec is asked for, which is refused.
    pub encryption_mode: String,
    /// The device at Amazon's end, `EqTY2-1a2b3c`.
    pub device: String,
    /// When it was ordered.
    pub created: Timestamp,
    /// When it was deleted; listed as `deleted` for a while.
    pub deleted: Option<Timestamp>,
    /// Tags.
    pub tags: Tags,
}

impl Keyed for Connection {
    type Key = ConnectionId;
    fn key(&self) -> ConnectionId {
        self.id.clone()
    }
}

/// A private virtual interface.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VirtualInterface {
    /// `dxvif-…`.
    pub id: VirtualInterfaceId,
    /// The connection it rides on.
    pub connection_id: ConnectionId,
    /// Given by the customer.
    pub name: String,
    /// 802.1Q tag, 1–4094, unique on the connection, immutable.
    pub vlan: u16,
    /// 1500 or 8500.
    pub mtu: u16,
    /// The virtual private gateway it ends on.
    pub virtual_gateway_id: VpnGatewayId,
    /// `pending`, then provisioned (`Available`), `deleting`, `deleted`.
    pub state: Lifecycle,
    /// Sessions; the first one was made with the interface.
    pub bgp_peers: Vec<BgpPeer>,
    /// Whether SiteLink was asked for; always false here.
    pub site_link_enabled: bool,
    /// When it was made.
    pub created: Timestamp,
    /// When it was deleted; listed as `deleted` for a while.
    pub deleted: Option<Timestamp>,
    /// Tags.
    pub tags: Tags,
}

impl Keyed for VirtualInterface {
    type Key = VirtualInterfaceId;
    fn key(&self) -> VirtualInterfaceId {
        self.id.clone()
    }
}

/// A BGP peer of a virtual interface.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BgpPeer {
    /// `dxpeer-…`.
    pub id: BgpPeerId,
    /// The customer's ASN.
    pub asn: u32,
    /// MD5 key, 6–80 characters.
    pub auth_key: String,
    /// Amazon's end with its prefix length.
    pub amazon_address: Ipv4Net,
    /// The customer's end with its prefix length.
    pub customer_address: Ipv4Net,
}

/// What one BGP session reports. Observed, never stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BgpSession {
    /// The peer.
    pub peer_id: BgpPeerId,
    /// The interface it belongs to.
    pub virtual_interface_id: VirtualInterfaceId,
    /// Whether the session is established.
    pub established: bool,
    /// RFC 4271 state name, for people.
    pub state: String,
    /// Routes the customer announces, best paths only.
    pub accepted: Vec<LearnedRoute>,
    /// Prefixes told to the customer.
    pub advertised: Vec<Ipv4Net>,
    /// The last error or notification, for people.
    pub last_error: Option<String>,
    /// When the state last changed.
    pub since: Timestamp,
}

impl Keyed for BgpSession {
    type Key = BgpPeerId;
    fn key(&self) -> BgpPeerId {
        self.peer_id.clone()
    }
}

/// A route learned from a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LearnedRoute {
    /// The prefix.
    pub prefix: Ipv4Net,
    /// The customer's address.
    pub next_hop: Ipv4Addr,
    /// AS path as announced, leftmost first.
    pub as_path: Vec<u32>,
}
