"""The public names of the package, as a snapshot: a change here is a change for users."""

import dragoman


def test_public_names() -> None:
    assert dragoman.__all__ == [
        "Claim",
        "DragomanError",
        "Reader",
        "Reading",
        "Report",
        "__version__",
        "read",
        "receive",
    ]


def test_public_names_are_sorted_and_listed() -> None:
    assert dragoman.__all__ == sorted(dragoman.__all__) == dir(dragoman)
