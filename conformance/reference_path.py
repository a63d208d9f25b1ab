"""The reference path, walked with botocore: the surroundings, the link, the endpoint, the API, the deployment."""

from __future__ import annotations

import time

from kit import SITE_CIDR, STAGE, example_api, policy, wait

HOST = "onprem"


class ReferencePath:
    """What the steps made. Each step is a method; `all` walks them in order."""

    def __init__(self, instance, router=None):
        self.i, self.router = instance, router

    def all(self):
        self.surroundings()
        self.link()
        self.site()
        self.endpoint_id, self.name, self.entries = self.endpoint()
        self.rest_api()
        self.put_policy(self.endpoint_id)
        self.deploy()
        self.wait_until_it_answers()
        return self

    def surroundings(self):
        ec2 = self.i.ec2
        self.vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        self.subnets = []
        for cidr, zone in (("10.0.1.0/24", "a"), ("10.0.2.0/24", "c")):
            made = ec2.create_subnet(VpcId=self.vpc, CidrBlock=cidr, AvailabilityZone=self.i.region + zone)
            self.subnets.append(made["Subnet"]["SubnetId"])
        self.group = ec2.create_security_group(VpcId=self.vpc, GroupName="endpoint", Description="HTTPS from on premises")["GroupId"]
        self.open_group()
        tables = ec2.describe_route_tables(Filters=[{"Name": "vpc-id", "Values": [self.vpc]},
                                                    {"Name": "association.main", "Values": ["true"]}])["RouteTables"]
        assert len(tables) == 1
        self.table = tables[0]["RouteTableId"]

    def open_group(self, cidr=SITE_CIDR):
        self.i.ec2.authorize_security_group_ingress(GroupId=self.group, IpPermissions=[self.https(cidr)])

    def close_group(self, cidr=SITE_CIDR):
        self.i.ec2.revoke_security_group_ingress(GroupId=self.group, IpPermissions=[self.https(cidr)])

    @staticmethod
    def https(cidr):
        return {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": [{"CidrIp": cidr}]}

    def link(self):
        ec2, dx = self.i.ec2, self.i.dx
        self.gateway = ec2.create_vpn_gateway(Type="ipsec.1")["VpnGateway"]["VpnGatewayId"]
        ec2.attach_vpn_gateway(VpcId=self.vpc, VpnGatewayId=self.gateway)
        ec2.enable_vgw_route_propagation(RouteTableId=self.table, GatewayId=self.gateway)
        location = dx.describe_locations()["locations"][0]["locationCode"]
        self.connection = dx.create_connection(location=location, bandwidth="1Gbps", connectionName="tokyo")["connectionId"]
        self.interface = dx.create_private_virtual_interface(
            connectionId=self.connection,
            newPrivateVirtualInterface={"virtualInterfaceName": "onprem", "vlan": 101, "asn": 65010,
                                        "virtualGatewayId": self.gateway})["virtualInterfaceId"]

    def site(self):
        router = ["--router", self.router] if self.router else []
        self.i.cli("lab", "add-site", "tokyo", "--virtual-interface", self.interface, "--cidr", SITE_CIDR, *router,
                   check=True)
        self.i.cli("lab", "add-host", HOST, "--site", "tokyo", check=True)
        self.wait_for_session()

    def interface_state(self):
        found = self.i.dx.describe_virtual_interfaces(virtualInterfaceId=self.interface)["virtualInterfaces"][0]
        return found["virtualInterfaceState"]

    def has_route(self, cidr=SITE_CIDR):
        routes = self.i.ec2.describe_route_tables(RouteTableIds=[self.table])["RouteTables"][0]["Routes"]
        return any(route.get("DestinationCidrBlock") == cidr and route["State"] == "active" for route in routes)

    def wait_for_session(self):
        wait("BGP comes up", lambda: self.interface_state() == "available")
        wait("the site's route arrives", self.has_route)

    def endpoint(self, group=None, **extra):
        ec2 = self.i.ec2
        made = ec2.create_vpc_endpoint(VpcEndpointType="Interface", VpcId=self.vpc,
                                       ServiceName=f"com.amazonaws.{self.i.region}.execute-api", SubnetIds=self.subnets,
                                       SecurityGroupIds=[group or self.group], PrivateDnsEnabled=False, **extra)
        id_ = made["VpcEndpoint"]["VpcEndpointId"]
        found = self.wait_for_endpoint(id_)
        entries = [entry["DnsName"] for entry in found["DnsEntries"]]
        return id_, entries[0], entries

    def wait_for_endpoint(self, id_):
        def available():
            found = self.i.ec2.describe_vpc_endpoints(VpcEndpointIds=[id_])["VpcEndpoints"][0]
            return found if found["State"] == "available" else None
        return wait("the endpoint becomes available", available)

    def endpoint_addresses(self, id_=None):
        found = self.i.ec2.describe_vpc_endpoints(VpcEndpointIds=[id_ or self.endpoint_id])["VpcEndpoints"][0]
        interfaces = self.i.ec2.describe_network_interfaces(NetworkInterfaceIds=found["NetworkInterfaceIds"])
        return sorted(each["PrivateIpAddress"] for each in interfaces["NetworkInterfaces"])

    def import_api(self, kind):
        made = self.i.api.import_rest_api(parameters={"endpointConfigurationTypes": kind},
                                          body=example_api(self.i.region).encode())
        assert made["endpointConfiguration"]["types"] == [kind]
        return made["id"]

    def rest_api(self):
        self.api_id = self.import_api("PRIVATE")

    def put_policy(self, *endpoints, api=None):
        self.i.api.update_rest_api(restApiId=api or self.api_id, patchOperations=[
            {"op": "replace", "path": "/policy", "value": policy(*endpoints)}])

    def deploy(self, api=None, stage=STAGE):
        return self.i.api.create_deployment(restApiId=api or self.api_id, stageName=stage)["id"]

    def url(self, path=f"/{STAGE}", name=None):
        return f"https://{name or self.name}{path}"

    def host_of(self, api):
        return f"{api}.execute-api.{self.i.region}.amazonaws.com"

    def header(self, api=None):
        return ["-H", f"x-apigw-api-id:{api or self.api_id}"]

    def call(self, path=f"/{STAGE}", *argv, name=None, header=True, host=HOST, **options):
        headers = self.header() if header else []
        return self.i.curl(host, self.url(path, name), *headers, *argv, **options)

    def wait_until_it_answers(self, timeout=20):
        started = time.monotonic()
        wait("the path answers", lambda: self.call(max_time=2).status == 200, timeout=timeout)
        return time.monotonic() - started
