//! The laws of `apply`, `diff` and the stored form.

use std::collections::{BTreeMap, BTreeSet};

use proptest::{collection::vec, prelude::*};
use sekisho_core::{
    Change, Entity, EntityKey, Timestamp, World,
    change::DecodeError,
    id::{RestApiId, StageName},
    lab::{Host, HostPlace},
};
use serde_json::Value;

use crate::strategy::{by_kind, config, entity, id, kind_of, two_worlds, world};

/// A world as plain data: what stands under each kind and key. Objects compare without their order, as entities do.
fn plain(world: &World) -> BTreeMap<(&'static str, String), Value> {
    let all = World::default().diff(world);
    let count = all.len();
    let plain: BTreeMap<_, _> = all
        .iter()
        .map(|change| {
            let stored = change.to_stored().unwrap();
            ((stored.kind, stored.key), serde_json::from_str(&stored.json.unwrap()).unwrap())
        })
        .collect();
    assert_eq!(plain.len(), count, "two entities share a stored key");
    plain
}

/// The difference between two worlds, worked out the slow way.
fn naive_diff(one: &World, two: &World) -> BTreeMap<(&'static str, String), Option<Value>> {
    let (one, two) = (plain(one), plain(two));
    let gone = one.keys().filter(|key| !two.contains_key(*key)).map(|key| (key.clone(), None));
    let put = two.iter().filter(|(key, value)| one.get(*key) != Some(*value));
    gone.chain(put.map(|(key, value)| (key.clone(), Some(value.clone())))).collect()
}

