"""Tables: comma-, semicolon- or tab-separated rows under a header that names the columns."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from dragoman.intake.delivery import Failure, Note, Origin, Outcome
from dragoman.intake.encoding import Decoded, decode
from dragoman.intake.plain import NOT_TEXT, noted
from dragoman.intake.row import EMPTY, from_row

LONGEST_CELL = 2**31 - 1


def read(file: BinaryIO, origin: Origin) -> Iterator[Outcome]:
    """The reports of a table, one a row; its header must name a column `text`."""
    decoded = decode(file.read())
    if decoded is None:
        yield Failure(origin.name, NOT_TEXT)
    elif not decoded.text.strip():
        yield Note(origin.name, EMPTY)
    else:
        yield from _rows(decoded, origin)


def _rows(decoded: Decoded, origin: Origin) -> Iterator[Outcome]:
    csv.field_size_limit(LONGEST_CELL)
    lines = csv.reader(io.StringIO(decoded.text, newline=""), delimiter=_delimiter(decoded.text))
    header: list[str] | None = None
    number = 0
    try:
        for cells in filter(None, lines):
            if header is None:
                header = [name.strip() for name in cells]
                if "text" not in header:
                    yield Failure(origin.name, f"no column `text`; the header names {_one_line(header)[:200]}")
                    return
                continue
            number += 1
            row = dict(zip(header, cells, strict=False))
            yield noted(from_row(row, origin, f"{origin.name}:{number}"), decoded)
    except csv.Error as error:
        yield Failure(origin.name, f"broken table at line {lines.line_num}: {error}")


def _delimiter(text: str) -> str:
    first = text.lstrip().partition("\n")[0]
    return max(",;\t", key=first.count)


def _one_line(names: Iterable[str]) -> str:
    return ", ".join(" ".join(name.split()) for name in names)
