"""Speakers named at the head of what they say: transcripts, interviews, headlines ("MINISTER: We will …")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TURN = re.compile(r"(?m)^[“\"]?(?P<name>[A-Z][A-Z.’'-]+(?: [A-Z.’'-]{2,}){0,3})(?P<cue>:)(?=\s)")
_BRACKET = re.compile(r"\[(?P<name>[A-Z][a-z]+)\](?P<cue>)(?=\s)")
_HEADLINE = re.compile(r"\A\s*(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})(?P<cue>:)(?=\s)")
_PARAGRAPH = re.compile(r"\n\s*\n|\n|\Z")


@dataclass(frozen=True, slots=True)
class Turn:
    """A speaker, the mark after the name and what follows, each as characters; `cue` may be empty."""

    source: tuple[int, int]
    cue: tuple[int, int]
    content: tuple[int, int]


def find(text: str) -> list[Turn]:
    """The turns of a transcript; fewer than two of a kind are no transcript. Of a headline, the first line."""
    out = list(_headline(text))
    for pattern in (_TURN, _BRACKET):
        found = list(pattern.finditer(text))
        if len(found) > 1:
            out += _turns(text, found)
    return sorted(out, key=lambda turn: turn.source)


def _turns(text: str, found: list[re.Match[str]]) -> Iterator[Turn]:
    ends = [match.start() for match in found[1:]] + [len(text)]
    for match, end in zip(found, ends, strict=True):
        yield _turn(text, match, min(end, _paragraph_end(text, match.end())))


def _headline(text: str) -> Iterator[Turn]:
    found = _HEADLINE.match(text)
    if found is not None:
        end = _paragraph_end(text, found.end())
        if "\n" in text and end - found.end() < 200:
            yield _turn(text, found, end)


def _paragraph_end(text: str, start: int) -> int:
    found = _PARAGRAPH.search(text, start)
    return found.start() if found else len(text)


def _turn(text: str, match: re.Match[str], end: int) -> Turn:
    held = text[match.end() : end]
    start = match.end() + len(held) - len(held.lstrip())
    return Turn(match.span("name"), match.span("cue"), (start, max(start, match.end() + len(held.rstrip()))))
