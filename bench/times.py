"""Speed of the times step alone, and that its time grows with the text and no faster."""

from collections.abc import Iterator
from time import process_time

from dragoman.reading.language import load
from dragoman.reading.times import recognise

LEAST = 10_000
DAYS = "The convoy left on 17 April 2018 and came back on Tuesday, two days later. "
GROWTH = 3.0


def report() -> Iterator[str]:
    """Words a second, and the time of a text twice as long over that of the shorter one."""
    short, long = _seconds(1_700), _seconds(3_400)
    words = 1_700 * len(DAYS.split()) / short
    yield f"times step alone: {words:.0f} words/s (at least {LEAST}) {'ok' if words > LEAST else 'TOO SLOW'}"
    verdict = "ok" if long / short < GROWTH else "NOT LINEAR"
    yield f"times step, 10,200 times against 5,100: {long / short:.1f} times as long (under {GROWTH}) {verdict}"


def _seconds(sentences: int) -> float:
    doc = load().make_doc(DAYS * sentences)
    start = process_time()
    recognise(doc, "2018-04-20")
    return process_time() - start
