//! `BinaryEquals`: base64 texts that stand for the same bytes.
//!
//! Only the canonical spelling (RFC 4648 section 4, padding required, unused bits zero) is taken, in which equal bytes
//! are equal texts; so nothing needs to be decoded at a request.

use crate::context::Value;

/// Whether the text is canonical base64.
pub(crate) fn is_canonical(text: &str) -> bool {
    let body = text.trim_end_matches('=');
    let padding = text.len() - body.len();
    let unused_bits_mask = match padding {
        0 => 0,
        1 => 0b11,
        2 => 0b1111,
        _ => return false,
    };
    text.len().is_multiple_of(4)
        && body.bytes().all(|b| sextet(b).is_some())
        && body.bytes().last().and_then(sextet).is_none_or(|last| last & unused_bits_mask == 0)
}

fn sextet(byte: u8) -> Option<u8> {
    match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wanted(Box<[Box<str>]>);

impl Wanted {
    pub(crate) fn new(values: &[String]) -> Self {
        Self(values.iter().filter(|value| is_canonical(value)).map(|value| value.as_str().into()).collect())
    }

    pub(crate) fn matches(&self, value: &Value<'_>) -> bool {
        match value {
            Value::Text(text) => self.0.iter().any(|wanted| **wanted == **text),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_canonical_spelling_is_base64() {
        for text in ["", "QUJD", "QQ==", "QUI=", "+/+/"] {
            assert!(is_canonical(text), "{text}");
        }
        for text in ["Q", "QQ", "QR==", "QUJ=", "=", "====", "QUJD=", "QU-_", "Q===", "QQ==QQ=="] {
            assert!(!is_canonical(text), "{text}");
        }
    }
}
