#!/usr/bin/env python3
"""Greffier and spaCy side by side: the same raw text, scorers and core. Run by bench/peers/run; writes result.md.

    peers.py GREFFIER --shared DIR --work DIR

Trees: Sequoia dev from raw text by eval/conll_score.py. spaCy keeps a contraction ("du") as one word, the treebank and
Greffier open it; so the gold trees and Greffier's are folded the same way here: one word with the first part's tag and
lemma, the features of all parts, and the head that leads out of it. Names: eval/score.py on gold/fr_dev.jsonl, and on the
held-out fifth of WiNER-fr that tools/names_corpus.py makes. Speed: words (as spaCy counts them) a second over WiNER-fr
articles, on one core, models loaded; Greffier's time is the difference between two runs, so that its start is left out too.
"""
import argparse
import json
import os
import pathlib
import platform
import subprocess
import sys
import time

import spacy

ROOT = pathlib.Path(__file__).resolve().parents[2]
PEER = "fr_core_news_md"
ARTICLES = 300


def run(*command, **more):
    return subprocess.run([str(c) for c in command], check=True, capture_output=True, text=True, **more).stdout


# ---- trees ----

def fold(sentence):
    """The rows of a sentence with every multi-word token as one word."""
    part_of, rows, spans = {}, [], {}
    for cells in sentence:
        if "-" in cells[0]:
            first, last = map(int, cells[0].split("-"))
            spans[first] = (last, cells[1])
    words = [c for c in sentence if c[0].isdigit()]
    at = 0
    while at < len(words):
        number = int(words[at][0])
        last, form = spans.get(number, (number, words[at][1]))
        parts = words[at:at + last - number + 1]
        rows.append((form, parts, {int(p[0]) for p in parts}))
        for p in parts:
            part_of[int(p[0])] = len(rows)
        at += len(parts)
    out = []
    for i, (form, parts, inside) in enumerate(rows, 1):
        lead = next((p for p in parts if int(p[6]) not in inside), parts[0])
        feats = {f for p in parts for f in p[5].split("|") if f != "_"}
        head = part_of.get(int(lead[6]), 0)
        out.append([str(i), form, parts[0][2], parts[0][3], "_", "|".join(sorted(feats)) or "_", str(0 if head == i else head), lead[7], "_", "_"])
    return out


def folded(conllu):
    out = []
    for block in conllu.strip().split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line and line[0] != "#"]
        if rows:
            out.append("\n".join("\t".join(r) for r in fold(rows)) + "\n")
    return "\n".join(out) + "\n"


def spacy_conllu(nlp, text):
    out = []
    for sentence in nlp(text).sents:
        words = [t for t in sentence if not t.is_space]
        place = {t.i: n for n, t in enumerate(words, 1)}
        for t in words:
            head = 0 if t.head.i == t.i else place.get(t.head.i, 0)
            out.append("\t".join([str(place[t.i]), t.text, t.lemma_ or "_", t.pos_, "_", str(t.morph) or "_", str(head), t.dep_ if head else "root", "_", "_"]))
        if words:
            out.append("")
    return "\n".join(out) + "\n"


def trees(program, nlp, shared, work):
    gold = shared / "data/ud-fr/fr_sequoia-ud-dev.conllu"
    scorer = shared / "eval/conll_score.py"
    text = run(sys.executable, scorer, "--text", gold)
    (work / "sequoia.txt").write_text(text, encoding="utf-8")
    (work / "gold.conllu").write_text(folded(gold.read_text(encoding="utf-8")), encoding="utf-8")
    answers = {"Greffier": folded(run(program, "parse", "--quiet", work / "sequoia.txt")), "spaCy": spacy_conllu(nlp, text)}
    figures = {}
    for name, answer in answers.items():
        (work / f"{name}.conllu").write_text(answer, encoding="utf-8")
        said = run(sys.executable, scorer, work / "gold.conllu", work / f"{name}.conllu").split()
        figures[name] = {layer: float(figure) for layer, figure in zip(said[::2], said[1::2])}
    return figures


# ---- names ----

def spacy_record(nlp, record):
    doc = nlp(record["text"])
    entities = []
    for i, name in enumerate(doc.ents, 1):
        entities.append({"id": f"e{i}", "type": name.label_, "name": name.text,
                         "mentions": [{"start": name.start_char, "end": name.end_char, "kind": "name"}]})
    return {"article": record["article"], "text": record["text"], "entities": entities}


