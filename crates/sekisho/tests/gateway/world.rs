//! Worlds put together for the gateway's tests and its benchmark: one VPC, endpoints on loopback, APIs from routes.

use std::{net::Ipv4Addr, sync::Arc};

use indexmap::IndexMap;
use sekisho_core::{
    Change, Timestamp,
    account::{AccessKey, Settings},
    rest_api::{
        Definition, Deployment, EndpointType, Integration, IntegrationKind, IntegrationResponse, Method,
        PassthroughBehavior, Resource, RestApi, Stage,
    },
    vpc::{Lifecycle, NetworkInterface, VpcEndpoint},
};

pub(crate) const REGION: &str = "ap-northeast-1";
pub(crate) const ACCOUNT: &str = "123456789012";
pub(crate) const VPC: &str = "vpc-0a0a0a0a0a0a0a0a0";
pub(crate) const STAGE: &str = "prod";

/// The account and the region.
pub(crate) fn settings() -> Change {
    Settings {
        account_id: ACCOUNT.to_owned(),
        region: REGION.to_owned(),
        partition: "aws".to_owned(),
        dhcp_options_id: "dopt-1".into(),
        created: Timestamp(0),
    }
    .into()
}

/// A key that may sign.
pub(crate) fn access_key(id: &str, secret: &str) -> Change {
    AccessKey {
        id: id.into(),
        secret: secret.to_owned(),
        principal_arn: format!("arn:aws:iam::{ACCOUNT}:root"),
        user_id: ACCOUNT.to_owned(),
        created: Timestamp(0),
    }
    .into()
}

/// An endpoint with one interface.
pub(crate) fn endpoint(id: &str, address: Ipv4Addr, policy: Option<&str>) -> [Change; 2] {
    let interface = NetworkInterface {
        id: id.replace("vpce-", "eni-").into(),
        vpc_id: VPC.into(),
        subnet_id: "subnet-1".into(),
        availability_zone: format!("{REGION}a"),
        private_ip_address: address,
        mac_address: "0a:00:00:00:00:01".to_owned(),
        description: format!("VPC Endpoint Interface {id}"),
        groups: Vec::new(),
        vpc_endpoint_id: id.into(),
        attachment_id: "ela-attach-1".to_owned(),
        created: Timestamp(0),
        tags: IndexMap::new(),
    };
    let endpoint = VpcEndpoint {
        id: id.into(),
        vpc_id: VPC.into(),
        service_name: format!("com.amazonaws.{REGION}.execute-api"),
        name_suffix: "abcd1234".to_owned(),
        policy_document: policy.map(str::to_owned),
        subnet_ids: vec!["subnet-1".into()],
        group_ids: Vec::new(),
        network_interface_ids: vec![interface.id.clone()],
        private_dns_enabled: false,
        state: Lifecycle::Available,
        client_token: None,
        request_digest: None,
        created: Timestamp(0),
        tags: IndexMap::new(),
    };
    [interface.into(), endpoint.into()]
}

/// The reference path's resource policy: everything through one endpoint.
pub(crate) fn policy(api: &str, endpoint: &str) -> String {
    let arn = format!("arn:aws:execute-api:{REGION}:{ACCOUNT}:{api}/*/*/*");
    format!(
        r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"Deny","Principal":"*","Action":"execute-api:Invoke","Resource":"{arn}","Condition":{{"StringNotEquals":{{"aws:sourceVpce":"{endpoint}"}}}}}},{{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"{arn}"}}]}}"#
    )
}

/// An integration of any kind, without mappings.
pub(crate) fn integration(kind: IntegrationKind, uri: Option<&str>) -> Integration {
    Integration {
        kind,
        http_method: uri.map(|_| "ANY".to_owned()),
        uri: uri.map(str::to_owned),
        request_parameters: IndexMap::new(),
        request_templates: IndexMap::new(),
        passthrough_behavior: PassthroughBehavior::WhenNoMatch,
        content_handling: None,
        timeout_in_millis: 29_000,
        cache_namespace: String::new(),
        cache_key_parameters: Vec::new(),
        responses: IndexMap::new(),
        insecure_skip_verification: None,
    }
}

/// A MOCK that answers 200 with a fixed JSON body.
pub(crate) fn mock(body: &str) -> Integration {
    let answer = IntegrationResponse {
        response_templates: [("application/json".to_owned(), body.to_owned())].into(),
        ..IntegrationResponse::default()
    };
    Integration {
        request_templates: [("application/json".to_owned(), r#"{"statusCode": 200}"#.to_owned())].into(),
        responses: [("200".to_owned(), answer)].into(),
        ..integration(IntegrationKind::Mock, None)
    }
}

/// A proxy to an address.
pub(crate) fn http_proxy(uri: &str) -> Integration {
    integration(IntegrationKind::HttpProxy, Some(uri))
}

/// A mapped call with one answer, the default.
pub(crate) fn http(verb: &str, uri: &str) -> Integration {
    Integration {
        http_method: Some(verb.to_owned()),
        responses: [("200".to_owned(), IntegrationResponse::default())].into(),
        ..integration(IntegrationKind::Http, Some(uri))
    }
}

/// A route: path, verb, integration.
pub(crate) type Route = (String, &'static str, Integration);

/// An API, deployed to [`STAGE`]. A changed `deployment` makes it another one of the same API.
pub(crate) fn api(
    id: &str,
    endpoint_type: EndpointType,
    policy: Option<String>,
    routes: Vec<Route>,
    deployment: &str,
) -> [Change; 3] {
    let head = RestApi {
        id: id.into(),
        name: id.to_owned(),
        description: None,
        version: None,
        created: Timestamp(0),
        api_key_source: "HEADER".to_owned(),
        endpoint_type,
        ip_address_type: "dualstack".to_owned(),
        vpc_endpoint_ids: Vec::new(),
        policy,
        binary_media_types: Vec::new(),
        minimum_compression_size: None,
        disable_execute_api_endpoint: false,
        security_policy: "TLS_1_2".to_owned(),
        root_resource_id: "r0".into(),
        tags: IndexMap::new(),
    };
    let mut resources: Vec<Resource> = Vec::new();
    for (path, verb, integration) in routes {
        let method = Method {
            authorization_type: "NONE".to_owned(),
            integration: Some(integration),
            ..Method::default()
        };
        match resources.iter_mut().find(|resource| resource.path == path) {
            Some(resource) => drop(resource.methods.insert(verb.to_owned(), method)),
            None => resources.push(Resource {
                rest_api_id: id.into(),
                id: format!("r{}", resources.len()).into(),
                parent_id: None,
                path_part: None,
                path,
                methods: [(verb.to_owned(), method)].into(),
            }),
        }
    }
    let definition = Definition {
        rest_api: Arc::new(head.clone()),
        resources: resources.into_iter().map(Arc::new).collect(),
        models: Vec::new(),
    };
    let deployed = Deployment {
        rest_api_id: id.into(),
        id: deployment.into(),
        description: None,
        created: Timestamp(0),
        definition,
    };
    let stage = Stage {
        rest_api_id: id.into(),
        name: STAGE.into(),
        deployment_id: deployment.into(),
        description: None,
        variables: IndexMap::new(),
        created: Timestamp(0),
        last_updated: Timestamp(0),
        tags: IndexMap::new(),
    };
    [head.into(), deployed.into(), stage.into()]
}
