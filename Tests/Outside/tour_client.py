#!/usr/bin/env python3
"""Walks docs/tour.md with a client that PyPI's openapi-python-client has made of /openapi.json.

    tour_client.py BASE_URL NAME PASSWORD ADMIN_TOKEN

NAME logs in for a street office, on a database of `menpai demo`. Run it with the Python of an environment that has
openapi-python-client, which also brings what the made client needs. Every answer is read into the made classes; one that they do
not know ends the walk. Exits 1 where a step does not do what the tour says.
"""
import datetime
import importlib
import inspect
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import types
import typing
import urllib.request

BASE, NAME, PASSWORD, ADMIN = sys.argv[1].rstrip("/"), *sys.argv[2:5]
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="menpai-client-"))
PACKAGE = "menpai_client"


def make():
    """The client's package, made of what the server says of itself."""
    with urllib.request.urlopen(BASE + "/openapi.json") as answer:
        (FOLDER / "openapi.json").write_bytes(answer.read())
    (FOLDER / "config.yml").write_text(
        f"project_name_override: {PACKAGE}\npackage_name_override: {PACKAGE}\npost_hooks: []\n")
    done = subprocess.run(
        [pathlib.Path(sys.executable).parent / "openapi-python-client", "generate", "--path", "openapi.json", "--config", "config.yml",
         "--meta", "none", "--output-path", PACKAGE], cwd=FOLDER, capture_output=True, text=True)
    # It knows one media type for bytes, and says so of the others.
    told = re.split(r"(?=WARNING|Unable to|ERROR)", done.stdout + done.stderr)[1:]
    missed = [x for x in told if "Unsupported content" not in x]
    if done.returncode or missed:
        sys.exit(f"tour_client: no whole client: {' '.join(missed)[:3000]}")
    sys.path.insert(0, str(FOLDER))


make()
client_module = importlib.import_module(PACKAGE + ".client")
UNSET = importlib.import_module(PACKAGE + ".types").UNSET
File = importlib.import_module(PACKAGE + ".types").File
OPERATIONS = {x.stem: x.parent.name for x in (FOLDER / PACKAGE / "api").glob("*/*.py") if x.stem != "__init__"}
steps = 0


def suited(annotation, value):
    """The value as the made function wants it: the class of a body, the word of an enumeration."""
    for choice in typing.get_args(annotation) if isinstance(annotation, (typing._UnionGenericAlias, types.UnionType)) else [annotation]:
        if isinstance(value, dict) and hasattr(choice, "from_dict"):
            try:
                return choice.from_dict(value)
            except (ValueError, KeyError):
                continue  # Another of several shapes.
        if isinstance(value, bytes) and choice is File:
            return File(payload=io.BytesIO(value))
        if isinstance(value, str) and inspect.isclass(choice) and issubclass(choice, str) and choice is not str:
            return choice(value)
    return value


def same_moments(value):
    """With moments to the microsecond, as Python writes them."""
    if isinstance(value, dict):
        return {name: same_moments(part) for name, part in value.items()}
    if isinstance(value, list):
        return [same_moments(part) for part in value]
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\dT.*", value):
        return datetime.datetime.fromisoformat(value).isoformat()
    return value


def call(token, operation, *path, status=200, **arguments):
    """The answer of one operation, read by the client and written again."""
    global steps
    steps += 1
    module = importlib.import_module(f"{PACKAGE}.api.{OPERATIONS[operation]}.{operation}")
    hints = typing.get_type_hints(module.sync_detailed)
    arguments = {name: suited(hints[name], value) for name, value in arguments.items()}
    caller = client_module.AuthenticatedClient(base_url=BASE, token=token) if token else client_module.Client(base_url=BASE)
    with caller as client:
        answer = module.sync_detailed(*path, client=client, **arguments)
    if answer.status_code != status:
        sys.exit(f"tour_client: {operation} answered {answer.status_code}: {answer.content[:400]!r}")
    if answer.parsed is None:
        if "json" in answer.headers.get("content-type", ""):
            sys.exit(f"tour_client: {operation} is not read")
        return answer.content
    written = answer.parsed.to_dict() if hasattr(answer.parsed, "to_dict") else answer.content
    if isinstance(written, dict) and same_moments(written) != same_moments(json.loads(answer.content)):
        sys.exit(f"tour_client: {operation} is read otherwise than it was answered: {written} {answer.content[:800]!r}")
    return written


def check(condition, what):
    if not condition:
        sys.exit(f"tour_client: {what}")


