"""The places of a document, recognised and resolved."""

from spacy.tokens import Doc

from dragoman.gazetteer import Gazetteer
from dragoman.reading.mention import PlaceMention
from dragoman.reading.places.borders import borders
from dragoman.reading.places.candidates import Candidate, candidates
from dragoman.reading.places.page import Page
from dragoman.reading.places.recognition import judge
from dragoman.reading.places.relative import relate
from dragoman.reading.places.resolution import Resolved, Resolver


def recognise(doc: Doc, gazetteer: Gazetteer, *, home: str | None = None) -> list[PlaceMention]:
    """Every place named in a document, in order, resolved together.

    `home` is the publisher's country (ISO 3166-1 alpha-2), which tips the scale between places of one name. A name
    that can't be resolved keeps `place` null and says why in `reason`; `score` is the probability of the place.
    """
    page = Page(doc)
    found = judge(page, candidates(page, gazetteer), gazetteer)
    resolved = Resolver(gazetteer, home).resolve(found)
    mentions = [_mention(doc, candidate, result) for candidate, result in zip(found, resolved, strict=True)]
    related = relate(doc.text, mentions)
    return sorted((*related, *borders(doc, related, gazetteer)), key=lambda mention: mention.start)


def _mention(doc: Doc, candidate: Candidate, result: Resolved) -> PlaceMention:
    place = result.place
    span = doc[candidate.first : candidate.stop]
    return PlaceMention(
        start=candidate.start,
        end=candidate.end,
        text=span.text[candidate.start - span.start_char : candidate.end - span.start_char],
        first=candidate.first,
        stop=candidate.stop,
        root=span.root.i,
        place=place.id if place else None,
        name=place.name if place else None,
        country=place.country if place else None,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        radius_km=place.radius_km if place else None,
        feature=place.kind if place else None,
        score=result.score,
        reason=result.reason,
    )
