"""Generics: violence that a text names in general ("charges of murder and kidnapping") and tells nothing of."""

from dragoman.codebook import Codebook
from dragoman.reading.typing.draft import Draft

SURE = 0.7
"""The probability from which a word of violence is believed though nobody, nowhere and no time is told with it."""


def is_generic(draft: Draft, codebook: Codebook) -> bool:
    """Whether a draft of violence has no doer, target, place, time or count and is not sure by itself."""
    told = draft.by or draft.to or draft.places or draft.times or draft.figures
    sure = draft.score * float(draft.why.get("type_share", 1.0)) >= SURE
    return not told and not sure and codebook.family(draft.type) == "violence"
