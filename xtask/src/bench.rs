//! The benchmarks: against other gateways, against our own past, and of the policy language.
//!
//! `gateway` compares CPU per request with nginx and HAProxy doing the same job on the same machine in the same rounds:
//! on a shared machine time says little, CPU and ratios say something. `count` counts instructions and system calls per
//! request, which do not depend on the machine's mood, and holds them to a committed baseline; it is the one that a
//! change can fail. `policy` runs the policy language's own benchmark against its targets. All of it stays on loopback,
//! has bounded durations, and ends every process it started.
mod compare;
mod count;
mod load;
mod peers;
mod policy;
mod process;

use std::path::{Path, PathBuf};
use std::process::Command;

const USAGE: &str = "usage: cargo xtask bench gateway [--quick] [--json] [--rounds N] [--seconds N] | count [--write] | policy";

/// Runs `bench gateway | count | policy`.
pub(crate) fn main(arguments: &[String]) -> Result<(), String> {
    match arguments.split_first() {
        Some((what, rest)) if what == "gateway" => compare::main(rest),
        Some((what, rest)) if what == "count" => count::main(rest),
        Some((what, [])) if what == "policy" => policy::main(),
        _ => Err(USAGE.to_owned()),
    }
}

/// Where the programs are and what they share.
pub(crate) struct Bench {
    /// The gateway's benchmark program.
    pub(crate) program: PathBuf,
    /// A directory that goes away.
    pub(crate) directory: Directory,
}

impl Bench {
    /// Builds what is measured, and makes the certificate that all servers show.
    pub(crate) fn prepare() -> Result<Self, String> {
        let bench = Self { program: build()?, directory: Directory::new()? };
        let made = Command::new(&bench.program)
            .arg("certificate")
            .args(bench.certificate_options())
            .status()
            .map_err(|error| format!("{}: {error}", bench.program.display()))?;
        if made.success() { Ok(bench) } else { Err("no certificate could be made".to_owned()) }
    }

    /// The options that name certificate and key.
    pub(crate) fn certificate_options(&self) -> [String; 4] {
        let path = |name: &str| self.path(name).display().to_string();
        ["--certificate".to_owned(), path("certificate.pem"), "--key".to_owned(), path("key.pem")]
    }

    /// A file in the directory.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.directory.0.join(name)
    }
}

/// A directory that goes away.
pub(crate) struct Directory(PathBuf);

impl Directory {
    fn new() -> Result<Self, String> {
        let path = std::env::temp_dir().join(format!("sekisho-bench-{}", std::process::id()));
        std::fs::create_dir_all(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(Self(path))
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Builds the benchmark's program with everything the optimiser can give, and says where it is. A program that is
/// built already can be named by `SEKISHO_BENCH_PROGRAM`.
fn build() -> Result<PathBuf, String> {
    if let Some(built) = std::env::var_os("SEKISHO_BENCH_PROGRAM") {
        return Ok(PathBuf::from(built));
    }
    let output = Command::new(env!("CARGO"))
        .current_dir(root())
        .args(["build", "--profile", "bench", "--package", "sekisho", "--example", "bench_gateway"])
        .args(["--message-format", "json-render-diagnostics"])
        .stderr(std::process::Stdio::inherit())
        .output()
        .map_err(|error| format!("cargo: {error}"))?;
    if !output.status.success() {
        return Err("the benchmark's program does not build".to_owned());
    }
    let text = String::from_utf8_lossy(&output.stdout);
    let messages = text.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let found = messages
        .filter(|message| message["target"]["name"] == "bench_gateway")
        .find_map(|message| message["executable"].as_str().map(PathBuf::from));
    found.ok_or_else(|| "cargo did not say where the program is".to_owned())
}

/// Refuses to go on without the tools, and says how to get them.
pub(crate) fn need(tools: &[(&str, &str)]) -> Result<(), String> {
    let missing: Vec<&(&str, &str)> = tools.iter().filter(|(tool, _)| !is_installed(tool)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = missing.iter().map(|(tool, _)| *tool).collect();
    let packages: Vec<&str> = missing.iter().map(|(_, package)| *package).collect();
    Err(format!("missing: {}; on Debian: apt-get install {}", names.join(", "), packages.join(" ")))
}

/// Whether a program can be found; `sbin` is looked into though it is not on every user's path.
fn is_installed(tool: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .chain([PathBuf::from("/usr/sbin"), PathBuf::from("/sbin")])
        .any(|directory| directory.join(tool).is_file())
}

/// Prints a line for the person who waits.
#[expect(clippy::print_stdout, reason = "a benchmark's output is its purpose")]
pub(crate) fn say(line: &str) {
    println!("{line}");
}

/// Prints progress beside the output.
#[expect(clippy::print_stderr, reason = "progress does not belong into the output")]
pub(crate) fn progress(line: &str) {
    eprintln!("{line}");
}
