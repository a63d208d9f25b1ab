//! One neighbour: up to two connections to it, and everything that outlives a connection.
//!
//! A peer is a task. It dials when it should, takes connections the listener hands it, lets two of them collide,
//! keeps the routes of the established one, waits after a failure, and publishes its status. The steps of a
//! connection are the [`Session`]'s; the peer moves bytes and decides what concerns both connections.
//!
//! **The prefix limit.** One prefix too many ends the session with Cease 6/1 and holds the peer idle, where connections
//! are neither made nor taken. After the hold the peer is tried again *on probation*: the session is established toward
//! the neighbour but still Idle for everyone else, nothing is told and nothing learned, until the neighbour has said
//! all it has (End-of-RIB, or a few seconds) and stayed within the limit. So a customer that still announces too much
//! never flickers up, and one that has mended it heals without being asked.
//!
//! What must stay true: routes are held for the established connection only; when it ends, each is withdrawn before
//! the peer is reported down.

use std::collections::hash_map::RandomState;
use std::future::Future;
use std::hash::{BuildHasher, Hasher};
use std::io;
use std::pin::Pin;
use std::time::{Duration, Instant};

use rustbgpd_wire::notification::cease_subcode;
use tokio::net::TcpStream;
use tokio::sync::mpsc;
use tokio::task::JoinSet;

use super::collision::{Identity, Origin, Other, Verdict, resolve};
use super::config::{Advertisement, PeerConfig};
use super::event::{BgpEvent, Direction};
use super::link::{Link, ready};
use super::md5_counters::Md5Counters;
use super::message::{self, Received};
use super::publisher::Publisher;
use super::rib::{Change, RibIn, RibOut};
use super::session::{Output, Session};
use super::status::{PeerState, PeerStatus};
use super::transport;

/// How long a peer on probation may take to say everything, where it sends no End-of-RIB.
const PROBATION: Duration = Duration::from_secs(3);

/// What the speaker tells a peer.
#[derive(Debug)]
pub(crate) enum Command {
    /// The peer dialled.
    Accepted(TcpStream),
    /// What is advertised changed, and nothing else.
    Advertise(Vec<Advertisement>),
    /// No connection can be taken, for this reason.
    CannotListen(String),
    /// End, with a Cease of this subcode.
    Stop(u8),
}

type Dial = Pin<Box<dyn Future<Output = io::Result<TcpStream>> + Send>>;

/// The established session.
struct Up {
    origin: Origin,
    since: Instant,
    /// Until when nothing is known outside of it, after the prefix limit was passed before.
    probation_until: Option<Instant>,
}

/// One neighbour.
pub(crate) struct Peer {
    local: Identity,
    config: PeerConfig,
    publisher: Publisher,
    dial: Option<Dial>,
    /// What the kernel had counted when the present wait began.
    md5_before: Md5Counters,
    /// The connection we dialled.
    ours: Option<Link>,
    /// The connection the peer dialled.
    theirs: Option<Link>,
    up: Option<Up>,
    rib_in: RibIn,
    rib_out: RibOut,
    retry_at: Instant,
    idle_until: Option<Instant>,
    /// How the prefix limit was passed, if since then it was not shown to be kept.
    suspect: Option<String>,
    last_error: Option<String>,
    routes_changed: bool,
    closing: JoinSet<()>,
}

enum Wake {
    Command(Option<Command>),
    Dialled(io::Result<TcpStream>),
    Other,
}

impl Peer {
    pub(crate) fn new(local: Identity, config: PeerConfig, publisher: Publisher) -> Self {
        Self {
            local,
            config,
            publisher,
            dial: None,
            md5_before: Md5Counters::read(),
            ours: None,
            theirs: None,
            up: None,
            rib_in: RibIn::default(),
            rib_out: RibOut::default(),
            retry_at: Instant::now(),
            idle_until: None,
            suspect: None,
            last_error: None,
            routes_changed: true,
            closing: JoinSet::new(),
        }
    }

