"""The reference path by SDK. The whole list of observations with the most real network; the short list in every mode."""

import ipaddress
import json
import os
import re
import time

import pytest
from botocore.exceptions import ClientError

from conftest import MATRIX, matrix_instance, require_programs
from kit import SITE_CIDR, STAGE, Done, policy, wait
from reference_path import HOST, ReferencePath

FORBIDDEN = '{"message":"Forbidden"}'
NO_TOKEN = '{"message":"Missing Authentication Token"}'


def arn(path, method="GET", resource=""):
    account = path.i.client("sts").get_caller_identity()["Account"]
    return f"arn:aws:execute-api:{path.i.region}:********{account[-4:]}:{path.api_id}/{STAGE}/{method}/{resource}"


def silent(path, name=None, seconds=2):
    """A call that nobody answers: curl's own time-out, or no way to the host at all."""
    answer = path.call(name=name, max_time=seconds)
    assert answer.status is None, answer
    return answer.code


# The observations, in the order of the table.


def test_observation_01_service_search(path):
    name = f"com.amazonaws.{path.i.region}.execute-api"
    found = path.i.ec2.describe_vpc_endpoint_services(Filters=[{"Name": "service-name", "Values": ["*execute-api*"]}])
    assert found["ServiceNames"] == [name]
    detail, = found["ServiceDetails"]
    assert detail["ServiceType"] == [{"ServiceType": "Interface"}]
    assert detail["Owner"] == "amazon"
    assert detail["AcceptanceRequired"] is False
    assert detail["VpcEndpointPolicySupported"] is True
    by_name = path.i.ec2.describe_vpc_endpoint_services(ServiceNames=[name])["ServiceDetails"]
    assert [each["ServiceName"] for each in by_name] == [name]


def test_observation_02_create_endpoint(path):
    ec2 = path.i.ec2
    made = ec2.create_vpc_endpoint(VpcEndpointType="Interface", VpcId=path.vpc, SubnetIds=path.subnets,
                                   ServiceName=f"com.amazonaws.{path.i.region}.execute-api",
                                   SecurityGroupIds=[path.group], PrivateDnsEnabled=False)["VpcEndpoint"]
    id_ = made["VpcEndpointId"]
    try:
        assert re.fullmatch(r"vpce-[0-9a-f]{17}", id_)
        assert made["State"] == "pending"
        assert len(made["NetworkInterfaceIds"]) == 2
        found = path.wait_for_endpoint(id_)
        interfaces = ec2.describe_network_interfaces(NetworkInterfaceIds=found["NetworkInterfaceIds"])["NetworkInterfaces"]
        assert sorted(each["SubnetId"] for each in interfaces) == sorted(path.subnets)
        for each in interfaces:
            subnet, = ec2.describe_subnets(SubnetIds=[each["SubnetId"]])["Subnets"]
            assert ipaddress.ip_address(each["PrivateIpAddress"]) in ipaddress.ip_network(subnet["CidrBlock"])
            assert each["InterfaceType"] == "vpc_endpoint" and each["RequesterManaged"]
        names = [entry["DnsName"] for entry in found["DnsEntries"]]
        region = re.escape(path.i.region)
        regional = re.fullmatch(rf"({id_}-[a-z0-9]{{8}})\.execute-api\.{region}\.vpce\.amazonaws\.com", names[0])
        assert regional
        zones = sorted(re.fullmatch(rf"{regional[1]}-({region}[a-z])\..*", name)[1] for name in names[1:])
        assert zones == [path.i.region + "a", path.i.region + "c"]
    finally:
        ec2.delete_vpc_endpoints(VpcEndpointIds=[id_])


def test_observation_02_names_with_private_dns_come_last(path):
    ec2 = path.i.ec2
    ec2.modify_vpc_attribute(VpcId=path.vpc, EnableDnsHostnames={"Value": True})
    ec2.modify_vpc_endpoint(VpcEndpointId=path.endpoint_id, PrivateDnsEnabled=True)
    try:
        names = [entry["DnsName"] for entry in path.wait_for_endpoint(path.endpoint_id)["DnsEntries"]]
        assert names[0] == path.name
        assert sorted(names[3:]) == [f"*.execute-api.{path.i.region}.amazonaws.com",
                                     f"execute-api.{path.i.region}.amazonaws.com"]
    finally:
        ec2.modify_vpc_endpoint(VpcEndpointId=path.endpoint_id, PrivateDnsEnabled=False)
        path.wait_for_endpoint(path.endpoint_id)


