//! What a template sees and changes: printing, parameters, context, overrides, compile errors.
//!
//! How the language itself renders is in the vector files, made by running Velocity 1.7.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::*;
use crate::scope::{ContextSource, ContextValue, Overrides};

#[derive(Debug)]
struct Context;

impl ContextSource for Context {
    fn value(&self, path: &[&str]) -> Option<ContextValue<'_>> {
        Some(match path {
            ["requestId"] => ContextValue::Text(Cow::Borrowed("rid-1")),
            ["requestTimeEpoch"] => ContextValue::Integer(1_700_000_000_000),
            ["identity"] => ContextValue::Group,
            ["identity", "sourceIp"] => ContextValue::Text(Cow::Owned("10.0.1.7".to_owned())),
            _ => return None,
        })
    }
    fn members(&self, path: &[&str]) -> Vec<Cow<'_, str>> {
        match path {
            ["identity"] => vec!["sourceIp".into()],
            _ => Vec::new(),
        }
    }
}

struct Fixture {
    path: BTreeMap<String, String>,
    querystring: Vec<(String, String)>,
    header: Vec<(&'static str, &'static str)>,
    stage_variables: BTreeMap<String, String>,
}

impl Fixture {
    fn new() -> Self {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        Self {
            path: [pair("petId", "7")].into(),
            querystring: vec![pair("type", "dog"), pair("page", "1"), pair("page", "2"), pair("petId", "q")],
            header: vec![("Accept", "text/html"), ("type", "from-header")],
            stage_variables: [pair("url", "backend"), pair("a-b", "dash")].into(),
        }
    }

    fn scope<'a>(&'a self, body: &'a str) -> Scope<'a> {
        Scope {
            body,
            path: &self.path,
            querystring: &self.querystring,
            header: &self.header,
            context: &Context,
            stage_variables: &self.stage_variables,
        }
    }
}

fn run(template: &str, body: &str) -> Result<(String, Rendered), RenderError> {
    let template = Template::compile(template).unwrap_or_else(|error| panic!("{template:?}: {error}"));
    let fixture = Fixture::new();
    let mut out = String::new();
    let rendered = template.render(&fixture.scope(body), &Budget::default(), &mut out)?;
    Ok((out, rendered))
}

#[track_caller]
fn check(template: &str, body: &str, expect: &str) {
    match run(template, body) {
        Ok((out, _)) => assert_eq!(out, expect, "{template:?}"),
        Err(error) => panic!("{template:?}: {error}"),
    }
}

