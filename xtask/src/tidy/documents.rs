//! Links in documents lead somewhere, and the files that ARCHITECTURE.md names are there.
//!
//! ARCHITECTURE.md names files shortly (`wire/src/front.rs`, `host.rs`): a name is good when a file's path ends with it.

use super::Finding;
use super::files::{SourceFile, Tree};

pub(super) fn check(tree: &Tree, findings: &mut Vec<Finding>) {
    for file in tree.files.iter().filter(|file| file.path.ends_with(".md")) {
        check_links(tree, file, findings);
        if file.path == "ARCHITECTURE.md" {
            check_names(tree, file, findings);
        }
    }
}

/// The lines of a document outside fenced code.
fn prose(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut fenced = false;
    text.lines().enumerate().filter_map(move |(index, line)| {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
            return None;
        }
        (!fenced).then_some((index + 1, line))
    })
}

fn check_links(tree: &Tree, file: &SourceFile, findings: &mut Vec<Finding>) {
    for (number, line) in prose(&file.text) {
        for (_, rest) in
            line.match_indices("](").filter_map(|(at, found)| Some((at, line.get(at + found.len()..)?)))
        {
            let target = rest.split([')', ' ', '#']).next().unwrap_or_default();
            if target.is_empty() || target.contains(':') || target.starts_with('/') {
                continue;
            }
            if !exists(tree, &resolve(&file.path, target)) {
                let what = format!("the link to `{target}` leads nowhere");
                findings.push(Finding::new(file.path.clone(), number, what));
            }
        }
    }
}

/// A target relative to the document that names it, as a path from the root.
fn resolve(document: &str, target: &str) -> String {
    let mut parts: Vec<&str> = document.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Whether there is such a file or folder.
fn exists(tree: &Tree, path: &str) -> bool {
    let folder = format!("{path}/");
    path.is_empty() || tree.paths.iter().any(|known| known == path || known.starts_with(&folder))
}

fn check_names(tree: &Tree, file: &SourceFile, findings: &mut Vec<Finding>) {
    for (number, line) in prose(&file.text) {
        // What stands between backquotes is every second part.
        for name in line.split('`').skip(1).step_by(2).filter(|name| is_file_name(name)) {
            if !tree.paths.iter().any(|path| is_meant(path, name)) {
                let what = format!("there is no file `{name}`");
                findings.push(Finding::new(file.path.clone(), number, what));
            }
        }
    }
}

fn is_file_name(name: &str) -> bool {
    let plain =
        name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'/'));
    plain && [".rs", ".md", ".toml", "/"].iter().any(|end| name.ends_with(end)) && name.len() > 3
}

/// Whether `path` is what `name` means; the crates' common prefix may be left out.
fn is_meant(path: &str, name: &str) -> bool {
    path.match_indices(name).any(|(at, _)| {
        let starts = at == 0 || path.get(..at).is_some_and(|before| before.ends_with(['/', '-']));
        starts && (name.ends_with('/') || at + name.len() == path.len())
    })
}

#[cfg(test)]
mod tests {
    use super::super::files::{SourceFile, Tree};

    fn findings(path: &str, text: &str) -> Vec<String> {
        let files = vec![SourceFile { path: path.to_owned(), text: text.to_owned() }];
        let paths = ["README.md", "docs/a.md", "docs/adr/0001.md", "crates/sekisho-wire/src/front.rs"];
        let mut found = Vec::new();
        super::check(&Tree { files, paths: paths.map(str::to_owned).to_vec() }, &mut found);
        found.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn dead_links_and_names_are_found() {
        for (path, text, expected) in [
            ("README.md", "\nsee [a](docs/b.md)", "README.md:2: the link to `docs/b.md`"),
            ("docs/a.md", "[a](../docs/b.md#part)", "`../docs/b.md`"),
            ("docs/a.md", "[a](a.md) [b](docs/a.md)", "`docs/a.md`"),
            ("ARCHITECTURE.md", "`wire/src/back.rs`", "no file `wire/src/back.rs`"),
            ("ARCHITECTURE.md", "`ront.rs`", "no file `ront.rs`"),
            ("ARCHITECTURE.md", "`core/src/`", "no file `core/src/`"),
        ] {
            let found = findings(path, text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert!(found[0].contains(expected), "{found:?}");
        }
    }

    #[test]
    fn live_links_and_names_are_not_found() {
        for (path, text) in [
            (
                "README.md",
                "[a](docs/a.md) [b](docs/adr) [c](https://example.com/x) [d](#part) [e](docs/a.md#x)",
            ),
            ("docs/adr/0001.md", "[a](../a.md) [b](../../README.md)"),
            ("README.md", "```\n[a](nowhere.md)\n```\n`nowhere.rs`"),
            (
                "ARCHITECTURE.md",
                "`wire/src/front.rs` `front.rs` `src/` `docs/adr/` `a == b` `<service>.rs` `crates/`",
            ),
        ] {
            assert_eq!(findings(path, text), Vec::<String>::new(), "{text}");
        }
    }
}
