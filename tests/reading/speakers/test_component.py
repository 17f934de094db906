import spacy

from dragoman.reading.language import DEFAULT_MODEL
from dragoman.reading.speakers.component import make


def test_it_stands_alone_in_a_pipeline() -> None:
    nlp = spacy.load(DEFAULT_MODEL)
    assert callable(make)
    nlp.add_pipe("dragoman_speakers")
    [found] = nlp("The mayor said that shells fell on the market.")._.dragoman_attributions
    assert [actor.text for actor in found.speaker] == ["The mayor"]
