//! The network a world asks for: what each namespace should hold, in neutral terms.
//!
//! This is the contract between the world and the fabric, whatever the mode. One VPC is one namespace; a network
//! interface is three rows in it (a local /32 route, an element of the verdict map, an entry of ours); a virtual
//! interface is a transit namespace with a BGP speaker; a lab site is a router namespace and a namespace per host.
//!
//! What must stay true: a subnet's replies leave by *its* route table (source-based rules), so a missing return route is
//! silence; an address nobody holds is mute (blackhole), never an ICMP error; the security group decides before any
//! listener sees a packet.

use std::{collections::BTreeMap, net::Ipv4Addr};

use ipnet::Ipv4Net;

use crate::{
    id::{
        BgpPeerId, HostName, NetworkInterfaceId, SecurityGroupId, SiteName, SubnetId, VirtualInterfaceId,
        VpcEndpointId, VpcId, VpnGatewayId,
    },
    lab::{HostPlace, RouterKind},
    limits::BGP_PREFIXES_MAX,
    route::{prefixes, routes_of, sessions_of},
    vpc::{NetworkInterface, Peer, Protocol, RouteTarget, SecurityGroup, Vpc},
    world::World,
};

/// Everything the fabric should make true.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DesiredNetwork {
    /// VPC namespaces.
    pub vpcs: BTreeMap<VpcId, DesiredVpc>,
    /// Transit namespaces, one per virtual interface.
    pub transits: BTreeMap<VirtualInterfaceId, DesiredTransit>,
    /// Lab sites.
    pub sites: BTreeMap<SiteName, DesiredSite>,
}

/// A VPC's namespace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DesiredVpc {
    /// The VPC's CIDR; unassigned addresses in it are mute.
    pub cidr_block: Ipv4Net,
    /// VPC+2, where the resolver listens on UDP and TCP 53; absent when DNS support is off.
    pub resolver: Option<Ipv4Addr>,
    /// The attached virtual private gateway; transits that end on it are linked to this VPC.
    pub gateway: Option<VpnGatewayId>,
    /// Subnets with the routes their replies take.
    pub subnets: BTreeMap<SubnetId, DesiredSubnet>,
    /// Interfaces of endpoints that are not being deleted, reachable on TCP 443 as far as their groups allow.
    pub interfaces: BTreeMap<NetworkInterfaceId, DesiredInterface>,
    /// All groups of the VPC.
    pub security_groups: BTreeMap<SecurityGroupId, DesiredSecurityGroup>,
    /// Lab workloads.
    pub workloads: BTreeMap<HostName, DesiredWorkload>,
}

/// A subnet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DesiredSubnet {
    /// Its CIDR.
    pub cidr_block: Ipv4Net,
    /// The subnet's router, its first usable address.
    pub router: Ipv4Addr,
    /// Non-local routes of its route table: destination and whether the gateway carries it (else blackhole).
    pub routes: BTreeMap<Ipv4Net, DesiredHop>,
}

/// Where a non-local route goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DesiredHop {
    /// Dropped without a word.
    Blackhole,
    /// Towards the virtual private gateway's transits.
    Gateway(VpnGatewayId),
}

/// An endpoint's interface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DesiredInterface {
    /// Its address.
    pub address: Ipv4Addr,
    /// The subnet it is in.
    pub subnet: SubnetId,
    /// The groups that guard it; their rules are united.
    pub security_groups: Vec<SecurityGroupId>,
    /// The endpoint behind it.
    pub endpoint: VpcEndpointId,
}

/// A security group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DesiredSecurityGroup {
    /// Addresses of its members in this VPC, for rules whose source is a group.
    pub members: Vec<Ipv4Addr>,
    /// What may come in, in the order the rules were made.
    pub ingress: Vec<DesiredRule>,
}

/// One inbound rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DesiredRule {
    /// Protocol and ports.
    pub protocol: Protocol,
    /// From whom.
    pub source: DesiredSource,
}

/// The source of an inbound rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DesiredSource {
    /// An IPv4 range.
    Cidr(Ipv4Net),
    /// Members of a group in the same VPC.
    Group(SecurityGroupId),
}

/// A lab workload in a subnet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DesiredWorkload {
    /// Its address.
    pub address: Ipv4Addr,
    /// The subnet it is in.
    pub subnet: SubnetId,
    /// The resolver it asks: VPC+2, as DHCP would say.
    pub resolver: Ipv4Addr,
}

/// A virtual interface's transit namespace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DesiredTransit {
    /// The gateway it ends on.
    pub gateway: VpnGatewayId,
    /// VPCs that gateway is attached to (one, as AWS has it).
    pub vpcs: Vec<VpcId>,
    /// 802.1Q tag of the link.
    pub vlan: u16,
    /// 1500 or 8500.
    pub mtu: u16,
    /// Amazon side ASN.
    pub amazon_asn: u32,
    /// Sessions.
    pub peers: BTreeMap<BgpPeerId, DesiredPeer>,
    /// Told to the customer: the CIDRs of the attached VPCs.
    pub advertise: Vec<Ipv4Net>,
    /// Learned from the customer over this interface, to be routed to it.
    pub learned: Vec<Ipv4Net>,
}

