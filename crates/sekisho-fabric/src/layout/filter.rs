//! Security groups as a packet filter.
//!
//! A packet to an endpoint interface is looked up in a verdict map, which leads to the chain of the interface's groups; a
//! group is a chain of its rules. What nothing accepts is dropped: no RST, no ICMP. Connections that were let in stay,
//! as AWS's tracked ones do.
//!
//! Source: VPC guide, "Security group rules" and "Security group connection tracking"; "Amazon DNS" (VPC+2 answers
//! only inside the VPC).

use std::collections::{BTreeMap, BTreeSet};
use std::net::Ipv4Addr;

use sekisho_core::id::SecurityGroupId;
use sekisho_core::plan::network::{DesiredRule, DesiredSource, DesiredVpc};
use sekisho_core::vpc::Protocol;

use super::hash;
use crate::netlink::nftables::{Base, Chain, Compare, Expression, Hook, INTERFACES, Rule, Ruleset, Verdict};

/// Bits of `ct state` (`linux/netfilter/nf_conntrack_common.h`).
const INVALID: u32 = 1;
const ESTABLISHED: u32 = 2;
const RELATED: u32 = 4;
const ICMP: u8 = 1;
const TCP: u8 = 6;
const UDP: u8 = 17;
/// Links to workloads start with this letter.
const WORKLOADS: &str = "w";
/// The only port of an endpoint interface.
const ENDPOINT_PORT: u16 = 443;
const DNS_PORT: u16 = 53;
/// Destination unreachable, fragmentation needed (RFC 1191): the one ICMP error a VPC sends.
const FRAGMENTATION_NEEDED: [u8; 2] = [3, 4];

fn rule(parts: impl IntoIterator<Item = Expression>, verdict: Verdict) -> Rule {
    parts.into_iter().chain([Expression::Verdict(verdict)]).collect()
}

fn base(hook: Hook, accepts: bool, rules: Vec<Rule>) -> Chain {
    Chain { hook: Some((hook, accepts)), rules }
}

/// The filter of a VPC.
pub(crate) fn vpc_rules(vpc: &DesiredVpc) -> Ruleset {
    let mut ruleset = Ruleset::default();
    let mut used: BTreeSet<&SecurityGroupId> = BTreeSet::new();
    for interface in vpc.interfaces.values() {
        let groups: BTreeSet<&SecurityGroupId> =
            interface.security_groups.iter().filter(|id| vpc.security_groups.contains_key(*id)).collect();
        if groups.is_empty() {
            continue;
        }
        let names: Vec<&str> = groups.iter().map(|id| id.as_str()).collect();
        let name = format!("c_{:016x}", hash(&names.join(" ")));
        let jumps = names.iter().map(|name| rule([], Verdict::Jump((*name).to_owned()))).collect();
        ruleset.unions.entry(name.clone()).or_insert(Chain { hook: None, rules: jumps });
        ruleset.interfaces.insert(interface.address, name);
        used.extend(groups);
    }
    for id in used {
        let Some(group) = vpc.security_groups.get(id) else { continue };
        let mut rules = Vec::new();
        for desired in &group.ingress {
            if let DesiredSource::Group(source) = &desired.source {
                let Some(members) = vpc.security_groups.get(source) else { continue };
                ruleset.sets.insert(members_set(source), members.members.iter().copied().collect());
            }
            rules.push(group_rule(desired));
        }
        ruleset.groups.insert(id.as_str().to_owned(), Chain { hook: None, rules });
    }
    ruleset.bases = base_chains(vpc.resolver);
    ruleset
}

fn members_set(group: &SecurityGroupId) -> String {
    format!("m_{group}")
}

