//! A permissive JSON reader: what API Gateway reads bodies with.
//!
//! It is json-smart's permissive mode, whose verdicts API Gateway's own error texts show. Bare text is a string,
//! quotes may be single or missing, commas may be too many, what follows the first value is not looked at, numbers
//! may have leading zeros. What starts like JSON and breaks off is an error.
//!
//! Strings without escapes borrow from the text, so reading allocates once per array and object. Nesting is bounded
//! by [`JSON_DEPTH_MAX`]; time and memory are linear in the text.

use crate::limits::JSON_DEPTH_MAX;
use crate::value::{Key, List, ListKind, Map, MapData, Number, Text, Value};

/// Why a text is not JSON, even permissively.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum JsonError {
    /// An array, object or string is not closed.
    #[error("unexpected end of text at byte {0}")]
    End(usize),
    /// A character that cannot stand here.
    #[error("unexpected character `{character}` at byte {at}")]
    Character {
        /// The character.
        character: char,
        /// Where, in bytes from 0.
        at: usize,
    },
    /// `\u` or `\x` is not followed by hexadecimal digits.
    #[error("broken escape sequence at byte {0}")]
    Escape(usize),
    /// Arrays and objects are nested too deeply.
    #[error("nested more than {JSON_DEPTH_MAX} levels deep")]
    Depth,
}

/// Reads a JSON text permissively. Strings borrow from `text`.
///
/// ```
/// let value = sekisho_vtl::parse_json("{'a': 1, b: [true,],}")?;
/// assert_eq!(value.to_json().as_deref(), Some(r#"{"a":1,"b":[true]}"#));
/// # Ok::<(), sekisho_vtl::JsonError>(())
/// ```
///
/// # Errors
/// If the text starts like JSON and breaks, or is nested more than [`JSON_DEPTH_MAX`] levels deep.
pub fn parse_json(text: &str) -> Result<Value<'_>, JsonError> {
    let mut reader = Reader { text, bytes: text.as_bytes(), at: 0, depth: 0, error: None };
    reader.skip_blanks();
    match reader.peek() {
        None => Ok(Value::text("")),
        Some(b'}' | b']' | b':') => Err(reader.unexpected()),
        Some(_) => reader.value(None).ok_or_else(|| reader.error.unwrap_or(JsonError::End(text.len()))),
    }
}

struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    depth: u32,
    /// Why there is no value. Values travel alone, because moving them inside results costs as much as reading them.
    error: Option<JsonError>,
}

impl<'a> Reader<'a> {
    fn fail<T>(&mut self, error: JsonError) -> Option<T> {
        self.error = Some(error);
        None
    }

    fn kept<T>(&mut self, result: Result<T, JsonError>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(error) => self.fail(error),
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn slice(&self, from: usize, to: usize) -> &'a str {
        self.text.get(from..to).unwrap_or_default()
    }

    fn unexpected(&self) -> JsonError {
        match self.text.get(self.at..).and_then(|rest| rest.chars().next()) {
            Some(character) => JsonError::Character { character, at: self.at },
            None => JsonError::End(self.at),
        }
    }

