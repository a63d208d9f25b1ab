//! The methods of lists and maps.

use std::cell::Cell;
use std::rc::Rc;

use super::Special;
use super::call::{Called, failure};
use super::lookup::{list_position, map_member, special_map};
use super::render::{Outcome, Renderer};
use super::special::{Iteration, Kind};
use crate::value::{Key, List, ListKind, Map, Number, Value};

fn iterator(elements: Vec<Value<'_>>) -> Value<'_> {
    Kind::Iterator(Rc::new(Iteration { elements, next: Cell::new(0) })).into()
}

fn view(elements: Vec<Value<'_>>) -> Value<'_> {
    Value::List(List::new(ListKind::View, elements))
}

impl<'a> Renderer<'_, 'a> {
    /// What `#foreach` goes through; `None` for what has no elements.
    pub(super) fn elements(&mut self, value: &Value<'a>) -> Outcome<Option<Vec<Value<'a>>>> {
        let elements = match value {
            Value::List(list) => list.to_vec(),
            Value::Map(map) => map.with(|data| data.values().cloned().collect()),
            Value::Special(Special(Kind::Iterator(iteration))) => {
                let at = iteration.next.replace(iteration.elements.len());
                iteration.elements.get(at..).unwrap_or_default().to_vec()
            }
            Value::Special(special) => match special_map(special) {
                Some(map) => map.with(|data| data.values().cloned().collect()),
                None => return Ok(None),
            },
            _ => return Ok(None),
        };
        self.step(u64::try_from(elements.len() / 4).unwrap_or(u64::MAX))?;
        Ok(Some(elements))
    }

    fn position_of(&mut self, elements: &[Value<'a>], wanted: &Value<'a>) -> Outcome<Option<usize>> {
        for (at, element) in elements.iter().enumerate() {
            if self.equals(element, wanted)? {
                return Ok(Some(at));
            }
        }
        Ok(None)
    }

    fn contains_all(&mut self, elements: &[Value<'a>], wanted: &[Value<'a>]) -> Outcome<bool> {
        for value in wanted {
            if self.position_of(elements, value)?.is_none() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    pub(super) fn list_method(&mut self, list: &List<'a>, name: &str, args: &[Value<'a>]) -> Called<'a> {
        let has_positions = list.kind() != ListKind::View;
        let index = |at: Option<usize>| {
            at.and_then(|at| i64::try_from(at).ok()).map_or(Value::integer(-1), Value::integer)
        };
        Ok(Some(match (name, args) {
            ("size", []) => Value::size(list.len()),
            ("isEmpty", []) => Value::Bool(list.is_empty()),
            ("get", [Value::Number(number)]) if has_positions => {
                list.get(positive(list, number, name)?).unwrap_or_default()
            }
            ("contains", [wanted]) => {
                self.count_elements(list)?;
                Value::Bool(self.position_of(&list.to_vec(), wanted)?.is_some())
            }
            ("containsAll", [Value::List(wanted)]) => {
                self.count_elements(list)?;
                Value::Bool(self.contains_all(&list.to_vec(), &wanted.to_vec())?)
            }
            ("indexOf", [wanted]) if has_positions => {
                self.count_elements(list)?;
                index(self.position_of(&list.to_vec(), wanted)?)
            }
            ("lastIndexOf", [wanted]) if has_positions => {
                self.count_elements(list)?;
                let mut reversed = list.to_vec();
                reversed.reverse();
                index(self.position_of(&reversed, wanted)?.map(|at| reversed.len() - 1 - at))
            }
            ("iterator", []) => {
                self.count_elements(list)?;
                iterator(list.to_vec())
            }
            ("toArray", []) => {
                self.count_elements(list)?;
                Value::List(List::new(ListKind::Array, list.to_vec()))
            }
            ("subList", [Value::Number(from), Value::Number(to)]) if has_positions => {
                self.count_elements(list)?;
                sub_list(list, from, to)?
            }
            // json-smart's arrays can be asked for their JSON.
            ("toJSONString", []) if list.kind() == ListKind::Json => {
                return self.printed(&Value::List(list.clone())).map(|text| Some(Value::Text(text)));
            }
            _ if matches!(list.kind(), ListKind::Array | ListKind::View) => return Ok(None),
            _ => return self.change_list(list, name, args),
        }))
    }

    fn count_elements(&mut self, list: &List<'a>) -> Outcome<()> {
        self.step(u64::try_from(list.len() / 4).unwrap_or(u64::MAX))
    }

    fn change_list(&mut self, list: &List<'a>, name: &str, args: &[Value<'a>]) -> Called<'a> {
        self.count_elements(list)?;
        Ok(Some(match (name, args) {
            ("add", [value]) => {
                self.check_list_insert(list, value)?;
                list.change(|elements| elements.push(value.clone()));
                Value::Bool(true)
            }
            ("add", [Value::Number(number), value]) => {
                let length = list.len();
                let at = number.as_i64().and_then(|at| usize::try_from(at).ok()).filter(|at| *at <= length);
                let at = at.ok_or_else(|| {
                    failure(name, format!("index {number} out of bounds for length {length}"))
                })?;
                self.check_list_insert(list, value)?;
                list.change(|elements| elements.insert(at, value.clone()));
                return Ok(None);
            }
            ("addAll", [Value::List(others)]) => {
                let others = others.to_vec();
                self.step(u64::try_from(others.len()).unwrap_or(u64::MAX))?;
                for other in &others {
                    self.check_list_insert(list, other)?;
                }
                let changed = !others.is_empty();
                list.change(|elements| elements.extend(others));
                Value::Bool(changed)
            }
            ("set", [Value::Number(number), value]) => {
                let at = positive(list, number, name)?;
                self.check_list_insert(list, value)?;
                let value = value.clone();
                list.change(|elements| elements.get_mut(at).map(|place| std::mem::replace(place, value)))
                    .unwrap_or_default()
            }
            ("remove", [Value::Number(number)]) => {
                let at = positive(list, number, name)?;
                list.change(|elements| elements.remove(at))
            }
            ("remove", [wanted]) => {
                let found = self.position_of(&list.to_vec(), wanted)?;
                if let Some(at) = found {
                    list.change(|elements| elements.remove(at));
                }
                Value::Bool(found.is_some())
            }
            ("removeAll" | "retainAll", [Value::List(others)]) => {
                let others = others.to_vec();
                let mut kept = Vec::new();
                for element in list.to_vec() {
                    if self.position_of(&others, &element)?.is_some() == (name == "retainAll") {
                        kept.push(element);
                    }
                }
                let changed = kept.len() != list.len();
                list.change(|elements| *elements = kept);
                Value::Bool(changed)
            }
            ("clear", []) => {
                list.change(std::mem::take);
                return Ok(None);
            }
            _ => return Ok(None),
        }))
    }

    pub(super) fn map_method(&mut self, map: &Map<'a>, name: &str, args: &[Value<'a>]) -> Called<'a> {
        self.step(1)?;
        Ok(Some(match (name, args) {
            ("get", [key]) => map_member(map, key),
            ("getOrDefault", [key, default]) => {
                let found = map.with(|data| data.get(&Key::from_value(key)).cloned());
                found.unwrap_or_else(|| default.clone())
            }
            ("size", []) => Value::size(map.len()),
            ("isEmpty", []) => Value::Bool(map.is_empty()),
            ("containsKey", [key]) => Value::Bool(map.with(|data| data.get(&Key::from_value(key)).is_some())),
            ("containsValue", [wanted]) => {
                let values: Vec<_> = map.with(|data| data.values().cloned().collect());
                Value::Bool(self.position_of(&values, wanted)?.is_some())
            }
            ("keySet" | "values" | "entrySet", []) => {
                self.step(u64::try_from(map.len()).unwrap_or(u64::MAX))?;
                map_view(map, name)
            }
            ("put", [key, value]) => self.put(map, key, value.clone())?,
            ("putIfAbsent", [key, value]) => {
                let found = map_member(map, key);
                if found.is_null() {
                    self.put(map, key, value.clone())?;
                }
                found
            }
            ("putAll", [Value::Map(other)]) => {
                for (key, value) in other.with(|data| data.entries().to_vec()) {
                    self.put(map, &key.to_value(), value)?;
                }
                return Ok(None);
            }
            ("remove", [key]) => {
                self.step(u64::try_from(map.len()).unwrap_or(u64::MAX))?;
                map.change(|data| data.remove(&Key::from_value(key))).unwrap_or_default()
            }
            ("clear", []) => {
                map.change(|data| data.clear());
                return Ok(None);
            }
            _ => return Ok(None),
        }))
    }
}

