"""`dragoman times`: a look at what the times step makes of a text."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from dragoman.reading.mention import TimeMention

Text = Annotated[str, typer.Argument(metavar="TEXT", help="The text itself, or - for standard input.")]
Published = Annotated[str | None, typer.Option(metavar="DATE", help="The day that relative dates count from.")]
Model = Annotated[str | None, typer.Option(metavar="NAME", help="An installed spaCy pipeline for English.")]


def command(text: Text, published: Published = None, model: Model = None) -> None:
    """Print the times of a text: value, role, first and last day, and what could not be resolved and why."""
    import sys

    from dragoman import api

    day = api.day(published) if published else None
    for time in times(sys.stdin.read() if text == "-" else text, day, model):
        print("\t".join(line(time)))


def times(text: str, published: str | None = None, model: str | None = None) -> list["TimeMention"]:
    """The times of a text in its order; relative ones count from the ISO day `published`."""
    import re

    from dragoman.reading import language
    from dragoman.reading.times import recognise

    whole = re.sub("[\ud800-\udfff]", "\ufffd", text)
    return recognise(language.parse(whole, model or language.DEFAULT_MODEL), published)


def line(time: "TimeMention") -> list[str]:
    """The columns: words, value or "-", role or "deadline", first and last day, remarks."""
    days = f"{time.earliest or '..'} to {time.latest or '..'}" if time.earliest or time.latest else ""
    remarks = [time.reason, f"clock {time.clock}" if time.clock else None, "inferred" if time.inferred else None]
    role = "deadline" if time.deadline else time.role
    return [" ".join(time.text.split()), time.value or "-", role, days, "; ".join(filter(None, remarks))]
