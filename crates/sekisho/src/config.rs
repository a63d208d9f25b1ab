//! What the process is told at start: a TOML file, overridden by flags.
//!
//! Everything else is said through the AWS APIs. Unknown keys are errors.

use std::{net::SocketAddr, path::Path, str::FromStr};

use anyhow::{Context, Result, bail};
use sekisho_fabric::Mode;
use serde::Deserialize;

/// Where the AWS APIs are unless said otherwise; the port people know from the emulators.
pub const DEFAULT_LISTEN: &str = "127.0.0.1:4566";
/// Where this machine reaches public APIs unless said otherwise.
pub const DEFAULT_FRONT: &str = "127.0.0.1:8443";
/// The region unless said otherwise.
pub const DEFAULT_REGION: &str = "ap-northeast-1";
/// The account unless said otherwise.
pub const DEFAULT_ACCOUNT: &str = "123456789012";

/// The file, as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawConfig {
    /// `127.0.0.1:4566`.
    pub listen: Option<String>,
    /// `127.0.0.1:8443`.
    pub front: Option<String>,
    /// `auto`, `netns`, `userns` or `loopback`.
    pub network: Option<String>,
    /// `ap-northeast-1`.
    pub region: Option<String>,
    /// Twelve digits.
    pub account_id: Option<String>,
}

/// What it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Where the AWS APIs listen.
    pub listen: SocketAddr,
    /// Where this machine reaches public APIs.
    pub front: SocketAddr,
    /// The network mode; `None` is the best that works.
    pub network: Option<Mode>,
    /// The region, if one was said.
    pub region: Option<String>,
    /// The account, if one was said.
    pub account_id: Option<String>,
}

impl RawConfig {
    /// Reads a file.
    ///
    /// # Errors
    /// A file that cannot be read or does not parse; the message names line and key.
    pub fn read(path: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("cannot read the configuration `{}`", path.display()))?;
        toml::from_str(&text).with_context(|| format!("the configuration `{}` is wrong", path.display()))
    }

    /// These settings where said, else `below`'s.
    #[must_use]
    pub fn over(self, below: Self) -> Self {
        Self {
            listen: self.listen.or(below.listen),
            front: self.front.or(below.front),
            network: self.network.or(below.network),
            region: self.region.or(below.region),
            account_id: self.account_id.or(below.account_id),
        }
    }

    /// What the settings mean.
    ///
    /// # Errors
    /// A value that is none; the message says what one looks like.
    pub fn resolve(self) -> Result<Config> {
        if let Some(region) = &self.region {
            check_region(region)?;
        }
        if let Some(account) = &self.account_id
            && (account.len() != 12 || !account.bytes().all(|byte| byte.is_ascii_digit()))
        {
            bail!("`{account}` is not an account id; one has twelve digits");
        }
        let network = match self.network.as_deref() {
            None | Some("auto") => None,
            Some(mode) => Some(Mode::from_str(mode)?),
        };
        Ok(Config {
            listen: address(self.listen.as_deref().unwrap_or(DEFAULT_LISTEN))?,
            front: address(self.front.as_deref().unwrap_or(DEFAULT_FRONT))?,
            network,
            region: self.region,
            account_id: self.account_id,
        })
    }
}

impl Config {
    /// The region of a new instance.
    #[must_use]
    pub fn region(&self) -> &str {
        self.region.as_deref().unwrap_or(DEFAULT_REGION)
    }

    /// The account of a new instance.
    #[must_use]
    pub fn account_id(&self) -> &str {
        self.account_id.as_deref().unwrap_or(DEFAULT_ACCOUNT)
    }
}

fn address(text: &str) -> Result<SocketAddr> {
    text.parse().with_context(|| format!("`{text}` is not an address; one looks like {DEFAULT_LISTEN}"))
}

fn check_region(region: &str) -> Result<()> {
    let fits = (5..=32).contains(&region.len())
        && region.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && region.contains('-');
    if fits { Ok(()) } else { bail!("`{region}` is not a region; one looks like {DEFAULT_REGION}") }
}

#[cfg(test)]
mod tests {
    use super::RawConfig;

    fn parse(text: &str) -> Result<super::Config, String> {
        toml::from_str::<RawConfig>(text)
            .map_err(|error| error.to_string())?
            .resolve()
            .map_err(|error| format!("{error:#}"))
    }

    #[test]
    fn wrong_settings_are_named() {
        for (text, names) in [
            ("regoin = \"eu-west-1\"", "regoin"),
            ("region = 7", "region"),
            ("region = \"Tokyo\"", "Tokyo"),
            ("account_id = \"12\"", "twelve digits"),
            ("listen = \"4566\"", "127.0.0.1:4566"),
            ("network = \"docker\"", "docker"),
            ("network = [", "line 1"),
        ] {
            let error = parse(text).expect_err(text);
            assert!(error.contains(names), "{text}: {error}");
        }
    }

    #[test]
    fn flags_win_over_the_file() {
        let file = RawConfig {
            region: Some("eu-west-1".into()),
            listen: Some("127.0.0.1:1".into()),
            ..RawConfig::default()
        };
        let flags = RawConfig { region: Some("us-east-1".into()), ..RawConfig::default() };
        let config = flags.over(file).resolve().expect("right");
        assert_eq!((config.region(), config.listen.port()), ("us-east-1", 1));
        assert_eq!(config.account_id(), super::DEFAULT_ACCOUNT);
    }
}
