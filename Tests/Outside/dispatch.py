#!/usr/bin/env python3
"""Measures dispatch from outside, on samples that are not part of the project: `MENPAI dispatch evaluate`.

    dispatch.py MENPAI SAMPLES

Complaints in five-fold cross-validation over all folds together, city events by time (the last fifth). Prints the
figures, and exits 1 when one is below its bound. Nothing but Python's own library is used.
"""
import csv
import json
import pathlib
import random
import subprocess
import sys
import tempfile

MENPAI, SAMPLES = sys.argv[1], pathlib.Path(sys.argv[2])
failed = False


def read(name):
    with open(SAMPLES / "data" / name, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def evaluate(train, test, *options):
    with tempfile.TemporaryDirectory() as folder:
        for name, rows in (("train.csv", train), ("test.csv", test)):
            with open(f"{folder}/{name}", "w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, rows[0].keys())
                writer.writeheader()
                writer.writerows(rows)
        command = [MENPAI, "dispatch", "evaluate", "--train", f"{folder}/train.csv", "--test", f"{folder}/test.csv"]
        return json.loads(subprocess.run(command + list(options), check=True, capture_output=True, text=True).stdout)


def bound(name, value, least):
    global failed
    failed = failed or value < least
    print(f"{name}: {value:.4f}, at least {least}{'' if value >= least else '  FAILED'}")


complaints = read("complaints_dev.csv")
order = list(range(len(complaints)))
random.Random(7).shuffle(order)
order.sort(key=lambda index: complaints[index]["label"])
folds = [[complaints[i] for rank, i in enumerate(order) if rank % 5 == fold] for fold in range(5)]
reports = [
    (len(folds[fold]), evaluate(sum(folds[:fold] + folds[fold + 1:], []), folds[fold], "--text", "text", "--label", "label"))
    for fold in range(5)
]


def mean(key, part=None):
    return sum(n * (r[key][part] if part else r[key]) for n, r in reports) / sum(n for n, _ in reports)


bound("complaints accuracy", mean("accuracy"), 0.91)
bound("complaints macro-F1", mean("macro_f1"), 0.90)
bound("complaints surest 90 %", mean("precision_at_coverage", "0.9"), 0.945)
bound("complaints surest 75 %", mean("precision_at_coverage", "0.75"), 0.97)

events = read("city_events_dev.csv")
cut = len(events) * 4 // 5
features = [o for f in "event_src property type main_type sub_type street community".split() for o in ("--feature", f)]
report = evaluate(events[:cut], events[cut:], "--label", "unit", *features)
bound("events accuracy", report["accuracy"], 0.67)
bound("events among three", report["top3"], 0.84)
bound("events surest half", report["precision_at_coverage"]["0.5"], 0.92)
sys.exit(1 if failed else 0)
