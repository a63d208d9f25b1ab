//! The owner of the world: reads are a pointer, writes go through one door.
//!
//! [`Node::call`] runs a pure operation on the world it finds, stores the changes, compiles what the request path reads,
//! swaps both in, and only then lets the reply go. Compare-and-set: when the world moved on between reading and storing,
//! the operation runs again on the newer one; after a few turns it runs under the lock, so it cannot starve.
//!
//! What must stay true: nothing is visible before it is durable; a failed store write leaves the old world in place;
//! the compiled runtime always belongs to the world it is swapped in with.

use std::sync::Arc;

use arc_swap::ArcSwap;
use sekisho_core::{Change, World};
use sekisho_execute::Runtime;
use tokio::sync::{Mutex, watch};

use crate::store::{Store, StoreError};

/// A world and what the request path reads, compiled from it.
#[derive(Clone, Debug, Default)]
pub struct View {
    /// The world.
    pub world: Arc<World>,
    /// Its compiled form.
    pub runtime: Runtime,
}

/// The owner of the world.
#[derive(Debug)]
pub struct Node {
    view: Arc<ArcSwap<View>>,
    store: Arc<Store>,
    writer: Mutex<()>,
    revision: watch::Sender<u64>,
}

/// How often an operation is run without the lock before it is run under it.
const OPTIMISTIC_TURNS_MAX: usize = 3;

impl Node {
    /// A node over an opened store and the world that was in it.
    #[must_use]
    pub fn new(store: Store, world: World) -> Self {
        let runtime = Runtime::build(&world);
        let revision = world.revision;
        Self {
            view: Arc::new(ArcSwap::from_pointee(View { world: Arc::new(world), runtime })),
            store: Arc::new(store),
            writer: Mutex::new(()),
            revision: watch::Sender::new(revision),
        }
    }

    /// The world as it is now.
    #[must_use]
    pub fn world(&self) -> Arc<World> {
        Arc::clone(&self.view.load().world)
    }

    /// The shared cell that request threads read through an [`arc_swap::Cache`].
    #[must_use]
    pub fn view(&self) -> Arc<ArcSwap<View>> {
        Arc::clone(&self.view)
    }

    /// Rises with every change; for tasks that follow the world.
    #[must_use]
    pub fn revisions(&self) -> watch::Receiver<u64> {
        self.revision.subscribe()
    }

    /// Runs `operation` and makes its changes durable before returning what it returned.
    ///
    /// # Errors
    /// The outer error is the store's, the inner one the operation's own.
    pub async fn call<T, E>(
        &self,
        mut operation: impl FnMut(&World) -> Result<(T, Vec<Change>), E>,
    ) -> Result<Result<T, E>, StoreError> {
        for _ in 0..OPTIMISTIC_TURNS_MAX {
            let read = self.world();
            let (output, changes) = match operation(&read) {
                Ok(done) => done,
                Err(refused) => return Ok(Err(refused)),
            };
            if changes.is_empty() {
                return Ok(Ok(output));
            }
            let guard = self.writer.lock().await;
            if self.world().revision == read.revision {
                self.install(&read, changes).await?;
                drop(guard);
                return Ok(Ok(output));
            }
        }
        let _guard = self.writer.lock().await;
        let read = self.world();
        match operation(&read) {
            Ok((output, changes)) => {
                if !changes.is_empty() {
                    self.install(&read, changes).await?;
                }
                Ok(Ok(output))
            }
            Err(refused) => Ok(Err(refused)),
        }
    }

    /// Makes changes that follow from the world alone, such as a lifecycle's next step.
    ///
    /// # Errors
    /// The store's.
    pub async fn advance(&self, mut changes_of: impl FnMut(&World) -> Vec<Change>) -> Result<(), StoreError> {
        let done = self.call(|world| Ok::<_, std::convert::Infallible>(((), changes_of(world)))).await?;
        match done {
            Ok(()) => Ok(()),
            Err(never) => match never {},
        }
    }

    /// Stores and swaps in. The writer's lock is held by the caller.
    async fn install(&self, read: &Arc<World>, changes: Vec<Change>) -> Result<(), StoreError> {
        let (store, old, runtime) =
            (Arc::clone(&self.store), Arc::clone(read), self.view.load().runtime.clone());
        let installed = tokio::task::spawn_blocking(move || {
            let next = old.apply(&changes);
            if changes.iter().any(Change::is_durable) {
                store.commit(next.revision, &changes)?;
            }
            let runtime = runtime.update(&old, &next);
            Ok::<_, StoreError>(View { world: Arc::new(next), runtime })
        })
        .await
        .map_err(|error| StoreError::Write(error.to_string()))?;
        let view = installed?;
        let revision = view.world.revision;
        self.view.store(Arc::new(view));
        self.revision.send_replace(revision);
        Ok(())
    }
}
