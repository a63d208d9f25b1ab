//! The `ec2` service: VPCs and what stands in them.
//!
//! Every operation takes the same road: the parameters (presence, spelling, unsupported ones), then `DryRun`, then
//! whether the things named exist, then whether their state lets it happen; a call that fails changes nothing. Codes
//! and texts are those clients branch on (EC2 API reference, "Error codes").

use sekisho_wire::ec2::{Request, Response};

use crate::{Call, Outcome};

mod account;
mod cidr;
mod dhcp_options;
mod endpoint_services;
mod error;
mod filters;
mod idempotency;
mod ids;
mod lookup;
mod network_acls;
mod network_interfaces;
mod pagination;
mod parameters;
mod prefix_lists;
mod regions;
mod route_tables;
mod routes;
mod rule_spec;
mod rules;
mod security_groups;
mod shapes;
mod subnets;
mod tags;
mod vpc_endpoints;
mod vpcs;
mod vpn_gateways;

macro_rules! route {
    ($call:ident, $request:expr, $($operation:ident => $function:path,)*) => {
        match $request {
            $(Request::$operation(input) => $function($call, input).map(|reply| reply.map(Response::$operation)),)*
        }
    };
}

/// Runs one EC2 operation.
///
/// # Errors
/// The service's own errors, exactly as a client would read them; the world is then unchanged.
pub fn dispatch(call: &mut Call<'_>, request: Request) -> Outcome<Response> {
    route! { call, parameters::check(request)?,
        AssociateRouteTable => route_tables::associate,
        AttachVpnGateway => vpn_gateways::attach,
        AuthorizeSecurityGroupEgress => rules::authorize_egress,
        AuthorizeSecurityGroupIngress => rules::authorize_ingress,
        CreateRoute => routes::create,
        CreateRouteTable => route_tables::create,
        CreateSecurityGroup => security_groups::create,
        CreateSubnet => subnets::create,
        CreateTags => tags::create,
        CreateVpc => vpcs::create,
        CreateVpcEndpoint => vpc_endpoints::create::create,
        CreateVpnGateway => vpn_gateways::create,
        DeleteRoute => routes::delete,
        DeleteRouteTable => route_tables::delete,
        DeleteSecurityGroup => security_groups::delete,
        DeleteSubnet => subnets::delete,
        DeleteTags => tags::delete,
        DeleteVpc => vpcs::delete,
        DeleteVpcEndpoints => vpc_endpoints::delete,
        DeleteVpnGateway => vpn_gateways::delete,
        DescribeAccountAttributes => account::describe_attributes,
        DescribeAvailabilityZones => regions::describe_zones,
        DescribeDhcpOptions => dhcp_options::describe,
        DescribeManagedPrefixLists => prefix_lists::describe_managed,
        DescribeNetworkAcls => network_acls::describe,
        DescribeNetworkInterfaces => network_interfaces::describe,
        DescribePrefixLists => prefix_lists::describe,
        DescribeRegions => regions::describe,
        DescribeRouteTables => route_tables::describe,
        DescribeSecurityGroupRules => rules::describe,
        DescribeSecurityGroups => security_groups::describe,
        DescribeSubnets => subnets::describe,
        DescribeTags => tags::describe,
        DescribeVpcAttribute => vpcs::describe_attribute,
        DescribeVpcEndpointServices => endpoint_services::describe,
        DescribeVpcEndpoints => vpc_endpoints::describe,
        DescribeVpcs => vpcs::describe,
        DescribeVpnGateways => vpn_gateways::describe,
        DetachVpnGateway => vpn_gateways::detach,
        DisableVgwRoutePropagation => route_tables::disable_propagation,
        DisassociateRouteTable => route_tables::disassociate,
        EnableVgwRoutePropagation => route_tables::enable_propagation,
        ModifySecurityGroupRules => rules::modify,
        ModifySubnetAttribute => subnets::modify_attribute,
        ModifyVpcAttribute => vpcs::modify_attribute,
        ModifyVpcEndpoint => vpc_endpoints::modify::modify,
        ReplaceRoute => routes::replace,
        ReplaceRouteTableAssociation => route_tables::replace_association,
        RevokeSecurityGroupEgress => rules::revoke_egress,
        RevokeSecurityGroupIngress => rules::revoke_ingress,
    }
}
