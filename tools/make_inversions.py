#!/usr/bin/env python3
"""Write training trees of French reporting clauses, which treebanks have few of and news is full of, as CoNLL-U.

    make_inversions.py TREEBANK.conllu… > inversions.conllu      for `greffier train parser` only

Takes a short sentence of a treebank as what is said and a subject of another sentence as who says it: « … », a déclaré NP; also
the straight order, NP a déclaré que …
The tree is the treebanks' own: the reporting verb is parataxis:insert of the quotation's root. The same treebanks give the
same bytes. Standard library only.
"""
import hashlib
import sys

# present, past participle, lemma
VERBS = [("déclare", "déclaré", "déclarer"), ("affirme", "affirmé", "affirmer"), ("indique", "indiqué", "indiquer"),
         ("précise", "précisé", "préciser"), ("explique", "expliqué", "expliquer"), ("ajoute", "ajouté", "ajouter"),
         ("annonce", "annoncé", "annoncer"), ("estime", "estimé", "estimer"), ("assure", "assuré", "assurer"),
         ("souligne", "souligné", "souligner"), ("dit", "dit", "dire"), ("rappelle", "rappelé", "rappeler"),
         ("confie", "confié", "confier"), ("répond", "répondu", "répondre"), ("écrit", "écrit", "écrire"),
         ("raconte", "raconté", "raconter"), ("regrette", "regretté", "regretter"), ("conclut", "conclu", "conclure"),
         ("prévient", "prévenu", "prévenir"), ("martèle", "martelé", "marteler"), ("dénonce", "dénoncé", "dénoncer"),
         ("insiste", "insisté", "insister"), ("promet", "promis", "promettre"), ("reconnaît", "reconnu", "reconnaître")]
