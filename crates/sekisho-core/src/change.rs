//! The closed set of everything that can happen to a world.
//!
//! There are two kinds of change, *put* and *delete*, over a closed enum of entities; one macro makes the tables of the
//! [`World`], the [`Entity`] and [`EntityKey`] enums, `apply` and `diff` from one list, so that a new resource is a new
//! line in it and cannot be forgotten in any of the four. `apply(diff(a, b), a) == b` is a property test.
//!
//! Tables marked `durable` are what the store keeps; `observed` ones describe what the network reports (BGP sessions)
//! and are empty after a start.

use std::{fmt::Debug, sync::Arc};

use crate::world::World;

/// An entity that knows its own key.
pub trait Keyed {
    /// The key, unique within the entity's table.
    type Key: Ord + Clone + Debug;
    /// This entity's key.
    fn key(&self) -> Self::Key;
}

/// One step from a world to the next.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Insert or replace an entity.
    Put(Entity),
    /// Remove an entity; removing one that is absent changes nothing.
    Delete(EntityKey),
}

/// A change as the store keeps it: a kind, a printable key, and the entity as JSON (`None`: deleted).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredEntity {
    /// The table's stable name, for example `vpc`.
    pub kind: &'static str,
    /// Unique within the kind.
    pub key: String,
    /// The entity as JSON, or `None` when it is gone.
    pub json: Option<String>,
}

/// Why stored bytes are not an entity.
#[derive(Debug, thiserror::Error)]
pub enum DecodeError {
    /// A kind this version does not know.
    #[error("unknown kind `{0}`")]
    UnknownKind(String),
    /// The JSON is not that entity.
    #[error("a {kind} does not decode: {source}")]
    Malformed {
        /// The table's stable name.
        kind: &'static str,
        /// What the decoder said.
        source: serde_json::Error,
    },
}

/// Text form of a key for the store; only has to be unique within a kind.
pub(crate) trait KeyText {
    /// The text. A pair is written `(first, second)`.
    fn key_text(&self) -> String;
}

impl KeyText for () {
    fn key_text(&self) -> String {
        "()".to_owned()
    }
}

impl<A: AsRef<str>, B: AsRef<str>> KeyText for (A, B) {
    /// What separates the two is escaped in the first, so that no two pairs share a text.
    fn key_text(&self) -> String {
        let first = self.0.as_ref().replace('\\', "\\\\").replace(',', "\\,");
        format!("({first}, {})", self.1.as_ref())
    }
}

