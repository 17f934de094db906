"""Generics: violence that a text names in general ("charges of murder and kidnapping") and tells nothing of."""

from dragoman.codebook import Codebook
from dragoman.reading.typing.draft import Draft

LIKELY, SURE = 0.5, 0.92
"""The probabilities from which a word of violence is believed: where a place, a time, a count or both sides are told
with it, and where none of them is."""


def is_generic(draft: Draft, codebook: Codebook) -> bool:
    """Whether a draft of violence is not likely enough for what is told of it."""
    if codebook.family(draft.type) != "violence":
        return False
    told = draft.places or draft.times or draft.figures or (draft.by and draft.to)
    likely = draft.score * float(draft.why.get("type_share", 1.0))
    return likely < (LIKELY if told else SURE)
