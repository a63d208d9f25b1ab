//! Commands on a lab host: in its network, with its resolver and with the lab's certificates trusted.

use std::ffi::OsString;
use std::io;
use std::os::fd::OwnedFd;
use std::path::PathBuf;
use std::process::ExitStatus;

/// How a command is run.
#[derive(Debug, Default)]
pub struct ExecOptions {
    /// Standard input; none is `/dev/null`.
    pub stdin: Option<OwnedFd>,
    /// Standard output; none is `/dev/null`.
    pub stdout: Option<OwnedFd>,
    /// Standard error; none is `/dev/null`.
    pub stderr: Option<OwnedFd>,
    /// Added to the environment.
    pub env: Vec<(OsString, OsString)>,
    /// Start from an empty environment instead of this process's.
    pub clear_env: bool,
    /// The working directory; none is this process's.
    pub directory: Option<PathBuf>,
    /// A PEM file of all trusted roots, the lab's among them; the usual variables are set to it, and it is mounted
    /// where the system keeps its bundle.
    pub ca_bundle: Option<PathBuf>,
}

/// A command that runs.
#[derive(Debug)]
pub struct Child {
    pub(crate) id: u32,
    pub(crate) ended: tokio::sync::oneshot::Receiver<io::Result<ExitStatus>>,
}

impl Child {
    /// The process id.
    #[must_use]
    pub const fn id(&self) -> u32 {
        self.id
    }

    /// Waits for the end. To be called once.
    ///
    /// # Errors
    ///
    /// The status could not be had.
    pub async fn wait(&mut self) -> io::Result<ExitStatus> {
        (&mut self.ended).await.map_err(|_| io::Error::other("the command was waited for already"))?
    }

    /// Sends a signal to the command and what it started.
    ///
    /// # Errors
    ///
    /// It has ended.
    pub fn signal(&self, _signal: i32) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}
