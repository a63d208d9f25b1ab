//! Who calls, and whom a principal element names.
//!
//! A role's ARN stands for every session of the role; an account (its number, or its `:root` ARN) stands for everyone in
//! it. ARNs are compared whole: wildcards inside a principal never match. In `NotPrincipal` an account spares only the
//! account's root user, never its users and roles, so that a Deny does not open by it. Source: the IAM guide, "AWS JSON
//! policy elements: Principal" and "NotPrincipal".

use crate::arn;
use crate::document::{NamedPrincipal, PrincipalElement, PrincipalType, Principals};

/// The caller of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Principal<'a> {
    /// No credentials, or none that count.
    Anonymous,
    /// The root user of an account.
    Root {
        /// Twelve digits.
        account: &'a str,
        /// `arn:…:iam::ACCOUNT:root`.
        arn: &'a str,
    },
    /// An IAM user.
    User {
        /// Twelve digits.
        account: &'a str,
        /// `arn:…:iam::ACCOUNT:user/…`.
        arn: &'a str,
    },
    /// A session of a role.
    AssumedRole {
        /// Twelve digits.
        account: &'a str,
        /// `arn:…:sts::ACCOUNT:assumed-role/ROLE/SESSION`.
        arn: &'a str,
        /// `arn:…:iam::ACCOUNT:role/…`, with the role's path.
        role_arn: &'a str,
    },
    /// A federated user session.
    FederatedUser {
        /// Twelve digits.
        account: &'a str,
        /// `arn:…:sts::ACCOUNT:federated-user/…`.
        arn: &'a str,
    },
    /// A service with a principal of its own.
    Service {
        /// Such as `apigateway.amazonaws.com`.
        name: &'a str,
    },
}

impl<'a> Principal<'a> {
    /// The caller that an ARN names; a session needs its role's ARN besides. `None` for any other ARN.
    #[must_use]
    pub fn from_arn(arn: &'a str, role_arn: Option<&'a str>) -> Option<Self> {
        let [_, _, service, _, account, resource] = arn::components(arn)?;
        match (service, resource.split('/').next()?) {
            ("iam", "root") => Some(Self::Root { account, arn }),
            ("iam", "user") => Some(Self::User { account, arn }),
            ("sts", "assumed-role") => Some(Self::AssumedRole { account, arn, role_arn: role_arn? }),
            ("sts", "federated-user") => Some(Self::FederatedUser { account, arn }),
            _ => None,
        }
    }

    /// The caller's account, if any.
    #[must_use]
    pub fn account(&self) -> Option<&'a str> {
        match self {
            Self::Root { account, .. }
            | Self::User { account, .. }
            | Self::AssumedRole { account, .. }
            | Self::FederatedUser { account, .. } => Some(account),
            Self::Anonymous | Self::Service { .. } => None,
        }
    }

    /// The caller as refusals name it: `anonymous`, an ARN, or a service's name.
    #[must_use]
    pub fn display_name(&self) -> &'a str {
        match self {
            Self::Anonymous => "anonymous",
            Self::Root { arn, .. }
            | Self::User { arn, .. }
            | Self::AssumedRole { arn, .. }
            | Self::FederatedUser { arn, .. } => arn,
            Self::Service { name } => name,
        }
    }
}

/// A compiled principal element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PrincipalTest {
    pub(crate) negated: bool,
    /// `None`: everyone.
    entries: Option<Box<[Entry]>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Entry {
    Account(Box<str>),
    Arn(Box<str>),
    Service(Box<str>),
    /// Any service.
    AnyService,
    /// Nobody who can call an API.
    Nobody,
}

impl PrincipalTest {
    pub(crate) fn new(element: &PrincipalElement) -> Self {
        let entries = match &element.principals {
            Principals::Everyone => None,
            Principals::Named(named) => Some(named.iter().map(Entry::new).collect()),
        };
        Self { negated: element.negated, entries }
    }

    #[inline]
    pub(crate) fn matches(&self, caller: &Principal<'_>) -> bool {
        let named = match &self.entries {
            None => true,
            Some(entries) => entries.iter().any(|entry| entry.names(caller, self.negated)),
        };
        named != self.negated
    }
}

impl Entry {
    fn new(named: &NamedPrincipal) -> Self {
        let id = named.id.as_str();
        match named.kind {
            PrincipalType::Aws if arn::is_account_id(id) => Self::Account(id.into()),
            PrincipalType::Aws => match arn::components(id) {
                Some([_, _, "iam", _, account, "root"]) => Self::Account(account.into()),
                _ => Self::Arn(id.into()),
            },
            PrincipalType::Service if id == "*" => Self::AnyService,
            PrincipalType::Service => Self::Service(id.into()),
            PrincipalType::Federated | PrincipalType::CanonicalUser => Self::Nobody,
        }
    }

    fn names(&self, caller: &Principal<'_>, negated: bool) -> bool {
        match (self, caller) {
            (Self::Account(account), Principal::Root { account: own, .. }) => **account == **own,
            (Self::Account(account), _) => !negated && caller.account() == Some(account),
            (Self::Arn(arn), Principal::AssumedRole { arn: own, role_arn, .. }) => {
                **arn == **own || **arn == **role_arn
            }
            (
                Self::Arn(arn),
                Principal::User { arn: own, .. } | Principal::FederatedUser { arn: own, .. },
            ) => **arn == **own,
            (Self::Service(service), Principal::Service { name }) => **service == **name,
            (Self::AnyService, Principal::Service { .. }) => true,
            _ => false,
        }
    }
}
