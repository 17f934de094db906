"""Actors: names, aliases by date and usage, dated relations."""
