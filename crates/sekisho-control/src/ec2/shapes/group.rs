//! Security groups, in the two views AWS has of their rules: merged permissions, and one entry a rule.

use sekisho_core::{
    World,
    vpc::{Peer, Protocol, SecurityGroup, SecurityGroupRule},
};
use sekisho_wire::ec2 as wire;

use super::{arn, tags, text};
use crate::ec2::ids;

/// AWS's spelling of a protocol: its name and the range, absent where it has none.
pub(in crate::ec2) fn protocol(protocol: Protocol) -> (String, Option<(i32, i32)>) {
    match protocol {
        Protocol::All => ("-1".to_owned(), None),
        Protocol::Tcp { from, to } => ("tcp".to_owned(), Some((i32::from(from), i32::from(to)))),
        Protocol::Udp { from, to } => ("udp".to_owned(), Some((i32::from(from), i32::from(to)))),
        Protocol::Icmp { kind, code } => ("icmp".to_owned(), Some((i32::from(kind), i32::from(code)))),
        Protocol::Number(58) => ("icmpv6".to_owned(), Some((-1, -1))),
        Protocol::Number(number) => (number.to_string(), None),
    }
}

/// A security group with its rules merged by protocol and range.
pub(in crate::ec2) fn security_group(world: &World, group: &SecurityGroup) -> wire::SecurityGroup {
    wire::SecurityGroup {
        group_id: text(&group.id),
        ip_permissions_egress: Some(permissions(world, group, true)),
        tags: tags(&group.tags),
        vpc_id: text(&group.vpc_id),
        security_group_arn: text(arn(world, ids::SECURITY_GROUP.resource_type, &group.id)),
        owner_id: text(world.account_id()),
        group_name: text(&group.name),
        description: text(&group.description),
        ip_permissions: Some(permissions(world, group, false)),
    }
}

fn permissions(world: &World, group: &SecurityGroup, egress: bool) -> Vec<wire::IpPermission> {
    let mut merged: Vec<(Protocol, wire::IpPermission)> = Vec::new();
    for rule in group.rules.iter().filter(|rule| rule.is_egress == egress) {
        let index = merged.iter().position(|(protocol, _)| *protocol == rule.protocol).unwrap_or_else(|| {
            merged.push((rule.protocol, empty_permission(rule.protocol)));
            merged.len() - 1
        });
        if let Some((_, permission)) = merged.get_mut(index) {
            add_peer(world, permission, rule);
        }
    }
    merged.into_iter().map(|(_, permission)| permission).collect()
}

fn empty_permission(of: Protocol) -> wire::IpPermission {
    let (name, range) = protocol(of);
    wire::IpPermission {
        ip_protocol: Some(name),
        from_port: range.map(|(from, _)| from),
        to_port: range.map(|(_, to)| to),
        user_id_group_pairs: Some(Vec::new()),
        ip_ranges: Some(Vec::new()),
        ipv6_ranges: Some(Vec::new()),
        prefix_list_ids: Some(Vec::new()),
    }
}

fn add_peer(world: &World, permission: &mut wire::IpPermission, rule: &SecurityGroupRule) {
    let description = rule.description.clone();
    match &rule.peer {
        Peer::Cidr(net) => permission
            .ip_ranges
            .get_or_insert_default()
            .push(wire::IpRange { description, cidr_ip: text(net) }),
        Peer::Cidr6(net) => permission
            .ipv6_ranges
            .get_or_insert_default()
            .push(wire::Ipv6Range { description, cidr_ipv6: text(net) }),
        Peer::Group(id) => {
            permission.user_id_group_pairs.get_or_insert_default().push(wire::UserIdGroupPair {
                description,
                user_id: text(world.account_id()),
                group_id: text(id),
                ..Default::default()
            });
        }
    }
}

/// One rule, as `DescribeSecurityGroupRules` shows it.
pub(in crate::ec2) fn rule(
    world: &World,
    group: &SecurityGroup,
    rule: &SecurityGroupRule,
) -> wire::SecurityGroupRule {
    let (name, range) = protocol(rule.protocol);
    let (from, to) = range.unwrap_or((-1, -1));
    let (cidr4, cidr6, peer_group) = peer(&rule.peer);
    wire::SecurityGroupRule {
        security_group_rule_id: text(&rule.id),
        group_id: text(&group.id),
        group_owner_id: text(world.account_id()),
        is_egress: Some(rule.is_egress),
        ip_protocol: Some(name),
        from_port: Some(from),
        to_port: Some(to),
        cidr_ipv4: cidr4,
        cidr_ipv6: cidr6,
        referenced_group_info: peer_group.map(|id| wire::ReferencedSecurityGroup {
            group_id: Some(id),
            user_id: text(world.account_id()),
            ..Default::default()
        }),
        description: rule.description.clone(),
        tags: tags(&rule.tags),
        security_group_rule_arn: text(arn(world, ids::RULE.resource_type, &rule.id)),
        ..Default::default()
    }
}

/// One rule that has just been taken away.
pub(in crate::ec2) fn revoked(
    group: &SecurityGroup,
    rule: &SecurityGroupRule,
) -> wire::RevokedSecurityGroupRule {
    let (name, range) = protocol(rule.protocol);
    let (from, to) = range.unwrap_or((-1, -1));
    let (cidr4, cidr6, peer_group) = peer(&rule.peer);
    wire::RevokedSecurityGroupRule {
        security_group_rule_id: text(&rule.id),
        group_id: text(&group.id),
        is_egress: Some(rule.is_egress),
        ip_protocol: Some(name),
        from_port: Some(from),
        to_port: Some(to),
        cidr_ipv4: cidr4,
        cidr_ipv6: cidr6,
        referenced_group_id: peer_group,
        description: rule.description.clone(),
        ..Default::default()
    }
}

fn peer(peer: &Peer) -> (Option<String>, Option<String>, Option<String>) {
    match peer {
        Peer::Cidr(net) => (text(net), None, None),
        Peer::Cidr6(net) => (None, text(net), None),
        Peer::Group(id) => (None, None, text(id)),
    }
}
