//! A mapping template: compiled once, rendered many times.
//!
//! The language is Apache Velocity 1.7 as API Gateway runs it. What API Gateway changes, as its recorded outputs show:
//! a reference without a value is the empty string at every use (so `#if($nope)` holds, and `$nope == ''` too);
//! macros, `#evaluate`, `#parse` and `#include` do not exist and print as written. What we change: no reflection
//! (`$x.class` is nothing), methods are those of a fixed table per class, and every loop counts against a budget.
//!
//! Source: the Velocity 1.7 user guide and its behaviour; the API Gateway guide, "Mapping template transformations".

mod call;
mod collections;
mod expression;
mod lookup;
mod parse;
mod program;
mod render;
mod special;
mod strings;
mod utilities;

pub(crate) use special::Special;

use program::{Op, Program};

use crate::error::{CompileError, RenderError};
use crate::limits::Budget;
use crate::scope::{Rendered, Scope};

/// A compiled template.
#[derive(Debug, Clone)]
pub struct Template {
    /// Interpolated strings and blocks; the main program is the last.
    programs: Vec<Program>,
    slots: usize,
    mentions_foreach: bool,
}

impl Template {
    /// Compiles a template.
    ///
    /// # Errors
    /// If it does not parse, or is larger or nested deeper than [`crate::limits`] allow.
    pub fn compile(text: &str) -> Result<Self, CompileError> {
        parse::compile(text)
    }

    /// The output, if the template has no reference and no directive, so that it is the same for every scope.
    ///
    /// ```
    /// use sekisho_vtl::Template;
    ///
    /// let mock = Template::compile("{\"statusCode\": 200}## always")?;
    /// assert_eq!(mock.constant(), Some("{\"statusCode\": 200}"));
    /// assert_eq!(Template::compile("$input.body")?.constant(), None);
    /// # Ok::<(), sekisho_vtl::CompileError>(())
    /// ```
    pub fn constant(&self) -> Option<&str> {
        match self.programs.last()?.ops.as_slice() {
            [] => Some(""),
            [Op::Text(text)] => Some(text),
            _ => None,
        }
    }

    /// Renders into `out`, appending.
    ///
    /// # Errors
    /// If the body is broken JSON, a method throws, or the budget is exceeded. `out` may then hold a part.
    pub fn render(
        &self,
        scope: &Scope<'_>,
        budget: &Budget,
        out: &mut String,
    ) -> Result<Rendered, RenderError> {
        render::render(self, scope, budget, out)
    }
}

#[cfg(test)]
#[path = "template/tests.rs"]
mod tests;
