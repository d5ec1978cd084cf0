#!/usr/bin/env python3
"""Uses the phone's page as a social worker does: Chromium without a window, 360 px wide, part of the time without signal.

    phone_page.py BASE_URL MENPAI_BINARY DATABASE NAME PASSWORD [FOLDER]

NAME logs in and is a worker of a committee of the demo street in DATABASE; FOLDER is where screenshots go. Needs PyPI's
playwright and Debian's chromium. Exits with what failed first.
"""
import base64
import json
import pathlib
import shutil
import subprocess
import sys
import urllib.parse
import urllib.request

from playwright.sync_api import TimeoutError, sync_playwright

BASE, BINARY, DATABASE, NAME, PASSWORD = sys.argv[1].rstrip("/"), *sys.argv[2:6]
FOLDER = pathlib.Path(sys.argv[6]) if len(sys.argv) > 6 else None
PHONE = {"width": 360, "height": 740}
PIN = "2580"
# A red dot, as a camera's file.
PHOTO = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==")
HOSTILE = "<script>alert(1)</script> 𠮷㐂 😀 一切正常"
# Visible words whose contrast with what they stand on is below 4.5 : 1.
FAINT = """() => {
    const parts = (text) => { const [r, g, b, a = 1] = text.match(/[\\d.]+/g).map(Number); return { rgb: [r, g, b], a }; };
    const light = (rgb) => rgb.map((v) => v / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    const mix = (over, under, a) => over.map((v, i) => v * a + under[i] * (1 - a));
    const seen = new Map();
    const ground = (box) => {
        if (!box) return { paper: [255, 255, 255], isPainted: false, opacity: 1 };
        if (seen.has(box)) return seen.get(box);
        const [under, style] = [ground(box.parentElement), getComputedStyle(box)];
        const { rgb, a } = parts(style.backgroundColor);
        const isPainted = style.backgroundImage !== 'none' || (under.isPainted && a < 1);
        seen.set(box, { paper: a > 0 ? mix(rgb, under.paper, a) : under.paper, isPainted, opacity: under.opacity * Number(style.opacity) });
        return seen.get(box);
    };
    const found = [];
    for (const box of document.querySelectorAll('body *')) {
        if (![...box.childNodes].some((one) => one.nodeType === 3 && one.data.trim()) || !box.checkVisibility() || box.closest('[inert], :disabled')) continue;
        const { paper, isPainted, opacity } = ground(box);
        if (isPainted) continue;
        const ink = parts(getComputedStyle(box).color);
        const [one, other] = [light(mix(ink.rgb, paper, ink.a * opacity)), light(paper)].sort((a, b) => b - a);
        const ratio = (one + 0.05) / (other + 0.05);
        if (ratio < 4.5) found.push(`${box.textContent.trim().slice(0, 20)} ${ratio.toFixed(2)}`);
    }
    return found;
}"""
# What the browser has said is wrong; answers that are refusals, and lost signal, are no fault of the page.
COMPLAINTS = []


def check(condition, what):
    if not condition:
        sys.exit(f"phone_page: {what}")


class Server:
    """The server's own word on what it has."""

    def __init__(self):
        self.token = self.ask("POST", "/v1/login", body={"name": NAME, "password": PASSWORD})["token"]

    def ask(self, method, path, query=None, body=None, headers=None):
        address = BASE + path + ("?" + urllib.parse.urlencode(query) if query else "")
        request = urllib.request.Request(address, method=method, data=json.dumps(body).encode() if body is not None else None)
        own = {"Authorization": "Bearer " + self.token} if hasattr(self, "token") else {}
        for name, value in {"Content-Type": "application/json", **own, **(headers or {})}.items():
            request.add_header(name, value)
        with urllib.request.urlopen(request) as answer:
            return json.loads(answer.read() or "null")

    def get(self, path, **query):
        return self.ask("GET", path, query)

    def visits(self, house):
        return self.get("/v1/visits", house_id=house, limit=100)["items"]


