"""What the pages print is what the program answers.

    tour.py MENPAI [PAGE …]

Runs every ```console block of README and docs as it is printed: commands after `$ `, the lines that belong to them, and what
follows as the answer. Each page has a demo street of its own, all of one day, so that counts, ids and birthdays are those of the page.
`…` in a page stands for anything; tokens, times of day, cursors, marks of files, audit heads and the port may differ; nothing else may. Where no
answer is printed, the answer must be no refusal. Filters of docs/filter-language.md and the receiver of docs/webhooks.md are tried too.
Exits 1 where a page and the program disagree.
"""
import calendar
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
import time
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


def environment():
    (FOLDER / "clock.c").write_text(CLOCK.replace("OFFSET", str(BEGIN - int(time.time()))))
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
    def __init__(self, name, settings, street):
        self.name = name
        self.settings = settings
        self.folder = FOLDER / name.replace("/", "-")
        self.folder.mkdir()
        self.port = free_port()
        for inside in ("scripts", "schema", "docs"):
            (self.folder / inside).symlink_to(ROOT / inside)
        (self.folder / ".build/release").mkdir(parents=True)
        for part in MENPAI.parent.iterdir():
            if part.name == MENPAI.name or part.suffix == ".resources":
                (self.folder / ".build/release" / part.name).symlink_to(part)
        text = (ROOT / name).read_text()
        self.steps = steps(text.replace(":8080", f":{self.port}"))
        self.street = street
        self.server = None

    def fault(self, step, what):
        faults.append(self.name)
        print(f"{self.name}:{step.line}: $ {step.command}\n  {what}", flush=True)

    def serve(self, command):
        log = self.folder / "serve.log"
        with open(log, "wb") as file:
            self.server = subprocess.Popen(command, cwd=self.folder, env=self.settings, stdout=file, stderr=subprocess.STDOUT)
        servers.append(self.server)
        end = time.monotonic() + 60
        while time.monotonic() < end and self.server.poll() is None:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=2).close()
                break
            except (OSError, urllib.error.URLError):
                time.sleep(0.1)
        return log.read_text()

    def walk(self):
        shell = Shell(self.folder, self.settings)
        if not any(x.command.startswith("scripts/serve") for x in self.steps):
            shutil.copytree(self.street, self.folder / "var")
            self.serve([str(MENPAI), "serve", "--database", "var/menpai.sqlite", "--port", str(self.port)])
            shell.run(f"MENPAI=http://127.0.0.1:{self.port}\nTOKEN=$(awk '$1 == \"token\" {{ print $2 }}' var/logins.txt)\n"
                      'ask() { curl -sS -H "Authorization: Bearer $TOKEN" "$@"; echo; }')
        for step in self.steps:
            self.step(shell, step)
        shell.end()
        print(f"tour: {self.name}: {len(self.steps)} commands", flush=True)

    def step(self, shell, step):
        if step.command == "scripts/serve":
            said = self.serve(["scripts/serve", "--port", str(self.port), "--log-level", "notice"])
            different = mismatch(step.answer, said)
            if not STREET.exists():
                keep_street(self.folder / "var", self.settings)
            if different:
                self.fault(step, different)
            return
        # An import or a run that was begun goes on beside: it is looked at until it has come as far as the page.
        looks = 50 if re.search(r"/(imports|runs|exports)/\d", step.command) and not re.search(r" -[dX] | --data", step.command) else 1
        for again in range(looks):
            said, status = shell.run(step.command)
            different = self.judge(step, said, status)
            if not different:
                return
            time.sleep(0.2 if again + 1 < looks else 0)
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


def keep_street(home, settings):
    """A copy of the first street as it was before anything was asked, for the pages that find one there."""
    STREET.mkdir(mode=0o700)
    subprocess.run([str(MENPAI), "backup", "--database", str(home / "menpai.sqlite"), "--to", str(STREET / "menpai.sqlite")], env=settings,
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for name in ("menpai.sqlite.key", "logins.txt"):
        shutil.copy(home / name, STREET / name)


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def main():
    settings = environment()
    for name in PAGES:
        page = Page(name, settings, STREET)
        if page.steps:
            if not STREET.exists() and not any(x.command == "scripts/serve" for x in page.steps):
                first = Page("docs/tour.md", settings, STREET)
                first.serve(["scripts/serve", "--port", str(first.port)])
                keep_street(first.folder / "var", settings)
                stop(first.server)
            page.walk()
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
