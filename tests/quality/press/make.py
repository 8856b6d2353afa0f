#!/usr/bin/env python3
"""Makes gold records (press_dev.jsonl, press_test.jsonl) of the articles in dev.src and test.src beside this file.

    make.py [FOLDER]          writes into FOLDER, else into the working directory

The texts are ours, in the manner of agencies and newspapers; a language model wrote and annotated them by close reading,
without the program. Rules may be written with dev in view; of test only the scores are looked at.

A source holds articles, each a header, a text and annotation lines, all read by eye (no program was run on the texts):

    ## id | published
    text, until the line
    --
    E key | TYPE | full name | CC SECTOR | n: span ;; span | d: span ;; span | p: span ;; span
    T key | span | TYPE value | earliest..latest            (bounds may be left out: then read off the value)
    S key | kind act [neg] [hear] | cue | span ;; span | o: span @ent ;; s: … ;; r: … ;; c: … | in key | t key
    V TYPE/mode | trigger | span @ent CC SEC ;; … | targets | time | bounds | status

A span is a substring of the text that occurs exactly once. `left{span}right` marks a part of such a substring,
`span#2` the second occurrence, `span*` (mentions only) every whole-word occurrence that no earlier mention covers.
`-` is nothing. Bounds of events: `pub` (null..published, by publication), `none`, `A..B` (by text), `p:A..B` (by
publication), `t` (those of the time). `according_to` is computed: the statements whose content holds the trigger.
Everything that is not found, ambiguous, unresolved or illegal stops the program.
"""
import datetime
import json
import re
import sys
from pathlib import Path

TYPES = "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split()
MODES = set("""assist change yield meet fund settle visit third-party multilateral phone economic military humanitarian asylum judicial
withdraw release return disarm ceasefire access resign disapprove investigate allege veto restrict ban arrest relations expel
territory violence demo riot strike hunger boycott obstruct convict discontinue troops weapons police militia seize censor
martial-law deport withhold misinformation cyber beat torture execute sexual assassinate primitive firearms explosives
suicide-attack heavy-weapons crowd-control cleansing abduct targeted cooperate aid""".split())
SECTORS = set("GOV MIL COP SPY JUD LEG PTY OPP REB CRM CVL MED BUS LAB EDU HLH REL IGO NGO UNK".split())
ACTS = set("assert deny promise demand ask accuse threaten praise regret agree believe decline".split())
STATUS = set("happened ongoing future possible denied".split())
ROLES = {"o": "origin", "s": "spokes_for", "r": "relay", "c": "channel"}
COUNTRIES = set("""AE AF AL AM AO AR AT AU AZ BA BD BE BF BG BH BI BJ BR BW BY CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DO DZ
EC EE EG ER ES ET FI FR GA GB GE GH GM GN GQ GR GT GW HK HN HR HT HU ID IE IL IN IQ IR IS IT JO JP KE KG KH KP KR KW KZ LA LB LK LR LT LU
LV LY MA MD ME MG MK ML MM MR MX MY MZ NA NE NG NI NL NO NP NZ OM PA PE PH PK PL PS PT PY QA RO RS RU RW SA SD SE SG SI SK SL SN SO SS
SV SY TD TG TH TJ TM TN TR TW TZ UA UG US UY UZ VA VE VN XK YE ZA ZM ZW""".split())
DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()


class Fault(Exception):
    pass


def places(text, part):
    """Where the part stands, no word cut at its edges."""
    left = r"(?<!\w)" if part[0].isalnum() else ""
    right = r"(?!\w)" if part[-1].isalnum() else ""
    return [m.start() for m in re.finditer(f"(?={left}{re.escape(part)}{right})", text)]


def find(text, spec):
    """The one place that the spec names."""
    spec = spec.strip()
    number = re.search(r"#(\d+)$", spec)
    if number:
        part, n = spec[:number.start()], int(number.group(1))
        at = places(text, part)
        if not 1 <= n <= len(at):
            raise Fault(f"{spec!r}: {len(at)} occurrences")
        return at[n - 1], at[n - 1] + len(part)
    m = re.fullmatch(r"(.*)\{(.+)\}(.*)", spec, re.S)
    left, part, right = m.groups() if m else ("", spec, "")
    at = places(text, left + part + right)
    if len(at) != 1:
        raise Fault(f"{spec!r}: {len(at)} occurrences")
    start = at[0] + len(left)
    return start, start + len(part)


