//! The values of a template: JSON's, as Java holds them, shared and mutable as Java objects are.
//!
//! One type serves the parsed body, the JSONPath engine and the interpreter, so `$input.path` costs a pointer and
//! `$x.put('a', 1)` is seen by every holder of the map. Strings borrow from the body or the template where they can.
//!
//! Two things must stay true although lists and maps are shared cells. No container can come to hold itself:
//! [`List`] and [`Map`] are only changed through [`Value::check_insert`]. And dropping a deep value does not recurse:
//! chains built one `add` at a time can be longer than the stack, so both cells empty themselves with a work list.

mod map;
mod number;
mod print;

use std::cell::RefCell;
use std::rc::Rc;

pub use map::Map;
pub(crate) use map::{Key, MapData};
pub(crate) use number::Arithmetic;
pub use number::Number;
pub(crate) use print::{JsonStyle, PrintError, Printer, print_java, print_java_at, print_json};

use crate::limits::{JSON_DEPTH_MAX, OUTPUT_BYTES_MAX, STEPS_MAX};
use crate::template::Special;

/// A string that is part of the body or the template, or was made on the way.
#[derive(Clone)]
pub enum Text<'a> {
    /// Part of a longer-lived text.
    Borrowed(&'a str),
    /// Made on the way.
    Shared(Rc<str>),
}

impl Text<'_> {
    /// The characters.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Borrowed(text) => text,
            Self::Shared(text) => text,
        }
    }
}

impl std::fmt::Debug for Text<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.as_str().fmt(f)
    }
}

impl PartialEq for Text<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl From<String> for Text<'_> {
    fn from(text: String) -> Self {
        Self::Shared(text.into())
    }
}

/// A value of a template or of a JSON text.
#[derive(Clone, Debug, Default)]
pub enum Value<'a> {
    /// JSON's null, and Java's: prints as nothing when it is what a reference yields.
    #[default]
    Null,
    /// A truth value.
    Bool(bool),
    /// A number of one of Java's classes.
    Number(Number),
    /// A string.
    Text(Text<'a>),
    /// A JSON array or a Java list.
    List(List<'a>),
    /// A JSON object or a Java map; keeps the order of insertion.
    Map(Map<'a>),
    /// An object of the engine: `$input`, `$util`, `$foreach`, a `#define` block. Never part of a JSON text.
    Special(Special<'a>),
}

/// How a list prints and what may be done to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ListKind {
    /// An array of a JSON text: prints as JSON.
    Json,
    /// A list made by the template: prints as `[a, b]`.
    Java,
    /// A Java array, as `split` yields: cannot grow.
    Array,
    /// A set or collection view, as `keySet()` yields: has no positions and cannot grow.
    View,
}

#[derive(Debug)]
struct ListCell<'a> {
    kind: ListKind,
    elements: RefCell<Vec<Value<'a>>>,
}

/// A list, shared between all who hold it.
#[derive(Clone, Debug)]
pub struct List<'a>(Rc<ListCell<'a>>);

impl<'a> List<'a> {
    pub(crate) fn new(kind: ListKind, elements: Vec<Value<'a>>) -> Self {
        Self(Rc::new(ListCell { kind, elements: RefCell::new(elements) }))
    }

    pub(crate) fn kind(&self) -> ListKind {
        self.0.kind
    }

