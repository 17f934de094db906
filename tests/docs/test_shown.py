"""What the documentation shows of the program is what the program prints."""

from pathlib import Path

import pytest

from docs.shown import BLOCK, made, pages


@pytest.mark.parametrize(
    "page", [page for page in pages() if BLOCK.search(page.read_text())], ids=lambda page: page.name
)
def test_shown_output_is_as_printed_now(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert made(text) == text, "run: make docs"


def test_readme_shows_a_brief_and_a_claim() -> None:
    (readme,) = [page for page in pages() if page.name == "README.md"]
    assert [match["command"].split()[:2] for match in BLOCK.finditer(readme.read_text())] == [["dragoman", "read"]] * 2
