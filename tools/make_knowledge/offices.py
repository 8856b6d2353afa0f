"""offices.tsv: who held which office when, from leaders.tsv and by hand."""
import collections
import re

from make_knowledge.codes import ISO
from make_knowledge.positions import office
from make_knowledge.sources import read, split
from make_knowledge.spelling import fold, forms, slug
from make_knowledge.terms import close_open_terms, day_after, later, overlap
from make_knowledge.transcription import french_name


TERRITORY = {"Congo-Kinshasa": "CD", "Congo-Brazzaville": "CG", "Ivory Coast": "CI", "Cabo Verde": "CV",
             "Myanmar": "MM", "Palestine": "PS", "Hong Kong": "HK", "Macau": "MO", "Bosnia and Herzegovina": "BA",
             "Turkey": "TR", "Trinidad and Tobago": "TT", "Antigua and Barbuda": "AG", "Eswatini": "SZ",
             "São Tomé and Príncipe": "ST", "Saint Kitts and Nevis": "KN", "Saint Lucia": "LC",
             "Saint Vincent and the Grenadines": "VC", "Federated States of Micronesia": "FM",
             "North Macedonia": "MK", "Czechia": "CZ", "Scotland": "GB", "Wales": "GB", "Northern Ireland": "GB",
             "World": "", "European Union": "", "Åland": "AX", "Turks and Caicos Islands": "TC"}
SKIPPED = {"Abkhazia", "Artsakh", "Donetsk", "Luhansk", "Northern Cyprus", "Somaliland", "South Ossetia",
           "Transnistria", "Isle of Man", "Jersey", "Gibraltar", "Anguilla", "Montserrat", "Niue", "Guernsey",
           "Cayman Islands", "Turks and Caicos Islands", "British Virgin Islands", "Bermuda", "Åland", "Aruba",
           "Faroe Islands"}

def country_codes(downloads):
    names = downloads.npm("cldr-localenames-full", "main/en/territories.json")
    names = names["main"]["en"]["localeDisplayNames"]["territories"]
    codes = {name.replace("’", "'").replace("&", "and").replace("St.", "Saint"): code for code, name in names.items() if code in ISO}
    codes.update(TERRITORY)
    return codes


def make_offices(downloads, leaders):
    codes = country_codes(downloads)
    byhand = {fold(row["english"]): row for row in read("leader_names.tsv")}
    terms = collections.defaultdict(list)                # (kb, country, office) -> [(start, end)]
    people = {}
    unknown, used = set(), set()
    for row in leaders:
        territory = row["territory"]
        if territory in SKIPPED or (row["end"] and row["end"] < "1990"):
            continue
        if territory not in codes:
            unknown.add(territory)
            continue
        country = codes[territory]
        held = office(row["position"], country, territory)
        if not held or not (row["start"] or row["end"]) or re.search("[^\u0000-\u02ff\u0300-\u036f\u1e00-\u1eff‘’ʻʿ]", row["name"]):
            continue
        # The realms share the monarch; the file of the United Kingdom says it once.
        if held == "monarch" and row["name"] in ("Elizabeth II", "Charles III") and country != "GB":
            continue
        if held == "monarch" and (row["name"].startswith(("Elizabeth II", "Charles III"))):
            continue                                        # by hand, with their true dates
        terms[(row["wikidata"], country, held)].append((row["start"], row["end"]))
        people[row["wikidata"]] = (row["name"], row["gender"])
    if unknown:
        print("territories without a code:", ", ".join(sorted(unknown)))
    rows, index = [], collections.defaultdict(list)
    known = {}
    for (kb, country, held), spans in terms.items():
        english, gender = people[kb]
        used.add(fold(english))
        name, aliases = french_name(english, country, byhand)
        known.setdefault((fold(name), country), kb)
        merged = []
        for start, end in sorted(spans):
            if merged and (day_after(merged[-1][1], start) or not merged[-1][1]):
                merged[-1] = (merged[-1][0], later(merged[-1][1], end))
            else:
                merged.append((start, end))
        for start, end in merged:
            if end and start and end[:min(len(start), len(end))] < start[:min(len(start), len(end))]:
                continue
            # A minister still open after so many years is one whose end nobody entered.
            if not end and start < "2012" and held not in ("monarch", "head_of_state", "supreme_leader"):
                continue
            rows.append([kb, name, "|".join(aliases), country, held, gender[:1] if gender in ("male", "female") else "", start, end])
            index[(fold(name), country, held)].append(rows[-1])
    dropped = set()
    out = []
    for row in read("terms.tsv"):
        key = fold(row["name"])
        kb = known.get((key, row["country"]), "")
        if not kb and not row["country"]:                   # heads of organisations held office at home before
            kb = next((k for (n, _), k in sorted(known.items()) if n == key), "")
        for other in index[(key, row["country"], row["office"])]:
            if overlap((row["start"], row["end"]), (other[6], other[7])):
                dropped.add(id(other))
        out.append((kb or "term:" + slug(row["name"]), row["name"], "|".join(forms(row["name"], split(row["aliases"]))),
                    row["country"], row["office"], row["gender"], row["start"], row["end"]))
    close_open_terms([row for row in rows if id(row) not in dropped], out)
    out += [tuple(row) for row in rows if id(row) not in dropped]
    missing = sorted(row["english"] for key, row in byhand.items() if key not in used)
    print(f"names by hand without a term in leaders.tsv: {len(missing)}: {', '.join(missing)}")
    return out, known
