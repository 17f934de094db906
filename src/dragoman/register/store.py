"""The register as it is asked: names to actors at a date, actors by id, relations, sides."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import Self

from dragoman.model import DataFileError
from dragoman.register import build
from dragoman.register.entry import Actor, Alias, Relation, within
from dragoman.register.fold import fold
from dragoman.register.names import Hit, NameFinder

_SUCCESSION = ("renamed to", "merged into")
_ONE_BODY = ("part of", "renamed to", "merged into")
_BONDS = ("allied with", "backed by")


class Register:
    """Actors, their names by date and usage, and their dated relations; read-only and safe to share."""

    def __init__(self, actors: list[Actor], aliases: list[Alias], relations: list[Relation], stamp: str):
        self.stamp = stamp
        self.relations = tuple(relations)
        self._actors = {actor.id: actor for actor in actors}
        self._aliases = aliases
        self._named: dict[str, list[Alias]] = defaultdict(list)
        for alias in aliases:
            self._named[fold(alias.text)].append(alias)

    @classmethod
    def open(cls) -> Self:
        """The register of this installation, built on first use; a DataFileError says why it can't be."""
        path, stamp = build.built()
        return cls(*_load(str(path), stamp), stamp)

    def __len__(self) -> int:
        return len(self._actors)

    def __iter__(self) -> Iterator[Actor]:
        return iter(self._actors.values())

    def get(self, actor: str) -> Actor | None:
        """The entry with this id."""
        return self._actors.get(actor)

    def aliases_of(self, actor: str) -> list[Alias]:
        """Every name of an actor."""
        return list(self._names_of.get(actor, ()))

    def find(self, name: str, when: str | None = None, country: str | None = None) -> Actor | None:
        """The actor that a name means on the ISO date `when`: the one of that date where it was renamed.

        Of several, one of `country` first; null where the name is unknown or still means more than one.
        """
        found = self.candidates(name, when)
        if len(found) > 1 and country:
            found = [actor for actor in found if actor.country == country] or found
        return found[0] if len(found) == 1 else None

    def candidates(self, name: str, when: str | None = None) -> list[Actor]:
        """All actors that a name may mean on a date, those that were active then first of all and alone."""
        folded = fold(name.strip())
        return self.meant(self._named.get(folded) or self._named.get(folded.removeprefix("the "), []), when)

    def meant(self, aliases: Sequence[Alias], when: str | None = None) -> list[Actor]:
        """The actors that bear one of these names, under their identity on a date.

        Names in use on the date count before those that were not, and actors that were active then before others.
        """
        dated = [alias for alias in aliases if not when or alias.used(when)] or aliases
        actors = dict.fromkeys(self.at(alias.actor, when) for alias in dated)
        found = [actor for actor in actors if actor is not None]
        return [actor for actor in found if actor.active(when)] or found

    def at(self, actor: str, when: str | None) -> Actor | None:
        """The actor under its identity and name on a date, along renamings and mergers, forwards and back."""
        seen = {actor}
        while when and (entry := self.get(actor)) and not entry.active(when):
            following = self._heir(actor, when) if entry.until and when > entry.until else self._forebear(actor)
            if following is None or following in seen:
                break
            seen.add(following)
            actor = following
        return self._called(actor, when)

    def side_of(self, actor: str, when: str | None = None) -> frozenset[str]:
        """Ids of those on the actor's side on a date: itself, its wholes and parts, and whoever is allied with them or
        backs them or is backed by them. Relations that UCDP gives without dates don't count."""
        core, rim = {actor}, {actor}
        while rim:
            rim = {other for one in rim for other in self._tied(one, _ONE_BODY, when)} - core
            core |= rim
        return frozenset(core.union(*(self._tied(one, _BONDS, when) for one in core)))

    def relations_of(self, actor: str, when: str | None = None) -> list[Relation]:
        """The relations that an actor stands in, those that held on a date where one is given."""
        return [r for r in self._by_actor.get(actor, []) if not when or r.holds(when)]

    def names_in(self, text: str) -> list[Hit]:
        """Every longest name that stands in a text, in its order; `Hit` holds offsets and the ids it may mean."""
        return self._finder.find(text)

    @cached_property
    def _finder(self) -> NameFinder:
        return NameFinder(self._aliases)

    @cached_property
    def _by_actor(self) -> dict[str, list[Relation]]:
        table: dict[str, list[Relation]] = defaultdict(list)
        for relation in self.relations:
            table[relation.subject].append(relation)
            table[relation.object].append(relation)
        return table

    def _tied(self, actor: str, kinds: tuple[str, ...], when: str | None) -> set[str]:
        held = [r for r in self._by_actor.get(actor, []) if r.kind in kinds and r.holds(when) and not _undated(r)]
        return {r.object if r.subject == actor else r.subject for r in held}

    def _called(self, actor: str, when: str | None) -> Actor | None:
        """The actor with the name that it gave itself then, where the register dates one."""
        entry = self.get(actor)
        own = next((alias.text for alias in self._own_names.get(actor, ()) if when and alias.used(when)), None)
        return replace(entry, name=own) if entry and own else entry

    @cached_property
    def _names_of(self) -> dict[str, list[Alias]]:
        table: dict[str, list[Alias]] = defaultdict(list)
        for alias in self._aliases:
            table[alias.actor].append(alias)
        return table

    @cached_property
    def _own_names(self) -> dict[str, list[Alias]]:
        """The names that actors gave themselves for a time."""
        dated = [a for a in self._aliases if a.usage == "own" and (a.since or a.until)]
        return {actor: [a for a in dated if a.actor == actor] for actor in {a.actor for a in dated}}

    def _heir(self, actor: str, when: str) -> str | None:
        heirs = [
            r
            for r in self._by_actor.get(actor, [])
            if r.subject == actor and r.kind in _SUCCESSION and (r.since is None or within(when, r.since, None))
        ]
        return heirs[0].object if heirs else None

    def _forebear(self, actor: str) -> str | None:
        renamed = [r for r in self._by_actor.get(actor, []) if r.object == actor and r.kind == "renamed to"]
        return renamed[0].subject if renamed else None


def _undated(relation: Relation) -> bool:
    return relation.source.startswith("UCDP") and relation.since is None and relation.until is None


@lru_cache(maxsize=1)
def _load(path: str, stamp: str) -> tuple[list[Actor], list[Alias], list[Relation]]:
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        actors = [Actor(*row) for row in connection.execute("SELECT * FROM actor ORDER BY rowid")]
        aliases = [
            Alias(*row) for row in connection.execute(f"SELECT {', '.join(build.ALIAS)} FROM alias ORDER BY rowid")
        ]
        relations = [Relation(*row) for row in connection.execute("SELECT * FROM relation ORDER BY rowid")]
    except sqlite3.DatabaseError as error:
        raise DataFileError(f"the actor register {path} is broken: delete it and it is built anew") from error
    finally:
        connection.close()
    return actors, aliases, relations
