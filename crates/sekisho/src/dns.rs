//! DNS servers: one per view, hickory for the wire, [`sekisho_core::plan::dns`] for the answers.
//!
//! A server is made on sockets that live in one place (a VPC's resolver address, the lab's internet), so the view it
//! answers from is decided by where it was asked, never by what the client says. Answers rotate, have a TTL of 60 seconds;
//! a name without the asked type is NOERROR with the zone's SOA, an unknown one NXDOMAIN. Names that are not ours are
//! refused: nothing of the lab is forwarded to the machine's own resolvers.

use std::{
    collections::HashMap,
    net::Ipv4Addr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use arc_swap::ArcSwap;
use hickory_proto::{
    op::{Edns, Metadata, OpCode, ResponseCode},
    rr::{
        DNSClass, Name, RData, Record, RecordType,
        rdata::{A, SOA},
    },
};
use hickory_server::{
    Server,
    net::runtime::Time,
    server::{Request, RequestHandler, ResponseHandler, ResponseInfo},
    zone_handler::MessageResponseBuilder,
};
use sekisho_core::{
    World,
    id::VpcId,
    plan::dns::{Answer, PublicAddresses, TTL_SECONDS, View, public_view, vpc_view},
};

/// A TCP client that asks nothing for so long is dropped.
const TCP_TIMEOUT: Duration = Duration::from_secs(10);
/// Answers waiting to be written on one TCP connection.
const TCP_ANSWERS_MAX: usize = 32;
/// What we say we can take over UDP.
const UDP_PAYLOAD: u16 = 1232;

/// The views of a world, swapped as one.
#[derive(Debug, Default)]
pub struct Names {
    tables: ArcSwap<Tables>,
}

#[derive(Debug, Default)]
struct Tables {
    public: View,
    vpcs: HashMap<VpcId, View>,
}

impl Names {
    /// Compiles the views of `world`. `translate` turns a lab address into the one clients have to use.
    pub fn follow(
        &self,
        world: &World,
        public: &PublicAddresses,
        translate: impl Fn(Option<&VpcId>, Ipv4Addr) -> Ipv4Addr,
    ) {
        let view = public_view(world, public);
        let vpcs = world
            .vpcs
            .keys()
            .map(|id| {
                let view = vpc_view(world, id, &view).translated(&translate);
                (id.clone(), view)
            })
            .collect();
        self.tables.store(Arc::new(Tables { public: view.translated(translate), vpcs }));
    }
}

/// Which view a server answers from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// What any resolver in the world would say.
    Public,
    /// What a VPC's own resolver says.
    Vpc(VpcId),
}

/// Starts a server on sockets of one place. It ends when the returned value is dropped.
///
/// # Errors
/// When a socket cannot be handed to the runtime.
pub fn serve(
    names: Arc<Names>,
    scope: Scope,
    udp: Vec<std::net::UdpSocket>,
    tcp: Vec<std::net::TcpListener>,
) -> std::io::Result<DnsServer> {
    let mut server = Server::new(Handler { names, scope, turn: AtomicUsize::new(0) });
    for socket in udp {
        server.register_socket(tokio::net::UdpSocket::from_std(socket)?);
    }
    for listener in tcp {
        server.register_listener(tokio::net::TcpListener::from_std(listener)?, TCP_TIMEOUT, TCP_ANSWERS_MAX);
    }
    Ok(DnsServer { server })
}

/// A running server.
pub struct DnsServer {
    server: Server<Handler>,
}

impl std::fmt::Debug for DnsServer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("DnsServer")
    }
}

impl Drop for DnsServer {
    fn drop(&mut self) {
        self.server.shutdown_token().cancel();
    }
}

struct Handler {
    names: Arc<Names>,
    scope: Scope,
    /// Rotates the order of addresses.
    turn: AtomicUsize,
}

/// What goes into a response.
struct Reply {
    code: ResponseCode,
    authoritative: bool,
    answers: Vec<Record>,
    soa: Option<Record>,
}

