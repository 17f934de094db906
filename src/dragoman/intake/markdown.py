"""Markdown: a head of `key: value` lines between `---`, then the text, read without its marks."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from dragoman.intake.delivery import Failure, Origin, Outcome
from dragoman.intake.encoding import decode
from dragoman.intake.plain import NOT_TEXT, noted
from dragoman.intake.row import from_row

if TYPE_CHECKING:
    from markdown_it.token import Token

_HEAD = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_LINE = re.compile(r"^([A-Za-z_]+):[ \t]*(.*?)[ \t]*\r?$", re.MULTILINE)


def read(file: BinaryIO, origin: Origin) -> Iterator[Outcome]:
    """The report of a Markdown file; the head may give `id title published publisher url`."""
    decoded = decode(file.read())
    if decoded is None:
        yield Failure(origin.name, NOT_TEXT)
        return
    head, body = split(decoded.text)
    yield noted(from_row({**head, "text": unmarked(body)}, origin), decoded)


def split(text: str) -> tuple[dict[str, str], str]:
    """The fields of the head (none where there is no head) and the text after it."""
    head = _HEAD.match(text)
    if head is None:
        return {}, text
    return {key: value.strip("\"'") for key, value in _LINE.findall(head[1])}, text[head.end() :]


def unmarked(text: str) -> str:
    """The words of a Markdown text, a blank line between blocks; code and raw HTML are left out."""
    from markdown_it import MarkdownIt

    blocks = (_words(token) for token in MarkdownIt("commonmark").parse(text) if token.type == "inline")
    return "\n\n".join(block for block in blocks if block.strip())


def _words(block: "Token") -> str:
    return "".join(_word(token) for token in block.children or ())


def _word(token: "Token") -> str:
    if token.type in ("softbreak", "hardbreak"):
        return "\n" if token.type == "hardbreak" else " "
    return token.content if token.type in ("text", "code_inline") else ""
