"""Actors: names, aliases by date and usage, dated relations."""

from dragoman.register.entry import KINDS, RELATIONS, USAGES, Actor, Alias, Relation
from dragoman.register.names import Hit
from dragoman.register.store import Register

__all__ = ["KINDS", "RELATIONS", "USAGES", "Actor", "Alias", "Hit", "Register", "Relation"]
