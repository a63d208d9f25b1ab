//! The world: identifiers, resources, changes, planners.
#![forbid(unsafe_code)]
