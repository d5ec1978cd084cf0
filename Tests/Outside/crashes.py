#!/usr/bin/env python3
"""Kills the server while it writes, and sends again what was not answered, with the same Idempotency-Key.

    crashes.py MENPAI [ROUNDS]

In each round some threads add visits, people and work orders; the server is killed at a random moment, started again, and
every request of the round is sent once more. In the end each is there exactly once, and was answered the same whenever it
was answered. Makes a street of its own; loopback only; nothing but Python's own library is used.
"""
import http.client
import json
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

from description import Description

MENPAI, ROUNDS = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 6
FOLDER = tempfile.mkdtemp(prefix="menpai-crashes-")
DATABASE = FOLDER + "/street.sqlite"
pick = random.Random(7)


def menpai(*words):
    return subprocess.run([MENPAI, *words, "--database", DATABASE], check=True, capture_output=True, text=True).stdout.strip()


def free_port():
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return line.getsockname()[1]


PORT = free_port()


def serve():
    server = subprocess.Popen(
        [MENPAI, "serve", "--database", DATABASE, "--port", str(PORT), "--requests-per-second", "0"], stderr=subprocess.DEVNULL)
    for _ in range(600):
        try:
            if ask("GET", "/readyz")[0] == 200:
                return server
        except OSError:
            pass
        time.sleep(0.1)
    raise SystemExit("the server did not get ready")


def ask(method, path, body=None, key=None):
    line = http.client.HTTPConnection("127.0.0.1", PORT, timeout=20)
    headers = {"Authorization": "Bearer " + TOKEN, "Content-Type": "application/json"}
    if key:
        headers["Idempotency-Key"] = key
    try:
        line.request(method, path, json.dumps(body) if body is not None else None, headers)
        answer = line.getresponse()
        status, content = answer.status, answer.read()
        if described:
            failures.extend(described.faults(method, path, status, answer.getheader("Content-Type"), content))
        return status, content
    finally:
        line.close()


def requests(number, houses):
    """What one round sends: each says who it is in a place where it can be counted."""
    for n in range(40):
        mark = f"r{number}n{n}"
        house = pick.choice(houses)
        yield mark, "/v1/visits", {"house_id": house, "purpose": "走访", "note": "v" + mark}
        yield mark, "/v1/people", {"house_id": house, "role": "tenant", "name": "试" + chr(0x4E00 + n) + chr(0x4E00 + number), "sex": "男"}
        yield mark, "/v1/work_orders", {
            "source": "own", "kind": "complaint", "title": "试 " + mark, "text": "楼道灯不亮", "reported_at": "2026-11-20T09:00:00+08:00"}


failures, described = [], None
try:
    subprocess.run([MENPAI, "demo", "--database", DATABASE, "--people", "500"], check=True, capture_output=True)
    TOKEN = menpai("token", "create", "--name", "crashes", "--role", "admin")
    server = serve()
    described = Description(json.loads(ask("GET", "/openapi.json")[1]))
    houses = [row["id"] for row in json.loads(ask("GET", "/v1/houses?limit=50&select=id")[1])["items"]]

    def totals():
        counts = [json.loads(ask("GET", f"/v1/{subject}?limit=1")[1])["total"] for subject in ("people", "work_orders")]
        return counts + [sum(json.loads(ask("GET", f"/v1/visits?house_id={house}&limit=1")[1])["total"] for house in houses)]

    before, lost, wanted = totals(), 0, 0
    for number in range(ROUNDS):
        plan, answers, lock = list(requests(number, houses)), {}, threading.Lock()
        wanted += len(plan) // 3
        rest = iter(list(enumerate(plan)))

        def work():
            while True:
                with lock:
                    index, (mark, path, body) = next(rest, (None, (None, None, None)))
                if index is None:
                    return
                try:
                    answer = ask("POST", path, body, f"{path}-{mark}")
                except (OSError, http.client.HTTPException):
                    return
                with lock:
                    answers[index] = answer

        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        time.sleep(pick.uniform(0.02, 0.4))
        server.send_signal(signal.SIGKILL)
        server.wait()
        for thread in threads:
            thread.join()
        server = serve()
        lost += len(plan) - len(answers)
        for index, (mark, path, body) in enumerate(plan):
            status, content = ask("POST", path, body, f"{path}-{mark}")
            if status not in (200, 201):
                failures.append(f"{path} {mark}: sent again it is answered {status} {content[:200]!r}")
            if index in answers and answers[index] != (status, content):
                failures.append(f"{path} {mark}: answered {answers[index]}, and again {status} {content!r}")
    found = [after - earlier for after, earlier in zip(totals(), before)]
    for what, count in zip(("people", "work orders", "visits"), found):
        if count != wanted:
            failures.append(f"{count} {what} where {wanted} were sent")
    print(f"crashes: {ROUNDS} rounds, {lost} requests without an answer, {found} rows of {wanted} each")
    server.terminate()
    server.wait()
    menpai("check")
finally:
    if "server" in globals() and server.poll() is None:
        server.kill()
    shutil.rmtree(FOLDER, ignore_errors=True)
for failure in failures[:20]:
    print("FAILED " + failure)
sys.exit(1 if failures else 0)
