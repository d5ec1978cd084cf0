#!/usr/bin/env python3
"""Does many things at random by every door, and looks whether everybody who followed knows what there is.

    operations.py MENPAI DATABASE LOG [--operations N] [--seed N]

DATABASE is a demo street of its own (`menpai demo`), which is not the same afterwards. The program serves it; people, links, shops,
assets, tags, visits, records, orders, ledgers, runs, ticks, schedules, areas and rosters are written through the API and at the command
line, houses move from committee to committee, orders from unit to unit. Other systems, of one committee, of another, of the street
and of a unit, have read everything at the start and follow the feed from then on.

Exits 1 after printing, a line each: an answer of 5xx; a follower that has other rows at the end than a fresh read gives; what
`menpai check` finds. Nothing but Python's own library is used.
"""
import argparse
import collections
import http.client
import json
import random
import re
import subprocess
import sys
import tempfile
import time
import urllib.parse

from description import Description

parser = argparse.ArgumentParser()
parser.add_argument("menpai")
parser.add_argument("database")
parser.add_argument("log")
parser.add_argument("--operations", type=int, default=2000)
parser.add_argument("--seed", type=int, default=int(time.time()))
parser.add_argument("-v", "--verbose", action="store_true")
args = parser.parse_args()

pick = random.Random(args.seed)
today = time.strftime("%Y-%m-%d", time.gmtime(time.time() + 8 * 3600))
failures = collections.Counter()
answers = collections.Counter()
KINDS = ["people", "houses", "buildings", "shops", "assets", "work_orders"]


def fail(kind, what):
    if failures[kind] < 5:
        print(f"FAILED {kind}: {what}"[:800], flush=True)
    failures[kind] += 1


def command(*words, stdin=None):
    return subprocess.run([args.menpai, *words], input=stdin, capture_output=True, text=True)


def output(*words):
    done = command(*words)
    if done.returncode != 0:
        sys.exit(f"{' '.join(words)}: {done.stderr}")
    return done.stdout


# Who there is.
areas = [line.split("\t") for line in output("area", "list", "--database", args.database, "--level", "committee").splitlines()]
committees = {code: name for code, _, name, *_ in areas}
street = next(iter(committees))[:-3]
first, second = [code for code in committees if code.startswith(street)][:2]
UNITS = ["房管所", "城管中队", "派出所"]


def token(name, role, *bounds):
    return output("token", "create", "--database", args.database, "--name", name, "--role", role, *bounds).strip()


writers = {
    "admin": token("门-admin", "admin"),
    "street": token("门-street", "street", "--area", street),
    "first": token("门-first", "secretary", "--area", first),
    "second": token("门-second", "secretary", "--area", second),
    "worker": token("门-worker", "worker", "--area", first),
    "system": token("门-system", "integration", "--area", street),
}
followers = {
    "of the first committee": token("随-1", "integration", "--area", first),
    "of the second committee": token("随-2", "integration", "--area", second),
    "of the street": token("随-3", "integration", "--area", street),
    "of a unit": token("随-4", "integration", "--unit", UNITS[0]),
}

log = open(args.log, "w")
server = subprocess.Popen(
    [args.menpai, "serve", "--database", args.database, "--port", "0", "--requests-per-second", "0", "--log-level", "notice"], stderr=log)
port = None
for _ in range(600):
    found = re.search(r"address=\[IPv4\][^:]*:(\d+)", open(args.log).read())
    if found:
        port = int(found.group(1))
        break
    time.sleep(0.1)
connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
described = None


def call(method, path, bearer, body=None, kind="application/json", headers=None):
    """The status, and the answer as JSON where it is."""
    global connection
    data = None if body is None else (json.dumps(body) if kind == "application/json" else body).encode()
    sent = {"Authorization": "Bearer " + bearer, **(headers or {})}
    if data is not None:
        sent["Content-Type"] = kind
    path = urllib.parse.quote(path, safe="/?=&%,.")
    for attempt in range(2):
        try:
            connection.request(method, path, body=data, headers=sent)
            answer = connection.getresponse()
            content = answer.read()
            break
        except (http.client.HTTPException, OSError):
            if attempt:
                raise
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    if described:
        for fault in described.faults(method, path, answer.status, answer.getheader("Content-Type"), content, data):
            fail("not as described", f"{method} {path} {body}: {fault}")
    if answer.status >= 500 and answer.status != 503:
        fail("5xx", f"{method} {path} {body}: {answer.status} {content[:200]}")
    try:
        return answer.status, json.loads(content)
    except ValueError:
        return answer.status, None


for _ in range(600):
    if call("GET", "/readyz", writers["admin"])[0] == 200:
        break
    time.sleep(0.1)


described = Description(call("GET", "/openapi.json", writers["admin"])[1])


