"""Direct Connect has one error for all faults of the caller; the text is the contract."""

import pytest

from refusals import refused

FAULT = "DirectConnectClientException"


@pytest.fixture(scope="module")
def dx(plain):
    return plain.dx


@pytest.fixture(scope="module")
def link(plain, dx):
    class Link:
        location = dx.describe_locations()["locations"][0]["locationCode"]
        connection = dx.create_connection(location=location, bandwidth="1Gbps", connectionName="one")["connectionId"]
        gateway = plain.ec2.create_vpn_gateway(Type="ipsec.1")["VpnGateway"]["VpnGatewayId"]
    return Link


def interface(link, **changes):
    asked = {"virtualInterfaceName": "one", "vlan": 101, "asn": 65010, "virtualGatewayId": link.gateway}
    asked.update(changes)
    return {"connectionId": link.connection,
            "newPrivateVirtualInterface": {name: value for name, value in asked.items() if value is not None}}


def test_connections(dx, link):
    text = refused(dx.describe_connections, FAULT, connectionId="dxcon-zzzzzzzz")
    assert "Could not find Connection with ID dxcon-zzzzzzzz" in text
    assert "Could not find Connection with ID" in refused(dx.delete_connection, FAULT, connectionId="dxcon-zzzzzzzz")
    refused(dx.create_connection, FAULT, location="Nowhere", bandwidth="1Gbps", connectionName="x")
    refused(dx.create_connection, FAULT, location=link.location, bandwidth="3Gbps", connectionName="x")


def test_an_unknown_interface_is_an_empty_list_and_a_refused_delete(dx):
    assert dx.describe_virtual_interfaces(virtualInterfaceId="dxvif-zzzzzzzz")["virtualInterfaces"] == []
    assert "does not exist" in refused(dx.delete_virtual_interface, FAULT, virtualInterfaceId="dxvif-zzzzzzzz")


@pytest.mark.parametrize("changes, text", [
    ({"vlan": 0}, None),
    ({"vlan": 4095}, None),
    ({"asn": 0}, None),
    ({"virtualGatewayId": "vgw-00000000000000000"}, None),
    ({"virtualGatewayId": None}, None),
    ({"authKey": "short"}, None),
    ({"amazonAddress": "169.254.1.1/30", "customerAddress": "169.254.2.2/30"},
     "Amazon Address and Customer Address must be in the same CIDR"),
    ({"amazonAddress": "169.254.1.0/30", "customerAddress": "169.254.1.2/30"}, "Amazon Address is address 0 on its subnet."),
    ({"amazonAddress": "169.254.1.3/30", "customerAddress": "169.254.1.2/30"},
     "Amazon Address is the broadcast address on its subnet."),
])
def test_interfaces_that_cannot_be(dx, link, changes, text):
    before = dx.describe_virtual_interfaces()["virtualInterfaces"]
    refused(dx.create_private_virtual_interface, FAULT, text, **interface(link, **changes))
    assert len(dx.describe_virtual_interfaces()["virtualInterfaces"]) == len(before)


def test_a_vlan_is_used_once_and_the_last_peer_stays(dx, link):
    made = dx.create_private_virtual_interface(**interface(link, vlan=202))
    assert made["virtualInterfaceState"] == "pending" and len(made["authKey"]) >= 6
    assert made["amazonAddress"].startswith("169.254.") and made["amazonSideAsn"] == 64512
    refused(dx.create_private_virtual_interface, FAULT, **interface(link, vlan=202))
    refused(dx.delete_bgp_peer, FAULT, "The last BGP Peer on a Virtual Interface cannot be deleted",
            virtualInterfaceId=made["virtualInterfaceId"], asn=65010, customerAddress=made["customerAddress"])
    refused(dx.delete_connection, FAULT, connectionId=link.connection)


def test_operations_that_are_not_served(dx):
    text = refused(dx.describe_lags, "UnknownOperationException")
    assert "DescribeLags" in text and "not served" in text
