#!/usr/bin/env python3
"""Events by type, and which types are taken for which: event_types.py GOLD.jsonl SYSTEM.jsonl

For each PLOVER type precision, recall and F1 of what eval/score.py calls events.found; then, for triggers that overlap in
gold and system but differ in type, how often which type was taken for which. Standard library only."""
import json
import sys
from collections import Counter


def read(path):
    with open(path, encoding="utf-8") as lines:
        return {r["article"]["id"]: r for r in map(json.loads, filter(str.strip, lines))}


def overlap(a, b):
    return a["trigger"]["start"] < b["trigger"]["end"] and b["trigger"]["start"] < a["trigger"]["end"]


def compare(gold, system):
    """Counters of right, gold and system events by type, and of (gold type, system type) where they differ."""
    right, wanted, given, taken = Counter(), Counter(), Counter(), Counter()
    for key, record in gold.items():
        found = list(system.get(key, {}).get("events", []))
        given.update(e["type"] for e in found)
        for event in record["events"]:
            wanted[event["type"]] += 1
            same = [e for e in found if overlap(event, e)]
            hit = next((e for e in same if e["type"] == event["type"]), None)
            if hit:
                right[event["type"]] += 1
                found.remove(hit)
            elif same:
                taken[event["type"], same[0]["type"]] += 1
    return right, wanted, given, taken


def main(gold, system):
    right, wanted, given, taken = compare(read(gold), read(system))
    print(f"{'type':12}{'P':>7}{'R':>7}{'F1':>7}   right / gold / system")
    for kind in sorted(wanted | given, key=lambda k: -wanted[k]):
        p, r = right[kind] / max(given[kind], 1), right[kind] / max(wanted[kind], 1)
        print(f"{kind:12}{p:7.3f}{r:7.3f}{2 * p * r / max(p + r, 1e-9):7.3f}   {right[kind]} / {wanted[kind]} / {given[kind]}")
    for (a, b), number in taken.most_common():
        print(f"{number} {a} taken for {b}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__.strip())
    main(*sys.argv[1:])
