//! One request from where it is run: resolve, connect, TLS, HTTP, each timed, all told as JSON.
//!
//! The walkthrough runs it on lab hosts, where neither `nslookup` nor `curl` may be installed. It asks the host's own
//! resolver (`/etc/resolv.conf`) over UDP and trusts what the host's bundle says, so its packets are those of any client.
//! Where the lab stands on loopback, the host's environment says whom to ask and as whom to speak.

use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    process::ExitCode,
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use bytes::Bytes;
use hickory_proto::{
    op::{Message, Query, ResponseCode},
    rr::{Name, RData, RecordType},
};
use http_body_util::{BodyExt, Empty, Limited};
use hyper_util::rt::TokioIo;
use rustls::{ClientConfig, RootCertStore};
use rustls_pki_types::{CertificateDer, ServerName, pem::PemObject};
use serde::{Deserialize, Serialize};
use tokio::net::{TcpSocket, UdpSocket};

use super::{ProbeArgs, ui};

/// Bytes of an answer that are kept.
const BODY_BYTES_MAX: usize = 1 << 20;
/// A lost DNS packet is asked for again after this long.
const RESOLVE_RETRY: Duration = Duration::from_millis(1500);

/// What the probe saw.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Seen {
    /// The resolver that was asked.
    pub resolver: Option<String>,
    /// The addresses it gave.
    pub addresses: Vec<Ipv4Addr>,
    /// Their time to live, seconds.
    pub ttl: Option<u32>,
    /// The source address of the connection.
    pub source: Option<String>,
    /// `HTTP/1.1 200 OK`.
    pub first_line: Option<String>,
    /// The status.
    pub status: Option<u16>,
    /// The headers.
    pub headers: Vec<(String, String)>,
    /// The body, as text.
    pub body: Option<String>,
    /// `resolve`, `connect`, `tls`, `http`: where it stopped, if it did.
    pub stopped_at: Option<String>,
    /// Why.
    pub error: Option<String>,
    /// Milliseconds in all.
    pub milliseconds: u64,
}

pub(super) fn run(options: &ProbeArgs) -> Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let started = Instant::now();
    let mut seen = Seen::default();
    let limit = Duration::from_millis(options.timeout_ms);
    runtime.block_on(async {
        let mut stage = "resolve";
        let outcome = tokio::time::timeout(limit, probe(options, &mut seen, &mut stage)).await;
        let error = match outcome {
            Ok(Ok(())) => return,
            Ok(Err(error)) => format!("{error:#}"),
            Err(_) => format!("no answer within {} ms", options.timeout_ms),
        };
        seen.stopped_at = Some(stage.to_owned());
        seen.error = Some(error);
    });
    seen.milliseconds = started.elapsed().as_millis().try_into().unwrap_or(u64::MAX);
    ui::print(&serde_json::to_string(&seen)?);
    Ok(if seen.error.is_none() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

async fn probe(options: &ProbeArgs, seen: &mut Seen, stage: &mut &'static str) -> Result<()> {
    let Some(rest) = options.target.strip_prefix("https://") else {
        let (addresses, ttl) = resolve(&options.target, seen).await?;
        (seen.addresses, seen.ttl) = (addresses, ttl);
        return Ok(());
    };
    let (authority, path) = rest.find('/').map_or((rest, "/"), |at| rest.split_at(at));
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) => (host, port.parse().context("the port is no number")?),
        None => (authority, 443),
    };
    let (addresses, ttl) = resolve(host, seen).await?;
    (seen.addresses, seen.ttl) = (addresses, ttl);
    *stage = "connect";
    let stream = connect(&seen.addresses, port).await?;
    seen.source = stream.local_addr().ok().map(|address| address.ip().to_string());
    *stage = "tls";
    let connector = tokio_rustls::TlsConnector::from(Arc::new(client_config()?));
    let stream = connector.connect(ServerName::try_from(host.to_owned())?, stream).await?;
    *stage = "http";
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
    let driver = tokio::spawn(connection);
    let mut request = http::Request::builder().method(options.method.as_str()).uri(path);
    if !options.headers.iter().any(|header| header.to_ascii_lowercase().starts_with("host:")) {
        request = request.header("host", authority);
    }
    for header in &options.headers {
        let (name, value) = header.split_once(':').context("a header is `Name: value`")?;
        request = request.header(name.trim(), value.trim());
    }
    let response = sender.send_request(request.body(Empty::<Bytes>::new())?).await?;
    let status = response.status();
    seen.first_line = Some(format!(
        "{:?} {} {}",
        response.version(),
        status.as_u16(),
        status.canonical_reason().unwrap_or("")
    ));
    seen.status = Some(status.as_u16());
    seen.headers = response
        .headers()
        .iter()
        .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
        .collect();
    let body = Limited::new(response.into_body(), BODY_BYTES_MAX)
        .collect()
        .await
        .map_err(anyhow::Error::from_boxed)?;
    seen.body = Some(String::from_utf8_lossy(&body.to_bytes()).into_owned());
    driver.abort();
    Ok(())
}

