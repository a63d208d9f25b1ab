"""Bytes on the wire of an endpoint, seen by clients that run on the on-premises host."""

import base64
import datetime
import json
import re

import pytest

from kit import STAGE
from reference_path import HOST

UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"


def request(path, target=f"/{STAGE}", *headers, method="GET", host=None, api=True):
    lines = [f"{method} {target} HTTP/1.1", f"Host: {host or path.name}"]
    if api:
        lines.append(f"x-apigw-api-id: {path.api_id}")
    return ("\r\n".join([*lines, *headers]) + "\r\n\r\n").encode("latin-1")


def raw(path, *steps, timeout=60):
    """Runs steps on one TLS connection and returns what came back."""
    ready = [{**step, "send": base64.b64encode(step["send"]).decode()} if "send" in step else step for step in steps]
    done = path.i.exec(HOST, "python3", path.i.script("lab_client.py"), "raw", path.name, input=json.dumps(ready),
                       timeout=timeout)
    return done.json()


def one(path, *argv, **options):
    result, = raw(path, {"send": request(path, *argv, **options), "read": 1})["results"]
    assert "error" not in result, result
    return result


def header(answer, name):
    found = [value for key, value in answer["headers"] if key.lower() == name.lower()]
    assert len(found) <= 1, found
    return found[0] if found else None


# Refusals, byte for byte.


@pytest.mark.parametrize("what, target, options, kind, body", [
    ("no header", f"/{STAGE}", {"api": False}, "ForbiddenException", '{"message":"Forbidden"}'),
    ("no stage", "/nope", {}, "ForbiddenException", '{"message":"Forbidden"}'),
    ("root", "/", {}, "ForbiddenException", '{"message":"Forbidden"}'),
    ("foreign host", f"/{STAGE}", {"api": False, "host": "example.com"}, "ForbiddenException", '{"message":"Forbidden"}'),
    ("no path", f"/{STAGE}/nope", {}, "MissingAuthenticationTokenException", '{"message":"Missing Authentication Token"}'),
    ("no method", f"/{STAGE}", {"method": "PUT"}, "MissingAuthenticationTokenException",
     '{"message":"Missing Authentication Token"}'),
])
def test_refusals(path, what, target, options, kind, body):
    answer = one(path, target, **options)
    assert answer["first_line"] == "HTTP/1.1 403 Forbidden", what
    assert answer["body"] == body
    assert header(answer, "Content-Length") == str(len(body))
    assert header(answer, "Content-Type") == "application/json"
    assert header(answer, "x-amzn-ErrorType") == kind
    assert re.fullmatch(UUID, header(answer, "x-amzn-RequestId"))
    assert re.fullmatch(r"[A-Za-z0-9_-]{15}=", header(answer, "x-amz-apigw-id"))
    assert header(answer, "X-Amzn-Trace-Id") is None
    date = datetime.datetime.strptime(header(answer, "Date"), "%a, %d %b %Y %H:%M:%S GMT")
    assert abs((datetime.datetime.utcnow() - date).total_seconds()) < 30


def test_a_200_has_the_headers_of_the_service(path):
    answer = one(path)
    assert answer["first_line"] == "HTTP/1.1 200 OK"
    assert header(answer, "Content-Type") == "text/html"
    assert header(answer, "Content-Length") == str(len(answer["body"].encode()))
    assert re.fullmatch(UUID, header(answer, "x-amzn-RequestId"))
    assert re.fullmatch(r"[A-Za-z0-9_-]{15}=", header(answer, "x-amz-apigw-id"))
    assert header(answer, "x-amzn-ErrorType") is None


def test_bearer_token_on_a_path_that_is_not_there(path):
    answer = one(path, f"/{STAGE}/nope", "Authorization: Bearer abc")
    assert answer["status"] == 403
    assert header(answer, "x-amzn-ErrorType") == "IncompleteSignatureException"
    assert re.fullmatch(r'\{"message":"Invalid key=value pair \(missing equal-sign\) in Authorization header '
                        r"\(hashed with SHA-256 and encoded with Base64\): '[A-Za-z0-9+/=]+'\.\"\}", answer["body"])


