//! `sekisho lab …`: sites and hosts of the on-premises side.

use std::{net::Ipv4Addr, process::ExitCode};

use anyhow::{Result, bail};
use ipnet::Ipv4Net;
use sekisho_core::lab::RouterKind;

use super::ui;
use crate::{
    admin::{AdminReply, AdminRequest, ask},
    instance::DataDir,
};

/// What to do in the lab.
#[derive(Clone, Debug, clap::Subcommand)]
pub(super) enum LabCommand {
    /// Make a site: a router at the far end of a virtual interface.
    AddSite {
        /// Its name.
        name: String,
        /// The virtual interface whose customer end it is.
        #[arg(long, value_name = "DXVIF")]
        virtual_interface: String,
        /// Its network, announced over BGP.
        #[arg(long, default_value = "192.168.10.0/24")]
        cidr: Ipv4Net,
        /// The program that speaks BGP [default: the best that is installed].
        #[arg(long, value_enum)]
        router: Option<Router>,
    },
    /// Make a host behind a site, or a workload in a subnet.
    AddHost {
        /// Its name.
        name: String,
        /// Behind this site.
        #[arg(long, conflicts_with = "subnet", required_unless_present = "subnet")]
        site: Option<String>,
        /// In this subnet of a VPC, asking the VPC's resolver.
        #[arg(long)]
        subnet: Option<String>,
        /// Its address [default: a free one].
        #[arg(long)]
        address: Option<Ipv4Addr>,
    },
    /// Start a site's router.
    StartRouter {
        /// The site.
        site: String,
    },
    /// Stop a site's router: its routes are withdrawn.
    StopRouter {
        /// The site.
        site: String,
    },
    /// Change how a site's router behaves, to rehearse faults.
    EditSite {
        /// The site.
        site: String,
        /// Announce so many further prefixes (more than 100 take the session down).
        #[arg(long, value_name = "COUNT")]
        extra_prefixes: Option<u16>,
        /// Use this MD5 key; empty goes back to the right one.
        #[arg(long, value_name = "KEY")]
        auth_key: Option<String>,
        /// Another program.
        #[arg(long, value_enum)]
        router: Option<Router>,
    },
    /// Remove a site with its hosts.
    RemoveSite {
        /// The site.
        site: String,
    },
    /// Remove a host.
    RemoveHost {
        /// The host.
        host: String,
    },
    /// List sites and hosts.
    List,
}

/// A router program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Router {
    /// BIRD 2.
    Bird,
    /// FRRouting.
    Frr,
    /// Sekisho's own speaker.
    BuiltIn,
}

impl From<Router> for RouterKind {
    fn from(router: Router) -> Self {
        match router {
            Router::Bird => Self::Bird,
            Router::Frr => Self::Frr,
            Router::BuiltIn => Self::BuiltIn,
        }
    }
}

fn edit(site: String) -> AdminRequest {
    AdminRequest::EditSite {
        name: site,
        router_running: None,
        extra_prefixes: None,
        auth_key: None,
        router: None,
    }
}

fn request(command: LabCommand) -> AdminRequest {
    match command {
        LabCommand::AddSite { name, virtual_interface, cidr, router } => {
            AdminRequest::AddSite { name, virtual_interface, cidr, router: router.map(RouterKind::from) }
        }
        LabCommand::AddHost { name, site, subnet, address } => {
            AdminRequest::AddHost { name, site, subnet, address }
        }
        LabCommand::StartRouter { site } | LabCommand::StopRouter { site } => edit(site),
        LabCommand::EditSite { site, extra_prefixes, auth_key, router } => AdminRequest::EditSite {
            name: site,
            router_running: None,
            extra_prefixes,
            auth_key,
            router: router.map(RouterKind::from),
        },
        LabCommand::RemoveSite { site } => AdminRequest::RemoveSite { name: site },
        LabCommand::RemoveHost { host } => AdminRequest::RemoveHost { name: host },
        LabCommand::List => AdminRequest::Status {},
    }
}

pub(super) fn run(directory: &DataDir, command: LabCommand, json: bool) -> Result<ExitCode> {
    let running = match &command {
        LabCommand::StartRouter { .. } => Some(true),
        LabCommand::StopRouter { .. } => Some(false),
        _ => None,
    };
    let mut asked = request(command);
    if let AdminRequest::EditSite { router_running, .. } = &mut asked
        && running.is_some()
    {
        *router_running = running;
    }
    match ask(directory, &asked)? {
        AdminReply::Done { made } => {
            let made = made.unwrap_or_else(|| "done".to_owned());
            ui::print(&if json {
                serde_json::json!({ "made": made }).to_string()
            } else {
                format!("{} {made}", ui::mark(true))
            });
            Ok(ExitCode::SUCCESS)
        }
        AdminReply::Status(status) => {
            if json {
                let shown = serde_json::json!({ "sites": status.sites, "hosts": status.hosts });
                ui::print(&serde_json::to_string_pretty(&shown)?);
            } else {
                super::status::print_lab(&status);
            }
            Ok(ExitCode::SUCCESS)
        }
        AdminReply::Refused { what, help } => {
            if json {
                ui::print(&serde_json::json!({ "error": what, "help": help }).to_string());
            } else {
                ui::print_refusal(&what, &help);
            }
            Ok(ExitCode::from(1))
        }
        other => bail!("the instance answered {other:?}"),
    }
}
