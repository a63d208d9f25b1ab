//! VPC endpoints.

use sekisho_core::{World, names::dns_entries, vpc::VpcEndpoint};
use sekisho_wire::{Timestamp, ec2 as wire};

use super::{state, tags, text};

/// Full access, in the service's own spelling for interface endpoints: no version, a blank before each line's end.
pub(in crate::ec2) const DEFAULT_POLICY: &str = "{\n  \"Statement\": [\n    {\n      \"Action\": \"*\", \n      \
     \"Effect\": \"Allow\", \n      \"Principal\": \"*\", \n      \"Resource\": \"*\"\n    }\n  ]\n}";

/// An interface endpoint. States are in lower case on the wire, whatever the model's enumeration says.
pub(in crate::ec2) fn endpoint(world: &World, endpoint: &VpcEndpoint) -> wire::VpcEndpoint {
    let groups = endpoint.group_ids.iter().map(|id| wire::SecurityGroupIdentifier {
        group_id: text(id),
        group_name: world.security_groups.get(id).map(|group| group.name.clone()),
    });
    let entries = dns_entries(world, endpoint).into_iter().map(|entry| wire::DnsEntry {
        dns_name: Some(entry.dns_name),
        hosted_zone_id: text(entry.hosted_zone_id),
    });
    wire::VpcEndpoint {
        vpc_endpoint_id: text(&endpoint.id),
        vpc_endpoint_type: text("Interface"),
        vpc_id: text(&endpoint.vpc_id),
        service_name: text(&endpoint.service_name),
        state: text(state(endpoint.state)),
        policy_document: text(endpoint.policy_document.as_deref().unwrap_or(DEFAULT_POLICY)),
        route_table_ids: Some(Vec::new()),
        subnet_ids: Some(endpoint.subnet_ids.iter().map(ToString::to_string).collect()),
        groups: Some(groups.collect()),
        ip_address_type: text("ipv4"),
        dns_options: Some(wire::DnsOptions {
            dns_record_ip_type: text("ipv4"),
            private_dns_only_for_inbound_resolver_endpoint: Some(false),
            ..Default::default()
        }),
        private_dns_enabled: Some(endpoint.private_dns_enabled),
        requester_managed: Some(false),
        network_interface_ids: Some(endpoint.network_interface_ids.iter().map(ToString::to_string).collect()),
        dns_entries: Some(entries.collect()),
        creation_timestamp: Some(Timestamp(endpoint.created.0)),
        tags: tags(&endpoint.tags),
        owner_id: text(world.account_id()),
        service_region: text(world.region()),
        ..Default::default()
    }
}
