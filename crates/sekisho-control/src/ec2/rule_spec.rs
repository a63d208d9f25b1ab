//! Rules as requests spell them, brought into the one form they are kept in.
//!
//! One permission with several sources is several rules. Protocol names and their numbers mean the same; everything and
//! protocols without ports ignore the ports given, so Terraform's `-1` from 0 to 0 is the rule that has none.

use ipnet::{Ipv4Net, Ipv6Net};
use sekisho_core::{
    id::{SecurityGroupId, VpcId},
    vpc::{Peer, Protocol},
};
use sekisho_wire::{
    AwsError,
    ec2::{IpPermission, UserIdGroupPair},
};

use super::{
    error::{bad_value, combination, missing, unsupported},
    ids,
    security_groups::is_plain,
};

/// A rule without its identity and direction.
#[derive(Clone, Debug)]
pub(super) struct RuleSpec {
    pub(super) protocol: Protocol,
    pub(super) peer: Peer,
    pub(super) description: Option<String>,
    /// The VPC that a group as the other end is said to be in.
    pub(super) peer_vpc: Option<VpcId>,
}

impl RuleSpec {
    /// Whether both let the same traffic through; what they are called does not matter.
    pub(super) fn is_same(&self, protocol: Protocol, peer: &Peer) -> bool {
        self.protocol == protocol && self.peer == *peer
    }

    /// The rule in the words of the duplicate message.
    pub(super) fn spelling(&self) -> String {
        let peer = match &self.peer {
            Peer::Cidr(net) => net.to_string(),
            Peer::Cidr6(net) => net.to_string(),
            Peer::Group(id) => id.to_string(),
        };
        let any = |number: i16| if number < 0 { "ALL".to_owned() } else { number.to_string() };
        let range = match self.protocol {
            Protocol::All => "ALL".to_owned(),
            Protocol::Tcp { from, to } => format!("TCP, from port: {from}, to port: {to}"),
            Protocol::Udp { from, to } => format!("UDP, from port: {from}, to port: {to}"),
            Protocol::Icmp { kind, code } => format!("ICMP, type: {}, code: {}", any(kind), any(code)),
            Protocol::Number(number) => format!("protocol: {number}"),
        };
        format!("peer: {peer}, {range}, ALLOW")
    }
}

/// Protocol and range of a rule.
pub(super) fn protocol(name: &str, from: Option<i32>, to: Option<i32>) -> Result<Protocol, AwsError> {
    match name.to_ascii_lowercase().as_str() {
        "-1" | "all" => Ok(Protocol::All),
        "tcp" | "6" => ports(from, to).map(|(from, to)| Protocol::Tcp { from, to }),
        "udp" | "17" => ports(from, to).map(|(from, to)| Protocol::Udp { from, to }),
        "icmp" | "1" => icmp(from, to),
        "icmpv6" | "58" => match (from.unwrap_or(-1), to.unwrap_or(-1)) {
            (-1, -1) => Ok(Protocol::Number(58)),
            _ => Err(unsupported(
                "ICMPv6 types and codes are not supported; use -1 for both to mean all of them.",
            )),
        },
        number => number
            .parse::<u8>()
            .ok()
            .filter(|_| !number.starts_with('+'))
            .map(Protocol::Number)
            .ok_or_else(|| {
                AwsError::ec2(
                    "InvalidPermission.Malformed",
                    format!(
                        "Unsupported IP protocol \"{name}\" - supported: [tcp, udp, icmp, icmpv6, -1, 0-255]"
                    ),
                )
            }),
    }
}

fn ports(from: Option<i32>, to: Option<i32>) -> Result<(u16, u16), AwsError> {
    let (Some(from), Some(to)) = (from, to) else {
        return Err(bad_value(
            "Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.",
        ));
    };
    let port = |number: i32| {
        u16::try_from(number).map_err(|_| bad_value(format!("TCP/UDP port ({number}) out of range")))
    };
    let (from, to) = (port(from)?, port(to)?);
    if from > to {
        return Err(bad_value(format!("Invalid TCP/UDP port range ({from}:{to})")));
    }
    Ok((from, to))
}

fn icmp(kind: Option<i32>, code: Option<i32>) -> Result<Protocol, AwsError> {
    let number = |value: Option<i32>, word: &str| match value.unwrap_or(-1) {
        value @ -1..=255 => i16::try_from(value).map_err(|_| bad_value("ICMP value out of range")),
        other => Err(bad_value(format!("ICMP {word} ({other}) out of range"))),
    };
    let (kind, code) = (number(kind, "type")?, number(code, "code")?);
    if kind == -1 && code != -1 {
        return Err(bad_value(format!("ICMP code ({code}) must be -1 where the type is -1")));
    }
    Ok(Protocol::Icmp { kind, code })
}

