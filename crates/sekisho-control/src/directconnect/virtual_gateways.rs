//! Virtual private gateways as Direct Connect sees them: an id and a state.

use sekisho_core::{
    World,
    id::VpnGatewayId,
    vpc::{Lifecycle, VpnGateway},
};
use sekisho_wire::{
    AwsError,
    directconnect::{DescribeVirtualGatewaysInput, VirtualGateway, VirtualGateways},
};

use super::error::{client, shown};
use crate::{Call, Outcome, Reply};

/// `DescribeVirtualGateways`.
pub(super) fn describe(
    call: &mut Call<'_>,
    _input: DescribeVirtualGatewaysInput,
) -> Outcome<VirtualGateways> {
    let gateways = call.world.vpn_gateways.values().map(|gateway| VirtualGateway {
        virtual_gateway_id: Some(gateway.id.to_string()),
        virtual_gateway_state: Some(state(gateway.state).to_owned()),
    });
    Ok(Reply::read(VirtualGateways { virtual_gateways: Some(gateways.collect()) }))
}

const fn state(state: Lifecycle) -> &'static str {
    match state {
        Lifecycle::Pending => "pending",
        Lifecycle::Available => "available",
        Lifecycle::Deleting => "deleting",
        Lifecycle::Deleted => "deleted",
    }
}

/// A gateway that an interface can end on.
pub(super) fn find<'w>(world: &'w World, id: &str) -> Result<&'w VpnGateway, AwsError> {
    world
        .vpn_gateways
        .get(&VpnGatewayId::from(id))
        .filter(|gateway| matches!(gateway.state, Lifecycle::Pending | Lifecycle::Available))
        .map(|gateway| &**gateway)
        .ok_or_else(|| client(format!("Virtual Gateway with ID {} does not exist", shown(id))))
}
