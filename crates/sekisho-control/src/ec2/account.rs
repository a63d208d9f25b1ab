//! `DescribeAccountAttributes`: what the account may have. There is no default VPC and there are no instances.

use sekisho_core::limits::GROUPS_PER_INTERFACE_MAX;
use sekisho_wire::ec2::{
    AccountAttribute, AccountAttributeValue, DescribeAccountAttributesInput, DescribeAccountAttributesOutput,
};

use super::{error::invalid_value, parameters::dry_run, shapes::text};
use crate::{Call, Outcome, Reply};

/// `DescribeAccountAttributes`.
pub(super) fn describe_attributes(
    _: &mut Call<'_>,
    input: DescribeAccountAttributesInput,
) -> Outcome<DescribeAccountAttributesOutput> {
    let groups = GROUPS_PER_INTERFACE_MAX.to_string();
    let all = [
        ("supported-platforms", "VPC"),
        ("default-vpc", "none"),
        ("max-instances", "0"),
        ("vpc-max-security-groups-per-interface", groups.as_str()),
        ("max-elastic-ips", "0"),
        ("vpc-max-elastic-ips", "0"),
    ];
    let wanted = input.attribute_names.unwrap_or_default();
    if let Some(unknown) = wanted.iter().find(|name| !all.iter().any(|(known, _)| known == name)) {
        return Err(invalid_value(unknown, "attributeName", "There is no such account attribute."));
    }
    dry_run(input.dry_run)?;
    let account_attributes = all
        .into_iter()
        .filter(|(name, _)| wanted.is_empty() || wanted.iter().any(|wanted| wanted == name))
        .map(|(name, value)| AccountAttribute {
            attribute_name: text(name),
            attribute_values: Some(vec![AccountAttributeValue { attribute_value: text(value) }]),
        })
        .collect();
    Ok(Reply::read(DescribeAccountAttributesOutput { account_attributes: Some(account_attributes) }))
}
