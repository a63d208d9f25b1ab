//! Deployments.

use std::sync::Arc;

use crate::support::{Account, POLICY, api, bad, call, child, deploy, deployable, method, mock, patch, said};
use sekisho_wire::apigateway::{CreateDeploymentInput, DeploymentCanarySettings, Request};

#[test]
fn what_cannot_be_deployed() {
    let mut account = Account::new();
    let (id, root) = api(&mut account, "PRIVATE");
    let try_deploy =
        |account: &mut Account| call!(account, CreateDeployment(CreateDeploymentInput { rest_api_id: &id }));
    assert_eq!(
        bad(try_deploy(&mut account)),
        "Private REST API doesn't have a resource policy attached to it"
    );
    call!(
        account,
        UpdateRestApi(UpdateRestApiInput {
            rest_api_id: &id,
            patch_operations: patch("replace", "/policy", POLICY),
        })
    )
    .unwrap();
    assert_eq!(bad(try_deploy(&mut account)), "The REST API doesn't contain any methods");
    method(&mut account, &id, &root, "GET");
    assert_eq!(bad(try_deploy(&mut account)), "No integration defined for method");
    mock(&mut account, &id, &root, "GET");
    let made = try_deploy(&mut account).unwrap();
    assert_eq!(made.id.as_ref().unwrap().len(), 6);
    assert_eq!((made.description, made.api_summary), (None, None));
}

#[test]
fn a_deployment_is_a_frozen_share_of_the_world() {
    let mut account = Account::new();
    let (id, root) = deployable(&mut account);
    let deployment = deploy(&mut account, &id);
    let key = (id.as_str().into(), deployment.as_str().into());
    let frozen = Arc::clone(&account.world.deployments[&key]);
    let resource = account.world.resources.values().next().unwrap();
    assert!(Arc::ptr_eq(&frozen.definition.resources[0], resource));
    assert!(Arc::ptr_eq(&frozen.definition.rest_api, account.world.rest_apis.values().next().unwrap()));
    assert_eq!(frozen.definition.models.len(), 2);
    call!(
        account,
        DeleteMethod(DeleteMethodInput { rest_api_id: &id, resource_id: &root, http_method: "GET" })
    )
    .unwrap();
    assert_eq!(account.world.deployments[&key], frozen);
    let shown = call!(
        account,
        GetDeployment(GetDeploymentInput {
            rest_api_id: &id,
            deployment_id: &deployment,
            embed: ["apisummary"],
        })
    );
    let summary = shown.unwrap().api_summary.unwrap();
    assert_eq!(summary["/"]["GET"].authorization_type.as_deref(), Some("NONE"));
    assert_eq!(summary["/"]["GET"].api_key_required, Some(false));
}

#[test]
fn a_stage_is_made_or_pointed_anew() {
    let mut account = Account::new();
    let (id, root) = deployable(&mut account);
    let first = call!(
        account,
        CreateDeployment(CreateDeploymentInput {
            rest_api_id: &id,
            stage_name: "test",
            stage_description: "for testing",
            variables: [("host", "a.example")],
        })
    )
    .unwrap();
    child(&mut account, &id, &root, "more");
    let second =
        call!(account, CreateDeployment(CreateDeploymentInput { rest_api_id: &id, stage_name: "test" }))
            .unwrap();
    let stage = call!(account, GetStage(GetStageInput { rest_api_id: &id, stage_name: "test" })).unwrap();
    assert_eq!(stage.deployment_id, second.id);
    assert_eq!(stage.description.as_deref(), Some("for testing"));
    assert_eq!(stage.variables.unwrap()["host"], "a.example");
    assert!(stage.last_updated_date > stage.created_date);
    let delete = |account: &mut Account, deployment: &Option<String>| {
        call!(
            account,
            DeleteDeployment(DeleteDeploymentInput { rest_api_id: &id, deployment_id: deployment.clone() })
        )
    };
    assert_eq!(
        bad(delete(&mut account, &second.id)),
        "Active stages pointing to this deployment must be moved or deleted"
    );
    delete(&mut account, &first.id).unwrap();
    assert_eq!(
        said(delete(&mut account, &first.id)),
        "NotFoundException 404 Invalid Deployment identifier specified"
    );
    let left = call!(account, GetDeployments(GetDeploymentsInput { rest_api_id: &id })).unwrap();
    assert_eq!(left.items.unwrap().len(), 1);
}

#[test]
fn canaries_caches_and_tracing_are_refused() {
    let mut account = Account::new();
    let (id, _) = deployable(&mut account);
    call!(account, CreateDeployment(CreateDeploymentInput { rest_api_id: &id, stage_name: "test" })).unwrap();
    let canary = |account: &mut Account, stage: Option<&str>| {
        account.run(Request::CreateDeployment(CreateDeploymentInput {
            rest_api_id: Some(id.clone()),
            stage_name: stage.map(str::to_owned),
            canary_settings: Some(DeploymentCanarySettings::default()),
            ..CreateDeploymentInput::default()
        }))
    };
    assert_eq!(
        bad(canary(&mut account, None)),
        "Invalid deployment content specified.Non null and non empty stageName must be provided for canary \
         deployment. Provided value is null"
    );
    assert_eq!(
        bad(canary(&mut account, Some("non-existing"))),
        "Invalid deployment content specified.Stage non-existing must already be created before making a canary \
         release deployment"
    );
    assert_eq!(bad(canary(&mut account, Some("test"))), "canarySettings is not supported by this gateway");
    macro_rules! refused {
        ($field:ident: $value:expr) => {
            bad(call!(
                account,
                CreateDeployment(CreateDeploymentInput {
                    rest_api_id: &id,
                    stage_name: "test",
                    $field: $value,
                })
            ))
        };
    }
    assert_eq!(refused!(cache_cluster_enabled: true), "cacheClusterEnabled is not supported by this gateway");
    assert_eq!(refused!(cache_cluster_size: "0.5"), "cacheClusterSize is not supported by this gateway");
    assert_eq!(refused!(tracing_enabled: true), "tracingEnabled is not supported by this gateway");
}

#[test]
fn only_the_description_changes() {
    let mut account = Account::new();
    let (id, _) = deployable(&mut account);
    let deployment = deploy(&mut account, &id);
    let update = |account: &mut Account, op: &str, path: &str| {
        call!(
            account,
            UpdateDeployment(UpdateDeploymentInput {
                rest_api_id: &id,
                deployment_id: &deployment,
                patch_operations: patch(op, path, "new"),
            })
        )
    };
    assert_eq!(update(&mut account, "replace", "/description").unwrap().description.unwrap(), "new");
    assert_eq!(
        bad(update(&mut account, "replace", "/id")),
        "Invalid patch path  '/id' specified for op 'replace'. Must be one of: [/description]"
    );
    assert_eq!(
        bad(update(&mut account, "add", "/description")),
        "Invalid patch path  '/description' specified for op 'add'. Please choose supported operations"
    );
}
