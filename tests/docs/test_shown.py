"""What the documentation shows of the program is what the program prints."""

import re
from pathlib import Path

import pytest

from docs.shown import BLOCK, made, pages


@pytest.mark.parametrize(
    "page", [page for page in pages() if BLOCK.search(page.read_text())], ids=lambda page: page.name
)
def test_shown_output_is_as_printed_now(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert made(text) == text, "run: make docs"


def test_readme_shows_a_brief_a_claim_and_an_answer() -> None:
    (readme,) = [page for page in pages() if page.name == "README.md"]
    commands = [match["command"] for match in BLOCK.finditer(readme.read_text())]
    assert ["dragoman read" in command for command in commands] == [True, True, False]
    assert "dragoman control" in commands[2]


def test_readme_leads_to_every_page() -> None:
    (readme,) = [page for page in pages() if page.name == "README.md"]
    text = readme.read_text()
    assert [page.name for page in pages() if page.parent.name == "docs" and f"(docs/{page.name})" not in text] == []


def test_python_of_the_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (readme,) = [page for page in pages() if page.name == "README.md"]
    code = re.search(r"```python\n(.*?)```", readme.read_text(), re.S)
    assert code is not None
    exec(code[1], {})
    assert "withdrawal happened" in capsys.readouterr().out
