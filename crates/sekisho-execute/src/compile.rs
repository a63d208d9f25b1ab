//! From definitions to compiled forms: every document is parsed here, once, when it is deployed.
//!
//! Equal templates of one deployment are one template. A MOCK whose answer cannot depend on the request is carried out
//! here and now; the request path only hands its bytes out.

use std::{collections::HashMap, sync::Arc};

use bytes::Bytes;
use http::{Method, StatusCode};
use indexmap::IndexMap;
use sekisho_core::{
    rest_api::{
        Definition, Deployment, Integration, IntegrationKind, IntegrationResponse,
        Method as MethodDefinition, Resource,
    },
    vpc::VpcEndpoint,
};
use sekisho_policy::{
    CompiledPolicy, Effect, ListElement, NarrowedPolicy, PolicyDocument, PolicyKind, Principals,
};
use sekisho_vtl::Template;

use crate::{
    compiled::{
        CompiledDeployment, CompiledEndpoint, CompiledIntegration, CompiledMethod, CompiledResource,
        CompiledResponse, Conversion, Gate, HttpBackend, Mock, PathParameter, Place, PolicySlot,
        RequestTemplates, ResponseTarget, Responses, StaticAnswer, TemplateSlot, Templates, UriPart, Verb,
        Verbs,
    },
    expression::{Source, Target},
    locate::INVOKE,
    mock,
    response::{Header, Spelling},
    router::{Part, Router, parts},
    selector::Selector,
};

/// Compiles a policy text.
fn policy<P>(
    text: Option<&str>,
    kind: PolicyKind,
    finish: impl FnOnce(CompiledPolicy) -> P,
) -> PolicySlot<P> {
    let Some(text) = text else { return PolicySlot::Absent };
    match PolicyDocument::parse(text, kind) {
        Ok(document) if is_open(&document) => PolicySlot::Open,
        Ok(document) => PolicySlot::Policy {
            policy: finish(CompiledPolicy::compile(&document)),
            asks_for_headers: speaks_of_headers(text),
        },
        Err(error) => PolicySlot::Unreadable(error.to_string().into()),
    }
}

/// Whether a policy is AWS's full access: one statement that allows everyone everything, always.
fn is_open(document: &PolicyDocument) -> bool {
    let [statement] = document.statements() else { return false };
    let all = |list: &ListElement| !list.negated && list.values.iter().any(|value| value == "*");
    let principal = statement.principal();
    statement.effect() == Effect::Allow
        && !principal.negated
        && principal.principals == Principals::Everyone
        && all(statement.action())
        && all(statement.resource())
        && statement.conditions().is_empty()
}

/// Whether a policy text may mention `aws:UserAgent` or `aws:Referer`. Escapes could hide a name, so they count.
fn speaks_of_headers(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    lower.contains("useragent") || lower.contains("referer") || lower.contains('\\')
}

/// Compiles an endpoint.
pub(crate) fn endpoint(source: &Arc<VpcEndpoint>) -> CompiledEndpoint {
    let policy = policy(source.policy_document.as_deref(), PolicyKind::Endpoint, Box::new);
    CompiledEndpoint { source: Arc::clone(source), policy }
}

