//! The VPC side of the world: VPCs, subnets, route tables, security groups, interfaces, endpoints, gateways.
//!
//! Entities hold what a person configured plus what AWS would have chosen for them; nothing here is derived. What
//! follows from several entities (a subnet's free addresses, propagated routes, DNS names) is computed by
//! [`crate::route`], [`crate::names`] and [`crate::plan`] when it is asked for, so it can never be stale.

use std::net::Ipv4Addr;

use indexmap::IndexMap;
use ipnet::Ipv4Net;
use serde::{Deserialize, Serialize};

use crate::{
    Keyed, Timestamp,
    id::{
        DhcpOptionsId, NetworkAclId, NetworkInterfaceId, RouteTableId, SecurityGroupId, SubnetId,
        VpcEndpointId, VpcId, VpnGatewayId,
    },
};

/// Tags in the order they were given.
pub type Tags = IndexMap<String, String>;

macro_rules! keyed_by_id {
    ($($entity:ident: $key:ident),* $(,)?) => {$(
        impl Keyed for $entity {
            type Key = $key;
            fn key(&self) -> $key {
                self.id.clone()
            }
        }
    )*};
}

keyed_by_id! {
    Vpc: VpcId,
    Subnet: SubnetId,
    RouteTable: RouteTableId,
    SecurityGroup: SecurityGroupId,
    NetworkAcl: NetworkAclId,
    NetworkInterface: NetworkInterfaceId,
    VpcEndpoint: VpcEndpointId,
    VpnGateway: VpnGatewayId,
    DhcpOptions: DhcpOptionsId,
}

/// Where a resource stands in its life. [`crate::lifecycle`] moves it on; the AWS words differ by service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lifecycle {
    /// Made, not yet carried out by the network.
    Pending,
    /// In effect.
    Available,
    /// Being taken down.
    Deleting,
    /// Gone, still listed for a while.
    Deleted,
}

impl Lifecycle {
    /// Whether the network should hold it: neither gone nor going.
    #[must_use]
    pub const fn is_live(self) -> bool {
        matches!(self, Self::Pending | Self::Available)
    }
}

/// A VPC.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vpc {
    /// `vpc-…`.
    pub id: VpcId,
    /// The primary CIDR, /16 to /28.
    pub cidr_block: Ipv4Net,
    /// `vpc-cidr-assoc-…` of the primary CIDR.
    pub cidr_association_id: String,
    /// `default` or `dedicated`.
    pub instance_tenancy: String,
    /// The DHCP options set.
    pub dhcp_options_id: DhcpOptionsId,
    /// Whether the VPC's resolver answers.
    pub enable_dns_support: bool,
    /// Whether private hosted zones and endpoint private names resolve.
    pub enable_dns_hostnames: bool,
    /// Kept and reported; nothing here meters addresses.
    pub enable_network_address_usage_metrics: bool,
    /// `pending` or `available`.
    pub state: Lifecycle,
    /// Tags.
    pub tags: Tags,
}

/// A subnet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subnet {
    /// `subnet-…`.
    pub id: SubnetId,
    /// The VPC it is in.
    pub vpc_id: VpcId,
    /// Its CIDR, inside the VPC's.
    pub cidr_block: Ipv4Net,
    /// Zone name, `ap-northeast-1a`.
    pub availability_zone: String,
    /// Zone id, `apne1-az4`.
    pub availability_zone_id: String,
    /// Reported; instances do not exist here.
    pub map_public_ip_on_launch: bool,
    /// `ip-name` or `resource-name`.
    pub hostname_type: String,
    /// Reported in `privateDnsNameOptionsOnLaunch`.
    pub enable_resource_name_dns_a_record: bool,
    /// `pending` or `available`.
    pub state: Lifecycle,
    /// Tags.
    pub tags: Tags,
}

