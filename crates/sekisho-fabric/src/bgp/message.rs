//! UPDATE messages to routes and back.
//!
//! Receiving follows RFC 7606: what is wrong with an attribute costs the routes that carry it, not the session, unless
//! the prefixes themselves cannot be read. A route is also unusable, and counts as withdrawn, when its path holds our
//! own AS (RFC 4271 §9.1.2), does not begin with the peer's (§6.3), or when its next hop is ourselves (§5.1.3).
//! Only the session's own address family is looked at; nothing else was negotiated.
//!
//! Sending: what we advertise is ours, so ORIGIN is IGP, the path is our AS, and the next hop is our address of the
//! link.

use std::net::{IpAddr, Ipv6Addr};

use bytes::Bytes;
use ipnet::{IpNet, Ipv4Net, Ipv6Net};
use rustbgpd_wire::attribute::Origin;
use rustbgpd_wire::notification::NotificationCode;
use rustbgpd_wire::validate::validate_update_attributes;
use rustbgpd_wire::{
    Afi, AsPath, AsPathSegment, ErrorDisposition, Ipv4NlriEntry, Ipv4Prefix, Ipv4UnicastMode, Ipv6Prefix,
    MpReachNlri, MpUnreachNlri, NlriEntry, NotificationMessage, ParsedUpdate, PathAttribute, Prefix,
    RevisedParsedUpdate, Safi, UpdateMessage,
};

use super::config::Advertisement;
use super::event::Route;

/// Prefixes in one UPDATE, at most: 17 bytes each for IPv6, so that 150 and any attributes we send fit in 4,096.
const PREFIXES_PER_UPDATE: usize = 150;

/// What reading and writing UPDATEs depends on: who is at both ends, and what was negotiated.
#[derive(Debug, Clone)]
pub(crate) struct Context {
    pub(crate) local_asn: u32,
    pub(crate) remote_asn: u32,
    pub(crate) local_addr: IpAddr,
    /// Whether AS numbers have four octets on this session (RFC 6793).
    pub(crate) four_octet_as: bool,
}

impl Context {
    /// The address family of the session.
    pub(crate) fn afi(&self) -> Afi {
        if self.local_addr.is_ipv4() { Afi::Ipv4 } else { Afi::Ipv6 }
    }
}

/// What one UPDATE said. Withdrawals come first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Received {
    pub(crate) withdrawn: Vec<IpNet>,
    pub(crate) announced: Vec<Route>,
    pub(crate) end_of_rib: bool,
}

/// Reads an UPDATE.
///
/// # Errors
///
/// The NOTIFICATION to end the session with.
pub(crate) fn decode(update: &UpdateMessage, context: &Context) -> Result<Received, NotificationMessage> {
    let RevisedParsedUpdate { update: parsed, malformed } = update
        .parse_revised(context.four_octet_as, false, false, &[])
        .map_err(|error| notification(error.to_notification()))?;
    let mut unusable = false;
    for attribute in &malformed {
        match attribute.disposition {
            ErrorDisposition::AttributeDiscard => {}
            ErrorDisposition::TreatAsWithdraw => unusable = true,
            ErrorDisposition::SessionReset => return Err(notification(attribute.error.to_notification())),
        }
    }
    let reach = reach(&parsed.attributes);
    let has_body = !parsed.announced.is_empty();
    let has_any = has_body || reach.is_some_and(|reach| !reach.announced.is_empty());
    if let Err(error) = validate_update_attributes(&parsed.attributes, has_any, has_body, true) {
        match error.disposition {
            ErrorDisposition::AttributeDiscard => {}
            ErrorDisposition::TreatAsWithdraw => unusable = true,
            ErrorDisposition::SessionReset => {
                let data = Bytes::from(error.data);
                return Err(NotificationMessage::new(NotificationCode::UpdateMessage, error.subcode, data));
            }
        }
    }
    let end_of_rib = is_end_of_rib(update, &parsed, context.afi()) && malformed.is_empty();
    Ok(collect(&parsed, context, unusable, end_of_rib))
}

fn notification((code, subcode, data): (NotificationCode, u8, Bytes)) -> NotificationMessage {
    NotificationMessage::new(code, subcode, data)
}

fn reach(attributes: &[PathAttribute]) -> Option<&MpReachNlri> {
    attributes.iter().find_map(|attribute| match attribute {
        PathAttribute::MpReachNlri(reach) => Some(&**reach),
        _ => None,
    })
}

fn unreach(attributes: &[PathAttribute]) -> Option<&MpUnreachNlri> {
    attributes.iter().find_map(|attribute| match attribute {
        PathAttribute::MpUnreachNlri(unreach) => Some(&**unreach),
        _ => None,
    })
}

/// RFC 4724 §2: an empty UPDATE for IPv4, an empty MP_UNREACH_NLRI alone for IPv6.
fn is_end_of_rib(update: &UpdateMessage, parsed: &ParsedUpdate, afi: Afi) -> bool {
    if !update.nlri.is_empty() || !update.withdrawn_routes.is_empty() {
        return false;
    }
    match parsed.attributes.as_slice() {
        [] => update.path_attributes.is_empty() && afi == Afi::Ipv4,
        [PathAttribute::MpUnreachNlri(only)] => {
            only.withdrawn.is_empty() && only.afi == afi && only.safi == Safi::Unicast
        }
        _ => false,
    }
}

