//! Bodies on their way: to the client, to a backend, and read whole with a limit.

use std::{
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll},
    time::Duration,
};

use bytes::{Bytes, BytesMut};
use http_body_util::BodyExt as _;
use hyper::body::{Body, Frame, Incoming, SizeHint};
use sekisho_execute::{BodyFailure, limits::PAYLOAD_BYTES_MAX};
use tokio::time::Sleep;

use super::{connection::Watch, pool::Lease};

/// A request that is being answered; dropped with the last byte of the answer.
#[derive(Debug)]
pub(super) struct Open(Arc<Watch>);

impl Open {
    pub(super) fn new(watch: Arc<Watch>) -> Self {
        watch.begin();
        Self(watch)
    }

    /// Whether the connection is to close after this.
    pub(super) fn is_ending(&self) -> bool {
        self.0.is_ending()
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.end();
    }
}

/// A body going to the client.
#[derive(Debug)]
pub(super) struct Outgoing {
    content: Content,
    _open: Open,
}

#[derive(Debug)]
enum Content {
    Bytes(Bytes),
    Stream(Box<BackendBody>),
}

impl Outgoing {
    pub(super) const fn bytes(bytes: Bytes, open: Open) -> Self {
        Self { content: Content::Bytes(bytes), _open: open }
    }

    pub(super) const fn stream(body: Box<BackendBody>, open: Open) -> Self {
        Self { content: Content::Stream(body), _open: open }
    }
}

impl Body for Outgoing {
    type Data = Bytes;
    type Error = BackendBodyError;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BackendBodyError>>> {
        match &mut self.get_mut().content {
            Content::Bytes(bytes) if bytes.is_empty() => Poll::Ready(None),
            Content::Bytes(bytes) => Poll::Ready(Some(Ok(Frame::data(std::mem::take(bytes))))),
            Content::Stream(body) => body.poll_frame(context),
        }
    }