/// A route table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RouteTable {
    /// `rtb-…`.
    pub id: RouteTableId,
    /// The VPC it is in.
    pub vpc_id: VpcId,
    /// Which subnets use it; the main association has no subnet.
    pub associations: Vec<RouteTableAssociation>,
    /// Static routes. The local route and propagated ones are computed, see [`crate::route`].
    pub routes: Vec<StaticRoute>,
    /// Gateways whose learned routes enter this table.
    pub propagating_gateways: Vec<VpnGatewayId>,
    /// The client token it was made with, if any.
    pub client_token: Option<String>,
    /// A digest of the creating request, to tell a repeated token from a reused one.
    #[serde(default)]
    pub request_digest: Option<String>,
    /// Tags.
    pub tags: Tags,
}

impl RouteTable {
    /// Whether this is its VPC's main table.
    #[must_use]
    pub fn is_main(&self) -> bool {
        self.associations.iter().any(|association| association.subnet_id.is_none())
    }
}

/// A link between a route table and a subnet, or (without a subnet) the main association.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RouteTableAssociation {
    /// `rtbassoc-…`.
    pub id: String,
    /// The subnet; `None` marks the main table.
    pub subnet_id: Option<SubnetId>,
}

/// A static route.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaticRoute {
    /// Where to.
    pub destination: Ipv4Net,
    /// By which gateway.
    pub target: RouteTarget,
}

/// What a route leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RouteTarget {
    /// Inside the VPC.
    Local,
    /// A virtual private gateway.
    VpnGateway(VpnGatewayId),
    /// A network interface.
    NetworkInterface(NetworkInterfaceId),
}

/// A security group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecurityGroup {
    /// `sg-…`.
    pub id: SecurityGroupId,
    /// The VPC it is in.
    pub vpc_id: VpcId,
    /// Unique in the VPC; `default` is reserved.
    pub name: String,
    /// Given at creation.
    pub description: String,
    /// Both directions, in the order they were made.
    pub rules: Vec<SecurityGroupRule>,
    /// Tags.
    pub tags: Tags,
}

/// One rule: one peer, one protocol, one range.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecurityGroupRule {
    /// `sgr-…`.
    pub id: String,
    /// Outbound when true.
    pub is_egress: bool,
    /// What it lets through.
    pub protocol: Protocol,
    /// From or to whom.
    pub peer: Peer,
    /// The rule's own description.
    pub description: Option<String>,
    /// Tags.
    pub tags: Tags,
}

/// Protocol and ports of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Protocol {
    /// Everything (`-1`).
    All,
    /// TCP ports, inclusive.
    Tcp {
        /// First port.
        from: u16,
        /// Last port.
        to: u16,
    },
    /// UDP ports, inclusive.
    Udp {
        /// First port.
        from: u16,
        /// Last port.
        to: u16,
    },
    /// ICMP type and code, −1 for any.
    Icmp {
        /// Type.
        kind: i16,
        /// Code.
        code: i16,
    },
    /// Another IP protocol by number, all of it.
    Number(u8),
}

/// The other end of a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Peer {
    /// An IPv4 range.
    Cidr(Ipv4Net),
    /// An IPv6 range; kept and reported, no IPv6 traffic exists here yet.
    Cidr6(ipnet::Ipv6Net),
    /// Members of a group, by membership and never by address.
    Group(SecurityGroupId),
}

/// A network ACL. Only the default one of a VPC exists so far; it lets everything through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NetworkAcl {
    /// `acl-…`.
    pub id: NetworkAclId,
    /// The VPC it is in.
    pub vpc_id: VpcId,
    /// Whether it is the VPC's default ACL.
    pub is_default: bool,
    /// `aclassoc-…` by subnet.
    pub associations: Vec<NetworkAclAssociation>,
    /// Tags.
    pub tags: Tags,
}

/// Which subnet an ACL guards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NetworkAclAssociation {
    /// `aclassoc-…`.
    pub id: String,
    /// The subnet.
    pub subnet_id: SubnetId,
}

