"""Checking, copying and bringing a ledger up to date."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text, update

from dragoman.ledger import Ledger, Query, Sketcher, Writer, answer, open_ledger, prepare, search
from dragoman.ledger.reviews import Desk
from dragoman.ledger.schema import HEAD
from dragoman.ledger.tables import metadata, reports
from dragoman.ledger.upkeep import backup, check
from dragoman.model import LedgerError, UsageError
from tests.ledger.made import Ground, Said, reading


@pytest.fixture
def kept(ledger: Ledger) -> Ledger:
    Writer(ledger, Ground()).add([prepare(reading(Said("attack", "a", at="douma")), Sketcher())])
    return ledger


def test_a_sound_ledger_has_no_problems(kept: Ledger) -> None:
    assert check(kept) == []


def test_a_changed_text_is_found(kept: Ledger) -> None:
    with kept.write() as connection:
        connection.execute(update(reports).values(text="other"))
    assert check(kept) == ["the text of report 1 is not the one that was stored"]


def test_a_backup_answers_as_the_ledger_does(kept: Ledger, tmp_path: Path) -> None:
    with kept.read() as connection:
        mark = answer(connection, Query()).claims[0].claim.id
    Desk(kept, "Nour").accept(mark)
    backup(kept, tmp_path / "copy.ledger")
    with open_ledger(str(tmp_path / "copy.ledger"), create=False) as copy, copy.read() as rows, kept.read() as own:
        assert answer(rows, Query(place="Eastern Ghouta")) == answer(own, Query(place="Eastern Ghouta"))
        assert len(search(rows, "attack")) == 1
    assert check(copy) == []


def test_a_backup_overwrites_nothing(kept: Ledger, tmp_path: Path) -> None:
    (tmp_path / "there").write_text("mine")
    with pytest.raises(UsageError):
        backup(kept, tmp_path / "there")


def test_a_newer_ledger_is_left_alone(kept: Ledger, place: str) -> None:
    with kept.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(LedgerError, match="newer"):
        open_ledger(place)
    with pytest.raises(LedgerError, match="newer"):
        kept.migrate()


def test_an_older_ledger_is_brought_up_to_date_with_all_it_holds(kept: Ledger, place: str) -> None:
    with kept.write() as connection:
        for table in ("lessons", "matters", "statements", "held_claims"):
            connection.execute(text(f"DROP TABLE {table}"))
        connection.execute(text("DROP INDEX ix_claims_doubted"))
        connection.execute(text("DROP INDEX ix_place_mentions_place_id_day_role"))
        connection.execute(text("CREATE INDEX ix_place_mentions_place_id_day ON place_mentions (place_id, day)"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    with pytest.raises(LedgerError, match="dragoman ledger migrate"):
        open_ledger(place)
    assert kept.migrate() == HEAD
    with open_ledger(place, create=False) as opened, opened.read() as connection:
        assert len(answer(connection, Query()).claims) == 1
    Desk(kept, "Nour").teach("x", "actor", "y")


def test_the_migrations_make_the_tables_that_the_code_knows(kept: Ledger) -> None:
    from sqlalchemy import inspect

    with kept.read() as connection:
        seen = inspect(connection)
        for table in metadata.sorted_tables:
            columns = {column["name"] for column in seen.get_columns(table.name)}
            assert columns - {"words"} == {column.name for column in table.columns} - {"words"}
            assert {index.name for index in table.indexes} <= {one["name"] for one in seen.get_indexes(table.name)}


def test_no_ledger_where_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no such file"):
        open_ledger(str(tmp_path / "none"), create=False)
    (tmp_path / "text").write_text("x" * 5000)
    with pytest.raises(LedgerError, match="no ledger, or its head is damaged"):
        open_ledger(str(tmp_path / "text"))
    with sqlite3.connect(tmp_path / "other") as other:
        other.execute("CREATE TABLE t (x)")
    with pytest.raises(LedgerError, match="there is no ledger here"):
        open_ledger(str(tmp_path / "other"), create=False)
    with pytest.raises(UsageError):
        open_ledger("mysql://x/y")
