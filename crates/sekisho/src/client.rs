//! A client of our own for the AWS APIs, for the walkthrough: the same shapes, signed, over plain HTTP.
//!
//! It knows nothing of the instance but what `sekisho env` prints; what it can do, any SDK can.

use std::{net::SocketAddr, time::Duration};

use anyhow::{Context, Result};
use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper_util::rt::TokioIo;
use sekisho_wire::{
    AwsError, HttpReply, Protocol, Request, Response, Timestamp,
    client::{ClientError, decode, encode},
    sigv4::{Credentials, Signing, sign},
};
use tokio::{net::TcpStream, runtime::Runtime};

use crate::{admin::ClientEnv, clock};

/// Time for a whole call.
const TIMEOUT: Duration = Duration::from_secs(30);

/// A client.
#[derive(Debug)]
pub struct AwsClient {
    env: ClientEnv,
    address: SocketAddr,
    runtime: Runtime,
}

impl AwsClient {
    /// A client for what `sekisho env` prints.
    ///
    /// # Errors
    /// When the endpoint is no plain HTTP address.
    pub fn new(env: ClientEnv) -> Result<Self> {
        let address =
            env.endpoint_url.strip_prefix("http://").context("the endpoint is not plain HTTP")?.parse()?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        Ok(Self { env, address, runtime })
    }

    /// The environment it works with.
    #[must_use]
    pub const fn env(&self) -> &ClientEnv {
        &self.env
    }

    /// Makes a call. The inner error is the service's.
    ///
    /// # Errors
    /// When the call did not get through or the reply cannot be read.
    pub fn call(&self, request: &Request) -> Result<Result<Response, AwsError>> {
        let outgoing = encode(request, None).context("the request cannot be written")?;
        let service = request.service();
        let host = self.address.to_string();
        let mut signed = outgoing;
        signed.headers.push(("host".to_owned(), host));
        let signing = Signing {
            credentials: Credentials {
                access_key: &self.env.access_key_id,
                secret: &self.env.secret_access_key,
                session_token: None,
            },
            region: &self.env.region,
            service: service.signing_name(),
            now: Timestamp(clock::now().0),
        };
        let more = signed.view(|request| sign(request, &signing));
        signed.headers.extend(more);
        let mut builder = http::Request::builder().method(signed.method).uri(&signed.target);
        for (name, value) in &signed.headers {
            builder = builder.header(name, value);
        }
        let request_to_send = builder.body(Full::new(Bytes::from(signed.body)))?;
        let reply = self
            .runtime
            .block_on(async { tokio::time::timeout(TIMEOUT, self.send(request_to_send)).await })
            .context("the instance did not answer in time")??;
        let protocol: Protocol = service.protocol();
        match decode(service, request.operation(), protocol, &reply) {
            Ok(response) => Ok(Ok(response)),
            Err(ClientError::Service(error)) => Ok(Err(error)),
            Err(ClientError::Malformed(text)) => anyhow::bail!("the reply cannot be read: {text}"),
        }
    }

    async fn send(&self, request: http::Request<Full<Bytes>>) -> Result<HttpReply> {
        let stream = TcpStream::connect(self.address).await.context("the instance cannot be reached")?;
        let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
        let driver = tokio::spawn(connection);
        let response = sender.send_request(request).await?;
        let (head, body) = response.into_parts();
        let body = body.collect().await?.to_bytes().to_vec();
        driver.abort();
        let headers = head
            .headers
            .iter()
            .map(|(name, value)| {
                (name.to_string().into(), String::from_utf8_lossy(value.as_bytes()).into_owned())
            })
            .collect();
        Ok(HttpReply { status: head.status.as_u16(), headers, body })
    }
}
