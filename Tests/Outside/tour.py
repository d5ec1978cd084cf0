"""What the pages print is what the program answers.

    tour.py MENPAI [PAGE …]

Runs every ```console block of README and docs as it is printed: commands after `$ `, the lines that belong to them, and what
follows as the answer. Each page has a demo street of its own, all of one day, so that counts, ids and birthdays are those of the page.
`…` in a page stands for anything; tokens, times of day, cursors, marks of files, audit heads and the port may differ; nothing else may. Where no
answer is printed, the answer must be no refusal. Filters of docs/filter-language.md and the receiver of docs/webhooks.md are tried too.
Exits 1 where a page and the program disagree.
"""
import calendar
import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import types
import urllib.error
import urllib.parse
import urllib.request
from http.server import BaseHTTPRequestHandler, HTTPServer

MENPAI = pathlib.Path(sys.argv[1]).resolve()
ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="menpai-tour-"))
PAGES = sys.argv[2:] or ["docs/tour.md", "README.md", "README.zh-CN.md"] + sorted(
    str(x.relative_to(ROOT)) for x in (ROOT / "docs").glob("*.md") if x.name != "tour.md")
# The day of the pages, 18:00 in Shanghai.
BEGIN = calendar.timegm((2026, 11, 21, 10, 0, 0))
servers, faults = [], []

# The clock of the day, for what is started here.
CLOCK = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sys/time.h>
#include <time.h>
static const long off = OFFSETL;
int clock_gettime(clockid_t id, struct timespec *t) {
  static int (*real)(clockid_t, struct timespec *);
  if (!real) real = dlsym(RTLD_NEXT, "clock_gettime");
  int r = real(id, t);
  if (!r && (id == CLOCK_REALTIME || id == CLOCK_REALTIME_COARSE)) t->tv_sec += off;
  return r;
}
int gettimeofday(struct timeval *t, void *z) {
  static int (*real)(struct timeval *, void *);
  if (!real) real = dlsym(RTLD_NEXT, "gettimeofday");
  int r = real(t, z);
  if (!r) t->tv_sec += off;
  return r;
}
time_t time(time_t *t) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (t) *t = now.tv_sec;
  return now.tv_sec;
}
"""


def environment(began):
    (FOLDER / "clock.c").write_text(CLOCK.replace("OFFSET", str(BEGIN - began)))
    compiler = shutil.which("clang") or shutil.which("cc")
    subprocess.run([compiler, "-shared", "-fPIC", "-o", FOLDER / "clock.so", FOLDER / "clock.c", "-ldl"], check=True)
    # scripts/serve builds what it serves: here it has been built.
    tools = FOLDER / "bin"
    tools.mkdir()
    (tools / "swift").write_text(f'#!/bin/sh\n[ "$4" != --show-bin-path ] || echo "{MENPAI.parent}"\n')
    (tools / "swift").chmod(0o755)
    (tools / "menpai").symlink_to(MENPAI)
    keep = {x: y for x, y in os.environ.items() if not x.startswith("MENPAI")}
    return keep | {"LD_PRELOAD": str(FOLDER / "clock.so"), "PATH": f"{tools}:{keep['PATH']}", "LC_ALL": "C.UTF-8"}


class Step:
    def __init__(self, line, command, answer):
        self.line, self.command, self.answer = line, command, answer


def incomplete(command):
    said = subprocess.run(["bash", "-n"], input=command, capture_output=True, text=True).stderr
    return command.endswith("\\") or "unexpected EOF" in said or "unexpected end of file" in said or "here-document" in said


def steps(text):
    """The commands of a page's console blocks, each with what is printed behind it."""
    found, inside, command, answer, start = [], False, None, [], 0

    def end():
        if command is not None:
            found.append(Step(start, command, "\n".join(answer).strip("\n")))

    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("```"):
            if inside:
                end()
            inside, command, answer = line == "```console", None, []
        elif inside and command is not None and not answer and incomplete(command):
            command += "\n" + line
        elif inside and line.startswith("$ "):
            end()
            command, answer, start = line[2:], [], number
        elif inside:
            answer.append(line)
    return found


