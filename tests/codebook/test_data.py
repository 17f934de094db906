import tomllib

import pytest

from dragoman.codebook import load
from dragoman.codebook.loading import FOLDER

FILES = sorted(FOLDER.rglob("*.toml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_data_file_names_its_source(path):
    head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    assert any("Source:" in line for line in head)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("triggers/*.toml")), ids=lambda path: path.stem)
def test_wordings_are_sorted_and_stand_once_in_a_frame(path):
    for frame in tomllib.loads(path.read_text(encoding="utf-8"))["frames"]:
        words = frame["words"]
        assert words == sorted(set(words), key=lambda word: (word.lower(), word))


def test_noun_classes_are_sorted():
    classes = tomllib.loads((FOLDER / "noun_classes.toml").read_text(encoding="utf-8"))["noun_classes"]
    assert list(classes) == sorted(classes)
    assert all(nouns == sorted(set(nouns)) for nouns in classes.values())


@pytest.mark.parametrize("name", sorted(load().types))
def test_a_type_has_three_examples_and_a_near_miss(name):
    kind = load().types[name]
    assert len(kind.examples) >= 3
    assert len(kind.near_misses) >= 1


@pytest.mark.parametrize("name", sorted(load().types))
def test_what_an_example_expects_stands_in_it(name):
    for example in load().types[name].examples:
        for claim in example.claims:
            mentions = [
                claim.evidence,
                *(claim.by or ()),
                *(claim.to or ()),
                *(claim.time or ()),
                *(claim.speaker or ()),
            ]
            mentions += [place.text for place in claim.place or ()] + [figure.text for figure in claim.figures or ()]
            assert all(mention in example.text for mention in mentions)


def test_means_that_triggers_name_are_known():
    codebook = load()
    known = {means.name for means in codebook.means}
    assert {trigger.means for trigger in codebook.triggers} - {None} <= known


def test_rules_ask_for_types_and_means_that_there_are():
    codebook = load()
    means = {entry.name for entry in codebook.means}
    for rules in codebook.rules.values():
        for rule in rules:
            assert set(rule.when.get("type", ())) <= set(codebook.types)
            assert set(rule.when.get("means", ())) <= means
