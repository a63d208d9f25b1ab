//! Rules on the text of files: how a file opens, how long it is, what is left to do, and no places of one machine.

use super::Finding;
use super::files::{SourceFile, Tree};
use super::rust::without_tests;

/// Lines of a file, its test modules left out.
const LINES_MAX: usize = 900;

/// Texts that only mean something on the machine or to the people that wrote them. In pieces, so as not to find itself.
const MACHINE: [&str; 3] = [concat!("/wo", "rk/"), concat!("/tmp/", "bash"), concat!("shared/", "facts")];

/// Marks of unfinished work. In pieces, so as not to find itself.
const FIX: &str = concat!("FIX", "ME");
const LATER: &str = concat!("TO", "DO");

pub(super) fn check(tree: &Tree, findings: &mut Vec<Finding>) {
    for file in &tree.files {
        check_machine(file, findings);
        if file.is_generated() {
            continue;
        }
        if file.is_rust() {
            check_opening(file, findings);
            check_length(file, findings);
        }
        if !file.path.ends_with(".json") && !file.path.ends_with(".lock") {
            check_unfinished(file, findings);
        }
    }
}

fn check_opening(file: &SourceFile, findings: &mut Vec<Finding>) {
    let first = file.text.lines().next().unwrap_or_default();
    if !first.starts_with("//! ") {
        let what = "the file does not open with `//!` and what it is for; a reader starts there";
        findings.push(Finding::new(file.path.clone(), 1, what));
    }
}

fn check_length(file: &SourceFile, findings: &mut Vec<Finding>) {
    let lines = file.text.lines().count();
    // Counting the tests takes longer; most files are short anyway.
    if lines <= LINES_MAX {
        return;
    }
    let lines = lines - without_tests(&file.text).test_lines;
    if lines > LINES_MAX {
        let what = format!("{lines} lines without tests, more than {LINES_MAX}; part it by what it is about");
        findings.push(Finding::new(file.path.clone(), 0, what));
    }
}

fn check_machine(file: &SourceFile, findings: &mut Vec<Finding>) {
    for (number, line) in numbered(&file.text) {
        for name in MACHINE.iter().filter(|name| stands_alone(line, name)) {
            let what = format!("`{name}` is a place on one machine; say it so that it holds for everybody");
            findings.push(Finding::new(file.path.clone(), number, what));
        }
    }
}

/// Whether `name` stands in `line` other than in the middle of a longer path or word.
fn stands_alone(line: &str, name: &str) -> bool {
    line.match_indices(name).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        !before.is_some_and(|before| before.is_alphanumeric() || matches!(before, '}' | '-' | '_' | '.'))
    })
}

fn check_unfinished(file: &SourceFile, findings: &mut Vec<Finding>) {
    for (number, line) in numbered(&file.text) {
        let what = if line.contains(FIX) {
            format!("`{FIX}`: do it now, or open an issue and name it")
        } else if line.match_indices(LATER).any(|(at, _)| !has_number(line.get(at + LATER.len()..))) {
            format!("`{LATER}` without an issue, as in `{LATER}(#12)`: nobody will find it again")
        } else if file.is_rust() && (calls(line, "todo") || calls(line, "unimplemented")) {
            "unfinished code: it ends the program when it is reached".to_owned()
        } else {
            continue;
        };
        findings.push(Finding::new(file.path.clone(), number, what));
    }
}

fn has_number(rest: Option<&str>) -> bool {
    let number = rest.and_then(|rest| rest.strip_prefix("(#")).and_then(|rest| rest.split_once(')'));
    number.is_some_and(|(number, _)| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether the code of a line calls the macro `name`; lint names and strings do not count.
fn calls(line: &str, name: &str) -> bool {
    let tokens = super::rust::tokens(line);
    tokens.windows(2).any(|pair| {
        matches!(&pair[0].kind, super::rust::Kind::Word(word) if word == name)
            && pair[1].kind == super::rust::Kind::Sign('!')
    })
}

fn numbered(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(index, line)| (index + 1, line))
}

#[cfg(test)]
mod tests {
    use super::super::files::{SourceFile, Tree};
    use super::{FIX, LATER, MACHINE};

    fn findings(path: &str, text: &str) -> Vec<String> {
        let files = vec![SourceFile { path: path.to_owned(), text: text.to_owned() }];
        let mut found = Vec::new();
        super::check(&Tree { files, paths: Vec::new() }, &mut found);
        found.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn bad_texts_are_found_where_they_stand() {
        let opened = |line: &str| format!("//! A file.\n{line}\n");
        for (path, text, expected) in [
            ("a.rs", "fn f() {}\n".to_owned(), "a.rs:1: the file does not open"),
            ("a.rs", String::new(), "does not open"),
            ("a.rs", opened(&"fn f() {}\n".repeat(900)), "902 lines without tests"),
            ("a.rs", opened("fn f() { todo!() }"), "a.rs:2: unfinished"),
            ("a.rs", opened(&format!("// {FIX} later")), "open an issue"),
            ("a.rs", opened(&format!("// {LATER} later")), "without an issue"),
            ("a.rs", opened(&format!("// {LATER}(#) later")), "without an issue"),
            ("b.md", format!("see {}x", MACHINE[0]), "b.md:1:"),
            ("b.toml", format!("a = \"{}\"", MACHINE[1]), "one machine"),
            ("models/b.json", format!("\"{}\"", MACHINE[2]), "one machine"),
        ] {
            let found = findings(path, &text);
            assert_eq!(found.len(), 1, "{path}: {found:?}");
            assert!(found[0].contains(expected), "{found:?}");
        }
    }

    #[test]
    fn good_texts_are_not_found() {
        let tests = format!("//! A file.\n#[cfg(test)]\nmod tests {{\n{}}}\n", "fn f() {}\n".repeat(1000));
        for (path, text) in [
            ("a.rs", "//! A file.\n//! todo! is a macro.\nconst A: &str = \"todo!\";\n".to_owned()),
            ("a.rs", format!("//! A file.\n// {LATER}(#12): later\n")),
            ("a.rs", tests),
            ("generated/a.rs", "fn f() {}".to_owned()),
            ("x/generated/a.rs", "fn f() {}".to_owned()),
            ("b.md", format!("https://example.com{}a", MACHINE[0])),
            ("b.json", format!("\"{LATER}\"")),
        ] {
            let found = findings(path, &text);
            let expected = usize::from(path.starts_with("generated"));
            assert_eq!(found.len(), expected, "{path}: {found:?}");
        }
    }
}
