//! The durable store: every acknowledged change, in one file, before the answer leaves.
//!
//! One redb file holds each durable entity as JSON under `kind` and key, and a record of the format, the revision and a
//! digest over all entities. A commit writes its entities and the new record in one transaction that is synced before
//! it returns, so a kill at any point leaves either the whole change or nothing of it.
//!
//! What must stay true: a file that is truncated, damaged or of another format is refused with a sentence that says so,
//! and is never half-loaded. redb checks its own pages only when it recovers; the digest (a sum of one hash per entity,
//! kept up incrementally) catches everything else: a missing, altered or resurrected entity changes it. A new file is
//! made beside its final name and renamed, so an empty file is always damage and never a fresh start.

use std::{
    cell::Cell,
    fs,
    panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook},
    path::{Path, PathBuf},
    sync::Once,
};

use redb::{Database, ReadableDatabase, ReadableTable, TableDefinition};
use sekisho_core::{Change, World};
use sha2::{Digest, Sha256};

/// The format this version reads and writes.
pub const FORMAT: &str = "sekisho-store/1";

const META: TableDefinition<'_, &str, &[u8]> = TableDefinition::new("meta");
const ENTITIES: TableDefinition<'_, (&str, &str), &[u8]> = TableDefinition::new("entities");

/// Why the store cannot be opened or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another process has it.
    #[error("the store `{path}` is in use by another process")]
    InUse {
        /// The file.
        path: PathBuf,
    },
    /// Not a store, cut short, or altered.
    #[error(
        "the store `{path}` is damaged: {what}. Nothing was loaded; restore it from a copy or move it away"
    )]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What does not hold.
        what: String,
    },
    /// Written by another version.
    #[error("the store `{path}` has the format `{found}`; this version reads `{FORMAT}`")]
    Format {
        /// The file.
        path: PathBuf,
        /// What the file says.
        found: String,
    },
    /// The file system refused.
    #[error("the store `{path}` cannot be used: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },
    /// A write failed; nothing of it is there.
    #[error("the store could not be written: {0}")]
    Write(String),
}

/// An open store.
#[derive(Debug)]
pub struct Store {
    database: Database,
}

impl Store {
    /// Opens the store at `path`, or makes an empty one where there is no file, and loads the world in it.
    ///
    /// # Errors
    /// As [`StoreError`] says; the file is left as it was.
    pub fn open(path: &Path) -> Result<(Self, World), StoreError> {
        if !path.exists() {
            create(path)?;
        }
        let damaged = |what: String| StoreError::Damaged { path: path.to_owned(), what };
        let length =
            fs::metadata(path).map_err(|source| StoreError::Io { path: path.to_owned(), source })?.len();
        if length == 0 {
            return Err(damaged("it is empty".to_owned()));
        }
        // redb asserts on some kinds of damage; to us that is one more way of being unreadable.
        let opened = caught(|| {
            let mut database = Database::open(path).map_err(|error| open_error(path, error))?;
            // After an unclean end redb has already recovered here; whatever still fails a checksum is damage.
            match database.check_integrity() {
                Ok(true) => {}
                Ok(false) => return Err(damaged("pages had to be repaired".to_owned())),
                Err(error) => return Err(open_error(path, error)),
            }
            let world = load(&database, path)?;
            Ok((Self { database }, world))
        });
        opened.unwrap_or_else(|_| Err(damaged("its pages do not fit together".to_owned())))
    }

    /// Stores the durable ones of `changes` as `revision`; they are on disk when this returns.
    ///
    /// # Errors
    /// [`StoreError::Write`]; then nothing of the change is stored.
    pub fn commit(&self, revision: u64, changes: &[Change]) -> Result<(), StoreError> {
        let write = |error: &dyn std::fmt::Display| StoreError::Write(error.to_string());
        let transaction = self.database.begin_write().map_err(|error| write(&error))?;
        {
            let mut meta = transaction.open_table(META).map_err(|error| write(&error))?;
            let mut entities = transaction.open_table(ENTITIES).map_err(|error| write(&error))?;
            let mut record = read_record(&meta).map_err(StoreError::Write)?;
            for change in changes.iter().filter(|change| change.is_durable()) {
                let stored = change.to_stored().map_err(|error| write(&error))?;
                let key = (stored.kind, stored.key.as_str());
                let old = match &stored.json {
                    Some(json) => entities.insert(key, json.as_bytes()),
                    None => entities.remove(key),
                }
                .map_err(|error| write(&error))?;
                if let Some(old) = old {
                    record.remove(entity_hash(key, old.value()));
                }
                if let Some(json) = &stored.json {
                    record.add(entity_hash(key, json.as_bytes()));
                }
            }
            record.revision = revision;
            meta.insert("record", record.encode().as_slice()).map_err(|error| write(&error))?;
        }
        transaction.commit().map_err(|error| write(&error))
    }
}

thread_local! {
    /// Whether a panic of this thread is expected and says nothing.
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Runs `work`; a panic in it is an answer, not a message on the terminal.
fn caught<T>(work: impl FnOnce() -> T) -> std::thread::Result<T> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = take_hook();
        set_hook(Box::new(move |panic| {
            if !QUIET.get() {
                usual(panic);
            }
        }));
    });
    QUIET.set(true);
    let done = catch_unwind(AssertUnwindSafe(work));
    QUIET.set(false);
    done
}

