"""The store of reports, claims, events, states and reviews."""

from dragoman.ledger.copies import Sketcher
from dragoman.ledger.filters import Query
from dragoman.ledger.rows import Prepared, prepare, report_key
from dragoman.ledger.search import Hit, search
from dragoman.ledger.store import Ledger, open_ledger
from dragoman.ledger.told import Answer, Origin, Told, answer
from dragoman.ledger.writer import Stored, Writer

__all__ = [
    "Answer",
    "Hit",
    "Ledger",
    "Origin",
    "Prepared",
    "Query",
    "Sketcher",
    "Stored",
    "Told",
    "Writer",
    "answer",
    "open_ledger",
    "prepare",
    "report_key",
    "search",
]
