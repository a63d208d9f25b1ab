//! The requests refused last, with their true reasons: what an operator finds under a request id.
//!
//! One ring for each core, so that writing one never waits for another core.

use std::{
    collections::VecDeque,
    net::IpAddr,
    sync::{Mutex, PoisonError},
};

use sekisho_core::Timestamp;
use sekisho_execute::{Arrival, Entry, MethodResponse, Reason, RequestHead, Subject};

/// How many each core keeps.
const KEPT_MAX: usize = 1_000;
/// Bytes of client text kept of each part.
const TEXT_BYTES_MAX: usize = 512;

/// A refused request.
#[derive(Clone, Debug)]
pub struct Refusal {
    /// When it arrived.
    pub at: Timestamp,
    /// `x-amzn-RequestId`.
    pub request_id: String,
    /// From where.
    pub source_ip: IpAddr,
    /// By which door.
    pub entry: Entry,
    /// The method.
    pub method: String,
    /// The host asked for, shortened.
    pub host: Option<String>,
    /// Path and query, shortened.
    pub target: String,
    /// The status answered.
    pub status: u16,
    /// `x-amzn-ErrorType`, where one was sent.
    pub error_type: Option<&'static str>,
    /// Why, truly.
    pub reason: Reason,
    /// What was addressed, as far as it was found.
    pub subject: Subject,
}

impl Refusal {
    /// What is to be remembered of a refused request.
    pub(super) fn of(
        at: Timestamp,
        arrival: &Arrival,
        head: RequestHead<'_>,
        response: &MethodResponse,
    ) -> Self {
        let sent_id = response.header("x-amzn-requestid").and_then(|value| value.to_str().ok());
        Self {
            at,
            request_id: sent_id.unwrap_or("-").to_owned(),
            source_ip: arrival.source_ip,
            entry: arrival.entry.clone(),
            method: shortened(head.method.as_str()),
            host: head.host().map(shortened),
            target: shortened(head.uri.path_and_query().map_or("", |target| target.as_str())),
            status: response.status.as_u16(),
            error_type: response.error_type,
            reason: response.reason.clone(),
            subject: response.subject.clone(),
        }
    }
}

fn shortened(text: &str) -> String {
    let mut end = text.len().min(TEXT_BYTES_MAX);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default().to_owned()
}

/// A core's ring.
#[derive(Debug, Default)]
pub(super) struct Refusals(Mutex<VecDeque<Refusal>>);

impl Refusals {
    /// Remembers one and forgets the oldest.
    pub(super) fn push(&self, refusal: Refusal) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() == KEPT_MAX {
            kept.pop_front();
        }
        kept.push_back(refusal);
    }

    /// All, oldest first.
    pub(super) fn list(&self) -> Vec<Refusal> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}
