//! `sekisho exec HOST -- CMD`: the command talks to this terminal, from the host's network.

use std::{
    io::Write,
    os::{fd::AsFd, unix::net::UnixStream},
    process::ExitCode,
};

use anyhow::Result;
use tokio::signal::unix::{SignalKind, signal};

use super::ui;
use crate::{
    admin::{AdminRequest, ExecEnd, exec},
    instance::DataDir,
};

pub(super) fn run(directory: &DataDir, host: &str, command: &[String]) -> Result<ExitCode> {
    let (stdin, stdout, stderr) = (std::io::stdin(), std::io::stdout(), std::io::stderr());
    let end = exec(directory, host, command, [stdin.as_fd(), stdout.as_fd(), stderr.as_fd()], |stream| {
        std::thread::spawn(move || pass_signals(&stream));
    })?;
    match end {
        ExecEnd::Code(code) => Ok(ExitCode::from(u8::try_from(code & 0xff).unwrap_or(1))),
        ExecEnd::Refused(what, help) => {
            ui::print_refusal(&what, &help);
            Ok(ExitCode::from(1))
        }
    }
}

/// The command is not a child of ours, so what the terminal tells us has to be told on.
fn pass_signals(mut stream: &UnixStream) {
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return };
    runtime.block_on(async {
        let kinds =
            [SignalKind::interrupt(), SignalKind::terminate(), SignalKind::quit(), SignalKind::hangup()];
        let mut signals: Vec<_> =
            kinds.into_iter().filter_map(|kind| Some((kind.as_raw_value(), signal(kind).ok()?))).collect();
        loop {
            let number = std::future::poll_fn(|context| {
                for (number, signal) in &mut signals {
                    if signal.poll_recv(context).is_ready() {
                        return std::task::Poll::Ready(*number);
                    }
                }
                std::task::Poll::Pending
            })
            .await;
            let Ok(mut line) = serde_json::to_vec(&AdminRequest::Signal { number }) else { return };
            line.push(b'\n');
            if stream.write_all(&line).is_err() {
                return;
            }
        }
    });
}
