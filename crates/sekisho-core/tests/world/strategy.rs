//! Arbitrary entities of every kind. Keys come from a small pool, so that worlds overlap; texts are anything.

use std::{fmt::Debug, net::Ipv4Addr, sync::Arc};

use indexmap::IndexMap;
use ipnet::{Ipv4Net, Ipv6Net};
use proptest::{collection::vec, option, prelude::*, sample::select, strategy::Union};
use sekisho_core::{
    Change, Entity, Timestamp, World,
    account::{AccessKey, Settings},
    direct_connect::{BgpPeer, BgpSession, Connection, LearnedRoute, VirtualInterface},
    lab::{Host, HostPlace, RouterKind, Site},
    rest_api::{
        Definition, Deployment, EndpointType, Integration, IntegrationKind, IntegrationResponse, Method,
        MethodResponse, Model, PassthroughBehavior, Resource, RestApi, Stage,
    },
    vpc::{
        AttachmentState, DhcpOptions, Lifecycle, NetworkAcl, NetworkAclAssociation, NetworkInterface, Peer,
        Protocol, RouteTable, RouteTableAssociation, RouteTarget, SecurityGroup, SecurityGroupRule,
        StaticRoute, Subnet, Tags, Vpc, VpcAttachment, VpcEndpoint, VpnGateway,
    },
};

/// How much is tried. Failures print what failed and leave no file behind.
pub(crate) fn config() -> ProptestConfig {
    ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() }
}

/// Identifiers that a careless text form would confuse, beside ordinary ones.
const KEYS: [&str; 14] = [
    "",
    "a",
    "b",
    "a, b",
    "b, a",
    "a,",
    ", b",
    "a\\",
    "a\\,",
    "(a",
    "b)",
    "\"",
    "é",
    "vpc-0123456789abcdef0",
];

pub(crate) fn id<T: From<&'static str> + Debug + Clone + 'static>() -> BoxedStrategy<T> {
    select(&KEYS[..]).prop_map(T::from).boxed()
}

fn text() -> BoxedStrategy<String> {
    prop_oneof![Just(String::new()), ".{0,6}", "[\\x00-\\x1f\"\\\\/]{1,3}"].boxed()
}

fn maybe() -> BoxedStrategy<Option<String>> {
    option::of(text()).boxed()
}

fn map<V: Debug + 'static>(value: BoxedStrategy<V>) -> BoxedStrategy<IndexMap<String, V>> {
    vec((text(), value), 0..3).prop_map(|pairs| pairs.into_iter().collect()).boxed()
}

fn tags() -> BoxedStrategy<Tags> {
    map(text())
}

fn moment() -> BoxedStrategy<Timestamp> {
    prop_oneof![Just(0), Just(i64::MIN), Just(i64::MAX), any::<i64>()].prop_map(Timestamp).boxed()
}

fn address() -> BoxedStrategy<Ipv4Addr> {
    any::<u32>().prop_map(Ipv4Addr::from).boxed()
}

/// Any network, host bits and all.
fn net() -> BoxedStrategy<Ipv4Net> {
    (address(), 0u8..=32).prop_map(|(address, length)| Ipv4Net::new(address, length).unwrap()).boxed()
}

fn ids<T: From<&'static str> + Debug + Clone + 'static>() -> BoxedStrategy<Vec<T>> {
    vec(id(), 0..3).boxed()
}

fn state() -> BoxedStrategy<Lifecycle> {
    select(vec![Lifecycle::Pending, Lifecycle::Available, Lifecycle::Deleting, Lifecycle::Deleted]).boxed()
}

fn settings() -> BoxedStrategy<Settings> {
    (text(), text(), text(), id(), moment())
        .prop_map(|(account_id, region, partition, dhcp_options_id, created)| Settings {
            account_id,
            region,
            partition,
            dhcp_options_id,
            created,
        })
        .boxed()
}

fn access_key() -> BoxedStrategy<AccessKey> {
    (id(), text(), text(), text(), moment())
        .prop_map(|(id, secret, principal_arn, user_id, created)| AccessKey {
            id,
            secret,
            principal_arn,
            user_id,
            created,
        })
        .boxed()
}

fn dhcp_options() -> BoxedStrategy<DhcpOptions> {
    (id(), text(), vec(text(), 0..3), tags())
        .prop_map(|(id, domain_name, domain_name_servers, tags)| DhcpOptions {
            id,
            domain_name,
            domain_name_servers,
            tags,
        })
        .boxed()
}