/// A network interface.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NetworkInterface {
    /// `eni-…`.
    pub id: NetworkInterfaceId,
    /// The VPC it is in.
    pub vpc_id: VpcId,
    /// The subnet it has its address from.
    pub subnet_id: SubnetId,
    /// Zone name.
    pub availability_zone: String,
    /// The primary address.
    pub private_ip_address: Ipv4Addr,
    /// `0a:…`.
    pub mac_address: String,
    /// `VPC Endpoint Interface vpce-…`.
    pub description: String,
    /// The groups that guard it.
    pub groups: Vec<SecurityGroupId>,
    /// The endpoint it belongs to.
    pub vpc_endpoint_id: VpcEndpointId,
    /// `ela-attach-…`.
    pub attachment_id: String,
    /// When it was made.
    pub created: Timestamp,
    /// Tags.
    #[serde(default)]
    pub tags: Tags,
}

/// An interface endpoint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VpcEndpoint {
    /// `vpce-…`.
    pub id: VpcEndpointId,
    /// The VPC it is in.
    pub vpc_id: VpcId,
    /// `com.amazonaws.REGION.execute-api`.
    pub service_name: String,
    /// Eight letters and digits after the id in the endpoint's names.
    pub name_suffix: String,
    /// The policy as given; `None` is full access, printed in AWS's own spelling.
    pub policy_document: Option<String>,
    /// Subnets, in the order given.
    pub subnet_ids: Vec<SubnetId>,
    /// Security groups, in the order given.
    pub group_ids: Vec<SecurityGroupId>,
    /// Its interfaces, one a subnet, same order.
    pub network_interface_ids: Vec<NetworkInterfaceId>,
    /// Whether the VPC's resolver answers the service's own names with this endpoint.
    pub private_dns_enabled: bool,
    /// `pending`, `available`, `deleting`, `deleted`.
    pub state: Lifecycle,
    /// The client token it was made with, if any.
    pub client_token: Option<String>,
    /// A digest of the creating request, to tell a repeated token from a reused one.
    pub request_digest: Option<String>,
    /// When it was made.
    pub created: Timestamp,
    /// Tags.
    pub tags: Tags,
}

/// A virtual private gateway.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VpnGateway {
    /// `vgw-…`.
    pub id: VpnGatewayId,
    /// Amazon side ASN, 64512 unless given.
    pub amazon_side_asn: u32,
    /// `pending`, `available`, `deleted`.
    pub state: Lifecycle,
    /// Its attachment to a VPC, newest last.
    pub attachments: Vec<VpcAttachment>,
    /// Tags.
    pub tags: Tags,
    /// When it was deleted.
    pub deleted: Option<Timestamp>,
}

impl VpnGateway {
    /// Whether traffic of `vpc` may pass this gateway. Nothing passes one that is deleted or about to be.
    #[must_use]
    pub fn is_attached_to(&self, vpc: &VpcId) -> bool {
        self.state.is_live()
            && self.attachments.iter().any(|attachment| {
                attachment.vpc_id == *vpc
                    && matches!(attachment.state, AttachmentState::Attached | AttachmentState::Attaching)
            })
    }
}

/// A gateway's attachment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VpcAttachment {
    /// The VPC.
    pub vpc_id: VpcId,
    /// Where it stands.
    pub state: AttachmentState,
}

/// States of a gateway attachment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AttachmentState {
    /// Asked for.
    Attaching,
    /// In effect.
    Attached,
    /// Being undone.
    Detaching,
    /// Gone.
    Detached,
}

/// A DHCP options set. Only the account's default one exists so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DhcpOptions {
    /// `dopt-…`.
    pub id: DhcpOptionsId,
    /// `domain-name`.
    pub domain_name: String,
    /// `domain-name-servers`.
    pub domain_name_servers: Vec<String>,
    /// Tags.
    pub tags: Tags,
}
