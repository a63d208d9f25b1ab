//! A connection: handshake, then HTTP/1.1 until one side has had enough.
//!
//! [`Watch`] holds what the core's once-a-second look needs to see: whether a request is open, when a byte last moved,
//! since when a head is unfinished. It is written and read on the core's own thread.

use std::{
    io,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicU8, AtomicU32, Ordering::Relaxed},
    },
    task::{Context, Poll},
    time::Duration,
};

use futures_util::task::AtomicWaker;
use hyper::server::conn::http1;
use hyper_util::rt::TokioIo;
use rustls::ProtocolVersion;
use sekisho_execute::Arrival;
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
};
use tokio_rustls::{TlsAcceptor, server::TlsStream};

use super::{
    Limits,
    accept::{Accepted, Socket},
    core,
    service::Service,
};

/// Bytes of a request's head that are read; API Gateway's own limits are lower and answered by the invocation.
const HEAD_BYTES_MAX: usize = 64 * 1024;

const GO_ON: u8 = 0;
const FINISH: u8 = 1;
const KILL: u8 = 2;

/// What is to be seen of a connection.
#[derive(Debug, Default)]
pub(super) struct Watch {
    /// Requests begun and not yet answered to the last byte.
    open: AtomicU32,
    /// The tick at which a byte last moved.
    progress: AtomicU32,
    /// The tick at which an unfinished head began; 0 when there is none.
    head_since: AtomicU32,
    ending: AtomicU8,
    waker: AtomicWaker,
}

impl Watch {
    /// A request's head is complete.
    pub(super) fn begin(&self) {
        self.head_since.store(0, Relaxed);
        self.open.store(self.open.load(Relaxed).wrapping_add(1), Relaxed);
    }

    /// A request is answered.
    pub(super) fn end(&self) {
        self.open.store(self.open.load(Relaxed).saturating_sub(1), Relaxed);
    }

    /// Whether the connection is to close after the requests in flight.
    pub(super) fn is_ending(&self) -> bool {
        self.ending.load(Relaxed) != GO_ON
    }

    /// Closes the connection after the requests in flight.
    pub(super) fn finish(&self) {
        self.order(FINISH);
    }

    /// The once-a-second look.
    pub(super) fn look(&self, tick: u32, limits: &Limits) {
        let over = |since: u32, limit: Duration| u64::from(tick.wrapping_sub(since)) > limit.as_secs();
        let progress = self.progress.load(Relaxed);
        if self.open.load(Relaxed) > 0 {
            if over(progress, limits.stalled) {
                self.order(KILL);
            }
            return;
        }
        match self.head_since.load(Relaxed) {
            0 if over(progress, limits.idle) => self.order(FINISH),
            since if since != 0 && over(since, limits.head) => self.order(KILL),
            _ => {}
        }
    }

    fn order(&self, order: u8) {
        if self.ending.load(Relaxed) < order {
            self.ending.store(order, Relaxed);
            self.waker.wake();
        }
    }

    fn has_read(&self) {
        let tick = tick();
        self.progress.store(tick, Relaxed);
        if self.open.load(Relaxed) == 0 && self.head_since.load(Relaxed) == 0 {
            self.head_since.store(tick.max(1), Relaxed);
        }
    }

    fn has_written(&self) {
        self.progress.store(tick(), Relaxed);
    }
}

fn tick() -> u32 {
    core::with(|local| local.tick).unwrap_or(0)
}

/// Serves a socket on this core.
pub(super) fn spawn(accepted: Accepted) {
    let watch = Arc::new(Watch::default());
    watch.progress.store(tick(), Relaxed);
    let Some(key) = core::with(|local| local.enter(&watch)) else { return };
    let registered = Registered(key);
    tokio::spawn(async move {
        let Accepted { socket, arrival, permit } = accepted;
        if let Some((stream, arrival)) = handshake(socket, arrival).await {
            serve(stream, arrival, watch).await;
        }
        drop(registered);
        drop(permit);
    });
}

/// A connection's place in the core's look.
struct Registered(u64);

impl Drop for Registered {
    fn drop(&mut self) {
        core::with(|local| local.leave(self.0));
    }
}

