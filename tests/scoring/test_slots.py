import pytest

from dragoman.scoring.slots import compare, same_item


@pytest.mark.parametrize(
    ("slot", "gold", "read", "same"),
    [
        ("by", "the army", {"text": "army"}, True),
        ("time", {"text": "on Tuesday", "value": "2018-04-17"}, {"text": "Tuesday", "value": "2018-04-17"}, True),
        ("time", {"text": "on Tuesday", "value": "2018-04-17"}, {"text": "on Tuesday", "value": None}, False),
        ("place", {"text": "Douma", "role": "at"}, {"text": "Douma", "role": "from"}, False),
        (
            "figures",
            {"text": "at least 12", "what": "killed", "value": None, "low": 12, "high": None},
            {"text": "12", "what": "killed", "value": 12, "low": None, "high": None},
            True,
        ),
        (
            "figures",
            {"text": "dozens", "what": "killed", "value": None, "low": None, "high": None},
            {"text": "dozens", "what": "injured", "value": None, "low": None, "high": None},
            False,
        ),
    ],
)
def test_items_are_compared_by_what_counts(slot: str, gold: object, read: dict, same: bool) -> None:
    assert same_item(slot, gold, read) is same


def test_a_slot_is_tallied() -> None:
    tally = compare("by", ["the army", "rebels"], [{"text": "army"}, {"text": "police"}])
    assert (tally.right, tally.wrong, tally.missed) == (1, 1, 1)
