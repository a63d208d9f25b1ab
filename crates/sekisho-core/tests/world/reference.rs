//! The reference topology: a VPC of two subnets with an endpoint in both, a virtual private gateway that propagates what a
//! site behind a virtual interface announces, and a private API deployed for the endpoint. Table tests bend it.

use std::{net::Ipv4Addr, sync::Arc};

use ipnet::Ipv4Net;
use sekisho_core::{
    Change, EntityKey, Timestamp, World,
    account::Settings,
    direct_connect::{BgpPeer, BgpSession, Connection, LearnedRoute, VirtualInterface},
    lab::{Host, HostPlace, RouterKind, Site},
    rest_api::{Definition, Deployment, EndpointType, RestApi, Stage},
    vpc::{
        AttachmentState, Lifecycle, NetworkInterface, Peer, Protocol, RouteTable, RouteTableAssociation,
        RouteTarget, SecurityGroup, SecurityGroupRule, StaticRoute, Subnet, Tags, Vpc, VpcAttachment,
        VpcEndpoint, VpnGateway,
    },
};

pub(crate) const REGION: &str = "ap-northeast-1";

pub(crate) fn net(text: &str) -> Ipv4Net {
    text.parse().unwrap()
}

pub(crate) fn address(text: &str) -> Ipv4Addr {
    text.parse().unwrap()
}

pub(crate) fn vpc(id: &str, cidr: &str) -> Vpc {
    Vpc {
        id: id.into(),
        cidr_block: net(cidr),
        cidr_association_id: format!("vpc-cidr-assoc-{id}"),
        instance_tenancy: "default".into(),
        dhcp_options_id: "dopt-1".into(),
        enable_dns_support: true,
        enable_dns_hostnames: true,
        enable_network_address_usage_metrics: false,
        state: Lifecycle::Available,
        tags: Tags::new(),
    }
}

pub(crate) fn subnet(id: &str, vpc: &str, cidr: &str, zone: &str) -> Subnet {
    Subnet {
        id: id.into(),
        vpc_id: vpc.into(),
        cidr_block: net(cidr),
        availability_zone: format!("{REGION}{zone}"),
        availability_zone_id: format!("apne1-{zone}"),
        map_public_ip_on_launch: false,
        hostname_type: "ip-name".into(),
        enable_resource_name_dns_a_record: false,
        state: Lifecycle::Available,
        tags: Tags::new(),
    }
}

/// A table with associations; `None` is the main one.
pub(crate) fn table(id: &str, vpc: &str, subnets: &[Option<&str>]) -> RouteTable {
    let association = |subnet: &Option<&str>| RouteTableAssociation {
        id: format!("rtbassoc-{id}"),
        subnet_id: subnet.map(Into::into),
    };
    RouteTable {
        id: id.into(),
        vpc_id: vpc.into(),
        associations: subnets.iter().map(association).collect(),
        routes: Vec::new(),
        propagating_gateways: Vec::new(),
        client_token: None,
        request_digest: None,
        tags: Tags::new(),
    }
}

pub(crate) fn to_gateway(destination: &str, gateway: &str) -> StaticRoute {
    StaticRoute { destination: net(destination), target: RouteTarget::VpnGateway(gateway.into()) }
}

pub(crate) fn gateway(id: &str, vpc: &str) -> VpnGateway {
    VpnGateway {
        id: id.into(),
        amazon_side_asn: 64_512,
        state: Lifecycle::Available,
        attachments: vec![VpcAttachment { vpc_id: vpc.into(), state: AttachmentState::Attached }],
        tags: Tags::new(),
        deleted: None,
    }
}

pub(crate) fn rule(protocol: Protocol, peer: Peer) -> SecurityGroupRule {
    SecurityGroupRule {
        id: "sgr-1".into(),
        is_egress: false,
        protocol,
        peer,
        description: None,
        tags: Tags::new(),
    }
}

pub(crate) fn group(id: &str, vpc: &str, rules: Vec<SecurityGroupRule>) -> SecurityGroup {
    SecurityGroup {
        id: id.into(),
        vpc_id: vpc.into(),
        name: id.into(),
        description: String::new(),
        rules,
        tags: Tags::new(),
    }
}

