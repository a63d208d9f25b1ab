//! An invocation: the state machine from a request's head to a method response.
//!
//! It performs nothing. It says what it needs ([`Step`]) and is told what came of it; the shell, `TestInvokeMethod` and
//! the simulation all drive the same machine. A step owns the invocation that goes on after it, so a machine cannot be
//! driven out of order.
//!
//! A MOCK whose answer was worked out at deployment never becomes an `Invocation`: it is answered out of [`crate::locate()`].

use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Version, header};
use sekisho_core::vpc::VpcEndpoint;
use sekisho_vtl::{Budget, Overrides, RenderError, Scope};

use crate::{
    arrival::{Arrival, Authentication, Caller, Entry, RequestHead, Scan, Stamp},
    compiled::{
        CompiledDeployment, CompiledIntegration, CompiledResource, CompiledStage, HttpBackend, Mock, Place,
        StaticAnswer, TemplateSlot, Verb,
    },
    content::{RequestPlan, convert_request, is_binary},
    context::{HeaderNames, Variables},
    headers, incoming,
    integration::{BodyFailure, IntegrationFailure, IntegrationRequest, IntegrationResponse},
    limits::PAYLOAD_BYTES_MAX,
    locate::{Located, locate_scanned},
    mapping::{self, Sight},
    mock, outgoing, path,
    reason::Reason,
    refusal::{Refusal, stamped},
    response::{MethodResponse, ResponseBody, Subject},
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
    pub(crate) caller: Option<Caller>,
    pub(crate) place: Arc<Place>,
    pub(crate) endpoint: Option<Arc<VpcEndpoint>>,
    pub(crate) stage: Arc<CompiledStage>,
    pub(crate) verb: Verb,
    deployment: Arc<CompiledDeployment>,
    resource_number: u32,
    subject: Subject,
    path: Vec<(String, String)>,
    query: Vec<(String, String)>,
    /// What the request template asked to be changed in the response.
    overrides: Overrides,
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
        let scan = head.scan();
        let stamp = with_client_request_id(stamp, &scan);
        let located = match locate_scanned(runtime, arrival, (&head, &scan), authentication, stamp.now) {
            Ok(located) => located,
            Err(refusal) => return Step::Respond(refusal.into_response(&stamp)),
        };
        if content_length(&scan).is_some_and(|length| length > PAYLOAD_BYTES_MAX as u64) {
            return failed(Reason::PayloadTooLarge, located.into_subject(), &stamp);
        }
        if let Some(answer) = ready_answer(&located, &head, &scan) {
            return Step::Respond(answer_now(&answer, located.into_subject(), stamp));
        }
        let invocation = Self::new(runtime, arrival, head, authentication, stamp, located);
        match invocation.needs_body() {
            Err(reason) => Step::Respond(invocation.fail(reason)),
            Ok(true) if may_have_body(&invocation.head) => Step::ReadBody(Box::new(invocation)),
            Ok(needed) => invocation.go_on(needed.then(Bytes::new)),
        }
    }

    fn new(
        runtime: &Runtime,
        arrival: &'a Arrival,
        head: RequestHead<'a>,
        authentication: &Authentication,
        stamp: Stamp,
        located: Located<'_, 'a>,
    ) -> Self {
        let evaluates = evaluates(&located.method.integration);
        let (path, query) = if evaluates {
            let parameters = located.resource.parameters.iter();
            let value = |parameter| mapping::path_value(parameter, &located.path);
            let path =
                parameters.map(|parameter| (String::from(&*parameter.name), value(parameter))).collect();
            (path, head.uri.query().map(path::query_parameters).unwrap_or_default())
        } else {
            (Vec::new(), Vec::new())
        };
        let endpoint = match &arrival.entry {
            Entry::Endpoint(id) if evaluates => {
                runtime.endpoint(id).map(|endpoint| Arc::clone(&endpoint.source))
            }
            Entry::Endpoint(_) | Entry::Public => None,
        };
        Self {
            caller: match authentication {
                Authentication::Signed(caller) => Some(caller.clone()),
                Authentication::Anonymous | Authentication::Refused { .. } => None,
            },
            place: Arc::clone(&runtime.place),
            endpoint,
            stage: Arc::clone(located.stage),
            deployment: Arc::clone(located.deployment),
            resource_number: located.resource_number,
            verb: located.verb,
            query,
            path,
            subject: located.into_subject(),
            overrides: Overrides::default(),
            head,
            arrival,
            stamp,
        }
    }

    /// Goes on with the client's body.
    #[must_use]
    pub fn handle_body(self, body: Bytes) -> Step<'a> {
        if body.len() > PAYLOAD_BYTES_MAX {
            return self.handle_body_failure(&BodyFailure::TooLarge);
        }
        self.go_on(Some(body))
    }

    /// Goes on without the client's body.
    #[must_use]
    pub fn handle_body_failure(self, failure: &BodyFailure) -> Step<'a> {
        let reason = match failure {
            BodyFailure::TooLarge => Reason::PayloadTooLarge,
            BodyFailure::Broken(error) => Reason::BodyUnreadable { error: error.clone() },
        };
        Step::Respond(self.fail(reason))
    }

    /// Goes on with the backend's answer.
    #[must_use]
    pub fn handle_integration_response(self, response: IntegrationResponse) -> MethodResponse {
        let deployment = Arc::clone(&self.deployment);
        let made = match self.integration(&deployment) {
            Some(CompiledIntegration::Http(backend)) if backend.proxy => incoming::proxied(response),
            Some(CompiledIntegration::Http(backend)) => incoming::mapped(&self, &backend.responses, response),
            _ => Err(Reason::NoIntegration),
        };
        self.finish(made)
    }

    /// Goes on without the backend's answer.
    #[must_use]
    pub fn handle_integration_failure(self, failure: IntegrationFailure) -> MethodResponse {
        self.fail(Reason::Integration(failure))
    }

    /// What is addressed, for logs and metrics.
    #[must_use]
    pub fn subject(&self) -> &Subject {
        &self.subject
    }

    /// Carries the request side out. `body` is the client's, or `None` where nothing looks at it.
    fn go_on(mut self, body: Option<Bytes>) -> Step<'a> {
        let deployment = Arc::clone(&self.deployment);
        let next = match self.integration(&deployment) {
            Some(CompiledIntegration::Mock(mock)) => {
                let made = self.mock(mock, body.unwrap_or_default());
                return Step::Respond(self.finish(made));
            }
            Some(CompiledIntegration::Http(backend)) => self.call(backend, body),
            Some(CompiledIntegration::Broken(error)) => {
                Err(Reason::Configuration { error: error.to_string() })
            }
            Some(CompiledIntegration::Absent) | None => Err(Reason::NoIntegration),
        };
        match next {
            Ok(request) => Step::CallHttp(Box::new(self), Box::new(request)),
            Err(reason) => Step::Respond(self.fail(reason)),
        }
    }

    fn mock(&mut self, mock: &Mock, body: Bytes) -> Result<incoming::Made, Reason> {
        let rendered = match mock.request.plan(self.head.headers)? {
            RequestPlan::Template(_, slot) => {
                let (body, is_text) = self.converted(&mock.request, body)?;
                let (rendered, overrides) = self.render(slot, &body, is_text)?;
                self.overrides = overrides;
                rendered
            }
            RequestPlan::Passthrough => String::from_utf8_lossy(&body).into_owned(),
        };
        let status = mock::status_of(&rendered).ok_or(Reason::NoMockStatus)?;
        incoming::mocked(self, &mock.responses, status)
    }

    fn call(&mut self, backend: &HttpBackend, body: Option<Bytes>) -> Result<IntegrationRequest, Reason> {
        let plan = self.plan(backend)?;
        let (body, is_text) = match body {
            Some(body) => {
                let (body, is_text) = self.converted(&backend.request, body)?;
                (Some(body), is_text)
            }
            None => (None, true),
        };
        let text = body.as_deref().map(String::from_utf8_lossy).unwrap_or_default();
        let (sent, overrides) = match plan {
            RequestPlan::Passthrough => (body.clone(), Overrides::default()),
            RequestPlan::Template(_, slot) => {
                let (rendered, overrides) = self.render(slot, text.as_bytes(), is_text)?;
                (Some(rendered.into()), overrides)
            }
        };
        let sight = Sight {
            invocation: self,
            body: backend.mappings_need_body.then(|| mapping::read_body(&text)).transpose()?,
            backend: None,
        };
        let request = outgoing::build(self, backend, &sight, &overrides, sent)?;
        drop(sight);
        self.overrides = overrides;
        Ok(request)
    }

    fn plan<'t>(&self, backend: &'t HttpBackend) -> Result<RequestPlan<'t>, Reason> {
        if backend.proxy { Ok(RequestPlan::Passthrough) } else { backend.request.plan(self.head.headers) }
    }

    fn converted(
        &self,
        request: &crate::compiled::RequestTemplates,
        body: Bytes,
    ) -> Result<(Bytes, bool), Reason> {
        let binary = is_binary(&self.deployment.binary_media_types, self.head.headers, header::CONTENT_TYPE);
        convert_request(body, binary, request.conversion)
    }

    /// Whether the client's body has to be read before the next step.
    fn needs_body(&self) -> Result<bool, Reason> {
        let dynamic = |slot: &TemplateSlot| slot.as_ref().is_ok_and(|template| template.constant().is_none());
        match self.integration(&self.deployment) {
            Some(CompiledIntegration::Mock(mock)) => Ok(match mock.request.plan(self.head.headers)? {
                RequestPlan::Template(_, slot) => dynamic(slot),
                RequestPlan::Passthrough => true,
            }),
            Some(CompiledIntegration::Http(backend)) => Ok(backend.mappings_need_body
                || match self.plan(backend)? {
                    RequestPlan::Template(_, slot) => dynamic(slot),
                    RequestPlan::Passthrough => backend.request.conversion.is_some(),
                }),
            _ => Ok(false),
        }
    }

    /// Renders a template over a body.
    pub(crate) fn render(
        &self,
        slot: &TemplateSlot,
        body: &[u8],
        is_text: bool,
    ) -> Result<(String, Overrides), Reason> {
        let configuration = |error: String| Reason::Configuration { error };
        let template = slot.as_ref().map_err(|error| configuration(error.to_string()))?;
        if let Some(constant) = template.constant() {
            return Ok((constant.to_owned(), Overrides::default()));
        }
        if !is_text {
            return Err(configuration("a template needs text; convert the body to text".to_owned()));
        }
        let body = String::from_utf8_lossy(body);
        let headers = HeaderNames(self.head.headers);
        let variables = Variables(&self.stage.source.variables);
        let scope = Scope {
            body: &body,
            path: &self.path,
            querystring: &self.query,
            header: &headers,
            context: self,
            stage_variables: &variables,
        };
        let mut out = String::new();
        match template.render(&scope, &Budget::default(), &mut out) {
            Ok(rendered) => Ok((out, rendered.overrides)),
            Err(RenderError::Body(error)) => Err(Reason::BadBody { error: error.to_string() }),
            Err(error) => Err(configuration(error.to_string())),
        }
    }

    fn finish(self, made: Result<incoming::Made, Reason>) -> MethodResponse {
        let made = match made {
            Ok(made) => made,
            Err(reason) => return self.fail(reason),
        };
        let mut headers = made.headers;
        headers::ensure_content_type(&mut headers);
        headers.extend(stamped(self.stamp));
        MethodResponse {
            status: made.status,
            headers,
            body: made.body,
            error_type: None,
            reason: Reason::Served,
            subject: self.subject,
        }
    }

    fn fail(self, reason: Reason) -> MethodResponse {
        Refusal::new(reason, self.subject).into_response(&self.stamp)
    }

    fn integration<'d>(&self, deployment: &'d CompiledDeployment) -> Option<&'d CompiledIntegration> {
        Some(&deployment.method(self.resource_number, self.verb)?.integration)
    }

    pub(crate) fn resource(&self) -> Option<&CompiledResource> {
        self.deployment.resources.get(self.resource_number as usize)
    }

    pub(crate) fn binary_media_types(&self) -> &[Box<str>] {
        &self.deployment.binary_media_types
    }

    /// Whether answers of a backend may have to change between text and bytes.
    pub(crate) fn converts_responses(&self, backend: &HttpBackend) -> bool {
        !backend.proxy && !self.deployment.binary_media_types.is_empty()
    }

    pub(crate) fn request_overrides(&self) -> &Overrides {
        &self.overrides
    }

    pub(crate) fn path_value(&self, name: &str) -> Option<String> {
        self.path.iter().find(|(each, _)| each == name).map(|(_, value)| value.clone())
    }

    pub(crate) fn is_greedy(&self, name: &str) -> bool {
        self.resource().is_some_and(|resource| {
            resource.parameters.iter().any(|parameter| parameter.greedy && *parameter.name == *name)
        })
    }

    pub(crate) fn query_values(&self, name: &str) -> impl DoubleEndedIterator<Item = &str> {
        self.query.iter().filter(move |(each, _)| each == name).map(|(_, value)| value.as_str())
    }

    /// The trace's header: the client's where it has one, else a new root.
    pub(crate) fn trace_id(&self) -> HeaderValue {
        let usable = |sent: &&HeaderValue| {
            sent.len() <= 256 && sent.to_str().is_ok_and(|text| text.starts_with("Root="))
        };
        match headers::rare(self.head.headers, &headers::TRACE_ID).filter(usable) {
            Some(sent) => sent.clone(),
            None => new_root(&self.stamp),
        }
    }
}

