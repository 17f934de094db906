"""Slots of a claim compared with their labels."""

from collections.abc import Mapping, Sequence
from typing import Any

from dragoman.model import Claim
from dragoman.scoring.likeness import names_same
from dragoman.scoring.pairing import pair
from dragoman.scoring.tally import Tally

SLOTS = ("by", "to", "place", "time", "deadline", "speaker", "figures", "terms")
BOUNDS = ("value", "low", "high")


def read_items(claim: Claim, slot: str) -> list[dict[str, Any]]:
    """What a claim has in a slot, as plain values."""
    return [item.model_dump() for item in getattr(claim, slot)]


def compare(slot: str, gold: Sequence[Any], read: Sequence[Mapping[str, Any]]) -> Tally:
    """How many items of a slot are right, wrong and missed."""
    right = len(pair(gold, read, lambda g, m: same_item(slot, g, m)))
    return Tally(right, len(read) - right, len(gold) - right)


def same_item(slot: str, gold: Any, read: Mapping[str, Any]) -> bool:
    """Whether a read item is the labelled one: times by value, figures by number, the rest by their words."""
    label = {"text": gold} if isinstance(gold, str) else gold
    if slot in ("time", "deadline") and label.get("value") is not None:
        return bool(read["value"] == label["value"])
    if slot == "figures":
        return _same_figure(label, read)
    if slot in ("place", "terms") and read["role"] != label["role"]:
        return False
    return names_same(label["text"], read["text"])


def _same_figure(label: Mapping[str, Any], read: Mapping[str, Any]) -> bool:
    if label["what"] != read["what"]:
        return False
    given = [label[bound] for bound in BOUNDS if label.get(bound) is not None]
    if given:
        return given[0] in [read[bound] for bound in BOUNDS]
    return names_same(label["text"], read["text"])
