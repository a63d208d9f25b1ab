"""An instance under test, driven from outside: its command line, the AWS APIs, and commands on lab hosts.

Nothing here knows how the product works inside. A lab address is never dialled from the test process: everything that
speaks to one runs through `sekisho exec HOST --`. Whatever ends a test, the instance ends with it (`--with-parent`).
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path

import botocore.config
import botocore.session

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BINARY = Path(os.environ.get("SEKISHO_BIN", ROOT / "target" / "release" / "sekisho"))
IS_ROOT = os.geteuid() == 0
NOBODY = 65534
SITE_CIDR = "192.168.10.0/24"
STAGE = "test"
SECRET_MARK = "SEKISHO_CONFORMANCE"
#: How long a state may take to come, seconds.
PATIENCE = 30.0

_session = botocore.session.Session()
_session.set_config_variable("profile", None)


def wait(what, condition, timeout=PATIENCE, pause=0.05):
    """Asks `condition` until it holds, and returns what it gave."""
    deadline = time.monotonic() + timeout
    last = None
    while True:
        try:
            last = condition()
        except AssertionError as error:
            last = None
            problem = error
        else:
            problem = None
        if last:
            return last
        if time.monotonic() > deadline:
            raise AssertionError(f"{what}: not within {timeout} s; last {problem or last!r}")
        time.sleep(pause)


def marked_processes(mark):
    """Ids of living processes whose environment carries `mark`: an instance and everything it started."""
    needle = f"{SECRET_MARK}={mark}".encode()
    found = []
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            with open(f"/proc/{entry}/environ", "rb") as file:
                if needle not in file.read().split(b"\0"):
                    continue
            with open(f"/proc/{entry}/stat", encoding="utf-8", errors="replace") as file:
                state = file.read().rsplit(")", 1)[1].split()[0]
        except OSError:
            continue
        if state not in "ZX":
            found.append(int(entry))
    return found


def namespaces_of(pids):
    """Network namespaces that these processes hold, by being in them or by a descriptor, without our own."""
    own = os.readlink("/proc/self/ns/net")
    held = set()
    for pid in pids:
        links = [f"/proc/{pid}/ns/net"]
        try:
            links += [f"/proc/{pid}/fd/{fd}" for fd in os.listdir(f"/proc/{pid}/fd")]
        except OSError:
            pass
        for link in links:
            try:
                target = os.readlink(link)
            except OSError:
                continue
            if target.startswith("net:["):
                held.add(target)
    held.discard(own)
    return held


def living_namespaces():
    """Network namespaces that any process on this machine holds, or that have a name."""
    pids = [int(entry) for entry in os.listdir("/proc") if entry.isdigit()]
    held = namespaces_of(pids)
    for directory in ("/run/netns", "/var/run/netns"):
        if os.path.isdir(directory):
            for name in os.listdir(directory):
                try:
                    held.add(f"net:[{os.stat(os.path.join(directory, name)).st_ino}]")
                except OSError:
                    pass
    return held


class Done:
    """What a command gave."""

    def __init__(self, argv, code, out, err):
        self.argv, self.code, self.out, self.err = argv, code, out, err

    def ok(self):
        assert self.code == 0, f"{shlex.join(map(str, self.argv))}\nexit code {self.code}\n{self.out}\n{self.err}"
        return self

    def json(self):
        return json.loads(self.ok().out)

    def __repr__(self):
        return f"Done({self.code}, {self.out!r}, {self.err!r})"


class Instance:
    """`sekisho up` in a directory of its own."""

    def __init__(self, network="netns", unprivileged=False, directory=None, listen="127.0.0.1:0", front="127.0.0.1:0"):
        self.network, self.unprivileged = network, unprivileged
        self.listen, self.front = listen, front
        self.owner = os.geteuid()
        self.prefix = []
        self.binary = BINARY
        self.own_directory = directory is None
        self.base = Path(directory or tempfile.mkdtemp(prefix="sekisho-conformance-"))
        self.data = self.base / "data"
        self.home = self.base / "home"
        self.tmp = self.base / "tmp"
        for path in (self.home, self.tmp):
            path.mkdir(exist_ok=True)
        if unprivileged and IS_ROOT:
            self._become_nobody()
        self.mark = uuid.uuid4().hex
        self.process = None
        self.ready = None
        self._env = None
        self._clients = {}

    def _become_nobody(self):
        self.owner = NOBODY
        self.base.chmod(0o755)
        self.binary = self.base / "sekisho"
        if not self.binary.exists():
            shutil.copy(BINARY, self.binary)
        self.binary.chmod(0o755)
        for name in os.listdir(HERE):
            if name.endswith("_client.py"):
                shutil.copy(HERE / name, self.base / name)
                (self.base / name).chmod(0o644)
        self.data.mkdir(exist_ok=True)
        for path in (self.data, self.home, self.tmp):
            os.chown(path, NOBODY, NOBODY)
        self.prefix = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--bounding-set=-all",
                       "--inh-caps=-all"]

    def base_env(self):
        """A clean environment: nothing of the caller's AWS settings."""
        env = {name: value for name, value in os.environ.items()
               if not name.startswith(("AWS_", "SEKISHO_", "XDG_", "CURL_", "SSL_", "REQUESTS_")) and name.upper() not in
               ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")}
        env.update(HOME=str(self.home), TMPDIR=str(self.tmp), NO_COLOR="1", LC_ALL="C.UTF-8", AWS_PAGER="",
                   AWS_EC2_METADATA_DISABLED="true", SEKISHO_DATA_DIR=str(self.data), LANG="C.UTF-8")
        env["PATH"] = f"{self.binary.parent}:{Path(sys.executable).parent}:/usr/sbin:/sbin:{env.get('PATH', '')}"
        env[SECRET_MARK] = self.mark
        return env

    def start(self, *extra, wait_for_ready=True):
        """Starts it and reads the ready line."""
        self.log = open(self.base / "log", "ab")
        argv = [*self.prefix, str(self.binary), "up", "--json", "--listen", self.listen, "--front", self.front,
                "--with-parent", "--data-dir", str(self.data), "--network", self.network, *extra]
        self.process = subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.log,
                                        env=self.base_env(), cwd=self.base, start_new_session=True)
        self._env, self._clients = None, {}
        if not wait_for_ready:
            return self
        line = self.process.stdout.readline()
        if not line:
            code = self.process.wait()
            raise AssertionError(f"{shlex.join(argv)}\ndid not start, exit code {code}:\n{self.log_text()}")
        self.ready = json.loads(line)
        return self

    def log_text(self):
        return (self.base / "log").read_text(errors="replace")[-6000:]

    def kill(self):
        """`kill -9`."""
        self.process.kill()
        self.process.wait()
        self._close()

    def stop(self):
        """SIGTERM, and its exit code."""
        self.process.terminate()
        code = self.process.wait(timeout=20)
        self._close()
        return code

    def _close(self):
        for stream in (self.process.stdin, self.process.stdout):
            stream.close()
        self.log.close()

    def close(self):
        """Ends it, whatever state it is in, and checks that nothing of it is left."""
        code = None
        if self.process and self.process.poll() is None:
            try:
                code = self.stop()
            except subprocess.TimeoutExpired:
                self.kill()
                code = "killed after 20 s"
        left = []
        try:
            wait("its processes end", lambda: not marked_processes(self.mark), timeout=10)
        except AssertionError:
            left = [(pid, _command(pid)) for pid in marked_processes(self.mark)]
            for pid, _ in left:
                os.kill(pid, signal.SIGKILL)
        litter = sorted(os.listdir(self.tmp))
        if self.own_directory:
            shutil.rmtree(self.base, ignore_errors=True)
        assert not left, f"processes left behind: {left}"
        if code is not None:
            assert code == 0, f"SIGTERM ended it with {code}"
            assert litter == [], f"files left behind in TMPDIR: {litter}"

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.close()

    # What a person types.

    def run(self, argv, env=None, input=None, timeout=60, check=False, prefix=None):
        """Runs a program as the instance's user."""
        full = [*(self.prefix if prefix is None else prefix), *map(str, argv)]
        done = subprocess.run(full, env=env or self.base_env(), input=input, capture_output=True, text=True,
                              timeout=timeout, cwd=self.base,
                              stdin=None if input is not None else subprocess.DEVNULL)
        result = Done(full, done.returncode, done.stdout, done.stderr)
        return result.ok() if check else result

    def cli(self, *argv, **options):
        """`sekisho …` on this instance."""
        return self.run([self.binary, *argv], **options)

    @property
    def env(self):
        """The environment after `eval "$(sekisho env)"`, as a shell sees it."""
        if self._env is None:
            done = subprocess.run([*self.prefix, "bash", "-c", 'set -e; eval "$(sekisho env)"; env -0'], env=self.base_env(),
                                  capture_output=True, timeout=20, cwd=self.base, stdin=subprocess.DEVNULL)
            assert done.returncode == 0, done.stderr.decode()
            pairs = (pair.split("=", 1) for pair in done.stdout.decode().split("\0") if "=" in pair)
            self._env = dict(pairs)
        return self._env

    @property
    def region(self):
        return self.env["AWS_REGION"]

    def aws(self, *argv, timeout=60):
        """The AWS CLI with what `sekisho env` printed. It runs as the suite's own user: it needs only TCP on loopback."""
        return self.run(["aws", "--output", "json", *argv], env=self.env, timeout=timeout, prefix=[])

    def client(self, service, key=None, secret=None, region=None):
        """A boto3-level client (botocore's) that does not retry."""
        name = (service, key, region)
        if name not in self._clients:
            env = self.env
            self._clients[name] = _session.create_client(
                service, region_name=region or env["AWS_REGION"], endpoint_url=env["AWS_ENDPOINT_URL"],
                aws_access_key_id=key or env["AWS_ACCESS_KEY_ID"],
                aws_secret_access_key=secret or env["AWS_SECRET_ACCESS_KEY"],
                config=botocore.config.Config(retries={"total_max_attempts": 1}, connect_timeout=5, read_timeout=20,
                                              max_pool_connections=16))
        return self._clients[name]

    @property
    def ec2(self):
        return self.client("ec2")

    @property
    def dx(self):
        return self.client("directconnect")

    @property
    def api(self):
        return self.client("apigateway")

    def status(self):
        return json.loads(self.cli("status", "--json").out)

    # What happens on a lab host.

    @property
    def on_loopback(self):
        return self.ready["network"] == "loopback"

    def exec(self, host, *argv, **options):
        """A command on a lab host."""
        return self.cli("exec", host, "--", *argv, env=options.pop("env", self.env), **options)

    def script(self, name):
        """A client script at a place that the instance's user can read."""
        return str(self.base / name) if self.unprivileged and IS_ROOT else str(HERE / name)

    def popen_exec(self, host, *argv):
        """A command on a lab host that goes on; its standard input and output are pipes."""
        full = [*self.prefix, str(self.binary), "exec", host, "--", *map(str, argv)]
        return subprocess.Popen(full, env=self.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True, cwd=self.base)

    def dig(self, host, *argv, **options):
        """`dig` on a lab host. On loopback the host's environment says whom to ask."""
        if not self.on_loopback:
            return self.exec(host, "dig", "+tries=2", "+time=2", *argv, **options)
        words = shlex.join(argv)
        text = f'dig +tries=2 +time=2 -b "$SEKISHO_SOURCE" @"${{SEKISHO_RESOLVER%:*}}" -p "${{SEKISHO_RESOLVER##*:}}" {words}'
        return self.exec(host, "sh", "-c", text, **options)

    def addresses(self, host, name):
        """What the host's resolver says of a name."""
        done = self.dig(host, "+short", name, "A").ok()
        return [line for line in done.out.split() if re.fullmatch(r"[0-9.]+", line)]

    def port(self):
        return self.status()["ports"][0]

    def curl(self, host, url, *argv, max_time=5, **options):
        """`curl` on a lab host, with the headers in its output."""
        arguments = ["curl", "-sS", "-i", "--max-time", str(max_time), *argv]
        if not self.on_loopback:
            return Answer(self.exec(host, *arguments, url, **options))
        name, path = re.fullmatch(r"https://([^/:]+)(/.*|)", url).groups()
        port = self.port()
        found = [address for address in self.addresses(host, name)]
        if not found:
            return Answer(Done(arguments, 6, "", f"no address for {name}"))
        words = shlex.join([*arguments, "--resolve", f"{name}:{port}:{','.join(found)}", f"https://{name}:{port}{path}"])
        return Answer(self.exec(host, "sh", "-c", words.replace("curl ", 'curl --interface "$SEKISHO_SOURCE" ', 1), **options))


