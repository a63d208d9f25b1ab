//! Commands on a lab host: in its network, with its resolver and with the lab's certificates trusted.
//!
//! The child gets a mount namespace of its own in which `/etc/resolv.conf` names the host's resolver, so that programs
//! need no option to ask the right one; the machine's files are not touched, and nothing is left on disk. Trust comes by
//! the environment variables that clients know, and by a mount over the system's bundle where there is one.
#![expect(unsafe_code, reason = "what happens between fork and exec is system calls only")]

use std::ffi::OsString;
use std::io;
use std::net::Ipv4Addr;
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use crate::mounts::Mounts;

/// Variables that name a file of trusted roots: OpenSSL, curl, the AWS CLI and SDKs, Python's requests, Node, Git.
const CA_VARIABLES: [&str; 6] = [
    "SSL_CERT_FILE",
    "CURL_CA_BUNDLE",
    "AWS_CA_BUNDLE",
    "REQUESTS_CA_BUNDLE",
    "NODE_EXTRA_CA_CERTS",
    "GIT_SSL_CAINFO",
];
/// Where Debian and Fedora keep the bundle.
const CA_FILES: [&str; 2] = ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt"];
/// `PIDFD_SIGNAL_PROCESS_GROUP`, `linux/pidfd.h`.
const PROCESS_GROUP: libc::c_uint = 1 << 2;
/// Arguments of a command, at most.
const ARGUMENTS_MAX: usize = 10_000;

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
    id: u32,
    process: OwnedFd,
    ended: tokio::sync::oneshot::Receiver<io::Result<ExitStatus>>,
}

impl Child {
    /// The process id.
    #[must_use]
    pub const fn id(&self) -> u32 {
        self.id
    }

    /// Waits for the end. Once it has told, it does not tell again.
    ///
    /// # Errors
    ///
    /// The status could not be had.
    pub async fn wait(&mut self) -> io::Result<ExitStatus> {
        (&mut self.ended).await.map_err(|_| io::Error::other("the command was waited for already"))?
    }

    /// Sends a signal to the command and, from Linux 6.9, to what it started in its process group.
    ///
    /// # Errors
    ///
    /// It has ended.
    pub fn signal(&self, signal: i32) -> io::Result<()> {
        let send = |flags: libc::c_uint| {
            // SAFETY: the descriptor is a process's; the information is left to the kernel.
            let result = unsafe {
                libc::syscall(
                    libc::SYS_pidfd_send_signal,
                    self.process.as_raw_fd(),
                    signal,
                    std::ptr::null::<libc::siginfo_t>(),
                    flags,
                )
            };
            if result == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
        };
        match send(PROCESS_GROUP) {
            Err(error) if error.raw_os_error() == Some(libc::EINVAL) => send(0),
            result => result,
        }
    }
}

/// Makes a command die with the thread that starts it, and gives it a session of its own: it has no controlling terminal,
/// so neither an interrupt meant for this process nor job control reaches it.
pub(crate) fn die_with_parent(command: &mut Command) {
    let parent = std::process::id();
    let prepare = move || {
        // SAFETY: plain numbers.
        unsafe { libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGKILL) };
        // SAFETY: no arguments; fails only for a leader of a group, which a new child is not.
        unsafe { libc::setsid() };
        // SAFETY: no arguments.
        let now = unsafe { libc::getppid() };
        // The parent may have died before it was asked to tell.
        if u32::try_from(now) == Ok(parent) { Ok(()) } else { Err(io::Error::from_raw_os_error(libc::ESRCH)) }
    };
    // SAFETY: only system calls, no allocation, no lock.
    unsafe { command.pre_exec(prepare) };
}

/// Asks a child of ours, not waited for yet, to end.
pub(crate) fn terminate(id: u32) {
    if let Ok(id) = libc::pid_t::try_from(id) {
        // SAFETY: plain numbers; the id is not reused before it is waited for.
        unsafe { libc::kill(id, libc::SIGTERM) };
    }
}