#[test]
fn missing_values_print_nothing_and_equal_the_empty_string() {
    check(r#"{"body": $input.path('$.x'), "y": $nope}"#, "{}", r#"{"body": , "y": }"#);
    check("#if($input.path('$.x') == $null)a#end#if($nope == '')b#end#if($nope)c#end", "{}", "abc");
}

#[test]
fn maps_print_as_java_and_lists_as_json() {
    check("$input.path('$')", r#"{"foo":"bar"}"#, "{foo=bar}");
    check("$input.path('$')", r#"[{"foo":"bar"}]"#, r#"[{"foo":"bar"}]"#);
    check("$input.path('$')", r#"{"foo":[{"nested":"bar"}]}"#, r#"{foo=[{"nested":"bar"}]}"#);
    check("$input.path('$').toString()", r#"{"foo":[1,null]}"#, "{foo=[1,null]}");
    check("#set($l = ['a', 1, {'k': []}])$l", "", "[a, 1, {k=[]}]");
}

#[test]
fn numbers_print_as_java_prints_them() {
    check("$input.json('$')", "[10.00,1e7,0.0001,-0.0,007,1E400]", "[10.0,1.0E7,1.0E-4,-0.0,7,null]");
    check("$input.body", "[10.00]", "[10.00]");
    check("$input.path('$[0]')", "[12345678901234567890123]", "12345678901234567890123");
    check("$input.path('$[0]')", "[123456789.1234567890e-20]", "1.234567891234567890E-12");
}

#[test]
fn an_empty_body_is_an_empty_object() {
    check("$input.body|$input.json('$')|$input.path('$').size()", "", "{}|{}|0");
}

#[test]
fn a_broken_body_is_the_callers_fault_and_only_when_looked_into() {
    check("$input.body", "{\"a\":", "{\"a\":");
    let error = run("$input.json('$')", "{\"a\":").unwrap_err();
    assert!(error.is_bad_body(), "{error}");
    let error = run("$util.parseJson('{')", "").unwrap_err();
    assert!(!error.is_bad_body(), "{error}");
}

#[test]
fn parameters_are_searched_in_path_query_and_header() {
    check("$input.params('petId')|$input.params('type')|$input.params('Accept')", "", "7|dog|text/html");
    check("[$input.params('accept')][$input.params('none')]", "", "[][]");
    check("$input.params('page')|$input.params().querystring.page", "", "2|2");
    check("$input.params().path.petId|$input.params().header.get('type')", "", "7|from-header");
    check("$input.params()['querystring']['type']", "", "dog");
    check("#foreach($k in $input.params().querystring.keySet())$k,#end", "", "type,page,petId,");
    check(
        "$input.params()",
        "",
        "{path={petId=7}, querystring={type=dog, page=2, petId=q}, header={Accept=text/html, type=from-header}}",
    );
    check(
        "#set($p=$input.params())#foreach($t in $p.keySet())$t#foreach($n in $p.get($t).keySet()) $n#end;#end",
        "",
        "path petId;querystring type page petId;header Accept type;",
    );
    assert!(run("$input.params().path.put('a','b')", "").is_err());
}

#[test]
fn context_and_stage_variables_are_asked_for_by_path() {
    check("$context.requestId $context.requestTimeEpoch", "", "rid-1 1700000000000");
    check(
        "${context.identity.sourceIp}|$context.identity|$context['identity']['sourceIp']",
        "",
        "10.0.1.7|{sourceIp=10.0.1.7}|10.0.1.7",
    );
    check("[$context.nope][$context.identity.nope][$context.requestId.nope]", "", "[][][]");
    check("#set($i = $context.identity)$i.sourceIp $i.get('sourceIp') $i.size()", "", "10.0.1.7 10.0.1.7 1");
    check(
        "$stageVariables.url ${stageVariables['a-b']} $stageVariables.get('url')",
        "",
        "backend dash backend",
    );
    check("$stageVariables", "", "{a-b=dash, url=backend}");
}

#[test]
fn overrides_are_collected_as_printed() {
    let template = "#set($context.requestOverride.header.X-One = 'a')#set($context.requestOverride.path.petId = 9)\
        #set($context.requestOverride.querystring['q r'] = $nope)\
        #set($context.responseOverride.header.X-Two = $input.path('$.l'))\
        #set($context.responseOverride.status = 418)$context.responseOverride.status \
        $context.requestOverride.header.X-One";
    let (out, rendered) = run(template, r#"{"l":[1]}"#).unwrap();
    assert_eq!(out, "418 a");
    let pair = |name: &str, value: &str| vec![(name.to_owned(), value.to_owned())];
    let expect = Overrides {
        request_header: pair("X-One", "a"),
        request_path: pair("petId", "9"),
        request_querystring: pair("q r", ""),
        response_header: pair("X-Two", "[1]"),
        response_status: Some("418".to_owned()),
    };
    assert_eq!(rendered.overrides, expect);
    assert_eq!(rendered.overrides.status(), Some(418));
}

#[test]
fn a_parameter_is_overridden_once() {
    for target in ["requestOverride.header.a", "requestOverride.path.a", "responseOverride.status"] {
        let template = format!("#set($context.{target} = 200)#set($context.{target} = 201)");
        let error = run(&template, "").unwrap_err();
        assert!(matches!(error, RenderError::OverriddenTwice(_)), "{error}");
    }
}

#[test]
fn a_status_that_is_none_is_ignored() {
    for status in ["'abc'", "99", "600", "''", "20.5"] {
        let (_, rendered) = run(&format!("#set($context.responseOverride.status = {status})"), "").unwrap();
        assert_eq!(rendered.overrides.status(), None, "{status}");
    }
}

#[test]
fn constants_are_recognised() {
    let constant = |text: &str| Template::compile(text).unwrap().constant().map(str::to_owned);
    assert_eq!(constant("").as_deref(), Some(""));
    assert_eq!(constant("{\"statusCode\": 200}").as_deref(), Some("{\"statusCode\": 200}"));
    assert_eq!(constant("a ## b\n#[[ $x ]]##macro(m)#end").as_deref(), Some("a  $x "));
    assert_eq!(constant("a$x"), None);
    assert_eq!(constant("#set($x=1)"), None);
}

#[test]
fn compile_errors_say_where() {
    for (text, line, column, part) in [
        ("cost: $", 1, 8, "after `$`"),
        ("a\nb #", 2, 4, "after `#`"),
        ("#if(true)", 1, 4, "not closed"),
        ("x\n  #end", 2, 7, "without `#if`"),
        ("#set($x 1)", 1, 9, "`=` expected"),
        ("#set($x = 3 -1)", 1, 13, "an operator"),
        ("#set($x = 'a)", 1, 11, "not closed"),
        ("#if($x == )y#end", 1, 11, "a value expected"),
        ("#foreach(i in $l)#end", 1, 10, "variable"),
        ("${a", 1, 4, "`}` expected"),
        ("#[[ a", 1, 1, "not closed"),
        ("é #set($x = \"#end\")", 1, 13, "in a string"),
    ] {
        let error = Template::compile(text).expect_err(text);
        assert_eq!((error.line, error.column), (line, column), "{text:?}: {error}");
        assert!(error.message.contains(part), "{text:?}: {error}");
    }
}

#[test]
fn paths_that_are_none_fail_when_they_are_used() {
    check("#if(false)$input.path('[')#end", "{}", "");
    assert!(matches!(run("$input.path('[')", "{}").unwrap_err(), RenderError::Path { .. }));
    assert!(matches!(run("#set($p='[')$input.json($p)", "{}").unwrap_err(), RenderError::Path { .. }));
    check("#set($p='$.a')$input.json($p)", r#"{"a":"b"}"#, r#""b""#);
}

#[test]
fn patterns_are_javas_or_refused() {
    check(r"$util.escapeJavaScript('it''s').replaceAll('\\''', '''')", "", "it's");
    check(r#"#set($s="it's")$util.escapeJavaScript($s).replaceAll("\\'","'")"#, "", "it's");
    check(r#"#set($s="a1b22")$s.replaceAll("([a-z])(\d+)", "$2$1")"#, "", "1a22b");
    check(r#"#set($s="a.b.c")$s.split("\.").size() $s.replaceAll("[.]", "\\\$")"#, "", r"3 a\$b\$c");
    check(r#"#set($s=",a,,b,,")#foreach($p in $s.split(","))[$p]#end"#, "", "[][a][][b]");
    check(r#"#set($s="abc")#foreach($p in $s.split(""))[$p]#end"#, "", "[a][b][c]");
    check(r#"#set($s="ab12")$s.matches("[a-z]+\d{2}") $s.matches("[a-z]+")"#, "", "true false");
    for pattern in ["(?=a)", "(a)\\1", "a++", "(?<!x)a", "["] {
        let error = run(&format!("#set($s='a')$s.replaceAll('{pattern}','')"), "").unwrap_err();
        assert!(matches!(error, RenderError::Method { .. }), "{pattern}: {error}");
    }
}

#[test]
fn strings_count_utf16_units() {
    check("#set($s='関a😀b')$s.length() $s.indexOf('b') $s.substring(1,4) $s.charAt(1)", "", "5 4 a😀 a");
    check("#set($s='a😀')$s.substring(0,2)", "", "a?");
    assert!(run("#set($s='関')$s.substring(2)", "").is_err());
}
