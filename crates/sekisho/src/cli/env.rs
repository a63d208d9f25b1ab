//! `sekisho env`: what a client of the AWS APIs needs, in the form it takes.

use std::process::ExitCode;

use anyhow::{Result, bail};

use super::ui;
use crate::{
    admin::{AdminReply, AdminRequest, ClientEnv, ask},
    instance::DataDir,
};

/// The form to print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// `export` lines for `eval`.
    Shell,
    /// A JSON object.
    Json,
    /// `NAME=value` lines, as `docker --env-file` and GitHub Actions read them.
    Dotenv,
    /// The provider block for Terraform.
    Terraform,
    /// A profile for `~/.aws/config`.
    Profile,
}

pub(super) fn run(directory: &DataDir, format: Format) -> Result<ExitCode> {
    let env = match ask(directory, &AdminRequest::Env {})? {
        AdminReply::Env(env) => env,
        AdminReply::Refused { what, help } => {
            ui::print_refusal(&what, &help);
            return Ok(ExitCode::from(1));
        }
        other => bail!("the instance answered {other:?}"),
    };
    let text = match format {
        Format::Shell => shell(&env, directory),
        Format::Json => serde_json::to_string_pretty(&env)?,
        Format::Dotenv => dotenv(&env),
        Format::Terraform => terraform(&env),
        Format::Profile => profile(&env),
    };
    ui::print(&text);
    Ok(ExitCode::SUCCESS)
}

fn pairs(env: &ClientEnv) -> Vec<(&'static str, String)> {
    let bundle = env.ca_bundle.display().to_string();
    vec![
        ("AWS_ENDPOINT_URL", env.endpoint_url.clone()),
        ("AWS_REGION", env.region.clone()),
        ("AWS_DEFAULT_REGION", env.region.clone()),
        ("AWS_ACCESS_KEY_ID", env.access_key_id.clone()),
        ("AWS_SECRET_ACCESS_KEY", env.secret_access_key.clone()),
        ("AWS_CA_BUNDLE", bundle.clone()),
        ("CURL_CA_BUNDLE", bundle),
        ("SEKISHO_FRONT", env.front.clone()),
    ]
}

/// One word for a POSIX shell.
fn quoted(value: &str) -> String {
    format!("'{}'", value.replace('\'', "'\\''"))
}

fn shell(env: &ClientEnv, directory: &DataDir) -> String {
    let mut lines = vec![
        "unset AWS_PROFILE AWS_SESSION_TOKEN".to_owned(),
        format!("export SEKISHO_DATA_DIR={}", quoted(&directory.path().display().to_string())),
    ];
    lines.extend(pairs(env).into_iter().map(|(name, value)| format!("export {name}={}", quoted(&value))));
    lines.push("# use it:  eval \"$(sekisho env)\"".to_owned());
    lines.join("\n")
}

fn dotenv(env: &ClientEnv) -> String {
    pairs(env).into_iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("\n")
}

fn terraform(env: &ClientEnv) -> String {
    let endpoint = &env.endpoint_url;
    format!(
        "provider \"aws\" {{\n  region     = \"{}\"\n  access_key = \"{}\"\n  secret_key = \"{}\"\n\n  endpoints {{\n    \
         apigateway    = \"{endpoint}\"\n    directconnect = \"{endpoint}\"\n    ec2           = \"{endpoint}\"\n    \
         sts           = \"{endpoint}\"\n  }}\n}}",
        env.region, env.access_key_id, env.secret_access_key
    )
}

fn profile(env: &ClientEnv) -> String {
    format!(
        "[profile sekisho]\nregion = {}\nendpoint_url = {}\nca_bundle = {}\naws_access_key_id = {}\naws_secret_access_key = {}",
        env.region,
        env.endpoint_url,
        env.ca_bundle.display(),
        env.access_key_id,
        env.secret_access_key
    )
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_shell_reads_back_any_value() {
        assert_eq!(super::quoted("a'b $c"), "'a'\\''b $c'");
    }
}
