"""The codebook: the types of claims, what they cover, how they are worded, and rules to other people's codes.

The data are TOML files of one schema (`layer`): `types/` and `triggers/` hold a file a family, `codes/` a file a
foreign scheme; means, light verbs and noun classes stand beside them. A user's own file is laid over all of them.
"""

from dragoman.codebook.claimtype import ClaimType, Example, Expected, NearMiss
from dragoman.codebook.codebook import Codebook
from dragoman.codebook.lightverb import LightVerb
from dragoman.codebook.loading import load
from dragoman.codebook.means import Means
from dragoman.codebook.rule import Rule, Situation
from dragoman.codebook.trigger import Need, Trigger

__all__ = [
    "ClaimType",
    "Codebook",
    "Example",
    "Expected",
    "LightVerb",
    "Means",
    "NearMiss",
    "Need",
    "Rule",
    "Situation",
    "Trigger",
    "load",
]
