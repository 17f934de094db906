"""Plain text: one file, one report, kept character by character."""

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from dragoman.intake.delivery import Delivery, Failure, Origin, Outcome
from dragoman.intake.encoding import Decoded, decode
from dragoman.intake.row import from_text

NOT_TEXT = "not a text file: its bytes are no text in any known encoding"


def read(file: BinaryIO, origin: Origin) -> Iterator[Outcome]:
    """The report of a plain text file."""
    decoded = decode(file.read())
    yield Failure(origin.name, NOT_TEXT) if decoded is None else noted(from_text(decoded.text, origin), decoded)


def noted(outcome: Delivery | Failure, decoded: Decoded) -> Delivery | Failure:
    """The outcome with the guessed encoding named among its warnings."""
    if isinstance(outcome, Failure) or not decoded.warnings:
        return outcome
    return replace(outcome, warnings=decoded.warnings + outcome.warnings)
