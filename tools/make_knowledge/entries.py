"""entries.tsv: whatever has a name and holds no office."""
from make_knowledge.cities import add_cities, add_france
from make_knowledge.codes import KINDS
from make_knowledge.entry_rows import Entries, add_things
from make_knowledge.sources import read, split
from make_knowledge.spelling import fold
from make_knowledge.states import add_capitals, add_states


def make_entries(downloads, known):
    words, first_names = set(), set()
    for word, tags in downloads.dictionary():
        if word[:1].islower():
            words.add(word)
        elif "po:prn" in tags:
            first_names.add(word)
    entries = Entries()
    add_states(entries, downloads)
    add_things(entries, {"state", "seat", "area", "historic"})
    add_capitals(entries, downloads)
    add_things(entries, {"place"})
    add_france(entries, downloads, words, first_names)
    add_cities(entries, downloads, words, first_names)
    for row in read("regions.tsv"):
        entries.add("region", "LOC", row["country"], "", "", row["name"], split(row["aliases"]))
    add_things(entries, KINDS - {"state", "seat", "area", "historic", "place"})
    for row in read("people.tsv"):
        kb = known.get((fold(row["name"]), row["country"]), "")
        entries.add("person", "PER", row["country"], row["sector"], row["gender"], row["name"],
                    split(row["aliases"]), kb)
    return entries.rows
