"""Codes and texts of the EC2 API's refusals, as the stock client reads them."""

import json

import pytest

from refusals import refused

NOWHERE = "0" * 17


@pytest.fixture(scope="module")
def ec2(plain):
    return plain.ec2


@pytest.fixture(scope="module")
def net(ec2, plain):
    """A VPC with a subnet in each of two zones, and a group."""
    class Net:
        vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.1.0/24", AvailabilityZone=plain.region + "a")["Subnet"]["SubnetId"]
        group = ec2.create_security_group(VpcId=vpc, GroupName="one", Description="one")["GroupId"]
        service = f"com.amazonaws.{plain.region}.execute-api"
        region = plain.region
    return Net


@pytest.mark.parametrize("call, arguments, code, message", [
    ("describe_vpcs", {"VpcIds": [f"vpc-{NOWHERE}"]}, "InvalidVpcID.NotFound", f"The vpc ID 'vpc-{NOWHERE}' does not exist"),
    ("delete_vpc", {"VpcId": f"vpc-{NOWHERE}"}, "InvalidVpcID.NotFound", f"The vpc ID 'vpc-{NOWHERE}' does not exist"),
    ("describe_subnets", {"SubnetIds": [f"subnet-{NOWHERE}"]}, "InvalidSubnetID.NotFound",
     f"The subnet ID 'subnet-{NOWHERE}' does not exist"),
    ("describe_route_tables", {"RouteTableIds": [f"rtb-{NOWHERE}"]}, "InvalidRouteTableID.NotFound",
     f"The routeTable ID 'rtb-{NOWHERE}' does not exist"),
    ("disassociate_route_table", {"AssociationId": f"rtbassoc-{NOWHERE}"}, "InvalidAssociationID.NotFound",
     f"The association ID 'rtbassoc-{NOWHERE}' does not exist"),
    ("describe_security_groups", {"GroupIds": [f"sg-{NOWHERE}"]}, "InvalidGroup.NotFound",
     f"The security group 'sg-{NOWHERE}' does not exist"),
    ("describe_security_group_rules", {"SecurityGroupRuleIds": [f"sgr-{NOWHERE}"]}, "InvalidSecurityGroupRuleId.NotFound",
     f"The security group rule ID 'sgr-{NOWHERE}' does not exist"),
    ("describe_network_acls", {"NetworkAclIds": [f"acl-{NOWHERE}"]}, "InvalidNetworkAclID.NotFound",
     f"The network acl ID 'acl-{NOWHERE}' does not exist"),
    ("describe_network_interfaces", {"NetworkInterfaceIds": [f"eni-{NOWHERE}"]}, "InvalidNetworkInterfaceID.NotFound",
     f"The networkInterface ID 'eni-{NOWHERE}' does not exist"),
    ("describe_vpn_gateways", {"VpnGatewayIds": [f"vgw-{NOWHERE}"]}, "InvalidVpnGatewayID.NotFound",
     f"The virtual private gateway ID 'vgw-{NOWHERE}' does not exist"),
    ("delete_vpn_gateway", {"VpnGatewayId": f"vgw-{NOWHERE}"}, "InvalidVpnGatewayID.NotFound", None),
    ("describe_vpc_endpoints", {"VpcEndpointIds": [f"vpce-{NOWHERE}"]}, "InvalidVpcEndpointId.NotFound",
     f"The Vpc Endpoint Id 'vpce-{NOWHERE}' does not exist"),
    ("modify_vpc_endpoint", {"VpcEndpointId": f"vpce-{NOWHERE}", "ResetPolicy": True}, "InvalidVpcEndpointId.NotFound",
     f"The Vpc Endpoint Id 'vpce-{NOWHERE}' does not exist"),
    ("describe_vpc_endpoint_services", {"ServiceNames": ["com.amazonaws.nowhere.nothing"]}, "InvalidServiceName",
     "The Vpc Endpoint Service 'com.amazonaws.nowhere.nothing' does not exist"),
    ("describe_vpcs", {"Filters": [{"Name": "colour", "Values": ["blue"]}]}, "InvalidParameterValue",
     "The filter 'colour' is invalid"),
    ("create_vpc", {"CidrBlock": "10.0.0.0"}, "InvalidParameterValue",
     "Value (10.0.0.0) for parameter cidrBlock is invalid. This is not a valid CIDR block."),
    ("create_vpc", {"CidrBlock": "10.0.0.0/8"}, "InvalidVpc.Range", "The CIDR '10.0.0.0/8' is invalid."),
    ("create_vpc", {"CidrBlock": "10.0.0.0/29"}, "InvalidVpc.Range", "The CIDR '10.0.0.0/29' is invalid."),
    ("create_vpc", {}, "MissingParameter", "Either 'cidrBlock' or 'ipv4IpamPoolId' should be provided."),
    ("create_subnet", {"VpcId": f"vpc-{NOWHERE}"}, "MissingParameter", None),
    ("create_vpc", {"CidrBlock": "10.9.0.0/16", "DryRun": True}, "DryRunOperation",
     "Request would have succeeded, but DryRun flag is set."),
])
def test_by_id(ec2, call, arguments, code, message):
    refused(getattr(ec2, call), code, message, status=412 if code == "DryRunOperation" else 400, **arguments)


