//! Which paths take which operations, resource by resource, as the API reference's table has it.

use crate::support::{Account, call, child, deploy, deployable, method, mock};
use sekisho_wire::{AwsError, apigateway::PatchOperation};

const OPS: [&str; 6] = ["add", "remove", "replace", "move", "copy", "test"];

/// Path, the operations it takes, and a value that fits.
type Row = (&'static str, &'static str, &'static str);

const REST_API: &[Row] = &[
    ("/apiKeySource", "replace", "HEADER"),
    ("/binaryMediaTypes/image~1png", "add replace remove", "image/gif"),
    ("/description", "add remove replace", "x"),
    ("/disableExecuteApiEndpoint", "replace", "true"),
    ("/endpointConfiguration/types/REGIONAL", "replace", "REGIONAL"),
    ("/endpointConfiguration/ipAddressType", "replace", "ipv4"),
    ("/endpointConfiguration/vpcEndpointIds", "add remove", "vpce-0123456789abcdef0"),
    ("/minimumCompressionSize", "replace", ""),
    ("/name", "replace", "x"),
    ("/policy", "replace", ""),
    ("/securityPolicy", "replace", "TLS_1_2"),
    ("/id", "", "x"),
    ("/version", "", "x"),
];
const RESOURCE: &[Row] = &[("/pathPart", "replace", "p"), ("/parentId", "replace", ""), ("/path", "", "/x")];
const METHOD: &[Row] = &[
    ("/apiKeyRequired", "replace", "true"),
    ("/authorizationType", "replace", "NONE"),
    ("/authorizerId", "replace", ""),
    ("/authorizationScopes", "add remove", ""),
    ("/operationName", "replace", "x"),
    ("/requestParameters/method.request.header.a", "add replace remove", "true"),
    ("/requestModels/application~1json", "add replace remove", "Empty"),
    ("/requestValidatorId", "replace", ""),
    ("/httpMethod", "", "PUT"),
    ("/requestParameters", "", "x"),
];
const METHOD_RESPONSE: &[Row] = &[
    ("/responseModels/application~1json", "add replace remove", "Empty"),
    ("/responseParameters/method.response.header.a", "add replace remove", "true"),
    ("/statusCode", "", "201"),
];
const INTEGRATION: &[Row] = &[
    ("/cacheKeyParameters/method.request.path.x", "add replace remove", "method.request.path.x"),
    ("/cacheNamespace", "replace", "n"),
    ("/connectionId", "replace", ""),
    ("/connectionType", "replace", "INTERNET"),
    ("/contentHandling", "replace", ""),
    ("/httpMethod", "replace", "PUT"),
    ("/integrationTarget", "replace", ""),
    ("/passthroughBehavior", "replace", "NEVER"),
    ("/requestParameters/integration.request.header.a", "add replace remove", "'x'"),
    ("/requestTemplates/application~1json", "add replace remove", "x"),
    ("/responseTransferMode", "replace", "BUFFERED"),
    ("/timeoutInMillis", "replace", "100"),
    ("/tlsConfig/insecureSkipVerification", "replace", "false"),
    ("/uri", "replace", "http://example.org"),
    ("/type", "", "MOCK"),
];
const INTEGRATION_RESPONSE: &[Row] = &[
    ("/contentHandling", "replace", "CONVERT_TO_TEXT"),
    ("/responseParameters/method.response.header.a", "add replace remove", "'x'"),
    ("/responseTemplates/application~1json", "add replace remove", "x"),
    ("/selectionPattern", "replace", "4\\d\\d"),
    ("/statusCode", "", "201"),
];
const MODEL: &[Row] =
    &[("/description", "replace", "x"), ("/schema", "replace", "{}"), ("/contentType", "", "x/y")];
const DEPLOYMENT: &[Row] = &[("/description", "replace", "x"), ("/id", "", "x")];
const STAGE: &[Row] = &[
    ("/accessLogSettings", "remove", ""),
    ("/accessLogSettings/format", "add replace remove", ""),
    ("/accessLogSettings/destinationArn", "add replace remove", ""),
    ("/cacheClusterEnabled", "replace", "false"),
    ("/cacheClusterSize", "replace", ""),
    ("/canarySettings", "remove", ""),
    ("/clientCertificateId", "replace", ""),
    ("/description", "replace", "x"),
    ("/documentationVersion", "replace", ""),
    ("/tracingEnabled", "replace", "false"),
    ("/variables/a", "replace remove", "x"),
    ("/stageName", "", "x"),
];

/// Every operation on every path: taken where the table says so, refused as a path otherwise.
fn check(rows: &[Row], mut patch: impl FnMut(Vec<PatchOperation>) -> Result<(), AwsError>) {
    for (path, taken, value) in rows {
        // In the table's order, so that what is removed was added before.
        let others = OPS.iter().copied().filter(|op| !taken.split(' ').any(|word| word == *op));
        for op in others {
            let error = patch(crate::support::patch(op, path, value)).expect_err(path);
            let refused =
                ["Invalid patch ", "Invalid method setting path", "Invalid copy operation", "Promotion"];
            assert!(
                refused.iter().any(|start| error.message.starts_with(start))
                    || error.message.starts_with("Cannot remove method setting"),
                "{op} {path}: {error}"
            );
        }
        for op in taken.split(' ').filter(|op| !op.is_empty()) {
            patch(crate::support::patch(op, path, value))
                .unwrap_or_else(|error| panic!("{op} {path}: {error}"));
        }
    }
}

#[test]
fn rest_api_heads() {
    let mut account = Account::new();
    let (id, _) = deployable(&mut account);
    let mut patch = |operations| {
        call!(account, UpdateRestApi(UpdateRestApiInput { rest_api_id: &id, patch_operations: operations }))
            .map(drop)
    };
    // Associations are for private APIs, which the table's first rows turn this one into afterwards.
    let rows: Vec<Row> = REST_API.iter().copied().filter(|row| !row.0.ends_with("vpcEndpointIds")).collect();
    // A replaced media type is another one.
    let rows: Vec<Row> = rows
        .into_iter()
        .map(|row| if row.0.starts_with("/binary") { (row.0, "add remove", row.2) } else { row })
        .collect();
    let with_replace = |rows: &[Row]| -> Vec<Row> {
        rows.iter().copied().filter(|row| !row.0.starts_with("/binary")).collect()
    };
    check(&with_replace(&rows), &mut patch);
    for (op, path, value) in [
        ("add", "/binaryMediaTypes/image~1png", ""),
        ("replace", "/binaryMediaTypes/image~1png", "image/gif"),
        ("remove", "/binaryMediaTypes/image~1gif", ""),
        ("replace", "/endpointConfiguration/types/REGIONAL", "PRIVATE"),
    ] {
        patch(crate::support::patch(op, path, value)).unwrap();
    }
    let associations: Vec<Row> =
        REST_API.iter().copied().filter(|row| row.0.ends_with("vpcEndpointIds")).collect();
    check(&associations, &mut patch);
}

#[test]
fn resources_and_models_and_deployments() {
    let mut account = Account::new();
    let (id, root) = deployable(&mut account);
    let resource = child(&mut account, &id, &root, "a");
    let rows: Vec<Row> = RESOURCE.iter().copied().filter(|row| row.0 != "/parentId").collect();
    check(&rows, |operations| {
        call!(
            account,
            UpdateResource(UpdateResourceInput {
                rest_api_id: &id,
                resource_id: &resource,
                patch_operations: operations,
            })
        )
        .map(drop)
    });
    check(MODEL, |operations| {
        call!(
            account,
            UpdateModel(UpdateModelInput {
                rest_api_id: &id,
                model_name: "Error",
                patch_operations: operations,
            })
        )
        .map(drop)
    });
    let deployment = deploy(&mut account, &id);
    check(DEPLOYMENT, |operations| {
        call!(
            account,
            UpdateDeployment(UpdateDeploymentInput {
                rest_api_id: &id,
                deployment_id: &deployment,
                patch_operations: operations,
            })
        )
        .map(drop)
    });
    call!(
        account,
        CreateStage(CreateStageInput { rest_api_id: &id, stage_name: "t", deployment_id: &deployment })
    )
    .unwrap();
    check(STAGE, |operations| {
        call!(
            account,
            UpdateStage(UpdateStageInput { rest_api_id: &id, stage_name: "t", patch_operations: operations })
        )
        .map(drop)
    });
}

#[test]
#[expect(clippy::too_many_lines, reason = "four tables, each with its request")]
fn methods_and_what_is_below() {
    let mut account = Account::new();
    let (id, root) = deployable(&mut account);
    method(&mut account, &id, &root, "POST");
    mock(&mut account, &id, &root, "POST");
    call!(
        account,
        PutMethodResponse(PutMethodResponseInput {
            rest_api_id: &id,
            resource_id: &root,
            http_method: "POST",
            status_code: "200",
        })
    )
    .unwrap();
    call!(
        account,
        PutIntegration(PutIntegrationInput {
            rest_api_id: &id,
            resource_id: &root,
            http_method: "POST",
            type_: "HTTP",
            integration_http_method: "GET",
            uri: "http://example.com",
        })
    )
    .unwrap();
    check(METHOD, |operations| {
        call!(
            account,
            UpdateMethod(UpdateMethodInput {
                rest_api_id: &id,
                resource_id: &root,
                http_method: "POST",
                patch_operations: operations,
            })
        )
        .map(drop)
    });
    check(INTEGRATION, |operations| {
        call!(
            account,
            UpdateIntegration(UpdateIntegrationInput {
                rest_api_id: &id,
                resource_id: &root,
                http_method: "POST",
                patch_operations: operations,
            })
        )
        .map(drop)
    });
    check(METHOD_RESPONSE, |operations| {
        call!(
            account,
            UpdateMethodResponse(UpdateMethodResponseInput {
                rest_api_id: &id,
                resource_id: &root,
                http_method: "POST",
                status_code: "200",
                patch_operations: operations,
            })
        )
        .map(drop)
    });
    call!(
        account,
        UpdateMethodResponse(UpdateMethodResponseInput {
            rest_api_id: &id,
            resource_id: &root,
            http_method: "POST",
            status_code: "200",
            patch_operations: crate::support::patch(
                "add",
                "/responseParameters/method.response.header.a",
                "false"
            ),
        })
    )
    .unwrap();
    call!(
        account,
        PutIntegrationResponse(PutIntegrationResponseInput {
            rest_api_id: &id,
            resource_id: &root,
            http_method: "POST",
            status_code: "200",
        })
    )
    .unwrap();
    check(INTEGRATION_RESPONSE, |operations| {
        call!(
            account,
            UpdateIntegrationResponse(UpdateIntegrationResponseInput {
                rest_api_id: &id,
                resource_id: &root,
                http_method: "POST",
                status_code: "200",
                patch_operations: operations,
            })
        )
        .map(drop)
    });
}

#[test]
fn unknown_words_and_floods() {
    let mut account = Account::new();
    let (id, _) = deployable(&mut account);
    let update = |account: &mut Account, operations: Vec<PatchOperation>| {
        call!(account, UpdateRestApi(UpdateRestApiInput { rest_api_id: &id, patch_operations: operations }))
    };
    let mut operations = crate::support::patch("replace", "/name", "x");
    operations.extend(crate::support::patch("swap", "/name", "x"));
    assert_eq!(
        update(&mut account, operations).unwrap_err().message,
        "1 validation error detected: Value 'swap' at 'updateRestApiInput.patchOperations.2.member.op' failed to \
         satisfy constraint: Member must satisfy enum value set: [add, remove, move, test, replace, copy]"
    );
    let flood = (0..1001).flat_map(|_| crate::support::patch("replace", "/name", "x")).collect();
    assert!(update(&mut account, flood).unwrap_err().message.starts_with("At most 1000"));
    let nothing = update(&mut account, Vec::new()).unwrap();
    assert_eq!(nothing.name.as_deref(), Some("pets"));
    let bare = vec![PatchOperation::default()];
    assert_eq!(update(&mut account, bare).unwrap_err().code, "ValidationException");
}