class Phone:
    """One phone: a browser of its own, with what it keeps."""

    def __init__(self, browser):
        self.context = browser.new_context(viewport=PHONE, locale="zh-CN", has_touch=True, device_scale_factor=2 if FOLDER else 1)
        self.taps = 0
        self.open()

    def open(self):
        self.page = self.context.new_page()
        self.page.set_default_timeout(12_000)
        self.page.on("pageerror", lambda error: COMPLAINTS.append(str(error)))
        self.page.on("console", lambda line: COMPLAINTS.append(line.text) if line.type == "error" else None)
        self.page.goto(BASE + "/")

    def signal(self, is_there):
        self.context.set_offline(not is_there)

    def tap(self, selector):
        self.taps += 1
        self.page.locator(selector).first.tap()

    def go(self, path):
        self.page.evaluate("path => { location.hash = '#/' + path; }", path)

    def wait(self, selector):
        try:
            return self.page.wait_for_selector(selector)
        except TimeoutError:
            sys.exit(f"phone_page: no {selector} at {self.page.url}: {self.page.inner_text('body')[:400]}")

    def log_in(self, password=PASSWORD):
        self.page.fill("#login [name=name]", NAME)
        self.page.fill("#login [name=password]", password)
        self.page.tap("#login .main")

    def set_pin(self):
        self.wait("#newpin")
        for box in self.page.locator("#newpin input").all():
            box.fill(PIN)
        self.page.tap("#newpin .main")
        self.wait("#tabs:visible")

    def unlock(self, pin=PIN):
        self.page.fill("#pin [name=pin]", pin)
        self.page.tap("#pin .main")

    def save(self):
        self.page.tap("form.stack .submit .main")
        self.wait(".toast")
        self.page.wait_for_selector("form.stack", state="detached")

    def backlog(self, number):
        """Waits until so many entries are left."""
        count = "number => { const box = document.querySelector('#tabs .badge'); return (box.hidden ? 0 : Number(box.textContent)) === number; }"
        try:
            self.page.wait_for_function(count, arg=number)
        except TimeoutError:
            self.go("outbox")
            self.page.wait_for_timeout(500)
            sys.exit(f"phone_page: not {number} entries are left: {self.page.inner_text('#view')[:400]}")

    def shoot(self, name):
        page = self.page
        check(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{name} is wider than the window")
        small = page.evaluate("""() => [...document.querySelectorAll('button, a[href], input, select, textarea, summary')]
            .filter((box) => box.checkVisibility() && !box.closest('[inert]') && !box.matches('.file'))
            .map((box) => [box.outerHTML.slice(0, 80), box.getBoundingClientRect()])
            .filter(([, size]) => size.width > 0 && (size.height < 43.5 || size.width < 43.5)).map(([text]) => text)""")
        check(not small, f"{name} has what is too small for a finger: {small[:2]}")
        nameless = page.evaluate("""() => [...document.querySelectorAll('button, a[href], input, select, textarea')]
            .filter((box) => box.checkVisibility() && !box.closest('[inert]'))
            .filter((box) => !(box.getAttribute('aria-label') || box.labels?.length || box.textContent.trim() || box.closest('label')))
            .map((box) => box.outerHTML.slice(0, 80))""")
        check(not nameless, f"{name} has what has no name: {nameless[:2]}")
        faint = page.evaluate(FAINT)
        check(not faint, f"{name} has words that are hard to read: {faint[:3]}")
        words = set(page.inner_text("body").replace("\n", " ").split())
        codes = {"worker", "received", "dispatched", "accepted", "in_progress", "outcome", "undefined", "null", "NaN", "[object", "owner", "dwelling"}
        check(not words & codes, f"{name} shows code words: {words & codes}")
        if FOLDER:
            FOLDER.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=FOLDER / f"phone-{name}.png")


def come_in(phone):
    """Wrong and right; the words; the PIN."""
    phone.wait("#login")
    phone.shoot("login")
    phone.log_in("not the password")
    phone.wait("#login .wrong:visible")
    check("密码" in phone.page.inner_text("#login .wrong"), "a wrong password is not named")
    phone.shoot("login-wrong")
    phone.log_in()
    phone.set_pin()
    phone.wait("#visits")
    named = """() => { const named = new Set([...document.querySelectorAll('link[rel=modulepreload], script[src]')].map((box) => box.href || box.src));
        return performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.js') && !name.endsWith('sw.js') && !named.has(name)); }"""
    check(not phone.page.evaluate(named), f"scripts are fetched late, one after the other: {phone.page.evaluate(named)}")
    check("localStorage" not in phone.page.content(), "the page speaks of localStorage")
    kept = phone.page.evaluate("Object.values(sessionStorage).join('')")
    check("mp_" not in kept, "the token lies open in the tab's storage")
    # The roster for reading without signal is fetched in the background.
    phone.page.wait_for_function("""async () => {
        const base = await new Promise((done) => { const ask = indexedDB.open('menpai-phone'); ask.onsuccess = () => done(ask.result); });
        const has = await new Promise((done) => { const ask = base.transaction('cache').objectStore('cache').getKey('roster'); ask.onsuccess = () => done(ask.result); });
        base.close();
        return has !== undefined && navigator.serviceWorker.controller !== null;
    }""")
    phone.shoot("today")