# What must differ from day to day and street to street; the rest of a page is taken by its word.
MAY_DIFFER = re.compile(
    r"(?P<token>mp_\w*)"
    r"|(?P<instant>\d{4}-\d\d-\d\dT)\d\d:\d\d:\d\d\.(?!000)\d{3}\+08:00"
    r'|(?P<cursor>"next_cursor":")(?=[\w-]*[A-Za-z])[\w-]+'
    r"|(?P<mark>\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b)"
    r"|(?P<head>\b\d+:[0-9a-f]{16}\b)"
    r"|(?P<rest>…)")


def pattern(answer, is_json):
    made, done = "", 0
    # In JSON it spans what it likes; elsewhere the rest of a line, and lines where it stands alone.
    anything = r".*?" if is_json else r"[^\n]*"
    for part in MAY_DIFFER.finditer(answer):
        made += re.escape(answer[done:part.start()])
        if part["token"]:
            made += r"mp_\w*"
        elif part["instant"]:
            made += re.escape(part["instant"]) + r"\d\d:\d\d:\d\d\.\d{3}\+08:00"
        elif part["cursor"]:
            made += re.escape(part["cursor"]) + r"[\w-]+"
        elif part["mark"]:
            made += r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}"
        elif part["head"]:
            made += r"\d+:[0-9a-f]{16}"
        else:
            alone = f"\n{answer}\n"[part.start():part.end() + 2] == "\n…\n"
            made += r".*?" if alone else anything
        done = part.end()
    return made + re.escape(answer[done:])


def as_expected(answer):
    """The answer of a page: one line of JSON that was folded, or lines as they stand."""
    lines = answer.split("\n")
    if answer.startswith(("{", "[")):
        return "".join(lines), True
    return "\n".join(x.rstrip() for x in lines), False


def mismatch(answer, said):
    """What differs, or nothing."""
    expected, is_json = as_expected(answer)
    said = said.strip("\n")
    if is_json:
        try:
            json.loads(said)
        except ValueError:
            return f"no JSON: {said[:600]}"
    else:
        said = "\n".join(x.rstrip() for x in said.split("\n"))
    if re.fullmatch(pattern(expected, is_json), said, re.S):
        return None
    # The longest beginning of the page that holds tells where they part.
    low, high = 0, len(expected)
    while low < high:
        middle = (low + high + 1) // 2
        if re.match(pattern(expected[:middle], is_json), said, re.S):
            low = middle
        else:
            high = middle - 1
    found = re.match(pattern(expected[:low], is_json), said, re.S)
    return f"page:    {expected[max(0, low - 40):low]}⟨{expected[low:low + 80]}\n  program: {said[max(0, found.end() - 40):found.end()]}⟨{said[found.end():][:600]}"


def refusal(said):
    return re.search(r'"status":[45]\d\d,"detail"', said) is not None


class Shell:
    """One terminal of a page."""

    def __init__(self, folder, settings):
        self.folder = folder
        self.process = subprocess.Popen(["bash"], cwd=folder, env=settings, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.STDOUT)

    def run(self, command):
        self.process.stdin.write(f"{command}\nprintf '\\0%d\\n' $?\n".encode())
        self.process.stdin.flush()
        said = b""
        while b"\0" not in said or not said.endswith(b"\n"):
            more = os.read(self.process.stdout.fileno(), 1 << 16)
            if not more:
                return said.decode(), 1
            said += more
        text, status = said.rsplit(b"\0", 1)
        return text.decode(), int(status)

    def end(self):
        self.process.stdin.close()
        self.process.wait()


