//! Pure crates stay pure, and `unsafe` stays in the one crate that talks to the kernel.
//!
//! Only product code (`crates/NAME/src`, tests left out) is held to this: tests read files and examples measure time.

use super::Finding;
use super::crates::PURE;
use super::files::{SourceFile, Tree};
use super::rust::{Code, Kind, Path, Token, paths, without_tests};

/// The crate that may say `unsafe`.
const MAY_BE_UNSAFE: &str = "sekisho-fabric";

/// What pure code must not reach for: the beginning of a path, and why.
const IMPURE: [(&[&str], &str); 13] = [
    (&["std", "fs"], "it does not touch files"),
    (&["std", "env"], "it does not read the environment"),
    (&["std", "thread"], "it starts no threads"),
    (&["std", "process"], "it starts no processes"),
    (&["std", "net", "TcpStream"], "it opens no sockets"),
    (&["std", "net", "TcpListener"], "it opens no sockets"),
    (&["std", "net", "UdpSocket"], "it opens no sockets"),
    (&["std", "net", "*"], "it opens no sockets; name what is used"),
    (&["std", "os"], "it does not know the operating system"),
    (&["std", "time", "SystemTime"], "the time comes in as an argument"),
    (&["std", "time", "Instant"], "the time comes in as an argument"),
    (&["std", "time", "*"], "the time comes in as an argument; name what is used"),
    (&["tokio"], "it has no async runtime"),
];

pub(super) fn check(tree: &Tree, findings: &mut Vec<Finding>) {
    let product: Vec<(&SourceFile, &str, Code)> = tree
        .files
        .iter()
        .filter(|file| file.is_rust() && !file.is_generated())
        .filter_map(|file| Some((file, file.product_crate()?, without_tests(&file.text))))
        .collect();
    let tests: Vec<String> = product
        .iter()
        .flat_map(|(file, _, code)| code.test_modules.iter().map(|name| module_path(&file.path, name)))
        .collect();
    for (file, name, code) in &product {
        let is_test = tests.iter().any(|module| {
            file.path == format!("{module}.rs") || file.path.starts_with(&format!("{module}/"))
        });
        if is_test {
            continue;
        }
        if *name != MAY_BE_UNSAFE {
            check_unsafe(file, &code.tokens, findings);
        }
        if PURE.contains(name) {
            check_pure(file, &code.tokens, findings);
        }
    }
}

/// Where the module `name` of a file is, without `.rs`.
fn module_path(file: &str, name: &str) -> String {
    let stem = file.strip_suffix(".rs").unwrap_or(file);
    let folder = match stem.rsplit_once('/') {
        Some((folder, "lib" | "main" | "mod")) => folder,
        _ => stem,
    };
    format!("{folder}/{name}")
}

fn check_unsafe(file: &SourceFile, tokens: &[Token], findings: &mut Vec<Finding>) {
    for token in tokens.iter().filter(|token| is_word(token, "unsafe")) {
        let what = format!("`unsafe` outside {MAY_BE_UNSAFE}, the one crate that needs it");
        findings.push(Finding::new(file.path.clone(), token.line, what));
    }
}

fn check_pure(file: &SourceFile, tokens: &[Token], findings: &mut Vec<Finding>) {
    for token in tokens.iter().filter(|token| is_word(token, "async")) {
        let what = "`async` in a pure crate: it waits for nothing";
        findings.push(Finding::new(file.path.clone(), token.line, what));
    }
    for path in paths(tokens) {
        if let Some(why) = impurity(&path) {
            let what = format!("`{}` in a pure crate: {why}", path.segments.join("::"));
            findings.push(Finding::new(file.path.clone(), path.line, what));
        }
    }
}

fn impurity(path: &Path) -> Option<&'static str> {
    let starts = |prefix: &[&str]| {
        prefix.len() <= path.segments.len()
            && prefix.iter().zip(&path.segments).all(|(want, got)| want == got)
    };
    IMPURE.iter().find(|(prefix, _)| starts(prefix)).map(|(_, why)| *why)
}

fn is_word(token: &Token, word: &str) -> bool {
    matches!(&token.kind, Kind::Word(found) if found == word)
}

#[cfg(test)]
mod tests {
    use super::super::files::{SourceFile, Tree};

    fn findings(files: &[(&str, &str)]) -> Vec<String> {
        let files = files
            .iter()
            .map(|(path, text)| SourceFile { path: (*path).to_owned(), text: (*text).to_owned() })
            .collect();
        let mut found = Vec::new();
        super::check(&Tree { files, paths: Vec::new() }, &mut found);
        found.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn impure_code_is_found_where_it_stands() {
        for (text, expected) in [
            ("\nuse std::fs;", "a.rs:2: `std::fs`"),
            ("use std::{collections::HashMap, env};", "`std::env`"),
            ("fn f() { std::thread::spawn(g); }", "`std::thread::spawn`"),
            ("use std::net::{Ipv4Addr, UdpSocket};", "`std::net::UdpSocket`"),
            ("use std::net::*;", "`std::net::*`"),
            ("fn f() -> u64 { std::time::SystemTime::now() }", "`std::time::SystemTime::now`"),
            ("use std::time::{Duration, Instant};", "`std::time::Instant`"),
            ("async fn f() {}", "`async`"),
            ("fn f() { tokio::spawn(g) }", "`tokio::spawn`"),
            ("fn f() { unsafe { g() } }", "`unsafe` outside"),
        ] {
            let found = findings(&[("crates/sekisho-core/src/a.rs", text)]);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert!(found[0].contains(expected), "{text}: {found:?}");
        }
    }

    #[test]
    fn pure_code_tests_and_shells_are_not_found() {
        let found = findings(&[
            (
                "crates/sekisho-core/src/a.rs",
                "use std::net::{Ipv4Addr, Ipv6Addr}; use std::time::Duration; // std::fs",
            ),
            (
                "crates/sekisho-core/src/b.rs",
                "const A: &str = \"unsafe async std::fs\";\n#[cfg(test)]\nmod t { use std::fs; }",
            ),
            ("crates/sekisho-core/src/lib.rs", "#![forbid(unsafe_code)]\n#[cfg(test)]\nmod trip;"),
            ("crates/sekisho-core/src/trip.rs", "use std::fs;"),
            ("crates/sekisho-core/tests/c.rs", "use std::fs; fn f() { unsafe { g() } }"),
            ("crates/sekisho-fabric/src/d.rs", "use std::fs; fn f() { unsafe { g() } }"),
            ("crates/sekisho/src/e.rs", "use std::fs; async fn f() {}"),
        ]);
        assert_eq!(found, Vec::<String>::new());
    }
}
