//! What a template compiles to: programs of flat operations, and expressions as small trees.
//!
//! `#if` and `#foreach` are jumps, names are numbers of slots, JSONPath literals are compiled, and strings that
//! interpolate and `#define` blocks are programs of their own, called by number. Nothing here borrows from the source,
//! and nothing is shared between threads but by reference: a [`Template`](super::Template) is `Send` and `Sync`.

use crate::jsonpath::{JsonPath, PathError};
use crate::value::Arithmetic;
use crate::value::Number;

/// Slots that every rendering starts with.
pub(super) mod slot {
    pub(crate) const INPUT: usize = 0;
    pub(crate) const CONTEXT: usize = 1;
    pub(crate) const STAGE_VARIABLES: usize = 2;
    pub(crate) const UTIL: usize = 3;
    pub(crate) const FOREACH: usize = 4;
    pub(crate) const VELOCITY_COUNT: usize = 5;
    pub(crate) const VELOCITY_HAS_NEXT: usize = 6;
    /// Their names, in order.
    pub(crate) const NAMES: [&str; 7] =
        ["input", "context", "stageVariables", "util", "foreach", "velocityCount", "velocityHasNext"];
}

/// A sequence of operations.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Program {
    pub(super) ops: Vec<Op>,
}

/// One operation.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Op {
    /// Leave the innermost loop or block, or the template.
    Break,
    /// Name a program, to be rendered where the name is used.
    Define(usize, usize),
    /// A reference behind an odd number of backslashes: `prefix`, one backslash if it has no value, `literal`.
    Escaped {
        reference: Reference,
        prefix: Box<str>,
        literal: Box<str>,
    },
    /// Run the operations up to `end` once for every element, then go on at `end`.
    Foreach {
        variable: usize,
        list: Option<Expr>,
        end: usize,
    },
    Jump(usize),
    /// Jump if the expression does not hold.
    JumpUnless(Expr, usize),
    /// Print a value.
    Reference(Reference),
    Set(Reference, Expr),
    /// End the template.
    Stop,
    Text(Box<str>),
}

/// An expression.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Expr {
    And(Box<(Self, Self)>),
    Arithmetic(Arithmetic, Box<(Self, Self)>),
    Bool(bool),
    Compare(Compare, Box<(Self, Self)>),
    /// A string that interpolates: the number of its program.
    Interpolated(usize),
    List(Vec<Self>),
    Map(Vec<(Self, Self)>),
    Not(Box<Self>),
    Number(Number),
    Or(Box<(Self, Self)>),
    Range(Box<(Self, Self)>),
    Reference(Reference),
    Text(Box<str>),
}

/// A comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Compare {
    Equal,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
    NotEqual,
}

/// `$name.property.method(…)[index]`.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reference {
    pub(super) slot: usize,
    pub(super) parts: Vec<Part>,
}

/// One step of a reference.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Part {
    Call(Call),
    Index(Expr),
    Property(Box<str>),
}

/// A method call. The argument of `$input.path('…')` and `$input.json('…')` is compiled with the template; what is
/// wrong with it shows when it is called, as it does in Velocity.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Call {
    pub(super) name: Box<str>,
    pub(super) args: Vec<Expr>,
    pub(super) path: Option<Result<JsonPath, PathError>>,
}
