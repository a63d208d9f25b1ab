//! Method calls: which object has which methods.
//!
//! Dispatch is a `match` on the object's class and the method's name and the classes of its arguments, as Java's
//! overloads are. What no table has is null, exactly as an unknown method is in Velocity; nothing is looked up by
//! reflection, so no method outside these tables exists.

use super::Special;
use super::lookup::special_map;
use super::program::Call;
use super::render::{Outcome, Renderer};
use super::special::{ContextPath, Iteration, Kind, Loop, cow_value};
use crate::error::RenderError;
use crate::jsonpath::JsonPath;
use crate::limits::PATH_BYTES_MAX;
use crate::value::{JsonStyle, Number, Text, Value, print_json};

/// A method that is there and fails.
pub(super) fn failure(method: &str, message: impl Into<String>) -> RenderError {
    RenderError::Method { method: method.to_owned(), message: message.into() }
}

/// The result of a table: `None` if it has no such method.
pub(super) type Called<'a> = Outcome<Option<Value<'a>>>;

impl<'a> Renderer<'_, 'a> {
    /// Calls a method; null if there is none.
    pub(super) fn call(&mut self, target: &Value<'a>, call: &'a Call) -> Outcome<Value<'a>> {
        if let (Value::Special(Special(Kind::Input)), "path" | "json", Some(_)) =
            (target, call.name.as_ref(), &call.path)
        {
            return self.input_call(call, &[]);
        }
        let args: Outcome<Vec<Value<'a>>> = call.args.iter().map(|arg| self.expression(arg)).collect();
        let args = args?;
        if let (Value::Special(Special(Kind::Input)), "path" | "json") = (target, call.name.as_ref()) {
            return self.input_call(call, &args);
        }
        self.call_method(target, &call.name, &args).map(Option::unwrap_or_default)
    }

    pub(super) fn call_method(&mut self, target: &Value<'a>, name: &str, args: &[Value<'a>]) -> Called<'a> {
        // A block prints when asked for its text; it has no other method.
        if let Value::Special(special) = target {
            return self.special_call(special, name, args);
        }
        match (name, args) {
            ("toString", []) => self.printed(target).map(|text| Some(Value::Text(text))),
            ("equals", [other]) => self.equals(target, other).map(|equal| Some(Value::Bool(equal))),
            _ => match target {
                Value::Text(text) => self.string_method(text, name, args),
                Value::List(list) => self.list_method(list, name, args),
                Value::Map(map) => self.map_method(map, name, args),
                Value::Number(number) => number_method(number, name, args),
                Value::Bool(truth) => Ok(bool_method(*truth, name, args)),
                Value::Null | Value::Special(_) => Ok(None),
            },
        }
    }

    fn special_call(&mut self, special: &Special<'a>, name: &str, args: &[Value<'a>]) -> Called<'a> {
        match &special.0 {
            Kind::Input => Ok(self.input_method(name, args)),
            Kind::Util => self.utility(name, args),
            Kind::Foreach(state) => Ok(loop_method(state, name, args)),
            Kind::Iterator(iteration) => iterator_method(iteration, name, args),
            Kind::Entry(entry) => Ok(match (name, args) {
                ("getKey", []) => Some(entry.0.to_value()),
                ("getValue", []) => Some(entry.1.clone()),
                ("toString", []) => Some(Value::Text(self.printed(&Value::Special(special.clone()))?)),
                _ => None,
            }),
            Kind::Block(_) => match (name, args) {
                ("toString", []) => {
                    self.printed(&Value::Special(special.clone())).map(|text| Some(Value::Text(text)))
                }
                _ => Ok(None),
            },
            Kind::Context(context) => self.context_call(context, special, name, args),
            Kind::Names(names) => match (name, args) {
                ("get", [Value::Text(key)]) => Ok(names.value(key.as_str()).map(cow_value)),
                ("containsKey", [Value::Text(key)]) => {
                    Ok(Some(Value::Bool(names.value(key.as_str()).is_some())))
                }
                _ => self.view_call(special, name, args),
            },
            Kind::Params(_) => self.view_call(special, name, args),
        }
    }

    /// Methods of a map that the caller lends: those that do not change it.
    fn view_call(&mut self, special: &Special<'a>, name: &str, args: &[Value<'a>]) -> Called<'a> {
        if matches!(name, "put" | "putAll" | "remove" | "clear" | "putIfAbsent") {
            return Err(failure(name, "the map cannot be changed"));
        }
        match special_map(special) {
            Some(map) => self.call_method(&Value::Map(map), name, args),
            None => Ok(None),
        }
    }

    fn context_call(
        &mut self,
        context: &ContextPath<'a>,
        special: &Special<'a>,
        name: &str,
        args: &[Value<'a>],
    ) -> Called<'a> {
        match (name, args) {
            ("get", [Value::Text(key)]) => Ok(Some(self.context_member(context, key.as_str()))),
            ("put", [key, value]) => {
                self.assign_member(&Value::Special(special.clone()), key, value.clone())?;
                Ok(None)
            }
            _ => self.view_call(special, name, args),
        }
    }

    /// `$input.params(…)` and `$input.body` as a getter.
    fn input_method(&mut self, name: &str, args: &[Value<'a>]) -> Option<Value<'a>> {
        match (name, args) {
            ("params", []) => Some(Kind::Params(self.scope).into()),
            ("params", [Value::Text(key)]) => {
                let key = key.as_str();
                let sources = [self.scope.path, self.scope.querystring, self.scope.header];
                sources.into_iter().find_map(|source| source.value(key)).map(cow_value)
            }
            ("body" | "getBody", []) => {
                Some(Value::text(if self.scope.body.is_empty() { "{}" } else { self.scope.body }))
            }
            _ => None,
        }
    }

    fn input_call(&mut self, call: &'a Call, args: &[Value<'a>]) -> Outcome<Value<'a>> {
        let known = call.path.is_some() || matches!(args, [Value::Text(_)]);
        if !known {
            return Ok(Value::Null);
        }
        let found = self.input_path(call, args)?;
        if call.name.as_ref() == "path" {
            return Ok(found);
        }
        let mut out = String::new();
        print_json(&found, JsonStyle::Plain, &mut out, self.string_room())
            .map_err(super::render::print_failure)?;
        self.new_string(out)
    }

    /// What the path of `$input.path` or `$input.json` leads to; null if nowhere.
    pub(super) fn input_path(&mut self, call: &'a Call, args: &[Value<'a>]) -> Outcome<Value<'a>> {
        let computed;
        let path = match (&call.path, args) {
            (Some(compiled), _) => compiled.as_ref().map_err(|error| {
                let text = match call.args.first() {
                    Some(super::program::Expr::Text(text)) => text.chars().take(100).collect(),
                    _ => String::new(),
                };
                RenderError::Path { path: text, error: error.clone() }
            })?,
            (None, [Value::Text(text)]) => {
                self.step(u64::try_from(text.as_str().len().min(PATH_BYTES_MAX)).unwrap_or(0))?;
                let path_error =
                    |error| RenderError::Path { path: text.as_str().chars().take(100).collect(), error };
                computed = JsonPath::compile(text.as_str()).map_err(path_error)?;
                &computed
            }
            _ => return Ok(Value::Null),
        };
        let body = self.body()?;
        let found = path.evaluate_counted(&body, &mut self.steps);
        self.step(0)?;
        match found {
            Ok(result) => Ok(result.into_value()),
            Err(_) => Err(RenderError::Limit("nodes of a path")),
        }
    }
}

