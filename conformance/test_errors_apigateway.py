"""Texts of the API Gateway API's refusals, as the stock client reads them."""

import json

import pytest

from kit import policy
from refusals import refused

BAD, MISSING, CONFLICT = ("BadRequestException", 400), ("NotFoundException", 404), ("ConflictException", 409)


@pytest.fixture(scope="module")
def api(plain):
    return plain.api


@pytest.fixture(scope="module")
def draft(api):
    made = api.create_rest_api(name="draft", endpointConfiguration={"types": ["PRIVATE"]})
    return {"restApiId": made["id"], "root": made["rootResourceId"]}


def say(call, kind, message=None, **arguments):
    return refused(call, kind[0], message, status=kind[1], **arguments)


def test_a_private_api_as_created(api):
    made = api.create_rest_api(name="shape", endpointConfiguration={"types": ["PRIVATE"]})
    assert made["endpointConfiguration"] == {"types": ["PRIVATE"], "ipAddressType": "dualstack"}
    assert made["apiKeySource"] == "HEADER" and made["disableExecuteApiEndpoint"] is False
    assert len(made["id"]) == 10 and len(made["rootResourceId"]) == 10
    models = {model["name"] for model in api.get_models(restApiId=made["id"])["items"]}
    assert models == {"Empty", "Error"}
    assert made["ResponseMetadata"]["HTTPStatusCode"] == 201


def test_rest_apis(plain, api):
    account = plain.client("sts").get_caller_identity()["Account"]
    say(api.get_rest_api, MISSING, f"Invalid API identifier specified {account}:zzzzzzzzzz", restApiId="zzzzzzzzzz")
    say(api.delete_rest_api, MISSING, f"Invalid API identifier specified {account}:zzzzzzzzzz", restApiId="zzzzzzzzzz")
    for configuration, message in [
            ({"types": ["PRIVATE"], "ipAddressType": "ipv4"}, "Only dualstack ipAddressType is supported for Private APIs."),
            ({"types": ["REGIONAL", "EDGE"]}, "Cannot create an api with multiple Endpoint Types."),
            ({"types": ["REGIONAL"], "vpcEndpointIds": ["vpce-00000000000000000"]},
             "VPCEndpoints can only be specified with PRIVATE apis."),
            ({"types": []}, "REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.")]:
        say(api.create_rest_api, BAD, message, name="x", endpointConfiguration=configuration)
    say(api.create_rest_api, BAD, "Description cannot be an empty string", name="x", description="")
    say(api.create_rest_api, BAD, "Invalid minimum compression size, must be between 0 and 10485760", name="x",
        minimumCompressionSize=-1)


def test_resources(api, draft):
    id_, root = draft["restApiId"], draft["root"]
    pets = api.create_resource(restApiId=id_, parentId=root, pathPart="pets")["id"]
    say(api.create_resource, CONFLICT, "Another resource with the same parent already has this name: pets", restApiId=id_,
        parentId=root, pathPart="pets")
    proxy = api.create_resource(restApiId=id_, parentId=pets, pathPart="{proxy+}")["id"]
    say(api.create_resource, BAD, "A sibling ({proxy+}) of this resource already has a variable path part -- only one is allowed",
        restApiId=id_, parentId=pets, pathPart="{petId}")
    say(api.create_resource, BAD, "Cannot create a child of a resource with a greedy path variable: {proxy+}", restApiId=id_,
        parentId=proxy, pathPart="more")
    say(api.get_resource, MISSING, "Invalid Resource identifier specified", restApiId=id_, resourceId="zzzzzz")
    say(api.update_resource, BAD, "Root resource cannot update its pathPart.", restApiId=id_, resourceId=root,
        patchOperations=[{"op": "replace", "path": "/pathPart", "value": "x"}])
    say(api.update_resource, BAD, "Resources cannot be cyclical.", restApiId=id_, resourceId=pets,
        patchOperations=[{"op": "replace", "path": "/parentId", "value": proxy}])
    say(api.create_resource, BAD, None, restApiId=id_, parentId=root, pathPart="with space")