/// The record beside the entities.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Record {
    revision: u64,
    count: u64,
    digest: u64,
}

impl Record {
    fn add(&mut self, hash: u64) {
        self.count += 1;
        self.digest = self.digest.wrapping_add(hash);
    }

    fn remove(&mut self, hash: u64) {
        self.count = self.count.saturating_sub(1);
        self.digest = self.digest.wrapping_sub(hash);
    }

    fn encode(self) -> Vec<u8> {
        [self.revision, self.count, self.digest].iter().flat_map(|word| word.to_be_bytes()).collect()
    }

    fn decode(bytes: &[u8]) -> Option<Self> {
        let mut words = bytes.chunks_exact(8).map(|chunk| chunk.try_into().map(u64::from_be_bytes));
        let (revision, count, digest) = (words.next()?.ok()?, words.next()?.ok()?, words.next()?.ok()?);
        (bytes.len() == 24).then_some(Self { revision, count, digest })
    }
}

fn entity_hash((kind, key): (&str, &str), json: &[u8]) -> u64 {
    let mut hasher = Sha256::new();
    for part in [kind.as_bytes(), key.as_bytes(), json] {
        hasher.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        hasher.update(part);
    }
    hasher.finalize().iter().take(8).fold(0, |word, byte| (word << 8) | u64::from(*byte))
}

fn create(path: &Path) -> Result<(), StoreError> {
    let io = |source| StoreError::Io { path: path.to_owned(), source };
    let fresh = path.with_extension("new");
    match fs::remove_file(&fresh) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(io(error)),
        _ => {}
    }
    let write = |error: &dyn std::fmt::Display| StoreError::Write(error.to_string());
    let database = Database::create(&fresh).map_err(|error| open_error(&fresh, error))?;
    let transaction = database.begin_write().map_err(|error| write(&error))?;
    {
        let mut meta = transaction.open_table(META).map_err(|error| write(&error))?;
        meta.insert("format", FORMAT.as_bytes()).map_err(|error| write(&error))?;
        meta.insert("record", Record::default().encode().as_slice()).map_err(|error| write(&error))?;
        transaction.open_table(ENTITIES).map_err(|error| write(&error))?;
    }
    transaction.commit().map_err(|error| write(&error))?;
    drop(database);
    fs::rename(&fresh, path).map_err(io)?;
    // The rename itself has to survive a power cut.
    if let Some(parent) = path.parent() {
        fs::File::open(parent).and_then(|directory| directory.sync_all()).map_err(io)?;
    }
    Ok(())
}

fn open_error(path: &Path, error: redb::DatabaseError) -> StoreError {
    let path = path.to_owned();
    match error {
        redb::DatabaseError::DatabaseAlreadyOpen => StoreError::InUse { path },
        redb::DatabaseError::Storage(redb::StorageError::Io(source))
            if !matches!(
                source.kind(),
                std::io::ErrorKind::UnexpectedEof | std::io::ErrorKind::InvalidData
            ) =>
        {
            StoreError::Io { path, source }
        }
        other => StoreError::Damaged { path, what: other.to_string() },
    }
}

fn read_record(meta: &impl ReadableTable<&'static str, &'static [u8]>) -> Result<Record, String> {
    let value = meta.get("record").map_err(|error| error.to_string())?.ok_or("its record is missing")?;
    Record::decode(value.value()).ok_or_else(|| "its record is cut short".to_owned())
}

fn load(database: &Database, path: &Path) -> Result<World, StoreError> {
    let damaged = |what: String| StoreError::Damaged { path: path.to_owned(), what };
    let transaction = database.begin_read().map_err(|error| damaged(error.to_string()))?;
    let meta = transaction.open_table(META).map_err(|error| damaged(error.to_string()))?;
    let format = meta
        .get("format")
        .map_err(|error| damaged(error.to_string()))?
        .map(|value| String::from_utf8_lossy(value.value()).into_owned())
        .ok_or_else(|| damaged("it does not say its format".to_owned()))?;
    if format != FORMAT {
        return Err(StoreError::Format { path: path.to_owned(), found: format });
    }
    let record = read_record(&meta).map_err(damaged)?;
    let entities = transaction.open_table(ENTITIES).map_err(|error| damaged(error.to_string()))?;
    let mut found = Record { revision: record.revision, ..Record::default() };
    let mut changes = Vec::new();
    for item in entities.iter().map_err(|error| damaged(error.to_string()))? {
        let (key, value) = item.map_err(|error| damaged(error.to_string()))?;
        let (kind, name) = key.value();
        found.add(entity_hash((kind, name), value.value()));
        let json = std::str::from_utf8(value.value())
            .map_err(|_| damaged(format!("the {kind} {name} is not text")))?;
        changes.push(Change::from_stored(kind, json).map_err(|error| damaged(error.to_string()))?);
    }
    if found != record {
        return Err(damaged(format!(
            "{} entities are there where {} were stored, or one of them was altered",
            found.count, record.count
        )));
    }
    let mut world = World::default().apply(&changes);
    world.revision = record.revision;
    Ok(world)
}

#[cfg(test)]
mod tests;
