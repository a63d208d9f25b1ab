//! The world: every resource there is, in one immutable value with cheap structural sharing.
//!
//! A clone costs a few pointer copies; two worlds share what they have in common. The tables are ordered maps from key
//! to entity. Look-ups that several planes need stand here, so that each question is answered in one place.

use std::{net::Ipv4Addr, sync::Arc};

use imbl::OrdMap;

use crate::{
    account::{AccessKey, Settings},
    direct_connect::{BgpSession, Connection, VirtualInterface},
    id::{
        AccessKeyId, BgpPeerId, ConnectionId, DeploymentId, DhcpOptionsId, HostName, ModelName, NetworkAclId,
        NetworkInterfaceId, ResourceId, RestApiId, RouteTableId, SecurityGroupId, SiteName, StageName,
        SubnetId, VirtualInterfaceId, VpcEndpointId, VpcId, VpnGatewayId,
    },
    lab::{Host, Site},
    rest_api::{Deployment, Model, Resource, RestApi, Stage},
    vpc::{
        DhcpOptions, NetworkAcl, NetworkInterface, RouteTable, SecurityGroup, Subnet, Vpc, VpcEndpoint,
        VpnGateway,
    },
};

/// Everything, at one revision.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct World {
    /// Counts the applied change lists; rises by one with each.
    pub revision: u64,
    /// The one settings record, absent only in an empty world.
    pub settings: OrdMap<(), Arc<Settings>>,
    /// Keys that may sign calls.
    pub access_keys: OrdMap<AccessKeyId, Arc<AccessKey>>,
    /// DHCP options sets.
    pub dhcp_options: OrdMap<DhcpOptionsId, Arc<DhcpOptions>>,
    /// VPCs.
    pub vpcs: OrdMap<VpcId, Arc<Vpc>>,
    /// Subnets.
    pub subnets: OrdMap<SubnetId, Arc<Subnet>>,
    /// Route tables, with their associations.
    pub route_tables: OrdMap<RouteTableId, Arc<RouteTable>>,
    /// Security groups, with their rules.
    pub security_groups: OrdMap<SecurityGroupId, Arc<SecurityGroup>>,
    /// Network ACLs.
    pub network_acls: OrdMap<NetworkAclId, Arc<NetworkAcl>>,
    /// Network interfaces; those of endpoints only, so far.
    pub network_interfaces: OrdMap<NetworkInterfaceId, Arc<NetworkInterface>>,
    /// VPC endpoints.
    pub vpc_endpoints: OrdMap<VpcEndpointId, Arc<VpcEndpoint>>,
    /// Virtual private gateways.
    pub vpn_gateways: OrdMap<VpnGatewayId, Arc<VpnGateway>>,
    /// Direct Connect connections.
    pub connections: OrdMap<ConnectionId, Arc<Connection>>,
    /// Direct Connect virtual interfaces.
    pub virtual_interfaces: OrdMap<VirtualInterfaceId, Arc<VirtualInterface>>,
    /// REST APIs, their heads (the draft).
    pub rest_apis: OrdMap<RestApiId, Arc<RestApi>>,
    /// Resources of the drafts, with their methods.
    pub resources: OrdMap<(RestApiId, ResourceId), Arc<Resource>>,
    /// Models of the drafts.
    pub models: OrdMap<(RestApiId, ModelName), Arc<Model>>,
    /// Deployments: immutable snapshots of a draft.
    pub deployments: OrdMap<(RestApiId, DeploymentId), Arc<Deployment>>,
    /// Stages.
    pub stages: OrdMap<(RestApiId, StageName), Arc<Stage>>,
    /// Lab sites (the on-premises side).
    pub sites: OrdMap<SiteName, Arc<Site>>,
    /// Lab hosts, at a site or in a subnet.
    pub hosts: OrdMap<HostName, Arc<Host>>,
    /// What each BGP session reports. Not stored.
    pub bgp_sessions: OrdMap<BgpPeerId, Arc<BgpSession>>,
}

impl World {
    /// The settings record, if the world has been founded.
    #[must_use]
    pub fn settings(&self) -> Option<&Settings> {
        self.settings.get(&()).map(|settings| &**settings)
    }

