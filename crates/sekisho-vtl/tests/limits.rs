//! Templates written to exhaust the engine end with an error, soon, and without using the stack or the memory up.

use sekisho_vtl::limits::{FOREACH_TURNS_MAX, TEMPLATE_BYTES_MAX, TEMPLATE_DEPTH_MAX};
use sekisho_vtl::{Budget, RenderError, Scope, Template};

fn render(template: &str, body: &str) -> Result<String, RenderError> {
    render_within(template, body, &Budget::default())
}

fn render_within(template: &str, body: &str, budget: &Budget) -> Result<String, RenderError> {
    let template = Template::compile(template).expect("the template compiles");
    let mut out = String::new();
    template.render(&Scope::of_body(body), budget, &mut out).map(|_| out)
}

#[track_caller]
fn check_limit(template: &str, body: &str) {
    let length = render(template, body).map(|out| out.len());
    assert!(matches!(length, Err(RenderError::Limit(_))), "a limit expected, not {length:?}");
}

#[test]
fn a_template_has_a_largest_size() {
    assert!(Template::compile(&"a".repeat(TEMPLATE_BYTES_MAX)).is_ok());
    assert!(Template::compile(&"a".repeat(TEMPLATE_BYTES_MAX + 1)).is_err());
}

#[test]
fn turns_are_limited_per_loop() {
    let turns = i64::from(FOREACH_TURNS_MAX);
    assert_eq!(render(&format!("#foreach($i in [1..{turns}]).#end"), "").map(|out| out.len()), Ok(1000));
    check_limit(&format!("#foreach($i in [1..{}]).#end", turns + 1), "");
    check_limit("#foreach($i in [1..2000000000])#end", "");
}

#[test]
fn steps_are_limited_over_nested_loops() {
    let loop_of = |inner: &str| format!("#foreach($i in [1..1000]){inner}#end");
    check_limit(&loop_of(&loop_of(&loop_of("#set($x=1)"))), "");
    check_limit(&loop_of(&loop_of(&loop_of(""))), "");
}

#[test]
fn strings_cannot_double_forever() {
    let doubling = |set: &str| format!("#set($s='ab')#foreach($i in [1..60]){set}#end$s");
    for set in [
        "#set($s=\"$s$s\")",
        "#set($s=$s + $s)",
        "#set($s=$s.concat($s))",
        "#set($s=$s.replaceAll('b',$s))",
        "#set($s=$s.replaceAll('(b)','$1$1'))",
        "#set($s=$s.replace('a',$s))",
        "#set($s=$s.repeat(1000))",
        "#set($s=$util.urlEncode(\"$s$s\"))",
        "#set($s=$util.escapeJavaScript(\"'$s$s\"))",
    ] {
        check_limit_or_method(&doubling(set), "");
    }
}

#[test]
fn output_is_limited() {
    check_limit(
        "#set($s='0123456789')#set($s=$s.repeat(1000))#foreach($i in [1..1000])#foreach($j in [1..10])$s#end#end",
        "",
    );
}

#[test]
fn values_that_share_cannot_print_exponentially() {
    check_limit("#set($l=['x'])#foreach($i in [1..60])#set($l=[$l,$l])#end$l", "");
    check_limit("#set($m={'k':1})#foreach($i in [1..60])#set($m={'a':$m,'b':$m})#end$m", "");
    check_limit("#set($l=['x'])#foreach($i in [1..60])#set($l=[$l,$l])#end#if($l == [$l])#end", "");
    check_limit(
        "#set($l=['x'])#set($k=['x'])#foreach($i in [1..60])#set($l=[$l,$l])#set($k=[$k,$k])#end#if($l == $k)#end",
        "",
    );
}

#[test]
fn nothing_can_contain_itself() {
    check_limit("#set($l=[])#set($x=$l.add($l))", "");
    check_limit("#set($m={})#set($m.self=$m)", "");
    check_limit("#set($m={})#set($l=[$m])#set($m.list=$l)", "");
    check_limit(
        "#set($m={'a':{}})#set($x=$m.a.put('e',$m.entrySet()))#set($y=$m.a)#set($z=$m.put('s',$m.entrySet()))",
        "",
    );
}

#[test]
fn chains_longer_than_the_stack_can_be_dropped() {
    // Each list gets the next one: the depth is never seen by an insertion.
    let template = "#set($first=[])#set($l=$first)#foreach($i in [1..1000])#foreach($j in [1..200])\
        #set($n=[])#set($x=$l.add($n))#set($l=$n)#end#{end}";
    assert_eq!(render(&format!("{template}done"), "").as_deref(), Ok("done"));
    check_limit(&format!("{template}$first"), "");
    let twice = format!("{template}#set($second=$first){template}#if($first == $second)y#end");
    check_limit(&twice, "");
}

