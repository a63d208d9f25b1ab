//! The vectors of `testdata/cases/vtl.json`, our own beside this file, and those of the directory that `SEKISHO_CASES` names, run in full.
//!
//! A case gives a template and a body, and the text it renders as, or that it fails (`expectError`), or a rule in
//! words (`must`: it may fail or stay literal).

use std::path::PathBuf;

use sekisho_vtl::{Budget, Scope, Template};
use serde_json::Value;

fn render(template: &str, body: &str) -> Result<String, String> {
    let template = Template::compile(template).map_err(|error| error.to_string())?;
    let mut out = String::new();
    let rendered = template.render(&Scope::of_body(body), &Budget::default(), &mut out);
    rendered.map(|_| out).map_err(|error| error.to_string())
}

/// What is wrong with a case, if anything.
fn fault(case: &Value) -> Option<String> {
    let text = |name: &str| case.get(name).and_then(Value::as_str);
    let template = text("template")?;
    let result = render(template, text("body").unwrap_or(""));
    let right = match (text("expect"), text("expectError"), text("must")) {
        (Some(expect), ..) => result.as_deref() == Ok(expect),
        (None, Some(_), _) => result.is_err(),
        (None, None, Some(_)) => result.is_err() || result.as_deref() == Ok(template),
        (None, None, None) => false,
    };
    let id = text("id").unwrap_or("?");
    (!right).then(|| format!("{id}: {template:?} gave {result:?}, wanted {:?}", text("expect")))
}

/// Runs one file; returns the number of cases and the faults. A file of another format has none.
fn run(path: &PathBuf) -> (usize, Vec<String>) {
    let text = std::fs::read_to_string(path).expect("the vector file is readable");
    let file: Value = serde_json::from_str(&text).expect("the vector file is JSON");
    if file.get("format").and_then(Value::as_str) != Some("sekisho-vtl-cases/1") {
        return (0, Vec::new());
    }
    let cases = file.get("cases").and_then(Value::as_array).expect("the vector file has cases");
    (cases.len(), cases.iter().filter_map(fault).collect())
}

#[test]
fn every_vector_holds() {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut files = vec![here.join("../../testdata/cases/vtl.json"), here.join("tests/velocity17.json")];
    if let Some(directory) = std::env::var_os("SEKISHO_CASES") {
        let entries = std::fs::read_dir(directory).expect("SEKISHO_CASES names a directory");
        let paths = entries.map(|entry| entry.expect("the directory is readable").path());
        files.extend(paths.filter(|path| path.extension().is_some_and(|extension| extension == "json")));
    }
    let mut faults = Vec::new();
    for file in &files {
        let (count, found) = run(file);
        println!("{}: {count} cases, {} faults", file.display(), found.len());
        faults.extend(found);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
