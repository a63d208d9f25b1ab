//! A small world to invoke, and one way to put a request as text and get the answer as text.

#![expect(clippy::unwrap_used, reason = "only tests are here, and a failed one should stop")]
#![allow(dead_code, reason = "each of those who include this uses a part, and which differs")]

use std::{fmt::Write as _, sync::Arc};

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Request, StatusCode};
use indexmap::IndexMap;
use sekisho_core::{
    Change, Timestamp, World,
    account::Settings,
    rest_api::{
        Definition, Deployment, EndpointType, Integration, IntegrationKind, IntegrationResponse as Answer,
        Method, PassthroughBehavior, Resource, RestApi, Stage,
    },
    vpc::{Lifecycle, VpcEndpoint},
};
use sekisho_execute::{
    Arrival, Authentication, Entry, IntegrationBody, IntegrationFailure, IntegrationRequest,
    IntegrationResponse, Invocation, MethodResponse, RequestBody, RequestHead, ResponseBody, Runtime, Stamp,
    Step,
};

pub(crate) const REGION: &str = "eu-west-1";
pub(crate) const ACCOUNT: &str = "123456789012";
pub(crate) const ENDPOINT: &str = "vpce-0123456789abcdef0";
pub(crate) const OTHER_ENDPOINT: &str = "vpce-0fedcba9876543210";
pub(crate) const API: &str = "petstore01";

pub(crate) fn map<V: Clone>(pairs: &[(&str, V)]) -> IndexMap<String, V> {
    pairs.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect()
}

