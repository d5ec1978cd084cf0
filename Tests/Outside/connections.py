#!/usr/bin/env python3
"""Opens more connections than there are files for, sends without reading, and sends slowly.

    connections.py MENPAI

Serves a small street of its own under a limit of 1,024 open files and checks that the server lives, answers others within
seconds, keeps its memory, and ends who is slow. Takes about a minute. Nothing but Python's own library is used.
"""
import http.client
import resource
import select
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time

MENPAI = sys.argv[1]
FOLDER = tempfile.mkdtemp(prefix="menpai-connections-")
DATABASE = FOLDER + "/street.sqlite"
failures = []


def check(what, is_so, why=""):
    print(("ok      " if is_so else "FAILED  ") + what + (f": {why}" if why and not is_so else ""), flush=True)
    if not is_so:
        failures.append(what)


def limited():
    # Soft lower than hard: the server raises it.
    resource.setrlimit(resource.RLIMIT_NOFILE, (256, 1024))


def port_of(log):
    for _ in range(300):
        with open(log) as file:
            for line in file:
                if "listening" in line:
                    return int(line.split("address=")[1].split()[0].rsplit(":", 1)[1])
        time.sleep(0.1)
    raise SystemExit("the server did not start")


def connect():
    return socket.create_connection(("127.0.0.1", PORT), timeout=30)


def health(timeout=30):
    """Seconds until /healthz was answered on a new connection; None when it was not."""
    start = time.monotonic()
    while time.monotonic() - start < timeout:
        try:
            line = http.client.HTTPConnection("127.0.0.1", PORT, timeout=timeout)
            line.request("GET", "/healthz")
            if line.getresponse().read() == b"ok\n":
                return time.monotonic() - start
        except OSError:
            time.sleep(0.1)
        finally:
            line.close()
    return None


def memory():
    with open(f"/proc/{server.pid}/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmRSS"))


def is_ended(line, within):
    """Whether the server closes the connection in time; what it still sends is read."""
    line.settimeout(0.2)
    end = time.monotonic() + within
    while time.monotonic() < end:
        try:
            if not line.recv(65536):
                return True
        except TimeoutError:
            pass
        except OSError:
            return True
    return False


GET = b"GET /openapi.json HTTP/1.1\r\nHost: a\r\n\r\n"
server = None
try:
    subprocess.run([MENPAI, "demo", "--database", DATABASE, "--people", "500"], check=True, capture_output=True)
    token = subprocess.run(
        [MENPAI, "token", "create", "--database", DATABASE, "--name", "c", "--role", "admin"], check=True, capture_output=True,
        text=True).stdout.strip()
    log = FOLDER + "/log"
    server = subprocess.Popen(
        [MENPAI, "serve", "--database", DATABASE, "--port", "0", "--requests-per-second", "0"], stderr=open(log, "w"),
        preexec_fn=limited)
    PORT = port_of(log)
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    while health() is None:
        pass

    idle = []
    for _ in range(1400):
        line = socket.socket()
        line.setblocking(False)
        line.connect_ex(("127.0.0.1", PORT))
        idle.append(line)
    busy = [threading.Thread(target=lambda: [health(5) for _ in range(20)]) for _ in range(40)]
    for thread in busy:
        thread.start()
    took = health()
    check("others are answered beside 1,400 idle connections", took is not None and took < 15, took)
    check("the server lives", server.poll() is None)
    for thread in busy:
        thread.join()
    for line in idle:
        line.close()
    check("and is as quick as before", (health() or 99) < 1)

    before, sent, lines = memory(), 0, [connect() for _ in range(100)]
    for line in lines:
        line.setblocking(False)
    end, most = time.monotonic() + 6, before
    while time.monotonic() < end:
        for line in select.select([], lines, [], 0.1)[1]:
            try:
                sent += line.send(GET * 1000)
            except OSError:
                lines.remove(line)
        most = max(most, memory())
    check("who sends without reading is held up", most - before < 150_000, f"{before} kB, then {most} kB, {sent >> 20} MB sent")
    check("others are answered meanwhile", (health() or 99) < 2)
    time.sleep(33)
    ended = 0
    for line in lines:
        try:
            line.send(GET)
            time.sleep(0.01)
            line.send(GET)
        except BlockingIOError:
            pass
        except OSError:
            ended += 1
    check("and ended", ended > len(lines) * 9 // 10, f"{ended} of {len(lines)}")
    for line in lines:
        line.close()
    end = time.monotonic() + 30
    while memory() - before > 60_000 and time.monotonic() < end:
        time.sleep(1)
    check("memory comes back", memory() - before < 60_000, f"{before} kB, then {memory()} kB")

    slow = connect()
    slow.sendall(b"POST /v1/people/search HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token.encode()
                 + b"\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n")
    start, answer = time.monotonic(), b""
    slow.settimeout(1)
    while time.monotonic() - start < 40:
        try:
            slow.sendall(b"{")
            part = slow.recv(4096)
            answer += part
            if not part:
                break
        except TimeoutError:
            pass
        except OSError:
            break
    check("a body of a byte a second is cut off and told so", answer.startswith(b"HTTP/1.1 408"), answer[:100])
    check("the server lives to the end", server.poll() is None)
finally:
    if server and server.poll() is None:
        server.terminate()
        server.wait()
    shutil.rmtree(FOLDER, ignore_errors=True)
sys.exit(1 if failures else 0)
