//! Route tables, routes, gateways and propagation.

use std::net::Ipv4Addr;

use sekisho_core::{
    Timestamp,
    direct_connect::{BgpSession, LearnedRoute, VirtualInterface},
    id::{BgpPeerId, ConnectionId, VirtualInterfaceId, VpnGatewayId},
    vpc::{Lifecycle, Tags},
};

use crate::support::{ACCOUNT, Lab};

#[test]
fn subnets_follow_their_associations() {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    let subnet = lab.subnet(&vpc, "10.0.1.0/24", 'a');
    let table = lab.ok("CreateRouteTable", &format!("VpcId={vpc}")).text("routeTable.routeTableId");
    let other = lab.ok("CreateRouteTable", &format!("VpcId={vpc}")).text("routeTable.routeTableId");
    let made = lab.ok("AssociateRouteTable", &format!("RouteTableId={table}&SubnetId={subnet}"));
    assert_eq!(made.text("associationState.state"), "associated");
    let association = made.text("associationId");
    let again = lab.ok("AssociateRouteTable", &format!("RouteTableId={table}&SubnetId={subnet}"));
    assert_eq!((again.text("associationId"), again.changed), (association.clone(), false));
    lab.refused(
        "AssociateRouteTable",
        &format!("RouteTableId={other}&SubnetId={subnet}"),
        "Resource.AlreadyAssociated",
        &format!("the specified association for route table {other} conflicts with an existing association"),
    );
    let found = lab.ok(
        "DescribeRouteTables",
        &format!("Filter.1.Name=association.route-table-association-id&Filter.1.Value.1={association}"),
    );
    assert_eq!(found.text("routeTableSet.0.routeTableId"), table);
    assert_eq!(found.text("routeTableSet.0.associationSet.0.subnetId"), subnet);
    let moved = lab
        .ok("ReplaceRouteTableAssociation", &format!("AssociationId={association}&RouteTableId={other}"))
        .text("newAssociationId");
    assert_ne!(moved, association);
    assert_eq!(
        lab.fails("DisassociateRouteTable", &format!("AssociationId={association}")).code,
        "InvalidAssociationID.NotFound"
    );
    assert_eq!(lab.fails("DeleteRouteTable", &format!("RouteTableId={other}")).code, "DependencyViolation");
    lab.ok("DisassociateRouteTable", &format!("AssociationId={moved}"));
    lab.ok("DeleteRouteTable", &format!("RouteTableId={other}"));
}

#[test]
fn the_main_association_moves_but_never_goes() {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    let main = lab.main_table(&vpc);
    let table = lab.ok("CreateRouteTable", &format!("VpcId={vpc}")).text("routeTable.routeTableId");
    let association = lab
        .ok("DescribeRouteTables", &format!("RouteTableId.1={main}"))
        .text("routeTableSet.0.associationSet.0.routeTableAssociationId");
    lab.refused(
        "DisassociateRouteTable",
        &format!("AssociationId={association}"),
        "InvalidParameterValue",
        &format!("cannot disassociate the main route table association {association}"),
    );
    lab.ok("ReplaceRouteTableAssociation", &format!("AssociationId={association}&RouteTableId={table}"));
    assert_eq!(lab.main_table(&vpc), table);
    lab.ok("DeleteRouteTable", &format!("RouteTableId={main}"));
    lab.ok("DeleteVpc", &format!("VpcId={vpc}"));
}

#[test]
fn networks_do_not_mix() {
    let mut lab = Lab::new();
    let (one, other) = (lab.vpc(), lab.vpc());
    let subnet = lab.subnet(&one, "10.0.1.0/24", 'a');
    let table = lab.main_table(&other);
    lab.refused(
        "AssociateRouteTable",
        &format!("RouteTableId={table}&SubnetId={subnet}"),
        "InvalidParameterValue",
        &format!("Route table {table} and subnet {subnet} belong to different networks"),
    );
    let gateway = lab.attached_gateway(&one);
    lab.refused(
        "CreateRoute",
        &format!("RouteTableId={table}&DestinationCidrBlock=192.168.0.0/16&GatewayId={gateway}"),
        "InvalidParameterValue",
        &format!("route table {table} and network gateway {gateway} belong to different networks"),
    );
    lab.refused(
        "EnableVgwRoutePropagation",
        &format!("RouteTableId={table}&GatewayId={gateway}"),
        "Gateway.NotAttached",
        &format!("resource {gateway} is not attached to network {other}"),
    );
    lab.refused(
        "AttachVpnGateway",
        &format!("VpcId={other}&VpnGatewayId={gateway}"),
        "VpnGatewayAttachmentLimitExceeded",
        &format!("The virtual private gateway '{gateway}' is already attached to VPC '{one}'"),
    );
    let second = lab.ok("CreateVpnGateway", "Type=ipsec.1").text("vpnGateway.vpnGatewayId");
    assert_eq!(
        lab.fails("AttachVpnGateway", &format!("VpcId={one}&VpnGatewayId={second}")).code,
        "InvalidVpcState"
    );
}