fn vpc() -> BoxedStrategy<Vpc> {
    (id(), net(), text(), text(), id(), any::<[bool; 3]>(), state(), tags())
        .prop_map(
            |(id, cidr_block, cidr_association_id, instance_tenancy, dhcp_options_id, flags, state, tags)| {
                Vpc {
                    id,
                    cidr_block,
                    cidr_association_id,
                    instance_tenancy,
                    dhcp_options_id,
                    enable_dns_support: flags[0],
                    enable_dns_hostnames: flags[1],
                    enable_network_address_usage_metrics: flags[2],
                    state,
                    tags,
                }
            },
        )
        .boxed()
}

fn subnet() -> BoxedStrategy<Subnet> {
    (id(), id(), net(), [text(), text(), text()], any::<[bool; 2]>(), state(), tags())
        .prop_map(|(id, vpc_id, cidr_block, [zone, zone_id, hostname_type], flags, state, tags)| Subnet {
            id,
            vpc_id,
            cidr_block,
            availability_zone: zone,
            availability_zone_id: zone_id,
            map_public_ip_on_launch: flags[0],
            hostname_type,
            enable_resource_name_dns_a_record: flags[1],
            state,
            tags,
        })
        .boxed()
}

fn target() -> BoxedStrategy<RouteTarget> {
    prop_oneof![
        Just(RouteTarget::Local),
        id().prop_map(RouteTarget::VpnGateway),
        id().prop_map(RouteTarget::NetworkInterface),
    ]
    .boxed()
}

fn route_table() -> BoxedStrategy<RouteTable> {
    let association =
        (text(), option::of(id())).prop_map(|(id, subnet_id)| RouteTableAssociation { id, subnet_id });
    let route = (net(), target()).prop_map(|(destination, target)| StaticRoute { destination, target });
    (id(), id(), vec(association, 0..3), vec(route, 0..3), ids(), maybe(), maybe(), tags())
        .prop_map(|(id, vpc_id, associations, routes, gateways, client_token, request_digest, tags)| {
            RouteTable {
                id,
                vpc_id,
                associations,
                routes,
                propagating_gateways: gateways,
                client_token,
                request_digest,
                tags,
            }
        })
        .boxed()
}

fn protocol() -> BoxedStrategy<Protocol> {
    prop_oneof![
        Just(Protocol::All),
        any::<(u16, u16)>().prop_map(|(from, to)| Protocol::Tcp { from, to }),
        any::<(u16, u16)>().prop_map(|(from, to)| Protocol::Udp { from, to }),
        any::<(i16, i16)>().prop_map(|(kind, code)| Protocol::Icmp { kind, code }),
        any::<u8>().prop_map(Protocol::Number),
    ]
    .boxed()
}

fn peer() -> BoxedStrategy<Peer> {
    let net6 = (any::<u128>(), 0u8..=128)
        .prop_map(|(bits, length)| Peer::Cidr6(Ipv6Net::new(bits.into(), length).unwrap()));
    prop_oneof![net().prop_map(Peer::Cidr), net6, id().prop_map(Peer::Group)].boxed()
}

fn security_group() -> BoxedStrategy<SecurityGroup> {
    let rule = (text(), any::<bool>(), protocol(), peer(), maybe(), tags()).prop_map(
        |(id, is_egress, protocol, peer, description, tags)| SecurityGroupRule {
            id,
            is_egress,
            protocol,
            peer,
            description,
            tags,
        },
    );
    (id(), id(), text(), text(), vec(rule, 0..4), tags())
        .prop_map(|(id, vpc_id, name, description, rules, tags)| SecurityGroup {
            id,
            vpc_id,
            name,
            description,
            rules,
            tags,
        })
        .boxed()
}

fn network_acl() -> BoxedStrategy<NetworkAcl> {
    let association = (text(), id()).prop_map(|(id, subnet_id)| NetworkAclAssociation { id, subnet_id });
    (id(), id(), any::<bool>(), vec(association, 0..3), tags())
        .prop_map(|(id, vpc_id, is_default, associations, tags)| NetworkAcl {
            id,
            vpc_id,
            is_default,
            associations,
            tags,
        })
        .boxed()
}

