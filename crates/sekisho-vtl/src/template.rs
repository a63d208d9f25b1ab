//! A mapping template: compiled once, rendered many times.

use crate::error::{CompileError, RenderError};
use crate::limits::Budget;
use crate::scope::{Rendered, Scope};

/// An object of the engine.
#[derive(Clone, Debug)]
pub struct Special<'a>(std::marker::PhantomData<&'a ()>);

impl Special<'_> {
    pub(crate) fn print(&self, _out: &mut String) {}
}

/// A compiled template.
#[derive(Debug, Clone)]
pub struct Template {
    text: String,
}

impl Template {
    /// Compiles a template.
    ///
    /// # Errors
    /// If it does not parse.
    pub fn compile(text: &str) -> Result<Self, CompileError> {
        if text.contains(['$', '#', '\\']) {
            return Err(CompileError {
                message: "references are not supported yet".to_owned(),
                line: 1,
                column: 1,
            });
        }
        Ok(Self { text: text.to_owned() })
    }

    /// The output, if it is the same for every scope.
    pub fn constant(&self) -> Option<&str> {
        Some(&self.text)
    }

    /// Renders into `out`, appending.
    ///
    /// # Errors
    /// If the template fails or exceeds its budget; `out` may then hold a part.
    pub fn render(
        &self,
        _scope: &Scope<'_>,
        _budget: &Budget,
        out: &mut String,
    ) -> Result<Rendered, RenderError> {
        out.push_str(&self.text);
        Ok(Rendered::default())
    }
}
