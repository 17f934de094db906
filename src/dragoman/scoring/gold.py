"""Labelled passages: one JSON object a line, with every claim of the passage and the words it was read from."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.model import InputError, Report

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True)
class GoldClaim:
    """A labelled claim: its evidence span in characters and the label's own fields."""

    start: int
    end: int
    label: dict[str, Any]

    def trigger(self, doc: "Doc") -> "Token":
        """The token that heads the evidence; of a light verb and its event noun, the verb."""
        span = doc.char_span(self.start, self.end, alignment_mode="expand")
        if span is None:
            raise ValueError(f"no token at {self.start}:{self.end}")
        return span.root


@dataclass(frozen=True)
class GoldPassage:
    """A labelled passage."""

    id: str
    text: str
    published: str | None
    publisher: str | None
    claims: tuple[GoldClaim, ...]

    def report(self) -> Report:
        """The passage as a report to be read."""
        return Report(id=self.id, text=self.text, published=self.published, publisher=self.publisher, language="en")


def load(path: Path) -> list[GoldPassage]:
    """The passages of a JSONL file, in its order; an InputError names the line that is broken."""
    try:
        with path.open(encoding="utf-8") as lines:
            return [_line(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from error


def passage(row: dict[str, Any]) -> GoldPassage:
    """A row of the file as a passage; a ValueError or KeyError where the row is no labelled passage."""
    claims = tuple(_claims(row["text"], row["claims"]))
    return GoldPassage(row["id"], row["text"], row.get("published"), row.get("publisher"), claims)


def _line(path: Path, number: int, line: str) -> GoldPassage:
    try:
        return passage(json.loads(line))
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"{path}, line {number}: no labelled passage ({error})") from error


def _claims(text: str, labels: list[dict[str, Any]]) -> Iterator[GoldClaim]:
    for label in labels:
        at = -1
        for _ in range(label["occurrence"]):
            at = text.index(label["evidence"], at + 1)
        yield GoldClaim(at, at + len(label["evidence"]), label)
