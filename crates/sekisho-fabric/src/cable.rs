//! Cables between namespaces: veth pairs, and 802.1Q sub-interfaces on a pair of their own.
//!
//! A pair dies with either of its ends, so one missing end means both are made anew.

use std::io;
use std::os::fd::AsFd;
use std::sync::Arc;

use crate::layout::{Cable, Space, TAG_BYTES, TRUNK, hash};
use crate::namespace::Namespace;
use crate::netlink::link;

fn has(namespace: &Namespace, name: &str) -> io::Result<Option<u32>> {
    let name = name.to_owned();
    namespace.run(move |inside| Ok(link::links(&mut inside.route)?.get(&name).map(|link| link.index)))
}

fn remove(namespace: &Namespace, name: &str) -> io::Result<bool> {
    let Some(index) = has(namespace, name)? else { return Ok(false) };
    namespace.run(move |inside| link::delete(&mut inside.route, index))?;
    Ok(true)
}

/// Makes a pair between two namespaces if either end is missing. Whether anything was made.
fn ensure_pair(
    [(near, near_name), (far, far_name)]: [(&Arc<Namespace>, &str); 2],
    mtu: u32,
    hardware: Option<[u8; 6]>,
) -> io::Result<bool> {
    if has(near, near_name)?.is_some() && has(far, far_name)?.is_some() {
        return Ok(false);
    }
    remove(near, near_name)?;
    remove(far, far_name)?;
    let (name, peer_name, peer) = (near_name.to_owned(), far_name.to_owned(), Arc::clone(far));
    near.run(move |inside| {
        link::add_veth(&mut inside.route, &name, (peer.fd().as_fd(), &peer_name), mtu, hardware)
    })?;
    Ok(true)
}

/// Makes a cable if it is not there. What was done.
pub(crate) fn ensure(cable: &Cable, spaces: [&Arc<Namespace>; 2]) -> io::Result<Vec<String>> {
    let [(near, near_name), (far, far_name)] = &cable.ends;
    let describe = |what: &str| format!("link add {near_name} type {what} peer {far_name} in {far}");
    let mut done = Vec::new();
    if cable.tag.is_none() {
        let hardware = cable.no_arp.then(|| shared_address(near, far));
        if ensure_pair([(spaces[0], near_name), (spaces[1], far_name)], cable.mtu, hardware)? {
            done.push(describe("veth"));
        }
        return Ok(done);
    }
    let tag = cable.tag.unwrap_or_default();
    if ensure_pair([(spaces[0], TRUNK), (spaces[1], TRUNK)], cable.mtu + TAG_BYTES, None)? {
        done.push(describe("veth"));
    }
    for (space, name) in [(spaces[0], near_name), (spaces[1], far_name)] {
        if has(space, name)?.is_some() {
            continue;
        }
        let (name, mtu) = (name.clone(), cable.mtu);
        space.run(move |inside| {
            let links = link::links(&mut inside.route)?;
            let trunk = links.get(TRUNK).ok_or_else(|| io::Error::other("the trunk is missing"))?;
            link::add_vlan(&mut inside.route, &name, trunk.index, tag, mtu)
        })?;
        done.push(describe(&format!("vlan id {tag}")));
    }
    Ok(done)
}

/// Removes a cable that is not wanted any more, at whichever end still is.
pub(crate) fn unplug(cable: &Cable, spaces: [Option<&Arc<Namespace>>; 2]) -> io::Result<bool> {
    for (space, (_, name)) in spaces.into_iter().zip(&cable.ends) {
        if let Some(space) = space {
            let name = if cable.tag.is_some() { TRUNK } else { name };
            return remove(space, name);
        }
    }
    Ok(false)
}

/// A locally administered hardware address for both ends of a link without address resolution.
fn shared_address(near: &Space, far: &Space) -> [u8; 6] {
    let [_, _, _, a, b, c, d, e] = hash(&format!("{near} {far}")).to_be_bytes();
    [0x02, a, b, c, d, e]
}
