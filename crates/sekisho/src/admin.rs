//! The instance's private door for its own command line: one JSON line in, JSON lines out, over a Unix socket.
//!
//! Only the user who owns the data directory can open it (the socket's mode is 0600), so there is no second login beside
//! SigV4 and nothing of it is on a TCP port. Running a command on a lab host passes the caller's own terminal
//! descriptors (`SCM_RIGHTS`), so that the command talks to the terminal itself; signals come as further lines.

use std::{
    io::{self, BufRead, BufReader, Write},
    net::{Ipv4Addr, SocketAddr},
    os::{
        fd::{AsRawFd, OwnedFd},
        unix::net::UnixStream,
    },
    path::{Path, PathBuf},
    sync::Arc,
};

use ipnet::Ipv4Net;
use sekisho_control::lab::{self, LabError, NewPlace, NewSite, SiteEdit};
use sekisho_core::{Change, Timestamp, World, lab::RouterKind};
use sekisho_fabric::{Fabric, Mode, Probe};
use serde::{Deserialize, Serialize};
use tokio::net::UnixListener;

use crate::{clock, gateway::Gateway, instance::DataDir, network::Network, node::Node};

mod exec;
mod status;

pub use exec::{ExecEnd, exec};
pub use status::{EndpointStatus, HostStatus, LinkStatus, RefusalStatus, SiteStatus, Status};

/// Bytes of one request line.
const LINE_BYTES_MAX: u64 = 256 * 1024;

/// What an instance knows of itself.
#[derive(Clone, Debug)]
pub struct InstanceFacts {
    /// Where the AWS APIs are.
    pub control: SocketAddr,
    /// Where this machine reaches public APIs.
    pub front: SocketAddr,
    /// The network mode.
    pub mode: Mode,
    /// How the mode was chosen.
    pub probes: Vec<Probe>,
    /// The data directory.
    pub data_dir: PathBuf,
    /// System roots and ours.
    pub ca_bundle: PathBuf,
    /// When it started.
    pub started: Timestamp,
    /// Whether the store was made at this start.
    pub is_new: bool,
    /// How long the start took, milliseconds.
    pub ready_ms: u64,
}

/// A request line.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "op", rename_all = "kebab-case", deny_unknown_fields)]
pub enum AdminRequest {
    /// What there is.
    Status {},
    /// What a client of the AWS APIs needs.
    Env {},
    /// Make a site.
    AddSite {
        /// Its name.
        name: String,
        /// The virtual interface.
        virtual_interface: String,
        /// Its network.
        cidr: Ipv4Net,
        /// The program; `None` is the best that is installed.
        router: Option<RouterKind>,
    },
    /// Change a site.
    EditSite {
        /// Its name.
        name: String,
        /// Start or stop the router.
        router_running: Option<bool>,
        /// Announce so many further prefixes.
        extra_prefixes: Option<u16>,
        /// Use this MD5 key; empty goes back to the interface's own.
        auth_key: Option<String>,
        /// Another program.
        router: Option<RouterKind>,
    },
    /// Remove a site with its hosts.
    RemoveSite {
        /// Its name.
        name: String,
    },
    /// Make a host.
    AddHost {
        /// Its name.
        name: String,
        /// Behind this site,
        site: Option<String>,
        /// or in this subnet.
        subnet: Option<String>,
        /// Its address; `None` takes a free one.
        address: Option<Ipv4Addr>,
    },
    /// Remove a host.
    RemoveHost {
        /// Its name.
        name: String,
    },
    /// Run a command on a host. Three descriptors come with it.
    Exec {
        /// The host.
        host: String,
        /// Program and arguments.
        argv: Vec<String>,
        /// Environment of the caller.
        env: Vec<(String, String)>,
        /// Working directory of the caller.
        directory: PathBuf,
    },
    /// During a command: pass a signal on.
    Signal {
        /// Its number.
        number: i32,
    },
}

/// An answer line.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "reply", rename_all = "kebab-case")]
pub enum AdminReply {
    /// Done; what was made, where something was.
    Done {
        /// For people and `--json`.
        made: Option<String>,
    },
    /// What there is.
    Status(Box<Status>),
    /// What a client needs.
    Env(ClientEnv),
    /// A command started.
    Started {
        /// Its process id.
        pid: u32,
    },
    /// A command ended.
    Ended {
        /// Exit code, or 128 plus the signal.
        code: i32,
    },
    /// Refused.
    Refused {
        /// What is wrong.
        what: String,
        /// What to do next.
        help: String,
    },
}

/// What a client of the AWS APIs needs to know.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ClientEnv {
    /// `http://127.0.0.1:4566`.
    pub endpoint_url: String,
    /// The region.
    pub region: String,
    /// The account.
    pub account_id: String,
    /// The root key's id.
    pub access_key_id: String,
    /// The root key's secret.
    pub secret_access_key: String,
    /// System roots and ours.
    pub ca_bundle: PathBuf,
    /// Where this machine reaches public APIs.
    pub front: String,
}

