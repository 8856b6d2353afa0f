#!/usr/bin/env python3
"""Makes article lines for `greffier read` from gold records: gold_articles.py GOLD.jsonl… > articles.jsonl

Id and text stay as they are, so that eval/score.py can pair the records. Standard library only."""
import json
import sys


def article(record):
    a = record["article"]
    return {"id": a["id"], "date": (a.get("published") or {}).get("value"), "source": a.get("source"),
            "lang": a.get("lang"), "title": a.get("title"), "text": record["text"], "url": a.get("url")}


def main(paths):
    if not paths:
        sys.exit(__doc__.strip())
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in filter(str.strip, lines):
                print(json.dumps(article(json.loads(line)), ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1:])
