//! A template and a body, split at the first NUL: compiling and rendering end with an answer or an error.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sekisho_vtl::{Budget, Scope, Template};

fuzz_target!(|text: &str| {
    let (template, body) = text.split_once('\0').unwrap_or((text, "{\"a\":[1,{\"b\":\"c\"}]}"));
    let Ok(template) = Template::compile(template) else { return };
    let budget =
        Budget { steps_max: 50_000, output_bytes_max: 100_000, string_bytes_max: 500_000, ..Budget::default() };
    let mut out = String::new();
    let rendered = template.render(&Scope::of_body(body), &budget, &mut out);
    if let (Some(constant), Ok(_)) = (template.constant(), rendered) {
        assert_eq!(constant, out);
    }
});
