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
        "open_ledger",
        "read",
        "receive",
    ]


def test_public_names_are_sorted_and_listed() -> None:
    assert dragoman.__all__ == sorted(dragoman.__all__) == dir(dragoman)


def test_every_public_name_can_be_had_and_is_documented() -> None:
    documented = [name for name in dragoman.__all__ if name != "__version__" and getattr(dragoman, name).__doc__]
    assert documented == [name for name in dragoman.__all__ if name != "__version__"]
