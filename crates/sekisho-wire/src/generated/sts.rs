//! AWS Security Token Service: the shapes of the served operations, as plain structs and as tables.
//!
//! Written by `cargo xtask codegen` from `models/sts.json`; do not edit.
use crate::shape::*;

/// The shape `GetCallerIdentityRequest`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetCallerIdentityInput {}

impl Shaped for GetCallerIdentityInput {
    const SHAPE: &'static Structure = &Structure { name: "GetCallerIdentityRequest", members: &[] };
    fn from_members(_: &mut Members) -> Self {
        Self {}
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![]
    }
}

/// The shape `GetCallerIdentityResponse`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetCallerIdentityOutput {
    /// `UserId`.
    pub user_id: Option<String>,
    /// `Account`.
    pub account: Option<String>,
    /// `Arn`.
    pub arn: Option<String>,
}

impl Shaped for GetCallerIdentityOutput {
    const SHAPE: &'static Structure = &Structure {
        name: "GetCallerIdentityResponse",
        members: &[member("UserId", TEXT), member("Account", TEXT), member("Arn", shapes::ARN_TYPE)],
    };
    fn from_members(members: &mut Members) -> Self {
        Self { user_id: members.take(), account: members.take(), arn: members.take() }
    }
    fn to_members(&self) -> Vec<Option<Value>> {
        vec![value(&self.user_id), value(&self.account), value(&self.arn)]
    }
}

/// Tables of lists, maps and constrained scalars.
mod shapes {
    use super::*;
    pub(super) const ARN_TYPE: Shape = Shape::Text(&Text {
        values: &[],
        length: Bounds { min: Some(20), max: Some(2048) },
        pattern: Some(
            "[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+",
        ),
    });
}

/// The input of one served operation.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// `GetCallerIdentity`.
    GetCallerIdentity(GetCallerIdentityInput),
}

impl Request {
    /// The operation's name.
    pub fn operation(&self) -> &'static str {
        match self {
            Self::GetCallerIdentity(_) => "GetCallerIdentity",
        }
    }
}

impl Message for Request {
    fn to_members(&self) -> Vec<Option<Value>> {
        match self {
            Self::GetCallerIdentity(inner) => inner.to_members(),
        }
    }

    fn from_members(operation: &str, members: &mut Members) -> Option<Self> {
        Some(match operation {
            "GetCallerIdentity" => Self::GetCallerIdentity(GetCallerIdentityInput::from_members(members)),
            _ => return None,
        })
    }
}

/// The output of one served operation.
#[derive(Clone, Debug, PartialEq)]
pub enum Response {
    /// `GetCallerIdentity`.
    GetCallerIdentity(GetCallerIdentityOutput),
}

impl Response {
    /// The operation's name.
    pub fn operation(&self) -> &'static str {
        match self {
            Self::GetCallerIdentity(_) => "GetCallerIdentity",
        }
    }
}

impl Message for Response {
    fn to_members(&self) -> Vec<Option<Value>> {
        match self {
            Self::GetCallerIdentity(inner) => inner.to_members(),
        }
    }

    fn from_members(operation: &str, members: &mut Members) -> Option<Self> {
        Some(match operation {
            "GetCallerIdentity" => Self::GetCallerIdentity(GetCallerIdentityOutput::from_members(members)),
            _ => return None,
        })
    }
}

/// The service: its names, its operations, its modelled errors.
pub static SERVICE: Service = Service {
    name: "sts",
    version: "2011-06-15",
    namespace: "https://sts.amazonaws.com/doc/2011-06-15/",
    target: "",
    operations: &[Operation {
        name: "GetCallerIdentity",
        method: "POST",
        uri: "/",
        status: 200,
        wrapper: Some("GetCallerIdentityResult"),
        input: GetCallerIdentityInput::SHAPE,
        output: GetCallerIdentityOutput::SHAPE,
    }],
    unserved: &[
        Unserved { name: "AssumeRole", method: "POST", uri: "/" },
        Unserved { name: "AssumeRoleWithSAML", method: "POST", uri: "/" },
        Unserved { name: "AssumeRoleWithWebIdentity", method: "POST", uri: "/" },
        Unserved { name: "AssumeRoot", method: "POST", uri: "/" },
        Unserved { name: "DecodeAuthorizationMessage", method: "POST", uri: "/" },
        Unserved { name: "GetAccessKeyInfo", method: "POST", uri: "/" },
        Unserved { name: "GetDelegatedAccessToken", method: "POST", uri: "/" },
        Unserved { name: "GetFederationToken", method: "POST", uri: "/" },
        Unserved { name: "GetSessionToken", method: "POST", uri: "/" },
        Unserved { name: "GetWebIdentityToken", method: "POST", uri: "/" },
    ],
    errors: &[],
};
