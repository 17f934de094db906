"""What a reviewer may correct of a claim, in the words of the command line: `factuality=denied`, `by=gov-sy,gov-ru`."""

from collections.abc import Mapping
from typing import Any, get_args

from pydantic import ValidationError
from sqlalchemy import Connection, select

from dragoman.ledger.days import asked, iso
from dragoman.ledger.filters import place_of
from dragoman.ledger.selection import types_in
from dragoman.ledger.tables import actors, places
from dragoman.model import ActorItem, Claim, FigureItem, FigureWhat, PlaceItem, TimeItem, UsageError

SLOTS = ("by", "to", "speaker")
PLAIN = ("type", "factuality", "phase", "means")
FIGURES: tuple[str, ...] = get_args(FigureWhat)
FIELDS = (*PLAIN, *SLOTS, "place", "time", *FIGURES)


def corrected(connection: Connection, claim: Claim, changes: Mapping[str, str]) -> Claim:
    """The claim with these fields changed, an empty value clearing one; `UsageError` for what can't be."""
    update: dict[str, object] = {}
    for name, value in changes.items():
        if name in PLAIN:
            update[name] = _type(connection, value) if name == "type" else value or None
        elif name in SLOTS:
            keys = [key.strip() for key in value.split(",") if key.strip()]
            update[name] = [_actor(connection, claim, name, level, key) for level, key in enumerate(keys)]
        elif name == "place":
            update["place"] = [_place(connection, claim, value)] if value else []
        elif name == "time":
            update["time"] = [_time(claim, value)] if value else []
        elif name in FIGURES:
            others = [item for item in claim.figures if item.what != name]
            update["figures"] = others + ([_figure(claim, name, value)] if value else [])
        else:
            raise UsageError(f"{name!r} can't be corrected; what can: {', '.join(FIELDS)}")
    return _validated(claim, update)


def _validated(claim: Claim, update: dict[str, object]) -> Claim:
    try:
        return Claim.model_validate({**claim.model_dump(), **{key: _plain(value) for key, value in update.items()}})
    except ValidationError as error:
        first = error.errors()[0]
        raise UsageError(f"{first['loc'][0]} can't be {first.get('input')!r}: {first['msg'].lower()}") from error


def _plain(value: object) -> object:
    return [item.model_dump() for item in value] if isinstance(value, list) else value


def _type(connection: Connection, value: str) -> str:
    """A type of the codebook, or of a user's own, which some claim then has."""
    from dragoman.codebook import load

    if value not in load().types and value not in types_in(connection):
        raise UsageError(f"the codebook has no type {value!r}; `dragoman codebook types` lists them")
    return value


def _actor(connection: Connection, claim: Claim, slot: str, level: int, key: str) -> ActorItem:
    for item in getattr(claim, slot):
        if item.actor == key:
            found: ActorItem = item
            return found
    known = _known(connection, key)
    named = {"actor": key, "name": known.name, "kind": known.kind}
    placed = {"private": False, "level": level if slot == "speaker" else None}
    return ActorItem.model_validate({**claim.evidence.model_dump(), **named, **placed})


def _known(connection: Connection, key: str) -> Any:
    """Name and kind of an actor by id, as the ledger has it, else the register."""
    from dragoman.register import Register

    row = connection.execute(select(actors.c.name, actors.c.kind).where(actors.c.key == key)).first()
    known = row or Register.open().get(key)
    if known is None:
        raise UsageError(f"no actor has the id {key!r}; `dragoman actors find NAME` prints ids")
    return known


def _place(connection: Connection, claim: Claim, name: str) -> PlaceItem:
    row = connection.execute(select(places).where(places.c.id == place_of(connection, name))).one()
    named = {"place": row.key, "name": row.name, "country": row.country, "lat": row.lat, "lon": row.lon}
    return PlaceItem.model_validate(
        {**claim.evidence.model_dump(), **named, "radius_km": row.radius_km, "reason": None}
    )


def _time(claim: Claim, value: str) -> TimeItem:
    first, _, last = value.partition("/")
    days = asked(first, "time"), asked(last or first, "time")
    bounds = {"earliest": iso(days[0]), "latest": iso(days[1])}
    told = {"value": value, "role": "at", "reason": None, **bounds}
    return TimeItem.model_validate({**claim.evidence.model_dump(), **told})


def _figure(claim: Claim, what: str, value: str) -> FigureItem:
    if not value.isdigit():
        raise UsageError(f"{what} must be a whole number, not {value!r}")
    told = {"value": int(value), "low": None, "high": None, "what": what}
    return FigureItem.model_validate({**claim.evidence.model_dump(), **told})
