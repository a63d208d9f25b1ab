"""Names, as `dig` sees them: from on premises (the public view) and from a workload (the VPC's resolver)."""

import re

import pytest

from kit import STAGE, wait
from reference_path import HOST


@pytest.fixture(scope="module")
def app(path):
    """A workload in the VPC, let in by the group."""
    path.i.cli("lab", "add-host", "app", "--subnet", path.subnets[0], check=True)
    path.open_group("10.0.0.0/16")
    return "app"


def header_of(text):
    status = re.search(r"status: (\w+)", text)[1]
    flags = re.search(r"flags: ([a-z ]*);", text)[1].split()
    answers = int(re.search(r"ANSWER: (\d+)", text)[1])
    return status, flags, answers


def dig(path, *argv, host=HOST):
    return path.i.dig(host, *argv).ok().out


def test_addresses_have_a_ttl_of_60_and_rotate(path):
    orders = []
    for _ in range(8):
        lines = [line.split() for line in dig(path, "+noall", "+answer", path.name).splitlines()]
        assert [line[1:4] for line in lines] == [["60", "IN", "A"]] * 2
        orders.append(tuple(line[4] for line in lines))
    assert all(sorted(order) == path.endpoint_addresses() for order in orders)
    assert len(set(orders)) == 2, "the order turns"


def test_zonal_names_lead_to_one_interface(path):
    seen = {name: path.i.addresses(HOST, name) for name in path.entries[1:]}
    assert all(len(found) == 1 for found in seen.values()), seen
    assert sorted(address for found in seen.values() for address in found) == path.endpoint_addresses()


def test_names_are_case_insensitive_and_echoed(path):
    text = dig(path, path.name.upper())
    assert header_of(text)[0] == "NOERROR" and header_of(text)[2] == 2
    assert path.name.upper() in text


@pytest.mark.parametrize("kind", ["AAAA", "TXT", "MX", "HTTPS"])
def test_a_name_without_the_type_is_nodata_with_the_soa(path, kind):
    text = dig(path, path.name, kind)
    status, _, answers = header_of(text)
    assert (status, answers) == ("NOERROR", 0)
    assert re.search(r"AUTHORITY SECTION:\n\S+amazonaws\.com\.\s+\d+\s+IN\s+SOA\s", text), text


def test_an_unknown_name_is_nxdomain_with_the_soa(path):
    text = dig(path, f"vpce-00000000000000000-abcdefgh.execute-api.{path.i.region}.vpce.amazonaws.com")
    assert header_of(text)[0] == "NXDOMAIN"
    assert "\tSOA\t" in text or " SOA " in text


def test_foreign_names_are_refused(path):
    assert header_of(dig(path, "example.com"))[0] == "REFUSED"


def test_tcp(path):
    text = dig(path, "+tcp", path.name)
    assert header_of(text)[0] == "NOERROR" and header_of(text)[2] == 2
    assert "(TCP)" in text


def test_edns(path):
    text = dig(path, "+bufsize=4096", path.name)
    assert re.search(r"EDNS: version: 0, flags:; udp: \d+", text), text
    plain = dig(path, "+noedns", path.name)
    assert "OPT PSEUDOSECTION" not in plain and header_of(plain)[2] == 2


def test_recursion_is_offered(path):
    assert "ra" in header_of(dig(path, path.name))[1]


def test_nslookup_says_nothing_odd(path):
    done = path.i.exec(HOST, "nslookup", path.name).ok()
    assert "recursion" not in done.out.lower() + done.err.lower()
    missing = path.i.exec(HOST, "nslookup", f"nope.execute-api.{path.i.region}.vpce.amazonaws.com")
    assert missing.code == 1 and "NXDOMAIN" in missing.out


def test_the_host_has_one_resolver(path):
    text = path.i.exec(HOST, "cat", "/etc/resolv.conf").ok().out
    assert re.findall(r"^nameserver (\S+)$", text, re.M) == ["198.51.100.53"]


def test_the_vpc_resolver_knows_the_endpoint(path, app):
    text = path.i.exec(app, "cat", "/etc/resolv.conf").ok().out
    assert re.findall(r"^nameserver (\S+)$", text, re.M) == ["10.0.0.2"], "the VPC's base plus two"
    assert sorted(path.i.addresses(app, path.name)) == path.endpoint_addresses()
    assert path.i.curl(app, path.url(), *path.header()).status == 200


def test_the_vpc_resolver_is_not_reached_from_on_premises(path, app):
    done = path.i.exec(HOST, "dig", "+tries=1", "+time=1", "@10.0.0.2", path.name)
    assert done.code == 9, done
    assert "timed out" in done.out + done.err or "unreachable" in done.out + done.err, done


def test_dns_support_off_stops_the_vpc_resolver_alone(path, app):
    ec2 = path.i.ec2
    ec2.modify_vpc_attribute(VpcId=path.vpc, EnableDnsSupport={"Value": False})
    try:
        wait("the resolver stops", lambda: path.i.exec(app, "dig", "+tries=1", "+time=1", path.name).code == 9)
        assert sorted(path.i.addresses(HOST, path.name)) == path.endpoint_addresses(), "the public name still answers"
    finally:
        ec2.modify_vpc_attribute(VpcId=path.vpc, EnableDnsSupport={"Value": True})
    wait("the resolver is back", lambda: sorted(path.i.addresses(app, path.name)) == path.endpoint_addresses())


def test_private_dns_changes_the_vpc_view_alone(path, app):
    ec2, own = path.i.ec2, path.host_of(path.api_id)
    public = path.i.addresses(HOST, own)
    ec2.modify_vpc_attribute(VpcId=path.vpc, EnableDnsHostnames={"Value": True})
    ec2.modify_vpc_endpoint(VpcEndpointId=path.endpoint_id, PrivateDnsEnabled=True)
    try:
        wait("the endpoint answers for the name", lambda: sorted(path.i.addresses(app, own)) == path.endpoint_addresses())
        bare = f"execute-api.{path.i.region}.amazonaws.com"
        assert sorted(path.i.addresses(app, bare)) == path.endpoint_addresses()
        assert path.i.addresses(HOST, own) == public
        assert path.i.curl(app, f"https://{own}/{STAGE}").status == 200
    finally:
        ec2.modify_vpc_endpoint(VpcEndpointId=path.endpoint_id, PrivateDnsEnabled=False)
    wait("the public view is back", lambda: path.i.addresses(app, own) == public)
