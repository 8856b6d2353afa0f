"""What each kind of mention scores: links of gold and system records, by what the mention looks like. Standard library only.

The kinds are told by the words alone, on either side by its own entity, so that precision and recall can both be given.
A link is right as in eval/score.py: the same place, and an entity with the same name.
"""
import re
import unicodedata

TITLES = r"(?:M|Mme|Mlle|MM|Mgr|Me|Dr|Pr)\.?\s+$"
FIRST = {"je", "j'", "j’", "me", "m'", "m’", "moi", "nous"}
LATTER = re.compile(r"(?:ce|cette) derni[eè]re?$|celui-ci$|celle-ci$|celui-là$", re.I)
CAPITALS = set("minsk moscou paris londres berlin rome madrid washington pékin tokyo bruxelles ankara téhéran damas bagdad kaboul kiev "
               "varsovie athènes bujumbura kigali tripoli alger rabat tunis dakar bamako".split())
SEATS = ("kremlin", "maison blanche", "maison-blanche", "élysée", "matignon", "downing street", "quai d'orsay", "bellevue", "pentagone")


def fold(text):
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def name_kind(words, entity, before):
    if entity["type"] == "PER":
        if re.search(TITLES, before):
            return "title and name (« M. … »)"
        return "person's full name" if len(words.split()) > 1 else "person's later name"
    if words.casefold().removeprefix("le ").removeprefix("la ") in SEATS or (entity["type"] == "LOC" and words.casefold() in CAPITALS):
        return "capital or seat of power"
    if entity["type"] == "ORG":
        return "acronym" if words.isupper() and len(words) <= 8 else "organisation's name"
    return "place" if entity["type"] == "LOC" else "other name"


def nominal_kind(words, entity):
    first = fold(words).split(" ")[0].split("'")[0]
    if "homologue" in words:
        return "« son homologue … »"
    if first in ("son", "sa", "ses", "leur"):
        return "possessive (« son pays »)"
    if first in ("ce", "cet", "cette"):
        return "demonstrative (« ce dirigeant »)"
    if entity["type"] == "PER":
        return "description of a person" if len(words.split()) > 2 else "short description of a person (« le ministre »)"
    return "description of a body or place"


def pronoun_kind(words):
    if LATTER.match(words):
        return "« ce dernier », « celui-ci »"
    if words.casefold() in FIRST:
        return "first person in a quotation"
    if words.casefold() in ("il", "elle"):
        return "« il », « elle »"
    return "other pronoun"


ORDER = ["person's full name", "person's later name", "title and name (« M. … »)", "organisation's name", "acronym", "place",
         "capital or seat of power", "other name", "description of a person", "short description of a person (« le ministre »)",
         "« son homologue … »", "possessive (« son pays »)", "demonstrative (« ce dirigeant »)", "description of a body or place",
         "« il », « elle »", "« ce dernier », « celui-ci »", "first person in a quotation", "other pronoun"]


def kind_of(mention, entity, text):
    words = text[mention["start"]:mention["end"]]
    if mention["kind"] == "name":
        return name_kind(words, entity, text[max(0, mention["start"] - 6):mention["start"]])
    return nominal_kind(words, entity) if mention["kind"] == "nominal" else pronoun_kind(words)


def places(record):
    return {(m["start"], m["end"]): (m, e) for e in record.get("entities", []) for m in e["mentions"]}


def table(gold, system, same_name):
    """Rows (kind, precision, recall, F1, right, gold, system) over records by article id."""
    counts = {kind: [0, 0, 0] for kind in ORDER}
    for key, g in gold.items():
        ours, text = places(system.get(key, {})), g["text"]
        right = {p for p, (_, e) in places(g).items() if p in ours and same_name(ours[p][1]["name"], e["name"])}
        for place, (mention, entity) in places(g).items():
            row = counts[kind_of(mention, entity, text)]
            row[0] += place in right
            row[1] += 1
            if place in right:
                row[2] += 1  # a right link counts with its gold kind on both sides
        for place, (mention, entity) in ours.items():
            counts[kind_of(mention, entity, text)][2] += place not in right
    for kind, (right, in_gold, in_system) in counts.items():
        if in_gold + in_system == 0:
            continue
        p, r = right / in_system if in_system else 0.0, right / in_gold if in_gold else 0.0
        yield kind, p, r, 2 * p * r / (p + r) if p + r else 0.0, right, in_gold, in_system
