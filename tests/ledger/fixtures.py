"""The fixtures that the tests of ledger and assembly share."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from dragoman.ledger import Ledger, open_ledger
from tests.ledger import postgresql as servers

_NUMBERS = itertools.count(1)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[servers.Server]:
    with servers.server() as running:
        yield running


@pytest.fixture(scope="session")
def template(postgresql: servers.Server) -> str:
    """A database with an empty ledger, to make others from."""
    _execute(postgresql, "CREATE DATABASE template_ledger")
    open_ledger(postgresql.url("template_ledger")).close()
    return "template_ledger"


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new ledger is or will be."""
    if request.param == "sqlite":
        return str(tmp_path / "test.ledger")
    server: servers.Server = request.getfixturevalue("postgresql")
    name = f"test_{next(_NUMBERS)}"
    _execute(server, f"CREATE DATABASE {name} TEMPLATE {request.getfixturevalue('template')}")
    return server.url(name)


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    """An empty ledger."""
    with open_ledger(place) as opened:
        yield opened


def _execute(server: servers.Server, statement: str) -> None:
    with psycopg.connect(server.url().replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(statement)  # type: ignore[arg-type]
