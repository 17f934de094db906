import re
from pathlib import Path

from dragoman.codebook import load

PAGE = Path(__file__).parents[2] / "docs" / "codebook.md"


def test_the_layer_shown_can_be_laid_over_the_codebook(tmp_path):
    shown = re.search(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    path = tmp_path / "mine.toml"
    path.write_text(shown.group(1), encoding="utf-8")
    codebook = load(path)
    assert codebook.family("blackout") == "people"
    assert codebook.codes("blackout", "happened").acled == "Other"
    assert {trigger.text for trigger in codebook.triggers if trigger.type == "blackout"} == {
        "blackout",
        "power cut",
        "power outage",
    }


def test_the_files_that_the_page_names_are_there():
    home = Path(__file__).parents[2] / "src" / "dragoman" / "codebook"
    for name in ("means.toml", "light_verbs.toml", "noun_classes.toml"):
        assert (home / name).is_file()
    for folder in ("types", "triggers", "codes"):
        assert list((home / folder).glob("*.toml"))
