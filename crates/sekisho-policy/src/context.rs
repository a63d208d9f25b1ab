//! The request context: condition keys and their values for one request.
//!
//! Every key that an `execute-api` request can carry has a fixed slot, so a condition finds its value by an index; any
//! other key (tags, keys of other services) goes into a short list. Building a context and looking into it allocates
//! nothing: values are borrowed or plain, and typed once by whoever knows the type. The names are compared without
//! regard to case, the values never are. Source: the API Gateway guide, "AWS condition keys that can be used in API
//! Gateway resource policies".

use std::fmt::{self, Write as _};
use std::net::IpAddr;

use crate::timestamp::Timestamp;

macro_rules! context_keys {
    ($($(#[$doc:meta])* $key:ident = $name:literal, $of:ident;)+) => {
        /// A condition key with a slot of its own.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum ContextKey { $($(#[$doc])* $key,)+ }

        impl ContextKey {
            /// Every key, in slot order.
            pub const ALL: [Self; COUNT] = [$(Self::$key,)+];

            /// The name as AWS writes it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$key => $name,)+ }
            }

            /// Whether the key speaks of the authenticated caller, and is therefore absent for an anonymous one.
            #[must_use]
            pub fn is_of_caller(self) -> bool {
                match self { $(Self::$key => context_keys!(@$of),)+ }
            }
        }

        const COUNT: usize = [$(ContextKey::$key),+].len();
    };
    (@caller) => { true };
    (@request) => { false };
}

context_keys! {
    /// The VPC endpoint that the request came through.
    SourceVpce = "aws:SourceVpce", request;
    /// The VPC of that endpoint.
    SourceVpc = "aws:SourceVpc", request;
    /// The ARN of that VPC.
    SourceVpcArn = "aws:SourceVpcArn", request;
    /// The caller's address as it reaches the endpoint.
    VpcSourceIp = "aws:VpcSourceIp", request;
    /// The caller's address outside any endpoint; not the client's behind one.
    SourceIp = "aws:SourceIp", request;
    /// Whether TLS was used.
    SecureTransport = "aws:SecureTransport", request;
    /// The time of the request, as a date.
    CurrentTime = "aws:CurrentTime", request;
    /// The time of the request, in seconds since 1970.
    EpochTime = "aws:EpochTime", request;
    /// The `User-Agent` header, where sent.
    UserAgent = "aws:UserAgent", request;
    /// The `Referer` header, where sent.
    Referer = "aws:Referer", request;
    /// The resource on whose behalf a service calls.
    SourceArn = "aws:SourceArn", request;
    /// The account of that resource.
    SourceAccount = "aws:SourceAccount", request;
    /// The Region called.
    RequestedRegion = "aws:RequestedRegion", request;
    /// The account that owns the API.
    ResourceAccount = "aws:ResourceAccount", request;
    /// The organization of that account.
    ResourceOrgId = "aws:ResourceOrgID", request;
    /// The ARN of the private custom domain name that the request came by.
    ViaDomainArn = "execute-api:viaDomainArn", request;
    /// The caller's ARN; the role's for a session.
    PrincipalArn = "aws:PrincipalArn", caller;
    /// The caller's account.
    PrincipalAccount = "aws:PrincipalAccount", caller;
    /// `Account`, `User`, `AssumedRole`, `FederatedUser`.
    PrincipalType = "aws:PrincipalType", caller;
    /// The caller's organization.
    PrincipalOrgId = "aws:PrincipalOrgID", caller;
    /// The caller's path in the organization, multivalued.
    PrincipalOrgPaths = "aws:PrincipalOrgPaths", caller;
    /// Whether an AWS service calls with its own principal.
    PrincipalIsAwsService = "aws:PrincipalIsAWSService", caller;
    /// That service's name.
    PrincipalServiceName = "aws:PrincipalServiceName", caller;
    /// The caller's unique identifier.
    UserId = "aws:userid", caller;
    /// The user's name, absent for a role.
    Username = "aws:username", caller;
    /// When temporary credentials were issued.
    TokenIssueTime = "aws:TokenIssueTime", caller;
    /// Whether a second factor was used; temporary credentials only.
    MultiFactorAuthPresent = "aws:MultiFactorAuthPresent", caller;
    /// Seconds since the second factor was used.
    MultiFactorAuthAge = "aws:MultiFactorAuthAge", caller;
}

impl ContextKey {
    /// The slot of a key name, whatever its letter case.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.name().eq_ignore_ascii_case(name))
    }
}

/// The value of a condition key.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'a> {
    /// One text; read as the type that the operator wants.
    Text(&'a str),
    /// Several texts, for a multivalued key. None at all counts as an absent key.
    List(&'a [&'a str]),
    /// An address.
    Address(IpAddr),
    /// Truth.
    Bool(bool),
    /// A date.
    Time(Timestamp),
    /// A whole number; as a date, seconds since 1970.
    Number(i64),
}