def five_taps(phone, server, house):
    """An address to the household to a visit that is noted."""
    before = len(server.visits(house["id"]))
    phone.taps = 0
    phone.tap(".find input")
    phone.page.keyboard.type(house["address"])
    phone.wait(".suggestions .row")
    phone.shoot("suggestions")
    phone.tap(f".suggestions .row:has-text('{house['address']}')")
    phone.wait(".resident .row")
    phone.wait("#to-visit")
    phone.page.wait_for_timeout(400)
    phone.shoot("house")
    phone.tap("#to-visit")
    phone.wait("form.stack .submit .main")
    phone.shoot("visit")
    phone.tap("form.stack .submit .main")
    phone.wait(".toast")
    check(phone.taps <= 5, f"a visit takes {phone.taps} taps")
    phone.backlog(0)
    check(len(server.visits(house["id"])) == before + 1, "the visit is not on the server")


def without_signal(phone, server, house, other):
    """A visit with a photo whose answer is lost, a tag, a matter with a photo; the page closed and opened; then exactly one each."""
    before = len(server.visits(other["id"]))
    matters = f'source = 社区自办 and address = "{other["address"]}"'
    known = {order["id"] for order in server.get("/v1/work_orders", where=matters, limit=500)["items"]}
    person = server.get("/v1/people", where=f'address = "{other["address"]}"', select="id,name", limit=1)["items"][0]
    phone.go(f"people/{person['id']}/tag")
    phone.wait(".picks.column .pick")
    tag = phone.page.inner_text(".picks.column .pick b >> nth=0")
    phone.signal(False)
    phone.go("")
    phone.wait("#strip:visible")
    phone.page.fill(".find input", other["address"])
    phone.wait(".suggestions .row")
    phone.tap(".suggestions .row")
    phone.wait(".resident .row")
    phone.shoot("house-offline")
    phone.tap("#to-visit")
    phone.wait("form.stack .submit .main")
    phone.page.fill("form.stack [name=note]", HOSTILE)
    phone.page.set_input_files("form.stack input[type=file]", {"name": "a.png", "mimeType": "image/png", "buffer": PHOTO})
    phone.wait(".photo img")
    phone.shoot("visit-photo")
    phone.save()
    phone.go(f"people/{person['id']}/tag")
    phone.wait(".picks.column .pick")
    phone.shoot("tag")
    phone.tap(".picks.column .pick")
    phone.page.fill("form.stack [name=evidence]", "上门核实")
    phone.save()
    phone.go(f"houses/{other['id']}/matter")
    phone.wait("form.stack [name=text]")
    phone.page.fill("form.stack [name=text]", "楼道灯坏了，老人晚上看不见")
    phone.page.set_input_files("form.stack input[type=file]", {"name": "a.png", "mimeType": "image/png", "buffer": PHOTO})
    phone.wait(".photo img")
    phone.shoot("matter")
    phone.save()
    phone.backlog(5)
    phone.page.close()
    phone.open()
    phone.wait("#pin")
    phone.shoot("pin")
    phone.unlock()
    phone.backlog(5)
    phone.go("outbox")
    phone.wait(".card .row")
    phone.shoot("outbox-offline")
    # The first answer is lost on its way: the server has the visit, the phone does not know.
    lost = []

    def lose(route):
        if lost:
            return route.fallback()
        lost.append(route.fetch().status)
        route.abort()

    phone.context.route("**/v1/visits", lose)
    phone.signal(True)
    phone.backlog(0)
    phone.context.unroute("**/v1/visits")
    check(lost == [201], f"the answer that was to be lost was {lost}")
    visits = server.visits(other["id"])
    check(len(visits) == before + 1, f"{len(visits) - before} visits came of one")
    check(visits[0]["note"] == HOSTILE, "the note came out otherwise")
    photos = server.get(f"/v1/visits/{visits[0]['id']}/attachments")["items"]
    check(visits[0]["photos"] == 1 and len(photos) == 1 and photos[0]["type"] == "image/jpeg", f"the visit's photos are {photos}")
    tags = [item for item in server.get(f"/v1/people/{person['id']}/tags")["items"] if item["name"] == tag]
    check(len(tags) == 1 and tags[0]["evidence"] == "上门核实", "the tag is not there once")
    orders = [order for order in server.get("/v1/work_orders", where=matters, limit=500)["items"] if order["id"] not in known]
    check(len(orders) == 1, f"{len(orders)} matters came of one")
    files = server.get(f"/v1/work_orders/{orders[0]['id']}/attachments")["items"]
    check(len(files) == 1 and files[0]["type"] == "image/jpeg", f"the photos are {files}")
    phone.go(f"houses/{other['id']}")
    phone.wait(".note:has-text('𠮷㐂 😀')")
    check("<script>alert(1)</script>" in phone.page.inner_text("#view"), "the note is not shown as it was written")
    phone.tap(".photos-of-visit")
    phone.tap(".row.file:not(.photos-of-visit)")
    phone.wait("dialog img.large")
    check(phone.page.evaluate("document.querySelector('dialog img.large').decode().then(() => true)"), "the photo is not shown")
    phone.shoot("visit-photo-shown")
    phone.page.keyboard.press("Escape")
    phone.go(f"tickets/{orders[0]['id']}")
    phone.wait(".said")
    phone.page.wait_for_timeout(300)
    phone.shoot("ticket")


