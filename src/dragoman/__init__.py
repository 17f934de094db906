"""Reads reports about armed conflict and writes down who did what to whom, and according to whom.

    >>> import dragoman
    >>> reading = dragoman.read("Rebels left Douma on Tuesday, the army said.", published="2018-04-04")

Everything named here is loaded when it is first used, so that `import dragoman` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from dragoman.version import __version__

if TYPE_CHECKING:
    from dragoman.api import read
    from dragoman.intake import receive
    from dragoman.ledger import open_ledger
    from dragoman.model import Claim, DragomanError, Reading, Report
    from dragoman.reading.reader import Reader

__all__ = ["Claim", "DragomanError", "Reader", "Reading", "Report", "__version__", "open_ledger", "read", "receive"]

_HOMES = {
    "Claim": "dragoman.model",
    "DragomanError": "dragoman.model",
    "Reader": "dragoman.reading.reader",
    "Reading": "dragoman.model",
    "Report": "dragoman.model",
    "open_ledger": "dragoman.ledger",
    "read": "dragoman.api",
    "receive": "dragoman.intake",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
