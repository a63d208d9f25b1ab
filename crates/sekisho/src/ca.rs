//! The instance's own certificate authority, and the certificate that every endpoint shows.
//!
//! The authority is made at first start and kept in the data directory; it is never put into the machine's trust store.
//! One leaf covers all names that a client may use: the service's wildcard (its common name, as AWS has it), the
//! endpoints' public names, and `localhost` for the host's own front. A bundle of the system's roots and ours is written
//! beside it for `sekisho env` and for lab hosts.

use std::{
    fs,
    io::Write,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, SystemTime},
};

use anyhow::{Context, Result};
use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer,
    KeyPair, KeyUsagePurpose,
};
use rustls::{ServerConfig, sign::CertifiedKey};
use rustls_pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject};
use sekisho_core::names;

const AUTHORITY_DAYS: u64 = 3650;
/// Shorter than what public authorities give; a new one is made at every start and once a day in between.
const LEAF_DAYS: u64 = 90;
const SYSTEM_BUNDLES: [&str; 3] =
    ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem"];

/// The authority, loaded.
#[derive(Debug)]
pub struct Authority {
    issuer: Issuer<'static, KeyPair>,
    certificate: CertificateDer<'static>,
    bundle: PathBuf,
}

impl Authority {
    /// Loads the authority in `directory`, or makes it.
    ///
    /// # Errors
    /// When a file cannot be read or written, or holds no certificate.
    pub fn open(directory: &Path) -> Result<Self> {
        fs::create_dir_all(directory).with_context(|| format!("cannot make `{}`", directory.display()))?;
        let (key_file, certificate_file) = (directory.join("ca.key"), directory.join("ca.pem"));
        if !key_file.exists() || !certificate_file.exists() {
            make(&key_file, &certificate_file)?;
        }
        let key_pem = fs::read_to_string(&key_file)
            .with_context(|| format!("cannot read the authority's key `{}`", key_file.display()))?;
        let certificate_pem = fs::read_to_string(&certificate_file).with_context(|| {
            format!("cannot read the authority's certificate `{}`", certificate_file.display())
        })?;
        let key = KeyPair::from_pem(&key_pem)
            .with_context(|| format!("`{}` holds no usable key", key_file.display()))?;
        let certificate = CertificateDer::from_pem_slice(certificate_pem.as_bytes())
            .with_context(|| format!("`{}` holds no certificate", certificate_file.display()))?;
        let issuer = Issuer::new(authority_parameters(), key);
        let bundle = directory.join("ca-bundle.pem");
        write_bundle(&bundle, &certificate_pem)?;
        Ok(Self { issuer, certificate, bundle })
    }

    /// The bundle of the system's roots and ours.
    #[must_use]
    pub fn bundle(&self) -> &Path {
        &self.bundle
    }

    /// The authority's certificate, for clients of our own.
    #[must_use]
    pub fn certificate(&self) -> &CertificateDer<'static> {
        &self.certificate
    }

    /// A fresh leaf for all names of a region.
    ///
    /// # Errors
    /// When the certificate cannot be made.
    pub fn leaf(&self, region: &str) -> Result<CertifiedKey> {
        let domain = names::execute_api_domain(region);
        let wildcard = format!("*.{domain}");
        let mut parameters = CertificateParams::new(vec![
            wildcard.clone(),
            domain,
            format!("*.{}", names::endpoint_domain(region)),
            "localhost".to_owned(),
            "127.0.0.1".to_owned(),
        ])?;
        parameters.distinguished_name = named(&wildcard);
        set_validity(&mut parameters, LEAF_DAYS);
        parameters.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        parameters.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        let key = KeyPair::generate()?;
        let certificate = parameters.signed_by(&key, &self.issuer)?;
        let chain = vec![certificate.der().clone(), self.certificate.clone()];
        let private = PrivateKeyDer::try_from(key.serialize_der()).map_err(anyhow::Error::msg)?;
        let signing = rustls::crypto::aws_lc_rs::sign::any_supported_type(&private)?;
        Ok(CertifiedKey::new(chain, signing))
    }
}

/// The TLS settings of endpoint and front listeners: 1.2 and 1.3, HTTP/1.1 only.
///
/// API Gateway answers an HTTP/2 offer with no protocol at all, so none is configured. Session tickets are on, early data
/// is off.
///
/// # Errors
/// When the key and the provider do not fit, which ours do.
pub fn server_config(leaf: CertifiedKey) -> Result<Arc<ServerConfig>> {
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_cert_resolver(Arc::new(rustls::sign::SingleCertAndKey::from(leaf)));
    config.ticketer = rustls::crypto::aws_lc_rs::Ticketer::new()?;
    config.max_early_data_size = 0;
    Ok(Arc::new(config))
}

fn named(common_name: &str) -> DistinguishedName {
    let mut name = DistinguishedName::new();
    name.push(DnType::CommonName, common_name);
    name
}

fn set_validity(parameters: &mut CertificateParams, days: u64) {
    let now = SystemTime::now();
    // An hour back, for clients whose clock is behind.
    parameters.not_before = (now - Duration::from_secs(3600)).into();
    parameters.not_after = (now + Duration::from_secs(days * 86_400)).into();
}

fn authority_parameters() -> CertificateParams {
    let mut parameters = CertificateParams::default();
    parameters.distinguished_name = named("Sekisho private authority");
    parameters.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    parameters.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    parameters
}

fn make(key_file: &Path, certificate_file: &Path) -> Result<()> {
    let key = KeyPair::generate()?;
    let mut parameters = authority_parameters();
    set_validity(&mut parameters, AUTHORITY_DAYS);
    let certificate = parameters.self_signed(&key)?;
    let mut file = fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(key_file)
        .with_context(|| format!("cannot write `{}`", key_file.display()))?;
    file.write_all(key.serialize_pem().as_bytes())?;
    file.sync_all()?;
    fs::write(certificate_file, certificate.pem())
        .with_context(|| format!("cannot write `{}`", certificate_file.display()))
}

fn write_bundle(bundle: &Path, ours: &str) -> Result<()> {
    let system = SYSTEM_BUNDLES.iter().find_map(|path| fs::read_to_string(path).ok()).unwrap_or_default();
    let fresh = bundle.with_extension("new");
    fs::write(&fresh, format!("{system}\n{ours}"))
        .with_context(|| format!("cannot write `{}`", fresh.display()))?;
    fs::rename(&fresh, bundle).with_context(|| format!("cannot write `{}`", bundle.display()))
}