#[test]
fn static_routes() {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    let table = lab.main_table(&vpc);
    let gateway = lab.attached_gateway(&vpc);
    let route = |block: &str| format!("RouteTableId={table}&DestinationCidrBlock={block}");
    let to = |block: &str| format!("{}&GatewayId={gateway}", route(block));
    assert_eq!(lab.ok("CreateRoute", &to("192.168.1.7/16")).text("return"), "true");
    lab.refused(
        "CreateRoute",
        &to("192.168.0.0/16"),
        "RouteAlreadyExists",
        "The route identified by 192.168.0.0/16 already exists.",
    );
    lab.refused(
        "CreateRoute",
        &to("10.0.0.0/16"),
        "RouteAlreadyExists",
        "The route identified by 10.0.0.0/16 already exists.",
    );
    for (parameters, code) in [
        (to("x"), "InvalidParameterValue"),
        (to("10.0.5.0/24"), "InvalidParameterValue"),
        (to("169.254.169.0/24"), "InvalidParameterValue"),
        (route("0.0.0.0/0"), "MissingParameter"),
        (format!("{}&NetworkInterfaceId=eni-12345678", to("0.0.0.0/0")), "InvalidParameterCombination"),
        (
            format!("{}&NetworkInterfaceId=eni-12345678", route("0.0.0.0/0")),
            "InvalidNetworkInterfaceID.NotFound",
        ),
        (format!("{}&GatewayId=local", route("0.0.0.0/0")), "InvalidParameterValue"),
    ] {
        assert_eq!(lab.fails("CreateRoute", &parameters).code, code, "{parameters}");
    }
    lab.refused(
        "ReplaceRoute",
        &to("172.16.0.0/12"),
        "InvalidParameterValue",
        "There is no route defined for '172.16.0.0/12' in the route table. Use CreateRoute instead.",
    );
    lab.refused(
        "DeleteRoute",
        &route("172.16.0.0/12"),
        "InvalidRoute.NotFound",
        &format!("no route with destination-cidr-block 172.16.0.0/12 in route table {table}"),
    );
    assert_eq!(lab.fails("DeleteRoute", &route("10.0.0.0/16")).code, "InvalidParameterValue");

    let read = lab.ok("DescribeRouteTables", &format!("RouteTableId.1={table}"));
    assert_eq!(
        read.each("routeTableSet.0.routeSet", "destinationCidrBlock"),
        ["10.0.0.0/16", "192.168.0.0/16"]
    );
    assert_eq!(read.text("routeTableSet.0.routeSet.1.gatewayId"), gateway);
    assert_eq!(read.text("routeTableSet.0.routeSet.1.origin"), "CreateRoute");
    assert_eq!(read.text("routeTableSet.0.routeSet.1.state"), "active");

    let subnet = lab.subnet(&vpc, "10.0.1.0/24", 'a');
    lab.endpoint(&vpc, &format!("&SubnetId.1={subnet}"));
    let interface = lab.ok("DescribeNetworkInterfaces", "").text("networkInterfaceSet.0.networkInterfaceId");
    lab.ok("ReplaceRoute", &format!("{}&NetworkInterfaceId={interface}", route("192.168.0.0/16")));
    let read = lab.ok("DescribeRouteTables", &format!("RouteTableId.1={table}"));
    assert_eq!(read.text("routeTableSet.0.routeSet.1.networkInterfaceId"), interface);
    lab.ok("ReplaceRoute", &to("192.168.0.0/16"));

    lab.ok("DetachVpnGateway", &format!("VpcId={vpc}&VpnGatewayId={gateway}"));
    let read = lab.ok("DescribeRouteTables", "Filter.1.Name=route.state&Filter.1.Value.1=blackhole");
    assert_eq!(read.text("routeTableSet.0.routeSet.1.state"), "blackhole");
    lab.ok("DeleteRoute", &route("192.168.0.0/16"));
}