fn same_tables(one: &World, two: &World) -> bool {
    World { revision: 0, ..one.clone() } == World { revision: 0, ..two.clone() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn applying_the_difference_gives_the_other((one, two) in two_worlds()) {
        prop_assert!(same_tables(&one.apply(&one.diff(&two)), &two));
        prop_assert!(same_tables(&two.apply(&two.diff(&one)), &one));
        prop_assert_eq!(one.diff(&one), []);
        prop_assert_eq!(one.diff(&one.clone().apply(&[])), []);
    }

    #[test]
    fn unrelated_worlds_differ_well_too(one in world(), two in world()) {
        prop_assert!(same_tables(&one.apply(&one.diff(&two)), &two));
    }

    #[test]
    fn a_difference_is_minimal((one, two) in two_worlds()) {
        let changes = one.diff(&two);
        let found: BTreeMap<_, _> = changes
            .iter()
            .map(|change| {
                let stored = change.to_stored().unwrap();
                let value = stored.json.map(|json| serde_json::from_str(&json).unwrap());
                ((stored.kind, stored.key), value)
            })
            .collect();
        prop_assert_eq!(found.len(), changes.len(), "a key changes once");
        prop_assert_eq!(found, naive_diff(&one, &two));
    }

    #[test]
    fn applying_leaves_the_old_world_alone(old in world(), changes in vec(entity(), 0..20)) {
        let before = plain(&old);
        let revision = old.revision;
        let next = old.apply(&changes);
        prop_assert_eq!(plain(&old), before);
        prop_assert_eq!(old.revision, revision);
        prop_assert_eq!(next.revision, revision + u64::from(!changes.is_empty()));
        for change in &changes {
            let stored = change.to_stored().unwrap();
            prop_assert!(plain(&next).contains_key(&(stored.kind, stored.key)));
        }
    }

    #[test]
    fn putting_twice_and_deleting_what_is_absent_change_nothing(old in world(), change in entity()) {
        let once = old.apply(std::slice::from_ref(&change));
        prop_assert!(same_tables(&once, &once.apply(std::slice::from_ref(&change))));
        // Out again: what it replaced is gone as well, the rest stands.
        let removal = once.diff(&World::default()).into_iter().find(|removal| {
            let (removed, put) = (removal.to_stored().unwrap(), change.to_stored().unwrap());
            (removed.kind, removed.key) == (put.kind, put.key)
        });
        let removal = [removal.unwrap()];
        let without = once.apply(&removal);
        prop_assert!(same_tables(&without, &without.apply(&removal)));
        prop_assert_eq!(plain(&without).len() + 1, plain(&once).len());
    }

    #[test]
    fn the_last_of_two_changes_stands(one in entity(), two in entity()) {
        let both = World::default().apply(&[one.clone(), two.clone()]);
        prop_assert!(same_tables(&both, &World::default().apply(&[one]).apply(&[two])));
    }

    #[test]
    fn stored_entities_come_back_to_the_byte(change in entity()) {
        let Change::Put(entity) = &change else { unreachable!() };
        let stored = change.to_stored().unwrap();
        prop_assert_eq!(stored.kind, kind_of(entity));
        let json = stored.json.clone().unwrap();
        let back = Change::from_stored(stored.kind, &json).unwrap();
        prop_assert_eq!(&back, &change);
        prop_assert_eq!(back.to_stored().unwrap(), stored);
        prop_assert_eq!(change.is_durable(), !matches!(entity, Entity::BgpSession(_)));
        prop_assert_eq!(back.is_durable(), change.is_durable());
    }

    #[test]
    fn a_put_and_its_delete_have_one_stored_key(world in world()) {
        let puts: BTreeSet<_> = plain(&world).into_keys().collect();
        let deletes: BTreeSet<_> = world
            .diff(&World::default())
            .iter()
            .map(|change| {
                let stored = change.to_stored().unwrap();
                assert_eq!(stored.json, None);
                (stored.kind, stored.key)
            })
            .collect();
        prop_assert_eq!(puts, deletes);
    }

    #[test]
    fn pairs_share_a_stored_key_only_when_they_are_equal(
        one in [id::<RestApiId>(), id(), id(), id()],
        two in [id::<StageName>(), id(), id(), id()],
    ) {
        let keys: BTreeSet<_> = one.iter().flat_map(|api| two.iter().map(move |name| (api.clone(), name.clone()))).collect();
        let texts: BTreeSet<String> = keys
            .iter()
            .map(|key| Change::Delete(EntityKey::Stage(key.clone())).to_stored().unwrap().key)
            .collect();
        prop_assert_eq!(texts.len(), keys.len());
    }

    #[test]
    fn durable_entities_are_the_world_without_what_is_observed(world in world()) {
        let durable = world.durable_entities();
        prop_assert!(durable.iter().all(Change::is_durable));
        let expected = World { bgp_sessions: imbl_default(&world.bgp_sessions), ..world.clone() };
        prop_assert!(same_tables(&World::default().apply(&durable), &expected));
        // The same by way of the store.
        let stored: Vec<Change> = durable
            .iter()
            .map(|change| {
                let stored = change.to_stored().unwrap();
                Change::from_stored(stored.kind, &stored.json.unwrap()).unwrap()
            })
            .collect();
        prop_assert!(same_tables(&World::default().apply(&stored), &expected));
    }

    #[test]
    fn damaged_json_is_an_error_or_another_entity_never_a_panic(
        change in entity(),
        at in any::<prop::sample::Index>(),
        with in any::<char>(),
    ) {
        let stored = change.to_stored().unwrap();
        let json = stored.json.unwrap();
        let characters: Vec<char> = json.chars().collect();
        let at = at.index(characters.len());
        let cut: String = characters[..at].iter().collect();
        let is_malformed = matches!(
            Change::from_stored(stored.kind, &cut),
            Err(DecodeError::Malformed { kind, .. }) if kind == stored.kind
        );
        prop_assert!(is_malformed);
        let mut swapped = characters;
        swapped[at] = with;
        let swapped: String = swapped.into_iter().collect();
        if let Ok(other) = Change::from_stored(stored.kind, &swapped) {
            prop_assert_eq!(other.to_stored().unwrap().kind, stored.kind);
        }
    }

    #[test]
    fn any_text_is_answered(kind in ".{0,12}", json in ".{0,40}") {
        let known = by_kind().iter().any(|(name, _)| *name == kind);
        match Change::from_stored(&kind, &json) {
            Err(DecodeError::UnknownKind(name)) => prop_assert!(!known && name == kind),
            Ok(_) | Err(DecodeError::Malformed { .. }) => prop_assert!(known),
        }
    }
}

/// An empty table of the same type.
fn imbl_default<T: Default>(_: &T) -> T {
    T::default()
}

#[test]
fn every_kind_is_generated() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut names = BTreeSet::new();
    for (name, strategy) in by_kind() {
        assert!(names.insert(name), "{name} has two generators");
        let Change::Put(entity) = strategy.new_tree(&mut runner).unwrap().current() else { unreachable!() };
        assert_eq!(kind_of(&entity), name);
    }
    assert_eq!(names.len(), 21);
}