/// A new trace's root, `Root=1-` and 8 and 24 hexadecimal digits. Made for every proxied request, so in place and
/// without the formatter.
fn new_root(stamp: &Stamp) -> HeaderValue {
    let mut text = *b"Root=1-00000000-000000000000000000000000";
    let seconds = (stamp.now.seconds() & 0xffff_ffff).to_be_bytes();
    write_hex(&mut text[7..15], &seconds[4..]);
    write_hex(&mut text[16..], &stamp.trace);
    HeaderValue::from_bytes(&text)
        .unwrap_or(HeaderValue::from_static("Root=1-00000000-000000000000000000000000"))
}

/// Writes bytes as lower-case hexadecimal digits, two for each.
fn write_hex(text: &mut [u8], bytes: &[u8]) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    for (pair, byte) in text.as_chunks_mut::<2>().0.iter_mut().zip(bytes) {
        *pair = [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]];
    }
}

/// Whether anything can ask for parameters and `$context`. A proxy without mappings passes the query on as it is, and
/// renders nothing.
fn evaluates(integration: &CompiledIntegration) -> bool {
    !matches!(integration, CompiledIntegration::Http(backend) if backend.proxy && backend.mappings.is_empty())
}

/// A client may give the request its identifier, if it is a UUID.
fn with_client_request_id(mut stamp: Stamp, scan: &Scan<'_>) -> Stamp {
    if let Some(sent) = scan.request_id.filter(|sent| headers::is_uuid(sent.as_bytes())) {
        stamp.request_id = sent.clone();
    }
    stamp
}

