import json
from pathlib import Path

import pytest

from dragoman.model import InputError
from dragoman.scoring.gold import load

ROW = {
    "id": "p",
    "text": "Rebels fled. Rebels fled again.",
    "claims": [{"type": "withdrawal", "evidence": "fled", "occurrence": 2}],
}


def stored(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    return path


def test_evidence_is_found_by_its_occurrence(tmp_path: Path) -> None:
    claim = load(stored(tmp_path, json.dumps(ROW)))[0].claims[0]
    assert (claim.start, claim.end) == (20, 24)


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="line 2"):
        load(stored(tmp_path, json.dumps(ROW), "{"))


def test_evidence_that_the_text_lacks_is_refused(tmp_path: Path) -> None:
    claims = [{"type": "attack", "evidence": "raid", "occurrence": 1}]
    with pytest.raises(InputError, match="line 1"):
        load(stored(tmp_path, json.dumps({**ROW, "claims": claims})))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot read"):
        load(tmp_path / "none.jsonl")
