//! From a request's head to the method that serves it, through everything that may refuse it on the way.
//!
//! The order is the gateway's: the API; the endpoint's policy; the stage; the door; the API's resource policy as deployed;
//! the resource and method; what the method asks of its callers. Traffic and `trace` both come through here, so they
//! cannot disagree. Sources: the API Gateway guide, "Use VPC endpoint policies for private APIs", "How API Gateway
//! resource policies affect authorization workflow".

use std::{cell::OnceCell, net::IpAddr, sync::Arc};

use sekisho_core::{
    Timestamp,
    id::{RestApiId, VpcEndpointId},
    rest_api::EndpointType,
};
use sekisho_policy::{CompiledPolicy, Context, ContextKey, Decision, Principal, Request, Value};

use crate::{
    arrival::{Arrival, Authentication, Caller, Entry, RequestHead, Scan},
    compiled::{
        CompiledApi, CompiledDeployment, CompiledEndpoint, CompiledMethod, CompiledResource, CompiledStage,
        Gate, Place, PolicySlot, StageSlot, Verb,
    },
    host::{self, Named},
    limits::{
        METHOD_ARN_BYTES_MAX, PRIVATE_HEADER_BYTES_MAX, PRIVATE_URL_BYTES_MAX, PUBLIC_HEADER_BYTES_MAX,
        PUBLIC_URL_BYTES_MAX, REASON_TEXT_MAX,
    },
    method_arn::MethodArn,
    path::TargetPath,
    reason::Reason,
    refusal::Refusal,
    response::Subject,
    runtime::Runtime,
};

/// The method that serves a request, everything having let it through.
#[derive(Debug)]
pub struct Located<'r, 'a> {
    pub(crate) stage: &'r Arc<CompiledStage>,
    pub(crate) deployment: &'r Arc<CompiledDeployment>,
    pub(crate) resource_number: u32,
    pub(crate) resource: &'r CompiledResource,
    pub(crate) method: &'r CompiledMethod,
    pub(crate) verb: Verb,
    pub(crate) path: TargetPath<'a>,
    place: &'r Place,
    subject: OnceCell<Subject>,
    arn: OnceCell<String>,
}

impl Located<'_, '_> {
    /// The API, the stage, the resource.
    #[must_use]
    pub fn subject(&self) -> &Subject {
        self.subject.get_or_init(|| Subject::of_resource(self.stage, self.resource_number))
    }

    /// The same, kept.
    pub(crate) fn into_subject(self) -> Subject {
        Subject::of_resource(self.stage, self.resource_number)
    }

    /// The ARN that policies were asked about.
    #[must_use]
    pub fn method_arn(&self) -> &str {
        self.arn.get_or_init(|| {
            let api = self.stage.source.rest_api_id.as_str();
            let parts = [api, self.path.stage, self.verb(), &self.path.normal];
            MethodArn::new(self.place, parts).text().to_owned()
        })
    }

    /// The verb that was routed.
    #[must_use]
    pub fn verb(&self) -> &'static str {
        self.verb.as_str()
    }
}

/// Checks the length of the URL and of the header lines.
///
/// # Errors
/// Which is too long.
pub fn check_head(entry: &Entry, head: &RequestHead<'_>) -> Result<(), Reason> {
    check_lengths(entry, head, head.scan().header_bytes)
}

fn check_lengths(entry: &Entry, head: &RequestHead<'_>, bytes: usize) -> Result<(), Reason> {
    let (url_limit, header_limit) = match entry {
        Entry::Endpoint(_) => (PRIVATE_URL_BYTES_MAX, PRIVATE_HEADER_BYTES_MAX),
        Entry::Public => (PUBLIC_URL_BYTES_MAX, PUBLIC_HEADER_BYTES_MAX),
    };
    let url = head.uri.path_and_query().map_or(0, |target| target.as_str().len());
    if url > url_limit {
        return Err(Reason::UrlTooLong { bytes: url, limit: url_limit });
    }
    if bytes > header_limit {
        return Err(Reason::HeadersTooLarge { bytes, limit: header_limit });
    }
    Ok(())
}

