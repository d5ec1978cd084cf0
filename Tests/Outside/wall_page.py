#!/usr/bin/env python3
"""Hangs the wall up and goes away: Chromium without a window at 1920 by 1080, on a street of its own.

    wall_page.py MENPAI [FOLDER] [--web ASSETS] [--port PORT]

MENPAI is the program; FOLDER is where screenshots go. Needs PyPI's playwright and Debian's chromium. Exits with what failed first.
"""
import datetime
import json
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

from playwright.sync_api import sync_playwright

OPTIONS = dict(zip(sys.argv[2:], sys.argv[3:]))
MENPAI = sys.argv[1]
FOLDER = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 and not sys.argv[2].startswith("--") else None
WEB, PORT = OPTIONS.get("--web"), OPTIONS.get("--port", "0")
HOURS = 24
# What the browser has said is wrong; that a server is away, or refuses, is no fault of the page.
COMPLAINTS = []


def check(condition, what):
    if not condition:
        sys.exit(f"wall_page: {what}")


class Street:
    """An invented street of 3,000 people, served by a process that can be killed."""

    def __init__(self, folder):
        self.database = str(folder / "wall.sqlite")
        self.log = folder / "log"
        self.port, self.process = PORT, None
        self.run("demo", "--people", "3000")
        committee = self.run("area", "list", "--level", "committee").splitlines()[1].split("\t")[0]
        self.area = committee[:-3]
        self.pusher = self.run("token", "create", "--name", "热线", "--role", "integration", "--area", self.area)
        self.wall = self.run("token", "create", "--name", "大厅", "--role", "wall", "--area", self.area)
        self.addresses = self.run("search", "houses", "kind = dwelling", "--select", "address", "--limit", "9", "--format", "csv").split()[1:]
        self.start()

    def run(self, *words):
        words = [MENPAI, *words, "--database", self.database]
        return subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip()

    def start(self):
        web = ["--web", WEB] if WEB else []
        words = [MENPAI, "serve", "--database", self.database, "--port", self.port, "--log-level", "notice", *web]
        self.process = subprocess.Popen(words, stderr=self.log.open("w"))
        for _ in range(600):
            found = re.search(r"address=\[IPv4\][^:]*:(\d+).*listening", self.log.read_text())
            if found:
                self.port = found[1]
                try:
                    if self.ask("GET", "/readyz", None)[0] == 200:
                        return
                except OSError:
                    pass
            time.sleep(0.1)
        sys.exit("wall_page: the server does not start: " + self.log.read_text()[-500:])

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        self.process.terminate()
        self.process.wait()

    @property
    def base(self):
        return f"http://127.0.0.1:{self.port}"

    def ask(self, method, path, token, body=None, headers=None):
        request = urllib.request.Request(self.base + path, method=method, headers=headers or {})
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        if body is not None:
            request.add_header("Content-Type", "application/json")
            request.data = json.dumps(body).encode()
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, answer.read(), answer.headers
        except urllib.error.HTTPError as refusal:
            return refusal.code, refusal.read(), refusal.headers

    def push(self, number, category="占道经营", address=None):
        body = {"source": "12345", "external_id": f"W-{number}", "kind": "投诉", "title": "市民来电<script>",
                "text": "有人把桌子摆到人行道上𠮷", "category": category}
        body |= {"address": address} if address else {}
        status, answer, _ = self.ask("POST", "/v1/work_orders", self.pusher, body)
        check(status == 201, f"the push was answered {status}: {answer[:200]}")


def shoot(page, name):
    if FOLDER:
        FOLDER.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=FOLDER / f"{name}.png")


def open_wall(browser, street, words="", clock=None, size=(1920, 1080)):
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, locale="zh-CN", timezone_id="Asia/Shanghai")
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.on("pageerror", lambda error: COMPLAINTS.append(str(error)))
    page.on("console", lambda line: COMPLAINTS.append(line.text) if line.type == "error" else None)
    if clock:
        page.clock.install(time=clock)
    page.goto(street.base + "/wall" + words)
    return page


def tile(page, name):
    return page.inner_text(f"[data-tile={name}]")


def nodes(page):
    return page.evaluate("document.querySelectorAll('*').length")


