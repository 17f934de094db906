"""A report: one published text, with publisher and publication date."""

import hashlib
from typing import Literal

from pydantic import Field

from dragoman.model.span import Record

PublishedFrom = Literal["row", "flag", "metadata", "dateline"]


class LoadedTerm(Record):
    """A contested term, how often it stands in the report and in whose voice.

    `per_thousand` is its count for 1,000 words of the report (null in older readings), `speakers` who uses it, by
    name, as far as quoted speakers are told and public.
    """

    term: str
    count: int = Field(ge=1)
    voice: Literal["own", "quoted"]
    per_thousand: float | None = Field(default=None, ge=0)
    speakers: list[str] = Field(default_factory=list)


class Report(Record):
    """One published text as intake gives it; `published` is an ISO day, `language` an ISO 639-1 code."""

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    url: str | None = None
    language: str | None = None

    @property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def key(self) -> tuple[str | None, str, str]:
        """What makes a report the same report: publisher, url or id, hash of the text."""
        return (self.publisher, self.url or self.id, self.sha256)


class ReadReport(Record):
    """The report as a reading carries it."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    published_from: PublishedFrom | None
    url: str | None
    language: str | None
    sha256: str
    text: str
    loaded: list[LoadedTerm]
