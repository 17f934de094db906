"""The way through the parse from a word up and down to a trigger, as one code."""

import numpy as np

from dragoman.reading.coded import STEP, Coded
from dragoman.reading.keys import Indexes, Keys, Templates, codes, numbers

LONGEST = 8
WAY, LONG, APART = codes(["way", "long", "apart"])
UP, DOWN = np.uint64(0xE7037ED1A0B428DB), np.uint64(0x8EBC6AF09C88C6E3)
"""Odd numbers, as in `keys`: of what is climbed and of what is gone down."""
ELSEWHERE = Templates({"back": ("sentences", "dep")})


def ways(at: Indexes, trigger: Indexes, back: Indexes, coded: Coded) -> Keys:
    """For each word the way to its trigger: relations up to where both meet, and down from there; in another sentence
    (`back` of them away, 0 for none) only how far and the word's function."""
    meeting = meetings(at, np.where(back == 0, trigger, at), coded)
    depth = coded.depths
    climbed, descended = depth[at] - depth[meeting], depth[trigger] - depth[meeting]
    up, down = (at, meeting, climbed), (trigger, meeting, descended)
    found = WAY + _run(coded.relations_above, *up) * UP + _run(coded.functions_above, *down) * DOWN
    found = np.where(meeting < 0, APART, np.where(climbed + descended > LONGEST, LONG, found))
    elsewhere = ELSEWHERE.keys({"sentences": numbers(back), "dep": coded.dep[at]})[0]
    return np.asarray(np.where(back == 0, found, elsewhere), dtype=np.uint64)


def meetings(at: Indexes, other: Indexes, coded: Coded) -> Indexes:
    """The lowest word that is above each of two words or one of them, -1 where they hang together nowhere."""
    depth = coded.depths
    while True:
        apart = at != other
        low, high = apart & (depth[at] >= depth[other]), apart & (depth[other] >= depth[at])
        above, beyond = np.where(low, coded.head[at], at), np.where(high, coded.head[other], other)
        if (above == at).all() and (beyond == other).all():
            return np.where(apart, -1, at)
        at, other = above, beyond


def _run(sums: Keys, low: Indexes, high: Indexes, steps: Indexes) -> Keys:
    """The steps from a word up to below one above it, as one number."""
    return np.asarray(sums[low] - sums[high] * STEP ** steps.astype(np.uint64), dtype=np.uint64)
