//! Instructions and system calls per request: the same on every machine, and so what a change can be held to.
//!
//! The gateway runs under callgrind, then under strace, once with few and once with many requests over the same four
//! TLS connections; the difference, divided, is what one request costs, start and handshakes cancelled out. Crypto is
//! dearer there than in life, because valgrind hides the widest vector instructions.

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use super::load::{Row, api_id, host};
use super::peers::upstream;
use super::process::{Server, on_core};
use super::{Bench, need, progress, root, say};

const FEW: usize = 400;
const MANY: usize = 2_400;
/// Counts are repeated until they hold, at most so often, and the least counts: where the allocator's blocks happen to
/// lie adds up to a tenth, and nothing can make a request look cheaper than it is.
const TURNS_MAX: usize = 4;
/// More than this share of the baseline's instructions fails.
const INSTRUCTIONS_TOLERANCE: f64 = 0.05;
/// More than this many system calls above the baseline fails.
const SYSCALLS_TOLERANCE: f64 = 0.2;
/// APIs in the world: starting is slow under callgrind and cancels out.
const APIS: usize = 20;

/// Counts, and compares with the baseline; `--write` makes the counts the baseline.
pub(crate) fn main(arguments: &[String]) -> Result<(), String> {
    let write = match arguments {
        [] => false,
        [flag] if flag == "--write" => true,
        _ => return Err("usage: cargo xtask bench count [--write]".to_owned()),
    };
    need(&[("valgrind", "valgrind"), ("strace", "strace"), ("taskset", "util-linux")])?;
    let bench = Bench::prepare()?;
    let (_backend, backend) = upstream(&bench)?;
    let mut counted = count_all(&bench, backend)?;
    let path = baseline();
    if write {
        let text = serde_json::to_string_pretty(&counted).map_err(|error| error.to_string())? + "\n";
        return fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()));
    }
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let known: Value = serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    for _ in 1..TURNS_MAX {
        if worse_than(&counted, &known)?.is_empty() {
            break;
        }
        counted = least(&counted, &count_all(&bench, backend)?)?;
    }
    compare(&counted, &known)
}

fn count_all(bench: &Bench, backend: SocketAddr) -> Result<Value, String> {
    let mut counted = json!({});
    for (key, row) in [("mock", Row::Mock), ("proxy", Row::Proxy)] {
        progress(&format!("counting {}", row.name()));
        counted[key] = json!({
            "instructions": per_request(bench, backend, row, Tool::Callgrind)?.round(),
            "syscalls": (per_request(bench, backend, row, Tool::Strace)? * 100.0).round() / 100.0,
        });
    }
    Ok(counted)
}

/// The lesser of two counts, number by number.
fn least(one: &Value, other: &Value) -> Result<Value, String> {
    let mut all = json!({});
    for key in ["mock", "proxy"] {
        for what in ["instructions", "syscalls"] {
            all[key][what] = json!(as_number(&one[key][what])?.min(as_number(&other[key][what])?));
        }
    }
    Ok(all)
}

fn baseline() -> PathBuf {
    root().join("xtask/src/bench/baseline.json")
}

fn compare(counted: &Value, known: &Value) -> Result<(), String> {
    for key in ["mock", "proxy"] {
        for what in ["instructions", "syscalls"] {
            let (now, before) = (as_number(&counted[key][what])?, as_number(&known[key][what])?);
            say(&format!("{key:6} {what:13} {now:10.2}  baseline {before:10.2}"));
        }
    }
    let worse = worse_than(counted, known)?;
    if worse.is_empty() {
        Ok(())
    } else {
        Err(format!("a request costs more than before: {}", worse.join(", ")))
    }
}

/// Which counts are over the baseline by more than their tolerance.
fn worse_than(counted: &Value, known: &Value) -> Result<Vec<String>, String> {
    let mut worse = Vec::new();
    for key in ["mock", "proxy"] {
        for (what, limit) in [
            ("instructions", as_number(&known[key]["instructions"])? * (1.0 + INSTRUCTIONS_TOLERANCE)),
            ("syscalls", as_number(&known[key]["syscalls"])? + SYSCALLS_TOLERANCE),
        ] {
            let now = as_number(&counted[key][what])?;
            if now > limit {
                worse.push(format!("{key} {what} ({now:.2}, at most {limit:.2})"));
            }
        }
    }
    Ok(worse)
}

