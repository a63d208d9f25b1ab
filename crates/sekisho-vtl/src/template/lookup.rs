//! References: reading `$a.b[0].c('x')`, and assigning to them.
//!
//! A name without a value, a property that does not exist, a method that the table does not have: all yield null,
//! which whoever asked reads as the empty string. Only a method that is there can fail.
//!
//! `$context` is followed as one path, so that its source is asked once; its overrides are kept here.

use std::rc::Rc;

use super::Special;
use super::program::{Expr, Part, Reference, slot};
use super::render::{Outcome, Renderer, or_empty};
use super::special::{ContextPath, Kind, Loop, names_map, params_map};
use crate::error::RenderError;
use crate::value::{JsonStyle, Key, List, ListKind, Map, Number, Text, Value, print_json};

/// Members of `$context` that a template may write.
const OVERRIDES: [&str; 2] = ["requestOverride", "responseOverride"];

impl<'a> Renderer<'_, 'a> {
    /// The value of a reference, null if it has none.
    pub(super) fn reference(&mut self, reference: &'a Reference) -> Outcome<Value<'a>> {
        let Some((first, rest)) = reference.parts.split_first() else { return Ok(self.slot(reference.slot)) };
        self.step(1)?;
        if reference.slot == slot::CONTEXT
            && let Some(value) = self.context_path(&reference.parts)
        {
            return Ok(value);
        }
        // Without a value on the way, it goes on from the empty string: `$nope.length()` is 0.
        let mut value = or_empty(self.slot(reference.slot));
        value = self.part(&value, first)?;
        for part in rest {
            self.step(1)?;
            value = or_empty(value);
            value = self.part(&value, part)?;
        }
        Ok(value)
    }

    fn part(&mut self, value: &Value<'a>, part: &'a Part) -> Outcome<Value<'a>> {
        match part {
            Part::Property(name) => Ok(self.property(value, name)),
            Part::Index(index) => {
                let index = self.expression(index)?;
                self.index(value, &index)
            }
            Part::Call(call) => self.call(value, call),
        }
    }

    /// `$context.a.b.c` as one question, if the reference is nothing but names.
    fn context_path(&self, parts: &'a [Part]) -> Option<Value<'a>> {
        let Some(Value::Special(Special(Kind::Context(context)))) = self.slot_ref(slot::CONTEXT) else {
            return None;
        };
        if !context.path.is_empty() || parts.len() > 8 {
            return None;
        }
        let mut names = [""; 8];
        for (name, part) in names.iter_mut().zip(parts) {
            match part {
                Part::Property(property) => *name = property,
                _ => return None,
            }
        }
        let names = names.get(..parts.len()).unwrap_or_default();
        if names.first().is_some_and(|name| OVERRIDES.contains(name)) {
            return Some(self.override_value(names));
        }
        Some(context.value_of(names))
    }

    /// `.name` without parentheses: a member of a map, or what Java's getters give.
    pub(super) fn property(&mut self, value: &Value<'a>, name: &str) -> Value<'a> {
        match value {
            Value::Map(map) => map.with(|data| data.get_text(name).cloned()).unwrap_or_default(),
            Value::List(list) if name == "empty" => Value::Bool(list.is_empty()),
            Value::Text(text) => match name {
                "empty" => Value::Bool(text.as_str().is_empty()),
                "blank" => Value::Bool(text.as_str().trim().is_empty()),
                _ => Value::Null,
            },
            Value::Special(special) => self.special_property(special, name),
            _ => Value::Null,
        }
    }

    fn special_property(&mut self, special: &Special<'a>, name: &str) -> Value<'a> {
        match &special.0 {
            Kind::Input if name == "body" => {
                Value::text(if self.scope.body.is_empty() { "{}" } else { self.scope.body })
            }
            Kind::Names(names) => names.value(name).map_or(Value::Null, super::special::cow_value),
            Kind::Params(scope) => params_map(scope).get(name).unwrap_or_default(),
            Kind::Context(context) => self.context_member(context, name),
            Kind::Entry(entry) => match name {
                "key" => entry.0.to_value(),
                "value" => entry.1.clone(),
                _ => Value::Null,
            },
            Kind::Foreach(state) => loop_property(state, name),
            _ => Value::Null,
        }
    }

    pub(super) fn context_member(&mut self, context: &ContextPath<'a>, name: &str) -> Value<'a> {
        let mut path: Vec<&str> = context.path.iter().map(String::as_str).collect();
        path.push(name);
        if path.first().is_some_and(|first| OVERRIDES.contains(first)) {
            return self.override_value(&path);
        }
        context.value_of(&path)
    }

    /// What was written to an override, or the group it is in.
    fn override_value(&self, path: &[&str]) -> Value<'a> {
        let find = |list: &[(String, String)], name: &str| {
            let found = list.iter().find(|(each, _)| each == name);
            found.map_or(Value::Null, |(_, value)| Value::string(value.as_str()))
        };
        let overrides = &self.overrides;
        match path {
            ["requestOverride", "header", name] => find(&overrides.request_header, name),
            ["requestOverride", "path", name] => find(&overrides.request_path, name),
            ["requestOverride", "querystring", name] => find(&overrides.request_querystring, name),
            ["responseOverride", "header", name] => find(&overrides.response_header, name),
            ["responseOverride", "status"] => {
                overrides.response_status.as_deref().map_or(Value::Null, Value::string)
            }
            [_] | ["requestOverride", "header" | "path" | "querystring"] | ["responseOverride", "header"] => {
                let path = Rc::new(path.iter().map(|name| (*name).to_owned()).collect());
                Kind::Context(ContextPath { source: self.scope, path }).into()
            }
            _ => Value::Null,
        }
    }

    /// `[index]`: a position of a list, negative from its end, or a member of a map.
    fn index(&mut self, value: &Value<'a>, index: &Value<'a>) -> Outcome<Value<'a>> {
        match (value, index) {
            (Value::List(list), Value::Number(number)) if list.kind() != ListKind::View => {
                let at = list_position(list, number, "get")?;
                Ok(list.get(at).unwrap_or_default())
            }
            (Value::Map(map), key) => Ok(map_member(map, key)),
            (Value::Special(special), Value::Text(name)) => Ok(self.special_property(special, name.as_str())),
            _ => Ok(Value::Null),
        }
    }

    /// `#set`: to a name, a member of a map, a position of a list, or an override.
    pub(super) fn assign(&mut self, target: &'a Reference, value: Value<'a>) -> Outcome<()> {
        let Some((last, before)) = target.parts.split_last() else {
            self.set_slot(target.slot, value);
            return Ok(());
        };
        let mut holder = self.slot(target.slot);
        for part in before {
            holder = self.part(&holder, part)?;
        }
        match last {
            Part::Property(name) => self.assign_member(&holder, &Value::text(name), value),
            Part::Index(index) => {
                let index: &'a Expr = index;
                let index = self.expression(index)?;
                self.assign_member(&holder, &index, value)
            }
            // Velocity assigns nothing to a method's result.
            Part::Call(_) => Ok(()),
        }
    }

    /// Puts `value` where `key` names in `holder`; nothing happens if that is no place, as in Velocity.
    pub(super) fn assign_member(
        &mut self,
        holder: &Value<'a>,
        key: &Value<'a>,
        value: Value<'a>,
    ) -> Outcome<()> {
        match (holder, key) {
            (Value::Map(map), key) => {
                self.put(map, key, value)?;
            }
            (Value::List(list), Value::Number(number)) if list.kind() != ListKind::View => {
                let at = list_position(list, number, "set")?;
                self.check_list_insert(list, &value)?;
                list.change(|elements| {
                    if let Some(place) = elements.get_mut(at) {
                        *place = value;
                    }
                });
            }
            (Value::Special(Special(Kind::Context(context))), Value::Text(name)) => {
                let text = self.printed(&or_empty(value))?;
                self.assign_override(&context.path, name.as_str(), text.as_str())?;
            }
            _ => {}
        }
        Ok(())
    }

    fn assign_override(&mut self, group: &[String], name: &str, value: &str) -> Outcome<()> {
        let group: Vec<&str> = group.iter().map(String::as_str).collect();
        let overrides = &mut self.overrides;
        let list = match group.as_slice() {
            ["requestOverride", "header"] => &mut overrides.request_header,
            ["requestOverride", "path"] => &mut overrides.request_path,
            ["requestOverride", "querystring"] => &mut overrides.request_querystring,
            ["responseOverride", "header"] => &mut overrides.response_header,
            ["responseOverride"] if name == "status" => {
                if overrides.response_status.is_some() {
                    return Err(RenderError::OverriddenTwice("responseOverride.status".to_owned()));
                }
                overrides.response_status = Some(value.to_owned());
                return Ok(());
            }
            // The rest of `$context` cannot be written.
            _ => return Ok(()),
        };
        let headers = group.last() == Some(&"header");
        if list.iter().any(|(each, _)| if headers { each.eq_ignore_ascii_case(name) } else { each == name }) {
            return Err(RenderError::OverriddenTwice(format!("{}.{name}", group.join("."))));
        }
        list.push((name.to_owned(), value.to_owned()));
        self.charge(name.len() + value.len())
    }

    /// Puts a member into a map; returns what was there.
    pub(super) fn put(&mut self, map: &Map<'a>, key: &Value<'a>, value: Value<'a>) -> Outcome<Value<'a>> {
        self.check_insert(&value, &|inner| matches!(inner, Value::Map(inner) if inner.same(map)))?;
        let key = Key::from_value(key);
        self.step(1)?;
        Ok(map.change(|data| data.put(key, value)).unwrap_or_default())
    }

    pub(super) fn check_list_insert(&mut self, list: &List<'a>, value: &Value<'a>) -> Outcome<()> {
        self.check_insert(value, &|inner| matches!(inner, Value::List(inner) if inner.same(list)))
    }

    /// `$input.json('…')` straight to the output, if that is all the reference is.
    pub(super) fn print_input_json(&mut self, reference: &'a Reference, out: &mut String) -> Outcome<bool> {
        let [Part::Call(call)] = reference.parts.as_slice() else { return Ok(false) };
        let is_input = matches!(self.slot_ref(reference.slot), Some(Value::Special(Special(Kind::Input))));
        if !is_input || call.name.as_ref() != "json" || call.path.is_none() {
            return Ok(false);
        }
        let found = self.input_path(call, &[])?;
        let bytes_max = out.len().saturating_add(self.budget.output_bytes_max);
        print_json(&found, JsonStyle::Plain, out, bytes_max).map_err(super::render::print_failure)?;
        Ok(true)
    }
}

fn loop_property<'a>(state: &Rc<Loop<'a>>, name: &str) -> Value<'a> {
    let index = state.index.get();
    match name {
        "index" => Value::size(index),
        "count" => Value::size(index + 1),
        "hasNext" => Value::Bool(index + 1 < state.length),
        "first" => Value::Bool(index == 0),
        "last" => Value::Bool(index + 1 == state.length),
        "parent" => state.parent.clone(),
        "topmost" => {
            let mut top = state;
            while let Value::Special(Special(Kind::Foreach(above))) = &top.parent {
                top = above;
            }
            Kind::Foreach(top.clone()).into()
        }
        _ => Value::Null,
    }
}

