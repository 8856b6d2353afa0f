#!/usr/bin/env python3
"""Makes many articles out of few, for bench/store_bench.py: recombine.py COUNT FOLDER|FILE.jsonl… > articles.jsonl

Sources are folders of texts whose first line is the title and whose name begins with the day (2017_01_05-001.txt), and
files of article lines. A made article takes the title and day of one text and paragraphs of others, its sentences drawn from
a pool, figures changed here and there; one in six repeats an earlier one under another source with a word or a sentence less, as
papers repeat an agency. The same COUNT and sources give the same bytes. Standard library only.
"""
import json
import pathlib
import random
import re
import sys

SOURCES = ["Agence Minerve", "Le Courrier", "La Dépêche du Soir", "L'Écho", "Radio Horizon", "Le Quotidien", "Canal Sept"]
SENTENCE = re.compile(r"(?<=[.!?»])\s+(?=[A-ZÉÀÊ«])")
DATELINE = re.compile(r"^.{0,60}? [.–—-]+ ")
COPIED, REMEMBERED = 1 / 6, 5000


def texts(paths):
    """(day, title, sentences) of every source, in order of names."""
    for path in sorted(paths):
        if path.endswith(".jsonl"):
            for line in filter(str.strip, open(path, encoding="utf-8")):
                a = json.loads(line)
                yield a["date"], a["title"], SENTENCE.split(a["text"])
            continue
        for file in sorted(pathlib.Path(path).rglob("20??_??_??-*.txt")):
            title, _, body = file.read_text(encoding="utf-8").strip().partition("\n")
            body = DATELINE.sub("", " ".join(body.split()), count=1)
            if body:
                yield file.name[:10].replace("_", "-"), title.strip(), SENTENCE.split(body)


def other_figures(sentence, rng):
    def change(found):
        return str(rng.randint(2, 10 ** len(found.group()))) if rng.random() < 0.2 else found.group()
    return re.sub(r"\b(?!20\d\d)\d{1,4}\b", change, sentence)


def fresh(rng, all_texts, pool):
    day, title, own = rng.choice(all_texts)
    start = rng.randrange(len(own))
    sentences = own[start:start + 2] + [other_figures(rng.choice(pool), rng) for _ in range(rng.randint(3, 7))]
    rng.shuffle(sentences)
    cut = len(sentences) // 2
    return {"date": day, "lang": "fr", "source": rng.choice(SOURCES), "title": title,
            "text": " ".join(sentences[:cut]) + "\n\n" + " ".join(sentences[cut:])}


def copy_of(article, rng):
    words = article["text"].split(" ")
    del words[rng.randrange(len(words))]
    return {**article, "source": rng.choice(SOURCES), "text": " ".join(words)}


def main(count, paths):
    rng = random.Random(20200815)
    all_texts = list(texts(paths))
    pool = [s for _, _, sentences in all_texts for s in sentences if 30 < len(s) < 400]
    seen = []
    for i in range(count):
        article = copy_of(rng.choice(seen), rng) if seen and rng.random() < COPIED else fresh(rng, all_texts, pool)
        if len(seen) < REMEMBERED:
            seen.append(article)
        else:
            seen[i % REMEMBERED] = article
        print(json.dumps({"id": f"r{i:06}", **article}, ensure_ascii=False))


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__.strip())
    main(int(sys.argv[1]), sys.argv[2:])