def test_observation_03_private_api_without_policy_is_not_deployed(path):
    api = path.import_api("PRIVATE")
    with pytest.raises(ClientError) as raised:
        path.deploy(api)
    assert raised.value.response["Error"] == {
        "Code": "BadRequestException",
        "Message": "Private REST API doesn't have a resource policy attached to it"}
    assert raised.value.response["ResponseMetadata"]["HTTPStatusCode"] == 400
    assert path.i.api.get_stages(restApiId=api)["item"] == []
    path.i.api.delete_rest_api(restApiId=api)


def test_observation_04_nslookup_gives_the_private_addresses(path):
    done = path.i.exec(HOST, "nslookup", path.name).ok()
    shown = re.findall(r"^Address: ([0-9.]+)$", done.out, re.M)
    assert sorted(shown) == path.endpoint_addresses()
    assert all(ipaddress.ip_address(address).is_private for address in shown)
    answer = path.i.dig(HOST, "+noall", "+answer", path.name).ok().out
    assert [line.split()[1] for line in answer.splitlines()] == ["60", "60"]


def test_observation_05_the_page_and_the_pets(path):
    done = path.i.exec(HOST, "curl", "-sS", "-IX", "GET", *path.header(), path.url()).ok()
    assert done.out.splitlines()[0] == "HTTP/1.1 200 OK"
    page = path.call().expect(200)
    assert page.headers["content-type"] == "text/html"
    assert "Welcome to your Pet Store API" in page.body
    pets = json.loads(path.call(f"/{STAGE}/pets").expect(200).body)
    assert pets == [{"id": 1, "type": "dog", "price": 249.99}, {"id": 2, "type": "cat", "price": 124.99},
                    {"id": 3, "type": "fish", "price": 0.99}]
    assert json.loads(path.call(f"/{STAGE}/pets/1").expect(200).body)["type"] == "dog"
    assert path.call(f"/{STAGE}/").expect(200).body == page.body
    made = path.call(f"/{STAGE}/pets", "-X", "POST", "-H", "Content-Type: application/json",
                     "-d", '{"type":"cat","price":1.5}').expect(200)
    assert json.loads(made.body)["pet"] == {"type": "cat", "price": 1.5}


@pytest.mark.parametrize("what, path_, headers", [
    ("no header", f"/{STAGE}", []),
    ("wrong id", f"/{STAGE}", ["-H", "x-apigw-api-id: zzzzzzzzzz"]),
    ("wrong stage", "/tset", None),
    ("no stage", "/", None),
])
def test_observation_06_forbidden(path, what, path_, headers):
    headers = path.header() if headers is None else headers
    answer = path.i.curl(HOST, path.url(path_), *headers).expect(403)
    assert answer.body == FORBIDDEN, what
    assert answer.headers["x-amzn-errortype"] == "ForbiddenException"
    assert answer.headers["content-length"] == "23"


@pytest.mark.parametrize("what, path_, argv", [
    ("wrong path", f"/{STAGE}/nope", []),
    ("POST on the root", f"/{STAGE}", ["-X", "POST"]),
    ("DELETE on a pet", f"/{STAGE}/pets/1", ["-X", "DELETE"]),
    ("HEAD is not GET", f"/{STAGE}", ["-I"]),
])
def test_observation_07_missing_authentication_token(path, what, path_, argv):
    answer = path.call(path_, *argv).expect(403)
    if "-I" not in argv:
        assert answer.body == NO_TOKEN, what
    assert answer.headers["x-amzn-errortype"] == "MissingAuthenticationTokenException"
    assert answer.headers["content-length"] == "42"


def test_observation_08_second_endpoint(path):
    id_, name, _ = path.endpoint()
    try:
        answer = wait("the second endpoint answers",
                      lambda: (lambda found: found if found.status else None)(path.call(name=name)))
        answer.expect(403)
        message = json.loads(answer.body)
        assert list(message) == ["Message"]
        expected = f"User: anonymous is not authorized to perform: execute-api:Invoke on resource: {arn(path)} with an explicit deny"
        assert message["Message"] in (expected, f"{expected} in a resource-based policy")
        assert answer.headers["x-amzn-errortype"] == "AccessDeniedException"
        path.call().expect(200)
    finally:
        path.i.ec2.delete_vpc_endpoints(VpcEndpointIds=[id_])
    wait("the second endpoint's name is gone", lambda: path.i.addresses(HOST, name) == [])


