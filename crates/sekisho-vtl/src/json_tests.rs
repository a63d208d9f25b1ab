//! What json-smart makes of odd texts, found by running it, against what the reader makes of them.

use super::*;

/// Text, and the JSON it reads as (`None`: refused).
const ODD_TEXTS: &[(&str, Option<&str>)] = &[
    ("{\"a\":1 \"b\":2}", Some("{\"a\":\"1 \\\"b\\\":2\"}")),
    ("{a:b c, d:e}", Some("{\"a\":\"b c\",\"d\":\"e\"}")),
    ("{a:}", None),
    ("{a}", None),
    ("{\"a\":1}}", Some("{\"a\":1}")),
    ("{\"a\":1} x", Some("{\"a\":1}")),
    ("[1,2,]", Some("[1,2]")),
    ("[1,,2]", Some("[1,2]")),
    ("[,]", Some("[]")),
    ("{,}", Some("{}")),
    ("[1 2]", Some("[\"1 2\"]")),
    ("  {\"a\":1}", Some("{\"a\":1}")),
    ("\"abc\"", Some("\"abc\"")),
    ("\"abc", None),
    ("abc def", Some("\"abc def\"")),
    ("12", Some("12")),
    ("12abc", Some("\"12abc\"")),
    ("-", Some("0")),
    ("1.", Some("1.0")),
    (".5", Some("\".5\"")),
    ("+5", Some("\"+5\"")),
    ("1e5", Some("100000.0")),
    ("1E400", Some("null")),
    ("1.5e-3", Some("0.0015")),
    ("true", Some("true")),
    ("True", Some("\"True\"")),
    ("nul", Some("\"nul\"")),
    ("truex", Some("\"truex\"")),
    ("NaN", Some("NaN")),
    ("Infinity", Some("\"Infinity\"")),
    ("{\"a\":NaN}", Some("{\"a\":NaN}")),
    ("{\"a\":tru}", Some("{\"a\":\"tru\"}")),
    ("{\"a\":0x1F}", Some("{\"a\":\"0x1F\"}")),
    ("{\"a\":1.0}", Some("{\"a\":1.0}")),
    ("{\"a\":10.00}", Some("{\"a\":10.0}")),
    ("{\"a\":123456789012345678901.5}", Some("{\"a\":123456789012345678901.5}")),
    ("{\"a\":0.1234567890123456789}", Some("{\"a\":0.1234567890123456789}")),
    ("{\"a\":1e25}", Some("{\"a\":1.0E25}")),
    ("{\"a\":12345678901}", Some("{\"a\":12345678901}")),
    ("{\"a\":-0}", Some("{\"a\":0}")),
    ("{\"a\":00}", Some("{\"a\":0}")),
    ("{\"a\":-}", Some("{\"a\":0}")),
    ("{\"a\":1-2}", Some("{\"a\":\"1-2\"}")),
    ("{\"a\":\"x\ny\"}", Some("{\"a\":\"x\\ny\"}")),
    ("{\"a\":\"\\q\"}", Some("{\"a\":\"\"}")),
    ("{\"a\":\"\\x41\"}", Some("{\"a\":\"A\"}")),
    ("{\"a\":\"\\u12\"}", None),
    ("{\"a\":\"\\ud800\"}", Some("{\"a\":\"?\"}")),
    ("{'a':'it\\'s'}", Some("{\"a\":\"it's\"}")),
    ("{\"a\":'x\"y'}", Some("{\"a\":\"x\\\"y\"}")),
    ("{\"a\":1,}", Some("{\"a\":1}")),
    ("{\"a\":1,,\"b\":2}", Some("{\"a\":1,\"b\":2}")),
    ("{\"a\" 1}", None),
    ("{1:2}", Some("{\"1\":2}")),
    ("{\"a\":{\"b\":{\"c\":[[]]}}}", Some("{\"a\":{\"b\":{\"c\":[[]]}}}")),
    ("[", None),
    ("{", None),
    ("{\"a\"", None),
    ("{\"a\":", None),
    ("{\"a\":\"x", None),
    ("[1", None),
    ("[1,", None),
    ("[]]", Some("[]")),
    ("[] ", Some("[]")),
    ("\t\n", Some("\"\"")),
    ("{} // c", Some("{}")),
    ("/*c*/{}", Some("\"/*c*/{}\"")),
    ("{\"a\":/*c*/1}", Some("{\"a\":\"/*c*/1\"}")),
    ("a,b", Some("\"a,b\"")),
    ("a:b", Some("\"a:b\"")),
    ("a]b", Some("\"a]b\"")),
    ("[a b]", Some("[\"a b\"]")),
    ("[a b, c]", Some("[\"a b\",\"c\"]")),
    ("[\"a\"b]", Some("[\"a\",\"b\"]")),
    ("[\"a\" \"b\"]", Some("[\"a\",\"b\"]")),
    ("[a\"b]", Some("[\"a\\\"b\"]")),
    ("{\"a\"b:1}", None),
    ("{a\"b:1}", Some("{\"a\\\"b\":1}")),
    ("{\"\":1}", Some("{\"\":1}")),
    ("{:1}", None),
    ("=x", Some("\"=x\"")),
    ("<xml a=\"b\"/>", Some("\"<xml a=\\\"b\\\"/>\"")),
    ("a&b=c", Some("\"a&b=c\"")),
    ("--x", Some("\"--x\"")),
    ("{\"a\":[1,{\"b\":2},]}", Some("{\"a\":[1,{\"b\":2}]}")),
    ("}", None),
    ("]", None),
    (",", Some("\",\"")),
    (":x", None),
    ("{\"a\":1;\"b\":2}", Some("{\"a\":\"1;\\\"b\\\":2\"}")),
    ("[1;2]", Some("[\"1;2\"]")),
    ("{\"a\"=1}", None),
    ("it's", Some("\"it's\"")),
    ("'a'", Some("\"a\"")),
    ("'a' b", Some("\"a\"")),
    ("\"a\" b", Some("\"a\"")),
    ("1 2", Some("\"1 2\"")),
    ("1,2", Some("\"1,2\"")),
    ("true false", Some("\"true false\"")),
    ("[true false]", Some("[\"true false\"]")),
    ("[01]", Some("[1]")),
    ("[1.2.3]", Some("[\"1.2.3\"]")),
    ("[1e]", Some("[\"1e\"]")),
    ("[-a]", Some("[\"-a\"]")),
    ("[-1a]", Some("[\"-1a\"]")),
    ("{\"s\":\"\u{1}\u{7f}\u{2028}\"}", Some("{\"s\":\"\\u0001\\u007F\\u2028\"}")),
    ("{\"a\":1.10,\"b\":100000000.0,\"c\":1e-7}", Some("{\"a\":1.1,\"b\":1.0E8,\"c\":1.0E-7}")),
    ("\u{feff}{}", Some("\"\u{feff}{}\"")),
    (
        "{\"a\":12345678901234567,\"b\":1234567890123456789,\"c\":-9223372036854775808,\"d\":9223372036854775807}",
        Some(
            "{\"a\":12345678901234567,\"b\":1234567890123456789,\"c\":-9223372036854775808,\"d\":9223372036854775807}",
        ),
    ),
    ("{\"f\":1.7976931348623157}", Some("{\"f\":1.7976931348623157}")),
    ("{\"f\":1.79769313486231570}", Some("{\"f\":1.79769313486231570}")),
    ("{\"f\":1.797693134862315701}", Some("{\"f\":1.797693134862315701}")),
    ("{\"f\":123456789.123456789e10}", Some("{\"f\":1.23456789123456789E+18}")),
    ("{\"s\":\"\\n\u{1}\t\n\u{7f}z\"}", Some("{\"s\":\"\\nz\"}")),
    ("{\"f\":1E+2,\"g\":1e+20}", Some("{\"f\":100.0,\"g\":1.0E20}")),
];

