//! Paths against a document, and what is refused.

use super::*;
use crate::json::parse_json;

const SHOP: &str = r#"{"name":"shop","n":null,"items":[{"sku":"X1","qty":2,"tags":["a","b"]},{"sku":"X2","qty":0}],
    "by-id":{"7":{"sku":"Y"}},"list":[0,1,2,3,4]}"#;

fn find(path: &str) -> String {
    let body = parse_json(SHOP).unwrap();
    match JsonPath::compile(path).unwrap().evaluate(&body).unwrap() {
        PathResult::Missing => "missing".to_owned(),
        other => other.into_value().to_json().unwrap(),
    }
}

#[test]
fn definite_paths_yield_the_value_or_nothing() {
    for (path, expect) in [
        ("$.name", r#""shop""#),
        ("name", r#""shop""#),
        ("$['name']", r#""shop""#),
        (r#"$["name"]"#, r#""shop""#),
        ("$.n", "null"),
        ("$.none", "missing"),
        ("$.name.none", "missing"),
        ("$.n.none", "missing"),
        ("$.items.sku", "missing"),
        ("$.items[0].sku", r#""X1""#),
        ("$.items[-1].sku", r#""X2""#),
        ("$.items[2]", "missing"),
        ("$.by-id.7.sku", r#""Y""#),
        ("$.by-id['7']['sku']", r#""Y""#),
        ("$['name','n','none']", r#"{"name":"shop","n":null}"#),
    ] {
        assert_eq!(find(path), expect, "{path}");
    }
}

#[test]
fn indefinite_paths_yield_a_list() {
    for (path, expect) in [
        ("$.items[*].sku", r#"["X1","X2"]"#),
        ("$.none[*]", "[]"),
        ("$.none[?(@.a)].b", "[]"),
        ("$.name[*]", "[]"),
        ("$.name.none[*]", "missing"),
        ("$.name[0:1]", "missing"),
        ("$.items[9][*]", "missing"),
        ("$.items[*][0]", "[]"),
        ("$..sku", r#"["X1","X2","Y"]"#),
        ("$.list[1:3]", "[1,2]"),
        ("$.list[-2:]", "[3,4]"),
        ("$.list[:2]", "[0,1]"),
        ("$.list[0,4,9]", "[0,4]"),
        ("$.by-id.*", r#"[{"sku":"Y"}]"#),
        ("$..tags[0]", r#"["a"]"#),
        ("$.items[?(@.qty > 0)].sku", r#"["X1"]"#),
        ("$.items[?(@.qty == '2')].sku", r#"["X1"]"#),
        ("$.items[?(@.tags)].sku", r#"["X1"]"#),
        ("$.items[?(!(@.tags))].sku", r#"["X2"]"#),
        ("$.items[?(@.sku =~ /x.*/i && @.qty < 1)].sku", r#"["X2"]"#),
        ("$.items[?(@.sku in ['X2','X3'])].qty", "[0]"),
        ("$.items[?(@.tags size 2 || @.sku == \"X2\")].qty", "[2,0]"),
        ("$.items[?(@.none != 1)].qty", "[2,0]"),
    ] {
        assert_eq!(find(path), expect, "{path}");
    }
}

#[test]
fn what_is_no_path_is_refused() {
    for path in [
        "",
        " ",
        "$.",
        "$..",
        "$[",
        "$[0",
        "$['a'",
        "$['a",
        "$[a]",
        "$[?]",
        "$[?(@.a ==)]",
        "$a",
        "$[]",
        "$[:]",
    ] {
        assert!(JsonPath::compile(path).is_err(), "{path:?}");
    }
    assert!(JsonPath::compile(&"[".repeat(5000)).is_err());
    assert!(JsonPath::compile(&format!("$[?({}@.a)]", "(".repeat(500))).is_err());
    assert!(JsonPath::compile(&".a".repeat(500)).is_err());
}

#[test]
fn mapping_suffixes_start_with_a_step() {
    let body = parse_json(r#"{"redirect":{"url":"u"}}"#).unwrap();
    let path = JsonPath::compile_mapping_suffix(".redirect.url").unwrap();
    assert_eq!(path.evaluate(&body).unwrap().into_value().as_str(), Some("u"));
    assert!(JsonPath::compile_mapping_suffix("").unwrap().is_definite());
    assert!(JsonPath::compile_mapping_suffix("redirect").is_err());
}

#[test]
fn a_scan_of_scans_ends() {
    let text = format!("{}{}", "[".repeat(300), "]".repeat(300));
    let body = parse_json(&text).unwrap();
    let path = JsonPath::compile("$..*..*..*..*").unwrap();
    assert_eq!(path.evaluate(&body).unwrap_err(), PathError::Limit("nodes"));
}
