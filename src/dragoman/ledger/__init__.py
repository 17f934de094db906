"""The store of reports, claims, events, states and reviews."""

from dragoman.ledger.copies import Sketcher
from dragoman.ledger.rows import Prepared, prepare, report_key
from dragoman.ledger.store import Ledger, open_ledger
from dragoman.ledger.writer import Stored, Writer

__all__ = ["Ledger", "Prepared", "Sketcher", "Stored", "Writer", "open_ledger", "prepare", "report_key"]
