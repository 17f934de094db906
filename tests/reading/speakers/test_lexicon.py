from typing import get_args

from dragoman.model import Commitment, Factuality
from dragoman.reading.speakers import SPEECH_ACTS, lexicon
from dragoman.reading.speakers.scope import VOICES


def test_there_are_at_least_250_cues() -> None:
    assert len({(cue.word, cue.tail, cue.part) for cue in lexicon()}) >= 250


def test_effects_are_words_of_the_model() -> None:
    for cue in lexicon():
        assert cue.factuality in (None, *get_args(Factuality)), cue
        assert cue.commitment in get_args(Commitment), cue
        assert cue.type is None or cue.type in SPEECH_ACTS, cue


def test_every_class_that_speaks_is_in_the_lexicon() -> None:
    assert lexicon().classes() >= VOICES


def test_a_cue_knows_its_prepositions() -> None:
    [call] = [cue for cue in lexicon().verbs["call"] if cue.tail == ("for",)]
    assert call.prepositions == {"for"}
    assert call.type == "demand"
