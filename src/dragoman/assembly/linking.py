"""Claims of many reports put together as events: one walk through the days, each claim to the event it fits best.

The walk keeps only the clusters of the last days, and looks for candidates by place, area and parties, so that time
and memory grow with the claims and not with their pairs. The outcome depends on the claims alone, not on the order in
which they came, except for the names of events: an event keeps its id as long as most of its claims stay together.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from dragoman.assembly import identity
from dragoman.assembly.cluster import Cluster
from dragoman.assembly.features import WINDOW_DAYS, Feature, stream
from dragoman.assembly.index import Index
from dragoman.assembly.likeness import NEEDED, score
from dragoman.assembly.pins import Pins
from dragoman.ledger import dirt
from dragoman.ledger.store import Ledger

Progress = Callable[[int], object]
"""Called with the number of claims linked since the last call."""
_REACH = 2 * WINDOW_DAYS + 2


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking did: claims looked at, events they make, claims whose event changed."""

    claims: int = 0
    events: int = 0
    moved: int = 0


def link(ledger: Ledger, *, everything: bool = False, progress: Progress | None = None) -> Linked:
    """Put the claims together that were stored since the last time (or `everything`), in one transaction."""
    with ledger.write() as connection:
        span = dirt.all_days(connection) if everything else dirt.dirty(connection)
        if span is None:
            return Linked()
        # Events at the rim have claims beyond it; nothing that is new reaches so far, and they stay as they are.
        first, last = span[0] - _REACH, span[1] + _REACH
        inner = range(first + WINDOW_DAYS + 1, last - WINDOW_DAYS)
        names = identity.Names(connection, first, last)
        count = 0
        for closed in _walk(connection, first, last):
            names.settle([cluster for cluster in closed if cluster.day in inner or cluster.pin])
            done = sum(len(cluster.members) for cluster in closed)
            count += done
            if progress:
                progress(done)
        linked = Linked(count, *names.finish())
        dirt.clean(connection)
        return linked


def _walk(connection: Connection, first: int, last: int) -> Iterator[list[Cluster]]:
    """The clusters of these days in parts that no further claim can join."""
    pins = Pins.load(connection)
    walker = Walker(pins)
    for features in stream(connection, first, last):
        # What reviewers pinned comes first of its day, so that the rest can join it.
        for one in sorted(features, key=lambda one: (one.day, pins.of(one) is None)) if pins.by_report else features:
            walker.take(one)
        if features:
            yield walker.close(features[-1].day - WINDOW_DAYS - 1)
    yield walker.close(None)


class Walker:
    """Takes claims in the order of their days and keeps the clusters that later ones may still join.

    `needed` is the least evidence that puts a claim to an event.
    """

    def __init__(self, pins: Pins | None = None, needed: float = NEEDED) -> None:
        self._pins, self._needed = pins or Pins({}), needed
        self._index = Index()
        self._open: list[Cluster] = []
        self._pinned: dict[str, Cluster] = {}
        self._founded = 0

    def take(self, one: Feature) -> None:
        """Put a claim to the event that a reviewer gave it, else to the one it fits best, else to a new one."""
        pin = self._pins.of(one)
        cluster = self._pinned.get(pin) if pin else self._best(one)
        if cluster is None:
            cluster = Cluster(one, pin, self._founded)
            self._founded += 1
            self._open.append(cluster)
            if pin:
                self._pinned[pin] = cluster
        else:
            cluster.add(one)
        self._index.put(cluster)

    def _best(self, one: Feature) -> Cluster | None:
        best: tuple[float, int] = (self._needed, -self._founded - 1)
        found = None
        for cluster in self._index.near(one):
            fit = (score(one, cluster), -cluster.rank)
            if fit > best:
                best, found = fit, cluster
        return found

    def close(self, before: int | None) -> list[Cluster]:
        """Hand out the clusters of the days before this one (of all days for null); pinned ones come last of all."""
        done = [cluster for cluster in self._open if before is None or (cluster.day < before and not cluster.pin)]
        if before is not None:
            self._open = [cluster for cluster in self._open if cluster.day >= before or cluster.pin]
            self._index.forget(before)
        return done
