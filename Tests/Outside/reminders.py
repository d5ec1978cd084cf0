#!/usr/bin/env python3
"""Whether reminders and webhooks survive a server that dies, asked from outside.

    reminders.py MENPAI

MENPAI is the binary. Makes a small street of its own, has another system (this script) called, kills the server over the
time at which a ledger is due and again in the middle of its calls, and checks that each reminder arrives, once for whoever
minds `Menpai-Delivery`, and signed. Takes up to 85 seconds, most of them waiting for the next minute. Exits with what failed
first.
"""
import datetime
import hashlib
import hmac
import http.server
import json
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

from description import Description

MENPAI = sys.argv[1]
folder = pathlib.Path(tempfile.mkdtemp(prefix="menpai-reminders-"))
database = folder / "street.sqlite"
shanghai = datetime.timezone(datetime.timedelta(hours=8))


def fail(what):
    print(f"reminders: {what}", file=sys.stderr)
    sys.exit(1)


def check(condition, what):
    if not condition:
        fail(what)


def until(what, condition, seconds=30):
    """Waits until a condition holds, and answers with it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.05)
    fail(f"waited {seconds} s for {what}")


class Receiver(http.server.BaseHTTPRequestHandler):
    """The other system. `answer` is the status that it gives now."""

    protocol_version = "HTTP/1.1"
    answer, wait, secret = 500, 0.0, None
    calls, accepted, lock = [], {}, threading.Lock()

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        said = {name: self.headers["Menpai-" + name] for name in ["Event", "Delivery", "Timestamp", "Signature"]}
        signed = hmac.new(Receiver.secret.encode(), said["Timestamp"].encode() + b"." + body, hashlib.sha256).hexdigest()
        status, wait = Receiver.answer, Receiver.wait
        with Receiver.lock:
            Receiver.calls.append((self.path, said, body, hmac.compare_digest("v1=" + signed, said["Signature"])))
            if status == 200:
                Receiver.accepted.setdefault(said["Delivery"], []).append(json.loads(body))
        time.sleep(wait)
        try:
            self.send_response(status)
            if status == 302:
                self.send_header("Location", "/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()
        except OSError:
            pass  # The server was killed meanwhile.

    def log_message(self, *_):
        pass


class Server:
    """A `menpai serve` that can be killed."""

    description = None

    def __init__(self):
        self.log = folder / f"log-{time.monotonic()}"
        self.process = subprocess.Popen(
            [MENPAI, "serve", "--database", database, "--port", "0", "--requests-per-second", "0",
             "--webhook-host", "127.0.0.1"],
            stderr=self.log.open("w"))
        port = until("the server", self.port)
        self.base = f"http://127.0.0.1:{port}"
        until("readiness", lambda: self.ask("GET", "/readyz")[0] == 200)
        self.description = Description(self.ask("GET", "/openapi.json")[1])

    def port(self):
        found = re.search(r"address=\[IPv4\][^:]*:(\d+).*listening", self.log.read_text())
        return found and found[1]

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def ask(self, method, path, body=None, **headers):
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        headers |= {"Authorization": "Bearer " + token, "Content-Type": "application/json"}
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data=data, method=method, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return self.described(method, path, data, answer.status, answer)
        except urllib.error.HTTPError as error:
            return self.described(method, path, data, error.code, error)
        except OSError:
            return 0, None

    def described(self, method, path, data, status, answer):
        """The status and the answer, which is as /openapi.json says."""
        content = answer.read()
        if self.description:
            for fault in self.description.faults(method, path, status, answer.headers["Content-Type"], content, data):
                check(False, f"not as described: {fault}")
        return status, json.loads(content or b"null")

    def must(self, method, path, body=None, **headers):
        status, answer = self.ask(method, path, body, **headers)
        check(200 <= status < 300, f"{method} {path} answered {status}: {answer}")
        return answer

    def push(self, number):
        self.must("POST", "/v1/work_orders", {
            "source": "12345", "external_id": f"r-{number}", "kind": "complaint", "title": "某来电", "text": "有人占道设摊"})


server = None
receiver = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
threading.Thread(target=receiver.serve_forever, daemon=True).start()


def run():
    global server, token
    subprocess.run([MENPAI, "demo", "--database", database, "--people", "400"], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    token = subprocess.run([MENPAI, "token", "create", "--database", database, "--name", "outside", "--role", "admin"],
                           check=True, capture_output=True, text=True).stdout.strip()
    server = Server()
    hook = server.must("POST", "/v1/webhooks", {
        "name": "outside", "url": f"http://127.0.0.1:{receiver.server_port}/hook",
        "events": ["reminder.created", "work_order.state"]})
    Receiver.secret = hook["secret"]
    check("secret" not in server.must("GET", f"/v1/webhooks/{hook['id']}"), "the secret is shown again")

    # Due in the next minute, which the server does not live to see.
    ledger = server.must("POST", "/v1/ledgers", {
        "name": "高龄老人", "subject": "people", "where": "age >= 75", "columns": ["name", "age", "address", "birth_date"]})
    due = datetime.datetime.now(shanghai) + datetime.timedelta(seconds=64)
    schedule = f"/v1/ledgers/{ledger['id']}/schedule"
    server.must("PUT", schedule, {"kind": "daily", "time": due.strftime("%H:%M")})
    check(server.ask("PUT", schedule, {"kind": "weekly"})[0] == 428, "a schedule is replaced unseen")

    # A redirect is a failure, and nobody follows it.
    Receiver.answer = 302
    server.must("POST", f"/v1/webhooks/{hook['id']}/test")
    until("the ping", lambda: Receiver.calls)
    time.sleep(0.3)
    check(all(path == "/hook" for path, *_ in Receiver.calls), "a redirect was followed")

    # Orders are told of to somebody who fails, and in the middle of that the server dies.
    Receiver.answer = 500
    for number in range(5):
        server.push(number)
    until("failing calls", lambda: len(Receiver.calls) >= 3)
    server.kill()
    check(not Receiver.accepted, "something was accepted by somebody who fails")

    minute = due.replace(second=0, microsecond=0)
    time.sleep(max(0, (minute - datetime.datetime.now(shanghai)).total_seconds()) + 0.5)

    # What was missed is made up for at the start; and it dies again in the middle of telling.
    (Receiver.answer, Receiver.wait) = (200, 0.05)
    server = Server()
    until("some reminders", lambda: sum(
        body[0]["event"] == "reminder.created" for body in list(Receiver.accepted.values())) >= 3)
    server.kill()
    Receiver.wait = 0.0
    server = Server()

    runs = server.must("GET", f"/v1/ledgers/{ledger['id']}/runs")
    check(runs["total"] == 1, f"{runs['total']} runs of one missed occasion")
    inbox = server.must("GET", "/v1/reminders?limit=500")
    subjects = [item["subject_id"] for item in inbox["items"]]
    check(len(subjects) >= 5 and inbox["total"] == runs["items"][0]["total"] == len(set(subjects)),
          f"{inbox['total']} reminders of {runs['items'][0]['total']} rows, {len(set(subjects))} of them different")

    pending = f"/v1/webhooks/{hook['id']}/deliveries?state=pending&limit=1"
    until("the rest", lambda: server.must("GET", pending)["total"] == 0, 40)
    told = [body[0] for body in Receiver.accepted.values()]
    reminded = [body["data"]["id"] for body in told if body["event"] == "reminder.created"]
    check(sorted(reminded) == sorted(item["id"] for item in inbox["items"]),
          f"{len(reminded)} told, {len(set(reminded))} different, of {inbox['total']} reminders")
    orders = {(body["data"]["number"], body["data"]["state"]) for body in told if body["event"] == "work_order.state"}
    check(len({number for number, _ in orders}) == 5, f"orders told of: {orders}")
    check(all(body["event"] in ("reminder.created", "work_order.state", "ping") for body in told), "another event")
    check(all(all(again == bodies[0] for again in bodies) for bodies in Receiver.accepted.values()),
          "the same delivery said different things")
    check(all(good for *_, good in Receiver.calls), "a signature was wrong")
    check(all(abs(time.time() - int(said["Timestamp"])) < 120 for _, said, _, _ in Receiver.calls), "a time is wrong")
    again = sum(len(bodies) - 1 for bodies in Receiver.accepted.values())

    # Nothing comes a second time once it is known.
    time.sleep(3)
    check(server.must("GET", "/v1/reminders?limit=1")["total"] == inbox["total"], "reminders came twice")
    one = inbox["items"][0]
    server.must("POST", f"/v1/reminders/{one['id']}/actions", {"action": "done"}, If_Match=f'"{one["version"]}"')
    check(server.must("GET", "/v1/reminders?limit=1")["total"] == inbox["total"] - 1, "what is done is still open")
    failed = server.must("GET", f"/v1/webhooks/{hook['id']}/deliveries?state=failed&limit=1")["total"]
    check(failed == 0, f"{failed} calls have failed for good")
    print(f"reminders: ok, {inbox['total']} reminders, {len(Receiver.calls)} calls, {again} repeated")


try:
    run()
finally:
    if server:
        server.kill()
    shutil.rmtree(folder, ignore_errors=True)
