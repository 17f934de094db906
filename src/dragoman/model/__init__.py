"""The words of the house as typed records; imports nothing of ours."""

from dragoman.model.claim import Claim, Codes, Commitment, Extent, Factuality, Link, Phase, Relation
from dragoman.model.errors import (
    CodebookError,
    DataFileError,
    DragomanError,
    InputError,
    InstallationError,
    LedgerError,
    ReportError,
    UsageError,
)
from dragoman.model.items import (
    DESCRIBED,
    ActorItem,
    DescribedItem,
    FigureItem,
    FigureWhat,
    PlaceItem,
    PlaceRole,
    TermItem,
    TermRole,
    TimeItem,
    TimeRole,
)
from dragoman.model.reading import Attribution, Mentions, Reading
from dragoman.model.report import LoadedTerm, ReadReport, Report
from dragoman.model.span import Record, Span

__all__ = [
    "DESCRIBED",
    "ActorItem",
    "Attribution",
    "Claim",
    "CodebookError",
    "Codes",
    "Commitment",
    "DataFileError",
    "DescribedItem",
    "DragomanError",
    "Extent",
    "Factuality",
    "FigureItem",
    "FigureWhat",
    "InputError",
    "InstallationError",
    "LedgerError",
    "Link",
    "LoadedTerm",
    "Mentions",
    "Phase",
    "PlaceItem",
    "PlaceRole",
    "ReadReport",
    "Reading",
    "Record",
    "Relation",
    "Report",
    "ReportError",
    "Span",
    "TermItem",
    "TermRole",
    "TimeItem",
    "TimeRole",
    "UsageError",
]
