"""Who does it, as far as the parse shows: the subject or agent of a word, else of what it hangs on."""

import numpy as np

from dragoman.reading.coded import Coded, among
from dragoman.reading.keys import Indexes, code

STEPS = 4
UPWARD = ("conj", "xcomp", "advcl", "dobj", "pobj", "prep", "pcomp", "attr", "dative")
RELATIVES = ("who", "which", "that")
SUBJECT, AGENT, PREPOSITION, OBJECT = code("nsubj"), code("agent"), code("prep"), code("pobj")
RELATIVE, REDUCED, ACTING, BY = code("relcl"), code("acl"), code("VBG"), code("by")


def doers(coded: Coded) -> Indexes:
    """For each token the one that does what it tells, else -1.

    "Jets resumed their bombardment", "to keep shelling", "fired rockets and killed", "a raid by the army". Rougher
    than the frames of clauses, which would take too long for every candidate.
    """
    own = _own(coded)
    modifying = (coded.dep == RELATIVE) | ((coded.dep == REDUCED) & (coded.tag == ACTING))
    own = np.where((own < 0) & modifying, coded.head, own)
    upward = among(coded.dep, UPWARD)
    found, at, open_ = np.full(len(own), -1, dtype=np.intp), coded.index, np.ones(len(own), dtype=np.bool_)
    for _ in range(STEPS):
        mine = own[at]
        found = np.where(open_ & (mine >= 0), mine, found)
        open_ = open_ & (mine < 0) & upward[at]
        at = coded.head[at]
    return np.where(found == coded.index, -1, found)


def _own(coded: Coded) -> Indexes:
    """The subject of an active verb, the agent of a passive or a noun; a relative pronoun stands for its noun."""
    found = np.full(len(coded.index), -1, dtype=np.intp)
    below = coded.hanging
    dep, head = coded.dep[below], coded.head[below]
    subject = dep == SUBJECT
    agent = (dep == AGENT) | ((dep == PREPOSITION) & (coded.lower[below] == BY))
    relative = subject & among(coded.lower[below], RELATIVES) & (coded.dep[head] == RELATIVE)
    governed = coded.first_child(("pobj",))[below]
    doer = np.where(relative, coded.head[head], np.where(subject, below, governed))
    chosen = np.flatnonzero(subject | agent)[::-1]
    found[head[chosen]] = doer[chosen]
    return found
