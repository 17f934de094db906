from typing import get_args

from dragoman.model import Factuality, Phase
from dragoman.reading.factuality.operators import operators


def test_effects_are_words_of_the_model() -> None:
    for rows in operators().values():
        for row in rows:
            assert row.factuality in (None, *get_args(Factuality)), row
            assert row.negated in (None, *get_args(Factuality)), row
            assert row.phase in (None, *get_args(Phase)), row
            assert row.factuality or row.phase, row


def test_a_row_may_hold_for_some_types_only() -> None:
    [declare] = operators()["declare", "verb"]
    assert declare.fits("ceasefire")
    assert not declare.fits("attack")