fn collect(parsed: &ParsedUpdate, context: &Context, unusable: bool, end_of_rib: bool) -> Received {
    let afi = context.afi();
    let mut received = Received { end_of_rib, ..Received::default() };
    if afi == Afi::Ipv4 {
        received.withdrawn.extend(parsed.withdrawn.iter().filter_map(|entry| v4_net(entry.prefix)));
    }
    if let Some(unreach) = unreach(&parsed.attributes)
        && (unreach.afi, unreach.safi) == (afi, Safi::Unicast)
    {
        received.withdrawn.extend(unreach.withdrawn.iter().filter_map(|entry| net(entry.prefix)));
    }
    let attributes = Attributes::read(&parsed.attributes);
    if afi == Afi::Ipv4 {
        let prefixes = parsed.announced.iter().filter_map(|entry| v4_net(entry.prefix));
        let next_hop = attributes.next_hop.filter(|_| !unusable);
        announce(&mut received, prefixes, next_hop, &attributes, context);
    }
    if let Some(reach) = reach(&parsed.attributes)
        && (reach.afi, reach.safi) == (afi, Safi::Unicast)
    {
        let prefixes = reach.announced.iter().filter_map(|entry| net(entry.prefix));
        let next_hop = Some(reach.next_hop).filter(|_| !unusable);
        announce(&mut received, prefixes, next_hop, &attributes, context);
    }
    received
}

/// Adds announced prefixes as routes, or as withdrawals where they cannot be used.
fn announce(
    received: &mut Received,
    prefixes: impl Iterator<Item = IpNet>,
    next_hop: Option<IpAddr>,
    attributes: &Attributes,
    context: &Context,
) {
    let usable = next_hop.filter(|next_hop| {
        *next_hop != context.local_addr
            && next_hop.is_ipv4() == context.local_addr.is_ipv4()
            && attributes.as_path.first() == Some(&context.remote_asn)
            && !attributes.as_path.contains(&context.local_asn)
    });
    match usable {
        None => received.withdrawn.extend(prefixes),
        Some(next_hop) => received.announced.extend(prefixes.map(|prefix| Route {
            prefix,
            next_hop,
            as_path: attributes.as_path.clone(),
            communities: attributes.communities.clone(),
            med: attributes.med,
        })),
    }
}

/// The attributes a route keeps. LOCAL_PREF is not one: from an external peer it means nothing (RFC 4271 §5.1.5).
#[derive(Default)]
struct Attributes {
    next_hop: Option<IpAddr>,
    as_path: Vec<u32>,
    communities: Vec<u32>,
    med: Option<u32>,
}

impl Attributes {
    fn read(attributes: &[PathAttribute]) -> Self {
        let mut read = Self::default();
        for attribute in attributes {
            match attribute {
                PathAttribute::NextHop(address) => read.next_hop = Some(IpAddr::V4(*address)),
                PathAttribute::AsPath(path) => read.as_path = path.asns().collect(),
                PathAttribute::Med(med) => read.med = Some(*med),
                other => {
                    if let Some(communities) = other.communities() {
                        read.communities = communities.to_vec();
                    }
                }
            }
        }
        read
    }
}

fn v4_net(prefix: Ipv4Prefix) -> Option<IpNet> {
    Ipv4Net::new(prefix.addr, prefix.len).ok().map(IpNet::V4)
}

fn net(prefix: Prefix) -> Option<IpNet> {
    match prefix {
        Prefix::V4(v4) => v4_net(v4),
        Prefix::V6(v6) => Ipv6Net::new(v6.addr, v6.len).ok().map(IpNet::V6),
    }
}

/// Writes the UPDATEs that announce `routes`, those with equal attributes together.
pub(crate) fn announcements(routes: &[Advertisement], context: &Context) -> Vec<UpdateMessage> {
    let attributes_of = |route: &Advertisement| (route.prepend, route.med, route.communities.clone());
    let mut sorted: Vec<&Advertisement> = routes.iter().collect();
    sorted.sort_by_cached_key(|route| (attributes_of(route), route.prefix));
    sorted
        .chunk_by(|a, b| attributes_of(a) == attributes_of(b))
        .flat_map(|group| group.chunks(PREFIXES_PER_UPDATE))
        .filter_map(|chunk| announcement(chunk, context))
        .collect()
}