fn network_interface() -> BoxedStrategy<NetworkInterface> {
    let texts = [text(), text(), text(), text()];
    (id(), id(), id(), address(), texts, ids(), id(), moment(), tags())
        .prop_map(|(id, vpc_id, subnet_id, address, texts, groups, vpc_endpoint_id, created, tags)| {
            let [availability_zone, mac_address, description, attachment_id] = texts;
            NetworkInterface {
                id,
                vpc_id,
                subnet_id,
                availability_zone,
                private_ip_address: address,
                mac_address,
                description,
                groups,
                vpc_endpoint_id,
                attachment_id,
                created,
                tags,
            }
        })
        .boxed()
}

fn vpc_endpoint() -> BoxedStrategy<VpcEndpoint> {
    let placed = (ids(), ids(), ids());
    let texts = ([text(), text()], [maybe(), maybe(), maybe()]);
    (id(), id(), texts, placed, any::<bool>(), state(), moment(), tags())
        .prop_map(|(id, vpc_id, texts, placed, private_dns_enabled, state, created, tags)| {
            let ([service_name, name_suffix], [policy_document, client_token, request_digest]) = texts;
            let (subnet_ids, group_ids, network_interface_ids) = placed;
            VpcEndpoint {
                id,
                vpc_id,
                service_name,
                name_suffix,
                policy_document,
                subnet_ids,
                group_ids,
                network_interface_ids,
                private_dns_enabled,
                state,
                client_token,
                request_digest,
                created,
                tags,
            }
        })
        .boxed()
}

fn vpn_gateway() -> BoxedStrategy<VpnGateway> {
    let states = vec![
        AttachmentState::Attaching,
        AttachmentState::Attached,
        AttachmentState::Detaching,
        AttachmentState::Detached,
    ];
    let attachment = (id(), select(states)).prop_map(|(vpc_id, state)| VpcAttachment { vpc_id, state });
    (id(), any::<u32>(), state(), vec(attachment, 0..3), tags(), option::of(moment()))
        .prop_map(|(id, amazon_side_asn, state, attachments, tags, deleted)| VpnGateway {
            id,
            amazon_side_asn,
            state,
            attachments,
            tags,
            deleted,
        })
        .boxed()
}

fn connection() -> BoxedStrategy<Connection> {
    let texts = [text(), text(), text(), text(), text()];
    (id(), texts, maybe(), state(), moment(), option::of(moment()), tags())
        .prop_map(|(id, texts, provider_name, state, created, deleted, tags)| {
            let [name, location, bandwidth, encryption_mode, device] = texts;
            Connection {
                id,
                name,
                location,
                bandwidth,
                provider_name,
                state,
                encryption_mode,
                device,
                created,
                deleted,
                tags,
            }
        })
        .boxed()
}

fn virtual_interface() -> BoxedStrategy<VirtualInterface> {
    let peer = (id(), any::<u32>(), text(), net(), net()).prop_map(|(id, asn, auth_key, ours, theirs)| {
        BgpPeer { id, asn, auth_key, amazon_address: ours, customer_address: theirs }
    });
    let times = (moment(), option::of(moment()));
    (id(), id(), text(), any::<[u16; 2]>(), id(), state(), vec(peer, 0..3), any::<bool>(), times, tags())
        .prop_map(|(id, connection_id, name, numbers, gateway, state, bgp_peers, site_link, times, tags)| {
            VirtualInterface {
                id,
                connection_id,
                name,
                vlan: numbers[0],
                mtu: numbers[1],
                virtual_gateway_id: gateway,
                state,
                bgp_peers,
                site_link_enabled: site_link,
                created: times.0,
                deleted: times.1,
                tags,
            }
        })
        .boxed()
}

fn bgp_session() -> BoxedStrategy<BgpSession> {
    let learned = (net(), address(), vec(any::<u32>(), 0..3))
        .prop_map(|(prefix, next_hop, as_path)| LearnedRoute { prefix, next_hop, as_path });
    (id(), id(), any::<bool>(), text(), vec(learned, 0..4), vec(net(), 0..3), maybe(), moment())
        .prop_map(|(peer_id, interface, established, state, accepted, advertised, last_error, since)| {
            BgpSession {
                peer_id,
                virtual_interface_id: interface,
                established,
                state,
                accepted,
                advertised,
                last_error,
                since,
            }
        })
        .boxed()
}