fn map_view<'a>(map: &Map<'a>, name: &str) -> Value<'a> {
    let entries = map.with(|data| data.entries().to_vec());
    view(match name {
        "keySet" => entries.iter().map(|(key, _)| key.to_value()).collect(),
        "values" => entries.into_iter().map(|(_, value)| value).collect(),
        _ => entries.into_iter().map(|entry| Kind::Entry(Rc::new(entry)).into()).collect(),
    })
}

/// A position of a method: unlike `[…]`, not from the end.
fn positive(list: &List<'_>, number: &Number, method: &str) -> Outcome<usize> {
    match number.as_i64() {
        Some(index) if index < 0 => {
            Err(failure(method, format!("index {index} out of bounds for length {}", list.len())))
        }
        _ => list_position(list, number, method),
    }
}

fn sub_list<'a>(list: &List<'a>, from: &Number, to: &Number) -> Outcome<Value<'a>> {
    let bound = |number: &Number| number.as_i64().and_then(|at| usize::try_from(at).ok());
    let part = match (bound(from), bound(to)) {
        (Some(from), Some(to)) => list.with(|elements| elements.get(from..to).map(<[Value<'a>]>::to_vec)),
        _ => None,
    };
    match part {
        Some(part) => Ok(Value::List(List::new(ListKind::Java, part))),
        None => Err(failure("subList", format!("{from} to {to} out of bounds for length {}", list.len()))),
    }
}
