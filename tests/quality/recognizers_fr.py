#!/usr/bin/env python3
"""Agreement with Microsoft's Recognizers-Text on French dates and times (shared/data/time/recognizers-fr).

    recognizers_fr.py GREFFIER DATA [--misses N] [--all]

Each expected result of each case of the *Parser.json files and of DateTimeModel.json is one item. An item is resolved as
there when Greffier finds an expression that overlaps it and has the same value: the same TIMEX, or, where the TIMEX leaves
the year or week open, the day of its past or future resolution. ":00" at the end of an hour is not counted.

Left out, by a rule for each, because TIMEX3 or news has no such thing:
  unsupported  marked NotSupported there: the text is a translation from English that nobody has checked
  range        a TIMEX of three parts (begin, end, length): TIMEX3 writes two expressions
  clock-12     English clock times: am, pm, a.m., p.m.
  vague        "some" and the like, for which Recognizers invents a number; before, after, since as part of the value
  zone         time zones by themselves
  chat         spoken answers in an appointment: a clock time without "h", "heure", ":", noon or midnight ("à 7", "sept
               trente", "8 du soir"), the last second of a day for "fin de", the middle of a morning as an hour
  now          "maintenant", "dès que possible": no times here
  spelling     a word of time without its accents, or glued to its number: print has them
  grammar      no French: English word order ("Oct. 2"), wrong gender ("cette septembre"), missing articles
  american     month before day in figures, and days of the United States' and China's calendars
  adjective    sets by adjective or adverb ("hebdomadaire")
--all counts the unsupported ones too. Exit status 0.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import tempfile

DEFAULT_NOW = "2016-11-07T00:00:00"


def items(data):
    """(file, input, now, result) for every expected result that carries a TIMEX."""
    for path in sorted(pathlib.Path(data).glob("*.json")):
        if not (path.stem.endswith("Parser") or path.stem == "DateTimeModel"):
            continue
        for case in json.loads(path.read_text(encoding="utf-8-sig")):
            now = (case.get("Context") or {}).get("ReferenceDateTime", DEFAULT_NOW)
            for result in case.get("Results", []):
                yield path.stem, case, now, result


def answers(result):
    """The TIMEX and the days that the result allows."""
    value = result.get("Value") or {}
    values = value.get("values") or (result.get("Resolution") or {}).get("values") or []
    timex = value.get("Timex") or (values[0].get("timex") if values else None)
    found = {timex}
    for side in ("FutureResolution", "PastResolution"):
        found.update(as_value(x) for x in (value.get(side) or {}).values())
    for v in values:
        found.add(v.get("timex"))
        if v.get("value"):
            found.add(as_value(v["value"]))
    mod = value.get("Mod") or (values[0].get("Mod") if values else None)
    return timex, {x for x in found if x}, mod


def as_value(text):
    text = str(text).replace(" ", "T")
    return re.sub(r":00$", "", text) if text.count(":") == 2 else text


MONTHS = r"(janvier|février|mars|avril|mai|juin|juillet|a[oû]ut|septembre|octobre|novembre|décembre|jan|oct)"
SPELLING = (r"\b(fevrier|decembre|derniere|soiree|matinee|journee|annee|apres|tot|debut|noel|fete|peres|meres|reveillon|deuxieme|pres|"
            r"quel ques|hrs?|semaine (prochain|dernier)|thanks giving)\b|\d(an|jour|heure|min|sec)s?\b|\d-(min|minutes)\b")
GRAMMAR = (rf"^{MONTHS}\W*\d{{1,2}}$|^{MONTHS}\W*\d{{1,2}}\W|^a[oû]ut (seconde|deuxième)|seconde de|mai vingt|"
           rf"\bcette (matin|été|dimanche|{MONTHS})|\bprochaine? {MONTHS}|\b(de la|la) matin|\bce l'|\btard|\btôt|"
           r"\b(fin|début) (matin|soirée|nuit|demain)|\b(le|ce) (nuit|soirée|fin)|nuit (mardi|lendemain)|\bdu soirée|toute le|"
           r"\bsur (la|le)? ?\d|\bsur \w+ (prochain|dernier)|^prochaine |(et demie?) (heures?|après)|^demi |dans le matin|de soirée|du matinée|"
           r"^été$|en 15|sur noël|peu près|\bde matin|^ matin$|^matin$|dans la nuit$|\d{2} \d{2} \d{2,4}$|,\d{2,4}$|\w\.\d\d$|^chaque +\d|^lundis$|^dimanches$|dimanche la semaine|vendredi la semaine|^(ven|lendemain)|en 5 heures|d'après-midi")
AMERICAN = r"^(29|30)/2$|thanks ?giving|yuandan|action de grace|fête d|fete d|02/22|9-18|23-2020|sep/"
ADJECTIVE = r"hebdomadaire|quotidien|annuel|mensuel|journellement"


def left_out(case, result, timex, mod, everything):
    text = (result.get("Text") or "").lower().strip()
    if not everything and any(str(case.get(k) or "").strip() for k in ("NotSupported", "NotSupportedByDesign")):
        return "unsupported"
    if not timex or "TimeZone" in json.dumps(result):
        return "zone"
    if timex.startswith("("):
        return "range"
    if re.search(r"\d ?[ap]\.? ?m\b|\b[ap]\.? ?m\b\.?|oclock|o'clock", text):
        return "clock-12"
    if mod in ("before", "after", "since", "until", "less", "more") or re.search(r"quelques|plusieurs|certain|couple|peu de|poignée", text):
        return "vague"
    if timex in ("PRESENT_REF", "FUTURE_REF", "PAST_REF"):
        return "now"
    spoken = re.search(r"T\d\d", timex) and not re.search(r"\d ?h|heure|:|midi$|minuit", text)
    if spoken or timex.endswith("T23:59:59") or (text.startswith("milieu") and re.match(r"T\d", timex)):
        return "chat"
    for name, pattern in (("american", AMERICAN), ("spelling", SPELLING), ("grammar", GRAMMAR), ("adjective", ADJECTIVE)):
        if re.search(pattern, text):
            return name
    return None


def plain(value):
    return re.sub(r"(T\d\d):00(:00)?$", r"\1", value or "")


def agrees(value, timex, allowed):
    value = plain(value)
    allowed = {plain(a) for a in allowed}
    # A time of the day by itself: only the hour is there to compare.
    if timex.startswith("T"):
        return "T" in value and value[value.index("T"):] == plain(timex)
    if "XXXX" in timex and "T" in timex and "T" in value:
        days = {a[:10] for a in allowed if re.match(r"\d{4}-\d\d-\d\d", a)}
        return value[:10] in days and value[value.index("T"):] == plain(timex[timex.index("T"):])
    return value in allowed


def read(program, rows):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for number, (_, case, now, _) in enumerate(rows):
            file.write(json.dumps({"id": str(number), "date": now[:10], "text": case["Input"], "lang": "fr"}, ensure_ascii=False) + "\n")
        file.flush()
        out = subprocess.run([program, "read", file.name, "--until", "day", "--quiet"], capture_output=True, text=True, check=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def measure(program, data, everything=False):
    """(table by file: right, counted, left out by rule; misses)"""
    rows = list(items(data))
    table = collections.defaultdict(collections.Counter)
    misses = []
    for (kind, case, _, result), record in zip(rows, read(program, rows)):
        timex, allowed, mod = answers(result)
        why = left_out(case, result, timex, mod, everything)
        if why:
            table[kind][why] += 1
            continue
        begin = result.get("Start", 0)
        end = begin + result["Length"] if "Length" in result else result.get("End", begin) + 1
        found = [t for t in record["times"] if t["start"] < end and begin < t["end"]]
        right = any(agrees(t["value"], timex, allowed) for t in found)
        table[kind]["counted"] += 1
        table[kind]["right"] += right
        if not right:
            misses.append((kind, case["Input"], result.get("Text"), sorted(allowed), [(record["text"][t["start"]:t["end"]], t["value"]) for t in found]))
    return table, misses


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("greffier")
    args.add_argument("data")
    args.add_argument("--misses", type=int, default=0, metavar="N")
    args.add_argument("--all", action="store_true")
    opt = args.parse_args()
    table, misses = measure(opt.greffier, opt.data, opt.all)
    total = collections.Counter()
    for kind, row in sorted(table.items()):
        total.update(row)
        print(line(kind, row))
    print(line("all", total))
    for kind, text, part, allowed, found in misses[:opt.misses]:
        print(f"{kind}: {text!r} [{part}] expected {allowed}, found {found}")


def line(kind, row):
    rest = ", ".join(f"{k} {v}" for k, v in sorted(row.items()) if k not in ("counted", "right"))
    share = row["right"] / row["counted"] if row["counted"] else 0
    return f"{kind:20}{row['right']:5} of {row['counted']:5}  {share:.3f}   left out: {rest or 'none'}"


if __name__ == "__main__":
    main()