pub(crate) fn interface(id: &str, place: (&str, &str, &str), at: &str, endpoint: &str) -> NetworkInterface {
    let (vpc, subnet, zone) = place;
    NetworkInterface {
        id: id.into(),
        vpc_id: vpc.into(),
        subnet_id: subnet.into(),
        availability_zone: format!("{REGION}{zone}"),
        private_ip_address: address(at),
        mac_address: "0a:00:00:00:00:01".into(),
        description: format!("VPC Endpoint Interface {endpoint}"),
        groups: vec!["sg-443".into()],
        vpc_endpoint_id: endpoint.into(),
        attachment_id: "ela-attach-1".into(),
        created: Timestamp(0),
        tags: Tags::new(),
    }
}

pub(crate) fn endpoint(id: &str, vpc: &str, interfaces: &[&str]) -> VpcEndpoint {
    VpcEndpoint {
        id: id.into(),
        vpc_id: vpc.into(),
        service_name: format!("com.amazonaws.{REGION}.execute-api"),
        name_suffix: "abcd1234".into(),
        policy_document: None,
        subnet_ids: Vec::new(),
        group_ids: vec!["sg-443".into()],
        network_interface_ids: interfaces.iter().map(|id| (*id).into()).collect(),
        private_dns_enabled: false,
        state: Lifecycle::Available,
        client_token: None,
        request_digest: None,
        created: Timestamp(0),
        tags: Tags::new(),
    }
}

pub(crate) fn connection(id: &str) -> Connection {
    Connection {
        id: id.into(),
        name: "line".into(),
        location: "EqTY2".into(),
        bandwidth: "1Gbps".into(),
        provider_name: None,
        state: Lifecycle::Available,
        encryption_mode: "no_encrypt".into(),
        device: "EqTY2-1".into(),
        created: Timestamp(0),
        deleted: None,
        tags: Tags::new(),
    }
}

pub(crate) fn virtual_interface(id: &str, gateway: &str, peer: &str) -> VirtualInterface {
    VirtualInterface {
        id: id.into(),
        connection_id: "dxcon-1".into(),
        name: "link".into(),
        vlan: 101,
        mtu: 1500,
        virtual_gateway_id: gateway.into(),
        state: Lifecycle::Available,
        bgp_peers: vec![BgpPeer {
            id: peer.into(),
            asn: 65_000,
            auth_key: "secret".into(),
            amazon_address: net("169.254.10.1/30"),
            customer_address: net("169.254.10.2/30"),
        }],
        site_link_enabled: false,
        created: Timestamp(0),
        deleted: None,
        tags: Tags::new(),
    }
}

pub(crate) fn session(peer: &str, interface: &str, prefixes: &[&str]) -> BgpSession {
    let learned = |prefix: &&str| LearnedRoute {
        prefix: net(prefix),
        next_hop: address("169.254.10.2"),
        as_path: vec![65_000],
    };
    BgpSession {
        peer_id: peer.into(),
        virtual_interface_id: interface.into(),
        established: true,
        state: "Established".into(),
        accepted: prefixes.iter().map(learned).collect(),
        advertised: vec![net("10.0.0.0/16")],
        last_error: None,
        since: Timestamp(0),
    }
}

pub(crate) fn site(name: &str, interface: &str, cidr: &str) -> Site {
    Site {
        name: name.into(),
        virtual_interface_id: interface.into(),
        cidr_block: net(cidr),
        router: RouterKind::BuiltIn,
        router_running: true,
        extra_prefixes: Vec::new(),
        auth_key_override: None,
        created: Timestamp(0),
    }
}

pub(crate) fn host(name: &str, place: HostPlace, at: &str) -> Host {
    Host { name: name.into(), place, address: address(at), created: Timestamp(0) }
}

