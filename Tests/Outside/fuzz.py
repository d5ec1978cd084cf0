#!/usr/bin/env python3
"""Sends many random requests and looks at what the server does meanwhile.

    fuzz.py BASE_URL PID ROLE=TOKEN... [--requests N] [--threads N] [--seed N] [--health MS] [-v]

Every operation of /openapi.json, by every role given, with bodies and parameters made from their schemas and then spoilt:
hostile numbers, nested questions, broken cursors, other methods, broken framing. From a second thread /healthz is asked
all the time. Exits 1 after printing, a line each: an answer of 5xx (but 503 busy), one that is not as /openapi.json says or to a body
that it forbids, a connection that ends without an answer,
/healthz later than MS milliseconds (250), memory that does not come back. Nothing but Python's own library is used.

The database is not the same afterwards: give it one of its own (`menpai demo`), and serve with --requests-per-second 0.
"""
import argparse
import gzip
import http.client
import json
import random
import re
import socket
import threading
import time
import urllib.parse

from description import Description

parser = argparse.ArgumentParser()
parser.add_argument("base")
parser.add_argument("pid", type=int)
parser.add_argument("tokens", nargs="+")
parser.add_argument("--requests", type=int, default=20_000)
parser.add_argument("--threads", type=int, default=4)
parser.add_argument("--seed", type=int, default=int(time.time()))
parser.add_argument("--health", type=float, default=250)
parser.add_argument("-v", action="store_true")
args = parser.parse_args()

PARTS = urllib.parse.urlsplit(args.base)
HOST, PORT = PARTS.hostname, PARTS.port or 80
ROLES = dict(pair.split("=", 1) for pair in args.tokens)
# They would end what asks.
LEFT_OUT = {"log_out", "change_own_password", "revoke_token", "change_user", "follow_changes"}
SLOW = 2.0
TIMEOUT = 60

failures, lock = {}, threading.Lock()
statuses, slow, sent = {}, {}, 0


def fail(kind, what):
    with lock:
        if kind not in failures:
            print(f"FAILED {kind}: {what}"[:1500], flush=True)
        failures[kind] = failures.get(kind, 0) + 1


def fetch(path, token=None):
    line = http.client.HTTPConnection(HOST, PORT, timeout=TIMEOUT)
    line.request("GET", path, headers={"Authorization": "Bearer " + token} if token else {})
    answer = line.getresponse()
    content = answer.read()
    line.close()
    return json.loads(content) if answer.status == 200 else None


def memory():
    """Kilobytes in memory."""
    with open(f"/proc/{args.pid}/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmRSS"))


DESCRIPTION = fetch("/openapi.json")
SCHEMAS = DESCRIPTION["components"]["schemas"]
DESCRIBED = Description(DESCRIPTION)
OPERATIONS = [
    (method.upper(), path, operation)
    for path, methods in DESCRIPTION["paths"].items()
    for method, operation in methods.items()
    if operation["operationId"] not in LEFT_OUT
]

NUMBERS = [0, -1, 1, 2, 3, 7, 100, 4_000_000_000, 2**31, 2**32, 2**53, 2**63 - 1, 2**63, -(2**63), 1e300, -1e-300, 0.5, 1.5]
WORDS = [
    "", " ", "a", "住", "独居老人", "居委会", "*", "%", "'", '"', "\\", "null", "true", "NaN", "../../etc/passwd", "<script>",
    "';DROP TABLE people;--", "\u202e", "\u200b", "\ufeff", "😀", "a" * 300, "人" * 5000, "𠮷" * 40, "0", "-1", "1e9", "2026-02-30",
    "0000-01-01", "9999-12-31", "2026-11-21", "2026-11-21T10:00:00+08:00", "张三", "13800000000", "310101195001010000",
]
FIELDS = [
    "age", "name", "birth_date", "sex", "hukou", "address", "committee", "grid", "kind", "residents", "built", "category", "state",
    "reported_at", "closes", "updated_at", "turns(90)", "turns(-1)", "turns(999999999999)", "id_number", "phone", "storeys", "due",
]
# And every other that there is.
FIELDS += sorted({field["name"] for subject in (fetch("/v1/fields", ROLES.get("admin")) or {"items": []})["items"] for field in subject["fields"]} - set(FIELDS))
RELATIONS = ["house", "residents", "housemates", "building", "houses", "assets", "visits", "shops", "people", "work_orders", "records.aid"]
OPERATORS = ["=", "!=", ">", ">=", "<", "<=", "~", "in"]