/// `None` only for an empty chunk or attributes that cannot be written, which a valid configuration does not have.
fn announcement(routes: &[&Advertisement], context: &Context) -> Option<UpdateMessage> {
    let first = routes.first()?;
    let path = vec![context.local_asn; usize::from(first.prepend) + 1];
    let mut attributes = vec![
        PathAttribute::Origin(Origin::Igp),
        PathAttribute::AsPath(AsPath { segments: vec![AsPathSegment::AsSequence(path)] }),
    ];
    if let IpAddr::V4(address) = context.local_addr {
        attributes.push(PathAttribute::NextHop(address));
    }
    if let Some(med) = first.med {
        attributes.push(PathAttribute::Med(med));
    }
    if !first.communities.is_empty() {
        attributes.push(PathAttribute::Communities(first.communities.clone()));
    }
    let (body, mp) = split(routes.iter().map(|route| route.prefix));
    if let IpAddr::V6(next_hop) = context.local_addr {
        attributes.push(PathAttribute::MpReachNlri(Box::new(mp_reach(next_hop, mp))));
    }
    UpdateMessage::try_build(&body, &[], &attributes, context.four_octet_as, false, Ipv4UnicastMode::Body)
        .ok()
}

/// Writes the UPDATEs that withdraw `prefixes`.
pub(crate) fn withdrawals(prefixes: &[IpNet], context: &Context) -> Vec<UpdateMessage> {
    prefixes
        .chunks(PREFIXES_PER_UPDATE)
        .filter_map(|chunk| {
            let (body, mp) = split(chunk.iter().copied());
            let attributes = if context.afi() == Afi::Ipv6 { vec![mp_unreach(mp)] } else { Vec::new() };
            UpdateMessage::try_build(&[], &body, &attributes, true, false, Ipv4UnicastMode::Body).ok()
        })
        .collect()
}

/// Writes the End-of-RIB marker of the session's family.
pub(crate) fn end_of_rib(context: &Context) -> Option<UpdateMessage> {
    let attributes = if context.afi() == Afi::Ipv6 { vec![mp_unreach(Vec::new())] } else { Vec::new() };
    UpdateMessage::try_build(&[], &[], &attributes, true, false, Ipv4UnicastMode::Body).ok()
}

/// IPv4 prefixes for the body, IPv6 ones for an MP attribute.
fn split(prefixes: impl Iterator<Item = IpNet>) -> (Vec<Ipv4NlriEntry>, Vec<NlriEntry>) {
    let mut body = Vec::new();
    let mut mp = Vec::new();
    for prefix in prefixes {
        match prefix {
            IpNet::V4(v4) => {
                body.push(Ipv4NlriEntry {
                    path_id: 0,
                    prefix: Ipv4Prefix::new(v4.network(), v4.prefix_len()),
                });
            }
            IpNet::V6(v6) => {
                let prefix = Prefix::V6(Ipv6Prefix::new(v6.network(), v6.prefix_len()));
                mp.push(NlriEntry { path_id: 0, prefix });
            }
        }
    }
    (body, mp)
}

fn mp_reach(next_hop: Ipv6Addr, announced: Vec<NlriEntry>) -> MpReachNlri {
    MpReachNlri {
        afi: Afi::Ipv6,
        safi: Safi::Unicast,
        next_hop: IpAddr::V6(next_hop),
        link_local_next_hop: None,
        announced,
        flowspec_announced: Vec::new(),
        evpn_announced: Vec::new(),
        bgpls_announced: Vec::new(),
        vpn_announced: Vec::new(),
        labeled_announced: Vec::new(),
        rtc_announced: Vec::new(),
    }
}

fn mp_unreach(withdrawn: Vec<NlriEntry>) -> PathAttribute {
    PathAttribute::MpUnreachNlri(Box::new(MpUnreachNlri {
        afi: Afi::Ipv6,
        safi: Safi::Unicast,
        withdrawn,
        flowspec_withdrawn: Vec::new(),
        evpn_withdrawn: Vec::new(),
        bgpls_withdrawn: Vec::new(),
        vpn_withdrawn: Vec::new(),
        labeled_withdrawn: Vec::new(),
        rtc_withdrawn: Vec::new(),
    }))
}

/// The data of a Cease for too many prefixes (RFC 4486 §4): the family and the limit.
pub(crate) fn prefix_limit_data(afi: Afi, limit: u32) -> Bytes {
    let mut data = Vec::with_capacity(7);
    data.extend_from_slice(&(afi as u16).to_be_bytes());
    data.push(Safi::Unicast as u8);
    data.extend_from_slice(&limit.to_be_bytes());
    Bytes::from(data)
}

/// A NOTIFICATION in words: `notification 6/1 maximum number of prefixes reached`, and the sender's own where it gave
/// some (RFC 9003).
pub(crate) fn describe(notification: &NotificationMessage) -> String {
    use rustbgpd_wire::notification::{description, extract_shutdown_communication};
    let code = notification.code.as_u8();
    let words = description(notification.code, notification.subcode).to_lowercase();
    let text = format!("notification {code}/{} {words}", notification.subcode);
    match extract_shutdown_communication(notification) {
        Ok(Some(reason)) if !reason.is_empty() => format!("{text} ({})", reason.escape_debug()),
        _ => text,
    }
}

/// What the messages of an IPv4 session look like, for tests of the modules around.
#[cfg(test)]
pub(crate) fn test_context() -> Context {
    Context {
        local_asn: 64512,
        remote_asn: 65010,
        local_addr: IpAddr::V4(std::net::Ipv4Addr::new(169, 254, 96, 1)),
        four_octet_as: true,
    }
}

#[cfg(test)]
mod tests;