fn content_length(scan: &Scan<'_>) -> Option<u64> {
    scan.content_length?.to_str().ok()?.parse().ok()
}

/// Whether a body can follow the head: HTTP/1 says so in the head, HTTP/2 does not.
fn may_have_body(head: &RequestHead<'_>) -> bool {
    head.version >= Version::HTTP_2
        || head.headers.contains_key(header::TRANSFER_ENCODING)
        || head.headers.get(header::CONTENT_LENGTH).is_some_and(|length| length != "0")
}

/// The answer that was worked out at deployment, if the request's content type leads to it.
fn ready_answer(
    located: &Located<'_, '_>,
    head: &RequestHead<'_>,
    scan: &Scan<'_>,
) -> Option<Arc<StaticAnswer>> {
    if scan.content_type.is_none() {
        return located.method.ready.clone();
    }
    match &located.method.integration {
        CompiledIntegration::Mock(mock) => mock.answer(head.headers),
        _ => None,
    }
}

impl Mock {
    /// The whole answer to requests with such a content type, where it was worked out at deployment.
    pub(crate) fn answer(&self, headers: &HeaderMap) -> Option<Arc<StaticAnswer>> {
        match self.request.plan(headers).ok()? {
            RequestPlan::Template(number, _) => self.answers.get(number)?.clone(),
            RequestPlan::Passthrough => None,
        }
    }
}

fn answer_now(answer: &StaticAnswer, subject: Subject, stamp: Stamp) -> MethodResponse {
    let mut headers = Vec::with_capacity(answer.headers.len() + 2);
    headers.extend_from_slice(&answer.headers);
    headers.extend(stamped(stamp));
    MethodResponse {
        status: answer.status,
        headers,
        body: ResponseBody::Bytes(answer.body.clone()),
        error_type: None,
        reason: Reason::Served,
        subject,
    }
}

fn failed<'a>(reason: Reason, subject: Subject, stamp: &Stamp) -> Step<'a> {
    Step::Respond(Refusal::new(reason, subject).into_response(stamp))
}

/// A text as a header's value.
pub(crate) fn header_value(name: &str, text: &str) -> Result<HeaderValue, Reason> {
    HeaderValue::from_str(text).map_err(|_| Reason::Configuration {
        error: format!("the value for header `{name}` cannot stand there"),
    })
}
