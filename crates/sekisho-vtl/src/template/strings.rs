//! The methods of `java.lang.String`.
//!
//! Java counts UTF-16 units. Texts of ASCII, nearly all, are handled as bytes; others are turned into units and back,
//! where half a pair becomes `?`, as it does when Java encodes it for the wire.

use super::call::{Called, failure};
use super::lookup::text_value;
use super::render::{Outcome, Renderer};
use crate::error::RenderError;
use crate::javaregex::{JavaRegex, RegexRefusal, Replacement};
use crate::value::{List, ListKind, Number, Text, Value};

/// Patterns kept during one rendering, so that a loop compiles its pattern once.
const PATTERNS_MAX: usize = 16;

/// The length in UTF-16 units.
fn units(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.encode_utf16().count() }
}

fn from_units(units: &[u16]) -> String {
    char::decode_utf16(units.iter().copied()).map(|unit| unit.unwrap_or('?')).collect()
}

/// The part between two positions in units; `None` if they are not in order or outside.
fn part(text: &str, from: i64, to: i64) -> Option<String> {
    let (from, to) = (usize::try_from(from).ok()?, usize::try_from(to).ok()?);
    if text.is_ascii() {
        return text.get(from..to).map(str::to_owned);
    }
    let all: Vec<u16> = text.encode_utf16().collect();
    all.get(from..to).map(from_units)
}

/// Bytes to units.
fn unit_position(text: &str, byte: usize) -> usize {
    text.get(..byte).map_or(0, units)
}

/// Units to bytes; inside a pair, the start of the pair; beyond the end, the end.
fn byte_position(text: &str, unit: i64) -> usize {
    let Ok(wanted) = usize::try_from(unit) else { return 0 };
    if text.is_ascii() {
        return wanted.min(text.len());
    }
    let mut seen = 0;
    for (byte, character) in text.char_indices() {
        if seen + character.len_utf16() > wanted {
            return byte;
        }
        seen += character.len_utf16();
    }
    text.len()
}

/// What `indexOf` looks for: a string or, as a number, a character.
fn needle(value: &Value<'_>) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.as_str().to_owned()),
        Value::Number(number) => {
            let code = u32::try_from(number.as_i64()?).ok()?;
            char::from_u32(code).map(|character| character.to_string())
        }
        _ => None,
    }
}

fn index_value<'a>(text: &str, found: Option<usize>) -> Value<'a> {
    found.map_or(Value::integer(-1), |byte| Value::size(unit_position(text, byte)))
}

fn compare(left: &str, right: &str) -> i64 {
    let (left, right): (Vec<u16>, Vec<u16>) = (left.encode_utf16().collect(), right.encode_utf16().collect());
    let different = left.iter().zip(&right).find(|(left, right)| left != right);
    let length = |units: &[u16]| i64::try_from(units.len()).unwrap_or(i64::MAX);
    different.map_or(length(&left) - length(&right), |(left, right)| i64::from(*left) - i64::from(*right))
}

fn hash_code(text: &str) -> i32 {
    text.encode_utf16().fold(0_i32, |hash, unit| hash.wrapping_mul(31).wrapping_add(i32::from(unit)))
}

/// Whether a pattern means nothing but itself.
fn is_plain(pattern: &str) -> bool {
    !pattern.is_empty() && !pattern.contains(|character| r"\.[]{}()*+?^$|".contains(character))
}

fn refusal(method: &str, refused: RegexRefusal) -> RenderError {
    failure(method, refused.0)
}

/// Java's `trim`: everything up to the blank.
fn is_trimmed(character: char) -> bool {
    character <= ' '
}

