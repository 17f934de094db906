"""Whatever breaks: one clear line, and the ledger is intact."""

import os
import random
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select, text

from dragoman.assembly.assemble import assemble
from dragoman.ledger import Query, Sketcher, Writer, answer, open_ledger, prepare
from dragoman.ledger.tables import bodies, claims, events, reports, states
from dragoman.ledger.upkeep import check
from dragoman.model import LedgerError, Reading
from tests.ledger.made import Ground, Said, reading
from tests.ledger.postgresql import Server

SKETCHER = Sketcher()


def made(number: int) -> Reading:
    said = [Said("attack", "a", at="douma", words=f"attacked post {number} {part}") for part in range(3)]
    said.append(Said(("siege", "control")[number % 2], "a", at="douma", on=f"2018-04-{number % 28 + 1:02}"))
    return reading(*said, id=f"r{number}", published=f"2018-04-{number % 28 + 1:02}", filler="word " * 200 + "\n")


READINGS = [made(number) for number in range(60)]
PREPARED = [prepare(one, SKETCHER) for one in READINGS]


def fill(place: str, batch: int = 3, *, together: bool = False) -> None:
    with open_ledger(place) as ledger:
        writer = Writer(ledger, Ground())
        for at in range(0, len(PREPARED), batch):
            writer.add(PREPARED[at : at + batch])
            if together and at % (10 * batch) == 9 * batch:
                assemble(ledger)


def contents(place: str) -> list[tuple[object, ...]]:
    with open_ledger(place, create=False) as ledger, ledger.read() as connection:
        joined = claims.join(reports, reports.c.id == claims.c.report_id).join(bodies, bodies.c.claim_id == claims.c.id)
        columns = (reports.c.key, claims.c.mark, claims.c.day, claims.c.known, bodies.c.body)
        return sorted(tuple(row) for row in connection.execute(select(*columns).select_from(joined)))


def results(place: str) -> list[list[tuple[object, ...]]]:
    """What was put together: the events with their sizes, and the states."""
    columns = (events.c.key, events.c.claims), (states.c.key, states.c.began, states.c.ended, states.c.supported)
    with open_ledger(place, create=False) as ledger, ledger.read() as connection:
        return [sorted(tuple(row) for row in connection.execute(select(*each))) for each in columns]