def test_a_request_id_of_the_client_is_kept_if_it_is_one(path):
    id_ = "11111111-2222-4333-8444-555555555555"
    assert header(one(path, f"/{STAGE}", f"x-amzn-RequestId: {id_}"), "x-amzn-RequestId") == id_
    other = header(one(path, f"/{STAGE}", "x-amzn-RequestId: nonsense"), "x-amzn-RequestId")
    assert re.fullmatch(UUID, other)


def test_the_api_by_host_through_the_endpoint(path):
    assert one(path, api=False, host=path.host_of(path.api_id))["status"] == 200
    assert one(path, api=False, host=path.host_of("zzzzzzzzzz"))["body"] == '{"message":"Forbidden"}'


def test_the_header_beats_the_host(path):
    assert one(path, host="example.com")["status"] == 200
    assert one(path, f"/{STAGE}", f"X-APIGW-API-ID: {path.api_id}", api=False)["status"] == 200


# Connections.


def test_keep_alive_and_pipelining(path):
    seen = raw(path, {"send": request(path) * 3 + request(path, "/nope"), "read": 4}, {"send": request(path), "read": 1})
    assert [answer["status"] for answer in seen["results"]] == [200, 200, 200, 403, 200]
    ids = {header(answer, "x-amzn-RequestId") for answer in seen["results"]}
    assert len(ids) == 5


def test_connection_close_is_kept_to(path):
    seen = raw(path, {"send": request(path, f"/{STAGE}", "Connection: close"), "read": 1}, {"eof": 3})
    assert seen["results"][0]["status"] == 200
    assert (header(seen["results"][0], "Connection") or "").lower() == "close"
    assert seen["results"][1] == {"eof": True}


def test_a_request_in_small_pieces(path):
    whole = request(path)
    steps = [{"send": whole[at:at + 7], "pause": 0.005} for at in range(0, len(whole), 7)]
    seen = raw(path, *steps, {"read": 1})
    assert seen["results"][0]["status"] == 200


