//! Which crate may use which, which packages the pure ones may use, and how many packages there are in all.
//!
//! The floors are those of ARCHITECTURE.md. Development dependencies follow the same floors, but may use any package.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::Finding;

/// A crate, and the crates of ours that it may use.
const FLOORS: [(&str, &[&str]); 9] = [
    ("sekisho-policy", &[]),
    ("sekisho-vtl", &[]),
    ("sekisho-wire", &[]),
    ("sekisho-core", &["sekisho-policy", "sekisho-vtl"]),
    ("sekisho-execute", &["sekisho-core", "sekisho-policy", "sekisho-vtl"]),
    (
        "sekisho-control",
        &["sekisho-core", "sekisho-execute", "sekisho-policy", "sekisho-vtl", "sekisho-wire"],
    ),
    ("sekisho-fabric", &["sekisho-core"]),
    (
        "sekisho",
        &[
            "sekisho-control",
            "sekisho-core",
            "sekisho-execute",
            "sekisho-fabric",
            "sekisho-policy",
            "sekisho-vtl",
            "sekisho-wire",
        ],
    ),
    ("xtask", &[]),
];

/// Crates without sockets, files, clock, randomness, threads, async and unsafe.
pub(super) const PURE: [&str; 6] =
    ["sekisho-policy", "sekisho-vtl", "sekisho-wire", "sekisho-core", "sekisho-execute", "sekisho-control"];

/// The packages that pure crates may use: data structures, codecs and digests.
const PURE_MAY_USE: [&str; 16] = [
    "base64",
    "bytes",
    "foldhash",
    "hmac",
    "http",
    "imbl",
    "indexmap",
    "ipnet",
    "percent-encoding",
    "quick-xml",
    "regex",
    "serde",
    "serde_json",
    "serde_yaml_ng",
    "sha2",
    "subtle",
];

/// Also for macros only.
const PURE_MACROS: [&str; 1] = ["thiserror"];

/// Locked packages, ours included. Every one is code that somebody has to trust.
const PACKAGES_MAX: usize = 300;

pub(super) fn check(root: &Path, findings: &mut Vec<Finding>) -> Result<(), String> {
    let metadata = metadata(root)?;
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let name = package["name"].as_str().unwrap_or_default();
        check_package(name, package, findings);
        check_lints(root, package, findings)?;
    }
    check_count(root, findings)
}

fn metadata(root: &Path) -> Result<Value, String> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--no-deps", "--format-version", "1", "--offline"])
        .current_dir(root)
        .output()
        .map_err(|error| format!("cargo metadata: {error}"))?;
    if !output.status.success() {
        return Err(format!("cargo metadata: {}", String::from_utf8_lossy(&output.stderr)));
    }
    serde_json::from_slice(&output.stdout).map_err(|error| format!("cargo metadata: {error}"))
}

fn check_package(name: &str, package: &Value, findings: &mut Vec<Finding>) {
    let manifest =
        if name == "xtask" { "xtask/Cargo.toml".to_owned() } else { format!("crates/{name}/Cargo.toml") };
    let Some((_, may_use)) = FLOORS.iter().find(|(of, _)| *of == name) else {
        let what =
            format!("the crate `{name}` stands on no floor; give it one in `xtask tidy` and ARCHITECTURE.md");
        return findings.push(Finding::new(manifest, 0, what));
    };
    for dependency in package["dependencies"].as_array().into_iter().flatten() {
        let used = dependency["name"].as_str().unwrap_or_default();
        let for_tests = dependency["kind"].as_str() == Some("dev");
        let ours = FLOORS.iter().any(|(of, _)| *of == used);
        if ours && !may_use.contains(&used) {
            let what = format!(
                "`{name}` must not use `{used}`: it does not stand on a lower floor (ARCHITECTURE.md)"
            );
            findings.push(Finding::new(manifest.clone(), 0, what));
        }
        let known = PURE_MAY_USE.contains(&used) || PURE_MACROS.contains(&used);
        if !ours && !for_tests && PURE.contains(&name) && !known {
            let what = format!(
                "`{name}` is pure and must not use `{used}`; if that package does no I/O, add it to the list in `xtask tidy`"
            );
            findings.push(Finding::new(manifest.clone(), 0, what));
        }
    }
}

/// The lints of the workspace hold only where a crate asks for them.
fn check_lints(root: &Path, package: &Value, findings: &mut Vec<Finding>) -> Result<(), String> {
    let manifest = Path::new(package["manifest_path"].as_str().unwrap_or_default());
    let text = fs::read_to_string(manifest).map_err(|error| format!("{}: {error}", manifest.display()))?;
    if !text.contains("[lints]\nworkspace = true") {
        let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let shown = manifest.strip_prefix(&root).unwrap_or(manifest).display().to_string();
        let what = "no `[lints] workspace = true`, so none of the lints hold here";
        findings.push(Finding::new(shown, 0, what));
    }
    Ok(())
}

fn check_count(root: &Path, findings: &mut Vec<Finding>) -> Result<(), String> {
    let lock = root.join("Cargo.lock");
    let text = fs::read_to_string(&lock).map_err(|error| format!("{}: {error}", lock.display()))?;
    let count = text.lines().filter(|line| *line == "[[package]]").count();
    if count > PACKAGES_MAX {
        let what = format!("{count} packages are locked, more than {PACKAGES_MAX}; drop some or do without");
        findings.push(Finding::new("Cargo.lock", 0, what));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::check_package;
    use serde_json::json;

    fn findings(name: &str, dependencies: &serde_json::Value) -> Vec<String> {
        let mut found = Vec::new();
        check_package(name, &json!({"dependencies": dependencies}), &mut found);
        found.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn floors_and_packages_are_held() {
        for (name, used, kind, part) in [
            ("sekisho-core", "sekisho-wire", None, "must not use `sekisho-wire`"),
            ("sekisho-wire", "sekisho-core", Some("dev"), "must not use `sekisho-core`"),
            ("sekisho-policy", "sekisho-policy", None, "lower floor"),
            ("sekisho-core", "tokio", None, "is pure and must not use `tokio`"),
            ("sekisho-core", "rand", Some("build"), "is pure"),
            ("sekisho-new", "serde", None, "stands on no floor"),
        ] {
            let found = findings(name, &json!([{"name": used, "kind": kind}]));
            assert_eq!(found.len(), 1, "{name} {used}: {found:?}");
            assert!(found[0].contains(part), "{found:?}");
        }
        let fine = json!([
            {"name": "sekisho-policy", "kind": null}, {"name": "serde", "kind": null}, {"name": "proptest", "kind": "dev"},
        ]);
        assert_eq!(findings("sekisho-core", &fine), Vec::<String>::new());
        assert_eq!(
            findings("sekisho-fabric", &json!([{"name": "tokio", "kind": null}])),
            Vec::<String>::new()
        );
    }
}