class Steady:
    """Requests without pause from the on-premises host, while the body runs."""

    def __init__(self, path):
        self.path = path

    def __enter__(self):
        i = self.path.i
        self.process = i.popen_exec(HOST, "python3", i.script("lab_client.py"), "steady", self.path.name, f"/{STAGE}",
                                    f"x-apigw-api-id: {self.path.api_id}")
        assert self.process.stdout.readline() == "ready\n"
        return self

    def __exit__(self, kind, *_):
        out, err = self.process.communicate(timeout=30)
        if kind is None:
            assert self.process.returncode == 0, err
            seen = json.loads(out)
            self.outcomes, self.bodies = seen["outcomes"], seen["bodies"]

    def statuses(self, connection):
        return [status for _, _, kind, status in self.outcomes if kind == connection]


def changes(statuses):
    """The runs of a list: [200, 200, 403] is [200, 403]."""
    return [status for at, status in enumerate(statuses) if at == 0 or statuses[at - 1] != status]


def test_observation_09_a_saved_policy_acts_when_deployed(path):
    try:
        with Steady(path) as steady:
            path.put_policy("vpce-00000000000000000")
            time.sleep(0.5)
            for _ in range(3):
                path.call().expect(200)
            saved = time.monotonic()
            path.deploy()
            deployed = time.monotonic()
            wait("the new policy acts", lambda: path.call().status == 403)
            path.put_policy(path.endpoint_id)
            path.call().expect(403)
            path.deploy()
            wait("the old policy is back", lambda: path.call().status == 200)
        for connection in ("kept", "new"):
            statuses = steady.statuses(connection)
            assert changes(statuses) == [200, 403, 200], (connection, changes(statuses))
            assert len(statuses) >= 6
        began, ended = next((began, ended) for began, ended, _, status in steady.outcomes if status == 403)
        assert saved <= ended and began <= deployed + 2, "it acts with the deployment, and soon after it"
        assert "explicit deny" in steady.bodies["403"]
    finally:
        path.put_policy(path.endpoint_id)
        path.deploy()
        wait("the path is mended", lambda: path.call().status == 200)


def test_observation_10_a_closed_group_is_silent(path):
    path.close_group()
    try:
        wait("the group closes", lambda: path.call(max_time=1).status is None)
        assert silent(path) == 28, "curl's time-out"
        address = path.endpoint_addresses()[0]
        seen = path.i.exec(HOST, "python3", path.i.script("lab_client.py"), "silence", address, "443", "2").json()
        assert "imed out" in seen["outcome"] or "imeout" in seen["outcome"], seen
        assert seen["packets"] == [], "no reset, no ICMP"
    finally:
        path.open_group()
    path.wait_until_it_answers()
    seen = path.i.exec(HOST, "python3", path.i.script("lab_client.py"), "silence", address, "443", "2").json()
    assert seen["outcome"] == "connected"
    assert any(packet["protocol"] == "tcp" and packet["syn"] for packet in seen["packets"]), "the check can see packets"


def test_observation_10_an_open_connection_outlives_the_rule(path):
    """A group is stateful: a tracked connection goes on when its rule is removed, a new one is dropped."""
    process = path.i.popen_exec(HOST, "python3", path.i.script("lab_client.py"), "held", path.name, f"/{STAGE}",
                                f"x-apigw-api-id: {path.api_id}")
    try:
        assert process.stdout.readline() == "200\n"
        path.close_group()
        wait("the group closes", lambda: path.call(max_time=1).status is None)
        out, err = process.communicate("again\n", timeout=30)
        assert out == "200\n", err
        assert path.call(max_time=1).status is None, "new connections are still dropped"
    finally:
        process.kill()
        process.wait()
        path.open_group()
    path.wait_until_it_answers()


def down(path, cause, mend, timeout=40):
    cause()
    try:
        wait("the route is withdrawn from the VPC", lambda: not path.has_route(), timeout=timeout)
        wait("the interface is down", lambda: path.interface_state() == "down", timeout=timeout)
        assert silent(path) in (7, 28)
        link, = [each for each in path.i.status()["links"] if each["id"] == path.interface]
        assert link["up"] is False
    finally:
        mend()
    path.wait_for_session()
    path.wait_until_it_answers()


def test_observation_11_router_stopped(path):
    down(path, lambda: path.i.cli("lab", "stop-router", "tokyo", check=True),
         lambda: path.i.cli("lab", "start-router", "tokyo", check=True))


