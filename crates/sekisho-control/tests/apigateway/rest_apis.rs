//! The heads of REST APIs.

use crate::support::{Account, POLICY, REGION, api, bad, call, endpoint, patch, said};
use sekisho_wire::apigateway::{EndpointConfiguration, RestApi};

fn create(
    account: &mut Account,
    configuration: EndpointConfiguration,
) -> Result<RestApi, sekisho_wire::AwsError> {
    call!(account, CreateRestApi(CreateRestApiInput { name: "a", endpoint_configuration: configuration }))
}

#[test]
fn refusals_of_a_create_in_their_order() {
    let mut account = Account::new();
    assert_eq!(
        said(call!(account, CreateRestApi(CreateRestApiInput {}))),
        "ValidationException 400 1 validation error detected: Value null at 'createRestApiInput.name' failed to \
         satisfy constraint: Member must not be null"
    );
    // The description is looked at before the address type.
    assert_eq!(
        bad(call!(
            account,
            CreateRestApi(CreateRestApiInput {
                name: "a",
                description: "",
                endpoint_configuration: EndpointConfiguration {
                    ip_address_type: Some("ipv9".to_owned()),
                    ..endpoint("PRIVATE")
                },
            })
        )),
        "Description cannot be an empty string"
    );
    for size in [-1, 10_485_761] {
        assert_eq!(
            bad(call!(
                account,
                CreateRestApi(CreateRestApiInput { name: "a", minimum_compression_size: size })
            )),
            "Invalid minimum compression size, must be between 0 and 10485760"
        );
    }
    assert_eq!(
        bad(call!(account, CreateRestApi(CreateRestApiInput { name: "a", minimum_compression_size: 0 }))),
        "minimumCompressionSize is not supported by this gateway"
    );
    let with_ip = |kind: &str, ip: &str| EndpointConfiguration {
        ip_address_type: Some(ip.to_owned()),
        ..endpoint(kind)
    };
    let of = |types: &[&str]| EndpointConfiguration {
        types: Some(types.iter().map(|word| (*word).to_owned()).collect()),
        ..EndpointConfiguration::default()
    };
    for (configuration, message) in [
        (with_ip("PRIVATE", "ipv4"), "Only dualstack ipAddressType is supported for Private APIs."),
        (with_ip("REGIONAL", "ipv9"), "ipAddressType must be either ipv4 or dualstack."),
        (endpoint("LOCAL"), "Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE"),
        (of(&["REGIONAL", "EDGE"]), "Cannot create an api with multiple Endpoint Types."),
        (of(&[]), "REGIONAL Configuration and EDGE Configuration cannot be both DISABLED."),
        (
            EndpointConfiguration {
                vpc_endpoint_ids: Some(vec!["vpce-0123456789abcdef0".to_owned()]),
                ..endpoint("REGIONAL")
            },
            "VPCEndpoints can only be specified with PRIVATE apis.",
        ),
        (
            EndpointConfiguration { vpc_endpoint_ids: Some(vec!["eni-1".to_owned()]), ..endpoint("PRIVATE") },
            "Invalid VPC endpoint id specified: eni-1",
        ),
    ] {
        assert_eq!(bad(create(&mut account, configuration)), message);
    }
    assert_eq!(account.world.rest_apis.len(), 0, "a refused create leaves nothing");
}

#[test]
fn what_is_not_served_is_named() {
    let mut account = Account::new();
    assert_eq!(
        bad(call!(account, CreateRestApi(CreateRestApiInput { name: "a", endpoint_access_mode: "STRICT" }))),
        "endpointAccessMode STRICT is not supported by this gateway"
    );
    assert_eq!(
        bad(call!(
            account,
            CreateRestApi(CreateRestApiInput {
                name: "a",
                security_policy: "SecurityPolicy_TLS13_1_3_2025_09",
            })
        )),
        "securityPolicy SecurityPolicy_TLS13_1_3_2025_09 is not supported by this gateway"
    );
    assert_eq!(
        said(call!(account, CreateRestApi(CreateRestApiInput { name: "a", api_key_source: "COOKIE" }))),
        "ValidationException 400 1 validation error detected: Value 'COOKIE' at 'createRestApiInput.apiKeySource' \
         failed to satisfy constraint: Member must satisfy enum value set: [HEADER, AUTHORIZER]"
    );
}

