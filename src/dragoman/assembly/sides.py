"""Who counts as one and the same holder: parts with their wholes, allies, and those that nobody can tell apart."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from sqlalchemy import Connection, select

from dragoman.ledger.filters import NoParties, Parties
from dragoman.ledger.tables import actors

STATE_KINDS = ("government", "state force", "police")


class Sides:
    """Wholes and allies by the register's dated relations; `kinds` are the kinds of the ledger's actors by key."""

    def __init__(self, register: Parties | None = None, kinds: Mapping[str, str | None] | None = None) -> None:
        self._register = register or NoParties()
        self._kinds = kinds or {}
        self._above: dict[str, list[tuple[str, object]]] = {}
        for bond in self._register.relations:
            if bond.kind == "part of":
                self._above.setdefault(bond.subject, []).append((bond.object, bond))
        self.whole = lru_cache(maxsize=20_000)(self._whole)
        self.together = lru_cache(maxsize=20_000)(self._together)
        self._side = lru_cache(maxsize=20_000)(self._side_of)

    @classmethod
    def of(cls, connection: Connection, register: Parties | None = None) -> "Sides":
        """Sides over the actors of a ledger; only those of states are told apart by kind."""
        states = select(actors.c.key, actors.c.kind).where(actors.c.kind.in_(STATE_KINDS))
        return cls(register, {row.key: row.kind for row in connection.execute(states)})

    def _whole(self, actor: str, day: int) -> str:
        """The uppermost actor that this one was part of on a day, itself where it was part of none."""
        when, seen = date.fromordinal(day).isoformat(), {actor}
        while True:
            held = [whole for whole, bond in self._above.get(actor, ()) if bond.holds(when)]  # type: ignore[attr-defined]
            if not held or held[0] in seen:
                return actor
            actor = held[0]
            seen.add(actor)

    def _side_of(self, actor: str, day: int) -> frozenset[str]:
        return frozenset(self._register.side_of(actor, date.fromordinal(day).isoformat()))

    def _together(self, one: str, other: str, day: int) -> bool:
        """Whether two holders do not contradict each other.

        Parts and allies of each other do not; nor does an actor that is only described ("militants") contradict
        another that is no state, since it may be the same.
        """
        if one == other or self.whole(one, day) == self.whole(other, day) or other in self._side(one, day):
            return True
        described = [actor for actor in (one, other) if actor.startswith("~")]
        named = [actor for actor in (one, other) if not actor.startswith("~")]
        return bool(described) and not any(self._kinds.get(actor) in STATE_KINDS for actor in named)

    def wholes(self, keys: Iterable[str], day: int) -> tuple[str, ...]:
        """The wholes of these actors, each once, in order."""
        found = tuple(keys)
        if len(found) == 1:
            return (self.whole(found[0], day),)
        return tuple(dict.fromkeys(self.whole(key, day) for key in found))