/// The server side.
#[derive(Debug)]
pub struct Admin {
    node: Arc<Node>,
    fabric: Arc<Fabric>,
    gateway: Arc<Gateway>,
    network: Arc<Network>,
    facts: InstanceFacts,
}

impl Admin {
    /// The door over what an instance is made of.
    #[must_use]
    pub fn new(
        node: Arc<Node>,
        fabric: Arc<Fabric>,
        gateway: Arc<Gateway>,
        network: Arc<Network>,
        facts: InstanceFacts,
    ) -> Arc<Self> {
        Arc::new(Self { node, fabric, gateway, network, facts })
    }

    /// The instance's facts.
    #[must_use]
    pub const fn facts(&self) -> &InstanceFacts {
        &self.facts
    }

    /// Serves until the task is dropped. Each conversation has a thread of its own: they are few and they block.
    pub async fn serve(self: Arc<Self>, listener: UnixListener) {
        loop {
            let Ok((stream, _)) = listener.accept().await else { return };
            let Ok(stream) = stream.into_std() else { continue };
            let admin = Arc::clone(&self);
            let runtime = tokio::runtime::Handle::current();
            tokio::task::spawn_blocking(move || {
                if let Err(error) =
                    stream.set_nonblocking(false).and_then(|()| admin.converse(&stream, &runtime))
                {
                    tracing::debug!(%error, "an admin conversation ended early");
                }
            });
        }
    }

    fn converse(&self, stream: &UnixStream, runtime: &tokio::runtime::Handle) -> io::Result<()> {
        let (line, descriptors) = exec::receive_line(stream, LINE_BYTES_MAX)?;
        let request: AdminRequest = match serde_json::from_str(&line) {
            Ok(request) => request,
            Err(error) => {
                let what = format!("the request is not understood: {error}");
                return send(stream, &refused(what, "use the `sekisho` of the same version as the instance"));
            }
        };
        if let AdminRequest::Exec { host, argv, env, directory } = request {
            return exec::run(
                self,
                stream,
                runtime,
                exec::Command { host, argv, env, directory, descriptors },
            );
        }
        let reply = runtime.block_on(self.answer(request));
        send(stream, &reply)
    }

    async fn answer(&self, request: AdminRequest) -> AdminReply {
        let now = clock::now();
        match request {
            AdminRequest::Status {} => AdminReply::Status(Box::new(self.status())),
            AdminRequest::Env {} => self.env(),
            AdminRequest::AddSite { name, virtual_interface, cidr, router } => {
                let router = match choose_router(router) {
                    Ok(router) => router,
                    Err(LabError { what, help }) => return refused(what, help),
                };
                let site =
                    NewSite { name, virtual_interface_id: virtual_interface, cidr_block: cidr, router };
                self.change(|world| lab::add_site(world, site.clone(), now)).await
            }
            AdminRequest::EditSite { name, router_running, extra_prefixes, auth_key, router } => {
                let edit = SiteEdit {
                    router_running,
                    extra_prefixes: extra_prefixes.map(numbered_prefixes),
                    auth_key: auth_key.map(|key| (!key.is_empty()).then_some(key)),
                    router,
                };
                self.change(|world| {
                    router.map(|kind| choose_router(Some(kind))).transpose()?;
                    lab::edit_site(world, &name, edit.clone())
                })
                .await
            }
            AdminRequest::RemoveSite { name } => self.change(|world| lab::remove_site(world, &name)).await,
            AdminRequest::AddHost { name, site, subnet, address } => {
                let place = match (site, subnet) {
                    (Some(site), None) => NewPlace::Site(site),
                    (None, Some(subnet)) => NewPlace::Subnet(subnet),
                    _ => {
                        return refused(
                            "a host stands at a site or in a subnet",
                            "say one of --site and --subnet",
                        );
                    }
                };
                self.change(|world| lab::add_host(world, &name, &place, address, now)).await
            }
            AdminRequest::RemoveHost { name } => self.change(|world| lab::remove_host(world, &name)).await,
            AdminRequest::Signal { .. } | AdminRequest::Exec { .. } => {
                refused("no command is running", "signals follow a command on the same connection")
            }
        }
    }