fn loop_method<'a>(state: &Loop<'a>, name: &str, args: &[Value<'a>]) -> Option<Value<'a>> {
    if !args.is_empty() {
        return None;
    }
    let index = state.index.get();
    Some(match name {
        "getIndex" => Value::size(index),
        "getCount" => Value::size(index + 1),
        "hasNext" | "getHasNext" => Value::Bool(index + 1 < state.length),
        "isFirst" => Value::Bool(index == 0),
        "isLast" => Value::Bool(index + 1 == state.length),
        "getParent" => state.parent.clone(),
        _ => return None,
    })
}

fn iterator_method<'a>(iteration: &Iteration<'a>, name: &str, args: &[Value<'a>]) -> Called<'a> {
    let at = iteration.next.get();
    match (name, args) {
        ("hasNext", []) => Ok(Some(Value::Bool(at < iteration.elements.len()))),
        ("next", []) => match iteration.elements.get(at) {
            Some(element) => {
                iteration.next.set(at + 1);
                Ok(Some(element.clone()))
            }
            None => Err(failure(name, "no such element")),
        },
        _ => Ok(None),
    }
}

fn bool_method<'a>(truth: bool, name: &str, args: &[Value<'a>]) -> Option<Value<'a>> {
    match (name, args) {
        ("booleanValue", []) => Some(Value::Bool(truth)),
        ("parseBoolean" | "valueOf", [Value::Text(text)]) => {
            Some(Value::Bool(text.as_str().eq_ignore_ascii_case("true")))
        }
        ("compareTo", [Value::Bool(other)]) => Some(Value::integer(i64::from(truth) - i64::from(*other))),
        _ => None,
    }
}

