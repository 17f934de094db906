"""Speakers named at the head of what they say: transcripts, interviews, headlines ("MINISTER: We will …")."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

_TURN = re.compile(r"(?m)^[“\"]?(?P<name>[A-Z][A-Z.’'-]+(?: [A-Z.’'-]{2,}){0,3})(?P<cue>:)(?=\s)")
_BRACKET = re.compile(
    r"(?:\A|(?<=[\].?!:\"”]\s)|(?<=\n))\[(?P<name>[A-Z][\w.'’-]+(?: [A-Za-z][\w.'’-]+){0,2})\](?P<cue>)(?=\s)"
)
_HEADLINE = re.compile(r"\A\s*(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})(?P<cue>:)(?=\s)")
_HEADER = re.compile(r"\[(?P<kind>\w+)\]\s+\[(?P<name>[^\]\[]{3,120})\](?P<cue>)\s+\[(?i:text|excerpts?)\]")
_SIGNED = re.compile(
    r"(?P<content>[“\"”][^“”\"\n]{10,}[”\"])[.]?\s*(?P<cue>[―—–]|--)\s*"
    r"(?P<name>[A-Z][\w.'’-]+(?: [\w'’-]+[.]?){0,5}?)(?=[.]?\s*(?:\n|\Z|[“\"”]))"
)
_OVER = re.compile(r"\[(?i:end recording|end video)[^\]]*\]")
_PARAGRAPH = re.compile(r"\n\s*\n|\n|\Z")


@dataclass(frozen=True, slots=True)
class Turn:
    """A speaker, the mark after the name and what follows, each as characters; `cue` may be empty."""

    source: tuple[int, int]
    cue: tuple[int, int]
    content: tuple[int, int]


def find(text: str) -> list[Turn]:
    """The turns of a transcript or broadcast (one line alone is none), signed quotations, a headline's speaker."""
    lines = list(_TURN.finditer(text))
    out = list(_turns(text, lines, by_paragraph=True) if len(lines) > 1 else _headline(text))
    out += (Turn(m.span("name"), m.span("cue"), m.span("content")) for m in _SIGNED.finditer(text))
    if "[" in text:
        brackets = [m for m in _BRACKET.finditer(text) if m["name"].lower() not in words("stage") | words("documents")]
        out += _turns(text, brackets)
        out += (_turn(text, m, len(text)) for m in _HEADER.finditer(text) if m["kind"].lower() in words("documents"))
    return sorted(out, key=lambda turn: turn.source)


@lru_cache(maxsize=2)
def words(key: str) -> frozenset[str]:
    """A list of the data file: `documents` or `stage`."""
    data = tomllib.loads(resources.files(__package__).joinpath("turns.toml").read_text(encoding="utf-8"))
    return frozenset(data[key])


def _turns(text: str, found: list[re.Match[str]], by_paragraph: bool = False) -> Iterator[Turn]:
    for position, match in enumerate(found):
        end = found[position + 1].start() if position + 1 < len(found) else len(text)
        over = _OVER.search(text, match.end(), end)
        end = over.start() if over else end
        yield _turn(text, match, min(end, _paragraph_end(text, match.end())) if by_paragraph else end)


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
