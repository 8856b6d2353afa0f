#!/usr/bin/env python3
"""Cases worked by hand for coreference_score.py."""
import itertools
import random
import unittest

from coreference_score import b_cubed, best_pairs, ceaf_e, muc, score


def chains(*words):
    return [set(word) for word in words]


class Cases(unittest.TestCase):
    # Gold abc, defg; system ab, cd, fgh.
    gold, system = chains("abc", "defg"), chains("ab", "cd", "fgh")

    def test_muc(self):
        # abc falls into ab | c: 3 - 2 = 1 of 2. defg into d | e | fg: 4 - 3 = 1 of 3.
        # ab is whole: 1 of 1. cd falls into c | d: 0 of 1. fgh into fg | h: 1 of 2.
        self.assertEqual(muc(self.gold, self.system), (2, 5, 2, 4))

    def test_b_cubed(self):
        # Recall: a, b 2/3 each, c 1/3; d 1/4, e 0, f, g 2/4 each: 5/3 + 5/4 of 7.
        # Precision: a, b 2/2 each; c, d 1/2 each; f, g 2/3 each, h 0: 3 + 4/3 of 7.
        right_r, gold, right_p, system = b_cubed(self.gold, self.system)
        self.assertAlmostEqual(right_r, 5 / 3 + 5 / 4)
        self.assertAlmostEqual(right_p, 3 + 4 / 3)
        self.assertEqual((gold, system), (7, 7))

    def test_ceaf_e(self):
        # abc with ab: 2·2/5; defg with fgh: 2·2/7; cd stays alone.
        right_r, gold, right_p, system = ceaf_e(self.gold, self.system)
        self.assertAlmostEqual(right_r, 4 / 5 + 4 / 7)
        self.assertEqual((right_r, gold, system), (right_p, 2, 3))

    def test_all_right(self):
        for figures in score([(self.gold, self.gold)]).values():
            for figure in figures:
                self.assertAlmostEqual(figure, 1)

    def test_nothing_found(self):
        for figures in score([(self.gold, [])]).values():
            self.assertEqual(figures, (0, 0, 0))

    def test_single_mentions_do_not_count(self):
        self.assertEqual(score([(self.gold + chains("x"), self.gold)]), score([(self.gold, self.gold)]))

    def test_pairs_are_the_best_there_are(self):
        draw = random.Random(1)
        for _ in range(200):
            n = draw.randint(1, 5)
            m = draw.randint(n, 6)
            rows = [[draw.choice([0, 0, 0.25, 0.5, 1]) for _ in range(m)] for _ in range(n)]
            best = max(sum(rows[i][j] for i, j in enumerate(columns)) for columns in itertools.permutations(range(m), n))
            self.assertAlmostEqual(best_pairs(rows), best)


if __name__ == "__main__":
    unittest.main()
