"""DEMOCRAT, French texts with chains of coreference (CoNLL-U with chains in the last column): raw text in, chains out.

Its chains hold everything that is spoken of twice, common nouns too; a record links only what the text names. So two
figures are given: over all chains, and over the chains that hold a proper noun. Mentions of both sides are compared by
their head word, since a record's mentions are narrower. Singletons are left out.
"""
import re

NO_SPACE_BEFORE = set(",.)]…")
NOTHING = "_"


class Text:
    """One document: its words with their places in the raw text, and its gold chains of head words."""

    def __init__(self, name):
        self.name, self.text = name, ""
        self.places = []              # of each syntactic word; those of one surface word share theirs
        self.heads, self.proper = [], []
        self.chains = {}

    def add_surface(self, form, paragraph):
        glue = not self.text or self.text[-1] in "'’([\n-" or form[0] in NO_SPACE_BEFORE or form.startswith("-")
        self.text += ("\n" if paragraph else "" if glue else " ") + form
        return len(self.text) - len(form), len(self.text)

    def head_of(self, first, last):
        """The word of a span that hangs on a word outside it."""
        return next((w for w in range(first, last + 1) if not first <= self.heads[w] <= last), first)

    def word_at(self, start, end):
        """First and last word that lie in a place of the raw text; None where none does."""
        inside = [w for w, (a, b) in enumerate(self.places) if a >= start and b <= end]
        return (inside[0], inside[-1]) if inside else None


def documents(path):
    text = None
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        for line in block.split("\n"):
            if line.startswith("#begin"):
                text = Text(re.search(r"\((.*)\)", line)[1])
                open_spans, paragraph = {}, ""
            elif line.startswith("#end"):
                yield text
        rows = [line.split("\t") for line in block.split("\n") if line and not line.startswith("#")]
        base, surface_until, place = len(text.places) if text else 0, 0, None
        for row in rows:
            new = row[11] != paragraph
            if "-" in row[0]:
                place, surface_until = text.add_surface(row[1], new and text.text), int(row[0].split("-")[1])
                paragraph = row[11]
                continue
            number = int(row[0])
            if number > surface_until:
                place = text.add_surface(row[1], new and text.text)
                paragraph = row[11]
            text.places.append(place)
            text.heads.append(base + int(row[6]) - 1 if row[6] != "0" else -1)
            text.proper.append(row[3] == "PROPN")
        for offset, row in enumerate(r for r in rows if "-" not in r[0]):
            read_chains(text, base + offset, row[-1], open_spans)


def read_chains(text, word, cell, open_spans):
    for part in cell.split("|") if cell != NOTHING else ():
        number = part.strip("()")
        if part.startswith("("):
            open_spans.setdefault(number, []).append(word)
        if part.endswith(")"):
            first = open_spans[number].pop()
            text.chains.setdefault(number, set()).add(text.head_of(first, word))


def system_chains(text, record):
    out = []
    for entity in record["entities"]:
        spans = (text.word_at(m["start"], m["end"]) for m in entity["mentions"])
        out.append({text.head_of(*span) for span in spans if span})
    return without_doubles(out)


def without_doubles(chains):
    """Each mention once, in the first chain that has it."""
    seen = set()
    for chain in chains:
        chain -= seen
        seen |= chain
    return [c for c in chains if c]


def pairs(texts, records, named_only):
    for text, record in zip(texts, records):
        gold = without_doubles([set(c) for c in text.chains.values()])
        if named_only:
            gold = [c for c in gold if any(text.proper[w] for w in c)]
        yield gold, system_chains(text, record)


def articles(texts):
    return [{"id": t.name, "lang": "fr", "text": t.text} for t in texts]
