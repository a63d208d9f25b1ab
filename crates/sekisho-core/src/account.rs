//! The account and region this instance stands for, and the access keys that may sign calls.

use serde::{Deserialize, Serialize};

use crate::{Keyed, Timestamp, id::AccessKeyId};

/// Who and where this instance is. Made once, at first start; the only settings record of a world.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// Twelve digits.
    pub account_id: String,
    /// For example `ap-northeast-1`.
    pub region: String,
    /// `aws` unless configured otherwise.
    pub partition: String,
    /// The DHCP options set every new VPC starts with.
    pub dhcp_options_id: crate::id::DhcpOptionsId,
    /// When the instance was made.
    pub created: Timestamp,
}

impl Keyed for Settings {
    type Key = ();
    fn key(&self) {}
}

/// An access key. Only the root key exists until IAM is served.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessKey {
    /// `AKIA…`.
    pub id: AccessKeyId,
    /// Forty characters; never printed.
    pub secret: String,
    /// The principal that signs with this key, for example `arn:aws:iam::123456789012:root`.
    pub principal_arn: String,
    /// `aws:userid`: the account id for root.
    pub user_id: String,
    /// When it was made.
    pub created: Timestamp,
}

impl std::fmt::Debug for AccessKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("AccessKey")
            .field("id", &self.id)
            .field("principal_arn", &self.principal_arn)
            .finish_non_exhaustive()
    }
}

impl Keyed for AccessKey {
    type Key = AccessKeyId;
    fn key(&self) -> AccessKeyId {
        self.id.clone()
    }
}
