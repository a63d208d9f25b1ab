//! The calls Terraform makes for an API with a body: create, overwrite, patch, read back, list in pages.

use crate::support::{Account, POLICY, call, endpoint, patch};
use sekisho_control::apigateway::example_api;

#[test]
fn an_api_with_a_body() {
    let mut account = Account::new();
    let made = call!(
        account,
        CreateRestApi(CreateRestApiInput {
            name: "PetStore",
            endpoint_configuration: endpoint("PRIVATE"),
            tags: [("team", "pets")],
        })
    )
    .unwrap();
    let id = made.id.unwrap();
    assert_eq!(made.tags.unwrap()["team"], "pets");
    let put = |account: &mut Account| {
        call!(
            account,
            PutRestApi(PutRestApiInput {
                rest_api_id: &id,
                mode: "overwrite",
                fail_on_warnings: true,
                body: example_api::document("eu-west-1").into_bytes(),
            })
        )
    };
    let answer = put(&mut account).unwrap();
    assert_eq!(answer.name.as_deref(), Some("PetStore"));
    assert_eq!(answer.endpoint_configuration.unwrap().types.unwrap(), ["PRIVATE"]);
    assert_eq!(answer.root_resource_id, made.root_resource_id);
    assert_eq!(answer.tags.unwrap()["team"], "pets");
    let mut operations = patch("replace", "/description", "ours");
    operations.extend(patch("replace", "/policy", POLICY));
    operations.extend(patch("replace", "/minimumCompressionSize", ""));
    operations.extend(patch("add", "/endpointConfiguration/vpcEndpointIds", "vpce-0123456789abcdef0"));
    call!(account, UpdateRestApi(UpdateRestApiInput { rest_api_id: &id, patch_operations: operations }))
        .unwrap();
    let read = call!(account, GetRestApi(GetRestApiInput { rest_api_id: &id })).unwrap();
    assert_eq!(read.description.as_deref(), Some("ours"));
    assert_eq!(read.endpoint_configuration.unwrap().vpc_endpoint_ids.unwrap(), ["vpce-0123456789abcdef0"]);
    let policy: String = serde_json::from_str(&format!("\"{}\"", read.policy.unwrap())).unwrap();
    let policy: serde_json::Value = serde_json::from_str(&policy).unwrap();
    assert_eq!(policy["Statement"][0]["Effect"], "Deny");

    // The root is looked for through all pages.
    let (mut position, mut paths) = (None, Vec::new());
    loop {
        let page = call!(
            account,
            GetResources(GetResourcesInput { rest_api_id: &id, limit: 1, position: position })
        )
        .unwrap();
        paths.extend(page.items.unwrap().into_iter().map(|resource| resource.path.unwrap()));
        position = page.position;
        if position.is_none() {
            break;
        }
    }
    paths.sort();
    assert_eq!(paths, ["/", "/pets", "/pets/{petId}"]);

    let deployed =
        call!(account, CreateDeployment(CreateDeploymentInput { rest_api_id: &id, description: "by hash" }))
            .unwrap();
    let stage = call!(
        account,
        CreateStage(CreateStageInput {
            rest_api_id: &id,
            stage_name: "test",
            deployment_id: deployed.id.clone(),
            tracing_enabled: false,
        })
    );
    assert_eq!(stage.unwrap().deployment_id, deployed.id);

    // The same body again keeps every id.
    let ids = |account: &Account| account.world.resources.keys().cloned().collect::<Vec<_>>();
    let before = ids(&account);
    put(&mut account).unwrap();
    assert_eq!(ids(&account), before);
}
