"""Senses: the finer sort of a type that a listed wording tells ("expel" of sanction), for the rules to codes."""

from spacy.tokens import Token

from dragoman.reading.typing.context import Context


def sense(trigger: Token, claim_type: str, context: Context) -> str | None:
    """The sense of the longest wording of that type at the trigger; null where none is listed or it has none."""
    index = trigger.i
    told = [
        (not entry.sense, doubt, match.covered, -len(match.tokens), entry.sense or "")
        for match in context.matches
        if index in (match.core, match.head)
        for doubt, entries in enumerate((match.entries, match.doubtful))
        for entry in entries
        if entry.type == claim_type
    ]
    return (min(told)[-1] or None) if told else None