fn rest_api() -> BoxedStrategy<RestApi> {
    let kinds = select(vec![EndpointType::Edge, EndpointType::Private, EndpointType::Regional]);
    let texts = ([text(), text(), text(), text()], [maybe(), maybe(), maybe()]);
    let numbers = (moment(), option::of(any::<u32>()), any::<bool>());
    (id(), texts, numbers, kinds, ids(), vec(text(), 0..3), id(), tags())
        .prop_map(|(id, texts, numbers, endpoint_type, endpoints, media, root_resource_id, tags)| {
            let ([name, source, ip_type, security_policy], [description, version, policy]) = texts;
            RestApi {
                id,
                name,
                description,
                version,
                created: numbers.0,
                api_key_source: source,
                endpoint_type,
                ip_address_type: ip_type,
                vpc_endpoint_ids: endpoints,
                policy,
                binary_media_types: media,
                minimum_compression_size: numbers.1,
                disable_execute_api_endpoint: numbers.2,
                security_policy,
                root_resource_id,
                tags,
            }
        })
        .boxed()
}

fn integration() -> BoxedStrategy<Integration> {
    let kinds = select(vec![IntegrationKind::Http, IntegrationKind::HttpProxy, IntegrationKind::Mock]);
    let passing = select(vec![
        PassthroughBehavior::Never,
        PassthroughBehavior::WhenNoMatch,
        PassthroughBehavior::WhenNoTemplates,
    ]);
    let response = (maybe(), map(text()), map(text()), maybe())
        .prop_map(|(selection_pattern, response_parameters, response_templates, content_handling)| {
            IntegrationResponse {
                selection_pattern,
                response_parameters,
                response_templates,
                content_handling,
            }
        })
        .boxed();
    let cache = (text(), vec(text(), 0..3), option::of(any::<bool>()), any::<u32>());
    (kinds, [maybe(), maybe(), maybe()], map(text()), map(text()), passing, cache, map(response))
        .prop_map(|(kind, texts, parameters, templates, passthrough_behavior, cache, responses)| {
            let [http_method, uri, content_handling] = texts;
            Integration {
                kind,
                http_method,
                uri,
                request_parameters: parameters,
                request_templates: templates,
                passthrough_behavior,
                content_handling,
                timeout_in_millis: cache.3,
                cache_namespace: cache.0,
                cache_key_parameters: cache.1,
                responses,
                insecure_skip_verification: cache.2,
            }
        })
        .boxed()
}

fn method() -> BoxedStrategy<Method> {
    let flags = map(any::<bool>().boxed());
    let response = (flags.clone(), map(text()))
        .prop_map(|(response_parameters, response_models)| MethodResponse {
            response_parameters,
            response_models,
        })
        .boxed();
    (text(), any::<bool>(), maybe(), flags, map(text()), map(response), option::of(integration()))
        .prop_map(|(kind, key_required, operation_name, parameters, models, responses, integration)| Method {
            authorization_type: kind,
            api_key_required: key_required,
            operation_name,
            request_parameters: parameters,
            request_models: models,
            responses,
            integration,
        })
        .boxed()
}

fn resource() -> BoxedStrategy<Resource> {
    (id(), id(), option::of(id()), maybe(), text(), map(method()))
        .prop_map(|(rest_api_id, id, parent_id, path_part, path, methods)| Resource {
            rest_api_id,
            id,
            parent_id,
            path_part,
            path,
            methods,
        })
        .boxed()
}

fn model() -> BoxedStrategy<Model> {
    (id(), text(), id(), maybe(), maybe(), text())
        .prop_map(|(rest_api_id, id, name, description, schema, content_type)| Model {
            rest_api_id,
            id,
            name,
            description,
            schema,
            content_type,
        })
        .boxed()
}

fn deployment() -> BoxedStrategy<Deployment> {
    let definition =
        (rest_api(), vec(resource(), 0..2), vec(model(), 0..2)).prop_map(|(rest_api, resources, models)| {
            Definition {
                rest_api: Arc::new(rest_api),
                resources: resources.into_iter().map(Arc::new).collect(),
                models: models.into_iter().map(Arc::new).collect(),
            }
        });
    (id(), id(), maybe(), moment(), definition)
        .prop_map(|(rest_api_id, id, description, created, definition)| Deployment {
            rest_api_id,
            id,
            description,
            created,
            definition,
        })
        .boxed()
}

fn stage() -> BoxedStrategy<Stage> {
    (id(), id(), id(), maybe(), map(text()), moment(), moment(), tags())
        .prop_map(|(api, name, deployment_id, description, variables, created, last_updated, tags)| Stage {
            rest_api_id: api,
            name,
            deployment_id,
            description,
            variables,
            created,
            last_updated,
            tags,
        })
        .boxed()
}

