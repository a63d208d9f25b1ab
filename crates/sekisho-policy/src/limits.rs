//! Every limit of the policy language, with its unit and where it comes from.
//!
//! Counted in characters (Unicode scalar values), as AWS counts them. The limits are checked before a document is
//! read any further, so that nothing later has to fear a large one.

/// Longest API Gateway resource policy, in characters of the stored (expanded) text.
/// Source: API Gateway quotas, "Resource policy length".
pub const RESOURCE_POLICY_CHARS_MAX: usize = 8_192;

/// Longest VPC endpoint policy, in characters, white space included. Source: Amazon VPC quotas.
pub const ENDPOINT_POLICY_CHARS_MAX: usize = 20_480;

/// Longest identity policy, in characters, white space not counted. Source: IAM quotas (the largest sum of inline
/// policies of one role).
pub const IDENTITY_POLICY_CHARS_MAX: usize = 10_240;

/// Longest text that is read at all, in bytes, whatever its kind and however much of it is white space.
pub const POLICY_BYTES_MAX: usize = 131_072;

/// Deepest nesting of lists and objects. A policy needs six levels.
pub const JSON_DEPTH_MAX: usize = 16;

/// Most significant digits of a number in a numeric condition.
pub const NUMBER_DIGITS_MAX: usize = 40;

/// Largest decimal exponent, either sign, of a number in a numeric condition.
pub const NUMBER_EXPONENT_MAX: i32 = 400;

/// Longest action that is matched against a pattern with inner wildcards, in bytes; a longer one does not match. AWS's
/// longest names have some 80.
pub const ACTION_BYTES_MAX: usize = 128;
