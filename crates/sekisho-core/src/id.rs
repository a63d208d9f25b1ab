//! Every kind of identifier, each its own type, printed exactly as AWS prints it.
//!
//! An identifier is opaque text: its shape is checked where a request comes in (the control plane knows the messages),
//! not here. Cloning is cheap, so snapshots share them.

use std::{borrow::Borrow, fmt, sync::Arc};

use serde::{Deserialize, Serialize};

use crate::change::KeyText;

macro_rules! identifiers {
    ($($(#[$doc:meta])* $name:ident,)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The identifier as AWS writes it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(Arc::from(text))
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(Arc::from(text))
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl KeyText for $name {
            fn key_text(&self) -> String {
                self.0.as_ref().to_owned()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    )*};
}

identifiers! {
    /// `AKIA…`.
    AccessKeyId,
    /// Ten lower-case letters and digits.
    RestApiId,
    /// A resource of a REST API; six to ten letters and digits.
    ResourceId,
    /// A model's name inside its REST API.
    ModelName,
    /// A deployment of a REST API; six letters and digits.
    DeploymentId,
    /// A stage's name inside its REST API.
    StageName,
    /// `vpc-…`.
    VpcId,
    /// `subnet-…`.
    SubnetId,
    /// `rtb-…`.
    RouteTableId,
    /// `sg-…`.
    SecurityGroupId,
    /// `acl-…`.
    NetworkAclId,
    /// `eni-…`.
    NetworkInterfaceId,
    /// `vpce-…`.
    VpcEndpointId,
    /// `vgw-…`.
    VpnGatewayId,
    /// `dopt-…`.
    DhcpOptionsId,
    /// `dxcon-…`.
    ConnectionId,
    /// `dxvif-…`.
    VirtualInterfaceId,
    /// `dxpeer-…`.
    BgpPeerId,
    /// A lab site's name.
    SiteName,
    /// A lab host's name.
    HostName,
}