MARKS = [("«", "»"), ("«", "»"), ('"', '"'), ("“", "”"), None]
AVOIR = {"Sing": ("a", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"), "Plur": ("ont", "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin")}
WHEN = [("hier", "ADV", "advmod"), ("lundi", "NOUN", "obl:mod"), ("mardi", "NOUN", "obl:mod"), ("mercredi", "NOUN", "obl:mod"),
        ("jeudi", "NOUN", "obl:mod"), ("vendredi", "NOUN", "obl:mod"), ("samedi", "NOUN", "obl:mod"), ("dimanche", "NOUN", "obl:mod")]


def sentences(path):
    words = []
    for line in open(path, encoding="utf-8"):
        c = line.rstrip("\n").split("\t")
        if len(c) == 10 and c[0].isdigit():
            words.append([c[1], c[2], c[3], c[5], int(c[6]), c[7]])
        elif len(c) == 1 and words:
            yield words
            words = []


def said(s):
    """A sentence that can be quoted: short, with a verb, closed by a full stop, without marks of its own."""
    root = next(w for w in s if w[4] == 0)
    return 4 <= len(s) <= 24 and s[-1][0] == "." and root[2] in ("VERB", "ADJ", "NOUN") and any(w[2] in ("VERB", "AUX") for w in s) \
        and not any(w[0] in "«»“”\"()" or ":insert" in w[5] for w in s)


def subjects(s):
    """Subtrees of nominal subjects, as (words with heads inside, place of the head, number)."""
    for i, w in enumerate(s):
        if not w[5].startswith("nsubj") or w[2] not in ("NOUN", "PROPN"):
            continue
        inside, grown = {i + 1}, True
        while grown:
            new = {k + 1 for k, x in enumerate(s) if x[4] in inside} | inside
            grown, inside = new != inside, new
        first, last = min(inside), max(inside)
        if last - first + 1 != len(inside) or len(inside) > 9 or s[last - 1][2] == "PUNCT":
            continue
        number = "Plur" if "Number=Plur" in w[3] else "Sing"
        if number == "Plur" and s[first - 1][2] != "DET":
            continue
        yield [x[:4] + [x[4] - first + 1 if k != i else 0, x[5]] for k, x in enumerate(s) if first <= k + 1 <= last], i + 2 - first, number


class Draw:
    """A small generator of choices that is the same everywhere."""

    def __init__(self, seed):
        self.state = seed

    def __call__(self, bound):
        self.state = int.from_bytes(hashlib.sha256(self.state.to_bytes(32, "big")).digest(), "big")
        return self.state % bound


def report(s, subject, draw):
    body, (np, np_head, number) = [list(w) for w in s[:-1]], subject
    marks = MARKS[draw(len(MARKS))]
    out = []
    shift = 1 if marks else 0
    root = next(i for i, w in enumerate(body) if w[4] == 0) + 1 + shift
    if marks:
        out.append([marks[0], marks[0], "PUNCT", "_", root, "punct"])
    out += [w[:4] + [w[4] + shift if w[4] else 0, w[5]] for w in body]
    if marks:
        out.append([marks[1], marks[1], "PUNCT", "_", root, "punct"])
    present, past, lemma = VERBS[draw(len(VERBS))]
    simple, comma = number == "Sing" and draw(3) == 0, not marks or draw(12) > 0
    verb = len(out) + comma + (not simple) + 1
    if comma:
        out.append([",", ",", "PUNCT", "_", verb, "punct"])
    if simple:
        out.append([present, lemma, "VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", root, "parataxis:insert"])
    else:
        form, feats = AVOIR[number]
        out.append([form, "avoir", "AUX", feats, verb, "aux:tense"])
        out.append([past, lemma, "VERB", "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part", root, "parataxis:insert"])
    when = draw(8)
    if when == 0:
        add_when(out, verb, draw)
    base = len(out)
    if np[0][2] == "DET":
        np = [[np[0][0].lower()] + np[0][1:]] + np[1:]
    out += [w[:4] + [w[4] + base if w[4] else verb, w[5] if w[4] else "nsubj"] for w in np]
    if when == 1:
        add_when(out, verb, draw)
    out.append([".", ".", "PUNCT", "_", root, "punct"])
    return out


def report_that(s, subject, draw):
    """The straight order, so that the parser does not come to expect the other: NP a déclaré lundi que S."""
    np, np_head, number = subject
    _, past, lemma = VERBS[draw(len(VERBS))]
    verb = len(np) + 2
    if np[0][2] == "DET":
        np = [[np[0][0].capitalize()] + np[0][1:]] + np[1:]
    out = [w[:4] + [w[4] if w[4] else verb, w[5] if w[4] else "nsubj"] for w in np]
    form, feats = AVOIR[number]
    out.append([form, "avoir", "AUX", feats, verb, "aux:tense"])
    out.append([past, lemma, "VERB", "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part", 0, "root"])
    if draw(3) == 0:
        add_when(out, verb, draw)
    base = len(out) + 1
    root = next(i for i, w in enumerate(s) if w[4] == 0) + 1 + base
    vowel = s[0][0][0].lower() in "aeiouéèêh"
    out.append(["qu'" if vowel else "que", "que", "SCONJ", "_", root, "mark"])
    first = [s[0][0] if s[0][2] == "PROPN" else s[0][0].lower()] + s[0][1:]
    out += [w[:4] + [w[4] + base if w[4] else verb, w[5] if w[4] else "ccomp"] for w in [first] + s[1:-1]]
    out.append([".", ".", "PUNCT", "_", verb, "punct"])
    return out


def add_when(out, verb, draw):
    form, upos, relation = WHEN[draw(len(WHEN))]
    out.append([form, form, upos, "_" if upos == "ADV" else "Gender=Masc|Number=Sing", verb, relation])


def main():
    every = [s for path in sys.argv[1:] for s in sentences(path)]
    contents, actors = [s for s in every if said(s)], [a for s in every for a in subjects(s)]
    draw = Draw(1)
    for s in contents:
        kind = draw(6)
        if kind > 2:
            continue
        for i, w in enumerate((report_that if kind == 2 else report)(s, actors[draw(len(actors))], draw)):
            print(i + 1, w[0], w[1], w[2], "_", w[3], w[4], w[5], "_", "_", sep="\t")
        print()


if __name__ == "__main__":
    main()
