"""Times and deadlines: when it happened, since when it holds, by when it must be done."""

from dragoman.reading.times.dateline import dateline
from dragoman.reading.times.linking import Attached, attach, attach_all
from dragoman.reading.times.recogniser import recognise

__all__ = ["Attached", "attach", "attach_all", "dateline", "recognise"]
