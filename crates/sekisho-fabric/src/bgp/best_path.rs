//! Which of several peers' routes to one prefix is used.
//!
//! The order is the one AWS documents for private virtual interfaces (Direct Connect guide, "Routing policies and BGP
//! communities"): local preference first, and that is set only by the customer's community; then the AS path; then
//! the multi-exit discriminator. What is still equal is used together, one path per flow (active/active).
//!
//! The longest prefix needs no step here: two prefixes of different length are two destinations, and the kernel's
//! lookup decides between them.

use std::collections::BTreeMap;

use ipnet::IpNet;

use super::event::Route;
use super::status::Snapshot;

/// The community that makes a path a backup.
pub const LOW_PREFERENCE: u32 = 7224 << 16 | 7100;
/// The community that means what no community means.
pub const MEDIUM_PREFERENCE: u32 = 7224 << 16 | 7200;
/// The community that makes a path primary.
pub const HIGH_PREFERENCE: u32 = 7224 << 16 | 7300;

/// The paths used toward one prefix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BestPath {
    /// The destination.
    pub prefix: IpNet,
    /// The equally good paths, by peer identifier: never empty; more than one means equal-cost multipath.
    pub paths: Vec<(String, Route)>,
}

/// The local preference a route's communities give it: 100, 200 (default) or 300. The highest wins where a route
/// wrongly carries several.
#[must_use]
pub fn local_preference(communities: &[u32]) -> u32 {
    let preference = |community: &u32| match *community {
        LOW_PREFERENCE => Some(100),
        MEDIUM_PREFERENCE => Some(200),
        HIGH_PREFERENCE => Some(300),
        _ => None,
    };
    communities.iter().filter_map(preference).max().unwrap_or(200)
}

/// Chooses among routes to *one* prefix, each with the peer it came from. The result keeps the order given.
///
/// 1. Keep those with the highest local preference ([`local_preference`]).
/// 2. Of these, keep those with the shortest AS path (RFC 4271 §9.1.2.2 a).
/// 3. Of these, drop each that has a higher discriminator than another from the same neighbouring AS; no
///    discriminator counts as 0 (RFC 4271 §9.1.2.2 c). Between different ASes discriminators say nothing.
///
/// Something is kept at every step, so the result is empty only if the input is.
#[must_use]
pub fn choose<'a>(candidates: &[(&'a str, &'a Route)]) -> Vec<(&'a str, &'a Route)> {
    let preference = |route: &Route| local_preference(&route.communities);
    let best = candidates.iter().map(|(_, route)| preference(route)).max();
    let preferred: Vec<_> =
        candidates.iter().copied().filter(|(_, route)| Some(preference(route)) == best).collect();

    let shortest = preferred.iter().map(|(_, route)| route.as_path.len()).min();
    let short: Vec<_> =
        preferred.into_iter().filter(|(_, route)| Some(route.as_path.len()) == shortest).collect();

    let med = |route: &Route| route.med.unwrap_or(0);
    let beaten = |route: &Route| {
        let same_neighbor = |other: &Route| other.as_path.first() == route.as_path.first();
        short.iter().any(|(_, other)| same_neighbor(other) && med(other) < med(route))
    };
    short.iter().copied().filter(|(_, route)| !beaten(route)).collect()
}

/// The paths used toward every prefix any peer has told, by prefix.
#[must_use]
pub fn best_path(snapshot: &Snapshot) -> Vec<BestPath> {
    let mut candidates: BTreeMap<IpNet, Vec<(&str, &Route)>> = BTreeMap::new();
    for (peer, status) in snapshot {
        for route in &status.accepted {
            candidates.entry(route.prefix).or_default().push((peer, route));
        }
    }
    let owned = |(peer, route): (&str, &Route)| (peer.to_owned(), route.clone());
    candidates
        .into_iter()
        .map(|(prefix, routes)| BestPath { prefix, paths: choose(&routes).into_iter().map(owned).collect() })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::status::PeerStatus;
    use super::*;

    fn route(path: &[u32], communities: &[u32], med: Option<u32>) -> Route {
        Route {
            prefix: "192.168.10.0/24".parse().unwrap(),
            next_hop: "169.254.96.2".parse().unwrap(),
            as_path: path.to_vec(),
            communities: communities.to_vec(),
            med,
        }
    }

    fn winners(routes: &[Route]) -> Vec<usize> {
        let names: Vec<String> = (0..routes.len()).map(|n| n.to_string()).collect();
        let candidates: Vec<_> = names.iter().map(String::as_str).zip(routes).collect();
        choose(&candidates).into_iter().map(|(name, _)| name.parse().unwrap()).collect()
    }

    #[test]
    fn nothing_gives_nothing() {
        assert!(winners(&[]).is_empty());
    }

    #[test]
    fn community_is_looked_at_before_any_path() {
        let long = [65010, 65010, 65010, 65010];
        assert_eq!(winners(&[route(&[65010], &[], None), route(&long, &[HIGH_PREFERENCE], None)]), [1]);
        assert_eq!(winners(&[route(&[65010], &[LOW_PREFERENCE], None), route(&long, &[], None)]), [1]);
        assert_eq!(
            winners(&[route(&[65010], &[], None), route(&[65011], &[MEDIUM_PREFERENCE, 1], None)]),
            [0, 1]
        );
        assert_eq!(local_preference(&[LOW_PREFERENCE, HIGH_PREFERENCE]), 300);
    }

    #[test]
    fn prepending_decides_between_equal_preference() {
        assert_eq!(winners(&[route(&[65010, 65010], &[], Some(0)), route(&[65010], &[], Some(9))]), [1]);
    }

    #[test]
    fn med_decides_only_within_one_neighbour() {
        assert_eq!(winners(&[route(&[65010], &[], Some(20)), route(&[65010], &[], Some(10))]), [1]);
        assert_eq!(winners(&[route(&[65010], &[], Some(20)), route(&[65010], &[], None)]), [1]);
        assert_eq!(winners(&[route(&[65010], &[], Some(20)), route(&[65011], &[], Some(10))]), [0, 1]);
    }

    #[test]
    fn equal_paths_are_used_together() {
        let status =
            |med| Arc::new(PeerStatus { accepted: vec![route(&[65010], &[], med)], ..PeerStatus::default() });
        let snapshot: Snapshot =
            [("a".into(), status(None)), ("b".into(), status(None)), ("c".into(), status(Some(1)))]
                .into_iter()
                .collect();
        let best = best_path(&snapshot);
        assert_eq!(best.len(), 1);
        let peers: Vec<_> = best[0].paths.iter().map(|(peer, _)| peer.as_str()).collect();
        assert_eq!(peers, ["a", "b"]);
    }
}