/// Compiles a deployment. Its policy is only ever asked about anonymous invocations of this API here, because no method
/// authorizes by IAM yet.
pub(crate) fn deployment(source: &Arc<Deployment>, place: &Place) -> CompiledDeployment {
    let definition: &Definition = &source.definition;
    let mut compiler = Compiler::default();
    let with_methods = definition.resources.iter().filter(|resource| !resource.methods.is_empty());
    let resources: Vec<CompiledResource> = with_methods.map(|resource| compiler.resource(resource)).collect();
    let methods = compiler.methods;
    let verbs = resources.iter().map(|resource| {
        let own = methods.get(resource.methods.start as usize..resource.methods.end as usize);
        Verbs::new(resource.methods.start, own.unwrap_or_default())
    });
    let arn_prefix = place.method_arn_prefix(&source.rest_api_id);
    let narrow = |policy| NarrowedPolicy::new(&policy, INVOKE, &arn_prefix);
    let router = Router::new(resources.iter().zip(0..).map(|(resource, number)| (&*resource.path, number)));
    let head = &definition.rest_api;
    CompiledDeployment {
        endpoint_type: head.endpoint_type,
        default_endpoint_disabled: head.disable_execute_api_endpoint,
        policy: policy(head.policy.as_deref(), PolicyKind::Resource, narrow),
        verbs: verbs.collect(),
        methods: methods.into(),
        binary_media_types: head.binary_media_types.iter().map(|each| each.as_str().into()).collect(),
        router,
        resources: resources.into(),
        source: Arc::clone(source),
    }
}

/// The number that the next method gets; definitions are bounded by an import's size, far below 2³².
fn number_of(methods: &[(Verb, CompiledMethod)]) -> u32 {
    u32::try_from(methods.len()).unwrap_or(u32::MAX)
}

/// Keeps what equal documents compile to, and the methods.
#[derive(Debug, Default)]
struct Compiler<'d> {
    templates: HashMap<&'d str, TemplateSlot>,
    names: HashMap<&'d str, Arc<str>>,
    answers: Vec<Arc<StaticAnswer>>,
    /// Of all resources so far.
    methods: Vec<(Verb, CompiledMethod)>,
}

impl<'d> Compiler<'d> {
    fn resource(&mut self, resource: &'d Resource) -> CompiledResource {
        let named = parts(&resource.path).zip(0..).filter_map(|(part, segment)| match part {
            Part::Literal(_) => None,
            Part::Parameter(name) => Some(PathParameter { name: name.into(), segment, greedy: false }),
            Part::Greedy(name) => Some(PathParameter { name: name.into(), segment, greedy: true }),
        });
        let start = number_of(&self.methods);
        for (verb, method) in &resource.methods {
            if let Some(verb) = Verb::parse(verb) {
                let method = self.method(method);
                self.methods.push((verb, method));
            }
        }
        CompiledResource {
            id: resource.id.clone(),
            path: resource.path.as_str().into(),
            parameters: named.collect(),
            methods: start..number_of(&self.methods),
        }
    }

    fn method(&mut self, method: &'d MethodDefinition) -> CompiledMethod {
        let gate = match method.authorization_type.as_str() {
            "NONE" if method.api_key_required => Gate::ApiKey,
            "NONE" => Gate::Open,
            other => Gate::Closed(other.into()),
        };
        let integration = match &method.integration {
            None => CompiledIntegration::Absent,
            Some(integration) => self
                .integration(integration)
                .unwrap_or_else(|error| CompiledIntegration::Broken(error.into())),
        };
        let ready = match &integration {
            CompiledIntegration::Mock(mock) => mock.answer(&http::HeaderMap::new()),
            _ => None,
        };
        CompiledMethod { gate, ready, integration }
    }

    fn integration(&mut self, integration: &'d Integration) -> Result<CompiledIntegration, String> {
        let request = RequestTemplates {
            templates: self.templates(&integration.request_templates),
            passthrough: integration.passthrough_behavior,
            conversion: conversion(integration.content_handling.as_deref())?,
        };
        let responses = self.responses(&integration.responses)?;
        Ok(match integration.kind {
            IntegrationKind::Mock => CompiledIntegration::Mock(Box::new(self.mock(request, responses))),
            IntegrationKind::Http => {
                CompiledIntegration::Http(Box::new(http_backend(integration, request, responses)?))
            }
            IntegrationKind::HttpProxy => {
                let none = Responses { all: Box::default(), need_body: false };
                CompiledIntegration::Http(Box::new(http_backend(integration, request, none)?))
            }
        })
    }