def question(pick, depth=0):
    """A filter, often a wrong one."""
    if depth == 0 and pick.random() < 0.4:
        return pick.choice(
            ["", "age >= 80", "tag:独居老人", "turns(90) in today..today+3m", "any house(count(residents()) = 1)", "committee ~ 居委会",
             "not last_visited >= today-30d", "any residents(age >= 60)", "kind = dwelling and use = let", "state = received",
             "overdue = true", "any shops(category = 餐饮)", "age in 60..80 and sex = 女", "all residents(age >= 60)", "address ~ 路"])
    kind = pick.random()
    if depth > 20 or kind < 0.35:
        value = pick.choice(
            ["80", "-1", "9999-12-31", "0001-01-01", "6053-12-31", "2026-11-21", "2026-02-30", "1850-01-01..9999-12-31", "99999999999999999999", "男", "today", "today-30d", "today+999999999y", "next-month", '"x"', "火星",
             "50..60", "..", "60..50", "[1,2]", "today..today+3m", pick.choice(WORDS)[:50]])
        return f"{pick.choice(FIELDS)} {pick.choice(OPERATORS)} {value}"
    if kind < 0.45:
        return "tag:" + pick.choice(["独居老人", "LL003", "LL013", "WM002", "nothing", "", '"'])
    if kind < 0.6:
        return f"({question(pick, depth + 1)} {pick.choice(['and', 'or'])} {question(pick, depth + 1)})"
    if kind < 0.7:
        return "not " + question(pick, depth + 1)
    if kind < 0.85:
        return f"{pick.choice(['any', 'all', 'no', 'some'])} {pick.choice(RELATIONS)}({question(pick, depth + 1)})"
    if kind < 0.95:
        return f"count({pick.choice(RELATIONS)}({question(pick, depth + 1)})) {pick.choice(OPERATORS[:6])} {pick.choice(NUMBERS)}"
    return pick.choice(["", "(" * 200, "not " * 500, "age >" * 100, " or ".join(["age = 1"] * 300), "any house(" * 30 + ")" * 30])


# What would be right, by the name of a field: so that requests come as far as the tables.
GOOD = {
    "name": ["王小明", "试验", "老年台账"], "role": ["owner", "family", "tenant", "operator"], "sex": ["男", "女"], "kind": [
        "dwelling", "complaint", "restaurant", "elevator"], "subject": ["people", "houses", "shops", "person", "house"],
    "title": ["楼道灯不亮"], "text": ["雁荡路一带路灯不亮", "未来三个月年满90周岁老人", "独居老人"], "source": ["own", "12345", "manual"],
    "reported_at": ["2026-11-20T09:00:00+08:00"], "purpose": ["走访"], "note": ["在家"], "reason": ["走访需要核对"],
    "action": ["accept", "contact", "note", "resolve", "close", "read", "done", "return", "reopen", "skip", "create", "merge"],
    "columns": [["name", "age"], ["address"], ["id"]], "group_by": [["state"], ["committee"], ["kind"], ["address"], ["status"], ["unit"]], "notes": [[{"name": "done", "title": "已办", "kind": "tick"}]], "tag": ["LL003", "独居老人"],
    "items": [[]], "dataset": ["decoration", "aid"], "data": [{}], "fields": [["phone"], ["name", "id_number"]], "format": ["csv", "xlsx", "html"],
    "select": [["id", "name"]], "sort": ["name", "age.desc"], "limit": [10], "since": ["2026-01-01"], "until": ["2026-12-31"],
    "visited_on": ["2026-11-20"], "category": ["环境卫生", "餐饮"], "unit": ["城管中队"], "status": ["营业"], "level": ["committee", "grid"],
    "code": ["ZZ1", "FUZZ2"], "line": ["民政"], "url": ["http://127.0.0.1:9/"], "events": [["work_order.created"]], "values": [{"done": True}],
}


def good(name, pick):
    return pick.choice(GOOD[name])


