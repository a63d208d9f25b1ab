//! The store, kept honest: what was committed comes back, what was damaged is refused.

use std::path::PathBuf;

use sekisho_core::{
    Change, EntityKey, Timestamp,
    id::DhcpOptionsId,
    vpc::{Lifecycle, Vpc},
};

use super::{Store, StoreError};

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("sekisho-store-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a temporary folder");
        Self(path)
    }

    fn file(&self) -> PathBuf {
        self.0.join("store.redb")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn vpc(number: u8) -> Change {
    Vpc {
        id: format!("vpc-{number:017x}").into(),
        cidr_block: format!("10.{number}.0.0/16").parse().expect("a CIDR"),
        cidr_association_id: "vpc-cidr-assoc-1".to_owned(),
        instance_tenancy: "default".to_owned(),
        dhcp_options_id: DhcpOptionsId::from("dopt-1"),
        enable_dns_support: true,
        enable_dns_hostnames: false,
        enable_network_address_usage_metrics: false,
        state: Lifecycle::Available,
        tags: [("Name".to_owned(), "関所".to_owned())].into_iter().collect(),
    }
    .into()
}

#[test]
fn what_was_committed_comes_back() {
    let folder = Folder::new("roundtrip");
    let (store, world) = Store::open(&folder.file()).expect("a new store");
    let world = world.apply(&[vpc(1), vpc(2)]);
    store.commit(world.revision, &[vpc(1), vpc(2)]).expect("committed");
    let gone = Change::Delete(EntityKey::Vpc(format!("vpc-{:017x}", 1).into()));
    let world = world.apply(std::slice::from_ref(&gone));
    store.commit(world.revision, &[gone]).expect("committed");
    drop(store);
    let (_store, again) = Store::open(&folder.file()).expect("opens again");
    assert_eq!(again, world);
}

#[test]
fn two_processes_cannot_have_it() {
    let folder = Folder::new("in-use");
    let _one = Store::open(&folder.file()).expect("a new store");
    assert!(matches!(Store::open(&folder.file()), Err(StoreError::InUse { .. })));
}

#[test]
fn a_truncated_file_is_refused_at_every_length() {
    let folder = Folder::new("truncated");
    let (store, world) = Store::open(&folder.file()).expect("a new store");
    let changes: Vec<Change> = (0..50).map(vpc).collect();
    store.commit(world.apply(&changes).revision, &changes).expect("committed");
    drop(store);
    let whole = std::fs::read(folder.file()).expect("readable");
    for part in 0..20 {
        let cut = folder.0.join(format!("cut-{part}.redb"));
        std::fs::write(&cut, &whole[..whole.len() * part / 20]).expect("written");
        let error = Store::open(&cut).map(|_| ()).expect_err("refused");
        assert!(matches!(error, StoreError::Damaged { .. }), "{part}: {error}");
    }
}

#[test]
fn a_flipped_byte_is_refused_or_harmless() {
    let folder = Folder::new("flipped");
    let (store, world) = Store::open(&folder.file()).expect("a new store");
    let changes: Vec<Change> = (0..50).map(vpc).collect();
    let world = world.apply(&changes);
    store.commit(world.revision, &changes).expect("committed");
    drop(store);
    let whole = std::fs::read(folder.file()).expect("readable");
    let mut refused = 0;
    let step = (whole.len() / 400).max(1);
    for position in (0..whole.len()).step_by(step) {
        let mut bytes = whole.clone();
        bytes[position] ^= 0x41;
        let copy = folder.0.join("copy.redb");
        std::fs::write(&copy, &bytes).expect("written");
        match Store::open(&copy) {
            Ok((_, loaded)) => assert_eq!(loaded, world, "byte {position} changed what was loaded"),
            Err(_) => refused += 1,
        }
    }
    assert!(refused > 0, "no flip touched the entities");
}

#[test]
fn another_format_is_named() {
    let folder = Folder::new("format");
    drop(Store::open(&folder.file()).expect("a new store"));
    let database = redb::Database::open(folder.file()).expect("opens");
    let write = database.begin_write().expect("writes");
    write
        .open_table(super::META)
        .expect("a table")
        .insert("format", b"sekisho-store/9".as_slice())
        .expect("put");
    write.commit().expect("committed");
    drop(database);
    let error = Store::open(&folder.file()).map(|_| ()).expect_err("refused");
    assert!(error.to_string().contains("`sekisho-store/9`"), "{error}");
}

#[test]
fn a_file_that_is_no_store_is_refused() {
    let folder = Folder::new("foreign");
    for content in [&b""[..], b"hello", &[0u8; 100_000]] {
        std::fs::write(folder.file(), content).expect("written");
        let error = Store::open(&folder.file()).map(|_| ()).expect_err("refused");
        assert!(matches!(error, StoreError::Damaged { .. }), "{error}");
        assert_eq!(std::fs::read(folder.file()).expect("still there"), content, "the file was changed");
    }
    let _ = Timestamp(0);
}
