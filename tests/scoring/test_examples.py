import pytest

from dragoman.codebook import load
from dragoman.reading.reader import Reader
from dragoman.scoring.examples import check, check_type

FLOOR = 166
"""How many of the codebook's examples are read as expected at least; it only goes up."""


@pytest.fixture(scope="module")
def reader():
    return Reader()


def test_the_reader_reads_the_examples_of_the_codebook(reader):
    examples = sum(len(kind.examples) + len(kind.near_misses) for kind in reader.codebook.types.values())
    failed = {(failure.type, failure.text) for failure in check(reader.codebook, reader.read)}
    assert examples - len(failed) >= FLOOR, "\n".join(sorted(text for _, text in failed))


def test_an_example_that_no_reader_can_meet_is_named(reader, tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(
        '[types.weather]\nfamily = "words"\ncovers = "Weather."\n[[types.weather.examples]]\ntext = "It rained."\n'
        '[[types.weather.examples.claims]]\nevidence = "rained"\n',
        encoding="utf-8",
    )
    failures = list(check_type(load(path).types["weather"], reader.read))
    assert [(failure.slot, failure.text) for failure in failures] == [("claim", "It rained.")]
