"""The table of contested terms beside the code."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Term:
    """A contested term, the neutral form, whose usage it signals, and the source of that judgement.

    `in_names` says that names hold the word as well ("Liberation Front"), where it is no contested term.
    """

    term: str
    forms: tuple[str, ...]
    neutral: str
    usage: str
    in_names: bool
    source: str


@cache
def terms() -> tuple[Term, ...]:
    """All contested terms in the order of the table."""
    with (Path(__file__).parent / "contested.tsv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return tuple(
            Term(
                term=row["term"],
                forms=tuple(row["forms"].split(";")),
                neutral=row["neutral"],
                usage=row["usage"],
                in_names=row["in_names"] == "yes",
                source=row["source"],
            )
            for row in rows
        )


@cache
def by_form() -> Mapping[str, Term]:
    """Lower-case form as it stands in texts to its term."""
    return MappingProxyType({form: term for term in terms() for form in term.forms})
