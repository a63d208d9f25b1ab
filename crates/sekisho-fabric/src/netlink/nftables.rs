//! Packet filters: a ruleset as data, and the transactions that lead from one to the next.
//!
//! One `inet` table, ours by name. A change replaces only what differs, in transactions: a packet sees the old chain or
//! the new one, never half of it. The kernel counts transactions (its generation), so one comparison tells whether
//! anybody else has changed anything since.
//!
//! Sources: `linux/netfilter/nf_tables.h`, `linux/netfilter/nfnetlink.h`; nft(8) for the meaning of expressions.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::net::Ipv4Addr;

use super::{APPEND, CREATE, Message, Socket, attributes};

mod expression;

pub(crate) use expression::{Base, Compare, Expression, Rule, Verdict};

/// The table's name.
pub(crate) const TABLE: &str = "sekisho";
/// The verdict map from an endpoint interface's address to the chain of its groups.
pub(crate) const INTERFACES: &str = "eni4";

const NFPROTO_INET: u8 = 1;
const SUBSYSTEM: u16 = (libc::NFNL_SUBSYS_NFTABLES as u16) << 8;
const BATCH_BEGIN: u16 = libc::NFNL_MSG_BATCH_BEGIN as u16;
const BATCH_END: u16 = libc::NFNL_MSG_BATCH_END as u16;
/// Bytes of one transaction, about: below the smallest usual socket buffer.
const BATCH_BYTES: usize = 96 << 10;
/// Elements in one message; an attribute holds 64 KiB.
const ELEMENTS: usize = 400;
/// `type ipv4_addr`, as nft(8) numbers it, so that it prints our sets well.
const TYPE_IPV4: u32 = 7;
const TYPE_VERDICT: u32 = 0xffff_ff00;
const SET_MAP: u32 = 8;

const GEN_ID: u16 = 1;
const TABLE_NAME: u16 = 1;
const CHAIN_TABLE: u16 = 1;
const CHAIN_NAME: u16 = 3;
const CHAIN_HOOK: u16 = 4;
const CHAIN_POLICY: u16 = 5;
const CHAIN_TYPE: u16 = 7;
const HOOK_NUMBER: u16 = 1;
const HOOK_PRIORITY: u16 = 2;
const RULE_TABLE: u16 = 1;
const RULE_CHAIN: u16 = 2;
const RULE_EXPRESSIONS: u16 = 4;
const SET_TABLE: u16 = 1;
const SET_NAME: u16 = 2;
const SET_FLAGS: u16 = 3;
const SET_KEY_TYPE: u16 = 4;
const SET_KEY_LENGTH: u16 = 5;
const SET_DATA_TYPE: u16 = 6;
const SET_DATA_LENGTH: u16 = 7;
const SET_ID: u16 = 10;
const ELEMENTS_TABLE: u16 = 1;
const ELEMENTS_SET: u16 = 2;
const ELEMENTS_LIST: u16 = 3;
const ELEMENT_KEY: u16 = 1;
const ELEMENT_DATA: u16 = 2;
const DATA_VALUE: u16 = 1;
const LIST_ELEMENT: u16 = 1;

/// Where a base chain stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hook {
    Input,
    Forward,
    Output,
}

impl Hook {
    const fn number(self) -> u32 {
        match self {
            Self::Input => 1,
            Self::Forward => 2,
            Self::Output => 3,
        }
    }
}

/// A chain.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Chain {
    /// A base chain's hook, and whether it accepts what no rule decides.
    pub(crate) hook: Option<(Hook, bool)>,
    pub(crate) rules: Vec<Rule>,
}

/// Everything in our table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Ruleset {
    /// Sets of addresses.
    pub(crate) sets: BTreeMap<String, BTreeSet<Ipv4Addr>>,
    /// Chains that rules jump to, in an order where a chain comes after those it jumps to: by name, groups (`sg-`)
    /// are put before those that unite them (`c_`).
    pub(crate) groups: BTreeMap<String, Chain>,
    pub(crate) unions: BTreeMap<String, Chain>,
    /// The verdict map: address to chain.
    pub(crate) interfaces: BTreeMap<Ipv4Addr, String>,
    /// Base chains.
    pub(crate) bases: BTreeMap<String, Chain>,
}

/// Messages that belong into one transaction.
type Group = Vec<Message>;

fn message(kind: i32, flags: u16) -> Message {
    Message::new(SUBSYSTEM | kind as u16, flags, &[NFPROTO_INET, 0, 0, 0])
}

fn create(kind: i32) -> Message {
    message(kind, CREATE)
}

fn new_table() -> Message {
    let mut table = create(libc::NFT_MSG_NEWTABLE);
    table.text(TABLE_NAME, TABLE);
    table
}

fn delete_table() -> Message {
    let mut table = message(libc::NFT_MSG_DELTABLE, 0);
    table.text(TABLE_NAME, TABLE);
    table
}

fn chain_message(mut message: Message, name: &str) -> Message {
    message.text(CHAIN_TABLE, TABLE);
    message.text(CHAIN_NAME, name);
    message
}

