//! Writes `crates/sekisho-wire/src/generated/` from the service models in `models/`.
//!
//! The models are botocore's `service-2.json` (Apache-2.0), trimmed to the operations served here and without their
//! documentation: `cargo xtask codegen trim --botocore PATH` makes them from an installed botocore, `cargo xtask
//! codegen` turns them into plain structs and shape tables. Both outputs are checked in; a test holds that running the
//! generator again changes nothing. Generated code stays dumb: names, shapes and constraints, no logic.
mod emit;
mod names;
mod served;
mod trim;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Runs `codegen` or `codegen trim --botocore PATH`.
pub(crate) fn main(arguments: &[String]) -> Result<(), String> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => generate_all(),
        ["trim", "--botocore", path] => trim_all(Path::new(path)),
        _ => Err("usage: cargo xtask codegen [trim --botocore PATH]".to_owned()),
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn model_path(service: &str) -> PathBuf {
    root().join("models").join(format!("{service}.json"))
}

fn generated_path(service: &str) -> PathBuf {
    root().join("crates/sekisho-wire/src/generated").join(format!("{service}.rs"))
}

fn trim_all(botocore: &Path) -> Result<(), String> {
    for service in served::SERVICES {
        let text = trim::trim(botocore, service)?;
        write(&model_path(service.name), &text)?;
    }
    Ok(())
}

fn generate_all() -> Result<(), String> {
    for service in served::SERVICES {
        write(&generated_path(service.name), &generate(service.name)?)?;
    }
    Ok(())
}

fn generate(service: &str) -> Result<String, String> {
    let path = model_path(service);
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let model = serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    rustfmt(&emit::emit(service, &model)?)
}

fn rustfmt(source: &str) -> Result<String, String> {
    let mut child = Command::new("rustfmt")
        .args(["--edition", "2024", "--config-path"])
        .arg(root().join("rustfmt.toml"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("rustfmt: {error}"))?;
    let mut input = child.stdin.take().ok_or("rustfmt has no standard input")?;
    let text = source.to_owned();
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = child.wait_with_output().map_err(|error| format!("rustfmt: {error}"))?;
    writer
        .join()
        .map_err(|_| "the writer to rustfmt ended badly".to_owned())?
        .map_err(|error| format!("rustfmt: {error}"))?;
    if !output.status.success() {
        return Err("rustfmt refused the generated source".to_owned());
    }
    String::from_utf8(output.stdout).map_err(|error| format!("rustfmt: {error}"))
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::{fs, generate, generated_path, served};

    #[test]
    fn generating_again_changes_nothing() {
        for service in served::SERVICES {
            let fresh = generate(service.name).unwrap();
            let kept = fs::read_to_string(generated_path(service.name)).unwrap();
            assert!(fresh == kept, "{} is stale: run `cargo xtask codegen`", service.name);
        }
    }
}
