"""Labelled passages with the layers under their claims, as the coder sees them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dragoman.reading.layers import Layers
from dragoman.reading.typing.context import Context
from training import labelled
from training.examples import examples
from training.gold import GoldPassage, load

OWN = Path(__file__).parent / "passages"
EMPHASIS = 8
"""How often each example of the codebook counts: they are few, and a reader is held to them."""

SETS = ("train_wars", "train_latin_america", "train_wire")


@dataclass(frozen=True)
class Labelled:
    """A labelled passage, parsed, with its layers.

    `own` says that it was written for this project, `sure` that it is an example of the codebook, whose labels hold
    whatever other passages say.
    """

    passage: GoldPassage
    context: Context
    own: bool
    sure: bool = False


def training(gold: Path) -> list[Labelled]:
    """The passages that may be learned from: those of the gold folder, our own and the codebook's examples."""
    given = [passage for name in SETS for passage in load(gold / f"{name}.jsonl")] if gold.is_dir() else []
    shown = [replace(item, sure=True) for item in attach(list(examples()), own=True)]
    return [*attach(given, own=False), *attach(labelled.load(OWN), own=True), *shown * EMPHASIS]


def attach(passages: Sequence[GoldPassage], *, own: bool) -> Iterator[Labelled]:
    """Parse passages and find their mentions."""
    layers = Layers.open()
    for passage in passages:
        yield Labelled(passage, layers.context(passage.text, passage.published), own)


def folds(items: Sequence[Labelled], count: int) -> Iterator[tuple[list[Labelled], list[Labelled]]]:
    """Train and test parts: only given passages are tested on, our own are always learned from; every n-th a fold."""
    given, own = [item for item in items if not item.own], [item for item in items if item.own]
    for fold in range(count):
        yield [*own, *(x for i, x in enumerate(given) if i % count != fold)], given[fold::count]
