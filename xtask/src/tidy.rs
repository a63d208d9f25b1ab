//! `cargo xtask tidy`: the rules of the repository that no compiler checks.
//!
//! Which crate may use which, what keeps the pure crates pure, where `unsafe` may stand, that every file says what it is
//! for, that links lead somewhere and that nothing names a place on somebody's machine. The same checks run as a test, so
//! that they cannot be forgotten. A finding says file, line, what and why.

mod crates;
mod documents;
mod files;
mod purity;
mod rust;
mod texts;

use std::fmt;
use std::path::{Path, PathBuf};

/// Something to put right.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finding {
    /// Relative to the root.
    file: String,
    /// From 1; 0 where the whole file is meant.
    line: usize,
    /// What is wrong, and why that matters.
    what: String,
}

impl Finding {
    fn new(file: impl Into<String>, line: usize, what: impl Into<String>) -> Self {
        Self { file: file.into(), line, what: what.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line == 0 {
            write!(f, "{}: {}", self.file, self.what)
        } else {
            write!(f, "{}:{}: {}", self.file, self.line, self.what)
        }
    }
}

/// Runs `tidy`.
pub(crate) fn main(arguments: &[String]) -> Result<(), String> {
    if !arguments.is_empty() {
        return Err("usage: cargo xtask tidy".to_owned());
    }
    let findings = check(&root())?;
    if findings.is_empty() {
        return Ok(());
    }
    let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
    Err(format!("{}\n{} finding(s)", lines.join("\n"), findings.len()))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn check(root: &Path) -> Result<Vec<Finding>, String> {
    let tree = files::Tree::read(root)?;
    let mut findings = Vec::new();
    crates::check(root, &mut findings)?;
    purity::check(&tree, &mut findings);
    texts::check(&tree, &mut findings);
    documents::check(&tree, &mut findings);
    findings.sort();
    findings.dedup();
    Ok(findings)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_repository_is_tidy() {
        let findings = super::check(&super::root()).expect("the repository can be read");
        let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
        assert!(findings.is_empty(), "\n{}", lines.join("\n"));
    }
}
