//! The `apigateway` service.
