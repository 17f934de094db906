"""Claims of many reports become events: measured on the labelled set, and the rules that must always hold."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest
from sqlalchemy import select

from dragoman.assembly.linking import link
from dragoman.ledger import Ledger, Sketcher, Writer, open_ledger, prepare
from dragoman.ledger.tables import claims, events, reports
from dragoman.model import Reading
from tests.assembly.labelled import Invented, load

GROUND = Invented()
LABELLED = load(GROUND)
SKETCHER = Sketcher()
FLOOR = 0.85


def fill(ledger: Ledger, readings: Iterable[Reading]) -> None:
    Writer(ledger, GROUND).add([prepare(one, SKETCHER) for one in readings])


def linked(ledger: Ledger) -> dict[tuple[str, int], str]:
    """The event of each claim by report and place in the report."""
    columns = (reports.c.name, claims.c.start, events.c.key)
    joined = claims.join(reports, reports.c.id == claims.c.report_id).join(events, events.c.id == claims.c.event_id)
    found: dict[str, list[str]] = defaultdict(list)
    with ledger.read() as connection:
        for name, _, key in connection.execute(select(*columns).select_from(joined).order_by(claims.c.start)):
            found[name].append(key)
    return {(name, at): key for name, keys in found.items() for at, key in enumerate(keys)}


def b_cubed(found: dict[tuple[str, int], str], labels: dict[tuple[str, int], str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over claims."""
    both = Counter((found[one], labels[one]) for one in labels)
    mine, gold = Counter(found[one] for one in labels), Counter(labels.values())
    precision = sum(both[found[one], labels[one]] / mine[found[one]] for one in labels) / len(labels)
    recall = sum(both[found[one], labels[one]] / gold[labels[one]] for one in labels) / len(labels)
    return precision, recall, 2 * precision * recall / (precision + recall)


def partition(found: dict[tuple[str, int], str]) -> set[frozenset[tuple[str, int]]]:
    groups: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for one, key in found.items():
        groups[key].add(one)
    return {frozenset(group) for group in groups.values()}


def test_the_labelled_set_is_large_enough() -> None:
    told = defaultdict(set)
    for (report, _), event in LABELLED.labels.items():
        told[event].add(report)
    assert sum(len(by) >= 3 for by in told.values()) >= 40


def test_b_cubed_on_the_labelled_set(ledger: Ledger) -> None:
    fill(ledger, LABELLED.readings)
    link(ledger)
    precision, recall, f1 = b_cubed(linked(ledger), LABELLED.labels)
    assert f1 >= FLOOR, f"B³ P {precision:.3f} R {recall:.3f} F1 {f1:.3f}"


@pytest.mark.parametrize("seed", range(3))
def test_events_do_not_depend_on_the_order_of_arrival(tmp_path: Path, seed: int) -> None:
    shuffled = random.Random(seed).sample(LABELLED.readings, len(LABELLED.readings))
    with open_ledger(str(tmp_path / "in order")) as one, open_ledger(str(tmp_path / "shuffled")) as other:
        fill(one, LABELLED.readings)
        link(one)
        for at in range(0, len(shuffled), 40):
            fill(other, shuffled[at : at + 40])
            link(other)
        assert partition(linked(other)) == partition(linked(one))


def test_ids_survive_linking_again(ledger: Ledger) -> None:
    fill(ledger, LABELLED.readings)
    link(ledger)
    before = linked(ledger)
    assert link(ledger, everything=True).moved == 0
    assert linked(ledger) == before


def test_an_event_keeps_its_id_when_later_reports_join_it(ledger: Ledger) -> None:
    fill(ledger, [one for one in LABELLED.readings if one.report.id != "r014"])
    link(ledger)
    before = linked(ledger)
    fill(ledger, [one for one in LABELLED.readings if one.report.id == "r014"])
    link(ledger)
    after = linked(ledger)
    assert all(after[one] == key for one, key in before.items())


def test_linking_nothing_new_does_nothing(ledger: Ledger) -> None:
    fill(ledger, LABELLED.readings[:5])
    link(ledger)
    assert link(ledger).claims == 0