    fn templates(&mut self, templates: &'d IndexMap<String, String>) -> Templates {
        let compiled = templates.iter().map(|(content_type, text)| {
            let slot = self.templates.entry(text).or_insert_with(|| compile_template(text));
            (media_type(content_type).to_ascii_lowercase().into(), slot.clone())
        });
        compiled.collect()
    }

    fn responses(
        &mut self,
        responses: &'d IndexMap<String, IntegrationResponse>,
    ) -> Result<Responses, String> {
        let all: Result<Box<[CompiledResponse]>, String> =
            responses.iter().map(|(status, response)| self.response(status, response)).collect();
        let all = all?;
        let need_body = all.iter().any(CompiledResponse::needs_body);
        Ok(Responses { all, need_body })
    }

    fn response(
        &mut self,
        status: &str,
        response: &'d IntegrationResponse,
    ) -> Result<CompiledResponse, String> {
        let status = status.parse().ok().and_then(final_status);
        let mappings: Result<Box<[_]>, String> = response
            .response_parameters
            .iter()
            .map(|(target, expression)| {
                let Target::Header(name, _) = Target::response(target).map_err(|error| error.to_string())?
                else {
                    return Err(format!("`{target}` is not a mapping target"));
                };
                let source = Source::response(expression).map_err(|error| error.to_string())?;
                let written = target.strip_prefix("method.response.header.").unwrap_or(target);
                Ok((self.response_target(name, written), source))
            })
            .collect();
        Ok(CompiledResponse {
            status: status.ok_or("an integration response has no status from 200 to 599")?,
            selector: Selector::compile(response.selection_pattern.as_deref())?,
            mappings: mappings?,
            templates: self.templates(&response.response_templates),
            conversion: conversion(response.content_handling.as_deref())?,
        })
    }

    fn response_target(&mut self, name: http::HeaderName, written: &'d str) -> ResponseTarget {
        if crate::headers::is_remapped_when_mapped(&name) {
            let (name, written) = crate::headers::remapped(written);
            return ResponseTarget { name: name.unwrap_or(http::header::SERVER), written };
        }
        let written = Arc::clone(self.names.entry(written).or_insert_with(|| written.into()));
        ResponseTarget { name, written }
    }

    fn mock(&mut self, request: RequestTemplates, responses: Responses) -> Mock {
        let answers = request.templates.iter().map(|(_, slot)| {
            let text = slot.as_ref().ok()?.constant()?;
            let answer = static_answer(responses.select(mock::status_of(text)?)?)?;
            if let Some(equal) = self.answers.iter().find(|each| ***each == answer) {
                return Some(Arc::clone(equal));
            }
            let answer = Arc::new(answer);
            self.answers.push(Arc::clone(&answer));
            Some(answer)
        });
        let answers = answers.collect();
        Mock { request, answers, responses }
    }
}

/// Statuses below 200 are no final answer in HTTP, so none can be made one.
fn final_status(status: u16) -> Option<StatusCode> {
    StatusCode::from_u16(status).ok().filter(|_| (200..600).contains(&status))
}

/// The media type without its parameters.
pub(crate) fn media_type(content_type: &str) -> &str {
    content_type.split(';').next().unwrap_or("").trim()
}

fn compile_template(text: &str) -> TemplateSlot {
    Template::compile(text).map(Arc::new).map_err(|error| error.to_string().into())
}

fn conversion(handling: Option<&str>) -> Result<Option<Conversion>, String> {
    match handling {
        None | Some("") => Ok(None),
        Some("CONVERT_TO_TEXT") => Ok(Some(Conversion::ToText)),
        Some("CONVERT_TO_BINARY") => Ok(Some(Conversion::ToBinary)),
        Some(other) => Err(format!("`{other}` is no content handling")),
    }
}

