//! Route tables and virtual private gateways.

use sekisho_core::{
    World,
    route::{Route, routes_of},
    vpc::{AttachmentState, RouteTable, RouteTableAssociation, RouteTarget, VpcAttachment, VpnGateway},
};
use sekisho_wire::ec2 as wire;

use super::{state, tags, text};

/// A route table with all its routes.
pub(in crate::ec2) fn route_table(world: &World, table: &RouteTable) -> wire::RouteTable {
    wire::RouteTable {
        associations: Some(table.associations.iter().map(|link| association(table, link)).collect()),
        propagating_vgws: Some(
            table
                .propagating_gateways
                .iter()
                .map(|id| wire::PropagatingVgw { gateway_id: text(id) })
                .collect(),
        ),
        route_table_id: text(&table.id),
        routes: Some(routes_of(world, table).iter().map(|entry| route(world, entry)).collect()),
        tags: tags(&table.tags),
        vpc_id: text(&table.vpc_id),
        owner_id: text(world.account_id()),
    }
}

fn association(table: &RouteTable, link: &RouteTableAssociation) -> wire::RouteTableAssociation {
    wire::RouteTableAssociation {
        main: Some(link.subnet_id.is_none()),
        route_table_association_id: text(&link.id),
        route_table_id: text(&table.id),
        subnet_id: link.subnet_id.as_ref().and_then(text),
        association_state: associated(),
        ..Default::default()
    }
}

/// `associationState` of an association that is in effect.
pub(in crate::ec2) fn associated() -> Option<wire::RouteTableAssociationState> {
    Some(wire::RouteTableAssociationState { state: text("associated"), ..Default::default() })
}

fn route(world: &World, route: &Route) -> wire::Route {
    let mut shape = wire::Route {
        destination_cidr_block: text(route.destination),
        origin: text(route.origin.as_str()),
        state: text(route_state(route)),
        ..Default::default()
    };
    match &route.target {
        RouteTarget::Local => shape.gateway_id = text("local"),
        RouteTarget::VpnGateway(id) => shape.gateway_id = text(id),
        RouteTarget::NetworkInterface(id) => {
            shape.network_interface_id = text(id);
            shape.instance_owner_id =
                world.network_interfaces.contains_key(id).then(|| super::interface::SERVICE_OWNER.to_owned());
        }
    }
    shape
}

/// `active` or `blackhole`.
pub(in crate::ec2) const fn route_state(route: &Route) -> &'static str {
    if route.active { "active" } else { "blackhole" }
}

/// A virtual private gateway.
pub(in crate::ec2) fn vpn_gateway(gateway: &VpnGateway) -> wire::VpnGateway {
    wire::VpnGateway {
        amazon_side_asn: Some(i64::from(gateway.amazon_side_asn)),
        tags: tags(&gateway.tags),
        vpn_gateway_id: text(&gateway.id),
        state: text(state(gateway.state)),
        type_: text("ipsec.1"),
        vpc_attachments: Some(gateway.attachments.iter().map(attachment).collect()),
        ..Default::default()
    }
}

/// A gateway's attachment.
pub(in crate::ec2) fn attachment(attachment: &VpcAttachment) -> wire::VpcAttachment {
    wire::VpcAttachment { vpc_id: text(&attachment.vpc_id), state: text(attachment_state(attachment.state)) }
}

/// AWS's word for an attachment's state.
pub(in crate::ec2) const fn attachment_state(state: AttachmentState) -> &'static str {
    match state {
        AttachmentState::Attaching => "attaching",
        AttachmentState::Attached => "attached",
        AttachmentState::Detaching => "detaching",
        AttachmentState::Detached => "detached",
    }
}
