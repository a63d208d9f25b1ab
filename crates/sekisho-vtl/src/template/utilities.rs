//! `$util`: the functions API Gateway adds to a template.
//!
//! Source: the API Gateway guide, "$util variables"; what they make of odd input is what the Java classes behind
//! them do (commons-lang 2 for `escapeJavaScript`, `URLEncoder`, `URLDecoder`, `Base64`). All texts are UTF-8.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::call::{Called, failure};
use super::render::Renderer;
use crate::error::RenderError;
use crate::json::{JsonError, parse_json};
use crate::value::{Key, List, ListKind, Map, MapData, Text, Value};

/// As Java's basic decoder: padding may be there or not.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

impl<'a> Renderer<'_, 'a> {
    pub(super) fn utility(&mut self, name: &str, args: &[Value<'a>]) -> Called<'a> {
        let [arg] = args else { return Ok(None) };
        let functions =
            ["escapeJavaScript", "parseJson", "urlEncode", "urlDecode", "base64Encode", "base64Decode"];
        if !functions.contains(&name) {
            return Ok(None);
        }
        let text = self.printed(arg)?;
        let string = text.as_str();
        self.step(1 + u64::try_from(string.len() / 64).unwrap_or(u64::MAX))?;
        // No function makes more than six bytes of one.
        if string.len().saturating_mul(6) > self.string_room().saturating_mul(2) {
            return Err(RenderError::Limit("string bytes"));
        }
        let out = match name {
            "escapeJavaScript" => escape_java_script(string),
            "parseJson" => return self.parse_json_text(&text).map(Some),
            "urlEncode" => url_encode(string),
            "urlDecode" => url_decode(string).map_err(|why| failure(name, why))?,
            "base64Encode" => BASE64.encode(string),
            _ => {
                let bytes = BASE64.decode(string).map_err(|error| failure(name, error.to_string()))?;
                String::from_utf8_lossy(&bytes).into_owned()
            }
        };
        self.new_string(out).map(Some)
    }

    fn parse_json_text(&mut self, text: &Text<'a>) -> Result<Value<'a>, RenderError> {
        self.step(u64::try_from(text.as_str().len() / 4).unwrap_or(u64::MAX))?;
        match text {
            Text::Borrowed(text) => parse_json(text).map_err(RenderError::ParseJson),
            Text::Shared(text) => {
                self.charge(text.len())?;
                let own = |error: JsonError| RenderError::ParseJson(error);
                parse_json(text).map_err(own).map(|value| to_owned(&value))
            }
        }
    }
}

/// A parsed value that borrows from nothing. Its nesting is bounded by the reader.
fn to_owned<'a>(value: &Value<'_>) -> Value<'a> {
    match value {
        Value::Bool(truth) => Value::Bool(*truth),
        Value::Number(number) => Value::Number(number.clone()),
        Value::Text(text) => Value::string(text.as_str()),
        Value::List(list) => Value::List(List::new(
            ListKind::Json,
            list.with(|elements| elements.iter().map(to_owned).collect()),
        )),
        Value::Map(map) => {
            let mut data = MapData::with_capacity(map.len());
            map.with(|members| {
                for (key, member) in members.entries() {
                    data.put(Key::text(Text::Shared(key.as_str().into())), to_owned(member));
                }
            });
            Value::Map(Map::new(data))
        }
        Value::Null | Value::Special(_) => Value::Null,
    }
}

fn escape_java_script(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for character in text.chars() {
        match character {
            '\'' | '"' | '\\' | '/' => out.extend(['\\', character]),
            '\u{8}' => out.push_str("\\b"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            ' '..='\u{7f}' => out.push(character),
            other => {
                for unit in other.encode_utf16(&mut [0; 2]) {
                    write!(out, "\\u{unit:04X}").expect("writing to a string cannot fail");
                }
            }
        }
    }
    out
}

/// `application/x-www-form-urlencoded`, as `URLEncoder` writes it.
fn url_encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'*' | b'_' => out.push(char::from(byte)),
            b' ' => out.push('+'),
            other => write!(out, "%{other:02X}").expect("writing to a string cannot fail"),
        }
    }
    out
}

fn url_decode(text: &str) -> Result<String, &'static str> {
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'+' => out.push(b' '),
            b'%' => {
                let (Some(high), Some(low)) = (bytes.next(), bytes.next()) else {
                    return Err("incomplete trailing escape (%) pattern");
                };
                let digit =
                    |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
                match (digit(high), digit(low)) {
                    (Some(high), Some(low)) => out.push(high * 16 + low),
                    _ => return Err("illegal hex characters in escape (%) pattern"),
                }
            }
            other => out.push(other),
        }
    }
    Ok(String::from_utf8_lossy(&out).into_owned())
}