fn resolver() -> Result<SocketAddr> {
    if let Ok(given) = std::env::var("SEKISHO_RESOLVER") {
        return given.parse().context("SEKISHO_RESOLVER is no address");
    }
    let text = std::fs::read_to_string("/etc/resolv.conf").context("cannot read /etc/resolv.conf")?;
    let address = text
        .lines()
        .filter_map(|line| line.trim().strip_prefix("nameserver"))
        .find_map(|rest| rest.trim().parse::<IpAddr>().ok())
        .context("/etc/resolv.conf names no nameserver")?;
    Ok(SocketAddr::new(address, 53))
}

fn source() -> Option<Ipv4Addr> {
    std::env::var("SEKISHO_SOURCE").ok()?.parse().ok()
}

async fn resolve(name: &str, seen: &mut Seen) -> Result<(Vec<Ipv4Addr>, Option<u32>)> {
    if let Ok(address) = name.parse() {
        return Ok((vec![address], None));
    }
    let resolver = resolver()?;
    seen.resolver = Some(resolver.to_string());
    let socket = UdpSocket::bind((source().unwrap_or(Ipv4Addr::UNSPECIFIED), 0)).await?;
    socket.connect(resolver).await?;
    let mut query = Message::query();
    let id: [u8; 2] = crate::clock::random();
    query.metadata.id = u16::from_be_bytes(id);
    query.metadata.recursion_desired = true;
    query.add_query(Query::query(Name::from_ascii(format!("{name}."))?, RecordType::A));
    let bytes = query.to_vec()?;
    let mut buffer = vec![0; 4096];
    let length = loop {
        socket.send(&bytes).await.context("the resolver cannot be reached")?;
        match tokio::time::timeout(RESOLVE_RETRY, socket.recv(&mut buffer)).await {
            Ok(received) => break received.context("the resolver cannot be reached")?,
            Err(_) => continue,
        }
    };
    let answer = Message::from_vec(buffer.get(..length).unwrap_or_default())?;
    match answer.metadata.response_code {
        ResponseCode::NoError => {}
        ResponseCode::NXDomain => bail!("NXDOMAIN: no such name"),
        other => bail!("the resolver answered {other}"),
    }
    let mut addresses = Vec::new();
    let mut ttl = None;
    for record in &answer.answers {
        if let RData::A(address) = record.data {
            addresses.push(address.0);
            ttl = Some(record.ttl);
        }
    }
    if addresses.is_empty() {
        bail!("the name exists and has no address");
    }
    Ok((addresses, ttl))
}

async fn connect(addresses: &[Ipv4Addr], port: u16) -> Result<tokio::net::TcpStream> {
    let mut last = None;
    for address in addresses {
        let socket = TcpSocket::new_v4()?;
        if let Some(source) = source() {
            socket.bind(SocketAddr::from((source, 0)))?;
        }
        match socket.connect(SocketAddr::from((*address, port))).await {
            Ok(stream) => return Ok(stream),
            Err(error) => last = Some(error),
        }
    }
    Err(last.map_or_else(|| anyhow::anyhow!("no address to connect to"), anyhow::Error::from))
}

fn client_config() -> Result<ClientConfig> {
    let mut roots = RootCertStore::empty();
    let bundle =
        std::env::var_os("CURL_CA_BUNDLE").or_else(|| std::env::var_os("SSL_CERT_FILE")).map_or_else(
            || std::path::PathBuf::from("/etc/ssl/certs/ca-certificates.crt"),
            std::path::PathBuf::from,
        );
    let certificates = CertificateDer::pem_file_iter(&bundle)
        .with_context(|| format!("cannot read the bundle `{}`", bundle.display()))?;
    roots.add_parsable_certificates(certificates.filter_map(Result::ok));
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    Ok(ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth())
}
