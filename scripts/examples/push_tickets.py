#!/usr/bin/env python3
"""Pushes a CSV of tickets into Menpai, and goes on where it stopped: push_tickets.py BASE_URL TICKETS.csv

The token is in MENPAI_TOKEN. The first line names fields of POST /v1/work_orders (source, external_id, kind, title,
text, address …; reporter_name and reporter_phone). The file is UTF-8, UTF-16 with mark, or GB18030, as spreadsheets in
China are saved; one that is none of them is refused before anything is sent. How many have been answered stands in
TICKETS.csv.done; a batch that was cut off is sent again, and the server knows tickets by source and external_id. Exits 1
unless all were taken."""
import csv, io, itertools, json, os, sys, urllib.request

BASE, FILE, BATCH = sys.argv[1].rstrip("/"), sys.argv[2], 500
HEADERS = {"Authorization": "Bearer " + os.environ["MENPAI_TOKEN"], "Content-Type": "application/x-ndjson"}

def decoded(path):
    with open(path, "rb") as file:
        data = file.read()
    for name in ["utf-16"] if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "gb18030"]:
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            pass
    sys.exit(f"{path} is neither UTF-8 nor GB18030; nothing was sent")

def typed(name, text):
    try:
        return json.loads(text) if name in ("lat", "lon", "house_id", "shop_id", "urgent") else text
    except ValueError:
        return text  # The server says what is wrong with it.

def ticket(row):
    order = {name: typed(name, text) for name, text in row.items() if text and not name.startswith("reporter_")}
    reporter = {name[9:]: text for name, text in row.items() if text and name.startswith("reporter_")}
    return json.dumps({**order, "reporter": reporter or None})

done = int(open(FILE + ".done").read()) if os.path.exists(FILE + ".done") else 0
refused = 0
try:
    with io.StringIO(decoded(FILE), newline="") as file:
        rows = itertools.islice(csv.DictReader(file, restkey="more_cells"), done, None)
        while batch := list(itertools.islice(rows, BATCH)):
            body = "\n".join(map(ticket, batch)).encode()
            with urllib.request.urlopen(urllib.request.Request(BASE + "/v1/work_orders/batch", body, HEADERS)) as answer:
                for item in filter(lambda item: item["error"], json.load(answer)["items"]):
                    refused += 1
                    print(f"ticket {done + item['index'] + 1} refused: {json.dumps(item['error'], ensure_ascii=False)}")
            done += len(batch)
            with open(FILE + ".done.new", "w") as state:
                state.write(str(done))
            os.replace(FILE + ".done.new", FILE + ".done")
except OSError as error:
    sys.exit(f"stopped after {done}: {error}. Run it again to go on.")
sys.exit(f"{done} done, {refused} refused in this run" if refused else print(f"{done} done"))
