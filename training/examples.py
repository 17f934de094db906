"""The codebook's examples and near misses as labelled passages to learn from."""

from collections.abc import Iterator
from typing import Any

from dragoman.codebook import ClaimType, Expected, load
from training.gold import GoldPassage, passage


def examples() -> Iterator[GoldPassage]:
    """A passage for each example, and for each near miss one without claims."""
    for kind in load().types.values():
        for number, example in enumerate(kind.examples, 1):
            labels = [_label(claim, kind) for claim in example.claims]
            yield _passage(f"{kind.name}-{number}", example.text, example.published, labels)
        for number, miss in enumerate(kind.near_misses, 1):
            yield _passage(f"{kind.name}-miss-{number}", miss.text, None, [])


def _passage(name: str, text: str, published: str | None, labels: list[dict[str, Any]]) -> GoldPassage:
    return passage({"id": f"codebook-{name}", "text": text, "published": published, "claims": labels})


def _label(claim: Expected, kind: ClaimType) -> dict[str, Any]:
    return {
        "type": claim.type or kind.name,
        "evidence": claim.evidence,
        "occurrence": 1,
        "by": claim.by or [],
        "to": claim.to or [],
        "place": [{"text": place.text, "role": place.role} for place in claim.place or []],
        "figures": [
            {"text": f.text, "what": f.what, "value": None, "low": None, "high": None} for f in claim.figures or []
        ],
        "terms": [],
        "factuality": claim.factuality,
        "phase": claim.phase,
    }
