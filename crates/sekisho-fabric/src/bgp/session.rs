//! One BGP connection, without a socket and without a clock.
//!
//! A session begins when TCP is connected. Bytes from the peer go in by [`Session::receive`], time by
//! [`Session::tick`]; what happened comes out of [`Session::next`] one at a time, so that whoever drives it can decide
//! (close for a collision, for too many prefixes) before the next message is looked at; bytes for the peer come out of
//! [`Session::output`]. The state machine of `rustbgpd-fsm` decides every transition; here its actions are carried out
//! and its inputs made. A machine belongs to a connection, not to a peer, because RFC 4271 §8.2.1 wants two while two
//! connections exist.
//!
//! What must stay true: whatever the peer sends, nothing here panics, and no more is kept than one message and what
//! is waiting to be written.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use bytes::{Buf, BytesMut};
use rustbgpd_fsm::{
    Action, Event, NegotiatedSession, PeerConfig as FsmConfig, Session as Fsm, SessionState, TimerType,
};
use rustbgpd_wire::notification::{NotificationCode, cease_subcode};
use rustbgpd_wire::{
    Afi, EXTENDED_MAX_MESSAGE_LEN, MAX_MESSAGE_LEN, Message, NotificationMessage, RouteRefreshMessage,
    RouteRefreshSubtype, Safi, UpdateMessage, decode_message, encode_message, peek_message_length,
};

use super::collision::{Identity, Origin};
use super::config::{MIN_HOLD_TIME, PeerConfig};
use super::event::Direction;
use super::message::{self, Context, Received};
use super::status::PeerState;

/// Bytes that may wait to be written. What we have to say to one peer fits many times; more means it does not read.
const MAX_OUTPUT: usize = 1 << 20;

/// Something that happened on a session.
#[derive(Debug)]
pub(crate) enum Output {
    /// The peer's OPEN was accepted; its identity is known, which is when collisions are looked for.
    OpenAccepted(Identity),
    /// Routes may be exchanged.
    Established,
    /// The peer announced or withdrew routes.
    Update(Received),
    /// The peer wants to hear everything again (RFC 2918).
    Refresh,
}

/// How a session ended.
#[derive(Debug, Clone)]
pub(crate) struct Closed {
    /// Why, in words.
    pub(crate) reason: String,
    /// The NOTIFICATION that ended it, if one did.
    pub(crate) notification: Option<(Direction, NotificationMessage)>,
}

impl Closed {
    /// Whether the connection only gave way to another one to the same peer.
    pub(crate) fn is_collision(&self) -> bool {
        self.notification.as_ref().is_some_and(|(_, notification)| {
            notification.code == NotificationCode::Cease
                && notification.subcode == cease_subcode::CONNECTION_COLLISION_RESOLUTION
        })
    }
}

/// One connection to a peer.
#[derive(Debug)]
pub(crate) struct Session {
    fsm: Fsm,
    context: Context,
    hold_time: u16,
    input: BytesMut,
    output: BytesMut,
    happened: VecDeque<Output>,
    hold: Option<Instant>,
    keepalive: Option<Instant>,
    negotiated: Option<NegotiatedSession>,
    closed: Option<Closed>,
}

impl Session {
    /// Starts on a connection that `origin` opened, at `now`: our OPEN is waiting to be written.
    pub(crate) fn start(local: Identity, peer: &PeerConfig, origin: Origin, now: Instant) -> Self {
        let context = Context {
            local_asn: local.asn,
            remote_asn: peer.remote_asn,
            local_addr: peer.local_addr,
            four_octet_as: true,
        };
        let mut session = Self {
            fsm: Fsm::new(fsm_config(local, peer, &context)),
            context,
            hold_time: peer.hold_time,
            input: BytesMut::new(),
            output: BytesMut::new(),
            happened: VecDeque::new(),
            hold: None,
            keepalive: None,
            negotiated: None,
            closed: None,
        };
        // Connect, and the connection the machine asks for is already there.
        session.fsm.handle_event(Event::ManualStart);
        let connected = match origin {
            Origin::Local => Event::TcpConnectionConfirmed,
            Origin::Remote => Event::TcpConnectionAcknowledged,
        };
        session.event(connected, now);
        session
    }

    /// Takes bytes the peer sent.
    pub(crate) fn receive(&mut self, bytes: &[u8]) {
        if self.closed.is_none() {
            self.input.extend_from_slice(bytes);
        }
    }

    /// What happened next, or `None` when more bytes are needed or the session is over.
    pub(crate) fn next(&mut self, now: Instant) -> Option<Output> {
        loop {
            if self.closed.is_some() {
                return None;
            }
            if let Some(output) = self.happened.pop_front() {
                return Some(output);
            }
            match self.take_message() {
                Ok(Some(message)) => self.message(message, now),
                Ok(None) => return None,
                Err(error) => self.event(Event::DecodeError(error), now),
            }
        }
    }

