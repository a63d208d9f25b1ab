//! CPU per request against the peers: interleaved rounds, medians, ratios of the same round.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::process::Command;
use std::time::Instant;

use serde_json::{Value, json};

use super::load::{self, APIS, Row};
use super::peers::{Who, upstream};
use super::process::{Server, on_core, steal};
use super::{Bench, need, progress, say};

/// A round in which the machine was away for more than this share is not used.
const STEAL_MAX: f64 = 0.10;

/// How long and how often.
struct Plan {
    rounds: usize,
    seconds: u64,
    connections: usize,
    json: bool,
}

/// One measurement.
#[derive(Clone, Copy)]
struct Cell {
    cpu_microseconds: f64,
    requests_per_second: f64,
    memory_kib: u64,
}

type Cells = BTreeMap<(Row, Who), BTreeMap<usize, Cell>>;

/// Measures and prints.
pub(crate) fn main(arguments: &[String]) -> Result<(), String> {
    let plan = read(arguments)?;
    need(&[
        ("nginx", "nginx-light"),
        ("haproxy", "haproxy"),
        ("wrk", "wrk"),
        ("taskset", "util-linux"),
        ("setsid", "util-linux"),
        ("timeout", "coreutils"),
    ])?;
    let bench = Bench::prepare()?;
    for row in Row::ALL {
        load::write_script(&script(&bench, row), row)?;
    }
    let (_backend, backend) = upstream(&bench)?;
    let (mut cells, mut discarded) = (Cells::new(), Vec::new());
    for round in 0..plan.rounds {
        for who in Who::ALL {
            progress(&format!("round {} of {}: {}", round + 1, plan.rounds, who.name()));
            let (server, address) = who.start(&bench, backend)?;
            for row in Row::ALL {
                if who == Who::Floor && row != Row::Mock && row != Row::MockMany {
                    continue;
                }
                match measure(&bench, &plan, &server, address, row)? {
                    Ok(cell) => drop(cells.entry((row, who)).or_default().insert(round, cell)),
                    Err(why) => {
                        discarded.push(format!("round {}, {}, {}: {why}", round + 1, who.name(), row.name()))
                    }
                }
            }
        }
    }
    let ours = ourselves(&bench, &plan, backend)?;
    if plan.json {
        say(&as_json(&cells, &ours, &discarded).to_string());
    } else {
        print(&cells, &ours, &discarded);
    }
    Ok(())
}

fn read(arguments: &[String]) -> Result<Plan, String> {
    let mut plan = Plan { rounds: 5, seconds: 3, connections: 4_000, json: false };
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        let mut number = || {
            let text = words.next().ok_or_else(|| format!("`{word}` takes a number"))?;
            text.parse::<u64>()
                .ok()
                .filter(|number| (1..=100).contains(number))
                .ok_or_else(|| format!("`{word}` takes 1 to 100"))
        };
        match word.as_str() {
            "--quick" => (plan.rounds, plan.seconds, plan.connections) = (2, 1, 1_000),
            "--json" => plan.json = true,
            "--rounds" => plan.rounds = usize::try_from(number()?).unwrap_or(1),
            "--seconds" => plan.seconds = number()?,
            other => return Err(format!("`{other}` is no option of bench gateway")),
        }
    }
    Ok(plan)
}

fn script(bench: &Bench, row: Row) -> std::path::PathBuf {
    bench.path(&format!("{}.lua", row.name().replace([' ', ','], "-")))
}

