//! Which loopback address stands for which lab address.
//!
//! The same lab address may exist in several VPCs and sites, so each pair of network and address has a loopback address
//! of its own, given when it is first asked for and kept as long as the process.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;

use sekisho_core::id::{SiteName, VpcId};
use sekisho_core::plan::network::DesiredNetwork;

use super::{Origin, origin};
use crate::Place;

/// 127.64.0.0, the first of the range; it is not given out itself.
const FIRST: u32 = 0x7f40_0000;
/// Addresses of the range.
const COUNT: u32 = 1 << 22;

/// A network with addresses of its own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Realm {
    Vpc(VpcId),
    Site(SiteName),
    Internet,
}

/// The book.
#[derive(Debug, Default)]
pub(crate) struct AddressBook {
    forward: BTreeMap<(Realm, Ipv4Addr), u32>,
    backward: Vec<(Realm, Ipv4Addr)>,
}

impl AddressBook {
    /// The loopback address of a lab address; none once four million are given.
    pub(crate) fn loopback(&mut self, realm: Realm, address: Ipv4Addr) -> Option<Ipv4Addr> {
        let key = (realm, address);
        if let Some(offset) = self.forward.get(&key) {
            return Some(Ipv4Addr::from(FIRST + offset));
        }
        let offset =
            u32::try_from(self.backward.len()).ok()?.checked_add(1).filter(|offset| *offset < COUNT)?;
        self.backward.push(key.clone());
        self.forward.insert(key, offset);
        Some(Ipv4Addr::from(FIRST + offset))
    }

    /// What a loopback address stands for.
    pub(crate) fn lab(&self, loopback: Ipv4Addr) -> Option<&(Realm, Ipv4Addr)> {
        let offset = u32::from(loopback).checked_sub(FIRST)?.checked_sub(1)?;
        self.backward.get(usize::try_from(offset).ok()?)
    }
}

/// The network in which a place finds an address.
pub(crate) fn realm(desired: &DesiredNetwork, place: &Place, address: Ipv4Addr) -> Option<Realm> {
    if address.octets()[..3] == [198, 51, 100] {
        return Some(Realm::Internet);
    }
    if *place == Place::Internet {
        return Some(Realm::Internet);
    }
    match origin(desired, place)? {
        Origin::Vpc(id) => Some(Realm::Vpc(id)),
        Origin::Site(name) => {
            let site = desired.sites.get(&name)?;
            let transit = desired.transits.get(&site.virtual_interface);
            let reached = transit
                .into_iter()
                .flat_map(|transit| &transit.vpcs)
                .find(|id| desired.vpcs.get(*id).is_some_and(|vpc| vpc.cidr_block.contains(&address)));
            match reached {
                Some(id) if !site.cidr_block.contains(&address) => Some(Realm::Vpc(id.clone())),
                _ => Some(Realm::Site(name)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_network_has_its_own() {
        let mut book = AddressBook::default();
        let address = Ipv4Addr::new(10, 0, 1, 10);
        let realms = [Realm::Vpc("vpc-a".into()), Realm::Vpc("vpc-b".into()), Realm::Internet];
        let given = realms.clone().map(|realm| book.loopback(realm, address).unwrap());
        assert_eq!(given[0], Ipv4Addr::new(127, 64, 0, 1));
        assert!(given[0] != given[1] && given[1] != given[2]);
        for (realm, loopback) in realms.into_iter().zip(given) {
            assert_eq!(book.loopback(realm.clone(), address), Some(loopback));
            assert_eq!(book.lab(loopback), Some(&(realm, address)));
        }
        for stranger in
            [Ipv4Addr::LOCALHOST, Ipv4Addr::new(127, 64, 0, 0), Ipv4Addr::new(127, 64, 0, 4), address]
        {
            assert_eq!(book.lab(stranger), None);
        }
    }
}