impl<'a> Renderer<'_, 'a> {
    pub(super) fn string_method(&mut self, text: &Text<'a>, name: &str, args: &[Value<'a>]) -> Called<'a> {
        let string = text.as_str();
        self.step(1 + u64::try_from(string.len() / 64).unwrap_or(u64::MAX))?;
        Ok(Some(match (name, args) {
            ("length", []) => Value::size(units(string)),
            ("isEmpty", []) => Value::Bool(string.is_empty()),
            ("isBlank", []) => Value::Bool(string.trim().is_empty()),
            ("trim", []) => self.new_string(string.trim_matches(is_trimmed).to_owned())?,
            ("strip", []) => self.new_string(string.trim().to_owned())?,
            ("stripLeading", []) => self.new_string(string.trim_start().to_owned())?,
            ("stripTrailing", []) => self.new_string(string.trim_end().to_owned())?,
            ("toLowerCase", []) => self.new_string(string.to_lowercase())?,
            ("toUpperCase", []) => self.new_string(string.to_uppercase())?,
            ("intern", []) => Value::Text(text.clone()),
            ("hashCode", []) => Value::Number(Number::Int(hash_code(string))),
            ("concat", [Value::Text(other)]) => self.new_string(format!("{string}{}", other.as_str()))?,
            ("repeat", [Value::Number(times)]) => self.repeat(string, times)?,
            ("valueOf", [other]) => Value::Text(self.printed(other)?),
            ("join", [Value::Text(separator), parts @ ..]) => self.join(separator, parts)?,
            ("toCharArray", []) => {
                self.charge(string.len().saturating_mul(32))?;
                let characters =
                    string.chars().map(|character| text_value(character.encode_utf8(&mut [0; 4])));
                Value::List(List::new(ListKind::Array, characters.collect()))
            }
            ("contains", [Value::Text(other)]) => Value::Bool(string.contains(other.as_str())),
            ("endsWith", [Value::Text(other)]) => Value::Bool(string.ends_with(other.as_str())),
            ("startsWith", [Value::Text(other)]) => Value::Bool(string.starts_with(other.as_str())),
            ("startsWith", [Value::Text(other), Value::Number(from)]) => {
                let rest = from.as_i64().filter(|from| *from >= 0).map(|from| byte_position(string, from));
                let rest = rest.and_then(|from| string.get(from..));
                Value::Bool(rest.is_some_and(|rest| rest.starts_with(other.as_str())))
            }
            ("equalsIgnoreCase", [Value::Text(other)]) => {
                Value::Bool(string.to_lowercase() == other.as_str().to_lowercase())
            }
            ("equalsIgnoreCase", [_]) => return Ok(None),
            ("compareTo", [Value::Text(other)]) => Value::integer(compare(string, other.as_str())),
            ("compareToIgnoreCase", [Value::Text(other)]) => {
                Value::integer(compare(&string.to_lowercase(), &other.as_str().to_lowercase()))
            }
            ("charAt" | "codePointAt" | "substring" | "subSequence", _) => {
                return self.string_part(string, name, args);
            }
            ("indexOf" | "lastIndexOf", _) => return Ok(index_of(string, name, args)),
            ("replace", [Value::Text(from), Value::Text(to)]) => self.replace_plain(string, from, to)?,
            ("replaceAll" | "replaceFirst", [Value::Text(pattern), Value::Text(replacement)]) => {
                self.replace_pattern(string, name, pattern.as_str(), replacement.as_str())?
            }
            ("matches", [Value::Text(pattern)]) => {
                let whole = JavaRegex::compile_whole(pattern.as_str(), false);
                self.step(200)?;
                Value::Bool(whole.map_err(|refused| refusal(name, refused))?.is_match(string))
            }
            ("split", [Value::Text(pattern)]) => self.split(string, pattern.as_str(), 0)?,
            ("split", [Value::Text(pattern), Value::Number(limit)]) => {
                self.split(string, pattern.as_str(), limit.as_i64().unwrap_or(0))?
            }
            _ => return Ok(None),
        }))
    }

    fn string_part(&mut self, string: &str, name: &str, args: &[Value<'a>]) -> Called<'a> {
        let length = i64::try_from(units(string)).unwrap_or(i64::MAX);
        let outside =
            |from: &Number, to: i64| failure(name, format!("begin {from}, end {to}, length {length}"));
        let (from, to) = match (name, args) {
            ("substring", [Value::Number(from)]) => (from, length),
            ("substring" | "subSequence", [Value::Number(from), Value::Number(to)]) => {
                (from, to.as_i64().unwrap_or(i64::MAX))
            }
            ("charAt" | "codePointAt", [Value::Number(at)]) => {
                (at, at.as_i64().unwrap_or(i64::MAX).saturating_add(1))
            }
            _ => return Ok(None),
        };
        let Some(start) = from.as_i64() else { return Ok(None) };
        if name == "codePointAt" {
            let at = byte_position(string, start);
            let character = string.get(at..).and_then(|rest| rest.chars().next()).filter(|_| start >= 0);
            return match character {
                Some(character) => Ok(Some(Value::integer(i64::from(u32::from(character))))),
                None => Err(outside(from, to)),
            };
        }
        match part(string, start, to) {
            Some(found) => self.new_string(found).map(Some),
            None => Err(outside(from, to)),
        }
    }

    fn repeat(&mut self, string: &str, times: &Number) -> Outcome<Value<'a>> {
        let times = times.as_i64().and_then(|times| usize::try_from(times).ok());
        let times = times.ok_or_else(|| failure("repeat", "the count is negative"))?;
        if string.len().saturating_mul(times) > self.string_room() {
            return Err(RenderError::Limit("string bytes"));
        }
        self.new_string(string.repeat(times))
    }

    fn join(&mut self, separator: &Text<'a>, parts: &[Value<'a>]) -> Outcome<Value<'a>> {
        let parts = match parts {
            [Value::List(list)] => list.to_vec(),
            parts => parts.to_vec(),
        };
        let mut out = String::new();
        for (at, part) in parts.iter().enumerate() {
            if at > 0 {
                out.push_str(separator.as_str());
            }
            out.push_str(self.printed(part)?.as_str());
            if out.len() > self.string_room() {
                return Err(RenderError::Limit("string bytes"));
            }
        }
        self.new_string(out)
    }

    /// Refuses a replacement whose result could not be held, before it is made.
    fn check_growth(&self, string: &str, matches: usize, added: usize) -> Outcome<()> {
        if string.len().saturating_add(matches.saturating_mul(added)) > self.string_room() {
            return Err(RenderError::Limit("string bytes"));
        }
        Ok(())
    }

    fn replace_plain(&mut self, string: &str, from: &Text<'a>, to: &Text<'a>) -> Outcome<Value<'a>> {
        self.check_growth(string, string.matches(from.as_str()).count(), to.as_str().len())?;
        self.new_string(string.replace(from.as_str(), to.as_str()))
    }

    fn replace_pattern(
        &mut self,
        string: &str,
        name: &str,
        pattern: &str,
        replacement: &str,
    ) -> Outcome<Value<'a>> {
        let all = name == "replaceAll";
        if is_plain(pattern) && !replacement.contains(['\\', '$']) {
            self.check_growth(string, string.matches(pattern).count(), replacement.len())?;
            let times = if all { usize::MAX } else { 1 };
            return self.new_string(string.replacen(pattern, replacement, times));
        }
        let regex = self.pattern(name, pattern)?;
        let replacement =
            Replacement::parse(replacement, &regex).map_err(|refused| refusal(name, refused))?;
        let room = self.string_room();
        // A match costs more than a step; one more than may be counted ends in the step's error below.
        let left = (self.budget.steps_max.saturating_sub(self.steps) / 4).saturating_add(1);
        let most = if all { usize::try_from(left).unwrap_or(usize::MAX) } else { 1 };
        let replaced = regex.replace(string, &replacement, most, room);
        let (replaced, matches) = replaced.map_err(|refused| refusal(name, refused))?;
        self.step(u64::try_from(matches).unwrap_or(u64::MAX).saturating_mul(4))?;
        self.new_string(replaced)
    }

    fn pattern(&mut self, method: &str, pattern: &str) -> Outcome<JavaRegex> {
        if let Some((_, regex)) = self.patterns.iter().find(|(known, _)| known == pattern) {
            return Ok(regex.clone());
        }
        self.step(200)?;
        let regex = JavaRegex::compile(pattern).map_err(|refused| refusal(method, refused))?;
        if self.patterns.len() < PATTERNS_MAX {
            self.patterns.push((pattern.to_owned(), regex.clone()));
        }
        Ok(regex)
    }

    fn split(&mut self, string: &str, pattern: &str, limit: i64) -> Outcome<Value<'a>> {
        let regex = self.pattern("split", pattern)?;
        let most = if limit > 0 { usize::try_from(limit).unwrap_or(usize::MAX) } else { usize::MAX };
        let mut parts: Vec<&str> = Vec::new();
        let (mut start, mut search) = (0, 0);
        while parts.len() + 1 < most {
            let Some((from, to)) = regex.find_from(string, search) else { break };
            self.step(1)?;
            let empty = from == to;
            if empty && from >= string.len() {
                break;
            }
            // A match of nothing at the beginning makes no part.
            if !(empty && from == 0) {
                parts.push(string.get(start..from).unwrap_or_default());
                start = to;
            }
            let width = string.get(to..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
            search = if empty { to + width } else { to };
            if search > string.len() {
                break;
            }
        }
        parts.push(string.get(start..).unwrap_or_default());
        if limit == 0 {
            while parts.len() > 1 && parts.last().is_some_and(|last| last.is_empty()) {
                parts.pop();
            }
            // Nothing but separators leaves nothing; the empty string is its own only part.
            if let [only] = parts.as_slice()
                && only.is_empty()
                && !string.is_empty()
            {
                parts.clear();
            }
        }
        self.charge(string.len().saturating_add(parts.len().saturating_mul(32)))?;
        Ok(Value::List(List::new(ListKind::Array, parts.into_iter().map(text_value).collect())))
    }
}

fn index_of<'a>(string: &str, name: &str, args: &[Value<'a>]) -> Option<Value<'a>> {
    let (wanted, from) = match args {
        [wanted] => (needle(wanted)?, None),
        [wanted, Value::Number(from)] => (needle(wanted)?, Some(from.as_i64()?)),
        _ => return None,
    };
    let found = if name == "indexOf" {
        let from = from.map_or(0, |from| byte_position(string, from));
        string.get(from..).and_then(|rest| rest.find(&wanted)).map(|at| at + from)
    } else {
        match from {
            None => string.rfind(&wanted),
            Some(from) if from < 0 => None,
            Some(from) => {
                let end = byte_position(string, from).saturating_add(wanted.len()).min(string.len());
                let end =
                    (end..=string.len()).find(|end| string.is_char_boundary(*end)).unwrap_or(string.len());
                string.get(..end).and_then(|start| start.rfind(&wanted))
            }
        }
    };
    Some(index_value(string, found))
}