    /// Lets time pass: the hold timer, the keepalive timer.
    pub(crate) fn tick(&mut self, now: Instant) {
        if self.hold.is_some_and(|at| at <= now) {
            self.hold = None;
            self.event(Event::HoldTimerExpires, now);
        }
        if self.keepalive.is_some_and(|at| at <= now) {
            self.keepalive = None;
            self.event(Event::KeepaliveTimerExpires, now);
        }
    }

    /// When [`Session::tick`] has something to do next.
    pub(crate) fn deadline(&self) -> Option<Instant> {
        self.hold.into_iter().chain(self.keepalive).min()
    }

    /// The transport is gone.
    pub(crate) fn disconnected(&mut self, reason: String, now: Instant) {
        if self.closed.is_none() {
            self.closed = Some(Closed { reason, notification: None });
            self.event(Event::TcpConnectionFails, now);
        }
    }

    /// Ends the session with a Cease of this subcode (RFC 4486). `detail` is added to the reason, not sent.
    pub(crate) fn cease(&mut self, subcode: u8, data: bytes::Bytes, detail: &str) {
        if self.closed.is_none() {
            let notification = NotificationMessage::new(NotificationCode::Cease, subcode, data);
            self.send(&Message::Notification(notification.clone()));
            let separator = if detail.is_empty() { "" } else { ", " };
            let reason = format!("{}{separator}{detail}", message::describe(&notification));
            self.closed = Some(Closed { reason, notification: Some((Direction::Sent, notification)) });
        }
    }

    /// Queues UPDATEs.
    pub(crate) fn send_updates(&mut self, updates: impl IntoIterator<Item = UpdateMessage>) {
        for update in updates {
            self.send(&Message::Update(update));
        }
    }

    /// Queues the mark before (`true`) or after everything that answers a refresh, for a peer that knows it (RFC 7313).
    pub(crate) fn send_refresh_mark(&mut self, begin: bool) {
        if self.negotiated.as_ref().is_some_and(|session| session.peer_enhanced_route_refresh) {
            let subtype = if begin { RouteRefreshSubtype::BoRR } else { RouteRefreshSubtype::EoRR };
            let mark = RouteRefreshMessage::new_with_subtype(self.context.afi(), Safi::Unicast, subtype);
            self.send(&Message::RouteRefresh(mark));
        }
    }

    /// Bytes waiting to be written; whoever writes them takes them away.
    pub(crate) fn output(&mut self) -> &mut BytesMut {
        &mut self.output
    }

    /// Whether bytes wait to be written.
    pub(crate) fn has_output(&self) -> bool {
        !self.output.is_empty()
    }

    pub(crate) fn state(&self) -> PeerState {
        match self.fsm.state() {
            _ if self.closed.is_some() => PeerState::Idle,
            SessionState::Idle => PeerState::Idle,
            SessionState::Connect => PeerState::Connect,
            SessionState::Active => PeerState::Active,
            SessionState::OpenSent => PeerState::OpenSent,
            SessionState::OpenConfirm => PeerState::OpenConfirm,
            SessionState::Established => PeerState::Established,
        }
    }

    /// How the session ended, if it did.
    pub(crate) fn closed(&self) -> Option<&Closed> {
        self.closed.as_ref()
    }

    /// What both sides agreed on, once established.
    pub(crate) fn negotiated(&self) -> Option<&NegotiatedSession> {
        self.negotiated.as_ref()
    }

    pub(crate) fn context(&self) -> &Context {
        &self.context
    }

    /// Cuts one message off the input.
    fn take_message(&mut self) -> Result<Option<Message>, rustbgpd_wire::DecodeError> {
        let extended = self.fsm.negotiated().is_some_and(|session| session.peer_extended_message);
        let limit = if extended { EXTENDED_MAX_MESSAGE_LEN } else { MAX_MESSAGE_LEN };
        match peek_message_length(&self.input, limit)?.map(usize::from) {
            Some(length) if self.input.len() >= length => {
                let mut bytes = self.input.split_to(length).freeze();
                decode_message(&mut bytes, limit).map(Some)
            }
            _ => Ok(None),
        }
    }

    fn message(&mut self, message: Message, now: Instant) {
        match message {
            Message::Open(open) => {
                let identity = Identity { router_id: open.bgp_identifier, asn: open.four_byte_as() };
                self.event(Event::OpenReceived(open), now);
                if self.fsm.state() == SessionState::OpenConfirm {
                    self.happened.push_back(Output::OpenAccepted(identity));
                }
            }
            Message::Keepalive => self.event(Event::KeepaliveReceived, now),
            Message::Notification(notification) => {
                self.closed = Some(Closed {
                    reason: format!("{}, received", message::describe(&notification)),
                    notification: Some((Direction::Received, notification.clone())),
                });
                self.event(Event::NotificationReceived(notification), now);
            }
            Message::Update(update) => self.update(&update, now),
            Message::RouteRefresh(refresh) => self.refresh(&refresh, now),
            // The codec knows no other type; a later one might, and then it was not negotiated.
            _ => self.event(Event::DecodeError(rustbgpd_wire::DecodeError::UnknownMessageType(0)), now),
        }
    }

