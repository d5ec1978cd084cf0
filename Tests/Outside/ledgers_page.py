#!/usr/bin/env python3
"""Uses the ledgers of the desk as people do: Chromium without a window, on a desk and on a phone of 360 px.

    ledgers_page.py BASE_URL SECRETARY PASSWORD STREET PASSWORD [FOLDER]

The two are log-ins of a committee's secretary and of its street. FOLDER is where screenshots go. Needs PyPI's playwright and
Debian's chromium. Exits with what failed first.
"""
import io
import pathlib
import shutil
import sys
import zipfile

from playwright.sync_api import sync_playwright

BASE, SECRETARY, STREET = sys.argv[1].rstrip("/"), sys.argv[2:4], sys.argv[4:6]
FOLDER = pathlib.Path(sys.argv[6]) if len(sys.argv) > 6 else None
SENTENCE = "80岁以上的老人"
DESK, PHONE = (1280, 900), (360, 740)
# What the browser has said is wrong; answers that are refusals are no fault of the page.
COMPLAINTS = []


def check(condition, what):
    if not condition:
        sys.exit(f"ledgers_page: {what}")


def shoot(page, name):
    check(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{name} is wider than the window")
    if FOLDER:
        FOLDER.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=FOLDER / f"{name}.png", full_page=True)