def test_observation_11_wrong_key(path):
    down(path, lambda: path.i.cli("lab", "edit-site", "tokyo", "--auth-key", "not-the-key", check=True),
         lambda: path.i.cli("lab", "edit-site", "tokyo", "--auth-key", "", check=True))


def test_observation_11_too_many_prefixes(path):
    path.i.cli("lab", "edit-site", "tokyo", "--extra-prefixes", "99", check=True)
    wait("a hundred prefixes are accepted",
         lambda: [each["accepted"] for each in path.i.status()["links"]] == [100], timeout=20)
    path.call().expect(200)
    down(path, lambda: path.i.cli("lab", "edit-site", "tokyo", "--extra-prefixes", "100", check=True),
         lambda: path.i.cli("lab", "edit-site", "tokyo", "--extra-prefixes", "0", check=True))


def test_observation_11_no_way_back(path):
    """Propagation off: the request arrives, its answer finds no way."""
    path.i.ec2.disable_vgw_route_propagation(RouteTableId=path.table, GatewayId=path.gateway)
    try:
        wait("the reply finds no way", lambda: path.call(max_time=1).status is None)
        assert silent(path) == 28
        assert path.interface_state() == "available", "the session does not care"
    finally:
        path.i.ec2.enable_vgw_route_propagation(RouteTableId=path.table, GatewayId=path.gateway)
    path.wait_until_it_answers()


def test_observation_12_private_dns(path):
    i, ec2 = path.i, path.i.ec2
    i.cli("lab", "add-host", "app", "--subnet", path.subnets[0], check=True)
    public = path.import_api("REGIONAL")
    path.deploy(public)
    own, other = path.host_of(path.api_id), path.host_of(public)
    path.open_group("10.0.0.0/16")
    try:
        wait("the public API answers from the VPC", lambda: i.curl("app", f"https://{other}/{STAGE}").status == 200)
        i.curl(HOST, f"https://{other}/{STAGE}").expect(200)
        internet = i.addresses("app", other)
        assert internet == i.addresses(HOST, other)
        ec2.modify_vpc_attribute(VpcId=path.vpc, EnableDnsHostnames={"Value": True})
        ec2.modify_vpc_endpoint(VpcEndpointId=path.endpoint_id, PrivateDnsEnabled=True)
        path.wait_for_endpoint(path.endpoint_id)
        wait("the VPC's resolver answers with the endpoint",
             lambda: sorted(i.addresses("app", other)) == path.endpoint_addresses())
        assert sorted(i.addresses("app", own)) == path.endpoint_addresses()
        page = i.curl("app", f"https://{own}/{STAGE}").expect(200)
        assert "Pet Store" in page.body, "the private API by its own name, without any header"
        assert i.curl("app", f"https://{other}/{STAGE}").expect(403).body == FORBIDDEN, "the public API is caught"
        assert i.addresses(HOST, other) == internet, "on premises nothing has changed"
        i.curl(HOST, f"https://{other}/{STAGE}").expect(200)
        assert i.curl(HOST, f"https://{own}/{STAGE}").code == 6, "a private API has no public name"
        ec2.modify_vpc_endpoint(VpcEndpointId=path.endpoint_id, PrivateDnsEnabled=False)
        wait("the public API is back", lambda: i.curl("app", f"https://{other}/{STAGE}").status == 200)
        assert i.addresses("app", other) == internet
    finally:
        ec2.modify_vpc_endpoint(VpcEndpointId=path.endpoint_id, PrivateDnsEnabled=False)
        path.close_group("10.0.0.0/16")
        i.cli("lab", "remove-host", "app", check=True)
        i.api.delete_rest_api(restApiId=public)


def test_observation_13_endpoint_policy_acts_without_deployment(path):
    ec2 = path.i.ec2
    narrow = {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke",
                             "Resource": f"arn:aws:execute-api:{path.i.region}:*:{path.api_id}/*/GET/pets"}]}
    deny = {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"},
                          {"Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*"}]}
    try:
        ec2.modify_vpc_endpoint(VpcEndpointId=path.endpoint_id, PolicyDocument=json.dumps(narrow))
        answer = wait("the endpoint policy acts",
                      lambda: (lambda found: found if found.status == 403 else None)(path.call()))
        assert json.loads(answer.body) == {
            "Message": f"User: anonymous is not authorized to perform: execute-api:Invoke on resource: {arn(path)} "
                       "because no VPC endpoint policy allows the execute-api:Invoke action"}
        path.call(f"/{STAGE}/pets").expect(200)
        ec2.modify_vpc_endpoint(VpcEndpointId=path.endpoint_id, PolicyDocument=json.dumps(deny))
        answer = wait("the deny acts",
                      lambda: (lambda found: found if found.status == 403 else None)(path.call(f"/{STAGE}/pets")))
        assert json.loads(answer.body)["Message"].endswith(" with an explicit deny in a VPC endpoint policy")
    finally:
        ec2.modify_vpc_endpoint(VpcEndpointId=path.endpoint_id, ResetPolicy=True)
    wait("the full policy is back", lambda: path.call().status == 200)


