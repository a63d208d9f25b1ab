//! The first step of every operation: are the parameters there, well spelt, and all supported?
//!
//! What the model says (required, enumerations, bounds) is read from the generated tables, so every operation is
//! checked alike. A parameter that AWS has and this gateway does not act on is refused by name, unless it is given the
//! value that asks for nothing (`false`): nothing is accepted and then ignored. An empty scalar counts as absent, as old
//! Terraform versions send them.

use sekisho_wire::{
    AwsError,
    ec2::{Request, SERVICE},
    shape::{Bounds, Members, Message, Shape, Value},
};

use super::error::{invalid_value, missing, unsupported};

/// Members (by the model's names) that an operation does not act on.
#[rustfmt::skip]
fn unsupported_members(operation: &str) -> &'static [&'static str] {
    match operation {
        "AssociateRouteTable" => &["GatewayId", "PublicIpv4Pool"],
        "AuthorizeSecurityGroupEgress" | "AuthorizeSecurityGroupIngress" | "RevokeSecurityGroupEgress"
        | "RevokeSecurityGroupIngress" => &["SourceSecurityGroupName", "SourceSecurityGroupOwnerId"],
        "CreateRoute" | "ReplaceRoute" => &[
            "VpcEndpointId", "TransitGatewayId", "LocalGatewayId", "CarrierGatewayId", "CoreNetworkArn",
            "OdbNetworkArn", "DestinationIpv6CidrBlock", "EgressOnlyInternetGatewayId", "InstanceId",
            "VpcPeeringConnectionId", "NatGatewayId", "LocalTarget",
        ],
        "DeleteRoute" => &["DestinationIpv6CidrBlock"],
        "CreateSubnet" => &[
            "Ipv6CidrBlock", "OutpostArn", "Ipv6Native", "Ipv4IpamPoolId", "Ipv4NetmaskLength", "Ipv6IpamPoolId",
            "Ipv6NetmaskLength",
        ],
        "CreateVpc" => &[
            "Ipv6Pool", "Ipv6CidrBlock", "Ipv4IpamPoolId", "Ipv4NetmaskLength", "Ipv6IpamPoolId",
            "Ipv6NetmaskLength", "Ipv6CidrBlockNetworkBorderGroup", "VpcEncryptionControl",
            "AmazonProvidedIpv6CidrBlock",
        ],
        "CreateVpcEndpoint" => &["ServiceNetworkArn", "ResourceConfigurationArn"],
        "CreateVpnGateway" => &["AvailabilityZone"],
        "ModifySubnetAttribute" => &[
            "AssignIpv6AddressOnCreation", "MapCustomerOwnedIpOnLaunch", "CustomerOwnedIpv4Pool", "EnableDns64",
            "EnableResourceNameDnsAAAARecordOnLaunch", "EnableLniAtDeviceIndex", "DisableLniAtDeviceIndex",
        ],
        _ => &[],
    }
}

/// Members whose enumeration is not checked here: their operations know a better answer.
const ENUMERATED_ELSEWHERE: [&str; 2] = ["ResourceType", "AttributeNames"];

/// The request with empty scalars removed, if the model lets it through.
pub(super) fn check(request: Request) -> Result<Request, AwsError> {
    let operation = request.operation();
    let Some(table) = SERVICE.operation(operation) else {
        return Err(AwsError::ec2(
            "InvalidAction",
            format!("The action {operation} is not valid for this web service."),
        ));
    };
    let mut values = request.to_members();
    let unsupported_here = unsupported_members(operation);
    for (member, slot) in table.input.members.iter().zip(values.iter_mut()) {
        if matches!(slot, Some(Value::Text(text)) if text.is_empty()) {
            *slot = None;
        }
        let Some(value) = slot else {
            if member.required {
                return Err(missing(&lower_first(member.query)));
            }
            continue;
        };
        if member.required && matches!(value, Value::List(items) if items.is_empty()) {
            return Err(missing(&lower_first(member.query)));
        }
        if unsupported_here.contains(&member.name) && !asks_for_nothing(value) {
            return Err(unsupported(format!("The parameter {} is not supported.", member.query)));
        }
        check_value(member.name, member.query, &member.shape, value)?;
    }
    Request::from_members(operation, &mut Members::new(values))
        .ok_or_else(|| AwsError::ec2("InternalError", "The request's shape does not fit its operation."))
}

/// `DryRunOperation` if asked for: everything before it has been checked, nothing after it is.
pub(super) fn dry_run(flag: Option<bool>) -> Result<(), AwsError> {
    match flag {
        Some(true) => {
            Err(AwsError::ec2("DryRunOperation", "Request would have succeeded, but DryRun flag is set."))
        }
        _ => Ok(()),
    }
}

/// A parameter's name as messages spell it.
pub(super) fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn asks_for_nothing(value: &Value) -> bool {
    match value {
        Value::Boolean(flag) => !flag,
        Value::List(items) => items.is_empty(),
        Value::Structure(members) => members.iter().flatten().all(asks_for_nothing),
        _ => false,
    }
}

fn check_value(name: &str, query: &str, shape: &Shape, value: &Value) -> Result<(), AwsError> {
    match (shape, value) {
        (Shape::Text(text), Value::Text(given)) => {
            let known = text.values.is_empty()
                || ENUMERATED_ELSEWHERE.contains(&name)
                || text.values.contains(&given.as_str());
            if known { Ok(()) } else { Err(invalid_value(given, &lower_first(query), "")) }
        }
        (Shape::Integer(bounds) | Shape::Long(bounds), Value::Integer(number)) => {
            check_bounds(query, *bounds, *number)
        }
        (Shape::List(list), Value::List(items)) => {
            items.iter().try_for_each(|item| check_value(name, query, &list.member, item))
        }
        (Shape::Structure(structure), Value::Structure(values)) => {
            structure.members.iter().zip(values).try_for_each(|(member, value)| {
                value
                    .as_ref()
                    .map_or(Ok(()), |value| check_value(member.name, member.query, &member.shape, value))
            })
        }
        _ => Ok(()),
    }
}

fn check_bounds(query: &str, bounds: Bounds, number: i64) -> Result<(), AwsError> {
    let shown = number.to_string();
    if let Some(min) = bounds.min.filter(|min| number < *min) {
        let reason = format!("Expecting a value greater than or equal to {min}.");
        return Err(invalid_value(&shown, &lower_first(query), &reason));
    }
    if let Some(max) = bounds.max.filter(|max| number > *max) {
        let reason = format!("Expecting a value less than or equal to {max}.");
        return Err(invalid_value(&shown, &lower_first(query), &reason));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unsupported_member_is_one_of_its_operation() {
        for operation in SERVICE.operations {
            for name in unsupported_members(operation.name) {
                let known = operation.input.members.iter().any(|member| member.name == *name);
                // CreateRoute and ReplaceRoute share a list; LocalTarget is the latter's alone.
                assert!(known || *name == "LocalTarget", "{}.{name}", operation.name);
            }
        }
    }
}
