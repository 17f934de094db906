"""Places on the map of a brief, each with what is reported there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dragoman.assembly.coarse import Coarse
from dragoman.assembly.features import Spot
from dragoman.assembly.happenings import Event
from dragoman.assembly.holders import Holders
from dragoman.assembly.state_lines import holder


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on the map: its point, how far it reaches (km), and what is reported there."""

    name: str
    lat: float
    lon: float
    radius_km: float
    label: str
    contested: bool


def marks_of(
    held: Holders,
    labels: Mapping[str, str],
    events: Iterable[Event],
    places: Mapping[int, Spot],
    regions: Coarse | None = None,
) -> tuple[Mark, ...]:
    """A mark for each place below country level that has a point; with regions one for each region."""
    told: dict[tuple[str, float, float, float], tuple[list[str], bool]] = {}
    for spot, text, contested in (*_held(held, labels), *_happened(events, places)):
        shown = spot if regions is None else regions.spot(spot)
        if shown.lat is not None and shown.lon is not None and not spot.country:
            texts, before = told.get((shown.name, shown.lat, shown.lon, shown.radius_km), ([], False))
            told[shown.name, shown.lat, shown.lon, shown.radius_km] = ([*texts, text], before or contested)
    return tuple(Mark(*point, "; ".join(dict.fromkeys(texts)), doubt) for point, (texts, doubt) in sorted(told.items()))


def _held(held: Holders, labels: Mapping[str, str]) -> Iterator[tuple[Spot, str, bool]]:
    for one in held.places:
        if one.segment and one.segment.holdings:
            yield one.place, f"held by {holder(one.segment, labels)} (reported)", one.segment.contested


def _happened(events: Iterable[Event], places: Mapping[int, Spot]) -> Iterator[tuple[Spot, str, bool]]:
    for event in events:
        spot = places.get(event.place_id or -1)
        if spot is not None:
            yield spot, f"{event.type} (reported)", bool(event.disputes)