def ask():
    """Log in, houses, tags, Chinese, policies."""
    street = call(None, "log_in", body={"name": NAME, "password": PASSWORD})
    token, area = street["token"], street["areas"][0]["code"]
    house = call(token, "list_houses", limit=1, where="any residents(age >= 60)")["items"][0]
    found = call(token, "resolve_address", address=house["address"])
    check(found["match"] == "one" and found["houses"][0]["id"] == house["id"], f"{house['address']} is not one house")
    alone = call(
        token, "list_people", where="tag:独居老人 and age >= 80", sort="age.desc", limit=2, select="id,name,age,phone,address")
    check(alone["items"] and "*" in alone["items"][0]["name"], "nobody lives alone, or under a plain name")
    asked = call(token, "ask", body={"text": "80岁以上独居老人", "limit": 1})
    check("tag:独居老人" in asked["where"], asked["where"])
    call(token, "ask", body={"text": "天书"}, status=422)
    policy = call(
        token, "ask_policy", body={"text": "同时符合下列条件的老年人，可申请上门服务：（一）年满80周岁；（二）独居。"})
    check("独居老人" in policy["where"] and policy["near"], "the policy found nobody")
    return token, area, house


def ledgers(token):
    """Straight to the printer, and kept."""
    run = call(token, "run_once", body={"sentence": "80周岁以上老人"}, status=201)
    sheet = call(token, "export_run_xlsx", run["id"])
    content = sheet if isinstance(sheet, bytes) else b""
    check(content.startswith(b"PK"), "the run's workbook is none")
    ledger = call(
        token, "add_ledger", status=201,
        body={"name": "客户端牛奶", "sentence": "80周岁以上老人", "notes": [{"name": "milk", "title": "已发放", "kind": "tick"}]})
    call(token, "run_ledger", ledger["id"], status=201)
    schedule = call(token, "set_schedule", ledger["id"], status=201, body={"kind": "quarterly", "day": 1, "month": 1})
    check(schedule["kind"] == "quarterly", f"a schedule of {schedule['kind']}")


def orders(token, house):
    order = {
        "source": "12345", "external_id": "TOUR-1", "kind": "complaint", "title": "面摊油烟", "text": "门口的面摊天天冒油烟",
        "address": house["address"], "reported_at": "2026-11-21T09:00:00+08:00"}
    first = call(token, "push_work_order", body=order, status=201)
    check(call(token, "push_work_order", body=order)["id"] == first["id"], "pushed again it is another order")
    whole = call(token, "get_work_order", first["id"])
    check(whole["house_id"] == house["id"], "the order did not find its house")
    call(token, "act_on_work_order", first["id"], body={"action": "note", "note": "已电话联系"})
    facets = call(token, "count_people_facets", by="committee,sex", where="age >= 80")
    check(facets["facets"]["committee"], "nobody was counted")
    wrong = call(token, "list_people", where="tag:独居老 and age >= 80", status=400)
    check(wrong["code"] == "unknown_tag" and wrong["errors"][0]["suggestions"], "no suggestions for a wrong tag")


def tags(token):
    person = call(token, "list_people", limit=1, where="age >= 60 and not tag:楼组长")["items"][0]["id"]
    put = call(token, "assign_person_tag", person, "楼组长", status=201, body={"evidence": "2026年11月推选"})
    check(put["code"] == "WM002", "楼组长 is not WM002")
    refused = call(token, "assign_person_tag", person, "独居老人", body={}, status=409)
    check(refused["code"] == "computed_tag", refused["code"])


def roster(token, area, house):
    rows = [
        "姓名,性别,出生日期,现住地址,联系电话,人员标签", f"赵小满,女,1936-05-21,{house['address']},16400000001,楼组长",
        f"赵小满,女,,{house['address']},,", f"孙白露,女,1979-02-30,{house['address']},16400000003,"]
    job = call(token, "start_import", subject="people", area=area, apply=True, body="\n".join(rows).encode(), status=202)
    for _ in range(200):
        job = call(token, "get_import", job["id"])
        if job["state"] in ("review", "done", "failed"):
            break
    check(job["state"] == "review", f"the import is {job['state']}")
    waiting = {row["row"]: row["status"] for row in call(token, "list_import_rows", job["id"])["items"]}
    check(waiting[4] == "rejected", f"rows are {waiting}")
    review = next(row for row, status in waiting.items() if status == "review")
    call(token, "decide_import_row", job["id"], review, body={"action": "skip"})
    call(token, "correct_import_row", job["id"], 4, body={"values": {"birth_date": "1979-02-28"}})
    call(token, "apply_import", job["id"], status=202)
    person = call(token, "list_people", where="phone = 16400000001")["items"]
    check(len(person) == 1, "赵小满 is not there")
    return person[0]["id"]


def reveal(token, person):
    plain = call(
        token, "reveal_person", person, body={"reason": "电话回访，核实居住情况", "fields": ["name", "phone"]})
    check(plain["phone"] == "16400000001", "the telephone is not hers")
    lines = call(ADMIN, "list_audit", limit=1, action="people")
    check(lines["items"][0]["subject_id"] == person, "the audit log does not have it")


token, area, house = ask()
ledgers(token)
orders(token, house)
tags(token)
reveal(token, roster(token, area, house))
print(f"tour_client: {len(OPERATIONS)} operations, {steps} calls, ok")
