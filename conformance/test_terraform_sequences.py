"""The calls that Terraform's AWS provider makes for each resource, in its order, with what it reads of each answer."""

import json
import uuid

import pytest
from botocore.exceptions import ClientError

from kit import example_api, policy, wait
from refusals import refused


@pytest.fixture(scope="module")
def ec2(plain):
    return plain.ec2


@pytest.fixture(scope="module")
def dx(plain):
    return plain.dx


@pytest.fixture(scope="module")
def api(plain):
    return plain.api


def tags(kind, **values):
    return [{"ResourceType": kind, "Tags": [{"Key": key, "Value": value} for key, value in values.items()]}]


def where(**filters):
    return [{"Name": name.replace("__", ".").replace("_", "-"), "Values": [value]} for name, value in filters.items()]


@pytest.fixture(scope="module")
def vpc(ec2):
    """aws_vpc."""
    made = ec2.create_vpc(AmazonProvidedIpv6CidrBlock=False, CidrBlock="10.0.0.0/16", InstanceTenancy="default",
                          TagSpecifications=tags("vpc", Name="main"))["Vpc"]
    id_ = made["VpcId"]
    assert {"Key": "Name", "Value": "main"} in made["Tags"]
    wait("available", lambda: ec2.describe_vpcs(VpcIds=[id_])["Vpcs"][0]["State"] == "available")
    ec2.modify_vpc_attribute(VpcId=id_, EnableDnsHostnames={"Value": True})
    assert ec2.describe_vpc_attribute(VpcId=id_, Attribute="enableDnsHostnames")["EnableDnsHostnames"] == {"Value": True}
    return id_


def test_aws_vpc_read(ec2, vpc):
    found, = ec2.describe_vpcs(VpcIds=[vpc])["Vpcs"]
    assert found["DhcpOptionsId"] and found["InstanceTenancy"] == "default" and found["IsDefault"] is False
    assert found["CidrBlockAssociationSet"][0]["CidrBlockState"]["State"] == "associated"
    assert ec2.describe_vpc_attribute(VpcId=vpc, Attribute="enableDnsSupport")["EnableDnsSupport"] == {"Value": True}
    assert ec2.describe_vpc_attribute(VpcId=vpc, Attribute="enableNetworkAddressUsageMetrics")[
        "EnableNetworkAddressUsageMetrics"] == {"Value": False}
    acl, = ec2.describe_network_acls(Filters=where(default="true", vpc_id=vpc))["NetworkAcls"]
    assert acl["IsDefault"] and len(acl["Entries"]) == 4
    table, = ec2.describe_route_tables(Filters=where(association__main="true", vpc_id=vpc))["RouteTables"]
    assert [route["GatewayId"] for route in table["Routes"]] == ["local"]
    group, = ec2.describe_security_groups(Filters=where(group_name="default", vpc_id=vpc))["SecurityGroups"]
    assert group["GroupName"] == "default"


def test_aws_subnet(ec2, vpc, plain):
    made = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.1.0/24", AvailabilityZone=plain.region + "a",
                             TagSpecifications=tags("subnet", Name="a"))["Subnet"]
    id_ = made["SubnetId"]
    wait("available", lambda: ec2.describe_subnets(SubnetIds=[id_])["Subnets"][0]["State"] == "available")
    ec2.modify_subnet_attribute(SubnetId=id_, MapPublicIpOnLaunch={"Value": True})
    found, = ec2.describe_subnets(SubnetIds=[id_])["Subnets"]
    assert found["MapPublicIpOnLaunch"] is True and found["SubnetArn"].endswith(f"subnet/{id_}")
    assert found["AvailabilityZoneId"] and found["AvailableIpAddressCount"] == 251
    assert ec2.describe_network_interfaces(Filters=where(subnet_id=id_))["NetworkInterfaces"] == []
    ec2.delete_subnet(SubnetId=id_)
    refused(ec2.describe_subnets, "InvalidSubnetID.NotFound", SubnetIds=[id_])