def everything(bearer):
    """The ids of all rows, by kind."""
    rows = {}
    for kind in KINDS:
        rows[kind], cursor = set(), None
        while True:
            status, page = call("GET", f"/v1/{kind}?select=id&count=none&limit=500" + (f"&cursor={cursor}" if cursor else ""), bearer)
            if status != 200:
                fail("list", f"{kind} {status} {page}")
                break
            rows[kind] |= {item["id"] for item in page["items"]}
            cursor = page["next_cursor"]
            if cursor is None:
                break
    return rows


class Follower:
    """Reads everything once, and after that only what the feed tells."""

    def __init__(self, name, bearer):
        self.name, self.bearer = name, bearer
        status, page = call("GET", "/v1/changes?since=latest", bearer)
        self.since, self.epoch = page["next_since"], page["epoch"]
        self.rows = everything(bearer)

    def follow(self):
        last = {}
        while True:
            status, page = call("GET", f"/v1/changes?since={self.since}&epoch={self.epoch}&limit=500", self.bearer)
            if status != 200:
                fail("feed", f"{self.name}: {status} {page}")
                return
            for line in page["items"]:
                if line["subject"] in self.rows:
                    last[line["subject"], line["id"]] = line["action"]
            self.since = page["next_since"]
            if not page["more"]:
                break
        for (kind, number), action in last.items():
            if action in ("leave", "delete"):
                self.rows[kind].discard(number)
                continue
            status, row = call("GET", f"/v1/{kind}/{number}", self.bearer)
            if status == 200:
                gone = kind == "people" and row.get("death_date") and row["death_date"] <= today
                (self.rows[kind].discard if gone else self.rows[kind].add)(number)

    def compare(self):
        self.follow()
        fresh = everything(self.bearer)
        for kind in KINDS:
            missing, left = fresh[kind] - self.rows[kind], self.rows[kind] - fresh[kind]
            if missing or left:
                fail("follower", f"{self.name}, {kind}: never told of {sorted(missing)[:10]}, not told that they left {sorted(left)[:10]}")


following = [Follower(name, bearer) for name, bearer in followers.items()]
whole = everything(writers["admin"])
known = {kind: sorted(ids) for kind, ids in whole.items()}
addresses = []
status, page = call("GET", "/v1/houses?select=id,address,committee&limit=500&count=none", writers["admin"])
for item in page["items"]:
    addresses.append((item["id"], item["address"]))
links, records, ledgers, runs, made_tags = [], [], [], [], []
TAGS = ["WM002", "GA013", "DJ003", "LL003"]


def day(spread=400):
    return time.strftime("%Y-%m-%d", time.gmtime(time.time() + 8 * 3600 - pick.randrange(spread) * 86400))


def name():
    return pick.choice("赵钱孙李周吴郑王") + pick.choice("一二三四五六七八九") + pick.choice("甲乙丙丁戊己庚辛")


def row(kind):
    # Those that were made last are tried as often as all others.
    ids = known[kind]
    return pick.choice(ids[-40:] if pick.random() < 0.5 else ids)


def write(method, path, body=None, who=None, **more):
    who = who or pick.choice(list(writers))
    headers = {"If-Match": "*"} if method in ("PATCH", "DELETE", "PUT") else {}
    if method == "POST" and pick.random() < 0.2:
        headers["Idempotency-Key"] = str(pick.random())
    status, answer = call(method, path, writers[who], body, headers=headers, **more)
    if headers.get("Idempotency-Key") and pick.random() < 0.5:
        again, _ = call(method, path, writers[who], body, headers=headers, **more)
        if again != status and again < 500 and status < 300:
            fail("repeated", f"{path} {status} and {again}")
    answers[f"{method} {re.sub(r'[0-9]+', 'N', path.split('?')[0])} {status}"] += 1
    return (status, answer) if status < 300 else (status, None)


def keep(kind, answer):
    if answer and "id" in answer:
        known[kind].append(answer["id"])


def add_person():
    body = {"name": name(), "house_id": row("houses"), "role": pick.choice(["owner", "family", "tenant"]), "birth_date": day(33000)}
    if pick.random() < 0.5:
        body["since"] = day()
    if pick.random() < 0.5:
        body["phone"] = "139" + str(pick.randrange(10**7, 10**8))
    keep("people", write("POST", "/v1/people", body)[1])


def change_person():
    body = pick.choice([
        {"education": "本科"}, {"hukou": "外省市"}, {"phone": "138" + str(pick.randrange(10**7, 10**8))}, {"name": name()},
        {"death_date": day(30)}, {"death_date": None}])
    write("PATCH", f"/v1/people/{row('people')}", body)


