//! The files of the repository: those under version control, with their text.
//!
//! Without version control (an unpacked archive) every file counts except what builds leave behind.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Folders that builds and tools leave behind.
const LEFT_BEHIND: [&str; 8] =
    ["target", ".git", ".venv", ".tools", "node_modules", "__pycache__", "corpus", "artifacts"];

/// A text file.
#[derive(Debug)]
pub(super) struct SourceFile {
    /// Relative to the root, with `/`.
    pub(super) path: String,
    /// The whole text.
    pub(super) text: String,
}

impl SourceFile {
    pub(super) fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    /// Written by a tool; its own rules apply.
    pub(super) fn is_generated(&self) -> bool {
        self.path.contains("/generated/") || self.path.ends_with("/generated.rs")
    }

    /// The crate whose product code this is, if it is under `crates/NAME/src/`.
    pub(super) fn product_crate(&self) -> Option<&str> {
        let (name, rest) = self.path.strip_prefix("crates/")?.split_once('/')?;
        rest.starts_with("src/").then_some(name)
    }
}

/// Everything there is.
#[derive(Debug)]
pub(super) struct Tree {
    /// Text files under version control.
    pub(super) files: Vec<SourceFile>,
    /// Paths of every file on disk, for links.
    pub(super) paths: Vec<String>,
}

impl Tree {
    pub(super) fn read(root: &Path) -> Result<Self, String> {
        let mut paths = Vec::new();
        walk(root, root, &mut paths)?;
        paths.sort();
        let tracked = tracked(root).unwrap_or_else(|| paths.clone());
        // A tracked file may be gone from disk, and a file that is not UTF-8 is no text.
        let files = tracked
            .into_iter()
            .filter_map(|path| {
                let bytes = fs::read(root.join(&path)).ok()?;
                Some(SourceFile { path, text: String::from_utf8(bytes).ok()? })
            })
            .collect();
        Ok(Self { files, paths })
    }
}

fn tracked(root: &Path) -> Option<Vec<String>> {
    if !root.join(".git").exists() {
        return None;
    }
    let output = Command::new("git").arg("-C").arg(root).args(["ls-files", "-z"]).output().ok()?;
    let list = String::from_utf8(output.stdout).ok()?;
    let paths: Vec<String> = list.split('\0').filter(|path| !path.is_empty()).map(str::to_owned).collect();
    (output.status.success() && !paths.is_empty()).then_some(paths)
}

fn walk(root: &Path, folder: &Path, paths: &mut Vec<String>) -> Result<(), String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut entries: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    entries.sort();
    for path in entries {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if path.is_dir() && !path.is_symlink() {
            if !LEFT_BEHIND.contains(&name) {
                walk(root, &path, paths)?;
            }
        } else if let Some(relative) = path.strip_prefix(root).ok().and_then(Path::to_str) {
            paths.push(relative.replace('\\', "/"));
        }
    }
    Ok(())
}
