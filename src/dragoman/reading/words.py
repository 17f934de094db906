"""The words of a parsed text as plain lists, read from the parse once.

spaCy makes a new token object and a new string at every look; features look at the same words again and again.
"""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_TYPE, HEAD, LEMMA, LOWER, ORTH, POS, TAG
from spacy.strings import StringStore
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

NOUNS = {"NOUN", "PROPN", "PRON"}
COUNTED = {"nsubj", "dobj", "nsubjpass", "pobj", "conj"}
STEMS = {"NOUN", "PROPN", "ADJ"}
HYPHENS = (["-"], ["‑"], ["–"])
NO_FILLER = {"npadvmod", "det", "expl"}
NOBODY = {"neither", "nobody", "none", "nothing"}
NO_ENTITY = {"DATE", "TIME", "MONEY", "PERCENT"}


class Sentence(NamedTuple):
    """A sentence by its first token and the one after its last."""

    start: int
    end: int


class Word:
    """A token as a plain object: what spaCy's tokens tell under the same names, for steps that look at it many times.

    `doc` are all words of the text.
    """

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "ent_type_",
        "head",
        "i",
        "lemma_",
        "lower_",
        "pos_",
        "sent",
        "tag_",
        "text",
    )

    head: "Word"
    children: list["Word"]
    sent: Sentence

    def __init__(self, doc: list["Word"], i: int, told: tuple[str, ...]):
        self.doc, self.i = doc, i
        self.text, self.lemma_, self.lower_, self.pos_, self.tag_, self.dep_, self.ent_type_ = told

    @property
    def lefts(self) -> list["Word"]:
        """The words before this one that hang on it."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list["Word"]:
        """The words after this one that hang on it."""
        return [child for child in self.children if child.i > self.i]

    @property
    def ancestors(self) -> Iterator["Word"]:
        """Its governor, that one's, and so on."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def is_ancestor(self, descendant: "Word") -> bool:
        """Whether the other word hangs on this one, directly or through others."""
        return any(above is self for above in descendant.ancestors)

    @property
    def is_sent_start(self) -> bool:
        """Whether a sentence starts here."""
        return self.i == self.sent.start


Node = TypeVar("Node", Token, Word)
"""A token of spaCy or its plain likeness, for what looks at either."""


class Words:
    """What each token of a text is, by its index; `sentence` counts sentences from 0, lemmas are in lower case."""

    def __init__(self, doc: Doc):
        self.tokens = list(doc)
        numbers = doc.to_array([ORTH, LEMMA, LOWER, POS, TAG, DEP, ENT_TYPE])
        named = names(doc.vocab).__getitem__
        self._columns: list[list[str]] = [list(map(named, column)) for column in numbers.T.tolist()]
        _, self.base, self.lower, self.pos, self.tag, self.dep, self.entity = self._columns
        self.lemma = list(map(str.lower, self.base))
        self.head = _heads(doc)
        self.starts = [sentence.start for sentence in doc.sents]
        self.children = _children(self.head)

    @cached_property
    def plain(self) -> list[Word]:
        """The words as plain objects."""
        words: list[Word] = []
        words += (Word(words, i, told) for i, told in enumerate(zip(*self._columns, strict=True)))
        for sentence in range(len(self.starts)):
            bounds = Sentence(*self.bounds(sentence))
            for word in words[bounds.start : bounds.end]:
                word.sent, word.head = bounds, words[self.head[word.i]]
                word.children = [words[child] for child in self.children[word.i]]
        return words

    @cached_property
    def spans(self) -> NDArray[np.intp]:
        """For each word the first of its sentence and the one after its last."""
        bounds = np.array([self.bounds(sentence) for sentence in range(len(self.starts))], dtype=np.intp).reshape(-1, 2)
        return np.repeat(bounds, bounds[:, 1] - bounds[:, 0], axis=0)

    def __len__(self) -> int:
        return len(self.tokens)

    def sentence(self, index: int) -> int:
        """Which sentence a token stands in."""
        return bisect_right(self.starts, index) - 1

    def bounds(self, sentence: int) -> tuple[int, int]:
        """First token of a sentence, and the one after its last."""
        stop = self.starts[sentence + 1] if sentence + 1 < len(self.starts) else len(self.tokens)
        return self.starts[sentence], stop

    @cached_property
    def fillers(self) -> list[list[int]]:
        """The words of each sentence that head a phrase which may stand for an actor or a thing acted on."""
        spans = (self.bounds(sentence) for sentence in range(len(self.starts)))
        return [[index for index in range(*span) if self._is_filler(index)] for span in spans]

    def _is_filler(self, index: int) -> bool:
        dep, pos, entity = self.dep[index], self.pos[index], self.entity[index]
        if entity in NO_ENTITY or self.lower[index] in NOBODY:
            return False
        if dep in NO_FILLER:
            return self._is_stem(index)
        if pos in NOUNS:
            return dep != "compound" or self.pos[self.head[index]] in {"NOUN", "VERB", "PROPN"}
        return (pos == "NUM" and dep in COUNTED) or entity == "NORP"

    def _is_stem(self, index: int) -> bool:
        """Whether the word is the free part of a hyphenated participle ("rebel" in "rebel-held")."""
        after = self.lower[index + 1 : index + 2]
        return self.dep[index] == "npadvmod" and self.pos[index] in STEMS and after in HYPHENS

    def chain(self, index: int) -> list[int]:
        """A token and its governors up to the root."""
        found, head = [index], self.head
        while (above := head[index]) != index:
            found.append(above)
            index = above
        return found


class Names(dict[int, str]):
    """The words behind spaCy's numbers, each asked for once: its own store makes a new string at every look."""

    def __init__(self, store: StringStore):
        super().__init__()
        self._store = store

    def __missing__(self, number: int) -> str:
        name = self[number] = str(self._store[number])
        return name


@lru_cache(maxsize=2)
def names(vocab: Vocab) -> Names:
    """The names of a vocabulary."""
    return Names(vocab.strings)


def _heads(doc: Doc) -> list[int]:
    offsets = doc.to_array(HEAD).astype(np.int64)
    heads: list[int] = (offsets + np.arange(len(doc))).tolist()
    return heads


def _children(heads: list[int]) -> list[list[int]]:
    """The tokens that hang on each token, in the order of the text."""
    found: list[list[int]] = [[] for _ in heads]
    for index, head in enumerate(heads):
        if head != index:
            found[head].append(index)
    return found
