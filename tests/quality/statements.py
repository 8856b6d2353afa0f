"""What quality.py says of statements beyond the score: by kind and construction, errors by sort, two sets of attributions."""
import json
import re
from collections import Counter

ACCORDING = {"selon", "après", "croire", "pour", "avis", "aveu", "dire", "dires", "yeux", "source", "suivant"}


def words(text):
    return len(re.findall(r"\w+", text))


def construction(statement, text):
    """How the saying is put, by the places of cue and content alone, so that gold and system are sorted alike."""
    cue, content = statement.get("cue"), statement["content"]
    if not cue:
        return "quotation without a cue"
    if (cue.get("lemma") or text[cue["start"]:cue["end"]].lower().split()[-1]) in ACCORDING:
        return "according to"
    if cue["start"] >= content[0]["end"]:
        return "cue behind or within the content"
    between = text[cue["end"]:content[0]["start"]].rstrip(" «»\"“\u00a0")
    if between.endswith(":"):
        return "colon"
    if re.search(r"(\bque|\bqu['’]|\bsi)$", between.rstrip()):
        return "clause"
    first = text[content[0]["start"]:content[0]["end"]].lstrip("«\"“ \u00a0").split()
    if re.search(r"(\bde|\bd['’]|\bà)$", between.rstrip()) and first and re.search(r"(er|ir|re|oir|être|avoir)$", first[0]):
        return "infinitive"
    return "infinitive" if first and re.search(r"(er|ir|oir|re)$", first[0]) else "noun phrase"


class Reading:
    """Gold and system statements of all articles, paired as eval/score.py pairs them."""

    def __init__(self, score, gold, system):
        self.score, self.errors = score, Counter()
        self.rows = {"kind": {}, "construction": {}}
        self.words = self.false = 0
        for key, g in gold.items():
            self.article(g["text"], g.get("statements", []), system.get(key, {}).get("statements", []))

    def article(self, text, gold, system):
        like = lambda a, b: self.score.overlap(a["content"], b["content"], text)
        pairs = self.score.pair(gold, system, like, 0.5)
        of_gold, of_system = {id(a) for a, _ in pairs}, {id(b) for _, b in pairs}
        self.words += words(text)
        for place, items, paired in ((1, gold, of_gold), (2, system, of_system)):
            for item in items:
                self.count(item, text, 0 if place == 1 and id(item) in paired else None, place)
        for item in gold:
            if id(item) not in of_gold:
                self.errors[f"missed: {construction(item, text)}"] += 1
        for item in system:
            if id(item) not in of_system:
                self.errors[f"false: {construction(item, text)}"] += 1
                self.false += 1
        for a, b in pairs:
            self.compare(a, b, text, like(a, b))

    def count(self, item, text, right, total):
        for table, name in (("kind", item["kind"]), ("construction", construction(item, text))):
            row = self.rows[table].setdefault(name, [0, 0, 0])
            row[total] += 1
            if right is not None:
                row[right] += 1

    def compare(self, a, b, text, likeness):
        if likeness < 0.9:
            size = lambda s: sum(c["end"] - c["start"] for c in s["content"])
            self.errors["content too short" if size(b) < size(a) else "content too long"] += 1
        if a["kind"] != b["kind"]:
            self.errors["wrong kind"] += 1
        if a["act"] != b["act"]:
            self.errors[f"act {b['act']} for {a['act']}"] += 1
        for field in ("polarity", "hearsay"):
            self.errors[f"wrong {field}"] += a[field] != b[field]
        hops = lambda s: [(h["role"], h) for h in s["chain"]]
        for role, hop in hops(a):
            if not any(role == r and self.score.overlap([hop], [h], text) >= 0.5 for r, h in hops(b)):
                self.errors[f"wrong {role}" if any(r == role for r, _ in hops(b)) else f"no {role}"] += 1
        for role in {r for r, _ in hops(b)} - {r for r, _ in hops(a)}:
            self.errors[f"{role} where there is none"] += 1

    def page(self):
        for table, rows in self.rows.items():
            yield from ("", f"| {table} | found / gold / system | recall |", "|---|---|---|")
            for name, (right, gold, system) in sorted(rows.items(), key=lambda r: -r[1][1]):
                yield f"| {name} | {right} / {gold} / {system} | {right / gold if gold else 0:.2f} |"
        yield from ("", "The ten most frequent sorts of errors that remain:", "", "| error | times |", "|---|---|")
        for name, times in sorted(self.errors.items(), key=lambda e: (-e[1], e[0]))[:10]:
            yield f"| {name} | {times} |"

    def figures(self):
        return {"statements.false for 1000 words of fr_dev": round(1000 * self.false / self.words, 2)}


def likeness(a, b):
    """Words shared by two texts, 0 to 1; places cannot be compared, since each set marks its own."""
    bag = lambda s: set(re.sub(r"[«»\"“”]", " ", s.lower().replace("’", "'")).split())
    x, y = bag(a), bag(b)
    return 2 * len(x & y) / (len(x) + len(y)) if x or y else 0.0


def nearest(record, content):
    """The statement whose content is most like `content`, where it is like at all, and its text."""
    shown = lambda s: " ".join(record["text"][c["start"]:c["end"]] for c in s["content"])
    best = max(record["statements"], key=lambda s: likeness(shown(s), content), default=None)
    return best if best and likeness(shown(best), content) >= 0.5 else None


def read_lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def chains(read, folder):
    """The 60 chains read by hand: how many are wholly right, and their hops."""
    rows = read_lines(folder / "fr_wikinews_chains.jsonl")
    articles = [{"id": r["id"], "date": r["date"], "lang": "fr", "text": r["context"]["text"]} for r in rows]
    exact = right = gold = system = 0
    for row, record in zip(rows, read(articles)):
        asked = [(h["role"], h["text"]) for h in row["chain"]]
        gold += len(asked)
        found = nearest(record, row["content"]["text"])
        if found is None:
            continue
        given = [(h["role"], record["text"][h["start"]:h["end"]]) for h in found["chain"]]
        good = sum(any(r == role and likeness(t, text) >= 0.5 for r, t in given) for role, text in asked)
        exact += good == len(asked) == len(given)
        right, system = right + good, system + len(given)
    return {"attributions.share of 60 chains wholly right": exact / len(rows),
            "attributions.hops F1 of 60 chains": 2 * right / (gold + system)}


def reviewed(read, folder):
    """The 123 reviewed sentences: contents found (recall, since not all of a sentence's statements are marked)."""
    rows = read_lines(folder / "fr_ud_news_reviewed.jsonl")
    records = read([{"id": r["id"], "date": "2010", "lang": "fr", "text": r["text"]} for r in rows])
    found = sum(nearest(record, " ".join(c["text"] for c in row["content"])) is not None for row, record in zip(rows, records))
    return {"attributions.share of 123 contents found (at 0.5)": found / len(rows)}
