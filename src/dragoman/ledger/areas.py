"""What a ledger asks of a gazetteer: which places lie in which, and what an area is called."""

from collections.abc import Sequence
from typing import Protocol


class Area(Protocol):
    """A place of the gazetteer, as far as the ledger needs it."""

    @property
    def name(self) -> str:
        """Its neutral name."""

    @property
    def country(self) -> str | None:
        """ISO 3166-1 alpha-2 code."""

    @property
    def lat(self) -> float:
        """Degrees north."""

    @property
    def lon(self) -> float:
        """Degrees east."""

    @property
    def radius_km(self) -> float:
        """How far it reaches from its point."""


class Areas(Protocol):
    """Containment by id; a `Gazetteer` is one."""

    def ancestors(self, place_id: str, /) -> Sequence[str]:
        """Ids of all that a place lies in."""

    def get(self, place_id: str, /) -> Area | None:
        """The place with this id."""


class NoAreas:
    """Knows of no containment; places then lie in nothing but their country."""

    def ancestors(self, place_id: str, /) -> Sequence[str]:
        """Nothing."""
        return ()

    def get(self, place_id: str, /) -> Area | None:
        """Nothing."""
        return None
