//! The programs of `cargo xtask bench gateway`: the gateway over a generated world, its backend, and the floor.
//!
//! `serve` is the product's own data plane on a loopback address with `--apis` APIs of thirty routes, the first half
//! MOCK, the second HTTP_PROXY to `--upstream`; both policies decide every request. `upstream` answers 200 bytes, 1 KiB
//! or 1 MiB by path. `floor` speaks TLS and answers fixed bytes after every blank line: what no HTTP server can beat.
//! Each prints `ready ADDRESS` when it listens.

#[path = "../tests/gateway/world.rs"]
#[expect(dead_code, reason = "the tests use more of it")]
mod world;

use std::{
    collections::HashMap,
    fs,
    io::{BufRead as _, Write as _},
    net::{Ipv4Addr, SocketAddr},
    num::NonZeroUsize,
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail};
use arc_swap::ArcSwap;
use rustls::{RootCertStore, ServerConfig, sign::CertifiedKey};
use rustls_pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject as _};
use sekisho::{
    ca,
    gateway::{Door, Gateway, GatewayOptions, Limits},
    node::View,
};
use sekisho_core::{Change, World, rest_api::EndpointType};
use sekisho_execute::Runtime;
use tokio::{
    io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _},
    net::TcpListener,
};

const ENDPOINT: &str = "vpce-0123456789abcdef0";
const BODY_BYTES: usize = 200;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let program = arguments.next().unwrap_or_default();
    let options = read_options(arguments)?;
    match program.as_str() {
        "certificate" => certificate(&options),
        "serve" => serve(&options),
        "upstream" => on_one_thread(upstream()),
        "drive" => on_one_thread(drive(&options)),
        "hold" => on_one_thread(hold(&options)),
        "floor" => on_one_thread(floor(tls(&options)?)),
        _ => bail!("usage: bench_gateway certificate|serve|upstream|floor|drive|hold [--NAME VALUE]…"),
    }
}

type Options = HashMap<String, String>;

fn read_options(mut arguments: impl Iterator<Item = String>) -> Result<Options> {
    let mut options = Options::new();
    while let Some(name) = arguments.next() {
        let value = arguments.next().with_context(|| format!("`{name}` takes a value"))?;
        options.insert(name.trim_start_matches('-').to_owned(), value);
    }
    Ok(options)
}

fn number(options: &Options, name: &str, otherwise: usize) -> Result<usize> {
    options
        .get(name)
        .map_or(Ok(otherwise), |text| text.parse().with_context(|| format!("`--{name}` takes a number")))
}

fn needed<'a>(options: &'a Options, name: &str) -> Result<&'a str> {
    options.get(name).map(String::as_str).with_context(|| format!("`--{name}` is missing"))
}

/// Writes one P-256 certificate for all servers of a comparison.
fn certificate(options: &Options) -> Result<()> {
    let names = vec![format!("*.execute-api.{}.amazonaws.com", world::REGION), "localhost".to_owned()];
    let made = rcgen::generate_simple_self_signed(names)?;
    fs::write(needed(options, "certificate")?, made.cert.pem())?;
    fs::write(needed(options, "key")?, made.signing_key.serialize_pem())?;
    Ok(())
}

fn tls(options: &Options) -> Result<Arc<ServerConfig>> {
    let chain =
        CertificateDer::pem_file_iter(needed(options, "certificate")?)?.collect::<Result<Vec<_>, _>>()?;
    let key = PrivateKeyDer::from_pem_file(needed(options, "key")?)?;
    let key = rustls::crypto::aws_lc_rs::sign::any_supported_type(&key)?;
    ca::server_config(CertifiedKey::new(chain, key))
}

fn on_one_thread(work: impl Future<Output = Result<()>>) -> Result<()> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(work)
}

#[expect(clippy::print_stdout, reason = "the benchmark waits for this line")]
fn ready(address: SocketAddr) -> Result<()> {
    println!("ready {address}");
    Ok(std::io::stdout().flush()?)
}

/// The identifier of an API: ten characters.
fn api_id(number: usize) -> String {
    format!("api{number:07}")
}

/// Ten collections, each with an item and a detail: thirty routes, GET and POST.
fn routes(number: usize, apis: usize, upstream: &str) -> Vec<world::Route> {
    let paths = (0..10).flat_map(|each| {
        let collection = format!("/r{each}");
        [collection.clone(), format!("{collection}/{{id}}"), format!("{collection}/{{id}}/detail")]
            .map(|path| (path, collection.clone()))
    });
    let routes = paths.flat_map(|(path, collection)| {
        let integration = if number < apis / 2 {
            world::mock(&body(BODY_BYTES))
        } else {
            world::http_proxy(&format!("http://{upstream}{collection}"))
        };
        [(path.clone(), "GET", integration.clone()), (path, "POST", integration)]
    });
    routes.collect()
}

