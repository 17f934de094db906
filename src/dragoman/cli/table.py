"""Answers as a table for people, as CSV, or as JSON; what was left out is said on standard error."""

import csv
import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from dragoman.model import UsageError

FORMS = ("table", "csv", "json")
Row = Mapping[str, Any]


def show(rows: Sequence[Row], form: str, *, empty: str, notes: Sequence[str] = ()) -> None:
    """Print the rows; null is an empty cell in a table and in CSV, and null in JSON, never 0."""
    if form not in FORMS:
        raise UsageError(f"--format {form!r} is none of {', '.join(FORMS)}")
    if form == "json":
        print(json.dumps(list(rows), ensure_ascii=False, indent=1))
    elif not rows:
        print(f"dragoman: {empty}", file=sys.stderr)
    elif form == "csv":
        _csv(rows)
    else:
        _table(rows)
    for note in notes:
        print(f"dragoman: {note}", file=sys.stderr)


def show_record(record: Row, form: str) -> None:
    """Print one record with its parts below each other, or as JSON."""
    if form not in FORMS:
        raise UsageError(f"--format {form!r} is none of {', '.join(FORMS)}")
    if form == "json":
        print(json.dumps(record, ensure_ascii=False, indent=1))
        return
    for name, value in record.items():
        if isinstance(value, list) and value:
            print(f"{name.replace('_', ' ')}:")
            for each in value:
                _block(each)
        elif value not in (None, []):
            print(f"{name.replace('_', ' ')}: {_safe(_flat(value))}")


def _block(value: Any) -> None:
    """One part of a record: its first field as a heading, the others below it, empty ones left out."""
    if not isinstance(value, Mapping):
        print(f"  {_safe(_flat(value))}")
        return
    (_, head), *others = value.items()
    print(f"  {_safe(_flat(head))}")
    for name, each in others:
        if isinstance(each, Mapping):
            for key, part in each.items():
                print(f"    {_safe(key)}: {_safe(_flat(part))}")
        elif each not in (None, []):
            print(f"    {name.replace('_', ' ')}: {_safe(_flat(each))}")


def notes_on(more: bool, undated: int) -> list[str]:
    """What to tell about an answer that does not hold everything."""
    notes = ["there is more; --limit asks for it"] if more else []
    if undated:
        many = f"{undated} or more" if undated >= 1000 else str(undated)
        notes.append(f"{many} claims without a day were left out of this dated answer")
    return notes


def _csv(rows: Sequence[Row]) -> None:
    writer = csv.DictWriter(sys.stdout, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _flat(value) for key, value in row.items()} for row in rows)


def _table(rows: Sequence[Row]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in rows[0]:
        table.add_column(name.replace("_", " "), overflow="fold")
    for row in rows:
        table.add_row(*(Text(_safe(_flat(value))) for value in row.values()))
    Console(width=None if sys.stdout.isatty() else 160, highlight=False).print(table)


def _flat(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "; ".join(_flat(part) for part in value)
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_flat(part)}" for key, part in value.items())
    return str(value)


def _safe(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text)
