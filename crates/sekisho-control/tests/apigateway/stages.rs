//! Stages.

use crate::support::{Account, bad, call, deploy, deployable, patch, said};
use sekisho_wire::apigateway::{PatchOperation, Stage};

fn bench() -> (Account, String, String) {
    let mut account = Account::new();
    let (id, _) = deployable(&mut account);
    let deployment = deploy(&mut account, &id);
    (account, id, deployment)
}

#[test]
fn a_fresh_stage_answers_exactly_this() {
    let (mut account, id, deployment) = bench();
    let made = call!(
        account,
        CreateStage(CreateStageInput { rest_api_id: &id, stage_name: "test", deployment_id: &deployment })
    )
    .unwrap();
    let now = made.created_date;
    assert_eq!(
        made,
        Stage {
            deployment_id: Some(deployment),
            stage_name: Some("test".to_owned()),
            cache_cluster_enabled: Some(false),
            cache_cluster_status: Some("NOT_AVAILABLE".to_owned()),
            method_settings: Some(indexmap::IndexMap::new()),
            tracing_enabled: Some(false),
            created_date: now,
            last_updated_date: now,
            ..Stage::default()
        }
    );
}

#[test]
fn refusals_of_a_create() {
    let (mut account, id, deployment) = bench();
    macro_rules! create {
        ($name:expr, $deployment:expr $(, $field:ident: $value:expr)*) => {
            call!(account, CreateStage(CreateStageInput {
                rest_api_id: &id,
                stage_name: $name,
                deployment_id: $deployment,
                $($field: $value,)*
            }))
        };
    }
    for name in ["", "a/b", "a b", "é", &"x".repeat(129)] {
        assert_eq!(bad(create!(name, &deployment)), "Stage name only allows a-zA-Z0-9_-");
    }
    assert_eq!(bad(create!("a", "nope")), "Deployment id does not exist");
    assert!(
        bad(create!("a", &deployment, variables: [("a-b", "1")]))
            .starts_with("Invalid stage variable name: a-b")
    );
    for value in ["a b", "", "{x}", &"x".repeat(513)] {
        assert!(
            bad(create!("a", &deployment, variables: [("a", value)]))
                .starts_with("Invalid stage variable value: ")
        );
    }
    assert_eq!(
        bad(create!("a", &deployment, tracing_enabled: true)),
        "tracingEnabled is not supported by this gateway"
    );
    assert_eq!(
        bad(create!("a", &deployment, documentation_version: "1")),
        "documentationVersion is not supported by this gateway"
    );
    assert!(bad(create!("a", &deployment, tags: [("aws:x", "1")])).contains("aws:"));
    for number in 0..10 {
        create!(&format!("s{number}"), &deployment, cache_cluster_enabled: false, tracing_enabled: false)
            .unwrap();
    }
    assert_eq!(said(create!("s0", &deployment)), "ConflictException 409 Stage already exists");
    assert!(said(create!("s10", &deployment)).starts_with("LimitExceededException 429"));
    let deployed =
        call!(account, CreateDeployment(CreateDeploymentInput { rest_api_id: &id, stage_name: "s11" }));
    assert!(said(deployed).starts_with("LimitExceededException 429"));
    assert_eq!(account.world.deployments.len(), 1, "a refused deployment leaves nothing");
    assert_eq!(
        said(call!(account, GetStage(GetStageInput { rest_api_id: &id, stage_name: "nope" }))),
        "NotFoundException 404 Invalid stage identifier specified"
    );
}

