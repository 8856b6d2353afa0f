#!/usr/bin/env python3
"""Makes gold records of events_dev.jsonl and events_test.jsonl beside this file and of the texts that they are about.

    records.py WINER_FOLDER EVENTS.jsonl > RECORDS.jsonl

The texts are Wikinews' and stay out of the project: a line names its file in WiNER-fr, the SHA-1 of the text as
tools/names_corpus.py cleans it, and the events with their places in it (README.md). A text that has become another
stops the program, since no place would be right any more. Standard library only.
"""
import hashlib
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent.parent / "tools"))
import names_corpus  # noqa: E402


def record_of(line, winer):
    kept = json.loads(line)
    text = names_corpus.cleaned((winer / kept["file"]).read_text(encoding="utf-8"))[0]
    if hashlib.sha1(text.encode()).hexdigest() != kept["sha1"]:
        sys.exit(f"records: {kept['file']} is not the text that was annotated")
    return {"article": kept["article"], "text": text, "events": kept["events"]}


def records_of(events, winer):
    return [record_of(line, winer) for line in events.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__.strip())
    for record in records_of(pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[1])):
        print(json.dumps(record, ensure_ascii=False))
