//! Where an endpoint stands: one interface in each of its subnets, one subnet in each zone.
//!
//! An interface gets the address asked for, else the lowest free one of its subnet, and keeps it.

use std::{
    collections::{BTreeMap, BTreeSet},
    net::Ipv4Addr,
};

use sekisho_core::{
    Mint, Timestamp, World,
    id::{NetworkInterfaceId, SecurityGroupId, SubnetId, VpcEndpointId},
    vpc::{NetworkInterface, Subnet, Tags, Vpc},
};
use sekisho_wire::{AwsError, ec2::SubnetConfiguration};

use crate::ec2::{
    cidr,
    error::{bad_parameter, bad_value, invalid_value, missing, unsupported},
    ids, lookup,
};

/// Addresses asked for, by subnet. `subnets` are the ones that get an interface in the same call.
pub(super) fn parse_addresses(
    configurations: Option<&[SubnetConfiguration]>,
    subnets: &[SubnetId],
) -> Result<BTreeMap<SubnetId, Ipv4Addr>, AwsError> {
    let mut addresses = BTreeMap::new();
    for configuration in configurations.unwrap_or_default() {
        let id = configuration.subnet_id.as_deref().ok_or_else(|| missing("subnetConfiguration.subnetId"))?;
        let id: SubnetId = ids::SUBNET.parse(id)?;
        if configuration.ipv6.as_deref().is_some_and(|address| !address.is_empty()) {
            return Err(unsupported("The parameter SubnetConfiguration.Ipv6 is not supported."));
        }
        let Some(address) = configuration.ipv4.as_deref().filter(|address| !address.is_empty()) else {
            return Err(missing("subnetConfiguration.ipv4"));
        };
        let address: Ipv4Addr =
            address.parse().map_err(|_| invalid_value(address, "subnetConfiguration.ipv4", ""))?;
        if !subnets.contains(&id) {
            return Err(bad_parameter(format!(
                "The subnet {id} of a subnet configuration must also be one of the subnets that the call adds."
            )));
        }
        if addresses.insert(id.clone(), address).is_some() {
            return Err(bad_parameter(format!("The subnet {id} has more than one subnet configuration.")));
        }
    }
    Ok(addresses)
}

/// The subnets to be added: there, in the VPC, in zones of their own.
pub(super) fn check_subnets<'w>(
    world: &'w World,
    vpc: &Vpc,
    kept: &[SubnetId],
    added: &[SubnetId],
) -> Result<Vec<&'w Subnet>, AwsError> {
    let mut zones: BTreeSet<&str> = kept
        .iter()
        .filter_map(|id| world.subnets.get(id))
        .map(|subnet| subnet.availability_zone.as_str())
        .collect();
    let mut subnets = Vec::new();
    for id in added {
        let subnet = lookup::subnet(world, id)?;
        if subnet.vpc_id != vpc.id {
            return Err(bad_parameter(format!("The subnet {id} does not belong to the VPC {}.", vpc.id)));
        }
        if !zones.insert(subnet.availability_zone.as_str()) {
            return Err(AwsError::ec2(
                "DuplicateSubnetsInSameZone",
                format!(
                    "Found another VPC endpoint subnet in the availability zone of {id}. VPC endpoint subnets should be \
                     in different availability zones supported by the VPC endpoint service."
                ),
            ));
        }
        subnets.push(subnet);
    }
    Ok(subnets)
}

/// What the interfaces of one call have in common.
pub(super) struct Owner<'a> {
    pub(super) endpoint: &'a VpcEndpointId,
    pub(super) groups: &'a [SecurityGroupId],
    pub(super) now: Timestamp,
}

/// One interface for each subnet.
pub(super) fn interfaces(
    world: &World,
    mint: &mut Mint,
    owner: &Owner<'_>,
    subnets: &[&Subnet],
    addresses: &BTreeMap<SubnetId, Ipv4Addr>,
) -> Result<Vec<NetworkInterface>, AwsError> {
    subnets
        .iter()
        .map(|subnet| {
            let private_ip_address = address(world, subnet, addresses.get(&subnet.id).copied())?;
            Ok(NetworkInterface {
                id: NetworkInterfaceId::from(format!("eni-{}", mint.hex(17))),
                vpc_id: subnet.vpc_id.clone(),
                subnet_id: subnet.id.clone(),
                availability_zone: subnet.availability_zone.clone(),
                private_ip_address,
                mac_address: mac_address(mint),
                description: format!("VPC Endpoint Interface {}", owner.endpoint),
                groups: owner.groups.to_vec(),
                vpc_endpoint_id: owner.endpoint.clone(),
                attachment_id: format!("ela-attach-{}", mint.hex(17)),
                created: owner.now,
                tags: Tags::new(),
            })
        })
        .collect()
}

fn address(world: &World, subnet: &Subnet, asked: Option<Ipv4Addr>) -> Result<Ipv4Addr, AwsError> {
    let taken: BTreeSet<Ipv4Addr> = world.addresses_in_use(&subnet.id).collect();
    let Some(address) = asked else {
        return cidr::usable(subnet.cidr_block).find(|address| !taken.contains(address)).ok_or_else(|| {
            AwsError::ec2(
                "InsufficientFreeAddressesInSubnet",
                format!(
                    "The subnet {} does not have enough free addresses to satisfy the request.",
                    subnet.id
                ),
            )
        });
    };
    if !subnet.cidr_block.contains(&address) {
        return Err(bad_value("Address does not fall within the subnet's address range"));
    }
    if !cidr::is_usable(subnet.cidr_block, address) {
        return Err(bad_value("Address is in subnet's reserved address range"));
    }
    if taken.contains(&address) {
        return Err(AwsError::ec2("InvalidIPAddress.InUse", format!("Address {address} is in use.")));
    }
    Ok(address)
}

/// A locally administered address, as AWS's begin with `0a` or `02`.
fn mac_address(mint: &mut Mint) -> String {
    let rest: Vec<String> = (0..5).map(|_| mint.hex(2)).collect();
    format!("0a:{}", rest.join(":"))
}
