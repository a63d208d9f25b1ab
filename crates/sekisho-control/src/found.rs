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

#[cfg(test)]
mod tests {
    use sekisho_core::World;

    use super::*;

    fn world(region: &str) -> World {
        let key = RootKey { id: "AKIAIOSFODNN7EXAMPLE", secret: "sesame" };
        let changes = found("123456789012", region, "aws", key, Timestamp(1), &mut Mint::new([1; 32]));
        World::default().apply(&changes)
    }

    #[test]
    fn a_founded_world_knows_itself() {
        for (region, domain) in
            [("us-east-1", "ec2.internal"), ("ap-northeast-1", "ap-northeast-1.compute.internal")]
        {
            let world = world(region);
            assert_eq!(
                (world.region(), world.account_id(), world.partition()),
                (region, "123456789012", "aws")
            );
            let settings = world.settings().expect("founded");
            let options = world.dhcp_options.get(&settings.dhcp_options_id).expect("the default set");
            assert_eq!(options.domain_name, domain);
            let key = world.access_keys.get("AKIAIOSFODNN7EXAMPLE").expect("the root key");
            assert_eq!(key.principal_arn, "arn:aws:iam::123456789012:root");
            assert_eq!(key.secret, "sesame");
        }
    }

    #[test]
    fn the_secret_is_not_printed() {
        let key = RootKey { id: "AKIAIOSFODNN7EXAMPLE", secret: "sesame" };
        assert!(!format!("{key:?}{:?}", world("us-east-1")).contains("sesame"));
    }
}
