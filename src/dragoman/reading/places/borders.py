"""Borders named by a people: "the Turkish border" is the edge of Turkey nearest to what the text speaks of."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from dragoman.gazetteer import Gazetteer, Place
from dragoman.reading.mention import PlaceMention
from dragoman.reading.places.cues import demonyms

REACH_KM = 150.0
BORDER_KM = 30.0
_BORDER = re.compile(r"(?:(?P<two>[A-Z]\w+) )?(?P<one>[A-Z]\w+) (?:borders?|frontier)\b")


def borders(doc: Doc, places: Sequence[PlaceMention], gazetteer: Gazetteer) -> list[PlaceMention]:
    """A mention for each border named by a people; where no place is near, it reaches as far as the country."""
    found = []
    text = doc.text
    for start, end, code in _named(text):
        country = gazetteer.coded(code)
        span = doc.char_span(start, end, alignment_mode="expand")
        if country is None or span is None or any(p.start < end and start < p.end for p in places):
            continue
        edge = _edge(start, code, places, gazetteer)
        found.append(
            PlaceMention(
                start=start,
                end=end,
                text=text[start:end],
                first=span.start,
                stop=span.end,
                root=span.root.i,
                place=country.id,
                name=f"border of {country.name}",
                country=code,
                lat=edge.lat if edge else country.lat,
                lon=edge.lon if edge else country.lon,
                radius_km=BORDER_KM if edge else country.radius_km,
                score=0.9,
                feature="country",
                relation="near",
            )
        )
    return found


def _named(text: str) -> Iterator[tuple[int, int, str]]:
    for found in _BORDER.finditer(text):
        for start in (found.start("two"), found.start("one")):
            code = demonyms().get(text[start : found.end("one")].casefold(), "-") if start >= 0 else "-"
            if code != "-":
                yield start, found.end(), code
                break


def _edge(start: int, code: str, places: Sequence[PlaceMention], gazetteer: Gazetteer) -> Place | None:
    """The country's place that lies nearest to the last place named before, if that is abroad and close."""
    abroad = [p for p in places if p.start < start and p.country not in (None, code) and p.feature != "country"]
    for place in reversed(abroad):
        if place.lat is not None and place.lon is not None:
            near = gazetteer.near(place.lat, place.lon, REACH_KM)
            return next((one for one in near if one.country == code and not one.administrative), None)
    return None
