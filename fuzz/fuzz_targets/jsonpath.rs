//! A JSONPath and a body, split at the first NUL: what is read prints as JSON that can be read again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sekisho_vtl::{JsonPath, parse_json};

fuzz_target!(|text: &str| {
    let (path, body) = text.split_once('\0').unwrap_or((text, "{\"a\":[1,{\"b\":\"c\"}]}"));
    let Ok(body) = parse_json(body) else { return };
    if let Some(printed) = body.to_json() {
        assert!(parse_json(&printed).is_ok_and(|again| again.to_json().is_some()));
    }
    let Ok(path) = JsonPath::compile(path) else { return };
    if let Ok(found) = path.evaluate(&body) {
        let _ = found.into_value().to_text();
    }
});