    /// A value that ends before a comma or `close`, or, with no `close`, where the text ends. The next byte is not blank.
    fn value(&mut self, close: Option<u8>) -> Option<Value<'a>> {
        match self.peek() {
            None => self.fail(JsonError::End(self.at)),
            Some(b'{') => self.nested(Self::object),
            Some(b'[') => self.nested(Self::array),
            Some(b'"' | b'\'') => {
                let text = self.quoted();
                self.kept(text).map(Value::Text)
            }
            Some(b'}' | b']' | b':') => self.fail(self.unexpected()),
            Some(_) => Some(bare_value(match close {
                Some(close) => self.bare(|byte| byte == b',' || byte == close),
                None => self.bare(|_| false),
            })),
        }
    }

    fn nested(&mut self, read: fn(&mut Self) -> Option<Value<'a>>) -> Option<Value<'a>> {
        if self.depth >= JSON_DEPTH_MAX {
            return self.fail(JsonError::Depth);
        }
        self.depth += 1;
        self.at += 1;
        let value = read(self);
        self.depth -= 1;
        value
    }

    fn array(&mut self) -> Option<Value<'a>> {
        let mut elements = Vec::new();
        loop {
            self.skip_blanks();
            match self.peek() {
                Some(b']') => {
                    self.at += 1;
                    return Some(Value::List(List::new(ListKind::Json, elements)));
                }
                Some(b',') => self.at += 1,
                _ => elements.push(self.value(Some(b']'))?),
            }
        }
    }

    fn object(&mut self) -> Option<Value<'a>> {
        let mut data = MapData::with_capacity(4);
        loop {
            self.skip_blanks();
            match self.peek() {
                Some(b'}') => {
                    self.at += 1;
                    return Some(Value::Map(Map::new(data)));
                }
                Some(b',') => self.at += 1,
                _ => {
                    let name = self.name();
                    let name = self.kept(name)?;
                    self.skip_blanks();
                    let value = self.value(Some(b'}'))?;
                    data.put(Key::text(name), value);
                    let after = self.after_member();
                    self.kept(after)?;
                }
            }
        }
    }

    fn name(&mut self) -> Result<Text<'a>, JsonError> {
        let name = match self.peek() {
            Some(b'"' | b'\'') => self.quoted()?,
            Some(b'{' | b'[' | b']' | b':') => return Err(self.unexpected()),
            _ => Text::Borrowed(self.bare(|byte| byte == b':')),
        };
        self.skip_blanks();
        match self.peek() {
            Some(b':') => self.at += 1,
            _ => return Err(self.unexpected()),
        }
        Ok(name)
    }

    fn after_member(&mut self) -> Result<(), JsonError> {
        self.skip_blanks();
        match self.peek() {
            Some(b',' | b'}') => Ok(()),
            _ => Err(self.unexpected()),
        }
    }

    /// Text without quotes, up to where `stops` says, without the blanks at its end.
    fn bare(&mut self, stops: impl Fn(u8) -> bool) -> &'a str {
        let from = self.at;
        let rest = self.bytes.get(from..).unwrap_or_default();
        let length = rest.iter().position(|byte| stops(*byte)).unwrap_or(rest.len());
        self.at = from + length;
        let text = rest.get(..length).unwrap_or_default();
        let blanks =
            text.iter().rev().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).count();
        self.slice(from, from + length - blanks)
    }

    /// A quoted string; the next byte is the quote.
    fn quoted(&mut self) -> Result<Text<'a>, JsonError> {
        let quote = self.peek().unwrap_or(b'"');
        self.at += 1;
        let from = self.at;
        let rest = self.bytes.get(from..).unwrap_or_default();
        match rest.iter().position(|byte| *byte == quote || *byte == b'\\') {
            None => Err(JsonError::End(self.bytes.len())),
            Some(length) if rest.get(length) == Some(&quote) => {
                self.at = from + length + 1;
                Ok(Text::Borrowed(self.slice(from, from + length)))
            }
            Some(length) => {
                self.at = from + length;
                self.escaped(quote, self.slice(from, from + length))
            }
        }
    }

    /// The rest of a string that has escapes: `start` is what precedes the first.
    fn escaped(&mut self, quote: u8, start: &str) -> Result<Text<'a>, JsonError> {
        let mut out = String::with_capacity(start.len() + 16);
        out.extend(start.chars().filter(|character| !character.is_ascii_control()));
        loop {
            let from = self.at;
            while self.peek().is_some_and(|byte| byte != quote && byte != b'\\') {
                self.at += 1;
            }
            // json-smart drops control characters from strings that have an escape, and only from those.
            out.extend(self.slice(from, self.at).chars().filter(|character| !character.is_ascii_control()));
            match self.peek() {
                None => return Err(JsonError::End(self.at)),
                Some(b'\\') => self.escape(&mut out)?,
                Some(_) => {
                    self.at += 1;
                    return Ok(Text::from(out));
                }
            }
        }
    }

    fn escape(&mut self, out: &mut String) -> Result<(), JsonError> {
        self.at += 1;
        let Some(byte) = self.peek() else { return Err(JsonError::End(self.at)) };
        self.at += 1;
        match byte {
            b'"' | b'\'' | b'\\' | b'/' => out.push(char::from(byte)),
            b'b' => out.push('\u{8}'),
            b'f' => out.push('\u{c}'),
            b'n' => out.push('\n'),
            b'r' => out.push('\r'),
            b't' => out.push('\t'),
            b'x' => out.push(char::from_u32(self.hex(2)?).unwrap_or('?')),
            b'u' => self.unicode_escape(out)?,
            // Any other pair is dropped. The second may be the first byte of a longer character.
            _ => self.at = self.next_boundary(),
        }
        Ok(())
    }

    fn next_boundary(&self) -> usize {
        (self.at..=self.text.len()).find(|at| self.text.is_char_boundary(*at)).unwrap_or(self.text.len())
    }

    /// `\uXXXX`; two halves of a pair make one character, half a pair makes `?` as it does when Java encodes it.
    fn unicode_escape(&mut self, out: &mut String) -> Result<(), JsonError> {
        let first = self.hex(4)?;
        if !(0xd800..0xdc00).contains(&first) {
            out.push(char::from_u32(first).unwrap_or('?'));
            return Ok(());
        }
        let before = self.at;
        if self.bytes.get(self.at..self.at + 2) == Some(b"\\u") {
            self.at += 2;
            let second = self.hex(4)?;
            if (0xdc00..0xe000).contains(&second) {
                let scalar = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
                out.push(char::from_u32(scalar).unwrap_or('?'));
                return Ok(());
            }
            self.at = before;
        }
        out.push('?');
        Ok(())
    }

    fn hex(&mut self, digits: usize) -> Result<u32, JsonError> {
        let text = self.text.get(self.at..self.at + digits).ok_or(JsonError::Escape(self.at))?;
        if !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(JsonError::Escape(self.at));
        }
        self.at += digits;
        u32::from_str_radix(text, 16).map_err(|_| JsonError::Escape(self.at))
    }
}

