"""JSON: one report an object, alone, in an array, or one a line."""

import json
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from dragoman.intake.delivery import Delivery, Failure, Note, Origin, Outcome
from dragoman.intake.encoding import Decoded, decode
from dragoman.intake.plain import NOT_TEXT, noted
from dragoman.intake.row import EMPTY, from_row


def read_lines(file: BinaryIO, origin: Origin) -> Iterator[Outcome]:
    """The reports of a JSON Lines file; a broken line is named by its number and costs no other."""
    empty = True
    for number, line in enumerate(_lines(file), 1):
        if line.strip():
            empty = False
            yield _of_line(line, origin, f"{origin.name}:{number}")
    if empty:
        yield Note(origin.name, EMPTY)


def read_document(file: BinaryIO, origin: Origin) -> Iterator[Outcome]:
    """The reports of a JSON file that holds one object or an array of objects."""
    decoded = decode(file.read())
    if decoded is None:
        yield Failure(origin.name, NOT_TEXT)
    elif not decoded.text.strip():
        yield Note(origin.name, EMPTY)
    else:
        yield from _of_document(decoded, origin)


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file; one in UTF-16 or UTF-32, told by its mark, is turned into UTF-8 as a whole."""
    first = file.readline()
    if not first.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return chain((first,), file)
    decoded = decode(first + file.read())
    return iter(decoded.text.encode("utf-8", "surrogatepass").splitlines() if decoded else ())


def _of_line(line: bytes, origin: Origin, where: str) -> Outcome:
    decoded = decode(line)
    if decoded is None:
        return Failure(where, NOT_TEXT)
    value, trouble = parsed(decoded.text.rstrip("\r\n"))
    return Failure(where, trouble) if trouble else _of_value(value, origin, where, decoded)


def _of_document(decoded: Decoded, origin: Origin) -> Iterator[Outcome]:
    value, trouble = parsed(decoded.text)
    if trouble:
        yield Failure(origin.name, trouble)
    elif isinstance(value, list):
        for number, row in enumerate(value, 1):
            yield _of_value(row, origin, f"{origin.name}:{number}", decoded)
    else:
        yield _of_value(value, origin, origin.name, decoded)


def parsed(text: str) -> tuple[object, str]:
    """The value of a JSON text, or what is wrong with it in one line."""
    try:
        return json.loads(text), ""
    except json.JSONDecodeError as error:
        line = f"line {error.lineno}, " if "\n" in text else ""
        return None, f"broken JSON at {line}column {error.colno}: {error.msg}"
    except RecursionError:
        return None, "broken JSON: nested too deeply"
    except ValueError as error:
        return None, f"broken JSON: {error}"


def _of_value(value: object, origin: Origin, where: str, decoded: Decoded) -> Delivery | Failure:
    if not isinstance(value, dict):
        return Failure(where, f"not a JSON object with `text` but {_named(value)}")
    return noted(from_row(value, origin, where), decoded)


def _named(value: object) -> str:
    names = {list: "an array", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
