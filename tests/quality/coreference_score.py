#!/usr/bin/env python3
"""MUC, B³ and CEAF-e: how far the chains of a system agree with gold chains. Standard library only.

A chain is a set of mentions, a mention any value that can be compared. Figures are summed over documents (micro).
MUC (Vilain et al. 1995) counts links: a chain of n mentions that the other side splits into p parts has n - p right ones.
B³ (Bagga and Baldwin 1998) counts for each mention the part of its chain that the other side has in one chain with it.
CEAF-e (Luo 2005) pairs chains one to one so that the sum of 2|A∩B| / (|A|+|B|) is greatest.
Tested in tests/quality/coreference_score_test.py.
"""


class Count:
    """Numerator and denominator of precision and recall."""

    def __init__(self):
        self.right_r = self.gold = self.right_p = self.system = 0.0

    def add(self, right_r, gold, right_p, system):
        self.right_r += right_r
        self.gold += gold
        self.right_p += right_p
        self.system += system

    def figures(self):
        """Precision, recall, F1."""
        p = self.right_p / self.system if self.system else 0.0
        r = self.right_r / self.gold if self.gold else 0.0
        return p, r, 2 * p * r / (p + r) if p + r else 0.0


def chain_of(chains):
    return {mention: number for number, chain in enumerate(chains) for mention in chain}


def muc_side(chains, others):
    of = chain_of(others)
    right = total = 0
    for chain in chains:
        parts = {of[m] for m in chain if m in of}
        alone = sum(m not in of for m in chain)
        right += len(chain) - len(parts) - alone
        total += len(chain) - 1
    return right, total


def muc(gold, system):
    return (*muc_side(gold, system), *muc_side(system, gold))


def b_cubed_side(chains, others):
    of = chain_of(others)
    right = 0.0
    for chain in chains:
        for mention in chain:
            other = others[of[mention]] if mention in of else ()
            right += len(chain & set(other)) / len(chain)
    return right, sum(len(chain) for chain in chains)


def b_cubed(gold, system):
    return (*b_cubed_side(gold, system), *b_cubed_side(system, gold))


def likeness(a, b):
    return 2 * len(a & b) / (len(a) + len(b))


def best_pairs(rows):
    """The greatest sum of one value from each row, no column twice (Kuhn and Munkres, with potentials); rows <= columns."""
    n, m = len(rows), len(rows[0]) if rows else 0
    row_potential, column_potential = [0.0] * (n + 1), [0.0] * (m + 1)
    row_of, before = [0] * (m + 1), [0] * (m + 1)
    for i in range(1, n + 1):
        row_of[0], column = i, 0
        least, seen = [float("inf")] * (m + 1), [False] * (m + 1)
        while row_of[column]:
            seen[column] = True
            row, step, following = row_of[column], float("inf"), 0
            for j in range(1, m + 1):
                if seen[j]:
                    continue
                cost = -rows[row - 1][j - 1] - row_potential[row] - column_potential[j]
                if cost < least[j]:
                    least[j], before[j] = cost, column
                if least[j] < step:
                    step, following = least[j], j
            for j in range(m + 1):
                if seen[j]:
                    row_potential[row_of[j]] += step
                    column_potential[j] -= step
                else:
                    least[j] -= step
            column = following
        while column:
            row_of[column] = row_of[before[column]]
            column = before[column]
    return sum(rows[row_of[j] - 1][j - 1] for j in range(1, m + 1) if row_of[j])


def ceaf_e(gold, system):
    if not gold or not system:
        return 0.0, len(gold), 0.0, len(system)
    few, many = sorted((gold, system), key=len)
    right = best_pairs([[likeness(a, b) for b in many] for a in few])
    return right, len(gold), right, len(system)


MEASURES = {"MUC": muc, "B³": b_cubed, "CEAF-e": ceaf_e}


def score(documents):
    """Figures by name over pairs of (gold chains, system chains); chains of one mention are left out on both sides."""
    counts = {name: Count() for name in MEASURES}
    for gold, system in documents:
        gold, system = ([set(c) for c in side if len(c) > 1] for side in (gold, system))
        for name, measure in MEASURES.items():
            counts[name].add(*measure(gold, system))
    return {name: count.figures() for name, count in counts.items()}