pub(crate) fn api(id: &str, endpoint_type: EndpointType, endpoints: &[&str]) -> RestApi {
    RestApi {
        id: id.into(),
        name: "PetStore".into(),
        description: None,
        version: None,
        created: Timestamp(0),
        api_key_source: "HEADER".into(),
        endpoint_type,
        ip_address_type: "ipv4".into(),
        vpc_endpoint_ids: endpoints.iter().map(|id| (*id).into()).collect(),
        policy: None,
        binary_media_types: Vec::new(),
        minimum_compression_size: None,
        disable_execute_api_endpoint: false,
        security_policy: "TLS_1_2".into(),
        root_resource_id: "rootrootro".into(),
        tags: Tags::new(),
    }
}

/// Deploys a head to a stage.
pub(crate) fn deploy(api: &RestApi, deployment: &str, stage: &str) -> [Change; 2] {
    let definition =
        Definition { rest_api: Arc::new(api.clone()), resources: Vec::new(), models: Vec::new() };
    let deployed = Deployment {
        rest_api_id: api.id.clone(),
        id: deployment.into(),
        description: None,
        created: Timestamp(0),
        definition,
    };
    let stage = Stage {
        rest_api_id: api.id.clone(),
        name: stage.into(),
        deployment_id: deployment.into(),
        description: None,
        variables: Tags::new(),
        created: Timestamp(0),
        last_updated: Timestamp(0),
        tags: Tags::new(),
    };
    [deployed.into(), stage.into()]
}

/// The whole reference topology.
pub(crate) fn world() -> World {
    let settings = Settings {
        account_id: "123456789012".into(),
        region: REGION.into(),
        partition: "aws".into(),
        dhcp_options_id: "dopt-1".into(),
        created: Timestamp(0),
    };
    let mut main = table("rtb-main", "vpc-1", &[None]);
    main.propagating_gateways = vec!["vgw-1".into()];
    let mut outward = rule(Protocol::All, Peer::Cidr(net("0.0.0.0/0")));
    outward.is_egress = true;
    let https = Protocol::Tcp { from: 443, to: 443 };
    let rules = vec![
        outward,
        rule(https, Peer::Cidr(net("192.168.10.0/24"))),
        rule(https, Peer::Cidr6("::/0".parse().unwrap())),
        rule(Protocol::All, Peer::Group("sg-443".into())),
    ];
    World::default().apply(&[
        settings.into(),
        vpc("vpc-1", "10.0.0.0/16").into(),
        subnet("subnet-a", "vpc-1", "10.0.1.0/24", "a").into(),
        subnet("subnet-b", "vpc-1", "10.0.2.0/24", "c").into(),
        main.into(),
        group("sg-443", "vpc-1", rules).into(),
        gateway("vgw-1", "vpc-1").into(),
        interface("eni-a", ("vpc-1", "subnet-a", "a"), "10.0.1.10", "vpce-1").into(),
        interface("eni-b", ("vpc-1", "subnet-b", "c"), "10.0.2.10", "vpce-1").into(),
        endpoint("vpce-1", "vpc-1", &["eni-a", "eni-b"]).into(),
        connection("dxcon-1").into(),
        virtual_interface("dxvif-1", "vgw-1", "dxpeer-1").into(),
        session("dxpeer-1", "dxvif-1", &["192.168.10.0/24"]).into(),
        site("onprem", "dxvif-1", "192.168.10.0/24").into(),
        host("desk", HostPlace::Site("onprem".into()), "192.168.10.20").into(),
        host("worker", HostPlace::Subnet("subnet-a".into()), "10.0.1.20").into(),
    ])
}

/// The world with some changes made.
pub(crate) fn with(changes: impl IntoIterator<Item = Change>) -> World {
    world().apply(&changes.into_iter().collect::<Vec<_>>())
}

/// The world without some entities.
pub(crate) fn without(keys: impl IntoIterator<Item = EntityKey>) -> World {
    with(keys.into_iter().map(Change::Delete))
}

/// An entity, bent.
pub(crate) fn bent<T: Clone>(entity: &Arc<T>, bend: impl FnOnce(&mut T)) -> T {
    let mut copy = (**entity).clone();
    bend(&mut copy);
    copy
}