/// A position as `get` and `set` of a list take it.
pub(super) fn list_position(list: &List<'_>, number: &Number, method: &str) -> Outcome<usize> {
    let length = list.len();
    let index = number.as_i64().unwrap_or(i64::MAX);
    let from_end = if index < 0 { i64::try_from(length).unwrap_or(i64::MAX) } else { 0 };
    match usize::try_from(index.saturating_add(from_end)) {
        Ok(at) if at < length => Ok(at),
        _ => Err(RenderError::Method {
            method: method.to_owned(),
            message: format!("index {index} out of bounds for length {length}"),
        }),
    }
}

/// The member of a map by a key of any class.
pub(super) fn map_member<'a>(map: &Map<'a>, key: &Value<'a>) -> Value<'a> {
    match key {
        Value::Text(text) => map.with(|data| data.get_text(text.as_str()).cloned()),
        other => map.with(|data| data.get(&Key::from_value(other)).cloned()),
    }
    .unwrap_or_default()
}

/// The map that a special object is, if it is one.
pub(super) fn special_map<'a>(special: &Special<'a>) -> Option<Map<'a>> {
    match &special.0 {
        Kind::Names(names) => Some(names_map(*names)),
        Kind::Params(scope) => Some(params_map(scope)),
        Kind::Context(context) => Some(context.to_map()),
        _ => None,
    }
}

/// A string of the template's own as a value.
pub(super) fn text_value<'a>(text: &str) -> Value<'a> {
    Value::Text(Text::Shared(text.into()))
}