/// Finds the method that serves a request. Nothing is carried out.
///
/// # Errors
/// The first refusal on the way.
pub fn locate<'r, 'a>(
    runtime: &'r Runtime,
    arrival: &Arrival,
    head: &RequestHead<'a>,
    authentication: &Authentication,
    now: Timestamp,
) -> Result<Located<'r, 'a>, Box<Refusal>> {
    locate_scanned(runtime, arrival, (head, &head.scan()), authentication, now)
}

/// [`locate`], of a head that has been scanned.
pub(crate) fn locate_scanned<'r, 'a>(
    runtime: &'r Runtime,
    arrival: &Arrival,
    (head, scan): (&RequestHead<'a>, &Scan<'a>),
    authentication: &Authentication,
    now: Timestamp,
) -> Result<Located<'r, 'a>, Box<Refusal>> {
    Asking { runtime, arrival, head, scan, authentication, now }.locate()
}

struct Asking<'q, 'r, 'a> {
    runtime: &'r Runtime,
    arrival: &'q Arrival,
    head: &'q RequestHead<'a>,
    scan: &'q Scan<'a>,
    authentication: &'q Authentication,
    now: Timestamp,
}

type Refused = Box<Refusal>;

/// How far a request has come; told to a refusal, and worked out for nothing else.
#[derive(Clone, Copy)]
enum Reached<'r> {
    Nothing,
    Api(&'r RestApiId),
    Stage(&'r Arc<CompiledStage>),
    Resource(&'r Arc<CompiledStage>, u32),
}

impl Reached<'_> {
    fn subject(self) -> Subject {
        match self {
            Self::Nothing => Subject::default(),
            Self::Api(api) => Subject::of_api(api),
            Self::Stage(stage) => Subject::of_stage(stage),
            Self::Resource(stage, number) => Subject::of_resource(stage, number),
        }
    }
}

#[cold]
fn refuse<T>(reason: Reason, reached: Reached<'_>) -> Result<T, Refused> {
    Err(Box::new(Refusal::new(reason, reached.subject())))
}

impl<'r, 'a> Asking<'_, 'r, 'a> {
    fn locate(&self) -> Result<Located<'r, 'a>, Refused> {
        check_lengths(&self.arrival.entry, self.head, self.scan.header_bytes)
            .or_else(|reason| refuse(reason, Reached::Nothing))?;
        let endpoint = self.endpoint()?;
        let api = self.api(endpoint)?;
        let place = &*self.runtime.place;
        let path = TargetPath::new(self.head.uri.path());
        let verb = self.verb();
        let arn = MethodArn::new(place, [api.id.as_str(), path.stage, verb_text(verb), &path.normal]);
        if arn.len() > METHOD_ARN_BYTES_MAX {
            return refuse(Reason::ArnTooLong { bytes: arn.len() }, Reached::Api(&api.id));
        }
        if let Some(endpoint) = endpoint {
            self.endpoint_policy(endpoint, &arn, Reached::Api(&api.id))?;
        }
        let StageSlot { stage, deployment, .. } = find_stage(api, path.stage)?;
        let Some(deployment) = deployment else {
            let reason = Reason::MissingDeployment { api: api.id.clone(), stage: stage.name().clone() };
            return refuse(reason, Reached::Stage(stage));
        };
        self.door(api, deployment, Reached::Stage(stage))?;
        self.resource_policy((api, deployment, endpoint), &arn, Reached::Stage(stage))?;
        let Some(resource_number) = path.servable.then(|| deployment.router.find(&path.normal)).flatten()
        else {
            return self.missing(Reason::NoResource { path: shortened(&path.normal) }, Reached::Stage(stage));
        };
        let found = verb.ok().and_then(|verb| Some((verb, deployment.method(resource_number, verb)?)));
        let (Some((verb, method)), Some(resource)) =
            (found, deployment.resources.get(resource_number as usize))
        else {
            return self.no_method(deployment, resource_number, Reached::Stage(stage));
        };
        let reached = Reached::Resource(stage, resource_number);
        gate(deployment.gate(resource_number, method)).or_else(|reason| refuse(reason, reached))?;
        let (arn, subject) = (arn.written(), OnceCell::new());
        Ok(Located { place, stage, deployment, resource_number, resource, method, verb, path, subject, arn })
    }

    fn endpoint(&self) -> Result<Option<&'r CompiledEndpoint>, Refused> {
        match &self.arrival.entry {
            Entry::Public => Ok(None),
            Entry::Endpoint(id) => match self.runtime.endpoint(id) {
                Some(endpoint) => Ok(Some(endpoint)),
                None => refuse(Reason::UnknownEndpoint { endpoint: id.clone() }, Reached::Nothing),
            },
        }
    }

    fn api(&self, endpoint: Option<&CompiledEndpoint>) -> Result<&'r CompiledApi, Refused> {
        let id = match host::named_api(self.head, self.scan, &self.runtime.place.host_suffix) {
            Named::Nothing => {
                return refuse(
                    Reason::NoApiIdentified { host: self.head.host().map(shortened) },
                    Reached::Nothing,
                );
            }
            Named::Api(id) => id,
            Named::Alias { api, endpoint: named } => {
                let arrived = endpoint.map(CompiledEndpoint::id);
                if arrived.map(VpcEndpointId::as_str) != Some(named) {
                    let reason =
                        Reason::AliasOfAnotherEndpoint { named: shortened(named), arrived: arrived.cloned() };
                    return refuse(reason, Reached::Nothing);
                }
                api
            }
        };
        match self.runtime.api(id) {
            Some(api) => Ok(api),
            None => refuse(Reason::UnknownApi { api: shortened(id) }, Reached::Nothing),
        }
    }

    /// The verb to route by, or the text of one that no method can have.
    fn verb(&self) -> Result<Verb, &'a str> {
        let over = self.scan.method_override.and_then(|value| value.to_str().ok());
        if let Some(verb) = over.and_then(Verb::of_request) {
            return Ok(verb);
        }
        let method = self.head.method.as_str();
        Verb::of_request(method).ok_or(method)
    }

    /// What a policy may ask about, headers only where it speaks of them.
    fn context<'c>(&'c self, endpoint: Option<&'c CompiledEndpoint>, with_headers: bool) -> Context<'c> {
        let mut context = Context::new();
        let seconds = self.now.seconds();
        let nanoseconds = u32::try_from(self.now.0.rem_euclid(1000) * 1_000_000).unwrap_or(0);
        context.set_time(sekisho_policy::Timestamp { seconds, nanoseconds });
        context.set(ContextKey::SecureTransport, Value::Bool(self.arrival.tls_version.is_some()));
        context.set(ContextKey::RequestedRegion, Value::Text(&self.runtime.place.region));
        context.set(ContextKey::ResourceAccount, Value::Text(&self.runtime.place.account_id));
        let address = source_address(self.arrival.source_ip);
        match endpoint {
            None => context.set(ContextKey::SourceIp, address),
            Some(endpoint) => context
                .set(ContextKey::SourceVpce, Value::Text(endpoint.id().as_str()))
                .set(ContextKey::SourceVpc, Value::Text(endpoint.vpc_id().as_str()))
                .set(ContextKey::VpcSourceIp, address),
        };
        if with_headers {
            self.add_headers(&mut context);
        }
        context
    }

    fn add_headers<'c>(&'c self, context: &mut Context<'c>) {
        let sent = |name| self.head.headers.get(name).and_then(|value| value.to_str().ok());
        for (key, name) in
            [(ContextKey::UserAgent, http::header::USER_AGENT), (ContextKey::Referer, http::header::REFERER)]
        {
            if let Some(text) = sent(name) {
                context.set(key, Value::Text(text));
            }
        }
    }

    /// The signed caller, for an endpoint's policy. A signature that does not hold is refused outright.
    fn caller(&self, reached: Reached<'_>) -> Result<Option<&Caller>, Refused> {
        match self.authentication {
            Authentication::Refused { error_type, message } => {
                let reason = Reason::SignatureRefused { message: message.clone() };
                Err(Box::new(Refusal::new(reason, reached.subject()).saying(error_type, message)))
            }
            Authentication::Signed(caller) => Ok(Some(caller)),
            Authentication::Anonymous if self.head.is_signed_by(self.scan.authorization) => {
                refuse(Reason::SignatureNotVerified, reached)
            }
            Authentication::Anonymous => Ok(None),
        }
    }

    fn endpoint_policy(
        &self,
        endpoint: &CompiledEndpoint,
        arn: &MethodArn<'_>,
        reached: Reached<'_>,
    ) -> Result<(), Refused> {
        let caller = self.caller(reached)?;
        let (policy, asks_for_headers) = match &endpoint.policy {
            PolicySlot::Absent | PolicySlot::Open => return Ok(()),
            PolicySlot::Unreadable(error) => {
                let (endpoint, error) = (endpoint.id().clone(), error.to_string());
                return refuse(Reason::EndpointPolicyUnreadable { endpoint, error }, reached);
            }
            PolicySlot::Policy { policy, asks_for_headers } => (&**policy, *asks_for_headers),
        };
        let mut context = self.context(Some(endpoint), asks_for_headers);
        let principal = match caller {
            None => Principal::Anonymous,
            Some(caller) => {
                let found = Principal::from_arn(&caller.principal_arn, caller.role_arn.as_deref());
                let Some(principal) = found else { return refuse(Reason::SignatureNotVerified, reached) };
                add_caller(&mut context, caller, &principal);
                principal
            }
        };
        let explicit = match decide(policy, arn.text(), principal, &context) {
            Decision::Allow => return Ok(()),
            Decision::ExplicitDeny => true,
            Decision::Silent => false,
        };
        let user = principal.display_name().to_owned();
        let reason = Reason::EndpointPolicyDenied {
            endpoint: endpoint.id().clone(),
            explicit,
            user,
            resource: arn.text().to_owned(),
        };
        refuse(reason, reached)
    }

    fn door(
        &self,
        api: &CompiledApi,
        deployment: &CompiledDeployment,
        reached: Reached<'_>,
    ) -> Result<(), Refused> {
        let private_door = matches!(self.arrival.entry, Entry::Endpoint(_));
        let private_api = deployment.endpoint_type == EndpointType::Private;
        if private_door != private_api {
            let endpoint_type = deployment.endpoint_type;
            return refuse(Reason::NotThroughThisEntry { api: api.id.clone(), endpoint_type }, reached);
        }
        if deployment.default_endpoint_disabled {
            return refuse(Reason::DefaultEndpointDisabled { api: api.id.clone() }, reached);
        }
        Ok(())
    }

    /// The endpoint's policy has been asked already; no method authorizes by IAM yet, so the caller is anonymous.
    fn resource_policy(
        &self,
        (api, deployment, endpoint): (&CompiledApi, &CompiledDeployment, Option<&CompiledEndpoint>),
        arn: &MethodArn<'_>,
        reached: Reached<'_>,
    ) -> Result<(), Refused> {
        let (policy, asks_for_headers) = match &deployment.policy {
            PolicySlot::Open => return Ok(()),
            PolicySlot::Absent if deployment.endpoint_type != EndpointType::Private => return Ok(()),
            PolicySlot::Absent => {
                let reason =
                    Reason::NoResourcePolicy { api: api.id.clone(), resource: arn.text().to_owned() };
                return refuse(reason, reached);
            }
            PolicySlot::Unreadable(error) => {
                let (api, error) = (api.id.clone(), error.to_string());
                return refuse(Reason::ResourcePolicyUnreadable { api, error }, reached);
            }
            PolicySlot::Policy { policy, asks_for_headers } => (policy, *asks_for_headers),
        };
        let resource = if policy.asks_for_resource() { arn.text() } else { "" };
        let explicit = match policy.decide(resource, &self.context(endpoint, asks_for_headers)) {
            Decision::Allow => return Ok(()),
            Decision::ExplicitDeny => true,
            Decision::Silent => false,
        };
        let user = Principal::Anonymous.display_name().to_owned();
        let (api, resource) = (api.id.clone(), arn.text().to_owned());
        refuse(Reason::ResourcePolicyDenied { api, explicit, user, resource }, reached)
    }

    fn no_method<T>(
        &self,
        deployment: &CompiledDeployment,
        resource_number: u32,
        reached: Reached<'_>,
    ) -> Result<T, Refused> {
        let resource = deployment.resources.get(resource_number as usize);
        let resource = resource.map(|resource| resource.path.to_string()).unwrap_or_default();
        let method = shortened(verb_text(self.verb()));
        self.missing(Reason::NoMethod { resource, method }, reached)
    }

    /// A path or method that does not exist; what the client reads depends on its `Authorization`.
    fn missing<T>(&self, reason: Reason, reached: Reached<'_>) -> Result<T, Refused> {
        let refusal = Refusal::missing_method(reason, reached.subject(), self.head.headers);
        Err(Box::new(match self.authentication {
            Authentication::Refused { error_type, message } => refusal.saying(error_type, message),
            Authentication::Anonymous | Authentication::Signed(_) => refusal,
        }))
    }
}

