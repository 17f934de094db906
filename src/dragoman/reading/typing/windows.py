"""The content words near a word as features of it.

Every text is full of them, so they are summed up for all words of a text at once.
"""

from collections.abc import Sequence

import numpy as np

from dragoman.reading.coded import Coded, among
from dragoman.reading.keys import Indexes, Keys, Templates
from dragoman.reading.network import Floats, Network

REACH = 10
CONTENT = ("VERB", "NOUN", "ADJ")
NEAR = Templates({"b": ("lemma",)})


def spans(at: Indexes, coded: Coded) -> tuple[Indexes, Indexes]:
    """The first token near each word and the one after the last: `REACH` before and after it, of its own sentence."""
    bounds = coded.words.spans[at]
    return np.maximum(bounds[:, 0], at - REACH), np.minimum(bounds[:, 1], at + REACH + 1)


def keys(coded: Coded) -> Keys:
    """For each word of a text the feature that those near it have, 0 where it is no content word."""
    return np.where(among(coded.pos, CONTENT), NEAR.keys({"lemma": coded.lemma})[0], np.uint64(0))


def lists(at: Indexes, coded: Coded) -> list[Keys]:
    """The features of each word, for those who learn from them."""
    each = keys(coded)
    runs = zip(at.tolist(), *(edge.tolist() for edge in spans(at, coded)), strict=True)
    near = (np.concatenate([each[start:index], each[index + 1 : end]]) for index, start, end in runs)
    return [found[found != 0] for found in near]


def sums(indexes: Sequence[int], coded: Coded, network: Network) -> Floats:
    """For each word what a network's embeddings of these features add up to."""
    at = np.array(indexes, dtype=np.intp)
    each = network.table[network.rows(keys(coded))]
    before = np.concatenate([np.zeros((1, each.shape[1])), np.cumsum(each, axis=0, dtype=np.float64)])
    starts, ends = spans(at, coded)
    return np.asarray(before[ends] - before[starts] - each[at], dtype=np.float32)
