//! What is held from a peer (Adj-RIB-In) and what was told to it (Adj-RIB-Out), RFC 4271 §3.2.
//!
//! Both are differences in, differences out: an UPDATE becomes the changes that follow from it, a new list of
//! advertised prefixes becomes what must be announced and what withdrawn. The limit is checked before anything of an
//! UPDATE is stored.

use std::collections::{BTreeMap, BTreeSet};

use ipnet::IpNet;

use super::config::Advertisement;
use super::event::Route;
use super::message::Received;

/// A change of the routes held from a peer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Change {
    Learned(Route),
    Withdrawn(IpNet),
}

/// The peer told more prefixes than are accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LimitPassed;

/// Routes held from a peer.
#[derive(Debug, Default)]
pub(crate) struct RibIn {
    routes: BTreeMap<IpNet, Route>,
}

impl RibIn {
    /// Applies an UPDATE, or nothing of it if more than `limit` prefixes would be held. A prefix both withdrawn and
    /// announced in it is announced (RFC 4271 §4.3).
    pub(crate) fn apply(&mut self, received: Received, limit: u32) -> Result<Vec<Change>, LimitPassed> {
        let announced: BTreeSet<IpNet> = received.announced.iter().map(|route| route.prefix).collect();
        let withdrawn: BTreeSet<IpNet> = received
            .withdrawn
            .into_iter()
            .filter(|prefix| !announced.contains(prefix) && self.routes.contains_key(prefix))
            .collect();
        let new = announced.iter().filter(|prefix| !self.routes.contains_key(prefix)).count();
        if new > 0 && self.routes.len() - withdrawn.len() + new > usize::try_from(limit).unwrap_or(usize::MAX)
        {
            return Err(LimitPassed);
        }
        let mut changes = Vec::new();
        for prefix in withdrawn {
            self.routes.remove(&prefix);
            changes.push(Change::Withdrawn(prefix));
        }
        for route in received.announced {
            if self.routes.get(&route.prefix) != Some(&route) {
                self.routes.insert(route.prefix, route.clone());
                changes.push(Change::Learned(route));
            }
        }
        Ok(changes)
    }

    /// Forgets everything and tells what that was.
    pub(crate) fn clear(&mut self) -> Vec<IpNet> {
        std::mem::take(&mut self.routes).into_keys().collect()
    }

    pub(crate) fn routes(&self) -> impl Iterator<Item = &Route> {
        self.routes.values()
    }
}

/// Prefixes told to a peer.
#[derive(Debug, Default)]
pub(crate) struct RibOut {
    told: BTreeMap<IpNet, Advertisement>,
}

/// What must be sent for a peer to know what is wanted.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Difference {
    pub(crate) announce: Vec<Advertisement>,
    pub(crate) withdraw: Vec<IpNet>,
}

impl RibOut {
    /// Makes `wanted` what was told, and returns what that takes.
    pub(crate) fn tell(&mut self, wanted: &[Advertisement]) -> Difference {
        let wanted: BTreeMap<IpNet, Advertisement> =
            wanted.iter().map(|advertisement| (advertisement.prefix, advertisement.clone())).collect();
        let withdraw = self.told.keys().filter(|prefix| !wanted.contains_key(prefix)).copied().collect();
        let changed =
            |advertisement: &&Advertisement| self.told.get(&advertisement.prefix) != Some(*advertisement);
        let announce = wanted.values().filter(changed).cloned().collect();
        self.told = wanted;
        Difference { announce, withdraw }
    }

    /// Forgets what was told, because nobody remembers it any more.
    pub(crate) fn clear(&mut self) {
        self.told.clear();
    }

    pub(crate) fn prefixes(&self) -> impl Iterator<Item = IpNet> {
        self.told.keys().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn net(n: u8) -> IpNet {
        format!("10.{n}.0.0/16").parse().unwrap()
    }

    fn route(n: u8, med: u32) -> Route {
        Route {
            prefix: net(n),
            next_hop: "169.254.96.2".parse().unwrap(),
            as_path: vec![65010],
            communities: Vec::new(),
            med: Some(med),
        }
    }

    fn update(withdrawn: &[u8], announced: &[(u8, u32)]) -> Received {
        Received {
            withdrawn: withdrawn.iter().map(|n| net(*n)).collect(),
            announced: announced.iter().map(|(n, med)| route(*n, *med)).collect(),
            end_of_rib: false,
        }
    }

    #[test]
    fn only_changes_come_out() {
        let mut rib = RibIn::default();
        assert_eq!(rib.apply(update(&[1], &[]), 9), Ok(vec![]));
        assert_eq!(rib.apply(update(&[], &[(1, 0)]), 9), Ok(vec![Change::Learned(route(1, 0))]));
        assert_eq!(rib.apply(update(&[], &[(1, 0)]), 9), Ok(vec![]));
        assert_eq!(rib.apply(update(&[], &[(1, 5)]), 9), Ok(vec![Change::Learned(route(1, 5))]));
        assert_eq!(rib.apply(update(&[1], &[(1, 5)]), 9), Ok(vec![]), "announced wins over withdrawn");
        assert_eq!(rib.apply(update(&[1], &[]), 9), Ok(vec![Change::Withdrawn(net(1))]));
        assert!(rib.clear().is_empty());
    }

    #[test]
    fn the_limit_is_inclusive_and_counts_prefixes_once() {
        let mut rib = RibIn::default();
        assert!(rib.apply(update(&[], &[(1, 0), (2, 0)]), 2).is_ok());
        assert!(rib.apply(update(&[], &[(2, 7)]), 2).is_ok(), "a changed route is not one more");
        assert!(rib.apply(update(&[1], &[(3, 0)]), 2).is_ok(), "withdrawn before it is announced");
        assert_eq!(rib.apply(update(&[2], &[(4, 0), (5, 0)]), 2), Err(LimitPassed));
        assert_eq!(rib.clear(), [net(2), net(3)], "a refused UPDATE changes nothing");
    }

    #[test]
    fn only_the_difference_is_told() {
        let mut rib = RibOut::default();
        let plain = |n| Advertisement::from(net(n));
        let first = rib.tell(&[plain(1), plain(2)]);
        assert_eq!(first, Difference { announce: vec![plain(1), plain(2)], withdraw: vec![] });
        assert_eq!(rib.tell(&[plain(2), plain(1)]), Difference::default());
        let prepended = Advertisement { prepend: 2, ..plain(2) };
        let second = rib.tell(&[prepended.clone(), plain(3)]);
        assert_eq!(second, Difference { announce: vec![prepended, plain(3)], withdraw: vec![net(1)] });
        assert_eq!(rib.prefixes().collect::<Vec<_>>(), [net(2), net(3)]);
    }
}
