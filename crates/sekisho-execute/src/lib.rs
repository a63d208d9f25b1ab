//! The invocation: method request to method response.
#![forbid(unsafe_code)]
