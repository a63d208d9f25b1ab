//! A request's path: the stage, and the resource path in the one form that routing and policies share.
//!
//! Each segment is percent-decoded once and never twice; a slash that was encoded stays encoded, so that `a%2Fb` is one
//! segment to the router and to a policy alike and no encoding leads past a Deny. A segment that does not decode to
//! UTF-8 stays as it was sent. Paths with `.`, `..` or empty segments are no resource: backends disagree on what those
//! mean, so a policy could not guard them. A slash at the end is ignored. Source: the API Gateway guide, "Amazon API
//! Gateway important notes"; divergences where it is silent.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

/// A path taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TargetPath<'a> {
    /// The first segment, as sent; empty where there is none.
    pub(crate) stage: &'a str,
    /// What follows, as sent, without slashes at either end.
    pub(crate) raw: &'a str,
    /// The same, decoded segment by segment.
    pub(crate) normal: Cow<'a, str>,
    /// Whether it can be a resource at all.
    pub(crate) servable: bool,
}

impl<'a> TargetPath<'a> {
    /// Takes a path apart.
    pub(crate) fn new(path: &'a str) -> Self {
        let path = path.strip_prefix('/').unwrap_or("");
        let (stage, raw) = first_segment(path);
        let raw = raw.unwrap_or("");
        let raw = raw.strip_suffix('/').unwrap_or(raw);
        if !raw.bytes().any(|byte| byte == b'%') {
            let servable = raw.is_empty() || all_servable(raw);
            return Self { stage, raw, normal: Cow::Borrowed(raw), servable };
        }
        let mut normal = String::with_capacity(raw.len());
        let mut servable = true;
        for (index, segment) in raw.split('/').enumerate() {
            if index > 0 {
                normal.push('/');
            }
            let segment = decode_segment(segment);
            servable &= is_servable(&segment);
            normal.push_str(&segment);
        }
        Self { stage, raw, normal: Cow::Owned(normal), servable }
    }

    /// The value of one segment, by number; wholly decoded.
    pub(crate) fn segment(&self, index: usize) -> Cow<'a, str> {
        decode(self.raw.split('/').nth(index).unwrap_or(""))
    }

    /// All segments from a number on, each decoded but for its slashes.
    pub(crate) fn segments_from(&self, index: usize) -> String {
        self.normal.splitn(index + 1, '/').nth(index).unwrap_or("").to_owned()
    }
}

/// The first segment of a path, and what follows its slash. Segments are short: a plain loop over the bytes is quicker
/// than preparing a search.
pub(crate) fn first_segment(path: &str) -> (&str, Option<&str>) {
    let slash = path.bytes().position(|byte| byte == b'/');
    match slash.and_then(|at| Some((path.get(..at)?, path.get(at + 1..)?))) {
        Some((segment, rest)) => (segment, Some(rest)),
        None => (path, None),
    }
}

fn all_servable(path: &str) -> bool {
    let mut rest = Some(path);
    while let Some(path) = rest {
        let (segment, below) = first_segment(path);
        if !is_servable(segment) {
            return false;
        }
        rest = below;
    }
    true
}

fn is_servable(segment: &str) -> bool {
    !matches!(segment, "" | "." | "..")
}

/// The text a percent-encoded text stands for, or the text itself where that is no UTF-8.
pub(crate) fn decode(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8().unwrap_or(Cow::Borrowed(text))
}

fn decode_segment(segment: &str) -> Cow<'_, str> {
    match decode(segment) {
        Cow::Owned(decoded) if decoded.contains('/') => Cow::Owned(decoded.replace('/', "%2F")),
        decoded => decoded,
    }
}

/// The parameters of a query in order, names and values decoded; `&` and `;` separate, `+` is a blank.
pub(crate) fn query_parameters(query: &str) -> Vec<(String, String)> {
    let pairs = query.split(['&', ';']).filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode_form(name), decode_form(value))
        })
        .collect()
}

fn decode_form(text: &str) -> String {
    if text.contains('+') { decode(&text.replace('+', " ")).into_owned() } else { decode(text).into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, expected: &str) {
        let path = TargetPath::new(path);
        let shown = format!("{} | {} | {}", path.stage, path.normal, if path.servable { "ok" } else { "no" });
        assert_eq!(shown, expected);
    }

    #[test]
    fn paths_are_taken_apart() {
        check("/prod", "prod |  | ok");
        check("/prod/", "prod |  | ok");
        check("/prod/pets/1", "prod | pets/1 | ok");
        check("/prod/pets/", "prod | pets | ok");
        check("/prod/pets//", "prod | pets/ | no");
        check("/prod//pets", "prod | /pets | no");
        check("//pets", " | pets | ok");
        check("/", " |  | ok");
        check("*", " |  | ok");
        check("", " |  | ok");
        check("/prod/%70ets/a%2Fb", "prod | pets/a%2Fb | ok");
        check("/prod/a%252Fb", "prod | a%2Fb | ok");
        check("/prod/%2e%2E/x", "prod | ../x | no");
        check("/prod/a%2F..%2Fb", "prod | a%2F..%2Fb | ok");
        check("/prod/%FF", "prod | %FF | ok");
        check("/prod/%", "prod | % | ok");
        check("/prod/%E7%8C%AB", "prod | 猫 | ok");
    }

    #[test]
    fn values_are_decoded_once() {
        let path = TargetPath::new("/prod/a%2Fb/c%252Fd/e");
        assert_eq!(path.segment(0), "a/b");
        assert_eq!(path.segment(1), "c%2Fd");
        assert_eq!(path.segments_from(1), "c%2Fd/e");
        assert_eq!(path.segments_from(0), "a%2Fb/c%2Fd/e");
        assert_eq!(path.segments_from(9), "");
    }

    #[test]
    fn query_parameters_keep_order_and_repeats() {
        let found = query_parameters("a=1&b=x+y;a=%26&&c&=z&d=%zz");
        let shown: Vec<String> = found.iter().map(|(name, value)| format!("{name}:{value}")).collect();
        assert_eq!(shown.join(" | "), "a:1 | b:x y | a:& | c: | :z | d:%zz");
    }
}
