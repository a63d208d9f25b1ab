//! How values print: as Java's `toString`, and as JSON.
//!
//! The rule that surprises: an array of a JSON text prints as JSON wherever it stands, even inside a map, and a map
//! prints as `{a=1, b=[{"c":2}]}`. Recorded on API Gateway, and explained by the classes json-smart uses. json-smart
//! writes `/` as `\/` in that form, but not in the form `$input.json` uses.

use std::fmt::Write as _;

use super::{ListKind, Value};
use crate::limits::JSON_DEPTH_MAX;

/// The value is nested deeper than [`JSON_DEPTH_MAX`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooDeep;

/// Which characters are escaped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum JsonStyle {
    /// As `$input.json`.
    Plain,
    /// As `toString()` of an array: `/` is escaped too.
    Protected,
}

/// Appends what `toString()` gives; null as `null`.
pub(crate) fn print_java(value: &Value<'_>, out: &mut String) -> Result<(), TooDeep> {
    print_java_at(value, out, 0)
}

fn print_java_at(value: &Value<'_>, out: &mut String, depth: u32) -> Result<(), TooDeep> {
    if depth > JSON_DEPTH_MAX {
        return Err(TooDeep);
    }
    match value {
        Value::Text(text) => out.push_str(text.as_str()),
        Value::List(list) if list.kind() == ListKind::Json => {
            return print_json_at(value, JsonStyle::Protected, out, depth);
        }
        Value::List(list) => {
            out.push('[');
            list.with(|elements| {
                elements.iter().enumerate().try_for_each(|(at, each)| {
                    out.push_str(if at == 0 { "" } else { ", " });
                    print_java_at(each, out, depth + 1)
                })
            })?;
            out.push(']');
        }
        Value::Map(map) => {
            out.push('{');
            map.with(|data| {
                data.entries().iter().enumerate().try_for_each(|(at, (key, each))| {
                    out.push_str(if at == 0 { "" } else { ", " });
                    out.push_str(key.as_str());
                    out.push('=');
                    print_java_at(each, out, depth + 1)
                })
            })?;
            out.push('}');
        }
        Value::Special(special) => special.print(out),
        simple => print_simple(simple, out),
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
pub(crate) fn print_json(value: &Value<'_>, style: JsonStyle, out: &mut String) -> Result<(), TooDeep> {
    print_json_at(value, style, out, 0)
}

fn print_json_at(value: &Value<'_>, style: JsonStyle, out: &mut String, depth: u32) -> Result<(), TooDeep> {
    if depth > JSON_DEPTH_MAX {
        return Err(TooDeep);
    }
    match value {
        Value::Text(text) => quote_json(text.as_str(), style, out),
        Value::List(list) => {
            out.push('[');
            list.with(|elements| {
                elements.iter().enumerate().try_for_each(|(at, each)| {
                    out.push_str(if at == 0 { "" } else { "," });
                    print_json_at(each, style, out, depth + 1)
                })
            })?;
            out.push(']');
        }
        Value::Map(map) => {
            out.push('{');
            map.with(|data| {
                data.entries().iter().enumerate().try_for_each(|(at, (key, each))| {
                    out.push_str(if at == 0 { "" } else { "," });
                    quote_json(key.as_str(), style, out);
                    out.push(':');
                    print_json_at(each, style, out, depth + 1)
                })
            })?;
            out.push('}');
        }
        Value::Special(special) => {
            let mut text = String::new();
            special.print(&mut text);
            quote_json(&text, style, out);
        }
        // JSON has no such numbers: json-smart writes null.
        Value::Number(super::Number::Double(number)) if !number.is_finite() => out.push_str("null"),
        simple => print_simple(simple, out),
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
