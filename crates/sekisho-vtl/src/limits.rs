//! The bounds of the template engine: how large a template or a body may be and how much one rendering may do.
//!
//! A template is a program written by somebody else. Every loop of this crate counts against one of these
//! numbers, so that the worst template ends with an error after a bounded amount of work and memory.
//! The first two are API Gateway's quotas ("Quotas for configuring and running a REST API"); the rest are ours.

/// Bytes of template text (API Gateway: 300 KB).
pub const TEMPLATE_BYTES_MAX: usize = 300 * 1024;
/// Turns of one `#foreach` (API Gateway: 1,000).
pub const FOREACH_TURNS_MAX: u32 = 1_000;
/// Nesting of blocks, expressions, parameters and interpolated strings in a template.
pub const TEMPLATE_DEPTH_MAX: u32 = 64;
/// Nesting of arrays and objects in a JSON text, and of any value that is printed.
pub const JSON_DEPTH_MAX: u32 = 400;
/// Steps of one rendering: an operation, a method call, an element looked at each count one.
pub const STEPS_MAX: u64 = 2_000_000;
/// Bytes of output of one rendering (API Gateway: 10 MB of payload).
pub const OUTPUT_BYTES_MAX: usize = 10 * 1024 * 1024;
/// Bytes that all strings made during one rendering may hold together.
pub const STRING_BYTES_MAX: usize = 32 * 1024 * 1024;
/// Blocks, strings and expressions being rendered inside one another.
pub const RENDER_DEPTH_MAX: u32 = 200;
/// Characters of a JSONPath expression.
pub const PATH_BYTES_MAX: usize = 4 * 1024;
/// Steps of a JSONPath expression.
pub const PATH_STEPS_MAX: usize = 128;
/// Nesting of filters and parentheses in a JSONPath expression.
pub const PATH_DEPTH_MAX: u32 = 16;
/// Nodes one JSONPath evaluation may look at.
pub const PATH_NODES_MAX: u64 = 1_000_000;
/// Bytes a compiled regular expression of a string method may take.
pub const REGEX_BYTES_MAX: usize = 256 * 1024;
/// Elements of one integer range (`[1..n]`), the only literal that can be longer than its text.
pub const RANGE_ELEMENTS_MAX: u64 = 100_000;

/// What one rendering may use. [`Budget::default`] is what the gateway runs with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// Steps, see [`STEPS_MAX`].
    pub steps_max: u64,
    /// Bytes of output, see [`OUTPUT_BYTES_MAX`].
    pub output_bytes_max: usize,
    /// Bytes of strings made on the way, see [`STRING_BYTES_MAX`].
    pub string_bytes_max: usize,
    /// Turns of one `#foreach`, see [`FOREACH_TURNS_MAX`].
    pub foreach_turns_max: u32,
    /// Nesting, see [`RENDER_DEPTH_MAX`].
    pub depth_max: u32,
}

impl Default for Budget {
    fn default() -> Self {
        Self {
            steps_max: STEPS_MAX,
            output_bytes_max: OUTPUT_BYTES_MAX,
            string_bytes_max: STRING_BYTES_MAX,
            foreach_turns_max: FOREACH_TURNS_MAX,
            depth_max: RENDER_DEPTH_MAX,
        }
    }
}
