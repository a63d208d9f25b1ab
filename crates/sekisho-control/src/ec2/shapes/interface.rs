//! Network interfaces and network ACLs.

use sekisho_core::{
    World,
    id::SecurityGroupId,
    vpc::{NetworkAcl, NetworkInterface},
};
use sekisho_wire::{Timestamp, ec2 as wire};

use super::{tags, text};

/// Owner of the attachments that a service makes.
pub(in crate::ec2) const SERVICE_OWNER: &str = "amazon-aws";
/// The account AWS's endpoint service acts as.
pub(in crate::ec2) const REQUESTER_ID: &str = "727180483921";

/// `groupSet` of an interface.
fn groups(world: &World, ids: &[SecurityGroupId]) -> Vec<wire::GroupIdentifier> {
    ids.iter()
        .map(|id| wire::GroupIdentifier {
            group_id: text(id),
            group_name: world.security_groups.get(id).map(|group| group.name.clone()),
        })
        .collect()
}

/// An endpoint's interface: made and kept by the service, so nobody can detach it.
pub(in crate::ec2) fn interface(world: &World, interface: &NetworkInterface) -> wire::NetworkInterface {
    let zone_id = world.subnets.get(&interface.subnet_id).map(|subnet| subnet.availability_zone_id.clone());
    wire::NetworkInterface {
        attachment: Some(wire::NetworkInterfaceAttachment {
            attach_time: Some(Timestamp(interface.created.0)),
            attachment_id: text(&interface.attachment_id),
            delete_on_termination: Some(false),
            device_index: Some(1),
            instance_owner_id: text(SERVICE_OWNER),
            status: text("attached"),
            ..Default::default()
        }),
        availability_zone: text(&interface.availability_zone),
        availability_zone_id: zone_id,
        description: text(&interface.description),
        groups: Some(groups(world, &interface.groups)),
        interface_type: text("vpc_endpoint"),
        ipv6_addresses: Some(Vec::new()),
        mac_address: text(&interface.mac_address),
        network_interface_id: text(&interface.id),
        operator: Some(wire::OperatorResponse { managed: Some(false), ..Default::default() }),
        owner_id: text(world.account_id()),
        private_ip_address: text(interface.private_ip_address),
        private_ip_addresses: Some(vec![wire::NetworkInterfacePrivateIpAddress {
            primary: Some(true),
            private_ip_address: text(interface.private_ip_address),
            ..Default::default()
        }]),
        requester_id: text(REQUESTER_ID),
        requester_managed: Some(true),
        source_dest_check: Some(true),
        status: text("in-use"),
        subnet_id: text(&interface.subnet_id),
        tag_set: tags(&interface.tags),
        vpc_id: text(&interface.vpc_id),
        ..Default::default()
    }
}

/// A default network ACL: everything passes in both directions.
pub(in crate::ec2) fn network_acl(world: &World, acl: &NetworkAcl) -> wire::NetworkAcl {
    wire::NetworkAcl {
        associations: Some(
            acl.associations
                .iter()
                .map(|link| wire::NetworkAclAssociation {
                    network_acl_association_id: text(&link.id),
                    network_acl_id: text(&acl.id),
                    subnet_id: text(&link.subnet_id),
                })
                .collect(),
        ),
        entries: Some(default_entries()),
        is_default: Some(acl.is_default),
        network_acl_id: text(&acl.id),
        tags: tags(&acl.tags),
        vpc_id: text(&acl.vpc_id),
        owner_id: text(world.account_id()),
    }
}

/// Rule 100 allows, the last rule denies, outbound first.
pub(in crate::ec2) fn default_entries() -> Vec<wire::NetworkAclEntry> {
    [(true, "allow", 100), (true, "deny", 32767), (false, "allow", 100), (false, "deny", 32767)]
        .into_iter()
        .map(|(egress, action, number)| wire::NetworkAclEntry {
            cidr_block: text("0.0.0.0/0"),
            egress: Some(egress),
            protocol: text("-1"),
            rule_action: text(action),
            rule_number: Some(number),
            ..Default::default()
        })
        .collect()
}
