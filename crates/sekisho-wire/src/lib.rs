//! The AWS protocols and SigV4: bytes to operations and values to bytes.
#![forbid(unsafe_code)]
