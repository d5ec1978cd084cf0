"""The example that pushes a file of tickets, against the real server: tickets.py MENPAI

Files as spreadsheets in China save them are taken whole; one in no known encoding is refused before anything is sent; a run
that is cut off goes on; nothing is pushed twice."""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import urllib.request

MENPAI = os.path.abspath(sys.argv[1])
EXAMPLE = pathlib.Path(__file__).resolve().parents[2] / "scripts/examples/push_tickets.py"
HEAD = "source,external_id,kind,title,text,address,reporter_name\n"
failed = 0


def check(ok, what):
    global failed
    failed += not ok
    print("ok     " if ok else "FAILED ", what, flush=True)


def rows(first, count):
    return "".join(f"12345,{first}-{i},投诉,夜间占道,“楼下烧烤摊占道”，请来看看㐂,瑞金二路{i}号,钱小姐\n" for i in range(count))


def push(base, token, path):
    made = subprocess.run([sys.executable, str(EXAMPLE), base, path], env={**os.environ, "MENPAI_TOKEN": token},
                          capture_output=True, text=True, timeout=120)
    return made.returncode, made.stdout + made.stderr


def ready(log):
    """The address of the server, once it answers questions."""
    for _ in range(600):
        found = re.search(r"address=\[IPv4\][^:]*:(\d+).*listening", pathlib.Path(log).read_text())
        try:
            if found and urllib.request.urlopen(f"http://127.0.0.1:{found[1]}/readyz").status == 200:
                return "http://127.0.0.1:" + found[1]
        except OSError:
            pass
        time.sleep(0.1)
    sys.exit("the server is not ready after a minute")


with tempfile.TemporaryDirectory() as folder:
    database = folder + "/t.sqlite"
    said = lambda *words: subprocess.run([MENPAI, *words, "--database", database], check=True, capture_output=True, text=True).stdout
    said("demo", "--people", "500", "--as-of", "2026-11-21")
    street = next(line.split("\t")[0] for line in said("area", "list", "--level", "committee").splitlines()[1:])[:-3]
    token = said("token", "create", "--name", "tickets", "--role", "integration", "--area", street).strip()
    with open(folder + "/log", "w") as log:
        server = subprocess.Popen([MENPAI, "serve", "--database", database, "--port", "0", "--requests-per-second", "0",
                                   "--log-level", "notice"], stderr=log)
    try:
        base = ready(folder + "/log")

        def held(word):
            wanted = json.dumps({"where": "source = 12345", "limit": 500}).encode()
            asked = urllib.request.Request(base + "/v1/work_orders/search", wanted,
                                           {"Authorization": "Bearer " + token, "Content-Type": "application/json"})
            items = json.load(urllib.request.urlopen(asked))["items"]
            return [x for x in items if (x.get("external_id") or "").startswith(word)]

        for name, kind in [("gb", "gb18030"), ("utf8", "utf-8-sig"), ("utf16", "utf-16")]:
            path = f"{folder}/{name}.csv"
            pathlib.Path(path).write_bytes((HEAD + rows(name, 7)).encode(kind))
            code, told = push(base, token, path)
            check(code == 0 and "7 done" in told, f"a file in {kind} is taken: {told.strip()[-200:]}")
            code, told = push(base, token, path)
            check(code == 0 and len(held(name + "-")) == 7, f"and again does nothing: {told.strip()[-200:]}")
        path = folder + "/bad.csv"
        pathlib.Path(path).write_bytes(HEAD.encode() + b"12345,bad-1,\xff\xff\x81\n")
        code, told = push(base, token, path)
        check(code != 0 and not held("bad-"), f"what is no text is refused whole: {told.strip()[-200:]}")
        path = folder + "/more.csv"
        pathlib.Path(path).write_bytes((HEAD + rows("more", 3)).encode("gb18030"))
        push(base, token, path)
        with open(path, "ab") as file:
            file.write(rows("later", 2).encode("gb18030"))
        code, told = push(base, token, path)
        check(code == 0 and len(held("later-")) == 2 and len(held("more-")) == 3, f"what was added later is pushed alone: {told.strip()}")
    finally:
        server.terminate()
        server.wait()
sys.exit(bool(failed))