macro_rules! entities {
    ($($durability:ident $table:ident : $entity:ident = $kind:literal in $module:path;)*) => {
        /// Any entity of the world.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Entity {
            $(#[doc = concat!("A `", $kind, "`.")] $entity(Arc<$entity>),)*
        }

        /// The key of any entity of the world.
        #[derive(Clone, Debug, PartialEq)]
        pub enum EntityKey {
            $(#[doc = concat!("The key of a `", $kind, "`.")] $entity(<$entity as Keyed>::Key),)*
        }

        $(impl From<$entity> for Change {
            fn from(entity: $entity) -> Self {
                Self::Put(Entity::$entity(Arc::new(entity)))
            }
        })*

        impl Change {
            /// Whether the store has to keep this change.
            #[must_use]
            pub fn is_durable(&self) -> bool {
                match self {
                    $(Self::Put(Entity::$entity(_)) | Self::Delete(EntityKey::$entity(_)) => entities!(@durable $durability),)*
                }
            }

            /// The change as the store keeps it.
            ///
            /// # Errors
            /// When the entity cannot be written as JSON, which no entity of ours does.
            pub fn to_stored(&self) -> Result<StoredEntity, serde_json::Error> {
                Ok(match self {
                    $(
                        Self::Put(Entity::$entity(entity)) => StoredEntity {
                            kind: $kind,
                            key: entity.key().key_text(),
                            json: Some(serde_json::to_string(&**entity)?),
                        },
                        Self::Delete(EntityKey::$entity(key)) => {
                            StoredEntity { kind: $kind, key: key.key_text(), json: None }
                        }
                    )*
                })
            }

            /// A stored entity as the change that puts it back.
            ///
            /// # Errors
            /// When the kind is unknown or the JSON is not that entity.
            pub fn from_stored(kind: &str, json: &str) -> Result<Self, DecodeError> {
                match kind {
                    $($kind => serde_json::from_str::<$entity>(json)
                        .map(Self::from)
                        .map_err(|source| DecodeError::Malformed { kind: $kind, source }),)*
                    other => Err(DecodeError::UnknownKind(other.to_owned())),
                }
            }
        }

        impl World {
            /// The next world: this one with `changes` made, in order.
            #[must_use]
            pub fn apply(&self, changes: &[Change]) -> Self {
                let mut next = self.clone();
                for change in changes {
                    match change {
                        $(
                            Change::Put(Entity::$entity(entity)) => {
                                next.$table.insert(entity.key(), Arc::clone(entity));
                            }
                            Change::Delete(EntityKey::$entity(key)) => {
                                next.$table.remove(key);
                            }
                        )*
                    }
                }
                if !changes.is_empty() {
                    next.revision += 1;
                }
                next
            }

            /// The changes that lead from `self` to `other`, tables in order, keys in order. Entities are compared with
            /// `==`, for which the order inside a map does not count.
            #[must_use]
            pub fn diff(&self, other: &Self) -> Vec<Change> {
                let mut changes = Vec::new();
                $(
                    for item in self.$table.diff(&other.$table) {
                        changes.push(match item {
                            imbl::ordmap::DiffItem::Add(_, entity)
                            | imbl::ordmap::DiffItem::Update { new: (_, entity), .. } => {
                                Change::Put(Entity::$entity(Arc::clone(entity)))
                            }
                            imbl::ordmap::DiffItem::Remove(key, _) => Change::Delete(EntityKey::$entity(key.clone())),
                        });
                    }
                )*
                changes
            }

            /// All entities that the store keeps, as changes from an empty world.
            #[must_use]
            pub fn durable_entities(&self) -> Vec<Change> {
                let mut changes = Vec::new();
                $(if entities!(@durable $durability) {
                    changes.extend(self.$table.values().map(|entity| Change::Put(Entity::$entity(Arc::clone(entity)))));
                })*
                changes
            }
        }
    };
    (@durable durable) => { true };
    (@durable observed) => { false };
}

use crate::{
    account::{AccessKey, Settings},
    direct_connect::{BgpSession, Connection, VirtualInterface},
    lab::{Host, Site},
    rest_api::{Deployment, Model, Resource, RestApi, Stage},
    vpc::{
        DhcpOptions, NetworkAcl, NetworkInterface, RouteTable, SecurityGroup, Subnet, Vpc, VpcEndpoint,
        VpnGateway,
    },
};

entities! {
    durable settings: Settings = "settings" in crate::account;
    durable access_keys: AccessKey = "access-key" in crate::account;
    durable dhcp_options: DhcpOptions = "dhcp-options" in crate::vpc;
    durable vpcs: Vpc = "vpc" in crate::vpc;
    durable subnets: Subnet = "subnet" in crate::vpc;
    durable route_tables: RouteTable = "route-table" in crate::vpc;
    durable security_groups: SecurityGroup = "security-group" in crate::vpc;
    durable network_acls: NetworkAcl = "network-acl" in crate::vpc;
    durable network_interfaces: NetworkInterface = "network-interface" in crate::vpc;
    durable vpc_endpoints: VpcEndpoint = "vpc-endpoint" in crate::vpc;
    durable vpn_gateways: VpnGateway = "vpn-gateway" in crate::vpc;
    durable connections: Connection = "connection" in crate::direct_connect;
    durable virtual_interfaces: VirtualInterface = "virtual-interface" in crate::direct_connect;
    durable rest_apis: RestApi = "rest-api" in crate::rest_api;
    durable resources: Resource = "resource" in crate::rest_api;
    durable models: Model = "model" in crate::rest_api;
    durable deployments: Deployment = "deployment" in crate::rest_api;
    durable stages: Stage = "stage" in crate::rest_api;
    durable sites: Site = "site" in crate::lab;
    durable hosts: Host = "host" in crate::lab;
    observed bgp_sessions: BgpSession = "bgp-session" in crate::direct_connect;
}
