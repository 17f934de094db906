"""A row: what a table, a JSON object or a file's head tells of one report."""

from collections.abc import Mapping

from dragoman.intake import day, language
from dragoman.intake.delivery import Delivery, Failure, Origin
from dragoman.intake.surrogate import mended
from dragoman.model import Report
from dragoman.model.report import PublishedFrom

EMPTY = "empty: nothing to read"


class _Fields:
    """The fields of a row as text; what had to be changed or dropped is noted in `warnings`."""

    def __init__(self, row: Mapping[str, object]) -> None:
        self._row = row
        self.warnings: list[str] = []
        self._lone = 0

    def take(self, name: str) -> str | None:
        value = self._row.get(name)
        if value is None or value == "":
            return None
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            self.warnings.append(f"`{name}` is neither text nor a number and was left out")
            return None
        return self.clean(str(value))

    def clean(self, value: str) -> str:
        text, lone = mended(value)
        self._lone += lone
        return text

    def published(self, origin: Origin) -> tuple[str | None, PublishedFrom | None]:
        told = self.take("published")
        if told is None:
            return origin.published, "flag" if origin.published else None
        found = day.parsed(told)
        if found is None:
            self.warnings.append(f"`published` is no ISO date ({told[:40]!r}): the report counts as undated")
        return found, "row" if found else None

    def told(self) -> tuple[str, ...]:
        lone = f"{self._lone} lone surrogate(s) replaced by U+FFFD"
        return (*self.warnings, lone) if self._lone else tuple(self.warnings)


def from_row(row: Mapping[str, object], origin: Origin, default_id: str | None = None) -> Delivery | Failure:
    """The report of a row: `text`, and where given `id title published publisher url`; other keys are ignored.

    What the row says beats what `origin` says; `default_id` (else the origin's name) is used where the row has no id.
    """
    name = default_id or origin.name
    text = row.get("text")
    if not isinstance(text, str):
        return Failure(name, "no `text`" if text is None else "`text` is not a string")
    fields = _Fields(row)
    clean = fields.clean(text)
    published, published_from = fields.published(origin)
    report = Report(
        id=fields.take("id") or fields.clean(name),
        text=clean,
        title=fields.take("title"),
        publisher=fields.take("publisher") or origin.publisher,
        published=published,
        published_from=published_from,
        url=fields.take("url"),
        language=language.detect(clean),
    )
    return Delivery(report, fields.told())


def from_text(text: str, origin: Origin) -> Delivery:
    """The report of a bare text."""
    made = from_row({"text": text}, origin)
    assert isinstance(made, Delivery)
    return made
