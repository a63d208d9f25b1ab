"""The command line: help, JSON, exit codes, colours, and what it says when something is wrong."""

import json
import os
import pty
import re
import select
import socket
import subprocess
import time

import pytest

from conftest import BEST, require_network, require_router
from kit import BINARY, IS_ROOT, Instance, marked_processes, wait

COMMANDS = [[], ["up"], ["walkthrough"], ["env"], ["lab"], ["lab", "add-site"], ["lab", "add-host"], ["lab", "start-router"],
            ["lab", "stop-router"], ["lab", "edit-site"], ["lab", "remove-site"], ["lab", "remove-host"], ["lab", "list"],
            ["exec"], ["status"], ["completions"], ["version"]]


@pytest.fixture
def idle():
    """A directory without an instance."""
    instance = Instance(network="loopback")
    yield instance
    instance.close()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help(idle, command):
    for flag in ("--help", "-h"):
        done = idle.cli(*command, flag).ok()
        assert "Usage: sekisho" in done.out and done.err == ""
        assert "\x1b" not in done.out
        assert max(map(len, done.out.splitlines())) <= 120


def test_version(idle):
    text = idle.cli("version").ok().out
    assert re.fullmatch(r"sekisho \d+\.\d+\.\d+\n", text)
    assert idle.cli("version", "--json").json() == {"version": text.split()[1]}
    assert idle.cli("--version").ok().out == text


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completions(idle, shell):
    text = idle.cli("completions", shell).ok().out
    assert "walkthrough" in text and "add-site" in text
    if shell == "bash":
        idle.run(["bash", "-n"], input=text, check=True)
        done = idle.run(["bash", "-c", 'eval "$(sekisho completions bash)"; complete -p sekisho'], check=True)
        assert "sekisho" in done.out
    assert idle.cli("completions", "tcsh").code == 2


@pytest.mark.parametrize("argv", [["fly"], ["up", "--netwrk", "x"], ["exec", "host"], ["lab"], ["lab", "add-host", "x"],
                                  ["lab", "add-site", "x"], ["walkthrough", "--break", "everything"],
                                  ["env", "--format", "xml"],
                                  ["lab", "add-site", "x", "--virtual-interface", "y", "--cidr", "z"]], ids=" ".join)
def test_usage_errors_end_with_2(idle, argv):
    done = idle.cli(*argv)
    assert done.code == 2 and "Usage" in done.err or "error" in done.err, done
    assert done.code == 2 and done.out == ""


@pytest.mark.parametrize("argv", [["status"], ["status", "--json"], ["env"], ["lab", "list"], ["exec", "x", "--", "true"]],
                         ids=" ".join)
def test_without_an_instance(idle, argv):
    done = idle.cli(*argv)
    assert done.code == 1 and done.out == ""
    assert "no instance runs on" in done.err and "sekisho up" in done.err


def test_wrong_settings_are_named(idle):
    config = idle.base / "sekisho.toml"
    for text, names in [('regoin = "x"', "regoin"), ("region = 7", "region"), ('region = "Tokyo"', "Tokyo"),
                        ('account_id = "12"', "twelve digits"), ("network = [", "line 1"), ('network = "docker"', "docker")]:
        config.write_text(text)
        done = idle.cli("up", "--config", config)
        assert done.code == 1 and names in done.err, (text, done)
    done = idle.cli("up", "--config", idle.base / "missing.toml")
    assert done.code == 1 and "missing.toml" in done.err
    for argv, names in [(["--network", "docker"], "docker"), (["--listen", "4566"], "4566"),
                        (["--listen", "0.0.0.0:0"], "loopback"), (["--account-id", "x"], "twelve digits")]:
        done = idle.cli("up", *argv)
        assert done.code == 1 and names in done.err, done


def test_a_configuration_file_is_read_and_flags_win(idle):
    (idle.base / "sekisho.toml").write_text('region = "eu-west-1"\naccount_id = "111122223333"\nlisten = "127.0.0.1:1"\n')
    idle.start("--config", str(idle.base / "sekisho.toml"))
    assert idle.region == "eu-west-1"
    assert idle.client("sts").get_caller_identity()["Account"] == "111122223333"


def test_a_taken_port(idle):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = "127.0.0.1:%d" % taken.getsockname()[1]
        for option in ("--listen", "--front"):
            other = "--front" if option == "--listen" else "--listen"
            done = idle.cli("up", option, address, other, "127.0.0.1:0", "--network", "loopback")
            assert done.code == 1 and f"{address} is taken" in done.err and option in done.err, done


# A running instance.


@pytest.fixture(scope="module")
def running():
    require_network(BEST)
    with Instance(network=BEST, unprivileged=not IS_ROOT) as instance:
        yield instance


