"""Web pages: the article of a page with what its metadata tell, by trafilatura."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from dragoman.intake.delivery import Delivery, Failure, Origin, Outcome
from dragoman.intake.encoding import decode
from dragoman.intake.plain import NOT_TEXT, noted
from dragoman.intake.row import from_row

_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{1,40})""", re.IGNORECASE)
_FIELDS = {"title": "title", "publisher": "sitename", "url": "url"}


def read(file: BinaryIO, origin: Origin) -> Iterator[Outcome]:
    """The report of a web page; the date of its metadata counts only where no flag gives one."""
    data = file.read()
    declared = _CHARSET.search(data[:4096])
    decoded = decode(data, declared[1].decode("ascii") if declared else None)
    if decoded is None:
        yield Failure(origin.name, NOT_TEXT)
        return
    yield noted(_report(article(decoded.text), origin), decoded)


def article(html: str) -> dict[str, str]:
    """The words of the article under `text`, and `title publisher url published` where the page tells them."""
    from trafilatura import bare_extraction, html2txt

    found: Any = bare_extraction(
        html,
        with_metadata=True,
        include_comments=False,
        favor_recall=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if found is None:
        return {"text": html2txt(html) or ""}
    told = {name: getattr(found, source) for name, source in _FIELDS.items()}
    return {"text": found.text or "", "published": found.date} | {name: value for name, value in told.items() if value}


def _report(row: dict[str, str], origin: Origin) -> Delivery | Failure:
    if origin.published:
        return from_row({**row, "published": None}, origin)
    made = from_row(row, origin)
    if isinstance(made, Failure) or made.report.published is None:
        return made
    return replace(made, report=made.report.model_copy(update={"published_from": "metadata"}))
