#!/usr/bin/env python3
"""Sends what nobody should send, and checks that each thing is refused with a clear problem.

    hostile.py BASE_URL TOKEN [PID] [-v]

TOKEN is an admin's, on a database with houses, people and shops (`menpai demo`). With PID the memory of the server
must be back at the end. Exits 1 after printing what failed, a line each. Nothing but Python's own library is used.
"""
import http.client
import io
import json
import socket
import sys
import time
import urllib.parse
import xml.etree.ElementTree as ElementTree
import zipfile

from description import Description

BASE, TOKEN = sys.argv[1].rstrip("/"), sys.argv[2]
PID = sys.argv[3] if len(sys.argv) > 3 else None
HOST, PORT = urllib.parse.urlsplit(BASE).hostname, urllib.parse.urlsplit(BASE).port or 80
AUTH = {"Authorization": "Bearer " + TOKEN}
JSON = {"Content-Type": "application/json"}
NOWHERE = 4_000_000_000
MEMORY_THAT_MAY_STAY = 60_000

failures, requests, described, undescribed = [], 0, None, set()


def fail(what, why):
    line = f"{what}: {why}"
    failures.append(line)
    print("FAILED " + line, flush=True)


def hold_to_description(method, target, answer):
    status, headers, content = answer
    for fault in described.faults(method, target, status, headers.get("content-type"), content) if described else []:
        if fault not in undescribed:
            undescribed.add(fault)
            fail(f"{method} {target[:80]}", f"not as described: {fault}")


class Connection:
    """One kept connection, opened again when the server closed it."""

    http = None

    def ask(self, method, target, body=None, headers=None):
        global requests
        requests += 1
        for attempt in range(8):
            try:
                if self.http is None:
                    self.http = http.client.HTTPConnection(HOST, PORT, timeout=30)
                    self.http.connect()
                    self.http.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                    fresh = True
                else:
                    fresh = False
                # By hand: http.client refuses to send much of what is to be tried.
                head = {"Host": HOST, **AUTH, **(headers or {})}
                if body is not None:
                    head.setdefault("Content-Length", str(len(body)))
                lines = [f"{method} {target} HTTP/1.1"] + [f"{k}: {v}" for k, v in head.items() if v is not None]
                self.http.sock.sendall("\r\n".join(lines).encode("utf-8", "surrogateescape") + b"\r\n\r\n")
                if body:
                    self.http.sock.sendall(body)
                answer = http.client.HTTPResponse(self.http.sock, method=method)
                answer.begin()
                content = answer.read()
                result = answer.status, dict((k.lower(), v) for k, v in answer.getheaders()), content
                hold_to_description(method, target, result)
                if answer.will_close:
                    self.close()
                if answer.status == 429 and attempt < 7:
                    time.sleep(min(2.0, float(answer.getheader("Retry-After") or 1)))
                    continue
                return result
            except (OSError, http.client.HTTPException) as error:
                self.close()
                if fresh:
                    return 0, {}, repr(error).encode()
        return 0, {}, b"always 429"

    def close(self):
        if self.http:
            self.http.close()
        self.http = None


line = Connection()


def get(target):
    status, _, content = line.ask("GET", target)
    return json.loads(content) if status == 200 else fail("GET " + target[:80], f"status {status}")


def refused(what, answer, allowed=range(400, 500)):
    """That an answer is a problem with the members that callers count on."""
    status, headers, content = answer
    if status not in allowed:
        return fail(what, f"status {status} {content[:200]!r}")
    if "/open311" in what and "problem" not in headers.get("content-type", ""):
        return refused_as_open311(what, status, headers, content)
    if not headers.get("content-type", "").startswith("application/problem+json"):
        return fail(what, f"status {status} but type {headers.get('content-type')!r} {content[:120]!r}")
    try:
        problem = json.loads(content)
    except ValueError:
        return fail(what, f"status {status}, body is no JSON: {content[:120]!r}")
    for name, kind in [("type", str), ("title", str), ("detail", str), ("code", str), ("errors", list)]:
        if not isinstance(problem.get(name), kind) or (kind is str and not problem[name]):
            return fail(what, f"problem without {name}: {content[:200]!r}")
    if problem["status"] != status:
        fail(what, f"problem says {problem['status']}, HTTP {status}")
    if len(content) > 20_000:
        fail(what, f"the problem has {len(content)} bytes")
    return problem


