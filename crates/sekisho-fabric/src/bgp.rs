//! The BGP speaker at the Amazon end of a private virtual interface, and the customer router of a lab site
//! where neither BIRD nor FRR is installed.
//!
//! A [`Speaker`] is one AS in one network namespace: it runs on a thread of its own that enters the namespace
//! before any socket exists, so every socket belongs there. It holds one external session for each configured
//! peer, over TCP with the MD5 signature option, and tells what it learned twice: as [`BgpEvent`]s, for those who
//! act on changes, and as a [`Snapshot`], for those who compare a desired state with an actual one.
//!
//! The messages and the state machine come from `rustbgpd-wire` and `rustbgpd-fsm`, which do no I/O. Around them:
//!
//! * `session`: one connection, without sockets or clock: bytes and instants in, bytes and facts out;
//! * `peer`: one neighbour with up to two connections, dialling, collisions, the prefix limit, waiting;
//! * [`speaker`]: the thread, the listeners, configuration changes;
//! * `link`, `transport`, `md5` and `md5_counters`: bytes to and fro, the sockets, and what the kernel says of them;
//! * `message` and `rib`: UPDATE messages to routes and back, and what is held from and told to a peer;
//! * `collision` and [`best_path()`]: decisions, as pure functions.
//!
//! What must stay true: a route is held only while its session is established; a prefix is told to a peer only
//! when it was configured; everything a peer sends is bounded before it is stored.
//!
//! Sources: RFC 4271 (BGP-4), 2385 (MD5), 2918 and 7313 (route refresh), 4486 (Cease subcodes), 4724 §2
//! (End-of-RIB), 4760 (IPv6), 5492 and 6793 (capabilities, four-octet AS), 7606 (error handling), and the AWS
//! Direct Connect guide, "Routing policies and BGP communities" and "Quotas".

pub mod best_path;
pub(crate) mod collision;
pub mod config;
pub mod event;
pub(crate) mod link;
pub(crate) mod md5;
pub(crate) mod md5_counters;
pub(crate) mod message;
pub(crate) mod peer;
pub(crate) mod publisher;
pub(crate) mod rib;
pub(crate) mod session;
pub mod speaker;
pub mod status;
pub(crate) mod transport;

pub use best_path::{BestPath, best_path};
pub use config::{Advertisement, ConfigError, Connect, PeerConfig, SpeakerConfig};
pub use event::{BgpEvent, Direction, Route};
pub use speaker::{Speaker, SpeakerError, SpeakerHandle};
pub use status::{PeerState, PeerStatus, Snapshot};
