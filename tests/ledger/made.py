"""Readings made by hand for the tests: short texts of whole sentences, with claims that stand in them."""

import hashlib
from dataclasses import dataclass, field
from typing import Any

from dragoman.model import ActorItem, Claim, Codes, FigureItem, PlaceItem, Reading, ReadReport, Span, TimeItem
from dragoman.model.claim import Extent


@dataclass(frozen=True)
class Spot:
    name: str
    country: str | None
    lat: float
    lon: float
    radius_km: float


TOWNS = {
    "douma": Spot("Douma", "SY", 33.571, 36.402, 4),
    "harasta": Spot("Harasta", "SY", 33.558, 36.365, 3),
    "dumayr": Spot("Dumayr", "SY", 33.642, 36.688, 3),
    "jayrud": Spot("Jayrud", "SY", 33.806, 36.740, 3),
    "zamalka": Spot("Zamalka", "SY", 33.527, 36.352, 2),
    "idlib": Spot("Idlib", "SY", 35.931, 36.634, 8),
    "area:eastern-ghouta": Spot("Eastern Ghouta", "SY", 33.53, 36.40, 16),
    "area:eastern-qalamun": Spot("Eastern Qalamun", "SY", 33.8, 36.9, 25),
    "country:SY": Spot("Syria", "SY", 35.0, 38.0, 300),
}
INSIDE = {
    "douma": ("area:eastern-ghouta", "country:SY"),
    "harasta": ("area:eastern-ghouta", "country:SY"),
    "zamalka": ("area:eastern-ghouta", "country:SY"),
    "dumayr": ("area:eastern-qalamun", "country:SY"),
    "jayrud": ("area:eastern-qalamun", "country:SY"),
    "idlib": ("country:SY",),
    "area:eastern-ghouta": ("country:SY",),
    "area:eastern-qalamun": ("country:SY",),
}


class Ground:
    """A gazetteer of the few places above."""

    def ancestors(self, place_id: str, /) -> tuple[str, ...]:
        return INSIDE.get(place_id, ())

    def get(self, place_id: str, /) -> Spot | None:
        return TOWNS.get(place_id)


@dataclass
class Said:
    """One claim in short: actors, places and speakers by id ("~words" for those that the register lacks)."""

    type: str
    by: str = ""
    to: str = ""
    at: str = ""
    on: str = ""
    speaker: str = ""
    deadline: str = ""
    factuality: str = "happened"
    phase: str | None = None
    role: str = "at"
    figures: dict[str, int] = field(default_factory=dict)
    terms: tuple[tuple[str, str, str | None], ...] = ()
    words: str = ""
    since: bool = False
    private: tuple[str, ...] = ()
    link: tuple[str, int] | None = None


def reading(
    *said: Said,
    publisher: str | None = "Outlet",
    published: str | None = "2018-04-14",
    url: str | None = None,
    id: str = "made",
    title: str | None = None,
    filler: str = "",
    codebook: str = "test 1",
    towns: dict[str, Spot] | None = None,
) -> Reading:
    """A reading of a report that says all this, a sentence each; with `towns` of its own, facts stand outside it."""
    text, claims = filler, []
    for each in said:
        text, claim = _sentence(text, each, claims, f"{publisher}/{url or id}", towns)
        claims.append(claim)
    report = ReadReport(
        id=id,
        title=title,
        publisher=publisher,
        published=published,
        published_from="row" if published else None,
        url=url,
        language="en",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        loaded=[],
    )
    stamps = {"dragoman": "0.1.0", "model": "m", "codebook": codebook, "register": "r", "gazetteer": "g"}
    return Reading.model_validate({"schema": 1, **stamps, "report": report, "claims": claims, "warnings": []})


def _sentence(
    text: str, said: Said, before: list[Claim], address: str, towns: dict[str, Spot] | None
) -> tuple[str, Claim]:
    parts = _Parts(text, towns or TOWNS)
    begun = len(text)
    if towns:
        evidence = parts.span(said.words)
        parts.end()
        ended = len(parts.text)
    by = [parts.actor(name, said) for name in said.by.split()]
    if not towns:
        evidence = parts.span(said.words or f"did {said.type}")
    to = [parts.actor(name, said) for name in said.to.split()]
    place = [parts.place(name, said.role) for name in said.at.split()]
    time = [parts.time(day, "since" if said.since else "at") for day in said.on.split()]
    deadline = [parts.time(day, "by") for day in said.deadline.split()]
    figures = [parts.figure(what, number) for what, number in said.figures.items()]
    terms = [{**parts.span(words).model_dump(), "role": role, "type": kind} for words, role, kind in said.terms]
    speaker = [parts.actor(name, said, level=level) for level, name in enumerate(said.speaker.split())]
    parts.end()
    mark = hashlib.sha256(f"{address}/{evidence.start}/{said.type}".encode()).hexdigest()[:12]
    links = [{"rel": said.link[0], "claim": before[said.link[1]].id}] if said.link else []
    record: dict[str, Any] = {
        **{"id": mark, "type": said.type, "evidence": evidence, "by": by, "to": to, "place": place, "time": time},
        "sentence": Extent(start=begun, end=ended if towns else len(parts.text)),
        **{"deadline": deadline, "speaker": speaker, "factuality": said.factuality, "phase": said.phase},
        **{"means": None, "figures": figures, "terms": terms, "loaded": [], "links": links, "same_as": None},
        **{"commitment": "says" if speaker else None, "codes": Codes()},
    }
    return parts.text, Claim.model_validate(record)


class _Parts:
    def __init__(self, text: str, towns: dict[str, Spot]) -> None:
        self.text = text
        self._towns = towns

    def span(self, words: str) -> Span:
        self.text += "" if not self.text or self.text.endswith("\n") else " "
        start = len(self.text)
        self.text += words
        return Span(start=start, end=len(self.text), text=words)

    def end(self) -> None:
        self.text += ".\n"

    def actor(self, name: str, said: Said, level: int | None = None) -> ActorItem:
        private = name in said.private
        known = not name.startswith("~") and not private
        words = name.removeprefix("~").replace("_", " ")
        fields = (
            {"actor": name, "name": words} if known else {"actor": None, "name": None, "reason": "described, not named"}
        )
        kind = "government" if name.startswith(("gov-", "mil-")) else "armed group" if known else "described"
        return ActorItem(**self.span(words).model_dump(), private=private, kind=kind, level=level, **fields)

    def place(self, name: str, role: str) -> PlaceItem:
        spot = self._towns[name]
        point = {"lat": spot.lat, "lon": spot.lon, "radius_km": spot.radius_km}
        named = {"place": name, "name": spot.name, "country": spot.country, "role": role, "reason": None}
        return PlaceItem.model_validate({**self.span(spot.name).model_dump(), **named, **point})

    def time(self, value: str, role: str) -> TimeItem:
        open_ended = role == "since"
        span = self.span(f"{role} {value}").model_dump()
        bounds = {"earliest": _first(value), "latest": None if open_ended else _last(value)}
        written = f"{value}/.." if open_ended else value
        return TimeItem.model_validate({**span, "value": written, "role": role, "reason": None, **bounds})

    def figure(self, what: str, number: int) -> FigureItem:
        span = self.span(f"{number} {what}").model_dump()
        return FigureItem.model_validate({**span, "value": number, "low": None, "high": None, "what": what})


def _first(value: str) -> str:
    return {4: f"{value}-01-01", 7: f"{value}-01"}.get(len(value), value)


def _last(value: str) -> str:
    return {4: f"{value}-12-31", 7: f"{value}-28"}.get(len(value), value)