pub(crate) fn texts(pairs: &[(&str, &str)]) -> IndexMap<String, String> {
    pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

/// A world with an account and nothing else.
pub(crate) fn founded() -> World {
    World::default().apply(&[Settings {
        account_id: ACCOUNT.to_owned(),
        region: REGION.to_owned(),
        partition: "aws".to_owned(),
        dhcp_options_id: "dopt-1".into(),
        created: Timestamp(0),
    }
    .into()])
}

pub(crate) fn endpoint(id: &str, policy: Option<&str>) -> Change {
    VpcEndpoint {
        id: id.into(),
        vpc_id: "vpc-0a".into(),
        service_name: format!("com.amazonaws.{REGION}.execute-api"),
        name_suffix: "abcd1234".to_owned(),
        policy_document: policy.map(str::to_owned),
        subnet_ids: Vec::new(),
        group_ids: Vec::new(),
        network_interface_ids: Vec::new(),
        private_dns_enabled: false,
        state: Lifecycle::Available,
        client_token: None,
        request_digest: None,
        created: Timestamp(0),
        tags: IndexMap::new(),
    }
    .into()
}

pub(crate) fn head(id: &str, endpoint_type: EndpointType, policy: Option<&str>) -> RestApi {
    RestApi {
        id: id.into(),
        name: "PetStore".to_owned(),
        description: None,
        version: None,
        created: Timestamp(0),
        api_key_source: "HEADER".to_owned(),
        endpoint_type,
        ip_address_type: "ipv4".to_owned(),
        vpc_endpoint_ids: Vec::new(),
        policy: policy.map(str::to_owned),
        binary_media_types: Vec::new(),
        minimum_compression_size: None,
        disable_execute_api_endpoint: false,
        security_policy: "TLS_1_2".to_owned(),
        root_resource_id: "root000000".into(),
        tags: IndexMap::new(),
    }
}

pub(crate) fn resource(api: &str, path: &str, methods: &[(&str, Method)]) -> Resource {
    Resource {
        rest_api_id: api.into(),
        id: format!("id{}", path.len()).into(),
        parent_id: None,
        path_part: path.rsplit('/').next().filter(|part| !part.is_empty()).map(str::to_owned),
        path: path.to_owned(),
        methods: map(methods),
    }
}

/// A deployed API with one stage, `prod`.
pub(crate) fn deployed(api: RestApi, resources: Vec<Resource>) -> Vec<Change> {
    let deployment = Deployment {
        rest_api_id: api.id.clone(),
        id: "dep001".into(),
        description: None,
        created: Timestamp(0),
        definition: Definition {
            rest_api: Arc::new(api.clone()),
            resources: resources.into_iter().map(Arc::new).collect(),
            models: Vec::new(),
        },
    };
    let stage = stage(api.id.as_str(), "prod", "dep001", &[]);
    vec![api.into(), deployment.into(), stage]
}

pub(crate) fn stage(api: &str, name: &str, deployment: &str, variables: &[(&str, &str)]) -> Change {
    Stage {
        rest_api_id: api.into(),
        name: name.into(),
        deployment_id: deployment.into(),
        description: None,
        variables: texts(variables),
        created: Timestamp(0),
        last_updated: Timestamp(0),
        tags: IndexMap::new(),
    }
    .into()
}

pub(crate) fn integration(kind: IntegrationKind) -> Integration {
    Integration {
        kind,
        http_method: None,
        uri: None,
        request_parameters: IndexMap::new(),
        request_templates: IndexMap::new(),
        passthrough_behavior: PassthroughBehavior::WhenNoMatch,
        content_handling: None,
        timeout_in_millis: 29_000,
        cache_namespace: String::new(),
        cache_key_parameters: Vec::new(),
        responses: map(&[("200", Answer::default())]),
        insecure_skip_verification: None,
    }
}

pub(crate) fn mock(template: &str) -> Integration {
    Integration {
        request_templates: texts(&[("application/json", template)]),
        ..integration(IntegrationKind::Mock)
    }
}

pub(crate) fn backend(kind: IntegrationKind, verb: &str, uri: &str) -> Integration {
    Integration { http_method: Some(verb.to_owned()), uri: Some(uri.to_owned()), ..integration(kind) }
}

pub(crate) fn method(integration: Integration) -> Method {
    Method { authorization_type: "NONE".to_owned(), integration: Some(integration), ..Method::default() }
}

/// The resource policy that lets one endpoint in.
pub(crate) fn only_through(endpoint: &str, api: &str) -> String {
    let resource = format!("arn:aws:execute-api:{REGION}:{ACCOUNT}:{api}/*/*/*");
    format!(
        r#"{{"Version":"2012-10-17","Statement":[
        {{"Effect":"Deny","Principal":"*","Action":"execute-api:Invoke","Resource":"{resource}","Condition":{{"StringNotEquals":{{"aws:sourceVpce":"{endpoint}"}}}}}},
        {{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"{resource}"}}]}}"#
    )
}