@pytest.mark.parametrize("what, data", [
    ("no HTTP", b"hello\r\n\r\n"),
    ("a bad header name", b"GET / HTTP/1.1\r\nHost: x\r\nbad name: 1\r\n\r\n"),
    ("two lengths", b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd"),
    ("length and chunked", b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
    ("a negative length", b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n"),
    ("HTTP/2 preface", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
])
def test_malformed_requests_end_the_connection(path, what, data):
    """Never a 2xx, and never a second answer from what a smuggled body might hold."""
    results = raw(path, {"send": data, "read": 1}, {"eof": 5})["results"]
    if "error" in results[0]:
        assert "EOFError" in results[0]["error"], what
        return
    assert 400 <= results[0]["status"] < 500, what
    if results[0]["status"] == 400:
        assert results[1]["eof"] is True, what


# Limits.


def test_url_limit(path):
    room = 8192 - len(f"https://{path.name}")
    long = f"/{STAGE}?" + "a" * 9000
    answer = one(path, long)
    assert answer["status"] in (403, 414), answer["first_line"]
    assert answer["status"] != 200
    fits = f"/{STAGE}?" + "a" * (room - 200 - len(STAGE))
    assert one(path, fits)["status"] == 200


def test_header_limit(path):
    assert one(path, f"/{STAGE}", *[f"x-{number}: {'a' * 500}" for number in range(10)])["status"] == 200
    answer = one(path, f"/{STAGE}", *[f"x-{number}: {'a' * 500}" for number in range(20)])
    assert answer["status"] in (400, 403, 431), answer["first_line"]


def test_head_beyond_all_reason(path):
    results = raw(path, {"send": request(path, f"/{STAGE}", "x-big: " + "a" * 200_000), "read": 1})["results"]
    last = results[-1]
    assert "error" in last or last["status"] in (400, 403, 431), results


def test_a_body_over_ten_megabytes_is_413(path):
    head = request(path, f"/{STAGE}/pets", "Content-Type: application/json", "Content-Length: 10485761", method="POST")
    results = raw(path, {"send": head}, {"zeros": 10485761}, {"read": 1})["results"]
    answer = next(result for result in results if "status" in result)
    assert answer["status"] == 413
    assert answer["body"] == "HTTP content length exceeded 10485760 bytes."
    assert header(answer, "Content-Length") == "44"
    assert header(answer, "Content-Type") == "text; charset=utf-8"
    assert header(answer, "x-amzn-RequestId") is None


def test_expect_continue(path):
    body = b'{"type":"dog","price":249.99}'
    head = request(path, f"/{STAGE}/pets", "Content-Type: application/json", f"Content-Length: {len(body)}",
                   "Expect: 100-continue", method="POST")
    results = raw(path, {"send": head, "read": 1}, {"send": body, "read": 1})["results"]
    assert [answer["status"] for answer in results] == [100, 200]


def test_a_chunked_body(path):
    body = b'{"type":"dog","price":249.99}'
    head = request(path, f"/{STAGE}/pets", "Content-Type: application/json", "Transfer-Encoding: chunked", method="POST")
    chunks = b"5\r\n" + body[:5] + b"\r\n" + f"{len(body) - 5:x}\r\n".encode() + body[5:] + b"\r\n0\r\n\r\n"
    answer, = raw(path, {"send": head + chunks, "read": 1})["results"]
    assert answer["status"] == 200 and json.loads(answer["body"])["pet"]["type"] == "dog"


# TLS.


def s_client(path, *argv, name=None):
    return path.i.exec(HOST, "openssl", "s_client", "-connect", f"{path.name}:443", "-servername", name or path.name,
                       *argv, input="")


@pytest.mark.parametrize("version, works", [("tls1", False), ("tls1_1", False), ("tls1_2", True), ("tls1_3", True)])
def test_tls_versions(path, version, works):
    done = s_client(path, f"-{version}", *(["-cipher", "ALL:@SECLEVEL=0"] if version in ("tls1", "tls1_1") else []))
    agreed = re.search(r"Verify return code: 0 \(ok\)", done.out) and "Cipher is (NONE)" not in done.out
    assert bool(agreed) == works, done


@pytest.mark.parametrize("offer", ["h2,http/1.1", "h2"])
def test_no_protocol_is_negotiated(path, offer):
    done = s_client(path, "-alpn", offer)
    assert "No ALPN negotiated" in done.out, done


def test_the_certificate_names_what_clients_use(path):
    done = path.i.exec(HOST, "sh", "-c", f"openssl s_client -connect {path.name}:443 -servername {path.name} </dev/null 2>/dev/null"
                       " | openssl x509 -noout -subject -ext subjectAltName -enddate").ok()
    region = path.i.region
    assert re.search(rf"CN ?= ?\*\.execute-api\.{region}\.amazonaws\.com", done.out)
    for name in (f"*.execute-api.{region}.amazonaws.com", f"*.execute-api.{region}.vpce.amazonaws.com"):
        assert f"DNS:{name}" in done.out


def test_curl_negotiates_http_1_1(path):
    done = path.i.exec(HOST, "curl", "-sS", "-o", "/dev/null", "-w", "%{http_version} %{ssl_verify_result}", "--http2",
                       *path.header(), path.url()).ok()
    assert done.out == "1.1 0"


def test_port_80_is_not_there(path):
    done = path.i.exec(HOST, "curl", "-sS", "--max-time", "1", f"http://{path.name}/{STAGE}")
    assert done.code == 28, "the group lets nothing but 443 in"
