//! The one place that reads the clock and draws random bytes, for everything that is given them as arguments.

use std::time::{SystemTime, UNIX_EPOCH};

use sekisho_core::{Mint, Timestamp};

/// Now.
#[must_use]
pub fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// Random bytes from the system.
///
/// # Panics
/// When the system has no randomness to give: nothing safe can be done then.
#[must_use]
pub fn random<const LENGTH: usize>() -> [u8; LENGTH] {
    let mut bytes = [0; LENGTH];
    getrandom::fill(&mut bytes).expect("the system's random source answers");
    bytes
}

/// A mint with fresh entropy.
#[must_use]
pub fn mint() -> Mint {
    Mint::new(random())
}
