import pytest

from dragoman.codebook import load
from dragoman.model import CodebookError


def test_the_codebook_has_all_types_of_nine_families():
    codebook = load()
    assert len(codebook.types) == 44
    assert len({kind.family for kind in codebook.types.values()}) == 9


def test_every_type_has_wordings():
    codebook = load()
    assert {trigger.type for trigger in codebook.triggers} == set(codebook.types)


def test_the_lexicon_is_broad():
    codebook = load()
    assert len({(trigger.words, trigger.pos, trigger.type) for trigger in codebook.triggers}) >= 2500


def test_needs_ask_for_classes_that_nouns_have():
    codebook = load()
    known = set().union(*codebook.noun_classes.values())
    asked = {name for trigger in codebook.triggers for need in trigger.needs for name in need.classes}
    assert asked <= known


def test_the_stamp_names_version_and_contents():
    assert load().stamp.startswith("dragoman 1 sha256:")


def test_a_user_file_is_laid_over(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(
        '[types.blackout]\nfamily = "people"\ncovers = "Power cut."\n'
        '[[frames]]\ntype = "blackout"\npos = "noun"\nwords = ["blackout"]\n'
        '[[codes.acled]]\ntype = ["blackout"]\ncode = "Other"\n',
        encoding="utf-8",
    )
    codebook = load(path)
    assert codebook.family("blackout") == "people"
    assert [t.type for t in codebook.triggers_for("blackout")] == ["blackout"]
    assert codebook.codes("blackout", "happened").acled == "Other"
    assert codebook.stamp != load().stamp


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("types = [", "not TOML"),
        ('[[frames]]\ntype = "attack"\npos = "verb"\nwords = ["hit"]\nargs = "to:nowhere"\n', "to:nowhere"),
        ('[[frames]]\ntype = "attack"\npos = "verb"\nwords = ["hit"]\nneeds = "place"\n', "no need"),
        ('[[frames]]\ntype = "attack"\npos = "verb"\nwords = [" "]\n', "no wording"),
        ('[[frames]]\ntype = "unheard"\npos = "verb"\nwords = ["hit"]\n', "unheard"),
        ('[types.mine]\ncovers = "x"\n', "lacks family"),
        ('[[codes.esperanto]]\ncode = "1"\n', "no scheme"),
        ("kolor = 1\n", "kolor"),
    ],
)
def test_a_broken_file_gives_one_line(tmp_path, content, says):
    path = tmp_path / "broken.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(CodebookError) as error:
        load(path)
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_a_file_that_is_not_there_gives_one_line(tmp_path):
    with pytest.raises(CodebookError, match="can't be read"):
        load(tmp_path / "none.toml")
