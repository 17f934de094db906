"""Labelled passages: one JSON object a line, as the claims gold standard has them, with evidence found in the text."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, Token


@dataclass(frozen=True)
class GoldClaim:
    """A labelled claim: its evidence span in characters and the label's own fields."""

    start: int
    end: int
    label: dict[str, Any]

    def trigger(self, doc: Doc) -> Token:
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


def load(path: Path) -> list[GoldPassage]:
    """The passages of a JSONL file, in its order."""
    with path.open(encoding="utf-8") as lines:
        return [passage(json.loads(line)) for line in lines if line.strip()]


def passage(row: dict[str, Any]) -> GoldPassage:
    """The passage that a row in the form of the claims gold standard describes."""
    return GoldPassage(
        row["id"], row["text"], row.get("published"), row.get("publisher"), tuple(_claims(row["text"], row["claims"]))
    )


def _claims(text: str, labels: list[dict[str, Any]]) -> Iterator[GoldClaim]:
    for label in labels:
        at = -1
        for _ in range(label["occurrence"]):
            at = text.index(label["evidence"], at + 1)
        yield GoldClaim(at, at + len(label["evidence"]), label)
