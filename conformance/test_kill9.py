"""`kill -9` during writes: what was acknowledged is there after the next start, and nothing is half made.

SEKISHO_KILL_ROUNDS says how often (200). Each round is a short life: start, check everything that was ever acknowledged
in this directory, write from several threads, be killed at a random moment. Every tenth round has real namespaces and a
router, and nothing of them may survive the process.
"""

import os
import random
import threading
import time

import pytest
from botocore.exceptions import BotoCoreError, ClientError

from conftest import BEST, require_network
from kit import IS_ROOT, Instance, living_namespaces, marked_processes, namespaces_of, wait

ROUNDS = int(os.environ.get("SEKISHO_KILL_ROUNDS", "200"))
#: Rounds on one directory; then a new one, so that checking stays fast.
LIVES = 20
WRITERS = 4


class Acknowledged:
    """What the calls answered, and what was asked to go."""

    def __init__(self):
        self.lock = threading.Lock()
        self.vpcs, self.subnets, self.apis, self.groups, self.endpoints, self.deployed = {}, set(), {}, set(), {}, {}
        self.leaving = set()
        self.gone = set()

    def count(self):
        return sum(map(len, (self.vpcs, self.subnets, self.apis, self.groups, self.endpoints, self.deployed, self.gone)))


def writer(instance, told, number, stop):
    """Makes things until the instance is gone. Each acknowledgement is noted after it arrived."""
    ec2, api, dice = instance.ec2, instance.api, random.Random(number)
    service = f"com.amazonaws.{instance.region}.execute-api"
    try:
        while not stop.is_set():
            cidr = f"10.{dice.randrange(256)}.0.0/16"
            vpc = ec2.create_vpc(CidrBlock=cidr)["Vpc"]["VpcId"]
            with told.lock:
                told.vpcs[vpc] = cidr
            subnet = ec2.create_subnet(VpcId=vpc, CidrBlock=cidr.replace("0.0/16", "1.0/24"))["Subnet"]["SubnetId"]
            with told.lock:
                told.subnets.add(subnet)
            group = ec2.create_security_group(VpcId=vpc, GroupName="g", Description="g")["GroupId"]
            with told.lock:
                told.groups.add(group)
            made = ec2.create_vpc_endpoint(VpcEndpointType="Interface", VpcId=vpc, ServiceName=service, SubnetIds=[subnet],
                                           SecurityGroupIds=[group], PrivateDnsEnabled=False)["VpcEndpoint"]
            with told.lock:
                told.endpoints[made["VpcEndpointId"]] = 1
            made = api.create_rest_api(name=f"w{number}")
            with told.lock:
                told.apis[made["id"]] = f"w{number}"
            at = {"restApiId": made["id"], "resourceId": made["rootResourceId"], "httpMethod": "GET"}
            api.put_method(**at, authorizationType="NONE")
            api.put_integration(**at, type="MOCK", requestTemplates={"application/json": '{"statusCode": 200}'})
            deployment = api.create_deployment(restApiId=made["id"], stageName="s")["id"]
            with told.lock:
                told.deployed[made["id"]] = deployment
            if dice.random() < 0.5:
                with told.lock:
                    told.leaving.add(made["id"])
                api.delete_rest_api(restApiId=made["id"])
                with told.lock:
                    told.gone.add(made["id"])
    except (BotoCoreError, OSError):
        pass
    except ClientError as error:
        if not stop.is_set():
            told.problem = error


def everything(call, key, **arguments):
    found, token = [], None
    while True:
        page = call(**arguments, **({"NextToken": token} if token else {}))
        found += page[key]
        token = page.get("NextToken")
        if not token:
            return found


