//! What can go wrong, told apart by who is at fault: the template's author, the caller's body, or a limit.
//!
//! API Gateway stores a template that does not parse and answers 500 when it is used; it answers 400 when the
//! body is broken JSON. [`RenderError::is_bad_body`] is that line.

use crate::json::JsonError;
use crate::jsonpath::PathError;

/// A template that does not parse.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message} at line {line}, column {column}")]
pub struct CompileError {
    /// What is wrong, lower case, without the place.
    pub message: String,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// A rendering that could not be finished.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum RenderError {
    /// The body starts like JSON and is broken. API Gateway: 400, `Could not process payload`.
    #[error("could not process payload: {0}")]
    Body(JsonError),
    /// `$util.parseJson` was given text that is not JSON.
    #[error("`$util.parseJson`: {0}")]
    ParseJson(JsonError),
    /// The argument of `$input.path` or `$input.json` is not a JSONPath.
    #[error("invalid path `{path}`: {error}")]
    Path {
        /// The expression as the template gave it, shortened.
        path: String,
        /// What is wrong with it.
        error: PathError,
    },
    /// A method threw, as `'abc'.substring(9)` does.
    #[error("method `{method}` failed: {message}")]
    Method {
        /// Name of the method.
        method: String,
        /// Why.
        message: String,
    },
    /// The same request or response parameter was overridden twice.
    #[error("`{0}` is overridden more than once")]
    OverriddenTwice(String),
    /// A limit was reached: the text names it.
    #[error("the template exceeds its limit of {0}")]
    Limit(&'static str),
}

impl RenderError {
    /// Whether the caller's body is at fault (400), not the template (500).
    pub fn is_bad_body(&self) -> bool {
        matches!(self, Self::Body(_))
    }
}
