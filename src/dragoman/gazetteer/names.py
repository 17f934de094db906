"""Names as keys: what is the same name written differently gets the same key.

`key` takes away case, diacritics, apostrophes and hyphens and writes out "St." and the like. `bare` further drops an
Arabic or English article in front. `fold` keys a name by its rough sound, so that different ways of writing the
same Arabic, Cyrillic or other non-Latin name in Latin letters meet (Dumayr and Dhumair, Raqqa and Rakka).
"""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a", "ħ": "h"}
    | dict.fromkeys("'’‘ʼʻʿʾ`´ʹʺ′“”\".", "")
    | dict.fromkeys("-‐‑–—_/,", " ")
)
_SHORT = {
    "st": "saint",
    "ste": "sainte",
    "mt": "mount",
    "ft": "fort",
    "&": "and",
    "twp": "township",
    "mts": "mountains",
}
_ARTICLE = re.compile(r"(?:the|al|ar|as|ad|an|at|az|ash|ath|el|er|es|ed|en|et|ez|esh|eth|ul)\s(?=.)")
_INNER_ARTICLE = re.compile(r"\b(?:al|ar|as|ad|an|at|az|ash|ath|el|er|es|ed|en|et|ez|esh|ul|ur|us)\s")
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"tch", "ch"),
        (r"dj|dzh", "j"),
        (r"dh", "d"),
        (r"gh", "g"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"q|ck|c(?!h)", "k"),
        (r"oo|ou|aw|au|w|o", "u"),
        (r"ay|ai|ei|ey|ee|ie|iy|y|e(?!h?\b)", "i"),
        (r"(?:a|e)h?\b", "a"),
        (r"\W+", ""),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=20_000)
def key(name: str) -> str:
    """The key of a name: letters and digits in lower case, words parted by single spaces."""
    text = name.casefold()
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    words = text.translate(_LETTERS).split()
    return " ".join(_SHORT.get(word, word) for word in words)


def bare(keyed: str) -> str:
    """The key without its leading article; the key itself where it has none."""
    found = _ARTICLE.match(keyed)
    return keyed[found.end() :] if found else keyed


@lru_cache(maxsize=20_000)
def fold(keyed: str) -> str:
    """The rough sound of a key, one word without articles."""
    text = _INNER_ARTICLE.sub("", keyed)
    for pattern, sound in _SOUNDS:
        text = pattern.sub(sound, text)
    return text