/// One BGP session, seen from Amazon's end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DesiredPeer {
    /// Amazon's end.
    pub amazon_address: Ipv4Net,
    /// The customer's end.
    pub customer_address: Ipv4Net,
    /// The customer's ASN.
    pub customer_asn: u32,
    /// MD5 key.
    pub auth_key: String,
    /// Prefixes accepted before the session goes down.
    pub prefixes_max: usize,
}

/// A lab site: a router namespace that speaks BGP, and hosts behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DesiredSite {
    /// The virtual interface whose customer end this is.
    pub virtual_interface: VirtualInterfaceId,
    /// The site's network.
    pub cidr_block: Ipv4Net,
    /// The site router's address inside the site, the network's first.
    pub router_address: Ipv4Addr,
    /// Which program speaks.
    pub router: RouterKind,
    /// Whether it runs.
    pub router_running: bool,
    /// The session, seen from the customer's end; the link's VLAN and MTU are the transit's. Absent without a transit.
    pub peer: Option<DesiredPeer>,
    /// The customer's ASN is in `peer`; this is Amazon's.
    pub amazon_asn: u32,
    /// What the router announces.
    pub announce: Vec<Ipv4Net>,
    /// Hosts by name, with their addresses.
    pub hosts: BTreeMap<HostName, Ipv4Addr>,
}

/// The network of a world.
#[must_use]
pub fn plan(world: &World) -> DesiredNetwork {
    DesiredNetwork {
        vpcs: world.vpcs.values().map(|vpc| (vpc.id.clone(), plan_vpc(world, vpc))).collect(),
        transits: plan_transits(world),
        sites: plan_sites(world),
    }
}

/// VPC+2 of a VPC, whether or not its DNS support is on.
#[must_use]
pub fn resolver_address(vpc: &Vpc) -> Ipv4Addr {
    Ipv4Addr::from(u32::from(vpc.cidr_block.network()).saturating_add(2))
}

fn first_host(network: Ipv4Net) -> Ipv4Addr {
    Ipv4Addr::from(u32::from(network.network()).saturating_add(1))
}

fn plan_vpc(world: &World, vpc: &Vpc) -> DesiredVpc {
    let subnets: BTreeMap<_, _> = world
        .subnets_of(&vpc.id)
        .map(|subnet| {
            let routes =
                world.route_table_of(subnet).map(|table| plan_routes(world, table)).unwrap_or_default();
            let desired = DesiredSubnet {
                cidr_block: subnet.cidr_block,
                router: first_host(subnet.cidr_block),
                routes,
            };
            (subnet.id.clone(), desired)
        })
        .collect();
    let interfaces = plan_interfaces(world, vpc);
    let workloads = world
        .hosts
        .values()
        .filter_map(|host| {
            let subnet = host.place.subnet_id().filter(|subnet| subnets.contains_key(*subnet))?;
            let desired = DesiredWorkload {
                address: host.address,
                subnet: subnet.clone(),
                resolver: resolver_address(vpc),
            };
            Some((host.name.clone(), desired))
        })
        .collect();
    DesiredVpc {
        cidr_block: vpc.cidr_block,
        resolver: vpc.enable_dns_support.then(|| resolver_address(vpc)),
        gateway: world.vpn_gateway_of(&vpc.id).map(|gateway| gateway.id.clone()),
        subnets,
        security_groups: plan_groups(world, vpc, &interfaces),
        interfaces,
        workloads,
    }
}

fn plan_routes(world: &World, table: &crate::vpc::RouteTable) -> BTreeMap<Ipv4Net, DesiredHop> {
    routes_of(world, table)
        .into_iter()
        .filter_map(|route| match route.target {
            RouteTarget::Local => None,
            RouteTarget::VpnGateway(gateway) if route.active => {
                Some((route.destination, DesiredHop::Gateway(gateway)))
            }
            RouteTarget::VpnGateway(_) | RouteTarget::NetworkInterface(_) => {
                Some((route.destination, DesiredHop::Blackhole))
            }
        })
        .collect()
}

fn plan_interfaces(world: &World, vpc: &Vpc) -> BTreeMap<NetworkInterfaceId, DesiredInterface> {
    let is_wanted = |interface: &NetworkInterface| {
        world.vpc_endpoints.get(&interface.vpc_endpoint_id).is_none_or(|endpoint| endpoint.state.is_live())
    };
    world
        .network_interfaces_of(&vpc.id)
        .filter(|interface| is_wanted(interface))
        .map(|interface| {
            let desired = DesiredInterface {
                address: interface.private_ip_address,
                subnet: interface.subnet_id.clone(),
                security_groups: interface.groups.clone(),
                endpoint: interface.vpc_endpoint_id.clone(),
            };
            (interface.id.clone(), desired)
        })
        .collect()
}

