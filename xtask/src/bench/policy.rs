//! The policy language's own benchmark, held to its targets.

use std::process::Command;

use super::{root, say};

/// Runs it and fails when a target is missed.
pub(crate) fn main() -> Result<(), String> {
    let output = Command::new(env!("CARGO"))
        .current_dir(root())
        .args(["bench", "--package", "sekisho-policy", "--bench", "decide", "--", "--json"])
        .stderr(std::process::Stdio::inherit())
        .output()
        .map_err(|error| format!("cargo: {error}"))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let line = text.lines().find(|line| line.starts_with('[')).ok_or("the benchmark printed no result")?;
    let results: Vec<serde_json::Value> = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let mut missed = Vec::new();
    for result in &results {
        let name = result["name"].as_str().unwrap_or_default();
        let measured = result["nanoseconds"].as_f64().unwrap_or(f64::INFINITY);
        match result["target"].as_f64() {
            Some(target) => {
                say(&format!("{name:32} {measured:10.1} ns, at most {target:.0}"));
                if measured > target {
                    missed.push(name);
                }
            }
            None => say(&format!("{name:32} {measured:10.1} ns")),
        }
    }
    if missed.is_empty() { Ok(()) } else { Err(format!("too slow: {}", missed.join(", "))) }
}