fn new_chain(name: &str, chain: &Chain) -> Message {
    let mut message = chain_message(create(libc::NFT_MSG_NEWCHAIN), name);
    if let Some((hook, accepts)) = chain.hook {
        message.nest(CHAIN_HOOK, |message| {
            message.be32(HOOK_NUMBER, hook.number());
            message.be32(HOOK_PRIORITY, 0);
        });
        message.be32(CHAIN_POLICY, u32::from(accepts));
        message.text(CHAIN_TYPE, "filter");
    }
    message
}

fn new_rules(name: &str, chain: &Chain) -> impl Iterator<Item = Message> {
    chain.rules.iter().map(move |rule| {
        let mut message = message(libc::NFT_MSG_NEWRULE, CREATE | APPEND);
        message.text(RULE_TABLE, TABLE);
        message.text(RULE_CHAIN, name);
        message.nest(RULE_EXPRESSIONS, |message| {
            for expression in rule {
                expression.write(message);
            }
        });
        message
    })
}

fn flush(name: &str) -> Message {
    let mut message = message(libc::NFT_MSG_DELRULE, 0);
    message.text(RULE_TABLE, TABLE);
    message.text(RULE_CHAIN, name);
    message
}

fn new_set(name: &str, verdicts: bool) -> Message {
    let mut message = create(libc::NFT_MSG_NEWSET);
    message.text(SET_TABLE, TABLE);
    message.text(SET_NAME, name);
    message.be32(SET_FLAGS, if verdicts { SET_MAP } else { 0 });
    message.be32(SET_KEY_TYPE, TYPE_IPV4);
    message.be32(SET_KEY_LENGTH, 4);
    if verdicts {
        message.be32(SET_DATA_TYPE, TYPE_VERDICT);
        message.be32(SET_DATA_LENGTH, 16);
    }
    message.be32(SET_ID, 1);
    message
}

fn delete_set(name: &str) -> Message {
    let mut message = message(libc::NFT_MSG_DELSET, 0);
    message.text(SET_TABLE, TABLE);
    message.text(SET_NAME, name);
    message
}

/// Puts or removes elements; those of the verdict map come with their chain.
fn elements<'a>(
    kind: i32,
    set: &'a str,
    elements: &'a [(Ipv4Addr, Option<&'a str>)],
) -> impl Iterator<Item = Message> + 'a {
    elements.chunks(ELEMENTS).map(move |chunk| {
        let mut message = message(kind, if kind == libc::NFT_MSG_NEWSETELEM { CREATE } else { 0 });
        message.text(ELEMENTS_TABLE, TABLE);
        message.text(ELEMENTS_SET, set);
        message.nest(ELEMENTS_LIST, |message| {
            for (key, chain) in chunk {
                message.nest(LIST_ELEMENT, |message| {
                    message.nest(ELEMENT_KEY, |message| message.bytes(DATA_VALUE, &key.octets()));
                    if let Some(chain) = chain {
                        message.nest(ELEMENT_DATA, |message| {
                            Verdict::Jump((*chain).to_owned()).write_data(message);
                        });
                    }
                });
            }
        });
        message
    })
}

fn added<K: Ord + Copy, V: PartialEq>(old: &BTreeMap<K, V>, new: &BTreeMap<K, V>) -> Vec<K> {
    new.iter().filter(|(key, value)| old.get(key) != Some(*value)).map(|(key, _)| *key).collect()
}

/// What leads from `old` to `new`, in groups that must not be split; no `old` is no table.
fn difference(old: Option<&Ruleset>, new: &Ruleset) -> Vec<Group> {
    let mut groups = Vec::new();
    if old.is_none() {
        // Whatever stands under our name is replaced, in the same transaction as the base chains appear.
        let mut first = vec![new_table(), delete_table(), new_table(), new_set(INTERFACES, true)];
        for (name, chain) in &new.bases {
            first.push(new_chain(name, chain));
            first.extend(new_rules(name, chain));
        }
        groups.push(first);
    }
    let empty = Ruleset { bases: new.bases.clone(), ..Ruleset::default() };
    let old = old.unwrap_or(&empty);
    for (name, members) in &new.sets {
        let before = old.sets.get(name);
        let mut group: Group = Vec::new();
        if before.is_none() {
            group.push(new_set(name, false));
        }
        let none = BTreeSet::new();
        let before = before.unwrap_or(&none);
        let list = |a: &BTreeSet<Ipv4Addr>, b: &BTreeSet<Ipv4Addr>| -> Vec<_> {
            a.difference(b).map(|address| (*address, None)).collect()
        };
        group.extend(elements(libc::NFT_MSG_DELSETELEM, name, &list(before, members)));
        group.extend(elements(libc::NFT_MSG_NEWSETELEM, name, &list(members, before)));
        groups.push(group);
    }
    for (before, after) in [(&old.groups, &new.groups), (&old.unions, &new.unions), (&old.bases, &new.bases)]
    {
        for (name, chain) in after {
            groups.push(chain_difference(name, before.get(name), chain));
        }
    }
    groups.extend(map_difference(&old.interfaces, &new.interfaces));
    for (before, after) in [(&old.unions, &new.unions), (&old.groups, &new.groups)] {
        for name in before.keys().filter(|name| !after.contains_key(*name)) {
            groups.push(vec![flush(name), chain_message(message(libc::NFT_MSG_DELCHAIN, 0), name)]);
        }
    }
    groups.extend(
        old.sets.keys().filter(|name| !new.sets.contains_key(*name)).map(|name| vec![delete_set(name)]),
    );
    groups.retain(|group| !group.is_empty());
    groups
}

