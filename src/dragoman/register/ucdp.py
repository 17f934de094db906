"""UCDP actors as entries of the register (Uppsala Conflict Data Program, Actor data set, CC BY 4.0).

Actors that the other tables already have under one of their names get their UCDP id only; the others become entries,
and splits, alliances and mergers relations.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.register import tables
from dragoman.register.fold import fold

KINDS = {"1": "armed group", "2": "political organisation", "3": "community", "4": "government"}
Row = Mapping[str, str | None]
_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_NOTHING = {None, "", "n/a", "0"}


@dataclass
class Written:
    """The rows of the four tables, and the version of the data set that they name as their source."""

    version: str
    actors: list[tuple[str, ...]] = field(default_factory=list)
    aliases: list[tuple[str, ...]] = field(default_factory=list)
    ids: list[tuple[str, ...]] = field(default_factory=list)
    relations: list[tuple[str, ...]] = field(default_factory=list)


def convert(source: Iterable[Row], known_entries: tables.Entries, version: str) -> Written:
    """The rows of the four tables for UCDP's actors; `version` is what their `source` says."""
    rows, out = list(source), Written(version)
    ours: dict[str, str] = {}
    known = _known(known_entries)
    for row in rows:
        ours[str(row["ActorId"])] = _place(row, known, out)
    for row in rows:
        out.relations += _relations(row, ours, version)
    return out


def write(out: Written, folder: Path, head: str) -> list[Path]:
    """Write the four tables into a folder, sorted, under a line of comment; gives their paths."""
    return [
        _write(folder / "ucdp_actors.tsv", head, "id name kind country since until ucdp source", out.actors),
        _write(folder / "ucdp_aliases.tsv", head, "actor alias language usage since until", out.aliases),
        _write(folder / "ucdp_ids.tsv", head, "actor ucdp", out.ids),
        _write(folder / "ucdp_relations.tsv", head, "subject relation object since until source", out.relations),
    ]


def _write(path: Path, head: str, columns: str, rows: list[tuple[str, ...]]) -> Path:
    lines = ["\t".join(columns.split()), *sorted({"\t".join(row) for row in rows})]
    path.write_text(f"# {head}\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def _known(compiled: tables.Entries) -> dict[str, list[tuple[str, str | None]]]:
    """Folded name to the compiled actors that bear it, with their countries."""
    known: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    for alias in compiled.aliases:
        if alias.actor in compiled.actors:
            known[fold(alias.text)].append((alias.actor, compiled.actors[alias.actor].country))
    return known


def _place(row: Row, known: dict[str, list[tuple[str, str | None]]], out: Written) -> str:
    """The register's id of a UCDP actor, after writing what is new about it."""
    names, countries = list(dict.fromkeys(_names(row))), _countries(row, known)
    for name in names:
        for actor, home in known.get(fold(name), []):
            if home is None or home in countries:
                out.ids.append((actor, str(row["ActorId"])))
                return actor
    actor = f"ucdp-{row['ActorId']}"
    neutral = next((name for name in names if not name.isupper()), names[0])
    out.actors.append(
        (
            actor,
            neutral,
            KINDS[str(row["Org"])],
            countries[0] or "" if countries else "",
            "",
            "",
            str(row["ActorId"]),
            out.version,
        )
    )
    out.aliases += [(actor, name, "en", "neutral", "", "") for name in names if name != neutral]
    return actor


def _names(row: Row) -> Iterator[str]:
    for key in ("NameOrigFull", "NameData", "NameOrig", "NameOrigFullEng", "NewName", "NewNameFullEng"):
        whole = " ".join((row[key] or "").split())
        for part in re.split(r"[,/]\s", whole):
            name = _BRACKETS.sub("", part).strip() if not part.startswith("Military faction") else part.strip()
            if name in _NOTHING or len(name) < 3 or not name.isprintable() or not re.match(r"[A-Za-zÀ-ž0-9'’]", name):
                continue
            if key.endswith("Eng") and " " not in name:
                continue
            yield name


def _countries(row: Row, known: dict[str, list[tuple[str, str | None]]]) -> list[str | None]:
    """ISO codes of the countries where an actor was active, of a government its own."""
    parts = (row["Location"] or "").split(",")
    if row["Org"] == "4":
        parts = [(row["NameData"] or "").removeprefix("Government of ")]
    states = (state for part in parts for state in known.get(fold(_BRACKETS.sub("", part).strip()), []))
    return [home for actor, home in states if actor.startswith("gov-")]


def _relations(row: Row, ours: dict[str, str], version: str) -> Iterator[tuple[str, ...]]:
    for key, relation in (
        ("ActorIdPrev", "split from"),
        ("ActorIdSplitTemp", "split from"),
        ("ActorIdAlliance", "part of"),
        ("ActorIdGroup", "merged into"),
    ):
        for other in re.findall(r"\d+", row[key] or ""):
            if other in ours and ours[other] != ours[str(row["ActorId"])]:
                yield ours[str(row["ActorId"])], relation, ours[other], "", "", version