/// The answer of a MOCK's response, if it is the same for every request.
fn static_answer(response: &CompiledResponse) -> Option<StaticAnswer> {
    if response.conversion.is_some() || response.templates.len() > 1 {
        return None;
    }
    let body = match response.templates.first() {
        None => Bytes::new(),
        Some((_, slot)) => Bytes::copy_from_slice(slot.as_ref().ok()?.constant()?.as_bytes()),
    };
    let mut headers = Vec::with_capacity(response.mappings.len() + 1);
    for (target, source) in &response.mappings {
        let Source::Static(text) = source else { return None };
        headers.push(Header {
            name: target.name.clone(),
            spelling: match &*target.written {
                "Content-Type" => Spelling::Fixed("Content-Type"),
                _ => Spelling::Given(Arc::clone(&target.written)),
            },
            value: crate::headers::value(text)?,
        });
    }
    crate::headers::ensure_content_type(&mut headers);
    Some(StaticAnswer { status: response.status, headers: headers.into(), body })
}

fn http_backend(
    integration: &Integration,
    request: RequestTemplates,
    responses: Responses,
) -> Result<HttpBackend, String> {
    let proxy = integration.kind == IntegrationKind::HttpProxy;
    let method = match integration.http_method.as_deref() {
        None | Some("" | "ANY") => None,
        Some(verb) => {
            Some(Method::from_bytes(verb.as_bytes()).map_err(|_| format!("`{verb}` is no HTTP method"))?)
        }
    };
    let mappings: Result<Box<[_]>, crate::expression::MappingError> = integration
        .request_parameters
        .iter()
        .map(|(target, expression)| Ok((Target::request(target)?, Source::request(expression)?)))
        .collect();
    let mappings = mappings.map_err(|error| error.to_string())?;
    Ok(HttpBackend {
        proxy,
        method,
        uri: uri_parts(integration.uri.as_deref().unwrap_or("")),
        mappings_need_body: mappings.iter().any(|(_, source)| source.is_body()),
        mappings,
        request,
        timeout_millis: integration.timeout_in_millis,
        insecure_skip_verification: integration.insecure_skip_verification.unwrap_or(false),
        responses,
    })
}

/// Cuts a URI at `{name}` and `${stageVariables.name}`; braces that are neither stay text.
pub(crate) fn uri_parts(uri: &str) -> Box<[UriPart]> {
    let mut found = Vec::new();
    let mut text = String::new();
    let mut rest = uri;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, behind)) = after.split_once('}') else { break };
        let part = match before.strip_suffix('$') {
            Some(before) => {
                text.push_str(before);
                name.strip_prefix("stageVariables.").map(|name| UriPart::StageVariable(name.into()))
            }
            None => {
                text.push_str(before);
                Some(UriPart::Path(name.strip_suffix('+').unwrap_or(name).into()))
            }
        };
        match part {
            Some(part) => {
                if !text.is_empty() {
                    found.push(UriPart::Text(std::mem::take(&mut text).into()));
                }
                found.push(part);
            }
            None => {
                text.push_str("${");
                text.push_str(name);
                text.push('}');
            }
        }
        rest = behind;
    }
    text.push_str(rest);
    if !text.is_empty() {
        found.push(UriPart::Text(text.into()));
    }
    found.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(uri: &str, expected: &str) {
        let shown: Vec<String> = uri_parts(uri).iter().map(|part| format!("{part:?}")).collect();
        assert_eq!(shown.join(" ").replace('"', ""), expected);
    }

    #[test]
    fn uris_are_cut_at_their_variables() {
        check("http://a/b", "Text(http://a/b)");
        check("http://a/{id}/x", "Text(http://a/) Path(id) Text(/x)");
        check("http://a/{proxy+}", "Text(http://a/) Path(proxy)");
        check(
            "http://${stageVariables.host}/{id}{x}",
            "Text(http://) StageVariable(host) Text(/) Path(id) Path(x)",
        );
        check("http://a/${other}/{id", "Text(http://a/${other}/{id)");
        check("", "");
        check("}{", "Text(}{)");
    }
}
