//! The canonical request: method, path, query, headers and body hash in the one form both sides can build.
use super::authorization::{Authorization, Form};
use crate::http::{HttpRequest, pairs, percent_encode_bytes};

/// What a raw `+` in the query string stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PlusMeans {
    /// A blank, as in forms.
    Blank,
    /// Itself.
    Plus,
}

/// How to build it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Canonical<'a> {
    pub(crate) request: &'a HttpRequest<'a>,
    pub(crate) authorization: &'a Authorization,
    pub(crate) normalize_path: bool,
    pub(crate) plus: PlusMeans,
    /// Whether the query string's session token was signed.
    pub(crate) with_token: bool,
}

impl Canonical<'_> {
    /// The text, with the body's hash; `None` if a signed header is not there.
    pub(crate) fn text(&self, body: &str) -> Option<String> {
        let request = self.request;
        let mut out = String::with_capacity(512);
        out.push_str(request.method);
        out.push('\n');
        path(request.path(), self.normalize_path, &mut out);
        out.push('\n');
        self.query(&mut out);
        out.push('\n');
        for name in self.authorization.signed_headers.split(';') {
            out.push_str(name);
            out.push(':');
            if !header(request, name, &mut out) {
                return None;
            }
            out.push('\n');
        }
        out.push('\n');
        out.push_str(&self.authorization.signed_headers);
        out.push('\n');
        out.push_str(body);
        Some(out)
    }

    fn query(&self, out: &mut String) {
        let presigned = self.authorization.form == Form::Query;
        let mut sorted: Vec<(String, String)> = pairs(self.request.query())
            .filter(|(key, _)| !(presigned && *key == "X-Amz-Signature"))
            .filter(|(key, _)| self.with_token || *key != "X-Amz-Security-Token")
            .map(|(key, value)| (recode(key, self.plus), recode(value, self.plus)))
            .collect();
        sorted.sort();
        for (at, (key, value)) in sorted.iter().enumerate() {
            if at > 0 {
                out.push('&');
            }
            out.push_str(key);
            out.push('=');
            out.push_str(value);
        }
    }
}

/// Decodes and encodes a piece of a query string, so that equal texts become equal; a malformed escape is literal.
fn recode(text: &str, plus: PlusMeans) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match (byte, after) {
            (b'%', [high, low, tail @ ..]) if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                let digit = |byte: u8| match byte {
                    b'0'..=b'9' => byte - b'0',
                    _ => (byte | 0x20) - b'a' + 10,
                };
                bytes.push(digit(*high) << 4 | digit(*low));
                rest = tail;
            }
            (b'+', _) if plus == PlusMeans::Blank => bytes.push(b' '),
            _ => bytes.push(byte),
        }
    }
    let mut out = String::with_capacity(bytes.len());
    percent_encode_bytes(&bytes, false, &mut out);
    out
}

/// Appends the path, encoded once more, dots and double slashes resolved if asked for.
pub(crate) fn path(raw: &str, normalize: bool, out: &mut String) {
    let raw = if raw.is_empty() { "/" } else { raw };
    if !normalize {
        return percent_encode_bytes(raw.as_bytes(), true, out);
    }
    let mut kept: Vec<&str> = Vec::new();
    let mut folder = true;
    for piece in raw.split('/') {
        folder = matches!(piece, "" | "." | "..");
        match piece {
            "" | "." => {}
            ".." => {
                kept.pop();
            }
            _ => kept.push(piece),
        }
    }
    for piece in &kept {
        out.push('/');
        percent_encode_bytes(piece.as_bytes(), false, out);
    }
    if folder || kept.is_empty() {
        out.push('/');
    }
}

/// Appends all values of a header, trimmed, inner blanks folded, joined by commas; false if there is none.
fn header(request: &HttpRequest<'_>, name: &str, out: &mut String) -> bool {
    let mut found = false;
    for (_, value) in request.headers.iter().filter(|(key, _)| key.eq_ignore_ascii_case(name)) {
        if found {
            out.push(',');
        }
        found = true;
        let text = String::from_utf8_lossy(value);
        for (at, word) in text.split([' ', '\t', '\r', '\n']).filter(|word| !word.is_empty()).enumerate() {
            if at > 0 {
                out.push(' ');
            }
            out.push_str(word);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{PlusMeans, path, recode};

    #[test]
    fn paths() {
        for (raw, normal) in [
            ("", "/"),
            ("/", "/"),
            ("//", "/"),
            ("/a/./b/../c", "/a/c"),
            ("/../..", "/"),
            ("/a/..", "/"),
            ("/a/", "/a/"),
            ("/a/.", "/a/"),
            ("/a%20b", "/a%2520b"),
            ("/a%2Fb", "/a%252Fb"),
        ] {
            let mut out = String::new();
            path(raw, true, &mut out);
            assert_eq!(out, normal, "{raw}");
        }
    }

    #[test]
    fn equal_texts_become_equal() {
        for (raw, coded) in [
            ("%7e", "~"),
            ("~", "~"),
            ("%2f", "%2F"),
            ("a b", "a%20b"),
            ("%", "%25"),
            ("%zz", "%25zz"),
            ("%ff", "%FF"),
        ] {
            assert_eq!(recode(raw, PlusMeans::Blank), coded, "{raw}");
        }
        assert_eq!(recode("a+b", PlusMeans::Blank), "a%20b");
        assert_eq!(recode("a+b", PlusMeans::Plus), "a%2Bb");
    }
}