def value(schema, pick, depth=0):
    """Something that suits a schema, mostly."""
    if depth > 6:
        return None
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        if name == "Filter":
            return question(pick)
        return value(SCHEMAS[name], pick, depth + 1)
    if pick.random() < 0.04:
        return pick.choice([None, [], {}, True, pick.choice(NUMBERS), pick.choice(WORDS), [[[]]], {"a": {"b": []}}])
    for choice in ("anyOf", "oneOf"):
        if choice in schema:
            return value(pick.choice(schema[choice]), pick, depth + 1)
    if "enum" in schema:
        return pick.choice(schema["enum"])
    kind = schema.get("type", "string")
    if isinstance(kind, list):
        kind = pick.choice(kind)
    if kind == "object":
        required = set(schema.get("required", []))
        made = {
            name: good(name, pick) if name in GOOD and pick.random() < 0.6 else value(part, pick, depth + 1)
            for name, part in schema.get("properties", {}).items()
            if (name in required and pick.random() < 0.95) or pick.random() < 0.4
        }
        if pick.random() < 0.03:
            made[pick.choice(WORDS)[:40]] = pick.choice(WORDS)
        return made
    if kind == "array":
        return [value(schema.get("items", {}), pick, depth + 1) for _ in range(pick.choice([0, 1, 1, 2, 3, 30]))]
    if kind in ("integer", "number"):
        return pick.choice(NUMBERS) if pick.random() < 0.4 else pick.choice(IDS + [pick.randrange(100)])
    if kind == "boolean":
        return pick.random() < 0.5
    if kind == "null":
        return None
    if schema.get("format") == "date":
        return pick.choice(["2026-11-21", "2020-02-29", "1950-01-01", "2026-02-30", "x"])
    return pick.choice(WORDS)


def parameter(parameter, pick):
    name = parameter["name"]
    if name == "where":
        return question(pick)
    if name in ("cursor", "since") and pick.random() < 0.8:
        return pick.choice(
            ["1", "4000000000.4000000000", "0.0", "-1.-1", "9223372036854775807.1", "1-abc", "latest", "x", "2030-01-01~1", "1." * 40])
    if name == "limit":
        return str(pick.choice([1, 2, 50, 500, 0, -1, 501, 10**12, "x"]))
    if name == "sort":
        return pick.choice(["age.desc,name", "name", "nothing", "age.desc," * 20, "id.up", "address"])
    if name == "select":
        return ",".join(pick.choice(["id", "name", "age", "address", "nothing", "version"]) for _ in range(pick.choice([1, 2, 5, 64, 70])))
    made = value(parameter["schema"], pick)
    return made if isinstance(made, str) else json.dumps(made)


def request(pick):
    """(operation, method, target, headers, body)"""
    method, path, operation = pick.choice(OPERATIONS)
    name = operation["operationId"]
    for part in [p for p in operation.get("parameters", []) if p["in"] == "path"]:
        kind = part["schema"].get("type")
        filled = str(pick.choice(IDS)) if kind == "integer" and pick.random() < 0.8 else str(pick.choice(NUMBERS + WORDS))
        path = path.replace("{%s}" % part["name"], urllib.parse.quote(filled[:200], safe=""))
    query = [
        (part["name"], parameter(part, pick)[:6000])
        for part in operation.get("parameters", [])
        if part["in"] == "query" and (part.get("required") or pick.random() < 0.35)
    ]
    if pick.random() < 0.02:
        query.append((pick.choice(WORDS)[:30] or "x", pick.choice(WORDS)[:300]))
    target = path + ("?" + urllib.parse.urlencode(query) if query else "")
    if pick.random() < 0.01:
        target += pick.choice(["%", "%zz", "%00", "?", "#", "/", "//", "/..", "+", "&&&=", "%2F%2e"])
    headers = {"Authorization": "Bearer " + ROLES[pick.choice(list(ROLES))]}
    if pick.random() < 0.02:
        headers["Authorization"] = pick.choice(["Bearer", "Bearer x", "Basic eDp4", "bearer  ", ""])
    body = None
    content = operation.get("requestBody", {}).get("content", {})
    if content and pick.random() < 0.97:
        kind = pick.choice(list(content))
        body, headers["Content-Type"] = payload(kind, content[kind].get("schema", {}), pick), kind
        if pick.random() < 0.02:
            body = body[: pick.randrange(len(body) + 1)]
        if pick.random() < 0.05:
            body, headers["Content-Encoding"] = gzip.compress(body), pick.choice(["gzip", "deflate", "br"])
        if pick.random() < 0.02:
            headers["Content-Type"] = pick.choice(["text/plain", "application/xml", "", "multipart/form-data; boundary=", "x"])
    if method in ("PATCH", "DELETE", "PUT") or pick.random() < 0.1:
        headers["If-Match"] = pick.choice(["*", '"1"', 'W/"1"', '"0", "1", "2"', '"', "x", '"99999999999999999999"', ","])
    if method == "POST" and pick.random() < 0.2:
        headers["Idempotency-Key"] = pick.choice(["k%d" % pick.randrange(200), "a" * 200, "é", " "])
    if pick.random() < 0.2:
        headers["Accept-Encoding"] = pick.choice(["gzip", "gzip;q=0", "*", "gzip;q=x", "," * 50])
    if pick.random() < 0.05:
        headers["If-None-Match"] = pick.choice(["*", '"1"', "W/", '"' * 99])
    if pick.random() < 0.03:
        method = pick.choice(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])
    return name, method, target, headers, body


