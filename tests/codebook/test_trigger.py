import pytest

from dragoman.codebook.trigger import Need, expand, parse_args


def test_arguments_lie_over_the_defaults():
    assert dict(parse_args("verb", "to:on to:against")) == {"by": ("subj", "by"), "to": ("on", "against")}


def test_a_slot_can_be_emptied():
    assert dict(parse_args("verb", "to:subj by:-")) == {"to": ("subj",)}


def test_an_unknown_function_is_named():
    with pytest.raises(ValueError, match="to:sideways"):
        parse_args("verb", "to:sideways")


def test_choices_are_spelled_out():
    assert expand("lay|put down arms") == [("lay", "down", "arms"), ("put", "down", "arms")]


def test_a_need_names_function_and_classes():
    assert Need.parse("obj:place|armed") == Need("obj", ("place", "armed"))