def token(street):
    """Opens its own routes and no other; tells no figure under five."""
    status, answer, headers = street.ask("GET", "/v1/dashboard", street.wall)
    check(status == 200, f"the dashboard is answered {status}")
    board = json.loads(answer)
    check(board["hides_below"] == 5, "the wall is not told that small figures are hidden")

    def small(value, zero):
        return [one for one in value["by"] + [value.get("count")] if one is not None and one < 5 and not (zero and one == 0)]

    for name in ("people", "houses", "buildings", "shops"):
        check(not small(board[name], False), f"{name} tell {small(board[name], False)[:5]}")
    for tag in board["tags"]:
        check(not small(tag, False), f"{tag['name']} tells {small(tag, False)[:5]}")
    for name in ("open", "late", "due_today", "today"):
        check(not small(board["work_orders"][name], True), f"{name} tell a small figure")
    for committee in board["map"]:
        check(not any(small(lane, True) for lane in committee["lanes"]), "the map tells a small figure")
    check(street.ask("GET", "/v1/dashboard", street.wall, headers={"If-None-Match": headers["ETag"]})[0] == 304, "no 304")
    for path in ("people?limit=1", "houses?limit=1", "changes?since=0", "work_orders?limit=1", "users", "tokens", "audit", "ledgers",
                 "analytics/hotspots", "people/facets?by=tag", "areas"):
        status = street.ask("GET", "/v1/" + path, street.wall)[0]
        check(status == 403, f"a wall's token at {path}: {status}")
    status = street.ask("POST", "/v1/work_orders", street.wall, {"title": "x"})[0]
    check(status == 403, f"a wall pushes: {status}")


def without_token(browser, street):
    page = open_wall(browser, street)
    page.wait_for_selector("#notice:visible")
    check("没有令牌" in page.inner_text("#notice") and "#token=" in page.inner_text("#notice"), "it does not say what to do")
    check(page.locator("input, form").count() == 0, "it asks for a log-in")
    shoot(page, "wall-without-token")
    page.context.close()