#[test]
fn a_private_create_answers_exactly_this() {
    let mut account = Account::new();
    let made = create(&mut account, endpoint("PRIVATE")).unwrap();
    let expected = RestApi {
        id: made.id.clone(),
        name: Some("a".to_owned()),
        created_date: Some(sekisho_wire::Timestamp(1000)),
        api_key_source: Some("HEADER".to_owned()),
        disable_execute_api_endpoint: Some(false),
        endpoint_configuration: Some(EndpointConfiguration {
            types: Some(vec!["PRIVATE".to_owned()]),
            ip_address_type: Some("dualstack".to_owned()),
            vpc_endpoint_ids: None,
        }),
        root_resource_id: made.root_resource_id.clone(),
        ..RestApi::default()
    };
    assert_eq!(made, expected);
    assert_eq!((made.id.as_ref().unwrap().len(), made.root_resource_id.as_ref().unwrap().len()), (10, 10));
    let read = call!(account, GetRestApi(GetRestApiInput { rest_api_id: made.id })).unwrap();
    assert_eq!(read, RestApi { tags: Some(indexmap::IndexMap::new()), ..expected });
}

#[test]
fn an_api_is_edge_unless_told() {
    let mut account = Account::new();
    let made = call!(account, CreateRestApi(CreateRestApiInput { name: "a" })).unwrap();
    let configuration = made.endpoint_configuration.unwrap();
    assert_eq!(configuration.types.unwrap(), ["EDGE"]);
    assert_eq!(configuration.ip_address_type.unwrap(), "ipv4");
}

#[test]
fn ids_are_exact() {
    let mut account = Account::new();
    let (api, _) = api(&mut account, "REGIONAL");
    let upper = api.to_uppercase();
    assert_eq!(
        said(call!(account, GetRestApi(GetRestApiInput { rest_api_id: &upper }))),
        format!("NotFoundException 404 Invalid API identifier specified 123456789012:{upper}")
    );
    assert_eq!(
        said(call!(account, DeleteRestApi(DeleteRestApiInput { rest_api_id: "nope" }))),
        "NotFoundException 404 Invalid API identifier specified 123456789012:nope"
    );
}

