"""Folding of names: case, accents, apostrophes and hyphens count nothing; one character stays one character."""

import re
import unicodedata
from functools import lru_cache

_QUOTES = str.maketrans("’‘ʼʻ`´", "''''''")
_PLAIN = re.compile(r"[a-z0-9 ,.()]*\Z")


def fold(text: str) -> str:
    """The text in the form in which names are compared; as long as the text, so that offsets hold."""
    lowered = text.lower()
    if len(lowered) == len(text) and _PLAIN.match(lowered):
        return lowered
    return "".join(map(_fold_character, text))


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    if character.isspace() or unicodedata.category(character) == "Pd":
        return " "
    plain = unicodedata.normalize("NFD", character.translate(_QUOTES))[0].lower()
    return plain if len(plain) == 1 else character
