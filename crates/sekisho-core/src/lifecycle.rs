//! How resources move through their states without anybody calling.
//!
//! The shell tells which world revision the network has carried out; [`advance`] answers with the changes that follow:
//! what was pending and is now in effect becomes available, what was deleting is gone. Level-triggered: calling it
//! again with the same arguments gives nothing new, and a restart in the middle loses nothing.

use crate::{
    Change, EntityKey, Timestamp,
    direct_connect::{Connection, VirtualInterface},
    limits::DELETED_LISTED_MS,
    vpc::{AttachmentState, Lifecycle, VpcAttachment},
    world::World,
};

/// The changes due at `now`, when the network has carried out `world` as it stands.
#[must_use]
pub fn advance(world: &World, now: Timestamp) -> Vec<Change> {
    let mut changes = Vec::new();
    advance_vpcs(world, &mut changes);
    advance_endpoints(world, &mut changes);
    advance_gateways(world, now, &mut changes);
    advance_direct_connect(world, now, &mut changes);
    changes
}

fn advance_vpcs(world: &World, changes: &mut Vec<Change>) {
    for vpc in world.vpcs.values() {
        match vpc.state {
            Lifecycle::Pending => {
                changes.push(crate::vpc::Vpc { state: Lifecycle::Available, ..(**vpc).clone() }.into());
            }
            Lifecycle::Deleting | Lifecycle::Deleted => {
                changes.push(Change::Delete(EntityKey::Vpc(vpc.id.clone())));
            }
            Lifecycle::Available => {}
        }
    }
    for subnet in world.subnets.values() {
        match subnet.state {
            Lifecycle::Pending => {
                changes.push(crate::vpc::Subnet { state: Lifecycle::Available, ..(**subnet).clone() }.into());
            }
            Lifecycle::Deleting | Lifecycle::Deleted => {
                changes.push(Change::Delete(EntityKey::Subnet(subnet.id.clone())));
            }
            Lifecycle::Available => {}
        }
    }
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

/// What becomes of something that stays listed after it is gone.
enum Step {
    Stay,
    Become(Lifecycle, Option<Timestamp>),
    Forget,
}

fn step(state: Lifecycle, deleted: Option<Timestamp>, now: Timestamp) -> Step {
    let expired = deleted.is_some_and(|moment| moment.plus_millis(DELETED_LISTED_MS) < now);
    match state {
        Lifecycle::Available => Step::Stay,
        Lifecycle::Pending => Step::Become(Lifecycle::Available, deleted),
        Lifecycle::Deleting | Lifecycle::Deleted if expired => Step::Forget,
        Lifecycle::Deleted if deleted.is_some() => Step::Stay,
        Lifecycle::Deleting | Lifecycle::Deleted => Step::Become(Lifecycle::Deleted, deleted.or(Some(now))),
    }
}

fn advance_gateways(world: &World, now: Timestamp, changes: &mut Vec<Change>) {
    for gateway in world.vpn_gateways.values() {
        let mut next = (**gateway).clone();
        match step(gateway.state, gateway.deleted, now) {
            Step::Stay => {}
            Step::Become(state, deleted) => (next.state, next.deleted) = (state, deleted),
            Step::Forget => {
                changes.push(Change::Delete(EntityKey::VpnGateway(gateway.id.clone())));
                continue;
            }
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
        match step(interface.state, interface.deleted, now) {
            Step::Stay => {}
            Step::Become(state, deleted) => {
                changes.push(VirtualInterface { state, deleted, ..(**interface).clone() }.into());
            }
            Step::Forget => {
                changes.push(Change::Delete(EntityKey::VirtualInterface(interface.id.clone())));
            }
        }
    }
    for connection in world.connections.values() {
        match step(connection.state, connection.deleted, now) {
            Step::Stay => {}
            Step::Become(state, deleted) => {
                changes.push(Connection { state, deleted, ..(**connection).clone() }.into());
            }
            Step::Forget => changes.push(Change::Delete(EntityKey::Connection(connection.id.clone()))),
        }
    }
    for session in world.bgp_sessions.values() {
        let orphaned = world.virtual_interfaces.get(&session.virtual_interface_id).is_none_or(|interface| {
            !interface.state.is_live() || !interface.bgp_peers.iter().any(|peer| peer.id == session.peer_id)
        });
        if orphaned {
            changes.push(Change::Delete(EntityKey::BgpSession(session.peer_id.clone())));
        }
    }
}

/// Whether nothing is on its way: [`advance`] then only has deleted things left to forget, when their time is over.
#[must_use]
pub fn is_settled(world: &World) -> bool {
    let settled = |state: Lifecycle| matches!(state, Lifecycle::Available | Lifecycle::Deleted);
    // These are not listed once they are gone.
    let here = |state: Lifecycle| state == Lifecycle::Available;
    let still = |attachment: &VpcAttachment| {
        matches!(attachment.state, AttachmentState::Attached | AttachmentState::Detached)
    };
    world.vpcs.values().all(|vpc| here(vpc.state))
        && world.subnets.values().all(|subnet| here(subnet.state))
        && world
            .vpn_gateways
            .values()
            .all(|gateway| settled(gateway.state) && gateway.attachments.iter().all(still))
        && world.connections.values().all(|connection| settled(connection.state))
        && world.vpc_endpoints.values().all(|endpoint| here(endpoint.state))
        && world.virtual_interfaces.values().all(|interface| settled(interface.state))
}