impl Reply {
    const fn code(code: ResponseCode) -> Self {
        Self { code, authoritative: false, answers: Vec::new(), soa: None }
    }
}

impl Handler {
    fn reply(&self, request: &Request) -> Reply {
        if request.metadata.op_code != OpCode::Query {
            return Reply::code(ResponseCode::NotImp);
        }
        let [query] = request.queries.queries() else { return Reply::code(ResponseCode::FormErr) };
        if query.query_class() != DNSClass::IN {
            return Reply::code(ResponseCode::Refused);
        }
        let mut text = query.name().to_string();
        if text.ends_with('.') {
            text.pop();
        }
        let tables = self.names.tables.load();
        let view = match &self.scope {
            Scope::Public => Some(&tables.public),
            Scope::Vpc(id) => tables.vpcs.get(id),
        };
        let Some(view) = view else { return Reply::code(ResponseCode::ServFail) };
        match view.look_up(&text) {
            Answer::Addresses(addresses) => {
                let answers = self.records(query.original().name(), query.query_type(), addresses);
                let soa = answers.is_empty().then(|| soa(&text));
                Reply { code: ResponseCode::NoError, authoritative: true, answers, soa }
            }
            Answer::NxDomain => Reply {
                code: ResponseCode::NXDomain,
                authoritative: true,
                answers: Vec::new(),
                soa: Some(soa(&text)),
            },
            Answer::NotOurs => Reply::code(ResponseCode::Refused),
        }
    }

    fn records(&self, name: &Name, kind: RecordType, addresses: &[Ipv4Addr]) -> Vec<Record> {
        if !matches!(kind, RecordType::A | RecordType::ANY) || addresses.is_empty() {
            return Vec::new();
        }
        let start = self.turn.fetch_add(1, Ordering::Relaxed) % addresses.len();
        addresses
            .iter()
            .cycle()
            .skip(start)
            .take(addresses.len())
            .map(|address| Record::from_rdata(name.clone(), TTL_SECONDS, RData::A(A(*address))))
            .collect()
    }
}

/// The zone's SOA, for negative answers. Its minimum is the negative TTL (RFC 2308).
fn soa(name: &str) -> Record {
    let endpoints = name == "vpce.amazonaws.com" || name.ends_with(".vpce.amazonaws.com");
    let zone = if endpoints { "vpce.amazonaws.com." } else { "amazonaws.com." };
    let zone = Name::from_ascii(zone).unwrap_or_else(|_| Name::root());
    let server = Name::from_ascii("ns.sekisho.internal.").unwrap_or_else(|_| Name::root());
    let mailbox = Name::from_ascii("hostmaster.sekisho.internal.").unwrap_or_else(|_| Name::root());
    Record::from_rdata(
        zone,
        TTL_SECONDS,
        RData::SOA(SOA::new(server, mailbox, 1, 7200, 900, 1_209_600, TTL_SECONDS)),
    )
}

#[async_trait::async_trait]
impl RequestHandler for Handler {
    async fn handle_request<R: ResponseHandler, T: Time>(
        &self,
        request: &Request,
        mut handle: R,
    ) -> ResponseInfo {
        let reply = self.reply(request);
        let mut metadata = Metadata::response_from_request(&request.metadata);
        metadata.response_code = reply.code;
        metadata.authoritative = reply.authoritative;
        // Stub resolvers warn when recursion is not offered; a resolver that knows everything it will say offers it.
        metadata.recursion_available = true;
        let mut edns = Edns::new();
        edns.set_max_payload(UDP_PAYLOAD);
        let mut builder = MessageResponseBuilder::from_message_request(request);
        if request.edns.is_some() {
            builder.edns(&edns);
        }
        let response = builder.build(metadata, &reply.answers, &[], &reply.soa, &[]);
        match handle.send_response(response).await {
            Ok(info) => info,
            Err(error) => {
                tracing::debug!(%error, "a DNS answer was not sent");
                hickory_proto::op::Header { metadata, counts: hickory_proto::op::HeaderCounts::default() }
                    .into()
            }
        }
    }
}
