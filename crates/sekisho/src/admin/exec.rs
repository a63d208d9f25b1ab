//! Commands on lab hosts, with the caller's own terminal.

use std::{
    ffi::OsString,
    io::{self, BufRead, BufReader, IoSliceMut, Read, Write},
    mem::MaybeUninit,
    os::{
        fd::{BorrowedFd, OwnedFd},
        unix::{net::UnixStream, process::ExitStatusExt},
    },
    path::PathBuf,
};

use rustix::net::{
    RecvAncillaryBuffer, RecvAncillaryMessage, RecvFlags, SendAncillaryBuffer, SendAncillaryMessage,
    SendFlags, recvmsg, sendmsg,
};
use sekisho_core::id::HostName;
use sekisho_fabric::ExecOptions;

use super::{Admin, AdminReply, AdminRequest, refused, send};
use crate::instance::DataDir;

/// A command to run.
pub(super) struct Command {
    pub(super) host: String,
    pub(super) argv: Vec<String>,
    pub(super) env: Vec<(String, String)>,
    pub(super) directory: PathBuf,
    pub(super) descriptors: Vec<OwnedFd>,
}

/// Reads the request line and the descriptors that came with its first byte.
pub(super) fn receive_line(stream: &UnixStream, limit: u64) -> io::Result<(String, Vec<OwnedFd>)> {
    let mut first = [0u8; 4096];
    let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(3))];
    let mut control = RecvAncillaryBuffer::new(&mut space);
    let count =
        recvmsg(stream, &mut [IoSliceMut::new(&mut first)], &mut control, RecvFlags::CMSG_CLOEXEC)?.bytes;
    let descriptors = control
        .drain()
        .filter_map(|message| match message {
            RecvAncillaryMessage::ScmRights(descriptors) => Some(descriptors),
            _ => None,
        })
        .flatten()
        .collect();
    let mut line = first.get(..count).unwrap_or_default().to_vec();
    if !line.ends_with(b"\n") {
        let mut reader = BufReader::new(stream.take(limit));
        reader.read_until(b'\n', &mut line)?;
    }
    String::from_utf8(line)
        .map(|line| (line, descriptors))
        .map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "the request is not UTF-8"))
}

/// Runs a command to its end, passing signals on.
pub(super) fn run(
    admin: &Admin,
    stream: &UnixStream,
    runtime: &tokio::runtime::Handle,
    command: Command,
) -> io::Result<()> {
    let host = HostName::from(command.host.as_str());
    if !admin.node.world().hosts.contains_key(&host) {
        let world = admin.node.world();
        let names: Vec<&str> = world.hosts.keys().map(HostName::as_str).collect();
        let help = if names.is_empty() {
            "there are no hosts yet; `sekisho lab add-host` makes one".to_owned()
        } else {
            format!("hosts: {}", names.join(", "))
        };
        return send(stream, &refused(format!("there is no host `{host}`"), help));
    }
    let mut descriptors = command.descriptors.into_iter();
    let mut env: Vec<(OsString, OsString)> =
        command.env.into_iter().map(|(name, value)| (name.into(), value.into())).collect();
    env.extend(admin.host_env(&host));
    let options = ExecOptions {
        stdin: descriptors.next(),
        stdout: descriptors.next(),
        stderr: descriptors.next(),
        env,
        clear_env: true,
        directory: Some(command.directory),
        ca_bundle: Some(admin.facts.ca_bundle.clone()),
    };
    let argv: Vec<OsString> = command.argv.into_iter().map(OsString::from).collect();
    let mut child = {
        let _inside = runtime.enter();
        match admin.fabric.command(&host, &argv, options) {
            Ok(child) => child,
            Err(error) => {
                let program =
                    argv.first().map(|program| program.to_string_lossy().into_owned()).unwrap_or_default();
                let help = if error.kind() == io::ErrorKind::NotFound {
                    "it is not installed on this machine; the hosts share its programs"
                } else {
                    "see the instance's log"
                };
                return send(stream, &refused(format!("cannot run `{program}` on {host}: {error}"), help));
            }
        }
    };
    // A caller that is gone by now is noticed below, where its command is ended too.
    let _ = send(stream, &AdminReply::Started { pid: child.id() });
    let (signals, mut asked) = tokio::sync::mpsc::unbounded_channel();
    let lines = stream.try_clone();
    let listener = std::thread::spawn(move || match lines {
        Ok(lines) => read_signals(&lines, &signals),
        // Without a way to hear the caller, its command cannot be left running.
        Err(_) => drop(signals.send(nix::sys::signal::Signal::SIGHUP as i32)),
    });
    let status = runtime.block_on(async {
        loop {
            tokio::select! {
                status = child.wait() => return status,
                Some(signal) = asked.recv() => {
                    // An error means that it has ended; the next turn sees that.
                    let _ = child.signal(signal);
                }
            }
        }
    })?;
    let code = status.code().or_else(|| status.signal().map(|signal| 128 + signal)).unwrap_or(1);
    let sent = send(stream, &AdminReply::Ended { code });
    stream.shutdown(std::net::Shutdown::Both)?;
    let _ = listener.join();
    sent
}

