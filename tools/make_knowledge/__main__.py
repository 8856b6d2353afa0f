"""Makes packs/fr/knowledge/*.tsv from public packages, leaders.tsv and tools/knowledge/*.tsv.

    python3 tools/make_knowledge --leaders leaders.tsv --downloads DIR [--out packs/fr/knowledge]
    python3 tools/make_knowledge --check [--out packs/fr/knowledge]

Needs no network. DIR holds the packages that packs/fr/knowledge/SOURCES.md lists, as their
archives were fetched (the .deb also unpacked, see there). The same inputs give the same bytes.
"""
import argparse
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))

from make_knowledge.check import check
from make_knowledge.codes import COLUMNS
from make_knowledge.entries import make_entries
from make_knowledge.offices import make_offices
from make_knowledge.sources import Downloads, read_leaders
from make_knowledge.spelling import nfc
from make_knowledge.words import make_demonyms, make_first_names, make_nouns

OUT = os.path.join(HERE, "..", "..", "packs", "fr", "knowledge")


def write(folder, name, rows):
    lines = ["\t".join(COLUMNS[name])] + sorted({nfc("\t".join(row)) for row in rows})
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(lines) + "\n")
    print(f"{name}: {len(lines) - 1} rows, {os.path.getsize(os.path.join(folder, name))} bytes")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--leaders")
    parser.add_argument("--downloads")
    parser.add_argument("--out", default=OUT)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("-v", action="store_true", help="with --check: list the forms of several entries")
    options = parser.parse_args()
    if options.check:
        return check(options.out)
    if not options.leaders or not options.downloads:
        parser.error("--leaders and --downloads are needed (or --check)")
    downloads, leaders = Downloads(options.downloads), read_leaders(options.leaders)
    offices, known = make_offices(downloads, leaders)
    write(options.out, "offices.tsv", offices)
    write(options.out, "entries.tsv", make_entries(downloads, known))
    write(options.out, "demonyms.tsv", make_demonyms())
    write(options.out, "nouns.tsv", make_nouns())
    write(options.out, "first_names.tsv", make_first_names(downloads, leaders))
    return check(options.out)


if __name__ == "__main__":
    sys.exit(main())