def test_observation_15_kill_and_start_again(path):
    """Last: it changes the process under the module's instance."""
    i = path.i
    before = snapshot(path)
    vpc = i.ec2.create_vpc(CidrBlock="10.77.0.0/16")["Vpc"]["VpcId"]
    os.kill(i.process.pid, 9)
    i.process.wait()
    i._close()
    i.start()
    assert snapshot(path) == before
    assert i.ec2.describe_vpcs(VpcIds=[vpc])["Vpcs"][0]["CidrBlock"] == "10.77.0.0/16"
    path.wait_for_session()
    path.wait_until_it_answers()
    assert sorted(i.addresses(HOST, path.name)) == path.endpoint_addresses()
    path.call("/tset").expect(403)
    i.ec2.delete_vpc(VpcId=vpc)


def snapshot(path):
    """What the AWS APIs say, without what moves by itself."""
    i = path.i
    endpoint, = i.ec2.describe_vpc_endpoints(VpcEndpointIds=[path.endpoint_id])["VpcEndpoints"]
    api = i.api.get_rest_api(restApiId=path.api_id)
    stage = i.api.get_stage(restApiId=path.api_id, stageName=STAGE)
    group, = i.ec2.describe_security_groups(GroupIds=[path.group])["SecurityGroups"]
    interface, = i.dx.describe_virtual_interfaces(virtualInterfaceId=path.interface)["virtualInterfaces"]
    for answer in (api, stage):
        answer.pop("ResponseMetadata")
    return json.dumps([endpoint, api, stage, group, interface["vlan"], interface["authKey"],
                       i.api.get_resources(restApiId=path.api_id)["items"], path.endpoint_addresses(),
                       i.cli("lab", "list", "--json", check=True).json()], default=str, sort_keys=True)


# The short list, in every column of the matrix.


@pytest.mark.parametrize("column", MATRIX)
def test_the_path_in_every_mode(column):
    require_programs("dig", "curl")
    instance, router = matrix_instance(column)
    with instance:
        path = ReferencePath(instance, router).all()
        found = instance.addresses(HOST, path.name)
        if instance.on_loopback:
            assert len(found) == 2 and all(ipaddress.ip_address(address).is_loopback for address in found)
        else:
            assert sorted(found) == path.endpoint_addresses()
        page = path.call().expect(200)
        assert page.first_line == "HTTP/1.1 200 OK" and "Pet Store" in page.body
        assert len(json.loads(path.call(f"/{STAGE}/pets").expect(200).body)) == 3
        assert path.call(header=False).expect(403).body == FORBIDDEN
        assert path.call("/tset").expect(403).body == FORBIDDEN
        assert path.call(f"/{STAGE}/nope").expect(403).body == NO_TOKEN
        assert path.call(f"/{STAGE}", "-X", "POST").expect(403).body == NO_TOKEN
        path.put_policy("vpce-00000000000000000")
        path.call().expect(200)
        path.deploy()
        wait("the new policy acts", lambda: path.call().status == 403)
        path.put_policy(path.endpoint_id)
        path.deploy()
        path.wait_until_it_answers()
        path.close_group()
        wait("the group closes", lambda: path.call(max_time=1).status is None)
        assert silent(path) == 28
        path.open_group()
        path.wait_until_it_answers()
        instance.cli("lab", "stop-router", "tokyo", check=True)
        wait("the route is withdrawn", lambda: not path.has_route())
        assert silent(path) in (7, 28)
        instance.cli("lab", "start-router", "tokyo", check=True)
        path.wait_for_session()
        path.wait_until_it_answers()
        instance.kill()
        instance.start()
        path.wait_for_session()
        path.wait_until_it_answers()
        assert isinstance(path.call("/tset").expect(403).done, Done)
    assert policy("x") and SITE_CIDR