/// One cell; the inner error says why it is not used.
fn measure(
    bench: &Bench,
    plan: &Plan,
    server: &Server,
    address: SocketAddr,
    row: Row,
) -> Result<Result<Cell, String>, String> {
    let script = script(bench, row);
    load::run(&script, row, address, 1)?;
    let (cpu, (all, stolen)) = (server.cpu(), steal());
    let seen = load::run(&script, row, address, plan.seconds)?;
    let (used, (all_now, stolen_now)) = (server.cpu() - cpu, steal());
    let share = (stolen_now - stolen) as f64 / (all_now - all).max(1) as f64;
    if seen.requests == 0 {
        return Ok(Err("nothing was answered in time".to_owned()));
    }
    if seen.errors > 0 {
        return Ok(Err(format!("{} errors", seen.errors)));
    }
    if share > STEAL_MAX {
        return Ok(Err(format!("{:.0} % of the machine were taken away", share * 100.0)));
    }
    Ok(Ok(Cell {
        cpu_microseconds: used as f64 / 1e3 / seen.requests as f64 * (1.0 - share),
        requests_per_second: seen.requests as f64 / (seen.microseconds as f64 / 1e6),
        memory_kib: server.memory(),
    }))
}

/// Figures that concern us alone.
fn ourselves(bench: &Bench, plan: &Plan, backend: SocketAddr) -> Result<Value, String> {
    progress("idle connections, memory, deployment");
    let start = |apis: usize| -> Result<(Server, String, f64, f64), String> {
        let mut command = on_core(0, &bench.program.display().to_string());
        command.arg("serve").args(bench.certificate_options());
        command.args(["--apis", &apis.to_string(), "--upstream", &backend.to_string(), "--cores", "1"]);
        let begun = Instant::now();
        let server = Server::start(command)?;
        let built = server.wait_for("built ")?;
        let address = server.wait_for("ready ")?;
        let built = built.trim_end_matches(" ms").parse().unwrap_or(f64::NAN);
        Ok((server, address, built, begun.elapsed().as_secs_f64() * 1e3))
    };
    let (few, ..) = start(10)?;
    let few_kib = few.memory();
    drop(few);
    let (mut server, address, built, started) = start(APIS)?;
    let many_kib = server.memory();
    let before = server.memory();
    let mut command = Command::new(&bench.program);
    command.args(["hold", "--address", &address, "--connections", &plan.connections.to_string()]);
    command.args(["--host", &load::host(0), "--path", "/prod/r1"]);
    let holder = Server::start(command)?;
    holder.wait_for("held")?;
    let idle = (server.memory() - before) as f64 / plan.connections as f64;
    holder.end_politely()?;
    let mut deployed = Vec::new();
    for number in 0..20 {
        server.tell(&format!("deploy {number}"))?;
        let took = server.wait_for("deployed ")?;
        deployed.push(took.trim_end_matches(" ms").parse::<f64>().unwrap_or(f64::NAN));
    }
    server.end_politely()?;
    Ok(json!({
        "idle_connection_kib": rounded(idle),
        "memory_per_route_bytes_with_the_world": rounded((many_kib.saturating_sub(few_kib)) as f64 * 1024.0 / ((APIS - 10) * 60) as f64),
        "compile_30000_routes_ms": rounded(built),
        "start_with_world_ms": rounded(started),
        "deployment_to_live_ms": rounded(median(&mut deployed)),
    }))
}

fn rounded(number: f64) -> f64 {
    (number * 1_000.0).round() / 1_000.0
}

fn median(numbers: &mut [f64]) -> f64 {
    numbers.sort_by(f64::total_cmp);
    let (low, high) = (numbers.len().saturating_sub(1) / 2, numbers.len() / 2);
    match (numbers.get(low), numbers.get(high)) {
        (Some(low), Some(high)) => f64::midpoint(*low, *high),
        _ => f64::NAN,
    }
}

/// Our CPU per request over a peer's: the median, the least and the most of the rounds both have.
fn ratio(cells: &Cells, row: Row, peer: Who) -> Option<(f64, f64, f64)> {
    let (ours, theirs) = (cells.get(&(row, Who::Sekisho))?, cells.get(&(row, peer))?);
    let mut ratios: Vec<f64> = ours
        .iter()
        .filter_map(|(round, cell)| Some(cell.cpu_microseconds / theirs.get(round)?.cpu_microseconds))
        .collect();
    let middle = median(&mut ratios);
    Some((middle, *ratios.first()?, *ratios.last()?))
}