#[test]
fn fifty_routes_a_table() {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    let table = lab.main_table(&vpc);
    let gateway = lab.attached_gateway(&vpc);
    let to = |index: usize| {
        format!("RouteTableId={table}&DestinationCidrBlock=172.16.{index}.0/24&GatewayId={gateway}")
    };
    for index in 0..50 {
        lab.ok("CreateRoute", &to(index));
    }
    assert_eq!(lab.fails("CreateRoute", &to(50)).code, "RouteLimitExceeded");
}

#[test]
fn a_gateway_lives_and_dies() {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    let made = lab.ok("CreateVpnGateway", "Type=ipsec.1");
    for (path, expected) in [("state", "pending"), ("type", "ipsec.1"), ("amazonSideAsn", "64512")] {
        assert_eq!(made.text(&format!("vpnGateway.{path}")), expected);
    }
    assert_eq!(made.count("vpnGateway.attachments"), 0);
    let id = made.text("vpnGateway.vpnGatewayId");
    let pair = format!("VpcId={vpc}&VpnGatewayId={id}");
    lab.refused(
        "DetachVpnGateway",
        &pair,
        "InvalidVpnGatewayAttachment.NotFound",
        &format!("The attachment with vpn gateway ID '{id}' and vpc ID '{vpc}' does not exist"),
    );
    assert_eq!(lab.ok("AttachVpnGateway", &pair).text("attachment.state"), "attaching");
    assert!(!lab.ok("AttachVpnGateway", &pair).changed);
    lab.settle();
    let read =
        lab.ok("DescribeVpnGateways", &format!("Filter.1.Name=attachment.vpc-id&Filter.1.Value.1={vpc}"));
    assert_eq!(read.text("vpnGatewaySet.0.state"), "available");
    assert_eq!(read.text("vpnGatewaySet.0.attachments.0.state"), "attached");
    let table = lab.main_table(&vpc);
    lab.ok("EnableVgwRoutePropagation", &format!("RouteTableId={table}&GatewayId={id}"));
    assert!(!lab.ok("EnableVgwRoutePropagation", &format!("RouteTableId={table}&GatewayId={id}")).changed);
    let read = lab.ok("DescribeRouteTables", &format!("RouteTableId.1={table}"));
    assert_eq!(read.each("routeTableSet.0.propagatingVgwSet", "gatewayId"), [id.as_str()]);
    lab.ok("DetachVpnGateway", &pair);
    assert_eq!(lab.fails("AttachVpnGateway", &pair).code, "IncorrectState");
    lab.settle();
    lab.ok("DeleteVpnGateway", &format!("VpnGatewayId={id}"));
    let read = lab.ok("DescribeRouteTables", &format!("RouteTableId.1={table}"));
    assert_eq!(read.count("routeTableSet.0.propagatingVgwSet"), 0);
    lab.settle();
    assert_eq!(
        lab.ok("DescribeVpnGateways", &format!("VpnGatewayId.1={id}")).text("vpnGatewaySet.0.state"),
        "deleted"
    );
    assert_eq!(
        lab.fails("DeleteVpnGateway", &format!("VpnGatewayId={id}")).code,
        "InvalidVpnGatewayID.NotFound"
    );
    lab.now = Timestamp(lab.now.0 + 16 * 60 * 1000);
    lab.settle();
    assert_eq!(
        lab.fails("DescribeVpnGateways", &format!("VpnGatewayId.1={id}")).code,
        "InvalidVpnGatewayID.NotFound"
    );
}

