//! Every limit of an invocation, with its unit and where it comes from (API Gateway guide, "Amazon API Gateway quotas").

/// Bytes of a request's URL (path and query) to a private API.
pub const PRIVATE_URL_BYTES_MAX: usize = 8_192;
/// Bytes of a request's URL to a public API.
pub const PUBLIC_URL_BYTES_MAX: usize = 10_240;
/// Bytes of all header lines of a request to a private API, `name: value` and line end each.
pub const PRIVATE_HEADER_BYTES_MAX: usize = 8_000;
/// Bytes of all header lines of a request to a public API.
pub const PUBLIC_HEADER_BYTES_MAX: usize = 10_240;
/// Bytes of a request's body, and of an integration's answer.
pub const PAYLOAD_BYTES_MAX: usize = 10_485_760;
/// Bytes of the ARN that policies are asked about; a longer one is refused.
pub const METHOD_ARN_BYTES_MAX: usize = 1_600;
/// Bytes a compiled selection pattern may take.
pub const SELECTION_PATTERN_BYTES_MAX: usize = 64 * 1024;
/// Characters of client text (paths, hosts) that are kept in a [`crate::Reason`].
pub const REASON_TEXT_MAX: usize = 256;