class Page:
    def __init__(self, name, settings, began):
        self.name = name
        self.settings = settings
        self.began = began
        self.folder = FOLDER / name.replace("/", "-")
        self.folder.mkdir()
        self.port = free_port()
        for inside in ("scripts", "schema", "docs"):
            (self.folder / inside).symlink_to(ROOT / inside)
        (self.folder / ".build/release").mkdir(parents=True)
        for part in MENPAI.parent.iterdir():
            if part.name == MENPAI.name or part.suffix == ".resources":
                (self.folder / ".build/release" / part.name).symlink_to(part)
        text = (ROOT / name).read_text() if name.endswith(".md") else ""
        self.steps = steps(text.replace(":8080", f":{self.port}"))
        # Whether the page makes its street itself.
        self.begins = any(x.command == "scripts/serve" for x in self.steps)
        self.server = None

    def fault(self, step, what):
        faults.append(self.name)
        print(f"{self.name}:{step.line}: $ {step.command}\n  {what}", flush=True)

    def serve(self, command):
        log = self.folder / "serve.log"
        with open(log, "wb") as file:
            self.server = subprocess.Popen(command, cwd=self.folder, env=self.settings, stdout=file, stderr=subprocess.STDOUT)
        servers.append(self.server)
        # A debug build on a busy machine takes minutes to make a street.
        end = time.monotonic() + 600
        while time.monotonic() < end and self.server.poll() is None:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=2).close()
                break
            except (OSError, urllib.error.URLError):
                time.sleep(0.1)
        return log.read_text()

    def walk(self):
        shell = Shell(self.folder, self.settings)
        if not self.begins:
            serve_street(self)
            shell.run(f"MENPAI=http://127.0.0.1:{self.port}\nTOKEN=$(awk '$1 == \"token\" {{ print $2 }}' var/logins.txt)\n"
                      'ask() { curl -sS -H "Authorization: Bearer $TOKEN" "$@"; echo; }')
        for step in self.steps:
            self.step(shell, step)
        shell.end()
        print(f"tour: {self.name}: {len(self.steps)} commands", flush=True)

    def step(self, shell, step):
        if step.command == "scripts/serve":
            return self.begin(step)
        # An import or a run that was begun goes on beside: it is looked at until it has come as far as the page.
        looks = 150 if re.search(r"/(imports|runs|exports)/\d", step.command) and not re.search(r" -[dX] | --data", step.command) else 1
        for again in range(looks):
            said, status = shell.run(step.command)
            different = self.judge(step, said, status)
            if not different:
                return
            time.sleep(0.2 if again + 1 < looks else 0)
        self.fault(step, different)

    def begin(self, step):
        """The first page makes the street; for the others it is there, and what the first was told is what they print."""
        if STREET.exists():
            shutil.copytree(STREET, self.folder / "var")
        command = ["scripts/serve", "--port", str(self.port), "--log-level", "notice"]
        said = self.serve(command).replace(f":{self.port}", ":8080")
        if not STREET.exists():
            TOLD.append(said)
            keep_street(self.folder / "var", self.settings)
        different = mismatch(step.answer.replace(f":{self.port}", ":8080"), TOLD[0])
        if different:
            self.fault(step, different)

    def judge(self, step, said, status):
        if status != 0:
            return f"ended with {status}: {said[:600]}"
        kept = re.search(r" -o (\S+)", step.command)
        if kept and (self.folder / kept[1]).read_bytes()[:1] == b"{" and not kept[1].endswith("json"):
            return (self.folder / kept[1]).read_text()[:600]
        if step.answer:
            return mismatch(step.answer, said)
        return f"is refused: {said[:600]}" if refusal(said) else None


STREET = FOLDER / "street"
# What scripts/serve says while it makes a street.
TOLD = []


