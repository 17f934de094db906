"""What the outlets of the made-up war write: readings as the reader gives them, without reading."""

import hashlib
import random
from collections.abc import Iterator
from typing import TypeVar

from bench.ledger.world import DAYS, DEALS, SYMMETRIC, Happening, World, iso
from dragoman.model import ActorItem, Claim, Codes, FigureItem, PlaceItem, Reading, ReadReport, Span, TermItem, TimeItem
from dragoman.model.claim import Extent

S = TypeVar("S", bound=Span)
CLAIMS = 10
"""Claims a report."""
_PADDING = (
    "The account could not be checked on the spot.",
    "Roads into the district were closed for most of the day.",
    "Neighbouring towns were said to be calm by the evening.",
    "It was the latest of several incidents in the area this month.",
)
_TERMS = (
    ("fighters leave with their families", "evacuation"),
    ("prisoners of both sides are exchanged", "exchange"),
    ("trucks with food reach the hospital", "aid"),
    ("police patrol the main road", None),
    ("water and power come back", None),
    ("wounded people are treated", None),
)
_ENDING = ("siege", "ceasefire", "control", "alliance")


def readings(world: World, reports: int, seed: int = 7) -> Iterator[Reading]:
    """So many reports, in the order of their days; some days have far more than others."""
    rng = random.Random(seed)
    days = sorted(min(DAYS - 1, int(DAYS * rng.betavariate(1.4, 1.1))) for _ in range(reports))
    previous: Reading | None = None
    for number, day in enumerate(days):
        if previous is not None and rng.random() < 0.02:
            yield _copy(previous, world.pick(rng, world.outlets), number)
            continue
        previous = _report(world, rng, number, day)
        yield previous


def _copy(reading: Reading, outlet: str, number: int) -> Reading:
    report = reading.report.model_copy(update={"publisher": outlet, "id": f"r{number}", "url": f"made-up:{number}"})
    return reading.model_copy(update={"report": report})


def _report(world: World, rng: random.Random, number: int, day: int) -> Reading:
    told = [_told(world, rng, day) for _ in range(rng.randint(2, 4))]
    writer = _Writer(world, rng, day, f"{number}")
    for at in range(CLAIMS):
        writer.sentence(told[at % len(told)])
        writer.pad()
    text = "".join(writer.parts)
    report = ReadReport.model_construct(
        id=f"r{number}",
        title=f"Report {number}",
        publisher=world.pick(rng, world.outlets),
        published=iso(day),
        published_from="row",
        url=f"made-up:{number}",
        language="en",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        loaded=[],
    )
    stamps = {"dragoman": "0", "model": "none", "codebook": "none", "register_": "none", "gazetteer": "none"}
    return Reading.model_construct(format=1, **stamps, report=report, claims=writer.claims, warnings=[])


def _told(world: World, rng: random.Random, day: int) -> Happening:
    happenings = world.happenings(max(0, day - rng.choice((0, 0, 0, 1, 1, 2))))
    return happenings[min(len(happenings) - 1, int(rng.paretovariate(0.6)) - 1)]


class _Writer:
    """One report in the making: its text so far and the claims in it."""

    def __init__(self, world: World, rng: random.Random, day: int, name: str) -> None:
        self._world, self._rng, self._day, self._name = world, rng, day, name
        self.parts: list[str] = []
        self.claims: list[Claim] = []
        self._at = 0

    def _add(self, words: str) -> tuple[int, int, str]:
        start = self._at
        self.parts.append(words)
        self._at += len(words)
        return start, self._at, words

    def pad(self) -> None:
        """A sentence without a claim."""
        self._add(self._rng.choice(_PADDING) + "\n")

    def sentence(self, told: Happening) -> None:
        """A sentence that tells of a happening, and its claim."""
        start, rng = self._at, self._rng
        by = [self._actor(told.by)]
        self._add(" ")
        evidence = self._add(f"carried out one {told.type} against")
        self._add(" ")
        to = [self._actor(told.to)]
        self._add(" in ")
        place = [self._place(told)] if rng.random() < 0.9 else []
        self._add(" ")
        time = [self._time(told.day)] if rng.random() < 0.7 else []
        self._add(", ")
        figures = [self._figure(told.killed)] if told.killed and rng.random() < 0.7 else []
        terms = [self._term(each) for each in rng.sample(_TERMS, rng.randint(0, 3))] if told.type in DEALS else []
        self._add(" said ")
        speaker = [self._actor(self._world.pick(rng, self._world.actors), level=0)] if rng.random() < 0.6 else []
        self._add(f" ({rng.randint(1, 999)}).\n")
        if told.type in SYMMETRIC:
            by, to = by + to, []
        body = f"{self._name}/{len(self.claims)}"
        self.claims.append(
            Claim.model_construct(
                id=hashlib.sha256(body.encode()).hexdigest()[:12],
                type=told.type,
                evidence=_span(Span, evidence),
                sentence=Extent.model_construct(start=start, end=self._at - 1),
                by=by,
                to=to,
                place=place,
                time=time,
                deadline=[self._deadline(told.day, evidence)] if told.type == "ultimatum" else [],
                speaker=speaker,
                factuality=rng.choices(("happened", "denied", "planned", "possible"), (88, 4, 4, 4))[0],
                phase="end" if told.type in _ENDING and rng.random() < 0.1 else None,
                means=None,
                figures=figures,
                terms=terms,
                loaded=[],
                commitment="says" if speaker else None,
                links=[],
                same_as=None,
                codes=Codes.model_construct(plover="ASSAULT", acled="Attack", cameo="190", ucdp="1"),
            )
        )

    def _actor(self, actor: str, level: int | None = None) -> ActorItem:
        name = actor.replace("group-", "the Army of Group ")
        fields = {"said": None, "actor": actor, "name": name, "kind": "armed group", "private": False, "reason": None}
        return _span(ActorItem, self._add(name), level=level, **fields)

    def _place(self, told: Happening) -> PlaceItem:
        town, rng = told.town, self._rng
        if rng.random() < 0.1:
            town = self._world.areas[town.above[0]]
        fields = {"country": town.country, "radius_km": town.radius_km, "score": 0.9, "reason": None, "said": None}
        return _span(
            PlaceItem,
            self._add(town.name),
            role="at",
            place=town.id,
            name=town.name,
            lat=town.lat,
            lon=town.lon,
            **fields,
        )

    def _time(self, day: int) -> TimeItem:
        value = iso(day)
        fields = {"role": "at", "inferred": False, "reason": None}
        return _span(TimeItem, self._add(f"on {value}"), value=value, earliest=value, latest=value, **fields)

    def _deadline(self, day: int, evidence: tuple[int, int, str]) -> TimeItem:
        value = iso(day + self._rng.randint(1, 5))
        fields = {"role": "by", "inferred": False, "reason": None}
        return _span(TimeItem, evidence, value=value, earliest=value, latest=value, **fields)

    def _term(self, told: tuple[str, str | None]) -> TermItem:
        words, kind = told
        self._add(", ")
        return _span(TermItem, self._add(words), role="obligation", type=kind, by=["by.0"], to=[])

    def _figure(self, killed: int) -> FigureItem:
        told = killed if self._rng.random() < 0.7 else max(1, killed + self._rng.randint(-3, 3))
        part = self._add(f"killing {told} people")
        return _span(FigureItem, part, value=told, low=None, high=None, what="killed", of=None, cumulative=False)


def _span(sort: type[S], part: tuple[int, int, str], **fields: object) -> S:
    start, end, text = part
    return sort.model_construct(start=start, end=end, text=text, **fields)
