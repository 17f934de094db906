import datetime

import pytest

from dragoman.reading.times.expression import Holiday
from dragoman.reading.times.holidays import easter, holiday_days, names, orthodox_easter


@pytest.mark.parametrize(
    ("name", "year", "value"),
    [
        ("eid al-fitr", 2018, "2018-06-15"),
        ("ramadan", 2024, "2024-03-11/2024-04-09"),
        ("nowruz", 2020, "2020-03-20"),
        ("christmas eve", 2016, "2016-12-24"),
        ("good friday", 2018, "2018-03-30"),
        ("thanksgiving", 2021, "2021-11-25"),
    ],
)
def test_a_feast_of_a_year_has_its_days(name: str, year: int, value: str) -> None:
    found = holiday_days(Holiday(name, year), None, None)
    assert found is not None
    assert found.value == value


def test_without_a_year_the_clause_decides_which() -> None:
    anchor = datetime.date(2018, 7, 1)
    behind, ahead = (holiday_days(Holiday("eid al-adha"), anchor, future) for future in (False, True))
    assert behind and ahead
    assert (behind.value, ahead.value) == ("2017-09-01", "2018-08-21")


def test_eid_alone_is_the_nearer_of_the_two() -> None:
    found = holiday_days(Holiday("eid"), datetime.date(2018, 6, 20), None)
    assert found and found.value == "2018-06-15"


def test_a_year_outside_the_table_has_no_days() -> None:
    assert holiday_days(Holiday("ramadan", 1848), None, None) is None


def test_easter_of_both_reckonings() -> None:
    assert (easter(2024), orthodox_easter(2024)) == (datetime.date(2024, 3, 31), datetime.date(2024, 5, 5))


def test_names_are_found_with_a_capital_only() -> None:
    assert [match.group() for match in names().finditer("New Year’s Eve, new year's eve, Ramadan")] == [
        "New Year’s Eve",
        "Ramadan",
    ]
