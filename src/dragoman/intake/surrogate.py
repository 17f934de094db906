"""Lone surrogates: half characters that JSON can hold and UTF-8 cannot."""

import re

_LONE = re.compile("[\ud800-\udfff]")
REPLACEMENT = "\ufffd"


def mended(text: str) -> tuple[str, int]:
    """The text with each lone surrogate as U+FFFD, one for one, and how many there were."""
    return _LONE.subn(REPLACEMENT, text)
