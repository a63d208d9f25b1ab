"""Runs on a lab host, by `sekisho exec HOST -- python3 lab_client.py …`, and prints what it saw as JSON.

    steady URL-HOST PATH HEADER…      requests without pause, on kept and on new connections, until standard input closes
    held URL-HOST PATH HEADER…        a request, and for each line of standard input another on the same connection
    silence HOST PORT SECONDS         a connection attempt, and every packet that arrived meanwhile
    raw HOST PORT                     bytes from standard input as JSON steps, over TLS, and what came back
"""

import base64
import json
import os
import select
import socket
import ssl
import struct
import sys
import time


def context():
    bundle = os.environ.get("CURL_CA_BUNDLE") or os.environ.get("SSL_CERT_FILE")
    made = ssl.create_default_context(cafile=bundle)
    made.minimum_version = ssl.TLSVersion.TLSv1_2
    return made


def connect(host, timeout=5.0, port=443):
    plain = socket.create_connection((host, port), timeout=timeout)
    plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return context().wrap_socket(plain, server_hostname=host)


def read_response(stream, buffered=b"", head_only=False):
    """One response: status line, headers, body, and what came after it."""
    data = buffered
    while b"\r\n\r\n" not in data:
        more = stream.recv(65536)
        if not more:
            raise EOFError(f"closed after {len(data)} bytes: {data[:200]!r}")
        data += more
    head, _, rest = data.partition(b"\r\n\r\n")
    lines = head.split(b"\r\n")
    headers = [tuple(part.decode("latin-1") for part in line.split(b": ", 1)) for line in lines[1:]]
    length = next((int(value) for name, value in headers if name.lower() == "content-length"), None)
    chunked = any(name.lower() == "transfer-encoding" and "chunked" in value for name, value in headers)
    status = int(lines[0].split(b" ")[1])
    if head_only or status in (204, 304) or status < 200:
        length = 0
    if chunked and length is None:
        body = b""
        while True:
            while b"\r\n" not in rest:
                rest += stream.recv(65536)
            size, _, rest = rest.partition(b"\r\n")
            size = int(size.split(b";")[0], 16)
            while len(rest) < size + 2:
                rest += stream.recv(65536)
            body, rest = body + rest[:size], rest[size + 2:]
            if size == 0:
                break
    elif length is None:
        body = rest
        while more := stream.recv(65536):
            body += more
        rest = b""
    else:
        while len(rest) < length:
            more = stream.recv(65536)
            if not more:
                raise EOFError(f"closed within the body: {rest[:200]!r}")
            rest += more
        body, rest = rest[:length], rest[length:]
    return {"first_line": lines[0].decode(), "status": status, "headers": headers,
            "body": body.decode("utf-8", "replace")}, rest


def steady(host, path, *headers):
    """Every request's begin, end and outcome, in order: alternately on one kept connection and on a new one."""
    request = f"GET {path} HTTP/1.1\r\nHost: {host}\r\n" + "".join(f"{header}\r\n" for header in headers) + "\r\n"
    request = request.encode()
    outcomes, kept, rest, bodies = [], None, b"", {}
    print("ready", flush=True)
    while not select.select([sys.stdin], [], [], 0)[0]:
        for fresh in (False, True):
            began = time.monotonic()
            try:
                if fresh:
                    stream = connect(host)
                else:
                    kept = kept or connect(host)
                    stream = kept
                stream.sendall(request)
                answer, rest = read_response(stream, b"" if fresh else rest)
                if fresh:
                    stream.close()
                    rest = b""
                bodies.setdefault(str(answer["status"]), answer["body"][:300])
                outcomes.append([began, time.monotonic(), "new" if fresh else "kept", answer["status"]])
                if not fresh and any(name.lower() == "connection" and value == "close" for name, value in answer["headers"]):
                    kept.close()
                    kept, rest = None, b""
            except (OSError, EOFError) as error:
                outcomes.append([began, time.monotonic(), "new" if fresh else "kept", f"{type(error).__name__}: {error}"])
                kept, rest = None, b""
    print(json.dumps({"outcomes": outcomes, "bodies": bodies}))


