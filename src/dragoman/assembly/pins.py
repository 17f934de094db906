"""What reviewers decided about events: claims pinned to an event stay there, whatever the machine thinks."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from dragoman.assembly.features import Feature
from dragoman.assembly.kin import group_of
from dragoman.ledger.tables import pins

Pinned = dict[int, list[tuple[int, int, str, str]]]
"""Report to spans with the type that was pinned there and the key of the event."""


@dataclass(frozen=True, slots=True)
class Pins:
    """Pins by report; a claim is pinned where its span overlaps one of its own group."""

    by_report: Pinned

    @classmethod
    def load(cls, connection: Connection) -> "Pins":
        """All pins of the ledger."""
        found: Pinned = {}
        for row in connection.execute(select(pins).order_by(pins.c.review_id)):
            found.setdefault(row.report_id, []).append((row.start, row.end, row.type, row.event_key))
        return cls(found)

    def of(self, one: Feature) -> str | None:
        """The event that a claim is pinned to; the span that overlaps most decides, then the latest review."""
        best, event = 0, None
        for start, end, kind, key in self.by_report.get(one.report, ()):
            shared = min(end, one.end) - max(start, one.start)
            if shared > 0 and shared >= best and group_of(kind) == one.group:
                best, event = shared, key
        return event
