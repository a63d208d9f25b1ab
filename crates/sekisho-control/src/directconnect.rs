//! The `directconnect` service: connections, private virtual interfaces and their BGP peers.
//!
//! Direct Connect has one error code for every fault of the caller, `DirectConnectClientException`; clients tell faults
//! apart by the text, so the texts they look for are exact (see `error`). Whatever is not served (LAGs, MACsec, hosted
//! connections, SiteLink, Direct Connect gateways, IPv6 peers) is refused with a sentence that says so; no member of a
//! request is accepted and then ignored. An operation that fails changes nothing.

use sekisho_wire::directconnect::{Request, Response};

use crate::{Call, Outcome};

mod addresses;
mod connections;
mod error;
mod input;
mod locations;
mod pagination;
mod peers;
mod router_configuration;
mod shapes;
mod tags;
mod virtual_gateways;
mod virtual_interfaces;

macro_rules! route {
    ($call:ident, $request:ident, $($operation:ident => $function:path,)*) => {
        match $request {
            $(Request::$operation(input) => $function($call, input).map(|reply| reply.map(Response::$operation)),)*
        }
    };
}

/// Runs one Direct Connect operation.
///
/// # Errors
/// `DirectConnectClientException` with status 400, or one of the two tag errors; the world is then unchanged.
pub fn dispatch(call: &mut Call<'_>, request: Request) -> Outcome<Response> {
    route! { call, request,
        ConfirmConnection => connections::confirm,
        CreateBGPPeer => peers::create,
        CreateConnection => connections::create,
        CreatePrivateVirtualInterface => virtual_interfaces::create,
        DeleteBGPPeer => peers::delete,
        DeleteConnection => connections::delete,
        DeleteVirtualInterface => virtual_interfaces::delete,
        DescribeConnections => connections::describe,
        DescribeLocations => locations::describe,
        DescribeRouterConfiguration => router_configuration::describe,
        DescribeTags => tags::describe,
        DescribeVirtualGateways => virtual_gateways::describe,
        DescribeVirtualInterfaces => virtual_interfaces::describe,
        TagResource => tags::tag,
        UntagResource => tags::untag,
        UpdateConnection => connections::update,
        UpdateVirtualInterfaceAttributes => virtual_interfaces::update_attributes,
    }
}
