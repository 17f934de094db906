"""Places: named in the text, resolved against the gazetteer, and tied to what happened there."""

from dragoman.reading.places.attachment import attach, attach_all
from dragoman.reading.places.described import described
from dragoman.reading.places.recogniser import recognise

__all__ = ["attach", "attach_all", "described", "recognise"]