def span(text, spec):
    a, b = find(text, spec)
    if text[a:b] != text[a:b].strip():
        raise Fault(f"{spec!r}: white space at the edge")
    if (a and text[a - 1].isalnum() and text[a].isalnum()) or (b < len(text) and text[b].isalnum() and text[b - 1].isalnum()):
        raise Fault(f"{spec!r}: cuts a word")
    return {"start": a, "end": b}


def items(field):
    field = field.strip()
    return [] if field in ("", "-") else [x.strip() for x in field.split(" ;; ")]


def day(s):
    return datetime.date.fromisoformat(s)


def read_bounds(value):
    """First and last day of a TIMEX3 date value."""
    v = re.sub(r"T(\d\d.*|MO|AF|EV|NI|MI|DT)$", "", value)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", v):
        return v, v
    if re.fullmatch(r"\d{4}-\d\d", v):
        y, m = map(int, v.split("-"))
        last = datetime.date(y + m // 12, m % 12 + 1, 1) - datetime.timedelta(1)
        return v + "-01", last.isoformat()
    if re.fullmatch(r"\d{4}", v):
        return v + "-01-01", v + "-12-31"
    if m := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", v):
        y, w = int(m[1]), int(m[2])
        return (datetime.date.fromisocalendar(y, w, 6 if m[3] else 1).isoformat(), datetime.date.fromisocalendar(y, w, 7).isoformat())
    raise Fault(f"{value!r}: bounds cannot be read off")


def explicit(bounds):
    a, b = bounds.split("..")
    for x in (a, b):
        if x:
            day(x)
    if a and b and a > b:
        raise Fault(f"{bounds}: last before first")
    return a or None, b or None


class Article:
    def __init__(self, head, text, lines):
        key, published = [x.strip() for x in head.split("|")]
        a, b = read_bounds(published)
        self.text = text
        self.published = b
        self.record = {"article": {"id": key, "source": "composed", "lang": "fr",
                                   "published": {"value": published, "earliest": a, "latest": b},
                                   "origin": "composed for Greffier; the persons and the deeds are invented"},
                       "text": text, "entities": [], "times": [], "statements": [], "events": []}
        self.ids = {}
        self.taken = []
        for order in "ETSV":
            for line in lines:
                if line[0] == order:
                    try:
                        getattr(self, order)([x.strip() for x in line[2:].split(" | ")])
                    except (Fault, ValueError, KeyError, IndexError) as fault:
                        raise Fault(f"{key}: {line!r}\n    {type(fault).__name__}: {fault}")
        self.finish()

    def new(self, letter, key, kind):
        if key in self.ids:
            raise Fault(f"{key} twice")
        self.ids[key] = f"{letter}{len(self.record[kind]) + 1}"
        return self.ids[key]

    def id(self, key, letter):
        if not self.ids[key].startswith(letter):
            raise Fault(f"{key} is no {letter}")
        return self.ids[key]

    def mention(self, spec):
        if spec.endswith("*"):
            part = spec[:-1]
            found = [(m.start(), m.end()) for m in re.finditer(r"(?<!\w)" + re.escape(part) + r"(?!\w)", self.text)]
            found = [(a, b) for a, b in found if not any(x <= a and b <= y for x, y in self.taken)]
            if not found:
                raise Fault(f"{spec!r}: none left")
        else:
            s = span(self.text, spec)
            found = [(s["start"], s["end"])]
        for f in found:
            if f in self.taken:
                raise Fault(f"{spec!r}: mentioned twice")
        self.taken += found
        return found

    def E(self, f):
        key, kind, name, where, *groups = f
        if kind not in ("PER", "ORG", "LOC", "MISC"):
            raise Fault(kind)
        country, sector = [None if x == "-" else x for x in where.split()]
        legal(country, sector)
        kinds = {"n": "name", "d": "nominal", "p": "pronoun"}
        mentions = []
        for g in groups:
            for spec in items(g[2:]):
                mentions += [{"start": a, "end": b, "kind": kinds[g[0]]} for a, b in self.mention(spec)]
        if not any(m["kind"] == "name" for m in mentions):
            raise Fault("no name")
        mentions.sort(key=lambda m: m["start"])
        self.record["entities"].append({"id": self.new("e", key, "entities"), "type": kind, "name": name, "country": country,
                                        "sector": sector, "mentions": mentions})

    def T(self, f):
        key, where, value, *bounds = f
        kind, value = value.split(" ", 1)
        if kind not in ("DATE", "TIME", "DURATION", "SET"):
            raise Fault(kind)
        s = span(self.text, where)
        a = b = None
        if kind in ("DATE", "TIME"):
            a, b = explicit(bounds[0]) if bounds else read_bounds(value)
        words = self.text[s["start"]:s["end"]].lower()
        named = [d for d in DAYS if re.search(r"\b" + d, words)]
        if named and a and a == b and DAYS[day(a).weekday()] not in named:
            raise Fault(f"{a} is a {DAYS[day(a).weekday()]}")
        named = [m for m in MONTHS if re.search(r"\b" + m + r"\b", words)]
        if named and a and MONTHS[day(a).month - 1] not in named and MONTHS[day(b).month - 1] not in named:
            raise Fault(f"{a} is not in {named}")
        self.record["times"].append({"id": self.new("t", key, "times"), **s, "type": kind, "value": value, "earliest": a, "latest": b})

    def S(self, f):
        key, how, cue, content, chain, *rest = f
        kind, act, *flags = how.split()
        if kind not in ("direct", "indirect", "mixed") or act not in ACTS or set(flags) - {"neg", "hear"}:
            raise Fault(how)
        hops = []
        for hop in items(chain):
            role, where, entity = re.fullmatch(r"([osrc]): (.+?)(?: @(\w+))?", hop).groups()
            hops.append({"role": ROLES[role], **span(self.text, where), "entity": self.id(entity, "e") if entity else None})
        s = {"id": self.new("s", key, "statements"), "kind": kind, "act": act, "polarity": "negative" if "neg" in flags else "positive",
             "hearsay": "hear" in flags, "cue": None if cue == "-" else span(self.text, cue),
             "content": [span(self.text, c) for c in items(content)], "chain": hops, "inside": None, "time": None}
        if not s["content"]:
            raise Fault("no content")
        for r in rest:
            word, other = r.split()
            if word == "in":
                s["inside"] = other
            elif word == "t":
                s["time"] = self.id(other, "t")
            else:
                raise Fault(r)
        self.record["statements"].append(s)

    def side(self, field):
        out = []
        for item in items(field):
            where, entity, country, sector = re.fullmatch(r"(.+?)(?: @(\w+))?(?: ([A-Z]{2}|-) ([A-Z]{3}|-))?", item).groups()
            known = None
            if entity:
                known = next(e for e in self.record["entities"] if e["id"] == self.id(entity, "e"))
            if country is None:
                if not known:
                    raise Fault(f"{item!r}: neither entity nor country and sector")
                country, sector = known["country"], known["sector"]
            else:
                country, sector = [None if x == "-" else x for x in (country, sector)]
            legal(country, sector)
            out.append({**span(self.text, where), "entity": known["id"] if known else None, "country": country, "sector": sector})
        return out

    def V(self, f):
        what, trigger, actors, targets, time, bounds, status = f
        kind, _, mode = what.partition("/")
        if kind not in TYPES or (mode and mode not in MODES) or status not in STATUS:
            raise Fault(f"{what} {status}")
        t = None if time == "-" else next(x for x in self.record["times"] if x["id"] == self.id(time, "t"))
        if bounds == "pub":
            a, b, by = None, self.published, "publication"
        elif bounds == "none":
            a = b = by = None
        elif bounds == "t":
            a, b, by = t["earliest"], t["latest"], "text"
            if not a:
                raise Fault("the time has no bounds")
        elif bounds.startswith("p:"):
            (a, b), by = explicit(bounds[2:]), "publication"
        else:
            (a, b), by = explicit(bounds), "text"
        if status in ("happened", "ongoing") and (not b or b > self.published):
            raise Fault(f"{status} after publication or without a last day")
        s = span(self.text, trigger)
        according = [x["id"] for x in self.record["statements"]
                     if any(c["start"] <= s["start"] and s["end"] <= c["end"] for c in x["content"])]
        self.record["events"].append({"id": f"v{len(self.record['events']) + 1}", "type": kind, "mode": mode or None, "cameo": None,
                                      "trigger": s, "actors": self.side(actors), "targets": self.side(targets),
                                      "time": t["id"] if t else None, "earliest": a, "latest": b, "dated_by": by, "place": None,
                                      "status": status, "according_to": according})

    def finish(self):
        statements = {s["id"]: s for s in self.record["statements"]}
        for s in statements.values():
            if s["inside"]:
                s["inside"] = self.id(s["inside"], "s")
                outer = statements[s["inside"]]
                if not all(any(o["start"] <= c["start"] and c["end"] <= o["end"] for o in outer["content"]) for c in s["content"]):
                    raise Fault(f"{self.record['article']['id']}: {s['id']} is not inside {outer['id']}")
            elif s["cue"]:
                holders = [o["id"] for o in statements.values() if o is not s
                           and any(c["start"] <= s["cue"]["start"] and s["cue"]["end"] <= c["end"] for c in o["content"])]
                if holders:
                    raise Fault(f"{self.record['article']['id']}: {s['id']} lies in {holders} but says no `in`")
        self.record["times"].sort(key=lambda t: t["start"])


def legal(country, sector):
    if country is not None and country not in COUNTRIES:
        raise Fault(f"country {country}")
    if sector is not None and sector not in SECTORS:
        raise Fault(f"sector {sector}")


def read(path):
    head, body = None, []
    for line in path.read_text(encoding="utf-8").split("\n") + ["## end |"]:
        if line.startswith("## "):
            if head:
                cut = body.index("--")
                yield Article(head, "\n".join(body[:cut]).strip("\n"), [x for x in body[cut + 1:] if x.strip() and x[0] != "#"]).record
            head, body = line[3:], []
        else:
            body.append(line)


def check(r):
    """The file as written once more, apart from how it was made."""
    text, n = r["text"], len(r["text"])
    ids = [x["id"] for k in ("entities", "times", "statements", "events") for x in r[k]]
    assert len(ids) == len(set(ids))
    spans = [m for e in r["entities"] for m in e["mentions"]] + r["times"]
    spans += [x for s in r["statements"] for x in s["content"] + s["chain"] + [s["cue"]] if x]
    spans += [x for v in r["events"] for x in v["actors"] + v["targets"] + [v["trigger"]]]
    assert all(0 <= x["start"] < x["end"] <= n and text[x["start"]:x["end"]].strip() == text[x["start"]:x["end"]] for x in spans)
    refs = [x["entity"] for s in r["statements"] for x in s["chain"]] + [x["entity"] for v in r["events"] for x in v["actors"] + v["targets"]]
    refs += [x[k] for x in r["statements"] for k in ("inside", "time")] + [v["time"] for v in r["events"]]
    assert all(x in ids for x in refs if x)
    words = len(text.split())
    if not 130 <= words <= 320:
        print(f"{r['article']['id']}: {words} words", file=sys.stderr)


def records_of(source):
    """The gold records of one source file, checked."""
    try:
        records = list(read(source))
    except Fault as fault:
        sys.exit(f"make: {fault}")
    for record in records:
        check(record)
    return records


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path()
    for part in ("dev", "test"):
        records = records_of(Path(__file__).parent / f"{part}.src")
        (folder / f"press_{part}.jsonl").write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8")
        print(part, *(f"{k} {sum(len(r[k]) for r in records)}" for k in ("statements", "events", "times", "entities")),
              "articles", len(records), "types", len({v["type"] for r in records for v in r["events"]}))


if __name__ == "__main__":
    main()