def test_methods_and_integrations(api, draft):
    where = {"restApiId": draft["restApiId"], "resourceId": draft["root"]}
    say(api.put_method, BAD, "Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY",
        **where, httpMethod="FETCH", authorizationType="NONE")
    say(api.put_method, BAD, "Invalid model identifier specified: Nope", **where, httpMethod="GET", authorizationType="NONE",
        requestModels={"application/json": "Nope"})
    say(api.get_method, MISSING, "Invalid Method identifier specified", **where, httpMethod="GET")
    api.put_method(**where, httpMethod="GET", authorizationType="NONE")
    say(api.get_integration, MISSING, "Invalid Integration identifier specified", **where, httpMethod="GET")
    say(api.put_integration, BAD, "Invalid HTTP endpoint specified for URI", **where, httpMethod="GET", type="HTTP",
        integrationHttpMethod="GET", uri="nonsense")
    say(api.put_integration, BAD, "Enumeration value for HttpMethod must be non-empty", **where, httpMethod="GET", type="HTTP",
        uri="http://example.com/")
    message = refused(api.put_integration, "ValidationException", status=400, **where, httpMethod="GET", type="TELEPATHY")
    assert "Member must satisfy enum value set" in message and "TELEPATHY" in message


def test_deployments_and_stages(api, draft):
    id_ = draft["restApiId"]
    fresh = api.create_rest_api(name="bare", endpointConfiguration={"types": ["PRIVATE"]})["id"]
    api.update_rest_api(restApiId=fresh, patchOperations=[{"op": "replace", "path": "/policy", "value": policy("vpce-1")}])
    say(api.create_deployment, BAD, "The REST API doesn't contain any methods", restApiId=fresh, stageName="x")
    regional = api.create_rest_api(name="regional", endpointConfiguration={"types": ["REGIONAL"]})
    where = {"restApiId": regional["id"], "resourceId": regional["rootResourceId"], "httpMethod": "GET"}
    api.put_method(**where, authorizationType="NONE")
    say(api.create_deployment, BAD, "No integration defined for method", restApiId=regional["id"], stageName="x")
    api.put_integration(**where, type="MOCK", requestTemplates={"application/json": '{"statusCode": 200}'})
    deployment = api.create_deployment(restApiId=regional["id"], stageName="x")["id"]
    say(api.delete_deployment, BAD, "Active stages pointing to this deployment must be moved or deleted",
        restApiId=regional["id"], deploymentId=deployment)
    say(api.get_stage, MISSING, None, restApiId=id_, stageName="nope")
    say(api.create_stage, BAD, None, restApiId=regional["id"], stageName="bad name", deploymentId=deployment)


def test_patches(api, draft):
    update, id_ = api.update_rest_api, draft["restApiId"]
    say(update, BAD, "Invalid patch path  '/nope' specified for op 'replace'. Must be one of: […", restApiId=id_,
        patchOperations=[{"op": "replace", "path": "/nope", "value": "x"}])
    before = api.get_rest_api(restApiId=id_)["name"]
    with pytest.raises(Exception):
        update(restApiId=id_, patchOperations=[{"op": "replace", "path": "/name", "value": "changed"},
                                               {"op": "replace", "path": "/nope", "value": "x"}])
    assert api.get_rest_api(restApiId=id_)["name"] == before, "a bad operation refuses the whole call"
    message = refused(update, "ValidationException", status=400, restApiId=id_,
                      patchOperations=[{"op": "twist", "path": "/name", "value": "x"}])
    assert "patchOperations.1.member.op" in message


def test_policies(api, draft):
    id_ = draft["restApiId"]
    for text in ("{nonsense", json.dumps({"Statement": [{"Effect": "Perhaps", "Principal": "*", "Action": "*", "Resource": "*"}]})):
        say(api.update_rest_api, BAD, None, restApiId=id_, patchOperations=[{"op": "replace", "path": "/policy", "value": text}])
    assert "policy" not in api.get_rest_api(restApiId=id_)


def test_policy_reads_back_escaped_once_more(api, plain):
    made = api.create_rest_api(name="policy", endpointConfiguration={"types": ["PRIVATE"]}, policy=policy("vpce-1"))
    raw = api.get_rest_api(restApiId=made["id"])["policy"]
    read = json.loads(raw.replace("\\", ""))
    account = plain.client("sts").get_caller_identity()["Account"]
    assert raw.startswith('{\\"'), raw[:40]
    assert {statement["Resource"] for statement in read["Statement"]} == {
        f"arn:aws:execute-api:{plain.region}:{account}:{made['id']}/*/*/*"}


def test_imports(api):
    say(api.import_rest_api, BAD, None, body=b"{nonsense")
    say(api.import_rest_api, BAD, None, body=b"[]")
    refused(api.import_rest_api, "ValidationException", status=400, body=b"")