fn plan_groups(
    world: &World,
    vpc: &Vpc,
    interfaces: &BTreeMap<NetworkInterfaceId, DesiredInterface>,
) -> BTreeMap<SecurityGroupId, DesiredSecurityGroup> {
    let mut groups: BTreeMap<SecurityGroupId, DesiredSecurityGroup> = world
        .security_groups
        .values()
        .filter(|group| group.vpc_id == vpc.id)
        .map(|group| (group.id.clone(), plan_group(group)))
        .collect();
    for interface in interfaces.values() {
        for id in &interface.security_groups {
            if let Some(group) = groups.get_mut(id)
                && group.members.last() != Some(&interface.address)
            {
                group.members.push(interface.address);
            }
        }
    }
    groups
}

/// A group without its members.
fn plan_group(group: &SecurityGroup) -> DesiredSecurityGroup {
    let ingress = group
        .rules
        .iter()
        .filter(|rule| !rule.is_egress)
        .filter_map(|rule| {
            let source = match &rule.peer {
                Peer::Cidr(range) => DesiredSource::Cidr(*range),
                Peer::Group(id) => DesiredSource::Group(id.clone()),
                Peer::Cidr6(_) => return None,
            };
            Some(DesiredRule { protocol: rule.protocol, source })
        })
        .collect();
    DesiredSecurityGroup { members: Vec::new(), ingress }
}

fn plan_transits(world: &World) -> BTreeMap<VirtualInterfaceId, DesiredTransit> {
    let live = world.virtual_interfaces.values().filter(|interface| interface.state.is_live());
    live.map(|interface| {
        let gateway = world.vpn_gateways.get(&interface.virtual_gateway_id);
        let vpcs: Vec<VpcId> = world
            .vpcs
            .keys()
            .filter(|vpc| gateway.is_some_and(|gateway| gateway.is_attached_to(vpc)))
            .cloned()
            .collect();
        let advertise = vpcs.iter().filter_map(|id| world.vpcs.get(id)).map(|vpc| vpc.cidr_block).collect();
        let peers = interface
            .bgp_peers
            .iter()
            .map(|peer| {
                let desired = DesiredPeer {
                    amazon_address: peer.amazon_address,
                    customer_address: peer.customer_address,
                    customer_asn: peer.asn,
                    auth_key: peer.auth_key.clone(),
                    prefixes_max: BGP_PREFIXES_MAX,
                };
                (peer.id.clone(), desired)
            })
            .collect();
        let transit = DesiredTransit {
            gateway: interface.virtual_gateway_id.clone(),
            vpcs,
            vlan: interface.vlan,
            mtu: interface.mtu,
            amazon_asn: gateway.map_or(64512, |gateway| gateway.amazon_side_asn),
            peers,
            advertise,
            learned: prefixes(
                sessions_of(world, &interface.virtual_gateway_id)
                    .filter(|session| session.virtual_interface_id == interface.id),
            ),
        };
        (interface.id.clone(), transit)
    })
    .collect()
}

fn plan_sites(world: &World) -> BTreeMap<SiteName, DesiredSite> {
    world
        .sites
        .values()
        .map(|site| {
            let interface = world.virtual_interfaces.get(&site.virtual_interface_id);
            let gateway =
                interface.and_then(|interface| world.vpn_gateways.get(&interface.virtual_gateway_id));
            let live = interface.filter(|interface| interface.state.is_live());
            let peer = live.and_then(|interface| interface.bgp_peers.first()).map(|peer| DesiredPeer {
                amazon_address: peer.amazon_address,
                customer_address: peer.customer_address,
                customer_asn: peer.asn,
                auth_key: site.auth_key_override.clone().unwrap_or_else(|| peer.auth_key.clone()),
                prefixes_max: BGP_PREFIXES_MAX,
            });
            let announce =
                std::iter::once(site.cidr_block).chain(site.extra_prefixes.iter().copied()).collect();
            let hosts = world
                .hosts
                .values()
                .filter(|host| matches!(&host.place, HostPlace::Site(name) if *name == site.name))
                .map(|host| (host.name.clone(), host.address))
                .collect();
            let desired = DesiredSite {
                virtual_interface: site.virtual_interface_id.clone(),
                cidr_block: site.cidr_block,
                router_address: first_host(site.cidr_block),
                router: site.router,
                router_running: site.router_running,
                peer,
                amazon_asn: gateway.map_or(64512, |gateway| gateway.amazon_side_asn),
                announce,
                hosts,
            };
            (site.name.clone(), desired)
        })
        .collect()
}