def forked(work: Callable[[], None]) -> int:
    """Run work in a child process; its id. The child leaves with 0, or 1 where the work raised."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:
            os._exit(1)
        os._exit(0)
    return child


def test_killed_at_twenty_random_points_nothing_is_lost_or_doubled(tmp_path: Path) -> None:
    place = str(tmp_path / "killed.ledger")
    rng = random.Random(5)
    begun = time.monotonic()
    fill(str(tmp_path / "whole.ledger"), together=True)
    whole = time.monotonic() - begun
    for _ in range(20):
        child = forked(lambda: fill(place, together=True))
        time.sleep(rng.uniform(0.02, 1.1) * whole)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        if Path(place).is_file() and Path(place).stat().st_size and _has_tables(place):
            with open_ledger(place) as ledger:
                assert check(ledger) == []
    fill(place, together=True)
    assert contents(place) == contents(str(tmp_path / "whole.ledger"))
    assert results(place) == results(str(tmp_path / "whole.ledger"))


def _has_tables(place: str) -> bool:
    try:
        open_ledger(place, create=False).close()
    except LedgerError:
        return False
    return True


def test_two_writers_at_once(place: str) -> None:
    open_ledger(place).close()
    errors: list[BaseException] = []

    def work(batch: int) -> None:
        try:
            fill(place, batch)
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=work, args=(batch,)) for batch in (2, 7)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert len(contents(place)) == 4 * len(PREPARED)
    with open_ledger(place) as ledger:
        assert check(ledger) == []


def one_line(told: "pytest.ExceptionInfo[LedgerError]") -> str:
    line = str(told.value)
    assert "\n" not in line and line.startswith("ledger ")
    return line


@pytest.fixture
def small(tmp_path: Path) -> str:
    place = str(tmp_path / "small.ledger")
    with open_ledger(place) as ledger:
        Writer(ledger, Ground()).add(PREPARED[:3])
    return place


def count(place: str) -> int:
    with open_ledger(place, create=False) as ledger, ledger.read() as connection:
        return len(answer(connection, Query()).claims)


def test_a_full_disk(small: str) -> None:
    with open_ledger(small) as ledger:
        with ledger.engine.connect() as connection:
            raw = connection.connection.dbapi_connection
            pages = raw.execute("PRAGMA page_count").fetchone()[0]  # type: ignore[union-attr]
            raw.execute(f"PRAGMA max_page_count = {pages + 2}")  # type: ignore[union-attr]
        with pytest.raises(LedgerError) as told:
            Writer(ledger, Ground()).add(PREPARED[3:])
        assert "full" in one_line(told) and check(ledger) == []
    assert count(small) == 12


def test_a_file_that_may_not_grow(small: str) -> None:
    def work() -> None:
        import resource

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        with open_ledger(small) as ledger:
            resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
            try:
                Writer(ledger, Ground()).add(PREPARED[3:])
            except LedgerError as error:
                assert str(error).startswith("ledger ") and "\n" not in str(error)
                return
        raise AssertionError("the limit did not bite")

    _, status = os.waitpid(forked(work), 0)
    assert os.waitstatus_to_exitcode(status) == 0
    with open_ledger(small) as ledger:
        assert check(ledger) == []
    assert count(small) == 12


def test_a_read_only_file_answers_but_takes_nothing(small: str) -> None:
    place = f"sqlite:///file:{small}?mode=ro&uri=true"
    with open_ledger(place, create=False) as ledger:
        with ledger.read() as connection:
            assert len(answer(connection, Query()).claims) == 12
        with pytest.raises(LedgerError) as told:
            Writer(ledger, Ground()).add(PREPARED[3:5])
    assert "read-only" in one_line(told)


def test_a_corrupted_page(small: str) -> None:
    with Path(small).open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096 * 40)
    with pytest.raises(LedgerError) as told, open_ledger(small) as ledger, ledger.read() as connection:
        connection.execute(text("PRAGMA integrity_check")).all()
        answer(connection, Query())
    assert "damaged" in one_line(told)


def test_a_locked_ledger_says_who_to_wait_for(small: str) -> None:
    with open_ledger(small) as one, open_ledger(small) as other:
        with other.engine.connect() as connection:
            connection.connection.dbapi_connection.execute("PRAGMA busy_timeout = 50")  # type: ignore[union-attr]
        with one.write(), pytest.raises(LedgerError) as told:
            Writer(other, Ground()).add(PREPARED[3:4])
    assert "another process holds it" in one_line(told)


def test_postgresql_gone_in_the_middle(postgresql: Server, template: str) -> None:
    import psycopg

    with psycopg.connect(postgresql.url().replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE gone TEMPLATE {template}")  # type: ignore[arg-type]
    place = postgresql.url("gone")
    with open_ledger(place) as ledger:
        writer = Writer(ledger, Ground())
        writer.add(PREPARED[:3])
        with pytest.raises(LedgerError) as told, ledger.write() as connection:
            connection.execute(text("UPDATE claims SET day = 1"))
            postgresql.crash()
            connection.execute(text("SELECT 1"))
        assert "server is gone" in one_line(told)
        with pytest.raises(LedgerError) as told:
            writer.add(PREPARED[3:5])
        assert "gone" in one_line(told)
        postgresql.start()
        writer.add(PREPARED[3:5])
        assert check(ledger) == []
    assert count(place) == 20


def test_postgresql_that_was_never_there() -> None:
    with pytest.raises(LedgerError) as told:
        open_ledger("postgresql+psycopg://nobody:secret@127.0.0.1:9/none")
    assert "secret" not in one_line(told)
