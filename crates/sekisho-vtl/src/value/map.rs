//! A map that keeps the order of insertion, as `LinkedHashMap` does, with keys of any simple class.
//!
//! Nearly every map of a body has a handful of members, for which looking through a list beats hashing. From
//! [`INDEX_FROM`] members on an index is kept, so a body with a million names stays linear.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::{Text, Value};

/// Members from which an index is kept.
const INDEX_FROM: usize = 16;

/// The class of a key: `1` and `'1'` are different keys in Java.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum KeyClass {
    Bool,
    Number,
    Object,
    Text,
}

/// A key of a map: its text and the class it had.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Key<'a> {
    class: KeyClass,
    text: Text<'a>,
}

impl<'a> Key<'a> {
    pub(crate) fn text(text: Text<'a>) -> Self {
        Self { class: KeyClass::Text, text }
    }

    /// The key that a value makes. A list or map as a key counts by its text.
    pub(crate) fn from_value(value: &Value<'a>) -> Self {
        match value {
            Value::Text(text) => Self::text(text.clone()),
            Value::Null => Self::text(Text::Borrowed("")),
            other => {
                let class = match other {
                    Value::Bool(_) => KeyClass::Bool,
                    Value::Number(_) => KeyClass::Number,
                    _ => KeyClass::Object,
                };
                Self { class, text: Text::from(other.to_text().unwrap_or_default()) }
            }
        }
    }

    pub(crate) fn as_str(&self) -> &str {
        self.text.as_str()
    }

    /// The key as a value again.
    pub(crate) fn to_value(&self) -> Value<'a> {
        match self.class {
            KeyClass::Bool => Value::Bool(self.as_str() == "true"),
            KeyClass::Number => super::Number::parse(self.as_str()).map_or(Value::Null, Value::Number),
            KeyClass::Object | KeyClass::Text => Value::Text(self.text.clone()),
        }
    }
}

/// The members of a map.
#[derive(Debug, Default)]
pub(crate) struct MapData<'a> {
    entries: Vec<(Key<'a>, Value<'a>)>,
    /// Positions of the text keys, from [`INDEX_FROM`] members on.
    index: Option<HashMap<Rc<str>, usize>>,
}

impl<'a> MapData<'a> {
    pub(crate) fn with_capacity(members: usize) -> Self {
        Self { entries: Vec::with_capacity(members), index: None }
    }

    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(crate) fn values(&self) -> impl Iterator<Item = &Value<'a>> {
        self.entries.iter().map(|(_, value)| value)
    }

    pub(crate) fn entries(&self) -> &[(Key<'a>, Value<'a>)] {
        &self.entries
    }

    fn position_text(&self, name: &str) -> Option<usize> {
        match &self.index {
            None => {
                let is_it = |(key, _): &(Key<'a>, _)| key.class == KeyClass::Text && key.as_str() == name;
                self.entries.iter().position(is_it)
            }
            Some(index) => index.get(name).copied(),
        }
    }

    fn position(&self, key: &Key<'a>) -> Option<usize> {
        match key.class {
            KeyClass::Text => self.position_text(key.as_str()),
            _ => self.entries.iter().position(|(each, _)| each == key),
        }
    }

    pub(crate) fn get_text(&self, name: &str) -> Option<&Value<'a>> {
        self.position_text(name).and_then(|at| self.entries.get(at)).map(|(_, value)| value)
    }

    pub(crate) fn get(&self, key: &Key<'a>) -> Option<&Value<'a>> {
        self.position(key).and_then(|at| self.entries.get(at)).map(|(_, value)| value)
    }

    /// Puts a member; a key that exists keeps its place. Returns what was there.
    pub(crate) fn put(&mut self, key: Key<'a>, value: Value<'a>) -> Option<Value<'a>> {
        if let Some(entry) = self.position(&key).and_then(|at| self.entries.get_mut(at)) {
            return Some(std::mem::replace(&mut entry.1, value));
        }
        if let Some(index) = &mut self.index
            && key.class == KeyClass::Text
        {
            index.insert(key.as_str().into(), self.entries.len());
        }
        self.entries.push((key, value));
        if self.index.is_none() && self.entries.len() >= INDEX_FROM {
            self.rebuild_index();
        }
        None
    }

    pub(crate) fn remove(&mut self, key: &Key<'a>) -> Option<Value<'a>> {
        let at = self.position(key)?;
        let (_, value) = self.entries.remove(at);
        self.rebuild_index();
        Some(value)
    }

    pub(crate) fn clear(&mut self) -> Vec<Value<'a>> {
        self.index = None;
        self.entries.drain(..).map(|(_, value)| value).collect()
    }

    fn rebuild_index(&mut self) {
        self.index = (self.entries.len() >= INDEX_FROM).then(|| {
            let all = self.entries.iter().enumerate();
            let text_keys = all.filter(|(_, (key, _))| key.class == KeyClass::Text);
            text_keys.map(|(at, (key, _))| (key.as_str().into(), at)).collect()
        });
    }
}

#[derive(Debug)]
struct MapCell<'a>(RefCell<MapData<'a>>);

/// A map, shared between all who hold it.
#[derive(Clone, Debug)]
pub struct Map<'a>(Rc<MapCell<'a>>);

impl<'a> Map<'a> {
    pub(crate) fn new(data: MapData<'a>) -> Self {
        Self(Rc::new(MapCell(RefCell::new(data))))
    }

    /// The member called `name`.
    pub fn get(&self, name: &str) -> Option<Value<'a>> {
        self.0.0.borrow().get_text(name).cloned()
    }

    /// How many members there are.
    pub fn len(&self) -> usize {
        self.0.0.borrow().len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The members at this moment, in order.
    pub fn to_vec(&self) -> Vec<(String, Value<'a>)> {
        self.with(|data| {
            data.entries.iter().map(|(key, value)| (key.as_str().to_owned(), value.clone())).collect()
        })
    }

    /// Looks at the members without copying them; `look` must not change the map.
    pub(crate) fn with<R>(&self, look: impl FnOnce(&MapData<'a>) -> R) -> R {
        look(&self.0.0.borrow())
    }

    /// Changes the members; every value that goes in has passed [`Value::check_insert`].
    pub(crate) fn change<R>(&self, change: impl FnOnce(&mut MapData<'a>) -> R) -> R {
        change(&mut self.0.0.borrow_mut())
    }

    pub(crate) fn same(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// Moves the members out if nobody else holds this map.
    pub(super) fn drain_if_last(self, into: &mut Vec<Value<'a>>) {
        if let Ok(mut cell) = Rc::try_unwrap(self.0) {
            into.extend(cell.0.get_mut().clear());
        }
    }
}

impl Drop for MapCell<'_> {
    fn drop(&mut self) {
        let data = self.0.get_mut();
        if data.values().any(Value::is_container) {
            super::drop_flat(data.clear());
        }
    }
}
