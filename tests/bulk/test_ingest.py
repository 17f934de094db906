"""Ingesting: in order, once each, and what fails fails alone."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from dragoman.bulk.ingest import Ingested, Way, ingest
from dragoman.intake import Delivery, Failure, Outcome
from dragoman.ledger import Ledger
from dragoman.ledger.failures import failed
from dragoman.ledger.tables import claims, reports
from dragoman.model import Report
from tests.bulk.light import make


def outcomes(texts: list[str]) -> Iterator[Outcome]:
    for at, text in enumerate(texts):
        yield Delivery(Report(id=f"r{at}", text=text, publisher="P", published="2018-04-14"))


def run(ledger: Ledger, texts: list[str], workers: int = 1, reread: bool = False) -> Ingested:
    return ingest(ledger, outcomes(texts), Way(make=make, workers=workers, reread=reread, batch=5))


TEXTS = [f"Fighters attacked post {number} and left." for number in range(30)]


def test_reports_are_stored_in_their_order_whatever_reads_them(ledger: Ledger) -> None:
    assert run(ledger, TEXTS, workers=2).stored.added == len(TEXTS)
    with ledger.read() as connection:
        assert connection.execute(select(reports.c.name).order_by(reports.c.id)).scalars().all() == [
            f"r{at}" for at in range(len(TEXTS))
        ]
        assert len(connection.execute(select(claims.c.id)).all()) == 2 * len(TEXTS)


def test_a_second_time_nothing_is_read_again(ledger: Ledger) -> None:
    run(ledger, TEXTS[:10])
    done = run(ledger, TEXTS)
    assert (done.stored.known, done.stored.added) == (10, 20)


def test_a_broken_report_is_noted_with_its_reason_and_tried_again(ledger: Ledger) -> None:
    texts = [TEXTS[0], "broken", TEXTS[1]]
    assert [one.name for one in run(ledger, texts).failed] == ["r1"]
    assert run(ledger, texts).stored.known == 2
    assert [(one.name, one.reason, one.tries) for one in failed(ledger)] == [("r1", "the text is broken", 2)]


def test_what_intake_could_not_take_is_noted_too(ledger: Ledger) -> None:
    done = ingest(ledger, [Failure("a.pdf", "is empty"), *outcomes(TEXTS[:2])], Way(make=make))
    assert done.stored.added == 2 and [one.name for one in failed(ledger)] == ["a.pdf"]


def test_what_failed_of_a_source_and_does_not_again_is_over(ledger: Ledger) -> None:
    broken: list[Outcome] = [Failure("in.jsonl:1", "no `text`"), Failure("in.jsonl:2", "no `text`")]
    ingest(ledger, [*broken, Failure("in.jsonld", "is empty")], Way(make=make, sources=("in.jsonl", "in.jsonld")))
    ingest(ledger, [*outcomes(TEXTS[:1]), broken[1]], Way(make=make, sources=("in.jsonl",)))
    assert [(one.name, one.tries) for one in failed(ledger)] == [("in.jsonl:2", 2), ("in.jsonld", 1)]


@pytest.mark.parametrize("place", ["sqlite"], indirect=True)
def test_a_report_that_kills_its_process_costs_no_other(ledger: Ledger) -> None:
    done = run(ledger, [*TEXTS[:9], "fatal", *TEXTS[9:20]], workers=2)
    assert (done.stored.added, [one.name for one in done.failed]) == (20, ["r9"])


def test_reading_again_replaces(ledger: Ledger) -> None:
    run(ledger, TEXTS[:3])
    assert run(ledger, TEXTS[:3], reread=True).stored.reread == 3
    with ledger.read() as connection:
        assert len(connection.execute(select(claims.c.id)).all()) == 6
