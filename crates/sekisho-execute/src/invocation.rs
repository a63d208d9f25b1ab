//! An invocation: the state machine from a request's head to a method response.
//!
//! It performs nothing. It says what it needs ([`Step`]) and is told what came of it; the shell, `TestInvokeMethod` and
//! the simulation all drive the same machine. A step owns the invocation that goes on after it, so a machine cannot be
//! driven out of order.

use bytes::Bytes;

use crate::{
    arrival::{Arrival, Authentication, RequestHead, Stamp},
    integration::{BodyFailure, IntegrationFailure, IntegrationRequest, IntegrationResponse},
    response::MethodResponse,
    runtime::Runtime,
};

/// What an invocation needs next.
#[derive(Debug)]
pub enum Step<'a> {
    /// It is over: answer this.
    Respond(MethodResponse),
    /// Read the client's body, at most [`crate::limits::PAYLOAD_BYTES_MAX`] bytes, then
    /// [`Invocation::handle_body`] or [`Invocation::handle_body_failure`].
    ReadBody(Box<Invocation<'a>>),
    /// Call the backend, then [`Invocation::handle_integration_response`] or
    /// [`Invocation::handle_integration_failure`].
    CallHttp(Box<Invocation<'a>>, Box<IntegrationRequest>),
}

/// A request on its way.
#[derive(Debug)]
pub struct Invocation<'a> {
    pub(crate) head: RequestHead<'a>,
    pub(crate) arrival: &'a Arrival,
    pub(crate) stamp: Stamp,
}

impl<'a> Invocation<'a> {
    /// Takes in a request. `authentication` is [`Authentication::Anonymous`] unless [`RequestHead::looks_signed`].
    #[must_use]
    pub fn begin(
        runtime: &Runtime,
        arrival: &'a Arrival,
        head: RequestHead<'a>,
        authentication: &Authentication,
        stamp: Stamp,
    ) -> Step<'a> {
        let _ = (runtime, authentication);
        Step::ReadBody(Box::new(Self { head, arrival, stamp }))
    }

    /// Goes on with the client's body.
    #[must_use]
    pub fn handle_body(self: Box<Self>, body: Bytes) -> Step<'a> {
        drop(body);
        self.handle_body_failure(&BodyFailure::TooLarge)
    }

    /// Goes on without the client's body.
    #[must_use]
    pub fn handle_body_failure(self: Box<Self>, failure: &BodyFailure) -> Step<'a> {
        let _ = (failure, self.arrival, &self.stamp, self.head);
        Step::ReadBody(self)
    }

    /// Goes on with the backend's answer.
    #[must_use]
    pub fn handle_integration_response(self: Box<Self>, response: IntegrationResponse) -> MethodResponse {
        drop(response);
        self.handle_integration_failure(IntegrationFailure::Timeout)
    }

    /// Goes on without the backend's answer.
    #[must_use]
    pub fn handle_integration_failure(self: Box<Self>, failure: IntegrationFailure) -> MethodResponse {
        MethodResponse {
            status: http::StatusCode::GATEWAY_TIMEOUT,
            headers: Vec::new(),
            body: crate::ResponseBody::Bytes(Bytes::new()),
            error_type: None,
            reason: crate::Reason::Integration(failure),
            subject: crate::Subject::default(),
        }
    }
}
