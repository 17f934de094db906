"""The labelled set for linking, as readings and as the groups that were labelled."""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from dragoman.model import Reading
from tests.ledger.made import Said, Spot, reading

FOLDER = Path(__file__).parents[1] / "gold" / "linking"
COLUMNS = (
    *("event", "report", "outlet", "published", "type", "by", "to", "place", "on", "killed", "injured"),
    *("factuality", "speaker", "sentence"),
)


class Invented:
    """The gazetteer of the invented places."""

    def __init__(self) -> None:
        lines = (FOLDER / "places.tsv").read_text(encoding="utf-8").splitlines()
        rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
        self.spots = {
            key: Spot(name, code, float(lat), float(lon), float(km)) for key, name, code, lat, lon, km, _ in rows
        }
        self.inside = {row[0]: tuple(row[6].split()) for row in rows}

    def ancestors(self, place_id: str, /) -> tuple[str, ...]:
        return self.inside.get(place_id, ())

    def get(self, place_id: str, /) -> Spot | None:
        return self.spots.get(place_id)


@dataclass(frozen=True)
class Labelled:
    """Readings, and for each claim (report id, place in the report) the label of its event."""

    readings: list[Reading]
    labels: dict[tuple[str, int], str]


def load(ground: Invented) -> Labelled:
    """The labelled set; a sentence's words stand in the text, its facts in the claim."""
    rows = defaultdict(list)
    for line in (FOLDER / "claims.psv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            row = dict(zip(COLUMNS, line.split("|"), strict=True))
            rows[row["report"]].append(row)
    readings, labels = [], {}
    for name, claims in rows.items():
        for at, row in enumerate(claims):
            labels[name, at] = row["event"]
        first = claims[0]
        said = [_said(row) for row in claims]
        readings.append(
            reading(*said, publisher=first["outlet"], published=first["published"], id=name, towns=ground.spots)
        )
    return Labelled(readings, labels)


def _said(row: dict[str, str]) -> Said:
    figures = {what: int(row[what]) for what in ("killed", "injured") if row[what]}
    told = {key: row[key] for key in ("type", "by", "to", "on", "factuality", "speaker")}
    return Said(**told, at=row["place"], figures=figures, words=row["sentence"].rstrip("."))  # type: ignore[arg-type]
