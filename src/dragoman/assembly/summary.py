"""An event in one row: what, where, when, how many claims and sources, and what its claims disagree on."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from dragoman.assembly.cluster import Cluster
from dragoman.assembly.features import Feature


def summary(cluster: Cluster, number: int, key: str) -> dict[str, Any]:
    """The row of an event; counts and disagreements are those of the versions that stand now."""
    members = [one for one in cluster.members if one.current] or cluster.members
    days = [one.day for one in members if one.exact] or [cluster.day]
    types = Counter(one.type for one in members)
    return {
        "id": number,
        "key": key,
        "kind": cluster.group,
        "type": min(types, key=lambda kind: (-types[kind], kind)),
        "place_id": cluster.spot.id if cluster.spot else None,
        "earliest": min(days) if cluster.exact else None,
        "latest": max(days) if cluster.exact else None,
        "day": cluster.day,
        "claims": len(members),
        "sources": len({one.source for one in members}),
        "disputed": " ".join(disputes(members)) or None,
    }


def disputes(members: list[Feature]) -> Iterator[str]:
    """What the claims of an event disagree on: blame, happened, toll, when."""
    doers = {one.by for one in members if one.by}
    if doers and not frozenset.intersection(*doers):
        yield "blame"
    if {"denied", "happened"} <= {one.factuality for one in members}:
        yield "happened"
    if any(len({getattr(one, what) for one in members} - {None}) > 1 for what in ("killed", "injured")):
        yield "toll"
    if len({one.day for one in members if one.exact}) > 1:
        yield "when"
