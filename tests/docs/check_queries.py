#!/usr/bin/env python3
"""Runs every ```sql block of docs/formats/store.md over a store of the samples: check_queries.py GREFFIER

All must run; those that ask for statements, events or evidence must find some. Standard library only."""
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
MAY_BE_EMPTY = ("dispute_list", "told t", "%(BY:GOV)%")


def main(greffier):
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        store = pathlib.Path(folder) / "s.db"
        subprocess.run([greffier, "keep", ROOT / "samples/belarus-2020-08.jsonl", "--store", store, "--quiet"], check=True)
        db = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
        db.execute("PRAGMA trusted_schema = OFF")
        queries = re.findall(r"```sql\n(.*?)```", (ROOT / "docs/formats/store.md").read_text(encoding="utf-8"), re.S)
        for query in queries:
            try:
                rows = db.execute(query).fetchall()
            except sqlite3.Error as error:
                wrong += 1
                print(f"{error}: {query}")
                continue
            if not rows and not any(part in query for part in MAY_BE_EMPTY):
                wrong += 1
                print(f"finds nothing: {query}")
        for (view,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall():
            db.execute(f"SELECT * FROM {view}").fetchall()
    print(f"{len(queries)} queries, {wrong} wrong")
    return 1 if wrong or not queries else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
