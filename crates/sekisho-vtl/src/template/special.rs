//! The objects that only the engine has: `$input`, `$context`, loops, blocks, iterators, entries of maps.
//!
//! They are views of what the [`Scope`] lends. A `$context` group is a path that is asked for when it is used.

use std::cell::Cell;
use std::rc::Rc;

use crate::scope::{ContextSource, ContextValue, Names, Scope};
use crate::value::{Key, Map, MapData, PrintError, Printer, Text, Value, print_java_at};

/// An object of the engine.
#[derive(Clone, Debug)]
pub struct Special<'a>(pub(super) Kind<'a>);

#[derive(Clone, Debug)]
pub(super) enum Kind<'a> {
    /// A `#define` block: the number of its program.
    Block(usize),
    Context(ContextPath<'a>),
    Entry(Rc<(Key<'a>, Value<'a>)>),
    Foreach(Rc<Loop<'a>>),
    Input,
    Iterator(Rc<Iteration<'a>>),
    Names(&'a dyn Names),
    Params(&'a Scope<'a>),
    Util,
}

/// The state of a running `#foreach`.
#[derive(Debug)]
pub(super) struct Loop<'a> {
    pub(super) index: Cell<usize>,
    pub(super) length: usize,
    pub(super) parent: Value<'a>,
}

/// What `iterator()` gives.
#[derive(Debug)]
pub(super) struct Iteration<'a> {
    pub(super) elements: Vec<Value<'a>>,
    pub(super) next: Cell<usize>,
}

/// A group of `$context`.
#[derive(Clone, Debug)]
pub(super) struct ContextPath<'a> {
    pub(super) source: &'a Scope<'a>,
    pub(super) path: Rc<Vec<String>>,
}

impl<'a> From<Kind<'a>> for Value<'a> {
    fn from(kind: Kind<'a>) -> Self {
        Self::Special(Special(kind))
    }
}

pub(super) fn cow_value(text: std::borrow::Cow<'_, str>) -> Value<'_> {
    match text {
        std::borrow::Cow::Borrowed(text) => Value::text(text),
        std::borrow::Cow::Owned(text) => Value::Text(Text::from(text)),
    }
}

/// Names as a map of the template.
pub(super) fn names_map<'a>(names: &'a dyn Names) -> Map<'a> {
    let mut data = MapData::default();
    names.each(&mut |name, value| {
        if let Value::Text(name) = cow_value(name) {
            data.put(Key::text(name), cow_value(value));
        }
    });
    Map::new(data)
}

pub(super) fn params_map<'a>(scope: &'a Scope<'a>) -> Map<'a> {
    let mut data = MapData::with_capacity(3);
    for (name, names) in [("path", scope.path), ("querystring", scope.querystring), ("header", scope.header)]
    {
        data.put(Key::text(Text::Borrowed(name)), Kind::Names(names).into());
    }
    Map::new(data)
}

impl<'a> ContextPath<'a> {
    fn source(&self) -> &'a dyn ContextSource {
        self.source.context
    }

    /// The member `name` of this group.
    pub(super) fn member(&self, name: &str) -> Value<'a> {
        let mut path: Vec<&str> = self.path.iter().map(String::as_str).collect();
        path.push(name);
        self.value_of(&path)
    }

    pub(super) fn value_of(&self, path: &[&str]) -> Value<'a> {
        match self.source().value(path) {
            None => Value::Null,
            Some(ContextValue::Text(text)) => cow_value(text),
            Some(ContextValue::Integer(number)) => Value::integer(number),
            Some(ContextValue::Group) => {
                let path = Rc::new(path.iter().map(|name| (*name).to_owned()).collect());
                Kind::Context(Self { source: self.source, path }).into()
            }
        }
    }

    /// The group as a map of the template.
    pub(super) fn to_map(&self) -> Map<'a> {
        let path: Vec<&str> = self.path.iter().map(String::as_str).collect();
        let mut data = MapData::default();
        for name in self.source().members(&path) {
            let value = self.member(&name);
            if let Value::Text(name) = cow_value(name) {
                data.put(Key::text(name), value);
            }
        }
        Map::new(data)
    }
}

impl<'a> Special<'a> {
    /// The values inside, which a walk over values has to visit.
    pub(crate) fn held(&self) -> &[Value<'a>] {
        match &self.0 {
            Kind::Entry(entry) => std::slice::from_ref(&entry.1),
            Kind::Iterator(iteration) => &iteration.elements,
            _ => &[],
        }
    }

    /// Moves the values inside out, if nobody else holds this object.
    pub(crate) fn drain_if_last(self, into: &mut Vec<Value<'a>>) {
        match self.0 {
            Kind::Entry(entry) => into.extend(Rc::try_unwrap(entry).ok().map(|(_, value)| value)),
            Kind::Iterator(iteration) => {
                into.extend(Rc::try_unwrap(iteration).map_or(Vec::new(), |iteration| iteration.elements));
            }
            _ => {}
        }
    }

    /// What it prints where it is part of another value, or alone; a block is rendered by the renderer instead.
    pub(crate) fn print(&self, to: &mut Printer<'_>, depth: u32) -> Result<(), PrintError> {
        let map = match &self.0 {
            Kind::Names(names) => names_map(*names),
            Kind::Params(scope) => params_map(scope),
            Kind::Context(context) => context.to_map(),
            Kind::Entry(entry) => {
                to.push(entry.0.as_str());
                to.push("=");
                return print_java_at(&entry.1, to, depth + 1);
            }
            Kind::Foreach(_) => {
                to.push("{}");
                return Ok(());
            }
            Kind::Block(_) | Kind::Input | Kind::Iterator(_) | Kind::Util => return Ok(()),
        };
        print_java_at(&Value::Map(map), to, depth + 1)
    }
}
