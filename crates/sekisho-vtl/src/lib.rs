//! Mapping templates: Velocity as API Gateway runs it, and its JSONPath.
//!
//! API Gateway renders mapping templates with Apache Velocity 1.7, reads bodies with a permissive JSON parser and
//! finds values in them with Jayway's JSONPath. This crate is those three, compiled once and run many times:
//! [`Template`], [`parse_json`], [`JsonPath`]. It is pure: text and views in, text and overrides out.
//!
//! What must stay true: rendering never panics and always ends, whatever the template and the body
//! (see [`limits`]); a template cannot reach anything but what its [`Scope`] lends; nothing is parsed per request
//! except the body, and that only when the template looks into it.
//!
//! ```
//! use sekisho_vtl::{Budget, Scope, Template};
//!
//! let template = Template::compile("#set($n = $input.path('$.name'))Hello $n!")?;
//! let mut out = String::new();
//! template.render(&Scope::of_body(r#"{"name":"Aiko"}"#), &Budget::default(), &mut out)?;
//! assert_eq!(out, "Hello Aiko!");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![forbid(unsafe_code)]

pub mod limits;

mod error;
mod javaregex;
mod json;
mod jsonpath;
mod scope;
mod template;
mod value;

pub use error::{CompileError, RenderError};
pub use json::{JsonError, parse_json};
pub use jsonpath::{JsonPath, PathError, PathResult};
pub use limits::Budget;
pub use scope::{ContextSource, ContextValue, Names, Overrides, Rendered, Scope};
pub use template::Template;
pub use value::{List, Map, Number, Text, Value};