fn site() -> BoxedStrategy<Site> {
    let kinds = select(vec![RouterKind::Bird, RouterKind::Frr, RouterKind::BuiltIn]);
    (id(), id(), net(), kinds, any::<bool>(), vec(net(), 0..3), maybe(), moment())
        .prop_map(|(name, interface, cidr_block, router, running, extra_prefixes, key, created)| Site {
            name,
            virtual_interface_id: interface,
            cidr_block,
            router,
            router_running: running,
            extra_prefixes,
            auth_key_override: key,
            created,
        })
        .boxed()
}

fn host() -> BoxedStrategy<Host> {
    let place = prop_oneof![id().prop_map(HostPlace::Site), id().prop_map(HostPlace::Subnet)];
    (id(), place, address(), moment())
        .prop_map(|(name, place, address, created)| Host { name, place, address, created })
        .boxed()
}

fn put<T: Into<Change> + Debug + 'static>(strategy: BoxedStrategy<T>) -> BoxedStrategy<Change> {
    strategy.prop_map(Into::into).boxed()
}

/// One generator a kind, by the kind's stored name.
pub(crate) fn by_kind() -> Vec<(&'static str, BoxedStrategy<Change>)> {
    vec![
        ("settings", put(settings())),
        ("access-key", put(access_key())),
        ("dhcp-options", put(dhcp_options())),
        ("vpc", put(vpc())),
        ("subnet", put(subnet())),
        ("route-table", put(route_table())),
        ("security-group", put(security_group())),
        ("network-acl", put(network_acl())),
        ("network-interface", put(network_interface())),
        ("vpc-endpoint", put(vpc_endpoint())),
        ("vpn-gateway", put(vpn_gateway())),
        ("connection", put(connection())),
        ("virtual-interface", put(virtual_interface())),
        ("rest-api", put(rest_api())),
        ("resource", put(resource())),
        ("model", put(model())),
        ("deployment", put(deployment())),
        ("stage", put(stage())),
        ("site", put(site())),
        ("host", put(host())),
        ("bgp-session", put(bgp_session())),
    ]
}

/// The stored name of an entity's kind, without asking the code under test. A new kind does not compile until it is here,
/// and then `every_kind_is_generated` asks for its generator.
pub(crate) const fn kind_of(entity: &Entity) -> &'static str {
    match entity {
        Entity::Settings(_) => "settings",
        Entity::AccessKey(_) => "access-key",
        Entity::DhcpOptions(_) => "dhcp-options",
        Entity::Vpc(_) => "vpc",
        Entity::Subnet(_) => "subnet",
        Entity::RouteTable(_) => "route-table",
        Entity::SecurityGroup(_) => "security-group",
        Entity::NetworkAcl(_) => "network-acl",
        Entity::NetworkInterface(_) => "network-interface",
        Entity::VpcEndpoint(_) => "vpc-endpoint",
        Entity::VpnGateway(_) => "vpn-gateway",
        Entity::Connection(_) => "connection",
        Entity::VirtualInterface(_) => "virtual-interface",
        Entity::RestApi(_) => "rest-api",
        Entity::Resource(_) => "resource",
        Entity::Model(_) => "model",
        Entity::Deployment(_) => "deployment",
        Entity::Stage(_) => "stage",
        Entity::Site(_) => "site",
        Entity::Host(_) => "host",
        Entity::BgpSession(_) => "bgp-session",
    }
}

/// A put of any entity.
pub(crate) fn entity() -> BoxedStrategy<Change> {
    Union::new(by_kind().into_iter().map(|(_, strategy)| strategy)).boxed()
}

/// Any world, every kind as likely as another.
pub(crate) fn world() -> BoxedStrategy<World> {
    vec(entity(), 0..40).prop_map(|changes| World::default().apply(&changes)).boxed()
}

/// Two worlds that have much in common, and share it: some entities of the first are gone from the second or replaced, some
/// are new.
pub(crate) fn two_worlds() -> BoxedStrategy<(World, World)> {
    (world(), vec(entity(), 0..20), vec(any::<prop::sample::Index>(), 0..20))
        .prop_map(|(one, puts, removed)| {
            let removals = one.diff(&World::default());
            let mut changes: Vec<Change> = match removals.len() {
                0 => Vec::new(),
                _ => removed.iter().map(|index| index.get(&removals).clone()).collect(),
            };
            changes.extend(puts);
            let other = one.apply(&changes);
            (one, other)
        })
        .boxed()
}
