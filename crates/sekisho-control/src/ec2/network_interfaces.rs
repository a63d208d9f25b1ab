//! Network interfaces. Only endpoints have them, so they can be looked at and tagged, not made or changed.

use sekisho_core::{World, id::NetworkInterfaceId, vpc::NetworkInterface};
use sekisho_wire::ec2::{DescribeNetworkInterfacesInput, DescribeNetworkInterfacesOutput};

use super::{
    filters::{Filters, one},
    ids, lookup,
    pagination::{Asked, Page},
    parameters::dry_run,
    shapes::{
        self,
        interface::{REQUESTER_ID, SERVICE_OWNER},
    },
};
use crate::{Call, Outcome, Reply};

const NAMES: &[&str] = &[
    "association.allocation-id",
    "association.association-id",
    "association.ip-owner-id",
    "association.public-ip",
    "association.public-dns-name",
    "addresses.association.owner-id",
    "addresses.association.public-ip",
    "addresses.primary",
    "addresses.private-ip-address",
    "attachment.attach-time",
    "attachment.attachment-id",
    "attachment.delete-on-termination",
    "attachment.device-index",
    "attachment.instance-id",
    "attachment.instance-owner-id",
    "attachment.status",
    "availability-zone",
    "availability-zone-id",
    "description",
    "group-id",
    "group-name",
    "ipv6-addresses.ipv6-address",
    "interface-type",
    "mac-address",
    "network-interface-id",
    "operator.managed",
    "operator.principal",
    "owner-id",
    "private-dns-name",
    "private-ip-address",
    "requester-id",
    "requester-managed",
    "source-dest-check",
    "status",
    "subnet-id",
    "vpc-id",
];

/// `DescribeNetworkInterfaces`. `IncludeManagedResources` adds nothing: no interface here is hidden.
pub(super) fn describe(
    call: &mut Call<'_>,
    input: DescribeNetworkInterfacesInput,
) -> Outcome<DescribeNetworkInterfacesOutput> {
    let wanted: Vec<NetworkInterfaceId> =
        ids::NETWORK_INTERFACE.parse_all(input.network_interface_ids.as_deref())?;
    let filters = Filters::parse(input.filters.as_deref(), NAMES, true)?;
    let asked = Asked {
        max_results: input.max_results,
        next_token: input.next_token.as_deref(),
        ids: (!wanted.is_empty()).then_some("networkInterfaceIds"),
    };
    let page = Page::parse("DescribeNetworkInterfaces", &asked)?;
    dry_run(input.dry_run)?;
    let world = call.world;
    let chosen = lookup::select(world.network_interfaces.values(), &wanted, &ids::NETWORK_INTERFACE)?;
    let passing = chosen
        .into_iter()
        .filter(|interface| filters.matches(&interface.tags, |name| property(world, interface, name)))
        .map(|interface| (interface.id.to_string(), interface));
    let (interfaces, next_token) = page.cut(passing);
    let network_interfaces =
        interfaces.into_iter().map(|interface| shapes::interface::interface(world, interface)).collect();
    Ok(Reply::read(DescribeNetworkInterfacesOutput {
        network_interfaces: Some(network_interfaces),
        next_token,
    }))
}

fn property(world: &World, interface: &NetworkInterface, name: &str) -> Vec<String> {
    match name {
        "addresses.primary" | "requester-managed" | "source-dest-check" => one(true),
        "addresses.private-ip-address" | "private-ip-address" => one(interface.private_ip_address),
        "attachment.attachment-id" => one(&interface.attachment_id),
        "attachment.delete-on-termination" | "operator.managed" => one(false),
        "attachment.device-index" => one(1),
        "attachment.instance-owner-id" => one(SERVICE_OWNER),
        "attachment.status" => one("attached"),
        "availability-zone" => one(&interface.availability_zone),
        "availability-zone-id" => world
            .subnets
            .get(&interface.subnet_id)
            .map(|subnet| subnet.availability_zone_id.clone())
            .into_iter()
            .collect(),
        "description" => one(&interface.description),
        "group-id" => interface.groups.iter().map(ToString::to_string).collect(),
        "group-name" => interface
            .groups
            .iter()
            .filter_map(|id| world.security_groups.get(id).map(|group| group.name.clone()))
            .collect(),
        "interface-type" => one("vpc_endpoint"),
        "mac-address" => one(&interface.mac_address),
        "network-interface-id" => one(&interface.id),
        "owner-id" => one(world.account_id()),
        "requester-id" => one(REQUESTER_ID),
        "status" => one("in-use"),
        "subnet-id" => one(&interface.subnet_id),
        "vpc-id" => one(&interface.vpc_id),
        _ => Vec::new(),
    }
}
