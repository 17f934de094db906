"""Labelled passages as the training scripts read them."""

from dragoman.scoring.gold import GoldClaim, GoldPassage, load, passage

__all__ = ["GoldClaim", "GoldPassage", "load", "passage"]