def check(instance, told):
    """Everything acknowledged, and no half of anything."""
    ec2, api = instance.ec2, instance.api
    vpcs = {vpc["VpcId"]: vpc for vpc in everything(ec2.describe_vpcs, "Vpcs", MaxResults=1000)}
    assert told.vpcs.keys() <= vpcs.keys()
    assert all(vpcs[id_]["CidrBlock"] == cidr for id_, cidr in told.vpcs.items())
    subnets = {each["SubnetId"] for each in everything(ec2.describe_subnets, "Subnets", MaxResults=1000)}
    assert told.subnets <= subnets
    groups = everything(ec2.describe_security_groups, "SecurityGroups", MaxResults=1000)
    assert told.groups <= {each["GroupId"] for each in groups}
    # No VPC without what comes with it.
    tables = everything(ec2.describe_route_tables, "RouteTables", MaxResults=100)
    main = {each["VpcId"] for each in tables if any(link["Main"] for link in each["Associations"])}
    acls = {each["VpcId"] for each in everything(ec2.describe_network_acls, "NetworkAcls", MaxResults=1000) if each["IsDefault"]}
    defaults = {each["VpcId"] for each in groups if each["GroupName"] == "default"}
    assert main == vpcs.keys() and acls == vpcs.keys() and defaults == vpcs.keys()
    # No endpoint without its interfaces, no interface without its endpoint.
    endpoints = everything(ec2.describe_vpc_endpoints, "VpcEndpoints", MaxResults=1000)
    assert told.endpoints.keys() <= {each["VpcEndpointId"] for each in endpoints}
    interfaces = {each["NetworkInterfaceId"] for each in
                  everything(ec2.describe_network_interfaces, "NetworkInterfaces", MaxResults=1000)}
    assert all(len(each["NetworkInterfaceIds"]) == len(each["SubnetIds"]) == 1 for each in endpoints)
    assert {id_ for each in endpoints for id_ in each["NetworkInterfaceIds"]} == interfaces
    # No API without its root.
    apis, position = {}, None
    while True:
        page = api.get_rest_apis(limit=500, **({"position": position} if position else {}))
        apis.update({item["id"]: item for item in page["items"]})
        position = page.get("position")
        if not position:
            break
    assert told.gone.isdisjoint(apis.keys()), "a deletion that was acknowledged"
    assert told.apis.keys() - told.leaving <= apis.keys()
    recent = sorted(apis)[:20]
    for id_ in recent:
        roots = [item for item in api.get_resources(restApiId=id_, limit=500)["items"] if item["path"] == "/"]
        assert [root["id"] for root in roots] == [apis[id_]["rootResourceId"]]
    for id_, deployment in list(told.deployed.items())[-20:]:
        if id_ in apis:
            assert api.get_stage(restApiId=id_, stageName="s")["deploymentId"] == deployment


def live(instance, told, round_, real):
    """One life."""
    instance.start()
    check(instance, told)
    stop = threading.Event()
    threads = [threading.Thread(target=writer, args=(instance, told, round_ * 10 + number, stop)) for number in range(WRITERS)]
    for thread in threads:
        thread.start()
    time.sleep(random.uniform(0.01, 0.25))
    pids = marked_processes(instance.mark)
    held = namespaces_of(pids) if real else set()
    stop.set()
    instance.kill()
    for thread in threads:
        thread.join(30)
        assert not thread.is_alive()
    assert getattr(told, "problem", None) is None, told.problem
    if real:
        wait("its processes end with it", lambda: not marked_processes(instance.mark), timeout=10)
        wait("its namespaces end with it", lambda: not held & living_namespaces(), timeout=10)
    return len(held)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_hundreds_of_kills():
    acknowledged = held = 0
    for first in range(0, ROUNDS, LIVES):
        told = Acknowledged()
        instance = Instance(network="loopback")
        try:
            for round_ in range(first, min(first + LIVES, ROUNDS)):
                real = round_ % 10 == 9 and IS_ROOT
                instance.network = "netns" if real else "loopback"
                held += live(instance, told, round_, real)
            instance.network = "loopback"
            instance.start()
            check(instance, told)
        finally:
            instance.close()
        acknowledged += told.count()
    print(f"{ROUNDS} kills, {acknowledged} acknowledged changes checked, {held} namespaces seen to go")
    assert acknowledged > ROUNDS


def test_a_kill_takes_router_and_namespaces_with_it():
    """A whole lab under a killed process: the router and every namespace go, and the machine keeps nothing."""
    from reference_path import HOST, ReferencePath
    require_network(BEST)
    instance = Instance(network=BEST, unprivileged=not IS_ROOT).start()
    try:
        path = ReferencePath(instance).all()
        client = instance.popen_exec(HOST, "sleep", "600")
        wait("the command runs", lambda: any(b"sleep" in _cmdline(pid) for pid in marked_processes(instance.mark)))
        pids = marked_processes(instance.mark)
        held = namespaces_of(pids)
        assert len(held) >= 3, "a VPC, a router, a host"
        instance.kill()
        assert client.wait(timeout=10) != 0
        client.communicate()
        wait("all processes end", lambda: not marked_processes(instance.mark), timeout=10)
        wait("all namespaces end", lambda: not held & living_namespaces(), timeout=10)
        instance.start()
        path.wait_for_session()
        path.wait_until_it_answers()
    finally:
        instance.close()


def _cmdline(pid):
    try:
        with open(f"/proc/{pid}/cmdline", "rb") as file:
            return file.read()
    except OSError:
        return b""
