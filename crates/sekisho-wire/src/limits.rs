//! What a request may cost before it is refused; every protocol holds to the same numbers.

/// Limits on one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the body.
    pub body: usize,
    /// Bytes of the request target.
    pub target: usize,
    /// `key=value` pairs of a form or query string.
    pub parameters: usize,
    /// Nesting of a document, or dotted segments of a parameter's name.
    pub depth: usize,
    /// Elements of one list or map.
    pub elements: usize,
}

impl Limits {
    /// 6 MiB (API Gateway's bound on an API definition), 16 KiB of target, 10,000 pairs, 32 deep, 10,000 elements.
    pub const DEFAULT: Self =
        Self { body: 6 << 20, target: 16 << 10, parameters: 10_000, depth: 32, elements: 10_000 };
}

impl Default for Limits {
    fn default() -> Self {
        Self::DEFAULT
    }
}
