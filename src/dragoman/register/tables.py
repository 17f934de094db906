"""The register's data files: TSV beside the code and TSV that the user imported, read into entries."""

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from dragoman.model import InputError
from dragoman.register.entry import KINDS, RELATIONS, USAGES, Actor, Alias, Relation
from dragoman.register.fold import fold

DATA = Path(__file__).parent / "data"
Row = dict[str, str]


@dataclass
class Entries:
    """What a set of data files holds."""

    actors: dict[str, Actor] = field(default_factory=dict)
    aliases: list[Alias] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    ucdp: dict[str, str] = field(default_factory=dict)


def rows(path: Path) -> Iterator[Row]:
    """The rows of a TSV file whose first line that is no comment names the columns."""
    with path.open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(
            (line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE
        )
        for row in table:
            if None in row or None in row.values():
                raise InputError(f"{path.name}, {row}: not as many columns as the first line names")
            yield row


def read(files: list[Path]) -> Entries:
    """All entries of actor, alias and relation tables (told apart by their columns), and of the states."""
    entries = Entries()
    for path in files:
        for row in rows(path):
            _add(entries, row, path)
    for state in rows(DATA / "states.tsv"):
        _add_state(entries, state)
    for actor, ucdp in entries.ucdp.items():
        if actor in entries.actors:
            entries.actors[actor] = replace(entries.actors[actor], ucdp=ucdp)
    entries.aliases = list(_best_dated(entries.aliases))
    return entries


def _best_dated(aliases: list[Alias]) -> Iterator[Alias]:
    """Each name of an actor with the dates that a source gives it, else with those of the actor, else without."""
    best: dict[tuple[str, str], int] = {}
    for alias in aliases:
        key = alias.actor, fold(alias.text)
        best[key] = max(best.get(key, 0), _dating(alias))
    return (alias for alias in aliases if _dating(alias) == best[alias.actor, fold(alias.text)])


def _dating(alias: Alias) -> int:
    return 2 if alias.source else 1 if alias.since or alias.until else 0


def shipped() -> list[Path]:
    """The tables that come with the package, states apart."""
    return sorted(path for path in DATA.glob("*.tsv") if path.name not in ("states.tsv", "bodies.tsv"))


def stamp(files: list[Path]) -> str:
    """SHA-256 over names and contents of the files, and of the tables of the states."""
    digest = hashlib.sha256()
    for path in [*files, DATA / "bodies.tsv", DATA / "states.tsv"]:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _add(entries: Entries, row: Row, path: Path) -> None:
    if "alias" in row:
        entries.aliases.append(_alias(row, path))
    elif "relation" in row:
        entries.relations.append(_relation(row, path))
    elif "actor" in row:
        entries.ucdp[row["actor"]] = row["ucdp"]
    else:
        actor = _actor(row, path)
        entries.actors[actor.id] = actor
        entries.aliases.append(Alias(actor.id, actor.name, since=actor.since, until=actor.until))


def _actor(row: Row, path: Path) -> Actor:
    _known(row["kind"], KINDS, "kind", path)
    dates = row["since"] or None, row["until"] or None
    return Actor(
        row["id"], row["name"], row["kind"], row["country"] or None, *dates, row["ucdp"] or None, row["source"]
    )


def _alias(row: Row, path: Path) -> Alias:
    _known(row["usage"], USAGES, "usage", path)
    _known(row.get("seat") or "", ("", "yes"), "seat", path)
    since, until, source = row["since"] or None, row["until"] or None, row.get("source") or None
    if (since or until) and not source and "source" in row:
        raise InputError(f"{path.name}: {row['alias']!r} has dates without a source")
    return Alias(
        row["actor"], row["alias"], row["language"], row["usage"], since, until, source, seat=row.get("seat") == "yes"
    )


def _relation(row: Row, path: Path) -> Relation:
    _known(row["relation"], RELATIONS, "relation", path)
    dates = row["since"] or None, row["until"] or None
    return Relation(row["subject"], row["relation"], row["object"], *dates, row["source"])


def _known(value: str, allowed: tuple[str, ...], column: str, path: Path) -> None:
    if value not in allowed:
        raise InputError(f"{path.name}: {column} {value!r} is none of {', '.join(allowed)}")


def _add_state(entries: Entries, state: Row) -> None:
    names = {
        "other": [state["name"], *_parts(state["other_names"])],
        "adjective": _parts(state["adjectives"]),
        "demonym": [word for word in _parts(state["adjectives"]) if word not in _parts(state["other_names"])],
        "people": _parts(state["people"]),
        "seat": _parts(state["seats"]),
    }
    country, government = state["code"], f"gov-{state['code'].lower()}"
    for body in _bodies():
        actor = f"{body['prefix']}-{country.lower()}"
        if actor not in entries.actors:
            adjective = (names["adjective"] or [state["name"]])[0]
            name = body["name"].format(name=state["name"], adjective1=adjective)
            entries.actors[actor] = Actor(actor, name, body["kind"], country, None, state["until"] or None)
            entries.aliases.append(Alias(actor, name))
            if body["prefix"] not in ("gov", "people"):
                entries.relations.append(Relation(actor, "part of", government))
        seat = body["pattern"] == "{seat}"
        entries.aliases += [
            Alias(actor, text, "en", body["usage"], seat=seat) for text in _filled(body["pattern"], names)
        ]


def _bodies() -> Iterator[Row]:
    return rows(DATA / "bodies.tsv")


def _filled(pattern: str, names: dict[str, list[str]]) -> list[str]:
    slot = pattern[pattern.index("{") + 1 : pattern.index("}")]
    return [pattern.replace("{" + slot + "}", name) for name in names[slot]]


def _parts(cell: str) -> list[str]:
    return [part for part in cell.split(";") if part]
