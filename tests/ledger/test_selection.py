"""Selection: looking claims up and walking back in time find the same, on whatever a question asks."""

import random

import pytest

from dragoman.ledger import Ledger, Query, Sketcher, Writer, prepare
from dragoman.ledger.filters import settle
from dragoman.ledger.reviews import Desk
from dragoman.ledger.selection import Selection, choose, types_in
from dragoman.model import Reading
from tests.ledger.made import Ground, Said, reading

TYPES = ("attack", "control", "talks")
ACTORS = ("gov-sy", "gov-ru", "~gunmen")
PLACES = ("douma", "harasta", "area:eastern-ghouta", "idlib")
FACTUALITIES = ("happened", "happened", "denied", "planned")


def readings(rng: random.Random) -> list[Reading]:
    return [reading(*(said(rng) for _ in range(4)), **origin(rng, number)) for number in range(60)]


def said(rng: random.Random) -> Said:
    return Said(
        rng.choice(TYPES),
        rng.choice(ACTORS),
        rng.choice(("", *ACTORS)),
        at=rng.choice(PLACES),
        on=rng.choice(("", "2018-04", "2018-04-01", "2018-04-09", "2018-06-01")),
        since=rng.random() < 0.1,
        speaker=rng.choice(("", *ACTORS)),
        factuality=rng.choice(FACTUALITIES),
    )


def origin(rng: random.Random, number: int) -> dict[str, str | None]:
    published = rng.choice((None, "2018-04-02", "2018-04-10", "2018-05-20"))
    return {"publisher": rng.choice(("Agency", "Daily")), "url": f"u{number // 2}", "published": published}


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    sketcher = Sketcher()
    Writer(ledger, Ground()).add([prepare(one, sketcher) for one in readings(random.Random(3))])
    with ledger.read() as connection:
        [number] = choose(connection, settle(connection, Query(limit=1))).numbers
        marks = connection.exec_driver_sql(f"SELECT mark FROM claims WHERE id = {number}").scalar()
    Desk(ledger, "Nour").reject(str(marks))
    return ledger


def found(ledger: Ledger, query: Query, narrow: int) -> Selection:
    with ledger.read() as connection:
        return choose(connection, settle(connection, query), narrow)


def asked(rng: random.Random) -> Query:
    conditions: dict[str, object] = {
        "at": rng.choice(("2018-04-01", "2018-04-09")),
        "known_by": rng.choice(("2018-04-05", "2018-04-30", "2018-06-30")),
        "voice": rng.choice((*ACTORS, "Agency")),
        "place": rng.choice(PLACES),
        "actor": rng.choice(ACTORS),
        "types": tuple(rng.sample(TYPES, rng.randint(1, 2))),
        "factuality": tuple(rng.sample(("happened", "denied", "planned", "threatened"), rng.randint(1, 2))),
    }
    chosen = rng.sample(sorted(conditions.items()), rng.randint(0, 4))
    return Query(**dict(chosen), limit=rng.choice((3, 50)))  # type: ignore[arg-type]


def test_looking_up_and_walking_find_the_same(filled: Ledger) -> None:
    rng, empty = random.Random(5), 0
    for _ in range(150):
        query = asked(rng)
        looked_up = found(filled, query, 1_000_000)
        assert found(filled, query, -1) == looked_up, query
        empty += not looked_up.numbers
    assert empty < 75


def test_the_types_of_a_ledger(filled: Ledger) -> None:
    with filled.read() as connection:
        assert types_in(connection) == sorted(TYPES)
