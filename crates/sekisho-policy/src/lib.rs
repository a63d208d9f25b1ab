//! The IAM policy language: parse, compile, evaluate, explain.
#![forbid(unsafe_code)]
