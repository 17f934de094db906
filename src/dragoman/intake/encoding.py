"""Bytes to text: which encoding it is, and its name where it is not UTF-8."""

import codecs
from dataclasses import dataclass

SAMPLE = 65_536
STRAY = 0.01
FEW = 0.05
MOSTLY = 0.3

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was in and whether the encoding was guessed."""

    text: str
    encoding: str
    guessed: bool = False

    @property
    def warnings(self) -> tuple[str, ...]:
        """The encoding named, where it was guessed."""
        return (f"read as {self.encoding}, which was guessed from the bytes",) if self.guessed else ()


def decode(data: bytes, declared: str | None = None) -> Decoded | None:
    """The text of some bytes, null where they are no text; `declared` is tried before any guess."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            text = _strict(data[len(mark) :], name)
            return None if text is None else Decoded(text, name)
    for name in filter(None, ("utf-8" if _few_nulls(data) else None, _known(declared))):
        text = _strict(data, name)
        if text is not None:
            return Decoded(text, name)
    return _guessed(data)


def _few_nulls(data: bytes) -> bool:
    sample = data[:SAMPLE]
    return sample.count(0) <= STRAY * len(sample)


def _known(name: str | None) -> str | None:
    try:
        return codecs.lookup(name).name if name else None
    except LookupError:
        return None


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _guessed(data: bytes) -> Decoded | None:
    name = _narrow(data) if _few_nulls(data) else _wide(data)
    text = _strict(data, name) if name else None
    return None if name is None or text is None else Decoded(text, name, guessed=True)


def _wide(data: bytes) -> str | None:
    sample = data[:SAMPLE]
    half = max(len(sample) // 2, 1)
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd >= MOSTLY and even <= FEW:
        return "utf-16-le"
    return "utf-16-be" if even >= MOSTLY and odd <= FEW else None


def _narrow(data: bytes) -> str | None:
    """Mostly ASCII is Windows-1252, the usual one of English texts; for the rest the detector is asked."""
    if _controls(data) > FEW:
        return None
    high = sum(byte >= 0x80 for byte in data[:SAMPLE])
    if high <= FEW * len(data[:SAMPLE]) and _strict(data, "cp1252") is not None:
        return "windows-1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data[: 4 * SAMPLE]).best()
    return best.encoding if best else None


def _controls(data: bytes) -> float:
    sample = data[:SAMPLE]
    return sum(byte < 0x20 and byte not in b"\t\n\r\f\x1b" for byte in sample) / max(len(sample), 1)
