"""Attributions in the making: token ranges, before they become characters and mentions."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from dragoman.reading.speakers.lexicon import Cue

Range = tuple[int, int]


@dataclass(slots=True)
class Draft:
    """One act of saying in tokens: `token` heads the cue, `source` may be unknown; ranges are `first:stop`.

    `unsaid` marks what was not said or not yet: "has not said", "would say", "to say".
    """

    cue: Cue
    token: int
    words: list[Range]
    source: Range | None = None
    root: int | None = None
    content: list[Range] = field(default_factory=list)
    frame: str | None = None
    unsaid: bool = False
    quoted: bool = False

    def holds(self, token: int) -> bool:
        """Whether the token lies in the content."""
        return any(first <= token < stop for first, stop in self.content)


def whole(token: Token) -> Range:
    """The tokens from the left to the right edge of what a token heads."""
    return token.left_edge.i, token.right_edge.i + 1


def minus(ranges: Iterable[Range], holes: Iterable[Range]) -> list[Range]:
    """The ranges without the holes."""
    left = list(ranges)
    for hole_first, hole_stop in holes:
        left = [
            piece
            for first, stop in left
            for piece in ((first, min(stop, hole_first)), (max(first, hole_stop), stop))
            if piece[0] < piece[1]
        ]
    return left


def joined(ranges: Iterable[Range]) -> list[Range]:
    """The ranges in order, those that touch or overlap made one."""
    out: list[Range] = []
    for first, stop in sorted(ranges):
        if out and first <= out[-1][1]:
            out[-1] = (out[-1][0], max(stop, out[-1][1]))
        else:
            out.append((first, stop))
    return out


def trimmed(doc: Doc, span: Range, marks: str) -> Range | None:
    """The range without white space and the given marks at its ends; null where nothing is left."""
    first, stop = span
    while first < stop and (doc[first].is_space or doc[first].text in marks):
        first += 1
    while first < stop and (doc[stop - 1].is_space or doc[stop - 1].text in marks):
        stop -= 1
    return (first, stop) if first < stop else None
