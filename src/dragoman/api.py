"""The way from a delivered report to its reading: the same from Python and from the command line."""

from functools import lru_cache
from pathlib import Path
from typing import Protocol

from dragoman import plugins
from dragoman.intake import Delivery, Origin, from_text
from dragoman.intake.day import parsed
from dragoman.model import Reading, Report, UsageError

DEFAULT_READER = "dragoman"


class ReadsReports(Protocol):
    """What a plugin of `dragoman.readers` makes when called with `model` and `codebook` (both may be null)."""

    def read(self, report: Report, *, layers: bool = False) -> Reading:
        """The reading of one report; `layers` adds mentions, attributions and why each claim was made."""
        ...


def read(
    text: str | Report, *, published: str | None = None, publisher: str | None = None, layers: bool = False
) -> Reading:
    """Read one report with the built-in reader.

    `text` is the report's text, or a `Report`, which then says itself when and by whom it was published.
    `published` is an ISO day ("2018-04-18"), without which relative times stay unresolved; a UsageError is raised
    where it is none.
    """
    delivery = Delivery(text) if isinstance(text, Report) else from_text(text, _origin(published, publisher))
    return read_delivery(_default_reader(), delivery, layers=layers)


def read_delivery(reader: ReadsReports, delivery: Delivery, *, layers: bool = False) -> Reading:
    """The reading of a report as intake delivered it; the warnings of intake come first among its warnings."""
    reading = reader.read(delivery.report, layers=layers)
    if not delivery.warnings:
        return reading
    return reading.model_copy(update={"warnings": [*delivery.warnings, *reading.warnings]})


def make_reader(name: str = DEFAULT_READER, *, model: str | None = None, codebook: Path | None = None) -> ReadsReports:
    """The reader registered as `name`; `model` names a spaCy pipeline, `codebook` a TOML file with further types."""
    try:
        factory = plugins.load("dragoman.readers", name)
    except KeyError:
        known = ", ".join(plugins.names("dragoman.readers"))
        raise UsageError(f"there is no reader {name!r}: known are {known}") from None
    options = {"model": model, "codebook": codebook}
    reader: ReadsReports = factory(**{key: value for key, value in options.items() if value is not None})
    return reader


def day(value: str) -> str:
    """The ISO day that a user gave; a UsageError says what one looks like."""
    found = parsed(value)
    if found is None:
        raise UsageError(f"{value!r} is no date: give a day as YYYY-MM-DD, such as 2018-04-18")
    return found


@lru_cache(maxsize=1)
def _default_reader() -> ReadsReports:
    return make_reader()


def _origin(published: str | None, publisher: str | None) -> Origin:
    return Origin("text", day(published) if published else None, publisher)