#[test]
fn a_block_cannot_call_itself_forever() {
    check_limit("#define($b)$b#end$b", "");
    check_limit("#define($a)$b#end#define($b)\"$a\"#end$a", "");
    check_limit("#define($b)#set($x=\"$b\")#end$b", "");
}

#[test]
fn the_deepest_template_leaves_room_on_a_small_stack() {
    // Blocks, strings and expressions nested as deep as they may be, on the stack of a worker thread.
    let nested = format!("{}\"$b\"{}", "[".repeat(20), "]".repeat(20));
    let condition = format!("{}\"$b\" == 1{}", "(".repeat(18), ")".repeat(18));
    let worker = std::thread::Builder::new().stack_size(2 * 1024 * 1024).spawn(move || {
        check_limit(&format!("#define($b)#set($x={nested})#end$b"), "");
        check_limit(&format!("#define($b)#if({condition})a#end#end$b"), "");
        let loops = "#foreach($i in [1])".repeat(25);
        check_limit(&format!("#define($b){loops}$b{}#end$b", "#end".repeat(25)), "");
        let deep = format!("{}1{}", "[".repeat(400), "]".repeat(400));
        assert!(render("$input.json('$')$input.path('$')$input.json('$..*')", &deep).is_ok());
    });
    assert!(worker.expect("a thread can be started").join().is_ok());
}

#[test]
fn nesting_of_a_template_is_limited() {
    let depth = usize::try_from(TEMPLATE_DEPTH_MAX).unwrap() + 1;
    for (open, close) in [("#if(true)", "#end"), ("#foreach($i in [1])", "#end"), ("#define($a)", "#end")] {
        let text = format!("{}{}", open.repeat(depth), close.repeat(depth));
        assert!(Template::compile(&text).is_err(), "{open}");
    }
    for (open, close) in [("(", ")"), ("[", "]"), ("!", ""), ("{'a':", "}"), ("$x[", "]"), ("$x.y(", ")")] {
        let text =
            format!("#set($x={}1{})", open.repeat(100_000 / open.len()), close.repeat(100_000 / open.len()));
        assert!(Template::compile(&text).is_err(), "{open}");
    }
    assert!(Template::compile(&format!("#set($x=1{})", " + 1".repeat(10_000))).is_err());
    assert!(Template::compile(&format!("$x{}", ".y".repeat(10_000))).is_ok());
}

#[test]
fn large_templates_compile_in_linear_time() {
    for piece in [
        "#foo",
        "\\",
        "$",
        "#",
        "\"\"",
        "$x",
        "#[[",
        "#*",
        "{",
        "$!",
        "#macro(m)#end",
        "#literal()#end",
        "[",
        "'",
        "\\#",
    ] {
        let text = piece.repeat(TEMPLATE_BYTES_MAX / piece.len());
        let _ = Template::compile(&text);
        let _ = Template::compile(&format!("#set($x=\"{}", text.get(20..).unwrap_or_default()));
    }
}

#[test]
fn a_scan_over_a_large_body_ends() {
    let body = format!("{}1{}", "[".repeat(390), "]".repeat(390));
    check_limit("$input.json('$..*..*..*..*')", &body);
    let wide = format!("[{}]", "{\"a\":[1,2]},".repeat(20_000));
    check_limit("#foreach($i in [1..1000])#set($x=$input.path('$..a'))#end", &wide);
    assert!(render("$input.path('$..a').size()", &wide).is_ok());
}

#[test]
fn methods_over_large_values_count() {
    let body = format!("\"{}\"", "a".repeat(400_000));
    for call in [
        "$s.replaceAll('b','c')",
        "$s.split('').size()",
        "$s.toUpperCase()",
        "$s.indexOf('b')",
        "$s.hashCode()",
    ] {
        let template = format!("#set($s=$input.path('$'))#foreach($i in [1..1000])#set($x={call})#end");
        check_limit_or_method(&template, &body);
    }
}

/// A tenth of the usual budget, for what would take long without optimisation.
#[track_caller]
fn check_limit_or_method(template: &str, body: &str) {
    let usual = Budget::default();
    let budget =
        Budget { steps_max: usual.steps_max / 10, string_bytes_max: usual.string_bytes_max / 10, ..usual };
    let outcome = render_within(template, body, &budget).map(|out| out.len());
    let refused = matches!(outcome, Err(RenderError::Limit(_) | RenderError::Method { .. }));
    assert!(refused, "{template}: a limit expected, not {outcome:?}");
}
