"""Why the claims of an event were put together, told one by one as linking did it."""

from dataclasses import dataclass

from sqlalchemy import Connection

from dragoman.assembly.cluster import Cluster
from dragoman.assembly.features import of_event
from dragoman.assembly.likeness import NEEDED, Piece, reasons
from dragoman.assembly.pins import Pins


@dataclass(frozen=True, slots=True)
class Because:
    """Why one claim (by row) is in its event: it founded it, a reviewer put it there, or the evidence did.

    `pieces` are the points for and against with their reasons, the strongest first; `needed` is the least sum.
    """

    claim: int
    how: str
    pieces: tuple[Piece, ...] = ()

    @property
    def points(self) -> float:
        """The sum of the evidence."""
        return sum(points for points, _ in self.pieces)

    @property
    def words(self) -> str:
        """The reason as lines tell it."""
        if not self.pieces:
            return self.how
        told = ", ".join(f"{reason} ({points:+.1f})" for points, reason in self.pieces)
        return f"{self.how} {told}: {self.points:.1f} of {NEEDED} needed"


def because(connection: Connection, event: int) -> dict[int, Because]:
    """Why each claim of an event (by its row) is in it, by the claim's row."""
    pins, found = Pins.load(connection), dict[int, Because]()
    cluster: Cluster | None = None
    for one in sorted(of_event(connection, event), key=lambda one: (one.day, pins.of(one) is None)):
        if pins.of(one):
            found[one.id] = Because(one.id, "put here by a reviewer")
        elif cluster is None:
            found[one.id] = Because(one.id, "the first claim of the event, the one that tells most")
        else:
            found[one.id] = Because(one.id, "linked because", tuple(reasons(one, cluster)))
        if cluster is None:
            cluster = Cluster(one)
        else:
            cluster.add(one)
    return found