fn cell_median(cells: &Cells, row: Row, who: Who, pick: impl Fn(&Cell) -> f64) -> Option<f64> {
    let mut all: Vec<f64> = cells.get(&(row, who))?.values().map(pick).collect();
    Some(median(&mut all))
}

fn print(cells: &Cells, ours: &Value, discarded: &[String]) {
    for row in Row::ALL {
        say(&format!("\n{}", row.name()));
        for who in Who::ALL {
            let Some(cpu) = cell_median(cells, row, who, |cell| cell.cpu_microseconds) else { continue };
            let rate = cell_median(cells, row, who, |cell| cell.requests_per_second).unwrap_or(f64::NAN);
            let memory =
                cell_median(cells, row, who, |cell| cell.memory_kib as f64).unwrap_or(f64::NAN) / 1024.0;
            let compared = match ratio(cells, row, who) {
                Some((middle, least, most)) if who != Who::Sekisho => {
                    format!("  ours is {middle:.2} of it ({least:.2}-{most:.2})")
                }
                _ => String::new(),
            };
            say(&format!(
                "  {:10} {cpu:8.1} µs  {rate:8.0} requests/s  {memory:6.0} MiB{compared}",
                who.name()
            ));
        }
    }
    say("");
    for (name, value) in ours.as_object().into_iter().flatten() {
        say(&format!("{:40} {value}", name.replace('_', " ")));
    }
    for line in discarded {
        say(&format!("not used: {line}"));
    }
}

fn as_json(cells: &Cells, ours: &Value, discarded: &[String]) -> Value {
    let mut rows = serde_json::Map::new();
    for row in Row::ALL {
        let mut servers = serde_json::Map::new();
        for who in Who::ALL {
            let Some(cpu) = cell_median(cells, row, who, |cell| cell.cpu_microseconds) else { continue };
            let ratio =
                ratio(cells, row, who).map(|(middle, least, most)| [middle, least, most].map(rounded));
            let rate = cell_median(cells, row, who, |cell| cell.requests_per_second);
            servers.insert(
                who.name().to_owned(),
                json!({"cpu_us": rounded(cpu), "requests_per_second": rate.map(f64::round), "our_ratio": ratio}),
            );
        }
        rows.insert(row.name().to_owned(), servers.into());
    }
    json!({"rows": rows, "ours": ours, "not_used": discarded})
}

#[cfg(test)]
mod tests {
    use super::{BTreeMap, Cell, Cells, Row, Who, median, ratio, read};

    #[test]
    fn options_are_exact() {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        assert!(read(&words("--fast")).is_err());
        assert!(read(&words("--rounds")).is_err());
        assert!(read(&words("--rounds 0")).is_err());
        assert!(read(&words("--seconds many")).is_err());
        assert_eq!(
            read(&words("--quick --rounds 7 --json")).map(|plan| (plan.rounds, plan.json)),
            Ok((7, true))
        );
    }

    #[test]
    fn ratios_are_of_the_same_round() {
        let cell = |cpu_microseconds| Cell { cpu_microseconds, requests_per_second: 1.0, memory_kib: 1 };
        let mut cells = Cells::new();
        cells.insert(
            (Row::Mock, Who::Sekisho),
            BTreeMap::from([(0, cell(1.0)), (1, cell(20.0)), (2, cell(9.0))]),
        );
        cells.insert((Row::Mock, Who::Haproxy), BTreeMap::from([(0, cell(2.0)), (1, cell(10.0))]));
        assert_eq!(ratio(&cells, Row::Mock, Who::Haproxy), Some((1.25, 0.5, 2.0)));
        assert_eq!(ratio(&cells, Row::Mock, Who::Floor), None);
        assert_eq!(median(&mut [3.0, 1.0, 2.0]), 2.0);
    }
}
