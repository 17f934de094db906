"""Standard input and other streams without a name: the format is told from the first characters."""

import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from dragoman.intake import json_rows, page, plain
from dragoman.intake.delivery import Intake, Origin, Outcome

_JSON_ROW = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"')
_JSON_ARRAY = re.compile(rb'(?:\xef\xbb\xbf)?\s*\[\s*\{\s*"')
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<html)", re.IGNORECASE)


def read(file: BinaryIO, origin: Origin) -> Iterator[Outcome]:
    """The reports of a stream: JSON Lines, a JSON array, a web page, else one plain text."""
    data = file.read()
    return intake_of(data)(io.BytesIO(data), origin)


def intake_of(data: bytes) -> Intake:
    """Which format these bytes are in."""
    head = data[:4096]
    if _JSON_ARRAY.match(head):
        return json_rows.read_document
    if _JSON_ROW.match(head):
        return _json_intake(data)
    return page.read if _PAGE.match(head) else plain.read


def _json_intake(data: bytes) -> Intake:
    """An object that goes over several lines is a document, objects on lines of their own are rows."""
    _, trouble = json_rows.parsed(data.partition(b"\n")[0].decode("utf-8", "replace"))
    whole = trouble and not json_rows.parsed(data.decode("utf-8", "replace"))[1]
    return json_rows.read_document if whole else json_rows.read_lines
