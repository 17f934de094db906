import re
from pathlib import Path
from typing import Any

from dragoman.reading.speakers.component import make

PAGE = Path(__file__).parents[3] / "docs" / "speakers.md"


def test_the_examples_of_the_page_hold() -> None:
    names: dict[str, Any] = {"make": make}
    shown = 0
    for block in re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL):
        for line in block.splitlines():
            code, _, expected = line.partition("  # ")
            if expected:
                assert eval(code, names) == eval(expected)
                shown += 1
            else:
                exec(code, names)
    assert shown == 3