/// The integer a conversion keeps: Java cuts a fraction off and holds a double to the ends of the range.
fn cut(number: &Number) -> i64 {
    match number.as_i64() {
        Some(whole) => whole,
        #[expect(clippy::cast_possible_truncation, reason = "`as` saturates, as Java's narrowing does")]
        None => number.as_f64() as i64,
    }
}

fn number_method<'a>(number: &Number, name: &str, args: &[Value<'a>]) -> Called<'a> {
    let double = |value: f64| Some(Value::Number(Number::Double(value)));
    Ok(match (name, args) {
        ("intValue" | "shortValue" | "byteValue", []) => {
            let bits = match name {
                "intValue" => 32,
                "shortValue" => 16,
                _ => 8,
            };
            let shift = 64 - bits;
            Some(Value::integer((cut(number) << shift) >> shift))
        }
        ("longValue", []) => Some(Value::Number(Number::Long(cut(number)))),
        ("doubleValue" | "floatValue", []) => double(number.as_f64()),
        ("isNaN", []) => Some(Value::Bool(number.as_f64().is_nan())),
        ("compareTo" | "compare", [Value::Number(other)]) => {
            number.compare(other).map(|order| Value::integer(order as i64))
        }
        ("hashCode", []) => match number {
            Number::Int(value) => Some(Value::integer(i64::from(*value))),
            _ => None,
        },
        ("parseInt" | "parseLong" | "valueOf", [Value::Text(text)]) => {
            Some(parse_number(number, name, text)?)
        }
        ("parseDouble" | "parseFloat", [Value::Text(text)]) => match text.as_str().trim().parse() {
            Ok(value) => double(value),
            Err(_) => return Err(not_a_number(name, text)),
        },
        ("valueOf", [Value::Number(other)]) => Some(Value::Number(other.clone())),
        ("toString", [other]) => other.to_text().map(|text| Value::Text(Text::from(text))),
        ("abs", []) => match number {
            Number::Big(text) => Some(Value::Number(Number::from_digits(text.trim_start_matches('-')))),
            _ => None,
        },
        _ => None,
    })
}

fn not_a_number(name: &str, text: &Text<'_>) -> RenderError {
    let shown: String = text.as_str().chars().take(50).collect();
    failure(name, format!("`{shown}` is not a number"))
}

/// `$number.parseInt('12')`: the idiom by which templates read numbers, through any number they have.
fn parse_number<'a>(number: &Number, name: &str, text: &Text<'a>) -> Outcome<Value<'a>> {
    if name == "valueOf" && number.is_fraction_class() {
        let value = text.as_str().trim().parse().map_err(|_| not_a_number(name, text))?;
        return Ok(Value::Number(Number::Double(value)));
    }
    let digits = text.as_str().strip_prefix('+').unwrap_or(text.as_str());
    let value: i64 = digits.parse().map_err(|_| not_a_number(name, text))?;
    match (name, number) {
        ("parseLong", _) | ("valueOf", Number::Long(_)) => Ok(Value::Number(Number::Long(value))),
        _ => i32::try_from(value)
            .map(|value| Value::Number(Number::Int(value)))
            .map_err(|_| not_a_number(name, text)),
    }
}