def test_aws_route_table_and_propagation(ec2, vpc, plain):
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.2.0/24")["Subnet"]["SubnetId"]
    gateway = ec2.create_vpn_gateway(Type="ipsec.1")["VpnGateway"]["VpnGatewayId"]
    ec2.attach_vpn_gateway(VpcId=vpc, VpnGatewayId=gateway)
    table = ec2.create_route_table(VpcId=vpc, TagSpecifications=tags("route-table", Name="r"))["RouteTable"]["RouteTableId"]
    ec2.enable_vgw_route_propagation(RouteTableId=table, GatewayId=gateway)
    ec2.create_route(RouteTableId=table, DestinationCidrBlock="192.168.0.0/16", GatewayId=gateway)
    found, = ec2.describe_route_tables(RouteTableIds=[table])["RouteTables"]
    assert found["PropagatingVgws"] == [{"GatewayId": gateway}]
    assert {(route["DestinationCidrBlock"], route["Origin"]) for route in found["Routes"]} == {
        ("10.0.0.0/16", "CreateRouteTable"), ("192.168.0.0/16", "CreateRoute")}
    association = ec2.associate_route_table(RouteTableId=table, SubnetId=subnet)["AssociationId"]
    found, = ec2.describe_route_tables(
        Filters=where(association__route_table_association_id=association))["RouteTables"]
    assert found["Associations"][0]["AssociationState"]["State"] == "associated"
    refused(ec2.delete_route_table, "DependencyViolation", RouteTableId=table)
    ec2.disassociate_route_table(AssociationId=association)
    ec2.delete_route(RouteTableId=table, DestinationCidrBlock="192.168.0.0/16")
    ec2.disable_vgw_route_propagation(RouteTableId=table, GatewayId=gateway)
    ec2.delete_route_table(RouteTableId=table)
    refused(ec2.describe_route_tables, "InvalidRouteTableID.NotFound", RouteTableIds=[table])
    ec2.detach_vpn_gateway(VpcId=vpc, VpnGatewayId=gateway)
    wait("detached", lambda: all(each["State"] == "detached" for each in ec2.describe_vpn_gateways(
        VpnGatewayIds=[gateway])["VpnGateways"][0].get("VpcAttachments", [])))
    ec2.delete_vpn_gateway(VpnGatewayId=gateway)
    ec2.delete_subnet(SubnetId=subnet)


