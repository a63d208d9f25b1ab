"""The reference path by AWS CLI and by what a person types, word for word as the guidance has it."""

import json

import pytest

from conftest import matrix_instance, require_programs
from kit import SITE_CIDR, STAGE, example_api, policy, wait

COLUMNS = ["netns-bird", "userns-nobody", "loopback"]


class Shell:
    """AWS CLI calls; each must succeed unless its refusal is asked for."""

    def __init__(self, instance):
        self.i = instance

    def __call__(self, *argv):
        done = self.i.aws(*argv).ok()
        return json.loads(done.out) if done.out.strip() else None

    def refused(self, *argv):
        done = self.i.aws(*argv)
        assert done.code in (254, 255), done
        return done.err.strip()


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.timeout(240)
def test_the_whole_path(column, tmp_path):
    require_programs("dig", "curl")
    instance, router = matrix_instance(column)
    with instance:
        aws = Shell(instance)
        region = instance.region
        # F. What surrounds it.
        vpc = aws("ec2", "create-vpc", "--cidr-block", "10.0.0.0/16")["Vpc"]["VpcId"]
        subnets = [aws("ec2", "create-subnet", "--vpc-id", vpc, "--cidr-block", cidr, "--availability-zone", region + zone)
                   ["Subnet"]["SubnetId"] for cidr, zone in (("10.0.1.0/24", "a"), ("10.0.2.0/24", "c"))]
        group = aws("ec2", "create-security-group", "--vpc-id", vpc, "--group-name", "endpoint", "--description", "HTTPS")["GroupId"]
        aws("ec2", "authorize-security-group-ingress", "--group-id", group, "--protocol", "tcp", "--port", "443",
            "--cidr", SITE_CIDR)
        gateway = aws("ec2", "create-vpn-gateway", "--type", "ipsec.1")["VpnGateway"]["VpnGatewayId"]
        aws("ec2", "attach-vpn-gateway", "--vpc-id", vpc, "--vpn-gateway-id", gateway)
        table = aws("ec2", "describe-route-tables", "--filters", f"Name=vpc-id,Values={vpc}",
                    "Name=association.main,Values=true")["RouteTables"][0]["RouteTableId"]
        aws("ec2", "enable-vgw-route-propagation", "--route-table-id", table, "--gateway-id", gateway)
        location = aws("directconnect", "describe-locations")["locations"][0]["locationCode"]
        connection = aws("directconnect", "create-connection", "--location", location, "--bandwidth", "1Gbps",
                         "--connection-name", "tokyo")["connectionId"]
        interface = aws("directconnect", "create-private-virtual-interface", "--connection-id", connection,
                        "--new-private-virtual-interface",
                        f"virtualInterfaceName=onprem,vlan=101,asn=65010,virtualGatewayId={gateway}")["virtualInterfaceId"]
        instance.cli("lab", "add-site", "tokyo", "--virtual-interface", interface,
                     *(["--router", router] if router else []), check=True)
        instance.cli("lab", "add-host", "onprem", "--site", "tokyo", check=True)
        # A. The endpoint.
        found = aws("ec2", "describe-vpc-endpoint-services", "--query",
                    "ServiceNames[?contains(@, 'execute-api')]")
        assert found == [f"com.amazonaws.{region}.execute-api"]
        made = aws("ec2", "create-vpc-endpoint", "--vpc-endpoint-type", "Interface", "--vpc-id", vpc, "--service-name",
                   found[0], "--subnet-ids", *subnets, "--security-group-ids", group, "--no-private-dns-enabled")
        endpoint = made["VpcEndpoint"]["VpcEndpointId"]
        describe = ("ec2", "describe-vpc-endpoints", "--vpc-endpoint-ids", endpoint)
        wait("available", lambda: aws(*describe)["VpcEndpoints"][0]["State"] == "available")
        name = aws(*describe, "--query", "VpcEndpoints[0].DnsEntries[0].DnsName")
        # B. The API.
        document = instance.base / "petstore.json"
        document.write_text(example_api(region))
        document.chmod(0o644)
        api = aws("apigateway", "import-rest-api", "--parameters", "endpointConfigurationTypes=PRIVATE", "--body",
                  f"fileb://{document}")["id"]
        # D, too early.
        assert "BadRequestException" in (told := aws.refused("apigateway", "create-deployment", "--rest-api-id", api,
                                                             "--stage-name", STAGE))
        assert told.endswith("Private REST API doesn't have a resource policy attached to it")
        # C. The policy.
        patch = json.dumps([{"op": "replace", "path": "/policy", "value": policy(endpoint)}])
        aws("apigateway", "update-rest-api", "--rest-api-id", api, "--patch-operations", patch)
        # D. Deploy.
        aws("apigateway", "create-deployment", "--rest-api-id", api, "--stage-name", STAGE)
        # E. Test.
        wait("the site's route", lambda: any(route.get("DestinationCidrBlock") == SITE_CIDR for route in aws(
            "ec2", "describe-route-tables", "--route-table-ids", table)["RouteTables"][0]["Routes"]))
        header = ["-H", f"x-apigw-api-id:{api}"]
        url = f"https://{name}/{STAGE}"
        wait("an answer", lambda: instance.curl("onprem", url, *header).status == 200)
        addresses = aws("ec2", "describe-network-interfaces", "--filters", f"Name=vpc-id,Values={vpc}", "--query",
                        "NetworkInterfaces[].PrivateIpAddress")
        if not instance.on_loopback:
            shown = instance.exec("onprem", "nslookup", name).ok().out
            assert all(f"Address: {address}" in shown for address in addresses)
            seen = instance.exec("onprem", "curl", "-sIX", "GET", *header, url).ok()
            assert seen.out.splitlines()[0] == "HTTP/1.1 200 OK"
        assert len(json.loads(instance.curl("onprem", f"{url}/pets", *header).expect(200).body)) == 3
        assert instance.curl("onprem", url).expect(403).body == '{"message":"Forbidden"}'
        if column != COLUMNS[0]:
            return
        # Taking it down again, in the order that works.
        assert aws("ec2", "delete-vpc-endpoints", "--vpc-endpoint-ids", endpoint)["Unsuccessful"] == []
        told = aws.refused("ec2", "delete-vpc", "--vpc-id", vpc)
        assert "(DependencyViolation)" in told
        instance.cli("lab", "remove-site", "tokyo", check=True)
        assert aws("directconnect", "delete-virtual-interface", "--virtual-interface-id", interface)[
            "virtualInterfaceState"] in ("deleting", "deleted")
        aws("directconnect", "delete-connection", "--connection-id", connection)
        aws("ec2", "detach-vpn-gateway", "--vpc-id", vpc, "--vpn-gateway-id", gateway)
        aws("ec2", "delete-vpn-gateway", "--vpn-gateway-id", gateway)
        wait("the endpoint is gone", lambda: not aws("ec2", "describe-vpc-endpoints")["VpcEndpoints"])
        aws("ec2", "delete-security-group", "--group-id", group)
        for subnet in subnets:
            aws("ec2", "delete-subnet", "--subnet-id", subnet)
        aws("ec2", "delete-vpc", "--vpc-id", vpc)
        aws("apigateway", "delete-rest-api", "--rest-api-id", api)
        assert not aws("ec2", "describe-vpcs", "--filters", "Name=cidr,Values=10.0.0.0/16")["Vpcs"]
        assert instance.status()["network_errors"] == []