def _command(pid):
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return "?"


class Answer:
    """An HTTP answer as `curl -i` prints it."""

    def __init__(self, done):
        self.done = done
        self.code = done.code
        head, _, self.body = done.out.replace("\r\n", "\n").partition("\n\n")
        lines = head.split("\n")
        self.first_line = lines[0]
        match = re.fullmatch(r"HTTP/1\.1 (\d{3})( .*)?", lines[0])
        self.status = int(match[1]) if match else None
        self.headers = {}
        for line in lines[1:]:
            name, _, value = line.partition(": ")
            self.headers[name.lower()] = value

    def expect(self, status):
        assert self.status == status, f"{self.done.argv}\n{self.done}"
        return self

    def __repr__(self):
        return f"Answer({self.status}, {self.body!r}, {self.done!r})"


def example_api(region):
    """The Example API's document."""
    return (ROOT / "testdata" / "openapi" / "petstore.json").read_text().replace("${AWS::Region}", region)


def policy(*endpoints):
    """The reference path's resource policy: two statements, letting in only these endpoints."""
    statement = {"Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/*/*/*"}
    value = endpoints[0] if len(endpoints) == 1 else list(endpoints)
    return json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Deny", **statement, "Condition": {"StringNotEquals": {"aws:sourceVpce": value}}},
        {"Effect": "Allow", **statement}]})