impl<'a> Value<'a> {
    /// The value as text, written into the buffer where it is not text already. A list has none.
    pub(crate) fn text<'b>(&self, buffer: &'b mut TextBuffer) -> Option<&'b str>
    where
        'a: 'b,
    {
        let written = match self {
            Value::Text(text) => return Some(text),
            Value::List(_) => return None,
            Value::Address(address) => write!(buffer, "{address}"),
            Value::Bool(truth) => write!(buffer, "{truth}"),
            Value::Time(time) => write!(buffer, "{time}"),
            Value::Number(number) => write!(buffer, "{number}"),
        };
        written.ok().map(|()| buffer.as_str())
    }
}

impl fmt::Display for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Text(text) => f.write_str(text),
            Value::List(texts) => write!(f, "{texts:?}"),
            Value::Address(address) => write!(f, "{address}"),
            Value::Bool(truth) => write!(f, "{truth}"),
            Value::Time(time) => write!(f, "{time}"),
            Value::Number(number) => write!(f, "{number}"),
        }
    }
}

/// Room on the stack for the text of a typed value; the longest (an IPv6 address, a date) takes 45 bytes.
#[derive(Debug)]
pub(crate) struct TextBuffer {
    bytes: [u8; 64],
    length: usize,
}

impl TextBuffer {
    pub(crate) fn new() -> Self {
        Self { bytes: [0; 64], length: 0 }
    }

    fn as_str(&self) -> &str {
        let written = self.bytes.get(..self.length).unwrap_or_default();
        str::from_utf8(written).unwrap_or_default()
    }
}

impl fmt::Write for TextBuffer {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.length + text.len();
        self.bytes.get_mut(self.length..end).ok_or(fmt::Error)?.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}

/// The condition keys of one request.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    slots: [Option<Value<'a>>; COUNT],
    others: &'a [(&'a str, Value<'a>)],
}

impl Default for Context<'_> {
    fn default() -> Self {
        Self::new()
    }
}

impl<'a> Context<'a> {
    /// A context in which every key is absent.
    #[must_use]
    pub const fn new() -> Self {
        Self { slots: [None; COUNT], others: &[] }
    }

    /// Gives a key its value, in place of one it had.
    pub fn set(&mut self, key: ContextKey, value: Value<'a>) -> &mut Self {
        if let Some(slot) = self.slots.get_mut(key as usize) {
            *slot = Some(value);
        }
        self
    }

    /// Gives both time keys the time of the request.
    pub fn set_time(&mut self, now: Timestamp) -> &mut Self {
        self.set(ContextKey::CurrentTime, Value::Time(now))
            .set(ContextKey::EpochTime, Value::Number(now.seconds))
    }

    /// Takes a key away.
    pub fn clear(&mut self, key: ContextKey) -> &mut Self {
        if let Some(slot) = self.slots.get_mut(key as usize) {
            *slot = None;
        }
        self
    }

    /// The keys without a slot, with their values. A key that has a slot is found here too while its slot is empty. Of
    /// two entries of one name the first counts.
    pub fn set_others(&mut self, others: &'a [(&'a str, Value<'a>)]) -> &mut Self {
        self.others = others;
        self
    }

    /// The value of a key with a slot.
    #[must_use]
    #[inline]
    pub fn get(&self, key: ContextKey) -> Option<Value<'a>> {
        match self.slots.get(key as usize) {
            Some(Some(value)) => Some(*value),
            _ if self.others.is_empty() => None,
            _ => self.other(key.name()),
        }
    }

    /// The value of any key by its name, whatever the letter case.
    #[must_use]
    pub fn get_named(&self, name: &str) -> Option<Value<'a>> {
        match ContextKey::from_name(name) {
            Some(key) => self.get(key),
            None => self.other(name),
        }
    }

    fn other(&self, name: &str) -> Option<Value<'a>> {
        self.others.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| *value)
    }
}

/// A condition key, resolved to its slot when the policy is compiled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum KeyRef {
    Slot(ContextKey),
    Other { name: Box<str>, of_caller: bool },
}

impl KeyRef {
    pub(crate) fn new(name: &str) -> Self {
        match ContextKey::from_name(name) {
            Some(key) => Self::Slot(key),
            None => Self::Other { name: name.into(), of_caller: is_other_of_caller(name) },
        }
    }
}

/// Whether a key without a slot speaks of the authenticated caller, as tags do.
fn is_other_of_caller(name: &str) -> bool {
    let begins =
        |prefix: &str| name.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix));
    ["aws:Principal", "aws:FederatedProvider", "aws:SourceIdentity", "aws:AssumedRoot", "sts:", "saml:"]
        .into_iter()
        .any(begins)
}

/// A context as one policy may see it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View<'r, 'a> {
    pub(crate) context: &'r Context<'a>,
    /// Whether the keys of the authenticated caller are hidden, because the policy is judged for an anonymous one.
    pub(crate) anonymous: bool,
}

impl<'a> View<'_, 'a> {
    /// The value of the key; an empty list is no value.
    #[inline]
    pub(crate) fn get(&self, key: &KeyRef) -> Option<Value<'a>> {
        let value = match key {
            KeyRef::Slot(key) if self.anonymous && key.is_of_caller() => None,
            KeyRef::Slot(key) => self.context.get(*key),
            KeyRef::Other { of_caller: true, .. } if self.anonymous => None,
            KeyRef::Other { name, .. } => self.context.other(name),
        };
        match value {
            Some(Value::List([])) => None,
            value => value,
        }
    }
}
