//! The first changes of a world: who and where it is, its default DHCP options set, and the key that may sign.
//!
//! An account on AWS exists before anybody calls; here the shell makes one at its first start with [`found`] and never
//! again. Everything else in a world comes from calls.

use sekisho_core::{
    Change, Mint, Timestamp,
    account::{AccessKey, Settings},
    id::{AccessKeyId, DhcpOptionsId},
    vpc::{DhcpOptions, Tags},
};

/// The access key of the account's root.
#[derive(Clone, Copy)]
pub struct RootKey<'a> {
    /// `AKIA…`.
    pub id: &'a str,
    /// Forty characters; never printed.
    pub secret: &'a str,
}

impl std::fmt::Debug for RootKey<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("RootKey").field("id", &self.id).finish_non_exhaustive()
    }
}

/// The changes that make an empty world the account `account_id` (twelve digits) in `region`.
#[must_use]
pub fn found(
    account_id: &str,
    region: &str,
    partition: &str,
    key: RootKey<'_>,
    now: Timestamp,
    mint: &mut Mint,
) -> Vec<Change> {
    let dhcp_options_id = DhcpOptionsId::from(format!("dopt-{}", mint.hex(17)));
    vec![
        Settings {
            account_id: account_id.to_owned(),
            region: region.to_owned(),
            partition: partition.to_owned(),
            dhcp_options_id: dhcp_options_id.clone(),
            created: now,
        }
        .into(),
        DhcpOptions {
            id: dhcp_options_id,
            domain_name: internal_domain(region),
            domain_name_servers: vec!["AmazonProvidedDNS".to_owned()],
            tags: Tags::new(),
        }
        .into(),
        AccessKey {
            id: AccessKeyId::from(key.id),
            secret: key.secret.to_owned(),
            principal_arn: format!("arn:{partition}:iam::{account_id}:root"),
            user_id: account_id.to_owned(),
            created: now,
        }
        .into(),
    ]
}

/// The domain that a region's default DHCP options set names (VPC guide, "DHCP option sets").
fn internal_domain(region: &str) -> String {
    if region == "us-east-1" { "ec2.internal".to_owned() } else { format!("{region}.compute.internal") }
}