def test_ready_line(running):
    assert set(running.ready) >= {"control", "front", "network", "data_dir", "ca_bundle", "ready_ms", "notes"}
    assert running.ready["network"] == BEST
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+", running.ready["control"])
    assert running.ready["ready_ms"] < 5000


def test_a_second_instance_on_the_same_directory(running):
    done = running.cli("up", "--listen", "127.0.0.1:0", "--front", "127.0.0.1:0", "--network", "loopback")
    assert done.code == 1 and "an instance already runs on" in done.err
    running.cli("status", check=True)


def test_status(running):
    status = running.cli("status", "--json").json()
    assert status["mode"] == BEST and status["network_errors"] == []
    assert {mode for mode, _, _ in status["probes"]} == {"netns", "userns", "loopback"}
    text = running.cli("status").ok().out
    assert status["control"] in text and "\x1b" not in text
    assert "lab       empty" in text


def test_env_in_every_format(running):
    listed = running.cli("env", "--format", "json").json()
    assert listed["endpoint_url"] == running.ready["control"]
    dotenv = dict(line.split("=", 1) for line in running.cli("env", "--format", "dotenv").ok().out.splitlines())
    assert dotenv["AWS_SECRET_ACCESS_KEY"] == listed["secret_access_key"] == running.env["AWS_SECRET_ACCESS_KEY"]
    assert dotenv["AWS_ENDPOINT_URL"] == running.env["AWS_ENDPOINT_URL"] == listed["endpoint_url"]
    assert f'endpoint_url = {listed["endpoint_url"]}' in running.cli("env", "--format", "profile").ok().out
    assert 'provider "aws"' in running.cli("env", "--format", "terraform").ok().out
    bundle = running.run(["cat", running.env["AWS_CA_BUNDLE"]], check=True).out
    assert bundle.count("BEGIN CERTIFICATE") >= 1


def test_the_profile_works(running):
    aws = running.home / ".aws"
    aws.mkdir(exist_ok=True)
    (aws / "config").write_text(running.cli("env", "--format", "profile").ok().out)
    if running.prefix:
        os.chmod(aws / "config", 0o644)
    env = running.base_env()
    done = running.run(["aws", "--profile", "sekisho", "sts", "get-caller-identity", "--output", "json"], env=env)
    assert json.loads(done.ok().out)["Arn"].endswith(":root")


def test_exec_without_such_a_host(running):
    done = running.cli("exec", "nobody", "--", "true")
    assert done.code == 1 and "there is no host `nobody`" in done.err and "lab add-host" in done.err


def test_lab_refusals(running):
    for argv, names in [(["add-site", "x", "--virtual-interface", "dxvif-zzzzzzzz"], "dxvif-zzzzzzzz"),
                        (["add-host", "x", "--site", "nowhere"], "nowhere"),
                        (["add-host", "x", "--subnet", "subnet-00000000000000000"], "subnet-00000000000000000"),
                        (["stop-router", "nowhere"], "nowhere"), (["remove-site", "nowhere"], "nowhere"),
                        (["remove-host", "nobody"], "nobody")]:
        done = running.cli("lab", *argv)
        assert done.code == 1 and names in done.err, done
        told = running.cli("lab", *argv, "--json")
        assert told.code == 1 and names in json.loads(told.out)["error"], told


@pytest.fixture(scope="module")
def host(running):
    """A workload in a subnet."""
    vpc = running.ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    subnet = running.ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.1.0/24")["Subnet"]["SubnetId"]
    made = running.cli("lab", "add-host", "app", "--subnet", subnet, "--address", "10.0.1.77", "--json").json()
    assert made == {"made": "app 10.0.1.77"}
    return "app"


def test_exec_is_like_running_it(running, host):
    for code in (0, 1, 7, 255):
        assert running.exec(host, "sh", "-c", f"exit {code}").code == code
    assert running.exec(host, "sh", "-c", "kill -9 $$").code == 137
    done = running.exec(host, "sh", "-c", "cat; echo err >&2", input="in\n")
    assert (done.out, done.err) == ("in\n", "err\n")
    assert running.exec(host, "sh", "-c", "echo $SEKISHO_HOST $PWD").out.split() == ["app", str(running.base)]
    assert running.exec(host, "printf", "%s|", "a b", "", "*").out == "a b||*|"
    missing = running.exec(host, "no-such-program")
    assert missing.code == 1 and "cannot run `no-such-program`" in missing.err
    assert running.exec(host, "sh", "-c", "head -c 3000000 /dev/zero | tr '\\0' x").out == "x" * 3000000
    assert "10.0.1.77" in running.exec(host, "ip", "-4", "-o", "addr").out


