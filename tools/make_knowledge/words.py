"""demonyms.tsv, nouns.tsv, first_names.tsv."""
import collections
import re

from make_knowledge.sources import read, split
from make_knowledge.spelling import nfc


def plural(word):
    if word[-1] in "sxz":
        return word
    if word.endswith("al"):
        return word[:-2] + "aux"
    if word.endswith("eau"):
        return word + "x"
    if "-" in word and word.split("-")[0] in ("est", "ouest"):
        return word + "s"
    return word + "s"


def make_demonyms():
    rows = []
    for row in read("demonyms.tsv"):
        masc, fem = row["masc_sing"], row["fem_sing"]
        extra = []
        for form in split(row["extra"]):
            if form not in (masc, fem, plural(masc), plural(fem)) and form not in extra:
                extra.append(form)
        rows.append((row["country"], masc, plural(masc), fem, plural(fem), "|".join(extra)))
    return rows


def make_nouns():
    return [(row["lemma"], row["sector"], row["kind"], row["gender"]) for row in read("nouns.tsv")]


def make_first_names(downloads, leaders):
    genders = collections.defaultdict(set)
    for word, tags in downloads.dictionary():
        if "po:prn" in tags:
            genders[word].update(t[3:] for t in tags if t in ("is:mas", "is:fem", "is:epi"))
    out = {}
    for word, tags in genders.items():
        out[word] = "m" if tags == {"mas"} else "f" if tags == {"fem"} else ""
    count = collections.defaultdict(collections.Counter)
    for kb, name, gender in {(r["wikidata"], r["name"], r["gender"]) for r in leaders}:
        first = name.split(" ")[0]
        if gender in ("male", "female") and re.fullmatch(r"[^\W\d_]{3,}(?:-[^\W\d_]+)?", first) and " " in name:
            count[nfc(first)][gender[0]] += 1
    titles = {"Sir", "Lord", "Dame", "Prince", "Princess", "Sheikh", "Baron", "Baroness", "Lady", "King", "Queen", "Abu",
              "Abdul", "Bin", "Van", "Van", "Van", "Kim", "Park", "Lee", "Wang", "Zhang", "Chen", "Liu", "Choi", "Chung"}
    for first, genders_ in count.items():
        (gender, n), total = genders_.most_common(1)[0], sum(genders_.values())
        if first not in out and first not in titles and n >= 3 and n >= 0.95 * total:
            out[first] = "m" if gender == "m" else "f"
    for first, gender in (("Vladimir", "m"), ("Alexandre", "m"), ("Sergueï", "m"), ("Dmitri", "m"), ("Alexeï", "m"),
                          ("Mikhaïl", "m"), ("Nikolaï", "m"), ("Andreï", "m"), ("Iouri", "m"), ("Evgueni", "m"),
                          ("Vitali", "m"), ("Gueorgui", "m"), ("Volodymyr", "m"), ("Oleksandr", "m"), ("Ioulia", "f"),
                          ("Svetlana", "f"), ("Sviatlana", "f"), ("Bachar", "m"), ("Mouammar", "m"), ("Benyamin", "m"),
                          ("Recep", "m"), ("Tayyip", "m"), ("Mohammed", "m"), ("Moustafa", "m"), ("Youssef", "m"),
                          ("Rachid", "m"), ("Fatima", "f"), ("Khadija", "f"), ("Viatcheslav", "m"), ("Vassili", "m"),
                          ("Ekaterina", "f"), ("Tatiana", "f"), ("Lioudmila", "f"), ("Rouslan", "m"), ("Timour", "m")):
        out.setdefault(first, gender)
    return sorted(out.items())