fn as_number(value: &Value) -> Result<f64, String> {
    value.as_f64().ok_or_else(|| "the baseline lacks a number; `--write` makes a new one".to_owned())
}

#[derive(Clone, Copy)]
enum Tool {
    Callgrind,
    Strace,
}

fn per_request(bench: &Bench, backend: SocketAddr, row: Row, tool: Tool) -> Result<f64, String> {
    let few = count(bench, backend, row, tool, FEW)?;
    let many = count(bench, backend, row, tool, MANY)?;
    Ok((many - few) / (MANY - FEW) as f64)
}

/// Runs the gateway under a tool, drives it, ends it, and reads the tool's total.
fn count(bench: &Bench, backend: SocketAddr, row: Row, tool: Tool, requests: usize) -> Result<f64, String> {
    let out = bench.path("counted");
    let mut command = match tool {
        Tool::Callgrind => {
            let mut command = on_core(0, "valgrind");
            command
                .args(["--quiet", "--tool=callgrind"])
                .arg(format!("--callgrind-out-file={}", out.display()));
            command
        }
        Tool::Strace => {
            let mut command = on_core(0, "strace");
            command.args(["-f", "-c", "-o"]).arg(&out);
            command
        }
    };
    command.arg(&bench.program).arg("serve").args(bench.certificate_options());
    command.args(["--apis", &APIS.to_string(), "--upstream", &backend.to_string(), "--cores", "1"]);
    let server = Server::start(command)?;
    let address = server.wait_for("ready ")?;
    let api = if row == Row::Mock { 0 } else { APIS - 1 };
    let driven = Command::new(&bench.program)
        .args(["drive", "--address", &address, "--connections", "4", "--requests", &requests.to_string()])
        .args(["--host", &host(api), "--path", "/prod/r1/7"])
        .status()
        .map_err(|error| error.to_string())?;
    if !driven.success() {
        return Err(format!("the requests to {} failed", api_id(api)));
    }
    server.end_politely()?;
    match tool {
        Tool::Callgrind => callgrind_total(&out),
        Tool::Strace => strace_total(&out),
    }
}

fn callgrind_total(out: &Path) -> Result<f64, String> {
    let text = fs::read_to_string(out).map_err(|error| format!("{}: {error}", out.display()))?;
    let total =
        text.lines().find_map(|line| line.strip_prefix("totals:").or_else(|| line.strip_prefix("summary:")));
    total
        .and_then(|line| line.split_whitespace().next()?.parse().ok())
        .ok_or_else(|| "callgrind wrote no total".to_owned())
}

/// The calls column of the last line. Waiting for a lock and for the signal handler's return is not counted apart.
fn strace_total(out: &Path) -> Result<f64, String> {
    let text = fs::read_to_string(out).map_err(|error| format!("{}: {error}", out.display()))?;
    let total = text.lines().rev().find(|line| line.trim_end().ends_with("total"));
    total
        .and_then(|line| line.split_whitespace().nth(3)?.parse().ok())
        .ok_or_else(|| format!("strace wrote no total: {text}"))
}

#[cfg(test)]
mod tests {
    use super::{compare, json};

    fn counts(instructions: f64, syscalls: f64) -> serde_json::Value {
        let one = json!({"instructions": instructions, "syscalls": syscalls});
        json!({"mock": one, "proxy": one})
    }

    #[test]
    fn a_little_more_passes_and_more_fails() {
        let known = counts(20_000.0, 2.3);
        assert!(compare(&counts(20_900.0, 2.45), &known).is_ok());
        assert!(compare(&counts(21_100.0, 2.3), &known).is_err());
        assert!(compare(&counts(20_000.0, 2.6), &known).is_err());
        assert!(compare(&counts(1.0, 1.0), &json!({})).is_err());
    }
}