def test_exec_ends_with_its_caller(running, host):
    """However the caller ends, the command does too."""
    process = running.popen_exec(host, "sleep", "601")
    find = lambda: [pid for pid in marked_processes(running.mark) if _argv(pid)[:2] == ["sleep", "601"]]  # noqa: E731
    wait("it runs", find)
    process.kill()
    process.communicate()
    wait("it is gone", lambda: not find(), timeout=10)
    process = running.popen_exec(host, "sleep", "601")
    wait("it runs", find)
    process.terminate()
    assert process.wait(timeout=10) == 143
    process.communicate()
    wait("it is gone", lambda: not find(), timeout=10)


def test_many_commands_at_once(running, host):
    processes = [running.popen_exec(host, "sh", "-c", f"sleep 0.2; echo {number}") for number in range(20)]
    for number, process in enumerate(processes):
        assert process.communicate(timeout=30)[0] == f"{number}\n"


def _argv(pid):
    try:
        with open(f"/proc/{pid}/cmdline", "rb") as file:
            return file.read().decode().split("\0")
    except OSError:
        return []


# Terminals.


def on_a_terminal(instance, argv, env):
    """Runs with a terminal as standard output and returns what it printed."""
    master, slave = pty.openpty()
    process = subprocess.Popen([*instance.prefix, *argv], stdin=subprocess.DEVNULL, stdout=slave, stderr=slave, env=env)
    os.close(slave)
    text = b""
    while select.select([master], [], [], 20)[0]:
        try:
            more = os.read(master, 65536)
        except OSError:
            break
        if not more:
            break
        text += more
    process.wait(timeout=20)
    os.close(master)
    return text.decode()


def test_colours_on_a_terminal_unless_no_color(running):
    env = {name: value for name, value in running.base_env().items() if name != "NO_COLOR"}
    env["TERM"] = "xterm-256color"
    assert "\x1b[" in on_a_terminal(running, [running.binary, "status"], env)
    assert "\x1b[" not in on_a_terminal(running, [running.binary, "status"], {**env, "NO_COLOR": "1"})


def test_ascii_where_the_locale_is(running):
    text = running.cli("status", env={**running.base_env(), "LC_ALL": "C"}).ok().out
    assert text.isascii()


def test_a_closed_pipe_is_no_error(running):
    done = running.run(["bash", "-c", "set -o pipefail; sekisho status | head -n 1"])
    assert done.code == 0 and done.err == ""


# How it ends.


@pytest.mark.parametrize("how", ["term", "int", "parent"])
def test_it_stops_cleanly(how):
    instance = Instance(network="loopback").start()
    if how == "parent":
        instance.process.stdin.close()
    else:
        instance.process.send_signal({"term": 15, "int": 2}[how])
    began = time.monotonic()
    assert instance.process.wait(timeout=10) == 0
    assert time.monotonic() - began < 5
    assert not (instance.data / "sekisho.sock").exists()
    instance.log.close()
    instance.close()


# The walkthrough.

WALKS = [("netns", None, "sg"), ("netns", "frr", "header"), ("netns", "built-in", "stage"), ("userns", None, "policy"),
         ("loopback", None, "deploy"), ("netns", None, "route"), ("netns", None, "dns")]


@pytest.mark.timeout(180)
@pytest.mark.parametrize("network, router, way", WALKS, ids=lambda value: str(value))
def test_walkthrough(network, router, way):
    require_network(network)
    require_router(router)
    instance = Instance(network=network, unprivileged=network == "userns")
    try:
        argv = ["walkthrough", "--network", network, "--break", way, *(["--router", router] if router else [])]
        began = time.monotonic()
        done = instance.cli(*argv, timeout=150)
        assert done.code == 0, done.out + done.err
        assert time.monotonic() - began < 60
        assert "\x1b" not in done.out
        wait("nothing of it is left", lambda: not marked_processes(instance.mark), timeout=10)
        assert [name for name in os.listdir(instance.tmp)] == []
    finally:
        instance.close()


def test_walkthrough_as_json(idle):
    done = idle.cli("walkthrough", "--network", "loopback", "--json", timeout=100).ok()
    for line in done.out.splitlines():
        json.loads(line)


def test_walkthrough_keep():
    instance = Instance(network="loopback")
    try:
        done = instance.cli("walkthrough", "--network", "loopback", "--keep", timeout=100).ok()
        directory = re.search(r"SEKISHO_DATA_DIR=(\S+)", done.out)[1].strip("'\"")
        pids = marked_processes(instance.mark)
        assert pids, "it goes on"
        listed = instance.cli("--data-dir", directory, "lab", "list", "--json").json()
        assert [host["name"] for host in listed["hosts"]] == ["onprem"]
        for pid in pids:
            if "up" in _argv(pid):
                os.kill(pid, 15)
        wait("it ends", lambda: not marked_processes(instance.mark), timeout=10)
        subprocess.run(["rm", "-rf", directory], check=True)
    finally:
        instance.close()


def test_the_binary_is_where_the_suite_thinks(idle):
    assert BINARY.exists() and idle.cli("version").code == 0