fn body(bytes: usize) -> String {
    format!("{{\"message\":\"{}\"}}", "x".repeat(bytes - 14))
}

fn api(number: usize, apis: usize, upstream: &str, deployment: &str) -> [Change; 3] {
    let id = api_id(number);
    let policy = world::policy(&id, ENDPOINT);
    world::api(&id, EndpointType::Private, Some(policy), routes(number, apis, upstream), deployment)
}

fn generated(apis: usize, upstream: &str) -> World {
    let full = r#"{"Statement":[{"Action":"*","Effect":"Allow","Principal":"*","Resource":"*"}]}"#;
    let mut changes = vec![world::settings()];
    changes.extend(world::endpoint(ENDPOINT, Ipv4Addr::LOCALHOST, Some(full)));
    let mut world = World::default().apply(&changes);
    for number in 0..apis {
        world = world.apply(&api(number, apis, upstream, "d00001"));
    }
    world
}

fn serve(options: &Options) -> Result<()> {
    let (apis, cores) = (number(options, "apis", 1_000)?, number(options, "cores", 1)?);
    let upstream = options.get("upstream").map_or("127.0.0.1:9", String::as_str).to_owned();
    let world = generated(apis, &upstream);
    let start = Instant::now();
    let runtime = Runtime::build(&world);
    let built = start.elapsed();
    let problems = runtime.problems();
    if !problems.is_empty() {
        bail!("the world does not compile: {problems:?}");
    }
    let view = Arc::new(ArcSwap::from_pointee(View { world: Arc::new(world), runtime }));
    let gateway = Gateway::start(GatewayOptions {
        view: Arc::clone(&view),
        fabric: None,
        tls: tls(options)?,
        roots: Arc::new(RootCertStore::empty()),
        region: world::REGION.to_owned(),
        cores: NonZeroUsize::new(cores),
        limits: Limits::default(),
    })?;
    let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let address = listener.local_addr()?;
    let _listening = gateway.listen(listener, Door::Vpc(world::VPC.into()))?;
    report(&format!("built {:.1} ms", built.as_secs_f64() * 1e3));
    ready(address)?;
    // Standard input is the control: `deploy N` makes a new deployment of API N live, the end of input ends the program.
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        if let Some(number) = line.strip_prefix("deploy ") {
            let start = Instant::now();
            deploy(&view, number.trim().parse()?, apis, &upstream);
            report(&format!("deployed {:.3} ms", start.elapsed().as_secs_f64() * 1e3));
        }
    }
    Ok(())
}

/// Makes another deployment of one API live, as the node does.
fn deploy(view: &ArcSwap<View>, number: usize, apis: usize, upstream: &str) {
    let old = view.load_full();
    let name = format!("d{}", old.world.revision);
    let next = old.world.apply(&api(number, apis, upstream, &name));
    let runtime = old.runtime.update(&old.world, &next);
    view.store(Arc::new(View { world: Arc::new(next), runtime }));
}

#[expect(clippy::print_stdout, reason = "the benchmark reads this line")]
fn report(line: &str) {
    println!("{line}");
}

/// The backend: keep-alive, one thread, size by path.
async fn upstream() -> Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    ready(listener.local_addr()?)?;
    let answers = [BODY_BYTES, 1024, 1024 * 1024].map(|bytes| Arc::new(answer(bytes)));
    loop {
        let (socket, _) = listener.accept().await?;
        socket.set_nodelay(true)?;
        let answers = answers.clone();
        tokio::spawn(answer_all(socket, move |head| match head {
            _ if head.windows(3).any(|part| part == b"/r9") => Arc::clone(&answers[2]),
            _ if head.windows(3).any(|part| part == b"/r8") => Arc::clone(&answers[1]),
            _ => Arc::clone(&answers[0]),
        }));
    }
}

fn answer(bytes: usize) -> Vec<u8> {
    let body = body(bytes);
    format!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// The floor: TLS, blank lines, fixed bytes.
async fn floor(config: Arc<ServerConfig>) -> Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    ready(listener.local_addr()?)?;
    let acceptor = tokio_rustls::TlsAcceptor::from(config);
    let answer = Arc::new(answer(BODY_BYTES));
    loop {
        let (socket, _) = listener.accept().await?;
        socket.set_nodelay(true)?;
        let (acceptor, answer) = (acceptor.clone(), Arc::clone(&answer));
        tokio::spawn(async move {
            let shaken = tokio::time::timeout(Duration::from_secs(10), acceptor.accept(socket)).await;
            if let Ok(Ok(stream)) = shaken {
                answer_all(stream, move |_| Arc::clone(&answer)).await;
            }
        });
    }
}

