"""How well readings agree with labelled sets, by the scorers that come with those."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

TABLE = Path(__file__).with_name("measures.tsv")


def report(folder: Path) -> Iterator[str]:
    """A line a set that lies in the folder: its name and the headline figures of its scorer."""
    for gold, scorer, gives_reports in _table():
        if (folder / gold).is_file() and (folder / scorer).is_file():
            yield f"{gold} by {Path(scorer).name}: {_score(folder / gold, folder / scorer, gives_reports == 'yes')}"


def _table() -> Iterator[list[str]]:
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def _score(gold: Path, scorer: Path, gives_reports: bool) -> str:
    with tempfile.TemporaryDirectory() as name:
        reports, readings = Path(name) / "reports.jsonl", Path(name) / "readings.jsonl"
        given = _output([str(scorer), "--input", str(gold)]) if gives_reports else gold.read_text(encoding="utf-8")
        reports.write_text(given, encoding="utf-8")
        readings.write_text(_output(["-m", "dragoman", "read", "--layers", str(reports)]), encoding="utf-8")
        scored = _output([str(scorer), str(gold), str(readings)])
        return scored.strip().splitlines()[-1]


def _output(arguments: list[str]) -> str:
    done = subprocess.run([sys.executable, *arguments], stdout=subprocess.PIPE, check=True)
    return done.stdout.decode("utf-8")
