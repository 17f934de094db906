"""The coder without learned weights: the lexicon's wordings as triggers, its argument patterns as roles."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dragoman.codebook import Trigger as Wording
from dragoman.model import FigureWhat
from dragoman.reading.clauses import Argument, TriggerMatch, arguments, conjuncts
from dragoman.reading.mention import FigureMention
from dragoman.reading.typing.context import Context
from dragoman.reading.typing.draft import Role
from dragoman.reading.typing.inheritance import Donor, Offers, T, Told
from dragoman.reading.typing.inheritance import Slot as AnySlot
from dragoman.reading.typing.roles import SLOTS, Slot, role
from dragoman.reading.typing.triggers import Trigger, select

SURE, UNSURE = 0.9, 0.5
COUNTED: dict[str, FigureWhat] = {
    "abduction": "abducted",
    "attack": "killed",
    "battle": "killed",
    "bombing": "killed",
    "airstrike": "killed",
    "casualties": "killed",
    "detention": "detained",
    "displacement": "displaced",
    "evacuation": "evacuated",
    "exchange": "released",
    "killing": "killed",
    "population": "residents",
    "protest": "protesters",
    "return": "returned",
    "shelling": "killed",
    "surrender": "surrendered",
}


class RuleTriggers:
    """Every wording that the codebook lists is a trigger; strong ones before weak ones."""

    def find(self, context: Context) -> list[Trigger]:
        """The triggers of a text in its order, each happening once."""
        return select([_trigger(match, context) for match in context.matches if match.entries and not match.covered])


def _trigger(match: TriggerMatch, context: Context) -> Trigger:
    entry = _entry(match)
    score = SURE if entry.weight == "strong" else UNSURE
    return Trigger(context.doc[match.core], entry.type, score + 0.001 * len(match.tokens), 1.0 / len(match.entries))


def _entry(match: TriggerMatch) -> Wording:
    """The wording to go by: strong before weak, one with needs (they are met) before one without."""
    return min(match.entries, key=lambda entry: (entry.weight != "strong", not entry.needs))


class RuleRoles:
    """The arguments that the wording's pattern names, and nothing else."""

    def fill(self, triggers: Sequence[Trigger], context: Context) -> list[dict[Slot, list[Role]]]:
        """For each trigger the actors of its two slots."""
        return [{slot: _roles(slot, trigger, context) for slot in SLOTS} for trigger in triggers]


def _roles(slot: Slot, trigger: Trigger, context: Context) -> list[Role]:
    given = arguments(context.words.plain[trigger.token.i])
    found = _of(slot, trigger.token, trigger.type, given, context)
    return [role(context.doc[head.i], context) for argument in found for head in conjuncts(argument.token)]


def _of(slot: Slot, trigger: Token, claim_type: str, given: list[Argument], context: Context) -> Iterator[Argument]:
    for match in context.matches_at.get(trigger.i, ()):
        for entry in match.entries:
            if entry.type == claim_type:
                wanted = [name for found, names in entry.args if found == slot for name in names]
                yield from (argument for argument in given if argument.function.rpartition(":")[2] in wanted)
                return


class RuleCounts:
    """The figures that count an argument of the trigger."""

    def bind(self, triggers: Sequence[Trigger], context: Context) -> list[list[tuple[FigureMention, FigureWhat]]]:
        """For each trigger the figures of its happening with what each counts."""
        return [list(_counted(trigger, context)) for trigger in triggers]


def _counted(trigger: Trigger, context: Context) -> Iterator[tuple[FigureMention, FigureWhat]]:
    given = arguments(context.words.plain[trigger.token.i])
    heads = {head.i for argument in given for head in conjuncts(argument.token)}
    what = COUNTED.get(trigger.type, "other")
    return ((figure, what) for figure in context.figures if figure.noun in heads or figure.root in heads)


class NoInheritance:
    """Rules take nothing over from other claims."""

    def choose(
        self, told: Sequence[Told], offered: Sequence[Offers[T]], context: Context
    ) -> list[dict[AnySlot, Donor[T]]]:
        """Never a donor."""
        return [{} for _ in told]