def link():
    body = {"house_id": row("houses"), "person_id": row("people"), "role": pick.choice(["owner", "family", "tenant"]), "since": day(60)}
    if pick.random() < 0.2:
        body = {"house_id": row("houses"), "shop_id": row("shops"), "role": "operator", "since": day(60)}
    status, answer = write("POST", "/v1/occupancies", body, who=pick.choice(["admin", "street", "first", "second"]))
    if answer:
        links.append(answer["id"])


def end_link():
    status, page = call("GET", f"/v1/occupancies?person_id={row('people')}", writers["admin"])
    if status == 200 and page["items"]:
        write("PATCH", f"/v1/occupancies/{pick.choice(page['items'])['id']}", {"until": pick.choice([day(20), None, today])})


def tag():
    kind = f"/v1/people/{row('people')}/tags/{pick.choice(TAGS)}"
    if pick.random() < 0.6:
        body = {"since": day(90)}
        if pick.random() < 0.4:
            body["until"] = time.strftime("%Y-%m-%d", time.gmtime(time.time() + pick.randrange(300) * 86400))
        write("PUT", kind, body)
    else:
        write("DELETE", kind)


def tag_many():
    items = [
        {"subject": "people", "id": row("people"), "tag": pick.choice(TAGS), "action": pick.choice(["assign", "end"])} for _ in range(5)]
    write("POST", "/v1/taggings", {"items": items})


def visit():
    write("POST", "/v1/visits", {"house_id": row("houses"), "note": pick.choice(["在家", "无人", "电话13812345678"]), "visited_on": day(5)})


def record():
    if records and pick.random() < 0.5:
        number = pick.choice(records)
        if pick.random() < 0.5:
            write("DELETE", f"/v1/records/{number}")
        else:
            write("PATCH", f"/v1/records/{number}", {"data": {"amount": pick.randrange(900)}})
        return
    status, answer = write("POST", "/v1/records", {"dataset": "aid", "subject_id": row("people"), "data": {"amount": pick.randrange(900)}})
    if answer:
        records.append(answer["id"])


def add_shop():
    keep("shops", write("POST", "/v1/shops", {"name": "店" + name(), "house_id": row("houses"), "since": day(90)})[1])


def change_shop():
    write("PATCH", f"/v1/shops/{row('shops')}", {"status": pick.choice(["营业", "歇业", "装修"])})


def asset():
    if pick.random() < 0.5:
        write("PATCH", f"/v1/assets/{row('assets')}", {"status": pick.choice(["正常", "停用"]), "due": day()})
    else:
        body = {"kind": pick.choice(["hydrant", "elevator"]), "code": f"S{pick.randrange(10**9)}"}
        body[pick.choice(["building_id", "house_id"])] = row(pick.choice(["buildings", "houses"]))
        keep("assets", write("POST", "/v1/assets", body)[1])


def push():
    body = {
        "source": "巡检", "external_id": str(pick.randrange(10**9)), "kind": pick.choice(["complaint", "request"]), "title": "来件",
        "text": pick.choice(["楼道堆物没人管", "房屋渗漏", "占道经营噪声大", "有人聚众"])}
    if pick.random() < 0.8:
        body["house_id"] = row("houses")
    else:
        body["address"] = pick.choice(addresses)[1]
    if pick.random() < 0.2:
        path, kind = "/v1/work_orders/batch", "application/x-ndjson"
        write("POST", path, "\n".join(json.dumps(dict(body, external_id=str(pick.randrange(10**9)))) for _ in range(3)), kind=kind)
        return
    keep("work_orders", write("POST", "/v1/work_orders", body)[1])


def act():
    action = pick.choice(["accept", "contact", "note", "return", "reassign", "assist", "suspend", "resume", "resolve", "reopen", "dispatch"])
    body = {"action": action, "note": "经办", "reason": "情况说明"}
    if action in ("reassign", "dispatch"):
        body["unit"] = pick.choice(UNITS + list(committees.values())[:3])
    if action == "assist":
        body["units"] = [pick.choice(UNITS)]
    if action == "resolve":
        body["outcome"], body["result"] = "solved", "已处理"
    if action not in ("return", "suspend", "reopen", "reassign"):
        body.pop("reason")
    write("POST", f"/v1/work_orders/{row('work_orders')}/actions", body, who=pick.choice(["street", "admin", "first", "second"]))


def change_order():
    write("PATCH", f"/v1/work_orders/{row('work_orders')}", {"house_id": row("houses")}, who=pick.choice(["street", "admin"]))


