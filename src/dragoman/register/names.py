"""Finding the register's names in running text: an Aho-Corasick automaton over the folded text."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from dragoman.register.entry import Alias
from dragoman.register.fold import fold

_SHORT = 5


@dataclass(frozen=True, slots=True)
class Hit:
    """A name of the register in a text: characters `start:end` and the entries that it may be, one for each bearer."""

    start: int
    end: int
    aliases: tuple[Alias, ...]

    @property
    def actors(self) -> tuple[str, ...]:
        """Ids of the actors that bear the name."""
        return tuple(dict.fromkeys(alias.actor for alias in self.aliases))


class NameFinder:
    """Finds the longest names, at word borders, written as names are: capitals where the entry has them."""

    def __init__(self, aliases: Iterable[Alias]):
        named: dict[str, list[Alias]] = defaultdict(list)
        for alias in aliases:
            named[fold(alias.text)].append(alias)
        self._named = named

    @cached_property
    def _automaton(self):  # type: ignore[no-untyped-def]  # ahocorasick has no types
        import ahocorasick

        automaton = ahocorasick.Automaton()
        for folded, aliases in self._named.items():
            automaton.add_word(folded, (len(folded), aliases))
        automaton.make_automaton()
        return automaton

    def find(self, text: str) -> list[Hit]:
        """The hits in the order of the text, none overlapping another."""
        folded = fold(text)
        if not self._named:
            return []
        found: list[Hit] = []
        for last, (length, aliases) in self._automaton.iter(folded):
            hit = _hit(text, folded, last + 1 - length, last + 1, aliases)
            if hit is not None:
                while found and hit.start <= found[-1].start:
                    found.pop()
                if not found or hit.start >= found[-1].end:
                    found.append(hit)
        return found


def _hit(text: str, folded: str, start: int, end: int, aliases: list[Alias]) -> Hit | None:
    if not _bordered(folded, start, end):
        return None
    written = text[start:end]
    borne = tuple(alias for alias in aliases if written_as_name(written, alias.text))
    return Hit(start, end, borne) if borne else None


def _bordered(text: str, start: int, end: int) -> bool:
    return not (start and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum())


def written_as_name(written: str, name: str) -> bool:
    """Whether a span has the capitals that make it this name: an abbreviation all, a name its first letters."""
    if name.isupper() and len(name) <= _SHORT:
        return written == name or (len(name) >= _SHORT - 1 and written == name.capitalize())
    if written.isupper():
        return True
    pairs = zip(written.split(), name.split(), strict=False)
    return all(w[:1].isupper() or not n[:1].isupper() or n[:3].lower() in ("al-", "the") for w, n in pairs)