    /// Makes a change and waits until the network has carried it out, so that the next command finds it there.
    async fn change(&self, operation: impl Fn(&World) -> Result<Vec<Change>, LabError>) -> AdminReply {
        let done = self.node.call(|world| operation(world).map(|changes| (made(&changes), changes))).await;
        match done {
            Err(error) => refused(error.to_string(), "the store is at fault; see the instance's log"),
            Ok(Err(LabError { what, help })) => refused(what, help),
            Ok(Ok(made)) => {
                let revision = self.node.world().revision;
                let mut status = self.network.status();
                let carried_out = status.wait_for(|status| status.applied_revision >= revision);
                let waited = tokio::time::timeout(std::time::Duration::from_secs(20), carried_out).await;
                match waited.map(|status| status.is_ok()) {
                    Ok(true) => AdminReply::Done { made },
                    _ => {
                        let errors = self.network.status().borrow().errors.join("; ");
                        refused(
                            format!("it is stored, but the network could not follow: {errors}"),
                            "`sekisho status` shows what is missing; it is tried again by itself",
                        )
                    }
                }
            }
        }
    }

    fn env(&self) -> AdminReply {
        let world = self.node.world();
        let Some(key) = world.access_keys.values().next() else {
            return refused("there is no access key", "the instance was not founded; look at its log");
        };
        AdminReply::Env(ClientEnv {
            endpoint_url: format!("http://{}", self.facts.control),
            region: world.region().to_owned(),
            account_id: world.account_id().to_owned(),
            access_key_id: key.id.to_string(),
            secret_access_key: key.secret.clone(),
            ca_bundle: self.facts.ca_bundle.clone(),
            front: self.facts.front.to_string(),
        })
    }
}

/// What a list of changes made, in words.
fn made(changes: &[Change]) -> Option<String> {
    changes.iter().find_map(|change| match change {
        Change::Put(sekisho_core::Entity::Host(host)) => Some(format!("{} {}", host.name, host.address)),
        Change::Put(sekisho_core::Entity::Site(site)) => {
            Some(format!("{} {} {}", site.name, site.cidr_block, site.router.as_str()))
        }
        _ => None,
    })
}

/// The router asked for, or the best that is installed: BIRD, FRR, our own speaker.
fn choose_router(asked: Option<RouterKind>) -> Result<RouterKind, LabError> {
    let best = || {
        [RouterKind::Bird, RouterKind::Frr]
            .into_iter()
            .find(|kind| sekisho_fabric::router_is_installed(*kind))
    };
    match asked {
        None => Ok(best().unwrap_or(RouterKind::BuiltIn)),
        Some(kind) if sekisho_fabric::router_is_installed(kind) => Ok(kind),
        Some(kind) => Err(LabError {
            what: format!("{} is not installed on this machine", kind.as_str()),
            help: "install it (Debian: bird2, frr), or use the built-in router".to_owned(),
        }),
    }
}

/// Prefixes for rehearsing a limit: 10.128.0.0/24 and up.
fn numbered_prefixes(count: u16) -> Vec<Ipv4Net> {
    (0..u32::from(count))
        .filter_map(|number| {
            Ipv4Net::new(Ipv4Addr::from(u32::from(Ipv4Addr::new(10, 128, 0, 0)) + (number << 8)), 24).ok()
        })
        .collect()
}

fn refused(what: impl Into<String>, help: impl Into<String>) -> AdminReply {
    AdminReply::Refused { what: what.into(), help: help.into() }
}

fn send(mut stream: &UnixStream, reply: &AdminReply) -> io::Result<()> {
    let mut line = serde_json::to_vec(reply)?;
    line.push(b'\n');
    stream.write_all(&line)
}

/// Calls `with` with a form of `path` that fits into a socket address (108 bytes), however long the path is.
///
/// # Errors
/// What `with` returns, or that the directory cannot be opened.
pub fn short_path<T>(path: &Path, with: impl FnOnce(&Path) -> io::Result<T>) -> io::Result<T> {
    if path.as_os_str().len() < 100 {
        return with(path);
    }
    let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else { return with(path) };
    let directory: OwnedFd = std::fs::File::open(parent)?.into();
    with(&PathBuf::from(format!("/proc/self/fd/{}", directory.as_raw_fd())).join(name))
}

/// Opens a conversation with the instance of a data directory.
///
/// # Errors
/// When none runs there.
pub fn connect(directory: &DataDir) -> io::Result<UnixStream> {
    short_path(&directory.socket(), |path| UnixStream::connect(path))
}

/// Asks one question.
///
/// # Errors
/// When no instance runs, or it answers nothing sensible.
pub fn ask(directory: &DataDir, request: &AdminRequest) -> anyhow::Result<AdminReply> {
    let stream = connect(directory).map_err(|_| {
        anyhow::anyhow!("no instance runs on `{}`; start one with `sekisho up`", directory.path().display())
    })?;
    let mut line = serde_json::to_vec(request)?;
    line.push(b'\n');
    (&stream).write_all(&line)?;
    let mut answer = String::new();
    BufReader::new(&stream).read_line(&mut answer)?;
    if answer.is_empty() {
        anyhow::bail!("the instance hung up; its log says why");
    }
    Ok(serde_json::from_str(&answer)?)
}
