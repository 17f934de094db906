"""Printing readings as they come: JSON lines or briefs on standard output, everything else on standard error."""

import sys
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, Self

from dragoman.intake import Delivery, Failure, Outcome
from dragoman.model import DragomanError, InstallationError, Reading

if TYPE_CHECKING:
    from rich.console import Console
    from rich.status import Status

Reads = Callable[[Delivery], Reading]


class Printer(ABC):
    """Takes outcomes of intake one by one; `failed` counts the reports that could not be read."""

    def __init__(self) -> None:
        self.failed = 0
        self.read = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        sys.stdout.flush()

    def outcome(self, outcome: Outcome, reads: Reads) -> None:
        """Read what was delivered and print it; name on standard error what was not."""
        if isinstance(outcome, Delivery):
            self._delivery(outcome, reads)
        elif isinstance(outcome, Failure):
            self._failure(outcome.where, outcome.reason)
        else:
            self.tell(f"{outcome.where}: warning: {outcome.text}")

    def tell(self, line: str) -> None:
        """One line on standard error."""
        print(f"dragoman: {_one_line(line)}", file=sys.stderr)

    def _delivery(self, delivery: Delivery, reads: Reads) -> None:
        where = delivery.report.id
        try:
            reading = reads(delivery)
        except InstallationError:
            raise
        except DragomanError as error:
            self._failure(where, str(error))
        except Exception as error:
            self._failure(where, f"a defect in dragoman, please report it: {type(error).__name__}: {error}")
        else:
            self.read += 1
            self.show(reading)

    def _failure(self, where: str, reason: str) -> None:
        self.failed += 1
        self.tell(f"{where}: not read: {reason}")

    @abstractmethod
    def show(self, reading: Reading) -> None:
        """Print one reading."""


class JsonPrinter(Printer):
    """One compact JSON object per report and line, in UTF-8 whatever the terminal says."""

    def __init__(self) -> None:
        super().__init__()
        self._status: Status | None = None

    def __enter__(self) -> Self:
        if sys.stderr.isatty() and not sys.stdout.isatty():
            from rich.console import Console

            self._status = Console(stderr=True).status("reading …")
            self._status.start()
        return self

    def __exit__(self, *details: object) -> None:
        if self._status:
            self._status.stop()
        super().__exit__(*details)

    def show(self, reading: Reading) -> None:
        """Print one reading as JSON and its warnings on standard error."""
        sys.stdout.buffer.write(reading.to_json().encode("utf-8") + b"\n")
        sys.stdout.buffer.flush()
        for warning in reading.warnings:
            self.tell(f"{reading.report.id}: warning: {warning}")
        if self._status:
            self._status.update(f"{self.read} read, the last with {len(reading.claims)} claims …")


class BriefPrinter(Printer):
    """A brief for people, coloured on a terminal."""

    def __init__(self, console: "Console") -> None:
        super().__init__()
        self._console = console

    def show(self, reading: Reading) -> None:
        """Print one reading as a brief; its warnings stand in it."""
        from dragoman.cli.blocks import blocks

        for block in blocks(reading, marks=not self._console.is_terminal):
            self._console.print(block)


def printer(*, as_json: bool) -> Printer:
    """The printer for JSON or for people."""
    if as_json:
        return JsonPrinter()
    from rich.console import Console

    return BriefPrinter(Console(width=None if sys.stdout.isatty() else 100, highlight=False))


def _one_line(text: str) -> str:
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())
