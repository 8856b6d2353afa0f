"""Terms of office in time: what joins, overlaps, ends."""
import collections
from datetime import date

from make_knowledge.sources import read


def day_after(a, b):
    """Whether b begins where a ends, to within a few days (as far as both say)."""
    if not a or not b:
        return False
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
