"""The exception tree.

DragomanError
├── InputError           a report, file or argument that can't be used
│   ├── UsageError       the call itself is wrong (exit status 2)
│   └── ReportError      one report can't be read (exit status 1)
├── CodebookError        a codebook file that can't be used
├── InstallationError    something the installation lacks (exit status 3)
│   └── DataFileError    a built data file (register, gazetteer) is missing or broken and can't be rebuilt
└── LedgerError          the ledger refused or can't be reached

Every message is one line: what is wrong, and what to do.
"""


class DragomanError(Exception):
    """Base of all errors that Dragoman raises on purpose; `exit_status` is what the command line returns."""

    exit_status = 1


class InputError(DragomanError):
    """A report, file or argument that can't be used."""


class UsageError(InputError):
    """The call itself is wrong: unknown option value, impossible date."""

    exit_status = 2


class ReportError(InputError):
    """One report can't be read; the others are unharmed."""


class CodebookError(DragomanError):
    """A codebook file that can't be used."""

    exit_status = 2


class InstallationError(DragomanError):
    """Something that the installation lacks; `dragoman doctor` says what."""

    exit_status = 3


class DataFileError(InstallationError):
    """A built data file is missing or broken and could not be rebuilt."""


class LedgerError(DragomanError):
    """The ledger refused the operation or can't be reached; what it holds is intact."""
