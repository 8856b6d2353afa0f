#!/usr/bin/env python3
"""Turn WiNER-fr (brat) into records with names only, in the shape of docs/formats/record.md, for `greffier train names`.

    names_corpus.py WINER_FOLDER GOLD.jsonl TRAIN.jsonl HELDOUT.jsonl

Texts lose the stray spaces that WiNER has around links. Of nested annotations the outermost counts. Where WiNER and the
record disagree on what is a name, the record wins (see RULES below). Articles that GOLD annotates are left out of both
files; a fifth of the others, by a hash of the path, is held out. Standard library only.
"""
import hashlib
import json
import pathlib
import re
import sys
import unicodedata

TYPES = {"Person": "PER", "Organization": "ORG", "Location": "LOC", "Product": "MISC", "Event": "MISC"}
RANK = ["PER", "ORG", "LOC", "MISC"]  # of several types at one place

# RULES: the record's conventions where they differ.
SEATS = {"élysée", "kremlin", "maison blanche", "maison-blanche", "matignon", "vatican", "pentagone"}
SITES = {"facebook", "twitter", "youtube", "instagram", "snapchat", "google", "wikipédia", "wikimedia", "reddit", "yahoo!",
         "digg", "identi.ca", "amazon", "les inrockuptibles", "airbus", "wikimedia foundation"}
PLACE = re.compile(r"(hôpital|hôtel|aéroport|gare|stade|musée|église|mosquée|cathédrale|prison|lycée|collège|opéra|palais|"
                   r"Hôpital|Hôtel|Aéroport|Gare|Stade|Musée|Opéra|centre hospitalier|observatoire|auditorium) ")
NO_NAME = re.compile(r"(l'|l’)?(armées?|gouvernement|police|gauche|droite|pouvoir|renseignements|services|gendarmerie|agence|fédération|"
                     r"frontière|désert|est|nord|sud|ouest|zone|île|journal) ?[^A-ZÉÈ]*$")
ALONE = {"état", "etat", "intérieur", "outre-mer", "défense", "justice", "transports", "économie", "gauche", "droite", "armée",
         "police", "mosellan", "maoïste", "voltigeurs", "russes", "libéraux", "écologistes", "fisc", "aviation civile",
         "communauté internationale", "hadrons", "périphérique", "hippodrome", "i", "éducation", "travail", "santé", "noël"}


# A body is named with its place: "police de Chicago", "conseil de sécurité des Nations unies".
BODY = re.compile(r"(?i)\b(?:(?:préfecture de )?police|(?:préfecture|mairie|parquet|tribunal|cour|conseil|assemblée|commission|ministère|secrétariat|"
                  r"haut[- ]commissariat|université|parlement|banque|fédération|chambre|pôle|agence)"
                  r"(?: (?:général|générale|fédéral|fédérale|national|nationale|suprême|correctionnel|administratif|municipal|financier|antiterroriste))?"
                  r"(?: (?:de|des|d'|du|de la|de l')? ?[a-zéèêîôû'’ -]{3,40}?)?) (?:de |du |des |de la |de l['’]|d['’])$")


def cleaned(raw):
    """The text without stray spaces, and for each place in `raw` its place in it."""
    drop = set()
    for m in re.finditer(r"(?<=[^\W\d_]['’]) (?=\w)|(?<=[\w»\")]) (?=[.,)](?:\s|$))|(?<=\() (?=\w)|(?<=\w) (?=-\w)", raw):
        if raw[m.start() - 1] in "'’" and not re.search(r"(?i)(?:^|\W)(?:[ldnjmtsc]|qu|jusqu|lorsqu|puisqu|aujourd)['’]$", raw[:m.start()]):
            continue
        drop.add(m.start())
    place, out = [], []
    for i, c in enumerate(raw):
        place.append(len(out))
        if i not in drop:
            out.append(c)
    return "".join(out), place + [len(out)]


def trimmed(text, start, end):
    """A name without white space, articles and marks at its edges."""
    while start < end and text[start] in " \n«\"“(":
        start += 1
    while start < end and text[end - 1] in " \n»\"”,;:(":
        end -= 1
    m = re.match(r"(?:d'|d’|l'|l’|qu'|le |la |les )(?=[A-ZÉÀa-z])", text[start:end])
    return (start + m.end() if m and m.end() < end - start else start), end


