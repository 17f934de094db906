"""Answers as a table for people, as CSV, or as JSON; what was left out is said on standard error."""

import csv
import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from dragoman.model import UsageError

FORMS = ("table", "csv", "json")
Row = Mapping[str, Any]
_WIDE, _LONG = 24, 72
"""Letters that a column is wide at most, and that its longest cell may have if it is to be a column."""


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
    """For people: columns without content are left out, and what finds no room in a row stands below it."""
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = Console(width=None if sys.stdout.isatty() else 160, highlight=False)
    columns = {name: [_safe(_said(row[name])) for row in rows] for name in rows[0]}
    kept = {name.replace("_", " "): cells for name, cells in columns.items() if any(cells)}
    widths = _widths(kept, console.width)
    console.print(_row(list(widths), widths, "bold"))
    for at in range(len(rows)):
        console.print(_row([kept[name][at] for name in widths], widths, ""))
        for name, cells in kept.items():
            if name not in widths and cells[at]:
                console.print(Padding(Text.assemble((f"{name}: ", "dim"), cells[at]), (0, 0, 0, 4)))


def _widths(columns: Mapping[str, Sequence[str]], room: int) -> dict[str, int]:
    """The columns that fit side by side, with their widths; the widest go first where room is short."""
    longest = {name: max(len(name), *map(len, cells)) for name, cells in columns.items()}
    widths = {name: min(length, _WIDE) for name, length in longest.items() if length <= _LONG}
    while len(widths) > 1 and sum(widths.values()) + 2 * len(widths) > room:
        del widths[max(widths, key=lambda name: longest[name])]
    return widths


def _row(cells: Sequence[str], widths: Mapping[str, int], style: str) -> Any:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    for width in widths.values():
        table.add_column(width=width, overflow="fold")
    table.add_row(*(Text(cell, style=style) for cell in cells))
    return table


def _said(value: Any) -> str:
    return ("yes" if value else "") if isinstance(value, bool) else _flat(value)


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