def test_a_malformed_id_is_told_from_a_missing_one(ec2):
    for call, arguments, code in [
            ("describe_vpcs", {"VpcIds": ["vpc-x"]}, "InvalidVpcID.Malformed"),
            ("describe_subnets", {"SubnetIds": ["subnet-x y"]}, "InvalidSubnetId.Malformed"),
            ("describe_security_groups", {"GroupIds": ["nonsense"]}, "InvalidGroupId.Malformed"),
            ("describe_vpc_endpoints", {"VpcEndpointIds": ["nonsense"]}, "InvalidVpcEndpointId.Malformed")]:
        refused(getattr(ec2, call), code, **arguments)


def test_subnets(ec2, net):
    refused(ec2.create_subnet, "InvalidSubnet.Conflict", "The CIDR '10.0.1.0/24' conflicts with another subnet",
            VpcId=net.vpc, CidrBlock="10.0.1.0/24")
    refused(ec2.create_subnet, "InvalidSubnet.Conflict", "The CIDR '10.0.1.128/25' conflicts with another subnet",
            VpcId=net.vpc, CidrBlock="10.0.1.128/25")
    refused(ec2.create_subnet, "InvalidSubnet.Range", "The CIDR '10.1.0.0/24' is invalid.", VpcId=net.vpc,
            CidrBlock="10.1.0.0/24")
    refused(ec2.create_subnet, "InvalidParameterValue", "Value (nowhere-1a) for parameter availabilityZone is invalid. "
            "Subnets can currently only be created in the following availability zones: …", VpcId=net.vpc,
            CidrBlock="10.0.9.0/24", AvailabilityZone="nowhere-1a")


def test_one_attribute_a_call(ec2, net):
    refused(ec2.modify_vpc_attribute, "InvalidParameterCombination",
            "Fields for multiple attribute types specified: enableDnsHostnames, enableDnsSupport",
            VpcId=net.vpc, EnableDnsHostnames={"Value": True}, EnableDnsSupport={"Value": True})


def test_groups(ec2, net):
    refused(ec2.create_security_group, "InvalidGroup.Duplicate", f"The security group 'one' already exists for VPC '{net.vpc}'",
            VpcId=net.vpc, GroupName="one", Description="again")
    refused(ec2.create_security_group, "InvalidGroup.Reserved", "Cannot use reserved security group name: default",
            VpcId=net.vpc, GroupName="default", Description="mine")
    default = ec2.describe_security_groups(Filters=[{"Name": "vpc-id", "Values": [net.vpc]},
                                                    {"Name": "group-name", "Values": ["default"]}])["SecurityGroups"][0]
    refused(ec2.delete_security_group, "CannotDelete",
            f'the specified group: "{default["GroupId"]}" name: "default" cannot be deleted by a user',
            GroupId=default["GroupId"])


def test_rules(ec2, net):
    rule = {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}
    ec2.authorize_security_group_ingress(GroupId=net.group, IpPermissions=[rule])
    refused(ec2.authorize_security_group_ingress, "InvalidPermission.Duplicate",
            'the specified rule "peer: 0.0.0.0/0, TCP, from port: 443, to port: 443, ALLOW" already exists',
            GroupId=net.group, IpPermissions=[rule])
    refused(ec2.revoke_security_group_ingress, "InvalidPermission.NotFound",
            "The specified rule does not exist in this security group", GroupId=net.group,
            IpPermissions=[{**rule, "FromPort": 80, "ToPort": 80}])
    all_ = {"IpProtocol": "-1", "UserIdGroupPairs": [{"GroupId": net.group}]}
    ec2.authorize_security_group_ingress(GroupId=net.group, IpPermissions=[all_])
    refused(ec2.authorize_security_group_ingress, "InvalidPermission.Duplicate",
            f'the specified rule "peer: {net.group}, ALL, ALLOW" already exists', GroupId=net.group, IpPermissions=[all_])
    refused(ec2.authorize_security_group_ingress, "InvalidPermission.Malformed", GroupId=net.group,
            IpPermissions=[{**rule, "IpProtocol": "carrier-pigeon"}])


