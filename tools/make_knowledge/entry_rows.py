"""The rows of entries.tsv: an id and a place's name are given once."""

from make_knowledge.sources import read, split
from make_knowledge.spelling import forms, lowered, nfc, slug


class Entries:
    def __init__(self):
        self.rows = []
        self.ids = set()
        self.places = {}           # a place's surface form -> id, so that the greater place keeps the name

    def add(self, kind, type_, country, sector, gender, name, aliases, id_=""):
        name = nfc(name)
        if not id_:
            id_ = ":".join(filter(None, (kind, country.lower(), slug(name))))
        if id_ in self.ids:
            return False
        aliases = forms(name, [*aliases, *(lowered([name, *aliases]) if type_ == "ORG" else [])])
        if type_ == "LOC":
            if name in self.places:
                return False
            aliases = [alias for alias in aliases if alias not in self.places]
            for form in [name, *aliases]:
                self.places[form] = id_
        self.ids.add(id_)
        self.rows.append((id_, kind, type_, country, sector, gender, name, "|".join(aliases)))
        return True

def add_things(entries, kinds):
    for row in read("things.tsv"):
        if row["kind"] in kinds:
            entries.add(row["kind"], row["type"], row["country"], row["sector"], row["gender"], row["name"],
                        split(row["aliases"]), row["id"])
