"""What the tests share: how the network can be made here, one walked path per module, and the last guard."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from kit import BINARY, IS_ROOT, Instance  # noqa: E402
from reference_path import ReferencePath  # noqa: E402

#: The network that is most real here.
BEST = "netns" if IS_ROOT else "userns"


def pytest_configure(config):
    if not BINARY.exists():
        pytest.exit(f"{BINARY} is missing; `./test` builds it, SEKISHO_BIN names another", returncode=2)


def require_router(kind):
    """BIRD and FRR are installed by ./test as root; missing them is then a failure, else a skip with its reason."""
    paths = {"bird": ["/usr/sbin/bird", "/usr/bin/bird", "/usr/local/sbin/bird"], "frr": ["/usr/lib/frr/bgpd"]}
    if kind in paths and not any(map(os.path.exists, paths[kind])):
        if IS_ROOT:
            pytest.fail(f"{kind} is not installed; ./test as root installs it")
        pytest.skip(f"{kind} is not installed and only root can install it")


def require_network(network):
    if network == "netns" and not IS_ROOT:
        pytest.skip("network namespaces of the machine need root")
    if network == "userns":
        works = subprocess.run(["unshare", "-Urn", "true"], capture_output=True, check=False).returncode == 0
        if not works:
            pytest.skip("this machine forbids unprivileged user namespaces")


def require_programs(*names):
    missing = [name for name in names if not shutil.which(name, path=os.environ["PATH"] + ":/usr/sbin:/sbin")]
    if missing:
        if IS_ROOT:
            pytest.fail(f"not installed: {' '.join(missing)}; ./test as root installs them")
        pytest.skip(f"not installed: {' '.join(missing)}")


#: (network, router, as an unprivileged user)
MATRIX = {
    "netns-bird": ("netns", "bird", False),
    "netns-frr": ("netns", "frr", False),
    "netns-built-in": ("netns", "built-in", False),
    "userns-nobody": ("userns", None, True),
    "loopback": ("loopback", None, False),
}


def matrix_instance(name):
    """An instance for a column of the matrix, or the reason why there is none."""
    network, router, unprivileged = MATRIX[name]
    require_network(network)
    require_router(router)
    return Instance(network=network, unprivileged=unprivileged), router


@pytest.fixture(scope="module")
def instance():
    """A fresh instance with the most real network, for one module."""
    require_network(BEST)
    with Instance(network=BEST, unprivileged=not IS_ROOT) as running:
        yield running


@pytest.fixture(scope="module")
def plain():
    """A fresh instance for tests of the AWS APIs alone: the network does not matter, so it is the cheapest."""
    with Instance(network="loopback") as running:
        yield running


@pytest.fixture(scope="module")
def path(instance):
    """The reference path, walked, on the module's instance."""
    require_programs("dig", "nslookup", "curl", "openssl")
    require_router("bird")
    return ReferencePath(instance, "bird").all()


@pytest.fixture(scope="session", autouse=True)
def nothing_left_behind():
    """The machine's own network, before and after: no link, route or table of ours in it."""
    before = _machine()
    yield
    after = _machine()
    assert after == before, "the machine's own network is not as it was"


def _machine():
    def lines(*argv):
        if not shutil.which(argv[0]):
            return []
        done = subprocess.run(argv, capture_output=True, text=True, check=False)
        return sorted(done.stdout.splitlines())
    links = [line.split(":")[1].strip() for line in lines("ip", "-o", "link") if "sekisho" in line]
    routes = lines("ip", "route", "show", "table", "all", "proto", "83")
    tables = [line for line in lines("nft", "list", "tables") if "sekisho" in line] if IS_ROOT else []
    return links, routes, tables
