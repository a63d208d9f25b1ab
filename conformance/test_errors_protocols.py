"""Callers who cannot be let in, and operations that are not there: each protocol has its own way to say so."""

import http.client
import json
import re
from urllib.parse import urlparse

import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from refusals import refused


def send(plain, method, target, headers, body=b"", sign=None, key=None, secret=None, date=None):
    """One request to the AWS APIs, as bytes on loopback."""
    url = urlparse(plain.env["AWS_ENDPOINT_URL"])
    if sign:
        request = AWSRequest(method=method, url=f"{url.geturl()}{target}", data=body, headers=dict(headers))
        credentials = Credentials(key or plain.env["AWS_ACCESS_KEY_ID"], secret or plain.env["AWS_SECRET_ACCESS_KEY"])
        SigV4Auth(credentials, sign, plain.region).add_auth(request)
        headers = dict(request.headers.items())
    if date:
        headers = {**headers, "X-Amz-Date": date}
    connection = http.client.HTTPConnection(url.hostname, url.port, timeout=10)
    try:
        connection.request(method, target, body, headers)
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read().decode()
    finally:
        connection.close()


FORM = {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"}
EC2_BODY = b"Action=DescribeVpcs&Version=2016-11-15"
DX_HEADERS = {"Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": "OvertureService.DescribeConnections"}


def code_of(text):
    return re.search(r"<Code>(.*?)</Code>", text)[1]


def test_unsigned(plain):
    host = {"Host": f"ec2.{plain.region}.amazonaws.com"}
    status, headers, body = send(plain, "POST", "/", {**FORM, **host}, EC2_BODY)
    assert status in (400, 401, 403) and code_of(body) in ("AuthFailure", "MissingAuthenticationToken")
    assert re.fullmatch(r"(?s).*<Response><Errors><Error><Code>.*</RequestID></Response>\s*", body)
    status, headers, body = send(plain, "POST", "/", DX_HEADERS, b"{}")
    assert status == 400
    assert json.loads(body)["__type"].split("#")[-1] in ("MissingAuthenticationTokenException", "MissingAuthenticationToken")
    status, headers, body = send(plain, "GET", "/restapis", {"Host": f"apigateway.{plain.region}.amazonaws.com"})
    assert status == 403 and json.loads(body)["message"] == "Missing Authentication Token"
    assert headers["x-amzn-errortype"].split(":")[0] == "MissingAuthenticationTokenException"


def test_unknown_key(plain):
    refused(plain.client("ec2", key="AKIAAAAAAAAAAAAAAAAA").describe_vpcs, "AuthFailure", status=401)
    refused(plain.client("directconnect", key="AKIAAAAAAAAAAAAAAAAA").describe_connections, "UnrecognizedClientException",
            "The security token included in the request is invalid.", status=400)
    refused(plain.client("apigateway", key="AKIAAAAAAAAAAAAAAAAA").get_rest_apis, "UnrecognizedClientException",
            "The security token included in the request is invalid.", status=403)
    refused(plain.client("sts", key="AKIAAAAAAAAAAAAAAAAA").get_caller_identity, "InvalidClientTokenId", status=403)


def test_wrong_secret(plain):
    bad = {"secret": "x" * 40, "key": plain.env["AWS_ACCESS_KEY_ID"]}
    refused(plain.client("ec2", **bad).describe_vpcs, "AuthFailure", status=401)
    refused(plain.client("directconnect", **bad).describe_connections, "InvalidSignatureException", status=400)
    refused(plain.client("apigateway", **bad).get_rest_apis, "InvalidSignatureException", status=403)
    refused(plain.client("sts", **bad).get_caller_identity, "SignatureDoesNotMatch", status=403)


def test_another_region_is_refused(plain):
    key = plain.env["AWS_ACCESS_KEY_ID"]
    text = refused(plain.client("apigateway", key=key, region="us-west-2").get_rest_apis, "InvalidSignatureException", status=403)
    assert "Credential should be scoped to a valid region" in text


def test_a_changed_body_is_noticed(plain):
    url = urlparse(plain.env["AWS_ENDPOINT_URL"])
    request = AWSRequest(method="POST", url=f"{url.geturl()}/", data=EC2_BODY, headers=FORM)
    SigV4Auth(Credentials(plain.env["AWS_ACCESS_KEY_ID"], plain.env["AWS_SECRET_ACCESS_KEY"]), "ec2", plain.region).add_auth(request)
    status, _, body = send(plain, "POST", "/", dict(request.headers.items()), EC2_BODY.replace(b"Vpcs", b"Subnets"))
    assert status == 401 and code_of(body) == "AuthFailure"


def test_a_stale_date_is_refused(plain):
    url = urlparse(plain.env["AWS_ENDPOINT_URL"])
    status, _, body = send(plain, "POST", "/", {**FORM, "X-Amz-Date": "20200101T000000Z", "Authorization": (
        f"AWS4-HMAC-SHA256 Credential={plain.env['AWS_ACCESS_KEY_ID']}/20200101/{plain.region}/ec2/aws4_request, "
        "SignedHeaders=content-type;host;x-amz-date, Signature=" + "0" * 64), "Host": url.netloc}, EC2_BODY)
    assert status in (400, 401, 403) and code_of(body) in ("RequestExpired", "AuthFailure")


def test_unknown_operations(plain):
    status, _, body = send(plain, "POST", "/", FORM, b"Action=MakeCoffee&Version=2016-11-15", sign="ec2")
    assert status == 400 and code_of(body) == "InvalidAction"
    assert "The action MakeCoffee is not valid for this web service." in body
    status, _, body = send(plain, "POST", "/", FORM, b"Version=2016-11-15", sign="ec2")
    assert status == 400 and code_of(body) in ("MissingAction", "InvalidAction")
    status, _, body = send(plain, "POST", "/", {**DX_HEADERS, "X-Amz-Target": "OvertureService.MakeCoffee"}, b"{}",
                           sign="directconnect")
    assert status == 400 and "UnknownOperationException" in json.loads(body)["__type"]
    status, _, body = send(plain, "GET", "/coffee", {}, sign="apigateway")
    assert status in (403, 404) and body.startswith("{")


def test_operations_of_the_model_that_are_not_served(plain):
    """Known to the service, not to this implementation: said plainly, never half done."""
    with pytest.raises(Exception) as raised:
        plain.ec2.run_instances(ImageId="ami-1", MinCount=1, MaxCount=1)
    assert raised.value.response["Error"]["Code"] in ("UnsupportedOperation", "InvalidAction")
    with pytest.raises(Exception) as raised:
        plain.api.get_domain_names()
    assert raised.value.response["ResponseMetadata"]["HTTPStatusCode"] in (400, 403, 404, 501)


@pytest.mark.parametrize("what, headers, body", [
    ("no JSON", DX_HEADERS, b"nonsense"),
    ("not an object", DX_HEADERS, b"[]"),
    ("a wrong type", {**DX_HEADERS, "X-Amz-Target": "OvertureService.DescribeConnections"}, b'{"connectionId": 7}'),
    ("a deep one", DX_HEADERS, b'{"a":' * 5000 + b"1" + b"}" * 5000),
])
def test_bodies_that_do_not_parse(plain, what, headers, body):
    status, _, answer = send(plain, "POST", "/", headers, body, sign="directconnect")
    assert status == 400 and json.loads(answer)["__type"], what


def test_the_server_goes_on_after_all_that(plain):
    assert plain.client("sts").get_caller_identity()["Arn"].startswith("arn:aws:iam::")