def held(host, path, *headers):
    """The status of a request, and of one more on the same connection for each line that comes in."""
    request = f"GET {path} HTTP/1.1\r\nHost: {host}\r\n" + "".join(f"{header}\r\n" for header in headers) + "\r\n"
    stream, rest = connect(host), b""
    while True:
        stream.sendall(request.encode())
        answer, rest = read_response(stream, rest)
        print(answer["status"], flush=True)
        if not sys.stdin.readline():
            return


def silence(host, port, seconds):
    """Every IPv4 packet that arrived while a connection was tried. Needs CAP_NET_RAW."""
    address = socket.gethostbyname(host)
    listener = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(0x0003))
    listener.setblocking(False)
    attempt = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    attempt.settimeout(float(seconds))
    outcome = "connected"
    try:
        attempt.connect((address, int(port)))
    except OSError as error:
        outcome = f"{type(error).__name__}: {error}"
    seen = []
    while True:
        try:
            frame, (_, _, kind, _, _) = listener.recvfrom(65536)
        except BlockingIOError:
            break
        if kind == socket.PACKET_OUTGOING or frame[12:14] != b"\x08\x00":
            continue
        packet = frame[14:]
        header = (packet[0] & 15) * 4
        source = socket.inet_ntoa(packet[12:16])
        if packet[9] == socket.IPPROTO_ICMP:
            seen.append({"protocol": "icmp", "source": source, "type": packet[header]})
        elif packet[9] == socket.IPPROTO_TCP:
            from_port, _ = struct.unpack("!HH", packet[header:header + 4])
            flags = packet[header + 13]
            seen.append({"protocol": "tcp", "source": source, "port": from_port, "rst": bool(flags & 4), "syn": bool(flags & 2)})
    print(json.dumps({"outcome": outcome, "address": address, "packets": seen}))


def raw(host, port="443"):
    """Steps: {"send": base64} writes, {"read": n} reads n responses, {"head": true} one without a body, {"pause": s}
    waits, {"eof": s} waits for the other end to close, {"new": true} opens a new connection."""
    steps = json.load(sys.stdin)
    stream, rest, results = connect(host, port=int(port)), b"", []
    try:
        for step in steps:
            if "new" in step:
                stream.close()
                stream, rest = connect(host, port=int(port)), b""
            if "send" in step:
                data = base64.b64decode(step["send"])
                try:
                    for at in range(0, len(data), 1 << 16):
                        stream.sendall(data[at:at + (1 << 16)])
                except OSError as error:
                    results.append({"write_error": f"{type(error).__name__}: {error}"})
            if "zeros" in step:
                block, left = b"0" * 65536, step["zeros"]
                try:
                    while left:
                        stream.sendall(block[:left])
                        left -= min(left, len(block))
                except OSError as error:
                    results.append({"write_error": f"{type(error).__name__}: {error}", "left": left})
            if "head" in step:
                answer, rest = read_response(stream, rest, head_only=True)
                results.append(answer)
            for _ in range(step.get("read", 0)):
                answer, rest = read_response(stream, rest)
                results.append(answer)
            if "pause" in step:
                time.sleep(step["pause"])
            if "eof" in step:
                stream.settimeout(step["eof"])
                try:
                    results.append({"eof": not stream.recv(1)})
                except OSError as error:
                    results.append({"eof": f"{type(error).__name__}: {error}"})
                stream.settimeout(5)
    except (OSError, EOFError) as error:
        results.append({"error": f"{type(error).__name__}: {error}"})
    print(json.dumps({"version": stream.version(), "alpn": stream.selected_alpn_protocol(), "results": results}))


if __name__ == "__main__":
    {"steady": steady, "held": held, "silence": silence, "raw": raw}[sys.argv[1]](*sys.argv[2:])