def keep_street(home, settings):
    """A copy of the first street as it was before anything was asked, for the pages that find one there."""
    STREET.mkdir(mode=0o700)
    subprocess.run([str(MENPAI), "backup", "--database", str(home / "menpai.sqlite"), "--to", str(STREET / "menpai.sqlite")], env=settings,
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for name in ("menpai.sqlite.key", "logins.txt"):
        shutil.copy(home / name, STREET / name)


def get(page, path, body=None):
    token = next(x.split()[1] for x in (page.folder / "var/logins.txt").read_text().splitlines() if x.startswith("token"))
    request = urllib.request.Request(f"http://127.0.0.1:{page.port}{path}", None if body is None else json.dumps(body).encode(), {
        "Authorization": f"Bearer {token}", "Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=20) as answer:
        return json.load(answer)


def serve_street(page, *flags):
    shutil.copytree(STREET, page.folder / "var")
    page.serve([str(MENPAI), "serve", "--database", "var/menpai.sqlite", "--port", str(page.port), *flags])


def filters(page):
    """Every example of the filter language is a filter, and the table names the fields that there are."""
    text = (ROOT / page.name).read_text()
    known = {x["subject"]: {y["name"] for y in x["fields"]} for x in get(page, "/v1/fields")["items"]}
    lines = [re.split(r"\s{2,}", x)[0] for x in text.split("```")[1].strip().splitlines()]
    for line in lines:
        asked = [f"/v1/{x}/explain?where={urllib.parse.quote(line)}" for x in known]
        if not any(is_answered(page, x) for x in asked):
            faults.append(page.name)
            print(f"{page.name}: no filter of any subject: {line}")
    rows = [[y.strip() for y in x.strip("|").split("|")] for x in text.splitlines() if x.startswith("|")]
    said = {x[0]: {re.sub(r"\(.*", "", y) for y in x[1].split()} for x in rows}
    for subject, fields in known.items():
        differing = (said[subject] | said["all but visits"]) ^ fields
        if differing:
            faults.append(page.name)
            print(f"{page.name}: {subject}: named by one of page and program only: {sorted(differing)}")
    print(f"tour: {page.name}: {len(lines)} filters, {sum(map(len, known.values()))} fields", flush=True)


def is_answered(page, path):
    try:
        return bool(get(page, path))
    except urllib.error.HTTPError:
        return False


def receiver(page):
    """The receiver of the page takes a call of this server, and no other; the line of the shell signs as the server does."""
    heard = []

    class Receiver(BaseHTTPRequestHandler):
        def do_POST(self):
            heard.append((self.headers, self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_):
            pass

    text = (ROOT / page.name).read_text()
    parts = {}
    exec(re.search(r"```python\n(.*?)```", text, re.S)[1], parts)
    offset = BEGIN - page.began
    parts["time"] = types.SimpleNamespace(time=lambda: time.time() + offset)
    server = HTTPServer(("127.0.0.1", 0), Receiver)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    events = re.search(r'"events":(\[[^]]*\])', text)[1]
    made = get(page, "/v1/webhooks", {
        "name": "大屏", "url": f"http://127.0.0.1:{server.server_port}/hook", "events": json.loads(events)})
    get(page, f"/v1/webhooks/{made['id']}/test", {})
    end = time.monotonic() + 20
    while not heard and time.monotonic() < end:
        time.sleep(0.1)
    server.shutdown()
    headers, body = heard[0]
    line = re.search(r"```sh\n(printf.*?)```", text, re.S)[1]
    signed = subprocess.run(["bash", "-c", line], capture_output=True, text=True, env=os.environ | {
        "TIMESTAMP": headers["Menpai-Timestamp"], "BODY": body.decode(), "SECRET": made["secret"]}).stdout.split()[-1]
    old = dict(headers) | {"Menpai-Timestamp": str(int(headers["Menpai-Timestamp"]) - 600)}
    named = set(re.findall(r"^\| `(Menpai-\w+)`", text, re.M))
    for what, holds in {
        "is not taken": parts["is_ours"](made["secret"], headers, body),
        "is taken with another body": not parts["is_ours"](made["secret"], headers, body + b" "),
        "is taken with another time": not parts["is_ours"](made["secret"], old, body),
        "is signed otherwise by the shell": headers["Menpai-Signature"] == f"v1={signed}",
        "is no ping": headers["Menpai-Event"] == "ping",
        f"has other headers than {sorted(named)}": named == {x for x in headers if x.startswith("Menpai-")},
    }.items():
        if not holds:
            faults.append(page.name)
            print(f"{page.name}: a call {what}")
    print(f"tour: {page.name}: a call and its signature", flush=True)


# What of a page is no console block.
OTHERS = {"docs/filter-language.md": (filters, []), "docs/webhooks.md": (receiver, ["--webhook-host", "127.0.0.1"])}


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def main():
    began = int(time.time())
    settings = environment(began)
    pages = [page for page in (Page(x, settings, began) for x in PAGES) if page.steps or page.name in OTHERS]
    if pages and not pages[0].begins:
        first = Page("scripts", settings, began)
        first.begin(Step(0, "scripts/serve", "…"))
        stop(first.server)
    else:
        run(pages.pop(0))
    with concurrent.futures.ThreadPoolExecutor(2) as threads:
        list(threads.map(run, pages))


def run(page):
    if page.steps:
        page.walk()
    else:
        check, flags = OTHERS[page.name]
        serve_street(page, *flags)
        check(page)
    stop(page.server)


def stop(server):
    server.send_signal(signal.SIGTERM)
    server.wait(30)


try:
    main()
finally:
    for server in servers:
        if server.poll() is None:
            server.kill()
    shutil.rmtree(FOLDER, ignore_errors=True)
if faults:
    sys.exit(f"tour: {len(faults)} answers differ from what is printed")
print("tour: ok")
