"""Fillers: the noun phrases around a trigger that might act in its happening or suffer it."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from dragoman.reading.typing.scene import Scene

NO_ARGUMENT = ("none", False, 0)


class Filler(NamedTuple):
    """A head noun near a trigger: its syntactic function there ("none": no argument of it) and how far back."""

    token: Token
    function: str
    inherited: bool
    order: int
    back: int


def fillers(scene: Scene) -> Iterator[Filler]:
    """Nouns of the trigger's sentence; what earlier sentences name is for inheritance to take over."""
    words, trigger = scene.words, scene.trigger.i
    for index in words.fillers[scene.sentence]:
        if index != trigger:
            yield Filler(words.tokens[index], *scene.functions.get(index, NO_ARGUMENT), 0)


def filler_at(index: int, scene: Scene) -> Filler:
    """A given head noun as a filler; `back` counts the sentences to it, two at most, negative where it comes later."""
    back = max(-2, min(2, scene.sentence - scene.words.sentence(index)))
    return Filler(scene.words.tokens[index], *scene.functions.get(index, NO_ARGUMENT), back)
