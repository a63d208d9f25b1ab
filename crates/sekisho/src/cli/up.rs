//! `sekisho up`: everything, in the foreground.

use std::process::ExitCode;

use anyhow::{Context, Result};
use tokio::signal::unix::{SignalKind, signal};

use super::{Up, ui};
use crate::{
    admin::InstanceFacts,
    config::RawConfig,
    instance::{DataDir, Prepared, Running},
};

pub(super) fn run(directory: DataDir, options: &Up) -> Result<ExitCode> {
    let file = options.config.as_deref().map(RawConfig::read).transpose()?.unwrap_or_default();
    let config = options.raw_config().over(file).resolve()?;
    // One thread until here: the process may move into namespaces of its own.
    let prepared = Prepared::new(directory, config)?;
    start_logging();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .context("cannot start the runtime")?;
    runtime.block_on(async {
        let mut interrupt = signal(SignalKind::interrupt())?;
        let mut terminate = signal(SignalKind::terminate())?;
        let running = tokio::select! {
            started = prepared.start() => started?,
            _ = interrupt.recv() => return Ok(ExitCode::from(130)),
            _ = terminate.recv() => return Ok(ExitCode::from(143)),
        };
        welcome(&running, options.json);
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
            () = parent_gone(options.with_parent) => {}
        }
        if !options.json {
            ui::print("stopping: requests in flight finish, the state is kept");
        }
        tokio::select! {
            () = running.stop() => {}
            _ = interrupt.recv() => {}
        }
        Ok(ExitCode::SUCCESS)
    })
}

/// Waits until standard input closes, which happens however a parent ends.
async fn parent_gone(watch: bool) {
    if !watch {
        return std::future::pending().await;
    }
    let (gone, waiting) = tokio::sync::oneshot::channel();
    // A plain thread: a blocking read must not hold the runtime back when we stop for another reason.
    std::thread::spawn(move || {
        let _ = std::io::copy(&mut std::io::stdin(), &mut std::io::sink());
        let _ = gone.send(());
    });
    let _ = waiting.await;
}

fn start_logging() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("SEKISHO_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn"));
    let _ = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).try_init();
}

fn welcome(running: &Running, json: bool) {
    let facts = running.facts();
    if json {
        let line = serde_json::json!({
            "control": format!("http://{}", facts.control),
            "front": format!("https://{}", facts.front),
            "network": facts.mode.to_string(),
            "data_dir": facts.data_dir,
            "ca_bundle": facts.ca_bundle,
            "ready_ms": facts.ready_ms,
            "notes": running.notes(),
        });
        ui::print(&line.to_string());
        return;
    }
    let version = env!("CARGO_PKG_VERSION");
    ui::print(&format!("{}   state {}", ui::bold(&format!("Sekisho {version}")), facts.data_dir.display()));
    ui::print("");
    let store = if facts.is_new { "new" } else { "opened" };
    line("store", store);
    line("AWS APIs", &format!("http://{}   sts ec2 directconnect apigateway", facts.control));
    line("front", &format!("https://{}   public APIs, for this machine", facts.front));
    line("network", &network_line(facts));
    for note in running.notes() {
        ui::print(&format!("                 {}", ui::dim(&note)));
    }
    ui::print("");
    ui::print(&format!("Ready in {} ms. Nothing leaves this machine. In another terminal:", facts.ready_ms));
    ui::print("");
    ui::print("  eval \"$(sekisho env)\"");
    ui::print(
        "  aws ec2 describe-vpc-endpoint-services --service-names com.amazonaws.$AWS_REGION.execute-api",
    );
    ui::print("  sekisho status");
    ui::print("");
    ui::print(&ui::dim("Ctrl-C stops it; the state is kept."));
}

fn line(what: &str, text: &str) {
    ui::print(&format!("  {} {} {text}", ui::mark(true), ui::pad(what, 12)));
}

/// The mode, and why none of the better ones was chosen.
fn network_line(facts: &InstanceFacts) -> String {
    let passed_over: Vec<String> = facts
        .probes
        .iter()
        .take_while(|probe| probe.mode != facts.mode)
        .filter(|probe| !probe.works)
        .map(|probe| format!("{}: {}", probe.mode, probe.reason))
        .collect();
    if passed_over.is_empty() {
        facts.mode.to_string()
    } else {
        format!("{}   ({})", facts.mode, passed_over.join("; "))
    }
}