def payload(kind, schema, pick):
    if kind.endswith("json"):
        made = value(schema, pick)
        if kind.endswith("ndjson"):
            return b"\n".join(json.dumps(value(schema, pick), ensure_ascii=False).encode("utf-8", "replace") for _ in range(3))
        if pick.random() < 0.02:
            return pick.choice([b"", b"{", b"[" * 5000, b'{"a":1,"a":2}', b"\xff\xfe", b"\xef\xbb\xbf{}", b"null", b'"\\ud800"', b"1e999"])
        return json.dumps(made, ensure_ascii=pick.random() < 0.5).encode("utf-8", "replace")
    if kind == "application/x-www-form-urlencoded":
        made = value(schema, pick)
        return urllib.parse.urlencode({k: str(v) for k, v in made.items()} if isinstance(made, dict) else {}).encode()
    if kind == "multipart/form-data":
        return b"--x\r\nContent-Disposition: form-data; name=\"description\"\r\n\r\nx\r\n--x--\r\n"
    return pick.choice(
        [b"", b"\xff\xd8\xff" + b"x" * 50, b"%PDF-1.4", b"PK\x03\x04" + b"\0" * 60, "姓名,地址\n张某,某路1号\n".encode(),
         b'"' * 500, "姓名,地址\n".encode("gb18030"), bytes(pick.randrange(256) for _ in range(200))])


BROKEN = [
    b"POST /v1/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nxx\r\n",
    b"POST /v1/login HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    b"POST /v1/login HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n{}",
    b"GET /healthz HTTP/1.1\r\nHost: a\r\nX: \x01\r\n\r\n",
    b"GET / HTTP/9.9\r\n\r\n", b"\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03", b"GET /" + b"a" * 90_000, b"\r\n" * 500, b"\0" * 100,
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", b"CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n",
    b"GET http://a/healthz HTTP/1.1\r\nHost: a\r\n\r\n", b"GET healthz HTTP/1.1\r\nHost: a\r\n\r\n", b"GET ? HTTP/1.1\r\nHost: a\r\n\r\n",
]


def broken(pick):
    """Bytes that are no request; the answer is a refusal, or none."""
    data = bytearray(pick.choice(BROKEN))
    for _ in range(pick.choice([0, 0, 1, 5])):
        data[pick.randrange(len(data))] = pick.randrange(256)
    with socket.create_connection((HOST, PORT), timeout=TIMEOUT) as line:
        try:
            line.sendall(bytes(data))
            line.shutdown(socket.SHUT_WR)
            answer = line.recv(4096)
        except (ConnectionError, BrokenPipeError):
            return
    if answer.startswith(b"HTTP/1.1 5"):
        fail("5xx for bytes that are no request", repr(bytes(data[:300])))


