"""The exception tree and the exit statuses that it stands for."""

import pytest

from dragoman.model import errors


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("CodebookError", 2),
        ("DataFileError", 3),
        ("DragomanError", 1),
        ("InputError", 1),
        ("InstallationError", 3),
        ("LedgerError", 1),
        ("ReportError", 1),
        ("UsageError", 2),
    ],
)
def test_exit_status_of_each_error(name: str, status: int) -> None:
    error = getattr(errors, name)
    assert issubclass(error, errors.DragomanError)
    assert error.exit_status == status


def test_tree_in_the_docstring_names_every_error() -> None:
    names = [name for name, value in vars(errors).items() if isinstance(value, type)]
    assert [name for name in names if name not in (errors.__doc__ or "")] == []