    /// The element at `index`.
    pub fn get(&self, index: usize) -> Option<Value<'a>> {
        self.0.elements.borrow().get(index).cloned()
    }

    /// How many elements there are.
    pub fn len(&self) -> usize {
        self.0.elements.borrow().len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The elements at this moment.
    pub fn to_vec(&self) -> Vec<Value<'a>> {
        self.0.elements.borrow().clone()
    }

    /// Looks at the elements without copying them; `look` must not change the list.
    pub(crate) fn with<R>(&self, look: impl FnOnce(&[Value<'a>]) -> R) -> R {
        look(&self.0.elements.borrow())
    }

    /// Changes the elements; every value that goes in has passed [`Value::check_insert`].
    pub(crate) fn change<R>(&self, change: impl FnOnce(&mut Vec<Value<'a>>) -> R) -> R {
        change(&mut self.0.elements.borrow_mut())
    }

    pub(crate) fn same(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Drop for ListCell<'_> {
    fn drop(&mut self) {
        let elements = std::mem::take(self.elements.get_mut());
        if elements.iter().any(Value::is_container) {
            drop_flat(elements);
        }
    }
}

/// Drops values with a work list instead of recursion. A container that somebody else still holds is left alone.
fn drop_flat(mut pending: Vec<Value<'_>>) {
    while let Some(value) = pending.pop() {
        match value {
            Value::List(list) => {
                if let Ok(mut cell) = Rc::try_unwrap(list.0) {
                    pending.append(cell.elements.get_mut());
                }
            }
            Value::Map(map) => map.drain_if_last(&mut pending),
            Value::Special(special) => special.drain_if_last(&mut pending),
            _ => {}
        }
    }
}

/// What a cycle or an overlong nesting is refused with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InsertError {
    /// The container would hold itself.
    Cycle,
    /// The inserted value is nested too deeply, or too much of it had to be looked at.
    Deep,
}

impl<'a> Value<'a> {
    /// A borrowed string.
    pub fn text(text: &'a str) -> Self {
        Self::Text(Text::Borrowed(text))
    }

    /// A string made on the way.
    pub fn string(text: impl Into<Rc<str>>) -> Self {
        Self::Text(Text::Shared(text.into()))
    }

    pub(crate) fn integer(number: i64) -> Self {
        Self::Number(Number::from_i64(number))
    }

    pub(crate) fn size(length: usize) -> Self {
        Self::integer(i64::try_from(length).unwrap_or(i64::MAX))
    }

    /// Whether this is null.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The characters, if this is a string.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text.as_str()),
            _ => None,
        }
    }

    fn is_container(&self) -> bool {
        matches!(self, Self::List(_) | Self::Map(_) | Self::Special(_))
    }

    /// The text that `toString()` of the Java object gives: a list of a JSON text as JSON, a map as `{a=1}`,
    /// null as nothing. `None` if it is nested deeper than [`JSON_DEPTH_MAX`].
    pub fn to_text(&self) -> Option<String> {
        let mut out = String::new();
        match self {
            Self::Null => Some(out),
            value => print_java(value, &mut out, OUTPUT_BYTES_MAX * 2).ok().map(|()| out),
        }
    }

    /// The JSON text, as `$input.json` gives it. `None` if it is nested deeper than [`JSON_DEPTH_MAX`].
    pub fn to_json(&self) -> Option<String> {
        let mut out = String::new();
        print_json(self, JsonStyle::Plain, &mut out, OUTPUT_BYTES_MAX * 2).ok().map(|()| out)
    }

    /// Whether `self` may go into a container that `holds` recognises. Counts the values looked at in `steps`.
    pub(crate) fn check_insert(
        &self,
        holds: &dyn Fn(&Self) -> bool,
        steps: &mut u64,
    ) -> Result<(), InsertError> {
        fn walk<'a>(
            value: &Value<'a>,
            holds: &dyn Fn(&Value<'a>) -> bool,
            steps: &mut u64,
            depth: u32,
        ) -> Result<(), InsertError> {
            *steps += 1;
            if *steps > STEPS_MAX {
                return Err(InsertError::Deep);
            }
            if !value.is_container() {
                return Ok(());
            }
            if holds(value) {
                return Err(InsertError::Cycle);
            }
            if depth >= JSON_DEPTH_MAX {
                return Err(InsertError::Deep);
            }
            match value {
                Value::List(list) => list.with(|elements| {
                    elements.iter().try_for_each(|each| walk(each, holds, steps, depth + 1))
                }),
                Value::Map(map) => {
                    map.with(|data| data.values().try_for_each(|each| walk(each, holds, steps, depth + 1)))
                }
                Value::Special(special) => {
                    special.held().iter().try_for_each(|each| walk(each, holds, steps, depth + 1))
                }
                _ => Ok(()),
            }
        }
        walk(self, holds, steps, 0)
    }
}
