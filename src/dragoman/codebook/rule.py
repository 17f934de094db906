"""Rules to other people's codes: conditions over a claim; the first that holds gives the code.

In schemes of provisions every rule that holds gives one.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

SCHEMES = ("plover", "acled", "cameo", "ucdp", "pax", "ceasefire")
PROVISIONS = frozenset({"pax"})
"""Schemes that code each provision of a deal: all rules that hold give their codes."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What the rules look at: the parts of a claim that decide its codes.

    Kinds are those of the register; `terms` are the codebook types of its terms; `sense` is the trigger's;
    `foreign` says whether the doer comes from another country than the place (None where it is not known);
    `words` are the lemmas, in lower case, of the evidence, what modifies it and the terms.
    """

    type: str
    factuality: str
    phase: str | None = None
    means: str | None = None
    by: Collection[str] = ()
    to: Collection[str] = ()
    terms: Collection[str] = ()
    sense: str | None = None
    foreign: bool | None = None
    words: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """Conditions (all must hold) and the code they give; `mode` is PLOVER's."""

    code: str | None
    mode: str | None = None
    when: Mapping[str, Any] = field(default_factory=dict)

    def is_for(self, claim_type: str) -> bool:
        """Whether the rule may hold for claims of a type, whatever else is known of them."""
        return "type" not in self.when or _fits(claim_type, self.when["type"])

    def holds(self, situation: Situation) -> bool:
        """Whether every condition fits: a value is among those listed, a collection shares one with them."""
        return all(_fits(getattr(situation, name), wanted) for name, wanted in self.when.items())


def _fits(value: object, wanted: object) -> bool:
    if not isinstance(wanted, list):
        return value == wanted
    if value is None or isinstance(value, str):
        return (value or "none") in wanted
    assert isinstance(value, Collection)
    return any(v in wanted for v in value) or (not value and "none" in wanted)
