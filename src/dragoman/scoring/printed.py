"""The figures of a set as lines of text."""

from collections.abc import Iterator

from dragoman.scoring.result import Result
from dragoman.scoring.slots import SLOTS
from dragoman.scoring.tally import Tally

VIEWS = {"factual": "with factuality", "strict": "by type", "family": "by family", "any": "any type"}


def lines(result: Result, errors: int = 0) -> Iterator[str]:
    """Claims, factuality, slots and types, then misses and false alarms, as many as asked for."""
    yield f"{len(result.passages)} passages, {result.view('strict').gold} labelled claims"
    for name, words in VIEWS.items():
        low, high = result.interval(lambda drawn, view=name: drawn.view(view).f1)  # type: ignore[misc]
        yield f"claims {words:<16} {_figures(result.view(name))}   95 % {low:.3f}–{high:.3f}"
    yield from _factualities(result)
    yield "slot        on matched claims: P R F1    end to end: F1   labelled"
    for slot in SLOTS:
        whole = result.slot(slot, end_to_end=True)
        yield f"  {slot:<9} {_figures(result.slot(slot, end_to_end=False))}      {whole.f1:.3f}   {whole.gold}"
    low, high = result.interval(lambda drawn: drawn.slots().f1)
    matched, overall = _figures(result.slots(end_to_end=False)), result.slots().f1
    yield f"  all       {matched}      {overall:.3f}   95 % {low:.3f}–{high:.3f}"
    yield "types: " + "  ".join(f"{name} {tally.f1:.2f} ({tally.gold})" for name, tally in result.types().items())
    yield from _errors("missed", [row for passage in result.passages for row in passage.missed][:errors])
    yield from _errors("false alarm", [row for passage in result.passages for row in passage.alarms][:errors])


def _figures(tally: Tally) -> str:
    return f"P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}"


def _factualities(result: Result) -> Iterator[str]:
    table = result.factualities()
    right = sum(n for (gold, read), n in table.items() if gold == read)
    yield f"factuality of matched claims: {right / max(1, table.total()):.3f} ({table.total()})"
    for (gold, read), n in sorted(table.items()):
        if gold != read:
            yield f"  {gold} read as {read}: {n}"


def _errors(name: str, rows: list[tuple[str, str, str]]) -> Iterator[str]:
    return (f"{name}: {passage}: {kind}: {words}" for passage, kind, words in rows)
