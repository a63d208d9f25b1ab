//! VPCs, subnets and DHCP options sets.

use sekisho_core::{
    World,
    vpc::{DhcpOptions, Subnet, Vpc},
};
use sekisho_wire::ec2 as wire;

use super::{arn, state, tags, text};
use crate::ec2::{cidr, ids};

/// A VPC.
pub(in crate::ec2) fn vpc(world: &World, vpc: &Vpc) -> wire::Vpc {
    wire::Vpc {
        owner_id: text(world.account_id()),
        instance_tenancy: text(&vpc.instance_tenancy),
        ipv6_cidr_block_association_set: Some(Vec::new()),
        cidr_block_association_set: Some(vec![wire::VpcCidrBlockAssociation {
            association_id: text(&vpc.cidr_association_id),
            cidr_block: text(vpc.cidr_block),
            cidr_block_state: Some(wire::VpcCidrBlockState {
                state: text("associated"),
                ..Default::default()
            }),
        }]),
        is_default: Some(false),
        tags: tags(&vpc.tags),
        vpc_id: text(&vpc.id),
        state: text(state(vpc.state)),
        cidr_block: text(vpc.cidr_block),
        dhcp_options_id: text(&vpc.dhcp_options_id),
        ..Default::default()
    }
}

/// Addresses of a subnet that nothing has yet.
pub(in crate::ec2) fn available_addresses(world: &World, subnet: &Subnet) -> usize {
    cidr::usable_count(subnet.cidr_block).saturating_sub(world.addresses_in_use(&subnet.id).count())
}

/// A subnet.
pub(in crate::ec2) fn subnet(world: &World, subnet: &Subnet) -> wire::Subnet {
    let available = i32::try_from(available_addresses(world, subnet)).unwrap_or(i32::MAX);
    wire::Subnet {
        availability_zone_id: text(&subnet.availability_zone_id),
        map_customer_owned_ip_on_launch: Some(false),
        owner_id: text(world.account_id()),
        assign_ipv6_address_on_creation: Some(false),
        ipv6_cidr_block_association_set: Some(Vec::new()),
        tags: tags(&subnet.tags),
        subnet_arn: text(arn(world, ids::SUBNET.resource_type, &subnet.id)),
        enable_dns64: Some(false),
        ipv6_native: Some(false),
        private_dns_name_options_on_launch: Some(wire::PrivateDnsNameOptionsOnLaunch {
            hostname_type: text(&subnet.hostname_type),
            enable_resource_name_dns_a_record: Some(subnet.enable_resource_name_dns_a_record),
            enable_resource_name_dns_aaaa_record: Some(false),
        }),
        subnet_id: text(&subnet.id),
        state: text(state(subnet.state)),
        vpc_id: text(&subnet.vpc_id),
        cidr_block: text(subnet.cidr_block),
        available_ip_address_count: Some(available),
        availability_zone: text(&subnet.availability_zone),
        default_for_az: Some(false),
        map_public_ip_on_launch: Some(subnet.map_public_ip_on_launch),
        ..Default::default()
    }
}

/// A DHCP options set.
pub(in crate::ec2) fn dhcp_options(world: &World, options: &DhcpOptions) -> wire::DhcpOptions {
    let configuration = |key: &str, values: &[String]| wire::DhcpConfiguration {
        key: text(key),
        values: Some(values.iter().map(|value| wire::AttributeValue { value: text(value) }).collect()),
    };
    wire::DhcpOptions {
        owner_id: text(world.account_id()),
        tags: tags(&options.tags),
        dhcp_options_id: text(&options.id),
        dhcp_configurations: Some(vec![
            configuration("domain-name", std::slice::from_ref(&options.domain_name)),
            configuration("domain-name-servers", &options.domain_name_servers),
        ]),
    }
}