#[test]
fn odd_texts_read_as_json_smart_reads_them() {
    for (text, expect) in ODD_TEXTS {
        let read = parse_json(text).ok().and_then(|value| value.to_json());
        // NaN has no JSON: the printer writes null where json-smart writes NaN.
        let expect = expect.map(|json| json.replace("NaN", "null"));
        assert_eq!(read, expect, "{text:?}");
    }
}

#[test]
fn nesting_is_refused_beyond_the_limit_only() {
    let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    let max = usize::try_from(JSON_DEPTH_MAX).unwrap();
    assert!(parse_json(&nested(max)).is_ok());
    assert_eq!(parse_json(&nested(max + 1)).unwrap_err(), JsonError::Depth);
    assert_eq!(parse_json(&"{a:".repeat(100_000)).unwrap_err(), JsonError::Depth);
}

#[test]
fn many_members_stay_linear() {
    let members: Vec<String> = (0..200_000).map(|number| format!("\"k{number}\":{number}")).collect();
    let text = format!("{{{}}}", members.join(","));
    let Value::Map(map) = parse_json(&text).unwrap() else { panic!("an object") };
    assert_eq!(map.len(), 200_000);
    assert_eq!(map.get("k199999").and_then(|value| value.to_text()).as_deref(), Some("199999"));
}

#[test]
fn a_cut_character_after_a_backslash_is_dropped_whole() {
    assert_eq!(parse_json("\"a\\é関b\"").unwrap().as_str(), Some("a関b"));
}
