"""Addressees: to whom words, help or measures go where no noun is likely enough to be told by itself."""

from collections.abc import Mapping

from spacy.tokens import Token

from dragoman.reading.typing.context import Context
from dragoman.reading.typing.fillers import Filler

ADDRESSED = frozenset(
    {
        "accusation",
        "agreement",
        "aid",
        "condemnation",
        "demand",
        "protest",
        "recognition",
        "rejection",
        "sanction",
        "support",
        "threat",
        "ultimatum",
    }
)
AIMED = frozenset({"airstrike", "attack", "bombing", "offensive", "shelling", "siege"})
"""Types that are done to somebody even where the words name him aside, as in "rejected an Indian proposal"; those
aimed at something tell it by a preposition only, as in "launched an attack on Gaza"."""
LIKELY = 0.03
NAMED = {"GPE", "LOC", "NORP", "ORG", "PERSON"}
AIMS = {"against", "at", "on"}
TIES = {"about", "against", "by", "for", "from", "into", "of", "on", "over", "to", "with"}
WITHIN = {"accusation", "agreement", "aid", "sanction", "support"}
"""Types that reach whoever is in a country: "help in Yemen", "a curfew in Algiers"."""


def addressee(
    claim_type: str, trigger: Token, offered: Mapping[Filler, float], context: Context, *, alone: bool
) -> Filler | None:
    """Of the fillers of the sentence, with their probabilities, the one that is addressed: a likely actor or country,
    else a name that a preposition ties to what the trigger governs. `alone` says that one side acts, not both."""
    likely = [filler for filler, p in offered.items() if p >= LIKELY and _is_actor(filler.token, context, {"GPE"})]
    if not likely or claim_type in AIMED:
        ties = _ties(claim_type, trigger, alone=alone)
        tied = (filler for filler in offered if _is_tied(filler.token, trigger, ties))
        likely = [filler for filler in tied if _is_actor(filler.token, context, NAMED)]
    return max(likely, key=offered.__getitem__, default=None)


def _ties(claim_type: str, trigger: Token, *, alone: bool) -> set[str]:
    """The prepositions that name whom a type addresses; none where both sides of an agreement are told."""
    if claim_type in AIMED:
        return AIMS
    if claim_type == "agreement" and not (alone and trigger.pos_ == "VERB"):
        return set()
    return TIES | {"in"} if claim_type in WITHIN else TIES


def _is_actor(token: Token, context: Context, names: set[str]) -> bool:
    return token.i in context.actor_at or token.ent_type_ in names


def _is_tied(token: Token, trigger: Token, ties: set[str]) -> bool:
    """Whether the word follows one of the prepositions in what the trigger governs: "agreed to lend to Indonesia"."""
    after = token.i > trigger.i and token.dep_ == "pobj" and token.head.lower_ in ties
    return after and any(above.i == trigger.i for above in token.ancestors)
