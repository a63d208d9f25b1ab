//! Pure planners: from a world to the state that the outside should have.
//!
//! A planner never looks at the outside; the fabric observes it, takes the difference and applies it. The same world
//! always gives the same plan, in the same order.

pub mod dns;
pub mod network;