#[test]
fn a_stage_is_patched() {
    let (mut account, id, deployment) = bench();
    let other = deploy(&mut account, &id);
    call!(
        account,
        CreateStage(CreateStageInput { rest_api_id: &id, stage_name: "t", deployment_id: &deployment })
    )
    .unwrap();
    let apply = |account: &mut Account, operations: Vec<PatchOperation>| {
        call!(
            account,
            UpdateStage(UpdateStageInput { rest_api_id: &id, stage_name: "t", patch_operations: operations })
        )
    };
    let update =
        |account: &mut Account, op: &str, path: &str, value: &str| apply(account, patch(op, path, value));
    let moved = update(&mut account, "replace", "/deploymentId", &other).unwrap();
    assert_eq!(moved.deployment_id.as_deref(), Some(&*other));
    assert!(moved.last_updated_date > moved.created_date);
    assert_eq!(bad(update(&mut account, "replace", "/deploymentId", "nope")), "Deployment id does not exist");
    let with = update(&mut account, "replace", "/variables/host", "a.example:80").unwrap();
    assert_eq!(with.variables.unwrap()["host"], "a.example:80");
    assert!(
        bad(update(&mut account, "replace", "/variables/host", "a b"))
            .starts_with("Invalid stage variable value")
    );
    assert_eq!(update(&mut account, "remove", "/variables/host", "").unwrap().variables, None);
    let long = bad(update(&mut account, "replace", "/x", "y"));
    assert!(
        long.starts_with(
            "Invalid method setting path: /x. Must be one of: [/deploymentId, /description, /cacheClusterEnabled, \
             /cacheClusterSize, /clientCertificateId, /accessLogSettings, "
        ) && long.ends_with(", /variables/{variable_name}, /tracingEnabled]"),
        "{long}"
    );
    assert_eq!(
        bad(update(&mut account, "remove", "/*/*", "")),
        "Cannot remove method setting */* because there is no method setting for this method "
    );
    for (path, value, message) in [
        ("/*/*/logging/loglevel", "INFO", "Method setting logging/loglevel is not supported by this gateway"),
        (
            "/~1pets/GET/throttling/rateLimit",
            "5",
            "Method setting throttling/rateLimit is not supported by this gateway",
        ),
        ("/cacheClusterEnabled", "true", "cacheClusterEnabled is not supported by this gateway"),
        ("/tracingEnabled", "true", "tracingEnabled is not supported by this gateway"),
        ("/clientCertificateId", "abc", "clientCertificateId is not supported by this gateway"),
        ("/accessLogSettings/format", "$x", "accessLogSettings is not supported by this gateway"),
        ("/canarySettings/percentTraffic", "5", "canarySettings is not supported by this gateway"),
        ("/documentationVersion", "1", "documentationVersion is not supported by this gateway"),
    ] {
        assert_eq!(bad(update(&mut account, "replace", path, value)), message, "{path}");
    }
    update(&mut account, "replace", "/tracingEnabled", "false").unwrap();
    update(&mut account, "remove", "/accessLogSettings", "").unwrap();
    let copy = |account: &mut Account, path: &str, from: &str| {
        let operation = PatchOperation {
            op: Some("copy".to_owned()),
            path: Some(path.to_owned()),
            from: Some(from.to_owned()),
            value: None,
        };
        apply(account, vec![operation])
    };
    assert_eq!(
        bad(copy(&mut account, "/deploymentId", "/canarySettings/deploymentId")),
        "Promotion not available. Canary does not exist."
    );
    assert_eq!(
        bad(copy(&mut account, "/deploymentId", "/variables")),
        "Invalid copy operation with path: /deploymentId and from /variables. Valid copy:path are [/deploymentId, \
         /variables] and valid copy:from are [/canarySettings/deploymentId, /canarySettings/stageVariableOverrides]"
    );
}

#[test]
fn stages_are_listed_whole_or_by_deployment() {
    let (mut account, id, deployment) = bench();
    let other = deploy(&mut account, &id);
    for (name, deployment) in [("a", &deployment), ("b", &other)] {
        call!(
            account,
            CreateStage(CreateStageInput { rest_api_id: &id, stage_name: name, deployment_id: deployment })
        )
        .unwrap();
    }
    let all = call!(account, GetStages(GetStagesInput { rest_api_id: &id })).unwrap().item.unwrap();
    assert_eq!(all.len(), 2);
    let one = call!(account, GetStages(GetStagesInput { rest_api_id: &id, deployment_id: &other })).unwrap();
    assert_eq!(one.item.unwrap()[0].stage_name.as_deref(), Some("b"));
    call!(account, DeleteStage(DeleteStageInput { rest_api_id: &id, stage_name: "a" })).unwrap();
    assert_eq!(
        said(call!(account, DeleteStage(DeleteStageInput { rest_api_id: &id, stage_name: "a" }))),
        "NotFoundException 404 Invalid stage identifier specified"
    );
}