fn group_rule(desired: &DesiredRule) -> Rule {
    // Only IPv4 comes here; saying so lets `nft list` print addresses.
    let mut parts = Vec::new();
    let source = match &desired.source {
        DesiredSource::Cidr(range) => Expression::from_range(*range),
        DesiredSource::Group(group) => vec![Expression::source(), Expression::InSet(members_set(group))],
    };
    if !source.is_empty() {
        parts.extend(Expression::ipv4());
        parts.extend(source);
    }
    match desired.protocol {
        Protocol::All => {}
        Protocol::Tcp { from, to } => {
            parts.extend(Expression::protocol(TCP));
            parts.extend(Expression::to_ports(from, to));
        }
        Protocol::Udp { from, to } => {
            parts.extend(Expression::protocol(UDP));
            parts.extend(Expression::to_ports(from, to));
        }
        Protocol::Icmp { kind, code } => {
            parts.extend(Expression::protocol(ICMP));
            for (offset, wanted) in [(0, kind), (1, code)] {
                if let Ok(byte) = u8::try_from(wanted) {
                    parts.push(Expression::Payload { base: Base::Transport, offset, length: 1 });
                    parts.push(Expression::Compare(Compare::Equal, vec![byte]));
                }
            }
        }
        Protocol::Number(number) => parts.extend(Expression::protocol(number)),
    }
    rule(parts, Verdict::Accept)
}

fn base_chains(resolver: Option<Ipv4Addr>) -> BTreeMap<String, Chain> {
    let tracked = [
        rule(Expression::state(ESTABLISHED | RELATED), Verdict::Accept),
        rule(Expression::state(INVALID), Verdict::Drop),
    ];
    let mut input = vec![rule(Expression::from_link("lo"), Verdict::Accept)];
    input.extend(tracked.clone());
    for protocol in [UDP, TCP].into_iter().filter(|_| resolver.is_some()) {
        let mut parts = Expression::from_link_prefix(WORKLOADS).to_vec();
        parts.extend(Expression::ipv4());
        parts.extend(resolver.map(Expression::to).into_iter().flatten());
        parts.extend(Expression::protocol(protocol));
        parts.extend(Expression::to_ports(DNS_PORT, DNS_PORT));
        input.push(rule(parts, Verdict::Accept));
    }
    let mut lookup = Expression::ipv4().to_vec();
    lookup.extend(Expression::protocol(TCP));
    lookup.extend(Expression::to_ports(ENDPOINT_PORT, ENDPOINT_PORT));
    lookup.extend([Expression::destination(), Expression::VerdictMap(INTERFACES.to_owned())]);
    input.push(lookup);

    let mut forward = tracked.to_vec();
    forward.push(rule(Expression::from_link_prefix(WORKLOADS), Verdict::Accept));

    let mut mute = Expression::ipv4().to_vec();
    mute.extend(Expression::protocol(ICMP));
    mute.push(Expression::Payload { base: Base::Transport, offset: 0, length: 2 });
    mute.push(Expression::Compare(Compare::NotEqual, FRAGMENTATION_NEEDED.to_vec()));
    let output = vec![rule(mute, Verdict::Drop)];
    BTreeMap::from([
        ("input".to_owned(), base(Hook::Input, false, input)),
        ("forward".to_owned(), base(Hook::Forward, false, forward)),
        ("output".to_owned(), base(Hook::Output, true, output)),
    ])
}

/// The filter of a transit: connections get the path's segment size, since ICMP may not come back (RFC 4459 §3.2).
pub(super) fn transit_rules() -> Ruleset {
    const SYN_RST: u8 = 0b110;
    const SYN: u8 = 0b010;
    let mut clamp = Expression::protocol(TCP).to_vec();
    clamp.push(Expression::Payload { base: Base::Transport, offset: 13, length: 1 });
    clamp.push(Expression::Mask(vec![SYN_RST]));
    clamp.push(Expression::Compare(Compare::Equal, vec![SYN]));
    clamp.push(Expression::ClampSegmentSize);
    let forward = base(Hook::Forward, true, vec![clamp]);
    Ruleset { bases: BTreeMap::from([("forward".to_owned(), forward)]), ..Ruleset::default() }
}

/// A filter with every kind of expression in it, to be tried.
pub(crate) fn probe_rules() -> Ruleset {
    let mut ruleset = transit_rules();
    ruleset.bases.extend(
        base_chains(Some(Ipv4Addr::new(10, 0, 0, 2))).into_iter().filter(|(name, _)| name != "forward"),
    );
    ruleset
}
