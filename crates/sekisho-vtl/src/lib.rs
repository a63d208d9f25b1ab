//! Mapping templates: Velocity as API Gateway runs it, and its JSONPath.
#![forbid(unsafe_code)]
