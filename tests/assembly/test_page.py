"""The map of a brief's page: all circles fit, whatever their reach, and a bar tells the scale."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.assembly.marks import Mark
from dragoman.assembly.page import HEIGHT, WIDTH, dots

MARKS = st.builds(
    Mark, st.just("a"), st.floats(-70, 70), st.floats(-170, 170), st.floats(0.1, 300), st.just("b"), st.booleans()
)


@given(st.lists(MARKS, min_size=1, max_size=6))
def test_every_circle_lies_inside_the_map(marks: list[Mark]) -> None:
    laid, scale = dots(tuple(marks))
    assert scale is not None and 0 < scale.width <= WIDTH
    for dot in laid:
        assert dot.r <= dot.x + 1 and dot.x + dot.r <= WIDTH + 1
        assert dot.r <= dot.y + 1 and dot.y + dot.r <= HEIGHT + 1


def test_circles_are_as_wide_as_the_place_that_was_named() -> None:
    laid, scale = dots((Mark("a", 33.5, 36.3, 5, "x", False), Mark("b", 33.8, 36.9, 25, "y", False)))
    assert scale is not None
    assert abs(laid[1].r / scale.width - 25 / scale.km) < 0.02 and laid[0].r < laid[1].r


def test_no_marks_no_map() -> None:
    assert dots(()) == ([], None)
