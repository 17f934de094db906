"""The records of the register: actors, the names they go by, and how they stand to each other over time."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "government",
    "state force",
    "police",
    "armed group",
    "political organisation",
    "international organisation",
    "humanitarian organisation",
    "media",
    "monitor",
    "civilians",
    "community",
    "company",
]
KINDS: tuple[str, ...] = Kind.__args__  # type: ignore[attr-defined]

Usage = Literal["own", "neutral", "hostile"]
USAGES: tuple[str, ...] = Usage.__args__  # type: ignore[attr-defined]

RELATIONS = ("part of", "renamed to", "split from", "merged into", "allied with", "backed by")


@dataclass(frozen=True, slots=True)
class Actor:
    """One entry: `country` an ISO 3166 code, `since` and `until` ISO dates (of any precision) or null, `source` where
    the entry comes from ("compiled, unchecked" where known only generally)."""

    id: str
    name: str
    kind: str
    country: str | None = None
    since: str | None = None
    until: str | None = None
    ucdp: str | None = None
    source: str = "compiled, unchecked"

    def active(self, when: str | None) -> bool:
        """Whether the actor existed on the ISO date `when`; without a date, whether nothing says that it ended."""
        return within(when, self.since, self.until) if when else self.until is None


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of an actor as text has it, with its language (ISO 639-1), whose usage it is, and when it was in use.

    Dates are ISO dates or null, with the `source` that gives them. A `seat` is the name of a place that stands for the
    actor ("Damascus", "the Kremlin").
    """

    actor: str
    text: str
    language: str = "en"
    usage: str = "neutral"
    since: str | None = None
    until: str | None = None
    source: str | None = None
    seat: bool = False

    def used(self, when: str) -> bool:
        """Whether the name was in use on an ISO date, as far as is known."""
        return within(when, self.since, self.until)


@dataclass(frozen=True, slots=True)
class Relation:
    """`subject` stands in `kind` to `object`, from `since` to `until` where a source says so."""

    subject: str
    kind: str
    object: str
    since: str | None = None
    until: str | None = None
    source: str = "compiled, unchecked"

    def holds(self, when: str | None) -> bool:
        """Whether it held on the ISO date `when`; without a date, whether nothing says that it ended."""
        return within(when, self.since, self.until) if when else self.until is None


def within(when: str, since: str | None, until: str | None) -> bool:
    """Whether an ISO date lies in an interval of ISO dates, each compared at the precision that both have."""
    after = since is None or when[: len(since)] >= since[: len(when)]
    return after and (until is None or when[: len(until)] <= until[: len(when)])
