//! A gateway over a world on loopback, a client that sends exact bytes, and backends that behave in every way.

use std::{
    net::{Ipv4Addr, SocketAddr},
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use arc_swap::ArcSwap;
use rustls::{ClientConfig, RootCertStore};
use rustls_pki_types::ServerName;
use sekisho::{
    ca::{self, Authority},
    gateway::{Door, Gateway, GatewayOptions, Limits, Listening},
    node::View,
};
use sekisho_core::{Change, World};
use sekisho_execute::Runtime;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};
use tokio_rustls::{TlsConnector, client::TlsStream};

use super::world;

pub(crate) const E1: &str = "vpce-0123456789abcdef0";
pub(crate) const E2: &str = "vpce-0fedcba9876543210";
/// Longer than anything here takes.
pub(crate) const SOON: Duration = Duration::from_secs(20);

/// A directory that goes away.
struct Directory(PathBuf);

impl Directory {
    fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("sekisho-gateway-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

/// A gateway with two endpoints, one at 127.0.0.1 and one at 127.0.0.2, and a public front.
pub(crate) struct Lab {
    pub(crate) view: Arc<ArcSwap<View>>,
    pub(crate) gateway: Arc<Gateway>,
    pub(crate) authority: Authority,
    pub(crate) first: SocketAddr,
    pub(crate) second: SocketAddr,
    pub(crate) public: SocketAddr,
    pub(crate) listening: Vec<Listening>,
    directory: Directory,
}

impl Lab {
    pub(crate) fn new(changes: Vec<Change>) -> Self {
        Self::with(changes, Limits::default())
    }

    pub(crate) fn with(changes: Vec<Change>, limits: Limits) -> Self {
        let directory = Directory::new();
        let authority = Authority::open(&directory.0).unwrap();
        let mut all = vec![world::settings()];
        all.extend(world::endpoint(E1, Ipv4Addr::LOCALHOST, None));
        all.extend(world::endpoint(E2, Ipv4Addr::new(127, 0, 0, 2), None));
        all.extend(changes);
        let world = World::default().apply(&all);
        let runtime = Runtime::build(&world);
        assert!(runtime.problems().is_empty(), "{:?}", runtime.problems());
        let view = Arc::new(ArcSwap::from_pointee(View { world: Arc::new(world), runtime }));
        let mut roots = RootCertStore::empty();
        roots.add(authority.certificate().clone()).unwrap();
        let gateway = Gateway::start(GatewayOptions {
            view: Arc::clone(&view),
            fabric: None,
            tls: ca::server_config(authority.leaf(world::REGION).unwrap()).unwrap(),
            roots: Arc::new(roots),
            region: world::REGION.to_owned(),
            cores: std::num::NonZeroUsize::new(2),
            limits,
        })
        .unwrap();
        let mut listening = Vec::new();
        let mut listen = |address: Ipv4Addr, door: Door| {
            let listener = std::net::TcpListener::bind((address, 0)).unwrap();
            let address = listener.local_addr().unwrap();
            listening.push(gateway.listen(listener, door).unwrap());
            address
        };
        let first = listen(Ipv4Addr::LOCALHOST, Door::Vpc(world::VPC.into()));
        let second = listen(Ipv4Addr::new(127, 0, 0, 2), Door::Vpc(world::VPC.into()));
        let public = listen(Ipv4Addr::LOCALHOST, Door::Public);
        Self { view, gateway, authority, first, second, public, listening, directory }
    }

    /// Makes changes visible, as the node does.
    pub(crate) fn apply(&self, changes: &[Change]) {
        let old = self.view.load_full();
        let next = old.world.apply(changes);
        let runtime = old.runtime.update(&old.world, &next);
        self.view.store(Arc::new(View { world: Arc::new(next), runtime }));
    }

    pub(crate) fn ca_file(&self) -> PathBuf {
        self.directory.0.join("ca.pem")
    }

    pub(crate) async fn connect(&self, address: SocketAddr) -> Client {
        self.connect_as(address, &regional_name(), rustls::ALL_VERSIONS).await.unwrap()
    }

    pub(crate) async fn connect_as(
        &self,
        address: SocketAddr,
        name: &str,
        versions: &[&'static rustls::SupportedProtocolVersion],
    ) -> std::io::Result<Client> {
        let mut roots = RootCertStore::empty();
        roots.add(self.authority.certificate().clone()).unwrap();
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let mut config = ClientConfig::builder_with_provider(provider)
            .with_protocol_versions(versions)
            .unwrap()
            .with_root_certificates(roots)
            .with_no_client_auth();
        config.alpn_protocols = Vec::new();
        let socket = TcpStream::connect(address).await?;
        let name = ServerName::try_from(name.to_owned()).unwrap();
        let stream = TlsConnector::from(Arc::new(config)).connect(name, socket).await?;
        Ok(Client { stream, buffer: Vec::new() })
    }

    /// One request on a connection of its own.
    pub(crate) async fn ask(&self, request: &str) -> Answer {
        let mut client = self.connect(self.first).await;
        client.send(request.as_bytes()).await;
        client.answer(request.split(' ').next().unwrap()).await
    }

    /// A request by the endpoint's own name with the API's header.
    pub(crate) async fn call(&self, api: &str, verb: &str, path: &str, body: &str) -> Answer {
        self.ask(&request(api, verb, path, body)).await
    }
}

/// The first endpoint's name.
pub(crate) fn regional_name() -> String {
    format!("{E1}-abcd1234.execute-api.{}.vpce.amazonaws.com", world::REGION)
}

/// A request with the API's header.
pub(crate) fn request(api: &str, verb: &str, path: &str, body: &str) -> String {
    let host = regional_name();
    let length = if body.is_empty() { String::new() } else { format!("Content-Length: {}\r\n", body.len()) };
    format!("{verb} /prod{path} HTTP/1.1\r\nHost: {host}\r\nx-apigw-api-id: {api}\r\n{length}\r\n{body}")
}

/// A client that sends bytes and reads answers.
pub(crate) struct Client {
    pub(crate) stream: TlsStream<TcpStream>,
    buffer: Vec<u8>,
}

/// An answer as it came.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) line: String,
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}

impl Client {
    pub(crate) async fn send(&mut self, bytes: &[u8]) {
        self.stream.write_all(bytes).await.unwrap();
        self.stream.flush().await.unwrap();
    }

    /// Sends as much as the other side takes.
    pub(crate) async fn send_what_goes(&mut self, bytes: &[u8]) {
        if self.stream.write_all(bytes).await.is_ok() {
            drop(self.stream.flush().await);
        }
    }

    /// Reads more; whether there was any.
    async fn more(&mut self) -> bool {
        let read = tokio::time::timeout(SOON, self.stream.read_buf(&mut self.buffer)).await;
        matches!(read.expect("something happens in time"), Ok(count) if count > 0)
    }

    /// Waits until the other side closes; what came before.
    pub(crate) async fn closed(&mut self) -> Vec<u8> {
        while self.more().await {}
        std::mem::take(&mut self.buffer)
    }

    pub(crate) async fn answer(&mut self, verb: &str) -> Answer {
        self.try_answer(verb).await.expect("an answer")
    }

    /// An answer, or none where the connection closes instead.
    pub(crate) async fn try_answer(&mut self, verb: &str) -> Option<Answer> {
        let end = loop {
            if let Some(at) = self.buffer.windows(4).position(|part| part == b"\r\n\r\n") {
                break at + 4;
            }
            if !self.more().await {
                return None;
            }
        };
        let head = String::from_utf8(self.buffer.drain(..end).collect()).unwrap();
        let mut lines = head.trim_end().split("\r\n");
        let line = lines.next().unwrap().to_owned();
        let status = line.split(' ').nth(1).unwrap().parse().unwrap();
        let headers =
            lines.map(|line| line.split_once(": ").unwrap()).map(|(a, b)| (a.to_owned(), b.to_owned()));
        let mut answer = Answer { line, status, headers: headers.collect(), body: Vec::new() };
        if verb == "HEAD" || status == 204 || status == 304 || status < 200 {
            return Some(answer);
        }
        if let Some(length) = answer.header("content-length").map(|length| length.parse::<usize>().unwrap()) {
            while self.buffer.len() < length {
                assert!(self.more().await, "the body breaks off");
            }
            answer.body = self.buffer.drain(..length).collect();
        } else if answer.header("transfer-encoding").is_some() {
            answer.body = self.chunks().await;
        } else {
            answer.body = self.closed().await;
        }
        Some(answer)
    }

    async fn chunks(&mut self) -> Vec<u8> {
        let mut body = Vec::new();
        loop {
            let end = loop {
                if let Some(at) = self.buffer.windows(2).position(|part| part == b"\r\n") {
                    break at;
                }
                assert!(self.more().await, "a chunk breaks off");
            };
            let size = usize::from_str_radix(std::str::from_utf8(&self.buffer[..end]).unwrap(), 16).unwrap();
            while self.buffer.len() < end + 2 + size + 2 {
                assert!(self.more().await, "a chunk breaks off");
            }
            body.extend_from_slice(&self.buffer[end + 2..end + 2 + size]);
            self.buffer.drain(..end + 2 + size + 2);
            if size == 0 {
                return body;
            }
        }
    }
}

/// A backend that does the same thing on every connection.
pub(crate) struct Backend {
    pub(crate) address: SocketAddr,
    /// Connections made to it.
    pub(crate) connections: Arc<AtomicUsize>,
    /// Connections that ended.
    pub(crate) ended: Arc<AtomicUsize>,
    task: tokio::task::JoinHandle<()>,
}

impl Drop for Backend {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// What a backend does once it has read a request's head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Conduct {
    /// Answers with the request as it came, body included (by `Content-Length` or chunks).
    Echo,
    /// Answers these bytes and goes on.
    Say(&'static str),
    /// Answers these bytes and closes.
    SayAndClose(&'static str),
    /// Closes with a reset.
    Reset,
    /// Waits until the other side goes.
    Wait,
}

impl Backend {
    pub(crate) async fn start(conduct: Conduct) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let (connections, ended) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let counters = (Arc::clone(&connections), Arc::clone(&ended));
        let task = tokio::spawn(async move {
            loop {
                let (socket, _) = listener.accept().await.unwrap();
                counters.0.fetch_add(1, Ordering::SeqCst);
                let ended = Arc::clone(&counters.1);
                tokio::spawn(async move {
                    conduct_connection(socket, conduct).await;
                    ended.fetch_add(1, Ordering::SeqCst);
                });
            }
        });
        Self { address, connections, ended, task }
    }

    pub(crate) fn uri(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }
}

async fn conduct_connection(mut socket: TcpStream, conduct: Conduct) {
    let mut buffer = Vec::new();
    loop {
        let end = loop {
            if let Some(at) = buffer.windows(4).position(|part| part == b"\r\n\r\n") {
                break at + 4;
            }
            match socket.read_buf(&mut buffer).await {
                Ok(count) if count > 0 => {}
                _ => return,
            }
        };
        match conduct {
            Conduct::Echo => {
                let head = String::from_utf8(buffer[..end].to_vec()).unwrap().to_ascii_lowercase();
                let length = head
                    .split("content-length: ")
                    .nth(1)
                    .map(|rest| rest.split('\r').next().unwrap().parse::<usize>().unwrap());
                let complete = |buffer: &[u8]| match length {
                    Some(length) => buffer.len() >= end + length,
                    None => !head.contains("transfer-encoding: chunked") || buffer.ends_with(b"0\r\n\r\n"),
                };
                while !complete(&buffer) {
                    if !matches!(socket.read_buf(&mut buffer).await, Ok(count) if count > 0) {
                        return;
                    }
                }
                let head = format!(
                    "HTTP/1.1 200 OK\r\nContent-Type: message/http\r\nX-Backend: Yes\r\nServer: Backend\r\nKeep-Alive: 5\r\nContent-Length: {}\r\n\r\n",
                    buffer.len()
                );
                socket.write_all(head.as_bytes()).await.unwrap();
                drop(socket.write_all(&std::mem::take(&mut buffer)).await);
            }
            Conduct::Say(text) => {
                buffer.drain(..end);
                drop(socket.write_all(text.as_bytes()).await);
            }
            Conduct::SayAndClose(text) => {
                drop(socket.write_all(text.as_bytes()).await);
                return;
            }
            Conduct::Reset => {
                drop(socket.set_zero_linger());
                return;
            }
            Conduct::Wait => {
                while matches!(socket.read_buf(&mut buffer).await, Ok(count) if count > 0) {}
                return;
            }
        }
    }
}

/// Waits for something to become true.
pub(crate) async fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let start = Instant::now();
    while !holds() {
        assert!(start.elapsed() < SOON, "{what} did not happen in time");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}
