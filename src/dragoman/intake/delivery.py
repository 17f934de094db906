"""What intake hands on: a report with warnings, or the reason why there is none."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from dragoman.model import Report


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a report comes from (`name`: path as given, "-" for standard input) and what the flags say of it."""

    name: str
    published: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """A report as taken in; the warnings tell what was changed, guessed or left out on the way."""

    report: Report
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A report that could not be taken in: where it stands and why, in one line."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class Note:
    """Something to tell that belongs to no single report, such as files passed over."""

    where: str
    text: str


Outcome = Delivery | Failure | Note
Intake = Callable[[BinaryIO, Origin], Iterator[Outcome]]
"""What a plugin of `dragoman.intakes` is: an open file and its origin in, outcomes in the order of the file out."""