def refused(phone, server, house, person):
    """What the server refuses stays and says why; what is about others goes out; corrected, it goes too."""
    before = len(server.visits(house["id"]))
    phone.signal(False)
    phone.go(f"people/{person['id']}/correct")
    phone.wait("form.stack [name=birth_date]")
    phone.page.fill("form.stack [name=birth_date]", "2031-01-01")
    phone.save()
    phone.go(f"houses/{house['id']}/visit")
    phone.wait("form.stack .submit .main")
    phone.save()
    phone.signal(True)
    phone.backlog(1)
    check(len(server.visits(house["id"])) == before + 1, "a refused entry holds up another house's visit")
    phone.go("outbox")
    phone.wait(".chip.bad")
    check("日期" in phone.page.inner_text("#view .card >> nth=0"), "the server's words are not shown")
    phone.shoot("stuck")
    phone.tap(".card .row")
    phone.wait("[name=birth_date]")
    phone.shoot("correcting")
    phone.page.fill("[name=birth_date]", "1950-02-03")
    phone.page.tap("#resend")
    phone.backlog(0)
    check(server.get(f"/v1/people/{person['id']}")["birth_date"] == "1950-02-03", "the corrected entry did not arrive")


def expired(phone, server, house):
    """The server's session ends while somebody writes: the log-in lies over it, and all that was written goes out."""
    before = len(server.visits(house["id"]))
    with phone.page.expect_request("**/v1/houses/*") as request:
        phone.go(f"houses/{house['id']}/visit")
    phone.wait("form.stack .submit .main")
    server.ask("POST", "/v1/logout", headers={"Authorization": request.value.headers["authorization"]})
    phone.save()
    phone.wait("#login .reason:has-text('已过期')")
    check(phone.page.input_value("#login [name=name]") == NAME, "the name is not filled in")
    phone.shoot("expired")
    phone.page.tap("#later")
    phone.go("find")
    phone.wait(".found .row")
    phone.page.tap("#again")
    phone.wait("#login .reason")
    phone.log_in()
    phone.page.wait_for_selector("#login", state="detached")
    phone.backlog(0)
    check(len(server.visits(house["id"])) == before + 1, "what was noted before the log-in is lost, or there twice")


def correct(phone, person, **values):
    phone.go(f"people/{person['id']}/correct")
    phone.wait("form.stack [name=hukou]")
    for name, value in values.items():
        box = phone.page.locator(f"form.stack [name={name}]")
        if name in ("hukou", "education", "sex"):
            box.select_option(value)
        else:
            box.fill(value)
    phone.save()


def two_phones(one, other, server, person):
    """Different fields both stand; the same field is a conflict, decided by a person."""
    path = f"/v1/people/{person['id']}"
    server.ask("PATCH", path, body={"education": "小学", "hukou": "本市", "ethnicity": "汉族"}, headers={"If-Match": "*"})
    for phone in (one, other):
        phone.go(f"people/{person['id']}")
        phone.wait(".who h1")
        phone.wait("#view:has-text('小学')")
    one.signal(False)
    correct(one, person, education="本科")
    correct(other, person, ethnicity="回族")
    other.backlog(0)
    one.signal(True)
    one.backlog(0)
    row = server.get(path)
    check((row["education"], row["ethnicity"]) == ("本科", "回族"), f"of two different fields one is lost: {row['education']}, {row['ethnicity']}")
    one.go("outbox")
    one.wait(".note:has-text('同时改了民族')")
    one.shoot("parallel")
    for phone in (one, other):
        phone.go("account")
        phone.wait("#leave")
        phone.go(f"people/{person['id']}")
        phone.wait("#view:has-text('本科')")
    one.signal(False)
    correct(one, person, education="大专")
    correct(other, person, education="高中")
    other.backlog(0)
    one.signal(True)
    one.wait("#tabs .badge.bad")
    check(server.get(path)["education"] == "高中", "the same field was overwritten")
    one.go("outbox")
    one.wait(".chip.bad")
    one.tap(".card .row")
    one.wait(".versus")
    words = one.page.inner_text(".versus")
    check(all(word in words for word in ("本科", "高中", "大专")), f"base, theirs and mine are not side by side: {words}")
    one.shoot("conflict")
    one.tap(".versus .pick:has-text('我的')")
    one.page.tap("#decide")
    one.backlog(0)
    check(server.get(path)["education"] == "大专", "what was decided is not there")


