"""Who the actors of a claim were on the day that it tells of: under the identity and name of that day."""

from dataclasses import replace

from dragoman.reading.mention import ActorMention, TimeMention
from dragoman.reading.typing.draft import Draft, Role
from dragoman.register import Actor, Register

_DAY = 10


def settle(draft: Draft, register: Register) -> None:
    """Name the doers and those done to as on the day of the event, where the claim tells it to the day.

    Without such a day the actors stay as they were named on the day of the report, and so do speakers, who speak then.
    """
    when = _day(draft.times)
    if when is not None:
        draft.by = [_on(role, when, register) for role in draft.by]
        draft.to = [_on(role, when, register) for role in draft.to]


def _day(times: list[TimeMention]) -> str | None:
    """When the one time of a claim begins, unless it is one since when something goes on."""
    if len(times) != 1 or times[0].role == "since":
        return None
    told = times[0].earliest
    return told[:_DAY] if told else None


def _on(role: Role, when: str, register: Register) -> Role:
    if role.mention.actor is None:
        return role
    return replace(role, mention=_named(role.mention, _meant(role.mention, when, register)))


def _meant(mention: ActorMention, when: str, register: Register) -> Actor | None:
    """What the longest name in the words of a mention meant on a date, if that is one actor, else its actor then."""
    hits = register.names_in(mention.text)
    longest = max(hits, key=lambda hit: hit.end - hit.start, default=None)
    if longest is not None and mention.actor in {a.id for a in register.meant(longest.aliases)}:
        meant = register.meant(longest.aliases, when)
        return meant[0] if len(meant) == 1 else None
    return register.at(mention.actor or "", when)


def _named(mention: ActorMention, actor: Actor | None) -> ActorMention:
    if actor is None or (actor.id, actor.name) == (mention.actor, mention.name):
        return mention
    return replace(mention, actor=actor.id, name=actor.name, kind=actor.kind, country=actor.country)
