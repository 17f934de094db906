"""The language of a text: English by its function words, any other by a language identifier."""

import re
from functools import lru_cache
from importlib.resources import files
from typing import Any

SAMPLE = 6_000
ENGLISH_SHARE = 0.12
CONFIDENT = 0.5
FEWEST_LETTERS = 20

_WORD = re.compile(r"[^\W\d_]+")


def detect(text: str) -> str | None:
    """ISO 639-1 code of the language of a text, null where there is too little to tell.

    The identifier takes most of a second and 100 MB to load, so texts that are plainly English do without it.
    """
    sample = text[:SAMPLE]
    words = _WORD.findall(sample.lower())
    latin = sum(1 for word in words if word[0] < "\u0250")
    if latin * 2 >= len(words) and _english_share(words) >= ENGLISH_SHARE:
        return "en"
    letters = sum(map(len, words))
    if letters == 0:
        return None
    code, confidence = _identifier().classify(sample)
    foreign_script = latin * 2 < len(words)
    sure = confidence >= CONFIDENT and letters >= FEWEST_LETTERS
    return str(code) if sure or foreign_script else None


def _english_share(words: list[str]) -> float:
    known = _function_words()
    return sum(word in known for word in words) / max(len(words), 1)


@lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    lines = files(__package__).joinpath("english_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in identifier.labels if len(code) == 2])
    return identifier
