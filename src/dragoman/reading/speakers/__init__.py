"""Who says so: acts of saying as spans of source, cue and content, and the speakers of each claim."""

from dragoman.reading.speakers.attribution import attribute
from dragoman.reading.speakers.found import Attributions, indexed
from dragoman.reading.speakers.layer import shown
from dragoman.reading.speakers.lexicon import Cue, Lexicon, lexicon
from dragoman.reading.speakers.scope import SPEECH_ACTS, Voice, holding, speakers_of, voice_of

__all__ = [
    "SPEECH_ACTS",
    "Attributions",
    "Cue",
    "Lexicon",
    "Voice",
    "attribute",
    "holding",
    "indexed",
    "lexicon",
    "shown",
    "speakers_of",
    "voice_of",
]