def ledger():
    if not ledgers or pick.random() < 0.2:
        body = {"name": "册" + name(), "subject": "people", "where": pick.choice(["age >= 60", "tag:WM002", ""]), "notes": [
            {"name": "done", "title": "已办", "kind": "tick"}, {"name": "active", "title": "积极", "kind": "tick", "writes": {"tag": "DJ003"}},
            {"name": "seen", "title": "已走访", "kind": "visit"}]}
        status, answer = write("POST", "/v1/ledgers", body)
        if answer:
            ledgers.append(answer["id"])
        return
    number = pick.choice(ledgers)
    if pick.random() < 0.2:
        write("PUT", f"/v1/ledgers/{number}/schedule", {"every": "day", "time": "06:00"})
        return
    status, answer = write("POST", f"/v1/ledgers/{number}/runs")
    if answer:
        runs.append(answer["id"])


def tick():
    if not runs:
        return ledger()
    items = [{"subject_id": row("people"), pick.choice(["done", "active", "seen"]): pick.random() < 0.7} for _ in range(4)]
    write("POST", f"/v1/runs/{pick.choice(runs[-10:])}/marks", {"items": items})


def roster(moving=None):
    """A few rows by the API, applied at once; houses that move to another committee among them."""
    moving = pick.random() < 0.5 if moving is None else moving
    if moving:
        lines = ["居委会,地址"]
        for _ in range(3):
            lines.append(f"{pick.choice([committees[first], committees[second]])},{pick.choice(addresses[:300])[1]}")
        kind, area = "houses", street
    else:
        lines = ["姓名,出生日期,住址,角色,入住日期,备注"]
        for _ in range(4):
            lines.append(f"{name()},{day(33000)},{pick.choice(addresses)[1]},{pick.choice(['户主', '租客'])},{day()},")
        kind, area = "people", street
    return kind, area, "\n".join(lines)


def roster_by_api():
    kind, area, text = roster()
    who = pick.choice(["street", "admin"])
    status, answer = write("POST", f"/v1/imports?subject={kind}&area={area}&apply=true&file_name=soak.csv", text, who=who, kind="text/csv")
    if not answer:
        return
    for _ in range(200):
        status, job = call("GET", f"/v1/imports/{answer['id']}", writers[who])
        if status != 200 or job["state"] in ("done", "review", "failed", "cancelled"):
            answers[f"import {kind} {job.get('state') if job else status}"] += 1
            return
        time.sleep(0.02)
    fail("import", f"{answer['id']} does not end")


def roster_by_command():
    kind, area, text = roster()
    with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
        file.write(text)
        file.flush()
        done = command("import", kind, file.name, "--database", args.database, "--area", area, "--apply")
    answers[f"menpai import {kind} {done.returncode}"] += 1
    if done.returncode != 0:
        fail("command", done.stderr)


def catalogue():
    """Tags that come and go, one of them at the command line."""
    code = f"SK{len(made_tags)}"
    status, answer = write(
        "POST", "/v1/tags", {"code": code, "name": "临时" + code, "line": "民政", "subject": "person", "level": "committee",
                             "sensitivity": "no"}, who="street")
    if answer:
        made_tags.append(code)
        TAGS.append(code)
    if len(made_tags) > 3:
        gone = made_tags[-3]
        if gone in TAGS:
            TAGS.remove(gone)
            done = command("tag", "retire", gone, "--database", args.database)
            answers[f"menpai tag retire {done.returncode}"] += 1


def area():
    write("POST", "/v1/areas", {"name": f"网格{pick.randrange(10**6)}", "level": "grid", "parent": pick.choice([first, second])}, who="street")


OPERATIONS = (
    [add_person] * 10 + [change_person] * 10 + [link] * 14 + [end_link] * 8 + [tag] * 14 + [tag_many] * 3 + [visit] * 8 + [record] * 8
    + [add_shop] * 3 + [change_shop] * 4 + [asset] * 4 + [push] * 8 + [act] * 14 + [change_order] * 4 + [ledger] * 2 + [tick] * 4
    + [roster_by_api] * 3)
RARE = [roster_by_command, catalogue, area]

began = time.time()
try:
    for number in range(args.operations):
        (pick.choice(RARE) if number % 200 == 199 else pick.choice(OPERATIONS))()
        if number % max(500, args.operations // 40) == 0:
            pick.choice(following).follow()
    time.sleep(1)
    for follower in following:
        follower.compare()
finally:
    server.terminate()
    server.wait(60)
took = time.time() - began
checked = command("check", "--database", args.database)
if checked.returncode != 0 or checked.stdout.strip() != "ok":
    fail("check", checked.stdout + checked.stderr)
good = sum(count for key, count in answers.items() if re.search(r" (2\d\d|0|done)$", key))
print(f"operations: {args.operations} of seed {args.seed} in {took:.0f} s, {good} answers were yes of {sum(answers.values())}")
if args.operations >= 2000 and good < sum(answers.values()) / 4:
    fail("refused", str(answers.most_common(20)))
if failures or args.verbose:
    for key, count in sorted(answers.items()):
        print(f"  {count:6} {key}")
    sys.exit(1 if failures else 0)
