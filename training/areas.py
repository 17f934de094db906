"""Compile the conflict areas: names of members to ids, centre and radius from where the members lie.

    python -m training.areas

Reads `training/areas.tsv`, writes the gazetteer's `areas.tsv`, and says which members no gazetteer knows.
"""

import math
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.gazetteer import Gazetteer, Place, distance_km
from dragoman.gazetteer.conflict import slug

SOURCE = Path(__file__).parent / "areas.tsv"
TABLE = Path("src/dragoman/gazetteer/data/areas.tsv")
HEAD = """# Conflict regions that no gazetteer holds. Compiled for Dragoman; written by training/areas.py.
# Columns: slug, country, names, latitude, longitude, radius in km, first-level division they all lie in, members
# (ids of places; they and all that lies in them are inside), source.
"""
SETTLED = frozenset(("city", "capital"))
_CODE = re.compile(r"[A-Z]{2}(?:-\w+)?")


@dataclass(slots=True)
class Area:
    """One row of the source."""

    countries: list[str]
    names: list[str]
    members: list[str]
    point: tuple[float, float, float] | None
    places: list[Place] = field(default_factory=list)
    inner: list[str] = field(default_factory=list)


def main() -> None:
    """Write the table."""
    gazetteer = Gazetteer.open()
    areas = [_area(line) for line in SOURCE.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    lines = []
    for area in areas:
        _resolve(area, gazetteer)
        lines.append(_line(area))
    TABLE.write_text(HEAD + "\n".join(sorted(lines)) + "\n", encoding="utf-8")
    print(len(lines), "areas")


def _area(line: str) -> Area:
    countries, names, members, point = line.split("\t")
    numbers = tuple(float(part) for part in point.split(",")) if point else None
    return Area(
        countries.split(","),
        names.split("|"),
        members.split("|") if members else [],
        (numbers[0], numbers[1], numbers[2]) if numbers else None,
    )


def _resolve(area: Area, gazetteer: Gazetteer) -> None:
    """Find the members: codes and slugs as they are, names among the settlements of the area's countries."""
    named: list[list[Place]] = []
    for member in area.members:
        if member.startswith("@"):
            area.inner.append(f"area:{member[1:]}")
        elif _CODE.fullmatch(member):
            place = gazetteer.coded(member)
            area.places += [place] if place else []
        else:
            found = [p for c in area.countries for p in gazetteer.find(member, country=c) if p.kind in SETTLED]
            if found:
                named.append(found)
            else:
                print(f"{area.names[0]}: no {member}", file=sys.stderr)
    settled = area.places + [found[0] for found in named if len(found) == 1] or [f[0] for f in named]
    centre = area.point[:2] if area.point else _centre(settled) if settled else None
    for found in named:
        if centre is not None:
            found.sort(key=lambda place: (distance_km(place.lat, place.lon, *centre), place.id))
        area.places.append(found[0])


def _centre(places: list[Place]) -> tuple[float, float]:
    return sum(place.lat for place in places) / len(places), sum(place.lon for place in places) / len(places)


def _line(area: Area) -> str:
    lat, lon, radius = area.point or _extent(area)
    regions = {region for place in area.places if (region := place.id if place.kind == "region" else place.admin1)}
    region = regions.pop() if len(regions) == 1 else None
    country = area.countries[0] if len(area.countries) == 1 else ""
    members = sorted({*area.inner, *(place.id for place in area.places)})
    row = (slug(area.names[0]), country, "|".join(area.names), f"{lat:.3f}", f"{lon:.3f}", f"{radius:.0f}")
    return "\t".join((*row, region or "", "|".join(members), "compiled"))


def _extent(area: Area) -> tuple[float, float, float]:
    """The mean of the members' points and the distance that holds them with their own radii."""
    if not area.places:
        raise SystemExit(f"{area.names[0]}: neither members nor a point")
    lat, lon = _centre(area.places)
    reach = max(distance_km(lat, lon, place.lat, place.lon) + place.radius_km / 2 for place in area.places)
    return lat, lon, float(math.ceil(reach))


if __name__ == "__main__":
    main()