def live(browser, street):
    """Figures, a push within two seconds, a kill and a restart, a restart of the page, a token that ends."""
    page = open_wall(browser, street, f"#token={street.wall}&theme=light")
    page.wait_for_selector("#board:visible")
    check(page.url == street.base + "/wall", f"the token stands in the address: {page.url}")
    page.wait_for_function("() => document.getElementById('name').textContent.includes('街道')")
    check(page.evaluate("document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight"),
          "the wall is larger than its screen")
    small = page.evaluate("""[...document.querySelectorAll('body *')].filter(box => box.childElementCount === 0 && box.textContent.trim()
      && box.getClientRects().length && parseFloat(getComputedStyle(box).fontSize) < 20).map(box => box.textContent)""")
    check(not small, f"too small for six metres: {small[:5]}")
    cut = page.evaluate("""[...document.querySelectorAll('#tiles dd, .rows .value, #clock, #date, h2')]
      .filter(box => box.scrollWidth > box.clientWidth + 1).map(box => box.textContent)""")
    check(not cut, f"cut off: {cut}")
    check(page.locator("#map rect:not(.box)").count() > 20, "the map has no buildings")
    page.wait_for_timeout(1500)
    shoot(page, "wall-light")
    before, slowest = int(tile(page, "today").replace(",", "").replace("<5", "0")), 0
    for number in range(7):
        pushed = f"摆摊{number}"
        street.push(number, pushed, street.addresses[number // 5])
        start = time.monotonic()
        page.wait_for_function("word => document.getElementById('latest').textContent.includes(word)", arg=pushed, timeout=5000)
        slowest = max(slowest, time.monotonic() - start)
        page.wait_for_timeout(300)
    check(slowest < 2, f"a pushed ticket took {slowest:.1f} s to the wall")
    check(int(tile(page, "today")) == before + 7, "today's figure is wrong")
    check(page.locator("#map .b2, #map .b3").count() >= 1, "no building is darker")
    check("<script>" not in page.inner_text("body") and "𠮷" not in page.inner_text("body"), "it shows what somebody wrote")
    size = nodes(page)
    street.kill()
    page.wait_for_function("() => /重新连接|停在/.test(document.getElementById('age').textContent)")
    first = page.inner_text("#age")
    page.wait_for_function("text => document.getElementById('age').textContent !== text", arg=first)
    check(page.is_visible("#board"), "the figures are gone with the server")
    street.start()
    page.wait_for_function("() => /^数据为 [0-9]+ 秒前$/.test(document.getElementById('age').textContent)")
    pushed = "夜里摆摊"
    street.push("after", pushed)
    page.wait_for_function("word => document.getElementById('latest').textContent.includes(word)", arg=pushed, timeout=5000)
    check(nodes(page) == size, f"{nodes(page)} elements, before the restart {size}")
    page.goto("about:blank")
    page.goto(street.base + "/wall")
    page.wait_for_selector("#board:visible")
    shoot(page, "wall-after")
    street.run("token", "revoke", street.run("token", "list").split("\t大厅")[0].splitlines()[-1])
    page.wait_for_selector("#notice:visible")
    check("已失效" in page.inner_text("#notice") and page.locator("input, form").count() == 0, "no word of the token that ended")
    shoot(page, "wall-revoked")
    page.context.close()
    return slowest


def day(browser, street):
    """A day and a night, three minutes at a time as fast as it goes: the clock of the page is moved, and nothing of it grows."""
    street.wall = street.run("token", "create", "--name", "大厅", "--role", "wall", "--area", street.area)
    page = open_wall(browser, street, f"#token={street.wall}&theme=auto", clock=datetime.datetime.now(datetime.timezone.utc))
    page.wait_for_selector("#board:visible")
    first = page.inner_text("#date")
    page.clock.run_for(60_000)
    page.wait_for_timeout(300)
    size, themes, dates, sizes = nodes(page), set(), {first}, set()
    client = page.context.new_cdp_session(page)

    def heap():
        client.send("HeapProfiler.collectGarbage")
        return client.send("Runtime.getHeapUsage")["usedSize"]

    began, start = heap(), time.monotonic()
    for minute in range(0, HOURS * 60, 3):
        page.clock.fast_forward(180_000)
        if minute % 24:
            continue
        if minute % 120 == 0:
            street.push(f"day-{minute}", f"类别{minute}")
        page.wait_for_timeout(30)
        sizes.add(nodes(page))
        themes.add(page.evaluate("document.documentElement.className"))
        dates.add(page.inner_text("#date"))
    took, ended = time.monotonic() - start, heap()
    check(sizes == {size}, f"elements over the day: {sizes}, at first {size}")
    check(len(dates) == 2, f"the day did not change once: {dates}")
    check(themes == {"", "dark"}, f"day and night: {themes}")
    check(ended < began * 1.25 + 2_000_000, f"memory grew from {began} to {ended}")
    page.clock.run_for(3000)
    page.wait_for_function("() => document.getElementById('age').textContent.startsWith('数据')")
    shoot(page, "wall-next-day")
    page.context.close()
    return took, began, ended


def old_figures(browser, street):
    """Without a server for a quarter of an hour: it says so, and pales."""
    page = open_wall(browser, street, f"#token={street.wall}&theme=dark", clock=datetime.datetime.now(datetime.timezone.utc))
    page.wait_for_selector("#board:visible")
    page.clock.run_for(2000)
    page.wait_for_timeout(1200)
    page.clock.run_for(30_000)
    shoot(page, "wall-dark")
    street.kill()
    page.wait_for_timeout(300)
    page.clock.run_for(90_000)
    page.wait_for_selector("#age.old")
    check("停在" in page.inner_text("#age"), "old figures are not said to be old")
    page.clock.run_for(900_000)
    page.wait_for_selector("#age.stale")
    page.wait_for_selector("#board.stale")
    shoot(page, "wall-stale")
    street.start()
    for _ in range(40):
        page.clock.run_for(5000)
        page.wait_for_timeout(200)
        if page.locator("#board.stale").count() == 0:
            break
    check(page.locator("#board.stale").count() == 0, "it does not come back with the server")
    page.context.close()


with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
    street = Street(pathlib.Path(folder))
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
    try:
        token(street)
        without_token(browser, street)
        slowest = live(browser, street)
        took, began, ended = day(browser, street)
        old_figures(browser, street)
    finally:
        street.stop()
        browser.close()
COMPLAINTS = [text for text in COMPLAINTS if not text.startswith("Failed to load resource")]
check(not COMPLAINTS, f"the browser complains: {COMPLAINTS[:3]}")
print(f"wall_page: a push shows after {slowest:.1f} s at most; {HOURS} hours in {took:.0f} s, memory {began >> 10} to {ended >> 10} KB: ok")
