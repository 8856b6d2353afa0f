#!/usr/bin/env python3
"""Prints what a store holds, for comparing two of them: dump_store.py STORE.db [--names]

Every row of every table as SQL, without the full-text index, whose pages depend on when they were written. With --names, only
the groups and disputes, items by their names, which must not depend on the order of keeping.
"""
import sqlite3
import sys

NAMES = [
    'SELECT "group", a.key FROM copies c JOIN articles a ON a.id = c.article',
    'SELECT t."group", l.ref FROM told t JOIN statement_list l ON l.id = t.statement',
    'SELECT d."group", l.ref FROM deeds d JOIN event_list l ON l.id = d.event',
    'SELECT why, "first", first_says, "second", second_says FROM dispute_list',
]


def main(path, names):
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    if names:
        for question in NAMES:
            print(question, *sorted(map(str, db.execute(question))), sep="\n")
        return
    for line in db.iterdump():
        if not line.startswith(('INSERT INTO "words_', "INSERT INTO 'words_", "PRAGMA")):
            print(line)


if __name__ == "__main__":
    main(sys.argv[1], "--names" in sys.argv)