    fn is_end_stream(&self) -> bool {
        match &self.content {
            Content::Bytes(bytes) => bytes.is_empty(),
            Content::Stream(body) => body.incoming.is_end_stream(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &self.content {
            Content::Bytes(bytes) => SizeHint::with_exact(bytes.len() as u64),
            Content::Stream(body) => body.incoming.size_hint(),
        }
    }
}

/// A backend's body and the connection it comes from, which goes back to the pool with the last byte.
///
/// The backend may not pause longer than the integration's timeout; a timer exists only while it pauses.
#[derive(Debug)]
pub(super) struct BackendBody {
    incoming: Incoming,
    lease: Option<Lease>,
    limit: Duration,
    pause: Option<Pin<Box<Sleep>>>,
}

/// Why a backend's body breaks off.
#[derive(Debug, thiserror::Error)]
pub(super) enum BackendBodyError {
    #[error("the backend's answer broke off: {0}")]
    Broken(hyper::Error),
    #[error("the backend paused too long")]
    Paused,
}

impl BackendBody {
    pub(super) fn new(incoming: Incoming, lease: Lease, limit: Duration) -> Self {
        let mut body = Self { incoming, lease: Some(lease), limit, pause: None };
        body.return_at_end();
        body
    }

    fn return_at_end(&mut self) {
        if self.incoming.is_end_stream()
            && let Some(lease) = self.lease.take()
        {
            lease.give_back();
        }
    }

    fn poll_frame(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BackendBodyError>>> {
        loop {
            return match Pin::new(&mut self.incoming).poll_frame(context) {
                Poll::Ready(None) => {
                    if let Some(lease) = self.lease.take() {
                        lease.give_back();
                    }
                    Poll::Ready(None)
                }
                Poll::Ready(Some(Ok(frame))) => {
                    self.pause = None;
                    self.return_at_end();
                    if frame.is_trailers() {
                        // API Gateway drops trailers.
                        continue;
                    }
                    Poll::Ready(Some(Ok(frame)))
                }
                Poll::Ready(Some(Err(error))) => Poll::Ready(Some(Err(BackendBodyError::Broken(error)))),
                Poll::Pending => {
                    let limit = self.limit;
                    let pause = self.pause.get_or_insert_with(|| Box::pin(tokio::time::sleep(limit)));
                    pause.as_mut().poll(context).map(|()| Some(Err(BackendBodyError::Paused)))
                }
            };
        }
    }

    /// Reads all of it; `Ok(None)` if that is more than the payload's limit. The caller holds the time.
    pub(super) async fn read(mut self) -> Result<Option<Bytes>, BackendBodyError> {
        let known = self.incoming.size_hint().lower();
        if known > PAYLOAD_BYTES_MAX as u64 {
            return Ok(None);
        }
        let mut gathered = Gathered::default();
        while let Some(frame) = std::future::poll_fn(|context| self.poll_frame(context)).await {
            if let Ok(data) = frame?.into_data()
                && !gathered.add(data)
            {
                return Ok(None);
            }
        }
        Ok(Some(gathered.finish()))
    }
}

/// Chunks put together, without copying where there is one only.
#[derive(Default)]
struct Gathered {
    first: Bytes,
    rest: BytesMut,
}

impl Gathered {
    /// Whether it still fits the payload's limit.
    fn add(&mut self, data: Bytes) -> bool {
        if self.first.len() + self.rest.len() + data.len() > PAYLOAD_BYTES_MAX {
            return false;
        }
        if self.first.is_empty() && self.rest.is_empty() {
            self.first = data;
        } else {
            if !self.first.is_empty() {
                self.rest.extend_from_slice(&std::mem::take(&mut self.first));
            }
            self.rest.extend_from_slice(&data);
        }
        true
    }

    fn finish(self) -> Bytes {
        if self.rest.is_empty() { self.first } else { self.rest.freeze() }
    }
}

/// Reads a client's body whole.
pub(super) async fn read_client(mut body: Incoming) -> Result<Bytes, BodyFailure> {
    if body.is_end_stream() {
        return Ok(Bytes::new());
    }
    if body.size_hint().lower() > PAYLOAD_BYTES_MAX as u64 {
        return Err(BodyFailure::TooLarge);
    }
    let mut gathered = Gathered::default();
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|error| BodyFailure::Broken(error.to_string()))?;
        if let Ok(data) = frame.into_data()
            && !gathered.add(data)
        {
            return Err(BodyFailure::TooLarge);
        }
    }
    Ok(gathered.finish())
}

/// A body going to a backend.
#[derive(Debug)]
pub(super) enum ToBackend {
    /// These bytes.
    Bytes(Bytes),
    /// The client's, as it arrives.
    Client {
        /// The body.
        body: Incoming,
        /// Bytes it may still have.
        left: usize,
        /// Set when it has more.
        too_large: Arc<AtomicBool>,
    },
}

/// Why a body stopped on its way to a backend.
#[derive(Debug, thiserror::Error)]
pub(super) enum ToBackendError {
    #[error("the client's body is longer than allowed")]
    TooLarge,
    #[error("the client's body broke off: {0}")]
    Client(hyper::Error),
}

impl Body for ToBackend {
    type Data = Bytes;
    type Error = ToBackendError;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, ToBackendError>>> {
        match self.get_mut() {
            Self::Bytes(bytes) if bytes.is_empty() => Poll::Ready(None),
            Self::Bytes(bytes) => Poll::Ready(Some(Ok(Frame::data(std::mem::take(bytes))))),
            Self::Client { body, left, too_large } => loop {
                return match Pin::new(&mut *body).poll_frame(context) {
                    Poll::Ready(Some(Ok(frame))) => match frame.into_data() {
                        Ok(data) if data.len() > *left => {
                            too_large.store(true, Ordering::Relaxed);
                            Poll::Ready(Some(Err(ToBackendError::TooLarge)))
                        }
                        Ok(data) => {
                            *left -= data.len();
                            Poll::Ready(Some(Ok(Frame::data(data))))
                        }
                        // Trailers end here.
                        Err(_) => continue,
                    },
                    Poll::Ready(Some(Err(error))) => Poll::Ready(Some(Err(ToBackendError::Client(error)))),
                    Poll::Ready(None) => Poll::Ready(None),
                    Poll::Pending => Poll::Pending,
                };
            },
        }
    }

    fn is_end_stream(&self) -> bool {
        match self {
            Self::Bytes(bytes) => bytes.is_empty(),
            Self::Client { body, .. } => body.is_end_stream(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Self::Bytes(bytes) => SizeHint::with_exact(bytes.len() as u64),
            Self::Client { body, .. } => body.size_hint(),
        }
    }
}
