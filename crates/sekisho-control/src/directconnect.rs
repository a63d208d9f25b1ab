//! The `directconnect` service.
