//! Whatever the template, the path and the body: an answer or an error, never a panic, never without end.

use proptest::prelude::*;
use sekisho_vtl::{Budget, JsonPath, Scope, Template, parse_json};

/// Pieces that mean something, so that random sequences of them often parse.
const PIECES: &[&str] = &[
    "$x",
    "${x}",
    "$!x",
    "\\$x",
    "$x.y",
    "$x[0]",
    "$x.get(1)",
    "$x.put('a',$x)",
    "$x.add($x)",
    "#set($x=",
    "#set($x.y=",
    ")",
    "#if(",
    "#elseif(",
    "#else",
    "#end",
    "#foreach($i in ",
    "#foreach($i in [1..3])",
    "#define($x)",
    "#macro(m)",
    "#literal()",
    "#break",
    "#stop",
    "$input.path('$..a')",
    "$input.json('$')",
    "$input.body",
    "$util.urlDecode($x)",
    "$util.parseJson($x)",
    "[1,2]",
    "{'a':1}",
    "'s'",
    "\"$x\"",
    "\"",
    "'",
    "1",
    "-1",
    "1.5",
    "true",
    "==",
    "&&",
    "||",
    "!",
    "+",
    " - ",
    "/",
    "%",
    "..",
    ",",
    "##",
    "#*",
    "*#",
    "#[[",
    "]]#",
    "\n",
    " ",
    "\\",
    "$",
    "#",
    "é",
    "関",
    "😀",
    "$x.substring(1,2)",
    "$x.split('a')",
    "$foreach.index",
    "$x.replaceAll('(a)','$1')",
    "$x.entrySet()",
    "$x.iterator()",
    "$context.responseOverride.status",
    "#set($x=$x.keySet())",
];

fn pieces() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

fn run(template: &str, body: &str) {
    let budget = Budget {
        steps_max: 20_000,
        output_bytes_max: 50_000,
        string_bytes_max: 200_000,
        ..Budget::default()
    };
    if let Ok(template) = Template::compile(template) {
        let mut out = String::new();
        let rendered = template.render(&Scope::of_body(body), &budget, &mut out);
        if let (Some(constant), Ok(_)) = (template.constant(), rendered) {
            assert_eq!(constant, out);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn templates_of_pieces(template in pieces(), body in "\\PC{0,40}") {
        run(&template, &body);
    }

    #[test]
    fn templates_of_anything(template in "\\PC{0,80}") {
        run(&template, "{\"a\":[1,{\"a\":\"x\"}]}");
    }

    #[test]
    fn bodies_of_anything(body in "[\\[\\]{}:,'\"a-c0-9.eE+\\\\u \\n-]{0,60}") {
        if let Ok(value) = parse_json(&body) {
            let printed = value.to_json().expect("the reader bounds the nesting");
            // What is printed is JSON, strictly.
            prop_assert!(serde_json::from_str::<serde_json::Value>(&printed).is_ok(), "{}", printed);
        }
    }

    #[test]
    fn paths_of_anything(path in "[$@.\\[\\]*?()'a-c0-9:, =<>!&|~/-]{0,30}") {
        let body = parse_json(r#"{"a":[1,{"b":"x"},[2]],"b":null}"#).expect("valid");
        if let Ok(path) = JsonPath::compile(&path) {
            let _ = path.evaluate(&body);
        }
    }

    #[test]
    fn plain_json_reads_as_serde_reads_it(text in json_text()) {
        let theirs: serde_json::Value = serde_json::from_str(&text).expect("generated JSON is valid");
        let ours = parse_json(&text).expect("valid JSON is permissive JSON").to_json().expect("not deep");
        let ours: serde_json::Value = serde_json::from_str(&ours).expect("printed JSON is valid");
        prop_assert_eq!(ours, theirs);
    }
}

/// JSON texts of integers, strings without control characters, arrays and objects.
fn json_text() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        any::<bool>().prop_map(|truth| truth.to_string()),
        any::<i64>().prop_map(|number| number.to_string()),
        "[a-zé関😀\"\\\\/ ]{0,8}".prop_map(|text| serde_json::Value::from(text).to_string()),
    ];
    leaf.prop_recursive(4, 40, 5, |inner| {
        let member = ("[a-z]{0,3}", inner.clone()).prop_map(|(name, value)| format!("\"{name}\": {value}"));
        prop_oneof![
            prop::collection::vec(inner, 0..5).prop_map(|elements| format!("[{}]", elements.join(", "))),
            prop::collection::vec(member, 0..5).prop_map(|members| format!("{{{}}}", members.join(","))),
        ]
    })
}
