"""Generics: violence that a text names in general ("charges of murder and kidnapping") and tells nothing of."""

from collections.abc import Sequence

from dragoman.codebook import Codebook
from dragoman.reading.typing.draft import Draft

TOLD, UNTOLD = 0.5, 0.92
"""The probabilities from which a word of violence is believed: where a place, a time, a count or both sides are told
with it, and where none of them is."""
MORE_TOLD, MORE_UNTOLD = 0.35, 0.55
"""The same in a text that has such a word already: who reports an attack goes on telling of it."""
NO_ATTACK = {"battle", "detention", "interception"}
"""Types of violence between armed forces and by police, of which many texts tell that report no attack."""


def without_generics(drafts: Sequence[Draft], codebook: Codebook) -> list[Draft]:
    """The drafts but those of violence that are not likely enough for what is told of them."""
    violent = [draft for draft in drafts if codebook.family(draft.type) == "violence"]
    reported = any(_reaches(draft, TOLD, UNTOLD) for draft in violent if draft.type not in NO_ATTACK)
    least = (MORE_TOLD, MORE_UNTOLD) if reported else (TOLD, UNTOLD)
    generic = {id(draft) for draft in violent if not _reaches(draft, *least)}
    return [draft for draft in drafts if id(draft) not in generic]


def _reaches(draft: Draft, told: float, untold: float) -> bool:
    """Whether a draft is as likely as it must be where it tells more than its type, or else where it doesn't."""
    is_told = draft.places or draft.times or draft.figures or (draft.by and draft.to)
    return draft.score * float(draft.why.get("type_share", 1.0)) >= (told if is_told else untold)
