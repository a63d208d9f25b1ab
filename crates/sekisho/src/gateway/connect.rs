//! New connections to backends: names, sockets, TLS.
//!
//! Names are the machine's affair (the system's resolver), with one exception: the Example API's pet store is built in
//! and served in this process, so its name leads there in every network mode. In an unprivileged lab this process sees
//! only its own network: sockets come from the fabric's dialer outside, and names are literal addresses, `localhost`
//! and what `/etc/hosts` holds.

use std::{
    fs, io,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::Arc,
};

use anyhow::Result;
use http::uri::Authority;
use hyper::client::conn::http1::{self, SendRequest};
use hyper_util::rt::TokioIo;
use rustls::{
    ClientConfig, DigitallySignedStruct, RootCertStore, SignatureScheme,
    client::{
        WebPkiServerVerifier,
        danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier},
    },
    crypto::CryptoProvider,
};
use rustls_pki_types::{CertificateDer, ServerName, UnixTime, pem::PemObject as _};
use sekisho_core::names;
use sekisho_execute::IntegrationFailure;
use sekisho_fabric::{Fabric, Mode, Place};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
};
use tokio_rustls::TlsConnector;

use super::{
    body::ToBackend,
    pool::{Origin, Scheme},
};
use crate::petstore;

/// The buffer a backend's answer is read through. Larger ones leave the CPU's second-level cache and cost a third more
/// on large bodies; measured best at this size.
const READ_BUFFER_BYTES: usize = 32 * 1024;
/// The pipe to the built-in pet store.
const PIPE_BYTES: usize = 16 * 1024;
/// Addresses of one name that are tried.
const ADDRESSES_MAX: usize = 8;
const SYSTEM_BUNDLES: [&str; 3] =
    ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem"];

/// The system's authorities, as far as they can be read; none are found on a machine without a bundle.
#[must_use]
pub fn system_roots() -> RootCertStore {
    let mut roots = RootCertStore::empty();
    let bundle = SYSTEM_BUNDLES.iter().find_map(|path| fs::read(path).ok()).unwrap_or_default();
    let certificates = CertificateDer::pem_slice_iter(&bundle).filter_map(std::result::Result::ok);
    roots.add_parsable_certificates(certificates);
    roots
}

/// Makes connections to backends.
#[derive(Debug)]
pub(super) struct Dialer {
    /// Only where the machine's own network cannot be reached directly.
    fabric: Option<Arc<Fabric>>,
    checked: Arc<ClientConfig>,
    any_root: Arc<ClientConfig>,
    pet_store: String,
}

impl Dialer {
    pub(super) fn new(fabric: Option<Arc<Fabric>>, roots: Arc<RootCertStore>, region: &str) -> Result<Self> {
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let builder = || {
            ClientConfig::builder_with_provider(Arc::clone(&provider)).with_safe_default_protocol_versions()
        };
        let checked = builder()?.with_root_certificates(roots).with_no_client_auth();
        let verifier = Arc::new(AnyRoot { provider: Arc::clone(&provider) });
        let any_root =
            builder()?.dangerous().with_custom_certificate_verifier(verifier).with_no_client_auth();
        Ok(Self {
            fabric: fabric.filter(|fabric| fabric.mode() == Mode::Userns),
            checked: Arc::new(checked),
            any_root: Arc::new(any_root),
            pet_store: names::pet_store_host(region),
        })
    }

    /// A fresh connection, ready for a request.
    pub(super) async fn dial(&self, origin: &Origin) -> Result<SendRequest<ToBackend>, IntegrationFailure> {
        let (host, port) = host_and_port(&origin.authority, origin.scheme);
        if origin.scheme == Scheme::Http && port == 80 && host.eq_ignore_ascii_case(&self.pet_store) {
            let (ours, theirs) = tokio::io::duplex(PIPE_BYTES);
            tokio::spawn(petstore::serve_connection(theirs));
            return open(ours).await;
        }
        let socket = self.socket(host, port).await?;
        let config = match origin.scheme {
            Scheme::Http => return open(socket).await,
            Scheme::Https => &self.checked,
            Scheme::HttpsAnyRoot => &self.any_root,
        };
        let name = ServerName::try_from(host.to_owned()).map_err(|error| {
            IntegrationFailure::Tls(format!("`{host}` cannot be in a certificate: {error}"))
        })?;
        let connected = TlsConnector::from(Arc::clone(config)).connect(name, socket).await;
        let stream = connected.map_err(|error| IntegrationFailure::Tls(error.to_string()))?;
        open(stream).await
    }

    async fn socket(&self, host: &str, port: u16) -> Result<TcpStream, IntegrationFailure> {
        let addresses = self.resolve(host, port).await?;
        let mut last = IntegrationFailure::UnknownHost(format!("`{host}` has no address"));
        for address in addresses {
            let connected = match &self.fabric {
                Some(fabric) => fabric.connect_tcp(&Place::Machine, address).await,
                None => TcpStream::connect(address).await,
            };
            match connected.and_then(|socket| socket.set_nodelay(true).map(|()| socket)) {
                Ok(socket) => return Ok(socket),
                Err(error) => last = IntegrationFailure::Connect(format!("{address}: {error}")),
            }
        }
        Err(last)
    }