/// Answers every head (there are no bodies) until the peer closes.
async fn answer_all<S, F>(mut stream: S, choose: F)
where
    S: AsyncRead + AsyncWrite + Unpin,
    F: Fn(&[u8]) -> Arc<Vec<u8>>,
{
    let mut buffer = vec![0; 8192];
    let mut filled = 0;
    loop {
        match stream.read(&mut buffer[filled..]).await {
            Ok(0) | Err(_) => return,
            Ok(count) => filled += count,
        }
        let mut begun = 0;
        while let Some(end) = buffer[begun..filled].windows(4).position(|part| part == b"\r\n\r\n") {
            let head = &buffer[begun..begun + end + 4];
            if stream.write_all(&choose(head)).await.is_err() {
                return;
            }
            begun += end + 4;
        }
        buffer.copy_within(begun..filled, 0);
        filled -= begun;
        if filled == buffer.len() || stream.flush().await.is_err() {
            return;
        }
    }
}

/// A client's connection; whoever answers is believed.
async fn connect(options: &Options) -> Result<tokio_rustls::client::TlsStream<tokio::net::TcpStream>> {
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let verifier = Arc::new(Anyone(Arc::clone(&provider)));
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .dangerous()
        .with_custom_certificate_verifier(verifier)
        .with_no_client_auth();
    let socket = tokio::net::TcpStream::connect(needed(options, "address")?).await?;
    let name = rustls_pki_types::ServerName::try_from("localhost")?;
    Ok(tokio_rustls::TlsConnector::from(Arc::new(config)).connect(name, socket).await?)
}

/// Sends one request and reads its answer.
async fn exchange<S: AsyncRead + AsyncWrite + Unpin>(stream: &mut S, options: &Options) -> Result<()> {
    let (host, path) = (needed(options, "host")?, needed(options, "path")?);
    let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: bench\r\nAccept: */*\r\n\r\n");
    stream.write_all(request.as_bytes()).await?;
    stream.flush().await?;
    let mut answer = Vec::with_capacity(2048);
    while !answer.ends_with(b"\"}") {
        if stream.read_buf(&mut answer).await? == 0 {
            bail!("the answer broke off: {}", String::from_utf8_lossy(&answer));
        }
    }
    if answer.starts_with(b"HTTP/1.1 200 ") {
        Ok(())
    } else {
        bail!("refused: {}", String::from_utf8_lossy(&answer))
    }
}

/// Sends a fixed number of requests over a fixed number of connections, all at once.
async fn drive(options: &Options) -> Result<()> {
    let mut streams = Vec::new();
    for _ in 0..number(options, "connections", 4)? {
        streams.push(connect(options).await?);
    }
    let each = number(options, "requests", 400)? / streams.len().max(1);
    let work = streams.into_iter().map(|mut stream| async move {
        for _ in 0..each {
            exchange(&mut stream, options).await?;
        }
        Ok::<_, anyhow::Error>(stream.shutdown().await?)
    });
    futures_util::future::try_join_all(work).await?;
    Ok(())
}

/// Holds connections open, on each of which one request was answered, until its input ends.
async fn hold(options: &Options) -> Result<()> {
    let mut streams = Vec::new();
    for _ in 0..number(options, "connections", 1_000)? {
        let mut stream = connect(options).await?;
        exchange(&mut stream, options).await?;
        streams.push(stream);
    }
    report("held");
    std::io::stdout().flush()?;
    tokio::task::spawn_blocking(|| std::io::stdin().lock().lines().count()).await?;
    Ok(())
}

/// Believes everyone; for a benchmark's own client.
#[derive(Debug)]
struct Anyone(Arc<rustls::crypto::CryptoProvider>);

impl rustls::client::danger::ServerCertVerifier for Anyone {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &rustls_pki_types::ServerName<'_>,
        _: &[u8],
        _: rustls_pki_types::UnixTime,
    ) -> Result<rustls::client::danger::ServerCertVerified, rustls::Error> {
        Ok(rustls::client::danger::ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &rustls::DigitallySignedStruct,
    ) -> Result<rustls::client::danger::HandshakeSignatureValid, rustls::Error> {
        Ok(rustls::client::danger::HandshakeSignatureValid::assertion())
    }

    fn verify_tls13_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &rustls::DigitallySignedStruct,
    ) -> Result<rustls::client::danger::HandshakeSignatureValid, rustls::Error> {
        Ok(rustls::client::danger::HandshakeSignatureValid::assertion())
    }

    fn supported_verify_schemes(&self) -> Vec<rustls::SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}