/// The action of calling an API's method.
pub(crate) const INVOKE: &str = "execute-api:Invoke";

fn invoke<'q>(arn: &'q str, principal: Principal<'q>, context: &'q Context<'q>) -> Request<'q> {
    Request { action: INVOKE, resource: arn, principal, context }
}

fn decide(policy: &CompiledPolicy, arn: &str, principal: Principal<'_>, context: &Context<'_>) -> Decision {
    policy.decide(&invoke(arn, principal, context))
}

fn add_caller<'c>(context: &mut Context<'c>, caller: &'c Caller, principal: &Principal<'_>) {
    let kind = match principal {
        Principal::Root { .. } => "Account",
        Principal::User { .. } => "User",
        Principal::AssumedRole { .. } => "AssumedRole",
        Principal::FederatedUser { .. } => "FederatedUser",
        Principal::Service { .. } | Principal::Anonymous => "Anonymous",
    };
    let arn = caller.role_arn.as_deref().unwrap_or(&caller.principal_arn);
    context
        .set(ContextKey::PrincipalArn, Value::Text(arn))
        .set(ContextKey::PrincipalAccount, Value::Text(&caller.account_id))
        .set(ContextKey::PrincipalType, Value::Text(kind))
        .set(ContextKey::UserId, Value::Text(&caller.user_id));
}

