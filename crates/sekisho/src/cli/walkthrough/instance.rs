//! The walkthrough's own instance: a child process in a temporary directory, gone when the walkthrough is.

use std::{
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::{
    admin::{AdminReply, AdminRequest, ClientEnv, ExecEnd, ask, exec},
    cli::probe::Seen,
    clock,
    instance::DataDir,
};

/// What `up --json` prints when ready.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Ready {
    pub(super) control: String,
    pub(super) network: String,
    pub(super) ready_ms: u64,
    pub(super) notes: Vec<String>,
}

/// The child.
#[derive(Debug)]
pub(super) struct Child {
    process: std::process::Child,
    directory: DataDir,
    pub(super) ready: Ready,
    kept: bool,
    /// Whether the directory is ours to remove.
    temporary: bool,
}

impl Child {
    /// Starts an instance and waits until it is ready.
    ///
    /// # Errors
    /// When it cannot be started or ends early; what it said is passed on.
    pub(super) fn start(data_dir: Option<PathBuf>, network: Option<&str>, keep: bool) -> Result<Self> {
        let temporary = data_dir.is_none();
        let path = data_dir.unwrap_or_else(|| {
            std::env::temp_dir().join(format!("sekisho-walkthrough-{}", clock::mint().hex(8)))
        });
        let directory = DataDir::choose(Some(path.clone()))?;
        if directory.store().exists() {
            bail!(
                "`{}` holds an instance already, and the walkthrough needs a fresh one; name another directory",
                path.display()
            );
        }
        let mut command = Command::new(std::env::current_exe().context("cannot find this program")?);
        command
            .args(["up", "--json", "--listen", "127.0.0.1:0", "--front", "127.0.0.1:0", "--data-dir"])
            .arg(&path)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        if keep {
            // It outlives us, so it must not hold on to our standard error: who reads that waits for its end.
            std::fs::create_dir_all(&path).with_context(|| format!("cannot make `{}`", path.display()))?;
            command.stderr(std::fs::File::create(path.join("log")).context("cannot make its log")?);
        } else {
            // Our end of its standard input closes however we end, and it with it.
            command.arg("--with-parent");
        }
        if let Some(network) = network {
            command.args(["--network", network]);
        }
        let mut process = command.spawn().context("cannot start an instance")?;
        let mut line = String::new();
        let mut guard = Self {
            directory,
            ready: Ready { control: String::new(), network: String::new(), ready_ms: 0, notes: Vec::new() },
            kept: false,
            temporary,
            process: {
                let output = process.stdout.take().context("the instance has no output")?;
                BufReader::new(output).read_line(&mut line)?;
                process
            },
        };
        if line.is_empty() {
            let status = guard.process.wait()?;
            let log = std::fs::read_to_string(path.join("log")).unwrap_or_default();
            let told = if keep { log.trim() } else { "what it said stands above" };
            bail!("the instance did not start ({status}): {told}");
        }
        guard.ready = serde_json::from_str(&line).context("the instance said something else than ready")?;
        Ok(guard)
    }

    pub(super) fn directory(&self) -> &Path {
        self.directory.path()
    }

    pub(super) fn pid(&self) -> u32 {
        self.process.id()
    }

    /// What `sekisho env` prints.
    pub(super) fn env(&self) -> Result<ClientEnv> {
        match ask(&self.directory, &AdminRequest::Env {})? {
            AdminReply::Env(env) => Ok(env),
            other => bail!("the instance answered {other:?}"),
        }
    }

    /// A lab command.
    pub(super) fn lab(&self, request: &AdminRequest) -> Result<String> {
        match ask(&self.directory, request)? {
            AdminReply::Done { made } => Ok(made.unwrap_or_default()),
            AdminReply::Refused { what, help } => bail!("{what}; {help}"),
            other => bail!("the instance answered {other:?}"),
        }
    }

    /// The HTTPS port inside the lab.
    pub(super) fn https_port(&self) -> Result<u16> {
        match ask(&self.directory, &AdminRequest::Status {})? {
            AdminReply::Status(status) => Ok(status.ports.0),
            other => bail!("the instance answered {other:?}"),
        }
    }

    /// Why a request was refused, in the operator's words; the caller's answer does not say.
    pub(super) fn why(&self, seen: &Seen) -> Option<String> {
        let id = &seen.headers.iter().find(|(name, _)| name == "x-amzn-requestid")?.1;
        let AdminReply::Status(status) = ask(&self.directory, &AdminRequest::Status {}).ok()? else {
            return None;
        };
        status.refusals.into_iter().find(|refusal| refusal.request_id == *id).map(|refusal| refusal.why)
    }

    /// Runs the probe on a lab host and reads what it saw.
    pub(super) fn probe(&self, host: &str, arguments: &[&str]) -> Result<Seen> {
        use std::os::fd::AsFd;
        let program = std::env::current_exe().context("cannot find this program")?;
        let mut argv = vec![program.display().to_string(), "probe".to_owned()];
        argv.extend(arguments.iter().map(|argument| (*argument).to_owned()));
        let (reader, writer) = std::io::pipe()?;
        let null = std::fs::File::options().read(true).write(true).open("/dev/null")?;
        let end = exec(&self.directory, host, &argv, [null.as_fd(), writer.as_fd(), writer.as_fd()], drop)?;
        drop(writer);
        let mut text = String::new();
        BufReader::new(reader).read_line(&mut text)?;
        match end {
            ExecEnd::Code(_) => {
                serde_json::from_str(&text).with_context(|| format!("the probe said `{}`", text.trim()))
            }
            ExecEnd::Refused(what, help) => bail!("{what}; {help}"),
        }
    }

    /// Leaves the instance running.
    pub(super) fn leave_running(mut self) {
        self.kept = true;
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        if self.kept {
            return;
        }
        if let Ok(pid) = i32::try_from(self.process.id()) {
            let _ =
                nix::sys::signal::kill(nix::unistd::Pid::from_raw(pid), nix::sys::signal::Signal::SIGTERM);
        }
        let _ = self.process.wait();
        if self.temporary {
            let _ = std::fs::remove_dir_all(self.directory.path());
        }
    }
}
