"""The coder: types, roles, places, times, figures and means of the claims of a text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.codebook import Codebook
from dragoman.model import PlaceRole
from dragoman.reading import places, times
from dragoman.reading.mention import PlaceMention
from dragoman.reading.typing.context import Context
from dragoman.reading.typing.counts import CountScorer
from dragoman.reading.typing.draft import Draft, Role
from dragoman.reading.typing.evidence import evidence
from dragoman.reading.typing.inheritance import SLOTS, Donor, Inheritance, Slot, Told, donors
from dragoman.reading.typing.means import means
from dragoman.reading.typing.roles import RoleScorer
from dragoman.reading.typing.rules import NoInheritance, RuleCounts, RuleRoles, RuleTriggers
from dragoman.reading.typing.senses import sense
from dragoman.reading.typing.triggers import Trigger, TriggerScorer


@dataclass(frozen=True)
class Coder:
    """Turns a text with its mentions into drafts of claims."""

    codebook: Codebook
    triggers: TriggerScorer | RuleTriggers
    roles: RoleScorer | RuleRoles
    counts: CountScorer | RuleCounts
    inheritance: Inheritance | NoInheritance

    @classmethod
    def shipped(cls, codebook: Codebook) -> "Coder":
        """The coder with the weights of the package."""
        scorers = TriggerScorer.shipped(), RoleScorer.shipped(), CountScorer.shipped(), Inheritance.shipped()
        return cls(codebook, *scorers)

    @classmethod
    def by_rules(cls, codebook: Codebook) -> "Coder":
        """The coder that goes by the lexicon alone."""
        return cls(codebook, RuleTriggers(), RuleRoles(), RuleCounts(), NoInheritance())

    def drafts(self, triggers: Sequence[Trigger], context: Context) -> list[Draft]:
        """The claims that the triggers of a text carry, but for speaker, factuality and links."""
        roles, counts = self.roles.fill(triggers, context), self.counts.bind(triggers, context)
        drafts = [self._bare(trigger, context) for trigger in triggers]
        heads = [context.words.plain[draft.head.i] for draft in drafts]
        headed = [(draft.head.i, draft.type) for draft in drafts]
        unnamed = places.described(context.words, context.places)
        where = places.attach_all(headed, context.places, context.named, context.coded, unnamed)
        when = times.attach_all(heads, context.times, context.doc)
        for draft, slots, figures, found, attached in zip(drafts, roles, counts, where, when, strict=True):
            draft.by, draft.to, draft.figures, draft.places = slots["by"], slots["to"], figures, found
            draft.times, draft.deadlines = list(attached.times), list(attached.deadlines)
        return drafts

    def _bare(self, trigger: Trigger, context: Context) -> Draft:
        token, name = trigger.token, trigger.type
        start, end = evidence(token, name, context)
        span = context.doc.char_span(start, end)
        return Draft(
            trigger=token,
            head=span.root if span is not None else token,
            type=name,
            score=trigger.score,
            start=start,
            end=end,
            means=means(token, name, context, self.codebook),
            sense=sense(token, name, context),
            why=_why(trigger, context),
        )

    def inherit(self, drafts: Sequence[Draft], context: Context) -> None:
        """Fill empty slots of drafts (in the order of the text) with what claims before them say themselves."""
        told = [self._told(draft, context.words.sentence(draft.trigger.i)) for draft in drafts]
        filled = [_slots(draft) for draft in drafts]
        offered = [
            {slot: list(donors(at, slot, told, filled)) for slot in SLOTS if not filled[at][slot]}
            for at in range(len(drafts))
        ]
        for draft, taken in zip(drafts, self.inheritance.choose(told, offered, context), strict=True):
            for slot, donor in taken.items():
                _take(draft, slot, donor)

    def _told(self, draft: Draft, sentence: int) -> Told:
        names = {slot: frozenset(_name(item) for item in items) for slot, items in _slots(draft).items()}
        return Told(draft.trigger, draft.type, self.codebook.family(draft.type), sentence, names)


def _slots(draft: Draft) -> dict[Slot, Sequence[Any]]:
    return {"by": draft.by, "to": draft.to, "place": [item for item in draft.places if item[1] == "at"]}


def _name(item: Role | tuple[PlaceMention, PlaceRole]) -> str:
    return (item.mention if isinstance(item, Role) else item[0]).text.lower()


def _take(draft: Draft, slot: Slot, donor: Donor[Any]) -> None:
    """The slot filled with what the donor has; the draft says from which words."""
    if slot == "place":
        draft.places = [*draft.places, *donor.items]
    else:
        setattr(draft, slot, list(donor.items))
    if donor.told is not None:
        draft.why.setdefault("inherited", {})[slot] = donor.told.trigger.text


def _why(trigger: Trigger, context: Context) -> dict[str, object]:
    listed = sorted(
        {
            " ".join(entry.words)
            for m in context.matches_at.get(trigger.token.i, ())
            for entry in m.entries
            if entry.type == trigger.type
        }
    )
    return {
        "trigger": trigger.token.text,
        "listed": listed,
        "score": round(trigger.score, 3),
        "type_share": round(trigger.share, 3),
    }
