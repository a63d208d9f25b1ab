//! What a person types. Each command is a file; this one holds the grammar and the exit codes.
//!
//! Exit codes: 0 done, 1 refused or failed, 2 usage; `exec` ends with the command's own code.

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, CommandFactory, Parser, Subcommand};

use crate::{config::RawConfig, instance::DataDir};

mod env;
mod exec;
mod lab;
mod probe;
mod status;
mod ui;
mod up;
mod walkthrough;

/// The command line.
#[derive(Debug, Parser)]
#[command(
    name = "sekisho",
    version,
    about = "A private API gateway that you own: AWS on the wire, real packets underneath",
    after_help = "First steps:\n  sekisho walkthrough            the whole path, live, on a fresh lab\n  sekisho up                     run an instance in the foreground\n  eval \"$(sekisho env)\"          then aws, boto3, Terraform and curl work unchanged",
    max_term_width = 100
)]
pub struct Cli {
    /// The instance's directory, where every command finds it [default: $SEKISHO_DATA_DIR, or
    /// ~/.local/share/sekisho]. The walkthrough makes its fresh lab there, or in a temporary one.
    #[arg(long, global = true, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run an instance in the foreground: AWS APIs, gateway, DNS, network.
    #[command(
        after_help = "Stop it with Ctrl-C; everything acknowledged is kept in the data directory.\nSecond terminal:  eval \"$(sekisho env)\"; aws sts get-caller-identity"
    )]
    Up(Up),
    /// Play the reference path on a fresh lab: a private API called from on premises over Direct Connect.
    #[command(
        after_help = "It starts an instance of its own, drives it through the AWS APIs and ordinary packets only,\nprints what each step gave and the line you would type, and then breaks the path on purpose.\n\n  sekisho walkthrough --break sg      the request times out: security group\n  sekisho walkthrough --keep          leave the lab running to look around"
    )]
    Walkthrough(Walkthrough),
    /// Print what the AWS CLI, SDKs and curl need, for `eval "$(sekisho env)"`.
    #[command(
        after_help = "  eval \"$(sekisho env)\"                  this shell\n  sekisho env --format terraform         the provider block to paste"
    )]
    Env(EnvArgs),
    /// Make and remove on-premises sites and hosts.
    #[command(
        after_help = "  sekisho lab add-site tokyo --virtual-interface dxvif-ffhhk74f --cidr 192.168.10.0/24\n  sekisho lab add-host onprem --site tokyo\n  sekisho lab stop-router tokyo          routes are withdrawn\n  sekisho exec onprem -- curl -v https://..."
    )]
    Lab(LabArgs),
    /// Run a command on a lab host: its addresses, its routes, its resolver.
    #[command(
        after_help = "  sekisho exec onprem -- nslookup vpce-...\n  sekisho exec onprem -- curl -IX GET -H 'x-apigw-api-id: ...' https://vpce-.../prod"
    )]
    Exec(ExecArgs),
    /// Show what runs, how the network is made, and how the links stand.
    Status(Json),
    /// Print the completion script of a shell.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Print the version.
    Version(Json),
    /// One request from where it is run, with all details as JSON. Used by the walkthrough on lab hosts.
    #[command(hide = true)]
    Probe(ProbeArgs),
}

/// `up`.
#[derive(Clone, Debug, Args)]
pub struct Up {
    /// A TOML file with any of: listen, front, network, region, account_id. Flags win over it.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Where the AWS APIs listen [default: 127.0.0.1:4566].
    #[arg(long, value_name = "ADDRESS:PORT")]
    listen: Option<String>,
    /// Where this machine reaches public (regional) APIs [default: 127.0.0.1:8443].
    #[arg(long, value_name = "ADDRESS:PORT")]
    front: Option<String>,
    /// How the network is made: auto, netns, userns or loopback [default: auto, the best that works].
    #[arg(long, value_name = "MODE")]
    network: Option<String>,
    /// The region of a new instance [default: ap-northeast-1].
    #[arg(long)]
    region: Option<String>,
    /// The account of a new instance [default: 123456789012].
    #[arg(long, value_name = "TWELVE DIGITS")]
    account_id: Option<String>,
    /// Print one JSON line when ready instead of the welcome.
    #[arg(long)]
    json: bool,
    /// Stop when standard input closes: for programs that start an instance and must not leave it behind.
    #[arg(long)]
    with_parent: bool,
}