    /// The region's name; empty in an unfounded world.
    #[must_use]
    pub fn region(&self) -> &str {
        self.settings().map_or("", |settings| settings.region.as_str())
    }

    /// The account's twelve digits; empty in an unfounded world.
    #[must_use]
    pub fn account_id(&self) -> &str {
        self.settings().map_or("", |settings| settings.account_id.as_str())
    }

    /// The partition, normally `aws`.
    #[must_use]
    pub fn partition(&self) -> &str {
        self.settings().map_or("aws", |settings| settings.partition.as_str())
    }

    /// Subnets of a VPC, by id.
    pub fn subnets_of<'w>(&'w self, vpc: &'w VpcId) -> impl Iterator<Item = &'w Arc<Subnet>> {
        self.subnets.values().filter(move |subnet| subnet.vpc_id == *vpc)
    }

    /// Network interfaces in a VPC, by id.
    pub fn network_interfaces_of<'w>(
        &'w self,
        vpc: &'w VpcId,
    ) -> impl Iterator<Item = &'w Arc<NetworkInterface>> {
        self.network_interfaces.values().filter(move |interface| interface.vpc_id == *vpc)
    }

    /// Endpoints of a VPC, by id.
    pub fn vpc_endpoints_of<'w>(&'w self, vpc: &'w VpcId) -> impl Iterator<Item = &'w Arc<VpcEndpoint>> {
        self.vpc_endpoints.values().filter(move |endpoint| endpoint.vpc_id == *vpc)
    }

    /// The virtual private gateway attached to a VPC.
    #[must_use]
    pub fn vpn_gateway_of(&self, vpc: &VpcId) -> Option<&Arc<VpnGateway>> {
        self.vpn_gateways.values().find(|gateway| gateway.is_attached_to(vpc))
    }

    /// The route table that a subnet uses: its own association, else the VPC's main table.
    #[must_use]
    pub fn route_table_of(&self, subnet: &Subnet) -> Option<&Arc<RouteTable>> {
        let in_vpc = || self.route_tables.values().filter(|table| table.vpc_id == subnet.vpc_id);
        in_vpc()
            .find(|table| table.associations.iter().any(|link| link.subnet_id.as_ref() == Some(&subnet.id)))
            .or_else(|| in_vpc().find(|table| table.is_main()))
    }

    /// Addresses of a subnet that something already has.
    pub fn addresses_in_use<'w>(&'w self, subnet: &'w SubnetId) -> impl Iterator<Item = Ipv4Addr> + 'w {
        let interfaces = self
            .network_interfaces
            .values()
            .filter(move |interface| interface.subnet_id == *subnet)
            .map(|interface| interface.private_ip_address);
        let hosts = self
            .hosts
            .values()
            .filter(move |host| host.place.subnet_id() == Some(subnet))
            .map(|host| host.address);
        interfaces.chain(hosts)
    }

    /// Resources of a draft, in id order.
    pub fn resources_of<'w>(&'w self, api: &'w RestApiId) -> impl Iterator<Item = &'w Arc<Resource>> {
        let start = (api.clone(), ResourceId::from(""));
        self.resources
            .range(start..)
            .take_while(move |((owner, _), _)| owner == api)
            .map(|(_, resource)| resource)
    }

    /// Models of a draft, by name.
    pub fn models_of<'w>(&'w self, api: &'w RestApiId) -> impl Iterator<Item = &'w Arc<Model>> {
        let start = (api.clone(), ModelName::from(""));
        self.models.range(start..).take_while(move |((owner, _), _)| owner == api).map(|(_, model)| model)
    }

    /// Deployments of an API, by id.
    pub fn deployments_of<'w>(&'w self, api: &'w RestApiId) -> impl Iterator<Item = &'w Arc<Deployment>> {
        let start = (api.clone(), DeploymentId::from(""));
        self.deployments
            .range(start..)
            .take_while(move |((owner, _), _)| owner == api)
            .map(|(_, deployment)| deployment)
    }

    /// Stages of an API, by name.
    pub fn stages_of<'w>(&'w self, api: &'w RestApiId) -> impl Iterator<Item = &'w Arc<Stage>> {
        let start = (api.clone(), StageName::from(""));
        self.stages.range(start..).take_while(move |((owner, _), _)| owner == api).map(|(_, stage)| stage)
    }
}