#[test]
fn kinds_are_exact() {
    let json = r#"{"name":"h","place":{"site":"s"},"address":"10.0.0.1","created":0}"#;
    assert!(Change::from_stored("host", json).is_ok());
    for kind in ["", "Host", "HOST", "hosts", " host", "host ", "host\0", "vpc"] {
        assert!(Change::from_stored(kind, json).is_err(), "{kind:?}");
    }
    let error = Change::from_stored("volcano", json).unwrap_err();
    assert_eq!(error.to_string(), "unknown kind `volcano`");
    let long = "v".repeat(1 << 20);
    assert!(matches!(Change::from_stored(&long, json), Err(DecodeError::UnknownKind(_))));
}

#[test]
fn wrong_shapes_are_malformed() {
    let deep = "[".repeat(100_000);
    let cases = [
        "",
        "null",
        "[]",
        "{}",
        "\"host\"",
        "{\"name\":",
        r#"{"name":"h","place":{"site":"s"},"address":"10.0.0.1"}"#,
        r#"{"name":"h","name":"h","place":{"site":"s"},"address":"10.0.0.1","created":0}"#,
        r#"{"name":"h","place":{"moon":"s"},"address":"10.0.0.1","created":0}"#,
        r#"{"name":"h","place":{"site":"s"},"address":"10.0.0.256","created":0}"#,
        r#"{"name":"h","place":{"site":"s"},"address":"fd00::1","created":0}"#,
        r#"{"name":"h","place":{"site":"s"},"address":"10.0.0.1","created":9223372036854775808}"#,
        r#"{"name":"h","place":{"site":"s"},"address":"10.0.0.1","created":0} trailing"#,
        &deep,
    ];
    for json in cases {
        let error = Change::from_stored("host", json).unwrap_err();
        assert!(matches!(error, DecodeError::Malformed { kind: "host", .. }), "{json:.80}");
        assert!(error.to_string().starts_with("a host does not decode: "));
    }
}

#[test]
fn stored_keys_are_stable_texts() {
    let stage = |api: &str, name: &str| {
        Change::Delete(EntityKey::Stage((api.into(), name.into()))).to_stored().unwrap().key
    };
    assert_eq!(stage("abcdefghij", "prod"), "(abcdefghij, prod)");
    assert_ne!(stage("a", "b, c"), stage("a, b", "c"));
    assert_ne!(stage("a\\", "b, c"), stage("a\\, b", "c"));
    let key = |change: Change| change.to_stored().unwrap().key;
    assert_eq!(key(Change::Delete(EntityKey::Vpc("vpc-1".into()))), "vpc-1");
    assert_eq!(key(Change::Delete(EntityKey::Settings(()))), "()");
}

#[test]
fn secrets_are_not_printed() {
    let key = sekisho_core::account::AccessKey {
        id: "AKIAEXAMPLE".into(),
        secret: "do not show".into(),
        principal_arn: "arn".into(),
        user_id: "user".into(),
        created: Timestamp(0),
    };
    let text = format!("{:?}", Change::from(key));
    assert!(text.contains("AKIAEXAMPLE") && !text.contains("do not show"), "{text}");
}

/// Tables large enough to have several levels inside.
#[test]
fn large_tables_differ_exactly() {
    let host = |number: u32, address: u32| -> Change {
        Host {
            name: format!("h{number}").into(),
            place: HostPlace::Site("s".into()),
            address: address.into(),
            created: Timestamp(0),
        }
        .into()
    };
    let all: Vec<Change> = (0..5000).map(|number| host(number, 0)).collect();
    let one = World::default().apply(&all);
    assert_eq!((one.revision, one.hosts.len()), (1, 5000));
    let mut mint = sekisho_core::Mint::new([3; 32]);
    for round in 1..50u32 {
        let mut numbers: Vec<u32> =
            (0..round * 7).map(|_| u32::try_from(mint.bits() % 6000).unwrap()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let changes: Vec<Change> = numbers
            .iter()
            .map(|number| match number % 3 {
                0 => Change::Delete(EntityKey::Host(format!("h{number}").into())),
                1 => host(*number, 0),
                _ => host(*number, round),
            })
            .collect();
        let two = one.apply(&changes);
        let real = numbers.iter().filter(|number| match **number % 3 {
            0 => **number < 5000,
            1 => **number >= 5000,
            _ => true,
        });
        let found = one.diff(&two);
        assert_eq!(found.len(), real.count(), "round {round}");
        assert_eq!(World { revision: 2, ..one.apply(&found) }, two);
        assert!(same_tables(&two.apply(&two.diff(&one)), &one));
        assert_eq!(one.hosts.len(), 5000);
    }
}
