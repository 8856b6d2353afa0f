"""Whether the tables are sound."""
import collections
import os
import re
import sys

from make_knowledge.codes import COLUMNS, ISO, KINDS, OFFICES, SECTORS, TYPES
from make_knowledge.sources import split
from make_knowledge.spelling import nfc


def check(folder):
    problems, notes = [], []
    tables = {}
    for name, columns in COLUMNS.items():
        path = os.path.join(folder, name)
        with open(path, encoding="utf-8", newline="") as file:
            text = file.read()
        if text != nfc(text):
            problems.append(f"{name}: not NFC")
        lines = text.split("\n")
        if lines[0].split("\t") != columns:
            problems.append(f"{name}:1: the header is not {columns}")
        if lines[-1] != "":
            problems.append(f"{name}: no newline at the end")
        body = lines[1:-1]
        if body != sorted(set(body)):
            problems.append(f"{name}: not sorted, or a row twice")
        rows = tables[name] = []
        for number, line in enumerate(body, 2):
            cells = line.split("\t")
            if len(cells) != len(columns):
                problems.append(f"{name}:{number}: {len(cells)} columns, not {len(columns)}")
                continue
            if any(cell != cell.strip() for cell in cells):
                problems.append(f"{name}:{number}: blanks at the edge of a cell")
            row = dict(zip(columns, cells))
            rows.append((number, row))
            if row.get("country") and row["country"] not in ISO:
                problems.append(f"{name}:{number}: country {row['country']}")
            if row.get("sector") and row["sector"] not in SECTORS:
                problems.append(f"{name}:{number}: sector {row['sector']}")
            if row.get("gender") not in (None, "", "m", "f"):
                problems.append(f"{name}:{number}: gender {row['gender']}")
    ids, surface = {}, collections.defaultdict(set)
    for number, row in tables["entries.tsv"]:
        if row["id"] in ids:
            problems.append(f"entries.tsv:{number}: id {row['id']} is also in line {ids[row['id']]}")
        ids[row["id"]] = number
        if row["kind"] not in KINDS:
            problems.append(f"entries.tsv:{number}: kind {row['kind']}")
        if row["type"] not in TYPES:
            problems.append(f"entries.tsv:{number}: type {row['type']}")
        aliases = split(row["aliases"])
        if not row["name"] or len(set(aliases)) != len(aliases) or row["name"] in aliases:
            problems.append(f"entries.tsv:{number}: name or aliases empty or twice")
        for form in [row["name"], *aliases]:
            surface[form].add(row["id"])
    for form, owners in sorted(surface.items()):
        if len(owners) > 1:
            notes.append(f"{form}: {', '.join(sorted(owners))}")
    day = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
    for number, row in tables["offices.tsv"]:
        if row["office"] not in OFFICES:
            problems.append(f"offices.tsv:{number}: office {row['office']}")
        for key in ("start", "end"):
            if row[key] and not day.fullmatch(row[key]):
                problems.append(f"offices.tsv:{number}: {key} {row[key]}")
        least = min(len(row["start"]), len(row["end"]))
        if row["start"][:least] > row["end"][:least]:
            problems.append(f"offices.tsv:{number}: ends before it starts")
    lemmas = collections.Counter(row["lemma"] for _, row in tables["nouns.tsv"])
    problems += [f"nouns.tsv: {lemma} twice" for lemma, n in lemmas.items() if n > 1]
    for number, row in tables["nouns.tsv"]:
        if row["kind"] not in ("person", "group", "institution"):
            problems.append(f"nouns.tsv:{number}: kind {row['kind']}")
    for name, key in (("demonyms.tsv", "country"), ("first_names.tsv", "name")):
        twice = [k for k, n in collections.Counter(row[key] for _, row in tables[name]).items() if n > 1]
        problems += [f"{name}: {k} twice" for k in twice]
    for code in sorted(row["country"] for _, row in tables["entries.tsv"] if row["kind"] == "state"):
        if code not in {row["country"] for _, row in tables["demonyms.tsv"]}:
            problems.append(f"demonyms.tsv: no row for the state {code}")
    print("\n".join(problems) or "no problem found")
    print(f"{len(notes)} forms name more than one entry")
    if "-v" in sys.argv:
        print("\n".join(notes))
    return 1 if problems else 0