#[test]
fn a_policy_is_expanded_on_save_and_escaped_on_the_way_out() {
    let mut account = Account::new();
    let made = call!(
        account,
        CreateRestApi(CreateRestApiInput {
            name: "a",
            policy: POLICY,
            endpoint_configuration: endpoint("PRIVATE"),
        })
    )
    .unwrap();
    let id = made.id.unwrap();
    let shown = call!(account, GetRestApi(GetRestApiInput { rest_api_id: &id })).unwrap().policy.unwrap();
    assert!(shown.starts_with(r#"{\"Version\":\"2012-10-17\","#), "{shown}");
    let policy: String = serde_json::from_str(&format!("\"{shown}\"")).unwrap();
    let policy: serde_json::Value = serde_json::from_str(&policy).unwrap();
    assert_eq!(
        policy["Statement"][1]["Resource"],
        format!("arn:aws:execute-api:{REGION}:123456789012:{id}/*/*/*")
    );
    for broken in [
        "{",
        "[]",
        r#"{"Statement":[{"Effect":"Maybe"}]}"#,
        &POLICY.replace("\"*\"", "{\"AWS\":\"arn:aws:iam::1*:root\"}"),
    ] {
        assert_eq!(
            bad(call!(
                account,
                UpdateRestApi(UpdateRestApiInput {
                    rest_api_id: &id,
                    patch_operations: patch("replace", "/policy", broken),
                })
            )),
            "Invalid policy document. Please check the policy syntax and ensure that Principals are valid."
        );
    }
    let cleared = call!(
        account,
        UpdateRestApi(UpdateRestApiInput {
            rest_api_id: &id,
            patch_operations: patch("replace", "/policy", ""),
        })
    );
    assert_eq!(cleared.unwrap().policy, None);
}

#[test]
fn lists_come_in_pages_of_twenty_five() {
    let mut account = Account::new();
    for _ in 0..30 {
        api(&mut account, "REGIONAL");
    }
    let first = call!(account, GetRestApis(GetRestApisInput {})).unwrap();
    assert_eq!(first.items.as_ref().unwrap().len(), 25);
    let second = call!(account, GetRestApis(GetRestApisInput { position: first.position })).unwrap();
    assert_eq!((second.items.unwrap().len(), second.position), (5, None));
    let all = call!(account, GetRestApis(GetRestApisInput { limit: 9999 })).unwrap();
    assert_eq!((all.items.unwrap().len(), all.position), (30, None));
    assert!(bad(call!(account, GetRestApis(GetRestApisInput { limit: 0 }))).starts_with("Invalid limit 0"));
}

#[test]
fn endpoint_types_change_as_they_may() {
    let mut account = Account::new();
    let (id, _) = api(&mut account, "EDGE");
    let change = |account: &mut Account, from: &str, to: &str| {
        call!(
            account,
            UpdateRestApi(UpdateRestApiInput {
                rest_api_id: &id,
                patch_operations: patch("replace", &format!("/endpointConfiguration/types/{from}"), to),
            })
        )
    };
    assert_eq!(
        bad(change(&mut account, "EDGE", "LOCAL")),
        "Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE"
    );
    assert!(bad(change(&mut account, "REGIONAL", "PRIVATE")).contains("the endpoint type is EDGE"));
    let private = change(&mut account, "EDGE", "PRIVATE").unwrap().endpoint_configuration.unwrap();
    assert_eq!(private.ip_address_type.unwrap(), "dualstack");
    assert!(bad(change(&mut account, "PRIVATE", "EDGE")).contains("can only be changed to REGIONAL"));
    let associate = |account: &mut Account, op: &str, value: &str| {
        call!(
            account,
            UpdateRestApi(UpdateRestApiInput {
                rest_api_id: &id,
                patch_operations: patch(op, "/endpointConfiguration/vpcEndpointIds", value),
            })
        )
    };
    let associated = associate(&mut account, "add", "vpce-0123456789abcdef0").unwrap();
    let ids = associated.endpoint_configuration.unwrap().vpc_endpoint_ids.unwrap();
    assert_eq!(ids, ["vpce-0123456789abcdef0"]);
    assert_eq!(
        bad(change(&mut account, "PRIVATE", "REGIONAL")),
        "VPCEndpoints can only be specified with PRIVATE apis."
    );
    associate(&mut account, "remove", "vpce-0123456789abcdef0").unwrap();
    assert!(bad(associate(&mut account, "remove", "vpce-0123456789abcdef0")).contains("is not associated"));
    // Terraform names the type by its place in the list.
    change(&mut account, "0", "REGIONAL").unwrap();
    assert_eq!(
        bad(associate(&mut account, "add", "vpce-0123456789abcdef0")),
        "VPCEndpoints can only be specified with PRIVATE apis."
    );
    assert_eq!(
        bad(call!(
            account,
            UpdateRestApi(UpdateRestApiInput {
                rest_api_id: &id,
                patch_operations: patch("replace", "/endpointConfiguration/ipAddressType", "ipv5"),
            })
        )),
        "ipAddressType must be either ipv4 or dualstack."
    );
}

#[test]
fn patch_refusals_have_their_own_words() {
    let mut account = Account::new();
    let (id, _) = api(&mut account, "PRIVATE");
    for (op, path, value, message) in [
        ("add", "/name", "x", "Invalid patch operation specified. Must be one of: [replace]"),
        ("copy", "/description", "x", "Invalid patch operation specified. Must be 'add'|'remove'|'replace'"),
        ("add", "/binaryMediaTypes", "image/png", "Invalid patch path /binaryMediaTypes"),
        (
            "replace",
            "/minimumCompressionSize",
            "-1",
            "Invalid minimum compression size, must be between 0 and 10485760",
        ),
        (
            "replace",
            "/minimumCompressionSize",
            "many",
            "Invalid minimum compression size, must be between 0 and 10485760",
        ),
        (
            "replace",
            "/minimumCompressionSize",
            "7",
            "minimumCompressionSize is not supported by this gateway",
        ),
        ("remove", "/binaryMediaTypes/image~1png", "", "Invalid patch path /binaryMediaTypes/image~1png"),
        ("replace", "/name", "", "API name must be non-empty"),
        (
            "replace",
            "/endpointConfiguration/ipAddressType",
            "ipv4",
            "Only dualstack ipAddressType is supported for Private APIs.",
        ),
    ] {
        let result = call!(
            account,
            UpdateRestApi(UpdateRestApiInput { rest_api_id: &id, patch_operations: patch(op, path, value) })
        );
        assert_eq!(bad(result), message, "{op} {path}");
    }
    assert!(
        bad(call!(
            account,
            UpdateRestApi(UpdateRestApiInput {
                rest_api_id: &id,
                patch_operations: patch("replace", "/x", "y"),
            })
        ))
        .starts_with("Invalid patch path  '/x' specified for op 'replace'. Must be one of: [/apiKeySource, ")
    );
}

#[test]
fn one_bad_operation_refuses_all() {
    let mut account = Account::new();
    let (id, _) = api(&mut account, "REGIONAL");
    let before = account.world.clone();
    let mut operations = patch("replace", "/name", "other");
    operations.extend(patch("replace", "/nowhere", "x"));
    bad(call!(account, UpdateRestApi(UpdateRestApiInput { rest_api_id: &id, patch_operations: operations })));
    assert_eq!(account.world, before);
}

#[test]
fn a_clone_is_the_same_api_under_its_own_id() {
    let mut account = Account::new();
    let (source, root) = crate::support::deployable(&mut account);
    let reference = format!("https://apigateway.amazonaws.com/restapis/{source}/models/Error");
    call!(
        account,
        CreateModel(CreateModelInput {
            rest_api_id: &source,
            name: "Pet",
            content_type: "application/json",
            schema: format!("{{\"$ref\":\"{reference}\"}}"),
        })
    )
    .unwrap();
    let made = call!(account, CreateRestApi(CreateRestApiInput { name: "b", clone_from: &source })).unwrap();
    let id = made.id.unwrap();
    let pet = call!(account, GetModel(GetModelInput { rest_api_id: &id, model_name: "Pet" })).unwrap();
    assert_eq!(pet.schema.unwrap(), format!("{{\"$ref\":\"{}\"}}", reference.replace(&source, &id)));
    let method = call!(
        account,
        GetMethod(GetMethodInput {
            rest_api_id: &id,
            resource_id: made.root_resource_id.clone(),
            http_method: "GET",
        })
    );
    assert_eq!(method.unwrap().method_integration.unwrap().type_.unwrap(), "MOCK");
    assert_eq!(made.root_resource_id.unwrap(), root);
    assert!(
        said(call!(account, CreateRestApi(CreateRestApiInput { name: "c", clone_from: "nope" })))
            .starts_with("NotFoundException")
    );
}

#[test]
fn deleting_an_api_leaves_nothing_of_it() {
    let mut account = Account::new();
    let empty = account.world.clone();
    let (id, _) = crate::support::deployable(&mut account);
    call!(account, CreateDeployment(CreateDeploymentInput { rest_api_id: &id, stage_name: "test" })).unwrap();
    call!(account, DeleteRestApi(DeleteRestApiInput { rest_api_id: &id })).unwrap();
    assert_eq!(account.world.diff(&empty), []);
}