def names(program, nlp, shared, work, gold):
    records = [json.loads(line) for line in gold.open(encoding="utf-8")]
    articles = work / "articles.jsonl"
    with articles.open("w", encoding="utf-8") as out:
        for r in records:
            a = r["article"]
            out.write(json.dumps({"id": a["id"], "date": (a.get("published") or {}).get("value") or "", "title": a.get("title"), "text": r["text"]}) + "\n")
    ours, theirs = work / "ours.jsonl", work / "theirs.jsonl"
    ours.write_text(run(program, "read", "--quiet", articles), encoding="utf-8")
    theirs.write_text("".join(json.dumps(spacy_record(nlp, r)) + "\n" for r in records), encoding="utf-8")
    return {name: json.loads(run(sys.executable, shared / "eval/score.py", gold, system, "--json"))["entities.names"]
            for name, system in (("Greffier", ours), ("spaCy", theirs))}


# ---- speed ----

def speed(program, nlp, shared, work):
    texts = [p.read_text(encoding="utf-8") for p in sorted((shared / "data/winer-fr/2017").glob("**/*.txt"))[:ARTICLES]]
    once, twice = work / "once.jsonl", work / "more.jsonl"
    lines = [json.dumps({"id": str(i), "date": "2017", "text": t}) for i, t in enumerate(texts)]
    once.write_text(lines[0] + "\n", encoding="utf-8")
    twice.write_text("".join(f"{line}\n" for _ in range(10) for line in lines), encoding="utf-8")
    for text in texts[:5]:
        nlp(text)
    begin = time.perf_counter()
    words = sum(sum(not t.is_space for t in doc) for doc in nlp.pipe(texts))
    rates = {"spaCy": words / (time.perf_counter() - begin)}
    for name, command in (("Greffier, to trees", ["parse"]), ("Greffier, to names", ["read", "--until", "names"]), ("Greffier, whole records", ["read"])):
        spent = []
        for source in (once, twice):
            begin = time.perf_counter()
            subprocess.run([program, *command, "--threads", "1", "--quiet", source], check=True, stdout=subprocess.DEVNULL)
            spent.append(time.perf_counter() - begin)
        rates[name] = 10 * words / (spent[1] - spent[0])
    return words, rates


def processor():
    try:
        return next(line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo", encoding="utf-8") if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.machine()


def page(nlp, tree, name_figures, words, rates):
    version = f"spaCy {spacy.__version__}, {PEER} {nlp.meta['version']}"
    yield f"Made by `bench/peers/run`: {version}; Python {platform.python_version()}; {processor()}, one core. Contractions are folded to one word"
    yield "in gold and answers alike, as spaCy counts them, so Greffier's figures differ a little from those above. Greffier's names"
    yield "are learnt from the other four fifths of WiNER-fr, spaCy's from WikiNER."
    yield ""
    yield "| Sequoia dev from raw text, F1 in percent | " + " | ".join(tree) + " |"
    yield "|---|" + "---|" * len(tree)
    for key in tree["Greffier"]:
        yield f"| {key} | " + " | ".join(f"{tree[n][key]:.2f}" for n in tree) + " |"
    for gold, figures in name_figures.items():
        yield ""
        yield f"| names, {gold} | P | R | F1 |"
        yield "|---|---|---|---|"
        for system, row in figures.items():
            yield f"| {system} | {row['P']:.3f} | {row['R']:.3f} | {row['F']:.3f} |"
    yield ""
    yield f"| speed, {words:,} words of WiNER-fr | words a second | times spaCy |"
    yield "|---|---|---|"
    for system, rate in rates.items():
        yield f"| {system} | {rate:,.0f} | {rate / rates['spaCy']:.1f} |"


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("program", type=pathlib.Path)
    options.add_argument("--shared", type=pathlib.Path, required=True)
    options.add_argument("--work", type=pathlib.Path, required=True)
    chosen = options.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    nlp = spacy.load(PEER)
    heldout = chosen.work / "winer-heldout.jsonl"
    run(sys.executable, ROOT / "tools/names_corpus.py", chosen.shared / "data/winer-fr", chosen.shared / "gold/fr_dev.jsonl", chosen.work / "winer-train.jsonl", heldout)
    tree = trees(chosen.program, nlp, chosen.shared, chosen.work)
    figures = {"gold/fr_dev.jsonl": names(chosen.program, nlp, chosen.shared, chosen.work, chosen.shared / "gold/fr_dev.jsonl"),
               "held-out fifth of WiNER-fr": names(chosen.program, nlp, chosen.shared, chosen.work, heldout)}
    words, rates = speed(chosen.program, nlp, chosen.shared, chosen.work)
    text = "\n".join(page(nlp, tree, figures, words, rates)) + "\n"
    (ROOT / "bench/peers/result.md").write_text(text, encoding="utf-8")
    print(text, end="")


if __name__ == "__main__":
    main()
