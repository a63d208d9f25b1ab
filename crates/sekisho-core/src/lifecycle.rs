//! How resources move through their states without anybody calling.
//!
//! The shell tells which world revision the network has carried out; [`advance`] answers with the changes that follow:
//! what was pending and is now in effect becomes available, what was deleting is gone. Level-triggered: calling it
//! again with the same arguments gives nothing new, and a restart in the middle loses nothing.

use std::sync::Arc;

use crate::{
    Change, EntityKey, Timestamp,
    limits::DELETED_LISTED_MS,
    vpc::{AttachmentState, Lifecycle, VpcAttachment},
    world::World,
};

/// The changes due at `now`, when the network has carried out `world` as it stands.
#[must_use]
pub fn advance(world: &World, now: Timestamp) -> Vec<Change> {
    let mut changes = Vec::new();
    for vpc in world.vpcs.values().filter(|vpc| vpc.state == Lifecycle::Pending) {
        changes.push(crate::vpc::Vpc { state: Lifecycle::Available, ..(**vpc).clone() }.into());
    }
    for subnet in world.subnets.values().filter(|subnet| subnet.state == Lifecycle::Pending) {
        changes.push(crate::vpc::Subnet { state: Lifecycle::Available, ..(**subnet).clone() }.into());
    }
    advance_endpoints(world, &mut changes);
    advance_gateways(world, now, &mut changes);
    advance_direct_connect(world, now, &mut changes);
    changes
}

fn advance_endpoints(world: &World, changes: &mut Vec<Change>) {
    for endpoint in world.vpc_endpoints.values() {
        match endpoint.state {
            Lifecycle::Pending => changes
                .push(crate::vpc::VpcEndpoint { state: Lifecycle::Available, ..(**endpoint).clone() }.into()),
            Lifecycle::Deleting | Lifecycle::Deleted => {
                changes.extend(
                    endpoint
                        .network_interface_ids
                        .iter()
                        .map(|id| Change::Delete(EntityKey::NetworkInterface(id.clone()))),
                );
                changes.push(Change::Delete(EntityKey::VpcEndpoint(endpoint.id.clone())));
            }
            Lifecycle::Available => {}
        }
    }
}

fn advance_gateways(world: &World, now: Timestamp, changes: &mut Vec<Change>) {
    for gateway in world.vpn_gateways.values() {
        let mut next = (**gateway).clone();
        match gateway.state {
            Lifecycle::Pending => next.state = Lifecycle::Available,
            Lifecycle::Deleting => {
                next.state = Lifecycle::Deleted;
                next.deleted.get_or_insert(now);
            }
            Lifecycle::Deleted if expired(gateway.deleted, now) => {
                changes.push(Change::Delete(EntityKey::VpnGateway(gateway.id.clone())));
                continue;
            }
            Lifecycle::Available | Lifecycle::Deleted => {}
        }
        next.attachments = gateway.attachments.iter().map(next_attachment).collect();
        if next != **gateway {
            changes.push(next.into());
        }
    }
}

fn next_attachment(attachment: &VpcAttachment) -> VpcAttachment {
    let state = match attachment.state {
        AttachmentState::Attaching | AttachmentState::Attached => AttachmentState::Attached,
        AttachmentState::Detaching | AttachmentState::Detached => AttachmentState::Detached,
    };
    VpcAttachment { vpc_id: attachment.vpc_id.clone(), state }
}

fn advance_direct_connect(world: &World, now: Timestamp, changes: &mut Vec<Change>) {
    for interface in world.virtual_interfaces.values() {
        let mut next = (**interface).clone();
        match interface.state {
            Lifecycle::Pending => next.state = Lifecycle::Available,
            Lifecycle::Deleting => {
                next.state = Lifecycle::Deleted;
                next.deleted.get_or_insert(now);
            }
            Lifecycle::Deleted if expired(interface.deleted, now) => {
                changes.push(Change::Delete(EntityKey::VirtualInterface(interface.id.clone())));
                continue;
            }
            Lifecycle::Available | Lifecycle::Deleted => continue,
        }
        changes.push(next.into());
    }
    for connection in world.connections.values() {
        let mut next = (**connection).clone();
        match connection.state {
            Lifecycle::Pending => next.state = Lifecycle::Available,
            Lifecycle::Deleting => {
                next.state = Lifecycle::Deleted;
                next.deleted.get_or_insert(now);
            }
            Lifecycle::Deleted if expired(connection.deleted, now) => {
                changes.push(Change::Delete(EntityKey::Connection(connection.id.clone())));
                continue;
            }
            Lifecycle::Available | Lifecycle::Deleted => continue,
        }
        changes.push(next.into());
    }
    for session in world.bgp_sessions.values() {
        let orphaned = world
            .virtual_interfaces
            .get(&session.virtual_interface_id)
            .is_none_or(|interface| !interface.bgp_peers.iter().any(|peer| peer.id == session.peer_id));
        if orphaned {
            changes.push(Change::Delete(EntityKey::BgpSession(session.peer_id.clone())));
        }
    }
}

fn expired(deleted: Option<Timestamp>, now: Timestamp) -> bool {
    deleted.is_some_and(|moment| moment.plus_millis(DELETED_LISTED_MS) < now)
}

/// Whether [`advance`] has anything to wait for, so that a timer is worth keeping.
#[must_use]
pub fn is_settled(world: &World) -> bool {
    let settled = |state: Lifecycle| matches!(state, Lifecycle::Available | Lifecycle::Deleted);
    let still = |attachment: &VpcAttachment| {
        matches!(attachment.state, AttachmentState::Attached | AttachmentState::Detached)
    };
    world.vpcs.values().all(|vpc| settled(vpc.state))
        && world.subnets.values().all(|subnet| settled(subnet.state))
        && world
            .vpn_gateways
            .values()
            .all(|gateway| settled(gateway.state) && gateway.attachments.iter().all(still))
        && world.connections.values().all(|connection| settled(connection.state))
        && world.vpc_endpoints.values().map(Arc::as_ref).all(|endpoint| settled(endpoint.state))
        && world.virtual_interfaces.values().all(|interface| settled(interface.state))
}