/// Reads the signals a caller passes on. A caller that goes away hangs up on its command, as a terminal would.
fn read_signals(stream: &UnixStream, signals: &tokio::sync::mpsc::UnboundedSender<i32>) {
    for line in BufReader::new(stream).lines() {
        let Ok(line) = line else { break };
        if let Ok(AdminRequest::Signal { number }) = serde_json::from_str(&line)
            && signals.send(number).is_err()
        {
            return;
        }
    }
    let _ = signals.send(nix::sys::signal::Signal::SIGHUP as i32);
}

/// How a command ended, for the client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExecEnd {
    /// It ran; its exit code.
    Code(i32),
    /// It did not run: what is wrong and what to do.
    Refused(String, String),
}

/// Runs a command on a host of the instance of a data directory, with the given descriptors as its standard streams.
///
/// # Errors
/// When no instance runs there or the connection breaks.
pub fn exec(
    directory: &DataDir,
    host: &str,
    argv: &[String],
    streams: [BorrowedFd<'_>; 3],
    on_start: impl FnOnce(UnixStream),
) -> anyhow::Result<ExecEnd> {
    let stream = super::connect(directory).map_err(|_| {
        anyhow::anyhow!("no instance runs on `{}`; start one with `sekisho up`", directory.path().display())
    })?;
    let env = std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
        .collect();
    let request = AdminRequest::Exec {
        host: host.to_owned(),
        argv: argv.to_vec(),
        env,
        directory: std::env::current_dir().unwrap_or_else(|_| PathBuf::from("/")),
    };
    let mut line = serde_json::to_vec(&request)?;
    line.push(b'\n');
    let (head, tail) = line.split_at(line.len().min(4096));
    let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(3))];
    let mut control = SendAncillaryBuffer::new(&mut space);
    if !control.push(SendAncillaryMessage::ScmRights(&streams)) {
        anyhow::bail!("the standard streams could not be passed on");
    }
    let sent = sendmsg(&stream, &[io::IoSlice::new(head)], &mut control, SendFlags::empty())?;
    (&stream).write_all(head.get(sent..).unwrap_or_default())?;
    (&stream).write_all(tail)?;
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut on_start = Some(on_start);
    let mut answer = String::new();
    loop {
        answer.clear();
        if reader.read_line(&mut answer)? == 0 {
            anyhow::bail!("the instance went away while the command ran");
        }
        match serde_json::from_str(&answer)? {
            AdminReply::Started { .. } => {
                if let Some(on_start) = on_start.take() {
                    on_start(stream.try_clone()?);
                }
            }
            AdminReply::Ended { code } => return Ok(ExecEnd::Code(code)),
            AdminReply::Refused { what, help } => return Ok(ExecEnd::Refused(what, help)),
            other => anyhow::bail!("the instance answered {other:?} to a command"),
        }
    }
}