#[test]
fn a_client_token_repeats_a_table() {
    let mut lab = Lab::new();
    let (vpc, other) = (lab.vpc(), lab.vpc());
    let create = format!("VpcId={vpc}&ClientToken=t1");
    let first = lab.ok("CreateRouteTable", &create);
    let again = lab.ok("CreateRouteTable", &create);
    assert_eq!(first.text("clientToken"), "t1");
    assert_eq!(first.text("routeTable.routeTableId"), again.text("routeTable.routeTableId"));
    assert!(!again.changed);
    assert_eq!(first.text("routeTable.ownerId"), ACCOUNT);
    for other in [
        format!("VpcId={other}&ClientToken=t1"),
        format!("{create}&TagSpecification.1.ResourceType=route-table&TagSpecification.1.Tag.1.Key=k"),
    ] {
        assert_eq!(lab.fails("CreateRouteTable", &other).code, "IdempotentParameterMismatch");
    }
}

#[test]
fn learned_routes_show_until_propagation_ends() {
    let mut lab = Lab::new();
    let vpc = lab.vpc();
    let gateway = lab.attached_gateway(&vpc);
    let table = lab.main_table(&vpc);
    learn(&mut lab, &gateway, &["192.168.0.0/16", "10.200.0.0/24"]);
    lab.ok("EnableVgwRoutePropagation", &format!("RouteTableId={table}&GatewayId={gateway}"));
    let read = lab.ok("DescribeRouteTables", &format!("RouteTableId.1={table}"));
    assert_eq!(
        read.each("routeTableSet.0.routeSet", "destinationCidrBlock"),
        ["10.0.0.0/16", "10.200.0.0/24", "192.168.0.0/16"]
    );
    assert_eq!(read.text("routeTableSet.0.routeSet.1.origin"), "EnableVgwRoutePropagation");
    assert_eq!(read.text("routeTableSet.0.routeSet.1.gatewayId"), gateway);
    // A static route to the same prefix hides the learned one.
    lab.ok(
        "CreateRoute",
        &format!("RouteTableId={table}&DestinationCidrBlock=192.168.0.0/16&GatewayId={gateway}"),
    );
    let read = lab.ok("DescribeRouteTables", &format!("RouteTableId.1={table}"));
    assert_eq!(
        read.each("routeTableSet.0.routeSet", "origin"),
        ["CreateRouteTable", "CreateRoute", "EnableVgwRoutePropagation"]
    );
    lab.ok("DisableVgwRoutePropagation", &format!("RouteTableId={table}&GatewayId={gateway}"));
    let read = lab.ok("DescribeRouteTables", &format!("RouteTableId.1={table}"));
    assert_eq!(read.count("routeTableSet.0.routeSet"), 2);
    assert!(
        !lab.ok("DisableVgwRoutePropagation", &format!("RouteTableId={table}&GatewayId={gateway}")).changed
    );
}

#[test]
fn a_gateway_with_a_virtual_interface_stays() {
    let mut lab = Lab::new();
    let gateway = lab.ok("CreateVpnGateway", "Type=ipsec.1").text("vpnGateway.vpnGatewayId");
    learn(&mut lab, &gateway, &[]);
    let error = lab.fails("DeleteVpnGateway", &format!("VpnGatewayId={gateway}"));
    assert_eq!(error.code, "IncorrectState");
}

/// A virtual interface on the gateway whose session has learned these prefixes.
fn learn(lab: &mut Lab, gateway: &str, prefixes: &[&str]) {
    let id = VirtualInterfaceId::from("dxvif-12345678");
    let interface = VirtualInterface {
        id: id.clone(),
        connection_id: ConnectionId::from("dxcon-12345678"),
        name: "v".to_owned(),
        vlan: 101,
        mtu: 1500,
        virtual_gateway_id: VpnGatewayId::from(gateway),
        state: Lifecycle::Available,
        bgp_peers: Vec::new(),
        site_link_enabled: false,
        created: lab.now,
        deleted: None,
        tags: Tags::new(),
    };
    let learned = |prefix: &&str| LearnedRoute {
        prefix: prefix.parse().expect("a prefix"),
        next_hop: Ipv4Addr::new(169, 254, 0, 2),
        as_path: vec![65000],
    };
    let session = BgpSession {
        peer_id: BgpPeerId::from("dxpeer-12345678"),
        virtual_interface_id: id,
        established: true,
        state: "Established".to_owned(),
        accepted: prefixes.iter().map(learned).collect(),
        advertised: Vec::new(),
        last_error: None,
        since: lab.now,
    };
    lab.world = lab.world.apply(&[interface.into(), session.into()]);
}