    fn update(&mut self, update: &UpdateMessage, now: Instant) {
        if self.fsm.state() != SessionState::Established {
            // The machine answers with a state machine error.
            self.event(Event::UpdateReceived, now);
            return;
        }
        match message::decode(update, &self.context) {
            Ok(received) => {
                self.event(Event::UpdateReceived, now);
                self.happened.push_back(Output::Update(received));
            }
            Err(notification) => self.event(Event::UpdateValidationError(notification), now),
        }
    }

    fn refresh(&mut self, refresh: &RouteRefreshMessage, now: Instant) {
        let ours = (refresh.afi(), refresh.safi()) == (Some(self.context.afi()), Some(Safi::Unicast));
        self.event(Event::RouteRefreshReceived { afi: self.context.afi(), safi: Safi::Unicast }, now);
        // One for a family that was not negotiated is ignored (RFC 2918 §4), as are the marks of RFC 7313: we never
        // ask, so there is nothing between them to compare.
        if ours && refresh.subtype() == RouteRefreshSubtype::Normal {
            self.happened.push_back(Output::Refresh);
        }
    }

    /// Gives the machine an event and carries out what it answers.
    fn event(&mut self, event: Event, now: Instant) {
        for action in self.fsm.handle_event(event) {
            self.act(action, now);
        }
    }

    fn act(&mut self, action: Action, now: Instant) {
        match action {
            Action::SendOpen(open) => self.send(&Message::Open(open)),
            Action::SendKeepalive => self.send(&Message::Keepalive),
            Action::SendNotification(notification) if self.closed.is_none() => {
                self.send(&Message::Notification(notification.clone()));
                self.closed = Some(Closed {
                    reason: format!("{}, sent", message::describe(&notification)),
                    notification: Some((Direction::Sent, notification)),
                });
            }
            Action::StartTimer(timer, seconds) => self.start_timer(timer, seconds, now),
            Action::StopTimer(timer) => match timer {
                TimerType::Hold => self.hold = None,
                TimerType::Keepalive => self.keepalive = None,
                _ => {}
            },
            Action::SessionEstablished(negotiated) => {
                self.context.four_octet_as = negotiated.four_octet_as;
                self.negotiated = Some(*negotiated);
                self.happened.push_back(Output::Established);
            }
            Action::CloseTcpConnection => {
                self.closed.get_or_insert_with(|| Closed { reason: "closed".to_owned(), notification: None });
            }
            // Dialling and waiting to dial are the peer's, not the connection's. The rest only informs.
            _ => {}
        }
    }

    fn start_timer(&mut self, timer: TimerType, seconds: u32, now: Instant) {
        let after = |seconds: u32| Some(now + Duration::from_secs(u64::from(seconds)));
        match timer {
            // Before the OPEN the machine asks for four minutes (RFC 4271 §8.2.2, "a large value"). Our hold time is
            // enough, and a path lost in just that moment heals sooner.
            TimerType::Hold if self.fsm.state() == SessionState::OpenSent => {
                self.hold = after(seconds.min(u32::from(self.hold_time)));
            }
            TimerType::Hold => self.hold = after(seconds),
            TimerType::Keepalive => self.keepalive = after(seconds),
            _ => {}
        }
    }

    fn send(&mut self, message: &Message) {
        // Nothing we say is longer than a message may be: OPEN has a handful of capabilities, UPDATEs are cut small.
        if let Ok(bytes) = encode_message(message) {
            self.output.extend_from_slice(&bytes);
        }
        if self.output.len() > MAX_OUTPUT && self.closed.is_none() {
            self.output.clear();
            self.closed = Some(Closed { reason: "the peer does not read".to_owned(), notification: None });
        }
    }

    /// Everything waiting to be written, for the last write.
    pub(crate) fn into_last_output(mut self) -> Vec<u8> {
        let mut last = vec![0; self.output.len()];
        self.output.copy_to_slice(&mut last);
        last
    }
}

fn fsm_config(local: Identity, peer: &PeerConfig, context: &Context) -> FsmConfig {
    let mut config = FsmConfig::new(local.asn, peer.remote_asn, local.router_id);
    config.hold_time = peer.hold_time;
    config.min_hold_time = Some(MIN_HOLD_TIME);
    config.send_hold_time = 0;
    config.families = vec![(context.afi(), Safi::Unicast)];
    config.disable_ipv4_unicast = context.afi() == Afi::Ipv6;
    config
}

#[cfg(test)]
mod tests;
