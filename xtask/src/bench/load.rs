//! The load: wrk walking a table of whole requests, so that a server's routing table does not stay in the cache.

use std::fmt::Write as _;
use std::fs;
use std::net::SocketAddr;
use std::path::Path;

use super::process::on_core;

/// APIs in the table; the first half is MOCK, the second HTTP_PROXY.
pub(crate) const APIS: usize = 1_000;
/// The endpoint in every name.
pub(crate) const ENDPOINT: &str = "vpce-0123456789abcdef0";
/// Distinct requests of one walk.
const WALK: usize = 3_000;

/// A line of the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Row {
    /// MOCK, 32 connections.
    Mock,
    /// MOCK, 256 connections.
    MockMany,
    /// HTTP_PROXY, 200 bytes.
    Proxy,
    /// HTTP_PROXY, 1 KiB.
    ProxyKibibyte,
    /// HTTP_PROXY, 1 MiB, 8 connections.
    ProxyMebibyte,
    /// MOCK, a new TLS connection for every request.
    NewConnection,
}

impl Row {
    /// All, in the order of the report.
    pub(crate) const ALL: [Self; 6] = [
        Self::Mock,
        Self::MockMany,
        Self::Proxy,
        Self::ProxyKibibyte,
        Self::ProxyMebibyte,
        Self::NewConnection,
    ];

    /// Its name in the report.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Mock => "MOCK",
            Self::MockMany => "MOCK, 256 connections",
            Self::Proxy => "HTTP_PROXY 200 B",
            Self::ProxyKibibyte => "HTTP_PROXY 1 KiB",
            Self::ProxyMebibyte => "HTTP_PROXY 1 MiB",
            Self::NewConnection => "new connection",
        }
    }

    const fn connections(self) -> usize {
        match self {
            Self::MockMany => 256,
            Self::ProxyMebibyte => 8,
            _ => 32,
        }
    }

    /// The path below the stage, and the API, of a step of the walk.
    fn target(self, step: usize) -> (usize, String) {
        let half = APIS / 2;
        let api = step * 7_919 % half;
        let (api, collection) = match self {
            Self::Mock | Self::MockMany | Self::NewConnection => (api, step % 10),
            Self::Proxy => (half + api, step % 8),
            Self::ProxyKibibyte => (half + api, 8),
            Self::ProxyMebibyte => (half + api, 9),
        };
        let path = match step % 3 {
            0 => format!("/prod/r{collection}"),
            1 => format!("/prod/r{collection}/{step}"),
            _ => format!("/prod/r{collection}/{step}/detail"),
        };
        (api, path)
    }
}

/// An API's identifier.
pub(crate) fn api_id(number: usize) -> String {
    format!("api{number:07}")
}

/// The host that chooses an API and its endpoint.
pub(crate) fn host(api: usize) -> String {
    format!("{}-{ENDPOINT}.execute-api.ap-northeast-1.amazonaws.com", api_id(api))
}

/// Writes the walk of a row.
pub(crate) fn write_script(path: &Path, row: Row) -> Result<(), String> {
    let close = if row == Row::NewConnection { "Connection: close\\r\\n" } else { "" };
    let mut script = String::from("local requests, at = {}, 0\n");
    for step in 0..WALK {
        let (api, path) = row.target(step);
        writeln!(
            script,
            "requests[{}] = \"GET {path} HTTP/1.1\\r\\nHost: {}\\r\\nUser-Agent: wrk\\r\\nAccept: */*\\r\\n{close}\\r\\n\"",
            step + 1,
            host(api)
        )
        .map_err(|error| error.to_string())?;
    }
    script.push_str(
        "request = function() at = at % #requests + 1 return requests[at] end\n\
         done = function(summary)\n\
         local e = summary.errors\n\
         io.write(string.format('RESULT %d %d %d\\n', summary.requests, summary.duration,\n\
         e.connect + e.read + e.write + e.status + e.timeout))\nend\n",
    );
    fs::write(path, script).map_err(|error| format!("{}: {error}", path.display()))
}

/// What wrk saw.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seen {
    pub(crate) requests: u64,
    pub(crate) microseconds: u64,
    pub(crate) errors: u64,
}

/// Runs a walk from the second core.
pub(crate) fn run(script: &Path, row: Row, server: SocketAddr, seconds: u64) -> Result<Seen, String> {
    let output = on_core(1, "timeout")
        .args([&(seconds + 30).to_string(), "wrk", "-t1"])
        .args([format!("-c{}", row.connections()), format!("-d{seconds}s"), "-s".to_owned()])
        .arg(script)
        .arg(format!("https://{server}"))
        .output()
        .map_err(|error| format!("wrk: {error}"))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let result = text.lines().find_map(|line| line.strip_prefix("RESULT "));
    let numbers: Vec<u64> =
        result.unwrap_or_default().split(' ').filter_map(|word| word.parse().ok()).collect();
    match numbers[..] {
        [requests, microseconds, errors] => Ok(Seen { requests, microseconds, errors }),
        _ => Err(format!("wrk did not finish: {text}{}", String::from_utf8_lossy(&output.stderr))),
    }
}