def worker(number):
    global sent
    pick, line = random.Random(args.seed * 1000 + number), None
    while True:
        with lock:
            if sent >= args.requests:
                return
            sent += 1
        if pick.random() < 0.01:
            broken(pick)
            continue
        name, method, target, headers, body = request(pick)
        try:
            line = line or http.client.HTTPConnection(HOST, PORT, timeout=TIMEOUT)
            start = time.monotonic()
            line.putrequest(method, target, skip_accept_encoding=True)
            for key, text in headers.items():
                line.putheader(key, text.encode("utf-8"))
            if body is not None:
                line.putheader("Content-Length", str(len(body)))
            line.endheaders(body)
            answer = line.getresponse()
            content = answer.read()
            took = time.monotonic() - start
        except (OSError, http.client.HTTPException, ValueError) as error:
            if line:
                line.close()
            line = None
            # A server may always end a kept connection; one that has died is seen by the memory at the end.
            if not isinstance(error, (http.client.RemoteDisconnected, ConnectionError, ValueError, http.client.InvalidURL)):
                fail(f"no answer, {name}", f"{error!r} {method} {target[:300]} {(body or b'')[:300]!r}")
            continue
        with lock:
            statuses[answer.status] = statuses.get(answer.status, 0) + 1
            if took > SLOW:
                slow[name] = max(slow.get(name, 0), took)
        if answer.status >= 500 and not (answer.status == 503 and b'"busy"' in content):
            fail(f"{answer.status} {name}", f"{method} {target[:500]} {(body or b'')[:500]!r} -> {content[:200]!r}")
        coded = "Content-Encoding" in headers or answer.getheader("Content-Encoding")
        kind, sent_body = answer.getheader("Content-Type"), None if coded else body
        for fault in DESCRIBED.faults(method, target, answer.status, kind, b"" if coded else content, sent_body):
            fail("not as described: " + re.sub(r"/\d+", "/0", fault)[:120], f"{method} {target[:300]} {(body or b'')[:300]!r} -> {content[:200]!r}")
        if took > SLOW and args.v:
            print(f"slow {took:.1f} s {method} {target[:300]} {(body or b'')[:300]!r}", flush=True)
        if answer.will_close:
            line.close()
            line = None


latencies, over = [], threading.Event()


def watch():
    line = None
    while not over.is_set():
        start = time.monotonic()
        try:
            line = line or http.client.HTTPConnection(HOST, PORT, timeout=TIMEOUT)
            line.request("GET", "/healthz")
            line.getresponse().read()
        except (OSError, http.client.HTTPException) as error:
            fail("/healthz is away", repr(error))
            line = None
        latencies.append(time.monotonic() - start)
        over.wait(0.05)


def ids():
    """Of rows that there are."""
    admin = ROLES.get("admin") or next(iter(ROLES.values()))
    found = {1, 2, 3}
    for subject in ("people", "houses", "buildings", "shops", "assets", "work_orders"):
        page = fetch(f"/v1/{subject}?limit=20&select=id", admin) or {"items": []}
        found |= {row["id"] for row in page["items"]}
    return sorted(found)


IDS = ids()
before, begun = memory(), time.monotonic()
threads = [threading.Thread(target=worker, args=(number,)) for number in range(args.threads)]
watcher = threading.Thread(target=watch)
watcher.start()
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
over.set()
watcher.join()
took = time.monotonic() - begun

latencies.sort()
late = [x for x in latencies if x * 1000 > args.health]
if late:
    fail(f"/healthz later than {args.health:.0f} ms", f"{len(late)} of {len(latencies)} times, at most {max(late) * 1000:.0f} ms")
# What was written stays, some bytes a request, and so do caches, which are bounded; the rest comes back.
allowed, deadline = 120_000 + args.requests // 50, time.monotonic() + 60
while memory() - before > allowed and time.monotonic() < deadline:
    time.sleep(1)
if memory() - before > allowed:
    fail("memory does not come back", f"{before} kB before, {memory()} kB after")

print(f"fuzz: seed {args.seed}, {sent} requests in {took:.0f} s, statuses {dict(sorted(statuses.items()))}")
print(
    f"fuzz: /healthz p50 {latencies[len(latencies) // 2] * 1000:.1f} ms, p99 {latencies[len(latencies) * 99 // 100] * 1000:.1f} ms, "
    f"slowest {latencies[-1] * 1000:.1f} ms; memory {before} -> {memory()} kB")
for name, seconds in sorted(slow.items(), key=lambda pair: -pair[1])[:10]:
    print(f"fuzz: slow: {name} {seconds:.1f} s")
for kind, count in sorted(failures.items()):
    print(f"fuzz: {count} x {kind}")
raise SystemExit(1 if failures else 0)
