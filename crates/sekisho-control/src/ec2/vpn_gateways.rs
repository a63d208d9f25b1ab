//! Virtual private gateways: the VPC's end of Direct Connect.
//!
//! One gateway a VPC, one VPC a gateway. A deleted gateway stays listed for a while; attachments move through
//! `attaching` and `detaching` without further calls.

use sekisho_core::{
    Change,
    id::{VpcId, VpnGatewayId},
    limits::VPN_GATEWAYS_MAX,
    vpc::{AttachmentState, Lifecycle, VpcAttachment, VpnGateway},
};
use sekisho_wire::{
    AwsError,
    ec2::{
        AttachVpnGatewayInput, AttachVpnGatewayOutput, CreateVpnGatewayInput, CreateVpnGatewayOutput,
        DeleteVpnGatewayInput, DeleteVpnGatewayOutput, DescribeVpnGatewaysInput, DescribeVpnGatewaysOutput,
        DetachVpnGatewayInput, DetachVpnGatewayOutput,
    },
};

use super::{
    error::invalid_value,
    filters::{Filters, one},
    ids, lookup,
    parameters::dry_run,
    shapes, tags,
};
use crate::{Call, Outcome, Reply};

/// Amazon's side unless another is asked for.
const DEFAULT_ASN: u32 = 64512;

/// Whether a gateway's attachment keeps a VPC from being deleted.
pub(super) fn holds(gateway: &VpnGateway, vpc: &VpcId) -> bool {
    gateway
        .attachments
        .iter()
        .any(|attachment| attachment.vpc_id == *vpc && attachment.state != AttachmentState::Detached)
}

/// `CreateVpnGateway`.
pub(super) fn create(call: &mut Call<'_>, input: CreateVpnGatewayInput) -> Outcome<CreateVpnGatewayOutput> {
    let amazon_side_asn = match input.amazon_side_asn {
        None => DEFAULT_ASN,
        Some(number) => u32::try_from(number)
            .ok()
            .filter(|asn| matches!(asn, 64512..=65534 | 4_200_000_000..=4_294_967_294))
            .ok_or_else(|| {
                invalid_value(
                    &number.to_string(),
                    "amazonSideAsn",
                    "It must be a private ASN: 64512 to 65534, or 4200000000 to 4294967294.",
                )
            })?,
    };
    let tags = tags::on_create(input.tag_specifications.as_deref(), ids::VPN_GATEWAY.resource_type)?;
    dry_run(input.dry_run)?;
    let live = call
        .world
        .vpn_gateways
        .values()
        .filter(|gateway| matches!(gateway.state, Lifecycle::Pending | Lifecycle::Available));
    if live.count() >= VPN_GATEWAYS_MAX {
        return Err(AwsError::ec2(
            "VpnGatewayLimitExceeded",
            "The maximum number of virtual private gateways has been reached.",
        ));
    }
    let gateway = VpnGateway {
        id: VpnGatewayId::from(format!("vgw-{}", call.mint.hex(17))),
        amazon_side_asn,
        state: Lifecycle::Pending,
        attachments: Vec::new(),
        tags,
        deleted: None,
    };
    let output = CreateVpnGatewayOutput { vpn_gateway: Some(shapes::routing::vpn_gateway(&gateway)) };
    Ok(Reply::write(output, vec![gateway.into()]))
}

/// `DescribeVpnGateways`, deleted ones included.
pub(super) fn describe(
    call: &mut Call<'_>,
    input: DescribeVpnGatewaysInput,
) -> Outcome<DescribeVpnGatewaysOutput> {
    const NAMES: &[&str] = &[
        "amazon-side-asn",
        "attachment.state",
        "attachment.vpc-id",
        "availability-zone",
        "state",
        "type",
        "vpn-gateway-id",
    ];
    let wanted: Vec<VpnGatewayId> = ids::VPN_GATEWAY.parse_all(input.vpn_gateway_ids.as_deref())?;
    let filters = Filters::parse(input.filters.as_deref(), NAMES, true)?;
    dry_run(input.dry_run)?;
    let chosen = lookup::select(call.world.vpn_gateways.values(), &wanted, &ids::VPN_GATEWAY)?;
    let gateways = chosen
        .into_iter()
        .filter(|gateway| filters.matches(&gateway.tags, |name| property(gateway, name)))
        .map(shapes::routing::vpn_gateway)
        .collect();
    Ok(Reply::read(DescribeVpnGatewaysOutput { vpn_gateways: Some(gateways) }))
}

fn property(gateway: &VpnGateway, name: &str) -> Vec<String> {
    let attachments = || gateway.attachments.iter();
    match name {
        "amazon-side-asn" => one(gateway.amazon_side_asn),
        "attachment.state" => attachments()
            .map(|attachment| shapes::routing::attachment_state(attachment.state).to_owned())
            .collect(),
        "attachment.vpc-id" => attachments().map(|attachment| attachment.vpc_id.to_string()).collect(),
        "state" => one(shapes::state(gateway.state)),
        "type" => one("ipsec.1"),
        "vpn-gateway-id" => one(&gateway.id),
        _ => Vec::new(),
    }
}