impl Up {
    fn raw_config(&self) -> RawConfig {
        RawConfig {
            listen: self.listen.clone(),
            front: self.front.clone(),
            network: self.network.clone(),
            region: self.region.clone(),
            account_id: self.account_id.clone(),
        }
    }
}

/// `walkthrough`.
#[derive(Clone, Debug, Args)]
pub struct Walkthrough {
    /// How the network is made: auto, netns, userns or loopback.
    #[arg(long, value_name = "MODE")]
    network: Option<String>,
    /// The customer's router: bird, frr or built-in [default: the best that is installed].
    #[arg(long, value_name = "PROGRAM")]
    router: Option<String>,
    /// Break the path in this way at the end [default: sg].
    #[arg(long = "break", value_name = "WAY", value_enum)]
    break_: Option<walkthrough::Break>,
    /// Leave the lab running at the end, and say how to use it.
    #[arg(long)]
    keep: bool,
    /// Print the steps as JSON.
    #[arg(long)]
    json: bool,
}

/// `env`.
#[derive(Clone, Debug, Args)]
pub struct EnvArgs {
    /// The form to print.
    #[arg(long, value_enum, default_value = "shell")]
    format: env::Format,
}

/// `lab`.
#[derive(Clone, Debug, Args)]
pub struct LabArgs {
    #[command(subcommand)]
    command: lab::LabCommand,
    /// Print JSON.
    #[arg(long, global = true)]
    json: bool,
}

/// `exec`.
#[derive(Clone, Debug, Args)]
pub struct ExecArgs {
    /// The lab host.
    host: String,
    /// Program and arguments, after `--`.
    #[arg(last = true, required = true, value_name = "COMMAND")]
    command: Vec<String>,
}

/// A command whose only option is `--json`.
#[derive(Clone, Copy, Debug, Args)]
pub struct Json {
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

/// `probe`.
#[derive(Clone, Debug, Args)]
pub struct ProbeArgs {
    /// `https://…`, or a name to resolve only.
    target: String,
    /// The method.
    #[arg(short = 'X', long, default_value = "GET")]
    method: String,
    /// A header, `Name: value`.
    #[arg(short = 'H', long = "header")]
    headers: Vec<String>,
    /// Milliseconds until it gives up.
    #[arg(long, default_value_t = 5000)]
    timeout_ms: u64,
}

/// Runs the command line. Called while the process has one thread.
#[must_use]
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    match dispatch(cli) {
        Ok(code) => code,
        Err(error) => {
            ui::print_error(&error);
            ExitCode::from(1)
        }
    }
}

fn dispatch(cli: Cli) -> anyhow::Result<ExitCode> {
    let given = cli.data_dir.clone();
    let directory = || DataDir::choose(given);
    match cli.command {
        Command::Up(up) => up::run(directory()?, &up),
        Command::Walkthrough(options) => walkthrough::run(&options, cli.data_dir),
        Command::Env(options) => env::run(&directory()?, options.format),
        Command::Lab(options) => lab::run(&directory()?, options.command, options.json),
        Command::Exec(options) => exec::run(&directory()?, &options.host, &options.command),
        Command::Status(options) => status::run(&directory()?, options.json),
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Cli::command(), "sekisho", &mut std::io::stdout());
            Ok(ExitCode::SUCCESS)
        }
        Command::Version(options) => {
            let version = env!("CARGO_PKG_VERSION");
            ui::print(&if options.json {
                format!("{{\"version\":\"{version}\"}}")
            } else {
                format!("sekisho {version}")
            });
            Ok(ExitCode::SUCCESS)
        }
        Command::Probe(options) => probe::run(&options),
    }
}