def ruled(name, kind):
    """The type in the record, or None where the record has no name."""
    low = name.lower()
    if not any(c.isalnum() for c in name) or low in ALONE:
        return None
    if kind in ("ORG", "LOC") and name[0].islower() and NO_NAME.match(name):
        return None
    if kind == "MISC" and not re.search(r"[A-ZÉÈÎ0-9]", name):
        return None
    if low in SEATS:
        return "LOC"
    if low in SITES:
        return "ORG"
    if re.fullmatch(r"[\w-]+\.(org|com|fr|net)", name):
        return "MISC"
    if kind == "ORG" and PLACE.match(name):
        return "LOC"
    return kind


def annotations(path, place):
    for line in path.with_suffix(".ann").read_text(encoding="utf-8").splitlines():
        parts = line.split("\t")
        fields = parts[1].split() if len(parts) > 2 else []
        if fields and fields[0] in TYPES:
            yield place[int(fields[1])], place[int(fields[-1])], TYPES[fields[0]]


def unwrapped(text, found):
    """Without annotations that the record does not have: a building or an affair named by the name inside it."""
    for a in found:
        inner = [b for b in found if a[0] < b[0] and b[1] <= a[1]]
        name = text[a[0]:a[1]]
        if inner and name.startswith("affaire "):
            continue
        place = re.match(PLACE.pattern + r"(.*?)(?:de |du |d'|de la )?$", name[:inner[0][0] - a[0]]) if inner else None
        if place and inner[0][2] == "LOC":
            if place.group(2).strip():
                yield a[0], a[0] + len((place.group(1) + " " + place.group(2)).rstrip()), "LOC"
            continue
        yield a


def names_of(text, found):
    outer, last = [], 0
    for start, end, kind in sorted(unwrapped(text, list(found)), key=lambda a: (a[0], -a[1], RANK.index(a[2]))):
        if start < last:
            continue
        if kind in ("ORG", "LOC"):
            line = text.rfind("\n", 0, start) + 1
            body = BODY.search(text, max(last, line, start - 70), start)
            if body and not re.search(r"[.,;:()«»]| (?:a|ont|est|et|aux|au|que|qui|à|pour|dans|par|sur) ", body.group()):
                start, kind = body.start(), "ORG"
        last = end
        start, end = trimmed(text, start, end)
        if end - start > 100 or start >= end:
            continue
        kind = ruled(text[start:end], kind)
        if kind:
            outer.append((start, end, kind))
    return outer


def record(path, root):
    text, place = cleaned(path.read_text(encoding="utf-8"))
    entities = [{"id": f"e{i}", "type": kind, "name": text[s:e], "mentions": [{"start": s, "end": e, "kind": "name"}]}
                for i, (s, e, kind) in enumerate(names_of(text, annotations(path, place)), 1)]
    name = path.relative_to(root).with_suffix("").as_posix()
    day = re.search(r"(\d{4})_(\d{2})_(\d{2})", path.name)
    return {"article": {"id": "winer/" + name, "source": "Wikinews", "lang": "fr",
                        "published": {"value": "-".join(day.groups())}}, "text": text, "entities": entities}


def shouted(made, bare):
    """The headline alone in capitals, with or without accents."""
    title = made["text"].split("\n")[0]
    loud = "".join(c.upper() if len(c.upper()) == 1 else c for c in title)
    if bare:
        loud = "".join(unicodedata.normalize("NFD", c)[0] for c in loud)
    names = [e for e in made["entities"] if e["mentions"][0]["end"] <= len(title)]
    return {"article": dict(made["article"], id=made["article"]["id"] + "/loud"), "text": loud, "entities": names}


def write(root, gold, train, heldout):
    kept = {json.loads(line)["article"]["origin"].split()[-1] for line in gold.open(encoding="utf-8")}
    with train.open("w", encoding="utf-8") as a, heldout.open("w", encoding="utf-8") as b:
        for path in sorted(root.glob("*/*/*.txt")):
            if not path.with_suffix(".ann").exists() or path.relative_to(root).as_posix() in kept:
                continue
            fold = int(hashlib.sha1(path.name.encode()).hexdigest(), 16) % 5
            made = record(path, root)
            (b if fold == 0 else a).write(json.dumps(made, ensure_ascii=False) + "\n")
            if fold in (1, 2):
                a.write(json.dumps(shouted(made, fold == 1), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    write(*map(pathlib.Path, sys.argv[1:5]))