/// What text without quotes means.
fn bare_value(text: &str) -> Value<'_> {
    match text {
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        "null" => Value::Null,
        "NaN" => Value::Number(Number::Double(f64::NAN)),
        _ => number(text).map_or_else(|| Value::text(text), Value::Number),
    }
}

/// Characters from which a fraction is kept as written instead of being rounded to a double.
const DECIMAL_FROM: usize = 19;

fn number(text: &str) -> Option<Number> {
    let bytes = text.as_bytes();
    let digits_from = usize::from(bytes.first() == Some(&b'-'));
    let count = |from: usize| bytes.iter().skip(from).take_while(|byte| byte.is_ascii_digit()).count();
    let integer = count(digits_from);
    let mut at = digits_from + integer;
    if at == bytes.len() {
        return match integer {
            // A minus alone is read as zero.
            0 if digits_from == 1 => Some(Number::Int(0)),
            0 => None,
            _ => Some(Number::from_digits(text)),
        };
    }
    if integer == 0 {
        return None;
    }
    if bytes.get(at) == Some(&b'.') {
        at += 1 + count(at + 1);
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        at += 1;
        at += usize::from(matches!(bytes.get(at), Some(b'+' | b'-')));
        let exponent = count(at);
        if exponent == 0 {
            return None;
        }
        at += exponent;
    }
    if at != bytes.len() {
        return None;
    }
    match decimal_text(text) {
        Some(decimal) if text.len() >= DECIMAL_FROM => Some(Number::Decimal(decimal.into())),
        _ => text.parse().ok().map(Number::Double),
    }
}

/// `BigDecimal.toString` of a number text; `None` if its exponent is absurd.
fn decimal_text(text: &str) -> Option<String> {
    let (sign, text) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let exponent: i64 = exponent.strip_prefix('+').unwrap_or(exponent).parse().ok()?;
    if exponent.abs() > 1_000_000 {
        return None;
    }
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let joined = format!("{whole}{fraction}");
    let digits = match joined.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    };
    let scale = i64::try_from(fraction.len()).ok()? - exponent;
    let length = i64::try_from(digits.len()).ok()?;
    let adjusted = length - 1 - scale;
    if scale == 0 {
        return Some(format!("{sign}{digits}"));
    }
    if scale > 0 && adjusted >= -6 {
        let scale = usize::try_from(scale).ok()?;
        let padded = format!("{digits:0>width$}", width = scale + 1);
        let (whole, fraction) = padded.split_at(padded.len() - scale);
        return Some(format!("{sign}{whole}.{fraction}"));
    }
    let (first, rest) = digits.split_at(1);
    let dot = if rest.is_empty() { "" } else { "." };
    let plus = if adjusted < 0 { "" } else { "+" };
    Some(format!("{sign}{first}{dot}{rest}E{plus}{adjusted}"))
}

#[cfg(test)]
#[path = "json_tests.rs"]
mod tests;