/// An IPv4 address that came mapped into IPv6 is meant as IPv4.
fn source_address(address: IpAddr) -> Value<'static> {
    Value::Address(address.to_canonical())
}

fn find_stage<'r>(api: &'r CompiledApi, name: &str) -> Result<&'r StageSlot, Refused> {
    if name.is_empty() {
        return refuse(Reason::NoStage { api: api.id.clone() }, Reached::Api(&api.id));
    }
    match api.stages.iter().find(|slot| slot.is_named(name)) {
        Some(slot) => Ok(slot),
        None => {
            let reason = Reason::UnknownStage { api: api.id.clone(), stage: shortened(name) };
            refuse(reason, Reached::Api(&api.id))
        }
    }
}

fn gate(gate: &Gate) -> Result<(), Reason> {
    match gate {
        Gate::Open => Ok(()),
        Gate::ApiKey => Err(Reason::ApiKeyRequired),
        Gate::Closed(kind) => Err(Reason::AuthorizationNotServed { authorization_type: kind.to_string() }),
    }
}

/// A verb as policies see it.
fn verb_text(verb: Result<Verb, &str>) -> &str {
    match verb {
        Ok(verb) => verb.as_str(),
        Err(other) => other,
    }
}

/// A client's text, cut to what a log should hold.
fn shortened(text: &str) -> String {
    text.chars().take(REASON_TEXT_MAX).collect()
}