    async fn resolve(&self, host: &str, port: u16) -> Result<Vec<SocketAddr>, IntegrationFailure> {
        let literal = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
        if let Ok(address) = literal.parse::<IpAddr>() {
            return Ok(vec![SocketAddr::new(address, port)]);
        }
        let unknown = |error: io::Error| IntegrationFailure::UnknownHost(format!("`{host}`: {error}"));
        if self.fabric.is_some() {
            let found = from_hosts_file(&fs::read_to_string("/etc/hosts").unwrap_or_default(), host);
            if found.is_empty() {
                return Err(unknown(io::Error::other("an unprivileged lab knows only /etc/hosts")));
            }
            return Ok(found.into_iter().map(|address| SocketAddr::new(address, port)).collect());
        }
        let found = tokio::net::lookup_host((host, port)).await.map_err(unknown)?;
        Ok(found.take(ADDRESSES_MAX).collect())
    }
}

/// Host and port of an authority; user information is not part of either.
fn host_and_port(authority: &Authority, scheme: Scheme) -> (&str, u16) {
    (authority.host(), authority.port_u16().unwrap_or_else(|| scheme.default_port()))
}

/// The addresses a hosts file gives a name; `localhost` is known without one (RFC 6761 §6.3).
fn from_hosts_file(text: &str, host: &str) -> Vec<IpAddr> {
    let lines = text.lines().map(|line| line.split_once('#').map_or(line, |(entry, _)| entry));
    let mut found: Vec<IpAddr> = lines
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            let address = words.next()?.parse().ok()?;
            words.any(|name| name.eq_ignore_ascii_case(host)).then_some(address)
        })
        .take(ADDRESSES_MAX)
        .collect();
    if found.is_empty() && host.eq_ignore_ascii_case("localhost") {
        found.push(Ipv4Addr::LOCALHOST.into());
    }
    found
}

/// Speaks HTTP/1.1 on a stream; the connection's own work goes on in a task of this core.
async fn open<S>(stream: S) -> Result<SendRequest<ToBackend>, IntegrationFailure>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let opened = http1::Builder::new()
        .read_buf_exact_size(Some(READ_BUFFER_BYTES))
        .handshake(TokioIo::new(stream))
        .await;
    let (sender, connection) = opened.map_err(|error| IntegrationFailure::Connect(error.to_string()))?;
    tokio::spawn(async move {
        if let Err(error) = connection.await {
            tracing::debug!(%error, "a backend connection ended");
        }
    });
    Ok(sender)
}

/// `insecureSkipVerification`: the chain need not end at a known authority. Its last certificate is taken for the root;
/// signatures, dates and the host's name are checked all the same.
#[derive(Debug)]
struct AnyRoot {
    provider: Arc<CryptoProvider>,
}

impl ServerCertVerifier for AnyRoot {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        let mut roots = RootCertStore::empty();
        roots.add(intermediates.last().unwrap_or(end_entity).clone().into_owned())?;
        let verifier =
            WebPkiServerVerifier::builder_with_provider(Arc::new(roots), Arc::clone(&self.provider))
                .build()
                .map_err(|error| rustls::Error::General(error.to_string()))?;
        verifier.verify_server_cert(end_entity, intermediates, name, ocsp_response, now)
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        rustls::crypto::verify_tls12_signature(message, certificate, signature, algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        rustls::crypto::verify_tls13_signature(message, certificate, signature, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}

#[cfg(test)]
mod tests {
    use super::{Authority, IpAddr, Ipv4Addr, Scheme, from_hosts_file, host_and_port};

    #[test]
    fn hosts_files_are_read_as_the_system_does() {
        let text = "# 10.0.0.9 old\n10.0.0.1 one uno # two\n\nnonsense two\n::1 One\n10.0.0.2";
        let one: Vec<IpAddr> = vec!["10.0.0.1".parse().unwrap(), "::1".parse().unwrap()];
        assert_eq!(from_hosts_file(text, "ONE"), one);
        assert!(from_hosts_file(text, "two").is_empty());
        assert!(from_hosts_file(text, "").is_empty());
        assert_eq!(from_hosts_file("", "LocalHost"), [IpAddr::from(Ipv4Addr::LOCALHOST)]);
    }

    #[test]
    fn ports_follow_from_the_scheme() {
        let of = |text: &'static str| Authority::from_static(text);
        assert_eq!(host_and_port(&of("a.example"), Scheme::Http), ("a.example", 80));
        assert_eq!(host_and_port(&of("a.example"), Scheme::HttpsAnyRoot), ("a.example", 443));
        assert_eq!(host_and_port(&of("[::1]:8080"), Scheme::Https), ("[::1]", 8080));
    }
}