/// `AttachVpnGateway`. Asking again for what is already so gives the same answer.
pub(super) fn attach(call: &mut Call<'_>, input: AttachVpnGatewayInput) -> Outcome<AttachVpnGatewayOutput> {
    let vpc_id: VpcId = ids::VPC.parse(input.vpc_id.as_deref().unwrap_or_default())?;
    let id: VpnGatewayId = ids::VPN_GATEWAY.parse(input.vpn_gateway_id.as_deref().unwrap_or_default())?;
    dry_run(input.dry_run)?;
    let world = call.world;
    lookup::vpc(world, &vpc_id)?;
    let mut gateway = lookup::vpn_gateway(world, &id)?.clone();
    let live = |attachment: &&VpcAttachment| attachment.state != AttachmentState::Detached;
    match gateway.attachments.iter().find(live) {
        Some(attachment) if attachment.state == AttachmentState::Detaching => {
            return Err(AwsError::ec2(
                "IncorrectState",
                format!(
                    "The virtual private gateway '{id}' is being detached from VPC '{}'",
                    attachment.vpc_id
                ),
            ));
        }
        Some(attachment) if attachment.vpc_id == vpc_id => {
            let shape = shapes::routing::attachment(attachment);
            return Ok(Reply::read(AttachVpnGatewayOutput { vpc_attachment: Some(shape) }));
        }
        Some(attachment) => {
            return Err(AwsError::ec2(
                "VpnGatewayAttachmentLimitExceeded",
                format!(
                    "The virtual private gateway '{id}' is already attached to VPC '{}'",
                    attachment.vpc_id
                ),
            ));
        }
        None => {}
    }
    if let Some(other) = world.vpn_gateways.values().find(|gateway| holds(gateway, &vpc_id)) {
        return Err(AwsError::ec2(
            "InvalidVpcState",
            format!("VPC '{vpc_id}' already has the virtual private gateway '{}' attached", other.id),
        ));
    }
    let attachment = VpcAttachment { vpc_id, state: AttachmentState::Attaching };
    let shape = shapes::routing::attachment(&attachment);
    gateway.attachments = vec![attachment];
    let output = AttachVpnGatewayOutput { vpc_attachment: Some(shape) };
    Ok(Reply::write(output, vec![gateway.into()]))
}

/// `DetachVpnGateway`.
pub(super) fn detach(call: &mut Call<'_>, input: DetachVpnGatewayInput) -> Outcome<DetachVpnGatewayOutput> {
    let vpc_id: VpcId = ids::VPC.parse(input.vpc_id.as_deref().unwrap_or_default())?;
    let id: VpnGatewayId = ids::VPN_GATEWAY.parse(input.vpn_gateway_id.as_deref().unwrap_or_default())?;
    dry_run(input.dry_run)?;
    lookup::vpc(call.world, &vpc_id)?;
    let mut gateway = lookup::vpn_gateway(call.world, &id)?.clone();
    let live = |attachment: &&mut VpcAttachment| {
        attachment.vpc_id == vpc_id
            && matches!(attachment.state, AttachmentState::Attaching | AttachmentState::Attached)
    };
    let Some(attachment) = gateway.attachments.iter_mut().find(live) else {
        return Err(AwsError::ec2(
            "InvalidVpnGatewayAttachment.NotFound",
            format!("The attachment with vpn gateway ID '{id}' and vpc ID '{vpc_id}' does not exist"),
        ));
    };
    attachment.state = AttachmentState::Detaching;
    Ok(Reply::write(DetachVpnGatewayOutput::default(), vec![gateway.into()]))
}

/// `DeleteVpnGateway`: detached, and without virtual interfaces. Tables stop propagating from it; static routes to it
/// stay and are blackholes.
pub(super) fn delete(call: &mut Call<'_>, input: DeleteVpnGatewayInput) -> Outcome<DeleteVpnGatewayOutput> {
    let id: VpnGatewayId = ids::VPN_GATEWAY.parse(input.vpn_gateway_id.as_deref().unwrap_or_default())?;
    dry_run(input.dry_run)?;
    let world = call.world;
    let mut gateway = lookup::vpn_gateway(world, &id)?.clone();
    let busy =
        |text: &str| AwsError::ec2("IncorrectState", format!("The virtual private gateway '{id}' {text}"));
    if gateway.attachments.iter().any(|attachment| attachment.state != AttachmentState::Detached) {
        return Err(busy("is attached to a VPC"));
    }
    let ends_here = world.virtual_interfaces.values().any(|interface| {
        interface.virtual_gateway_id == id
            && matches!(interface.state, Lifecycle::Pending | Lifecycle::Available)
    });
    if ends_here {
        return Err(busy("has virtual interfaces"));
    }
    gateway.state = Lifecycle::Deleting;
    gateway.deleted = Some(call.now);
    let mut changes: Vec<Change> = vec![gateway.into()];
    for table in world.route_tables.values().filter(|table| table.propagating_gateways.contains(&id)) {
        let mut table = (**table).clone();
        table.propagating_gateways.retain(|propagating| *propagating != id);
        changes.push(table.into());
    }
    Ok(Reply::write(DeleteVpnGatewayOutput::default(), changes))
}