def rest(phone):
    """The list of a sentence, conditions off and on, a tick, the file; what a wrong PIN costs."""
    phone.go("find?ask=" + urllib.parse.quote("60岁以上的女性"))
    phone.wait(".pick.tick:has-text('女')")
    total = phone.page.inner_text(".total")
    phone.shoot("asked")
    phone.tap(".pick.tick:has-text('女')")
    phone.page.wait_for_function("text => !['正在查…', text].includes(document.querySelector('.total').innerText)", arg=total)
    phone.page.tap("#make")
    phone.wait(".tickbox")
    phone.page.locator(".tickbox").first.tap()
    phone.backlog(0)
    with phone.page.expect_download() as download:
        phone.page.tap("#excel")
    check(download.value.suggested_filename.endswith(".xlsx"), f"the file is {download.value.suggested_filename}")
    phone.page.wait_for_timeout(200)
    phone.shoot("list")
    phone.page.reload()
    phone.wait("#pin")
    phone.unlock()
    phone.wait(".tickbox[aria-pressed='true']")
    phone.signal(False)
    phone.go("find")
    phone.wait(".found .row")
    phone.tap(".found .row")
    phone.wait("#to-visit")
    phone.tap("#to-visit")
    phone.wait("form.stack .submit .main")
    phone.save()
    phone.page.reload()
    phone.wait("#pin")
    for left in (4, 3, 2, 1):
        phone.unlock("9999")
        phone.wait(f"#pin .wrong:has-text('{left} 次')")
    phone.unlock("9999")
    phone.wait("#login")
    check("1 条没有发送" in phone.page.inner_text("#gate"), "what is unsent went with the PIN")
    kept = phone.page.evaluate("""async () => {
        const base = await new Promise((done) => { const ask = indexedDB.open('menpai-phone'); ask.onsuccess = () => done(ask.result); });
        const count = (name) => new Promise((done) => { const ask = base.transaction(name).objectStore(name).count(); ask.onsuccess = () => done(ask.result); });
        const answer = [await count('cache'), await count('queue')];
        base.close();
        return answer;
    }""")
    check(kept == [0, 1], f"after five wrong PINs there are {kept} answers and entries")
    phone.shoot("wiped")
    phone.signal(True)
    phone.log_in()
    phone.set_pin()
    phone.backlog(0)


def houses_of(server):
    """Two houses with people, of those that the caller sees, and somebody at the first."""
    say = [BINARY, "search", "houses", "residents >= 2 and kind = dwelling", "--database", DATABASE, "--select", "id", "--format", "json"]
    known = json.loads(subprocess.run(say, check=True, capture_output=True, text=True).stdout)
    check(known, "the database has no houses")
    items = server.get("/v1/houses", where="residents >= 2 and kind = dwelling", select="id,address", limit=2)["items"]
    person = server.get("/v1/people", where=f'address = "{items[0]["address"]}" and age >= 30', select="id,name", limit=1)["items"][0]
    return items[0], items[1], person


server = Server()
house, other, person = houses_of(server)
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
    phone = Phone(browser)
    come_in(phone)
    five_taps(phone, server, house)
    without_signal(phone, server, house, other)
    refused(phone, server, other, person)
    expired(phone, server, house)
    second = Phone(browser)
    second.wait("#login")
    second.log_in()
    second.set_pin()
    two_phones(phone, second, server, person)
    rest(phone)
    browser.close()
COMPLAINTS = [text for text in COMPLAINTS if not text.startswith("Failed to load resource")]
check(not COMPLAINTS, f"the browser complains: {COMPLAINTS[:3]}")
print("phone_page: came in, found a house, noted a visit, worked without signal, settled a conflict: ok")