    /// Runs until told to stop, or until nobody can tell any more.
    pub(crate) async fn run(mut self, mut commands: mpsc::Receiver<Command>) {
        let subcode = loop {
            self.proceed(Instant::now());
            self.publish();
            match self.wake(&mut commands).await {
                Wake::Command(Some(Command::Stop(subcode))) => break subcode,
                Wake::Command(None) => break cease_subcode::ADMINISTRATIVE_SHUTDOWN,
                Wake::Command(Some(command)) => self.command(command),
                Wake::Dialled(result) => self.dialled(result),
                Wake::Other => {}
            }
            self.service(Origin::Local);
            self.service(Origin::Remote);
            self.end_probation(Instant::now());
        };
        self.stop(subcode).await;
    }

    async fn wake(&mut self, commands: &mut mpsc::Receiver<Command>) -> Wake {
        let deadline = self.deadline();
        let dial = async {
            match self.dial.as_mut() {
                Some(dial) => dial.await,
                None => std::future::pending().await,
            }
        };
        let sleep = async {
            match deadline {
                Some(at) => tokio::time::sleep_until(at.into()).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            command = commands.recv() => Wake::Command(command),
            result = dial => Wake::Dialled(result),
            () = ready(self.ours.as_ref()) => Wake::Other,
            () = ready(self.theirs.as_ref()) => Wake::Other,
            Some(_) = self.closing.join_next() => Wake::Other,
            () = sleep => Wake::Other,
        }
    }

    fn deadline(&self) -> Option<Instant> {
        let sessions =
            [&self.ours, &self.theirs].into_iter().flatten().filter_map(|link| link.session.deadline());
        let probation = self.up.as_ref().and_then(|up| up.probation_until);
        let retry = (self.would_dial() || self.only_listens()).then_some(self.retry_at);
        sessions.chain(probation).chain(retry).chain(self.idle_until).min()
    }

    /// Whether a dial is only a matter of time. While the peer has one connection to us, a second would only collide.
    fn would_dial(&self) -> bool {
        self.config.connect.dials()
            && self.idle_until.is_none()
            && self.dial.is_none()
            && self.ours.is_none()
            && self.theirs.is_none()
    }

    /// Whether there is nothing to do but wait for the peer to dial.
    fn only_listens(&self) -> bool {
        !self.config.connect.dials()
            && self.idle_until.is_none()
            && self.ours.is_none()
            && self.theirs.is_none()
    }

    /// Ends waits that are over.
    fn proceed(&mut self, now: Instant) {
        if self.idle_until.is_some_and(|at| at <= now) {
            self.idle_until = None;
            self.retry_at = now;
        }
        if self.only_listens() && self.retry_at <= now {
            // A peer that dials with a wrong key is dropped by the kernel: look whether that is why nobody comes.
            let counters = Md5Counters::read();
            if let Some(hint) = counters.hint_since(self.md5_before) {
                self.last_error = Some(format!("no connection from {}: {hint}", self.config.remote_addr));
            }
            self.md5_before = counters;
            self.retry_at = now + self.config.connect_retry;
        }
        if self.would_dial() && self.retry_at <= now {
            self.md5_before = Md5Counters::read();
            self.dial = Some(Box::pin(transport::dial(self.config.clone())));
        }
    }

    fn command(&mut self, command: Command) {
        match command {
            Command::Accepted(stream) => self.accepted(stream),
            Command::Advertise(advertise) => {
                self.config.advertise = advertise;
                self.tell();
            }
            Command::CannotListen(error) => {
                if self.up.is_none() {
                    self.last_error = Some(error);
                }
            }
            // Handled where commands are received.
            Command::Stop(_) => {}
        }
    }

    fn dialled(&mut self, result: io::Result<TcpStream>) {
        self.dial = None;
        match result {
            Ok(stream) => self.connect(Origin::Local, stream),
            Err(error) => {
                let now = Instant::now();
                if self.up.is_none() {
                    self.last_error = Some(self.describe_dial_error(&error));
                }
                // An attempt that timed out has waited already.
                let waited = error.kind() == io::ErrorKind::TimedOut;
                self.retry_at = if waited { now } else { now + self.retry_delay() };
            }
        }
    }

    fn describe_dial_error(&self, error: &io::Error) -> String {
        let remote = std::net::SocketAddr::new(self.config.remote_addr, self.config.port);
        match error.kind() {
            io::ErrorKind::TimedOut => {
                let hint = Md5Counters::read().hint_since(self.md5_before);
                let no_hint = "the link or the peer is down, or the authentication keys differ";
                format!("no answer from {remote}: {}", hint.unwrap_or(no_hint))
            }
            _ => format!("cannot connect to {remote}: {error}"),
        }
    }

    fn accepted(&mut self, stream: TcpStream) {
        let established =
            self.theirs.as_ref().is_some_and(|link| link.session.state() == PeerState::Established);
        if self.idle_until.is_some() || !self.config.connect.listens() || established {
            // Dropped, that is reset: an established connection stays until it ends or its hold timer does.
            return;
        }
        if let Some(mut old) = self.theirs.take() {
            // The peer dialled again, so it has given up the first one.
            old.session.cease(cease_subcode::CONNECTION_COLLISION_RESOLUTION, bytes::Bytes::new(), "");
            self.end(Origin::Remote, old);
        }
        self.connect(Origin::Remote, stream);
    }

    fn connect(&mut self, origin: Origin, stream: TcpStream) {
        if let Err(error) = transport::prepare(&stream, &self.config) {
            self.last_error = Some(format!("cannot prepare the connection: {error}"));
            self.retry_at = Instant::now() + self.retry_delay();
            return;
        }
        let session = Session::start(self.local, &self.config, origin, Instant::now());
        *self.slot(origin) = Some(Link { stream, session });
    }

    fn slot(&mut self, origin: Origin) -> &mut Option<Link> {
        match origin {
            Origin::Local => &mut self.ours,
            Origin::Remote => &mut self.theirs,
        }
    }

    /// Moves one connection on: bytes in, what follows from them, time, bytes out.
    fn service(&mut self, origin: Origin) {
        let Some(mut link) = self.slot(origin).take() else { return };
        let now = Instant::now();
        let gone = link.read();
        while let Some(output) = link.session.next(now) {
            self.output(origin, &mut link, output);
        }
        if let Err(reason) = gone {
            link.session.disconnected(reason, now);
        }
        link.session.tick(now);
        link.write(now);
        if link.session.closed().is_some() {
            self.end(origin, link);
        } else {
            *self.slot(origin) = Some(link);
        }
    }

    fn output(&mut self, origin: Origin, link: &mut Link, output: Output) {
        match output {
            Output::OpenAccepted(remote) => self.collide(origin, link, remote),
            Output::Established => self.established(origin, link),
            Output::Update(received) => self.received(link, received),
            Output::Refresh => self.refresh(link),
        }
    }

    fn collide(&mut self, this: Origin, link: &mut Link, remote: Identity) {
        let other_origin = if this == Origin::Local { Origin::Remote } else { Origin::Local };
        let other = match self.slot(other_origin).as_ref().map(|link| link.session.state()) {
            Some(PeerState::OpenConfirm) => Other::OpenConfirm,
            Some(PeerState::Established) => Other::Established,
            _ => Other::Unknown,
        };
        let subcode = cease_subcode::CONNECTION_COLLISION_RESOLUTION;
        match resolve(self.local, remote, this, other) {
            Verdict::KeepBoth => {}
            Verdict::CloseThis => link.session.cease(subcode, bytes::Bytes::new(), ""),
            Verdict::CloseOther => {
                if let Some(mut other) = self.slot(other_origin).take() {
                    other.session.cease(subcode, bytes::Bytes::new(), "");
                    self.end(other_origin, other);
                }
            }
        }
    }

    fn established(&mut self, origin: Origin, link: &mut Link) {
        self.dial = None;
        self.rib_out.clear();
        let now = Instant::now();
        let probation_until = self.suspect.as_ref().map(|_| now + PROBATION);
        self.up = Some(Up { origin, since: now, probation_until });
        if probation_until.is_none() {
            self.admit(link);
        }
    }

    /// Makes an established session known, and tells the peer what it is to know.
    fn admit(&mut self, link: &mut Link) {
        self.suspect = None;
        self.last_error = None;
        if let Some(up) = self.up.as_mut() {
            up.probation_until = None;
        }
        let (router_id, hold_time) =
            link.session.negotiated().map_or((std::net::Ipv4Addr::UNSPECIFIED, 0), |session| {
                (session.peer_router_id, session.hold_time)
            });
        let peer = self.config.id.clone();
        self.publisher.event(BgpEvent::PeerUp { peer, router_id, hold_time });
        for route in self.rib_in.routes() {
            self.publisher.event(BgpEvent::Learned { peer: self.config.id.clone(), route: route.clone() });
        }
        self.routes_changed = true;
        self.tell_difference(link);
        let end_of_rib = message::end_of_rib(link.session.context());
        link.session.send_updates(end_of_rib);
    }

    fn end_probation(&mut self, now: Instant) {
        let over = |up: &Up| up.probation_until.is_some_and(|at| at <= now);
        let Some(origin) = self.up.as_ref().filter(|up| over(up)).map(|up| up.origin) else { return };
        if let Some(mut link) = self.slot(origin).take() {
            self.admit(&mut link);
            link.write(now);
            *self.slot(origin) = Some(link);
        }
    }

    fn received(&mut self, link: &mut Link, received: Received) {
        let end_of_rib = received.end_of_rib;
        let known = self.is_admitted();
        let Ok(changes) = self.rib_in.apply(received, self.config.prefix_limit) else {
            self.limit_passed(link);
            return;
        };
        self.routes_changed |= !changes.is_empty();
        if known {
            for change in changes {
                let peer = self.config.id.clone();
                self.publisher.event(match change {
                    Change::Learned(route) => BgpEvent::Learned { peer, route },
                    Change::Withdrawn(prefix) => BgpEvent::Withdrawn { peer, prefix },
                });
            }
        } else if end_of_rib {
            self.admit(link);
        }
        if end_of_rib {
            self.publisher.event(BgpEvent::EndOfRib { peer: self.config.id.clone() });
        }
    }

    fn is_admitted(&self) -> bool {
        self.up.as_ref().is_some_and(|up| up.probation_until.is_none())
    }

    fn limit_passed(&mut self, link: &mut Link) {
        let context = link.session.context();
        let (limit, afi) = (self.config.prefix_limit, context.afi());
        let data = message::prefix_limit_data(afi, limit);
        let family = if self.config.local_addr.is_ipv4() { "IPv4" } else { "IPv6" };
        let detail = format!("sent: more than {limit} {family} prefixes");
        link.session.cease(cease_subcode::MAX_PREFIXES, data, &detail);
        self.suspect = link.session.closed().map(|closed| closed.reason.clone());
        self.idle_until = Some(Instant::now() + self.config.idle_hold);
    }

    /// Sends what the peer does not know yet, if there is an established session.
    fn tell(&mut self) {
        let Some(origin) = self.up.as_ref().map(|up| up.origin).filter(|_| self.is_admitted()) else {
            return;
        };
        if let Some(mut link) = self.slot(origin).take() {
            self.tell_difference(&mut link);
            *self.slot(origin) = Some(link);
        }
    }

    fn tell_difference(&mut self, link: &mut Link) {
        let difference = self.rib_out.tell(&self.config.advertise);
        let context = link.session.context().clone();
        link.session.send_updates(message::withdrawals(&difference.withdraw, &context));
        link.session.send_updates(message::announcements(&difference.announce, &context));
        self.routes_changed = true;
    }

    /// Says everything again.
    fn refresh(&mut self, link: &mut Link) {
        if self.is_admitted() {
            link.session.send_refresh_mark(true);
            self.rib_out.clear();
            self.tell_difference(link);
            link.session.send_refresh_mark(false);
        }
    }

    /// A connection is over.
    fn end(&mut self, origin: Origin, link: Link) {
        let Link { stream, session } = link;
        let Some(closed) = session.closed().cloned() else { return };
        let was_up = self.up.take_if(|up| up.origin == origin);
        if let Some((direction, notification)) = &closed.notification {
            self.publisher.event(BgpEvent::Notification {
                peer: self.config.id.clone(),
                direction: *direction,
                code: notification.code.as_u8(),
                subcode: notification.subcode,
                text: message::describe(notification),
            });
        }
        if let Some(up) = was_up {
            self.down(up.probation_until.is_none(), &closed.reason);
        }
        if self.up.is_none() && !closed.is_collision() {
            self.last_error = Some(closed.reason);
            self.retry_at = Instant::now() + self.retry_delay();
        }
        // What the peer closed needs no farewell.
        if matches!(closed.notification, Some((Direction::Sent, _))) {
            self.closing.spawn(transport::close(stream, session.into_last_output()));
        }
    }

    /// The established session is over: its routes are gone.
    fn down(&mut self, was_known: bool, reason: &str) {
        self.rib_out.clear();
        self.routes_changed = true;
        let gone = self.rib_in.clear();
        if was_known {
            for prefix in gone {
                self.publisher.event(BgpEvent::Withdrawn { peer: self.config.id.clone(), prefix });
            }
            let peer = self.config.id.clone();
            self.publisher.event(BgpEvent::PeerDown { peer, reason: reason.to_owned() });
        }
    }

    /// The wait after a failure: the configured one, less up to a quarter by chance (RFC 4271 §10), so that two
    /// speakers that failed together do not try together for ever.
    fn retry_delay(&self) -> Duration {
        let chance = RandomState::new().build_hasher().finish() % 256;
        let less = u32::try_from(chance).unwrap_or_default();
        self.config.connect_retry * (1024 - less) / 1024
    }

    /// What went wrong: the passed prefix limit first, because that is what keeps the peer idle, and what came after it.
    fn last_error(&self) -> Option<String> {
        match (&self.suspect, &self.last_error) {
            (Some(limit), Some(later)) if limit != later => Some(format!("{limit}; after that: {later}")),
            (Some(limit), _) => Some(limit.clone()),
            (None, error) => error.clone(),
        }
    }

    fn state(&self) -> PeerState {
        if self.idle_until.is_some() || self.suspect.is_some() {
            return PeerState::Idle;
        }
        let session = [&self.ours, &self.theirs].into_iter().flatten().map(|link| link.session.state()).max();
        let waiting = if self.dial.is_some() { PeerState::Connect } else { PeerState::Active };
        session.map_or(waiting, |session| session.max(waiting))
    }

    /// Makes the status known where it changed.
    fn publish(&mut self) {
        let state = self.state();
        let known = self.is_admitted();
        let up = self.up.as_ref().filter(|_| known);
        let negotiated = up.and_then(|up| match up.origin {
            Origin::Local => self.ours.as_ref(),
            Origin::Remote => self.theirs.as_ref(),
        });
        let negotiated = negotiated.and_then(|link| link.session.negotiated());
        let status = PeerStatus {
            state,
            established_at: up.map(|up| up.since),
            remote_router_id: negotiated.map(|session| session.peer_router_id),
            hold_time: negotiated.map(|session| session.hold_time),
            accepted: Vec::new(),
            advertised: Vec::new(),
            last_error: self.last_error(),
        };
        let routes = std::mem::take(&mut self.routes_changed).then(|| {
            let accepted = if known { self.rib_in.routes().cloned().collect() } else { Vec::new() };
            (accepted, self.rib_out.prefixes().collect())
        });
        self.publisher.status(&self.config.id, status, routes);
    }

    /// Ends both connections and waits until the peer was told, at most a second.
    async fn stop(mut self, subcode: u8) {
        self.dial = None;
        for origin in [Origin::Local, Origin::Remote] {
            if let Some(mut link) = self.slot(origin).take() {
                link.session.cease(subcode, bytes::Bytes::new(), "sent");
                self.end(origin, link);
            }
        }
        self.publisher.remove(&self.config.id);
        while self.closing.join_next().await.is_some() {}
    }
}