/// A command ready to be started: with its files, environment and, given a resolver, its own mounts.
pub(crate) fn prepare(
    argv: &[OsString],
    options: ExecOptions,
    resolver: Option<Ipv4Addr>,
) -> io::Result<Command> {
    let invalid = |text: &str| io::Error::new(io::ErrorKind::InvalidInput, text.to_owned());
    let (program, arguments) = argv.split_first().ok_or_else(|| invalid("there is no command"))?;
    if arguments.len() > ARGUMENTS_MAX {
        return Err(invalid("there are more than 10000 arguments"));
    }
    let mut command = Command::new(program);
    command.args(arguments);
    if options.clear_env {
        command.env_clear();
    }
    if let Some(bundle) = &options.ca_bundle {
        command.envs(CA_VARIABLES.map(|name| (name, bundle)));
    }
    command.envs(options.env);
    if let Some(directory) = options.directory {
        command.current_dir(directory);
    }
    let stdio = |fd: Option<OwnedFd>| fd.map_or_else(Stdio::null, Stdio::from);
    command.stdin(stdio(options.stdin)).stdout(stdio(options.stdout)).stderr(stdio(options.stderr));
    die_with_parent(&mut command);
    if let Some(resolver) = resolver {
        mounts(resolver, options.ca_bundle.as_deref())?.apply_to(&mut command);
    }
    Ok(command)
}

/// Starts a command from a thread that calls `enter` first, and then waits for the command's end: the thread lives as
/// long, so the command does not die early, and dies with this process.
pub(crate) fn start(
    mut command: Command,
    enter: impl FnOnce() -> io::Result<()> + Send + 'static,
) -> io::Result<Child> {
    let (told, ended) = tokio::sync::oneshot::channel();
    let (started, starts) = std::sync::mpsc::sync_channel(1);
    std::thread::Builder::new().name("exec".to_owned()).stack_size(256 << 10).spawn(move || {
        match enter().and_then(|()| spawn(&mut command)) {
            Ok((mut child, process)) => {
                // The starter waits for exactly this.
                let _ = started.send(Ok((child.id(), process)));
                // Its own copies of the files would keep pipes open.
                drop(command);
                // Nobody asking any more is no fault.
                let _ = told.send(child.wait());
            }
            Err(error) => {
                let _ = started.send(Err(error));
            }
        }
    })?;
    let (id, process) = starts.recv().map_err(|_| io::Error::other("the command's thread ended"))??;
    Ok(Child { id, process, ended })
}

fn spawn(command: &mut Command) -> io::Result<(std::process::Child, OwnedFd)> {
    let mut child = command.spawn()?;
    // SAFETY: plain numbers; the child is not waited for yet, so the id is its own.
    let raw = unsafe { libc::syscall(libc::SYS_pidfd_open, child.id(), 0) };
    let Some(raw) = i32::try_from(raw).ok().filter(|raw| *raw >= 0) else {
        let error = io::Error::last_os_error();
        // It is gone then, one way or the other.
        let _ = child.kill();
        let _ = child.wait();
        return Err(error);
    };
    // SAFETY: just opened, owned by nobody else.
    Ok((child, unsafe { OwnedFd::from_raw_fd(raw) }))
}

/// What a command on a lab host sees differently.
fn mounts(resolver: Ipv4Addr, bundle: Option<&Path>) -> io::Result<Mounts> {
    let text = format!("nameserver {resolver}\noptions timeout:2 attempts:2\n");
    let mut mounts = Mounts::default().replace("/etc/resolv.conf", text.into_bytes())?;
    if let Ok(text) = std::fs::read_to_string("/etc/nsswitch.conf") {
        mounts = mounts.replace("/etc/nsswitch.conf", plain_hosts(&text))?;
    }
    if let Some(bundle) = bundle {
        for target in CA_FILES.into_iter().filter(|file| Path::new(file).is_file()) {
            // The variables say the same; a system that refuses this one loses little.
            mounts = mounts.bind(bundle, target)?;
        }
    }
    Ok(mounts)
}

/// Names are asked of files and DNS only: other services would ask the machine's resolver behind the lab's back.
fn plain_hosts(text: &str) -> Vec<u8> {
    let mut lines: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("hosts:")).collect();
    lines.push("hosts: files dns");
    (lines.join("\n") + "\n").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_needs_a_name_and_has_limits() {
        assert!(prepare(&[], ExecOptions::default(), None).is_err());
        let many = vec![OsString::from("x"); ARGUMENTS_MAX + 2];
        assert!(prepare(&many, ExecOptions::default(), None).is_err());
    }

    #[test]
    fn other_name_services_are_left_out() {
        let text = "passwd: files\n hosts: mymachines resolve [!UNAVAIL=return] files dns\nnetworks: files";
        assert_eq!(plain_hosts(text), b"passwd: files\nnetworks: files\nhosts: files dns\n");
        assert_eq!(plain_hosts(""), b"hosts: files dns\n");
    }
}
