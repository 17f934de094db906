"""Intake: files, folders, tables and standard input in, reports out."""

from dragoman.intake.delivery import Delivery, Failure, Note, Origin, Outcome
from dragoman.intake.row import from_row, from_text
from dragoman.intake.source import receive

__all__ = ["Delivery", "Failure", "Note", "Origin", "Outcome", "from_row", "from_text", "receive"]
