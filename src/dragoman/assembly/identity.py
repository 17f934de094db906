"""Ids of events that stay: an event keeps its id as long as most of its claims stay together."""

import hashlib
from collections import Counter

from sqlalchemy import Connection, bindparam, delete, exists, insert, select, update

from dragoman.assembly.cluster import Cluster
from dragoman.assembly.features import Feature
from dragoman.assembly.summary import summary
from dragoman.ledger.copies import chunks
from dragoman.ledger.interning import next_id
from dragoman.ledger.tables import claims, events

_PART = 20_000


class Names:
    """Gives clusters the ids that their claims had, or new ones, and stores what changed."""

    def __init__(self, connection: Connection, first: int, last: int) -> None:
        self._connection = connection
        self._span = (first, last)
        self._next = next_id(connection, events)
        self._taken: set[int] = set()
        self._new_keys: set[str] = set()
        self._waiting: list[Cluster] = []
        self._events = 0
        self._moved = 0

    def settle(self, clusters: list[Cluster]) -> None:
        """Name these clusters and store them, a large part at a time."""
        self._waiting += clusters
        if sum(len(cluster.members) for cluster in self._waiting) >= _PART:
            self._flush()

    def finish(self) -> tuple[int, int]:
        """Store the rest, drop events that have no claims left; gives the number of events and of claims moved."""
        self._flush()
        without = ~exists().where(claims.c.event_id == events.c.id)
        self._connection.execute(delete(events).where(events.c.day.between(*self._span), without))
        return self._events, self._moved

    def _flush(self) -> None:
        clusters, self._waiting = self._waiting, []
        if not clusters:
            return
        named = self._assign(clusters)
        rows = [summary(cluster, number, key) for cluster, number, key in named]
        for part in chunks([row["id"] for row in rows]):
            self._connection.execute(delete(events).where(events.c.id.in_(part)))
        self._connection.execute(insert(events), rows)
        moved = [
            {"claim": one.id, "event": number}
            for cluster, number, _ in named
            for one in cluster.members
            if one.event != number
        ]
        if moved:
            statement = update(claims).where(claims.c.id == bindparam("claim")).values(event_id=bindparam("event"))
            self._connection.execute(statement, moved)
        self._events += len(rows)
        self._moved += len(moved)

    def _assign(self, clusters: list[Cluster]) -> list[tuple[Cluster, int, str]]:
        keys = self._known(clusters)
        pinned = self._pinned({cluster.pin for cluster in clusters if cluster.pin})
        wishes = sorted(
            ((-votes, number, at) for at, cluster in enumerate(clusters) for number, votes in _votes(cluster).items()),
        )
        given: dict[int, tuple[int, str]] = {}
        for at, cluster in enumerate(clusters):
            if cluster.pin:
                number = pinned.get(cluster.pin) or self._fresh()
                given[at] = (number, cluster.pin)
                self._taken.add(number)
        for _, number, at in wishes:
            if at not in given and number not in self._taken and number in keys:
                given[at] = (number, keys[number])
                self._taken.add(number)
        missing = [at for at in range(len(clusters)) if at not in given]
        for at, key in zip(missing, self._keys([clusters[at].members[0] for at in missing]), strict=True):
            given[at] = (self._fresh(), key)
        return [(cluster, *given[at]) for at, cluster in enumerate(clusters)]

    def _fresh(self) -> int:
        self._next += 1
        return self._next - 1

    def _known(self, clusters: list[Cluster]) -> dict[int, str]:
        wanted = {one.event for cluster in clusters for one in cluster.members if one.event is not None}
        found: dict[int, str] = {}
        for part in chunks(sorted(wanted)):
            rows = self._connection.execute(select(events.c.id, events.c.key).where(events.c.id.in_(part)))
            found.update({row.id: row.key for row in rows})
        return found

    def _pinned(self, wanted: set[str]) -> dict[str, int]:
        rows = self._connection.execute(select(events.c.key, events.c.id).where(events.c.key.in_(sorted(wanted))))
        return {row.key: row.id for row in rows}

    def _keys(self, founders: list[Feature]) -> list[str]:
        """Keys for new events, made from the claim that founds each, so that the same claims give the same key."""
        keys = [_key(f"{one.anchor}/{one.type}/{one.start}/{one.end}") for one in founders]
        taken = set(self._pinned(set(keys)))
        for at, key in enumerate(keys):
            turn, free = 0, key
            while free in taken or free in self._new_keys:
                turn += 1
                free = _key(f"{key}/{turn}")
            keys[at] = free
            self._new_keys.add(free)
        return keys


def _votes(cluster: Cluster) -> Counter[int]:
    return Counter(one.event for one in cluster.members if one.event is not None)


def _key(words: str) -> str:
    return "E" + hashlib.sha256(words.encode()).hexdigest()[:11]
