//! `sekisho status`: what runs, how the network is made, and how the links stand.

use std::process::ExitCode;

use anyhow::{Result, bail};

use super::ui;
use crate::{
    admin::{AdminReply, AdminRequest, Status, ask},
    instance::DataDir,
};

pub(super) fn run(directory: &DataDir, json: bool) -> Result<ExitCode> {
    let status = match ask(directory, &AdminRequest::Status {})? {
        AdminReply::Status(status) => status,
        other => bail!("the instance answered {other:?}"),
    };
    if json {
        ui::print(&serde_json::to_string_pretty(&status)?);
    } else {
        print_all(&status);
    }
    Ok(if status.network_errors.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn print_all(status: &Status) {
    ui::print(&format!(
        "{}   region {}   account {}   up {}",
        ui::bold(&format!("Sekisho {}", status.version)),
        status.region,
        status.account_id,
        uptime(status.uptime_seconds)
    ));
    ui::print(&format!("  state     {}", status.data_dir));
    ui::print(&format!("  AWS APIs  {}", status.control));
    ui::print(&format!("  front     {}", status.front));
    ui::print(&format!(
        "  world     revision {} (network at {}), {} VPCs, {} REST APIs, {} stages",
        status.revision, status.applied_revision, status.counts.0, status.counts.1, status.counts.2
    ));
    ui::print(&format!("  network   {}   https {}   dns {}", status.mode, status.ports.0, status.ports.1));
    for (mode, works, reason) in &status.probes {
        ui::print(&format!("      {} {} {}", ui::mark(*works), ui::pad(mode, 9), ui::dim(reason)));
    }
    for note in &status.notes {
        ui::print(&format!("      note      {note}"));
    }
    for error in &status.network_errors {
        ui::print(&format!("      {} {error}", ui::mark(false)));
    }
    for endpoint in &status.endpoints {
        let addresses: Vec<String> = endpoint.addresses.iter().map(ToString::to_string).collect();
        let private = if endpoint.private_dns { "   private DNS" } else { "" };
        ui::print(&format!(
            "  endpoint  {} {}{private}   {}",
            endpoint.id,
            endpoint.state,
            addresses.join(" ")
        ));
        ui::print(&format!("            {}", ui::dim(&endpoint.name)));
    }
    for link in &status.links {
        let state = if link.up { "up".to_owned() } else { format!("down ({})", link.bgp_state) };
        ui::print(&format!(
            "  link      {} {} {}   BGP {state}   {} prefixes",
            ui::mark(link.up),
            link.id,
            link.name,
            link.accepted
        ));
        if let (false, Some(error)) = (link.up, &link.last_error) {
            ui::print(&format!("            {error}"));
        }
    }
    print_lab(status);
    let shown = status.refusals.len().saturating_sub(REFUSALS_SHOWN);
    for refusal in status.refusals.iter().skip(shown) {
        ui::print(&format!("  refused   {} {} from {}", refusal.status, refusal.request, refusal.source));
        ui::print(&format!("            {} {}", refusal.why, ui::dim(&refusal.request_id)));
    }
}

/// Refused requests on the screen; `--json` has them all.
const REFUSALS_SHOWN: usize = 5;

/// Sites and hosts.
pub(super) fn print_lab(status: &Status) {
    for site in &status.sites {
        let running = if site.running { "" } else { "   router stopped" };
        ui::print(&format!(
            "  site      {} {}   {} at {}{running}",
            ui::pad(&site.name, 12),
            ui::pad(&site.cidr, 18),
            site.router,
            site.virtual_interface
        ));
    }
    for host in &status.hosts {
        ui::print(&format!(
            "  host      {} {}   {}",
            ui::pad(&host.name, 12),
            ui::pad(&host.address.to_string(), 18),
            host.place
        ));
    }
    if status.sites.is_empty() && status.hosts.is_empty() {
        ui::print(&ui::dim("  lab       empty; `sekisho lab --help` shows how to add a site"));
    }
}

fn uptime(seconds: i64) -> String {
    match seconds {
        ..60 => format!("{seconds}s"),
        60..3600 => format!("{}m{:02}s", seconds / 60, seconds % 60),
        _ => format!("{}h{:02}m", seconds / 3600, seconds % 3600 / 60),
    }
}