fn chain_difference(name: &str, old: Option<&Chain>, new: &Chain) -> Group {
    match old {
        Some(old) if old == new => Vec::new(),
        Some(_) => std::iter::once(flush(name)).chain(new_rules(name, new)).collect(),
        None => std::iter::once(new_chain(name, new)).chain(new_rules(name, new)).collect(),
    }
}

fn map_difference(old: &BTreeMap<Ipv4Addr, String>, new: &BTreeMap<Ipv4Addr, String>) -> Vec<Group> {
    let removed: BTreeSet<Ipv4Addr> = old
        .iter()
        .filter(|(address, chain)| new.get(address) != Some(*chain))
        .map(|(address, _)| *address)
        .collect();
    // An element that changes goes and comes in one transaction; the rest needs no such care.
    let mut all = removed.clone();
    all.extend(added(old, new));
    let all: Vec<_> = all.into_iter().collect();
    all.chunks(ELEMENTS)
        .map(|chunk| {
            let remove: Vec<_> = chunk.iter().filter(|a| removed.contains(a)).map(|a| (*a, None)).collect();
            let add: Vec<_> = chunk.iter().filter_map(|a| Some((*a, Some(new.get(a)?.as_str())))).collect();
            elements(libc::NFT_MSG_DELSETELEM, INTERFACES, &remove)
                .chain(elements(libc::NFT_MSG_NEWSETELEM, INTERFACES, &add))
                .collect()
        })
        .collect()
}

/// Our table in one namespace: what was put there, and the kernel's count after it.
#[derive(Debug)]
pub(crate) struct Filter {
    socket: Socket,
    installed: Option<(Ruleset, u32)>,
}

impl Filter {
    /// To be called inside the namespace.
    pub(crate) fn open() -> io::Result<Self> {
        Ok(Self { socket: Socket::open(libc::NETLINK_NETFILTER)?, installed: None })
    }

    fn generation(&mut self) -> io::Result<u32> {
        let received = self.socket.ask(Message::new(
            SUBSYSTEM | libc::NFT_MSG_GETGEN as u16,
            0,
            &[libc::AF_UNSPEC as u8, 0, 0, 0],
        ))?;
        attributes(received.body.get(4..).unwrap_or_default())
            .find(|(kind, _)| *kind == GEN_ID)
            .and_then(|(_, value)| Some(u32::from_be_bytes(value.try_into().ok()?)))
            .ok_or_else(|| io::Error::other("the kernel does not tell its nf_tables generation"))
    }

    /// Whether the table is not `wanted`, because that changed or somebody else changed it.
    pub(crate) fn differs(&mut self, wanted: &Ruleset) -> io::Result<bool> {
        let generation = self.generation()?;
        Ok(self.installed.as_ref().is_none_or(|(installed, then)| installed != wanted || *then != generation))
    }

    /// Makes the table `wanted`. Says what was done.
    pub(crate) fn apply(&mut self, wanted: &Ruleset) -> io::Result<Option<&'static str>> {
        if !self.differs(wanted)? {
            return Ok(None);
        }
        let generation = self.generation()?;
        let old = self.installed.take().filter(|(_, then)| *then == generation).map(|(old, _)| old);
        let what = if old.is_some() { "table inet sekisho changed" } else { "table inet sekisho put" };
        let mut after = generation;
        for batch in pack(difference(old.as_ref(), wanted)) {
            self.transact(batch)?;
            after = after.wrapping_add(1);
        }
        self.installed = Some((wanted.clone(), after));
        Ok(Some(what))
    }

    fn transact(&mut self, batch: Group) -> io::Result<()> {
        let edge = |kind: u16| {
            let mut fixed = [0_u8; 4];
            fixed[2..4].copy_from_slice(&(libc::NFNL_SUBSYS_NFTABLES as u16).to_be_bytes());
            Message::new(kind, 0, &fixed)
        };
        let last = batch.len();
        let mut messages = Vec::with_capacity(last + 2);
        messages.push(edge(BATCH_BEGIN));
        messages.extend(batch);
        messages.push(edge(BATCH_END));
        self.socket.transact(messages, last)
    }
}

/// Whole groups, as many as fit into a transaction.
fn pack(groups: Vec<Group>) -> Vec<Group> {
    let mut batches: Vec<Group> = Vec::new();
    let mut size = BATCH_BYTES;
    for group in groups {
        let length: usize = group.iter().map(Message::len).sum();
        match batches.last_mut() {
            Some(batch) if size + length <= BATCH_BYTES => {
                batch.extend(group);
                size += length;
            }
            _ => {
                batches.push(group);
                size = length;
            }
        }
    }
    batches
}
