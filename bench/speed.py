"""Start-up times and memory, each from a process of its own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[1]
SHORT = "examples/2018-04-19-barada-dumayr.md"
CALLS = {
    "import dragoman": (["-c", "import dragoman"], 0.2, 50),
    "dragoman --help": (["-m", "dragoman", "--help"], 0.5, 100),
    "one short report, cold": (["-m", "dragoman", "read", "--json", SHORT], 4.0, 700),
    "all examples": (["-m", "dragoman", "read", "examples"], 30.0, 700),
}
"""What is measured: arguments of Python, most seconds, most MB resident."""


def report() -> Iterator[str]:
    """Processor seconds (best of three, less the start of Python), seconds by the clock, and memory of each call."""
    bare = min(_measure(["-c", "pass"])[0] for _ in range(3))
    for name, (arguments, seconds, megabytes) in CALLS.items():
        runs = [_measure(arguments) for _ in range(3)]
        took, clock, held = min(run[0] for run in runs) - bare, min(run[1] for run in runs), max(run[2] for run in runs)
        verdict = "ok" if took < seconds and held < megabytes else "TOO MUCH"
        yield f"{name}: {took:.2f} s (under {seconds:g}; {clock:.2f} by the clock), {held:.0f} MB ({verdict})"


def _measure(arguments: list[str]) -> tuple[float, float, float]:
    start = perf_counter()
    process = subprocess.Popen([sys.executable, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL)
    _, _, used = os.wait4(process.pid, 0)
    return used.ru_utime + used.ru_stime, perf_counter() - start, used.ru_maxrss / 1024
