//! The AWS APIs: one pure function per operation.
#![forbid(unsafe_code)]
