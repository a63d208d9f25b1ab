"""A damaged store is refused with a message that names it; it is never half loaded and never made anew."""

import os
import subprocess

import pytest

from kit import Instance


@pytest.fixture
def stopped():
    """A stopped instance with something in its store."""
    instance = Instance(network="loopback").start()
    for number in range(20):
        instance.ec2.create_vpc(CidrBlock=f"10.{number}.0.0/16")
        instance.api.create_rest_api(name=f"api{number}")
    assert instance.stop() == 0
    yield instance
    instance.close()


def store(instance):
    return instance.data / "store.redb"


def refuses(instance):
    """`up` on what is there: it must end by itself, say why, and not have printed that it is ready."""
    done = subprocess.run([instance.binary, "up", "--json", "--listen", "127.0.0.1:0", "--front", "127.0.0.1:0",
                           "--data-dir", instance.data, "--network", "loopback"], env=instance.base_env(), text=True,
                          capture_output=True, timeout=30, stdin=subprocess.DEVNULL, check=False)
    assert done.returncode == 1, done
    assert done.stdout == ""
    assert "error" in done.stderr and "store" in done.stderr, done.stderr
    assert "panicked" not in done.stderr
    return done.stderr


def vpcs(instance):
    return len(instance.ec2.describe_vpcs()["Vpcs"])


def test_it_starts_again_with_everything(stopped):
    stopped.start()
    assert vpcs(stopped) >= 20
    assert len(stopped.api.get_rest_apis(limit=500)["items"]) == 20


@pytest.mark.parametrize("what", ["empty bytes", "text", "zeros"])
def test_a_file_that_is_no_store(stopped, what):
    content = {"empty bytes": b"\x00", "text": b"hello\n" * 1000, "zeros": bytes(65536)}[what]
    store(stopped).write_bytes(content)
    refuses(stopped)
    assert store(stopped).read_bytes() == content, "it is left as it was"


def test_a_truncated_store(stopped):
    whole = store(stopped).read_bytes()
    with open(store(stopped), "r+b") as file:
        file.truncate(len(whole) // 2)
    kept = store(stopped).read_bytes()
    refuses(stopped)
    assert store(stopped).read_bytes()[4096:len(kept)] == kept[4096:], "what is left of it is left alone"
    store(stopped).write_bytes(whole)
    stopped.start()
    assert vpcs(stopped) >= 20, "the backup is taken again"


def test_a_broken_header(stopped):
    whole = store(stopped).read_bytes()
    store(stopped).write_bytes(b"\xff" * 64 + whole[64:])
    refuses(stopped)
    store(stopped).write_bytes(whole)
    stopped.start()
    assert vpcs(stopped) >= 20


def test_flipped_bytes_are_never_half_loaded(stopped):
    """Wherever a byte is wrong: either all is there, or the start is refused."""
    whole = store(stopped).read_bytes()
    places = [at for at in range(4096, len(whole), max(4096, len(whole) // 24)) if any(whole[at:at + 64])]
    refused = 0
    for at in places:
        store(stopped).write_bytes(whole[:at] + bytes(byte ^ 0xFF for byte in whole[at:at + 64]) + whole[at + 64:])
        try:
            stopped.start()
        except AssertionError as error:
            assert "did not start" in str(error) and "panicked" not in str(error), error
            refused += 1
            continue
        assert vpcs(stopped) >= 20
        assert len(stopped.api.get_rest_apis(limit=500)["items"]) == 20
        stopped.stop()
    print(f"{len(places)} places, {refused} refused")
    store(stopped).write_bytes(whole)


def test_a_store_that_cannot_be_written(stopped):
    store(stopped).unlink()
    store(stopped).mkdir()
    refuses(stopped)
    os.rmdir(store(stopped))


def test_another_account_or_region_is_refused(stopped):
    for option, value in (("--region", "us-east-1"), ("--account-id", "999999999999")):
        with pytest.raises(AssertionError, match="belongs to"):
            stopped.start(option, value)


def test_the_directory_is_for_its_owner_alone(stopped):
    assert stopped.data.stat().st_mode & 0o077 == 0
    assert (stopped.data / "ca.key").stat().st_mode & 0o077 == 0