def test_routes(ec2, net):
    table = ec2.create_route_table(VpcId=net.vpc)["RouteTable"]["RouteTableId"]
    gateway = ec2.create_vpn_gateway(Type="ipsec.1")["VpnGateway"]["VpnGatewayId"]
    refused(ec2.enable_vgw_route_propagation, "Gateway.NotAttached", RouteTableId=table, GatewayId=gateway)
    ec2.attach_vpn_gateway(VpcId=net.vpc, VpnGatewayId=gateway)
    ec2.create_route(RouteTableId=table, DestinationCidrBlock="192.168.0.0/16", GatewayId=gateway)
    refused(ec2.create_route, "RouteAlreadyExists", "The route identified by 192.168.0.0/16 already exists.",
            RouteTableId=table, DestinationCidrBlock="192.168.0.0/16", GatewayId=gateway)
    refused(ec2.delete_route, "InvalidRoute.NotFound",
            f"no route with destination-cidr-block 172.16.0.0/12 in route table {table}", RouteTableId=table,
            DestinationCidrBlock="172.16.0.0/12")
    refused(ec2.replace_route, "InvalidParameterValue",
            "There is no route defined for '172.16.0.0/12' in the route table. Use CreateRoute instead.",
            RouteTableId=table, DestinationCidrBlock="172.16.0.0/12", GatewayId=gateway)
    refused(ec2.delete_vpc, "DependencyViolation", f"The vpc '{net.vpc}' has dependencies and cannot be deleted.",
            VpcId=net.vpc)
    other = ec2.create_vpc(CidrBlock="10.5.0.0/16")["Vpc"]["VpcId"]
    refused(ec2.detach_vpn_gateway, "InvalidVpnGatewayAttachment.NotFound",
            f"The attachment with vpn gateway ID '{gateway}' and vpc ID '{other}' does not exist", VpcId=other,
            VpnGatewayId=gateway)


def endpoint(net, **changes):
    asked = {"VpcEndpointType": "Interface", "VpcId": net.vpc, "ServiceName": net.service, "SubnetIds": [net.subnet],
             "PrivateDnsEnabled": False}
    asked.update(changes)
    return {name: value for name, value in asked.items() if value is not None}


def test_endpoints(ec2, net):
    create = ec2.create_vpc_endpoint
    hostnames = (f"Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true for {net.vpc}")
    refused(create, "InvalidParameter", hostnames, **endpoint(net, PrivateDnsEnabled=True))
    refused(create, "InvalidParameter", hostnames, **endpoint(net, PrivateDnsEnabled=None))
    refused(create, "InvalidParameter", "Endpoint type (Gateway) does not match available service types ([Interface]).",
            **endpoint(net, VpcEndpointType=None, PrivateDnsEnabled=None, SubnetIds=None))
    refused(create, "InvalidServiceName", f"The Vpc Endpoint Service 'com.amazonaws.{net.region}.exec-api' does not exist",
            **endpoint(net, ServiceName=f"com.amazonaws.{net.region}.exec-api"))
    same_zone = ec2.create_subnet(VpcId=net.vpc, CidrBlock="10.0.3.0/24", AvailabilityZone=net.region + "a")["Subnet"]["SubnetId"]
    refused(create, "DuplicateSubnetsInSameZone", "Found another VPC endpoint subnet in the availability zone of …",
            **endpoint(net, SubnetIds=[net.subnet, same_zone]))
    refused(create, "InvalidPolicyDocument", **endpoint(net, PolicyDocument="{nonsense"))
    refused(create, "InvalidPolicyDocument", **endpoint(net, PolicyDocument=json.dumps(
        {"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]})))
    refused(create, "InvalidVpcID.NotFound", **endpoint(net, VpcId=f"vpc-{NOWHERE}"))
    refused(create, "InvalidSubnetID.NotFound", **endpoint(net, SubnetIds=[f"subnet-{NOWHERE}"]))
    other = ec2.create_vpc(CidrBlock="10.6.0.0/16")["Vpc"]["VpcId"]
    foreign = ec2.create_security_group(VpcId=other, GroupName="x", Description="x")["GroupId"]
    refused(create, "InvalidParameter", **endpoint(net, SecurityGroupIds=[foreign]))


def test_a_client_token_is_held_to_its_parameters(ec2, net):
    first = ec2.create_vpc_endpoint(ClientToken="once", **endpoint(net))["VpcEndpoint"]["VpcEndpointId"]
    assert ec2.create_vpc_endpoint(ClientToken="once", **endpoint(net))["VpcEndpoint"]["VpcEndpointId"] == first
    refused(ec2.create_vpc_endpoint, "IdempotentParameterMismatch", ClientToken="once", **endpoint(net, SubnetIds=None))
    ec2.delete_vpc_endpoints(VpcEndpointIds=[first])


def test_deleting_what_is_not_there_is_told_by_item(ec2):
    answer = ec2.delete_vpc_endpoints(VpcEndpointIds=[f"vpce-{NOWHERE}"])
    item, = answer["Unsuccessful"]
    assert item["ResourceId"] == f"vpce-{NOWHERE}"
    assert item["Error"]["Code"] == "InvalidVpcEndpoint.NotFound"


def test_a_second_private_dns_conflicts(ec2, net):
    ec2.modify_vpc_attribute(VpcId=net.vpc, EnableDnsHostnames={"Value": True})
    first = ec2.create_vpc_endpoint(**endpoint(net, PrivateDnsEnabled=None))["VpcEndpoint"]
    assert first["PrivateDnsEnabled"] is True, "left out means on"
    refused(ec2.create_vpc_endpoint, "InvalidParameter",
            "private-dns-enabled cannot be set because there is already a conflicting DNS domain for "
            f"execute-api.{net.region}.amazonaws.com in the VPC {net.vpc}", **endpoint(net, PrivateDnsEnabled=True))
    ec2.delete_vpc_endpoints(VpcEndpointIds=[first["VpcEndpointId"]])
