#!/usr/bin/env python3
"""Exports a store and reads each form with somebody else's reader. Run by tests/exports/run.

    check_exports.py GREFFIER [ARTICLES.jsonl]      (default: the samples)

FollowTheMoney: its own model validates each entity. GEXF: networkx. CSV, GDELT, JSON Lines, POLECAT: DuckDB's readers with no
types told. Web Annotation and TimelineJS have no reader for Python; what the W3C recommendation (web annotation data model,
2017, sections 3 and 4) and the TimelineJS documentation require is asked here, and each quotation is looked up in its text.
Prints one line a form; exit status 1 where one fails.
"""
import csv
import datetime
import json
import pathlib
import subprocess
import sys
import tempfile

import duckdb
import networkx
from followthemoney import model

ROOT = pathlib.Path(__file__).resolve().parents[2]


def require(holds, what):
    if not holds:
        raise ValueError(what)


def lines(path):
    return [json.loads(line) for line in path.open(encoding="utf-8")]


def read_jsonl(path, records):
    count = duckdb.sql(f"select count(*) from read_json('{path}', format='newline_delimited', maximum_object_size=100000000)").fetchall()[0][0]
    require(count == len(records), f"DuckDB reads {count} records of {len(records)}")
    return f"{count} records by DuckDB {duckdb.__version__}"


def read_table(path, records, separator):
    events = sum(len(r["events"]) for r in records)
    relation = duckdb.sql(f"select * from read_csv('{path}', header=true, delim='{separator}', all_varchar=true, strict_mode=true)")
    count = len(relation.fetchall())
    require(count == events, f"DuckDB reads {count} rows where the records hold {events} events")
    rows = list(csv.reader(path.open(encoding="utf-8", newline=""), delimiter=separator))
    require(len({len(r) for r in rows}) == 1, "rows of several widths")
    return f"{count} rows of {len(relation.columns)} columns by DuckDB"


def read_polecat(path, records):
    events = sum(len(r["events"]) for r in records)
    count, kinds = duckdb.sql(f"select count(*), count(distinct event_type) from read_json('{path}', format='newline_delimited')").fetchall()[0]
    require(count == events, f"DuckDB reads {count} events of {events}")
    return f"{count} events of {kinds} types by DuckDB"


def read_annotation(path, records):
    texts = {r["article"]["id"]: r["text"] for r in records}
    seen = set()
    for a in lines(path):
        require(a["@context"] == "http://www.w3.org/ns/anno.jsonld" and a["type"] == "Annotation" and a["target"], "the frame of an annotation")
        require(a["id"] not in seen, f"two annotations are called {a['id']}")
        seen.add(a["id"])
        quote, place = (next(s for s in a["target"]["selector"] if s["type"] == kind) for kind in ("TextQuoteSelector", "TextPositionSelector"))
        text = texts[a["id"].removeprefix("urn:greffier:").rsplit("#", 1)[0]]
        require(text[place["start"]:place["end"]] == quote["exact"], f"{a['id']}: position and quotation differ")
        require(text[:place["start"]].endswith(quote["prefix"]) and text[place["end"]:].startswith(quote["suffix"]), f"{a['id']}: its surroundings differ")
    return f"{len(seen)} annotations, each quotation found at its place"


def read_gexf(path, records):
    graph = networkx.read_gexf(path)
    require(graph.is_directed() and all(d["label"] for _, d in graph.nodes(data=True)), "a directed graph of named nodes")
    require(all(float(d["weight"]) >= 1 for *_, d in graph.edges(data=True)), "an edge without its weight")
    return f"{graph.number_of_nodes()} actors, {graph.number_of_edges()} edges by networkx {networkx.__version__}"


def read_timeline(path, records):
    events = json.loads(path.read_text(encoding="utf-8"))["events"]
    for event in events:
        for key in ("start_date", "end_date"):
            day = event.get(key)
            require(day or key == "end_date", "an event without a start")
            if day:
                datetime.date(int(day["year"]), int(day.get("month", 1)), int(day.get("day", 1)))
        require("<" not in event["text"]["headline"] + event["text"]["text"], f"{event['unique_id']}: markup")
    require(len({e["unique_id"] for e in events}) == len(events), "two events of one id")
    return f"{len(events)} events"


def read_ftm(path, records):
    entities = [model.get_proxy(data) for data in lines(path)]
    for data, entity in zip(lines(path), entities):
        entity.schema.validate(data)
        require(entity.caption and sum(map(len, entity.to_dict()["properties"].values())) == sum(map(len, data["properties"].values())),
                f"{entity.id}: FollowTheMoney drops a value")
    require(len({e.id for e in entities}) == len(entities), "two entities of one id")
    return f"{len(entities)} entities by FollowTheMoney's model"


FORMS = {"jsonl": read_jsonl, "csv": lambda path, r: read_table(path, r, ","), "gdelt": lambda path, r: read_table(path, r, "\t"),
         "polecat": read_polecat, "annotation": read_annotation, "gexf": read_gexf, "timelinejs": read_timeline, "ftm": read_ftm}


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    articles = sys.argv[2:] or sorted((ROOT / "samples").glob("*.jsonl"))
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        store = folder / "news.db"
        subprocess.run([program, "keep", "--quiet", *articles, "--store", store], check=True)
        for form in FORMS:
            with (folder / form).open("wb") as out:
                subprocess.run([program, "export", "--store", store, "--as", form], check=True, stdout=out)
        records = lines(folder / "jsonl")
        for form, reader in FORMS.items():
            try:
                print(f"{form:<11} {reader(folder / form, records)}")
            except Exception as error:  # a reader may fail in any way
                failed += 1
                print(f"{form:<11} FAILED: {type(error).__name__}: {error}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
