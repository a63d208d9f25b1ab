//! HTTP as the protocols see it: a request's raw parts going in, a reply's parts coming out.
//!
//! The request keeps its *raw* target, because SigV4 signs the bytes the client sent and not what a URL parser made of
//! them. Percent-encoding follows RFC 3986 §2; forms also read `+` as a blank (HTML, `x-www-form-urlencoded`).
use std::borrow::Cow;

/// A request, borrowed from whoever read it.
#[derive(Clone, Copy, Debug)]
pub struct HttpRequest<'a> {
    /// The method, as sent.
    pub method: &'a str,
    /// The request target in origin form, as sent: raw path, and `?` with the raw query where there is one.
    pub target: &'a str,
    /// The headers in order; names in any case, values as bytes. `host` must be there, from `:authority` in HTTP/2.
    pub headers: &'a [(&'a str, &'a [u8])],
    /// The whole body.
    pub body: &'a [u8],
}

impl<'a> HttpRequest<'a> {
    /// The raw path.
    pub fn path(&self) -> &'a str {
        self.target.split_once('?').map_or(self.target, |(path, _)| path)
    }

    /// The raw query string, empty where there is none.
    pub fn query(&self) -> &'a str {
        self.target.split_once('?').map_or("", |(_, query)| query)
    }

    /// The first header of that name, if its value is text.
    pub fn header(&self, name: &str) -> Option<&'a str> {
        let found = self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name))?;
        std::str::from_utf8(found.1).ok().map(str::trim)
    }

    /// The first query parameter of that name, decoded.
    pub fn query_parameter(&self, name: &str) -> Option<String> {
        pairs(self.query())
            .find(|(key, _)| percent_decode(key, false).as_deref() == Some(name))
            .and_then(|(_, value)| percent_decode(value, false))
    }
}

/// A reply to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HttpReply {
    /// The status code.
    pub status: u16,
    /// Headers without `content-length`, `date` and `connection`, which are the listener's.
    pub headers: Vec<(Cow<'static, str>, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl HttpReply {
    /// The first header of that name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

/// The raw `key`, `value` pairs of a query string or form; empty pieces are skipped.
pub(crate) fn pairs(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.split('&')
        .filter(|piece| !piece.is_empty())
        .map(|piece| piece.split_once('=').unwrap_or((piece, "")))
}

/// Undoes percent-encoding; `None` if an escape is malformed or the bytes are not UTF-8.
pub(crate) fn percent_decode(text: &str, plus: bool) -> Option<String> {
    let bytes = text.as_bytes();
    if !bytes.iter().any(|byte| *byte == b'%' || (plus && *byte == b'+')) {
        return Some(text.to_owned());
    }
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'%' => {
                let (high, low) = (hex_digit(*bytes.get(at)?)?, hex_digit(*bytes.get(at + 1)?)?);
                out.push(high << 4 | low);
                at += 2;
            }
            b'+' if plus => out.push(b' '),
            _ => out.push(byte),
        }
    }
    String::from_utf8(out).ok()
}

fn hex_digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

/// Appends `text` with everything but RFC 3986's unreserved characters escaped.
pub(crate) fn percent_encode(text: &str, out: &mut String) {
    percent_encode_bytes(text.as_bytes(), false, out);
}

/// Appends bytes with everything but the unreserved characters (and `/`, if kept) escaped.
pub(crate) fn percent_encode_bytes(bytes: &[u8], keep_slash: bool, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for &byte in bytes {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            b'/' if keep_slash => out.push('/'),
            _ => {
                out.push('%');
                out.push(char::from(HEX[usize::from(byte >> 4)]));
                out.push(char::from(HEX[usize::from(byte & 15)]));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{HttpRequest, percent_decode, percent_encode};

    #[test]
    fn malformed_escapes_are_refused() {
        for text in ["%", "%4", "%zz", "a%", "%ff", "%C3"] {
            assert_eq!(percent_decode(text, true), None, "{text}");
        }
        assert_eq!(percent_decode("a+b%2B", true).as_deref(), Some("a b+"));
        assert_eq!(percent_decode("a+b", false).as_deref(), Some("a+b"));
    }

    #[test]
    fn encoding_comes_back() {
        let mut out = String::new();
        percent_encode("関所 /+~%", &mut out);
        assert_eq!(out, "%E9%96%A2%E6%89%80%20%2F%2B~%25");
        assert_eq!(percent_decode(&out, true).as_deref(), Some("関所 /+~%"));
    }

    #[test]
    fn target_splits_at_the_first_mark() {
        let request = HttpRequest {
            method: "GET",
            target: "/a?b=c%3Fd?e&f",
            headers: &[("X-One", b" 1 "), ("x-bad", b"\xff")],
            body: b"",
        };
        assert_eq!((request.path(), request.query()), ("/a", "b=c%3Fd?e&f"));
        assert_eq!(request.query_parameter("b").as_deref(), Some("c?d?e"));
        assert_eq!(request.query_parameter("f").as_deref(), Some(""));
        assert_eq!((request.header("x-one"), request.header("x-bad")), (Some("1"), None));
    }
}