async fn handshake(socket: Socket, mut arrival: Arrival) -> Option<(TlsStream<TcpStream>, Arrival)> {
    let (config, limit) = core::with(|local| (local.shared.tls.load_full(), local.shared.limits.handshake))?;
    let socket = socket.register().ok()?;
    let stream = match tokio::time::timeout(limit, TlsAcceptor::from(config).accept(socket)).await {
        Ok(Ok(stream)) => stream,
        Ok(Err(error)) => {
            tracing::debug!(source = %arrival.source_ip, %error, "a TLS handshake failed");
            return None;
        }
        Err(_) => {
            tracing::debug!(source = %arrival.source_ip, "a TLS handshake took too long");
            return None;
        }
    };
    let session = stream.get_ref().1;
    arrival.server_name = session.server_name().map(str::to_owned);
    arrival.tls_version = session.protocol_version().map(version_name);
    arrival.cipher_suite = session.negotiated_cipher_suite().map(|suite| suite_name(suite.suite()));
    Some((stream, arrival))
}

const fn version_name(version: ProtocolVersion) -> &'static str {
    match version {
        ProtocolVersion::TLSv1_3 => "TLSv1.3",
        _ => "TLSv1.2",
    }
}

/// A cipher suite as API Gateway writes it: OpenSSL's names.
const fn suite_name(suite: rustls::CipherSuite) -> &'static str {
    use rustls::CipherSuite as Suite;
    match suite {
        Suite::TLS13_AES_128_GCM_SHA256 => "TLS_AES_128_GCM_SHA256",
        Suite::TLS13_AES_256_GCM_SHA384 => "TLS_AES_256_GCM_SHA384",
        Suite::TLS13_CHACHA20_POLY1305_SHA256 => "TLS_CHACHA20_POLY1305_SHA256",
        Suite::TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 => "ECDHE-ECDSA-AES128-GCM-SHA256",
        Suite::TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 => "ECDHE-ECDSA-AES256-GCM-SHA384",
        Suite::TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256 => "ECDHE-ECDSA-CHACHA20-POLY1305",
        Suite::TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 => "ECDHE-RSA-AES128-GCM-SHA256",
        Suite::TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 => "ECDHE-RSA-AES256-GCM-SHA384",
        Suite::TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256 => "ECDHE-RSA-CHACHA20-POLY1305",
        _ => "-",
    }
}

type Http = http1::Connection<TokioIo<Watched>, Service>;

async fn serve(stream: TlsStream<TcpStream>, arrival: Arrival, watch: Arc<Watch>) {
    let io = TokioIo::new(Watched { stream, watch: Arc::clone(&watch) });
    let service = Service::new(arrival, Arc::clone(&watch));
    let connection = http1::Builder::new()
        .header_read_timeout(None)
        .max_buf_size(HEAD_BYTES_MAX)
        .serve_connection(io, service);
    Serving { connection, watch, registered: false, finishing: false }.await;
}

/// A connection that can be told to end.
struct Serving {
    connection: Http,
    watch: Arc<Watch>,
    registered: bool,
    finishing: bool,
}

impl Future for Serving {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let this = self.get_mut();
        if !this.registered {
            // A task's waker stays the same for its life, so once is enough, and once more after it was used.
            this.watch.waker.register(context.waker());
            this.registered = true;
        }
        match this.watch.ending.load(Relaxed) {
            KILL => return Poll::Ready(()),
            FINISH if !this.finishing => {
                this.finishing = true;
                this.watch.waker.register(context.waker());
                Pin::new(&mut this.connection).graceful_shutdown();
            }
            _ => {}
        }
        match Pin::new(&mut this.connection).poll(context) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(Ok(())) => Poll::Ready(()),
            Poll::Ready(Err(error)) => {
                tracing::debug!(%error, "a connection ended");
                Poll::Ready(())
            }
        }
    }
}

/// The stream, with its progress noted.
pub(super) struct Watched {
    stream: TlsStream<TcpStream>,
    watch: Arc<Watch>,
}

impl AsyncRead for Watched {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        let before = buffer.filled().len();
        let polled = Pin::new(&mut this.stream).poll_read(context, buffer);
        if buffer.filled().len() != before {
            this.watch.has_read();
        }
        polled
    }
}

impl AsyncWrite for Watched {
    fn poll_write(self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let polled = Pin::new(&mut this.stream).poll_write(context, bytes);
        if matches!(polled, Poll::Ready(Ok(count)) if count > 0) {
            this.watch.has_written();
        }
        polled
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let polled = Pin::new(&mut this.stream).poll_write_vectored(context, slices);
        if matches!(polled, Poll::Ready(Ok(count)) if count > 0) {
            this.watch.has_written();
        }
        polled
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_flush(context)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_shutdown(context)
    }
}