def test_aws_security_group(ec2, vpc):
    group = ec2.create_security_group(VpcId=vpc, GroupName="tf", Description="Managed by Terraform",
                                      TagSpecifications=tags("security-group", Name="tf"))["GroupId"]
    found, = ec2.describe_security_groups(GroupIds=[group])["SecurityGroups"]
    assert found["IpPermissionsEgress"][0]["IpProtocol"] == "-1"
    ec2.revoke_security_group_egress(GroupId=group, IpPermissions=[
        {"IpProtocol": "-1", "FromPort": 0, "ToPort": 0, "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}])
    with pytest.raises(ClientError) as raised:
        ec2.revoke_security_group_egress(GroupId=group, IpPermissions=[
            {"IpProtocol": "-1", "FromPort": 0, "ToPort": 0, "Ipv6Ranges": [{"CidrIpv6": "::/0"}]}])
    error = raised.value.response["Error"]
    assert error["Code"] == "InvalidPermission.NotFound" or (
        error["Code"] == "InvalidParameterValue" and "remote-ipv6-range" in error["Message"])
    ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=[
        {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443,
         "IpRanges": [{"CidrIp": "192.168.10.0/24", "Description": "site"}]}])
    found, = ec2.describe_security_groups(GroupIds=[group])["SecurityGroups"]
    assert found["IpPermissionsEgress"] == []
    assert found["IpPermissions"][0]["IpRanges"] == [{"CidrIp": "192.168.10.0/24", "Description": "site"}]
    assert ec2.describe_network_interfaces(Filters=where(group_id=group))["NetworkInterfaces"] == []
    ec2.delete_security_group(GroupId=group)
    refused(ec2.describe_security_groups, "InvalidGroup.NotFound", GroupIds=[group])


def test_aws_vpc_security_group_ingress_rule(ec2, vpc):
    group = ec2.create_security_group(VpcId=vpc, GroupName="rules", Description="Managed by Terraform")["GroupId"]
    made, = ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=[
        {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": [{"CidrIp": "10.0.0.0/8"}]}],
        TagSpecifications=tags("security-group-rule", Name="in"))["SecurityGroupRules"]
    id_ = made["SecurityGroupRuleId"]
    found, = ec2.describe_security_group_rules(SecurityGroupRuleIds=[id_])["SecurityGroupRules"]
    assert (found["CidrIpv4"], found["FromPort"], found["IsEgress"]) == ("10.0.0.0/8", 443, False)
    ec2.modify_security_group_rules(GroupId=group, SecurityGroupRules=[
        {"SecurityGroupRuleId": id_, "SecurityGroupRule": {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443,
                                                           "CidrIpv4": "10.0.0.0/9"}}])
    found, = ec2.describe_security_group_rules(SecurityGroupRuleIds=[id_])["SecurityGroupRules"]
    assert found["CidrIpv4"] == "10.0.0.0/9"
    ec2.revoke_security_group_ingress(GroupId=group, SecurityGroupRuleIds=[id_])
    refused(ec2.describe_security_group_rules, "InvalidSecurityGroupRuleId.NotFound", SecurityGroupRuleIds=[id_])
    ec2.delete_security_group(GroupId=group)


def test_aws_vpc_endpoint(ec2, vpc, plain):
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.4.0/24", AvailabilityZone=plain.region + "a")["Subnet"]["SubnetId"]
    service = f"com.amazonaws.{plain.region}.execute-api"
    made = ec2.create_vpc_endpoint(ClientToken=uuid.uuid4().hex, PrivateDnsEnabled=False, VpcEndpointType="Interface",
                                   VpcId=vpc, ServiceName=service, SubnetIds=[subnet],
                                   TagSpecifications=tags("vpc-endpoint", Name="e"))["VpcEndpoint"]
    id_ = made["VpcEndpointId"]
    describe = lambda: ec2.describe_vpc_endpoints(VpcEndpointIds=[id_])["VpcEndpoints"][0]  # noqa: E731
    wait("available", lambda: describe()["State"] == "available")
    found = describe()
    assert found["IpAddressType"] == "ipv4" and found["DnsOptions"]["DnsRecordIpType"] == "ipv4"
    assert found["RequesterManaged"] is False and found["RouteTableIds"] == []
    default, = ec2.describe_security_groups(Filters=where(group_name="default", vpc_id=vpc))["SecurityGroups"]
    assert [group["GroupId"] for group in found["Groups"]] == [default["GroupId"]], "none given means the VPC's default"
    assert json.loads(found["PolicyDocument"])["Statement"] == [
        {"Action": "*", "Effect": "Allow", "Principal": "*", "Resource": "*"}]
    assert ec2.describe_prefix_lists(Filters=where(prefix_list_name=service))["PrefixLists"] == []
    interface, = ec2.describe_network_interfaces(NetworkInterfaceIds=found["NetworkInterfaceIds"])["NetworkInterfaces"]
    assert interface["SubnetId"] == subnet and interface["PrivateIpAddress"].startswith("10.0.4.")
    refused(ec2.delete_subnet, "DependencyViolation", SubnetId=subnet)
    other = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.5.0/24", AvailabilityZone=plain.region + "c")["Subnet"]["SubnetId"]
    ec2.modify_vpc_endpoint(VpcEndpointId=id_, AddSubnetIds=[other])
    wait("available", lambda: describe()["State"] == "available" and len(describe()["NetworkInterfaceIds"]) == 2)
    ec2.modify_vpc_endpoint(VpcEndpointId=id_, RemoveSubnetIds=[other])
    wait("available", lambda: describe()["State"] == "available" and len(describe()["NetworkInterfaceIds"]) == 1)
    assert ec2.delete_vpc_endpoints(VpcEndpointIds=[id_])["Unsuccessful"] == []

    def gone():
        try:
            return describe()["State"] == "deleted"
        except ClientError as error:
            return error.response["Error"]["Code"] == "InvalidVpcEndpointId.NotFound"
    wait("gone", gone)
    for each in (subnet, other):
        ec2.delete_subnet(SubnetId=each)


def test_an_endpoint_without_subnets(ec2, vpc, plain):
    made = ec2.create_vpc_endpoint(PrivateDnsEnabled=False, VpcEndpointType="Interface", VpcId=vpc,
                                   ServiceName=f"com.amazonaws.{plain.region}.execute-api")["VpcEndpoint"]
    describe = lambda: ec2.describe_vpc_endpoints(VpcEndpointIds=[made["VpcEndpointId"]])["VpcEndpoints"][0]  # noqa: E731
    wait("available", lambda: describe()["State"] == "available")
    assert describe()["NetworkInterfaceIds"] == [] and describe().get("DnsEntries", []) == []
    ec2.delete_vpc_endpoints(VpcEndpointIds=[made["VpcEndpointId"]])


def test_aws_dx_connection_and_interface(ec2, dx, vpc, plain):
    account = plain.client("sts").get_caller_identity()["Account"]
    location = dx.describe_locations()["locations"][0]["locationCode"]
    connection = dx.create_connection(location=location, bandwidth="1Gbps", connectionName="tf", requestMACSec=False,
                                      tags=[{"key": "Name", "value": "tf"}])["connectionId"]
    found, = dx.describe_connections(connectionId=connection)["connections"]
    assert found["connectionState"] in ("requested", "pending", "available")
    arn = f"arn:aws:directconnect:{plain.region}:{account}:dxcon/{connection}"
    assert dx.describe_tags(resourceArns=[arn])["resourceTags"] == [
        {"resourceArn": arn, "tags": [{"key": "Name", "value": "tf"}]}]
    gateway = ec2.create_vpn_gateway(Type="ipsec.1")["VpnGateway"]["VpnGatewayId"]
    interface = dx.create_private_virtual_interface(connectionId=connection, newPrivateVirtualInterface={
        "virtualInterfaceName": "tf", "vlan": 4000, "asn": 65352, "mtu": 1500, "enableSiteLink": False,
        "addressFamily": "ipv4", "virtualGatewayId": gateway})["virtualInterfaceId"]
    describe = lambda: dx.describe_virtual_interfaces(virtualInterfaceId=interface)["virtualInterfaces"]  # noqa: E731
    wait("it leaves pending without a router", lambda: describe()[0]["virtualInterfaceState"] in ("down", "available"))
    assert describe()[0]["mtu"] == 1500 and describe()[0]["bgpPeers"][0]["bgpStatus"] == "down"
    assert f'<logical_connection id="{interface}">' in describe()[0]["customerRouterConfig"]
    vif = f"arn:aws:directconnect:{plain.region}:{account}:dxvif/{interface}"
    assert dx.describe_tags(resourceArns=[vif])["resourceTags"][0]["tags"] == []
    dx.delete_virtual_interface(virtualInterfaceId=interface)
    wait("deleted", lambda: not describe() or describe()[0]["virtualInterfaceState"] == "deleted")
    dx.delete_connection(connectionId=connection)
    wait("deleted", lambda: all(each["connectionState"] == "deleted"
                                for each in dx.describe_connections(connectionId=connection)["connections"]))
    ec2.delete_vpn_gateway(VpnGatewayId=gateway)


def test_aws_api_gateway_rest_api_from_a_body(api, plain):
    made = api.create_rest_api(name="tf", endpointConfiguration={"types": ["PRIVATE"]}, tags={"Name": "tf"})
    id_ = made["id"]
    document = json.loads(example_api(plain.region))
    document["x-amazon-apigateway-policy"] = json.loads(policy("vpce-00000000000000000"))
    api.put_rest_api(restApiId=id_, mode="overwrite", body=json.dumps(document).encode())
    api.update_rest_api(restApiId=id_, patchOperations=[{"op": "replace", "path": "/name", "value": "tf"}])
    found = api.get_rest_api(restApiId=id_)
    assert found["name"] == "tf" and found["tags"] == {"Name": "tf"} and "sourceVpce" in found["policy"]
    paths = {item["path"] for item in api.get_resources(restApiId=id_, limit=500)["items"]}
    assert paths == {"/", "/pets", "/pets/{petId}"}
    deployment = api.create_deployment(restApiId=id_)["id"]
    assert api.get_deployment(restApiId=id_, deploymentId=deployment)["id"] == deployment
    api.create_stage(restApiId=id_, stageName="prod", deploymentId=deployment, variables={"v": "1"})
    stage = api.get_stage(restApiId=id_, stageName="prod")
    assert stage["deploymentId"] == deployment and stage["variables"] == {"v": "1"}
    api.update_stage(restApiId=id_, stageName="prod", patchOperations=[
        {"op": "replace", "path": "/variables/v", "value": "2"}, {"op": "replace", "path": "/description", "value": "d"}])
    stage = api.get_stage(restApiId=id_, stageName="prod")
    assert (stage["variables"], stage["description"]) == ({"v": "2"}, "d")
    api.delete_stage(restApiId=id_, stageName="prod")
    api.delete_deployment(restApiId=id_, deploymentId=deployment)
    api.delete_rest_api(restApiId=id_)
    refused(api.get_rest_api, "NotFoundException", status=404, restApiId=id_)


def test_aws_api_gateway_resource_by_resource(api):
    made = api.create_rest_api(name="parts", endpointConfiguration={"types": ["REGIONAL"]})
    id_, root = made["id"], made["rootResourceId"]
    assert [item["path"] for item in api.get_resources(restApiId=id_)["items"]] == ["/"]
    resource = api.create_resource(restApiId=id_, parentId=root, pathPart="{id}")["id"]
    assert api.get_resource(restApiId=id_, resourceId=resource)["path"] == "/{id}"
    at = {"restApiId": id_, "resourceId": resource, "httpMethod": "GET"}
    api.put_method(**at, authorizationType="NONE", requestParameters={"method.request.path.id": True})
    assert api.get_method(**at)["requestParameters"] == {"method.request.path.id": True}
    api.put_integration(**at, type="MOCK", requestTemplates={"application/json": '{"statusCode": 200}'})
    found = api.get_integration(**at)
    assert found["passthroughBehavior"] == "WHEN_NO_MATCH" and found["timeoutInMillis"] == 29000
    api.put_method_response(**at, statusCode="200", responseModels={"application/json": "Empty"})
    api.put_integration_response(**at, statusCode="200", responseTemplates={"application/json": '{"id": "$input.params(\'id\')"}'})
    assert api.get_method_response(**at, statusCode="200")["responseModels"] == {"application/json": "Empty"}
    assert api.get_integration_response(**at, statusCode="200")["statusCode"] == "200"
    api.update_integration(**at, patchOperations=[{"op": "replace", "path": "/timeoutInMillis", "value": "5000"}])
    assert api.get_integration(**at)["timeoutInMillis"] == 5000
    for call, arguments in [(api.delete_integration_response, {"statusCode": "200"}), (api.delete_method_response, {"statusCode": "200"}),
                            (api.delete_integration, {}), (api.delete_method, {})]:
        call(**at, **arguments)
    api.delete_resource(restApiId=id_, resourceId=resource)
    refused(api.get_resource, "NotFoundException", status=404, restApiId=id_, resourceId=resource)
    api.delete_rest_api(restApiId=id_)


def test_aws_api_gateway_endpoint_ids(api):
    made = api.create_rest_api(name="associated", endpointConfiguration={"types": ["PRIVATE"]})
    api.update_rest_api(restApiId=made["id"], patchOperations=[
        {"op": "add", "path": "/endpointConfiguration/vpcEndpointIds", "value": "vpce-0123456789abcdef0"}])
    found = api.get_rest_api(restApiId=made["id"])["endpointConfiguration"]
    assert found["vpcEndpointIds"] == ["vpce-0123456789abcdef0"]
    api.update_rest_api(restApiId=made["id"], patchOperations=[
        {"op": "remove", "path": "/endpointConfiguration/vpcEndpointIds", "value": "vpce-0123456789abcdef0"}])
    assert not api.get_rest_api(restApiId=made["id"])["endpointConfiguration"].get("vpcEndpointIds")
    api.delete_rest_api(restApiId=made["id"])


def test_paging(ec2, api, vpc):
    made = [api.create_rest_api(name=f"page{number}")["id"] for number in range(7)]
    listed, position = [], None
    while True:
        page = api.get_rest_apis(limit=3, **({"position": position} if position else {}))
        listed += [item["id"] for item in page["items"]]
        assert len(page["items"]) <= 3
        position = page.get("position")
        if not position:
            break
    assert set(made) <= set(listed) and len(listed) == len(set(listed))
    subnets = [ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.0.{128 + number}.0/24")["Subnet"]["SubnetId"] for number in range(7)]
    pages = list(ec2.get_paginator("describe_subnets").paginate(Filters=where(vpc_id=vpc), PaginationConfig={"PageSize": 5}))
    assert len(pages) >= 2
    assert set(subnets) <= {subnet["SubnetId"] for page in pages for subnet in page["Subnets"]}
    for subnet in subnets:
        ec2.delete_subnet(SubnetId=subnet)
    for id_ in made:
        api.delete_rest_api(restApiId=id_)


def test_zz_the_vpc_goes_when_everything_in_it_has(ec2, vpc):
    ec2.delete_vpc(VpcId=vpc)
    refused(ec2.describe_vpcs, "InvalidVpcID.NotFound", VpcIds=[vpc])