def enter(browser, size, name, password):
    """A page of somebody who has logged in."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, locale="zh-CN", has_touch=size == PHONE)
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.on("pageerror", lambda error: COMPLAINTS.append(str(error)))
    page.on("console", lambda line: COMPLAINTS.append(line.text) if line.type == "error" else None)
    # The old address of the ledgers leads to them, with what it named.
    page.goto(BASE + "/ledger#ask")
    page.wait_for_url("**/desk#ask")
    page.fill("#login [name=name]", name)
    page.fill("#login [name=password]", password)
    page.click("#login button")
    page.wait_for_selector("textarea[name=sentence]")
    return page


def go(page, part):
    """Another part of the desk, read anew."""
    page.goto(f"{BASE}/desk#{part}")
    page.reload()
    page.wait_for_selector(f"#view .part-{part.split('/')[0]} h1")


def say(page, sentence):
    page.fill("textarea[name=sentence]", sentence)
    page.click("form.ask > button")


def excel(page):
    """The sheet of a downloaded file, and its name."""
    with page.expect_download() as download:
        page.click("#excel")
    file = pathlib.Path(download.value.path()).read_bytes()
    return zipfile.ZipFile(io.BytesIO(file)).read("xl/worksheets/sheet1.xml").decode(), download.value.suggested_filename


def ask(page):
    """The sentence, wrong and right; the list; the file."""
    say(page, "延中漂亮的下个月")
    page.wait_for_selector(".misread mark")
    shoot(page, "misread")
    page.click(".misread li button")
    page.wait_for_selector(".misread .chips button")
    check(page.input_value("textarea[name=sentence]") == "延中的下个月", "what was not understood is still there")
    say(page, SENTENCE)
    page.wait_for_selector(".understood .meaning")
    check("80" in page.inner_text(".understood .meaning"), "the explanation does not say what was asked")
    rows = page.locator("table.rows tbody tr").count()
    check(rows > 3, f"the list has {rows} rows")
    shoot(page, "ask")
    sheet, name = excel(page)
    check(name.startswith(SENTENCE) and name.endswith(".xlsx"), f"the file is {name}")
    check(sheet.count("<row ") >= rows and "****" in sheet, "the file has fewer rows than the list, or shows too much")
    page.check(".reveal [type=checkbox]")
    page.click("#excel")
    page.wait_for_selector("#problem:has-text('写明用途')")
    page.fill(".reveal input[maxlength]", "发放牛奶，本人签收")
    check("****" not in excel(page)[0], "names and numbers are not shown in full")
    page.uncheck(".reveal [type=checkbox]")
    page.evaluate("window.print = () => { window.printed = document.querySelectorAll('#paper tbody tr').length; }")
    page.click("#print")
    page.wait_for_selector("#paper tbody tr", state="attached")
    check(page.evaluate("window.printed") >= rows, "the paper has fewer rows than the list")
    page.emulate_media(media="print")
    check(not page.is_visible("#view") and page.is_visible("#paper"), "more is printed than the list")
    shoot(page, "paper")
    page.emulate_media(media="screen")


def keep(page):
    """The ledger, a run, a tick; the next run with the tick."""
    page.click("#save")
    page.wait_for_selector("#saving")
    page.fill("#saving [name=name]", "牛奶发放")
    every = page.locator("#saving [name=every]")
    if every.count():
        every.select_option("quarterly")
    shoot(page, "saving")
    page.click("#saving button.main")
    page.wait_for_selector("#make")
    shoot(page, "ledger")
    page.click("#make")
    page.wait_for_selector("button.tick")
    row = page.locator("table.rows tbody tr").first
    name = row.get_attribute("data-id")
    with page.expect_response(lambda answer: answer.url.endswith("/marks")) as answer:
        row.locator("button.tick").click()
    check(answer.value.ok, f"the tick was answered {answer.value.status}")
    with page.expect_response(lambda answer: answer.url.endswith("/marks")):
        row.locator("td.note input").fill("女儿代领")
        row.locator("td.note input").press("Tab")
    shoot(page, "run")
    return name, page.url


def keep_again(page, name):
    """On the phone: a second run, and what the first had noted."""
    go(page, "ledgers")
    page.click("table.grid a:has-text('牛奶发放')")
    page.click("#make")
    row = page.locator(f"table.rows tr[data-id='{name}']")
    row.wait_for()
    check(row.locator("button.tick").get_attribute("aria-pressed") == "true", "the tick did not come along")
    check(row.locator("td.note input").input_value() == "女儿代领", "the remark did not come along")
    check("沿用" in row.inner_text(), "it does not say that it comes from the run before")
    size = row.locator("button.tick").bounding_box()
    check(min(size["width"], size["height"]) >= 44, f"the tick is {size} for a finger")
    page.locator("button.tick").nth(1).tap()
    page.wait_for_selector("table.rows tr:nth-child(2).ticked")
    page.click("#compare")
    page.wait_for_selector("#diff h2")
    check("新增 0" in page.inner_text("#diff"), f"the difference is {page.inner_text('#diff')}")
    shoot(page, "phone-run")


def request(street, secretary):
    """The street asks, the committee answers, the street has the list."""
    go(street, "requests")
    street.click("#askdata")
    street.fill("[name=what]", "75岁以上的女性")
    street.click("#preview")
    street.wait_for_selector(".understood .meaning")
    street.fill("[name=purpose]", "核对高龄津贴")
    street.fill("[name=basis]", "市民政局〔2026〕12号文")
    shoot(street, "asking")
    street.click(".asking button.main")
    if street.wait_for_selector("ul.committees, [name=despite]:visible").get_attribute("name") == "despite":
        street.fill("[name=despite]", "试一次")
        street.click(".asking button.main")
    street.wait_for_selector("ul.committees")
    address = street.url
    shoot(street, "request-street")
    go(secretary, "requests")
    secretary.wait_for_selector("#nav a[href='#requests'] .badge:not([hidden])", state="attached")
    shoot(secretary, "phone-requests")
    secretary.goto(address)
    secretary.wait_for_selector("button.answer")
    check("12号文" in secretary.inner_text("#view"), "the committee is not told by what right")
    shoot(secretary, "phone-request")
    secretary.click("button.answer")
    secretary.wait_for_selector("ul.committees >> text=已提供")
    street.reload()
    street.wait_for_selector("ul.committees >> text=已提供")
    street.click("ul.committees a.button")
    street.wait_for_selector("table.rows tbody tr")
    shoot(street, "request-answer")


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
    desk = enter(browser, DESK, *SECRETARY)
    ask(desk)
    name, _ = keep(desk)
    go(desk, "ledgers")
    shoot(desk, "ledgers")
    go(desk, "templates")
    check(desk.locator("ul.cards summary").count() >= 30, "there are fewer than thirty templates")
    shoot(desk, "templates")
    phone = enter(browser, PHONE, *SECRETARY)
    say(phone, SENTENCE)
    phone.wait_for_selector("table.rows tbody tr")
    shoot(phone, "phone-ask")
    keep_again(phone, name)
    request(enter(browser, DESK, *STREET), phone)
    browser.close()
COMPLAINTS = [text for text in COMPLAINTS if not text.startswith("Failed to load resource")]
check(not COMPLAINTS, f"the browser complains: {COMPLAINTS[:3]}")
print("ledgers_page: asked, printed, kept, ticked, carried on, and asked of a committee: ok")
