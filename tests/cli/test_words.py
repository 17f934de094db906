"""Numbers in the words of messages."""

from dragoman.cli.words import counted


def test_one_is_singular() -> None:
    assert [counted(number, "report") for number in (0, 1, 2)] == ["0 reports", "1 report", "2 reports"]