/// An IPv4 source, host bits cleared.
pub(super) fn cidr4(text: &str) -> Result<Peer, AwsError> {
    text.parse::<Ipv4Net>()
        .map(|net| Peer::Cidr(net.trunc()))
        .map_err(|_| bad_value(format!("CIDR block {text} is malformed")))
}

/// An IPv6 source, host bits cleared.
pub(super) fn cidr6(text: &str) -> Result<Peer, AwsError> {
    text.parse::<Ipv6Net>()
        .map(|net| Peer::Cidr6(net.trunc()))
        .map_err(|_| bad_value(format!("CIDR block {text} is malformed")))
}

/// A rule's description, if it is spelt as the service allows.
pub(super) fn description(text: Option<&str>) -> Result<Option<String>, AwsError> {
    match text {
        None | Some("") => Ok(None),
        Some(text) if is_plain(text) => Ok(Some(text.to_owned())),
        Some(_) => Err(bad_value(
            "Invalid rule description. Valid descriptions are strings less than 256 characters from the following \
             set: a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*",
        )),
    }
}

/// All rules of a request's permissions, in its order; the same rule twice is refused.
pub(super) fn parse(permissions: &[IpPermission], account_id: &str) -> Result<Vec<RuleSpec>, AwsError> {
    let mut specs = Vec::new();
    for permission in permissions {
        let Some(name) = permission.ip_protocol.as_deref() else { return Err(missing("ipProtocol")) };
        let protocol = protocol(name, permission.from_port, permission.to_port)?;
        for (peer, description, peer_vpc) in peers(permission, account_id)? {
            let spec = RuleSpec { protocol, peer, description, peer_vpc };
            if specs.iter().any(|other: &RuleSpec| other.is_same(spec.protocol, &spec.peer)) {
                return Err(bad_value("The same permission must not appear multiple times"));
            }
            specs.push(spec);
        }
    }
    Ok(specs)
}

/// A peer, its description, and the VPC it is said to be in.
type PeerSpec = (Peer, Option<String>, Option<VpcId>);

fn peers(permission: &IpPermission, account_id: &str) -> Result<Vec<PeerSpec>, AwsError> {
    let mut peers = Vec::new();
    for range in permission.ip_ranges.iter().flatten() {
        let text = range.cidr_ip.as_deref().ok_or_else(|| missing("cidrIp"))?;
        peers.push((cidr4(text)?, description(range.description.as_deref())?, None));
    }
    for range in permission.ipv6_ranges.iter().flatten() {
        let text = range.cidr_ipv6.as_deref().ok_or_else(|| missing("cidrIpv6"))?;
        peers.push((cidr6(text)?, description(range.description.as_deref())?, None));
    }
    for pair in permission.user_id_group_pairs.iter().flatten() {
        let vpc =
            pair.vpc_id.as_deref().filter(|id| !id.is_empty()).map(|id| ids::VPC.parse(id)).transpose()?;
        let group = group_pair(pair, account_id)?;
        peers.push((Peer::Group(group), description(pair.description.as_deref())?, vpc));
    }
    if let Some(list) = permission.prefix_list_ids.iter().flatten().next() {
        let id = list.prefix_list_id.as_deref().ok_or_else(|| missing("prefixListId"))?;
        ids::PREFIX_LIST.parse::<String>(id)?;
        return Err(ids::PREFIX_LIST.not_found(id));
    }
    if peers.is_empty() {
        return Err(AwsError::ec2(
            "MissingParameter",
            "A permission must contain one of ipRanges, ipv6Ranges, groups, prefixListIds",
        ));
    }
    Ok(peers)
}

/// A group given as source: by id, of this account. Its VPC is checked when the rule is made.
fn group_pair(pair: &UserIdGroupPair, account_id: &str) -> Result<SecurityGroupId, AwsError> {
    let given = |text: &Option<String>| text.as_deref().is_some_and(|text| !text.is_empty());
    if given(&pair.vpc_peering_connection_id) || given(&pair.peering_status) {
        return Err(unsupported(
            "VPC peering is not supported: leave out VpcPeeringConnectionId and PeeringStatus.",
        ));
    }
    if given(&pair.group_id) && given(&pair.group_name) {
        return Err(combination("The parameter groupName cannot be used with the parameter groupId"));
    }
    let Some(id) = pair.group_id.as_deref().filter(|id| !id.is_empty()) else {
        return match pair.group_name {
            Some(_) => Err(unsupported("A group as a source must be given by its id: use GroupId.")),
            None => Err(missing("groupId")),
        };
    };
    let id = ids::SECURITY_GROUP.parse(id)?;
    if pair.user_id.as_deref().is_some_and(|user| !user.is_empty() && user != account_id) {
        return Err(ids::SECURITY_GROUP.not_found(&id));
    }
    Ok(id)
}
