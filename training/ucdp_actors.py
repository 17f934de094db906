"""Write the register's tables of UCDP actors from the UCDP Actor data set (CC BY 4.0).

    python -m training.ucdp_actors ucdp_actors.jsonl

Actors that the compiled tables already have under one of their names get their UCDP id only (`ucdp_ids.tsv`); the
others become entries (`ucdp_actors.tsv`, `ucdp_aliases.tsv`), splits and alliances relations (`ucdp_relations.tsv`).
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.register import tables
from dragoman.register.fold import fold

SOURCE = "UCDP Actor 22.1"
KINDS = {"1": "armed group", "2": "political organisation", "3": "community", "4": "government"}
COMPILED = [tables.DATA / name for name in ("actors.tsv", "aliases.tsv", "relations.tsv")]
Row = dict[str, str | None]
_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_NOTHING = {None, "", "n/a", "0"}


@dataclass
class Written:
    """The rows of the four tables."""

    actors: list[tuple[str, ...]] = field(default_factory=list)
    aliases: list[tuple[str, ...]] = field(default_factory=list)
    ids: list[tuple[str, ...]] = field(default_factory=list)
    relations: list[tuple[str, ...]] = field(default_factory=list)


def main(path: Path) -> None:
    """Read the data set and write the tables beside the compiled ones."""
    with path.open(encoding="utf-8") as lines:
        source = [json.loads(line) for line in lines]
    compiled = tables.read(COMPILED)
    out, ours = Written(), {}
    known = _known(compiled)
    for row in source:
        ours[row["ActorId"]] = _place(row, known, out)
    for row in source:
        out.relations += _relations(row, ours)
    head = f"# Made by training/ucdp_actors.py from {SOURCE} (Uppsala Conflict Data Program, CC BY 4.0).\n"
    _write("ucdp_actors.tsv", head, "id name kind country since until ucdp source", out.actors)
    _write("ucdp_aliases.tsv", head, "actor alias language usage since until", out.aliases)
    _write("ucdp_ids.tsv", head, "actor ucdp", out.ids)
    _write("ucdp_relations.tsv", head, "subject relation object since until source", out.relations)


def _known(compiled: tables.Entries) -> dict[str, list[tuple[str, str | None]]]:
    """Folded name to the compiled actors that bear it, with their countries."""
    known: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    for alias in compiled.aliases:
        if alias.actor in compiled.actors:
            known[fold(alias.text)].append((alias.actor, compiled.actors[alias.actor].country))
    return known


def _place(row: Row, known: dict[str, list[tuple[str, str | None]]], out: Written) -> str:
    """The register's id of a UCDP actor, after writing what is new about it."""
    names, country = list(dict.fromkeys(_names(row))), _country(row, known)
    for name in names:
        for actor, home in known.get(fold(name), []):
            if home in (country, None):
                out.ids.append((actor, str(row["ActorId"])))
                return actor
    actor = f"ucdp-{row['ActorId']}"
    neutral = next((name for name in names if not name.isupper()), names[0])
    out.actors.append((actor, neutral, KINDS[str(row["Org"])], country or "", "", "", str(row["ActorId"]), SOURCE))
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


def _country(row: Row, known: dict[str, list[tuple[str, str | None]]]) -> str | None:
    first = _BRACKETS.sub("", (row["Location"] or "").split(",")[0]).strip()
    if row["Org"] == "4":
        first = _BRACKETS.sub("", (row["NameData"] or "")).removeprefix("Government of ").strip()
    homes = [home for actor, home in known.get(fold(first), []) if actor.startswith("gov-")]
    return homes[0] if homes else None


def _relations(row: Row, ours: dict[str, str]) -> Iterator[tuple[str, ...]]:
    for key, relation in (
        ("ActorIdPrev", "split from"),
        ("ActorIdSplitTemp", "split from"),
        ("ActorIdAlliance", "part of"),
        ("ActorIdGroup", "merged into"),
    ):
        for other in re.findall(r"\d+", row[key] or ""):
            if other in ours and ours[other] != ours[str(row["ActorId"])]:
                yield ours[str(row["ActorId"])], relation, ours[other], "", "", SOURCE


def _write(name: str, head: str, columns: str, rows: list[tuple[str, ...]]) -> None:
    lines = ["\t".join(columns.split()), *sorted({"\t".join(row) for row in rows})]
    (tables.DATA / name).write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
