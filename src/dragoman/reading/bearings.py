"""How a trigger and a word near it lie to each other: in the line of words, and in the parse."""

import numpy as np

from dragoman.reading.coded import Coded
from dragoman.reading.keys import Indexes, Keys, code, numbers, truths
from dragoman.reading.pairs import Pairs
from dragoman.reading.ways import meetings

STRIDE, FURTHEST, MOST, LONGEST, HIGHEST, UNREACHED = 4, 6, 3, 8, 4, 99
PREPOSITION = code("prep")
NO_WORD = np.uint64(code("-"))


def line(pairs: Pairs) -> dict[str, Keys]:
    """How trigger and word lie in the line of words."""
    low, high = np.minimum(pairs.at, pairs.trigger), np.maximum(pairs.at, pairs.trigger)
    others, coded = np.sort(pairs.triggers), pairs.coded
    between = np.searchsorted(others, high) - np.searchsorted(others, low, side="right")
    return {
        "side": pairs.within(truths(pairs.at > pairs.trigger)),
        "far": numbers(np.minimum(FURTHEST, (high - low) // STRIDE)),
        "between": numbers(np.clip(between, 0, 2)),
        "verbs": pairs.within(numbers(np.minimum(MOST, _passed(coded.verbs_before, low, high)))),
        "commas": numbers(np.minimum(MOST, _passed(coded.commas_before, low, high))),
    }


def _passed(before: Indexes, low: Indexes, high: Indexes) -> Indexes:
    """How many of some words lie between two, by how many of them stand before each word."""
    return np.asarray(np.maximum(0, before[high] - before[low + 1]), dtype=np.intp)


def ranks(pairs: Pairs, group: Indexes) -> Keys:
    """How many words near the same trigger and of the same group are nearer to it, two at most."""
    order = np.lexsort((np.abs(pairs.at - pairs.trigger), group, pairs.owner))
    key = pairs.owner[order] * (group.max(initial=0) + 1) + group[order]
    places = np.empty(len(order), dtype=np.intp)
    places[order] = np.arange(len(order)) - np.searchsorted(key, key)
    return numbers(np.minimum(2, places))


def parsed(pairs: Pairs) -> dict[str, Keys]:
    """How they hang together in the parse."""
    coded, at, trigger = pairs.coded, pairs.at, pairs.trigger
    meeting = meetings(at, np.where(pairs.same, trigger, at), coded)
    depth, borders = coded.depths, coded.borders
    climbed, descended = depth[trigger] - depth[meeting], depth[at] - depth[meeting]
    crossed = borders[at] + borders[trigger] - 2 * borders[meeting]
    return {
        "length": pairs.within(numbers(np.clip(climbed + descended, 0, LONGEST))),
        "climbed": pairs.within(numbers(np.clip(climbed, 0, HIGHEST))),
        "descended": pairs.within(numbers(np.clip(descended, 0, HIGHEST))),
        "borders": pairs.within(numbers(np.clip(crossed, 0, 2))),
        "outer": pairs.within(_outer(at, meeting, coded)),
        "under": truths(meeting == trigger),
        **_rivals(pairs, climbed + descended),
    }


def _outer(at: Indexes, meeting: Indexes, coded: Coded) -> Keys:
    """The first preposition on the way down from where the way turns ("to" in "fled to a camp in X")."""
    found, token = np.full(len(at), NO_WORD), at
    below = (meeting >= 0) & (token != meeting)
    while below.any():
        found = np.where(below & (coded.dep[token] == PREPOSITION), coded.lower[token], found)
        token = np.where(below, coded.head[token], token)
        below = below & (token != meeting)
    return found


def _rivals(pairs: Pairs, length: Indexes) -> dict[str, Keys]:
    """Whether another trigger of the sentence stands nearer to the word in the parse, and the type of the nearest."""
    shortest = np.where(pairs.same, length, UNREACHED)
    order = np.lexsort((shortest, pairs.at))
    at, first = pairs.at[order], np.searchsorted(pairs.at[order], pairs.at)
    second = np.minimum(first + 1, len(at) - 1)
    mine = order[first] == np.arange(len(at))
    rival = order[np.where(mine, second, first)]
    alone = (pairs.at[rival] != pairs.at) | ~pairs.same[rival] | (pairs.trigger[rival] == pairs.trigger)
    other = np.where(alone, UNREACHED, shortest[rival])
    return {
        "nearness": pairs.within(numbers(np.sign(other - shortest))),
        "rival": np.where(alone, NO_WORD, pairs.types[rival]),
    }