fn preflight(methods: &str) -> Method {
    let answer = Answer {
        response_parameters: texts(&[
            ("method.response.header.Access-Control-Allow-Methods", methods),
            (
                "method.response.header.Access-Control-Allow-Headers",
                "'Content-Type,X-Amz-Date,Authorization,X-Api-Key'",
            ),
            ("method.response.header.Access-Control-Allow-Origin", "'*'"),
        ]),
        ..Answer::default()
    };
    method(Integration { responses: map(&[("200", answer)]), ..mock(r#"{"statusCode": 200}"#) })
}

/// The console's Example API, as its facts are: a page, pets, one pet, two preflights.
pub(crate) fn pet_store(api: &str) -> Vec<Resource> {
    let pets = format!("http://petstore.execute-api.{REGION}.amazonaws.com/petstore/pets");
    let page = Answer {
        response_parameters: texts(&[("method.response.header.Content-Type", "'text/html'")]),
        response_templates: texts(&[(
            "text/html",
            "<html><body>Welcome to your Pet Store API <a href=\"/$context.stage/pets/\">pets</a></body></html>",
        )]),
        ..Answer::default()
    };
    let open = Answer {
        response_parameters: texts(&[("method.response.header.Access-Control-Allow-Origin", "'*'")]),
        ..Answer::default()
    };
    let root = method(Integration { responses: map(&[("200", page)]), ..mock(r#"{"statusCode": 200}"#) });
    let list = Integration {
        request_parameters: texts(&[
            ("integration.request.querystring.page", "method.request.querystring.page"),
            ("integration.request.querystring.type", "method.request.querystring.type"),
        ]),
        responses: map(&[("200", open.clone())]),
        ..backend(IntegrationKind::Http, "GET", &pets)
    };
    let create = Integration {
        responses: map(&[("200", open.clone())]),
        ..backend(IntegrationKind::Http, "POST", &pets)
    };
    let one = Integration {
        request_parameters: texts(&[("integration.request.path.petId", "method.request.path.petId")]),
        responses: map(&[("200", open)]),
        ..backend(IntegrationKind::Http, "GET", &format!("{pets}/{{petId}}"))
    };
    vec![
        resource(api, "/", &[("GET", root)]),
        resource(
            api,
            "/pets",
            &[("GET", method(list)), ("POST", method(create)), ("OPTIONS", preflight("'POST,GET,OPTIONS'"))],
        ),
        resource(api, "/pets/{petId}", &[("GET", method(one)), ("OPTIONS", preflight("'GET,OPTIONS'"))]),
    ]
}

/// The world of the reference path: two endpoints, the Example API private and open to the first.
pub(crate) fn reference() -> World {
    let policy = only_through(ENDPOINT, API);
    founded()
        .apply(&[endpoint(ENDPOINT, None), endpoint(OTHER_ENDPOINT, None)])
        .apply(&deployed(head(API, EndpointType::Private, Some(&policy)), pet_store(API)))
}

/// A world with one open private API of these resources.
pub(crate) fn world_of(resources: Vec<Resource>) -> World {
    let policy = only_through(ENDPOINT, API);
    founded()
        .apply(&[endpoint(ENDPOINT, None)])
        .apply(&deployed(head(API, EndpointType::Private, Some(&policy)), resources))
}

/// A world whose private API has one method, `POST /x`.
pub(crate) fn world_with(integration: Integration) -> World {
    world_of(vec![resource(API, "/x", &[("POST", method(integration))])])
}

/// What a backend answers: status, headers, body.
pub(crate) type Backend<'b> = Result<(u16, &'b [(&'b str, &'b str)], &'b str), IntegrationFailure>;

/// A request, one door, and what the backend answers.
pub(crate) struct Exchange<'e> {
    pub(crate) runtime: &'e Runtime,
    pub(crate) entry: Entry,
    pub(crate) authentication: Authentication,
    pub(crate) backend: Backend<'e>,
}

impl<'e> Exchange<'e> {
    pub(crate) fn new(runtime: &'e Runtime) -> Self {
        Self {
            runtime,
            entry: Entry::Endpoint(ENDPOINT.into()),
            authentication: Authentication::Anonymous,
            backend: Ok((200, &[], "")),
        }
    }

    /// Sends a request written as `GET /path`, header lines, a blank line, a body. The answer: what was sent to a
    /// backend, status, headers without the identifiers, body, reason.
    pub(crate) fn send(&self, request: &str) -> String {
        let mut out = String::new();
        let response = self.perform(request, &mut out);
        write!(out, "{}", show(&response)).unwrap();
        out
    }

    pub(crate) fn perform(&self, request: &str, out: &mut String) -> MethodResponse {
        let (lines, body) = request.split_once("\n\n").unwrap_or((request, ""));
        let mut lines = lines.trim().lines().map(str::trim);
        let (verb, target) = lines.next().unwrap().split_once(' ').unwrap();
        let mut built = Request::builder().method(verb).uri(target);
        for line in lines {
            let (name, value) = line.split_once(':').unwrap();
            built = built.header(name, value.trim());
        }
        if !body.is_empty() {
            built = built.header("content-length", body.len());
        }
        let parts = built.body(()).unwrap().into_parts().0;
        let arrival = arrival(self.entry.clone());
        let mut step =
            Invocation::begin(self.runtime, &arrival, RequestHead::of(&parts), &self.authentication, stamp());
        loop {
            step = match step {
                Step::Respond(response) => return response,
                Step::ReadBody(invocation) => invocation.handle_body(Bytes::copy_from_slice(body.as_bytes())),
                Step::CallHttp(invocation, sent) => {
                    out.push_str(&show_request(&sent));
                    return match &self.backend {
                        Err(failure) => invocation.handle_integration_failure(failure.clone()),
                        Ok((status, headers, body)) => {
                            invocation.handle_integration_response(IntegrationResponse {
                                status: StatusCode::from_u16(*status).unwrap(),
                                headers: header_map(headers),
                                body: match sent.response {
                                    sekisho_execute::ResponseMode::Stream => IntegrationBody::Streamed,
                                    sekisho_execute::ResponseMode::Buffer => {
                                        IntegrationBody::Bytes(Bytes::copy_from_slice(body.as_bytes()))
                                    }
                                },
                            })
                        }
                    };
                }
            };
        }
    }
}

pub(crate) fn header_map(headers: &[(&str, &str)]) -> HeaderMap {
    let mut map = HeaderMap::new();
    for (name, value) in headers {
        map.append(HeaderName::from_bytes(name.as_bytes()).unwrap(), HeaderValue::from_str(value).unwrap());
    }
    map
}

pub(crate) fn arrival(entry: Entry) -> Arrival {
    Arrival {
        entry,
        source_ip: "192.168.7.9".parse().unwrap(),
        server_name: None,
        tls_version: Some("TLSv1.3"),
        cipher_suite: Some("TLS_AES_128_GCM_SHA256"),
    }
}

pub(crate) fn stamp() -> Stamp {
    Stamp {
        now: Timestamp(1_700_000_000_123),
        request_id: HeaderValue::from_static("11111111-2222-4333-8444-555555555555"),
        extended_request_id: HeaderValue::from_static("OjvBvF2VZPgFQFw="),
        trace: [0xab; 12],
    }
}

fn show_request(sent: &IntegrationRequest) -> String {
    let mut out = format!("> {} {}\n", sent.method, sent.uri);
    let mut lines: Vec<String> = sent
        .headers
        .iter()
        .map(|(name, value)| format!("> {name}: {}\n", String::from_utf8_lossy(value.as_bytes())))
        .collect();
    lines.sort();
    out.push_str(&lines.concat());
    match &sent.body {
        RequestBody::Passthrough => out.push_str("> (client's body)\n"),
        RequestBody::Bytes(body) => writeln!(out, "> {}", String::from_utf8_lossy(body)).unwrap(),
    }
    out
}

pub(crate) fn show(response: &MethodResponse) -> String {
    let mut out = format!("{}\n", response.status.as_u16());
    for header in &response.headers {
        if !matches!(header.written(), "x-amzn-RequestId" | "x-amz-apigw-id") {
            let value = String::from_utf8_lossy(header.value.as_bytes());
            writeln!(out, "{}: {value}", header.written()).unwrap();
        }
    }
    match &response.body {
        ResponseBody::Bytes(body) => writeln!(out, "{}", String::from_utf8_lossy(body)).unwrap(),
        ResponseBody::Stream => out.push_str("(backend's body)\n"),
    }
    if response.reason != sekisho_execute::Reason::Served {
        writeln!(out, "# {}", response.reason.explain()).unwrap();
    }
    out
}

/// Compares texts after trimming each line.
#[track_caller]
pub(crate) fn same(found: &str, expected: &str) {
    let tidy =
        |text: &str| text.trim().lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>().join("\n");
    let (found, expected) = (tidy(found), tidy(expected));
    assert!(found == expected, "found:\n{found}\n\nexpected:\n{expected}\n");
}
