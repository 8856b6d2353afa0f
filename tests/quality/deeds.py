#!/usr/bin/env python3
"""Deeds in sentences of our own: how many are found, with whom, in which mode and status.

usage: deeds.py GREFFIER [--misses]

deeds_fr.jsonl has 320 with their parties, twenty of each PLOVER type; triggers_fr.jsonl has 676 without, some ten of each
type and mode, in agency and newspaper words: verbs in all voices, nouns, light verbs, idioms.

A deed is found when an event of its type has a trigger that touches the sentence's; its parties are right when actors
and targets are the gold's countries and sectors. Every fifth sentence (id ending in h) is held out: its misses are
never shown, so that nobody tunes on them.
"""
import json
import subprocess
import sys
from pathlib import Path

GOLD = Path(__file__).with_name("deeds_fr.jsonl")
TRIGGERS = Path(__file__).with_name("triggers_fr.jsonl")
DAY = "2021-03-17"


def read(program, rows):
    articles = "".join(json.dumps({"id": r["id"], "date": DAY, "lang": "fr", "text": r["text"]}) + "\n" for r in rows)
    out = subprocess.run([program, "read", "-"], input=articles, capture_output=True, text=True, check=True).stdout
    return {record["article"]["id"]: record for record in map(json.loads, out.splitlines())}


def sides(event):
    return [sorted({(p.get("country") or "", p.get("sector") or "") for p in event[side]}) for side in ("actors", "targets")]


def wanted_sides(row):
    return [sorted({(country or "", sector) for country, sector in row[side]}) for side in ("actors", "targets")]


def best(row, events):
    start = row["text"].index(row["trigger"])
    end = start + len(row["trigger"])
    near = [e for e in events if e["type"] == row["type"] and e["trigger"]["start"] < end and e["trigger"]["end"] > start]
    return max(near, key=lambda e: sides(e) == wanted_sides(row), default=None)


def score(program, misses=False):
    rows = [json.loads(line) for line in GOLD.read_text().splitlines()]
    records = read(program, rows)
    figures = {}
    for part in ("dev", "held_out"):
        chosen = [r for r in rows if r["id"].endswith("h") == (part == "held_out")]
        pairs = [(r, best(r, records[r["id"]]["events"])) for r in chosen]
        found = [(r, e) for r, e in pairs if e]
        right = [(r, e) for r, e in found if sides(e) == wanted_sides(r)]
        figures[part] = {"found": len(found) / len(chosen), "parties": len(right) / len(chosen),
                         "status": sum(e["status"] == r["status"] for r, e in found) / max(1, len(found))}
        if misses and part == "dev":
            show(pairs, records)
    return figures


def near(row, events):
    start = row["text"].index(row["trigger"])
    end = start + len(row["trigger"])
    return next((e for e in events if e["type"] == row["type"] and e["trigger"]["start"] < end and e["trigger"]["end"] > start),
                None)


def score_triggers(program, misses=False):
    rows = [json.loads(line) for line in TRIGGERS.read_text().splitlines()]
    records = read(program, rows)
    figures = {}
    for part in ("dev", "held_out"):
        pairs = [(r, near(r, records[r["id"]]["events"])) for r in rows if r["id"].endswith("h") == (part == "held_out")]
        found = [(r, e) for r, e in pairs if e]
        moded = [(r, e) for r, e in found if "mode" in r]
        figures[part] = {"found": len(found) / len(pairs),
                         "mode": sum(e.get("mode") == r["mode"] for r, e in moded) / max(1, len(moded)),
                         "status": sum(e["status"] == r["status"] for r, e in found) / max(1, len(found))}
        if misses and part == "dev":
            for r in (r for r, e in pairs if not e):
                seen = [(e["type"], e["rule"]) for e in records[r["id"]]["events"]]
                print(r["id"], r["text"], f"[{r['trigger']}]", *seen)
    return figures


def show(pairs, records):
    for row, event in pairs:
        seen = [event] if event else records[row["id"]]["events"]
        if event and sides(event) == wanted_sides(row) and event["status"] == row["status"]:
            continue
        print(row["id"], row["text"], f"[{row['trigger']}] {row['status']}", *wanted_sides(row))
        for e in seen:
            print("     ", "" if event else "MISSED", e["type"], row["text"][e["trigger"]["start"]:e["trigger"]["end"]],
                  e["status"], *sides(e), e["rule"])
        if not seen:
            print("      MISSED")


if __name__ == "__main__":
    for part, figures in score(sys.argv[1], "--misses" in sys.argv).items():
        print(part, *(f"{name} {value:.3f}" for name, value in figures.items()))
    for part, figures in score_triggers(sys.argv[1], "--misses" in sys.argv).items():
        print("triggers", part, *(f"{name} {value:.3f}" for name, value in figures.items()))