def refused_as_open311(what, status, headers, content):
    """That it is a list of code and description, in whichever format was asked for."""
    try:
        if headers["content-type"].startswith("text/xml"):
            codes = [int(x.findtext("code")) for x in ElementTree.fromstring(content).findall("error") if x.findtext("description")]
        else:
            codes = [x["code"] for x in json.loads(content) if x["description"]]
    except (ValueError, KeyError, TypeError, ElementTree.ParseError) as error:
        return fail(what, f"status {status}, no Open311 errors ({error!r}): {content[:120]!r}")
    if not codes or set(codes) != {status} or len(content) > 20_000:
        fail(what, f"status {status}, but told {content[:200]!r}")


def memory():
    with open(f"/proc/{PID}/status") as status:
        return int(next(x.split()[1] for x in status if x.startswith("VmRSS")))


# --- the routes' bodies -----------------------------------------------------------------------------------------------

api = get("/openapi.json")
described = Description(api)


def resolved(schema):
    while "$ref" in schema:
        schema = api["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    if "discriminator" in schema:
        # A member of any of the choices may be sent wrong.
        choices = [resolved(choice) for choice in schema["oneOf"]]
        return {"type": "object", "required": [schema["discriminator"]["propertyName"]],
                "properties": {name: part for choice in choices for name, part in choice["properties"].items()}}
    return schema


def first(collection):
    return get(f"/v1/{collection}?limit=1")["items"][0]


IDS = {x: first(x)["id"] for x in ["people", "houses", "shops", "buildings", "assets", "users"]}
HOUSE, PERSON = IDS["houses"], IDS["people"]
TAG = next(x["code"] for x in get("/v1/tags?subject=person&kind=assigned&limit=1")["items"])
GOOD = {
    "house_id": HOUSE, "person_id": PERSON, "building_id": IDS["buildings"], "subject_id": HOUSE, "role": "family",
    "name": "测试", "level": "committee", "parent": "310101", "kind": "other", "code": "HOSTILE", "address": "不存在路1号",
    "committee": "不存在", "reason": "outside test", "line": "test", "subject": "person", "dataset": "decoration",
    "data": {}, "fields": [], "items": [], "password": "a-long-enough-Word-9", "old": "x", "action": "skip",
    "until": "2026-01-01", "where": "", "note": "x",
}  # fmt: skip


def good(schema):
    """A body that is well-formed as far as the description tells."""
    return {k: GOOD.get(k, "x") for k in schema.get("required", [])}


def target_of(path):
    kind = (path.split("/") + ["", ""])[2]
    return (
        path.replace("{id}", str(IDS.get(kind, NOWHERE))).replace("{n}", "1").replace("{code}", "ZZ" if "areas" in path else TAG)
    )


def wrong_values(schema):
    types = schema.get("type", [x.get("type") for x in schema.get("anyOf", [])] if "anyOf" in schema else "string")
    types = types if isinstance(types, list) else [types]
    wrong = {"string": '"a\\u0000b"', "integer": "12", "boolean": "true", "array": '["\\ud800"]', "object": '{"x\\u0000":1}'}
    if "integer" in types or "number" in types:
        yield from ['"x"', "1e400", "-1e400", "[]", "{}", "true", "9223372036854775808", "1" * 400, "NaN", "0x10", "01"]
        if "integer" in types:
            yield from ["1.5", "9223372036854775807", "-9223372036854775808", str(int(schema.get("minimum", 0)) - 1)]
        return
    if "string" in types:
        yield from ['"a\\u0000b"', '"\\ud800"', '"\\udc00\\ud800"', '"' + "长" * 200_000 + '"', '"\\x"', '"\n"']
        if schema.get("format") == "date":
            yield from ['"2026-02-30"', '"abc"', '"0000-00-00"', '"99999-01-01"', '"2026-11-21T00:00:00Z"']
        if "enum" in schema:
            yield '"no such word"'
    for kind, value in wrong.items():
        if kind not in types and not (kind == "string" and "string" in types):
            yield value


def bodies():
    deep = b"[" * 10_000 + b"]" * 10_000
    yield from [
        ("empty", b""), ("broken", b'{"a":'), ("array", b"[]"), ("string", b'"x"'), ("null", b"null"),
        ("number", b"12"), ("two values", b"{}{}"), ("comment", b"{/**/}"), ("trailing comma", b'{"a":1,}'),
        ("single quotes", b"{'a':1}"), ("unknown field", None), ("duplicate keys", None),
        ("NUL", b'{"a":"\\u0000"}'), ("raw NUL", b'{"a":"\x00"}'), ("NUL key", b'{"\\u0000":1}'),
        ("lone surrogate", b'{"a":"\\ud800"}'), ("bad UTF-8", b'{"a":"\xff\xfe"}'), ("overlong UTF-8", b'{"a":"\xc0\xaf"}'),
        ("surrogate in UTF-8", b'{"a":"\xed\xa0\x80"}'), ("byte order mark", b"\xef\xbb\xbf[]"),
        ("UTF-16", '{"a":1}'.encode("utf-16")), ("deep array", deep), ("deep object", b'{"a":' * 10_000 + b"1" + b"}" * 10_000),
        ("deep and cut", b'{"a":[' * 10_000), ("deep field", b'{"where":' + deep + b"}"), ("spaces", b" " * 500_000),
        ("many keys", json.dumps({f"k{i}": i for i in range(20_000)}).encode()),
    ]  # fmt: skip


def try_bodies():
    for path, methods in api["paths"].items():
        for method, operation in methods.items():
            content = operation.get("requestBody", {}).get("content", {})
            if "application/json" not in content:
                continue
            schema = resolved(content["application/json"]["schema"])
            needed = operation["requestBody"].get("required", False)
            target, name = target_of(path), f"{method.upper()} {path}"
            headers = {**JSON, "If-Match": "*"}
            base = good(schema)

            def send(what, body):
                refused(f"{name} [{what}]", line.ask(method.upper(), target, body, headers))

            for what, body in bodies():
                if what == "unknown field":
                    body = json.dumps({**base, "no_such_field": 1}).encode()
                if what == "duplicate keys":
                    key = next(iter(schema.get("properties", ["key"])))
                    body = f'{{"{key}":null,"{key}":null}}'.encode()
                if what != "empty" or needed:
                    send(what, body)
            for key, part in schema.get("properties", {}).items():
                rest = {k: v for k, v in base.items() if k != key}
                for value in wrong_values(resolved(part)):
                    text = json.dumps(rest)[:-1] + (", " if rest else "") + f'"{key}": {value}}}'
                    send(f"{key} = {value[:24]}", text.encode())
            answer = line.ask(method.upper(), target, b"<a/>", {**headers, "Content-Type": "text/xml"})
            refused(f"{name} [XML]", answer, [415])
            for coding in ["gzip", "br"]:
                answer = line.ask(method.upper(), target, b"\x1f\x8b\x08junk", {**headers, "Content-Encoding": coding})
                refused(f"{name} [{coding}]", answer)


# --- the query, the path, the filter ------------------------------------------------------------------------------------

WRONG_TEXT = ["%00", "%ff%fe", "%ed%a0%80", "%", "%zz", "%c0%af"]
FILTERS = {
    "10,000 parentheses": "(" * 10_000 + "age>1" + ")" * 10_000, "only opening": "(" * 3_900,
    "300 not": "not " * 300 + "age>1", "5,000 characters": "name ~ " + "长" * 5_000, "300 terms": " or ".join(["age>1"] * 300),
    "deep relations": "any house(any residents(" * 40 + "age>1" + "))" * 40, "SQL": "name = 'x'; drop table people; --",
    "SQL quoted": "name = \"x' or 1=1 --\" or", "regex": "name ~ (a+)+$", "regex brackets": "name ~ [[:alpha:]",
    "open quote": 'name = "x', "open list": "age in [1,2", "open range": "age in ..", "huge number": "age > " + "9" * 400,
    "float": "age > 1e400", "huge turns": "turns(999999999999999999999) in today..today+3m",
    "huge shift": "birth_date > today+99999999999999999999y", "far shift": "birth_date > today+999999999d",
    "date that is none": "birth_date = 2026-02-30", "unknown field": "salary > 3", "unknown tag": "tag:没有这个标签",
    "empty parentheses": "()", "half a comparison": "age >", "count of nothing": "count(ghosts()) > 1", "and only": "and",
    "NUL": "name = \0", "bidi": "name \u202e= x y", "wrong type": "age = abc",
}  # fmt: skip
DEEP = {"age": 1}


def try_queries():
    quote = lambda text: urllib.parse.quote(text.encode("utf-8", "surrogatepass"))
    for path, methods in api["paths"].items():
        operation = methods.get("get")
        if not operation or path in ["/v1/events"]:
            continue
        target = target_of(path)
        queried = [x for x in operation.get("parameters", []) if x["in"] == "query"]
        refused(f"GET {path} [unknown parameter]", line.ask("GET", target + "?no_such_parameter=1"), [400, 401])
        refused(f"GET {path} [NUL name]", line.ask("GET", target + "?%00=1"), [400])
        for parameter in queried:
            name, types = parameter["name"], parameter["schema"].get("type", "string")
            for text in WRONG_TEXT:
                refused(f"GET {path} [{name}={text}]", line.ask("GET", f"{target}?{name}={text}"), [400])
            refused(f"GET {path} [{name} twice]", line.ask("GET", f"{target}?{name}=1&{name}=1"), [400])
            wrong = []
            if types == "integer" or name == "limit":
                wrong = ["x", "-1", "1.5", "1e3", "9" * 30, "0x1", "%EF%BC%91", "", "9223372036854775808"]
                wrong += ["0", "501", "99999999"] if name == "limit" else []
            elif types == "boolean":
                wrong = ["yes", "1", "TRUE", ""]
            elif name == "as_of":
                wrong = ["x", "2026-02-30", "20261121", "0000-00-00", "99999-01-01", "-1", ""]
            elif name in ["sort", "select", "by"]:
                wrong = ["no_such_field", "id;drop", ",", "id,,id", "x" * 3_000, "(select 1)", "name.sideways"]
            elif name in ["count", "level", "status", "subject", "kind"] and "enum" in parameter["schema"]:
                wrong = ["no_such_word"]
            elif name == "cursor":
                wrong = ["x", "-1", "1.x", "9" * 40, "1.1.1.1.1.1.1.1", "{}", "a" * 3_000, "1e400.1e400"]
            elif name == "where":
                wrong = [quote(x) for x in FILTERS.values()]
            extra = f"&house_id={HOUSE}" if path == "/v1/visits" and name != "house_id" else ""
            extra += "&by=committee" if path.endswith("/facets") and name != "by" else ""
            for text in wrong:
                refused(f"GET {path} [{name}={text[:40]}]", line.ask("GET", f"{target}?{name}={text}{extra}"))
    for subject in ["people", "houses", "shops", "buildings", "assets"]:
        for what, where in FILTERS.items():
            if subject != "people" and what in ["float", "half a comparison"]:
                continue
            body = json.dumps({"where": where}).encode()
            refused(f"search {subject} [{what}]", line.ask("POST", f"/v1/{subject}/search", body, JSON), [400])
        body = b'{"where":' + b'{"not":' * 10_000 + b'{"field":"age","op":">","value":1}' + b"}" * 10_001
        refused(f"search {subject} [deep JSON]", line.ask("POST", f"/v1/{subject}/search", body, JSON), [400])
        for where in [{"and": [{}] * 5_000}, {"and": 1}, {"field": "name"}, {"any": "house", "where": 3}, {"x": 1}, []]:
            body = json.dumps({"where": where}).encode()
            refused(f"search {subject} [{str(where)[:30]}]", line.ask("POST", f"/v1/{subject}/search", body, JSON), [400])


def try_paths():
    for path, methods in api["paths"].items():
        if "{" not in path or "get" not in methods:
            continue
        for text in ["0", "-1", str(2**31), str(2**32), str(2**64), "abc", "1.0", "1e3", "%00", "%ff", "%2e%2e", "1%2F..", "x" * 3_000, "%F0%9F%98%80"]:
            answer = line.ask("GET", path.replace("{id}", text).replace("{code}", text).replace("{n}", text))
            refused(f"GET {path} [{text[:20]}]", answer, [400, 404])
    for path in ["/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd", "//etc/passwd", "/./x", "/%00", "/%ff", "/v1", "/v1/", "/v1/people/", "/v2/people", "/app/../../../../etc/passwd", "/assets/..%2f..%2f..%2fetc%2fpasswd", "/" + "a" * 6_000, "/v1/people/1/..", "/v1/nothing", "/\u95e8", "/v1//people"]:
        status, headers, content = line.ask("GET", path)
        if b"root:" in content:
            fail(f"GET {path}", "it is the password file")
        if status != 200 or path not in ["/v1/people/", "/v1//people"]:
            refused(f"GET {path[:40]}", (status, headers, content))
    for method in ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO", "get", "PROPFIND"]:
        refused(f"{method} /v1/people/facets", line.ask(method, "/v1/people/facets"), range(400, 502) if method in ["FOO", "get", "PROPFIND"] else [405])
    for target in ["/v1/people?limit=1", "/openapi.json", "/healthz", "/v1/people/1"]:
        status, headers, content = line.ask("HEAD", target)
        if status != 200 or content or int(headers.get("content-length", 0)) < 2:
            fail(f"HEAD {target}", f"{status} {headers}")
    status, headers, content = line.ask("HEAD", f"/v1/people/{NOWHERE}")
    if status != 404 or content:
        fail("HEAD of nobody", f"{status} {content[:80]!r}")


# --- the headers, and bytes that are hardly HTTP --------------------------------------------------------------------------


def raw(parts, patience=10):
    """What the server says to bytes as they are; b"" when it just closes, None when it says nothing in time."""
    with socket.create_connection((HOST, PORT), timeout=patience) as wire:
        try:
            for part in parts:
                wire.sendall(part)
        except OSError:
            pass
        got = b""
        try:
            while chunk := wire.recv(65536):
                got += chunk
                head, end, body = got.partition(b"\r\n\r\n")
                if end and b"content-length: %d\r\n" % len(body) in head.lower() + b"\r\n":
                    break
        except socket.timeout:
            return got or None
        except OSError:
            return got
        return got


def head_of(method, path, *lines):
    return "\r\n".join([f"{method} {path} HTTP/1.1", f"Host: {HOST}", "Authorization: Bearer " + TOKEN, *lines, "", ""]).encode()


def spoken(what, answer, statuses):
    """A status line out of those allowed, and a problem as its body."""
    if not answer:
        return fail(what, "the connection was dropped" if answer == b"" else "no answer")
    head, _, body = answer.partition(b"\r\n\r\n")
    fields = dict(x.lower().split(b": ", 1) for x in head.split(b"\r\n")[1:] if b": " in x)
    refused(what, (int(head.split(b" ")[1]), {k.decode(): v.decode() for k, v in fields.items()}, body), statuses)


def try_headers():
    for value in ["", "Bearer", "Bearer ", "Bearer x", "Basic eDp5", "Bearer " + "x" * 4_000, "Bearer \u95e8\u724c", "Bearer mp_%00", "bearer  " + TOKEN + "x", "Token " + TOKEN]:
        refused(f"Authorization {value[:20]!r}", line.ask("GET", "/v1/me", headers={"Authorization": value}), [401])
    refused("no Authorization", line.ask("GET", "/v1/me", headers={"Authorization": None}), [401])
    note = json.dumps({"house_id": NOWHERE}).encode()
    for key in ["", " ", "x" * 5_000, "\u95e8" * 100, "a\tb"]:
        refused(f"Idempotency-Key {key[:10]!r}", line.ask("POST", "/v1/visits", note, {**JSON, "Idempotency-Key": key}))
    for tag in ["", "abc", "W/\"x\"", '"999999999999999999999999"', '"-1"', '""', "*, *", "x" * 5_000]:
        answer = line.ask("PATCH", f"/v1/people/{PERSON}", b'{"education":"x"}', {**JSON, "If-Match": tag})
        refused(f"If-Match {tag[:20]!r}", answer, [400, 412, 428])
    long = b"X-Long: " + b"x" * (1 << 20) + b"\r\n"
    spoken("a header of 200 KB", raw([head_of("GET", "/healthz", "X-Long: " + "x" * 200_000)]), [400, 431])
    answer = raw([b"GET /healthz HTTP/1.1\r\nHost: x\r\n", *[long] * 16, b"\r\n"])
    if answer and b" 200 " in answer[:20]:
        fail("16 MB of headers", "taken")
    answer = raw([head_of("GET", "/healthz", *[f"X-{i}: x" for i in range(20_000)])])
    if answer and b" 200 " in answer[:20]:
        fail("20,000 headers", "taken")
    for what, wire in {
        "no HTTP at all": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", "a bad request line": b"GET\r\n\r\n",
        "two lengths": head_of("POST", "/v1/visits", "Content-Length: 2", "Content-Length: 3") + b"{}x",
        "length and chunks": head_of("POST", "/v1/visits", "Content-Length: 2", "Transfer-Encoding: chunked") + b"0\r\n\r\n",
        "negative length": head_of("POST", "/v1/visits", "Content-Length: -1"),
        "no number": head_of("POST", "/v1/visits", "Content-Length: abc"),
        "bad chunk": head_of("POST", "/v1/visits", "Transfer-Encoding: chunked", "Content-Type: application/json") + b"zz\r\n\r\n",
        "space in a name": head_of("GET", "/healthz", "X Y: 1"), "NUL in a header": head_of("GET", "/healthz", "X: a\0b"),
        "HTTP/9.9": b"GET /healthz HTTP/9.9\r\nHost: x\r\n\r\n", "URI of 200 KB": head_of("GET", "/" + "a" * 200_000),
    }.items():  # fmt: skip
        spoken(what, raw([wire]), range(400, 506))


def try_large_bodies():
    block = b" " * (1 << 20)
    routes = [("POST", "/v1/visits", JSON), ("POST", "/v1/people/search", JSON), ("PATCH", f"/v1/people/{PERSON}", JSON), ("POST", "/v1/login", JSON), ("POST", "/v1/imports?subject=people&dry_run=true", {"Content-Type": "text/csv"})]
    for method, path, headers in routes:
        kind = "Content-Type: " + headers["Content-Type"]
        announced = raw([head_of(method, path, kind, "If-Match: *", f"Content-Length: {100 << 20}"), *[block] * 100])
        spoken(f"{method} {path} [100 MB]", announced, [413])
        chunk = b"100000\r\n" + block + b"\r\n"
        chunked = raw([head_of(method, path, kind, "If-Match: *", "Transfer-Encoding: chunked"), *[chunk] * 100, b"0\r\n\r\n"])
        if chunked:
            spoken(f"{method} {path} [100 MB in chunks]", chunked, [413])
        refused("after 100 MB", line.ask("GET", f"/v1/people/{NOWHERE}"), [404])
    slow = [socket.create_connection((HOST, PORT), timeout=5) for _ in range(64)]
    for wire in slow:
        wire.sendall(head_of("POST", "/v1/visits", "Content-Type: application/json", "Content-Length: 100") + b'{"ho')
    start = time.time()
    refused("beside 64 slow bodies", line.ask("GET", f"/v1/people/{NOWHERE}"), [404])
    if time.time() - start > 1:
        fail("beside 64 slow bodies", f"took {time.time() - start:.1f} s")
    for wire in slow:
        wire.close()


# --- files ------------------------------------------------------------------------------------------------------------

TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
RELATION = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/></Relationships>'
BOOK = '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>'
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'
ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row>'


def workbook(sheet, head="", extra=None):
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        file.writestr("[Content_Types].xml", TYPES)
        file.writestr("_rels/.rels", RELATION % ("officeDocument", "xl/workbook.xml"))
        file.writestr("xl/workbook.xml", BOOK)
        file.writestr("xl/_rels/workbook.xml.rels", RELATION % ("worksheet", "worksheets/sheet1.xml"))
        with file.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            part.write(b'<?xml version="1.0" encoding="UTF-8"?>' + head.encode())
            before, _, after = SHEET.partition("%s")
            part.write(before.encode())
            for piece in sheet:
                part.write(piece)
            part.write(after.encode())
        for name, content in (extra or {}).items():
            file.writestr(name, content)
    return kept.getvalue()


def files():
    """Names, bytes, and whether a whole file must be refused (else: each row has its own verdict)."""
    head = "姓名,身份证号,地址\n"
    yield "10 MB in a cell", (head + "x" * (10 << 20) + ",1,2\n").encode()
    yield "10 MB in a quoted cell", (head + '"' + "x\n" * (5 << 20) + '",1,2\n').encode()
    yield "unterminated quote", (head + '"张三,1,2\n' + "李四,3,4\n" * 100_000).encode()
    yield "NULs", (head + "张\0三,1\0,2\n").encode()
    yield "only NULs", b"\0" * 1_000_000
    yield "UTF-16", (head + "张三,1,2\n").encode("utf-16")
    yield "noise", bytes((i * 7919 + i // 251) % 256 for i in range(200_000))
    yield "only a header", head.encode()
    yield "no header", "张三,310101199001011234,瑞金二路1号\n".encode()
    yield "blank lines", b"\n" * 100_000
    yield "commas", b"," * 1_000_000
    yield "5,000 columns", (",".join(f"c{i}" for i in range(5_000)) + "\n" + "x," * 4_999 + "x\n").encode()
    yield "duplicate headers", ("姓名,姓名,地址,地址\n张三,李四,1,2\n").encode()
    yield "mixed encodings", head.encode() + "张三,1,2\n".encode("gb18030") + "李四,3,4\n".encode() + b"\xff\xfe,,\n"
    yield "rows of all lengths", (head + "a\n" + "a,b,c,d,e,f,g\n" + ",,,,\n").encode()
    yield "formulas", (head + '=cmd|"/C calc"!A0,@SUM(1),+1\n').encode()
    yield "empty", b""
    yield "one byte", b"x"
    yield "zip bomb", workbook([ROW.encode()] + [b" " * (1 << 20)] * 600)
    rows = b"".join(b'<row><c t="inlineStr"><is><t>x</t></is></c></row>' for _ in range(20_000))
    yield "bomb of rows", workbook([rows] * 200)
    entities = '<!DOCTYPE a [<!ENTITY a0 "aaaaaaaaaa">' + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12)) + "]>"
    yield "entity bomb", workbook([b'<row r="1"><c r="A1" t="inlineStr"><is><t>&a11;</t></is></c></row>'], entities)
    outside = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    yield "outside entity", workbook([b'<row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row>'], outside)
    yield "deep XML", workbook([b"<a>" * 200_000])
    yield "cell at the edge", workbook([b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'])
    yield "row 2^63", workbook([b'<row r="9223372036854775808"><c r="ZZZZZZZZ1"><v>1</v></c></row>'])
    yield "shared text that is not there", workbook([b'<row r="1"><c r="A1" t="s"><v>99999999999999999999</v></c></row>'])
    whole = workbook([ROW.encode()])
    yield "cut zip", whole[: len(whole) // 2]
    yield "no end record", whole[:-30]
    yield "encrypted zip", whole.replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01").replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as file:
        file.writestr("../../etc/x", "x")
    yield "some other zip", other.getvalue()
    yield "old Excel", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 5_000
    yield "PDF", b"%PDF-1.7\n" + b"\xe2\xe3\xcf\xd3" * 1_000
    yield "HTML", b"<html><body><table><tr><td>x</td></tr></table></body></html>"


def try_files():
    started = []
    for name, content in files():
        target = f"/v1/imports?subject=people&apply=true&area=310101&file_name={urllib.parse.quote(name)}"
        status, headers, body = line.ask("POST", target, content, {"Content-Type": "application/octet-stream"})
        if status == 202:
            started.append((name, json.loads(body)["id"]))
        else:
            refused(f"import [{name}]", (status, headers, body))
    for name, number in started:
        deadline, state = time.time() + 30, None
        while time.time() < deadline:
            state = get(f"/v1/imports/{number}")
            if state["state"] in ["failed", "done", "review", "cancelled"]:
                break
            time.sleep(0.1)
        counts = state["counts"]
        if state["state"] not in ["failed", "done", "review"]:
            fail(f"import [{name}]", f"still {state['state']} after 30 s")
        elif state["state"] == "failed" and not state.get("problem"):
            fail(f"import [{name}]", "failed without saying why")
        elif state["state"] == "failed" and "内部" in state["problem"]:
            fail(f"import [{name}]", state["problem"])
        if counts.get("created") or counts.get("updated"):
            fail(f"import [{name}]", f"something was written: {counts}")
        if "-v" in sys.argv:
            print(f"  {name}: {state['state']} {state.get('problem', '')} {counts}")
    subject = "/v1/imports?subject="
    csv = {"Content-Type": "text/csv"}
    for query in ["ghosts", "people&area=999", "people&area=", "people&mapping={", "people&mapping=[]", "people&mapping=%7B%22a%22%3A1%7D", "people&mapping=" + "%5B" * 2_000, "people&dry_run=maybe", "people&as_of=x", "people&x=1", "people&file_name=%00", "people&file_name=" + "x" * 300]:
        refused(f"POST {subject}{query[:40]}", line.ask("POST", subject + query, "姓名\n张三\n".encode(), csv))
    refused("import without a subject", line.ask("POST", "/v1/imports", b"x", csv), [400])
    refused("import as a picture", line.ask("POST", subject + "people", b"x", {"Content-Type": "image/png"}), [415])


# --- all of it ----------------------------------------------------------------------------------------------------------

COUNTED = ["people", "houses", "buildings", "shops", "assets", "areas", "tags", "datasets", "users", "tokens"]


def totals():
    return {x: get(f"/v1/{x}")["total"] if x == "datasets" else get(f"/v1/{x}?limit=1")["total"] for x in COUNTED}


def warm_up():
    """What a street does on any day: the database's page caches are filled by it, and stay so within their bounds."""
    roster = "姓名,性别,出生日期,地址\n" + "".join(f"测{i},男,1950-01-01,不存在路{i}号\n" for i in range(20_000))
    target = "/v1/imports?subject=people&dry_run=true&area=310101"
    number = json.loads(line.ask("POST", target, roster.encode(), {"Content-Type": "text/csv"})[2])["id"]
    deadline = time.time() + 60
    while get(f"/v1/imports/{number}")["state"] in ["reading", "matching", "applying"] and time.time() < deadline:
        time.sleep(0.1)


def main():
    warm_up()
    # Once before the memory is looked at: caches fill up to their bounds the first time, and what stays after that is a leak.
    try_files()
    for _ in range(3):
        before = totals()
    warm = memory() if PID else 0
    for step in [try_bodies, try_queries, try_paths, try_headers, try_large_bodies, try_files]:
        start = time.time()
        step()
        held = f", {memory() >> 10} MB" if PID else ""
        print(f"{step.__name__}: {time.time() - start:.1f} s{held}", flush=True)
    after = totals()
    if before != after:
        fail("totals", f"{before} became {after}")
    if PID:
        deadline = time.time() + 10
        while memory() > warm + MEMORY_THAT_MAY_STAY and time.time() < deadline:
            time.sleep(0.5)
        if memory() > warm + MEMORY_THAT_MAY_STAY:
            fail("memory", f"{warm} kB before, {memory()} kB after")
    print(f"hostile: {requests} requests, {len(failures)} failures")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
