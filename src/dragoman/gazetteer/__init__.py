"""Names and context to places: one SQLite file, built on first use; knows nothing of spaCy."""

from dragoman.gazetteer.gazetteer import Gazetteer, remove
from dragoman.gazetteer.place import Candidate, Place, distance_km, moved

__all__ = ["Candidate", "Gazetteer", "Place", "distance_km", "moved", "remove"]
