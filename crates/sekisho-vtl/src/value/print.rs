//! How values print: as Java's `toString`, and as JSON.
//!
//! The rule that surprises: an array of a JSON text prints as JSON wherever it stands, even inside a map, and a map
//! prints as `{a=1, b=[{"c":2}]}`. Recorded on API Gateway, and explained by the classes json-smart uses. json-smart
//! writes `/` as `\/` in that form, but not in the form `$input.json` uses.

use std::fmt::Write as _;

use super::{ListKind, Value};
use crate::limits::JSON_DEPTH_MAX;

/// Why a value is not printed. Lists that hold one list many times can print as far more than they hold, so the
/// length is watched while printing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PrintError {
    /// Nested deeper than [`JSON_DEPTH_MAX`].
    Deep,
    /// The output would be longer than allowed.
    Long,
}

/// Where a value is printed to, and how long that may become.
#[derive(Debug)]
pub(crate) struct Printer<'o> {
    out: &'o mut String,
    bytes_max: usize,
}

/// Which characters are escaped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum JsonStyle {
    /// As `$input.json`.
    Plain,
    /// As `toString()` of an array: `/` is escaped too.
    Protected,
}

/// Appends what `toString()` gives; null as `null`.
pub(crate) fn print_java(value: &Value<'_>, out: &mut String, bytes_max: usize) -> Result<(), PrintError> {
    print_java_at(value, &mut Printer { out, bytes_max }, 0)
}

impl Printer<'_> {
    pub(crate) fn push(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn check(&self, depth: u32) -> Result<(), PrintError> {
        if depth > JSON_DEPTH_MAX {
            return Err(PrintError::Deep);
        }
        if self.out.len() > self.bytes_max { Err(PrintError::Long) } else { Ok(()) }
    }
}

pub(crate) fn print_java_at(value: &Value<'_>, to: &mut Printer<'_>, depth: u32) -> Result<(), PrintError> {
    to.check(depth)?;
    match value {
        Value::Text(text) => to.out.push_str(text.as_str()),
        Value::List(list) if list.kind() == ListKind::Json => {
            return print_json_at(value, JsonStyle::Protected, to, depth);
        }
        Value::List(list) => {
            to.out.push('[');
            list.with(|elements| {
                elements.iter().enumerate().try_for_each(|(at, each)| {
                    to.out.push_str(if at == 0 { "" } else { ", " });
                    print_java_at(each, to, depth + 1)
                })
            })?;
            to.out.push(']');
        }
        Value::Map(map) => {
            to.out.push('{');
            map.with(|data| {
                data.entries().iter().enumerate().try_for_each(|(at, (key, each))| {
                    to.out.push_str(if at == 0 { "" } else { ", " });
                    to.out.push_str(key.as_str());
                    to.out.push('=');
                    print_java_at(each, to, depth + 1)
                })
            })?;
            to.out.push('}');
        }
        Value::Special(special) => special.print(to, depth)?,
        simple => print_simple(simple, to.out),
    }
    Ok(())
}

/// What prints alike in both forms.
fn print_simple(value: &Value<'_>, out: &mut String) {
    match value {
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(super::Number::Int(number)) => push_integer(i64::from(*number), out),
        Value::Number(number) => {
            write!(out, "{number}").expect("writing to a string cannot fail");
        }
        _ => out.push_str("null"),
    }
}

fn push_integer(number: i64, out: &mut String) {
    if (0..10).contains(&number) {
        out.push(char::from(b"0123456789"[usize::try_from(number).unwrap_or(0)]));
    } else {
        write!(out, "{number}").expect("writing to a string cannot fail");
    }
}

/// Appends the JSON text.
pub(crate) fn print_json(
    value: &Value<'_>,
    style: JsonStyle,
    out: &mut String,
    bytes_max: usize,
) -> Result<(), PrintError> {
    print_json_at(value, style, &mut Printer { out, bytes_max }, 0)
}

fn print_json_at(
    value: &Value<'_>,
    style: JsonStyle,
    to: &mut Printer<'_>,
    depth: u32,
) -> Result<(), PrintError> {
    to.check(depth)?;
    match value {
        Value::Text(text) => quote_json(text.as_str(), style, to.out),
        Value::List(list) => {
            to.out.push('[');
            list.with(|elements| {
                elements.iter().enumerate().try_for_each(|(at, each)| {
                    to.out.push_str(if at == 0 { "" } else { "," });
                    print_json_at(each, style, to, depth + 1)
                })
            })?;
            to.out.push(']');
        }
        Value::Map(map) => {
            to.out.push('{');
            map.with(|data| {
                data.entries().iter().enumerate().try_for_each(|(at, (key, each))| {
                    to.out.push_str(if at == 0 { "" } else { "," });
                    quote_json(key.as_str(), style, to.out);
                    to.out.push(':');
                    print_json_at(each, style, to, depth + 1)
                })
            })?;
            to.out.push('}');
        }
        Value::Special(special) => {
            let mut text = String::new();
            special.print(&mut Printer { out: &mut text, bytes_max: to.bytes_max }, depth)?;
            quote_json(&text, style, to.out);
        }
        // JSON has no such numbers: json-smart writes null.
        Value::Number(super::Number::Double(number)) if !number.is_finite() => to.out.push_str("null"),
        simple => print_simple(simple, to.out),
    }
    Ok(())
}

/// Whether json-smart writes this character as `\uXXXX` (beside the two-character escapes).
fn is_hex_escaped(character: char) -> bool {
    matches!(character, '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2000}'..='\u{20ff}')
}

/// Appends a quoted JSON string.
fn quote_json(text: &str, style: JsonStyle, out: &mut String) {
    out.push('"');
    let mut rest = text;
    while let Some((at, character)) = rest.char_indices().find(|(_, character)| match character {
        '"' | '\\' => true,
        '/' => style == JsonStyle::Protected,
        ' '..='~' => false,
        other => is_hex_escaped(*other),
    }) {
        let (clean, tail) = rest.split_at(at);
        out.push_str(clean);
        match character {
            '"' | '\\' | '/' => out.extend(['\\', character]),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            other => {
                write!(out, "\\u{:04X}", u32::from(other)).expect("writing to a string cannot fail");
            }
        }
        rest = tail.split_at(character.len_utf8()).1;
    }
    out.push_str(rest);
    out.push('"');
}
